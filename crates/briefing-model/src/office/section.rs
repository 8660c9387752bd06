//! The sections a briefing is made of.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::textual::excerpt;

/// A section of the briefing.
///
/// Which sections a briefing prints, and in which order, is the office's choice; what each says is not.
///
/// ```
/// use briefing_model::SectionKind;
///
/// assert_eq!("recent-pledges".parse::<SectionKind>()?, SectionKind::RecentPledges);
/// assert_eq!(SectionKind::ALL.len(), 10);
/// # Ok::<(), briefing_model::InvalidSection>(())
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

/// A text that names no section.
///
/// ```
/// let error = "news".parse::<briefing_model::SectionKind>().unwrap_err();
/// assert!(error.to_string().starts_with("`news` is not a section of a briefing: write glance, about, mandate, "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a section of a briefing: write {names}",
    names = SectionKind::ALL.map(SectionKind::as_str).join(", ")
)]
pub struct InvalidSection(String);

impl SectionKind {
    /// All sections, in the order they are printed in unless the office says otherwise.
    pub const ALL: [Self; 10] = [
        Self::Glance,
        Self::About,
        Self::Mandate,
        Self::Leadership,
        Self::Highlights,
        Self::CapacityBuilding,
        Self::Structure,
        Self::RecentPledges,
        Self::Contributors,
        Self::Strategy,
    ];

    /// The section's name in an office's files.
    ///
    /// ```
    /// assert_eq!(briefing_model::SectionKind::CapacityBuilding.as_str(), "capacity-building");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Glance => "glance",
            Self::About => "about",
            Self::Mandate => "mandate",
            Self::Leadership => "leadership",
            Self::Highlights => "highlights",
            Self::CapacityBuilding => "capacity-building",
            Self::Structure => "structure",
            Self::RecentPledges => "recent-pledges",
            Self::Contributors => "contributors",
            Self::Strategy => "strategy",
        }
    }
}

impl FromStr for SectionKind {
    type Err = InvalidSection;

    fn from_str(text: &str) -> Result<Self, InvalidSection> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| InvalidSection(excerpt(text)))
    }
}

impl fmt::Display for SectionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
