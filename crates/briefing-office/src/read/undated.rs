//! What no date says since when it has existed (units and their boards, programmes and their initiatives, bodies, their committees and
//! working groups), in issues from before anything speaks of it; and what is said to be known since a day that is too late.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{
    Briefing, CoordinationBody, Day, Event, FactName, Fault, FieldPath, FormerName, Ledger, LedgerEntry, Month,
    MonthPlan, OfficeData, OfficeDraft, PartialDate, Placement, Programme, Purpose, SectionKind, Unit,
};

use crate::diagnostic::Code;

/// Who speaks of something.
#[derive(Clone, Copy)]
enum Speaker<'a> {
    Item(&'a str, Month),
    /// A pledge or a payment, which may be for what is still to come.
    Money,
    Programme(&'a str),
    Unit(&'a str),
    /// A key of its own table.
    Own(&'static str),
}

impl Speaker<'_> {
    fn in_words(self) -> String {
        match self {
            Self::Item(id, month) => format!("the item `{id}` of {month}"),
            Self::Money => "the ledger".to_owned(),
            Self::Programme(id) => format!("the programme `{id}`"),
            Self::Unit(id) => format!("the unit `{id}`"),
            Self::Own(key) => format!("its `{key}`"),
        }
    }
}

/// Since when things are spoken of and by whom, by their list in `office.toml` and their id.
#[derive(Default)]
struct Mentions<'a> {
    first: BTreeMap<(&'static str, &'a str), (Day, Speaker<'a>)>,
    /// The months whose items speak of something.
    items: BTreeSet<(&'static str, &'a str, Month)>,
}

impl<'a> Mentions<'a> {
    /// Whether that is earlier than what is known.
    fn add(&mut self, list: &'static str, id: &'a str, day: Option<Day>, by: Speaker<'a>) -> bool {
        let Some(day) = day else { return false };
        if self.first.get(&(list, id)).is_some_and(|(first, _)| *first <= day) {
            return false;
        }
        self.first.insert((list, id), (day, by));
        true
    }

    /// What the months, the office and, if that is asked for, gifts of money speak of.
    fn of(office: &'a OfficeData, ledger: Option<&'a Ledger>, months: &[(&'a MonthPlan, &Briefing)]) -> Self {
        let mut mentions = Self::default();
        for (plan, _) in months {
            plan.events.iter().for_each(|event| mentions.item(event, plan.month));
        }
        if let Some(ledger) = ledger {
            ledger.entries().iter().for_each(|entry| mentions.entry(entry));
            for unit in office.units.iter() {
                let founded = unit.founding.as_ref().map(|founding| founding.when.last_day());
                mentions.add("unit", unit.id.as_str(), founded, Speaker::Money);
            }
        }
        mentions.own_dates(office);
        mentions.spread(office);
        mentions
    }

    fn item(&mut self, event: &'a Event, month: Month) {
        let day = event.when.first_day().or(event.when.last_day());
        let by = Speaker::Item(event.id.as_str(), month);
        let placed = if let Placement::Unit(unit) = &event.placement { Some(unit) } else { None };
        let units = event.units.iter().chain(placed).map(|unit| ("unit", unit.as_str()));
        let named = units.chain(event.programmes.iter().map(|programme| ("programme", programme.as_str())));
        let of_facts = event.text.facts().filter_map(|(fact, _)| spoken_of(fact));
        for (list, id) in named.chain(of_facts) {
            self.add(list, id, day, by);
            self.items.insert((list, id, month));
        }
    }

    fn entry(&mut self, entry: &'a LedgerEntry) {
        let day = entry.effective.first_day().or(entry.effective.last_day());
        // Whoever recorded it spoke of its purpose, and a day after that may be a year that was mistyped.
        let day = day.map(|day| day.min(entry.recorded));
        for purpose in entry.kind.earmark().iter().flat_map(|earmark| &earmark.purposes) {
            match purpose {
                Purpose::Unit(unit) => _ = self.add("unit", unit.as_str(), day, Speaker::Money),
                Purpose::Programme(programme) => {
                    self.add("programme", programme.as_str(), day, Speaker::Money);
                }
                Purpose::Event(_) | Purpose::Text(_) => {}
            }
        }
    }

    /// What has a date of its own was part of something that was there then. Known to the year, it certainly was on the year's last day.
    fn own_dates(&mut self, office: &'a OfficeData) {
        let last = |date: Option<PartialDate>| date.map(PartialDate::last_day);
        let former = |names: &[FormerName]| names.iter().map(|name| name.until.first_day()).min();
        for unit in office.units.iter() {
            let id = unit.id.as_str();
            self.add("unit", id, last(unit.board.as_ref().and_then(|board| board.since)), Speaker::Own("board"));
            self.add("unit", id, former(&unit.formerly), Speaker::Own("formerly"));
        }
        for programme in &office.programmes {
            let id = programme.id.as_str();
            let begun = programme.initiatives.iter().filter_map(|initiative| last(initiative.since)).min();
            self.add("programme", id, begun, Speaker::Own("initiatives"));
            self.add("programme", id, former(&programme.formerly), Speaker::Own("formerly"));
        }
        for body in &office.bodies {
            let id = body.id.as_str();
            let counted = body.entities.iter().map(|count| count.on.first_day()).min();
            self.add("body", id, counted, Speaker::Own("entities"));
            let step = body.milestones.iter().map(|step| step.on.first_day()).min();
            self.add("body", id, step, Speaker::Own("milestones"));
            self.add("body", id, last(body.committee.as_ref().and_then(|it| it.since)), Speaker::Own("committee"));
            let groups = body.working_groups.as_ref().and_then(|it| it.since.or(it.revitalized));
            self.add("body", id, last(groups), Speaker::Own("working-groups"));
        }
    }

    /// A programme speaks of the units that run it, unless another did then, and a unit of the one that it belongs to.
    fn spread(&mut self, office: &'a OfficeData) {
        loop {
            let mut found = Vec::new();
            for programme in &office.programmes {
                let id = programme.id.as_str();
                let Some(day) = self.since("programme", id, programme.launched, programme.known_since) else {
                    continue;
                };
                let units = || programme.units.iter().filter_map(|unit| office.units.get(unit));
                if units().any(|unit| unit.shown_from().is_some() && unit.exists_on(day)) {
                    continue;
                }
                found.extend(units().map(|unit| (unit.id.as_str(), day, Speaker::Programme(id))));
            }
            for unit in office.units.iter() {
                let Some(parent) = unit.parent.as_ref() else { continue };
                let day = self.since("unit", unit.id.as_str(), unit.began(), unit.known_since);
                found.extend(day.map(|day| (parent.as_str(), day, Speaker::Unit(unit.id.as_str()))));
            }
            // A day only ever becomes an earlier one of those that there are, so this ends.
            let added = found.into_iter().filter(|&(unit, day, by)| self.add("unit", unit, Some(day), by)).count();
            if added == 0 {
                break;
            }
        }
    }

    /// Since when something is there, or is known or said to be.
    fn since(
        &self,
        list: &'static str,
        id: &str,
        began: Option<PartialDate>,
        known: Option<PartialDate>,
    ) -> Option<Day> {
        if let Some(began) = began {
            return Some(began.last_day());
        }
        let spoken = self.first.get(&(list, id)).map(|(day, _)| *day);
        spoken.into_iter().chain(known.map(PartialDate::last_day)).min()
    }
}

/// An item that tells how many sit on a board speaks of the board. A text of the office speaks of what there is now.
fn spoken_of(fact: &FactName) -> Option<(&'static str, &str)> {
    match fact.segments().collect::<Vec<_>>().as_slice() {
        ["units", unit, "board", ..] => Some(("board", unit)),
        ["units", unit, ..] => Some(("unit", unit)),
        [body, "working-groups"] => Some(("working-groups", body)),
        _ => None,
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
/// The end of both, for a month that something speaks of.
const KNOWN_IN: &str = "since when it is known to exist: `known-since = \"MONTH\"`";
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

    fn unit(index: usize, unit: &'a Unit) -> Self {
        let id = unit.id.as_str();
        let thing = (format!("the unit `{id}`"), "unit", id);
        Self::whole(thing, &table("unit", index, id), OWN_SINCE, |day| unit.exists_on(day))
    }

    fn programme(index: usize, programme: &'a Programme) -> Self {
        let id = programme.id.as_str();
        let thing = (format!("the programme `{id}`"), "programme", id);
        Self::whole(thing, &table("programme", index, id), LAUNCHED, |day| programme.runs_on(day))
    }

    fn body(index: usize, body: &'a CoordinationBody) -> Self {
        let id = body.id.as_str();
        let thing = (format!("the coordination body `{id}`"), "body", id);
        Self::whole(thing, &table("body", index, id), OWN_SINCE, |day| body.exists_on(day))
    }

    /// The same, as what there is.
    fn there(self) -> Self {
        Self { what: format!("is {}", self.what), ..self }
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

/// Where a table of `office.toml` stands.
fn table(list: &'static str, index: usize, id: &str) -> FieldPath {
    FieldPath::office().key(list).item(index, Some(id))
}

/// What the months show although nothing says that it existed then: a fault for each such thing.
pub(super) fn check(office: &OfficeDraft, ledger: &Ledger, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let data = office.data();
    let charted: Vec<Month> =
        months.iter().filter(|(_, briefing)| briefing.structure.is_some()).map(|(plan, _)| plan.month).collect();
    let Some(&last) = charted.last() else { return Vec::new() };
    let mentions = Mentions::of(data, Some(ledger), months);
    let mut faults = Vec::new();
    for thing in undated(data) {
        if BEGINNINGS.iter().any(|key| office.doubts().cover(&thing.dates.key(*key))) {
            continue;
        }
        // The office's file speaks of what there is now: in the latest issue.
        let mention = mentions.first.get(&(thing.list, thing.id)).map(|(day, _)| day.month());
        let first = mention.unwrap_or(last);
        let early: Vec<String> = charted
            .iter()
            .filter(|month| month.last_day() < first.first_day() && (thing.exists)(month.last_day()))
            .map(ToString::to_string)
            .collect();
        let Some(one) = early.first() else { continue };
        let count = early.len() + usize::from(mention.is_none() && (thing.exists)(last.last_day()));
        let issues = match count {
            1 => format!("the issue of {one} shows"),
            _ => format!("{count} issues from {one} on show"),
        };
        let what = &thing.what;
        let it = if what.starts_with("are ") { "them" } else { "it" };
        let (before, hint) = match mention {
            Some(_) => (format!(" before {first}"), thing.hint.replace("MONTH", &first.to_string())),
            None => (
                String::new(),
                thing.hint.replace(KNOWN_IN, "in `known-since` the month since when it is known to exist"),
            ),
        };
        let message =
            format!("no date says since when there {what}; nothing speaks of {it}{before}, and {issues} {it}");
        faults.push(Fault::new(Code::Undated, thing.at, message).with_hint(hint));
    }
    faults
}

/// What is said to be known since a day before which something else says that it was there, and is left out by an issue in between.
pub(super) fn known_too_late(office: &OfficeDraft, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let data = office.data();
    if !asks_for_chart(data) {
        return Vec::new();
    }
    // Money may be given for what is still to come.
    let mentions = Mentions::of(data, None, months);
    let mut faults = Vec::new();
    for (Undated { what, list, id, dates, hint, exists, .. }, known) in known_since(data) {
        let Some(&(day, by)) = mentions.first.get(&(list, id)).filter(|(day, _)| *day < known.first_day()) else {
            continue;
        };
        if BEGINNINGS.iter().any(|key| office.doubts().cover(&dates.key(*key))) {
            continue;
        }
        let is_left_out = |month: &Month| {
            (day..known.first_day()).contains(&month.last_day())
                && !exists(month.last_day())
                && !mentions.items.contains(&(list, id, *month))
        };
        let without: Vec<Month> = months.iter().map(|(plan, _)| plan.month).filter(is_left_out).collect();
        let issues = match without.as_slice() {
            [] => continue,
            [one] => format!("the issue of {one} leaves it out"),
            [one, ..] => format!("{} issues from {one} on leave it out", without.len()),
        };
        let (by, first) = (by.in_words(), day.month());
        let message = format!("{what} is said to be known since {known}, but {by} speaks of it in {first}; {issues}");
        let hint = hint.replace("MONTH", &first.to_string());
        faults.push(Fault::new(Code::Undated, dates.key("known-since"), message).with_hint(hint));
    }
    faults
}

/// Whether issues have the chart, if there is anything to show.
fn asks_for_chart(office: &OfficeData) -> bool {
    office.sections.contains(&SectionKind::Structure)
}

/// Everything that issues show from the day on since when it is known.
fn known_since(data: &OfficeData) -> Vec<(Undated<'_>, PartialDate)> {
    let mut found = Vec::new();
    for (index, unit) in data.units.iter().enumerate().filter(|(_, unit)| unit.chart && unit.began().is_none()) {
        found.extend(unit.known_since.map(|known| (Undated::unit(index, unit), known)));
    }
    for (index, programme) in data.programmes.iter().enumerate().filter(|(_, one)| one.launched.is_none()) {
        found.extend(programme.known_since.map(|known| (Undated::programme(index, programme), known)));
    }
    for (index, body) in data.bodies.iter().enumerate().filter(|(_, body)| body.since.or(body.launched).is_none()) {
        found.extend(body.known_since.map(|known| (Undated::body(index, body), known)));
    }
    found
}

/// What the charts of months show although the unit that it belongs to did not exist then: a fault for each such thing.
pub(super) fn stranded(office: &OfficeDraft, months: &[(&MonthPlan, &Briefing)]) -> Vec<Fault> {
    let mut found: Vec<(Fault, Vec<Month>)> = Vec::new();
    for (plan, _) in months.iter().filter(|_| asks_for_chart(office.data())) {
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
    for (index, unit) in data.units.iter().enumerate().filter(|(_, unit)| unit.chart) {
        let (id, dates) = (unit.id.as_str(), table("unit", index, unit.id.as_str()));
        if unit.shown_from().is_none() {
            found.push(Undated::unit(index, unit).there());
        } else if unit.board.as_ref().is_some_and(|board| board.since.is_none()) {
            let thing = (format!("is the board of the unit `{id}`"), "board", id);
            let exists = |day| unit.exists_on(day) && unit.board_on(day).is_some();
            found.push(Undated::part(thing, dates.key("board"), exists));
        }
    }
    for (index, programme) in data.programmes.iter().enumerate() {
        let dates = table("programme", index, programme.id.as_str());
        if programme.shown_from().is_none() {
            found.push(Undated::programme(index, programme).there());
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
        let (id, dates) = (body.id.as_str(), table("body", index, body.id.as_str()));
        let exists = |day| body.exists_on(day);
        if body.shown_from().is_none() {
            found.push(Undated::body(index, body).there());
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
