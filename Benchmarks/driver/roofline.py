"""Times each stage against the matrix product of the same shape, and writes ROOFLINE.md."""
import argparse
from pathlib import Path

import machine
import words
from runners import Runner
from shape import Shape, block, stages_of_a_draw
from stages import processor_seconds

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
        "Ranking units under a draw of weights needs their scores, sums of products: 2 x units x indicators operations. "
        "The **fraction** of a stage is the time that `dgemm` takes for exactly these operations, in the blocks in which "
        "the engine multiplies, over the time of the stage: the share of the product's measured rate that the stage would "
        "reach if they were all that it did. A stage without a product is measured by the same yard: at 50 % it costs "
        "two products, at 1,000 % a tenth of one. Stages that cannot be timed alone are differences of medians; one "
        "below a fiftieth of a product is lost in noise and has no fraction.",
        f"Ceiling: `dgemm` of two {ceiling:,} x {ceiling:,} matrices on this core, {rate:.0f} GFLOP/s"
        + (f"; {_rate(seconds[wide_ceiling]):.0f} GFLOP/s where OPENBLAS_CORETYPE=SkylakeX makes this OpenBLAS "
           "use the processor's widest vectors." if wide_ceiling in seconds else "."),
    ]
    for shape in shapes:
        times = shape.times(seconds)
        block_rate = shape.flops / times["product"] / 1e9
        rows = [
            [name, words.duration(max(time, 0)), _fraction(times["product"], time), how]
            for name, time, how in stages_of_a_draw(times)
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
