//! The structure tree, read back from finished files.

use crate::support::file::File;
use crate::support::{Draft, face};
use insta::assert_snapshot;
use tagged_pdf::{
    AltText, ArtifactKind, DataCell, Destination, Element, HeaderCell, HeadingLevel, LanguageTag, ListNumbering, Rect,
    Scope, Size, Tag, Target,
};

fn read(draft: Draft, per_page: usize) -> File {
    File::open(&draft.draw(per_page).finish().unwrap())
}

#[test]
fn elements_and_text_alternate_in_reading_order() {
    let mut draft = Draft::new();
    draft.leaf(draft.root(), Tag::Heading(HeadingLevel::H1), "Lighthouses");
    let paragraph = draft.group(draft.root(), Tag::Paragraph);
    draft.text(paragraph, "They are ");
    draft.leaf(paragraph, Tag::Emphasis, "tall");
    draft.text(paragraph, ", and ");
    draft.leaf(paragraph, Tag::Strong, "bright");
    draft.text(paragraph, ".");
    assert_snapshot!(read(draft, 100).tags(), @r#"
    - Document
      - H1: Lighthouses
      - P
        - "They are "
        - Em: tall
        - ", and "
        - Strong: bright
        - "."
    "#);
}

#[test]
fn drawing_order_is_not_reading_order() {
    let mut draft = Draft::new();
    let first = draft.leaf(draft.root(), Tag::Paragraph, "read first");
    draft.leaf(draft.root(), Tag::Paragraph, "read second");
    draft.text(first, ", drawn last");
    draft.texts.reverse();
    assert_snapshot!(read(draft, 100).tags(), @r"
    - Document
      - P: read first, drawn last
      - P: read second
    ");
}

#[test]
fn a_slot_may_be_drawn_in_lines_and_on_pages() {
    let mut draft = Draft::new();
    let paragraph = draft.group(draft.root(), Tag::Paragraph);
    let slot = draft.text(paragraph, "One, ");
    draft.leaf(draft.root(), Tag::Paragraph, "Elsewhere.");
    draft.texts.push((slot, "two, ".into()));
    draft.texts.push((slot, "three.".into()));
    let file = read(draft, 2);
    assert_eq!(file.pages.len(), 2);
    assert_snapshot!(file.tags(), @r"
    - Document
      - P: One, two, three.
      - P: Elsewhere.
    ");
}

#[test]
fn tables_announce_their_cells() {
    let mut draft = Draft::new();
    let summary = Some("Lighthouses by coast".to_string());
    let table = draft.group(draft.root(), Tag::Table { summary });
    draft.leaf(table, Tag::Caption, "Lighthouses");
    let head = draft.group(table, Tag::TableHead);
    let row = draft.group(head, Tag::TableRow);
    draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Column).rows(2)), "Coast");
    let years = draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Column).columns(2)), "Lighthouses");
    let row = draft.group(head, Tag::TableRow);
    let y2024 = draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Column)), "2024");
    draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Column)), "2025");
    let body = draft.group(table, Tag::TableBody);
    let row = draft.group(body, Tag::TableRow);
    draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Row)), "North");
    draft.leaf(row, Tag::DataCell(DataCell::new().headers([years, y2024])), "12");
    draft.group(row, Element::new(Tag::DataCell(DataCell::new())).may_be_empty());
    let foot = draft.group(table, Tag::TableFoot);
    let row = draft.group(foot, Tag::TableRow);
    draft.leaf(row, Tag::HeaderCell(HeaderCell::new(Scope::Both)), "Total");
    draft.leaf(row, Tag::DataCell(DataCell::new().columns(2)), "12");
    let file = read(draft, 100);
    assert_snapshot!(file.tags(), @r#"
    - Document
      - Table Summary="Lighthouses by coast"
        - Caption: Lighthouses
        - THead
          - TR
            - TH Scope=Column RowSpan=2: Coast
            - TH ID="e0000000006" Scope=Column ColSpan=2: Lighthouses
          - TR
            - TH ID="e0000000008" Scope=Column: 2024
            - TH Scope=Column: 2025
        - TBody
          - TR
            - TH Scope=Row: North
            - TD Headers=["e0000000006", "e0000000008"]: 12
            - TD
        - TFoot
          - TR
            - TH Scope=Both: Total
            - TD ColSpan=2: 12
    "#);

    // Identifiers that cells name can be looked up.
    let root = file.dictionary(file.catalog(), "StructTreeRoot");
    let names = file.get(file.dictionary(root, "IDTree"), "Names").unwrap().as_array().unwrap();
    assert_eq!(names.len(), 4);
}

