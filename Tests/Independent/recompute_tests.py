#!/usr/bin/env python3
"""Recomputes tests of the claim from datasets/, for both studies, and holds their tables against each other.

    recompute_tests.py [RESULTS]    the folder that holds a folder of results a study; results by default

Needs numpy, scipy and pyyaml. Recomputed: sampling errors over years and the intervals of score differences; exact
answers about weights, with the weights and mixtures that are printed as their proof; the target's standing in other
classes; the dyads that the claim leaves out. Held against each other: tables and their schemas, shares of ranks,
verdict.json, the table of the verdict and the decision rule.

Tolerances: 1e-5 for sampling errors, which carry six digits; 2e-7 for other numbers, 1e-6 where a linear program or an
optimiser is behind them, both of the value; ranks, ties and names exactly. Sets of ranks rest on random draws: of them
only what must hold is checked.
"""
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.stats import t

import composite_methods as composite
from recompute_scores import EXACT, SCORE, SOLVER, Comparison
from results_consistency import check_consistency, table
from sampling_model import COSINES, Composite, crowning, dethroning, largest_margin
from study_classes import class_of, ranks_among, reading_scores
from study_data import INDICATORS, ROOT
from study_model import Study

STUDIES = ["azerbaijan-kazakhstan", "kazakhstan-kyrgyzstan"]
SAMPLING = 1e-5


def composites(study):
    return {name: Composite(study, name) for name, plan in study.readings.items() if "dimensions" in plan}


def check_sampling(folder, study, result):
    confidence, difference, treatment = (defaultdict(list) for _ in range(3))
    for name, rows in (("rank-confidence", confidence), ("score-differences", difference), ("sampling", treatment)):
        for row in table(folder, name):
            rows[row["reading"]].append(row)
    dyads = [dyad for dyad, member in zip(study.dyads, study.members) if member]
    quantile = t.ppf((1 + study.plan["decision-rule"]["confidence"]) / 2, COSINES)
    for reading, own in composites(study).items():
        scores, (root, groups) = own.scores(own.recorded), own.root()
        errors = np.sqrt((root ** 2).sum(axis=1))
        result.demand(
            "rank-confidence.csv", [reading], [r["dyad"] for r in confidence[reading]] == dyads, "not the class")
        for unit, row in enumerate(confidence[reading]):
            key = [reading, row["dyad"]]
            result.check("rank-confidence.csv score", key, row["score"], scores[unit], SOLVER)
            result.check("rank-confidence.csv standard_error", key, row["standard_error"], errors[unit], SAMPLING)
            check_rank_sets(row, key, result)
        order = np.argsort(-scores, kind="stable")
        pairs = [(dyads.index(study.target), unit) for unit in range(len(dyads)) if dyads[unit] != study.target]
        pairs += [tuple(order[:2])] if dyads[order[0]] != study.target else []
        result.demand(
            "score-differences.csv", [reading],
            [(r["dyad"], r["rival"]) for r in difference[reading]] == [(dyads[a], dyads[b]) for a, b in pairs],
            "other pairs than the target's and the leader's")
        for (a, b), row in zip(pairs, difference[reading]):
            key, gap = [reading, row["dyad"], row["rival"]], scores[a] - scores[b]
            error = np.sqrt(((root[a] - root[b]) ** 2).sum())
            result.check("score-differences.csv standard_error", key, row["standard_error"], error, SAMPLING)
            # Ends near zero carry the rounding of what they are differences of.
            size = abs(gap) + quantile * error
            for column, value in (("difference", gap), ("low", gap - quantile * error), ("high", gap + quantile * error)):
                result.demand(
                    f"score-differences.csv {column}", key, abs(float(row[column]) - value) <= SAMPLING * size,
                    f"{row[column]} published, {value} expected")
        check_treatment(own, groups, reading, treatment[reading], result)


