//! From a row of an export to an entry, by the map and the ledger's own rules.

use std::cell::RefCell;

use briefing_model::{Currency, EntryKindName, Ledger, LedgerEntry};

use super::amounts::{format_remedy, is_plain};
use super::cells::{Cell, CellReader, text};
use super::columns::{MappedSheet, SkipColumn};
use super::export::{ExportRow, Raw};
use super::known::id_of;
use super::map::ColumnSource;
use super::other_rows::{headings_again, may_head, no_entry};
use super::references::{References, is_own_number};
use super::unit;
use crate::diagnostic::{Code, Severity};
use crate::read::ledger::columns::{
    Columns, ReadColumn, begins_thousands, cell_beside, cut_amount, cut_thousands, uneven_row,
};
use crate::read::ledger::entry::EntryContext;
use crate::read::ledger::row::{Row, RowFaults, RowNumbers};
use crate::sheet::{NumberFormat, Record, RowFault};
use crate::tree::short;

/// Reads rows by a map.
pub(super) struct MappedReader<'m> {
    pub(super) export: MappedSheet<'m>,
    cells: CellReader<'m>,
    references: References<'m>,
    skip: Vec<SkipColumn<'m>>,
    /// The ledger's currency, where rows that say one say others too: one that says none may be in any of them.
    doubtful: Option<Currency>,
    /// A character of a text that cannot be printed.
    unprintable: &'m dyn Fn(&str) -> Option<char>,
}

/// What a row comes to.
pub(super) enum Outcome {
    /// An entry, if its id was made from its reference.
    Entry(Box<LedgerEntry>, bool),
    /// The column by whose word the map leaves it out, and why.
    Skipped(usize, String),
    /// It cannot be read; its faults say why.
    Refused,
}

/// A row that was read.
pub(super) struct ReadRow {
    pub(super) cells: Vec<(ReadColumn, String)>,
    pub(super) outcome: Outcome,
    pub(super) faults: Vec<RowFault>,
    /// Whether it may be the heading of the rows below it, which then are something else than those above.
    pub(super) is_heading: bool,
}

/// What a row that is left out by a word would be.
pub(super) struct LeftOutRow {
    /// What it is known by.
    pub(super) key: String,
    /// Its entry, if it states one.
    pub(super) entry: Option<LedgerEntry>,
    /// Whether its id would be made of its reference.
    pub(super) id_is_made: bool,
}

impl ReadRow {
    fn refused(faults: Vec<RowFault>) -> Self {
        Self { cells: Vec::new(), outcome: Outcome::Refused, faults, is_heading: false }
    }
}

impl<'m> MappedReader<'m> {
    pub(super) fn new(
        export: MappedSheet<'m>,
        ledger: &'m Ledger,
        unprintable: &'m dyn Fn(&str) -> Option<char>,
    ) -> Self {
        Self {
            export,
            cells: CellReader::new(export.map, export.sheet.is_workbook),
            references: References::new(export, ledger),
            skip: export.skip_columns().collect(),
            doubtful: Some(ledger.settings().currency).filter(|currency| unit::has_other_currency(export, *currency)),
            unprintable,
        }
    }

    /// Columns of a workbook whose days look as if a spreadsheet of another country had turned some of them round.
    pub(super) fn turned_days(&self) -> Vec<RowFault> {
        self.cells.days.faults()
    }

    /// Where one of our columns is in the export.
    pub(super) fn place(&self, column: ReadColumn) -> Option<usize> {
        self.export.places.at(column)
    }

    /// Reads a row.
    pub(super) fn row(&self, row: ExportRow<'_>, context: &mut EntryContext<'_>) -> ReadRow {
        self.read(row, context, &self.skip)
    }

    /// What a row that is left out by a word would be.
    pub(super) fn left_out(&self, row: ExportRow<'_>, context: &mut EntryContext<'_>) -> Option<LeftOutRow> {
        let ReadRow { cells, outcome, .. } = self.read(row, context, &[]);
        let id_is_made = self.export.map.makes_ids();
        let wanted = if id_is_made { ReadColumn::Reference } else { ReadColumn::Id };
        let (_, key) = cells.into_iter().find(|(column, _)| *column == wanted)?;
        let entry = if let Outcome::Entry(entry, _) = outcome { Some(*entry) } else { None };
        Some(LeftOutRow { key, entry, id_is_made })
    }

