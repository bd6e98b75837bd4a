"""Traces every sentence of verdict.json to rows of the CSV files beside it.

Every reference must match as many rows as it says (one unless it says otherwise). Every number of a sentence must be
printed from a cell of these rows, or be their number, or be one of few numbers of the study file; every pair that is
named must be in these rows, or be the claim's own. Copies in which a number, a pair or a reference is altered must
fail: otherwise this shows nothing.

    trace_sentences.py [FOLDER STUDY]...    (without arguments: the committed results)
"""

import collections
import copy
import csv
import itertools
import json
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A number that is no part of a word, an identifier or another number, with the sign of a percentage behind it.
NUMBER = re.compile(r"(?<![A-Za-z\d.])(?:(?<!\w)-)?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?P<percent> %)?")
# Between these shares of draws lie the ranks that sentences print, as the columns rank_low and rank_high say.
PRINTED_RANGE = 0.95
# The columns of each file that sentences print; a number that stands in another column alone does not trace.
PRINTED = {
    "associations.csv": ["predictor", "estimate", "p_two_sided"],
    "classes.csv": ["title", "dyads", "rank_refitted"],
    "comparisons.csv": ["title", "rank"],
    "exact-weights.csv": ["dyad"],
    "exact-weights-vectors.csv": ["node", "value"],
    "exception.csv": [],
    "exception-states.csv": ["mean_rank", "place"],
    "first-places.csv": ["dyad", "draws", "first"],
    "influence.csv": [],
    "joint.csv": ["dyad", "draws", "first", "rank_low", "rank_median", "rank_high"],
    "joint-effects.csv": ["total"],
    "measurement-summary.csv": ["draws", "first", "rank_low", "rank_high"],
    "multiverse-summary.csv": ["specifications", "first", "rank_median", "class_median", "at_least_as_good"],
    "rank-confidence.csv": ["marginal_low", "marginal_high"],
    "reporting-errors.csv": ["dimension"],
    "sampling.csv": ["fixed_weight"],
    "smallest-removal.csv": ["size", "lower_bound"],
    "tipping-points.csv": ["factor"],
    "verdict.csv": ["rank", "class_size", "leaders"],
    "verdict-conditions.csv": ["condition"],
    "verdict-evidence.csv": ["M", "W", "J", "rank_low", "rank_high", "verdict"],
}
# Share of numbers with another last digit that have to be noticed.
LEAST_NOTICED = 0.9


def three_digits(value):
    """As the engine prints numbers in sentences."""
    return f"{value:.3g}" if abs(value) >= 1e-12 else "0"


class Results:
    """A results folder with what its sentences may name without a row."""

    def __init__(self, folder, study):
        self.folder = pathlib.Path(folder)
        self.verdict = json.loads((self.folder / "verdict.json").read_text())
        self.tables = {}
        study = yaml.safe_load(pathlib.Path(study).read_text())
        window = next(iter(study["windows"].values()))
        self.years = {str(window["first-year"]), str(window["last-year"])}
        self.shares = [study["decision-rule"]["confidence"], PRINTED_RANGE]
        # Words of the study file in which numbers are no figures.
        self.names = [self.verdict["claim"]["referenceClass"]]
        with open(ROOT / "datasets/states/states.csv", newline="") as file:
            states = {row["name"]: row["iso3"] for row in csv.DictReader(file)}
        self.pairs = {
            f"{a}-{b}": "-".join(sorted([states[a], states[b]])) for a, b in itertools.permutations(states, 2)
        }

    def rows(self, reference):
        """The rows that a reference matches."""
        name = reference["file"]
        if name not in self.tables:
            with open(self.folder / name, newline="") as file:
                self.tables[name] = list(csv.DictReader(file))
        wanted = reference["row"].items()
        return [row for row in self.tables[name] if all(row.get(key) == value for key, value in wanted)]

    def faults(self, sentence):
        """What of a sentence does not trace."""
        text, found = sentence["text"], []
        rows, counts = [], []  # cells that may be printed, numbers of rows
        for reference in sentence["rows"]:
            matched, count, columns = self.rows(reference), reference.get("count", 1), PRINTED[reference["file"]]
            if len(matched) != count:
                found.append(f"{reference['file']} {reference['row']}: {len(matched)} rows, not {count}")
            if count == 1 and columns:
                rows += [{column: row[column] for column in ["reading", *columns] if column in row} for row in matched]
            else:
                counts.append(str(count))
                # What the counted rows have in common may be named: `2nd at best, in 3 cases`.
                rows.append({"rank": reference["row"].get("rank", "")})
        if not sentence["rows"]:
            found.append("no rows")
        cells = [cell for row in rows for cell in row.values() if cell]
        found += self.pair_faults(text, cells)
        found += self.number_faults(text, cells, counts)
        if bool(re.search(r"none of \d", text)) != any(reference.get("count") == 0 and reference["row"].get("rank") == "1"
                                      for reference in sentence["rows"]):
            found.append("none is said of something, or not said of nothing")
        if text.startswith("Under the decision rule"):
            found += self.verdict_faults(text, rows)
        return found

    def pair_faults(self, text, cells):
        codes = {code for cell in cells for code in cell.split()} | {self.verdict["claim"]["target"]}
        return [f"{name} is in no row" for name, code in self.pairs.items() if name in text and code not in codes]

    def number_faults(self, text, cells, counts):
        words = sorted({cell for cell in cells if re.search("[A-Za-z]", cell) and len(cell) > 3}, key=len)
        for name in self.names + words[::-1]:
            text = text.replace(name, "")
        # How often each form of a number can be printed: a cell, once.
        plain, percents = collections.Counter(counts), collections.Counter()
        for number in (number for cell in cells for number in self.numbers(cell)):
            plain.update({number, three_digits(float(number))})
            percents[three_digits(100 * float(number))] += 1
        free = self.years, {three_digits(100 * share) for share in self.shares}
        found = []
        for match in NUMBER.finditer(text):
            number = match[0].removesuffix(" %")
            printed, given = (percents, free[1]) if match["percent"] else (plain, free[0])
            if number not in given and printed[number] == 0:
                found.append(f"{match[0]} is in no row, or more often than in the rows")
            printed[number] -= 1
        return found

    @staticmethod
    def numbers(cell):
        """The number that a cell is, or those in its words."""
        try:
            float(cell)
            return [cell]
        except ValueError:
            return re.findall(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w-])", cell)

    def verdict_faults(self, text, rows):
        verdicts = {row["reading"]: row["verdict"] for row in rows if "verdict" in row}
        said = [f"the claim is {self.verdict['verdict']['overall']}"]
        said += [f"on {reading} it is {verdict}" for reading, verdict in verdicts.items()]
        primary = {item["reading"] for item in self.verdict["verdict"]["readings"] if item["primary"]}
        found = [f"it is not said that {words}" for words in said if not re.search(words + r"\b", text)]
        return found + [f"no row on {reading}" for reading in sorted(primary - verdicts.keys())]


