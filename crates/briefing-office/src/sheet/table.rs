//! A table, whatever kind of file it is in.

use csv::ByteRecord;

use super::spreadsheet::{KeyColumns, Spreadsheet};
use super::value::NumberFormat;
use super::{RowFault, Sheet, Step, locate};
use crate::diagnostic::Diagnostic;
use crate::files::{Files, FolderPath};

/// How a workbook is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TableOptions {
    /// The sheet; the first one where none is named.
    pub(crate) sheet: Option<String>,
    /// How numbers are written that are stored as texts; none where they are as in our own files.
    pub(crate) number_format: Option<NumberFormat>,
}

/// A table being read.
pub(crate) enum Rows<'f> {
    Csv(Sheet<'f>),
    Workbook(Spreadsheet),
}

impl<'f> Rows<'f> {
    /// Opens a table by the ending of its name; a diagnostic of the whole file when it cannot be one.
    pub(crate) fn open(
        files: &'f dyn Files,
        path: &FolderPath,
        limit: u64,
        options: &TableOptions,
    ) -> Result<Self, Box<Diagnostic>> {
        if is_workbook(path) {
            Spreadsheet::open(files, path, options).map(Self::Workbook)
        } else {
            Sheet::open(files, path, limit).map(Self::Csv)
        }
    }

    /// Reads the next row into `record`.
    pub(crate) fn step(&mut self, record: &mut ByteRecord) -> Step {
        match self {
            Self::Csv(sheet) => sheet.step(record),
            Self::Workbook(sheet) => sheet.step(record),
        }
    }

    /// Says where the columns stand, once the first row has told.
    pub(crate) fn set_columns(&mut self, columns: KeyColumns) {
        match self {
            Self::Csv(_) => {}
            Self::Workbook(sheet) => sheet.set_columns(columns),
        }
    }

    /// The faults that only a workbook can have, since they were last asked for.
    pub(crate) fn take_faults(&mut self) -> Vec<RowFault> {
        match self {
            Self::Csv(_) => Vec::new(),
            Self::Workbook(sheet) => sheet.take_faults(),
        }
    }

    /// The rows of totals that a workbook passed over, since they were last asked for.
    pub(crate) fn take_totals(&mut self) -> Vec<u64> {
        match self {
            Self::Csv(_) => Vec::new(),
            Self::Workbook(sheet) => sheet.take_totals(),
        }
    }

    /// What parts the columns, in a file where something does.
    pub(crate) fn delimiter(&self) -> u8 {
        match self {
            Self::Csv(sheet) => sheet.delimiter,
            Self::Workbook(_) => b',',
        }
    }

    /// Gives each fault its place.
    pub(crate) fn locate(&self, files: &dyn Files, path: &FolderPath, faults: Vec<RowFault>) -> Vec<Diagnostic> {
        match self {
            Self::Csv(sheet) => locate(files, path, sheet.delimiter, faults),
            Self::Workbook(sheet) => sheet.locate(path, faults),
        }
    }
}

/// Whether a file is a workbook, by the ending of its name.
fn is_workbook(path: &FolderPath) -> bool {
    path.as_str().rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("xlsx"))
}
