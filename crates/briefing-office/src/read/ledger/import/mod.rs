//! Entries out of another system's export: mapped to our columns, checked with the ledger they join, and appended.
//!
//! Nothing is written here. What the ledger would say is worked out whole and read like any ledger, so that a row which
//! could not be read back, or which contradicts what is there, is found before anybody's file is touched.

mod map;

use std::collections::BTreeMap;
use std::io::Read;

use briefing_model::Ledger;
use csv::{ByteRecord, WriterBuilder};

use self::map::{Map, Source};
use super::columns::Column;
use super::{LARGEST_FILE, Rows, Step};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, Position};
use crate::files::{FileError, Files, FolderEntry, FolderPath, Memory};
use crate::read::folder::{Reading, read_office_and_ledger_file};
use crate::sheet::KeyColumns;
use crate::source::{SourceFile, cut_excerpt};
use crate::tree::{Log, short};

/// What an import would do.
///
/// See [`plan_import`].
#[derive(Debug, Clone)]
pub struct Import {
    /// The ledger's file.
    pub ledger: FolderPath,
    /// What it holds now; nobody may have changed it when `after` is written.
    pub before: Vec<u8>,
    /// What it is to hold: the same bytes, and the new rows behind them.
    pub after: Vec<u8>,
    /// Each row of the export, in order.
    pub rows: Vec<ImportRow>,
}

impl Import {
    /// How many rows join the ledger.
    #[must_use]
    pub fn added(&self) -> usize {
        self.rows.iter().filter(|row| row.skipped.is_none()).count()
    }
}

/// One row of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Its line in a CSV file, its row in a workbook; from 1.
    pub line: u64,
    /// What it becomes: our columns that are not blank, by name.
    pub cells: Vec<(&'static str, String)>,
    /// Why it is left out, if it is.
    pub skipped: Option<String>,
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
/// let after = String::from_utf8(import.unwrap().after)?;
/// assert!(after.ends_with("fin-V-7,pledge,2025-04-30,2025-04-30,DEU,92615.00,V 7\n"), "{faults}");
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Export<'e> {
    /// The export's file name, whose ending tells its kind: `.xlsx`, or else a text whose columns are parted by commas,
    /// semicolons or tabs.
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
/// The ledger has to be in order before, and has to be a CSV file. Rows whose reference (or id) is in the ledger already,
/// or stands twice in the export, are left out and say so. There is a value only if the ledger with the new rows has no
/// error.
pub fn plan_import(files: &dyn Files, export: &Export<'_>) -> Reading<Import> {
    let (office, file) = read_office_and_ledger_file(files, None);
    let (office, found) = office.into_parts();
    let log = Log::default();
    let value = match (office, file) {
        (Some(office), Some(file)) => plan(files, &office.ledger, file, export, &log),
        _ => {
            found.iter().for_each(|fault| log.push(fault.clone()));
            None
        }
    };
    Reading::new(value, log)
}

fn plan(files: &dyn Files, ledger: &Ledger, file: FolderPath, export: &Export<'_>, log: &Log) -> Option<Import> {
    let source = match SourceFile::decode(export.map_name, export.map) {
        Ok(source) => source,
        Err(fault) => {
            log.push(*fault);
            return None;
        }
    };
    let map = map::read(&source, log)?;
    if !file.as_str().to_ascii_lowercase().ends_with(".csv") {
        let message = format!("`{file}` is no CSV file, and rows are appended to nothing else");
        log.push(Diagnostic::new(Code::NotAppendable, Location::whole_file(file.as_str()), message));
        return None;
    }
    let before = match files.read(&file, LARGEST_FILE) {
        Ok(bytes) => bytes,
        Err(FileError::NotFound) => Vec::new(),
        Err(error) => {
            log.push(Diagnostic::new(
                Code::Unreadable,
                Location::whole_file(file.as_str()),
                format!("`{file}`: {error}"),
            ));
            return None;
        }
    };
    let mut rows = rows(export, &map, log)?;
    leave_out_known(&mut rows, ledger);
    let after = append(&file, &before, &rows, log)?;
    read_back(files, &file, &before, &after, &rows, export, log);
    (log.errors() == 0).then_some(Import { ledger: file, before, after, rows })
}

/// The export's rows in our columns.
fn rows(export: &Export<'_>, map: &Map, log: &Log) -> Option<Vec<ImportRow>> {
    let ending = if export.name.to_ascii_lowercase().ends_with(".xlsx") { "xlsx" } else { "csv" };
    let path: FolderPath = format!("export.{ending}").parse().ok()?;
    let files = Memory::new().with(path.as_str(), export.bytes);
    let named = |mut fault: Diagnostic| {
        fault.message = fault.message.replace(path.as_str(), export.name);
        fault.place.iter_mut().for_each(|place| export.name.clone_into(&mut place.file));
        log.push(fault);
    };
    let mut table = match Rows::open(&files, &path, LARGEST_FILE, &map.options) {
        Ok(table) => table,
        Err(fault) => {
            named(*fault);
            return None;
        }
    };
    let mut record = ByteRecord::new();
    let mut faults = Vec::new();
    let header: Vec<String> = match table.step(&mut record) {
        Step::Row(_) => record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect(),
        Step::Broken(fault) => {
            table.locate(&files, &path, vec![fault]).into_iter().for_each(named);
            return None;
        }
        Step::End => Vec::new(),
    };
    let reader = Reader::new(map, &header, export.name, log)?;
    table.set_columns(reader.key_columns());
    let is_workbook = ending == "xlsx";
    let mut rows = Vec::new();
    loop {
        let step = table.step(&mut record);
        faults.extend(table.take_faults());
        rows.extend(table.take_totals().into_iter().map(|line| ImportRow {
            line,
            cells: Vec::new(),
            skipped: Some("it is a row of totals".to_owned()),
        }));
        match step {
            Step::Row(start) if !record.as_slice().trim_ascii().is_empty() => {
                rows.push(reader.row(&record, start.line, is_workbook));
            }
            Step::Row(_) => {}
            Step::End => break,
            Step::Broken(fault) => {
                faults.push(fault);
                break;
            }
        }
    }
    table.locate(&files, &path, faults).into_iter().for_each(named);
    Some(rows)
}

/// Reads rows by a map.
struct Reader<'m> {
    map: &'m Map,
    /// Our columns and where theirs stand.
    places: BTreeMap<Column, usize>,
    skip: Vec<(usize, &'m str, &'m [String])>,
}

