//! Pictures: what a JPEG, PNG, WebP or SVG file says of itself, whether it is whole, and its bytes as they go into print.
//!
//! Metadata (Exif, XMP, IPTC, comments, thumbnails) is left out: it may hold where and by whom a photograph was taken. Of Exif only the
//! orientation is kept, as a value. A file whose pixels can be printed as they are is passed through; it is decoded and written
//! anew only where it must be: for colours that are not sRGB, more pixels than print can show, interlacing, and WebP.
//!
//! All data of a picture are read before it counts as one, so that no later step meets a damaged one. Sizes are bounded before
//! anything is decoded, and rows are read one by one where the format allows it.

mod colors;
mod exif;
mod jpeg;
mod png;
mod printable;
mod raster;
mod svg;
mod webp;

use std::io::Read as _;

use briefing_model::{Code, Media, Orientation, Picture};

pub use printable::{PrintablePicture, UnprintablePicture};

/// The largest picture file, in bytes.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// The most pixels in a picture.
pub(crate) const MOST_PIXELS: u64 = 100_000_000;
/// The most bytes that are decoded at once.
const MOST_MEMORY: u64 = 512 << 20;

/// Dots an inch of the pictures in a file; what offset printing resolves.
const PRINTED_DPI: f32 = 300.0;
/// Pictures are made smaller when they have more than this many times the pixels across; for less, the loss of writing them
/// anew would buy little.
const WORTH_REDUCING: f32 = 1.25;

/// Whether a picture keeps its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Downsampling {
    /// At most 300 dots an inch at the largest size in which pages show it.
    #[default]
    Print,
    /// As many as the file has.
    Original,
}

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Only make sure that converting would succeed; the bytes may be those before it.
    Prove,
    /// Bring it into the form that is printed.
    Convert,
}

/// What to make of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PictureTarget {
    pub(crate) resolution: Downsampling,
    pub(crate) effort: Effort,
}

impl PictureTarget {
    /// The smaller size that a picture gets, if it is worth it.
    // Pixels, of which there are fewer than a float tells apart.
    fn fitted(self, width: u32, height: u32, orientation: Orientation) -> Option<(u32, u32)> {
        if self.resolution == Downsampling::Original {
            return None;
        }
        let (across, down) = if orientation.swaps_sides() { (height, width) } else { (width, height) };
        let dots = |points: f32| points / 72.0 * PRINTED_DPI;
        let (widest, tallest) = Picture::LARGEST_PRINTED;
        let ratio = (across as f32 / dots(widest)).max(down as f32 / dots(tallest));
        let side = |length: u32| ((length as f32 / ratio).round() as u32).max(1);
        (ratio > WORTH_REDUCING).then(|| (side(width), side(height)))
    }
}

/// A picture as it goes into print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Normalized {
    pub(crate) media: Media,
    /// Columns of pixels as stored.
    pub(crate) width: u32,
    /// Rows of pixels as stored.
    pub(crate) height: u32,
    /// Columns and rows of the file it came from.
    pub(crate) source_size: (u32, u32),
    pub(crate) orientation: Orientation,
    /// Whether the file has a colour profile that cannot be understood, so that its colours were taken as sRGB.
    pub(crate) unreadable_profile: bool,
    pub(crate) bytes: Vec<u8>,
}

/// Why a file is not a picture that can be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureError {
    #[error("the file is {}", .0.what)]
    Foreign(Foreign),
    #[error("the file is larger than {} MB", LARGEST_FILE >> 20)]
    TooManyBytes,
    #[error("{width} by {height} pixels are more than can be read")]
    TooManyPixels { width: u32, height: u32 },
    #[error("{0}")]
    Unsupported(&'static str),
    #[error("{0}")]
    Damaged(&'static str),
    #[error("the SVG drawing has {0}, which cannot be printed")]
    Drawing(&'static str),
}

impl PictureError {
    pub(crate) const fn code(&self) -> Code {
        match self {
            Self::Foreign(_) => Code::NotAPicture,
            Self::TooManyBytes | Self::TooManyPixels { .. } => Code::PictureTooLarge,
            Self::Unsupported(_) | Self::Drawing(_) => Code::PictureUnsupported,
            Self::Damaged(_) => Code::PictureDamaged,
        }
    }

    pub(crate) const fn remedy(&self) -> &'static str {
        match self {
            Self::Foreign(kind) => kind.remedy,
            Self::TooManyBytes | Self::TooManyPixels { .. } => {
                "save it at a smaller size: twelve megapixels fill a page in print"
            }
            Self::Unsupported(_) => "save it as an ordinary JPEG in RGB colours (sRGB), or as PNG",
            Self::Damaged(_) => FETCH_AGAIN,
            Self::Drawing(_) => {
                "in the program that it was drawn with, turn everything into plain paths of one colour each, or export it as PNG, 2000 pixels \
                 wide or more"
            }
        }
    }
}

/// A kind of file that is not a picture for print, and what to do with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Foreign {
    what: &'static str,
    remedy: &'static str,
}

