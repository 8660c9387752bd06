//! `briefing ledger import`: what is shown, what is written, and what is left alone.

use std::fs;
use std::process::{Command, Stdio};

use crate::common::Desk;
use insta::assert_snapshot;

const MAP: &str = "number-format = 'english'\n[columns]\nid = 'Voucher'\neffective = 'Date'\nrecorded = 'Date'\n\
                   contributor = 'Donor'\namount = 'Amount'\n[constants]\nkind = 'pledge'\n\
                   [values.contributor]\nGermany = 'DEU'\n[skip]\nStatus = ['Cancelled']\n";

const EXPORT: &str = "Voucher,Status,Date,Donor,Amount\nv-1,,2025-08-01,Germany,\"125,000.50\"\n\
                      v-2,Cancelled,2025-08-02,Germany,7\nv-3,,2025-08-03,Germany,80000\n";

fn desk() -> Desk {
    let desk = Desk::with("examples/unoct");
    desk.write("export.csv", EXPORT).write("map.toml", MAP);
    desk
}

const IMPORT: &str = "ledger import office --from export.csv --map map.toml";

fn names(desk: &Desk) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(desk.path("office"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_dry_run_shows_every_row_and_writes_nothing() {
    let desk = desk();
    let (ledger, there) = (desk.read("office/ledger.csv"), names(&desk));
    assert_snapshot!(desk.say(&format!("{IMPORT} --dry-run")));
    assert_eq!((desk.read("office/ledger.csv"), names(&desk)), (ledger, there));
}

#[test]
fn an_import_appends_keeps_a_backup_and_does_nothing_twice() {
    let desk = desk();
    let ledger = desk.read("office/ledger.csv");
    assert_snapshot!(desk.say(IMPORT));
    let after = desk.read("office/ledger.csv");
    assert!(after.starts_with(&ledger) && after.len() > ledger.len());
    assert_eq!(desk.read("office/ledger.csv.backup-1"), ledger);
    assert!(desk.say("check office").starts_with("status 0"));

    assert_snapshot!(desk.say(IMPORT));
    assert_eq!(desk.read("office/ledger.csv"), after);
    assert!(!names(&desk).iter().any(|name| name.ends_with("backup-2") || name.starts_with(".briefing")));

    // An older backup is never overwritten.
    desk.edit("export.csv", "v-3", "v-4");
    assert!(desk.say(IMPORT).contains("backup-2"));
    assert_eq!(desk.read("office/ledger.csv.backup-1"), ledger);
}

#[test]
fn what_cannot_be_imported_leaves_the_ledger_alone() {
    let desk = desk();
    let (ledger, there) = (desk.read("office/ledger.csv"), names(&desk));
    desk.edit("export.csv", "2025-08-03", "3 August");
    assert_snapshot!(desk.say(IMPORT));
    assert!(desk.say(&format!("{IMPORT} --dry-run")).starts_with("status 1"));
    desk.edit("map.toml", "'Amount'", "'Sum'");
    assert!(desk.say(IMPORT).contains("error[I0801]"));
    assert!(desk.say("ledger import office --from nowhere.csv --map map.toml").starts_with("status 2"));
    assert_eq!((desk.read("office/ledger.csv"), names(&desk)), (ledger, there));
}

#[test]
fn some_rows_join_without_the_others_only_when_that_is_said() {
    let desk = desk();
    let ledger = desk.read("office/ledger.csv");
    desk.edit("export.csv", "2025-08-03", "3 August");
    assert!(desk.say(&format!("{IMPORT} --partial")).starts_with("status 0"));
    let after = String::from_utf8(desk.read("office/ledger.csv")).unwrap();
    let added = after.strip_prefix(std::str::from_utf8(&ledger).unwrap()).unwrap();
    assert!(added.starts_with("v-1,") && added.lines().count() == 1, "{added}");
}

#[test]
fn of_many_at_once_none_loses_what_another_added() {
    let desk = desk();
    let before = desk.read("office/ledger.csv").iter().filter(|&&byte| byte == b'\n').count();
    for person in 0..6 {
        let export = EXPORT.replace("v-", &format!("p{person}-"));
        desk.write(&format!("export-{person}.csv"), export);
    }
    let start = |person: usize| {
        Command::new(env!("CARGO_BIN_EXE_briefing"))
            .current_dir(desk.path(""))
            .args(["ledger", "import", "office", "--map", "map.toml", "--from", &format!("export-{person}.csv")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let people: Vec<_> = (0..6).map(start).collect();
    let ended: Vec<bool> = people.into_iter().map(|mut person| person.wait().unwrap().success()).collect();
    let after = String::from_utf8(desk.read("office/ledger.csv")).unwrap();
    let done = ended.iter().filter(|done| **done).count();
    assert!(done > 0);
    assert_eq!(after.lines().count(), before + 2 * done, "each who was told so added both rows: {ended:?}");
}

#[test]
fn what_is_not_read_of_an_export_is_named() {
    let desk = desk();
    let wide = EXPORT.replace("Amount\n", "Amount,Received (USD),Empty,Mark\n").replace(",80000\n", ",80000,500,,x\n");
    let wide = wide.replace("\"125,000.50\"\n", "\"125,000.50\",,,\n").replace(",7\n", ",7,,,\n");
    desk.write("export.csv", &wide);
    let said = desk.say(&format!("{IMPORT} --dry-run"));
    assert!(said.contains("nothing is taken from these columns: `Received (USD)`, `Mark`\n"), "{said}");
}

#[test]
fn the_map_of_the_help_can_be_copied() {
    let desk = desk();
    let help = desk.say("ledger import --help");
    let (_, map) = help.split_once("what the export's columns mean:\n").unwrap();
    let map: Vec<&str> = map.lines().skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty()).collect();
    assert!(map.len() > 20 && map.iter().all(|line| line.starts_with("  ") && line.len() < 80), "{map:#?}");
    desk.write("map.toml", map.join("\n"));
    // It is of another export, and all of its words are known.
    let said = desk.say(&format!("{IMPORT} --dry-run"));
    assert!(!said.contains("map.toml:"), "{said}");
    assert!(said.contains("export.csv"), "{said}");
}
