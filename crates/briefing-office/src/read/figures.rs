//! Whether a translation has the figures of its source.
//!
//! Digits are those of all scripts, and marks between thousands are left out of account: `1,200` is `1 200` and `١٬٢٠٠`. A mark
//! before three digits stands between thousands or before decimals, as the language has it; where that is not certain, a figure
//! is the one that the source has. Where a language writes as a figure what another writes as a word, nothing is said: months,
//! small numbers, and the words for a thousand, a million and more, by which the figure before them is multiplied, or which say one or
//! two of them without a figure: "بليون دولار", "un millón de dólares", "两亿美元".

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use briefing_model::{ENGLISH_MONTHS, Language, MONTHS_IN_DATES};

use crate::sheet::to_ascii;

/// Numbers up to this are often written as words.
const WRITTEN_OUT: u64 = 20;

/// The figures in which two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    lost: Vec<String>,
    added: Vec<String>,
    /// Where the first added one stands in the translation.
    pub(super) stretch: Option<Range<usize>>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [added, lost] = [&self.added, &self.lost].map(|figures| figures.join(", "));
        match (added.as_str(), lost.as_str()) {
            (added, "") => write!(f, "{added} is not in the source"),
            ("", lost) => write!(f, "{lost} is missing"),
            (added, lost) => write!(f, "{added} instead of {lost}"),
        }
    }
}

/// How the figures of a translation differ from those of its source.
pub(super) fn difference(source: &str, text: &str, language: Language) -> Option<Difference> {
    let before = figures(source, Language::En);
    let mut after = figures(text, language);
    for figure in &mut after {
        let is_there = |value: &String| before.iter().any(|known| known.value == *value);
        if let Some(other) = figure.other.take_if(|other| is_there(other) && !is_there(&figure.value)) {
            figure.value = other;
        }
    }
    if before.iter().map(|figure| &figure.value).eq(after.iter().map(|figure| &figure.value)) {
        return None;
    }
    let mut balance: BTreeMap<&str, i32> = BTreeMap::new();
    before.iter().for_each(|figure| *balance.entry(&figure.value).or_default() += 1);
    after.iter().for_each(|figure| *balance.entry(&figure.value).or_default() -= 1);
    let small = |value: &str| {
        let whole = value.strip_suffix(".5").unwrap_or(value);
        whole.parse::<u64>().is_ok_and(|value| value <= WRITTEN_OUT)
    };
    // The source says a small number or a month in words, and the translation in figures, or the other way round.
    let words = source.to_lowercase();
    let named = |value: &str| {
        let is_half = value.ends_with(".5") && words.split(|c: char| !c.is_alphabetic()).any(|word| word == "half");
        is_half || value.parse().is_ok_and(|value: usize| says(&words, value))
    };
    // The same figure once more, or once less, is another way to put a sentence.
    let holds = |figures: &[WrittenFigure], value: &str| figures.iter().any(|figure| figure.value == value);
    let spelt = [spelt_multiples(source, Language::En), spelt_multiples(text, language)];
    let [spelt_before, spelt_after] = &spelt;
    let added = |value: &str| !holds(&before, value) && !named(value) && !spelt_before.contains(value);
    let any_added = balance.iter().any(|(value, balance)| *balance < 0 && added(value));
    let lost = |value: &str| !holds(&after, value) && !spelt_after.contains(value) && (any_added || !small(value));
    let pick = |figures: &[WrittenFigure], chosen: &dyn Fn(&str) -> bool| -> Vec<String> {
        let mut picked: Vec<String> = Vec::new();
        for figure in figures.iter().filter(|figure| chosen(&figure.value)) {
            let quoted = quoted(figure);
            if !picked.contains(&quoted) {
                picked.push(quoted);
            }
        }
        picked
    };
    let stretch = after.iter().find(|figure| added(&figure.value)).map(|figure| figure.stretch.clone());
    let (lost, mut added) = (pick(&before, &lost), pick(&after, &added));
    // The same signs mean something else there.
    for (quoted, value) in after.iter().map(|figure| (quoted(figure), &figure.value)) {
        let same = added.iter_mut().filter(|written| **written == quoted && lost.contains(&quoted));
        same.for_each(|written| *written = format!("{written}, read as {value} in `{language}`,"));
    }
    let difference = Difference { lost, added, stretch };
    (!difference.lost.is_empty() || !difference.added.is_empty()).then_some(difference)
}

