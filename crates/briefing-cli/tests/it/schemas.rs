//! What the commands write as JSON is what `schema` says.

use briefing::forms::{Approvals, TagTree, Totals, TracedFigure, Translations, VerificationReport};
use briefing::model::{Ledger, VersionedForm};
use briefing::{Comparison, Edition};
use serde::Serialize;
use serde::de::DeserializeOwned;
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

/// The library reads what the command writes, writes the same, and says so where it is of a later version or has unknown keys.
fn reads_back<T: VersionedForm + Serialize + DeserializeOwned>(desk: &Desk, line: &str) {
    let output = desk.run(line.split(' '));
    let written = String::from_utf8(output.stdout).unwrap();
    let read: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{line}: {error}"));
    assert_eq!(serde_json::to_string_pretty(&read).unwrap() + "\n", written, "{line}");

    let mut changed: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(serde_json::to_value(serde_json::from_value::<T>(changed.clone()).unwrap()).unwrap(), changed);
    changed["chapters"] = 1.into();
    let fault = serde_json::from_value::<T>(changed.clone()).err().unwrap().to_string();
    assert!(fault.starts_with("unknown field `chapters`"), "{line}: {fault}");
    let newer = T::VERSION + 1;
    changed["version"] = newer.into();
    let fault = serde_json::from_value::<T>(changed.clone()).err().unwrap().to_string();
    assert!(fault.starts_with(&format!("this is version {newer} of `{}`", T::FORMAT)), "{line}: {fault}");
    changed["format"] = "briefing".into();
    let fault = serde_json::from_value::<T>(changed).err().unwrap().to_string();
    assert!(fault.contains("found `briefing`"), "{line}: {fault}");
}

#[test]
fn the_library_reads_back_what_the_command_writes() {
    let desk = Desk::with("examples/unoct");
    assert!(desk.run(["render", "office", "2025-04", "--lang", "fr"]).status.success());
    let file = "unoct-2025-04-fr.pdf";
    for by in ["programme", "contributor", "year", "fund", "kind"] {
        reads_back::<Totals>(&desk, &format!("totals office --as-of 2025-04-30 --by {by} --format json"));
    }
    for figure in ["standing.pledged", "standing.partners", "month.pledged", "contributors.DEU.pledged"] {
        reads_back::<TracedFigure>(&desk, &format!("trace office 2025-04 {figure} --format json"));
    }
    reads_back::<Translations>(&desk, "translations office 2025-04 --format json");
    reads_back::<TagTree>(&desk, &format!("tags {file} --format json"));
    reads_back::<Comparison>(&desk, "diff office 2018-06 2019-05 --format json");
    reads_back::<VerificationReport>(&desk, &format!("verify {file} --format json"));
    reads_back::<VerificationReport>(&desk, &format!("verify {file} --against office --format json"));
    let mut bytes = std::fs::read(desk.path(file)).unwrap();
    bytes.extend(b"appended");
    std::fs::write(desk.path("altered.pdf"), bytes).unwrap();
    reads_back::<VerificationReport>(&desk, "verify altered.pdf --format json");

    reads_back::<Approvals>(&desk, "approve office 2025-04 --format json");
    assert!(desk.run(["approve", "office", "2025-04", "--all", "--by", "Chief"]).status.success());
    reads_back::<Approvals>(&desk, "approve office 2025-04 --format json");

    let ledger = desk.run(["ledger", "export", "office", "--format", "json"]).stdout;
    let read: Ledger = serde_json::from_slice(&ledger).unwrap();
    let again: Value = serde_json::to_value(&read).unwrap();
    assert_eq!(again, serde_json::from_slice::<Value>(&ledger).unwrap());
    let edition = desk.run(["extract", file]).stdout;
    let (edition, pictures) = Edition::read(&edition).unwrap();
    assert_eq!(edition.render(&pictures).unwrap().bytes, std::fs::read(desk.path(file)).unwrap());
}

#[test]
fn a_contributor_is_who_gives_in_every_form() {
    let desk = Desk::with("examples/unoct");
    let trace = json(&desk, "trace office 2025-04 contributors.DEU.pledged --format json");
    let totals = json(&desk, "totals office --as-of 2025-04-30 --format json");
    let germany = serde_json::json!({"id": "DEU", "name": "Germany"});
    let ledger = json(&desk, "ledger export office --format json");
    let pledges = ledger["entries"].as_array().unwrap().iter().map(|entry| &entry["kind"]["pledge"]["contributor"]);
    assert!(pledges.clone().any(|contributor| contributor == "DEU"), "a ledger has codes, and no names");
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
             p-1,pledge,2025-04-04,2025-04-05,undp,UZB,500\nk-1,in-kind,2025-04-04,2025-04-05,undp,,5\n",
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
