//! PNG (ISO/IEC 15948): the header, and the four kinds of chunk that hold the picture, written in one form: its data in
//! one chunk, a palette only where pixels are places in it. An opaque picture in this form can be put together again from
//! what a PDF file holds of it.

use briefing_model::{Media, Orientation};

use super::{Cursor, Normalized, PictureError, check_size, exif};

pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

const CUT_OFF: PictureError = PictureError::Damaged("the PNG file breaks off");

pub(super) fn normalize(bytes: &[u8]) -> Result<Normalized, PictureError> {
    let mut cursor = Cursor { rest: bytes };
    cursor.take(SIGNATURE.len()).ok_or(CUT_OFF)?;
    let mut header = None;
    let mut orientation = Orientation::Upright;
    let (mut palette, mut clear): (Option<&[u8]>, Option<&[u8]>) = (None, None);
    let mut data: Vec<&[u8]> = Vec::new();
    loop {
        let whole = cursor.rest;
        let length = cursor.u32().ok_or(CUT_OFF)?;
        let kind = cursor.array::<4>().ok_or(CUT_OFF)?;
        let length = usize::try_from(length).ok().filter(|&length| length < 1 << 31).ok_or(CUT_OFF)?;
        let content = cursor.take(length).ok_or(CUT_OFF)?;
        let sum = cursor.u32().ok_or(CUT_OFF)?;
        if header.is_none() && &kind != b"IHDR" {
            return Err(PictureError::Damaged("the PNG file does not begin with its header"));
        }
        match &kind {
            b"IHDR" if header.is_some() => return Err(PictureError::Damaged("the PNG file has two headers")),
            b"IHDR" => header = Some((read_header(content)?, content)),
            b"PLTE" => palette = Some(content),
            b"tRNS" => clear = Some(content),
            b"IDAT" => data.push(content),
            b"IEND" => {}
            b"eXIf" => {
                orientation = exif::orientation(content);
                continue;
            }
            // A chunk whose name begins with a capital letter is one that a reader must understand.
            [first, ..] if first.is_ascii_uppercase() => {
                return Err(PictureError::Unsupported(
                    "the PNG file has a kind of content that PNG's standard does not know",
                ));
            }
            _ => continue,
        }
        let chunk = whole.get(..length + 12).ok_or(CUT_OFF)?;
        if crc32(chunk.get(4..length + 8).ok_or(CUT_OFF)?) != sum {
            return Err(PictureError::Damaged(
                "the PNG file's checksum does not match: some of its bytes have changed",
            ));
        }
        if &kind == b"IEND" {
            break;
        }
    }
    let (header, head) = header.ok_or(CUT_OFF)?;
    let palette = palette.filter(|_| header.indexed);
    if data.is_empty() || (header.indexed && palette.is_none()) {
        return Err(PictureError::Damaged("the PNG file lacks its picture or its palette"));
    }
    let mut bytes = SIGNATURE.to_vec();
    keep(&mut bytes, *b"IHDR", head)?;
    palette.map_or(Ok(()), |palette| keep(&mut bytes, *b"PLTE", palette))?;
    clear.map_or(Ok(()), |clear| keep(&mut bytes, *b"tRNS", clear))?;
    keep(&mut bytes, *b"IDAT", &data.concat())?;
    keep(&mut bytes, *b"IEND", b"")?;
    Ok(Normalized { media: Media::Png, width: header.width, height: header.height, orientation, bytes })
}

/// Adds a chunk.
fn keep(bytes: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) -> Result<(), PictureError> {
    let length = u32::try_from(content.len()).map_err(|_| CUT_OFF)?;
    bytes.extend(length.to_be_bytes());
    let start = bytes.len();
    bytes.extend(kind);
    bytes.extend_from_slice(content);
    let sum = crc32(bytes.get(start..).unwrap_or_default());
    bytes.extend(sum.to_be_bytes());
    Ok(())
}

#[derive(Debug, Clone, Copy)]
struct Header {
    width: u32,
    height: u32,
    /// Whether pixels are places in a palette.
    indexed: bool,
}

