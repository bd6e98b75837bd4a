"""Times the engine and its peers in turn on the same inputs, and writes RESULTS.md."""
import argparse
import os
import sys
import tempfile
from pathlib import Path

import machine
import wholeruns
import words
from contest import hold
from contests import Bench
from inputs import write_inputs

header = [
    "computation", "cores", "ours", "the other", "ratio", "peak memory, ours / other", "agreement", "to reach",
]


def main():
    options = _options()
    here = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as work:
        write_inputs(work, here.parent)
        whole, left_out = wholeruns.contests(
            options.program, here.parent, work, options.sources, options.world or here.parent / ".world"
        )
        contests = Bench(options.bench, sys.executable, work, here).contests() + whole
        sections = {}
        for contest in contests:
            if options.only and not any(options.only in row.title for row in contest.comparisons):
                continue
            sections.setdefault(contest.section, []).extend(hold(contest, options.rounds, _say))
    if options.only:
        return
    text = _document(sections, left_out, options.rounds, machine.sentences(options.bench, sys.executable))
    (here / "RESULTS.md").write_text(text)


def _options():
    parser = argparse.ArgumentParser(prog="Benchmarks/run")
    parser.add_argument("bench")
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is run (default: 5)")
    parser.add_argument("--only", help="only comparisons whose title contains this; writes nothing")
    parser.add_argument(
        "--sources", default=os.environ.get("DYADSCORE_SOURCES"),
        help="the folder of the sources' own files, for the import (default: DYADSCORE_SOURCES)",
    )
    parser.add_argument("--world", help="the folder that scripts/import-world made (default: .world)")
    return parser.parse_args()


def _say(row):
    ratio = f", ratio {words.significant(row.ratio)} to {row.other}" if row.ratio else ""
    print(f"{row.title}: {words.duration(row.seconds)}, {row.cores}{ratio}; {row.agreement}", file=sys.stderr)


def _cells(row):
    ratio = words.significant(row.ratio) if row.ratio else "—"
    targets = [f"{text}: {'met' if met else '**missed**'}" for text, met in row.verdicts]
    return [
        row.title + (f" ({row.note})" if row.note else ""),
        row.cores,
        words.duration(row.seconds),
        f"{words.duration(row.other_seconds)}, {row.other}" if row.other else "—",
        f"**{ratio}**" if row.ratio and row.ratio < 1 else ratio,
        words.memory(row.megabytes) + (f" / {words.memory(row.other_megabytes)}" if row.other_megabytes else ""),
        row.agreement or "—",
        "; ".join(targets) or "—",
    ]


def _document(sections, left_out, rounds, facts):
    rows = [row for section in sections.values() for row in section]
    lost = [
        f"{row.title}, {row.cores} core{'s' if row.cores == 'all' else ''}: {words.significant(1 / row.ratio)} times as long as {row.other}."
        for row in rows if row.ratio and row.ratio < 1
    ]
    missed = [
        f"{row.title}: {text} ({words.duration(row.seconds)})."
        for row in rows for text, met in row.verdicts if not met
    ]
    parts = [
        "# Measured speed",
        f"Written by `Benchmarks/run`. Medians of {rounds} runs; each program is a process of its own, and ours and "
        "the others take turns on the same files. Seconds are those on the wall of the computation alone, without "
        "start-up and reading; whole runs of the command are timed from outside, with both. The ratio is the "
        "other's time over ours: above one we are faster. A run fails if two sides do not agree. Times of a shared "
        "machine vary; compare the ratios.",
        "\n".join(facts),
    ]
    for title, found in sections.items():
        parts += [f"## {title}", words.table(header, [_cells(row) for row in found])]
    parts += ["## Where the engine loses", _list(lost, "Nowhere in these comparisons.")]
    parts += ["## What was to be reached and was not", _list(missed, "Nothing.")]
    if left_out:
        parts += ["## Not measured", _list(left_out, "")]
    parts += [
        "## Notes",
        "R smaa, csranks and COINr are in neither PyPI nor Debian; their times were measured earlier, on one core of "
        "this kind of machine, and are marked. COINr's is taken to be the analysis of its vignette: see the kernel "
        "`coinr-asem` for what is drawn; its answer is held against what COINr published. R sna's permutations are "
        "fewer than the engine's usual 10,000 to keep the run short. What each peer's script computes and leaves out "
        "stands at its head ([peers/](peers)). Measured coverage of intervals and rank sets: "
        "[COVERAGE.md](COVERAGE.md); where the time goes: [ROOFLINE.md](ROOFLINE.md); how it grows: "
        "[GROWTH.md](GROWTH.md).",
    ]
    return "\n\n".join(parts) + "\n"


def _list(lines, otherwise):
    return "\n".join(f"- {line}" for line in lines) or otherwise


if __name__ == "__main__":
    main()
