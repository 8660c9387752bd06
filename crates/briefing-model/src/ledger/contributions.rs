//! Entries about money and gifts: the content of each kind.

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::textual::words;
use crate::{Amount, AmountOrZero, Contributor, Earmark, EntryId, Name, Shared, Terms, When};

/// What an entry says about whether its contributor was already a partner.
///
/// It matters only while some partners are known by number only; see [`Remainder`].
///
/// ```
/// use briefing_model::Introduction;
///
/// assert_eq!(serde_json::to_string(&Introduction::AmongUnnamed)?, "\"among-unnamed\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Introduction {
    /// Nothing.
    #[default]
    Unsaid,
    /// The contributor is a new partner.
    New,
    /// The contributor has been a partner all along, counted among those known by number only.
    AmongUnnamed,
}

words!(
    Introduction, "what may be said of a partner",
    Unsaid "unsaid", New "new", AmongUnnamed "among-unnamed",
);

impl Introduction {
    fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }
}

/// A promise of money.
///
/// It counts as pledged, with its schedule, from the day the entry takes effect; a [`Receipt`] that names it counts as
/// received on it.
///
/// ```
/// use briefing_model::Pledge;
///
/// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
/// assert!(pledge.earmark.is_unearmarked());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a pledge", deny_unknown_fields)]
pub struct Pledge {
    /// Who promises it.
    #[serde(flatten)]
    pub contributor: Shared<Contributor>,
    /// Its amount, and how it is spread over time.
    pub terms: Terms,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Shared<Earmark>,
    /// Whether the contributor is a new partner.
    #[serde(default, skip_serializing_if = "Introduction::is_unsaid")]
    pub introduction: Introduction,
    /// The remainder that it itemizes, which included it without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub itemizes: Option<Shared<EntryId>>,
}

fn is_blank(earmark: &Shared<Earmark>) -> bool {
    **earmark == Earmark::default()
}

impl Pledge {
    /// Creates a pledge that is due as a whole and unearmarked; set the public fields for anything else.
    ///
    /// ```
    /// let pledge = briefing_model::Pledge::new("DEU".parse()?, "USD 92615".parse()?);
    /// assert!(pledge.earmark.is_unearmarked());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(party: crate::PartyRef, amount: Amount) -> Self {
        Self {
            contributor: Contributor::from(party).into(),
            terms: amount.into(),
            earmark: Shared::default(),
            introduction: Introduction::default(),
            itemizes: None,
        }
    }
}

/// A change of a pledge to another total, on a schedule that replaces the earlier one.
///
/// A pledge of 100 revised to 150 counts as 150. The total includes what was received before; an earlier withdrawal no
/// longer has any effect.
///
/// ```
/// use briefing_model::Revision;
///
/// let amount: briefing_model::Amount = "USD 150".parse()?;
/// let revision = Revision { pledge: "P-1".parse()?, terms: amount.into() };
/// assert_eq!(revision.terms.amount(), amount);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a revision", deny_unknown_fields)]
pub struct Revision {
    /// The pledge, allocation or opening balance.
    pub pledge: EntryId,
    /// The terms as they are now, in the pledge's own currency.
    pub terms: Terms,
}

