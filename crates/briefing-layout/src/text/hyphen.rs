//! Hyphenation: the places where words may be divided.

use briefing_model::Language;

use super::chars::is_mark;

/// The fewest letters before and after a hyphen, and in a divided word: a fragment of two letters disturbs reading more than a wide space
/// does.
const LEAST_BEFORE: usize = 3;
const LEAST_AFTER: usize = 3;
const LEAST_LETTERS: usize = 6;
const LEAST_LETTERS_IN_COMPOUND: usize = 8;

/// The kind of place at which a word is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    /// Between two syllables.
    Syllable,
    /// Between two syllables in a part of a compound, which is better broken at its own hyphen.
    InCompound,
    /// Within an address, where no hyphen may be drawn.
    Address,
}

/// Calls `found` with every byte position at which a word may be divided: by the rules of its language or, for addresses, before
/// punctuation.
///
/// The word may have punctuation around it. Words with digits or symbols are never divided, and those with capitals only by
/// [`divide_name`]. A word that contains soft hyphens is divided nowhere else.
pub(super) fn divide(word: &str, lang: Language, found: impl FnMut(usize, Division)) {
    if is_address(word) {
        divide_address(word, found);
        return;
    }
    divide_letters(word, lang, |letters| !letters.contains(char::is_uppercase) && is_of(letters, lang), found);
}

/// Calls `found` as [`divide`] does, but for words that begin with a capital, to be used if nothing else helps. If no line is wide enough
/// for the word, dividing it between syllables with a hyphen is better than cutting it anywhere; otherwise, it is better than a line that
/// ends early or is full of gaps.
pub(super) fn divide_name(word: &str, lang: Language, found: impl FnMut(usize, Division)) {
    if !is_address(word) {
        divide_letters(word, lang, |letters| !letters.chars().skip(1).any(char::is_uppercase), found);
    }
}

fn divide_letters(
    word: &str,
    lang: Language,
    divisible: impl Fn(&str) -> bool,
    mut found: impl FnMut(usize, Division),
) {
    let lang = match lang {
        Language::Ar | Language::Zh => return,
        Language::En => hypher::Lang::English,
        Language::Fr => hypher::Lang::French,
        Language::Ru => hypher::Lang::Russian,
        Language::Es => hypher::Lang::Spanish,
    };
    if !is_plain(word) {
        return;
    }
    let (before, after) = lang.bounds();
    let (before, after) = (before.max(LEAST_BEFORE), after.max(LEAST_AFTER));
    let compound = word.contains(is_hyphen);
    let kind = if compound { Division::InCompound } else { Division::Syllable };
    let mut start = 0;
    for part in word.split_inclusive(|c| is_hyphen(c) || is_apostrophe(c)) {
        if let Some((skip, letters)) = letters(part, compound).filter(|(_, letters)| divisible(letters)) {
            let (mut done, mut last) = (0, 0);
            for syllable in hypher::hyphenate_bounded(letters, lang, before, after) {
                done += syllable.len();
                let place = if lang == hypher::Lang::Russian { behind_sonorant(letters, done) } else { done };
                let (left, rest) = letters.split_at_checked(place).unwrap_or_default();
                // The end of the letters is not a place to divide, nor is one between a letter and its accent.
                let is_place = rest.chars().next().is_some_and(|next| !is_mark(next));
                if is_place && place > last && left.contains(is_vowel) && rest.contains(is_vowel) {
                    last = place;
                    found(start + skip + place, kind);
                }
            }
        }
        start += part.len();
    }
}

/// The place at which a Russian word is better divided than at the one from the patterns: a line does not begin with a sonorant that no
/// syllable can begin with, before another consonant. `Контр|террористический`, rather than `Кон|тртеррористический`.
fn behind_sonorant(letters: &str, place: usize) -> usize {
    let rest = letters.get(place..).unwrap_or_default();
    let onset = rest.get(..rest.find(is_vowel).unwrap_or_default()).unwrap_or_default();
    let is_sonorant = |c: char| matches!(c.to_lowercase().next(), Some('р' | 'л' | 'м' | 'н' | 'й'));
    let mut behind = place;
    for ((at, c), next) in onset.char_indices().zip(onset.chars().skip(1)) {
        if is_sonorant(c) && !is_sonorant(next) && !matches!(next, 'ь' | 'ъ') {
            behind = place + at + c.len_utf8();
        }
    }
    behind
}

/// Whether a letter is a vowel in any language whose words are divided.
fn is_vowel(c: char) -> bool {
    const VOWELS: &str = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœаеёиоуыэюя";
    c.to_lowercase().any(|c| VOWELS.contains(c))
}

/// Whether all letters of a word belong to a language. Words in another language are not divided by its rules.
pub(super) fn is_of(word: &str, lang: Language) -> bool {
    let own = match lang {
        Language::Ar | Language::Zh => return false,
        Language::En => "",
        Language::Fr => "àâæçèéêëîïôœùûüÿ",
        Language::Ru => "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        Language::Es => "áéíóúüñ",
    };
    let is_own = |c: char| lang != Language::Ru && c.is_ascii_alphabetic() || c.to_lowercase().all(|c| own.contains(c));
    // A combining accent counts with its letter.
    word.chars().filter(|c| c.is_alphabetic()).all(is_own)
}

/// Whether a word is a web or email address.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.") || word.contains('@') && word.contains('.')
}

