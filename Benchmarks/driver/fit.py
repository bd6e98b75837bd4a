"""Power laws through measured points."""
import math
from dataclasses import dataclass

tolerance = 0.10


@dataclass(frozen=True)
class PowerLaw:
    """y = factor x^exponent, and the range of x over which it was fitted."""

    exponent: float
    factor: float
    first: float
    last: float

    def at(self, x):
        return self.factor * x**self.exponent


def power_law(points):
    """Least squares on logarithms over the longest run of points, ending at the largest, that the line fits.

    A run is fitted if no point is further than `tolerance` from the line; at least three points are. None if no run of
    three does. Points are (x, y) with both above zero, ascending in x.
    """
    for start in range(len(points) - 2):
        law = _least_squares(points[start:])
        if all(abs(y / law.at(x) - 1) <= tolerance for x, y in points[start:]):
            return law
    return None


def _least_squares(points):
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    exponent = sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread
    factor = math.exp(mean_y - exponent * mean_x)
    return PowerLaw(exponent, factor, points[0][0], points[-1][0])
