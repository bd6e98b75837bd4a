"""The Condorcet-Kemeny orders of a class, cycle by cycle. Needs numpy and scipy."""
import numpy as np
from scipy.sparse.csgraph import connected_components

from composite_methods import pairwise

LARGEST = 18


class TooLarge(Exception):
    """A majority cycle holds too many units for all its orders to be looked at."""


def cycle_places(margins):
    """How many of the cycle's units are behind each, the mean over all optimal orders, by dynamic programming.

    best[S] is the largest sum of margins of the units of S over all that are placed later, S being placed first.
    """
    n = len(margins)
    if n == 1:
        return np.zeros(1)
    if n > LARGEST:
        raise TooLarge(n)
    size = 1 << n
    subsets = np.arange(size)
    # gain[u][S]: margins of u over the units outside S and u.
    gain = np.zeros((n, size))
    for u in range(n):
        for v in range(n):
            if v != u:
                gain[u] += np.where(subsets >> v & 1, 0.0, margins[u, v])
    counts = np.array([bin(s).count("1") for s in subsets])
    best, ways = np.full(size, -np.inf), np.zeros(size)
    best[0], ways[0] = 0.0, 1.0
    for placed in range(n):
        for u in range(n):
            s = subsets[(counts == placed) & (subsets >> u & 1 == 0)]
            t = s | 1 << u
            value = best[s] + gain[u][s]
            better = value > best[t] + 1e-9
            same = np.abs(value - best[t]) <= 1e-9
            ways[t] = np.where(better, ways[s], np.where(same, ways[t] + ways[s], ways[t]))
            best[t] = np.maximum(best[t], value)
    # Backwards: the ways to finish an order from S so that the whole is optimal.
    rest, tail = np.full(size, -np.inf), np.zeros(size)
    rest[-1], tail[-1] = 0.0, 1.0
    behind = np.zeros(n)
    for placed in range(n - 1, -1, -1):
        for u in range(n):
            s = subsets[(counts == placed) & (subsets >> u & 1 == 0)]
            t = s | 1 << u
            value = gain[u][s] + rest[t]
            better = value > rest[s] + 1e-9
            same = np.abs(value - rest[s]) <= 1e-9
            tail[s] = np.where(better, tail[t], np.where(same, tail[s] + tail[t], tail[s]))
            rest[s] = np.maximum(rest[s], value)
    for placed in range(n):
        for u in range(n):
            s = subsets[(counts == placed) & (subsets >> u & 1 == 0)]
            t = s | 1 << u
            optimal = np.abs(best[s] + gain[u][s] + rest[t] - best[-1]) <= 1e-9
            behind[u] += (n - 1 - placed) * np.sum(ways[s] * tail[t] * optimal) / ways[-1]
    return behind


def kemeny(x, weights, members):
    """Units behind, the mean over all optimal orders (nan outside the class). Throws TooLarge.

    Units that win against all units of another cycle are ahead of it in every optimal order (Truchon 1998).
    """
    places = np.flatnonzero(members)
    margins = 2 * pairwise(x, weights, members)[places] - 1
    margins[np.abs(margins) <= 1e-12] = 0
    np.fill_diagonal(margins, 0)
    count, cycle = connected_components(margins >= 0, directed=True, connection="strong")
    result = np.full(len(x), np.nan)
    for c in range(count):
        units = np.flatnonzero(cycle == c)
        beaten = np.sum(margins[units[0]][cycle != c] > 0)
        result[places[units]] = beaten + cycle_places(margins[np.ix_(units, units)])
    return result
