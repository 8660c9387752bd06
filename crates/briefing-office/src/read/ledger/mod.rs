//! `ledger.csv` or `ledger.xlsx`: the entries of the ledger, a row each.

mod columns;
mod entry;
mod import;
mod intern;
mod kinds;
mod row;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{
    EntryId, EventId, Ledger, LedgerEntry, LedgerFault, LedgerReferences, MonthPlan, OfficeDraft, Path,
};
use csv::ByteRecord;

pub use self::import::{Export, Import, ImportRow, plan_import};

use self::columns::{Column, Columns};
use self::entry::Desk;
use self::row::{Row, RowFaults};
use super::office::OfficeFile;
use super::settings::LedgerFile;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::files::{FileError, Files, FolderPath};
use crate::sheet::{RowFault, RowStart, Rows, Step, ends_in_quotes};
use crate::tree::Log;

/// The largest ledger, in bytes.
const LARGEST_FILE: u64 = 1024 * 1024 * 1024;

/// Reads the office's ledger; an empty one where the office names none and has none.
pub(super) fn read(files: &dyn Files, office: &OfficeFile, log: &Log) -> Option<Ledger> {
    let plan = &office.ledger;
    let file = plan.file.as_ref()?;
    // Without all of its settings nothing certain can be said of it.
    let settings = Path::office().key("ledger");
    let draft = office.draft.as_ref().filter(|draft| !draft.gaps().iter().any(|gap| settings.contains(gap)))?;
    let path = &file.path;
    if let Err(FileError::NotFound) = files.open(path).map(|_| ()) {
        let Some(named_at) = &plan.named_at else {
            return Ledger::new(plan.settings.clone(), Vec::new()).ok();
        };
        log.push(Diagnostic::new(Code::NoLedger, named_at.clone(), format!("there is no file `{path}`")));
        return None;
    }
    let mut sheet = match Rows::open(files, path, LARGEST_FILE, &file.options) {
        Ok(sheet) => sheet,
        Err(diagnostic) => {
            log.push(*diagnostic);
            return None;
        }
    };
    let faults = RefCell::new(RowFaults::default());
    let mut desk = Desk::new(draft.directory(), plan.settings.currency);
    let entries = entries(&mut sheet, &mut desk, &faults);
    look_for_open_quote(files, path, &sheet, &faults);

    let faults = faults.into_inner();
    let sound = faults.errors == 0;
    report(files, path, &sheet, faults, log);
    if !sound {
        return None;
    }
    match Ledger::new(plan.settings.clone(), entries) {
        Ok(ledger) => {
            report_ledger(files, file, ledger.warnings(), log);
            Some(ledger)
        }
        Err(faults) => {
            report_ledger(files, file, &faults, log);
            None
        }
    }
}

/// The entries of all rows that state one.
fn entries(sheet: &mut Rows<'_>, desk: &mut Desk<'_>, faults: &RefCell<RowFaults>) -> Vec<LedgerEntry> {
    let mut entries = Vec::new();
    let mut record = ByteRecord::new();
    let Some(columns) = header(sheet, &mut record, faults) else { return entries };
    sheet.set_columns(columns.key_columns());
    loop {
        let step = sheet.step(&mut record);
        sheet.take_faults().into_iter().for_each(|fault| faults.borrow_mut().push(fault));
        let start = match step {
            Step::Row(start) => start,
            Step::End => return entries,
            Step::Broken(fault) => {
                faults.borrow_mut().push(fault);
                return entries;
            }
        };
        // Spreadsheets leave rows of nothing but separators behind.
        if record.as_slice().trim_ascii().is_empty() {
            continue;
        }
        let row = Row::new(&record, &columns, start, faults);
        if record.len() == columns.width {
            entries.extend(desk.entry(&row));
        } else {
            row.fault_of_row(
                Code::UnevenRow,
                format!("the row has {} cells, and the first row has {}", record.len(), columns.width),
            );
        }
    }
}

/// The first row; `None` when the columns cannot be told.
fn header(sheet: &mut Rows<'_>, record: &mut ByteRecord, faults: &RefCell<RowFaults>) -> Option<Columns> {
    let fault = |row, code, message: &str| {
        faults.borrow_mut().push(RowFault { row, cell: None, code, message: message.to_owned(), hint: None });
    };
    let start = match sheet.step(record) {
        Step::Row(start) => start,
        Step::End => {
            fault(
                RowStart { byte: 0, line: 1 },
                Code::EmptyLedger,
                "the ledger has no first row with the names of its columns",
            );
            return None;
        }
        Step::Broken(broken) => {
            faults.borrow_mut().push(broken);
            return None;
        }
    };
    if sheet.delimiter() != b',' {
        fault(
            start,
            Code::Semicolons,
            "the columns are parted by semicolons or tabs; commas are what every program expects",
        );
    }
    let columns = Columns::read(record, start, |fault| faults.borrow_mut().push(fault));
    (faults.borrow().errors == 0).then_some(columns)
}

