"""Rates shrunk by a gamma-Poisson model, and data envelopment analysis. Needs numpy and scipy."""
import numpy as np
from scipy.optimize import brentq, linprog, minimize, minimize_scalar
from scipy.special import gammainc, gammaincinv, gammaln

NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def negative_binomial(counts, exposures, shape, rate):
    """The log likelihood of counts whose rates are Gamma(shape, rate) (Clayton & Kaldor 1987)."""
    return np.sum(
        gammaln(counts + shape) - gammaln(shape) - gammaln(counts + 1) + shape * np.log(rate / (rate + exposures))
        + counts * np.log(exposures / (rate + exposures)))


def prior(counts, exposures):
    """The most likely (shape, rate); None where a common rate is as likely."""
    def loss(p):
        return -negative_binomial(counts, exposures, np.exp(p[0]), np.exp(p[0] - p[1]))

    common = counts.sum() / exposures.sum()
    starts = [(np.log(shape), np.log(common)) for shape in (0.1, 1.0, 10.0, 100.0)]
    best = min((minimize(loss, start, method="Nelder-Mead", options={
        "xatol": 1e-10, "fatol": 1e-13, "maxiter": 4000}) for start in starts), key=lambda answer: answer.fun)
    # One Newton step at a time on differences, from where the simplex ends: values alone fix only half the digits.
    point = best.x
    for _ in range(20):
        if abs(point[0]) > np.log(1e6):
            break
        point = point - np.linalg.solve(hessian(counts, exposures, point), gradient(counts, exposures, point))
    poisson = np.sum(counts * np.log(common * exposures) - common * exposures - gammaln(counts + 1))
    if np.exp(point[0]) > 1e6 or -loss(point) <= poisson:
        return None
    return np.exp(point[0]), np.exp(point[0] - point[1])


def gradient(counts, exposures, point):
    """Of the negative log likelihood in (log shape, log mean)."""
    a, m = np.exp(point)
    expected = m * exposures
    steps = np.array([np.sum(a / (a + np.arange(int(y)))) for y in counts])
    by_shape = np.sum(steps - a * np.log1p(expected / a) + a * (expected - counts) / (a + expected))
    by_mean = np.sum(a * (counts - expected) / (a + expected))
    return -np.array([by_shape, by_mean])


def hessian(counts, exposures, point, step=1e-5):
    return np.array([
        (gradient(counts, exposures, point + step * e) - gradient(counts, exposures, point - step * e)) / (2 * step)
        for e in np.eye(2)])


def geometric_mean_quantile(posteriors, common, count, probability):
    """Of (product of gamma rates times common rates)^(1 / count), by Gauss-Legendre over the first gamma's logarithm."""
    if not posteriors:
        return common ** (1 / count)
    (a, b), *rest = posteriors
    if not rest:
        return (gammaincinv(a, probability) / b * common) ** (1 / count)
    (c, d), = rest
    low, high = np.log(max(gammaincinv(a, 1e-16), 1e-300)), np.log(gammaincinv(a, 1 - 1e-15))
    u = (low + high) / 2 + (high - low) / 2 * NODES
    mass = WEIGHTS * (high - low) / 2 * np.exp(a * u - np.exp(u) - gammaln(a))

    def excess(log_g):
        return mass @ gammainc(c, d * np.exp(count * log_g - np.log(common) - (u - np.log(b)))) - probability

    centre = (np.log(a / b) + np.log(c / d) + np.log(common)) / count
    return np.exp(brentq(excess, centre - 20, centre + 5, xtol=1e-13))


def conversion(outputs, exposures, members, with_intervals=True):
    """Unit -> (rate, low, high); None without contact observed, or with outputs and no contact."""
    priors = []
    for counts in outputs:
        fitted = members & (exposures > 0)
        priors.append(prior(counts[fitted], exposures[fitted]) or counts[fitted].sum() / exposures[fitted].sum())
    result = []
    for unit, e in enumerate(exposures):
        counts = [output[unit] for output in outputs]
        if np.isnan(e) or (e == 0 and any(counts)):
            result.append(None)
            continue
        posteriors, common, log_mean = [], 1.0, 0.0
        for y, fit in zip(counts, priors):
            if isinstance(fit, tuple):
                posteriors.append((fit[0] + y, fit[1] + e))
                log_mean += np.log(posteriors[-1][0] / posteriors[-1][1])
            else:
                common *= fit
                log_mean += np.log(fit)
        ends = [geometric_mean_quantile(posteriors, common, len(counts), p) if with_intervals else None
                for p in (0.025, 0.975)]
        result.append((np.exp(log_mean / len(counts)), *ends))
    return result


def distance(x, y, inputs, outputs, returns):
    """max phi with inputs' l <= x, outputs' l >= phi y (Charnes, Cooper & Rhodes 1978; Banker et al. 1984).

    None where no phi above zero is possible.
    """
    n = len(inputs)
    made = y > 0
    rows = np.r_[
        np.c_[np.zeros(inputs.shape[1]), (inputs / x).T],
        np.c_[np.ones(made.sum()), -(outputs[:, made] / y[made]).T]]
    limits = np.r_[np.ones(inputs.shape[1]), np.zeros(made.sum())]
    more = {}
    if returns == "vrs":
        more = {"A_eq": np.r_[0, np.ones(n)][None], "b_eq": [1]}
    elif returns == "nirs":
        rows, limits = np.r_[rows, np.r_[0, np.ones(n)][None]], np.r_[limits, 1]
    answer = linprog(np.r_[-1, np.zeros(n)], A_ub=rows, b_ub=limits, method="highs", **more)
    return -answer.fun if answer.status == 0 and -answer.fun > 1e-9 else None


class Envelopment:
    """Output-oriented efficiencies 1 / phi against the class's units with an input and an output."""

    def __init__(self, inputs, outputs, members):
        self.inputs, self.outputs = inputs, outputs
        self.frontier = np.flatnonzero(members & (inputs > 0).any(axis=1) & (outputs > 0).any(axis=1))

    def efficiency(self, unit, returns, without_self=False, only=None):
        """0 without output, nan without input or where the program is infeasible."""
        x, y = self.inputs[unit], self.outputs[unit]
        if not (x > 0).any():
            return np.nan
        if not (y > 0).any():
            return 0.0
        peers = self.frontier if only is None else np.array(only)
        if without_self:
            peers = peers[peers != unit]
        phi = distance(x, y, self.inputs[peers], self.outputs[peers], returns)
        return np.nan if phi is None else 1 / phi
