#!/usr/bin/env python3
"""Recomputes Tests/ReferenceCases/gravity-post-soviet/expected.csv from datasets/ and prints it. Needs numpy.

Written without the program's code: Newton steps on the Poisson score of an orthogonalised design, the dyadic-robust
sum by the full matrix of "shares a state", the gradient of the logarithm of the expected value row by row.
"""
import csv
import sys
from itertools import combinations
from pathlib import Path

import numpy as np

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
YEARS = range(1992, 2023)
COVARIATES = ["log_gdp_product", "log_population_product", "log_distance", "land_contiguity", "water_contiguity"]
SHOWN = ["AZE-KAZ", "KAZ-UZB", "KAZ-RUS"]
Z = 1.959963984540054


def rows(path):
    with open(DATASETS / path, newline="") as file:
        return list(csv.DictReader(file))


GDP = {(r["iso3"], int(r["year"])): float(r["gdp_usd"]) for r in rows("gdp/state-years.csv")}
POPULATION = {(r["iso3"], int(r["year"])): float(r["population"]) for r in rows("population/state-years.csv")}
DISTANCE = {r["dyad"]: float(r["weighted_distance_km"]) for r in rows("distance/dyads.csv")}
# Every dyad has one spell, from 1991 to the end of the source, and is carried forward.
CONTIGUITY = {r["dyad"]: int(r["type"]) for r in rows("contiguity/dyad-spells.csv")}


def covariates(dyad, year):
    a, b = dyad.split("-")
    if any((s, year) not in GDP or (s, year) not in POPULATION for s in (a, b)):
        return None
    kind = CONTIGUITY.get(dyad, 0)
    return [
        np.log(GDP[a, year] * GDP[b, year]), np.log(POPULATION[a, year] * POPULATION[b, year]),
        np.log(DISTANCE[dyad]), float(kind == 1), float(kind > 1),
    ]


def fit(x, y):
    q, r = np.linalg.qr(x)
    q, r = q * np.sqrt(len(y)), r / np.sqrt(len(y))
    objective = lambda g: np.sum(np.exp(q @ g) - y * (q @ g))
    g = np.linalg.lstsq(q, np.log((y + y.mean()) / 2), rcond=None)[0]
    for _ in range(200):
        mean = np.exp(q @ g)
        step, size = np.linalg.solve((q.T * mean) @ q, q.T @ (y - mean)), 1.0
        while objective(g + size * step) > objective(g) + 1e-9 and size > 1e-6:
            size /= 2
        g = g + size * step
        if np.abs(step).max() < 1e-13:
            break
    b = np.linalg.solve(r, g)
    return b, np.exp(x @ b)


def dyadic_covariance(x, y, mean, dyads):
    scores = x * (y - mean)[:, None]
    shares = np.array([[float(bool(set(p.split("-")) & set(q.split("-")))) for q in dyads] for p in dyads])
    information = (x.T * mean) @ x
    scale = np.sqrt(np.diag(information))
    unit = np.outer(scale, scale)
    root = np.linalg.cholesky(np.linalg.inv(information / unit))
    values, vectors = np.linalg.eigh(root.T @ (scores.T @ shares @ scores / unit) @ root)
    half = root @ vectors @ np.diag(np.sqrt(np.clip(values, 0, None)))
    return half @ half.T / unit


def interval(ratio, gradient, covariance):
    error = np.sqrt(gradient @ covariance @ gradient)
    return [float(v) for v in (ratio, ratio * np.exp(-Z * error), ratio * np.exp(Z * error))]


def icews():
    data = [
        (r["dyad"], int(r["year"]), float(r["verbal_cooperation"]))
        for r in rows("icews/dyad-years.csv") if 2002 <= int(r["year"]) <= 2014
    ]
    years = sorted({year for _, year, _ in data})
    row = lambda dyad, year: np.array([float(year == y) for y in years] + covariates(dyad, year))
    members = [d for d in data if "RUS" not in d[0]]
    x, y = np.array([row(d, t) for d, t, _ in members]), np.array([v for _, _, v in members])
    b, mean = fit(x, y)
    v = dyadic_covariance(x, y, mean, [d for d, _, _ in members])
    of_year = {t: [i for i, m in enumerate(members) if m[1] == t] for t in years}
    total = {t: mean[of_year[t]].sum() for t in years}
    centre = {t: mean[of_year[t]] @ x[of_year[t]] / total[t] for t in years}
    for i, name in enumerate(COVARIATES):
        k = len(years) + i
        yield name, float(b[k]), float(np.sqrt(v[k, k]))
    for dyad in SHOWN:
        own = [(t, value, row(dyad, t)) for d, t, value in data if d == dyad]
        parts = np.array([np.exp(z @ b) / total[t] for t, _, z in own])
        gradient = sum(p * (z - centre[t]) for p, (t, _, z) in zip(parts, own)) / parts.sum()
        ratio = np.mean([value / total[t] for t, value, _ in own]) / parts.mean()
        yield dyad, *interval(ratio, gradient, v)


def joint_projects():
    states = sorted(r["iso3"] for r in rows("states/states.csv"))
    count = {f"{a}-{b}": 0 for a, b in combinations(states, 2)}
    for r in rows("joint-projects/projects.csv"):
        if r["evidence"] not in ("A", "B") or r["contractor"] != "0" or r["inherited"] != "0":
            continue
        bounds = [int(r[c]) for c in ("year_operational", "source_year") if r[c]]
        if r["year_agreed"]:
            counted = int(r["year_agreed"]) in YEARS
        else:  # undated rows, and those whose dates are all later, are undetermined and counted
            counted = not bounds or min(bounds) >= YEARS[0]
        count[r["dyad"]] += counted
    mean_of = lambda dyad: np.mean([c for t in YEARS if (c := covariates(dyad, t))], axis=0)
    row = {dyad: np.append(1.0, mean_of(dyad)) for dyad in count}
    members = [dyad for dyad in count if "RUS" not in dyad]
    x, y = np.array([row[d] for d in members]), np.array([float(count[d]) for d in members])
    b, mean = fit(x, y)
    v = dyadic_covariance(x, y, mean, members)
    for k, name in enumerate(["constant"] + COVARIATES):
        yield name, float(b[k]), float(np.sqrt(v[k, k]))
    for dyad in SHOWN:
        yield dyad, *interval(count[dyad] / np.exp(row[dyad] @ b), row[dyad], v)


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["indicator", "row", "estimate_or_ratio", "standard_error_or_lower", "upper"])
    for indicator, results in (("icews-verbal-cooperation", icews()), ("joint-projects", joint_projects())):
        for name, *numbers in results:
            writer.writerow([indicator, name, *map(repr, numbers), *[""] * (3 - len(numbers))])
