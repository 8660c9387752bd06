//! Exports as people's systems write them, on their way into the ledger.

use std::fs;

use briefing_office::{Export, Import, Memory, Reading, RowFate, plan_import, read_office};
use insta::assert_snapshot;

const OFFICE: &str = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.csv\"\n";

pub(crate) const HEAD: &str = "id,kind,effective,recorded,contributor,amount,currency,purposes,reference,note\n";

pub(crate) const MAP: &str = "number-format = \"english\"\ndate-format = \"dd.mm.yyyy\"\nid-prefix = \"fin-\"\n\
                   [columns]\nreference = \"Voucher\"\neffective = \"Date\"\nrecorded = \"Date\"\n\
                   contributor = \"Donor\"\namount = \"Amount\"\npurposes = \"Purpose\"\n[constants]\nkind = \"pledge\"\n";

pub(crate) const TOP: &str = "Voucher,Date,Donor,Amount,Purpose\n";

pub(crate) fn files() -> Memory {
    Memory::new().with("office.toml", OFFICE).with("ledger.csv", HEAD)
}

pub(crate) fn plan(files: &Memory, name: &str, bytes: impl AsRef<[u8]>, map: &str) -> Reading<Import> {
    plan_import(files, &Export { name, bytes: bytes.as_ref(), map_name: "map.toml", map: map.as_bytes() })
}

/// What becomes of each row, and everything that is said.
pub(crate) fn shown(reading: Reading<Import>) -> String {
    let (import, faults) = reading.into_parts();
    let mut shown = faults.to_string();
    let Some(import) = import else { return shown };
    for row in &import.rows {
        let cells: Vec<&str> = row.cells.iter().map(|(_, text)| text.as_str()).collect();
        shown += &match &row.fate {
            RowFate::New => format!("{}: {}\n", row.line, cells.join(" | ")),
            RowFate::Skipped(why) => format!("{}: left out: {why}\n", row.line),
            RowFate::Refused(why) => format!("{}: refused: {why}\n", row.line),
        };
    }
    assert_eq!(import.whole().is_some(), import.refused() == 0);
    assert_eq!(import.faults.errors() > 0, import.refused() > 0);
    shown + &import.faults.to_string()
}

fn csv(rows: &str) -> String {
    shown(plan(&files(), "export.csv", format!("{TOP}{rows}"), MAP))
}

fn workbook(name: &str) -> String {
    let bytes = fs::read(format!("{}/tests/it/inputs/{name}.xlsx", env!("CARGO_MANIFEST_DIR"))).unwrap();
    shown(plan(&files(), "export.xlsx", bytes, MAP))
}