/// Divides an address before punctuation, as style guides recommend, so that the mark does not seem to end the sentence. After a slash, a
/// line may end in any case.
fn divide_address(word: &str, mut found: impl FnMut(usize, Division)) {
    let marks = word.match_indices(['.', '?', '&', '=', '_', '#', '%', '~', '@']);
    for (at, _) in marks.filter(|&(at, _)| at >= 3 && at + 3 < word.len()) {
        found(at, Division::Address);
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The mark of elision: "l’organisation" is divided like "organisation".
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether a word consists of letters, with only punctuation around it and only hyphens and apostrophes inside.
fn is_plain(word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || is_mark(c);
    let inside = word.trim_matches(|c| !is_letter(c));
    inside.chars().all(|c| c.is_alphabetic() || is_mark(c) || is_hyphen(c) || is_apostrophe(c))
        && !word.contains(|c: char| c.is_numeric() || matches!(c, '@' | '/' | '_' | '=' | '#'))
}

/// The letters of a part of a word and their offset in it, if they are enough to be divided.
fn letters(part: &str, compound: bool) -> Option<(usize, &str)> {
    let is_letter = |c: char| c.is_alphabetic() || is_mark(c);
    let start = part.find(is_letter)?;
    let letters = part.get(start..)?.trim_end_matches(|c| !is_letter(c));
    let least = if compound { LEAST_LETTERS_IN_COMPOUND } else { LEAST_LETTERS };
    (letters.chars().filter(|c| c.is_alphabetic()).count() >= least).then_some((start, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, lang: Language) -> String {
        let mut places = Vec::new();
        divide(word, lang, |at, _| places.push(at));
        marked(word, places)
    }

    fn marked(word: &str, places: Vec<usize>) -> String {
        let mut text = word.to_owned();
        for at in places.into_iter().rev() {
            text.insert(at, '|');
        }
        text
    }

    #[test]
    fn words_are_divided_as_their_language_does() {
        assert_eq!(divided("counterterrorism", Language::En), "coun|tert|er|ror|ism");
        assert_eq!(divided("“capacity-building”", Language::En), "“capac|ity-build|ing”");
        assert_eq!(divided("(organization),", Language::En), "(orga|ni|za|tion),");
        assert_eq!(divided("l’organisation", Language::Fr), "l’orga|ni|sa|tion");
        assert_eq!(divided("противодействие", Language::Ru), "про|ти|во|дей|ствие");
        assert_eq!(divided("organizaciones", Language::Es), "orga|ni|za|cio|nes");
    }

    #[test]
    fn what_is_no_plain_word_stays_whole() {
        for word in [
            "UNOCT",
            "VoTAN",
            "Centre",
            "Organization",
            "UNCCT’s",
            "COVID-19",
            "UNOCT/UNCCT",
            "e.g.example",
            "well-known",
            "covid19",
            "2025edition",
            "resolution_symbol",
            "A/RES/71/291",
            "state",
            "ini\u{AD}tiative",
            "international1",
        ] {
            assert!(!divided(word, Language::En).contains('|'), "{word} → {}", divided(word, Language::En));
        }
        assert_eq!(divided("organisation", Language::Zh), "organisation");
    }

    #[test]
    fn a_word_is_divided_in_spite_of_its_capital_where_nothing_else_helps() {
        let widest = |word: &str| {
            let mut places = Vec::new();
            divide_name(word, Language::En, |at, _| places.push(at));
            marked(word, places)
        };
        assert_eq!(widest("Organization"), "Orga|ni|za|tion");
        for word in ["UNOCT/UNCCT", "COUNTERTERRORISM", "A/RES/71/291", "www.un.org", "ini\u{AD}tiative"] {
            assert_eq!(widest(word), word);
        }
    }

    #[test]
    fn a_division_leaves_a_syllable_on_both_sides() {
        let name = |word: &str| {
            let mut places = Vec::new();
            divide_name(word, Language::Ru, |at, _| places.push(at));
            marked(word, places)
        };
        assert_eq!(name("Контртеррористического"), "Контр|тер|ро|ри|сти|че|ского");
        for word in ["братство", "руководство", "инструктор", "сестринский", "пространство", "вспомогательный"]
        {
            let text = divided(word, Language::Ru);
            assert!(text.split('|').all(|part| part.contains(is_vowel)), "{text}");
        }
        assert!(divided("братство", Language::Ru).contains("брат|ство"), "{}", divided("братство", Language::Ru));
    }

    #[test]
    fn words_with_letters_of_another_language_stay_whole() {
        for (word, lang) in [
            ("betriebsüberwachung", Language::En),
            ("organização", Language::Es),
            ("überwachungß", Language::Fr),
            ("organization", Language::Ru),
            ("організація", Language::Ru),
        ] {
            assert_eq!(divided(word, lang), word);
        }
    }

    #[test]
    fn addresses_part_before_their_marks() {
        let address = "https://www.un.org/counterterrorism/what_we_do?page=2";
        assert_eq!(divided(address, Language::Ar), "https://www|.un|.org/counterterrorism/what|_we|_do|?page=2");
        assert_eq!(divided("(oct-info@un.org)", Language::En), "(oct-info|@un|.org)");
    }

    #[test]
    fn three_letters_stay_before_and_after() {
        for (word, lang) in [
            ("abolition", Language::En),
            ("évaluation", Language::Fr),
            ("акация", Language::Ru),
            ("aéreo", Language::Es),
        ] {
            let text = divided(word, lang);
            let parts: Vec<_> = text.split('|').map(|part| part.chars().count()).collect();
            assert!(parts.len() == 1 || parts.first() >= Some(&3) && parts.last() >= Some(&3), "{text}");
        }
    }
}
