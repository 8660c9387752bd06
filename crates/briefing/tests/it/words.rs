//! Places of editions in the words of those who write them.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Briefing, Language};
use briefing_office::{PrintedEdition, place_in_words};
use serde_json::Value;

use crate::everything::everything;

/// Every place that a value has, of leaves and of all that they are in.
fn places(place: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                places(&format!("{place}[{}]", at + 1), value, found);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                places(&place, value, found);
            }
        }
        Value::String(text) => drop(found.insert(place.to_owned(), text.clone())),
        other => drop(found.insert(place.to_owned(), other.to_string())),
    }
    if !place.is_empty() {
        found.entry(place.to_owned()).or_default();
    }
}

/// Every place of the briefings that use every field, as pieces are told and as JSON has them.
fn all_places() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for briefing in everything() {
        let briefing: &Briefing = &briefing;
        all.extend(PrintedEdition { language: Language::En, briefing }.pieces());
        places("", &serde_json::to_value(briefing).unwrap(), &mut all);
    }
    all
}

/// A place without the ids and numbers in it.
fn shape(place: &str) -> String {
    let mut shape = String::new();
    let mut inside = false;
    for c in place.chars() {
        inside = (inside || c == '[') && c != ']';
        if !inside || c == '[' {
            shape.push(c);
        }
    }
    shape
}

#[test]
fn every_place_of_an_edition_is_said_in_words() {
    let all = all_places();
    assert!(all.len() > 400, "{}", all.len());
    let mut said = String::new();
    let mut shapes = BTreeSet::new();
    for place in all.keys() {
        let words = place_in_words(place, &|place| all.get(place).filter(|text| !text.is_empty()).cloned());
        // Titles and names are quoted, and ids are code: what is left is ours.
        let ours: String = words.split('`').step_by(2).collect();
        let ours: String = ours.split(['“', '”']).step_by(2).collect();
        let path =
            ours.contains(['[', ']', '_']) || ours.split(' ').any(|word| word.trim_end_matches('.').contains('.'));
        assert!(!path || ours.contains("fact {"), "{place}: {words}");
        assert!(!words.contains("  ") && !words.ends_with(' '), "{place}: {words}");
        let is_again = ["ar", "es", "fr", "ru", "zh"].iter().any(|language| place.ends_with(&format!(".{language}")));
        if !is_again && shapes.insert(shape(place)) {
            said.push_str(&format!("{place}: {words}\n"));
        }
    }
    insta::assert_snapshot!(said);
}
