"""Methods of scikit-criteria on min-max values under equal weights: the peer of `method`.

Usage: methods_skcriteria.py TABLE topsis|vikor REPEATS
"""
import sys

import numpy as np
import skcriteria
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR
from skcriteria.pipelines import mkpipe
from skcriteria.preprocessing.scalers import MinMaxScaler

from timing import report

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
weights = np.full(table.shape[1], 1 / table.shape[1])
objectives = [max] * table.shape[1]
methods = {
    "topsis": (TOPSIS(), lambda extra: extra["similarity"]),
    "vikor": (VIKOR(use_compromise_set=False), lambda extra: 1 - extra["q_k"]),
}
method, scores = methods[sys.argv[2]]
pipeline = mkpipe(MinMaxScaler("matrix"), method)


def evaluate():
    matrix = skcriteria.mkdm(table, objectives, weights=weights)
    return scores(pipeline.evaluate(matrix).extra_)


report(evaluate, repeats=int(sys.argv[3]))