fn quoted(figure: &WrittenFigure) -> String {
    format!("`{}`", figure.written)
}

/// Small numbers in English words, from zero on, and their ordinals.
pub(crate) const NUMBERS: [[&str; 2]; 21] = [
    ["zero", "no"],
    ["one", "first"],
    ["two", "second"],
    ["three", "third"],
    ["four", "fourth"],
    ["five", "fifth"],
    ["six", "sixth"],
    ["seven", "seventh"],
    ["eight", "eighth"],
    ["nine", "ninth"],
    ["ten", "tenth"],
    ["eleven", "eleventh"],
    ["twelve", "twelfth"],
    ["thirteen", "thirteenth"],
    ["fourteen", "fourteenth"],
    ["fifteen", "fifteenth"],
    ["sixteen", "sixteenth"],
    ["seventeen", "seventeenth"],
    ["eighteen", "eighteenth"],
    ["nineteen", "nineteenth"],
    ["twenty", "twentieth"],
];

/// Whether an English text in small letters says a number in a word.
fn says(words: &str, value: usize) -> bool {
    let month = value.checked_sub(1).and_then(|month| ENGLISH_MONTHS.get(month));
    let number = NUMBERS.get(value).into_iter().flatten();
    let wanted: Vec<&str> = month.into_iter().chain(number).copied().collect();
    let is_wanted = |word: &str| wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(word));
    words.split(|c: char| !c.is_alphabetic()).any(is_wanted)
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct WrittenFigure {
    /// Digits of the ASCII with a point before decimals, without other marks and without zeros at either end.
    value: String,
    /// What else it may be.
    other: Option<String>,
    written: String,
    stretch: Range<usize>,
}

/// The figures of a text, those in facts and addresses left out: these are compared for themselves.
fn figures(text: &str, language: Language) -> Vec<WrittenFigure> {
    let mut figures = Vec::new();
    let mut rest = 0;
    while let Some(found) = text.get(rest..).and_then(|tail| {
        tail.char_indices().find(|(_, c)| digit(*c).is_some() || matches!(c, '{' | '(')).map(|(at, c)| (rest + at, c))
    }) {
        let (at, c) = found;
        let tail = text.get(at..).unwrap_or_default();
        let skipped = match c {
            '{' => tail.find('}'),
            // The address of a link.
            '(' if tail.starts_with("(http") || tail.starts_with("(mailto") => tail.find(')'),
            _ => None,
        };
        if let Some(length) = skipped {
            rest = at + length + 1;
        } else if digit(c).is_none() {
            rest = at + c.len_utf8();
        } else {
            let figure = figure(text, at, language);
            rest = figure.stretch.end;
            figures.push(figure);
        }
    }
    figures
}

/// The figure that begins there.
fn figure(text: &str, start: usize, language: Language) -> WrittenFigure {
    let (mut whole, mut decimals) = (String::new(), String::new());
    let mut end = start;
    let mut run = run_of_digits(text, end, &mut whole);
    end += run.1;
    // The mark between thousands, and how many there are.
    let mut thousands: Option<(char, usize)> = None;
    loop {
        let tail = text.get(end..).unwrap_or_default();
        let Some(mark) = tail.chars().next().filter(|c| is_mark(*c)) else { break };
        let mut more = String::new();
        let next = run_of_digits(text, end + mark.len_utf8(), &mut more);
        let is_same =
            thousands.is_none_or(|(before, _)| before == mark || (before.is_whitespace() && mark.is_whitespace()));
        let is_thousands = next.0 == 3 && run.0 <= 3 && is_same;
        // A blank stands between thousands only; two figures may follow each other.
        if next.0 == 0 || (mark.is_whitespace() && !is_thousands) {
            break;
        }
        end += mark.len_utf8() + next.1;
        run = next;
        if !is_thousands {
            decimals = more;
            break;
        }
        whole.push_str(&more);
        thousands = Some((mark, thousands.map_or(0, |(_, count)| count) + 1));
    }
    let (power, length) = scale(text.get(end..).unwrap_or_default());
    end += if power > 0 { length } else { 0 };
    let as_written = value(&whole, &decimals, power);
    let (value, other) = match thousands.filter(|(_, count)| *count == 1 && decimals.is_empty()) {
        Some((mark, _)) => {
            let (whole, decimals) = whole.split_at(whole.len().saturating_sub(3));
            let as_decimals = value(whole, decimals, power);
            match reading(mark, language) {
                _ if whole == "0" => (as_decimals, None),
                MarkReading::Thousands => (as_written, None),
                MarkReading::Decimals => (as_decimals, None),
                MarkReading::Either => (as_written, Some(as_decimals)),
            }
        }
        None => (as_written, None),
    };
    WrittenFigure { value, other, written: text.get(start..end).unwrap_or_default().to_owned(), stretch: start..end }
}

