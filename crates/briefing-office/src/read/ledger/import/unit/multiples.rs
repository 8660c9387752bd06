//! What amounts are counted in: thousands, millions, cents.

use std::collections::BTreeMap;

use briefing_model::Currency;

use super::words::{CHARACTERS, SHORT, WORDS};
use crate::read::ledger::columns::ReadColumn;
use crate::tree::TomlValue;

/// What amounts are counted in, by the power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Multiple(i32);

/// The words of a map for multiples.
const MULTIPLES: [(&str, Multiple); 10] = [
    ("units", Multiple(0)),
    ("cents", Multiple(-2)),
    ("hundreds", Multiple(2)),
    ("thousands", Multiple(3)),
    ("ten-thousands", Multiple(4)),
    ("lakhs", Multiple(5)),
    ("millions", Multiple(6)),
    ("crores", Multiple(7)),
    ("hundred-millions", Multiple(8)),
    ("billions", Multiple(9)),
];

/// What a map says that amounts are counted in.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Multiples {
    /// Of all columns.
    pub(super) all: Option<Multiple>,
    /// Of one.
    columns: BTreeMap<ReadColumn, Multiple>,
}

impl Multiples {
    /// One word for all columns, or a table with a word for each; only columns of the export have one.
    pub(in super::super) fn read(value: &TomlValue<'_>, is_theirs: impl Fn(&ReadColumn) -> bool) -> Self {
        if !value.is_table() {
            return Self { all: value.word(&MULTIPLES), columns: BTreeMap::new() };
        }
        let Some(table) = value.table() else { return Self::default() };
        let columns = ReadColumn::AMOUNTS.into_iter().filter(is_theirs);
        let columns = columns.filter_map(|column| Some((column, table.get(column.name())?.word(&MULTIPLES)?)));
        let columns = columns.collect();
        table.finish();
        Self { all: None, columns }
    }

    /// What the amounts of a column are counted in, if that is said.
    pub(in super::super) fn of(&self, column: ReadColumn) -> Option<Multiple> {
        self.columns.get(&column).copied().or(self.all)
    }
}

impl Multiple {
    /// Whole amounts.
    pub(super) const UNITS: Self = Self(0);

    /// The multiple of a power of ten.
    pub(super) const fn of_power(power: i32) -> Self {
        Self(power)
    }

    /// The word for it in a map.
    pub(super) fn as_str(self) -> &'static str {
        MULTIPLES.iter().find(|(_, multiple)| *multiple == self).map_or("units", |(word, _)| word)
    }

    /// What the heading of an amount says, or a title above the headings.
    pub(super) fn of_text(text: &str, is_heading: bool) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let of_figure = if is_heading { power_of_figure(&lower) } else { power_of_zeros(&lower) };
        if let Some(power) = of_figure {
            return Some(Self(power));
        }
        let power = words.iter().enumerate().find_map(|(at, word)| {
            // A title may tell of 5 million trees.
            let is_counted =
                !is_heading && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_number(word));
            if is_heading && lower.contains("t€") {
                return Some(3);
            }
            // Per cent is a share.
            if *word == "cent" && at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| *word == "per") {
                return None;
            }
            let short = SHORT.iter().filter(|_| is_heading);
            WORDS.iter().chain(short).find(|(known, _)| known == word && !is_counted).map(|(_, power)| *power)
        });
        let power = power.or_else(|| {
            // A title may be that of a fund of the millennium (千年); a unit has a currency after it.
            let is_unit = |at: usize| {
                let before = lower.get(..at).is_some_and(|before| before.ends_with(char::is_numeric));
                let behind = lower
                    .get(at..)
                    .unwrap_or_default()
                    .trim_start_matches(|c: char| CHARACTERS.iter().any(|(word, _)| word.contains(c)));
                is_heading || (!before && behind.starts_with(['元', '美', '欧', '日', '英', '人', '卢', '瑞']))
            };
            let found = CHARACTERS.iter().find_map(|(word, power)| Some((lower.find(word)?, *power)));
            found.filter(|(at, _)| is_unit(*at)).map(|(_, power)| power)
        });
        power.or_else(|| power_beside_currency(&lower).filter(|_| !is_heading)).map(Self)
    }

    /// An amount in units, of one that is counted in this.
    pub(in super::super) fn whole(self, amount: &str) -> Option<String> {
        let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || [whole, decimals].iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let places = usize::try_from(self.0.unsigned_abs()).ok()?;
        let (whole, rest) = if self.0 < 0 {
            let padded = format!("{whole:0>width$}", width = places + 1);
            let (whole, moved) = padded.split_at_checked(padded.len().checked_sub(places)?)?;
            (whole.to_owned(), format!("{moved}{decimals}"))
        } else {
            let padded = format!("{decimals:0<places$}");
            let (moved, rest) = padded.split_at_checked(places)?;
            (format!("{whole}{moved}"), rest.to_owned())
        };
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        Some(if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") })
    }
}

