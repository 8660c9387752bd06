//! Whether an issue knows of the payments that its refunds pay back, and whether what it knows is in order.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::figures::above_remainders;
use crate::ledger::Ledger;
use crate::ledger::fault::Faults;
use crate::ledger::line::LedgerLine;
use crate::ledger::view::View;
use crate::{AsOf, Code, Currency, Day, EntryKind, EntryKindName, Fault, FieldPath, LedgerEntry, LedgerError};

/// Checks the ledger as an issue knows it, for faults that the ledger as known now does not have.
pub(in crate::ledger) fn issue(ledger: &Ledger, at: AsOf, faults: &mut Faults) {
    let view = LazyCell::new(|| View::new(ledger, at.known));
    let latest = LazyCell::new(|| View::new(ledger, Day::MAX));
    if ledger.entries.iter().any(|entry| entry.kind.name() == EntryKindName::Refund) {
        arrived(at, &view, &latest, faults);
    }
    if !ledger.corrections.is_empty() {
        in_order(at, &view, &latest, faults);
    }
    if ledger.entries.iter().any(|entry| entry.kind.itemizes().is_some()) {
        held(at, &view, faults);
    }
}

/// Reports remainders of which more is itemized than they hold, as an issue knows them, although not as known now.
fn held(at: AsOf, view: &View<'_>, faults: &mut Faults) {
    // A sum that is too large has been reported already.
    for above in above_remainders(view, at.in_effect).unwrap_or_default() {
        let Some((&last, others)) = above.entries.split_last() else { continue };
        let known = at.known;
        let message = format!("{}, as known on {known}", above.message);
        let hint = format!(
            "if what was recorded of them later was known by {known}, correct its day in the column `recorded`"
        );
        let fault = Fault::new(Code::ItemizedAboveRemainder, FieldPath::entry(Some(last.clone())), message);
        let related = others.iter().copied().chain([above.remainder]);
        let fault = related.fold(fault.with_hint(hint), |fault, id| {
            fault.with_related(format!("entry `{id}`"), FieldPath::entry(Some(id.clone())))
        });
        faults.add_part(last, fault);
    }
}

/// A view that is made when it is first used.
type LazyView<'l, F> = LazyCell<View<'l>, F>;

/// Reports refunds of what had not arrived as an issue knows it, although it had as known now.
fn arrived<'l>(at: AsOf, view: &View<'l>, latest: &LazyView<'l, impl FnOnce() -> View<'l>>, faults: &mut Faults) {
    let is_refund = |row: &u32| view.entry(*row).is_some_and(|entry| entry.kind.name() == EntryKindName::Refund);
    for (root, rows) in view.lines().filter(|(_, rows)| rows.iter().any(is_refund)) {
        let Ok(Some((row, refund))) = overdrawing(view, root, rows, at.in_effect) else { continue };
        let Some((day, missing)) = known_since(latest, row, at) else { continue };
        let (known, id) = (at.known, &refund.id);
        let names: Vec<String> = missing.iter().map(|entry| format!("`{}`", entry.id)).collect();
        let (names, was, its) = match names.as_slice() {
            [one] => (one.clone(), "was", "its day"),
            [firsts @ .., last] => (format!("{} and {last}", firsts.join(", ")), "were", "their days"),
            [] => continue,
        };
        let message = match missing.iter().all(|entry| entry.recorded == day) {
            true => format!("pays back more than had arrived, as known on {known}: {names} {was} recorded on {day}"),
            false => {
                format!(
                    "pays back more than had arrived, as known on {known}: {names} {was} recorded later, the last on {day}"
                )
            }
        };
        let hint = format!(
            "if {names} {was} known by {known}, correct {its} in the column `recorded`; otherwise correct that of `{id}`, which is then {day} or later"
        );
        let place = FieldPath::entry(Some(id.clone())).key("recorded");
        let fault = Fault::new(Code::NegativeStanding, place, message).with_hint(hint);
        let fault = missing.iter().fold(fault, |fault, entry| {
            fault.with_related(format!("entry `{}`", entry.id), FieldPath::entry(Some(entry.id.clone())))
        });
        faults.add_part(id, fault);
    }
}

