//! What no date says since when it has existed (units and their boards, programmes and their initiatives, bodies, their committees and
//! working groups), in issues from before anything speaks of it.

use std::collections::BTreeMap;

use briefing_model::{
    Briefing, Day, FactName, Fault, FieldPath, Ledger, LedgerEntry, Month, MonthPlan, OfficeData, OfficeDraft,
    Placement, Purpose,
};

use crate::diagnostic::Code;

/// Since when things are spoken of, by their list in `office.toml` and their id.
#[derive(Default)]
struct Mentions<'a>(BTreeMap<(&'static str, &'a str), Day>);

impl<'a> Mentions<'a> {
    fn add(&mut self, list: &'static str, id: &'a str, day: Option<Day>) {
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
            event.text.facts().for_each(|(fact, _)| mentions.fact(fact, day));
        }
        ledger.entries().iter().for_each(|entry| mentions.entry(entry));
        for body in &office.bodies {
            let counts = body.entities.iter().map(|count| count.on);
            let steps = body.milestones.iter().map(|step| step.on);
            counts.chain(steps).for_each(|on| mentions.add("body", body.id.as_str(), Some(on.first_day())));
        }
        mentions
    }

    /// An item that tells how many sit on a board speaks of the board. A text of the office speaks of what there is now.
    fn fact(&mut self, fact: &'a FactName, day: Option<Day>) {
        match fact.segments().collect::<Vec<_>>().as_slice() {
            ["units", unit, "board", ..] => self.add("board", unit, day),
            ["units", unit, ..] => self.add("unit", unit, day),
            [body, "working-groups"] => self.add("working-groups", body, day),
            _ => {}
        }
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

/// Something that issues show, and of which no date says since when it has existed.
struct Undated<'a> {
    /// What it is called in messages: "the unit `uncct`".
    what: String,
    /// How it is known to [`Mentions`].
    list: &'static str,
    id: &'a str,
    /// Where the fault is shown, and below which its dates would stand.
    at: FieldPath,
    dates: FieldPath,
    hint: &'static str,
    exists: Box<dyn Fn(Day) -> bool + 'a>,
}

/// The keys under which a date says since when something has existed.
const BEGINNINGS: [&str; 6] = ["since", "opened", "inaugurated", "launched", "known-since", "revitalized"];

/// What to write where there are two keys: since when something exists, or since when it is known to.
const OWN_SINCE: &str =
    "write `since`; or, if that is not known, since when it is known to exist: `known-since = \"MONTH\"`";
const LAUNCHED: &str =
    "write `launched`; or, if that is not known, since when it is known to exist: `known-since = \"MONTH\"`";
/// What to write in `board` and the like, whose one date is when it began or since when it is known.
const SINCE: &str = "write `since`: when it began or, if that is not known, since when it is known to exist";

impl<'a> Undated<'a> {
    /// Something with a table of its own in `office.toml`.
    fn whole(
        (what, list, id): (String, &'static str, &'a str),
        dates: &FieldPath,
        hint: &'static str,
        exists: impl Fn(Day) -> bool + 'a,
    ) -> Self {
        Self { what, list, id, at: dates.key("id"), dates: dates.clone(), hint, exists: Box::new(exists) }
    }

    /// Something that belongs to another, under a key of its table.
    fn part(
        (what, list, id): (String, &'static str, &'a str),
        at: FieldPath,
        exists: impl Fn(Day) -> bool + 'a,
    ) -> Self {
        Self { what, list, id, dates: at.clone(), at, hint: SINCE, exists: Box::new(exists) }
    }
}

/// What the months show although nothing says that it existed then: a fault for each such thing.
pub(super) fn check(office: &OfficeDraft, ledger: &Ledger, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let data = office.data();
    let charted: Vec<Month> =
        months.iter().filter(|(_, briefing)| briefing.structure.is_some()).map(|(plan, _)| plan.month).collect();
    let Some(&last) = charted.last() else { return Vec::new() };
    let mentions = Mentions::of(data, ledger, months);
    let mut faults = Vec::new();
    for thing in undated(data) {
        if BEGINNINGS.iter().any(|key| office.doubts().cover(&thing.dates.key(*key))) {
            continue;
        }
        // The office's file speaks of what there is now: in the latest issue.
        let mention = mentions.0.get(&(thing.list, thing.id)).map(|day| day.month());
        let first = mention.unwrap_or(last);
        let early: Vec<String> = charted
            .iter()
            .filter(|month| month.last_day() < first.first_day() && (thing.exists)(month.last_day()))
            .map(ToString::to_string)
            .collect();
        let (Some(one), count) = (early.first(), early.len()) else { continue };
        let issues = match count {
            1 => format!("the issue of {one} shows"),
            _ => format!("{count} issues from {one} on show"),
        };
        let what = &thing.what;
        let it = if what.starts_with("are ") { "them" } else { "it" };
        let message =
            format!("no date says since when there {what}; nothing speaks of {it} before {first}, and {issues} {it}");
        let hint = thing.hint.replace("MONTH", &first.to_string());
        faults.push(Fault::new(Code::Undated, thing.at, message).with_hint(hint));
    }
    faults
}

