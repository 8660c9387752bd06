"""Draws snowman.ttf: three squares for U+2603, which none of the program's own fonts has. Ours, CC0 1.0.

    python3 make.py      # with fonttools 4.63.0

The second font is the same and says that it may be printed with, and not passed on.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def squares(*corners):
    pen = TTGlyphPen(None)
    for left, foot, side in corners:
        pen.moveTo((left, foot))
        pen.lineTo((left, foot + side))
        pen.lineTo((left + side, foot + side))
        pen.lineTo((left + side, foot))
        pen.closePath()
    return pen.glyph()


def make(name, rights):
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "snowman"])
    font.setupCharacterMap({0x2603: "snowman"})
    font.setupGlyf({".notdef": squares((50, 0, 400)), "snowman": squares((50, 0, 400), (125, 400, 250), (190, 650, 120))})
    font.setupHorizontalMetrics({".notdef": (500, 50), "snowman": (500, 50)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": name, "styleName": "Regular", "psName": f"{name}-Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, fsType=rights)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 3_850_000_000
    font.font.recalcTimestamp = False
    font.save(f"{name.lower()}.ttf")


make("Snowman", 0)
make("Printable", 4)
