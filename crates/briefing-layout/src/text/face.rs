//! An opened face: its metrics and characters.

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::font::{FaceFile, Metrics};

/// A face that has been opened.
pub(super) struct OpenFace {
    pub(super) font: harfrust::Font,
    pub(super) metrics: Metrics,
    /// One bit for each character of the Basic Multilingual Plane, set if it has a glyph.
    coverage: Box<[u64]>,
    /// The glyph of the ordinary space, and its advance in ems.
    pub(super) space: (u16, f64),
    /// The glyph and advance of the hyphen drawn when a word is divided.
    pub(super) hyphen: Option<(u16, f64)>,
    /// The glyph and advance drawn for characters that are in no face.
    pub(super) replacement: Option<(u16, f64)>,
    /// The advances of a digit and of a full stop.
    pub(super) digit: f64,
    pub(super) point: f64,
    /// Whether the face has all printable ASCII characters.
    pub(super) ascii: bool,
}

impl OpenFace {
    pub(super) fn new(file: &FaceFile) -> Option<Self> {
        let (font, slice) = match file {
            FaceFile::Static(bytes) => (harfrust::Font::new(*bytes, 0)?, *bytes),
            FaceFile::Shared(bytes) => {
                let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = bytes.clone();
                (harfrust::Font::new(shared, 0)?, bytes.as_slice())
            }
        };
        let tables = FontRef::new(slice).ok()?;
        let mut coverage = vec![0u64; 0x10000 / 64].into_boxed_slice();
        for (c, glyph) in tables.charmap().mappings() {
            if glyph != GlyphId::NOTDEF
                && let Some(word) = coverage.get_mut(c as usize / 64)
            {
                *word |= 1 << (c % 64);
            }
        }
        let glyph = |c| plain_glyph(&tables, c);
        let space = glyph(' ').or_else(|| glyph('\u{A0}')).unwrap_or((0, 0.25));
        let mut face = Self {
            font,
            metrics: metrics(&tables),
            coverage,
            space,
            // The soft hyphen comes first: if it has its own glyph, the file can tell it from other hyphens.
            hyphen: ['\u{AD}', '\u{2010}', '-'].into_iter().find_map(glyph),
            replacement: glyph('\u{FFFD}'),
            digit: glyph('0').map_or(0.55, |(_, advance)| advance),
            point: glyph('.').map_or(0.25, |(_, advance)| advance),
            ascii: false,
        };
        face.ascii = (' '..='~').all(|c| face.covers(c));
        Some(face)
    }

    pub(super) fn covers(&self, c: char) -> bool {
        let code = c as usize;
        match self.coverage.get(code / 64) {
            Some(word) => word >> (code % 64) & 1 == 1,
            None => self.font.charmap().map_unicode(c).is_some_and(|glyph| glyph != GlyphId::NOTDEF),
        }
    }
}

pub(super) fn plain_glyph(tables: &FontRef<'_>, c: char) -> Option<(u16, f64)> {
    let glyph = tables.charmap().map(c).filter(|&glyph| glyph != GlyphId::NOTDEF)?;
    let advance = tables.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(glyph)?;
    Some((u16::try_from(glyph.to_u32()).ok()?, f64::from(advance)))
}

fn metrics(tables: &FontRef<'_>) -> Metrics {
    let metrics = tables.metrics(Size::new(1.0), LocationRef::default());
    let positive = |value: Option<f32>, instead: f32| value.filter(|&value| value > 0.0).unwrap_or(instead);
    let underline = metrics.underline;
    Metrics {
        ascent: metrics.ascent,
        descent: -metrics.descent,
        line_gap: metrics.leading,
        cap_height: positive(metrics.cap_height, 0.7),
        x_height: positive(metrics.x_height, 0.5),
        underline: positive(underline.map(|line| -line.offset), 0.1),
        underline_thickness: positive(underline.map(|line| line.thickness), 0.05),
        units_per_em: metrics.units_per_em,
    }
}
