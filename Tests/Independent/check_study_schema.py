"""Checks every study file, and a few wrong ones, against studies/study.schema.json.

Usage: check_study_schema.py [STUDY]..., further study files.
"""
import json
import sys
from pathlib import Path

import jsonschema
import yaml


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2 numbers (1e-9 is one), as the program reads them."""


# Nor are there dates in YAML 1.2.
PlainLoader.yaml_implicit_resolvers = {
    first: [entry for entry in resolvers if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    __import__("re").compile(r"^[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"), list("-+0123456789"))

folder = Path(__file__).resolve().parents[2] / "studies"
validator = jsonschema.Draft202012Validator(json.loads((folder / "study.schema.json").read_text()))
studies = sorted(folder.glob("*.yaml"))
assert studies, "no study files"
studies += [Path(name) for name in sys.argv[1:]]
for path in studies:
    study = yaml.load(path.read_text(), PlainLoader)
    errors = [f"{path.name}: {'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(study)]
    if errors:
        sys.exit("\n".join(errors))



def first_study():
    return yaml.load((folder / "azerbaijan-kazakhstan.yaml").read_text(), PlainLoader)


def reading(study, name):
    return next(reading for reading in study["readings"] if reading["id"] == name)


def method(**choices):
    return lambda study: study["alternatives"].append({"id": "x", "title": "X", "method": choices})


wrong_changes = {
    "unknown key": lambda study: study.update(colour="red"),
    "no claim": lambda study: study.pop("claim"),
    "a state by name": lambda study: study["states"].append("Russia"),
    "unknown aggregation": lambda study: study["method"].update(aggregate="median"),
    "unknown exposure": lambda study: study["method"].update(exposure="size"),
    "a default without weights": lambda study: study["method"].pop("weights"),
    "unknown method in an alternative": method(normalise="zscore"),
    "unknown parameter": method(normalise={"min-max": {"from": 0}}),
    "a parameter outside its range": method(**{"tie-tolerance": 0.5}),
    "too many numbers": method(normalise={"min-max": [0, 1, 2]}),
    "three aggregations": method(aggregate=["arithmetic", "arithmetic", "geometric"]),
    "two methods at once": method(weights={"pca": {}, "equal": {}}),
    "unknown outlier treatment": method(outliers="trim"),
    "dimensions and conversion": lambda study: reading(study, "conversion").update(dimensions=["contacts"]),
    "conversion and efficiency": lambda study: reading(study, "conversion").update(
        efficiency=reading(study, "efficiency")["efficiency"]),
    "nothing to score": lambda study: reading(study, "volume").pop("dimensions"),
    "a method of a conversion": lambda study: reading(study, "conversion").update(method={"exposure": "none"}),
    "a conversion without outputs": lambda study: reading(study, "conversion")["conversion"].pop("outputs"),
    "an empty list of outputs": lambda study: reading(study, "conversion")["conversion"].update(outputs=[]),
    "unknown orientation": lambda study: reading(study, "efficiency")["efficiency"].update(orientation="out"),
    "half a replicate": lambda study: reading(study, "efficiency")["efficiency"].update(replicates=0.5),
    "an impossible confidence": lambda study: reading(study, "efficiency")["efficiency"].update(confidence=1),
    "a goalpost alone": lambda study: study.update(indicators={"embassies": {"worst": 0}}),
    "a negative weight of a dimension": lambda study: study["dimensions"][0].update(weight=-1),
    "one imputation": lambda study: study.update(imputations=1),
}
for name, change in wrong_changes.items():
    wrong = first_study()
    change(wrong)
    if validator.is_valid(wrong):
        sys.exit(f"the schema accepts a wrong study: {name}")

right_changes = {
    "goalposts, a reference and weights": lambda study: [
        study.update(indicators={"embassies": {"worst": 0, "best": 1.1, "reference": 0.5, "weight": 2}, "trade": {}}),
        study["dimensions"][0].update(weight=2)],
    "a list of two aggregations": method(aggregate=["arithmetic", {"power": 2}]),
    "a parameter by name": method(outliers={"winsorise": {}}),
    "an efficiency by default": lambda study: [
        reading(study, "efficiency")["efficiency"].pop(key) for key in ("orientation", "replicates", "confidence")],
}
for name, change in right_changes.items():
    right = first_study()
    change(right)
    if not validator.is_valid(right):
        sys.exit(f"the schema refuses a right study: {name}")
print(f"{len(studies)} study files follow the schema; {len(wrong_changes)} wrong ones do not")
