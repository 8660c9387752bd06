#!/usr/bin/env python3
"""Measures this program beside that of an earlier commit, in turn, and writes the table into BENCHMARKS.md.

    tests/peers/before.py                     the commit of the day on which the goals were set; about ten minutes
    tests/peers/before.py --commit v0.1.0     another one
    tests/peers/before.py --rounds 5 --dry    sooner, and BENCHMARKS.md stays

Each program makes the example of its own commit, as it was: its folder, its words, its pictures.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import goals
import report
import run as race

# The day on which the goals were set, with figures taken on a faster machine.
GOALS_SET = "a283ebfe"


def built(commit):
    """The folder of a commit, with its program."""
    folder = race.WORK / f"commit-{commit}"
    if not folder.exists():
        subprocess.run(["git", "worktree", "prune"], cwd=race.ROOT, check=True)
        subprocess.run(["git", "worktree", "add", "--detach", folder, commit], cwd=race.ROOT, check=True)
    subprocess.run(["cargo", "build", "--release"], cwd=folder, check=True)
    return folder


def measures(root):
    """What is measured of the program in a folder: names, and functions that return clock, processor time and memory."""
    program, out = root / "target/release/briefing", race.WORK / "out"
    out.mkdir(parents=True, exist_ok=True)
    office = root / "examples/unoct"
    for language, name in [("en", "English"), ("ar", "Arabic"), ("zh", "Chinese")]:
        render = [program, "render", office, "2025-04", "-o", "/dev/null", "--lang", language]
        yield f"{name} April, cold process", goals.process(*render), 1
    many, months = race.months_of(office, race.WORK / f"months-{root.name}", goals.MONTHS)
    yield f"{goals.MONTHS} distinct months in one call", goals.process(program, "render", many, *months, "--out-dir", out), 3
    totals = goals.process(program, "totals", goals.ledger(), "--as-of", "2025-04-30")
    yield "a million rows of a ledger, read and totalled", totals, 3
    yield "`briefing check examples/unoct`", goals.process(program, "check", office), 1


def rows(before, rounds):
    for (what, then, of), (_, now, _) in zip(list(measures(before)), list(measures(race.ROOT))):
        taken = [(then(), now()) for _ in range(max(rounds // of, 1) + 1)][1:]
        for which, name in enumerate(["clock", "processor time"]):
            [old, new] = (statistics.median(pair[at][which] for pair in taken) for at in (0, 1))
            ratio = statistics.median(pair[1][which] / pair[0][which] for pair in taken)
            yield f"{what}: {name}", goals.milliseconds(old), goals.milliseconds(new), f"{ratio:.2f}"
        [old, new] = (statistics.median(pair[at][2] for pair in taken) for at in (0, 1))
        yield f"{what}: memory", f"{old:.0f} MB", f"{new:.0f} MB", f"{new / old:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commit", default=GOALS_SET)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args()
    before = built(options.commit)
    subprocess.run(["cargo", "build", "--release"], cwd=race.ROOT, check=True)
    load = os.getloadavg()[0]
    lines = [f"| {' | '.join(row)} |" for row in rows(before, options.rounds)]
    day = ["git", "log", "-1", "--format=%ad", "--date=format:%-d %B %Y", options.commit]
    day = subprocess.run(day, cwd=race.ROOT, check=True, capture_output=True, text=True).stdout.strip()
    note = (
        f"Medians of {options.rounds} rounds in turn, of {max(options.rounds // 3, 1)} for many at once, on {len(os.sched_getaffinity(0))} processors; the ratio is the median of those of the rounds. "
        f"{time.strftime('%-d %B %Y')}, when {load:.1f} processes were running as it began."
    )
    table = [f"| what | {day} (`{options.commit}`) | now | ratio |", "|---|---|---|---|", *lines, "", note]
    print(*table, sep="\n")
    if not options.dry:
        report.put("before", table)


if __name__ == "__main__":
    main()
