//! Pictures (ISO 32000-1, 8.9.5), from which the original files can be recreated.

use flate2::Crc;

use super::PdfFile;
use super::error::ReadError;
use super::object::{LocatedDictionary, Object};

/// A picture in the file, with its data as stored.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let image = &file.images()?[0];
/// assert_eq!((image.width, image.height), (2, 1));
/// assert!(image.to_file().is_some_and(|bytes| bytes.starts_with(b"\x89PNG")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageView<'a> {
    /// The name by which pages refer to it.
    pub name: String,
    /// The width in pixels; not zero.
    pub width: u32,
    /// The height in pixels; not zero.
    pub height: u32,
    /// The number of bits per component: 1, 2, 4, 8 or 16.
    pub bits: u8,
    /// The colour space of its components.
    pub color: ColorSpace,
    /// The encoding of its data.
    pub encoding: ImageEncoding,
    /// The data as stored: a JPEG file, or the contents of a PNG file's IDAT chunks.
    pub data: &'a [u8],
    /// The opacity of its pixels, if it has a mask.
    pub mask: Option<MaskView<'a>>,
}

/// The colour space of a picture.
///
/// ```
/// use tagged_pdf::reader::ColorSpace;
///
/// assert_ne!(ColorSpace::Gray, ColorSpace::Palette(vec![0, 0, 0]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColorSpace {
    /// One component, from black to white.
    Gray,
    /// Red, green and blue.
    Rgb,
    /// An index into a list of colours, given as the red, green and blue values of each.
    Palette(Vec<u8>),
}

/// The encoding of a picture's data.
///
/// ```
/// assert_ne!(tagged_pdf::reader::ImageEncoding::Jpeg, tagged_pdf::reader::ImageEncoding::Png);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageEncoding {
    /// A whole JPEG file.
    Jpeg,
    /// zlib data of rows that each begin with the number of their PNG filter.
    Png,
}

/// A mask with one component per pixel, whose maximum is opaque.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let image = &file.images()?[0];
/// assert!(image.mask.is_none(), "nothing shows through it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskView<'a> {
    /// The number of bits per value: 8 or 16.
    pub bits: u8,
    /// The data as stored: zlib data of rows with PNG filters.
    pub data: &'a [u8],
}

impl ImageView<'_> {
    /// Returns the picture as a file: the bytes of the JPEG file that was embedded, or a PNG file with only a header, a palette if there is
    /// one, a single data chunk and the end.
    ///
    /// Returns `None` for a picture with a mask, which was split in two when it was embedded.
    #[must_use]
    pub fn to_file(&self) -> Option<Vec<u8>> {
        match (self.encoding, &self.mask) {
            (ImageEncoding::Jpeg, None) => Some(self.data.to_vec()),
            (ImageEncoding::Png, None) => self.png(),
            (_, Some(_)) => None,
        }
    }

    fn png(&self) -> Option<Vec<u8>> {
        let color_type = match self.color {
            ColorSpace::Gray => 0,
            ColorSpace::Rgb => 2,
            ColorSpace::Palette(_) => 3,
        };
        let mut header = Vec::with_capacity(13);
        header.extend(self.width.to_be_bytes());
        header.extend(self.height.to_be_bytes());
        header.extend([self.bits, color_type, 0, 0, 0]);
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        chunk(&mut file, *b"IHDR", &header)?;
        if let ColorSpace::Palette(colors) = &self.color {
            chunk(&mut file, *b"PLTE", colors)?;
        }
        chunk(&mut file, *b"IDAT", self.data)?;
        chunk(&mut file, *b"IEND", &[])?;
        Some(file)
    }
}

/// A chunk of a PNG file (ISO/IEC 15948, 5.3).
fn chunk(file: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) -> Option<()> {
    let mut crc = Crc::new();
    crc.update(&kind);
    crc.update(content);
    file.extend(u32::try_from(content.len()).ok()?.to_be_bytes());
    file.extend(kind);
    file.extend_from_slice(content);
    file.extend(crc.sum().to_be_bytes());
    Some(())
}

