//! What cannot be drawn or finished, and what is said of it.

use crate::support::{Draft, builder, data, face, issued};
use tagged_pdf::{
    AltText, ArtifactKind, Attachment, Canvas, Color, Destination, DrawErrorKind, Element, Error, FillRule, FontError,
    FontId, Glyph, GlyphRun, Location, NumberStyle, Orientation, PageLabel, Path, PdfBuilder, Point, Rect,
    Relationship, Size, Stroke, StructureTree, Tag, Target,
};

/// The fault of drawing something in a document with one font, and that it is not forgotten.
fn fault(draw: impl FnOnce(&mut Canvas<'_>, FontId)) -> String {
    let mut tree = StructureTree::new();
    let paragraph = tree.element(tree.root(), Element::new(Tag::Paragraph).location(Location(9)));
    let slot = tree.content(paragraph);
    let mut pdf = builder(tree);
    let font = face(&mut pdf, "Roboto-Regular").id;
    let mut page = pdf.page(Size::A4).unwrap();
    let Err(error) = page.content(slot, |canvas| draw(canvas, font)) else { return "drawn".into() };
    let finished = pdf.finish().unwrap_err();
    assert_eq!(finished.to_string(), error.to_string());
    error.to_string()
}

fn run<'a>(font: FontId, glyphs: &'a [Glyph], text: &'a str) -> GlyphRun<'a> {
    GlyphRun { font, size: 10.0, color: Color::BLACK, origin: Point::new(1.0, 1.0), glyphs, text }
}

fn glyph_fault(glyph: Glyph, text: &str) -> String {
    fault(|canvas, font| canvas.glyphs(&run(font, &[glyph], text)))
}

#[test]
fn a_missing_glyph_is_named_with_its_text_and_place() {
    let missing = glyph_fault(Glyph { id: 0, x: 0.0, y: 0.0, text: 0..3 }, "☃ in June");
    assert_eq!(missing, "page 1: location 9: the font Roboto-Regular has no glyph for `☃`");
    let beyond = glyph_fault(Glyph { id: 60_000, x: 0.0, y: 0.0, text: 0..1 }, "x");
    assert_eq!(beyond, "page 1: location 9: the font Roboto-Regular has no glyph 60000");
}

#[test]
fn text_that_means_nothing_to_others_is_refused() {
    for text in ["\u{0}", "\u{FEFF}", "\u{FFFE}", "\u{E000}", "\u{F0000}", "\u{10FFFF}", "a\u{F8FF}"] {
        let message = glyph_fault(Glyph { id: 5, x: 0.0, y: 0.0, text: 0..text.len() }, text);
        assert!(message.contains("means nothing outside this document"), "{text:?}: {message}");
    }
}

#[test]
fn ranges_are_of_whole_characters_of_the_text() {
    for text in [0..1, 1..2, 0..9, 4..5] {
        let message = glyph_fault(Glyph { id: 5, x: 0.0, y: 0.0, text }, "é");
        assert!(message.contains("which are not whole characters of its text"), "{message}");
    }
}

#[test]
fn numbers_must_be_numbers() {
    let nan = f32::NAN;
    let bad = f32::INFINITY;
    let path = Path::line((0.0, nan), (1.0, 1.0));
    let square = Rect::new(0.0, 0.0, bad, 1.0);
    let faults = [
        fault(|canvas, font| {
            canvas.glyphs(&GlyphRun { origin: Point::new(nan, 0.0), ..run(font, &[], "") });
        }),
        fault(|canvas, font| canvas.glyphs(&GlyphRun { size: bad, ..run(font, &[], "") })),
        glyph_fault(Glyph { id: 5, x: bad, y: 0.0, text: 0..1 }, "x"),
        fault(|canvas, _| canvas.fill(&path, Color::BLACK)),
        fault(|canvas, _| canvas.stroke(&path, &Stroke::new(Color::BLACK, 1.0))),
        fault(|canvas, _| canvas.stroke(&Path::new(), &Stroke::new(Color::BLACK, nan))),
        fault(|canvas, _| {
            let stroke = Stroke { dash: vec![1.0, nan], ..Stroke::new(Color::BLACK, 1.0) };
            canvas.stroke(&Path::new(), &stroke);
        }),
        fault(|canvas, _| canvas.clip(&path, FillRule::EvenOdd, |_| {})),
        fault(|canvas, _| canvas.fill_rect(square, Color::WHITE)),
    ];
    for fault in faults {
        assert!(fault.ends_with("is not a finite number"), "{fault}");
    }
}

#[test]
fn lengths_are_not_negative_and_sizes_not_zero() {
    let glyph = Glyph { id: 5, x: 0.0, y: 0.0, text: 0..1 };
    let zero = fault(|canvas, font| canvas.glyphs(&GlyphRun { size: 0.0, ..run(font, &[glyph], "x") }));
    assert_eq!(zero, "page 1: location 9: the size of a font is 0, which is too small");
    let thin = fault(|canvas, _| canvas.stroke(&Path::new(), &Stroke::new(Color::BLACK, -1.0)));
    assert_eq!(thin, "page 1: location 9: a width or a dash of a line is -1, which is too small");
    let flat = fault(|canvas, _| canvas.fill_rect(Rect::new(0.0, 0.0, -3.0, 1.0), Color::BLACK));
    assert_eq!(flat, "page 1: location 9: a side of a rectangle is -3, which is too small");
}

#[test]
fn only_the_first_fault_is_told() {
    let message = fault(|canvas, _| {
        canvas.fill_rect(Rect::new(0.0, 0.0, -1.0, 1.0), Color::BLACK);
        canvas.fill_rect(Rect::new(0.0, 0.0, -2.0, 1.0), Color::BLACK);
    });
    assert!(message.contains("is -1,"), "{message}");
}

#[test]
fn parts_of_other_documents_are_unknown() {
    let mut other = builder(StructureTree::new());
    face(&mut other, "Roboto-Bold");
    let font = face(&mut other, "Roboto-Italic").id;
    let message = fault(|canvas, _| canvas.glyphs(&run(font, &[Glyph { id: 5, x: 0.0, y: 0.0, text: 0..1 }], "x")));
    assert_eq!(message, "page 1: location 9: this document has no such font");

    let png = support_png();
    let image = other.add_image(tagged_pdf::Image::png(&png).unwrap());
    let message = fault(|canvas, _| canvas.image(image, Rect::new(0.0, 0.0, 1.0, 1.0), Orientation::Upright));
    assert_eq!(message, "page 1: location 9: this document has no such image");

    let mut long = StructureTree::new();
    let paragraph = long.element(long.root(), Tag::Paragraph);
    let slot = long.content(paragraph);
    let mut pdf = builder(StructureTree::new());
    let mut page = pdf.page(Size::A4).unwrap();
    let error = page.content(slot, |_| {}).unwrap_err();
    assert_eq!(error.to_string(), "page 1: this document has no such content slot");
}

/// One grey pixel.
fn support_png() -> Vec<u8> {
    use std::io::Write;
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    zlib.write_all(&[0, 128]).unwrap();
    let data = zlib.finish().unwrap();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0".as_slice()), (b"IDAT", &data), (b"IEND", b"")]
    {
        png.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        png.extend(kind);
        png.extend(content);
        png.extend([0; 4]);
    }
    png
}

#[test]
fn links_are_links_and_lead_somewhere() {
    let link_fault = |areas: &[Rect], target: Target, tag: Tag| {
        let mut draft = Draft::new();
        let paragraph = draft.leaf(draft.root(), Tag::Paragraph, "x");
        let element = if tag == Tag::Paragraph { paragraph } else { draft.leaf(paragraph, tag, "x") };
        let mut kind = None;
        let _ = draft.draw_with(10, |page| {
            let linked = page.link(element, areas, target, &AltText::new("x").unwrap());
            if let Err(Error::Drawing(error)) = linked {
                kind = Some(error.kind);
            }
        });
        kind
    };
    let area = [Rect::new(0.0, 0.0, 1.0, 1.0)];
    let uri = |uri: &str| Target::Uri(uri.into());
    assert_eq!(link_fault(&area, uri("https://un.org"), Tag::Link), None);
    assert_eq!(link_fault(&area, uri("x"), Tag::Paragraph), Some(DrawErrorKind::NotALink("P")));
    assert_eq!(link_fault(&[], uri("x"), Tag::Link), Some(DrawErrorKind::NoArea));
    assert_eq!(link_fault(&area, uri(" \n"), Tag::Link), Some(DrawErrorKind::BlankAddress));
    let bad = [Rect::new(0.0, f32::NAN, 1.0, 1.0)];
    assert!(matches!(link_fault(&bad, uri("x"), Tag::Link), Some(DrawErrorKind::NotFinite(_))));
    let nowhere = Destination::Page { number: 1, top: f32::NAN };
    assert!(matches!(link_fault(&area, nowhere.into(), Tag::Link), Some(DrawErrorKind::NotFinite(_))));
}

fn one_page() -> PdfBuilder {
    let mut draft = Draft::new();
    draft.leaf(draft.root(), Tag::Paragraph, "x");
    draft.draw(10)
}

#[test]
fn pages_have_a_size_and_a_number() {
    let mut pdf = builder(StructureTree::new());
    for (width, height) in [(0.0, 100.0), (100.0, 20_000.0), (f32::NAN, 100.0), (-5.0, 100.0)] {
        assert!(matches!(pdf.page(Size { width, height }), Err(Error::PageSize { .. })), "{width} {height}");
    }
    assert!(matches!(pdf.finish(), Err(Error::NoPages)));

    let label = PageLabel { style: Some(NumberStyle::Decimal), prefix: String::new(), start: 1 };
    let mut pdf = one_page();
    pdf.page_labels(2, label);
    assert_eq!(pdf.finish().unwrap_err().to_string(), "a page label points to page 2, and the document has 1");
    let mut pdf = one_page();
    pdf.bookmark(None, "x", Destination::Page { number: 0, top: 0.0 });
    assert_eq!(pdf.finish().unwrap_err().to_string(), "a bookmark points to page 0, and the document has 1");
    let mut pdf = one_page();
    let element = StructureTree::new().root();
    pdf.bookmark(None, "root", element);
    assert!(pdf.finish().is_ok(), "the document is drawn");
}

#[test]
fn attachments_have_names_of_their_own() {
    let mut pdf = one_page();
    for _ in 0..2 {
        pdf.attach(Attachment {
            name: "a.csv".into(),
            description: "x".into(),
            mime: "text/csv".into(),
            relationship: Relationship::Data,
            modified: issued(),
            bytes: Vec::new(),
        });
    }
    assert_eq!(pdf.finish().unwrap_err().to_string(), "two attachments are named `a.csv`: give each its own name");
}

#[test]
fn attachments_have_a_name_and_a_media_type() {
    let fault = |name: &str, mime: &str| {
        let mut pdf = one_page();
        let (relationship, modified) = (Relationship::Unspecified, issued());
        let (name, mime, description) = (name.into(), mime.into(), String::new());
        pdf.attach(Attachment { name, description, mime, relationship, modified, bytes: Vec::new() });
        pdf.finish().err().map(|error| error.to_string())
    };
    assert_eq!(fault("a", "image/svg+xml"), None);
    assert_eq!(fault(" ", "text/csv").unwrap(), "the attachment ` ` has a blank name");
    for mime in ["", "text", "text/", "/csv", "text/c sv", "text/csv/x", &format!("text/{}", "x".repeat(120))] {
        let expected = "the attachment `a` has an invalid media type: write one such as `text/csv`";
        assert_eq!(fault("a", mime).as_deref(), Some(expected), "{mime}");
    }
}

#[test]
fn texts_are_not_longer_than_a_string_can_be() {
    let bookmark = |title: String| {
        let mut pdf = one_page();
        pdf.bookmark(None, title, Destination::Page { number: 1, top: 0.0 });
        pdf.finish().map(drop).map_err(|error| error.to_string())
    };
    let message = "the title of a bookmark is longer than 32767 bytes, and no text in a file may be";
    assert_eq!(bookmark("x".repeat(32_767)), Ok(()));
    assert_eq!(bookmark("x".repeat(32_768)), Err(message.into()));
    assert_eq!(bookmark("é".repeat(16_382)), Ok(()));
    assert_eq!(bookmark("é".repeat(16_383)), Err(message.into()));

    let mut draft = Draft::new();
    let alt = AltText::new("é".repeat(20_000)).unwrap();
    draft.leaf(draft.root(), Tag::Figure(alt), "x");
    let error = draft.draw(10).finish().unwrap_err();
    assert!(error.to_string().starts_with("Figure has alternative text of more than 32767 bytes"), "{error}");

    let text = "x".repeat(10_001);
    let message = glyph_fault(Glyph { id: 5, x: 0.0, y: 0.0, text: 0..text.len() }, &text);
    assert!(message.contains("glyphs together stand for 10001 bytes of text"), "{message}");
    assert_eq!(glyph_fault(Glyph { id: 5, x: 0.0, y: 0.0, text: 0..9_999 }, &text), "drawn");
}

#[test]
fn clips_may_be_nested_and_not_without_end() {
    fn nested(canvas: &mut Canvas<'_>, depth: u32) {
        if depth > 0 {
            let everything = Path::rect(Rect::new(0.0, 0.0, 600.0, 900.0));
            canvas.clip(&everything, FillRule::NonZero, |canvas| nested(canvas, depth - 1));
        }
    }
    assert_eq!(fault(|canvas, _| nested(canvas, 24)), "drawn");
    let message = fault(|canvas, _| nested(canvas, 100_000));
    assert_eq!(message, "page 1: location 9: clips are nested more than 24 deep");
}

#[test]
fn fonts_must_be_fonts() {
    let mut pdf = one_page();
    for bytes in [&b""[..], b"not a font", &data("Roboto-Regular")[..500]] {
        assert!(pdf.add_font(bytes.to_vec(), 0).is_err());
    }
    assert!(matches!(pdf.add_font(data("Roboto-Regular"), 7), Err(FontError::Unreadable { index: 7, .. })));
    let mut restricted = data("Roboto-Regular").to_vec();
    let count = usize::from(u16::from_be_bytes([restricted[4], restricted[5]]));
    let record = (0..count).map(|i| 12 + 16 * i).find(|at| &restricted[*at..at + 4] == b"OS/2").unwrap();
    let os2 = u32::from_be_bytes(restricted[record + 8..record + 12].try_into().unwrap()) as usize;
    restricted[os2 + 8..os2 + 10].copy_from_slice(&[0, 2]);
    assert!(matches!(pdf.add_font(restricted, 0), Err(FontError::Restricted { .. })));
}

#[test]
fn the_first_fault_forbids_finishing_even_when_ignored() {
    let mut pdf = one_page();
    let _ = pdf.page(Size::A4).unwrap().artifact(ArtifactKind::Layout, |canvas| {
        canvas.fill_rect(Rect::new(0.0, 0.0, f32::NAN, 1.0), Color::BLACK);
    });
    assert!(matches!(pdf.finish(), Err(Error::Drawing(_))));
}
