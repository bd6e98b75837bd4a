#!/usr/bin/env python3
"""Whether the numbers of README.md and docs/FIRST_STUDY.md are those of results/azerbaijan-kazakhstan.

    check_answer.py [ROOT]    the root of the repository; the one of this file by default

Every row of the table of the answer is written again from the CSV files and must stand in the README as it is; so must, in
docs/FIRST_STUDY.md, every rank by reading and window, and every change that is one row of comparisons.csv.
"""
import csv
import sys
from pathlib import Path

STUDY = "azerbaijan-kazakhstan"
TARGET = "AZE-KAZ"
READINGS = ("volume", "output")
CLASSES = {
    "rank among the 3 pairs of the Caspian littoral": "caspian-littoral",
    "among the 15 of South Caucasus with Central Asia": "south-caucasus-central-asia",
    "among the 75 without a common land border": "no-land-border",
    "among the 55 without the Baltic states": "without-baltics",
    "among all 105, the exception lifted": "exception-lifted",
}
CHANGES = {
    "projects with the best evidence only": "projects-evidence-a",
    "without GDELT": "without-gdelt",
    "gas pipelines added to projects": "with-gas-pipelines",
    "trade added as an output": "with-trade",
    "diplomatic exchange added to contacts": "with-diplomatic-exchange",
    "announced projects included": "projects-with-announced",
    "a gravity expectation": "gravity",
}
SUBJECTS = ["volume", "output", "conversion", "efficiency", "excess", "contacts", "agreements", "projects"]
WINDOWS = ["main", "1993-2003", "2004-2022"]


class Results:
    def __init__(self, folder):
        self.folder = folder

    def rows(self, name, **wanted):
        with open(self.folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if all(row[key] == value for key, value in wanted.items())]

    def cell(self, name, column, **wanted):
        (row,) = self.rows(name, **wanted)
        return row[column]


def pair(values):
    """The two cells of a row of the answer."""
    return f"| {values[0]} | {values[1]} |"


def share(text):
    """Four decimals, as in the text; nothing else for a plain zero."""
    return "0" if float(text) == 0 else f"{float(text):.4f}"


def answer(results):
    """What must stand in the README: the label of each row with its two cells."""
    each = lambda make: pair([make(reading) for reading in READINGS])
    yield "| verdict " + each(lambda r: results.cell("verdict-evidence", "verdict", reading=r).replace("-", " "))
    yield "| rank under the default specification " + each(
        lambda r: results.cell("verdict", "rank", window="main", subject=r))
    yield "| M: share of admissible specifications in which it is first " + each(
        lambda r: share(results.cell("multiverse-summary", "first", reading=r))
        + f" of {int(results.cell('multiverse-summary', 'specifications', reading=r)):,}")
    yield "| its median rank over them " + each(lambda r: results.cell("multiverse-summary", "rank_median", reading=r))
    yield "| W: share of 100,000 random weights under which it is first " + each(
        lambda r: share(results.cell("first-places", "first", reading=r, space="uniform", dyad=TARGET)))
    yield "| the same for Kazakhstan-Uzbekistan " + each(
        lambda r: f"{float(results.cell('first-places', 'first', reading=r, space='uniform', dyad='KAZ-UZB')):.3f}")
    yield "| J: share of 10,000 joint draws of all doubts in which it is first " + each(
        lambda r: share(results.cell("joint", "first", reading=r, dyad=TARGET)))
    yield "| its median rank over them, and the middle 95 % " + each(
        lambda r: "{rank_median} ({rank_low} to {rank_high})".format(**results.rows("joint", reading=r, dyad=TARGET)[0]))
    yield "| ranks that the sampling of years leaves open, 95 % " + each(
        lambda r: "{marginal_low} to {marginal_high}".format(**results.rows("rank-confidence", reading=r, dyad=TARGET)[0]))
    yield "| factor by which its records alone would have to be too low " + each(
        lambda r: f"{float(results.cell('tipping-points', 'factor', reading=r, dimension='all')):.2f}")
    for label, name in CLASSES.items():
        yield f"| {label} " + each(
            lambda r, name=name: results.cell("classes", "rank_refitted", window="main", reading=r, **{"class": name}))
    yield "| Russia's 14 pairs that stand above it / above all 91 " + each(
        lambda r: " / ".join(
            str(sum(row[column] == "1" for row in results.rows("exception", window="main", reading=r)))
            for column in ("above_target", "above_class")))


def ranks_by_window(results):
    """The cells of the table of ranks by reading, dimension and window, one list a subject."""
    for subject in SUBJECTS:
        cells = []
        for window in WINDOWS:
            (row,) = results.rows("verdict", subject=subject, window=window)
            shared = ", shared" if row["ties"] not in ("", "1") else ""
            cells.append(f"{row['rank']} of {row['class_size']}{shared}" if row["rank"] else "not assessable")
        yield subject, "| " + " | ".join(cells) + " |"


def changes(results):
    """The row of every change of docs/FIRST_STUDY.md that is one row of comparisons.csv."""
    for label, name in CHANGES.items():
        cells = [results.cell("comparisons", "rank", window="main", reading=reading, id=name) for reading in READINGS]
        yield f"| {label} " + pair(cells)


def problems(root):
    results = Results(root / "results" / STUDY)
    readme = (root / "README.md").read_text(encoding="utf-8")
    for row in answer(results):
        if row not in readme:
            yield f"README.md: the results say {row}"
    first_study = (root / "docs/FIRST_STUDY.md").read_text(encoding="utf-8").splitlines()
    for subject, cells in ranks_by_window(results):
        if not any(line.startswith(f"| {subject}") and line.endswith(cells) for line in first_study):
            yield f"docs/FIRST_STUDY.md: for {subject} the results say {cells}"
    for row in changes(results):
        if row not in first_study:
            yield f"docs/FIRST_STUDY.md: the results say {row}"


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    found = list(problems(root))
    print("\n".join(found) or "the answer in the README is that of the results", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
