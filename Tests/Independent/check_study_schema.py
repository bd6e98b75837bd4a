"""Checks every study file, and a few wrong ones, against studies/study.schema.json."""
import copy
import json
import sys
from pathlib import Path

import jsonschema
import yaml


class PlainLoader(yaml.SafeLoader):
    """YAML 1.2 numbers (1e-9 is one), as the program reads them."""


PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    __import__("re").compile(r"^[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+$"), list("-+0123456789"))

folder = Path(__file__).resolve().parents[2] / "studies"
validator = jsonschema.Draft202012Validator(json.loads((folder / "study.schema.json").read_text()))
studies = sorted(folder.glob("*.yaml"))
assert studies, "no study files"
for path in studies:
    study = yaml.load(path.read_text(), PlainLoader)
    errors = [f"{path.name}: {'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(study)]
    if errors:
        sys.exit("\n".join(errors))

for change in (
    lambda study: study.update(colour="red"),
    lambda study: study.pop("claim"),
    lambda study: study["method"].update(aggregate="median"),
    lambda study: study["states"].append("Russia"),
):
    wrong = copy.deepcopy(study)
    change(wrong)
    if validator.is_valid(wrong):
        sys.exit("the schema accepts a wrong study")
print(f"{len(studies)} study files follow the schema")
