//! Making the font that printpdf embeds from a face and the glyphs drawn with it.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use super::{Font, FontError};

/// A face reduced to the glyphs in use, and what printpdf does not write of it.
#[derive(Debug)]
pub(crate) struct EmbeddedFont {
    pub(crate) printpdf: printpdf::PdfFont,
    /// The advances of the subset's glyphs, from glyph 1, in thousandths of an em.
    pub(crate) widths: Vec<f64>,
    pub(crate) character_map: Vec<u8>,
    pub(crate) flags: i64,
    pub(crate) cap_height: i64,
    pub(crate) italic_angle: f32,
}

/// Reduces a face to the glyphs in use.
///
/// Glyphs keep the numbers assigned when they were drawn, so the same calls give the same font.
pub(crate) fn embed(font: &Font) -> Result<EmbeddedFont, FontError> {
    let ids: Vec<u16> = font.used.iter().map(|glyph| glyph.id).collect();
    let remapper = GlyphRemapper::new_from_glyphs(&ids);
    let program = subsetter::subset(font.data.bytes(), font.index, &remapper)
        .map_err(|e| FontError::Subset { name: font.name.clone(), reason: e.to_string() })?;
    let numbered = || (1..=u16::MAX).zip(&font.used);
    let texts: Vec<(u16, &str)> =
        numbered().map(|(number, glyph)| (number, glyph.text.as_deref().unwrap_or("\u{200B}"))).collect();
    let name = format!("{}+{}", tag(&ids), font.name);
    Ok(EmbeddedFont {
        printpdf: printpdf_font(font, program, name),
        widths: font.used.iter().map(|glyph| glyph.width).collect(),
        character_map: super::unicode::character_map(&texts),
        flags: flags(font, texts.iter().map(|(_, text)| *text)),
        cap_height: thousandths(font.metrics.cap_height),
        italic_angle: font.metrics.italic_angle,
    })
}

fn printpdf_font(font: &Font, program: Vec<u8>, name: String) -> printpdf::PdfFont {
    let metrics = &font.metrics;
    let [x_min, y_min, x_max, y_max] = metrics.bounds.map(small);
    printpdf::PdfFont::new(printpdf::ParsedFont {
        original_bytes: program,
        font_index: 0,
        font_name: Some(name),
        // Text is written by glyph number, and we write the widths: printpdf would truncate them to whole thousandths.
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: BTreeMap::new(),
        units_per_em: 1000,
        font_metrics: printpdf::font::FontMetrics { ascent: small(metrics.ascent), descent: small(metrics.descent) },
        font_type: printpdf::FontType::TrueType,
        pdf_font_metrics: printpdf::PdfFontMetricsStub {
            units_per_em: 1000,
            x_min,
            y_min,
            x_max,
            y_max,
            us_weight_class: small(metrics.weight).unsigned_abs(),
            ..Default::default()
        },
    })
}

/// Six letters that distinguish subsets of the same face (ISO 32000-1, 9.6.4), derived from the glyphs.
fn tag(glyphs: &[u16]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (0..6)
        .map(|_| {
            let letter = u8::try_from(hash % 26).unwrap_or_default();
            hash /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}

/// The flags of a font descriptor (ISO 32000-1, table 123).
fn flags<'a>(font: &Font, mut texts: impl Iterator<Item = &'a str>) -> i64 {
    const FIXED_PITCH: i64 = 1;
    const SERIF: i64 = 1 << 1;
    const SYMBOLIC: i64 = 1 << 2;
    const NONSYMBOLIC: i64 = 1 << 5;
    const ITALIC: i64 = 1 << 6;
    let mut flags = if texts.all(is_standard_latin) { NONSYMBOLIC } else { SYMBOLIC };
    if font.metrics.fixed_pitch {
        flags |= FIXED_PITCH;
    }
    if font.metrics.serif {
        flags |= SERIF;
    }
    if font.metrics.italic_angle != 0.0 {
        flags |= ITALIC;
    }
    flags
}

/// Whether a text is in Adobe's standard Latin character set (ISO 32000-1, annex D.2), judged by Unicode blocks.
fn is_standard_latin(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, ' '..='~' | '\u{A1}'..='\u{FF}' | 'ı' | 'Ł' | 'ł' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ'
            | 'ƒ' | '–' | '—' | '‘' | '’' | '‚' | '“' | '”' | '„' | '†' | '‡' | '•' | '…' | '‰' | '‹' | '›'
            | '⁄' | '€' | '™' | '−' | 'ﬁ' | 'ﬂ')
    })
}

// A cast from f32 saturates, and font metrics are within range.
fn small(value: f32) -> i16 {
    value.round() as i16
}

fn thousandths(value: f32) -> i64 {
    i64::from(small(value))
}