fn read_header(content: &[u8]) -> Result<Header, PictureError> {
    let mut cursor = Cursor { rest: content };
    let mut read = || {
        let (width, height) = (cursor.u32()?, cursor.u32()?);
        Some((width, height, cursor.array::<5>()?))
    };
    let (width, height, [depth, colour, compression, filter, interlace]) =
        read().filter(|_| content.len() == 13).ok_or(PictureError::Damaged("the PNG header has a wrong length"))?;
    // Table 11.1 of the standard.
    let known = match colour {
        0 => matches!(depth, 1 | 2 | 4 | 8 | 16),
        2 | 4 | 6 => matches!(depth, 8 | 16),
        3 => matches!(depth, 1 | 2 | 4 | 8),
        _ => false,
    };
    if !known || compression != 0 || filter != 0 || interlace > 1 {
        return Err(PictureError::Damaged("the PNG header contradicts itself"));
    }
    check_size(width, height)?;
    Ok(Header { width, height, indexed: colour == 3 })
}

/// The checksum of PNG's chunks (ISO/IEC 15948, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(bytes);
    sum.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::normalize;

    fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let mut chunk = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
        chunk.extend(kind);
        chunk.extend(content);
        chunk.extend(crc32(&chunk[4..]).to_be_bytes());
        chunk
    }

    fn header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
        let mut content = width.to_be_bytes().to_vec();
        content.extend(height.to_be_bytes());
        content.extend([depth, colour, 0, 0, 0]);
        chunk(b"IHDR", &content)
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        [SIGNATURE.to_vec(), chunks.concat(), chunk(b"IEND", b"")].concat()
    }

    #[test]
    fn the_picture_stays_and_the_rest_goes() {
        let needed = [header(640, 480, 8, 3), chunk(b"PLTE", &[0; 6]), chunk(b"tRNS", &[0]), chunk(b"IDAT", b"data")];
        let [head, palette, clear, data] = needed.clone();
        let mut whole = file(&[
            head,
            chunk(b"iCCP", b"profile"),
            palette,
            chunk(b"tEXt", b"Author\0secret"),
            clear,
            chunk(b"eXIf", &exif::tests::block(true, 2)),
            data,
        ]);
        whole.extend(b"secret after the end");
        let picture = normalize(&whole).unwrap();
        assert_eq!((picture.width, picture.height, picture.orientation), (640, 480, Orientation::Mirror));
        assert_eq!(picture.bytes, file(&needed));
    }

    #[test]
    fn data_are_put_in_one_chunk_and_a_palette_of_no_use_goes() {
        let parts = [header(9, 9, 8, 2), chunk(b"PLTE", &[0; 6]), chunk(b"IDAT", b"da"), chunk(b"IDAT", b"ta")];
        let picture = normalize(&file(&parts)).unwrap();
        assert_eq!(picture.bytes, file(&[header(9, 9, 8, 2), chunk(b"IDAT", b"data")]));
        assert_eq!(normalize(&picture.bytes).unwrap().bytes, picture.bytes, "a second time changes nothing");
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let refused = |chunks: &[Vec<u8>]| normalize(&file(chunks)).unwrap_err();
        let data = || chunk(b"IDAT", b"data");
        assert!(matches!(refused(&[header(9, 9, 3, 2), data()]), PictureError::Damaged(_)));
        assert!(matches!(refused(&[header(0, 9, 8, 2), data()]), PictureError::Damaged(_)));
        assert!(matches!(refused(&[header(9, 9, 8, 3), data()]), PictureError::Damaged(_)), "no palette");
        assert!(matches!(refused(&[header(9, 9, 8, 2)]), PictureError::Damaged(_)), "no data");
        assert!(matches!(refused(&[data(), header(9, 9, 8, 2)]), PictureError::Damaged(_)));
        assert!(matches!(refused(&[header(20_000, 20_000, 8, 2), data()]), PictureError::TooManyPixels { .. }));
        assert!(matches!(refused(&[header(9, 9, 8, 2), chunk(b"CgBI", b""), data()]), PictureError::Unsupported(_)));
    }

    #[test]
    fn damage_and_shortening_are_seen() {
        let whole = file(&[header(9, 9, 8, 2), chunk(b"IDAT", b"data")]);
        assert!(normalize(&whole).is_ok());
        for length in SIGNATURE.len()..whole.len() {
            assert!(normalize(&whole[..length]).is_err(), "{length}");
        }
        for at in SIGNATURE.len()..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(normalize(&changed).is_err(), "byte {at}");
        }
    }
}
