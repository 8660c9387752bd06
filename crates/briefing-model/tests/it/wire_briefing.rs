//! The names by which a briefing travels: what editions hold and other tools read. A change here is a change of format.

use std::collections::BTreeSet;

use briefing_model::*;
use insta::{assert_json_snapshot, assert_snapshot};

use crate::compile::office;
use crate::compile::office::{data, name, read};
use crate::ledger::book;

fn briefing() -> Briefing {
    let ledger = Ledger::new(data().ledger, book::entries(office::LEDGER)).unwrap();
    Briefing::compile(&Office::new(data()).unwrap(), &ledger, &office::plan()).unwrap()
}

#[test]
fn a_briefing_with_everything() {
    assert_json_snapshot!(briefing());
}

#[test]
fn it_reads_back_as_itself() {
    let json = serde_json::to_string(&briefing()).unwrap();
    assert_eq!(serde_json::from_str::<Briefing>(&json).unwrap(), briefing());
}

#[test]
fn facts_travel_with_their_kind() {
    let facts = [
        FactValue::Count(46),
        FactValue::Headline(read("USD 402000000")),
        FactValue::Exact(read("USD 92615")),
        FactValue::Percent(88),
        FactValue::Name(name("Centre")),
        FactValue::Date(read("2011-09")),
    ];
    assert_snapshot!(
        serde_json::to_string(&facts).unwrap(),
        @r#"[{"count":46},{"headline":{"amount":"402000000.00","currency":"USD"}},{"exact":{"amount":"92615.00","currency":"USD"}},{"percent":88},{"name":"Centre"},{"date":"2011-09"}]"#
    );
}

#[test]
fn what_a_month_does_not_say_is_left_out() {
    let office = Office::new(OfficeData::new(read("unoct"), name("Office"))).unwrap();
    let ledger = Ledger::new(LedgerSettings::default(), Vec::new()).unwrap();
    let briefing = Briefing::compile(&office, &ledger, &MonthPlan::new(read("2025-04"))).unwrap();
    assert_snapshot!(
        serde_json::to_string(&briefing).unwrap(),
        @r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30","theme":{"accent":"#009EDB","ink":"#0B2545","paper":"a4"},"sections":[],"mandate":{},"movements":{"lines":[],"totals":[]}}"##
    );
}

#[test]
fn nothing_of_the_ledgers_own_notes_is_in_it() {
    // Notes, sources and references of entries are the office's own business; their ids lead to them where one has the ledger.
    let json = serde_json::to_string(&briefing()).unwrap();
    for own in ["letters", "certainty", "recorded"] {
        assert!(!json.contains(own), "{own}");
    }
}

#[test]
fn unknown_fields_are_refused_everywhere() {
    let whole = serde_json::to_value(briefing()).unwrap();
    let mut objects = Vec::new();
    pointers(&whole, String::new(), &mut objects);
    let mut open = BTreeSet::new();
    for pointer in objects {
        let mut changed = whole.clone();
        let object = changed.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
        object.insert("zzz".to_owned(), serde_json::Value::Null);
        if serde_json::from_value::<Briefing>(changed).is_ok() {
            open.insert(pointer);
        }
    }
    assert_eq!(open, BTreeSet::new());
}

/// The places of all objects in a JSON value.
fn pointers(value: &serde_json::Value, at: String, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                pointers(value, format!("{at}/{key}"), found);
            }
            found.push(at);
        }
        serde_json::Value::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                pointers(value, format!("{at}/{n}"), found);
            }
        }
        _ => {}
    }
}
