//! Entries out of another system's export: mapped to our columns, checked with the ledger they join, and appended.
//!
//! Nothing is written here. Each row is read by the rules of a row of the ledger, and what the ledger would say is worked
//! out whole, so that a row which could not be read back, or which contradicts what is there, is found before anybody's
//! file is touched.

mod append;
mod dates;
mod export;
mod known;
mod map;
mod marks;
mod reader;
mod sums;
mod unit;

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Directory, EntryKindName, Fault, Gaps, Ledger, LedgerEntry, LedgerReferences, OfficeData};

use self::export::{Raw, Sheet};
use self::known::{KnownEntries, RowStanding};
use self::map::Map;
use self::reader::{ColumnPlaces, MappedReader, Outcome, ReadRow, has_errors};
pub(super) use self::unit::{beside_amount, currency_of_title, sign_named, unit_of_title};
use super::columns::ReadColumn;
use super::entry::EntryContext;
use super::{LARGEST_FILE, neighbours, rates};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan, Severity};
use crate::files::{FileError, Files, FolderPath};
use crate::read::elsewhere::Elsewhere;
use crate::read::folder::read_office_and_ledger;
use crate::read::results::Reading;
use crate::sheet::{Record, RowFault, RowStart};
use crate::source::SourceFile;
use crate::tree::{Log, short};

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
    /// What the ledger is to hold: the same bytes as before, and the new rows behind them; `None` when rows are refused.
    #[must_use]
    pub fn whole(&self) -> Option<&[u8]> {
        (self.refused() == 0).then_some(self.after.as_slice())
    }

    /// As [`Import::whole`], without the rows that are refused, which somebody has to have decided; `None` where merged cells leave it
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
            found.iter().for_each(|fault| log.push(fault.clone()));
            None
        }
    };
    Reading::new(value, log)
}

/// What rows join.
struct Books<'b> {
    files: &'b dyn Files,
    file: FolderPath,
    office: &'b OfficeData,
    directory: &'b Directory,
    ledger: &'b Ledger,
    unprintable: &'b dyn Fn(&str) -> Option<char>,
}

/// A row on its way.
struct Planned {
    start: RowStart,
    cells: Vec<(ReadColumn, String)>,
    fate: RowFate,
    entry: Option<LedgerEntry>,
}

impl Planned {
    fn refused(start: RowStart, why: &str) -> Self {
        Self { start, cells: Vec::new(), fate: RowFate::Refused(why.to_owned()), entry: None }
    }

    fn skipped(start: RowStart, why: String) -> Self {
        Self { start, cells: Vec::new(), fate: RowFate::Skipped(why), entry: None }
    }

    /// What its entry is known by, in words.
    fn name(&self, id_is_made: bool) -> String {
        let entry = self.entry.as_ref();
        match entry.and_then(|entry| entry.reference.as_deref()).filter(|_| id_is_made) {
            Some(reference) => format!("reference `{}`", short(reference)),
            None => format!("id `{}`", short(entry.map_or("", |entry| entry.id.as_str()))),
        }
    }

    /// Leaves out an entry that is there already.
    fn leave_out(&mut self, id_is_made: bool, why: &str) {
        self.fate = RowFate::Skipped(format!("{}: {why}", self.name(id_is_made)));
        self.entry = None;
    }
}

