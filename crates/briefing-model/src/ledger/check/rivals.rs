//! Entries of which nothing but the order of rows says which holds, and entries that may count what another holds.

use std::collections::BTreeMap;

use crate::ledger::NONE;
use crate::ledger::fault::Faults;
use crate::ledger::view::View;
use crate::{
    Amount, Code, CorrectionKind, Currency, Day, Earmark, EntryId, EntryKind, LedgerEntry, Money, OpeningBalance, Rate,
};

pub(super) fn check(view: &View<'_>, faults: &mut Faults) {
    changes(view, faults);
    corrections(view, faults);
    balances(view, faults);
    rates_apart(view, faults);
}

/// Reports changes of one pledge that took effect and were recorded on the same days, where it matters which was first.
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

/// A revision states the whole, and forgets what was withdrawn or paid back before.
fn depend_on_order(one: &EntryKind, other: &EntryKind) -> bool {
    match (one, other) {
        (EntryKind::Revision(one), EntryKind::Revision(other)) => one.terms != other.terms,
        (EntryKind::Revision(_), EntryKind::Withdrawal(_) | EntryKind::Refund(_))
        | (EntryKind::Withdrawal(_) | EntryKind::Refund(_), EntryKind::Revision(_)) => true,
        _ => false,
    }
}

/// Reports corrections of one entry that were recorded on one day, and say different things of one of its parts.
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

/// Reports what took effect by the day of an opening balance of the same contributor, for the same: the balance may hold it.
///
/// A note in the row shows that whoever wrote it knows of the other.
fn balances(view: &View<'_>, faults: &mut Faults) {
    let there = || (0_u32..).zip(&view.ledger.entries).filter_map(|(at, _)| Some((at, view.entry(at)?)));
    let mut balances: BTreeMap<u32, Vec<(&LedgerEntry, &OpeningBalance)>> = BTreeMap::new();
    for (at, entry) in there() {
        if let EntryKind::OpeningBalance(balance) = &entry.kind
            && balance.itemizes.is_none()
        {
            let others = balances.entry(view.contributor(at)).or_default();
            let same = |(_, other): &&(&LedgerEntry, &OpeningBalance)| other.earmark == balance.earmark;
            if let Some((other, _)) = others.iter().find(same).filter(|_| entry.note.is_none()) {
                let message =
                    format!("is another opening balance of the contributor of `{}`, and counts beside it", other.id);
                faults.add(Code::BesideBalance, &[&entry.id, &other.id], message);
            }
            others.push((entry, balance));
        }
    }
    if balances.is_empty() {
        return;
    }
    for (at, entry) in there().filter(|(_, entry)| entry.note.is_none() && entry.kind.itemizes().is_none()) {
        let earmark: &Earmark = match &entry.kind {
            EntryKind::Pledge(pledge) => &pledge.earmark,
            EntryKind::Receipt(receipt) if receipt.pledge.is_none() => &receipt.earmark,
            _ => continue,
        };
        let of_contributor = Some(view.contributor(at)).filter(|key| *key != NONE).and_then(|key| balances.get(&key));
        let holds = |(balance, opening): &&(&LedgerEntry, &OpeningBalance)| {
            entry.counts_from() <= balance.counts_from() && opening.earmark.agrees_with(earmark)
        };
        if let Some((balance, _)) = of_contributor.into_iter().flatten().find(holds) {
            let message = format!(
                "took effect by {}, the day of the opening balance `{}`, and counts beside it",
                balance.effective, balance.id
            );
            faults.add(Code::BesideBalance, &[&entry.id, &balance.id], message);
        }
    }
}

/// Whether one unit would be worth ten or more of a currency of which the dearest, the Kuwaiti dinar, is worth four.
fn is_worth_too_much(currency: Currency, worth: i128, totals: Currency) -> bool {
    const DEAR: [Currency; 4] = [Currency::USD, Currency::EUR, Currency::GBP, Currency::CHF];
    let unit = |currency: Currency| 10_i128.pow(currency.minor_units());
    DEAR.contains(&totals) && worth.saturating_mul(unit(currency)) >= (10 * UNITS).saturating_mul(unit(totals))
}

/// How many times another a rate may be, before one of the two is taken to be the wrong way round or to have lost its point.
const APART: i128 = 10;

/// So many minor units, of which the worth is compared.
const UNITS: i128 = 1_000_000_000;

/// Reports what a currency is said to be worth, by rates and by values, where it is far from what was said of it before.
fn rates_apart(view: &View<'_>, faults: &mut Faults) {
    let mut said: BTreeMap<Currency, Vec<(Day, i128, &LedgerEntry)>> = BTreeMap::new();
    for entry in (0_u32..).zip(&view.ledger.entries).filter_map(|(at, _)| view.entry(at)) {
        let of_amount = |amount: Amount, value: Option<Amount>| {
            let worth = value?.minor().checked_mul(UNITS)?.checked_div(amount.minor())?;
            Some((amount.currency(), worth))
        };
        let found = match &entry.kind {
            &EntryKind::Rate(Rate { from, to, rate }) => {
                let units = Money::from_minor(UNITS, from).and_then(|units| rate.convert(units, to));
                units.ok().map(|worth| (from, worth.minor()))
            }
            EntryKind::Receipt(receipt) => of_amount(receipt.amount, receipt.value()),
            EntryKind::Refund(refund) => of_amount(refund.amount, refund.value),
            kind => kind.terms().and_then(|terms| of_amount(terms.amount(), terms.value())),
        };
        let day = entry.effective.first_day().or_else(|| entry.counts_from());
        if let (Some((currency, worth @ 1..)), Some(day)) = (found, day) {
            said.entry(currency).or_default().push((day, worth, entry));
        }
    }
    let totals = view.ledger.settings.currency;
    for (currency, mut said) in said {
        said.sort_by_key(|&(day, ..)| day);
        if let Some((.., entry)) = said.iter().find(|(_, worth, _)| is_worth_too_much(currency, *worth, totals)) {
            let message = format!("values one {currency} at ten {totals} or more, and no currency is worth so much");
            faults.add(Code::RatesApart, &[&entry.id], message);
            continue;
        }
        let apart = |a: i128, b: i128| a.min(b).saturating_mul(APART) <= a.max(b);
        let Some(&(mut day_before, first, entry)) = said.first() else { continue };
        // One that is out of line is told once, and so is a new level that others keep to.
        let (mut settled, mut last) = ((first, entry), first);
        for &(day, worth, entry) in said.iter().skip(1) {
            let (was, other) = settled;
            // Two rates for one time are a fault of their own.
            let is_rival = day == day_before && [entry, other].iter().all(|one| one.kind.as_rate().is_some());
            if apart(worth, last) && apart(worth, was) && !is_rival {
                let how = if worth > was { ("ten times what", "or more") } else { ("a tenth of what", "or less") };
                let message = format!("values {currency} at {} `{}` does, {}", how.0, other.id, how.1);
                faults.add(Code::RatesApart, &[&entry.id, &other.id], message);
            } else {
                settled = (worth, entry);
            }
            day_before = day;
            last = worth;
        }
    }
}
