//! The ledger's bytes with new rows after them, and the proof that they say what they should.

use std::collections::BTreeSet;

use briefing_model::LedgerEntry;
use csv::WriterBuilder;

use super::super::columns::{Columns, ReadColumn};
use super::super::within;
use super::super::write::in_any_format;
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::files::{Files, FolderPath, WithFile};
use crate::read::ledger::LARGEST_FILE;
use crate::sheet::{ReadStep, Record, Rows, TableOptions, heading_name};
use crate::tree::Log;

/// The ledger's bytes with these rows after them; `None`, with faults, when it has no columns for them.
pub(super) fn append(
    files: &dyn Files,
    file: &FolderPath,
    before: &[u8],
    rows: &[&[(ReadColumn, String)]],
    log: &Log,
) -> Option<Vec<u8>> {
    let options = TableOptions { heading: Columns::heading(), ..TableOptions::default() };
    let mut table = Rows::open(files, file, LARGEST_FILE, &options).ok()?;
    let mut header = Record::default();
    let names: Vec<String> = match table.step(&mut header) {
        ReadStep::Row(_) => header.iter().map(|cell| heading_name(&String::from_utf8_lossy(cell))).collect(),
        ReadStep::End | ReadStep::Broken(_) => Vec::new(),
    };
    let needed: BTreeSet<&str> = rows.iter().flat_map(|row| row.iter().map(|(column, _)| column.name())).collect();
    let errors_before = log.errors();
    for column in needed.iter().filter(|column| !names.iter().any(|name| name == *column)) {
        let message = format!("the ledger has no column `{column}` for what the export says");
        let fault = Diagnostic::new(Code::LedgerColumn, FileSpan::whole_file(file.as_str()), message);
        log.push(
            fault
                .with_hint("add the column to the ledger, blank in the rows that are there, or take it out of the map"),
        );
    }
    if log.errors() > errors_before {
        return None;
    }
    let mut after = before.to_vec();
    let line_end = line_end(before);
    if !after.is_empty() && !after.ends_with(b"\n") && !after.ends_with(b"\r") {
        after.extend_from_slice(line_end);
    }
    let end = match line_end {
        b"\r\n" => csv::Terminator::CRLF,
        [byte, ..] => csv::Terminator::Any(*byte),
        [] => csv::Terminator::Any(b'\n'),
    };
    let mut writer = WriterBuilder::new().delimiter(table.delimiter()).terminator(end).from_writer(after);
    for row in rows {
        let cell = |name: &String| match row.iter().find(|(column, _)| column.name() == name) {
            Some((column, text)) if ReadColumn::AMOUNTS.contains(column) => in_any_format(text.clone()),
            Some((column, text)) => within::rewritten(*column, text, |amount| in_any_format(amount.to_owned())),
            None => String::new(),
        };
        // Writing to memory does not fail.
        let _ = writer.write_record(names.iter().map(cell));
    }
    writer.into_inner().ok()
}

/// How the lines of a file end.
fn line_end(text: &[u8]) -> &'static [u8] {
    let first = memchr::memchr2(b'\n', b'\r', text);
    match first.and_then(|at| text.get(at..)) {
        Some([b'\r', b'\n', ..]) => b"\r\n",
        Some([b'\r', ..]) => b"\r",
        _ => b"\n",
    }
}

/// Reads the ledger as it would be, which must have exactly these entries.
pub(super) fn prove(files: &dyn Files, file: &FolderPath, after: &[u8], entries: &[LedgerEntry], log: &Log) {
    let with = WithFile { files, path: file, bytes: after };
    let (folder, found) = crate::read::read_office(&with).into_parts();
    if folder.is_some_and(|folder| folder.ledger.entries() == entries) {
        return;
    }
    let errors: Vec<&Diagnostic> = found.iter().filter(|fault| fault.severity == Severity::Error).collect();
    if errors.is_empty() {
        let message = "the ledger with the new rows would not read back as what they say".to_owned();
        log.push(Diagnostic::new(Code::NotAppendable, FileSpan::whole_file(file.as_str()), message));
    }
    for fault in errors {
        log.push(fault.clone());
    }
}
