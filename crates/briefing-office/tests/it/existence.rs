//! Units and programmes are in an issue only if they existed then, and what contradicts that is reported.

use briefing_office::{Code, Memory, check_folder, read_month};
use insta::assert_snapshot;

use crate::common::{OFFICE, folder};

/// The folder with more at the end of its office, and other items of a month.
fn with(office: &str, month: &str, items: &str) -> Memory {
    let file = format!("{month}/briefing.toml");
    folder().with("office.toml", format!("{OFFICE}\n{office}")).with(file.as_str(), items)
}

/// The faults of some codes, each with its place and its help.
fn told(folder: &Memory, codes: &[Code]) -> String {
    let (_, found) = check_folder(folder).into_parts();
    let some = found.iter().filter(|fault| codes.contains(&fault.code));
    let shown = some.map(|fault| {
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let hint = fault.hint.as_deref().unwrap_or("?");
        format!("{} {place}: {} ({hint})", fault.code, fault.message)
    });
    shown.collect::<Vec<_>>().join("\n")
}

/// Units and programmes that began or ended about December 2024.
const DATED: &str = r#"
[[unit]]
id = "ended"
name = "Ended Unit"
kind = "section"
until = "2024-06-10"

[[unit]]
id = "early"
name = "Early Unit"
kind = "section"
until = "2024-12-03"

[[unit]]
id = "late"
name = "Late Unit"
kind = "section"
opened = "2024-12-20"

[[unit]]
id = "unborn"
name = "Unborn Unit"
kind = "section"
since = "2025-06"

[[unit]]
id = "vague"
name = "Vague Unit"
kind = "section"
since = "2024"
until = "2024-12"

[[unit]]
id = "heard-of"
name = "Unit Heard Of"
kind = "section"
known-since = "2025-03"

[[programme]]
id = "dead"
name = "Dead Programme"
closed = "2024-11-30"

[[programme]]
id = "coming"
name = "Coming Programme"
launched = "2024-12-19"
"#;

/// An item of December 2024, with more of its keys.
fn item(id: &str, when: &str, more: &str) -> String {
    format!("[[item]]\nid = '{id}'\nwhen = '{when}'\n{more}\ntext = 'A visit.'\n")
}

