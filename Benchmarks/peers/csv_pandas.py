"""A file of dyad-years read by pandas: the peer of `csv`.

Usage: csv_pandas.py DYAD_YEARS
"""
import sys

import pandas as pd

from timing import report


def sums():
    table = pd.read_csv(sys.argv[1])
    numbers = [table[name].sum() for name in ("year", "count", "value")]
    return numbers + [(table["iso3_a"] == "AZE").sum()]


report(sums)
