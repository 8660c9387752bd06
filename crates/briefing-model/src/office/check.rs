//! What keeps data from being an office.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AdvisoryBoard, CoordinationBody, Money, OfficeData, PartialDate, PartyId, PartyKind, PartyRef, Programme, Unit,
    UnitId,
};

/// How deep units may be nested. No office is half as deep, and whoever draws them need not fear for the stack.
const DEEPEST: usize = 16;

/// Ids of units that mean a section where an item says what it belongs to; see [`Placement`](crate::Placement).
const SECTIONS: [&str; 2] = ["leadership", "highlights"];

/// First words of facts, which a coordination body's id would be taken for.
const FACTS: [&str; 4] = ["standing", "month", "office", "units"];

/// Why data is no office. Each message names what is at fault.
///
/// ```
/// use briefing_model::{CoordinationBody, Name, Office, OfficeData, OfficeFault, WorkingGroups};
///
/// let mut compact = CoordinationBody::new("compact".parse()?, Name::new("Compact")?);
/// let named = vec![Name::new("Border management")?, Name::new("Communications")?];
/// compact.working_groups = Some(WorkingGroups { count: 1, revitalized: None, named });
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.bodies.push(compact);
/// let faults = Office::new(data).unwrap_err().faults;
/// assert!(matches!(&faults[0], OfficeFault::MoreNamed { named: 2, count: 1, .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfficeFault {
    /// Something refers to something that does not exist.
    #[error("{subject} names the {kind} `{target}`, which does not exist")]
    Dangling {
        /// What refers, as in "programme `travel`".
        subject: String,
        /// The kind of thing referred to: unit, party, coordination body.
        kind: &'static str,
        /// The id referred to.
        target: String,
    },
    /// Two things of one kind share an id, or a section is to be printed twice.
    #[error("two {kind} are called `{id}`")]
    Duplicate {
        /// The kind of thing, in the plural.
        kind: &'static str,
        /// The shared id.
        id: String,
    },
    /// A list has the same thing twice.
    #[error("{subject} lists `{item}` twice among {list}")]
    Repeated {
        /// What has the list.
        subject: String,
        /// What the list is of, as in "its units".
        list: &'static str,
        /// What it has twice.
        item: String,
    },
    /// An id that would be taken for something else.
    #[error("{subject} cannot be called that: `{id}` {means}; give it another id")]
    Reserved {
        /// What bears the id.
        subject: String,
        /// The id.
        id: String,
        /// What the id means already.
        means: &'static str,
    },
    /// More are known by name than there are.
    #[error("{subject} names more {list} ({named}) than there are ({count})")]
    MoreNamed {
        /// What has the list.
        subject: String,
        /// What the list is of, in the plural.
        list: &'static str,
        /// How many are named.
        named: usize,
        /// How many there are said to be.
        count: u16,
    },
    /// Something that comes later is dated earlier, or on the same day where one day can have one only.
    #[error("{subject} {first} {earlier} and {then} {later}: these dates are not in order")]
    DatesOutOfOrder {
        /// What has the dates.
        subject: String,
        /// What comes first, as in "begins".
        first: &'static str,
        /// Its date.
        earlier: PartialDate,
        /// What follows, as in "ends".
        then: &'static str,
        /// Its date.
        later: PartialDate,
    },
    /// A founding contribution of nothing, or of less.
    #[error("{subject} rests on a contribution of {amount}: state more than nothing, or leave the amount out")]
    NoAmount {
        /// The unit.
        subject: String,
        /// What is stated.
        amount: Money,
    },
    /// A unit nested too deeply.
    #[error("{subject} stands under more than {DEEPEST} others, one above the other: no office is that deep")]
    TooDeep {
        /// The unit.
        subject: String,
    },
    /// The ledger's settings count a party as an organ of a State of which it is none.
    #[error("the ledger counts `{party}` as an organ of a State, and the list of parties does not say so")]
    NoOrgan {
        /// The party.
        party: PartyId,
    },
}