/// The power of ten that a heading writes in figures: `'000`, `x 1,000`, `1.000.000`, `10^6`, `10³`.
pub(super) fn power_of_figure(heading: &str) -> Option<i32> {
    const BETWEEN: [char; 6] = [',', '.', '\'', '’', ' ', '\u{a0}'];
    let figures: Vec<(usize, &str)> = heading
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !heading.get(..*at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())))
        .filter_map(|(at, _)| {
            let rest = heading.get(at..)?;
            Some((at, rest.get(..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()))?))
        })
        .collect();
    let mark_between = |(at, figure): (usize, &str), (next, _): (usize, &str)| {
        let mut between = heading.get(at + figure.len()..next)?.chars();
        between.next().filter(|c| BETWEEN.contains(c) && between.next().is_none())
    };
    for (number, &(at, figure)) in figures.iter().enumerate() {
        let behind = heading.get(at + figure.len()..).unwrap_or_default();
        if figure == "10" {
            let raised = behind.strip_prefix('^').or_else(|| behind.strip_prefix("**")).unwrap_or_default();
            let power = match (raised.chars().next(), behind.chars().next()) {
                (Some(c), _) => c.to_digit(10).and_then(|digit| i32::try_from(digit).ok()),
                (None, Some('³')) => Some(3),
                (None, Some('⁶')) => Some(6),
                (None, Some('⁹')) => Some(9),
                (None, _) => None,
            };
            if power.is_some() {
                return power;
            }
        }
        let is_zeros = |figure: &str| figure.len().is_multiple_of(3) && figure.bytes().all(|byte| byte == b'0');
        let begins =
            is_zeros(figure) || figure.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'));
        // The end of 2,000 is not a multiple.
        let goes_on = number
            .checked_sub(1)
            .and_then(|before| mark_between(*figures.get(before)?, (at, figure)))
            .is_some_and(|mark| mark != ' ');
        if !begins || goes_on {
            continue;
        }
        let mut zeros = figure.bytes().filter(|byte| *byte == b'0').count();
        let mut last = (at, figure);
        for &next in figures.iter().skip(number + 1) {
            if next.1 != "000" || mark_between(last, next).is_none() {
                break;
            }
            zeros += 3;
            last = next;
        }
        if (3..=9).contains(&zeros) {
            return i32::try_from(zeros).ok();
        }
    }
    None
}

