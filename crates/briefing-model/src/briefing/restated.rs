//! What counts without its being a movement, and earlier issues counted otherwise or not at all.

use briefing_derive::Record;
use serde::Serialize;

use super::Named;
use crate::{EntryId, Money, Name, PartyRef, When};

/// A balance, a remainder, a gift in kind or a stated total that earlier issues counted otherwise: the ledger has corrected it since, or it was
/// recorded too late for them.
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
    /// As earlier issues counted it; none where they did not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RestatedFigures>,
    /// As it is known now; none where it counts no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RestatedFigures>,
}

impl Restatement {
    /// What it was, and what it is.
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

/// What one entry that is no movement says: whose figures, and which.
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
    /// What a gift in kind was valued at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
}

/// Whose figures an entry that is no movement states.
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
        /// Who.
        contributor: Named<PartyRef>,
        /// Whose money was passed on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<Named<PartyRef>>,
    },
    /// What a contributor gave other than money.
    InKind {
        /// Who.
        contributor: Named<PartyRef>,
        /// Whose gift was passed on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_behalf_of: Option<Named<PartyRef>>,
        /// What was given, where the ledger says it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        what: Option<Name>,
    },
    /// What is known only in sum.
    Others,
    /// What a source states of the whole.
    Total,
}

impl RestatedOf {
    /// Who gave, and for whom; nobody where the figures are not one contributor's.
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

    /// What was given, where that is no money and the ledger says it.
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
