//! A sheet of a workbook, served row by row as a table of texts.

use std::str::FromStr;

use csv::ByteRecord;
use rust_decimal::Decimal;

use super::workbook::{self, Cell, Cells, Content, InvalidWorkbook, cell_name};
use super::{RowFault, RowStart, Step, TableOptions};
use crate::diagnostic::{Code, Diagnostic, Location, Position};
use crate::files::{FileError, Files, FolderPath};
use crate::source::cut_excerpt;
use crate::tree::short;

/// The largest workbook as it is stored, in bytes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Columns beyond this are counted, not served: no ledger has so many.
const MOST_COLUMNS: usize = 100;

/// What a row of totals calls itself, in the languages of the United Nations and a few more.
const TOTAL: [&str; 14] = [
    "total",
    "totals",
    "grand total",
    "sum",
    "total général",
    "somme",
    "suma",
    "total general",
    "итого",
    "всего",
    "المجموع",
    "合计",
    "总计",
    "summe",
];

/// A sheet being read.
pub(crate) struct Spreadsheet {
    cells: Cells,
    options: TableOptions,
    /// The place of the next row in `cells`.
    next: usize,
    /// How many cells the first row has; `None` before it is read.
    width: Option<usize>,
    columns: KeyColumns,
    /// What the numbers of each amount column add up to so far; `None` beyond what can be added.
    sums: Vec<Option<Decimal>>,
    faults: Vec<RowFault>,
    /// The rows of totals that were passed over.
    totals: Vec<u64>,
}

/// Where the columns stand that tell a row of totals from an entry.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeyColumns {
    pub(crate) kind: Option<usize>,
    pub(crate) amounts: Vec<usize>,
}

impl Spreadsheet {
    /// Reads a workbook; a diagnostic of the whole file when it cannot be read.
    pub(super) fn open(files: &dyn Files, path: &FolderPath, options: &TableOptions) -> Result<Self, Box<Diagnostic>> {
        let bytes = files.read(path, LARGEST_FILE).map_err(|error| Box::new(file_fault(path, &error)))?;
        let cells =
            workbook::read(&bytes, options.sheet.as_deref()).map_err(|error| Box::new(refusal(path, &error)))?;
        let columns = KeyColumns::default();
        Ok(Self {
            cells,
            options: options.clone(),
            next: 0,
            width: None,
            columns,
            sums: Vec::new(),
            faults: Vec::new(),
            totals: Vec::new(),
        })
    }

    /// Says where the columns stand, once the first row has told.
    pub(super) fn set_columns(&mut self, columns: KeyColumns) {
        self.sums = vec![Some(Decimal::ZERO); columns.amounts.len()];
        self.columns = columns;
    }

    /// Reads the next row that states something and is no row of totals.
    pub(super) fn step(&mut self, record: &mut ByteRecord) -> Step {
        loop {
            let Some((row, cells)) = self.cells.rows.get(self.next) else { return Step::End };
            self.next += 1;
            let start = RowStart { byte: u64::from(*row), line: u64::from(*row) };
            let mut faults = Vec::new();
            let mut texts = texts(cells, &self.cells, start, &self.columns, &self.options, &mut faults);
            while texts.last().is_some_and(|text| text.trim().is_empty())
                && self.width.is_none_or(|width| texts.len() > width)
            {
                texts.pop();
            }
            if texts.iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            if !faults.is_empty() {
                // Without the cell the row says less than it should, and everything said of it would be beside the point.
                self.faults.append(&mut faults);
                continue;
            }
            match self.width {
                None => self.width = Some(texts.len()),
                Some(width) if texts.len() < width => texts.resize(width, String::new()),
                Some(_) => {}
            }
            if self.is_total(&texts) {
                self.totals.push(start.line);
                self.check_total(&texts, start);
                continue;
            }
            self.add_up(&texts);
            record.clear();
            texts.iter().for_each(|text| record.push_field(text.as_bytes()));
            return Step::Row(start);
        }
    }

    /// The faults that only a workbook can have, since they were last asked for.
    pub(super) fn take_faults(&mut self) -> Vec<RowFault> {
        std::mem::take(&mut self.faults)
    }

