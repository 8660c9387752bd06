//! Figures that must move from issue to issue and did not, and those that moved too far.

use std::path::Path;

use briefing_office::{Code, Disk, Memory, check_folder};

const OFFICE: &str = "[office]\nid = \"o\"\nname = \"Office\"\n";
const COMPLETE: &str = "[ledger]\ncoverage = \"complete\"\n";
const HEADING: &str = "id,kind,effective,recorded,contributor,amount,received,partners\n";
const LEDGER: &str = "p-1,pledge,2025-03-04,2025-03-05,DEU,402000,,\np-2,pledge,2025-04-04,2025-04-05,FRA,30000,,\n";

/// A month with one item.
fn month(day: &str, id: &str, text: &str) -> String {
    format!("[[item]]\nid = \"{id}\"\nsection = \"highlights\"\nwhen = \"{day}\"\ntext = \"\"\"{text}\"\"\"\n")
}

/// March and April of an office.
fn office(office: &str, ledger: &str, march: &str, april: &str) -> Memory {
    Memory::new()
        .with("office.toml", office)
        .with("ledger.csv", format!("{HEADING}{ledger}"))
        .with("2025-03/briefing.toml", month("2025-03-11", "march", march))
        .with("2025-04/briefing.toml", month("2025-04-11", "april", april))
}

/// The findings of these codes, each with its place.
fn found(files: &Memory) -> Vec<String> {
    let reading = check_folder(files);
    assert_eq!(reading.diagnostics().errors(), 0, "{}", reading.diagnostics());
    let codes = ["S0612", "S0620", "S0621", "M0170", "M0171"];
    let faults = reading.diagnostics().iter().filter(|fault| codes.contains(&fault.code.as_str()));
    faults
        .map(|fault| {
            let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{} {place} {}", fault.code, fault.message)
        })
        .collect()
}

fn of_text(march: &str, april: &str) -> Vec<String> {
    found(&office(&format!("{OFFICE}{COMPLETE}"), LEDGER, march, april))
}

#[test]
fn a_figure_of_the_previous_issue_is_found_where_the_ledger_has_moved() {
    let old = "Partners have pledged $402,000 for the lamps.";
    let wanted = "S0620 2025-04/briefing.toml:5:33 `$402,000` was the total pledged in the issue of 2025-03; now it is USD 432000.00";
    assert_eq!(of_text("A visit.", old), [wanted]);
    for text in [
        "Since March, pledges have risen from $402,000 to $432,000.",
        "By March 2025 partners had pledged $402,000.",
        "The lamps cost $402,000.",
        "Partners have pledged $432,000 for the lamps.",
        "Partners have pledged {standing.pledged} for the lamps.",
        "Germany has pledged $402,000.",
    ] {
        assert_eq!(of_text("A visit.", text), Vec::<String>::new(), "{text}");
    }
    // What stood last month as well has been forgotten, though it names the day.
    let dated = "As of March, partners have pledged $402,000.";
    assert_eq!(of_text("A visit.", dated).len(), 0);
    assert_eq!(of_text(dated, dated).len(), 1);
    assert_eq!(of_text("A visit.", "Thanks go to 1 donors for all of it.").len(), 1, "said once, as S0612 or as S0620");
}

#[test]
fn a_figure_in_the_texts_of_the_office_is_found_however_old() {
    let about = "about = [\"So far 1 funding partner has pledged $402,000.\"]\n";
    let files = office(&format!("{OFFICE}{about}{COMPLETE}"), LEDGER, "A visit.", "Another visit.")
        .with("2025-05/briefing.toml", month("2025-05-06", "may", "A third visit."));
    assert_eq!(
        found(&files),
        [
            "S0620 office.toml:4:18 `1` was the number of funding partners in the issue of 2025-03; now it is 2",
            "S0620 office.toml:4:48 `$402,000` was the total pledged in the issue of 2025-03; now it is USD 432000.00",
        ]
    );
    let allowed = format!("{OFFICE}{about}{COMPLETE}[[style.allow]]\ncode = \"S0620\"\nreason = \"as we began\"\n");
    assert_eq!(found(&files.with("office.toml", allowed)), Vec::<String>::new());
}