#[test]
fn lists_notes_and_references_are_what_they_are() {
    let mut draft = Draft::new();
    let list = draft.group(draft.root(), Tag::List(ListNumbering::LowerAlpha));
    for (label, text) in [("(a)", "Walk."), ("(b)", "Count.")] {
        let item = draft.group(list, Tag::ListItem);
        draft.leaf(item, Tag::Label, label);
        let body = draft.leaf(item, Tag::ListBody, text);
        if label == "(b)" {
            let inner = draft.group(body, Tag::List(ListNumbering::None));
            let item = draft.group(inner, Tag::ListItem);
            draft.leaf(item, Tag::ListBody, "At night.");
        }
    }
    let paragraph = draft.leaf(draft.root(), Tag::Paragraph, "See");
    let reference = draft.group(paragraph, Tag::Reference);
    let link = draft.leaf(reference, Tag::Link, "1");
    let note = draft.group(draft.root(), Tag::Note);
    let back = draft.leaf(note, Tag::Label, "1");
    draft.leaf(note, Tag::Paragraph, "By the keeper.");
    let _ = back;
    let pdf = draft.draw_with(4, |page| {
        let area = [Rect::new(40.0, 30.0, 10.0, 10.0)];
        page.link(link, &area, note, &AltText::new("Note 1").unwrap()).unwrap();
    });
    let file = File::open(&pdf.finish().unwrap());
    assert_snapshot!(file.tags(), @r#"
    - Document
      - L ListNumbering=LowerAlpha
        - LI
          - Lbl: (a)
          - LBody: Walk.
        - LI
          - Lbl: (b)
          - LBody
            - "Count."
            - L ListNumbering=None
              - LI
                - LBody: At night.
      - P
        - "See"
        - Reference
          - Link
            - "1"
            - annotation: Note 1
      - Note ID="e0000000014"
        - Lbl: 1
        - P: By the keeper.
    "#);
}

#[test]
fn attributes_are_written_in_any_script() {
    let mut draft = Draft::new();
    let french = Element::new(Tag::Paragraph).language(LanguageTag::new("fr").unwrap()).title("Citation n° 1");
    let paragraph = draft.leaf(draft.root(), french, "Avec soin");
    let acronym = Element::new(Tag::Span).expansion("Бюро маяков");
    draft.leaf(paragraph, acronym, "BM");
    let replaced = Element::new(Tag::Span).actual_text("灯塔");
    draft.leaf(paragraph, replaced, "x");
    assert_snapshot!(read(draft, 100).tags(), @r#"
    - Document
      - P T="Citation n° 1" Lang="fr"
        - "Avec soin"
        - Span E="Бюро маяков": BM
        - Span ActualText="灯塔": x
    "#);
}

#[test]
fn the_box_of_a_figure_is_what_is_drawn_in_it() {
    let mut draft = Draft::new();
    let alt = AltText::new("Two squares").unwrap();
    let figure = draft.group(draft.root(), Tag::Figure(alt));
    let squares = draft.tree.content(figure);
    draft.leaf(draft.root(), Tag::Paragraph, "After it.");
    let pdf = draft.draw_with(100, |page| {
        page.content(squares, |canvas| {
            canvas.fill_rect(Rect::new(100.0, 200.0, 50.0, 50.0), tagged_pdf::Color::BLACK);
            let edge = tagged_pdf::Path::rect(Rect::new(0.0, 200.0, 160.0, 20.0));
            canvas.clip(&edge, tagged_pdf::FillRule::NonZero, |canvas| {
                canvas.fill_rect(Rect::new(140.0, 210.0, 400.0, 400.0), tagged_pdf::Color::WHITE);
            });
        })
        .unwrap();
    });
    let file = File::open(&pdf.finish().unwrap());
    // From 100 to 160 across, and from 200 to 250 down a page of 841.89.
    let attributes = file.dictionary(file.element("Figure"), "A");
    assert_snapshot!(format!("{attributes:?}"), @"<</O /Layout/BBox [100 591.89 160 641.89]>>");
}

#[test]
fn links_have_areas_contents_and_targets() {
    let mut draft = Draft::new();
    let heading = draft.leaf(draft.root(), Tag::Heading(HeadingLevel::H1), "Top");
    let paragraph = draft.group(draft.root(), Tag::Paragraph);
    let web = draft.leaf(paragraph, Tag::Link, "web");
    let inside = draft.leaf(paragraph, Tag::Link, "inside");
    let by_page = draft.leaf(paragraph, Tag::Link, "by page");
    let alt = |text: &str| AltText::new(text).unwrap();
    let pdf = draft.draw_with(100, |page| {
        let areas = [Rect::new(300.0, 20.0, 60.0, 12.0), Rect::new(40.0, 32.0, 20.0, 12.0)];
        page.link(web, &areas, Target::Uri("https://un.org/a b".into()), &alt("The register")).unwrap();
        page.link(inside, &areas[..1], heading, &alt("To the top")).unwrap();
        page.link(inside, &areas[1..], heading, &alt("To the top")).unwrap();
        page.link(by_page, &areas[..1], Destination::Page { number: 1, top: 100.0 }, &alt("Down")).unwrap();
    });
    let file = File::open(&pdf.finish().unwrap());
    assert_snapshot!(file.tags(), @r#"
    - Document
      - H1: Top
      - P
        - Link
          - "web"
          - annotation: The register
          - annotation: The register
        - Link
          - "inside"
          - annotation: To the top
          - annotation: To the top
        - Link
          - "by page"
          - annotation: Down
    "#);
    let annotations = file.get(file.page(0), "Annots").unwrap().as_array().unwrap();
    let annotations: Vec<String> =
        annotations.iter().map(|annotation| format!("{:?}", file.follow(annotation))).collect();
    assert_snapshot!(annotations.join("\n"), @r"
    <</Type /Annot/Subtype /Link/F 4/Border [0 0 0]/P 10 0 R/Rect [300 809.89 360 821.89]/Contents (The register)/StructParent 1/A <</S /URI/URI (https://un.org/a%20b)>>>>
    <</Type /Annot/Subtype /Link/F 4/Border [0 0 0]/P 10 0 R/Rect [40 797.89 60 809.89]/Contents (The register)/StructParent 2/A <</S /URI/URI (https://un.org/a%20b)>>>>
    <</Type /Annot/Subtype /Link/F 4/Border [0 0 0]/P 10 0 R/Rect [300 809.89 360 821.89]/Contents (To the top)/StructParent 3/Dest [10 0 R /XYZ Null 836.167 Null]>>
    <</Type /Annot/Subtype /Link/F 4/Border [0 0 0]/P 10 0 R/Rect [40 797.89 60 809.89]/Contents (To the top)/StructParent 4/Dest [10 0 R /XYZ Null 836.167 Null]>>
    <</Type /Annot/Subtype /Link/F 4/Border [0 0 0]/P 10 0 R/Rect [300 809.89 360 821.89]/Contents (Down)/StructParent 5/Dest [10 0 R /XYZ Null 741.89 Null]>>
    ");
}

#[test]
fn artifacts_say_what_they_are_and_are_not_in_the_tree() {
    let mut draft = Draft::new();
    draft.leaf(draft.root(), Tag::Paragraph, "Content");
    let mut pdf = draft.draw(100);
    let regular = face(&mut pdf, "Roboto-Regular");
    let mut page = pdf.page(Size::A4).unwrap();
    for kind in [
        ArtifactKind::Header,
        ArtifactKind::Footer,
        ArtifactKind::Pagination,
        ArtifactKind::Layout,
        ArtifactKind::Background,
    ] {
        page.artifact(kind, |canvas| regular.draw(canvas, &regular.line("furniture", 9.0), 9.0, 40.0, 40.0)).unwrap();
    }
    let file = File::open(&pdf.finish().unwrap());
    assert_eq!(file.structure.artifacts, [vec![], vec!["furniture"; 5]]);
    assert!(!file.tags().contains("furniture"));
    let kinds: Vec<String> = file
        .content(1)
        .operations
        .into_iter()
        .filter(|operation| operation.operator == "BDC")
        .map(|operation| format!("{:?}", operation.operands))
        .collect();
    assert_snapshot!(kinds.join("\n"), @r"
    [/Artifact, <</Subtype /Header/Type /Pagination>>]
    [/Artifact, <</Subtype /Footer/Type /Pagination>>]
    [/Artifact, <</Type /Pagination>>]
    [/Artifact, <</Type /Layout>>]
    [/Artifact, <</Type /Background>>]
    ");
}

#[test]
fn a_table_over_forty_pages_is_one_table() {
    let mut draft = Draft::new();
    let table = draft.group(draft.root(), Tag::Table { summary: None });
    let head = draft.group(table, Tag::TableHead);
    let body = draft.group(table, Tag::TableBody);
    for row in 0..1000 {
        let part = if row == 0 { head } else { body };
        let tr = draft.group(part, Tag::TableRow);
        for column in 0..2 {
            let tag = match row {
                0 => Tag::HeaderCell(HeaderCell::new(Scope::Column)),
                _ => Tag::DataCell(DataCell::new()),
            };
            draft.leaf(tr, tag, &format!("{row}.{column}"));
        }
    }
    let file = read(draft, 50);
    assert_eq!(file.pages.len(), 40);
    let tags = file.tags();
    let count = |tag: &str| tags.lines().filter(|line| line.trim_start().starts_with(&format!("- {tag}"))).count();
    assert_eq!((count("Table"), count("TR"), count("TH "), count("TD")), (1, 1000, 2, 1998));
}

#[test]
fn identifiers_of_content_are_unique_in_the_document() {
    let mut draft = Draft::new();
    for line in 0..9 {
        draft.leaf(draft.root(), Tag::Paragraph, &format!("Line {line}"));
    }
    let file = read(draft, 4);
    let identifiers: Vec<(usize, i64)> = file.texts.keys().copied().collect();
    assert_eq!(identifiers, [(0, 0), (0, 1), (0, 2), (0, 3), (1, 4), (1, 5), (1, 6), (1, 7), (2, 8)]);
}
