//! One line of the figures: a pledge with the payments on it, or a payment on its own.

use std::collections::BTreeMap;

use super::view::View;
use crate::rounding::divide;
use crate::{
    Amount, AmountOrZero, Currency, Day, EntryId, EntryKind, EntryKindName, LedgerEntry, LedgerError, Money, RateValue,
    Receipt, Refund, Terms,
};

/// The value of a line, in minor units of the currency of the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LineValue {
    pub(super) pledged: i128,
    pub(super) received: i128,
    pub(super) outstanding: i128,
    pub(super) surplus: i128,
    /// What it takes out of the remainders.
    pub(super) moved_pledged: i128,
    pub(super) moved_received: i128,
}

/// The part of a line that has no known worth in the currency of the totals, in minor units of its own currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnvaluedLine {
    pub(super) currency: Currency,
    pub(super) promised: i128,
    pub(super) received: i128,
    pub(super) remaining: i128,
    /// What no total counts: what is still to come, and what came without a known worth.
    pub(super) left_out: i128,
}

/// A line, built up from its entries one after the other.
pub(super) struct LedgerLine<'a> {
    view: &'a View<'a>,
    as_of: Day,
    /// The kind of the entry that opens the line; a receipt as long as its pledge has not taken effect.
    pub(super) kind: EntryKindName,
    /// The entry that opens the line, once it counts.
    pub(super) root: Option<&'a LedgerEntry>,
    /// The entry that introduces the contributor: the one that opens the line, or the first payment if that counts
    /// earlier.
    pub(super) introducing: Option<(u32, &'a LedgerEntry)>,
    promise: LinePromise<'a>,
    worth: Worth,
    /// The worth of the promise when it was made, whatever a revision has said since; if it was not known then, the
    /// worth according to the first revision that knows it.
    first_worth: Worth,
    withdrawn: Withdrawn,
    /// Whether it is not known what had been received when the books began.
    receipts_open: bool,
    /// Whether it is not known what stands of the promise.
    is_vague: bool,
    /// What had been received on the promise when it was last withdrawn, wholly or in part, in the currency of the
    /// totals and in its own.
    kept: (i128, i128),
    /// Received and paid back, in the currency of the totals.
    gross: i128,
    refunded: i128,
    /// Received and paid back in the promise's own currency, as far as that is known.
    own_gross: i128,
    own_refunded: i128,
    /// The part received whose worth follows from the promise, and not from a source or the rate of another day.
    own_as_promised: i128,
    /// Whether some payment does not say how much of the promise it settles.
    is_mixed: bool,
    /// Whether a payment counts that is in a currency other than that of the totals.
    is_converted: bool,
    /// The part of the two that has no known worth in the currency of the totals.
    own_unvalued: i128,
    /// Whether some of that went back.
    returned_unvalued: bool,
    /// The part paid back that is taken off the promise, in the currency of the totals and in its own.
    off_promise: i128,
    own_off_promise: i128,
    /// Paid back before the last revision, whose total does not include it.
    settled_refunds: i128,
    own_settled_refunds: i128,
    /// Payments of unknown worth on a line whose promise is not in their currency.
    stray: BTreeMap<Currency, i128>,
    itemized_received: i128,
    /// Payments in a currency other than that of the totals, or that settle a promise in another, as far as they did
    /// not go back.
    returnable: Vec<ReturnablePayment<'a>>,
    /// The worth of the last payment or refund in the currency of the totals, as far as it is known.
    last_worth: Option<i128>,
    /// How much of the last refund is of unknown worth, in its own currency.
    last_unvalued: i128,
    /// By how much the stated worth of the last refund exceeds everything that was there to go back.
    last_loss: i128,
    /// How much of the last refund had come beyond the promise, and out of how much, in one currency.
    last_beyond: (i128, i128),
    /// By how much the last refund lowered what is pledged, if it was settled in the promise's own currency.
    last_off_promise: Option<i128>,
}

#[derive(Clone, Copy)]
enum LinePromise<'a> {
    None,
    Terms(&'a Terms),
    /// The pledge that an opening balance states, in the currency of the totals.
    Fixed(i128),
    /// What was received on an opening balance that does not state a pledge, in the currency of the totals.
    AtLeast(i128),
}

/// The conversion from the promise's own currency to that of the totals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Worth {
    Same,
    Stated { amount: Amount, value: Amount },
    Rate(RateValue),
    Unknown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Withdrawn {
    Part(i128),
    All,
}

/// What stands of a promise, in minor units of its own currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remaining {
    pub(super) currency: Currency,
    /// Over all years; for a promise without an end, over one year.
    pub(super) minor: i128,
    /// Whether it has no end.
    pub(super) yearly: bool,
    /// What was withdrawn from a promise without an end, which is not part of a year.
    pub(super) less_parts: i128,
}

/// A payment that may go back, in minor units.
struct ReturnablePayment<'a> {
    entry: &'a EntryId,
    currency: Currency,
    /// What did not go back: in its own currency, in that of the totals and in the promise's, if these are known.
    left: i128,
    worth_left: Option<i128>,
    own_left: Option<i128>,
}

