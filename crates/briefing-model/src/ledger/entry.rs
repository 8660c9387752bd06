//! The entries of a ledger: the content of each kind.

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::contributions::{
    Allocation, InKind, OpeningBalance, Pledge, Receipt, Refund, Remainder, Revision, Withdrawal,
};
use super::statements::{Assertion, Correction, Rate};
use crate::textual::words;
use crate::{Certainty, Day, EntryId, Shared, SourceId, When};

/// One entry of the ledger. Entries are added, never changed: what was wrong is put right by a [`Correction`].
///
/// ```
/// use briefing_model::{EntryKind, LedgerEntry, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("2025-04-deu".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
/// assert!(matches!(entry.kind, EntryKind::Pledge(_)));
/// assert_eq!(entry.counts_from().map(|day| day.to_string()).as_deref(), Some("2025-04-30"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with an entry of the ledger", deny_unknown_fields)]
pub struct LedgerEntry {
    /// The entry's reference, unique in its ledger.
    pub id: EntryId,
    /// When it took effect, as precisely as is known. It counts from the last day that this can mean.
    pub effective: When,
    /// The day on which the office wrote it down.
    pub recorded: Day,
    /// The office's source for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Shared<SourceId>>,
    /// Its reference in that source, such as a voucher number. Together with the source, it is unique in the ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Box<str>>,
    /// How certain it is.
    #[serde(default, skip_serializing_if = "is_stated")]
    pub certainty: Certainty,
    /// A note for the office itself; never printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Box<str>>,
    /// Its content.
    pub kind: EntryKind,
}

fn is_stated(certainty: &Certainty) -> bool {
    *certainty == Certainty::Stated
}

impl LedgerEntry {
    /// Creates an entry that is stated by an unnamed source and has no note.
    ///
    /// ```
    /// use briefing_model::{Certainty, LedgerEntry, Pledge};
    ///
    /// let pledge = Pledge::new("DEU".parse()?, "USD 5".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
    /// assert_eq!((entry.source, entry.certainty), (None, Certainty::Stated));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(id: EntryId, effective: When, recorded: Day, kind: impl Into<EntryKind>) -> Self {
        Self {
            id,
            effective,
            recorded,
            source: None,
            reference: None,
            certainty: Certainty::default(),
            note: None,
            kind: kind.into(),
        }
    }

    /// The day from which it counts: the last day of `effective`, or the first if the end is open.
    ///
    /// Never `None`, because no [`When`] is open at both ends.
    ///
    /// ```
    /// use briefing_model::{LedgerEntry, Pledge};
    ///
    /// let pledge = Pledge::new("DEU".parse()?, "USD 5".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
    /// assert_eq!(entry.counts_from(), Some("2025-04-30".parse()?), "it is certain that it was given by then");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn counts_from(&self) -> Option<Day> {
        self.effective.last_day().or_else(|| self.effective.first_day())
    }
}

/// The content of an entry.
///
/// ```
/// use briefing_model::{EntryKind, EntryKindName, Withdrawal};
///
/// let kind = EntryKind::from(Withdrawal { pledge: "usa-2018".parse()?, amount: None });
/// assert_eq!(kind.name(), EntryKindName::Withdrawal);
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A promise of money.
    Pledge(Pledge),
    /// A change of a pledge to another total.
    Revision(Revision),
    /// The withdrawal of a pledge or of part of it.
    Withdrawal(Withdrawal),
    /// The arrival of money.
    Receipt(Receipt),
    /// The return of money.
    Refund(Refund),
    /// An allocation of money by a fund of the Organization, which does not become a partner.
    Allocation(Allocation),
    /// A gift of something other than money.
    InKind(Box<InKind>),
    /// What a contributor had pledged and paid before the beginning of the ledger.
    OpeningBalance(Box<OpeningBalance>),
    /// What is known only as a sum: "others".
    Remainder(Remainder),
    /// The worth of a currency.
    Rate(Rate),
    /// The figures that a source states.
    Assertion(Box<Assertion>),
    /// What an earlier entry should have said.
    Correction(Correction),
}

impl EntryKind {
    /// The name of its kind.
    ///
    /// ```
    /// use briefing_model::{EntryKind, EntryKindName, Pledge};
    ///
    /// let kind = EntryKind::from(Pledge::new("DEU".parse()?, "USD 5".parse()?));
    /// assert_eq!(kind.name(), EntryKindName::Pledge);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn name(&self) -> EntryKindName {
        match self {
            Self::Pledge(_) => EntryKindName::Pledge,
            Self::Revision(_) => EntryKindName::Revision,
            Self::Withdrawal(_) => EntryKindName::Withdrawal,
            Self::Receipt(_) => EntryKindName::Receipt,
            Self::Refund(_) => EntryKindName::Refund,
            Self::Allocation(_) => EntryKindName::Allocation,
            Self::InKind(_) => EntryKindName::InKind,
            Self::OpeningBalance(_) => EntryKindName::OpeningBalance,
            Self::Remainder(_) => EntryKindName::Remainder,
            Self::Rate(_) => EntryKindName::Rate,
            Self::Assertion(_) => EntryKindName::Assertion,
            Self::Correction(_) => EntryKindName::Correction,
        }
    }
}

/// The name of a kind of entry, as it is written in files and tables.
///
/// ```
/// use briefing_model::EntryKindName;
///
/// assert_eq!("opening-balance".parse::<EntryKindName>()?, EntryKindName::OpeningBalance);
/// assert_eq!(EntryKindName::InKind.to_string(), "in-kind");
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EntryKindName {
    /// See [`Pledge`].
    Pledge,
    /// See [`Revision`].
    Revision,
    /// See [`Withdrawal`].
    Withdrawal,
    /// See [`Receipt`].
    Receipt,
    /// See [`Refund`].
    Refund,
    /// See [`Allocation`].
    Allocation,
    /// See [`InKind`].
    InKind,
    /// See [`OpeningBalance`].
    OpeningBalance,
    /// See [`Remainder`].
    Remainder,
    /// See [`Rate`].
    Rate,
    /// See [`Assertion`].
    Assertion,
    /// See [`Correction`].
    Correction,
}

words!(
    EntryKindName, "a kind of entry",
    Pledge "pledge",
    Revision "revision",
    Withdrawal "withdrawal",
    Receipt "receipt",
    Refund "refund",
    Allocation "allocation",
    InKind "in-kind",
    OpeningBalance "opening-balance",
    Remainder "remainder",
    Rate "rate",
    Assertion "assertion",
    Correction "correction",
);

macro_rules! kinds {
    ($($kind:ident),+; boxed $($boxed:ident),+) => {
        $(impl From<$kind> for EntryKind {
            fn from(kind: $kind) -> Self {
                Self::$kind(kind)
            }
        })+
        $(impl From<$boxed> for EntryKind {
            fn from(kind: $boxed) -> Self {
                Self::$boxed(Box::new(kind))
            }
        })+
    };
}
kinds!(
    Pledge, Revision, Withdrawal, Receipt, Refund, Allocation, Remainder, Rate, Correction;
    boxed InKind, OpeningBalance, Assertion
);
