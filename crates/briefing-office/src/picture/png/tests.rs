use std::io::Write as _;

use briefing_model::Orientation;
use proptest::prelude::*;

use super::super::normalize;
use super::super::tests::{PRINT, PROOF};
use super::*;

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    keep(&mut bytes, *kind, content).unwrap();
    bytes
}

fn header(width: u32, height: u32, depth: u8, color: u8, interlace: u8) -> Vec<u8> {
    let mut content = width.to_be_bytes().to_vec();
    content.extend(height.to_be_bytes());
    content.extend([depth, color, 0, 0, interlace]);
    chunk(b"IHDR", &content)
}

fn deflated(rows: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(rows).unwrap();
    encoder.finish().unwrap()
}

fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
    [SIGNATURE.to_vec(), chunks.concat(), chunk(b"IEND", b"")].concat()
}

/// A file of a kind, each sample the value of `sample`, interlaced or not; what PngSuite has of basic kinds.
fn made(
    width: u32,
    height: u32,
    depth: u8,
    color: u8,
    interlaced: bool,
    sample: impl Fn(u32, u32, usize) -> u16,
) -> Vec<u8> {
    let of = Header { width, height, depth, color, interlaced };
    let mut rows = Vec::new();
    let mut pass = |x0: u32, y0: u32, dx: u32, dy: u32| {
        if x0 >= width {
            return;
        }
        for y in (y0..height).step_by(dy as usize) {
            rows.push(0);
            let (mut byte, mut bits) = (0_u32, 0);
            for x in (x0..width).step_by(dx as usize) {
                for channel in 0..of.samples() {
                    let value = u32::from(sample(x, y, channel)) >> (16 - depth);
                    if depth == 16 {
                        rows.extend(u16::try_from(value).unwrap().to_be_bytes());
                        continue;
                    }
                    byte = byte << depth | value;
                    bits += depth;
                    if bits == 8 {
                        rows.push(byte as u8);
                        (byte, bits) = (0, 0);
                    }
                }
            }
            if bits > 0 {
                rows.push((byte << (8 - bits)) as u8);
            }
        }
    };
    if interlaced {
        for (x0, y0, dx, dy) in PASSES {
            pass(x0, y0, dx, dy);
        }
    } else {
        pass(0, 0, 1, 1);
    }
    let palette: Vec<u8> = (0..1_u16 << depth.min(8)).flat_map(|entry| [entry as u8, 255 - entry as u8, 7]).collect();
    let mut chunks = vec![header(width, height, depth, color, u8::from(interlaced))];
    if color == 3 {
        chunks.push(chunk(b"PLTE", &palette));
    }
    chunks.push(chunk(b"IDAT", &deflated(&rows)));
    file(&chunks)
}

const KINDS: [(u8, u8); 15] = [
    (1, 0),
    (2, 0),
    (4, 0),
    (8, 0),
    (16, 0),
    (8, 2),
    (16, 2),
    (1, 3),
    (2, 3),
    (4, 3),
    (8, 3),
    (8, 4),
    (16, 4),
    (8, 6),
    (16, 6),
];

fn slope(x: u32, y: u32, channel: usize) -> u16 {
    (x * 1777 + y * 3001 + channel as u32 * 9000) as u16
}

/// The pixels of a file, 8 bits a channel.
pub(super) fn decoded(bytes: &[u8]) -> Raster {
    let read = read(bytes).unwrap();
    decode(&read.header, bytes, (read.header.width, read.header.height)).unwrap()
}

#[test]
fn every_kind_is_read_interlaced_or_not() {
    for (depth, color) in KINDS {
        for (width, height) in [(1, 1), (3, 2), (32, 32), (7, 9), (33, 5)] {
            let [plain, interlaced] = [false, true].map(|interlaced| {
                let file = made(width, height, depth, color, interlaced, slope);
                let [proof, print] = [PROOF, PRINT].map(|target| normalize(&file, target).unwrap());
                assert_eq!((proof.width, proof.height, proof.media), (print.width, print.height, print.media));
                assert_eq!(normalize(&print.bytes, PRINT).unwrap().bytes, print.bytes, "a second time changes nothing");
                print.bytes
            });
            assert_eq!(plain, made(width, height, depth, color, false, slope), "passed through");
            let (plain, interlaced) = (decoded(&plain), decoded(&interlaced));
            let wanted = plain.without_needless_alpha();
            assert!(wanted == interlaced, "{depth} bits of colour type {color}, {width} by {height}");
        }
    }
}

