"""Reads the tag tree back from a PDF file and holds it against what no validator sees.

veraPDF accepts a table whose header cells became data cells, and a parent tree that leads to the wrong element. This
judge knows what is meant:

* every element stands where its /P says, is an indirect object and holds something;
* every marked-content sequence of a page is in the parent tree, and the element found there holds it in its /K; every
  sequence that an element holds is on the page;
* rows of a table have the same number of columns, spans counted; its first row is /TH throughout, and every /TH has a
  /Scope;
* headings begin with /H1 and skip no level; there is one /H1;
* each /Link holds its annotations, one for each line; each leads back to it and says what it is for; no link is untagged;
* no two sequences of a document of usual length have one number;
* each /Figure and /Formula has an alternative text; each /LI has its /LBody; each /Note an /ID of its own.

Usage: structure.py FILE.pdf …      Exit status: 0 all good, 1 a fault, 2 the call was wrong.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field

import pikepdf

# Elements that may be empty: an empty cell is a cell.
MAY_BE_EMPTY = {"TD", "TH", "Div", "NonStruct", "Span", "Document"}
MOST_FAULTS_SHOWN = 20
# Numbers of sequences may repeat from page to page; those of a document of usual length do not.
UNIQUE_UP_TO = 4000
HEADING = re.compile(r"H([1-6])")


@dataclass
class Element:
    """One structure element, its standard type, and what its /K holds in order."""

    object: pikepdf.Object
    kind: str
    path: str
    parent: "Element | None"
    children: list["Element"] = field(default_factory=list)
    sequences: list[tuple] = field(default_factory=list)  # (object id of the page or form, MCID)
    objects: list[tuple] = field(default_factory=list)  # object ids of annotations

    def walk(self):
        """This element and all below it, in reading order."""
        todo = [self]
        while todo:
            element = todo.pop()
            yield element
            todo.extend(reversed(element.children))


class Judge:
    """The faults of one file."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.faults = []
        self.root = pdf.Root.get("/StructTreeRoot")
        self.elements = []
        self.top = []

    def fault(self, text):
        self.faults.append(text)

    def run(self):
        if self.root is None:
            self.fault("there is no tag tree")
            return
        self.read_tree()
        self.judge_elements()
        self.judge_content()
        self.judge_headings()
        self.judge_links()
        for element in self.elements:
            if element.kind == "Table":
                self.judge_table(element)

    # The tree

    def read_tree(self):
        roles = self.root.get("/RoleMap", {})
        seen = set()
        todo = []
        for kid in listed(self.root.get("/K")):
            self.begin(kid, None, roles, seen, todo, self.top)
        while todo:
            element = todo.pop()
            self.elements.append(element)
            page = element.object.get("/Pg")
            below = []
            for kid in listed(element.object.get("/K")):
                if isinstance(kid, int):
                    self.hold(element, page, kid)
                elif not isinstance(kid, pikepdf.Dictionary):
                    self.fault(f"{element.path}: /K holds something that is neither number nor dictionary")
                elif kid.get("/Type") == "/MCR":
                    self.hold(element, kid.get("/Stm", kid.get("/Pg", page)), int(kid.get("/MCID", -1)))
                elif kid.get("/Type") == "/OBJR":
                    element.objects.append(kid.Obj.objgen)
                else:
                    self.begin(kid, element, roles, seen, below, element.children)
            todo.extend(reversed(below))

    def hold(self, element, owner, mcid):
        if owner is None:
            self.fault(f"{element.path}: holds sequence {mcid} of no page")
        else:
            element.sequences.append((owner.objgen, mcid))

    def begin(self, object, parent, roles, seen, todo, siblings):
        name = str(object.get("/S", "/?"))
        for _ in range(8):
            if name not in roles:
                break
            name = str(roles[name])
        kind = name[1:]
        number = 1 + sum(1 for sibling in siblings if sibling.kind == kind)
        path = f"{parent.path if parent else ''}/{kind}[{number}]"
        if not object.is_indirect:
            self.fault(f"{path}: is not an indirect object")
        elif object.objgen in seen:
            self.fault(f"{path}: stands in the tree twice")
            return
        seen.add(object.objgen)
        expected = parent.object if parent else self.root
        if object.get("/P") is None or object.P.objgen != expected.objgen:
            self.fault(f"{path}: its /P is not the element that holds it")
        element = Element(object, kind, path, parent)
        siblings.append(element)
        todo.append(element)

    def judge_elements(self):
        ids = Counter()
        for element in self.elements:
            empty = not (element.children or element.sequences or element.objects)
            if empty and element.kind not in MAY_BE_EMPTY:
                self.fault(f"{element.path}: is empty")
            if element.kind in ("Figure", "Formula") and not text(element, "/Alt"):
                self.fault(f"{element.path}: has no alternative text")
            if element.kind == "LI" and not any(child.kind == "LBody" for child in element.children):
                self.fault(f"{element.path}: has no /LBody")
            if element.kind == "Note":
                ids[text(element, "/ID")] += 1
        for id, count in ids.items():
            if not id or count > 1:
                self.fault(f"{count} notes have the /ID '{id}'")

    # Pages and the parent tree

    def judge_content(self):
        tree = {}
        read_numbers(self.root.get("/ParentTree"), tree)
        held = {}
        for element in self.elements:
            for sequence in element.sequences:
                if sequence in held:
                    self.fault(f"{element.path}: holds sequence {sequence[1]} that {held[sequence].path} holds too")
                held[sequence] = element
        found = set()
        for number, page in enumerate(self.pdf.pages, 1):
            for owner, mcids in marked_content(page):
                place = f"page {number}" if owner.objgen == page.obj.objgen else f"page {number}, a form"
                self.judge_sequences(place, owner, mcids, tree, held, found)
        if len(found) <= UNIQUE_UP_TO and len({mcid for _, mcid in found}) < len(found):
            self.fault("two pages use one number for different sequences, which some programs confuse")
        for sequence in held.keys() - found:
            self.fault(f"{held[sequence].path}: holds sequence {sequence[1]}, which is on no page")

    def judge_sequences(self, place, owner, mcids, tree, held, found):
        if not mcids:
            return
        entry = tree.get(int(owner.get("/StructParents", -1)))
        if not isinstance(entry, pikepdf.Array):
            self.fault(f"{place}: has tagged content and no entry in the parent tree")
            entry = []
        for mcid, count in Counter(mcids).items():
            found.add((owner.objgen, mcid))
            if count > 1:
                self.fault(f"{place}: sequence {mcid} is there {count} times")
            holder = held.get((owner.objgen, mcid))
            # An object number that is free reads as null.
            led_to = entry[mcid] if 0 <= mcid < len(entry) else None
            if not isinstance(led_to, pikepdf.Dictionary):
                self.fault(f"{place}: sequence {mcid} is not in the parent tree")
            elif holder is None:
                self.fault(f"{place}: sequence {mcid} is held by no element")
            elif led_to.objgen != holder.object.objgen:
                self.fault(f"{place}: the parent tree leads sequence {mcid} elsewhere than to {holder.path}")

    # Headings, links

    def judge_headings(self):
        previous = 0
        headings = [element for element in self.elements if HEADING.fullmatch(element.kind)]
        for element in headings:
            level = int(element.kind[1])
            if level > previous + 1:
                self.fault(f"{element.path}: follows a heading of level {previous}" if previous else
                           f"{element.path}: is the first heading and no /H1")
            previous = level
        count = sum(1 for element in headings if element.kind == "H1")
        if count != 1:
            self.fault(f"there are {count} /H1, not one")

    def judge_links(self):
        tree = {}
        read_numbers(self.root.get("/ParentTree"), tree)
        links = {}
        for number, page in enumerate(self.pdf.pages, 1):
            for annotation in listed(page.obj.get("/Annots")):
                if annotation.get("/Subtype") == "/Link":
                    links[annotation.objgen] = (number, annotation)
        tagged = set()
        for element in self.elements:
            if element.kind == "Link" and not element.objects:
                self.fault(f"{element.path}: holds no annotation")
            for object in element.objects:
                tagged.add(object)
                if object not in links:
                    if element.kind == "Link":
                        self.fault(f"{element.path}: holds an annotation that is on no page")
                    continue
                number, annotation = links[object]
                back = tree.get(int(annotation.get("/StructParent", -1)))
                if element.kind != "Link":
                    self.fault(f"{element.path}: holds the annotation of a link")
                elif not isinstance(back, pikepdf.Dictionary) or back.objgen != element.object.objgen:
                    self.fault(f"page {number}: the parent tree does not lead a link's annotation to {element.path}")
                if "/QuadPoints" in annotation:
                    self.fault(f"{element.path}: one annotation for several lines, of which viewers take the whole rectangle")
                if not str(annotation.get("/Contents", "")).strip():
                    self.fault(f"{element.path}: its annotation has no /Contents")
        for object, (number, _) in links.items():
            if object not in tagged:
                self.fault(f"page {number}: a link is not in the tag tree")

    # Tables

    def judge_table(self, table):
        rows = []
        for child in table.children:
            if child.kind == "TR":
                rows.append(child)
            elif child.kind in ("THead", "TBody", "TFoot"):
                rows.extend(row for row in child.children if row.kind == "TR")
        if not rows:
            self.fault(f"{table.path}: has no row")
            return
        widths = self.widths(table, rows)
        if len(set(widths)) > 1:
            odd = next(i for i, width in enumerate(widths) if width != widths[0])
            self.fault(f"{rows[odd].path}: has {widths[odd]} columns where the first row has {widths[0]}")
        for cell in rows[0].children:
            if cell.kind != "TH":
                self.fault(f"{cell.path}: stands in the first row and is no /TH")
        for row in rows:
            for cell in row.children:
                if cell.kind == "TH" and str(attribute(cell, "/Scope")) not in ("/Row", "/Column", "/Both"):
                    self.fault(f"{cell.path}: has no /Scope")

    def widths(self, table, rows):
        """How many columns each row fills, its own cells and those that reach down from above."""
        reach = Counter()  # row number -> columns filled from above
        widths = []
        for number, row in enumerate(rows):
            width = reach[number]
            for cell in row.children:
                if cell.kind not in ("TH", "TD"):
                    self.fault(f"{cell.path}: is not a cell")
                    continue
                across, down = (int(attribute(cell, name) or 1) for name in ("/ColSpan", "/RowSpan"))
                width += across
                if across < 1 or down < 1 or number + down > len(rows):
                    self.fault(f"{cell.path}: spans beyond {table.path}")
                for below in range(number + 1, min(number + down, len(rows))):
                    reach[below] += across
            widths.append(width)
        return widths

    def summary(self):
        kinds = Counter(element.kind for element in self.elements)
        shown = [f"{kinds[kind]} {kind}" for kind in ("Table", "TH", "TR", "L", "LI", "Figure", "Link", "Note") if kinds[kind]]
        return ", ".join([f"{len(self.elements)} elements"] + shown)