/// An office that does not hold together: every reason, at least one.
///
/// ```
/// use briefing_model::{Name, Office, OfficeData, SectionKind};
///
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.sections = vec![SectionKind::About, SectionKind::About];
/// let error = Office::new(data).unwrap_err();
/// assert_eq!(error.to_string(), "the office does not hold together: two sections are called `about`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the office does not hold together: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidOffice {
    /// Each reason.
    pub faults: Vec<OfficeFault>,
}

/// Everything that is wrong with the data.
pub(super) fn faults(data: &OfficeData) -> Vec<OfficeFault> {
    let mut check = Check {
        data,
        parties: data.parties.iter().map(|party| (&party.id, &party.kind)).collect(),
        faults: Vec::new(),
    };
    check.ids();
    data.units.iter().for_each(|unit| check.unit(unit));
    data.programmes.iter().for_each(|programme| check.programme(programme));
    data.bodies.iter().for_each(|body| check.body(body));
    check.mandate();
    check.ledger();
    check.faults
}

struct Check<'a> {
    data: &'a OfficeData,
    parties: BTreeMap<&'a PartyId, &'a PartyKind>,
    faults: Vec<OfficeFault>,
}

impl Check<'_> {
    fn ids(&mut self) {
        let data = self.data;
        self.unique("programmes", data.programmes.iter().map(|programme| &programme.id));
        self.unique("coordination bodies", data.bodies.iter().map(|body| &body.id));
        self.unique("parties", data.parties.iter().map(|party| &party.id));
        self.unique("funds", data.funds.iter().map(|fund| &fund.id));
        self.unique("sources", data.sources.iter().map(|source| &source.id));
        self.unique("sections", &data.sections);
    }

    fn unit(&mut self, unit: &Unit) {
        let subject = format!("unit `{}`", unit.id);
        self.reserved(&subject, unit.id.as_str(), &SECTIONS, "is a section, for the items of a month");
        if self.data.units.ancestors(unit).nth(DEEPEST).is_some() {
            self.faults.push(OfficeFault::TooDeep { subject: subject.clone() });
        }
        self.in_order(&subject, ("begins", unit.since), ("ends", unit.until));
        if let Some(founding) = &unit.founding {
            self.parties(&subject, [&founding.contributor]);
            if let Some(amount) = founding.amount.filter(|amount| amount.is_zero() || amount.is_negative()) {
                self.faults.push(OfficeFault::NoAmount { subject: subject.clone(), amount });
            }
        }
        if let Some(board) = &unit.board {
            self.board(&subject, board);
        }
    }

    fn board(&mut self, unit: &str, board: &AdvisoryBoard) {
        self.parties(unit, board.guests.iter().chain(&board.chair).chain(&board.named_members));
        self.counted(unit, "members of its board", board.named_members.len(), board.members);
        // A guest is no member, so nobody is both.
        self.once(unit, "the members and guests of its board", board.named_members.iter().chain(&board.guests));
    }

    fn programme(&mut self, programme: &Programme) {
        let subject = format!("programme `{}`", programme.id);
        for unit in &programme.units {
            self.unit_exists(&subject, unit);
        }
        self.parties(&subject, &programme.partners);
        self.once(&subject, "its units", &programme.units);
        self.once(&subject, "its partners", &programme.partners);
        self.once(&subject, "its functions", &programme.functions);
        self.once(&subject, "its pillars", &programme.pillars);
        self.in_order(&subject, ("was launched", programme.launched), ("was closed", programme.closed));
    }

    fn body(&mut self, body: &CoordinationBody) {
        let subject = format!("coordination body `{}`", body.id);
        self.reserved(&subject, body.id.as_str(), &FACTS, "begins the names of other facts");
        self.parties(&subject, body.named_entities.iter().chain(&body.funder));
        self.once(&subject, "its entities", &body.named_entities);
        if let Some(most) = body.entities.iter().map(|entities| entities.count).max() {
            self.counted(&subject, "entities", body.named_entities.len(), most);
        }
        for (earlier, later) in body.entities.iter().zip(body.entities.iter().skip(1)) {
            if earlier.on.first_day() >= later.on.first_day() {
                let counts = ("counts its entities", earlier.on, "again", later.on);
                self.out_of_order(&subject, counts);
            }
        }
        if let Some(groups) = &body.working_groups {
            self.counted(&subject, "working groups", groups.named.len(), groups.count);
            self.once(&subject, "its working groups", groups.named.iter().map(crate::Name::english));
        }
    }

    fn mandate(&mut self) {
        if let Some(body) = &self.data.mandate.coordination
            && !self.data.bodies.iter().any(|known| known.id == *body)
        {
            self.dangling("the mandate", "coordination body", body);
        }
    }

    fn ledger(&mut self) {
        for (party, state) in &self.data.ledger.organ_states {
            if self.parties.get(party) != Some(&&PartyKind::StateOrgan { state: *state }) {
                self.faults.push(OfficeFault::NoOrgan { party: party.clone() });
            }
        }
    }

    fn unique<'i, T: Ord + ToString + 'i>(&mut self, kind: &'static str, ids: impl IntoIterator<Item = &'i T>) {
        for id in repeated(ids) {
            self.faults.push(OfficeFault::Duplicate { kind, id: id.to_string() });
        }
    }

    fn once<T: Ord + Copy + ToString>(
        &mut self,
        subject: &str,
        list: &'static str,
        items: impl IntoIterator<Item = T>,
    ) {
        for item in repeated(items) {
            self.faults.push(OfficeFault::Repeated { subject: subject.to_owned(), list, item: item.to_string() });
        }
    }

    fn unit_exists(&mut self, subject: &str, unit: &UnitId) {
        if self.data.units.get(unit).is_none() {
            self.dangling(subject, "unit", unit);
        }
    }

    fn parties<'p>(&mut self, subject: &str, parties: impl IntoIterator<Item = &'p PartyRef>) {
        for party in parties {
            if let PartyRef::Party(id) = party
                && !self.parties.contains_key(id)
            {
                self.dangling(subject, "party", id);
            }
        }
    }

    fn dangling(&mut self, subject: &str, kind: &'static str, target: &impl ToString) {
        let target = target.to_string();
        self.faults.push(OfficeFault::Dangling { subject: subject.to_owned(), kind, target });
    }

    fn reserved(&mut self, subject: &str, id: &str, taken: &[&str], means: &'static str) {
        if taken.contains(&id) {
            self.faults.push(OfficeFault::Reserved { subject: subject.to_owned(), id: id.to_owned(), means });
        }
    }

    fn counted(&mut self, subject: &str, list: &'static str, named: usize, count: u16) {
        if named > usize::from(count) {
            self.faults.push(OfficeFault::MoreNamed { subject: subject.to_owned(), list, named, count });
        }
    }

    /// A beginning known to the year may be in the year of its end.
    fn in_order(
        &mut self,
        subject: &str,
        (first, earlier): (&'static str, Option<PartialDate>),
        (then, later): (&'static str, Option<PartialDate>),
    ) {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && earlier.first_day() > later.last_day()
        {
            self.out_of_order(subject, (first, earlier, then, later));
        }
    }

    fn out_of_order(
        &mut self,
        subject: &str,
        (first, earlier, then, later): (&'static str, PartialDate, &'static str, PartialDate),
    ) {
        let subject = subject.to_owned();
        self.faults.push(OfficeFault::DatesOutOfOrder { subject, first, earlier, then, later });
    }
}

/// What comes a second time, each as often as it comes again.
fn repeated<T: Ord + Copy>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    items.into_iter().filter(|item| !seen.insert(*item)).collect()
}
