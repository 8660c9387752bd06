//! Entries of a ledger that could not be read.

use std::collections::BTreeSet;

use crate::LedgerEntry;

/// What is known about entries that could not be read: the words in them, which may be their own ids or those of other
/// entries.
///
/// ```
/// use briefing_model::UnreadEntries;
///
/// let mut unread = UnreadEntries::default();
/// assert!(!unread.may_mention("P-1"));
/// unread.mention("P-1");
/// assert!(unread.may_mention("P-1") && !unread.may_mention("P-2"));
/// unread.mention_anything();
/// assert!(unread.may_mention("P-2"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnreadEntries {
    words: BTreeSet<String>,
    anything: bool,
}

impl UnreadEntries {
    /// Notes a word of an unread entry.
    pub fn mention(&mut self, word: impl Into<String>) {
        self.words.insert(word.into());
    }

    /// Notes that not even the words of some entries are known.
    pub fn mention_anything(&mut self) {
        self.anything = true;
    }

    /// Whether an unread entry may contain a word.
    #[must_use]
    pub fn may_mention(&self, word: &str) -> bool {
        self.anything || self.words.contains(word)
    }

    /// Whether an unread entry may be about an entry, or the entry about an unread one.
    ///
    /// ```
    /// use briefing_model::{LedgerEntry, Receipt, UnreadEntries};
    ///
    /// let mut unread = UnreadEntries::default();
    /// unread.mention("P-1");
    /// let receipt = Receipt::on("P-1".parse()?, "USD 40".parse()?);
    /// let entry = LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-04-12".parse()?, receipt);
    /// assert!(unread.may_concern(&entry), "its pledge may be the row that could not be read");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn may_concern(&self, entry: &LedgerEntry) -> bool {
        let about = [entry.kind.about(), entry.kind.itemizes()];
        self.may_mention(entry.id.as_str()) || about.into_iter().flatten().any(|id| self.may_mention(id.as_str()))
    }
}
