"""Tests of the judges written here, on what a whole file is too clumsy to show. Run by selftest.sh."""

import unittest

import pikepdf
from pikepdf import Array, Dictionary, Name

import text
from structure import Judge


class Folding(unittest.TestCase):
    """What setting a text may change is folded, and nothing else."""

    def assert_same(self, found, expected):
        self.assertIsNone(text.difference(text.folded(found), text.folded(expected)), (found, expected))

    def assert_differ(self, found, expected):
        self.assertIsNotNone(text.difference(text.folded(found), text.folded(expected)), (found, expected))

    def test_hyphens_at_a_line_end_may_be_the_words_own(self):
        self.assert_same("capac-\nity-building of-\nfice", "capacity-building office")
        self.assert_same("capacity-\nbuilding", "capacity-building")
        self.assert_same("A/RES/\n71/291", "A/RES/71/291")
        self.assert_same("ca\u00ad\npacity", "capacity")

    def test_hyphens_within_a_line_stay(self):
        self.assert_differ("re-sign", "resign")
        self.assert_differ("resign", "re-sign")

    def test_a_line_end_is_a_space_or_nothing(self):
        self.assert_same("2024–\n2025", "2024–2025")
        self.assert_same("one  two\nthree\n\n", "one two three")
        self.assert_same("中文\n字", "中文字")
        self.assert_differ("onetwo", "one two")

    def test_letters_and_their_forms(self):
        self.assert_same("o\ufb03ce at 10\u202f000 and 10\u00a0000", "office at 10 000 and 10 000")
        self.assert_differ("one two", "one three")
        self.assert_differ("one two", "two one")

    def test_the_whole_text(self):
        self.assert_differ("one two", "one two three")
        self.assert_differ("one two three", "one two")

    def test_running_lines_are_left_out_and_no_others(self):
        artifacts = "# the foot\nUNOCT   Briefing {n} of {n}\n"
        pages = "the sen-\nUNOCT Briefing 1 of 12\n\ftence of UNOCT Briefing 3\n"
        self.assertEqual(text.without_artifacts(pages, artifacts).split(), "the sen- tence of UNOCT Briefing 3".split())
        self.assert_same(text.without_artifacts(pages, artifacts), "the sentence of UNOCT Briefing 3")


class Tables(unittest.TestCase):
    """Rows are as wide as their cells and those that reach down from above."""

    def faults(self, rows):
        """Judges a table; a cell is `(kind, columns, rows)`."""
        pdf = pikepdf.new()
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.StructTreeRoot = root

        def element(kind, parent, **more):
            made = pdf.make_indirect(Dictionary(S=Name("/" + kind), P=parent, **more))
            parent.K = Array([*parent.get("/K", []), made])
            return made

        table = element("Table", root)
        for row in rows:
            line = element("TR", table)
            for kind, across, down in row:
                attributes = Dictionary(O=Name.Table, ColSpan=across, RowSpan=down)
                if kind == "TH":
                    attributes.Scope = Name.Column
                element(kind, line, A=Array([attributes, 0]))
        judge = Judge(pdf)
        judge.read_tree()
        judge.judge_table(judge.elements[0])
        return judge.faults

    def test_spans_are_counted(self):
        head = [("TH", 2, 1), ("TH", 1, 1)]
        self.assertEqual(self.faults([head, [("TD", 1, 1)] * 3]), [])
        self.assertEqual(self.faults([head, [("TD", 1, 2), ("TD", 2, 1)], [("TD", 1, 1)] * 2]), [])

    def test_a_row_too_short_or_too_long_is_found(self):
        head = [("TH", 1, 1)] * 3
        self.assertEqual(len(self.faults([head, [("TD", 1, 1)] * 2])), 1)
        self.assertEqual(len(self.faults([head, [("TD", 1, 2), ("TD", 2, 1)], [("TD", 1, 1)] * 3])), 1)

    def test_a_span_that_leaves_the_table_is_found(self):
        self.assertEqual(len(self.faults([[("TH", 1, 1)], [("TD", 1, 2)]])), 1)


if __name__ == "__main__":
    unittest.main()
