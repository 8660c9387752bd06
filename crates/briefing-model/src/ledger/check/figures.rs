//! The sums of the entries.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::notes::says_worth_unknown;
use crate::ledger::Ledger;
use crate::ledger::coverage::Bases;
use crate::ledger::fault::Faults;
use crate::ledger::figures::{Pool, Sums, Tally};
use crate::ledger::knowledge::Basis;
use crate::ledger::line::{LedgerLine, LineValue, UnvaluedLine};
use crate::ledger::view::View;
use crate::rounding::divide;
use crate::{
    Amount, AmountOrZero, Assertion, Certainty, Code, Correction, CorrectionKind, Currency, Day, EntryId, EntryKind,
    EntryKindName, LedgerEntry, LedgerError, Money, PartialDate, Rate, RateValue, Reach, Terms, WhenShape,
};

/// The number of earlier entries that make a history.
const HISTORY: u32 = 4;
/// The multiple of the largest of them that is out of proportion.
const PROPORTION: i128 = 20;

/// What entries itemize of each remainder, and which entries.
type Itemized<'a> = BTreeMap<u32, (i128, Vec<&'a EntryId>)>;

/// The entries that the totals leave out because their worth is not known: for each currency, the first entry, its
/// amount, and the number of others.
pub(super) type LeftOut<'a> = BTreeMap<Currency, (&'a EntryId, i128, usize)>;

/// Checks every line, with all its corrections, and their sums.
pub(super) fn lines<'a>(view: &View<'a>, last: Day, faults: &mut Faults) -> LeftOut<'a> {
    let mut itemized = Itemized::new();
    let mut paid: Vec<&EntryId> = Vec::new();
    let mut left_out = LeftOut::new();
    let (mut sums, mut pool) = (Sums::default(), Pool::new(view, last));
    for (at, rows) in view.lines() {
        let Some(root) = view.ledger.entry_at(at) else {
            continue;
        };
        let added = line(view, at, rows, last, faults).and_then(|(value, unvalued, remainder)| {
            let is_said = || rows.iter().filter_map(|&row| view.entry(row)).any(says_worth_unknown);
            for part in unvalued.iter().filter(|part| part.left_out > 0 && !says_worth_unknown(root) && !is_said()) {
                let others = left_out.entry(part.currency).and_modify(|(.., more)| *more += 1);
                others.or_insert((&root.id, part.left_out, 0));
            }
            if let Some(remainder) = remainder {
                let (sum, entries) = itemized.entry(remainder).or_default();
                *sum = sum.saturating_add(value.moved_pledged);
                entries.push(&root.id);
            }
            if value.moved_received > 0 {
                let takes_out =
                    |entry: &&LedgerEntry| entry.kind.as_receipt().is_some_and(|one| one.itemizes().is_some());
                let payment = rows.iter().rev().filter_map(|&row| view.active(row, last)).find(takes_out);
                paid.push(payment.map_or(&root.id, |payment| &payment.id));
            }
            pool.take(&value);
            sums.add(value.into())
        });
        if added.is_err() {
            too_large(faults, &[&root.id]);
        }
    }
    remainders(view, last, itemized, faults);
    // If there are several remainders, the last may state what was received for all of them.
    if let Some(remainder) = last_received(view, last).filter(|_| pool.moved_received > pool.received) {
        let (held, sum) = (show(pool.received, view), show(pool.moved_received, view));
        let message = format!(
            "itemizes what was received of remainder `{}`, which is {held}, and in all {sum} are itemized",
            remainder.id
        );
        let entries: Vec<&EntryId> = paid.into_iter().rev().chain([&remainder.id]).collect();
        faults.add(Code::ItemizedAboveRemainder, &entries, message);
    }
    let currency = view.ledger.settings.currency;
    let surplus = Money::from_minor(pool.sums(&sums).surplus, currency).ok().filter(|surplus| surplus.minor() > 0);
    // What is not stated may be just as much.
    let is_open = |&at: &u32| {
        let sum = view.active(at, last).and_then(|entry| entry.kind.as_remainder());
        sum.is_some_and(|sum| sum.leaves_pledges_open(true))
    };
    if view.ledger.settings.coverage.pledges != Reach::Documented
        && !view.ledger.remainders.iter().any(is_open)
        && let Some((surplus, last)) = surplus.zip(last_received(view, last))
    {
        let message = format!("{surplus} more was received than pledged, as far as both are known in sum");
        let hint = "compare `amount`, which is what was pledged, and `received` with their source".to_owned();
        faults.add_with_hint(Code::ReceivedAbovePledged, &[&last.id], message, Some(hint));
    }
    // What is pledged or received is never negative here, so no part is larger than its sum.
    let total = sums.add(pool.sums(&sums)).map(|()| sums);
    let is_money = |minor: i128| Money::from_minor(minor, currency).is_ok();
    if !total.is_ok_and(|total| is_money(total.pledged) && is_money(total.received)) {
        too_large(faults, &[]);
    }
    left_out
}

