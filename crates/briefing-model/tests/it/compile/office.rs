//! An invented office with something of everything, and a month of it.

use briefing_model::{
    AdvisoryBoard, ChartSettings, Committee, CoordinationBody, EntityCount, Establishment, Event, EventMode,
    FormerName, FoundingContribution, Fund, Initiative, ItemDetail, KnownEvent, Mandate, MandateFunction, Milestone,
    MonthPlan, Name, OfficeData, Paper, Party, PartyKind, Picture, Pillar, Place, Placement, Programme, Resolution,
    SectionKind, Source, StandingText, Theme, Unit, UnitKind, Units, WorkingGroups,
};

/// A name in English only.
pub(crate) fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// What a text is read as.
pub(crate) fn read<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The office: nothing in it is left out that may be there.
pub(crate) fn data() -> OfficeData {
    let mut data = OfficeData::new(read("bureau"), name("Bureau of Counter-Terrorism"));
    data.acronym = Some(name("BCT"));
    data.head = Some(name("Head of the Bureau"));
    data.established =
        Some(Establishment { on: read("2017-06-15"), resolution: resolution(), report: Some(read("A/71/858")) });
    data.website = Some(read("https://example.org/"));
    data.structure_link = Some(read("https://example.org/structure"));
    data.disclaimer = vec![read("An *invented* office.")];
    let past = StandingText { until: Some(read("2018-02-22")), ..read("It has no friends.") };
    let from = Some(read("2018-02-23"));
    data.about = vec![past, StandingText { from, ..read("It has {compact.entities} friends.") }];
    data.about.push(read("It was pledged {standing.pledged}."));
    data.mandate = Some(Mandate { intro: vec![read("Five functions:")], coordination: Some(read("compact")) });
    data.strategy = true;
    data.sections = vec![SectionKind::Highlights, SectionKind::About];
    data.sections.extend(SectionKind::ALL.into_iter().filter(|kind| !data.sections.contains(kind)).collect::<Vec<_>>());
    data.theme = Theme::new(read("#009EDB"), read("#0B2545"), Paper::Letter).unwrap();
    data.units = Units::new(units());
    data.programmes = programmes();
    data.bodies = vec![body()];
    data.parties = parties();
    data.funds = vec![Fund {
        id: read("trust-fund"),
        name: name("Trust Fund"),
        short: Some(name("Fund")),
        acronym: Some(name("TF")),
    }];
    data.sources =
        vec![Source { id: read("letters"), title: name("Letters"), link: Some(read("https://example.org/letters")) }];
    data.events = vec![KnownEvent {
        when: Some(read("2025-10-08/2025-10-09")),
        place: Some(Place::new(Some(read("ESP")), Some(name("Madrid"))).unwrap()),
        ..KnownEvent::new(read("forum"), Some(name("Global Forum")))
    }];
    data.item_line = ItemDetail::ALL.to_vec();
    data.ledger = data.ledger.clone().with_organs_of(&data.parties);
    data.chart = ChartSettings { title: Some(name("Documented contributions")), show: 3 };
    data
}

fn resolution() -> Resolution {
    Resolution {
        symbol: read("A/RES/71/291"),
        adopted: Some(read("2017-06-15")),
        distributed: Some(read("2017-06-19")),
    }
}

fn units() -> Vec<Unit> {
    let mut centre = Unit::new(read("centre"), name("Centre"), UnitKind::Centre);
    centre.acronym = Some(name("CTR"));
    (centre.since, centre.until) = (Some(read("2011-09")), Some(read("2040")));
    centre.known_since = Some(read("2012"));
    (centre.opened, centre.inaugurated) = (Some(read("2011")), Some(read("2012-04-03")));
    centre.founding = Some(FoundingContribution {
        contributor: read("SAU"),
        amount: Some(read("USD 10000000")),
        when: read("2011"),
        basis: Some(name("Agreement")),
    });
    centre.board = Some(AdvisoryBoard {
        members: 21,
        guests: vec![read("eu"), read("undp")],
        since: None,
        chair: Some(read("SAU")),
        named_members: vec![read("SAU"), read("DEU")],
    });
    centre.resolution = Some(resolution());
    centre.link = Some(read("https://example.org/centre"));
    centre.formerly = vec![FormerName { name: name("Task Force"), acronym: None, until: read("2015") }];

    let mut desk = Unit::new(read("desk"), name("Desk"), UnitKind::Section);
    (desk.parent, desk.since) = (Some(read("centre")), Some(read("2024-02")));
    let mut hidden = Unit::new(read("hidden"), name("Hidden Branch"), UnitKind::Branch);
    hidden.chart = false;
    let mut below = Unit::new(read("below"), name("Section Below"), UnitKind::Section);
    below.parent = Some(read("hidden"));
    let mut rabat = Unit::new(read("rabat"), name("Programme Office in Rabat"), UnitKind::ProgrammeOffice);
    rabat.host = Some(Place::new(Some(read("MAR")), Some(name("Rabat"))).unwrap());
    let facility = Unit::new(read("facility"), name("Facility"), UnitKind::Facility);
    let cabinet = Unit::new(read("cabinet"), name("Office of the Head"), UnitKind::Office);
    vec![centre, desk, hidden, below, rabat, facility, cabinet]
}

