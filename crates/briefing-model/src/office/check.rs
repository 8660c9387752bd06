//! What prevents data from being an office.

use std::collections::{BTreeMap, BTreeSet};

use super::{Directory, OfficeData};
use crate::{
    AdvisoryBoard, Code, CoordinationBody, Event, Fault, FieldPath, Gaps, Language, Name, PartialDate, PartyId,
    PartyKind, PartyRef, Programme, StandingText, State, Titles, Unit, UnitId,
};

/// How deeply units may be nested. No office is half as deep, and code that draws units need not worry about the stack.
const DEEPEST: usize = 16;

/// First words of facts, with which the id of a coordination body could be confused.
const FACTS: [&str; 4] = ["standing", "month", "office", "units"];

/// Data that do not make an office: every reason, at least one.
///
/// ```
/// use briefing_model::{Name, Office, OfficeData, SectionKind};
///
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.sections = vec![SectionKind::About, SectionKind::About];
/// let error = Office::new(data).unwrap_err();
/// assert_eq!(error.faults[0].place.as_ref().map(ToString::to_string).as_deref(), Some("office.sections[1]"));
/// assert_eq!(error.to_string(), "the office is invalid: T0215 at `office.sections[1]`: listed twice: delete one of the two");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the office is invalid: {}", crate::fault::reasons(.faults))]
#[non_exhaustive]
pub struct InvalidOffice {
    /// Each reason, with its place in the data.
    pub faults: Vec<Fault>,
}

/// Everything that is wrong with the data, except what depends on something that could not be read.
pub(super) fn faults(data: &OfficeData, gaps: &Gaps) -> Vec<Fault> {
    let mut check = OfficeCheck { data, directory: Directory::of(data, gaps), faults: Vec::new() };
    check.ids();
    for (index, unit) in data.units.iter().enumerate() {
        check.unit(unit, &FieldPath::office().key("unit").item(index, Some(&unit.id)));
    }
    check.circles();
    for (index, programme) in data.programmes.iter().enumerate() {
        check.programme(programme, &FieldPath::office().key("programme").item(index, Some(&programme.id)));
    }
    for (index, body) in data.bodies.iter().enumerate() {
        check.body(body, &FieldPath::office().key("body").item(index, Some(&body.id)));
    }
    check.office();
    check.faults.extend(long_titles(&data.titles, &FieldPath::office().key("titles")));
    check.faults.retain(|fault| fault.place.as_ref().is_none_or(|path| !gaps.cover(path)));
    check.faults
}

struct OfficeCheck<'a> {
    data: &'a OfficeData,
    directory: Directory,
    faults: Vec<Fault>,
}

