//! Rows of totals, which people write below their entries: compared with the rows above, and not added.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::format::without_currency;
use super::record::Record;
use super::value::NumberFormat;
use super::{RowFault, RowStart};
use crate::diagnostic::Code;
use crate::tree::short;

/// What a row of totals calls itself, in the languages of the United Nations and a few more.
const TOTAL: [&str; 38] = [
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
    "gesamtergebnis",
    "grand sum",
    "汇总",
    "الإجمالي الكلي",
];

/// What spreadsheets write behind the name of a group where they add it up: `Germany Total`.
const BEHIND_NAMES: [&str; 14] = [
    "total",
    "subtotal",
    "sub-total",
    "sum",
    "ergebnis",
    "summe",
    "gesamt",
    "somme",
    "suma",
    "итог",
    "итого",
    "всего",
    "сумма",
    "إجمالي",
];

/// The same in Chinese, where nothing stands between words.
const BEHIND_CHINESE: [&str; 4] = ["汇总", "合计", "总计", "小计"];

/// What ends as those do and is no total.
const NO_TOTALS: [&str; 2] = ["lump sum", "in sum"];

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
    /// Which rows are left out, where somebody said so of an export; none of a ledger's are.
    pub(crate) left_out: Option<LeftOut>,
}

/// The rows that a map leaves out.
#[derive(Debug, Clone, Default)]
pub(crate) struct LeftOut {
    /// By their lines.
    pub(crate) lines: Vec<u64>,
    /// By a column, and what it says then.
    pub(crate) words: Vec<(usize, Vec<String>)>,
}

impl LeftOut {
    fn has(&self, record: &Record, row: RowStart) -> bool {
        let says = |(at, words): &(usize, Vec<String>)| {
            let text = record.text(*at).split_whitespace().collect::<Vec<_>>().join(" ");
            words.contains(&text)
        };
        self.lines.contains(&row.line) || self.words.iter().any(says)
    }
}

impl KeyColumns {
    /// An amount as our own files write it, where it is one of the declared format.
    fn amount<'c>(&self, cell: &'c [u8]) -> Cow<'c, [u8]> {
        let plain = self.number_format.and_then(|format| format.plain(std::str::from_utf8(cell).ok()?));
        plain.map_or(Cow::Borrowed(cell), |plain| Cow::Owned(plain.into_bytes()))
    }
}

/// What each column of amounts adds up to so far.
#[derive(Debug, Default)]
pub(super) struct ColumnTotals {
    sums: Vec<ColumnSum>,
    /// What the rows so far are, in a ledger, and whether they are of more kinds than one.
    kind: Vec<u8>,
    are_mixed: bool,
}

/// The sum of a column with the rows that a map leaves out, and without them: a total may be either.
#[derive(Debug, Clone, Default)]
struct ColumnSum {
    all: RunningSum,
    kept: RunningSum,
}

#[derive(Debug, Clone)]
struct RunningSum {
    /// `None` beyond what can be added.
    so_far: Option<i128>,
    /// What it was at the rows of totals passed so far: the next may be the sum of what came since any of them.
    groups: BTreeSet<i128>,
}

impl Default for RunningSum {
    fn default() -> Self {
        Self { so_far: Some(0), groups: BTreeSet::new() }
    }
}

impl RunningSum {
    fn add(&mut self, amount: Option<i128>) {
        self.so_far = self.so_far.and_then(|so_far| so_far.checked_add(amount?));
    }

    /// Whether a total is the sum of all rows above, or of those since an earlier row of totals.
    fn is(&self, total: Option<i128>) -> bool {
        let before = self.so_far.and_then(|so_far| so_far.checked_sub(total?));
        before.is_some_and(|before| before == 0 || self.groups.contains(&before))
    }
}

