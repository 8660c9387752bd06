//! Pictures: what they show, who made them, and the digest of their bytes.

use std::fmt;
use std::num::NonZeroU32;
use std::ops::Deref;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Deserializer, Serialize};

use crate::textual::words;
use crate::{Language, Origin, RichText};

/// A text for those who do not see a picture; it has at least one word.
///
/// ```
/// use briefing_model::AltText;
///
/// let alt: AltText = "Three people at a table".parse()?;
/// assert_eq!(alt.as_str(), "Three people at a table");
/// assert!("  ".parse::<AltText>().is_err());
/// assert!("–".parse::<AltText>().is_err());
/// # Ok::<(), briefing_model::BlankAltText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AltText {
    text: String,
    origin: Origin,
}

/// An alternative text that says nothing.
///
/// ```
/// let error = " ".parse::<briefing_model::AltText>().unwrap_err();
/// assert_eq!(error.to_string(), "an alternative text says what the picture shows; this one has no word");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an alternative text says what the picture shows; this one has no word")]
pub struct BlankAltText;

impl AltText {
    /// The text.
    ///
    /// ```
    /// let alt: briefing_model::AltText = " A door opens ".parse()?;
    /// assert_eq!(alt.as_str(), "A door opens");
    /// # Ok::<(), briefing_model::BlankAltText>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Sets where the text was written.
    ///
    /// ```
    /// use briefing_model::{AltText, Origin};
    ///
    /// let alt = "A door opens".parse::<AltText>()?.with_origin(Origin::new("2025-04/briefing.toml:11"));
    /// assert_eq!(alt.origin().get(), Some(&"2025-04/briefing.toml:11"));
    /// # Ok::<(), briefing_model::BlankAltText>(())
    /// ```
    #[must_use]
    pub fn with_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// Where it was written.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl FromStr for AltText {
    type Err = BlankAltText;

    fn from_str(text: &str) -> Result<Self, BlankAltText> {
        let text = text.trim();
        // A punctuation mark alone does not say what the picture shows.
        if !text.contains(char::is_alphanumeric) {
            return Err(BlankAltText);
        }
        Ok(Self { text: text.to_owned(), origin: Origin::default() })
    }
}

impl TryFrom<String> for AltText {
    type Error = BlankAltText;

    fn try_from(text: String) -> Result<Self, BlankAltText> {
        text.parse()
    }
}

impl From<AltText> for String {
    fn from(alt: AltText) -> Self {
        alt.text
    }
}

impl fmt::Display for AltText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// The maker of a picture: text without markup, printed as it is.
///
/// ```
/// let credit = briefing_model::Credit::new("Illustration: the office");
/// assert_eq!(&*credit, "Illustration: the office");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Record)]
#[serde(transparent)]
pub struct Credit {
    text: String,
    #[serde(skip)]
    origin: Origin,
}

impl Credit {
    /// Creates a credit of unknown origin.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), origin: Origin::default() }
    }

    /// Sets where the credit was written.
    ///
    /// ```
    /// use briefing_model::{Credit, Origin};
    ///
    /// let credit = Credit::new("Photograph: A. Person").with_origin(Origin::new("2025-04/briefing.toml:12"));
    /// assert_eq!(credit.origin().get(), Some(&"2025-04/briefing.toml:12"));
    /// assert_eq!(credit.len(), 21, "it is a text all the same");
    /// ```
    #[must_use]
    pub fn with_origin(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// Where it was written.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl Deref for Credit {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// The SHA-256 digest of some bytes, written as 64 hexadecimal digits in lower case.
///
/// The model refers to pictures by digest and never holds their bytes.
///
/// ```
/// use briefing_model::Digest;
///
/// let digest = Digest::new([0xab; 32]);
/// assert!(digest.to_string().starts_with("abab"));
/// assert_eq!(digest.to_string().parse::<Digest>()?, digest);
/// # Ok::<(), briefing_model::InvalidDigest>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// Text that is not a digest.
///
/// ```
/// assert!("ABCD".parse::<briefing_model::Digest>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a digest is 64 hexadecimal digits in lower case")]
pub struct InvalidDigest;

impl Digest {
    /// Creates a digest from its bytes.
    ///
    /// ```
    /// let digest = briefing_model::Digest::new([0x0f; 32]);
    /// assert!(digest.to_string().starts_with("0f0f"));
    /// ```
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes of the digest.
    ///
    /// ```
    /// let digest = briefing_model::Digest::new([0x0f; 32]);
    /// assert_eq!(digest.bytes(), &[0x0f; 32]);
    /// ```
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for Digest {
    type Err = InvalidDigest;

    fn from_str(text: &str) -> Result<Self, InvalidDigest> {
        if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(InvalidDigest);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| InvalidDigest)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| InvalidDigest)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Digest {
    type Error = InvalidDigest;

    fn try_from(text: String) -> Result<Self, InvalidDigest> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        f.pad(&self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect::<String>())
    }
}

/// The format of a picture's bytes.
///
/// ```
/// assert_eq!(briefing_model::Media::Jpeg.mime(), "image/jpeg");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Media {
    /// A JPEG file.
    Jpeg,
    /// A PNG file.
    Png,
    /// A drawing: an SVG file of plain paths, as [`Drawing`](crate::Drawing) writes it.
    Svg,
}

words!(Media, "a kind of picture", Jpeg "jpeg", Png "png", Svg "svg");