/// Reports entries that count before what they change, as an issue knows them, although not as known now.
fn in_order<'l>(at: AsOf, view: &View<'l>, latest: &LazyView<'l, impl FnOnce() -> View<'l>>, faults: &mut Faults) {
    let ledger = view.ledger;
    for (row, _) in (0_u32..).zip(&ledger.entries).filter(|(_, entry)| entry.kind.name().changes()) {
        let early = |view: &View<'_>| {
            let entry = view.entry(row)?;
            let target = view.entry(ledger.find(entry.kind.about()?)?)?;
            let (day, from) = (entry.counts_from()?, target.counts_from()?);
            (day < from).then(|| (entry.id.clone(), target.id.clone(), day, from))
        };
        let Some((id, target, day, from)) = early(view).filter(|(.., day, _)| *day <= at.in_effect) else { continue };
        if early(latest).is_some() {
            continue;
        }
        let known = at.known;
        let message = format!("counts from {day}, but entry `{target}`, as known on {known}, only from {from}");
        let hint = format!(
            "if what was recorded of them later was known by {known}, correct its day in the column `recorded`"
        );
        let place = FieldPath::entry(Some(id.clone())).key("effective");
        let fault = Fault::new(Code::EffectiveBeforeTarget, place, message).with_hint(hint);
        let fault = fault.with_related(format!("entry `{target}`"), FieldPath::entry(Some(target)));
        faults.add_part(&id, fault);
    }
}

/// The first refund, of those that count on a day, that pays back more than had arrived on its line.
fn overdrawing<'v>(
    view: &'v View<'_>,
    root: u32,
    rows: &[u32],
    day: Day,
) -> Result<Option<(u32, &'v LedgerEntry)>, LedgerError> {
    let mut line = LedgerLine::new(view, day);
    line.open(root)?;
    for &row in rows {
        line.apply(row)?;
        let refund = view.active(row, day).filter(|entry| entry.kind.name() == EntryKindName::Refund);
        if let Some(refund) = refund.filter(|_| line.is_overdrawn()) {
            return Ok(Some((row, refund)));
        }
    }
    Ok(None)
}

/// The day from which it is known that what a refund pays back had arrived, and the entries that say so: payments that
/// an issue does not know, and corrections and rates recorded on that day.
fn known_since<'a>(latest: &View<'a>, refund: u32, at: AsOf) -> Option<(Day, Vec<&'a LedgerEntry>)> {
    let ledger = latest.ledger;
    let line_of = |view: &View<'a>| {
        let line = view.lines().find(|(_, rows)| rows.contains(&refund));
        line.map(|(root, rows)| (root, rows.to_vec()))
    };
    let (root, rows) = line_of(latest)?;
    let is_on_line = |row: u32| row == root || rows.contains(&row);
    let on_line = || rows.iter().chain([&root]).filter_map(|&row| ledger.entry_at(row));
    let currencies: BTreeSet<Currency> = on_line().filter_map(|entry| Some(entry.kind.amount()?.currency())).collect();
    let may_say_so = |(place, entry): &(u32, &LedgerEntry)| match &entry.kind {
        EntryKind::Receipt(_) => is_on_line(*place),
        EntryKind::Correction(correction) => ledger.find(&correction.of).is_some_and(|of| {
            is_on_line(of) || ledger.entry_at(of).is_some_and(|entry| entry.kind.name() == EntryKindName::Rate)
        }),
        EntryKind::Rate(rate) => currencies.contains(&rate.from),
        EntryKind::Pledge(_)
        | EntryKind::Revision(_)
        | EntryKind::Withdrawal(_)
        | EntryKind::Refund(_)
        | EntryKind::Allocation(_)
        | EntryKind::InKind(_)
        | EntryKind::OpeningBalance(_)
        | EntryKind::Remainder(_)
        | EntryKind::Assertion(_) => false,
    };
    let candidates: Vec<(u32, &LedgerEntry)> =
        (0_u32..).zip(&ledger.entries).filter(|(_, entry)| at.known < entry.recorded).filter(may_say_so).collect();
    let days: BTreeSet<Day> = candidates.iter().map(|(_, entry)| entry.recorded).collect();
    let has_arrived = |day: &Day| {
        let view = View::new(ledger, *day);
        line_of(&view).is_some_and(|(root, rows)| matches!(overdrawing(&view, root, &rows, at.in_effect), Ok(None)))
    };
    let day = days.into_iter().find(has_arrived)?;
    let says_so = |entry: &&LedgerEntry| {
        entry.recorded == day || (entry.recorded < day && entry.kind.name() == EntryKindName::Receipt)
    };
    Some((day, candidates.into_iter().map(|(_, entry)| entry).filter(says_so).collect()))
}
