#!/usr/bin/env python3
"""Study files, data folders and results that point elsewhere: nothing is read or written there.

check_paths.py PROGRAM
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Interruption"))
from folders import ROOT, SLOW, files, require, run, study

NAME = "kazakhstan-kyrgyzstan"


def data_folder(work):
    """A data folder of this project with files of its own, that can be spoilt."""
    folder = work / "datasets"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "datasets", folder)
    return folder


def refused(program, work, arguments, *words, code=65):
    """The command fails and neither tells the secret nor writes anything."""
    before = files(work)
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, errors="replace", cwd=work)
    require(done.returncode in (code, 66), f"{arguments}: exit code {done.returncode} instead of {code}: {done.stderr}")
    require(all(word in done.stderr for word in words), f"{arguments}: {words} not in: {done.stderr}")
    require("content" not in done.stdout + done.stderr, f"{arguments} tells: {done.stderr}")
    require(files(work) == before, f"{arguments} has written something")


def names_of_studies(program, work, data):
    base = study(NAME, work / "study", without=SLOW).read_text(encoding="utf-8")
    file = work / "hostile.yaml"
    changes = {
        "the study's name": [(r"^study: .*$", f"study: {json.dumps(name)}") for name in (
            "../evil", "/tmp/evil", "..", ".", "a/b", "C:\\evil", "evil\0", "CON:", "~", "")],
        "a reading's name": [(r"^  - id: output$", f"  - id: {json.dumps(name)}") for name in (
            "../../evil", "/tmp/evil", "a\\b", "evil\0", "n" * 101)],
        "an indicator's name": [(r"icews-verbal-cooperation", name) for name in (
            "../../etc/passwd", "/etc/passwd", "../states/states")],
    }
    count = 0
    for what, replacements in changes.items():
        for pattern, replacement in replacements:
            text, found = re.subn(pattern, lambda _: replacement, base, flags=re.M)
            require(found, f"the study has no {pattern}")
            file.write_text(text, encoding="utf-8")
            refused(program, work, ["run", file, "--datasets", data, "--output", work / "out", "--quiet"], "hostile.yaml:")
            count += 1
    file.unlink()
    # A table of a second coding is named by the study itself.
    whole = study(NAME, work / "study").read_text(encoding="utf-8")
    coding = re.search(r"second-coding: *(\S+?)(?=[,}\s])", whole) or re.search(
        r"second-coding: *(\S+?)(?=[,}\s])", study("azerbaijan-kazakhstan", work / "study").read_text(encoding="utf-8"))
    require(coding, "no study has a second coding")
    source = NAME if "second-coding" in whole else "azerbaijan-kazakhstan"
    text = study(source, work / "study").read_text(encoding="utf-8")
    for name in ("../../secret", "/etc/passwd", "../states/states"):
        file.write_text(text.replace(coding[0], f"second-coding: {name}"), encoding="utf-8")
        refused(program, work, ["run", file, "--datasets", data, "--output", work / "out", "--quiet"],
                "named, not pointed to by a path")
        count += 1
    file.unlink()
    return count


def names_of_definitions(program, work, data):
    """Indicator definitions and package descriptions that point out of the data folder."""
    clean = study(NAME, work / "study", without=SLOW)
    arguments = ["run", clean, "--datasets", data, "--output", work / "out", "--quiet"]
    definition = data / "indicators" / "embassies.yaml"
    text = definition.read_text(encoding="utf-8")
    count = 0
    for key in ("package", "table"):
        for name in ("../secret", "..", "/etc", "../../../../etc/passwd", "a\\b"):
            changed, found = re.subn(rf"{key}: [a-z-]+,", lambda _: f"{key}: {json.dumps(name)},", text)
            require(found, f"embassies.yaml has no {key}")
            definition.write_text(changed, encoding="utf-8")
            refused(program, work, arguments, "error:")
            count += 1
    definition.write_text(text, encoding="utf-8")
    description = data / "gdp" / "datapackage.json"
    text = description.read_text(encoding="utf-8")
    for path in ("../../secret.csv", "/etc/passwd", "https://example.org/state-years.csv", "file:///etc/passwd", "state-years.CSV"):
        description.write_text(text.replace('"state-years.csv"', json.dumps(path)), encoding="utf-8")
        refused(program, work, ["datasets", "validate", "gdp", "--datasets", data], "datapackage.json:", code=65)
        count += 1
    description.write_text(text, encoding="utf-8")
    return count


def links(program, work, data):
    """Symbolic links of the data folder are followed inside it, and out of it only where the user says so."""
    clean = study(NAME, work / "study", without=SLOW)
    arguments = ["run", clean, "--datasets", data, "--output", work / "out", "--quiet"]
    elsewhere = work / "elsewhere"
    count = 0
    for name in ("states/states.csv", "states", "states/datapackage.json", "indicators/embassies.yaml", "references.bib",
                 "embassies"):
        inside, outside = data / name, elsewhere / str(count) / name
        outside.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(inside, outside)
        inside.symlink_to(outside)
        refused(program, work, arguments, "nothing is read outside the data folder", "--data-root", str(outside))
        run(program, *arguments, "--data-root", elsewhere)
        shutil.rmtree(work / "out")
        inside.unlink()
        shutil.move(outside, inside)
        count += 1
    # What is named shows nothing of its content.
    (work / "secret.csv").write_text("content,content\ncontent,content\n")
    table = data / "states" / "states.csv"
    shutil.move(table, work / "kept.csv")
    table.symlink_to(work / "secret.csv")
    refused(program, work, arguments, "nothing is read outside")
    table.unlink()
    shutil.move(work / "kept.csv", table)
    (work / "secret.csv").unlink()
    # Inside, links are nobody's business, and the folder itself may be one.
    shutil.move(data / "states", data / "states-of-2016")
    (data / "states").symlink_to("states-of-2016")
    (work / "linked").symlink_to(data)
    run(program, "run", clean, "--datasets", work / "linked", "--output", work / "out", "--quiet")
    (data / "states").unlink()
    shutil.move(data / "states-of-2016", data / "states")
    (work / "linked").unlink()
    shutil.rmtree(work / "out")
    return count + 2


def manifests(program, work, data):
    """A results folder whose manifest names files elsewhere is not what a run wrote."""
    clean = study(NAME, work / "study", without=SLOW)
    arguments = ["run", clean, "--datasets", data, "--output", work / "out", "--quiet"]
    run(program, *arguments)
    manifest = work / "out" / NAME / "manifest.json"
    good = json.loads(manifest.read_text(encoding="utf-8"))
    secret = work / "secret.csv"
    secret.write_text("a")
    for path in ("../../secret.csv", str(secret), "a/../../../secret.csv", "link"):
        if path == "link":
            (work / "out" / NAME / "link").symlink_to(secret)
        bad = good | {"outputs": [{"path": path, "bytes": 1, "sha256": files(work)["secret.csv"]}]}
        manifest.write_text(json.dumps(bad), encoding="utf-8")
        done = run(program, *arguments[:-1], "--resume", code=73)
        require("there already" not in done.stdout and "replaced only if" in done.stderr, f"{path}: {done.stderr}")
        if path == "link":
            (work / "out" / NAME / "link").unlink()
    require(secret.read_text() == "a", "a file that a manifest names was touched")
    manifest.write_text(json.dumps(good), encoding="utf-8")
    return 4


def opened(program, work):
    """What a run opens, by strace: the study, the data, its results, the system's own files, and nothing else."""
    if not shutil.which("strace"):
        print("LEFT OUT: the list of files that a run opens, which needs strace", file=sys.stderr)
        return
    clean = study(NAME, work / "study", without=SLOW)
    log = work / "log"
    subprocess.run(
        ["strace", "-f", "-qq", "-o", log, "-e", "trace=openat,open,creat,rename,renameat2,mkdir,unlink", program, "run", clean,
         "--datasets", ROOT / "datasets", "--output", work / "opened", "--quiet"], check=True, cwd="/")
    allowed = [str(ROOT / "datasets"), str(clean), str(work / "opened"), "/usr/", "/lib", "/etc/ld.so", "/etc/localtime", "/proc/",
               "/sys/", "/dev/", "/opt/", str(Path(program).parent)]
    written = (str(work / "opened"), "/dev/")
    for line in log.read_text(errors="replace").splitlines():
        paths = re.findall(r'"(/[^"]*)"', line)
        if "ENOENT" not in line:
            require(all(any(path.startswith(start) for start in allowed) for path in paths), f"a run opens {paths}")
        if re.search(r"O_WRONLY|O_RDWR|O_CREAT|rename|mkdir\(|unlink", line):
            require(all(path.startswith(written) for path in paths), f"a run writes {paths}")
    print("a run opens the study, the data and the system's own files, and writes below --output alone")


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        data = data_folder(work)
        count = names_of_studies(program, work, data) + names_of_definitions(program, work, data)
        count += links(program, work, data) + manifests(program, work, data)
        print(f"{count} paths out of the study, the data folder and the results refused")
        opened(program, work)


if __name__ == "__main__":
    main()
