"""Output-oriented efficiencies under variable returns by scipy's HiGHS, a program a unit: the peer of `dea`.

Usage: efficiency_scipy.py PRODUCTION INPUTS

The radial program alone, without the second one for slacks that the engine solves too.
"""
import sys

import numpy as np
from scipy.optimize import linprog

from timing import report

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
inputs, outputs = np.hsplit(table, [int(sys.argv[2])])
units = len(table)


def efficiency(unit):
    """1 / phi: the largest phi at which phi times the unit's outputs can be made of its inputs."""
    goal = np.r_[-1, np.zeros(units)]
    limits = np.vstack(
        [np.c_[np.zeros(inputs.shape[1]), inputs.T], np.c_[outputs[unit], -outputs.T]]
    )
    sides = np.r_[inputs[unit], np.zeros(outputs.shape[1])]
    shares = np.r_[0, np.ones(units)][None, :]
    return 1 / linprog(goal, limits, sides, shares, [1], method="highs").x[0]


report(lambda: [efficiency(unit) for unit in range(units)])