impl<'m> Reader<'m> {
    fn new(map: &'m Map, header: &[String], name: &str, log: &Log) -> Option<Self> {
        let errors_before = log.errors();
        let find = |theirs: &str| {
            let found = header.iter().position(|column| column.eq_ignore_ascii_case(theirs.trim()));
            if found.is_none() {
                let names: Vec<&str> = header.iter().map(String::as_str).collect();
                let message = format!("the export has no column `{}`", short(theirs));
                let fault = Diagnostic::new(Code::ExportColumn, Location::whole_file(name), message);
                log.push(match briefing_model::nearest(theirs, names.iter().copied()) {
                    Some(meant) => fault.with_hint(format!("did you mean `{meant}`?")),
                    None => fault.with_hint(format!("its columns are {}", crate::tree::list_of(&names))),
                });
            }
            found
        };
        let mut places = BTreeMap::new();
        for (column, source) in &map.sources {
            if let Source::Theirs(theirs) = source {
                places.extend(find(theirs).map(|at| (*column, at)));
            }
        }
        let skip = map.skip.iter();
        let skip =
            skip.filter_map(|(column, words)| Some((find(column)?, column.as_str(), words.as_slice()))).collect();
        (log.errors() == errors_before).then_some(Self { map, places, skip })
    }

    fn key_columns(&self) -> KeyColumns {
        let amounts = Column::AMOUNTS.iter().filter_map(|column| self.places.get(column).copied());
        let key = [Column::Reference, Column::Id].iter().find_map(|column| self.places.get(column).copied());
        KeyColumns { kind: key, amounts: amounts.collect() }
    }

