//! Entries of which only the order of the rows says which one holds, and entries that may count what another already
//! includes.

use std::collections::BTreeMap;

use super::notes::says_beside;
use crate::ledger::NONE;
use crate::ledger::fault::Faults;
use crate::ledger::view::View;
use crate::{Code, CorrectionKind, Day, EntryId, EntryKind, LedgerEntry, OpeningBalance};

pub(super) fn check(view: &View<'_>, faults: &mut Faults) {
    changes(view, faults);
    corrections(view, faults);
    balances(view, faults);
    remainders(view, faults);
}

/// Reports changes to a pledge that took effect on the same day and were recorded on the same day, if it matters which
/// came first.
fn changes(view: &View<'_>, faults: &mut Faults) {
    for (_, rows) in view.lines().filter(|(_, rows)| rows.len() > 1) {
        let entries = rows.iter().filter_map(|&at| view.entry(at));
        let mut same_days: (Option<Day>, Option<Day>, Vec<&LedgerEntry>) = (None, None, Vec::new());
        for entry in entries.filter(|entry| entry.kind.about().is_some() && entry.kind.as_receipt().is_none()) {
            let days = (entry.counts_from(), Some(entry.recorded));
            if (same_days.0, same_days.1) != days {
                same_days = (days.0, days.1, Vec::new());
            }
            if let Some(other) = same_days.2.iter().find(|other| depend_on_order(&other.kind, &entry.kind)) {
                rival(entry, other, "changes the pledge on the same day as", faults);
            }
            same_days.2.push(entry);
        }
    }
}

/// A revision states the whole, and overrides what was withdrawn or paid back before.
fn depend_on_order(one: &EntryKind, other: &EntryKind) -> bool {
    match (one, other) {
        (EntryKind::Revision(one), EntryKind::Revision(other)) => one.terms != other.terms,
        (EntryKind::Revision(_), EntryKind::Withdrawal(_) | EntryKind::Refund(_))
        | (EntryKind::Withdrawal(_) | EntryKind::Refund(_), EntryKind::Revision(_)) => true,
        _ => false,
    }
}

/// Reports corrections of one entry that were recorded on the same day and contradict each other in some part.
fn corrections(view: &View<'_>, faults: &mut Faults) {
    let mut of_one_day: BTreeMap<(&EntryId, Day), Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in view.ledger.corrections.iter().filter_map(|&at| view.entry(at)) {
        let Some(correction) = entry.kind.as_correction() else { continue };
        let CorrectionKind::Amend(amendment) = &correction.change else { continue };
        let others = of_one_day.entry((&correction.of, entry.recorded)).or_default();
        let contradicts = |other: &&&LedgerEntry| match other.kind.as_correction().map(|other| &other.change) {
            Some(CorrectionKind::Amend(other)) => amendment.contradicts(other),
            Some(CorrectionKind::Void) | None => false,
        };
        if let Some(other) = others.iter().find(contradicts) {
            rival(entry, other, "corrects the same entry on the same day as", faults);
        }
        others.push(entry);
    }
}

fn rival(entry: &LedgerEntry, other: &LedgerEntry, does: &str, faults: &mut Faults) {
    let message = format!("{does} `{}`, and only the order of the rows says which of the two holds", other.id);
    let hint = match entry.kind.as_correction() {
        Some(_) => format!("delete the one that is wrong, or correct the day on which `{}` was recorded", entry.id),
        None => format!("write the day on which each took effect; if `{0}` was wrong, correct or void `{0}`", other.id),
    };
    faults.add_with_hint(Code::RivalChanges, &[&entry.id, &other.id], message, Some(hint));
}

