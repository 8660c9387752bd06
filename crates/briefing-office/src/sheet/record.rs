//! One row of a table: its cells, one after the other in one piece of memory that the next row uses again.

use std::borrow::Cow;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use memchr::memchr;

/// White space for Unicode, and not for ASCII.
const VERTICAL_TAB: u8 = 0x0B;

/// The cells of a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Record {
    /// Forgets the row before.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Adds bytes to the cell that is being written.
    pub(crate) fn push_bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Ends the cell that is being written.
    pub(crate) fn end_cell(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// Adds a whole cell.
    pub(crate) fn push(&mut self, cell: &str) {
        self.push_bytes(cell.as_bytes());
        self.end_cell();
    }

    /// Puts letters and the marks on them together (NFC), as in every other file, and leaves out byte order marks within: the same
    /// name is to be the same text. Cells that are not UTF-8 stay as they are.
    pub(crate) fn normalize(&mut self) {
        if self.bytes.is_ascii() {
            return;
        }
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let plain = |text: &str| nfc.is_normalized(text) && !text.contains('\u{feff}');
        if self.iter().all(|cell| std::str::from_utf8(cell).is_ok_and(plain)) {
            return;
        }
        let mut record = Self::default();
        for cell in self.iter() {
            match std::str::from_utf8(cell) {
                Ok(text) => record.push(&nfc.normalize(&text.replace('\u{feff}', ""))),
                Err(_) => {
                    record.push_bytes(cell);
                    record.end_cell();
                }
            }
        }
        *self = record;
    }

    /// How many cells the row has.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell.
    pub(crate) fn get(&self, at: usize) -> Option<&[u8]> {
        self.bytes.get(self.range(at)?)
    }

    /// Where a cell stands in the text of all.
    pub(crate) fn range(&self, at: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(at)?;
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        Some(start..end)
    }

    /// The text of all cells, one after the other, where it is ASCII, and what is blank in it is so by ASCII's rules.
    pub(crate) fn plain(&self) -> Option<&str> {
        let is_plain = self.bytes.is_ascii() && memchr(VERTICAL_TAB, &self.bytes).is_none();
        std::str::from_utf8(&self.bytes).ok().filter(|_| is_plain)
    }

    /// A cell as text, whatever its bytes; empty where there is none.
    pub(crate) fn text(&self, at: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.get(at).unwrap_or_default())
    }

    /// The cells in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Whether no cell says anything.
    pub(crate) fn is_blank(&self) -> bool {
        self.bytes.trim_ascii().is_empty()
    }

    /// Whether a cell says nothing, or is not there.
    pub(crate) fn is_blank_at(&self, at: usize) -> bool {
        self.get(at).is_none_or(|cell| cell.trim_ascii().is_empty())
    }

    /// Drops blank cells at the end beyond a width.
    pub(crate) fn trim_to(&mut self, width: usize) {
        while self.len() > width && self.is_blank_at(self.len() - 1) {
            self.ends.pop();
        }
        self.bytes.truncate(self.ends.last().copied().unwrap_or_default());
    }

    /// Adds blank cells up to a width.
    pub(crate) fn fill_to(&mut self, width: usize) {
        self.ends.resize(width.max(self.ends.len()), self.bytes.len());
    }
}