    fn row(&self, record: &ByteRecord, line: u64, is_workbook: bool) -> ImportRow {
        let text = |at: usize| {
            let text = String::from_utf8_lossy(record.get(at).unwrap_or_default()).into_owned();
            // Each entry keeps to a line of its own, and nothing steers a terminal.
            text.split(|c: char| c.is_whitespace() || c.is_control())
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let mut row = ImportRow { line, cells: Vec::new(), skipped: None };
        for (at, column, words) in &self.skip {
            let said = text(*at);
            if words.contains(&said) {
                row.skipped = Some(format!("`{column}` is `{}`", short(&said)));
                return row;
            }
        }
        for (&column, source) in &self.map.sources {
            let theirs = match source {
                Source::Constant(text) => text.clone(),
                Source::Theirs(_) => self.places.get(&column).map(|&at| text(at)).unwrap_or_default(),
            };
            if theirs.is_empty() {
                continue;
            }
            match self.translate(column, source, &theirs, is_workbook) {
                Ok(ours) if ours.is_empty() => {}
                Ok(ours) => row.cells.push((column.name(), ours)),
                Err(why) => row.skipped = row.skipped.or(Some(why)),
            }
        }
        if !row.cells.iter().any(|(column, _)| *column == Column::Id.name()) {
            match row.cells.iter().find(|(column, _)| *column == Column::Reference.name()) {
                Some((_, reference)) => {
                    let id = id_of(&self.map.id_prefix, reference);
                    row.cells.insert(0, (Column::Id.name(), id));
                }
                None => row.skipped = row.skipped.or(Some("it has no reference".to_owned())),
            }
        }
        row
    }

    /// Their words in ours; why the row is left out when there are none.
    fn translate(&self, column: Column, source: &Source, theirs: &str, is_workbook: bool) -> Result<String, String> {
        if matches!(source, Source::Constant(_)) {
            return Ok(theirs.to_owned());
        }
        if let Some(words) = self.map.values.get(&column) {
            let ours = words.get(theirs).cloned();
            return ours.ok_or_else(|| format!("the map has no `{}` for `{}`", column.name(), short(theirs)));
        }
        match column {
            // A workbook has read its own.
            column if Column::AMOUNTS.contains(&column) && !is_workbook => match self.map.options.number_format {
                Some(format) => format
                    .plain(theirs)
                    .ok_or_else(|| format!("`{}` is not a number of the format that the map declares", short(theirs))),
                None => Ok(theirs.to_owned()),
            },
            Column::Effective | Column::Recorded | Column::TrueEffective => {
                let is_ours =
                    is_workbook && theirs.len() <= 10 && theirs.as_bytes().get(4).is_none_or(|&byte| byte == b'-');
                match self.map.dates.filter(|_| !is_ours) {
                    Some(format) => format.plain(theirs).ok_or_else(|| {
                        format!("`{}` is not a date of the format that the map declares", short(theirs))
                    }),
                    None => Ok(theirs.to_owned()),
                }
            }
            _ => Ok(theirs.to_owned()),
        }
    }
}

/// An id out of a reference: what no id has becomes a hyphen.
fn id_of(prefix: &str, reference: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '_' | ':');
    format!("{prefix}{reference}").chars().map(|c| if allowed(c) { c } else { '-' }).collect()
}

/// Leaves out the rows that the ledger has, and those that the export has twice.
fn leave_out_known(rows: &mut [ImportRow], ledger: &Ledger) {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut references: BTreeMap<String, String> = BTreeMap::new();
    for entry in ledger.entries() {
        ids.insert(entry.id.to_string(), "the ledger has it already".to_owned());
        if let Some(reference) = &entry.reference {
            references.insert(reference.to_string(), format!("the ledger has it already, as `{}`", entry.id));
        }
    }
    for row in rows.iter_mut().filter(|row| row.skipped.is_none()) {
        let cell =
            |column: Column| row.cells.iter().find(|(name, _)| *name == column.name()).map(|(_, text)| text.clone());
        let (id, reference) = (cell(Column::Id), cell(Column::Reference));
        let known = reference.as_ref().and_then(|reference| Some(("reference", reference, references.get(reference)?)));
        let known = known.or_else(|| id.as_ref().and_then(|id| Some(("id", id, ids.get(id)?))));
        if let Some((what, text, why)) = known {
            row.skipped = Some(format!("{what} `{}`: {why}", short(text)));
            continue;
        }
        let here = format!("row {} of the export has it already", row.line);
        ids.extend(id.map(|id| (id, here.clone())));
        references.extend(reference.map(|reference| (reference, here)));
    }
}

