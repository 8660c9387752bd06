//! Entries as corrected.

use crate::{
    Amendment, Amount, Contributor, Currency, Earmark, EntryKind, InvalidTerms, LedgerEntry, Receipt, ReceiptMore,
    Remainder, Shared, Terms, with_article,
};

/// Why a correction cannot be applied to an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidAmendment {
    #[error("{} has no {part} to correct", with_article(kind))]
    NoSuchPart { kind: &'static str, part: &'static str },
    #[error("as corrected, {0}")]
    Terms(#[from] InvalidTerms),
    #[error("it settles {0} of its pledge, which a correction of its amount leaves as it was")]
    Settles(Amount),
    #[error("it is stated to be worth {0}, which a correction of its amount leaves as it was")]
    Value(Amount),
    #[error("as corrected, it would be of nothing")]
    Nothing,
    #[error("as corrected, it is in {0} already, and says what it is worth in {0}")]
    ValueInSameCurrency(Currency),
    #[error("what is paid on a pledge is no gift of its own, and the correction says both")]
    GiftOnPledge,
    #[error("it settles {0} of its pledge, and a gift of its own settles none")]
    GiftSettles(Amount),
    #[error("as a gift of its own, it does not say who gave it")]
    GiftOfNobody,
}

/// The entry as it should have been.
pub(super) fn amend(entry: &LedgerEntry, amendment: &Amendment) -> Result<LedgerEntry, InvalidAmendment> {
    let mut entry = entry.clone();
    let mut left = amendment.clone();
    if let Some(effective) = left.effective.take() {
        entry.effective = effective;
    }
    amend_kind(&mut entry.kind, &mut left)?;
    match unused(&left) {
        None => Ok(entry),
        Some(part) => Err(InvalidAmendment::NoSuchPart { kind: entry.kind.name().as_str(), part }),
    }
}

/// Takes out of the amendment whatever fits the kind.
fn amend_kind(kind: &mut EntryKind, left: &mut Amendment) -> Result<(), InvalidAmendment> {
    match kind {
        EntryKind::Pledge(pledge) => {
            amend_contributor(&mut pledge.contributor, left);
            amend_earmark(&mut pledge.earmark, left);
            replace(&mut pledge.introduction, left.introduction.take());
            amend_terms(&mut pledge.terms, left)?;
        }
        EntryKind::Allocation(allocation) => {
            amend_contributor(&mut allocation.contributor, left);
            amend_earmark(&mut allocation.earmark, left);
            amend_terms(&mut allocation.terms, left)?;
        }
        EntryKind::Revision(revision) => {
            replace(&mut revision.pledge, left.pledge.take());
            amend_terms(&mut revision.terms, left)?;
        }
        EntryKind::Withdrawal(withdrawal) => {
            replace(&mut withdrawal.pledge, left.pledge.take());
            set(&mut withdrawal.amount, &mut take_amount(left)?);
        }
        EntryKind::Receipt(receipt) => amend_receipt(receipt, left)?,
        EntryKind::Refund(refund) => {
            replace(&mut refund.of, left.pledge.take());
            refund.value = value_of(refund.amount, refund.value, left)?;
            replace(&mut refund.amount, take_amount(left)?);
        }
        EntryKind::InKind(gift) => {
            amend_contributor(&mut gift.contributor, left);
            amend_earmark(&mut gift.earmark, left);
            set(&mut gift.value, &mut take_amount(left)?);
            set(&mut gift.what, &mut left.what);
            set(&mut gift.period, &mut left.period);
        }
        EntryKind::OpeningBalance(opening) => {
            amend_contributor(&mut opening.contributor, left);
            amend_earmark(&mut opening.earmark, left);
            replace(&mut opening.introduction, left.introduction.take());
            set(&mut opening.pledged, &mut left.amount);
            set(&mut opening.received, &mut left.received);
        }
        EntryKind::Remainder(remainder) => amend_remainder(remainder, left),
        EntryKind::Rate(_) | EntryKind::Assertion(_) | EntryKind::Correction(_) => {}
    }
    Ok(())
}

/// The corrected amount of something that is more than zero.
fn amount(left: &Amendment) -> Result<Option<Amount>, InvalidAmendment> {
    left.amount.map(|amount| Amount::new(amount.money()).map_err(|_| InvalidAmendment::Nothing)).transpose()
}

fn take_amount(left: &mut Amendment) -> Result<Option<Amount>, InvalidAmendment> {
    let amount = amount(left)?;
    left.amount = None;
    Ok(amount)
}

fn amend_receipt(receipt: &mut Receipt, left: &mut Amendment) -> Result<(), InvalidAmendment> {
    // It is not known whether the payment still settles as much.
    if let (Some(settles), Some(amount)) = (receipt.settles(), amount(left)?)
        && amount != receipt.amount
    {
        return Err(InvalidAmendment::Settles(settles));
    }
    match &mut receipt.contributor {
        Some(contributor) => amend_contributor(contributor, left),
        contributor => set(contributor, &mut left.contributor),
    }
    assign(receipt, left)?;
    let value = value_of(receipt.amount, receipt.value(), left)?;
    if value != receipt.value() {
        let more = receipt.more.take().map_or_else(ReceiptMore::default, |more| *more);
        receipt.more = ReceiptMore { value, ..more }.boxed();
    }
    replace(&mut receipt.amount, take_amount(left)?);
    amend_earmark(&mut receipt.earmark, left);
    replace(&mut receipt.introduction, left.introduction.take());
    Ok(())
}

