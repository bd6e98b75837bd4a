"""Compares two folders byte for byte, and tells where a file differs first."""
import json
import math
from pathlib import Path


def files(folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}


def first_difference(one: bytes, other: bytes) -> str:
    """The first line that differs, in words; for files that are no text, the first byte."""
    try:
        lines, others = one.decode().split("\n"), other.decode().split("\n")
    except UnicodeDecodeError:
        place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        return f"byte {place} of {len(one)} and {len(other)}"
    for number, (line, another) in enumerate(zip(lines, others), start=1):
        if line != another:
            column = next((i for i, (a, b) in enumerate(zip(line, another)) if a != b), min(len(line), len(another)))
            start = max(0, column - 60)
            return f"line {number}, column {column + 1}:\n    {line[start:start + 160]}\n    {another[start:start + 160]}"
    return f"{len(lines)} and {len(others)} lines"


def without_machine(manifest: bytes) -> bytes:
    """A manifest without what it says of the BLAS, which is all that it says of the machine."""
    content = json.loads(manifest)
    del content["program"]["blas"], content["program"]["blasCoreType"]
    return json.dumps(content, indent=1).encode()


def agree_in_numbers(one: object, other: object) -> bool:
    """Whether two JSON values are the same, numbers within 1e-9 of each other: for what prints every digit of a double."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(agree_in_numbers(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(agree_in_numbers, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return type(one) is type(other) and one == other


def differences(folder: Path, other: Path, machines_differ: bool = False, manifests: bool = True) -> list[str]:
    """One text a file that is not the same in both folders, or is in one alone.

    `machines_differ`: what a manifest says of the machine is not compared, everything else of it is; and the JSON of
    `index`, which prints every digit of a double, may differ in the digits that its other forms round away.
    `manifests`: without it no manifest is compared.
    """
    ours, theirs = files(folder), files(other)
    found = []
    for name in sorted(ours.keys() | theirs.keys()):
        if Path(name).name == "manifest.json" and not manifests:
            continue
        if name not in ours or name not in theirs:
            found.append(f"{name} is only in {folder if name in ours else other}")
            continue
        one, another = ours[name].read_bytes(), theirs[name].read_bytes()
        if machines_differ and Path(name).name == "manifest.json":
            one, another = without_machine(one), without_machine(another)
        if machines_differ and folder.name == "index" and name.endswith(".json"):
            if agree_in_numbers(json.loads(one), json.loads(another)):
                continue
        if one != another:
            found.append(f"{name}: {first_difference(one, another)}")
    return found
