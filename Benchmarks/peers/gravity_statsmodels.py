"""Poisson pseudo-maximum likelihood by statsmodels: the peer of `ppml`.

Usage: gravity_statsmodels.py OBSERVATIONS
"""
import sys

import numpy as np
import statsmodels.api as sm

from timing import report

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)


def coefficients():
    design = sm.add_constant(table[:, 1:])
    return sm.GLM(table[:, 0], design, family=sm.families.Poisson()).fit(tol=1e-12).params


report(coefficients)
