//! The punctuation and spaces that a language requires, whatever was typed: keyboards have one apostrophe and one space.

use std::ops::Range;

use briefing_model::Language;

use crate::bound::bound;
use crate::numbers::{NARROW, NO_BREAK};

/// Words as they are printed: with typographic apostrophes and quotation marks in languages in Latin and Cyrillic script; in French, with
/// the spaces inside guillemets and before high punctuation; and in every language, with no-break spaces within a number and before its
/// unit.
pub(crate) fn set(words: &str, language: Language) -> String {
    let set = match language {
        Language::Ar => spaces_of_numbers(words.to_owned(), NO_BREAK),
        Language::Zh => spaces_of_numbers(without_line_ends(words), NO_BREAK),
        Language::Fr => {
            french_spaces(&spaces_of_numbers(quotes(apostrophes(words), ["«\u{202F}", "\u{202F}»"]), NARROW))
        }
        Language::Ru => spaces_of_numbers(quotes(apostrophes(words), ["«", "»"]), NO_BREAK),
        Language::En | Language::Es => spaces_of_numbers(quotes(apostrophes(words), ["“", "”"]), NO_BREAK),
    };
    bound(set, language)
}

/// Chinese words without the spaces that resulted from line ends in a file: Chinese has no space between two of its own characters.
fn without_line_ends(words: &str) -> String {
    let mut set = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let is_between = c == ' '
            && set.chars().next_back().is_some_and(is_chinese)
            && letters.peek().copied().is_some_and(is_chinese);
        if !is_between {
            set.push(c);
        }
    }
    set
}

/// Whether Chinese sets a character without spaces: ideographs and the punctuation used with them.
const fn is_chinese(c: char) -> bool {
    matches!(
        c,
        '\u{3001}'..='\u{303F}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF01}'..='\u{FF60}'
            | '\u{20000}'..='\u{3FFFF}'
            | '“' | '”' | '‘' | '’' | '…' | '—'
    )
}

/// Replaces straight quotation marks with those of the language, if every opening mark is closed. Otherwise the words are unchanged: a mark
/// after a figure may stand for inches, and the other mark of a pair may be in bold words or a link.
fn quotes(words: String, [opening, closing]: [&str; 2]) -> String {
    if !words.contains('"') {
        return words;
    }
    let mut set = String::with_capacity(words.len() + 8);
    let mut open = false;
    let mut before: Option<char> = None;
    for (at, c) in words.char_indices() {
        if c != '"' {
            set.push(c);
            before = Some(c);
            continue;
        }
        let after = words.get(at + 1..).and_then(|rest| rest.chars().next());
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let opens = blank(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '’'));
        let quotes_something = !blank(after) && after != Some('"');
        if open == opens || open && after.is_some_and(char::is_alphanumeric) || !open && !quotes_something {
            return words;
        }
        set.push_str(if open { closing } else { opening });
        open = !open;
        before = Some(c);
    }
    if open { words } else { set }
}

/// Replaces the spaces between the thousands of a number, and before its per cent sign, with no-break spaces. At most three digits may
/// precede the first space, so that a year is not joined to the number after it.
fn spaces_of_numbers(words: String, thousands: char) -> String {
    let is_space = |c: char| c == ' ' || c == NO_BREAK;
    if !words.contains(is_space) || !words.contains(|c: char| c.is_ascii_digit()) {
        return words;
    }
    let letters: Vec<char> = words.chars().collect();
    let telephones = telephones(&letters);
    let figures = |from: usize| letters.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let mut set = String::with_capacity(words.len());
    // The number of digits before this place, and whether they continue a number that has been joined.
    let (mut run, mut bound, mut fresh) = (0, false, true);
    for (at, &c) in letters.iter().enumerate() {
        if c.is_ascii_digit() {
            run += 1;
            set.push(c);
            continue;
        }
        if is_space(c) && telephones.iter().any(|telephone| telephone.contains(&at)) {
            set.push(NO_BREAK);
            (run, bound, fresh) = (0, false, false);
            continue;
        }
        let binds = is_space(c) && run > 0 && ((fresh && run <= 3) || (bound && run == 3)) && figures(at + 1) == 3;
        let percent = is_space(c) && run > 0 && letters.get(at + 1) == Some(&'%');
        set.push(match (binds, percent) {
            (true, _) if c == ' ' => thousands,
            (_, true) if c == ' ' => NO_BREAK,
            _ => c,
        });
        (bound, fresh) = (binds, !binds && !matches!(c, '.' | ','));
        run = 0;
    }
    set
}

