"""Study files with ever more specifications, cut from the first study."""
import math
import re

kept = {
    "study", "title", "claim", "classes", "states", "windows", "dimensions", "method", "decision-rule", "seed",
    "output",
}
reading = """readings:
  - {id: volume, title: Volume, dimensions: [contacts, agreements, projects], primary: true}
"""

few = {
    "normalise": ["z-score", "{min-max: [1, 100]}", "rank"],
    "missing": ["available-case", "dimension-mean"],
    "weights": ["equal", "equal-indicator", "entropy"],
    "aggregate": ["arithmetic", "geometric", "[arithmetic, geometric]", "topsis", "copeland"],
}
more = few | {"transform": ["log1p", "identity"], "exposure": ["none", "population", "gdp"]}
windows = more | {"windows": ["main", "2004-2022"], "classes": ["claim", "without-baltics"]}
weights = windows | {
    "transform": ["log1p", "identity", "sqrt"],
    "weights": ["equal", "equal-indicator", "entropy", "critic", "standard-deviation"],
}
subsets = windows | {"leave-out": "all"}
most = weights | {
    "normalise": ["z-score", "{min-max: [1, 100]}", "rank", "distance-to-best"],
    "aggregate": few["aggregate"] + ["borda"],
    "leave-out": "all",
}

# All 11 indicators, or all but one.
leaving_out = 12


def studies(first_study):
    """(number of combinations, text) of ever larger studies; the first has none and makes no multiverse."""
    sections = re.split(r"(?m)^(?=[a-z][a-z-]*:)", first_study)
    by_name = {section.split(":")[0]: section for section in sections}
    head = "".join(section for name, section in by_name.items() if name in kept) + reading
    found = [(0, head)]
    for options in (few, more, windows, weights, subsets, most):
        sizes = [leaving_out if value == "all" else len(value) for value in options.values()]
        lines = "".join(f"    {choice}: {_list(value)}\n" for choice, value in options.items())
        found.append((math.prod(sizes), head + "tests:\n  specifications:\n" + lines))
    return found


def _list(value):
    return value if value == "all" else f"[{', '.join(value)}]"
