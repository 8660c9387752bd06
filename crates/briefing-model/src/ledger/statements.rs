//! Entries about other entries, figures and rates: the content of each kind.

use briefing_derive::Record;
use serde::Serialize;

use super::contributions::Introduction;
use crate::{
    Amount, AmountOrZero, Contributor, Currency, Earmark, EntryId, Money, Name, RateValue, Schedule, Shared, When,
};

/// The worth of a currency while the entry is in effect: on a day, in a month, or from a day on (`2025-04-01/..`).
///
/// It applies to amounts in `from` that took effect in that time and whose worth is not stated. If several rates cover
/// a day, the one that begins last applies, and of those that begin on the same day the one that ends first. Two rates
/// for the same time, or that begin on the same day when one of them has no end, must be equal, because neither is an
/// exception to the other; otherwise the ledger has a fault.
///
/// ```
/// use briefing_model::{Currency, Rate};
///
/// let rate = Rate { from: Currency::EUR, to: Currency::USD, rate: "1.0866".parse()? };
/// assert_eq!(rate.rate.convert("EUR 100".parse()?, rate.to)?.to_string(), "USD 108.66");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a rate", deny_unknown_fields)]
pub struct Rate {
    /// The currency of which one unit is valued.
    pub from: Currency,
    /// The currency in which it is valued, which is that of the totals.
    pub to: Currency,
    /// The worth of one unit.
    pub rate: RateValue,
}

/// The figures that a source states for the day on which the entry takes effect.
///
/// The ledger is compared with them as it was known on the day on which the assertion was recorded.
///
/// ```
/// use briefing_model::Assertion;
///
/// let stated = Assertion {
///     about: None,
///     pledged: Some("USD 402000000".parse()?),
///     received: Some("USD 354000000".parse()?),
///     partners: Some(47),
///     rounded_to: Some("USD 1000000".parse()?),
/// };
/// assert_eq!(stated.partners, Some(47));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("dependentRequired" = { "on_behalf_of": ["contributor"] }))
)]
#[serde(expecting = "an object with an assertion", deny_unknown_fields)]
pub struct Assertion {
    /// The contributor whose figures they are; `None` for the whole ledger.
    #[serde(flatten, with = "crate::contributor::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::contributor::perhaps::Perhaps"))]
    pub about: Option<Shared<Contributor>>,
    /// Pledged so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledged: Option<Money>,
    /// Received so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Money>,
    /// Funding partners so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<u32>,
    /// The unit to which the source rounds, such as a million; `None` if the figures are exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounded_to: Option<Amount>,
}

/// What an earlier entry should have said. Both stay in the ledger.
///
/// From the day on which the correction is recorded, the earlier entry reads as corrected, whatever day is asked about:
/// a correction puts the record right and is not an event of its own. If there are several corrections of one entry,
/// each adds to the earlier ones.
///
/// ```
/// use briefing_model::{Amendment, CorrectionKind, Correction};
///
/// // A receipt that had named no pledge is assigned to one.
/// let change = CorrectionKind::Amend(Box::new(Amendment { pledge: Some("P-1".parse()?), ..Amendment::default() }));
/// let correction = Correction { of: "R-7".parse()?, change };
/// assert_ne!(correction.change, CorrectionKind::Void);
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a correction", deny_unknown_fields)]
pub struct Correction {
    /// The entry that was wrong; never itself a correction.
    pub of: EntryId,
    /// What was wrong.
    pub change: CorrectionKind,
}

/// What a correction changes.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::CorrectionKind::Void)?, "\"void\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionKind {
    /// The entry should not exist.
    Void,
    /// Parts of it should read differently.
    Amend(Box<Amendment>),
}

/// The parts of an entry that should read differently; those that are `None` stay as they are.
///
/// ```
/// use briefing_model::Amendment;
///
/// let amendment = Amendment { amount: Some("USD 92615".parse()?), ..Amendment::default() };
/// assert!(amendment.contributor.is_none());
/// # Ok::<(), briefing_model::InvalidAmount>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("dependentRequired" = { "on_behalf_of": ["contributor"] }))
)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// When it took effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<When>,
    /// Who gave. The party on whose behalf it gave stays as it was unless one is stated; a contributor that is named as
    /// both gives for itself.
    #[serde(flatten, with = "crate::contributor::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::contributor::perhaps::Perhaps"))]
    pub contributor: Option<Shared<Contributor>>,
    /// The pledge that a receipt, revision, withdrawal or refund is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledge: Option<EntryId>,
    /// How much; for an opening balance or a remainder, how much was pledged, which may be zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<AmountOrZero>,
    /// How much was received, for an opening balance or a remainder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<AmountOrZero>,
    /// Its worth in the currency of the totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Amount>,
    /// How it is spread over time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// The number of partners that a remainder adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<u32>,
    /// What it is for. If only a fund is stated, the purposes stay as they were, and if only purposes are, the fund
    /// does. If both are, both are replaced; if neither is, the entry becomes unearmarked, without a fund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earmark: Option<Shared<Earmark>>,
    /// Whether a receipt is a gift of its own; a receipt that was on a pledge is then no longer on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift: Option<bool>,
    /// Whether the contributor is a new partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduction: Option<Introduction>,
    /// What was given in kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Name>,
    /// The period over which a gift in kind is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<When>,
}

impl Amendment {
    /// Whether the two state some part differently, so that it matters which of them is the later.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        let Self {
            effective,
            contributor,
            pledge,
            amount,
            received,
            value,
            schedule,
            partners,
            earmark,
            gift,
            introduction,
            what,
            period,
        } = self;
        differ(effective.as_ref(), other.effective.as_ref())
            || differ(contributor.as_ref(), other.contributor.as_ref())
            || differ(pledge.as_ref(), other.pledge.as_ref())
            || differ(amount.as_ref(), other.amount.as_ref())
            || differ(received.as_ref(), other.received.as_ref())
            || differ(value.as_ref(), other.value.as_ref())
            || differ(schedule.as_ref(), other.schedule.as_ref())
            || differ(partners.as_ref(), other.partners.as_ref())
            || differ(earmark.as_ref(), other.earmark.as_ref())
            || differ(gift.as_ref(), other.gift.as_ref())
            || differ(introduction.as_ref(), other.introduction.as_ref())
            || differ(what.as_ref(), other.what.as_ref())
            || differ(period.as_ref(), other.period.as_ref())
            // A payment is either on a pledge or a gift of its own.
            || pledge.is_some() && other.gift == Some(true)
            || other.pledge.is_some() && *gift == Some(true)
    }
}
