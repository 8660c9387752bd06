//! Units, programmes and bodies of which no date says since when they have existed, in issues from before anything speaks of them.

use std::collections::BTreeMap;

use briefing_model::{
    Briefing, Fault, FieldPath, Ledger, LedgerEntry, Month, MonthPlan, OfficeData, OfficeDraft, Placement, Purpose,
};
use chrono::NaiveDate;

use crate::diagnostic::Code;

/// Since when things are spoken of, by their list in `office.toml` and their id.
#[derive(Default)]
struct Mentions<'a>(BTreeMap<(&'static str, &'a str), NaiveDate>);

impl<'a> Mentions<'a> {
    fn add(&mut self, list: &'static str, id: &'a str, day: Option<NaiveDate>) {
        let Some(day) = day else { return };
        let first = self.0.entry((list, id)).or_insert(day);
        *first = day.min(*first);
    }

    fn of(office: &'a OfficeData, ledger: &'a Ledger, months: &[(&'a MonthPlan, &Briefing)]) -> Self {
        let mut mentions = Self::default();
        for event in months.iter().flat_map(|(plan, _)| &plan.events) {
            let day = event.when.first_day().or(event.when.last_day());
            if let Placement::Unit(unit) = &event.placement {
                mentions.add("unit", unit.as_str(), day);
            }
            event.units.iter().for_each(|unit| mentions.add("unit", unit.as_str(), day));
            event.programmes.iter().for_each(|programme| mentions.add("programme", programme.as_str(), day));
        }
        ledger.entries().iter().for_each(|entry| mentions.entry(entry));
        for body in &office.bodies {
            let counts = body.entities.iter().map(|count| count.on);
            let steps = body.milestones.iter().map(|step| step.on);
            counts.chain(steps).for_each(|on| mentions.add("body", body.id.as_str(), Some(on.first_day())));
        }
        mentions
    }

    fn entry(&mut self, entry: &'a LedgerEntry) {
        let day = entry.effective.first_day().or(entry.effective.last_day());
        for purpose in entry.kind.earmark().iter().flat_map(|earmark| &earmark.purposes) {
            match purpose {
                Purpose::Unit(unit) => self.add("unit", unit.as_str(), day),
                Purpose::Programme(programme) => self.add("programme", programme.as_str(), day),
                Purpose::Event(_) | Purpose::Text(_) => {}
            }
        }
    }
}

/// What the months show although nothing says that it existed then: a fault for each such thing.
pub(super) fn check(office: &OfficeDraft, ledger: &Ledger, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let data = office.data();
    let charted: Vec<Month> =
        months.iter().filter(|(_, briefing)| briefing.structure.is_some()).map(|(plan, _)| plan.month).collect();
    let Some((&last, _)) = charted.split_last().filter(|(_, earlier)| !earlier.is_empty()) else { return Vec::new() };
    let mentions = Mentions::of(data, ledger, months);
    let mut faults = Vec::new();
    let mut report = |list: &'static str, index, id: &str, key, exists: &dyn Fn(NaiveDate) -> bool| {
        let path = FieldPath::office().key(list).item(index, Some(id));
        if ["since", "opened", "inaugurated", "launched", "known-since"]
            .iter()
            .any(|key| office.gaps().cover(&path.key(*key)))
        {
            return;
        }
        // The office's file speaks of what there is now.
        let mention = mentions.0.get(&(list, id)).copied().filter(|day| *day < last.first_day());
        let first = mention.and_then(|day| Month::of(day).ok()).unwrap_or(last);
        let early: Vec<String> = charted
            .iter()
            .filter(|month| month.last_day() < first.first_day() && exists(month.last_day()))
            .map(ToString::to_string)
            .collect();
        let (Some(one), count) = (early.first(), early.len()) else { return };
        let issues = match count {
            1 => format!("the issue of {one} shows"),
            _ => format!("{count} issues from {one} on show"),
        };
        let thing = if list == "body" { "coordination body" } else { list };
        let message = format!(
            "no date says since when there is the {thing} `{id}`; nothing speaks of it before {first}, and {issues} it"
        );
        let hint = format!(
            "write `{key}`; or, if that is not known, since when it is known to exist: `known-since = \"{first}\"`"
        );
        faults.push(Fault::new(Code::Undated, path.key("id"), message).with_hint(hint));
    };
    for (index, unit) in data.units.iter().enumerate().filter(|(_, unit)| unit.chart && unit.shown_from().is_none()) {
        report("unit", index, unit.id.as_str(), "since", &|day| unit.exists_on(day));
    }
    for (index, programme) in data.programmes.iter().enumerate().filter(|(_, it)| it.shown_from().is_none()) {
        report("programme", index, programme.id.as_str(), "launched", &|day| programme.runs_on(day));
    }
    for (index, body) in data.bodies.iter().enumerate().filter(|(_, body)| body.shown_from().is_none()) {
        report("body", index, body.id.as_str(), "since", &|day| body.exists_on(day));
    }
    faults
}