/// What a mark before three digits says.
#[derive(Clone, Copy)]
enum MarkReading {
    Thousands,
    Decimals,
    Either,
}

fn reading(mark: char, language: Language) -> MarkReading {
    match (mark, language) {
        ('.', Language::En) | (',', Language::Fr | Language::Ru) | ('\u{66B}', _) => MarkReading::Decimals,
        (',', Language::En) => MarkReading::Thousands,
        ('.' | ',' | '\u{FF0C}' | '\u{FF0E}' | '،', _) => MarkReading::Either,
        _ => MarkReading::Thousands,
    }
}

/// A number of whole digits and decimals, multiplied by a power of ten.
fn value(whole: &str, decimals: &str, power: usize) -> String {
    let (moved, left) = decimals.split_at(power.min(decimals.len()));
    let whole = format!("{whole}{moved}{}", "0".repeat(power - moved.len()));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match left.trim_end_matches('0') {
        "" => whole.to_owned(),
        left => format!("{whole}.{left}"),
    }
}

/// How many digits stand there, and how many bytes they have.
fn run_of_digits(text: &str, at: usize, digits: &mut String) -> (usize, usize) {
    let (mut count, mut length) = (0, 0);
    for c in text.get(at..).unwrap_or_default().chars() {
        let Some(value) = digit(c) else { break };
        digits.push(value);
        count += 1;
        length += c.len_utf8();
    }
    (count, length)
}

/// The digit that a character of the six languages stands for.
fn digit(c: char) -> Option<char> {
    Some(to_ascii(c)).filter(char::is_ascii_digit)
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        ' ' | ','
            | '.'
            | '\''
            | '’'
            | '\u{A0}'
            | '\u{202F}'
            | '\u{2009}'
            | '\u{66B}'
            | '\u{66C}'
            | '\u{FF0C}'
            | '\u{FF0E}'
            | '،'
    )
}

/// What a word behind a figure multiplies it by, as a power of ten; the longer words first where one begins another.
const SCALES: [(&str, usize); 34] = [
    ("mil millones", 9),
    ("thousand million", 9),
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("milliers", 3),
    ("mille", 3),
    ("milliard", 9),
    ("millones", 6),
    ("millón", 6),
    ("mil ", 3),
    ("тысяч", 3),
    ("тыс", 3),
    ("миллион", 6),
    ("млн", 6),
    ("миллиард", 9),
    ("млрд", 9),
    ("триллион", 12),
    ("ألف", 3),
    ("آلاف", 3),
    ("مليون", 6),
    ("ملايين", 6),
    ("مليار", 9),
    ("بليون", 9),
    ("بلايين", 9),
    ("万亿", 12),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
];

/// The power of ten by which the word at the start of a text multiplies, and how long it is with the blank before it.
fn scale(text: &str) -> (usize, usize) {
    let word = text.trim_start_matches([' ', '\u{A0}', '\u{202F}', '-']);
    let blank = text.len() - word.len();
    let mut head: String = word.chars().take(20).collect::<String>().to_lowercase();
    head.push(' ');
    let found = SCALES.iter().find(|(scale, _)| head.starts_with(scale));
    found.map_or((0, 0), |(scale, power)| (*power, (blank + scale.trim_end().len()).min(text.len())))
}

/// How a language says one or two millions, billions and so on in words.
struct SpeltMultiples {
    /// How the words for the multiples begin, with their powers of ten; the longer ones first where one begins another.
    scales: &'static [(&'static str, usize)],
    /// Words before one that say how many there are.
    counts: &'static [(&'static str, &'static str)],
    /// Endings with which one says so by itself.
    endings: &'static [(&'static str, &'static str)],
}