/// The telephone numbers in a text: groups of digits after a plus sign or a zero, with which no other number of several groups begins.
fn telephones(letters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(&c) = letters.get(start) {
        let before = start.checked_sub(1).and_then(|at| letters.get(at));
        let apart = before.is_none_or(|&c| c.is_whitespace() || is_chinese(c) || matches!(c, '(' | ':' | '،' | '/'));
        let length =
            if apart && matches!(c, '+' | '0' | '(') { telephone(letters.get(start..).unwrap_or_default()) } else { 0 };
        if length > 0 {
            found.push(start..start + length);
        }
        start += length.max(1);
    }
    found
}

/// The length in characters of the telephone number at the start of a text; zero if there is none.
fn telephone(letters: &[char]) -> usize {
    let opens = letters.first() == Some(&'(');
    let first = letters.get(usize::from(opens));
    let (mut figures, mut groups, mut end) = (0, 0, 0);
    let mut before = ' ';
    for (at, &c) in letters.iter().enumerate() {
        let goes_on = match c {
            '0'..='9' => true,
            '+' => at == usize::from(opens),
            '(' => at == 0 || before != '(' && before != ')',
            ')' => before.is_ascii_digit(),
            ' ' | NO_BREAK | NARROW | '-' => before.is_ascii_digit() || before == ')',
            _ => false,
        };
        if !goes_on {
            break;
        }
        if c.is_ascii_digit() {
            groups += usize::from(!before.is_ascii_digit());
            figures += 1;
            end = at + 1;
        }
        before = c;
    }
    let least = match first {
        Some('+') => 2,
        Some('0') => 3,
        _ => return 0,
    };
    let next = letters.get(end);
    let whole = next.is_none_or(|&c| is_chinese(c) || !c.is_alphanumeric() && c != '%');
    if (7..=15).contains(&figures) && groups >= least && whole { end } else { 0 }
}