/// The last remainder that states what was received.
fn last_received<'v>(view: &'v View<'_>, last: Day) -> Option<&'v LedgerEntry> {
    let mut remainders = view.ledger.remainders.iter().filter_map(|&at| view.active(at, last));
    remainders.rfind(|entry| entry.kind.as_remainder().is_some_and(|sum| sum.received.is_some()))
}

/// Reports what the totals leave out, once per currency.
pub(super) fn worths(view: &View<'_>, left_out: LeftOut<'_>, faults: &mut Faults) {
    let totals = view.ledger.settings.currency;
    for (currency, (entry, minor, more)) in left_out {
        let Ok(amount) = Money::from_minor(minor, currency) else { continue };
        let others = match more {
            0 => String::new(),
            1 => format!(", nor what another entry in {currency} is"),
            more => format!(", nor what {more} other entries in {currency} are"),
        };
        let message =
            format!("{amount} of it is left out of the totals: nothing says what that is worth in {totals}{others}");
        let hint = format!(
            "write the worth in the column `value`, enter a `rate` for {currency}, or write `worth unknown` in `note`, and why"
        );
        faults.add_with_hint(Code::WorthUnknown, &[entry], message, Some(hint));
    }
}

/// Reports rates for a single day that apply to no amount, if the worth of other amounts in their currency is not
/// known.
///
/// What the totals leave out for want of such a rate is then not reported in addition.
pub(super) fn rates(view: &View<'_>, left_out: &mut LeftOut<'_>, faults: &mut Faults) {
    let there = || view.ledger.entries.iter().filter(|entry| view.entry_is_there(entry));
    if !view.ledger.entries.iter().any(|entry| entry.kind.name() == EntryKindName::Rate) {
        return;
    }
    let mut served: BTreeMap<Currency, (BTreeSet<Day>, bool)> = BTreeMap::new();
    for entry in there() {
        let is_converted =
            entry.kind.terms().is_some() || matches!(entry.kind.name(), EntryKindName::Receipt | EntryKindName::Refund);
        let Some(amount) = entry.kind.amount().filter(|_| is_converted && entry.kind.value().is_none()) else {
            continue;
        };
        let Some(day) = entry.counts_from() else { continue };
        let (days, unknown) = served.entry(amount.currency()).or_default();
        *unknown |= view.rate(amount.currency(), day).is_none();
        days.insert(day);
    }
    for entry in there() {
        let (EntryKind::Rate(rate), WhenShape::At(PartialDate::Day(day))) = (&entry.kind, entry.effective.shape())
        else {
            continue;
        };
        if served.get(&rate.from).is_some_and(|(days, unknown)| *unknown && !days.contains(day)) {
            let message = format!("is of {day} alone, and no amount in {} took effect on that day", rate.from);
            faults.add(Code::RateUnused, &[&entry.id], message);
            left_out.remove(&rate.from);
        }
    }
    rival_rates(there(), faults);
}

