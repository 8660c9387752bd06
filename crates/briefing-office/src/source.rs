//! One text file: its characters, and where they are.

use std::ops::Range;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::diagnostic::{Code, Diagnostic, FileSpan, Position};
use crate::tree::short;

/// The widest excerpt shown, in characters; a longer line is cut around the fault.
const EXCERPT_WIDTH: usize = 100;

/// A text file read once: its name in the folder, its text without a byte order mark, and where its lines begin. Clones share it.
///
/// ```
/// use briefing_office::SourceFile;
///
/// let source = SourceFile::decode("office.toml", "\u{feff}[office]\r\nid = 'é'\r\n".as_bytes()).unwrap();
/// let place = source.location(16..18);
/// assert_eq!((place.line, place.column, place.excerpt.as_str()), (2, 7, "id = 'é'"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    file: Arc<str>,
    text: Arc<str>,
    line_starts: Arc<[usize]>,
}

impl SourceFile {
    /// Takes the bytes of a file as UTF-8, with or without a byte order mark, and puts letters and the marks on them together
    /// (NFC): some systems write them apart, and the same name is to be the same text wherever it stands. A byte order mark within is
    /// left out: it says nothing, and nobody sees it.
    ///
    /// # Errors
    ///
    /// A diagnostic that names the encoding it seems to be instead, the first place that shows it, and how to save it as UTF-8.
    pub fn decode(file: &str, bytes: &[u8]) -> Result<Self, Box<Diagnostic>> {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) if !looks_like_utf16(bytes) => {
                // Programs that join files leave the mark of the second within.
                let mut text = text.replace('\u{feff}', "");
                // An old Mac, and what keeps to its ways, ends lines so; to everything else the file is one line.
                if !text.contains('\n') {
                    text = text.replace('\r', "\n");
                }
                Ok(Self::from_text(file, &ComposingNormalizerBorrowed::new_nfc().normalize(&text)))
            }
            result => Err(Box::new(foreign_encoding(file, bytes, result.err()))),
        }
    }

    fn from_text(file: &str, text: &str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file: file.into(), text: text.into(), line_starts }
    }

    /// The file's name, relative to the office folder.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The text, as it stands in the file but for the byte order mark and for letters that were written apart from their marks.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of bytes of [`SourceFile::text`] is, with the line it begins on. A range past the end counts as the end.
    #[must_use]
    pub fn location(&self, span: Range<usize>) -> FileSpan {
        let start = self.position(span.start);
        let end = self.position(span.end.max(span.start));
        let (from, to) = self.line(start.line);
        let line = self.text.get(from..to).unwrap_or_default();
        let byte = self.text.floor_char_boundary_compat(span.start).saturating_sub(from);
        let (excerpt, caret) = cut_excerpt(line, byte);
        FileSpan {
            file: self.file.to_string(),
            line: start.line,
            column: start.column,
            end,
            excerpt,
            caret,
            cell: None,
        }
    }

    fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary_compat(byte);
        let line = self.line_starts.partition_point(|&start| start <= byte).max(1);
        let before = self.text.get(self.line(line).0..byte).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// Where a line begins and ends.
    fn line(&self, line: usize) -> (usize, usize) {
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        (start, self.line_starts.get(line).copied().unwrap_or(self.text.len()))
    }
}

/// A line without its end and without control characters, cut to [`EXCERPT_WIDTH`] around a byte of it, and the character of the
/// excerpt, from 1, that the byte is.
///
/// A line may have megabytes, so it is only looked at near the byte.
pub(crate) fn cut_excerpt(line: &str, byte: usize) -> (String, usize) {
    let line = line.trim_end_matches(['\n', '\r']);
    let (before, after) = line.split_at_checked(byte).unwrap_or((line, ""));
    let nearby_after = after.chars().take(EXCERPT_WIDTH).count();
    // Half of the width goes before the byte, and what the other half does not need.
    let room_before = (EXCERPT_WIDTH / 2).max(EXCERPT_WIDTH - nearby_after);
    let left: Vec<char> = before.chars().rev().take(room_before).collect();
    let right = after.chars().take(EXCERPT_WIDTH - left.len());
    let cut_left = left.iter().map(|c| c.len_utf8()).sum::<usize>() < before.len();
    let shown: Vec<char> = left.iter().rev().copied().chain(right).collect();
    let cut_right = shown.iter().skip(left.len()).map(|c| c.len_utf8()).sum::<usize>() < after.len();
    let ellipsis = |cut: bool| if cut { "…" } else { "" };
    let text: String = shown.into_iter().map(printable).collect();
    (format!("{}{text}{}", ellipsis(cut_left), ellipsis(cut_right)), left.len() + 1 + usize::from(cut_left))
}

