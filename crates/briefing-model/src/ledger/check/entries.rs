//! Each entry by itself, and with those it names.

use std::collections::BTreeMap;

use super::notes::says_beside;
use super::rivals;
use crate::ledger::access::Shelf;
use crate::ledger::amend::{InvalidAmendment, amend};
use crate::ledger::fault::Faults;
use crate::ledger::line::in_currency;
use crate::ledger::{Ledger, NONE};
use crate::{
    Amount, AmountOrZero, Certainty, Code, Contributor, Correction, CorrectionKind, Currency, Day, Earmark, EntryId,
    EntryKind, EntryKindName, Introduction, LedgerEntry, PartyRef, Receipt, Revision, Schedule, Shared, Terms,
    Withdrawal, nearest, with_article,
};

use self::Accepted::{Anything, Promise, PromiseOrReceipt, Sum};

/// Checks each entry by itself and with those it names, first as written and then as corrected.
pub(in crate::ledger) fn entries(ledger: &Ledger, faults: &mut Faults) {
    for (entry, link) in ledger.entries.iter().zip(&ledger.links) {
        let mut check = EntryCheck { ledger, amended: None, line: link.line, known: entry.recorded, faults };
        check.dates(entry);
        check.entry(entry);
    }
    let amended = corrections(ledger, faults);
    for (entry, known) in amended.values() {
        if let Some(entry) = entry {
            EntryCheck { ledger, amended: Some(&amended), line: NONE, known: *known, faults }.entry(entry);
        }
    }
    overtaken(ledger, &amended, faults);
    left_behind(ledger, &amended, faults);
    earmarks(ledger, &amended, faults);
    references(ledger, &amended, faults);
    doubles(ledger, &amended, faults);
}

/// Entries as corrected, with the day of the last correction; `None` for those that were struck out.
type Amended = BTreeMap<u32, (Option<LedgerEntry>, Day)>;

/// The entry at a position as corrected; `None` if it was struck out.
fn as_amended<'l>(ledger: &'l Ledger, amended: &'l Amended, at: u32) -> Option<&'l LedgerEntry> {
    match amended.get(&at) {
        Some((entry, _)) => entry.as_ref(),
        None => ledger.entry_at(at),
    }
}

fn is_struck_out(amended: &Amended, at: u32) -> bool {
    amended.get(&at).is_some_and(|(entry, _)| entry.is_none())
}

/// Applies every correction in turn, and reports those that do not fit.
fn corrections(ledger: &Ledger, faults: &mut Faults) -> Amended {
    let mut amended = Amended::new();
    for &at in &ledger.corrections {
        let Some(entry) = ledger.entry_at(at) else {
            continue;
        };
        let Some(correction) = entry.kind.as_correction() else {
            continue;
        };
        // A correction of a correction is reported where the entry itself is checked.
        let can_be_corrected = |at: &u32| ledger.entry_at(*at).is_some_and(|entry| Anything.accepts(entry.kind.name()));
        let Some(target) = ledger.find(&correction.of).filter(can_be_corrected) else {
            continue;
        };
        let before = match amended.get(&target) {
            Some((before, _)) => before.clone(),
            None => ledger.entry_at(target).cloned(),
        };
        let Some(before) = before else {
            let message = format!("corrects entry `{}`, which another correction has struck out", correction.of);
            let hint = Some(again(&correction.of));
            faults.add_with_hint(Code::InapplicableCorrection, &[&entry.id, &correction.of], message, hint);
            continue;
        };
        let after = match &correction.change {
            CorrectionKind::Void => None,
            CorrectionKind::Amend(amendment) => match amend(&before, amendment) {
                Ok(after) => Some(after),
                Err(fault) => {
                    let message = format!("does not fit entry `{}`: {fault}", correction.of);
                    let of = &correction.of;
                    let hint = match fault {
                        InvalidAmendment::Settles(_) => Some(format!(
                            "strike `{of}` out in a row of kind `void`, and write it again with what it `settles`"
                        )),
                        InvalidAmendment::GiftSettles(_) => Some(format!(
                            "strike `{of}` out in a row of kind `void`, and write it again as a payment without `ref`"
                        )),
                        InvalidAmendment::GiftOnPledge => Some(
                            "leave `gift` blank if it was paid on the pledge, or `pledge` if it was given beside it"
                                .to_owned(),
                        ),
                        InvalidAmendment::GiftOfNobody => {
                            Some("write in `contributor` who gave it, which the pledge has said so far".to_owned())
                        }
                        InvalidAmendment::ValueInSameCurrency(_) => Some(IN_ONE_CURRENCY.to_owned()),
                        InvalidAmendment::Value(value) => Some(format!(
                            "write under `value` what the amount is worth in {}, as its source says",
                            value.currency()
                        )),
                        InvalidAmendment::Nothing => Some(format!(
                            "if there was none, make this row one of kind `void`, which strikes `{of}` out; leave the amount blank there"
                        )),
                        InvalidAmendment::NoSuchPart { .. } | InvalidAmendment::Terms(_) => {
                            enter_anew(before.kind.name(), of)
                        }
                    };
                    faults.add_with_hint(Code::InapplicableCorrection, &[&entry.id, &correction.of], message, hint);
                    Some(before)
                }
            },
        };
        amended.insert(target, (after, entry.recorded));
    }
    amended
}

