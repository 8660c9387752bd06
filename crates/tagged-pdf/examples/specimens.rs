//! Documents that strain what a file can hold, for the judges: a table over forty pages, all sorts
//! of pictures, and text of several scripts set by a shaper.
//!
//! `cargo run -p tagged-pdf --example specimens -- DIRECTORY`

#[expect(dead_code, reason = "other examples use the rest of it")]
#[path = "support/typesetter.rs"]
mod typesetter;

use std::error::Error;
use std::io::Write;

use briefing_fonts::faces;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use tagged_pdf::{
    AltText, ArtifactKind, Color, DataCell, Element, Glyph, GlyphRun, HeaderCell, HeadingLevel, Image, LanguageTag,
    Metadata, NumberStyle, Orientation, PageLabel, PdfBuilder, Point, Rect, Scope, Size, StructureTree, Tag, Timestamp,
};
use typesetter::Typeface;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let directory = std::env::args_os().nth(1).ok_or("say where to write the files")?;
    let directory = std::path::Path::new(&directory);
    std::fs::create_dir_all(directory)?;
    std::fs::write(directory.join("long-table.pdf"), long_table()?)?;
    std::fs::write(directory.join("pictures.pdf"), pictures()?)?;
    std::fs::write(directory.join("scripts.pdf"), scripts()?)?;
    Ok(())
}

fn builder(title: &str, language: &str, tree: StructureTree) -> Result<PdfBuilder> {
    let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    Ok(PdfBuilder::new(Metadata::new(title, LanguageTag::new(language)?, issued)?, tree))
}

fn face(pdf: &mut PdfBuilder, name: &str) -> Result<Typeface> {
    let face = faces().iter().find(|face| face.name == name).ok_or("no such face")?;
    Ok(Typeface { id: pdf.add_font(face.data, 0)?, data: face.data })
}

/// One table of 1,500 rows; its header is repeated on each page as an artifact.
fn long_table() -> Result<Vec<u8>> {
    const ROWS_PER_PAGE: usize = 38;
    let mut tree = StructureTree::new();
    let title = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
    let title_text = tree.content(title);
    let table = tree.element(tree.root(), Tag::Table { summary: None });
    let (head, body) = (tree.element(table, Tag::TableHead), tree.element(table, Tag::TableBody));
    let rows: Vec<Vec<_>> = (0..1500)
        .map(|row| {
            let tr = tree.element(if row == 0 { head } else { body }, Tag::TableRow);
            let cell = |column| match (row, column) {
                (0, _) => Tag::HeaderCell(HeaderCell::new(Scope::Column)),
                (_, 0) => Tag::HeaderCell(HeaderCell::new(Scope::Row)),
                _ => Tag::DataCell(DataCell::new()),
            };
            (0..4)
                .map(|column| {
                    let cell = tree.element(tr, cell(column));
                    tree.content(cell)
                })
                .collect()
        })
        .collect();

    let mut pdf = builder("A long table", "en", tree)?;
    let (regular, bold) = (face(&mut pdf, "Roboto-Regular")?, face(&mut pdf, "Roboto-Bold")?);
    pdf.bookmark(None, "The table", table);
    pdf.page_labels(1, PageLabel { style: Some(NumberStyle::UpperRoman), prefix: "T-".into(), start: 1 });
    let texts = |row: usize| match row {
        0 => ["Number", "Square", "Cube", "Kind"].map(String::from),
        _ => [row.to_string(), (row * row).to_string(), (row * row * row).to_string(), "whole".into()],
    };
    let mut drawn = 0;
    for (page_number, chunk) in rows.chunks(ROWS_PER_PAGE).enumerate() {
        let mut page = pdf.page(Size::A4)?;
        if page_number == 0 {
            let line = bold.line("Squares and cubes", 18.0);
            page.content(title_text, |canvas| bold.draw(canvas, &line, 18.0, 60.0, 50.0))?;
        } else {
            page.artifact(ArtifactKind::Pagination, |canvas| {
                for (text, column) in texts(0).iter().zip(0_u8..) {
                    bold.draw(canvas, &bold.line(text, 10.0), 10.0, 60.0 + 110.0 * f32::from(column), 62.0);
                }
            })?;
        }
        for (row, line) in chunk.iter().zip(0_u8..) {
            let y = 80.0 + 18.0 * f32::from(line);
            for ((slot, text), column) in row.iter().zip(texts(drawn)).zip(0_u8..) {
                let line = regular.line(&text, 10.0);
                page.content(*slot, |canvas| {
                    regular.draw(canvas, &line, 10.0, 60.0 + 110.0 * f32::from(column), y);
                })?;
            }
            page.artifact(ArtifactKind::Layout, |canvas| {
                canvas.fill_rect(Rect::new(60.0, y + 5.0, 440.0, 0.4), Color::rgb(160, 160, 160));
            })?;
            drawn += 1;
        }
        page.artifact(ArtifactKind::Footer, |canvas| {
            let line = regular.line(&format!("Page {}", page_number + 1), 9.0);
            regular.draw(canvas, &line, 9.0, 60.0, 810.0);
        })?;
    }
    Ok(pdf.finish()?)
}