def check_rank_sets(row, key, result):
    """Sets hold the rank, and lie in the wider ones that use the same draws."""
    def span(name):
        return int(row[f"{name}_low"]), int(row[f"{name}_high"])

    rank, marginal = int(row["rank"]), span("marginal")
    for wider in ("simultaneous", "without_step_down"):
        low, high = span(wider)
        result.demand(
            "rank-confidence.csv sets", key, low <= marginal[0] <= rank <= marginal[1] <= high,
            f"rank {rank}, marginal {marginal}, {wider} {low, high}")
    one_sided = int(row["one_sided_best"]), int(row["one_sided_worst"])
    result.demand(
        "rank-confidence.csv sets", key, marginal[0] <= one_sided[0] <= rank <= one_sided[1] <= marginal[1],
        f"one-sided {one_sided} outside {marginal}")
    result.demand(
        "rank-confidence.csv sets", key, row["in_best_set"] == str(int(span("simultaneous")[0] == 1)),
        "the set for the best is not that of the simultaneous lower ends")
    low, high = float(row["best_difference_low"]), float(row["best_difference_high"])
    result.demand(
        "rank-confidence.csv best", key, low <= 0 <= high and (high == 0 or row["can_be_best"] == "1"),
        f"Hsu's interval {low} to {high}")


def check_treatment(own, groups, reading, rows, result):
    nominal = dict(zip(own.names, composite.weights_of(own.method["weights"], None, None, None, own.groups)))
    result.demand("sampling.csv", [reading], [r["indicator"] for r in rows] == own.names, "other indicators")
    fixed = 0.0
    for row in rows:
        name, key = row["indicator"], [reading, row["indicator"]]
        annual = own.study.yearly(name, "main", own.members)
        result.check("sampling.csv weight", key, row["weight"], nominal[name])
        if annual is None:
            fixed += nominal[name]
            dated = INDICATORS[name].operator == "dated-count"
            result.demand(
                "sampling.csv treatment", key,
                row["treatment"] == "held fixed" and (row["years"] == "0") == dated, "it has no value for each year")
            continue
        years = annual[0]
        result.demand(
            "sampling.csv treatment", key,
            [row["treatment"], row["years"], row["first_year"], row["last_year"]]
            == ["resampled", str(len(years)), str(years[0]), str(years[-1])]
            and row["group"] == str(groups.index(tuple(years)) + 1), "other years or another group")
        length = next(length for length in range(1, 100) if length ** 3 >= len(years))
        result.check("sampling.csv block_length", key, row["block_length"], length, EXACT)
    for row in rows:
        result.check("sampling.csv fixed_weight", [reading, row["indicator"]], row["fixed_weight"], fixed)


def check_weights(folder, study, result):
    dyads = [dyad for dyad, member in zip(study.dyads, study.members) if member]
    vectors = defaultdict(dict)
    for row in table(folder, "exact-weights-vectors"):
        vectors[row["reading"], row["level"], row["question"], row["dyad"]][row["node"]] = row
    held = {(reading, level): own.linear(level) for reading, own in composites(study).items()
            for level in ("dimensions", "indicators")}
    for row in table(folder, "exact-weights"):
        key = (row["reading"], row["level"], row["question"], row["dyad"])
        values, declared, names, filled = held[key[:2]]
        unit, rival = dyads.index(row["dyad"]), None
        if row["question"] == "first":
            value = largest_margin(values, unit)
            answer = "possible" if value > 1e-9 else "excluded"
        elif row["question"] == "crown":
            value = crowning(values, declared, unit)
            answer = "impossible" if value is None else "possible"
        else:
            value, place = dethroning(values, declared, unit)
            answer, rival = ("impossible", None) if value is None else ("possible", dyads[place])
        result.check("exact-weights.csv answer", key, row["answer"], answer)
        result.check("exact-weights.csv value", key, row["value"], value, SOLVER)
        result.check("exact-weights.csv rival", key, row["rival"], rival)
        result.check("exact-weights.csv filled", key, row["filled"], filled, EXACT)
        check_proof(vectors.pop(key, {}), key, row, held[key[:2]], dyads, result)
    result.mistakes += [f"exact-weights-vectors.csv: {'/'.join(key)} proves no answer" for key in vectors]


