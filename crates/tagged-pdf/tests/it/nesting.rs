//! Trees that break a rule, and what is said of them.

use crate::support::Draft;
use tagged_pdf::{
    AltText, DataCell, Element, ElementId, Error, HeaderCell, HeadingLevel, ListNumbering, Location, Rect, Scope,
    StructureTree, Tag,
};

/// A tree from `parent/child` paths in the order of reading; all but the last named are groups.
fn violations(build: impl FnOnce(&mut Draft)) -> String {
    let mut draft = Draft::new();
    build(&mut draft);
    match draft.tree.check() {
        Ok(()) => "sound".into(),
        Err(violations) => violations.to_string(),
    }
}

fn heading(level: u8) -> Tag {
    Tag::Heading(HeadingLevel::from_number(level).unwrap())
}

fn cell() -> Tag {
    Tag::DataCell(DataCell::new())
}

fn headings(levels: &[u8]) -> String {
    violations(|draft| {
        for level in levels {
            draft.leaf(draft.root(), heading(*level), "x");
        }
    })
}

/// A table of rows of cells that cover so many columns and rows.
fn table(rows: &[&[(u16, u16)]]) -> String {
    violations(|draft| {
        let table = draft.group(draft.root(), Tag::Table { summary: None });
        for cells in rows {
            let row = draft.group(table, Tag::TableRow);
            for (columns, rows) in *cells {
                draft.leaf(row, Tag::DataCell(DataCell::new().columns(*columns).rows(*rows)), "x");
            }
        }
    })
}

fn child_of(parents: &[Tag], child: &Tag) -> String {
    violations(|draft| {
        let inner = parents.iter().fold(draft.root(), |parent, tag| draft.group(parent, tag.clone()));
        draft.leaf(inner, child.clone(), "x");
    })
}

#[test]
fn the_first_heading_is_the_only_title_and_no_level_is_skipped() {
    assert_eq!(headings(&[1, 2, 3, 2, 2, 3, 4, 2]), "sound");
    assert_eq!(headings(&[2]), "H2 is not the title: the first heading, and only it, is H1");
    assert_eq!(headings(&[1, 2, 1]), "H1 is not the title: the first heading, and only it, is H1");
    assert_eq!(headings(&[1, 3]), "H3 follows H1: no level of headings may be skipped");
    assert_eq!(headings(&[1, 2, 3, 2, 4]), "H4 follows H2: no level of headings may be skipped");
}

#[test]
fn kinds_have_their_places() {
    let list = || Tag::List(ListNumbering::Disc);
    let table = || Tag::Table { summary: None };
    for (parents, child, expected) in [
        (
            vec![],
            Tag::ListItem,
            "LI is in Document, and belongs in L; LI has content of its own, and may only group other elements",
        ),
        (vec![list()], Tag::Paragraph, "P is in L, which holds only LI, L and Caption"),
        (vec![list(), Tag::ListItem], Tag::Paragraph, "P is in LI, which holds only Lbl and LBody"),
        (vec![list(), Tag::ListItem], Tag::ListBody, "sound"),
        (vec![], Tag::Label, "Lbl is in Document, and belongs in LI, Note, Reference or Caption"),
        (vec![table()], cell(), "TD is in Table, and belongs in TR"),
        (vec![table(), Tag::TableRow], Tag::Paragraph, "P is in TR, which holds only TH and TD"),
        (vec![table(), Tag::TableRow, cell()], Tag::Paragraph, "sound"),
        (vec![Tag::Section], Tag::Caption, "Caption is in Sect, and belongs in Table, Figure or L"),
        (vec![Tag::Paragraph], Tag::Paragraph, "P is a block in P, which holds text"),
        (vec![Tag::Paragraph, Tag::Link], heading(1), "H1 is a block in Link, which holds text"),
        (vec![Tag::Section], Tag::Span, "Span is part of a line of text, and Sect only groups other elements"),
        (vec![Tag::Paragraph], Tag::Note, "sound"),
        (vec![Tag::Note], Tag::Paragraph, "sound"),
        (
            vec![Tag::Section],
            Tag::Document,
            "Document is in Sect, and belongs in the root; Document has content of its own, and may only group other elements",
        ),
    ] {
        assert_eq!(child_of(&parents, &child), expected, "{parents:?} {child:?}");
    }
}

#[test]
fn the_rows_of_a_table_are_equally_wide() {
    let one = (1, 1);
    assert_eq!(table(&[&[one, one], &[one, one]]), "sound");
    assert_eq!(table(&[&[(2, 1)], &[one, one]]), "sound");
    assert_eq!(table(&[&[(1, 2), one], &[one], &[one, one]]), "sound");
    assert_eq!(table(&[&[one, one], &[one]]), "Table has a row 2 of 1 columns, and the first has 2");
    let misplaced = "that covers no place, one outside the table, or another cell's";
    assert_eq!(table(&[&[(1, 3), one], &[one]]), format!("Table has a cell in row 2 {misplaced}"));
    assert_eq!(table(&[&[one, (1, 2), one], &[(2, 1), one]]), format!("Table has a cell in row 2 {misplaced}"));
    assert!(table(&[&[(0, 1)]]).contains("has a cell in row 1"));
}