/// What to do if the worth of an amount is in the amount's own currency, so that one of the two is wrong.
const IN_ONE_CURRENCY: &str =
    "write in `currency` which one the amount is in, with its value in that of the totals; or leave the value out";

/// What to do if an entry that was struck out should count again.
fn again(id: &EntryId) -> String {
    format!("if `{id}` is to count again, enter it anew in a row of its own, with another id")
}

/// What to do about an entry of a kind whose figures cannot be corrected.
fn enter_anew(kind: EntryKindName, id: &EntryId) -> Option<String> {
    matches!(kind, EntryKindName::Rate | EntryKindName::Assertion).then(|| {
        format!(
            "make this row one of kind `void`, which strikes `{id}` out, and enter the {} anew, with another id, in a row below it",
            kind.as_str()
        )
    })
}

/// Reports changes to an entry that a correction has dated after them.
fn overtaken(ledger: &Ledger, amended: &Amended, faults: &mut Faults) {
    if amended.is_empty() {
        return;
    }
    // An entry that was itself corrected has already been checked as corrected.
    let others = (0_u32..).zip(&ledger.entries).filter(|(at, _)| !amended.contains_key(at)).map(|(_, entry)| entry);
    for entry in others.filter(|entry| entry.kind.name().changes()) {
        let Some(at) = entry.kind.about().and_then(|id| ledger.find(id)) else { continue };
        let (Some((Some(target), _)), Some(was)) = (amended.get(&at), ledger.entry_at(at)) else { continue };
        let is_before = |target: &LedgerEntry| entry.counts_from() < target.counts_from();
        if is_before(target)
            && !is_before(was)
            && let (Some(day), Some(before)) = (entry.counts_from(), target.counts_from())
        {
            let id = &target.id;
            let message = format!("counts from {day}, but entry `{id}`, as it was corrected, only from {before}");
            let hint = format!("correct the day of `{id}` once more, or that of `{}` as well", entry.id);
            faults.add_with_hint(Code::EffectiveBeforeTarget, &[&entry.id, id], message, Some(hint));
        }
    }
}

/// Reports entries about pledges that do not count: if a pledge is struck out, its payments count on their own.
///
/// What changed a pledge before it was struck out was struck out with it.
fn left_behind(ledger: &Ledger, amended: &Amended, faults: &mut Faults) {
    let is_unverified = |at: u32| ledger.entry_at(at).is_some_and(|entry| entry.certainty == Certainty::Unverified);
    if amended.values().all(|(entry, _)| entry.is_some())
        && !(0_u32..).zip(&ledger.entries).any(|(at, _)| is_unverified(at))
    {
        return;
    }
    for (at, entry) in (0_u32..).zip(&ledger.entries).filter_map(|(at, _)| Some((at, as_amended(ledger, amended, at)?)))
    {
        let (id, outcome) = match &entry.kind {
            EntryKind::Receipt(Receipt { pledge: Some(id), .. }) => (id, "it counts as given beside any pledge"),
            EntryKind::Revision(Revision { pledge, .. }) | EntryKind::Withdrawal(Withdrawal { pledge, .. }) => {
                (pledge, "it counts in nothing")
            }
            EntryKind::Receipt(_)
            | EntryKind::Pledge(_)
            | EntryKind::Allocation(_)
            | EntryKind::Refund(_)
            | EntryKind::InKind(_)
            | EntryKind::OpeningBalance(_)
            | EntryKind::Remainder(_)
            | EntryKind::Rate(_)
            | EntryKind::Assertion(_)
            | EntryKind::Correction(_) => continue,
        };
        let Some(target) = ledger.find(id).filter(|_| !is_unverified(at)) else { continue };
        let is_change = entry.kind.as_receipt().is_none();
        let (why, hint) = match amended.get(&target) {
            Some((None, on)) if is_change && entry.recorded < *on => continue,
            Some((None, _)) if is_change => (
                "is struck out",
                Some(format!(
                    "strike `{}` out too, in a row of kind `void`; or enter the pledge anew as it stands now",
                    entry.id
                )),
            ),
            Some((None, _)) => ("is struck out", None),
            _ if is_unverified(target) => (
                "is not verified",
                Some(format!(
                    "once `{id}` is confirmed, strike it out in a row of kind `void`, and enter it and what is about it anew"
                )),
            ),
            _ => continue,
        };
        let message = format!("names entry `{id}`, which {why}: {outcome}");
        faults.add_with_hint(Code::TargetStruckOut, &[&entry.id, id], message, hint);
    }
}

