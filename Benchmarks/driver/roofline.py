"""Times each stage against the matrix product of the same shape, and writes ROOFLINE.md."""
import argparse
from dataclasses import dataclass
from pathlib import Path

import machine
import words
from runners import Runner
from stages import processor_seconds

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


shapes = [
    Shape("91 units x 12 indicators", 91, 12, 200_000),
    Shape("11,476 units x 12 indicators, ten ranks counted", 11_476, 12, 2_560, places=10),
]
ceiling = 1024
wide_ceiling = "ceiling of wide vectors"
years, replicates, columns = 31, 1000, 91 * 11


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run roofline")
    parser.add_argument("bench")
    parser.add_argument("--rounds", type=int, default=5, help="how often each kernel is run (default: 5)")
    options = parser.parse_args()
    commands = {
        "ceiling": ["product", f"m={ceiling}", f"n={ceiling}", f"k={ceiling}", "count=20"],
        "specification": ["specifications", "repeat=50"],
        "years": ["year-bootstrap", f"replicates={replicates}", f"years={years}", f"columns={columns}"],
        "years' product": ["product", f"m={replicates}", f"n={columns}", f"k={years}", "count=50"],
    }
    for shape in shapes:
        commands.update(shape.kernels())
    runners = [Runner(name, (options.bench, *command)) for name, command in commands.items()]
    wide = Runner(wide_ceiling, ("env", "OPENBLAS_CORETYPE=SkylakeX", options.bench, *commands["ceiling"]))
    if machine.has_wide_vectors():
        runners.append(wide)
    seconds = processor_seconds(runners, options.rounds)
    text = _document(seconds, options.rounds, machine.sentences(options.bench))
    (Path(__file__).resolve().parent.parent / "ROOFLINE.md").write_text(text)


def _stages(times):
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


def _rest(times):
    """In words, where a draw's time goes that is not the product's."""
    sentences = []
    for name, key in (("first places", "first"), ("all ranks", "ranks")):
        whole = times[key]
        product, weights = times["product"] / whole, times["weights"] / whole
        sentences.append(
            f"Of a draw's {words.duration(whole)} for {name}, the product takes {_percent(product)}, drawing weights "
            f"{_percent(weights)}, and what is done with the scores {_percent(1 - product - weights)}."
        )
    return " ".join(sentences)


def _rate(seconds):
    """GFLOP/s of the ceiling's product."""
    return 2 * ceiling**3 / seconds / 1e9


def _percent(share):
    return f"{100 * share:.0f} %" if share >= 0.095 else f"{words.significant(100 * share, 2)} %"


def _fraction(product, stage):
    """The fraction of the product's rate; none for differences that are lost in noise."""
    return _percent(product / stage) if stage > 0.02 * product else "—"


def _document(seconds, rounds, facts):
    rate = _rate(seconds["ceiling"])
    parts = [
        "# How near to the matrix product",
        f"Written by `Benchmarks/run roofline`. One core; medians of {rounds} runs, the kernels taking turns; processor "
        "seconds.",
        "\n".join(facts),
        "Ranking a unit under a draw of weights needs its score, a sum of products: 2 x units x indicators operations a "
        "draw, and nothing less will do. The **fraction** of a stage is the time that `dgemm` takes for exactly these "
        "operations, in the blocks in which the engine multiplies, over the time of the stage: what share of the "
        "measured rate of the product the stage would reach if they were all that it did. A stage without a product "
        "is measured by the same yard: 50 % costs twice a product, 1,000 % a tenth of one. Stages that cannot be timed "
        "alone are differences of medians; one below a fiftieth of a product is lost in noise and has no fraction.",
        f"Ceiling: `dgemm` of two {ceiling:,} x {ceiling:,} matrices on this core, {rate:.0f} GFLOP/s"
        + (f"; {_rate(seconds[wide_ceiling]):.0f} GFLOP/s where OPENBLAS_CORETYPE=SkylakeX makes this OpenBLAS "
           "use the processor's widest vectors." if wide_ceiling in seconds else "."),
    ]
    for shape in shapes:
        times = shape.times(seconds)
        block_rate = shape.flops / times["product"] / 1e9
        rows = [
            [name, words.duration(max(time, 0)), _fraction(times["product"], time), how]
            for name, time, how in _stages(times)
        ]
        parts += [
            f"## {shape.title}",
            f"The product of {block} x {shape.indicators} and {shape.indicators} x {shape.units:,}: {block_rate:.0f} "
            f"GFLOP/s, {_percent(block_rate / rate)} of the ceiling: every stored score is a sum of {shape.indicators} "
            f"terms, not of {ceiling:,}.",
            words.table(["stage", "a draw", "fraction", "how"], rows),
            _rest(times),
        ]
    parts += ["## Years and specifications", _others(seconds)]
    return "\n\n".join(parts) + "\n"


def _others(seconds):
    times = shapes[0].times(seconds)
    replicate, product = seconds["years"] / replicates, seconds["years' product"] / replicates
    specification = seconds["specification"]
    rows = [
        [
            f"bootstrap over {years} years of {columns:,} series, a replicate", words.duration(replicate),
            _fraction(product, replicate),
            "drawing how often each year is in it, and dividing values by the years",
        ],
        [
            "multiverse, a specification of 91 x 12", words.duration(specification),
            _fraction(times["product"], specification),
            "normalising, weighting and aggregations that are no product (half of these are TOPSIS and Copeland); "
            "what specifications share is done once",
        ],
    ]
    return words.table(["stage", "time", "fraction", "where the rest goes"], rows)


if __name__ == "__main__":
    main()
