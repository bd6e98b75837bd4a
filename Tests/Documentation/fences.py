"""Reads the commands of Markdown files: what stands in fenced blocks of the language sh.

A comment in the source, right before the block, says what is not run and why:

    <!-- not run: the whole block, and this is the reason -->
    <!-- not run `dyadscore merge`: only commands that begin so, and this is the reason -->

A block of the language text below the comment <!-- printed --> is what the command before it prints: its lines, in this
order; a line of three points stands for any others.
"""

import re
from dataclasses import dataclass, field

FENCE = re.compile(r"^( *)(`{3,}|~{3,})\s*(\S*)\s*$")
MARKER = re.compile(r"^<!-- not run(?: `([^`]+)`)?: (.+) -->$")
PRINTED = "<!-- printed -->"
HERE_DOCUMENT = re.compile(r"<<'(\w+)'")
SHELL = "sh"
RECORDED = "console"  # a session with its output; never run


class DocumentError(Exception):
    """A fault of a document, with its line."""

    def __init__(self, document, line, text):
        super().__init__(f"{document}:{line}: {text}")


@dataclass
class Command:
    document: str
    line: int
    text: str
    reason: str | None = None  # why it is not run
    printed: list[str] = field(default_factory=list)  # lines that it prints, as the document says


def commands(document, text):
    """The commands of all sh blocks of a document, in order; recorded sessions count as one that is not run."""
    found = []
    for language, line, body, markers in blocks(document, text):
        if markers == [PRINTED]:
            if language != "text" or not found or found[-1].reason:
                raise DocumentError(document, line, "'printed' needs a block of text, and a command before it that is run")
            found[-1].printed = [text for text in map(str.strip, body) if text not in ("", "...")]
            continue
        if PRINTED in markers:
            raise DocumentError(document, line, "'printed' together with 'not run'")
        if language not in (SHELL, RECORDED):
            if markers:
                raise DocumentError(document, line, "a marker 'not run' before a block that is no command")
            continue
        if language == RECORDED:
            if [prefix for prefix, _ in markers] != [None]:
                raise DocumentError(document, line, "a recorded session needs one marker 'not run: reason'")
            found.append(Command(document, line, body[0] if body else "", markers[0][1]))
            continue
        part = list(split(document, line, body))
        unused = list(markers)
        for command in part:
            for marker in markers:
                prefix, reason = marker
                if prefix is None or command.text.startswith(prefix):
                    command.reason = reason
                    unused = [other for other in unused if other is not marker]
        if unused:
            raise DocumentError(document, line, f"the marker 'not run' fits no command of the block: {unused[0]}")
        found += part
    return found


def blocks(document, text):
    """(language, line of the fence, lines, markers) of every fenced block."""
    lines = text.splitlines()
    index, markers = 0, []
    while index < len(lines):
        line = lines[index]
        marker = MARKER.match(line.strip())
        fence = FENCE.match(line)
        if line.strip() == PRINTED:
            markers.append(PRINTED)
        elif marker:
            markers.append((marker.group(1), marker.group(2)))
        elif fence:
            indent, ticks, language = fence.groups()
            if not language:
                raise DocumentError(document, index + 1, "a fenced block without a language")
            end = next((place for place in range(index + 1, len(lines)) if lines[place].strip() == ticks), None)
            if end is None:
                raise DocumentError(document, index + 1, "a fenced block without an end")
            body = [text[len(indent):] if text.startswith(indent) else text for text in lines[index + 1:end]]
            yield language, index + 1, body, markers
            markers, index = [], end
        elif "not run" in line and line.strip().startswith("<!--"):
            raise DocumentError(document, index + 1, "a marker that is not understood; write <!-- not run: reason -->")
        elif line.strip() and markers:
            raise DocumentError(document, index + 1, "a marker that no block follows")
        index += 1
    if markers:
        raise DocumentError(document, len(lines), "a marker that no block follows")


def split(document, fence_line, lines):
    """Commands of a block: lines, those that end in a backslash together with the next, here-documents to their end."""
    index = 0
    while index < len(lines):
        start, text = index, lines[index]
        while text.endswith("\\") and index + 1 < len(lines):
            index += 1
            text += "\n" + lines[index]
        here = HERE_DOCUMENT.search(text)
        if here:
            while lines[index].strip() != here.group(1):
                index += 1
                if index == len(lines):
                    raise DocumentError(document, fence_line + start + 1, f"the here-document has no end {here.group(1)}")
                text += "\n" + lines[index]
        if text.strip() and not text.lstrip().startswith("#"):
            yield Command(document, fence_line + start + 1, text.strip())
        index += 1
