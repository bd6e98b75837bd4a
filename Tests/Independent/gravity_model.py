"""Poisson pseudo-maximum likelihood with dyadic-robust errors, and what it expects of pairs. Needs numpy and scipy.

Newton steps on the Poisson score of an orthogonalised design; separated observations by a linear program (a direction
of recession of the likelihood; Santos Silva & Tenreyro 2010); the dyadic-robust sum over pairs of dyads that share a
state (Aronow, Samii & Assenova 2015), negative eigenvalues set to zero; the gradient of the logarithm of the expected
value row by row.
"""
import numpy as np
from scipy.linalg import null_space
from scipy.optimize import linprog

from study_data import CLASS, COVARIATES, DYADS, covariates

Z = 1.959963984540054


def fit(x, y):
    """Coefficients and means, for a design of full rank without separated observations."""
    q, r = np.linalg.qr(x)
    q, r = q * np.sqrt(len(y)), r / np.sqrt(len(y))

    def objective(g):
        with np.errstate(over="ignore"):
            return np.sum(np.exp(q @ g) - y * (q @ g))

    g = np.linalg.lstsq(q, np.log((y + y.mean()) / 2), rcond=None)[0]
    for _ in range(200):
        mean = np.exp(q @ g)
        step, size = np.linalg.solve((q.T * mean) @ q, q.T @ (y - mean)), 1.0
        while not objective(g + size * step) <= objective(g) + 1e-9 * abs(objective(g)) and size > 1e-6:
            size /= 2
        g = g + size * step
        if np.abs(step).max() < 1e-13:
            break
    b = np.linalg.solve(r, g)
    return b, np.exp(x @ b)


def separated(x, y):
    """Marks the observations whose mean is zero in the limit: all that some direction sends to minus infinity."""
    found = y < 0
    x = x[:, x.any(axis=0)]
    x = x / np.abs(x).max(axis=0)
    while True:
        directions = null_space(x[y > 0], rcond=1e-10)
        zeros = np.flatnonzero((y == 0) & ~found)
        moved = x[zeros] @ directions
        if directions.shape[1] == 0 or np.abs(moved).max(initial=0) < 1e-9:
            return found
        # max sum t, t <= 1, t <= moved d: the largest support of a direction that lowers no zero.
        n, k = moved.shape
        answer = linprog(
            np.r_[np.zeros(k), -np.ones(n)], A_ub=np.c_[-moved, np.eye(n)], b_ub=np.zeros(n),
            bounds=[(None, None)] * k + [(0, 1)] * n, method="highs")
        support = answer.x[k:] > 1e-7
        if not support.any():
            return found
        found[zeros[support]] = True


def independent_columns(x):
    """The columns that do not depend on columns before them."""
    kept, basis = [], np.zeros((len(x), 0))
    for k in range(x.shape[1]):
        column = x[:, k]
        rest = column - basis @ (basis.T @ column)
        rest = rest - basis @ (basis.T @ rest)
        if np.linalg.norm(rest) > 1e-9 * np.linalg.norm(column) > 0:
            kept.append(k)
            basis = np.c_[basis, rest / np.linalg.norm(rest)]
    return kept


def dyadic_covariance(x, y, mean, dyads):
    names = sorted(set(dyads))
    place = {name: i for i, name in enumerate(names)}
    sums = np.zeros((len(names), x.shape[1]))
    np.add.at(sums, [place[dyad] for dyad in dyads], x * (y - mean)[:, None])
    shares = np.array([[float(bool(set(p.split("-")) & set(q.split("-")))) for q in names] for p in names])
    information = (x.T * mean) @ x
    scale = np.sqrt(np.diag(information))
    unit = np.outer(scale, scale)
    root = np.linalg.cholesky(np.linalg.inv(information / unit))
    values, vectors = np.linalg.eigh(root.T @ (sums.T @ shares @ sums / unit) @ root)
    half = root @ vectors @ np.diag(np.sqrt(np.clip(values, 0, None)))
    return half @ half.T / unit


