"""The stages of ranking units of one shape under random weights, and the kernels by which they are timed."""
from dataclasses import dataclass

block = 256  # draws that are multiplied at once


@dataclass(frozen=True)
class Shape:
    """Units and indicators, how many draws are timed, and how many ranks are counted one by one (0 for all)."""

    title: str
    units: int
    indicators: int
    draws: int
    places: int = 0

    @property
    def flops(self):
        """Floating-point operations of one draw's product."""
        return 2 * self.units * self.indicators

    def kernels(self):
        shape = [f"units={self.units}", f"indicators={self.indicators}", f"draws={self.draws}"]
        ranked = shape + [f"places={self.places}"]
        count = max(4, 4_000_000_000 // (self.flops * block))
        kernels = {
            "product": ["product", f"m={block}", f"n={self.units}", f"k={self.indicators}", f"count={count}"],
            "weights": ["weight-sampling", f"indicators={self.indicators}", "draws=1000000"],
            "first": ["first-places", *shape],
            "ranks": ["acceptability", *ranked],
            "geometric": ["geometric-acceptability", *ranked],
        }
        if not self.places:
            kernels["wins"] = ["pairwise-wins", *shape]
        return {f"{self.title} {name}": words for name, words in kernels.items()}

    def times(self, seconds):
        """Seconds a draw, by kernel."""
        divisors = {"product": block, "weights": 1_000_000}
        names = [name.removeprefix(f"{self.title} ") for name in self.kernels()]
        return {name: seconds[f"{self.title} {name}"] / divisors.get(name, self.draws) for name in names}


def stages_of_a_draw(times):
    """The stages of one draw: name, seconds, and how they were come by."""
    alone = times["weights"] + times["product"]
    stages = [
        ("drawing weights", times["weights"], "timed alone"),
        ("product", times["product"], "timed alone"),
        ("finding and counting first places", times["first"] - alone, "first places, less the two above"),
        ("ordering, and counting ranks", times["ranks"] - alone, "rank acceptability, less the first two"),
        ("geometric mean for arithmetic", times["geometric"] - times["ranks"], "by difference"),
    ]
    if "wins" in times:
        stages.append(("counting wins of all pairs", times["wins"] - times["ranks"], "by difference"))
    stages += [
        ("**first places, whole**", times["first"], "timed as a whole"),
        ("**rank acceptability, whole**", times["ranks"], "timed as a whole"),
    ]
    if "wins" in times:
        stages.append(("**rank acceptability with wins, whole**", times["wins"], "timed as a whole"))
    return stages
