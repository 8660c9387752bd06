//! Rows of another system's export, on their way into the ledger.

use crate::common::workbook::C::{Day, No, Number, Sum, Text};
use crate::common::workbook::{merged_workbook, workbook};
use crate::common::{LEDGER, OFFICE, folder};
use briefing_office::{Export, Import, Memory, Reading, RowFate, plan_import, read_office};
use proptest::prelude::*;

const MAP: &str = r#"
number-format = "european"
date-format = "dd.mm.yyyy"
id-prefix = "fin-"

[columns]
reference = "Voucher"
effective = "Value date"
recorded = "Posted"
contributor = "Donor"
amount = "Amount"
note = "Text"

[constants]
kind = "receipt"
source = "letters"
gift = "yes"

[values.contributor]
Germany = "DEU"
"Uzbekistan (Rep.)" = "UZB"

[skip]
Status = ["Cancelled", "Draft"]
"#;

const EXPORT: &str = "\
Voucher;Status;Value date;Posted;Donor;Amount;Text
V 1;Posted;30.04.2025;02.05.2025;Germany;1.500,25;\"first;
and second line\"
V 2;Cancelled;30.04.2025;02.05.2025;Germany;7,00;
V 3;Posted;29.04.2025;02.05.2025;Uzbekistan (Rep.);20.000;
V 1;Posted;30.04.2025;02.05.2025;Germany;1.500,25;again
V 4;Posted;30.04.2025;02.05.2025;Atlantis;1,00;
V 5;Posted;30.04.2025;02.05.2025;Germany;1,500.25;
V 6;Posted;2025-04-30;02.05.2025;Germany;1,00;
V 9;Posted;30.04.2025;02.05.2025;Germany;1,00;there already
;Posted;30.04.2025;02.05.2025;Germany;1,00;
";

/// The folder, with a column of references and one entry that has one.
fn files() -> Memory {
    let ledger = LEDGER.replace("source,note", "source,reference,gift,note").replace(",letters,", ",letters,,,");
    folder().with("ledger.csv", format!("{ledger}usa-1,pledge,2025-04-20,2025-05-05,USA,,5,,,,letters,V 9,,\n"))
}

fn plan(files: &Memory, name: &str, bytes: &[u8], map: &str) -> Reading<Import> {
    plan_import(files, &Export { name, bytes, map_name: "map.toml", map: map.as_bytes() })
}

fn preview(import: &Import) -> String {
    let row = |row: &briefing_office::ImportRow| match &row.fate {
        RowFate::New => format!("{}: {:?}\n", row.line, row.cells),
        RowFate::Skipped(why) => format!("{}: left out: {why}\n", row.line),
        RowFate::Refused(why) => format!("{}: refused: {why}\n", row.line),
    };
    import.rows.iter().map(row).collect()
}

#[test]
fn every_row_is_told_and_only_new_ones_are_appended() {
    let (import, faults) = plan(&files(), "export.csv", EXPORT.as_bytes(), MAP).into_parts();
    assert_eq!(faults.to_string(), "");
    let import = import.unwrap();
    assert_eq!((import.added(), import.refused()), (3, 4));
    let before = String::from_utf8(import.before.clone()).unwrap();
    let after = String::from_utf8(import.partial().unwrap().to_vec()).unwrap();
    let appended = after.strip_prefix(&before).unwrap();
    insta::assert_snapshot!(format!("{}\n{appended}\n{}", preview(&import), import.faults));
    let ledger = read_office(&files().with("ledger.csv", after)).into_parts().0.unwrap().ledger;
    assert_eq!(ledger.entries().len(), 7);
}

#[test]
fn importing_twice_adds_nothing_the_second_time() {
    let first = plan(&files(), "export.csv", EXPORT.as_bytes(), MAP).into_parts().0.unwrap();
    let second = plan(&files().with("ledger.csv", first.partial().unwrap()), "export.csv", EXPORT.as_bytes(), MAP);
    let second = second.into_parts().0.unwrap();
    assert_eq!((second.added(), second.partial()), (0, first.partial()));
    assert!(preview(&second).contains("2: left out: reference `V 1`: the ledger has it already, as `fin-V-1`"));
}