/// Assigns a payment to a pledge, or makes it a gift beside all pledges: it cannot be both.
fn assign(receipt: &mut Receipt, left: &mut Amendment) -> Result<(), InvalidAmendment> {
    match (left.pledge.take(), left.gift.take()) {
        (Some(_), Some(true)) => return Err(InvalidAmendment::GiftOnPledge),
        (Some(pledge), _) => {
            receipt.pledge = Some(pledge);
            receipt.gift = false;
        }
        (None, Some(true)) => {
            if let Some(settles) = receipt.settles() {
                return Err(InvalidAmendment::GiftSettles(settles));
            }
            if receipt.contributor.is_none() {
                return Err(InvalidAmendment::GiftOfNobody);
            }
            receipt.pledge = None;
            receipt.gift = true;
        }
        (None, gift) => replace(&mut receipt.gift, gift),
    }
    Ok(())
}

/// The worth of the corrected amount; if the amount changes, the worth that the source gave no longer holds.
fn value_of(was: Amount, value: Option<Amount>, left: &mut Amendment) -> Result<Option<Amount>, InvalidAmendment> {
    let amount = amount(left)?.unwrap_or(was);
    match (left.value.take(), value) {
        (Some(corrected), _) if corrected.currency() == amount.currency() => {
            Err(InvalidAmendment::ValueInSameCurrency(amount.currency()))
        }
        (Some(corrected), _) => Ok(Some(corrected)),
        (None, Some(value)) if amount == was => Ok(Some(value)),
        // An amount in the currency of its worth is worth itself.
        (None, Some(value)) if amount.currency() == value.currency() => Ok(None),
        (None, Some(value)) => Err(InvalidAmendment::Value(value)),
        (None, None) => Ok(None),
    }
}

fn amend_remainder(remainder: &mut Remainder, left: &mut Amendment) {
    set(&mut remainder.pledged, &mut left.amount);
    set(&mut remainder.received, &mut left.received);
    set(&mut remainder.partners, &mut left.partners);
}

fn amend_terms(terms: &mut Terms, left: &mut Amendment) -> Result<(), InvalidAmendment> {
    if left.amount.is_some() || left.value.is_some() || left.schedule.is_some() {
        let value = value_of(terms.amount(), terms.value(), left)?;
        let amount = take_amount(left)?.unwrap_or_else(|| terms.amount());
        let schedule = left.schedule.take().unwrap_or_else(|| terms.schedule().clone());
        *terms = Terms::new(amount, schedule, value)?;
    }
    Ok(())
}

/// Changes who gives, and for whom only if that is stated; a contributor that is named as both gives for itself.
fn amend_contributor(place: &mut Shared<Contributor>, left: &mut Amendment) {
    let Some(stated) = left.contributor.take() else { return };
    let on_behalf_of = stated.on_behalf_of.as_ref().or(place.on_behalf_of.as_ref());
    let on_behalf_of = on_behalf_of.filter(|source| **source != stated.party).cloned();
    *place = if on_behalf_of == stated.on_behalf_of {
        stated
    } else {
        Contributor { party: stated.party.clone(), on_behalf_of }.into()
    };
}

/// Changes the fund or the purposes, and keeps whichever is not stated.
fn amend_earmark(place: &mut Shared<Earmark>, left: &mut Amendment) {
    let Some(stated) = left.earmark.take() else { return };
    *place = match (&stated.fund, stated.is_unearmarked()) {
        (Some(_), false) | (None, true) => stated,
        (Some(_), true) => Earmark { purposes: place.purposes.clone(), ..(*stated).clone() }.into(),
        (None, false) => Earmark { fund: place.fund.clone(), ..(*stated).clone() }.into(),
    };
}

fn replace<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn set<T>(place: &mut Option<T>, value: &mut Option<T>) {
    if value.is_some() {
        *place = value.take();
    }
}

/// The first part of the amendment that did not fit.
fn unused(left: &Amendment) -> Option<&'static str> {
    let parts = [
        (left.contributor.is_some(), "contributor"),
        (left.pledge.is_some(), "pledge"),
        (left.amount.is_some(), "amount"),
        (left.received.is_some(), "received amount"),
        (left.value.is_some(), "value"),
        (left.schedule.is_some(), "schedule"),
        (left.partners.is_some(), "number of partners"),
        (left.earmark.is_some(), "earmark"),
        (left.gift.is_some(), "gift of its own"),
        (left.introduction.is_some(), "introduction"),
        (left.what.is_some(), "gift in kind"),
        (left.period.is_some(), "period"),
    ];
    parts.into_iter().find_map(|(is_left, part)| is_left.then_some(part))
}
