//! A table, whatever kind of file it is in.

use std::io::{Cursor, Read};

use super::delimited::Delimited;
use super::heading::{self, Above, HeadingSearch};
use super::record::Record;
use super::spreadsheet::{Spreadsheet, sheet_with};
use super::totals::{ColumnTotals, KeyColumns};
use super::value::NumberFormat;
use super::{ReadStep, RowFault, RowStart, file_fault, locate};
use crate::diagnostic::{Code, Diagnostic, FileSpan, Severity};
use crate::files::{FileError, Files, FolderPath};
use crate::source::{BYTE_ORDER_MARK, foreign_encoding, looks_like_utf16};

/// How much of a text is looked at to tell its encoding, its headings and what separates its columns.
const HEAD: u64 = 64 * 1024;

/// How a table is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TableOptions {
    /// The sheet of a workbook; the first visible one where none is named.
    pub(crate) sheet: Option<String>,
    /// How numbers are written that are stored as texts; none where they are as in our own files.
    pub(crate) number_format: Option<NumberFormat>,
    /// What separates the columns of a text; found out where it is not said.
    pub(crate) delimiter: Option<u8>,
    pub(crate) heading: HeadingSearch,
}

/// A table being read.
pub(crate) struct Rows<'f> {
    source: TableSource<'f>,
    options: TableOptions,
    columns: KeyColumns,
    /// How many cells the row of headings has; `None` before it is read.
    width: Option<usize>,
    /// How many cells it has with the blank ones at its end, which other rows then have too.
    padded: usize,
    totals: ColumnTotals,
    faults: Vec<RowFault>,
    /// The rows of totals that were not served.
    passed: Vec<u64>,
    above: Vec<Above>,
}

enum TableSource<'f> {
    Text(Box<Delimited<'f>>),
    Workbook(Box<Spreadsheet>),
}

impl<'f> Rows<'f> {
    /// Opens a table by the ending of its name; a diagnostic of the whole file when it cannot be one.
    pub(crate) fn open(
        files: &'f dyn Files,
        path: &FolderPath,
        limit: u64,
        options: &TableOptions,
    ) -> Result<Self, Box<Diagnostic>> {
        let (source, above, found) =
            if is_workbook(path) { workbook(files, path, options)? } else { text(files, path, limit, options)? };
        if let (Some(row), false) = (options.heading.row, found) {
            let message = format!("there is no row {row}, where the names of the columns should be");
            return Err(Box::new(Diagnostic::new(Code::EmptyLedger, FileSpan::whole_file(path.as_str()), message)));
        }
        Ok(Self {
            source,
            options: options.clone(),
            columns: KeyColumns::default(),
            width: None,
            padded: 0,
            totals: ColumnTotals::default(),
            faults: Vec::new(),
            passed: Vec::new(),
            above,
        })
    }

    /// Reads the next row that says something and is not a row of totals; the first is that of the headings.
    ///
    /// Blank cells at its end are dropped where the headings have as many.
    pub(crate) fn step(&mut self, record: &mut Record) -> ReadStep {
        loop {
            let step = match &mut self.source {
                TableSource::Text(text) => {
                    let step = text.step(record);
                    self.faults.append(&mut text.take_faults());
                    step
                }
                TableSource::Workbook(sheet) => sheet.step(&self.columns, &self.options, record, &mut self.faults),
            };
            let start = match step {
                ReadStep::Row(start) => start,
                step => return step,
            };
            self.give_up_totals();
            record.normalize();
            // Spreadsheets leave rows of nothing but separators behind.
            if record.is_blank() {
                continue;
            }
            let Some(width) = self.width else {
                self.padded = record.len();
                record.trim_to(0);
                self.width = Some(record.len());
                if let TableSource::Text(text) = &mut self.source {
                    text.set_width(record.len());
                }
                return ReadStep::Row(start);
            };
            // A row of any other length has cells that a comma within a text has moved.
            if matches!(self.source, TableSource::Workbook(_)) || record.len() == self.padded {
                record.trim_to(width);
            }
            if record.len() <= width && ColumnTotals::is_total(record, &self.columns) {
                self.passed.push(start.line);
                self.totals.check(record, start, &self.columns, &mut self.faults);
                continue;
            }
            let is_whole = record.len() == width || matches!(self.source, TableSource::Workbook(_));
            self.totals.add_up(record, start, &self.columns, is_whole);
            if let TableSource::Workbook(sheet) = &mut self.source {
                record.fill_to(width);
                sheet.check_merges(start, width, &mut self.faults);
                sheet.check_hidden(start, &mut self.faults);
            }
            return ReadStep::Row(start);
        }
    }

    /// Adds nothing up behind a row that was lost to a fault.
    fn give_up_totals(&mut self) {
        let is_lost = |fault: &RowFault| fault.code != Code::TotalRow && fault.code.severity() == Severity::Error;
        if self.faults.iter().any(is_lost) {
            self.totals.give_up();
        }
    }

