//! How long files take to be drawn and written: an issue of four pages, and a very long table.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run is to stop")]

#[path = "../examples/support/typesetter.rs"]
mod typesetter;

use briefing_fonts::faces;
use divan::Bencher;
use tagged_pdf::{
    ArtifactKind, DataCell, HeaderCell, HeadingLevel, LanguageTag, Metadata, PdfBuilder, Scope, Size, StructureTree,
    Tag, Timestamp,
};
use typesetter::{Line, Typeface};

fn main() {
    divan::main();
}

const WORDS: &str = "The office of lighthouse keepers, which the Assembly founded to count efficiently what \
    shines at night, held 47 workshops on 30 April 2025 in Dakar, Vienna and Bogotá (see annex); its £335.8 \
    million — “pledged, not received” — finance programmes of every kind, from fog horns to affidavits. ";

struct Issue {
    paragraphs: Vec<Vec<Line>>,
    heads: Vec<Line>,
}

fn builder(tree: StructureTree) -> PdfBuilder {
    let issued = Timestamp::new(2025, 4, 30, 0, 0, 0).unwrap();
    PdfBuilder::new(Metadata::new("Bench", LanguageTag::new("en").unwrap(), issued).unwrap(), tree)
}

fn face(pdf: &mut PdfBuilder, name: &str) -> Typeface {
    let data = faces().iter().find(|face| face.name == name).unwrap().data;
    Typeface { id: pdf.add_font(data, 0).unwrap(), data }
}

/// Four pages of 60 paragraphs in three faces, about 11,000 characters.
fn issue() -> Issue {
    let mut pdf = builder(StructureTree::new());
    let (regular, bold) = (face(&mut pdf, "Roboto-Regular"), face(&mut pdf, "Roboto-Bold"));
    let paragraphs = (0..48).map(|_| regular.lines(WORDS, 9.0, 250.0)).collect();
    let heads = (0..12).map(|i| bold.line(&format!("Heading number {i}"), 12.0)).collect();
    Issue { paragraphs, heads }
}

fn draw(issue: &Issue) -> PdfBuilder {
    let mut tree = StructureTree::new();
    let root = tree.root();
    let title = tree.element(root, Tag::Heading(HeadingLevel::H1));
    let title = tree.content(title);
    let mut parts = Vec::new();
    for _ in &issue.heads {
        let section = tree.element(root, Tag::Section);
        let heading = tree.element(section, Tag::Heading(HeadingLevel::H2));
        let heading = tree.content(heading);
        let paragraphs: Vec<_> = (0..4)
            .map(|_| {
                let paragraph = tree.element(section, Tag::Paragraph);
                tree.content(paragraph)
            })
            .collect();
        parts.push((heading, paragraphs));
    }
    let mut pdf = builder(tree);
    let (regular, bold) = (face(&mut pdf, "Roboto-Regular"), face(&mut pdf, "Roboto-Bold"));
    let condensed = face(&mut pdf, "RobotoCondensed-Regular");
    let mut lines = issue.paragraphs.iter();
    for (number, parts) in parts.chunks(3).enumerate() {
        let mut page = pdf.page(Size::A4).unwrap();
        if number == 0 {
            let line = bold.line("Title of the issue", 20.0);
            page.content(title, |canvas| bold.draw(canvas, &line, 20.0, 40.0, 60.0)).unwrap();
        }
        let mut y = 80.0;
        for ((heading, paragraphs), head) in parts.iter().zip(&issue.heads) {
            y += 16.0;
            page.content(*heading, |canvas| bold.draw(canvas, head, 12.0, 40.0, y)).unwrap();
            for slot in paragraphs {
                for line in lines.next().unwrap() {
                    y += 11.0;
                    page.content(*slot, |canvas| regular.draw(canvas, line, 9.0, 40.0, y)).unwrap();
                }
            }
        }
        page.artifact(ArtifactKind::Footer, |canvas| {
            condensed.draw(canvas, &condensed.line(&format!("Page {}", number + 1), 8.0), 8.0, 40.0, 820.0);
        })
        .unwrap();
    }
    pdf
}

#[divan::bench]
fn issue_drawn(bencher: Bencher<'_, '_>) {
    let issue = issue();
    bencher.bench_local(|| draw(&issue));
}

#[divan::bench]
fn issue_finished(bencher: Bencher<'_, '_>) {
    let issue = issue();
    bencher.with_inputs(|| draw(&issue)).bench_local_values(|pdf| pdf.finish().unwrap());
}

/// Rows of ten cells, 60 to a page.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3)]
fn table(bencher: Bencher<'_, '_>, rows: usize) {
    bencher.bench_local(|| long_table(rows).finish().unwrap());
}

fn long_table(rows: usize) -> PdfBuilder {
    let mut tree = StructureTree::new();
    let table = tree.element(tree.root(), Tag::Table { summary: None });
    let mut cells = Vec::new();
    for row in 0..rows {
        let tr = tree.element(table, Tag::TableRow);
        for _ in 0..10 {
            let tag = match row {
                0 => Tag::HeaderCell(HeaderCell::new(Scope::Column)),
                _ => Tag::DataCell(DataCell::new()),
            };
            let cell = tree.element(tr, tag);
            cells.push(tree.content(cell));
        }
    }
    let mut pdf = builder(tree);
    let regular = face(&mut pdf, "Roboto-Regular");
    let texts: Vec<Line> = (0..10).map(|i| regular.line(&format!("Cell {i}"), 8.0)).collect();
    for rows in cells.chunks(600) {
        let mut page = pdf.page(Size::A4).unwrap();
        for (row, cells) in rows.chunks(10).enumerate() {
            for ((column, slot), text) in cells.iter().enumerate().zip(&texts) {
                let (x, y) = (30.0 + 54.0 * column as f32, 40.0 + 12.0 * row as f32);
                page.content(*slot, |canvas| regular.draw(canvas, text, 8.0, x, y)).unwrap();
            }
        }
    }
    pdf
}
