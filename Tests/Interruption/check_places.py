#!/usr/bin/env python3
"""Writes into places that cannot take it, and prints to nobody.

check_places.py PROGRAM

Full disks, read-only folders, two runs into one folder, folders of somebody else, signals that end a run, closed and full
standard output, too few open files, and paths with unusual names: each ends with its documented exit code and a message
that says why, and what was there before stays as it was. File systems are mounted, so root is needed; without it that part
says that it is left out.
"""
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from folders import ROOT, SLOW, entries, files, is_whole, require, run, study
from writers import NAME, commands, empty_out


def started(program, *arguments, **options):
    return subprocess.Popen(
        [program, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)


def refused(program, arguments, word, code=73, **options):
    """The command fails with this code and a message that holds a word."""
    done = run(program, *arguments, code=code, **options)
    require(word in done.stderr, f"{arguments}: no '{word}' in: {done.stderr}")
    return done.stderr


class Mounted:
    """A file system at a folder for a while."""

    def __init__(self, folder, *options):
        self.folder, self.options = folder, options

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *self.options, self.folder], check=True)
        return self.folder

    def __exit__(self, *_):
        subprocess.run(["umount", self.folder], check=True)


def full_disks(program, work):
    """Every writer, on disks from far too small to almost large enough, and without a free inode."""
    count, succeeded = 0, 0
    for writer, (old, new) in commands(work).items():
        out = empty_out(work, writer)
        run(program, *old, cwd=ROOT)
        former = work / "full-former"
        shutil.rmtree(former, ignore_errors=True)
        shutil.copytree(out, former)
        need = sum(-(-path.stat().st_size // 4096) * 4096 for path in out.rglob("*") if path.is_file())
        shutil.rmtree(out)
        for spare in (0, 1, 2, 5, 20, 60, 120, 200, 400, 2000):
            size = need + (sum(1 for path in former.rglob("*") if path.is_dir()) + 1 + spare) * 4096
            with Mounted(out, "-t", "tmpfs", "-o", f"size={size}", "tmpfs"):
                try:
                    shutil.copytree(former, out, dirs_exist_ok=True)
                except shutil.Error:
                    continue
                before = files(out)
                done = subprocess.run([program, *map(str, new)], capture_output=True, text=True, cwd=ROOT)
                count += 1
                if done.returncode == 0:
                    succeeded += 1
                    require(files(out) != before, f"{writer}: exit code 0 and nothing new")
                    continue
                require(done.returncode == 73 and "No space left on device" in done.stderr,
                        f"{writer} on a full disk: {done.returncode} {done.stderr}")
                require(files(out) == before, f"{writer}: a full disk changed the output")
        with Mounted(out, "-t", "tmpfs", "-o", "nr_inodes=3", "tmpfs"):
            if writer == "run":
                refused(program, new, "No space left on device", cwd=ROOT)
                require(files(out) == {}, f"{writer}: a disk without inodes holds files")
        require(succeeded, "no disk was large enough")
    print(f"full disks: {count} runs, {succeeded} with room enough, the others refused and the old output as it was")


def read_only(program, work):
    for writer, (old, new) in commands(work).items():
        out = empty_out(work, writer)
        run(program, *old, cwd=ROOT)
        former = files(out)
        with Mounted(out, "--bind", "-o", "ro", out):
            refused(program, new, "Read-only file system", cwd=ROOT)
            require(files(out) == former, f"{writer}: a read-only folder has changed")
        for path in [work, out]:
            path.chmod(0o755)

        def nobody():
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)

        refused(program, new, "Permission denied", cwd=ROOT, preexec_fn=nobody)
        require(files(out) == former, f"{writer}: a folder of somebody else has changed")
    print("read-only file systems and folders of others: every writer refused")


def together(program, work):
    """Five runs of five seeds into one folder."""
    out = work / "together"
    seeds = range(1, 6)
    studies = [study(NAME, work / f"seed-{seed}", seed=seed, without=SLOW) for seed in seeds]
    possible = []
    for path in studies:
        run(program, "run", path, "--output", out, "--quiet", cwd=ROOT)
        possible.append(files(out / NAME))
    won, refusals = 0, 0
    for _ in range(6):
        processes = [started(program, "run", path, "--output", out, "--quiet", cwd=ROOT) for path in studies]
        for process in processes:
            message = process.communicate()[1]
            require(process.returncode in (0, 73), f"one of several runs: {process.returncode} {message}")
            if process.returncode == 73:
                require("another run is writing here" in message, f"one of several runs: {message}")
                refusals += 1
            else:
                won += 1
        require(is_whole(out / NAME) and files(out / NAME) in possible, "several runs at once made a mixture")
        require(entries(out) == [NAME], f"several runs at once left {entries(out)}")
    require(won >= 6 and refusals, "several runs at once never met")
    print(f"several runs into one folder: {won} written, {refusals} refused, every folder that of one run")


def of_others(program, work):
    """Folders that this program did not write."""
    new = study(NAME, work / "new", without=SLOW)
    home = work / "home"
    (home / NAME).mkdir(parents=True)
    (home / NAME / "letter.txt").write_text("dear")
    before = files(home)
    refused(program, ["run", new, "--output", home, "--quiet"], "only a folder that dyadscore wrote is replaced", cwd=ROOT)
    (home / NAME / "manifest.json").write_text('{"program": {"name": "another"}, "outputs": []}')
    refused(program, ["run", new, "--output", home, "--quiet"], "is not of dyadscore", cwd=ROOT)
    (home / NAME / "manifest.json").unlink()
    require(files(home) == before, "a folder of somebody else has changed")
    run(program, "run", new, "--output", work / "mine", "--quiet", cwd=ROOT)
    (work / "mine" / NAME / "notes.md").write_text("mine")
    refused(program, ["run", new, "--output", work / "mine", "--quiet"], "'notes.md'", cwd=ROOT)
    require((work / "mine" / NAME / "notes.md").read_text() == "mine", "notes among the results are gone")
    (work / "file").write_text("x")
    refused(program, ["run", new, "--output", work / "file", "--quiet"], "Not a directory", cwd=ROOT)
    refused(program, ["run", new, "--output", "", "--quiet"], "--output must name a folder", code=64, cwd=ROOT)
    nameless = work / "nameless.yaml"
    nameless.write_text(new.read_text(encoding="utf-8").replace(f"study: {NAME}", "study: ''"), encoding="utf-8")
    refused(program, ["run", nameless, "--output", work / "mine", "--quiet"], "nameless.yaml:4", code=65, cwd=ROOT)
    # The user's own link is followed, and stays one.
    (work / "link").symlink_to(work / "far")
    refused(program, ["run", new, "--output", work / "link", "--quiet"], "Not a directory", cwd=ROOT)
    (work / "far").mkdir()
    run(program, "run", new, "--output", work / "link", "--quiet", cwd=ROOT)
    require(is_whole(work / "far" / NAME) and (work / "link").is_symlink(), "a link to the results was not followed")
    for odd in ("with space", "new\nline", "ünï-中", "-dash", "quote'\"", "n" * 255):
        place = work / "odd" / odd
        run(program, "run", new, f"--output={place}", "--quiet", cwd=ROOT)
        require(is_whole(place / NAME), f"results in {odd!r}")
        run(program, "cite", new, f"--output={work}/odd/cite {odd[:240]}", cwd=ROOT)
    refused(program, ["run", new, f"--output={work}/{'n' * 256}", "--quiet"], "File name too long", cwd=ROOT)
    print("folders of somebody else are refused, links followed, unusual names written")


def signals(program, work):
    """Ctrl-C and its kin leave nothing behind, and tell by what the run ended."""
    new = study(NAME, work / "new", without=SLOW)
    out = work / "signalled"
    run(program, "run", new, "--output", out, "--quiet", cwd=ROOT)
    before = files(out)
    slow = study(NAME, work / "slow")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        process = started(program, "run", slow, "--output", out, "--quiet", cwd=ROOT)
        while f".{NAME}.staging" not in entries(out):
            require(process.poll() is None, "a run ended before its signal")
            time.sleep(0.005)
        process.send_signal(number)
        message = process.communicate()[1]
        require(process.returncode == -number and message == "", f"{number}: {process.returncode} {message}")
        require(files(out) == before and entries(out) == [NAME], f"{number} left {entries(out)}")
    # Under nohup a run goes on.
    process = started(program, "run", new, "--output", out, "--quiet", cwd=ROOT,
                      preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    time.sleep(0.05)
    process.send_signal(signal.SIGHUP)
    process.communicate()
    require(process.returncode == 0, "an ignored SIGHUP ended a run")
    print("SIGINT, SIGTERM and SIGHUP leave the old folder and nothing else")


def printing(program, work):
    """Standard output that is full, closed, or read by nobody."""
    new = study(NAME, work / "new", without=SLOW)
    (work / "units.csv").write_text("unit,x\nA,1\nB,2\n")
    datasets = ["--datasets", ROOT / "datasets"]
    out = ["--output", work / "printed"]
    printers = [
        ["--help"], ["--version"], ["--generate-completion-script", "bash"], ["run", "--help"], ["doctor"], ["doctor", "--format", "json"],
        ["methods"], ["methods", "--format", "json"], ["datasets", "list"], ["datasets", "list", "--format", "json"],
        ["datasets", "show", "gdp"], ["datasets", "show", "gdp", "--format", "json"], ["datasets", "validate", "gdp"],
        ["cite", new], ["cite", new, "--format", "json"], ["tables", new, "--list"], ["tables", new, "--table", "ranking"],
        ["figures", new, "--list"], ["report", new, "--output", "-", "--quiet"], ["index", work / "units.csv"],
        ["explain", new, "KAZ-KGZ"], ["explain", new, "KAZ-KGZ", "--format", "json"],
        ["run", new, *out], ["run", new, *out, "--format", "json"], ["run", new, *out, "--shard", "1/1", "--force"],
    ]
    for printer in printers:
        if printer[0] in ("cite", "tables", "figures", "report", "explain", "run", "doctor", "datasets") and "--help" not in printer:
            printer = printer + datasets
        arguments = [program, *map(str, printer)]
        with open("/dev/full", "w") as full:
            done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        require(done.returncode == 73 and "No space left on device" in done.stderr,
                f"{printer} to a full device: {done.returncode} {done.stderr}")
        done = subprocess.run(arguments, stderr=subprocess.PIPE, text=True, cwd=ROOT, preexec_fn=lambda: os.close(1))
        require(done.returncode == 73 and "Bad file descriptor" in done.stderr,
                f"{printer} to a closed output: {done.returncode} {done.stderr}")
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        os.close(writer)
        require(done.returncode == -signal.SIGPIPE and done.stderr == "",
                f"{printer} to nobody: {done.returncode} {done.stderr}")
        done = subprocess.run(arguments, stdout=subprocess.DEVNULL, cwd=ROOT, preexec_fn=lambda: os.close(2))
        require(done.returncode == 0, f"{printer} without standard error: {done.returncode}")
    require(is_whole(work / "printed" / NAME), "results that could not be told of are not whole")
    print(f"standard output full, closed or unread: {len(printers)} commands say so")


def few_files(program, work):
    """Too few open files."""
    new = study(NAME, work / "new", without=SLOW)
    out = work / "few"
    run(program, "run", new, "--output", out, "--quiet", cwd=ROOT)
    before, failed = files(out), 0
    for limit in range(4, 68, 3):
        done = subprocess.run(
            [program, "run", new, "--output", out, "--quiet"], capture_output=True, text=True, cwd=ROOT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)))
        require(limit < 64 or done.returncode == 0, f"{limit} open files: {done.stderr}")
        # Below that the system's loader does not get as far as the program.
        loaded = "error while loading shared libraries" not in done.stderr
        require(not loaded or done.returncode in (0, 66, 73) and (done.returncode == 0 or "error: " in done.stderr),
                f"{limit} open files: {done.returncode} {done.stderr}")
        require(files(out) == before, f"{limit} open files changed the results")
        failed += done.returncode != 0
    require(failed, "no limit was low enough")
    print(f"too few open files: {failed} limits refused, and nothing changed")


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        of_others(program, work)
        printing(program, work)
        signals(program, work)
        few_files(program, work)
        together(program, work)
        if os.geteuid() == 0:
            full_disks(program, work)
            read_only(program, work)
        else:
            print("LEFT OUT: full disks and read-only file systems, which only root can mount", file=sys.stderr)


if __name__ == "__main__":
    main()
