"""Whether two programs computed the same."""
import math
from dataclasses import dataclass


class Disagreement(Exception):
    """Two answers that differ by more than they may."""


@dataclass(frozen=True)
class Numbers:
    """The same numbers up to a tolerance, relative to those above one."""

    tolerance: float

    def allowance(self, first, second):
        return self.tolerance * max(1, abs(first), abs(second))

    def distance(self, first, second):
        return abs(first - second) / max(1, abs(first), abs(second))

    def words(self, largest):
        apart = f"{largest:.0e} apart at most" if largest else "to the last bit"
        return f"same numbers, {apart}" + (f" ({self.tolerance:.0e} allowed)" if self.tolerance else "")


@dataclass(frozen=True)
class Shares:
    """Shares of as many independent draws on either side: 5.5 standard errors of their difference, and a draw each."""

    draws: int

    def allowance(self, first, second):
        share = min(max((first + second) / 2, 0), 1)
        return 5.5 * math.sqrt(2 * share * (1 - share) / self.draws) + 2 / self.draws

    def distance(self, first, second):
        return abs(first - second)

    def words(self, largest):
        return f"same shares within Monte Carlo error, {largest:.1e} apart at most"


def check(title, first, second, rule):
    """Says in words how far two answers agree.

    Raises `Disagreement` for answers of different lengths, or a figure that differs by more than the rule allows.
    """
    if len(first) != len(second):
        raise Disagreement(f"{title}: {len(first)} and {len(second)} figures")
    largest = 0.0
    for place, (one, other) in enumerate(zip(first, second)):
        if not abs(one - other) <= rule.allowance(one, other):
            raise Disagreement(f"{title}: figure {place + 1} is {one!r} and {other!r}")
        largest = max(largest, rule.distance(one, other))
    return rule.words(largest)
