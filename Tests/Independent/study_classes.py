"""Classes of a study's pairs, and its readings fitted on any of them. Needs numpy and scipy."""
import numpy as np

import composite_methods as composite
from gravity_model import Gravity
from production_models import Envelopment, conversion
from study_data import INDICATORS, rows
from study_model import composite_scores, ranks, varies

LAND_BORDERS = {row["dyad"] for row in rows("contiguity", "dyad-spells") if row["type"] == "1"}
_ratios = {}


def class_of(study, name):
    """Marks of the pairs of a class: the claim's, that without its exception, or one of the study file."""
    if name == "exception-lifted":
        return np.ones(len(study.dyads), bool)
    if name == "claim":
        return study.members
    declared = next(c for c in study.plan["classes"] if c["id"] == name)
    one, other = declared.get("between", [study.states, study.states])

    def holds(dyad):
        a, b = dyad.split("-")
        return (
            {a, b} <= set(declared.get("states", study.states)) and not {a, b} & set(declared.get("without", []))
            and (a in one and b in other or b in one and a in other)
            and declared.get("land-border", dyad in LAND_BORDERS) == (dyad in LAND_BORDERS))

    return study.members & np.array([holds(dyad) for dyad in study.dyads])


def gravity_ratio(study, name, window, members):
    """Observed over expected; nan where nothing is expected."""
    key = (study.name, name, window, members.tobytes())
    if key not in _ratios:
        model = Gravity(INDICATORS[name], study.windows[window], [d for d, m in zip(study.dyads, members) if m])
        found = [model.comparison(dyad) for dyad in study.dyads]
        _ratios[key] = np.array([np.nan if pair is None else pair[0] / pair[1] for pair in found])
    return _ratios[key]


def reading_scores(study, reading, window, members):
    """Scores of all pairs with everything fitted on a class. Throws NoAnswer.

    Pairs outside a class that is not the claim's are left out, so that a value of theirs that a method does not take
    does not matter.
    """
    plan = study.readings[reading]
    if "dimensions" in plan:
        recorded, homes = study.values(reading, window, members)
        method = study.method(reading)
        columns = recorded
        if method["exposure"] == "gravity":
            columns = {name: gravity_ratio(study, name, window, members) for name in recorded}
            columns = {name: v for name, v in columns.items() if varies(v[members])}
        for dimension in plan["dimensions"]:
            if dimension not in [homes[name] for name in columns]:
                raise composite.NoAnswer(f"no indicator of {dimension} varies")
        x = np.array(list(columns.values())).T
        groups = np.array([homes[name] for name in columns])
        kept = members if (members != study.members).any() else np.ones(len(x), bool)
        scores = np.full(len(x), np.nan)
        scores[kept] = composite_scores(x[kept], members[kept], groups, method)
        return scores
    plan = plan.get("conversion") or plan["efficiency"]
    contacts = [study.value(name, window, members) for name in study.dimensions[plan["contacts"]]]
    contacts = [values / np.nanmean(values[members]) for values in contacts if values is not None]
    made = [study.value(name, window, members) for name in plan["outputs"]]
    if not contacts or any(values is None for values in made):
        raise composite.NoAnswer("no contacts or outputs enter")
    met = np.nanmean(np.array(contacts), axis=0)
    if "conversion" in study.readings[reading]:
        rates = conversion(made, met, members, with_intervals=False)
        return np.array([np.nan if rate is None else rate[0] for rate in rates])
    envelopment = Envelopment(met[:, None], np.array(made).T, members)
    return np.array([envelopment.efficiency(unit, "crs", without_self=True) for unit in range(len(study.dyads))])


def ranks_among(scores, marked):
    """Ranks of marked units that have a score; 0 for the others."""
    result = np.zeros(len(scores), int)
    ranked = marked & ~np.isnan(scores)
    if ranked.any():
        result[ranked] = ranks(scores[ranked])
    return result
