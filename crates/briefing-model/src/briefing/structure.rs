//! The organization chart as one issue prints it.

use std::collections::{BTreeMap, BTreeSet};

use briefing_derive::Record;
use serde::Serialize;

use super::Named;
use super::existing::Existing;
use crate::unit::begun_by;
use crate::{
    AdvisoryBoard, BodyId, CoordinationBody, Day, Link, Name, Office, PartyRef, Programme, ProgrammeId, Unit, UnitId,
    UnitKind,
};

/// An advisory board on one line: the number of members, and the guests by name.
///
/// ```
/// use briefing_model::{BoardSummary, Name, Named};
///
/// let board = BoardSummary { members: 21, guests: vec![Named { id: "eu".parse()?, name: Name::new("EU")? }] };
/// assert_eq!(serde_json::to_string(&board)?, r#"{"members":21,"guests":[{"id":"eu","name":"EU"}]}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoardSummary {
    /// The number of member States.
    pub members: u16,
    /// The guests, by acronym if they have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<Named<PartyRef>>,
}

/// A coordination body in a box.
///
/// ```
/// use briefing_model::{BodySummary, Name};
///
/// let (id, name) = ("compact".parse()?, Name::new("Compact")?);
/// let compact = BodySummary { id, name, entities: Some(46), committee: None, working_groups: Some(8) };
/// assert_eq!(serde_json::to_string(&compact)?, r#"{"id":"compact","name":"Compact","entities":46,"working_groups":8}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BodySummary {
    /// Its identifier.
    pub id: BodyId,
    /// Its short name if it has one, otherwise its full name.
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

/// A programme office: its host city, or its name if the city is not known.
///
/// ```
/// let office: briefing_model::ProgrammeOffice = serde_json::from_str(r#"{"id":"rabat-office","place":"Rabat"}"#)?;
/// assert_eq!(office.place.english(), "Rabat");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeOffice {
    /// The unit.
    pub id: UnitId,
    /// Its label in the chart.
    pub place: Name,
}

/// A programme in the chart, by its short name if it has one, with those of its initiatives that the office lists for
/// the chart.
///
/// ```
/// let travel: briefing_model::ChartedProgramme = serde_json::from_str(r#"{"id":"travel","name":"Travel","initiatives":["Travel+"]}"#)?;
/// assert_eq!(travel.initiatives[0].english(), "Travel+");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartedProgramme {
    /// Its identifier.
    pub id: ProgrammeId,
    /// Its name.
    pub name: Name,
    /// Those of its initiatives that are running and that the chart names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Name>,
}

/// A unit in the chart, with its programmes and the units under it.
///
/// ```
/// let json = r#"{"id":"centre","name":"Centre","programmes":[{"id":"travel","name":"Travel"}],"units":[{"id":"desk","name":"Desk"}]}"#;
/// let centre: briefing_model::OrganizationNode = serde_json::from_str(json)?;
/// assert_eq!(centre.units[0].name.english(), "Desk");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganizationNode {
    /// The unit's identifier.
    pub id: UnitId,
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
    pub programmes: Vec<ChartedProgramme>,
    /// The units under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<OrganizationNode>,
}

/// The office's structure on the last day of the month.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, Unit, UnitKind, Units};
///
/// let mut facility = Unit::new("gttf".parse()?, Name::new("Facility")?, UnitKind::Facility);
/// facility.since = Some("2022-04".parse()?);
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.units = Units::new(vec![facility]);
/// let office = Office::new(data)?;
/// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
/// let chart = |month: &str| -> Result<_, Box<dyn std::error::Error>> {
///     Ok(Briefing::compile(&office, &ledger, &MonthPlan::new(month.parse()?))?.structure)
/// };
/// assert!(chart("2025-04")?.is_some_and(|chart| chart.units[0].name.english() == "Facility"));
/// assert!(chart("2022-03")?.is_none(), "it was not there yet");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Programmes that no unit of the chart runs: those of the office as a whole, or of a programme office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<ChartedProgramme>,
    /// Its programme offices away from headquarters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programme_offices: Vec<ProgrammeOffice>,
    /// The coordination bodies it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodySummary>,
    /// The web page that describes the structure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

impl OrganizationChart {
    /// The chart of an office on a day: the units that exist then and that it shows, by their names at the time.
    #[must_use]
    pub(super) fn of(office: &Office, existing: &Existing<'_>) -> Option<Self> {
        let (tree, day) = (UnitTree::of(office, existing), existing.day);
        let (offices, units): (Vec<&Unit>, Vec<&Unit>) =
            tree.roots.iter().partition(|unit| unit.kind == UnitKind::ProgrammeOffice);
        // A small office may have a programme and no unit.
        if offices.is_empty() && units.is_empty() && tree.programmes.is_empty() {
            return None;
        }
        let data = office.data();
        let bodies = data.bodies.iter().filter(|body| existing.body(body));
        Some(Self {
            office: data.name.clone(),
            head: data.head.clone(),
            units: units.into_iter().map(|unit| tree.node(unit)).collect(),
            programmes: tree.programmes,
            programme_offices: offices.into_iter().map(|unit| programme_office(unit, day)).collect(),
            bodies: bodies.map(|body| body_summary(body, day)).collect(),
            link: data.structure_link.clone(),
        })
    }
}

