"""Gravity regressions, efficiencies and reading tables against statsmodels, scipy and pandas."""
import os

import wholeruns
from agreement import Numbers
from contest import Comparison, Contest, Target

section = "Models of pairs"


def contests(programs):
    return [_gravity(programs), _efficiency(programs), _table(programs)]


def _gravity(programs):
    ours = programs.ours("ppml", files=["flows.csv"])
    statsmodels = programs.peer("statsmodels", "gravity_statsmodels.py", file="flows.csv")
    title = "Poisson pseudo-maximum likelihood, 20,000 x 20"
    comparison = Comparison(title, ours.name, statsmodels.name, Numbers(1e-6))
    return Contest(section, (ours, statsmodels), (comparison,))


def _efficiency(programs):
    ours = programs.ours("dea", files=["production.csv"])
    scipy = programs.peer("scipy, HiGHS", "efficiency_scipy.py", 2, file="production.csv")
    title = "Efficiency of 91 units, variable returns (ours with slacks)"
    return Contest(section, (ours, scipy), (Comparison(title, ours.name, scipy.name, Numbers(1e-6)),))


def _table(programs):
    ours = programs.ours("csv", files=["dyad-years.csv"])
    pandas = programs.peer("pandas", "csv_pandas.py", file="dyad-years.csv")
    size = os.path.getsize(programs.inputs / "dyad-years.csv") / 1e6

    def speed(row):
        return f"{size / row.seconds:.0f} MB/s"

    comparison = Comparison(
        f"CSV of dyad-years, {size:.0f} MB, every cell converted", ours.name, pandas.name, Numbers(1e-9),
        note=speed, targets=(Target("at least 200 MB/s", lambda row: size / row.seconds >= 200, speed),),
    )
    return Contest(wholeruns.section, (ours, pandas), (comparison,))
