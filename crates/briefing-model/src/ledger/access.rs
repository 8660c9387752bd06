//! The content of an entry, whatever its kind: each question is answered for every kind in one place.
//!
//! Code that reads the ledger asks here instead of matching kinds with a wildcard, so that the compiler lists each
//! question that a new kind has to answer.

use crate::{
    Amount, Assertion, Contributor, Correction, CorrectionKind, Earmark, EntryId, EntryKind, EntryKindName, InKind,
    Introduction, OpeningBalance, Rate, Receipt, Remainder, Revision, Shared, Terms, Withdrawal,
};

impl EntryKind {
    /// The contributor that the entry names; for a correction, the right one.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Pledge, Receipt};
    ///
    /// let pledge = EntryKind::from(Pledge::new("DEU".parse()?, "USD 100".parse()?));
    /// assert_eq!(pledge.contributor().map(|who| who.to_string()).as_deref(), Some("DEU"));
    /// // A payment on a pledge is its contributor's.
    /// let receipt = EntryKind::from(Receipt::on("P-1".parse()?, "USD 40".parse()?));
    /// assert_eq!(receipt.contributor(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn contributor(&self) -> Option<&Shared<Contributor>> {
        match self {
            Self::Pledge(pledge) => Some(&pledge.contributor),
            Self::Allocation(allocation) => Some(&allocation.contributor),
            Self::Receipt(receipt) => receipt.contributor.as_ref(),
            Self::InKind(gift) => Some(&gift.contributor),
            Self::OpeningBalance(opening) => Some(&opening.contributor),
            Self::Assertion(assertion) => assertion.about.as_ref(),
            Self::Correction(correction) => match &correction.change {
                CorrectionKind::Amend(amendment) => amendment.contributor.as_ref(),
                CorrectionKind::Void => None,
            },
            Self::Revision(_) | Self::Withdrawal(_) | Self::Refund(_) | Self::Remainder(_) | Self::Rate(_) => None,
        }
    }

    /// The entry that this one is about: the pledge of a receipt, or what a correction corrects.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Receipt};
    ///
    /// let receipt = EntryKind::from(Receipt::on("P-1".parse()?, "USD 40".parse()?));
    /// assert_eq!(receipt.about().map(|id| id.as_str()), Some("P-1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn about(&self) -> Option<&EntryId> {
        match self {
            Self::Revision(Revision { pledge, .. }) | Self::Withdrawal(Withdrawal { pledge, .. }) => Some(pledge),
            Self::Receipt(receipt) => receipt.pledge.as_ref(),
            Self::Refund(refund) => Some(&refund.of),
            Self::Correction(correction) => Some(&correction.of),
            Self::Pledge(_)
            | Self::Allocation(_)
            | Self::InKind(_)
            | Self::OpeningBalance(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_) => None,
        }
    }

    /// What the entry promises, if it opens a promise on which payments are made.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Pledge, Promise};
    ///
    /// let pledge = EntryKind::from(Pledge::new("DEU".parse()?, "USD 100".parse()?));
    /// assert!(matches!(pledge.promise(), Some(Promise::Terms(terms)) if terms.amount().to_string() == "USD 100.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn promise(&self) -> Option<Promise<'_>> {
        match self {
            Self::Pledge(pledge) => Some(Promise::Terms(&pledge.terms)),
            Self::Allocation(allocation) => Some(Promise::Terms(&allocation.terms)),
            Self::OpeningBalance(opening) => Some(Promise::Balance(opening)),
            Self::Revision(_)
            | Self::Withdrawal(_)
            | Self::Receipt(_)
            | Self::Refund(_)
            | Self::InKind(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_)
            | Self::Correction(_) => None,
        }
    }

    /// The amount that one contributor gives, takes back or is given back by the entry; for a pledge or a revision, the
    /// whole amount. `None` for sums of many entries, rates and corrections.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Receipt};
    ///
    /// let receipt = EntryKind::from(Receipt::on("P-1".parse()?, "USD 40".parse()?));
    /// assert_eq!(receipt.amount().map(|amount| amount.to_string()).as_deref(), Some("USD 40.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn amount(&self) -> Option<Amount> {
        match self {
            Self::Pledge(pledge) => Some(pledge.terms.amount()),
            Self::Allocation(allocation) => Some(allocation.terms.amount()),
            Self::Revision(revision) => Some(revision.terms.amount()),
            Self::Receipt(receipt) => Some(receipt.amount),
            Self::Refund(refund) => Some(refund.amount),
            Self::Withdrawal(withdrawal) => withdrawal.amount,
            Self::InKind(gift) => gift.value,
            Self::OpeningBalance(_) | Self::Remainder(_) | Self::Rate(_) | Self::Assertion(_) | Self::Correction(_) => {
                None
            }
        }
    }

    /// What the amount was worth in the currency of the totals, as its source says: for a pledge, an allocation, a
    /// revision, a receipt or a refund.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Refund};
    ///
    /// let (amount, value) = ("EUR 40".parse()?, Some("USD 44".parse()?));
    /// assert_eq!(EntryKind::from(Refund { of: "R-1".parse()?, amount, value }).value(), value);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<Amount> {
        match self {
            Self::Receipt(receipt) => receipt.value(),
            Self::Refund(refund) => refund.value,
            Self::Pledge(_)
            | Self::Revision(_)
            | Self::Withdrawal(_)
            | Self::Allocation(_)
            | Self::InKind(_)
            | Self::OpeningBalance(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_)
            | Self::Correction(_) => self.terms().and_then(Terms::value),
        }
    }

    /// The terms that the entry states: for a pledge or an allocation, or for a revision of one.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Withdrawal};
    ///
    /// let withdrawal = EntryKind::from(Withdrawal { pledge: "P-1".parse()?, amount: None });
    /// assert_eq!(withdrawal.terms(), None);
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    #[must_use]
    pub const fn terms(&self) -> Option<&Terms> {
        match self {
            Self::Pledge(pledge) => Some(&pledge.terms),
            Self::Allocation(allocation) => Some(&allocation.terms),
            Self::Revision(revision) => Some(&revision.terms),
            Self::Withdrawal(_)
            | Self::Receipt(_)
            | Self::Refund(_)
            | Self::InKind(_)
            | Self::OpeningBalance(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_)
            | Self::Correction(_) => None,
        }
    }

    /// What the money or gift is for; for a correction, what it should have been for.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Pledge};
    ///
    /// let pledge = EntryKind::from(Pledge::new("DEU".parse()?, "USD 100".parse()?));
    /// assert!(pledge.earmark().is_some_and(|earmark| earmark.is_unearmarked()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn earmark(&self) -> Option<&Earmark> {
        match self {
            Self::Pledge(pledge) => Some(&pledge.earmark),
            Self::Allocation(allocation) => Some(&allocation.earmark),
            Self::Receipt(receipt) => Some(&receipt.earmark),
            Self::InKind(gift) => Some(&gift.earmark),
            Self::OpeningBalance(opening) => Some(&opening.earmark),
            Self::Correction(correction) => match &correction.change {
                CorrectionKind::Amend(amendment) => amendment.earmark.as_deref(),
                CorrectionKind::Void => None,
            },
            Self::Revision(_)
            | Self::Withdrawal(_)
            | Self::Refund(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_) => None,
        }
    }

    /// What the entry says about whether its contributor was already a partner; `None` for kinds that do not introduce
    /// a contributor.
    ///
    /// A payment on a pledge says nothing: the pledge does.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Introduction, Pledge, Receipt};
    ///
    /// let pledge = EntryKind::from(Pledge::new("DEU".parse()?, "USD 100".parse()?));
    /// assert_eq!(pledge.introduction(), Some(Introduction::Unsaid));
    /// let receipt = EntryKind::from(Receipt::on("P-1".parse()?, "USD 40".parse()?));
    /// assert_eq!(receipt.introduction(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn introduction(&self) -> Option<Introduction> {
        match self {
            Self::Pledge(pledge) => Some(pledge.introduction),
            Self::OpeningBalance(opening) => Some(opening.introduction),
            Self::Receipt(receipt) if receipt.pledge.is_none() => Some(receipt.introduction),
            Self::Receipt(_)
            | Self::Revision(_)
            | Self::Withdrawal(_)
            | Self::Refund(_)
            | Self::Allocation(_)
            | Self::InKind(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_)
            | Self::Correction(_) => None,
        }
    }

    /// The remainder that the entry itemizes.
    ///
    /// ```
    /// use briefing_model::{EntryKind, Pledge};
    ///
    /// let mut pledge = Pledge::new("DEU".parse()?, "USD 100".parse()?);
    /// pledge.itemizes = Some("O-1".parse::<briefing_model::EntryId>()?.into());
    /// assert_eq!(EntryKind::from(pledge).itemizes().map(|id| id.as_str()), Some("O-1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn itemizes(&self) -> Option<&EntryId> {
        match self {
            Self::Pledge(pledge) => pledge.itemizes.as_deref(),
            Self::Allocation(allocation) => allocation.itemizes.as_deref(),
            Self::OpeningBalance(opening) => opening.itemizes.as_deref(),
            Self::Receipt(receipt) => receipt.itemizes(),
            Self::Revision(_)
            | Self::Withdrawal(_)
            | Self::Refund(_)
            | Self::InKind(_)
            | Self::Remainder(_)
            | Self::Rate(_)
            | Self::Assertion(_)
            | Self::Correction(_) => None,
        }
    }
}

