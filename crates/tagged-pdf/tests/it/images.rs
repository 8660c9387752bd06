//! Pictures in, picture objects out.

use std::io::{Read, Write};

use crate::support::file::{File, name_of};
use crate::support::{builder, face};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream};
use proptest::prelude::*;
use tagged_pdf::{AltText, Image, ImageError, Orientation, Rect, Size, StructureTree, Tag};

/// A kind and a content.
type Chunk<'a> = (&'a [u8; 4], &'a [u8]);

fn png(width: u32, height: u32, bits: u8, color_type: u8, chunks: &[Chunk<'_>], rows: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(rows).unwrap();
    let data = zlib.finish().unwrap();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, color_type, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let (first, second) = data.split_at(data.len() / 2);
    let all = [(b"IHDR", header.as_slice())].into_iter().chain(chunks.iter().copied());
    for (kind, content) in all.chain([(b"IDAT", first), (b"IDAT", second), (b"IEND", &[])]) {
        png.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        png.extend(kind);
        png.extend(content);
        png.extend([0; 4]);
    }
    png
}

/// The smallest JPEG file that says it has so many components; its data is never decoded here.
fn jpeg(components: u8, marker: u8) -> Vec<u8> {
    let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 9, 9, 0xFF, 0xFF, marker, 0, 8 + 3 * components, 8, 0, 3, 0, 5];
    jpeg.push(components);
    jpeg.extend((0..components).flat_map(|i| [i, 0x11, 0]));
    jpeg.extend([0xFF, 0xDA, 0, 3, 0, 1, 2, 3, 0xFF, 0xD9]);
    jpeg
}

/// The file of a document with one figure for each picture.
fn with(images: Vec<(Image, Orientation)>) -> File {
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
    let unused = pdf.add_image(Image::jpeg(jpeg(1, 0xC2)).unwrap());
    let _ = unused;
    let images: Vec<_> = images.into_iter().map(|(image, o)| (pdf.add_image(image), o)).collect();
    let mut page = pdf.page(Size::A4).unwrap();
    for (slot, (image, orientation)) in slots.into_iter().zip(images) {
        page.content(slot, |canvas| canvas.image(image, Rect::new(100.0, 41.89, 50.0, 20.0), orientation)).unwrap();
    }
    File::open(&pdf.finish().unwrap())
}

fn pictures(file: &File) -> Vec<&Stream> {
    let resources = file.dictionary(file.page(0), "Resources");
    let objects = file.dictionary(resources, "XObject");
    objects.iter().map(|(_, object)| file.follow(object).as_stream().unwrap()).collect()
}

fn number(dictionary: &Dictionary, key: &str) -> i64 {
    dictionary.get(key.as_bytes()).unwrap().as_i64().unwrap()
}

/// The samples of a picture, by a decoder of this test's own: only filters 0 and 2 are used.
fn samples(stream: &Stream, bytes_per_row: usize) -> Vec<u8> {
    let mut rows = Vec::new();
    ZlibDecoder::new(stream.content.as_slice()).read_to_end(&mut rows).unwrap();
    let mut above = vec![0; bytes_per_row];
    let mut out = Vec::new();
    for row in rows.chunks(bytes_per_row + 1) {
        let up = row[0] == 2;
        assert!(up || row[0] == 0);
        above = row[1..].iter().zip(&above).map(|(b, u)| if up { b.wrapping_add(*u) } else { *b }).collect();
        out.extend(&above);
    }
    out
}

#[test]
fn jpeg_files_pass_through() {
    for (components, space) in [(1, "DeviceGray"), (3, "DeviceRGB")] {
        for marker in [0xC0, 0xC1, 0xC2] {
            let bytes = jpeg(components, marker);
            let image = Image::jpeg(bytes.clone()).unwrap();
            assert_eq!(image.size(), (5, 3));
            let file = with(vec![(image, Orientation::Upright)]);
            let [picture] = pictures(&file)[..] else { panic!("the one that is not drawn is not in the file") };
            assert_eq!(picture.content, bytes);
            assert_eq!(name_of(picture.dict.get(b"Filter").unwrap()), "DCTDecode");
            assert_eq!(name_of(picture.dict.get(b"ColorSpace").unwrap()), space);
            assert_eq!((number(&picture.dict, "Width"), number(&picture.dict, "Height")), (5, 3));
        }
    }
}

