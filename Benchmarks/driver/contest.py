"""Programs that take turns at one computation, and what is read off their times."""
import statistics
from dataclasses import dataclass, field
from typing import Callable, Optional

import agreement
import words


@dataclass(frozen=True)
class Stored:
    """A time that was not measured in this run."""

    name: str
    seconds: float


@dataclass(frozen=True)
class Target:
    """What is to be reached in a row, whether it is, and what was reached, in words."""

    words: str
    is_met: Callable[["Row"], bool]
    reached: Callable[["Row"], str]


def faster_than(seconds):
    return Target(f"below {seconds:g} s", lambda row: row.seconds < seconds, lambda row: words.duration(row.seconds))


def smaller_than(megabytes):
    return Target(
        f"below {words.memory(megabytes)}", lambda row: row.megabytes < megabytes,
        lambda row: words.memory(row.megabytes),
    )


def ratio_of(least):
    return Target(
        f"at least {least:g} times as fast", lambda row: row.ratio >= least,
        lambda row: f"{words.significant(row.ratio)} times",
    )


@dataclass(frozen=True)
class Verdict:
    target: str
    is_met: bool
    reached: str


@dataclass(frozen=True)
class Comparison:
    """One line of the table: a runner of ours beside another, or beside a stored time."""

    title: str
    ours: str
    other: object = None  # the name of a runner, a Stored, or None
    rule: object = None  # of agreement
    reference: Optional[tuple] = None  # an answer from elsewhere that ours has to agree with
    targets: tuple = ()
    note: Callable[["Row"], str] = lambda row: ""


@dataclass(frozen=True)
class Contest:
    """Runners that take turns, `rounds` times, so that a busy machine hurts all alike."""

    section: str
    runners: tuple
    comparisons: tuple
    # Fewer for what takes minutes; None for the number that is asked for.
    rounds: Optional[int] = None


@dataclass
class Row:
    title: str
    cores: str
    seconds: float
    megabytes: float
    other: str = ""
    other_seconds: Optional[float] = None
    other_megabytes: Optional[float] = None
    agreement: str = ""
    verdicts: list = field(default_factory=list)
    note: str = ""

    @property
    def ratio(self):
        """How many times as long the other takes; above one is to our credit."""
        return self.other_seconds / self.seconds if self.other_seconds else None


def hold(contest, rounds, say):
    """Runs a contest and returns its rows.

    Raises `agreement.Disagreement` when two sides did not compute the same, and what the runners raise.
    """
    found = {runner.name: [] for runner in contest.runners}
    for _ in range(contest.rounds or rounds):
        for runner in contest.runners:
            found[runner.name].append(runner.measure())
    cores = {runner.name: "one" if runner.one_core else "all" for runner in contest.runners}
    rows = []
    for comparison in contest.comparisons:
        rows.append(_row(comparison, found, cores))
        say(rows[-1])
    return rows


def _row(comparison, found, cores):
    ours = found[comparison.ours]
    row = Row(comparison.title, cores[comparison.ours], _median(ours), _peak(ours))
    if isinstance(comparison.other, Stored):
        row.other = f"{comparison.other.name}, stored, not from this run"
        row.other_seconds = comparison.other.seconds
    elif comparison.other:
        theirs = found[comparison.other]
        row.other = comparison.other
        row.other_seconds, row.other_megabytes = _median(theirs), _peak(theirs)
    answer = comparison.reference
    if answer is None and comparison.other in found:
        answer = found[comparison.other][0].answer
    if comparison.rule and answer is not None:
        row.agreement = agreement.check(comparison.title, ours[0].answer, answer, comparison.rule)
    row.verdicts = [Verdict(target.words, target.is_met(row), target.reached(row)) for target in comparison.targets]
    row.note = comparison.note(row)
    return row


def _median(measurements):
    return statistics.median(measurement.seconds for measurement in measurements)


def _peak(measurements):
    return max(measurement.megabytes for measurement in measurements)
