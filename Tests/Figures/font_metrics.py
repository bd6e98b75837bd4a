"""Boxes of text in the fonts that readers of the figures have.

Liberation Sans has the widths of Helvetica and Arial, which the figures ask for; DejaVu Sans is what a Linux viewer
without either takes. Both from Debian (fonts-liberation, fonts-dejavu-core, fonts-dejavu-extra).
"""
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path("/usr/share/fonts/truetype")
FILES = {
    "Liberation Sans": {
        (False, False): "liberation/LiberationSans-Regular.ttf",
        (True, False): "liberation/LiberationSans-Bold.ttf",
        (False, True): "liberation/LiberationSans-Italic.ttf",
        (True, True): "liberation/LiberationSans-BoldItalic.ttf",
    },
    "DejaVu Sans": {
        (False, False): "dejavu/DejaVuSans.ttf",
        (True, False): "dejavu/DejaVuSans-Bold.ttf",
        (False, True): "dejavu/DejaVuSans-Oblique.ttf",
        (True, True): "dejavu/DejaVuSans-BoldOblique.ttf",
    },
}
FAMILIES = tuple(FILES)


@dataclass(frozen=True)
class Extent:
    """In the unit of the size: the advance from the start, and the ink above and below the baseline."""

    width: float
    above: float
    below: float


class Face:
    """One file: advances and the height of the ink of its glyphs, in ems."""

    def __init__(self, path):
        font = TTFont(path)
        self.units = font["head"].unitsPerEm
        self.names = font.getBestCmap()
        self.advances = font["hmtx"]
        self.glyphs = font["glyf"]

    def glyph(self, character):
        """(advance, top, bottom), or None without the glyph."""
        name = self.names.get(ord(character))
        if name is None:
            return None
        glyph = self.glyphs[name]
        top, bottom = (glyph.yMax, glyph.yMin) if glyph.numberOfContours else (0, 0)
        return self.advances[name][0] / self.units, top / self.units, bottom / self.units


@cache
def face(family, is_bold, is_italic):
    return Face(FOLDER / FILES[family][is_bold, is_italic])


@cache
def character_extent(character, family, is_bold, is_italic):
    """(advance, top, bottom) in ems. What a font lacks comes from the other, and what both lack is counted as wide as
    fonts for such scripts draw it: an em for CJK, an em and a quarter for emoji and whatever else there is."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0, 0.0, 0.0
    for name in (family, *(other for other in FAMILIES if other != family)):
        found = face(name, is_bold, is_italic).glyph(character)
        if found:
            return found
    is_ideograph = unicodedata.east_asian_width(character) in "WF" and unicodedata.category(character) == "Lo"
    return (1.0 if is_ideograph else 1.25), 0.88, -0.12


def extent(text, family, size, is_bold=False, is_italic=False):
    """The extent of a line of text. Kerning, which draws Latin letters together, is left out: it only narrows."""
    found = [character_extent(character, family, is_bold, is_italic) for character in text]
    return Extent(
        width=size * sum(advance for advance, _, _ in found),
        above=size * max((top for _, top, _ in found), default=0),
        below=-size * min((bottom for _, _, bottom in found), default=0),
    )
