//! The ledger's table: the names of its columns, and the entries in the rows below them.

use std::cell::RefCell;

use briefing_model::{Currency, LedgerEntry, Severity, UnreadEntries};

use super::columns::{Columns, HeadingRow, MOST_IN_TITLE, ReadColumn, cell_beside, uneven_row};
use super::entry::EntryContext;
use super::import;
use super::row::{Row, RowFaults, RowNumbers};
use super::unsaid::UnsaidCurrency;
use crate::diagnostic::Code;
use crate::sheet::{ReadStep, Record, RowFault, RowStart, Rows, stands_for};

/// The table of a ledger below the names of its columns.
pub(super) struct LedgerTable<'t, 'f> {
    pub(super) sheet: &'t mut Rows<'f>,
    pub(super) columns: &'t Columns,
    pub(super) faults: &'t RefCell<RowFaults>,
    /// What is known of the rows that cannot be read.
    pub(super) unread: &'t mut UnreadEntries,
}

impl LedgerTable<'_, '_> {
    /// The entries of all rows that state one; what is known of the rows that cannot be read is noted.
    pub(super) fn entries(&mut self, context: &mut EntryContext<'_>) -> Vec<LedgerEntry> {
        let numbers = match (self.sheet.number_format(), self.sheet.is_workbook()) {
            (Some(format), false) => Some(RowNumbers::Declared(format)),
            (None, false) => Some(RowNumbers::Ours),
            (format, true) => format.map(RowNumbers::Read),
        };
        let (mut entries, mut record) = (Vec::new(), Record::default());
        while let Some(start) = self.next(&mut record) {
            if self.columns.are_headings_of(&record) {
                let message = "the names of the columns stand here again".to_owned();
                let hint = Some("remove this row".to_owned());
                self.faults.borrow_mut().push(fault_of_row(start, Code::BadCell, message, hint));
                continue;
            }
            let row = Row::new(&record, self.columns, start, self.faults).with_numbers(numbers);
            let entry = match self.unusable(&record, start) {
                Some(fault) => {
                    self.faults.borrow_mut().push(fault);
                    None
                }
                None => context.entry(&row),
            };
            if let Some(entry) = entry {
                context.unsaid.extend(UnsaidCurrency::of(&row, &entry));
                entries.push(entry);
            } else {
                self.mention(&record);
            }
        }
        entries
    }

    /// Reads the next row; `None` after the last.
    fn next(&mut self, record: &mut Record) -> Option<RowStart> {
        let step = self.sheet.step(record);
        for fault in self.sheet.take_faults() {
            // The row is lost, and other rows may name its entry.
            if fault.code != Code::TotalRow && fault.code.severity() == Severity::Error {
                self.unread.mention_anything();
            }
            self.faults.borrow_mut().push(fault);
        }
        match step {
            ReadStep::Row(start) => Some(start),
            ReadStep::End => None,
            ReadStep::Broken(fault) => {
                self.faults.borrow_mut().push(fault);
                self.unread.mention_anything();
                None
            }
        }
    }

    /// What to say of a row that is not an entry, or whose cells are not where its columns are.
    fn unusable(&self, record: &Record, start: RowStart) -> Option<RowFault> {
        let (sheet, columns) = (&*self.sheet, self.columns);
        if let Some(fault) = columns.no_entry(record, start) {
            return Some(fault);
        }
        if record.len() == columns.width {
            let may_be_cut = !sheet.is_workbook() && sheet.delimiter() == b',';
            return may_be_cut.then(|| columns.cut_amount(record, sheet.number_format(), start)).flatten();
        }
        Some(if sheet.is_workbook() {
            cell_beside(record, columns.width, start)
        } else {
            uneven_row(record, columns.width, sheet.delimiter(), start)
        })
    }

    /// Notes the words of a row that cannot be read, one of which may be the id of its entry.
    fn mention(&mut self, record: &Record) {
        for word in record.iter().map(String::from_utf8_lossy) {
            let word = word.trim();
            self.unread.mention(word);
            // An id with a space in it, or after the mark of a remark.
            let bare = word.trim_start_matches(['#', '/', ' ']);
            if bare.contains(' ') {
                self.unread.mention(bare.replace(' ', ""));
                self.unread.mention(bare.replace(' ', "-"));
            }
            self.unread.mention(bare);
        }
    }
}

