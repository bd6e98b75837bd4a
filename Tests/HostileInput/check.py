"""Gives the program every input of surfaces.py and compares messages and exit codes with docs/HOSTILE_INPUT.md.

Usage: check.py PROGRAM [--write]

Each input must end within the limits of time and memory below. What is refused must be refused with a documented exit code
and one message that says what is wrong, on standard error, and must leave nothing behind.
"""
import functools
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from surfaces import ACCEPTED, ROOT, SURFACES

DOCUMENT = ROOT / "docs/HOSTILE_INPUT.md"
SECONDS = 20
MEGABYTES = 1200
EXIT_CODES = {64, 65, 66}


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(program, case):
    """The exit code and the message of one input; an accepted one has no message but what was left out."""
    what, arguments, files, *marks = case
    processes = []
    with tempfile.TemporaryDirectory(prefix="dyadscore-hostile-") as folder:
        base = Path(folder)
        link_datasets(base)
        for name, content in files.items():
            path = base / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_symlink() or path.is_file():
                path.unlink()
            if callable(content):
                processes.append(content(str(path)))
            else:
                path.write_bytes(content)
        before = listing(base)
        with open(base / ".out", "wb") as out, open(base / ".err", "wb") as err:
            child = subprocess.Popen(
                [program, *arguments], cwd=base, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                preexec_fn=limit, env={**os.environ, "NO_COLOR": "1", "LC_ALL": "C"})
            _, status, usage = os.wait4(child.pid, 0)
        for process in filter(None, processes):
            os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
            process.wait()
        code = os.waitstatus_to_exitcode(status)
        message = (base / ".err").read_bytes().decode("utf-8").strip()
        after = listing(base)
    problems = []
    if usage.ru_maxrss > MEGABYTES * 1024:
        problems.append(f"took {usage.ru_maxrss // 1024} MB")
    if code < 0:
        problems.append(f"ended by signal {-code}")
    elif ACCEPTED in marks:
        if code != 0:
            problems.append(f"was refused: {message}")
    else:
        if code not in EXIT_CODES:
            problems.append(f"exit code {code}")
        if after != before:
            problems.append(f"left {sorted(after - before)} behind")
        if len(message) > 4096 or "rror:" not in message:
            problems.append(f"message of {len(message)} characters: {message[:300]}")
    return what, code, message, problems


@functools.cache
def copied_datasets():
    """The committed packages, copied once to where the cases have their folders."""
    copy = tempfile.TemporaryDirectory(prefix="dyadscore-datasets-")
    shutil.copytree(ROOT / "datasets", copy.name, ignore=shutil.ignore_patterns("world"), dirs_exist_ok=True)
    return copy


def link_datasets(base):
    """The copied packages by hard links, which are files like others; what a case changes takes the place of its link."""
    shutil.copytree(copied_datasets().name, base / "datasets", copy_function=os.link)


def listing(base):
    return {str(path.relative_to(base)) for path in base.rglob("*")} - {".out", ".err"}


def cell(text):
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " / ").replace("<", "&lt;").replace("*", "\\*")


def document(results):
    lines = [
        "# Hostile input", "",
        "What no honest user gives, and what the program says to it. Written by `Tests/HostileInput/check.py PROGRAM --write`",
        "from what the program says; the ordinary tests compare. Every input below ends within"
        f" {SECONDS} s of processor time and {MEGABYTES}", "MB of memory; what is refused writes nothing. Exit codes:"
        " 0 taken, 64 wrong argument, 65 bad data, 66 input missing or unreadable.", "",
    ]
    for title, command, rows in results:
        lines += [f"## {title}", "", f"{command}", "", "| input | message | exit code |", "| --- | --- | --- |"]
        lines += [f"| {cell(what)} | {cell(message) or 'none'} | {code} |" for what, code, message, _ in rows]
        lines.append("")
    return "\n".join(lines)


def main():
    program = os.path.abspath(sys.argv[1])
    started = time.monotonic()
    results = []
    copied_datasets()  # before threads ask for it at once
    with ThreadPoolExecutor(2) as pool:
        for title, command, cases in SURFACES:
            results.append((title, command, list(pool.map(lambda case: run(program, case), cases()))))
    problems = [f"{title}: {row[0]}: {problem}" for title, _, rows in results for row in rows for problem in row[3]]
    text = document(results)
    count = sum(len(rows) for _, _, rows in results)
    if "--write" in sys.argv:
        DOCUMENT.write_text(text, encoding="utf-8")
    elif DOCUMENT.read_text(encoding="utf-8") != text:
        import difflib

        problems += list(
            difflib.unified_diff(DOCUMENT.read_text(encoding="utf-8").split("\n"), text.split("\n"), "documented", "said", n=0))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{count} hostile inputs in {time.monotonic() - started:.0f} s")
    sys.exit(1 if problems else 0)


main()
