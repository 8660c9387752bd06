use briefing_model::Orientation;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use proptest::prelude::*;

use super::super::normalize;
use super::super::tests::{PRINT, PROOF};
use super::huffman::{Bits, HuffmanTable};
use super::*;

/// How a file is written.
#[derive(Debug, Clone, Copy)]
struct JpegKind {
    color: ColorType,
    sampling: SamplingFactor,
    progressive: bool,
    restarts: u16,
}

const USUAL: JpegKind =
    JpegKind { color: ColorType::Rgb, sampling: SamplingFactor::R_4_2_0, progressive: false, restarts: 0 };

fn kinds() -> Vec<JpegKind> {
    use SamplingFactor as S;
    let mut kinds = Vec::new();
    for color in [ColorType::Luma, ColorType::Rgb, ColorType::Cmyk, ColorType::CmykAsYcck] {
        for sampling in [S::R_4_4_4, S::R_4_2_0, S::R_4_2_2, S::R_4_4_0, S::R_4_1_1] {
            for progressive in [false, true] {
                for restarts in [0, 3] {
                    kinds.push(JpegKind { color, sampling, progressive, restarts });
                }
            }
        }
    }
    kinds
}

/// Soft slopes with an edge, so that every frequency has something to say.
fn pixels(width: u16, height: u16, channels: usize) -> Vec<u8> {
    let value = |x: u16, y: u16, channel: usize| {
        let edge = if (x / 9 + y / 7).is_multiple_of(2) { 40 } else { 0 };
        (usize::from(x) * 3 + usize::from(y) * 2 * (channel + 1) + edge) as u8
    };
    (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| (0..channels).map(move |channel| value(x, y, channel))))
        .collect()
}

fn jpeg(kind: JpegKind, width: u16, height: u16) -> Vec<u8> {
    let channels = match kind.color {
        ColorType::Luma => 1,
        ColorType::Rgb => 3,
        _ => 4,
    };
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 80);
    encoder.set_sampling_factor(kind.sampling);
    encoder.set_progressive(kind.progressive);
    encoder.set_restart_interval(kind.restarts);
    encoder.encode(&pixels(width, height, channels), width, height, kind.color).unwrap();
    file
}

fn part(marker: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    keep(&mut bytes, marker, content);
    bytes
}

/// The file with segments behind its first two bytes.
fn with(file: &[u8], parts: &[Vec<u8>]) -> Vec<u8> {
    [&file[..2], &parts.concat(), &file[2..]].concat()
}

fn exif(value: u16) -> Vec<u8> {
    part(0xE1, &[b"Exif\0\0".as_slice(), &super::super::exif::tests::block(false, value)].concat())
}

fn icc(profile: &[u8]) -> Vec<Vec<u8>> {
    // In parts that stand in the wrong order, as some programs leave them.
    let (first, second) = profile.split_at(profile.len() / 2);
    [(2_u8, second), (1, first)]
        .map(|(number, bytes)| part(0xE2, &[b"ICC_PROFILE\0".as_slice(), &[number, 2], bytes].concat()))
        .to_vec()
}

#[test]
fn every_kind_is_read_and_found_whole() {
    for kind in kinds() {
        for (width, height) in [(64, 48), (61, 43), (8, 8), (1, 1), (700, 9)] {
            let file = jpeg(kind, width, height);
            for target in [PROOF, PRINT] {
                let picture = normalize(&file, target).unwrap_or_else(|error| panic!("{kind:?}: {error}"));
                assert_eq!((picture.width, picture.height), (u32::from(width), u32::from(height)), "{kind:?}");
                let again = normalize(&picture.bytes, target).unwrap();
                assert!(again.bytes == picture.bytes || target == PROOF, "{kind:?}: a second time changes nothing");
            }
        }
    }
}

