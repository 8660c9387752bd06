//! The JSON Schemas: every edition of the repository is valid, and schema and reader judge alike what is not.

use std::collections::BTreeSet;
use std::fs;

use briefing::forms::{Approvals, Faults, TagTree, Totals, TracedFigure, Translations, VerificationReport};
use briefing::tagged_pdf::reader::{PdfFile, SignatureKind, SignatureView};
use briefing::{Comparison, Edition, Folder, Language, Verdict};
use briefing_model::{
    AsOf, BreakdownBy, Briefing, Day, Ledger, LedgerEntry, LedgerSettings, Standing, UncheckedBriefing, Versioned,
    schema,
};
use briefing_office::{ApprovalState, Code, Diagnostic, Diagnostics, Disk, FileSpan, ItemApproval, read_texts};
use jsonschema::Validator;
use serde_json::{Value, json};

use briefing_tests::repository;

#[path = "../../../crates/briefing/tests/it/everything.rs"]
mod everything;
use everything::everything;

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

/// Every edition that the offices of the repository have.
fn editions() -> Vec<(String, Edition)> {
    let mut found = Vec::new();
    for office in [
        "examples/unoct",
        "tests/offices/minimal",
        "tests/offices/empty-month",
        "tests/offices/stress",
        "tests/offices/harbour",
    ] {
        let folder = Folder::open(repository(office)).unwrap();
        for month in folder.months().to_vec() {
            for language in Language::ALL {
                if let (Some(issue), _) = folder.month(month, language).into_parts() {
                    found.push((format!("{office} {month} {language}"), Edition::of_month(issue).0));
                }
            }
        }
    }
    found
}

#[test]
fn every_edition_of_every_office_is_valid() {
    let validator = validator(&briefing::edition::schema());
    let editions = editions();
    for (name, edition) in &editions {
        let value: Value = serde_json::from_slice(&edition.to_json().unwrap()).unwrap();
        assert_eq!(faults(&validator, &value), [""; 0], "{name}");
    }
    let languages: BTreeSet<&str> = editions
        .iter()
        .filter(|(name, _)| name.starts_with("examples"))
        .map(|(name, _)| &name[name.len() - 2..])
        .collect();
    assert_eq!(languages.len(), 6, "{languages:?}");
    assert!(editions.len() > 12, "{}", editions.len());
}

#[test]
fn what_the_library_writes_is_valid() {
    let folder = Folder::open(repository("examples/unoct")).unwrap();
    let (office, _) = folder.office().into_parts();
    let ledger: &Ledger = &office.unwrap().ledger;
    let day = "2025-04-30".parse().unwrap();

    let standing = Versioned::new(ledger.standing(AsOf::on(day)).unwrap());
    alone(
        &serde_json::to_value(standing).unwrap(),
        &[schema::to_read::<Versioned<Standing>>(), schema::to_write::<Versioned<Standing>>()],
    );
    let read = folder.month("2025-04".parse().unwrap(), Language::En).into_parts().0.unwrap();
    let briefing = Versioned::new(read.briefing);
    alone(
        &serde_json::to_value(briefing).unwrap(),
        &[schema::to_read::<Versioned<Briefing>>(), schema::to_write::<Versioned<Briefing>>()],
    );
    let entry = validator(&schema::to_read::<LedgerEntry>());
    for one in ledger.entries() {
        assert_eq!(faults(&entry, &serde_json::to_value(one).unwrap()), [""; 0], "{}", one.id);
    }
    let settings = serde_json::to_value(ledger.settings()).unwrap();
    assert_eq!(faults(&validator(&schema::to_read::<LedgerSettings>()), &settings), [""; 0]);

    let mut found = Diagnostics::new();
    let place = FileSpan::whole_file("office.toml");
    found.push(Diagnostic::new(Code::NoOffice, place.clone(), "there is none").with_related("here", place));
    found.push(Diagnostic::new(Code::NoGlyph, None, "no font has it").with_hint("add one"));
    let found = serde_json::to_value(Faults::new(&found)).unwrap();
    let schema = validator(&schema::to_write::<Faults>());
    assert_eq!(faults(&schema, &found), [""; 0]);
    let mut broken = found;
    broken["diagnostics"][0]["code"] = json!("M1");
    assert!(!schema.is_valid(&broken));
}

