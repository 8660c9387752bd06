//! What a note tells this program: that its row is right, although it does not look so.
//!
//! Most rows have a note, usually the number of a letter, so only these words have an effect.

use crate::{EntryId, LedgerEntry};

/// Whether a note says that its entry counts beside another: `beside O-1`.
pub(super) fn says_beside(entry: &LedgerEntry, other: &EntryId) -> bool {
    let mut pairs = pairs(entry.note.as_deref().unwrap_or_default());
    pairs.any(|(first, second)| first.eq_ignore_ascii_case("beside") && is_id(second, other))
}

/// Whether a note says that the worth of an entry in the currency of the totals is not known: `worth unknown`.
pub(super) fn says_worth_unknown(entry: &LedgerEntry) -> bool {
    note_says_unknown(entry.note.as_deref().unwrap_or_default(), "worth")
}

/// Whether a note says that something is not known, in two words such as `amount unknown`.
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

/// Each pair of consecutive words of a note.
fn pairs(note: &str) -> impl Iterator<Item = (&str, &str)> {
    note.split_whitespace().zip(note.split_whitespace().skip(1))
}

/// Whether a word is an id, possibly quoted and followed by punctuation.
fn is_id(word: &str, id: &EntryId) -> bool {
    const AROUND: [char; 17] = ['`', '"', '\'', '“', '”', '„', '«', '»', '‘', '’', '(', ')', '.', ',', ';', ':', '!'];
    word == id.as_str() || word.trim_matches(AROUND) == id.as_str()
}
