//! What stays on one line: a figure and its unit or month, initials and their name, and in Russian and Arabic a dash and the word before it.
//!
//! Only between words that are known: a line may end between a figure and what it counts.

use briefing_model::Language;

use crate::languages;
use crate::numbers::{NARROW, NO_BREAK};

/// Units that all languages of Latin letters write alike.
const SYMBOLS: &[&str] = &[
    "mm", "cm", "m", "km", "m²", "km²", "m³", "ha", "g", "kg", "l", "h", "min", "°C", "kW", "MW", "GW", "MB", "GB",
    "TB",
];

#[rustfmt::skip]
const RUSSIAN_UNITS: &[&str] = &[
    "тыс.", "млн", "млрд", "трлн", "тысяч", "тысячи", "миллион", "миллиона", "миллионов",
    "миллиард", "миллиарда", "миллиардов", "процент", "процента", "процентов", "год", "года",
    "году", "годом", "годах", "годы", "годов", "лет", "г.", "гг.", "км", "м", "см", "мм", "кг",
    "га", "ч", "мин", "долл.", "евро",
];

/// The words that belong to the figure before them, with those that belong to such a word in turn.
struct Units {
    after: &'static [&'static str],
    after_that: &'static [(&'static str, &'static str)],
}

const fn units(language: Language) -> Units {
    match language {
        Language::En => Units {
            after: &["hundred", "thousand", "million", "billion", "trillion", "per", "percent", "a.m.", "p.m."],
            after_that: &[("per", "cent")],
        },
        Language::Fr => Units {
            after: &["mille", "million", "millions", "milliard", "milliards", "billion", "billions", "pour", "heures"],
            after_that: &[("pour", "cent"), ("mille", "milliards")],
        },
        Language::Es => Units {
            after: &["mil", "millón", "millones", "billón", "billones", "por"],
            after_that: &[("por", "ciento"), ("mil", "millones")],
        },
        Language::Ru => Units {
            after: RUSSIAN_UNITS,
            after_that: &[("млн", "долл."), ("млрд", "долл."), ("тыс.", "долл.")],
        },
        Language::Ar => Units {
            after: &["ألف", "آلاف", "مليون", "ملايين", "بليون", "بلايين", "مليار", "مليارات", "تريليون", "في"],
            after_that: &[("في", "المائة")],
        },
        // Chinese has no spaces there.
        Language::Zh => Units { after: &[], after_that: &[] },
    }
}

/// Words with fixed spaces where no line is to end.
pub(crate) fn bound(words: String, language: Language) -> String {
    let has_figure = words.contains(|c: char| c.is_ascii_digit());
    let has_mark = ["— ", "- ", ". "].iter().any(|mark| words.contains(mark));
    if language == Language::Zh || !words.contains(' ') || !(has_figure || has_mark) {
        return words;
    }
    let mut set = String::with_capacity(words.len() + 8);
    let mut from = 0;
    for (at, _) in words.match_indices(' ') {
        let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default());
        set.push_str(words.get(from..at).unwrap_or_default());
        set.push(if binds(before, after, language) { NO_BREAK } else { ' ' });
        from = at + 1;
    }
    set.push_str(words.get(from..).unwrap_or_default());
    set
}

/// Whether the words on both sides of a space stay together.
fn binds(before: &str, after: &str, language: Language) -> bool {
    let is_space = |c: char| matches!(c, ' ' | NO_BREAK | NARROW);
    let last = |text: &str| text.rsplit(is_space).next().unwrap_or_default().len();
    let (earlier, word) = before.split_at_checked(before.len() - last(before)).unwrap_or_default();
    let mut following = after.split(is_space);
    let next = following.next().unwrap_or_default();
    // In Arabic as in the name of Bolivia.
    if matches!((language, next), (Language::Ru, "—") | (Language::Ar, "-")) && !word.is_empty() {
        return true;
    }
    if is_initial(word) {
        return next.chars().next().is_some_and(char::is_uppercase);
    }
    let Units { after: of_figure, after_that } = units(language);
    // The full stop of an abbreviation belongs to it.
    let (bare, whole) = (without_marks(next), next.trim_end_matches([',', ';']));
    let is_unit = |word: &str| of_figure.contains(&word) || is_symbol(word, language);
    if is_figure(word, language) {
        let mut is_of_month =
            || bare == "de" && following.next().is_some_and(|month| is_month(without_marks(month), language));
        return is_unit(bare)
            || is_unit(whole)
            || is_month(bare, language)
            || language == Language::Es && is_of_month();
    }
    // "per" in "3.5 per cent"; "April" in "April 28"; "h" in "10 h 30".
    let earlier = earlier.trim_end_matches(is_space);
    let after_figure = || is_figure(earlier.get(earlier.len() - last(earlier)..).unwrap_or_default(), language);
    match language {
        Language::En if is_day(bare) => is_month(word, language),
        Language::Fr if word == "h" => is_day(bare) && after_figure(),
        _ => {
            after_that.iter().any(|(first, second)| *first == word && [bare, whole].contains(second)) && after_figure()
        }
    }
}