#[test]
fn the_program_brings_the_schemas_of_the_types() {
    let accept = std::env::var_os("BRIEFING_API").is_some_and(|value| value == "accept");
    let of_types = [
        ("edition", briefing::edition::schema()),
        ("briefing", schema::to_read::<Versioned<Briefing>>()),
        ("ledger", schema::to_read::<Ledger>()),
        ("standing", schema::to_read::<Versioned<Standing>>()),
        ("totals", schema::to_write::<Totals>()),
        ("trace", schema::to_write::<TracedFigure>()),
        ("faults", schema::to_write::<Faults>()),
        ("translations", schema::to_write::<Translations>()),
        ("tags", schema::to_write::<TagTree>()),
        ("verification", schema::to_write::<VerificationReport>()),
        ("diff", schema::to_write::<Comparison>()),
        ("approvals", schema::to_write::<Approvals>()),
    ];
    let mut outdated = Vec::new();
    for (form, schema) in of_types {
        let path = repository("crates/briefing-cli/schemas").join(format!("{form}.json"));
        let now = format!("{schema:#}\n");
        if accept {
            fs::write(&path, &now).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != now {
            outdated.push(path);
        }
    }
    assert!(
        outdated.is_empty(),
        "other schemas than those of the types; if the types are meant to have changed, write them down with \
         BRIEFING_API=accept and say so in CHANGELOG.md: {outdated:#?}"
    );
}

/// A value that stands alone is valid, and in no other version or form.
fn alone(value: &Value, schemas: &[Value]) {
    for schema in schemas {
        let schema = validator(schema);
        assert_eq!(faults(&schema, value), [""; 0]);
        for (key, other) in [("version", json!(2)), ("format", json!("briefing-ledger")), ("values", json!(1))] {
            let mut broken = value.clone();
            broken[key] = other;
            assert!(!schema.is_valid(&broken), "another {key}");
        }
    }
}

// Mutations.

/// Each place in a value, as a JSON pointer.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(object) => {
            let keys = object.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value));
            keys.for_each(|(key, value)| places(value, &format!("{at}/{key}"), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(number, value)| places(value, &format!("{at}/{number}"), all));
        }
        _ => {}
    }
}

/// The value with one thing changed at a place, in each way that there is.
fn mutations(value: &Value, at: &str) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut add = |what: String, change: &dyn Fn(&mut Value)| {
        let mut changed = value.clone();
        change(changed.pointer_mut(at).unwrap());
        if changed != *value {
            all.push((format!("{at} {what}"), changed));
        }
    };
    let others = [
        Value::Null,
        json!(true),
        json!(7),
        json!(-1),
        json!(5_000_000_000_u64),
        json!(1.5),
        json!("x"),
        json!(""),
        json!([]),
        json!({}),
    ];
    for other in others {
        add(format!("as {other}"), &|place| *place = other.clone());
    }
    if let Some(Value::Object(object)) = value.pointer(at) {
        // What serde derives would take.
        let values: Vec<Value> = object.values().cloned().collect();
        add("as the list of its values".to_owned(), &|place| *place = values.clone().into());
        for key in object.keys() {
            add(format!("without {key}"), &|place| drop(place.as_object_mut().unwrap().remove(key)));
        }
        add("with another key".to_owned(), &|place| place["zz-unknown"] = json!(1));
    }
    all
}

/// Places by what they are, whichever item of a list they belong to: one of each kind is enough.
fn kind(at: &str) -> String {
    at.split('/')
        .map(|word| if word.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { word })
        .collect::<Vec<_>>()
        .join("/")
}