/// What goes back from payments, in minor units.
#[derive(Default)]
struct Returned {
    /// In the promise's own currency.
    own: i128,
    /// In the currency of the totals, from the payments whose worth is known.
    worth: Option<i128>,
    /// What goes back from the others, in the promise's own currency if they state it, otherwise in theirs.
    unvalued: i128,
    /// The same in the currency of the refund.
    unvalued_part: i128,
    /// Whether some payment does not say how much of the promise it settles.
    is_mixed: bool,
}

/// The value of a payment.
struct Payment {
    /// In the currency of the totals.
    worth: Option<i128>,
    /// Whether its source states that.
    is_stated: bool,
    /// In the promise's own currency.
    own: Option<i128>,
    /// The same, if the worth follows from the promise's.
    as_promised: i128,
}

impl ReturnablePayment<'_> {
    /// Takes a part off what is left; `whole` is what is left in the currency of that part.
    fn take_back(&mut self, part: i128, whole: i128, returned: &mut Returned) -> Result<(), LedgerError> {
        if part == 0 {
            return Ok(());
        }
        let mut take = |left: &mut i128| -> Result<i128, LedgerError> {
            let share = divide(product(*left, part)?, whole);
            *left = sub(*left, share)?;
            Ok(share)
        };
        let back = take(&mut self.left)?;
        let own = self.own_left.as_mut().map(&mut take).transpose()?;
        returned.own = add(returned.own, own.unwrap_or_default())?;
        returned.is_mixed |= own.is_none();
        match self.worth_left.as_mut().map(take).transpose()? {
            Some(worth) => returned.worth = Some(add(returned.worth.unwrap_or_default(), worth)?),
            None => {
                returned.unvalued = add(returned.unvalued, own.unwrap_or(back))?;
                returned.unvalued_part = add(returned.unvalued_part, part)?;
            }
        }
        Ok(())
    }
}

impl<'a> LedgerLine<'a> {
    pub(super) fn new(view: &'a View<'a>, as_of: Day) -> Self {
        Self {
            view,
            as_of,
            kind: EntryKindName::Receipt,
            root: None,
            introducing: None,
            promise: LinePromise::None,
            worth: Worth::Same,
            first_worth: Worth::Same,
            withdrawn: Withdrawn::Part(0),
            receipts_open: false,
            is_vague: false,
            kept: (0, 0),
            gross: 0,
            refunded: 0,
            own_gross: 0,
            own_refunded: 0,
            own_as_promised: 0,
            is_mixed: false,
            is_converted: false,
            own_unvalued: 0,
            returned_unvalued: false,
            off_promise: 0,
            own_off_promise: 0,
            settled_refunds: 0,
            own_settled_refunds: 0,
            stray: BTreeMap::new(),
            itemized_received: 0,
            returnable: Vec::new(),
            last_worth: None,
            last_unvalued: 0,
            last_loss: 0,
            last_beyond: (0, 0),
            last_off_promise: None,
        }
    }

    /// The line at a position, according to the entries that count on the day.
    pub(super) fn evaluate(view: &'a View<'a>, at: u32, rows: &[u32], as_of: Day) -> Result<Self, LedgerError> {
        let mut line = Self::new(view, as_of);
        line.open(at)?;
        for &row in rows {
            line.apply(row)?;
        }
        Ok(line)
    }

    /// Opens the line with its own entry, if that already counts.
    ///
    /// This happens before the other entries are added, so that a payment knows its pledge's currency even if it came
    /// first.
    pub(super) fn open(&mut self, at: u32) -> Result<(), LedgerError> {
        let Some(entry) = self.view.active(at, self.as_of) else {
            return Ok(());
        };
        match entry.kind.promise() {
            Some(crate::Promise::Terms(terms)) => self.promise_terms(entry, terms),
            Some(crate::Promise::Balance(opening)) => {
                let received = opening.received.map_or(0, AmountOrZero::minor);
                self.promise = opening
                    .pledged
                    .map_or(LinePromise::AtLeast(received), |pledged| LinePromise::Fixed(pledged.minor()));
                self.gross = received;
                self.own_gross = received;
                self.is_vague = opening.pledged.is_none();
                if self.view.itemized(entry, self.as_of).is_some() {
                    self.itemized_received = received;
                }
            }
            // A payment without a pledge; it is added like the others.
            None if entry.kind.as_receipt().is_some() => {}
            None => return Ok(()),
        }
        self.kind = entry.kind.name();
        self.receipts_open = self.view.leaves_receipts_open(entry, self.as_of);
        self.root = Some(entry);
        self.introducing = Some((at, entry));
        Ok(())
    }

    fn promise_terms(&mut self, entry: &LedgerEntry, terms: &'a Terms) {
        self.promise = LinePromise::Terms(terms);
        self.worth = self.worth_of(entry, terms).unwrap_or(Worth::Unknown);
        self.first_worth = self.worth;
    }

    fn worth_of(&self, entry: &LedgerEntry, terms: &Terms) -> Option<Worth> {
        let wanted = self.wanted();
        let amount = terms.amount();
        if amount.currency() == wanted {
            return Some(Worth::Same);
        }
        if let Some(value) = terms.value().filter(|value| value.currency() == wanted) {
            return Some(Worth::Stated { amount, value });
        }
        self.view.rate(amount.currency(), entry.counts_from()?).map(Worth::Rate)
    }