#[test]
fn an_item_that_counts_what_last_months_did_is_found() {
    let march = "A course for 120 officers of nine States was held in Lagos, on lamps and their care.";
    let wanted =
        "S0621 2025-04/briefing.toml:5:24 `120` is the figure of `march` of 2025-03 as well, and the text is another";
    assert_eq!(of_text(march, &march.replace("Lagos", "Nairobi")), [wanted]);
    for text in [
        march.replace("120", "95"),
        "On 30 April the 214 lamps of the coast were lit, as 120 officers of the North heard.".to_owned(),
        march.replace("120 officers of nine", "officers of 14"),
        "A visit to Room 120 in 2025.".to_owned(),
        // What is said again in the same words is reported where there is more of it.
        march.to_owned(),
    ] {
        assert_eq!(of_text(march, &text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_stated_total_that_nobody_stated_anew_is_found() {
    let documented = format!("{OFFICE}[ledger]\ncoverage = \"documented\"\n");
    let march = "t-1,assertion,2025-03-31,2025-03-31,,402000,,4\n";
    let pledge = "p-1,pledge,2025-04-04,2025-04-05,FRA,30000,,\n";
    let april = "t-2,assertion,2025-04-30,2025-04-30,,432000,,5\n";
    let of = |ledger: String| found(&office(&documented, &ledger, "A visit.", "Another visit."));
    let wanted = "M0170 ledger.csv:2:1 the total pledged is that of 2025-03-31 in the issue of 2025-04 as well, though the ledger has more pledged since";
    assert_eq!(of(format!("{march}{pledge}")), [wanted]);
    assert_eq!(of(format!("{march}{pledge}{april}")), Vec::<String>::new());
    assert_eq!(of(march.to_owned()), Vec::<String>::new(), "nothing has moved");
    // An office that states a total now and then is not late.
    assert_eq!(of(format!("{}{pledge}", march.replace("2025-03-31", "2025-01-31"))), Vec::<String>::new());
}

#[test]
fn a_total_that_moved_by_more_than_the_office_wants_is_found() {
    let limited = |limit: &str| format!("{OFFICE}{COMPLETE}largest-change = {limit}\n");
    let wanted = "M0171 ledger.csv:3:1 the number of funding partners rose by 100 per cent since the issue of 2025-03, from 1 to 2; `largest-change` is 50";
    assert_eq!(found(&office(&limited("50"), LEDGER, "A visit.", "Another visit.")), [wanted]);
    let tenfold = LEDGER.replace("30000", "4020000");
    let of_tenfold = found(&office(&limited("100"), &tenfold, "A visit.", "Another visit."));
    let wanted = "M0171 ledger.csv:3:1 the total pledged rose by 1000 per cent since the issue of 2025-03, from USD 402000.00 to USD 4422000.00; `largest-change` is 100";
    assert_eq!(of_tenfold, [wanted]);
    assert_eq!(
        found(&office(&format!("{OFFICE}{COMPLETE}"), &tenfold, "A visit.", "Another visit.")),
        Vec::<String>::new()
    );
}

/// In the issues of this repository, and with a limit that an office might choose, nothing is found that is as it should be: the rate
/// of false alarms.
#[test]
fn issues_that_are_right_raise_no_alarm() {
    let mut issues = 0;
    for office in ["examples/unoct", "tests/offices/minimal", "tests/offices/stress", "tests/offices/harbour"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(office);
        let (folder, faults) = check_folder(&Disk::open(&path).unwrap()).into_parts();
        issues += folder.unwrap().months.len();
        let codes = ["S0620", "S0621", "M0170", "M0171"];
        let found: Vec<_> =
            faults.iter().filter(|fault| codes.contains(&fault.code.as_str())).map(ToString::to_string).collect();
        assert_eq!(found, Vec::<String>::new(), "{office}");
    }
    assert!(issues >= 7, "{issues} issues");
}

#[test]
fn a_text_that_was_printed_before_is_reported() {
    let item = |id: &str, month: &str, title: &str, text: &str| {
        format!(
            "[[item]]\nid = '{id}'\nsection = 'highlights'\nwhen = '{month}-18'\ntitle = '{title}'\ntext = '{text}'\n\n"
        )
    };
    let office = "[office]\nid = 'o'\nname = 'Office'\n";
    let told = |april: &str, may: &str| -> Vec<String> {
        let files = Memory::new()
            .with("office.toml", office)
            .with("2025-04/briefing.toml", april)
            .with("2025-05/briefing.toml", may);
        let found = check_folder(&files).into_parts().1;
        found.iter().filter(|fault| fault.code == Code::ItemsRepeated).map(|fault| fault.message.clone()).collect()
    };
    let visit = "Partners saw the new depot.";
    let long = "Partners saw the new depot, its store of detectors and the villages along the border.";
    let other = item("news", "2025-05", "News", "The bridge is open again.");
    let may = |id: &str, title: &str, text: &str| format!("{}{other}", item(id, "2025-05", title, text));
    let april = item("visit", "2025-04", "A visit", visit);
    assert_eq!(
        told(&april, &may("visit-b", "A visit", visit)),
        ["the text of `visit-b` is that of `visit` of 2025-04"]
    );
    assert_eq!(told(&april, &may("visit-b", "Another visit", visit)), [""; 0], "a turn of phrase");
    let of_long = item("visit", "2025-04", "A visit", long);
    let wanted = "the text of `visit` is that of `visit` of 2025-04";
    assert_eq!(told(&of_long, &may("visit", "Another visit", long)), [wanted]);
    let routine = item("visit", "2025-04", "The Group", "The Group met.");
    assert_eq!(told(&routine, &may("visit", "The Group", "The Group met.")), [""; 0]);
    let fact = "To date the partners of {office.name} have seen the depot of the villages along the border.";
    assert_eq!(told(&item("visit", "2025-04", "A visit", fact), &may("visit", "A visit", fact)), [""; 0]);
    // Several items may have one text, here or there.
    let again = |id: &str, text: &str| item(id, "2025-05", "A visit", text);
    let one_there = told(&of_long, &[may("visit", "A visit", long), again("visit-2", long)].concat());
    assert!(one_there.contains(&"2 items have the text of `visit` of 2025-04".to_owned()), "{one_there:?}");
    let april_twice = of_long + &item("visit-2", "2025-04", "A visit", visit);
    let three_here = [may("visit", "A visit", long), again("visit-2", visit), again("visit-3", long)].concat();
    let two_there = told(&april_twice, &three_here);
    assert!(two_there.contains(&"3 items have the texts of 2 items of 2025-04".to_owned()), "{two_there:?}");
    // Within a month.
    let twice = format!("{}{}", may("visit", "A visit", visit), item("visit-2", "2025-05", "A visit", visit));
    assert_eq!(told(&routine, &twice), ["the text of `visit-2` is that of `visit` in the same month"]);
}