def altered_numbers(results, sentence, alterations):
    """Copies of a sentence with one number altered."""
    text = sentence["text"]
    for name in results.names:
        text = text.replace(name, " " * len(name))
    for match in NUMBER.finditer(text):
        digits = match[0].removesuffix(" %")
        for altered in alterations(digits):
            start, end = match.start(), match.start() + len(digits)
            yield match[0], {**sentence, "text": sentence["text"][:start] + altered + sentence["text"][end:]}


def next_to(digits):
    """The number with another last digit."""
    last = int(digits[-1])
    return [digits[:-1] + str(other) for other in (last - 1, last + 1) if 0 <= other <= 9]


def doctored(results, sentence):
    """Copies of a sentence in which one thing is altered past mistaking, with what it is."""
    text = sentence["text"]
    for number, altered in altered_numbers(results, sentence, lambda digits: [digits + "7", "9" + digits]):
        yield number, altered
    named = [name for name in results.pairs if name in text]
    for name in named:
        others = [other for other in results.pairs if other not in named]
        yield name, {**sentence, "text": text.replace(name, others[len(others) // 2])}
    for index, reference in enumerate(sentence["rows"]):
        for column, value in reference["row"].items():
            other = copy.deepcopy(sentence)
            other["rows"][index]["row"][column] = value + "x"
            if reference.get("count", 1) != 0:
                yield f"{column} {value}", other
        other = copy.deepcopy(sentence)
        other["rows"][index]["count"] = reference.get("count", 1) + 1
        yield f"count of {reference['row']}", other


def check(folder, study):
    results = Results(folder, study)
    failed = False
    alterations, near, near_noticed = 0, 0, 0
    for sentence in results.verdict["sentences"]:
        for fault in results.faults(sentence):
            print(f"{folder}: {fault}: {sentence['text']}", file=sys.stderr)
            failed = True
        for what, copied in doctored(results, sentence):
            alterations += 1
            if not results.faults(copied):
                print(f"{folder}: an altered {what} is not noticed: {copied['text']}", file=sys.stderr)
                failed = True
        for _, copied in altered_numbers(results, sentence, next_to):
            near += 1
            near_noticed += bool(results.faults(copied))
    # A number beside the right one may stand in the same row by chance: a rank of 3 beside one of 4.
    if near_noticed < LEAST_NOTICED * near:
        print(f"{folder}: {near_noticed} of {near} slightly altered numbers are noticed", file=sys.stderr)
        failed = True
    if not failed:
        sentences = len(results.verdict["sentences"])
        print(f"{folder}: {sentences} sentences trace to their rows; {alterations} alterations are noticed, "
              f"and of {near} numbers with another last digit {near_noticed}")
    return not failed


def main(arguments):
    given = list(zip(arguments[::2], arguments[1::2])) or [
        (path.parent, ROOT / "studies" / f"{path.parent.name}.yaml")
        for path in sorted((ROOT / "results").glob("*/verdict.json"))
    ]
    passed = [check(folder, study) for folder, study in given]
    return 0 if passed and all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
