#!/usr/bin/env python3
"""The race with Typst, takumi-pdf and forme-pdf on the same content, written into BENCHMARKS.md: see README.md.

    tests/peers/run.py                     installs, builds, checks and races
    tests/peers/run.py --rounds 3          sooner, and less sure
    tests/peers/run.py --briefing FILE     with a program that is built already
    tests/peers/run.py --dry               prints the table and leaves BENCHMARKS.md
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import content
import report

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
WORK = ROOT / "target/peers"
OFFICE = ROOT / "examples/unoct"
FONTS = ROOT / "crates/briefing-fonts/fonts"
# The newest of 0.15 in each registry.
PROGRAM, MODULE = "0.15.1", "0.15.2"
LEAST_SHARE = 0.99
CASES = [("en", "English April", True), ("en", "the same without pictures", False), ("ar", "Arabic April", True), ("zh", "Chinese April", True)]
MONTHS = 50
AGAIN = 20

# Compiles one source after the other with one compiler. Given bytes, it knows the one before again, and takes a third of the time that
# it takes for sources with names of their own.
MODULE_CODE = """
import pathlib, sys, typst
fonts, out, *sources = sys.argv[1:]
compiler = typst.Compiler(font_paths=typst.Fonts(False, False, [fonts]), root="/")
for source in sources:
    data = compiler.compile(input=pathlib.Path(source).read_bytes(), format="pdf")
    pathlib.Path(out, pathlib.Path(source).stem + ".pdf").write_bytes(data)
