#!/usr/bin/env python3
"""Whether docs/REPLICATION.md names every file of the committed results, and nothing that is not there.

    check_replication_map.py [ROOT]    the root of the repository; the one of this file by default

Tables of the map have a column "file" with names in backticks, relative to a results folder; `figures/NAME` and `tables/NAME` stand for all
files of that name. Every path in a column "made in" must be a file under Sources/, every one in "tests" a file under Tests/ (without a folder:
under Tests/Independent/), and every entry of "section" (separated by semicolons) a heading of METHODS.md.
"""
import re
import sys
from pathlib import Path

NAME = re.compile(r"`([^`]+)`")
WHOLE_STEMS = ("figures/", "tables/")


def rows(text):
    """(line, {heading: cell}) of every table of the map that has a column "file"."""
    header = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("|"):
            header = None
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if header is None:
            header = cells
        elif not set(line) <= set("|-: "):
            if header[0] == "file":
                yield number, dict(zip(header, cells))


def problems(root):
    text = (root / "docs/REPLICATION.md").read_text(encoding="utf-8")
    headings = {line.lstrip("#").strip() for line in (root / "METHODS.md").read_text().splitlines() if line.startswith("#")}
    folders = sorted(folder for folder in (root / "results").iterdir() if folder.is_dir())
    present = set()
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        name = str(path.relative_to(path.parents[len(path.relative_to(root / "results").parts) - 2]))
        present.add(name.rsplit(".", 1)[0] if name.startswith(WHOLE_STEMS) else name)
    named = set()
    for line, row in rows(text):
        where = f"docs/REPLICATION.md:{line}"
        for name in NAME.findall(row["file"]):
            if name in named:
                yield f"{where}: {name} is there twice"
            named.add(name)
            if name not in present:
                yield f"{where}: no committed results folder holds {name}"
        for path in NAME.findall(row.get("made in", "")):
            if not (root / "Sources" / path).is_file():
                yield f"{where}: Sources/{path} is not there"
        for path in NAME.findall(row.get("tests", "")):
            folder = root / "Tests" if "/" in path else root / "Tests/Independent"
            if not (folder / path).is_file():
                yield f"{where}: {(folder / path).relative_to(root)} is not there"
        for heading in filter(None, (part.strip() for part in row.get("section", "").split(";"))):
            if heading not in headings:
                yield f"{where}: METHODS.md has no section {heading!r}"
    for name in sorted(present - named):
        yield f"docs/REPLICATION.md: {name} is in the results and not in the map"


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    found = list(problems(root))
    print("\n".join(found) or "the replication map names every file of the results", file=sys.stderr if found else sys.stdout)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
