//! What is no office: every contradiction is found, named, and found together with the others.

use briefing_model::{
    CoordinationBody, EntityCount, MandateFunction, Name, Office, OfficeData, OfficeFault, Party, PartyKind, Programme,
    Unit, UnitKind, Units, UnitsFault,
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
        Err(invalid) => invalid.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

/// The same, after a change of its first unit.
fn after_unit(change: impl FnOnce(&mut Unit)) -> String {
    after(|data| {
        let mut units: Vec<Unit> = data.units.clone().into();
        change(&mut units[0]);
        data.units = Units::new(units).unwrap();
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
fn ids_are_unique() {
    assert_snapshot!(after(|data| {
        data.programmes.push(data.programmes[0].clone());
        data.bodies.push(data.bodies[0].clone());
        data.parties.push(data.parties[0].clone());
        data.funds.push(data.funds[0].clone());
        data.sources.push(data.sources[0].clone());
        data.sections.push(data.sections[0]);
    }), @r"
    two programmes are called `travel`
    two coordination bodies are called `compact`
    two parties are called `eu`
    two funds are called `trust-fund`
    two sources are called `letters`
    two sections are called `highlights`
    ");
}

#[test]
fn references_lead_somewhere() {
    assert_snapshot!(after(|data| data.parties.retain(|party| party.id.as_str() != "undp")), @r"
    unit `centre` names the party `undp`, which does not exist
    programme `travel` names the party `undp`, which does not exist
    coordination body `compact` names the party `undp`, which does not exist
    ");
    assert_snapshot!(
        after(|data| data.bodies.clear()),
        @"the mandate names the coordination body `compact`, which does not exist"
    );
    assert_snapshot!(
        after_programme(|programme| programme.units.push(read("dask"))),
        @"programme `travel` names the unit `dask`, which does not exist"
    );
    assert_snapshot!(
        after_body(|body| body.funder = Some(read("iom"))),
        @"coordination body `compact` names the party `iom`, which does not exist"
    );
    assert_snapshot!(
        after_unit(|unit| unit.founding.as_mut().unwrap().contributor = read("osce")),
        @"unit `centre` names the party `osce`, which does not exist"
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
    programme `travel` lists `centre` twice among its units
    programme `travel` lists `DEU` twice among its partners
    programme `travel` lists `delivery` twice among its functions
    programme `travel` lists `II` twice among its pillars
    ");
    assert_snapshot!(
        after_unit(|unit| unit.board.as_mut().unwrap().guests.push(read("SAU"))),
        @"unit `centre` lists `SAU` twice among the members and guests of its board"
    );
    assert_snapshot!(
        after_body(|body| body.named_entities.push(read("undp"))),
        @"coordination body `compact` lists `undp` twice among its entities"
    );
    assert_snapshot!(after_body(|body| {
        let groups = body.working_groups.as_mut().unwrap();
        groups.named.push(groups.named[0].clone());
    }), @"coordination body `compact` lists `Border management` twice among its working groups");
}

#[test]
fn ids_that_mean_something_else_are_refused() {
    let section = |id| {
        after(|data| {
            let unit = Unit::new(read(id), name("Unit"), UnitKind::Section);
            data.units = Units::new(data.units.iter().cloned().chain([unit]).collect()).unwrap();
        })
    };
    assert_snapshot!(
        section("leadership"),
        @"unit `leadership` cannot be called that: `leadership` is a section, for the items of a month; give it another id"
    );
    assert_ne!(section("highlights"), "none");
    assert_eq!(section("about"), "none", "no item is placed there");
    let body = |id| after(|data| data.bodies.push(CoordinationBody::new(read(id), name("Body"))));
    assert_snapshot!(
        body("month"),
        @"coordination body `month` cannot be called that: `month` begins the names of other facts; give it another id"
    );
    for id in ["standing", "office", "units"] {
        assert_ne!(body(id), "none", "{id}");
    }
}

#[test]
fn no_more_are_named_than_there_are() {
    assert_snapshot!(
        after_unit(|unit| unit.board.as_mut().unwrap().members = 1),
        @"unit `centre` names more members of its board (2) than there are (1)"
    );
    assert_eq!(after_unit(|unit| unit.board.as_mut().unwrap().members = 2), "none");
    assert_snapshot!(
        after_body(|body| body.working_groups.as_mut().unwrap().count = 0),
        @"coordination body `compact` names more working groups (1) than there are (0)"
    );
    assert_snapshot!(
        after_body(|body| body.entities.iter_mut().for_each(|entities| entities.count = 0)),
        @"coordination body `compact` names more entities (1) than there are (0)"
    );
    assert_eq!(after_body(|body| body.entities.clear()), "none", "nothing is said of how many there are");
}

#[test]
fn dates_are_in_order() {
    assert_snapshot!(
        after_unit(|unit| unit.until = Some(read("2010"))),
        @"unit `centre` begins 2011-09 and ends 2010: these dates are not in order"
    );
    assert_eq!(after_unit(|unit| unit.until = Some(read("2011"))), "none", "some day of that year");
    assert_snapshot!(
        after_programme(|programme| programme.closed = Some(read("2019-04"))),
        @"programme `travel` was launched 2019-05-07 and was closed 2019-04: these dates are not in order"
    );
    assert_snapshot!(
        after_body(|body| body.entities.reverse()),
        @"coordination body `compact` counts its entities 2023-05 and again 2018-02-23: these dates are not in order"
    );
    assert_snapshot!(
        after_body(|body| body.entities.push(EntityCount { on: read("2023-05-01"), count: 47 })),
        @"coordination body `compact` counts its entities 2023-05 and again 2023-05-01: these dates are not in order"
    );
}

#[test]
fn a_founding_contribution_is_something() {
    let amount = |text| after_unit(|unit| unit.founding.as_mut().unwrap().amount = Some(read(text)));
    assert_snapshot!(
        amount("USD 0"),
        @"unit `centre` rests on a contribution of USD 0.00: state more than nothing, or leave the amount out"
    );
    assert_ne!(amount("USD -1"), "none");
    assert_eq!(amount("USD 0.01"), "none");
}

#[test]
fn organs_are_organs_of_their_state() {
    assert_snapshot!(
        after(|data| data.parties[3].kind = PartyKind::StateOrgan { state: read("KWT") }),
        @"the ledger counts `shura-council` as an organ of a State, and the list of parties does not say so"
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
            data.units = Units::new(units.collect()).unwrap();
        })
    };
    assert_eq!(deep(17), "none");
    assert_snapshot!(
        deep(18),
        @"unit `u17` stands under more than 16 others, one above the other: no office is that deep"
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
    assert_eq!(error.to_string(), "the office does not hold together: two parties are called `eu`");
}

#[test]
fn very_many_units_are_looked_at_once_each() {
    // Following each to the top would take a thousand million steps here.
    let units = chain(60_000);
    assert!(Units::new(units.clone()).is_ok());
    let mut circle = units;
    circle[0].parent = Some(read("u59999"));
    assert_eq!(Units::new(circle).unwrap_err().faults.len(), 60_000);
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
        match Units::new(units.clone()) {
            Ok(tree) => {
                // Walking down from the roots meets every unit once.
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
            Err(invalid) => {
                // The slow way: whoever comes back to itself within as many steps as there are units.
                let parent = |id: &briefing_model::UnitId| units.iter().rev().find(|unit| unit.id == *id)?.parent.clone();
                let circular = |unit: &Unit| {
                    let mut above = parent(&unit.id);
                    (0..units.len()).any(|_| {
                        let back = above.as_ref() == Some(&unit.id);
                        above = above.as_ref().and_then(parent);
                        back
                    })
                };
                for fault in &invalid.faults {
                    prop_assert!(match fault {
                        UnitsFault::Duplicate(id) => units.iter().filter(|unit| unit.id == *id).count() > 1,
                        UnitsFault::UnknownParent { parent, .. } => units.iter().all(|unit| unit.id != *parent),
                        UnitsFault::Cycle(id) => units.iter().any(|unit| unit.id == *id && circular(unit)),
                        _ => false,
                    }, "{fault}");
                }
                let told = |unit: &&Unit| circular(unit)
                    && !invalid.faults.iter().any(|fault| matches!(fault, UnitsFault::Cycle(id) if *id == unit.id))
                    && unit.parent.as_ref().is_some_and(|parent| units.iter().any(|unit| unit.id == *parent));
                prop_assert_eq!(units.iter().find(told), None, "every circle is told");
            }
        }
    }
}

#[test]
fn a_fault_is_an_error() {
    let fault: Box<dyn std::error::Error> = Box::new(OfficeFault::Duplicate { kind: "parties", id: "eu".to_owned() });
    assert_eq!(fault.to_string(), "two parties are called `eu`");
}
