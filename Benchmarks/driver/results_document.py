"""RESULTS.md from the rows of all contests."""
import words
from weight_contests import ourselves

header = [
    "computation", "cores", "ours", "the other", "ratio", "peak memory, ours / other", "agreement", "to reach",
]


def _cells(row):
    ratio = words.significant(row.ratio) if row.ratio else "—"
    targets = [f"{one.target}: {'met' if one.is_met else '**missed**'}" for one in row.verdicts]
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


def text(sections, left_out, rounds, facts):
    """The document: tables by section, then what was lost, missed and left out."""
    rows = [row for section in sections.values() for row in section]
    lost = [
        f"{row.title}, {_cores(row)}: {words.significant(1 / row.ratio)} times as long as {row.other}."
        for row in rows
        if row.ratio and row.ratio < 1 and not row.other.startswith(ourselves)
    ]
    missed = [
        f"{row.title}, {_cores(row)}: {one.reached}, and {one.target} was to be reached."
        for row in rows
        for one in row.verdicts
        if not one.is_met
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
        "this kind of machine, and are marked. R smaa's is taken to be that of the row's own size, and COINr's that of "
        "the analysis in its vignette on sensitivity: the kernel `coinr-asem` says what is drawn, and its nominal index "
        "is held against a recorded run of COINr. First places of ours come with the sums of the weights that led to "
        "them, which numpy's do not. R sna's permutations are fewer than the engine's usual 10,000 to keep the run "
        "short. What each peer's script computes and leaves out stands at its head ([peers/](peers)). Measured coverage of intervals and rank sets: "
        "[COVERAGE.md](COVERAGE.md); where the time goes: [ROOFLINE.md](ROOFLINE.md); how it grows: "
        "[GROWTH.md](GROWTH.md).",
    ]
    return "\n\n".join(parts) + "\n"


def _cores(row):
    return "one core" if row.cores == "one" else "all cores"


def _list(lines, otherwise):
    return "\n".join(f"- {line}" for line in lines) or otherwise
