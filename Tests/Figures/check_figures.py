"""Measures the text of every figure: those of the committed results, and those that the command makes from the studies
and from studies with hostile names, in every width and variant.

    check_figures.py PROGRAM
"""
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figure_check import problems

ROOT = Path(__file__).resolve().parents[2]
STUDIES = [ROOT / "studies" / f"{name}.yaml" for name in ("kazakhstan-kyrgyzstan", "azerbaijan-kazakhstan")]

# What names of states may be anywhere: long, wide, of one piece, in other scripts and directions, with markup.
HOSTILE_NAMES = [
    "The United & \"Federated\" Provinces, Territories and Dependencies of the Far North and the Adjacent Islands",
    "<script>alert('1')</script>",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochshire",
    "جمهورية كازاخستان الديمقراطية الشعبية",
    "Z̷̢͇a̴̛͍l̸̨͝g̵͙̈́o̶̘͌ & Vîệt-Ñǻmẽ",
    "中華人民共和國西藏自治區阿里地區及其他地方",
    "🏔️ Mountain 🦊 Republic 👩‍👩‍👧‍👦 🇦🇿🇰🇿",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "R&D <b>'Land'</b> ]]> &amp; &#x26;",
    "ישראל הדמוקרטית והחופשית",
    "Q",
    "ﷺ﷽ Ligatureland",
    "Ελληνική και Κυπριακή Συνομοσπονδία των Νήσων",
    "Российская Советская Федеративная Социалистическая Республика",
    "Ǆ-Ⅷ-㎢ Wide–Dashed—Place",
]
HOSTILE_TITLE = "<script>alert(\"1\")</script> & 'so on' ]]> " + "a long title of a study " * 12 + "مرحبا 中文 🦊"
HOSTILE_CLASS = "pairs & <more> \"quoted\" " + "Donaudampfschifffahrtsgesellschaft" * 4 + " 中文 🦊"


def write_hostile_datasets(folder):
    """The data packages with other names for all states; the other files are those of the checkout."""
    folder.mkdir()
    for path in (ROOT / "datasets").iterdir():
        if path.name != "states":
            (folder / path.name).symlink_to(path)
    (folder / "states").mkdir()
    for path in (ROOT / "datasets" / "states").iterdir():
        if path.name != "states.csv":
            (folder / "states" / path.name).symlink_to(path)
    with open(ROOT / "datasets" / "states" / "states.csv", encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    with open(folder / "states" / "states.csv", "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        for place, row in enumerate(rows):
            name = HOSTILE_NAMES[place % len(HOSTILE_NAMES)]
            writer.writerow(row | {"name": name if place < len(HOSTILE_NAMES) else f"{name} {place}"})


def write_hostile_study(study, path):
    text = study.read_text(encoding="utf-8")
    for key, value in (("title", HOSTILE_TITLE), ("  class-name", HOSTILE_CLASS)):
        text, count = re.subn(
            f"^{key}: .*$", lambda _: f"{key}: {json.dumps(value, ensure_ascii=False)}", text, count=1, flags=re.M)
        assert count == 1, f"{study}: no {key}"
    path.write_text(text, encoding="utf-8")


def make_figures(program, study, folder, datasets):
    options = ["--width", "one", "--width", "two", "--variant", "light", "--variant", "print"]
    done = subprocess.run(
        [program, "figures", study, "--datasets", datasets, "--data-root", ROOT / "datasets", "--output", folder, "--format", "json", *options],
        cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return [
        file for figure in json.loads(done.stdout)["figures"] for file in figure["files"]
        if file["path"].endswith(".svg")]


def grey_problems(svg):
    """In black and white there are no colours."""
    colours = set(re.findall(rb"#([0-9A-Fa-f]{6})\b", svg))
    return [
        f"#{colour.decode()} is no grey" for colour in sorted(colours)
        if not colour[0:2] == colour[2:4] == colour[4:6]]


def main(program):
    checked, found = 0, []

    def check(path, label, columns, variant):
        nonlocal checked
        svg = Path(path).read_bytes()
        own = problems(svg, columns) + (grey_problems(svg) if variant == "print" else [])
        if b"<script" in svg:
            own.append("markup of a name is not escaped")
        found.extend(f"{label}: {problem}" for problem in own)
        checked += 1

    for path in sorted(ROOT.glob("results/*/figures/*.svg")):
        check(path, path.relative_to(ROOT), "two", "light")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_hostile_datasets(folder / "datasets")
        for study in STUDIES:
            hostile = folder / study.name
            write_hostile_study(study, hostile)
            for kind, file, datasets in (
                    ("made", study, ROOT / "datasets"), ("hostile", hostile, folder / "datasets")):
                for svg in make_figures(program, file, folder / kind / study.stem, datasets):
                    label = f"{kind} {Path(svg['path']).relative_to(folder / kind)}"
                    check(svg["path"], label, svg["width"], svg["variant"])
        # The names of its sides are those of folders: anything.
        long = folder / ("<script> & ]]> long " * 10)
        shutil.copytree(ROOT / "results" / STUDIES[1].stem, long)
        for number, (first, second) in enumerate([(long, long), (ROOT / "results" / STUDIES[0].stem, long)]):
            subprocess.run(
                [program, "compare", first, second, "--allow-differences", "--figure", folder / f"slope-{number}"],
                cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            check(folder / f"slope-{number}" / "slope.svg", f"slope {number}", "two", "light")
    if found:
        sys.exit("\n".join(found) + f"\n{len(found)} problems in {checked} figures")
    print(f"text of {checked} figures lies where it should")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
