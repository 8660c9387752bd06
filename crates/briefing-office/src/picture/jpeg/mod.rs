//! JPEG (ITU-T T.81): the segments that PDF needs; and decoded, what PDF readers do not show alike or has too many pixels.

mod huffman;
mod scan;

use briefing_model::Media;
use jpeg_decoder::{Decoder, PixelFormat};

use self::scan::{Component, Scans, Tables};
use super::colors::{Inks, Meaning, ToSrgb};
use super::exif::Exif;
use super::raster::{Channels, Raster};
use super::{Cursor, Effort, MOST_MEMORY, Normalized, PictureError, PictureTarget, check_size};

pub(super) const SIGNATURE: &[u8] = b"\xFF\xD8\xFF";

const CUT_OFF: PictureError = PictureError::Damaged("the JPEG file breaks off");

/// What a file is, its metadata taken out.
struct Read {
    frame: FrameHeader,
    exif: Exif,
    /// The colour profile; empty without one.
    profile: Vec<u8>,
    bytes: Vec<u8>,
}

/// What the frame header says (T.81, B.2.2).
#[derive(Debug, Clone)]
struct FrameHeader {
    width: u32,
    height: u32,
    progressive: bool,
    components: Vec<Component>,
}

impl FrameHeader {
    /// Bytes that decoding takes: pixels, and for a progressive file all coefficients.
    fn memory(&self) -> u64 {
        let each = if self.progressive { 3 } else { 1 };
        u64::from(self.width) * u64::from(self.height) * self.components.len() as u64 * each
    }
}