fn programmes() -> Vec<Programme> {
    let mut travel = Programme::new(read("travel"), name("Programme on Travel"));
    (travel.short, travel.acronym) = (Some(name("Travel")), Some(name("PT")));
    travel.units = vec![read("centre"), read("hidden")];
    travel.partners = vec![read("undp"), read("DEU")];
    travel.initiatives = vec![Initiative {
        name: name("Travel+"),
        since: Some(read("2025-01")),
        until: Some(read("2029")),
        chart: true,
    }];
    (travel.launched, travel.closed) = (Some(read("2019-05-07")), Some(read("2030")));
    travel.known_since = Some(read("2019-06"));
    travel.functions = vec![MandateFunction::Delivery];
    travel.pillars = vec![Pillar::ALL[1], Pillar::ALL[2]];
    travel.formerly = vec![FormerName { name: name("Programme on Journeys"), acronym: None, until: read("2020") }];
    let mut sport = Programme::new(read("sport"), name("Programme on Sport"));
    sport.launched = Some(read("2020-02"));
    let mut places = Programme::new(read("places"), name("Programme on Places"));
    places.units = vec![read("rabat")];
    vec![travel, sport, places]
}

fn body() -> CoordinationBody {
    let mut body = CoordinationBody::new(read("compact"), name("Coordination Compact"));
    (body.short, body.acronym) = (Some(name("Compact")), Some(name("CC")));
    (body.since, body.launched) = (Some(read("2018-02-23")), Some(read("2018-12-06")));
    body.known_since = Some(read("2018-03"));
    body.milestones = vec![Milestone { what: name("Signed"), on: read("2018-02-23") }];
    body.entities =
        vec![EntityCount { on: read("2018-02-23"), count: 38 }, EntityCount { on: read("2023-05"), count: 46 }];
    body.named_entities = vec![read("undp")];
    body.committee = Some(Committee { name: name("Committee"), since: None, chair: Some(name("Head of the Bureau")) });
    body.working_groups = Some(WorkingGroups {
        count: 8,
        since: None,
        revitalized: Some(read("2019-04")),
        named: vec![name("Border management")],
    });
    body.funder = Some(read("QAT"));
    body
}

fn parties() -> Vec<Party> {
    let party = |id, long: &str, acronym: Option<&str>, kind| Party {
        id: read(id),
        name: name(long),
        acronym: acronym.map(name),
        kind,
        formerly: Vec::new(),
    };
    let former = FormerName { name: name("Development Fund"), acronym: None, until: read("2019") };
    vec![
        party("eu", "European Union", Some("EU"), PartyKind::IntergovernmentalOrganization),
        Party { formerly: vec![former], ..party("undp", "Development Programme", Some("UNDP"), PartyKind::UnEntity) },
        party("peace-fund", "Peace Fund", None, PartyKind::PooledFund),
        party("shura-council", "Shura Council", None, PartyKind::StateOrgan { state: read("QAT") }),
    ]
}

/// A month with an item under every heading.
pub(crate) fn plan() -> MonthPlan {
    let mut plan = MonthPlan::new(read("2025-04"));
    (plan.issued, plan.cutoff) = (Some(read("2025-05-07")), Some(read("2025-05-06")));
    plan.stated_total = Some(read("USD 142615"));
    let mut meeting = Event::new(
        read("meeting"),
        Placement::Leadership,
        read("2025-04-29/2025-04-30"),
        read("A **meeting** on {month.pledged}."),
    );
    meeting.place = Some(Place::new(Some(read("UZB")), None).unwrap());
    (meeting.title, meeting.mode) = (Some(name("Meeting of Heads")), Some(EventMode::Hybrid));
    (meeting.units, meeting.part_of) = (vec![read("desk"), read("centre")], Some(read("forum")));
    (meeting.organizers, meeting.partners) = (vec![read("UZB")], vec![read("undp")]);
    meeting.programmes = vec![read("travel")];
    meeting.functions = vec![MandateFunction::Leadership];
    meeting.pillars = vec![Pillar::ALL[0]];
    let mut launch = Event::new(read("launch"), Placement::Highlights, read("2025-04"), read("A launch."));
    launch.picture = Some(picture());
    let course =
        Event::new(read("course"), Placement::Unit(read("desk")), read("2025-04-02, 2025-04-09"), read("A course."));
    plan.events = vec![course, meeting, launch];
    plan
}

pub(crate) fn picture() -> Picture {
    Picture {
        file: "2025-04/launch.jpg".to_owned(),
        alt: read("Two people open a door"),
        alt_language: None,
        caption: Some(read("The door of {units.centre.name}")),
        credit: Some(briefing_model::Credit::new("A. Photographer")),
        credit_language: None,
        media: briefing_model::Media::Jpeg,
        width: 1200,
        height: 800,
        orientation: briefing_model::Orientation::Rotate90,
        digest: briefing_model::Digest::new([7; 32]),
    }
}

/// Its ledger, in which two pledges of the month make the stated total.
pub(crate) const LEDGER: &str = "
    id,kind,effective,recorded,new,contributor,on_behalf_of,ref,amount,currency,received,partners,fund,purposes,what,period,certainty
    O-1,remainder,2020,2021-01-10,,,,,5000000,,4000000,7
    P-1,pledge,2021-06,2021-07-01,new,SAU,,,10000000,,,,,unit:centre
    R-1,receipt,2021-08-01,2021-08-02,,,,P-1,10000000
    P-2,pledge,2022-03,2022-04-01,new,undp,eu,,300000
    P-3,pledge,2022-03,2022-04-01,new,undp,,,250000
    A-1,allocation,2021-01,2021-02-01,,peace-fund,,,873120
    P-4,pledge,2023-01,2023-02-01,new,NLD,,,2500000,EUR
    K-1,in-kind,2021,2024-12-31,,SAU,,,2000000,,,,,,Premises,2021/2024
    P-5,pledge,2025-04,2025-05-05,new,DEU,,,92615,,,,trust-fund,programme:travel
    P-6,pledge,2025-04-28,2025-05-05,new,UZB,,,50000,,,,trust-fund
    P-7,pledge,2025-04,2025-05-05,new,FRA,,,999,,,,,unit:nowhere,,,unverified
";
