//! `briefing check`: every fault at once.

use crate::common::{Desk, status};
use insta::assert_snapshot;

#[test]
fn a_folder_without_faults_says_so() {
    let desk = Desk::with("tests/offices/minimal");
    assert_snapshot!(desk.say("check office"), @r#"
    status 0
    -- stdout
    no faults in 1 month
    "#);
    assert_snapshot!(desk.say("check office --format json"), @r#"
    status 0
    -- stdout
    {
      "format": "briefing-faults",
      "version": 1,
      "errors": 0,
      "warnings": 0,
      "diagnostics": [],
      "more": {}
    }
    "#);
}

#[test]
fn warnings_end_well_unless_strictness_is_asked_for() {
    let desk = Desk::with("tests/offices/empty-month");
    assert_snapshot!(desk.say("check office"), @r"
    status 0
    -- stdout
    1 warning in 1 month
    -- stderr
    warning[M0151]: the month has no items: add some, each beginning with `[[item]]`
     --> office/2023-11/briefing.toml

    1 warning; `briefing explain CODE` says what a code means
    ");
    assert_eq!(status(&desk.run(["check", "office", "--strict"])), 1);
}

/// An office with a fault in each of its files, and a month that is sound but for a character.
fn faulty() -> Desk {
    let desk = Desk::with("tests/offices/minimal");
    desk.edit("office/2024-02/briefing.toml", "text = \"", "text = \"Launch \u{1f680}! ");
    desk.write("office/2024-03/briefing.toml", "isued = 2024-03-31\n\n[[item]]\nid = \"a\"\nwhen = 2024-02-01\n");
    desk.write("office/2024-05/briefing.toml", "[[item]\n");
    desk
}

#[test]
fn the_characters_of_one_text_are_one_fault() {
    let desk = Desk::with("tests/offices/minimal");
    desk.edit(
        "office/2024-02/briefing.toml",
        "text = \"",
        "text = \"Launch \u{1f389}\u{1f44d}\u{1f680}\u{1f680}\u{1f30d}! ",
    );
    assert_snapshot!(desk.say("check office"), @r#"
    status 1
    -- stderr
    error[G0101]: no font has the characters `🎉` (U+1F389), `👍` (U+1F44D), `🚀` (U+1F680) and 1 more
     --> office/2024-02/briefing.toml:5:16
       |
     5 | text = "Launch 🎉👍🚀🚀🌍! On the day that most years lack, the unit met."
       |                ^
      = help: leave them out or write them in words, or name a font that has them under `[theme]`: `fonts = ["fonts/rare.ttf"]`

    1 error; `briefing explain CODE` says what a code means
    "#);
}

/// A month is rendered in a language as soon as somebody asks for it.
#[test]
fn names_have_a_glyph_in_languages_without_texts_too() {
    let desk = Desk::with("tests/offices/minimal");
    desk.edit("office/office.toml", "\"The One Unit\"", "{ en = \"The One Unit\", zh = \"渡輪單位\", ru = \"Отдел\" }");
    let checked = desk.say("check office");
    assert_snapshot!(checked, @r#"
    status 1
    -- stderr
    error[G0101]: no font has the characters `輪` (U+8F2A) and `單` (U+55AE)
     --> office/office.toml:7:38
       |
     7 | name = { en = "The One Unit", zh = "渡輪單位", ru = "Отдел" }
       |                                      ^
      = help: leave them out or write them in words, or name a font that has them under `[theme]`: `fonts = ["fonts/rare.ttf"]`

    1 error; `briefing explain CODE` says what a code means
    "#);
    assert_eq!(checked.contains("error[G0101]"), desk.say("render office --lang zh").contains("error[G0101]"));
    assert!(desk.say("render office --lang ru").starts_with("status 0"));
}

#[test]
fn the_faults_of_all_months_are_told_at_once() {
    assert_snapshot!(faulty().say("check office"), @r#"
    status 1
    -- stderr
    error[G0101]: no font has the character `🚀` (U+1F680)
     --> office/2024-02/briefing.toml:5:16
       |
     5 | text = "Launch 🚀! On the day that most years lack, the unit met."
       |                ^
      = help: leave it out or write it in words, or name a font that has it under `[theme]`: `fonts = ["fonts/rare.ttf"]`

    error[T0202]: `isued` has no meaning here
     --> office/2024-03/briefing.toml:1:1
       |
     1 | isued = 2024-03-31
       | ^^^^^
      = help: did you mean `issued`?

    error[T0204]: `section` is missing
     --> office/2024-03/briefing.toml:3:1
       |
     3 | [[item]]
       | ^^^^^^^^
      = help: for instance `section = "highlights"`: Where it is printed: a section, or the unit under which it is listed in capacity-building.

    error[T0204]: `text` is missing
     --> office/2024-03/briefing.toml:3:1
       |
     3 | [[item]]
       | ^^^^^^^^
      = help: for instance `text = """Experts met in [Rabat](https://example.org)."""`: What happened.

    error[M0103]: no day of `2024-02-01` lies in 2024-03
     --> office/2024-03/briefing.toml:5:8
       |
     5 | when = 2024-02-01
       |        ^^^^^^^^^^
      = help: correct `when`, or move the item to `2024-02/briefing.toml`

    error[T0201]: the brackets of this heading do not match
     --> office/2024-05/briefing.toml:1:1
       |
     1 | [[item]
       | ^^^^^^^
      = help: write `[[item]]`

    6 errors; `briefing explain CODE` says what a code means
    "#);
}

#[test]
fn a_program_gets_the_same_faults() {
    let desk = faulty();
    let output = desk.run(["check", "office", "--format", "json"]);
    assert_eq!(status(&output), 1);
    assert!(output.stderr.is_empty());
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults = told["diagnostics"].as_array().unwrap();
    let codes: Vec<&str> = faults.iter().map(|fault| fault["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"T0202") && codes.contains(&"G0101"), "{codes:?}");
    for fault in faults {
        for key in ["severity", "message", "file", "line", "column", "excerpt", "hint", "related"] {
            assert!(fault.get(key).is_some(), "{fault} has no {key}");
        }
    }
    let severity = |word: &str| faults.iter().filter(|fault| fault["severity"] == word).count();
    assert_eq!(
        (told["errors"].as_u64(), told["warnings"].as_u64()),
        (Some(severity("error") as u64), Some(severity("warning") as u64))
    );
}

#[test]
fn a_folder_that_is_no_office_says_so() {
    let desk = Desk::empty();
    desk.write("folder/readme.txt", "");
    assert_snapshot!(desk.say("check folder"), @r"
    status 1
    -- stderr
    error[O0101]: there is no `office.toml`: this is not an office folder
     --> folder/office.toml
      = help: name the folder that holds `office.toml`, or begin an office with `briefing new office`

    1 error; `briefing explain CODE` says what a code means
    ");
    assert_snapshot!(desk.say("check nowhere"), @r#"
    status 2
    -- stderr
    error: there is no folder `nowhere`
    "#);
}

#[test]
fn some_months_are_checked_with_the_office() {
    let desk = faulty();
    assert_eq!(status(&desk.run(["check", "office", "2024-02"])), 1);
    let said = |line: &str| {
        let said = desk.say(line);
        ["2024-02/", "2024-03/", "2024-05/"].map(|month| said.matches(&format!("--> office/{month}")).count())
    };
    assert_eq!(said("check office 2024-02"), [1, 0, 0]);
    assert_eq!(said("check office 2024-05"), [0, 0, 1]);
    let [february, march, may] = said("check office ..2024-03");
    assert!(february == 1 && march > 1 && may == 0, "{february} {march} {may}");
    desk.edit("office/2024-02/briefing.toml", "Launch \u{1f680}! ", "");
    assert_snapshot!(desk.say("check office 2024-02"), @r"
    status 0
    -- stdout
    no faults in 1 month
    ");
    assert_snapshot!(desk.say("check office 2024-04"), @r"
    status 2
    -- stderr
    error: `office` has no month 2024-04: it has 2024-02, 2024-03, 2024-05
    ");
}
