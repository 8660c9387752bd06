//! What no date says since when it has existed is reported for issues from before anything speaks of it.

use briefing_office::{Code, Memory, check_folder};
use insta::assert_snapshot;

use crate::common::{OFFICE, folder};

/// An item of a year, with a text.
fn month(year: u16, text: &str) -> String {
    format!("[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = {year}-04-28\ntext = '{text}'\n")
}

/// A folder with issues of 2016 and 2018 beside that of 2025, all with the chart.
fn years() -> Memory {
    let office = OFFICE.replace("\"capacity-building\"]", "\"structure\"]").replace(
        "name = \"Coordination Compact\"",
        "name = \"Coordination Compact\"\nsince = \"2015\"\ncommittee = { name = \"Committee\" }\nworking-groups = { count = 8 }",
    );
    let office = office.replace(
        "launched = \"2019-05-07\"",
        "launched = \"2015\"\ninitiatives = [{ name = \"Travel+\", chart = true }, { name = \"Travel\" }]",
    );
    folder()
        .with("office.toml", office)
        .with("2016-04/briefing.toml", month(2016, "A visit."))
        .with("2018-04/briefing.toml", month(2018, "Another visit."))
}

/// The faults of what has no date, each with its place.
fn undated(folder: &Memory) -> String {
    let (_, found) = check_folder(folder).into_parts();
    let undated = found.iter().filter(|fault| fault.code == Code::Undated);
    let shown = undated.map(|fault| {
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{place}: {}", fault.message)
    });
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn boards_committees_and_working_groups_are_reported() {
    assert_snapshot!(undated(&years()), @r"
    office.toml:30:9: no date says since when there is the board of the unit `centre`; nothing speaks of it, and 3 issues from 2016-04 on show it
    office.toml:46:25: no date says since when there is the initiative `Travel+`; nothing speaks of it, and 3 issues from 2016-04 on show it
    office.toml:52:13: no date says since when there is the committee of `compact`; nothing speaks of it, and 3 issues from 2016-04 on show it
    office.toml:53:18: no date says since when there are the working groups of `compact`; nothing speaks of them, and 3 issues from 2016-04 on show them
    ");
}

#[test]
fn an_item_that_tells_of_a_board_speaks_of_it() {
    let spoken = years().with("2018-04/briefing.toml", month(2018, "The {units.centre.board.members} members met."));
    assert_snapshot!(undated(&spoken), @r"
    office.toml:30:9: no date says since when there is the board of the unit `centre`; nothing speaks of it before 2018-04, and the issue of 2016-04 shows it
    office.toml:46:25: no date says since when there is the initiative `Travel+`; nothing speaks of it, and 3 issues from 2016-04 on show it
    office.toml:52:13: no date says since when there is the committee of `compact`; nothing speaks of it, and 3 issues from 2016-04 on show it
    office.toml:53:18: no date says since when there are the working groups of `compact`; nothing speaks of them, and 3 issues from 2016-04 on show them
    ");
}
