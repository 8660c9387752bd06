//! A ledger kept in Excel.

use crate::common::workbook::C::{Day, Month, No, Number, Raw, Sum, Text};
use crate::common::workbook::{C, merged_workbook, workbook, zip};
use crate::common::{OFFICE, folder};
use briefing_office::{Memory, Reading, WholeFolder, check_folder};
use proptest::prelude::*;

const HEAD: &[C] = &[
    Text("id"),
    Text("kind"),
    Text("effective"),
    Text("precision"),
    Text("recorded"),
    Text("contributor"),
    Text("ref"),
    Text("amount"),
    Text("fund"),
    Text("purposes"),
    Text("source"),
    Text("note"),
];

fn office(bytes: Vec<u8>, settings: &str) -> Memory {
    let office = OFFICE
        .replace("file = \"ledger.csv\"", &format!("file = \"ledger.xlsx\"\nsheet = \"Ledger 2025\"\n{settings}"));
    folder().without("ledger.csv").with("office.toml", office).with("ledger.xlsx", bytes)
}

/// The three entries of the ledger that the other tests read as CSV, as Excel stores them.
fn rows() -> Vec<&'static [C]> {
    vec![
        HEAD,
        &[
            Text("deu-1"),
            Text("pledge"),
            Day(45757),
            No,
            Day(45782),
            Text("DEU"),
            No,
            Number("92615"),
            Text("trust-fund"),
            Text("programme:travel"),
            Text("letters"),
        ],
        &[
            Text("uzb-1"),
            Text("pledge"),
            Text("2025-04-12"),
            No,
            Day(45782),
            Text("UZB"),
            No,
            Sum("5E4"),
            No,
            No,
            Text("letters"),
            Text("Tashkent, by letter"),
        ],
        &[No, Text("  ")],
        &[
            Text("deu-2"),
            Text("receipt"),
            Day(45767),
            No,
            Day(45782),
            No,
            Text("deu-1"),
            Number("40000.000000000004"),
            No,
            No,
            Text("letters"),
        ],
    ]
}

fn read(files: &Memory) -> Reading<WholeFolder> {
    check_folder(files)
}

fn said(files: &Memory) -> String {
    read(files).diagnostics().to_string()
}

#[test]
fn a_workbook_gives_the_entries_that_the_same_rows_give_as_csv() {
    let (whole, faults) = read(&office(workbook(&rows(), false), "")).into_parts();
    assert_eq!(faults.to_string(), "");
    let plain = check_folder(&folder()).into_parts().0.unwrap();
    assert_eq!(whole.unwrap().ledger.entries(), plain.ledger.entries());
}

#[test]
fn a_year_in_a_cell_for_days_is_a_year() {
    let taken = |effective: C, recorded: C| {
        let rows = rows();
        let mut row = rows[1].to_vec();
        (row[2], row[4]) = (effective, recorded);
        let (whole, faults) =
            read(&office(workbook(&[rows[0], &row], false), "").with("2025-04/briefing.toml", "")).into_parts();
        let entry = |whole: WholeFolder| whole.ledger.entries()[0].effective.to_string();
        whole.map(entry).ok_or_else(|| faults.to_string())
    };
    assert_eq!(taken(Day(2025), Day(45782)).unwrap(), "2025");
    assert_eq!(taken(C::Month(2025), Day(45782)).unwrap(), "2025");
    assert_eq!(taken(Number("2025"), Day(45782)).unwrap(), "2025");
    assert_eq!(taken(Day(45757), Day(45782)).unwrap(), "2025-04-10");
    let found = taken(Day(45757), Day(2025)).unwrap_err();
    assert!(found.contains("error[C0506]: `2025`") && !found.contains("1905"), "{found}");
}

#[test]
fn a_slip_of_a_workbook_is_one_message() {
    let told = |bytes: Vec<u8>| said(&office(bytes, "").with("2025-04/briefing.toml", ""));
    let errors =
        |found: &str| found.lines().filter(|line| line.starts_with("error[")).map(str::to_owned).collect::<Vec<_>>();
    // A note in a column without a heading.
    let of_note = {
        let rows = rows();
        let mut row = rows[1].to_vec();
        row.resize(rows[0].len() + 1, No);
        row.push(Text("ask Paul"));
        told(workbook(&[rows[0], &row], false))
    };
    assert!(
        matches!(errors(&of_note).as_slice(), [one] if one.contains("the cell says `ask Paul`, and its column has no name")),
        "{of_note}"
    );
    // Notes below the table.
    let of_notes = told(workbook(&[rows()[0], rows()[1], &[Text("Notes: figures as of May")]], false));
    let wanted = "the row says `Notes: figures as of May`, and nothing of an entry";
    assert!(matches!(errors(&of_notes).as_slice(), [one] if one.contains(wanted)), "{of_notes}");
    // Days that are merged.
    let of_days = {
        let rows = rows();
        let below = |id: &'static str| {
            let mut row = rows[1].to_vec();
            (row[0], row[2]) = (Text(id), No);
            row
        };
        told(merged_workbook(&[rows[0], rows[1], &below("deu-2"), &below("deu-3")], "C4:C6"))
    };
    assert!(matches!(errors(&of_days).as_slice(), [one] if one.contains("C0514")), "{of_days}");
    // A formula that was never calculated, in a pledge that a payment names.
    let of_formula = {
        let rows = rows();
        let (mut pledge, mut receipt) = (rows[1].to_vec(), rows[1].to_vec());
        pledge[7] = C::Raw("<c r=\"{}\"><f>SUM(A1:A9)</f></c>");
        (receipt[0], receipt[1], receipt[5], receipt[6]) = (Text("deu-2"), Text("receipt"), No, Text("deu-1"));
        (receipt[8], receipt[9]) = (No, No);
        told(workbook(&[rows[0], &pledge, &receipt], false))
    };
    assert!(matches!(errors(&of_formula).as_slice(), [one] if one.contains("never calculated")), "{of_formula}");
}

