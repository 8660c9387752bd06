//! An article with everything a reader of tags looks for: headings, a table, a figure, a link, a
//! list, a note, and a file that travels inside it.
//!
//! `cargo run -p tagged-pdf --example article -- article.pdf`

#[expect(dead_code, reason = "other examples use the rest of it")]
#[path = "support/typesetter.rs"]
mod typesetter;

use std::error::Error;

use briefing_fonts::faces;
use tagged_pdf::{
    AltText, ArtifactKind, Attachment, Color, ContentId, DataCell, Element, ElementId, HeaderCell, HeadingLevel,
    LanguageTag, ListNumbering, Metadata, PageBuilder, Path, PdfBuilder, Point, Rect, Relationship, Scope, Size,
    Stroke, StructureTree, Tag, Target, Timestamp,
};
use typesetter::Typeface;

const LEFT: f32 = 72.0;
const WIDTH: f32 = 451.0;
const BLUE: Color = Color::rgb(0x00, 0x5A, 0x87);

/// The article's meaning, before a page exists. Slots are filled below.
struct Article {
    title: (ElementId, ContentId),
    heading: (ElementId, ContentId),
    opening: [ContentId; 2],
    link: (ElementId, ContentId),
    reference: (ElementId, ContentId),
    items: Vec<(ContentId, ContentId, &'static str)>,
    cells: Vec<Vec<(ContentId, &'static str)>>,
    figure: ContentId,
    caption: ContentId,
    note: (ElementId, ContentId, ContentId),
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os().nth(1).ok_or("say where to write the file")?;
    std::fs::write(path, article()?)?;
    Ok(())
}

fn article() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut tree = StructureTree::new();
    let article = structure(&mut tree)?;

    let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    let metadata = Metadata::new("Lighthouses, and how they are counted", LanguageTag::new("en")?, issued)?
        .author("The Keeper")
        .subject("An article that shows what tagged-pdf does")
        .keyword("lighthouse")
        .keyword("example");
    let mut pdf = PdfBuilder::new(metadata, tree);
    let mut face = |name: &str| -> Result<Typeface, Box<dyn Error>> {
        let face = faces().iter().find(|face| face.name == name).ok_or("no such face")?;
        Ok(Typeface { id: pdf.add_font(face.data, 0)?, data: face.data })
    };
    let (regular, bold) = (face("Roboto-Regular")?, face("Roboto-Bold")?);

    let part = pdf.bookmark(None, "Lighthouses", article.title.0);
    pdf.bookmark(Some(part), "Counting them", article.heading.0);
    pdf.attach(Attachment {
        name: "counts.csv".into(),
        description: "The table of this article".into(),
        mime: "text/csv".into(),
        relationship: Relationship::Data,
        modified: issued,
        bytes: b"coast,lighthouses\nNorth,12\nSouth,30\n".to_vec(),
    });
    let mut page = pdf.page(Size::A4)?;
    draw(&mut page, &article, regular, bold)?;
    Ok(pdf.finish()?)
}

fn structure(tree: &mut StructureTree) -> Result<Article, Box<dyn Error>> {
    let root = tree.root();
    let title = with_content(tree, root, Tag::Heading(HeadingLevel::H1));
    let section = tree.element(root, Tag::Section);
    let heading = with_content(tree, section, Tag::Heading(HeadingLevel::H2));

    // A paragraph with a link in it: text, link, text, reference to a note.
    let paragraph = tree.element(section, Tag::Paragraph);
    let before = tree.content(paragraph);
    let link = with_content(tree, paragraph, Tag::Link);
    let after = tree.content(paragraph);
    let reference = tree.element(paragraph, Tag::Reference);
    let reference = with_content(tree, reference, Tag::Link);

    let list = tree.element(section, Tag::List(ListNumbering::Disc));
    let items = ["Walk along the coast.", "Count what shines at night."]
        .map(|text| {
            let item = tree.element(list, Tag::ListItem);
            let label = with_content(tree, item, Tag::Label).1;
            (label, with_content(tree, item, Tag::ListBody).1, text)
        })
        .to_vec();

    let table = tree.element(section, Tag::Table { summary: Some("How many lighthouses each coast has".into()) });
    let head = tree.element(table, Tag::TableHead);
    let body = tree.element(table, Tag::TableBody);
    let rows = [(head, ["Coast", "Lighthouses"]), (body, ["North", "12"]), (body, ["South", "30"])];
    let cells = rows
        .into_iter()
        .map(|(part, texts)| {
            let row = tree.element(part, Tag::TableRow);
            let mut cell = |column: usize, text| {
                let tag = match (part == head, column) {
                    (true, _) => Tag::HeaderCell(HeaderCell::new(Scope::Column)),
                    (false, 0) => Tag::HeaderCell(HeaderCell::new(Scope::Row)),
                    (false, _) => Tag::DataCell(DataCell::new()),
                };
                (with_content(tree, row, tag).1, text)
            };
            texts.into_iter().enumerate().map(|(column, text)| cell(column, text)).collect()
        })
        .collect();

    let alt = AltText::new("A lighthouse on a rock, its beam to the right")?;
    let figure = tree.element(section, Tag::Figure(alt));
    let picture = tree.content(figure);
    let caption = with_content(tree, figure, Tag::Caption).1;

    let note = tree.element(section, Tag::Note);
    let mark = with_content(tree, note, Tag::Label).1;
    let text = Element::new(Tag::Paragraph).language(LanguageTag::new("fr")?);
    let text = with_content(tree, note, text).1;
    Ok(Article {
        title,
        heading,
        opening: [before, after],
        link,
        reference,
        items,
        cells,
        figure: picture,
        caption,
        note: (note, mark, text),
    })
}

/// An element with one slot.
fn with_content(tree: &mut StructureTree, parent: ElementId, element: impl Into<Element>) -> (ElementId, ContentId) {
    let element = tree.element(parent, element);
    (element, tree.content(element))
}

fn draw(
    page: &mut PageBuilder<'_>,
    article: &Article,
    regular: Typeface,
    bold: Typeface,
) -> Result<(), tagged_pdf::Error> {
    let text = |page: &mut PageBuilder<'_>, slot, face: Typeface, size, text: &str, x, y| {
        let line = face.line(text, size);
        page.content(slot, |canvas| face.draw(canvas, &line, size, x, y)).map(|()| x + line.width)
    };
    page.artifact(ArtifactKind::Background, |canvas| {
        canvas.fill_rect(Rect::new(0.0, 0.0, Size::A4.width, 36.0), BLUE);
    })?;
    text(page, article.title.1, bold, 22.0, "Lighthouses, and how they are counted", LEFT, 100.0)?;
    text(page, article.heading.1, bold, 14.0, "Counting them", LEFT, 136.0)?;

