//! Pictures and attachments, read back from files that `tagged-pdf` wrote without a briefing.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use tagged_pdf::reader::{ColorSpace, ImageEncoding, PdfFile};
use tagged_pdf::{
    AltText, Attachment, Image, LanguageTag, Metadata, Orientation, PdfBuilder, Rect, Relationship, Size,
    StructureTree, Tag, Timestamp,
};

fn issued() -> Timestamp {
    Timestamp::new(2025, 4, 30, 0, 0, 0).unwrap()
}

fn builder(tree: StructureTree) -> PdfBuilder {
    PdfBuilder::new(Metadata::new("A test", LanguageTag::new("en").unwrap(), issued()).unwrap(), tree)
}

/// A PNG file with the chunks that a picture needs, as the reader makes it again.
fn png(bits: u8, color_type: u8, palette: &[u8], rows: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(rows).unwrap();
    let data = zlib.finish().unwrap();
    let header = [&2_u32.to_be_bytes()[..], &2_u32.to_be_bytes(), &[bits, color_type, 0, 0, 0]].concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [(b"IHDR", header.as_slice()), (b"PLTE", palette), (b"IDAT", &data), (b"IEND", &[])] {
        if kind == b"PLTE" && palette.is_empty() {
            continue;
        }
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(content);
        file.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        file.extend(kind);
        file.extend(content);
        file.extend(crc.sum().to_be_bytes());
    }
    file
}

/// A file that shows pictures, each in a figure.
fn file_with(images: &[(Image, Orientation)]) -> Vec<u8> {
    let mut tree = StructureTree::new();
    let alt = AltText::new("A picture").unwrap();
    let slots: Vec<_> = images
        .iter()
        .map(|_| {
            let figure = tree.element(tree.root(), Tag::Figure(alt.clone()));
            tree.content(figure)
        })
        .collect();
    let mut pdf = builder(tree);
    let ids: Vec<_> = images.iter().map(|(image, _)| pdf.add_image(image.clone())).collect();
    let mut page = pdf.page(Size::A4).unwrap();
    for ((slot, id), (_, orientation)) in slots.into_iter().zip(ids).zip(images) {
        page.content(slot, |canvas| canvas.image(id, Rect::new(100.0, 40.0, 50.0, 20.0), *orientation)).unwrap();
    }
    pdf.finish().unwrap()
}

#[test]
fn pictures_of_every_kind_come_out_as_they_went_in() {
    let gray = png(8, 0, &[], &[0, 1, 2, 0, 3, 4]);
    let black_and_white = png(1, 0, &[], &[0, 0x80, 0, 0x40]);
    let color = png(8, 2, &[], &[0, 1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]);
    let deep = png(16, 0, &[], &[0, 1, 2, 3, 4, 0, 5, 6, 7, 8]);
    let palette = png(8, 3, &[255, 0, 0, 0, 255, 0], &[0, 0, 1, 0, 1, 0]);
    let translucent = png(8, 6, &[], &[0, 1, 2, 3, 128, 4, 5, 6, 255, 0, 7, 8, 9, 0, 10, 11, 12, 64]);
    let all = [&gray, &black_and_white, &color, &deep, &palette, &translucent];
    // Turned ones are drawn by other operators.
    let turns = [Orientation::Upright, Orientation::RotateRight, Orientation::UpsideDown].into_iter().cycle();
    let images: Vec<_> = all.iter().map(|bytes| Image::png(bytes).unwrap()).zip(turns).collect();
    let bytes = file_with(&images);
    let file = PdfFile::open(&bytes).unwrap();

    let read = file.images().unwrap();
    let names: Vec<&str> = read.iter().map(|image| image.name.as_str()).collect();
    assert_eq!(names, ["I0", "I1", "I2", "I3", "I4", "I5"]);
    for (image, given) in read.iter().zip(all).take(5) {
        assert_eq!(image.encoding, ImageEncoding::Png);
        assert_eq!(image.to_file().as_ref(), Some(given), "{}", image.name);
    }
    assert_eq!(read[4].color, ColorSpace::Palette(vec![255, 0, 0, 0, 255, 0]));
    // Colours and alpha were split, and cannot be put together again byte by byte.
    assert_eq!((read[5].mask.as_ref().map(|mask| mask.bits), read[5].to_file()), (Some(8), None));

    let structure = file.structure().unwrap();
    let shown: Vec<&str> = structure.root.contents().flat_map(|content| &content.images).map(String::as_str).collect();
    assert_eq!(shown, names);
    assert!(structure.elements().skip(1).all(|element| element.alt.as_deref() == Some("A picture")));
}

#[test]
fn attachments_come_out_as_they_went_in() {
    let attachment = |name: &str, relationship, bytes: &[u8]| Attachment {
        name: name.to_owned(),
        description: format!("What is in {name}"),
        mime: "application/json".to_owned(),
        relationship,
        modified: issued(),
        bytes: bytes.to_vec(),
    };
    let given = [
        attachment("edition.json", Relationship::Source, b"{}"),
        attachment("größe (1).json", Relationship::Supplement, &[0; 5000]),
    ];
    let mut tree = StructureTree::new();
    let paragraph = tree.element(tree.root(), Tag::Figure(AltText::new("A square").unwrap()));
    let slot = tree.content(paragraph);
    let mut pdf = builder(tree);
    let mut page = pdf.page(Size::A4).unwrap();
    let square = Rect::new(10.0, 10.0, 5.0, 5.0);
    page.content(slot, |canvas| canvas.fill_rect(square, tagged_pdf::Color::BLACK)).unwrap();
    given.iter().for_each(|attachment| pdf.attach(attachment.clone()));
    let bytes = pdf.finish().unwrap();

    let read = PdfFile::open(&bytes).unwrap().attachments().unwrap();
    assert_eq!(read.len(), given.len());
    for given in given {
        let found = read.iter().find(|read| read.name == given.name).unwrap();
        assert_eq!((&found.bytes, found.relationship), (&given.bytes, given.relationship));
        assert_eq!((&found.description, &found.mime), (&given.description, &given.mime));
        assert_eq!(found.modified, "D:20250430000000Z");
        assert!(found.intact);
    }
}