/// A word without the marks around it.
fn without_marks(word: &str) -> &str {
    word.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '”', '»', '’'])
}

/// "A." in "A. B. Smith".
fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_start_matches(['(', '«', '“']).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
}

/// Whether a word ends in a figure: `12`, `$1.5`, `(2025`, and in French `1er`.
fn is_figure(word: &str, language: Language) -> bool {
    let word = if language == Language::Fr { word.strip_suffix("er").unwrap_or(word) } else { word };
    word.ends_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

fn is_symbol(word: &str, language: Language) -> bool {
    matches!(language, Language::En | Language::Fr | Language::Es) && SYMBOLS.contains(&word)
}

/// A day of a month, or minutes.
fn is_day(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_digit())
}

fn is_month(word: &str, language: Language) -> bool {
    let names = languages::of(language);
    let calendars = [names.months(), names.short_months()];
    // Of a name of two words, as some are in Arabic, the first is enough.
    let first = |name: &'static str| name.split(' ').next().unwrap_or_default();
    (1..=12).any(|month| {
        let names = calendars.iter().flat_map(|calendar| [calendar.alone(month), calendar.in_date(month)]);
        names.map(first).any(|name| name == word || name.strip_suffix('.') == Some(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words with `~` for each fixed space.
    fn shown(words: &str, language: Language) -> String {
        bound(words.to_owned(), language).replace(NO_BREAK, "~")
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        for (language, words, set) in [
            (Language::En, "$1.5 million for 12 States", "$1.5~million for 12 States"),
            (Language::En, "by 3.5 per cent, on 13 February (or", "by 3.5~per~cent, on 13~February (or"),
            (Language::En, "on April 28, 2025, some 40 km.", "on April~28, 2025, some 40~km."),
            (Language::En, "five per cent per year", "five per cent per year"),
            (Language::Fr, "1,5 million ; à 10 h 30 le 1er mai", "1,5~million ; à 10~h~30 le 1er~mai"),
            (Language::Fr, "2 mille milliards, 5 pour cent", "2~mille~milliards, 5~pour~cent"),
            (Language::Es, "2 mil millones, el 5 por ciento", "2~mil~millones, el 5~por~ciento"),
            (Language::Es, "13 de febrero de 2025, 3 de ellos", "13~de febrero de 2025, 3 de ellos"),
            (Language::Ru, "1,5 млн долл., 13 февраля 2025 года", "1,5~млн~долл., 13~февраля 2025~года"),
            (Language::Ar, "1.5 مليون في 13 شباط/فبراير", "1.5~مليون في 13~شباط/فبراير"),
            (Language::Zh, "13 February", "13 February"),
        ] {
            assert_eq!(shown(words, language), set);
            assert_eq!(bound(bound(words.to_owned(), language), language), bound(words.to_owned(), language));
        }
    }

    #[test]
    fn initials_and_dashes_stay_with_their_words() {
        assert_eq!(shown("Mr. A. B. Smith, item A. The", Language::En), "Mr. A.~B.~Smith, item A.~The");
        assert_eq!(shown("А. Б. Иванов — глава", Language::Ru), "А.~Б.~Иванов~— глава");
        assert_eq!(shown("دولة - المتعددة القوميات", Language::Ar), "دولة~- المتعددة القوميات");
        assert_eq!(shown("the head — of it", Language::En), "the head — of it");
    }
}