#[test]
fn metadata_goes_and_the_picture_stays() {
    let plain = jpeg(USUAL, 64, 48);
    let mut whole = with(
        &plain,
        &[
            exif(8),
            part(0xE1, b"http://ns.adobe.com/xap/1.0/\0secret"),
            part(0xED, b"Photoshop secret"),
            part(0xFE, b"secret comment"),
        ],
    );
    whole.extend(b"secret film after the end");
    let picture = normalize(&whole, PRINT).unwrap();
    assert_eq!((picture.width, picture.height, picture.orientation), (64, 48, Orientation::Rotate270));
    assert_eq!(picture.bytes, normalize(&plain, PRINT).unwrap().bytes);
    assert!(!picture.bytes.windows(6).any(|window| window == b"secret"));
    let kept = picture.bytes.len() - (plain.len() - 18);
    assert_eq!(kept, 0, "all but the JFIF segment of 18 bytes");
}

#[test]
fn the_first_exif_block_that_says_an_orientation_counts() {
    let empty = part(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0");
    let of = |parts: &[Vec<u8>]| normalize(&with(&jpeg(USUAL, 9, 9), parts), PRINT).unwrap().orientation;
    assert_eq!(of(&[exif(6), empty.clone()]), Orientation::Rotate90);
    assert_eq!(of(&[empty, exif(3)]), Orientation::Rotate180);
    assert_eq!(of(&[exif(6), exif(3)]), Orientation::Rotate90);
}

#[test]
fn a_file_without_its_end_is_damaged_wherever_it_breaks_off() {
    for kind in kinds().into_iter().step_by(3) {
        let whole = jpeg(kind, 61, 43);
        for length in 3..whole.len() - 2 {
            let cut = &whole[..length];
            assert!(matches!(normalize(cut, PROOF), Err(PictureError::Damaged(_))), "{kind:?}: {length}");
            // As some programs mend it.
            let ended = [cut, b"\xFF\xD9"].concat();
            let scanned = whole.windows(2).position(|pair| pair == b"\xFF\xDA").unwrap();
            // Within the last bytes, what is missing may have been padding.
            if length < whole.len() - 4 {
                let read = normalize(&ended, PROOF);
                assert!(matches!(read, Err(PictureError::Damaged(_))), "{kind:?}: {length} ended, scan {scanned}");
            }
        }
        assert!(normalize(&whole, PROOF).is_ok(), "{kind:?}");
        let unmarked = normalize(&whole[..whole.len() - 2], PROOF);
        assert!(unmarked.is_ok(), "{kind:?}: only the mark of the end is missing: {unmarked:?}");
    }
}

#[test]
fn a_picture_in_other_colours_is_converted() {
    let red = |width: u16| {
        let mut file = Vec::new();
        let pixels = [234, 51, 35].repeat(usize::from(width) * 16);
        let mut encoder = Encoder::new(&mut file, 95);
        encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
        encoder.encode(&pixels, width, 16, ColorType::Rgb).unwrap();
        file
    };
    let p3 = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let srgb = moxcms::ColorProfile::new_srgb().encode().unwrap();
    let color = |file: &[u8]| {
        let read = read(file).unwrap();
        decode(&read, Inks::Rgb, None, (16, 16)).unwrap().data[..3].to_vec()
    };
    let converted = normalize(&with(&red(16), &icc(&p3)), PRINT).unwrap();
    let [r, g, b] = color(&converted.bytes)[..] else { panic!() };
    assert!(r > 250 && g < 10 && b < 10, "{r} {g} {b}");
    let same = normalize(&with(&red(16), &icc(&srgb)), PRINT).unwrap();
    assert_eq!(same.bytes, normalize(&red(16), PRINT).unwrap().bytes, "passed through without the profile");
    let broken = normalize(&with(&red(16), &icc(&p3[..100])), PRINT).unwrap();
    assert!(broken.unreadable_profile && !converted.unreadable_profile && !same.unreadable_profile);
}

#[test]
fn printing_colours_become_red_green_and_blue() {
    for color in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let pixel = [255_u8, 0, 0, 0];
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 95);
        encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
        encoder.encode(&pixel.repeat(256), 16, 16, color).unwrap();
        let read = read(&file).unwrap();
        let raster = decode(&read, Inks::Cmyk, None, (16, 16)).unwrap();
        let [r, g, b] = raster.data[..3] else { panic!() };
        assert!(r < 8 && g > 247 && b > 247, "{color:?}: {r} {g} {b}");
    }
}

