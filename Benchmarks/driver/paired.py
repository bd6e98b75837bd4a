"""Ratios of paired times: their median and an interval for it."""
import math
import statistics
from dataclasses import dataclass

confidence = 0.95


@dataclass(frozen=True)
class PairedRatio:
    """The median ratio with a distribution-free interval; its confidence is at least 95 %, or that of all pairs."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, ratios):
        """From one ratio a pair: order statistics j and n + 1 - j, the narrowest that hold the median often enough.

        The number of ratios below the median is binomial with share one half.
        """
        ordered = sorted(ratios)
        count = len(ordered)
        left_out = 0
        while left_out + 1 < count / 2 and _coverage(count, left_out + 1) >= confidence:
            left_out += 1
        return cls(statistics.median(ordered), ordered[left_out], ordered[count - 1 - left_out])


def _coverage(count, left_out):
    """How often the interval without the `left_out` lowest and highest of `count` holds the median."""
    outside = sum(math.comb(count, below) for below in range(left_out + 1))
    return 1 - 2 * outside / 2**count