/// Reads a file and brings it into the form in which it is printed.
pub(crate) fn normalize(bytes: &[u8], target: PictureTarget) -> Result<Normalized, PictureError> {
    if bytes.starts_with(jpeg::SIGNATURE) {
        jpeg::normalize(bytes, target)
    } else if bytes.starts_with(png::SIGNATURE) {
        png::normalize(bytes, target)
    } else if webp::is_one(bytes) {
        webp::normalize(bytes, target)
    } else if svg::is_one(bytes) {
        svg::normalize(bytes)
    } else if bytes.starts_with(GZIP) {
        let inner = unpacked(bytes)?;
        if svg::is_one(&inner) { svg::normalize(&inner) } else { Err(PictureError::Foreign(foreign(bytes))) }
    } else {
        Err(PictureError::Foreign(foreign(bytes)))
    }
}

/// What compressed files begin with; drawings named `.svgz` are such.
const GZIP: &[u8] = b"\x1F\x8B";

/// What a compressed file holds.
fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut inner = Vec::new();
    let read = flate2::read::MultiGzDecoder::new(bytes).take(LARGEST_FILE + 1).read_to_end(&mut inner);
    if inner.len() as u64 > LARGEST_FILE {
        return Err(PictureError::TooManyBytes);
    }
    read.map_err(|_| PictureError::Damaged("the compressed file breaks off, or has changed"))?;
    Ok(inner)
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

const FETCH_AGAIN: &str = "fetch it again from where it came from";
const SAVE_AS_JPEG: &str = "open it in a picture editor and save it as JPEG, or as PNG if it is a drawing";
const FROM_A_TELEPHONE: &str = "export it as JPEG; on an iPhone, Settings > Camera > Formats > Most Compatible takes such \
                                photographs from now on, and mail sends them so";
const DRAWING: &str = "export it as PNG, 2000 pixels wide or more, from the program that it was drawn with";

/// As much of a file as says what it is.
fn start_of(bytes: &[u8]) -> &[u8] {
    bytes.get(..bytes.len().min(4096)).unwrap_or_default()
}

fn has_word(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
}

fn is_web_page(bytes: &[u8]) -> bool {
    has_word(start_of(bytes), b"<html") || has_word(start_of(bytes), b"<!doctype html")
}

