//! Files as people have them, which other programs and an early version of this one read wrong: each is read right, or refused at
//! its place with a remedy.
//!
//! One folder each in `tests/received`: an office; or one with an export and its map, with a translator's file, a picture or a font.

use std::fmt::Write as _;
use std::path::Path;

use briefing::model::LedgerEntry;
use briefing::office::{Export, Po, RowFate, plan_import, plan_text_import};
use briefing::{Disk, Folder, Language, Month};
use insta::assert_snapshot;

#[test]
fn what_people_have_is_read_right_or_refused() {
    let received = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/received");
    let mut names: Vec<_> = std::fs::read_dir(&received).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 42);
    let said = names.iter().map(|name| {
        let folder = received.join(name);
        let disk = Disk::open(&folder).unwrap();
        let read = |name: &str| std::fs::read(folder.join(name)).ok();
        let export = ["export.csv", "export.xlsx"].into_iter().find_map(|name| Some((name, read(name)?)));
        let said = match (export, read("fr.po")) {
            (Some((name, bytes)), _) => imported(&disk, name, &bytes, &read("map.toml").unwrap()),
            (None, Some(po)) => translated(&disk, &po),
            (None, None) => printed(disk),
        };
        format!("=== {}\n{said}\n", name.to_string_lossy())
    });
    assert_snapshot!(said.collect::<String>());
}

/// Each row as it would be written, and the faults.
fn imported(disk: &Disk, name: &str, bytes: &[u8], map: &[u8]) -> String {
    let (import, faults) = plan_import(disk, &Export { name, bytes, map_name: "map.toml", map }).into_parts();
    let mut said = faults.to_string();
    for row in import.iter().flat_map(|import| &import.rows) {
        let cells: Vec<&str> = row.cells.iter().map(|(_, text)| text.as_str()).collect();
        let fate = match &row.fate {
            RowFate::New => cells.join(" | "),
            RowFate::Skipped(why) => format!("left out: {why}"),
            RowFate::Refused(why) => format!("refused: {why}"),
        };
        writeln!(said, "{}: {fate}", row.line).unwrap();
    }
    said + &import.map(|import| import.faults.to_string()).unwrap_or_default()
}

/// The files of texts as they would be, and the faults.
fn translated(disk: &Disk, po: &[u8]) -> String {
    let month: Month = "2025-04".parse().unwrap();
    let po = Po { name: "fr.po", bytes: po, language: Some(Language::Fr) };
    let (import, faults) = plan_text_import(disk, month, &po).into_parts();
    let files = import.iter().flat_map(|import| &import.files).map(|(path, text)| format!("--- {path}\n{text}"));
    faults.to_string() + &files.collect::<String>()
}

/// The faults; or else the entries of the ledger, the pictures, and the month in words.
fn printed(disk: Disk) -> String {
    let folder = Folder::new(disk);
    let faults = folder.check();
    let mut said = faults.to_string();
    let file = folder.render("2025-04".parse().unwrap(), Language::En);
    assert_eq!(faults.errors() > 0, file.is_err(), "`check` and `render` agree");
    let (Some(month), Ok(file)) = (folder.month("2025-04".parse().unwrap(), Language::En).into_parts().0, file) else {
        return said;
    };
    for LedgerEntry { id, recorded, effective, kind, source, .. } in month.ledger.entries() {
        let kind = serde_json::to_string(kind).unwrap();
        writeln!(said, "{id} {effective} {recorded} {kind} {}", source.as_ref().map_or("", |one| one.as_str()))
            .unwrap();
    }
    for picture in month.plan.events.iter().filter_map(|event| event.picture.as_ref()) {
        writeln!(said, "{} {} by {}, {:?}", picture.file, picture.width, picture.height, picture.orientation).unwrap();
    }
    let outline = briefing::document::compose(&month.briefing, Language::En).unwrap().document.outline();
    assert_eq!(briefing::verify(&file.bytes).unwrap().verdict, briefing::Verdict::Consistent);
    said + &outline
}
