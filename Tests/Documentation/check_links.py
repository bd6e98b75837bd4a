#!/usr/bin/env python3
"""Checks every relative link of every Markdown file, headings included, and every file that a table of README.md names.

Usage: Tests/Documentation/check_links.py
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "results" / "azerbaijan-kazakhstan"
ABSENT = {"limits.csv"}  # in README.md's table, but written for large classes only
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`]+)`")
SUFFIXES = ("csv", "json", "md", "tex", "svg", "bib", "html", "pdf", "png")


def without_code(text):
    """The text with fenced blocks and code in backticks blanked out, line by line."""
    lines, inside = [], False
    for line in text.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            inside = not inside
            line = ""
        lines.append("" if inside else re.sub(r"`[^`]*`", "", line))
    return lines


def anchors(text):
    """The headings of a document as the names that links have for them."""
    found = set()
    lines, inside = text.splitlines(), False
    for line in lines:
        if line.lstrip().startswith(("```", "~~~")):
            inside = not inside
        heading = None if inside else re.match(r"#{1,6} (.+)", line)
        if heading:
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading.group(1)).strip().lower()
            name = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
            count = sum(other == name or re.fullmatch(re.escape(name) + r"-\d+", other) is not None for other in found)
            found.add(name if count == 0 else f"{name}-{count}")
    return found


def broken_links(document, text):
    """(line, link, why) of relative links that lead nowhere. Addresses with a scheme are not followed."""
    for number, line in enumerate(without_code(text), start=1):
        for link in LINK.findall(line):
            if re.match(r"[a-z][a-z+.-]*:", link):
                continue
            path, _, anchor = link.partition("#")
            target = document if path == "" else (document.parent / path)
            if not target.exists():
                yield number, link, "there is no such file"
            elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield number, link, "there is no such heading"


def named_files(line):
    """The files that a row of a table names in backticks: `a.csv`, then `-b` for a-b.csv, `.md` for another ending."""
    stem, suffix = None, None
    for code in CODE.findall(line):
        whole = re.fullmatch(r"([\w*./-]*[\w*-])\.(" + "|".join(SUFFIXES) + ")", code)
        if whole:
            stem, suffix = whole.groups()
            yield f"{stem}.{suffix}"
        elif stem and re.fullmatch(r"\.(" + "|".join(SUFFIXES) + ")", code):
            yield stem + code
        elif stem and re.fullmatch(r"-[a-z-]+", code):
            yield f"{stem}{code}.{suffix}"


def missing_files(text, folders):
    """(line, name) of files in tables that are in none of the folders; `*` stands for anything."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("|"):
            for name in named_files(line):
                if name not in ABSENT and not any(next(folder.glob(name), None) for folder in folders):
                    yield number, name


def main():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.md"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode()
    documents = [ROOT / name for name in sorted(filter(None, listed.split("\0"))) if (ROOT / name).exists()]
    faults = []
    for document in documents:
        text = document.read_text(encoding="utf-8")
        name = document.relative_to(ROOT)
        faults += [f"{name}:{line}: {link}: {why}" for line, link, why in broken_links(document, text)]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = [RESULTS, RESULTS / "figures", ROOT]
    faults += [f"README.md:{line}: {name}: no such file of results" for line, name in missing_files(readme, folders)]
    if faults:
        sys.exit("\n".join(faults))
    print(f"links of {len(documents)} documents lead somewhere")


if __name__ == "__main__":
    main()
