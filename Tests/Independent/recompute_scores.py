#!/usr/bin/env python3
"""Recomputes the first study from datasets/ and compares it with its results. Needs numpy, scipy and pyyaml.

    recompute_scores.py [RESULTS]    the folder of the study's results; results/azerbaijan-kazakhstan by default

Written from METHODS.md and the literature, in another language and without the program's code, so that a mistake
would have to be made twice. Tolerances: 2e-7 of the value, because results carry eight significant digits; 1e-6 where
a linear program or an optimiser is behind it; ranks and ties exactly. Not recomputed: the draws of the bootstrap and of
the imputations, of which only what must hold is checked.
"""
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import yaml

import composite_methods as composite
from gravity_model import Gravity, fit, independent_columns, separated
from kemeny import TooLarge, kemeny
from production_models import Envelopment, conversion
from study_data import CLASS, DYADS, GDP, INDICATORS, POPULATION, ROOT, STATES, TARGET


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2 numbers (1e-9 is one), as the program reads them."""


PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"), list("-+0123456789"))

STUDY = yaml.load((ROOT / "studies/azerbaijan-kazakhstan.yaml").read_text(), PlainLoader)
MEMBERS = np.array([dyad in set(CLASS) for dyad in DYADS])
UNIT = DYADS.index(TARGET)
WINDOWS = {"main": STUDY["windows"]["main"], **{w["id"]: w for w in STUDY["windows"]["sub-windows"]}}
WINDOWS = {name: (w["first-year"], w["last-year"]) for name, w in WINDOWS.items()}
DIMENSIONS = {d["id"]: d["indicators"] for d in STUDY["dimensions"]}
UNDETERMINED = {
    "undetermined-left-out": lambda dyad: False,
    "undetermined-best-case": lambda dyad: dyad == TARGET,
    "undetermined-worst-case": lambda dyad: dyad != TARGET,
}
EXACT, SCORE, SOLVER = 0.0, 2e-7, 1e-6


# --- comparing ---------------------------------------------------------------------------------------------------


class Comparison:
    def __init__(self):
        self.counts, self.largest, self.mistakes = defaultdict(int), defaultdict(float), []

    def check(self, what, key, published, expected, tolerance=SCORE):
        """Compares a cell with a value; None is an empty cell."""
        self.counts[what] += 1
        if expected is None or (isinstance(expected, float) and np.isnan(expected)):
            ok = published == ""
        elif published == "":
            ok = False
        elif isinstance(expected, str):
            ok = published == expected
        else:
            difference = abs(float(published) - expected) / max(1e-12, abs(expected))
            # A difference of two scores carries the rounding of its parts.
            if abs(float(published) - expected) <= 1e-12:
                difference = 0.0
            self.largest[what] = max(self.largest[what], difference)
            ok = difference <= tolerance
        if not ok:
            self.mistakes.append(f"{what} {'/'.join(key)}: {published or 'nothing'} published, {expected} expected")

    def demand(self, what, key, holds, sentence):
        self.counts[what] += 1
        if not holds:
            self.mistakes.append(f"{what} {'/'.join(key)}: {sentence}")


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ranks(scores, among):
    """(rank, ties) of the units that `among` marks and that have a score; None for the others."""
    units = [unit for unit in np.flatnonzero(among) if not np.isnan(scores[unit])]
    units.sort(key=lambda unit: -scores[unit])
    result = [None] * len(scores)
    tolerance = STUDY["method"]["tie-tolerance"] * (scores[units[0]] - scores[units[-1]])
    start = 0
    while start < len(units):
        group = [unit for unit in units[start:] if scores[units[start]] - scores[unit] <= tolerance]
        for unit in group:
            result[unit] = (start + 1, len(group))
        start += len(group)
    return result


# --- values and what they are measured against --------------------------------------------------------------------


def column(values):
    return np.array([np.nan if values[dyad] is None else values[dyad] for dyad in DYADS])


def geometric_size(sizes, dyad, years):
    a, b = dyad.split("-")
    known = [year for year in years if (a, year) in sizes and (b, year) in sizes]
    return np.sqrt(np.mean([sizes[a, t] for t in known]) * np.mean([sizes[b, t] for t in known])) if known else np.nan


def margins(recorded):
    """Quasi-independence: the Poisson fit with one effect a state, which meets the states' totals; None where it does
    not exist."""
    expected = np.full(len(DYADS), np.nan)
    units = [unit for unit in np.flatnonzero(MEMBERS) if not np.isnan(recorded[unit])]
    totals = {state: sum(recorded[unit] for unit in units if state in DYADS[unit]) for state in STATES}
    units = [unit for unit in units if all(totals[state] > 0 for state in DYADS[unit].split("-"))]
    active = [state for state in STATES if totals[state] > 0]
    design = np.array([[float(state in DYADS[unit]) for state in active] for unit in units])
    design = design[:, design.any(axis=0)]
    if separated(design, recorded[units]).any():
        return None
    expected[units] = fit(design[:, independent_columns(design)], recorded[units])[1]
    return expected


class Window:
    """The indicators of one window, recorded and expected."""

    def __init__(self, name):
        self.name, self.years = name, WINDOWS[name]
        self.entering = {
            name: indicator for name, indicator in INDICATORS.items() if indicator.years(self.years) is not None}
        self.recorded = {name: column(i.window_values(self.years, lambda _: True)) for name, i in self.entering.items()}
        self.entering = {name: i for name, i in self.entering.items() if self.varies(self.recorded[name])}
        self.gravity = {}
        self.expectations = {}
        for name, indicator in self.entering.items():
            self.gravity[name] = Gravity(indicator, self.years)
            # Million persons and billion US dollars, the units in which results are printed.
            for exposure, sizes, unit in (("population", POPULATION, 1e6), ("gdp", GDP, 1e9)):
                expected = np.array([geometric_size(sizes, dyad, indicator.years(self.years)) / unit for dyad in DYADS])
                self.expectations[exposure, name] = (self.recorded[name], expected)
            self.expectations["margins", name] = (self.recorded[name], margins(self.recorded[name]))
            pairs = [self.gravity[name].comparison(dyad) or (np.nan, np.nan, np.nan, np.nan) for dyad in DYADS]
            self.expectations["gravity", name] = tuple(np.array(part) for part in zip(*pairs))

    @staticmethod
    def varies(values):
        known = values[MEMBERS & ~np.isnan(values)]
        return len(known) > 0 and np.ptp(known) > 0

    def values(self, name, exposure="none", undetermined=None):
        """The indicator's values; None where it does not enter."""
        if name not in self.entering:
            return None
        indicator = self.entering[name]
        counted = self.recorded[name]
        if undetermined:
            counted = column(indicator.window_values(self.years, undetermined))
        if exposure == "none":
            return counted if self.varies(counted) else None
        observed, expected = self.expectations[exposure, name][:2]
        if expected is None:
            return None
        # A recount is set against the same expectation.
        ratio = (counted if indicator.operator == "dated-count" else observed) / expected
        return ratio if self.varies(ratio) else None


