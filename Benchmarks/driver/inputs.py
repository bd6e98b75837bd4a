"""Writes the inputs that both sides of a comparison read: seeded random tables and the ASEM case, as CSV."""
import csv
import math
import random
from pathlib import Path

seed = 202308


def write_inputs(folder, repository):
    """Every input of the comparisons, into `folder`."""
    folder = Path(folder)
    _write(folder / "indicators.csv", [f"x{k}" for k in range(12)], _normal_rows(91, 12, "indicators"))
    _write(folder / "indicators-1000.csv", [f"x{k}" for k in range(12)], _normal_rows(1000, 12, "many"))
    _write(folder / "estimates.csv", ["estimate", "standard_error"], _estimates())
    _write(folder / "pairs.csv", ["y", "x1", "x2", "x3"], _pairs())
    _write(folder / "flows.csv", ["flow"] + [f"x{k}" for k in range(1, 20)], _flows())
    _write(folder / "production.csv", ["in1", "in2", "out1", "out2"], _production())
    _write(folder / "dyad-years.csv", ["iso3_a", "iso3_b", "year", "count", "value"], _dyad_years())
    _write_asem(folder, Path(repository) / "Tests/ReferenceCases/coinr-asem")


def _write(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _normal_rows(rows, columns, name):
    draw = random.Random(f"{seed} {name}")
    return [[draw.gauss(0, 1) for _ in range(columns)] for _ in range(rows)]


def _estimates():
    draw = random.Random(f"{seed} estimates")
    return [[value, draw.uniform(0.05, 0.4)] for value in sorted((draw.gauss(0, 1) for _ in range(91)), reverse=True)]


def _pairs():
    """105 pairs of 15 states: an outcome that goes with the first of three predictors, little with the second."""
    rows = _normal_rows(105, 4, "pairs")
    return [[0.3 * x1 + 0.1 * x2 + noise, x1, x2, x3] for noise, x1, x2, x3 in rows]


def _flows():
    """20,000 flows with a mean that is the exponential of 19 covariates, and as much noise again."""
    draw = random.Random(f"{seed} flows")
    rows = []
    for _ in range(20_000):
        covariates = [draw.gauss(0, 1) for _ in range(19)]
        mean = math.exp(0.5 + sum(0.1 * (-1) ** k * value for k, value in enumerate(covariates)))
        rows.append([mean * draw.expovariate(1)] + covariates)
    return rows


def _production():
    draw = random.Random(f"{seed} production")
    rows = []
    for _ in range(91):
        inputs = [draw.uniform(1, 10), draw.uniform(1, 10)]
        rows.append(inputs + [math.sqrt(inputs[0] * inputs[1]) * draw.uniform(0.3, 1) for _ in range(2)])
    return rows


def _dyad_years():
    """Every pair of 152 codes in 52 years: about 24 MB, a record of contacts as sources publish them."""
    draw = random.Random(f"{seed} dyad-years")
    codes = ["AZE"] + sorted({"".join(draw.choices("BCDFGHJKLM", k=3)) for _ in range(400)})[:151]
    return [
        [first, second, year, draw.randrange(5000), f"{draw.random() * 1000:.9g}"]
        for place, first in enumerate(codes)
        for second in codes[place + 1 :]
        for year in range(1971, 2023)
    ]


def _write_asem(folder, case):
    """COINr's ASEM data as the engine reads them: the table as it is, the indicators' file with other headings."""
    (folder / "asem.csv").write_bytes((case / "input.csv").read_bytes())
    rows = []
    for row in csv.DictReader(open(case / "meta.csv", newline="")):
        if row["Type"] not in ("Indicator", "Aggregate"):
            continue
        given = {name: "" if row[name] == "NA" else row[name] for name in row}
        rows.append([given[name] for name in ("iCode", "Direction", "Parent", "Weight", "Denominator")])
    _write(folder / "asem-indicators.csv", ["indicator", "direction", "parent", "weight", "denominator"], rows)
