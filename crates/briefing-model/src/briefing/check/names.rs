//! Names beside codes: one code has one name wherever it occurs, and no State has the name of another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::BriefingCheck;
use crate::briefing::{Briefing, Item, MovementLine, Named, OrganizationNode, PrintedPurpose};
use crate::{Code, Fault, FieldPath, Language, Name, PartyRef, State};

const PARTY: &str = "party";
const UNIT: &str = "unit";
const PROGRAMME: &str = "programme";
const EVENT: &str = "event";

/// A code and the name beside it.
struct Mention<'a> {
    /// Codes of different kinds may be equal.
    kind: &'static str,
    code: String,
    state: Option<State>,
    name: &'a Name,
    path: FieldPath,
}

impl<'a> Mention<'a> {
    fn new(kind: &'static str, code: &impl ToString, name: &'a Name, path: &FieldPath) -> Self {
        Self { kind, code: code.to_string(), state: None, name, path: path.key("name") }
    }

    fn of<T: ToString>(kind: &'static str, named: &'a Named<T>, path: &FieldPath) -> Self {
        Self::new(kind, &named.id, &named.name, path)
    }

    fn state(named: &'a Named<State>, path: &FieldPath) -> Self {
        Self { state: Some(named.id), ..Self::of(PARTY, named, path) }
    }

    fn party(named: &'a Named<PartyRef>, path: &FieldPath) -> Self {
        let state = match named.id {
            PartyRef::State(state) => Some(state),
            PartyRef::Party(_) => None,
        };
        Self { state, ..Self::of(PARTY, named, path) }
    }
}

/// The names that have been seen.
#[derive(Default)]
struct Known<'a> {
    /// The first name of each code, with its place.
    first: BTreeMap<(&'static str, String), (&'a Name, FieldPath)>,
    /// Codes that were found to have two names. If the first name is wrong, all others differ from it; one fault is
    /// enough.
    misnamed: BTreeSet<(&'static str, String)>,
}

impl<'a> BriefingCheck<'a> {
    pub(super) fn names(&mut self) {
        let briefing = self.briefing;
        let mut known = Known::default();
        let items = briefing.placed_items(&self.root);
        for mention in items.iter().flat_map(|(path, item)| of_item(item, path)) {
            self.one_name(mention, &mut known);
        }
        self.held_elsewhere(&items, &mut known);
        if let Some(chart) = &briefing.structure {
            let mut charted = Vec::new();
            of_units(&chart.units, &self.root.key("structure").key("units"), &mut charted);
            charted.into_iter().for_each(|mention| self.one_name(mention, &mut known));
        }
        let money = of_money(briefing, &self.root);
        self.namesakes(&money);
        money.into_iter().for_each(|mention| self.one_name(mention, &mut known));
    }