"""


class Failed(Exception):
    """What a peer said when it could not do a part."""


# What takes part.


class Briefing:
    name, does = "briefing", "two columns; tags; right to left; hyphens; checks of the text and of the file; data attached"

    def __init__(self, program, warm):
        self.program, self.warm_program = program, warm

    def render(self, case):
        return [self.program, "render", case.office, "2025-04", "--lang", case.language, "-o", case.folder / "briefing.pdf"]

    def warm(self, case, sources, out):
        return [[self.warm_program, out, *(source.with_suffix("") for source in sources)]]

    def months(self, case, office, sources, out):
        return [[self.program, "render", office, "--all", "--out-dir", out]]


class Peer:
    """A peer makes files of sources in a folder: `command` says how, in one process."""

    several = True

    def render(self, case):
        return self.command(case, case.folder, [case.folder / f"{self.key}{self.ending}"])

    def warm(self, case, sources, out):
        if not self.several:
            raise Failed("a process for each")
        return [self.command(case, out, [source.with_suffix(self.ending) for source in sources])]

    def months(self, case, office, sources, out):
        """As many processes as there are processors, each with its share."""
        sources = [source.with_suffix(self.ending) for source in sources]
        if not self.several:
            return [self.command(case, out, [source]) for source in sources]
        workers = len(os.sched_getaffinity(0))
        return [self.command(case, out, sources[worker::workers]) for worker in range(workers)]


class TypstProgram(Peer):
    key, ending, several = "typst", ".typ", False
    name, does = f"Typst {PROGRAM}, its program", "two columns; tags; right to left; hyphens; no condensed faces; no checks; nothing attached"

    def __init__(self, program):
        self.program = program

    def command(self, case, out, sources):
        [source] = sources
        fonts = ["--font-path", case.fonts, "--ignore-system-fonts", "--ignore-embedded-fonts"]
        return [self.program, "compile", "--root", "/", *fonts, source, out / f"{source.stem}.pdf"]


class TypstModule(Peer):
    key, ending = "module", ".typ"
    name, does = f"Typst {MODULE}, its Python module", "as the program"

    def __init__(self, python):
        self.python = python

    def render(self, case):
        # The program writes beside it.
        source = case.folder / "module.typ"
        shutil.copy(case.folder / "typst.typ", source)
        return self.command(case, case.folder, [source])

    def command(self, case, out, sources):
        return [self.python, "-c", MODULE_CODE, case.fonts, out, *sources]


class Crate(Peer):
    def __init__(self, key, version, does, program):
        self.key, self.name, self.does, self.program = key, f"{key}-pdf {version}", does, program
        self.ending = {"takumi": ".html", "forme": ".json"}[key]

    def command(self, case, out, sources):
        return [self.program, self.key, case.language, case.all_fonts, out, *sources]


def run(command, **options):
    print("+", *command, file=sys.stderr)
    subprocess.run(command, check=True, **options)


def install(briefing):
    """Everything that takes part, from ordinary packages, into target/peers."""
    WORK.mkdir(parents=True, exist_ok=True)
    for tool, package in [("pdfinfo", "poppler-utils"), ("pdftotext", "poppler-utils"), ("cargo", "rustup"), ("taskset", "util-linux")]:
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing; the package is called {package}")
    if not briefing:
        run(["cargo", "build", "--release"], cwd=ROOT)
    run(["cargo", "build", "--release", "-p", "briefing-tests", "--example", "warm"], cwd=ROOT)
    target = ROOT / "target/release"

    typst = WORK / "typst/bin/typst"
    if not typst.exists() or PROGRAM not in subprocess.run([typst, "--version"], capture_output=True, text=True).stdout:
        # What its makers build their releases with; `cargo install` does not read it from their workspace.
        profile = {"CARGO_PROFILE_RELEASE_LTO": "thin", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "1"}
        where = ["--root", WORK / "typst", "--target-dir", WORK / "build-typst"]
        run(["cargo", "install", "typst-cli", "--version", PROGRAM, "--locked", "--force", *where], env=os.environ | profile)

    python = WORK / "venv/bin/python"
    probe = f"import importlib.metadata as m, sys; sys.exit(m.version('typst') != '{MODULE}')"
    if not python.exists() or subprocess.run([python, "-c", probe], stderr=subprocess.DEVNULL).returncode:
        run([sys.executable, "-m", "venv", "--clear", WORK / "venv"])
        run([python, "-m", "pip", "-q", "install", f"typst=={MODULE}"])

    # Its manifest has the same profile as ours, but for one unit of code.
    run(["cargo", "build", "--release", "--locked", "--target-dir", WORK / "build"], cwd=HERE / "crates")
    crates = WORK / "build/release/peers"
    lock = (HERE / "crates/Cargo.lock").read_text()
    takumi, forme = (re.search(rf'name = "{name}-pdf"\nversion = "(.*)"', lock)[1] for name in ("takumi", "forme"))
    return [
        Briefing(briefing or target / "briefing", target / "examples/warm"),
        TypstProgram(typst),
        TypstModule(python),
        Crate("takumi", takumi, "one column, for it has no others; tags; right to left; no hyphens; no checks; nothing attached", crates),
        Crate("forme", forme, "one column, for it has no others; tags; right to left; hyphens; no checks; nothing attached", crates),
    ]


# What is raced.


class Case:
    """An edition of April 2025: an office, the file we make of it, and what the others make theirs from."""

    def __init__(self, language, name, pictures, briefing):
        self.language, self.name = language, name
        self.folder = WORK / f"{language}-{'pictures' if pictures else 'plain'}"
        self.office = self.folder / "office"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(OFFICE, self.office, ignore=shutil.ignore_patterns("terminology"))
        for briefings in [] if pictures else (self.office / "2025-04").glob("briefing*.toml"):
            text = re.sub(r"(?ms)^\[item\.picture\]\n.*?(?=^\[|\Z)", "", briefings.read_text())
            # What leads the issue has a picture.
            briefings.write_text(re.sub(r"(?m)^lead = .*\n", "", text))
        self.fonts, self.all_fonts = (self.folder / name for name in ("fonts", "all-fonts"))
        for folder, faces in [(self.fonts, content.faces(language)), (self.all_fonts, content.faces(language) + content.CONDENSED)]:
            folder.mkdir()
            for face in faces:
                (folder / f"{face}.ttf").symlink_to(FONTS / f"{face}.ttf")
        own = self.folder / "briefing.pdf"
        subprocess.run(briefing.render(self), check=True, capture_output=True)
        self.month = source(briefing, own, language, self.office / "2025-04", self.folder, ["typst", "takumi", "forme"])


def source(briefing, pdf, language, month, folder, stems):
    """Writes what the others need to make a file of ours, whose pictures are in the folder of its month."""
    files = re.findall(r'^file = "(.*)"', (month / "briefing.toml").read_text(), re.M)
    made = content.month(briefing.program, pdf, language, [str(month / file) for file in files])
    for stem, ending, text in zip(stems, (".typ", ".html", ".json"), (content.typst(made), content.takumi(made), content.forme(made))):
        (folder / stem).with_suffix(ending).write_text(text)
    return made


def again(briefing):
    """English April with another text each time, as one that is being edited."""
    folder = WORK / "again"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sources = []
    for number in range(AGAIN + 1):
        office = folder / str(number)
        shutil.copytree(OFFICE, office, ignore=shutil.ignore_patterns("terminology"))
        briefings = office / "2025-04/briefing.toml"
        briefings.write_text(briefings.read_text().replace('text = """', f'text = """Proof {number}. ', 1))
        pdf = folder / f"{number}.pdf"
        subprocess.run([briefing.program, "render", office, "2025-04", "-o", pdf], check=True, capture_output=True)
        source(briefing, pdf, "en", office / "2025-04", folder, [str(number)] * 3)
        sources.append(folder / f"{number}.any")
    return sources


def months_of(example, folder, count):
    """An office with many months, no two alike: April of the example with its days moved and its month told in every text."""
    shutil.rmtree(folder, ignore_errors=True)
    office = folder / "office"
    office.mkdir(parents=True)
    for name in ["office.toml", "ledger.csv"]:
        shutil.copy(example / name, office)
    april = (example / "2025-04/briefing.toml").read_text()
    april = "\n".join(l for l in april.splitlines() if not l.startswith(("issued", "stated-total")))
    for old, new in [("2025-04-29", "2025-04-27"), ("2025-04-30", "2025-04-28"), ("2025-05-09", "2025-04-28")]:
        april = april.replace(old, new)
    months = [f"{2025 + (number + 3) // 12}-{(number + 3) % 12 + 1:02}" for number in range(count)]
    for month in months:
        (office / month).mkdir()
        text = april.replace("2025-04-", f"{month}-").replace('text = """', f'text = """In {month}: ')
        (office / month / "briefing.toml").write_text(text)
        for picture in (example / "2025-04").glob("*.[jp][pn]g"):
            shutil.copy(picture, office / month)
    return office, months


def fifty(briefing):
    """Fifty months of the example, and what the others make of them."""
    folder = WORK / "months"
    office, months = months_of(OFFICE, folder, MONTHS)
    made = folder / "made"
    subprocess.run([briefing.program, "render", office, "--all", "--out-dir", made], check=True, capture_output=True)
    for month in months:
        [pdf] = made.glob(f"*{month}*.pdf")
        source(briefing, pdf, "en", office / month, folder, [month] * 3)
    return office, [folder / f"{month}.any" for month in months]


# How it is timed.


def spent(commands):
    """Clock and processor time of processes, as many at once as there are processors; and the most megabytes that one of them took."""
    waiting, running, processor, peak = list(commands), {}, 0.0, 0.0
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        while waiting or running:
            while waiting and len(running) < len(os.sched_getaffinity(0)):
                command = [str(part) for part in waiting.pop(0)]
                actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1), (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)]
                running[os.posix_spawnp(command[0], command, os.environ, file_actions=actions)] = command
            process, status, usage = os.wait4(-1, 0)
            command = running.pop(process)
            processor += usage.ru_utime + usage.ru_stime
            peak = max(peak, usage.ru_maxrss / 1000)
            if status:
                sys.exit(f"a race that did not end well: {' '.join(command)[:600]}")
    return time.perf_counter() - start, processor, peak


def raced(entrants, rounds):
    """Medians of everyone's clock on all processors and processor time on one, and of both by ours, round by round, in turn."""
    everywhere = os.sched_getaffinity(0)
    results = []
    for which, processors in [(0, everywhere), (1, {min(everywhere)})]:
        os.sched_setaffinity(0, processors)
        taken = [[measure()[which] for measure in entrants.values()] for _ in range(rounds + 1)][1:]
        os.sched_setaffinity(0, everywhere)
        medians = map(statistics.median, zip(*taken))
        ratios = (statistics.median(other / line[0] for line, other in zip(taken, column)) for column in zip(*taken))
        results.append(dict(zip(entrants, zip(medians, ratios))))
    return results


