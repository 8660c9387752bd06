//! The States, and the ways to find one.

use std::collections::BTreeSet;

use briefing_model::{Language, Name, Region, State, StateStatus};

#[test]
fn there_are_193_members_and_two_observers() {
    let count = |status| State::all().filter(|state| state.status() == status).count();
    assert_eq!(count(StateStatus::Member), 193);
    assert_eq!(count(StateStatus::Observer), 2);
    assert!(State::all().is_sorted());
}

#[test]
fn every_state_is_found_by_each_of_its_codes() {
    for state in State::all() {
        assert_eq!(state.iso3().parse(), Ok(state));
        assert_eq!(State::from_iso2(state.iso2()), Some(state));
        assert_eq!(State::from_m49(state.m49()), Some(state));
    }
}

#[test]
fn no_other_code_is_a_state() {
    let codes = |length: u32| {
        (0..26_u32.pow(length)).map(move |mut number| {
            let mut code = String::new();
            for _ in 0..length {
                code.push(char::from(b'A' + (number % 26) as u8));
                number /= 26;
            }
            code
        })
    };
    assert_eq!(codes(3).filter(|code| code.parse::<State>().is_ok()).count(), 195);
    assert_eq!(codes(2).filter(|code| State::from_iso2(code).is_some()).count(), 195);
    assert_eq!((0..=u16::MAX).filter(|&number| State::from_m49(number).is_some()).count(), 195);
    for text in ["", "deu", "DE", "DEUX", " DEU", "TWN", "XKX", "EUR", "276"] {
        assert!(text.parse::<State>().is_err(), "{text}");
    }
}

#[test]
fn names_follow_united_nations_usage() {
    let names = |code: &str| Name::from(code.parse::<State>().unwrap());
    assert_eq!(names("TUR").english(), "Türkiye");
    assert_eq!(names("CIV").english(), "Côte d'Ivoire");
    assert_eq!(names("NLD").get(Language::Fr), Some("Pays-Bas (Royaume des)"));
    assert_eq!(names("PSE").english(), "State of Palestine");
}

#[test]
fn every_region_has_states() {
    let regions: BTreeSet<Region> = State::all().map(State::region).collect();
    assert_eq!(regions.len(), 5);
}

#[test]
fn every_state_but_one_has_currencies() {
    let none: Vec<_> = State::all().filter(|state| state.currencies().next().is_none()).collect();
    assert_eq!(none, ["PSE".parse().unwrap()]);
    let two: Vec<_> = State::all().filter(|state| state.currencies().count() == 2).map(State::iso3).collect();
    assert_eq!(two, ["BTN", "HTI", "LSO", "NAM", "PAN", "SLV", "URY", "VEN"]);
}