    /// Headings of units and titles of events, whose agreement the rules for items check.
    fn held_elsewhere(&self, items: &[(FieldPath, &'a Item)], known: &mut Known<'a>) {
        let list = self.root.key("capacity_building");
        for (at, heading) in self.briefing.capacity_building.iter().enumerate() {
            let path = list.item(at, Some(&heading.unit)).key("name");
            known.first.entry((UNIT, heading.unit.to_string())).or_insert((&heading.name, path));
        }
        for (path, item) in items {
            let own = item.title.iter().map(|title| (&item.id, title, path.key("title")));
            let whole = item.part_of.iter().filter_map(|whole| Some((&whole.id, whole.title.as_ref()?)));
            let whole = whole.map(|(id, title)| (id, title, path.key("part_of").key("title")));
            for (id, title, path) in own.chain(whole) {
                known.first.entry((EVENT, id.to_string())).or_insert((title, path));
            }
        }
    }

    fn one_name(&mut self, mention: Mention<'a>, known: &mut Known<'a>) {
        let Mention { kind, code, state, name, path } = mention;
        let key = (kind, code);
        if let Some((other, first)) = known.first.get(&key) {
            if *other != name && known.misnamed.insert(key.clone()) {
                let message = format!("the {kind} `{}` has another name elsewhere: {}", key.1, other.english());
                self.contradicts(path, message, first);
            }
            return;
        }
        // The names of States change from version to version, but not into those of other States.
        if let Some(state) = state
            && let Some(other) = name.iter().flat_map(|(_, text)| called(text)).filter(|other| *other != state).min()
        {
            let message = format!("`{state}` is not the State `{other}`, whose name it has");
            self.fault(Code::Contradiction, path.clone(), message);
        }
        known.first.insert(key, (name, path));
    }

    /// Readers of the figures know contributors by name alone.
    fn namesakes(&mut self, money: &[Mention<'a>]) {
        let mut names: BTreeMap<&str, &Mention<'a>> = BTreeMap::new();
        for mention in money.iter().filter(|mention| mention.kind == PARTY) {
            let first = *names.entry(mention.name.english()).or_insert(mention);
            if first.code != mention.code {
                let (one, other, name) = (&mention.code, &first.code, mention.name.english());
                let message = format!("`{one}` and `{other}` have one name, {name}");
                let fault = Fault::new(Code::SharedName, mention.path.clone(), message);
                self.faults.push(fault.with_related("it is here", first.path.clone()));
            }
        }
    }
}

/// The mentions in an item.
fn of_item<'a>(item: &'a Item, path: &FieldPath) -> Vec<Mention<'a>> {
    let state = item.place.iter().filter_map(|place| place.state.as_ref());
    let mut mentions: Vec<_> = state.map(|state| Mention::state(state, &path.key("place").key("state"))).collect();
    for (key, parties) in [("organizers", &item.organizers), ("partners", &item.partners)] {
        parties_in(parties, &path.key(key), &mut mentions);
    }
    let (list, units) = (path.key("units"), item.units.iter().enumerate());
    mentions.extend(units.map(|(at, unit)| Mention::of(UNIT, unit, &list.item(at, None::<&str>))));
    let (list, programmes) = (path.key("programmes"), item.programmes.iter().enumerate());
    mentions.extend(programmes.map(|(at, one)| Mention::of(PROGRAMME, one, &list.item(at, None::<&str>))));
    mentions
}

fn parties_in<'a>(parties: &'a [Named<PartyRef>], list: &FieldPath, mentions: &mut Vec<Mention<'a>>) {
    let parties = parties.iter().enumerate();
    mentions.extend(parties.map(|(at, party)| Mention::party(party, &list.item(at, None::<&str>))));
}

/// The units of a chart, recursively, because charts are not deep. Programmes and guests are left out: the chart gives
/// their short names.
fn of_units<'a>(units: &'a [OrganizationNode], list: &FieldPath, mentions: &mut Vec<Mention<'a>>) {
    for (at, unit) in units.iter().enumerate() {
        let path = list.item(at, Some(&unit.id));
        mentions.push(Mention::new(UNIT, &unit.id, &unit.name, &path));
        of_units(&unit.units, &path.key("units"), mentions);
    }
}