/// Reports rates of one currency that differ for the same time, if [`Rate`] has no rule to choose between them.
fn rival_rates<'a>(entries: impl Iterator<Item = &'a LedgerEntry>, faults: &mut Faults) {
    type ByEnd<'a> = BTreeMap<Option<Day>, (&'a LedgerEntry, RateValue)>;
    let mut rates: BTreeMap<_, ByEnd<'a>> = BTreeMap::new();
    for entry in entries {
        let Some(&Rate { from, to, rate }) = entry.kind.as_rate() else { continue };
        let last = entry.effective.last_day();
        let same_beginning = rates.entry((from, to, entry.effective.first_day())).or_default();
        let mut rivals = same_beginning.iter().filter(|&(end, &(_, other))| {
            let for_one_time = *end == last || end.is_none() || last.is_none();
            for_one_time && other != rate
        });
        if let Some((end, &(first, was))) = rivals.next() {
            let (time, other) = (&entry.effective, &first.id);
            let (other_time, advice) = if *end == last {
                (String::new(), "")
            } else {
                (format!(" in {}", first.effective), "; a rate from a later day on is entered anew, with that day")
            };
            let message = format!(
                "says that one {from} is {to} {rate} in {time}, and entry `{other}` that it is {to} {was}{other_time}"
            );
            let hint = format!("strike `{other}` or `{}` out in a row of kind `void`{advice}", entry.id);
            faults.add_with_hint(Code::RivalRates, &[&entry.id, other], message, Some(hint));
        }
        same_beginning.entry(last).or_insert((entry, rate));
    }
}

fn remainders(view: &View<'_>, last: Day, itemized: Itemized<'_>, faults: &mut Faults) {
    for above in itemized_above(view, last, itemized) {
        let entries: Vec<&EntryId> = above.entries.into_iter().rev().chain([above.remainder]).collect();
        faults.add(Code::ItemizedAboveRemainder, &entries, above.message);
    }
}

/// Entries that itemize more of a remainder than it holds.
pub(super) struct ItemizedAbove<'a> {
    pub(super) entries: Vec<&'a EntryId>,
    pub(super) remainder: &'a EntryId,
    pub(super) message: String,
}

/// The remainders of which more is itemized than they hold, by entries that count on a day.
pub(super) fn above_remainders<'v>(view: &'v View<'_>, day: Day) -> Result<Vec<ItemizedAbove<'v>>, LedgerError> {
    let mut itemized = Itemized::new();
    for (at, rows) in view.lines() {
        let Some(root) = view.active(at, day) else { continue };
        if let Some(remainder) = view.itemized(root, day) {
            let value = LedgerLine::evaluate(view, at, rows, day)?.value()?;
            let (sum, entries) = itemized.entry(remainder).or_default();
            *sum = sum.saturating_add(value.moved_pledged);
            entries.push(&root.id);
        }
    }
    Ok(itemized_above(view, day, itemized))
}

fn itemized_above<'v>(view: &'v View<'_>, day: Day, itemized: Itemized<'v>) -> Vec<ItemizedAbove<'v>> {
    let above = itemized.into_iter().filter_map(|(at, (sum, entries))| {
        let entry = view.active(at, day)?;
        let remainder = entry.kind.as_remainder()?;
        let held = match remainder.pledged {
            // Just as much may have been pledged.
            None if !remainder.is_of_payments() => return None,
            held => held.map_or(0, AmountOrZero::minor),
        };
        if sum <= held {
            return None;
        }
        let (held, sum) = (show(held, view), show(sum, view));
        let message = format!("itemizes remainder `{}`, which holds {held}, and in all {sum} are itemized", entry.id);
        Some(ItemizedAbove { entries, remainder: &entry.id, message })
    });
    above.collect()
}

