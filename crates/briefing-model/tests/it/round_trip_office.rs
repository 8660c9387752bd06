//! Any office, month and briefing reads back from JSON as itself, and no input brings compiling down.

use std::collections::BTreeSet;
use std::fmt::Debug;

use crate::names::name;
use briefing_model::*;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

fn read<T: std::str::FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn list<T: Debug>(item: impl Strategy<Value = T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(item, 0..=most)
}

/// Ids of few words, so that references often lead somewhere and often do not.
fn id<T: std::str::FromStr<Err: Debug> + Debug>() -> impl Strategy<Value = T> {
    select(vec!["a", "b", "c", "eu", "undp", "month"]).prop_map(|id| read(id))
}

fn party() -> impl Strategy<Value = PartyRef> {
    select(vec!["DEU", "KAZ", "PSE", "eu", "undp", "a"]).prop_map(read)
}

fn date() -> impl Strategy<Value = PartialDate> {
    (1990..2050_i32, 1..=12_u32, 1..=28_u32, 0..3_u8).prop_map(|(year, month, day, precision)| {
        let text = format!("{year}-{month:02}-{day:02}");
        read(text.get(..[4, 7, 10][usize::from(precision)]).unwrap())
    })
}

fn when() -> impl Strategy<Value = When> {
    (date(), 0..4_u8).prop_map(|(date, shape)| match shape {
        0 => read(&format!("{date}/..")),
        1 => read(&format!("../{date}")),
        2 => read(&format!("{}, {}", date.first_day(), date.last_day().next().unwrap())),
        _ => read(&date.to_string()),
    })
}

fn text() -> impl Strategy<Value = RichText> {
    let plain = "[^\\pC\u{fffd}]{0,20}".prop_map(|text| RichText::from_plain(&text).unwrap());
    let marked = select(vec![
        "A **meeting** in *Astana*.",
        "[The page](https://example.org/?a=b&c=(d)) of [un État]{lang=fr}",
        "{standing.pledged} and {month.pledges}",
        "The {office.name}",
        "{a.entities}{units.a.name}",
        "{no.such.fact}",
    ]);
    prop_oneof![plain, marked.prop_map(read)]
}

fn standing() -> impl Strategy<Value = StandingText> {
    (text(), of(date()), of(date())).prop_map(|(text, from, until)| StandingText { text, from, until })
}

fn link() -> impl Strategy<Value = Link> {
    select(vec!["https://example.org/", "https://example.org/a?b=c#d"]).prop_map(read)
}

fn money() -> impl Strategy<Value = Money> {
    let currency = select(vec![Currency::USD, Currency::EUR, read("JPY"), read("KWD")]);
    (-1_000_000_000_i128..10_i128.pow(22), currency).prop_map(|(minor, c)| Money::from_minor(minor, c).unwrap())
}

fn former() -> impl Strategy<Value = FormerName> {
    (name(), of(name()), date()).prop_map(|(name, acronym, until)| FormerName { name, acronym, until })
}

fn resolution() -> impl Strategy<Value = Resolution> {
    let symbol = select(vec!["A/RES/71/291", "S/RES/2396 (2017)", "A/64/L.69", "A/71/858"]).prop_map(read);
    (symbol, of(date()), of(date())).prop_map(|(symbol, adopted, distributed)| Resolution {
        symbol,
        adopted: adopted.map(PartialDate::first_day),
        distributed: distributed.map(PartialDate::last_day),
    })
}

fn place() -> impl Strategy<Value = Place> {
    let state = select(State::all().collect::<Vec<_>>());
    (of(state), of(name())).prop_filter_map("a place says something", |(state, city)| Place::new(state, city).ok())
}

fn functions() -> impl Strategy<Value = Vec<MandateFunction>> {
    subsequence(MandateFunction::ALL.to_vec(), 0..=5)
}

fn pillars() -> impl Strategy<Value = Vec<Pillar>> {
    subsequence(Pillar::ALL.to_vec(), 0..=4)
}