def observations(indicator, window, members):
    """(dyad, year or None, value, covariates) with complete covariates, and the effect years."""
    years = indicator.years(window)
    found = []
    if indicator.operator in ("snapshot", "dated-count"):
        values = indicator.window_values(window, lambda _: 1)
        for dyad in DYADS:
            dates = years if indicator.operator == "dated-count" else [
                year for year in years if year in indicator.values[dyad]]
            known = [c for year in dates if (c := covariates(dyad, year))]
            if values[dyad] is not None and known:
                found.append((dyad, None, values[dyad], np.mean(known, axis=0)))
        return found, None
    for dyad in DYADS:
        for year in years:
            known = covariates(dyad, year)
            if known and year in indicator.values[dyad]:
                found.append((dyad, year, indicator.values[dyad][year], np.array(known)))
    effects = sorted({year for dyad, year, _, _ in found if dyad in members})
    return [row for row in found if row[1] in effects], effects


class Gravity:
    """The gravity equation of an indicator in a window, fitted on a class."""

    def __init__(self, indicator, window, members=CLASS):
        members = set(members)
        found, effects = observations(indicator, window, members)
        self.is_share, self.is_mean = indicator.operator == "share-of-year", indicator.operator == "mean"
        self.terms = (["constant"] if effects is None else [f"year_{year}" for year in effects]) + COVARIATES
        design = np.array([
            np.r_[[1.0] if effects is None else [float(year == effect) for effect in effects], known]
            for _, year, _, known in found])
        value = np.array([row[2] for row in found])
        in_class = np.array([row[0] in members for row in found])
        x, y = design[in_class], value[in_class]
        apart = separated(x, y)
        self.separated = int(apart.sum())
        used = x[~apart]
        self.kept = independent_columns(used)
        self.coefficients, means = fit(used[:, self.kept], y[~apart])
        own = [row[0] for row, inside in zip(found, in_class) if inside]
        self.covariance = dyadic_covariance(
            used[:, self.kept], y[~apart], means, [dyad for dyad, out in zip(own, apart) if not out])
        # Rows outside the class can be predicted if they keep the dependences among the columns of the fit.
        self.rows = []
        left = [column for column in range(used.shape[1]) if column not in self.kept]
        basis = np.linalg.lstsq(used[:, self.kept], used[:, left], rcond=None)[0]
        fitted = np.zeros(len(y))
        fitted[~apart] = means
        of_member = iter(fitted)
        for (dyad, year, v, _), row, inside in zip(found, design, in_class):
            if inside:
                self.rows.append((dyad, year, v, next(of_member), row[self.kept]))
            elif np.allclose(row[self.kept] @ basis, row[left], rtol=0, atol=1e-8):
                self.rows.append((dyad, year, v, np.exp(row[self.kept] @ self.coefficients), row[self.kept]))
        self.totals = {}
        for dyad, year, v, mu, row in self.rows:
            if dyad in members and year is not None:
                total = self.totals.setdefault(year, [0.0, 0.0, np.zeros(len(self.kept))])
                total[0] += v
                total[1] += mu
                total[2] = total[2] + mu * row

    def standard_errors(self):
        return np.sqrt(np.diag(self.covariance))

    def comparison(self, dyad):
        """Observed, expected, and the interval of their ratio; None where nothing is expected."""
        own = [row for row in self.rows if row[0] == dyad]
        if self.is_share:
            own = [row for row in own if self.totals[row[1]][1] > 0]
        count = len(own) if self.is_share or self.is_mean else 1
        expected, observed, gradient = 0.0, 0.0, np.zeros(len(self.kept))
        for _, year, value, mu, row in own:
            total = self.totals[year] if self.is_share else (1.0, 1.0, 0 * row)
            expected += mu / total[1] / count
            observed += value / total[0] / count
            gradient = gradient + mu / total[1] / count * (row - total[2] / total[1])
        if not expected > 0:
            return None
        gradient = gradient / expected
        error = np.sqrt(gradient @ self.covariance @ gradient)
        ratio = observed / expected
        return observed, expected, ratio * np.exp(-Z * error), ratio * np.exp(Z * error)
