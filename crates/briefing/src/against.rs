//! How the data of a finished file differ from what an office folder says today.

use std::collections::BTreeMap;

use briefing_model::Briefing;
use briefing_office::{PlaceChange, changes_in_words};
use serde_json::Value;

/// How many characters of a text are shown.
const SHOWN: usize = 80;

/// What differs, place by place, in words; nothing where both are the same briefing.
pub(crate) fn differences(file: &Briefing, folder: &Briefing) -> Vec<String> {
    let (file, folder) = match (serde_json::to_value(file), serde_json::to_value(folder)) {
        (Ok(file), Ok(folder)) => (file, folder),
        (Err(error), _) | (_, Err(error)) => return vec![format!("they cannot be compared: {error}")],
    };
    if file == folder {
        return Vec::new();
    }
    let changes = changes_in_words(places(&file), places(&folder));
    let said = |PlaceChange { words, before, after, .. }: PlaceChange| match (before, after) {
        (Some(file), Some(folder)) => {
            format!("{words}: {} in the file, {} in the folder", shown(&file), shown(&folder))
        }
        (Some(file), None) => format!("{words}: {} in the file only", shown(&file)),
        (None, folder) => format!("{words}: {} in the folder only", shown(&folder.unwrap_or_default())),
    };
    let said: Vec<String> = changes.into_iter().map(said).collect();
    // Rows of tables are compared by what they say, and not by where they stand.
    if said.is_empty() { vec!["rows of tables stand in another order".to_owned()] } else { said }
}

/// Everything that an edition has, by place.
pub(crate) fn places(briefing: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    walk("", briefing, &mut found);
    found
}

fn walk(place: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Null => {}
        Value::Bool(flag) => drop(found.insert(place.to_owned(), flag.to_string())),
        Value::Number(number) => drop(found.insert(place.to_owned(), number.to_string())),
        Value::String(text) => drop(found.insert(place.to_owned(), text.clone())),
        Value::Array(list) => walk_list(place, list, found),
        Value::Object(fields) => match (fields.get("amount"), fields.get("currency")) {
            (Some(Value::String(amount)), Some(Value::String(currency))) if fields.len() == 2 => {
                found.insert(place.to_owned(), format!("{currency} {amount}"));
            }
            _ => {
                for (key, value) in fields {
                    let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                    walk(&place, value, found);
                }
            }
        },
    }
}

/// Items are known by their ids and what has a name by that; other lists by position.
fn walk_list(place: &str, list: &[Value], found: &mut BTreeMap<String, String>) {
    let names: Option<Vec<String>> = list.iter().map(name).collect();
    let names = names.filter(|names| {
        let mut sorted: Vec<&String> = names.iter().collect();
        sorted.sort_unstable();
        sorted.windows(2).all(|pair| matches!(pair, [one, other] if one != other))
    });
    let keys = match names {
        Some(names) if !names.is_empty() => {
            found.insert(format!("{place}.order"), names.join(", "));
            names
        }
        _ => (1..=list.len()).map(|number| number.to_string()).collect(),
    };
    for (key, value) in keys.iter().zip(list) {
        walk(&format!("{place}[{key}]"), value, found);
    }
}

/// By what an entry of a list is known.
fn name(entry: &Value) -> Option<String> {
    let fields = entry.as_object()?;
    let known = ["id", "unit", "name", "contributor", "place"].into_iter().find_map(|key| fields.get(key))?;
    match known {
        Value::String(name) => Some(name.clone()),
        Value::Object(fields) => {
            fields.get("id").or_else(|| fields.get("en")).and_then(Value::as_str).map(str::to_owned)
        }
        _ => None,
    }
}

/// A value in a few words.
fn shown(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() { format!("`{line}…`") } else { format!("`{line}`") }
}
