//! The sections a briefing is made of.

use serde::{Deserialize, Serialize};

use crate::textual::words;

/// A section of the briefing.
///
/// Which sections a briefing prints, and in which order, is the office's choice; what each says is not.
///
/// ```
/// use briefing_model::SectionKind;
///
/// assert_eq!("recent-pledges".parse::<SectionKind>()?, SectionKind::RecentPledges);
/// assert_eq!(SectionKind::ALL.len(), 10);
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// The month's items side by side along its days.
    Glance,
    /// What the office is.
    About,
    /// Its five functions.
    Mandate,
    /// What its head led.
    Leadership,
    /// What stood out.
    Highlights,
    /// Capacity-building, by unit.
    CapacityBuilding,
    /// The organization chart.
    Structure,
    /// The month's pledges.
    RecentPledges,
    /// Totals and contributors since the beginning.
    Contributors,
    /// The four pillars.
    Strategy,
}

// In the order that they are printed in unless the office says otherwise.
words!(
    SectionKind, "a section of a briefing",
    Glance "glance", About "about", Mandate "mandate", Leadership "leadership", Highlights "highlights",
    CapacityBuilding "capacity-building", Structure "structure", RecentPledges "recent-pledges",
    Contributors "contributors", Strategy "strategy",
);