fn plan(books: &Books<'_>, export: &Export<'_>, log: &Log) -> Option<Import> {
    let file = &books.file;
    let source = match SourceFile::decode(export.map_name, export.map) {
        Ok(source) => source,
        Err(fault) => {
            log.push(*fault);
            return None;
        }
    };
    let map = map::read(&source, log)?;
    if crate::sheet::is_workbook(file) {
        let message = format!("`{file}` is not a CSV file, and rows are appended to nothing else");
        log.push(Diagnostic::new(Code::NotAppendable, FileSpan::whole_file(file.as_str()), message));
        return None;
    }
    let before = match books.files.read(file, LARGEST_FILE) {
        Ok(bytes) => bytes,
        Err(FileError::NotFound) => Vec::new(),
        Err(error) => {
            log.push(Diagnostic::new(
                Code::Unreadable,
                FileSpan::whole_file(file.as_str()),
                format!("`{file}`: {error}"),
            ));
            return None;
        }
    };
    let mut places = None;
    let sheet = export::read(export.name, export.bytes, &map, log, |header, below| {
        let found = ColumnPlaces::find(&map, header, below, export.name, log)?;
        let keys = found.key_columns(&map, books.ledger.settings().currency);
        places = Some(found);
        Some(keys)
    })?;
    let places = places?;
    unit::check_headings(&map, &places, &sheet, books.ledger.settings().currency, log);
    if log.errors() > 0 {
        return None;
    }
    let reader = MappedReader::new(&map, &places, &sheet, books.ledger, books.unprintable);
    let (mut rows, mut faults) = rows(&sheet, &map, &places, &reader, books);
    let entries = settle(books, &reader, &mut rows, &mut faults, log)?;
    let new: Vec<&[(ReadColumn, String)]> =
        rows.iter().filter(|row| row.fate == RowFate::New).map(|row| row.cells.as_slice()).collect();
    let after = append::append(books.files, file, &before, &new, log)?;
    if !new.is_empty() {
        append::prove(books.files, file, &after, &entries, log);
    }
    let mut found = Diagnostics::new();
    sheet.locate(&map, faults).into_iter().for_each(|fault| found.push(fault));
    let rows = rows.into_iter().map(|row| ImportRow {
        line: row.start.line,
        cells: row.cells.into_iter().map(|(column, text)| (column.name(), text)).collect(),
        fate: row.fate,
    });
    let rows = rows.collect();
    let unread = unread(&sheet, &places);
    (log.errors() == 0).then_some(Import { ledger: file.clone(), before, rows, unread, faults: found, after })
}

/// The names of the columns from which nothing is taken though they say something.
fn unread(sheet: &Sheet, places: &ColumnPlaces) -> Vec<String> {
    let records: Vec<&Record> = sheet.records().into_values().collect();
    let says = |at: usize| records.iter().any(|record| !record.is_blank_at(at));
    let unread = sheet.header.iter().enumerate().filter(|(at, _)| !places.reads(*at) && says(*at));
    unread.map(|(_, name)| name.clone()).collect()
}

