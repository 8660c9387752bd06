//! A row of the ledger: asked for its cells by column, and held to have no others.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use briefing_model::{EntryKindName, Fault, Ids, with_article};

use super::columns::{Columns, ReadColumn};
use crate::diagnostic::{Code, MOST_PER_CODE, Severity};
use crate::look_alike;
use crate::sheet::{NumberFormat, Record, RowFault, RowStart};
use crate::source::misread_word;

// Each column has a bit of its own in what was asked for.
const _: () = assert!(ReadColumn::ALL.len() <= u32::BITS as usize, "more columns than bits");

/// The faults of the rows so far: the first of each code, and how many there were.
#[derive(Debug, Default)]
pub(super) struct RowFaults {
    pub(super) kept: Vec<RowFault>,
    pub(super) counts: BTreeMap<Code, usize>,
    pub(super) errors: usize,
}

impl RowFaults {
    pub(super) fn push(&mut self, fault: RowFault) {
        self.errors += usize::from(fault.code.severity() == Severity::Error);
        let count = self.counts.entry(fault.code).or_default();
        *count += 1;
        if *count <= MOST_PER_CODE {
            self.kept.push(fault);
        }
    }
}

/// Whether a cell has one of some words, which are in small letters, in letters of any size.
pub(super) fn is_one_of(words: &[&str], text: &str) -> bool {
    if text.is_ascii() {
        words.iter().any(|word| word.eq_ignore_ascii_case(text))
    } else {
        words.contains(&text.to_lowercase().as_str())
    }
}

/// What to say of a mark that stands for the cell above, as people write it down a column; in a remark or a
/// reference it may be anything.
pub(super) fn ditto(column: ReadColumn, text: &str) -> Option<(String, String)> {
    // In ASCII, and in the letters of others.
    const LONGEST: (usize, usize) = (5, 12);
    const MARKS: [&str; 22] = [
        "\"",
        "\"\"",
        "''",
        "-\"-",
        "- \" -",
        "“",
        "”",
        "„",
        "〃",
        "»",
        "«",
        "\u{2033}",
        "ditto",
        "dito",
        "do.",
        "idem",
        "id.",
        "ídem",
        "то же",
        "同上",
        "نفسه",
        "s.o.",
    ];
    // Every cell is looked at, and few begin as one of these does.
    let may_be = match text.as_bytes() {
        [b'"' | b'\'' | b'-' | b'd' | b'D' | b'i' | b'I' | b's' | b'S', ..] => text.len() <= LONGEST.0,
        [first, ..] => !first.is_ascii() && text.len() <= LONGEST.1,
        [] => false,
    };
    let is_free = matches!(column, ReadColumn::Note | ReadColumn::Reference);
    if !may_be || is_free || !is_one_of(&MARKS, text) {
        return None;
    }
    let message = format!("`{text}` stands for the cell above, and each row is read on its own");
    Some((message, "write again what it stands for".to_owned()))
}

/// A row being read.
pub(super) struct Row<'r> {
    record: &'r Record,
    /// The text of all cells, where there is nothing to find fault with: it is ASCII, as most rows are.
    plain: Option<&'r str>,
    columns: &'r Columns,
    start: RowStart,
    faults: &'r RefCell<RowFaults>,
    /// How its amounts may be written; `None` where they are read already, and nobody said how they were written.
    numbers: Option<RowNumbers>,
    /// A bit for each column that was asked for.
    asked: Cell<u32>,
}

/// How the amounts of a row may be written.
#[derive(Debug, Clone, Copy)]
pub(super) enum RowNumbers {
    /// As in our own files: nobody said otherwise.
    Ours,
    /// As the office says, besides.
    Declared(NumberFormat),
    /// As in our own files: they were read already, and had been written so.
    Read(NumberFormat),
}

impl<'r> Row<'r> {
    pub(super) fn new(
        record: &'r Record,
        columns: &'r Columns,
        start: RowStart,
        faults: &'r RefCell<RowFaults>,
    ) -> Self {
        let plain = record.plain();
        Self { record, plain, columns, start, faults, numbers: None, asked: Cell::new(0) }
    }

    /// The row with amounts that are written so.
    pub(super) fn with_numbers(self, numbers: Option<RowNumbers>) -> Self {
        Self { numbers, ..self }
    }

    /// How its amounts may be written; `None` where they are read already, and nobody said how they were written.
    pub(super) fn numbers(&self) -> Option<RowNumbers> {
        self.numbers
    }