fn unit() -> impl Strategy<Value = Unit> {
    use UnitKind::{Branch, Centre, Facility, Office, ProgrammeOffice, Section};
    let board = (0..40_u16, list(party(), 2), of(date()), of(party()), list(party(), 2)).prop_map(
        |(members, guests, since, chair, named_members)| AdvisoryBoard { members, guests, since, chair, named_members },
    );
    let founding = (party(), of(money()), date(), of(name()))
        .prop_map(|(contributor, amount, when, basis)| FoundingContribution { contributor, amount, when, basis });
    let kind = select(vec![Office, Centre, Branch, Section, ProgrammeOffice, Facility]);
    let dates = (of(date()), of(date()), of(date()), of(date()), of(date()));
    let more = (weighted(0.3, founding), weighted(0.3, board), of(place()), weighted(0.3, resolution()), of(link()));
    let first = (id(), name(), of(name()), kind, weighted(0.3, id()));
    (first, dates, more, list(former(), 2), any::<bool>()).prop_map(
        |(
            (id, name, acronym, kind, parent),
            (since, until, known_since, opened, inaugurated),
            more,
            formerly,
            chart,
        )| {
            let (founding, board, host, resolution, link) = more;
            Unit {
                id,
                name,
                acronym,
                kind,
                parent,
                since,
                until,
                known_since,
                opened,
                inaugurated,
                founding,
                board,
                host,
                resolution,
                link,
                formerly,
                chart,
            }
        },
    )
}

fn units() -> impl Strategy<Value = Units> {
    list(unit(), 4).prop_map(|mut units| {
        // As many of them as form a tree.
        loop {
            let mut data = OfficeData::new("office".parse().unwrap(), Name::new("Office").unwrap());
            data.units = Units::new(units.clone());
            match Office::new(data) {
                Ok(office) => return office.into_data().units,
                Err(_) => units.pop(),
            };
        }
    })
}

fn programme() -> impl Strategy<Value = Programme> {
    let initiative = (name(), of(date()), of(date()), any::<bool>())
        .prop_map(|(name, since, until, chart)| Initiative { name, since, until, chart });
    let names = (id(), name(), of(name()), of(name()));
    let with = (list(id(), 2), list(party(), 2), list(initiative, 2));
    let dates = (of(date()), of(date()), of(date()));
    (names, with, dates, functions(), pillars(), list(former(), 1)).prop_map(
        |((id, name, short, acronym), with, (launched, known_since, closed), functions, pillars, formerly)| {
            let (units, partners, initiatives) = with;
            Programme {
                id,
                name,
                short,
                acronym,
                units,
                partners,
                initiatives,
                launched,
                known_since,
                closed,
                functions,
                pillars,
                formerly,
            }
        },
    )
}

fn body() -> impl Strategy<Value = CoordinationBody> {
    let milestone = (name(), date()).prop_map(|(what, on)| Milestone { what, on });
    let entities = (date(), 0..60_u16).prop_map(|(on, count)| EntityCount { on, count });
    let committee = (name(), of(date()), of(name())).prop_map(|(name, since, chair)| Committee { name, since, chair });
    let groups = (0..10_u16, of(date()), of(date()), list(name(), 1))
        .prop_map(|(count, since, revitalized, named)| WorkingGroups { count, since, revitalized, named });
    let names = (id(), name(), of(name()), of(name()), (of(date()), of(date()), of(date())));
    let lists = (list(milestone, 2), list(entities, 2), list(party(), 1));
    (names, lists, of(committee), of(groups), of(party())).prop_map(
        |((id, name, short, acronym, (since, launched, known_since)), lists, committee, working_groups, funder)| {
            let (milestones, entities, named_entities) = lists;
            CoordinationBody {
                id,
                name,
                short,
                acronym,
                since,
                launched,
                known_since,
                milestones,
                entities,
                named_entities,
                committee,
                working_groups,
                funder,
            }
        },
    )
}

fn listed_party() -> impl Strategy<Value = Party> {
    let kind = select(vec![
        PartyKind::UnEntity,
        PartyKind::IntergovernmentalOrganization,
        PartyKind::StateOrgan { state: read("QAT") },
    ]);
    (id(), name(), of(name()), kind, list(former(), 1)).prop_map(|(id, name, acronym, kind, formerly)| Party {
        id,
        name,
        acronym,
        kind,
        formerly,
    })
}

