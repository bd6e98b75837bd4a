"""What a journal's art editor measures on a figure: sizes, and where its text lies in real fonts."""
import math
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

from font_metrics import FAMILIES, extent

POINTS_PER_MILLIMETRE = 72 / 25.4
SMALLEST_TEXT = 6.0  # points at the printed size
TALLEST = 240.0  # millimetres
WIDTHS = {"one": 88.0, "two": 180.0}  # millimetres
# Less than a printer's dot at 1,200 an inch: rounding of coordinates to hundredths of a point.
TOLERANCE = 0.05


@dataclass(frozen=True)
class Box:
    """The text with the smallest upright rectangle around it, in points."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other):
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOLERANCE
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE
        )


class Figure:
    """An SVG file of our own writer: absolute coordinates, one line a text element, rotation as the only transform."""

    def __init__(self, data):
        self.root = ElementTree.fromstring(data)
        if local_name(self.root) != "svg":
            raise ValueError(f"the root is {self.root.tag}")
        self.width = millimetres(self.root.get("width"))
        self.height = millimetres(self.root.get("height"))
        _, _, view_width, view_height = (float(part) for part in self.root.get("viewBox").split())
        # Points of the printed page in a unit of the drawing.
        self.scale = min(
            self.width * POINTS_PER_MILLIMETRE / view_width, self.height * POINTS_PER_MILLIMETRE / view_height)
        self.texts = [element for element in self.root.iter() if local_name(element) == "text"]

    def boxes(self, family):
        return [self.box(element, family) for element in self.texts]

    def box(self, element, family):
        if len(element):
            raise ValueError("a text element holds other elements")
        text = element.text or ""
        size = float(element.get("font-size"))
        found = extent(
            text, family, size, element.get("font-weight") == "bold", element.get("font-style") == "italic")
        x, y = float(element.get("x")), float(element.get("y"))
        start = x - {"start": 0, "middle": found.width / 2, "end": found.width}[element.get("text-anchor", "start")]
        corners = [(start, y - found.above), (start + found.width, y - found.above),
                   (start, y + found.below), (start + found.width, y + found.below)]
        turn = rotation(element.get("transform"))
        points = [turn(*corner) for corner in corners]
        return Box(
            text, *(self.scale * edge for edge in (
                min(x for x, _ in points), max(x for x, _ in points),
                min(y for _, y in points), max(y for _, y in points))))


def local_name(element):
    return element.tag.rpartition("}")[2]


def millimetres(length):
    number, unit = re.fullmatch(r"([0-9.]+)(mm)", length).groups()
    return float(number)


def rotation(transform):
    """The map of points that `rotate(degrees x y)` stands for."""
    if transform is None:
        return lambda x, y: (x, y)
    match = re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", transform)
    if not match:
        raise ValueError(f"a text is moved by {transform}")
    degrees, centre_x, centre_y = map(float, match.groups())
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return lambda x, y: (
        centre_x + (x - centre_x) * cosine - (y - centre_y) * sine,
        centre_y + (x - centre_x) * sine + (y - centre_y) * cosine)


def problems(data, columns):
    """Everything that is wrong with a figure that is meant for so many columns, as sentences."""
    figure = Figure(data)
    found = words_problems(figure)
    if abs(figure.width - WIDTHS[columns]) > 0.01:
        found.append(f"{figure.width} mm wide, not {WIDTHS[columns]} mm")
    if figure.height > TALLEST:
        found.append(f"{figure.height} mm tall, more than {TALLEST} mm")
    for element in figure.texts:
        size = float(element.get("font-size")) * figure.scale
        if size < SMALLEST_TEXT - 0.01:
            found.append(f"'{element.text}' is set in {size:.2f} pt")
    for family in FAMILIES:
        found += [f"{family}: {problem}" for problem in box_problems(figure, family)]
    return found


def box_problems(figure, family):
    found = []
    boxes = figure.boxes(family)
    width, height = figure.width * POINTS_PER_MILLIMETRE, figure.height * POINTS_PER_MILLIMETRE
    for place, box in enumerate(boxes):
        if min(box.left, box.top, width - box.right, height - box.bottom) < -TOLERANCE:
            found.append(
                f"'{box.text}' ({box.left:.1f}–{box.right:.1f}, {box.top:.1f}–{box.bottom:.1f}) leaves the canvas of "
                f"{width:.1f} x {height:.1f}")
        for other in boxes[:place]:
            if box.overlaps(other):
                found.append(f"'{box.text}' overlaps '{other.text}' near ({box.left:.1f}, {box.top:.1f})")
    return found


def words_problems(figure):
    """Without a role, a title and a description a screen reader has nothing to say."""
    found = []
    if figure.root.get("role") != "img":
        found.append("the role is not img")
    by_id = {element.get("id"): element for element in figure.root}
    for name in ("title", "desc"):
        named = [by_id.get(key) for key in figure.root.get("aria-labelledby", "").split()]
        element = next((item for item in named if item is not None and local_name(item) == name), None)
        if element is None or not (element.text or "").strip():
            found.append(f"no {name} is named by aria-labelledby")
    return found
