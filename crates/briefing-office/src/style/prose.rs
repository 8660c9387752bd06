//! A text without its marks, and the way back to how it is written.

use std::ops::Range;
use std::str::CharIndices;

use crate::read::html_length;
use crate::sheet::is_currency_sign;

/// What stands for a fact, a foreign word or an official name: a letter of none of the rules.
pub(super) const STAND_IN: char = '\u{FFFC}';

/// The words of a text.
pub(super) struct Prose {
    text: String,
    /// Where each byte of the text is in what was written; the last one is the end.
    places: Vec<usize>,
    pub(super) links: Vec<ProseLink>,
}

/// A link: its words, and where it leads.
pub(super) struct ProseLink {
    pub(super) words: Range<usize>,
    pub(super) target: String,
}

impl Prose {
    /// Of a text with marks.
    pub(super) fn of(written: &str) -> Self {
        let mut prose = Self { text: String::new(), places: Vec::new(), links: Vec::new() };
        prose.read(written);
        prose.places.push(written.len());
        prose
    }

    /// Of a text without marks.
    pub(super) fn plain(written: &str) -> Self {
        Self { text: written.to_owned(), places: (0..=written.len()).collect(), links: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the words is in what was written.
    pub(super) fn written(&self, stretch: &Range<usize>) -> Range<usize> {
        let at = |place: usize| self.places.get(place).or(self.places.last()).copied().unwrap_or_default();
        let last = stretch.end.checked_sub(1).map_or(0, |last| at(last) + 1);
        at(stretch.start)..last.max(at(stretch.start))
    }

    /// With each of these names replaced by something that no rule looks at, of the same length.
    pub(super) fn without(mut self, names: &[String]) -> Self {
        for name in names.iter().filter(|name| !name.is_empty()) {
            let mut from = 0;
            while let Some(at) = self.text.get(from..).and_then(|rest| rest.find(name.as_str())).map(|at| from + at) {
                let end = at + name.len();
                let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                let before = self.text.get(..at).and_then(|text| text.chars().next_back());
                let behind = self.text.get(end..).and_then(|text| text.chars().next());
                if whole(before) && whole(behind) {
                    // Bytes stay where they are; a name is read as one capitalized word.
                    let hidden: String = std::iter::once('Z').chain(std::iter::repeat_n('z', name.len() - 1)).collect();
                    self.text.replace_range(at..end, &hidden);
                }
                from = end;
            }
        }
        self
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    fn read(&mut self, written: &str) {
        // Where the words of the open brackets begin.
        let mut open: Vec<usize> = Vec::new();
        let mut letters = written.char_indices();
        while let Some((at, c)) = letters.next() {
            let rest = written.get(at + c.len_utf8()..).unwrap_or_default();
            match c {
                '*' => {}
                // That these are printed is reported elsewhere.
                '|' => match table_row(written, at) {
                    Some(length) => skip_to(&mut letters, at + length),
                    None => self.push(c, at),
                },
                '<' | '&' => match html_length(written.get(at..).unwrap_or_default()) {
                    Some(length) => {
                        // A character, of whichever kind.
                        if c == '&' {
                            self.push(STAND_IN, at);
                        }
                        skip_to(&mut letters, at + length);
                    }
                    None => self.push(c, at),
                },
                '\\' => {
                    if let Some((at, escaped)) = letters.next() {
                        self.push(escaped, at);
                    }
                }
                '[' => open.push(self.text.len()),
                ']' => {
                    let start = open.pop().unwrap_or(self.text.len());
                    let close = if rest.starts_with('(') { ')' } else { '}' };
                    let length = if rest.starts_with(['(', '{']) { rest.find(close) } else { None };
                    let Some(length) = length else { continue };
                    let inside = rest.get(1..length).unwrap_or_default();
                    if close == ')' {
                        let words = start..self.text.len();
                        self.links.push(ProseLink { words, target: inside.to_owned() });
                    } else {
                        self.hide(start);
                    }
                    skip_to(&mut letters, at + 2 + length);
                }
                '{' => {
                    let length = rest.find('}').unwrap_or(rest.len());
                    self.push(STAND_IN, at);
                    skip_to(&mut letters, at + 2 + length);
                }
                c if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' => {
                    if !self.text.ends_with(' ') && !self.text.is_empty() {
                        self.push(' ', at);
                    }
                }
                c => self.push(c, at),
            }
        }
    }

    /// Takes the words from there on, which are of another language, for one.
    fn hide(&mut self, start: usize) {
        let place = self.places.get(start).copied().unwrap_or_default();
        if start < self.text.len() {
            self.text.truncate(start);
            self.places.truncate(start);
            self.push(STAND_IN, place);
        }
    }

    /// The sentences, each from its first letter to its last mark.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        let mut letters = self.text.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let end = at + c.len_utf8();
            let next = letters.peek().map(|&(_, c)| c);
            let ends = matches!(c, '.' | '!' | '?') && next.is_none_or(|c| matches!(c, ' ' | '”' | '"' | ')'));
            let follows = self.text.get(end..).unwrap_or_default().trim_start_matches(['”', '"', ')', ' ']);
            let begins_next = follows.chars().next().is_none_or(|c| !c.is_lowercase());
            if ends && begins_next && !is_abbreviation(self.text.get(start..at).unwrap_or_default()) {
                sentences.push(start..end);
                start = self.text.len() - follows.len();
            }
        }
        if self.text.get(start..).is_some_and(|rest| !rest.trim().is_empty()) {
            sentences.push(start..self.text.len());
        }
        sentences
    }
}