pub(super) fn normalize(bytes: &[u8], target: PictureTarget) -> Result<Normalized, PictureError> {
    let file = read(bytes)?;
    let FrameHeader { width, height, .. } = file.frame;
    let orientation = file.exif.orientation.unwrap_or_default();
    let inks = match file.frame.components.len() {
        1 => Inks::Gray,
        3 => Inks::Rgb,
        _ => Inks::Cmyk,
    };
    let meaning = if !file.profile.is_empty() {
        Some(Meaning::Profile(file.profile.clone()))
    } else {
        (file.exif.adobe_rgb && inks == Inks::Rgb).then_some(Meaning::AdobeRgb)
    };
    let (conversion, unreadable_profile) = match meaning.map(|meaning| ToSrgb::new(&meaning, inks)) {
        Some(Ok(conversion)) => (conversion, false),
        Some(Err(_)) => (None, true),
        None => (None, false),
    };
    let fitted = target.fitted(width, height, orientation);
    let whole = Normalized {
        media: Media::Jpeg,
        width,
        height,
        source_size: (width, height),
        orientation,
        unreadable_profile,
        bytes: Vec::new(),
    };
    if inks != Inks::Cmyk && conversion.is_none() && fitted.is_none() {
        return Ok(Normalized { bytes: file.bytes, ..whole });
    }
    let (new_width, new_height) = fitted.unwrap_or((width, height));
    let whole = Normalized { width: new_width, height: new_height, ..whole };
    if file.frame.memory() > MOST_MEMORY {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let fine_colors = file.frame.components.iter().all(|component| (component.across, component.down) == (1, 1));
    let raster = decode(&file, inks, conversion.as_ref(), (new_width, new_height))?;
    if target.effort == Effort::Prove {
        return Ok(Normalized { bytes: file.bytes, ..whole });
    }
    Ok(Normalized { bytes: write(&raster, fine_colors)?, ..whole })
}

/// A raster without alpha as a file, with or without all samples of its colours.
pub(super) fn write(raster: &Raster, fine_colors: bool) -> Result<Vec<u8>, PictureError> {
    Ok(read(&raster.to_jpeg(fine_colors)?)?.bytes)
}

/// Reads all segments and all scans, and keeps what belongs to the picture.
fn read(bytes: &[u8]) -> Result<Read, PictureError> {
    let mut cursor = Cursor { rest: bytes };
    let mut kept = cursor.take(2).ok_or(CUT_OFF)?.to_vec();
    let mut exif = Exif::default();
    // Parts of the colour profile by their numbers (ICC.1:2022, B.4).
    let mut profile: Vec<(u8, Vec<u8>)> = Vec::new();
    let mut jfif = false;
    let mut adobe: Option<u8> = None;
    let mut tables = Tables::default();
    let mut frame: Option<(FrameHeader, Scans)> = None;
    let mut scanned = false;
    loop {
        let marker = match next_marker(&mut cursor) {
            Ok(marker) => marker,
            // The picture is complete, and only the mark of its end is missing.
            Err(_) if scanned && cursor.rest.is_empty() => 0xD9,
            Err(error) => return Err(error),
        };
        match marker {
            // Markers without a segment: TEM and restarts have no business here but do no harm.
            0x01 | 0xD0..=0xD7 => continue,
            0xD8 => return Err(PictureError::Damaged("a second picture begins inside the JPEG file")),
            0xD9 if scanned => break,
            0xD9 => return Err(PictureError::Damaged("the JPEG file ends before its picture")),
            _ => {}
        }
        let segment = segment(&mut cursor)?;
        match marker {
            0xE0 => jfif |= segment.starts_with(b"JFIF\0"),
            0xE1 => {
                if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
                    exif = exif.or(Exif::read(tiff));
                }
            }
            // After the name, the number of a part, and how many there are.
            0xE2 => {
                let part = segment.strip_prefix(b"ICC_PROFILE\0").and_then(<[u8]>::split_first_chunk);
                if let Some(([number, _], part)) = part {
                    profile.push((*number, part.to_vec()));
                }
            }
            0xEE => {
                let transform = segment.strip_prefix(b"Adobe").and_then(|adobe| adobe.get(6));
                adobe = adobe.or(transform.copied());
            }
            0xE3..=0xED | 0xEF | 0xFE => {}
            0xC3 | 0xC5..=0xC7 | 0xCB | 0xCD..=0xCF => {
                return Err(PictureError::Unsupported(
                    "the JPEG file is lossless or hierarchical, which PDF does not have",
                ));
            }
            0xC9 | 0xCA | 0xCC => {
                return Err(PictureError::Unsupported("the JPEG file uses arithmetic coding, which PDF does not have"));
            }
            0xC0..=0xC2 => {
                if frame.is_some() {
                    return Err(PictureError::Damaged("the JPEG file has two frame headers"));
                }
                let read = read_frame(segment, marker == 0xC2)?;
                if let Some(transform) = transform(&read, adobe, jfif) {
                    keep(&mut kept, 0xEE, &[b"Adobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat());
                }
                let scans = Scans::new(read.progressive, (read.width, read.height), read.components.clone())?;
                frame = Some((read, scans));
                keep(&mut kept, marker, segment);
            }
            0xDA => {
                let (_, scans) = frame.as_mut().ok_or(NO_FRAME)?;
                keep(&mut kept, marker, segment);
                let length = scans.read(&tables, segment, cursor.rest)?;
                kept.extend_from_slice(cursor.take(length).ok_or(CUT_OFF)?);
                scanned = true;
            }
            _ => {
                match marker {
                    0xC4 => tables.define_codes(segment)?,
                    0xDB => tables.define_quantization(segment)?,
                    0xDD => tables.define_restarts(segment),
                    _ => {}
                }
                keep(&mut kept, marker, segment);
            }
        }
    }
    // What follows the picture's end (a thumbnail, a film) is not the picture.
    kept.extend([0xFF, 0xD9]);
    let (frame, scans) = frame.ok_or(NO_FRAME)?;
    scans.complete()?;
    profile.sort();
    let profile = profile.into_iter().flat_map(|(_, part)| part).collect();
    Ok(Read { frame, exif, profile, bytes: kept })
}

/// How colours are coded, as an Adobe segment says it: readers agree on that, and not on what its absence means.
///
/// `None` for what all take alike without one.
fn transform(frame: &FrameHeader, adobe: Option<u8>, jfif: bool) -> Option<u8> {
    match frame.components.len() {
        1 => None,
        3 => {
            let named_rgb = frame.components.iter().map(|component| component.id).eq(*b"RGB");
            match adobe {
                // libjpeg's order: JFIF has no colours but YCbCr.
                _ if jfif => named_rgb.then_some(1),
                Some(transform) => Some(transform.min(1)),
                None => named_rgb.then_some(0),
            }
        }
        _ => Some(if adobe == Some(2) { 2 } else { 0 }),
    }
}

const NO_FRAME: PictureError = PictureError::Damaged("the JPEG file has no frame header");

fn next_marker(cursor: &mut Cursor<'_>) -> Result<u8, PictureError> {
    if cursor.u8().ok_or(CUT_OFF)? != 0xFF {
        return Err(PictureError::Damaged("a JPEG segment does not begin where it should"));
    }
    // Any number of fill bytes may stand before a marker (T.81, B.1.1.2).
    loop {
        match cursor.u8().ok_or(CUT_OFF)? {
            0xFF => {}
            0x00 => return Err(PictureError::Damaged("a JPEG segment does not begin where it should")),
            marker => return Ok(marker),
        }
    }
}

fn segment<'b>(cursor: &mut Cursor<'b>) -> Result<&'b [u8], PictureError> {
    let length = usize::from(cursor.u16().ok_or(CUT_OFF)?);
    let length = length.checked_sub(2).ok_or(PictureError::Damaged("a JPEG segment has no length"))?;
    cursor.take(length).ok_or(CUT_OFF)
}

