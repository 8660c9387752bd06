"""Judges whether words are found that are divided at a line's end.

Usage: search.py FILE.pdf EXPECTED.txt [FOLDER]

A word that is divided is two to a program that does not put it together, and whoever searches for it is told that it is not
there. Each divided word of FILE (a line of `pdftotext -raw` that ends in a hyphen, and the next, which together are a word of
EXPECTED) is looked for in pdfium (Chrome), MuPDF, poppler (Evince, Okular) and, where FOLDER has node_modules with pdf.js, in
pdf.js (Firefox). A viewer may miss one: a word over two columns or pages is beyond most of them. pdfium puts together a part of
them only, whichever hyphen it is, so what it finds is said and not judged.

Exit status: 0 found, 1 a viewer misses words, 2 the call was wrong.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2

MOST_MISSED = 1
# Division by a hyphen or by a soft hyphen, whatever the file says of it.
DIVIDED = re.compile("([^\\W\\d_]{2,})[-\u00ad\u2010]\n([^\\W\\d_]{2,})")


def divided_words(raw, expected):
    """Words that stand nowhere else in the text, so that what is found is the divided one."""
    counts = Counter(re.findall(r"[^\W\d_]+", expected))
    return sorted({a + b for a, b in DIVIDED.findall(raw) if counts[a + b] == 1})


def text_of(file, *options):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", *options, file, "-"], capture_output=True, check=True).stdout.decode("utf-8")


def in_pdfium(file, words):
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(file)]
    return [word for word in words if any(page.search(word).get_next() for page in pages)]


def in_mupdf(file, words):
    with pymupdf.open(file) as document:
        return [word for word in words if any(page.search_for(word) for page in document)]


def in_poppler(file, words):
    """What pdftotext puts together is what Evince finds: both ask the line whether it ends in a hyphen."""
    text = text_of(file)
    return [word for word in words if word in text]


def in_pdfjs(folder, file, words):
    run = subprocess.run(["node", Path(__file__).with_name("search.mjs"), folder, file, *words], capture_output=True, check=True)
    return run.stdout.decode("utf-8").split()


def spoilt(file, work):
    """A copy whose hyphens are soft ones, and the divided words of the file."""
    copy = str(Path(work) / "soft-hyphens.pdf")
    with pikepdf.open(file) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font" and "/ToUnicode" in font:
                font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"><002D>", b"><00AD>"))
        pdf.save(copy)
    return copy


def self_test(work, files, folder):
    """Whether soft hyphens are noticed in the file with the most divided words."""
    def divided(file):
        return sorted({a + b for a, b in DIVIDED.findall(text_of(file, "-raw"))})
    file = max(files, key=lambda file: len(divided(file)))
    words = divided(file)
    if len(words) <= MOST_MISSED:
        print("MISSED  search: no file has enough divided words")
        return 1
    good, bad = judge(file, words, folder), judge(spoilt(file, work), words, folder)
    if bad[0] == "pass":
        print(f"MISSED  search: hyphens that nobody finds, and nobody notices: {bad[1]}")
        return 1
    print(f"caught  search: hyphens as U+00AD: {bad[1]}; as written: {good[1]}")
    return 0


def judge(file, words, folder):
    viewers = {"pdfium": in_pdfium, "MuPDF": in_mupdf, "poppler": in_poppler}
    if folder:
        viewers["pdf.js"] = lambda file, words: in_pdfjs(folder, file, words)
    verdict, said = "pass", []
    for name, find in viewers.items():
        found = find(file, words) if words else []
        missed = [word for word in words if word not in found]
        said.append(f"{name} {len(found)}" + (f" (not {', '.join(missed)})" if missed else ""))
        if len(missed) > MOST_MISSED and name != "pdfium":
            verdict = "FAIL"
    return verdict, "; ".join(said)


def main(arguments):
    if arguments[:1] == ["--self-test"]:
        work, *files = arguments[1:]
        folder = files.pop() if "--node" in files else None
        return self_test(work, [file for file in files if file != "--node"], folder)
    if len(arguments) not in (2, 3):
        print("usage: search.py FILE.pdf EXPECTED.txt [FOLDER]", file=sys.stderr)
        return 2
    file, expected, *folder = arguments
    words = divided_words(text_of(file, "-raw"), Path(expected).read_text(encoding="utf-8"))
    verdict, said = judge(file, words, *(folder or [None]))
    print(f"{verdict}  {file}  search: of {len(words)} divided words, {said}")
    return 0 if verdict == "pass" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
