//! `examples/unoct/CHECKLIST.md` says where each statement of the source is kept: each place is there.

use std::fs;

use briefing_tests::repository;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The places in the last column, with the line that names them.
fn places() -> Vec<(usize, String)> {
    let text = fs::read_to_string(repository("examples/unoct/CHECKLIST.md")).unwrap();
    let mut places = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with('|')).skip(2) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 3, "line {} has another number of cells: {line}", number + 1);
        places.push((number + 1, cells[2].trim_matches('`').to_owned()));
    }
    places
}

/// Looks up a key such as `unit.uncct.board.members`; a table that stands in a list is named by its id.
fn find<'t>(table: &'t DeTable<'t>, path: &str) -> Option<&'t DeValue<'t>> {
    let (first, rest) = path.split_once('.').map_or((path, ""), |(first, rest)| (first, rest));
    let mut value = table.get(first)?.get_ref();
    for key in rest.split('.').filter(|key| !key.is_empty()) {
        value = match value {
            DeValue::Table(table) => table.get(key)?.get_ref(),
            DeValue::Array(list) => list.iter().map(Spanned::get_ref).find(|item| id(item) == Some(key))?,
            _ => return None,
        };
    }
    Some(value)
}

fn id<'t>(value: &'t DeValue<'_>) -> Option<&'t str> {
    value.as_table()?.get("id")?.get_ref().as_str()
}

fn has(file: &str, place: &str) -> bool {
    let text = fs::read_to_string(repository("examples/unoct").join(file)).unwrap();
    if file.ends_with(".csv") {
        // No id has a comma or a quotation mark in it.
        return text.lines().skip(1).any(|row| row.split(',').next() == Some(place));
    }
    let says_something = |value: &DeValue<'_>| match value {
        DeValue::String(text) => !text.trim().is_empty(),
        DeValue::Array(list) => !list.is_empty(),
        DeValue::Table(table) => !table.is_empty(),
        _ => true,
    };
    find(DeTable::parse(&text).unwrap().get_ref(), place).is_some_and(says_something)
}

#[test]
fn every_place_of_the_checklist_is_in_the_example() {
    let places = places();
    assert!(places.len() > 100, "only {} places were found", places.len());
    let missing: Vec<String> = places
        .iter()
        .filter(|(_, place)| !place.split_once(": ").is_some_and(|(file, key)| has(file, key)))
        .map(|(line, place)| format!("line {line}: {place}"))
        .collect();
    assert!(missing.is_empty(), "{} places are not there:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn a_place_that_is_not_there_is_noticed() {
    assert!(has("office.toml", "unit.uncct.board.members"));
    assert!(!has("office.toml", "unit.uncct.bored.members"));
    assert!(!has("office.toml", "unit.unknown"));
    assert!(has("ledger.csv", "deu-2025-04"));
    assert!(!has("ledger.csv", "deu-2025"));
}

#[test]
fn every_item_and_every_entry_of_the_month_is_on_the_checklist() {
    let places: Vec<String> = places().into_iter().map(|(_, place)| place).collect();
    let month = fs::read_to_string(repository("examples/unoct/2025-04/briefing.toml")).unwrap();
    let month = DeTable::parse(&month).unwrap();
    for item in month.get_ref()["item"].get_ref().as_array().unwrap() {
        let id = id(item.get_ref()).unwrap();
        for key in ["when", "text", "section"] {
            let place = format!("2025-04/briefing.toml: item.{id}.{key}");
            assert!(places.contains(&place), "{place}");
        }
    }
    let ledger = fs::read_to_string(repository("examples/unoct/ledger.csv")).unwrap();
    for id in ledger.lines().filter_map(|row| row.split(',').next()).filter(|id| id.contains("2025-04")) {
        assert!(places.contains(&format!("ledger.csv: {id}")), "{id}");
    }
}