/// A quotation mark that is never closed swallows rows without another sign of it.
fn look_for_open_quote(files: &dyn Files, path: &FolderPath, rows: &Rows<'_>, faults: &RefCell<RowFaults>) {
    let Rows::Csv(sheet) = rows else { return };
    if sheet.quotes_are_odd() && ends_in_quotes(files, path, sheet.delimiter, sheet.last()) {
        let message = "a quotation mark in this row is not closed".to_owned();
        let fault = RowFault { row: sheet.last(), cell: None, code: Code::OpenQuote, message, hint: None };
        faults.borrow_mut().push(fault);
    }
}

fn report(files: &dyn Files, path: &FolderPath, sheet: &Rows<'_>, faults: RowFaults, log: &Log) {
    let RowFaults { kept, mut counts, .. } = faults;
    for diagnostic in sheet.locate(files, path, kept) {
        if let Some(count) = counts.get_mut(&diagnostic.code) {
            *count -= 1;
        }
        log.push(diagnostic);
    }
    for (code, more) in counts {
        log.count(code, more);
    }
}

/// Gives the ledger's own faults the places of their entries.
fn report_ledger(files: &dyn Files, file: &LedgerFile, faults: &[LedgerFault], log: &Log) {
    if faults.is_empty() {
        return;
    }
    let wanted = faults.iter().flat_map(|fault| &fault.entries).map(EntryId::as_str).collect();
    let found = find_entries(files, file, &wanted);
    for fault in faults {
        let code = fault.code;
        let mut places = fault.entries.iter().map(|id| (id, found.get(id.as_str())));
        let place = places.next().and_then(|(_, place)| place.cloned());
        let place = place.unwrap_or_else(|| Location::whole_file(file.path.as_str()));
        let message = match fault.entries.first() {
            Some(id) => format!("`{id}`: {}", fault.message),
            None => fault.message.clone(),
        };
        let mut diagnostic = Diagnostic::new(code, place, message);
        diagnostic.hint.clone_from(&fault.hint);
        for (id, place) in places {
            if let Some(place) = place {
                diagnostic = diagnostic.with_related(format!("entry `{id}`"), place.clone());
            }
        }
        // Each month asks the ledger again.
        log.push_once(diagnostic);
    }
}

/// What the ledger names and the folder does not have: events, which are known once every month is read, and programmes that had
/// closed. Everything else was looked for row by row.
pub(super) fn check_references(
    files: &dyn Files,
    file: &LedgerFile,
    office: &OfficeDraft,
    ledger: &Ledger,
    events: Option<BTreeSet<EventId>>,
    log: &Log,
) {
    let data = office.data();
    let references = LedgerReferences {
        parties: data.parties.iter().map(|party| party.id.clone()).collect(),
        funds: data.funds.iter().map(|fund| fund.id.clone()).collect(),
        programmes: data.programmes.iter().map(|programme| (programme.id.clone(), programme.closed)).collect(),
        units: data.units.iter().map(|unit| unit.id.clone()).collect(),
        events,
        sources: data.sources.iter().map(|source| source.id.clone()).collect(),
        gaps: office.gaps().clone(),
    };
    let mut faults = ledger.check_references(&references);
    faults.retain(|fault| fault.code != Code::UnknownSource);
    report_ledger(files, file, &faults, log);
}

/// What the ledger dates after the month that it is printed in.
pub(super) fn check_issue(files: &dyn Files, file: &LedgerFile, ledger: &Ledger, plan: &MonthPlan, log: &Log) {
    report_ledger(files, file, &ledger.check_issue(plan.month.last_day(), plan.cutoff()), log);
}

/// Where an entry stands in the ledger.
pub(super) fn locate_entry(files: &dyn Files, file: &LedgerFile, entry: &EntryId) -> Option<Location> {
    find_entries(files, file, &BTreeSet::from([entry.as_str()])).remove(entry.as_str())
}

/// Where entries stand, by id; of two with one id, the later.
///
/// Rows do not keep their places, because a ledger may have a million of them and few are ever asked for.
fn find_entries(files: &dyn Files, file: &LedgerFile, wanted: &BTreeSet<&str>) -> BTreeMap<String, Location> {
    let mut found = BTreeMap::new();
    let Ok(mut sheet) = Rows::open(files, &file.path, LARGEST_FILE, &file.options) else { return found };
    let mut record = ByteRecord::new();
    let faults = RefCell::new(RowFaults::default());
    let Some(columns) = header(&mut sheet, &mut record, &faults) else { return found };
    let mut rows = Vec::new();
    while let Step::Row(row) = sheet.step(&mut record) {
        let cell = columns.place(Column::Id);
        let id = cell.and_then(|at| record.get(at)).and_then(|id| std::str::from_utf8(id).ok());
        if let Some(id) = id.map(str::trim).filter(|id| wanted.contains(id)) {
            let message = id.to_owned();
            rows.push(RowFault { row, cell, code: Code::BadCell, message, hint: None });
        }
    }
    for diagnostic in sheet.locate(files, &file.path, rows) {
        if let Some(place) = diagnostic.place {
            found.insert(diagnostic.message, place);
        }
    }
    found
}