impl<'a> PdfFile<'a> {
    /// Returns the pictures, sorted by name.
    ///
    /// # Errors
    ///
    /// Fails if a picture is not stored as by this crate.
    pub fn images(&self) -> Result<Vec<ImageView<'a>>, ReadError> {
        self.image_numbers()?.into_iter().map(|(name, number)| self.image(name, number)).collect()
    }

    /// The objects of the pictures, by the names that pages use.
    pub(super) fn image_numbers(&self) -> Result<Vec<(&str, u32)>, ReadError> {
        self.named("XObject")
    }

    fn image(&self, name: &str, number: u32) -> Result<ImageView<'a>, ReadError> {
        let (entries, data) = self.stream(number)?;
        let color = entries.need("ColorSpace", color_space)?;
        let components = if color == ColorSpace::Rgb { 3 } else { 1 };
        let SampleLayout { width, height, bits, encoding } = raster(&entries, components)?;
        let mask = match entries.may("SMask", Object::reference)? {
            Some(mask) => {
                let (entries, data) = self.stream(mask)?;
                entries.is("ColorSpace", "DeviceGray")?;
                let mask = raster(&entries, 1)?;
                if (mask.width, mask.height, mask.encoding) != (width, height, ImageEncoding::Png) {
                    return Err(entries.fault("a mask that does not fit its picture"));
                }
                Some(MaskView { bits: mask.bits, data })
            }
            None => None,
        };
        Ok(ImageView { name: name.to_owned(), width, height, bits, color, encoding, data, mask })
    }
}

struct SampleLayout {
    width: u32,
    height: u32,
    bits: u8,
    encoding: ImageEncoding,
}

/// The properties common to pictures and masks.
fn raster(entries: &LocatedDictionary<'_>, components: i64) -> Result<SampleLayout, ReadError> {
    entries.is("Type", "XObject")?;
    entries.is("Subtype", "Image")?;
    entries.only(&[
        "Type",
        "Subtype",
        "Width",
        "Height",
        "ColorSpace",
        "BitsPerComponent",
        "Filter",
        "DecodeParms",
        "SMask",
        "Length",
    ])?;
    let (width, height) = (entries.count("Width")?, entries.count("Height")?);
    let bits = entries.need("BitsPerComponent", |value| match value.integer()? {
        bits @ (1 | 2 | 4 | 8 | 16) => u8::try_from(bits).ok(),
        _ => None,
    })?;
    let encoding = entries.need("Filter", |value| match value.name()? {
        "DCTDecode" => Some(ImageEncoding::Jpeg),
        "FlateDecode" => Some(ImageEncoding::Png),
        _ => None,
    })?;
    if encoding == ImageEncoding::Png {
        let parameters = entries.inner("DecodeParms")?;
        parameters.only(&["Predictor", "Colors", "BitsPerComponent", "Columns"])?;
        let stated = ["Predictor", "Colors", "BitsPerComponent", "Columns"]
            .map(|key| parameters.of.get(key).and_then(Object::integer));
        if stated != [Some(15), Some(components), Some(i64::from(bits)), Some(i64::from(width))] {
            return Err(parameters.fault("a picture whose rows are written in another way"));
        }
    }
    if width == 0 || height == 0 {
        return Err(entries.fault("a picture without width or height"));
    }
    Ok(SampleLayout { width, height, bits, encoding })
}

fn color_space(value: &Object) -> Option<ColorSpace> {
    match value {
        Object::Name(name) => match &**name {
            "DeviceGray" => Some(ColorSpace::Gray),
            "DeviceRGB" => Some(ColorSpace::Rgb),
            _ => None,
        },
        Object::Array(parts) => match parts.as_slice() {
            [kind, base, Object::Integer(last), Object::String(colors)] => {
                let fits = kind.name() == Some("Indexed")
                    && base.name() == Some("DeviceRGB")
                    && (0..256).contains(last)
                    && usize::try_from(*last).is_ok_and(|last| colors.len() == 3 * (last + 1));
                fits.then(|| ColorSpace::Palette(colors.to_vec()))
            }
            _ => None,
        },
        _ => None,
    }
}