#[test]
fn other_jpeg_files_are_refused() {
    assert_eq!(Image::jpeg(jpeg(4, 0xC0)), Err(ImageError::Cmyk));
    assert!(matches!(Image::jpeg(jpeg(3, 0xC3)), Err(ImageError::Unsupported(_))));
    assert!(matches!(Image::jpeg(jpeg(3, 0xC9)), Err(ImageError::Unsupported(_))));
    assert!(matches!(Image::jpeg(jpeg(2, 0xC0)), Err(ImageError::Damaged { .. })));
    let whole = jpeg(3, 0xC0);
    let data = whole.len() - 5;
    for end in 0..data {
        assert!(Image::jpeg(whole[..end].to_vec()).is_err(), "{end} bytes");
    }
    let mut flat = whole;
    flat[14..16].fill(0);
    assert!(matches!(Image::jpeg(flat), Err(ImageError::Damaged { .. })));
}

#[test]
fn png_files_without_transparency_pass_through() {
    let palette: [u8; 9] = [0, 0, 0, 255, 0, 0, 0, 255, 0];
    let cases: [(u8, u8, &[Chunk<'_>], &[u8]); 5] = [
        (8, 0, &[], &[0, 1, 2, 0, 3, 4]),
        (1, 0, &[], &[0, 0x80, 0, 0x40]),
        (16, 0, &[], &[0, 1, 2, 3, 4, 0, 5, 6, 7, 8]),
        (8, 2, &[], &[0, 1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]),
        (2, 3, &[(b"PLTE", &palette)], &[0, 0x60, 0, 0x90]),
    ];
    for (bits, color_type, chunks, rows) in cases {
        let file = with(vec![(Image::png(&png(2, 2, bits, color_type, chunks, rows)).unwrap(), Orientation::Upright)]);
        let [picture] = pictures(&file)[..] else { panic!("one picture") };
        let mut data = Vec::new();
        ZlibDecoder::new(picture.content.as_slice()).read_to_end(&mut data).unwrap();
        assert_eq!(data, rows, "{bits} {color_type}");
        let parameters = picture.dict.get(b"DecodeParms").unwrap().as_dict().unwrap();
        assert_eq!(number(parameters, "Predictor"), 15);
        assert_eq!(number(parameters, "Columns"), 2);
        assert_eq!(number(parameters, "Colors"), if color_type == 2 { 3 } else { 1 });
        assert_eq!(number(parameters, "BitsPerComponent"), i64::from(bits));
        if color_type == 3 {
            let space = picture.dict.get(b"ColorSpace").unwrap().as_array().unwrap();
            assert_eq!((name_of(&space[0]), space[2].as_i64().unwrap()), ("Indexed", 2));
            assert_eq!(space[3].as_str().unwrap(), palette);
        }
        assert!(file.get(file.page(0), "Group").is_none());
    }
}

/// Colours, mask, and the bytes of a row of each.
fn split(image: &[u8], color_row: usize, mask_row: usize) -> (Vec<u8>, Vec<u8>) {
    let file = with(vec![(Image::png(image).unwrap(), Orientation::Upright)]);
    let [picture] = pictures(&file)[..] else { panic!("one picture") };
    let mask = file.get(&picture.dict, "SMask").unwrap().as_stream().unwrap();
    assert_eq!(name_of(mask.dict.get(b"ColorSpace").unwrap()), "DeviceGray");
    assert!(file.get(file.page(0), "Group").is_some(), "a page with transparency says how to blend");
    (samples(picture, color_row), samples(mask, mask_row))
}

#[test]
fn transparency_becomes_a_mask() {
    let rows = [0, 1, 2, 3, 255, 4, 5, 6, 0, 0, 7, 8, 9, 128, 10, 11, 12, 64];
    let (colors, mask) = split(&png(2, 2, 8, 6, &[], &rows), 6, 2);
    assert_eq!(colors, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(mask, [255, 0, 128, 64]);

    let (colors, mask) = split(&png(1, 2, 16, 4, &[], &[0, 1, 2, 3, 4, 0, 5, 6, 7, 8]), 2, 2);
    assert_eq!((colors, mask), (vec![1, 2, 5, 6], vec![3, 4, 7, 8]));

    let palette: &[Chunk<'_>] = &[(b"PLTE", &[0, 0, 0, 255, 0, 0, 0, 255, 0]), (b"tRNS", &[0, 99])];
    let (colors, mask) = split(&png(3, 1, 2, 3, palette, &[0, 0b0001_1000]), 1, 3);
    assert_eq!((colors, mask), (vec![0b0001_1000], vec![0, 99, 255]));

    let key: &[Chunk<'_>] = &[(b"tRNS", &[0, 1])];
    let (_, mask) = split(&png(3, 1, 1, 0, key, &[0, 0b0100_0000]), 1, 3);
    assert_eq!(mask, [255, 0, 255]);
    let key: &[Chunk<'_>] = &[(b"tRNS", &[0, 4, 0, 5, 0, 6])];
    let (_, mask) = split(&png(2, 1, 8, 2, key, &[0, 1, 2, 3, 4, 5, 6]), 6, 2);
    assert_eq!(mask, [255, 0]);
}

#[test]
fn damaged_png_files_are_refused() {
    let good = png(2, 2, 8, 0, &[], &[0, 1, 2, 0, 3, 4]);
    assert!(Image::png(&good).is_ok());
    for end in 0..good.len() {
        assert!(Image::png(&good[..end]).is_err(), "{end} bytes");
    }
    let short = png(2, 2, 8, 0, &[], &[0, 1, 2, 0, 3]);
    let long = png(2, 2, 8, 0, &[], &[0, 1, 2, 0, 3, 4, 5]);
    let filter = png(2, 2, 8, 0, &[], &[9, 1, 2, 0, 3, 4]);
    let no_palette = png(2, 2, 8, 3, &[], &[0, 1, 2, 0, 3, 4]);
    let palette = png(2, 2, 1, 3, &[(b"PLTE", &[0; 9])], &[0, 1, 0, 3]);
    let bits = png(2, 2, 4, 2, &[], &[0; 8]);
    for bad in [short, long, filter, no_palette, palette, bits] {
        assert!(matches!(Image::png(&bad), Err(ImageError::Damaged { .. })), "{:?}", Image::png(&bad));
    }
    let huge = png(60_000, 60_000, 8, 0, &[], &[]);
    assert!(matches!(Image::png(&huge), Err(ImageError::TooLarge { .. })));
    let mut short_of_a_pass = good;
    short_of_a_pass[28] = 1;
    assert!(matches!(Image::png(&short_of_a_pass), Err(ImageError::Damaged { .. })));
}

#[test]
fn interlaced_png_files_are_put_in_order() {
    let interlaced = |color_type, rows: &[u8]| {
        let mut file = png(2, 2, 8, color_type, &[], rows);
        file[28] = 1;
        Image::png(&file).unwrap()
    };
    // One pixel in the first pass, one in the sixth, the lower row in the seventh.
    let gray = interlaced(0, &[0, 1, 0, 2, 0, 3, 4]);
    let plain = png(2, 2, 8, 0, &[], &[2, 1, 2, 2, 2, 2]);
    assert_eq!(gray, Image::png(&plain).unwrap());
    let translucent = interlaced(4, &[0, 1, 91, 0, 2, 92, 0, 3, 93, 4, 94]);
    assert_eq!(translucent, Image::png(&png(2, 2, 8, 4, &[], &[0, 1, 91, 2, 92, 0, 3, 93, 4, 94])).unwrap());
}

#[test]
fn a_picture_drawn_twice_is_stored_once() {
    let image = || Image::jpeg(jpeg(3, 0xC0)).unwrap();
    let file = with(vec![(image(), Orientation::Upright), (image(), Orientation::RotateLeft)]);
    assert_eq!(pictures(&file).len(), 1);
}

/// Where the corners of a picture come to be, from its stored top left one clockwise.
fn corners(orientation: Orientation) -> [(i64, i64); 4] {
    let file = with(vec![(Image::jpeg(jpeg(3, 0xC0)).unwrap(), orientation)]);
    let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    for operation in file.content(0).operations.iter().filter(|o| o.operator == "cm") {
        let m: Vec<f32> = operation.operands.iter().map(|o| o.as_float().unwrap()).collect();
        let [a, b, c, d, e, f] = matrix;
        matrix = [
            m[0] * a + m[1] * c,
            m[0] * b + m[1] * d,
            m[2] * a + m[3] * c,
            m[2] * b + m[3] * d,
            m[4] * a + m[5] * c + e,
            m[4] * b + m[5] * d + f,
        ];
    }
    let [a, b, c, d, e, f] = matrix;
    [(0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)].map(|(x, y): (f32, f32)| {
        let whole = |n: f32| n.round() as i64;
        (whole(a * x + c * y + e), whole(b * x + d * y + f))
    })
}

#[test]
fn orientations_are_those_of_exif() {
    // The rectangle reaches from 100 to 150 across and from 780 to 800 up.
    let [top_left, top_right, bottom_right, bottom_left] = [(100, 800), (150, 800), (150, 780), (100, 780)];
    for (exif, expected) in [
        (1, [top_left, top_right, bottom_right, bottom_left]),
        (2, [top_right, top_left, bottom_left, bottom_right]),
        (3, [bottom_right, bottom_left, top_left, top_right]),
        (4, [bottom_left, bottom_right, top_right, top_left]),
        (5, [top_left, bottom_left, bottom_right, top_right]),
        (6, [top_right, bottom_right, bottom_left, top_left]),
        (7, [bottom_right, top_right, top_left, bottom_left]),
        (8, [bottom_left, top_left, top_right, bottom_right]),
    ] {
        assert_eq!(corners(Orientation::from_exif(exif).unwrap()), expected, "EXIF {exif}");
    }
    assert_eq!(Orientation::from_exif(0), None);
}

#[test]
fn text_and_pictures_share_a_page() {
    let mut tree = StructureTree::new();
    let paragraph = tree.element(tree.root(), Tag::Paragraph);
    let slot = tree.content(paragraph);
    let mut pdf = builder(tree);
    let regular = face(&mut pdf, "Roboto-Regular");
    let image = pdf.add_image(Image::jpeg(jpeg(1, 0xC0)).unwrap());
    pdf.page(Size::A4)
        .unwrap()
        .content(slot, |canvas| {
            regular.draw(canvas, &regular.line("before", 9.0), 9.0, 40.0, 40.0);
            canvas.image(image, Rect::new(0.0, 0.0, 9.0, 9.0), Orientation::Transpose);
            regular.draw(canvas, &regular.line("after", 9.0), 9.0, 40.0, 60.0);
        })
        .unwrap();
    let file = File::open(&pdf.finish().unwrap());
    assert_eq!(file.texts[&(0, 0)], "beforeafter");
    assert!(matches!(file.get(file.page(0), "MediaBox"), Some(Object::Array(_))));
}

proptest! {
    /// No bytes make the readers panic.
    #[test]
    fn any_bytes_are_a_picture_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0_usize..3) {
        let start: &[u8] = [b"".as_slice(), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02", b"\xFF\xD8\xFF\xC0"][kind];
        let bytes = [start, &bytes].concat();
        let _ = Image::png(&bytes);
        let _ = Image::jpeg(bytes);
    }
}
