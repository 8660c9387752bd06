#!/usr/bin/env python3
"""Measures what BENCHMARKS.md sets as goals, but for the race, and writes the table there.

    tests/peers/goals.py                      builds and measures, about ten minutes
    tests/peers/goals.py --table              also times a long table, for which two benchmarks are built
    tests/peers/goals.py --from-nothing       also times a build from nothing
    tests/peers/goals.py --rounds 5 --dry     sooner, and BENCHMARKS.md stays
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
import report
import run as race

ROOT, WORK, OFFICE = race.ROOT, race.WORK, race.OFFICE
PROGRAM = ROOT / "target/release/briefing"
MONTHS, ROWS = 100, 1_000_000


def median(measure, rounds):
    """Of clock, processor time and peak memory, after a first time that counts for nothing."""
    taken = [measure() for _ in range(rounds + 1)][1:]
    return tuple(map(statistics.median, zip(*taken)))


def process(*command):
    """Clock, processor time and peak memory of one process."""
    return lambda: race.spent([command])


def ledger():
    """An office with a million entries: pledges and receipts, as in `benches/read.rs` of briefing-office."""
    office = WORK / "ledger"
    shutil.rmtree(office, ignore_errors=True)
    office.mkdir(parents=True)
    sources = "[[source]]\nid = 'letters'\ntitle = 'Letters'\n[[programme]]\nid = 'travel'\nname = 'Travel'\n"
    (office / "office.toml").write_text(f"[office]\nid = 'office'\nname = 'Office'\n[ledger]\nfile = 'ledger.csv'\n{sources}")
    states, pledge = ["DEU", "UZB", "IRQ", "ESP", "SAU"], 0
    with open(office / "ledger.csv", "w") as table:
        table.write("id,kind,effective,recorded,contributor,ref,amount,currency,purposes,source\n")
        for n in range(ROWS):
            year, month, day = 2012 + n % 13, 1 + n % 12, 1 + n % 28
            if n % 3 == 2:
                table.write(f"r-{n},receipt,2025-04-{day:02},2025-04-30,,p-{pledge},{10 + n % 900}.50,USD,,letters\n")
            else:
                pledge = n
                # No two are alike, or each would be reported as entered twice.
                of = f"{states[n % 5]},,{1000 + n}.00,USD,programme:travel,letters"
                table.write(f"p-{n},pledge,{year}-{month:02}-{day:02},2025-04-29,{of}\n")
    return office


def benchmark(package, bench, what):
    """The median of a benchmark for 10,000 rows, in seconds."""
    command = ["cargo", "bench", "-q", "-p", package, "--bench", bench, "--", what]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    [line] = [line for line in said.splitlines() if re.search(r"\b10000\b", line)]
    number, unit = re.findall(r"([\d.]+) (ns|µs|ms|s)\b", line)[2]
    return float(number) * {"ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1}[unit]


def from_nothing():
    """How long a build takes whose dependencies are on the disk already, as sources."""
    target = WORK / "from-nothing"
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cargo", "fetch", "--locked"], cwd=ROOT, check=True)
    start = time.perf_counter()
    subprocess.run(["cargo", "build", "--release", "--target-dir", target], cwd=ROOT, check=True)
    return time.perf_counter() - start


def milliseconds(taken):
    return f"{taken * 1000:.1f} ms"


def rows(options):
    """Each goal with what is measured, what must be, and what is aimed at."""
    rounds, few = options.rounds, max(options.rounds // 3, 1)
    render = [PROGRAM, "render", OFFICE, "2025-04", "-o", "/dev/null", "--lang"]
    cold = {language: median(process(*render, language), rounds) for language in ("en", "ar", "zh")}
    briefing = race.Briefing(PROGRAM, ROOT / "target/release/examples/warm")
    out = WORK / "out"
    out.mkdir(parents=True, exist_ok=True)

    yield "English April, cold process", milliseconds(cold["en"][0]), "a sixth of Typst's: see the race", "a tenth"
    sources = race.again(briefing)
    one, every = briefing.warm(None, sources[:1], out), briefing.warm(None, sources, out)
    warm, *_ = median(race.difference(one, every, race.AGAIN), few)
    yield "English April with a changed text, warm in one process", milliseconds(warm), "5 ms", "3.5 ms"
    for language, name in [("ar", "Arabic"), ("zh", "Chinese")]:
        yield f"{name} April, cold process", milliseconds(cold[language][0]), "10 ms", "7 ms"

    office, _ = race.months_of(OFFICE, WORK / "months", MONTHS)
    taken, *_ = median(process(PROGRAM, "render", office, "--all", "--out-dir", out), few)
    yield f"{MONTHS} distinct months in one call", f"{MONTHS / taken:.0f} a second", "300", "400"

    taken, processor, peak = median(process(PROGRAM, "totals", ledger(), "--as-of", "2025-04-30"), few)
    measured = f"{taken:.2f} s, {processor:.2f} s of processor time, {peak:.0f} MB"
    yield "a million rows of a ledger, read and totalled", measured, "0.7 s, 160 MB", "0.4 s"
    if options.table:
        taken = benchmark("briefing-layout", "layout", "table") + benchmark("briefing-pdf", "write", "table")
        yield "a table of 10,000 rows, laid out and written", f"{taken:.2f} s", "0.25 s", "0.15 s"
    taken, processor, peak = median(process(PROGRAM, "check", OFFICE), rounds)
    yield "`briefing check examples/unoct`", f"{milliseconds(taken)}, {milliseconds(processor)} of processor time", "20 ms", "10 ms"
    yield "peak memory: English April, the check", f"{cold['en'][2]:.0f} MB, {peak:.0f} MB", "24 MB", ""
    if options.from_nothing:
        taken = int(from_nothing())
        yield "`cargo build --release` from nothing", f"{taken // 60} min {taken % 60} s", "2 min 30 s", "2 min"
    yield "the program, fonts included", f"{PROGRAM.stat().st_size / 1e6:.1f} MB", "25 MB", "20 MB"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--from-nothing", action="store_true")
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args()
    for what in [], ["-p", "briefing-tests", "--example", "warm"]:
        subprocess.run(["cargo", "build", "--release", *what], cwd=ROOT, check=True)
    load = os.getloadavg()[0]
    lines = [f"| {' | '.join(row)} |" for row in rows(options)]
    note = (
        f"Medians of {options.rounds} runs, of {max(options.rounds // 3, 1)} for many at once, by the clock of {len(os.sched_getaffinity(0))} processors. "
        f"{time.strftime('%-d %B %Y')}, when {load:.1f} processes were running as it began."
    )
    table = ["| what | measured | must | aim |", "|---|---|---|---|", *lines, "", note]
    print(*table, sep="\n")
    if not options.dry:
        report.put("goals", table)


if __name__ == "__main__":
    main()