#[test]
fn the_picture_stays_and_the_rest_goes() {
    let parts =
        [header(2, 1, 8, 3, 0), chunk(b"PLTE", &[0; 6]), chunk(b"tRNS", &[0]), chunk(b"IDAT", &deflated(&[0, 0, 1]))];
    let [head, palette, clear, data] = parts.clone();
    let mut whole = file(&[
        head,
        palette,
        chunk(b"tEXt", b"Author\0secret"),
        clear,
        chunk(b"eXIf", &super::super::exif::tests::block(true, 2)),
        data,
    ]);
    whole.extend(b"secret after the end");
    let picture = normalize(&whole, PRINT).unwrap();
    assert_eq!((picture.width, picture.height, picture.orientation), (2, 1, Orientation::Mirror));
    assert_eq!(picture.bytes, file(&parts));
}

#[test]
fn data_are_put_in_one_chunk_and_what_says_nothing_goes() {
    let data = deflated(&[0, 1, 2, 3, 4]);
    let (first, second) = data.split_at(4);
    let parts = [
        header(1, 1, 8, 6, 0),
        chunk(b"PLTE", &[0; 6]),
        chunk(b"tRNS", &[0; 6]),
        chunk(b"IDAT", first),
        chunk(b"IDAT", second),
    ];
    let picture = normalize(&file(&parts), PRINT).unwrap();
    assert_eq!(picture.bytes, file(&[header(1, 1, 8, 6, 0), chunk(b"IDAT", &data)]));
}

#[test]
fn an_animation_is_not_taken_for_its_first_picture() {
    let frames = |frames: u8| {
        let control = chunk(b"acTL", &[0, 0, 0, frames, 0, 0, 0, 0]);
        normalize(&file(&[header(1, 1, 8, 2, 0), control, chunk(b"IDAT", &deflated(&[0, 1, 2, 3]))]), PROOF)
    };
    assert!(frames(1).is_ok());
    assert!(matches!(frames(2), Err(PictureError::Unsupported(why)) if why.contains("animation")));
}

#[test]
fn what_contradicts_itself_is_refused() {
    let refused = |chunks: &[Vec<u8>]| normalize(&file(chunks), PROOF).unwrap_err();
    let data = || chunk(b"IDAT", &deflated(&[0, 1, 2, 3]));
    assert!(normalize(&file(&[header(1, 1, 8, 2, 0), data()]), PROOF).is_ok());
    for damaged in [
        &[header(1, 1, 3, 2, 0), data()][..],
        &[header(0, 1, 8, 2, 0), data()],
        &[header(1, 1, 8, 3, 0), data()],
        &[header(1, 1, 8, 3, 0), chunk(b"PLTE", &[0; 4]), data()],
        &[header(1, 1, 8, 2, 0), chunk(b"tRNS", &[0; 2]), data()],
        &[header(1, 1, 8, 2, 0)],
        &[data(), header(1, 1, 8, 2, 0)],
        &[header(1, 2, 8, 2, 0), data()],
        &[header(1, 1, 8, 0, 0), data()],
        &[header(1, 1, 8, 2, 0), chunk(b"IDAT", &deflated(&[9, 1, 2, 3]))],
        &[header(1, 1, 8, 2, 0), chunk(b"IDAT", b"not compressed")],
    ] {
        assert!(matches!(refused(damaged), PictureError::Damaged(_)), "{damaged:?}");
    }
    let large = [header(20_000, 20_000, 8, 2, 0), data()];
    assert!(matches!(refused(&large), PictureError::TooManyPixels { .. }));
    let interlaced = [header(10_000, 9_999, 16, 6, 1), data()];
    assert!(matches!(refused(&interlaced), PictureError::TooManyPixels { .. } | PictureError::Damaged(_)));
    let foreign = [header(1, 1, 8, 2, 0), chunk(b"CgBI", b""), data()];
    assert!(matches!(refused(&foreign), PictureError::Unsupported(_)));
}

#[test]
fn damage_and_shortening_are_seen() {
    let whole = made(9, 9, 8, 2, false, slope);
    for length in SIGNATURE.len()..whole.len() {
        assert!(normalize(&whole[..length], PROOF).is_err(), "{length}");
    }
    for at in SIGNATURE.len()..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(normalize(&changed, PROOF).is_err(), "byte {at}");
    }
}

