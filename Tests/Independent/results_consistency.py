"""Whether the tables of a study's results keep what they say of themselves, and agree with each other."""
import csv
import json
import re
from collections import defaultdict

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?(e-?[0-9]+)?", re.IGNORECASE)
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_schemas(folder, result):
    """Every table is in the data package and keeps its types, required cells and primary key."""
    package = json.loads((folder / "datapackage.json").read_text())
    listed = {resource["path"]: resource["schema"] for resource in package["resources"]}
    present = {str(path.relative_to(folder)) for path in folder.rglob("*.csv")}
    result.demand("datapackage.json", ["paths"], present == set(listed), f"{present ^ set(listed)} on one side only")
    for path, schema in listed.items():
        with open(folder / path, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        names = [field["name"] for field in schema["fields"]]
        result.demand(path, ["header"], header == names, f"{header} is not {names}")
        key, seen = [names.index(name) for name in schema["primaryKey"]], set()
        for row in rows:
            own = tuple(row[place] for place in key)
            result.demand(path, own, own not in seen and all(own), "the primary key is not unique, or empty")
            seen.add(own)
            for field, cell in zip(schema["fields"], row):
                pattern = {"number": NUMBER, "integer": WHOLE, "year": WHOLE}.get(field["type"])
                if not cell:
                    ok = not field.get("constraints", {}).get("required")
                else:
                    ok = pattern is None or pattern.fullmatch(cell)
                if not ok:
                    result.demand(path, own, False, f"{field['name']} is {cell or 'empty'}")


def check_shares(folder, result):
    """Shares of ranks are counts over draws, and a pair's sum to one, or to the share of draws that ranked it."""
    ranked = {(r["reading"], r["dyad"]): (int(r["ranked"]), int(r["draws"])) for r in table(folder, "joint")} \
        if (folder / "joint.csv").exists() else {}
    for name, keys in (("acceptability", ["reading", "space", "dyad"]), ("measurement", ["reading", "dyad"]),
                       ("joint-ranks", ["reading", "dyad"])):
        if not (folder / f"{name}.csv").exists():
            continue
        sums, counts = defaultdict(float), defaultdict(int)
        for row in table(folder, name):
            key = tuple(row[k] for k in keys)
            sums[key] += float(row["share"])
            counts[key] += int(row["draws"])
        for key, total in sums.items():
            expected = 1.0
            if name == "joint-ranks":
                result.demand(f"{name}.csv", key, counts[key] == ranked[key][0], f"{counts[key]} draws, not {ranked[key][0]}")
                expected = ranked[key][0] / ranked[key][1]
            result.demand(f"{name}.csv", key, abs(total - expected) < 1e-6, f"shares sum to {total}, not {expected}")


def check_first_places(folder, result):
    """Rows of rank 1 are the shares of first places."""
    for name, ranks, keys in (("joint", "joint-ranks", ["reading", "dyad"]),
                              ("first-places", "acceptability", ["reading", "space", "dyad"])):
        if not (folder / f"{name}.csv").exists():
            continue
        first = {tuple(r[k] for k in keys): r["share"] for r in table(folder, ranks) if r["rank"] == "1"}
        for row in table(folder, name):
            key = tuple(row[k] for k in keys)
            if ranks == "joint-ranks" or key in first:
                result.check(f"{name}.csv first", key, row["first"], float(first.get(key, 0)))


def check_specifications(folder, result):
    """The summary of the specifications counts their rows."""
    rows = defaultdict(list)
    for row in table(folder, "multiverse"):
        rows[row["reading"]].append((int(row["rank"]), int(row["ties"]), int(row["duplicates"])))
    for row in table(folder, "multiverse-summary"):
        own, key = rows.pop(row["reading"], []), [row["reading"]]
        ranks, count = sorted(rank for rank, _, _ in own), len(own)
        if not own:
            result.demand("multiverse-summary.csv", key, row["specifications"] == "0", "no such rows in multiverse.csv")
            continue
        for column, value in (
                ("specifications", count), ("duplicates", sum(again for _, _, again in own)), ("rank_best", ranks[0]),
                ("rank_median", (ranks[(count - 1) // 2] + ranks[count // 2]) / 2), ("rank_worst", ranks[-1]),
                ("first", ranks.count(1) / count), ("first_untied", own_first(own) / count),
                ("combinations", sum(int(row[c]) for c in ("refused", "unanswered", "duplicates", "specifications")))):
            result.check(f"multiverse-summary.csv {column}", key, row[column], value)
    result.mistakes += [f"multiverse.csv: {reading} has no summary" for reading in rows]


def own_first(specifications):
    return sum((rank, ties) == (1, 1) for rank, ties, _ in specifications)


def figures(folder, study):
    """What the decision rule looks at, by reading, from the tables: rank label, M, W, J, ends of the rank set."""
    def of(name, column, **where):
        if not (folder / f"{name}.csv").exists():
            return None
        found = [r[column] for r in table(folder, name) if all(r[k] == v for k, v in where.items())]
        return found[0] if found and found[0] else None

    result = {}
    for reading in study.readings:
        at = {"reading": reading, "dyad": study.target}
        rank, ties = (of("verdict", c, window="main", subject=reading) for c in ("rank", "ties"))
        shares = [
            of("multiverse-summary", "first", reading=reading), of("first-places", "first", space="uniform", **at),
            of("joint", "first", **at)]
        result[reading] = {
            "rank": rank and rank + ("=" if ties != "1" else ""),
            **{name: share and float(share) for name, share in zip("MWJ", shares)},
            "set": [of("rank-confidence", f"marginal_{end}", **at) for end in ("low", "high")]}
    return result


def verdict(rule, figures, row):
    """By the decision rule of the study's design."""
    def all_hold(names, holds):
        return all(figures[name] is not None and holds(name, figures[name]) for name in names)

    if row["rank"] == "":
        return "not assessable"
    needed = {"M": rule["supported-share"], "W": rule["supported-share"], "J": rule["supported-joint-share"]}
    if (row["rank"], row["ties"]) == ("1", "1") and all_hold("MWJ", lambda name, share: share >= needed[name]):
        return "supported"
    low = figures["set"][0]
    if all_hold("MWJ", lambda _, share: share <= rule["contradicted-share"]) and low and int(low) > 1:
        return "contradicted"
    return "not established"


def check_verdict(folder, study, result):
    """verdict.json and the table of the verdict say what the tables and the decision rule say."""
    document = json.loads((folder / "verdict.json").read_text())
    standing = {(r["window"], r["subject"]): r for r in table(folder, "verdict")}
    for finding in document["findings"]:
        row = standing[finding["window"], finding["subject"]]
        for name, column in (("rank", "rank"), ("ties", "ties"), ("classSize", "class_size"), ("score", "score"),
                             ("margin", "margin"), ("rankAmongAll", "rank_among_all")):
            value = finding.get(name)
            result.check("verdict.json findings", [finding["subject"], name], row[column], value)
        result.demand(
            "verdict.json findings", [finding["subject"], "leaders"],
            " ".join(finding.get("leaders") or []) == row["leaders"], "other leaders than in verdict.csv")
    expected, verdicts = figures(folder, study), {}
    for judged in document["verdict"]["readings"]:
        reading = judged["reading"]
        own = expected[reading]
        verdicts[reading] = verdict(study.plan["decision-rule"], own, standing["main", reading])
        result.demand("verdict.json", [reading], judged["verdict"] == verdicts[reading], f"not {verdicts[reading]}")
        for condition in judged["supporting"] + judged["contradicting"]:
            name, found = condition["condition"].split()[0], condition["found"]
            if name in "MWJ":
                printed = "not computed" if own[name] is None else float(found)
                ok = found == "not computed" if own[name] is None else abs(printed - own[name]) <= 0.5001e-4
                result.demand("verdict.json", [reading, condition["condition"]], ok, f"{found}, not {own[name]}")
            elif name == "the":
                stated = "not computed" if own["set"][0] is None else " to ".join(own["set"])
                result.demand("verdict.json", [reading, condition["condition"]], found == stated, f"{found}, not {stated}")
    primary = [verdicts[name] for name, plan in study.readings.items() if plan["primary"]]
    overall = primary[0] if len(set(primary)) == 1 else "not established"
    result.demand("verdict.json", ["overall"], document["verdict"]["overall"] == overall, f"not {overall}")

    lines = re.findall(r"^    (?:\\textbf\{)?(\w+)\}? & (.*) \\\\$", (folder / "tables/verdict.tex").read_text(), re.M)
    stated = {name.lower(): [cell.strip("{}") for cell in cells.split(" & ")] for name, cells in lines if name != "Reading"}
    result.demand("verdict.tex", ["readings"], set(stated) == set(verdicts), f"{set(stated)} instead of {set(verdicts)}")
    for reading, cells in stated.items():
        own, dash = expected[reading], "---"
        printed = [own["rank"] or dash, *(dash if own[n] is None else f"{own[n]:.3f}" for n in "MWJ"),
                   dash if own["set"][0] is None else "--".join(own["set"]), verdicts[reading]]
        near = len(cells) == len(printed) and all(
            a == b or (n in (1, 2, 3) and dash not in (a, b) and abs(float(a) - own["MWJ"[n - 1]]) <= 0.50001e-3)
            for n, (a, b) in enumerate(zip(cells, printed)))
        result.demand("verdict.tex", [reading], near, f"{cells} instead of {printed}")


def check_consistency(folder, study, result):
    check_schemas(folder, result)
    check_shares(folder, result)
    check_first_places(folder, result)
    check_specifications(folder, result)
    check_verdict(folder, study, result)
