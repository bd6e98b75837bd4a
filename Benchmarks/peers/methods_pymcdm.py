"""Methods of pymcdm on min-max values under equal weights: the peer of `method`.

Usage: methods_pymcdm.py TABLE topsis|vikor|promethee-ii REPEATS
"""
import sys

import numpy as np
from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR
from pymcdm.normalizations import minmax_normalization

from timing import report

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
weights = np.full(table.shape[1], 1 / table.shape[1])
types = np.ones(table.shape[1])
methods = {
    "topsis": lambda: TOPSIS(minmax_normalization)(table, weights, types),
    "vikor": lambda: 1 - VIKOR(minmax_normalization)(table, weights, types),
    "promethee-ii": lambda: PROMETHEE_II("usual")(table, weights, types),
}
report(methods[sys.argv[2]], repeats=int(sys.argv[3]))
