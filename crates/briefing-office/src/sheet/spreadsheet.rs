//! A sheet of a workbook, served row by row as a table of texts.

use super::format::{CellFormat, NumberMeaning, currency_sign, magnitude, stands_for};
use super::record::Record;
use super::totals::KeyColumns;
use super::value::{Moment, is_beyond_digits, is_year, plain};
use super::workbook::{Cells, Content, InvalidWorkbook, Merge, Workbook, cell_name};
use super::{ReadStep, RowFault, RowStart, TableOptions};
use crate::diagnostic::{Code, Diagnostic, FileSpan, Position};
use crate::files::{FileError, Files, FolderPath};
use crate::source::cut_excerpt;
use crate::tree::short;

/// The largest workbook as it is stored, in bytes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Columns beyond this are counted, not served: no ledger has so many.
const MOST_COLUMNS: usize = 100;

/// A sheet being read.
pub(super) struct Spreadsheet {
    cells: Cells,
    /// The place of the next row in `cells`.
    next: usize,
    /// The row with the headings, once it is read.
    heading: Option<u64>,
    /// The next of the merged ranges in `cells`.
    merge: usize,
    /// Whether it was said that rows are hidden.
    said_hidden: bool,
}

impl Spreadsheet {
    /// Reads a workbook; a diagnostic of the whole file when it cannot be read.
    pub(super) fn open(files: &dyn Files, path: &FolderPath, options: &TableOptions) -> Result<Self, Box<Diagnostic>> {
        let bytes = files.read(path, LARGEST_FILE).map_err(|error| Box::new(file_fault(path, &error)))?;
        let cells = Workbook::open(&bytes).and_then(|book| book.cells(options.sheet.as_deref()));
        let cells = cells.map_err(|error| Box::new(refusal(path, &error)))?;
        Ok(Self { cells, next: 0, heading: None, merge: 0, said_hidden: false })
    }

    /// The first rows, each with its number.
    pub(super) fn first_rows(&self, count: usize) -> Vec<(u64, Record)> {
        let rows = (0..self.cells.row_count().min(count)).map(|row| {
            let number = self.cells.row_number(row).map_or(0, u64::from);
            (number, self.record(row))
        });
        rows.collect()
    }

    fn record(&self, row: usize) -> Record {
        let mut record = Record::default();
        let options = TableOptions::default();
        let number = self.cells.row_number(row).map_or(0, u64::from);
        self.fill(row, number, &KeyColumns::default(), &options, &mut record, &mut Vec::new());
        record
    }

    /// Goes on with the row of that number, or the first one after it.
    pub(super) fn skip_to(&mut self, number: u64) {
        let is_before = |row: usize| self.cells.row_number(row).is_some_and(|at| u64::from(at) < number);
        self.next = (0..self.cells.row_count()).take_while(|row| is_before(*row)).count();
    }

    /// Reads the next row that says something.
    pub(super) fn step(
        &mut self,
        columns: &KeyColumns,
        options: &TableOptions,
        record: &mut Record,
        faults: &mut Vec<RowFault>,
    ) -> ReadStep {
        loop {
            let Some(number) = self.cells.row_number(self.next) else { return ReadStep::End };
            let start = RowStart { byte: u64::from(number), line: u64::from(number) };
            let before = faults.len();
            self.fill(self.next, start.line, columns, options, record, faults);
            self.next += 1;
            if record.is_blank() && faults.len() == before {
                continue;
            }
            self.heading.get_or_insert(start.line);
            let is_error = |fault: &RowFault| fault.code.severity() == crate::diagnostic::Severity::Error;
            if faults.iter().skip(before).any(is_error) {
                // Without the cell the row says less than it should, and everything said of it would be beside the point.
                continue;
            }
            return ReadStep::Row(start);
        }
    }