def check_proof(proof, key, row, held, dyads, result):
    """The printed weights bring the answer about, or the printed mixture is level under all weights."""
    values, declared, names, _ = held
    if row["answer"] == "impossible":
        result.demand("exact-weights-vectors.csv", key, not proof, "weights for what is impossible")
        return
    kind = "share" if row["answer"] == "excluded" else "weight"
    result.demand(
        "exact-weights-vectors.csv", key, bool(proof) and {r["kind"] for r in proof.values()} == {kind}, f"not of {kind}s")
    of = {node: float(r["value"]) for node, r in proof.items()}
    unit, size = dyads.index(row["dyad"]), np.ptp(values)
    sound = abs(sum(of.values()) - 1) < 1e-6 and min(of.values(), default=0) >= 0
    if kind == "share":
        mixture = sum(share * values[dyads.index(node)] for node, share in of.items())
        found = np.max(values[unit] - mixture)
    else:
        weights = np.array([of.get(name, 0.0) for name in names])
        scores = values @ weights
        margin = scores[unit] - np.delete(scores, unit).max()
        found = margin if row["question"] == "first" else np.abs(weights - declared).sum()
        sound = sound and (row["question"] == "first" or abs(margin) < 1e-6 * size)
        for name, weight in zip(names, declared):
            if name in proof:
                result.check("exact-weights-vectors.csv declared", (*key, name), proof[name]["declared"], weight)
    result.demand(
        "exact-weights-vectors.csv", key, sound and abs(found - float(row["value"])) < 1e-6 * size,
        f"it proves {found}, not {row['value']}")


class ClassScores:
    """Scores of readings fitted on classes, each made once; None without an answer."""

    def __init__(self, study):
        self.study, self.made = study, {}

    def of(self, reading, window, name):
        key = (reading, window, name)
        if key not in self.made:
            try:
                self.made[key] = reading_scores(self.study, reading, window, class_of(self.study, name))
            except composite.NoAnswer:
                self.made[key] = None
        scores = self.made[key]
        return None if scores is None or np.isnan(scores[self.study.unit]) else scores


def standing(study, scores, marked):
    """(rank, ties, ranked, leaders) of the target among marked pairs; Nones without scores."""
    if scores is None:
        return None, None, None, None
    of = ranks_among(scores, marked)
    own = of[study.unit]
    leaders = " ".join(dyad for dyad, rank in zip(study.dyads, of) if rank == 1)
    return int(own), int((of == own).sum()), int((of > 0).sum()), leaders


