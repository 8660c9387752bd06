//! An office's decisions on how its money is counted.

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::knowledge::Coverage;
use crate::textual::words;
use crate::{Currency, Party, PartyId, PartyKind, State};

/// How a pledge over several years counts.
///
/// An open-ended pledge always counts as it falls due, because its total is not known.
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
    /// Each part from the day on which it falls due, or on which it was received if that is earlier.
    AsDue,
}

words!(MultiYear, "a way to count pledges over several years", Whole "whole", AsDue "as-due");

/// Whether an organ of a State, such as a parliament, counts as a partner of its own.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::OrgansCount::WithState)?, "\"with-state\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrgansCount {
    /// It counts as a partner of its own.
    #[default]
    Apart,
    /// Its money counts as the State's, and so does the partner.
    WithState,
}

words!(OrgansCount, "a way to count organs of States", Apart "apart", WithState "with-state");

/// How certain an entry is.
///
/// The order runs from the most to the least certain.
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
    /// The press said so.
    Press,
    /// No source is known: the entry is never counted and never printed, only listed for the office itself.
    Unverified,
}

words!(Certainty, "a certainty", Stated "stated", Press "press", Unverified "unverified");

/// An office's settings for its ledger.
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
    /// The parties that are organs of a State, with that State; see [`LedgerSettings::with_organs_of`].
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub organ_states: BTreeMap<PartyId, State>,
}

impl Default for LedgerSettings {
    /// United States dollars, pledges counted whole, organs as partners of their own, and no statement of how far the
    /// ledger reaches.
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
    /// Sets the organs of States from a list of parties.
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
    /// Whether a ledger counts the same under both settings.
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
