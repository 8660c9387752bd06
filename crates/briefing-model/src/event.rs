//! Events: the items of a month.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{EventId, MandateFunction, PartyRef, Picture, Pillar, Place, ProgrammeId, RichText, UnitId, When};

/// Under which heading an event is printed.
///
/// Written `leadership`, `highlights`, or a unit's id.
///
/// ```
/// use briefing_model::Placement;
///
/// assert_eq!("leadership".parse::<Placement>()?, Placement::Leadership);
/// assert_eq!("uncct".parse::<Placement>()?.to_string(), "uncct");
/// assert!("No Unit".parse::<Placement>().is_err());
/// # Ok::<(), briefing_model::InvalidPlacement>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Placement {
    /// What the head of the office led.
    Leadership,
    /// What stood out in the month.
    Highlights,
    /// Capacity-building by a unit.
    Unit(UnitId),
}

/// A text that names no place in a briefing.
///
/// ```
/// let error = "No unit".parse::<briefing_model::Placement>().unwrap_err();
/// assert_eq!(error.to_string(), "`No unit` is not a section: write `leadership`, `highlights`, or the id of a unit");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a section: write `leadership`, `highlights`, or the id of a unit")]
pub struct InvalidPlacement(String);

impl FromStr for Placement {
    type Err = InvalidPlacement;

    fn from_str(text: &str) -> Result<Self, InvalidPlacement> {
        match text {
            "leadership" => Ok(Self::Leadership),
            "highlights" => Ok(Self::Highlights),
            unit => unit.parse().map(Self::Unit).map_err(|_| InvalidPlacement(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Placement {
    type Error = InvalidPlacement;

    fn try_from(text: String) -> Result<Self, InvalidPlacement> {
        text.parse()
    }
}

impl From<Placement> for String {
    fn from(placement: Placement) -> Self {
        placement.to_string()
    }
}

impl fmt::Display for Placement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Leadership => f.write_str("leadership"),
            Self::Highlights => f.write_str("highlights"),
            Self::Unit(unit) => unit.fmt(f),
        }
    }
}

/// Something that happened, as a briefing reports it.
///
/// ```
/// use briefing_model::{Event, Placement};
///
/// let event = Event::new(
///     "roundtable".parse()?,
///     Placement::Leadership,
///     "2025-04-29/2025-04-30".parse()?,
///     "The **second roundtable** met.".parse()?,
/// );
/// assert!(event.when.overlaps("2025-04".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The event's identifier, unique in its month.
    pub id: EventId,
    /// Under which heading it is printed.
    pub placement: Placement,
    /// When it took place.
    pub when: When,
    /// Where it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What the briefing says of it.
    pub text: RichText,
    /// Who organized it, beside the office itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizers: Vec<PartyRef>,
    /// Who else took part in it as a partner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartyRef>,
    /// The programmes it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<ProgrammeId>,
    /// The mandate functions it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<MandateFunction>,
    /// The pillars of the Strategy it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pillars: Vec<Pillar>,
    /// The picture printed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

impl Event {
    /// An event of which nothing more is known.
    ///
    /// ```
    /// use briefing_model::{Event, Placement};
    ///
    /// let event = Event::new("launch".parse()?, Placement::Highlights, "2025-04".parse()?, "A launch.".parse()?);
    /// assert!(event.place.is_none() && event.picture.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(id: EventId, placement: Placement, when: When, text: RichText) -> Self {
        Self {
            id,
            placement,
            when,
            place: None,
            text,
            organizers: Vec::new(),
            partners: Vec::new(),
            programmes: Vec::new(),
            functions: Vec::new(),
            pillars: Vec::new(),
            picture: None,
        }
    }
}
