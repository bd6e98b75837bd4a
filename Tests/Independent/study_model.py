"""A study's composites from datasets/, on any of its windows and classes. Needs numpy, scipy and pyyaml.

Window values are arrays over the pairs of the study, nan for missing; a class is an array of marks over the pairs.
"""
import re
from itertools import combinations

import numpy as np
import yaml

import composite_methods as composite
from study_data import INDICATORS, MINIMUM_YEARS, ROOT


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2 numbers (1e-9 is one), as the program reads them."""


PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"), list("-+0123456789"))


def choice(value):
    """(method, its arguments) of a method choice in the study file."""
    return next(iter(value.items())) if isinstance(value, dict) else (value, None)


def ranks(scores, tolerance=1e-9):
    """Ranks of scores without gaps, 1 the highest; ties, within a share of the range of their first, share one."""
    order = np.argsort(-scores, kind="stable")
    result = np.zeros(len(scores), int)
    near, first = tolerance * np.ptp(scores), None
    for place, unit in enumerate(order):
        if first is None or scores[order[first]] - scores[unit] > near:
            first = place
        result[unit] = first + 1
    return result


def varies(values):
    """Whether known values differ by more than rounding."""
    known = values[~np.isnan(values)]
    return len(known) > 0 and np.ptp(known) > 1e-9 * np.abs(known).max()


class Study:
    def __init__(self, name):
        self.plan = yaml.load((ROOT / f"studies/{name}.yaml").read_text(), PlainLoader)
        self.name, self.target = name, self.plan["claim"]["target"]
        self.states = sorted(self.plan["states"])
        self.dyads = ["-".join(pair) for pair in combinations(self.states, 2)]
        self.excluded = set(self.plan["claim"].get("reference-class", {}).get("without", []))
        self.members = np.array([not set(dyad.split("-")) & self.excluded for dyad in self.dyads])
        self.unit = self.dyads.index(self.target)
        windows = self.plan["windows"]
        self.windows = {"main": windows["main"], **{w["id"]: w for w in windows.get("sub-windows", [])}}
        self.windows = {name: (w["first-year"], w["last-year"]) for name, w in self.windows.items()}
        self.dimensions = {d["id"]: d["indicators"] for d in self.plan["dimensions"]}
        self.readings = {r["id"]: r for r in self.plan["readings"]}

    def method(self, reading):
        return {**self.plan["method"], **self.readings[reading].get("method", {})}

    def yearly(self, name, window, members):
        """(years, years x pairs with nan) of an annual series; None for what has no value for each year."""
        series = INDICATORS[name]
        if series.operator in ("snapshot", "dated-count"):
            return None
        years = series.years(self.windows[window])
        if years is None:
            return None
        table = np.array([[series.values[dyad].get(year, np.nan) for dyad in self.dyads] for year in years])
        if series.operator == "share-of-year":
            totals = np.nansum(table[:, members], axis=1)
            table = np.where(totals[:, None] > 0, table / np.where(totals > 0, totals, 1)[:, None], np.nan)
        return years, table

    def value(self, name, window, members, undetermined=lambda _: True):
        """Window values; None where the indicator does not enter, since it has too few years or does not vary."""
        series = INDICATORS[name]
        if series.operator in ("snapshot", "dated-count"):
            if series.years(self.windows[window]) is None:
                return None
            values = series.window_values(self.windows[window], undetermined)
            values = np.array([np.nan if values[d] is None else values[d] for d in self.dyads])
        elif (annual := self.yearly(name, window, members)) is None:
            return None
        else:
            known = (~np.isnan(annual[1])).sum(axis=0)
            sums = np.nansum(annual[1], axis=0)
            values = np.where(known > 0, sums if series.operator == "sum" else sums / np.maximum(known, 1), np.nan)
        return values if varies(values[members]) else None

    def values(self, reading, window="main", members=None):
        """(values by indicator, dimension by indicator) of a composite. Throws NoAnswer."""
        members = self.members if members is None else members
        found, homes = {}, {}
        for dimension in self.readings[reading]["dimensions"]:
            for name in self.dimensions[dimension]:
                values = self.value(name, window, members)
                if values is not None:
                    found[name], homes[name] = values, dimension
            if dimension not in homes.values():
                raise composite.NoAnswer(f"no indicator of {dimension} enters")
        return found, homes


def normalised(x, members, method):
    """(transformed values, normalised values), pairs x indicators, before anything missing is filled."""
    if method["scaling"] == "class-mean":
        x = x / np.nanmean(x[members], axis=0)
    transformed = composite.TRANSFORMS[method["transform"]](x)
    how, arguments = choice(method["normalise"])
    return transformed, np.array([composite.normalise(v, members, how, arguments) for v in transformed.T]).T


def composite_scores(x, members, groups, method, weights=None):
    """Scores of pairs x indicators; with weights, those instead of the method's."""
    transformed, z = normalised(x, members, method)
    z = composite.fill(z, members, groups, method["missing"])
    if weights is None:
        weights = composite.weights_of(method["weights"], transformed, z, members, groups)
    aggregate = method["aggregate"]
    if isinstance(aggregate, str) and aggregate not in composite.MEANS:
        if np.isnan(z).any():
            raise composite.NoAnswer("needs complete data")
        return composite.WHOLE_TABLE[aggregate](z, weights, members)
    inside, above = aggregate if isinstance(aggregate, list) else (aggregate, aggregate)
    return composite.nested_mean(z, weights, groups, inside, above)
