//! The month's movements: each line in itself, and their sums.

use std::collections::BTreeMap;

use super::BriefingCheck;
use crate::ledger::also_received;
use crate::{
    Code, CorrectedMovement, Currency, DatedMovement, FieldPath, Money, MovementKind, MovementLine, MovementTotal,
    RestatedFigures, RestatedOf, Restatement, Schedule,
};

/// The amounts that a movement may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Above,
    Below,
    None,
}

impl BriefingCheck<'_> {
    pub(super) fn movements(&mut self) {
        let briefing = self.briefing;
        let path = self.root.key("movements");
        for (at, line) in briefing.movements.lines.iter().enumerate() {
            if let Some((key, message)) = contradiction(line) {
                let line = path.key("lines").item(at, None::<&str>);
                self.fault(Code::MovementLine, line.key(key), message);
            }
        }
        self.adds_up(&path.key("totals"));
        self.silences(&path);
        let first = briefing.month.first_day();
        for (at, late) in briefing.movements.late.iter().enumerate() {
            let path = path.key("late").item(at, None::<&str>);
            if let Some((key, message)) = contradiction(&late.line) {
                self.fault(Code::MovementLine, path.key("line").key(key), message);
            }
            let (began, known) = (late.effective.first_day(), late.effective.last_day());
            // What is only known to have begun by some day of the month is not one of the month's own movements.
            let is_own = began.map_or(known > Some(briefing.month.last_day()), |day| day >= first);
            if known.is_none() || is_own {
                let message = format!("{} does not begin in an earlier month", late.effective);
                self.fault(Code::FigureDay, path.key("effective"), message);
            }
        }
        for (at, corrected) in briefing.movements.corrected.iter().enumerate() {
            self.corrected(corrected, &path.key("corrected").item(at, None::<&str>));
        }
        for (at, restated) in briefing.movements.restated.iter().enumerate() {
            self.restated(restated, &path.key("restated").item(at, None::<&str>));
        }
    }

    /// What earlier issues counted took effect before the month, and has changed.
    fn corrected(&mut self, corrected: &CorrectedMovement, path: &FieldPath) {
        for (key, one) in [("before", Some(&corrected.before)), ("after", corrected.after.as_ref())] {
            if let Some((name, message)) = one.and_then(|one| contradiction(&one.line)) {
                self.fault(Code::MovementLine, path.key(key).key("line").key(name), message);
            }
        }
        let &CorrectedMovement { ref before, ref after, reassigned } = corrected;
        if before.effective.last_day().is_none_or(|day| day >= self.briefing.month.first_day()) {
            let message = format!("{} does not end before the month", before.effective);
            self.fault(Code::FigureDay, path.key("before").key("effective"), message);
        }
        let is_payment = |one: &DatedMovement| one.line.kind == MovementKind::Payment;
        if reassigned && !(is_payment(before) && after.as_ref().is_some_and(is_payment)) {
            let message = "what is on another pledge is no payment";
            self.fault(Code::MovementLine, path.key("reassigned"), message);
        }
        let Some(after) = after else { return };
        if (after == before && !reassigned) || after.line.entry != before.line.entry {
            let message = "what is corrected is another movement of the same entry";
            self.fault(Code::MovementLine, path.key("after"), message);
        }
    }

    /// What earlier issues counted has changed and is of the same entry; what they did not know began before the month.
    fn restated(&mut self, restated: &Restatement, path: &FieldPath) {
        let Restatement { before, after } = restated;
        let begin = self.briefing.month.first_day();
        match (before, after) {
            (Some(before), _) => {
                let last = before.effective.last_day().or(before.effective.first_day());
                if last.is_none_or(|day| day >= begin) {
                    let message = format!("{} does not end before the month", before.effective);
                    self.fault(Code::FigureDay, path.key("before").key("effective"), message);
                }
            }
            (None, Some(after)) => {
                // Balances and remainders are in no other list, whatever their day.
                let is_own = |day| match after.of {
                    RestatedOf::InKind { .. } => day >= begin,
                    RestatedOf::OpeningBalance { .. } | RestatedOf::Others | RestatedOf::Total => {
                        day > self.briefing.month.last_day()
                    }
                };
                if after.effective.first_day().is_some_and(is_own) {
                    let message = format!("{} does not begin in an earlier month", after.effective);
                    self.fault(Code::FigureDay, path.key("after").key("effective"), message);
                }
            }
            (None, None) => {
                let message = "what is restated says neither what it was nor what it is";
                self.fault(Code::MovementLine, path.clone(), message);
            }
        }
        for (key, one) in [("before", before), ("after", after)] {
            let Some(one) = one else { continue };
            let RestatedFigures { entry: _, effective: _, of, pledged, received, partners, value } = one;
            let is_allowed = match of {
                RestatedOf::InKind { .. } => pledged.or(*received).is_none() && partners.is_none(),
                RestatedOf::OpeningBalance { .. } => partners.is_none() && value.is_none(),
                RestatedOf::Others | RestatedOf::Total => value.is_none(),
            };
            if !is_allowed {
                let message = "an entry of this kind states no such figure";
                self.fault(Code::MovementLine, path.key(key), message);
            }
        }
        if let (Some(before), Some(after)) = (before, after)
            && (after == before || after.entry != before.entry)
        {
            let message = "what is restated is another figure of the same entry";
            self.fault(Code::MovementLine, path.key("after"), message);
        }
    }

    /// Once money without a purpose is known to be unearmarked, so is all later money without one.
    fn silences(&mut self, path: &FieldPath) {
        let movements = &self.briefing.movements;
        let late = movements.late.iter().enumerate();
        let late = late.map(|(at, late)| (path.key("late").item(at, None::<&str>).key("line"), &late.line));
        let lines = movements.lines.iter().enumerate();
        let lines = lines.map(|(at, line)| (path.key("lines").item(at, None::<&str>), line));
        let silent = late.chain(lines).filter(|(_, line)| line.purposes.is_empty());
        let mut silent = silent.skip_while(|(_, line)| line.purpose_unknown);
        if let Some((path, _)) = silent.find(|(_, line)| line.purpose_unknown) {
            let message = "of earlier money it is known that it has no purpose, and of this it is not";
            self.fault(Code::MovementLine, path.key("purpose_unknown"), message);
        }
    }

    /// The totals are the sums of the lines, each kind by itself, each once and in order.
    fn adds_up(&mut self, path: &FieldPath) {
        let movements = &self.briefing.movements;
        let mut sums: BTreeMap<_, (Currency, i128)> = BTreeMap::new();
        let also = also_received(movements.lines.iter().map(|line| line.kind));
        for line in &movements.lines {
            let Some(amount) = line.amount else { continue };
            for sum in line.kind.sum(line.yearly).into_iter().chain(also(line.kind)) {
                let (_, total) = sums.entry((sum, amount.currency().code())).or_insert((amount.currency(), 0));
                *total = total.saturating_add(amount.minor());
            }
        }
        self.listed_in_order(path, &movements.totals);
        for (at, total) in movements.totals.iter().enumerate() {
            let found = sums.remove(&(total.sum, total.amount.currency().code()));
            if found.is_none_or(|(_, minor)| minor != total.amount.minor()) {
                let found = found.and_then(|(currency, minor)| Money::from_minor(minor, currency).ok());
                let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
                let message = format!("the total is {}, and the lines add up to {found}", total.amount);
                self.fault(Code::NotTheSum, path.item(at, None::<&str>), message);
            }
            if total.net {
                let message = "the lines say what was taken off, and not their total";
                self.fault(Code::NotTheSum, path.item(at, None::<&str>).key("net"), message);
            }
        }
        // Promises that cannot be compared with their earlier terms have no total.
        if movements.lines.iter().any(|line| line.kind.is_beyond_comparison(line.amount)) {
            sums.retain(|(sum, _), _| *sum == crate::MovementSum::Received);
        }
        if let Some((currency, _)) = sums.into_values().next() {
            let message = format!("there are lines in {currency} that no total adds up");
            self.fault(Code::NotTheSum, path.clone(), message);
        }
    }

    /// Totals are ordered by what they add up and by currency, each once.
    pub(super) fn listed_in_order(&mut self, path: &FieldPath, totals: &[MovementTotal]) {
        let key = |total: &MovementTotal| (total.sum, total.amount.currency().code());
        let pairs = totals.iter().zip(totals.iter().skip(1));
        if let Some(at) = pairs.clone().position(|(a, b)| key(a) == key(b)) {
            self.fault(Code::TwiceInBriefing, path.item(at + 1, None::<&str>), "there are two totals of one kind");
        } else if let Some(at) = pairs.clone().position(|(a, b)| key(a) > key(b)) {
            self.fault(Code::OutOfOrder, path.item(at + 1, None::<&str>), "the totals are out of order");
        }
    }
}

