//! Entries out of another system's export: mapped to our columns, checked with the ledger they join, and appended.
//!
//! Nothing is written here. Each row is read by the rules of a row of the ledger, and what the ledger would say is worked
//! out whole, so that a row which could not be read back, or which contradicts what is there, is found before anybody's
//! file is touched.
//!
//! The export is read as a table (`export`) by a map of its columns (`map`, `columns`). Each row becomes an entry (`reader`, with
//! `cells` and `references`), is held against the other rows and the ledger (`rows`, `matching`, `settle`), and joins the
//! ledger's bytes (`append`).

mod amounts;
mod append;
mod cells;
mod columns;
mod dates;
mod export;
mod known;
mod map;
mod marks;
mod matching;
mod other_rows;
mod reader;
mod references;
mod rows;
mod settle;
mod sums;
mod turned_days;
mod unit;

use briefing_model::{Directory, Gaps, Ledger, OfficeData};

use self::columns::{ColumnPlaces, MappedSheet};
use self::export::Sheet;
use self::map::Map;
use self::reader::MappedReader;
use self::rows::{PlannedRows, plan_rows};
use self::settle::settle;
pub(super) use self::unit::{beside_amount, currency_of_title, sign_named, unit_of_title};
use super::LARGEST_FILE;
use super::columns::ReadColumn;
use super::entry::EntryContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan};
use crate::files::{FileError, Files, FolderPath};
use crate::read::folder::read_office_and_ledger;
use crate::read::results::Reading;
use crate::source::SourceFile;
use crate::tree::Log;

/// What an import would do.
///
/// See [`plan_import`].
///
/// An export of two rows, one of which is refused:
///
/// ```
/// use briefing_office::{Export, Memory, plan_import};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount\n");
/// let export = Export {
///     name: "export.csv",
///     bytes: b"no,day,sum\np-1,2025-04-30,500\np-2,2025-04-31,700\n",
///     map_name: "map.toml",
///     map: b"[columns]\nid = 'no'\neffective = 'day'\nrecorded = 'day'\namount = 'sum'\n\
///            [constants]\nkind = 'pledge'\ncontributor = 'DEU'\n",
/// };
/// let (import, faults) = plan_import(&files, &export).into_parts();
/// let import = import.unwrap_or_else(|| panic!("{faults}"));
/// assert_eq!((import.added(), import.refused()), (1, 1), "April has 30 days");
///
/// // The rest may join the ledger if somebody decides so: `partial`, not `whole`.
/// assert_eq!(import.whole(), None);
/// assert!(!import.has_merged_cells());
/// assert!(import.partial().is_some_and(|ledger| ledger.ends_with(b"p-1,pledge,2025-04-30,2025-04-30,DEU,500\n")));
/// ```
#[derive(Debug, Clone)]
pub struct Import {
    /// The ledger's file.
    pub ledger: FolderPath,
    /// What it holds now; nobody may have changed it when something else is written.
    pub before: Vec<u8>,
    /// Each row of the export, in order.
    pub rows: Vec<ImportRow>,
    /// The columns of the export from which nothing is taken though they say something, by name; empty for those without one.
    pub unread: Vec<String>,
    /// What is wrong with rows, each with its place in the export: the errors of those that are refused, and warnings.
    pub faults: Diagnostics,
    after: Vec<u8>,
}

impl Import {
    /// What the ledger is to hold: the same bytes as before, and the new rows after them; `None` when rows are refused.
    #[must_use]
    pub fn whole(&self) -> Option<&[u8]> {
        (self.refused() == 0).then_some(self.after.as_slice())
    }

    /// As [`Import::whole`], without the rows that are refused, which somebody has to have decided; `None` if merged cells leave it
    /// open what the rows beside the refused ones say.
    #[must_use]
    pub fn partial(&self) -> Option<&[u8]> {
        (!self.has_merged_cells()).then_some(self.after.as_slice())
    }

    /// Whether cells of the export are merged: rows look as if they had a value that only the first of them has.
    #[must_use]
    pub fn has_merged_cells(&self) -> bool {
        self.faults.iter().any(|fault| fault.code == Code::MergedCells)
    }

    /// How many rows join the ledger.
    #[must_use]
    pub fn added(&self) -> usize {
        self.rows.iter().filter(|row| row.fate == RowFate::New).count()
    }

    /// How many rows are refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.fate, RowFate::Refused(_))).count()
    }
}