    /// Reports the first row that is an entry and that people do not see.
    pub(super) fn check_hidden(&mut self, row: RowStart, faults: &mut Vec<RowFault>) {
        if self.said_hidden {
            return;
        }
        let hidden = &self.cells.hidden;
        let Ok(at) = hidden.binary_search_by_key(&row.line, |number| u64::from(*number)) else { return };
        self.said_hidden = true;
        let message = match hidden.len() - at - 1 {
            0 => "this row is hidden, and is read all the same".to_owned(),
            1 => "this row is hidden, as is one below it, and both are read all the same".to_owned(),
            more => format!("this row is hidden, as are {more} below it, and all are read all the same"),
        };
        let hint = Some("show the hidden rows, clear the filter, and delete what is not an entry".to_owned());
        faults.push(RowFault { row, cell: None, code: Code::HiddenRow, message, hint });
    }

    /// Reports the merged cells of a row that is an entry: of what is shown once, only one row has the value.
    pub(super) fn check_merges(&mut self, row: RowStart, width: usize, faults: &mut Vec<RowFault>) {
        while let Some(&merge) = self.cells.merges.get(self.merge) {
            let Merge { first_row, first_column, last_row, last_column } = merge;
            if u64::from(first_row) > row.line {
                return;
            }
            self.merge += 1;
            let column = usize::try_from(first_column).unwrap_or(usize::MAX);
            if u64::from(last_row) < row.line || column >= width || Some(row.line) == self.heading {
                continue;
            }
            let last = cell_name(usize::try_from(last_column).unwrap_or_default(), u64::from(last_row));
            let message = format!(
                "the cells {}:{last} are merged, and only the first of them has a value",
                cell_name(column, u64::from(first_row))
            );
            let hint = Some("unmerge them, and write the value into each row that it is meant for".to_owned());
            let row = RowStart { byte: u64::from(first_row), line: u64::from(first_row) };
            faults.push(RowFault { row, cell: Some(column), code: Code::MergedCells, message, hint });
        }
    }

    /// Whether a cell is one of merged cells, and not in their first row.
    pub(super) fn is_below_merged(&self, row: RowStart, cell: usize) -> bool {
        let covers = |merge: &Merge| {
            let rows = u64::from(merge.first_row)..u64::from(merge.last_row);
            let column = u32::try_from(cell).unwrap_or(u32::MAX);
            (merge.first_column..=merge.last_column).contains(&column) && rows.contains(&(row.line.saturating_sub(1)))
        };
        self.cells.merges.iter().any(covers)
    }

    /// Gives each fault its place: sheet, row and column.
    pub(super) fn locate(&self, path: &FolderPath, mut faults: Vec<RowFault>) -> Vec<Diagnostic> {
        faults.sort_by_key(|fault| fault.row);
        let diagnose = |fault: RowFault| {
            let place = self.location(path, fault.row, fault.cell);
            fault.at(place)
        };
        faults.into_iter().map(diagnose).collect()
    }

    fn location(&self, path: &FolderPath, row: RowStart, cell: Option<usize>) -> FileSpan {
        let record = self.cells.find(row.line).map(|row| self.record(row)).unwrap_or_default();
        let text = match cell {
            Some(cell) => record.text(cell).into_owned(),
            None => record.iter().map(String::from_utf8_lossy).collect::<Vec<_>>().join(", "),
        };
        let (excerpt, caret) = cut_excerpt(text.lines().next().unwrap_or_default(), 0);
        let line = usize::try_from(row.line).unwrap_or(usize::MAX);
        let column = cell.unwrap_or_default() + 1;
        let sheet = &self.cells.sheet;
        let plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
        let sheet = if plain { sheet.clone() } else { format!("'{}'", sheet.replace('\'', "''")) };
        let name = (line > 0).then(|| format!("{sheet}!{}", cell_name(column - 1, row.line)));
        FileSpan { file: path.to_string(), line, column, end: Position { line, column }, excerpt, caret, cell: name }
    }

