//! The organization chart as one issue prints it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{CoordinationBody, Link, Name, Office, Programme, Unit, UnitKind};

/// An advisory board in a line: how many members, and the guests by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardSummary {
    /// The number of member States.
    pub members: u16,
    /// The guests, by acronym where they have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<Name>,
}

/// A coordination body in a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodySummary {
    /// Its name, short where it has a short one.
    pub name: Name,
    /// How many entities it brings together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entities: Option<u16>,
    /// The committee that steers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<Name>,
    /// How many working groups it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_groups: Option<u16>,
}

/// A programme office: its host city, or its name where no city is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeOffice {
    /// What the chart calls it.
    pub place: Name,
}

/// A unit in the chart, with its programmes and the units under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationNode {
    /// The unit's name.
    pub name: Name,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// Its advisory board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<BoardSummary>,
    /// The programmes it runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Name>,
    /// The units under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<OrganizationNode>,
}

/// The office's structure on the last day of the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganizationChart {
    /// The office.
    pub office: Name,
    /// The title of its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Name>,
    /// The units directly under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<OrganizationNode>,
    /// Programmes that no single unit runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Name>,
    /// Its programme offices away from headquarters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programme_offices: Vec<ProgrammeOffice>,
    /// The coordination bodies it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodySummary>,
    /// Where the structure is described on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// A chart deeper than this is cut: no office is, and recursion stays bounded.
const DEEPEST: usize = 16;

impl OrganizationChart {
    /// The chart of an office on a day: the units that exist then and that it shows.
    #[must_use]
    pub(super) fn of(office: &Office, day: NaiveDate) -> Option<Self> {
        let data = office.data();
        let shown = |unit: &&Unit| unit.chart && unit.exists_on(day);
        let roots = data.units.roots().filter(shown);
        let (offices, units): (Vec<&Unit>, Vec<&Unit>) = roots.partition(|unit| unit.kind == UnitKind::ProgrammeOffice);
        if offices.is_empty() && units.is_empty() {
            return None;
        }
        Some(Self {
            office: data.name.clone(),
            head: data.head.clone(),
            units: units.into_iter().map(|unit| node(office, unit, day, DEEPEST)).collect(),
            programmes: running(office, day).filter(|programme| programme.units.is_empty()).map(short).collect(),
            programme_offices: offices.into_iter().map(programme_office).collect(),
            bodies: data.bodies.iter().map(|body| body_summary(body, day)).collect(),
            link: data.structure_link.clone(),
        })
    }
}

fn node(office: &Office, unit: &Unit, day: NaiveDate, depth: usize) -> OrganizationNode {
    let children = office.data().units.children(&unit.id).filter(|child| child.chart && child.exists_on(day));
    OrganizationNode {
        name: unit.name.clone(),
        acronym: unit.acronym.clone(),
        board: unit.board.as_ref().map(|board| BoardSummary {
            members: board.members,
            guests: board.guests.iter().filter_map(|guest| short_party(office, guest)).collect(),
        }),
        programmes: running(office, day).filter(|programme| programme.units.contains(&unit.id)).map(short).collect(),
        units: match depth.checked_sub(1) {
            Some(depth) => children.map(|child| node(office, child, day, depth)).collect(),
            None => Vec::new(),
        },
    }
}

fn running(office: &Office, day: NaiveDate) -> impl Iterator<Item = &Programme> {
    office.data().programmes.iter().filter(move |programme| {
        programme.launched.is_none_or(|launched| launched.first_day() <= day)
            && programme.closed.is_none_or(|closed| closed.last_day() >= day)
    })
}

fn short(programme: &Programme) -> Name {
    programme.short_name().clone()
}

fn short_party(office: &Office, party: &crate::PartyRef) -> Option<Name> {
    office.party(party).and_then(|party| party.acronym.clone()).or_else(|| office.party_name(party))
}

fn programme_office(unit: &Unit) -> ProgrammeOffice {
    let city = unit.host.as_ref().and_then(crate::Place::city);
    ProgrammeOffice { place: city.unwrap_or(&unit.name).clone() }
}

fn body_summary(body: &CoordinationBody, day: NaiveDate) -> BodySummary {
    BodySummary {
        name: body.short.as_ref().unwrap_or(&body.name).clone(),
        entities: body.entities_on(day),
        committee: body.committee.as_ref().map(|committee| committee.name.clone()),
        working_groups: body.working_groups.as_ref().map(|groups| groups.count),
    }
}