/// Reports payments that, as written or as corrected, are said to be for something other than their pledge. They count
/// there nevertheless.
fn earmarks(ledger: &Ledger, amended: &Amended, faults: &mut Faults) {
    for entry in (0_u32..).zip(&ledger.entries).filter_map(|(at, _)| as_amended(ledger, amended, at)) {
        let Some(Receipt { pledge: Some(id), earmark: said, .. }) = entry.kind.as_receipt() else { continue };
        if said.is_unearmarked() && said.fund.is_none() {
            continue;
        }
        let Some(at) = ledger.find(id) else { continue };
        let pledge = [ledger.entry_at(at), as_amended(ledger, amended, at)];
        let mut earmarks = pledge.into_iter().flatten().filter_map(|pledge| pledge.kind.earmark()).peekable();
        if earmarks.peek().is_some() && !earmarks.any(|earmark| said.agrees_with(earmark)) {
            let message = format!("is said to be for something else than `{id}`, on which it was paid");
            faults.add(Code::EarmarkMismatch, &[&entry.id, id], message);
        }
    }
}

/// Reports entries that share not only a source's reference, but also their day, amount and contributor: there are
/// often several payments under one agreement.
fn references(ledger: &Ledger, amended: &Amended, faults: &mut Faults) {
    let mut references: Vec<_> = (0_u32..)
        .zip(&ledger.entries)
        .filter(|&(at, entry)| entry.reference.is_some() && !is_struck_out(amended, at))
        .map(|(at, entry)| (entry.source.as_deref(), entry.reference.as_deref(), at, entry))
        .collect();
    references.sort_unstable_by_key(|(source, reference, at, _)| (*source, *reference, *at));
    for same in references.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let mut payments = BTreeMap::new();
        for (_, reference, _, entry) in same {
            // A copied row has the same id, which is reported.
            if let Some(first) = payments.insert(statement(entry), &entry.id).filter(|first| **first != entry.id) {
                let message = format!("has the reference `{}` of entry `{first}`", reference.unwrap_or_default());
                faults.add(Code::DuplicateReference, &[&entry.id, first], message);
            }
        }
    }
}

/// What an entry states: its kind, day, amount and contributor, and the entry that it is about.
fn statement(entry: &LedgerEntry) -> impl Ord {
    let kind = &entry.kind;
    let amount = kind.amount().map(|amount| (amount.currency().code(), amount.minor()));
    // A payment on a pledge is from the pledge's contributor, whether or not its row repeats that.
    let is_of_pledge = kind.as_receipt().is_some_and(|receipt| receipt.pledge.is_some());
    (kind.name().as_str(), entry.counts_from(), amount, kind.contributor().filter(|_| !is_of_pledge), kind.about())
}

/// The meaning of an entry, whichever of its cells were filled in: without what its pledge already says, and without
/// whether its partner is new; purposes in a fixed order.
fn meaning(entry: &LedgerEntry, ledger: &Ledger, amended: &Amended) -> EntryKind {
    let mut kind = entry.kind.clone();
    match &mut kind {
        EntryKind::Pledge(pledge) => {
            pledge.earmark = in_order(&pledge.earmark).into();
            pledge.introduction = Introduction::Unsaid;
        }
        EntryKind::Allocation(allocation) => allocation.earmark = in_order(&allocation.earmark).into(),
        EntryKind::InKind(gift) => gift.earmark = in_order(&gift.earmark).into(),
        EntryKind::OpeningBalance(opening) => {
            opening.earmark = in_order(&opening.earmark).into();
            opening.introduction = Introduction::Unsaid;
        }
        EntryKind::Receipt(receipt) => {
            receipt.earmark = in_order(&receipt.earmark).into();
            receipt.introduction = Introduction::Unsaid;
            let pledge = receipt.pledge.as_ref().and_then(|id| ledger.find(id));
            if let Some(pledge) = pledge.and_then(|at| as_amended(ledger, amended, at)) {
                receipt.contributor = None;
                if pledge.kind.earmark().is_some_and(|earmark| in_order(earmark) == *receipt.earmark) {
                    receipt.earmark = Shared::default();
                }
            }
        }
        EntryKind::Revision(_)
        | EntryKind::Withdrawal(_)
        | EntryKind::Refund(_)
        | EntryKind::Remainder(_)
        | EntryKind::Rate(_)
        | EntryKind::Assertion(_)
        | EntryKind::Correction(_) => {}
    }
    kind
}

/// What money is for, each purpose once and in a fixed order.
fn in_order(earmark: &Earmark) -> Earmark {
    let mut earmark = earmark.clone();
    earmark.purposes.sort();
    earmark.purposes.dedup();
    earmark
}

/// Reports entries that say the same about the same day as another entry, and count beside it.
///
/// Entries of which each has a reference or a note of its own were entered deliberately.
fn doubles(ledger: &Ledger, amended: &Amended, faults: &mut Faults) {
    let entry_at = |at| as_amended(ledger, amended, at);
    // Of a million entries, few have a number in common, and only these are compared.
    let mut numbers: Vec<(u64, u32)> = (0_u32..)
        .zip(&ledger.entries)
        .filter_map(|(at, _)| entry_at(at).filter(|entry| counts_beside(&entry.kind)).map(|entry| (mixed(entry), at)))
        .collect();
    numbers.sort_unstable();
    let mut found = Vec::new();
    for same in numbers.chunk_by(|(one, _), (other, _)| one == other).filter(|same| same.len() > 1) {
        let mut alike: BTreeMap<_, Vec<(u32, &LedgerEntry)>> = BTreeMap::new();
        for (at, entry) in same.iter().filter_map(|(_, at)| Some((*at, entry_at(*at)?))) {
            alike.entry(statement(entry)).or_default().push((at, entry));
        }
        alike.values().for_each(|alike| repeated(alike, |entry| meaning(entry, ledger, amended), &mut found));
    }
    found.sort_unstable_by_key(|(at, ..)| *at);
    for (_, entry, first) in found {
        let message = format!("says the same as entry `{}`, and counts beside it", first.id);
        faults.add(Code::DoubledEntry, &[&entry.id, &first.id], message);
    }
}

