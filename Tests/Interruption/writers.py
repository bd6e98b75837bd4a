"""Every command that writes, as the checks of this folder call it: into the folder `out`, where an older output lies."""
import shutil
from pathlib import Path

from folders import ROOT, SLOW, study

NAME = "kazakhstan-kyrgyzstan"
TABLE = "state_a,state_b,year,value\nKAZ,KGZ,2000,{}\nKAZ,UZB,2001,3\n"


def add(work, source):
    return ["datasets", "add", source, "--id", "my-visits", "--title", "Visits", "--dimension", "contacts", "--kind",
            "count", "--unit", "visits", "--direction", "more", "--operator", "sum", "--codes", "iso3", "--state-a",
            "state_a", "--state-b", "state_b", "--year", "year", "--value", "value", "--first-year", "1992",
            "--last-year", "2022", "--unrecorded", "zero", "--definition", "Visits.", "--citation", "kerchelaev2023",
            "--source", "A diary", "--licence", "CC0", "--replace", "--datasets", work / "out"]


def commands(work):
    """The arguments of each writer for an older and a newer output, by name."""
    old, new = study(NAME, work / "old", seed=7, without=SLOW), study(NAME, work / "new", without=SLOW)
    for place, value in ("old", 1), ("new", 2):
        (work / place / "table.csv").write_text(TABLE.format(value), encoding="utf-8")
        (work / place / "units.csv").write_text(f"unit,x,y\nA,1,2\nB,3,{value}\nC,2,9\n", encoding="utf-8")
    out = work / "out"
    # What differs between the two is the title, where the seed changes nothing.
    old.write_text(old.read_text(encoding="utf-8").replace("title: Kazakhstan-Kyrgyzstan", "title: Former"), encoding="utf-8")
    datasets = ["--datasets", ROOT / "datasets"]

    def both(make):
        return make(work / "old"), make(work / "new")

    file = f"{NAME}.yaml"
    return {
        "run": both(lambda at: ["run", at / file, "--quiet", "--output", out, *datasets]),
        "run --shard": both(lambda at: ["run", at / file, "--quiet", "--shard", "1/1", "--force", "--output", out, *datasets]),
        "tables": both(lambda at: ["tables", at / file, "--table", "ranking", "--table", "codebook", "--output", out, *datasets]),
        "figures": both(lambda at: ["figures", at / file, "--figure", "ranking", "--figure", "network", "--quiet", "--output", out, *datasets]),
        "report": both(lambda at: ["report", at / file, "--quiet", "--output", out / "report.html", *datasets]),
        "cite": both(lambda at: ["cite", at / file, "--format", "text" if at.name == "old" else "bibtex", "--output", out / "references.bib", *datasets]),
        "index": both(lambda at: ["index", at / "units.csv", "--format", "csv", "--output", out / "index.csv"]),
        "datasets add": both(lambda at: add(work, at / "table.csv")),
    }


def empty_out(work, name):
    """The folder `out` as it is before the older output."""
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    if name == "datasets add":
        (out / "states").mkdir()
        for file in (ROOT / "datasets" / "states").iterdir():
            shutil.copy(file, out / "states")
        shutil.copy(ROOT / "datasets" / "references.bib", out)
        (out / "indicators").mkdir()
    return out