fn keep(kept: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    kept.extend([0xFF, marker]);
    // A segment's length came from two bytes, so it goes back into two.
    kept.extend(u16::try_from(segment.len() + 2).unwrap_or(u16::MAX).to_be_bytes());
    kept.extend_from_slice(segment);
}

fn read_frame(segment: &[u8], progressive: bool) -> Result<FrameHeader, PictureError> {
    let mut cursor = Cursor { rest: segment };
    let short = || PictureError::Damaged("the JPEG frame header is too short");
    let precision = cursor.u8().ok_or_else(short)?;
    let height = u32::from(cursor.u16().ok_or_else(short)?);
    let width = u32::from(cursor.u16().ok_or_else(short)?);
    let count = cursor.u8().ok_or_else(short)?;
    let mut components = Vec::new();
    for _ in 0..count {
        let [id, sampling, quantization] = cursor.array().ok_or_else(short)?;
        components.push(Component { id, across: sampling >> 4, down: sampling & 15, quantization });
    }
    if precision != 8 {
        return Err(PictureError::Unsupported(
            "the JPEG file has more than eight bits a colour, which PDF readers do not show",
        ));
    }
    if !matches!(count, 1 | 3 | 4) {
        return Err(PictureError::Damaged("the JPEG file has an impossible number of colours"));
    }
    // One component alone has one sample a pixel, whatever the header says (T.81, A.2.2).
    if let [only] = components.as_mut_slice() {
        (only.across, only.down) = (1, 1);
    }
    // Zero rows would mean that a later segment tells (T.81, B.2.5), which PDF readers do not wait for.
    check_size(width, height)?;
    Ok(FrameHeader { width, height, progressive, components })
}

/// The pixels in sRGB, in that size.
fn decode(file: &Read, inks: Inks, conversion: Option<&ToSrgb>, size: (u32, u32)) -> Result<Raster, PictureError> {
    let mut decoder = Decoder::new(file.bytes.as_slice());
    let side = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    // Coefficients of a half, a quarter or an eighth of the size are enough where the picture is made that small.
    decoder.scale(side(size.0), side(size.1)).map_err(|_| UNDECODABLE)?;
    let data = decoder.decode().map_err(|_| UNDECODABLE)?;
    let info = decoder.info().ok_or(UNDECODABLE)?;
    let (samples, channels) = match (inks, info.pixel_format) {
        (Inks::Gray, PixelFormat::L8) => (1, Channels::Gray),
        (Inks::Rgb, PixelFormat::RGB24) => (3, Channels::Rgb),
        (Inks::Cmyk, PixelFormat::CMYK32) => (4, Channels::Rgb),
        _ => return Err(UNDECODABLE),
    };
    if data.len() != usize::from(info.width) * usize::from(info.height) * samples {
        return Err(UNDECODABLE);
    }
    let data = if inks == Inks::Cmyk { from_inks(&data, conversion) } else { data };
    let raster = Raster { width: info.width.into(), height: info.height.into(), channels, data };
    let raster = raster.reduced(size.0, size.1);
    Ok(match conversion {
        Some(conversion) if inks != Inks::Cmyk => raster.converted(conversion),
        _ => raster,
    })
}

const UNDECODABLE: PictureError =
    PictureError::Unsupported("the JPEG file is of a kind that cannot be brought into the colours of the page");

/// From cyan, magenta, yellow and black, 255 being full ink.
fn from_inks(data: &[u8], conversion: Option<&ToSrgb>) -> Vec<u8> {
    if let Some(conversion) = conversion {
        return conversion.convert(data);
    }
    // Without a profile, as browsers do it: what ink leaves of the light.
    let left = |ink: u8, black: u8| {
        let light = u16::from(255 - ink) * u16::from(255 - black);
        u8::try_from((light + 127) / 255).unwrap_or(u8::MAX)
    };
    let pixels = data.chunks_exact(4).filter_map(<[u8]>::first_chunk::<4>);
    pixels.flat_map(|[cyan, magenta, yellow, black]| [cyan, magenta, yellow].map(|ink| left(*ink, *black))).collect()
}

#[cfg(test)]
mod tests;