#[test]
fn the_calendar_of_1904_is_its_own() {
    let mut rows = rows();
    // 1,462 days lie between the two.
    let first: &[C] = &[
        Text("deu-1"),
        Text("pledge"),
        Day(44295),
        No,
        Day(44320),
        Text("DEU"),
        No,
        Number("92615"),
        Text("trust-fund"),
        Text("programme:travel"),
        Text("letters"),
    ];
    let last: &[C] = &[
        Text("uzb-1"),
        Text("pledge"),
        Text("2025-04-12"),
        No,
        Day(44320),
        Text("UZB"),
        No,
        Number("50000"),
        No,
        No,
        Text("letters"),
        Text("Tashkent, by letter"),
    ];
    (rows[1], rows[2], rows[4]) = (first, last, &[]);
    let whole = read(&office(workbook(&rows, true), "")).into_parts().0.unwrap();
    assert_eq!(whole.ledger.entries(), &check_folder(&folder()).into_parts().0.unwrap().ledger.entries()[..2]);
}

#[test]
fn a_month_is_a_month_however_it_is_stored() {
    let row = |effective, precision| -> Vec<C> {
        vec![Text("deu-1"), Text("pledge"), effective, precision, Day(45782), Text("DEU"), No, Number("142615")]
    };
    for (effective, precision) in [
        (Day(45748), Text("month")),
        (Text("2025-04-01"), Text("month")),
        (Text("2025-04"), Text("month")),
        (Text("2025-04"), No),
        (Month(45748), No),
        (Month(45777), Text("month")),
    ] {
        let whole = read(&office(workbook(&[HEAD, &row(effective, precision)], false), "")).into_parts();
        assert_eq!(whole.1.to_string(), "");
        assert_eq!(whole.0.unwrap().ledger.entries()[0].effective.to_string(), "2025-04");
    }
    for (effective, precision, code) in [
        (Text("2025-04"), Text("day"), "`2025-04` is not known to the day"),
        (Text("2025-04/2025-05"), Text("month"), "`2025-04/2025-05` is not known to the month"),
        (Text("2025-04"), Text("moth"), "`moth` is not a precision"),
        // A serial number that is not shown as a date is a number.
        (Number("45748"), No, "45748"),
    ] {
        let found = said(&office(workbook(&[HEAD, &row(effective, precision)], false), ""));
        assert!(found.contains("error[C0506]") && found.contains(code), "{found}");
    }
}

#[test]
fn faults_point_at_sheet_row_and_column() {
    let mut rows = rows();
    rows.push(&[Text("fra-1"), Text("pledge"), Day(45757), No, Day(45782), Text("FRANCE"), No, Text("92,615")]);
    rows.push(&[
        Text("ita-1"),
        Text("pledge"),
        Day(45757),
        No,
        Day(45782),
        Text("ITA"),
        No,
        Raw("<c r=\"{}\" t=\"e\"><f>A1/0</f><v>#DIV/0!</v></c>"),
    ]);
    rows.push(&[
        Text("esp-1"),
        Text("pledge"),
        Day(45757),
        No,
        Day(45782),
        Text("ESP"),
        No,
        Raw("<c r=\"{}\"><f>A1+1</f></c>"),
    ]);
    insta::assert_snapshot!(said(&office(workbook(&rows, false), "")));
}

#[test]
fn the_ledgers_own_faults_point_at_cells_too() {
    let mut rows = rows();
    rows.push(&[Text("deu-1"), Text("pledge"), Day(45757), No, Day(45782), Text("FRA"), No, Number("1")]);
    let found = said(&office(workbook(&rows, false), ""));
    assert!(found.contains("error[L0101]") && found.contains(" --> ledger.xlsx, 'Ledger 2025'!A8\n"), "{found}");
}

