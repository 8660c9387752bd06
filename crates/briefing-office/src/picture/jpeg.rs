//! JPEG (ITU-T T.81): the frame header, and the segments that PDF needs.

use briefing_model::{Media, Orientation};

use super::{Cursor, Normalized, PictureError, check_size, exif};

pub(super) const SIGNATURE: &[u8] = b"\xFF\xD8\xFF";

/// What the frame header says (T.81, B.2.2).
#[derive(Debug, Clone, Copy)]
struct Frame {
    width: u32,
    height: u32,
}

const CUT_OFF: PictureError = PictureError::Damaged("the JPEG file breaks off");

pub(super) fn normalize(bytes: &[u8]) -> Result<Normalized, PictureError> {
    let mut cursor = Cursor { rest: bytes };
    let mut kept = cursor.take(2).ok_or(CUT_OFF)?.to_vec();
    let mut orientation = Orientation::Upright;
    let mut frame = None;
    loop {
        let marker = next_marker(&mut cursor)?;
        match marker {
            // Markers without a segment: TEM and restarts have no business here but do no harm.
            0x01 | 0xD0..=0xD7 => continue,
            0xD8 => return Err(PictureError::Damaged("a second picture begins inside the JPEG file")),
            0xD9 => return Err(PictureError::Damaged("the JPEG file ends before its picture")),
            _ => {}
        }
        let segment = segment(&mut cursor)?;
        match marker {
            0xE1 => {
                if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
                    orientation = exif::orientation(tiff);
                }
                continue;
            }
            // APP14 tells how colours are coded; other APPn and comments are metadata.
            0xE0 | 0xE2..=0xED | 0xEF | 0xFE => continue,
            0xC0..=0xC2 => frame = Some(read_frame(segment, frame)?),
            0xC3 | 0xC5..=0xC7 | 0xCB | 0xCD..=0xCF => {
                return Err(PictureError::Unsupported(
                    "the JPEG file is lossless or hierarchical, which PDF does not have",
                ));
            }
            0xC9 | 0xCA => {
                return Err(PictureError::Unsupported("the JPEG file uses arithmetic coding, which PDF does not have"));
            }
            _ => {}
        }
        keep(&mut kept, marker, segment);
        if marker == 0xDA {
            break;
        }
    }
    let Frame { width, height } = frame.ok_or(PictureError::Damaged("the JPEG file has no frame header"))?;
    // What follows the picture's end (a thumbnail, a film) is not the picture.
    let scans = scans(cursor.rest)?;
    kept.extend_from_slice(scans);
    Ok(Normalized { media: Media::Jpeg, width, height, orientation, bytes: kept })
}

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

fn read_frame(segment: &[u8], earlier: Option<Frame>) -> Result<Frame, PictureError> {
    if earlier.is_some() {
        return Err(PictureError::Damaged("the JPEG file has two frame headers"));
    }
    let mut cursor = Cursor { rest: segment };
    let short = || PictureError::Damaged("the JPEG frame header is too short");
    let precision = cursor.u8().ok_or_else(short)?;
    let height = u32::from(cursor.u16().ok_or_else(short)?);
    let width = u32::from(cursor.u16().ok_or_else(short)?);
    let components = cursor.u8().ok_or_else(short)?;
    cursor.take(3 * usize::from(components)).ok_or_else(short)?;
    if precision != 8 {
        return Err(PictureError::Unsupported(
            "the JPEG file has more than eight bits a colour, which PDF does not have",
        ));
    }
    match components {
        1 | 3 => {}
        4 => return Err(PictureError::Unsupported("the JPEG file is in printing colours (CMYK)")),
        _ => return Err(PictureError::Damaged("the JPEG file has an impossible number of colours")),
    }
    // Zero rows would mean that a later segment tells (T.81, B.2.5), which PDF readers do not wait for.
    check_size(width, height)?;
    Ok(Frame { width, height })
}