impl ColumnTotals {
    pub(super) fn new(columns: &KeyColumns) -> Self {
        Self { sums: vec![ColumnSum::default(); columns.amounts.len()], kind: Vec::new(), are_mixed: false }
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
            if is_dated
                && first.is_none_or(|first| first.is_ascii_graphic() && !BEGINS.contains(&first.to_ascii_lowercase()))
            {
                return false;
            }
            let text = String::from_utf8_lossy(cell).to_lowercase();
            let text = text.trim().trim_end_matches([':', '：', '.']).trim_end();
            let begins = |word: &&str| {
                let rest = text.strip_prefix(*word);
                rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric() && c != '-'))
            };
            TOTAL.contains(&text)
                || (!is_dated && (TOTAL.iter().any(begins) || ends_as_total(text) || are_asterisks(text)))
        };
        if !record.is_blank_at(kind) && !record.get(kind).is_some_and(is_label) {
            return false;
        }
        let filled = || (0..record.len()).filter(|&at| !record.is_blank_at(at));
        let is_number = |at: usize| record.get(at).is_some_and(|_| is_figure(&record.text(at)));
        let amounts_only = || filled().count() > 0 && filled().all(|at| columns.amounts.contains(&at) && is_number(at));
        record.iter().any(is_label) || amounts_only()
    }

    /// Adds a row up, once it is known whether it has all of its cells.
    pub(super) fn add_up(&mut self, record: &Record, row: RowStart, columns: &KeyColumns, is_whole: bool) {
        let is_left_out = columns.left_out.as_ref().is_some_and(|left_out| left_out.has(record, row));
        for (at, sum) in columns.amounts.iter().zip(&mut self.sums) {
            let cell = record.get(*at).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty() && is_whole);
            if cell.is_none() && is_whole {
                continue;
            }
            let amount = cell.and_then(|cell| millionths(&columns.amount(cell)));
            sum.all.add(amount);
            if !is_left_out {
                sum.kept.add(amount);
            }
        }
        if let Some(kind) = columns.kind.filter(|_| columns.left_out.is_none()).and_then(|at| record.get(at)) {
            self.are_mixed |= !self.kind.is_empty() && self.kind != kind;
            if self.kind.is_empty() {
                self.kind = kind.to_vec();
            }
        }
    }

    /// Adds nothing up from now on: a row is missing, which has faults of its own.
    pub(super) fn give_up(&mut self) {
        self.sums.iter_mut().flat_map(|sum| [&mut sum.all, &mut sum.kept]).for_each(|sum| sum.so_far = None);
    }

    /// Compares a row of totals with what the rows above add up to.
    pub(super) fn check(&mut self, record: &Record, row: RowStart, columns: &KeyColumns, faults: &mut Vec<RowFault>) {
        let is_left_out = columns.left_out.as_ref().is_some_and(|left_out| left_out.has(record, row));
        for (at, sum) in columns.amounts.iter().zip(&mut self.sums) {
            let Some(stated) = record.get(*at).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            // Beside a total the currency is written more often than beside entries.
            let text = std::str::from_utf8(stated).map(without_currency);
            let found = millionths(&columns.amount(text.map_or(stated, str::as_bytes)));
            let fits = sum.all.is(found) || sum.kept.is(found);
            // What cannot be added up has faults of its own.
            if let Some(all) = sum.all.so_far.filter(|_| !fits && !is_left_out) {
                let stated = short(&String::from_utf8_lossy(stated));
                faults.push(mismatch(row, *at, &stated, (all, sum.kept.so_far), columns, self.are_mixed));
            }
            for sum in [&mut sum.all, &mut sum.kept] {
                sum.groups.extend(sum.so_far);
            }
        }
    }
}

/// What to say of a total that is not what the rows above it add up to.
fn mismatch(
    row: RowStart,
    cell: usize,
    stated: &str,
    (all, kept): (i128, Option<i128>),
    columns: &KeyColumns,
    are_mixed: bool,
) -> RowFault {
    let above = if are_mixed { "the rows above, of whatever kind," } else { "the rows above" };
    let without = kept.filter(|kept| *kept != all).map(shown);
    let without = without.map(|kept| format!(", or to {kept} without those that the map leaves out"));
    let message =
        format!("the row of totals says {stated}, and {above} add up to {}{}", shown(all), without.unwrap_or_default());
    let hint = if columns.left_out.is_some() {
        format!(
            "correct the amount that is wrong, or the total; where it is the sum of other rows, leave it out with `skip-rows = [{}]` in \
             the map",
            row.line
        )
    } else if are_mixed {
        "remove the row: a ledger needs none, and `briefing totals` says what it comes to".to_owned()
    } else {
        "correct the amount that is wrong, or remove the row of totals: a ledger needs none".to_owned()
    };
    RowFault { row, cell: Some(cell), code: Code::TotalRow, message, hint: Some(hint) }
}

/// Whether a text is a number, perhaps with its currency, and not a unit that has digits in it: `USD '000`, `x 1000`, `000`.
pub(crate) fn is_figure(text: &str) -> bool {
    let inside = text.trim().trim_start_matches(['(', '-', '−', '+']);
    let bare = without_currency(inside).trim_start_matches(['(', '-', '−', '+']);
    let is_multiplied = inside.starts_with(['x', 'X', '×']);
    let are_zeros = bare.starts_with("000") && bare.chars().all(|c| !c.is_numeric() || c == '0');
    bare.starts_with(|c: char| c.is_numeric() || matches!(c, '.' | ',')) && !is_multiplied && !are_zeros
}

/// Whether a text in small letters ends as the names of totals do: `germany total`.
pub(crate) fn ends_as_total(text: &str) -> bool {
    let is_apart = |name: &str| name.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '/' | '.'));
    let ends = |word: &&str| text.strip_suffix(*word).is_some_and(is_apart);
    let is_total = BEHIND_NAMES.iter().any(ends) || BEHIND_CHINESE.iter().any(|word| text.ends_with(word));
    is_total && !NO_TOTALS.iter().any(|words| text.ends_with(words))
}

/// Whether a text in small letters is what a row of totals calls itself, and nothing else.
pub(crate) fn is_name_of_total(text: &str) -> bool {
    TOTAL.contains(&text)
}

/// Whether a text is what SAP writes before its totals: an asterisk, more of them for totals of totals.
pub(crate) fn are_asterisks(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte == b'*')
}

/// What stands behind the name of a total that a text in small letters begins with: ` for April`; no number of a voucher, `SUM-12`.
pub(crate) fn behind_total(text: &str) -> Option<&str> {
    let rest =
        |name: &&str| text.strip_prefix(*name).filter(|rest| rest.starts_with([' ', '\u{a0}', ':', '：', '(', '（']));
    TOTAL.iter().filter_map(rest).min_by_key(|rest| rest.len())
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
    fn units_are_no_figures() {
        for text in ["370", "0", "0.00", "1,234.50", "1.234,50", "USD 370", "370 €", "(1,000)", "-5", ".5", "(USD 5)"]
        {
            assert!(is_figure(text), "{text}");
        }
        for text in ["", "USD '000", "US$ 000", "('000)", "000", "(EUR)", "x 1000", "tbc", "000,000"] {
            assert!(!is_figure(text), "{text}");
        }
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
