//! A copy of a file with its slips mended, and the way back to the places of the file.

use std::ops::Range;

/// A stretch of a text and what is written in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mend {
    range: Range<usize>,
    with: String,
}

impl Mend {
    pub(super) fn replace(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// The copy.
pub(super) struct Mended {
    text: String,
    /// What was done, in order: where, how much was there before, and how much is there now.
    changes: Vec<(usize, usize, usize)>,
}

impl Mended {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), changes: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn apply(&mut self, mend: Mend) {
        let Mend { range, with } = mend;
        if self.text.get(range.clone()).is_some() {
            self.changes.push((range.start, range.len(), with.len()));
            self.text.replace_range(range, &with);
        }
    }

    /// Where a stretch of the copy is in the file.
    pub(super) fn original(&self, span: Range<usize>) -> Range<usize> {
        let back = |position: usize| {
            self.changes.iter().rev().fold(position, |at, &(start, before, after)| {
                if at >= start + after && at > start { at - after + before } else { at.min(start + before) }
            })
        };
        let start = back(span.start);
        start..back(span.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_again() {
        let mut mended = Mended::new("abc = x\ndef = y\n");
        mended.apply(Mend::replace(6..7, "\"long\""));
        mended.apply(Mend::insert(0, "[t]\n"));
        let at = mended.text().find("def").unwrap();
        assert_eq!(mended.original(at..at + 3), 8..11);
        mended.apply(Mend::remove(at..at + 8));
        assert_eq!(mended.original(4..7), 0..3);
    }
}
