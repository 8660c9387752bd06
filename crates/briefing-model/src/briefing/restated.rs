//! Figures that count without being movements, and that earlier issues counted differently or not at all.

use briefing_derive::Record;
use serde::Serialize;

use super::Named;
use crate::{EntryId, Money, Name, PartyRef, When};

/// A balance, a remainder, a gift in kind or a stated total that earlier issues counted differently or not at all: the
/// ledger has corrected it since, or it was recorded too late for them.
///
/// ```
/// let json = r#"{"before":{"entry":"R-1","effective":"2024","of":"others","pledged":{"amount":"6100000.00","currency":"USD"},"partners":2}}"#;
/// let struck: briefing_model::Restatement = serde_json::from_str(json)?;
/// assert_eq!((struck.before.and_then(|before| before.partners), struck.after), (Some(2), None));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Restatement {
    /// As earlier issues counted it; `None` if they did not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RestatedFigures>,
    /// As it is known now; `None` if it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RestatedFigures>,
}

impl Restatement {
    /// The figures before and after, as far as there are any.
    ///
    /// ```
    /// let json = r#"{"before":{"entry":"R-1","effective":"2024","of":"others","partners":2}}"#;
    /// let struck: briefing_model::Restatement = serde_json::from_str(json)?;
    /// assert_eq!(struck.both().count(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn both(&self) -> impl Iterator<Item = &RestatedFigures> {
        self.before.iter().chain(&self.after)
    }
}

/// The figures that an entry other than a movement states, and whose they are.
///
/// ```
/// use briefing_model::{RestatedFigures, RestatedOf};
///
/// let json = r#"{"entry":"A-1","effective":"2025-03-31","of":"total","pledged":{"amount":"402000000.00","currency":"USD"}}"#;
/// let total: RestatedFigures = serde_json::from_str(json)?;
/// assert_eq!(total.of, RestatedOf::Total);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RestatedFigures {
    /// The entry.
    pub entry: EntryId,
    /// When it took effect.
    pub effective: When,
    /// Whose figures they are.
    pub of: RestatedOf,
    /// Pledged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledged: Option<Money>,
    /// Received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Money>,
    /// Funding partners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<u32>,
    /// The value put on a gift in kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
}

/// Whose figures an entry other than a movement states.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::RestatedOf::Others)?, "\"others\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum RestatedOf {
    /// What a contributor had pledged and paid before the ledger begins.
    OpeningBalance {
        /// The contributor.
        contributor: Named<PartyRef>,
        /// Whose money it is, if the contributor passed it on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<Named<PartyRef>>,
    },
    /// What a contributor gave other than money.
    InKind {
        /// The contributor.
        contributor: Named<PartyRef>,
        /// Whose gift it is, if the contributor passed it on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<Named<PartyRef>>,
        /// What was given, if the ledger says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        what: Option<Name>,
    },
    /// What is known only as a sum.
    Others,
    /// The totals, as a source states them.
    Total,
}

impl RestatedOf {
    /// The contributor and the party for which it passed money on; none if the figures are not those of one
    /// contributor.
    ///
    /// ```
    /// assert_eq!(briefing_model::RestatedOf::Total.parties().count(), 0);
    /// ```
    pub fn parties(&self) -> impl Iterator<Item = &Named<PartyRef>> {
        let (contributor, on_behalf_of) = match self {
            Self::OpeningBalance { contributor, on_behalf_of } | Self::InKind { contributor, on_behalf_of, .. } => {
                (Some(contributor), on_behalf_of.as_ref())
            }
            Self::Others | Self::Total => (None, None),
        };
        contributor.into_iter().chain(on_behalf_of)
    }

    /// What was given, if it is a gift in kind and the ledger says so.
    ///
    /// ```
    /// assert_eq!(briefing_model::RestatedOf::Total.what(), None);
    /// ```
    #[must_use]
    pub const fn what(&self) -> Option<&Name> {
        match self {
            Self::InKind { what, .. } => what.as_ref(),
            Self::OpeningBalance { .. } | Self::Others | Self::Total => None,
        }
    }
}
