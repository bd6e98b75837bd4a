"""What the first study reads from datasets/: series of dyad-years, dated rows and covariates. Standard library only.

Written from datasets/indicators/*.yaml and METHODS.md, without the program's code.
"""
import csv
import re
from collections import defaultdict
from itertools import combinations
from math import log
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
STATES = "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB".split()
DYADS = ["-".join(pair) for pair in combinations(STATES, 2)]
CLASS = [dyad for dyad in DYADS if "RUS" not in dyad]
TARGET = "AZE-KAZ"
MINIMUM_YEARS = 5


def rows(package, table):
    with open(ROOT / "datasets" / package / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Series:
    """Values of dyads in covered years, and the operator that makes a window's value of them."""

    def __init__(self, operator, years, values):
        self.operator, self.covered, self.values = operator, list(years), values

    def years(self, window):
        """The covered years in a window; None where they are too few."""
        inside = [year for year in self.covered if window[0] <= year <= window[1]]
        return inside if len(inside) >= (1 if self.operator == "snapshot" else MINIMUM_YEARS) else None

    def window_values(self, window, _undetermined):
        years = self.years(window)
        totals = {year: sum(self.values[dyad].get(year, 0.0) for dyad in CLASS) for year in years}
        result = {}
        for dyad in DYADS:
            known = {year: self.values[dyad][year] for year in years if year in self.values[dyad]}
            if self.operator == "share-of-year":
                known = {year: value / totals[year] for year, value in known.items() if totals[year] > 0}
            result[dyad] = (sum if self.operator == "sum" else mean)(known.values()) if known else None
        return result


class DatedRows:
    """Rows with a year, or with later bounds on it: (dyad, year or None, bounds), counted in a window."""

    operator = "dated-count"

    def __init__(self, entries, counts_undated):
        self.entries, self.counts_undated = entries, counts_undated

    def years(self, window):
        return list(range(window[0], window[1] + 1))

    def window_values(self, window, undetermined):
        counts = dict.fromkeys(DYADS, 0.0)
        for dyad, year, bounds in self.entries:
            if year is not None:
                counts[dyad] += window[0] <= year <= window[1]
            elif bounds and window[0] <= min(bounds) <= window[1]:
                counts[dyad] += 1
            elif self.counts_undated and (not bounds or min(bounds) > window[1]):
                counts[dyad] += undetermined(dyad)
        return counts


def yearly(package, column, operator, years, silence, without=(), table="dyad-years"):
    values = {dyad: {} for dyad in DYADS}
    for dyad in DYADS:
        if not set(dyad.split("-")) & set(without) and silence is not None:
            values[dyad] = dict.fromkeys(years, silence)
    for row in rows(package, table):
        if int(row["year"]) in years and row[column] and not set(row["dyad"].split("-")) & set(without):
            values[row["dyad"]][int(row["year"])] = float(row[column])
    return Series(operator, years, values)


def treaties():
    entries = {name: rows(name, "dyad-treaties") for name in ("desta", "ggo", "ieadb")}
    parties = defaultdict(int)
    for row in entries["ggo"] + entries["ieadb"]:
        parties[row["treaty_id"]] = max(parties[row["treaty_id"]], int(row["parties"]))

    def empty(last):
        return {dyad: dict.fromkeys(range(1992, last + 1), 0.0) for dyad in DYADS}

    def add(table, dyad, year, weight):
        if year in table[dyad]:
            table[dyad][year] += weight

    bilateral, literal, kept = empty(2023), empty(2023), []
    for collection, list_of_rows in entries.items():
        for row in list_of_rows:
            if int(row["parties"]) != 2:
                continue
            add(literal, row["dyad"], int(row["year"]), 1)
            name = re.sub(r"\[[^]]*\]", "", row["treaty_id"])
            twin = any(
                other[:2] == (row["dyad"], name) and other[2] != collection
                and (other[3].startswith(row["begin"]) or row["begin"].startswith(other[3]))
                for other in kept)
            if not twin:
                kept.append((row["dyad"], name, collection, row["begin"]))
                add(bilateral, row["dyad"], int(row["year"]), 1)

    shared, first_year = empty(2023), {}
    for row in entries["ggo"] + entries["ieadb"]:
        if parties[row["treaty_id"]] >= 3:
            key = (row["dyad"], row["treaty_id"])
            first_year[key] = min(first_year.get(key, 9999), int(row["year"]))
    for (dyad, treaty), year in first_year.items():
        add(shared, dyad, year, 1 / (parties[treaty] - 1))

    trade = empty(2019)
    for row in entries["desta"]:
        if int(row["parties"]) >= 3:
            add(trade, row["dyad"], int(row["year"]), 1 / (int(row["parties"]) - 1))
    return {
        "bilateral-treaties": Series("sum", range(1992, 2024), bilateral),
        "bilateral-treaties-literal-id": Series("sum", range(1992, 2024), literal),
        "shared-treaties": Series("sum", range(1992, 2024), shared),
        "trade-agreements": Series("sum", range(1992, 2020), trade),
    }


def investment(column):
    since = {}
    for row in rows("investment-treaties", "treaties"):
        if row[column]:
            since[row["dyad"]] = min(since.get(row["dyad"], 9999), int(row[column]))
    years = range(1992, 2020)
    return Series("mean", years, {
        dyad: {year: float(year >= since.get(dyad, 9999)) for year in years} for dyad in DYADS})


def projects(evidence, bilateral_only=False):
    entries = []
    for row in rows("joint-projects", "projects"):
        if row["evidence"] not in evidence or row["contractor"] != "0" or row["inherited"] != "0":
            continue
        if bilateral_only and row["multilateral"] != "0":
            continue
        year = int(row["year_agreed"]) if row["year_agreed"] else None
        entries.append((
            row["dyad"], year, [int(row[name]) for name in ("year_operational", "source_year") if row[name]]))
    return DatedRows(entries, counts_undated=True)


def gas_pipelines():
    lines = [row for row in rows("gas-pipelines", "dyad-pipelines")
             if row["status"] in ("operating", "mothballed", "idle")]
    return DatedRows(
        [(row["dyad"], int(row["start_year"]), []) for row in lines if row["start_year"]], counts_undated=False)


AIR = {row["dyad"]: float(row["airport_pairs"]) for row in rows("air-routes", "dyads")}
INDICATORS = {
    "icews-verbal-cooperation": yearly("icews", "verbal_cooperation", "share-of-year", range(2002, 2015), None),
    "gdelt-contact-days": yearly("gdelt", "pair_days", "share-of-year", range(2018, 2024), 0.0, without=["GEO"]),
    "embassies": yearly("embassies", "embassies", "mean", range(2000, 2021), 0.0),
    "air-routes": Series("snapshot", [2014], {dyad: {2014: AIR.get(dyad, 0.0)} for dyad in DYADS}),
    **treaties(),
    "alliance-depth": yearly("atop", "depth", "mean", range(1990, 2019), 0.0),
    "investment-treaty": investment("year_signed"),
    "investment-treaty-in-force": investment("year_in_force"),
    "joint-igo": yearly("joint-igo", "joint_igos", "mean", range(1991, 2015), None),
    "joint-projects": projects("AB"),
    "joint-projects-evidence-a": projects("A"),
    "joint-projects-with-announced": projects("ABC"),
    "joint-projects-bilateral": projects("AB", bilateral_only=True),
    "gas-pipelines": gas_pipelines(),
    "trade": yearly("trade", "trade_usd_million", "share-of-year", range(1992, 2021), None),
    "diplomatic-exchange": yearly(
        "diplomatic-exchange", "sides_represented", "snapshot", [1995, 2000, 2005], None),
}

GDP = {(row["iso3"], int(row["year"])): float(row["gdp_usd"])
       for row in rows("gdp", "state-years") if row["gdp_usd"]}
POPULATION = {(row["iso3"], int(row["year"])): float(row["population"])
              for row in rows("population", "state-years") if row["population"]}
DISTANCE = {row["dyad"]: float(row["weighted_distance_km"]) for row in rows("distance", "dyads")}
# Every dyad has one spell, from 1991 to the end of the source, and is carried forward.
CONTIGUITY = {row["dyad"]: int(row["type"]) for row in rows("contiguity", "dyad-spells")}
COVARIATES = ["log_gdp_product", "log_population_product", "log_distance", "land_contiguity", "water_contiguity"]


def covariates(dyad, year):
    """The values of COVARIATES; None where one is missing."""
    a, b = dyad.split("-")
    if any((state, year) not in GDP or (state, year) not in POPULATION for state in (a, b)):
        return None
    kind = CONTIGUITY.get(dyad, 0)
    return [
        log(GDP[a, year] * GDP[b, year]), log(POPULATION[a, year] * POPULATION[b, year]), log(DISTANCE[dyad]),
        float(kind == 1), float(kind > 1)]