/// The units and programmes that a chart shows. A unit that is not shown, or does not exist on the day, gives its place
/// to those under it; nothing else is lost.
struct UnitTree<'a> {
    office: &'a Office,
    existing: &'a Existing<'a>,
    day: Day,
    roots: Vec<&'a Unit>,
    children: BTreeMap<&'a UnitId, Vec<&'a Unit>>,
    /// Programmes by the unit that runs them.
    run_by: BTreeMap<&'a UnitId, Vec<ChartedProgramme>>,
    /// Programmes that no unit of the chart runs.
    programmes: Vec<ChartedProgramme>,
}

impl<'a> UnitTree<'a> {
    fn of(office: &'a Office, existing: &'a Existing<'a>) -> Self {
        let (roots, children, day) = (Vec::new(), BTreeMap::new(), existing.day);
        let mut tree = Self { office, existing, day, roots, children, run_by: BTreeMap::new(), programmes: Vec::new() };
        let units = &office.data().units;
        for unit in units.iter().filter(|unit| existing.shows(unit)) {
            match units.ancestors(unit).find(|above| existing.shows(above)) {
                Some(above) => tree.children.entry(&above.id).or_default().push(unit),
                None => tree.roots.push(unit),
            }
        }
        for programme in office.data().programmes.iter().filter(|programme| existing.programme(programme)) {
            tree.place(programme);
        }
        tree
    }

    /// Puts a programme under each unit that runs it, or under the office.
    fn place(&mut self, programme: &'a Programme) {
        let units = &self.office.data().units;
        // If a unit no longer exists, it is not known that the unit above it took over its programmes.
        let running = programme.units.iter().filter_map(|id| units.get(id)).filter(|unit| self.existing.unit(unit));
        let shown = running.filter_map(|unit| {
            let mut upwards = std::iter::once(unit).chain(units.ancestors(unit));
            upwards.find(|unit| self.existing.shows(unit))
        });
        // A programme office that is not under another unit is drawn as a place, without room for its programmes.
        let boxes = shown.filter(|unit| unit.kind != UnitKind::ProgrammeOffice || self.has_box(unit));
        let boxes: BTreeSet<&UnitId> = boxes.map(|unit| &unit.id).collect();
        let initiatives =
            programme.initiatives.iter().filter(|initiative| initiative.chart && initiative.runs_on(self.day));
        let programme = ChartedProgramme {
            id: programme.id.clone(),
            name: programme.short_name_on(self.day).clone(),
            initiatives: initiatives.map(|initiative| initiative.name.clone()).collect(),
        };
        for unit in &boxes {
            self.run_by.entry(unit).or_default().push(programme.clone());
        }
        if boxes.is_empty() {
            self.programmes.push(programme);
        }
    }

    /// Whether the chart shows a unit above this one.
    fn has_box(&self, unit: &Unit) -> bool {
        self.office.data().units.ancestors(unit).any(|above| self.existing.shows(above))
    }

    /// Recursive, because an office's units are not nested deeply.
    fn node(&self, unit: &Unit) -> OrganizationNode {
        let children = self.children.get(&unit.id).into_iter().flatten();
        OrganizationNode {
            id: unit.id.clone(),
            name: unit.name_on(self.day).clone(),
            acronym: unit.acronym_on(self.day).cloned(),
            board: unit.board_on(self.day).map(|board| self.board(board)),
            programmes: self.run_by.get(&unit.id).cloned().unwrap_or_default(),
            units: children.map(|child| self.node(child)).collect(),
        }
    }

    fn board(&self, board: &AdvisoryBoard) -> BoardSummary {
        let short = |guest: &PartyRef| {
            let acronym = self.office.party(guest).and_then(|party| party.acronym_on(self.day)).cloned();
            let name = acronym.or_else(|| self.office.party_name_on(guest, self.day))?;
            Some(Named { id: guest.clone(), name })
        };
        BoardSummary { members: board.members, guests: board.guests.iter().filter_map(short).collect() }
    }
}

fn programme_office(unit: &Unit, day: Day) -> ProgrammeOffice {
    let city = unit.host.as_ref().and_then(crate::Place::city);
    ProgrammeOffice { id: unit.id.clone(), place: city.unwrap_or_else(|| unit.name_on(day)).clone() }
}

fn body_summary(body: &CoordinationBody, day: Day) -> BodySummary {
    let committee = body.committee.as_ref().filter(|committee| begun_by(committee.since, day));
    let working_groups = body.working_groups.as_ref().filter(|groups| groups.exist_on(day));
    BodySummary {
        id: body.id.clone(),
        name: body.short.as_ref().unwrap_or(&body.name).clone(),
        entities: body.entities_on(day),
        committee: committee.map(|committee| committee.name.clone()),
        working_groups: working_groups.map(|groups| groups.count),
    }
}
