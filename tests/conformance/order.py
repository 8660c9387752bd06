"""Judges in which order a viewer that does not know tags reads the lines of a PDF file.

Usage: order.py FILE.pdf EXPECTED.txt

Evince, Okular and everything else that is built on poppler guess columns from positions. The lines that `pdftotext` gives are
looked for in the expected text; of neighbouring lines, at most a fifth may be out of order: the second earlier in the text than
the first. FILE may also be a text that was taken out already.

Exit status: 0 good enough, 1 too much is out of order, 2 the call was wrong.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

MOST = 0.2
# A shorter line says too little of where it is: a number, a heading of one word.
SHORTEST = 12
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
BETWEEN = re.compile(r"[\s\-\u2010]+")


def folded(text):
    """The text without what differs by setting: forms of letters, marks that are not seen, spaces and hyphens."""
    return BETWEEN.sub("", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def places(lines, expected):
    """Where the lines stand in the text: at the next place from the last on, or at the first."""
    found, last = [], 0
    for line in lines:
        line = folded(line)
        if len(line) < SHORTEST:
            continue
        place = expected.find(line, last)
        if place < 0:
            place = expected.find(line)
        if place >= 0:
            found.append(place)
            last = place
    return found


def main(arguments):
    if len(arguments) != 2:
        print("usage: order.py FILE.pdf EXPECTED.txt", file=sys.stderr)
        return 2
    file, expected = arguments
    if file.endswith(".txt"):
        text = Path(file).read_text(encoding="utf-8")
    else:
        run = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=False)
        if run.returncode != 0:
            print(f"FAIL  {file}  order: {run.stderr.decode(errors='replace').strip()}")
            return 1
        text = run.stdout.decode("utf-8", errors="replace")
    found = places(text.splitlines(), folded(Path(expected).read_text(encoding="utf-8")))
    pairs = list(zip(found, found[1:]))
    if len(pairs) < 20:
        print(f"FAIL  {file}  order: only {len(found)} lines are those of the text")
        return 1
    share = sum(second < first for first, second in pairs) / len(pairs)
    verdict = "pass" if share <= MOST else "FAIL"
    print(f"{verdict}  {file}  order: {share:.1%} of {len(pairs)} pairs of lines are out of order in poppler")
    return 0 if share <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