    /// What to say of a row with which a table of other columns begins.
    pub(super) fn other_table(&self, row: ExportRow<'_>) -> Option<RowFault> {
        headings_again(self.export, row).filter(|again| !again.is_whole).map(|again| again.fault)
    }

    fn read(&self, row: ExportRow<'_>, context: &mut EntryContext<'_>, skip: &[SkipColumn<'_>]) -> ReadRow {
        if let Some(fault) = self.uneven(row) {
            return ReadRow::refused(vec![fault]);
        }
        if let Some(again) = headings_again(self.export, row) {
            return ReadRow { is_heading: true, ..ReadRow::refused(vec![again.fault]) };
        }
        let mut faults: Vec<RowFault> = Vec::new();
        if let Some(outcome) = skipped(row, skip, &mut faults) {
            return ReadRow { outcome, ..ReadRow::refused(Vec::new()) };
        }
        if let Some(fault) = self.cut_amount(row) {
            return ReadRow::refused(vec![fault]);
        }
        let mut cells = self.translated(row, &mut faults);
        let is_made = !cells.iter().any(|(column, _)| *column == ReadColumn::Id);
        if is_made {
            self.make_id(row, &mut cells, &mut faults);
        }
        // A column of theirs that two of ours are made of is reported once.
        faults.dedup_by(|one, other| (one.cell, &one.message) == (other.cell, &other.message));
        if has_errors(&faults) {
            // What else is wrong is said too, but not what is lacking in a cell that says something.
            let mut others = Vec::new();
            self.entry(row, &cells, context, &mut others);
            others.retain(|other| other.cell.is_some() && !faults.iter().any(|fault| fault.cell == other.cell));
            faults.extend(others);
            self.advise_on_blanks(row, &mut faults);
            return ReadRow { cells, outcome: Outcome::Refused, faults, is_heading: may_head(self.export, row) };
        }
        self.report_unprintable(row, &cells, &mut faults);
        let entry = self.entry(row, &cells, context, &mut faults);
        faults.extend(entry.as_ref().and_then(|entry| self.blank_currency(row, entry)));
        let entry = entry.filter(|_| !has_errors(&faults));
        if let Some(fault) = no_entry(self.export, row, &faults) {
            faults = vec![fault];
        }
        self.advise_on_blanks(row, &mut faults);
        let is_heading = entry.is_none() && may_head(self.export, row);
        let outcome = entry.map_or(Outcome::Refused, |entry| Outcome::Entry(Box::new(entry), is_made));
        ReadRow { cells, outcome, faults, is_heading }
    }

    /// What to say of a row that has more or fewer cells than there are columns.
    fn uneven(&self, row: ExportRow<'_>) -> Option<RowFault> {
        let (sheet, width) = (self.export.sheet, self.export.sheet.header.len());
        if row.record.len() == width {
            return None;
        }
        if sheet.is_workbook {
            // No mark splits the cells of a workbook: what is there is a cell of its own.
            let hint = "name its column in the row of headings, also where a merged heading stands above several columns; or delete it";
            return Some(RowFault { hint: Some(hint.to_owned()), ..cell_beside(row.record, width, row.start) });
        }
        Some(uneven_row(row.record, width, sheet.delimiter, row.start))
    }

    /// What to say of a row in which a comma cuts an amount in two.
    fn cut_amount(&self, row: ExportRow<'_>) -> Option<RowFault> {
        let sheet = self.export.sheet;
        if sheet.is_workbook || sheet.delimiter != b',' {
            return None;
        }
        let column = |at: usize| self.export.places.all().find(|(_, place)| *place == at).map(|(column, _)| column);
        let has_comma = self.export.map.options.number_format == Some(NumberFormat::European);
        cut_amount(row.record, &column, has_comma, row.start).or_else(|| self.cut_thousands(row))
    }

    /// What to say of a row in which a comma cuts the thousands of an amount off, and other cells follow.
    fn cut_thousands(&self, row: ExportRow<'_>) -> Option<RowFault> {
        let MappedSheet { sheet, places, .. } = self.export;
        let texts = [ReadColumn::Note, ReadColumn::Purposes, ReadColumn::What].map(|column| places.at(column));
        // Nothing else is known of a column that is not mapped; one of texts may have a number.
        let may_follow = |at: &usize| !places.reads(*at) || texts.contains(&Some(*at));
        places.amounts().find_map(|(_, at)| {
            let end = (at + 1..row.record.len()).find(|at| !may_follow(at)).unwrap_or(row.record.len());
            if end == at + 1 || self.has_numbers(at + 1, at) {
                return None;
            }
            let own_column = match sheet.header.get(at + 1).map(String::as_str) {
                _ if places.reads(at + 1) => "where it is a text of its own, write a word with it".to_owned(),
                Some("") | None => "where it is a column of its own, give that a name".to_owned(),
                Some(name) => {
                    format!("where `{0}` has such numbers, say `\"{0}\" = []` under `[skip]` in the map", short(name))
                }
            };
            cut_thousands(row.record, at, at + 1..end, row.start, &own_column)
        })
    }

    /// Whether a column has numbers of its own: three digits in most rows, also where the amount before them is none that a comma cuts.
    fn has_numbers(&self, column: usize, amount: usize) -> bool {
        let (mut rows, mut numbers, mut own) = (0_usize, 0_usize, 0_usize);
        for row in self.export.sheet.rows.iter().filter_map(Raw::cells).filter(|row| !row.record.is_blank_at(amount)) {
            let is_number = matches!(row.record.get(column).map(<[u8]>::trim_ascii), Some(cell) if cell.len() == 3 && cell.iter().all(u8::is_ascii_digit));
            rows += 1;
            numbers += usize::from(is_number);
            own += usize::from(is_number && !begins_thousands(row.record.text(amount).trim()));
        }
        numbers * 2 > rows && own > 0
    }

    /// What a row says in our columns, without those that it leaves blank.
    fn translated(&self, row: ExportRow<'_>, faults: &mut Vec<RowFault>) -> Vec<(ReadColumn, String)> {
        let mut cells = Vec::new();
        for (&column, source) in &self.export.map.sources {
            let ours = match source {
                ColumnSource::Constant(constant) => Some(constant.clone()),
                ColumnSource::Theirs(_) => self.translate(row, column, faults),
            };
            if let Some(ours) = ours.filter(|ours| !ours.is_empty()) {
                cells.push((column, ours));
            }
        }
        cells
    }

    /// What a row says in one of our columns; `None` if it says nothing, or nothing that can be read.
    fn translate(&self, row: ExportRow<'_>, column: ReadColumn, faults: &mut Vec<RowFault>) -> Option<String> {
        let (map, at) = (self.export.map, self.place(column)?);
        let theirs = text(row, at, faults);
        let cell = Cell { column, text: &theirs, row: row.start, at };
        if theirs.is_empty() || is_own_number(self.export, row, &cell) {
            return None;
        }
        let is_refund = self.export.is_of_kind(row, &[EntryKindName::Refund]);
        let ours = self.cells.translate(&cell, faults);
        let ours = match ours.and_then(|ours| self.references.resolve(&cell, ours, is_refund)) {
            Ok(ours) => ours,
            Err(fault) => {
                faults.push(fault);
                return None;
            }
        };
        let multiple = map.amounts_in.of(column).filter(|_| ReadColumn::AMOUNTS.contains(&column));
        Some(multiple.and_then(|multiple| multiple.whole(&ours)).unwrap_or(ours))
    }

    /// Makes the id of a row that has none out of its reference.
    fn make_id(&self, row: ExportRow<'_>, cells: &mut Vec<(ReadColumn, String)>, faults: &mut Vec<RowFault>) {
        let at = self.place(ReadColumn::Reference);
        let reference = cells.iter().find(|(column, _)| *column == ReadColumn::Reference);
        let id = reference.and_then(|(_, reference)| id_of(&self.export.map.id_prefix, reference));
        if let Some(id) = id {
            cells.insert(0, (ReadColumn::Id, id));
            return;
        }
        // What is wrong with the reference is reported.
        if at.is_some() && faults.iter().any(|fault| fault.cell == at) {
            return;
        }
        let message = "the row has no reference from which an id could be made".to_owned();
        let hint = Some(blank_remedy(row));
        faults.push(RowFault { row: row.start, cell: at, code: Code::MissingCell, message, hint });
    }

    /// Says what to do about cells that are blank and may not be: what fills them would make an entry of whatever the row is.
    fn advise_on_blanks(&self, row: ExportRow<'_>, faults: &mut [RowFault]) {
        let blank = faults.iter_mut().filter(|fault| fault.code == Code::MissingCell && fault.hint.is_none());
        for fault in blank {
            let of_amounts = self.export.places.amounts().find(|(_, at)| Some(*at) == fault.cell);
            let name = of_amounts.and_then(|(_, at)| self.export.sheet.header.get(at));
            fault.hint = Some(match name {
                Some(name) => format!(
                    "fill in the cell; where rows without `{0}` are not entries, leave them out: `\"{0}\" = [\"\"]` under `[skip]` in the map",
                    short(name)
                ),
                None => blank_remedy(row),
            });
        }
    }

    /// Reports words that will be printed and that no font can print.
    fn report_unprintable(&self, row: ExportRow<'_>, cells: &[(ReadColumn, String)], faults: &mut Vec<RowFault>) {
        let printed = cells.iter().filter(|(column, _)| matches!(column, ReadColumn::Purposes | ReadColumn::What));
        for (column, text) in printed {
            if let Some(c) = (self.unprintable)(text) {
                let message = format!("no font has the character `{c}` (U+{:04X})", u32::from(c));
                let hint = Some("write it in words, or bring a font that has it".to_owned());
                faults.push(RowFault { row: row.start, cell: self.place(*column), code: Code::NoGlyph, message, hint });
            }
        }
    }

    /// What to say of an amount that has no currency beside others that do.
    fn blank_currency(&self, row: ExportRow<'_>, entry: &LedgerEntry) -> Option<RowFault> {
        let (at, usual) = (self.place(ReadColumn::Currency)?, self.doubtful?);
        if entry.kind.amount().is_none() || !row.record.is_blank_at(at) {
            return None;
        }
        let message = format!("the row has an amount and no currency, and other rows are in others than {usual}");
        let hint = format!("write its currency into the cell in the export, `{usual}` where it is that");
        Some(RowFault { row: row.start, cell: Some(at), code: Code::MissingCell, message, hint: Some(hint) })
    }

    /// The entry that our cells state, read as a row of the ledger is.
    fn entry(
        &self,
        row: ExportRow<'_>,
        cells: &[(ReadColumn, String)],
        context: &mut EntryContext<'_>,
        faults: &mut Vec<RowFault>,
    ) -> Option<LedgerEntry> {
        // Blank cells are there as well, so that a fault of one has its place.
        let all = self.export.places.all().map(|(column, _)| column);
        let blank = all.filter(|column| !cells.iter().any(|(filled, _)| filled == column));
        let columns: Vec<ReadColumn> = cells.iter().map(|(column, _)| *column).chain(blank).collect();
        let mut record = Record::default();
        let texts = cells.iter().map(|(_, text)| text.as_str()).chain(std::iter::repeat(""));
        texts.take(columns.len()).for_each(|text| record.push(text));
        let places = Columns::at(columns.iter().enumerate().map(|(at, column)| (*column, at)), columns.len());
        let found = RefCell::new(RowFaults::default());
        let format = self.export.map.options.number_format;
        let numbers = format.map(RowNumbers::Read);
        let entry = context.entry(&Row::new(&record, &places, row.start, &found).with_numbers(numbers));
        for mut fault in found.into_inner().kept {
            if fault.code == Code::BadAmount && format.is_none() {
                let written = fault.cell.and_then(|at| cells.get(at)).filter(|(_, text)| !is_plain(text));
                fault.hint = fault.hint.or_else(|| format_remedy(&written?.1));
            }
            // Places in our row become places in theirs.
            fault.cell = fault.cell.and_then(|at| columns.get(at)).and_then(|column| self.place(*column));
            // Two of our columns may be made of one of theirs.
            let is_known =
                |known: &RowFault| fault.cell.is_some() && (known.cell, known.code) == (fault.cell, fault.code);
            if !faults.iter().any(is_known) {
                faults.push(fault);
            }
        }
        entry
    }
}

/// What comes of a row that the map leaves out by a word; faults are those of the cells that are looked at.
fn skipped(row: ExportRow<'_>, skip: &[SkipColumn<'_>], faults: &mut Vec<RowFault>) -> Option<Outcome> {
    for SkipColumn { at, name, words } in skip {
        let said = text(row, *at, faults);
        if words.contains(&said) {
            return Some(Outcome::Skipped(*at, format!("`{name}` is `{}`", short(&said))));
        }
    }
    None
}

/// What to do about a row with a blank cell that may not be.
fn blank_remedy(row: ExportRow<'_>) -> String {
    format!(
        "fill in the cell in the export; where the row is not an entry, leave it out with `skip-rows = [{}]` in the map",
        row.start.line
    )
}

pub(super) fn has_errors(faults: &[RowFault]) -> bool {
    faults.iter().any(|fault| fault.code.severity() == Severity::Error)
}