/// How many mutations of some values were judged, and refused, by the schema and the reader of their type; they agree but where the
/// schema cannot know.
fn judged_alike(
    schema: &Value,
    read: impl Fn(Value) -> Result<(), serde_json::Error>,
    values: impl IntoIterator<Item = Value>,
    only_the_reader_knows: &[&str],
) -> (usize, usize) {
    let validator = validator(schema);
    let (mut kinds, mut judged, mut refused, mut differ) = (BTreeSet::new(), 0, 0, Vec::new());
    for value in values {
        assert_eq!(faults(&validator, &value), [""; 0]);
        assert!(read(value.clone()).is_ok());
        let mut all = Vec::new();
        places(&value, "", &mut all);
        for at in all.into_iter().filter(|at| kinds.insert(kind(at))) {
            for (what, changed) in mutations(&value, &at) {
                let (by_schema, by_reader) = (faults(&validator, &changed), read(changed.clone()));
                judged += 1;
                refused += usize::from(by_reader.is_err());
                let may_differ = by_schema.is_empty() && only_the_reader_knows.iter().any(|part| at.contains(part));
                if by_schema.is_empty() != by_reader.is_ok() && !may_differ {
                    differ.push(format!("{what}: {by_schema:?}, {:?}", by_reader.err().map(|error| error.to_string())));
                }
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    (judged, refused)
}

#[test]
fn schema_and_reader_judge_mutations_alike() {
    let months = editions().into_iter().filter(|(name, _)| name.starts_with("examples")).take(2);
    let months = months.map(|(_, edition)| serde_json::to_value(edition.briefing()).unwrap());
    let briefings = months.chain(everything().map(|briefing| serde_json::to_value(briefing).unwrap()));
    // That parts add up is for the reader alone to say.
    let (judged, refused) = judged_alike(
        &schema::to_read::<Briefing>(),
        |value| serde_json::from_value::<UncheckedBriefing>(value).map(drop),
        briefings,
        &["/instalments"],
    );
    assert!(judged > 2_000 && refused * 2 > judged, "{refused} of {judged}");
}

#[test]
fn schema_and_reader_judge_mutations_of_the_ledger_alike() {
    let read = |office: &str| Folder::open(repository(office)).unwrap().office().into_parts().0.unwrap().ledger;
    let ledgers = ["examples/unoct", "tests/offices/stress", "tests/offices/harbour"].map(read);
    let entries = ledgers.iter().flat_map(|ledger| ledger.entries());
    let entries = entries.map(|entry| serde_json::to_value(entry).unwrap());
    // That parts add up, that one of several things is stated, and that two currencies differ, is for the reader alone to say.
    let (judged, refused) = judged_alike(
        &schema::to_read::<LedgerEntry>(),
        |value| serde_json::from_value::<LedgerEntry>(value).map(drop),
        entries,
        &["/instalments", "/terms", "/rate"],
    );
    assert!(judged > 400 && refused * 2 > judged, "{refused} of {judged}");

    let standings = ledgers.iter().map(|ledger| ledger.standing(AsOf::on("2025-04-30".parse().unwrap())).unwrap());
    let standings = standings.map(|standing| serde_json::to_value(Versioned::new(standing)).unwrap());
    let (judged, refused) = judged_alike(
        &schema::to_read::<Versioned<Standing>>(),
        |value| serde_json::from_value::<Versioned<Standing>>(value).map(drop),
        standings,
        &[],
    );
    assert!(judged > 400 && refused * 2 > judged, "{refused} of {judged}");
}

#[test]
fn schema_and_reader_judge_mutations_of_results_alike() {
    macro_rules! judge {
        ($form:ty, $results:expr, $least:literal) => {
            let values = $results.into_iter().map(|result| serde_json::to_value(result).unwrap());
            let read = |value| serde_json::from_value::<$form>(value).map(drop);
            let (judged, refused) = judged_alike(&schema::to_read::<$form>(), read, values, &[]);
            assert!(judged > $least && refused * 2 > judged, "{}: {refused} of {judged}", stringify!($form));
        };
    }

    let day: Day = "2025-04-30".parse().unwrap();
    let offices = ["examples/unoct", "tests/offices/stress", "tests/offices/harbour"];
    let folders = offices.map(|office| Folder::open(repository(office)).unwrap());
    let read = |folder: &Folder| folder.office().into_parts().0.unwrap();
    let totals = folders.iter().map(|folder| Totals::new(&read(folder), BreakdownBy::Fund, AsOf::on(day)).unwrap());
    judge!(Totals, totals, 600);

    let issue = |month: &str| folders[0].month(month.parse().unwrap(), Language::En).into_parts().0.unwrap();
    let (may, april) = (issue("2019-05"), issue("2025-04"));
    let traced = ["standing.pledged", "standing.partners", "contributors.DEU.received"]
        .map(|figure| TracedFigure::new(&april, &figure.parse().unwrap(), None).unwrap());
    judge!(TracedFigure, traced, 250);
    let difference = briefing::compare(&may.briefing, &april.briefing, Language::En);
    judge!(Comparison, [difference], 150);

    let states = [
        ApprovalState::Missing,
        ApprovalState::Approved { by: "Chief".to_owned(), on: day },
        ApprovalState::Lifted { by: "Chief".to_owned(), on: day },
    ];
    let item = |state| ItemApproval::new("storm".parse().unwrap(), Language::Fr, state);
    let approvals = Approvals::new("2025-04".parse().unwrap(), &states.map(item));
    judge!(Approvals, [approvals], 60);

    let (harbour, month) = (Disk::open(&repository(offices[2])).unwrap(), folders[2].months()[0]);
    let texts = read_texts(&harbour, month, &[Language::Ar, Language::Fr]).into_parts().0.unwrap();
    judge!(Translations, [Translations::new(month, &texts)], 60);
    let (edition, pictures) = Edition::of_month(issue("2018-06"));
    let bytes = edition.render(&pictures).unwrap().bytes;
    judge!(TagTree, [TagTree::new(&PdfFile::open(&bytes).unwrap().structure().unwrap())], 200);

    let signature = SignatureView { field: "One".to_owned(), kind: SignatureKind::TimeStamp, range: [0, 9, 12, 4] };
    let mut found = briefing::verify(&bytes).unwrap();
    found.verdict = Verdict::OtherVersion {
        producer: "9.0.0".to_owned(),
        differences: vec![briefing::verify::Difference::Bookmarks],
    };
    found.signatures.push(signature);
    let report = VerificationReport::new(&found).against(vec!["month".to_owned()]);
    judge!(VerificationReport, [report], 100);

    // One with a file, a cell and a related place, one that no file is to blame for, and more of a code than are kept.
    let mut found = Diagnostics::new();
    let mut place = FileSpan::whole_file("ledger.xlsx");
    place.cell = Some("Sheet1!C7".to_owned());
    found.push(Diagnostic::new(Code::NotUtf8, place.clone(), "one").with_related("here", place));
    (0..60).for_each(|_| found.push(Diagnostic::new(Code::NoGlyph, None, "no font has it").with_hint("add one")));
    judge!(Faults, [Faults::new(&found)], 150);
}

#[test]
fn what_the_schema_refuses_of_an_edition_is_refused() {
    let schema = validator(&briefing::edition::schema());
    let (_, edition) = editions().swap_remove(0);
    let mut sound: Value = serde_json::from_slice(&edition.to_json().unwrap()).unwrap();
    sound["pictures"] = json!([]);
    for (at, broken) in [
        ("/format", json!("briefing")),
        ("/version", json!("1")),
        ("/version", json!(2)),
        ("/producer", json!(1)),
        ("/language", json!("de")),
        ("/texts", Value::Null),
        ("/pictures", json!({})),
        ("/fonts/0/sha256", json!("ABC")),
        ("/fonts/0", json!([sound["fonts"][0]["name"], sound["fonts"][0]["sha256"]])),
        ("/briefing/office", json!([sound["briefing"]["office"]["id"], sound["briefing"]["office"]["name"]])),
        ("/briefing/theme", json!(["#009EDB", "#0B2545"])),
        ("/briefing/month", json!("2025-13")),
        ("/briefing/issued", json!("yesterday")),
        ("/briefing/sections", json!(["gossip"])),
        ("/briefing/theme/accent", json!("blue")),
        ("/briefing/office/id", json!("Not an id")),
        ("/briefing/mandate", json!({"entities": 70_000})),
        ("/briefing/mandate", json!({"notes": "internal"})),
    ] {
        let mut edition = sound.clone();
        *edition.pointer_mut(at).unwrap_or_else(|| panic!("{at} is not there")) = broken;
        assert!(!schema.is_valid(&edition), "the schema accepts another {at}");
        assert!(Edition::from_json(edition.to_string().as_bytes()).is_err(), "the reader accepts another {at}");
    }
}

#[test]
fn every_property_says_what_it_is() {
    for schema in [
        briefing::edition::schema(),
        schema::to_write::<Faults>(),
        schema::to_read::<Standing>(),
        schema::to_read::<Ledger>(),
        schema::to_write::<Totals>(),
        schema::to_write::<TracedFigure>(),
        schema::to_write::<Comparison>(),
        schema::to_write::<Approvals>(),
        schema::to_write::<VerificationReport>(),
        schema::to_write::<Translations>(),
        schema::to_write::<TagTree>(),
    ] {
        let mut all = Vec::new();
        places(&schema, "", &mut all);
        let silent: Vec<_> = all
            .iter()
            .filter(|at| at.rsplit('/').nth(1) == Some("properties") && !at.contains("/Name/"))
            .filter(|at| {
                let property = schema.pointer(at).unwrap();
                // The one key of a choice: its description stands beside.
                let choice = schema.pointer(at.rsplitn(3, '/').nth(2).unwrap()).unwrap();
                if choice["properties"].as_object().unwrap().len() == 1 && choice.get("description").is_some() {
                    return false;
                }
                ["description", "$ref", "const"].iter().all(|key| property.get(key).is_none())
            })
            .collect();
        assert!(silent.is_empty(), "no description: {silent:#?}");
        let words = all.iter().filter(|at| at.ends_with("/description")).filter_map(|at| schema.pointer(at)?.as_str());
        let for_programmers: Vec<_> = words.filter(|text| text.contains("```") || text.contains("](")).collect();
        assert!(for_programmers.is_empty(), "{for_programmers:#?}");
    }
}
