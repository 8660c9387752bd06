//! Organizational units and the tree they form.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{FormerName, Link, Money, Name, PartialDate, PartyRef, Place, Resolution, UnitId};

/// What kind of organizational unit a unit is.
///
/// ```
/// use briefing_model::UnitKind;
///
/// assert_eq!(serde_json::to_string(&UnitKind::ProgrammeOffice)?, "\"programme-office\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// An office within the office, such as that of its head.
    Office,
    /// A centre, such as the United Nations Counter-Terrorism Centre.
    Centre,
    /// A branch, such as the Special Projects and Innovation Branch.
    Branch,
    /// A section, such as the Human Rights and Gender Section.
    Section,
    /// An office away from headquarters that runs programmes where they are needed.
    ProgrammeOffice,
    /// A facility, such as one that holds joint funding.
    Facility,
}

/// The contribution that brought a unit into being.
///
/// ```
/// use briefing_model::{FoundingContribution, Money, PartialDate};
///
/// let founding = FoundingContribution {
///     contributor: "SAU".parse()?,
///     amount: Some("USD 10000000".parse()?),
///     when: "2011".parse()?,
///     basis: None,
/// };
/// assert_eq!(founding.when.to_string(), "2011");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundingContribution {
    /// Who gave it.
    pub contributor: PartyRef,
    /// How much, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When, as precisely as it is known.
    pub when: PartialDate,
    /// The instrument it rests on, such as a contribution agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Name>,
}

/// A unit's advisory board: how many Member States, and which guests.
///
/// The names of the members are optional, because offices publish the number more often than the list.
///
/// ```
/// use briefing_model::AdvisoryBoard;
///
/// let board = AdvisoryBoard { members: 21, guests: vec!["eu".parse()?], chair: Some("SAU".parse()?), named_members: vec![] };
/// assert_eq!(board.guests.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvisoryBoard {
    /// The number of members, guests not counted.
    pub members: u16,
    /// Guest members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<PartyRef>,
    /// Who chairs the board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PartyRef>,
    /// The members that are known by name; at most [`members`](Self::members).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_members: Vec<PartyRef>,
}

/// An organizational unit of the office.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind};
///
/// let centre = Unit::new("uncct".parse()?, Name::new("United Nations Counter-Terrorism Centre")?, UnitKind::Centre);
/// assert!(centre.parent.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The unit's identifier, unique in its office.
    pub id: UnitId,
    /// The unit's name.
    pub name: Name,
    /// The unit's acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// The unit it belongs to; none for a unit directly under the head of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// Since when it exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Until when it existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// When it began to work, where that differs from its inauguration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<PartialDate>,
    /// When it was inaugurated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inaugurated: Option<PartialDate>,
    /// The contribution that brought it into being.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founding: Option<FoundingContribution>,
    /// Its advisory board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<AdvisoryBoard>,
    /// Where it stands, if not at headquarters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Place>,
    /// The resolution behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Its page on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Names it bore before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
    /// Whether the organization chart shows it.
    #[serde(default = "shown", skip_serializing_if = "is_shown")]
    pub chart: bool,
}

fn shown() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_shown(chart: &bool) -> bool {
    *chart
}

impl Unit {
    /// A unit of which nothing but its name and kind is known, shown in the chart.
    #[must_use]
    pub fn new(id: UnitId, name: Name, kind: UnitKind) -> Self {
        Self {
            id,
            name,
            acronym: None,
            kind,
            parent: None,
            since: None,
            until: None,
            opened: None,
            inaugurated: None,
            founding: None,
            board: None,
            host: None,
            resolution: None,
            link: None,
            formerly: Vec::new(),
            chart: true,
        }
    }