#[test]
fn an_item_names_what_existed_on_its_days() {
    let lists = "section = 'leadership'\nunits = ['ended', 'early', 'late', 'unborn', 'vague', 'heard-of']\nprogrammes = ['dead', 'coming']";
    let told = |items: &str| told(&with(DATED, "2024-12", items), &[Code::UnitNotThere, Code::ProgrammeNotThere]);
    assert_snapshot!(told(&item("visit", "2024-12-05", lists)), @r"
    M0152 2024-12/briefing.toml:5:10: the unit `ended` existed until 2024-06-10 (correct `units` or `when` of the item, or `until` of the unit)
    M0152 2024-12/briefing.toml:5:19: the unit `early` existed until 2024-12-03 (correct `units` or `when` of the item, or `until` of the unit)
    M0152 2024-12/briefing.toml:5:28: the unit `late` did not exist before 2024-12-20 (correct `units` or `when` of the item, or `opened` of the unit)
    M0152 2024-12/briefing.toml:5:36: the unit `unborn` did not exist before 2025-06 (correct `units` or `when` of the item, or `since` of the unit)
    M0157 2024-12/briefing.toml:6:15: the programme `dead` existed until 2024-11-30 (correct `programmes` or `when` of the item, or `closed` of the programme)
    M0157 2024-12/briefing.toml:6:23: the programme `coming` did not exist before 2024-12-19 (correct `programmes` or `when` of the item, or `launched` of the programme)
    ");
    // Of an item that may have been on any day of the month, less is certain.
    assert_snapshot!(told(&item("visit", "2024-12", lists)), @r"
    M0152 2024-12/briefing.toml:5:10: the unit `ended` existed until 2024-06-10 (correct `units` or `when` of the item, or `until` of the unit)
    M0152 2024-12/briefing.toml:5:36: the unit `unborn` did not exist before 2025-06 (correct `units` or `when` of the item, or `since` of the unit)
    M0157 2024-12/briefing.toml:6:15: the programme `dead` existed until 2024-11-30 (correct `programmes` or `when` of the item, or `closed` of the programme)
    ");
    assert_eq!(
        told(&item("visit", "2024-12-03/2024-12-20", "section = 'early'\nunits = ['late']\nprogrammes = ['coming']")),
        ""
    );
    assert_snapshot!(told(&format!(
        "{}{}",
        item("before", "2024-12-05", "section = 'late'\nunits = ['late']"),
        item("after", "2024-12-25", "section = 'early'")
    )), @r"
    M0152 2024-12/briefing.toml:4:11: the unit `late` did not exist before 2024-12-20 (correct `section` or `when` of the item, or `opened` of the unit)
    M0152 2024-12/briefing.toml:10:11: the unit `early` existed until 2024-12-03 (correct `section` or `when` of the item, or `until` of the unit)
    ");
}

/// A desk under a unit that ended, and a programme of it; another of two units of which one is left.
const ENDED: &str = r#"
[[unit]]
id = "old"
name = "Old Unit"
kind = "section"
since = "2012"
until = "2024-06-10"

[[unit]]
id = "desk"
name = "Desk"
kind = "section"
parent = "old"
since = "2012"

[[unit]]
id = "unseen"
name = "Unseen Unit"
kind = "section"
parent = "old"
since = "2012"
until = "2024"

[[programme]]
id = "orphan"
name = "Orphan Programme"
units = ["old"]
launched = "2015"

[[programme]]
id = "kept"
name = "Kept Programme"
units = ["old", "centre"]
launched = "2015"
"#;

#[test]
fn what_belongs_to_a_unit_that_had_ended_is_reported() {
    let office = format!("{}\n{ENDED}", OFFICE.replace("\"capacity-building\"]", "\"structure\"]"));
    let visit = |month: &str| {
        format!("[[item]]\nid = 'visit-{month}'\nsection = 'leadership'\nwhen = '{month}'\ntext = 'A visit.'\n")
    };
    let before = folder()
        .with("office.toml", &office)
        .with("2025-04/briefing.toml", visit("2025-04"))
        .with("2024-05/briefing.toml", visit("2024-05"));
    let codes = [Code::OutlivesUnit];
    assert_snapshot!(told(&before, &codes), @r"
    R0305 office.toml:78:10: the unit `desk` belongs to `old`, which existed until 2024-06-10, and the issue of 2025-04 does not say whose it is (correct `until` of `old`; if `desk` was moved, give it an `until` and write it again, with another id, under the unit that it belonged to at the other time)
    R0305 office.toml:92:9: the programme `orphan` is run by `old`, which existed until 2024-06-10, and the issue of 2025-04 does not say whose it is (correct `until` of the unit, or add to `units` one that began when it ended; where an older one took the programme over, end it with `closed` and write it again, with another id, under that unit)
    ");
    let after = before.with("2024-12/briefing.toml", visit("2024-12"));
    assert_snapshot!(told(&after, &codes), @r"
    R0305 office.toml:78:10: the unit `desk` belongs to `old`, which existed until 2024-06-10, and 2 issues from 2024-12 on do not say whose it is (correct `until` of `old`; if `desk` was moved, give it an `until` and write it again, with another id, under the unit that it belonged to at the other time)
    R0305 office.toml:85:10: the unit `unseen` belongs to `old`, which existed until 2024-06-10, and the issue of 2024-12 does not say whose it is (correct `until` of `old`; if `unseen` was moved, give it an `until` and write it again, with another id, under the unit that it belonged to at the other time)
    R0305 office.toml:92:9: the programme `orphan` is run by `old`, which existed until 2024-06-10, and 2 issues from 2024-12 on do not say whose it is (correct `until` of the unit, or add to `units` one that began when it ended; where an older one took the programme over, end it with `closed` and write it again, with another id, under that unit)
    ");
    // Nobody says that the unit above has taken over what it ran.
    let under = office.replace("id = \"old\"", "id = \"old\"\nparent = \"centre\"");
    assert_ne!(under, office);
    let month =
        read_month(&after.clone().with("office.toml", under), "2025-04".parse().unwrap()).into_parts().0.unwrap();
    let structure = month.briefing.structure.unwrap();
    let of_office: Vec<&str> = structure.programmes.iter().map(|programme| programme.id.as_str()).collect();
    assert_eq!(of_office, ["orphan"]);
    // An office that prints no chart says nothing of it.
    let silent = after.with("office.toml", format!("{OFFICE}\n{ENDED}"));
    assert_eq!(told(&silent, &codes), "");
}

#[test]
fn an_event_of_the_office_is_told_by_its_item_as_the_office_has_it() {
    let event = |more: &str| format!("[[event]]\nid = 'visit'\ntitle = 'Visit'\n{more}\n");
    let place = "section = 'leadership'\nplace = { state = 'DEU', city = 'Berlin' }";
    let told =
        |known: &str, when: &str| told(&with(&event(known), "2024-12", &item("visit", when, place)), &[Code::OtherDay]);
    assert_snapshot!(told("when = '2024-12-10'\nplace = { state = 'FRA', city = 'Lyon' }", "2024-12-11"), @r"
    M0165 2024-12/briefing.toml:3:8: `visit` has another date in office.toml: 2024-12-10 (make both say the same: correct the one that is wrong)
    M0165 2024-12/briefing.toml:5:9: `visit` has another place in office.toml: Lyon, France (make both say the same: correct the one that is wrong)
    ");
    assert_snapshot!(told("when = '2024-12-10/2024-12-11'\nplace = { city = 'Bonn' }", "2024-12-11"), @r"
    M0165 2024-12/briefing.toml:3:8: `visit` has another date in office.toml: 2024-12-10/2024-12-11 (make both say the same: correct the one that is wrong)
    M0165 2024-12/briefing.toml:5:9: `visit` has another place in office.toml: Bonn (make both say the same: correct the one that is wrong)
    ");
    // What is known less exactly is not a contradiction.
    for when in ["2024-12", "2024", "2024-12-11/..", "[2024-12-10..2024-12-12]", "2024-12-11"] {
        assert_eq!(told(&format!("when = '{when}'\nplace = {{ state = 'DEU' }}"), "2024-12-11"), "", "{when}");
    }
}

#[test]
fn a_rate_of_a_currency_in_itself_is_told_at_its_cell() {
    let rows = "id,kind,effective,recorded,currency,amount\nX-1,rate,2025-04,2025-05-05,USD,1.2\n";
    let found = briefing_office::read_office(&folder().with("ledger.csv", rows)).into_parts().1;
    let errors: Vec<_> = found.iter().filter(|fault| fault.code == briefing_office::Code::BadCell).collect();
    let [error] = errors.as_slice() else { panic!("{found}") };
    assert_eq!(error.message, "is the worth of USD in USD: name another currency");
    assert!(error.place.as_ref().is_some_and(|place| place.line == 2), "{found}");
}
