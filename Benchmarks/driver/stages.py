"""Medians of the engine's kernels on one core, run in turn."""
import statistics
import sys


def processor_seconds(runners, rounds):
    """Processor seconds of one repetition of each runner: a dictionary by the runners' names.

    Processor seconds, because a busy machine changes them least; on one core of an idle one they are those on the wall.
    """
    found = {runner.name: [] for runner in runners}
    for place in range(rounds):
        for runner in runners:
            found[runner.name].append(runner.measure().processor_seconds)
        print(f"round {place + 1} of {rounds}", file=sys.stderr)
    return {name: statistics.median(values) for name, values in found.items()}
