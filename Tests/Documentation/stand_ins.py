"""Files that stand for a reader's own in the examples of the documents: published reference cases and committed data under
the names and columns that the documents use."""

import csv


def write(root):
    """Writes table.csv, meta.csv, shops.csv, pisa.csv and visits.csv into root."""
    cases = root / "Tests" / "ReferenceCases"
    rename(cases / "tai-weighting/input.csv", root / "table.csv", {"unit": "unit", "internet": "price", "schooling": "quality"})
    (root / "meta.csv").write_text("indicator\nprice\nquality\n")
    rename(
        cases / "dea-cst-ex2/input.csv",
        root / "shops.csv",
        {"store": "store", "employees": "staff", "floor_area": "space", "sales": "sales"},
    )
    rename(
        cases / "csranks-pisa2018/input.csv",
        root / "pisa.csv",
        {"jurisdiction": "jurisdiction", "math_score": "score", "math_se": "se"},
    )
    rename(
        root / "datasets/diplomatic-exchange/dyad-years.csv",
        root / "visits.csv",
        {"iso3_a": "from", "iso3_b": "to", "year": "year", "sides_represented": "visits"},
    )


def rename(source, target, names):
    """Copies the columns that are keys of names, under the new names."""
    with open(source, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(target, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names.values())
        writer.writerows([row[name] for name in names] for row in rows)
