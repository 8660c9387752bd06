"""Puts what was measured into BENCHMARKS.md."""

import pathlib
import re
import sys

FILE = pathlib.Path(__file__).resolve().parents[2] / "BENCHMARKS.md"


def put(name, lines):
    """Writes lines in place of those between `<!-- name -->` and `<!-- /name -->`."""
    part = "\n".join([f"<!-- {name} -->", *lines, f"<!-- /{name} -->"])
    text, places = re.subn(rf"(?s)<!-- {name} -->.*<!-- /{name} -->", lambda _: part, FILE.read_text())
    if places != 1:
        sys.exit(f"BENCHMARKS.md has no place for the table of {name}, or several")
    FILE.write_text(text)
