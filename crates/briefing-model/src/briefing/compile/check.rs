//! Whether the month is consistent: its dates, and what its items refer to.

use std::collections::{BTreeMap, BTreeSet};

use super::BriefingSources;
use super::existence::{Lifetime, days_in};
use crate::briefing::rules;
use crate::office::check::{listed_twice, long_title, used_twice};
use crate::suggest::nearest;
use crate::{
    Code, Event, EventId, Fault, FieldPath, ItemDetail, KnownEvent, Language, Month, MonthPlan, Place, Placement,
    ProgrammeId, SectionKind, UnitId, When,
};

/// The items of a month, each with its place.
pub(super) fn items(plan: &MonthPlan) -> impl Iterator<Item = (FieldPath, &Event)> {
    let list = FieldPath::month(plan.month).key("item");
    plan.events.iter().enumerate().map(move |(index, event)| (list.item(index, Some(&event.id)), event))
}

/// The month is over before it is reported on, and the cut-off is not after the day of issue.
pub(super) fn dates(sources: &BriefingSources<'_>, faults: &mut Vec<Fault>) {
    let plan = sources.plan;
    let path = FieldPath::month(plan.month);
    for (key, date) in [("issued", plan.issued), ("cutoff", plan.cutoff)] {
        faults.extend(date.and_then(|date| rules::early(date, plan.month, path.key(key))));
    }
    if let Some(previous) = plan.previous {
        faults.extend(rules::later_previous(previous, plan.month, &path.key("previous")));
    }
    let key = FieldPath::office().key("office").key("established");
    let office = sources.office.data().established.as_ref().filter(|_| !sources.office_gaps.touch(&key));
    if let Some(office) = office.filter(|office| plan.month.last_day() < office.on) {
        let message = format!("{} is before the office was established, on {}", plan.month, office.on);
        let hint = "correct the name of the month's folder, or `established` in office.toml";
        faults.push(Fault::new(Code::BeforeOffice, path.clone(), message).with_hint(hint));
    }
    // Without a cut-off of its own, only the day of issue can be corrected; and what contradicts a wrong day proves
    // nothing.
    let is_early = plan.issued.is_some_and(|issued| issued < plan.month.last_day());
    if sources.knows_dates() && !is_early {
        faults.extend(rules::known_late(plan.cutoff(), plan.issued(), &plan.corrections, path.key("cutoff")));
        let next = plan.next_issue.and_then(|next| rules::next_early(next, plan.issued(), path.key("next-issue")));
        faults.extend(next);
        let list = path.key("correction");
        let corrections = plan.corrections.iter().enumerate();
        let corrections = corrections.map(|(at, it)| (it.on, list.item(at, None::<&str>).key("on")));
        faults.extend(rules::corrections(plan.issued(), corrections));
    }
}

/// Each correction says what was corrected.
pub(super) fn corrections(sources: &BriefingSources<'_>, faults: &mut Vec<Fault>) {
    let list = FieldPath::month(sources.plan.month).key("correction");
    for (at, correction) in sources.plan.corrections.iter().enumerate() {
        if correction.what.is_blank() {
            let path = list.item(at, None::<&str>).key("what");
            faults.push(Fault::new(Code::BlankText, path, "the correction does not say what was corrected"));
        }
    }
}

/// Adds a hint that names the items that can lead an issue.
fn with_fit_leads(fault: Fault, plan: &MonthPlan) -> Fault {
    let fit = plan.events.iter().filter(|event| event.title.is_some() && event.picture.is_some());
    let fit: Vec<String> = fit.map(|event| format!("`{}`", event.id)).collect();
    match fit.as_slice() {
        [] | [_, _, _, _, ..] => fault,
        [one] => fault.with_hint(format!("write {one}, the one item with a title and a picture, or leave `lead` out")),
        several => fault.with_hint(format!(
            "write one of {}, which have a title and a picture, or leave `lead` out",
            several.join(", ")
        )),
    }
}

