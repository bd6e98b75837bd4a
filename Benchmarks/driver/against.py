"""Compares each kernel of this tree with that of another revision, in pairs.

Exit code 2 if a kernel is slower: its whole interval lies above the margin.
"""
import argparse
import sys
import tempfile
from pathlib import Path

import revision
import words
from inputs import write_inputs
from paired import PairedRatio
from runners import RunFailed, Runner

slower, faster = 1.10, 1 / 1.10
unknown_kernel = 64

# Every kernel with settings that take some tenths of a second, and the input that it reads.
kernels = [
    (("weight-sampling", "draws=2000000"), ()),
    (("product", "count=20000"), ()),
    (("first-places", "draws=300000"), ("indicators.csv",)),
    (("acceptability", "draws=300000"), ("indicators.csv",)),
    (("acceptability", "units=11476", "draws=2560", "places=10"), ()),
    (("pairwise-wins", "draws=150000"), ("indicators.csv",)),
    (("geometric-acceptability", "draws=300000"), ()),
    (("rank-sets", "repeat=10"), ("estimates.csv",)),
    (("mrqap", "permutations=10000", "repeat=20"), ("pairs.csv",)),
    (("year-bootstrap", "repeat=50"), ()),
    (("specifications", "repeat=200"), ()),
    (("method", "id=promethee-ii", "repeat=100"), ("indicators.csv",)),
    (("coinr-asem",), ("asem.csv", "asem-indicators.csv")),
    (("sobol", "rows=65536"), ()),
    (("ppml", "repeat=3"), ("flows.csv",)),
    (("dea", "repeat=10"), ("production.csv",)),
    (("csv",), ("dyad-years.csv",)),
]


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run against")
    parser.add_argument("bench")
    parser.add_argument("revision", help="what to compare with, for example main or HEAD~3")
    parser.add_argument("--rounds", type=int, default=15, help="pairs of runs of each kernel (default: 15)")
    parser.add_argument("--only", help="only kernels whose command contains this")
    options = parser.parse_args()
    repository = Path(__file__).resolve().parent.parent.parent
    old, commit, has_todays = revision.build(options.revision, repository)
    chosen = [
        (settings, files) for settings, files in kernels if not options.only or options.only in " ".join(settings)
    ]
    with tempfile.TemporaryDirectory() as work:
        write_inputs(work, repository)
        found = [
            (settings, _ratio(settings, [f"{work}/{file}" for file in files], options.bench, old, options.rounds))
            for settings, files in chosen
        ]
    print(
        f"Processor time of this tree over that of {options.revision} ({commit[:12]}): median of {options.rounds} "
        f"pairs on one core, 95 % interval; slower if all of it is above {slower:.2f}."
        + ("" if has_todays else " Kernels of that revision as they were there, since today's do not build on it.")
        + "\n"
    )
    print(words.table(["kernel", "ratio", "interval", ""], [_cells(settings, ratio) for settings, ratio in found]))
    if any(ratio and ratio.low > slower for _, ratio in found):
        sys.exit(2)


def _ratio(settings, files, new, old, rounds):
    """Runs both in turn, the first of a pair being the second of the next; None if the old one has no such kernel."""
    kernel, *values = settings
    runners = [Runner(name, (program, kernel, *files, *values)) for name, program in (("new", new), ("old", old))]
    ratios = []
    for place in range(rounds):
        order = runners if place % 2 == 0 else runners[::-1]
        try:
            seconds = {runner.name: runner.measure().processor_seconds for runner in order}
        except RunFailed as failure:
            if failure.code == unknown_kernel:
                return None
            raise
        ratios.append(seconds["new"] / seconds["old"])
    print(f"{' '.join(settings)}: done", file=sys.stderr)
    return PairedRatio.of(ratios)


def _cells(settings, ratio):
    name = " ".join(settings)
    if ratio is None:
        return [name, "—", "—", "not there"]
    verdict = "**slower**" if ratio.low > slower else "faster" if ratio.high < faster else "—"
    return [name, f"{ratio.median:.3f}", f"{ratio.low:.3f} to {ratio.high:.3f}", verdict]


if __name__ == "__main__":
    main()
