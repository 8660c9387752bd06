//! Rows of totals, which people write below their entries: compared with the rows above, and not added.

use std::borrow::Cow;

use super::format::without_currency;
use super::record::Record;
use super::value::NumberFormat;
use super::{RowFault, RowStart};
use crate::diagnostic::Code;
use crate::tree::short;

/// What a row of totals calls itself, in the languages of the United Nations and a few more.
const TOTAL: [&str; 34] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "subtotals",
    "sub-total",
    "sub total",
    "sum",
    "total général",
    "totaux",
    "sous-total",
    "sous total",
    "somme",
    "suma",
    "total general",
    "total parcial",
    "итого",
    "итог",
    "всего",
    "подытог",
    "подитог",
    "промежуточный итог",
    "общий итог",
    "المجموع",
    "مجموع",
    "الإجمالي",
    "إجمالي",
    "合计",
    "总计",
    "小计",
    "summe",
    "zwischensumme",
    "gesamt",
    "gesamtsumme",
];

/// What those begin with that begin with a letter of ASCII.
const BEGINS: &[u8] = b"tgsz";

/// Sums are kept in millionths: no currency has more than four decimals.
const DECIMALS: usize = 6;

/// Where the columns stand that tell a row of totals from an entry, and say what numbers mean.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeyColumns {
    pub(crate) kind: Option<usize>,
    pub(crate) amounts: Vec<usize>,
    /// Days and months.
    pub(crate) dates: Vec<usize>,
    pub(crate) currency: Option<usize>,
    /// The currency of rows that name none, by its letters.
    pub(crate) usual_currency: Option<String>,
    /// The column of what amounts are worth, and the ledger's currency, in which it is said.
    pub(crate) converted: Option<(usize, String)>,
    /// Whether somebody said the usual currency of these rows, so that it is not only the ledger's.
    pub(crate) is_currency_said: bool,
    /// What to do where a row is shown in another currency and states none.
    pub(crate) currency_remedy: &'static str,
    /// What to do about the currency of an amount that has its sign within the cell.
    pub(crate) text_remedy: &'static str,
    /// The columns that something is read from, where not all are.
    pub(crate) read: Option<Vec<usize>>,
    /// The columns of amounts of which somebody said whether they are counted in thousands or the like.
    pub(crate) units_said: Vec<usize>,
    /// How a text writes its numbers, where it is not as our own files do.
    pub(crate) number_format: Option<NumberFormat>,
}

impl KeyColumns {
    /// An amount as our own files write it, where it is one of the declared format.
    fn amount<'c>(&self, cell: &'c [u8]) -> Cow<'c, [u8]> {
        let plain = self.number_format.and_then(|format| format.plain(std::str::from_utf8(cell).ok()?));
        plain.map_or(Cow::Borrowed(cell), |plain| Cow::Owned(plain.into_bytes()))
    }
}

/// What a row of totals may be the sum of: all rows above, or those since an earlier row of totals.
const MOST_GROUPS: usize = 64;

/// What each column of amounts adds up to so far.
#[derive(Debug, Default)]
pub(super) struct ColumnTotals {
    sums: Vec<ColumnSum>,
}

#[derive(Debug, Clone)]
struct ColumnSum {
    /// `None` beyond what can be added.
    all: Option<i128>,
    /// What it was at the rows of totals passed so far.
    groups: Vec<i128>,
}

impl ColumnTotals {
    pub(super) fn new(columns: &KeyColumns) -> Self {
        Self { sums: vec![ColumnSum { all: Some(0), groups: Vec::new() }; columns.amounts.len()] }
    }

