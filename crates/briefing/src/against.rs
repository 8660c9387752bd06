//! How the data of a finished file differ from what an office folder says today.

use std::collections::BTreeSet;

use briefing_model::Briefing;
use serde_json::{Map, Value};

/// How many characters of a text are shown.
const SHOWN: usize = 80;

/// What differs, place by place; nothing where both are the same briefing.
pub(crate) fn differences(file: &Briefing, folder: &Briefing) -> Vec<String> {
    let (file, folder) = match (serde_json::to_value(file), serde_json::to_value(folder)) {
        (Ok(file), Ok(folder)) => (file, folder),
        (Err(error), _) | (_, Err(error)) => return vec![format!("they cannot be compared: {error}")],
    };
    let mut differences = Vec::new();
    values("", &file, &folder, &mut differences);
    differences
}

fn values(place: &str, file: &Value, folder: &Value, found: &mut Vec<String>) {
    match (file, folder) {
        _ if file == folder => {}
        (Value::Object(file), Value::Object(folder)) => objects(place, file, folder, found),
        (Value::Array(file), Value::Array(folder)) => lists(place, file, folder, found),
        _ => found.push(format!("{place}: {} in the file, {} in the folder", shown(file), shown(folder))),
    }
}

fn objects(place: &str, file: &Map<String, Value>, folder: &Map<String, Value>, found: &mut Vec<String>) {
    let keys: BTreeSet<&String> = file.keys().chain(folder.keys()).collect();
    for key in keys {
        let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
        match (file.get(key), folder.get(key)) {
            (Some(file), Some(folder)) => values(&place, file, folder, found),
            (Some(file), None) => found.push(format!("{place}: {} in the file only", shown(file))),
            (None, Some(folder)) => found.push(format!("{place}: {} in the folder only", shown(folder))),
            (None, None) => {}
        }
    }
}

/// Items are known by their ids and what has a name by that; other lists by position.
fn lists(place: &str, file: &[Value], folder: &[Value], found: &mut Vec<String>) {
    let names = |list: &[Value]| list.iter().map(name).collect::<Option<Vec<String>>>();
    let (Some(ours), Some(theirs)) = (names(file), names(folder)) else {
        if file.len() != folder.len() {
            found.push(format!("{place}: {} entries in the file, {} in the folder", file.len(), folder.len()));
        }
        for (number, (file, folder)) in file.iter().zip(folder).enumerate() {
            values(&format!("{place}[{}]", number + 1), file, folder, found);
        }
        return;
    };
    let once = |names: &[String]| names.iter().collect::<BTreeSet<_>>().len() == names.len();
    if !once(&ours) || !once(&theirs) {
        found.push(format!(
            "{place}: {} entries in the file, {} in the folder, not all alike",
            ours.len(),
            theirs.len()
        ));
        return;
    }
    for (name, value) in ours.iter().zip(file) {
        match theirs.iter().position(|other| other == name).and_then(|at| folder.get(at)) {
            Some(other) => values(&format!("{place} `{name}`"), value, other, found),
            None => found.push(format!("{place} `{name}`: in the file only")),
        }
    }
    for name in theirs.iter().filter(|name| !ours.contains(name)) {
        found.push(format!("{place} `{name}`: in the folder only"));
    }
    let common = |names: &[String], others: &[String]| -> Vec<String> {
        names.iter().filter(|name| others.contains(name)).cloned().collect()
    };
    if common(&ours, &theirs) != common(&theirs, &ours) {
        found.push(format!("{place}: in another order"));
    }
}

/// By what an entry of a list is known.
fn name(entry: &Value) -> Option<String> {
    let fields = entry.as_object()?;
    let known = ["id", "unit", "name", "contributor", "place"].into_iter().find_map(|key| fields.get(key))?;
    match known {
        Value::String(name) => Some(name.clone()),
        Value::Object(names) => names.get("en").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// A value in a few words.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() { format!("`{line}…`") } else { format!("`{line}`") }
}
