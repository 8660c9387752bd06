//! Texts as SpreadsheetML stores them: shared by the workbook, rich or plain, with escapes of its own.

use super::xml::{Tag, XmlPart, XmlPiece, is_on};
use super::{InvalidWorkbook, LONGEST_TEXT};

/// The workbook's texts, one after the other in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    all: String,
    ends: Vec<u32>,
    /// The numbers of those of which something is struck out, in order.
    struck: Vec<u32>,
}

impl SharedStrings {
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.all.get(start..end)
    }

    /// Whether letters of a text are struck out.
    pub(super) fn is_struck(&self, number: u32) -> bool {
        self.struck.binary_search(&number).is_ok()
    }
}

/// Whether the letters of a rich text are struck out that come next.
#[derive(Debug, Default)]
pub(super) struct Strikes {
    of_run: bool,
    /// Whether some letters were.
    pub(super) some: bool,
}

impl Strikes {
    /// Takes note of what comes next within a text; `path` begins within it.
    pub(super) fn piece(&mut self, path: &[Tag], piece: &XmlPiece<'_>) -> Result<(), InvalidWorkbook> {
        match (piece, path) {
            (XmlPiece::Open(Tag::Run, _), []) => self.of_run = false,
            (XmlPiece::Open(Tag::Strike, tag), [Tag::Run, Tag::RunStyle]) => self.of_run = is_on(tag)?,
            (XmlPiece::Letters(letters), [Tag::Run, Tag::Text]) => {
                self.some |= self.of_run && !letters.trim().is_empty();
            }
            _ => {}
        }
        Ok(())
    }
}

/// Reads the part with the shared texts.
pub(super) fn read(part: &XmlPart) -> Result<SharedStrings, InvalidWorkbook> {
    let (mut texts, mut text) = (SharedStrings::default(), String::new());
    let mut strikes = Strikes::default();
    part.walk(|path, piece| {
        if let Some(within) = path.strip_prefix(&[Tag::SharedTable, Tag::Shared]) {
            strikes.piece(within, &piece)?;
        }
        match (piece, path) {
            (XmlPiece::Letters(letters), [Tag::SharedTable, Tag::Shared, Tag::Text])
            | (XmlPiece::Letters(letters), [Tag::SharedTable, Tag::Shared, Tag::Run, Tag::Text]) => {
                push(&mut text, letters)?;
            }
            (XmlPiece::Close(Tag::Shared), [Tag::SharedTable]) => {
                if std::mem::take(&mut strikes).some {
                    texts.struck.push(u32::try_from(texts.ends.len()).map_err(|_| InvalidWorkbook::LongText)?);
                }
                unescape_into(&text, &mut texts.all);
                text.clear();
                texts.ends.push(u32::try_from(texts.all.len()).map_err(|_| InvalidWorkbook::LongText)?);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Adds letters to a text, which has an end.
pub(super) fn push(text: &mut String, letters: &str) -> Result<(), InvalidWorkbook> {
    text.push_str(letters);
    // No character has more than four bytes, and an escape has seven for one character.
    if text.len() > 8 * LONGEST_TEXT { Err(InvalidWorkbook::LongText) } else { Ok(()) }
}

/// Adds a text with its escapes resolved: `_x000D_` stands for a character that XML cannot have, and `_x005F_` keeps a
/// text that looks like one (ECMA-376 part 1, 22.9.2.19). Lines end in a line feed alone.
pub(super) fn unescape_into(text: &str, all: &mut String) {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    let mut last_was_return = false;
    let mut put = |c: char, all: &mut String| {
        match (c, last_was_return) {
            ('\n', true) => {}
            ('\r', _) => all.push('\n'),
            _ => all.push(c),
        }
        last_was_return = c == '\r';
    };
    while let Some(first) = rest.chars().next() {
        let escaped = (first == '_').then(|| escape(rest)).flatten();
        if let Some(unit) = escaped {
            units.push(unit);
            rest = rest.get(7..).unwrap_or_default();
        } else {
            char::decode_utf16(units.drain(..)).for_each(|c| put(c.unwrap_or(char::REPLACEMENT_CHARACTER), all));
            put(first, all);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    char::decode_utf16(units.drain(..)).for_each(|c| put(c.unwrap_or(char::REPLACEMENT_CHARACTER), all));
}

/// The UTF-16 unit that an escape at the beginning of a text stands for.
fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if plain { u16::from_str_radix(digits, 16).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let mut all = String::new();
        unescape_into(text, &mut all);
        all
    }

    #[test]
    fn escapes_stand_for_characters() {
        assert_eq!(plain("Conference_x000D_\nin Madrid"), "Conference\nin Madrid");
        assert_eq!(plain("a_x000d_b\r\nc\rd"), "a\nb\nc\nd");
        assert_eq!(plain("_x005F_x000D_ is an escape"), "_x000D_ is an escape");
        assert_eq!(plain("_xD83D__xDE00_ and _x00E9_"), "😀 and é");
        for text in ["_x00", "_x00_", "_xGGGG_", "_x+0D_", "a_b", "_", "é_xé"] {
            assert_eq!(plain(text), text);
        }
    }
}
