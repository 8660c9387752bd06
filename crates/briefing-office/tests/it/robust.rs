//! Whatever the files hold: no panic, and a value exactly when there is no error.

use crate::common::{LEDGER, MONTH, OFFICE, folder, png};
use briefing_office::{Files, Memory, check_folder, read_month, read_office};
use proptest::prelude::*;

fn holds_together(files: &Memory) -> Result<(), TestCaseError> {
    let reading = check_folder(files);
    prop_assert_eq!(reading.value().is_some(), reading.diagnostics().errors() == 0);
    for fault in reading.diagnostics() {
        let Some(place) = &fault.place else { continue };
        prop_assert!(!fault.message.is_empty() && !fault.message.contains('\n'));
        prop_assert!(place.line == 0 || place.column >= 1 && place.caret >= 1, "{}", place);
        prop_assert!(place.excerpt.chars().all(|c| !c.is_control()));
        prop_assert!((place.line, place.column) <= (place.end.line, place.end.column), "{}", fault);
    }
    // Whatever is shown to people can be shown.
    let _ = reading.diagnostics().to_string();
    Ok(())
}

/// A text with a piece of it replaced by another piece.
fn mutated(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(String::new()),
        "[ -~\\n]{0,6}",
        "\\PC{0,4}",
        Just("\"\"\"".to_owned()),
        Just("[[".to_owned()),
        Just("{".repeat(100)),
        Just("\r".to_owned()),
    ];
    (0..text.len(), 0_usize..20, piece).prop_map(move |(at, length, piece)| {
        let end = (at + length).min(text.len());
        [&text.as_bytes()[..at], piece.as_bytes(), &text.as_bytes()[end..]].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_may_stand_in_any_file(bytes in proptest::collection::vec(any::<u8>(), 0..300), which in 0..4) {
        let file = ["office.toml", "ledger.csv", "2025-04/briefing.toml", "2025-04/globe.png"][which as usize];
        let files = folder().with(file, &bytes);
        let (value, faults) = check_folder(&files).into_parts();
        prop_assert!(value.is_some() || faults.errors() > 0);
        holds_together(&files)?;
    }

    #[test]
    fn an_office_with_one_change(bytes in mutated(OFFICE)) {
        holds_together(&folder().with("office.toml", bytes))?;
    }

    #[test]
    fn a_month_with_one_change(bytes in mutated(MONTH)) {
        holds_together(&folder().with("2025-04/briefing.toml", bytes))?;
    }

    #[test]
    fn a_ledger_with_one_change(bytes in mutated(LEDGER)) {
        holds_together(&folder().with("ledger.csv", bytes))?;
    }

    #[test]
    fn a_picture_with_one_change(at in 0_usize..80, byte in any::<u8>(), length in 0_usize..90) {
        let mut picture = png(1200, 630);
        if let Some(old) = picture.get_mut(at) {
            *old = byte;
        }
        picture.truncate(length);
        holds_together(&folder().with("2025-04/globe.png", picture))?;
    }

    #[test]
    fn texts_in_many_scripts(text in "[\\PC]{0,40}") {
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        let month = MONTH.replace("A course was held.", &quoted);
        holds_together(&folder().with("2025-04/briefing.toml", month))?;
    }
}

#[test]
fn hostile_files_neither_hang_nor_overflow() {
    let deep = ["[", "{", "a=[", "a={b=", "[[a.", "a.", "x=[{a.b.c.d.e.f.g="];
    for unit in deep {
        let text = unit.repeat(50_000);
        for file in ["office.toml", "2025-04/briefing.toml"] {
            let reading = check_folder(&folder().with(file, &text));
            assert!(reading.diagnostics().errors() >= 1, "{unit} in {file}");
        }
    }
    // A quotation mark that swallows everything behind it.
    let swallowing = format!("{LEDGER}x-1,pledge,\"{}", "2025,".repeat(300_000));
    let reading = read_office(&folder().with("ledger.csv", swallowing));
    assert!(reading.diagnostics().to_string().contains("C0510"));
    // Many lines of many kinds of fault.
    let reading = read_office(&folder().with("office.toml", "= 1\n".repeat(30_000)));
    assert!(reading.diagnostics().errors() >= 1);
    let reading = read_office(&folder().with("ledger.csv", format!("{LEDGER}{}", "\"\n\",x\n".repeat(20_000))));
    assert!(reading.diagnostics().errors() >= 10_000);
    let many_columns = format!("id{}\n", ",x".repeat(100_000));
    assert_eq!(read_office(&folder().with("ledger.csv", many_columns)).diagnostics().errors(), 1);
    // A line of megabytes with a fault at every step.
    let one_line = format!("x = [{}]\n[office]\nabout = [{}]\n", "1, ".repeat(50_000), "1, ".repeat(50_000));
    assert!(read_office(&folder().with("office.toml", one_line)).diagnostics().errors() >= 50_000);
}

#[test]
fn the_same_folder_reads_the_same() {
    let read = || {
        let month = read_month(&folder(), "2025-04".parse().unwrap()).into_parts().0.unwrap();
        (format!("{:?}", month.plan), month.assets.iter().map(|(digest, _)| digest.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(read(), read());
}

#[test]
fn an_office_needs_no_ledger_and_no_month() {
    let files = Memory::new().with("office.toml", "[office]\nid = 'o'\nname = 'O'\n");
    let (value, faults) = read_office(&files).into_parts();
    assert!(faults.is_empty(), "{faults}");
    let folder = value.unwrap();
    assert!(folder.ledger.entries().is_empty() && folder.months.is_empty());
    assert!(files.list(None).unwrap().len() == 1);
}
