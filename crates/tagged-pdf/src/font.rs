//! Fonts: the properties of a face, and the text for which its glyphs are drawn.

mod cluster;
pub(crate) mod embed;
mod unicode;

pub(crate) use cluster::{is_right_to_left, meaningless, visual};

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::error::DrawErrorKind;

/// A font of a document.
///
/// ```
/// use tagged_pdf::FontId;
///
/// # use tagged_pdf::{LanguageTag, Metadata, PdfBuilder, StructureTree, Timestamp};
/// # let metadata = Metadata::new("Lighthouses", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// # let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
/// let regular: FontId = pdf.add_font(briefing_fonts::faces()[0].data, 0)?;
/// let bold = pdf.add_font(briefing_fonts::faces()[1].data, 0)?;
/// assert_ne!(regular, bold);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(pub(crate) u32);

/// The bytes of a font file, shared rather than copied.
///
/// ```
/// use std::sync::Arc;
/// use tagged_pdf::FontData;
///
/// let shared: FontData = Arc::<[u8]>::from(vec![0, 1, 0, 0]).into();
/// let built_in: FontData = b"\x00\x01\x00\x00".as_slice().into();
/// assert_eq!(shared, built_in);
/// ```
#[derive(Debug, Clone)]
pub struct FontData(Bytes);

#[derive(Debug, Clone)]
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
}

impl FontData {
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.0 {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
        }
    }
}

impl PartialEq for FontData {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.bytes(), other.bytes()) || self.bytes() == other.bytes()
    }
}

impl Eq for FontData {}

impl From<&'static [u8]> for FontData {
    fn from(bytes: &'static [u8]) -> Self {
        Self(Bytes::Static(bytes))
    }
}

impl From<Arc<[u8]>> for FontData {
    fn from(bytes: Arc<[u8]>) -> Self {
        Self(Bytes::Shared(bytes))
    }
}

impl From<Vec<u8>> for FontData {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::Shared(bytes.into()))
    }
}

/// The reason why a font cannot be used.
///
/// ```
/// use tagged_pdf::FontError;
///
/// # let issued = tagged_pdf::Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// # let metadata = tagged_pdf::Metadata::new("Fonts", tagged_pdf::LanguageTag::new("en")?, issued)?;
/// # let mut pdf = tagged_pdf::PdfBuilder::new(metadata, tagged_pdf::StructureTree::new());
/// let error = pdf.add_font(b"not a font".to_vec(), 0).unwrap_err();
/// assert!(matches!(error, FontError::Unreadable { index: 0, .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FontError {
    /// The bytes are not a font file that contains the face.
    #[error("face {index} is not a readable font: {reason}")]
    Unreadable {
        /// The index of the face within the file.
        index: u32,
        /// The error of the font reader.
        reason: String,
    },
    /// The face has no TrueType outlines.
    #[error("the font {name} has no TrueType outlines (`glyf`): convert it, or take its TrueType edition")]
    Outlines {
        /// The face's name.
        name: String,
    },
    /// The face's licence bits forbid embedding (ISO 19005-3, 6.2.11.4.1).
    #[error("the font {name} says that it may not be embedded (OS/2 fsType)")]
    Restricted {
        /// The face's name.
        name: String,
    },
    /// The face cannot be reduced to the glyphs in use.
    #[error("the font {name} cannot be reduced to the glyphs in use: {reason}")]
    Subset {
        /// The face's name.
        name: String,
        /// The error of the subsetter.
        reason: String,
    },
}

/// A glyph that the document draws.
#[derive(Debug)]
pub(crate) struct UsedGlyph {
    pub(crate) id: u16,
    /// Its advance in thousandths of an em, to three decimals, as in `/W`.
    pub(crate) width: f64,
    /// The text it stands for unless stated otherwise: its entry in `/ToUnicode`.
    pub(crate) text: Option<Box<str>>,
}

/// The metrics in a font descriptor, in thousandths of an em.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FaceMetrics {
    pub(crate) units_per_em: u16,
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    pub(crate) cap_height: f32,
    pub(crate) bounds: [f32; 4],
    pub(crate) italic_angle: f32,
    pub(crate) weight: f32,
    pub(crate) fixed_pitch: bool,
    pub(crate) serif: bool,
}

#[derive(Debug)]
pub(crate) struct Font {
    pub(crate) data: FontData,
    pub(crate) index: u32,
    /// The PostScript name, restricted to characters of a PDF name.
    pub(crate) name: String,
    pub(crate) metrics: FaceMetrics,
    /// The number of each glyph of the face in the subset, or 0.
    lookup: Vec<u16>,
    /// The glyphs of the subset, from glyph 1.
    pub(crate) used: Vec<UsedGlyph>,
}