#[test]
fn a_row_of_totals_is_checked_and_not_added() {
    let with = |total: &'static [C]| {
        let mut rows = rows();
        rows.insert(3, total);
        office(workbook(&rows, false), "")
    };
    for total in [
        &[Text("Total"), No, No, No, No, No, No, Sum("142615")][..],
        &[No, No, No, No, No, No, Text("TOTAL:"), Sum("142615")],
        &[No, No, No, No, No, No, No, Sum("142615.00")],
        &[No, Text("Итого"), No, No, No, No, No, Number("142615")],
    ] {
        let (whole, faults) = read(&with(total)).into_parts();
        assert_eq!(faults.to_string(), "");
        assert_eq!(whole.unwrap().ledger.entries().len(), 3);
    }
    let found = said(&with(&[Text("Total"), No, No, No, No, No, No, Sum("142614")]));
    assert!(
        found.contains("error[C0513]: the row of totals says 142614, and the rows above add up to 142615"),
        "{found}"
    );
    assert!(found.contains("'Ledger 2025'!H6"), "{found}");
    // An entry that mentions a total is an entry.
    let mut rows = rows();
    rows[1] = &[
        Text("deu-1"),
        Text("pledge"),
        Day(45757),
        No,
        Day(45782),
        Text("DEU"),
        No,
        Number("92615"),
        No,
        No,
        No,
        Text("Total"),
    ];
    assert_eq!(read(&office(workbook(&rows, false), "")).into_parts().0.unwrap().ledger.entries().len(), 3);
}

#[test]
fn numbers_stored_as_texts_are_read_as_declared_and_never_guessed() {
    let with = |amount: &'static str, settings: &str| {
        let row = [Text("deu-1"), Text("pledge"), Text("2025-04"), No, Day(45782), Text("DEU"), No, Text(amount)];
        let found = read(&office(workbook(&[HEAD, &row], false), settings)).into_parts();
        let pledged = |ledger: &briefing_model::Ledger| {
            let day = "2025-05-31".parse().unwrap();
            ledger.standing(briefing_model::AsOf::on(day)).unwrap().pledged.to_string()
        };
        found.0.map(|whole| pledged(&whole.ledger)).ok_or_else(|| found.1.to_string())
    };
    let (english, european) = ("number-format = \"english\"", "number-format = \"european\"");
    assert_eq!(with("142,615.00", english).unwrap(), "USD 142615.00");
    assert_eq!(with("142.615,00", european).unwrap(), "USD 142615.00");
    assert_eq!(with("142615.00", "").unwrap(), "USD 142615.00");
    for (amount, settings) in
        [("142.615,00", english), ("142,615.00", european), ("142615.00", european), ("142,615", "")]
    {
        let found = with(amount, settings).unwrap_err();
        assert!(found.contains("error[C0507]"), "{found}");
    }
    assert!(with("1", "number-format = \"swiss\"").unwrap_err().contains("T0206"));
}

#[test]
fn what_is_no_workbook_is_said() {
    let good = workbook(&rows(), false);
    let found = |bytes: Vec<u8>| said(&office(bytes, ""));
    insta::assert_snapshot!(
        [
            found(b"id,kind\n".to_vec()),
            found(b"\xD0\xCF\x11\xE0rest".to_vec()),
            found(zip(&[("a", Vec::new(), false)])),
            said(
                &office(good.clone(), "")
                    .with("office.toml", OFFICE.replace("ledger.csv\"", "ledger.xlsx\"\nsheet = \"Ledger\""))
            ),
        ]
        .concat()
    );
    let broken = |bytes: Vec<u8>, what: &str| {
        let found = found(bytes);
        assert!(
            found.contains("C0511") && found.contains(what) && found.contains("= help: copy or download"),
            "{found}"
        );
    };
    broken(good[..good.len() - 40].to_vec(), "it breaks off before its end");
    broken(Vec::new(), "it is empty");
    broken(vec![0; 512], "it is empty");
    let renamed = said(&folder().with("ledger.csv", good));
    assert!(
        renamed.contains("error[T0220]")
            && renamed.contains("rename it to `ledger.xlsx`")
            && renamed.ends_with("1 error\n"),
        "{renamed}"
    );
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = zip(&[("_rels/.rels", vec![b' '; 65 * 1024 * 1024], true)]);
    assert!(bomb.len() < 1024 * 1024);
    let found = said(&office(bomb.clone(), ""));
    assert!(found.contains("error[O0104]") && found.contains("it unpacks to more than 64 MB"), "{found}");

    // One that says it is small.
    let mut liar = bomb;
    let size = (65_u32 * 1024 * 1024).to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == size {
            liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert!(said(&office(liar, "")).contains("it is damaged"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Damage is reported, never a panic.
    #[test]
    fn a_damaged_workbook_is_no_disaster(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = workbook(&rows(), false);
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = said(&office(bytes, ""));
    }

    /// The same for parts that unpack well and say anything.
    #[test]
    fn any_xml_is_no_disaster(noise in "(<c r=\"[A-Z]{1,9}[0-9]{0,3}\"|<row r=\"[0-9]{0,12}\">|</?[a-z]{1,3}>|</c>|<v>[0-9.eE+-]{0,9}</v>|&[a-z#0-9]{0,5};|[ -~]){0,40}") {
        let row: &[C] = &[Text("a"), Raw(Box::leak(noise.into_boxed_str()))];
        let _ = said(&office(workbook(&[HEAD, row], false), ""));
    }
}