    /// The texts of a row, by its place, up to its last cell that says something.
    fn fill(
        &self,
        row: usize,
        number: u64,
        columns: &KeyColumns,
        options: &TableOptions,
        record: &mut Record,
        faults: &mut Vec<RowFault>,
    ) {
        let start = RowStart { byte: number, line: number };
        let reader = RowReader { book: &self.cells, columns, options, start };
        let mut currencies: Vec<(usize, &str)> = Vec::new();
        record.clear();
        for (column, content) in self.cells.row(row) {
            let at = column.min(MOST_COLUMNS);
            record.fill_to(at);
            if record.len() > at {
                // More than one cell beyond the last column that is served.
                continue;
            }
            let text = reader.text(at, content, faults);
            record.push(&text);
            if let Content::Number(_, Some(CellFormat { currency: Some(sign), .. })) = content
                && columns.amounts.contains(&at)
            {
                currencies.push((at, sign));
            }
        }
        faults.extend(reader.struck_out(row, record));
        reader.check_currencies(&currencies, record, faults);
    }
}

/// What the cells of a row are read with.
struct RowReader<'r> {
    book: &'r Cells,
    columns: &'r KeyColumns,
    options: &'r TableOptions,
    start: RowStart,
}

impl RowReader<'_> {
    /// The text that a cell stands for; blank, with a fault, when that is not certain.
    fn text(&self, at: usize, content: Content<'_>, faults: &mut Vec<RowFault>) -> String {
        let is_broken = matches!(content, Content::Error(_) | Content::Uncalculated | Content::Unknown);
        if is_broken && self.columns.read.as_ref().is_some_and(|read| !read.contains(&at)) {
            return String::new();
        }
        let unsaved = |message: &str| {
            let hint = "open the workbook in a spreadsheet and save it again";
            Err(self.fault(at, Code::CellError, message.to_owned(), Some(hint)))
        };
        let read = match content {
            Content::Number(stored, format) => self.number(at, stored, format, faults),
            Content::Day(text) => Ok(match Moment::of_iso(text) {
                Some(moment) => self.day(at, &moment, NumberMeaning::Day, faults),
                None => text.to_owned(),
            }),
            Content::Error(what) => {
                let message = format!("the formula of this cell comes to `{}`", short(what));
                Err(self.fault(at, Code::CellError, message, None))
            }
            Content::Uncalculated => unsaved("the formula of this cell was never calculated"),
            Content::Unknown => unsaved("the cell refers to a text that the workbook does not have"),
            Content::Text(text) if self.columns.amounts.contains(&at) && !text.trim().is_empty() => {
                self.amount_of_text(at, text)
            }
            Content::Text(text) => Ok(text.to_owned()),
        };
        read.unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        })
    }

    /// The text of a cell that stores a number: that, or the day that it is shown as.
    fn number(
        &self,
        at: usize,
        stored: &str,
        format: Option<&CellFormat>,
        faults: &mut Vec<RowFault>,
    ) -> Result<String, RowFault> {
        let shown = format.map_or(NumberMeaning::Number, |format| format.shown);
        if shown != NumberMeaning::Number {
            // A year that was typed into a cell for days is shown as a day of 1905.
            if is_year(stored) {
                return Ok(stored.trim().to_owned());
            }
            return Ok(match Moment::of_serial(stored, self.book.from_1904) {
                Some(moment) => self.day(at, &moment, shown, faults),
                None => stored.to_owned(),
            });
        }
        let is_amount = self.columns.amounts.contains(&at);
        if is_amount && is_beyond_digits(stored) {
            let message =
                format!("`{}` has more digits than the 15 that a spreadsheet keeps of a number", short(stored));
            let hint = "compare it with its source, and store it as a text";
            return Err(self.fault(at, Code::BadAmount, message, Some(hint)));
        }
        let plain = plain(stored).unwrap_or_else(|| stored.to_owned());
        if let Some(format) = format.filter(|_| is_amount) {
            self.check_shown(at, &plain, format, faults)?;
        }
        let is_figure = is_amount || self.columns.dates.contains(&at);
        let masked = format.filter(|_| !is_figure).and_then(|format| format.masked(&plain));
        Ok(masked.unwrap_or(plain))
    }

    /// Reports a format that shows an amount as another one than the cell stores.
    fn check_shown(
        &self,
        at: usize,
        plain: &str,
        format: &CellFormat,
        faults: &mut Vec<RowFault>,
    ) -> Result<(), RowFault> {
        if let Some(scale) = format.scale.as_deref() {
            if magnitude(scale).is_some() && !self.columns.units_said.contains(&at) {
                let message = format!("the cell shows `{}` beside its number, and stores {plain}", short(scale));
                let hint = if matches!(scale, "%" | "‰") {
                    "write the amount itself: a share of something is not an amount"
                } else {
                    "store the whole amount; the format `0.0,,\" million\"` shows 2500000 as 2.5 million"
                };
                return Err(self.fault(at, Code::OtherUnit, message, Some(hint)));
            }
            let message =
                format!("the cell is shown with `{}` beside its number, and is taken as {plain}", short(scale));
            let hint = "if that is not the whole amount, store the whole amount";
            faults.push(self.fault(at, Code::ShownScaled, message, Some(hint)));
        }
        if let Some(beside) = format.beside.as_deref() {
            let message = format!(
                "the format of the cell shows `{}` with its number, which reads as another one, and the cell stores {plain}",
                short(beside)
            );
            let hint = "store the number that is meant, and show it in a plain format such as `#,##0.00`";
            return Err(self.fault(at, Code::OtherUnit, message, Some(hint)));
        }
        Ok(())
    }

    /// An amount that is stored as a text, by the declared format of numbers.
    fn amount_of_text(&self, at: usize, text: &str) -> Result<String, RowFault> {
        let Some(format) = self.options.number_format else { return Ok(text.to_owned()) };
        format.plain(text.trim()).ok_or_else(|| {
            let message = format!("`{}` is not a number of the declared format", short(text));
            let hint = if magnitude(text).is_some() {
                "store the whole amount, as a number".to_owned()
            } else if let Some(sign) = currency_sign(text) {
                format!("store it as a number without `{sign}`; {}", self.columns.text_remedy)
            } else {
                "store it as a number, not as a text".to_owned()
            };
            self.fault(at, Code::BadAmount, message, Some(&hint))
        })
    }

    /// What to say of a row with a cell of weight that is struck out, or a part of one.
    fn struck_out(&self, row: usize, record: &Record) -> Option<RowFault> {
        let columns = self.columns;
        // Before the columns are known, a row is not one of the entries.
        let matters = |at: &usize| columns.kind == Some(*at) || columns.amounts.contains(at);
        // What could not be read has been reported.
        let is_reported = |at: usize, is_part: bool| is_part && record.is_blank_at(at);
        let mut struck = self.book.struck_out(row);
        let (at, is_part) = struck.find(|&(at, is_part)| matters(&at) && !is_reported(at, is_part))?;
        let (message, hint) = if is_part {
            let text = String::from_utf8_lossy(record.get(at).unwrap_or_default());
            (
                format!("a part of the cell is struck out, which is read as `{}`", short(text.trim())),
                "write what holds into the cell, without what is struck out",
            )
        } else {
            (
                "the cell is struck out, and its row counts all the same".to_owned(),
                "clear the line; a row that no longer holds is voided in the ledger, and left out of an export",
            )
        };
        // What is left of an amount and what is struck out make another one together.
        let code = if is_part && columns.amounts.contains(&at) { Code::BadAmount } else { Code::StruckOut };
        Some(self.fault(at, code, message, Some(hint)))
    }

    /// Reports amounts that are shown in another currency than that of their row.
    fn check_currencies(&self, shown: &[(usize, &str)], record: &Record, faults: &mut Vec<RowFault>) {
        let columns = self.columns;
        let stated =
            columns.currency.and_then(|at| record.get(at)).map(|cell| String::from_utf8_lossy(cell.trim_ascii()));
        let stated = stated.filter(|text| !text.is_empty()).map(std::borrow::Cow::into_owned);
        let remedy = match &stated {
            Some(_) => "correct the currency of the row, or the cell's format",
            None => columns.currency_remedy,
        };
        let is_stated = stated.is_some() || columns.is_currency_said;
        let of_row = stated.or_else(|| columns.usual_currency.clone());
        for &(at, sign) in shown {
            let of_ledger = columns.converted.as_ref().filter(|(place, _)| *place == at).map(|(_, currency)| currency);
            let Some(currency) = of_ledger.or(of_row.as_ref()).filter(|currency| !stands_for(sign, currency)) else {
                continue;
            };
            let (sign, currency) = (short(sign), short(currency));
            let (code, message, hint) = if of_ledger.is_some() {
                let message =
                    format!("the cell is shown in `{sign}`, and what an amount is worth is said in {currency}");
                let hint = "write what it is worth in the ledger's currency, or correct the cell's format";
                (Code::OtherCurrency, message, hint)
            } else if is_stated {
                let message = format!("the cell is shown in `{sign}`, and its row is in {currency}");
                (Code::OtherCurrency, message, remedy)
            } else {
                let message = format!("the cell is shown in `{sign}`, and its row would be taken in {currency}");
                (Code::ShownCurrency, message, remedy)
            };
            faults.push(self.fault(at, code, message, Some(hint)));
        }
    }

    fn fault(&self, at: usize, code: Code, message: String, hint: Option<&str>) -> RowFault {
        RowFault { row: self.start, cell: Some(at), code, message, hint: hint.map(str::to_owned) }
    }

    /// A day as precise as it is shown; of one with a time, it is said which day is taken.
    fn day(&self, at: usize, moment: &Moment, shown: NumberMeaning, faults: &mut Vec<RowFault>) -> String {
        let text = moment.text(shown);
        if let (Some(time), true) = (&moment.time, self.columns.dates.contains(&at)) {
            faults.push(RowFault::of_time(self.start, at, &moment.day.to_string(), time));
        }
        text
    }
}