#[test]
fn the_parts_of_a_table_are_there_once() {
    let with = |parts: &[Tag]| {
        violations(|draft| {
            let table = draft.group(draft.root(), Tag::Table { summary: None });
            for part in parts {
                let part = draft.group(table, part.clone());
                let row = draft.group(part, Tag::TableRow);
                draft.leaf(row, cell(), "x");
            }
        })
    };
    assert_eq!(with(&[Tag::TableHead, Tag::TableBody, Tag::TableBody, Tag::TableFoot]), "sound");
    assert_eq!(with(&[Tag::TableHead]), "Table has a header or a footer, and no TBody");
    assert_eq!(with(&[Tag::TableHead, Tag::TableHead, Tag::TableBody]), "Table has more than one THead");
}

#[test]
fn captions_stand_at_an_edge() {
    let figure = Tag::Figure(AltText::new("x").unwrap());
    let with = |parent: Tag, children: &[Tag]| {
        violations(|draft| {
            let parent = draft.group(draft.root(), parent);
            for child in children {
                match child {
                    Tag::ListItem => {
                        let item = draft.group(parent, child.clone());
                        draft.leaf(item, Tag::ListBody, "x");
                    }
                    _ => {
                        draft.leaf(parent, child.clone(), "x");
                    }
                }
            }
        })
    };
    assert_eq!(with(figure.clone(), &[Tag::Paragraph, Tag::Caption]), "sound");
    let fault = "has more than one caption, or one that is neither first nor last (in a list, not first)";
    assert_eq!(with(figure.clone(), &[Tag::Caption, Tag::Caption]), format!("Figure {fault}"));
    assert_eq!(with(figure, &[Tag::Paragraph, Tag::Caption, Tag::Paragraph]), format!("Figure {fault}"));
    let list = Tag::List(ListNumbering::None);
    assert_eq!(with(list.clone(), &[Tag::Caption, Tag::ListItem]), "sound");
    assert_eq!(with(list, &[Tag::ListItem, Tag::Caption]), format!("L {fault}"));
}

#[test]
fn labels_need_a_numbering() {
    let with = |numbering| {
        violations(|draft| {
            let list = draft.group(draft.root(), Tag::List(numbering));
            let item = draft.group(list, Tag::ListItem);
            draft.leaf(item, Tag::Label, "1.");
            draft.leaf(item, Tag::ListBody, "x");
        })
    };
    assert_eq!(with(ListNumbering::Decimal), "sound");
    assert_eq!(with(ListNumbering::None), "L has labels, and its numbering says that there are none");
}

#[test]
fn cells_name_header_cells_of_their_own_table() {
    let mut tree = StructureTree::new();
    let mut rows = Vec::new();
    for _ in 0..2 {
        let table = tree.element(tree.root(), Tag::Table { summary: None });
        rows.push(tree.element(table, Tag::TableRow));
    }
    let header = tree.element(rows[0], Tag::HeaderCell(HeaderCell::new(Scope::Column)));
    tree.content(header);
    let naming = |tree: &mut StructureTree, row: ElementId, header: ElementId| {
        let cell = tree.element(row, Tag::DataCell(DataCell::new().headers([header])));
        tree.content(cell);
    };
    naming(&mut tree, rows[0], header);
    tree.check().unwrap_err();
    let mut sound = tree.clone();
    let empty = Element::new(cell()).may_be_empty();
    sound.element(rows[1], empty);
    assert_eq!(sound.check(), Ok(()));
    naming(&mut tree, rows[1], header);
    assert_eq!(tree.check().unwrap_err().to_string(), "TD names a header that is not a header cell of its table");
}

#[test]
fn a_violation_has_the_nearest_location() {
    let mut draft = Draft::new();
    let section = draft.group(draft.root(), Element::new(Tag::Section).location(Location(5)));
    let paragraph = draft.leaf(section, Element::new(Tag::Paragraph).location(Location(6)), "x");
    draft.leaf(paragraph, Tag::Paragraph, "x");
    draft.group(section, Tag::Paragraph);
    let violations = draft.tree.check().unwrap_err();
    let found: Vec<_> = violations.iter().map(|v| (v.element, v.location)).collect();
    assert_eq!(found, [("P", Some(Location(6))), ("P", Some(Location(5)))]);
}

#[test]
fn what_is_not_drawn_is_listed() {
    let mut draft = Draft::new();
    draft.leaf(draft.root(), Element::new(Tag::Paragraph).location(Location(1)), "drawn");
    let forgotten = draft.group(draft.root(), Element::new(Tag::Paragraph).location(Location(2)));
    draft.tree.content(forgotten);
    let half = draft.leaf(draft.root(), Element::new(Tag::Paragraph).location(Location(3)), "drawn");
    draft.tree.content(half);
    let link = draft.leaf(half, Tag::Link, "nowhere");
    let to_nothing = draft.leaf(half, Element::new(Tag::Link).location(Location(4)), "to nothing");
    let pdf = draft.draw_with(100, |page| {
        let area = [Rect::new(0.0, 0.0, 1.0, 1.0)];
        page.link(to_nothing, &area, forgotten, &AltText::new("x").unwrap()).unwrap();
    });
    let _ = link;
    let Err(Error::Structure(violations)) = pdf.finish() else { panic!("it was finished") };
    let found: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "P (location 2) has content that is not drawn on any page",
            "P (location 3) has content that is not drawn on any page",
            "Link (location 4) leads to an element that is not drawn on any page",
            "Link (location 3) is a link that leads nowhere: no page gives it an area and a target",
        ]
    );
}

#[test]
fn very_deep_trees_do_not_overflow_the_stack() {
    let mut draft = Draft::new();
    let mut parent = draft.root();
    for _ in 0..100_000 {
        parent = draft.group(parent, Tag::Division);
    }
    draft.leaf(parent, Tag::Paragraph, "down here");
    assert!(draft.draw(10).finish().is_ok());
}
