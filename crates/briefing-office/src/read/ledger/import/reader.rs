//! From a row of an export to an entry, by the map and the ledger's own rules.

use std::cell::RefCell;
use std::collections::BTreeMap;

use briefing_model::LedgerEntry;

use super::export::Sheet;
use super::known::id_of;
use super::map::{ColumnSource, Map};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::read::ledger::columns::{Columns, ReadColumn, uneven_row};
use crate::read::ledger::entry::EntryContext;
use crate::read::ledger::row::{Row, RowFaults};
use crate::sheet::{KeyColumns, NumberFormat, Record, RowFault, RowStart};
use crate::tree::{Log, list_of, short};

/// Reads rows by a map.
pub(super) struct MappedReader<'m> {
    map: &'m Map,
    is_workbook: bool,
    /// How many cells the headings have.
    width: usize,
    /// Our columns and where theirs stand.
    places: BTreeMap<ReadColumn, usize>,
    skip: Vec<(usize, &'m str, &'m [String])>,
}

/// What a row comes to.
pub(super) enum Outcome {
    /// An entry, if its id was made from its reference.
    Entry(Box<LedgerEntry>, bool),
    /// Why it is left out as the map wants.
    Skipped(String),
    /// It cannot be read; its faults say why.
    Refused,
}

/// A row that was read.
pub(super) struct ReadRow {
    pub(super) cells: Vec<(ReadColumn, String)>,
    pub(super) outcome: Outcome,
    pub(super) faults: Vec<RowFault>,
}

/// Where our columns and those of words to skip stand; `None`, with the faults reported, when one is not there.
pub(super) struct ColumnPlaces {
    places: BTreeMap<ReadColumn, usize>,
    skip: Vec<usize>,
}

impl ColumnPlaces {
    pub(super) fn find(map: &Map, header: &[String], name: &str, log: &Log) -> Option<Self> {
        let errors_before = log.errors();
        let find = |theirs: &str| {
            let same = |column: &&String| column.to_lowercase() == theirs.trim().to_lowercase();
            let found = header.iter().position(|column| same(&column));
            if found.is_none() {
                let names: Vec<&str> = header.iter().map(String::as_str).collect();
                let message = format!("the export has no column `{}`", short(theirs));
                let fault = Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(name), message);
                log.push(match briefing_model::nearest(theirs, names.iter().copied()) {
                    Some(meant) => fault.with_hint(format!("did you mean `{meant}`?")),
                    None => fault.with_hint(format!("its columns are {}", list_of(&names))),
                });
            } else if header.iter().filter(same).count() > 1 {
                let message = format!("the export has the column `{}` more than once", short(theirs));
                log.push(
                    Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(name), message)
                        .with_hint("rename one of them in the export"),
                );
            }
            found
        };
        let mut places = BTreeMap::new();
        for (column, source) in &map.sources {
            if let ColumnSource::Theirs(theirs) = source {
                places.extend(find(theirs).map(|at| (*column, at)));
            }
        }
        let skip = map.skip.iter().filter_map(|(column, _)| find(column)).collect();
        (log.errors() == errors_before).then_some(Self { places, skip })
    }

    /// Where the columns stand that say what a row is.
    pub(super) fn key_columns(&self, map: &Map) -> KeyColumns {
        let at =
            |columns: &[ReadColumn]| columns.iter().filter_map(|column| self.places.get(column).copied()).collect();
        let key = [ReadColumn::Reference, ReadColumn::Id].iter().find_map(|column| self.places.get(column).copied());
        let constant = match map.sources.get(&ReadColumn::Currency) {
            Some(ColumnSource::Constant(text)) => Some(text.clone()),
            _ => None,
        };
        KeyColumns {
            kind: key,
            amounts: at(&ReadColumn::AMOUNTS),
            dates: at(&ReadColumn::DATES),
            // Words of their own for currencies are not those of formats.
            currency: self
                .places
                .get(&ReadColumn::Currency)
                .copied()
                .filter(|_| !map.values.contains_key(&ReadColumn::Currency)),
            usual_currency: constant,
        }
    }
}