/// The sheet besides the first whose first rows have most of these names.
pub(super) fn sheet_with(
    files: &dyn Files,
    path: &FolderPath,
    hidden: bool,
    is_heading: impl Fn(&Record) -> bool,
) -> Option<String> {
    /// A workbook with more sheets is not searched to its end.
    const MOST_SHEETS: usize = 12;
    let bytes = files.read(path, LARGEST_FILE).ok()?;
    let book = Workbook::open(&bytes).ok()?;
    let found = book.other_sheets(hidden).take(MOST_SHEETS).find(|name| {
        book.cells(Some(name)).is_ok_and(|cells| {
            let sheet = Spreadsheet { cells, next: 0, heading: None, merge: 0, said_hidden: false };
            sheet.first_rows(super::heading::MOST_ROWS).iter().any(|(_, record)| is_heading(record))
        })
    });
    found.map(str::to_owned)
}

fn file_fault(path: &FolderPath, error: &FileError) -> Diagnostic {
    match error {
        FileError::TooLarge { limit } => Diagnostic::new(
            Code::TooLarge,
            FileSpan::whole_file(path.as_str()),
            format!("`{path}` is larger than {} MB", limit >> 20),
        ),
        error => super::file_fault(path, error),
    }
}

fn refusal(path: &FolderPath, error: &InvalidWorkbook) -> Diagnostic {
    use super::archive::InvalidArchive as Archive;
    let code = match error {
        InvalidWorkbook::Archive(Archive::TooLarge | Archive::TooMany)
        | InvalidWorkbook::LongText
        | InvalidWorkbook::TooManyStyles => Code::TooLarge,
        _ => Code::BadWorkbook,
    };
    let fault = Diagnostic::new(
        code,
        FileSpan::whole_file(path.as_str()),
        format!("`{path}` cannot be read as a workbook: {error}"),
    );
    match error {
        InvalidWorkbook::Foreign(foreign) => fault.with_hint(foreign.remedy()),
        InvalidWorkbook::Archive(Archive::Empty | Archive::CutOff | Archive::Damaged) => {
            fault.with_hint("copy or download it again, or put back a copy that a spreadsheet opens")
        }
        InvalidWorkbook::Archive(Archive::NotAnArchive) => fault
            .with_hint("save the table in a spreadsheet as a workbook of Excel (.xlsx), or as CSV under that ending"),
        InvalidWorkbook::NoSheet { .. } => fault.with_hint("correct `sheet` under `[ledger]`"),
        _ => fault,
    }
}
