//! The sections of a briefing.

use serde::{Deserialize, Serialize};

use crate::textual::words;

/// A section of the briefing.
///
/// The office chooses which sections a briefing prints and in which order, but not what each of them contains.
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
    /// The month's items side by side, on a grid of its days.
    Glance,
    /// About the office.
    About,
    /// The five functions of its mandate.
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

// In the order in which they are printed by default.
words!(
    SectionKind, "a section of a briefing",
    Glance "glance", About "about", Mandate "mandate", Leadership "leadership", Highlights "highlights",
    CapacityBuilding "capacity-building", Structure "structure", RecentPledges "recent-pledges",
    Contributors "contributors", Strategy "strategy",
);