/// What each row of the export comes to, but for what the ledger as a whole says of it; and the faults of rows.
fn rows(
    sheet: &Sheet,
    map: &Map,
    places: &ColumnPlaces,
    reader: &MappedReader<'_>,
    books: &Books<'_>,
) -> (Vec<Planned>, Vec<RowFault>) {
    let last = sheet.rows.len().saturating_sub(map.skip_last);
    let mut desk = EntryContext::new(books.directory, books.ledger.settings().currency);
    let mut known = KnownEntries::new(books.ledger);
    let mut left_out: BTreeSet<u64> = sheet.rows.iter().skip(last).map(Raw::line).collect();
    left_out.extend(&map.skip_rows);
    let mut faults: Vec<RowFault> =
        sheet.faults.iter().filter(|fault| !left_out.contains(&fault.row.line)).cloned().collect();
    let broken: BTreeMap<u64, (RowStart, String)> = faults
        .iter()
        .filter(|fault| fault.code.severity() == Severity::Error)
        .map(|fault| (fault.row.line, (fault.row, fault.message.clone())))
        .collect();
    let mut rows: Vec<Planned> = Vec::new();
    // The place of each row that states an entry, and whether its id was made.
    let mut read_entries: Vec<(usize, bool)> = Vec::new();
    let mut served = BTreeSet::new();
    let (mut passed_over, mut left_out_by_word) = (Vec::new(), Vec::new());
    // The row below which nothing is taken: the others may be of another table, or of a part that does not count.
    let mut heading: Option<u64> = None;
    let mut other_table: Option<RowFault> = None;
    for (at, raw) in sheet.rows.iter().enumerate() {
        let (start, record) = match raw {
            Raw::Cells(start, record) => (*start, Some(record)),
            Raw::Total(line) => (RowStart { byte: *line, line: *line }, None),
        };
        served.insert(start.line);
        if map.skip_rows.contains(&start.line) || at >= last {
            rows.push(Planned::skipped(start, "the map says so".to_owned()));
            passed_over.extend(record.map(|record| (start, record, at >= last)));
            if let Some(fault) = record.and_then(|record| reader.other_table(record, start)) {
                // Without its headings it is a table of other columns all the same.
                (heading, other_table) = (heading.or(Some(start.line)), Some(fault));
            }
            continue;
        }
        let why = broken.get(&start.line).map(|(_, why)| why.as_str());
        rows.push(match (record, why) {
            (_, Some(why)) => Planned::refused(start, why),
            (None, None) => Planned::skipped(start, "it is a row of totals".to_owned()),
            (Some(record), None) => {
                let read = reader.row(record, start, &mut desk);
                faults.extend(read.faults.iter().cloned());
                match read.outcome {
                    Outcome::Entry(..) if let Some(line) = heading => {
                        faults.extend(other_table.take());
                        let why =
                            format!("it stands below row {line}, which may be the heading of another table or part");
                        Planned { cells: read.cells, ..Planned::refused(start, &why) }
                    }
                    Outcome::Entry(entry, is_made) => {
                        read_entries.push((rows.len(), is_made));
                        Planned { start, cells: read.cells, fate: RowFate::New, entry: Some(*entry) }
                    }
                    Outcome::Skipped(cell, why) => {
                        left_out_by_word.push((rows.len(), cell, record));
                        Planned::skipped(start, why)
                    }
                    Outcome::Refused => {
                        let first = read.faults.iter().find(|fault| has_errors(std::slice::from_ref(fault)));
                        let why = first.map_or("it states no entry", |fault| fault.message.as_str());
                        heading = heading.or(read.is_heading.then_some(start.line));
                        Planned { cells: read.cells, ..Planned::refused(start, why) }
                    }
                }
            }
        });
    }
    let (records, sums) = (sheet.records(), sums::Cells::of(map, places, sheet));
    sums::check_rows(&sums, &sheet.header, &records, &mut rows, &mut faults);
    unit::check_rows(map, places, sheet, &records, &mut rows, &mut faults);
    marks::check_rows(map, places, (sheet, &records), &known, &mut rows, &mut faults);
    read_entries.retain(|&(at, _)| rows.get(at).is_some_and(|row| row.fate == RowFate::New));
    for &(at, is_made) in &read_entries {
        rows.get(at).and_then(|row| row.entry.as_ref()).into_iter().for_each(|entry| known.expect(entry, is_made));
    }
    // A total that has all that makes an entry is one that the map is advised to leave out.
    let passed_over = passed_over.into_iter().filter(|(_, record, _)| !sums.call_a_total(record));
    faults.extend(passed_over.filter_map(|(start, record, is_last)| {
        passed_entry(
            reader.row(record, start, &mut EntryContext::new(books.directory, desk.currency)),
            &known,
            start,
            is_last,
        )
    }));
    if map.shared_references {
        // A pledge has the id that is made of its reference, and what was paid on it the numbers behind that; a payment on none has that id
        // before what went back of it.
        let rank = |at: usize| {
            let kind = rows.get(at).and_then(|row| row.entry.as_ref()).map(|entry| &entry.kind);
            let is_promise = kind.is_some_and(|kind| kind.promise().is_some());
            (!is_promise, kind.is_some_and(|kind| kind.name() == EntryKindName::Refund))
        };
        read_entries.sort_by_key(|&(at, _)| rank(at));
    }
    // Rows that the ledger has to the letter come first, so that others cannot pass for them.
    read_entries.retain(|&(at, is_made)| {
        let why = rows.get(at).and_then(|row| known.claim(row.entry.as_ref()?, is_made, row.start.line, &row.cells));
        rows.get_mut(at).into_iter().zip(&why).for_each(|(row, why)| row.leave_out(is_made, why));
        why.is_none()
    });
    for (at, is_made) in read_entries {
        rows.get_mut(at).into_iter().for_each(|row| faults.extend(meet(&mut known, map, reader, row, is_made)));
    }
    for (at, cell, record) in left_out_by_word {
        let Some(row) = rows.get_mut(at) else { continue };
        let mut beside = EntryContext::new(books.directory, desk.currency);
        let read = reader.left_out(record, row.start, &mut beside);
        faults.extend(read.and_then(|read| still_counted(&known, map, row, cell, read)));
    }
    faults.extend(reader.turned_days());
    // Rows whose cells could not be told apart are not among those that were read.
    let unread = broken.into_values().filter(|(row, _)| !served.contains(&row.line));
    rows.extend(unread.map(|(row, why)| Planned::refused(row, &why)));
    rows.sort_by_key(|row| row.start.line);
    (rows, faults)
}