    fn wanted(&self) -> Currency {
        self.view.ledger.settings.currency
    }

    /// Adds one entry of the line, if it already counts. The entry that opens the line is ignored unless it is a
    /// receipt.
    pub(super) fn apply(&mut self, row: u32) -> Result<(), LedgerError> {
        let Some(entry) = self.view.active(row, self.as_of) else {
            return Ok(());
        };
        match &entry.kind {
            // Without the pledge there is nothing to change; payments on it count on their own.
            EntryKind::Revision(_) | EntryKind::Withdrawal(_) if self.root.is_none() => {}
            EntryKind::Revision(revision) => self.revise(entry, &revision.terms),
            EntryKind::Withdrawal(withdrawal) => {
                self.keep_what_was_received()?;
                (self.withdrawn, self.is_vague) = match (self.withdrawn, withdrawal.amount) {
                    (Withdrawn::All, _) => (Withdrawn::All, self.is_vague),
                    // What was received stands, and nothing more.
                    (Withdrawn::Part(_), None) => (Withdrawn::All, self.receipts_open),
                    (Withdrawn::Part(before), Some(amount)) => {
                        (Withdrawn::Part(add(before, amount.minor())?), self.is_vague)
                    }
                };
            }
            EntryKind::Receipt(receipt) => {
                self.introducing = self.introducing.or(Some((row, entry)));
                self.receive(entry, receipt)?;
            }
            EntryKind::Refund(refund) => self.refund(entry, refund)?,
            EntryKind::Pledge(_)
            | EntryKind::Allocation(_)
            | EntryKind::OpeningBalance(_)
            | EntryKind::InKind(_)
            | EntryKind::Remainder(_)
            | EntryKind::Rate(_)
            | EntryKind::Assertion(_)
            | EntryKind::Correction(_) => {}
        }
        Ok(())
    }

    fn keep_what_was_received(&mut self) -> Result<(), LedgerError> {
        let ((_, whole), (_, own)) = (self.promised_worth()?, self.own_promised()?);
        let withdrawn = self.withdrawn_worth()?;
        self.kept = (
            self.gross.min(most_received(whole, withdrawn, self.kept.0)),
            self.own_gross.min(most_received(own, self.withdrawn, self.kept.1)),
        );
        Ok(())
    }

    /// What was withdrawn, in the currency of the totals.
    fn withdrawn_worth(&self) -> Result<Withdrawn, LedgerError> {
        Ok(match self.withdrawn {
            Withdrawn::Part(own) => Withdrawn::Part(self.convert(own)?),
            Withdrawn::All => Withdrawn::All,
        })
    }

    fn revise(&mut self, entry: &LedgerEntry, terms: &'a Terms) {
        // A revision without a value or rate of its own keeps those of the pledge.
        self.worth = self.worth_of(entry, terms).unwrap_or(self.worth);
        if self.first_worth == Worth::Unknown {
            self.first_worth = self.worth;
        }
        self.promise = LinePromise::Terms(terms);
        self.withdrawn = Withdrawn::Part(0);
        self.is_vague = false;
        (self.settled_refunds, self.own_settled_refunds) = (self.refunded, self.own_refunded);
        (self.off_promise, self.own_off_promise) = (self.refunded, self.own_refunded);
    }

    fn receive(&mut self, entry: &'a LedgerEntry, receipt: &Receipt) -> Result<(), LedgerError> {
        let payment = self.payment(entry, receipt.amount, receipt.value(), receipt.settles())?;
        self.own_as_promised = add(self.own_as_promised, payment.as_promised)?;
        self.is_mixed |= payment.own.is_none();
        self.last_worth = payment.worth;
        self.is_converted |= payment.worth.is_some() && receipt.amount.currency() != self.wanted();
        if let Some(worth) = payment.worth {
            self.gross = add(self.gross, worth)?;
            if receipt.itemizes().is_some() && self.view.itemized(entry, self.as_of).is_some() {
                self.itemized_received = add(self.itemized_received, worth)?;
            }
        }
        let (currency, left) = (receipt.amount.currency(), receipt.amount.minor());
        if currency != self.wanted() || payment.own.is_some() && self.promise_currency() != Some(currency) {
            let (worth_left, own_left) = (payment.worth, payment.own);
            self.returnable.push(ReturnablePayment { entry: &entry.id, currency, left, worth_left, own_left });
        }
        if let Some(own) = payment.own {
            self.own_gross = add(self.own_gross, own)?;
            if payment.worth.is_none() {
                self.own_unvalued = add(self.own_unvalued, own)?;
            }
        } else if payment.worth.is_none() {
            self.stray(receipt.amount.currency(), receipt.amount.minor())?;
        }
        Ok(())
    }

