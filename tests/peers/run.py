#!/usr/bin/env python3
"""The race with Typst, on the words of one month, written into BENCHMARKS.md.

    cargo build --release && tests/peers/run.py [BINARY]

Typst is the module of PyPI, installed into target/peers; poppler's pdfinfo and pdftotext are needed. Ours and theirs run in turn, on one
processor. Their source has the words of our file in reading order, its tables, its pictures, tags and the same fonts; charts
are tables without bars, and nothing is drawn beside the text. So theirs has a little less to do.
"""

import collections
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import content

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "target/peers"
BRIEFING = sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/briefing"
OFFICE = ROOT / "examples/unoct"
FONTS = ROOT / "crates/briefing-fonts/fonts"
VERSION = "0.15.2"
RUNS = 7
MONTHS = 50

COMPILE = """
import sys, time, typst
def made(source):
    return typst.Compiler(source, font_paths=[{fonts!r}], ignore_system_fonts=True).compile(format="pdf")
"""
COLD = COMPILE + "open(sys.argv[2], 'wb').write(made(sys.argv[1]))"
WARM = (
    COMPILE
    + """
made(sys.argv[1])
start = time.process_time()
for source in sys.argv[2:]:
    made(source)
print(time.process_time() - start)
"""
)


def timed(command):
    """Processor time of a process, which other programs on the machine move least."""

    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    start = used()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return used() - start


def in_turn(ours, theirs):
    """Medians of both, and of their ratio pair by pair."""
    pairs = [(ours(), theirs()) for _ in range(RUNS + 1)][1:]
    return [statistics.median(column) for column in zip(*pairs)] + [statistics.median(b / a for a, b in pairs)]


def words_of(pdf):
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout
    return "".join(re.findall(r"\w", re.sub(r"[-\u00ad\u2010]\n", "", text)))


def office(months):
    """The example with so many months, no two alike: April with its days moved and its month told in every text."""
    folder = WORK / "office"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ["office.toml", "ledger.csv"]:
        shutil.copy(OFFICE / name, folder)
    april = (OFFICE / "2025-04/briefing.toml").read_text()
    april = "\n".join(l for l in april.splitlines() if not l.startswith(("issued", "stated-total")))
    for old, new in [("2025-04-29", "2025-04-27"), ("2025-04-30", "2025-04-28"), ("2025-05-09", "2025-04-28")]:
        april = april.replace(old, new)
    for number in range(months):
        month = f"{2025 + (number + 3) // 12}-{(number + 3) % 12 + 1:02}"
        (folder / month).mkdir()
        text = april.replace("2025-04-", f"{month}-").replace('text = """', f'text = """In {month}: ')
        (folder / month / "briefing.toml").write_text(text)
        for picture in (OFFICE / "2025-04").glob("*.[jp][pn]g"):
            shutil.copy(picture, folder / month)
    return folder


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    python = WORK / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", WORK / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "-q", "install", f"typst=={VERSION}"], check=True)
    os.sched_setaffinity(0, {0})
    fonts = {"fonts": str(FONTS)}
    lines = []
    for language, name, pictures in [
        ("en", "English April", True),
        ("en", "the same without pictures", False),
        ("ar", "Arabic April", True),
        ("zh", "Chinese April", True),
    ]:
        month = WORK / f"{language}-{pictures}"
        shutil.rmtree(month, ignore_errors=True)
        shutil.copytree(OFFICE, month, ignore=shutil.ignore_patterns("terminology"))
        briefing = month / "2025-04/briefing.toml"
        files = re.findall(r'^file = "(.*)"', briefing.read_text(), re.M)
        if not pictures:
            text = re.sub(r"(?ms)^\[item\.picture\]\n.*?(?=^\[|\Z)", "", briefing.read_text())
            # What leads the issue has a picture.
            text = re.sub(r"(?m)^lead = .*\n", "", text)
            briefing.write_text(text)
        own = WORK / f"{month.name}.pdf"
        ours = [BRIEFING, "render", month, "2025-04", "--lang", language, "-o", own]
        subprocess.run(ours, check=True, capture_output=True)
        source = month / "main.typ"
        source.write_text(content.typst(own, language, [f"2025-04/{file}" for file in files] if pictures else []))
        theirs = WORK / f"{month.name}-typst.pdf"
        cold = [python, "-c", COLD.format(**fonts), source, theirs]
        subprocess.run(cold, check=True)
        share = same_words(own, theirs)
        a, b, ratio = in_turn(lambda: timed(ours), lambda: timed(cold))
        lines.append(row(f"{name}, cold process", a, b, ratio, share))
        if language == "en" and pictures:
            start = statistics.median(timed([python, "-c", "import typst"]) for _ in range(RUNS))
            start = f"Starting Python with the module alone takes {start * 1000:.0f} ms of Typst's cold figures."
            lines.append(warm(source, python, fonts))
    write(lines, start)


def same_words(own, theirs):
    """The share of our characters that theirs has too: running heads are ours alone."""
    a, b = collections.Counter(words_of(own)), collections.Counter(words_of(theirs))
    return (a & b).total() / a.total()


def warm(source, python, fonts):
    folder, out = office(MONTHS), WORK / "out"
    sources = []
    for number in range(MONTHS):
        copy = source.with_name(f"month-{number}.typ")
        copy.write_text(source.read_text().replace('#par[#"', f'#par[#"In {number}: '))
        sources.append(copy)
    ours = [BRIEFING, "render", folder, "--all", "--out-dir", out]

    def theirs():
        run = subprocess.run([python, "-c", WARM.format(**fonts), *sources], check=True, capture_output=True, text=True)
        return float(run.stdout) / (MONTHS - 1)

    a, b, ratio = in_turn(lambda: timed(ours) / MONTHS, theirs)
    return row(f"{MONTHS} distinct months in one process, each", a, b, ratio, None)


def row(what, a, b, ratio, share):
    same = "" if share is None else f"{share:.1%}"
    return f"| {what} | {a * 1000:.1f} ms | {b * 1000:.1f} ms | {ratio:.1f} times faster | {same} |"


def write(lines, note):
    file = ROOT / "BENCHMARKS.md"
    text = file.read_text()
    head = f"| processor time, one processor | briefing | Typst {VERSION} | ratio, pair by pair | same characters |\n|---|---|---|---|---|\n"
    table = "<!-- peers -->\n" + head + "\n".join(lines) + f"\n\n{note}\n<!-- /peers -->"
    file.write_text(re.sub(r"(?s)<!-- peers -->.*<!-- /peers -->", lambda _: table, text))
    print(table)


if __name__ == "__main__":
    main()