/// The ledger's bytes with the new rows behind them.
fn append(file: &FolderPath, before: &[u8], rows: &[ImportRow], log: &Log) -> Option<Vec<u8>> {
    let text = before.strip_prefix(crate::source::BYTE_ORDER_MARK).unwrap_or(before);
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let delimiter = crate::sheet::delimiter(text);
    let mut header = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(first);
    let mut record = ByteRecord::new();
    let _ = header.read_byte_record(&mut record);
    let name = |cell: &[u8]| String::from_utf8_lossy(cell).trim().to_lowercase().replace(['-', ' '], "_");
    let names: Vec<String> = record.iter().map(name).collect();
    let new: Vec<&ImportRow> = rows.iter().filter(|row| row.skipped.is_none()).collect();
    let needed: std::collections::BTreeSet<&str> =
        new.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    for column in needed.iter().filter(|column| !names.iter().any(|name| name == *column)) {
        let message = format!("the ledger has no column `{column}` for what the export says");
        let fault = Diagnostic::new(Code::LedgerColumn, Location::whole_file(file.as_str()), message);
        log.push(
            fault
                .with_hint("add the column to the ledger, blank in the rows that are there, or take it out of the map"),
        );
    }
    let mut after = before.to_vec();
    if !after.is_empty() && !after.ends_with(b"\n") {
        after.extend(b"\n");
    }
    let windows = text.windows(2).take(64 * 1024).any(|pair| pair == b"\r\n");
    let end = if windows { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(after);
    for row in new {
        let cell =
            |name: &String| row.cells.iter().find(|(column, _)| column == name).map_or("", |(_, text)| text.as_str());
        // Writing to memory does not fail.
        let _ = writer.write_record(names.iter().map(cell));
    }
    writer.into_inner().ok()
}

/// Reads the ledger as it would be; what is wrong with it is told with the export's row.
fn read_back(
    files: &dyn Files,
    file: &FolderPath,
    before: &[u8],
    after: &[u8],
    rows: &[ImportRow],
    export: &Export<'_>,
    log: &Log,
) {
    let with = Replaced { files, path: file, bytes: after };
    let found: Diagnostics = crate::read::read_office(&with).into_parts().1;
    let mut lines = before.iter().filter(|&&byte| byte == b'\n').count();
    lines += usize::from(!before.is_empty() && !before.ends_with(b"\n"));
    let new: Vec<u64> = rows.iter().filter(|row| row.skipped.is_none()).map(|row| row.line).collect();
    for fault in &found {
        let line = fault.place.as_ref().filter(|place| place.file == file.as_str()).map_or(0, |place| place.line);
        let row = line.checked_sub(lines + 1).and_then(|at| new.get(at)).copied();
        let Some((row, place)) = row.zip(fault.place.as_ref()) else {
            log.push(fault.clone());
            continue;
        };
        // The ledger has no such line yet: the export has.
        let (excerpt, caret) = cut_excerpt(&place.excerpt, 0);
        let line = usize::try_from(row).unwrap_or(usize::MAX);
        let end = Position { line, column: 1 };
        let place = Location { file: export.name.to_owned(), line, column: 1, end, excerpt, caret, cell: None };
        log.push(Diagnostic { place: Some(place), ..fault.clone() });
    }
    for (code, more) in found.more() {
        log.count(code, more);
    }
}

/// A folder with one of its files replaced.
struct Replaced<'f> {
    files: &'f dyn Files,
    path: &'f FolderPath,
    bytes: &'f [u8],
}

impl Files for Replaced<'_> {
    fn open(&self, path: &FolderPath) -> Result<Box<dyn Read + '_>, FileError> {
        if path == self.path { Ok(Box::new(self.bytes)) } else { self.files.open(path) }
    }

    fn list(&self, folder: Option<&FolderPath>) -> Result<Vec<FolderEntry>, FileError> {
        self.files.list(folder)
    }
}
