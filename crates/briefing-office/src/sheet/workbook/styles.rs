//! How the cells of a workbook are shown, as far as it changes what they mean.

use std::collections::BTreeMap;

use super::InvalidWorkbook;
use super::xml::{Tag, XmlPart, XmlPiece, attribute, is_on};
use crate::sheet::format::CellFormat;

/// Excel allows 65,490 styles of cells.
const MOST_STYLES: usize = 65_536;

/// The formats of a workbook, and which of them each style has.
#[derive(Debug)]
pub(super) struct Styles {
    formats: Vec<CellFormat>,
    of_style: Vec<usize>,
    /// The fonts that strike their letters out, and the font of each style.
    struck: Vec<bool>,
    fonts: Vec<usize>,
}

impl Default for Styles {
    fn default() -> Self {
        Self { formats: vec![CellFormat::default()], of_style: Vec::new(), struck: Vec::new(), fonts: Vec::new() }
    }
}

impl Styles {
    /// The format of a style; that of plain numbers where there is no such style.
    pub(super) fn format(&self, style: u32) -> Option<&CellFormat> {
        let format = usize::try_from(style).ok().and_then(|style| self.of_style.get(style));
        format.and_then(|&format| self.formats.get(format)).or_else(|| self.formats.first())
    }

    /// Whether a line is drawn through what a cell of the style says.
    pub(super) fn is_struck(&self, style: u32) -> bool {
        let font = usize::try_from(style).ok().and_then(|style| self.fonts.get(style));
        font.and_then(|&font| self.struck.get(font)).is_some_and(|struck| *struck)
    }
}

/// Reads the part with the styles.
pub(super) fn read(part: &XmlPart) -> Result<Styles, InvalidWorkbook> {
    let mut styles = Styles::default();
    let mut by_id: BTreeMap<u32, usize> = BTreeMap::new();
    part.walk(|path, piece| {
        match (piece, path) {
            (XmlPiece::Open(Tag::NumFmt, tag), [Tag::StyleSheet, Tag::NumFmts]) => {
                let id = attribute(tag, "numFmtId")?.and_then(|id| id.parse().ok());
                if let (Some(id), Some(code)) = (id, attribute(tag, "formatCode")?) {
                    by_id.insert(id, styles.formats.len());
                    styles.formats.push(CellFormat::of_code(&code));
                }
            }
            (XmlPiece::Open(Tag::Font, _), [Tag::StyleSheet, Tag::Fonts]) => styles.struck.push(false),
            (XmlPiece::Open(Tag::Strike, tag), [Tag::StyleSheet, Tag::Fonts, Tag::Font]) => {
                let is_on = is_on(tag)?;
                if let Some(struck) = styles.struck.last_mut() {
                    *struck = is_on;
                }
            }
            (XmlPiece::Open(Tag::Xf, tag), [Tag::StyleSheet, Tag::CellXfs]) => {
                let font = attribute(tag, "fontId")?.and_then(|id| id.parse().ok()).unwrap_or_default();
                styles.fonts.push(font);
                let id = attribute(tag, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or_default();
                let format = *by_id.entry(id).or_insert_with(|| {
                    styles.formats.push(CellFormat::of_builtin(id));
                    styles.formats.len() - 1
                });
                styles.of_style.push(format);
            }
            _ => {}
        }
        if styles.of_style.len().max(styles.formats.len()).max(styles.struck.len()) > MOST_STYLES {
            return Err(InvalidWorkbook::TooManyStyles);
        }
        Ok(())
    })?;
    Ok(styles)
}