# --- composites -----------------------------------------------------------------------------------------------


def choice(value):
    """(method, its arguments) of a method choice in the study file."""
    return next(iter(value.items())) if isinstance(value, dict) else (value, None)


def scores_of(window, dimensions, method, undetermined=None):
    """(scores, weights, observed weights, indicators) of a composite. Throws NoAnswer."""
    columns, groups, names = [], [], []
    for dimension, indicators in dimensions.items():
        entering = [(name, values) for name in indicators
                    if (values := window.values(name, method["exposure"], undetermined)) is not None]
        if not entering:
            raise composite.NoAnswer(f"no indicator of {dimension} enters")
        names += [name for name, _ in entering]
        columns += [values for _, values in entering]
        groups += [dimension] * len(entering)
    groups = np.array(groups)
    x = np.array(columns).T
    raw = x / np.nanmean(x[MEMBERS], axis=0)
    if method.get("outliers") == "winsorise":
        raw = np.array([composite.winsorise(values, MEMBERS) for values in raw.T]).T
    transformed = composite.TRANSFORMS[method["transform"]](raw)
    normalisation, arguments = choice(method["normalise"])
    z = np.array([composite.normalise(values, MEMBERS, normalisation, arguments) for values in transformed.T]).T
    z = composite.fill(z, MEMBERS, groups, method["missing"])
    weighting, limits = choice(method["weights"])
    if weighting == "benefit-of-doubt":
        return composite.benefit_of_doubt(z, MEMBERS, limits["lower"], limits["upper"]), None, None, names
    weights = composite.weights_of(weighting, transformed, z, MEMBERS, groups)
    observed = ~np.isnan(x) @ weights
    aggregate = method["aggregate"]
    if isinstance(aggregate, str) and aggregate not in composite.MEANS:
        if np.isnan(z).any():
            raise composite.NoAnswer("needs complete data")
        function = kemeny if aggregate == "condorcet-kemeny" else composite.WHOLE_TABLE[aggregate]
        return function(z, weights, MEMBERS), weights, observed, names
    inside, above = aggregate if isinstance(aggregate, list) else (aggregate, aggregate)
    return composite.nested_mean(z, weights, groups, inside, above), weights, observed, names


