#!/usr/bin/env python3
"""Runs every command without a network and shows that none asks for one.

check_network.py PROGRAM

Each command runs in an empty network namespace (`unshare --net`, as root; without root that is said and left out), and
under strace, which must see no socket of any internet family.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interruption"))
from folders import ROOT, SLOW, require, study
from writers import TABLE, add, empty_out


def main():
    program = os.path.abspath(sys.argv[1])
    is_root = os.geteuid() == 0 and shutil.which("unshare")
    if not is_root:
        print("LEFT OUT: the empty network namespace, which only root can make", file=sys.stderr)
    require(shutil.which("strace"), "strace is needed")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        small = study("kazakhstan-kyrgyzstan", work / "study", without=SLOW)
        (work / "units.csv").write_text("unit,x\nA,1\nB,2\n")
        (work / "visits.csv").write_text(TABLE.format(1))
        empty_out(work, "datasets add")
        data, out = ["--datasets", ROOT / "datasets"], ["--output", work / "results"]
        commands = [
            ["run", small, *data, *out], ["run", small, *data, *out, "--shard", "1/1"], ["merge", small, *data, *out],
            ["tables", small, "--table", "ranking", *data], ["figures", small, "--output", work / "figures", *data],
            ["report", small, "--output", work / "report.html", *data], ["explain", small, "KAZ-KGZ", *data],
            ["cite", small, *data], ["index", work / "units.csv"], ["methods"], ["doctor", *data],
            ["datasets", "list", *data], ["datasets", "show", "gdp", *data], ["datasets", "validate", *data],
            add(work, work / "visits.csv"),
            ["init", "--target", "KAZ-KGZ", "--states", "KAZ,KGZ,UZB", "--statement", "A sentence.", "--citation",
             "kerchelaev2023", "--output", work / "kaz-kgz.yaml", *data],
        ]
        # Newer commands are checked where there are some.
        described = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
        if " verify " in described:
            commands.append(["verify", work / "results" / "kazakhstan-kyrgyzstan", *data])
        if " compare " in described:
            commands.append(["compare", *[work / "results" / "kazakhstan-kyrgyzstan"] * 2])
        log = work / "log"
        for command in commands:
            alone = ["unshare", "--net"] if is_root else []
            done = subprocess.run(
                [*alone, "strace", "-f", "-qq", "-o", log, "-e", "trace=network", program, *map(str, command)],
                capture_output=True, text=True, cwd=ROOT)
            require(done.returncode == 0, f"{command[:2]} without a network: {done.returncode} {done.stderr}")
            calls = log.read_text()
            require("AF_INET" not in calls and "connect(" not in calls, f"{command[:2]} asks for a network: {calls}")
        # That strace would see it.
        subprocess.run(
            ["strace", "-f", "-qq", "-o", log, "-e", "trace=network", sys.executable, "-c",
             "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"], check=True)
        require("AF_INET" in log.read_text(), "strace sees no socket where there is one")
    print(f"{len(commands)} commands ran {'without a network and ' if is_root else ''}without asking for one")


if __name__ == "__main__":
    main()