impl<'m> MappedReader<'m> {
    pub(super) fn new(map: &'m Map, places: ColumnPlaces, sheet: &Sheet) -> Self {
        let skip = places.skip.iter().zip(&map.skip);
        let skip = skip.map(|(at, (column, words))| (*at, column.as_str(), words.as_slice())).collect();
        Self { map, is_workbook: sheet.is_workbook, width: sheet.header.len(), places: places.places, skip }
    }

    /// Where one of our columns stands in the export.
    pub(super) fn place(&self, column: ReadColumn) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// Reads a row.
    pub(super) fn row(&self, record: &Record, start: RowStart, desk: &mut EntryContext<'_>) -> ReadRow {
        let refused = |faults| ReadRow { cells: Vec::new(), outcome: Outcome::Refused, faults };
        if record.len() != self.width {
            return refused(vec![uneven_row(record, self.width, start)]);
        }
        let mut faults = Vec::new();
        for (at, column, words) in &self.skip {
            let said = text(record, *at, start, &mut faults);
            if words.contains(&said) {
                let outcome = Outcome::Skipped(format!("`{column}` is `{}`", short(&said)));
                return ReadRow { cells: Vec::new(), outcome, faults: Vec::new() };
            }
        }
        let mut cells = Vec::new();
        for (&column, source) in &self.map.sources {
            let ours = match source {
                ColumnSource::Constant(constant) => constant.clone(),
                ColumnSource::Theirs(_) => {
                    let Some(at) = self.place(column) else { continue };
                    let theirs = text(record, at, start, &mut faults);
                    if theirs.is_empty() {
                        continue;
                    }
                    self.translate(column, &theirs, start, at, &mut faults)
                }
            };
            if !ours.is_empty() {
                cells.push((column, ours));
            }
        }
        let cell =
            |wanted: ReadColumn| cells.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.clone());
        let is_made = cell(ReadColumn::Id).is_none();
        if is_made {
            match cell(ReadColumn::Reference).and_then(|reference| id_of(&self.map.id_prefix, &reference)) {
                Some(id) => cells.insert(0, (ReadColumn::Id, id)),
                None => {
                    let message = "the row has no reference from which an id could be made".to_owned();
                    let (cell, hint) =
                        (self.place(ReadColumn::Reference), Some("fill the cell in the export".to_owned()));
                    faults.push(RowFault { row: start, cell, code: Code::MissingCell, message, hint });
                }
            }
        }
        // A column of theirs that two of ours are made of is reported once.
        faults.dedup_by(|one, other| (one.cell, &one.message) == (other.cell, &other.message));
        if has_errors(&faults) {
            return ReadRow { cells, outcome: Outcome::Refused, faults };
        }
        let entry = self.entry(&cells, start, desk, &mut faults);
        let outcome = entry.map_or(Outcome::Refused, |entry| Outcome::Entry(Box::new(entry), is_made));
        ReadRow { cells, outcome, faults }
    }

    /// The entry that our cells state, read as a row of the ledger is.
    fn entry(
        &self,
        cells: &[(ReadColumn, String)],
        start: RowStart,
        desk: &mut EntryContext<'_>,
        faults: &mut Vec<RowFault>,
    ) -> Option<LedgerEntry> {
        let columns = Columns::at(cells.iter().enumerate().map(|(at, (column, _))| (*column, at)), cells.len());
        let mut record = Record::default();
        cells.iter().for_each(|(_, text)| record.push(text));
        let found = RefCell::new(RowFaults::default());
        let entry = desk.entry(&Row::new(&record, &columns, start, &found));
        for mut fault in found.into_inner().kept {
            // Places in our row become places in theirs.
            fault.cell = fault.cell.and_then(|at| cells.get(at)).and_then(|(column, _)| self.place(*column));
            faults.push(fault);
        }
        entry
    }

    /// Their words in ours; blank, with a fault, when there are none.
    fn translate(
        &self,
        column: ReadColumn,
        theirs: &str,
        row: RowStart,
        at: usize,
        faults: &mut Vec<RowFault>,
    ) -> String {
        let mut fault = |code, message, hint: Option<String>| {
            faults.push(RowFault { row, cell: Some(at), code, message, hint });
            String::new()
        };
        if let Some(words) = self.map.values.get(&column) {
            return words.get(theirs).cloned().unwrap_or_else(|| {
                let message = format!("the map has no `{}` for `{}`", column.name(), short(theirs));
                let hint = format!("add it under `[values.{}]`, or name the row under `[skip]`", column.name());
                fault(Code::UnmappedWord, message, Some(hint))
            });
        }
        // A workbook has read its own numbers.
        if let (true, false, Some(format)) =
            (ReadColumn::AMOUNTS.contains(&column), self.is_workbook, self.map.options.number_format)
        {
            return format.plain(theirs).unwrap_or_else(|| {
                let name = match format {
                    NumberFormat::English => "english",
                    NumberFormat::European => "european",
                };
                let message =
                    format!("`{}` is not a number of the form that `number-format = \"{name}\"` says", short(theirs));
                fault(Code::BadAmount, message, None)
            });
        }
        if ReadColumn::DATES.contains(&column) && column != ReadColumn::Period {
            let (day, time) = day_and_time(theirs);
            let ours = match self.map.dates {
                // Workbooks store days as days, which are read already.
                Some(_) if self.is_workbook && is_ours(day) => day.to_owned(),
                Some(format) => match format.plain(day) {
                    Some(day) => day,
                    None => {
                        let message = format!("`{}` is not a day of the form `{}`", short(theirs), format.as_str());
                        return fault(Code::BadCell, message, None);
                    }
                },
                None => day.to_owned(),
            };
            if let Some(time) = time {
                faults.push(RowFault::of_time(row, at, &ours, time));
            }
            return ours;
        }
        theirs.to_owned()
    }
}

