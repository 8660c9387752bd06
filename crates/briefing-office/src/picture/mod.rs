//! Pictures: what a JPEG or PNG file says of itself, and its bytes without what does not belong in print.
//!
//! The parsers read headers only, within the bytes they were given; no pixel is decoded. Metadata (Exif, XMP, IPTC, comments, colour
//! profiles, thumbnails) is left out of the bytes that come back: it may hold where and by whom a photograph was taken, and a
//! fixed output intent makes profiles superfluous. Of Exif only the orientation is kept, as a value.

mod exif;
mod jpeg;
mod png;

use briefing_model::{Media, Orientation};

/// The largest picture file, in bytes.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// The most pixels in a picture.
pub(crate) const MOST_PIXELS: u64 = 100_000_000;

/// A picture without its metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Normalized {
    pub(crate) media: Media,
    /// Columns of pixels as stored.
    pub(crate) width: u32,
    /// Rows of pixels as stored.
    pub(crate) height: u32,
    pub(crate) orientation: Orientation,
    pub(crate) bytes: Vec<u8>,
}

/// Why a file is not a picture that can be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureError {
    #[error("{0}")]
    Foreign(&'static str),
    #[error("{width} by {height} pixels are more than {} megapixels", MOST_PIXELS / 1_000_000)]
    TooManyPixels { width: u32, height: u32 },
    #[error("{0}")]
    Unsupported(&'static str),
    #[error("{0}")]
    Damaged(&'static str),
}

/// Reads a file's headers and takes its metadata out.
pub(crate) fn normalize(bytes: &[u8]) -> Result<Normalized, PictureError> {
    let picture = if bytes.starts_with(jpeg::SIGNATURE) {
        jpeg::normalize(bytes)?
    } else if bytes.starts_with(png::SIGNATURE) {
        png::normalize(bytes)?
    } else {
        return Err(PictureError::Foreign(foreign(bytes)));
    };
    Ok(picture)
}

/// Refuses a picture of no size or of too many pixels.
fn check_size(width: u32, height: u32) -> Result<(), PictureError> {
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged("the picture has no pixels"));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooManyPixels { width, height });
    }
    Ok(())
}

/// What the file seems to be instead.
fn foreign(bytes: &[u8]) -> &'static str {
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    if bytes.is_empty() {
        "the file is empty"
    } else if at(0, b"GIF8") {
        "the file is a GIF, neither JPEG nor PNG"
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        "the file is a WebP picture, neither JPEG nor PNG"
    } else if at(4, b"ftyphei") || at(4, b"ftypmif1") {
        "the file is a HEIC picture, neither JPEG nor PNG"
    } else if at(4, b"ftypavif") {
        "the file is an AVIF picture, neither JPEG nor PNG"
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        "the file is a TIFF picture, neither JPEG nor PNG"
    } else if at(0, b"BM") {
        "the file is a BMP picture, neither JPEG nor PNG"
    } else if at(0, b"%PDF") {
        "the file is a PDF, neither JPEG nor PNG"
    } else if at(0, b"<svg") || at(0, b"<?xml") {
        "the file is an SVG drawing or other XML, neither JPEG nor PNG"
    } else if at(0, b"PK\x03\x04") {
        "the file is an office document or a ZIP archive, neither JPEG nor PNG"
    } else {
        "the file is neither JPEG nor PNG"
    }
}

/// Bytes read from the front, never past the end.
#[derive(Debug, Clone, Copy)]
struct Cursor<'b> {
    rest: &'b [u8],
}

impl<'b> Cursor<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), kind in 0..3) {
            let mut file = match kind {
                0 => Vec::new(),
                1 => jpeg::SIGNATURE.to_vec(),
                _ => png::SIGNATURE.to_vec(),
            };
            file.extend(bytes);
            let _ = normalize(&file);
        }
    }

    #[test]
    fn other_kinds_of_file_are_named() {
        for (bytes, word) in
            [(&b""[..], "empty"), (b"GIF89a", "GIF"), (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"), (b"text", "neither")]
        {
            let error = normalize(bytes).unwrap_err();
            assert!(matches!(error, PictureError::Foreign(said) if said.contains(word)), "{error}");
        }
    }
}