/// What contradicts the kind or the terms of a line: the key and the message.
fn contradiction(line: &MovementLine) -> Option<(&'static str, String)> {
    let kind = line.kind;
    if line.purpose_unknown && !line.purposes.is_empty() {
        return Some(("purpose_unknown", "what it is for is said, and said not to be known".to_owned()));
    }
    let (sign, what) = match kind {
        MovementKind::Pledge
        | MovementKind::Gift
        | MovementKind::Allocation
        | MovementKind::Increase
        | MovementKind::Payment
        | MovementKind::CountedAsPaid => (Sign::Above, "is of more than nothing"),
        MovementKind::Reduction
        | MovementKind::Withdrawal
        | MovementKind::Refund
        | MovementKind::PaidBack
        | MovementKind::SurplusRefund => (Sign::Below, "is of less than nothing"),
        MovementKind::NewTerms => (Sign::None, "moves nothing"),
    };
    let signed = |money: Money| match money.minor().signum() {
        1 => Some(Sign::Above),
        -1 => Some(Sign::Below),
        _ => Some(Sign::None),
    };
    // An amount worth less than the smallest coin may be converted to zero, but never to less.
    let fits = |amount: Option<Money>| amount.map_or(Some(Sign::None), signed) == Some(sign);
    let vanishes = line.amount.is_some_and(Money::is_zero) && line.original.is_some();
    if !fits(line.amount) && !vanishes && !kind.is_beyond_comparison(line.amount) {
        let amount = line.amount.map_or_else(|| "none".to_owned(), |amount| amount.to_string());
        return Some(("amount", format!("a movement of this kind {what}: its amount is {amount}")));
    }
    if let Some(original) = line.original {
        let Some(amount) = line.amount else { return Some(("original", "it is the original of no amount".to_owned())) };
        if original.currency() == amount.currency() {
            return Some(("original", "it is in the currency into which it was converted".to_owned()));
        }
        if !fits(Some(original)) {
            return Some(("original", format!("a movement of this kind {what}: its original is {original}")));
        }
    }
    let made = matches!(kind, MovementKind::Pledge | MovementKind::Allocation);
    let revised = matches!(kind, MovementKind::Increase | MovementKind::Reduction | MovementKind::Withdrawal);
    if line.yearly && !made && !revised {
        return Some(("yearly", "a movement of this kind is not of one year".to_owned()));
    }
    let Some(terms) = &line.terms else {
        let missing = line.yearly && made;
        return missing.then(|| ("terms", "a pledge by the year has terms".to_owned()));
    };
    if *terms.schedule() == Schedule::Whole {
        return Some(("terms", "a pledge that is not spread has no terms".to_owned()));
    }
    if !made {
        let revises = matches!(kind, MovementKind::Increase | MovementKind::Reduction | MovementKind::NewTerms);
        return (!revises).then(|| ("terms", "a movement of this kind has no terms".to_owned()));
    }
    let Ok(total) = terms.total() else { return Some(("terms", "what they come to is too large".to_owned())) };
    if line.yearly != total.is_none() {
        return Some(("yearly", "a pledge is by the year if it has no end, and only then".to_owned()));
    }
    let promised = total.unwrap_or_else(|| terms.amount().money());
    let stated = line.original.or(line.amount);
    (stated != Some(promised)).then(|| ("terms", format!("they come to {promised}, which is not the amount")))
}
