//! Exports of programs and people that nobody here knows: read right, or refused in so many words at their place.

use briefing_office::{Memory, check_folder};
use insta::assert_snapshot;

use crate::common::workbook::{packed, zip};
use crate::exports::{HEAD, MAP, TOP, files, plan, shown};

fn csv(text: &str) -> String {
    shown(plan(&files(), "export.csv", text, MAP))
}

fn rows(rows: &str) -> String {
    csv(&format!("{TOP}{rows}"))
}

fn european(rows: &str) -> String {
    let map = MAP.replace("english", "european");
    shown(plan(&files(), "export.csv", format!("Voucher;Date;Donor;Amount;Purpose\n{rows}"), &map))
}

/// A cell of a workbook: an inline text, or with a format by its number a number.
fn cell(content: &str, style: Option<usize>) -> String {
    match style {
        Some(style) => format!("<c s=\"{style}\"><v>{content}</v></c>"),
        None => format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{content}</t></is></c>"),
    }
}

const HEADINGS: [&str; 5] = ["Voucher", "Date", "Donor", "Amount", "Purpose"];

/// The headings, and the rows whose days and amounts have these formats.
fn sheet(rows: &[(&str, &str, &str)]) -> String {
    let heading: String = HEADINGS.iter().map(|name| cell(name, None)).collect();
    let mut xml = format!("<row>{heading}</row>");
    for (number, (attributes, day, amount)) in rows.iter().enumerate() {
        let (voucher, donor) = (cell(&format!("V{}", number + 1), None), cell("DEU", None));
        xml += &format!("<row {attributes}>{voucher}{day}{donor}{amount}{}</row>", cell("a", None));
    }
    xml
}

/// A workbook with these sheets; style 0 is that of plain numbers, 1 of days, 2 and those behind it of these formats.
fn workbook(sheets: &[(&str, String)], formats: &[&str]) -> Vec<u8> {
    let sheets: Vec<_> = sheets.iter().map(|(name, rows)| (*name, format!("<sheetData>{rows}</sheetData>"))).collect();
    let codes: String = formats
        .iter()
        .enumerate()
        .map(|(number, code)| {
            format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 200 + number, code.replace('"', "&quot;"))
        })
        .collect();
    let styles: String = (0..formats.len()).map(|number| format!("<xf numFmtId=\"{}\"/>", 200 + number)).collect();
    let styles =
        format!("<numFmts>{codes}</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>{styles}</cellXfs>");
    packed(&sheets, &[("styles", "styleSheet", styles)])
}

fn imported(sheets: &[(&str, String)], formats: &[&str]) -> String {
    let map = MAP.replace("dd.mm.yyyy", "dd/mm/yyyy");
    shown(plan(&files(), "export.xlsx", workbook(sheets, formats), &map))
}

/// 1 April 2025 as Excel counts days.
const DAY: &str = "45748";

