"""Measures how many words of an Arabic text come out of a PDF file as they went in.

Usage: arabic.py FILE.pdf EXPECTED.txt [ARTIFACTS.txt]

A word is a run of Arabic letters without their marks. Words are counted, each as often as it stands in the text, and looked
for in what poppler (`pdftotext`) and pdfium give; running heads and feet are left out on both sides. At least 99.5 % must come
out of either. Which order the lines are in is not looked at here: our own reader is held to that.

Exit status: 0 enough came out, 1 too little did, 2 the call was wrong.
"""

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2

from text import fold_line

LEAST = 0.995


def words(text, artifacts):
    """The words of a text, counted, without the lines that are running heads or feet."""
    lines = [line for line in text.replace("\f", "\n").splitlines() if fold_line(line) not in artifacts]
    letters = unicodedata.normalize("NFKC", "\n".join(lines))
    letters = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf") and c != "\u0640")
    return Counter(re.findall("[\u0621-\u064a\u0671-\u06d3]+", letters))


def poppler(file):
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8", errors="replace")


def pdfium(file):
    document = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def main(arguments):
    if len(arguments) not in (2, 3):
        print("usage: arabic.py FILE.pdf EXPECTED.txt [ARTIFACTS.txt]", file=sys.stderr)
        return 2
    artifacts = Path(arguments[2]).read_text(encoding="utf-8") if len(arguments) == 3 else ""
    artifacts = {fold_line(line) for line in artifacts.splitlines() if line.strip() and not line.startswith("#")}
    expected = words(Path(arguments[1]).read_text(encoding="utf-8"), artifacts)
    if not expected:
        print(f"arabic.py: {arguments[1]} holds no Arabic", file=sys.stderr)
        return 2
    status = 0
    for name, take in (("pdftotext", poppler), ("pdfium", pdfium)):
        missing = expected - words(take(arguments[0]), artifacts)
        share = 1 - missing.total() / expected.total()
        verdict = "pass" if share >= LEAST else "FAIL"
        print(f"{verdict}  {arguments[0]}  {name}: {share:.2%} of {expected.total()} Arabic words")
        if share < LEAST:
            print(f"      missing: {', '.join(word for word, _ in missing.most_common(8))}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
