#!/usr/bin/env python3
"""Makes system calls of every writing command fail, one at a time, and kills the command at each of them.

check_faults.py PROGRAM [--every N] [--writer NAME]

strace(1) lists the calls of a command that touch its output; then the command is run once for each of them (or for every
Nth of the frequent ones) and each way in which it can fail. A run that could not write must say so on standard error with
the system's reason, end with exit code 73, and leave the folder as it was, hidden files included; one that could write
all the same must have written all. A killed one leaves the old or the new output, and the run after it the new one.
"""
import argparse
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from folders import ROOT, entries, files, require, run
from writers import commands, empty_out

# What each call can say, and the words for it.
FAULTS = {
    "openat": ["ENOSPC", "EMFILE", "EACCES", "EROFS"],
    "write": ["ENOSPC", "EDQUOT", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "close": ["ENOSPC"],
    "mkdir": ["EDQUOT", "EROFS"],
    "flock": ["EAGAIN", "ENOLCK"],
    "chmod": ["EPERM"],
    "fchmod": ["EPERM"],
    "rename": ["ENOSPC", "EROFS", "EXDEV"],
    "renameat2": ["ENOSPC", "EXDEV", "EINVAL", "ENOSYS"],
    "unlink": ["EIO"],
    "unlinkat": ["EIO"],
    "rmdir": ["EIO"],
}
FREQUENT = ("openat", "write", "fsync", "close", "unlinkat", "unlink")
TRACE = ["strace", "-f", "-qq"]


def calls(program, arguments, work):
    """The calls of the main thread that touch the output: (name, number among those of its name, text)."""
    log = work / "log"
    done = subprocess.run(
        [*TRACE, "-y", "-o", log, "-e", f"trace={','.join(FAULTS)}", program, *map(str, arguments)],
        capture_output=True, text=True, cwd=ROOT)
    require(done.returncode == 0, f"strace of {arguments[0]}: {done.stderr}")
    lines = log.read_text(errors="replace").splitlines()
    main = lines[0].split()[0]
    numbers, found = Counter(), []
    for line in lines:
        match = re.match(r"(\d+)\s+(\w+)\((.*)", line)
        if not match or match[1] != main:
            continue
        numbers[match[2]] += 1
        touches = str(work / "out") in match[3]
        if touches and not (match[2] == "openat" and "O_RDONLY" in match[3] and "O_DIRECTORY" not in match[3]):
            # Reading fails as bad or missing input does; that is the business of other tests.
            found.append((match[2], numbers[match[2]], match[3]))
    return found


def trial(program, arguments, name, number, what, options=()):
    return subprocess.run(
        [*TRACE, "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:{what}:when={number}", program,
         *map(str, arguments)],
        capture_output=True, text=True, errors="replace", cwd=ROOT)


def visible(found):
    return {path: hash for path, hash in found.items() if not any(part.startswith(".") for part in path.split("/"))}


def check(program, writer, old, new, work, every):
    counts = Counter()
    out = empty_out(work, writer)
    run(program, *old, cwd=ROOT)
    before = work / "before"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(out, before)
    points = calls(program, new, work)
    former, newer = files(before), files(out)
    require(former != newer, f"{writer}: the two outputs are the same, or nothing is shown")

    def restore():
        shutil.rmtree(out)
        shutil.copytree(before, out)

    seen = Counter()
    for name, number, text in points:
        seen[name] += 1
        if name in FREQUENT and seen[name] > 3 and seen[name] % every:
            continue
        place = f"{writer}: {name} {number} ({text[:120]})"
        for fault in FAULTS[name]:
            restore()
            done = trial(program, new, name, number, f"error={fault}")
            counts["faults"] += 1
            found = files(out)
            if done.returncode == 0:
                require(visible(found) == newer, f"{place} {fault}: exit code 0, and the output is not the new one")
                counts["borne"] += 1
            else:
                require(done.returncode == 73, f"{place} {fault}: exit code {done.returncode}: {done.stderr}")
                require("error: " in done.stderr and str(work) in done.stderr, f"{place} {fault}: {done.stderr}")
                # A folder that was replaced before a later one failed is a whole new one: none of ours does this.
                if fault == "EAGAIN":
                    # The lock is somebody else's, who removes its file.
                    found = {path: hash for path, hash in found.items() if not path.endswith(".lock")}
                if name == "rename" and writer in ("tables", "figures", "datasets add"):
                    # Files that were put in place before this one stay: each is whole.
                    require(set(found) <= {*former, *newer} and all(
                        found[path] in (former.get(path), newer.get(path)) for path in found), f"{place} {fault}: a mixture")
                else:
                    require(found == former, f"{place} {fault}: the folder has changed: {set(found) ^ set(former)}")
                counts["refused"] += 1
        restore()
        done = trial(program, new, name, number, "signal=KILL")
        require(done.returncode in (-9, 137), f"{place}: not killed, {done.returncode}")
        counts["kills"] += 1
        found = visible(files(out))
        if found == former:
            counts["old"] += 1
        elif found == newer:
            counts["new"] += 1
        else:
            # Several files in a folder of others: each is the old or the new one.
            require(writer in ("tables", "figures", "datasets add") or name == "rename" and "former" in text,
                    f"{place}: killed, neither old nor new: {sorted(set(found.items()) ^ set(newer.items()))[:4]}")
            require(all(found.get(path) in (former.get(path), newer.get(path)) for path in {*found, *newer}),
                    f"{place}: killed, a file is neither old nor new")
            counts["some of each"] += 1
        run(program, *new, cwd=ROOT)
        require(files(out) == newer, f"{place}: the run after a kill leaves {entries(out)}")
    print(f"{writer}: {len(points)} calls; {counts['faults']} faults ({counts['refused']} refused with exit code 73 and the "
          f"old output as it was, {counts['borne']} borne), {counts['kills']} kills (old {counts['old']}, new "
          f"{counts['new']}, some files of each {counts['some of each']})", flush=True)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--writer", action="append")
    options = parser.parse_args()
    require(shutil.which("strace"), "strace is needed")
    program, total = os.path.abspath(options.program), Counter()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        for writer, (old, new) in commands(work).items():
            if not options.writer or writer in options.writer:
                total += check(program, writer, old, new, work, options.every)
    print(f"{total['faults']} faults and {total['kills']} kills at system calls survived")


if __name__ == "__main__":
    main()
