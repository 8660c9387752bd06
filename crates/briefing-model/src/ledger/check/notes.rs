//! What a note says to this program: that its row is right, where it looks as if it were not.
//!
//! Most rows have a note, the number of a letter as a rule, so that only these words count.

use crate::{EntryId, LedgerEntry};

/// Whether a note says that its entry counts beside another: `beside O-1`.
pub(super) fn says_beside(entry: &LedgerEntry, other: &EntryId) -> bool {
    pairs(entry).any(|(first, second)| first.eq_ignore_ascii_case("beside") && is_id(second, other))
}

/// Whether a note says that nobody knows what an entry is worth in the currency of the totals: `worth unknown`.
pub(super) fn says_worth_unknown(entry: &LedgerEntry) -> bool {
    let is = |word: &str, wanted: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case(wanted);
    pairs(entry).any(|(first, second)| is(first, "worth") && is(second, "unknown"))
}

/// Each two words of a note that follow each other.
fn pairs(entry: &LedgerEntry) -> impl Iterator<Item = (&str, &str)> {
    let words = || entry.note.as_deref().unwrap_or_default().split_whitespace();
    words().zip(words().skip(1))
}

/// Whether a word is an id, perhaps quoted, and with what ends a sentence or part of one behind it.
fn is_id(word: &str, id: &EntryId) -> bool {
    const AROUND: [char; 17] = ['`', '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '(', ')', '.', ',', ';', ':', '!'];
    word == id.as_str() || word.trim_matches(AROUND) == id.as_str()
}
