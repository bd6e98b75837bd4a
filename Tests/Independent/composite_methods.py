"""Composite indices of units by indicators, from the formulas in the literature. Needs numpy and scipy.

Values are arrays of units x indicators with nan for missing; `members` marks the reference class, on which everything
is fitted. OECD/JRC Handbook on Constructing Composite Indicators (2008) unless another source is named.
"""
import warnings

import numpy as np
from scipy.optimize import linprog
from scipy.stats import kurtosis, skew


class NoAnswer(Exception):
    """The methods do not take the values."""


# --- outliers, transforms, normalisation -----------------------------------------------------------------------


def is_tame(values):
    """Skewness below 2 or excess kurtosis below 3.5 (type 2); a sample without these moments has no outliers."""
    if np.ptp(values) == 0:
        return True
    return abs(skew(values, bias=False)) < 2 or kurtosis(values, bias=False) < 3.5


def winsorise(column, members, points=5):
    """Becker et al. (2022), COINr: pull in up to five values; else the logarithm ln(x - min + 0.01 range).

    A column of which one value would be left stays as it is.
    """
    known = column[members & ~np.isnan(column)]
    values, moved = known.copy(), {True: 0, False: 0}
    while not is_tame(values) and sum(moved.values()) < points:
        high = skew(values, bias=False) >= 0
        extreme = values.max() if high else values.min()
        others = values[values != extreme]
        values[values == extreme] = others.max() if high else others.min()
        moved[high] = len(values) - len(others)
    if np.ptp(values) == 0:
        return column
    if is_tame(values):
        upper = values.max() if moved[True] else np.inf
        lower = values.min() if moved[False] else -np.inf
        return np.clip(column, lower, upper)
    lowest, span = known.min(), np.ptp(known)
    return np.log(np.maximum(column, lowest) - lowest + 0.01 * span)


TRANSFORMS = {"identity": lambda x: x, "log1p": np.log1p, "sqrt": np.sqrt}


def normalise(column, members, method, arguments):
    known = column[members & ~np.isnan(column)]
    if np.ptp(known) == 0:
        raise NoAnswer("constant")
    n = len(known)
    if method == "z-score":
        arguments = arguments or {}
        spread = known.std(ddof=0 if arguments.get("denominator") == "n" else 1)
        return arguments.get("mean", 0) + arguments.get("deviation", 1) * (column - known.mean()) / spread
    if method == "min-max":
        low, high = arguments or (0, 1)
        return low + (high - low) * (column - known.min()) / np.ptp(known)
    if method == "distance-to-best":
        return column / known.max()
    below = np.array([np.nan if np.isnan(x) else np.sum(known < x) for x in column])
    if method == "percentile":
        return 100 * (below + 1) / n
    equal = np.array([np.sum(known == x) for x in column]) - members
    if method == "rank":
        return (below + equal / 2) / (n - 1)
    raise ValueError(method)


def fill(x, members, groups, rule):
    x = x.copy()
    if rule == "dimension-mean":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            means = np.array([np.nanmean(x[:, groups == groups[k]], axis=1) for k in range(x.shape[1])]).T
        return np.where(np.isnan(x), means, x)
    if rule in ("lower-bound", "upper-bound"):
        bound = (np.nanmin if rule == "lower-bound" else np.nanmax)(x[members], axis=0)
        return np.where(np.isnan(x), bound, x)
    return x


# --- weights ---------------------------------------------------------------------------------------------------


def complete(x, members):
    return x[members & ~np.isnan(x).any(axis=1)]


def ranged(x):
    return (x - x.min(axis=0)) / np.ptp(x, axis=0)


def varimax(loadings):
    """Kaiser's normalisation, then the rotation by singular values (as in R's varimax)."""
    lengths = np.sqrt((loadings ** 2).sum(axis=1, keepdims=True))
    x = loadings / lengths
    rotation = np.eye(x.shape[1])
    for _ in range(10_000):
        z = x @ rotation
        u, _, v = np.linalg.svd(x.T @ (z ** 3 - z * (z ** 2).mean(axis=0)))
        change, rotation = np.abs(u @ v - rotation).max(), u @ v
        if change < 1e-13:
            break
    return x @ rotation * lengths


def component_weights(x):
    """Nicoletti, Scarpetta & Boylaud (2000): squared loadings on the component of each indicator, by its variance."""
    values, vectors = np.linalg.eigh(np.corrcoef(x.T))
    values, vectors = values[::-1], vectors[:, ::-1]
    kept = int(np.sum((values > 1) | (values > values.sum() / 10)))
    while values[:kept].sum() <= 0.6 * values.sum():
        kept += 1
    squares = varimax(vectors[:, :kept] * np.sqrt(values[:kept])) ** 2
    explained = squares.sum(axis=0)
    home = squares.argmax(axis=1)
    own = squares[np.arange(len(squares)), home]
    return own / explained[home] * explained[home]