/// A PNG file of 64 by 64 pixels, each made by a function of its place.
fn png(color_type: u8, palette: &[u8], pixel: impl Fn(u8, u8) -> Vec<u8>) -> Result<Vec<u8>> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    for y in 0..64 {
        zlib.write_all(&[0])?;
        for x in 0..64 {
            zlib.write_all(&pixel(x, y))?;
        }
    }
    let data = zlib.finish()?;
    let header = [0, 0, 0, 64, 0, 0, 0, 64, 8, color_type, 0, 0, 0];
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let chunks = [(b"IHDR", header.as_slice()), (b"PLTE", palette), (b"IDAT", &data), (b"IEND", &[])];
    for (kind, content) in chunks.into_iter().filter(|(kind, content)| *kind != b"PLTE" || !content.is_empty()) {
        file.extend(u32::try_from(content.len())?.to_be_bytes());
        file.extend(kind);
        file.extend(content);
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(content);
        file.extend(sum.sum().to_be_bytes());
    }
    Ok(file)
}

/// Pictures of every kind, one of them in all eight orientations.
fn pictures() -> Result<Vec<u8>> {
    let files = [
        ("grey", png(0, &[], |x, y| vec![x.wrapping_mul(y)])?),
        ("colour", png(2, &[], |x, y| vec![x * 4, y * 4, 128])?),
        ("palette", png(3, &[0, 90, 135, 255, 216, 77], |x, y| vec![(x / 8 + y / 8) % 2])?),
        ("grey with transparency", png(4, &[], |x, y| vec![x * 4, y * 4])?),
        ("colour with transparency", png(6, &[], |x, y| vec![x * 4, 0, y * 4, 255 - x * 4])?),
    ];
    let mut tree = StructureTree::new();
    let title = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
    let title = tree.content(title);
    let mut figure = |alt: String| -> Result<_> {
        let figure = tree.element(tree.root(), Tag::Figure(AltText::new(alt)?));
        Ok(tree.content(figure))
    };
    let kinds: Vec<_> = files.iter().map(|(kind, _)| figure(format!("A pattern in {kind}"))).collect::<Result<_>>()?;
    let turned: Vec<_> = (1..=8).map(|exif| figure(format!("The pattern, EXIF {exif}"))).collect::<Result<_>>()?;
    let mut pdf = builder("Pictures", "en", tree)?;
    let bold = face(&mut pdf, "Roboto-Bold")?;
    let images: Vec<_> = files.iter().map(|(_, file)| Ok(pdf.add_image(Image::png(file)?))).collect::<Result<_>>()?;
    let mut page = pdf.page(Size::LETTER)?;
    let line = bold.line("Pictures", 18.0);
    page.content(title, |canvas| bold.draw(canvas, &line, 18.0, 60.0, 50.0))?;
    for ((slot, image), column) in kinds.into_iter().zip(&images).zip(0_u8..) {
        let area = Rect::new(60.0 + 100.0 * f32::from(column), 80.0, 90.0, 60.0);
        page.content(slot, |canvas| canvas.image(*image, area, Orientation::Upright))?;
    }
    for ((slot, exif), column) in turned.into_iter().zip(1..).zip(0_u8..) {
        let area = Rect::new(60.0 + 60.0 * f32::from(column), 160.0, 50.0, 60.0);
        let orientation = Orientation::from_exif(exif).ok_or("no such orientation")?;
        let image = *images.get(1).ok_or("there are five pictures")?;
        page.content(slot, |canvas| canvas.image(image, area, orientation))?;
    }
    Ok(pdf.finish()?)
}