    /// Says where the columns stand, once the headings are read.
    pub(crate) fn set_columns(&mut self, mut columns: KeyColumns) {
        // A workbook gives its numbers as our own files have them.
        if matches!(self.source, TableSource::Workbook(_)) {
            columns.number_format = None;
        }
        self.totals = ColumnTotals::new(&columns);
        self.columns = columns;
    }

    /// How its numbers are written that are texts, where that is said.
    pub(crate) const fn number_format(&self) -> Option<NumberFormat> {
        self.options.number_format
    }

    /// The faults of cells and quotation marks since they were last asked for.
    pub(crate) fn take_faults(&mut self) -> Vec<RowFault> {
        std::mem::take(&mut self.faults)
    }

    /// The rows of totals that were not served, since they were last asked for.
    pub(crate) fn take_totals(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.passed)
    }

    /// The rows above the headings.
    pub(crate) fn above(&self) -> &[Above] {
        &self.above
    }

    /// Whether it is a sheet of a workbook.
    pub(crate) const fn is_workbook(&self) -> bool {
        matches!(self.source, TableSource::Workbook(_))
    }

    /// Whether a cell is one of merged cells, and not in their first row.
    pub(crate) fn is_below_merged(&self, row: RowStart, cell: usize) -> bool {
        match &self.source {
            TableSource::Text(_) => false,
            TableSource::Workbook(sheet) => sheet.is_below_merged(row, cell),
        }
    }

    /// What separates the columns, in a file where something does.
    pub(crate) fn delimiter(&self) -> u8 {
        match &self.source {
            TableSource::Text(text) => text.delimiter,
            TableSource::Workbook(_) => b',',
        }
    }

    /// Another sheet of the workbook that has at least so many of the expected names in a row; one that is hidden, if that is asked
    /// for.
    pub(crate) fn sheet_with(
        &self,
        files: &dyn Files,
        path: &FolderPath,
        names: usize,
        hidden: bool,
    ) -> Option<String> {
        match &self.source {
            TableSource::Workbook(_) if self.options.sheet.is_none() => {
                sheet_with(files, path, hidden, |record| self.options.heading.score(record) >= names)
            }
            TableSource::Text(_) | TableSource::Workbook(_) => None,
        }
    }

    /// Gives each fault its place.
    pub(crate) fn locate(&self, files: &dyn Files, path: &FolderPath, faults: Vec<RowFault>) -> Vec<Diagnostic> {
        match &self.source {
            TableSource::Text(text) => locate(files, path, text.delimiter, faults),
            TableSource::Workbook(sheet) => sheet.locate(path, faults),
        }
    }
}

/// A source, the rows above its headings, and whether the row of headings is there that was asked for.
type OpenedTable<'f> = (TableSource<'f>, Vec<Above>, bool);

fn workbook<'f>(
    files: &dyn Files,
    path: &FolderPath,
    options: &TableOptions,
) -> Result<OpenedTable<'f>, Box<Diagnostic>> {
    let mut sheet = Spreadsheet::open(files, path, options)?;
    let (row, above, found) = heading::of_rows(&sheet.first_rows(heading::MOST_ROWS), &options.heading);
    sheet.skip_to(row);
    Ok((TableSource::Workbook(Box::new(sheet)), above, found))
}

fn text<'f>(
    files: &'f dyn Files,
    path: &FolderPath,
    limit: u64,
    options: &TableOptions,
) -> Result<OpenedTable<'f>, Box<Diagnostic>> {
    let refuse = |error: FileError| Box::new(file_fault(path, &error));
    let mut file = files.open(path).map_err(refuse)?;
    let mut head = Vec::new();
    file.as_mut().take(HEAD).read_to_end(&mut head).map_err(|error| refuse(FileError::from(error)))?;
    if looks_like_utf16(&head) {
        return Err(Box::new(foreign_encoding(path.as_str(), &head, None)));
    }
    let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&head);
    let first = RowStart { byte: (head.len() - text.len()) as u64, line: 1 };
    let layout = heading::layout(text, first, options.delimiter, &options.heading);
    let start = usize::try_from(layout.start.byte).unwrap_or_default();
    let rest = head.get(start..).unwrap_or_default().to_vec();
    let whole = Cursor::new(rest).chain(file);
    let rows = Delimited::new(Box::new(whole), layout.start, layout.delimiter, limit);
    Ok((TableSource::Text(Box::new(rows)), layout.above, layout.found))
}

/// Whether a file is a workbook or would be called one, by the ending of its name.
pub(crate) fn is_workbook(path: &FolderPath) -> bool {
    const ENDINGS: [&str; 8] = ["xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "fods", "numbers"];
    let ending = path.as_str().rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}
