//! What a note says to this program: that its row is right, where it looks as if it were not.
//!
//! Most rows have a note, the number of a letter as a rule, so that only these words count.

use crate::{EntryId, LedgerEntry};

/// Whether a note says that its entry counts beside another: `beside O-1`.
pub(super) fn says_beside(entry: &LedgerEntry, other: &EntryId) -> bool {
    let mut pairs = pairs(entry.note.as_deref().unwrap_or_default());
    pairs.any(|(first, second)| first.eq_ignore_ascii_case("beside") && is_id(second, other))
}

/// Whether a note says that nobody knows what an entry is worth in the currency of the totals: `worth unknown`.
pub(super) fn says_worth_unknown(entry: &LedgerEntry) -> bool {
    note_says_unknown(entry.note.as_deref().unwrap_or_default(), "worth")
}

/// Whether the note of an entry says of something that nobody knows it, in two words such as `amount unknown`.
///
/// ```
/// use briefing_model::note_says_unknown;
///
/// assert!(note_says_unknown("Letter of 10 April: amount unknown.", "amount"));
/// assert!(!note_says_unknown("The amount is unknown", "amount"));
/// ```
#[must_use]
pub fn note_says_unknown(note: &str, what: &str) -> bool {
    let is = |word: &str, wanted: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case(wanted);
    pairs(note).any(|(first, second)| is(first, what) && is(second, "unknown"))
}

/// Each two words of a note that follow each other.
fn pairs(note: &str) -> impl Iterator<Item = (&str, &str)> {
    note.split_whitespace().zip(note.split_whitespace().skip(1))
}

/// Whether a word is an id, perhaps quoted, and with what ends a sentence or part of one behind it.
fn is_id(word: &str, id: &EntryId) -> bool {
    const AROUND: [char; 17] = ['`', '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '(', ')', '.', ',', ';', ':', '!'];
    word == id.as_str() || word.trim_matches(AROUND) == id.as_str()
}
