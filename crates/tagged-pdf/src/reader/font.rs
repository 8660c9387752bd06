//! Fonts: the text for which their glyphs stand (ISO 32000-1, 9.10.3).

use std::collections::BTreeMap;

use super::PdfFile;
use super::error::{FilePlace, ReadError};
use super::inflate::Budget;
use super::object::{Object, utf16_text};
use super::paint::{Widths, widths};

/// The largest number of bytes of all decompressed character maps; a Chinese face takes a tenth of a million.
const MOST_MAPPED: u64 = 16 << 20;

/// A font of the file.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let font = &file.fonts()?[0];
/// assert!(font.base_name.ends_with("Roboto-Regular"), "{}", font.base_name);
/// assert!(font.glyphs < 30, "only what is drawn is embedded");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontView<'a> {
    /// The name by which pages refer to it.
    pub name: String,
    /// The tag of its subset and its PostScript name, such as `MKGNZB+Roboto-Regular`.
    pub base_name: String,
    /// The number of its glyphs that stand for text.
    pub glyphs: usize,
    /// The texts for which they stand, from glyph 1.
    pub texts: Vec<Box<str>>,
    /// The font program as stored, compressed.
    pub program: &'a [u8],
}

/// The texts for which the glyphs of a font stand, from glyph 1.
#[derive(Debug)]
pub(super) struct CharacterMap(Vec<Box<str>>);

impl CharacterMap {
    pub(super) fn text(&self, glyph: u16) -> Option<&str> {
        self.0.get(usize::from(glyph).checked_sub(1)?).map(|text| &**text)
    }
}

impl<'a> PdfFile<'a> {
    /// Returns the fonts, sorted by name.
    ///
    /// # Errors
    ///
    /// Fails if a font is not embedded as by this crate.
    pub fn fonts(&self) -> Result<Vec<FontView<'a>>, ReadError> {
        let mut budget = Budget::of(MOST_MAPPED);
        let mut fonts = Vec::new();
        for (name, number) in self.font_numbers()? {
            let font = self.dictionary(number)?;
            let base_name = font.need("BaseFont", Object::name)?.to_owned();
            let descendant = font.need("DescendantFonts", |value| match value.array()? {
                [descendant] => descendant.reference(),
                _ => None,
            })?;
            let descriptor = self.dictionary(descendant)?.need("FontDescriptor", Object::reference)?;
            let (_, program) = self.stream(self.dictionary(descriptor)?.need("FontFile2", Object::reference)?)?;
            let texts = self.character_map(number, &mut budget)?.0;
            fonts.push(FontView { name: name.to_owned(), base_name, glyphs: texts.len(), texts, program });
        }
        Ok(fonts)
    }

    /// The texts for which the glyphs of all fonts stand.
    pub(super) fn character_maps(&self) -> Result<BTreeMap<&str, CharacterMap>, ReadError> {
        let mut budget = Budget::of(MOST_MAPPED);
        let numbers = self.font_numbers()?;
        numbers.into_iter().map(|(name, number)| Ok((name, self.character_map(number, &mut budget)?))).collect()
    }

    /// The widths of all fonts' glyphs.
    pub(super) fn font_widths(&self) -> Result<Widths<'_>, ReadError> {
        let mut all = Widths::new();
        for (name, number) in self.font_numbers()? {
            let descendant = self.dictionary(number)?.need("DescendantFonts", |value| match value.array()? {
                [descendant] => descendant.reference(),
                _ => None,
            })?;
            all.insert(name, self.dictionary(descendant)?.need("W", widths)?);
        }
        Ok(all)
    }

    /// Decompresses the program of a font.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be decompressed, or is larger than any font.
    pub fn font_program(font: &FontView<'_>) -> Result<Vec<u8>, ReadError> {
        const LARGEST: u64 = 64 << 20;
        Budget::of(LARGEST).inflate(font.program, FilePlace::Byte(0))
    }

    fn font_numbers(&self) -> Result<Vec<(&str, u32)>, ReadError> {
        self.named("Font")
    }

    fn character_map(&self, font: u32, budget: &mut Budget) -> Result<CharacterMap, ReadError> {
        let entries = self.dictionary(font)?;
        entries.is("Type", "Font")?;
        entries.is("Subtype", "Type0")?;
        entries.is("Encoding", "Identity-H")?;
        entries.only(&["Type", "Subtype", "BaseFont", "Encoding", "ToUnicode", "DescendantFonts"])?;
        let number = entries.need("ToUnicode", Object::reference)?;
        let (stream, packed) = self.stream(number)?;
        stream.is("Filter", "FlateDecode")?;
        let map = budget.inflate(packed, stream.at)?;
        let texts = str::from_utf8(&map).ok().and_then(texts);
        texts.map(CharacterMap).ok_or_else(|| wrong_map(stream.at))
    }
}

fn wrong_map(at: FilePlace) -> ReadError {
    ReadError::not_ours("a character map of another form", at)
}

/// The texts of glyphs 1, 2, 3 and so on, as listed by the writer of this crate.
fn texts(map: &str) -> Option<Vec<Box<str>>> {
    let mut lines = map.lines();
    lines.next().filter(|line| *line == "/CIDInit /ProcSet findresource begin")?;
    lines.by_ref().find(|line| *line == "endcodespacerange")?;
    let mut texts = Vec::new();
    loop {
        let line = lines.next()?;
        let Some(count) = line.strip_suffix(" beginbfchar") else {
            return (line == "endcmap").then_some(texts);
        };
        for _ in 0..count.parse::<u8>().ok()? {
            let (glyph, text) = lines.next()?.strip_prefix('<')?.strip_suffix('>')?.split_once("><")?;
            let next = u16::try_from(texts.len() + 1).ok()?;
            if u16::from_str_radix(glyph, 16) != Ok(next) {
                return None;
            }
            texts.push(utf16_text(&digits(text)?)?.into());
        }
        lines.next().filter(|line| *line == "endbfchar")?;
    }
}

fn digits(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(body: &str) -> Option<Vec<Box<str>>> {
        texts(&format!("/CIDInit /ProcSet findresource begin\nendcodespacerange\n{body}endcmap\nend"))
    }

    #[test]
    fn glyphs_are_read_in_order_and_text_is_utf_16() {
        let read = map("1 beginbfchar\n<0001><0061>\nendbfchar\n1 beginbfchar\n<0002><D83DDE000066>\nendbfchar\n");
        assert_eq!(read.unwrap(), ["a".into(), "😀f".into()] as [Box<str>; 2]);
    }

    #[test]
    fn other_maps_are_refused() {
        for wrong in [
            "1 beginbfchar\n<0002><0061>\nendbfchar\n",
            "2 beginbfchar\n<0001><0061>\nendbfchar\n",
            "1 beginbfchar\n<0001><D800>\nendbfchar\n",
            "1 beginbfchar\n<0001><006>\nendbfchar\n",
            "1 beginbfrange\n<0001><0002><0061>\nendbfrange\n",
        ] {
            assert!(map(wrong).is_none(), "{wrong}");
        }
    }
}