def check_classes(folder, study, scored, result):
    published = table(folder, "classes")
    names = ["claim"] + ["exception-lifted"] * bool(study.excluded) + [c["id"] for c in study.plan["classes"]]
    expected = [(w, c, r) for w in study.windows for c in names for r in study.readings]
    result.demand(
        "classes.csv", ["rows"], [(r["window"], r["class"], r["reading"]) for r in published] == expected, "other rows")
    for row in published:
        window, name, reading = key = (row["window"], row["class"], row["reading"])
        marked = class_of(study, name)
        result.check("classes.csv dyads", key, row["dyads"], int(marked.sum()), EXACT)
        scores = scored.of(reading, window, name)
        rank, ties, ranked, leaders = standing(study, scores, marked)
        result.check("classes.csv rank_refitted", key, row["rank_refitted"], rank, EXACT)
        result.check("classes.csv ties_refitted", key, row["ties_refitted"], ties, EXACT)
        result.check("classes.csv ranked_refitted", key, row["ranked_refitted"], ranked, EXACT)
        result.check("classes.csv leaders_refitted", key, row["leaders_refitted"], leaders)
        own = None if scores is None else scores[study.unit]
        result.check("classes.csv score_refitted", key, row["score_refitted"], own, SOLVER)
        if scores is not None and row["margin_share_refitted"]:
            inside = scores[marked & ~np.isnan(scores)]
            rivals = np.delete(np.where(marked, scores, np.nan), study.unit)
            share = (own - np.nanmax(rivals)) / np.ptp(inside) if np.ptp(inside) > 1e-9 * abs(own) else 0.0
            result.demand(
                "classes.csv margin_share_refitted", key, abs(float(row["margin_share_refitted"]) - share) <= SOLVER,
                f"{row['margin_share_refitted']} published, {share} expected")
        rank, ties, _, leaders = standing(study, scored.of(reading, window, "claim"), marked)
        result.check("classes.csv rank_by_claim_scores", key, row["rank_by_claim_scores"], rank, EXACT)
        result.check("classes.csv ties_by_claim_scores", key, row["ties_by_claim_scores"], ties, EXACT)
        result.check("classes.csv leaders_by_claim_scores", key, row["leaders_by_claim_scores"], leaders)


def check_exception(folder, study, scored, result):
    if not study.excluded:
        result.demand("exception.csv", ["file"], not (folder / "exception.csv").exists(), "nothing is left out")
        return
    for row in table(folder, "exception"):
        key = (row["window"], row["reading"], row["dyad"])
        scores, unit = scored.of(row["reading"], row["window"], "claim"), study.dyads.index(row["dyad"])
        overall = ranks_among(scores, np.ones(len(scores), bool))
        joined = study.members.copy()
        joined[unit] = True
        known, place = not np.isnan(scores[unit]), int(ranks_among(scores, joined)[unit])
        best = min(rank for rank in overall[study.members] if rank)
        result.check("exception.csv score", key, row["score"], scores[unit], SOLVER)
        for column, value in (("rank_among_all", int(overall[unit])), ("place_in_class", place),
                              ("above_target", int(overall[unit] < overall[study.unit])),
                              ("above_class", int(overall[unit] < best))):
            result.check(f"exception.csv {column}", key, row[column], value if known else None, EXACT)
    for row in table(folder, "exception-states"):
        key, state = (row["window"], row["reading"], row["state"]), row["state"]
        scores = scored.of(row["reading"], row["window"], "claim")
        overall = ranks_among(scores, np.ones(len(scores), bool))
        own = {s: [rank for dyad, rank in zip(study.dyads, overall) if rank and s in dyad] for s in study.states}
        others = min(rank for dyad, rank in zip(study.dyads, overall) if rank and state not in dyad)
        means = {s: np.mean(of) for s, of in own.items() if of}
        as_high = np.mean([mean <= means[state] + 1e-9 for mean in means.values()])
        for column, value in (
                ("excluded", int(state in study.excluded)), ("dyads", len(own[state])), ("mean_rank", means[state]),
                ("above_target", sum(rank < overall[study.unit] for rank in own[state])),
                ("above_class", sum(rank < others for rank in own[state])), ("share_as_high", as_high)):
            result.check(f"exception-states.csv {column}", key, row[column], value)


def main():
    results = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "results"
    mistakes = compared = 0
    for name in STUDIES:
        folder, study, result = results / name, Study(name), Comparison()
        check_consistency(folder, study, result)
        check_sampling(folder, study, result)
        check_weights(folder, study, result)
        scored = ClassScores(study)
        check_classes(folder, study, scored, result)
        check_exception(folder, study, scored, result)
        mistakes += len(result.mistakes)
        compared += sum(result.counts.values())
        for mistake in result.mistakes[:40]:
            print(f"{name}: {mistake}", file=sys.stderr)
        print(f"{name}: {sum(result.counts.values())} values of the tests compared, {len(result.mistakes)} differ")
    return 1 if mistakes or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