#[test]
fn kinds_that_pdf_lacks_are_refused() {
    let whole = jpeg(USUAL, 64, 48);
    let frame = whole.windows(2).position(|pair| pair == b"\xFF\xC0").unwrap();
    let changed = |at: usize, bytes: &[u8]| {
        let mut file = whole.clone();
        file[frame + at..frame + at + bytes.len()].copy_from_slice(bytes);
        normalize(&file, PROOF).unwrap_err()
    };
    assert!(matches!(changed(1, &[0xC3]), PictureError::Unsupported(_)));
    assert!(matches!(changed(1, &[0xC9]), PictureError::Unsupported(_)));
    assert!(matches!(changed(4, &[12]), PictureError::Unsupported(_)));
    assert!(matches!(changed(5, &[0, 0]), PictureError::Damaged(_)));
    assert!(matches!(changed(5, &[0xEA, 0x60, 0xEA, 0x60]), PictureError::TooManyPixels { .. }));
    assert!(matches!(changed(9, &[2]), PictureError::Damaged(_)));
}

#[test]
fn colours_named_red_green_and_blue_are_said_to_be_so() {
    let mut file = jpeg(JpegKind { sampling: SamplingFactor::R_4_4_4, ..USUAL }, 16, 16);
    let frame = file.windows(2).position(|pair| pair == b"\xFF\xC0").unwrap();
    let scan = file.windows(2).position(|pair| pair == b"\xFF\xDA").unwrap();
    for (index, id) in b"RGB".iter().enumerate() {
        file[frame + 10 + 3 * index] = *id;
        file[scan + 5 + 2 * index] = *id;
    }
    let jfif = normalize(&file, PRINT).unwrap().bytes;
    assert!(jfif.windows(12).any(|window| window == b"Adobe\0\x64\0\0\0\0\x01"));
    let without = normalize(&[&file[..2], &file[20..]].concat(), PRINT).unwrap().bytes;
    assert!(without.windows(12).any(|window| window == b"Adobe\0\x64\0\0\0\0\0"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What the proof takes as whole is decoded and written without a fault.
    #[test]
    fn what_is_proved_can_be_converted(
        kind in 0_usize..1000,
        at in any::<prop::sample::Index>(),
        bytes in proptest::collection::vec(any::<u8>(), 1..4),
        size in (1_u16..90, 1_u16..90),
    ) {
        let kinds = kinds();
        let mut file = jpeg(kinds[kind % kinds.len()], size.0, size.1);
        let at = at.index(file.len());
        for (place, byte) in file.iter_mut().skip(at).zip(&bytes) {
            *place = *byte;
        }
        let [proof, print] = [PROOF, PRINT].map(|target| normalize(&file, target).map(|p| (p.width, p.height)));
        prop_assert_eq!(proof, print);
    }

    /// Many codes at once say what they say one by one.
    #[test]
    fn blocks_are_passed_over_as_if_code_by_code(
        short in 0_u8..3,
        symbols in proptest::collection::vec(prop_oneof![Just(0_u8), Just(0xF0), 1_u8..8, any::<u8>()], 12),
        data in proptest::collection::vec(0_u8..0xFF, 0..200),
    ) {
        // Codes of lengths on both sides of what a table tells at once.
        let mut counts = [0; 16];
        for (length, count) in [(1, short.min(1)), (2, short / 2), (3, 1), (4, 1), (6, 2), (9, 2), (11, 2), (13, 2)] {
            counts[length] = count;
        }
        let total: u8 = counts.iter().sum();
        let table = HuffmanTable::new(counts, &symbols[..usize::from(total)]).unwrap();
        let one_by_one = |bits: &mut Bits<'_>| {
            let mut at = 1;
            while at < 64 {
                let symbol = bits.value(&table).ok()?;
                at += match symbol {
                    0xF0 => 16,
                    _ if symbol & 15 == 0 => 64,
                    _ => usize::from(symbol >> 4) + 1,
                };
                if symbol & 15 > 0 && at > 64 {
                    return None;
                }
            }
            Some(())
        };
        let (mut slow, mut quick) = (Bits::new(&data), Bits::new(&data));
        loop {
            let expected = one_by_one(&mut slow);
            prop_assert_eq!(quick.coefficients(&table).ok(), expected);
            if expected.is_none() {
                break;
            }
            prop_assert_eq!(quick.bits(8).ok(), slow.bits(8).ok());
        }
    }
}