/// The power of ten that a title writes as bare zeros beside what they count: `US$ 000`, `in '000`; other figures count other things.
fn power_of_zeros(title: &str) -> Option<i32> {
    const BEFORE: [&str; 6] = ["in", "en", "em", "x", "в", "figures"];
    let is_of_money = |word: &str| {
        BEFORE.contains(&word)
            || word.ends_with(['$', '€', '£', '¥'])
            || word.to_uppercase().parse::<Currency>().is_ok()
    };
    let words = || title.split_whitespace().map(|word| word.trim_start_matches(['(', '[']));
    let times = words().zip(words().skip(1)).filter(|(word, _)| ["x", "×"].contains(word)).map(|(_, factor)| factor);
    let mut factors = words().filter_map(|word| word.strip_prefix(['x', '×'])).chain(times);
    if let Some(power) = factors.find_map(|factor| power_of_figure(factor).filter(|_| factor.starts_with('1'))) {
        return Some(power);
    }
    let found = title.match_indices("000").find(|(at, _)| {
        let before = title.get(..*at).unwrap_or_default();
        let behind = title.get(at + 3..).unwrap_or_default();
        let bare = before.trim_end_matches([' ', '\u{a0}']);
        let is_marked = before.ends_with(['\'', '’', '‘', '('])
            && !bare.trim_end_matches(['\'', '’', '‘']).ends_with(|c: char| c.is_ascii_digit());
        let last = bare.rsplit([' ', '\u{a0}', '(', ',']).next().unwrap_or_default();
        !behind.starts_with(|c: char| c.is_ascii_digit()) && (is_marked || is_of_money(last))
    });
    let (at, _) = found?;
    let more = title
        .get(at + 3..)
        .is_some_and(|behind| [",000", ".000", " 000", "'000"].iter().any(|more| behind.starts_with(more)));
    Some(if more { 6 } else { 3 })
}

/// The power of ten of a short word of a title, which means a multiple right beside a currency only: `USD m`, `$k`, `KUSD`.
fn power_beside_currency(title: &str) -> Option<i32> {
    const BRACKETS: [char; 8] = ['(', ')', '[', ']', '（', '）', '"', '“'];
    let power = |word: &str| match word {
        "k" | "th" => Some(3),
        "m" | "mm" | "mn" => Some(6),
        "bn" => Some(9),
        _ => None,
    };
    let is_sign = |word: &str| ["$", "us$", "€", "£", "¥"].contains(&word);
    let is_currency =
        |word: &str| is_sign(word) || (word.len() == 3 && word.to_uppercase().parse::<Currency>().is_ok());
    let marked: Vec<&str> = title.split_whitespace().collect();
    let words: Vec<&str> = marked.iter().map(|word| word.trim_matches(BRACKETS)).collect();
    let within = |word: &str| {
        let cuts = word.char_indices().map(|(at, _)| at).skip(1);
        cuts.filter_map(|at| word.split_at_checked(at)).find_map(|(one, other)| {
            power(one).filter(|_| is_currency(other)).or_else(|| power(other).filter(|_| is_currency(one)))
        })
    };
    words.iter().enumerate().find_map(|(at, word)| {
        // A mark ends the word before it: `USD, M & E`.
        let before = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| is_currency(word));
        // A bracket begins something else: `Plan M (USD)`.
        let is_apart = || marked.get(at + 1).is_some_and(|word| word.starts_with(BRACKETS));
        let follows = || words.get(at + 1).is_some_and(|word| is_currency(word.trim_end_matches([',', '.', ';', ':'])));
        let behind = || follows() && !is_apart();
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        within(bare).or_else(|| power(bare).filter(|_| before || behind()))
    })
}