def with_variant(dimensions, variant, new_dimensions):
    changed = {name: [i for i in indicators if i not in variant.get("remove", [])]
               for name, indicators in dimensions.items()}
    for addition in variant.get("add", []):
        if addition["dimension"] in changed:
            changed[addition["dimension"]].append(addition["indicator"])
        elif new_dimensions and addition["dimension"] not in DIMENSIONS:
            changed[addition["dimension"]] = [addition["indicator"]]
    return {name: indicators for name, indicators in changed.items() if indicators}


# --- conversion and efficiency --------------------------------------------------------------------------------


def production(window, plan, variant=None, undetermined=None):
    """(contacts, outputs) on ratio scales. Throws NoAnswer."""
    contacts, outputs = {"contacts": DIMENSIONS[plan["contacts"]]}, list(plan["outputs"])
    if variant:
        contacts = with_variant(contacts, variant, new_dimensions=False)
        for place, output in enumerate(outputs):
            if output in variant.get("remove", []):
                home = next(name for name, indicators in DIMENSIONS.items() if output in indicators)
                outputs[place] = next(a["indicator"] for a in variant["add"] if a["dimension"] == home)
    found = [values for name in contacts["contacts"]
             if (values := window.values(name, undetermined=undetermined)) is not None]
    made = [window.values(name, undetermined=undetermined) for name in outputs]
    if not found or any(values is None for values in made):
        raise composite.NoAnswer("no contacts or outputs enter")
    shares = np.array([values / np.nanmean(values[MEMBERS]) for values in found])
    return np.nanmean(shares, axis=0), made


def reading_scores(window, reading, variant=None, changes=None, undetermined=None, details=False):
    """Scores of a reading under changes. Throws NoAnswer."""
    if "conversion" in reading:
        contacts, made = production(window, reading["conversion"], variant, undetermined)
        rates = conversion(made, contacts, MEMBERS, with_intervals=details)
        scores = np.array([np.nan if rate is None else rate[0] for rate in rates])
        return (scores, contacts, made, rates) if details else scores
    if "efficiency" in reading:
        contacts, made = production(window, reading["efficiency"], variant, undetermined)
        envelopment = Envelopment(contacts[:, None], np.array(made).T, MEMBERS)
        scores = np.array([envelopment.efficiency(unit, "crs", without_self=True) for unit in range(len(DYADS))])
        return (scores, contacts, made, envelopment) if details else scores
    dimensions = {name: list(DIMENSIONS[name]) for name in reading["dimensions"]}
    if variant:
        dimensions = with_variant(dimensions, variant, new_dimensions=True)
    method = {**STUDY["method"], **reading.get("method", {}), **(changes or {})}
    result = scores_of(window, dimensions, method, undetermined)
    return result if details else result[0]


