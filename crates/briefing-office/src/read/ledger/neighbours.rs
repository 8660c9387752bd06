//! Entries that are far out of line with those of the rows around them.

use std::collections::BTreeMap;

use briefing_model::{Amount, Code, Currency, EntryId, Fault, FieldPath, LedgerEntry, Promise};

/// How many rows on either side are looked at.
const AROUND: usize = 4;

/// With fewer neighbours nothing is out of line.
const FEWEST: usize = 3;

/// How many times more, or less, than all around it is out of line: a thousand, as for a point that was misplaced between
/// thousands.
const TIMES: i128 = 1_000;

/// How many times more, or less, than another entry on the same pledge an amount may be for that one to bear it out: a payment is a part of its
/// pledge, and seldom a hundredth of it; a point that was misplaced is a thousand.
const ON_ONE_PLEDGE: i128 = 100;

/// How many years from all around it is out of line: a digit of the year that was mistyped.
const YEARS: i32 = 10;

/// A warning for each entry whose amount or day is far from those of its neighbours in the file.
pub(super) fn out_of_line(entries: &[LedgerEntry]) -> Vec<Fault> {
    let mut faults = Vec::new();
    amounts(entries, &mut faults);
    days(entries, &mut faults);
    faults
}

fn amounts(entries: &[LedgerEntry], faults: &mut Vec<Fault>) {
    // Positions, because a ledger may have a million entries.
    let figures: Vec<u32> =
        (0_u32..).zip(entries).filter(|(_, entry)| entry.kind.amount().is_some()).map(|(at, _)| at).collect();
    let amount_at = |at: &u32| entries.get(*at as usize).and_then(|entry| entry.kind.amount());
    let mut pledges = None;
    for (place, (at, entry)) in figures.iter().filter_map(|at| Some((*at, entries.get(*at as usize)?))).enumerate() {
        let Some(amount) = amount_at(&at) else { continue };
        let around = || {
            let (before, after) = around(&figures, place);
            before.iter().chain(after).filter_map(amount_at).filter(|other| other.currency() == amount.currency())
        };
        let is_more = |other: Amount| is_over(amount.minor(), TIMES, other.minor());
        let is_less = |other: Amount| is_over(other.minor(), TIMES, amount.minor());
        let (word, is_more) = if around().all(is_more) {
            ("more", true)
        } else if around().all(is_less) {
            ("less", false)
        } else {
            continue;
        };
        let bears_out = |(currency, other): (Currency, i128)| {
            let (more, less) = if is_more { (amount.minor(), other) } else { (other, amount.minor()) };
            currency == amount.currency() && !is_over(more, ON_ONE_PLEDGE, less)
        };
        let is_far = around().count() >= FEWEST;
        // Few ledgers have any, and the others need not be gone through once more.
        let is_borne_out = |pledges: &BTreeMap<&EntryId, Vec<u32>>| {
            let own = [Some(&entry.id), entry.kind.about()].into_iter().flatten();
            let others = own.filter_map(|id| pledges.get(id)).flatten().filter(|other| **other != at);
            others.filter_map(|at| size(entries.get(*at as usize)?)).any(bears_out)
        };
        if is_far && !is_borne_out(pledges.get_or_insert_with(|| by_pledge(entries))) {
            let message = format!("{amount} is over a thousand times {word} than the amounts of the rows around it");
            faults.push(fault(entry, &message));
        }
    }
}

/// Whether an amount is more than so many times another.
fn is_over(amount: i128, times: i128, other: i128) -> bool {
    other.checked_mul(times).is_some_and(|most| amount > most)
}

/// What an entry comes to, or the pledges that an opening balance stands for.
fn size(entry: &LedgerEntry) -> Option<(Currency, i128)> {
    let amount = entry.kind.amount().map(|amount| (amount.currency(), amount.minor()));
    amount.or_else(|| match entry.kind.promise()? {
        Promise::Balance(opening) => opening.pledged.map(|pledged| (pledged.currency(), pledged.minor())),
        Promise::Terms(_) => None,
    })
}

/// The positions of the entries that belong together: under the name of a pledge or payment, itself and what is about it.
fn by_pledge(entries: &[LedgerEntry]) -> BTreeMap<&EntryId, Vec<u32>> {
    let mut pledges: BTreeMap<&EntryId, Vec<u32>> = BTreeMap::new();
    for (at, entry) in (0_u32..).zip(entries) {
        for id in [Some(&entry.id), entry.kind.about()].into_iter().flatten() {
            pledges.entry(id).or_default().push(at);
        }
    }
    pledges
}

fn days(entries: &[LedgerEntry], faults: &mut Vec<Fault>) {
    let dated: Vec<(u32, i32)> =
        (0_u32..).zip(entries).filter_map(|(at, entry)| entry.counts_from().map(|day| (at, day.year()))).collect();
    for (place, (at, year)) in dated.iter().enumerate() {
        let (before, after) = around(&dated, place);
        let is_far = |(_, other): &(u32, i32)| (year - other).abs() >= YEARS;
        if !before.iter().chain(after).all(is_far) || before.len() + after.len() < FEWEST {
            continue;
        }
        // A ledger begins with what is oldest, which is far from what comes next.
        let is_beginning = before.is_empty() && after.iter().all(|(_, other)| year < other);
        // What takes effect after it was recorded is told as such.
        let is_ahead = |entry: &&LedgerEntry| entry.effective.first_day().is_some_and(|first| first > entry.recorded);
        if let Some(entry) = entries.get(*at as usize).filter(|entry| !is_beginning && !is_ahead(entry)) {
            let message = format!("{} is ten years or more from the days of the rows around it", entry.effective);
            faults.push(fault(entry, &message));
        }
    }
}

fn fault(entry: &LedgerEntry, message: &str) -> Fault {
    Fault::new(Code::OutOfLine, FieldPath::entry(Some(entry.id.clone())), format!("`{}`: {message}", entry.id))
}

/// The neighbours of an item: those before it, and those after it.
fn around<T>(all: &[T], at: usize) -> (&[T], &[T]) {
    let before = all.get(at.saturating_sub(AROUND)..at).unwrap_or_default();
    let after = all.get(at + 1..all.len().min(at + 1 + AROUND)).unwrap_or_default();
    (before, after)
}