#[test]
fn numbers_of_other_countries_are_read() {
    for between in [" ", "\u{a0}", "\u{2007}", "\u{2009}", "\u{202f}", "'", "\u{2019}"] {
        let read = rows(&format!("V1,01.04.2025,DEU,1{between}234{between}567.50,a\n"));
        assert_eq!(read, "2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 1234567.50 | a | V1\n", "{between:?}");
        let read = european(&format!("V1;01.04.2025;DEU;1{between}234{between}567,50;a\n"));
        assert_eq!(read, "2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 1234567.50 | a | V1\n", "{between:?}");
    }
    assert_snapshot!(rows("V1,٠١.٠٤.٢٠٢٥,DEU,١٬٢٣٤٫٥٠,a\nV2,０１.０４.２０２５,FRA,１２３４,b\n"), @r"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 1234.50 | a | V1
    3: fin-V2 | pledge | 2025-04-01 | 2025-04-01 | FRA | 1234 | b | V2
    ");
}

#[test]
fn amounts_that_are_not_read_say_what_to_do() {
    let wrong = rows(
        "V1,01.04.2025,DEU,\"USD 1,234.50\",a\nV2,01.04.2025,DEU,1.5E+06,a\nV3,01.04.2025,DEU,\"1.234,50\",a\n\
         V4,01.04.2025,DEU,\"1,234.50 CR\",a\nV5,01.04.2025,DEU,-,a\n",
    );
    assert_snapshot!(wrong, @r#"
    2: refused: `USD 1,234.50` is not a number of the form that `number-format = "english"` says
    3: refused: `1.5E+06` is not a number of the form that `number-format = "english"` says
    4: refused: `1.234,50` is not a number of the form that `number-format = "english"` says
    5: refused: `1,234.50 CR` is not a number of the form that `number-format = "english"` says
    6: refused: `-` is a note, and not an amount
    error[C0507]: `USD 1,234.50` is not a number of the form that `number-format = "english"` says
     --> export.csv:2:19
       |
     2 | V1,01.04.2025,DEU,"USD 1,234.50",a
       |                   ^^^^^^^^^^^^^^
      = help: leave the currency out of the cell: it has a column of its own, `currency`, or one of `[constants]`

    error[C0507]: `1.5E+06` is not a number of the form that `number-format = "english"` says
     --> export.csv:3:19
       |
     3 | V2,01.04.2025,DEU,1.5E+06,a
       |                   ^^^^^^^
      = help: a spreadsheet shortened the number: show its column as numbers, and export again

    error[C0507]: `1.234,50` is not a number of the form that `number-format = "english"` says
     --> export.csv:4:19
       |
     4 | V3,01.04.2025,DEU,"1.234,50",a
       |                   ^^^^^^^^^^
      = help: where the whole export is written so, say `number-format = "european"` in the map

    error[C0507]: `1,234.50 CR` is not a number of the form that `number-format = "english"` says
     --> export.csv:5:19
       |
     5 | V4,01.04.2025,DEU,"1,234.50 CR",a
       |                   ^^^^^^^^^^^^^
      = help: `CR` says on which side of an account the figure stands: export debits and credits in columns of their own, and map the one that is meant

    error[C0507]: `-` is a note, and not an amount
     --> export.csv:6:19
       |
     6 | V5,01.04.2025,DEU,-,a
       |                   ^
      = help: write the amount, or leave the row out until it is known

    5 errors
    "#);
}

#[test]
fn totals_are_compared_in_the_exports_own_numbers() {
    assert_snapshot!(european("V1;01.04.2025;DEU;1.000;a\nV2;02.04.2025;FRA;500;b\n;;Total;1.500;\n"), @r"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 1000 | a | V1
    3: fin-V2 | pledge | 2025-04-02 | 2025-04-02 | FRA | 500 | b | V2
    4: left out: it is a row of totals
    ");
    assert_snapshot!(rows("V1,01.04.2025,DEU,\"1,000\",a\nV2,02.04.2025,FRA,500,b\n,,Total,\"1,400\",\n"), @r#"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 1000 | a | V1
    3: fin-V2 | pledge | 2025-04-02 | 2025-04-02 | FRA | 500 | b | V2
    4: refused: the row of totals says 1,400, and the rows above add up to 1500
    error[C0513]: the row of totals says 1,400, and the rows above add up to 1500
     --> export.csv:4:9
       |
     4 | ,,Total,"1,400",
       |         ^^^^^^^
      = help: correct the amount that is wrong, or the total; where it is the sum of other rows, leave it out with `skip-rows = [4]` in the map

    1 error
    "#);
}

#[test]
fn what_stands_below_the_entries_is_one_fault_a_row() {
    assert_snapshot!(rows("V1,01.04.2025,DEU,100,a\nGrand total 2025,,,100,\nNumber of records: 1,,,,\n"), @r"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: left out: it is a row of totals
    4: refused: the row is missing 3 of the cells that an entry needs
    error[C0504]: the row is missing 3 of the cells that an entry needs
     --> export.csv:4:1
       |
     4 | Number of records: 1,,,,
       | ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: where it is not an entry, leave it out with `skip-rows = [4]` in the map, or `skip-last`; where it is the heading of the rows below it, those are what it says, and would count as the ones above: leave them out with it

    1 error
    ");
}

#[test]
fn days_of_other_systems_are_read_as_declared() {
    let read = |form: &str, day: &str| {
        let map = MAP.replace("dd.mm.yyyy", form);
        shown(plan(&files(), "export.csv", format!("{TOP}V1,{day},DEU,5,a\n"), &map))
    };
    for (form, day) in [
        ("yyyymmdd", "20250401"),
        ("dd-mmm-yyyy", "01-Apr-2025"),
        ("dd-mmm-yyyy", "1 April 2025 00:00"),
        ("dd-mmm-yyyy", "01-Avr-2025"),
        ("yyyy-mm-dd", "2025年4月1日"),
        ("yyyy-mm-dd", "2025. 04. 01."),
        ("yyyy-mm-dd", "2025-04-01T00:00:00.000Z"),
        ("dd.mm.yyyy", "1. 4. 2025"),
        ("dd.mm.yyyy", "01.04.2025 г."),
        ("mm/dd/yyyy", "04/01/2025 00:00:00"),
        ("mm/dd/yyyy", "4/1/2025 12:00:00 AM"),
        ("mm/dd/yyyy", "\"4/1/2025, 12:00\u{202f}am\""),
        ("dd-mmm-yy", "01-APR-25"),
    ] {
        let expected = "2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 5 | a | V1\n";
        assert_eq!(read(form, day), expected, "{form}: {day}");
    }
    for (form, day) in [("yyyymmdd", "2025041"), ("dd-mmm-yyyy", "01-Avx-2025"), ("dd-mmm-yyyy", "01-Apr-25")] {
        assert!(read(form, day).contains("error[C0506]"), "{form}: {day}");
    }
}

#[test]
fn words_of_the_export_stand_in_quotation_marks() {
    let said = |words: &str| {
        let map = format!("{MAP}[values.contributor]\n{words}\n\"Paris\" = \"FRA\"\n");
        shown(plan(&files(), "export.csv", format!("{TOP}V1,01.04.2025,Paris,5,a\n"), &map))
    };
    for word in ["Германия", "Côte d'Ivoire", "New Zealand", "Germany (BMZ)", "法国", "France/Paris", "U.S.A."]
    {
        let found = said(&format!("{word} = \"DEU\""));
        assert!(found.contains(&format!("help: write `\"{word}\" = \"DEU\"`")), "{found}");
        assert!(found.ends_with("\n1 error\n"), "{found}");
        assert!(said(&format!("\"{word}\" = \"DEU\"")).starts_with("2: fin-V1 |"), "{word}");
    }
    let two = said("Германия = \"DEU\"\nФранция = \"FRA\"\nItaly = \"ITA\"\nNew Zealand = \"NZL\"");
    let errors = two.lines().filter(|line| line.starts_with("error[T0201]")).count();
    assert!(errors == 3 && two.ends_with("\n3 errors\n"), "one for each line: {two}");
    assert!(said("“Франция” = \"FRA\"").contains("write `\"Франция\" = \"FRA\"`"));
}

#[test]
fn a_heading_in_another_encoding_is_said_to_be_in_one() {
    let map = MAP.replace("\"Purpose\"", "\"Währung\"");
    let export = |encoding: &'static encoding_rs::Encoding, map: &str| {
        let text = format!("{}V1,01.04.2025,DEU,5,a\n", TOP.replace("Purpose", "Währung"));
        shown(plan(&files(), "export.csv", encoding.encode(&text).0, map))
    };
    let said = export(encoding_rs::WINDOWS_1252, &map);
    assert!(said.contains("error[O0103]: the names of some columns are not UTF-8"), "{said}");
    assert!(said.contains("encoding = \"windows-1252\"") && !said.contains('\u{fffd}'), "{said}");
    assert!(said.ends_with("\n1 error\n"), "{said}");
    let declared = format!("encoding = \"windows-1252\"\n{map}");
    assert!(export(encoding_rs::WINDOWS_1252, &declared).starts_with("2: fin-V1 |"));
    // What is missing for another reason is not put down to it, and not proposed from letters that were lost.
    let other = export(encoding_rs::WINDOWS_1252, &MAP.replace("\"Purpose\"", "\"Wahrung\""));
    assert!(other.contains("the export has no column `Wahrung`") && !other.contains('\u{fffd}'), "{other}");
}

#[test]
fn the_marks_of_a_day_are_those_of_its_form() {
    let read = |form: &str, day: &str| {
        let map = MAP.replace("dd.mm.yyyy", form);
        shown(plan(&files(), "export.csv", format!("{TOP}V1,{day},DEU,5,a\n"), &map))
    };
    let either =
        |one: &str, other: &str| format!("say in the map whether that is `date-format = \"{one}\"` or `\"{other}\"`");
    let one = |form: &str| format!("where the whole export is written so, say `date-format = \"{form}\"` in the map");
    for (form, day, advice) in [
        ("mm/dd/yyyy", "03.04.2025", one("dd.mm.yyyy")),
        ("mm-dd-yyyy", "03.04.2025", one("dd.mm.yyyy")),
        ("mm/dd/yyyy", "03-04-2025", either("dd-mm-yyyy", "mm-dd-yyyy")),
        ("dd.mm.yyyy", "03/04/2025", either("dd/mm/yyyy", "mm/dd/yyyy")),
        ("dd.mm.yyyy", "25/04/2025", one("dd/mm/yyyy")),
        ("dd.mm.yyyy", "04/25/2025", one("mm/dd/yyyy")),
        ("dd/mm/yyyy", "03-04-2025", either("dd-mm-yyyy", "mm-dd-yyyy")),
        ("dd/mm/yyyy", "2025.04.03", one("yyyy-mm-dd")),
        ("dd.mm.yyyy", "03.04.25", one("dd.mm.yy")),
        ("dd/mm/yyyy", "25/04/25", either("dd/mm/yy", "yy-mm-dd")),
        ("dd/mm/yyyy", "03-APR-25", one("dd-mmm-yy")),
    ] {
        let said = read(form, day);
        assert!(said.contains(&format!("2: refused: `{day}` is not a day of the form `{form}`")), "{said}");
        assert!(said.contains(&advice), "{form}: {said}");
    }
    // Nobody writes the month before the day with dots, nor the day behind the year.
    for (form, day) in [
        ("dd/mm/yyyy", "03.04.2025"),
        ("dd-mm-yyyy", "3-4-2025"),
        ("mm-dd-yyyy", "04-03-2025"),
        ("mm/dd/yyyy", "４／３／２０２５"),
        ("yyyy-mm-dd", "2025/04/03"),
        ("yyyy/mm/dd", "2025.04.03"),
    ] {
        assert!(read(form, day).starts_with("2: fin-V1 | pledge | 2025-04-03 |"), "{form}: {}", read(form, day));
    }
}

#[test]
fn headings_are_found_however_they_are_broken() {
    let map = MAP.replace("\"Amount\"", "\"Amount (USD)\"");
    for heading in ["\"Amount\n(USD)\"", "Amount\u{a0}(USD)", "\" Amount  (USD) \""] {
        let export = format!("\u{feff}Voucher,Date,Donor,{heading},Purpose\nV1,01.04.2025,DEU,100,a\n");
        let read = shown(plan(&files(), "export.csv", export, &map));
        assert!(read.contains("fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1"), "{read}");
    }
}

#[test]
fn what_is_no_table_is_refused_once() {
    let refused: String = [
        "",
        " \r\n",
        "<html><table><tr><td>Voucher</td></tr></table></html>",
        "[{\"Voucher\": 1}]",
        "%PDF-1.7\n",
        "Voucher^Date^Donor^Amount^Purpose\nV1^01.04.2025^DEU^100^a\n",
        "No,Day,From,Sum,For\nV1,01.04.2025,DEU,100,a\n",
    ]
    .iter()
    .map(|text| csv(text))
    .collect();
    assert_snapshot!(refused.replace("\n\n1 error\n", "\n"), @r"
    error[C0509]: the export is empty
     --> export.csv
      = help: write the column names into the first row: `id,kind,effective,recorded,contributor,amount`
    error[C0509]: the export is empty
     --> export.csv
      = help: write the column names into the first row: `id,kind,effective,recorded,contributor,amount`
    error[T0220]: the export is a web page
     --> export.csv
      = help: export a table: an Excel workbook (.xlsx), or `CSV UTF-8`
    error[T0220]: the export is a JSON file
     --> export.csv
      = help: export a table: an Excel workbook (.xlsx), or `CSV UTF-8`
    error[T0220]: the export is a PDF file
     --> export.csv
      = help: export a table: an Excel workbook (.xlsx), or `CSV UTF-8`
    error[I0801]: the export has none of the columns that the map names
     --> export.csv
      = help: no known separator was found between its columns: see `delimiter` in the map
    error[I0801]: the export has none of the columns that the map names
     --> export.csv
      = help: its columns are `No`, `Day`, `From`, `Sum`, `For`
    ");
}

#[test]
fn ways_of_old_programs_are_read() {
    assert_snapshot!(rows("=\"000123\",01.04.2025,DEU,100,a\r\n\"=\"\"000124\"\"\",01.04.2025,DEU,100,a\r\n\x1a"), @r"
    2: fin-000123 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 000123
    3: fin-000124 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 000124
    ");
    assert_snapshot!(csv("V1,01.04.2025,DEU,100,a\n"), @r"
    error[I0801]: the export has none of the columns that the map names
     --> export.csv
      = help: its columns are `V1`, `01.04.2025`, `DEU`, `100`, `a`

    1 error
    ");
}

#[test]
fn texts_in_the_wrong_encoding_are_noticed() {
    let read = |text: &[u8], encoding: &str| {
        let map = format!("{encoding}{MAP}");
        shown(plan(&files(), "export.csv", [TOP.as_bytes(), b"V1,01.04.2025,DEU,100,", text, b"\n"].concat(), &map))
    };
    let western = "encoding = \"windows-1252\"\n";
    assert_snapshot!(read(b"\xD1\xE5\xEC\xE8\xED\xE0\xF0", western), @r"
    error[O0103]: the export does not read as windows-1252: it has `Ñåìèíàð`
     --> export.csv
      = help: say the export's own `encoding` in the map, such as `windows-1251` for Cyrillic or `macintosh` for an old Mac, or export it as UTF-8

    1 error
    ");
    // As MS-DOS and the Macintosh write `Séminaire`.
    assert_snapshot!(read(b"S\x82minaire", western), @r"
    error[O0103]: the export does not read as windows-1252: it has `S‚minaire`
     --> export.csv
      = help: say the export's own `encoding` in the map, such as `windows-1251` for Cyrillic or `macintosh` for an old Mac, or export it as UTF-8

    1 error
    ");
    assert!(read(b"Assembl\x8Ee", western).contains("O0103"));
    assert!(read(b"Assembl\x8Ee", "encoding = \"macintosh\"\n").contains("Assemblée"));
    assert_snapshot!(read("SÃ©minaire Ã  GenÃ¨ve".as_bytes(), ""), @r"
    2: refused: the cell has `SÃ©minaire`, which is UTF-8 that was read as another encoding
    error[O0103]: the cell has `SÃ©minaire`, which is UTF-8 that was read as another encoding
     --> export.csv:2:23
       |
     2 | V1,01.04.2025,DEU,100,SÃ©minaire Ã  GenÃ¨ve
       |                       ^^^^^^^^^^^^^^^^^^^^^
      = help: export again, as UTF-8; the file was once opened and saved in the wrong encoding

    1 error
    ");
    for right in ["Œuvre de l’été, «À Noël»", "Škoda and Žižka", "Straße", "naïve", "ÉTÉ", "50 ‰ … –", "d‘État"]
    {
        let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(right);
        assert!(!lost && read(&bytes, western).contains(right), "{right}: {}", read(&bytes, western));
        assert!(read(right.as_bytes(), "").contains(right), "{right}");
    }
}

#[test]
fn amounts_shown_as_others_are_refused() {
    let day = cell(DAY, Some(1));
    let rows: Vec<_> = (2..7).map(|style| ("", day.clone(), cell("2.5", Some(style)))).collect();
    let rows: Vec<_> = rows.iter().map(|(a, b, c)| (*a, b.as_str(), c.as_str())).collect();
    let formats = ["0.0\" million\"", "0%", "#,##0.0\\ \"млн\"", "0.0,,\"M\"", "[$$-409]#,##0.00"];
    assert_snapshot!(imported(&[("Export", sheet(&rows))], &formats), @r#"
    2: refused: the cell shows `million` beside its number, and stores 2.5
    3: refused: the cell shows `%` beside its number, and stores 2.5
    4: refused: the cell shows `млн` beside its number, and stores 2.5
    5: fin-V4 | pledge | 2025-04-01 | 2025-04-01 | DEU | 2.5 | a | V4
    6: fin-V5 | pledge | 2025-04-01 | 2025-04-01 | DEU | 2.5 | a | V5
    error[I0807]: the cell shows `million` beside its number, and stores 2.5
     --> export.xlsx, Export!D2
       |
     2 | 2.5
       | ^
      = help: store the whole amount; the format `0.0,," million"` shows 2500000 as 2.5 million

    error[I0807]: the cell shows `%` beside its number, and stores 2.5
     --> export.xlsx, Export!D3
       |
     3 | 2.5
       | ^
      = help: write the amount itself: a share of something is not an amount

    error[I0807]: the cell shows `млн` beside its number, and stores 2.5
     --> export.xlsx, Export!D4
       |
     4 | 2.5
       | ^
      = help: store the whole amount; the format `0.0,," million"` shows 2500000 as 2.5 million

    3 errors
    "#);
}

#[test]
fn what_stands_beside_an_amount_changes_it_only_where_nobody_said_so() {
    let day = cell(DAY, Some(1));
    let read = |format: &str, map: &str| {
        let rows = [("", day.as_str(), &*cell("2.5", Some(2)))];
        let map = format!("{map}{}", MAP.replace("dd.mm.yyyy", "dd/mm/yyyy"));
        shown(plan(&files(), "export.xlsx", workbook(&[("Export", sheet(&rows))], &[format]), &map))
    };
    assert!(read("0.0\" M\"", "").contains("error[I0807]"));
    let millions = read("0.0\" M\"", "amounts-in = \"millions\"\n");
    assert!(millions.contains("| 2500000 |") && !millions.contains("error"), "{millions}");
    let gross = read("0.0\" gross\"", "");
    assert!(gross.contains("| 2.5 |") && gross.contains("warning[C0521]"), "{gross}");
    let francs = read("#,##0\" FCFA\"", "");
    assert!(
        francs.contains("error[C0524]: the cell is shown in `FCFA`, and its row would be taken in USD"),
        "{francs}"
    );
}

#[test]
fn texts_of_a_workbook_are_not_advised_into_another_amount() {
    let day = cell(DAY, Some(1));
    let amounts = ["$3000", "3 000 FCFA", "2,5 Mio. €", "Rs 1.5 crore", "3 000 gross"];
    let cells: Vec<String> = amounts.iter().map(|text| cell(text, None)).collect();
    let rows: Vec<_> = cells.iter().map(|amount| ("", day.as_str(), amount.as_str())).collect();
    let map = MAP.replace("english", "european").replace("dd.mm.yyyy", "dd/mm/yyyy");
    let said = shown(plan(&files(), "export.xlsx", workbook(&[("Export", sheet(&rows))], &[]), &map));
    let help: Vec<&str> = said.lines().filter_map(|line| line.trim().strip_prefix("= help: ")).collect();
    assert_snapshot!(help.join("\n"), @r"
    store it as a number without `$`; its currency stands in a column of its own, or under `[constants]` in the map
    store it as a number without `FCFA`; its currency stands in a column of its own, or under `[constants]` in the map
    store the whole amount, as a number
    store the whole amount, as a number
    store it as a number, not as a text
    ");
}

#[test]
fn a_row_that_goes_on_with_the_one_above_says_what_it_lacks() {
    assert_snapshot!(rows("V1,01.04.2025,DEU,100,a\nV2,,,50,b\nV3,02.04.2025,\"\"\"\",70,c\n"), @r#"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: refused: the row has an amount, and nothing under `Date`, `Donor`
    4: refused: `"` stands for the cell above, and each row is read on its own
    error[C0504]: the row has an amount, and nothing under `Date`, `Donor`
     --> export.csv:3:1
       |
     3 | V2,,,50,b
       | ^^^^^^^^^
      = help: where it goes on with the row above, write again what that says; where it is not an entry, leave it out with `skip-rows = [3]` in the map

    error[C0506]: `"` stands for the cell above, and each row is read on its own
     --> export.csv:4:15
       |
     4 | V3,02.04.2025,"""",70,c
       |               ^^^^
      = help: write again what it stands for

    2 errors
    "#);
}

#[test]
fn days_are_told_in_the_form_that_the_map_has() {
    let map = MAP.replace("dd.mm.yyyy", "yyyy/mm/dd");
    let said = |day: &str| shown(plan(&files(), "export.csv", format!("{TOP}V1,{day},DEU,5,a\n"), &map));
    assert!(said("soon").contains("`soon` is not a day of the form `yyyy/mm/dd`"), "{}", said("soon"));
    let quarter = "the quarter is April to June: write the day itself, in the form `yyyy/mm/dd`";
    assert!(said("Q2 2025").contains(quarter), "{}", said("Q2 2025"));
}

#[test]
fn titles_with_letters_of_a_currency_in_a_word_say_none() {
    for title in ["Aid to Ukraine", "Lighthouses in Europe", "TOP 10 DONORS", "Contributions to COP 30"] {
        let read = csv(&format!("{title}\n{TOP}V1,01.04.2025,DEU,100,a\n"));
        assert!(read.contains("fin-V1 |") && !read.contains("error"), "{read}");
    }
    assert!(csv(&format!("Contributions (in euros)\n{TOP}V1,01.04.2025,DEU,100,a\n")).contains("error[I0807]"));
}

#[test]
fn names_of_columns_in_two_rows_are_told_as_such() {
    let said = csv("Voucher,Date,Donor,Money,Purpose\n,,,Amount,\nV1,01.04.2025,DEU,100,a\n");
    assert_snapshot!(said, @r"
    error[I0801]: the export has no column `Amount`
     --> export.csv
      = help: `Amount` stands in the row below the other names: write the names of all columns into one row, and export again

    1 error
    ");
}

#[test]
fn a_formula_matters_where_something_is_read_from_its_cell() {
    let (day, donor) = (cell(DAY, Some(1)), cell("DEU", None));
    let error = "<c t=\"e\"><f>B9</f><v>#REF!</v></c>";
    let read = |amount: &str, beside: &str| {
        let heading: String = HEADINGS.iter().chain(&["Balance"]).map(|name| cell(name, None)).collect();
        let row = format!("{}{day}{donor}{amount}{}{beside}", cell("V1", None), cell("a", None));
        imported(&[("Export", format!("<row>{heading}</row><row>{row}</row>"))], &[])
    };
    assert_eq!(
        read(&cell("100", Some(0)), error),
        "2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1\n"
    );
    assert!(read(error, "").contains("error[C0512]: the formula of this cell comes to `#REF!`"));
}

#[test]
fn a_stored_number_is_not_told_to_be_written_otherwise() {
    let map = MAP
        .replace("number-format = \"english\"\n", "")
        .replace("kind = \"pledge\"", "kind = \"pledge\"\ncurrency = \"JPY\"");
    let said = |amount: &str| shown(plan(&files(), "export.csv", format!("{TOP}V1,01.04.2025,DEU,{amount},a\n"), &map));
    for amount in ["-50", "50.5", "0"] {
        assert!(said(amount).contains("error[C0507]") && !said(amount).contains("number-format"), "{}", said(amount));
    }
    assert!(said("50.5").contains("`50.5` is finer than JPY goes: use no decimals"));
    assert!(said("50.500").contains("number-format"), "{}", said("50.500"));
}

#[test]
fn three_digits_behind_the_one_mark_of_an_amount_are_never_guessed() {
    let whose = |format: &str, currency: &str, amount: &str| {
        let map = MAP.replace("english", format);
        let map = map.replace("kind = \"pledge\"", &format!("kind = \"pledge\"\ncurrency = \"{currency}\""));
        let text = format!("{}V1;01.04.2025;DEU;{amount};a\n", TOP.replace(',', ";"));
        let table = shown(plan(&files(), "export.csv", text, &map));
        let row = format!("{}{}", cell(DAY, Some(1)), cell("DEU", None));
        let row = format!("{}{row}{}{}", cell("V1", None), cell(amount, None), cell("a", None));
        let heading: String = HEADINGS.iter().map(|name| cell(name, None)).collect();
        let sheets = [("Export", format!("<row>{heading}</row><row>{row}</row>"))];
        let book = shown(plan(&files(), "export.xlsx", workbook(&sheets, &[]), &map));
        let first = |said: &str| said.lines().find(|line| !line.starts_with('#')).unwrap_or_default().to_owned();
        assert_eq!(first(&table), first(&book), "{format} {currency} {amount}");
        first(&table)
    };
    for (format, amount, decimals, mark) in [
        ("english", "250.000", "250.00", "point"),
        ("english", "1.500", "1.50", "point"),
        ("european", "250,000", "250,00", "comma"),
        ("european", "(1,500)", "1,50", "comma"),
    ] {
        let thousands = decimals.replace([',', '.'], "") + "0";
        let found = whose(format, "USD", amount);
        let wanted = format!("is {}{decimals}, or", if amount.starts_with('(') { "-" } else { "" });
        assert!(found.starts_with("2: refused: `") && found.contains(&wanted), "{found}");
        assert!(found.contains(&format!("{thousands} if the {mark} stands between thousands")), "{found}");
    }
    assert_eq!(
        whose("european", "JPY", "1,500"),
        "2: refused: `1,500` is finer than JPY goes: use no decimals, or write 1500 if the comma stands between thousands"
    );
    // Where they can be nothing else.
    for (format, currency, amount, read) in [
        ("english", "KWD", "250.000", "250.000"),
        ("european", "KWD", "250,125", "250.125"),
        ("english", "USD", "1,250.000", "1250.000"),
        ("european", "USD", "0,500", "0.500"),
        ("english", "USD", "250,000", "250000"),
        ("european", "USD", "250.000", "250000"),
        ("english", "USD", "٢٥٠٫٠٠٠", "250.00"),
    ] {
        let found = whose(format, currency, amount);
        assert!(found.contains(&format!("| {read} |")), "{format} {currency} {amount}: {found}");
    }
}

#[test]
fn amounts_within_a_cell_are_of_the_form_that_the_map_says() {
    let map = MAP.replace("english", "european").replace("[columns]", "[columns]\nschedule = \"Due\"");
    let row = "V1;01.04.2025;DEU;3.000,50;a;\"2025 1.500,50; 2026 1.500\"\n";
    let files = files().with("ledger.csv", HEAD.replace('\n', ",schedule\n"));
    let found = shown(plan(&files, "export.csv", format!("Voucher;Date;Donor;Amount;Purpose;Due\n{row}"), &map));
    assert!(found.contains("2025 1500.50; 2026 1500"), "{found}");
}

#[test]
fn two_cells_of_a_workbook_are_two_cells() {
    let heading: String = HEADINGS.iter().map(|name| cell(name, None)).collect();
    let row = |amount: &str, beside: &str| {
        let cells = [("V1", None), (DAY, Some(1)), ("DEU", None), (amount, Some(0)), ("a", None), (beside, Some(0))];
        cells.map(|(content, style)| cell(content, style)).concat()
    };
    let said = imported(&[("Export", format!("<row>{heading}</row><row>{}</row>", row("100", "108")))], &[]);
    assert_snapshot!(said, @r"
    2: refused: the cell says `108`, and its column has no name
    error[C0503]: the cell says `108`, and its column has no name
     --> export.xlsx, Export!F2
       |
     2 | 108
       | ^
      = help: name its column in the row of headings, also where a merged heading stands above several columns; or delete it

    1 error
    ");
}

#[test]
fn hidden_rows_are_read_and_named() {
    let (day, amount) = (cell(DAY, Some(1)), cell("100", Some(0)));
    let rows =
        [("", day.as_str(), amount.as_str()), ("hidden=\"1\"", &day, &amount), ("hidden=\"true\"", &day, &amount)];
    assert_snapshot!(imported(&[("Export", sheet(&rows))], &[]), @r"
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    3: fin-V2 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V2
    4: fin-V3 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V3
    warning[C0522]: this row is hidden, as is one below it, and both are read all the same
     --> export.xlsx, Export!A3
       |
     3 | V2, 2025-04-01, DEU, 100, a
       | ^
      = help: show the hidden rows, clear the filter, and delete what is not an entry

    1 warning
    ");
}

#[test]
fn a_second_sheet_of_entries_is_not_lost_in_silence() {
    let (day, amount) = (cell(DAY, Some(1)), cell("100", Some(0)));
    let one = sheet(&[("", &day, &amount)]);
    assert_snapshot!(imported(&[("April", one.clone()), ("May", one.clone())], &[]), @r#"
    warning[C0518]: the first sheet is read, and the sheet `May` has the same columns and is not
     --> export.xlsx
      = help: name a sheet in the map, `sheet = "May"`, and import each of them on its own

    1 warning
    2: fin-V1 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | V1
    "#);
    let columns = ["id", "kind", "effective", "recorded", "contributor", "amount"];
    let cells = ["a-1", "pledge", "2025-04-01", "2025-04-02", "DEU", "100"];
    let rows: String = [columns, cells]
        .iter()
        .map(|row| format!("<row>{}</row>", row.iter().map(|text| cell(text, None)).collect::<String>()))
        .collect();
    let office = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.xlsx\"\n";
    let ledger = workbook(&[("2024", rows.clone()), ("2025", rows)], &[]);
    let said = |office: &str| {
        check_folder(&Memory::new().with("office.toml", office).with("ledger.xlsx", &ledger)).diagnostics().to_string()
    };
    assert_snapshot!(said(office), @r#"
    warning[C0518]: this sheet is read as the ledger, and the sheet `2025` has its columns too and is not
     --> ledger.xlsx, 2024!A1
       |
     1 | id, kind, effective, recorded, contributor, amount
       | ^
      = help: name the one that counts: `sheet = "2025"`, or this one's name, under `[ledger]`

    1 warning
    "#);
    assert!(!said(&format!("{office}sheet = \"2025\"\n")).contains("C0518"));
}

#[test]
fn a_sheet_in_front_of_the_entries_does_not_hide_them() {
    let cover = ["Receipts of the Office", "Amount"].map(|text| format!("<row>{}</row>", cell(text, None))).concat();
    let entries = sheet(&[("", &cell(DAY, Some(1)), &cell("100", Some(0)))]);
    assert_snapshot!(imported(&[("Cover", cover), ("May", entries)], &[]), @r#"
    error[I0801]: the sheet `May` has more of the columns that the map names than the first sheet
     --> export.xlsx
      = help: say in the map which is meant: `sheet = "May"`

    1 error
    "#);
}

#[test]
fn days_that_a_spreadsheet_turned_round_are_noticed() {
    let amount = cell("100", Some(0));
    let text = cell("13/05/2025", None);
    let days = |serials: &[&str]| -> String {
        let cells: Vec<String> = serials.iter().map(|serial| cell(serial, Some(1))).collect();
        let mut rows: Vec<_> = cells.iter().map(|day| ("", day.as_str(), amount.as_str())).collect();
        rows.push(("", &text, &amount));
        imported(&[("Export", sheet(&rows))], &[])
    };
    // 5 April and 2 May.
    assert_snapshot!(days(&["45752", "45779"]), @r"
    2: fin-V1 | pledge | 2025-04-05 | 2025-04-05 | DEU | 100 | a | V1
    3: fin-V2 | pledge | 2025-05-02 | 2025-05-02 | DEU | 100 | a | V2
    4: fin-V3 | pledge | 2025-05-13 | 2025-05-13 | DEU | 100 | a | V3
    warning[C0523]: `13/05/2025` is a text, and the days of its column that are stored as days are all before the 13th: a spreadsheet may have taken their months for days
     --> export.xlsx, Export!B4
       |
     4 | 13/05/2025
       | ^
      = help: export again, and import that file without opening it in a spreadsheet

    1 warning
    ");
    // 30 April: these days were understood.
    assert!(!days(&["45752", "45777"]).contains("C0523"));
}

#[test]
fn files_under_another_name_are_refused_by_their_true_one() {
    let zip = |parts: &[&str]| zip(&parts.iter().map(|name| (*name, b"x".to_vec(), false)).collect::<Vec<_>>());
    let refused: String = [
        ("export.xlsx", zip(&["mimetype", "content.xml"])),
        ("export.xlsx", zip(&["Index/Document.iwa"])),
        ("export.csv", zip(&["word/document.xml"])),
        ("export.xlsx", b"<html><table>".to_vec()),
        ("export.xlsx", format!("{TOP}V1,01.04.2025,DEU,5,a\n").into_bytes()),
    ]
    .into_iter()
    .map(|(name, bytes)| shown(plan(&files(), name, bytes, MAP)))
    .collect();
    assert_snapshot!(refused.replace("\n\n1 error\n", "\n"), @r"
    error[C0511]: `export.xlsx` cannot be read as a workbook: it is an OpenDocument file (.ods), as LibreOffice writes it
     --> export.xlsx
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `export.xlsx` cannot be read as a workbook: it is a Numbers document
     --> export.xlsx
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `export.csv` cannot be read as a workbook: it is a Word document
     --> export.csv
      = help: copy its table into a spreadsheet, and save that as an Excel workbook (.xlsx)
    error[C0511]: `export.xlsx` cannot be read as a workbook: it is a web page (HTML), whatever its name says
     --> export.xlsx
      = help: save it as an Excel workbook (.xlsx) or as `CSV UTF-8`
    error[C0511]: `export.xlsx` cannot be read as a workbook: it is a text file
     --> export.xlsx
      = help: name it `.csv`, or save it as an Excel workbook (.xlsx)
    ");
}

#[test]
fn an_amount_shown_in_another_currency_is_not_taken_in_that_of_the_ledger() {
    let amount = |style: Option<usize>| sheet(&[("", &cell(DAY, Some(1)), &cell("100", style))]);
    let read = |style, map: &str| {
        let map = MAP.replace("dd.mm.yyyy", "dd/mm/yyyy") + map;
        let formats = ["[$€-407] #,##0.00", "[$$-409]#,##0.00"];
        shown(plan(&files(), "export.xlsx", workbook(&[("Sheet", amount(style))], &formats), &map))
    };
    let euros = read(Some(2), "");
    assert!(euros.contains("2: refused") && euros.contains("error[C0524]: the cell is shown in `€`"), "{euros}");
    // Somebody said the currency of the rows.
    assert!(!read(Some(2), "currency = \"EUR\"\n").contains("C05"));
    assert!(read(Some(2), "currency = \"USD\"\n").contains("warning[C0515]"));
    assert!(!read(Some(3), "").contains("C05"));
    assert!(!read(Some(0), "").contains("C05"));
}

#[test]
fn the_ledger_itself_may_not_be_shown_in_another_currency_than_it_says() {
    let names = ["id", "kind", "effective", "recorded", "contributor", "currency", "amount", "value"];
    let heading: String = names.iter().map(|name| cell(name, None)).collect();
    let check_in = |settings: &str, currency: &str, amount: Option<usize>, value: Option<usize>| {
        let texts: String =
            ["p-1", "pledge", "2025-04-01", "2025-04-01", "DEU", currency].map(|text| cell(text, None)).concat();
        let amounts = cell("100", amount) + &if currency == "EUR" { cell("110", value) } else { cell("", None) };
        let rows = format!("<row>{heading}</row><row>{texts}{amounts}</row>");
        let bytes = workbook(&[("Ledger", rows)], &["[$€-407] #,##0.00", "[$$-409]#,##0.00"]);
        let office = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.xlsx\"\n";
        let office = format!("{office}{settings}");
        check_folder(&Memory::new().with("office.toml", &office).with("ledger.xlsx", &bytes)).diagnostics().to_string()
    };
    let check = |currency: &str, amount, value| check_in("", currency, amount, value);
    assert!(check("", Some(2), None).contains("error[C0524]"));
    // The office said what its ledger is in, and the format may be a slip.
    assert!(check_in("currency = \"USD\"\n", "", Some(2), None).contains("warning[C0515]"));
    assert!(check("USD", Some(2), None).contains("warning[C0515]"));
    assert!(!check("EUR", Some(2), Some(3)).contains("C05"));
    // What it is worth is said in the currency of the ledger, whatever that of the row.
    assert!(check("EUR", Some(2), Some(2)).contains("warning[C0515]"));
}

#[test]
fn what_is_struck_out_is_not_counted_without_a_word() {
    let sheets =
        [("Sheet", format!("<sheetData>{}</sheetData>", sheet(&[("", &cell(DAY, Some(1)), &cell("100", Some(2)))])))];
    let read = |strike: &str| {
        let fonts = format!("<fonts><font/><font>{strike}</font></fonts>");
        let styles = format!(
            "{fonts}<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>"
        );
        let bytes = packed(&sheets, &[("styles", "styleSheet", styles)]);
        shown(plan(&files(), "export.xlsx", bytes, &MAP.replace("dd.mm.yyyy", "dd/mm/yyyy")))
    };
    assert!(read("<strike/>").contains("warning[C0525]"), "{}", read("<strike/>"));
    assert!(!read("<strike val=\"0\"/>").contains("C0525") && !read("<b/>").contains("C0525"));
}

#[test]
fn rows_that_another_column_marks_are_not_taken_as_any_other() {
    let read = |column: &str, word: &str, map: &str| {
        let rows = format!("V1,01.04.2025,DEU,100,a,\nV2,02.04.2025,FRA,200,b,{word}\n");
        shown(plan(
            &files(),
            "export.csv",
            format!("Voucher,Date,Donor,Amount,Purpose,{column}\n{rows}"),
            &(MAP.to_owned() + map),
        ))
    };
    for (column, word) in [
        ("Status", "Reversed"),
        ("Statut", "Annulée"),
        ("Estado", "Anulado"),
        ("Статус", "Сторнировано"),
        ("状态", "已作废"),
        ("الحالة", "ملغاة"),
        ("Text", "Storno Beleg 4711"),
        ("Reversed with", "1900004711"),
        ("Void?", "X"),
    ] {
        let read = read(column, word, "");
        assert!(read.contains("2: fin-V1") && read.contains("3: refused") && read.contains("error[I0808]"), "{read}");
        assert!(read.contains("export.csv:3:25"), "{read}");
    }
    for (column, word) in [("Status", "Posted"), ("Reversed", "No"), ("Reversed with", "0"), ("Text", "Not cancelled")]
    {
        let read = read(column, word, "");
        assert!(read.contains("3: fin-V2") && !read.contains("I080"), "{read}");
    }
    assert!(read("Status", "Pending", "").contains("warning[I0809]"));
    // A map that leaves some of them out is told of the others; one that leaves out none has looked at them.
    assert!(read("Status", "Cancelled", "[skip]\nStatus = [\"Reversed\"]\n").contains("warning[I0809]"));
    assert!(read("Status", "Cancelled", "[skip]\nStatus = [\"Cancelled\"]\n").contains("3: left out"));
    assert!(!read("Status", "Cancelled", "[skip]\nStatus = []\n").contains("I080"));
}

#[test]
fn weeks_titles_groups_and_second_tables_say_what_to_do() {
    assert_snapshot!(rows("V1,2025-W14,DEU,100,a\nEUR,,,,\nV2,01.04.2025,IND,\"12,34,567\",a\nVoucher,Date,Donor,Amount,Purpose\nVoucher,Date,Donor,Budget,Purpose\n"), @r"
    2: refused: `2025-W14` is not a day of the form `dd.mm.yyyy`
    3: refused: the row is missing 3 of the cells that an entry needs
    4: refused: it is below row 3, which may be the heading of another table or section
    5: refused: the row has the names of the columns again
    6: refused: another table begins here, with other columns
    error[C0506]: `2025-W14` is not a day of the form `dd.mm.yyyy`
     --> export.csv:2:4
       |
     2 | V1,2025-W14,DEU,100,a
       |    ^^^^^^^^
      = help: week 14 of 2025 is 31 March 2025 to 6 April 2025: write the day itself, in the form `dd.mm.yyyy`

    error[C0504]: the row is missing 3 of the cells that an entry needs
     --> export.csv:3:1
       |
     3 | EUR,,,,
       | ^^^^^^^
      = help: it says `EUR`: where that is of the rows around it, say so of them, in a column of the export or in the map; then leave it out with `skip-rows = [3]`

    error[I0801]: the row has the names of the columns again
     --> export.csv:5:1
       |
     5 | Voucher,Date,Donor,Amount,Purpose
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: leave it out with `skip-rows = [5]` in the map, if the rows below it are entries too

    error[I0801]: another table begins here, with other columns
     --> export.csv:6:1
       |
     6 | Voucher,Date,Donor,Budget,Purpose
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: export each table on its own: the rows below would be read by the columns of the first

    4 errors
    ");
    let title = |title: &str, map: &str| {
        shown(plan(
            &files(),
            "export.csv",
            format!("{title},,,,\n{TOP}V1,01.04.2025,DEU,100,a\n"),
            &(MAP.to_owned() + map),
        ))
    };
    for said in ["Contributions in EUR", "Contributions (€)", "Contributions en euros", "Взносы в евро", "单位：欧元"]
    {
        assert!(title(said, "").contains("error[I0807]"), "{said}");
        assert!(!title(said, "currency = \"EUR\"\n").contains("I0807"), "{said}");
    }
    let ledger = |titles: &str, columns: &str, currency: &str| {
        let office = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.csv\"\n";
        let row = format!("p-1,pledge,2025-04-01,2025-04-01,DEU,100{currency}");
        let text = format!("{titles}\nid,kind,effective,recorded,contributor,amount{columns}\n{row}\n");
        check_folder(&Memory::new().with("office.toml", office).with("ledger.csv", &text)).diagnostics().to_string()
    };
    assert!(ledger("Contributions in EUR", "", "").contains("error[I0807]"));
    assert!(!ledger("Contributions in EUR", ",currency", ",EUR").contains("I0807"));
    assert!(!ledger("Contributions in USD", "", "").contains("I0807"));
    for said in ["Contributions in USD", "Euro-Mediterranean fund", "2025"] {
        assert!(!title(said, "").contains("I0807"), "{said}");
    }
}

#[test]
fn a_reference_without_its_last_digits_is_refused() {
    for reference in ["1.23457E+15", "1.23457e+15", "\"1,23457E+15\""] {
        let read = rows(&format!("{reference},01.04.2025,DEU,100,a\n"));
        assert!(read.contains("error[C0506]") && read.contains("its last digits are lost"), "{read}");
    }
    // What only looks a little like it is a reference like others.
    assert_snapshot!(rows("12E+5,01.04.2025,DEU,100,a\nE+5,01.04.2025,DEU,200,a\nA1.5E+3,01.04.2025,DEU,300,a\n"), @r"
    2: fin-12E-5 | pledge | 2025-04-01 | 2025-04-01 | DEU | 100 | a | 12E+5
    3: fin-E-5 | pledge | 2025-04-01 | 2025-04-01 | DEU | 200 | a | E+5
    4: fin-A1.5E-3 | pledge | 2025-04-01 | 2025-04-01 | DEU | 300 | a | A1.5E+3
    ");
}

#[test]
fn a_half_is_not_five_hundred() {
    let said = european("V1;01.04.2025;DEU;0.500;a");
    assert!(said.contains("refused") && !said.contains("500 |"), "{said}");
}

#[test]
fn a_word_for_a_state_is_told_what_to_write_into_the_map() {
    let map = format!("{MAP}[values.contributor]\nGermany = \"DEU\"\n");
    let said = |donor: &str| {
        let said = shown(plan(&files(), "export.csv", format!("{TOP}V1,01.04.2025,{donor},100,a\n"), &map));
        said.lines().find_map(|line| line.trim().strip_prefix("= help: ")).unwrap_or_default().to_owned()
    };
    for donor in ["GERMANY", "DEU", "Allemagne", "Германия"] {
        let wanted =
            format!("add it under `[values.contributor]`: `\"{donor}\" = \"DEU\"`; or, if the row is not an entry");
        assert!(said(donor).starts_with(&wanted), "{}", said(donor));
    }
    assert!(said("Somebody").starts_with("add it under `[values.contributor]`; or, if"), "{}", said("Somebody"));
}

#[test]
fn a_row_cancelled_since_is_not_left_out_while_the_ledger_counts_it() {
    const TOP: &str = "Voucher,Date,Donor,Amount,Purpose,Status\n";
    const CANCELLED: &str = "V1,01.04.2025,DEU,100,a,Posted\nV2,02.04.2025,FRA,200,b,Cancelled\n";
    let map = format!("{MAP}[skip]\nStatus = [\"Cancelled\"]\n").replace("\"pledge\"", "\"receipt\"");
    let posted = CANCELLED.replace("Cancelled", "Posted");
    let first = plan(&files(), "export.csv", format!("{TOP}{posted}"), &map).into_parts().0.unwrap();
    let ledger = String::from_utf8(first.whole().unwrap().to_vec()).unwrap();
    let again = |more: &str, rows: &str, map: &str| {
        let ledger =
            ledger.lines().map(|line| format!("{line},{}\n", if line.starts_with("id,") { "ref" } else { "" }));
        let files = files().with("ledger.csv", format!("{}{more}", ledger.collect::<String>()));
        shown(plan(&files, "export.csv", format!("{TOP}{rows}"), map))
    };
    let said = again("", CANCELLED, &map);
    assert!(
        said.contains("left out") && said.contains("3: refused: `Status` is `Cancelled`, and the ledger has"),
        "{said}"
    );
    assert!(said.contains("error[I0810]") && said.contains("goes on counting it"), "{said}");
    assert!(said.contains("enter a `void` of `fin-V2`") && said.contains("the `refund` of `fin-V2`"), "{said}");
    assert!(said.contains("export.csv:3:25"), "{said}");
    // What takes the entry out ends it, and so does a word of the officer.
    let skipped = "3: left out: `Status` is `Cancelled`\n";
    let void = "x-1,void,2025-04-02,2025-05-10,,,,,,,fin-V2\n";
    assert!(again(void, CANCELLED, &map).contains(skipped), "{}", again(void, CANCELLED, &map));
    let refund = "x-1,refund,2025-04-20,2025-05-10,,200,,,,,fin-V2\n";
    assert!(again(refund, CANCELLED, &map).contains(skipped), "{}", again(refund, CANCELLED, &map));
    let part = "x-1,refund,2025-04-20,2025-05-10,,50,,,,,fin-V2\n";
    assert!(again(part, CANCELLED, &map).contains("error[I0810]"));
    assert!(again("", CANCELLED, &format!("skip-rows = [3]\n{map}")).contains("3: left out: the map says so"));
    // Another row of the export is the entry.
    let both = format!("{posted}{}", "V2,02.04.2025,FRA,200,b,Cancelled\n");
    assert!(!again("", &both, &map).contains("refused"), "{}", again("", &both, &map));
    let unknown = CANCELLED.replace("V2", "V3");
    assert!(!again("", &unknown, &map).contains("refused"));
    // The same of a row that is refused for its word, and of one that would only be warned of.
    let unread = map.replace("[skip]\nStatus = [\"Cancelled\"]\n", "");
    let said = again("", CANCELLED, &unread);
    assert!(said.contains("error[I0808]") && said.contains("enter a `void` of `fin-V2`"), "{said}");
    let said = again("", &CANCELLED.replace("Cancelled", "Pending"), &unread);
    assert!(said.contains("warning[I0809]") && said.contains("enter a `void` of `fin-V2`"), "{said}");
}

#[test]
fn nothing_below_another_heading_is_taken() {
    let taken = |rows: &str, map: &str| {
        let import =
            plan(&files(), "export.csv", format!("{TOP}{rows}"), &format!("{map}{MAP}")).into_parts().0.unwrap();
        assert!(import.partial().is_some());
        (import.added(), import.refused())
    };
    let (first, below) = ("V1,01.04.2025,DEU,100,a\n", "V2,02.04.2025,FRA,200,b\n");
    for heading in [
        "Voucher,Date,Donor,Pledged,Purpose",
        "Voucher,Date,Donor,Amount,Purpose",
        "CANCELLED PAYMENTS,,,,",
        ",Refunds,,,",
        ",,Pledges,,",
        ",,,,Refunds",
    ] {
        assert_eq!(taken(&format!("{first}{heading}\n{below}"), ""), (1, 2), "{heading}");
    }
    assert_eq!(taken(&format!("{first}V3,02.04.2025,FRA,,b\n{below}"), ""), (2, 1), "a row that lacks its amount");
    // Left out, the headings of other columns still begin another table; a heading in words is what the officer says.
    assert_eq!(taken(&format!("{first}Voucher,Date,Donor,Pledged,Purpose\n{below}"), "skip-rows = [3]\n"), (1, 1));
    assert_eq!(taken(&format!("{first}Note,,,,\n{below}"), "skip-rows = [3]\n"), (2, 0));
    let said = rows(&format!("{first}CANCELLED PAYMENTS,,,,\n{below}"));
    assert!(said.contains("where it is the heading of the rows below it, those are what it says"), "{said}");
}

#[test]
fn an_amount_whose_end_fills_the_next_cell_is_refused() {
    const TOP: &str = "Voucher,Date,Donor,Amount,Purpose\n";
    let import = |amount: &str, format: &str| {
        let map = MAP.replace("english", format);
        shown(plan(&files(), "export.csv", format!("{TOP}V1,01.04.2025,DEU,{amount}\n"), &map))
    };
    for (amount, format) in
        [("100,000", "english"), ("1,234.50", "english"), ("1234,50", "european"), ("1.234,50", "european")]
    {
        let said = import(amount, format);
        assert!(said.contains("error[C0507]") && said.contains("may be the rest of the amount"), "{said}");
        assert!(said.contains("export.csv:2:19"), "{said}");
    }
    for (amount, format) in [
        ("\"100,000\",", "english"),
        ("100,UN 000", "english"),
        ("1000,000", "english"),
        ("1234,50", "english"),
        ("\"1234,50\",", "european"),
    ] {
        assert!(!import(amount, format).contains("C0507"), "{amount}");
    }
    let ledger = |columns: &str, row: &str| {
        let text = format!(
            "id,kind,effective,recorded,contributor,amount,{columns}\np-1,pledge,2025-04-01,2025-04-01,DEU,{row}\n"
        );
        let office = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.csv\"\n";
        check_folder(&Memory::new().with("office.toml", office).with("ledger.csv", &text)).diagnostics().to_string()
    };
    assert!(ledger("purposes", "100,000").contains("write `100000`"), "{}", ledger("purposes", "100,000"));
    assert!(ledger("purposes,note", "1,234,567").contains("error[C0507]"));
    assert!(ledger("reference", "100,000").contains("error[C0507]"));
    assert!(!ledger("reference", "100,123").contains("C0507"), "a number of its own");
    assert!(!ledger("purposes", "\"1234\",").contains("C0507"));
}

#[test]
fn what_a_format_makes_of_a_number_is_refused() {
    for format in ["-#,##0", "(#,##0)", "#,##0\",000\"", "#,##0\"x1000\"", "0\".\"00"] {
        let rows = sheet(&[("", &cell(DAY, Some(1)), &cell("1000", Some(2)))]);
        let said = imported(&[("Sheet", rows)], &[format]);
        assert!(said.contains("2: refused") && said.contains("error[I0807]"), "{format}: {said}");
    }
    for format in
        ["#,##0_);(#,##0)", "#,##0.00;[Red]-#,##0.00", "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)"]
    {
        let rows = sheet(&[("", &cell(DAY, Some(1)), &cell("1000", Some(2)))]);
        assert!(imported(&[("Sheet", rows)], &[format]).starts_with("2: fin-V1 |"), "{format}");
    }
}

#[test]
fn a_part_that_is_struck_out_is_not_read_into_the_amount() {
    let rich = "<r><rPr><strike/></rPr><t>1000</t></r><r><t>900</t></r>";
    let read = |amount: &str, texts: &str| {
        let rows = sheet(&[("", &cell(DAY, Some(1)), amount)]);
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>".to_owned();
        let sheets = [("Sheet", format!("<sheetData>{rows}</sheetData>"))];
        let parts = [("styles", "styleSheet", styles), ("sharedStrings", "sst", texts.to_owned())];
        shown(plan(&files(), "export.xlsx", packed(&sheets, &parts), &MAP.replace("dd.mm.yyyy", "dd/mm/yyyy")))
    };
    let inline = |rich: &str| read(&format!("<c t=\"inlineStr\"><is>{rich}</is></c>"), "");
    let shared = |rich: &str| read("<c t=\"s\"><v>1</v></c>", &format!("<si><t>a</t></si><si>{rich}</si>"));
    for said in [inline(rich), shared(rich)] {
        assert!(said.contains("2: refused") && said.contains("a part of the cell is struck out"), "{said}");
        assert!(said.contains("1000900"), "{said}");
    }
    for plain in
        ["<r><t>1000</t></r>", "<r><rPr><strike val=\"0\"/></rPr><t>1000</t></r>", "<r><rPr><b/></rPr><t>1000</t></r>"]
    {
        assert!(inline(plain).starts_with("2: fin-V1 |") && shared(plain).starts_with("2: fin-V1 |"), "{plain}");
    }
}

#[test]
fn a_row_that_was_refused_is_not_told_to_be_missing() {
    let ids = ["id", "kind", "effective", "recorded", "contributor", "ref", "amount"];
    let text = |text: &str| cell(text, None);
    let heading: String = ids.iter().map(|id| text(id)).collect();
    let pledge: String = [
        text("p1"),
        text("pledge"),
        cell(DAY, Some(1)),
        cell(DAY, Some(1)),
        text("DEU"),
        text(""),
        cell("1000", Some(2)),
    ]
    .concat();
    let paid: String = [
        text("r1"),
        text("receipt"),
        cell(DAY, Some(1)),
        cell(DAY, Some(1)),
        text(""),
        text("p1"),
        cell("400", Some(0)),
    ]
    .concat();
    let bytes = workbook(
        &[("Sheet", format!("<row>{heading}</row><row>{pledge}</row><row>{paid}</row>"))],
        &["#,##0.00 [$€-1]"],
    );
    let office = "[office]\nid = \"mini\"\nname = \"Mini Office\"\n[ledger]\nfile = \"ledger.xlsx\"\n";
    let columns: String = ids.iter().map(|id| format!("{id} = \"{id}\"\n")).collect();
    let map = format!("date-format = \"dd/mm/yyyy\"\n[columns]\n{columns}");
    let said = shown(plan(&files(), "export.xlsx", &bytes, &map));
    assert!(said.contains("it may be in row 2, which was refused"), "{said}");
    let said =
        check_folder(&Memory::new().with("office.toml", office).with("ledger.xlsx", bytes)).diagnostics().to_string();
    assert!(said.contains("error[C0524]") && said.contains("1 error"), "{said}");
}

#[test]
fn totals_with_asterisks_are_totals() {
    let rows = "V1,01.04.2025,DEU,100,a\nV2,02.04.2025,FRA,50,b\n";
    let sound = plan(&files(), "export.csv", format!("{TOP}{rows}*,,,150,\n**,,,150,\n"), MAP);
    let said = shown(sound);
    assert!(said.contains("4: left out: it is a row of totals") && !said.contains("error["), "{said}");
    let wrong = shown(plan(&files(), "export.csv", format!("{TOP}{rows}*,,,160,\n"), MAP));
    assert!(wrong.contains("the row of totals says 160, and the rows above add up to 150"), "{wrong}");
    // An entry that lacks its reference is not filled in without a look at what it is.
    let blank = shown(plan(&files(), "export.csv", format!("{TOP}{rows},03.04.2025,ESP,7,c\n"), MAP));
    assert!(blank.contains("leave it out with `skip-rows = [4]` in the map"), "{blank}");
}

#[test]
fn a_column_of_debits_and_one_of_credits_are_told_apart() {
    let map = MAP.replace("amount = \"Amount\"", "amount = \"Credit\"");
    let export = "Voucher,Date,Donor,Debit,Credit,Purpose\nV1,01.04.2025,DEU,,100,a\nV2,02.04.2025,FRA,50,,b\n";
    let said = shown(plan(&files(), "export.csv", export, &map));
    assert!(said.contains("`\"Credit\" = [\"\"]` under `[skip]` in the map"), "{said}");
    let skipped = shown(plan(&files(), "export.csv", export, &format!("{map}[skip]\n\"Credit\" = [\"\"]\n")));
    assert!(
        skipped.starts_with("2: fin-V1") && skipped.contains("3: left out") && !skipped.contains("error["),
        "{skipped}"
    );
}

#[test]
fn equal_payments_under_one_agreement_are_two_if_anything_says_so() {
    let map = format!("shared-references = true\n{MAP}");
    let export = |lines: [&str; 2]| {
        let [one, other] = lines;
        let rows = format!("V1,01.04.2025,DEU,100,a,{one}\nV1,01.04.2025,DEU,100,a,{other}\n");
        shown(plan(&files(), "export.csv", format!("Voucher,Date,Donor,Amount,Purpose,Line\n{rows}"), &map))
    };
    let differing = export(["1", "2"]);
    assert!(differing.contains("3: refused") && differing.contains("of row 2, and differs in `Line`"), "{differing}");
    assert!(export(["1", "1"]).contains("3: left out"), "{}", export(["1", "1"]));
}

#[test]
fn the_name_of_a_sheet_says_what_its_title_would() {
    let rows = sheet(&[("", &cell("45748", Some(1)), &cell("100", Some(0)))]);
    let named = |name: &str, more: &str| {
        let map = format!("sheet = \"{name}\"\n{}{more}", MAP.replace("dd.mm.yyyy", "dd/mm/yyyy"));
        shown(plan(&files(), "export.xlsx", workbook(&[("First", rows.clone()), (name, rows.clone())], &[]), &map))
    };
    for name in ["EUR", "2025 EUR"] {
        let said = named(name, "");
        assert!(
            said.contains(&format!("`{name}` says that the amounts are in `EUR`, and the ledger is in USD")),
            "{said}"
        );
        assert!(named(name, "currency = \"EUR\"\n").starts_with("2: fin-V1"), "{name}");
    }
    let said = named("USD thousands", "");
    assert!(said.contains("say `amounts-in = \"thousands\"` in the map"), "{said}");
    assert!(named("Grants", "").starts_with("2: fin-V1"));
}
