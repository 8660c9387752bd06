//! Advice that may be followed: what a message says to write is read, and means what was meant.

use briefing_model::Language;
use briefing_office::{Memory, check_folder, read_edition};

use crate::exports::{plan, shown};

const OFFICE: &str = "[office]\nid = \"office\"\nname = \"Office of Tests\"\n";
const ITEM: &str = "[[item]]\nid = \"talk\"\nsection = \"highlights\"\nwhen = \"MONTH-05\"\ntext = \"TEXT\"\n";

/// An office with what stands below its name, its ledger and its months, each with one item's text.
fn folder(office: &str, ledger: &str, months: &[(&str, &str)]) -> Memory {
    let files = Memory::new().with("office.toml", format!("{OFFICE}{office}"));
    let files = if ledger.is_empty() { files } else { files.with("ledger.csv", ledger) };
    months.iter().fold(files, |files, (month, text)| {
        files.with(&format!("{month}/briefing.toml"), ITEM.replace("MONTH", month).replace("TEXT", text))
    })
}

fn said(files: &Memory) -> String {
    check_folder(files).diagnostics().to_string()
}

/// All that the month prints, as data.
fn printed(files: &Memory, month: &str) -> String {
    let (found, faults) = read_edition(files, month.parse().unwrap(), Language::En).into_parts();
    let briefing = found.unwrap_or_else(|| panic!("{faults}")).briefing;
    serde_json::to_string(&briefing).unwrap()
}

#[test]
fn a_month_before_a_complete_ledger_begins_has_no_pledges() {
    let ledger = "id,kind,effective,recorded,contributor,amount\na,pledge,2024-02-02,2024-02-02,DEU,5000\n";
    let text =
        "Pledged {standing.pledged}, of these {month.pledged} in {month.pledges} pledges; paid {standing.received}.";
    let with = |coverage| folder(coverage, ledger, &[("2024-01", text)]);
    let complete = with("[ledger]\ncoverage = \"complete\"\n");
    assert_eq!(said(&complete), "");
    printed(&complete, "2024-01");
    // Without the word, nothing on record is not nothing; and the remedy that is named is that word.
    let silent = said(&with(""));
    assert_eq!(silent.matches("[ledger] coverage").count(), 4, "{silent}");
    let documented = said(&with("[ledger]\ncoverage = \"documented\"\n"));
    assert!(documented.contains("M0113") && !documented.contains("coverage`"), "{documented}");
}

/// A ledger whose columns are separated by semicolons, with one row below its headings.
fn semicolons(row: &str) -> Memory {
    let ledger = format!("id;kind;effective;recorded;contributor;amount;schedule;note\n{row}\n");
    folder("[ledger]\nnumber-format = \"european\"\n", &ledger, &[])
}

/// The text that a message proposes in quotation marks.
fn proposed(said: &str) -> &str {
    let from = said.find("`\"").unwrap_or_else(|| panic!("{said}"));
    said[from + 1..].split('`').next().unwrap()
}

#[test]
fn the_separator_of_the_file_is_named() {
    let row = "a;pledge;2023-01-06;2023-01-06;DEU;7.000";
    let short = said(&semicolons(row));
    assert!(short.contains("write a semicolon for each empty cell") && !short.contains("comma"), "{short}");
    assert!(!said(&semicolons(&format!("{row};;"))).contains("error"), "as it says");

    let split = said(&semicolons(&format!("{row};;letter; signed; filed")));
    assert!(split.contains("needs quotation marks: `\"letter; signed; filed\"`"), "{split}");
    let mended = said(&semicolons(&format!("{row};;{}", proposed(&split))));
    assert!(!mended.contains("error"), "{mended}");

    let parts = "2022-12-31 3000; 2023-02-28 3000; 2023-05-31 1000";
    let split = said(&semicolons(&format!("{row};{parts};")));
    assert_eq!(proposed(&split), format!("\"{parts}\""));
    let mended = said(&semicolons(&format!("{row};{};", proposed(&split))));
    assert!(!mended.contains("error"), "{mended}");

    // Commas separate as before, and a text in more than two pieces is put together.
    let commas = folder(
        "",
        "id,kind,effective,recorded,contributor,amount,note\na,pledge,2023-01-06,2023-01-06,DEU,7000,Madrid, Spain, by letter\n",
        &[],
    );
    assert_eq!(proposed(&said(&commas)), "\"Madrid, Spain, by letter\"");

    let files = folder("", "id,kind,effective,recorded,contributor,amount\n", &[]);
    let map = "[columns]\nid = 'no'\neffective = 'day'\nrecorded = 'day'\namount = 'sum'\n\
               [constants]\nkind = 'pledge'\ncontributor = 'DEU'\n";
    let import = shown(plan(&files, "export.csv", "no;day;sum;text\np-1;2025-04-30;500\n", map));
    assert!(import.contains("write a semicolon for each empty cell"), "{import}");
}

#[test]
fn rates_are_written_as_amounts_are() {
    let with = |rate: &str| {
        let ledger = format!(
            "id;kind;effective;recorded;contributor;amount;currency\nr;rate;2023-01;2023-01-05;;{rate};JPY\n\
             p;pledge;2023-01-10;2023-01-10;JPN;1.000.000;JPY\n"
        );
        let office = "[ledger]\nnumber-format = \"european\"\n";
        folder(office, &ledger, &[("2023-01", "Pledged {standing.pledged}.")])
    };
    for rate in ["0,0075", "0.0075"] {
        let files = with(rate);
        assert!(!said(&files).contains("error"), "{rate}: {}", said(&files));
        assert!(printed(&files, "2023-01").contains("7500"), "{rate}: {}", printed(&files, "2023-01"));
    }
    // With three decimals, a rate may be a thousand times another.
    let either = said(&with("1.085"));
    assert!(
        either.contains("`1.085` is 1085 in the number format of the ledger, and may be meant as 1.085"),
        "{either}"
    );
    assert!(either.contains("write `1085`, or `1,085`"), "{either}");
    assert!(!said(&with("1,085")).contains("error"));
    let silent = "id,kind,effective,recorded,contributor,amount,currency\nr,rate,2023-01,2023-01-05,,\"0,0075\",JPY\n";
    let said = said(&folder("", silent, &[]));
    assert!(said.contains("number-format = \"european\""), "{said}");
}