/// Checks one line, and returns its value and the remainder that it itemizes.
fn line(
    view: &View<'_>,
    at: u32,
    rows: &[u32],
    last: Day,
    faults: &mut Faults,
) -> Result<(LineValue, Vec<UnvaluedLine>, Option<u32>), LedgerError> {
    let mut line = LedgerLine::new(view, last);
    line.open(at)?;
    for &row in rows {
        line.apply(row)?;
        let Some(entry) = view.active(row, last) else {
            continue;
        };
        if entry.kind.name() == EntryKindName::Refund && line.is_overdrawn() {
            overdrawn(view, entry, (at, rows), faults);
        } else if entry.kind.name() == EntryKindName::Refund && !line.last_loss()?.is_zero() {
            let message = format!("is worth {} more than all that was there to go back", line.last_loss()?);
            faults.add(Code::RefundAboveWorth, &[&entry.id], message);
        }
        if entry.kind.name() == EntryKindName::Withdrawal && line.is_overwithdrawn() {
            let message = "withdraws more than is left of the pledge".to_owned();
            faults.add(Code::WithdrawnAbovePledged, &[&entry.id], message);
        }
    }
    let (value, unvalued) = (line.value()?, line.unvalued()?);
    let Some((_, entry)) = line.introducing else {
        return Ok((value, unvalued, None));
    };
    if line.is_less_by_unknown()?
        && !unvalued.is_empty()
        && !rows.iter().chain([&at]).filter_map(|&row| view.entry(row)).any(says_worth_unknown)
    {
        let message =
            "comes out of a remainder that still counts what was taken back of it: nothing says what that is worth";
        let hint = "write the worth of the pledge in the column `value`, enter a `rate`, or write `worth unknown` in `note`, and why";
        faults.add_with_hint(Code::WorthUnknown, &[&entry.id], message.to_owned(), Some(hint.to_owned()));
    }
    let beyond = unvalued.iter().find(|line| line.received > line.promised);
    let surplus = beyond.map_or((value.surplus, view.ledger.settings.currency), |beyond| {
        (beyond.received - beyond.promised, beyond.currency)
    });
    if let (1.., currency) = surplus {
        let surplus = Money::from_minor(surplus.0, currency)?;
        let message = format!("{surplus} more was received than pledged");
        faults.add(Code::ReceivedAbovePledged, &[&entry.id], message);
    }
    Ok((value, unvalued, view.itemized(entry, last)))
}

/// Reports a refund of more than had arrived, together with the row that struck out a payment that had, if there is
/// one.
fn overdrawn(view: &View<'_>, refund: &LedgerEntry, (at, rows): (u32, &[u32]), faults: &mut Faults) {
    let message = "pays back more than had arrived".to_owned();
    let of = refund.kind.about().and_then(|id| view.ledger.find(id));
    let is_gone = |at: &u32| {
        let entry = view.ledger.entry_at(*at).filter(|entry| entry.recorded <= view.known_at());
        entry.is_some_and(|entry| entry.kind.name() == EntryKindName::Receipt) && view.entry(*at).is_none()
    };
    let gone = of.into_iter().chain(rows.iter().copied()).find(is_gone).and_then(|at| view.ledger.entry_at(at));
    let voids = view.ledger.corrections.iter().filter_map(|&at| view.ledger.entry_at(at));
    let by = gone.and_then(|gone| {
        let strikes = |correction: &Correction| correction.of == gone.id && correction.change == CorrectionKind::Void;
        voids.filter(|entry| view.entry_is_there(entry)).find(|entry| entry.kind.as_correction().is_some_and(strikes))
    });
    match gone.zip(by) {
        Some((gone, by)) => {
            let message = format!("{message}: `{}` struck payment `{}` out", by.id, gone.id);
            let hint = format!(
                "strike `{}` out as well; if the payment was made after all, enter it and the refund anew",
                refund.id
            );
            faults.add_with_hint(Code::NegativeStanding, &[&refund.id, &by.id], message, Some(hint));
        }
        None => {
            // Payments that are known only as a sum may have been made on it.
            let hint = view.entry(at).and_then(|root| root.kind.itemizes()).map(|remainder| {
                format!(
                    "if what goes back is part of `{remainder}`, enter the payment with `{remainder}` under `itemizes`; otherwise correct the refund"
                )
            });
            faults.add_with_hint(Code::NegativeStanding, &[&refund.id], message, hint);
        }
    }
}

fn too_large(faults: &mut Faults, entries: &[&EntryId]) {
    let message = "the entries come to more than 10²⁴ minor units".to_owned();
    faults.add(Code::TotalTooLarge, entries, message);
}

