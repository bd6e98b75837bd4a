"""Composite scores against pymcdm and scikit-criteria, and their uncertainty against COINr and SALib."""
import csv

from agreement import Numbers
from contest import Comparison, Contest, Stored

section = "Composite scores from a table, and their uncertainty"
methods = {"topsis": "TOPSIS", "vikor": "VIKOR", "promethee-ii": "PROMETHEE II"}
tables = (("indicators.csv", 91, 100), ("indicators-1000.csv", 1000, 3))  # with units and repetitions
without_counterpart = {("promethee-ii", "scikit-criteria")}


def contests(programs):
    scored = [_method(programs, method, *table) for method in methods for table in tables]
    return scored + [_coinr(programs), _sobol(programs)]


def _method(programs, method, file, units, repeats):
    ours = programs.ours("method", f"id={method}", f"repeat={repeats}", files=[file])
    peers = [
        programs.peer(name, script, method, repeats, file=file)
        for name, script in (("pymcdm", "methods_pymcdm.py"), ("scikit-criteria", "methods_skcriteria.py"))
        if (method, name) not in without_counterpart
    ]
    title = f"{methods[method]}, {units} x 12"
    comparisons = [Comparison(title, ours.name, peer.name, Numbers(1e-9)) for peer in peers]
    return Contest(section, (ours, *peers), tuple(comparisons))


def _coinr(programs):
    """The analysis is timed; its nominal index is held against a recorded run of COINr, with six decimals."""
    ours = programs.ours("coinr-asem", files=["asem.csv", "asem-indicators.csv"])
    title = "ASEM index, 51 x 49, whole pipeline, 500 replications"
    published = _published_index(programs)
    comparison = Comparison(title, ours.name, Stored("COINr 1.1.14", 40.8), Numbers(5e-7), reference=published)
    return Contest(section, (ours,), (comparison,))


def _published_index(programs):
    with open(programs.reference_case("coinr-asem/expected.csv"), newline="") as file:
        index = {row["uCode"]: float(row["Index"]) for row in csv.DictReader(file)}
    with open(programs.inputs / "asem.csv", newline="") as file:
        return tuple(index[row["uCode"]] for row in csv.DictReader(file))


def _sobol(programs):
    rows = 16_384
    ours = programs.ours("sobol", f"rows={rows}")
    salib = programs.peer("SALib", "sobol_salib.py", rows)
    title = f"Sobol's indices of 3 inputs and their pairs, {rows:,} rows, 100 bootstraps"
    return Contest(section, (ours, salib), (Comparison(title, ours.name, salib.name, Numbers(0.02)),))
