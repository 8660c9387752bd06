"""Writes the office folder `stress/`: much of everything, nothing of the usual size. Plain Python 3.11, same bytes each time.

    python3 tests/offices/make_stress.py
"""

import csv
import io
import pathlib
import random
import struct
import zlib

HERE = pathlib.Path(__file__).resolve().parent / "stress"
DRAW = random.Random(193)

WORDS = (
    "harbour lantern survey ferry gravel orchard window paper signal bridge meadow copper thread archive kettle island market "
    "ladder station compass river winter garden ticket anchor basket corner engine letter mirror needle pepper quarry ribbon "
    "saddle timber valley weaver almond beacon candle dialect ember fathom glacier hollow inlet jasmine kernel lattice"
).split()
VERBS = "counts carries opens measures mends follows names joins crosses repairs lends borrows keeps shows".split()
ASIDES = [
    "[المكتب يعمل مع الدول الأعضاء]{lang=ar}",
    "[联合国反恐怖主义办公室]{lang=zh}",
    "[Контртеррористическое управление]{lang=ru}",
    "[Mesures visant à prévenir et combattre le terrorisme]{lang=fr}",
    "[Cooperación y coordinación]{lang=es}",
]
LONG_WORD = ("un" + "interrupted" * 28)[:300]
BROKEN_LINK = "https://example.org/" + "a-very-long-address-without-any-space/" * 6