    fn refund(&mut self, entry: &LedgerEntry, refund: &Refund) -> Result<(), LedgerError> {
        let mut payment = self.payment(entry, refund.amount, refund.value, None)?;
        let is_headline = refund.amount.currency() == self.wanted() && payment.own.is_some();
        let returned = if is_headline { None } else { self.take_back(refund)? };
        let minor = refund.amount.minor();
        let (mut unvalued, mut unvalued_part) = match payment.worth {
            Some(_) => (0, 0),
            None => (payment.own.unwrap_or(minor), minor),
        };
        self.last_loss = 0;
        if let Some(returned) = returned {
            payment.own = payment.own.or(Some(returned.own).filter(|_| !returned.is_mixed));
            // What goes back is worth what it was worth when it came, unless its source states another worth for all of
            // it.
            if !payment.is_stated || returned.unvalued != 0 {
                (payment.worth, unvalued, unvalued_part) = (returned.worth, returned.unvalued, returned.unvalued_part);
            }
            // As much had arrived in its own currency, whatever its worth is now.
            if refund.amount.currency() != self.wanted()
                && let Some(worth) = &mut payment.worth
            {
                let most = sub(self.gross, self.refunded)?.max(0);
                self.last_loss = sub(*worth, most)?.max(0);
                *worth = most.min(*worth);
            }
        }
        self.is_mixed |= payment.own.is_none();
        (self.last_worth, self.last_unvalued) = (payment.worth, unvalued_part);
        if self.receipts_open {
            // At least as much had been received before.
            let gone = |refunded: i128, part: Option<i128>| add(refunded, part.unwrap_or_default());
            let more = sub(gone(self.refunded, payment.worth)?, self.gross)?.max(0);
            let own_more = sub(gone(self.own_refunded, payment.own)?, self.own_gross)?.max(0);
            (self.gross, self.own_gross) = (add(self.gross, more)?, add(self.own_gross, own_more)?);
            self.kept = (add(self.kept.0, more)?, add(self.kept.1, own_more)?);
        }
        // What came beyond the promise goes back first.
        let whole = if self.is_mixed { payment.worth } else { payment.own }.unwrap_or_default();
        self.last_beyond = (self.beyond()?.min(whole), whole);
        // More may have come beyond it than is on record.
        self.is_vague |= self.receipts_open && self.last_beyond.0 < whole;
        let (worth, own) = (payment.worth.unwrap_or_default(), payment.own.unwrap_or_default());
        self.refunded = add(self.refunded, worth)?;
        self.off_promise = add(self.off_promise, sub(worth, self.part_beyond(worth)?)?)?;
        self.own_refunded = add(self.own_refunded, own)?;
        let before = self.own_off_promise;
        self.own_off_promise = add(before, sub(own, self.part_beyond(own)?)?)?;
        let is_settled = !self.is_mixed && self.promise_currency().is_some() && self.worth != Worth::Unknown;
        self.last_off_promise = if is_settled {
            let base = self.own_base()?;
            Some(sub(self.convert(sub(base, before)?)?, self.convert(sub(base, self.own_off_promise)?)?)?)
        } else {
            None
        };
        if unvalued != 0 {
            self.returned_unvalued = true;
            match payment.own {
                Some(_) => self.own_unvalued = sub(self.own_unvalued, unvalued)?,
                None => self.stray(refund.amount.currency(), -unvalued)?,
            }
        }
        Ok(())
    }

