"""Computes descriptive statistics and correlations of the committed results again, from window-values.csv.

numpy and scipy instead of the program's own arithmetic. Values are read as they were written, with eight significant
digits, so that agreement to 1e-6 of the largest value is what can be asked for. Also: every source that a table names
is in references.bib, and the printed forms of a table hold the numbers of its CSV file.
"""

import csv
import itertools
import re
import sys
from pathlib import Path

import numpy as np
import scipy.stats
import yaml

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 1e-6


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def class_values(study, folder):
    """By indicator: the values of the main window over the pairs of the class, nan for missing."""
    reference = study["claim"].get("reference-class", {}) or {}
    assert set(reference) <= {"without"}, "this check knows classes that leave states out"
    excluded = set(reference.get("without", []))
    columns = {}
    for row in rows(folder / "window-values.csv"):
        if row["window"] != "main" or {row["iso3_a"], row["iso3_b"]} & excluded:
            continue
        value = float(row["value"]) if row["value"] else np.nan
        columns.setdefault(row["indicator"], {})[row["dyad"]] = value
    return {name: np.array([column[dyad] for dyad in sorted(column)]) for name, column in columns.items()}


def close(found, expected, scale=1.0):
    return abs(float(found) - expected) <= TOLERANCE * max(scale, abs(expected))


def check_descriptives(folder, columns):
    table = rows(folder / "tables/descriptives.csv")
    assert {row["indicator"] for row in table} == set(columns), "other indicators than in window-values.csv"
    for row in table:
        column = columns[row["indicator"]]
        known = column[~np.isnan(column)]
        scale = np.abs(known).max()
        expected = {
            "n": known.size, "missing": column.size - known.size, "mean": known.mean(), "sd": known.std(ddof=1),
            "min": known.min(), "median": np.median(known), "max": known.max(), "zeros": np.mean(known == 0),
        }
        for name, value in expected.items():
            assert close(row[name], value, scale if name not in ("n", "missing", "zeros") else 0), (
                f"{folder.name}: {name} of {row['indicator']} is {row[name]}, not {value}")
    return len(table) * 8


def check_correlations(study, folder, columns):
    table = rows(folder / "tables/correlations.csv")
    default = [name for dimension in study["dimensions"] for name in dimension["indicators"] if name in columns]
    assert [(row["first"], row["second"]) for row in table] == list(itertools.combinations(default, 2))
    for row in table:
        pair = np.array([columns[row["first"]], columns[row["second"]]])
        pair = pair[:, ~np.isnan(pair).any(axis=0)]
        assert int(row["n"]) == pair.shape[1]
        if any(len(set(column)) < 2 for column in pair):
            assert row["pearson"] == row["spearman"] == ""
            continue
        pearson = np.corrcoef(pair)[0, 1]
        # Ranks of values with eight digits: ties that rounding made would show here.
        spearman = scipy.stats.spearmanr(pair[0], pair[1]).statistic
        assert close(row["pearson"], pearson) and close(row["spearman"], spearman), (
            f"{folder.name}: {row} is not {pearson}, {spearman}")
    return len(table) * 3


def check_multiverse(folder):
    table = rows(folder / "tables/multiverse.csv")
    ranks = {}
    for row in rows(folder / "multiverse.csv"):
        ranks.setdefault(row["reading"], []).append(int(row["rank"]))
    assert {row["reading"].lower() for row in table} == set(ranks)
    for row in table:
        own = np.array(ranks[row["reading"].lower()])
        expected = {
            "specifications": own.size, "first": np.mean(own == 1), "rank_best": own.min(), "rank_worst": own.max(),
            "rank_quartile_1": np.quantile(own, 0.25), "rank_median": np.median(own),
            "rank_quartile_3": np.quantile(own, 0.75),
        }
        for name, value in expected.items():
            assert close(row[name], value), f"{folder.name}: {name} of {row['reading']} is {row[name]}, not {value}"
    return len(table) * 7


def check_sources(folder):
    bibliography = set(re.findall(r"^@\w+\{([^,]+),", (folder / "references.bib").read_text("utf-8"), re.M))
    count = 0
    for file in sorted((folder / "tables").glob("*.tex")):
        if file.name == "paper.tex":
            continue
        text = file.read_text("utf-8")
        found = re.search(r"\\dyadscoresources\{[^}]*\}\{([^}]*)\}\{([^}]*)\}", text)
        assert found, f"{file} names no source"
        keys = found[1].split(",")
        assert keys == found[2].split(", "), f"{file}: keys and text differ"
        assert set(keys) <= bibliography, f"{file}: not in references.bib: {set(keys) - bibliography}"
        for other in ("md", "html"):
            assert ", ".join(keys) + "." in file.with_suffix(f".{other}").read_text("utf-8"), f"{file.stem}.{other}"
        count += len(keys)
    return count


def check_forms(folder):
    """Whatever the form, the same cells: the words of LaTeX are those of Markdown."""
    for file in sorted((folder / "tables").glob("*.md")):
        lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("|")][2:]
        cells = [re.sub(r"[*\\]", "", cell).strip() for line in lines for cell in line[1:-1].split(" | ")]
        html = re.findall(r"<t[dh] scope=\"row\"[^>]*>(.*?)</t[dh]>|<td style[^>]*>(.*?)</td>",
                          file.with_suffix(".html").read_text("utf-8"))
        plain = [re.sub("[\u2007\u2008]", "", a or b).replace("\u2212", "-").replace("&#39;", "'").replace("&amp;", "&")
                 for a, b in html]
        numbers = [cell for cell in cells if re.fullmatch(r"-?\d+(\.\d+)?=?", cell)]
        assert numbers == [cell for cell in plain if re.fullmatch(r"-?\d+(\.\d+)?=?", cell)], file.name


def main():
    numbers = sources = 0
    for path in sorted((ROOT / "studies").glob("*.yaml")):
        study = yaml.safe_load(path.read_text("utf-8"))
        folder = (Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "results") / study["study"]
        columns = class_values(study, folder)
        numbers += check_descriptives(folder, columns) + check_correlations(study, folder, columns)
        if (folder / "tables/multiverse.csv").exists():
            numbers += check_multiverse(folder)
        sources += check_sources(folder)
        check_forms(folder)
    print(f"tables for papers: {numbers} numbers recomputed, {sources} sources are in the bibliography")


if __name__ == "__main__":
    main()
