"""Draws `harbour/emblem.png`, our own work: a lighthouse in a ring, without ground."""

from PIL import Image, ImageDraw

size, scale = 320, 4
image = Image.new("RGBA", (size * scale, size * scale))
draw = ImageDraw.Draw(image)
blue, dark = (0, 106, 132, 255), (10, 50, 70, 255)


def box(left, top, right, bottom):
    return [edge * scale for edge in (left, top, right, bottom)]


draw.ellipse(box(8, 8, 312, 312), outline=blue, width=12 * scale)
draw.polygon([(x * scale, y * scale) for x, y in ((138, 108), (182, 108), (204, 252), (116, 252))], fill=dark)
draw.rectangle(box(128, 84, 192, 102), fill=blue)
draw.polygon([(x * scale, y * scale) for x, y in ((130, 78), (190, 78), (160, 46))], fill=dark)
for left, right in ((40, 122), (198, 280)):
    draw.rectangle(box(left, 89, right, 97), fill=blue)
draw.rectangle(box(88, 258, 232, 270), fill=blue)
image.resize((size, size), Image.LANCZOS).save("harbour/emblem.png", optimize=True)
