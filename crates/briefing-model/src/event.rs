//! Events: the items of a month.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::textual::{serde_as_text, words};
use crate::{EventId, MandateFunction, Name, PartyRef, Picture, Pillar, Place, ProgrammeId, RichText, UnitId, When};

/// The heading under which an event is printed.
///
/// The text form is `leadership`, `highlights`, or the id of a unit.
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

/// Text that does not name a heading.
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
            Self::Leadership => f.pad("leadership"),
            Self::Highlights => f.pad("highlights"),
            Self::Unit(unit) => unit.fmt(f),
        }
    }
}

/// How the participants met.
///
/// ```
/// use briefing_model::EventMode;
///
/// assert_eq!("in-person".parse::<EventMode>()?, EventMode::InPerson);
/// assert_eq!(EventMode::Hybrid.to_string(), "hybrid");
/// # Ok::<(), briefing_model::InvalidWord>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventMode {
    /// In one place.
    InPerson,
    /// Online only, in no place.
    Online,
    /// In one place and online.
    Hybrid,
}

words!(EventMode, "a mode of an event", InPerson "in-person", Online "online", Hybrid "hybrid");
serde_as_text!(EventMode, "in-person, online or hybrid");

/// An event that an office knows, whichever month reports it: because it is planned, because money is given for it, or
/// because others are part of it.
///
/// ```
/// use briefing_model::{KnownEvent, Name};
///
/// let conference = KnownEvent::new("victims-2024".parse()?, Some(Name::new("Conference on Victims of Terrorism")?));
/// assert!(conference.when.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnownEvent {
    /// Its identifier; the item that reports it has the same.
    pub id: EventId,
    /// Its title, in at most [`Event::LONGEST_TITLE`] characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// When it is to take place, or took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Where it is to take place, or took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl KnownEvent {
    /// Creates an event of which nothing more is known.
    ///
    /// ```
    /// let event = briefing_model::KnownEvent::new("forum".parse()?, None);
    /// assert!(event.place.is_none());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    #[must_use]
    pub const fn new(id: EventId, title: Option<Name>) -> Self {
        Self { id, title, when: None, place: None }
    }
}

/// An event, as a briefing reports it.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The event's identifier, unique in its month.
    pub id: EventId,
    /// Its title, in at most [`LONGEST_TITLE`](Self::LONGEST_TITLE) characters: the heading of the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// The heading under which it is printed.
    pub placement: Placement,
    /// The units that held it, besides the one under which it is printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// When it took place.
    pub when: When,
    /// How the participants met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<EventMode>,
    /// Where it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The event that it was part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<EventId>,
    /// The text that the briefing prints about it.
    pub text: RichText,
    /// The organizers, besides the office itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizers: Vec<PartyRef>,
    /// The others that took part as partners.
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
    /// The greatest length of a title in any language, in characters: a line or two of a column.
    ///
    /// ```
    /// assert_eq!(briefing_model::Event::LONGEST_TITLE, 70);
    /// ```
    pub const LONGEST_TITLE: usize = 70;

    /// Creates an event of which nothing more is known.
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
            title: None,
            placement,
            units: Vec::new(),
            when,
            mode: None,
            place: None,
            part_of: None,
            text,
            organizers: Vec::new(),
            partners: Vec::new(),
            programmes: Vec::new(),
            functions: Vec::new(),
            pillars: Vec::new(),
            picture: None,
        }
    }

    /// The units that held it: the one under which it is printed, if that is a unit, then the others.
    ///
    /// ```
    /// use briefing_model::{Event, Placement};
    ///
    /// let mut event =
    ///     Event::new("course".parse()?, Placement::Unit("spib".parse()?), "2025-04".parse()?, "A course.".parse()?);
    /// event.units = vec!["uncct".parse()?];
    /// assert_eq!(event.all_units().map(|unit| unit.as_str()).collect::<Vec<_>>(), ["spib", "uncct"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn all_units(&self) -> impl Iterator<Item = &UnitId> {
        let printed_under = match &self.placement {
            Placement::Unit(unit) => Some(unit),
            Placement::Leadership | Placement::Highlights => None,
        };
        printed_under.into_iter().chain(self.units.iter().filter(move |unit| Some(*unit) != printed_under))
    }
}
