//! `briefing new`: an office, a month, an item.

use crate::common::{Desk, status};
use insta::assert_snapshot;

#[test]
fn an_office_begins_and_renders_at_once() {
    let desk = Desk::empty();
    assert_snapshot!(desk.say("new office my-office --month 2025-04"), @r"
    status 0
    -- stdout
    wrote my-office/office.toml
    wrote my-office/ledger.csv
    wrote my-office/2025-04/briefing.toml
    -- stderr
    next: `briefing render my-office` makes its first issue, and `briefing check my-office` finds what is wrong
    ");
    assert_snapshot!(desk.say("check my-office"), @r"
    status 0
    -- stdout
    no faults in 1 month
    ");
    assert_eq!(status(&desk.run(["render", "my-office", "2025-04", "--strict"])), 0);
    assert_snapshot!(desk.say("new office my-office"), @r"
    status 2
    -- stderr
    error: `my-office` is not empty: name a new folder
    ");
    let office = String::from_utf8(desk.read("my-office/office.toml")).unwrap();
    assert!(office.contains("id = \"my-office\"\n") && office.contains("name = \"My Office\"\n"));
}

#[test]
fn an_office_has_its_name_and_languages() {
    let desk = Desk::empty();
    let output = desk.run([
        "new",
        "office",
        "Büro 7",
        "--name",
        "Office \"Seven\"",
        "--languages",
        "fr,es",
        "--month",
        "2025-04",
    ]);
    assert_snapshot!(desk.show(&output), @r#"
    status 0
    -- stdout
    wrote Büro 7/office.toml
    wrote Büro 7/ledger.csv
    wrote Büro 7/2025-04/briefing.toml
    wrote Büro 7/office.fr.toml
    wrote Büro 7/2025-04/briefing.fr.toml
    wrote Büro 7/office.es.toml
    wrote Büro 7/2025-04/briefing.es.toml
    -- stderr
    next: `briefing render "Büro 7"` makes its first issue, and `briefing check "Büro 7"` finds what is wrong
    "#);
    assert_eq!(status(&desk.run(["render", "Büro 7", "2025-04", "--all-languages"])), 0);
    assert!(desk.names().contains(&"b-ro-7-2025-04-fr.pdf".to_owned()), "{:?}", desk.names());
    assert_snapshot!(desk.say("new office other --id Other"), @r"
    status 2
    -- stderr
    error: the office's id: `Other` is not an office id: it contains 'O', use only lower-case letters a to z, digits and hyphens
    ");
    assert_eq!(desk.names().len(), 7);
}

#[test]
fn a_month_follows_the_last_one_and_is_never_written_over() {
    let desk = Desk::with("examples/unoct");
    assert_snapshot!(desk.say("new month office"), @r"
    status 0
    -- stdout
    wrote office/2025-05/briefing.toml
    -- stderr
    note: 12 items of 2025-04 were copied as comments
    ");
    let begun = desk.read("office/2025-05/briefing.toml");
    assert_snapshot!(desk.say("new month office 2025-05"), @r"
    status 2
    -- stderr
    error: `2025-05/briefing.toml` exists already, and is left as it is
    ");
    assert_eq!(desk.read("office/2025-05/briefing.toml"), begun);
    assert_snapshot!(desk.say("new month office 2025-07 --from 2025-06"), @r"
    status 2
    -- stderr
    error: there is no `2025-06/briefing.toml` to begin from
    ");
    let checked = desk.run(["check", "office"]);
    assert_eq!(status(&checked), 0);
    let empty = "warning[M0151]: the month has no items: add some, each beginning with `[[item]]`\n --> office/2025-05/briefing.toml";
    assert!(desk.show(&checked).contains(empty), "{}", desk.show(&checked));
}

#[test]
fn an_item_joins_its_month() {
    let desk = Desk::with("tests/offices/minimal");
    assert_snapshot!(desk.say("new item office 2024-02 roundtable --section highlights --when 2024-02-14"), @r"
    status 0
    -- stdout
    added `roundtable` to office/2024-02/briefing.toml:7
    ");
    assert_snapshot!(desk.say("check office"), @r#"
    status 0
    -- stdout
    1 warning in 1 month
    -- stderr
    warning[M0154]: the text of `roundtable` is the one that `briefing new item` wrote
     --> office/2024-02/briefing.toml:13:8
        |
     13 | text = "Say here, in two or three sentences, what happened, who took part and what came of it."
        |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: say what happened

    1 warning; `briefing explain CODE` says what a code means
    "#);
    let before = desk.read("office/2024-02/briefing.toml");
    assert_snapshot!(desk.say("new item office 2024-02 roundtable --section highlihts --when 2024-03-14"), @r#"
    status 1
    -- stderr
    error[M0101]: the id `roundtable` is used twice
     --> office/2024-02/briefing.toml:8:6
       |
     8 | id = "roundtable"
       |      ^^^^^^^^^^^^
      = help: give the new item another id

    error[M0102]: `highlihts` is neither a section nor a unit
      = help: did you mean `highlights`?

    error[M0103]: no day of `2024-03-14` lies in 2024-02
      = help: give a day of the month, or add the item to the month of its day

    3 errors; `briefing explain CODE` says what a code means
    nothing was added
    "#);
    assert_eq!(desk.read("office/2024-02/briefing.toml"), before);
    assert_snapshot!(desk.say("new item office 2024-03 roundtable --section highlights --when 2024-03-14"), @r"
    status 2
    -- stderr
    error: `office` has no month 2024-03: it has 2024-02
    ");
}

#[test]
fn what_nobody_has_written_is_not_published() {
    let desk = Desk::empty();
    desk.run(["new", "office", "o", "--month", "2025-04"]);
    desk.run(["new", "item", "o", "2025-04", "roundtable", "--section", "highlights", "--when", "2025-04-14"]);
    for command in ["publish o 2025-04", "render o 2025-04 --publish"] {
        let said = desk.say(command);
        assert!(
            said.starts_with("status 1") && said.contains("2025-04 has a text that nobody has written yet"),
            "{said}"
        );
    }
    assert_eq!(desk.names(), ["o"]);
}