/// The withdrawal of a pledge or of part of it.
///
/// It reduces the total, but not below what was received on the pledge, and it remains in the history.
///
/// ```
/// use briefing_model::Withdrawal;
///
/// let all = Withdrawal { pledge: "usa-2018".parse()?, amount: None };
/// assert!(all.amount.is_none());
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a withdrawal", deny_unknown_fields)]
pub struct Withdrawal {
    /// The pledge, allocation or opening balance.
    pub pledge: EntryId,
    /// How much is withdrawn, in the pledge's currency; `None` for everything that has not been received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// The arrival of money.
///
/// On a pledge it counts as received. Without one, or before its pledge takes effect, it counts as pledged and received
/// at once, until a [`Correction`](crate::Correction) assigns it. A receipt that names no pledge while its contributor
/// has an open one must say that it is a gift of its own, because it would otherwise count twice. On a pledge in
/// another currency whose worth is unknown, it counts as pledged and received, and what remains of the pledge is
/// listed.
///
/// ```
/// use briefing_model::Receipt;
///
/// let receipt = Receipt::on("P-1".parse()?, "USD 40".parse()?);
/// assert!(receipt.contributor.is_none(), "the pledge knows who");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("dependentRequired" = { "on_behalf_of": ["contributor"] }))
)]
#[serde(expecting = "an object with a receipt", deny_unknown_fields)]
pub struct Receipt {
    /// Who paid. It may be left out if a pledge is named; otherwise it must be the pledge's contributor.
    #[serde(flatten, with = "crate::contributor::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::contributor::perhaps::Perhaps"))]
    pub contributor: Option<Shared<Contributor>>,
    /// The pledge, allocation or opening balance on which it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledge: Option<EntryId>,
    /// How much arrived.
    pub amount: Amount,
    /// What it is for, if no pledge says so.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Shared<Earmark>,
    /// Whether it is a gift of its own, although its contributor has an open pledge.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gift: bool,
    /// Whether the contributor is a new partner.
    #[serde(default, skip_serializing_if = "Introduction::is_unsaid")]
    pub introduction: Introduction,
    /// Fields that few receipts have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<Box<ReceiptMore>>,
}

/// Fields that few receipts have: for other currencies, and for a remainder that they itemize.
///
/// ```
/// use briefing_model::ReceiptMore;
///
/// assert!(ReceiptMore::default().boxed().is_none(), "nothing is kept of nothing");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiptMore {
    /// Its worth in the currency of the totals, as the source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// How much of the pledge it settles, in the pledge's currency, if it came in another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles: Option<Amount>,
    /// The remainder that it itemizes, which included it without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub itemizes: Option<EntryId>,
}

impl ReceiptMore {
    /// Puts it in a box; `None` if it is empty.
    ///
    /// ```
    /// assert_eq!(briefing_model::ReceiptMore::default().boxed(), None);
    /// ```
    #[must_use]
    pub fn boxed(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

impl Receipt {
    /// Creates a payment on a pledge.
    ///
    /// ```
    /// let receipt = briefing_model::Receipt::on("P-1".parse()?, "USD 40".parse()?);
    /// assert_eq!((receipt.pledge.is_some(), receipt.contributor), (true, None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(pledge: EntryId, amount: Amount) -> Self {
        Self {
            contributor: None,
            pledge: Some(pledge),
            amount,
            earmark: Shared::default(),
            gift: false,
            introduction: Introduction::default(),
            more: None,
        }
    }

    /// Creates a payment on no pledge, from a contributor that has no open one; see also [`Receipt::gift`](Self::gift).
    ///
    /// ```
    /// let receipt = briefing_model::Receipt::unassigned("IND".parse()?, "USD 40".parse()?);
    /// assert_eq!((receipt.pledge, receipt.gift), (None, false));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unassigned(party: crate::PartyRef, amount: Amount) -> Self {
        Self {
            contributor: Some(Contributor::from(party).into()),
            pledge: None,
            amount,
            earmark: Shared::default(),
            gift: false,
            introduction: Introduction::default(),
            more: None,
        }
    }

