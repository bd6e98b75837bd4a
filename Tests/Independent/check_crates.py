"""Validates ro-crate-metadata.json of every results folder, without a network.

With roc-validator (the profile of RO-Crate 1.1, requirements that are REQUIRED), for which the context is taken from
ro-crate-py: it is that of version 1.3, which holds the terms of 1.1. And by rules of our own, which the profile does not
have: every file of the folder is a part, with its size and hash; every reference leads to something in the graph; what
is a source has a version and a licence. A few broken crates are refused, so that the checks are known to see.

Usage: check_crates.py [FOLDER]...; without folders all of results/.
"""
import copy
import hashlib
import json
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils import document_loader
from rocrate_validator.utils.http import HttpRequester

CONTEXT = json.loads(files("rocrate").joinpath("data", "ro-crate.jsonld").read_text())
CRATE = "ro-crate-metadata.json"


class StoredContext:
    """What the server of the context would answer."""
    status_code, headers = 200, {"Content-Type": "application/ld+json"}
    text = json.dumps(CONTEXT)

    def json(self):
        return CONTEXT


document_loader._fetch_json_ld = lambda url: CONTEXT
HttpRequester.get = lambda self, url, **options: StoredContext()


def profile_problems(folder):
    settings = ValidationSettings(
        rocrate_uri=str(folder), profile_identifier="ro-crate-1.1", requirement_severity=Severity.REQUIRED,
        abort_on_first=False)
    return [f"{issue.check.identifier}: {issue.message}" for issue in services.validate(settings).get_issues()]


def references(value):
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def own_problems(folder):
    graph = json.loads((folder / CRATE).read_text())["@graph"]
    things = {thing["@id"]: thing for thing in graph}
    if len(things) != len(graph):
        yield "an identifier is used twice"
    root = things["./"]
    for key in ["name", "description", "license", "datePublished", "author", "citation", "keywords", "hasPart"]:
        if not root.get(key):
            yield f"the root has no {key}"
    parts = set(references(root.get("hasPart", [])))
    present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    for name in sorted((parts ^ present) - {CRATE}):
        yield f"{name}: listed or there, not both"
    for name in sorted(parts & present):
        thing, content = things[name], (folder / name).read_bytes()
        if not thing.get("description") or not thing.get("encodingFormat"):
            yield f"{name}: no description or format"
        if name == "manifest.json":  # it hashes the crate
            continue
        if thing.get("contentSize") != str(len(content)) or thing.get("sha256") != hashlib.sha256(content).hexdigest():
            yield f"{name}: another size or hash"
    for thing in graph:
        for key, value in thing.items():
            for target in references(value):
                if target not in things and key != "conformsTo":
                    yield f"{thing['@id']}.{key}: {target} is not there"
    for name in references(root.get("isBasedOn", [])):
        if not things[name].get("version") or not things[name].get("license"):
            yield f"{name}: no version or licence"
    runs = [thing for thing in graph if thing["@type"] == "CreateAction"]
    if len(runs) != 1 or "study.yaml" not in set(references(runs[0]["object"])):
        yield "there must be one run, of the study file"


def broken(folder):
    """The crate with one thing wrong, and whether the profile or a rule of ours has to see it."""
    def change(graph, identifier, key, value=None):
        thing = next(thing for thing in graph if thing["@id"] == identifier)
        thing.pop(key, None) if value is None else thing.__setitem__(key, value)

    yield "no date", True, lambda graph: change(graph, "./", "datePublished")
    yield "no descriptor", True, lambda graph: change(graph, CRATE, "about")
    yield "another hash", False, lambda graph: change(graph, "verdict.json", "sha256", "0" * 64)
    yield "no author", False, lambda graph: change(graph, "./", "author")
    yield "a part left out", False, lambda graph: change(graph, "./", "hasPart", [{"@id": "verdict.json"}])


def main():
    results = Path(__file__).resolve().parents[2] / "results"
    folders = [Path(name) for name in sys.argv[1:]] or sorted(path.parent for path in results.glob(f"*/{CRATE}"))
    if not folders:
        sys.exit("no results with a crate")
    for folder in folders:
        problems = list(own_problems(folder)) or profile_problems(folder)
        if problems:
            sys.exit("\n".join(f"{folder.name}: {problem}" for problem in problems))
    with tempfile.TemporaryDirectory() as scratch:
        copied = Path(shutil.copytree(folders[0], Path(scratch) / "crate"))
        whole = json.loads((copied / CRATE).read_text())
        for what, is_profile, damage in broken(copied):
            document = copy.deepcopy(whole)
            damage(document["@graph"])
            (copied / CRATE).write_text(json.dumps(document))
            if not (profile_problems(copied) if is_profile else list(own_problems(copied))):
                sys.exit(f"a crate with {what} was not refused")
    print(f"{len(folders)} crates are valid")


main()
