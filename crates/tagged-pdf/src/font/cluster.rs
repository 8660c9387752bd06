//! The text for which glyphs stand.
//!
//! `/ToUnicode` gives each glyph of a font a single text for the whole document. If a glyph is drawn for another text (a hyphen for a soft
//! hyphen, a space for a no-break space), or if several glyphs together stand for a text that is not the concatenation of theirs, the marks
//! need an `/ActualText` of their own. This module decides between the two.
//!
//! Texts are compared and written in visual order: programs that extract text reverse right-to-left runs character by character, including
//! the letters of a ligature. poppler, pdfium and MuPDF then extract «الله» correctly, but not if its ligature stands for letters in
//! logical order.

use std::borrow::Cow;

use super::Font;
use crate::error::DrawErrorKind;

/// The longest text of a glyph in bytes of UTF-8; a character map takes 512 bytes of UTF-16 (Adobe Technical Note 5411).
const LONGEST_NAME: usize = 250;

impl Font {
    /// Records that glyphs together stand for a text, both in visual order.
    ///
    /// Returns whether the concatenation of their `/ToUnicode` entries is already that text. `glyphs` are numbers in the subset.
    pub(crate) fn read_cluster(&mut self, glyphs: &[u16], text: &str) -> bool {
        match glyphs {
            [glyph] => self.read_glyph(*glyph, text),
            _ => self.read_several(glyphs, text),
        }
    }

    fn read_glyph(&mut self, glyph: u16, text: &str) -> bool {
        let Some(used) = self.used(glyph) else {
            return false;
        };
        if let Some(known) = &used.text {
            return **known == *text;
        }
        let own = self.own_text(used.id, text);
        self.name_glyph(glyph, &own);
        own == text && own.len() <= LONGEST_NAME
    }

    fn read_several(&mut self, glyphs: &[u16], text: &str) -> bool {
        let one_each = text.chars().count() == glyphs.len();
        for (i, glyph) in glyphs.iter().enumerate() {
            let Some(used) = self.used(*glyph).filter(|used| used.text.is_none()) else {
                continue;
            };
            let own = if one_each { text.chars().nth(i) } else { None };
            match own.or_else(|| self.mapped_character(used.id)) {
                Some(own) => self.name_glyph(*glyph, own.encode_utf8(&mut [0; 4])),
                None => self.name_glyph(*glyph, if text.is_empty() { "\u{200B}" } else { text }),
            }
        }
        let known = |glyph: &u16| self.used(*glyph)?.text.as_deref();
        glyphs.iter().filter_map(known).flat_map(str::chars).eq(text.chars())
    }

    /// Records what a glyph stands for. A text too long for a character map is cut off.
    fn name_glyph(&mut self, glyph: u16, text: &str) {
        let end =
            text.char_indices().map(|(start, c)| start + c.len_utf8()).take_while(|end| *end <= LONGEST_NAME).last();
        let text = end.and_then(|end| text.get(..end)).unwrap_or_default();
        if let Some(used) = self.used_mut(glyph) {
            used.text = Some(text.into());
        }
    }

    /// The text to enter in `/ToUnicode` for a glyph that is first drawn for `text`.
    ///
    /// This is the given text unless a more ordinary character has the same glyph: the first hyphen of a document may be a soft one at a
    /// line's end, while all others are not.
    fn own_text(&self, id: u16, text: &str) -> String {
        let mut characters = text.chars();
        let plainer = match (characters.next(), characters.next()) {
            (Some('\u{AD}' | '\u{2010}' | '\u{2011}'), None) => "-\u{2010}",
            (Some('\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'), None) => " ",
            (None, _) => {
                return self.mapped_character(id).map_or_else(|| "\u{200B}".into(), String::from);
            }
            // A joiner is between two letters and does not belong to either glyph.
            _ => return text.replace(['\u{200C}', '\u{200D}'], ""),
        };
        plainer.chars().find(|c| self.glyph_of(*c) == Some(id)).map_or_else(|| text.into(), String::from)
    }

    /// The first character that the face maps to a glyph.
    fn mapped_character(&self, id: u16) -> Option<char> {
        use skrifa::MetadataProvider as _;
        let face = self.face()?;
        face.charmap()
            .mappings()
            .filter(|(_, glyph)| glyph.to_u32() == u32::from(id))
            .filter_map(|(character, _)| char::from_u32(character))
            .find(|c| meaningless(&c.to_string()).is_none())
    }
}

/// The error for the first character of a text that has no meaning outside its document, if there is one.
pub(crate) fn meaningless(text: &str) -> Option<DrawErrorKind> {
    text.chars()
        .map(u32::from)
        .find(|c| matches!(c, 0 | 0xFEFF | 0xE000..=0xF8FF | 0xF_0000.. | 0xFDD0..=0xFDEF) || c & 0xFFFE == 0xFFFE)
        .map(DrawErrorKind::NoMeaning)
}

/// A text in visual order, from left to right.
pub(crate) fn visual(text: &str, right_to_left: bool) -> Cow<'_, str> {
    let mut characters = text.chars();
    let one = characters.next().is_none() || characters.next().is_none();
    if one || !right_to_left { text.into() } else { text.chars().rev().collect() }
}

/// Whether the first letter of a text is from a right-to-left script.
pub(crate) fn is_right_to_left(text: &str) -> bool {
    text.chars().next().is_some_and(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}
