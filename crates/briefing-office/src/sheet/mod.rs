//! A table read row by row: from a text whose cells are separated by a character, or from a sheet of a workbook.
//!
//! Rows go by once; a fault notes the byte its row begins at. Once all rows are read, [`locate()`] goes through the file again, as far
//! as there are faults, and finds the line, the column and the excerpt of each.

mod archive;
mod delimited;
mod format;
mod heading;
mod locate;
mod record;
mod spreadsheet;
mod table;
mod totals;
mod value;
mod workbook;

pub(crate) use format::{currency_sign, has_word, is_currency_sign, magnitude, stands_for, without_currency};
pub(crate) use heading::{HeadingSearch, name as heading_name};
pub(crate) use locate::locate;
pub(crate) use record::Record;
pub(crate) use table::{Rows, TableOptions, is_workbook};
pub(crate) use totals::{KeyColumns, LeftOut, are_asterisks, behind_total, ends_as_total, is_figure, is_name_of_total};
pub(crate) use value::{NumberFormat, is_digits, is_direction_mark, to_ascii};

use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FileError, FolderPath};
use crate::tree::short;

/// Where a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct RowStart {
    /// The byte in the file; in a workbook, the number of the row.
    pub(crate) byte: u64,
    /// The line, from 1.
    pub(crate) line: u64,
}

/// What was wrong at a row, before its place in the file is known.
#[derive(Debug, Clone)]
pub(crate) struct RowFault {
    pub(crate) row: RowStart,
    /// The cell, counted from zero; `None` for the row as a whole.
    pub(crate) cell: Option<usize>,
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
}

impl RowFault {
    /// The fault at its place.
    pub(crate) fn at(self, place: FileSpan) -> Diagnostic {
        let found = Diagnostic::new(self.code, place, self.message);
        match self.hint {
            Some(hint) => found.with_hint(hint),
            None => found,
        }
    }

    /// A day with a time, of which the day is taken.
    pub(crate) fn of_time(row: RowStart, cell: usize, day: &str, time: &str) -> Self {
        let message = format!("the cell has a time of day, {}; the day is taken as {day}", short(time));
        let hint = "see whether that is the day at the place of payment, and store the day without a time";
        Self { row, cell: Some(cell), code: Code::DayWithTime, message, hint: Some(hint.to_owned()) }
    }
}

/// What came of reading on.
#[derive(Debug)]
pub(crate) enum ReadStep {
    /// There is another row, beginning there.
    Row(RowStart),
    /// The file is over.
    End,
    /// The file cannot be read further.
    Broken(RowFault),
}

/// What to say of a table's file that cannot be opened.
fn file_fault(path: &FolderPath, error: &FileError) -> Diagnostic {
    let (code, message) = match error {
        FileError::NotFound => (Code::NoLedger, format!("there is no file `{path}`")),
        FileError::Outside => (Code::OutsideFolder, format!("`{path}` is {error}")),
        FileError::Refused(_) => (Code::Unreadable, format!("`{path}`: {error}")),
        _ => (Code::NotAFile, format!("`{path}` is {error}")),
    };
    Diagnostic::new(code, FileSpan::whole_file(path.as_str()), message)
}
