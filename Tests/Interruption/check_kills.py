#!/usr/bin/env python3
"""Kills the program with SIGKILL at random moments and looks at what it leaves.

check_kills.py PROGRAM [--kills N] [--study NAME] [--small] [--seed S]

After each kill the results folder must be absent, the old one or the new one, whole by the hashes of its manifest; the next
run must succeed, give the bytes of an undisturbed run and leave nothing beside them. Moments are drawn over the whole time of
a run, and as often over its last part, in which it writes. Then a batch of several studies is killed again and again
and goes on with --resume, and so are shards that are merged.
"""
import argparse
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from folders import SLOW, entries, files, is_whole, require, run, study


def killed(arguments, moment, **options):
    """Starts the program and kills it after so many seconds. Whether it was still running."""
    process = subprocess.Popen(
        list(map(str, arguments)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return process.returncode == -signal.SIGKILL


def moments(duration, writing, generator):
    """For ever: a moment of the whole run, then one of its last part."""
    while True:
        yield generator.uniform(0, duration)
        yield generator.uniform(max(0, duration - writing), duration * 1.1)


def single_runs(program, name, kills, small, generator, work):
    """One study, into a folder that is not there yet and over one of another seed."""
    without = SLOW if small else ()
    new = study(name, work / "new", without=without)
    old = study(name, work / "old", seed=7, without=without)
    started = time.monotonic()
    run(program, "run", new, "--output", work / "reference", "--quiet")
    duration = time.monotonic() - started
    run(program, "run", old, "--output", work / "former", "--quiet")
    reference, former = files(work / "reference" / name), files(work / "former" / name)
    require(reference != former, "another seed must give other results, or nothing is shown")
    counts = Counter()
    results = work / "results"
    moment = moments(duration, 0.3 * duration, generator)
    while counts["killed"] < kills:
        over_old = counts["tried"] % 2 == 1
        shutil.rmtree(results, ignore_errors=True)
        if over_old:
            shutil.copytree(work / "former", results)
        counts["tried"] += 1
        require(counts["tried"] < 4 * kills + 20, "too few runs were still running when they were killed")
        if not killed([program, "run", new, "--output", results, "--quiet"], next(moment)):
            continue
        counts["killed"] += 1
        left = [entry for entry in entries(results) if entry != name]
        require(
            set(left) <= {f".{name}.lock", f".{name}.staging"}, f"a killed run left {left}")
        counts["with a leftover"] += bool(left)
        if (results / name).exists():
            require(is_whole(results / name), "the folder of a killed run is not whole")
            found = files(results / name)
            require(found in (reference, former), "the folder of a killed run is neither the old nor the new one")
            counts["new" if found == reference else "old"] += 1
            require(over_old or found == reference, "old results out of nowhere")
        else:
            require(not over_old, "the old results are gone")
            counts["none yet"] += 1
        # The next run need not be a lucky one either: it cleans up and writes the same bytes.
        run(program, "run", new, "--output", results, "--quiet")
        require(files(results / name) == reference, "the run after a kill gives other bytes")
        require(entries(results) == [name], f"the run after a kill left {entries(results)}")
    print(f"{name}{' (small)' if small else ''}: {counts['killed']} runs killed of {counts['tried']}; found afterwards: "
          f"old {counts['old']}, new {counts['new']}, none yet {counts['none yet']}; with a leftover "
          f"{counts['with a leftover']}; each next run gave the reference bytes")
    return counts["killed"]


def batches(program, name, kills, small, generator, work):
    """Three studies with --resume, killed until they are done."""
    without = SLOW if small else ()
    studies = [study(name, work / "batch", seed=seed, without=without, id=f"batch-{seed}") for seed in (1, 2, 3)]
    started = time.monotonic()
    run(program, "run", *studies, "--output", work / "batch-reference", "--quiet")
    duration = time.monotonic() - started
    reference = files(work / "batch-reference")
    counts = Counter()
    while counts["killed"] < kills:
        results = work / "batch-results"
        shutil.rmtree(results, ignore_errors=True)
        counts["batches"] += 1
        for _ in range(2):
            counts["killed"] += killed(
                [program, "run", *studies, "--output", results, "--quiet", "--resume"],
                generator.uniform(0, duration))
            for entry in entries(results):
                if not entry.startswith("."):
                    require(is_whole(results / entry), f"{entry} of a killed batch is not whole")
        there = {entry: os.stat(results / entry).st_ino for entry in entries(results) if not entry.startswith(".")}
        told = run(program, "run", *studies, "--output", results, "--resume").stdout
        require(told.count("was there already") == len(there), "what was there was computed again")
        require(
            all(os.stat(results / entry).st_ino == node for entry, node in there.items()),
            "what was there was written again")
        counts["kept"] += len(there)
        require(files(results) == reference, "a resumed batch gives other bytes")
    print(f"batch of 3: killed {counts['killed']} times in {counts['batches']} batches; {counts['kept']} finished studies "
          "were kept, and every batch ended with the reference bytes")
    return counts["killed"]


def shards(program, name, kills, generator, work):
    """Three shards and their merging, each killed and started again."""
    new = study(name, work / "new")
    run(program, "run", new, "--output", work / "shard-reference", "--quiet")
    reference = files(work / "shard-reference" / name)
    results = work / "shard-results"
    counts = Counter()
    while counts["killed"] < kills:
        shutil.rmtree(results, ignore_errors=True)
        counts["merged"] += 1
        for step in (["run", new, "--shard", "1/3"], ["run", new, "--shard", "2/3"], ["run", new, "--shard", "3/3"],
                     ["merge", new]):
            arguments = [*step, "--output", results, "--quiet"]
            started = time.monotonic()
            copy = work / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            if results.exists():
                shutil.copytree(results, copy)
            run(program, *arguments)
            duration = time.monotonic() - started
            shutil.rmtree(results)
            if copy.exists():
                shutil.copytree(copy, results)
            counts["killed"] += killed([program, *arguments], generator.uniform(0, duration))
            run(program, *arguments)
        require(files(results / name) == reference, "merged shards give other bytes")
        require(entries(results) == [name, f"{name}.shards"], f"shards left {entries(results)}")
        require(
            entries(results / f"{name}.shards") == ["1-of-3", "2-of-3", "3-of-3"], "shards left something")
    print(f"shards: {counts['killed']} of them and of their merging killed; {counts['merged']} mergings gave the "
          "reference bytes")
    return counts["killed"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--study", default="kazakhstan-kyrgyzstan")
    parser.add_argument("--small", action="store_true", help="without the tests of the claim, and no shards")
    parser.add_argument("--only-runs", action="store_true", help="no batch and no shards")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    generator = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        total = single_runs(program, options.study, options.kills, options.small, generator, work)
        if not options.only_runs:
            total += batches(program, options.study, max(2, options.kills // 4), options.small, generator, work)
            if not options.small:
                total += shards(program, options.study, max(4, options.kills // 4), generator, work)
    print(f"{total} kills survived (seed {options.seed})")


if __name__ == "__main__":
    main()
