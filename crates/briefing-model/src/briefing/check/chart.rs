//! The organization chart: each box occurs once, and is called what the rest of the briefing calls it.

use std::collections::BTreeMap;

use super::BriefingCheck;
use crate::briefing::{ChartedProgramme, OrganizationChart, OrganizationNode};
use crate::{Code, FieldPath, ProgrammeId, UnitId};

/// The boxes of a chart by their ids, each with its place.
#[derive(Default)]
struct Boxes<'a> {
    units: Vec<(FieldPath, &'a OrganizationNode)>,
    /// The programmes that units run.
    run: Vec<(FieldPath, &'a ChartedProgramme)>,
}

impl<'a> Boxes<'a> {
    /// Recursive, because charts are not deep.
    fn add(&mut self, units: &'a [OrganizationNode], path: &FieldPath) {
        for (at, unit) in units.iter().enumerate() {
            let path = path.item(at, Some(&unit.id));
            self.units.push((path.clone(), unit));
            self.run.extend(placed(&unit.programmes, &path.key("programmes")));
            self.add(&unit.units, &path.key("units"));
        }
    }
}

fn placed<'a>(programmes: &'a [ChartedProgramme], path: &FieldPath) -> Vec<(FieldPath, &'a ChartedProgramme)> {
    let programmes = programmes.iter().enumerate();
    programmes.map(|(at, programme)| (path.item(at, Some(&programme.id)), programme)).collect()
}

impl<'a> BriefingCheck<'a> {
    /// The chart is the office's own, and shows something.
    pub(super) fn chart(&mut self) {
        let mandate = &self.briefing.mandate;
        if mandate.before_body && mandate.entities.is_some() {
            let message = "the mandate counts the entities of a body that it says was not there yet";
            self.fault(Code::Contradiction, self.root.key("mandate").key("before_body"), message);
        }
        let Some(chart) = &self.briefing.structure else { return };
        let path = self.root.key("structure");
        if chart.office != self.briefing.office.name {
            let message = format!("the chart is that of `{}`", chart.office.english());
            self.fault(Code::Contradiction, path.key("office"), message);
        }
        let entities = mandate.entities;
        if entities.is_some() && !chart.bodies.iter().any(|body| body.entities == entities) {
            let message = "no body of the chart has as many entities as the mandate speaks of";
            self.fault(Code::Contradiction, self.root.key("mandate").key("entities"), message);
        }
        let has_units = !chart.units.is_empty() || !chart.programme_offices.is_empty();
        if !has_units && chart.programmes.is_empty() {
            self.fault(Code::SectionContent, path.clone(), "the chart shows neither a unit nor a programme");
        }
        let (list, bodies) = (path.key("bodies"), chart.bodies.iter().enumerate());
        self.once("body", bodies.map(|(at, body)| (list.item(at, Some(&body.id)), body.id.as_str())));
        let (list, offices) = (path.key("programme_offices"), chart.programme_offices.iter().enumerate());
        self.once("unit", offices.map(|(at, office)| (list.item(at, Some(&office.id)), office.id.as_str())));
        let mut boxes = Boxes::default();
        boxes.add(&chart.units, &path.key("units"));
        self.once("unit", boxes.units.iter().map(|(path, unit)| (path.clone(), unit.id.as_str())));
        for (path, unit) in &boxes.units {
            let list = placed(&unit.programmes, &path.key("programmes"));
            self.once("programme", list.iter().map(|(path, programme)| (path.clone(), programme.id.as_str())));
        }
        self.programmes(chart, &boxes, &path.key("programmes"));
        self.acronyms_of_units(&boxes);
    }

    /// A programme that several units run is the same under each, and one that a unit runs is not listed as the
    /// office's own.
    fn programmes(&mut self, chart: &'a OrganizationChart, boxes: &Boxes<'a>, path: &FieldPath) {
        let mut known: BTreeMap<&ProgrammeId, (&ChartedProgramme, &FieldPath)> = BTreeMap::new();
        for (path, programme) in &boxes.run {
            let (first, there) = *known.entry(&programme.id).or_insert((programme, path));
            if first != *programme {
                let message = format!("the programme `{}` is another under another unit", programme.id);
                self.contradicts(path.clone(), message, there);
            }
        }
        let own = placed(&chart.programmes, path);
        for (path, programme) in &own {
            if let Some((_, there)) = known.get(&programme.id) {
                let message = format!("the programme `{}` is that of no unit, and a unit has it", programme.id);
                self.contradicts(path.clone(), message, there);
            }
        }
        self.once("programme", own.iter().map(|(path, programme)| (path.clone(), programme.id.as_str())));
    }

    /// A unit has one acronym on the day of the issue, in the chart and above its items.
    fn acronyms_of_units(&mut self, boxes: &Boxes<'a>) {
        let charted: BTreeMap<&UnitId, &(FieldPath, &OrganizationNode)> =
            boxes.units.iter().map(|unit| (&unit.1.id, unit)).collect();
        let list = self.root.key("capacity_building");
        for (at, heading) in self.briefing.capacity_building.iter().enumerate() {
            if let Some((there, unit)) = charted.get(&heading.unit)
                && unit.acronym != heading.acronym
            {
                let message = format!("the unit `{}` has another acronym in the chart", heading.unit);
                self.contradicts(list.item(at, Some(&heading.unit)).key("acronym"), message, there);
            }
        }
    }
}
