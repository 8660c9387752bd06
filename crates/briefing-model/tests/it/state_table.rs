//! The table of States in the source is the one in `data/states.csv`.
//!
//! After a change to the CSV file, `STATE_TABLE=write cargo test -p briefing-model --test it state_table` writes
//! `src/state/table.rs` anew; without the variable the test compares.

use std::fmt::Write as _;
use std::path::Path;

/// One row of the CSV file, in the order of its columns.
type Row = Vec<String>;

const ISO3: usize = 0;
const ISO2: usize = 1;
const M49: usize = 2;
const STATUS: usize = 3;
const SUBREGION: usize = 5;
/// Arabic, Chinese, English, French, Russian, Spanish.
const SHORT: [usize; 6] = [10, 11, 6, 7, 9, 8];
const FORMAL: [usize; 6] = [16, 17, 12, 13, 15, 14];
const CURRENCIES: usize = 18;

#[test]
fn the_table_in_the_source_is_the_one_in_the_csv_file() {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated = generate(&read(&crate_root.join("data/states.csv")));
    let table = crate_root.join("src/state/table.rs");

    if std::env::var_os("STATE_TABLE").is_some_and(|value| value == "write") {
        std::fs::write(&table, &generated).unwrap();
    }
    assert!(
        std::fs::read_to_string(&table).unwrap() == generated,
        "src/state/table.rs is not what data/states.csv says: run this test with STATE_TABLE=write"
    );
}

fn read(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    assert_eq!(
        reader.headers().unwrap().iter().collect::<Vec<_>>().join(","),
        "iso3,iso2,m49,status,region,subregion,short_en,short_fr,short_es,short_ru,short_ar,short_zh,\
         formal_en,formal_fr,formal_es,formal_ru,formal_ar,formal_zh,iso4217"
    );
    reader.records().map(|record| record.unwrap().iter().map(String::from).collect()).collect()
}

fn generate(rows: &[Row]) -> String {
    let mut table = String::from(
        "//! Generated from `data/states.csv` by `tests/it/state_table.rs`: change the CSV file, not this one.\n\n\
         use super::StateStatus::{Member, Observer};\n\
         use super::{StateRecord, Subregion};\n",
    );
    index(&mut table, rows, "BY_ISO3", ISO3);
    index(&mut table, rows, "BY_ISO2", ISO2);
    index(&mut table, rows, "BY_M49", M49);
    for row in rows {
        record(&mut table, row);
    }
    table
}

/// An array of all States, sorted by one column.
fn index(table: &mut String, rows: &[Row], name: &str, column: usize) {
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by_key(|row| &row[column]);
    writeln!(table, "\npub(super) static {name}: [&StateRecord; {}] = [", rows.len()).unwrap();
    for line in sorted.chunks(15) {
        let records: Vec<String> = line.iter().map(|row| format!("&{}", row[ISO3])).collect();
        writeln!(table, "    {},", records.join(", ")).unwrap();
    }
    table.push_str("];\n");
}

fn record(table: &mut String, row: &Row) {
    let iso3 = &row[ISO3];
    let status = match row[STATUS].as_str() {
        "member" => "Member",
        "observer" => "Observer",
        other => panic!("{iso3}: status `{other}`"),
    };
    let subregion: String =
        row[SUBREGION].split([' ', '-']).map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    let currencies: Vec<&str> = row[CURRENCIES].split(',').filter(|code| !code.is_empty()).collect();
    writeln!(
        table,
        "\nstatic {iso3}: StateRecord = StateRecord {{\n    \
             iso3: {iso3:?}, iso2: {:?}, m49: {}, status: {status}, subregion: Subregion::{subregion},\n    \
             short: {},\n    \
             formal: {},\n    \
             currencies: &{currencies:?},\n\
         }};",
        row[ISO2],
        row[M49].parse::<u16>().unwrap(),
        names(row, SHORT),
        names(row, FORMAL),
    )
    .unwrap();
}

fn names(row: &Row, columns: [usize; 6]) -> String {
    let quoted: Vec<String> = columns
        .into_iter()
        .map(|column| {
            let name = &row[column];
            assert!(!name.is_empty(), "{}: column {column} is empty", row[ISO3]);
            format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
        })
        .collect();
    format!("[{}]", quoted.join(", "))
}
