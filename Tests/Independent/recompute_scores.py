#!/usr/bin/env python3
"""Recomputes the first study's scores from datasets/ and compares them with results/.

Written from the study's description in METHODS.md, in another language and without the program's code, so that a
mistake would have to be made twice. Standard library only. Tolerance: 2e-7 of the score, because results carry
eight significant digits; ranks must agree exactly.
"""
import csv
import math
import re
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from statistics import mean, stdev

ROOT = Path(__file__).resolve().parents[2]
STATES = "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB".split()
DYADS = ["-".join(pair) for pair in combinations(STATES, 2)]
CLASS = [dyad for dyad in DYADS if "RUS" not in dyad]
WINDOWS = {"main": (1992, 2022), "1993-2003": (1993, 2003), "2004-2022": (2004, 2022)}
DIMENSIONS = {
    "contacts": ["icews", "gdelt", "embassies", "air"],
    "agreements": ["bilateral", "shared", "trade", "alliance", "investment", "igo"],
    "projects": ["projects"],
}
SUBJECTS = {
    "volume": ["contacts", "agreements", "projects"],
    "output": ["agreements", "projects"],
    "contacts": ["contacts"],
    "agreements": ["agreements"],
    "projects": ["projects"],
}


def rows(package, table):
    with open(ROOT / "datasets" / package / f"{table}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def yearly(package, column, years, silence):
    """dyad -> year -> value over the covered years."""
    values = {dyad: {year: silence for year in years if silence is not None} for dyad in DYADS}
    for row in rows(package, "dyad-years"):
        if int(row["year"]) in years and row[column]:
            values[row["dyad"]][int(row["year"])] = float(row[column])
    return values


def treaty_counts():
    """(bilateral, shared, trade): dyad -> year -> weighted number."""
    entries = defaultdict(list)
    for collection in ("desta", "ggo", "ieadb"):
        for row in rows(collection, "dyad-treaties"):
            entries[collection].append(row)
    parties = defaultdict(int)
    for row in entries["ggo"] + entries["ieadb"]:
        parties[row["treaty_id"]] = max(parties[row["treaty_id"]], int(row["parties"]))

    bilateral = {dyad: defaultdict(float) for dyad in DYADS}
    kept = []
    for collection in ("desta", "ggo", "ieadb"):
        for row in entries[collection]:
            if int(row["parties"]) != 2:
                continue
            name = re.sub(r"\[[^]]*\]", "", row["treaty_id"])
            twin = any(
                other[:2] == (row["dyad"], name) and other[2] != collection
                and (other[3].startswith(row["begin"]) or row["begin"].startswith(other[3]))
                for other in kept)
            if not twin:
                kept.append((row["dyad"], name, collection, row["begin"]))
                bilateral[row["dyad"]][int(row["year"])] += 1

    shared = {dyad: defaultdict(float) for dyad in DYADS}
    first_year = {}
    for row in entries["ggo"] + entries["ieadb"]:
        if parties[row["treaty_id"]] >= 3:
            key = (row["dyad"], row["treaty_id"])
            first_year[key] = min(first_year.get(key, 9999), int(row["year"]))
    for (dyad, treaty), year in first_year.items():
        shared[dyad][year] += 1 / (parties[treaty] - 1)

    trade = {dyad: defaultdict(float) for dyad in DYADS}
    for row in entries["desta"]:
        if int(row["parties"]) >= 3:
            trade[row["dyad"]][int(row["year"])] += 1 / (int(row["parties"]) - 1)
    return bilateral, shared, trade


def project_counts(first, last):
    counts = dict.fromkeys(DYADS, 0.0)
    for row in rows("joint-projects", "projects"):
        if row["evidence"] == "C" or row["contractor"] == "1" or row["inherited"] == "1":
            continue
        if row["year_agreed"]:
            counts[row["dyad"]] += first <= int(row["year_agreed"]) <= last
            continue
        dates = [int(row[name]) for name in ("year_operational", "source_year") if row[name]]
        # Inside, or without a date that could put it outside: later than the window is undetermined and counts.
        counts[row["dyad"]] += not dates or min(dates) >= first
    return counts


ICEWS = yearly("icews", "verbal_cooperation", range(2002, 2015), None)
GDELT = yearly("gdelt", "pair_days", range(2018, 2024), 0.0)
for _dyad in [dyad for dyad in DYADS if "GEO" in dyad]:
    GDELT[_dyad] = {}
EMBASSIES = yearly("embassies", "embassies", range(2000, 2021), 0.0)
ALLIANCE = yearly("atop", "depth", range(1990, 2019), 0.0)
IGO = yearly("joint-igo", "joint_igos", range(1991, 2015), None)
AIR = {row["dyad"]: float(row["airport_pairs"]) for row in rows("air-routes", "dyads")}
SIGNED = {}
for _row in rows("investment-treaties", "treaties"):
    SIGNED[_row["dyad"]] = min(SIGNED.get(_row["dyad"], 9999), int(_row["year_signed"]))
BILATERAL, SHARED, TRADE = treaty_counts()


def covered(years, window):
    return [year for year in years if window[0] <= year <= window[1]]


def shares(series, years):
    totals = {year: sum(series[dyad].get(year, 0.0) for dyad in CLASS) for year in years}
    result = {}
    for dyad in DYADS:
        values = [series[dyad][year] / totals[year] for year in years if year in series[dyad]]
        result[dyad] = mean(values) if values else None
    return result


def window_values(window):
    values = {}
    for name, series, years in (("icews", ICEWS, range(2002, 2015)), ("gdelt", GDELT, range(2018, 2024))):
        inside = covered(years, window)
        if len(inside) >= 5:
            values[name] = shares(series, inside)
    for name, series, years in (
        ("embassies", EMBASSIES, range(2000, 2021)), ("alliance", ALLIANCE, range(1990, 2019)),
        ("igo", IGO, range(1991, 2015))):
        inside = covered(years, window)
        if len(inside) >= 5:
            values[name] = {dyad: mean(series[dyad][year] for year in inside if year in series[dyad]) for dyad in DYADS}
    if window[0] <= 2014 <= window[1]:
        values["air"] = {dyad: AIR.get(dyad, 0.0) for dyad in DYADS}
    for name, series, last in (("bilateral", BILATERAL, 2023), ("shared", SHARED, 2023), ("trade", TRADE, 2019)):
        inside = covered(range(1992, last + 1), window)
        values[name] = {dyad: sum(series[dyad].get(year, 0.0) for year in inside) for dyad in DYADS}
    inside = covered(range(1992, 2020), window)
    values["investment"] = {
        dyad: mean(1.0 if year >= SIGNED.get(dyad, 9999) else 0.0 for year in inside) for dyad in DYADS}
    values["projects"] = project_counts(*window)
    return values


def normalised(column):
    scale = mean(column[dyad] for dyad in CLASS if column[dyad] is not None)
    logs = {dyad: None if value is None else math.log1p(value / scale) for dyad, value in column.items()}
    known = [logs[dyad] for dyad in CLASS if logs[dyad] is not None]
    centre, spread = mean(known), stdev(known)
    return {dyad: None if value is None else (value - centre) / spread for dyad, value in logs.items()}


def scores(window):
    columns = {name: normalised(column) for name, column in window_values(window).items()}
    dimension = {}
    for name, indicators in DIMENSIONS.items():
        entering = [columns[indicator] for indicator in indicators if indicator in columns]
        if entering:
            dimension[name] = {
                dyad: mean(column[dyad] for column in entering if column[dyad] is not None) for dyad in DYADS}
    return {
        subject: {dyad: mean(dimension[name][dyad] for name in names) for dyad in DYADS}
        for subject, names in SUBJECTS.items() if all(name in dimension for name in names)}


def main():
    published = {}
    with open(ROOT / "results/azerbaijan-kazakhstan/scores.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            published[row["window"], row["subject"], row["dyad"]] = float(row["score"])
    ranks = {}
    with open(ROOT / "results/azerbaijan-kazakhstan/ranks.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["rank_in_class"]:
                ranks[row["window"], row["subject"], row["dyad"]] = int(row["rank_in_class"])
    mistakes = []
    compared = 0
    for window, years in WINDOWS.items():
        for subject, values in scores(years).items():
            spread = max(values[dyad] for dyad in CLASS) - min(values[dyad] for dyad in CLASS)
            for dyad, value in values.items():
                key = (window, subject, dyad)
                compared += 1
                if key not in published or abs(published.pop(key) - value) > 2e-7 * max(1.0, abs(value)):
                    mistakes.append(f"{key}: score {value:.9g} expected")
                if dyad in CLASS:
                    rank = 1 + sum(values[other] - value > 1e-9 * spread for other in CLASS)
                    if ranks.get(key) != rank:
                        mistakes.append(f"{key}: rank {rank} expected, {ranks.get(key)} published")
    mistakes += [f"{key}: published, but not expected" for key in published]
    for mistake in mistakes[:20]:
        print(mistake, file=sys.stderr)
    print(f"independent recomputation: {compared} scores compared, {len(mistakes)} differ")
    return 1 if mistakes or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