/// Each item has an id of its own, a text and a day in the month, and what it names exists.
pub(super) fn events(sources: &BriefingSources<'_>, faults: &mut Vec<Fault>) {
    let plan = sources.plan;
    if plan.events.is_empty() {
        let message = "the month has no items: add some, each beginning with `[[item]]`";
        faults.push(Fault::new(Code::EmptyMonth, FieldPath::month(plan.month), message));
    }
    let ids = items(plan).map(|(path, event)| (path, event.id.to_string()));
    faults.extend(used_twice(Code::DuplicateItem, ids));
    pictures(plan, faults);
    if let Some(lead) = &plan.lead {
        let item = items(plan).find(|(_, event)| event.id == *lead);
        let touched =
            |path: &FieldPath| ["title", "picture"].into_iter().any(|key| sources.month_gaps.touch(&path.key(key)));
        let unread = match &item {
            Some((path, _)) => touched(path),
            None => {
                // It may have been given the id of another event.
                let mut ids = BTreeSet::new();
                let apart = plan.events.iter().all(|event| ids.insert(&event.id));
                !apart || sources.month_gaps.touch(&FieldPath::month(plan.month).key("item"))
            }
        };
        let has = item.map(|(_, event)| (event.title.is_some(), event.picture.is_some()));
        let unfit = rules::unfit_lead(lead, has, FieldPath::month(plan.month).key("lead"));
        faults.extend(unfit.filter(|_| !unread).map(|fault| match has {
            Some(_) => fault,
            None => match nearest(lead.as_str(), plan.events.iter().map(|event| event.id.as_str())) {
                Some(near) => fault.with_suggestion(Some(near)),
                None => with_fit_leads(fault, plan),
            },
        }));
    }
    let above = plan.events.iter().filter_map(|event| Some((&event.id, event.part_of.as_ref()?))).collect();
    for (path, event) in items(plan) {
        ItemCheck { sources, above: &above, event, path, faults }.all();
    }
}

/// A picture is printed with one item. If a second item has it, a name was probably copied and not changed, or a file
/// was copied over another.
fn pictures(plan: &MonthPlan, faults: &mut Vec<Fault>) {
    let mut by_file: BTreeMap<&str, (&str, FieldPath)> = BTreeMap::new();
    let mut by_digest = BTreeMap::new();
    for (path, event) in items(plan) {
        let Some(picture) = &event.picture else { continue };
        let path = path.key("picture").key("file");
        let file = picture.file.as_str();
        if let Some((other, first)) = by_file.get(file).or_else(|| by_digest.get(&picture.digest)) {
            let message = if *other == file {
                format!("the picture `{file}` is printed twice")
            } else {
                format!("the pictures `{other}` and `{file}` are the same, and it is printed twice")
            };
            let hint = "write the file that is meant here, or leave out one of the two pictures";
            let fault = Fault::new(Code::PictureTwice, path, message).with_hint(hint);
            faults.push(fault.with_related("first used here", first.clone()));
        } else {
            by_file.insert(file, (file, path.clone()));
            by_digest.insert(picture.digest, (file, path));
        }
    }
}

/// The section in which an item with this placement is printed.
const fn section_of(placement: &Placement) -> SectionKind {
    match placement {
        Placement::Leadership => SectionKind::Leadership,
        Placement::Highlights => SectionKind::Highlights,
        Placement::Unit(_) => SectionKind::CapacityBuilding,
    }
}

/// The same date in the month's year, if that is in the month and differs from what was written.
fn in_year_of(when: &When, written: Month, month: Month) -> Option<When> {
    let (written, year) = (format!("{:04}-", written.year()), format!("{:04}-", month.year()));
    let meant: When = when.to_string().replace(&written, &year).parse().ok()?;
    (written != year && meant.overlaps(month)).then_some(meant)
}

