"""GROWTH.md and growth.svg from growth.csv."""
import csv
from dataclasses import dataclass
from typing import Optional

import growth_figure
import words
from fit import PowerLaw, power_law, tolerance


@dataclass(frozen=True)
class Point:
    size: int
    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Series:
    points: tuple
    time: Optional[PowerLaw]
    memory: Optional[PowerLaw]


@dataclass(frozen=True)
class Column:
    title: str
    note: str
    unit: str
    series: dict


columns = {
    "draws": ("Draws of weights", "91 pairs, 12 indicators", "draws"),
    "pairs": ("Pairs", "12 indicators, 10,240 draws, ten ranks", "pairs"),
    "indicators": ("Indicators", "91 pairs, 102,400 draws", "indicators"),
    "specifications": ("Specifications", "more options of the first study", "combinations"),
}
title = "Time and memory against the size of the problem"


def read(path):
    """Columns by what is varied."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    found = {}
    for varied, (heading, note, unit) in columns.items():
        series = {}
        for name in dict.fromkeys(row["computation"] for row in rows if row["varied"] == varied):
            points = tuple(
                Point(int(row["size"]), float(row["seconds"]), float(row["megabytes"]))
                for row in rows
                if row["varied"] == varied and row["computation"] == name
            )
            series[name] = Series(
                points,
                power_law([(point.size, point.seconds) for point in points if point.seconds > 0]),
                power_law([(point.size, point.megabytes) for point in points]),
            )
        found[varied] = Column(heading, note, unit, series)
    return found


def write(here, found, rounds, facts):
    """The figure and the document."""
    figure = growth_figure.draw(list(found.values()), title, _description(found))
    (here / "growth.svg").write_text(figure)
    rows = []
    for column in found.values():
        for name, series in column.series.items():
            first, last = series.points[0], series.points[-1]
            rows.append(
                [
                    f"{column.title} ({column.note})", growth_figure.marks[name][2],
                    f"{first.size:,} to {last.size:,}",
                    f"{words.duration(max(first.seconds, 0))} to {words.duration(last.seconds)}", _law(series.time),
                    f"{words.memory(first.megabytes)} to {words.memory(last.megabytes)}", _law(series.memory),
                ]
            )
    draws = found["draws"].series.values()
    growth = max(max(p.megabytes for p in s.points) / min(p.megabytes for p in s.points) for s in draws)
    header = ["varied", "computation", "sizes", "time", "exponent of time", "peak memory", "exponent of memory"]
    parts = [
        "# How time and memory grow",
        f"Written by `Benchmarks/run growth` from what it measured, `growth.csv`. One core; medians of {rounds} runs; "
        "processor seconds, and the peak memory of the process.",
        "\n".join(facts),
        f"![{title}](growth.svg)",
        words.table(header, rows),
        "An exponent is the slope of least squares on logarithms over the longest run of sizes, ending at the largest, "
        f"in which no point is further than {100 * tolerance:.0f} % from the line; the sizes it was fitted over are "
        "named. For specifications the time of the same study without any is taken off, and all combinations are "
        "counted, of which some are inadmissible or the same as others.",
        f"Memory against draws: {growth:.2f} times the smallest at most, over {_span(draws)} times as many draws.",
    ]
    (here / "GROWTH.md").write_text("\n\n".join(parts) + "\n")


def _span(draws):
    series = next(iter(draws))
    return f"{series.points[-1].size // series.points[0].size:,}"


def _law(law):
    return "none fits" if law is None else f"{law.exponent:.2f}, {law.first:,.0f} to {law.last:,.0f}"


def _description(found):
    sentences = []
    for column in found.values():
        for name, series in column.series.items():
            last = series.points[-1]
            law = "follows no power law" if series.time is None else f"grows with power {series.time.exponent:.2f}"
            sentences.append(
                f"{column.title}: the time of {growth_figure.marks[name][2]} {law} and is "
                f"{words.duration(last.seconds)} with {words.memory(last.megabytes)} at {last.size:,} {column.unit}."
            )
    return " ".join(sentences)
