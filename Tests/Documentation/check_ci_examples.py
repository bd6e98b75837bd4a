#!/usr/bin/env python3
"""Holds the example files for other people's continuous integration: they follow the schemas of GitHub and GitLab, and their
commands do what they say, in a repository of results whose branch moved a rank.

    check_ci_examples.py PROGRAM
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "ci"
STUDY = "kazakhstan-kyrgyzstan"
SCHEMAS = {"github-actions.yml": "vendor.github-workflows", "gitlab-ci.yml": "vendor.gitlab-ci"}


def commands():
    """The scripts of both examples: (example, step, text)."""
    github = yaml.safe_load((EXAMPLES / "github-actions.yml").read_text(encoding="utf-8"))
    for step in github["jobs"]["scores"]["steps"]:
        if step.get("name") in ("Verify", "Compare"):
            yield "github", step["name"].lower(), step["run"]
    gitlab = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))
    for step in ("verify", "compare"):
        yield "gitlab", step, "\n".join(gitlab[step]["script"])


def git(*arguments, folder):
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", *arguments],
        cwd=folder, check=True, stdout=subprocess.DEVNULL)


def repository(folder):
    """A clone whose branch `change` has another rank than the `main` of its origin."""
    origin = folder / "origin"
    shutil.copytree(ROOT / "results" / STUDY, origin / "results" / STUDY)
    git("init", "--quiet", "--initial-branch", "main", folder=origin)
    git("add", ".", folder=origin)
    git("commit", "--quiet", "--message", "Results", folder=origin)
    clone = folder / "clone"
    git("clone", "--quiet", str(origin), str(clone), folder=folder)
    git("checkout", "--quiet", "-b", "change", folder=clone)
    return clone


def move_a_rank(clone):
    ranks = clone / "results" / STUDY / "ranks.csv"
    text = ranks.read_text(encoding="utf-8")
    row = "main,reading,volume,KAZ-KGZ,KAZ,KGZ,703,705,1,3,"
    assert row in text
    ranks.write_text(text.replace(row, row[:-2] + "4,", 1), encoding="utf-8")


def run(text, clone, home, prefix):
    environment = os.environ | {
        "HOME": str(home), "PATH": f"{prefix}/bin:{os.environ['PATH']}", "GITHUB_BASE_REF": "main",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", text], cwd=clone, env=environment, stdout=subprocess.PIPE, text=True)


def expect(holds, message, done):
    if not holds:
        sys.exit(f"{message}: exit code {done.returncode}\n{done.stdout}")


def check(example, step, text, folder, prefix):
    folder.mkdir()
    clone = repository(folder)
    (home := folder / "home").mkdir()
    if step == "verify":
        done = run(text, clone, home, prefix)
        expect(done.returncode == 0, f"{example}: results as they were are not verified", done)
    move_a_rank(clone)
    done = run(text, clone, home, prefix)
    if step == "verify":
        expect(done.returncode == 2, f"{example}: a rank that moved is not found", done)
    else:
        expect(done.returncode == 0, f"{example}: the comparison fails", done)
        expect("KAZ-KGZ: 3 -> 4 (the claim's pair)" in done.stdout, f"{example}: no change is told", done)
        figure = clone / "changes" / "results" / STUDY / "slope.svg"
        expect(figure.is_file(), f"{example}: no figure is drawn", done)


def main(program):
    for name, schema in SCHEMAS.items():
        subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(EXAMPLES / name)], check=True,
            stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as name:
        prefix = Path(name) / "prefix"
        subprocess.run(
            [ROOT / "scripts" / "install", prefix], env=os.environ | {"PROGRAM": str(program)}, check=True,
            stdout=subprocess.DEVNULL)
        for number, (example, step, text) in enumerate(commands()):
            check(example, step, text, Path(name) / str(number), prefix)
    print("the examples for continuous integration do what they say")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