# --- the files ----------------------------------------------------------------------------------------------------


def check_scores(folder, windows, result):
    scores = {(r["window"], r["subject_kind"], r["subject"], r["dyad"]): r for r in table(folder, "scores")}
    places = {(r["window"], r["subject_kind"], r["subject"], r["dyad"]): r for r in table(folder, "ranks")}
    weights = {(r["window"], r["subject_kind"], r["subject"], r["indicator"]): r for r in table(folder, "weights")}
    subjects = [("reading", r["id"], r) for r in STUDY["readings"]]
    subjects += [("dimension", name, {"dimensions": [name]}) for name in DIMENSIONS]
    for name, window in windows.items():
        for kind, subject, reading in subjects:
            try:
                values, *rest = reading_scores(window, reading, details=True)
            except composite.NoAnswer:
                continue
            is_composite = "dimensions" in reading
            shares, observed, indicators = rest if is_composite else ([], [None] * len(DYADS), [])
            tolerance = SCORE if is_composite else SOLVER
            in_class, among_all = ranks(values, MEMBERS), ranks(values, MEMBERS | True)
            for unit, dyad in enumerate(DYADS):
                key = (name, kind, subject, dyad)
                row = scores.pop(key, None)
                place = places.pop(key, None)
                if row is None or place is None:
                    result.mistakes.append(f"scores.csv or ranks.csv has no row {'/'.join(key)}")
                    continue
                result.check("scores.csv score", key, row["score"], values[unit], tolerance)
                result.check("scores.csv observed_weight", key, row["observed_weight"], observed[unit])
                for suffix, of in (("in_class", in_class), ("among_all", among_all)):
                    for part, column_name in enumerate((f"rank_{suffix}", f"ties_{suffix}")):
                        result.check(
                            "ranks.csv", (*key, column_name), place[column_name],
                            None if of[unit] is None else of[unit][part], EXACT)
                outside = None if MEMBERS[unit] else 1 + int(np.sum(values[MEMBERS] > values[unit]))
                result.check("ranks.csv", (*key, "place_in_class"), place["place_in_class"], outside, EXACT)
            for indicator, weight in zip(indicators, shares):
                key = (name, kind, subject, indicator)
                row = weights.pop(key, {"weight": "", "winsorised": ""})
                result.check("weights.csv weight", key, row["weight"], weight)
                result.check("weights.csv winsorised", key, row["winsorised"], 0, EXACT)
    for what, left in (("scores.csv", scores), ("ranks.csv", places), ("weights.csv", weights)):
        result.mistakes += [f"{what}: {'/'.join(key)} is published, but not expected" for key in left]


