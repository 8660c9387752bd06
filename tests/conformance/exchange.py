"""What translators' tools make of our PO and XLIFF files: each reads one and writes it anew, as if somebody had opened and saved it.

    exchange.py TOOL FROM TO

The tools: polib, translate-toolkit (of Pootle, Virtaal and Weblate), babel (of Python), each in its own way of wrapping, escaping and
ordering. Which text belongs to which key must be the same afterwards; `run.sh` imports the result and compares the folders.
"""

import sys


def polib(source, target):
    import polib as tool

    tool.pofile(source).save(target)


def toolkit(source, target):
    from translate.storage.pypo import pofile
    from translate.storage.xliff2 import Xliff2File

    kind = Xliff2File if source.endswith(".xlf") else pofile
    store = kind.parsefile(source)
    for unit in store.units:
        # A tool that shows a unit asks for all of it, and writes back what it asked for.
        if unit.istranslatable():
            unit.target = unit.target
    with open(target, "wb") as file:
        store.serialize(file)


def babel(source, target):
    from babel.messages import pofile

    with open(source, "rb") as file:
        catalog = pofile.read_po(file)
    with open(target, "wb") as file:
        pofile.write_po(file, catalog, width=60)


TOOLS = {"polib": polib, "translate-toolkit": toolkit, "babel": babel}

if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in TOOLS:
        sys.exit(__doc__)
    TOOLS[sys.argv[1]](sys.argv[2], sys.argv[3])