/// Replaces the straight single marks that are apostrophes: those after a letter, closing single quotation marks included; but, if
/// something is quoted with straight single marks, only those between two letters.
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
        if c != ' ' && c != NO_BREAK {
            opened = c == '«';
            set.push(c);
            continue;
        }
        // Words that begin with a space follow others, in bold or in a link.
        let ends = set.chars().next_back().is_none_or(|before| !before.is_whitespace());
        match letters.peek() {
            _ if opened => set.push(NARROW),
            Some('»' | ';' | '!' | '?') if ends => set.push(NARROW),
            Some(':') if ends => set.push(NO_BREAK),
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
    fn a_telephone_number_is_one_thing() {
        for (typed, set_as) in [
            ("call +41 22 917 12 34, or", "call +41~22~917~12~34, or"),
            ("+1 (212) 963-1234", "+1~(212)~963-1234"),
            ("022 917 12 34 or 0800 123 456", "022~917~12~34 or 0800~123~456"),
            ("(022) 917 12 34", "(022)~917~12~34"),
            ("1 234 567 of 0 to 5", "1~234~567 of 0 to 5"),
            ("+5 100 or 0 200 300", "+5~100 or 0~200~300"),
            ("on 05 04 of 2025", "on 05 04 of 2025"),
        ] {
            for language in [Language::Ar, Language::En, Language::Ru] {
                assert_eq!(set(typed, language).replace(NO_BREAK, "~"), set_as);
            }
        }
        assert_eq!(set("+41 22 917 12 34", Language::Fr), "+41 22 917 12 34".replace(' ', "\u{a0}"));
        for (typed, set_as) in [
            ("电话+44 20 7946 0958转12", "电话+44~20~7946~0958转12"),
            ("电话：(022) 917 12 34。", "电话：(022)~917~12~34。"),
            ("拨打0800 123 456或022 917 12 34", "拨打0800~123~456或022~917~12~34"),
            ("增加+5 100人", "增加+5~100人"),
        ] {
            assert_eq!(set(typed, Language::Zh).replace(NO_BREAK, "~"), set_as);
        }
    }

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
    fn line_ends_of_a_file_leave_no_spaces_in_chinese() {
        for (written, shown) in [
            ("流过三角洲 流入大海， 并由 “河流” 管理。", "流过三角洲流入大海，并由“河流”管理。"),
            ("由 ABC 管理 2025 年的 3 000 本", "由 ABC 管理 2025 年的 3\u{A0}000 本"),
        ] {
            assert_eq!(set(written, Language::Zh).replace('\u{A0}', " "), shown.replace('\u{A0}', " "));
        }
        assert_eq!(set("河流 和", Language::Ru), "河流 和", "of another language, whoever wrote it knows");
    }

    #[test]
    fn pairs_of_quotation_marks_are_those_of_the_language() {
        for (typed, language, set_as) in [
            ("the word \"binding\" and (\"so\").", Language::En, "the word “binding” and (“so”)."),
            ("\"Who?\" \"I.\"", Language::En, "“Who?” “I.”"),
            ("le mot \"oui\", dit-il", Language::Fr, "le mot «\u{202F}oui\u{202F}», dit-il"),
            ("d'\"amis\"", Language::Fr, "d’«\u{202F}amis\u{202F}»"),
            ("слово \"да\"", Language::Ru, "слово «да»"),
            ("la palabra \"sí\"", Language::Es, "la palabra “sí”"),
        ] {
            assert_eq!(set(typed, language), set_as);
        }
        for unknown in ["6\" and 12\"", "\"only one", "one\" only", "a\"b\"c", "\" \"", "\"\"", "\"a\"b"] {
            assert_eq!(set(unknown, Language::En), unknown);
        }
    }

    #[test]
    fn no_line_ends_within_a_number() {
        for (typed, language, set_as) in [
            ("1 250 000 тонн, 95 %", Language::Ru, "1\u{A0}250\u{A0}000 тонн, 95\u{A0}%"),
            ("el 3,5 % de 3 000", Language::Es, "el 3,5\u{A0}% de 3\u{A0}000"),
            ("1 250 000 tonnes", Language::Fr, "1\u{202F}250\u{202F}000 tonnes"),
            ("约3 000本", Language::Zh, "约3\u{A0}000本"),
            ("في 2024 000 1", Language::Ar, "في 2024 000 1"),
            ("in 2024 100 boats", Language::En, "in 2024 100 boats"),
            ("1.5 000, 12 34, 1 0000", Language::En, "1.5 000, 12 34, 1 0000"),
        ] {
            assert_eq!(set(typed, language), set_as);
            assert_eq!(set(set_as, language), set_as, "set twice");
        }
    }

    #[test]
    fn french_marks_keep_their_words() {
        for (typed, set_as) in [
            ("dit « oui » à l'ONU", "dit «\u{202F}oui\u{202F}» à l’ONU"),
            ("«\u{A0}oui\u{A0}» ; non ! qui ?", "«\u{202F}oui\u{202F}»\u{202F}; non\u{202F}! qui\u{202F}?"),
            ("Trois pays : deux", "Trois pays\u{A0}: deux"),
            ("«oui»; «\u{202F}non\u{202F}»", "«oui»; «\u{202F}non\u{202F}»"),
            ("12 h, 10\u{A0}000 dollars", "12\u{A0}h, 10\u{A0}000\u{A0}dollars"),
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