def difference(one, all_of_them, count):
    """What one of many costs in a process that has made one before."""
    return lambda: tuple((b - a) / count for a, b in zip(spent(one), spent(all_of_them)))


# The table.


def rows(what, results, racers, failures):
    clock, processor = results
    for name, figures in [("clock, all processors", clock), ("processor time, one", processor)]:
        cells = []
        for racer in racers:
            if racer in figures:
                taken, ratio = figures[racer]
                cells.append(f"{taken * 1000:.1f} ms" + ("" if racer is racers[0] else f" ({ratio:.1f})"))
            else:
                cells.append(failures[racer])
        yield f"| {what}: {name} | {' | '.join(cells)} |"


def check(case, racers, failures):
    """Makes every file once, and holds its words against ours."""
    own, shares, pages = case.folder / "briefing.pdf", [], []
    for racer in racers:
        if racer is racers[0]:
            shares.append("100 %")
            pages.append(str(content.pages_of(own)[0]))
            continue
        made = subprocess.run([str(part) for part in racer.render(case)], capture_output=True, text=True)
        pdf = case.folder / f"{racer.key}.pdf"
        if made.returncode or not pdf.exists():
            failures[racer] = "no: " + (made.stderr.strip().splitlines() or ["no file"])[-1][:120].replace("|", "/")
            shares.append(failures[racer])
            pages.append("–")
            continue
        share, lacking = content.share(case.month, own, pdf)
        count, tagged = content.pages_of(pdf)
        print(f"{case.name}, {racer.name}: {share:.2%} of our words, {count} pages", file=sys.stderr)
        if share < LEAST_SHARE:
            sys.exit(f"{pdf} lacks too many of our words, at least {LEAST_SHARE:.0%} are wanted: {lacking.most_common(40)}")
        shares.append(f"{share:.1%}")
        pages.append(f"{count}{'' if tagged else ', not tagged'}")
    return [f"| {case.name}: words that are the same | {' | '.join(shares)} |", f"| {case.name}: pages | {' | '.join(pages)} |"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--briefing", type=pathlib.Path)
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args()
    racers = install(options.briefing and options.briefing.resolve())
    briefing = racers[0]
    options.load = os.getloadavg()[0]
    times, told = [], []
    for language, name, pictures in CASES:
        case, failures = Case(language, name, pictures, briefing), {}
        told += check(case, racers, failures)
        entrants = {racer: (lambda racer=racer: spent([racer.render(case)])) for racer in racers if racer not in failures}
        times += rows(f"{name}, cold process", raced(entrants, options.rounds), racers, failures)
        if (language, pictures) == ("en", True):
            times += many(case, racers, failures, max(options.rounds // 3, 1))
    write(racers, times, told, options)


def many(case, racers, failures, rounds):
    """A text that changes in one process, and fifty months in one call."""
    briefing, out = racers[0], WORK / "out"
    out.mkdir(exist_ok=True)
    able = [racer for racer in racers if racer not in failures]
    sources, entrants, cannot = again(briefing), {}, dict(failures)
    for racer in able:
        try:
            one, every = racer.warm(case, sources[:1], out), racer.warm(case, sources, out)
            entrants[racer] = difference(one, every, AGAIN)
        except Failed as reason:
            cannot[racer] = str(reason)
    yield from rows("English April with a changed text, warm in one process", raced(entrants, rounds), racers, cannot)

    office, sources = fifty(briefing)

    def each(racer):
        def measure():
            clock, processor, _ = spent(racer.months(case, office, sources, out))
            return clock / MONTHS, processor / MONTHS

        return measure

    yield from rows(f"{MONTHS} distinct months, each", raced({racer: each(racer) for racer in able}, rounds), racers, failures)


def write(racers, times, told, options):
    processors = len(os.sched_getaffinity(0))
    head = f"| {' | '.join(['', *(racer.name for racer in racers)])} |\n|{'---|' * (len(racers) + 1)}"
    does = f"| what each does | {' | '.join(racer.does for racer in racers)} |"
    note = (
        f"Medians of {options.rounds} rounds in turn ({max(options.rounds // 3, 1)} for many in one process and for the months), on {processors} processors or one; "
        f"in brackets, how many times as long as ours, the median of the rounds. {time.strftime('%-d %B %Y')}, "
        f"when {options.load:.1f} processes were running as the race began (the average of a minute)."
    )
    table = [head, *times, *told, does, "", note]
    print(*table, sep="\n")
    if not options.dry:
        report.put("peers", table)


if __name__ == "__main__":
    main()
