"""Turns the output of `dyadscore-bench coverage` (coverage.csv) into COVERAGE.md."""
import csv
import sys

here = sys.argv[1]
rows = list(csv.DictReader(open(f"{here}/coverage.csv")))
lines = [
    "# How often nominal 95 % intervals and rank sets hold the truth",
    "",
    "Written by `Benchmarks/run coverage` from `coverage.csv`. Simulated yearly scores of units that do not differ: normal, "
    "stationary, with the autocorrelation named; intervals are those of the difference of two units; a set of ranks is right "
    "if it holds every rank of the tie, the least favourable truth. In percent; the Monte Carlo standard error is in the CSV "
    "(about 0.5 points for 4 units, 2 for 91).",
]
for units in dict.fromkeys(row["units"] for row in rows):
    chosen = [row for row in rows if row["units"] == units]
    methods = list(dict.fromkeys(row["method"] for row in chosen))
    lines += ["", f"## {units} units, {chosen[0]['panels']} panels", "", "| years | autocorrelation | " + " | ".join(methods) + " |", "|" + "---|" * (2 + len(methods))]
    for key in dict.fromkeys((row["years"], row["autocorrelation"]) for row in chosen):
        values = {row["method"]: 100 * float(row["coverage"]) for row in chosen if (row["years"], row["autocorrelation"]) == key}
        lines.append(f"| {key[0]} | {float(key[1]):g} | " + " | ".join(f"{values[m]:.1f}" for m in methods) + " |")
open(f"{here}/COVERAGE.md", "w").write("\n".join(lines) + "\n")