/// The scans up to and with the end-of-image marker.
fn scans(rest: &[u8]) -> Result<&[u8], PictureError> {
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|tail| tail.iter().position(|&byte| byte == 0xFF)) {
        at += found;
        match rest.get(at + 1) {
            Some(0xD9) => return rest.get(..at + 2).ok_or(CUT_OFF),
            // A segment between scans: its content is not to be searched for markers.
            Some(0xC4 | 0xCC | 0xDA..=0xDD | 0xE0..=0xEF | 0xFE) => {
                let length = rest.get(at + 2..at + 4).and_then(|length| length.try_into().ok()).map(u16::from_be_bytes);
                at += 2 + usize::from(length.ok_or(CUT_OFF)?);
            }
            Some(0xFF) => at += 1,
            Some(_) => at += 2,
            None => break,
        }
    }
    Err(CUT_OFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::normalize;

    fn part(marker: u8, content: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        keep(&mut bytes, marker, content);
        bytes
    }

    fn frame(width: u16, height: u16, components: u8) -> Vec<u8> {
        let mut content = vec![8];
        content.extend(height.to_be_bytes());
        content.extend(width.to_be_bytes());
        content.push(components);
        content.extend(vec![0; 3 * usize::from(components)]);
        content
    }

    fn file(parts: &[Vec<u8>]) -> Vec<u8> {
        let mut file = vec![0xFF, 0xD8];
        file.extend(parts.concat());
        file.extend(part(0xDA, &[0; 6]));
        file.extend(b"\x12\xFF\x00\x34\xFF\xD9");
        file
    }

    #[test]
    fn metadata_goes_and_the_picture_stays() {
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(exif::tests::block(false, 8));
        let mut whole = file(&[
            part(0xE0, b"JFIF\0"),
            part(0xE1, &exif),
            part(0xE1, b"http://ns.adobe.com/xap/1.0/\0secret"),
            part(0xE2, b"ICC_PROFILE\0"),
            part(0xED, b"Photoshop secret"),
            part(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            part(0xFE, b"secret comment"),
            part(0xDB, &[1; 65]),
            part(0xC0, &frame(640, 480, 3)),
        ]);
        whole.extend(b"secret film after the end");
        let picture = normalize(&whole).unwrap();
        assert_eq!((picture.width, picture.height, picture.orientation), (640, 480, Orientation::Rotate270));
        let expected =
            file(&[part(0xEE, b"Adobe\0\x64\0\0\0\0\x01"), part(0xDB, &[1; 65]), part(0xC0, &frame(640, 480, 3))]);
        assert_eq!(picture.bytes, expected);
        assert_eq!(normalize(&picture.bytes).unwrap().bytes, expected, "a second time changes nothing");
    }

    #[test]
    fn kinds_that_pdf_lacks_are_refused() {
        let refused = |parts: &[Vec<u8>]| normalize(&file(parts)).unwrap_err();
        assert!(
            matches!(refused(&[part(0xC0, &frame(9, 9, 4))]), PictureError::Unsupported(why) if why.contains("CMYK"))
        );
        assert!(matches!(refused(&[part(0xC3, &frame(9, 9, 3))]), PictureError::Unsupported(_)));
        assert!(matches!(refused(&[part(0xC9, &frame(9, 9, 3))]), PictureError::Unsupported(_)));
        assert!(matches!(refused(&[part(0xC0, &frame(0, 9, 3))]), PictureError::Damaged(_)));
        assert!(matches!(refused(&[part(0xC0, &frame(60_000, 60_000, 3))]), PictureError::TooManyPixels { .. }));
        assert!(matches!(refused(&[]), PictureError::Damaged(_)));
    }

    #[test]
    fn every_shortened_file_is_damaged() {
        let whole = file(&[part(0xDB, &[1; 65]), part(0xC2, &frame(64, 48, 1))]);
        assert!(normalize(&whole).is_ok());
        for length in 3..whole.len() {
            assert!(matches!(normalize(&whole[..length]), Err(PictureError::Damaged(_))), "{length}");
        }
    }
}
