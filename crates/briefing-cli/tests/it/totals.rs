//! `briefing totals`: what the ledger comes to, for people, spreadsheets and programs.

use crate::common::{Desk, briefing, repository, status};
use insta::assert_snapshot;
use serde_json::Value;

const UNOCT: &str = "examples/unoct";

fn totals(arguments: &str) -> Vec<u8> {
    let output = briefing()
        .current_dir(repository(""))
        .args(["totals", UNOCT])
        .args(arguments.split_whitespace())
        .output()
        .unwrap();
    assert_eq!((status(&output), String::from_utf8_lossy(&output.stderr).as_ref()), (0, ""));
    output.stdout
}

#[test]
fn people_get_a_table() {
    let text = String::from_utf8(totals("--as-of 2025-04-30 --known-at 2025-05-31")).unwrap();
    assert_snapshot!(text, @r"
    UNOCT as of 30 April 2025, as known on 31 May 2025 (USD)

    Pledged      402,000,000  stated by total-2025-04
    Received     354,000,000  stated by total-2025-04; 88.1 % of pledged
    Outstanding            –  not known
    Partners              47  stated by total-2025-04

    Contributor                                          Pledged     Received  Outstanding
    --------------------------------------------------------------------------------------
    Qatar                                            120,000,000            –            –
    Saudi Arabia                                     110,000,000  110,000,000            –
    Shura Council of the State of Qatar               12,500,000            –            –
    Russian Federation                                 5,000,000            –            –
    Iraq                                               2,100,000            –            –
    India                                              2,050,000    1,550,000            –
    United Nations Peace and Development Trust Fund      873,120            –            –
    Kazakhstan                                           300,000            –            –
    Germany                                               92,615            –            –
    Uzbekistan                                            50,000            –            –
    Spain                                                      –            –            –
    Netherlands (Kingdom of the)                               –            –            –
    United States of America                                   –            –            –
    Others, known only in sum                        149,034,265  242,450,000            –
    --------------------------------------------------------------------------------------
    On record in all                                 402,000,000  354,000,000            –

    Pledges over several years count whole.
    Open-ended pledges count by what has fallen due.
    Part of the totals is known only in sum.
    2 amounts are left out: their worth in USD is not known.
    In kind, outside the totals: Netherlands (Kingdom of the), 2018-09-26, valued at $11,500,000.
    In kind, outside the totals: Hungary, 2021/2024, valued at $2,000,000.
    Left out, as its worth is not known: Netherlands (Kingdom of the), EUR 2,500,000 (nld-2018).
    Left out, as its worth is not known: Spain, EUR 250,000 (esp-2024).
    ");
}

#[test]
fn the_published_totals_are_reproduced() {
    // Day, pledged, received where it was published, partners.
    let published = [
        ("2022-03-31", "335800000.00", None, 35),
        ("2024-03-31", "379500000.00", None, 42),
        ("2024-08-31", "386100000.00", None, 44),
        ("2025-04-30", "402000000.00", Some("354000000.00"), 47),
    ];
    for (day, pledged, received, partners) in published {
        let told: Value = serde_json::from_slice(&totals(&format!("--as-of {day} --format json"))).unwrap();
        assert_eq!(told["as_of"], day);
        assert_eq!(told["currency"], "USD");
        // A source states it for that day, and the entries come to it.
        let stated = |figure: &str| {
            assert_eq!(told[figure]["stated"]["on"], day, "{figure}");
            assert_eq!(told[figure]["stated"]["value"], told[figure]["stated"]["documented"], "{day}: {figure}");
            told[figure]["stated"]["value"].clone()
        };
        assert_eq!(stated("pledged")["amount"], pledged, "{day}");
        assert_eq!(stated("partners"), partners, "{day}");
        match received {
            Some(received) => assert_eq!(stated("received")["amount"], received, "{day}"),
            None => assert!(told["received"]["documented"].is_object(), "{day}: nobody stated it"),
        }
    }
}

#[test]
fn programs_get_everything_in_one_object() {
    let told: Value =
        serde_json::from_slice(&totals("--as-of 2025-04-30 --known-at 2025-05-31 --format json")).unwrap();
    let keys: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_snapshot!(format!("{keys:?}"), @r#"["as_of", "by", "contributors", "currency", "format", "in_kind", "known_at", "notes", "office", "outstanding", "partners", "parts", "pledged", "pledged_since", "received", "received_since", "remainder", "share", "surplus", "unvalued", "version"]"#);
    assert_eq!(told["known_at"], "2025-05-31");
    assert_snapshot!(told["pledged"].to_string(), @r#"{"stated":{"documented":{"amount":"402000000.00","currency":"USD"},"entry":"total-2025-04","on":"2025-04-30","rounded_to":{"amount":"1000000.00","currency":"USD"},"value":{"amount":"402000000.00","currency":"USD"}}}"#);
    assert_snapshot!(told["surplus"].to_string(), @r#""unknown""#);
    assert_snapshot!(serde_json::to_string_pretty(&told["contributors"][0]).unwrap(), @r#"
    {
      "allocated": "unknown",
      "contributor": {
        "id": "QAT",
        "name": "Qatar"
      },
      "in_kind": false,
      "on_behalf_of": null,
      "outstanding": "unknown",
      "partner": true,
      "pledged": {
        "documented": {
          "amount": "120000000.00",
          "currency": "USD"
        }
      },
      "received": "unknown",
      "since": "2018-12-16",
      "surplus": "unknown"
    }
    "#);
    assert_snapshot!(serde_json::to_string_pretty(&told["notes"]).unwrap(), @r#"
    [
      {
        "note": {
          "multi-year": "whole"
        },
        "text": "Pledges over several years count whole."
      },
      {
        "note": "open-ended",
        "text": "Open-ended pledges count by what has fallen due."
      },
      {
        "note": "remainder",
        "text": "Part of the totals is known only in sum."
      },
      {
        "note": {
          "unvalued": 2
        },
        "text": "2 amounts are left out: their worth in USD is not known."
      }
    ]
    "#);
}

/// The minor units of an amount with two decimals; nothing where it is blank.
fn minor(amount: &str) -> i128 {
    if amount.is_empty() { 0 } else { amount.replace('.', "").parse().unwrap() }
}

/// What is on record of a figure, in minor units.
fn on_record(figure: &Value) -> i128 {
    let amount = ["/known", "/stated/documented", "/documented"].iter().find_map(|at| figure.pointer(at));
    amount.map_or(0, |amount| minor(amount["amount"].as_str().unwrap()))
}

#[test]
fn the_parts_of_every_breakdown_add_up_for_programs_and_spreadsheets() {
    for by in ["programme", "contributor", "year", "fund", "kind"] {
        let told: Value =
            serde_json::from_slice(&totals(&format!("--as-of 2025-04-30 --by {by} --format json"))).unwrap();
        assert_eq!(told["by"], by);
        for figure in ["pledged", "received"] {
            let parts = told["parts"].as_array().unwrap().iter();
            let sum: i128 = parts.map(|part| on_record(&part[figure])).sum();
            assert_eq!(sum, on_record(&told[figure]), "{by}: {figure}");
        }

        let table = totals(&format!("--as-of 2025-04-30 --by {by} --format csv"));
        let mut rows = csv::Reader::from_reader(table.as_slice());
        assert_eq!(
            rows.headers().unwrap(),
            &csv::StringRecord::from(vec![
                by,
                "name",
                "pledged",
                "received",
                "outstanding",
                "surplus",
                "currency",
                "pledged_is",
                "received_is"
            ])
        );
        let sum: i128 = rows.records().map(|row| minor(&row.unwrap()[2])).sum();
        assert_eq!(sum, minor("402000000.00"), "{by}");
    }
}

#[test]
fn spreadsheets_get_rows() {
    let table = String::from_utf8(totals("--as-of 2025-04-30 --by fund --format csv")).unwrap();
    assert_snapshot!(table, @r#"
    fund,name,pledged,received,outstanding,surplus,currency,pledged_is,received_is
    trust-fund,United Nations Trust Fund for Counter-Terrorism,50000.00,,,,USD,documented,unknown
    (no fund named),No fund named,252915735.00,111550000.00,,,USD,documented,documented
    (others),"Others, known only in sum",149034265.00,242450000.00,,,USD,documented,documented
    "#);
}

#[test]
fn what_was_not_recorded_yet_is_not_counted() {
    let told: Value =
        serde_json::from_slice(&totals("--as-of 2025-04-30 --known-at 2000-01-01 --format json")).unwrap();
    assert_eq!(told["pledged"], "unknown", "which is not nothing");
    assert_eq!(told["partners"], "unknown");
}

#[test]
fn without_a_day_of_knowledge_it_is_the_cutoff_of_the_issue_or_today() {
    let told = |arguments| serde_json::from_slice::<Value>(&totals(arguments)).unwrap();
    let april = told("--as-of 2025-04-30 --format json");
    assert_eq!(april["known_at"], "2025-05-06", "as the briefing of April prints it");
    let no_issue = told("--as-of 2024-08-31 --format json");
    // Whatever the day is, it is one on which the example was known.
    assert!(no_issue["known_at"].as_str().unwrap() > "2025-05-31");
}

#[test]
fn a_cutoff_that_cannot_be_read_is_not_guessed() {
    let desk = Desk::with("tests/offices/minimal");
    desk.edit("office/2024-02/briefing.toml", "[[item]]", "cutoff = 2024-02-01\n\n[[item]]");
    assert_snapshot!(desk.say("totals office --as-of 2024-02-29"), @r"
    status 1
    -- stderr
    error[M0111]: 2024-02-01 is before the month is over, on 2024-02-29
     --> office/2024-02/briefing.toml:1:10
       |
     1 | cutoff = 2024-02-01
       |          ^^^^^^^^^^
      = help: write 2024-02-29 or a later day

    1 error; `briefing explain CODE` says what a code means
    ");
    assert!(desk.say("totals office --as-of 2024-02-29 --known-at 2024-03-01").starts_with("status 0"));
}

#[test]
fn figures_do_not_wait_for_the_texts_of_a_month() {
    let desk = Desk::with("tests/offices/minimal");
    desk.edit("office/2024-02/briefing.toml", "that most years lack", "that {no.such.fact}");
    assert!(desk.say("check office").starts_with("status 1"));
    for call in ["totals office --as-of 2024-02-29", "trace office 2024-02 standing.pledged"] {
        let said = desk.say(call);
        assert!(said.starts_with("status 0") && !said.contains("stderr"), "{said}");
    }
}

#[test]
fn a_day_to_come_is_said_to_be_one() {
    let desk = Desk::with("tests/offices/minimal");
    let said = desk.say("totals office --as-of 2199-01-31");
    assert!(said.contains("note: 31 January 2199 is still to come"), "{said}");
    assert!(!desk.say("totals office --as-of 2024-02-29").contains("note:"));
}

#[test]
fn a_call_that_cannot_be_is_refused() {
    let desk = Desk::with("tests/offices/minimal");
    assert_snapshot!(desk.say("totals office"), @r#"
    status 2
    -- stderr
    error: the following required arguments were not provided:
      --as-of <DATE>

    Usage: briefing totals --as-of <DATE> <OFFICE>

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("totals office --as-of 30.4.2025"), @r#"
    status 2
    -- stderr
    error: invalid value '30.4.2025' for '--as-of <DATE>': `30.4.2025` is not a day: write 2025-04-30

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("totals office --as-of 2025-04-30 --by pillar"), @r#"
    status 2
    -- stderr
    error: invalid value 'pillar' for '--by <WHAT>': `pillar` is not a breakdown: write programme, contributor, year, fund or kind

    For more information, try '--help'.
    "#);
    assert_snapshot!(desk.say("totals nowhere --as-of 2025-04-30"), @r#"
    status 2
    -- stderr
    error: there is no folder `nowhere`
    "#);
}

#[test]
fn a_ledger_at_fault_has_no_totals() {
    let desk = Desk::with("tests/offices/minimal");
    let ledger = String::from_utf8(desk.read("office/ledger.csv")).unwrap();
    let row = ledger.lines().nth(1).unwrap();
    desk.write("office/ledger.csv", format!("{ledger}{row}\n"));
    let output = desk.run(["totals", "office", "--as-of", "2025-04-30"]);
    assert_eq!(status(&output), 1);
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[L0101]"));
}

#[test]
fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
    let desk = Desk::with("tests/offices/minimal");
    let run = |out: std::process::Stdio| {
        let arguments = ["totals", "office", "--as-of", "2025-04-30"];
        desk.show(&briefing().current_dir(desk.path("")).args(arguments).stdout(out).output().unwrap())
    };
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(run(writer.into()), "status 0");
    if cfg!(target_os = "linux") {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        assert_eq!(run(full.into()), "status 3\n-- stderr\nerror: cannot write to standard output: the disk is full");
    }
}
