"""SVG as the engine's own figures write it: points at printed size, two decimals, attributes in their order."""
from xml.sax.saxutils import escape, quoteattr

millimetre = 72 / 25.4
black, grey, shade, secondary = "#000000", "#808080", "#E6E6E6", "#4D4D4D"
blue, green = "#0072B2", "#009E73"  # of Okabe and Ito, dark enough on white


def number(value):
    """At most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Drawing:
    """A figure with a title and a description in words."""

    def __init__(self, name, width_in_millimetres, title, description):
        self.name, self.width = name, width_in_millimetres * millimetre
        self._millimetres = width_in_millimetres
        self._head = [("title", title), ("desc", description)]
        self._lines = []

    def line(self, x1, y1, x2, y2, colour=black, width=0.5, dash=None):
        self._add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash)

    def text(self, words, x, y, size=7, colour=black, anchor=None, bold=False, power=None, transform=None):
        """Words, with an exponent behind them if there is one."""
        weight = "bold" if bold else None
        attributes = self._attributes(
            dict(x=x, y=y, font_size=size, font_weight=weight, text_anchor=anchor, transform=transform, fill=colour)
        )
        raised = "" if power is None else f'<tspan dy="-2.6" font-size="5">{escape(power)}</tspan>'
        self._lines.append(f"  <text{attributes}>{escape(words)}{raised}</text>")

    def circle(self, x, y, colour):
        self._add("circle", cx=x, cy=y, r=2, fill=colour, stroke=colour, stroke_width=0.8)

    def square(self, x, y, colour):
        self._add(
            "rect", x=x - 1.9, y=y - 1.9, width=3.8, height=3.8, fill="#FFFFFF", stroke=colour, stroke_width=0.9
        )

    def triangle(self, x, y, colour):
        self._add(
            "path", transform=f"translate({number(x)} {number(y)})", d="M0 -2.4L2.4 1.8H-2.4Z", fill=colour,
            stroke=colour, stroke_width=0.8,
        )

    def written(self, height):
        """The document."""
        ids = " ".join(f"{self.name}-{tag}" for tag, _ in self._head)
        size = f'width="{self._millimetres}mm" height="{number(height / millimetre)}mm"'
        box = f'viewBox="0 0 {number(self.width)} {number(height)}"'
        head = [f'  <{tag} id="{self.name}-{tag}">{escape(words)}</{tag}>' for tag, words in self._head]
        return "\n".join(
            [
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" aria-labelledby="{ids}" '
                'font-family="Helvetica, Arial, sans-serif">',
                *head,
                f'  <rect width="{number(self.width)}" height="{number(height)}" fill="#FFFFFF"/>',
                *self._lines,
                "</svg>",
                "",
            ]
        )

    def _add(self, tag, **attributes):
        self._lines.append(f"  <{tag}{self._attributes(attributes)}/>")

    @staticmethod
    def _attributes(attributes):
        return "".join(
            f" {name.replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
            for name, value in attributes.items()
            if value is not None
        )