const fn spelt(language: Language) -> SpeltMultiples {
    match language {
        Language::En => SpeltMultiples {
            scales: &[("million", 6), ("billion", 9), ("trillion", 12)],
            counts: &[("a", "1"), ("one", "1"), ("two", "2")],
            endings: &[],
        },
        Language::Fr => SpeltMultiples {
            scales: &[("million", 6), ("milliard", 9), ("billion", 12)],
            counts: &[("un", "1"), ("deux", "2")],
            endings: &[],
        },
        Language::Es => SpeltMultiples {
            scales: &[("millón", 6), ("millones", 6), ("billón", 12), ("billones", 12)],
            counts: &[("un", "1"), ("dos", "2"), ("mil", "1000"), ("dos mil", "2000")],
            endings: &[],
        },
        Language::Ru => SpeltMultiples {
            scales: &[("миллион", 6), ("миллиард", 9), ("триллион", 12)],
            counts: &[
                ("один", "1"),
                ("одного", "1"),
                ("одному", "1"),
                ("одним", "1"),
                ("одном", "1"),
                ("два", "2"),
                ("двух", "2"),
                ("двум", "2"),
                ("двумя", "2"),
            ],
            // The genitive follows two, three and four.
            endings: &[("", "1"), ("у", "1"), ("ом", "1"), ("е", "1")],
        },
        Language::Ar => SpeltMultiples {
            scales: &[("مليون", 6), ("بليون", 9), ("مليار", 9), ("تريليون", 12)],
            counts: &[],
            // The dual loses its last letter before what is counted.
            endings: &[("", "1"), ("ان", "2"), ("ين", "2"), ("ا", "2"), ("ي", "2")],
        },
        // The count is part of the word.
        Language::Zh => SpeltMultiples {
            scales: &[("万亿", 12), ("十亿", 9), ("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4)],
            counts: &[("一", "1"), ("两", "2"), ("二", "2")],
            endings: &[],
        },
    }
}

/// The multiples of which a text says one or two in words: "a million", "بليونان", "一亿". More are not read: what is found excuses a difference.
fn spelt_multiples(text: &str, language: Language) -> BTreeSet<String> {
    let SpeltMultiples { scales, counts, endings } = spelt(language);
    let lower = text.to_lowercase();
    if language == Language::Zh {
        let count_before = |at: usize| {
            let before = lower.get(..at).unwrap_or_default();
            counts.iter().find(|(count, _)| before.ends_with(count)).map(|(_, count)| count)
        };
        let said = |(scale, power): &(&str, usize)| -> Vec<String> {
            lower.match_indices(scale).filter_map(|(at, _)| Some(value(count_before(at)?, "", *power))).collect()
        };
        // Ten, a hundred or a thousand of them need no count.
        let by_itself = |(scale, power): &(&str, usize)| {
            let is_numeral = |c: char| digit(c).is_some() || "一二两三四五六七八九几数十百千万亿零".contains(c);
            let mut places = lower.match_indices(scale);
            let is_said = scale.starts_with(['十', '百', '千'])
                && places.any(|(at, _)| !lower.get(..at).unwrap_or_default().ends_with(is_numeral));
            is_said.then(|| value("1", "", *power))
        };
        return scales.iter().flat_map(said).chain(scales.iter().filter_map(by_itself)).collect();
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let word_at = |at: Option<usize>| at.and_then(|at| words.get(at)).copied().unwrap_or_default();
    let is_figure = |word: &str| word.ends_with(|c| digit(c).is_some());
    let mut said = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let word = if language == Language::Ar { without_prefixes(word, scales) } else { word };
        let found = scales.iter().find_map(|(scale, power)| Some((word.strip_prefix(scale)?, *power)));
        let Some((ending, power)) = found else { continue };
        let (before, first) = (word_at(at.checked_sub(1)), word_at(at.checked_sub(2)));
        let both = format!("{first} {before}");
        let counted = counts.iter().find(|(count, _)| *count == both);
        let counted = counted.or_else(|| counts.iter().find(|(count, _)| *count == before && !is_figure(first)));
        let count = counted.or_else(|| endings.iter().find(|(own, _)| *own == ending && !is_figure(before)));
        said.extend(count.map(|(_, count)| value(count, "", power)));
    }
    said
}

/// An Arabic word without the article and the letters that are written before it, if it is one of these then.
fn without_prefixes<'w>(word: &'w str, known: &[(&str, usize)]) -> &'w str {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
    let without_article = bare.strip_prefix("ال").or_else(|| bare.strip_prefix('ل')).unwrap_or(bare);
    let is_known = |word: &&str| known.iter().any(|(known, _)| word.starts_with(known));
    [word, bare, without_article].into_iter().find(is_known).unwrap_or(word)
}