/// Checks the ledger against what sources state.
pub(super) fn assertions(ledger: &Ledger, faults: &mut Faults) {
    let mut assertions: Vec<_> = ledger
        .assertions
        .iter()
        .filter_map(|&at| {
            let entry = ledger.entry_at(at).filter(|entry| entry.certainty != Certainty::Unverified)?;
            Some((entry.recorded, entry.counts_from()?, entry, entry.kind.as_assertion()?))
        })
        .collect();
    falls(ledger, &assertions, faults);

    // A stable sort by state of knowledge, so that all assertions that share one can use the same view and tally.
    assertions.sort_by_key(|&(recorded, day, ..)| (recorded, day));
    let latest = View::new(ledger, Day::MAX);
    for known in assertions.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(recorded, ..)) = known.first() else {
            continue;
        };
        let view = View::new(ledger, recorded);
        for same_day in known.chunk_by(|a, b| a.1 == b.1) {
            let Some(&(_, day, ..)) = same_day.first() else {
                continue;
            };
            let Ok(tally) = Tally::of(&view, day) else {
                continue;
            };
            // An assertion that was itself struck out states nothing.
            let there = || same_day.iter().map(|&(.., entry, stated)| (entry, stated));
            let there = || there().filter(|(entry, _)| view.entry_is_there(entry));
            for (at, (entry, assertion)) in there().enumerate() {
                // If one of them has been struck out since, they are no longer rivals: a printed one can only be
                // corrected.
                let standing = |entry| latest.entry_is_there(entry);
                let rival = there()
                    .take(at)
                    .find(|(other, stated)| rivals(stated, assertion) && standing(other) && standing(entry));
                match rival {
                    Some((other, _)) => {
                        let message = format!("states another figure than entry `{}` for the same day", other.id);
                        faults.add(Code::RivalTotals, &[&entry.id, &other.id], message);
                    }
                    None => hold_against(&view, &tally, entry, assertion, faults),
                }
            }
        }
    }
}

/// Whether two statements about the same whole cannot both be right, however each is rounded.
fn rivals(one: &Assertion, other: &Assertion) -> bool {
    let unit = [one, other].iter().filter_map(|stated| stated.rounded_to).map(Amount::minor).fold(1, i128::max);
    let apart = |a: Option<Money>, b: Option<Money>| {
        a.zip(b).is_some_and(|(a, b)| divide(a.minor(), unit) != divide(b.minor(), unit))
    };
    let counted = one.partners.zip(other.partners).is_some_and(|(a, b)| a != b);
    one.about == other.about && (counted || apart(one.pledged, other.pledged) || apart(one.received, other.received))
}

fn hold_against(view: &View<'_>, tally: &Tally<'_>, entry: &LedgerEntry, stated: &Assertion, faults: &mut Faults) {
    let ledger = view.ledger;
    let unit = stated.rounded_to.map_or(1, Amount::minor);
    let round = |minor: i128| divide(minor, unit).saturating_mul(unit);
    let (pledged, received, partners) = match &stated.about {
        None => {
            let (named, unnamed) = tally.count_partners();
            (tally.sums.pledged, tally.sums.received, named.saturating_add(unnamed))
        }
        Some(contributor) => {
            let key = ledger.key_of(contributor).and_then(|key| usize::try_from(key).ok());
            let about = key.and_then(|key| tally.contributors.get(key));
            about.map_or((0, 0, 0), |about| (about.sums.pledged, about.sums.received, u32::from(about.counts)))
        }
    };
    let coverage = ledger.settings.coverage;
    // If only a part is on record, all that can be required is that it does not exceed the whole.
    let differs = |reach: Reach, computed: i128, stated: i128| match reach {
        Reach::Unsaid | Reach::Complete { .. } => computed != stated,
        Reach::Documented => computed > stated,
    };
    let bases = LazyCell::new(|| Bases::of(view, tally.as_of));
    type BasisOf = fn(&Bases) -> &Basis<Money>;
    let sums = [
        ("pledged", coverage.pledges, stated.pledged, pledged, (|bases| &bases.pledged) as BasisOf),
        ("received", coverage.receipts, stated.received, received, |bases| &bases.received),
    ];
    for (what, reach, stated, computed, basis) in sums {
        if let Some(stated) = stated.filter(|stated| differs(reach, round(computed), stated.minor())) {
            // What is too much in it has no known worth.
            if basis(&bases).is_overstated() {
                continue;
            }
            let difference = show(stated.minor() - computed, view);
            let message = format!("states {stated} {what}, but the entries come to {}", show(computed, view));
            let hint = match stated.minor() > computed {
                true if basis(&bases).has_gap() => {
                    format!("the difference is {difference}: write what of it an entry leaves blank into that entry")
                }
                true => format!("the difference is {difference}: what of it is known in sum only is a `remainder`"),
                false => {
                    format!("the difference is {difference}: look for an amount that is too high, or entered twice")
                }
            };
            faults.add_with_hint(Code::AssertionFailed, &[&entry.id], message, Some(hint));
        }
    }
    let differs = |stated: &u32| differs(coverage.partners, partners.into(), (*stated).into());
    if let Some(stated) = stated.partners.filter(differs) {
        let message = format!("states {stated} partners, but the entries come to {partners}");
        faults.add(Code::AssertionFailed, &[&entry.id], message);
    }
}