def weights_of(method, transformed, normalised, members, groups):
    """Weights of the indicators, sum one."""
    if method == "equal":
        names = list(dict.fromkeys(groups))
        return np.array([1 / len(names) / np.sum(groups == group) for group in groups])
    if method == "equal-indicator":
        importance = np.ones(len(groups))
    elif method == "pca":
        importance = component_weights(complete(normalised, members))
    else:
        x = complete(transformed, members)
        if method == "entropy":
            p = x / x.sum(axis=0)
            importance = 1 + np.sum(p * np.log(np.where(p > 0, p, 1)), axis=0) / np.log(len(x))
        elif method == "standard-deviation":
            importance = ranged(x).std(axis=0, ddof=1)
        elif method == "critic":
            importance = ranged(x).std(axis=0, ddof=1) * (1 - np.corrcoef(x.T)).sum(axis=0)
        else:
            raise ValueError(method)
    return importance / importance.sum()


def benefit_of_doubt(x, members, lower, upper):
    """Cherchye et al. (2007): max w'x, w >= 0, w'x(j) <= 1 in the class, lower <= w(k) / sum w <= upper."""
    if np.isnan(x).any() or x.min() < 0:
        raise NoAnswer("needs complete values that are not negative")
    k = x.shape[1]
    shares = np.r_[lower * np.ones((k, k)) - np.eye(k), np.eye(k) - upper * np.ones((k, k))]
    rows = np.r_[np.unique(x[members], axis=0), shares]
    limits = np.r_[np.ones(len(rows) - 2 * k), np.zeros(2 * k)]
    return np.array([-linprog(-unit, A_ub=rows, b_ub=limits, method="highs").fun for unit in x])


# --- aggregation -----------------------------------------------------------------------------------------------

MEANS = {
    "arithmetic": (lambda x: x, lambda x: x),
    "geometric": (np.log, np.exp),
    "harmonic": (lambda x: 1 / x, lambda x: 1 / x),
}


def mean_of_observed(x, weights, mean):
    forward, inverse = MEANS[mean]
    known = ~np.isnan(x)
    if mean != "arithmetic" and x[known].min() <= 0:
        raise NoAnswer("needs values above zero")
    total = known @ weights
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return inverse(np.where(known, forward(np.where(known, x, 1)), 0) @ weights / total)


def nested_mean(x, weights, groups, inside, above):
    """Means of the observed inside groups, then of the groups that have any."""
    names = list(dict.fromkeys(groups))
    of_groups = np.array([mean_of_observed(x[:, groups == g], weights[groups == g], inside) for g in names]).T
    return mean_of_observed(of_groups, np.array([weights[groups == g].sum() for g in names]), above)


def mazziotta_pareto(x, weights, _):
    """De Muro, Mazziotta & Pareto (2011): M - S cv."""
    mean = x @ weights
    deviation = np.sqrt((x - mean[:, None]) ** 2 @ weights)
    return mean - deviation * (deviation / mean)


def topsis(x, weights, members):
    """Hwang & Yoon (1981), distances only of what is lacking or ahead for units outside the class."""
    v = x * weights
    best, worst = v[members].max(axis=0), v[members].min(axis=0)
    plus = np.sqrt((np.maximum(best - v, 0) ** 2).sum(axis=1))
    minus = np.sqrt((np.maximum(v - worst, 0) ** 2).sum(axis=1))
    return minus / (plus + minus)


def vikor(x, weights, members):
    """Opricovic & Tzeng (2004), v = 1/2; 1 - Q."""
    best, worst = x[members].max(axis=0), x[members].min(axis=0)
    part = weights * (best - x) / (best - worst)
    s, r = part.sum(axis=1), part.max(axis=1)
    share = lambda z: (z - z[members].min()) / np.ptp(z[members])
    return 1 - (share(s) + share(r)) / 2


def support(x, weights, members):
    """Weight of the indicators on which a unit is better than a member, plus half of the ties; units x members."""
    return np.array([((unit > x[members]) + 0.5 * (unit == x[members])) @ weights for unit in x])


def pairwise(x, weights, members):
    s = support(x, weights, members)
    places = np.flatnonzero(members)
    s[places, np.arange(len(places))] = np.nan
    return s


def promethee(x, weights, members):
    """Brans & Vincke (1985), usual function; net flow over the class's other units."""
    class_values = x[members]
    net = []
    for i, unit in enumerate(x):
        others = class_values if not members[i] else np.delete(class_values, members[:i].sum(), axis=0)
        net.append((((unit > others) * 1.0) @ weights - ((others > unit) * 1.0) @ weights).mean())
    return np.array(net)


def copeland(x, weights, members):
    margin = 2 * pairwise(x, weights, members) - 1
    return np.nansum(margin > 1e-12, axis=1) - np.nansum(margin < -1e-12, axis=1)


def borda(x, weights, members):
    """Mean places: ranks by sorting, ties in the middle."""
    result = np.zeros(len(x))
    for k, weight in enumerate(weights):
        ordered = np.sort(x[members, k])
        below, not_above = (np.searchsorted(ordered, x[:, k], side) for side in ("left", "right"))
        result += weight * (below + (not_above - below - members) / 2)
    return result


WHOLE_TABLE = {
    "mazziotta-pareto": mazziotta_pareto, "topsis": topsis, "vikor": vikor, "promethee-ii": promethee,
    "copeland": copeland, "borda": borda}