/// Paragraphs of several scripts: language, face, right to left, text.
const PARAGRAPHS: [(&str, &str, bool, &str); 6] = [
    ("en", "Roboto-Regular", false, "Office affairs: difficult afflictions, effi\u{AD}"),
    ("fr", "Roboto-Italic", false, "« Où est-ce\u{A0}? » — « À l’œuvre\u{202F}! »"),
    ("ru", "Roboto-Bold", false, "Контртеррористическое управление, 1\u{A0}000"),
    ("es", "Roboto-Regular", false, "¿Cuándo? ¡Mañana, señor Núñez!"),
    ("ar", "NotoNaskhArabic-Regular", true, "السلام عليكم ورحمة الله وبركاته، لا إلى الأبد"),
    ("zh-Hans", "NotoSansSC-Regular", false, "联合国反恐怖主义办公室，二〇二五年四月。"),
];

fn scripts() -> Result<Vec<u8>> {
    let mut tree = StructureTree::new();
    let title = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
    let title = tree.content(title);
    let slots: Vec<_> = PARAGRAPHS
        .iter()
        .map(|(language, ..)| {
            let paragraph = Element::new(Tag::Paragraph).language(LanguageTag::new(*language)?);
            let paragraph = tree.element(tree.root(), paragraph);
            Ok(tree.content(paragraph))
        })
        .collect::<Result<_>>()?;
    let mut pdf = builder("Scripts", "en", tree)?;
    let bold = face(&mut pdf, "Roboto-Bold")?;
    let mut typefaces = Vec::new();
    for (_, name, ..) in PARAGRAPHS {
        typefaces.push(face(&mut pdf, name)?);
    }
    let mut page = pdf.page(Size::A4)?;
    let line = bold.line("Scripts", 18.0);
    page.content(title, |canvas| bold.draw(canvas, &line, 18.0, 60.0, 50.0))?;
    for ((((_, _, rtl, text), face), slot), line) in PARAGRAPHS.iter().zip(&typefaces).zip(slots).zip(0_u8..) {
        let glyphs = shape(face, text, *rtl, 14.0)?;
        let origin = Point::new(60.0, 90.0 + 30.0 * f32::from(line));
        let run = GlyphRun { font: face.id, size: 14.0, color: Color::BLACK, origin, glyphs: &glyphs, text };
        page.content(slot, |canvas| canvas.glyphs(&run))?;
    }
    Ok(pdf.finish()?)
}

/// Glyphs in visual order, as a shaper gives them; those of one cluster share its text.
fn shape(face: &Typeface, text: &str, rtl: bool, size: f32) -> Result<Vec<Glyph>> {
    let font = harfrust::Font::new(face.data, 0).ok_or("the font cannot be shaped")?;
    let mut buffer = harfrust::Buffer::new();
    // A soft hyphen at a line's end is drawn as a hyphen; the two are not of one length.
    let drawn = text.replace('\u{AD}', "-");
    buffer.push_str(&drawn);
    buffer.set_direction(if rtl { harfrust::Direction::RightToLeft } else { harfrust::Direction::LeftToRight });
    buffer.guess_segment_properties();
    let shaper = harfrust::ShaperFont::new(&font);
    harfrust::shape(&shaper, &mut buffer, harfrust::ShapeOptions::new()).map_err(|_| "the text cannot be shaped")?;
    let mut starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.push(drawn.len());
    starts.sort_unstable();
    starts.dedup();
    let upm = skrifa::MetadataProvider::metrics(
        &skrifa::FontRef::new(face.data)?,
        skrifa::instance::Size::unscaled(),
        skrifa::instance::LocationRef::default(),
    )
    .units_per_em;
    // Font units are small.
    let points = |units: i32| units as f32 * size / f32::from(upm);
    let mut x = 0.0;
    let mut glyphs = Vec::new();
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = info.cluster as usize;
        let end = starts.iter().copied().find(|next| *next > start).unwrap_or(start);
        // Only the last character of a text is a soft hyphen here, and it is longer by a byte.
        let end = if end == drawn.len() { text.len() } else { end };
        glyphs.push(Glyph {
            id: u16::try_from(info.glyph_id)?,
            x: x + points(position.x_offset),
            y: -points(position.y_offset),
            text: start..end,
        });
        x += points(position.x_advance);
    }
    Ok(glyphs)
}
