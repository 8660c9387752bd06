//! The rows of an export held against the ledger as a whole: those that do not fit are refused until the others do.

use std::collections::BTreeMap;

use briefing_model::{Fault, Gaps, Ledger, LedgerEntry, LedgerReferences};

use super::reader::MappedReader;
use super::rows::{Planned, PlannedRows};
use super::{Books, RowFate};
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::read::elsewhere::Elsewhere;
use crate::read::ledger::columns::ReadColumn;
use crate::read::ledger::{neighbours, rates};
use crate::sheet::RowFault;
use crate::tree::Log;

/// Refuses the rows that do not fit the ledger, until the others do; gives the entries of the ledger with them.
pub(super) fn settle(
    books: &Books<'_>,
    reader: &MappedReader<'_>,
    planned: &mut PlannedRows,
    log: &Log,
) -> Option<Vec<LedgerEntry>> {
    /// One row that is refused may leave others without what they name; no real export takes more rounds.
    const MOST_ROUNDS: usize = 50;
    // The months are read once.
    let elsewhere = Elsewhere::default();
    for _ in 0..MOST_ROUNDS {
        let new = planned.rows.iter().filter(|row| row.fate == RowFate::New).filter_map(|row| row.entry.clone());
        let entries: Vec<LedgerEntry> = books.ledger.entries().iter().cloned().chain(new).collect();
        let (found, is_sound) = match Ledger::new(books.ledger.settings().clone(), entries.clone()) {
            Ok(ledger) => {
                let named = faults_of_names(books, &ledger, &elsewhere);
                if planned.take(reader, &named, false) > 0 {
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
        let refused = planned.take(reader, &found, is_sound);
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

/// What is wrong with the purposes that entries name; what a row alone shows was reported with it.
fn faults_of_names(books: &Books<'_>, ledger: &Ledger, elsewhere: &Elsewhere) -> Vec<Fault> {
    let events = elsewhere.known_purposes(books.files, books.office, ledger);
    let mut named = ledger.check_references(&LedgerReferences::of(books.office, &Gaps::default(), events));
    named.retain(|fault| matches!(fault.code, Code::UnknownPurpose | Code::ClosedProgramme));
    named
}

impl PlannedRows {
    /// Gives the ledger's faults to the rows that they are about, and refuses those with errors; says how many.
    fn take(&mut self, reader: &MappedReader<'_>, found: &[Fault], with_warnings: bool) -> usize {
        let by_id = self.new_by_id();
        let refused_before = RefusedRows::of(&self.rows);
        let mut refused = 0;
        for fault in found {
            let is_error = fault.severity == Severity::Error;
            let at = fault.entries().find_map(|id| by_id.get(id.as_str()));
            let Some(row) = at.and_then(|&at| self.rows.get_mut(at)) else { continue };
            if !is_error && !with_warnings {
                continue;
            }
            let message = fault.message.clone();
            if is_error && row.fate == RowFate::New {
                row.fate = RowFate::Refused(message.clone());
                refused += 1;
            }
            let cell = reader.place(ReadColumn::Id).or_else(|| reader.place(ReadColumn::Reference));
            let hint = refused_before.hint(fault, row).or_else(|| fault.hint.clone());
            self.faults.push(RowFault { row: row.start, cell, code: fault.code, message, hint });
        }
        refused
    }

    /// The places of the new rows by their ids; of several with one id, the last.
    fn new_by_id(&self) -> BTreeMap<String, usize> {
        let new = self.rows.iter().enumerate().filter(|(_, row)| row.fate == RowFate::New);
        new.filter_map(|(at, row)| Some((row.entry.as_ref()?.id.to_string(), at))).collect()
    }
}

/// The rows that are refused, one of which may be what another row names.
struct RefusedRows {
    /// Their lines, by the ids and references that they have.
    lines: BTreeMap<String, u64>,
    /// The first whose cells could not be read.
    unread: Option<u64>,
}

impl RefusedRows {
    fn of(rows: &[Planned]) -> Self {
        let mut lines = BTreeMap::new();
        let refused = || rows.iter().filter(|row| matches!(row.fate, RowFate::Refused(_)));
        for row in refused() {
            let named = |column: &ReadColumn| matches!(column, ReadColumn::Id | ReadColumn::Reference);
            for (_, text) in row.cells.iter().filter(|(column, _)| named(column)) {
                lines.entry(text.clone()).or_insert(row.start.line);
            }
        }
        let unread = refused().find(|row| row.cells.is_empty()).map(|row| row.start.line);
        Self { lines, unread }
    }

    /// What to do about a row that names an entry which is not there.
    fn hint(&self, fault: &Fault, row: &Planned) -> Option<String> {
        if fault.code != Code::UnknownEntry {
            return None;
        }
        let named = row.entry.iter().flat_map(|entry| [entry.kind.about(), entry.kind.itemizes()]).flatten();
        let refused = named.into_iter().find_map(|id| Some((id, self.lines.get(id.as_str())?)));
        if let Some((id, line)) = refused {
            return Some(format!("`{id}` is in row {line}, which is refused: once that is right, this row is too"));
        }
        // A row whose cells could not be read may be the one that is named.
        self.unread.map(|line| format!("it may be in row {line}, which was refused; correct that row first"))
    }
}