/// Finds the entries with the same statement that differ in nothing else from an earlier one, each with that one.
fn repeated<'l>(
    alike: &[(u32, &'l LedgerEntry)],
    meaning: impl Fn(&LedgerEntry) -> EntryKind,
    found: &mut Vec<(u32, &'l LedgerEntry, &'l LedgerEntry)>,
) {
    /// If more than this many differ in what they are for, none is likely to have been entered twice.
    const MOST: usize = 20;
    if alike.len() < 2 {
        return;
    }
    let mut firsts: Vec<(&LedgerEntry, EntryKind)> = Vec::new();
    for &(at, entry) in alike {
        let kind = meaning(entry);
        let same = |(first, of_first): &&(&LedgerEntry, EntryKind)| {
            *of_first == kind && first.effective == entry.effective && first.id != entry.id
        };
        match firsts.iter().find(same).map(|(first, _)| *first) {
            None if firsts.len() < MOST => firsts.push((entry, kind)),
            Some(first) if first.note == entry.note && (first.reference.is_none() || entry.reference.is_none()) => {
                found.push((at, entry, first));
            }
            None | Some(_) => {}
        }
    }
}

/// A number that entries with the same statement share, and most others do not.
fn mixed(entry: &LedgerEntry) -> u64 {
    let day = entry.counts_from().map_or(0, |day| day.days_since(Day::MIN));
    let minor = entry.kind.amount().map_or(0, Amount::minor);
    let about = entry.kind.about().map_or("", EntryId::as_str);
    // The multiplier of a linear congruential generator (Knuth); the low half of an amount distinguishes nearly all of
    // them.
    let parts = [day as u64, entry.kind.name() as u64, minor as u64].into_iter().chain(about.bytes().map(u64::from));
    parts.fold(0, |mixed: u64, part| (mixed ^ part).wrapping_mul(6_364_136_223_846_793_005).rotate_left(29))
}

/// Whether two entries of this kind that say the same count twice.
const fn counts_beside(kind: &EntryKind) -> bool {
    match kind {
        EntryKind::Pledge(_)
        | EntryKind::Allocation(_)
        | EntryKind::Receipt(_)
        | EntryKind::Refund(_)
        | EntryKind::InKind(_)
        | EntryKind::OpeningBalance(_)
        | EntryKind::Remainder(_) => true,
        EntryKind::Withdrawal(withdrawal) => withdrawal.amount.is_some(),
        EntryKind::Revision(_) | EntryKind::Rate(_) | EntryKind::Assertion(_) | EntryKind::Correction(_) => false,
    }
}

/// The check of one entry.
struct EntryCheck<'a, 'f> {
    ledger: &'a Ledger,
    /// The entries as corrected, if those are checked.
    amended: Option<&'a Amended>,
    /// The position of the entry that opens its line, or [`NONE`].
    line: u32,
    /// The day by which the entries it names must have been recorded.
    known: Day,
    faults: &'f mut Faults,
}

/// Whether two ids look the same, apart from letter case and punctuation.
fn look_alike(written: &str, id: &str) -> bool {
    let shape = |id: &str| -> String {
        let letters = id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        letters
            .map(|c| {
                if matches!(c, 'l' | 'i') {
                    '1'
                } else if c == 'o' {
                    '0'
                } else {
                    c
                }
            })
            .collect()
    };
    shape(id) == shape(written)
}

/// The id that was probably meant: one that is similar in its letters. An id with other digits is another entry.
fn near_in_letters<'i>(written: &str, ids: impl Iterator<Item = &'i str>) -> Option<&'i str> {
    let digits = |id: &str| -> String { id.chars().filter(char::is_ascii_digit).collect() };
    nearest(written, ids.filter(|id| digits(id) == digits(written)))
}

/// Whether an entry took effect after it was recorded, for instance because its year was mistyped. A correction has no
/// time of effect.
fn is_ahead(entry: &LedgerEntry) -> bool {
    entry.kind.name() != EntryKindName::Correction
        && entry.effective.first_day().is_some_and(|first| first > entry.recorded)
}

/// Whether an entry took effect so long after it was recorded that its year must be mistyped, which has a message of
/// its own.
fn is_far_ahead(entry: &LedgerEntry) -> bool {
    const DAYS: i64 = 300;
    let first = entry.effective.first_day().filter(|_| is_ahead(entry));
    first.is_some_and(|first| first.days_since(entry.recorded) > DAYS)
}

