//! What an issue takes to exist of an office on the last day of its month.

use std::collections::BTreeSet;

use crate::unit::{maybe_by, not_over};
use crate::{
    BodyId, Code, CoordinationBody, Day, Fault, FieldPath, MonthPlan, OfficeData, Placement, Programme, ProgrammeId,
    Unit, UnitId,
};

/// What exists on the last day of a month: what certainly does, and what may exist and is named.
///
/// A beginning known only to the year is certain on the year's last day. Before that, an item of the month is evidence
/// for what it names, a unit for the one it belongs to, and a programme for its units if none of them is certain.
pub(super) struct Existing<'a> {
    data: &'a OfficeData,
    pub(super) day: Day,
    units: BTreeSet<&'a UnitId>,
    programmes: BTreeSet<&'a ProgrammeId>,
    bodies: BTreeSet<&'a BodyId>,
}

impl<'a> Existing<'a> {
    pub(super) fn of(data: &'a OfficeData, plan: &MonthPlan) -> Self {
        let (day, spoken) = (plan.month.last_day(), Spoken::of(plan));
        let there =
            |unit: &&Unit| unit.exists_on(day) || unit.may_exist_on(day) && spoken.units.contains(unit.id.as_str());
        let runs = |programme: &&Programme| {
            programme.runs_on(day) || programme.may_run_on(day) && spoken.programmes.contains(programme.id.as_str())
        };
        let stands = |body: &&CoordinationBody| {
            body.exists_on(day) || body.may_exist_on(day) && spoken.bodies.contains(body.id.as_str())
        };
        let mut existing = Self {
            data,
            day,
            units: data.units.iter().filter(there).map(|unit| &unit.id).collect(),
            programmes: data.programmes.iter().filter(runs).map(|programme| &programme.id).collect(),
            bodies: data.bodies.iter().filter(stands).map(|body| &body.id).collect(),
        };
        existing.add_spoken_for();
        existing
    }

    /// Adds the units for which programmes and other units are evidence.
    fn add_spoken_for(&mut self) {
        let Self { data, day, .. } = *self;
        // A unit known only from a later date is not taken to exist because something else has a date.
        let may = |unit: &&Unit| unit.may_exist_on(day) && maybe_by(unit.shown_from(), day);
        for programme in data.programmes.iter().filter(|programme| self.programmes.contains(&programme.id)) {
            if programme.units.iter().any(|unit| self.units.contains(unit)) {
                continue;
            }
            let units = programme.units.iter().filter_map(|id| data.units.get(id)).filter(may);
            self.units.extend(units.map(|unit| &unit.id));
        }
        for unit in data.units.iter() {
            if self.units.contains(&unit.id) {
                self.units.extend(data.units.ancestors(unit).take_while(may).map(|above| &above.id));
            }
        }
    }

    pub(super) fn unit(&self, unit: &Unit) -> bool {
        self.units.contains(&unit.id)
    }

    /// Whether the chart shows a unit.
    pub(super) fn shows(&self, unit: &Unit) -> bool {
        unit.chart && self.unit(unit)
    }

    pub(super) fn programme(&self, programme: &Programme) -> bool {
        self.programmes.contains(&programme.id)
    }

    /// Faults for what exists although the unit it belongs to had ended or had not begun, so that the chart moves it
    /// up. Each is reported where it names that unit.
    pub(super) fn stranded(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let places = |list: &'static str, index, id: &str| FieldPath::office().key(list).item(index, Some(id));
        for (index, unit) in self.data.units.iter().enumerate().filter(|(_, unit)| self.unit(unit)) {
            let above = unit.parent.as_ref().and_then(|parent| self.data.units.get(parent));
            // What belongs to a unit that the chart does not show moves up anyway.
            let Some(above) = above.filter(|above| above.chart) else { continue };
            let Some((gone, key)) = self.gone(above) else { continue };
            let (id, over) = (&unit.id, &above.id);
            let path = places("unit", index, id.as_str()).key("parent");
            let message = format!("the unit `{id}` belongs to `{over}`, which {gone}");
            let hint = format!(
                "correct `{key}` of `{over}`; if `{id}` was moved, give it an `until` and write it again, with another id, \
                 under the unit that it belonged to at the other time"
            );
            faults.push(Fault::new(Code::OutlivesUnit, path, message).with_hint(hint));
        }
        for (index, programme) in self.data.programmes.iter().enumerate().filter(|(_, one)| self.programme(one)) {
            let mut gone = programme.units.iter().filter_map(|id| self.data.units.get(id)).map(|unit| self.gone(unit));
            let Some(Some((last, key))) = gone.next() else { continue };
            // One unit that may run it is enough.
            if !gone.all(|gone| gone.is_some()) {
                continue;
            }
            let path = places("programme", index, programme.id.as_str()).key("units");
            let what = match programme.units.as_slice() {
                [unit] => format!("run by `{unit}`, which {last}"),
                units => format!("run by {} units, none of which existed", units.len()),
            };
            let message = format!("the programme `{}` is {what}", programme.id);
            let hint = format!(
                "correct `{key}` of the unit, or add to `units` one that began when it ended; where an older one took the programme over, end it \
                 with `closed` and write it again, with another id, under that unit"
            );
            faults.push(Fault::new(Code::OutlivesUnit, path, message).with_hint(hint));
        }
        faults
    }

    /// When a unit that certainly does not exist began or ended, in words, and the key that says so.
    fn gone(&self, unit: &Unit) -> Option<(String, &'static str)> {
        if let Some(until) = unit.until.filter(|_| !not_over(unit.until, self.day)) {
            return Some((format!("existed until {until}"), "until"));
        }
        let (key, began) = unit.beginning().filter(|_| !self.unit(unit))?;
        (began.first_day() > self.day).then(|| (format!("did not exist before {began}"), key))
    }

    pub(super) fn body(&self, body: &CoordinationBody) -> bool {
        self.bodies.contains(&body.id)
    }
}

/// The ids that the items of a month name.
#[derive(Default)]
struct Spoken<'a> {
    units: BTreeSet<&'a str>,
    programmes: BTreeSet<&'a str>,
    bodies: BTreeSet<&'a str>,
}

impl<'a> Spoken<'a> {
    fn of(plan: &'a MonthPlan) -> Self {
        let mut spoken = Self::default();
        for event in &plan.events {
            if let Placement::Unit(unit) = &event.placement {
                spoken.units.insert(unit.as_str());
            }
            spoken.units.extend(event.units.iter().map(UnitId::as_str));
            spoken.programmes.extend(event.programmes.iter().map(ProgrammeId::as_str));
            for (fact, _) in event.text.facts() {
                match fact.segments().collect::<Vec<_>>().as_slice() {
                    ["units", unit, ..] => drop(spoken.units.insert(unit)),
                    [body, ..] => drop(spoken.bodies.insert(body)),
                    [] => {}
                }
            }
        }
        spoken
    }
}
