"""What a finished file says and shows, from its structure tree, and the same as a source for other typesetters."""

import collections
import html
import itertools
import json
import re
import subprocess
import unicodedata

BLOCKS = {"H1", "H2", "H3", "H4", "P", "L", "LI", "LBody", "Lbl", "Table", "TR", "TH", "TD", "Figure", "Caption", "Note"}
# The faces of ours: headings and tables are condensed, captions in italics.
ROMAN = ["Roboto-Regular", "Roboto-Bold", "Roboto-Italic"]
CONDENSED = ["RobotoCondensed-Regular", "RobotoCondensed-Bold"]
OWN = {"en": None, "ar": "Noto Naskh Arabic", "zh": "Noto Sans SC"}
PAGE, PAGES = "\ue000", "\ue001"

Run = collections.namedtuple("Run", "text strong address")
Heading = collections.namedtuple("Heading", "level text")
Paragraph = collections.namedtuple("Paragraph", "runs")
Items = collections.namedtuple("Items", "items")
Table = collections.namedtuple("Table", "heads rows")
Cell = collections.namedtuple("Cell", "text span bar")
Picture = collections.namedtuple("Picture", "file alt caption")
Month = collections.namedtuple("Month", "language blocks head foot")


def families(language, roman="Roboto"):
    return [OWN[language], roman] if OWN[language] else [roman]


def faces(language):
    own = (OWN[language] or "").replace(" ", "")
    return ROMAN + ([f"{own}-Regular", f"{own}-Bold"] if own else [])


class Node:
    """An element of the file, as `briefing tags` has it."""

    def __init__(self, element):
        self.tag, self.alt, self.span = element["role"], element.get("alt", ""), element.get("columns", 1)
        self.address = next((child["link"]["to"]["address"] for child in element.get("children", [])
                             if "link" in child and "address" in child["link"]["to"]), None)
        self.children = []
        for child in element.get("children", []):
            if "element" in child:
                self.children.append(Node(child["element"]))
            elif "content" in child:
                self.children.append(child["content"]["text"])

    def nodes(self):
        return [child for child in self.children if isinstance(child, Node)]

    def has(self, tags):
        return any(child.tag in tags or child.has(tags) for child in self.nodes())

    def all(self, tag):
        for child in self.nodes():
            yield from [child] if child.tag == tag else child.all(tag)

    def runs(self, strong=False, address=None):
        """Text in reading order, with what is strong and where links go."""
        runs = []
        for child in self.children:
            if isinstance(child, str):
                # A day and its month stand on lines of their own.
                if runs and runs[-1].text[-1:].isdigit() and child[:1].isalnum():
                    child = " " + child
                # Where a word is divided is for each to find.
                more = [Run(re.sub(r"[ \n\t]+", " ", child.replace("\u00ad", "")), strong, address)]
            else:
                more = child.runs(strong or child.tag == "Strong", child.address or address)
                more += [Run(" ", strong, address)] if child.tag in BLOCKS else []
            for run in more:
                if runs and runs[-1][1:] == run[1:]:
                    run = Run(runs.pop().text + run.text, *run[1:])
                runs.append(run)
        return [run for run in runs if run.text]

    def line(self):
        return re.sub(r" +", " ", "".join(run.text for run in self.runs())).strip()


def printed(pdf, *options):
    return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, check=True, text=True).stdout