/// The row of headings; `None` when the columns cannot be recognized. `elsewhere` is another sheet that has the columns, hidden or not.
pub(super) fn header(
    sheet: &mut Rows<'_>,
    record: &mut Record,
    elsewhere: impl FnOnce(&Rows<'_>, bool) -> Option<String>,
    faults: &RefCell<RowFaults>,
) -> Option<Columns> {
    let step = sheet.step(record);
    for fault in sheet.take_faults() {
        faults.borrow_mut().push(fault);
    }
    let refuse = |fault| {
        faults.borrow_mut().push(fault);
        None
    };
    let start = match step {
        ReadStep::Row(start) => start,
        ReadStep::End => return refuse(empty(elsewhere(sheet, true))),
        ReadStep::Broken(broken) => return refuse(broken),
    };
    report_above(sheet, start, faults);
    match expected(sheet, record, start, elsewhere) {
        Ok(warning) => {
            if let Some(warning) = warning {
                faults.borrow_mut().push(warning);
            }
        }
        Err(fault) => return refuse(fault),
    }
    if sheet.delimiter() != b',' {
        let message = format!("the columns are separated by {}", name_of(sheet.delimiter()));
        faults.borrow_mut().push(fault_of_row(start, Code::Semicolons, message, None));
    }
    let columns = Columns::read(record, start, |fault| faults.borrow_mut().push(fault));
    (faults.borrow().errors == 0).then_some(columns)
}

/// What to say of a table without a row; `elsewhere` is a sheet that has the columns.
fn empty(elsewhere: Option<String>) -> RowFault {
    let first = RowStart { byte: 0, line: 1 };
    let (message, hint) = match elsewhere {
        Some(name) => (
            format!("this sheet is empty; the sheet `{name}` has the columns of a ledger"),
            Some(format!("write `sheet = \"{name}\"` under `[ledger]` in `office.toml`")),
        ),
        None => ("the ledger has no row with the names of its columns".to_owned(), None),
    };
    fault_of_row(first, Code::EmptyLedger, message, hint)
}

/// Reports rows above the names of the columns that are more than a title, and titles that say what amounts are counted in.
fn report_above(sheet: &Rows<'_>, start: RowStart, faults: &RefCell<RowFaults>) {
    for above in sheet.above().iter().filter(|above| above.texts.len() > MOST_IN_TITLE) {
        let message =
            format!("this row is above the names of the columns, in row {}, and would not be read", start.line);
        let hint = Some("move it below that row, or delete it".to_owned());
        faults.borrow_mut().push(fault_of_row(above.row, Code::RowAbove, message, hint));
    }
    for above in sheet.above() {
        if let Some(unit) = above.texts.iter().find_map(|text| import::unit_of_title(text)) {
            let message = format!("the title says that the amounts are in {unit}, and those of a ledger are whole");
            let hint = Some("write whole amounts, and take the unit out of the title".to_owned());
            faults.borrow_mut().push(fault_of_row(above.row, Code::OtherUnit, message, hint));
        }
    }
}

/// Whether a row may be the names of a ledger's columns: a warning at most, or what it is otherwise.
fn expected(
    sheet: &mut Rows<'_>,
    record: &Record,
    start: RowStart,
    elsewhere: impl FnOnce(&Rows<'_>, bool) -> Option<String>,
) -> Result<Option<RowFault>, RowFault> {
    match Columns::expect(record) {
        HeadingRow::Columns => Ok(elsewhere(sheet, false).map(|name| {
            let message =
                format!("this sheet is read as the ledger, and the sheet `{name}` has its columns too and is not");
            let hint = format!("name the one that counts: `sheet = \"{name}\"`, or this one's name, under `[ledger]`");
            fault_of_row(start, Code::TwoLedgers, message, Some(hint))
        })),
        HeadingRow::Entry => {
            let message = "the first row looks like an entry, and not like the names of columns".to_owned();
            let hint =
                "write the names of the columns above it, such as `id,kind,effective,recorded,contributor,amount`";
            Err(fault_of_row(start, Code::MissingColumn, message, Some(hint.to_owned())))
        }
        HeadingRow::Neither => {
            if let Some(name) = elsewhere(sheet, true) {
                let message = format!("this sheet does not have the columns of a ledger; the sheet `{name}` does");
                let hint = format!("write `sheet = \"{name}\"` under `[ledger]` in `office.toml`");
                return Err(fault_of_row(start, Code::MissingColumn, message, Some(hint)));
            }
            foreign_headings(sheet, record, start).map_or(Ok(None), Err)
        }
    }
}

fn fault_of_row(row: RowStart, code: Code, message: String, hint: Option<String>) -> RowFault {
    RowFault { row, cell: None, code, message, hint }
}

/// What to say of a table that is not laid out as a ledger: of the first of its rows that looks like the names of columns, which
/// may be below a title.
fn foreign_headings(sheet: &mut Rows<'_>, first: &Record, start: RowStart) -> Option<RowFault> {
    const MOST_ROWS: usize = 10;
    let (mut record, mut row, mut count) = (first.clone(), start, 0);
    while record.iter().filter(|cell| !cell.trim_ascii().is_empty()).count() <= MOST_IN_TITLE && count < MOST_ROWS {
        let ReadStep::Row(next) = sheet.step(&mut record) else {
            (record, row) = (first.clone(), start);
            break;
        };
        row = next;
        count += 1;
    }
    let (message, hint) = Columns::foreign(&record)?;
    Some(fault_of_row(row, Code::MissingColumn, message, Some(hint)))
}

/// Reports a title that names another currency than that of the ledger, unless rows state their own.
pub(super) fn check_titles(sheet: &Rows<'_>, columns: &Columns, currency: Currency, faults: &RefCell<RowFaults>) {
    for above in sheet.above().iter().filter(|_| columns.place(ReadColumn::Currency).is_none()) {
        let of_title = |text: &String| import::currency_of_title(text).map(str::to_owned);
        if let Some(sign) = above.texts.iter().find_map(of_title).filter(|sign| !stands_for(sign, currency.code())) {
            let message = format!("the title says that the amounts are in `{sign}`, and the ledger is in {currency}");
            let hint = "add a column `currency`, or say the `currency` of the ledger under `[ledger]` in `office.toml`";
            faults.borrow_mut().push(fault_of_row(above.row, Code::OtherUnit, message, Some(hint.to_owned())));
        }
    }
}

/// What separates columns, in words.
fn name_of(delimiter: u8) -> String {
    match delimiter {
        b',' => "commas".to_owned(),
        b';' => "semicolons".to_owned(),
        b'\t' => "tabs".to_owned(),
        other => format!("`{}`", char::from(other).escape_default()),
    }
}