    /// What goes back from the payment that a refund names, and then from the others in proportion; `None` if they do
    /// not add up to the refund.
    fn take_back(&mut self, refund: &Refund) -> Result<Option<Returned>, LedgerError> {
        let (currency, promised, wanted) = (refund.amount.currency(), self.promise_currency(), self.wanted());
        let left = |payment: &ReturnablePayment<'_>| {
            let left = if payment.currency == currency {
                Some(payment.left)
            } else if promised == Some(currency) {
                payment.own_left
            } else {
                payment.worth_left.filter(|_| currency == wanted)
            };
            left.unwrap_or_default()
        };
        let is_named = |payment: &ReturnablePayment<'_>| *payment.entry == refund.of;
        let all: i128 = self.returnable.iter().map(left).sum();
        let named: i128 = self.returnable.iter().filter(|payment| is_named(payment)).map(left).sum();
        if all < refund.amount.minor() {
            return Ok(None);
        }
        let of_named = named.min(refund.amount.minor());
        let of_others = refund.amount.minor() - of_named;
        let (mut returned, mut passed, mut taken) = (Returned::default(), 0, 0);
        for payment in &mut self.returnable {
            let whole = left(payment);
            let back = if is_named(payment) {
                of_named
            } else {
                passed += whole;
                // The running sum is rounded, not each part, so that the parts add up to the whole.
                let before = std::mem::replace(&mut taken, divide(product(of_others, passed)?, (all - named).max(1)));
                taken - before
            };
            payment.take_back(back, whole, &mut returned)?;
        }
        Ok(Some(returned))
    }

    fn part_beyond(&self, minor: i128) -> Result<i128, LedgerError> {
        let (beyond, whole) = self.last_beyond;
        Ok(divide(product(minor, beyond)?, whole.max(1)))
    }

    /// How much of an amount of the last refund, the whole or its worth, had come beyond the promise.
    pub(super) fn last_beyond(&self, amount: Money) -> Result<Money, LedgerError> {
        Ok(Money::from_minor(self.part_beyond(amount.minor())?, amount.currency())?)
    }

    /// What came beyond the promise and did not go back: in its own currency, or in that of the totals if some payment
    /// does not say how much of the promise it settles.
    fn beyond(&self) -> Result<i128, LedgerError> {
        if self.promise_currency().is_none() || (self.is_mixed && self.worth == Worth::Unknown) {
            return Ok(0);
        }
        if self.is_mixed {
            return Ok(self.set_against()?.2);
        }
        self.own_beyond(self.own_base()?)
    }

    fn stray(&mut self, currency: Currency, minor: i128) -> Result<(), LedgerError> {
        let sum = self.stray.entry(currency).or_default();
        *sum = add(*sum, minor)?;
        Ok(())
    }

    /// The worth of a payment: as its source states it, otherwise by the rate of its day, otherwise as the pledge is
    /// valued.
    fn payment(
        &self,
        entry: &LedgerEntry,
        amount: Amount,
        value: Option<Amount>,
        settles: Option<Amount>,
    ) -> Result<Payment, LedgerError> {
        let wanted = self.wanted();
        let promised = self.promise_currency();
        let own = if promised == Some(amount.currency()) {
            Some(amount.minor())
        } else {
            settles.filter(|settles| promised == Some(settles.currency())).map(Amount::minor)
        };
        let stated = in_currency(wanted, [Some(amount), value, settles]);
        let rate = entry.counts_from().and_then(|day| self.view.rate(amount.currency(), day));
        let (worth, as_promised) = match (stated, rate, own) {
            (Some(amount), ..) => (Some(amount.minor()), 0),
            (None, Some(rate), _) => (Some(rate.convert(amount.money(), wanted)?.minor()), 0),
            (None, None, Some(own)) if self.worth != Worth::Unknown => (Some(self.part(own)?), own),
            (None, None, _) => (None, 0),
        };
        Ok(Payment { worth, is_stated: stated.is_some(), own, as_promised })
    }

    /// The worth of the next part of the promise. The running sum is rounded, so that the parts add up to the whole.
    fn part(&self, own: i128) -> Result<i128, LedgerError> {
        let before = self.own_as_promised;
        sub(self.convert(add(before, own)?)?, self.convert(before)?)
    }

    /// The worth of the last payment or refund in the currency of the totals, as far as it is known.
    pub(super) fn last_worth(&self) -> Result<Option<Money>, LedgerError> {
        Ok(self.last_worth.map(|minor| Money::from_minor(minor, self.wanted())).transpose()?)
    }

    /// How much of the last refund, which is in that currency, is of unknown worth.
    pub(super) fn last_unvalued(&self, currency: Currency) -> Result<Money, LedgerError> {
        Ok(Money::from_minor(self.last_unvalued, currency)?)
    }

    /// By how much the stated worth of the last refund exceeds everything that was there to go back.
    pub(super) fn last_loss(&self) -> Result<Money, LedgerError> {
        Ok(Money::from_minor(self.last_loss, self.wanted())?)
    }

    /// Whether as much of the promise counts as was paid, because its worth is not known.
    pub(super) fn counts_as_paid(&self) -> bool {
        self.promise_currency().is_some() && self.worth == Worth::Unknown && !self.is_itemized()
    }

    /// Whether the promise itemizes a remainder.
    fn is_itemized(&self) -> bool {
        self.root.is_some_and(|root| root.kind.as_receipt().is_none() && self.view.itemized(root, self.as_of).is_some())
    }

    /// By how much the last refund lowered what is pledged, if it was settled in the promise's own currency.
    pub(super) fn last_off_promise(&self) -> Result<Option<Money>, LedgerError> {
        Ok(self.last_off_promise.map(|minor| Money::from_minor(minor, self.wanted())).transpose()?)
    }

    pub(super) fn promise_currency(&self) -> Option<Currency> {
        match self.promise {
            LinePromise::None => None,
            LinePromise::Terms(terms) => Some(terms.amount().currency()),
            LinePromise::Fixed(_) | LinePromise::AtLeast(_) => Some(self.wanted()),
        }
    }

    /// Converts minor units of the promise's currency to those of the totals.
    fn convert(&self, own: i128) -> Result<i128, LedgerError> {
        self.convert_as(self.worth, own)
    }

    fn convert_as(&self, worth: Worth, own: i128) -> Result<i128, LedgerError> {
        match worth {
            Worth::Same | Worth::Unknown => Ok(own),
            Worth::Stated { amount, value } if own == amount.minor() => Ok(value.minor()),
            Worth::Stated { amount, value } => Ok(divide(product(own, value.minor())?, amount.minor())),
            Worth::Rate(rate) => {
                let currency = self.promise_currency().unwrap_or_else(|| self.wanted());
                Ok(rate.convert(Money::from_minor(own, currency)?, self.wanted())?.minor())
            }
        }
    }

    /// The value of the line.
    pub(super) fn value(&self) -> Result<LineValue, LedgerError> {
        let received = sub(self.gross, self.refunded)?;
        if self.promise_currency().is_none() || self.worth == Worth::Unknown {
            // A promise of unknown worth takes as much out of a remainder as was ever paid on it; the rest is counted
            // there.
            let moved = if self.is_itemized() { self.gross } else { self.itemized_received };
            return Ok(LineValue {
                pledged: received,
                received,
                moved_pledged: moved,
                moved_received: self.itemized_received,
                ..LineValue::default()
            });
        }
        let (pledged, outstanding, surplus) = if self.is_mixed { self.set_against()? } else { self.settled()? };
        Ok(LineValue {
            pledged,
            received,
            outstanding,
            surplus,
            moved_pledged: self.itemized_pledge()?,
            moved_received: self.itemized_received,
        })
    }

    /// Pledged, outstanding and surplus, settled in the promise's own currency.
    ///
    /// A promise in euros that was paid in full is settled, whatever the euro was worth on that day: its worth is
    /// pledged, what was paid is received, and nothing is outstanding. A refund is taken off what came beyond the
    /// promise, and only then off the promise.
    fn settled(&self) -> Result<(i128, i128, i128), LedgerError> {
        let base = self.own_base()?;
        let own_beyond = self.own_beyond(base)?;
        let pledged = self.convert(sub(base, self.own_off_promise)?)?;
        let paid = self.convert(sub(self.own_gross.min(base), self.own_off_promise)?)?;
        let (received, own_left) = (sub(self.gross, self.refunded)?, sub(self.own_gross, self.own_refunded)?);
        let surplus =
            if received == own_left { own_beyond } else { divide(product(received, own_beyond)?, own_left.max(1)) };
        Ok((pledged, sub(pledged, paid)?, surplus))
    }

    /// The same if some payment does not say how much of the promise it settles: payments are compared with its worth.
    fn set_against(&self) -> Result<(i128, i128, i128), LedgerError> {
        let (counted, whole) = self.promised_worth()?;
        let withdrawn = self.withdrawn_worth()?;
        let base = base(counted, whole, withdrawn, self.kept.0, self.gross);
        let beyond = (self.gross - base - (self.refunded - self.off_promise)).max(0);
        Ok((sub(base, self.off_promise)?, (base - self.gross).max(0), beyond))
    }

    /// What came beyond what stands of the promise and did not go back, in its own currency.
    fn own_beyond(&self, base: i128) -> Result<i128, LedgerError> {
        Ok(sub(sub(self.own_gross, base)?, sub(self.own_refunded, self.own_off_promise)?)?.max(0))
    }

    /// What stands of the promise as far as it counts, before refunds, in its own currency.
    fn own_base(&self) -> Result<i128, LedgerError> {
        let (counted, whole) = self.own_promised()?;
        Ok(base(counted, whole, self.withdrawn, self.kept.1, self.own_gross))
    }

    /// The promise, if it itemizes a remainder, as in the entry that opened the line.
    fn itemized_promise(&self) -> Option<crate::Promise<'a>> {
        self.root.filter(|_| self.is_itemized()).and_then(|root| root.kind.promise())
    }

    /// What the promise itself takes out of a remainder, according to the entry that opened the line.
    fn itemized_pledge(&self) -> Result<i128, LedgerError> {
        match self.itemized_promise() {
            // Whatever happened to it since, it takes out what it was worth when it was made.
            Some(crate::Promise::Terms(_)) => self.convert_as(self.first_worth, self.first_counted()),
            // If it states only what was received, as much as was ever paid.
            Some(crate::Promise::Balance(opening)) => Ok(opening.pledged.map_or(self.gross, AmountOrZero::minor)),
            None => Ok(0),
        }
    }

    /// How much of a promise that itemizes a remainder counts by its original terms, in minor units of its own
    /// currency.
    fn first_counted(&self) -> i128 {
        match self.itemized_promise() {
            Some(crate::Promise::Terms(terms)) => terms.counted(self.view.ledger.settings.multi_year, self.as_of),
            Some(crate::Promise::Balance(_)) | None => 0,
        }
    }

    /// Whether less of the promise stands than was taken out of a remainder, which still counts all of it because the
    /// amount or its worth is not known.
    pub(super) fn is_less_by_unknown(&self) -> Result<bool, LedgerError> {
        match self.itemized_promise() {
            // What stands is known now, but not what had been pledged.
            Some(crate::Promise::Balance(opening)) => {
                let is_said = self.is_withdrawn() || !matches!(self.promise, LinePromise::AtLeast(_));
                Ok(opening.pledged.is_none() && is_said)
            }
            Some(crate::Promise::Terms(_)) => {
                let is_less = || Ok::<_, LedgerError>(self.own_base()? < self.first_counted());
                Ok(self.worth == Worth::Unknown && (self.returned_unvalued || is_less()?))
            }
            None => Ok(false),
        }
    }

    /// How much of the promise counts, and the whole if it is known, in minor units of its currency.
    fn promised(&self) -> Result<(i128, Option<i128>), LedgerError> {
        match self.promise {
            LinePromise::None => Ok((0, Some(0))),
            LinePromise::Fixed(minor) => Ok((minor, Some(minor))),
            LinePromise::AtLeast(minor) => Ok((minor, None)),
            LinePromise::Terms(terms) => {
                let counted = terms.counted(self.view.ledger.settings.multi_year, self.as_of);
                Ok((counted, terms.total_minor()))
            }
        }
    }

    /// The same before the refunds that the last revision does not include.
    fn own_promised(&self) -> Result<(i128, Option<i128>), LedgerError> {
        let (counted, whole) = self.promised()?;
        let settled = self.own_settled_refunds;
        Ok((add(counted, settled)?, whole.map(|whole| whole + settled)))
    }

    /// The same in the currency of the totals.
    fn promised_worth(&self) -> Result<(i128, Option<i128>), LedgerError> {
        let (counted, whole) = self.promised()?;
        let worth = |own| add(self.convert(own)?, self.settled_refunds);
        Ok((worth(counted)?, whole.map(worth).transpose()?))
    }

    /// The parts of the line that have no known worth.
    pub(super) fn unvalued(&self) -> Result<Vec<UnvaluedLine>, LedgerError> {
        let mut unvalued = Vec::new();
        if let (Some(currency), Worth::Unknown) = (self.promise_currency(), self.worth) {
            let base = self.own_base()?;
            let remaining = (base - self.own_gross).max(0);
            // What was taken out of a remainder is counted there; what the promise came to beyond that is not.
            let beyond = remaining.min((base - self.first_counted()).max(0));
            unvalued.push(UnvaluedLine {
                currency,
                promised: sub(base, self.own_off_promise)?,
                received: sub(self.own_gross, self.own_refunded)?,
                remaining,
                left_out: add(beyond, self.own_unvalued.max(0))?,
            });
        }
        for (&currency, &minor) in &self.stray {
            unvalued.push(UnvaluedLine { currency, promised: minor, received: minor, remaining: 0, left_out: minor });
        }
        Ok(unvalued)
    }

    /// Whether the line makes its contributor a partner: money was promised or paid, and not all of it was taken back.
    pub(super) fn makes_partner(&self, value: &LineValue, unvalued: &[UnvaluedLine]) -> bool {
        self.kind != EntryKindName::Allocation
            && (value.pledged > 0
                || value.received > 0
                || unvalued.iter().any(|line| line.promised > 0)
                // What is promised and not yet due.
                || self.remaining().is_some_and(|left| left.minor > 0))
    }

    /// Whether the promise is spread over time, and whether it is open-ended.
    pub(super) fn is_spread(&self) -> (bool, bool) {
        match self.promise {
            LinePromise::Terms(terms) => {
                let spread = *terms.schedule() != crate::Schedule::Whole;
                (spread, terms.total_minor().is_none())
            }
            LinePromise::None | LinePromise::Fixed(_) | LinePromise::AtLeast(_) => (false, false),
        }
    }

    /// The day for which the line is evaluated.
    pub(super) const fn as_of(&self) -> Day {
        self.as_of
    }

    /// Whether it is not known what stands of the promise.
    pub(super) const fn is_vague(&self) -> bool {
        self.is_vague
    }

    /// Whether all that was left of the promise was withdrawn.
    pub(super) fn is_withdrawn(&self) -> bool {
        self.withdrawn == Withdrawn::All
    }

    /// What stands of the promise, due or not; `None` if nothing is promised, or if the amount is not known.
    pub(super) fn left(&self) -> Option<Remaining> {
        self.remaining().filter(|_| !self.is_vague)
    }

    /// The same, as far as it is on record.
    fn remaining(&self) -> Option<Remaining> {
        let currency = self.promise_currency()?;
        let whole = match self.promise {
            LinePromise::None => return None,
            LinePromise::Fixed(minor) | LinePromise::AtLeast(minor) => Some(minor),
            LinePromise::Terms(terms) => terms.total_minor(),
        };
        Some(match (whole, self.promise) {
            (None, LinePromise::Terms(terms)) => {
                let (minor, less_parts) = match self.withdrawn {
                    Withdrawn::All => (0, 0),
                    Withdrawn::Part(part) => (terms.amount().minor(), part),
                };
                Remaining { currency, minor, yearly: true, less_parts }
            }
            (whole, promise) => {
                let whole = whole.unwrap_or_default().saturating_add(self.own_settled_refunds);
                // Whatever was received on a balance that states no pledge had been promised.
                let known = if matches!(promise, LinePromise::AtLeast(_)) { None } else { Some(whole) };
                let base = base(whole, known, self.withdrawn, self.kept.1, self.own_gross);
                let minor = base.saturating_sub(self.own_off_promise);
                Remaining { currency, minor, yearly: false, less_parts: 0 }
            }
        })
    }

    /// What counts of a promise that payments can raise, on the day of an entry and regardless of what falls due later:
    /// a promise without an end, or a balance that does not say what was pledged. Zero for other promises, and for
    /// those of unknown worth.
    pub(super) fn counted_as_open(&self, on: &LedgerEntry) -> Result<Money, LedgerError> {
        let day = on.counts_from().max(self.root.and_then(LedgerEntry::counts_from));
        let counted = match (self.promise, day) {
            (LinePromise::Terms(terms), Some(day)) if terms.total_minor().is_none() && self.worth != Worth::Unknown => {
                Some(terms.counted(self.view.ledger.settings.multi_year, day))
            }
            (LinePromise::AtLeast(minor), _) if !self.is_itemized() => Some(minor),
            _ => None,
        };
        let minor = match counted {
            Some(counted) if self.is_mixed => {
                let counted = add(self.convert(counted)?, self.settled_refunds)?;
                base(counted, None, self.withdrawn_worth()?, self.kept.0, self.gross)
            }
            Some(counted) => {
                let counted = add(counted, self.own_settled_refunds)?;
                self.convert(base(counted, None, self.withdrawn, self.kept.1, self.own_gross))?
            }
            None => 0,
        };
        Ok(Money::from_minor(minor, self.wanted())?)
    }

    /// What was received on the line and did not go back, in the currency of the totals.
    pub(super) fn received(&self) -> Result<Money, LedgerError> {
        Ok(Money::from_minor(sub(self.gross, self.refunded)?, self.wanted())?)
    }

    /// What the promise takes out of a remainder, due or not.
    pub(super) fn taken_out(&self) -> Result<Money, LedgerError> {
        let minor = match self.itemized_promise() {
            Some(_) if self.worth == Worth::Unknown => self.value()?.moved_pledged,
            Some(crate::Promise::Terms(terms)) => {
                self.convert_as(self.first_worth, terms.total_minor().unwrap_or_else(|| terms.amount().minor()))?
            }
            Some(crate::Promise::Balance(_)) | None => 0,
        };
        Ok(Money::from_minor(minor, self.wanted())?)
    }

    /// The worth of [`LedgerLine::left`] in the currency of the totals.
    pub(super) fn worth_left(&self) -> Result<Option<Money>, LedgerError> {
        let Some(left) = self.left() else { return Ok(None) };
        self.worth_of_part(Money::from_minor(left.minor, left.currency)?)
    }

    /// The worth of a part of the promise in the currency of the totals, at the rate of the whole.
    pub(super) fn worth_of_part(&self, amount: Money) -> Result<Option<Money>, LedgerError> {
        if self.promise_currency() != Some(amount.currency()) || self.worth == Worth::Unknown {
            return Ok(None);
        }
        Ok(Some(Money::from_minor(self.convert(amount.minor())?, self.wanted())?))
    }

    /// Whether payments on the promise may still come: not all of it, due or not, has arrived or was withdrawn.
    pub(super) fn is_open(&self) -> bool {
        let whole = match self.promise {
            LinePromise::None => return false,
            LinePromise::Fixed(minor) => Some(minor),
            LinePromise::AtLeast(_) => None,
            LinePromise::Terms(terms) => terms.total_minor(),
        };
        match (self.withdrawn, whole) {
            (Withdrawn::All, _) => false,
            (Withdrawn::Part(_), None) => true,
            (Withdrawn::Part(part), Some(whole)) if self.is_mixed && self.worth != Worth::Unknown => {
                self.convert(whole - part).map_or(true, |worth| worth > self.gross)
            }
            (Withdrawn::Part(part), Some(whole)) => whole - part > self.own_gross,
        }
    }

    /// Whether more went back than had arrived.
    pub(super) fn is_overdrawn(&self) -> bool {
        self.refunded > self.gross || self.own_refunded > self.own_gross || self.stray.values().any(|&sum| sum < 0)
    }

    /// Whether more was withdrawn than had been promised.
    pub(super) fn is_overwithdrawn(&self) -> bool {
        match (self.withdrawn, self.promised()) {
            (Withdrawn::Part(part), Ok((_, Some(whole)))) => {
                let paid = if self.is_mixed { 0 } else { self.own_gross };
                let whole = whole + self.own_settled_refunds;
                part > whole - paid.clamp(0, whole)
            }
            (Withdrawn::Part(_) | Withdrawn::All, _) => false,
        }
    }

    /// Whether what was paid counts as pledged because no pledge is on record.
    pub(super) const fn is_unpledged(&self) -> bool {
        matches!(self.promise, LinePromise::None)
    }

    /// Whether it counts an amount in a currency other than that of the totals.
    pub(super) const fn is_converted(&self) -> bool {
        self.is_converted || matches!(self.worth, Worth::Rate(_) | Worth::Stated { .. })
    }
}

