//! Checking that the cells of a table form a rectangle (PDF/UA-1 7.5).

use super::{ElementId, StructureTree, Tag, TreeNode};
use crate::error::ViolationKind;
use crate::tree::element::CellSpan;

/// Reports missing or duplicate parts, and rows that do not fit together.
pub(super) fn check_table(
    tree: &StructureTree,
    id: ElementId,
    node: &TreeNode,
    report: &mut impl FnMut(ViolationKind),
) {
    check_parts(tree, node, report);
    let mut grid = TableGrid::default();
    for (row, cells) in rows(tree, id).into_iter().enumerate() {
        let row = row + 1;
        if !grid.place(cells) {
            report(ViolationKind::CellSpan { row });
        }
        let columns = grid.width();
        let expected = *grid.expected.get_or_insert(columns);
        if columns != expected {
            report(ViolationKind::Irregular { row, columns, expected });
        }
        grid.next_row();
    }
    if grid.open.iter().any(|rows| *rows > 0) {
        report(ViolationKind::CellSpan { row: grid.rows });
    }
}

fn check_parts(tree: &StructureTree, node: &TreeNode, report: &mut impl FnMut(ViolationKind)) {
    let count = |wanted: Tag| tree.child_nodes(node).filter(|(_, child)| child.element.tag == wanted).count();
    let (heads, bodies, feet) = (count(Tag::TableHead), count(Tag::TableBody), count(Tag::TableFoot));
    for (part, count) in [("THead", heads), ("TFoot", feet)] {
        if count > 1 {
            report(ViolationKind::Repeated { part });
        }
    }
    if bodies == 0 && heads + feet > 0 {
        report(ViolationKind::NoBody);
    }
}

/// The spans of all cells, row by row, in reading order.
fn rows(tree: &StructureTree, table: ElementId) -> Vec<Vec<CellSpan>> {
    let mut rows = Vec::new();
    let Some(node) = tree.node(table) else {
        return rows;
    };
    for (_, child) in tree.child_nodes(node) {
        match child.element.tag {
            Tag::TableRow => rows.push(spans(tree, child)),
            Tag::TableHead | Tag::TableBody | Tag::TableFoot => {
                let own = tree.child_nodes(child).filter(|(_, row)| row.element.tag == Tag::TableRow);
                rows.extend(own.map(|(_, row)| spans(tree, row)));
            }
            _ => {}
        }
    }
    rows
}

fn spans(tree: &StructureTree, row: &TreeNode) -> Vec<CellSpan> {
    tree.child_nodes(row)
        .filter_map(|(_, cell)| match &cell.element.tag {
            Tag::HeaderCell(cell) => Some(cell.span),
            Tag::DataCell(cell) => Some(cell.span),
            _ => None,
        })
        .collect()
}

/// For each column, the number of rows that its cell still spans, including the present one.
#[derive(Default)]
struct TableGrid {
    open: Vec<u16>,
    rows: usize,
    expected: Option<usize>,
}

impl TableGrid {
    /// Places a row's cells from the left, each in the first free column.
    ///
    /// Returns `false` if a cell spans nothing, or covers a place that another cell covers.
    fn place(&mut self, cells: Vec<CellSpan>) -> bool {
        let mut column = 0;
        let mut fits = true;
        for span in cells {
            while self.open.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            fits &= span.columns > 0 && span.rows > 0;
            let end = column + usize::from(span.columns);
            if self.open.len() < end {
                self.open.resize(end, 0);
            }
            for place in self.open.iter_mut().take(end).skip(column) {
                fits &= *place == 0;
                *place = (*place).max(span.rows);
            }
            column = end;
        }
        self.rows += 1;
        fits
    }

    /// The number of columns covered in the present row.
    fn width(&self) -> usize {
        self.open.iter().filter(|rows| **rows > 0).count()
    }

    fn next_row(&mut self) {
        for rows in &mut self.open {
            *rows = rows.saturating_sub(1);
        }
    }
}
