#!/usr/bin/env python3
"""Recomputes Tests/ReferenceCases/gravity-post-soviet/expected.csv from datasets/ and prints it. Needs numpy, scipy."""
import csv
import sys

from gravity_model import Gravity
from study_data import COVARIATES, INDICATORS

SHOWN = ["AZE-KAZ", "KAZ-UZB", "KAZ-RUS"]


def results(indicator):
    model = Gravity(INDICATORS[indicator], (1992, 2022))
    for term, column in enumerate(model.kept):
        name = model.terms[column]
        if name == "constant" or name in COVARIATES:
            yield name, model.coefficients[term], model.standard_errors()[term]
    for dyad in SHOWN:
        observed, expected, low, high = model.comparison(dyad)
        yield dyad, observed / expected, low, high


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["indicator", "row", "estimate_or_ratio", "standard_error_or_lower", "upper"])
    for indicator in ("icews-verbal-cooperation", "joint-projects"):
        for name, *numbers in results(indicator):
            writer.writerow([indicator, name, *(repr(float(v)) for v in numbers), *[""] * (3 - len(numbers))])