/// What stands of a promise: what counts less what was withdrawn, but never less than what was received on it.
fn base(counted: i128, whole: Option<i128>, withdrawn: Withdrawn, kept: i128, gross: i128) -> i128 {
    let left = match (withdrawn, whole) {
        (Withdrawn::All, _) => 0,
        (Withdrawn::Part(part), Some(whole)) => counted.min(whole - part),
        (Withdrawn::Part(part), None) => counted - part,
    };
    left.max(gross.min(most_received(whole, withdrawn, kept))).max(0)
}

/// The most that can be received on a promise: what comes after a withdrawal comes beyond it.
fn most_received(whole: Option<i128>, withdrawn: Withdrawn, kept: i128) -> i128 {
    match (withdrawn, whole) {
        (Withdrawn::All, whole) => whole.map_or(kept, |whole| kept.min(whole)),
        (Withdrawn::Part(part), Some(whole)) => kept.max(whole - part).min(whole),
        (Withdrawn::Part(_), None) => i128::MAX,
    }
}

/// The first of some amounts in a currency.
pub(super) fn in_currency<const N: usize>(currency: Currency, amounts: [Option<Amount>; N]) -> Option<Amount> {
    amounts.into_iter().flatten().find(|amount| amount.currency() == currency)
}

fn add(a: i128, b: i128) -> Result<i128, LedgerError> {
    a.checked_add(b).ok_or(LedgerError::Overflow)
}

fn sub(a: i128, b: i128) -> Result<i128, LedgerError> {
    a.checked_sub(b).ok_or(LedgerError::Overflow)
}

fn product(a: i128, b: i128) -> Result<i128, LedgerError> {
    a.checked_mul(b).ok_or(LedgerError::Overflow)
}
