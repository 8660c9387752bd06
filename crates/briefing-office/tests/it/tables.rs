//! Ledgers as people have them: texts that other programs wrote, and workbooks of every writer.

use std::fs;

use briefing_office::{Memory, WholeFolder, check_folder, check_recorded, read_office};
use insta::assert_snapshot;

const OFFICE: &str = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n\
                      [[party]]\nid = \"savings-bank\"\nname = \"Savings Bank\"\nkind = \"non-state\"\n\
                      [[party]]\nid = \"energy-coop\"\nname = \"Energy Cooperative\"\nkind = \"non-state\"\n";

const HEAD: &str = "id,kind,effective,recorded,contributor,amount,currency,purposes,reference,note\n";

fn office() -> Memory {
    Memory::new().with("office.toml", format!("{OFFICE}[ledger]\ncurrency = \"USD\"\n"))
}

/// An office whose ledger is this text.
fn csv(text: impl AsRef<[u8]>) -> Memory {
    office().with("ledger.csv", text)
}

/// An office whose ledger is a workbook of the folder `inputs`.
fn workbook(name: &str, settings: &str) -> Memory {
    let bytes = fs::read(format!("{}/tests/it/inputs/{name}.xlsx", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let office = format!("{OFFICE}[ledger]\nfile = \"ledger.xlsx\"\n{settings}");
    Memory::new().with("office.toml", office).with("ledger.xlsx", bytes)
}

fn said(files: &Memory) -> String {
    check_folder(files).diagnostics().to_string()
}

/// The entries, a line each, and what was said.
fn read(files: &Memory) -> String {
    let (whole, faults) = check_folder(files).into_parts();
    entries(whole.as_ref()) + &faults.to_string()
}

fn entries(whole: Option<&WholeFolder>) -> String {
    let Some(whole) = whole else { return String::new() };
    let entry = |entry: &briefing_model::LedgerEntry| {
        let amount = entry.kind.amount().map(|amount| amount.to_string()).unwrap_or_default();
        let reference = entry.reference.as_deref().unwrap_or_default();
        let line = format!("{} {} {} {amount} {reference}", entry.id, entry.effective, entry.recorded);
        line.trim_end().to_owned() + "\n"
    };
    whole.ledger.entries().iter().map(entry).collect()
}

#[test]
fn two_marks_that_are_not_closed_swallow_no_row() {
    let rows = [
        "a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,\"as agreed\n",
        "b,pledge,2025-04-10,2025-04-11,FRA,5000000,,Conf,R-b,\"signed\n",
        "c,pledge,2025-04-10,2025-04-11,ESP,3,,Conf,R-c,ok\n",
    ];
    assert_snapshot!(said(&csv(format!("{HEAD}{}", rows.concat()))), @r#"
    error[C0510]: the quotation mark that begins this cell is not closed: the next one, in line 3, has text after it
     --> ledger.csv:2:48
       |
     2 | a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,"as agreed
       |                                                ^^^^^^^^^^
      = help: close it, or remove it; a quotation mark within such a cell is written twice

    error[C0510]: the quotation mark that begins this cell is not closed
     --> ledger.csv:3:54
       |
     3 | b,pledge,2025-04-10,2025-04-11,FRA,5000000,,Conf,R-b,"signed
       |                                                      ^^^^^^^
      = help: close it, or remove it; a quotation mark within such a cell is written twice

    2 errors
    "#);
}

#[test]
fn a_mark_that_is_not_closed_and_a_quoted_word_swallow_no_row() {
    let rows = [
        "a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,\"as agreed\n",
        "b,pledge,2025-04-10,2025-04-11,FRA,5000000,,Conf,R-b,\n",
        "c,pledge,2025-04-10,2025-04-11,ESP,3,,Conf,R-c,\"ok\" said Madrid\n",
    ];
    assert_snapshot!(said(&csv(format!("{HEAD}{}", rows.concat()))), @r#"
    error[C0510]: the quotation mark that begins this cell is not closed: the next one, in line 4, has text after it
     --> ledger.csv:2:48
       |
     2 | a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,"as agreed
       |                                                ^^^^^^^^^^
      = help: close it, or remove it; a quotation mark within such a cell is written twice

    error[C0510]: the quotation mark that closes this cell has text after it
     --> ledger.csv:4:48
       |
     4 | c,pledge,2025-04-10,2025-04-11,ESP,3,,Conf,R-c,"ok" said Madrid
       |                                                ^^^^^^^^^^^^^^^^
      = help: write each quotation mark within a cell twice: `"the ""big"" conference"`

    2 errors
    "#);
}

#[test]
fn marks_within_a_cell_are_faults_at_it() {
    let rows = [
        "a,pledge,2025-04-10,2025-04-11,DEU,1,,\"The \"big\" conference\",R-a,x\n",
        "b,pledge,2025-04-10,2025-04-11,FRA,2,,\"The \\\"small\\\" conference\",R-b,y\n",
    ];
    assert_snapshot!(said(&csv(format!("{HEAD}{}", rows.concat()))), @r#"
    error[C0510]: the quotation mark that closes this cell has text after it
     --> ledger.csv:2:39
       |
     2 | a,pledge,2025-04-10,2025-04-11,DEU,1,,"The "big" conference",R-a,x
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write each quotation mark within a cell twice: `"the ""big"" conference"`

    error[C0510]: the quotation mark that closes this cell has text after it
     --> ledger.csv:3:39
       |
     3 | b,pledge,2025-04-10,2025-04-11,FRA,2,,"The \"small\" conference",R-b,y
       |                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write each quotation mark within a cell twice: `"the ""big"" conference"`

    2 errors
    "#);
}

#[test]
fn separators_and_line_ends_of_other_programs_are_read() {
    let text = format!("{HEAD}a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x\n");
    let plain = entries(check_folder(&csv(&text)).value());
    assert!(plain.starts_with("a 2025-04-10"), "{plain}");
    for (other, code) in [
        (format!("sep=;\n{}", text.replace(',', ";")), "C0508"),
        (format!("\u{feff}\"sep=;\"\r\n{}", text.replace(',', ";").replace('\n', "\r\n")), "C0508"),
        (text.replace(',', "\t"), "C0508"),
        (text.replace('\n', "\r"), ""),
        (text.replace('\n', ",,,\n"), ""),
        (format!("Ledger of the Office\n\n{text}"), ""),
        (format!("\"Ledger of the Office, 2025\",,,,\n{text}"), ""),
        (format!("{text},,,,,,,,,\n;;\n").replace(";;\n", ""), ""),
    ] {
        let (whole, faults) = check_folder(&csv(&other)).into_parts();
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
        assert_eq!(codes.join(" "), code, "{other:?}: {faults}");
        assert_eq!(entries(whole.as_ref()), plain, "{other:?}");
    }
}

#[test]
fn a_fault_is_in_its_line_also_where_lines_end_in_a_carriage_return() {
    let rows = "a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x\nb,pledge,2025-04-10,2025-04-11,FRA,z,,Conf,R-b,y\n";
    assert_snapshot!(said(&csv(format!("{HEAD}{rows}").replace('\n', "\r"))), @r"
    error[C0507]: `z` is not an amount: write digits with a point before the decimals, as in 92615.00
     --> ledger.csv:3:36
       |
     3 | b,pledge,2025-04-10,2025-04-11,FRA,z,,Conf,R-b,y
       |                                    ^

    1 error
    ");
}

#[test]
fn a_comma_too_many_is_not_taken_for_a_blank_cell_at_the_end() {
    // The note is blank, so that the row would end in the blank cells that spreadsheets add.
    let row = "a,pledge,2025-04-10,2025-04-11,DEU,1,,Conference,Madrid,R-a\n";
    for rows in [row.to_owned(), format!("{row}{}", row.replace("a,pledge", "b,pledge"))] {
        let moved = rows.replace("Madrid,R-a\n", "Madrid,R-a,\n");
        let found = said(&csv(format!("{HEAD}{moved}")));
        assert!(found.contains("error[C0503]"), "{found}");
    }
}

#[test]
fn slips_with_columns_say_what_to_do() {
    let row = "a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x\n";
    assert_snapshot!(said(&csv(row)), @r"
    error[C0501]: the first row looks like an entry, and not like the names of columns
     --> ledger.csv:1:1
       |
     1 | a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write the names of the columns above it, such as `id,kind,effective,recorded,contributor,amount`

    1 error
    ");
    assert_snapshot!(said(&csv(format!("{row}{HEAD}{row}"))), @r"
    error[C0517]: this row is above the names of the columns, in row 2, and would not be read
     --> ledger.csv:1:1
       |
     1 | a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: move it below that row, or delete it

    1 error
    ");
    let more = HEAD.replace("amount,", "Amount (USD),").replace(",note", ",note,remarks");
    assert_snapshot!(said(&csv(format!("{more}{}", row.replace(",x\n", ",x,y\n")))), @r"
    error[C0502]: there is no column `amount_(usd)`
     --> ledger.csv:1:40
       |
     1 | id,kind,effective,recorded,contributor,Amount (USD),currency,purposes,reference,note,remarks
       |                                        ^^^^^^^^^^^^
      = help: did you mean `amount`? say its `USD` in the column `currency`

    error[C0502]: there is no column `remarks`
     --> ledger.csv:1:86
       |
     1 | id,kind,effective,recorded,contributor,Amount (USD),currency,purposes,reference,note,remarks
       |                                                                                      ^^^^^^^
      = help: remarks go into the column `note`

    2 errors
    ");
    assert_snapshot!(said(&csv(format!("{HEAD}{}", row.replace("Conf", "Conference, Madrid")))), @r#"
    error[C0503]: the row has 11 cells, but there are 10 headings
     --> ledger.csv:2:39
       |
     2 | a,pledge,2025-04-10,2025-04-11,DEU,1,,Conference, Madrid,R-a,x
       |                                       ^^^^^^^^^^
      = help: a text with a comma needs quotation marks: `"Conference, Madrid"`

    1 error
    "#);
    assert_snapshot!(said(&csv(format!("{HEAD}{}", row.replace(",1,", ",1,000,")))), @r"
    error[C0503]: the row has 11 cells, but there are 10 headings
     --> ledger.csv:2:36
       |
     2 | a,pledge,2025-04-10,2025-04-11,DEU,1,000,,Conf,R-a,x
       |                                    ^
      = help: an amount has no separators between its thousands: write `1000`

    1 error
    ");
}

#[test]
fn another_kind_of_table_is_one_message() {
    let german = "Beiträge 2025;;;;\nNr.;Datum;Geber;Betrag (EUR);Bemerkung\n1;03.04.2025;Frankreich;5;\nSumme;;;5;\n";
    assert_snapshot!(said(&csv(german)), @r"
    error[C0501]: the table is not laid out as a ledger: it has no `id`, `kind`, `effective`, `recorded`
     --> ledger.csv:2:1
       |
     2 | Nr.;Datum;Geber;Betrag (EUR);Bemerkung
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: keep it under its own name and take its rows over with `briefing ledger import`; or name its columns as in `id,kind,effective,recorded,contributor,amount` (`Nr.` is `id`; `Datum` is `effective`; `Geber` is `contributor`; `Betrag (EUR)` is `amount`: say its `EUR` in the column `currency`; `Bemerkung` is `note`)

    1 error
    ");
    let western: Vec<u8> = german.chars().map(|c| u8::try_from(c).unwrap()).collect();
    assert!(said(&csv(western)).contains("it has no `id`, `kind`, `effective`, `recorded`"));
    assert_snapshot!(said(&csv("hello\nworld\n")), @r"
    error[C0501]: the table is not laid out as a ledger: it has no `id`, `kind`, `effective`, `recorded`
     --> ledger.csv:1:1
       |
     1 | hello
       | ^^^^^
      = help: keep it under its own name and take its rows over with `briefing ledger import`; or name its columns as in `id,kind,effective,recorded,contributor,amount`

    1 error
    ");
    let renamed = said(&csv("id,kind,effective,recorded,Amount (k€)\na-1,pledge,2025-04-01,2025-04-02,5\n"));
    assert!(renamed.contains(
        "did you mean `amount`? say its `€` in the column `currency`, and write its thousands as whole amounts"
    ));
    assert_snapshot!(said(&csv("id,contributor,amount\na-1,DEU,5\n")), @r"
    error[C0501]: the columns `kind`, `effective`, `recorded` are missing
     --> ledger.csv:1:1
       |
     1 | id,contributor,amount
       | ^^^^^^^^^^^^^^^^^^^^^
      = help: write the column's name into the first row, and its cells below it

    1 error
    ");
}

#[test]
fn a_row_of_totals_is_compared_and_not_added() {
    let text = "id,kind,effective,recorded,contributor,ref,amount,purposes\n\
                a-1,pledge,2025-05-06,2025-05-07,savings-bank,,25000,Charging points\n\
                a-2,pledge,2025-05-16,2025-05-17,energy-coop,,9000,Balcony panels\n\
                Total,,,,,,34000,\n";
    assert_snapshot!(read(&csv(text)), @r"
    a-1 2025-05-06 2025-05-07 USD 25000.00
    a-2 2025-05-16 2025-05-17 USD 9000.00
    ");
    assert_snapshot!(said(&csv(text.replace("34000", "34,000"))), @r"
    error[C0503]: the row has 9 cells, but there are 8 headings
     --> ledger.csv:4:12
       |
     4 | Total,,,,,,34,000,
       |            ^^
      = help: an amount has no separators between its thousands: write `34000`

    1 error
    ");
    assert_snapshot!(said(&csv(text.replace("34000", "33000"))), @r"
    error[C0513]: the row of totals says 33000, and the rows above add up to 34000
     --> ledger.csv:4:12
       |
     4 | Total,,,,,,33000,
       |            ^^^^^
      = help: correct the amount that is wrong, or remove the row of totals: a ledger needs none

    1 error
    ");
}

#[test]
fn workbooks_of_every_writer_are_read() {
    let one = "deu-1 2025-04-10 2025-04-11 USD 92615.00 R-1";
    let two = "fra-1 2025-04-12 2025-04-13 USD 1000.00 R-2";
    for (name, rows) in [
        ("1904-x15", vec![one]),
        ("shared-strings-elsewhere", vec![one]),
        ("x000D", vec![one]),
        ("zip64", vec![one, two]),
        ("workbook-elsewhere", vec![one, two]),
        ("relative-target", vec![one, two]),
        ("hidden-first-sheet", vec![one, two]),
    ] {
        let (whole, faults) = check_folder(&workbook(name, "")).into_parts();
        assert_eq!(faults.to_string(), "", "{name}");
        let whole = whole.unwrap();
        assert_eq!(entries(Some(&whole)).lines().collect::<Vec<_>>(), rows, "{name}");
        let earmark = whole.ledger.entries()[0].kind.earmark().map(|earmark| format!("{:?}", earmark.purposes));
        let purpose = if name == "x000D" { "\"Conference in Madrid\"" } else { "\"Conference\"" };
        assert!(earmark.unwrap().contains(purpose), "{name}");
    }
}

/// A workbook as a writer with other habits makes it: sheets by name, with texts of their own, in a namespace and with a
/// prefix for it.
fn by_hand(prefix: &str, main: &str, relations: &str, sheets: &[(&str, &str)]) -> Vec<u8> {
    let xmlns = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{}", prefix.trim_end_matches(':')) };
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let links = |links: String| format!("<Relationships xmlns=\"{package}\">{links}</Relationships>");
    let link = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/>")
    };
    let (mut names, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, text)) in sheets.iter().enumerate() {
        names += &format!("<{prefix}sheet name=\"{name}\" sheetId=\"{}\" r:id=\"rId{at}\"/>", at + 1);
        targets += &link(at, "worksheet", &format!("sheets/{at}.xml"));
        let cell = |cell: &str| {
            format!("<{prefix}c t=\"inlineStr\"><{prefix}is><{prefix}t>{cell}</{prefix}t></{prefix}is></{prefix}c>")
        };
        let row = |line: &str| format!("<{prefix}row>{}</{prefix}row>", line.split(',').map(cell).collect::<String>());
        let rows: String = text.lines().map(row).collect();
        let sheet = format!(
            "<{prefix}worksheet {xmlns}=\"{main}\"><{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>"
        );
        parts.push((format!("xl/sheets/{at}.xml"), sheet));
    }
    let book = format!(
        "<{prefix}workbook {xmlns}=\"{main}\" xmlns:r=\"{relations}\"><{prefix}sheets>{names}</{prefix}sheets></{prefix}workbook>"
    );
    parts.push(("_rels/.rels".to_owned(), links(link(1, "officeDocument", "xl/workbook.xml"))));
    parts.push(("xl/workbook.xml".to_owned(), book));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), links(targets)));
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (name.as_str(), xml.clone().into_bytes(), true)).collect();
    crate::common::workbook::zip(&parts)
}

const USUAL: [&str; 2] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
];
const STRICT: [&str; 2] =
    ["http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"];

#[test]
fn workbooks_of_other_habits_are_read() {
    let ledger = format!("{HEAD}a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x_x0009_y\n");
    for (prefix, [main, relations]) in [("", USUAL), ("x:", USUAL), ("", STRICT), ("ns0:", STRICT)] {
        let bytes = by_hand(prefix, main, relations, &[("Ledger", &ledger)]);
        assert_eq!(
            read(&office().with("ledger.xlsx", bytes)),
            "a 2025-04-10 2025-04-11 USD 1.00 R-a\n",
            "{prefix}{main}"
        );
    }
    // An element of another namespace is not a cell, whatever its name.
    let bytes = by_hand("", "urn:other", USUAL[1], &[("Ledger", &ledger)]);
    assert!(said(&office().with("ledger.xlsx", bytes)).contains("it has no visible sheet with cells"));
    // Numbers begins with a sheet of its own.
    let summary = "This document was exported from Numbers.\nNumbers Sheet Name,Numbers Table Name\n";
    let bytes = by_hand("", USUAL[0], USUAL[1], &[("Export Summary", summary), ("Ledger - Table 1", &ledger)]);
    let found = said(&office().with("ledger.xlsx", bytes));
    assert!(found.contains("write `sheet = \"Ledger - Table 1\"` under `[ledger]`"), "{found}");
    // The sheet of the ledger is hidden, or the one before it is empty.
    for sheets in [[("V", "see"), ("Ledger\" state=\"hidden", ledger.as_str())], [("Cover", ""), ("Ledger", &ledger)]] {
        let found = said(&office().with("ledger.xlsx", by_hand("", USUAL[0], USUAL[1], &sheets)));
        assert!(
            found.contains("write `sheet = \"Ledger\"` under `[ledger]`") && found.ends_with("\n1 error\n"),
            "{found}"
        );
    }
    // What was hidden beside it is nobody's ledger.
    let sheets = [("Ledger", ledger.as_str()), ("Old\" state=\"hidden", &ledger)];
    let bytes = by_hand("", USUAL[0], USUAL[1], &sheets);
    assert_eq!(read(&office().with("ledger.xlsx", bytes)), "a 2025-04-10 2025-04-11 USD 1.00 R-a\n");
    // A title above the headings is passed over.
    let bytes = by_hand("", USUAL[0], USUAL[1], &[("Ledger", &format!("Ledger of the Office\n{ledger}"))]);
    assert_eq!(read(&office().with("ledger.xlsx", bytes)), "a 2025-04-10 2025-04-11 USD 1.00 R-a\n");
}

#[test]
fn an_export_of_libreoffice_is_read() {
    let bytes = fs::read(format!("{}/tests/it/inputs/libreoffice.xlsx", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let found = read(&office().with("ledger.xlsx", bytes));
    let (rows, told) = found.split_once("warning[").unwrap();
    assert_eq!(rows, "deu-1 2025-04-10 2025-04-11 USD 92615.00 R-1\nfra-1 2025-04-12 2025-04-13 EUR 1000.50 123\n");
    assert!(told.starts_with("L0311]: `fra-1`: EUR 1000.50 of it is left out"), "{told}");
}

#[test]
fn damage_that_would_lose_or_change_something_is_an_error() {
    let ledger = format!("{HEAD}a,pledge,2025-04-10,2025-04-11,DEU,1&x;00,,Conf,R-a,x\n");
    let found = |bytes: Vec<u8>| said(&office().with("ledger.xlsx", bytes));
    let unknown = found(by_hand("", USUAL[0], USUAL[1], &[("Ledger", &ledger)]));
    assert!(unknown.contains("its part `xl/sheets/0.xml` uses `&x;`, which it does not define"), "{unknown}");
    let ledger = ledger.replace("&x;", "");
    for (what, sheet) in [
        ("damaged", ledger.replace(",x\n", ",</t></is></c></row><row><c>\n")),
        ("twice", ledger.replace(",x\n", ",</t></is></c><c r=\"A9\" t=\"inlineStr\"><is><t>b\n")),
        ("comes after a later one", ledger.replace("\na,", "\n</t></is></c></row><row r=\"1\"><c><is><t>,")),
        ("refers to a text", ledger.replace(",x\n", ",</t></is></c><c t=\"s\"><v>7</v></c><c><is><t>\n")),
    ] {
        let found = found(by_hand("", USUAL[0], USUAL[1], &[("Ledger", &sheet)]));
        assert!(found.contains(what), "{what}: {found}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a bound on time is what is tested")]
fn no_shape_of_a_workbook_takes_quadratic_time() {
    let many = 60_000;
    let formats: String = (0..many).map(|id| format!("<numFmt numFmtId=\"{}\" formatCode=\"0\"/>", id + 200)).collect();
    let styles: String = (0..many).map(|id| format!("<xf numFmtId=\"{}\"/>", id + 200)).collect();
    let merges: String = (0..many).map(|row| format!("<mergeCell ref=\"A{}:B99999\"/>", row + 200_000)).collect();
    let head: String =
        HEAD.trim_end().split(',').map(|name| format!("<c t=\"inlineStr\"><is><t>{name}</t></is></c>")).collect();
    let [main, relations] = USUAL;
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships {package}><Relationship Id=\"a\" Type=\"{relations}/officeDocument\" Target=\"b.xml\"/></Relationships>"
            ),
        ),
        (
            "b.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"L\" r:id=\"s\"/></sheets></workbook>"
            ),
        ),
        (
            "_rels/b.xml.rels",
            format!(
                "<Relationships {package}><Relationship Id=\"s\" Type=\"{relations}/worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"{relations}/styles\" Target=\"t.xml\"/></Relationships>"
            ),
        ),
        (
            "s.xml",
            format!(
                "<worksheet xmlns=\"{main}\"><sheetData><row>{head}</row></sheetData><mergeCells>{merges}</mergeCells></worksheet>"
            ),
        ),
        (
            "t.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"
            ),
        ),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.clone().into_bytes(), true)).collect();
    let started = std::time::Instant::now();
    assert_eq!(said(&office().with("ledger.xlsx", crate::common::workbook::zip(&parts))), "");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn what_a_workbook_leaves_unsaid_is_said() {
    assert_snapshot!(said(&workbook("merged-currency", "")), @r"
    error[C0514]: the cells G2:G4 are merged, and only the first of them has a value
     --> ledger.xlsx, Ledger!G2
       |
     2 | JPY
       | ^
      = help: unmerge them, and write the value into each row that it is meant for

    1 error
    ");
    assert_snapshot!(read(&workbook("iso-date-zulu", "")), @r"
    deu-1 2025-03-31 2025-04-10 USD 92615.00
    warning[C0516]: the cell has a time of day, 22:00:00.000Z; the day is taken as 2025-03-31
     --> ledger.xlsx, Ledger!C2
       |
     2 | 2025-03-31
       | ^
      = help: see whether that is the day at the place of payment, and store the day without a time

    warning[C0516]: the cell has a time of day, 22:00:00Z; the day is taken as 2025-04-10
     --> ledger.xlsx, Ledger!D2
       |
     2 | 2025-04-10
       | ^
      = help: see whether that is the day at the place of payment, and store the day without a time

    2 warnings
    ");
    assert_snapshot!(read(&workbook("cell-in-another-currency", "currency = \"EUR\"")), @r"
    a-1 2025-05-06 2025-05-07 EUR 25000.00
    a-2 2025-05-16 2025-05-17 EUR 9000.00
    warning[C0515]: the cell is shown in `$`, and its row is in EUR
     --> ledger.xlsx, Ledger!G2
       |
     2 | 25000
       | ^
      = help: write the row's currency into the column `currency`, or correct the cell's format

    1 warning
    ");
    assert_snapshot!(said(&workbook("other-sheet-first", "currency = \"EUR\"")), @r#"
    error[C0501]: this sheet does not have the columns of a ledger; the sheet `Ledger` does
     --> ledger.xlsx, Notes!A1
       |
     1 | To do
       | ^
      = help: write `sheet = "Ledger"` under `[ledger]` in `office.toml`

    1 error
    "#);
    assert_snapshot!(read(&workbook("other-sheet-first", "currency = \"EUR\"\nsheet = \"ledger\"")), @r"
    a-1 2025-05-06 2025-05-07 EUR 25000.00
    a-2 2025-05-16 2025-05-17 EUR 9000.00
    ");
}

#[test]
fn files_of_other_kinds_are_refused_by_their_names() {
    let zip = |parts: &[&str]| {
        let parts: Vec<_> = parts.iter().map(|name| (*name, b"x".to_vec(), false)).collect();
        crate::common::workbook::zip(&parts)
    };
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, Vec<u8>); 9] = [
        ("ledger.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()),
        ("ledger.xls", b"\x09\x08\x10\0\0\x06".to_vec()),
        ("ledger.xls", b"<html xmlns:x=\"urn:x\"><table><tr>".to_vec()),
        ("ledger.xls", b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>".to_vec()),
        ("ledger.ods", zip(&["mimetype", "content.xml"])),
        ("ledger.xlsb", zip(&["xl/workbook.bin"])),
        ("ledger.numbers", zip(&["Index/Document.iwa"])),
        ("ledger.xlsx", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &encrypted].concat()),
        ("ledger.xlsx", b"id,kind\n".to_vec()),
    ];
    let messages: String = files.into_iter().map(|(name, bytes)| said(&office().with(name, bytes))).collect();
    assert_snapshot!(messages.replace("\n\n1 error\n", "\n"), @r"
    error[C0511]: `ledger.xls` cannot be read as a workbook: it is an Excel file of the format before 2007 (.xls)
     --> ledger.xls
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.xls` cannot be read as a workbook: it is an Excel file of the format before 2007 (.xls)
     --> ledger.xls
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.xls` cannot be read as a workbook: it is a web page (HTML), whatever its name says
     --> ledger.xls
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.xls` cannot be read as a workbook: it is an XML Spreadsheet of Excel 2003
     --> ledger.xls
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.ods` cannot be read as a workbook: it is an OpenDocument file (.ods), as LibreOffice writes it
     --> ledger.ods
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.xlsb` cannot be read as a workbook: it is an Excel binary workbook (.xlsb)
     --> ledger.xlsb
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.numbers` cannot be read as a workbook: it is a Numbers document
     --> ledger.numbers
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `ledger.xlsx` cannot be read as a workbook: it is protected by a password
     --> ledger.xlsx
      = help: open it in Excel and save it without a password
    error[C0511]: `ledger.xlsx` cannot be read as a workbook: it is a text file
     --> ledger.xlsx
      = help: name it `.csv`, or save it as an Excel workbook (.xlsx)
    ");
}

#[test]
fn of_two_ledgers_it_is_said_which_one_is_read() {
    let text = format!("{HEAD}a,pledge,2025-04-10,2025-04-11,DEU,1,,Conf,R-a,x\n");
    assert_snapshot!(read(&csv(&text).with("ledger.xlsx", b"PK")), @r#"
    a 2025-04-10 2025-04-11 USD 1.00 R-a
    warning[C0518]: `ledger.csv` is read as the ledger, and `ledger.xlsx` is not
     --> ledger.csv
      = help: name the one that counts: `file = "ledger.xlsx"` or `file = "ledger.csv"` under `[ledger]`

    1 warning
    "#);
    assert_eq!(entries(check_folder(&office().with("Ledger.CSV", &text)).value()).lines().count(), 1);
    let named = format!("{OFFICE}[ledger]\nfile = \"ledger.csv\"\n");
    assert_eq!(said(&csv(&text).with("ledger.xlsx", b"PK").with("office.toml", named)), "");
}

#[test]
fn an_entry_recorded_in_the_future_is_a_warning() {
    let files = csv("id,kind,effective,recorded,contributor,amount\np1,pledge,2025-04-01,2052-04-01,DEU,5000000\n");
    let ledger = read_office(&files).into_parts().0.unwrap().ledger;
    let found = |today: &str| check_recorded(&files, &ledger, today.parse().unwrap()).to_string();
    assert_snapshot!(found("2026-11-27"), @r"
    warning[C0520]: `p1`: recorded on 2052-04-01, which has not come yet
     --> ledger.csv:2:22
       |
     2 | p1,pledge,2025-04-01,2052-04-01,DEU,5000000
       |                      ^^^^^^^^^^

    1 warning
    ");
    assert_eq!(found("2052-04-01"), "");
}

#[test]
fn amounts_and_days_far_out_of_line_are_warnings() {
    let row = |id: u32, day: &str, amount: &str| format!("p{id},pledge,{day},2025-08-11,DEU,{amount},,Conf,R-{id},\n");
    let ledger = |rows: &[(&str, &str)]| {
        let rows: String = (0..).zip(rows).map(|(id, (day, amount))| row(id, day, amount)).collect();
        said(&csv(format!("{HEAD}{rows}")))
    };
    let day = "2025-04-10";
    assert_snapshot!(ledger(&[(day, "50000"), (day, "61000"), (day, "92615000"), ("2015-04-12", "70000"), (day, "40")]), @r"
    warning[C0519]: `p2`: USD 92615000.00 is over a thousand times more than the amounts of the rows around it
     --> ledger.csv:4:1
       |
     4 | p2,pledge,2025-04-10,2025-08-11,DEU,92615000,,Conf,R-2,
       | ^^

    warning[C0519]: `p3`: 2015-04-12 is ten years or more from the days of the rows around it
     --> ledger.csv:5:1
       |
     5 | p3,pledge,2015-04-12,2025-08-11,DEU,70000,,Conf,R-3,
       | ^^

    warning[C0519]: `p4`: USD 40.00 is over a thousand times less than the amounts of the rows around it
     --> ledger.csv:6:1
       |
     6 | p4,pledge,2025-04-10,2025-08-11,DEU,40,,Conf,R-4,
       | ^^

    3 warnings
    ");
    // What a ledger begins with is older, and its few first rows say little.
    assert_eq!(ledger(&[("2009", "50000"), (day, "61000"), (day, "70000"), (day, "80000")]), "");
    assert_eq!(ledger(&[(day, "1"), (day, "6100000")]), "");
    assert_eq!(ledger(&[("2009", "5"), ("2010", "7"), ("2024", "80"), (day, "90"), (day, "400")]), "");
}

#[test]
fn an_amount_that_another_on_the_same_pledge_bears_out_is_in_line() {
    let ledger = |last: &str| {
        let head = "id,kind,effective,recorded,contributor,amount,purposes,ref\n";
        let pledge =
            |id: &str, who: &str, amount: &str| format!("{id},pledge,2025-10-01,2025-11-30,{who},{amount},,\n");
        let large = pledge("sau-1", "SAU", "3000000") + &pledge("kwt-1", "KWT", "2000000");
        let small = [("omn-1", "OMN", "11"), ("jor-1", "JOR", "3"), ("qat-1", "QAT", "103"), ("swe-1", "SWE", "1500")];
        let small = small.map(|(id, who, amount)| pledge(id, who, amount)).concat();
        let found = csv(format!("{head}{large}{small}{last}"));
        let found = said(&found);
        found
            .lines()
            .filter(|line| line.contains("C0519") || line.starts_with("error"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let receipt = |of: &str, amount: &str| format!("r-1,receipt,2025-11-09,2025-11-30,,{amount},,{of}\n");
    assert_eq!(ledger(&receipt("sau-1", "3000000")), "");
    assert_eq!(ledger(&receipt("sau-1", "1700000")), "");
    let more =
        "warning[C0519]: `r-1`: USD 3000000.00 is over a thousand times more than the amounts of the rows around it";
    assert_eq!(ledger(&receipt("swe-1", "3000000")), more, "it is not of that size");
    assert_eq!(ledger("r-1,receipt,2025-11-09,2025-11-30,FRA,3000000,,\n"), more, "no pledge bears it out");
}

#[test]
fn rates_and_values_far_out_of_line_are_warnings() {
    let ledger = |rows: &str| {
        let head = "id,kind,effective,recorded,contributor,amount,currency,value\n";
        let found = said(&csv(format!("{head}{rows}")));
        found.lines().filter(|line| line.starts_with("warning") || line.contains("help")).collect::<Vec<_>>().join("\n")
    };
    let rate = |id: &str, month: &str, rate: &str, currency: &str| {
        format!("{id},rate,{month},2025-08-11,,{rate},{currency},\n")
    };
    assert_snapshot!(ledger(&rate("a", "2025-01", "155", "JPY")), @r"
    warning[C0519]: `a`: JPY 1 is worth USD 155 here, and JPY 1 has been worth about USD 0.008 for years
      = help: the rate may be the other way round: write what JPY 1 is worth in USD
    ");
    assert_snapshot!(ledger(&rate("a", "2025-01", "0.0108", "EUR")), @r"
    warning[C0519]: `a`: EUR 1 is worth USD 0.0108 here, and EUR 1 has been worth about USD 1.1 for years
      = help: compare the rate with its source
    ");
    assert_snapshot!(ledger("p,pledge,2025-01-10,2025-01-11,DEU,100000,EUR,1080\nq,receipt,2025-01-10,2025-01-11,FRA,100000,EUR,108000\n"), @r"
    warning[C0519]: `p`: EUR 100000.00 is worth USD 1080.00 here, and EUR 1 has been worth about USD 1.1 for years
      = help: compare `amount`, `currency` and `value` with their source
    ");
    let lira = |rates: &[&str]| {
        (1..)
            .zip(rates)
            .map(|(month, value)| rate(&format!("r{month}"), &format!("2025-0{month}"), value, "TRY"))
            .collect::<String>()
    };
    assert_snapshot!(ledger(&lira(&["0.025", "41"])), @r"
    warning[C0519]: `r2`: TRY 1 is worth USD 41 here, and by the row nearest in time TRY 1 is worth USD 0.025
      = help: the rate may be the other way round: write what TRY 1 is worth in USD
    ");
    assert_snapshot!(ledger(&lira(&["41", "0.025", "0.024"])), @r"
    warning[C0519]: `r1`: TRY 1 is worth USD 41 here, and by the row nearest in time TRY 1 is worth USD 0.025
      = help: the rate may be the other way round: write what TRY 1 is worth in USD
    ");
    assert_snapshot!(ledger(&lira(&["0.026", "4.1", "0.024"])), @r"
    warning[C0519]: `r2`: TRY 1 is worth USD 4.1 here, and by the row nearest in time TRY 1 is worth USD 0.026
      = help: compare the rate with its source
    ");
    // A currency may lose its worth, and small amounts are rounded.
    assert_eq!(ledger(&lira(&["0.5", "0.1", "0.025", "0.006"])), "");
    assert_eq!(ledger("p,pledge,2025-01-10,2025-01-11,JPN,5,JPY,0.10\n"), "");
}

/// A ledger whose rows fill in who gave and for what, whichever kind they are.
fn filled(rows: &[&str]) -> Memory {
    let head = "id,kind,effective,recorded,contributor,on_behalf_of,ref,amount,purposes\n\
        p,pledge,2025-01-10,2025-01-11,energy-coop,DEU,,5000,Dams\n\
        r,receipt,2025-02-10,2025-02-11,energy-coop,DEU,p,2000,Dams\n\
        g,receipt,2025-02-12,2025-02-13,FRA,,,700,\n";
    csv(format!("{head}{}\n", rows.join("\n")))
}

#[test]
fn rows_may_say_again_whose_money_it_is_and_what_it_is_for() {
    let rows = [
        "v,revision,2025-03-01,2025-03-02,energy-coop,DEU,p,6000,Dams",
        "w,withdrawal,2025-03-03,2025-03-04,energy-coop,,p,1000,",
        "b,refund,2025-03-05,2025-03-06,energy-coop,DEU,r,500,Dams",
        "f,refund,2025-03-07,2025-03-08,FRA,,g,200,",
        // Whose it is and what it is for was corrected: both may stand.
        "c,correction,2025-03-09,2025-03-09,ESP,,g,,Rooms",
        "h,refund,2025-03-10,2025-03-11,ESP,,g,100,Rooms",
        "i,void,2025-03-12,2025-03-12,ESP,,h,,Rooms",
    ];
    assert_snapshot!(read(&filled(&rows)), @r"
    p 2025-01-10 2025-01-11 USD 5000.00
    r 2025-02-10 2025-02-11 USD 2000.00
    g 2025-02-12 2025-02-13 USD 700.00
    v 2025-03-01 2025-03-02 USD 6000.00
    w 2025-03-03 2025-03-04 USD 1000.00
    b 2025-03-05 2025-03-06 USD 500.00
    f 2025-03-07 2025-03-08 USD 200.00
    c 2025-03-09 2025-03-09
    h 2025-03-10 2025-03-11 USD 100.00
    i 2025-03-12 2025-03-12
    ");
}

#[test]
fn what_a_row_says_otherwise_than_its_pledge_is_a_fault() {
    let rows = [
        "v,revision,2025-03-01,2025-03-02,savings-bank,,p,6000,",
        "w,withdrawal,2025-03-03,2025-03-04,energy-coop,FRA,p,1000,",
        "b,refund,2025-03-05,2025-03-06,energy-coop,,r,500,Rooms",
        "f,refund,2025-03-07,2025-03-08,DEU,,g,200,",
        // Of what is not there nothing is said but that.
        "x,revision,2025-03-09,2025-03-10,FRA,,q,6000,Rooms",
    ];
    assert_snapshot!(said(&filled(&rows)), @r"
    error[L0202]: this revision says savings-bank, and `p` is of energy-coop on behalf of DEU
     --> ledger.csv:5:34
       |
     5 | v,revision,2025-03-01,2025-03-02,savings-bank,,p,6000,
       |                                  ^^^^^^^^^^^^
      = help: correct the contributor, or `ref`; a correction of the other entry changes whose it is

    error[L0202]: this withdrawal says energy-coop on behalf of FRA, and `p` is of energy-coop on behalf of DEU
     --> ledger.csv:6:36
       |
     6 | w,withdrawal,2025-03-03,2025-03-04,energy-coop,FRA,p,1000,
       |                                    ^^^^^^^^^^^
      = help: correct the contributor, or `ref`; a correction of the other entry changes whose it is

    error[C0505]: this refund says what the money is for, and `r` says otherwise
     --> ledger.csv:7:51
       |
     7 | b,refund,2025-03-05,2025-03-06,energy-coop,,r,500,Rooms
       |                                                   ^^^^^
      = help: empty the cell; a correction of the other entry changes what its money is for

    error[L0202]: this refund says DEU, and `g` is of FRA
     --> ledger.csv:8:32
       |
     8 | f,refund,2025-03-07,2025-03-08,DEU,,g,200,
       |                                ^^^
      = help: correct the contributor, or `ref`; a correction of the other entry changes whose it is

    error[L0102]: `x`: names entry `q`, which is not in the ledger
     --> ledger.csv:9:39
       |
     9 | x,revision,2025-03-09,2025-03-10,FRA,,q,6000,Rooms
       |                                       ^
      = help: write the `id` of a row in the ledger, or add the missing row

    5 errors
    ");
}

#[test]
fn a_text_may_write_its_numbers_as_the_office_says() {
    let office = |format: &str| {
        Memory::new().with(
            "office.toml",
            format!("[office]\nid = 'mini'\nname = 'Mini Office'\n[ledger]\nfile = 'ledger.csv'\nnumber-format = '{format}'\n"),
        )
    };
    let table = |amounts: [&str; 4]| {
        let rows = amounts.iter().enumerate();
        let rows: String =
            rows.map(|(at, amount)| format!("a-{at};pledge;2025-04-0{};2025-04-09;DEU;{amount}\n", at + 1)).collect();
        format!("id;kind;effective;recorded;contributor;amount\n{rows}")
    };
    let european = table(["1.250.000,50", "1.250", "92 615,00", "7.5"]) + ";;;;Summe;1.343.874,00 \n";
    let files = office("european").with("ledger.csv", &european);
    let found = check_folder(&files).diagnostics().to_string();
    assert!(
        found.contains("error[C0513]: the row of totals says 1.343.874,00, and the rows above add up to 1343873"),
        "{found}"
    );
    let files = office("european").with("ledger.csv", european.replace("1.343.874,00", "1.343.873,00"));
    assert_eq!(check_folder(&files).diagnostics().errors(), 0, "{}", check_folder(&files).diagnostics());
    assert_snapshot!(read(&files), @r"
    a-0 2025-04-01 2025-04-09 USD 1250000.50
    a-1 2025-04-02 2025-04-09 USD 1250.00
    a-2 2025-04-03 2025-04-09 USD 92615.00
    a-3 2025-04-04 2025-04-09 USD 7.50
    warning[C0508]: the columns are separated by semicolons
     --> ledger.csv:1:1
       |
     1 | id;kind;effective;recorded;contributor;amount
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    1 warning
    ");
    let english = office("english").with("ledger.csv", table(["1,250,000.50", "1,250", "1'000", "1,25,000"]));
    assert_snapshot!(read(&english), @r"
    a-0 2025-04-01 2025-04-09 USD 1250000.50
    a-1 2025-04-02 2025-04-09 USD 1250.00
    a-2 2025-04-03 2025-04-09 USD 1000.00
    a-3 2025-04-04 2025-04-09 USD 125000.00
    warning[C0508]: the columns are separated by semicolons
     --> ledger.csv:1:1
       |
     1 | id;kind;effective;recorded;contributor;amount
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    1 warning
    ");
    // Three digits behind the one mark may be thousands in the other format.
    for (format, amount, other) in [("european", "100,000", "100,00"), ("english", "100.000", "100.00")] {
        let files = office(format).with("ledger.csv", table([amount, "1", "2", "3"]));
        let found = check_folder(&files).diagnostics().to_string();
        let wanted = format!("error[C0507]: `{amount}` is {other}, or 100000 if the");
        assert!(found.contains(&wanted), "{found}");
        // In a currency that has so many decimals they are decimals.
        let dinars = table([amount, "1", "2", "3"]).replace("amount\n", "amount;currency\n");
        let dinars = dinars
            .lines()
            .map(|line| if line.starts_with('a') { format!("{line};KWD\n") } else { format!("{line}\n") });
        let found = read(&office(format).with("ledger.csv", dinars.collect::<String>()));
        assert!(found.contains("a-0 2025-04-01 2025-04-09 KWD 100.000"), "{found}");
    }
    let undeclared = said(&csv(european));
    assert!(
        undeclared.contains("where all amounts are written so, say `number-format = \"european\"` under `[ledger]`"),
        "{undeclared}"
    );
}

#[test]
fn a_purpose_that_is_nearly_a_programme_is_not_printed_as_words() {
    let office = "[office]\nid = 'mini'\nname = 'Mini Office'\n[[unit]]\nid = 'dogs'\nname = 'Dogs'\nkind = 'section'\n[[programme]]\nid = 'mines'\nname = 'Mines'\n[ledger]\nfile = 'ledger.csv'\n";
    let said = |purpose: &str| {
        let ledger = format!(
            "id,kind,effective,recorded,contributor,amount,purposes\na-1,pledge,2025-04-01,2025-04-02,DEU,5,{purpose}\n"
        );
        said(&Memory::new().with("office.toml", office).with("ledger.csv", ledger))
    };
    for purpose in [
        "prоgramme:mines",
        "program\u{ad}me:mines",
        "programme=mines",
        "Programme mines",
        "Programme - mines",
        "programme / mines",
    ] {
        let said = said(purpose);
        assert!(said.contains("error[C0506]"), "{purpose}: {said}");
        assert!(
            said.contains("mines`") || said.contains("in Latin letters") || said.contains("again"),
            "{purpose}: {said}"
        );
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
    assert!(said("unit=dogs").contains("write `unit:dogs`"));
    for purpose in ["programme:mines", "Programme for children", "Programme", "Unit of two", "Mine action", "Россия"]
    {
        assert!(!said(purpose).contains("error["), "{purpose}: {}", said(purpose));
    }
}

#[test]
fn what_is_called_a_ledger_beside_the_ledger_is_told() {
    let told = |name: &str, other: &str| {
        let office = "[office]\nid = 'mini'\nname = 'Mini Office'\n";
        let row = format!("{HEAD}a-1,pledge,2025-04-01,2025-04-02,DEU,5,,,,\n");
        said(&Memory::new().with("office.toml", office).with(name, row).with(other, "x"))
    };
    for other in
        ["ledger_final.csv", "old ledger 2024.csv", "ledger final.xlsx", "ledger.csv.bak", "Copy of ledger.csv"]
    {
        let said = told("ledger.csv", other);
        assert!(said.contains(&format!("`ledger.csv` is read as the ledger, and `{other}` is not")), "{said}");
        assert_eq!(said.matches("C0518").count(), 1, "{said}");
    }
    for other in ["ledgers.csv", "budget.csv", "ledger notes.docx", "~$ledger_final.xlsx", "map.toml"] {
        assert!(!told("ledger.csv", other).contains("C0518"), "{other}");
    }
}

#[test]
fn words_that_people_use_for_a_cell_say_what_to_write() {
    let help = |columns: &str, cells: &str| {
        let ledger = format!(
            "id,kind,effective,recorded,contributor,amount,{columns}\na-1,pledge,2025-04-01,2025-04-02,DEU,5,{cells}\n"
        );
        let said = said(&csv(ledger));
        assert_eq!(said.matches("error[").count(), 1, "{said}");
        said.lines().find_map(|line| line.trim().strip_prefix("= help: ")).unwrap_or_default().to_owned()
    };
    for nothing in ["-", "n/a", "Unearmarked", "无"] {
        assert_eq!(help("purposes", nothing), "leave the cell empty where the money is not earmarked", "{nothing}");
    }
    assert_eq!(
        help("schedule", "2025-2027"),
        "write `over 2025/2027` where the amount is the whole, or `yearly 2025/2027` where it is that of each year"
    );
    assert_eq!(help("schedule", "over 2025–2027"), "write `over 2025/2027`");
    for (written, meant) in [
        ("usd", "did you mean `USD`?"),
        ("€", "did you mean `EUR`?"),
        ("Euros", "did you mean `EUR`?"),
        ("RMB", "did you mean `CNY`?"),
        ("FCFA", "write `XAF` or `XOF`"),
        ("$", "`$` is the sign of several currencies: write the letters of the one you mean"),
        ("dollars", ""),
    ] {
        assert_eq!(help("currency", written), meant, "{written}");
    }
    let words = said(&csv(
        "id,kind,effective,recorded,contributor,amount,schedule\na-1,pledge,2025-04-01,2025-04-02,DEU,5,upon signature\n",
    ));
    assert!(words.contains("`upon signature` is not a schedule"), "{words}");
    let programme =
        "[office]\nid = 'mini'\nname = 'Mini Office'\n[[programme]]\nid = 'lamps'\nname = 'Lamps for All'\n";
    let row = "id,kind,effective,recorded,contributor,amount,purposes\na-1,pledge,2025-04-01,2025-04-02,DEU,5,programme:Lamps for All\n";
    let named = said(&Memory::new().with("office.toml", programme).with("ledger.csv", row));
    assert!(named.contains("= help: write `programme:lamps`"), "{named}");
}