/// How the months of dates and the currencies of a translation differ from those of its source: what it has instead of what.
pub(super) fn other_words(source: &str, text: &str, language: Language) -> Option<String> {
    let of = words(source);
    other_month(&of, text, language).or_else(|| other_currency(&of, text))
}

fn other_month(of: &[&str], text: &str, language: Language) -> Option<String> {
    // The months of dates are figures in Chinese, and not known here in Arabic.
    if !matches!(language, Language::Fr | Language::Es | Language::Ru) {
        return None;
    }
    let english = |word: &str| ENGLISH_MONTHS.iter().position(|month| *month == word);
    let said: BTreeSet<usize> = dated(of).filter_map(english).collect();
    if said.is_empty() {
        return None;
    }
    let to = words(text);
    let named = |at: usize| to.iter().find(|word| is_month(word, at, language));
    let lost = said.into_iter().find(|at| named(*at).is_none())?;
    let is_said = |at: usize| {
        let english = ENGLISH_MONTHS.get(at);
        of.iter().any(|word| english.is_some_and(|month| month.eq_ignore_ascii_case(word)))
    };
    let added = (0..12).find(|at| dated(&to).any(|word| is_month(word, *at, language)) && !is_said(*at))?;
    Some(format!("`{}` instead of `{}`", named(added)?, ENGLISH_MONTHS.get(lost)?))
}

fn other_currency(of: &[&str], text: &str) -> Option<String> {
    let found = |words: &[&str]| CURRENCIES.map(|known| words.iter().find(|word| known(word)).map(ToString::to_string));
    let (lost, is_dollar) = match found(of) {
        [Some(lost), None] => (lost, true),
        [None, Some(lost)] => (lost, false),
        _ => return None,
    };
    match (found(&words(text)), is_dollar) {
        ([None, Some(added)], true) | ([Some(added), None], false) => Some(format!("`{added}` instead of `{lost}`")),
        _ => None,
    }
}

/// Dollars and euros in the six languages.
const CURRENCIES: [fn(&str) -> bool; 2] = [
    |word| {
        may_be(word, "dDuU$") && {
            let word = word.to_lowercase();
            ["dollar", "dollars", "dólar", "dólares", "usd", "us$", "$"].contains(&word.as_str())
                || word.starts_with("долл")
                || ["دولار", "美元"].iter().any(|dollar| word.contains(dollar))
        }
    },
    |word| {
        may_be(word, "eE€") && {
            let word = word.to_lowercase();
            ["euro", "euros", "eur", "€", "евро"].contains(&word.as_str())
                || ["يورو", "欧元"].iter().any(|euro| word.contains(euro))
        }
    },
];

/// Whether a word of ASCII begins with one of these letters: most do not, and each of all texts is asked.
fn may_be(word: &str, letters: &str) -> bool {
    !word.is_ascii() || word.starts_with(|c| letters.contains(c))
}

/// The words, figures and signs of currencies of a text.
fn words(text: &str) -> Vec<&str> {
    let is_sign = |c: char| matches!(c, '$' | '€');
    // A sign belongs to no word.
    let apart = text.split_inclusive(is_sign).flat_map(|part| {
        let sign = part.char_indices().next_back().filter(|(_, c)| is_sign(*c)).map_or(part.len(), |(at, _)| at);
        let (before, sign) = part.split_at_checked(sign).unwrap_or((part, ""));
        before.split(|c: char| !c.is_alphanumeric()).chain([sign])
    });
    apart.filter(|word| !word.is_empty()).collect()
}

/// The words that stand beside a day or a year.
fn dated<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w str> {
    let is_number = |word: Option<&&str>| word.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    words.iter().enumerate().filter_map(move |(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        // `5 de mayo`.
        let before = before.filter(|word| **word != "de").or_else(|| words.get(at.checked_sub(2)?));
        (is_number(before) || is_number(words.get(at + 1))).then_some(*word)
    })
}

