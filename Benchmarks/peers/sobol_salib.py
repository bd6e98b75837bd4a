"""Sobol's indices of Ishigami's function by SALib: the peer of `sobol`.

Usage: sobol_salib.py ROWS
"""
import sys

import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sample
from SALib.test_functions import Ishigami

from timing import report

problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}


def indices():
    points = sample.sample(problem, int(sys.argv[1]), calc_second_order=True, seed=1)
    outputs = Ishigami.evaluate(points, A=7, B=0.1)
    found = analysis.analyze(problem, outputs, calc_second_order=True, num_resamples=100, seed=1)
    return np.concatenate([found["S1"], found["ST"]])


report(indices)