def listed(value):
    """/K and /Annots may hold one thing or an array of them."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def text(element, key):
    return str(element.object.get(key, "")).strip()


def attribute(element, name):
    """An attribute of the /Table owner, wherever /A keeps it."""
    for attributes in listed(element.object.get("/A")):
        if isinstance(attributes, pikepdf.Dictionary) and name in attributes:
            return attributes[name]
    return None


def read_numbers(node, into, depth=0):
    """Flattens a number tree."""
    if node is None or depth > 32:
        return
    numbers = listed(node.get("/Nums"))
    into.update((int(key), value) for key, value in zip(numbers[::2], numbers[1::2]))
    for kid in listed(node.get("/Kids")):
        read_numbers(kid, into, depth + 1)


def marked_content(page):
    """For the page and each form on it: the object, and the MCIDs in its content."""
    todo = [(page.obj, page, page.obj.get("/Resources", page.resources))]
    seen = set()
    while todo:
        owner, stream, resources = todo.pop()
        mcids = []
        for instruction in pikepdf.parse_content_stream(stream, "BDC Do"):
            operands = instruction.operands
            if str(instruction.operator) == "BDC":
                properties = operands[1]
                if isinstance(properties, pikepdf.Name):
                    properties = resources.get("/Properties", {}).get(str(properties), {})
                if "/MCID" in properties:
                    mcids.append(int(properties["/MCID"]))
            else:
                form = resources.get("/XObject", {}).get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form" and form.objgen not in seen:
                    seen.add(form.objgen)
                    todo.append((form, form, form.get("/Resources", resources)))
        yield owner, mcids


def main(files):
    if not files:
        print("usage: structure.py FILE.pdf ...", file=sys.stderr)
        return 2
    bad = 0
    for file in files:
        summary = "unreadable"
        try:
            with pikepdf.open(file) as pdf:
                judge = Judge(pdf)
                judge.run()
                faults, summary = judge.faults, judge.summary()
        except Exception as error:  # whatever a broken file provokes is a finding about it
            faults = [f"cannot be read: {type(error).__name__}: {error}"]
        bad += bool(faults)
        print(f"{'FAIL' if faults else 'pass'}  {file}  structure: {summary}")
        for fault in faults[:MOST_FAULTS_SHOWN]:
            print(f"      {fault}")
        if len(faults) > MOST_FAULTS_SHOWN:
            print(f"      and {len(faults) - MOST_FAULTS_SHOWN} more")
    print(f"structure: {len(files) - bad} of {len(files)} files are sound")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
