"""Writes the inputs that both sides of a comparison read: seeded random tables, CSV."""
import sys

import numpy as np

folder = sys.argv[1]
generator = np.random.default_rng(202308)


def write(name, table, columns):
    np.savetxt(f"{folder}/{name}.csv", table, delimiter=",", header=",".join(columns), comments="", fmt="%.17g")


indicators = generator.standard_normal((91, 12))
write("smaa", indicators, [f"x{k}" for k in range(12)])
write("ranks", np.column_stack([np.sort(generator.standard_normal(91))[::-1], generator.uniform(0.05, 0.4, 91)]), ["estimate", "standard_error"])
predictors = generator.standard_normal((105, 3))
outcome = predictors @ [0.3, 0.1, 0.0] + generator.standard_normal(105)
write("mrqap", np.column_stack([outcome, predictors]), ["y", "x1", "x2", "x3"])
