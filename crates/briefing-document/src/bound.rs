//! Words that must stay on one line: a figure and its unit or month, a number and what it numbers in a text, a title or initials and the
//! name after them, and, in Russian and Arabic, a dash and the word before it.
//!
//! Only words in the lists bind; a line may end between a figure and any other noun.

mod lists;

use briefing_model::Language;

use self::lists::{Lists, SYMBOLS, lists};
use crate::languages;
use crate::numbers::{NARROW, NO_BREAK};

/// The largest number of characters bound together. Longer pieces would leave nothing to fit beside them in a column, and a line has to end
/// somewhere.
const LONGEST: usize = 28;

/// Replaces spaces at which no line may end with no-break spaces.
pub(crate) fn bound(words: String, language: Language) -> String {
    if !words.contains(' ') {
        return words;
    }
    let mut set = String::with_capacity(words.len() + 8);
    let (mut from, mut held) = (0, 0);
    for (at, _) in words.match_indices(' ') {
        let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default());
        let part = words.get(from..at).unwrap_or_default();
        set.push_str(part);
        held += part.chars().count() + 1;
        let next = after.split(is_space).next().unwrap_or_default().chars().count();
        if held + next <= LONGEST && binds(before, after, language) {
            set.push(NO_BREAK);
        } else {
            set.push(' ');
            held = 0;
        }
        from = at + 1;
    }
    set.push_str(words.get(from..).unwrap_or_default());
    set
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK | NARROW)
}

/// Whether the words on both sides of a space must stay together.
fn binds(before: &str, after: &str, language: Language) -> bool {
    let last = |text: &str| text.rsplit(is_space).next().unwrap_or_default().len();
    let (earlier, word) = before.split_at_checked(before.len() - last(before)).unwrap_or_default();
    let earlier = earlier.trim_end_matches(is_space);
    let earlier = earlier.get(earlier.len() - last(earlier)..).unwrap_or_default();
    let mut following = after.split(is_space);
    let (next, then) = (following.next().unwrap_or_default(), following.next().unwrap_or_default());
    // In Arabic, as in the name of Bolivia.
    if matches!((language, next), (Language::Ru, "—") | (Language::Ar, "-")) && !word.is_empty() {
        return true;
    }
    let opened = word.trim_start_matches(OPENING);
    let Lists { units, after_units, centuries, titles, numbered, pairs } = lists(language);
    // The full stop of an abbreviation is part of the word.
    let (bare, whole) = (without_marks(next), next.trim_end_matches([',', ';', ':', ')', '»', '”']));
    let is_one_of = |list: &[&str]| list.iter().any(|entry| is_form_of(bare, entry) || is_form_of(whole, entry));
    let is_pair_in = |list: &[(&str, &str)]| list.iter().any(|(a, b)| *a == opened && [bare, whole].contains(b));
    // Most spaces can be decided here: neither figures nor names are beside them. Arabic has no capitals by which to recognize names.
    let is_small = |text: &str| text.starts_with(char::is_lowercase);
    if language != Language::Ar && is_small(opened) && is_small(next) && !is_sign(word) && !is_figure(earlier, language)
    {
        return is_pair_in(pairs);
    }
    // The Arabic letter for "and", before a figure.
    if language == Language::Ar && word == "و" && starts_with_figure(next) {
        return true;
    }
    // Only Arabic has such months, each with its other name after a slash.
    let is_month_of_two_words = || months_of_two_words(language).any(|(a, b)| opened == a && bare == b);
    if is_pair_in(pairs) || bare.contains('/') && is_month_of_two_words() {
        return true;
    }
    let starts_name = match language {
        Language::Ar => next.chars().next().is_some_and(char::is_alphabetic),
        _ => next.trim_start_matches(OPENING).chars().next().is_some_and(char::is_uppercase),
    };
    let is_title = || is_initial(opened, language) || titles.iter().any(|title| has_stop_or_not(opened, title));
    // "г." is a town before a name, but a year after a figure.
    if starts_name && is_title() && !is_figure(earlier, language) {
        return true;
    }
    if is_number(next) && names_number(opened, numbered, language) {
        return true;
    }
    if is_figure(word, language) {
        let is_unit = || is_one_of(units) || SYMBOLS.contains(&bare) || SYMBOLS.contains(&whole);
        let is_of_month = || language == Language::Es && bare == "de" && is_month(without_marks(then), language);
        return is_unit()
            || is_month(bare, language)
            || is_of_month()
            || is_sign(next) && starts_with_figure(then)
            || is_year_in_brackets(bare)
            || is_letter_of_list(next)
            || is_one_of(centuries);
    }
    if is_sign(word) && is_figure(earlier, language) {
        return starts_with_figure(next);
    }
    if is_ordinal(opened, language) {
        return is_one_of(centuries);
    }
    // "per" in "3.5 per cent"; "April" in "April 28"; "h" in "10 h 30".
    let after_figure = || is_figure(earlier, language);
    match language {
        Language::En if is_day(bare) => is_month(word, language),
        Language::Fr if word == "h" => is_day(bare) && after_figure(),
        // A month written with both of its names is so long that its day and year are further apart than elsewhere.
        Language::Ar if is_year(bare) => end_with_day(before, language),
        Language::Es if word == "de" => is_month(bare, language) && after_figure(),
        _ => is_pair_in(after_units) && after_figure(),
    }
}