    /// The text of a cell; `None` when it is blank, or its column is not there.
    pub(super) fn cell(&self, column: ReadColumn) -> Option<&'r str> {
        self.asked.set(self.asked.get() | 1 << column as u32);
        if let Some(plain) = self.plain {
            let text = plain.get(self.record.range(self.columns.place(column)?)?)?;
            return Some(text.trim_ascii()).filter(|text| !text.is_empty() && !self.is_ditto(column, text));
        }
        let bytes = self.bytes(column)?;
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = format!("the cell `{}` is not UTF-8", column.name());
            self.fault(column, Code::NotUtf8, message, Some("save the file as `CSV UTF-8`".to_owned()));
            return None;
        };
        if let Some((_, what)) = misread_word(text) {
            let hint = "write the letters again; the file was once opened and saved in the wrong encoding";
            self.fault(column, Code::NotUtf8, format!("the cell `{}` {what}", column.name()), Some(hint.to_owned()));
            return None;
        }
        Some(text.trim()).filter(|text| !text.is_empty() && !self.is_ditto(column, text))
    }

    /// Reports a mark that stands for the cell above.
    fn is_ditto(&self, column: ReadColumn, text: &str) -> bool {
        let fault = ditto(column, text);
        let found = fault.is_some();
        if let Some((message, hint)) = fault {
            self.fault(column, Code::BadCell, message, Some(hint));
        }
        found
    }

    /// Which row it is.
    pub(super) fn start(&self) -> RowStart {
        self.start
    }

    /// Where a column stands.
    pub(super) fn place(&self, column: ReadColumn) -> Option<usize> {
        self.columns.place(column)
    }

    fn bytes(&self, column: ReadColumn) -> Option<&'r [u8]> {
        let bytes = self.record.get(self.columns.place(column)?)?;
        (!bytes.is_empty()).then_some(bytes)
    }

    /// The text of a cell that may not be blank.
    pub(super) fn need(&self, column: ReadColumn, kind: &str) -> Option<&'r str> {
        let text = self.cell(column);
        if text.is_none() && self.bytes(column).is_none_or(|bytes| bytes.trim_ascii().is_empty()) {
            let message = format!("{} needs its `{}`, and the cell is empty", with_article(kind), column.name());
            self.fault(column, Code::MissingCell, message, None);
        }
        text
    }

    /// What a text of that column stands for; a fault in the words of the error otherwise.
    pub(super) fn accept<T, E: Display>(&self, column: ReadColumn, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.fault(column, Code::BadCell, error.to_string(), None)).ok()
    }

    /// The same, with what to do about an error.
    pub(super) fn accept_with<T, E: Display>(
        &self,
        column: ReadColumn,
        result: Result<T, E>,
        hint: impl FnOnce(&E) -> Option<String>,
    ) -> Option<T> {
        result.map_err(|error| self.fault(column, Code::BadCell, error.to_string(), hint(&error))).ok()
    }

    /// A blank cell as nothing, another as what it stands for.
    pub(super) fn read<T, E: Display>(
        &self,
        column: ReadColumn,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        self.accept(column, parse(self.cell(column)?))
    }

    /// An id; where the text cannot be one, advised of the thing that has it as its name.
    pub(super) fn id<T: FromStr<Err: Display>>(&self, column: ReadColumn, text: &str, ids: &Ids) -> Option<T> {
        let hint = || ids.suggest(text).map(|meant| format!("did you mean `{meant}`?"));
        text.parse().map_err(|error: T::Err| self.fault(column, Code::BadCell, error.to_string(), hint())).ok()
    }

    /// Reports what the model finds wrong with a cell; whether there is nothing.
    pub(super) fn report(&self, found: Option<Fault<ReadColumn>>) -> bool {
        let sound = found.is_none();
        if let Some(Fault { code, message, hint, place: Some(column), .. }) = found {
            self.fault(column, code, message, hint);
        }
        sound
    }

    /// Reports a fault of a cell; where a letter only looks right, the advice is of that letter.
    pub(super) fn fault(&self, column: ReadColumn, code: Code, message: String, hint: Option<String>) {
        let cell = self.columns.place(column);
        let is_prose = matches!(column, ReadColumn::Note | ReadColumn::Reference | ReadColumn::What);
        let text = self.bytes(column).and_then(|bytes| std::str::from_utf8(bytes).ok()).filter(|_| !is_prose);
        let hint = text.and_then(|text| look_alike::advice(text.trim())).or(hint);
        self.faults.borrow_mut().push(RowFault { row: self.start, cell, code, message, hint });
    }

    pub(super) fn fault_of_row(&self, code: Code, message: String) {
        self.faults.borrow_mut().push(RowFault { row: self.start, cell: None, code, message, hint: None });
    }

    /// How many errors there are so far, in all rows.
    pub(super) fn errors(&self) -> usize {
        self.faults.borrow().errors
    }

    /// Reports the cells that nobody asked for and that are not blank.
    pub(super) fn finish(&self, kind: &str) {
        for &column in ReadColumn::ALL {
            let needless = self.asked.get() & (1 << column as u32) == 0
                && self.bytes(column).is_some_and(|bytes| !bytes.trim_ascii().is_empty());
            if needless {
                let message =
                    format!("{} has no `{}`: what the cell says would be lost", with_article(kind), column.name());
                let hint = match column {
                    ReadColumn::Value if kind == EntryKindName::InKind.as_str() => {
                        "a gift in kind is worth what `amount` says in its `currency`, and counts in no total: empty the cell"
                    }
                    _ if kind == EntryKindName::Correction.as_str() => {
                        "no correction changes it: strike the entry out in a row of kind `void`, and enter it again as it should be, \
                         with another id"
                    }
                    _ => "empty the cell; what has to be kept goes under `note`",
                };
                self.fault(column, Code::NeedlessCell, message, Some(hint.to_owned()));
            }
        }
    }
}