/// Reports what took effect by the day of an opening balance of the same contributor for the same purpose: the balance
/// may include it.
fn balances(view: &View<'_>, faults: &mut Faults) {
    let there = || (0_u32..).zip(&view.ledger.entries).filter_map(|(at, _)| Some((at, view.entry(at)?)));
    let mut balances: BTreeMap<u32, Vec<(&LedgerEntry, &OpeningBalance)>> = BTreeMap::new();
    for (at, entry) in there() {
        if let EntryKind::OpeningBalance(balance) = &entry.kind
            && balance.itemizes.is_none()
        {
            let others = balances.entry(view.contributor(at)).or_default();
            let same = |(_, other): &&(&LedgerEntry, &OpeningBalance)| other.earmark == balance.earmark;
            if let Some((other, _)) = others.iter().find(same).filter(|(other, _)| !says_beside(entry, &other.id)) {
                let message =
                    format!("is another opening balance of the contributor of `{}`, and counts beside it", other.id);
                faults.add_with_hint(Code::BesideBalance, &[&entry.id, &other.id], message, Some(unless(&other.id)));
            }
            others.push((entry, balance));
        }
    }
    if balances.is_empty() {
        return;
    }
    for (at, entry) in there().filter(|(_, entry)| entry.kind.itemizes().is_none()) {
        let is_on_pledge = entry.kind.as_receipt().is_some_and(|receipt| receipt.pledge.is_some());
        let is_new = matches!(entry.kind, EntryKind::Pledge(_) | EntryKind::Receipt(_)) && !is_on_pledge;
        let Some(earmark) = entry.kind.earmark().filter(|_| is_new) else { continue };
        let of_contributor = Some(view.contributor(at)).filter(|key| *key != NONE).and_then(|key| balances.get(&key));
        let holds = |(balance, opening): &&(&LedgerEntry, &OpeningBalance)| {
            entry.counts_from() <= balance.counts_from()
                && opening.earmark.agrees_with(earmark)
                && !says_beside(entry, &balance.id)
        };
        if let Some((balance, _)) = of_contributor.into_iter().flatten().find(holds) {
            beside_balance(entry, balance, faults);
        }
    }
}

/// Reports an entry that took effect by the day of an opening balance that may include it.
pub(super) fn beside_balance(entry: &LedgerEntry, balance: &LedgerEntry, faults: &mut Faults) {
    let message = format!(
        "took effect by {}, the day of the opening balance `{}`, and counts beside it",
        balance.effective, balance.id
    );
    faults.add_with_hint(Code::BesideBalance, &[&entry.id, &balance.id], message, Some(unless(&balance.id)));
}

/// What to do about money that a balance may include.
fn unless(balance: &EntryId) -> String {
    format!(
        "strike out, in a row of kind `void`, what the balance holds; if it is not part of the balance, write `beside {balance}` \
         in `note`"
    )
}

/// Reports entries that came by the day of a remainder, on a pledge that itemizes it, and do not itemize it themselves:
/// the remainder may include them.
fn remainders(view: &View<'_>, faults: &mut Faults) {
    for (root, rows) in view.lines() {
        let Some(pledge) = view.entry(root) else { continue };
        let Some(sum) = view.itemized(pledge, Day::MAX).and_then(|at| view.entry(at)) else { continue };
        let Some(remainder) = sum.kind.as_remainder() else { continue };
        for entry in rows.iter().filter(|&&at| at != root).filter_map(|&at| view.entry(at)) {
            let is_held = match &entry.kind {
                EntryKind::Receipt(receipt) => remainder.received.is_some() && receipt.itemizes().is_none(),
                EntryKind::Refund(_) => remainder.received.is_some(),
                EntryKind::Revision(_) | EntryKind::Withdrawal(_) => remainder.pledged.is_some(),
                EntryKind::Pledge(_)
                | EntryKind::Allocation(_)
                | EntryKind::InKind(_)
                | EntryKind::OpeningBalance(_)
                | EntryKind::Remainder(_)
                | EntryKind::Rate(_)
                | EntryKind::Assertion(_)
                | EntryKind::Correction(_) => false,
            };
            if !is_held || entry.counts_from() > sum.counts_from() || says_beside(entry, &sum.id) {
                continue;
            }
            let message = format!(
                "took effect by {}, the day of the remainder `{}`, of which `{}` is a part, and counts beside it",
                sum.effective, sum.id, pledge.id
            );
            let otherwise = format!("if it is not part of what was known in sum, write `beside {}` in `note`", sum.id);
            let hint = if entry.kind.as_receipt().is_some() {
                format!("write `{}` under `itemizes`; {otherwise}", sum.id)
            } else {
                format!(
                    "strike it out in a row of kind `void`, and let `{}` say what was left of the pledge by then; {otherwise}",
                    pledge.id
                )
            };
            faults.add_with_hint(Code::BesideBalance, &[&entry.id, &sum.id, &pledge.id], message, Some(hint));
        }
    }
}