const OPENING: [char; 10] = ['(', '[', '«', '“', '‘', '„', '"', '\'', '¿', '¡'];

/// A word without the punctuation after it.
fn without_marks(word: &str) -> &str {
    word.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '”', '»', '’', '،', '؛', '؟'])
}

/// Whether a word is an entry of a list or, if the entry ends with `*`, an inflected form of it.
fn is_form_of(word: &str, entry: &str) -> bool {
    match entry.strip_suffix('*') {
        None => word == entry,
        Some(stem) => word.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= 3),
    }
}

fn has_stop_or_not(word: &str, entry: &str) -> bool {
    word == entry || word.strip_suffix('.') == Some(entry)
}

/// Whether a word introduces a number, as "para.", "l’article", "Chapter" and "والمادة" do.
fn names_number(word: &str, numbered: &[&str], language: Language) -> bool {
    let word = match language {
        Language::Fr => word.rsplit(['’', '\'']).next().unwrap_or(word),
        _ => word,
    };
    let is_listed = |word: &str| numbered.iter().any(|entry| is_form_of(word, entry));
    if language == Language::Ar {
        // "and", "by", "as" and "for" are written as prefixes of the word, and so is the article, which loses its alif after "for".
        let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let short = word.strip_prefix(['ب', 'ك', 'ل']).unwrap_or(word);
        let nouns = [word, short].into_iter().flat_map(|word| [Some(word), word.strip_prefix("ال")]);
        return nouns.chain([word.strip_prefix("لل")]).flatten().any(is_listed);
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    is_listed(word) || is_listed(&first.to_lowercase().chain(letters).collect::<String>())
}

/// "3", "112–118", "VII", "B", "A/RES/71/291".
fn is_number(word: &str) -> bool {
    let bare = without_marks(word.trim_start_matches(OPENING));
    let is_symbol = || bare.contains('/') && bare.starts_with(|c: char| c.is_ascii_uppercase());
    let is_capital = || bare.chars().count() == 1 && bare.chars().all(char::is_uppercase);
    starts_with_figure(bare) || is_roman(bare) || is_capital() || is_symbol()
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// Whether a word may stand before a century: "XXI", "XXIe", "21st".
fn is_ordinal(word: &str, language: Language) -> bool {
    let endings: &[&str] = match language {
        Language::En => &["st", "nd", "rd", "th"],
        Language::Fr => &["e", "er", "ème"],
        _ => &[],
    };
    let number = endings.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    is_roman(number) || number.parse::<u8>().is_ok() && number != word
}

fn starts_with_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A sign that stands between two figures with a space on either side.
fn is_sign(word: &str) -> bool {
    matches!(word, "±" | "×" | "x" | "+" | "−" | "=" | "÷")
}

/// The year of a resolution, "(2017".
fn is_year_in_brackets(bare: &str) -> bool {
    bare.strip_prefix('(').is_some_and(is_year)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit())
}

/// "(b)" and "b)" after the number of a paragraph.
fn is_letter_of_list(word: &str) -> bool {
    let mut letters = word.trim_start_matches('(').chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next() == Some(')')
}

/// "A." in "A. B. Smith".
fn is_initial(word: &str, language: Language) -> bool {
    let mut letters = word.chars();
    let is_letter = |c: char| c.is_uppercase() || language == Language::Ar && c.is_alphabetic();
    letters.next().is_some_and(is_letter) && letters.as_str() == "."
}

/// Whether a word ends in a figure: `12`, `$1.5`, `(2025`, in French `1er`, and in Arabic also after the letter for "and".
fn is_figure(word: &str, language: Language) -> bool {
    let word = match language {
        Language::Fr => word.strip_suffix("er"),
        Language::Ar => word.strip_prefix('و'),
        _ => None,
    }
    .unwrap_or(word);
    word.ends_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

/// Whether a text ends with a day and its month.
fn end_with_day(words: &str, language: Language) -> bool {
    let months = languages::of(language).months();
    (1..=12).any(|month| {
        let mut names = months.in_date(month).rsplit(' ');
        let day = names.try_fold(words, |words, name| Some(words.strip_suffix(name)?.trim_end_matches(is_space)));
        day.is_some_and(|day| is_figure(day.rsplit(is_space).next().unwrap_or_default(), language))
    })
}

/// The months whose names have two words, as some do in Arabic.
fn months_of_two_words(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let months = languages::of(language).months();
    (1..=12).filter_map(move |month| months.in_date(month).split_once(' '))
}

/// A day of a month, or a number of minutes.
fn is_day(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_digit())
}

fn is_month(word: &str, language: Language) -> bool {
    let names = languages::of(language);
    let calendars = [names.months(), names.short_months()];
    // For names of two words, as some are in Arabic, the first word is enough.
    let first = |name: &'static str| name.split(' ').next().unwrap_or_default();
    (1..=12).any(|month| {
        let names = calendars.iter().flat_map(|calendar| [calendar.alone(month), calendar.in_date(month)]);
        names.map(first).any(|name| name == word || name.strip_suffix('.') == Some(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words as they are bound, with `~` in place of each no-break space.
    fn shown(words: &str, language: Language) -> String {
        bound(words.to_owned(), language).replace(NO_BREAK, "~")
    }

    /// Checks that words are bound as expected, and that binding them again changes nothing.
    fn holds(cases: &[(Language, &str, &str)]) {
        for &(language, words, set) in cases {
            assert_eq!(shown(words, language), set);
            let once = bound(words.to_owned(), language);
            assert_eq!(bound(once.clone(), language), once);
        }
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        holds(&[
            (Language::En, "$1.5 million for 12 States", "$1.5~million for 12 States"),
            (Language::En, "by 3.5 per cent, on 13 February (or", "by 3.5~per~cent, on 13~February (or"),
            (Language::En, "on April 28, 2025, some 40 km.", "on April~28, 2025, some 40~km."),
            (Language::En, "five per cent per year", "five per cent per year"),
            (Language::Fr, "1,5 million ; à 10 h 30 le 1er mai", "1,5~million ; à 10~h~30 le 1er~mai"),
            (Language::Fr, "2 mille milliards, 5 pour cent", "2~mille~milliards, 5~pour~cent"),
            (Language::Es, "2 mil millones, el 5 por ciento", "2~mil~millones, el 5~por~ciento"),
            (Language::Es, "13 de febrero de 2025, 3 de ellos", "13~de~febrero de 2025, 3 de ellos"),
            (Language::Ru, "1,5 млн долл., 13 февраля 2025 года", "1,5~млн~долл., 13~февраля 2025~года"),
            (Language::Ar, "1.5 مليون في 13 شباط/فبراير", "1.5~مليون في 13~شباط/فبراير"),
            (Language::Ar, "الحبال و 60 غيغاواط", "الحبال و~60~غيغاواط"),
            (Language::Ar, "24 كغ عند 18 درجة مئوية", "24~كغ عند 18~درجة~مئوية"),
            (Language::Ar, "يوم 1 كانون الأول/ديسمبر 2025، وفي", "يوم 1~كانون~الأول/ديسمبر~2025، وفي"),
            (Language::Ru, "20 тыс. долл. США; 60 ГВт, 100 кв. км", "20~тыс.~долл.~США; 60~ГВт, 100~кв.~км"),
            (Language::Es, "18 °C, el 12,5 % (unos 750 000 euros)", "18~°C, el 12,5~% (unos 750 000~euros)"),
            (Language::En, "5 ± 2 mm, 10 × 20 cm, so 5 + some", "5~±~2~mm, 10~×~20~cm, so 5 + some"),
            (Language::En, "in the 21st century; 3 (b) of 4", "in the 21st~century; 3~(b) of 4"),
            (Language::Fr, "au XXIe siècle, le 2e siècle", "au XXIe~siècle, le 2e~siècle"),
            (Language::Ru, "в XXI в. и в XIX веке", "в XXI~в. и в XIX~веке"),
            (Language::Zh, "13 February", "13 February"),
        ]);
    }

    #[test]
    fn a_number_stays_with_what_it_numbers() {
        holds(&[
            (
                Language::En,
                "No. 7, para. 3 (b), pp. 112–118, Chapter VII",
                "No.~7, para.~3~(b), pp.~112–118, Chapter~VII",
            ),
            (Language::En, "resolution 2396 (2017), annex B, pillar", "resolution~2396~(2017), annex~B, pillar"),
            (Language::En, "Parts of it. No way; the table was set", "Parts of it. No way; the table was set"),
            (
                Language::Fr,
                "par. 3 b), no 7, l’article 5, du Chapitre VII",
                "par.~3~b), no~7, l’article~5, du Chapitre~VII",
            ),
            (Language::Fr, "nos partenaires, le point de vue", "nos partenaires, le point de vue"),
            (Language::Es, "pág. 112, núm. 7, el siglo XXI", "pág.~112, núm.~7, el siglo~XXI"),
            (Language::Ru, "п. 3 b), с. 112, № 7, статье 5, главе VII", "п.~3~b), с.~112, №~7, статье~5, главе~VII"),
            (Language::Ru, "резолюции 2396 (2017); с 5 до 7; и т. д.", "резолюции~2396~(2017); с 5 до 7; и т.~д."),
            (
                Language::Ar,
                "والمادة 5، الفقرة 3 (ب)، للقرار 2396 (2017)",
                "والمادة~5، الفقرة~3~(ب)، للقرار~2396~(2017)",
            ),
            (Language::Ar, "في المادة الأولى", "في المادة الأولى"),
        ]);
    }

    #[test]
    fn what_is_bound_does_not_grow_without_end() {
        let long = "1 × 2 × 3 × 4 × 5 × 6 × 7 × 8 × 9 × 10 × 11 × 12";
        holds(&[(Language::En, long, "1~×~2~×~3~×~4~×~5~×~6~×~7~× 8~×~9~×~10~×~11~×~12")]);
    }

    #[test]
    fn titles_initials_and_dashes_stay_with_their_words() {
        assert_eq!(shown("Ms. J. Ortiz, Dr Wu and St. Ives", Language::En), "Ms.~J.~Ortiz, Dr~Wu and St.~Ives");
        assert_eq!(shown("M. Lee, Mme J. Ortiz, le Dr Wu", Language::Fr), "M.~Lee, Mme~J.~Ortiz, le Dr~Wu");
        assert_eq!(shown("la Sra. J. Ortiz y el Dr. Wu", Language::Es), "la Sra.~J.~Ortiz y el Dr.~Wu");
        assert_eq!(
            shown("г-жа Х. Ортис в 2025 г. Москва, г. Тверь", Language::Ru),
            "г-жа~Х.~Ортис в 2025~г. Москва, г.~Тверь"
        );
        assert_eq!(shown("والسيدة خ. أورتيس", Language::Ar), "والسيدة خ.~أورتيس");
        assert_eq!(shown("J. R. Smith先生", Language::Zh), "J.~R.~Smith先生");
        assert_eq!(shown("Mr. A. B. Smith, item A. The", Language::En), "Mr.~A.~B.~Smith, item~A.~The");
        assert_eq!(shown("А. Б. Иванов — глава", Language::Ru), "А.~Б.~Иванов~— глава");
        assert_eq!(shown("دولة - المتعددة القوميات", Language::Ar), "دولة~- المتعددة القوميات");
        assert_eq!(shown("the head — of it", Language::En), "the head — of it");
    }
}