    let x = text(page, article.opening[0], regular, 11.0, "Everything about them is in ", LEFT, 160.0)?;
    let end = text(page, article.link.1, regular, 11.0, "the register", x, 160.0)?;
    let contents = AltText::new("The register of lighthouses").map_err(|_| tagged_pdf::Error::NoPages)?;
    let target = Target::Uri("https://example.org/lighthouses?coast=north".into());
    page.link(article.link.0, &[Rect::new(x, 150.0, end - x, 14.0)], target, &contents)?;
    let x = text(page, article.opening[1], regular, 11.0, ", which is kept with effi\u{AD}", end, 160.0)?;
    let end = text(page, article.reference.1, regular, 7.0, "1", x, 156.0)?;
    let contents = AltText::new("Note 1").map_err(|_| tagged_pdf::Error::NoPages)?;
    page.link(article.reference.0, &[Rect::new(x, 149.0, end - x, 8.0)], article.note.0, &contents)?;
    // The rest of the paragraph is on the next line, in the same slot.
    text(page, article.opening[1], regular, 11.0, "ciency, and with care.", LEFT, 175.0)?;

    for ((label, body, item), y) in article.items.iter().zip([200.0, 215.0]) {
        text(page, *label, regular, 11.0, "•", LEFT + 6.0, y)?;
        text(page, *body, regular, 11.0, item, LEFT + 18.0, y)?;
    }

    for (row, y) in article.cells.iter().zip([245.0, 263.0, 281.0]) {
        for ((slot, cell), x) in row.iter().zip([LEFT + 4.0, LEFT + 200.0]) {
            let face = if y < 250.0 { bold } else { regular };
            text(page, *slot, face, 11.0, cell, x, y)?;
        }
        page.artifact(ArtifactKind::Layout, |canvas| {
            let rule = Path::line((LEFT, y + 5.0), (LEFT + WIDTH, y + 5.0));
            canvas.stroke(&rule, &Stroke::new(BLUE, 0.5));
        })?;
    }

    page.content(article.figure, lighthouse)?;
    text(page, article.caption, regular, 9.0, "The lighthouse on the rock", LEFT, 430.0)?;

    page.artifact(ArtifactKind::Layout, |canvas| {
        let rule = Path::line((LEFT, 742.0), (LEFT + 100.0, 742.0));
        canvas.stroke(&rule, &Stroke { dash: vec![2.0, 2.0], ..Stroke::new(Color::BLACK, 0.5) });
    })?;
    let x = text(page, article.note.1, regular, 9.0, "1 ", LEFT, 756.0)?;
    text(page, article.note.2, regular, 9.0, "Avec soin\u{A0}: c’est le mot du gardien.", x, 756.0)?;
    page.artifact(ArtifactKind::Footer, |canvas| {
        regular.draw(canvas, &regular.line("Page 1 of 1", 9.0), 9.0, LEFT, 800.0);
    })
}

fn lighthouse(canvas: &mut tagged_pdf::Canvas<'_>) {
    let frame = Path::rounded_rect(Rect::new(LEFT, 310.0, 160.0, 100.0), 6.0);
    canvas.fill(&frame, Color::rgb(0xE8, 0xF4, 0xFA));
    canvas.clip(&frame, tagged_pdf::FillRule::NonZero, |canvas| {
        canvas.fill(&Path::circle(Point::new(LEFT + 40.0, 420.0), 36.0), Color::rgb(0x55, 0x55, 0x55));
        canvas.fill_rect(Rect::new(LEFT + 34.0, 330.0, 12.0, 60.0), Color::WHITE);
        let mut beam = Path::new();
        beam.move_to(LEFT + 46.0, 334.0).line_to(LEFT + 170.0, 316.0).line_to(LEFT + 170.0, 352.0).close();
        canvas.fill(&beam, Color::rgb(0xFF, 0xD8, 0x4D));
    });
}