/// Whether a word is a month, counted from 0, in French, Spanish or Russian.
fn is_month(word: &str, at: usize, language: Language) -> bool {
    let Some([french, spanish, russian]) = MONTHS_IN_DATES.get(at) else { return false };
    let word = word.to_lowercase();
    match language {
        Language::Fr => word == *french,
        Language::Es => word == *spanish,
        Language::Ru if *russian == "мая" => ["май", "мая", "мае", "маю", "маем"].contains(&word.as_str()),
        // In each of its cases.
        Language::Ru => russian.strip_suffix(['а', 'я']).is_some_and(|stem| word.starts_with(stem)),
        Language::En | Language::Ar | Language::Zh => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str, text: &str) -> String {
        said_in(source, text, Language::Fr)
    }

    fn said_in(source: &str, text: &str, language: Language) -> String {
        difference(source, text, language).map_or_else(String::new, |difference| difference.to_string())
    }

    #[test]
    fn other_figures_are_found() {
        let source = "120 parliamentarians met on 3 May.";
        let text = "1 200 parlementaires se sont réunis le 3 mai.";
        let difference = difference(source, text, Language::Fr).unwrap();
        assert_eq!(difference.to_string(), "`1 200` instead of `120`");
        assert_eq!(text.get(difference.stretch.unwrap()), Some("1 200"));
        assert_eq!(said("In 2024, 30 States", "En 2025, 30 États"), "`2025` instead of `2024`");
        assert_eq!(said("Some States", "30 États"), "`30` is not in the source");
        assert_eq!(said("145 States", "Des États"), "`145` is missing");
        assert_eq!(said("on 3 May", "le 4 mai"), "`4` instead of `3`");
        assert_eq!(said("5 million dollars", "5 milliards de dollars"), "`5 milliard` instead of `5 million`");
    }

    #[test]
    fn a_decimal_mark_that_is_lost_or_misread_is_found() {
        assert_eq!(said("fell by 3.5 per cent", "ont baissé de 35 pour cent"), "`35` instead of `3.5`");
        assert_eq!(said("0.5 per cent", "5 pour cent"), "`5` instead of `0.5`");
        assert_eq!(said("Sessions 2.1 and 2.2", "Séances 21 et 22"), "`21`, `22` instead of `2.1`, `2.2`");
        assert_eq!(said("1.250 metres", "1 250 mètres"), "`1 250` instead of `1.250`");
        assert_eq!(said("1.25 million", "12,5 millions"), "`12,5 million` instead of `1.25 million`");
        assert_eq!(said("1,250 dollars", "1,250 dollars"), "`1,250`, read as 1.25 in `fr`, instead of `1,250`");
        for (text, language) in [
            ("1 250 dollars", Language::Fr),
            ("1.250 dollars", Language::Fr),
            ("1,250 美元", Language::Zh),
            ("1,250 dólares", Language::Es),
            ("1.250 dólares", Language::Es),
        ] {
            assert_eq!(said_in("1,250 dollars", text, language), "", "{text}");
        }
        for (source, text) in [
            ("3.5 per cent", "3,5 pour cent"),
            ("3.50 per cent", "3,5 pour cent"),
            ("0.125 per cent", "0,125 pour cent"),
            ("1.250 metres", "1,250 mètre"),
            ("1.234 million tons", "1,234 million de tonnes"),
            ("1,250,000 tons", "1.250.000 tonnes"),
            ("two and a half years", "2,5 ans"),
            ("1.5 years", "un an et demi"),
        ] {
            assert_eq!(said(source, text), "", "{source} / {text}");
        }
    }

    #[test]
    fn another_month_or_currency_is_found() {
        let said = |source, text, language| other_words(source, text, language).unwrap_or_default();
        assert_eq!(said("on 5 May 2025", "le 5 juin 2025", Language::Fr), "`juin` instead of `May`");
        assert_eq!(said("from 5 May", "с 5 июня", Language::Ru), "`июня` instead of `May`");
        assert_eq!(said("on 1 March", "el 1 de mayo", Language::Es), "`mayo` instead of `March`");
        assert_eq!(said("5 million dollars", "5 millions d’euros", Language::Fr), "`euros` instead of `dollars`");
        assert_eq!(said("€5 million", "5 миллионов долларов", Language::Ru), "`долларов` instead of `€`");
        assert_eq!(said("$5 million", "500万欧元", Language::Zh), "`500万欧元` instead of `$`");
        for (source, text, language) in [
            ("on 5 May 2025", "le 5 mai 2025", Language::Fr),
            ("It may meet in June 2025.", "Elle pourrait se réunir en juin 2025.", Language::Fr),
            ("The march of 30 people", "La marche de 30 personnes", Language::Fr),
            ("in May 2025", "в мае 2025 года", Language::Ru),
            ("in August 2025", "в августе 2025 года", Language::Ru),
            ("on 5 May", "5月5日", Language::Zh),
            ("5 million dollars", "5 millions de dollars des États-Unis", Language::Fr),
            ("5 million dollars (4 million euros)", "4 millions d’euros", Language::Fr),
            ("the European Union gave 5 dollars", "l’Union européenne a donné 5 dollars", Language::Fr),
        ] {
            assert_eq!(said(source, text, language), "", "{source} / {text}");
        }
    }

    #[test]
    fn the_same_figures_in_other_words_are_the_same() {
        for (source, text) in [
            ("1,200 people in 2025", "1 200 personnes en 2025"),
            ("1,200.5 tons", "1\u{202F}200,5 tonnes"),
            ("1,200 people", "١٬٢٠٠ شخص"),
            ("120 people", "۱۲۰ نفر"),
            ("1.2 million people", "120万人"),
            ("12,000 people", "1.2万人"),
            ("500 million dollars", "5亿美元"),
            ("1.5 million", "1,5 млн"),
            ("2 billion", "2 mil millones"),
            ("on 3 May 2025", "2025年5月3日"),
            ("three courses", "3 cours"),
            ("the fifth meeting", "5-е совещание"),
            ("3 courses", "trois cours"),
            ("{compact.entities} of 46 entities", "46 entités, dont {compact.entities}"),
            ("see [page 7](https://www.example.org/2024/1)", "voir [la page 7](https://www.example.org/2024/1)"),
            ("from 2024 to 2025", "de 2024 à 2025"),
            ("No. 007", "n° 7"),
            ("９ people", "9 personnes"),
        ] {
            assert_eq!(said(source, text), "", "{source} / {text}");
        }
    }

    #[test]
    fn one_or_two_millions_in_words_are_figures() {
        for (source, text, language) in [
            ("$1 billion", "بليون دولار", Language::Ar),
            ("$1 billion a year", "بمليار دولار سنويا", Language::Ar),
            ("some $2 billion", "نحو بليوني دولار", Language::Ar),
            ("2 million people", "مليونان من الناس", Language::Ar),
            ("2 million people and 1 trillion", "لمليونين من الناس والتريليون", Language::Ar),
            ("1 million dollars", "un millón de dólares", Language::Es),
            ("1 billion dollars", "mil millones de dólares", Language::Es),
            ("2 million dollars", "dos millones de dólares", Language::Es),
            ("1 billion dollars", "un milliard de dollars", Language::Fr),
            ("2 million dollars", "deux millions de dollars", Language::Fr),
            ("more than 1 million", "более одного миллиона", Language::Ru),
            ("1 billion dollars", "миллиард долларов", Language::Ru),
            ("2 billion dollars", "два миллиарда долларов", Language::Ru),
            ("100 million dollars", "一亿美元", Language::Zh),
            ("$200 million and 1 million people", "两亿美元和一百万人", Language::Zh),
            ("1 billion dollars and 10 million people", "十亿美元和千万人", Language::Zh),
            ("2 billion dollars", "dos mil millones de dólares", Language::Es),
            ("a million people", "1 million de personnes", Language::Fr),
            ("two billion dollars", "20亿美元", Language::Zh),
            ("one billion dollars", "بليون دولار", Language::Ar),
        ] {
            assert_eq!(said_in(source, text, language), "", "{source} / {text}");
        }
        for (source, text, language, wanted) in [
            ("$1 billion", "بليونا دولار", Language::Ar, "`1 billion` is missing"),
            ("$1 billion", "5 بليون دولار", Language::Ar, "`5 بليون` instead of `1 billion`"),
            ("$1 million", "مليار دولار", Language::Ar, "`1 million` is missing"),
            ("1 million dollars", "dos millones de dólares", Language::Es, "`1 million` is missing"),
            ("1 million dollars", "пять миллионов долларов", Language::Ru, "`1 million` is missing"),
            ("1 million dollars", "三百万美元", Language::Zh, "`1 million` is missing"),
            ("$1 billion", "2 mil millones de dólares", Language::Es, "`2 mil millones` instead of `1 billion`"),
            ("a million dollars", "2 millions de dollars", Language::Fr, "`2 million` is not in the source"),
        ] {
            assert_eq!(said_in(source, text, language), wanted, "{source} / {text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_its_own_figures(text in "[0-9٠-٩a-z .,{}(\u{A0}万]{0,40}") {
            proptest::prop_assert_eq!(difference(&text, &text, Language::En), None);
        }
    }
}
