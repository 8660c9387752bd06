"""Breaks good PDF files, each copy in one way, so that selftest.sh can see the judges fail.

Usage: breakage.py OUTDIR FILE.pdf …

Each breakage takes the first file that holds what it breaks. Prints a line for each: the copy, the judges that must catch
it (separated by commas: qpdf, poppler, structure, ua1, 3a), and what was done. A breakage that fits no file is an error:
the self-test would prove less than it says.

Who must catch what was found by trying, and the self-test holds the judges to it. What names only `structure` is what
veraPDF lets pass: a parent tree or a /K that leads astray, header cells without scope or turned into data, a link that
does not hold its annotation. What names only `ua1` or `3a` is for veraPDF alone to see.
"""

import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from structure import Judge, attribute, listed

BREAKAGES = []


def breakage(caught_by, what):
    """Registers a function that breaks a `Broken`, and says who must see it."""
    return lambda function: BREAKAGES.append((function.__name__.replace("_", "-"), caught_by, what, function))


class CannotBreak(Exception):
    """The file does not hold what this breakage breaks."""


class File:
    """A good file, open to be broken."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.judge = Judge(pdf)
        self.judge.read_tree()

    def first(self, *kinds):
        return self.need(element for element in self.judge.elements if element.kind in kinds)

    @staticmethod
    def need(candidates):
        for candidate in candidates:
            return candidate
        raise CannotBreak

    def fonts(self):
        return (object for object in self.pdf.objects
                if isinstance(object, Dictionary) and object.get("/Type") == "/Font")

    def page_entry(self):
        """The array of the parent tree for the first page with two entries that differ."""
        numbers = self.judge.root.ParentTree
        while "/Nums" not in numbers:
            numbers = self.need(listed(numbers.get("/Kids")))
        return self.need(value for value in listed(numbers.Nums)[1::2] if isinstance(value, Array)
                         and len({entry.objgen for entry in value if isinstance(entry, Dictionary)}) > 1)

    def metadata(self, old, new):
        packet = self.pdf.Root.Metadata.read_bytes()
        if old not in packet:
            raise CannotBreak
        self.pdf.Root.Metadata.write(packet.replace(old, new))


@breakage("structure", "two entries of the parent tree change places")
def parent_tree_swapped(file):
    entries = file.page_entry()
    filled = [i for i, entry in enumerate(entries) if isinstance(entry, Dictionary)]
    one = filled[0]
    other = file.need(i for i in filled if entries[i].objgen != entries[one].objgen)
    entries[one], entries[other] = entries[other], entries[one]


@breakage("ua1,structure", "the parent tree is empty")
def parent_tree_lost(file):
    file.judge.root.ParentTree = file.pdf.make_indirect(Dictionary(Nums=Array()))


@breakage("structure", "an element no longer holds its marked content")
def content_unheld(file):
    element = file.need(e for e in file.judge.elements if e.sequences and e.kind in ("P", "Span", "LBody"))
    element.object.K = Array()


@breakage("ua1,3a", "a glyph's width in /W is not the font's")
def glyph_width(file):
    font = file.need(font for font in file.fonts() if "/W" in font)
    widths, i = list(font.W), 0
    while i + 1 < len(widths):
        # "first [width …]" or "first last width"
        if isinstance(widths[i + 1], Array):
            widths[i + 1] = Array([width + 150 for width in widths[i + 1]])
            i += 2
        else:
            widths[i + 2] += 150
            i += 3
    font.W = Array(widths)


@breakage("ua1,3a,poppler", "a font has no /ToUnicode")
def to_unicode(file):
    for font in file.fonts():
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


@breakage("ua1,structure", "a figure has no /Alt")
def figure_alt(file):
    figure = file.need(e for e in file.judge.elements if e.kind == "Figure" and "/Alt" in e.object)
    del figure.object["/Alt"]


def strip_scope(element):
    element.object.A = Array([attributes for attributes in listed(element.object.get("/A"))
                              if isinstance(attributes, Dictionary) and "/Scope" not in attributes])


@breakage("structure", "a header cell has no scope")
def header_scope(file):
    strip_scope(file.need(e for e in file.judge.elements if e.kind == "TH" and attribute(e, "/Scope") is not None))


@breakage("structure", "a header cell has become a data cell")
def header_to_data(file):
    cell = file.need(e for e in file.judge.elements if e.kind == "TH")
    cell.object.S = Name.TD
    strip_scope(cell)


@breakage("ua1,structure", "a header row is one cell short")
def header_dropped(file):
    cell = file.need(e for e in file.judge.elements if e.kind == "TH" and len(e.parent.children) > 1)
    kids = listed(cell.parent.object.K)
    cell.parent.object.K = Array([kid for kid in kids if kid.objgen != cell.object.objgen])


@breakage("structure,ua1", "a heading skips a level")
def heading_skipped(file):
    file.first("H2").object.S = Name.H5


@breakage("structure", "a link does not hold its annotation")
def link_loose(file):
    link = file.need(e for e in file.judge.elements if e.kind == "Link" and e.objects)
    link.object.K = Array([kid for kid in listed(link.object.K)
                           if isinstance(kid, int) or kid.get("/Type") != "/OBJR"])


@breakage("structure", "a link over two lines has one annotation for both")
def link_over_lines(file):
    for page in file.pdf.pages:
        for annotation in listed(page.obj.get("/Annots")):
            left, lower, right, upper = annotation.Rect
            annotation.QuadPoints = Array([left, upper, right, upper, left, lower, right, lower])
            return
    raise CannotBreak


@breakage("structure,ua1", "a link's annotation does not say what it is for")
def link_mute(file):
    for page in file.pdf.pages:
        for annotation in listed(page.obj.get("/Annots")):
            if "/Contents" in annotation:
                del annotation["/Contents"]
                return
    raise CannotBreak


@breakage("ua1", "running heads are marked as content of nobody")
def artifact_unmarked(file):
    for page in file.pdf.pages:
        instructions = pikepdf.parse_content_stream(page)
        kept, depth, artifact = [], 0, None
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator in ("BMC", "BDC"):
                depth += 1
                if artifact is None and instruction.operands[0] == "/Artifact":
                    artifact = depth
                    continue
            elif operator == "EMC":
                depth -= 1
                if artifact == depth + 1:
                    artifact = None
                    continue
            kept.append(instruction)
        if len(kept) < len(instructions):
            page.Contents = file.pdf.make_stream(pikepdf.unparse_content_stream(kept))
            return
    raise CannotBreak


@breakage("ua1", "the document names no language")
def language(file):
    del file.pdf.Root["/Lang"]


@breakage("ua1", "the title is not shown")
def title_hidden(file):
    file.pdf.Root.ViewerPreferences.DisplayDocTitle = False


@breakage("poppler,ua1,3a", "the file does not say that it is tagged")
def mark_info(file):
    del file.pdf.Root["/MarkInfo"]


@breakage("ua1", "the metadata does not claim PDF/UA")
def claim_ua(file):
    file.metadata(b"pdfuaid:part", b"pdfuaid:tart")


@breakage("3a", "the metadata does not claim PDF/A")
def claim_a(file):
    file.metadata(b"pdfaid:part", b"pdfaid:tart")


@breakage("3a", "there is no output intent for the colours")
def output_intent(file):
    # Only colours that depend on the device need one.
    file.need(page for page in file.pdf.pages
              if pikepdf.parse_content_stream(page, "rg RG g G"))
    del file.pdf.Root["/OutputIntents"]


def break_first(files, out, name, function):
    """Writes the broken copy of the first file that fits; returns its path."""
    for path in files:
        with pikepdf.open(path) as pdf:
            try:
                function(File(pdf))
            except CannotBreak:
                continue
            target = out / f"{name}.pdf"
            pdf.save(target, deterministic_id=True)
            return target
    return None


def truncated(source, target):
    """Cuts the file off before its cross references: bytes, not objects."""
    target.write_bytes(source.read_bytes()[:-400])
    return target


def main(arguments):
    if len(arguments) < 2:
        print("usage: breakage.py OUTDIR FILE.pdf ...", file=sys.stderr)
        return 2
    out, files = Path(arguments[0]), [Path(file) for file in arguments[1:]]
    out.mkdir(parents=True, exist_ok=True)
    # The control: what goes through pikepdf unbroken must still pass, or the breakages below prove nothing.
    print(break_first(files, out, "unbroken", lambda file: None), "nobody", "nothing was broken", sep="\t")
    print(truncated(files[0], out / "cut-off.pdf"), "qpdf", "the file ends too early", sep="\t")
    unfit = 0
    for name, caught_by, what, function in BREAKAGES:
        target = break_first(files, out, name, function)
        if target is None:
            print(f"breakage: no file holds what '{name}' breaks ({what})", file=sys.stderr)
            unfit += 1
        else:
            print(target, caught_by, what, sep="\t")
    return 1 if unfit else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
