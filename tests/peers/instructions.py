#!/usr/bin/env python3
"""Counts the instructions of each stage of a month, and compares them with the recorded ones.

    tests/peers/instructions.py             fails where a stage moved by more than 3 %
    tests/peers/instructions.py --record    writes instructions.json and the table in BENCHMARKS.md

Valgrind counts, so nothing else on the machine matters. What does: the compiler and the profile of the build, which are
recorded too. It has no instructions for SHA-256, so digests cost more here than on a processor that has them.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import report

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORD = pathlib.Path(__file__).with_name("instructions.json")
LANGUAGES = {"en": "English", "ar": "Arabic", "zh": "Chinese"}
STAGES = {"start": "start", "read": "read", "compose": "compose", "layout": "lay out", "write": "write"}
LIMIT = 0.03
# A stage below this share of the month may move by more: it is a matter of a few thousand instructions.
LEAST = 0.01


def valgrind():
    """Installs valgrind by name where it is missing, as tests/conformance/tools.sh does its tools."""
    if not shutil.which("valgrind"):
        for command in ["update"], ["install", "-y", "--no-install-recommends", "valgrind"]:
            subprocess.run(["apt-get", "-qq", *command], check=True)


def count(program, *arguments):
    # One processor: what is done side by side on two is done otherwise on one.
    command = ["taskset", "-c", "0", "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(map(str, command))}: {run.stderr}")
    return int(found[1])


def measured():
    # Two builds, as run.py makes them: the program is to have the features that it is given away with.
    for what in [], ["-p", "briefing-tests", "--example", "stages"]:
        subprocess.run(["cargo", "build", "--release", *what], cwd=ROOT, check=True)
    release = ROOT / "target/release"
    counts = {}
    for language in LANGUAGES:
        so_far = [count(release / "examples/stages", stage, language) for stage in STAGES]
        counts[language] = {stage: now - before for stage, now, before in zip(STAGES, so_far, [0, *so_far])}
        # The program also looks for faults, reads its pages again, and frees what it made.
        render = [release / "briefing", "render", "examples/unoct", "2025-04", "--lang", language, "-o", "/dev/null"]
        counts[language]["process"] = count(*render)
    rustc = subprocess.run(["rustc", "--version"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    tool = subprocess.run(["valgrind", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    changed = [f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith("CARGO_PROFILE_RELEASE_")]
    return {"rustc": rustc, "tool": tool, "build": " ".join(["release", *changed]), "instructions": counts}


def compare(recorded, now):
    """Prints all stages, and says which moved too far."""
    for name in "rustc", "tool", "build":
        if recorded[name] != now[name]:
            print(f"note: recorded with {recorded[name]}, counted with {now[name]}", file=sys.stderr)
    moved = []
    for language, stages in now["instructions"].items():
        before = recorded["instructions"][language]
        for stage, instructions in stages.items():
            change = instructions / before[stage] - 1
            far = abs(change) > LIMIT and max(instructions, before[stage]) >= LEAST * before["process"]
            mark = " <- moved" if far else ""
            print(f"{language} {stage:8} {before[stage]:12,} {instructions:12,} {change:+7.1%}{mark}")
            if far:
                moved.append(f"{LANGUAGES[language]}, {stage}")
    return moved


def table(record):
    counts = record["instructions"]

    def row(name, stage):
        return f"| {name} | " + " | ".join(f"{counts[language][stage] / 1e6:.1f}" for language in LANGUAGES) + " |"

    of = f"{record['tool']}, {record['rustc'].rsplit(' (')[0]}, {record['build']} build"
    head = f"| millions of instructions ({of}) | {' | '.join(LANGUAGES.values())} |\n|---|---|---|---|"
    return "\n".join([head, *(row(name, stage) for stage, name in STAGES.items()), row("`briefing render`, all of it", "process")])


def main():
    if sys.argv[1:] not in ([], ["--record"]):
        sys.exit(__doc__)
    valgrind()
    now = measured()
    if sys.argv[1:]:
        RECORD.write_text(json.dumps(now, indent=1) + "\n")
        report.put("instructions", [table(now)])
        print(table(now))
    elif moved := compare(json.loads(RECORD.read_text()), now):
        sys.exit(f"moved by more than {LIMIT:.0%}: {'; '.join(moved)}\nAfter a change that is meant to: {sys.argv[0]} --record")


if __name__ == "__main__":
    main()