    /// Creates a payment that is a gift of its own, whatever its contributor has pledged.
    ///
    /// ```
    /// use briefing_model::Receipt;
    ///
    /// assert!(Receipt::given("IND".parse()?, "USD 500000".parse()?).gift);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn given(party: crate::PartyRef, amount: Amount) -> Self {
        Self { gift: true, ..Self::unassigned(party, amount) }
    }

    /// Its worth in the currency of the totals, as the source states it.
    ///
    /// ```
    /// use briefing_model::{Receipt, ReceiptMore};
    ///
    /// let mut receipt = Receipt::on("P-1".parse()?, "EUR 40".parse()?);
    /// receipt.more = ReceiptMore { value: Some("USD 44".parse()?), ..ReceiptMore::default() }.boxed();
    /// assert_eq!(receipt.value(), Some("USD 44".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<Amount> {
        self.more.as_ref().and_then(|more| more.value)
    }

    /// How much of the pledge it settles, in the pledge's currency.
    ///
    /// ```
    /// use briefing_model::{Receipt, ReceiptMore};
    ///
    /// let mut receipt = Receipt::on("P-1".parse()?, "EUR 40".parse()?);
    /// receipt.more = ReceiptMore { settles: Some("CHF 38".parse()?), ..ReceiptMore::default() }.boxed();
    /// assert_eq!(receipt.settles(), Some("CHF 38".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn settles(&self) -> Option<Amount> {
        self.more.as_ref().and_then(|more| more.settles)
    }

    /// The remainder that it itemizes.
    ///
    /// ```
    /// use briefing_model::{Receipt, ReceiptMore};
    ///
    /// let mut receipt = Receipt::on("P-1".parse()?, "EUR 40".parse()?);
    /// receipt.more = ReceiptMore { itemizes: Some("O-1".parse()?), ..ReceiptMore::default() }.boxed();
    /// assert_eq!(receipt.itemizes().map(|id| id.as_str()), Some("O-1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn itemizes(&self) -> Option<&EntryId> {
        self.more.as_ref().and_then(|more| more.itemizes.as_ref())
    }
}

/// The return of money to its contributor.
///
/// It lowers both what was received and what counts as pledged, because nobody expects the money again. Money that was
/// returned by mistake and is expected again is a correction.
///
/// ```
/// use briefing_model::Refund;
///
/// let refund = Refund { of: "P-1".parse()?, amount: "USD 10".parse()?, value: None };
/// assert_eq!(refund.amount.to_string(), "USD 10.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a refund", deny_unknown_fields)]
pub struct Refund {
    /// The pledge or the receipt from which it is paid back.
    pub of: EntryId,
    /// How much, in the currency of that pledge or receipt, or in that of the totals.
    pub amount: Amount,
    /// Its worth in the currency of the totals, as the source states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
}

/// An allocation of money to the office by a fund of the Organization.
///
/// It counts as pledged, and as received when a receipt names it; the fund does not count as a partner.
///
/// ```
/// use briefing_model::Allocation;
///
/// let allocation = Allocation::new("unpdf".parse()?, "USD 873120".parse()?);
/// assert_eq!(allocation.contributor.party.to_string(), "unpdf");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with an allocation", deny_unknown_fields)]
pub struct Allocation {
    /// The fund, and who finances it if that is stated.
    #[serde(flatten)]
    pub contributor: Shared<Contributor>,
    /// Its amount, and how it is spread over time.
    pub terms: Terms,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Shared<Earmark>,
    /// The remainder that it itemizes, which included it without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub itemizes: Option<Shared<EntryId>>,
}

impl Allocation {
    /// Creates an allocation that is due as a whole and unearmarked; set the public fields for anything else.
    #[must_use]
    pub fn new(party: crate::PartyRef, amount: Amount) -> Self {
        Self {
            contributor: Contributor::from(party).into(),
            terms: amount.into(),
            earmark: Shared::default(),
            itemizes: None,
        }
    }
}

/// A gift of something other than money. No total of money includes it, and it makes nobody a partner.
///
/// ```
/// use briefing_model::{Contributor, InKind, Shared};
///
/// let party: briefing_model::PartyRef = "NLD".parse()?;
/// let gift = InKind {
///     contributor: Contributor::from(party).into(),
///     value: Some("USD 11500000".parse()?),
///     what: Some("Travel information software".parse()?),
///     period: None,
///     earmark: Shared::default(),
/// };
/// assert!(gift.period.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a contribution in kind", deny_unknown_fields)]
pub struct InKind {
    /// Who gives.
    #[serde(flatten)]
    pub contributor: Shared<Contributor>,
    /// The value put on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// What is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Name>,
    /// The period over which it is given, if that differs from when it took effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<When>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Shared<Earmark>,
}