/// One row of an export.
///
/// ```
/// use briefing_office::{ImportRow, RowFate};
///
/// /// A line for each row of an import.
/// fn report(row: &ImportRow) -> String {
///     match &row.fate {
///         RowFate::New => format!("row {} is new", row.line),
///         RowFate::Skipped(why) => format!("row {} is skipped: {why}", row.line),
///         RowFate::Refused(why) => format!("row {} is refused: {why}", row.line),
///     }
/// }
///
/// let row = ImportRow { line: 2, cells: vec![("id", "p-1".to_owned())], fate: RowFate::New };
/// assert_eq!(report(&row), "row 2 is new");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Its line in a text, its row in a workbook; from 1.
    pub line: u64,
    /// What it becomes: our columns that are not blank, by name.
    pub cells: Vec<(&'static str, String)>,
    /// What becomes of it.
    pub fate: RowFate,
}

/// What becomes of a row of an export.
///
/// ```
/// use briefing_office::RowFate;
///
/// let fate = RowFate::Skipped("the ledger has it already".to_owned());
/// assert_ne!(fate, RowFate::New);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFate {
    /// It joins the ledger.
    New,
    /// It is left out for this reason: the map says so, it is a row of totals, or the ledger has it.
    Skipped(String),
    /// It cannot join the ledger for this reason.
    Refused(String),
}

/// Another system's export and how to read it.
///
/// ```
/// use briefing_office::{Memory, Export, plan_import};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount,reference\n");
/// let export = Export {
///     name: "export.csv",
///     bytes: b"Voucher;Date;Donor;Amount\nV 7;30.04.2025;Germany;92.615,00\n",
///     map_name: "map.toml",
///     map: b"number-format = 'european'\ndate-format = 'dd.mm.yyyy'\nid-prefix = 'fin-'\n\
///            [columns]\nreference = 'Voucher'\neffective = 'Date'\nrecorded = 'Date'\ncontributor = 'Donor'\namount = 'Amount'\n\
///            [constants]\nkind = 'pledge'\n[values.contributor]\nGermany = 'DEU'\n",
/// };
/// let (import, faults) = plan_import(&files, &export).into_parts();
/// let after = import.unwrap().whole().map(<[u8]>::to_vec);
/// let after = String::from_utf8(after.unwrap())?;
/// assert!(after.ends_with("fin-V-7,pledge,2025-04-30,2025-04-30,DEU,92615.00,V 7\n"), "{faults}");
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Export<'e> {
    /// The export's file name, whose ending tells its kind: `.xlsx`, or else a text whose columns are separated by
    /// commas, semicolons, tabs or vertical bars.
    pub name: &'e str,
    /// What it holds.
    pub bytes: &'e [u8],
    /// The name of the file with the map.
    pub map_name: &'e str,
    /// What that holds.
    pub map: &'e [u8],
}

/// Works out what the ledger would be with the rows of an export, and reads it back.
///
/// The ledger has to be in order before, and has to be a CSV file. A row is left out when the map says so, when it is a row
/// of totals, and when the ledger or an earlier row has the same reference (or id) with the same kind, day, amount,
/// currency and contributor. Where such an entry has another value, schedule, fund or purpose by its id, the row is refused, for it
/// may be a change of the entry. A row that breaks a rule of the ledger is refused, with its faults in [`Import::faults`].
/// There is a value unless the ledger, the map, or the headings of the export cannot be read.
///
/// ```
/// use briefing_office::{Export, Memory, RowFate, plan_import};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-30,2025-04-30,DEU,500\n");
/// let export = Export {
///     name: "export.csv",
///     bytes: b"no,day,sum\np-1,2025-04-30,500\n",
///     map_name: "map.toml",
///     map: b"[columns]\nid = 'no'\neffective = 'day'\nrecorded = 'day'\namount = 'sum'\n\
///            [constants]\nkind = 'pledge'\ncontributor = 'DEU'\n",
/// };
/// let (import, faults) = plan_import(&files, &export).into_parts();
/// let import = import.unwrap_or_else(|| panic!("{faults}"));
/// assert!(matches!(import.rows[0].fate, RowFate::Skipped(_)), "the ledger has it already");
/// assert_eq!(import.whole(), Some(import.before.as_slice()));
/// ```
pub fn plan_import(files: &dyn Files, export: &Export<'_>) -> Reading<Import> {
    plan_import_with(files, export, &|_| None)
}

