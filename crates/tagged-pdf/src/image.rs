//! Pictures: JPEG and PNG files, whose data is passed through unchanged if PDF allows it.

mod jpeg;
mod png;

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

/// A picture of a document.
///
/// ```
/// # use tagged_pdf::{LanguageTag, Metadata, PdfBuilder, StructureTree, Timestamp};
/// # let metadata = Metadata::new("Lighthouses", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// use tagged_pdf::{Image, ImageId};
///
/// # let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
/// # let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lamp.png"));
/// let lamp: ImageId = pdf.add_image(Image::png(png)?);
/// let again = pdf.add_image(Image::png(png)?);
/// assert_eq!(lamp, again, "the same picture is embedded once");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageId(pub(crate) u32);

impl ImageId {
    /// The name of the picture in the pages' resources.
    pub(crate) fn resource(self) -> XObjectId {
        XObjectId(format!("I{}", self.0))
    }
}

/// A picture that can be embedded.
///
/// Metadata in the file (orientation, colour profile, location) is ignored: the [`Orientation`] is given when the picture is drawn, and
/// colours are taken as sRGB.
///
/// ```
/// use tagged_pdf::Image;
///
/// assert!(Image::jpeg(b"not a picture".to_vec()).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub(crate) width: u32,
    pub(crate) height: u32,
    color: ImageColor,
    bits: u8,
    encoding: Encoding,
    data: Vec<u8>,
    /// A mask with 8 or 16 bits per pixel, compressed row by row; the maximum is opaque.
    soft_mask: Option<SoftMask>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct SoftMask {
    bits: u8,
    data: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ImageColor {
    Gray,
    Rgb,
    /// The red, green and blue values of each entry.
    Palette(Vec<u8>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Jpeg,
    /// zlib data of rows that each begin with the number of their PNG filter.
    Png,
}

/// Whether the picture data must be decompressed to prove that it is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Wanted,
    Given,
}

impl Image {
    /// Reads a JPEG file: grey or colour, baseline or progressive, with 8 bits per component.
    ///
    /// # Errors
    ///
    /// Fails if it is not a JPEG file, or is of a kind that PDF readers display differently, such as CMYK.
    pub fn jpeg(bytes: Vec<u8>) -> Result<Self, ImageError> {
        let frame = jpeg::frame(&bytes)?;
        let color = match frame.components {
            1 => ImageColor::Gray,
            3 => ImageColor::Rgb,
            _ => return Err(ImageError::Cmyk),
        };
        Ok(Self {
            width: u32::from(frame.width),
            height: u32::from(frame.height),
            color,
            bits: 8,
            encoding: Encoding::Jpeg,
            data: bytes,
            soft_mask: None,
        })
    }

    /// Reads a PNG file: grey, colour or with a palette, with or without transparency. An alpha channel becomes a soft mask; if the picture
    /// is neither transparent nor interlaced, its data is passed through.
    ///
    /// # Errors
    ///
    /// Fails if it is not a PNG file, is damaged, has more than 100 million pixels, or is interlaced and has more than 256 MB of pixel
    /// data.
    ///
    /// # Example
    ///
    /// ```
    /// use tagged_pdf::Image;
    ///
    /// // One grey pixel.
    /// let png = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
    ///             \0\0\0\x0aIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";
    /// assert!(Image::png(png).is_ok());
    /// assert!(Image::png(&png[..40]).is_err());
    /// ```
    pub fn png(bytes: &[u8]) -> Result<Self, ImageError> {
        png::read(bytes, Proof::Wanted)
    }

    /// Reads a PNG file like [`Image::png`], but without checking picture data that is passed through, which takes most of the time.
    ///
    /// For files whose picture data has already been decompressed completely.
    ///
    /// # Errors
    ///
    /// As for [`Image::png`], except that damage in data that is passed through is not noticed: it is embedded as it is.
    ///
    /// # Example
    ///
    /// ```
    /// use tagged_pdf::Image;
    ///
    /// # let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lamp.png"));
    /// assert_eq!(Image::proven_png(png)?, Image::png(png)?);
    /// # Ok::<(), tagged_pdf::ImageError>(())
    /// ```
    pub fn proven_png(bytes: &[u8]) -> Result<Self, ImageError> {
        png::read(bytes, Proof::Given)
    }

    /// The width and height in pixels, as stored.
    ///
    /// ```
    /// use tagged_pdf::Image;
    ///
    /// # let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lamp.png"));
    /// let lamp = Image::png(png)?;
    /// assert_eq!(lamp.size(), (2, 1));
    /// # Ok::<(), tagged_pdf::ImageError>(())
    /// ```
    #[must_use]
    pub const fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub(crate) const fn is_translucent(&self) -> bool {
        self.soft_mask.is_some()
    }

    /// The picture in the form that printpdf passes through.
    pub(crate) fn xobject(&self) -> XObject {
        let colors = if matches!(self.color, ImageColor::Rgb) { 3 } else { 1 };
        let mut dict = self.dictionary(self.color_space(), self.bits, colors);
        if let Some(mask) = &self.soft_mask {
            let dict_of_mask = self.dictionary(name("DeviceGray"), mask.bits, 1);
            let stream = ExternalStream { dict: dict_of_mask, content: mask.data.clone(), compress: false };
            dict.insert("SMask".into(), DictItem::Stream { stream });
        }
        let stream = ExternalStream { dict, content: self.data.clone(), compress: false };
        XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
    }

    fn dictionary(&self, space: DictItem, bits: u8, colors: i64) -> BTreeMap<String, DictItem> {
        let mut entries = vec![
            ("Type", name("XObject")),
            ("Subtype", name("Image")),
            ("Width", DictItem::Int(self.width.into())),
            ("Height", DictItem::Int(self.height.into())),
            ("ColorSpace", space),
            ("BitsPerComponent", DictItem::Int(bits.into())),
        ];
        match self.encoding {
            Encoding::Jpeg => entries.push(("Filter", name("DCTDecode"))),
            Encoding::Png => {
                entries.push(("Filter", name("FlateDecode")));
                entries.push(("DecodeParms", predictor(colors, bits, self.width)));
            }
        }
        dictionary(entries)
    }

    fn color_space(&self) -> DictItem {
        match &self.color {
            ImageColor::Gray => name("DeviceGray"),
            ImageColor::Rgb => name("DeviceRGB"),
            ImageColor::Palette(entries) => {
                let last = i64::try_from(entries.len() / 3).unwrap_or(1) - 1;
                let lookup = DictItem::String { data: entries.clone(), literal: false };
                DictItem::Array(vec![name("Indexed"), name("DeviceRGB"), DictItem::Int(last), lookup])
            }
        }
    }
}

fn predictor(colors: i64, bits: u8, columns: u32) -> DictItem {
    let map = dictionary(vec![
        ("Predictor", DictItem::Int(15)),
        ("Colors", DictItem::Int(colors)),
        ("BitsPerComponent", DictItem::Int(bits.into())),
        ("Columns", DictItem::Int(columns.into())),
    ]);
    DictItem::Dict { map }
}

fn dictionary(entries: Vec<(&str, DictItem)>) -> BTreeMap<String, DictItem> {
    entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect()
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// A picture stored by the builder.
#[derive(Debug)]
pub(crate) struct StoredImage {
    pub(crate) image: Image,
    /// Whether it is drawn; pictures that are never drawn are not written.
    pub(crate) used: bool,
}

/// The rotation and reflection applied to a stored picture when it is drawn, numbered as in EXIF.
///
/// ```
/// use tagged_pdf::Orientation;
///
/// assert_eq!(Orientation::from_exif(6), Some(Orientation::RotateRight));
/// assert_eq!(Orientation::from_exif(9), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// 1: as stored.
    #[default]
    Upright,
    /// 2: mirrored from left to right.
    MirrorHorizontal,
    /// 3: rotated by 180°.
    UpsideDown,
    /// 4: mirrored from top to bottom.
    MirrorVertical,
    /// 5: mirrored along the diagonal from top left.
    Transpose,
    /// 6: rotated by 90° clockwise.
    RotateRight,
    /// 7: mirrored along the diagonal from top right.
    Transverse,
    /// 8: rotated by 90° anticlockwise.
    RotateLeft,
}

impl Orientation {
    /// The orientation with an EXIF number from 1 to 8; `None` for other numbers.
    #[must_use]
    pub const fn from_exif(number: u16) -> Option<Self> {
        match number {
            1 => Some(Self::Upright),
            2 => Some(Self::MirrorHorizontal),
            3 => Some(Self::UpsideDown),
            4 => Some(Self::MirrorVertical),
            5 => Some(Self::Transpose),
            6 => Some(Self::RotateRight),
            7 => Some(Self::Transverse),
            8 => Some(Self::RotateLeft),
            _ => None,
        }
    }

    /// The matrix from the unit square in which PDF draws pictures to a rectangle with its lower left corner at `x`, `y`.
    pub(crate) fn matrix(self, x: f32, y: f32, w: f32, h: f32) -> [f32; 6] {
        match self {
            Self::Upright => [w, 0.0, 0.0, h, x, y],
            Self::MirrorHorizontal => [-w, 0.0, 0.0, h, x + w, y],
            Self::UpsideDown => [-w, 0.0, 0.0, -h, x + w, y + h],
            Self::MirrorVertical => [w, 0.0, 0.0, -h, x, y + h],
            Self::Transpose => [0.0, -h, -w, 0.0, x + w, y + h],
            Self::RotateRight => [0.0, -h, w, 0.0, x, y + h],
            Self::Transverse => [0.0, h, w, 0.0, x, y],
            Self::RotateLeft => [0.0, h, -w, 0.0, x + w, y],
        }
    }
}

/// The reason why a picture cannot be embedded.
///
/// ```
/// use tagged_pdf::{Image, ImageError};
///
/// let error = Image::jpeg(b"GIF89a".to_vec()).unwrap_err();
/// assert_eq!(error, ImageError::NotA("JPEG"));
/// assert_eq!(error.to_string(), "this is not a JPEG file, or only the start of one");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImageError {
    /// The bytes are not a file of this kind, or are truncated.
    #[error("this is not a {0} file, or only the start of one")]
    NotA(&'static str),
    /// The data is inconsistent.
    #[error("the {format} file is damaged: {what}")]
    Damaged {
        /// `JPEG` or `PNG`.
        format: &'static str,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The picture has four components, which readers display in different colours.
    #[error("the JPEG file is in CMYK: convert it to sRGB")]
    Cmyk,
    /// The picture is of a kind that PDF does not support.
    #[error("{0}: save the picture as an ordinary one")]
    Unsupported(&'static str),
    /// The picture has more pixels than this crate accepts.
    #[error("the picture has {width} by {height} pixels, and may have 100 million at most")]
    TooLarge {
        /// The width in pixels.
        width: u32,
        /// The height in pixels.
        height: u32,
    },
}
