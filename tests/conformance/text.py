"""Holds the text that comes out of a PDF file against the text that went in.

Usage: text.py FILE.pdf EXPECTED.txt [ARTIFACTS.txt]

`pdftotext -raw` (poppler) gives the text in the order it was painted. Before comparing, both sides are folded: any white
space is one space, soft hyphens and marks of direction go, ligatures and compatibility forms become the letters they stand
for. What is left must be the same, whole and in order, but for exhibits that stand beside their place (only_moved).

Two things a page cannot tell: whether a hyphen at a line's end is the word's own ("capacity-building") and whether there
is a space where a line ends (not after a dash, nor in Chinese). Such a place matches either.

ARTIFACTS.txt holds the running heads and feet, one a line, which are not part of the text; `{n}` in it stands for any
number. They are painted last on their page, so the lines that end a page are left out as long as they are one of these.
Lines that begin with # and empty lines are comments.

Exit status: 0 the same, 1 they differ (the first difference is shown with what stands around it), 2 the call was wrong.
"""

import difflib
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

# Private-use characters that stand for a hyphen at a line's end and for a line's end, which may or may not be a space.
MAYBE_HYPHEN = "\ue000"
MAYBE_SPACE = "\ue001"
# Marks of direction and joining, the soft hyphen and the zero-width space: nothing that is read.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff"))
HAN = "[\u3400-\u9fff]"
CONTEXT = 60
# An issue has two charts, a table and the organization chart that may float.
MOVES = 4


def folded(text):
    """The text with everything folded that setting it may change."""
    text = re.sub("\u00ad[ \t]*\r?\n\\s*", "", text)
    # NFKC makes U+2011, the hyphen that does not break, U+2010.
    text = unicodedata.normalize("NFKC", text).translate(INVISIBLE).replace("\u2010", "-").strip()
    text = re.sub(r"(?<=\w)-[ \t]*\r?\n\s*(?=\w)", MAYBE_HYPHEN, text)
    text = re.sub(r"\s*\n\s*", MAYBE_SPACE, text)
    return without_han_spaces(re.sub(r"\s+", " ", text))


def without_han_spaces(text):
    """Chinese has no spaces, but poppler takes the quarter of an em between Chinese and Latin for one."""
    return re.sub(f"(?<={HAN}) | (?={HAN})", "", text)


def without_artifacts(text, artifacts):
    """The text without the running heads and feet that end its pages; a form feed parts these."""
    patterns = [re.compile(r"\d+".join(map(re.escape, fold_line(line).split("{n}"))))
                for line in artifacts.splitlines() if line.strip() and not line.startswith("#")]
    pages = [page.split("\n") for page in text.split("\f")]
    for lines in pages:
        while lines and (not lines[-1].strip() or any(pattern.fullmatch(fold_line(lines[-1])) for pattern in patterns)):
            lines.pop()
    return "\n".join(line for lines in pages for line in lines)


def fold_line(line):
    return without_han_spaces(re.sub(r"\s+", " ", unicodedata.normalize("NFKC", line).translate(INVISIBLE)).strip())


def difference(found, expected):
    """Where the two part, as a pair of positions, or None. What may be there or not, on either side, matches both."""
    maybe = {MAYBE_HYPHEN: ("-",), MAYBE_SPACE: (" ", MAYBE_SPACE)}
    i = j = 0
    while i < len(found) or j < len(expected):
        a, b = found[i : i + 1], expected[j : j + 1]
        if a == b:
            i, j = i + 1, j + 1
        elif a in maybe:
            i, j = i + 1, j + (b in maybe[a])
        elif b in maybe:
            i, j = i + (a in maybe[b]), j + 1
        else:
            return i, j
    return None


def words(text):
    """The words, whatever was done to them at the ends of lines."""
    text = text.replace(MAYBE_HYPHEN, "").replace("-", "").replace(MAYBE_SPACE, " ")
    text = re.sub(r"[\u2013\u2014/]", " ", text)
    # Chinese has no spaces, so a line may end behind any character and any mark.
    return re.findall(r"[\u3000-\u9fff]|[^\W\u3000-\u9fff]+|[^\w\s]", text)


def only_moved(found, expected):
    """Whether the same words are there, and no more than MOVES pieces stand elsewhere.

    An exhibit may stand at the head or foot of a page while the text flows on around it, and is then painted there. Its place in
    the order of reading is that of its tag, which the judge of structure and our own reader hold to the document."""
    found, expected = words(found), words(expected)
    if sorted(found) != sorted(expected):
        return False
    matcher = difflib.SequenceMatcher(None, found, expected, autojunk=False)
    return sum(tag != "equal" for tag, *_ in matcher.get_opcodes()) <= 2 * MOVES


def around(text, position):
    before, after = text[max(0, position - CONTEXT) : position], text[position : position + CONTEXT]
    shown = f"{before}▶{after or '(end of text)'}"
    return shown.replace(MAYBE_HYPHEN, "-").replace(MAYBE_SPACE, " ")


def main(arguments):
    if len(arguments) not in (2, 3):
        print("usage: text.py FILE.pdf EXPECTED.txt [ARTIFACTS.txt]", file=sys.stderr)
        return 2
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", arguments[0], "-"], capture_output=True, check=False)
    if run.returncode != 0:
        print(f"FAIL  {arguments[0]}  text: {run.stderr.decode(errors='replace').strip()}")
        return 1
    try:
        expected = Path(arguments[1]).read_text(encoding="utf-8")
        artifacts = Path(arguments[2]).read_text(encoding="utf-8") if len(arguments) == 3 else ""
    except (OSError, UnicodeError) as error:
        print(f"text.py: {error}", file=sys.stderr)
        return 2
    found = folded(without_artifacts(run.stdout.decode("utf-8", errors="replace"), artifacts))
    expected = folded(expected)
    if not expected:
        print(f"text.py: {arguments[1]} holds no text", file=sys.stderr)
        return 2
    place = difference(found, expected)
    if place is None or only_moved(found, expected):
        print(f"pass  {arguments[0]}  text: {len(found)} characters as expected")
        return 0
    print(f"FAIL  {arguments[0]}  text: differs after {place[0]} characters")
    print(f"      in the file: {around(found, place[0])}")
    print(f"      expected:    {around(expected, place[1])}")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