/// What the file seems to be instead.
fn foreign(bytes: &[u8]) -> Foreign {
    let at = |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let brand = |names: &[&[u8; 4]]| at(4, b"ftyp") && names.iter().any(|name| at(8, *name));
    let start = start_of(bytes);
    let has = |word: &[u8]| has_word(start, word);
    let (what, remedy) = if bytes.is_empty() {
        ("empty", FETCH_AGAIN)
    } else if brand(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        ("a HEIC picture, as telephones take them", FROM_A_TELEPHONE)
    } else if brand(&[b"avif", b"avis"]) {
        ("an AVIF picture", SAVE_AS_JPEG)
    } else if at(0, b"GIF8") {
        ("a GIF picture", SAVE_AS_JPEG)
    } else if at(0, b"\xFF\x0A") || at(0, b"\0\0\0\x0CJXL ") {
        ("a JPEG XL picture", SAVE_AS_JPEG)
    } else if at(0, b"\0\0\0\x0CjP  ") || at(0, b"\xFF\x4F\xFF\x51") {
        ("a JPEG 2000 picture", SAVE_AS_JPEG)
    } else if at(0, b"II*\0") || at(0, b"MM\0*") || at(0, b"II+\0") || at(0, b"MM\0+") {
        ("a TIFF picture or a camera's raw data", SAVE_AS_JPEG)
    } else if at(0, b"BM") {
        ("a BMP picture", SAVE_AS_JPEG)
    } else if at(0, b"\0\0\x01\0") || at(0, b"icns") {
        ("an icon", SAVE_AS_JPEG)
    } else if bytes.ends_with(b"TRUEVISION-XFILE.\0") {
        ("a Targa picture", SAVE_AS_JPEG)
    } else if at(0, b"8BPS") {
        ("a Photoshop document", SAVE_AS_JPEG)
    } else if at(0, b"%PDF") {
        ("a PDF", "save the page that is meant as a picture, JPEG or PNG")
    } else if at(0, b"%!PS") || at(0, b"\xC5\xD0\xD3\xC6") {
        ("a PostScript drawing", DRAWING)
    } else if at(0, b"\x01\0\0\0") && at(40, b" EMF") || at(0, b"\xD7\xCD\xC6\x9A") {
        ("a Windows metafile", DRAWING)
    } else if at(0, b"PK\x03\x04") || at(0, b"\xD0\xCF\x11\xE0") {
        ("an office document or an archive", "save the picture in it as a file of its own, JPEG or PNG")
    } else if at(0, GZIP) {
        ("a compressed file", "unpack it, and give the picture that is in it")
    } else if is_web_page(bytes) {
        ("a web page", "save the picture itself: on the page, right-click it and choose \u{201c}Save image as\u{201d}")
    } else if start.windows(4).take(24).any(|word| word == b"IHDR") {
        ("a PNG picture whose first bytes have changed, as they do when it is sent as text", FETCH_AGAIN)
    } else if at(0, b"version https://git-lfs") {
        ("a reference to a picture that Git LFS keeps elsewhere", "fetch the picture itself: `git lfs pull`")
    } else if at(0, b"L\0\0\0\x01\x14\x02\0") || has(b"[InternetShortcut]") || at(0, b"book\0") {
        ("a shortcut to another file", "copy the picture itself, not the shortcut")
    } else if at(0, b"\0\x05\x16\x07") {
        ("what macOS keeps beside a file", "copy the picture itself; its name does not begin with `._`")
    } else if at(4, b"ftyp") || at(0, b"\x1A\x45\xDF\xA3") || at(0, b"RIFF") && at(8, b"AVI ") {
        ("a film", "save one of its frames as JPEG")
    } else {
        ("not a picture of a known kind", "save the picture as JPEG, or as PNG if it is a drawing")
    };
    Foreign { what, remedy }
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

    /// As `check` reads a picture, and as `render` does.
    pub(super) const PROOF: PictureTarget = PictureTarget { resolution: Downsampling::Print, effort: Effort::Prove };
    pub(super) const PRINT: PictureTarget = PictureTarget { resolution: Downsampling::Print, effort: Effort::Convert };

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), kind in 0..4) {
            let mut file = match kind {
                0 => Vec::new(),
                1 => jpeg::SIGNATURE.to_vec(),
                2 => b"RIFF\0\x01\0\0WEBPVP8 ".to_vec(),
                _ => png::SIGNATURE.to_vec(),
            };
            file.extend(bytes);
            let _ = normalize(&file, PRINT);
        }
    }

    #[test]
    fn pictures_are_fitted_to_their_largest_printed_size() {
        let fitted = |width, height, orientation| PRINT.fitted(width, height, orientation);
        assert_eq!(fitted(4032, 3024, Orientation::Upright), Some((1278, 958)));
        assert_eq!(fitted(4032, 3024, Orientation::Rotate90), Some((958, 719)));
        assert_eq!(fitted(1200, 900, Orientation::Upright), None);
        assert_eq!(fitted(1500, 1100, Orientation::Upright), None, "hardly larger");
        assert_eq!(fitted(60_000, 1, Orientation::Upright), Some((2175, 1)));
        let original = PictureTarget { resolution: Downsampling::Original, ..PRINT };
        assert_eq!(original.fitted(4032, 3024, Orientation::Upright), None);
    }

    #[test]
    fn other_kinds_of_file_are_named() {
        for (bytes, word) in [
            (&b""[..], "empty"),
            (b"GIF89a", "GIF"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
            (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "HEIC"),
            (b"<!DOCTYPE html><html>", "web page"),
            (b"<html lang=\"en\"><body><svg/></body></html>", "web page"),
            (b"\0\0\x01\0\x01\0", "an icon"),
            (b"\0\0\x02 TRUEVISION-XFILE.\0", "Targa"),
            (b"\x89PNG\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\0\0\x20\x04\0\0\0\0\xFF\xFF\xFF\xFF\0\0\0\0IDATx", "PNG"),
            (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n", "Git LFS"),
            (b"[InternetShortcut]\r\nURL=https://example.org/a.jpg", "shortcut"),
            (b"\0\x05\x16\x07\0\x02\0\0Mac OS X", "macOS"),
            (b"text", "not a picture"),
        ] {
            let error = normalize(bytes, PRINT).unwrap_err();
            assert!(matches!(error, PictureError::Foreign(kind) if kind.what.contains(word)), "{error}");
        }
    }
}