#[test]
fn an_open_quotation_mark_swallows_no_row() {
    assert_snapshot!(csv("V1,01.04.2025,DEU,100,\"a\nV2,01.04.2025,FRA,5000000,b\nV3,01.04.2025,ESP,5,c\n"), @r#"
    2: refused: the quotation mark that begins this cell is not closed
    3: fin-V2 | pledge | 2025-04-01 | 2025-04-01 | FRA | 5000000 | b | V2
    4: fin-V3 | pledge | 2025-04-01 | 2025-04-01 | ESP | 5 | c | V3
    error[C0510]: the quotation mark that begins this cell is not closed
     --> export.csv:2:23
       |
     2 | V1,01.04.2025,DEU,100,"a
       |                       ^^
      = help: close it, or remove it; a quotation mark within such a cell is written twice

    1 error
    "#);
}

#[test]
fn rows_of_another_length_are_refused() {
    assert_snapshot!(csv("V1,01.04.2025,DEU,100,a\nV2,01.04.2025,FRA,1,000,b\nV4,01.04.2025,ITA,250,Madrid, Spain\n"), @r#"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: refused: the row has 6 cells, but there are 5 headings
    4: refused: the row has 6 cells, but there are 5 headings
    error[C0503]: the row has 6 cells, but there are 5 headings
     --> export.csv:3:19
       |
     3 | V2,01.04.2025,FRA,1,000,b
       |                   ^
      = help: an amount has no separators between its thousands: write `1000`

    error[C0503]: the row has 6 cells, but there are 5 headings
     --> export.csv:4:23
       |
     4 | V4,01.04.2025,ITA,250,Madrid, Spain
       |                       ^^^^^^
      = help: a text with a comma needs quotation marks: `"Madrid, Spain"`

    2 errors
    "#);
    assert_snapshot!(csv("V1,01.04.2025,DEU,100\n"), @r"
    2: refused: the row has 4 cells, but there are 5 headings
    error[C0503]: the row has 4 cells, but there are 5 headings
     --> export.csv:2:1
       |
     2 | V1,01.04.2025,DEU,100
       | ^^^^^^^^^^^^^^^^^^^^^
      = help: write a comma for each empty cell; a cell with a line break in it stands between quotation marks

    1 error
    ");
    assert_snapshot!(csv("V1,01.04.2025,DEU,100,a,\n"), @r"
    2: refused: the row has 6 cells, but there are 5 headings
    error[C0503]: the row has 6 cells, but there are 5 headings
     --> export.csv:2:25
       |
     2 | V1,01.04.2025,DEU,100,a,
       |                         ^
      = help: a text with a comma needs quotation marks; blank cells at the end are read where the headings have as many

    1 error
    ");
}

#[test]
fn amounts_and_days_that_cannot_be_read_are_refused() {
    assert_snapshot!(csv("V1,01.04.2025,DEU,100,a\nV2,01.04.2025,FRA,\"(1,234.50)\",b\nV3,01.04.2025,CHE,\"1'234.50\",c\nV4,01.04.2025,DNK,1234-,d\n"), @r#"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: refused: USD -1234.50 is not more than nothing: amounts are positive, and what is taken back is a withdrawal or a refund
    4: fin-V3 | pledge | 2025-04-01 | 2025-04-01 | CHE | 1234.50 | c | V3
    5: refused: USD -1234.00 is not more than nothing: amounts are positive, and what is taken back is a withdrawal or a refund
    error[C0507]: USD -1234.50 is not more than nothing: amounts are positive, and what is taken back is a withdrawal or a refund
     --> export.csv:3:19
       |
     3 | V2,01.04.2025,FRA,"(1,234.50)",b
       |                   ^^^^^^^^^^^^
      = help: where a pledge was taken back, make the row a `withdrawal`, without the minus and with the id of what it takes back in `ref`; where every amount has a minus, as credits of an account do, take it away from all of them

    error[C0507]: USD -1234.00 is not more than nothing: amounts are positive, and what is taken back is a withdrawal or a refund
     --> export.csv:5:19
       |
     5 | V4,01.04.2025,DNK,1234-,d
       |                   ^^^^^
      = help: where a pledge was taken back, make the row a `withdrawal`, without the minus and with the id of what it takes back in `ref`; where every amount has a minus, as credits of an account do, take it away from all of them

    2 errors
    "#);
    for day in ["10.07.1446", "1446-07-10", "10.01.2568"] {
        let year = if day.contains("2568") { "2568" } else { "1446" };
        let said = csv(&format!("V1,{day},DEU,100,a\n"));
        assert!(said.contains(&format!("if {year} is of another calendar")), "{said}");
    }
    assert_snapshot!(csv("V1,01.04.2025 00:00:00,DEU,100,a\nV2,01.04.25,FRA,5000000,b\nV3,31.03.2025 22:30,ESP,7,c\n"), @r#"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: refused: `01.04.25` is not a day of the form `dd.mm.yyyy`
    4: fin-V3 | pledge | 2025-03-31 | 2025-03-31 | ESP | 7 | c | V3
    error[C0506]: `01.04.25` is not a day of the form `dd.mm.yyyy`
     --> export.csv:3:4
       |
     3 | V2,01.04.25,FRA,5000000,b
       |    ^^^^^^^^
      = help: where the whole export is written so, say `date-format = "dd.mm.yy"` in the map

    warning[C0516]: the cell has a time of day, 22:30; the day is taken as 2025-03-31
     --> export.csv:4:4
       |
     4 | V3,31.03.2025 22:30,ESP,7,c
       |    ^^^^^^^^^^^^^^^^
      = help: see whether that is the day at the place of payment, and store the day without a time

    1 error, 1 warning
    "#);
}

#[test]
fn payments_under_one_reference_are_all_taken() {
    let rows = "GA-77,01.04.2025,DEU,100000,first instalment\nGA-77,15.04.2025,DEU,250000,second instalment\n\
                GA-77,15.04.2025,FRA,250000,other donor\nGA-77,15.04.2025,FRA,\"250,000\",other donor\n";
    assert_snapshot!(csv(rows), @r#"
    2: fin-GA-77 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100000 | first instalment | GA-77
    3: fin-GA-77-2 | pledge | 2025-04-15 | 2025-04-15 | DEU | 250000 | second instalment | GA-77
    4: fin-GA-77-3 | pledge | 2025-04-15 | 2025-04-15 | FRA | 250000 | other donor | GA-77
    5: left out: reference `GA-77`: row 4 of the export has it already
    warning[I0806]: this row is the same entry as row 4, and is left out
     --> export.csv:5:1
       |
     5 | GA-77,15.04.2025,FRA,"250,000",other donor
       | ^^^^^
      = help: where they are two entries, give each a reference of its own

    1 warning
    "#);
    let first = plan(&files(), "export.csv", format!("{TOP}{rows}"), MAP).into_parts().0.unwrap();
    let there = files().with("ledger.csv", first.whole().unwrap());
    assert_eq!(read_office(&there).diagnostics().to_string(), "");
    let again = plan(&there, "export.csv", format!("{TOP}{rows}GA-77,16.04.2025,FRA,250000,third\n"), MAP);
    assert_snapshot!(shown(again), @r#"
    2: left out: reference `GA-77`: the ledger has it already, as `fin-GA-77`
    3: left out: reference `GA-77`: the ledger has it already, as `fin-GA-77-2`
    4: left out: reference `GA-77`: the ledger has it already, as `fin-GA-77-3`
    5: left out: reference `GA-77`: row 4 of the export has it already
    6: fin-GA-77-4 | pledge | 2025-04-16 | 2025-04-16 | FRA | 250000 | third | GA-77
    warning[I0806]: this row is the same entry as row 4, and is left out
     --> export.csv:5:1
       |
     5 | GA-77,15.04.2025,FRA,"250,000",other donor
       | ^^^^^
      = help: where they are two entries, give each a reference of its own

    warning[I0805]: the ledger has the reference `GA-77` with another day, amount, currency or contributor: this row joins it as an entry of its own
     --> export.csv:6:1
       |
     6 | GA-77,16.04.2025,FRA,250000,third
       | ^^^^^
      = help: where it is one of the ledger's, changed since, enter a `correction` of that, and leave this row out with `skip-rows = [6]` in the map before it is imported, or enter a `void` of its entry afterwards

    2 warnings
    "#);
}

#[test]
fn a_row_that_may_be_a_changed_entry_waits_for_a_word() {
    const LEDGER: &str = "id,kind,effective,recorded,contributor,ref,amount,currency,purposes,reference,note\n\
                          fin-V1,pledge,2025-04-01,2025-04-01,DEU,,100,USD,a,V1,\n";
    let with = |ledger: &str, map: &str, rows: &str| {
        let files = files().with("ledger.csv", format!("{LEDGER}{ledger}"));
        shown(plan(&files, "export.csv", format!("{TOP}{rows}"), map))
    };
    let changed = "V1,01.04.2025,DEU,120,a\n";
    let said = with("", MAP, changed);
    assert!(said.contains("2: refused: the ledger has the reference `V1` as `fin-V1`"), "{said}");
    assert!(said.contains("error[I0810]"), "{said}");
    assert!(said.contains("enter a `correction` of `fin-V1` in the ledger"), "{said}");

    let corrected = "fin-V1-fix,correction,2025-04-01,2025-05-10,,fin-V1,120,USD,,,\n";
    let known = "2: left out: reference `V1`: the ledger has it already, as `fin-V1`\n";
    assert_eq!(with(corrected, MAP, changed), known, "the advice ends it");
    assert_eq!(with(corrected, MAP, "V1,01.04.2025,DEU,100,a\n"), known, "an export of before the change");
    assert!(with(corrected, MAP, "V1,01.04.2025,DEU,130,a\n").contains("error[I0810]"), "and not another change");

    let shared = format!("shared-references = true\n{MAP}");
    let joined = with("", &shared, changed);
    assert!(joined.starts_with("2: fin-V1-2 | pledge |") && joined.contains("warning[I0805]"), "{joined}");
    // With the first beside it, the second is another one, in whichever order they stand; a payment of a pledge has its reference too.
    let first = "V1,01.04.2025,DEU,100,other words\n";
    for rows in [format!("{first}{changed}"), format!("{changed}{first}")] {
        let said = with("", MAP, &rows);
        assert!(said.contains("fin-V1-2 |") && said.contains("left out") && !said.contains("refused"), "{said}");
    }
    let paid = MAP.replace("kind = \"pledge\"", "kind = \"receipt\"\nref = \"fin-V1\"");
    assert!(with("", &paid, "V1,05.04.2025,,60,\n").starts_with("2: fin-V1-2 | receipt |"));
}

#[test]
fn ids_that_would_collide_are_numbered_and_keep_their_letters() {
    assert_snapshot!(csv("A 1,01.04.2025,DEU,100,a\nA-1,01.04.2025,FRA,5000000,b\nСчёт 7,01.04.2025,FRA,1,c\n凭证 7,01.04.2025,FRA,1,d\n"), @r"
    2: fin-A-1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | A 1
    3: fin-A-1-2 | pledge | 2025-04-01 | 2025-04-01 | FRA | 5000000 | b | A-1
    4: fin-Счёт-7 | pledge | 2025-04-01 | 2025-04-01 | FRA | 1 | c | Счёт 7
    5: fin-凭证-7 | pledge | 2025-04-01 | 2025-04-01 | FRA | 1 | d | 凭证 7
    warning[C0519]: `fin-A-1-2`: USD 5000000.00 is over a thousand times more than the amounts of the rows around it
     --> export.csv:3:1
       |
     3 | A-1,01.04.2025,FRA,5000000,b
       | ^^^

    1 warning
    ");
}

#[test]
fn references_of_workbooks_keep_every_digit() {
    assert_snapshot!(workbook("16-digit-references"), @r"
    2: fin-4000000000000001 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 4000000000000001
    3: fin-4000000000000002 | pledge | 2025-04-02 | 2025-04-02 | FRA | 5000000 | b | 4000000000000002
    ");
    assert_snapshot!(workbook("17-digit-exponent"), @r"
    2: fin-12345678901234568 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 12345678901234568
    ");
    assert_snapshot!(workbook("leading-zeros-by-format"), @r"
    2: fin-000123 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 000123
    ");
}

#[test]
fn encodings_are_as_the_map_says_and_never_guessed() {
    let export = |text: &[u8]| [TOP.as_bytes(), text].concat();
    let with = |encoding: &str| format!("encoding = \"{encoding}\"\n{MAP}");
    let latin = export(b"V1,01.04.2025,DEU,100,S\xE9minaire\n");
    assert_snapshot!(shown(plan(&files(), "export.csv", &latin, MAP)), @r#"
    2: refused: the cell is not UTF-8
    error[O0103]: the cell is not UTF-8
     --> export.csv:2:23
       |
     2 | V1,01.04.2025,DEU,100,S�minaire
       |                       ^^^^^^^^^
      = help: say the export's encoding in the map, `encoding = "windows-1252"` for Western Europe, `windows-1251` for Cyrillic, `windows-1256` for Arabic or `gb18030` for Chinese, and look at the names with `--dry-run`

    1 error
    "#);
    assert!(shown(plan(&files(), "export.csv", &latin, &with("windows-1252"))).contains("Séminaire"));
    let cyrillic = export(b"V1,01.04.2025,DEU,100,\xD1\xE5\xEC\xE8\xED\xE0\xF0\n");
    assert!(shown(plan(&files(), "export.csv", &cyrillic, &with("windows-1251"))).contains("Семинар"));
    let arabic = export(b"V1,01.04.2025,DEU,100,\xE4\xCF\xE6\xC9\n");
    assert!(shown(plan(&files(), "export.csv", &arabic, &with("windows-1256"))).contains("ندوة"));
    let chinese = export(b"V1,01.04.2025,DEU,100,\xD1\xD0\xCC\xD6\xBB\xE1\n");
    assert!(shown(plan(&files(), "export.csv", &chinese, &with("gb18030"))).contains("研讨会"));
    let wide: Vec<u8> =
        format!("\u{feff}{TOP}V1,01.04.2025,DEU,100,Séminaire\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(shown(plan(&files(), "export.csv", &wide, MAP)).contains("Séminaire"));
    assert!(shown(plan(&files(), "export.csv", &wide[2..], &with("utf-16le"))).contains("Séminaire"));
    let plain = export("V1,01.04.2025,DEU,100,Séminaire à Genève\n".as_bytes());
    assert_snapshot!(shown(plan(&files(), "export.csv", &plain, &with("windows-1252"))), @r"
    error[O0103]: the export is UTF-8, and the map says that it is windows-1252
     --> export.csv
      = help: remove `encoding` from the map

    1 error
    ");
    let odd = export(b"V1,01.04.2025,DEU,100,\x81\n");
    assert_snapshot!(shown(plan(&files(), "export.csv", &odd, &with("windows-1252"))), @r"
    error[O0103]: the export is not windows-1252: it has bytes that mean nothing there
     --> export.csv
      = help: say the export's `encoding` in the map, or export it as UTF-8

    1 error
    ");
    let lost = export("V1,01.04.2025,DEU,100,S\u{fffd}minaire\n".as_bytes());
    assert!(shown(plan(&files(), "export.csv", &lost, MAP)).contains("O0103"));
}

#[test]
fn separators_and_headings_are_found_or_said() {
    let map = MAP.replace("\"Amount\"", "\"Amount, in US$\"");
    let export = "Voucher;Date;Donor;Amount, in US$;Purpose\nV1;01.04.2025;DEU;100;a\n";
    assert_snapshot!(shown(plan(&files(), "export.csv", export, &map)), @r"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    ");
    let export = "\"Account:\";\"1234\";\n\n\"Period:\";\"April\";\n\"Voucher\";\"Date\";\"Donor\";\"Amount\";\"Purpose\"\n\
                  \"V1\";\"01.04.2025\";\"DEU\";\"100\";\"a\"\n";
    assert_snapshot!(shown(plan(&files(), "export.csv", export, MAP)), @r"
    5: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    ");
    let export = "Voucher|Date|Donor|Amount|Purpose\nno|day|donor|USD|text\nV1|01.04.2025|DEU|100|a\nV2|02.04.2025|DEU|7|b\nEnd of list||||\n";
    let map = format!("header-row = 1\ndelimiter = \"pipe\"\nskip-rows = [2]\nskip-last = 1\n{MAP}");
    assert_snapshot!(shown(plan(&files(), "export.txt", export, &map)), @r"
    2: left out: the map says so
    3: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    4: fin-V2 | pledge | 2025-04-02 | 2025-04-02 | DEU | 7 | b | V2
    5: left out: the map says so
    ");
    let found = shown(plan(&files(), "export.txt", export, &map.replace("header-row = 1", "header-row = 9")));
    assert!(found.contains("there is no row 9"), "{found}");
    let found = shown(plan(&files(), "export.txt", export, &map.replace("\"pipe\"", "\"dot\"")));
    assert!(found.contains("error[T0206]"), "{found}");
}

#[test]
fn payments_under_one_agreement_name_its_pledge_by_its_number() {
    let map = format!("shared-references = true\n{MAP}")
        .replace("[constants]\nkind = \"pledge\"\n", "kind = \"Kind\"\nref = \"Voucher\"\n");
    let head = "Voucher,Date,Donor,Amount,Purpose,Kind\n";
    let payments = "A-1,04.02.2025,DEU,300,,receipt\nA-1,14.02.2025,DEU,200,,receipt\n";
    let pledge = "A-1,03.01.2025,DEU,1000,,pledge\n";
    let ledger = |rows: &str| files().with("ledger.csv", format!("{}{rows}", HEAD.replace("note", "note,ref")));
    let of = |files: &Memory, rows: String| shown(plan(files, "export.csv", format!("{head}{rows}"), &map));
    // Wherever the pledge stands.
    for (rows, lines) in [(format!("{pledge}{payments}"), [2, 3, 4]), (format!("{payments}{pledge}"), [4, 2, 3])] {
        let found = of(&ledger(""), rows);
        assert!(!found.contains("error"), "{found}");
        let [of_pledge, first, second] = lines;
        for wanted in [
            format!("{of_pledge}: fin-A-1 | pledge"),
            format!("{first}: fin-A-1-2 | receipt"),
            format!("{second}: fin-A-1-3 | receipt"),
        ] {
            assert!(found.contains(&wanted), "{wanted}: {found}");
        }
        assert_eq!(found.matches("| DEU | fin-A-1 |").count(), 2, "{found}");
    }
    // The ledger has it, under its number or another id.
    for (id, reference) in [("fin-A-1", "A-1"), ("deu-1", "A-1"), ("A-1", "")] {
        let known = ledger(&format!("{id},pledge,2025-01-03,2025-01-03,DEU,1000,,,{reference},,\n"));
        let found = of(&known, payments.to_owned());
        assert!(!found.contains("error"), "{found}");
        assert_eq!(found.matches(&format!("| DEU | {id} |")).count(), 2, "{found}");
        // A second time adds nothing.
        let bytes = format!("{head}{payments}");
        let (import, _) = plan(&known, "export.csv", &bytes, &map).into_parts();
        let again = plan(&known.with("ledger.csv", import.unwrap().whole().unwrap()), "export.csv", &bytes, &map);
        assert_eq!(again.into_parts().0.unwrap().added(), 0, "{id}");
    }
    for row in ["A-2,14.02.2025,FRA,200,,receipt\n".to_owned(), payments.to_owned()] {
        let found = of(&ledger(""), row);
        assert!(found.contains("neither in the export nor in the ledger"), "{found}");
    }
    let two = of(&ledger(""), format!("{pledge}{}{payments}", pledge.replace("1000", "500")));
    assert!(two.contains("2 different pledges of the export have the reference `A-1`"), "{two}");
    // Without the word in the map, that is what is advised.
    let map = map.replace("shared-references = true\n", "");
    let unsaid = shown(plan(&ledger(""), "export.csv", format!("{head}{payments}"), &map));
    assert!(unsaid.contains("say `shared-references = true` in the map"), "{unsaid}");
}

#[test]
fn what_goes_back_under_the_number_of_a_voucher_goes_back_of_its_payment() {
    let map = format!("shared-references = true\n{MAP}")
        .replace("[constants]\nkind = \"pledge\"\n", "kind = \"Kind\"\nref = \"On\"\n");
    let head = "Voucher,Date,Donor,Amount,Purpose,Kind,On\n";
    let (payment, refund) = ("V-1,04.02.2025,DEU,300,,receipt,\n", "V-1,14.02.2025,DEU,300,,refund,V-1\n");
    let ledger = |rows: &str| files().with("ledger.csv", format!("{}{rows}", HEAD.replace("note", "note,ref")));
    let of = |files: &Memory, rows: String| shown(plan(files, "export.csv", format!("{head}{rows}"), &map));
    for rows in [format!("{payment}{refund}"), format!("{refund}{payment}")] {
        let found = of(&ledger(""), rows);
        assert!(found.contains("fin-V-1 | receipt") && found.contains("fin-V-1-2 | refund"), "{found}");
        assert!(found.contains("| DEU | fin-V-1 |"), "{found}");
    }
    let known = ledger("deu-1,receipt,2025-02-04,2025-02-04,DEU,300,,,V-1,,\n");
    let found = of(&known, format!("{payment}{refund}"));
    assert!(found.contains("| refund |") && found.contains("| DEU | deu-1 |"), "{found}");
    let alone = of(&ledger(""), refund.to_owned());
    assert!(alone.contains("no payment has the reference `V-1`, neither in the export nor in the ledger"), "{alone}");
    let negative = of(&known, refund.replace(",300,", ",-300,"));
    assert!(negative.contains("write it without the minus, `300`: `refund` says that it goes back"), "{negative}");
}

#[test]
fn a_pledge_of_the_ledger_is_named_by_its_reference() {
    let map = MAP.replace("[constants]\nkind = \"pledge\"\n", "ref = \"On\"\n[constants]\nkind = \"receipt\"\n");
    let ledger = format!(
        "{}deu-1,pledge,2025-01-03,2025-01-03,DEU,1000,,,A-1,,\nfra-1,pledge,2025-01-03,2025-01-03,FRA,1000,,,A-2,,\n\
         fra-2,pledge,2025-01-04,2025-01-04,FRA,2000,,,A-2,,\n",
        HEAD.replace("note", "note,ref")
    );
    let of = |on: &str| {
        let export = format!("Voucher,Date,Donor,Amount,Purpose,On\nV-1,04.02.2025,,300,,{on}\n");
        shown(plan(&files().with("ledger.csv", ledger.clone()), "export.csv", export, &map))
    };
    assert!(of("A-1").contains("2: fin-V-1 | receipt | 2025-02-04 | 2025-02-04 | deu-1 | 300"), "{}", of("A-1"));
    assert!(of("A-2").contains("names entry `A-2`, which is not in the ledger"), "{}", of("A-2"));
}

#[test]
fn a_row_that_needs_one_that_is_refused_is_refused() {
    let map = MAP
        .replace("reference = ", "id = ")
        .replace("[constants]\nkind = \"pledge\"\n", "kind = \"Kind\"\nref = \"On\"\n");
    let export = "Voucher,Date,Donor,Amount,Purpose,Kind,On\nV1,01.04.2025,DEU,x,a,pledge,\n\
                  V2,02.04.2025,,5,,receipt,V1\nV3,02.04.2025,FRA,5,,pledge,\nV4,03.04.2025,,5,,receipt,V3\n";
    let ledger = files().with("ledger.csv", HEAD.replace("note", "note,ref"));
    assert_snapshot!(shown(plan(&ledger, "export.csv", export, &map)), @r#"
    2: refused: `x` is not a number of the form that `number-format = "english"` says
    3: refused: `V2`: names entry `V1`, which is not in the ledger
    4: V3 | pledge | 2025-04-02 | 2025-04-02 | FRA | 5
    5: V4 | receipt | 2025-04-03 | 2025-04-03 | V3 | 5
    error[C0507]: `x` is not a number of the form that `number-format = "english"` says
     --> export.csv:2:19
       |
     2 | V1,01.04.2025,DEU,x,a,pledge,
       |                   ^

    error[L0102]: `V2`: names entry `V1`, which is not in the ledger
     --> export.csv:3:1
       |
     3 | V2,02.04.2025,,5,,receipt,V1
       | ^^
      = help: `V1` is in row 2, which is refused: once that is right, this row is too

    2 errors
    "#);
}