impl Media {
    /// The media type registered with IANA.
    ///
    /// ```
    /// assert_eq!(briefing_model::Media::Png.mime(), "image/png");
    /// ```
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// The orientation in which a camera stored a picture: what must be done with its rows to see it upright (Exif 2.32,
/// tag 274).
///
/// ```
/// use briefing_model::Orientation;
///
/// assert!(Orientation::Rotate90.swaps_sides());
/// assert_eq!(Orientation::from_exif(1), Some(Orientation::Upright));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Orientation {
    /// As stored.
    #[default]
    Upright,
    /// Mirrored left to right.
    Mirror,
    /// Rotated by a half turn.
    Rotate180,
    /// Mirrored top to bottom.
    Flip,
    /// Mirrored about the diagonal from the top left.
    Transpose,
    /// Rotated by a quarter turn clockwise.
    Rotate90,
    /// Mirrored about the diagonal from the top right.
    Transverse,
    /// Rotated by a quarter turn anticlockwise.
    Rotate270,
}

words!(Orientation, "an orientation", Upright "upright", Mirror "mirror", Rotate180 "rotate180", Flip "flip", Transpose "transpose", Rotate90 "rotate90", Transverse "transverse", Rotate270 "rotate270");

impl Orientation {
    /// The orientation for an Exif value (1 to 8).
    ///
    /// ```
    /// use briefing_model::Orientation;
    ///
    /// assert_eq!(Orientation::from_exif(6), Some(Orientation::Rotate90));
    /// assert_eq!(Orientation::from_exif(9), None);
    /// ```
    #[must_use]
    pub const fn from_exif(value: u16) -> Option<Self> {
        Some(match value {
            1 => Self::Upright,
            2 => Self::Mirror,
            3 => Self::Rotate180,
            4 => Self::Flip,
            5 => Self::Transpose,
            6 => Self::Rotate90,
            7 => Self::Transverse,
            8 => Self::Rotate270,
            _ => return None,
        })
    }

    /// Whether width and height are exchanged.
    ///
    /// ```
    /// use briefing_model::Orientation;
    ///
    /// assert!(Orientation::Transpose.swaps_sides());
    /// assert!(!Orientation::Rotate180.swaps_sides());
    /// ```
    #[must_use]
    pub const fn swaps_sides(self) -> bool {
        matches!(self, Self::Transpose | Self::Rotate90 | Self::Transverse | Self::Rotate270)
    }
}

/// A picture as a briefing uses it.
///
/// The bytes are kept apart from the model, under [`digest`](Self::digest).
///
/// ```
/// use briefing_model::{Credit, Digest, Media, Orientation, Picture};
///
/// let picture = Picture {
///     file: "2025-04/network.jpg".to_owned(),
///     alt: "Lights joined by lines over a globe".parse()?,
///     alt_language: None,
///     caption: Some("A network of associations".parse()?),
///     credit: Some(Credit::new("Illustration: the office")),
///     credit_language: None,
///     media: Media::Jpeg,
///     width: 1200,
///     height: 630,
///     orientation: Orientation::Upright,
///     digest: Digest::new([0; 32]),
/// };
/// assert_eq!(picture.upright_size(), (1200, 630));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The file from which it was read, relative to the office folder, with `/` as separator.
    pub file: String,
    /// What it shows, for those who do not see it.
    pub alt: AltText,
    /// The language of [`alt`](Self::alt), if it differs from that of the briefing's texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt_language: Option<Language>,
    /// The text printed below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<RichText>,
    /// Its maker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Credit>,
    /// The language of [`credit`](Self::credit), if it differs from that of the briefing's texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_language: Option<Language>,
    /// The format of its bytes.
    pub media: Media,
    /// The number of pixel columns as stored, or the width of a drawing in its own units; at least one.
    #[serde(deserialize_with = "pixels")]
    pub width: u32,
    /// The number of pixel rows as stored, or the height of a drawing in its own units; at least one.
    #[serde(deserialize_with = "pixels")]
    pub height: u32,
    /// How to turn it upright.
    #[serde(default)]
    pub orientation: Orientation,
    /// The digest of its bytes, without metadata.
    pub digest: Digest,
}

/// Rejects zero: a picture without pixels has no shape.
fn pixels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let count = NonZeroU32::deserialize(deserializer)?;
    Ok(count.get())
}

impl Picture {
    /// The largest area in which pages show a picture: its width and height, in points.
    ///
    /// The width is that between the margins of the wider paper. More pixels than print can resolve in this area are
    /// useless.
    ///
    /// ```
    /// let (width, height) = briefing_model::Picture::LARGEST_PRINTED;
    /// assert!(width > height);
    /// ```
    pub const LARGEST_PRINTED: (f32, f32) = (522.0, 230.0);

    /// Width and height in pixels after turning it upright.
    ///
    /// ```
    /// use briefing_model::{Digest, Media, Orientation, Picture};
    ///
    /// let picture = Picture {
    ///     file: "2025-04/door.jpg".to_owned(),
    ///     alt: "A door".parse()?,
    ///     alt_language: None,
    ///     caption: None,
    ///     credit: None,
    ///     credit_language: None,
    ///     media: Media::Jpeg,
    ///     width: 1200,
    ///     height: 800,
    ///     orientation: Orientation::Rotate90,
    ///     digest: Digest::new([0; 32]),
    /// };
    /// assert_eq!(picture.upright_size(), (800, 1200));
    /// # Ok::<(), briefing_model::BlankAltText>(())
    /// ```
    #[must_use]
    pub const fn upright_size(&self) -> (u32, u32) {
        if self.orientation.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) }
    }
}