impl OfficeCheck<'_> {
    fn fault(&mut self, code: Code, path: FieldPath, message: impl Into<String>) {
        self.faults.push(Fault::new(code, path, message));
    }

    fn ids(&mut self) {
        let data = self.data;
        for (list, ids) in data.ids() {
            let ids = ids.into_iter().enumerate();
            let ids = ids.map(|(index, id)| (FieldPath::office().key(list).item(index, Some(id)), id.to_owned()));
            self.faults.extend(used_twice(Code::DuplicateId, ids));
        }
        self.party_names();
        self.wordings();
        self.acronyms();
    }

    /// Two acronyms have different keys: a translation could not say to which of them it belongs.
    fn acronyms(&mut self) {
        let mut first: BTreeMap<String, (&str, FieldPath)> = BTreeMap::new();
        for known in &self.data.acronyms {
            let (acronym, key) = (known.acronym.english(), known.key());
            let path = FieldPath::office().key("acronyms").key(acronym.to_owned());
            if let Some((other, first)) = first.get(&key) {
                let message = format!("translations would name `{acronym}` and `{other}` alike: `acronyms.{key}`");
                let fault = Fault::new(Code::SharedName, path, message);
                self.faults.push(fault.with_hint("delete one of them").with_related("the other", first.clone()));
            } else {
                first.insert(key, (acronym, path));
            }
        }
    }

    /// Two wordings are of different words: one of them would never be printed.
    fn wordings(&mut self) {
        let mut first: BTreeMap<&str, FieldPath> = BTreeMap::new();
        for (index, wording) in self.data.wordings.iter().enumerate() {
            let path = FieldPath::office().key("wording").item(index, Some(&wording.id)).key("name");
            let words = wording.name.english();
            if let Some(first) = first.get(words) {
                let fault = Fault::new(Code::SharedName, path, format!("two wordings are of the words `{words}`"));
                self.faults.push(fault.with_hint("delete one of them").with_related("the other", first.clone()));
            } else {
                first.insert(words, path);
            }
        }
    }

    /// Two parties have different names, and no party has the name of a State: readers would take them for one.
    fn party_names(&mut self) {
        let mut first: BTreeMap<&str, (&PartyId, FieldPath)> = BTreeMap::new();
        for (index, party) in self.data.parties.iter().enumerate() {
            let path = FieldPath::office().key("party").item(index, Some(&party.id)).key("name");
            let name = party.name.english();
            if let Some(state) = State::all().find(|state| state.short_name(Language::En) == name) {
                let message = format!("{name} is a State, and would be there twice");
                let fault = Fault::new(Code::SharedName, path, message);
                self.faults.push(fault.with_hint(format!("write `{state}` where you name it, and delete this party")));
            } else if let Some((id, first)) = first.get(name) {
                // An id that is used twice is a fault of its own.
                if **id == party.id {
                    continue;
                }
                let fault = Fault::new(Code::SharedName, path, format!("two parties have the name {name}"));
                self.faults.push(fault.with_related("the other", first.clone()));
            } else {
                first.insert(name, (&party.id, path));
            }
        }
    }

    fn office(&mut self) {
        let data = self.data;
        let office = FieldPath::office().key("office");
        self.once(&office.key("sections"), &data.sections);
        self.once(&FieldPath::office().key("items").key("line"), &data.item_line);
        self.standing(&office.key("about"), &data.about, true);
        self.standing(&office.key("disclaimer"), &data.disclaimer, false);
        let intro = data.mandate.as_ref().map(|mandate| mandate.intro.as_slice()).unwrap_or_default();
        self.standing(&FieldPath::office().key("mandate").key("intro"), intro, false);
        for (index, event) in data.events.iter().enumerate() {
            let path = FieldPath::office().key("event").item(index, Some(&event.id)).key("title");
            match &event.title {
                Some(title) => self.faults.extend(long_title(title, &path)),
                None => self.fault(Code::UntitledEvent, path, format!("the event `{}` has no title", event.id)),
            }
        }
        self.once(&FieldPath::office().key("languages").key("required"), &data.required_languages);
        if let Some(body) = data.mandate.as_ref().and_then(|mandate| mandate.coordination.as_ref()) {
            let path = || FieldPath::office().key("mandate").key("coordination");
            let bodies = &self.directory.bodies;
            self.faults.extend(bodies.missing(body.as_str(), Code::UnknownBody, "coordination body", path));
        }
        self.counted_body();
        for (party, state) in &data.ledger.organ_states {
            let organ = PartyKind::StateOrgan { state: *state };
            if !data.parties.iter().any(|known| known.id == *party && known.kind == organ) {
                let message =
                    format!("`{party}` counts as an organ of a State, and the list of parties does not say so");
                self.fault(Code::BadValue, FieldPath::office().key("ledger").key("organs"), message);
            }
        }
    }

    /// The wording of the second function names the Compact, so its count must be that of the Compact's entities.
    fn counted_body(&mut self) {
        let Some(id) = self.data.mandate.as_ref().and_then(|mandate| mandate.coordination.as_ref()) else { return };
        let Some(body) = self.data.bodies.iter().find(|body| body.id == *id && !body.is_compact()) else { return };
        let path = FieldPath::office().key("mandate").key("coordination");
        let message = format!("`{id}` is the {}, and the second function names the Compact", body.name.english());
        let hint =
            "leave `coordination` out if there is no body of the Compact: the function is then printed without a count";
        self.faults.push(Fault::new(Code::OtherBody, path, message).with_hint(hint));
    }

    /// A text does not end before it begins.
    fn standing(&mut self, path: &FieldPath, texts: &[StandingText], listed: bool) {
        for (index, text) in texts.iter().enumerate() {
            let in_list = listed || texts.len() > 1;
            let path = if in_list { path.item(index, None::<&str>) } else { path.clone() };
            self.in_order(&path, ("from", text.from), ("until", text.until));
        }
    }

    fn unit(&mut self, unit: &Unit, path: &FieldPath) {
        if let Some(parent) = &unit.parent {
            self.unit_exists(parent.as_str(), path.key("parent"));
        }
        // A circle has no depth, and is a fault of its own.
        let above = self.data.units.ancestors(unit).take(DEEPEST + 1);
        if above.filter(|unit| !self.data.units.is_circular(unit)).count() > DEEPEST {
            let message = format!("there are more than {DEEPEST} units above this one: no office is that deep");
            self.fault(Code::BadValue, path.key("parent"), message);
        }
        self.in_order(path, ("since", unit.since), ("until", unit.until));
        self.in_order(path, ("opened", unit.opened), ("inaugurated", unit.inaugurated));
        if let Some(founding) = &unit.founding {
            let path = path.key("founding");
            self.party(&founding.contributor, path.key("contributor"));
            if founding.amount.is_some_and(|amount| amount.is_zero() || amount.is_negative()) {
                let message = "a founding contribution is more than nothing: state it, or leave the amount out";
                self.fault(Code::BadValue, path.key("amount"), message);
            }
        }
        if let Some(board) = &unit.board {
            self.board(board, &path.key("board"));
        }
    }

    fn board(&mut self, board: &AdvisoryBoard, path: &FieldPath) {
        let (members, guests) = (path.key("named-members"), path.key("guests"));
        self.parties(&board.named_members, &members);
        self.parties(&board.guests, &guests);
        board.chair.iter().for_each(|chair| self.party(chair, path.key("chair")));
        self.counted(board.named_members.len(), board.members, &members, "members");
        for (index, guest) in board.guests.iter().enumerate().filter(|(_, guest)| board.named_members.contains(guest)) {
            let message = format!("`{guest}` is a member of the board as well, and a guest is not a member");
            self.fault(Code::BadValue, guests.item(index, None::<&str>), message);
        }
    }

    fn programme(&mut self, programme: &Programme, path: &FieldPath) {
        let units = path.key("units");
        for (index, unit) in programme.units.iter().enumerate() {
            self.unit_exists(unit.as_str(), units.item(index, None::<&str>));
        }
        self.once(&units, &programme.units);
        self.parties(&programme.partners, &path.key("partners"));
        self.once(&path.key("functions"), &programme.functions);
        self.once(&path.key("pillars"), &programme.pillars);
        self.in_order(path, ("launched", programme.launched), ("closed", programme.closed));
        for (index, initiative) in programme.initiatives.iter().enumerate() {
            let path = path.key("initiatives").item(index, None::<&str>);
            self.in_order(&path, ("since", initiative.since), ("until", initiative.until));
        }
    }

    fn body(&mut self, body: &CoordinationBody, path: &FieldPath) {
        if FACTS.contains(&body.id.as_str()) {
            let message = format!("`{}` begins the names of other facts: choose another id", body.id);
            self.fault(Code::BadValue, path.key("id"), message);
        }
        let named = path.key("named-entities");
        self.parties(&body.named_entities, &named);
        body.funder.iter().for_each(|funder| self.party(funder, path.key("funder")));
        if let Some(most) = body.entities.iter().map(|entities| entities.count).max() {
            self.counted(body.named_entities.len(), most, &named, "entities");
        }
        for (index, (earlier, later)) in body.entities.iter().zip(body.entities.iter().skip(1)).enumerate() {
            if earlier.on.first_day() >= later.on.first_day() {
                let message = format!(
                    "the count before this one is of {}: counts are in the order of their days, one for each day",
                    earlier.on
                );
                self.fault(
                    Code::DatesOutOfOrder,
                    path.key("entities").item(index + 1, None::<&str>).key("on"),
                    message,
                );
            }
        }
        if let Some(groups) = &body.working_groups {
            let named = path.key("working-groups").key("named");
            self.counted(groups.named.len(), groups.count, &named, "working groups");
            self.once(&named, groups.named.iter().map(crate::Name::english));
        }
    }

    /// Reports each circle of units once, at the first of them.
    fn circles(&mut self) {
        let mut reported = BTreeSet::new();
        for (index, unit) in self.data.units.iter().enumerate() {
            if reported.contains(&unit.id) || !self.data.units.is_circular(unit) {
                continue;
            }
            let round: Vec<_> = std::iter::once(unit).chain(self.data.units.ancestors(unit)).map(|it| &it.id).collect();
            let path = FieldPath::office().key("unit").item(index, Some(&unit.id)).key("parent");
            self.faults.push(Fault::new(
                Code::UnitCycle,
                path,
                format!("a unit cannot belong to itself: {}", described(&round)),
            ));
            reported.extend(round);
        }
    }

    fn unit_exists(&mut self, id: &str, path: FieldPath) {
        self.faults.extend(self.directory.units.missing(id, Code::UnknownUnit, "unit", || path));
    }

    fn parties(&mut self, parties: &[PartyRef], path: &FieldPath) {
        for (index, party) in parties.iter().enumerate() {
            self.party(party, path.item(index, None::<&str>));
        }
        self.once(path, parties);
    }

    fn party(&mut self, party: &PartyRef, path: FieldPath) {
        self.faults.extend(self.directory.missing_party(party, Code::UnknownParty, || path));
    }

    fn once<T: Ord>(&mut self, path: &FieldPath, items: impl IntoIterator<Item = T>) {
        self.faults.extend(listed_twice(path, items));
    }

    fn counted(&mut self, named: usize, count: u16, path: &FieldPath, what: &str) {
        if named > usize::from(count) {
            let message = format!("more {what} are named ({named}) than there are ({count})");
            self.fault(Code::BadValue, path.clone(), message);
        }
    }

    /// A beginning known only to the year may be in the year of the end.
    fn in_order(
        &mut self,
        path: &FieldPath,
        (first, earlier): (&'static str, Option<PartialDate>),
        (then, later): (&'static str, Option<PartialDate>),
    ) {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && earlier.first_day() > later.last_day()
        {
            let message = format!("`{then}` comes before `{first}`, which is {earlier}");
            self.fault(Code::DatesOutOfOrder, path.key(then), message);
        }
    }
}

/// A circle of units, from one of them back to it; the middle of a long one is left out.
fn described(round: &[&UnitId]) -> String {
    const MOST: usize = 10;
    let mut steps: Vec<String> = round.iter().take(MOST).map(|id| format!("`{id}`")).collect();
    if round.len() > MOST {
        steps.push(format!("{} more", round.len() - MOST));
    }
    steps.extend(round.first().map(|id| format!("`{id}`")));
    steps.join(" → ")
}

/// A title that is longer than an item has room for, in any language.
pub(crate) fn long_title(title: &Name, path: &FieldPath) -> Option<Fault> {
    too_long(title, ("an item", Event::LONGEST_TITLE), path)
}

/// The titles of an office that are longer than a line.
pub(crate) fn long_titles(titles: &Titles, path: &FieldPath) -> Vec<Fault> {
    let found = titles.iter().filter_map(|(key, title)| too_long(title, ("a line", Titles::LONGEST), &path.key(key)));
    found.map(|fault| fault.with_hint("shorten the title")).collect()
}

fn too_long(title: &Name, (place, most): (&str, usize), path: &FieldPath) -> Option<Fault> {
    let length = |(_, title): &(_, &str)| title.chars().count();
    let (language, words) = title.iter().find(|title| length(title) > most)?;
    let found = words.chars().count();
    let message = format!("the title has {found} characters in `{language}`, and {place} has room for {most}");
    Some(Fault::new(Code::LongTitle, path.clone(), message))
}

/// What occurs a second time in a list.
pub(crate) fn listed_twice<T: Ord>(path: &FieldPath, items: impl IntoIterator<Item = T>) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = items.into_iter().enumerate().filter_map(|(index, item)| (!seen.insert(item)).then_some(index));
    let fault =
        |index| Fault::new(Code::ListedTwice, path.item(index, None::<&str>), "listed twice: delete one of the two");
    again.map(fault).collect()
}

/// The ids that two items of a list share.
pub(crate) fn used_twice(code: Code, items: impl Iterator<Item = (FieldPath, String)>) -> Vec<Fault> {
    let mut first: BTreeMap<String, FieldPath> = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, id) in items {
        let path = path.key("id");
        if let Some(first) = first.get(&id) {
            let fault = Fault::new(code, path, format!("the id `{id}` is used twice"));
            faults.push(fault.with_related("first used here", first.clone()));
        } else {
            first.insert(id, path);
        }
    }
    faults
}