/// Reports stated totals that are lower than earlier ones, if nothing in between lowers a total.
fn falls(ledger: &Ledger, assertions: &[(Day, Day, &LedgerEntry, &Assertion)], faults: &mut Faults) {
    let mut lowering: Vec<Day> = ledger
        .entries
        .iter()
        .filter(|entry| entry.kind.name().lowers())
        .flat_map(|entry| entry.counts_from().into_iter().chain([entry.recorded]))
        .collect();
    lowering.sort_unstable();
    let mut before: BTreeMap<_, (Day, &LedgerEntry, Money)> = BTreeMap::new();
    // They are in order of effect.
    for &(_, day, entry, assertion) in assertions {
        let Some(pledged) = assertion.pledged else {
            continue;
        };
        if let Some((earlier, other, stated)) = before.insert(assertion.about.as_deref(), (day, entry, pledged))
            && earlier < day
            && pledged.minor() < stated.minor()
        {
            let next = lowering.partition_point(|&date| date <= earlier);
            if lowering.get(next).is_none_or(|&date| date > day.max(entry.recorded)) {
                let message = format!("states {pledged}, less than the {stated} of entry `{}`", other.id);
                faults.add(Code::UnexplainedFall, &[&entry.id, &other.id], message);
            }
        }
    }
}

/// Reports amounts far beyond what their contributor gave before.
pub(super) fn proportions(view: &View<'_>, faults: &mut Faults) {
    let mut histories: BTreeMap<(u32, Currency), (u32, i128)> = BTreeMap::new();
    for (at, entry) in (0_u32..).zip(&view.ledger.entries) {
        // A revision is measured by its pledge, and a payment on a pledge by what was pledged.
        let promised = entry.kind.terms().filter(|_| entry.kind.about().is_none()).map(Terms::amount);
        let given = entry.kind.as_receipt().filter(|receipt| receipt.pledge.is_none()).map(|receipt| receipt.amount);
        let Some(amount) = promised.or(given) else {
            continue;
        };
        let Some(entry) = view.entry(at) else {
            continue;
        };
        let (count, largest) = histories.entry((view.contributor(at), amount.currency())).or_default();
        if *count >= HISTORY && amount.minor() / PROPORTION > *largest {
            let message = format!("{amount} is more than {PROPORTION} times what its contributor ever gave before");
            faults.add(Code::OutOfProportion, &[&entry.id], message);
        }
        *count += 1;
        *largest = (*largest).max(amount.minor());
    }
}

/// An amount in the currency of the totals, for a message.
fn show(minor: i128, view: &View<'_>) -> String {
    let currency = view.ledger.settings.currency;
    Money::from_minor(minor, currency).map_or_else(|_| format!("more than any {currency}"), |money| money.to_string())
}
