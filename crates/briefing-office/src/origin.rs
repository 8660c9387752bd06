//! Where the texts of an office are written, for what shows only on the page.

use std::ops::Range;

use briefing_model::Origin;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::FileSpan;
use crate::source::SourceFile;
use crate::tree::within;

/// A text in a file: what the reader notes as the [`Origin`] of what it reads.
#[derive(Debug)]
pub(crate) struct WrittenText {
    source: SourceFile,
    span: Range<usize>,
}

impl WrittenText {
    pub(crate) fn new(source: &SourceFile, span: Range<usize>) -> Self {
        Self { source: source.clone(), span }
    }

    /// Where the first of a character stands in it; all of it where there is none, since a fact put it there.
    fn character(&self, character: char) -> FileSpan {
        let raw = self.source.text().get(self.span.clone()).unwrap_or_default();
        let value = DeValue::parse(raw).ok();
        let text = value.as_ref().and_then(|value| value.get_ref().as_str());
        let span = match text.and_then(|text| text.find(character)) {
            Some(at) => within(&self.source, &self.span, at..at + character.len_utf8()),
            None => self.span.clone(),
        };
        self.source.location(span)
    }
}

/// Where another key stands in the `[[item]]` that has a text of this origin, the keys of tables within it from the outside in; the
/// innermost of them that is there.
pub(crate) fn locate_beside(origin: &Origin, keys: &[String]) -> Option<FileSpan> {
    let written: &WrittenText = origin.get()?;
    let (root, _) = DeTable::parse_recoverable(written.source.text());
    let items = root.get_ref().get("item")?.get_ref().as_array()?;
    let tables = items.iter().filter_map(|item| item.get_ref().as_table());
    let mut table = tables.into_iter().find(|item| item.get("text").is_some_and(|text| text.span() == written.span));
    let mut span = None;
    for key in keys {
        let Some(value) = table.and_then(|table| table.get(key.as_str())) else { break };
        span = Some(value.span());
        table = value.get_ref().as_table();
    }
    span.map(|span| written.source.location(span))
}

/// Where a text was written that an office's reader gave its origin, and in it a character, if one is meant.
///
/// `None` for a text that was not read from the files of an office.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, locate, read_office};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office \u{1f680}'\n");
/// let (folder, _) = read_office(&files).into_parts();
/// let office = folder.unwrap().office;
/// let origin = office.data().name.origin(Language::En);
/// assert_eq!(locate(origin, None).unwrap().to_string(), "office.toml:3:8");
/// assert_eq!(locate(origin, Some('\u{1f680}')).unwrap().to_string(), "office.toml:3:16");
/// ```
#[must_use]
pub fn locate(origin: &Origin, character: Option<char>) -> Option<FileSpan> {
    let written: &WrittenText = origin.get()?;
    Some(match character {
        Some(character) => written.character(character),
        None => written.source.location(written.span.clone()),
    })
}