def sentence(words=12):
    body = [DRAW.choice(WORDS) for _ in range(words)]
    body[words // 3] = DRAW.choice(VERBS)
    return " ".join(body).capitalize() + "."


def prose(sentences):
    return " ".join(sentence(DRAW.randint(7, 17)) for _ in range(sentences))


def title(length):
    """Words up to exactly `length` characters."""
    text = "Commission"
    while len(text) < length:
        text += " " + DRAW.choice(WORDS).capitalize()
    return text[: length - 1].rstrip() + "s"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


UNITS = [
    ("top", "Upper House of Everything", "branch", None),
    ("wide", title(200), "centre", None),
    ("deep-1", "Department of Depth", "branch", None),
    ("deep-2", "Division Below", "section", "deep-1"),
    ("deep-3", "Desk Below the Division", "section", "deep-2"),
    ("deep-4", title(120), "section", "deep-3"),
    ("word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "facility", None),
    ("mixed", "قسم 混合 Раздел Section", "section", "top"),
    ("abroad", "Programme Office in Bridgetown", "programme-office", None),
    ("silent", "Unit without a Single Item", "section", None),
]

PARTIES = [
    ("longest", title(200), "intergovernmental-organization"),
    ("pool", "Pooled Fund for Purposes Not Otherwise Specified, Including Those That Are", "pooled-fund"),
    ("charity", "Fondation œuvre & cœur – «Ñandú» Straße", "non-state"),
    ("entity", "Entity of the System", "un-entity"),
]

# Twelve contributors; the first gives a thousand times what the last gives.
CONTRIBUTORS = [
    ("QAT", 120_000_000), ("longest", 61_500_000), ("GBR", 33_333_333), ("pool", 17_000_001), ("BOL", 9_250_000), ("charity", 5_000_000),
    ("LAO", 2_750_000), ("entity", 1_500_000), ("VCT", 800_000), ("COD", 450_000), ("MKD", 225_000), ("TUV", 120_000),
]
assert CONTRIBUTORS[0][1] == 1000 * CONTRIBUTORS[-1][1]

# Forty pledges of the month.
GIVERS = "AND ARG AUS BEL BEN BRA CAN CHE CIV CUB CZE DNK EGY EST FIN FJI GHA GRC HUN IDN IRL ISL JAM JOR JPN KOR LBR MEX MLT NLD NOR NZL PER PLW PRT ROU SWE THA TUR ZWE".split()
assert len(GIVERS) == 40


def office():
    out = ["# Written by make_stress.py.", "", "[office]", 'id = "stress"', f"name = {quoted(title(200))}", 'acronym = "STRESS"']
    out += ['head = "Deputy Assistant Acting Interim Under-Director-General for Everything and the Remainder"', 'website = "https://example.org/stress"']
    out += ["about = ["]
    out += [f"  {quoted(prose(14))},", f"  {quoted(LONG_WORD + ' stands first here. ' + prose(5) + ' ' + ' '.join(ASIDES))},", f"  {quoted(prose(3))},", "]", ""]
    out += ["[mandate]", "", "[strategy]", ""]
    out += ["[theme]", 'accent = "#7A1FA2"', 'ink = "#1B0B25"', ""]
    out += ["[ledger]", 'file = "ledger.csv"', 'currency = "USD"', 'multi-year = "whole"', 'organs = "with-state"', ""]
    for unit, name, kind, parent in UNITS:
        out += ["[[unit]]", f"id = {quoted(unit)}", f"name = {quoted(name)}", f"kind = {quoted(kind)}"]
        out += [f"parent = {quoted(parent)}"] if parent else []
        out += ['host = { state = "BRB", city = "Bridgetown" }'] if unit == "abroad" else []
        out += ['board = { members = 193, guests = ["longest", "entity", "pool"], chair = "VCT" }'] if unit == "wide" else []
        out += [""]
    for k in range(24):
        name = title(200) if k % 8 == 0 else title(DRAW.randint(12, 90))
        out += ["[[programme]]", f'id = "programme-{k}"', f"name = {quoted(name)}", f"units = [{quoted(UNITS[k % 9][0])}]", ""]
    for party, name, kind in PARTIES:
        out += ["[[party]]", f"id = {quoted(party)}", f"name = {quoted(name)}", f"kind = {quoted(kind)}", ""]
    out += ["[[fund]]", 'id = "general"', 'name = "General Fund"', ""]
    out += ["[[source]]", 'id = "invented"', 'title = "Figures invented for tests"', ""]
    return "\n".join(out)


WHENS = [
    "2025-01-06", "2025-01", "2025", "2024-12-28/2025-01-03", "2025-01-30/2025-02-02", "2024-11/2026-03", "2019-01/..", "../2025-01-15",
    "2025-01-06/2025-01-08, 2025-01-13, 2025-01-20/2025-01-22", "2025-01-01/2025-01-31", "2024-02-29/2025-01-01",
]


COLUMNS = (
    "id kind effective recorded contributor on_behalf_of ref amount currency received schedule fund purposes new what period "
    "source reference partners certainty note"
).split()


def pledges():
    """The forty pledges of the month: contributor, cents, and the other columns."""
    rows = []
    for k, giver in enumerate(GIVERS):
        cents = (1, 99, 5_000, 123_456_789, 1_000_000_00, 9_999_999_99)[k % 6] + k * 101
        purpose = ("", f"programme:programme-{k % 24}", "unit:deep-4", title(90), f"unit:wide;programme:programme-{(k * 5) % 24}")[k % 5]
        rows.append((giver, cents, {"purposes": purpose, "fund": "general" if k % 2 else "", "effective": "2025-01" if k % 3 else f"2025-01-{k % 28 + 1:02}"}))
    return rows


def money(cents):
    return f"{cents // 100}.{cents % 100:02}"


def ledger():
    rows = []

    def add(entry, kind, effective, recorded="2025-02-03", **columns):
        rows.append({"id": entry, "kind": kind, "effective": effective, "recorded": recorded, "source": "invented", "reference": entry, **columns})

    for k, (party, amount) in enumerate(CONTRIBUTORS):
        entry, year = f"old/{party}", 2012 + k
        if party == "pool":
            add(entry, "allocation", f"{year}", f"{year}-12-31", contributor=party, amount=amount)
        else:
            add(entry, "pledge", f"{year}-0{k % 9 + 1}", f"{year}-12-31", contributor=party, amount=amount, purposes=f"programme:programme-{k}")
        for part in range(k % 4):  # none, a part, or more than was promised
            add(f"{entry}/in{part + 1}", "receipt", f"{year + 1}-03-0{part + 1}", f"{year + 1}-04-01", ref=entry, amount=amount // 3 + part)
    # Taken back whole, taken back in part, raised, paid back, another currency, other things than money.
    add("old/USA", "pledge", "2017-02-01", "2017-02-02", contributor="USA", amount=2_000_000)
    add("old/USA/back", "withdrawal", "2018-06-27", "2018-06-28", ref="old/USA")
    add("old/CHL", "pledge", "2018-02-01", "2018-02-02", contributor="CHL", amount=900_000)
    add("old/CHL/in", "receipt", "2018-05-01", "2018-05-02", ref="old/CHL", amount=300_000)
    add("old/CHL/back", "withdrawal", "2019-01", "2019-02-01", ref="old/CHL", amount=250_000)
    add("old/CHL/more", "revision", "2020-01-31", "2020-02-01", ref="old/CHL", amount=1_000_000)
    add("old/CHL/refund", "refund", "2021-04-30", "2021-05-01", ref="old/CHL/in", amount=100_000)
    add("old/LUX", "pledge", "2019", "2020-01-05", contributor="LUX", amount=2_500_000, currency="EUR",
        note="No source says what it was worth in dollars.")
    add("old/MCO", "pledge", "2020-11", "2020-12-01", contributor="MCO", amount=50_000, schedule="yearly 2021/2030")
    add("old/LIE", "pledge", "2021-11", "2021-12-01", contributor="LIE", amount=10_000, schedule="yearly 2022/..")
    add("old/SMR", "pledge", "2021-06-01", "2021-06-02", contributor="SMR", amount=873_120, schedule="over 2021-01/2022-06")
    add("old/VUT", "in-kind", "2018-09-26", "2018-09-27", contributor="VUT", amount=11_500_000, what=title(160))
    add("old/NRU", "in-kind", "2021/2024", "2024-12-31", contributor="NRU", what="Coconuts", period="2021/2024")
    add("old/others", "remainder", "2024-10-31", "2024-11-05", amount=7_000_000, received=1_000_000, partners=9)
    for k, (giver, cents, columns) in enumerate(pledges()):
        add(f"2025-01/{k + 1:02}", "pledge", contributor=giver, amount=money(cents), new="new", **columns)

    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def briefing():
    sections = ["leadership"] * 6 + ["highlights"] * 5 + [u for u in ("top", "wide", "deep-1", "deep-2", "deep-3", "deep-4", "word", "mixed", "abroad") for _ in range(6)]
    sections = sections[:60]
    out = ["# Written by make_stress.py.", "", "issued = 2025-02-10", f'stated-total = "{money(sum(cents for _, cents, _ in pledges()))} USD"', ""]
    for k, section in enumerate(sections):
        text = prose(DRAW.choice((1, 1, 2, 3, 4)))
        if k == 2:
            text = prose(34)  # some forty lines of a column
        elif k == 7:
            text = f"Now {LONG_WORD} comes in the midst. " + prose(1)
        elif k == 9:
            text = f"An address that nobody can break: [{BROKEN_LINK}]({BROKEN_LINK}). " + prose(1)
        elif k == 12:
            text = " ".join(f"**{sentence(4)}** *{sentence(3)}* [{sentence(3)}](https://example.org/{n})" for n in range(9))
        elif k % 5 == 3:
            text += " " + ASIDES[k % len(ASIDES)] + " " + sentence()
        elif k == 20:
            text = "x"
        out += ["[[item]]", f'id = "item-{k + 1}"', f"section = {quoted(section)}", f"when = {quoted(WHENS[k % len(WHENS)])}", f"text = {quoted(text)}"]
        if k % 4 == 1:
            out += [f'place = {{ state = "{GIVERS[k % 40]}", city = {quoted(title(60) if k == 5 else "Town")} }}']
        if k % 3 == 0:
            out += [f'organizers = ["longest", "{GIVERS[(k * 7) % 40]}"]', f'programmes = ["programme-{k % 24}"]']
        out += picture("wide.png" if k == 1 else "high.png") if k in (1, 30) else []
        out += [""]
    return "\n".join(out)


def png(width, height):
    """A grey picture of diagonal stripes, stored uncompressed so that no version of zlib changes its bytes."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes(96 + (x + y) // 8 % 2 * 96 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def picture(name):
    """A picture with far too much to say."""
    return [
        "", "[item.picture]", f"file = {quoted(name)}", f"alt = {quoted(prose(6))}", f"caption = {quoted('**Stripes.** ' + prose(4) + ' ' + LONG_WORD)}",
        f"credit = {quoted(title(140))}",
    ]


def write(name, text):
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write("office.toml", office())
    write("ledger.csv", ledger())
    write("2025-01/briefing.toml", briefing())
    (HERE / "2025-01/wide.png").write_bytes(png(900, 18))
    (HERE / "2025-01/high.png").write_bytes(png(18, 900))
