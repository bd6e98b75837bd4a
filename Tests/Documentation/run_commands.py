#!/usr/bin/env python3
"""Runs the commands of the documentation, in order, in a copy of the work tree, and checks their exit codes.

What is not run is marked in the document with a reason (fences.py), and listed at the end. Where a document shows what is
printed, that is compared. Usage:
Tests/Documentation/run_commands.py [--list] [DOCUMENT...]; the program is .build/release/dyadscore.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import fences
import stand_ins

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    "README.md", "METHODS.md", "CONTRIBUTING.md", "workflow/README.md", "notebooks/README.md", "Benchmarks/README.md",
    "datasets/**/*.md", "docs/**/*.md",
]
# Read by people who have nothing but these: here `dyadscore` must be found by what the document itself says.
STANDALONE = {"README.md", "docs/TUTORIAL.md"}
SECONDS = 300  # for a document


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("documents", nargs="*", help="default: all")
    parser.add_argument("--list", action="store_true", help="list the commands and run nothing")
    arguments = parser.parse_args()
    names = arguments.documents or sorted(
        str(path.relative_to(ROOT)) for pattern in DOCUMENTS for path in ROOT.glob(pattern)
    )
    try:
        found = {name: fences.commands(name, (ROOT / name).read_text(encoding="utf-8")) for name in names}
    except fences.DocumentError as error:
        sys.exit(str(error))
    if arguments.list:
        for command in sum(found.values(), []):
            print(f"{command.document}:{command.line}: {command.text}" + (f"  [not run: {command.reason}]" if command.reason else ""))
        return
    before = state()
    failed = run_all(found)
    if state() != before:
        sys.exit("a command of the documentation changed the work tree itself")
    everything = sum(found.values(), [])
    not_run = [command for command in everything if command.reason]
    print("not run:")
    for command in not_run:
        print(f"  {command.document}:{command.line}: {command.text.splitlines()[0]} ({command.reason})")
    if failed:
        sys.exit(f"{len(failed)} of {len(everything) - len(not_run)} commands of the documentation fail")
    print(f"{len(everything) - len(not_run)} commands of the documentation run, {len(not_run)} are marked as not run")


def state():
    return subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, check=True).stdout


def run_all(found):
    """Each document in a copy of its own, so that it cannot rest on what another one did."""
    failed = []
    for name, part in found.items():
        if not any(command.reason is None for command in part):
            continue
        with tempfile.TemporaryDirectory(prefix="dyadscore-documentation-") as folder:
            scratch = Path(folder) / "dyadscore"
            copy(scratch)
            failed += run(name, [command for command in part if command.reason is None], scratch, Path(folder) / "log")
    return failed


def copy(scratch):
    """The work tree as a commit would hold it, with the built program and the tests' Python in place."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        source, target = ROOT / name, scratch / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    (scratch / ".build" / "release").mkdir(parents=True)
    program = (ROOT / ".build" / "release" / "dyadscore").resolve(strict=True)
    (scratch / ".build" / "release" / "dyadscore").symlink_to(program)
    if (ROOT / ".build" / "python").exists():
        (scratch / ".build" / "python").symlink_to((ROOT / ".build" / "python").resolve())
    stand_ins.write(scratch)


def run(name, part, scratch, log):
    """Runs the commands of a document in one shell, as a reader would; returns those that fail, and prints what they said."""
    log.mkdir()
    script = ["shopt -s expand_aliases"]
    for number, command in enumerate(part):
        output, code = log / f"{number}.out", log / f"{number}.code"
        # A brace group keeps `cd`, `alias` and `export` for the next command.
        script.append(f"{{\n{command.text}\n}} >'{output}' 2>&1 </dev/null; echo $? >'{code}'")
    environment = {**os.environ, "NO_COLOR": "1", "OPENBLAS_NUM_THREADS": "1"}
    if name not in STANDALONE:
        environment["PATH"] = f"{scratch / '.build' / 'release'}:{environment['PATH']}"
    try:
        subprocess.run(["bash", "-c", "\n".join(script)], cwd=scratch, env=environment, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"{name}: longer than {SECONDS} seconds")
    failed = []
    for number, command in enumerate(part):
        code = log / f"{number}.code"
        result = code.read_text().strip() if code.exists() else "none: it did not end, or bash does not understand it"
        output = log / f"{number}.out"
        said = output.read_text(errors="replace") if output.exists() else ""
        missing = first_missing(command.printed, said)
        if result != "0" or missing:
            failed.append(command)
            told = f"exit code {result}" if result != "0" else f"the document says that it prints: {missing}"
            print(f"{name}:{command.line}: {command.text}\n{told}\n{said[-2000:]}")
    return failed


def first_missing(expected, said):
    """The first of the expected lines that does not follow in what was said, or None."""
    lines = iter(line.strip() for line in said.splitlines())
    return next((line for line in expected if line not in lines), None)


if __name__ == "__main__":
    main()
