"""Ranks under random weights by batches in numpy: the peer of `first-places` and `acceptability`.

Usage: weights_numpy.py TABLE first-places|acceptability DRAWS [PROCESSES]

As fast as plain numpy goes: weights are not scaled to sum one, which changes no rank; scores come out of one product a
batch; sorting is numpy's own vectorised one; batches have the size that was fastest for ranks on the machine of
RESULTS.md, of 100, 250, 350, 500, 1,000, 2,000, 5,000 and 20,000 draws (for first places 1,000 is 5 % faster).
"""
import multiprocessing
import sys

import numpy as np

from timing import peak_megabytes, report

batch = 250


def count(task):
    """Counts of places, units x places, or of first places alone; and the memory of the process."""
    table, what, draws, seed = task
    units, indicators = table.shape
    generator = np.random.default_rng(seed)
    values = np.ascontiguousarray(-table.T)  # the best is lowest, so that sorting puts it first
    places = np.arange(units) * units
    counts = np.zeros(units if what == "first-places" else units * units, dtype=np.int64)
    for first in range(0, draws, batch):
        weights = generator.standard_exponential((min(batch, draws - first), indicators))
        scores = weights @ values
        if what == "first-places":
            counts += np.bincount(scores.argmin(axis=1), minlength=units)
        else:
            order = scores.argsort(axis=1)  # who has each place
            counts += np.bincount((order + places).ravel(), minlength=units * units)
    if what != "first-places":
        counts = counts.reshape(units, units).T
    return counts, peak_megabytes()


def main():
    table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
    what, draws = sys.argv[2], int(sys.argv[3])
    processes = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    tasks = [(table, what, draws // processes, seed) for seed in range(processes)]

    workers = []

    def shares():
        if processes == 1:
            counts, _ = count(tasks[0])
        else:
            with multiprocessing.Pool(processes) as pool:
                parts = pool.map(count, tasks)
            counts = sum(part for part, _ in parts)
            workers.extend(megabytes for _, megabytes in parts)
        if what == "first-places":
            return counts / draws
        return np.concatenate([counts[:, 0], counts[:, -1]]) / draws

    report(shares, megabytes_of_workers=lambda: sum(workers))


if __name__ == "__main__":
    main()
