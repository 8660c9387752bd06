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
fn a_contributor_is_who_gives_in_every_form() {
    let desk = Desk::with("examples/unoct");
    let trace = json(&desk, "trace office 2025-04 contributors.DEU.pledged --format json");
    let totals = json(&desk, "totals office --as-of 2025-04-30 --format json");
    let germany = serde_json::json!({"id": "DEU", "name": "Germany"});
    assert_eq!(trace["entries"][0]["contributor"], germany);
    let listed = totals["contributors"].as_array().unwrap();
    assert!(listed.iter().any(|one| one["contributor"] == germany && one["on_behalf_of"].is_null()));
}

#[test]
fn money_passed_on_is_its_contributors_on_behalf_of_another() {
    let desk = Desk::empty();
    let parties = "[[party]]\nid = \"undp\"\nname = \"Development Programme\"\nkind = \"un-entity\"\n";
    desk.write("o/office.toml", format!("[office]\nid = \"phares\"\nname = \"Lighthouses\"\n\n{parties}"))
        .write(
            "o/ledger.csv",
            "id,kind,effective,recorded,contributor,on_behalf_of,amount\n\
             p-1,pledge,2025-04-04,2025-04-05,undp,UZB,500\nk-1,in-kind,2025-04-04,2025-04-05,undp,,\n",
        )
        .write("o/2025-04/briefing.toml", "issued = 2025-05-02\n");
    let (who, whose) = (
        serde_json::json!({"id": "undp", "name": "Development Programme"}),
        serde_json::json!({"id": "UZB", "name": "Uzbekistan"}),
    );
    let totals = json(&desk, "totals o --as-of 2025-04-30 --format json");
    let trace = json(&desk, "trace o 2025-04 contributors.undp.pledged --format json");
    for line in [&totals["contributors"][0], &trace["entries"][0]] {
        assert_eq!((&line["contributor"], &line["on_behalf_of"]), (&who, &whose));
    }
    assert_eq!((&totals["in_kind"][0]["contributor"], &totals["in_kind"][0]["on_behalf_of"]), (&who, &Value::Null));
    assert!(desk.say("trace o 2025-04 contributors.undp.pledged").contains("Development Programme for Uzbekistan"));
}
