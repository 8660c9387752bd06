//! What is not an office: every contradiction is found, named, and found together with the others.

use briefing_model::{
    Acronym, Code, CoordinationBody, EntityCount, Fault, FieldPath, LedgerWording, MandateFunction, Name, Office,
    OfficeData, Party, PartyKind, Programme, Step, Unit, UnitKind, Units,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::compile::office::{data, name, read};

/// What is wrong with the invented office after a change.
fn after(change: impl FnOnce(&mut OfficeData)) -> String {
    let mut data = data();
    change(&mut data);
    match Office::new(data) {
        Ok(_) => "none".to_owned(),
        Err(invalid) => invalid.faults.iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}

fn line(fault: &Fault) -> String {
    let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {place}: {}", fault.code, fault.message)
}

/// The same, after a change of its first unit.
fn after_unit(change: impl FnOnce(&mut Unit)) -> String {
    after(|data| {
        let mut units: Vec<Unit> = data.units.clone().into();
        change(&mut units[0]);
        data.units = Units::new(units);
    })
}

fn after_body(change: impl FnOnce(&mut CoordinationBody)) -> String {
    after(|data| change(&mut data.bodies[0]))
}

fn after_programme(change: impl FnOnce(&mut Programme)) -> String {
    after(|data| change(&mut data.programmes[0]))
}

#[test]
fn nothing_is_wrong_with_the_invented_office() {
    assert_eq!(after(|_| {}), "none");
}

#[test]
fn words_of_the_ledger_are_worded_once() {
    let wording = |id| LedgerWording { id: read(id), name: name("training rooms") };
    assert_eq!(after(|data| data.wordings.push(wording("rooms"))), "none");
    assert_snapshot!(after(|data| data.wordings.extend([wording("rooms"), wording("halls")])), @"M0115 wording[halls].name: two wordings are of the words `training rooms`");
}

#[test]
fn acronyms_have_keys_of_their_own() {
    let acronym = |short| Acronym { acronym: name(short), name: name("research and development") };
    assert_eq!(after(|data| data.acronyms.extend([acronym("R&D"), acronym("RD")])), "none");
    assert_snapshot!(after(|data| data.acronyms.extend([acronym("R&D"), acronym("R-D")])), @"M0115 acronyms.R-D: translations would name `R-D` and `R&D` alike: `acronyms.R-D`");
}

#[test]
fn ids_are_unique() {
    assert_snapshot!(after(|data| {
        data.programmes.push(data.programmes[0].clone());
        data.bodies.push(data.bodies[0].clone());
        data.parties.push(data.parties[0].clone());
        data.funds.push(data.funds[0].clone());
        data.sources.push(data.sources[0].clone());
        data.sections.push(data.sections[0]);
    }), @r"
    T0205 programme[travel].id: the id `travel` is used twice
    T0205 body[compact].id: the id `compact` is used twice
    T0205 party[eu].id: the id `eu` is used twice
    T0205 fund[trust-fund].id: the id `trust-fund` is used twice
    T0205 source[letters].id: the id `letters` is used twice
    T0215 office.sections[10]: listed twice: delete one of the two
    ");
}

#[test]
fn references_lead_somewhere() {
    assert_snapshot!(after(|data| data.parties.retain(|party| party.id.as_str() != "undp")), @r"
    R0302 unit[centre].board.guests[1]: there is no party `undp`
    R0302 programme[travel].partners[0]: there is no party `undp`
    R0302 body[compact].named-entities[0]: there is no party `undp`
    ");
    assert_snapshot!(
        after(|data| data.bodies.clear()),
        @"R0303 mandate.coordination: there is no coordination body `compact`"
    );
    assert_snapshot!(
        after_programme(|programme| programme.units.push(read("dask"))),
        @"R0301 programme[travel].units[2]: there is no unit `dask`"
    );
    assert_snapshot!(
        after_body(|body| body.funder = Some(read("iom"))),
        @"R0302 body[compact].funder: there is no party `iom`"
    );
    assert_snapshot!(
        after_unit(|unit| unit.founding.as_mut().unwrap().contributor = read("osce")),
        @"R0302 unit[centre].founding.contributor: there is no party `osce`"
    );
}

#[test]
fn no_list_has_a_thing_twice() {
    assert_snapshot!(after_programme(|programme| {
        programme.units.push(read("centre"));
        programme.partners.push(read("DEU"));
        programme.functions.push(MandateFunction::Delivery);
        programme.pillars.push(programme.pillars[0]);
    }), @r"
    T0215 programme[travel].units[2]: listed twice: delete one of the two
    T0215 programme[travel].partners[2]: listed twice: delete one of the two
    T0215 programme[travel].functions[1]: listed twice: delete one of the two
    T0215 programme[travel].pillars[2]: listed twice: delete one of the two
    ");
    assert_snapshot!(
        after_unit(|unit| unit.board.as_mut().unwrap().guests.push(read("SAU"))),
        @"T0211 unit[centre].board.guests[2]: `SAU` is a member of the board as well, and a guest is not a member"
    );
    assert_snapshot!(
        after_body(|body| body.named_entities.push(read("undp"))),
        @"T0215 body[compact].named-entities[1]: listed twice: delete one of the two"
    );
    assert_snapshot!(after_body(|body| {
        let groups = body.working_groups.as_mut().unwrap();
        groups.named.push(groups.named[0].clone());
    }), @"T0215 body[compact].working-groups.named[1]: listed twice: delete one of the two");
}

#[test]
fn ids_that_mean_something_else_are_refused() {
    let refused = |id: &str| id.parse::<briefing_model::UnitId>().unwrap_err().to_string();
    assert_snapshot!(
        refused("leadership"),
        @"`leadership` is not a unit id: that is a section, for the items of a month: choose another id"
    );
    assert!(refused("highlights").contains("a section"));
    assert!("about".parse::<briefing_model::UnitId>().is_ok(), "no item is placed there");
    let body = |id| after(|data| data.bodies.push(CoordinationBody::new(read(id), name("Body"))));
    assert_snapshot!(
        body("month"),
        @"T0211 body[month].id: `month` begins the names of other facts: choose another id"
    );
    for id in ["standing", "office", "units"] {
        assert_ne!(body(id), "none", "{id}");
    }
    assert_snapshot!(
        "can".parse::<briefing_model::PartyId>().unwrap_err().to_string(),
        @"`can` is not a party id: that is CAN, the code of a State, in small letters: choose another id"
    );
    assert!("cana".parse::<briefing_model::PartyId>().is_ok());
}

#[test]
fn no_more_are_named_than_there_are() {
    assert_snapshot!(
        after_unit(|unit| unit.board.as_mut().unwrap().members = 1),
        @"T0211 unit[centre].board.named-members: more members are named (2) than there are (1)"
    );
    assert_eq!(after_unit(|unit| unit.board.as_mut().unwrap().members = 2), "none");
    assert_snapshot!(
        after_body(|body| body.working_groups.as_mut().unwrap().count = 0),
        @"T0211 body[compact].working-groups.named: more working groups are named (1) than there are (0)"
    );
    assert_snapshot!(
        after_body(|body| body.entities.iter_mut().for_each(|entities| entities.count = 0)),
        @"T0211 body[compact].named-entities: more entities are named (1) than there are (0)"
    );
    assert_eq!(after_body(|body| body.entities.clear()), "none", "nothing is said of how many there are");
}

#[test]
fn dates_are_in_order() {
    assert_snapshot!(
        after_unit(|unit| unit.until = Some(read("2010"))),
        @"T0214 unit[centre].until: `until` comes before `since`, which is 2011-09"
    );
    assert_eq!(after_unit(|unit| unit.until = Some(read("2011"))), "none", "some day of that year");
    assert_snapshot!(
        after_unit(|unit| unit.inaugurated = Some(read("2010-12"))),
        @"T0214 unit[centre].inaugurated: `inaugurated` comes before `opened`, which is 2011"
    );
    assert_eq!(after_unit(|unit| unit.inaugurated = Some(read("2011-06"))), "none");
    assert_snapshot!(
        after_programme(|programme| programme.closed = Some(read("2019-04"))),
        @"T0214 programme[travel].closed: `closed` comes before `launched`, which is 2019-05-07"
    );
    assert_snapshot!(
        after_body(|body| body.entities.reverse()),
        @"T0214 body[compact].entities[1].on: the count before this one is of 2023-05: counts are in the order of their days, one for each day"
    );
    assert_snapshot!(
        after_body(|body| body.entities.push(EntityCount { on: read("2023-05-01"), count: 47 })),
        @"T0214 body[compact].entities[2].on: the count before this one is of 2023-05: counts are in the order of their days, one for each day"
    );
}

#[test]
fn the_second_function_counts_the_entities_of_the_compact() {
    let named = |text: &str| after_body(|body| (body.name, body.short) = (name(text), None));
    assert_snapshot!(named("Forum of Statistics"), @"R0306 mandate.coordination: `compact` is the Forum of Statistics, and the second function names the Compact");
    for compact in
        ["United Nations Global Counter-Terrorism Coordination Compact", "UN Counter-Terrorism Compact", "Compact"]
    {
        assert_eq!(named(compact), "none", "{compact}");
    }
    assert!(named("Global Compact on Water").starts_with("R0306 ") && named("Water Compact").starts_with("R0306 "));
}

#[test]
fn a_founding_contribution_is_something() {
    let amount = |text| after_unit(|unit| unit.founding.as_mut().unwrap().amount = Some(read(text)));
    assert_snapshot!(
        amount("USD 0"),
        @"T0211 unit[centre].founding.amount: a founding contribution is more than nothing: state it, or leave the amount out"
    );
    assert_ne!(amount("USD -1"), "none");
    assert_eq!(amount("USD 0.01"), "none");
}

#[test]
fn organs_are_organs_of_their_state() {
    assert_snapshot!(
        after(|data| data.parties[3].kind = PartyKind::StateOrgan { state: read("KWT") }),
        @"T0211 ledger.organs: `shura-council` counts as an organ of a State, and the list of parties does not say so"
    );
    assert_ne!(
        after(|data| {
            data.parties.pop();
        }),
        "none"
    );
}

#[test]
fn units_are_not_nested_without_end() {
    let deep = |depth: u32| {
        after(|data| {
            let units = data.units.iter().cloned().chain(chain(depth));
            data.units = Units::new(units.collect());
        })
    };
    assert_eq!(deep(17), "none");
    assert_snapshot!(
        deep(18),
        @"T0211 unit[u17].parent: there are more than 16 units above this one: no office is that deep"
    );
}

/// Units of which each belongs to the one before.
fn chain(length: u32) -> Vec<Unit> {
    let unit = |n: u32| {
        let mut unit = Unit::new(read(&format!("u{n}")), name("Unit"), UnitKind::Section);
        unit.parent = n.checked_sub(1).map(|above| read(&format!("u{above}")));
        unit
    };
    (0..length).map(unit).collect()
}

#[test]
fn every_fault_is_told() {
    let told = after(|data| {
        data.sections.push(data.sections[0]);
        data.bodies[0].entities.reverse();
        data.programmes[0].closed = Some(read("2000"));
    });
    assert_eq!(told.lines().count(), 3, "{told}");
}

#[test]
fn json_comes_in_by_the_same_door() {
    let mut data = data();
    data.parties.push(Party {
        id: read("eu"),
        name: name("Other"),
        acronym: None,
        kind: PartyKind::UnEntity,
        formerly: vec![],
    });
    let error = serde_json::from_value::<Office>(serde_json::to_value(data).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "the office is invalid: T0205 at `party[eu].id`: the id `eu` is used twice");
}

/// The faults of an office with these units and nothing else.
fn of_units(units: Vec<Unit>) -> Result<Office, Vec<Fault>> {
    let mut data = OfficeData::new(read("office"), name("Office"));
    data.units = Units::new(units);
    Office::new(data).map_err(|invalid| invalid.faults)
}

#[test]
fn very_many_units_are_looked_at_once_each() {
    // Following each to the top would take a thousand million steps here.
    let mut circle = chain(60_000);
    circle[0].parent = Some(read("u59999"));
    let faults = of_units(circle).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::UnitCycle]);
}

/// Units of few names, so that they meet.
fn units() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (0..8_u8, prop::option::weighted(0.8, 0..8_u8)).prop_map(|(id, parent)| {
        let mut unit = Unit::new(read(&format!("u{id}")), Name::new("Unit").unwrap(), UnitKind::Branch);
        unit.parent = parent.map(|parent| read(&format!("u{parent}")));
        unit
    });
    prop::collection::vec(unit, 0..8)
}

proptest! {
    #[test]
    fn units_form_a_tree_or_are_refused_for_a_reason(units in units()) {
        match of_units(units.clone()) {
            Ok(office) => {
                // Walking down from the roots meets every unit once.
                let tree = office.data().units.clone();
                let mut met = Vec::new();
                let mut todo: Vec<&Unit> = tree.roots().collect();
                while let Some(unit) = todo.pop() {
                    met.push(unit.id.clone());
                    todo.extend(tree.children(&unit.id));
                    prop_assert!(met.len() <= units.len());
                }
                met.sort();
                let mut all: Vec<_> = units.iter().map(|unit| unit.id.clone()).collect();
                all.sort();
                prop_assert_eq!(met, all);
                prop_assert_eq!(Vec::from(tree), units);
            }
            Err(faults) => {
                // The slow way: whoever comes back to itself within as many steps as there are units.
                let parent = |id: &briefing_model::UnitId| units.iter().find(|unit| unit.id == *id)?.parent.clone();
                let circular = |unit: &Unit| {
                    let mut above = parent(&unit.id);
                    (0..units.len()).any(|_| {
                        let back = above.as_ref() == Some(&unit.id);
                        above = above.as_ref().and_then(parent);
                        back
                    })
                };
                for fault in &faults {
                    let path = fault.place.as_ref().unwrap();
                    let Some(Step::Item { index, .. }) = path.steps().get(1) else { panic!("{path}") };
                    let unit = &units[*index];
                    prop_assert!(match fault.code {
                        Code::DuplicateId => units.iter().filter(|other| other.id == unit.id).count() > 1,
                        Code::UnknownUnit => units.iter().all(|other| Some(&other.id) != unit.parent.as_ref()),
                        Code::UnitCycle => circular(unit),
                        _ => false,
                    }, "{fault}");
                }
                let circles = faults.iter().any(|fault| fault.code == Code::UnitCycle);
                prop_assert_eq!(circles, units.iter().any(circular), "circles are reported");
            }
        }
    }
}

#[test]
fn a_fault_is_an_error() {
    let path = FieldPath::office().key("party").item(1, Some("eu")).key("id");
    let fault: Box<dyn std::error::Error> = Box::new(Fault::new(Code::DuplicateId, path, "the id `eu` is used twice"));
    let wanted =
        "error[T0205]: the id `eu` is used twice\n --> party[eu].id\n  = help: give one of the two another id\n";
    assert_eq!(fault.to_string(), wanted);
}
