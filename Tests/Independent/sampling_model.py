"""Sampling errors over years of composite scores, and exact questions about weights. Needs numpy and scipy."""
import numpy as np
from scipy.optimize import linprog

import composite_methods as composite
from study_classes import gravity_ratio
from study_data import INDICATORS
from study_model import composite_scores, normalised

COSINES = 4


class Composite:
    """A reading's indicators in the main window, as recorded and as scored, over all pairs of a study."""

    def __init__(self, study, reading):
        self.study, self.method, self.members = study, study.method(reading), study.members
        recorded, homes = study.values(reading)
        self.names, self.groups = list(recorded), np.array(list(homes.values()))
        self.recorded = np.array(list(recorded.values())).T
        self.scored = self.recorded
        if self.method["exposure"] == "gravity":
            self.scored = np.array([gravity_ratio(study, name, "main", self.members) for name in self.names]).T

    def scores(self, recorded):
        """Scores of the class when other values are recorded; what is expected stays."""
        if self.scored is not self.recorded:
            known = np.where(self.recorded > 0, self.recorded, 1)
            recorded = np.where(self.recorded > 0, self.scored * recorded / known, self.scored)
        return composite_scores(recorded, self.members, self.groups, self.method)[self.members]

    def root(self):
        """(root with root root' the covariance of the class's scores, groups of series by their years).

        A year moves a score by the derivative of the scores in the direction of the year's departures from the window
        values, by central differences. The variance of the mean of T such moves is the mean of the squares of
        Lambda(j) = (2 / T)^(1/2) sum of moves times cos(pi j (t - 1/2) / T), over T (Lazarus et al. 2018). Series of
        the same years add up; others are independent.
        """
        moves = {}
        for place, name in enumerate(self.names):
            annual = self.study.yearly(name, "main", self.members)
            if annual is None or len(annual[0]) <= COSINES:
                continue
            years, table = annual
            window = self.recorded[:, place]
            known = (~np.isnan(table)).sum(axis=0)
            yearly = table * known if INDICATORS[name].operator == "sum" else table
            departures = np.nan_to_num((yearly - window) * len(years) / np.maximum(known, 1))
            sums = moves.setdefault(tuple(years), np.zeros((len(years), self.members.sum())))
            for year, departure in enumerate(departures):
                sums[year] += self.derivative(place, departure)
        columns = []
        for years, sums in moves.items():
            count = len(years)
            for j in range(1, COSINES + 1):
                wave = np.cos(np.pi * j * (np.arange(count) + 0.5) / count)
                columns.append(np.sqrt(2 / count) * wave @ sums / np.sqrt(COSINES * count))
        return np.array(columns).T, list(moves)

    def derivative(self, place, direction):
        window = self.recorded[self.members, place]
        size = np.where(window > 0, window, np.nanmean(window))
        largest = np.nanmax(np.abs(direction[self.members]) / size)
        if largest < 1e-12:
            return 0.0
        step = 1e-4 / max(1, largest)

        def moved(step):
            values = self.recorded.copy()
            values[:, place] += step * direction
            return self.scores(values)

        return (moved(step) - moved(-step)) / (2 * step)

    def linear(self, level):
        """(values of the class, declared weights, names, filled values) of which scores are weighted sums."""
        transformed, z = normalised(self.scored, self.members, self.method)
        weights = composite.weights_of(self.method["weights"], transformed, z, self.members, self.groups)
        z = z[self.members]
        if self.method["aggregate"] == "geometric":
            z = np.log(z)
        dimensions = list(dict.fromkeys(self.groups))
        own = {}
        for dimension in dimensions:
            inside = self.groups == dimension
            known = ~np.isnan(z[:, inside])
            own[dimension] = np.nan_to_num(z[:, inside]) @ weights[inside] / (known @ weights[inside])
        if level == "dimensions":
            shares = np.array([weights[self.groups == dimension].sum() for dimension in dimensions])
            return np.array(list(own.values())).T, shares, dimensions, 0
        complete = np.array([np.where(np.isnan(v), own[group], v) for v, group in zip(z.T, self.groups)]).T
        return complete, weights, self.names, int(np.isnan(z).sum())


def largest_margin(values, unit):
    """The largest margin of a unit over all others that any weights give it."""
    ahead = values[unit] - np.delete(values, unit, axis=0)
    count = values.shape[1]
    answer = linprog(
        np.r_[np.zeros(count), -1], A_ub=np.c_[-ahead, np.ones(len(ahead))], b_ub=np.zeros(len(ahead)),
        A_eq=[np.r_[np.ones(count), 0]], b_eq=[1], bounds=[(0, None)] * count + [(None, None)], method="highs")
    return -answer.fun


def smallest_change(rows, declared):
    """The smallest sum of absolute changes of weights after which rows times weights are not below zero; or None."""
    count = len(declared)
    answer = linprog(
        np.ones(2 * count), A_ub=np.c_[-rows, rows], b_ub=rows @ declared,
        A_eq=[np.r_[np.ones(count), -np.ones(count)]], b_eq=[0],
        bounds=[(0, None)] * count + [(0, weight) for weight in declared], method="highs")
    return answer.fun if answer.status == 0 else None


def crowning(values, declared, unit):
    return smallest_change(values[unit] - np.delete(values, unit, axis=0), declared)


def dethroning(values, declared, unit):
    """(change, rival); (None, None) where no weights let a rival draw level."""
    changes = [(smallest_change((values[rival] - values[unit])[None], declared), rival)
               for rival in range(len(values)) if rival != unit]
    return min((change for change in changes if change[0] is not None), default=(None, None))