/// What to say of a row that the map leaves out by its number and that states an entry which nothing else has.
fn passed_entry(read: ReadRow, known: &KnownEntries, row: RowStart, is_last: bool) -> Option<RowFault> {
    let Outcome::Entry(entry, is_made) = read.outcome else { return None };
    if has_errors(&read.faults) || known.has_reference(&entry, is_made) {
        return None;
    }
    let (key, hint) = if is_last {
        ("skip-last", "where it is an entry, write a lower `skip-last`: blank rows are not counted")
    } else {
        (
            "skip-rows",
            "where it is an entry, take its number out of `skip-rows`: the rows of each export have other numbers",
        )
    };
    let message = format!("the row has all that makes an entry, and `{key}` in the map leaves it out");
    Some(RowFault { row, cell: None, code: Code::EntryLeftOut, message, hint: Some(hint.to_owned()) })
}

/// What to say of a row that a word leaves out, where the ledger goes on counting what it was; it is refused.
fn still_counted(
    known: &KnownEntries,
    map: &Map,
    row: &mut Planned,
    cell: usize,
    (key, entry, is_made): (String, Option<LedgerEntry>, bool),
) -> Option<RowFault> {
    let RowFate::Skipped(why) = &row.fate else { return None };
    let (id, kind) = known.counted(&key, entry.as_ref(), map.shared_references)?;
    let name = if is_made { "reference" } else { "id" };
    let message = format!("{why}, and the ledger has the {name} `{}` as `{id}` and goes on counting it", short(&key));
    row.fate = RowFate::Refused(message.clone());
    let hint = format!(
        "where it no longer holds, {}; where the ledger is right, leave the row out with `skip-rows = [{}]` in the map",
        known::taking_out(id, kind),
        row.start.line
    );
    Some(RowFault { row: row.start, cell: Some(cell), code: Code::ChangedEntry, message, hint: Some(hint) })
}

