"""Draws the pictures of the example office into 2025-04/. Same script, same versions, same bytes.

    python3 -m venv /tmp/pictures && /tmp/pictures/bin/pip install skia-python==144.1 pillow==13.0.0
    /tmp/pictures/bin/python pictures.py            # all of them
    /tmp/pictures/bin/python pictures.py network    # one

Nothing is traced or copied: every shape comes from the arithmetic below. No flag, emblem, logo, person or letter.
The pictures are in the public domain (CC0 1.0), see 2025-04/LICENSE-PICTURES.md.
"""

import math
import pathlib
import random
import sys

import skia
from PIL import Image

WIDTH, HEIGHT = 1200, 630
SCALE = 2  # drawn twice as large, then reduced: smoother edges than the rasterizer's own
OUT = pathlib.Path(__file__).resolve().parent / "2025-04"

BLUE = "#009EDB"
NAVY = "#0B2545"
AMBER = "#F2A541"
DEEP = "#06172E"
MID = "#0A5A94"
SKY = "#7CCBEE"
PALE = "#CFEAF7"
MIST = "#EFF8FC"
WHITE = "#FFFFFF"


# --- Tools ---------------------------------------------------------------------------------------------------------------


def rgb(code):
    """Red, green and blue of `#RRGGBB`."""
    return tuple(int(code[i : i + 2], 16) for i in (1, 3, 5))


def color(code, alpha=1.0):
    """A Skia colour from `#RRGGBB` and an opacity from 0 to 1."""
    return skia.Color(*rgb(code), round(255 * max(0.0, min(1.0, alpha))))


def mix(a, b, t):
    """The colour a part `t` of the way from `a` to `b`."""
    t = max(0.0, min(1.0, t))
    return "#" + "".join(f"{round(x + (y - x) * t):02X}" for x, y in zip(rgb(a), rgb(b)))


def fill(code, alpha=1.0, blur=0.0, plus=False):
    """A paint that fills, softened by `blur`; `plus` adds light instead of covering."""
    paint = skia.Paint(AntiAlias=True, Color=color(code, alpha))
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if plus:
        paint.setBlendMode(skia.BlendMode.kPlus)
    return paint


def line(code, width, alpha=1.0, blur=0.0, plus=False):
    """A paint that draws round-ended lines."""
    paint = fill(code, alpha, blur, plus)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def vertical(stops, top=0.0, bottom=HEIGHT):
    """A paint shaded from top to bottom; `stops` are (position, colour, opacity)."""
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(0, top), skia.Point(0, bottom)], [color(c, a) for _, c, a in stops], [p for p, _, _ in stops]
    )
    return skia.Paint(AntiAlias=True, Shader=shader)


def radial(center, radius, stops):
    """A paint shaded from a centre outwards; `stops` are (position, colour, opacity)."""
    shader = skia.GradientShader.MakeRadial(center, radius, [color(c, a) for _, c, a in stops], [p for p, _, _ in stops])
    return skia.Paint(AntiAlias=True, Shader=shader)


