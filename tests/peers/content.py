"""The words of a finished file, from its structure tree, as a source for other typesetters."""

import re
import subprocess

BLOCKS = {"H1", "H2", "H3", "H4", "P", "L", "LI", "LBody", "Lbl", "Table", "TR", "TH", "TD", "Figure", "Caption", "Note"}


def tree(pdf):
    """The structure tree as nested pairs of a tag and children, as poppler reads it."""
    # Alternative texts come in another encoding, and are not needed.
    command = ["pdfinfo", "-struct-text", pdf]
    text = subprocess.run(command, capture_output=True, check=True, text=True, errors="replace").stdout
    root = ("Document", [])
    open_nodes = [(-1, root)]
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip())
        line = line.strip()
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        children = open_nodes[-1][1][1]
        if match := re.fullmatch(r'"(.*)"', line):
            children.append(match[1])
        elif match := re.match(r"([A-Z][A-Za-z0-9]*)( \(|:|$)", line):
            node = (match[1], [])
            children.append(node)
            open_nodes.append((depth, node))
    return root


def words(node):
    if isinstance(node, str):
        return node.replace("\u00ad", "").replace('\\"', '"')
    return "".join(words(child) + (" " if not isinstance(child, str) and child[0] in BLOCKS else "") for child in node[1])


def rows(node):
    for child in node[1]:
        if isinstance(child, str):
            continue
        if child[0] == "TR":
            yield child
        else:
            yield from rows(child)


def quoted(text):
    return '"' + re.sub(r"\s+", " ", text).strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


class Typst:
    """The same words for Typst: headings, paragraphs, lists, tables and pictures, tagged, in two columns."""

    def __init__(self, language, pictures):
        self.pictures = iter(pictures)
        font = {"ar": "Noto Naskh Arabic", "zh": "Noto Sans SC"}.get(language, "Roboto")
        self.out = [
            f'#set document(title: "Monthly Briefing")\n#set text(font: ("{font}", "Roboto", "Noto Naskh Arabic", '
            f'"Noto Sans SC"), size: 9.5pt, lang: "{language}", hyphenate: true)\n#set par(justify: true)\n'
            '#set page(paper: "a4", margin: 18mm, columns: 2, numbering: "1")\n#set table(stroke: 0.4pt + gray)\n'
        ]

    def block(self, node):
        tag, children = node
        text = words(node)
        if tag in ("H1", "H2", "H3", "H4"):
            self.out.append(f"#heading(level: {tag[1]})[#{quoted(text)}]\n")
        elif tag == "Table":
            table = [[quoted(words(cell)) for cell in row[1] if not isinstance(cell, str)] for row in rows(node)]
            wide = max(map(len, table), default=1)
            cells = ", ".join(cell for row in table for cell in row + ['""'] * (wide - len(row)))
            self.out.append(f"#table(columns: {wide}, {cells})\n")
        elif tag == "Figure":
            picture = next(self.pictures, None)
            if picture:
                self.out.append(f'#figure(image("{picture}", width: 100%, alt: {quoted("A picture")}))\n')
            if text.strip():
                self.out.append(f"#par[#{quoted(text)}]\n")
        elif tag == "L":
            items = [child for child in children if not isinstance(child, str)]
            if any(has(item, {"H3", "H4", "Figure", "Table", "L"}) for item in items):
                for item in items:
                    self.block(("Div", item[1]))
            else:
                self.out.append("#list(" + ", ".join(f"[#{quoted(words(item))}]" for item in items) + ")\n")
        elif any(not isinstance(child, str) and (child[0] in BLOCKS or has(child, BLOCKS)) for child in children):
            for child in children:
                if not isinstance(child, str):
                    self.block(child)
        elif text.strip():
            self.out.append(f"#par[#{quoted(text)}]\n")


def has(node, tags):
    return not isinstance(node, str) and (node[0] in tags or any(has(child, tags) for child in node[1]))


def typst(pdf, language, pictures):
    made = Typst(language, pictures)
    made.block(tree(pdf))
    return "".join(made.out)
