//! Names of facts that are typed in another way than `{standing.pledged}`.

use std::ops::Range;

use briefing_model::{FactKind, FactName};

use crate::look_alike;
use crate::sheet::to_ascii;

/// Braces of other keyboards and of word processors.
const BRACES: [(char, char); 4] = [('｛', '｝'), ('﹛', '﹜'), ('❴', '❵'), ('⦃', '⦄')];

/// What stands around a name where somebody took it for the mark of a fact.
const BRACKETS: [(char, char); 9] = [
    ('(', ')'),
    ('（', '）'),
    ('［', '］'),
    ('【', '】'),
    ('<', '>'),
    ('《', '》'),
    ('‹', '›'),
    ('«', '»'),
    ('%', '%'),
];

/// How long what stands in braces may be, in bytes.
const LONGEST: usize = 200;

/// The name of a fact that was meant by what stands in braces: with capitals, blanks, letters of another width or alphabet, or other
/// marks between its words.
pub(super) fn meant(inside: &str) -> Option<String> {
    let dot = |c: char| if matches!(c, '。' | '｡' | '·' | '・') { '.' } else { to_ascii(c) };
    let plain: String = inside.chars().map(dot).collect();
    let plain = plain.trim_matches(|c: char| matches!(c, '{' | '}') || c.is_whitespace()).to_lowercase();
    let words =
        plain.split('.').map(|word| look_alike::first(word).map_or_else(|| word.to_owned(), |found| found.meant));
    let plain = words.collect::<Vec<_>>().join(".");
    if plain.contains('.') && plain.parse::<FactName>().is_ok() {
        return Some(plain);
    }
    let words =
        plain.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | '/' | '_' | '、' | '，'));
    let joined = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".");
    FactKind::of(&joined).map(|_| joined)
}

/// The brace that takes the place of the closing one of `{`, with the name that was meant, if a text goes on so.
pub(super) fn closed_otherwise(behind_brace: &str) -> Option<(char, String)> {
    let end = behind_brace.find(|c| BRACES.iter().any(|(_, close)| *close == c))?;
    let name = meant(behind_brace.get(..end)?)?;
    behind_brace.get(end..)?.chars().next().map(|close| (close, name))
}

/// The brace that takes the place of the opening one of `}`, with the name that was meant, if a text ends so.
pub(super) fn opened_otherwise(before_brace: &str) -> Option<(char, String)> {
    let (at, open) = before_brace.char_indices().rfind(|(_, c)| BRACES.iter().any(|(open, _)| open == c))?;
    meant(before_brace.get(at + open.len_utf8()..)?).map(|name| (open, name))
}

/// Where a text has names of facts that are printed as they are, with what stands around them; and the names.
pub(super) fn printed(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = in_braces(text);
    // Every name has a point within; few other words of a text have.
    let mut points = text.match_indices('.').chain(text.match_indices('．'));
    if !points.any(|(at, point)| text.get(at + point.len()..).is_some_and(|rest| rest.starts_with(is_letter))) {
        return found;
    }
    let is_part = |c: char| is_letter(c) || matches!(to_ascii(c), '.' | '-');
    let mut at = 0;
    for run in text.split_inclusive(|c| !is_part(c)) {
        let start = at;
        at += run.len();
        let is_end = |c: char| !is_letter(c);
        let start = start + (run.len() - run.trim_start_matches(is_end).len());
        let name = run.trim_matches(is_end);
        let end = start + name.len();
        if found.iter().any(|(stretch, _)| stretch.contains(&start)) {
            continue;
        }
        let neighbours = (text.get(..start), text.get(end..));
        let before = neighbours.0.and_then(|before| before.chars().next_back());
        let behind = neighbours.1.and_then(|behind| behind.chars().next());
        let bracket = |(open, close): &(char, char)| before == Some(*open) && behind == Some(*close);
        let bracketed = BRACKETS.iter().any(bracket);
        let name: String = name.chars().map(to_ascii).collect();
        // Without brackets, a capital begins a sentence that lacks its space.
        let name = if bracketed { name.to_lowercase() } else { name };
        // `office.name` is a domain as well.
        let first = name.split('.').next().unwrap_or_default();
        let is_fact =
            ["standing", "stated", "documented", "month", "units"].contains(&first) || (first == "office" && bracketed);
        // Parts of an address, and what is in braces, with or without a backslash.
        let apart = |c: Option<char>| !c.is_some_and(|c| matches!(c, '/' | '@' | '=' | '#' | '?' | '&' | '{' | '\\'));
        if is_fact && FactKind::of(&name).is_some() && apart(before) && apart(behind) {
            let width = |c: Option<char>| c.filter(|_| bracketed).map_or(0, char::len_utf8);
            found.push((start - width(before)..end + width(behind), name));
        }
    }
    found.sort_by_key(|(stretch, _)| stretch.start);
    found
}

/// Whether a character is a letter or a digit of a name, of any width.
fn is_letter(c: char) -> bool {
    to_ascii(c).is_ascii_alphanumeric()
}

/// Names in braces of other keyboards, whether or not there is such a fact.
fn in_braces(text: &str) -> Vec<(Range<usize>, String)> {
    let opening = BRACES.iter().flat_map(|(open, close)| text.match_indices(*open).map(move |at| (at, close)));
    let found = opening.filter_map(|((at, open), close)| {
        let inside = text.get(at + open.len()..)?;
        let inside = inside.get(..inside.find(*close)?).filter(|inside| inside.len() <= LONGEST)?;
        let name = meant(inside)?;
        Some((at..at + open.len() + inside.len() + close.len_utf8(), name))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(stretch, _)| stretch.start);
    found
}