/// What a contributor had pledged and paid before the beginning of the ledger.
///
/// It behaves like a pledge on which the stated part has already been received. If it states only one of the two, the
/// other is not known, and neither is any total of it.
///
/// ```
/// use briefing_model::OpeningBalance;
///
/// let mut opening = OpeningBalance::new("IND".parse()?);
/// opening.pledged = Some("USD 550000".parse()?);
/// opening.received = Some("USD 0".parse()?); // known to be nothing
/// assert!(opening.earmark.is_unearmarked());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with an opening balance", deny_unknown_fields)]
pub struct OpeningBalance {
    /// Whose balance it is.
    #[serde(flatten)]
    pub contributor: Shared<Contributor>,
    /// What had been pledged, in the currency of the totals; `None` if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledged: Option<AmountOrZero>,
    /// What had been received, in the currency of the totals; `None` if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<AmountOrZero>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub earmark: Shared<Earmark>,
    /// Whether the contributor is a new partner.
    #[serde(default, skip_serializing_if = "Introduction::is_unsaid")]
    pub introduction: Introduction,
    /// The remainder that it itemizes, which included it without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub itemizes: Option<Shared<EntryId>>,
}

impl OpeningBalance {
    /// Creates a balance that states nothing yet. [`Ledger::new`](crate::Ledger::new) rejects such a balance, so set
    /// its fields.
    ///
    /// ```
    /// let opening = briefing_model::OpeningBalance::new("IND".parse()?);
    /// assert_eq!((opening.pledged, opening.received), (None, None));
    /// # Ok::<(), briefing_model::InvalidPartyRef>(())
    /// ```
    #[must_use]
    pub fn new(party: crate::PartyRef) -> Self {
        Self {
            contributor: Contributor::from(party).into(),
            pledged: None,
            received: None,
            earmark: Shared::default(),
            introduction: Introduction::default(),
            itemizes: None,
        }
    }
}

/// What is known only as a sum: "others", an amount and a number of partners without names.
///
/// An entry that `itemizes` a remainder takes its amount and its contributor's place among the partners out of it, so
/// that no total changes. All remainders together are one line of the figures. What a remainder does not state is not
/// known, and neither is any total of it. The exception is a remainder that states only what was received, while
/// another has stated a pledge: it may be about payments on that pledge.
///
/// ```
/// use briefing_model::Remainder;
///
/// let others = Remainder { pledged: Some("USD 6100000".parse()?), partners: Some(2), ..Remainder::default() };
/// assert_eq!(others.received, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a remainder", deny_unknown_fields)]
pub struct Remainder {
    /// What was pledged, in the currency of the totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledged: Option<AmountOrZero>,
    /// What was received, in the currency of the totals; on this remainder or on earlier ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<AmountOrZero>,
    /// The number of partners that it adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<u32>,
}

impl Remainder {
    /// Whether it may be about payments on pledges that another has stated: it states what was received, but neither a
    /// pledge nor partners.
    pub(super) fn is_of_payments(&self) -> bool {
        self.received.is_some() && self.pledged.is_none() && self.partners.unwrap_or_default() == 0
    }

    /// Whether it leaves open what was pledged; `stated` says whether another remainder states a pledge.
    pub(super) fn leaves_pledges_open(&self, stated: bool) -> bool {
        self.pledged.is_none() && !(stated && self.is_of_payments())
    }

    /// Whether it leaves open how many partners it adds; `stated` says whether another remainder states a pledge.
    pub(super) fn leaves_partners_open(&self, stated: bool) -> bool {
        let adds = self.pledged.map_or(!(stated && self.is_of_payments()), |pledged| !pledged.is_zero());
        self.partners.is_none() && adds
    }
}