    /// Whether a row is the sum of those above: it calls itself so and is not an entry, or it has nothing but amounts.
    ///
    /// A row without a day may have more in the cell that calls it so: `Total Germany, 2025`.
    pub(super) fn is_total(record: &Record, columns: &KeyColumns) -> bool {
        let Some(kind) = columns.kind else { return false };
        let is_dated = columns.dates.iter().any(|&at| !record.is_blank_at(at));
        let is_label = |cell: &[u8]| {
            // Most cells cannot be, and a million rows are asked.
            let first = cell.trim_ascii_start().first();
            if first.is_none_or(|first| first.is_ascii_graphic() && !BEGINS.contains(&first.to_ascii_lowercase())) {
                return false;
            }
            let text = String::from_utf8_lossy(cell).to_lowercase();
            let text = text.trim().trim_end_matches([':', '：', '.']).trim_end();
            let begins = |word: &&str| {
                let rest = text.strip_prefix(*word);
                rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric() && c != '-'))
            };
            TOTAL.contains(&text) || (!is_dated && TOTAL.iter().any(begins))
        };
        if !record.is_blank_at(kind) && !record.get(kind).is_some_and(is_label) {
            return false;
        }
        let filled = || (0..record.len()).filter(|&at| !record.is_blank_at(at));
        let is_number = |at: usize| record.get(at).is_some_and(|cell| cell.iter().any(u8::is_ascii_digit));
        let amounts_only = || filled().count() > 0 && filled().all(|at| columns.amounts.contains(&at) && is_number(at));
        record.iter().any(is_label) || amounts_only()
    }

    pub(super) fn add_up(&mut self, record: &Record, columns: &KeyColumns) {
        for (at, sum) in columns.amounts.iter().zip(&mut self.sums) {
            if let (Some(cell), Some(so_far)) = (record.get(*at).map(<[u8]>::trim_ascii), sum.all)
                && !cell.is_empty()
            {
                sum.all = millionths(&columns.amount(cell)).and_then(|amount| so_far.checked_add(amount));
            }
        }
    }

    /// Adds nothing up from now on: a row is missing, which has faults of its own.
    pub(super) fn give_up(&mut self) {
        self.sums.iter_mut().for_each(|sum| sum.all = None);
    }

    /// Compares a row of totals with what the rows above add up to.
    pub(super) fn check(&mut self, record: &Record, row: RowStart, columns: &KeyColumns, faults: &mut Vec<RowFault>) {
        for (at, sum) in columns.amounts.iter().zip(&mut self.sums) {
            let stated = record.get(*at).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty());
            // What cannot be added up has faults of its own.
            let (Some(stated), Some(all)) = (stated, sum.all) else { continue };
            // Beside a total the currency is written more often than beside entries.
            let text = std::str::from_utf8(stated).map(without_currency);
            let found = millionths(&columns.amount(text.map_or(stated, str::as_bytes)));
            let is_sum_of_group = sum.groups.iter().any(|before| found == all.checked_sub(*before));
            if found != Some(all) && !is_sum_of_group {
                let message = format!(
                    "the row of totals says {}, and the rows above add up to {}",
                    short(&String::from_utf8_lossy(stated)),
                    shown(all)
                );
                faults.push(RowFault { row, cell: Some(*at), code: Code::TotalRow, message, hint: None });
            }
            if sum.groups.len() < MOST_GROUPS {
                sum.groups.push(all);
            }
        }
    }
}

/// An amount in millionths; `None` for everything but digits with a sign and a point.
fn millionths(cell: &[u8]) -> Option<i128> {
    let (negative, digits) = match cell.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, cell),
    };
    let (mut short, mut long, mut seen, mut decimals) = (0_i64, 0_i128, false, None::<usize>);
    for &byte in digits {
        match byte {
            b'0'..=b'9' if decimals.is_none_or(|count| count < DECIMALS) => {
                // Eighteen digits are no more than a machine word.
                if digits.len() <= 18 {
                    short = short * 10 + i64::from(byte - b'0');
                } else {
                    long = long.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                }
                seen = true;
                decimals = decimals.map(|count| count + 1);
            }
            b'.' if decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
    }
    let missing = u32::try_from(DECIMALS - decimals.unwrap_or(0)).ok()?;
    let sum = (long + i128::from(short)).checked_mul(10_i128.checked_pow(missing)?)?;
    seen.then_some(if negative { -sum } else { sum })
}

fn shown(sum: i128) -> String {
    let (whole, rest) = (sum.unsigned_abs() / 1_000_000, sum.unsigned_abs() % 1_000_000);
    let sign = if sum < 0 { "-" } else { "" };
    format!("{sign}{whole}.{rest:06}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_total_is_passed_over() {
        let begins = |name: &&str| !name.as_bytes()[0].is_ascii() || BEGINS.contains(&name.as_bytes()[0]);
        assert!(TOTAL.iter().all(begins));
    }

    #[test]
    fn amounts_add_up_exactly() {
        for (text, sum) in [
            ("92615", Some(92_615_000_000)),
            ("0.1", Some(100_000)),
            ("-1.25", Some(-1_250_000)),
            ("5.", Some(5_000_000)),
            ("", None),
            (".", None),
            ("1,000", None),
            ("0.1234567", None),
            ("1e5", None),
            ("123456789012345678", Some(123_456_789_012_345_678_000_000)),
            ("1234567890123456789.5", Some(1_234_567_890_123_456_789_500_000)),
        ] {
            assert_eq!(millionths(text.as_bytes()), sum, "{text}");
        }
        assert_eq!(millionths("9".repeat(60).as_bytes()), None);
        assert_eq!([shown(1_500_000), shown(-250_000), shown(100_000_000)], ["1.5", "-0.25", "100"]);
    }
}
