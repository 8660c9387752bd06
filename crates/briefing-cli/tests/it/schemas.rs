//! What the commands write as JSON is what `schema` says.

use serde_json::Value;

use crate::common::Desk;

fn json(desk: &Desk, line: &str) -> Value {
    let output = desk.run(line.split(' '));
    let read = serde_json::from_slice(&output.stdout);
    read.unwrap_or_else(|error| panic!("{line}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn what_is_written_as_json_is_valid_and_says_its_format_and_version() {
    let desk = Desk::with("examples/unoct");
    assert!(desk.run(["render", "office", "2025-04", "--lang", "fr"]).status.success());
    let file = "unoct-2025-04-fr.pdf";
    for (form, line) in [
        ("edition", format!("extract {file}")),
        ("ledger", "ledger export office --format json".to_owned()),
        ("totals", "totals office --as-of 2025-04-30 --format json".to_owned()),
        ("totals", "totals office --as-of 2023-12-31 --by year --format json".to_owned()),
        ("trace", "trace office 2025-04 standing.pledged --format json".to_owned()),
        ("trace", "trace office 2025-04 standing.partners --format json".to_owned()),
        ("faults", "check office --format json".to_owned()),
        ("translations", "translations office 2025-04 --format json".to_owned()),
        ("tags", format!("tags {file} --format json")),
        ("verification", format!("verify {file} --format json")),
        ("diff", "diff office 2018-06 2019-05 --format json".to_owned()),
        ("approvals", "approve office 2025-04 --format json".to_owned()),
    ] {
        let (schema, value) = (json(&desk, &format!("schema {form}")), json(&desk, &line));
        assert_eq!(value["format"], format!("briefing-{form}"), "{line}");
        assert!(value["version"].is_u64(), "{line}");
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert_eq!(faults, [""; 0], "{line}");
        let mut broken = value;
        broken["version"] = "1".into();
        assert!(!validator.is_valid(&broken), "{line}");
    }
}

#[test]
fn a_contributor_is_a_code_in_every_form() {
    let desk = Desk::with("examples/unoct");
    let trace = json(&desk, "trace office 2025-04 contributors.DEU.pledged --format json");
    let totals = json(&desk, "totals office --as-of 2025-04-30 --format json");
    let of_trace = (&trace["entries"][0]["contributor"], &trace["entries"][0]["name"]);
    assert_eq!(of_trace, (&"DEU".into(), &"Germany".into()));
    let listed = totals["contributors"].as_array().unwrap();
    assert!(listed.iter().any(|one| (&one["contributor"], &one["name"]) == of_trace));
}
