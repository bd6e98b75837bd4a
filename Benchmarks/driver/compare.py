"""Times the engine and its peers in turn on the same inputs, and writes RESULTS.md."""
import argparse
import os
import sys
import tempfile
from pathlib import Path

import machine
import method_contests
import model_contests
import rank_contests
import results_document
import weight_contests
import wholeruns
import words
from contest import hold
from inputs import write_inputs
from programs import Programs


def main():
    options = _options()
    here = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as work:
        write_inputs(work, here.parent)
        whole, left_out = wholeruns.contests(
            options.program, here.parent, work, options.sources, options.world or here.parent / ".world"
        )
        programs = Programs(options.bench, sys.executable, work, here)
        kinds = (weight_contests, rank_contests, method_contests, model_contests)
        contests = [contest for kind in kinds for contest in kind.contests(programs)] + whole
        sections = {}
        for contest in contests:
            if options.only and not any(options.only in row.title for row in contest.comparisons):
                continue
            sections.setdefault(contest.section, []).extend(hold(contest, options.rounds, _say))
    if options.only:
        return
    facts = machine.sentences(options.bench, sys.executable)
    (here / "RESULTS.md").write_text(results_document.text(sections, left_out, options.rounds, facts))


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


if __name__ == "__main__":
    main()