/// A row's entry beside those that are known: left out where it is one of them, and with an id of its own otherwise.
fn meet(
    known: &mut KnownEntries,
    map: &Map,
    reader: &MappedReader<'_>,
    row: &mut Planned,
    id_is_made: bool,
) -> Option<RowFault> {
    let standing = known.meet(row.entry.as_ref()?, id_is_made, row.start.line, &row.cells);
    let (start, name) = (row.start, row.name(id_is_made));
    let fault = |code, message: String, hint: &str| {
        let cell = reader.place(if id_is_made { ReadColumn::Reference } else { ReadColumn::Id });
        Some(RowFault { row: start, cell, code, message, hint: Some(hint.to_owned()) })
    };
    let found = match standing {
        RowStanding::Known(why) => {
            row.leave_out(id_is_made, &why);
            return None;
        }
        RowStanding::Repeated(other) => {
            row.leave_out(id_is_made, &format!("row {other} of the export has it already"));
            let message = format!("this row is the same entry as row {other}, and is left out");
            return fault(Code::RepeatedRow, message, "where they are two entries, give each a reference of its own");
        }
        // As two entries of the ledger that share a reference, a day, an amount and a contributor.
        RowStanding::BesideRow(other, columns) if id_is_made => {
            let columns: Vec<String> = columns.iter().map(|column| format!("`{column}`")).collect();
            let message = format!(
                "the row has the {name}, day, amount and contributor of row {other}, and differs in {}",
                columns.join(" and ")
            );
            row.fate = RowFate::Refused(message.clone());
            let hint = "where both are right, give each a reference of its own; where they are one, leave one out \
                        with `skip-rows` in the map";
            return fault(Code::DuplicateReference, message, hint);
        }
        RowStanding::Altered(entry, columns) => {
            let columns: Vec<String> = columns.iter().map(|column| format!("`{column}`")).collect();
            let message = format!(
                "the ledger has the {name} as `{entry}`, with another {}: it is not known whether that entry was changed or this is \
                 another one",
                columns.join(" and another ")
            );
            row.fate = RowFate::Refused(message.clone());
            let hint = format!(
                "where it was changed, enter a `correction` of `{entry}` in the ledger; where it is another, give it a reference of its \
                 own in the export"
            );
            return fault(Code::ChangedEntry, message, &hint);
        }
        RowStanding::Changed(entry) if id_is_made && !map.shared_references => {
            let message = format!(
                "the ledger has the {name} as `{entry}`, with another day, amount, currency or contributor: it is not known whether \
                 that entry was changed or this is another one"
            );
            row.fate = RowFate::Refused(message.clone());
            let hint = format!(
                "where it was changed, enter a `correction` of `{entry}` in the ledger; where entries share references, as payments \
                 under one agreement do, say `shared-references = true` in the map"
            );
            return fault(Code::ChangedEntry, message, &hint);
        }
        RowStanding::NewBesideAnother | RowStanding::Changed(_) if id_is_made => {
            let message = format!(
                "the ledger has the {name} with another day, amount, currency or contributor: this row joins it as an \
                 entry of its own"
            );
            let hint = format!(
                "where it is one of the ledger's, changed since, enter a `correction` of that, and leave this row out with \
                 `skip-rows = [{}]` in the map before it is imported, or enter a `void` of its entry afterwards",
                start.line
            );
            fault(Code::SharedReference, message, &hint)
        }
        RowStanding::BesideRow(..) | RowStanding::NewBesideAnother | RowStanding::Changed(_) => None,
        RowStanding::New => match known.spelt_otherwise(row.entry.as_ref()?, id_is_made, row.start.line) {
            Some(other) => {
                let message = format!(
                    "the row has the kind, day, amount and contributor of the one with the reference {other}, which is spelt otherwise"
                );
                row.fate = RowFate::Refused(message.clone());
                let hint = format!(
                    "where they are one, leave it out with `skip-rows = [{}]` in the map: both would count; where they are two, give \
                     it a reference of its own in the export",
                    start.line
                );
                return fault(Code::SimilarReference, message, &hint);
            }
            None => None,
        },
    };
    if let (true, Some(entry)) = (id_is_made, &mut row.entry) {
        if let Some(id) = known.free_id(&entry.id) {
            entry.id = id;
        }
        let place = row.cells.iter_mut().find(|(column, _)| *column == ReadColumn::Id);
        place.into_iter().for_each(|(_, text)| *text = entry.id.to_string());
    }
    found
}