/// As [`plan_import`], and refuses rows with words that could not be printed: `unprintable` gives a character of a text that no
/// font has.
///
/// ```
/// use briefing_office::{Export, Memory, plan_import_with};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount,purposes\n");
/// let export = Export {
///     name: "export.csv",
///     bytes: "id,day,purpose\np-1,2025-04-30,Aid 🚀\n".as_bytes(),
///     map_name: "map.toml",
///     map: b"[columns]\nid = 'id'\neffective = 'day'\nrecorded = 'day'\npurposes = 'purpose'\n\
///            [constants]\nkind = 'pledge'\ncontributor = 'DEU'\namount = '5'\n",
/// };
/// let (import, _) = plan_import_with(&files, &export, &|text| text.chars().find(|c| *c == '🚀')).into_parts();
/// assert_eq!(import.unwrap().refused(), 1);
/// ```
pub fn plan_import_with(
    files: &dyn Files,
    export: &Export<'_>,
    unprintable: &dyn Fn(&str) -> Option<char>,
) -> Reading<Import> {
    let (office, file) = read_office_and_ledger(files, None);
    let (office, found) = office.into_parts();
    let log = Log::default();
    let value = match (office, file) {
        (Some(office), Some(file)) => {
            let directory = Directory::of(office.office.data(), &Gaps::default());
            let data = office.office.data();
            let ledger = &office.ledger;
            let books = Books { files, file: file.path, office: data, directory: &directory, ledger, unprintable };
            plan(&books, export, &log)
        }
        _ => {
            for fault in &found {
                log.push(fault.clone());
            }
            None
        }
    };
    Reading::new(value, log)
}

/// What the rows of an export join.
struct Books<'b> {
    files: &'b dyn Files,
    file: FolderPath,
    office: &'b OfficeData,
    directory: &'b Directory,
    ledger: &'b Ledger,
    unprintable: &'b dyn Fn(&str) -> Option<char>,
}

impl Books<'_> {
    /// What rows are read with, before the first of them.
    fn context(&self) -> EntryContext<'_> {
        EntryContext::new(self.directory, self.ledger.settings().currency)
    }

    /// What the ledger's file holds; nothing if there is none.
    fn bytes(&self, log: &Log) -> Option<Vec<u8>> {
        let file = &self.file;
        let fault = |code, message| log.push(Diagnostic::new(code, FileSpan::whole_file(file.as_str()), message));
        if crate::sheet::is_workbook(file) {
            let message = format!("`{file}` is not a CSV file; rows can only be appended to a CSV file");
            fault(Code::NotAppendable, message);
            return None;
        }
        match self.files.read(file, LARGEST_FILE) {
            Ok(bytes) => Some(bytes),
            Err(FileError::NotFound) => Some(Vec::new()),
            Err(error) => {
                fault(Code::Unreadable, format!("`{file}`: {error}"));
                None
            }
        }
    }
}

fn plan(books: &Books<'_>, export: &Export<'_>, log: &Log) -> Option<Import> {
    let map = read_map(export, log)?;
    let before = books.bytes(log)?;
    let (sheet, places) = read_export(books, export, &map, log)?;
    let mapped = MappedSheet { sheet: &sheet, map: &map, places: &places };
    unit::check_headings(mapped, books.ledger.settings().currency, log);
    if log.errors() > 0 {
        return None;
    }
    let reader = MappedReader::new(mapped, books.ledger, books.unprintable);
    let mut planned = plan_rows(&reader, books);
    let entries = settle(books, &reader, &mut planned, log)?;
    let PlannedRows { rows, faults } = planned;
    let new: Vec<&[(ReadColumn, String)]> =
        rows.iter().filter(|row| row.fate == RowFate::New).map(|row| row.cells.as_slice()).collect();
    let after = append::append(books.files, &books.file, &before, &new, log)?;
    if !new.is_empty() {
        append::prove(books.files, &books.file, &after, &entries, log);
    }
    let mut found = Diagnostics::new();
    for fault in sheet.locate(&map, faults) {
        found.push(fault);
    }
    let rows = rows.into_iter().map(|row| ImportRow {
        line: row.start.line,
        cells: row.cells.into_iter().map(|(column, text)| (column.name(), text)).collect(),
        fate: row.fate,
    });
    let (ledger, rows, unread) = (books.file.clone(), rows.collect(), mapped.unread_columns());
    (log.errors() == 0).then_some(Import { ledger, before, rows, unread, faults: found, after })
}

fn read_map(export: &Export<'_>, log: &Log) -> Option<Map> {
    match SourceFile::decode(export.map_name, export.map) {
        Ok(source) => map::read(&source, log),
        Err(fault) => {
            log.push(*fault);
            None
        }
    }
}

/// The rows of an export, and where the columns of its map are.
fn read_export(books: &Books<'_>, export: &Export<'_>, map: &Map, log: &Log) -> Option<(Sheet, ColumnPlaces)> {
    let mut places = None;
    let sheet = export::read(export.name, export.bytes, map, log, |headings| {
        let found = ColumnPlaces::find(map, headings, log)?;
        let keys = found.key_columns(map, books.ledger.settings().currency);
        places = Some(found);
        Some(keys)
    })?;
    Some((sheet, places?))
}
