//! `briefing tags`: the structure of a finished file, and files that are refused.

use std::process::Stdio;

use crate::common::{Desk, briefing, status};
use insta::assert_snapshot;

/// A desk with a finished file on it.
fn desk() -> Desk {
    let desk = Desk::with("tests/offices/minimal");
    assert_eq!(status(&desk.run(["render", "office", "2024-02", "-o", "made.pdf"])), 0);
    desk
}

#[test]
fn the_tree_is_shown_to_people() {
    assert_snapshot!(desk().say("tags made.pdf"));
}

#[test]
fn programs_get_all_of_it() {
    let output = desk().run(["tags", "made.pdf", "--format", "json"]);
    assert_eq!(status(&output), 0);
    let tree: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((tree["version"].as_u64(), tree["tree"]["role"].as_str()), (Some(1), Some("Document")));
    let title = &tree["tree"]["children"][0]["element"];
    assert_eq!((title["role"].as_str(), title["page"].as_u64()), (Some("H1"), Some(1)));
    assert_eq!(title["children"][0]["content"]["text"], "Office of Small Things ");
    assert!(tree["artifacts"][0].as_array().is_some_and(|lines| !lines.is_empty()));
}

#[test]
fn standard_input_is_read_too() {
    let desk = desk();
    let file = std::fs::File::open(desk.path("made.pdf")).unwrap();
    let output = briefing().args(["tags", "-"]).stdin(Stdio::from(file)).output().unwrap();
    assert_eq!(output.stdout, desk.run(["tags", "made.pdf"]).stdout);
}

#[test]
fn other_files_are_refused() {
    let desk = desk();
    let made = desk.read("made.pdf");
    desk.write("other.pdf", "%PDF-1.4\n");
    desk.write("cut.pdf", &made[..made.len() / 2]);
    desk.write("longer.pdf", [&made, b"more".as_slice()].concat());
    assert_snapshot!(desk.say("tags other.pdf"), @r#"
    status 1
    -- stderr
    error[V1001]: `other.pdf`: written or changed by another program: it does not begin as its files do (at byte 0)
    "#);
    let cut = desk.say("tags cut.pdf");
    assert!(
        cut.starts_with("status 1\n-- stderr\nerror[V1002]: `cut.pdf`: the file is damaged: it is cut short"),
        "{cut}"
    );
    let longer = desk.say("tags longer.pdf");
    assert!(longer.contains("4 bytes follow the end of the file"), "{longer}");
    assert_snapshot!(desk.say("tags none.pdf"), @r#"
    status 2
    -- stderr
    error: there is no file `none.pdf`
    "#);
}
