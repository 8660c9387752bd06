//! Marks as a language sets them, whatever was typed: keyboards have one apostrophe and one space.

use briefing_model::Language;

/// Between a guillemet, or a high mark, and the word it belongs to.
const NARROW: char = '\u{202F}';
/// Before a colon, in French.
const FIXED: char = '\u{A0}';

/// Words as they are printed: typographic apostrophes in languages of Latin and Cyrillic letters, and in French the spaces that belong to
/// guillemets and high marks, at which no line ends.
pub(crate) fn set(words: &str, language: Language) -> String {
    match language {
        Language::Ar | Language::Zh => words.to_owned(),
        Language::Fr => french_spaces(&apostrophes(words)),
        Language::En | Language::Es | Language::Ru => apostrophes(words),
    }
}

/// An apostrophe after a letter is one, and so is a closing quotation mark; but where something was quoted with the keyboard's
/// marks, only one between two letters is.
fn apostrophes(words: &str) -> String {
    if !words.contains('\'') {
        return words.to_owned();
    }
    let starts_word = |at: usize, after: &str| {
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric) && after.chars().next().is_some_and(char::is_alphanumeric)
    };
    let rest = |at: usize| words.get(at + 1..).unwrap_or_default();
    let quoted = words.match_indices('\'').any(|(at, _)| starts_word(at, rest(at)));
    let mut set = String::with_capacity(words.len());
    let mut before: Option<char> = None;
    for (at, c) in words.char_indices() {
        let joins = rest_starts_with_letter(words, at + c.len_utf8());
        let is_apostrophe = c == '\'' && before.is_some_and(char::is_alphabetic) && (joins || !quoted);
        set.push(if is_apostrophe { '’' } else { c });
        before = Some(c);
    }
    set
}

fn rest_starts_with_letter(words: &str, at: usize) -> bool {
    words.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic)
}

fn french_spaces(words: &str) -> String {
    let mut set = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    let mut opened = false;
    while let Some(c) = letters.next() {
        if c != ' ' && c != FIXED {
            opened = c == '«';
            set.push(c);
            continue;
        }
        // Words that begin with a space stand behind others, which are in bold or a link.
        let ends = set.chars().next_back().is_none_or(|before| !before.is_whitespace());
        match letters.peek() {
            _ if opened => set.push(NARROW),
            Some('»' | ';' | '!' | '?') if ends => set.push(NARROW),
            Some(':') if ends => set.push(FIXED),
            _ => set.push(c),
        }
        opened = false;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_are_set() {
        for (typed, set_as) in [
            ("Lao People's Democratic Republic", "Lao People’s Democratic Republic"),
            ("Member States' contributions", "Member States’ contributions"),
            ("the 'Blue' book's cover", "the 'Blue' book’s cover"),
            ("5' 6\", and 'tis", "5' 6\", and 'tis"),
            ("Côte d’Ivoire", "Côte d’Ivoire"),
        ] {
            assert_eq!(set(typed, Language::En), set_as);
        }
        assert_eq!(set("Кот-д'Ивуар", Language::Ru), "Кот-д’Ивуар");
        assert_eq!(set("People's", Language::Zh), "People's");
    }

    #[test]
    fn french_marks_keep_their_words() {
        for (typed, set_as) in [
            ("dit « oui » à l'ONU", "dit «\u{202F}oui\u{202F}» à l’ONU"),
            ("«\u{A0}oui\u{A0}» ; non ! qui ?", "«\u{202F}oui\u{202F}»\u{202F}; non\u{202F}! qui\u{202F}?"),
            ("Trois pays : deux", "Trois pays\u{A0}: deux"),
            ("«oui»; «\u{202F}non\u{202F}»", "«oui»; «\u{202F}non\u{202F}»"),
            ("12 h, 10\u{A0}000 dollars", "12 h, 10\u{A0}000 dollars"),
            (" », dit-il ; puis", "\u{202F}», dit-il\u{202F}; puis"),
            (" : deux", "\u{A0}: deux"),
            (" et trois", " et trois"),
        ] {
            assert_eq!(set(typed, Language::Fr), set_as);
            assert_eq!(set(set_as, Language::Fr), set_as, "set twice");
        }
        assert_eq!(set("dit « oui »", Language::En), "dit « oui »");
    }
}
