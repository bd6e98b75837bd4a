"""The figure of growth: four columns, time above and memory below, all axes logarithmic."""
import math

import svg

marks = {
    "acceptability": ("circle", svg.blue, "rank acceptability"),
    "first-places": ("square", svg.green, "first places"),
    "multiverse": ("triangle", svg.black, "study run with specifications, less the run without"),
}
left, gap, right = 42, 12, 6
top, time_height, between, memory_height = 58, 110, 22, 62


class Scale:
    """A logarithmic axis on the page, from a little below the lowest to a little above the highest value."""

    def __init__(self, lowest, highest, start, end):
        self.first, self.last = math.log10(lowest / 1.6), math.log10(highest * 1.6)
        self.start, self.end = start, end

    @classmethod
    def of_decades(cls, lowest, highest, start, end):
        """From a whole decade to another."""
        first, last = math.floor(math.log10(lowest)), math.ceil(math.log10(highest))
        return cls(10.0**first * 1.6, 10.0**last / 1.6, start, end)

    def __call__(self, value):
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    @property
    def decades(self):
        return range(math.ceil(self.first - 1e-9), math.floor(self.last + 1e-9) + 1)


def draw(columns, title, description):
    """The figure as SVG.

    Each column has a title, `series` (points and power laws of time by computation), a `note` and the unit of x.
    """
    figure = svg.Drawing("growth", 180, title, description)
    figure.text(title, 4, 12, size=8, bold=True)
    _key(figure, [name for column in columns for name in column.series])
    points = [point for column in columns for series in column.series.values() for point in series.points]
    shown = [point.seconds for point in points if point.seconds > 0]
    bottom = top + time_height + between + memory_height
    held = [point.megabytes for point in points]
    time = Scale.of_decades(max(min(shown), 1e-4), max(shown), top + time_height, top)
    memory = Scale.of_decades(min(held), max(held), bottom, bottom - memory_height)
    width = (figure.width - left - right - gap * (len(columns) - 1)) / len(columns)
    for place, column in enumerate(columns):
        start = left + place * (width + gap)
        sizes = [point.size for series in column.series.values() for point in series.points]
        across = Scale(min(sizes), max(sizes), start, start + width)
        figure.text(column.title, start + width / 2, top - 19, anchor="middle", bold=True)
        figure.text(column.note, start + width / 2, top - 9.5, size=6, colour=svg.secondary, anchor="middle")
        _frame(figure, across, time, sizes, is_first=place == 0)
        _frame(figure, across, memory, sizes, is_first=place == 0)
        figure.text(column.unit, start + width / 2, bottom + 20.5, anchor="middle")
        _series(figure, column, across, time, memory)
    _axis_title(figure, "Processor time, s", top + time_height / 2)
    _axis_title(figure, "Peak memory, MB", bottom - memory_height / 2)
    return figure.written(bottom + 27)


def _key(figure, computations):
    x = 4
    for name in dict.fromkeys(computations):
        shape, colour, words = marks[name]
        getattr(figure, shape)(x + 4, 24, colour)
        figure.text(words, x + 11, 26.5)
        x += 22 + 3.6 * len(words)
    figure.line(x, 24, x + 12, 24, colour=svg.grey, width=0.8)
    figure.text("fitted power law", x + 16, 26.5)


def _frame(figure, across, up, sizes, is_first):
    for decade in up.decades:
        y = up(10.0**decade)
        figure.line(across.start, y, across.end, y, colour=svg.shade)
        if is_first:
            figure.line(across.start - 2.5, y, across.start, y)
            figure.text("10", across.start - 7, y + 2.5, anchor="end", power=f"{decade}".replace("-", "−"))
    # Sizes themselves where there are hardly any decades.
    if across.last - across.first > 2:
        ticks = [(10.0**decade, "10", str(decade)) for decade in across.decades]
    else:
        ticks = [(size, str(size), None) for size in sorted(set(sizes))]
    for value, words, power in ticks:
        x = across(value)
        figure.line(x, up.end, x, up.start, colour=svg.shade)
        figure.line(x, up.start, x, up.start + 2.5)
        figure.text(words, x + (2 if power else 0), up.start + 10.5, power=power,
                    anchor="end" if power else "middle")
    figure.line(across.start, up.start, across.end, up.start)
    figure.line(across.start, up.end, across.start, up.start)


def _series(figure, column, across, time, memory):
    for name, series in column.series.items():
        shape, colour, _ = marks[name]
        for law, up in ((series.time, time), (series.memory, memory)):
            if law:
                figure.line(
                    across(law.first), up(law.at(law.first)), across(law.last), up(law.at(law.last)),
                    colour=svg.grey, width=0.8,
                )
        for point in series.points:
            if point.seconds >= 10.0**time.first:  # what a run without specifications takes is noise below it
                getattr(figure, shape)(across(point.size), time(point.seconds), colour)
            getattr(figure, shape)(across(point.size), memory(point.megabytes), colour)
    for place, (name, series) in enumerate(column.series.items()):
        shape, colour, _ = marks[name]
        for law, up in ((series.time, time), (series.memory, memory)):
            y = up.end + 6 + 9 * place
            getattr(figure, shape)(across.start + 6, y, colour)
            figure.text("no power law" if law is None else "n", across.start + 11, y + 2.5,
                        power=None if law is None else f"{law.exponent:.2f}".replace("-", "−"))


def _axis_title(figure, words, y):
    figure.text(words, 10, y, anchor="middle", transform=f"rotate(-90 10 {svg.number(y)})")
