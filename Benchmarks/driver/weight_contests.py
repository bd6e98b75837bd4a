"""Ranks under random weights against numpy and R smaa, and two workers against one."""
import os

from agreement import Numbers, Shares
from contest import Comparison, Contest, Stored, faster_than, ratio_of, smaller_than

section = "Ranks under random weights, 91 units x 12 indicators"
file = "indicators.csv"
titles = {"first-places": "First places", "acceptability": "Rank acceptability, all ranks"}
few, many = 100_000, 10_000_000
ourselves = "ourselves"
limits = {"first-places": 0.8, "acceptability": 2.5}  # seconds for `many` draws on all cores


def contests(programs):
    return [
        _few_draws(programs, "first-places", targets=()),
        _few_draws(programs, "acceptability", targets=(ratio_of(5), smaller_than(100)), stored=Stored("R smaa", 1.84)),
        _pairs(programs),
        *(_many_draws(programs, kernel) for kernel in titles),
    ]


def _ours(programs, kernel, draws, one_core=True):
    name = f"{ourselves} on {'one core' if one_core else 'all cores'}"
    return programs.ours(kernel, f"draws={draws}", files=[file], one_core=one_core, name=name)


def _numpy(programs, kernel, draws, processes=1):
    name = "numpy, one process" if processes == 1 else f"numpy, {processes} processes"
    return programs.peer(name, "weights_numpy.py", kernel, draws, processes, file=file, one_core=processes == 1)


def _few_draws(programs, kernel, targets, stored=None):
    ours, numpy = _ours(programs, kernel, few), _numpy(programs, kernel, few)
    title = f"{titles[kernel]}, {few:,} draws"
    comparisons = [Comparison(title, ours.name, numpy.name, Shares(few), targets=targets)]
    if stored:
        comparisons.append(Comparison(title, ours.name, stored))
    return Contest(section, (ours, numpy), tuple(comparisons))


def _pairs(programs):
    ours = _ours(programs, "pairwise-wins", few)
    title = f"Rank acceptability and wins of all pairs, {few:,} draws"
    return Contest(section, (ours,), (Comparison(title, ours.name),))


def _many_draws(programs, kernel):
    one, numpy = _ours(programs, kernel, many), _numpy(programs, kernel, many)
    every, processes = _ours(programs, kernel, many, one_core=False), _numpy(programs, kernel, many, os.cpu_count())
    title = f"{titles[kernel]}, {many // 1_000_000} million draws"
    targets = (faster_than(limits[kernel]), smaller_than(100))
    return Contest(
        section,
        (one, numpy, every, processes),
        (
            Comparison(title, one.name, numpy.name, Shares(many)),
            Comparison(title, every.name, processes.name, Shares(many), targets=targets),
            Comparison(f"{title}, workers", every.name, one.name, Numbers(0), targets=(ratio_of(1.8),)),
        ),
    )
