"""Measures time and memory against the size of a problem, and writes growth.csv, growth.svg and GROWTH.md."""
import argparse
import csv
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import growth_document
import machine
from runners import Runner, WholeRunner
from specification_study import studies

fields = ["varied", "computation", "size", "seconds", "megabytes"]
states = [14, 25, 45, 80, 115, 152, 196]


@dataclass(frozen=True)
class Point:
    varied: str
    computation: str
    size: int
    runner: Runner


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run growth")
    parser.add_argument("bench")
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=3, help="how often each size is run (default: 3)")
    parser.add_argument("--draw", action="store_true", help="only draw growth.csv again")
    options = parser.parse_args()
    here = Path(__file__).resolve().parent.parent
    if not options.draw:
        with tempfile.TemporaryDirectory() as work:
            rows = _measure(_points(options, here.parent, Path(work)), options.rounds)
        with open(here / "growth.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, fields, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    idle = Runner("idle", (options.bench, "weight-sampling", "draws=256")).measure().megabytes
    facts = machine.sentences(options.bench) + [f"The program by itself holds {idle:.0f} MB."]
    growth_document.write(here, growth_document.read(here / "growth.csv"), options.rounds, facts)


def _points(options, repository, work):
    def kernels(varied, size, *settings, of_ranks=()):
        for kernel, more in (("first-places", ()), ("acceptability", of_ranks)):
            yield Point(varied, kernel, size, Runner(kernel, (options.bench, kernel, *settings, *more)))

    for draws in (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000):
        yield from kernels("draws", draws, f"draws={draws}")
    for count in states:
        pairs = count * (count - 1) // 2
        yield from kernels("pairs", pairs, f"units={pairs}", "draws=10240", of_ranks=["places=10"])
    for indicators in (4, 8, 16, 32, 64):
        yield from kernels("indicators", indicators, f"indicators={indicators}", "draws=102400")
    first_study = (repository / "studies/azerbaijan-kazakhstan.yaml").read_text()
    for combinations, text in studies(first_study):
        study = work / f"specifications-{combinations}.yaml"
        study.write_text(text)
        command = (options.program, "run", study, "--output", work / "results", "--quiet")
        yield Point("specifications", "multiverse", combinations, WholeRunner("run", command))


def _measure(points, rounds):
    """Rows of `fields`: medians of processor seconds, and the largest peak memory.

    A run of a study without specifications is taken off the seconds of those with them.
    """
    points = list(points)
    found = [[] for _ in points]
    for place in range(rounds):
        for point, measurements in zip(points, found):
            measurements.append(point.runner.measure())
        print(f"round {place + 1} of {rounds}", file=sys.stderr)
    rows = []
    for point, measurements in zip(points, found):
        seconds = statistics.median(one.processor_seconds for one in measurements)
        memory = max(one.megabytes for one in measurements)
        rows.append(dict(zip(fields, (point.varied, point.computation, point.size, seconds, round(memory, 1)))))
    base = next((row["seconds"] for row in rows if row["size"] == 0), 0)
    for row in rows:
        row["seconds"] = round(row["seconds"] - (base if row["varied"] == "specifications" else 0), 6)
    return [row for row in rows if row["size"] > 0]


if __name__ == "__main__":
    main()