#[test]
fn a_workbook_imports_as_its_rows_do() {
    let bytes = workbook(
        &[
            &[
                Text("Voucher"),
                Text("Status"),
                Text("Value date"),
                Text("Posted"),
                Text("Donor"),
                Text("Amount"),
                Text("Text"),
            ],
            &[Text("V 1"), No, Day(45777), Text("02.05.2025"), Text("Germany"), Number("1500.25")],
            &[Text("V 3"), No, Day(45776), Day(45779), Text("Uzbekistan (Rep.)"), Text("20.000")],
            &[Text("Total"), No, No, No, No, Sum("21500.25")],
        ],
        false,
    );
    let map = format!("sheet = \"Ledger 2025\"\n{MAP}");
    let (import, faults) = plan(&files(), "export.XLSX", &bytes, &map).into_parts();
    assert_eq!(faults.to_string(), "");
    insta::assert_snapshot!(preview(&import.unwrap()));
}

#[test]
fn merged_cells_leave_nothing_to_take() {
    let rows: &[&[_]] = &[
        &[
            Text("Voucher"),
            Text("Status"),
            Text("Value date"),
            Text("Posted"),
            Text("Donor"),
            Text("Amount"),
            Text("Text"),
        ],
        &[Text("V 1"), No, Day(45777), Day(45779), Text("Germany"), Number("1500.25"), Text("one")],
        &[Text("V 3"), No, Day(45776), Day(45779), Text("Germany"), Number("7"), No],
    ];
    let merged = merged_workbook(rows, "G4:G5");
    let map = format!("sheet = \"Ledger 2025\"\n{MAP}");
    let import = plan(&files(), "export.xlsx", &merged, &map).into_parts().0.unwrap();
    assert!(import.has_merged_cells(), "{}", import.faults);
    assert_eq!((import.whole(), import.partial()), (None, None));
}

#[test]
fn letters_written_apart_are_the_same_name() {
    let map = MAP.replace("Germany =", "\"Côte d'Ivoire\" =").replace("\"DEU\"", "\"CIV\"");
    let head = "Voucher;Status;Value date;Posted;Donor;Amount;Text\n";
    let export = format!("{head}V 1;;30.04.2025;02.05.2025;Co\u{302}te d'Ivoire;1,00;\n");
    let import = plan(&files(), "export.csv", export.as_bytes(), &map).into_parts().0.unwrap();
    assert_eq!(import.added(), 1, "{}", import.faults);
    let rows: &[&[_]] = &[
        &[
            Text("Voucher"),
            Text("Status"),
            Text("Value date"),
            Text("Posted"),
            Text("Donor"),
            Text("Amount"),
            Text("Text"),
        ],
        &[Text("V 1"), No, Day(45777), Day(45779), Text("Co\u{302}te d'Ivoire"), Number("1"), No],
    ];
    let map = format!("sheet = \"Ledger 2025\"\n{map}");
    let import = plan(&files(), "export.xlsx", &workbook(rows, false), &map).into_parts().0.unwrap();
    assert_eq!(import.added(), 1, "{}", import.faults);
}

#[test]
fn what_the_ledger_would_not_accept_is_told_with_the_exports_row() {
    let export = "Voucher;Status;Value date;Posted;Donor;Amount;Text\n\
                  V 1;;30.04.2025;02.05.2025;Germany;1,00;\n\
                  V 2;;30.04.2025;02.05.2025;Germany;-5,00;\n";
    let import = plan(&files(), "export.csv", export.as_bytes(), MAP).into_parts().0.unwrap();
    assert!(import.whole().is_none());
    insta::assert_snapshot!(import.faults.to_string());
}