/// What the charts of months show although the unit that it belongs to did not exist then: a fault for each such thing.
pub(super) fn stranded(office: &OfficeDraft, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let mut found: Vec<(Fault, Vec<Month>)> = Vec::new();
    for (plan, _) in months.iter().filter(|(_, briefing)| briefing.structure.is_some()) {
        for fault in office.stranded(plan) {
            match found.iter_mut().find(|(other, _)| other.place == fault.place && other.message == fault.message) {
                Some((_, months)) => months.push(plan.month),
                None => found.push((fault, vec![plan.month])),
            }
        }
    }
    let said = |(fault, months): (Fault, Vec<Month>)| {
        let issues = match months.as_slice() {
            [one] => format!("the issue of {one} does not say whose it is"),
            [first, ..] => format!("{} issues from {first} on do not say whose it is", months.len()),
            [] => return fault,
        };
        Fault { message: format!("{}, and {issues}", fault.message), ..fault }
    };
    found.into_iter().map(said).collect()
}

/// Everything that issues may show and that has no date. What belongs to something without one is dated with it.
fn undated(data: &OfficeData) -> Vec<Undated<'_>> {
    let mut found = Vec::new();
    let path = |list: &'static str, index, id: &str| FieldPath::office().key(list).item(index, Some(id));
    for (index, unit) in data.units.iter().enumerate().filter(|(_, unit)| unit.chart) {
        let (id, dates) = (unit.id.as_str(), path("unit", index, unit.id.as_str()));
        if unit.shown_from().is_none() {
            let thing = (format!("is the unit `{id}`"), "unit", id);
            found.push(Undated::whole(thing, &dates, OWN_SINCE, |day| unit.exists_on(day)));
        } else if unit.board.as_ref().is_some_and(|board| board.since.is_none()) {
            let thing = (format!("is the board of the unit `{id}`"), "board", id);
            let exists = |day| unit.exists_on(day) && unit.board_on(day).is_some();
            found.push(Undated::part(thing, dates.key("board"), exists));
        }
    }
    for (index, programme) in data.programmes.iter().enumerate() {
        let (id, dates) = (programme.id.as_str(), path("programme", index, programme.id.as_str()));
        if programme.shown_from().is_none() {
            let thing = (format!("is the programme `{id}`"), "programme", id);
            found.push(Undated::whole(thing, &dates, LAUNCHED, |day| programme.runs_on(day)));
            continue;
        }
        let charted = programme.initiatives.iter().enumerate().filter(|(_, it)| it.chart && it.since.is_none());
        for (at, initiative) in charted {
            let (name, place) = (initiative.name.english(), dates.key("initiatives").item(at, None::<&str>));
            let thing = (format!("is the initiative `{name}`"), "initiative", name);
            let exists = |day| programme.runs_on(day) && initiative.runs_on(day);
            let at = place.key("name");
            found.push(Undated { at, ..Undated::part(thing, place, exists) });
        }
    }
    for (index, body) in data.bodies.iter().enumerate() {
        let (id, dates) = (body.id.as_str(), path("body", index, body.id.as_str()));
        let exists = |day| body.exists_on(day);
        if body.shown_from().is_none() {
            let thing = (format!("is the coordination body `{id}`"), "body", id);
            found.push(Undated::whole(thing, &dates, OWN_SINCE, exists));
            continue;
        }
        if body.committee.as_ref().is_some_and(|committee| committee.since.is_none()) {
            let thing = (format!("is the committee of `{id}`"), "committee", id);
            found.push(Undated::part(thing, dates.key("committee"), exists));
        }
        if body.working_groups.as_ref().is_some_and(|groups| groups.since.or(groups.revitalized).is_none()) {
            let thing = (format!("are the working groups of `{id}`"), "working-groups", id);
            found.push(Undated::part(thing, dates.key("working-groups"), exists));
        }
    }
    found
}
