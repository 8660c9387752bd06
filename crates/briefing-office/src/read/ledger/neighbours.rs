//! Entries that are far out of line with those of the rows around them.

use briefing_model::{Amount, Code, LedgerEntry, LedgerFault};
use chrono::{Datelike, NaiveDate};

/// How many rows on either side are looked at.
const AROUND: usize = 4;

/// With fewer neighbours nothing is out of line.
const FEWEST: usize = 3;

/// How many times more, or less, than all around it is out of line: a thousand, as for a point that was misplaced between
/// thousands.
const TIMES: i128 = 1_000;

/// How many years from all around it is out of line: a digit of the year that was mistyped.
const YEARS: i32 = 10;

/// A warning for each entry whose amount or day is far from those of its neighbours in the file.
pub(super) fn out_of_line(entries: &[LedgerEntry]) -> Vec<LedgerFault> {
    let mut faults = Vec::new();
    amounts(entries, &mut faults);
    days(entries, &mut faults);
    faults
}

fn amounts(entries: &[LedgerEntry], faults: &mut Vec<LedgerFault>) {
    let figures: Vec<(&LedgerEntry, Amount)> =
        entries.iter().filter_map(|entry| entry.kind.amount().map(|amount| (entry, amount))).collect();
    for (at, (entry, amount)) in figures.iter().enumerate() {
        let around = || {
            let (before, after) = around(&figures, at);
            before.iter().chain(after).map(|(_, other)| *other).filter(|other| other.currency() == amount.currency())
        };
        let (this, times) = (amount.minor(), TIMES);
        let is_more = |other: Amount| other.minor().checked_mul(times).is_some_and(|most| this > most);
        let is_less = |other: Amount| this.checked_mul(times).is_some_and(|most| other.minor() > most);
        let out = |is_out: &dyn Fn(Amount) -> bool| around().all(is_out) && around().count() >= FEWEST;
        let word = if out(&is_more) {
            "more"
        } else if out(&is_less) {
            "less"
        } else {
            continue;
        };
        let message = format!("{amount} is over a thousand times {word} than the amounts of the rows around it");
        faults.push(LedgerFault { code: Code::OutOfLine, entries: vec![entry.id.clone()], message, hint: None });
    }
}

fn days(entries: &[LedgerEntry], faults: &mut Vec<LedgerFault>) {
    let dated: Vec<(&LedgerEntry, NaiveDate)> =
        entries.iter().filter_map(|entry| entry.counts_from().map(|day| (entry, day))).collect();
    for (at, (entry, day)) in dated.iter().enumerate() {
        let (before, after) = around(&dated, at);
        // A ledger begins with what is oldest, which is far from what comes next.
        let is_first = before.is_empty();
        let is_far = |(_, other): &(&LedgerEntry, NaiveDate)| (day.year() - other.year()).abs() >= YEARS;
        let is_out = before.iter().chain(after).all(is_far) && before.len() + after.len() >= FEWEST;
        let is_old = after.iter().all(|(_, other)| day < other);
        if is_out && !(is_first && is_old) {
            let message = format!("{} is ten years or more from the days of the rows around it", entry.effective);
            faults.push(LedgerFault { code: Code::OutOfLine, entries: vec![entry.id.clone()], message, hint: None });
        }
    }
}

/// The neighbours of an item: those before it, and those after it.
fn around<T>(all: &[T], at: usize) -> (&[T], &[T]) {
    let before = all.get(at.saturating_sub(AROUND)..at).unwrap_or_default();
    let after = all.get(at + 1..all.len().min(at + 1 + AROUND)).unwrap_or_default();
    (before, after)
}
