//! What an office decides about how its money is counted.

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::knowledge::Coverage;
use crate::textual::words;
use crate::{Currency, Party, PartyId, PartyKind, State};

/// How a pledge over several years counts.
///
/// An open-ended pledge always counts by what fell due, because nobody knows its whole.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::MultiYear::AsDue)?, "\"as-due\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MultiYear {
    /// In full from the day it was made.
    #[default]
    Whole,
    /// Each part from the day it falls due, or was received if that is earlier.
    AsDue,
}

words!(MultiYear, "a way to count pledges over several years", Whole "whole", AsDue "as-due");

/// Whether an organ of a State, such as a parliament, is a partner of its own.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::OrgansCount::WithState)?, "\"with-state\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrgansCount {
    /// It is.
    #[default]
    Apart,
    /// Its money and the partner are the State's.
    WithState,
}

words!(OrgansCount, "a way to count organs of States", Apart "apart", WithState "with-state");

/// How sure an entry is.
///
/// The order runs from the surest to the least sure.
///
/// ```
/// use briefing_model::Certainty;
///
/// assert!(Certainty::Stated < Certainty::Press);
/// assert_eq!(serde_json::to_string(&Certainty::Unverified)?, "\"unverified\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The office, the contributor or the Organization said so.
    #[default]
    Stated,
    /// The press did.
    Press,
    /// Nobody is known to have said so: never counted and never printed, only listed for the office itself.
    Unverified,
}

words!(Certainty, "a certainty", Stated "stated", Press "press", Unverified "unverified");

/// What an office decides about its ledger.
///
/// ```
/// use briefing_model::{Currency, LedgerSettings, MultiYear};
///
/// let settings = LedgerSettings { multi_year: MultiYear::AsDue, ..LedgerSettings::default() };
/// assert_eq!(settings.currency, Currency::USD);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with the settings of a ledger", deny_unknown_fields)]
pub struct LedgerSettings {
    /// The currency of every total.
    pub currency: Currency,
    /// How pledges over several years count.
    #[serde(default)]
    pub multi_year: MultiYear,
    /// How organs of States count.
    #[serde(default)]
    pub organs: OrgansCount,
    /// How far the ledger reaches.
    #[serde(default, skip_serializing_if = "Coverage::is_unsaid")]
    pub coverage: Coverage,
    /// Which parties are organs of which State; see [`LedgerSettings::with_organs_of`].
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub organ_states: BTreeMap<PartyId, State>,
}

impl Default for LedgerSettings {
    /// United States dollars, pledges counted whole, organs apart, nothing said of how far it reaches.
    fn default() -> Self {
        Self {
            currency: Currency::USD,
            multi_year: MultiYear::default(),
            organs: OrgansCount::default(),
            coverage: Coverage::default(),
            organ_states: BTreeMap::new(),
        }
    }
}

impl LedgerSettings {
    /// The same settings, with the organs of States among these parties.
    ///
    /// ```
    /// use briefing_model::{LedgerSettings, Name, Party, PartyKind};
    ///
    /// let council = Party {
    ///     id: "qatar-shura-council".parse()?,
    ///     name: Name::new("Shura Council of the State of Qatar")?,
    ///     acronym: None,
    ///     kind: PartyKind::StateOrgan { state: "QAT".parse()? },
    ///     formerly: vec![],
    /// };
    /// assert_eq!(LedgerSettings::default().with_organs_of(&[council]).organ_states.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_organs_of(mut self, parties: &[Party]) -> Self {
        for party in parties {
            if let PartyKind::StateOrgan { state } = party.kind {
                self.organ_states.insert(party.id.clone(), state);
            }
        }
        self
    }
    /// Whether a ledger counts the same by either.
    ///
    /// ```
    /// use briefing_model::{LedgerSettings, MultiYear};
    ///
    /// let settings = LedgerSettings::default();
    /// let other = LedgerSettings { multi_year: MultiYear::AsDue, ..settings.clone() };
    /// assert!(!settings.count_alike(&other));
    /// ```
    #[must_use]
    pub fn count_alike(&self, other: &Self) -> bool {
        let Self { currency, multi_year, organs, coverage, organ_states } = self;
        let same_organs = *organs == OrgansCount::Apart || *organ_states == other.organ_states;
        (*currency, *multi_year, *organs, *coverage) == (other.currency, other.multi_year, other.organs, other.coverage)
            && same_organs
    }
}