def check_expectations(folder, windows, result):
    published = table(folder, "expectations")
    seen = set()
    for row in published:
        window, exposure, indicator = row["window"], row["exposure"], row["indicator"]
        key = (window, exposure, indicator, row["dyad"])
        seen.add(key[:3])
        unit = DYADS.index(row["dyad"])
        observed, expected, *interval = windows[window].expectations[exposure, indicator]
        tolerance = SOLVER if exposure in ("gravity", "margins") else SCORE
        what = f"expectations.csv {exposure}"
        result.check(what, (*key, "observed"), row["observed"], observed[unit])
        result.check(what, (*key, "expected"), row["expected"], expected[unit], tolerance)
        result.check(what, (*key, "ratio"), row["ratio"], observed[unit] / expected[unit], tolerance)
        for name, bound in zip(("ratio_low", "ratio_high"), interval or (None, None)):
            result.check(f"{what} interval", (*key, name), row[name], None if bound is None else bound[unit], tolerance)
    for name, window in windows.items():
        for (exposure, indicator), (_, expected, *_) in window.expectations.items():
            result.demand(
                "expectations.csv present", (name, exposure, indicator),
                ((name, exposure, indicator) in seen) == (expected is not None), "an expectation exists on one side only")
    for row in table(folder, "gravity"):
        model = windows[row["window"]].gravity[row["indicator"]]
        key = (row["window"], row["indicator"], row["term"])
        column_of = model.terms.index(row["term"])
        place = model.kept.index(column_of) if column_of in model.kept else None
        result.check(
            "gravity.csv estimate", key, row["estimate"], None if place is None else model.coefficients[place], SOLVER)
        result.check(
            "gravity.csv standard_error", key, row["standard_error"],
            None if place is None else model.standard_errors()[place], SOLVER)
        result.check("gravity.csv separated", key, row["separated"], model.separated, EXACT)


def check_comparisons(folder, windows, result):
    left_out = []
    published = {(r["window"], r["reading"], r["kind"], r["id"]): r for r in table(folder, "comparisons")}
    for name, window in windows.items():
        for reading in STUDY["readings"]:
            cases = [("indicators", v["id"], {"variant": v}) for v in STUDY["variants"]]
            if "dimensions" in reading:
                cases += [("method", a["id"], {"changes": a["method"]}) for a in STUDY["alternatives"]]
            cases += [("undetermined", id, {"undetermined": rule}) for id, rule in UNDETERMINED.items()]
            for kind, id, how in cases:
                key = (name, reading["id"], kind, id)
                row = published.pop(key, None)
                if row is None:
                    result.mistakes.append(f"comparisons.csv has no row {'/'.join(key)}")
                    continue
                try:
                    scores = reading_scores(window, reading, **how)
                except composite.NoAnswer:
                    result.check("comparisons.csv not assessable", key, row["rank"], None)
                    continue
                except TooLarge as reason:
                    left_out.append(f"{'/'.join(key)} (a cycle of {reason} units)")
                    continue
                of = ranks(scores, MEMBERS)
                solver = reading["id"] in ("conversion", "efficiency", "excess") or id in (
                    "gravity", "margins", "pca", "benefit-of-doubt")
                tolerance = SOLVER if solver else SCORE
                result.check("comparisons.csv rank", key, row["rank"], of[UNIT][0], EXACT)
                result.check("comparisons.csv ties", key, row["ties"], of[UNIT][1], EXACT)
                result.check(f"comparisons.csv score ({kind})", key, row["score"], scores[UNIT], tolerance)
                rivals = scores[MEMBERS & (np.arange(len(DYADS)) != UNIT)]
                margin = scores[UNIT] - np.nanmax(rivals)
                if abs(margin) > 1e-6 * abs(scores[UNIT]):
                    result.check("comparisons.csv margin", key, row["margin"], margin, tolerance)
                else:
                    result.demand("comparisons.csv margin", key, abs(float(row["margin"])) < 1e-6, "a tie expected")
                leaders = " ".join(dyad for dyad, place in zip(DYADS, of) if place and place[0] == 1)
                result.check("comparisons.csv leaders", key, row["leaders"], leaders)
    result.mistakes += [f"comparisons.csv: {'/'.join(key)} is published, but not expected" for key in published]
    return left_out


