//! What offices, months and items begin with.

use std::collections::BTreeSet;

use briefing_model::{EntryKindName, Language, Name};
use briefing_office::keys::{ledger_columns, ledger_kinds, month_tables, office_tables};
use briefing_office::{
    Code, Files, Memory, NewFile, NewItem, NewOffice, check_folder, new_item, new_month, read_edition,
};
use insta::assert_snapshot;

use crate::common::folder;

fn office(languages: Vec<Language>) -> Vec<NewFile> {
    let name = Name::new("Office for \"Lighthouses\"").unwrap();
    NewOffice { id: "phares".parse().unwrap(), name, month: "2025-04".parse().unwrap(), languages }.files()
}

fn memory(files: &[NewFile]) -> Memory {
    files.iter().fold(Memory::new(), |memory, file| memory.with(&file.path, &file.text))
}

/// A file with every key in use that stands behind a `#`.
fn all_in_use(text: &str) -> String {
    let lines = text.lines().map(|line| match line.strip_prefix('#') {
        Some(key) if !key.starts_with(' ') && !key.is_empty() => key,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_office_has_no_fault_and_every_key() {
    let files = office(vec![]);
    let (whole, faults) = check_folder(&memory(&files)).into_parts();
    assert!(faults.is_empty(), "{faults}");
    assert_eq!(whole.unwrap().months[0].1.items().count(), 1);
    for (file, tables) in [("office.toml", office_tables()), ("2025-04/briefing.toml", month_tables())] {
        let text = &files.iter().find(|new| new.path == file).unwrap().text;
        for key in tables.iter().flat_map(|table| table.keys) {
            let headed = key.example.starts_with("[[") && text.contains(key.example);
            let beside = headed || text.contains(&format!("`{}`", key.name));
            let explained = beside
                || text.lines().any(|line| {
                    let line = line.trim_start_matches(['#', ' ', '`', '[']);
                    line.strip_prefix(key.name).is_some_and(|rest| rest.starts_with([' ', ']', '`']))
                });
            assert!(explained, "{file} does not explain `{}`", key.name);
        }
    }
}

#[test]
fn the_keys_of_a_new_office_can_be_put_to_use() {
    for file in office(vec![]).iter().filter(|file| file.path.ends_with(".toml")) {
        let (files, text) = (memory(&office(vec![])), all_in_use(&file.text));
        let faults = check_folder(&files.with(&file.path, text)).into_parts().1;
        // The examples speak of units and parties that this office does not have.
        let form = faults.iter().filter(|fault| fault.code.as_str().starts_with('T'));
        // What a party may say depends on its kind.
        let of_a_kind = ["`state` has no meaning here", "`office` has no meaning here"];
        let form = form.filter(|fault| !of_a_kind.contains(&fault.message.as_str()));
        let form: Vec<_> = form.map(ToString::to_string).collect();
        assert!(form.is_empty(), "{}", form.join("\n"));
    }
}

#[test]
fn the_ledgers_columns_are_those_of_the_reference() {
    let files = office(vec![]);
    let ledger = &files.iter().find(|file| file.path == "ledger.csv").unwrap().text;
    let names: Vec<&str> = ledger_columns().iter().map(|column| column.name).collect();
    assert_eq!(ledger.trim_end().split(',').collect::<Vec<_>>(), names);
}

#[test]
fn the_rows_of_the_reference_are_without_faults() {
    for kind in ledger_kinds() {
        let rows = format!("{}\n", kind.rows);
        assert!(rows.contains(&format!(",{},", kind.name)), "{}", kind.name);
        let files = folder().with("ledger.csv", rows);
        let faults = check_folder(&files).into_parts().1;
        // The month's own statement is of another ledger.
        let of_ledger =
            faults.iter().filter(|fault| fault.place.as_ref().is_some_and(|place| place.file == "ledger.csv"));
        let of_ledger: Vec<String> = of_ledger.map(ToString::to_string).collect();
        assert!(of_ledger.is_empty(), "{}: {}", kind.name, of_ledger.join("\n"));
    }
    let kinds: BTreeSet<&str> = ledger_kinds().iter().map(|kind| kind.name).filter(|name| *name != "void").collect();
    assert_eq!(kinds, EntryKindName::ALL.iter().map(|name| name.as_str()).collect());
}

#[test]
fn a_new_office_speaks_its_languages() {
    let languages: Vec<Language> = Language::ALL.into_iter().filter(|language| *language != Language::En).collect();
    let files = memory(&office(languages.clone()));
    let faults = check_folder(&files).into_parts().1;
    assert!(faults.is_empty(), "{faults}");
    for language in languages {
        let (month, faults) = read_edition(&files, "2025-04".parse().unwrap(), language).into_parts();
        assert!(faults.is_empty(), "{language}: {faults}");
        assert_ne!(
            month.unwrap().briefing.highlights[0].text.plain(),
            "{office.name} issued its first monthly briefing."
        );
    }
}

#[test]
fn a_month_begins_with_the_items_of_the_last_as_comments() {
    let april = "issued = 2025-05-06\nstated-total = \"5 USD\"\n\n# --- Leadership ---\n\n[[item]]\nid = \"visit\"\nsection = \"leadership\"\nwhen = 2025-04-28\n\
                 text = \"\"\"A visit.\n# [[item]] is not a heading here\n\"\"\"\n\n# Runs on.\n[[item]]\nid='course'\nsection=\"centre\"\nwhen='2025-04-01/2025-06-30'\ntext='A course.'\n";
    let files = folder().with("2025-04/briefing.toml", april).with("2025-04/figures.lock", "version = 2\n");
    let begun = new_month(&files, "2025-05".parse().unwrap(), None).unwrap();
    let carried = begun.file.text.split_once("Below are").unwrap().1;
    assert_snapshot!(carried);
    let files = folder().without("2025-04/briefing.toml").with(&begun.file.path, &begun.file.text);
    // What was not used is not carried again, and no comment becomes a comment of a comment.
    let june = format!(
        "{}\n#cutoff = 2025-06-02\n\n# A remark.\n[[item]]\n# Mind the date.\n#title = \"x\"\nid = \"fair\"\nsection = \"centre\"\nwhen = 2025-05-02\ntext = \"A fair.\"\n",
        begun.file.text
    );
    let next = new_month(&files.clone().with(&begun.file.path, june), "2025-06".parse().unwrap(), None).unwrap();
    assert_eq!(next.items, 1);
    assert_snapshot!(next.file.text.split_once("Delete the rest.\n").unwrap().1, @r#"
    # 2025-05: fair, 2025-05-02
    # A remark.
    # Mind the date.
    # [[item]]
    # id = ""
    # section = "centre"
    # when = ""
    # text = "A fair."
    "#);
    let faults = check_folder(&files).into_parts().1;
    assert!(faults.iter().any(|fault| fault.code == Code::EmptyMonth), "{faults}");
    assert_eq!(faults.errors(), 0, "{faults}");
}

#[test]
fn a_correction_is_carried_with_no_item() {
    let item = |id: &str| {
        format!("[[item]]\nid = \"{id}\"\nsection = \"leadership\"\nwhen = 2025-04-28\ntext = \"A visit.\"\n")
    };
    let correction = "\n# Told to the press.\n[[correction]]\non = 2025-06-03\nwhat = \"Wrong.\"\n\n";
    let april = format!("{}\n[item.place]\nonline = true\n{correction}{}{correction}", item("visit"), item("fair"));
    let begun = new_month(&folder().with("2025-04/briefing.toml", april), "2025-05".parse().unwrap(), None).unwrap();
    assert_eq!(begun.items, 2);
    let carried = begun.file.text.split_once("Delete the rest.\n").unwrap().1;
    assert!(carried.contains("# online = true") && carried.contains("2025-04: fair"), "{carried}");
    assert!(!carried.contains("Wrong.") && !carried.contains("correction") && !carried.contains("press"), "{carried}");
}

#[test]
fn every_month_of_anybody_can_be_begun_from() {
    let months = [
        "",
        "# nothing\n",
        "item = [{ id = 'a', section = 'leadership', when = 2025-04-01, text = 'A.' }]\n",
        "\u{feff}[[item]]\r\nid = 'a'\r\n",
        "[[item]]\nid = 7\nwhen = true\n",
        "[[item]]\nid = 'ä'\nwhen = 'é'",
        "[item]\nid = 'a'\n",
        "item = 3\n",
    ];
    for april in months {
        let files = Memory::new().with("2025-04/briefing.toml", april);
        let begun = new_month(&files, "2025-05".parse().unwrap(), None).unwrap();
        let file =
            Memory::new().with("office.toml", "[office]\nid='a'\nname='A'\n").with(&begun.file.path, &begun.file.text);
        assert_eq!(check_folder(&file).into_parts().1.errors(), 0, "{april}");
    }
}

#[test]
fn an_item_joins_a_month_or_says_why_not() {
    let files = folder();
    let month = "2025-04".parse().unwrap();
    let item = NewItem { month, id: "roundtable", section: "centre", when: "2025-04-14", text: None };
    let added = new_item(&files, &item).into_parts().0.unwrap();
    let files = files.with("2025-04/briefing.toml", &added.after);
    assert!(added.after.starts_with(std::str::from_utf8(&added.before).unwrap().trim_end()));
    assert_eq!(added.after.lines().nth(added.line - 1), Some("[[item]]"));
    let faults = check_folder(&files).into_parts().1;
    assert!(faults.iter().any(|fault| fault.code == Code::NotWritten), "{faults}");
    assert_eq!(faults.errors(), 0, "{faults}");
    for (wrong, code) in [
        (item, Code::DuplicateItem),
        (NewItem { id: "Round Table", ..item }, Code::BadId),
        (NewItem { id: "other", section: "nowhere", ..item }, Code::UnknownSection),
        (NewItem { id: "other", when: "2025-05-14", ..item }, Code::OutsideMonth),
        (NewItem { id: "other", text: Some("A **mark"), ..item }, Code::BadText),
    ] {
        let reading = new_item(&files, &wrong);
        assert!(reading.value().is_none());
        assert!(reading.diagnostics().iter().any(|fault| fault.code == code), "{code}: {}", reading.diagnostics());
    }
    // Windows' ends of lines stay.
    let path = "2025-04/briefing.toml".parse().unwrap();
    let crlf = String::from_utf8(folder().read(&path, 100_000).unwrap()).unwrap().replace('\n', "\r\n");
    let added = new_item(&folder().with("2025-04/briefing.toml", crlf), &item).into_parts().0.unwrap();
    assert_eq!(added.after.matches('\n').count(), added.after.matches("\r\n").count());
}