prop_compose! {
    fn heading()(
        (acronym, head) in (of(name()), of(name())),
        established in weighted(0.3, (date(), resolution())),
        (website, structure_link) in (of(link()), of(link())),
        (disclaimer, about, intro) in (list(standing(), 2), list(standing(), 2), list(standing(), 2)),
        item_line in subsequence(ItemDetail::ALL.to_vec(), 0..=7),
        sections in subsequence(SectionKind::ALL.to_vec(), 0..=9),
        paper in select(vec![Paper::A4, Paper::Letter]),
    ) -> OfficeData {
        let mut data = OfficeData::new(read("bureau"), Name::new("Bureau").unwrap());
        (data.acronym, data.head) = (acronym, head);
        data.established = established.map(|(on, resolution)| Establishment {
            on: on.first_day(),
            resolution,
            report: Some(read("A/71/858")),
        });
        (data.website, data.structure_link) = (website, structure_link);
        (data.disclaimer, data.about, data.item_line) = (disclaimer, about, item_line);
        (data.mandate, data.strategy) = (Some(Mandate { intro, coordination: None }), true);
        data.sections = sections;
        data.theme = Theme::new(Colour::rgb(0, 158, 219), Colour::rgb(11, 37, 69), paper).unwrap();
        data
    }
}

prop_compose! {
    fn office_data()(
        mut data in heading(),
        coordination in weighted(0.3, id()),
        units in units(),
        programmes in list(programme(), 2),
        bodies in list(body(), 2),
        parties in list(listed_party(), 3),
        funds in list((id(), name()), 1),
        sources in list((id(), name(), of(link())), 1),
        events in list((id(), title(), of(when()), of(place())), 2),
        multi_year in select(vec![MultiYear::Whole, MultiYear::AsDue]),
        (title, show) in (of(name()), 0..12_u16),
    ) -> OfficeData {
        data.mandate.get_or_insert_default().coordination = coordination;
        (data.units, data.programmes, data.bodies) = (units, programmes, bodies);
        data.funds = funds.into_iter().map(|(id, name)| Fund { id, name, short: None, acronym: None }).collect();
        data.sources = sources.into_iter().map(|(id, title, link)| Source { id, title, link }).collect();
        data.events =
            events.into_iter().map(|(id, title, when, place)| KnownEvent { id, title: Some(title), when, place }).collect();
        data.ledger.multi_year = multi_year;
        data.ledger = data.ledger.with_organs_of(&parties);
        data.parties = parties;
        data.chart = ChartSettings { title, show };
        data
    }
}

/// An office that holds together: what may not be said together is taken out of it.
fn office() -> impl Strategy<Value = Office> {
    (office_data(), list(unit(), 5)).prop_map(|(mut data, more)| {
        data.parties = ["a", "b", "c", "eu", "undp"].map(plain_party).to_vec();
        data.ledger.organ_states.clear();
        for texts in [&mut data.disclaimer, &mut data.about, &mut data.mandate.get_or_insert_default().intro] {
            mend_texts(texts);
        }
        mend_events(&mut data);
        mend_units(&mut data, more);
        mend_programmes(&mut data);
        mend_bodies(&mut data);
        Office::new(data).unwrap()
    })
}

fn plain_party(id: &str) -> Party {
    let name = Name::new(format!("Party {id}")).unwrap();
    Party { id: read(id), name, acronym: None, kind: PartyKind::UnEntity, formerly: Vec::new() }
}

/// A text without facts that an office may not have.
fn printable(text: Option<RichText>) -> Option<RichText> {
    text.filter(|text| text.facts().all(|(name, _)| name.as_str() == "office.name"))
}

/// Texts without facts that an office may not have, none ending before it begins.
fn mend_texts(texts: &mut Vec<StandingText>) {
    texts.retain(|text| printable(Some(text.text.clone())).is_some());
    for text in texts {
        if let (Some(from), Some(until)) = (text.from, text.until)
            && from.first_day() > until.last_day()
        {
            (text.from, text.until) = (Some(until), Some(from));
        }
    }
}

fn mend_events(data: &mut OfficeData) {
    let mut seen = BTreeSet::new();
    data.events.retain(|event| seen.insert(event.id.clone()));
}

fn mend_units(data: &mut OfficeData, more: Vec<Unit>) {
    let mut seen = BTreeSet::new();
    let all = data.units.iter().cloned().chain(more);
    let mut units: Vec<Unit> = all.filter(|unit| seen.insert(unit.id.clone())).collect();
    for n in 0..units.len() {
        // A parent among those before: whatever is built so is a tree.
        let before: Vec<UnitId> = units[..n].iter().map(|unit| unit.id.clone()).collect();
        let unit = &mut units[n];
        unit.parent = unit.parent.take().and(before.last().cloned());
        unit.until = None;
        if let (Some(opened), Some(inaugurated)) = (unit.opened, unit.inaugurated)
            && opened.first_day() > inaugurated.last_day()
        {
            (unit.opened, unit.inaugurated) = (Some(inaugurated), Some(opened));
        }
        if let Some(founding) = &mut unit.founding {
            founding.amount = None;
        }
        if let Some(board) = &mut unit.board {
            board.guests.truncate(1);
            board.named_members.clear();
        }
    }
    data.units = Units::new(units);
}