/// Refuses the rows that do not fit the ledger, until the others do; gives the entries of the ledger with them.
fn settle(
    books: &Books<'_>,
    reader: &MappedReader<'_>,
    rows: &mut [Planned],
    faults: &mut Vec<RowFault>,
    log: &Log,
) -> Option<Vec<LedgerEntry>> {
    /// One row that is refused may leave others without what they name; more rounds are somebody's mischief.
    const MOST_ROUNDS: usize = 50;
    // The months are read once.
    let elsewhere = Elsewhere::default();
    for _ in 0..MOST_ROUNDS {
        let new = rows.iter().filter(|row| row.fate == RowFate::New).filter_map(|row| row.entry.clone());
        let entries: Vec<LedgerEntry> = books.ledger.entries().iter().cloned().chain(new).collect();
        let (found, is_sound) = match Ledger::new(books.ledger.settings().clone(), entries.clone()) {
            Ok(ledger) => {
                let events = elsewhere.known_purposes(books.files, books.office, &ledger);
                // What a row alone shows was reported with it.
                let mut named = ledger.check_references(&LedgerReferences::of(books.office, &Gaps::default(), events));
                named.retain(|fault| matches!(fault.code, Code::UnknownPurpose | Code::ClosedProgramme));
                if of_rows(reader, rows, &named, false, faults) > 0 {
                    continue;
                }
                let mut found = ledger.warnings().to_vec();
                found.extend(neighbours::out_of_line(&entries));
                found.extend(rates::out_of_line(&entries));
                found.extend(named.into_iter().filter(|fault| fault.severity == Severity::Warning));
                (found, true)
            }
            Err(invalid) => (invalid.faults, false),
        };
        let refused = of_rows(reader, rows, &found, is_sound, faults);
        if is_sound {
            return Some(entries);
        }
        if refused == 0 {
            for fault in found.iter().filter(|fault| fault.severity == Severity::Error) {
                log.push(Diagnostic::new(fault.code, FileSpan::whole_file(books.file.as_str()), fault.message.clone()));
            }
            return None;
        }
    }
    let message = "the rows contradict the ledger and each other in too many ways".to_owned();
    log.push(Diagnostic::new(Code::NotAppendable, FileSpan::whole_file(books.file.as_str()), message));
    None
}

/// Gives the ledger's faults to the rows that they are about, and refuses those with errors; says how many.
fn of_rows(
    reader: &MappedReader<'_>,
    rows: &mut [Planned],
    found: &[Fault],
    with_warnings: bool,
    faults: &mut Vec<RowFault>,
) -> usize {
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.fate == RowFate::New) {
        if let Some(entry) = &row.entry {
            by_id.entry(entry.id.to_string()).or_default().push(at);
        }
    }
    let mut refused = 0;
    let waiting = refused_rows(rows);
    let lost = rows.iter().find(|row| row.cells.is_empty() && matches!(row.fate, RowFate::Refused(_)));
    let lost = lost.map(|row| row.start.line);
    for fault in found {
        let is_error = fault.severity == Severity::Error;
        let at = fault.entries().find_map(|id| by_id.get(id.as_str()).and_then(|rows| rows.last()));
        let Some(row) = at.and_then(|&at| rows.get_mut(at)) else { continue };
        if !is_error && !with_warnings {
            continue;
        }
        let message = fault.message.clone();
        if is_error && row.fate == RowFate::New {
            row.fate = RowFate::Refused(message.clone());
            refused += 1;
        }
        let cell = reader.place(ReadColumn::Id).or_else(|| reader.place(ReadColumn::Reference));
        let missing = row.entry.as_ref().filter(|_| fault.code == Code::UnknownEntry);
        let named = missing.into_iter().flat_map(|entry| [entry.kind.about(), entry.kind.itemizes()]).flatten();
        let hint = named.into_iter().find_map(|id| Some((id, waiting.get(id.as_str())?)));
        let hint = hint.map(|(id, line)| {
            format!("`{id}` is in row {line}, which is refused: once that is right, this row is too")
        });
        // A row whose cells could not be read may be the one that is named.
        let lost = lost.filter(|_| fault.code == Code::UnknownEntry && hint.is_none());
        let hint = hint
            .or_else(|| lost.map(|line| format!("it may be in row {line}, which is refused: make that right first")));
        let hint = hint.or_else(|| fault.hint.clone());
        faults.push(RowFault { row: row.start, cell, code: fault.code, message, hint });
    }
    refused
}

/// The lines of the rows that are refused, by the ids and references that they have.
fn refused_rows(rows: &[Planned]) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    for row in rows.iter().filter(|row| matches!(row.fate, RowFate::Refused(_))) {
        for (_, text) in row.cells.iter().filter(|(column, _)| matches!(column, ReadColumn::Id | ReadColumn::Reference))
        {
            found.entry(text.clone()).or_insert(row.start.line);
        }
    }
    found
}