    /// The rows of totals that were passed over, since they were last asked for.
    pub(super) fn take_totals(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.totals)
    }

    /// Whether a row is the sum of those above: it calls itself so and is no entry, or it has nothing but amounts.
    fn is_total(&self, texts: &[String]) -> bool {
        let Some(kind) = self.columns.kind else { return false };
        let is_label =
            |text: &String| TOTAL.contains(&text.trim().trim_end_matches(':').trim_end().to_lowercase().as_str());
        let blank = |at: usize| texts.get(at).is_none_or(|text| text.trim().is_empty());
        let no_entry = blank(kind) || texts.get(kind).is_some_and(is_label);
        let filled = |at: &usize| !blank(*at);
        let amounts_only = || (0..texts.len()).filter(filled).all(|at| self.columns.amounts.contains(&at));
        no_entry && (texts.iter().any(is_label) || amounts_only())
    }

    fn add_up(&mut self, texts: &[String]) {
        for (at, sum) in self.columns.amounts.iter().zip(&mut self.sums) {
            let text = texts.get(*at).map(|text| text.trim()).filter(|text| !text.is_empty());
            if let (Some(text), Some(so_far)) = (text, *sum) {
                *sum = Decimal::from_str_exact(text).ok().and_then(|amount| so_far.checked_add(amount));
            }
        }
    }

    fn check_total(&mut self, texts: &[String], row: RowStart) {
        for (at, sum) in self.columns.amounts.iter().zip(&self.sums) {
            let Some(stated) = texts.get(*at).map(|text| text.trim()).filter(|text| !text.is_empty()) else { continue };
            // What cannot be added up has faults of its own.
            let Some(sum) = sum else { continue };
            if Decimal::from_str(stated) != Ok(*sum) {
                let message = format!(
                    "the row of totals says {}, and the rows above add up to {}",
                    short(stated),
                    sum.normalize()
                );
                self.faults.push(RowFault { row, cell: Some(*at), code: Code::TotalRow, message, hint: None });
            }
        }
    }

    /// Gives each fault its place: sheet, row and column.
    pub(super) fn locate(&self, path: &FolderPath, mut faults: Vec<RowFault>) -> Vec<Diagnostic> {
        faults.sort_by_key(|fault| fault.row);
        let diagnose = |fault: RowFault| {
            let mut diagnostic = Diagnostic::new(fault.code, self.location(path, fault.row, fault.cell), fault.message);
            diagnostic.hint = fault.hint;
            diagnostic
        };
        faults.into_iter().map(diagnose).collect()
    }

    fn location(&self, path: &FolderPath, row: RowStart, cell: Option<usize>) -> Location {
        let at = self.cells.rows.binary_search_by_key(&row.line, |(number, _)| u64::from(*number)).ok();
        let cells = at.and_then(|at| self.cells.rows.get(at)).map_or(&[][..], |(_, cells)| cells);
        let mut ignored = Vec::new();
        let texts = texts(cells, &self.cells, row, &KeyColumns::default(), &self.options, &mut ignored);
        let text = match cell {
            Some(cell) => texts.get(cell).cloned().unwrap_or_default(),
            None => texts.join(", "),
        };
        let (excerpt, caret) = cut_excerpt(text.lines().next().unwrap_or_default(), 0);
        let line = usize::try_from(row.line).unwrap_or(usize::MAX);
        let column = cell.unwrap_or_default() + 1;
        let sheet = &self.cells.sheet;
        let plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
        let sheet = if plain { sheet.clone() } else { format!("'{}'", sheet.replace('\'', "''")) };
        let name = (line > 0).then(|| format!("{sheet}!{}", cell_name(column - 1, row.line)));
        Location { file: path.to_string(), line, column, end: Position { line, column }, excerpt, caret, cell: name }
    }
}

/// The texts of a row, up to its last cell that says something.
fn texts(
    cells: &[Cell],
    book: &Cells,
    row: RowStart,
    columns: &KeyColumns,
    options: &TableOptions,
    faults: &mut Vec<RowFault>,
) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for Cell { column, content } in cells {
        let at = usize::try_from(*column).unwrap_or(MOST_COLUMNS).min(MOST_COLUMNS);
        let mut fault = |code, message, hint: Option<&str>| {
            faults.push(RowFault { row, cell: Some(at), code, message, hint: hint.map(str::to_owned) });
        };
        let written = match content {
            Content::Shared(number) => book.texts.get(*number).map(String::as_str),
            Content::Text(text) => Some(text.as_str()),
            Content::Number(..) | Content::Error(_) | Content::Uncalculated => None,
        };
        let text = match (content, written) {
            (Content::Number(stored, shown), _) => shown.text(stored, book.from_1904).unwrap_or_else(|| stored.clone()),
            (Content::Error(what), _) => {
                fault(Code::CellError, format!("the formula of this cell comes to `{}`", short(what)), None);
                String::new()
            }
            (Content::Uncalculated, _) => {
                let hint = "open the workbook in a spreadsheet and save it again";
                fault(Code::CellError, "the formula of this cell was never worked out".to_owned(), Some(hint));
                String::new()
            }
            (_, Some(text)) if columns.amounts.contains(&at) && !text.trim().is_empty() => {
                match options.number_format.map(|format| format.plain(text.trim())) {
                    Some(Some(plain)) => plain,
                    Some(None) => {
                        let message =
                            format!("`{}` is not a number of the format that the office declares", short(text));
                        fault(Code::BadAmount, message, Some("store it as a number, not as a text"));
                        String::new()
                    }
                    None => text.to_owned(),
                }
            }
            (_, text) => text.unwrap_or_default().to_owned(),
        };
        if texts.len() <= at {
            texts.resize(at + 1, String::new());
        }
        if let Some(place) = texts.get_mut(at) {
            *place = text;
        }
    }
    texts
}

fn file_fault(path: &FolderPath, error: &FileError) -> Diagnostic {
    match error {
        FileError::TooLarge { limit } => Diagnostic::new(
            Code::TooLarge,
            Location::whole_file(path.as_str()),
            format!("`{path}` is larger than {} MB", limit >> 20),
        ),
        error => super::file_fault(path, error),
    }
}

fn refusal(path: &FolderPath, error: &InvalidWorkbook) -> Diagnostic {
    use super::archive::InvalidArchive as Archive;
    let code = match error {
        InvalidWorkbook::Archive(Archive::TooLarge | Archive::TooMany) | InvalidWorkbook::LongText => Code::TooLarge,
        _ => Code::BadWorkbook,
    };
    let fault = Diagnostic::new(
        code,
        Location::whole_file(path.as_str()),
        format!("`{path}` cannot be read as a workbook: {error}"),
    );
    match error {
        InvalidWorkbook::Archive(Archive::Compound) => {
            fault.with_hint("save it as an Excel workbook (.xlsx), without a password")
        }
        InvalidWorkbook::NoSheet { .. } => fault.with_hint("correct `sheet` under `[ledger]`"),
        _ => fault,
    }
}
