"""What the peers run on, as one line of JSON: versions, and the BLAS of numpy with its kernels."""
import json
import platform
from importlib.metadata import version

import numpy  # noqa: F401, loads its BLAS
from threadpoolctl import threadpool_info

packages = ["numpy", "pandas", "pymcdm", "SALib", "scikit-criteria", "scipy", "statsmodels"]
blas = next((pool for pool in threadpool_info() if pool["user_api"] == "blas"), {})
print(
    json.dumps(
        {
            "python": platform.python_version(),
            "versions": {name: version(name) for name in packages},
            "blas": f"{blas.get('internal_api', 'unknown')} {blas.get('version', '')}",
            "core_type": blas.get("architecture", "unknown"),
        }
    )
)
