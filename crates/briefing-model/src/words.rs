//! The words in which two texts differ.

use briefing_derive::Record;
use serde::Serialize;

use crate::textual::is_folding_space;

/// A stretch in the comparison of two texts.
///
/// ```
/// use briefing_model::{WordChange, word_changes};
///
/// let changes = word_changes("A visit to Rabat.", "A visit to Sal.");
/// assert_eq!(changes, [
///     WordChange::Same("A visit to".to_owned()),
///     WordChange::Removed("Rabat.".to_owned()),
///     WordChange::Added("Sal.".to_owned()),
/// ]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WordChange {
    /// Words in both texts.
    Same(String),
    /// Words only in the first text.
    Removed(String),
    /// Words only in the second text.
    Added(String),
}

/// The position, in bytes, at which a word occurs in a text by itself and not as part of a longer one.
///
/// ```
/// use briefing_model::whole_word;
///
/// assert_eq!(whole_word("EUROPE, EU", "EU"), Some(8));
/// assert_eq!(whole_word("EUROPE", "EU"), None);
/// assert_eq!(whole_word("由反恐办主办", "反恐办"), Some(3));
/// ```
#[must_use]
pub fn whole_word(text: &str, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    // Most texts do not contain the word, and that is found out many letters at a time; its position is not.
    if !text.contains(word) {
        return None;
    }
    text.match_indices(first).map(|(start, _)| start).find(|&start| {
        let (before, found) = text.split_at(start);
        let Some(after) = found.strip_prefix(word) else { return false };
        // Chinese has no spaces between words.
        let joins = |letter: char| letter.is_alphanumeric() && letter < '\u{2e80}';
        let apart =
            |neighbour: Option<char>, edge: Option<char>| !(neighbour.is_some_and(joins) && edge.is_some_and(joins));
        apart(before.chars().next_back(), word.chars().next()) && apart(after.chars().next(), word.chars().next_back())
    })
}

/// The greatest number of pairs of words that are compared one by one. With more, everything between the words that
/// both texts begin and end with counts as replaced.
const MOST_PAIRS: usize = 4_000_000;

/// Compares two texts word by word: a shortest way from the first to the second.
///
/// The words of the first text are those of `Same` and `Removed`, in order, and those of the second are those of `Same`
/// and `Added`. Adjacent stretches are of different kinds. Words are separated by white space at which a line may
/// break, so `1 200` in French is one word; in writing without such space, such as Chinese, each character is a word.
///
/// ```
/// use briefing_model::{WordChange, word_changes};
///
/// assert_eq!(word_changes("one two", "one two"), [WordChange::Same("one two".to_owned())]);
/// assert!(word_changes("", "").is_empty());
/// assert_eq!(word_changes("二〇二五", "二〇二六").len(), 3);
/// ```
#[must_use]
pub fn word_changes(before: &str, after: &str) -> Vec<WordChange> {
    let (old, new) = (words(before), words(after));
    let same = |pair: &(&Word<'_>, &Word<'_>)| pair.0.text == pair.1.text;
    let head = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(same).count();
    let mut changes = Changes::default();
    old.iter().take(head).for_each(|word| changes.push(WordKind::Same, word));
    let middle = (head..old.len() - tail, head..new.len() - tail);
    between(old.get(middle.0).unwrap_or_default(), new.get(middle.1).unwrap_or_default(), &mut changes);
    old.iter().skip(old.len() - tail).for_each(|word| changes.push(WordKind::Same, word));
    changes.done
}

/// A word, and whether white space precedes it.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    spaced: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for part in text.split(is_folding_space).filter(|part| !part.is_empty()) {
        let mut spaced = true;
        let mut start = 0;
        for (at, c) in part.char_indices() {
            if !is_unspaced(c) {
                continue;
            }
            let end = at + c.len_utf8();
            for piece in
                [part.get(start..at), part.get(at..end)].into_iter().flatten().filter(|piece| !piece.is_empty())
            {
                words.push(Word { text: piece, spaced });
                spaced = false;
            }
            start = end;
        }
        if let Some(piece) = part.get(start..).filter(|piece| !piece.is_empty()) {
            words.push(Word { text: piece, spaced });
        }
    }
    words
}

/// Han and kana, and their punctuation.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Compares the words between the common beginning and end of two texts by their longest common subsequence.
fn between(old: &[Word<'_>], new: &[Word<'_>], changes: &mut Changes) {
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST_PAIRS {
        old.iter().for_each(|word| changes.push(WordKind::Removed, word));
        new.iter().for_each(|word| changes.push(WordKind::Added, word));
        return;
    }
    let width = new.len() + 1;
    // The length of the longest common subsequence of what follows each pair of positions.
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    let at =
        |longest: &[u32], row: usize, column: usize| longest.get(row * width + column).copied().unwrap_or_default();
    for (row, one) in old.iter().enumerate().rev() {
        for (column, other) in new.iter().enumerate().rev() {
            let length = if one.text == other.text {
                at(&longest, row + 1, column + 1) + 1
            } else {
                at(&longest, row + 1, column).max(at(&longest, row, column + 1))
            };
            if let Some(cell) = longest.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(one), Some(other)) if one.text == other.text => {
                changes.push(WordKind::Same, one);
                (row, column) = (row + 1, column + 1);
            }
            // Removed words precede those that replace them.
            (Some(one), other) if other.is_none() || at(&longest, row + 1, column) >= at(&longest, row, column + 1) => {
                changes.push(WordKind::Removed, one);
                row += 1;
            }
            (_, Some(other)) => {
                changes.push(WordKind::Added, other);
                column += 1;
            }
            (_, None) => return,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Same,
    Removed,
    Added,
}

#[derive(Default)]
struct Changes {
    done: Vec<WordChange>,
}

impl Changes {
    fn push(&mut self, kind: WordKind, word: &Word<'_>) {
        let text = match (self.done.last_mut(), kind) {
            (Some(WordChange::Same(text)), WordKind::Same)
            | (Some(WordChange::Removed(text)), WordKind::Removed)
            | (Some(WordChange::Added(text)), WordKind::Added) => text,
            _ => {
                let text = word.text.to_owned();
                self.done.push(match kind {
                    WordKind::Same => WordChange::Same(text),
                    WordKind::Removed => WordChange::Removed(text),
                    WordKind::Added => WordChange::Added(text),
                });
                return;
            }
        };
        if word.spaced {
            text.push(' ');
        }
        text.push_str(word.text);
    }
}

#[cfg(test)]
mod tests {
    use super::whole_word;

    #[test]
    fn acronyms_are_found_as_whole_words() {
        assert_eq!(whole_word("for the EU and", "EU"), Some(8));
        assert_eq!(whole_word("EUROPE, EU", "EU"), Some(8));
        assert_eq!(whole_word("UNOCT/UNCCT", "UNCCT"), Some(6));
        assert_eq!(whole_word("EUROPE", "EU"), None);
        assert_eq!(whole_word("由反恐办主办", "反恐办"), Some(3));
        assert_eq!(whole_word("anything", ""), None);
    }
}
