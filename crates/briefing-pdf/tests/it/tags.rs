//! What the finished bytes say of a document: its tags, read back, against the document itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_document::{
    Block, Chart, ChartRow, ChartValue, Column, ColumnAlign, Document, DocumentInfo, EventItem, Inline, Inlines,
    ItemMarks, List, Note, PillarItem, Running, Section, SectionRole, Stamp, StampLine, Style, Table, Title,
};
use briefing_layout::text::FontBook;
use briefing_layout::{PagedDocument, layout};
use briefing_model::{Language, Theme};
use tagged_pdf::reader::{Child, Element, PdfFile};

fn words(text: &str) -> Inlines {
    vec![Inline::Text(text.into())]
}

/// A document with one of everything that needs no picture, and a table of so many rows.
fn document(rows: usize) -> Document {
    let theme = Theme::default();
    let section = |anchor: &str, role, blocks| Section {
        anchor: anchor.to_owned(),
        heading: format!("The {anchor}").into(),
        role,
        blocks,
    };
    let link = Inline::Link { target: "https://www.un.org/".parse().unwrap(), content: words("a page elsewhere") };
    let event = EventItem {
        id: "one".to_owned(),
        stamp: Stamp {
            lines: vec![
                StampLine { text: "29–30".to_owned(), large: true },
                StampLine { text: "Apr".to_owned(), large: false },
            ],
            continued: vec!["29–30 Apr,".to_owned(), "continued".to_owned()],
            spoken: "29–30 April 2025".to_owned(),
        },
        heading: None,
        details: None,
        text: vec![Inline::Text("Something happened, as ".into()), link, Inline::Text(" tells.".into())],
        figure: None,
    };
    let column = |header: &str, align, row_header| Column { header: words(header), align, row_header };
    let table = Table {
        summary: "Who gave what".to_owned(),
        columns: vec![column("Who", ColumnAlign::Start, true), column("How much", ColumnAlign::End, false)],
        rows: (0..rows).map(|row| vec![words(&format!("Giver {row}")), words("1,000")]).collect(),
        totals: vec![(words("Total"), words(&format!("{rows},000")))],
    };
    let marked =
        vec![Inline::Text("Giver".into()), Inline::NoteReference { note: "note-1".to_owned(), mark: "*".to_owned() }];
    let chart = Chart {
        form: briefing_document::ChartForm::Bars,
        title: "Bars".into(),
        summary: "Who gave how much".to_owned(),
        label_header: "Who".to_owned(),
        series: vec!["Pledged".to_owned()],
        rows: vec![ChartRow {
            label: marked,
            values: vec![ChartValue { length: 3.0, text: "3".to_owned(), spoken: None }],
        }],
    };
    Document {
        language: Language::En,
        about: DocumentInfo {
            title: "Everything once".to_owned(),
            author: "The Office".to_owned(),
            subject: "A test".to_owned(),
            issued: "2025-05-06".parse().unwrap(),
        },
        running: Running::default(),
        style: Style::from(&theme),
        title: Title { kicker: "The Office".into(), text: "Everything".into(), period: Vec::new(), emblem: None },
        sections: vec![
            section(
                "list",
                SectionRole::Panel,
                vec![Block::List(List { marks: ItemMarks::Numbers, items: vec![words("first"), words("second")] })],
            ),
            section("events", SectionRole::Text, vec![Block::Heading(words("A unit")), Block::Event(event)]),
            section(
                "exhibits",
                SectionRole::Exhibit,
                vec![
                    Block::Table(table),
                    Block::Chart(chart),
                    Block::Notes(vec![Note { id: "note-1".to_owned(), mark: "*".to_owned(), text: words("In kind.") }]),
                ],
            ),
            section(
                "strip",
                SectionRole::Strip,
                vec![Block::Pillars(vec![PillarItem {
                    kicker: "Pillar".to_owned(),
                    numeral: "I".to_owned(),
                    text: words("Conditions"),
                }])],
            ),
        ],
    }
}

fn paged(rows: usize) -> PagedDocument {
    layout(&document(rows), &Arc::new(FontBook::builtin()))
}

fn bytes(rows: usize) -> Vec<u8> {
    briefing_pdf::write(&paged(rows), &BTreeMap::new()).unwrap()
}

/// The tags of a file, one a line, with how deep each is.
fn tags(bytes: &[u8]) -> Vec<(usize, String)> {
    let structure = PdfFile::open(bytes).unwrap().structure().unwrap();
    let mut tags = Vec::new();
    walk(&structure.root, 0, &mut tags);
    tags
}

fn walk(element: &Element, depth: usize, tags: &mut Vec<(usize, String)>) {
    tags.push((depth, line(element)));
    for child in &element.children {
        if let Child::Element(child) = child {
            walk(child, depth + 1, tags);
        }
    }
}

fn line(element: &Element) -> String {
    let mut line = element.role.clone();
    if let Some(text) = &element.actual_text {
        line.push_str(&format!(" read as “{text}”"));
    }
    for (key, value) in
        [("ListNumbering", &element.numbering), ("Scope", &element.scope), ("Summary", &element.summary)]
    {
        if let Some(value) = value {
            line.push_str(&format!(" {key}={value}"));
        }
    }
    if element.columns > 1 {
        line.push_str(&format!(" ColSpan={}", element.columns));
    }
    line
}

fn count(tags: &[(usize, String)], tag: &str) -> usize {
    tags.iter().filter(|(_, line)| line.split(' ').next() == Some(tag)).count()
}

#[test]
fn tags_say_what_the_page_means() {
    let lines: Vec<String> =
        tags(&bytes(2)).into_iter().map(|(depth, line)| format!("{}{line}", "  ".repeat(depth))).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_table_over_forty_pages_is_one_table_with_one_header() {
    let rows = 3400;
    let paged = paged(rows);
    assert!(paged.pages.len() >= 40, "{} pages", paged.pages.len());
    let tags = tags(&briefing_pdf::write(&paged, &BTreeMap::new()).unwrap());
    assert_eq!(count(&tags, "Table"), 2, "the table and the chart");
    assert_eq!(count(&tags, "THead"), 2);
    // Of the table: header, rows, total. Of the chart: header and one row.
    assert_eq!(count(&tags, "TR"), 1 + rows + 1 + 2);
    assert_eq!(count(&tags, "TH"), 2 + rows + 1 + 3);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(bytes(3), bytes(3));
}

#[test]
fn a_picture_without_bytes_is_an_error_that_names_it() {
    let mut document = document(1);
    let digest = "ab".repeat(32).parse().unwrap();
    let figure = briefing_document::CaptionedPicture {
        digest,
        media: briefing_model::Media::Png,
        orientation: briefing_model::Orientation::Upright,
        size: (10, 10),
        alt: "A square".parse().unwrap(),
        caption: None,
        alt_language: None,
        credit: None,
        file: "square.png".to_owned(),
    };
    document.sections[1].blocks.push(Block::Figure(figure));
    let paged = layout(&document, &Arc::new(FontBook::builtin()));
    let error = briefing_pdf::write(&paged, &BTreeMap::new()).unwrap_err();
    assert!(error.to_string().contains(&"ab".repeat(32)), "{error}");
}