/// The text of a cell on one line; blank, with a fault, when it cannot be read.
fn text(record: &Record, at: usize, row: RowStart, faults: &mut Vec<RowFault>) -> String {
    let mut fault = |message: &str, hint: &str| {
        let (message, hint) = (message.to_owned(), Some(hint.to_owned()));
        faults.push(RowFault { row, cell: Some(at), code: Code::NotUtf8, message, hint });
        String::new()
    };
    match std::str::from_utf8(record.get(at).unwrap_or_default()) {
        Err(_) => fault("the cell is not UTF-8", "say the export's encoding in the map: `encoding = \"windows-1252\"`"),
        Ok(text) if text.contains(char::REPLACEMENT_CHARACTER) => {
            fault("the cell has a character that was lost when the export was written", "export again, as UTF-8")
        }
        // Each entry keeps to a line of its own, and nothing steers a terminal.
        Ok(text) => text
            .split(|c: char| c.is_whitespace() || c.is_control())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// A day, and the time behind it where that is not its beginning.
fn day_and_time(text: &str) -> (&str, Option<&str>) {
    let Some((day, time)) = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')) else {
        return (text, None);
    };
    let is_midnight = |c: char| matches!(c, '0' | ':' | '.' | 'Z');
    (day, (!time.chars().all(is_midnight)).then_some(time))
}

/// Whether a text is a day, a month or a year as our own files write it.
fn is_ours(text: &str) -> bool {
    text.len() <= 10 && text.as_bytes().get(4).is_none_or(|&byte| byte == b'-')
}

pub(super) fn has_errors(faults: &[RowFault]) -> bool {
    faults.iter().any(|fault| fault.code.severity() == crate::diagnostic::Severity::Error)
}