fn mend_programmes(data: &mut OfficeData) {
    let (units, mut seen) = (data.units.clone(), BTreeSet::new());
    data.programmes.retain(|programme| seen.insert(programme.id.clone()));
    for programme in &mut data.programmes {
        programme.units.retain(|unit| units.get(unit).is_some());
        programme.units.dedup();
        programme.partners.dedup();
        programme.closed = None;
        programme.initiatives.iter_mut().for_each(|initiative| initiative.until = None);
    }
}

fn mend_bodies(data: &mut OfficeData) {
    let mut seen = BTreeSet::from([read("month")]);
    data.bodies.retain(|body| seen.insert(body.id.clone()));
    for body in &mut data.bodies {
        body.named_entities.clear();
        body.entities.truncate(1);
        if let Some(groups) = &mut body.working_groups {
            groups.named.clear();
        }
    }
    if let Some(compact) = data.bodies.first_mut() {
        compact.name = Name::new("Coordination Compact").unwrap();
    }
    data.mandate.get_or_insert_default().coordination = data.bodies.first().map(|body| body.id.clone());
}

fn picture() -> impl Strategy<Value = Picture> {
    let orientation = (1..=8_u16).prop_map(|value| Orientation::from_exif(value).unwrap());
    let media = select(vec![Media::Jpeg, Media::Png]);
    (
        "[a-z]{1,8}\\.png",
        "[^\\pC\u{fffd}\\pZ]{1,9}",
        of(text()),
        of("\\PC{0,9}"),
        media,
        any::<(u16, u16, [u8; 32])>(),
        orientation,
    )
        .prop_map(|(file, alt, caption, credit, media, (width, height, digest), orientation)| Picture {
            file,
            alt: read(&format!("of {alt}")),
            alt_language: None,
            caption,
            credit: credit.map(briefing_model::Credit::new),
            credit_language: None,
            media,
            width: u32::from(width) + 1,
            height: u32::from(height) + 1,
            orientation,
            digest: Digest::new(digest),
        })
}

fn title() -> impl Strategy<Value = Name> {
    "[A-Za-zé]{1,9}".prop_map(|title| Name::new(title).unwrap())
}

fn event() -> impl Strategy<Value = Event> {
    let placement = prop_oneof![
        Just(Placement::Leadership),
        Just(Placement::Highlights),
        select(vec!["a", "b", "c", "eu"]).prop_map(|unit| Placement::Unit(read(unit))),
    ];
    let parties = (list(party(), 1), list(party(), 1), list(id(), 1));
    let whole = (of(title()), list(id(), 1), of(select(EventMode::ALL.to_vec())), weighted(0.1, id()));
    let said = (when(), of(place()), text());
    ("[a-z]{1,6}", placement, said, whole, parties, functions(), pillars(), of(picture())).prop_map(
        |(id, placement, said, whole, (organizers, partners, programmes), functions, pillars, picture)| Event {
            id: read(&id),
            title: whole.0,
            placement,
            units: whole.1,
            when: said.0,
            mode: whole.2,
            place: said.1,
            part_of: whole.3,
            text: said.2,
            organizers,
            partners,
            programmes,
            functions,
            pillars,
            picture,
        },
    )
}

prop_compose! {
    fn plan()(
        (year, month) in (1990..2050_i32, 1..=12_u32),
        (issued, cutoff) in (weighted(0.2, date()), weighted(0.2, date())),
        stated_total in weighted(0.1, money()),
        events in list(event(), 4),
    ) -> MonthPlan {
        let (issued, cutoff) = (issued.map(PartialDate::last_day), cutoff.map(PartialDate::last_day));
        MonthPlan { issued, cutoff, stated_total, events, ..MonthPlan::new(Month::new(year, month).unwrap()) }
    }
}

/// Pledges and payments in dollars, of parties some of which an office may not list.
fn ledger() -> impl Strategy<Value = Vec<LedgerEntry>> {
    let entry = (party(), 1..1_000_000_u32, date(), any::<bool>());
    list(entry, 6).prop_map(|entries| {
        let entries = entries.into_iter().enumerate().map(|(n, (party, amount, on, paid))| {
            let amount: Amount = read(&format!("USD {amount}"));
            let kind: EntryKind =
                if paid { Receipt::given(party, amount).into() } else { Pledge::new(party, amount).into() };
            let on = on.last_day();
            LedgerEntry::new(read(&format!("E-{n}")), read(&on.to_string()), on, kind)
        });
        entries.collect()
    })
}