/// What an entry promises.
///
/// ```
/// use briefing_model::{EntryKind, OpeningBalance, Promise};
///
/// let mut opening = OpeningBalance::new("IND".parse()?);
/// opening.pledged = Some("USD 550000".parse()?);
/// assert!(matches!(EntryKind::from(opening).promise(), Some(Promise::Balance(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise<'a> {
    /// The terms of a pledge or an allocation.
    Terms(&'a Terms),
    /// What had been promised and paid before the beginning of the ledger.
    Balance(&'a OpeningBalance),
}

/// The list in which the ledger keeps an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Among the entries that make up lines.
    Lines,
    InKind,
    Remainders,
    Rates,
    Assertions,
    Corrections,
}

impl EntryKindName {
    pub(super) const fn shelf(self) -> Shelf {
        match self {
            Self::Pledge
            | Self::Revision
            | Self::Withdrawal
            | Self::Receipt
            | Self::Refund
            | Self::Allocation
            | Self::OpeningBalance => Shelf::Lines,
            Self::InKind => Shelf::InKind,
            Self::Remainder => Shelf::Remainders,
            Self::Rate => Shelf::Rates,
            Self::Assertion => Shelf::Assertions,
            Self::Correction => Shelf::Corrections,
        }
    }

    /// Whether an entry of the kind opens a promise on which payments are made.
    pub(super) const fn is_promise(self) -> bool {
        match self {
            Self::Pledge | Self::Allocation | Self::OpeningBalance => true,
            Self::Revision
            | Self::Withdrawal
            | Self::Receipt
            | Self::Refund
            | Self::InKind
            | Self::Remainder
            | Self::Rate
            | Self::Assertion
            | Self::Correction => false,
        }
    }

    /// Whether an entry of the kind changes another entry, which has to take effect before it.
    pub(super) const fn changes(self) -> bool {
        match self {
            Self::Revision | Self::Withdrawal | Self::Refund => true,
            Self::Pledge
            | Self::Receipt
            | Self::Allocation
            | Self::InKind
            | Self::OpeningBalance
            | Self::Remainder
            | Self::Rate
            | Self::Assertion
            | Self::Correction => false,
        }
    }

    /// Whether an entry of the kind can make a total fall.
    pub(super) fn lowers(self) -> bool {
        self.changes() || self == Self::Correction
    }
}

/// Accessors for a single kind, for code that concerns only that kind.
macro_rules! only {
    ($($ask:ident: $kind:ident,)+) => {
        impl EntryKind {
            $(pub(super) fn $ask(&self) -> Option<&$kind> {
                if let Self::$kind(said) = self { Some(said) } else { None }
            })+
        }
    };
}
only! {
    as_revision: Revision,
    as_withdrawal: Withdrawal,
    as_receipt: Receipt,
    as_in_kind: InKind,
    as_remainder: Remainder,
    as_rate: Rate,
    as_assertion: Assertion,
    as_correction: Correction,
}