/// What a title above the ledger's headings says that the amounts are counted in.
pub(in crate::read::ledger) fn unit_of_title(title: &str) -> Option<&'static str> {
    Multiple::of_text(title, false).map(Multiple::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_are_found_in_headings_and_titles() {
        for (text, word) in [
            ("Amount (thousands)", Some("thousands")),
            ("Amount ('000)", Some("thousands")),
            ("US$000", Some("thousands")),
            ("Amount, k€", Some("thousands")),
            ("Betrag T€", Some("thousands")),
            ("Montant en milliers d’euros", Some("thousands")),
            ("Importe (miles de dólares)", Some("thousands")),
            ("Сумма, тыс. руб.", Some("thousands")),
            ("金额（千美元）", Some("thousands")),
            ("金额（万元）", Some("ten-thousands")),
            ("金额（百万美元）", Some("millions")),
            ("المبلغ (بآلاف الدولارات)", Some("thousands")),
            ("المبلغ بملايين", None),
            ("in millions of USD", Some("millions")),
            ("Amount USDm", Some("millions")),
            ("Amount (bn)", Some("billions")),
            ("Amount (x1000)", Some("thousands")),
            ("Amount (in 1000 USD)", Some("thousands")),
            ("Amount (1 000 USD)", Some("thousands")),
            ("Amount (/1000)", Some("thousands")),
            ("Amount, 10³ USD", Some("thousands")),
            ("Amount, 10^6 USD", Some("millions")),
            ("Amount (thous.)", Some("thousands")),
            ("Amount (USD000)", Some("thousands")),
            ("Amount ('000,000)", Some("millions")),
            ("Amount (USD x 1.000.000)", Some("millions")),
            ("Amount (10,000 yuan)", Some("ten-thousands")),
            ("Amount (hundreds)", Some("hundreds")),
            ("Amount (cents)", Some("cents")),
            ("Amount (천 달러)", Some("thousands")),
            ("Amount (백만 달러)", Some("millions")),
            ("Amount (per cent)", None),
            ("Amount above 2,000", None),
            ("Amount 2000", None),
            ("Amount 1", None),
            ("Amount 100", None),
            ("Amount USD", None),
            ("Montant", None),
            ("Amount 2025", None),
            ("Term amount", None),
        ] {
            assert_eq!(Multiple::of_text(text, true).map(Multiple::as_str), word, "{text}");
        }
        for (text, word) in [
            ("Contributions, in thousands of US dollars", Some("thousands")),
            ("单位：万元", Some("ten-thousands")),
            ("5 million trees, 2025", None),
            ("Plan M, part T", None),
            ("千年基金", None),
            ("捐款（百万美元）", Some("millions")),
            ("Figures in US$ 000", Some("thousands")),
            ("Contributions (USD '000)", Some("thousands")),
            ("Contributions, EUR 000", Some("thousands")),
            ("In 000,000 USD", Some("millions")),
            ("Contas em milhares", Some("thousands")),
            ("5 000 trees", None),
            ("Contributions above USD 5,000", None),
            ("Trees in 2000", None),
            ("Contributions (USDm)", Some("millions")),
            ("Contributions in USD mn", Some("millions")),
            ("Contributions, in US$ m", Some("millions")),
            ("(in M USD)", Some("millions")),
            ("KUSD", Some("thousands")),
            ("Amounts in USD k", Some("thousands")),
            ("All amounts in $K.", Some("thousands")),
            ("en M$", Some("millions")),
            ("EUR bn", Some("billions")),
            ("Contributions (x1000)", Some("thousands")),
            ("Contributions, x 1,000", Some("thousands")),
            ("Contributions USD, M & E", None),
            ("Contributions in USD", None),
            ("Plan M (USD)", None),
            ("Team K 2025", None),
        ] {
            assert_eq!(Multiple::of_text(text, false).map(Multiple::as_str), word, "{text}");
        }
    }

    #[test]
    fn amounts_become_whole_exactly() {
        let whole = |amount| Multiple(3).whole(amount);
        assert_eq!(whole("250").as_deref(), Some("250000"));
        assert_eq!(whole("92.615").as_deref(), Some("92615"));
        assert_eq!(whole("0.0015").as_deref(), Some("1.5"));
        assert_eq!(whole("-2.5").as_deref(), Some("-2500"));
        assert_eq!(whole("0").as_deref(), Some("0"));
        assert_eq!(whole("1,000"), None);
        let of_cents = |amount| Multiple(-2).whole(amount);
        assert_eq!(of_cents("12345").as_deref(), Some("123.45"));
        assert_eq!(of_cents("-5").as_deref(), Some("-0.05"));
        assert_eq!(of_cents("100.5").as_deref(), Some("1.005"));
        assert_eq!(Multiple(0).whole("12.50").as_deref(), Some("12.50"));
    }
}