/// The number of entries from which on no similar id is suggested.
const LARGE: usize = 2_000;

impl<'a> EntryCheck<'a, '_> {
    fn dates(&mut self, entry: &LedgerEntry) {
        // A rate or an assertion about a coming month is as odd as a pledge; a correction has no time of effect.
        let first = entry.effective.first_day();
        if let Some(first) = first.filter(|_| is_ahead(entry)) {
            let message = format!("took effect on {first}, but was recorded on {} already", entry.recorded);
            let hint = Some("correct `effective` or `recorded`".to_owned());
            self.faults.add_with_hint(Code::EffectiveAfterRecorded, &[&entry.id], message, hint);
        } else if entry.kind.name() == EntryKindName::Assertion
            && let Some(last) = entry.effective.last_day().filter(|&last| last > entry.recorded)
        {
            let message = format!("states what was on {last}, but was recorded on {} already", entry.recorded);
            self.faults.add(Code::EffectiveAfterRecorded, &[&entry.id], message);
        } else if !matches!(entry.kind, EntryKind::Rate(_) | EntryKind::Correction(_))
            && let Some(last) = entry.effective.last_day().filter(|last| last.month() > entry.recorded.month())
        {
            let message = format!(
                "was recorded on {}, and counts from {last} only: it took effect in {}",
                entry.recorded, entry.effective
            );
            let span =
                first.map(|first| format!("; otherwise when it was at the latest: `{first}/{}`", entry.recorded));
            let hint = format!("write its month or its day if that is known{}", span.unwrap_or_default());
            self.faults.add_with_hint(Code::CountsLater, &[&entry.id], message, Some(hint));
        }
    }

    fn entry(&mut self, entry: &'a LedgerEntry) {
        match &entry.kind {
            EntryKind::Pledge(pledge) => {
                self.earmark(entry, &pledge.earmark);
                self.value(entry, pledge.terms.value());
            }
            EntryKind::Allocation(allocation) => {
                self.earmark(entry, &allocation.earmark);
                self.value(entry, allocation.terms.value());
            }
            EntryKind::Revision(revision) => self.revision(entry, revision),
            EntryKind::Withdrawal(withdrawal) => self.withdrawal(entry, withdrawal),
            EntryKind::Receipt(receipt) => self.receipt(entry, receipt),
            EntryKind::Refund(refund) => {
                self.worth(entry, refund.amount, refund.value);
                self.target(entry, &refund.of, PromiseOrReceipt);
            }
            EntryKind::InKind(gift) => {
                self.earmark(entry, &gift.earmark);
                if gift.what.is_none() && gift.value.is_none() {
                    let message = "is a gift in kind that does not say what was given".to_owned();
                    let hint = Some("write it under `what`".to_owned());
                    self.faults.add_with_hint(Code::NothingStated, &[&entry.id], message, hint);
                }
            }
            EntryKind::OpeningBalance(opening) => {
                self.earmark(entry, &opening.earmark);
                self.stated(entry, [opening.pledged, opening.received].iter().flatten().any(|sum| !sum.is_zero()));
                self.headline(entry, opening.pledged.map(AmountOrZero::currency));
                self.headline(entry, opening.received.map(AmountOrZero::currency));
            }
            EntryKind::Remainder(remainder) => {
                let any = [remainder.pledged, remainder.received].iter().flatten().any(|sum| !sum.is_zero());
                self.stated(entry, any || remainder.partners.unwrap_or_default() > 0);
                self.headline(entry, remainder.pledged.map(AmountOrZero::currency));
                self.headline(entry, remainder.received.map(AmountOrZero::currency));
            }
            EntryKind::Rate(rate) => {
                self.headline(entry, Some(rate.to));
                self.stated(entry, rate.from != rate.to);
            }
            EntryKind::Assertion(assertion) => {
                let figure = assertion.pledged.or(assertion.received);
                self.stated(entry, figure.is_some() || assertion.partners.is_some());
                let currencies = [assertion.pledged, assertion.received, assertion.rounded_to.map(Amount::money)];
                for money in currencies.into_iter().flatten() {
                    self.headline(entry, Some(money.currency()));
                }
            }
            EntryKind::Correction(correction) => self.correction(entry, correction),
        }
        if let Some(id) = entry.kind.itemizes() {
            self.target(entry, id, Sum);
        }
    }

    fn revision(&mut self, entry: &'a LedgerEntry, revision: &Revision) {
        self.value(entry, revision.terms.value());
        let Some(target) = self.target(entry, &revision.pledge, Promise) else {
            return;
        };
        self.currency(entry, target, revision.terms.amount().currency());
        let schedule = target.kind.terms().map_or(&Schedule::Whole, Terms::schedule);
        if *schedule != Schedule::Whole && *revision.terms.schedule() == Schedule::Whole {
            let message = format!("makes `{}` due at once, which was `{schedule}`", target.id);
            self.faults.add(Code::ScheduleDropped, &[&entry.id, &target.id], message);
        }
    }

    fn withdrawal(&mut self, entry: &'a LedgerEntry, withdrawal: &Withdrawal) {
        let Some(target) = self.target(entry, &withdrawal.pledge, Promise) else {
            return;
        };
        if let Some(amount) = withdrawal.amount {
            self.currency(entry, target, amount.currency());
        }
    }

    fn receipt(&mut self, entry: &'a LedgerEntry, receipt: &Receipt) {
        self.earmark(entry, &receipt.earmark);
        self.worth(entry, receipt.amount, receipt.value());
        let Some(id) = &receipt.pledge else {
            if let Some(settles) = receipt.settles() {
                let message = format!("settles {settles} of a pledge, and names none");
                let hint = "name the pledge in `ref`, or leave `settles` blank if it was given beside any pledge";
                self.faults.add_with_hint(Code::PledgeOrGift, &[&entry.id], message, Some(hint.to_owned()));
            }
            if receipt.contributor.is_none() {
                let message = "says neither who paid nor on which pledge".to_owned();
                self.faults.add(Code::ContributorMissing, &[&entry.id], message);
            }
            return;
        };
        if receipt.gift {
            let message = format!("is a gift of its own, and was paid on `{id}`");
            let hint = "leave `gift` blank if it was paid on that, or `ref` if it was given beside it";
            self.faults.add_with_hint(Code::PledgeOrGift, &[&entry.id, id], message, Some(hint.to_owned()));
        }
        let Some(target) = self.target(entry, id, Promise) else {
            return;
        };
        if let (Some(payer), Some(promiser)) = (&receipt.contributor, target.kind.contributor()) {
            self.payer(entry, payer, id, promiser);
        }
        let headline = self.ledger.settings.currency;
        let promised = promised_currency(target, headline);
        let fits = |currency: Currency| currency == promised || currency == headline;
        let worth = in_currency(headline, [Some(receipt.amount), receipt.value()]);
        if let (Some(worth), Some(settles)) = (worth, receipt.settles())
            && promised == headline
            && settles.currency() == headline
            && worth != settles
        {
            let message = format!("is worth {worth}, and settles {settles} of `{id}`");
            self.faults.add(Code::SettlesOtherwise, &[&entry.id, id], message);
        }
        let settles = receipt.settles().map(Amount::currency);
        if !fits(receipt.amount.currency()) && settles.is_none() || settles.is_some_and(|settles| settles != promised) {
            let message = format!(
                "is in {}, and does not say how much {promised} of `{id}` it settles",
                receipt.amount.currency()
            );
            let hint =
                format!("write in `settles` how much of the pledge it pays, with the currency: `1000 {promised}`");
            self.faults.add_with_hint(Code::CurrencyMismatch, &[&entry.id, id], message, Some(hint));
        }
    }

    /// Checks that a payment on a pledge is from the pledge's contributor, and on behalf of the same party.
    fn payer(&mut self, entry: &LedgerEntry, payer: &Contributor, id: &EntryId, promiser: &Contributor) {
        let is_for = payer.on_behalf_of.as_ref();
        if payer.party == promiser.party && (is_for.is_none() || is_for == promiser.on_behalf_of.as_ref()) {
            return;
        }
        let message = format!("is from {payer}, but pledge `{id}` is of {promiser}");
        let hint = if payer.party == promiser.party {
            let hint = "leave `on_behalf_of` blank, or say in the pledge for whom it was made; money of another beside the pledge is a \
                        payment without `ref`, with `yes` in `gift`";
            Some(hint.to_owned())
        } else if is_for == Some(&promiser.party) {
            let who = &promiser.party;
            let transferred = format!("`note` can say that {} transferred it", payer.party);
            Some(format!("a pledge that {who} made is paid by {who}: leave the contributor blank; {transferred}"))
        } else {
            None
        };
        self.faults.add_with_hint(Code::ContributorMismatch, &[&entry.id, id], message, hint);
    }

    fn correction(&mut self, entry: &'a LedgerEntry, correction: &Correction) {
        let target = self.target(entry, &correction.of, Anything);
        if let CorrectionKind::Amend(amendment) = &correction.change {
            if **amendment == crate::Amendment::default() {
                let message = "is a correction that states nothing".to_owned();
                let of_gift = "fill in what changes: what was given under `what`, or its value under `amount`";
                let hint = target.and_then(|target| match target.kind.as_in_kind() {
                    Some(_) => Some(of_gift.to_owned()),
                    None => enter_anew(target.kind.name(), &target.id),
                });
                self.faults.add_with_hint(Code::NothingStated, &[&entry.id], message, hint);
            }
            let was = target.and_then(|target| target.kind.amount()).map(Amount::currency);
            if let (Some(was), Some(is)) = (was, amendment.amount.map(AmountOrZero::currency))
                && was != is
            {
                let message = format!("makes {is} of the {was} of `{}`", correction.of);
                self.faults.add(Code::CurrencyCorrected, &[&entry.id, &correction.of], message);
            }
        }
    }

    /// The entry that another names, if it exists and is of a kind that may be named there.
    fn target(&mut self, entry: &LedgerEntry, id: &EntryId, accepted: Accepted) -> Option<&'a LedgerEntry> {
        // The line usually begins with that entry, which saves searching for it.
        let names = |at: &u32| self.ledger.entry_at(*at).is_some_and(|entry| entry.id == *id);
        let found = Some(self.line).filter(names).or_else(|| self.ledger.find(id));
        let Some((at, target)) = found.and_then(|at| Some((at, self.ledger.entry_at(at)?))) else {
            let message = format!("names entry `{id}`, which is not in the ledger");
            // In a large ledger, some id resembles any other.
            let hint = if self.ledger.entries.len() < LARGE { self.meant(entry, id, accepted) } else { None };
            self.faults.add_with_hint(Code::UnknownEntry, &[&entry.id], message, hint);
            return None;
        };
        let kind = target.kind.name();
        if target.id == entry.id || !accepted.accepts(kind) {
            let message =
                format!("names entry `{id}`, {}, where it must be {}", with_article(kind.as_str()), accepted.list());
            let about = target.kind.about().and_then(|id| self.ledger.entry_at(self.ledger.find(id)?));
            let about = about.filter(|about| accepted.accepts(about.kind.name()) && about.id != entry.id);
            let changes = (entry.kind.as_correction(), target.kind.as_correction());
            let changes = changes.0.zip(changes.1).map(|(this, named)| (&this.change, &named.change));
            let hint = match (about.map(|about| &about.id), changes) {
                (Some(about), Some((_, CorrectionKind::Void))) => again(about),
                (Some(about), Some((CorrectionKind::Void, CorrectionKind::Amend(_)))) => format!(
                    "enter another `correction` of `{about}` with what it should say; a `void` of `{about}` would strike all of it out"
                ),
                (Some(about), Some((CorrectionKind::Amend(_), CorrectionKind::Amend(_)))) => {
                    format!("name `{about}`, which `{id}` corrects: an entry may be corrected more than once")
                }
                (Some(about), None) => format!("name `{about}`, which `{id}` is about, if that is meant"),
                (None, _) => "name the entry that is meant, or correct the kind of one of the two".to_owned(),
            };
            self.faults.add_with_hint(Code::WrongTarget, &[&entry.id, id], message, Some(hint));
            return None;
        }
        if target.recorded > self.known {
            let message = format!("names entry `{id}`, which was recorded later, on {}", target.recorded);
            let before = entry.effective.first_day();
            let hint = match target.effective.first_day().zip(before).filter(|_| self.amended.is_none()) {
                // Whoever enters a payment has usually recorded an earlier pledge long before.
                Some((first, before)) if first <= before => Some(format!(
                    "correct `recorded` of `{id}` if that was known by {}; otherwise leave the reference blank here, and assign it \
                     by a correction recorded on {} or later",
                    self.known, target.recorded
                )),
                _ => None,
            };
            self.faults.add_with_hint(Code::RecordedBeforeTarget, &[&entry.id, id], message, hint);
        }
        let target = match self.amended.and_then(|amended| amended.get(&at)) {
            Some((Some(amended), _)) => amended,
            Some((None, _)) | None => target,
        };
        self.order(entry, target);
        Some(target)
    }

    /// What to write instead of an id that no entry has: the id of an entry that may be meant, by its kind and its
    /// contributor.
    fn meant(&self, entry: &LedgerEntry, id: &EntryId, accepted: Accepted) -> Option<String> {
        let whose =
            Some(entry).filter(|entry| entry.kind.as_correction().is_none()).and_then(|entry| self.owner(entry));
        let others = || {
            let of_other = |other: &LedgerEntry| self.owner(other).zip(whose).is_some_and(|(other, own)| other != own);
            let entries = self.ledger.entries.iter();
            entries.filter(move |other| other.id != entry.id && accepted.accepts(other.kind.name()) && !of_other(other))
        };
        let mut called = others().filter(|other| other.reference.as_deref() == Some(id.as_str()));
        if let (Some(called), None) = (called.next(), called.next()) {
            return Some(format!("write `{}`, whose reference is `{id}`", called.id));
        }
        let ids = || others().map(|other| other.id.as_str());
        let alike = ids().find(|other| look_alike(id.as_str(), other));
        // A remainder has no contributor; any other id may be similar by chance, and somebody else's.
        let is_told = whose.is_some() || matches!(accepted, Sum);
        let meant = alike.or_else(|| near_in_letters(id.as_str(), ids()).filter(|_| is_told))?;
        Some(format!("did you mean `{meant}`?"))
    }

    /// The contributor of an entry, as it says itself or as the entry that it is about says.
    fn owner<'e>(&'e self, entry: &'e LedgerEntry) -> Option<&'e PartyRef> {
        /// Enough for a refund of a payment on a pledge.
        const STEPS: usize = 3;
        let mut entry = Some(entry);
        for _ in 0..STEPS {
            let at = entry?;
            match at.kind.contributor() {
                Some(contributor) => return Some(&contributor.party),
                None => entry = at.kind.about().and_then(|id| self.ledger.entry_at(self.ledger.find(id)?)),
            }
        }
        None
    }

    /// Checks that an entry counts from a day on which the entry that it names counts.
    fn order(&mut self, entry: &LedgerEntry, target: &LedgerEntry) {
        let code = match entry.kind.name() {
            EntryKindName::Revision | EntryKindName::Withdrawal | EntryKindName::Refund => Code::EffectiveBeforeTarget,
            EntryKindName::Receipt if is_far_ahead(target) => return,
            EntryKindName::Receipt if target.kind.name() != EntryKindName::Remainder => Code::ReceiptBeforePledge,
            EntryKindName::Receipt
            | EntryKindName::Pledge
            | EntryKindName::Allocation
            | EntryKindName::InKind
            | EntryKindName::OpeningBalance
            | EntryKindName::Remainder
            | EntryKindName::Rate
            | EntryKindName::Assertion
            | EntryKindName::Correction => return,
        };
        if code == Code::ReceiptBeforePledge && target.kind.name() == EntryKindName::OpeningBalance {
            // What had been paid by that day is part of the balance.
            if entry.counts_from() <= target.counts_from() && !says_beside(entry, &target.id) {
                rivals::beside_balance(entry, target, self.faults);
            }
            return;
        }
        if let (Some(day), Some(before)) = (entry.counts_from(), target.counts_from())
            && day < before
        {
            let until = if code == Code::ReceiptBeforePledge {
                ": until then, it counts as a contribution without a pledge"
            } else {
                ""
            };
            let message = format!("counts from {day}, but entry `{}` only from {before}{until}", target.id);
            self.faults.add(code, &[&entry.id, &target.id], message);
        }
    }

    fn currency(&mut self, entry: &LedgerEntry, target: &LedgerEntry, currency: Currency) {
        let promised = promised_currency(target, self.ledger.settings.currency);
        if currency != promised {
            let message = format!("is in {currency}, but entry `{}` in {promised}", target.id);
            let hint = Some(format!("state the amount in {promised}"));
            self.faults.add_with_hint(Code::CurrencyMismatch, &[&entry.id, &target.id], message, hint);
        }
    }

    fn headline(&mut self, entry: &LedgerEntry, currency: Option<Currency>) {
        let headline = self.ledger.settings.currency;
        if let Some(currency) = currency.filter(|&currency| currency != headline) {
            let message = format!("is in {currency}, but the totals are in {headline}");
            let hint = Some(format!("state the amount in {headline}"));
            self.faults.add_with_hint(Code::CurrencyMismatch, &[&entry.id], message, hint);
        }
    }

    fn value(&mut self, entry: &LedgerEntry, value: Option<Amount>) {
        self.headline(entry, value.map(Amount::currency));
    }

    /// Checks what an amount is said to be worth: that must be in the currency of the totals, and the amount in
    /// another.
    fn worth(&mut self, entry: &LedgerEntry, amount: Amount, value: Option<Amount>) {
        let currency = amount.currency();
        if value.is_some_and(|value| value.currency() == currency) {
            let message = format!("is in {currency} already, and says what it is worth in {currency}");
            self.faults.add_with_hint(Code::CurrencyMismatch, &[&entry.id], message, Some(IN_ONE_CURRENCY.to_owned()));
        } else {
            self.value(entry, value);
        }
    }

    fn stated(&mut self, entry: &LedgerEntry, stated: bool) {
        if !stated {
            let kind = with_article(entry.kind.name().as_str());
            let id = &entry.id;
            match self.amended {
                None => self.faults.add(Code::NothingStated, &[id], format!("is {kind} that states nothing")),
                Some(_) => {
                    let message = format!("is {kind} that states nothing, as it was corrected");
                    let hint = format!("if there was nothing, strike `{id}` out in a row of kind `void` instead");
                    self.faults.add_with_hint(Code::NothingStated, &[id], message, Some(hint));
                }
            }
        }
    }

    fn earmark(&mut self, entry: &LedgerEntry, earmark: &Earmark) {
        if let Some(purpose) = earmark.repeated() {
            let message = format!("is earmarked twice for `{purpose}`");
            self.faults.add(Code::RepeatedPurpose, &[&entry.id], message);
        }
    }
}

/// The currency of an entry's promise.
fn promised_currency(entry: &LedgerEntry, headline: Currency) -> Currency {
    entry.kind.terms().map_or(headline, |terms| terms.amount().currency())
}

/// The kinds of entry that may be named.
#[derive(Clone, Copy)]
enum Accepted {
    Promise,
    PromiseOrReceipt,
    Sum,
    Anything,
}

impl Accepted {
    const fn accepts(self, kind: EntryKindName) -> bool {
        match self {
            Promise => kind.is_promise(),
            PromiseOrReceipt => kind.is_promise() || matches!(kind, EntryKindName::Receipt),
            Sum => matches!(kind.shelf(), Shelf::Remainders),
            Anything => !matches!(kind.shelf(), Shelf::Corrections),
        }
    }

    const fn list(self) -> &'static str {
        match self {
            Promise => "a pledge, an allocation or an opening balance",
            PromiseOrReceipt => "a pledge, an allocation, an opening balance or a receipt",
            Sum => "a remainder",
            Anything => "an entry other than a correction",
        }
    }
}