    /// Whether the unit exists on a day; a bound that is not known does not exclude it.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let mut unit = Unit::new("gttf".parse()?, Name::new("Global Terrorism Threats Facility")?, UnitKind::Facility);
    /// unit.since = Some("2022-04".parse()?);
    /// assert!(!unit.exists_on("2022-03-31".parse()?));
    /// assert!(unit.exists_on("2022-04-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since.first_day() <= day)
            && self.until.is_none_or(|until| until.last_day() >= day)
    }
}

/// The units of an office, as the tree they form.
///
/// Every id is unique, every parent exists, and no unit is its own ancestor: [`Units::new`] is the only way in.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind, Units};
///
/// let centre = Unit::new("centre".parse()?, Name::new("Centre")?, UnitKind::Centre);
/// let mut desk = Unit::new("desk".parse()?, Name::new("Desk")?, UnitKind::Section);
/// desk.parent = Some("centre".parse()?);
/// let units = Units::new(vec![centre, desk])?;
/// assert_eq!(units.roots().count(), 1);
/// assert_eq!(units.children(&"centre".parse()?).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Unit>", into = "Vec<Unit>")]
pub struct Units {
    units: Vec<Unit>,
}

/// Why units do not form a tree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitsFault {
    /// Two units share an id.
    #[error("two units are called `{0}`")]
    Duplicate(UnitId),
    /// A unit's parent does not exist.
    #[error("unit `{unit}` belongs to `{parent}`, and no unit is called that")]
    UnknownParent {
        /// The unit.
        unit: UnitId,
        /// The parent it names.
        parent: UnitId,
    },
    /// A unit is its own ancestor.
    #[error("unit `{0}` belongs to itself, directly or through others")]
    Cycle(UnitId),
}

/// Units that do not form a tree: every reason, at least one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the units do not form a tree: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidUnits {
    /// Each reason, naming its unit.
    pub faults: Vec<UnitsFault>,
}

impl Units {
    /// The tree of some units, kept in the order given.
    ///
    /// # Errors
    ///
    /// All reasons why they do not form a tree, each naming its unit.
    pub fn new(units: Vec<Unit>) -> Result<Self, InvalidUnits> {
        let mut faults = Vec::new();
        let mut parents: BTreeMap<&UnitId, Option<&UnitId>> = BTreeMap::new();
        for unit in &units {
            if parents.insert(&unit.id, unit.parent.as_ref()).is_some() {
                faults.push(UnitsFault::Duplicate(unit.id.clone()));
            }
        }
        for unit in &units {
            if let Some(parent) = &unit.parent
                && !parents.contains_key(parent)
            {
                faults.push(UnitsFault::UnknownParent { unit: unit.id.clone(), parent: parent.clone() });
            } else if is_own_ancestor(&unit.id, &parents) {
                faults.push(UnitsFault::Cycle(unit.id.clone()));
            }
        }
        if faults.is_empty() { Ok(Self { units }) } else { Err(InvalidUnits { faults }) }
    }

    /// All units, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter()
    }

    /// The unit with an id.
    #[must_use]
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// The units directly under the head of the office.
    pub fn roots(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.parent.is_none())
    }

    /// The units directly under another.
    pub fn children(&self, id: &UnitId) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| unit.parent.as_ref() == Some(id))
    }
}

/// Follows parents upwards; more steps than units means a circle, which counts only for the units on it.
fn is_own_ancestor<'a>(start: &'a UnitId, parents: &BTreeMap<&'a UnitId, Option<&'a UnitId>>) -> bool {
    let mut unit = start;
    for _ in 0..=parents.len() {
        match parents.get(unit) {
            Some(Some(parent)) if *parent == start => return true,
            Some(Some(parent)) => unit = parent,
            _ => return false,
        }
    }
    false
}

impl TryFrom<Vec<Unit>> for Units {
    type Error = InvalidUnits;

    fn try_from(units: Vec<Unit>) -> Result<Self, InvalidUnits> {
        Self::new(units)
    }
}

impl From<Units> for Vec<Unit> {
    fn from(units: Units) -> Self {
        units.units
    }
}
