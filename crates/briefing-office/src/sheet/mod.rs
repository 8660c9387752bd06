//! A table of comma-separated values, read row by row in bounded memory.
//!
//! Rows go by once; a fault notes the byte its row begins at. Once all rows are read, [`locate()`] goes through the file again, as far
//! as there are faults, and finds the line, the column and the excerpt of each.

mod archive;
mod bounded;
mod locate;
mod spreadsheet;
mod table;
mod value;
mod workbook;

use std::io::{Cursor, Read};

use csv::{ByteRecord, ReaderBuilder};

pub(crate) use bounded::LONGEST_ROW;
pub(crate) use locate::{ends_in_quotes, locate};
pub(crate) use spreadsheet::KeyColumns;
pub(crate) use table::{Rows, TableOptions};
pub(crate) use value::NumberFormat;

use self::bounded::{Bounded, Gauge};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::files::{FileError, Files, FolderPath};
use crate::source::{BYTE_ORDER_MARK, foreign_encoding, looks_like_utf16};

/// How much of the file is looked at to tell its encoding and what parts its columns.
const HEAD: u64 = 8 * 1024;

/// Where a row begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct RowStart {
    /// The byte in the file.
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

/// What came of reading on.
#[derive(Debug)]
pub(crate) enum Step {
    /// There is another row, beginning there.
    Row(RowStart),
    /// The file is over.
    End,
    /// The file cannot be read further.
    Broken(RowFault),
}

/// A table being read.
pub(crate) struct Sheet<'f> {
    reader: csv::Reader<Bounded<'f>>,
    gauge: Gauge,
    /// Bytes of the mark that the reader does not see.
    skipped: u64,
    pub(crate) delimiter: u8,
    last: RowStart,
}

impl<'f> Sheet<'f> {
    /// Opens a table; a diagnostic of the whole file when it cannot be one.
    pub(crate) fn open(files: &'f dyn Files, path: &FolderPath, limit: u64) -> Result<Self, Box<Diagnostic>> {
        let refuse = |error: FileError| Box::new(file_fault(path, &error));
        let mut file = files.open(path).map_err(refuse)?;
        let mut head = Vec::new();
        file.as_mut().take(HEAD).read_to_end(&mut head).map_err(|error| refuse(FileError::from(error)))?;
        if looks_like_utf16(&head) {
            return Err(Box::new(foreign_encoding(path.as_str(), &head, None)));
        }
        let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&head);
        let skipped = (head.len() - text.len()) as u64;
        let delimiter = delimiter(text);
        let gauge = Gauge::default();
        let whole = Cursor::new(text.to_vec()).chain(file);
        let bounded = Bounded::new(Box::new(whole), gauge.clone(), limit);
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bounded);
        Ok(Self { reader, gauge, skipped, delimiter, last: RowStart::default() })
    }

    /// Reads the next row into `record`.
    pub(crate) fn step(&mut self, record: &mut ByteRecord) -> Step {
        let at = self.here();
        self.gauge.begin_row(self.reader.position().byte());
        match self.reader.read_byte_record(record) {
            Ok(true) => {
                let start = record.position().map_or(at, |position| self.start(position));
                self.last = start;
                Step::Row(start)
            }
            Ok(false) => Step::End,
            Err(error) => Step::Broken(self.broken(at, &error)),
        }
    }

    /// The row that was read last.
    pub(crate) fn last(&self) -> RowStart {
        self.last
    }

    /// Whether a quotation mark may be open at the end: their number is odd.
    pub(crate) fn quotes_are_odd(&self) -> bool {
        self.gauge.quotes() % 2 == 1
    }

    fn here(&self) -> RowStart {
        self.start(self.reader.position())
    }

    fn start(&self, position: &csv::Position) -> RowStart {
        RowStart { byte: position.byte() + self.skipped, line: position.line() }
    }

    fn broken(&self, row: RowStart, error: &csv::Error) -> RowFault {
        let fault = |code, message: String| RowFault { row, cell: None, code, message, hint: None };
        if self.gauge.row_too_long() {
            let message = format!(
                "a row that begins here has more than {} MB: is a quotation mark not closed?",
                LONGEST_ROW >> 20
            );
            fault(Code::OpenQuote, message)
        } else if let Some(limit) = self.gauge.file_too_large() {
            fault(Code::TooLarge, format!("the file is larger than {} MB", limit >> 20))
        } else {
            fault(Code::Unreadable, format!("the system refused to read on: {error}"))
        }
    }
}

/// What to say of a table's file that cannot be opened.
fn file_fault(path: &FolderPath, error: &FileError) -> Diagnostic {
    let (code, message) = match error {
        FileError::NotFound => (Code::NoLedger, format!("there is no file `{path}`")),
        FileError::Outside => (Code::OutsideFolder, format!("`{path}` is {error}")),
        FileError::Refused(_) => (Code::Unreadable, format!("`{path}`: {error}")),
        _ => (Code::NotAFile, format!("`{path}` is {error}")),
    };
    Diagnostic::new(code, Location::whole_file(path.as_str()), message)
}

/// What parts the columns: a comma, unless the first line has none and has semicolons or tabs.
pub(crate) fn delimiter(text: &[u8]) -> u8 {
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    [b',', b';', b'\t'].into_iter().find(|mark| first.contains(mark)).unwrap_or(b',')
}