/// Goes on behind what has been read already.
fn skip_to(letters: &mut CharIndices<'_>, end: usize) {
    while letters.offset() < end && letters.next().is_some() {}
}

/// The length of the row of a table that begins with a bar there.
fn table_row(written: &str, at: usize) -> Option<usize> {
    let begins = written.get(..at)?.rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
    let row = written.get(at..)?.lines().next()?.trim_end();
    (begins && row.len() > 1 && row.ends_with('|')).then_some(row.len())
}

/// Whether a point behind this belongs to a shortened word.
fn is_abbreviation(before: &str) -> bool {
    const SHORT: [&str; 13] = ["Fr", "Mr", "Mrs", "Ms", "Dr", "No", "St", "vs", "e.g", "i.e", "Nos", "para", "art"];
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    SHORT.contains(&word) || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// The words of a stretch of a text with their places, without the marks around them.
pub(super) fn words(text: &str, stretch: Range<usize>) -> Vec<(Range<usize>, &str)> {
    let part = text.get(stretch.clone()).unwrap_or_default();
    let mut words = Vec::new();
    let mut at = stretch.start;
    for piece in part.split([' ', '\u{a0}', '\u{202f}', '—']) {
        let is_edge = |c: char| {
            !c.is_alphanumeric() && !matches!(c, '%' | STAND_IN) && !is_currency_sign(c.encode_utf8(&mut [0; 4]))
        };
        let inner = piece.trim_start_matches(is_edge);
        let start = at + piece.len() - inner.len();
        let inner = inner.trim_end_matches(is_edge);
        if !inner.is_empty() {
            words.push((start..start + inner.len(), inner));
        }
        let separator = text.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        at += piece.len() + separator;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_where_they_are_written() {
        let written = "**Big** [news \\*here\\*](https://a.b/c) of {standing.pledged}\n and [mots]{lang=fr} end.";
        let prose = Prose::of(written);
        assert_eq!(prose.text(), "Big news *here* of \u{fffc} and \u{fffc} end.");
        let at = prose.text().find("end").unwrap();
        assert_eq!(written.get(prose.written(&(at..at + 3))), Some("end"));
        assert_eq!(prose.links[0].target, "https://a.b/c");
        assert_eq!(prose.text().get(prose.links[0].words.clone()), Some("news *here*"));
    }

    #[test]
    fn tables_and_html_are_no_words() {
        assert_eq!(Prose::of("| 1 | 2 |\n<b>Big</b> R&amp;D, A&B <5 a|b").text(), "Big R\u{fffc}D, A&B <5 a|b");
    }

    #[test]
    fn sentences_end_where_they_end() {
        let prose = Prose::of("Mr. A. Person met No. 5 today. “It is 3.5 per cent.” He left e.g. at noon. Why? End");
        let sentences: Vec<_> = prose.sentences().into_iter().map(|it| prose.text().get(it).unwrap()).collect();
        assert_eq!(
            sentences,
            ["Mr. A. Person met No. 5 today.", "“It is 3.5 per cent.", "He left e.g. at noon.", "Why?", "End"]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(written in "[a-c*\\[\\](){}\\\\. é\n%0-9]{0,60}") {
            let prose = Prose::of(&written).without(&["a".to_owned()]);
            for sentence in prose.sentences() {
                for (stretch, word) in words(prose.text(), sentence) {
                    proptest::prop_assert_eq!(prose.text().get(stretch.clone()), Some(word));
                    proptest::prop_assert!(prose.written(&stretch).end <= written.len());
                }
            }
        }
    }
}