#[test]
fn other_colours_are_converted_where_they_stand() {
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let profile = chunk(b"iCCP", &[b"Display P3\0\0".as_slice(), &deflated(&p3)].concat());
    let red = [234, 51, 35];
    let is_red = |color: &[u8]| color[0] > 250 && color[1] < 10 && color[2] < 10;

    let palette = [header(1, 1, 8, 3, 0), profile.clone(), chunk(b"PLTE", &red), chunk(b"IDAT", &deflated(&[0, 0]))];
    let bytes = normalize(&file(&palette), PRINT).unwrap().bytes;
    assert!(is_red(&decoded(&bytes).data), "in the palette");
    assert_eq!(read(&bytes).unwrap().header.color, 3);

    let row = [&[0_u8][..], &red, &[128]].concat();
    let rgba = [header(1, 1, 8, 6, 0), profile, chunk(b"IDAT", &deflated(&row))];
    let pixel = decoded(&normalize(&file(&rgba), PRINT).unwrap().bytes).data;
    assert!(is_red(&pixel) && pixel[3] == 128, "{pixel:?}");

    let gamma = chunk(b"gAMA", &100_000_u32.to_be_bytes());
    let gray = [header(1, 1, 8, 0, 0), gamma.clone(), chunk(b"IDAT", &deflated(&[0, 55]))];
    assert_eq!(decoded(&normalize(&file(&gray), PRINT).unwrap().bytes).data, [128]);
    let srgb = [header(1, 1, 8, 0, 0), gamma, chunk(b"sRGB", &[0]), chunk(b"IDAT", &deflated(&[0, 55]))];
    assert_eq!(decoded(&normalize(&file(&srgb), PRINT).unwrap().bytes).data, [55], "what says sRGB is sRGB");

    let broken = [header(1, 1, 8, 0, 0), chunk(b"iCCP", b"x\0\0junk"), chunk(b"IDAT", &deflated(&[0, 55]))];
    assert!(normalize(&file(&broken), PRINT).unwrap().unreadable_profile);
}

#[test]
fn a_large_picture_is_made_smaller() {
    let smooth = |x: u32, y: u32, _: usize| ((x + y) * 8) as u16;
    let large = made(4000, 1000, 8, 2, false, smooth);
    let [proof, print] = [PROOF, PRINT].map(|target| normalize(&large, target).unwrap());
    assert_eq!((print.width, print.height), (2175, 544));
    assert_eq!((proof.width, proof.height), (print.width, print.height));
    assert_eq!(print.source_size, (4000, 1000));
    let noise = |x: u32, y: u32, channel: usize| ((x * 40_503) ^ (y * 25_717) ^ (channel as u32 * 9)) as u16;
    let photograph = normalize(&made(4000, 1000, 8, 2, false, noise), PRINT).unwrap();
    assert_eq!(photograph.media, Media::Jpeg);
    let kept = super::super::PictureTarget { resolution: super::super::Downsampling::Original, ..PRINT };
    assert_eq!(normalize(&large, kept).unwrap().bytes, large);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_proved_can_be_converted(
        kind in 0_usize..15,
        interlaced: bool,
        size in (1_u32..40, 1_u32..40),
        at in any::<prop::sample::Index>(),
        byte: u8,
        whole: bool,
    ) {
        let (depth, color) = KINDS[kind];
        let mut bytes = made(size.0, size.1, depth, color, interlaced, slope);
        // A change with the sum made right again, as a faulty writer would leave it.
        let at = SIGNATURE.len() + at.index(bytes.len() - SIGNATURE.len());
        bytes[at] = byte;
        if whole {
            let mut rest = SIGNATURE.len();
            while let Some(length) = bytes.get(rest..rest + 4).map(|l| u32::from_be_bytes(l.try_into().unwrap()) as usize) {
                let Some(content) = bytes.get(rest + 4..(rest + 8).saturating_add(length)) else { break };
                let sum = crc32(content).to_be_bytes();
                let end = rest + 8 + length;
                if let Some(place) = bytes.get_mut(end..end + 4) {
                    place.copy_from_slice(&sum);
                }
                rest = end + 4;
            }
        }
        let [proof, print] = [PROOF, PRINT].map(|target| normalize(&bytes, target).map(|p| (p.width, p.height)));
        prop_assert_eq!(proof, print);
    }
}