def words(text):
    """The words of a text, as a multiset: without hyphens, wherever lines end; numbers and scripts apart; character by character in Chinese."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[-\u00ad\u2010\u2011]\s*\n\s*|[-\u00ad\u2010\u2011]", "", text)
    # Marks of direction, and vowels and joiners that readers put elsewhere in Arabic.
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn"))
    return collections.Counter(re.findall(r"[\u3400-\u9fff]|\d+|[\u0620-\u06d3]+|[^\W\d\u0620-\u06d3\u3400-\u9fff]+", text))


def month(briefing, pdf, language, pictures):
    """What the file of a month says, with the names of its pictures in order."""
    made = subprocess.run([briefing, "tags", pdf, "--format", "json"], capture_output=True, check=True, text=True)
    tags = json.loads(made.stdout)
    blocks = []
    collect(Node(tags["tree"]), iter(pictures), blocks)
    head, foot, drawn = running([page[0].split("\n") for page in tags["artifacts"]])
    if drawn:
        blocks.append(Paragraph([Run(drawn, False, None)]))
    return Month(language, blocks, head, foot)


def running(pages):
    """What stands at the head and at the foot of pages, with marks for the numbers of the page and of pages; and the words of drawings."""
    numbered = [[re.sub(rf"(?<!\d){number}(?!\d)", PAGE, line) for line in lines] for number, lines in enumerate(pages, 1)]

    def alike(one, other):
        pairs = zip(reversed(one), reversed(other))
        return [line for line, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs)][::-1]

    def said(lines):
        return re.sub(r"\s+", " ", " ".join(lines)).strip()

    # The first page has a foot and no head.
    both, foot = alike(numbered[1], numbered[2]), alike(numbered[0], numbered[1])
    drawn = [line for number, lines in enumerate(pages) for line in lines[: -len(both if number else foot)]]
    footline = re.sub(rf"({PAGE}\D+){len(pages)}(?!\d)", rf"\1{PAGES}", said(foot))
    return said(both[: -len(foot)]), footline, said(drawn)


def repeated(month, pages):
    """The words that are on every page again, on so many pages."""
    found = collections.Counter()
    for page in range(1, pages + 1):
        foot = month.foot.replace(PAGE, f" {page} ").replace(PAGES, f" {pages} ")
        found += words(foot) + words(month.head if page > 1 else "")
    return found


def pages_of(pdf):
    about = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", about)[1]), "Tagged:          yes" in about


def share(month, own, theirs):
    """Which share of the words of our file theirs has, apart from what is repeated on every page."""

    def said(pdf):
        return words(printed(pdf)) - repeated(month, pages_of(pdf)[0])

    a, b = said(own), said(theirs)
    return (a & b).total() / a.total(), a - b


def collect(node, pictures, blocks):
    tag = node.tag
    if tag in ("H1", "H2", "H3", "H4"):
        blocks.append(Heading(int(tag[1]), node.line()))
    elif tag == "Table":
        blocks.append(table(node))
    elif tag == "Figure":
        if file := next(pictures, None):
            blocks.append(Picture(file, node.alt, node.line()))
        elif runs := node.runs():
            blocks.append(Paragraph(runs))
    elif tag == "L" and not any(item.has({"H3", "H4", "Figure", "Table", "L"}) for item in node.nodes()):
        blocks.append(Items([item.runs() for item in node.nodes()]))
    elif node.has(BLOCKS):
        for child in node.children:
            if isinstance(child, Node):
                collect(child, pictures, blocks)
            elif child.strip():
                blocks.append(Paragraph([Run(child.strip(), False, None)]))
    elif runs := node.runs():
        blocks.append(Paragraph(runs))


def table(node):
    """Rows of cells; an amount has a bar as wide as it is large."""

    def amount(text):
        return int(re.sub(r"\D", "", text)) if re.fullmatch(r"\d{1,3}([,\u00a0\u202f]\d{3})+", text) else 0

    rows = [[(cell.line(), cell.span) for cell in row.nodes()] for row in node.all("TR")]
    most = max((amount(text) for row in rows for text, _ in row), default=0)
    rows = [[Cell(text, span, amount(text) / most if most else 0) for text, span in row] for row in rows]
    heads = len([row for part in node.all("THead") for row in part.all("TR")])
    return Table(rows[:heads], rows[heads:])


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typst(month):
    """Two columns, justified and hyphenated; no condensed face, for Typst takes "Roboto Condensed" for Roboto."""
    names = ", ".join(map(quoted, families(month.language)))
    foot = " + ".join({PAGE: "str(here().page())", PAGES: "str(counter(page).final().first())"}.get(part, quoted(part))
                      for part in re.split(f"([{PAGE}{PAGES}])", month.foot) if part)
    out = [
        '#set document(title: "Monthly Briefing")\n'
        f'#set text(font: ({names},), size: 9.5pt, lang: "{month.language}", hyphenate: true)\n'
        "#set par(justify: true)\n#set table(stroke: 0.4pt + gray)\n"
        "#show figure.caption: set text(style: \"italic\")\n"
        f'#set page(paper: "a4", margin: 18mm, columns: 2, header: [#{quoted(month.head)}], footer: context [#({foot})])\n'
    ]

    def inline(runs):
        parts = []
        for text, strong, address in runs:
            text = f"#{quoted(text)}"
            text = f"#strong[{text}]" if strong else text
            parts.append(f"#link({quoted(address)})[{text}]" if address else text)
        return "".join(parts)

    def cell(cell):
        body = f"#{quoted(cell.text)}"
        if cell.bar:
            body += f" #rect(width: {cell.bar:.1%}, height: 3pt, fill: blue)"
        return f"table.cell(colspan: {cell.span})[{body}]" if cell.span > 1 else f"[{body}]"

    for block in month.blocks:
        match block:
            case Heading(level, text):
                out.append(f"#heading(level: {level})[#{quoted(text)}]\n")
            case Paragraph(runs):
                out.append(f"#par[{inline(runs)}]\n")
            case Items(items):
                out.append("#list(marker: none, " + ", ".join(f"[{inline(runs)}]" for runs in items) + ")\n")
            case Picture(file, alt, caption):
                out.append(f'#figure(image("{file}", width: 100%, alt: {quoted(alt)}), numbering: none, caption: [#{quoted(caption)}])\n')
            case Table(heads, rows):
                wide = max(sum(cell.span for cell in row) for row in heads + rows)
                head = "table.header(" + ", ".join(cell(c) for row in heads for c in row) + "), " if heads else ""
                out.append(f"#table(columns: {wide}, {head}{', '.join(cell(c) for row in rows for c in row)})\n")
    return "".join(out)


def takumi(month):
    """HTML: one column, for takumi has no columns of text."""
    names, condensed = (", ".join(f"'{name}'" for name in families(month.language, roman)) for roman in ("Roboto", "Roboto Condensed"))
    direction = "rtl" if month.language == "ar" else "ltr"
    look = f"font-family: {names}; font-size: 12.67px"

    def counted(text):
        text = html.escape(text).replace(PAGE, '<span class="pageNumber"></span>')
        return text.replace(PAGES, '<span class="totalPages"></span>')

    def band(text):
        return f'<div dir="{direction}" style="{look}; padding: 0 68px">{counted(text)}</div>'

    def inline(runs):
        parts = []
        for text, strong, address in runs:
            text = html.escape(text)
            text = f"<strong>{text}</strong>" if strong else text
            parts.append(f'<a href="{html.escape(address)}">{text}</a>' if address else text)
        return "".join(parts)

    def row(cells, tag):
        def one(cell):
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            bar = f'<div class="bar" style="width: {cell.bar:.1%}"></div>' if cell.bar else ""
            return f"<{tag}{span}>{html.escape(cell.text)}{bar}</{tag}>"

        return "<tr>" + "".join(map(one, cells)) + "</tr>"

    out = [
        f"{band(month.head)}<!-- part -->{band(month.foot)}<!-- part --><style>body {{ {look} }} p, li {{ text-align: justify }} table {{ width: 100%; border-collapse: collapse }} "
        "th, td { border: 0.5px solid gray; padding: 4px; text-align: start } ul { list-style: none; padding: 0 } img { width: 100% } "
        f"table, h1, h2, h3, h4 {{ font-family: {condensed} }} figcaption {{ font-style: italic }} "
        f'.bar {{ height: 4px; background: blue }}</style><body lang="{month.language}" dir="{direction}">'
    ]
    for block in month.blocks:
        match block:
            case Heading(level, text):
                out.append(f"<h{level}>{html.escape(text)}</h{level}>\n")
            case Paragraph(runs):
                out.append(f"<p>{inline(runs)}</p>\n")
            case Items(items):
                out.append("<ul>" + "".join(f"<li>{inline(runs)}</li>" for runs in items) + "</ul>\n")
            case Picture(file, alt, caption):
                out.append(f'<figure><img src="{file}" alt="{html.escape(alt)}"><figcaption>{html.escape(caption)}</figcaption></figure>\n')
            case Table(heads, rows):
                head = "<thead>" + "".join(row(cells, "th") for cells in heads) + "</thead>" if heads else ""
                out.append(f"<table>{head}<tbody>{''.join(row(cells, 'td') for cells in rows)}</tbody></table>\n")
    return "".join(out) + "</body>"


def forme(month):
    """JSON: one column, for forme has no columns of text; pictures by their whole path, as it wants them."""
    gray, blue = {"r": 0.5, "g": 0.5, "b": 0.5, "a": 1}, {"r": 0, "g": 0, "b": 1, "a": 1}

    def edges(value):
        return dict.fromkeys(("top", "right", "bottom", "left"), value)

    def node(kind, children=(), style=None, **more):
        return {"kind": kind, "children": list(children), "style": style or {}, **more}

    def text(content, style=None):
        return node({"type": "Text", "content": content}, style=style)

    def inline(runs, style=None):
        if len(runs) == 1 and not runs[0].strong and not runs[0].address:
            return text(runs[0].text, style)
        parts = [{"content": run.text, "href": run.address, "style": {"fontWeight": 700} if run.strong else {}} for run in runs]
        return node({"type": "Text", "content": "", "runs": parts}, style=style)

    def band(position, content):
        content = content.replace(PAGE, "{{pageNumber}}").replace(PAGES, "{{totalPages}}")
        return node({"type": "Fixed", "position": position}, [text(content)])

    def row(cells, head):
        def one(cell):
            parts = [text(cell.text, {"fontFamily": condensed})]
            if cell.bar:
                size = {"width": {"Percent": 100 * cell.bar}, "height": {"Pt": 3}}
                parts.append(node({"type": "View"}, style=size | {"backgroundColor": blue}))
            style = {"padding": edges(3), "borderWidth": edges(0.4), "borderColor": edges(gray)}
            return node({"type": "TableCell", "col_span": cell.span}, parts, style)

        return node({"type": "TableRow", "is_header": head}, map(one, cells))

    # Without spaces, as the files of the fonts are called, since main.rs names the families by them.
    names, condensed = (", ".join(families(month.language, roman)).replace(" ", "").replace(",", ", ") for roman in ("Roboto", "Roboto Condensed"))
    style = {
        "fontFamily": names,
        "fontSize": 9.5, "textAlign": "Justify", "hyphens": "auto", "lang": month.language,
        "direction": "rtl" if month.language == "ar" else "ltr",
    }
    out = [band("Header", month.head), band("Footer", month.foot)]
    for block in month.blocks:
        match block:
            case Heading(level, content):
                out.append(node({"type": "Heading", "level": level, "content": content}, style={"fontFamily": condensed, "fontWeight": 700, "fontSize": 22 - 3 * level}))
            case Paragraph(runs):
                out.append(inline(runs, {"margin": edges(0) | {"top": 4, "bottom": 4}}))
            case Items(lists):
                items = [node({"type": "ListItem"}, [inline(runs)]) for runs in lists]
                out.append(node({"type": "List", "ordered": False, "marker_type": "none"}, items))
            case Picture(file, alt, caption):
                out.append(node({"type": "Image", "src": file, "width": 490, "height": None}, alt=alt))
                # The other families have no italics, and forme would print the Arabic of a face that has none.
                out.append(text(caption, {"fontStyle": "Italic"} if month.language == "en" else None))
            case Table(heads, rows):
                wide = max(sum(cell.span for cell in cells) for cells in heads + rows)
                columns = [{"width": "Auto"}] * wide
                out.append(node({"type": "Table", "columns": columns}, [row(cells, True) for cells in heads] + [row(cells, False) for cells in rows]))
    return json.dumps({
        "children": out,
        "metadata": {"title": "Monthly Briefing", "lang": month.language},
        "defaultPage": {"size": "A4", "margin": edges(51), "wrap": True},
        "defaultStyle": style,
    }, ensure_ascii=False)
