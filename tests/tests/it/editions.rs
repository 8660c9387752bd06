//! Editions that contradict themselves: each number, date and name of every office's edition is changed, one at a time, and what is
//! not refused is what nothing else in an edition depends on.

use std::collections::BTreeSet;

use briefing_model::{Language, PartialDate, UncheckedBriefing};
use briefing_tests::{Issue, OFFICES, invented};
use serde_json::{Value, json};

/// The values that a value is replaced by, one at a time.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => {
            let number = number.as_u64().unwrap_or_default();
            vec![json!(number + 1), json!(number.saturating_sub(1)), json!(number * 2 + 250)]
        }
        Value::Bool(flag) => vec![json!(!flag)],
        Value::String(text) if matches!(text.parse(), Ok(PartialDate::Day(_))) => {
            vec![json!("2002-03-31"), json!("2090-05-31")]
        }
        Value::String(text) if text.parse::<f64>().is_ok() && text.contains('.') => {
            let more = text.parse::<f64>().unwrap_or_default();
            vec![json!(format!("{:.2}", more + 1.0)), json!(format!("-{text}")), json!(format!("9{text}"))]
        }
        _ => Vec::new(),
    }
}

/// Every value that may be changed, by its place with positions left out.
fn leaves(value: &Value, pointer: &str, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                leaves(value, &format!("{pointer}/{key}"), &format!("{place}.{key}"), found);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                leaves(value, &format!("{pointer}/{at}"), &format!("{place}[]"), found);
            }
        }
        _ => found.push((pointer.to_owned(), place.trim_start_matches('.').to_owned())),
    }
}

/// At most so many values of one kind are changed in one edition.
const MOST_OF_A_KIND: usize = 6;

#[test]
fn what_is_changed_in_an_edition_contradicts_the_rest_of_it() {
    let mut issues = Vec::new();
    for (folder, month) in OFFICES {
        issues.push(Issue::of_repository(folder, month).unwrap());
    }
    for office in invented::all().unwrap() {
        issues.push(Issue::edition(&office.files, office.month, Language::En).unwrap());
    }
    let (mut free, mut changed) = (BTreeSet::new(), 0);
    for issue in &issues {
        let whole = serde_json::to_value(&issue.folder.briefing).unwrap();
        let mut places = Vec::new();
        leaves(&whole, "", "", &mut places);
        let mut seen = std::collections::BTreeMap::<&str, usize>::new();
        for (pointer, place) in &places {
            let seen = seen.entry(place).or_default();
            *seen += 1;
            if *seen > MOST_OF_A_KIND {
                continue;
            }
            for other in others(whole.pointer(pointer).unwrap()) {
                let mut edition = whole.clone();
                *edition.pointer_mut(pointer).unwrap() = other.clone();
                changed += 1;
                let read = serde_json::from_value::<UncheckedBriefing>(edition);
                // What is written otherwise and means the same is not a change.
                let read = read.ok().and_then(|read| read.checked().ok());
                if read.is_some_and(|read| read != issue.folder.briefing) {
                    free.insert(place.clone());
                }
            }
        }
    }
    assert!(changed > 1_000, "{changed}");
    let free: Vec<&str> = free.iter().map(String::as_str).collect();
    insta::assert_snapshot!(free.join("\n"), @r"
    capacity_building[].items[].picture.height
    capacity_building[].items[].picture.width
    contributions.contributors[].pledged.documented.amount
    contributions.history[].as_of
    contributions.history[].pledged.amount
    contributions.in_kind[].value.amount
    contributions.in_kind[].when
    contributions.others.partners
    contributions.partners.documented
    contributions.partners.known
    contributions.partners.stated.on
    contributions.partners.stated.value
    contributions.pledged.documented.amount
    contributions.pledged.stated.on
    contributions.pledged.stated.rounded_to.amount
    contributions.pledged.stated.value.amount
    contributions.pledged_since[].amount.amount
    contributions.received.documented.amount
    contributions.received.stated.rounded_to.amount
    contributions.since_last_issue.partners.changed.by
    contributions.surplus.amount
    contributions.unpledged
    contributions.unvalued[].amount.amount
    contributions.unvalued[].since_total
    emblem.height
    emblem.width
    highlights[].picture.height
    highlights[].picture.width
    issued
    leadership[].picture.height
    leadership[].picture.width
    movements.late[].effective
    movements.late[].line.amount.amount
    movements.late[].line.purpose_unknown
    movements.late[].line.terms.amount.amount
    movements.lines[].purpose_unknown
    movements.restated[].after.effective
    movements.restated[].after.partners
    movements.restated[].after.pledged.amount
    movements.restated[].after.received.amount
    movements.restated[].after.value.amount
    structure.units[].board.members
    theme.columns
    ");
}

#[test]
fn nobody_is_made_up() {
    let issue = Issue::of_repository("examples/unoct", "2025-04").unwrap();
    let whole = serde_json::to_value(&issue.folder.briefing).unwrap();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut edition = whole.clone();
        change(&mut edition["contributions"]);
        let checked = serde_json::from_value::<UncheckedBriefing>(edition).unwrap().checked();
        checked.err().map(|invalid| invalid.to_string())
    };
    // The example's others may hide 36 newcomers, and no more.
    let newcomers = |count: usize| {
        let names: Vec<Value> = (0..count)
            .map(|at| json!({ "id": format!("newcomer-{at}"), "name": format!("Newcomer {at:02}") }))
            .collect();
        refused(&move |shown| shown["new_partners"] = json!({ "year": names }))
    };
    assert_eq!(newcomers(36), None);
    assert!(newcomers(37).unwrap().contains("`newcomer-36` is new, and neither shown nor among the 36 others"));
    // Two bars of one contributor, and of two under one name, the sums as they were.
    let again = |key: &'static [&str]| {
        refused(&move |shown| {
            for key in key {
                let first = shown["contributors"][0]["contributor"][key].clone();
                shown["contributors"][2]["contributor"][key] = first;
            }
        })
    };
    assert!(again(&["id", "name"]).unwrap().contains("is there twice"));
    assert!(again(&["name"]).unwrap().contains("have one name"));
}

#[test]
fn a_list_that_is_turned_round_or_doubled_is_refused() {
    let issue = Issue::of_repository("examples/unoct", "2025-04").unwrap();
    let whole = serde_json::to_value(&issue.folder.briefing).unwrap();
    let refused = |edition: Value| serde_json::from_value::<UncheckedBriefing>(edition).unwrap().checked().is_err();
    for list in ["/contributions/contributors", "/contributions/history", "/strategy", "/sections", "/highlights"] {
        let values = whole.pointer(list).unwrap().as_array().unwrap();
        let mut doubled = whole.clone();
        doubled.pointer_mut(list).unwrap().as_array_mut().unwrap().push(values[0].clone());
        assert!(refused(doubled), "{list} with one of them twice");
    }
    for list in ["/contributions/contributors", "/contributions/history", "/strategy"] {
        let mut turned = whole.clone();
        turned.pointer_mut(list).unwrap().as_array_mut().unwrap().reverse();
        assert!(refused(turned), "{list} turned round");
    }
}