impl Font {
    /// Reads what the file needs of a face.
    pub(crate) fn new(data: FontData, index: u32) -> Result<Self, FontError> {
        let (name, metrics, glyphs) = {
            let face = FontRef::from_index(data.bytes(), index)
                .map_err(|e| FontError::Unreadable { index, reason: e.to_string() })?;
            let name = postscript_name(&face);
            if face.glyf().is_err() {
                return Err(FontError::Outlines { name });
            }
            if face.os2().is_ok_and(|os2| os2.fs_type() & 0x000F == 0x0002) {
                return Err(FontError::Restricted { name });
            }
            let glyphs = face.maxp().map_or(0, |maxp| maxp.num_glyphs());
            (name, face_metrics(&face), glyphs)
        };
        if metrics.units_per_em == 0 || glyphs == 0 {
            return Err(FontError::Unreadable { index, reason: "it has no glyphs or no scale".into() });
        }
        Ok(Self { data, index, name, metrics, lookup: vec![0; usize::from(glyphs)], used: Vec::new() })
    }

    /// The number of a glyph in the subset, to which it is added if necessary.
    ///
    /// Glyphs are numbered from 1 in the order in which they are first drawn; 0 is the glyph for missing characters.
    pub(crate) fn glyph(&mut self, id: u16) -> Result<u16, DrawErrorKind> {
        match self.lookup.get(usize::from(id)) {
            None => Err(DrawErrorKind::NoSuchGlyph { font: self.name.clone(), glyph: id }),
            Some(0) => Ok(self.admit(id)),
            Some(number) => Ok(*number),
        }
    }

    fn admit(&mut self, id: u16) -> u16 {
        let advance = self.face().map_or(0.0, |face| {
            face.glyph_metrics(Size::unscaled(), LocationRef::default())
                .advance_width(GlyphId::from(id))
                .unwrap_or_default()
        });
        let width = f64::from(advance) * 1000.0 / f64::from(self.metrics.units_per_em);
        self.used.push(UsedGlyph { id, width: (width * 1000.0).round() / 1000.0, text: None });
        // At most the number of glyphs in the face, not counting glyph 0.
        let number = u16::try_from(self.used.len()).unwrap_or(u16::MAX);
        if let Some(entry) = self.lookup.get_mut(usize::from(id)) {
            *entry = number;
        }
        number
    }

    /// The glyph with a number in the subset.
    pub(crate) fn used(&self, number: u16) -> Option<&UsedGlyph> {
        self.used.get(usize::from(number).checked_sub(1)?)
    }

    fn used_mut(&mut self, number: u16) -> Option<&mut UsedGlyph> {
        self.used.get_mut(usize::from(number).checked_sub(1)?)
    }

    /// The width of a glyph of the subset, in thousandths of an em.
    pub(crate) fn width(&self, number: u16) -> f64 {
        self.used(number).map_or(0.0, |glyph| glyph.width)
    }

    pub(crate) fn face(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.data.bytes(), self.index).ok()
    }

    /// The glyph to which the face itself maps a character.
    pub(crate) fn glyph_of(&self, character: char) -> Option<u16> {
        let glyph = self.face()?.charmap().map(character)?;
        u16::try_from(glyph.to_u32()).ok()
    }
}

/// The PostScript name without characters that a PDF name would have to escape.
fn postscript_name(face: &FontRef<'_>) -> String {
    let name = face
        .localized_strings(StringId::POSTSCRIPT_NAME)
        .english_or_first()
        .map(|name| name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>())
        .unwrap_or_default();
    if name.is_empty() { "Unnamed".into() } else { name }
}

fn face_metrics(face: &FontRef<'_>) -> FaceMetrics {
    let metrics = face.metrics(Size::unscaled(), LocationRef::default());
    let scale = 1000.0 / f32::from(metrics.units_per_em.max(1));
    let bounds = metrics.bounds.map_or([0.0; 4], |b| [b.x_min, b.y_min, b.x_max, b.y_max]);
    FaceMetrics {
        units_per_em: metrics.units_per_em,
        ascent: metrics.ascent * scale,
        descent: metrics.descent * scale,
        cap_height: metrics.cap_height.unwrap_or(metrics.ascent) * scale,
        bounds: bounds.map(|b| b * scale),
        italic_angle: metrics.italic_angle,
        weight: face.attributes().weight.value(),
        fixed_pitch: metrics.is_monospace,
        // IBM font classes 1 to 5 and 7 are serif faces (OpenType, OS/2 sFamilyClass).
        serif: face.os2().is_ok_and(|os2| matches!(os2.s_family_class() >> 8, 1..=5 | 7)),
    }
}