#[test]
fn payments_that_may_be_on_open_pledges_are_refused() {
    let export = EXPORT.split("V 4").next().unwrap();
    let map = MAP.replace("gift =", "# gift =");
    let import = plan(&files(), "export.csv", export.as_bytes(), &map).into_parts().0.unwrap();
    let faults = &import.faults;
    let codes: Vec<_> = faults.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["L0211", "L0211", "I0806"], "{faults}");
    assert_eq!((import.added(), import.refused()), (0, 2));
}

#[test]
fn each_code_of_an_import_has_a_case() {
    let codes = |files: &Memory, export: &str, map: &str| {
        let found = plan(files, "export.csv", export.as_bytes(), map).into_parts().1;
        found.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&files(), EXPORT, &MAP.replace("\"Amount\"", "\"Ammount\"")), ["I0801"]);
    assert_eq!(codes(&files(), EXPORT, &MAP.replace("Status =", "State =")), ["I0801"]);
    let pledges = MAP.replace("gift = \"yes\"\n", "").replace("\"receipt\"", "\"pledge\"");
    assert_eq!(codes(&folder(), EXPORT, &pledges), ["I0802"]);
    let bytes = workbook(&[&[Text("id"), Text("kind"), Text("effective"), Text("recorded")]], false);
    let office = OFFICE.replace("ledger.csv\"", "ledger.xlsx\"\nsheet = \"Ledger 2025\"");
    let in_excel = folder().with("office.toml", office).with("ledger.xlsx", bytes);
    assert_eq!(codes(&in_excel, EXPORT, MAP), ["I0803"]);
    // The map's own faults, and the ledger's, come first.
    assert_eq!(codes(&files(), EXPORT, &MAP.replace("[skip]", "[skp]")), ["T0202"]);
    assert_eq!(codes(&files(), EXPORT, &MAP.replace("recorded =", "# recorded =")), ["T0204"]);
    assert_eq!(codes(&files(), EXPORT, &MAP.replace("[constants]", "[constants]\namount = \"1\"")), ["T0215"]);
    assert_eq!(codes(&files().without("ledger.csv"), EXPORT, MAP), ["O0107"]);
}

#[test]
fn line_ends_marks_and_separators_of_the_ledger_stay() {
    let text = String::from_utf8(
        plan(&files(), "e.csv", b"Voucher;Status;Value date;Posted;Donor;Amount;Text\n", MAP)
            .into_parts()
            .0
            .unwrap()
            .partial()
            .unwrap()
            .to_vec(),
    )
    .unwrap();
    let windows = format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"));
    let import =
        plan(&files().with("ledger.csv", &windows), "export.csv", EXPORT.as_bytes(), MAP).into_parts().0.unwrap();
    let after = String::from_utf8(import.partial().unwrap().to_vec()).unwrap();
    assert!(after.starts_with(&windows), "{after:?}");
    assert_eq!(read_office(&files().with("ledger.csv", &after)).into_parts().0.unwrap().ledger.entries().len(), 7);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever an export says, what is there stays, and what comes of it is a ledger in order.
    #[test]
    fn nothing_that_is_there_is_lost(rows in prop::collection::vec("[A-Z]{1,2}[0-9]{0,2};(Draft|);[0-3][0-9]\\.04\\.2025;02\\.05\\.2025;(Germany|Mars);[0-9.,]{1,6};[ -~]{0,12}", 0..12)) {
        let export = format!("Voucher;Status;Value date;Posted;Donor;Amount;Text\n{}\n", rows.join("\n"));
        if let (Some(import), _) = plan(&files(), "export.csv", export.as_bytes(), MAP).into_parts() {
            prop_assert!(import.partial().unwrap().starts_with(&import.before));
            let ledger = read_office(&files().with("ledger.csv", import.partial().unwrap())).into_parts().0;
            prop_assert_eq!(ledger.map(|folder| folder.ledger.entries().len()), Some(4 + import.added()));
        }
    }
}