def polygon(points, close=True):
    """A path through `points`."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    return path


def canvas():
    """An empty surface and its canvas, in final pixels."""
    surface = skia.Surface(WIDTH * SCALE, HEIGHT * SCALE)
    drawing = surface.getCanvas()
    drawing.scale(SCALE, SCALE)
    return surface, drawing


def save(surface, name, quality=84, colors=96):
    """Reduces the surface to its final size and writes it, without metadata."""
    data = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    image = Image.frombytes("RGBA", (WIDTH * SCALE, HEIGHT * SCALE), data.tobytes()).convert("RGB")
    image = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    path = OUT / name
    if path.suffix == ".png":
        image = image.quantize(colors=colors, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        image.save(path, optimize=True)
    else:
        image.save(path, quality=quality, optimize=True, subsampling=0)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


def gabriel(points, longest):
    """Pairs of points with no third point inside the circle over them: a mesh without crossings."""
    pairs = []
    for i, (x, y) in enumerate(points):
        for j in range(i + 1, len(points)):
            u, v = points[j]
            reach = math.hypot(x - u, y - v)
            if reach > longest:
                continue
            mx, my = (x + u) / 2, (y + v) / 2
            if all(math.hypot(p - mx, q - my) >= reach / 2 for k, (p, q) in enumerate(points) if k not in (i, j)):
                pairs.append((i, j))
    return pairs


def smooth(t):
    """Eases from 0 to 1."""
    t = max(0.0, min(1.0, t))
    return t * t * (3 - 2 * t)


class Noise:
    """Soft noise over three dimensions, from -1 to 1."""

    def __init__(self, seed):
        draw = random.Random(seed)
        self.waves = [
            (draw.gauss(0, 1) * s, draw.gauss(0, 1) * s, draw.gauss(0, 1) * s, draw.uniform(0, math.tau), 1 / s)
            for s in (1.6, 1.6, 1.9, 2.4, 3.1, 3.9, 5.2, 6.8)
        ]
        self.total = sum(w[4] for w in self.waves)

    def __call__(self, x, y, z):
        return sum(a * math.sin(i * x + j * y + k * z + p) for i, j, k, p, a in self.waves) / self.total * 1.6


# --- Network: a constellation over a globe -------------------------------------------------------------------------------


def network():
    surface, c = canvas()
    draw = random.Random(28)
    cx, cy, radius = 640, 800, 640
    c.drawPaint(vertical([(0, "#04101F", 1), (0.55, NAVY, 1), (1, "#0E3C6B", 1)]))

    for _ in range(170):  # the night above
        x, y = draw.uniform(0, WIDTH), draw.uniform(0, 420)
        if math.hypot(x - cx, y - cy) > radius + 14:
            c.drawCircle(x, y, draw.choice((0.5, 0.6, 0.8, 1.1)), fill(PALE, draw.uniform(0.15, 0.6)))

    # The glow of the rim, then the sphere itself.
    c.drawCircle(cx, cy, radius + 230, radial((cx, cy), radius + 230, [(0, BLUE, 0.75), (radius / (radius + 230), BLUE, 0.62), (0.82, BLUE, 0.2), (1, BLUE, 0)]))
    c.drawCircle(cx, cy, radius, radial((cx, cy + 40), radius + 40, [(0, "#071B36", 1), (0.72, "#082445", 1), (0.93, "#0A4A80", 1), (1, "#1187C4", 1)]))
    c.drawCircle(cx, cy, radius, line("#A9E1F8", 1.6, 0.85))

    # Land: dots on a spiral lattice, kept where the noise is high.
    tilt, turn = math.radians(24), math.radians(-12)
    noise = Noise(6)

    def project(x, y, z):
        x, z = x * math.cos(turn) + z * math.sin(turn), z * math.cos(turn) - x * math.sin(turn)
        y, z = y * math.cos(tilt) - z * math.sin(tilt), y * math.sin(tilt) + z * math.cos(tilt)
        return x, y, z

    def place(point):
        x, y, z = project(*point)
        return cx + radius * x, cy - radius * y, z

    count = 8000
    for i in range(count):
        h = 1 - 2 * (i + 0.5) / count
        ring, angle = math.sqrt(1 - h * h), i * math.pi * (3 - math.sqrt(5))
        point = (ring * math.cos(angle), h, ring * math.sin(angle))
        x, y, depth = place(point)
        if depth < 0.02 or y > HEIGHT + 4:
            continue
        land = smooth((noise(*point) - 0.0) / 0.14)
        size = 0.7 + 1.8 * depth ** 0.6
        if land > 0.05:
            c.drawCircle(x, y, size * (0.5 + 0.5 * land), fill(mix(BLUE, SKY, 0.45), 0.62 * land * (0.35 + 0.65 * depth)))

    # Nodes: spread over the visible cap, none too near another.
    nodes = []
    while len(nodes) < 30:
        latitude, longitude = draw.uniform(0.15, 1.25), draw.uniform(-1.5, 1.5)
        point = (math.cos(latitude) * math.sin(longitude), math.sin(latitude), math.cos(latitude) * math.cos(longitude))
        x, y, depth = place(point)
        if depth < 0.12 or not (50 < x < WIDTH - 50 and y < HEIGHT - 25):
            continue
        if all(math.hypot(x - p[1], y - p[2]) > 78 for p in nodes):
            nodes.append((point, x, y, depth, draw.choice((2.6, 3.0, 3.6, 4.4))))

    def arc(a, b, lift):
        dot = sum(p * q for p, q in zip(a, b))
        omega = math.acos(max(-1, min(1, dot)))
        path = skia.Path()
        for step in range(41):
            t = step / 40
            u, v = math.sin((1 - t) * omega) / math.sin(omega), math.sin(t * omega) / math.sin(omega)
            rise = 1 + lift * omega * math.sin(math.pi * t)
            x, y, _ = place([(p * u + q * v) * rise for p, q in zip(a, b)])
            (path.lineTo if step else path.moveTo)(x, y)
        return path

    # Neighbours are joined by a mesh; three hubs reach far.
    spots = [(n[1], n[2]) for n in nodes]
    links = gabriel(spots, 260)
    hubs, far = [], []
    for target in ((285, 395), (655, 255), (985, 430)):
        hub = min(range(len(nodes)), key=lambda i: math.hypot(spots[i][0] - target[0], spots[i][1] - target[1]))
        others = sorted(range(len(nodes)), key=lambda j: math.hypot(spots[hub][0] - spots[j][0], spots[hub][1] - spots[j][1]))
        far += [(hub, j) for j in others[9:27:5] if (j, hub) not in far]
        hubs.append(hub)
    for i, j in links:
        path = arc(nodes[i][0], nodes[j][0], 0.05)
        c.drawPath(path, line(SKY, 1.1, 0.62))
    for i, j in far:
        path = arc(nodes[i][0], nodes[j][0], 0.16)
        c.drawPath(path, line(BLUE, 5, 0.22, blur=4, plus=True))
        c.drawPath(path, line("#D9F1FB", 1.3, 0.8))

    for i, (_, x, y, _, size) in enumerate(nodes):
        warm = i in hubs
        glow = AMBER if warm else SKY
        size = size + (2.4 if warm else 0)
        c.drawCircle(x, y, size * 5.5, radial((x, y), size * 5.5, [(0, glow, 0.8), (0.2, glow, 0.36), (0.5, glow, 0.09), (1, glow, 0)]))
        c.drawCircle(x, y, size, fill("#FFE3B0" if warm else WHITE))
        if warm:
            c.drawCircle(x, y, size + 6, line(AMBER, 1.4, 0.9))
    save(surface, "network.jpg", 76)


# --- Chamber: a half circle of seats that becomes a web -------------------------------------------------------------------


def chamber():
    surface, c = canvas()
    draw = random.Random(17)
    cx, cy = 600, 604
    c.drawPaint(fill("#E6F4FB"))

    # Rings of a web, from the last row outwards; each ring is wider and looser.
    rows, first, gap, outer = 8, 140, 31, 400
    spots, rings = [], []
    for ring in range(8):
        r = outer + 8 + 47 * ring + 2.2 * ring**2
        many = round(math.pi * r / (50 + 7 * ring))
        for k in range(many + 1):
            a = math.pi * (k + (0.5 if ring % 2 else 0)) / many + draw.uniform(-0.1, 0.1) * ring / many
            d = r + draw.uniform(-3.4, 3.4) * ring
            x, y = cx + d * math.cos(a), cy - d * math.sin(a)
            if -90 < x < WIDTH + 90 and -90 < y < cy + 4:
                spots.append((x, y))
                rings.append(ring)
    # One path of light runs from the rostrum through the seats and out into the web.
    light = [(764 + 0.36 * d + 0.0011 * d * d, 222 - 0.9 * d) for d in (0, 52, 106, 162, 220, 280)]
    keep = [i for i, spot in enumerate(spots) if all(math.dist(spot, p) > 33 for p in light)]
    rings = [rings[i] for i in keep] + list(range(len(light)))
    spots = [spots[i] for i in keep] + light
    lit = range(len(keep), len(spots))
    for i, j in gabriel(spots, 130):
        c.drawLine(*spots[i], *spots[j], line(mix("#6CC3E8", "#B5E0F3", (rings[i] + rings[j]) / 11), 1.5))
    for i, j in zip(lit, lit[1:]):
        c.drawLine(*spots[i], *spots[j], line(AMBER, 3.2))
    for i, ((x, y), ring) in enumerate(zip(spots, rings)):
        size = 6.6 - 0.5 * ring
        c.drawCircle(x, y, size + 2.6, fill("#E6F4FB"))
        c.drawCircle(x, y, size + (1.6 if i in lit else 0), fill(AMBER if i in lit else mix(BLUE, SKY, ring / 7)))

    # Seats: equal steps within each block between two aisles.
    blocks = 6
    for row in range(rows):
        r = first + gap * row
        for block in range(blocks):
            low, high = math.pi * block / blocks, math.pi * (block + 1) / blocks
            inset = 15.5 / r
            low, high = low + inset, high - inset
            seats = max(1, round((high - low) * r / 24.5))
            for k in range(seats + 1):
                a = low + (high - low) * k / seats
                bright = abs(a - math.pi * 2.02 / 6 - 0.12) < 12 / r
                tone = AMBER if bright else mix(NAVY, BLUE, smooth(row / (rows - 1)) * 0.97)
                c.save()
                c.translate(cx + r * math.cos(a), cy - r * math.sin(a))
                c.rotate(90 - math.degrees(a))
                c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(-7.8, -8.2, 15.6, 16.4), 6, 6), fill(tone))
                c.restore()

    # The rostrum.
    for r, tone in ((86, "#BFE3F4"), (58, NAVY), (22, AMBER)):
        c.drawArc(skia.Rect.MakeLTRB(cx - r, cy - r, cx + r, cy + r), 180, 180, True, fill(tone))
    save(surface, "chamber.png", colors=48)


# --- Circuit: a city of tiles, crossed by traces --------------------------------------------------------------------------


def circuit():
    surface, c = canvas()
    draw = random.Random(24)
    noise = Noise(3)
    c.drawPaint(fill(NAVY))

    # Tiles: squares cut once across, toned by soft noise and brightening towards the upper right.
    side = 70
    tones = [DEEP, NAVY, "#0C3360", "#0B457C", "#0A5A98", "#0877B8", BLUE]
    for row in range(-1, HEIGHT // side + 2):
        for column in range(-1, WIDTH // side + 2):
            x, y = column * side, row * side
            flip = draw.random() < 0.5
            corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            halves = ((0, 1, 3), (1, 2, 3)) if flip else ((0, 1, 2), (0, 2, 3))
            for half in halves:
                px = sum(corners[k][0] for k in half) / 3
                py = sum(corners[k][1] for k in half) / 3
                light = 0.46 * px / WIDTH + 0.3 * (1 - py / HEIGHT) + 0.34 * noise(px / 210, py / 210, 1.0) + draw.uniform(-0.06, 0.06)
                level = max(0, min(len(tones) - 1, int(light * len(tones))))
                c.drawPath(polygon([corners[k] for k in half]), fill(tones[level]))
                c.drawPath(polygon([corners[k] for k in half]), line(tones[level], 0.8))

    # Traces: walks on a fine grid that turn by 45 degrees and never touch another.
    step = 17.5
    columns, rows = round(WIDTH / step), round(HEIGHT / step)
    taken = set()
    compass = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]

    def free(x, y, dx, dy):
        u, v = x + dx, y + dy
        if (u, v) in taken or not (-1 <= u <= columns + 1 and -1 <= v <= rows + 1):
            return False
        return not (dx and dy) or ((x + dx, y) not in taken or (x, y + dy) not in taken)

    def walk(x, y, heading, length, ways=(0, 1, 2, 6, 7)):
        trace = [(x, y)]
        taken.add((x, y))
        straight = 0
        while len(trace) < length:
            turns = [0] if straight < 3 else [0, 0, 0, 0, 0, 1, -1]
            turn = draw.choice(turns)
            for option in (turn, 0, 1, -1):
                way = (heading + option) % 8
                if way in ways and free(x, y, *compass[way]):
                    break
            else:
                break
            straight = straight + 1 if option == 0 else 0
            heading = way
            x, y = x + compass[way][0], y + compass[way][1]
            taken.add((x, y))
            trace.append((x, y))
        return trace

    traces = [walk(-1, round(rows * 0.66), 0, round(columns * 0.8), (0, 7))]
    for y in draw.sample(range(0, rows), rows // 2):
        if (-1, y) not in taken:
            traces.append(walk(-1, y, 0, draw.randint(10, 60)))
    for _ in range(150):
        x, y = draw.randint(0, columns), draw.randint(0, rows)
        if all((x + i, y + j) not in taken for i in (-1, 0, 1) for j in (-1, 0, 1)):
            traces.append(walk(x, y, draw.choice((0, 1, 7, 2, 6)), draw.randint(6, 34)))

    def path(trace):
        return polygon([(x * step, y * step) for x, y in trace], close=False)

    warm = traces[0]
    for trace in traces:
        if len(trace) < 5:
            continue
        ends = [trace[0], trace[-1]]
        tint, width = (AMBER, 4.2) if trace is warm else (draw.choice(("#8FD6F3", "#BFE8F8", "#5DBDE8")), 2.2)
        c.drawPath(path(trace), line(NAVY, width + 4, 0.55))
        c.drawPath(path(trace), line(tint, width))
        for x, y in ends:
            size = 8.5 if trace is warm else 5.2
            c.drawCircle(x * step, y * step, size + 2, fill(NAVY))
            c.drawCircle(x * step, y * step, size, fill(tint))
            c.drawCircle(x * step, y * step, size * 0.45, fill(NAVY))
    save(surface, "circuit.png")


# --- Departure: an airport at first light ---------------------------------------------------------------------------------


def departure():
    surface, c = canvas()
    horizon = 446
    c.drawPaint(vertical([(0, "#1583C4", 1), (0.3, "#6AC1E8", 1), (0.52, "#C9E9F5", 1), (0.71, "#FDEFD8", 1), (1, "#FDEFD8", 1)]))
    c.drawCircle(596, horizon - 40, 250, radial((596, horizon - 40), 250, [(0, "#FFE9C4", 1), (0.4, "#FFE9C4", 0.5), (1, "#FFE9C4", 0)]))
    c.drawCircle(596, horizon - 40, 58, fill(AMBER))

    # Thin clouds, then hills, each range paler the farther it is.
    for x, y, w, a in ((150, 150, 330, 0.5), (430, 210, 240, 0.4), (820, 120, 300, 0.35), (980, 262, 380, 0.5), (560, 318, 300, 0.45), (90, 300, 260, 0.4)):
        c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, w, 9), 4.5, 4.5), fill(WHITE, a))
        c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + w * 0.3, y + 15, w * 0.5, 7), 3.5, 3.5), fill(WHITE, a * 0.8))
    for k, (rise, tone) in enumerate(((74, "#9CCBE0"), (50, "#5FA3C8"), (26, "#2E7BA9"))):
        points = [(0, horizon + 40)]
        for x in range(0, WIDTH + 11, 10):
            h = rise * (0.6 + 0.28 * math.sin(x / (118 - 17 * k) + 2.1 * k) + 0.2 * math.sin(x / (47 + 9 * k) + k))
            points.append((x, horizon + 14 - h))
        points.append((WIDTH, horizon + 40))
        c.drawPath(polygon(points), fill(tone))

    # The field, its runway in perspective.
    c.drawRect(skia.Rect.MakeXYWH(0, horizon, WIDTH, HEIGHT - horizon), vertical([(0, "#1C5F8F", 1), (1, NAVY, 1)], horizon, HEIGHT))
    c.drawPath(polygon([(588, horizon), (612, horizon), (900, HEIGHT), (330, HEIGHT)]), fill("#0E3A66"))
    for k in range(7):
        t, u = (k / 7) ** 2.0, ((k + 0.55) / 7) ** 2.0
        y0, y1 = horizon + 4 + 180 * t, horizon + 4 + 180 * u
        x0, x1 = 600 + 14 * t, 600 + 14 * u
        c.drawPath(polygon([(x0 - 1 - 4 * t, y0), (x0 + 1 + 4 * t, y0), (x1 + 1 + 4 * u, y1), (x1 - 1 - 4 * u, y1)]), fill("#FFE3B0"))
    for side in (-1, 1):
        for k in range(9):
            t = (k / 8) ** 1.9
            c.drawCircle(600 + 14 * t + side * (14 + 278 * t), horizon + 3 + 182 * t, 1 + 2.6 * t, fill(AMBER))

    # The control tower.
    c.drawPath(polygon([(246, horizon + 12), (254, 262), (282, 262), (290, horizon + 12)]), fill(NAVY))
    c.drawPath(polygon([(226, 222), (310, 222), (292, 264), (244, 264)]), fill("#123C6B"))
    c.drawPath(polygon([(231, 228), (305, 228), (298, 246), (238, 246)]), fill("#FFD58C"))
    for x in (250, 268, 286):
        c.drawLine(x, 226, x, 248, line("#123C6B", 3))
    c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(222, 212, 92, 11), 4, 4), fill(NAVY))
    c.drawLine(268, 212, 268, 172, line(NAVY, 3))
    c.drawCircle(268, 170, 4, fill(AMBER))
    c.drawPath(polygon([(0, horizon + 8), (392, horizon + 8), (318, horizon + 34), (0, horizon + 52)]), fill("#2A719F"))
    c.drawRect(skia.Rect.MakeLTRB(120, horizon - 30, 372, horizon + 10), fill(NAVY))
    c.drawRect(skia.Rect.MakeLTRB(0, horizon - 14, 130, horizon + 10), fill("#123C6B"))
    c.drawRect(skia.Rect.MakeLTRB(112, horizon - 34, 380, horizon - 27), fill(DEEP))
    for k in range(11):
        c.drawRect(skia.Rect.MakeXYWH(136 + 20.5 * k, horizon - 16, 12, 10), fill("#FFD58C", 0.9 if k % 4 else 0.35))

    # The aircraft climbs; its path is a fine line.
    trail = skia.Path()
    trail.moveTo(640, horizon - 6)
    trail.cubicTo(760, horizon - 30, 880, 300, 962, 196)
    c.drawPath(trail, line(WHITE, 2.2, 0.85))
    c.save()
    c.translate(1004, 162)
    c.rotate(-34)
    body = skia.Path()
    body.moveTo(-66, -6)
    body.cubicTo(-30, -14, 36, -15, 58, -9)
    body.cubicTo(70, -5, 70, 3, 58, 6)
    body.cubicTo(30, 11, -30, 9, -66, -1)
    body.close()
    c.drawPath(polygon([(-62, -6), (-80, -34), (-66, -34), (-40, -9)]), fill(NAVY))
    c.drawPath(polygon([(6, -4), (-34, -40), (-46, -40), (-22, -4)]), fill("#0E4A7E"))
    c.drawPath(body, fill(NAVY))
    c.drawPath(polygon([(14, 2), (-30, 44), (-44, 44), (-20, 2)]), fill("#123C6B"))
    c.drawPath(polygon([(-50, -1), (-70, 14), (-78, 14), (-66, -2)]), fill("#123C6B"))
    c.restore()

    # The hall: tall window frames and a floor that mirrors the sky.
    for x in (-4, 392, 790, 1188):
        c.drawRect(skia.Rect.MakeXYWH(x - 8, 0, 20, HEIGHT), fill(DEEP))
    c.drawRect(skia.Rect.MakeXYWH(0, 0, WIDTH, 14), fill(DEEP))
    c.drawRect(skia.Rect.MakeXYWH(0, 566, WIDTH, 64), fill(DEEP))
    for x0, x1 in ((8, 384), (404, 782), (802, 1180)):
        c.drawPath(polygon([(x0, 574), (x1, 574), (x1 + (x1 - 600) * 0.1, HEIGHT), (x0 + (x0 - 600) * 0.1, HEIGHT)]), fill("#1D5D8D", 0.55))
    for x in (470, 560, 650, 86, 176, 266, 880, 970, 1060):
        c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, 520, 66, 34), 9, 9), fill(DEEP))
        c.drawRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x - 3, 552, 72, 13), 6, 6), fill(DEEP))
        c.drawRect(skia.Rect.MakeXYWH(x + 30, 560, 6, 24), fill(DEEP))
    save(surface, "departure.jpg", 84)


DRAWINGS = {f.__name__: f for f in (network, chamber, circuit, departure)}

if __name__ == "__main__":
    for name in sys.argv[1:] or DRAWINGS:
        DRAWINGS[name]()
