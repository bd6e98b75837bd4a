"""Full rank acceptability by batches in numpy: the peer of `dyadscore-bench smaa`."""
import json
import resource
import sys
import time

import numpy as np

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
draws = int(sys.argv[2])
units, indicators = table.shape
batch = 1_000  # the fastest of 200, 1,000, 5,000, 20,000 and 100,000 on the machine of RESULTS.md

start = time.perf_counter()
generator = np.random.default_rng(1)
values = np.ascontiguousarray(table.T)
places = np.arange(units) * units
counts = np.zeros(units * units, dtype=np.int64)
for first in range(0, draws, batch):
    weights = generator.standard_exponential((min(batch, draws - first), indicators))
    weights /= weights.sum(axis=1, keepdims=True)
    order = np.argsort(-(weights @ values), axis=1)  # who has each place
    counts += np.bincount((order + places).ravel(), minlength=units * units)
seconds = time.perf_counter() - start
first_places = counts.reshape(units, units)[0] / draws
print(
    json.dumps(
        {
            "seconds": seconds,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "check": float((first_places**2).mean()),
        }
    )
)
