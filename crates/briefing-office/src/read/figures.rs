//! Whether a translation has the figures of its source.
//!
//! Digits are those of all scripts, and the marks between them are left out of account: `1,200` is `1 200` and `١٬٢٠٠`. Where a
//! language writes as a figure what another writes as a word, nothing is said: months, small numbers, and the words for a
//! thousand, a million and more, by which the figure before them is multiplied.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use briefing_model::ENGLISH_MONTHS;

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
        let list =
            |figures: &[String]| figures.iter().map(|figure| format!("`{figure}`")).collect::<Vec<_>>().join(", ");
        match (self.added.as_slice(), self.lost.as_slice()) {
            (added, []) => write!(f, "{} is not in the source", list(added)),
            ([], lost) => write!(f, "{} is missing", list(lost)),
            (added, lost) => write!(f, "{} instead of {}", list(added), list(lost)),
        }
    }
}

/// How the figures of a translation differ from those of its source.
pub(super) fn difference(source: &str, text: &str) -> Option<Difference> {
    let (before, after) = (figures(source), figures(text));
    if before.iter().map(|figure| &figure.value).eq(after.iter().map(|figure| &figure.value)) {
        return None;
    }
    let mut balance: BTreeMap<&str, i32> = BTreeMap::new();
    before.iter().for_each(|figure| *balance.entry(&figure.value).or_default() += 1);
    after.iter().for_each(|figure| *balance.entry(&figure.value).or_default() -= 1);
    let small = |value: &str| value.parse::<u64>().is_ok_and(|value| value <= WRITTEN_OUT);
    // The source says a small number or a month in words, and the translation in figures, or the other way round.
    let words = source.to_lowercase();
    let named = |value: &str| value.parse().is_ok_and(|value: usize| says(&words, value));
    // The same figure once more, or once less, is another way to put a sentence.
    let holds = |figures: &[WrittenFigure], value: &str| figures.iter().any(|figure| figure.value == value);
    let added = |value: &str| !holds(&before, value) && !named(value);
    let any_added = balance.iter().any(|(value, balance)| *balance < 0 && added(value));
    let lost = |value: &str| !holds(&after, value) && (any_added || !small(value));
    let pick = |figures: &[WrittenFigure], chosen: &dyn Fn(&str) -> bool| -> Vec<String> {
        let mut picked: Vec<String> = Vec::new();
        for figure in figures.iter().filter(|figure| chosen(&figure.value)) {
            if !picked.contains(&figure.written) {
                picked.push(figure.written.clone());
            }
        }
        picked
    };
    let stretch = after.iter().find(|figure| added(&figure.value)).map(|figure| figure.stretch.clone());
    let difference = Difference { lost: pick(&before, &lost), added: pick(&after, &added), stretch };
    (!difference.lost.is_empty() || !difference.added.is_empty()).then_some(difference)
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
    /// Digits of the ASCII, without marks and without zeros in front.
    value: String,
    written: String,
    stretch: Range<usize>,
}

/// The figures of a text, those in facts and addresses left out: these are compared for themselves.
fn figures(text: &str) -> Vec<WrittenFigure> {
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
            let figure = figure(text, at);
            rest = figure.stretch.end;
            figures.push(figure);
        }
    }
    figures
}

/// The figure that begins there.
fn figure(text: &str, start: usize) -> WrittenFigure {
    let mut digits = String::new();
    // How many digits stand behind the last mark, if it was not one between thousands.
    let mut end = start;
    let mut decimals = None;
    let mut run = run_of_digits(text, end, &mut digits);
    end += run.1;
    loop {
        let tail = text.get(end..).unwrap_or_default();
        let Some(mark) = tail.chars().next().filter(|c| is_mark(*c)) else { break };
        let mut more = String::new();
        let next = run_of_digits(text, end + mark.len_utf8(), &mut more);
        let thousands = next.0 == 3 && run.0 <= 3 && decimals.is_none();
        // A blank stands between thousands only; two figures may follow each other.
        if next.0 == 0 || (mark.is_whitespace() && !thousands) || decimals.is_some() {
            break;
        }
        if !thousands {
            decimals = Some(next.0);
        }
        digits.push_str(&more);
        end += mark.len_utf8() + next.1;
        run = next;
    }
    let (power, length) = scale(text.get(end..).unwrap_or_default());
    let zeros = power.saturating_sub(decimals.unwrap_or(0));
    if power > 0 {
        digits.push_str(&"0".repeat(zeros));
        end += length;
    }
    let value = digits.trim_start_matches('0');
    let value = if value.is_empty() { "0" } else { value }.to_owned();
    WrittenFigure { value, written: text.get(start..end).unwrap_or_default().to_owned(), stretch: start..end }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str, text: &str) -> String {
        difference(source, text).map_or_else(String::new, |difference| difference.to_string())
    }

    #[test]
    fn other_figures_are_found() {
        let source = "120 parliamentarians met on 3 May.";
        let text = "1 200 parlementaires se sont réunis le 3 mai.";
        let difference = difference(source, text).unwrap();
        assert_eq!(difference.to_string(), "`1 200` instead of `120`");
        assert_eq!(text.get(difference.stretch.unwrap()), Some("1 200"));
        assert_eq!(said("In 2024, 30 States", "En 2025, 30 États"), "`2025` instead of `2024`");
        assert_eq!(said("Some States", "30 États"), "`30` is not in the source");
        assert_eq!(said("145 States", "Des États"), "`145` is missing");
        assert_eq!(said("on 3 May", "le 4 mai"), "`4` instead of `3`");
        assert_eq!(said("5 million dollars", "5 milliards de dollars"), "`5 milliard` instead of `5 million`");
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

    proptest::proptest! {
        #[test]
        fn any_text_has_its_own_figures(text in "[0-9٠-٩a-z .,{}(\u{A0}万]{0,40}") {
            proptest::prop_assert_eq!(difference(&text, &text), None);
        }
    }
}