def check_production(folder, windows, result):
    readings = {name: next(r for r in STUDY["readings"] if name in r) for name in ("conversion", "efficiency")}
    rates = {(r["window"], r["dyad"]): r for r in table(folder, "conversion")}
    efficiencies = {(r["window"], r["dyad"]): r for r in table(folder, "efficiency")}
    for name, window in windows.items():
        try:
            scores, contacts, made, expected = reading_scores(window, readings["conversion"], details=True)
        except composite.NoAnswer:
            continue
        of = ranks(scores, MEMBERS)
        for unit, dyad in enumerate(DYADS):
            key = (name, dyad)
            row = rates.pop(key)
            result.check("conversion.csv contacts", key, row["contacts"], contacts[unit])
            for column_name, value in zip(("rate", "rate_low", "rate_high"), expected[unit] or (None, None, None)):
                result.check(f"conversion.csv {column_name}", key, row[column_name], value, SOLVER)
            result.check("conversion.csv rank", key, row["rank_in_class"], of[unit] and of[unit][0], EXACT)
        _, contacts, made, envelopment = reading_scores(window, readings["efficiency"], details=True)
        for unit, dyad in enumerate(DYADS):
            check_efficiency(efficiencies.pop((name, dyad)), (name, dyad), unit, contacts, envelopment, result)
    for what, left in (("conversion.csv", rates), ("efficiency.csv", efficiencies)):
        result.mistakes += [f"{what}: {'/'.join(key)} is published, but not expected" for key in left]


def check_efficiency(row, key, unit, contacts, envelopment, result):
    result.check("efficiency.csv contacts", key, row["contacts"], contacts[unit])
    of = {returns: envelopment.efficiency(unit, returns) for returns in ("crs", "vrs", "nirs")}
    of |= {f"{r}_super": envelopment.efficiency(unit, r, without_self=True) for r in ("crs", "vrs")}
    for column_name, value in of.items():
        result.check(f"efficiency.csv {column_name}", key, row[column_name], value, SOLVER)
    has_output = envelopment.outputs[unit].any() and contacts[unit] > 0
    infeasible = int(has_output and np.isnan(of["vrs_super"]))
    result.check("efficiency.csv infeasible", key, row["vrs_super_infeasible"], infeasible, EXACT)
    if of["vrs"] > 0 and not np.isnan(of["crs"] + of["nirs"]):
        scale = of["crs"] / of["vrs"]
        increasing = of["nirs"] / of["vrs"] < 1 - 1e-6
        region = "constant" if scale > 1 - 1e-6 else "increasing" if increasing else "decreasing"
    else:
        scale, region = None, None
    result.check("efficiency.csv scale", key, row["scale"], scale, SOLVER)
    result.check("efficiency.csv region", key, row["region"], region)
    if row["peers"]:
        peers = [DYADS.index(dyad) for dyad in row["peers"].split()]
        result.demand(
            "efficiency.csv peers", key, set(peers) <= set(envelopment.frontier), "a peer is not on the frontier")
        result.check("efficiency.csv crs by peers", key, row["crs"], envelopment.efficiency(unit, "crs", only=peers), SOLVER)
    if row["crs_corrected"]:
        crs, corrected, low, high = (float(row[c]) for c in ("crs", "crs_corrected", "crs_low", "crs_high"))
        result.demand(
            "efficiency.csv bootstrap", key, 0 < low <= corrected <= high <= crs * (1 + SCORE),
            f"0 < {low} <= {corrected} <= {high} <= {crs} does not hold")
    else:
        result.demand(
            "efficiency.csv bootstrap", key, not of["crs"] > 0 or not MEMBERS[unit], "no interval for an efficiency")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "results/azerbaijan-kazakhstan"
    result = Comparison()
    windows = {name: Window(name) for name in WINDOWS}
    check_scores(folder, windows, result)
    check_expectations(folder, windows, result)
    left_out = check_comparisons(folder, windows, result)
    check_production(folder, windows, result)
    for what, count in result.counts.items():
        print(f"{what}: {count} values, largest relative difference {result.largest[what]:.1e}")
    for case in left_out:
        print(f"not recomputed: {case}")
    for mistake in result.mistakes[:40]:
        print(mistake, file=sys.stderr)
    print(f"independent recomputation: {sum(result.counts.values())} values compared, {len(result.mistakes)} differ")
    return 1 if result.mistakes or not result.counts else 0


if __name__ == "__main__":
    sys.exit(main())