/// The contributors of the month's money, what it is for, and those who gave since the beginning.
fn of_money<'a>(briefing: &'a Briefing, root: &FieldPath) -> Vec<Mention<'a>> {
    let mut mentions = Vec::new();
    let (path, movements) = (root.key("movements"), &briefing.movements);
    for (at, line) in movements.lines.iter().enumerate() {
        of_line(line, &path.key("lines").item(at, None::<&str>), &mut mentions);
    }
    for (at, late) in movements.late.iter().enumerate() {
        of_line(&late.line, &path.key("late").item(at, None::<&str>).key("line"), &mut mentions);
    }
    for (at, corrected) in movements.corrected.iter().enumerate() {
        let path = path.key("corrected").item(at, None::<&str>);
        for (key, one) in [("before", Some(&corrected.before)), ("after", corrected.after.as_ref())] {
            one.iter().for_each(|one| of_line(&one.line, &path.key(key).key("line"), &mut mentions));
        }
    }
    for (at, restated) in movements.restated.iter().enumerate() {
        let path = path.key("restated").item(at, None::<&str>);
        for (key, one) in [("before", &restated.before), ("after", &restated.after)] {
            let path = path.key(key).key("of");
            mentions.extend(one.iter().flat_map(|one| one.of.parties()).map(|party| Mention::party(party, &path)));
        }
    }
    let Some(shown) = &briefing.contributions else { return mentions };
    let path = root.key("contributions");
    let new = path.key("new_partners");
    parties_in(&shown.new_partners.month, &new.key("month"), &mut mentions);
    parties_in(&shown.new_partners.year, &new.key("year"), &mut mentions);
    parties_in(&shown.allocations, &path.key("allocations"), &mut mentions);
    let mut givers = |key: &str, parties: &mut dyn Iterator<Item = &'a Named<PartyRef>>| {
        let list = path.key(key.to_owned());
        let parties = parties.enumerate();
        mentions.extend(parties.map(|(at, one)| Mention::party(one, &list.item(at, None::<&str>).key("contributor"))));
    };
    givers("contributors", &mut shown.contributors.iter().map(|one| &one.contributor));
    givers("in_kind", &mut shown.in_kind.iter().map(|one| &one.contributor));
    givers("unvalued", &mut shown.unvalued.iter().map(|one| &one.contributor));
    let gifts = shown.in_kind.iter().enumerate().map(|(at, one)| ("in_kind", at, &one.on_behalf_of));
    let unvalued = shown.unvalued.iter().enumerate().map(|(at, one)| ("unvalued", at, &one.on_behalf_of));
    for (key, at, party) in gifts.chain(unvalued).filter_map(|(key, at, of)| Some((key, at, of.as_ref()?))) {
        mentions.push(Mention::party(party, &path.key(key).item(at, None::<&str>).key("on_behalf_of")));
    }
    for (at, gift) in shown.in_kind.iter().enumerate() {
        of_purposes(&gift.purposes, &path.key("in_kind").item(at, None::<&str>), &mut mentions);
    }
    mentions
}

fn of_line<'a>(line: &'a MovementLine, path: &FieldPath, mentions: &mut Vec<Mention<'a>>) {
    mentions.push(Mention::party(&line.contributor, &path.key("contributor")));
    mentions.extend(line.on_behalf_of.iter().map(|party| Mention::party(party, &path.key("on_behalf_of"))));
    of_purposes(&line.purposes, path, mentions);
}

fn of_purposes<'a>(purposes: &'a [PrintedPurpose], path: &FieldPath, mentions: &mut Vec<Mention<'a>>) {
    for (at, purpose) in purposes.iter().enumerate() {
        let path = path.key("purposes").item(at, None::<&str>);
        mentions.extend(match purpose {
            PrintedPurpose::Programme(named) => Some(Mention::of(PROGRAMME, named, &path)),
            PrintedPurpose::Unit(named) => Some(Mention::of(UNIT, named, &path)),
            PrintedPurpose::Event(named) => Some(Mention::of(EVENT, named, &path)),
            PrintedPurpose::Fund(named) => Some(Mention::of("fund", named, &path)),
            PrintedPurpose::Text(_) => None,
        });
    }
}

/// The States that have this name, in any language. They are looked up: comparing each party with each name of each
/// State would take longer than all other rules together.
fn called(name: &str) -> impl Iterator<Item = State> {
    static NAMES: LazyLock<Vec<(&str, State)>> = LazyLock::new(|| {
        let of = |state: State| Language::ALL.map(|language| (state.short_name(language), state));
        let mut names: Vec<_> = State::all().flat_map(of).collect();
        names.sort_unstable();
        names
    });
    let first = NAMES.partition_point(|(known, _)| *known < name);
    NAMES.iter().skip(first).take_while(move |(known, _)| *known == name).map(|(_, state)| *state)
}
