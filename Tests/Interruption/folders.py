"""What the checks of this folder share: studies that are quick to run, and whether a folder of results is whole."""
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def require(condition, message):
    if not condition:
        raise SystemExit(f"interruption: {message}")


def study(name, folder, seed=None, without=(), id=None):
    """A committed study, copied without some of its sections and with another seed or id."""
    text = (ROOT / "studies" / f"{name}.yaml").read_text(encoding="utf-8")
    for section in without:
        text = re.sub(rf"^{section}:.*\n(?:[ #].*\n|\n)*", "", text, flags=re.M)
    if seed is not None:
        text = re.sub(r"^seed: .*$", f"seed: {seed}", text, flags=re.M)
    if id is not None:
        text = re.sub(r"^study: .*$", f"study: {id}", text, flags=re.M)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{id or name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


# Sections without which a study needs half a second and still writes forty files.
SLOW = ("tests", "alternatives", "variants", "by-year")


def run(program, *arguments, code=0, **options):
    """Runs the program and compares its exit code."""
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, errors="replace", **options)
    require(done.returncode == code, f"{arguments}: exit code {done.returncode} instead of {code}: {done.stderr}")
    return done


def files(folder):
    """The files below a folder, by path, with the hashes of their bytes."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }


def is_whole(folder):
    """Whether a folder of results holds exactly what its manifest says."""
    found = files(folder)
    found.pop("manifest.json", None)
    outputs = json.loads((Path(folder) / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    return found == {output["path"]: output["sha256"] for output in outputs}


def entries(folder):
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