/// The character, or what stands for it where it would upset a terminal.
pub(crate) fn printable(c: char) -> char {
    match c {
        '\t' => ' ',
        // What ends lines, and what embeds, overrides or isolates a direction.
        '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        _ if c.is_control() => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// `str::floor_char_boundary`, which the oldest compiler we support does not have.
trait FloorCharBoundary {
    fn floor_char_boundary_compat(&self, index: usize) -> usize;
}

impl FloorCharBoundary for str {
    fn floor_char_boundary_compat(&self, index: usize) -> usize {
        let mut index = index.min(self.len());
        while !self.is_char_boundary(index) {
            index -= 1;
        }
        index
    }
}

pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether text seems to be UTF-16 that happens to be valid UTF-8 too: every other byte of its beginning is zero.
pub(crate) fn looks_like_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let head = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    head.len() >= 4 && (zeros(0) * 4 >= head.len() || zeros(1) * 4 >= head.len())
}

/// What a file is that another program wrote in a format of its own, by its first bytes.
pub(crate) fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    let start: Vec<u8> = bytes.iter().copied().skip_while(u8::is_ascii_whitespace).take(16).collect();
    if ["<html", "<!doctype html", "<head"].iter().any(|tag| start.to_ascii_lowercase().starts_with(tag.as_bytes())) {
        return Some("a web page");
    }
    const KINDS: [(&[u8], &str); 9] = [
        (b"PK\x03\x04", "a Word or Excel document, or another archive"),
        (b"{\\rtf", "a document in Rich Text Format (RTF)"),
        (b"\xD0\xCF\x11\xE0", "a document of Word or Excel before 2007"),
        (b"%PDF-", "a PDF file"),
        (b"<?xml", "an XML file"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"\x89PNG", "a picture"),
        (b"bplist", "a file of settings of macOS"),
        (b"\x1F\x8B", "a packed file"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// What to say of a file that is not UTF-8.
pub(crate) fn foreign_encoding(file: &str, bytes: &[u8], error: Option<std::str::Utf8Error>) -> Diagnostic {
    let hint = "save the file as UTF-8: in a text editor under `Save as`, `Encoding`; in a spreadsheet as `CSV UTF-8`";
    let Some(error) = error.filter(|_| !looks_like_utf16(bytes)) else {
        let is_wide = bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF");
        let message = format!("the file is UTF-{}, and must be UTF-8", if is_wide { 32 } else { 16 });
        return Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(file), message).with_hint(hint);
    };
    let at = error.valid_up_to();
    let byte = bytes.get(at).copied().unwrap_or_default();
    // A character cut off at the end is damage, not another encoding.
    let message = if error.error_len().is_none() {
        "the file ends in the middle of a UTF-8 character: it seems to be cut off".to_owned()
    } else if bytes.get(at..at + 3).is_some_and(|letters| letters.iter().all(|&byte| byte >= 0xC0)) {
        // Three letters beyond ASCII in a row are not part of a word in a language that is written in Latin letters.
        format!(
            "the file is not UTF-8: byte {byte:#04X} here; it seems to be in an older encoding, such as Windows-1251 or GB 18030"
        )
    } else {
        format!(
            "the file is not UTF-8: byte {byte:#04X} here; it seems to be Latin-1 or Windows-1252, where it stands for `{}`",
            windows_1252(byte)
        )
    };
    let head: String = bytes.iter().take(at + 200).map(|&byte| windows_1252(byte)).collect();
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    // The part before is shown as it is, the rest as Windows-1252 has it.
    let shown = format!("{before}{}", head.chars().skip(at).collect::<String>());
    let place = SourceFile::from_text(file, &shown).location(before.len()..before.len() + 1);
    Diagnostic::new(Code::NotUtf8, place, message).with_hint(hint)
}

/// The first word that was once read in the wrong encoding, where it begins, and what to say of it: letters were lost, or are UTF-8 in
/// the characters of Windows-1252, as `SÃ©minaire` is.
pub(crate) fn misread_word(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    if text.is_ascii() {
        return None;
    }
    text.split(char::is_whitespace).filter(|word| !word.is_ascii()).find_map(|word| {
        let what = if word.contains(char::REPLACEMENT_CHARACTER) {
            "has a character in the place of one that was lost".to_owned()
        } else if is_garbled(word) {
            format!("has `{}`, which is UTF-8 that was read as another encoding", short(word))
        } else {
            return None;
        };
        let at = text.find(word)?;
        Some((at..at + word.len(), what))
    })
}

/// Whether a word is UTF-8 in the characters of Windows-1252.
fn is_garbled(word: &str) -> bool {
    // What begins a letter of several bytes, with one behind it: few words have both.
    let mut beyond = word.chars().skip_while(char::is_ascii);
    let begins = beyond.next().is_some_and(|c| matches!(c, '\u{c2}'..='\u{f4}'));
    if !begins || beyond.next().is_none_or(|c| c.is_ascii()) {
        return false;
    }
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(word);
    let Some(text) = std::str::from_utf8(&bytes).ok().filter(|_| !lost) else { return false };
    // A capital with a mark before a closing quotation mark, as in `UNITÉ”`, is a letter of UTF-8 by accident.
    let is_letter =
        |c: char| c.is_alphabetic() || matches!(c, '\u{2010}'..='\u{2026}' | '\u{20ac}' | '\u{a0}'..='\u{bf}');
    let is_latin = |c: char| matches!(c, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{20ac}');
    let beyond: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    beyond.iter().all(|&c| is_letter(c)) && (beyond.len() > 1 || beyond.iter().all(|&c| is_latin(c)))
}

/// The character a byte stands for in Windows-1252, which Latin-1 is a part of.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_either_way() {
        let source = SourceFile::decode("f", "αβγ\r\nδε\nζ".as_bytes()).unwrap();
        let place = source.location(source.text().find('ε').unwrap()..source.text().len());
        assert_eq!((place.line, place.column), (2, 2));
        assert_eq!(place.end, Position { line: 3, column: 2 });
        assert_eq!(place.excerpt, "δε");
        assert_eq!(source.location(999..1000).line, 3);
        assert_eq!(source.location(1..1).column, 1, "inside a character counts as its start");
        assert_eq!(SourceFile::decode("f", b"one\rtwo\r").unwrap().location(4..5).line, 2);
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let text = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let place = SourceFile::decode("f", text.as_bytes()).unwrap().location(500..501);
        assert_eq!(place.column, 501);
        assert_eq!(place.excerpt.chars().count(), EXCERPT_WIDTH + 2);
        assert_eq!(place.excerpt.chars().nth(place.caret - 1), Some('X'));
    }

    #[test]
    fn words_read_in_the_wrong_encoding_are_known() {
        let found = |text: &str| misread_word(text).and_then(|(at, _)| text.get(at).map(str::to_owned));
        assert_eq!(found("Un SÃ©minaire à Genève").as_deref(), Some("SÃ©minaire"));
        assert_eq!(found("lâ€™office").as_deref(), Some("lâ€™office"));
        assert_eq!(found("ÐœÐ¸Ñ€").as_deref(), Some("ÐœÐ¸Ñ€"));
        assert_eq!(found("C\u{f4}te, S\u{fffd}minaire").as_deref(), Some("S\u{fffd}minaire"));
        for text in ["Côte d’Ivoire", "“UNITÉ”", "PANAMÁ–QUITO", "Москва", "日本", "SÃO TOMÉ", "ÎLE", "ÉTÉ»"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let message = |bytes: &[u8]| SourceFile::decode("f", bytes).unwrap_err().message;
        assert!(message(b"\xFF\xFEa\0").contains("UTF-16"));
        assert!(message(b"a\0b\0c\0d\0").contains("UTF-16"));
        assert!(message(b"\xFF\xFE\0\0a\0\0\0").contains("UTF-32"));
        assert!(message(b"\xCF\xF0\xE8\xE2\xE5\xF2").contains("Windows-1251"));
        assert!(message(b"\0a\0b\0c\0d").contains("UTF-16"));
        assert!(message(b"caf\xE9 au lait").contains("stands for `é`"));
        assert!(message(b"\x80 100 more").contains("stands for `€`"));
        assert!(message(b"caf\xC3").contains("cut off"));
        let place = SourceFile::decode("f", "é\nTürkiye, \u{fffd}".replace('\u{fffd}', "").as_bytes());
        assert!(place.is_ok());
        let diagnostic = SourceFile::decode("f", b"one\n\xC3\xA9 caf\xE9\n").unwrap_err();
        let place = diagnostic.place.unwrap();
        assert_eq!((place.line, place.column, place.excerpt.as_str()), (2, 6, "é café"));
    }
}