struct ItemCheck<'a> {
    sources: &'a BriefingSources<'a>,
    /// For each event of the month, the event that it is part of.
    above: &'a BTreeMap<&'a EventId, &'a EventId>,
    event: &'a Event,
    path: FieldPath,
    faults: &'a mut Vec<Fault>,
}

impl ItemCheck<'_> {
    fn all(&mut self) {
        self.when(self.sources.plan.month);
        self.faults.extend(rules::blank(&self.event.text, self.path.key("text")));
        if let Placement::Unit(unit) = &self.event.placement {
            self.section(unit);
        }
        self.title();
        self.same_event();
        self.place();
        self.units();
        self.part_of();
        self.printed();
        self.programmes();
        for (key, parties) in [("organizers", &self.event.organizers), ("partners", &self.event.partners)] {
            let list = self.path.key(key);
            for (index, party) in parties.iter().enumerate() {
                let path = list.item(index, None::<&str>);
                let directory = self.sources.directory;
                self.faults.extend(directory.missing_party(party, Code::UnknownPrintedParty, || path));
            }
            self.faults.extend(listed_twice(&list, parties));
        }
        self.faults.extend(listed_twice(&self.path.key("functions"), &self.event.functions));
        self.faults.extend(listed_twice(&self.path.key("pillars"), &self.event.pillars));
        self.pillars();
    }

    /// "Pillar I" means nothing to the readers of an office that does not work under the Strategy.
    fn pillars(&mut self) {
        let data = self.sources.office.data();
        let printed = data.item_line.contains(&ItemDetail::Pillars) && !self.event.pillars.is_empty();
        if !printed || data.strategy || self.sources.office_gaps.touch(&FieldPath::office().key("strategy")) {
            return;
        }
        let message = "the pillars are printed, and the office has no `[strategy]` whose pillars they are";
        let hint = "add `[strategy]` to office.toml if the office works under the Strategy, or leave out `pillars`";
        self.faults.push(Fault::new(Code::PillarsUnexplained, self.path.key("pillars"), message).with_hint(hint));
    }

    /// An item is lost if the office does not print its section.
    fn printed(&mut self) {
        let section = section_of(&self.event.placement);
        let sections = FieldPath::office().key("office").key("sections");
        if self.sources.office.data().sections.contains(&section) || self.sources.office_gaps.touch(&sections) {
            return;
        }
        if self.sources.office.data().sections.is_empty() {
            // One message for all items of all months.
            let message = "no item is printed: `sections` is empty";
            let fault = Fault::new(Code::NotPrinted, sections, message);
            let hint = "write the sections that are printed, or remove `sections` to print all of them";
            if !self.faults.iter().any(|fault| fault.message == message) {
                self.faults.push(fault.with_hint(hint));
            }
            return;
        }
        // One message for all items of the section, at the first.
        let mut alike = items(self.sources.plan).filter(|(_, event)| section_of(&event.placement) == section);
        if alike.next().is_some_and(|(path, _)| path != self.path) {
            return;
        }
        let others: Vec<String> = alike.map(|(_, event)| format!("`{}`", event.id)).collect();
        let (what, moved) = match others.as_slice() {
            [] => ("the item is".to_owned(), "the item"),
            [other] => (format!("the items `{}` and {other} are", self.event.id), "the items"),
            [other, more @ ..] => {
                (format!("the items `{}`, {other} and {} more are", self.event.id, more.len()), "the items")
            }
        };
        let message = format!("{what} not printed: `{section}` is not among the office's sections");
        let hint = format!("add `{section}` to `sections` in office.toml, or move {moved}");
        self.faults.push(Fault::new(Code::NotPrinted, self.path.key("section"), message).with_hint(hint));
    }

    fn when(&mut self, month: Month) {
        let when = &self.event.when;
        let Some(fault) = rules::outside(when, month, self.path.key("when")) else { return };
        let other = when.last_day().or(when.first_day()).map(Month::from);
        let slip = other.and_then(|other| in_year_of(when, other, month));
        self.faults.push(match (slip, other) {
            (Some(meant), _) => fault.with_hint(format!("is the year right? write `{meant}` if it was in {month}")),
            (None, Some(other)) => {
                fault.with_hint(format!("correct `when`, or move the item to `{other}/briefing.toml`"))
            }
            (None, None) => fault,
        });
    }

    fn title(&mut self) {
        let Some(title) = &self.event.title else { return };
        let path = self.path.key("title");
        self.faults.extend(long_title(title, &path));
        let mut known = self.sources.office.data().events.iter().enumerate();
        let other = known.find(|(_, known)| known.id == self.event.id);
        if let Some((index, KnownEvent { title: Some(other), .. })) = other
            && other.english() != title.english()
        {
            let message = format!("`{}` has another title in office.toml: {}", self.event.id, other.english());
            let there = FieldPath::office().key("event").item(index, Some(&self.event.id)).key("title");
            self.faults.push(Fault::new(Code::OtherTitle, path, message).with_related("the other title", there));
        }
    }

    /// An event that the office lists took place when and where its item says.
    fn same_event(&mut self) {
        let event = self.event;
        let mut known = self.sources.office.data().events.iter().enumerate();
        let Some((index, known)) = known.find(|(_, known)| known.id == event.id) else { return };
        let there = FieldPath::office().key("event").item(index, Some(&event.id));
        let mut differs = |key: &'static str, what: &str, other: String| {
            let message = format!("`{}` has another {what} in office.toml: {other}", event.id);
            let fault = Fault::new(Code::OtherDay, self.path.key(key), message);
            let fault = fault.with_hint("make both say the same: correct the one that is wrong");
            self.faults.push(fault.with_related(format!("the other {what}"), there.key(key)));
        };
        if let Some(when) = known.when.as_ref().filter(|when| event.when.contradicts(when)) {
            differs("when", "date", when.to_string());
        }
        if let (Some(place), Some(other)) = (&event.place, &known.place)
            && place.contradicts(other)
        {
            let english = |place: &Place| {
                let state = place.state().map(|state| state.short_name(Language::En).to_owned());
                let city = place.city().map(|city| city.english().to_owned());
                city.into_iter().chain(state).collect::<Vec<_>>().join(", ")
            };
            differs("place", "place", english(other));
        }
    }

    fn place(&mut self) {
        let fault = rules::online_place(self.event.mode, self.event.place.is_some(), self.path.key("mode"));
        let hint = "write `mode = \"hybrid\"` if people met there as well, or leave out `place`";
        self.faults.extend(fault.map(|fault| fault.with_hint(hint)));
    }

    fn units(&mut self) {
        let list = self.path.key("units");
        let known = &self.sources.directory.units;
        for (index, id) in self.event.units.iter().enumerate() {
            let path = list.item(index, None::<&str>);
            if known.has(id.as_str()) {
                // Faults with the unit under which the item is printed are reported there.
                if self.event.placement != Placement::Unit(id.clone()) {
                    self.unit_existed(id, path, "units");
                }
                continue;
            }
            self.faults.extend(known.missing(id.as_str(), Code::UnknownSection, "unit", || path));
        }
        self.faults.extend(listed_twice(&list, &self.event.units));
    }

    /// The event that an event is part of exists, and is not that event itself, however far up.
    fn part_of(&mut self) {
        let Some(whole) = &self.event.part_of else { return };
        let (plan, path) = (self.sources.plan, self.path.key("part-of"));
        if !plan.knows(whole, self.sources.office) {
            if !self.sources.hides_event(whole) {
                let ids = plan.events.iter().map(|event| event.id.as_str());
                let suggestion =
                    nearest(whole.as_str(), ids).or_else(|| self.sources.directory.events.suggest(whole.as_str()));
                let fault = Fault::new(Code::UnknownEvent, path, format!("there is no event `{whole}`"));
                self.faults.push(match suggestion {
                    Some(_) => fault.with_suggestion(suggestion),
                    None => fault.with_hint("name an item of any month, or list it in office.toml as `[[event]]`"),
                });
            }
            return;
        }
        self.faults.extend(rules::part_of_itself(&self.event.id, whole, self.above, path));
    }

    fn section(&mut self, id: &UnitId) {
        let path = self.path.key("section");
        let directory = self.sources.directory;
        if !directory.units.has(id.as_str()) {
            let kind = id.as_str().parse::<SectionKind>().ok();
            let message = match kind {
                Some(SectionKind::CapacityBuilding) => format!("`{id}` has the items of units, each below its unit"),
                // The office's own checks reject a unit with the name of a section.
                Some(SectionKind::Leadership | SectionKind::Highlights) | None => {
                    format!("`{id}` is neither a section nor a unit")
                }
                Some(_) => format!("no item stands in the section `{id}`"),
            };
            let section = nearest(id.as_str(), ["leadership", "highlights"]).filter(|_| kind.is_none());
            let suggestion = section.or_else(|| directory.units.suggest(id.as_str()));
            let fault = Fault::new(Code::UnknownSection, path, message);
            self.faults.push(match suggestion {
                _ if kind == Some(SectionKind::CapacityBuilding) => fault.with_hint(self.units_to_write()),
                Some(_) => fault.with_suggestion(suggestion),
                None => fault.with_hint("write `leadership`, `highlights` or the id of a unit"),
            });
            return;
        }
        self.unit_existed(id, path, "section");
    }

    /// What to write instead of the section that all units share.
    fn units_to_write(&self) -> String {
        let units = self.sources.office.data().units.iter().take(3).map(|unit| format!("`{}`", unit.id));
        match units.collect::<Vec<_>>().as_slice() {
            [] => "list the unit that held it in office.toml as `[[unit]]`, and write its id".to_owned(),
            units => format!("write the id of the unit that held it, such as {}", units.join(", ")),
        }
    }

    /// A unit that is named existed when the item took place.
    fn unit_existed(&mut self, id: &UnitId, path: FieldPath, key: &'static str) {
        let mut units = self.sources.office.data().units.iter().enumerate();
        let Some((index, unit)) = units.find(|(_, unit)| unit.id == *id) else { return };
        let dates = FieldPath::office().key("unit").item(index, Some(id));
        self.existed(&Lifetime::of_unit(unit), (path, key), &dates);
    }

    fn programme_ran(&mut self, id: &ProgrammeId, path: FieldPath) {
        let mut programmes = self.sources.office.data().programmes.iter().enumerate();
        let Some((index, programme)) = programmes.find(|(_, programme)| programme.id == *id) else { return };
        let dates = FieldPath::office().key("programme").item(index, Some(id));
        self.existed(&Lifetime::of_programme(programme), (path, "programmes"), &dates);
    }

    fn existed(&mut self, lifetime: &Lifetime, named: (FieldPath, &str), dates: &FieldPath) {
        let unread = |key: &&'static str| self.sources.office_gaps.touch(&dates.key(*key));
        if Lifetime::KEYS.iter().any(unread) {
            return;
        }
        let days = days_in(self.sources.plan.month, &self.event.when);
        self.faults.extend(lifetime.missed(days, named, dates));
    }

    fn programmes(&mut self) {
        let list = self.path.key("programmes");
        let known = &self.sources.directory.programmes;
        for (index, id) in self.event.programmes.iter().enumerate() {
            let path = list.item(index, None::<&str>);
            if known.has(id.as_str()) {
                self.programme_ran(id, path);
                continue;
            }
            self.faults.extend(known.missing(id.as_str(), Code::UnknownProgramme, "programme", || path));
        }
        self.faults.extend(listed_twice(&list, &self.event.programmes));
    }
}