/// The month with what it may not say taken out of it.
fn mended(office: &Office, mut plan: MonthPlan) -> MonthPlan {
    (plan.issued, plan.cutoff, plan.stated_total) = (None, None, None);
    let mut seen = BTreeSet::new();
    plan.events.retain(|event| seen.insert(event.id.clone()) && !event.text.is_blank());
    for event in &mut plan.events {
        event.text = printable(Some(event.text.clone())).unwrap_or_else(|| read("It met."));
        if let Some(picture) = &mut event.picture {
            picture.caption = printable(picture.caption.take());
        }
        event.when = plan.month.into();
        event.place = event.place.take().filter(|_| event.mode != Some(EventMode::Online));
        // Nothing is part of itself, however far up: of what has a smaller id only.
        let there = |whole: &EventId| office.data().events.iter().any(|known| known.id == *whole);
        event.part_of = event.part_of.take().filter(|whole| *whole < event.id && there(whole));
        event.units.retain(|unit| office.data().units.get(unit).is_some());
        event.programmes.retain(|programme| office.programme(programme).is_some());
        event.organizers.retain(|party| office.has_party(party));
        event.partners.retain(|party| office.has_party(party));
        if matches!(&event.placement, Placement::Unit(unit) if office.data().units.get(unit).is_none()) {
            event.placement = Placement::Leadership;
        }
    }
    plan
}

fn facts_of<'a>(texts: impl Iterator<Item = &'a RichText>) -> BTreeSet<FactName> {
    texts.flat_map(|text| text.facts().map(|(name, _)| name.clone()).collect::<Vec<_>>()).collect()
}

proptest! {
    #[test]
    fn any_data_of_an_office_reads_back(data in office_data()) {
        back(&data);
        // Whatever it says, it is an office or says why not.
        match Office::new(data) {
            Ok(office) => back(&office),
            Err(invalid) => prop_assert!(!invalid.faults.is_empty()),
        }
    }

    #[test]
    fn any_office_reads_back(office in office()) {
        back(&office);
        prop_assert_eq!(Office::new(office.clone().into_data()), Ok(office));
    }

    #[test]
    fn any_month_reads_back(plan in plan()) {
        back(&plan);
    }

    #[test]
    fn any_briefing_reads_back_and_holds_what_it_prints(office in office(), entries in ledger(), plan in plan()) {
        let ledger = Ledger::new(office.ledger_settings(), entries).unwrap();
        let plan = mended(&office, plan);
        let briefing = match Briefing::compile(&office, &ledger, &plan) {
            Ok(briefing) => briefing,
            Err(invalid) => return Err(TestCaseError::fail(invalid.to_string())),
        };
        back(&briefing);
        prop_assert_eq!(facts_of(briefing.texts()), briefing.facts.keys().cloned().collect());
        prop_assert!(briefing.capacity_building.iter().all(|unit| !unit.items.is_empty()));
        let ids: BTreeSet<&EventId> = briefing.items().map(|item| &item.id).collect();
        prop_assert_eq!(ids.len(), briefing.items().count(), "each item prints once");
        prop_assert!(plan.events.iter().all(|event| {
            let kind = match event.placement {
                Placement::Leadership => SectionKind::Leadership,
                Placement::Highlights => SectionKind::Highlights,
                Placement::Unit(_) => SectionKind::CapacityBuilding,
            };
            briefing.sections.contains(&kind) == ids.contains(&event.id)
        }), "an item prints if its section does");
    }

    #[test]
    fn whatever_a_month_says_it_is_a_briefing_or_says_why_not(office in office(), entries in ledger(), plan in plan()) {
        let ledger = Ledger::new(office.ledger_settings(), entries).unwrap();
        match Briefing::compile(&office, &ledger, &plan) {
            Ok(briefing) => prop_assert!(!briefing.facts.keys().any(|fact| fact.as_str() == "no.such.fact")),
            Err(invalid) => {
                prop_assert!(!invalid.faults.is_empty());
                for fault in &invalid.faults {
                    let path = fault.place.as_ref().unwrap();
                    if let (Subject::Month(_), Some(Step::Item { index, id })) = (path.subject(), path.steps().get(1)) {
                        prop_assert_eq!(Some(plan.events[*index].id.as_str()), id.as_deref());
                    }
                }
            }
        }
    }
}
