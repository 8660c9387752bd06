//! What each row of an export comes to, but for what the ledger as a whole says of it.
//!
//! The rows are read one after the other; then those that say by their sums, units or marks that they are not entries are
//! refused; then the others are matched with the ledger and with each other.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{EntryKindName, LedgerEntry};

use super::Books;
use super::export::{ExportRow, Raw};
use super::known::{self, KnownEntries, OurCells};
use super::matching::meet;
use super::reader::{LeftOutRow, MappedReader, Outcome, has_errors};
use super::{RowFate, marks, sums, unit};
use crate::diagnostic::{Code, Severity};
use crate::read::ledger::columns::ReadColumn;
use crate::read::ledger::entry::EntryContext;
use crate::sheet::{RowFault, RowStart};
use crate::tree::short;

/// A row of the export, and what is known so far of what becomes of it.
pub(super) struct Planned {
    pub(super) start: RowStart,
    pub(super) cells: OurCells,
    pub(super) fate: RowFate,
    pub(super) entry: Option<LedgerEntry>,
}

impl Planned {
    fn refused(start: RowStart, why: &str) -> Self {
        Self { start, cells: Vec::new(), fate: RowFate::Refused(why.to_owned()), entry: None }
    }

    fn skipped(start: RowStart, why: String) -> Self {
        Self { start, cells: Vec::new(), fate: RowFate::Skipped(why), entry: None }
    }

    /// What its entry is known by, in words.
    pub(super) fn name(&self, id_is_made: bool) -> String {
        let entry = self.entry.as_ref();
        match entry.and_then(|entry| entry.reference.as_deref()).filter(|_| id_is_made) {
            Some(reference) => format!("reference `{}`", short(reference)),
            None => format!("id `{}`", short(entry.map_or("", |entry| entry.id.as_str()))),
        }
    }

    /// Leaves out an entry that is there already.
    pub(super) fn leave_out(&mut self, id_is_made: bool, why: &str) {
        self.fate = RowFate::Skipped(format!("{}: {why}", self.name(id_is_made)));
        self.entry = None;
    }
}

/// The rows of an export and their faults.
pub(super) struct PlannedRows {
    pub(super) rows: Vec<Planned>,
    pub(super) faults: Vec<RowFault>,
}

/// Works out what each row comes to.
pub(super) fn plan_rows(reader: &MappedReader<'_>, books: &Books<'_>) -> PlannedRows {
    let mut known = KnownEntries::new(books.ledger);
    let mut planner = RowPlanner::new(reader, books);
    planner.read_rows();
    planner.check_rows(&known);
    planner.announce(&mut known);
    planner.report_passed_over(&known);
    planner.match_rows(&mut known);
    planner.report_left_out(&known);
    planner.report_other_source(&known);
    planner.finish()
}

struct RowPlanner<'p> {
    reader: &'p MappedReader<'p>,
    books: &'p Books<'p>,
    /// Where rows may say that they are totals.
    sums: sums::Cells,
    /// What the rows of the export are read with, one after the other.
    context: EntryContext<'p>,
    rows: Vec<Planned>,
    faults: Vec<RowFault>,
    /// Rows that cannot be read, by their lines.
    broken: BTreeMap<u64, Broken>,
    stated: Vec<StatedEntry>,
    passed_over: Vec<PassedOver<'p>>,
    left_out: Vec<LeftOutByWord<'p>>,
    /// The row below which nothing is taken: the others may be of another table, or of a section that does not count.
    heading: Option<u64>,
    other_table: Option<RowFault>,
}

/// A row whose cells cannot be told apart.
struct Broken {
    start: RowStart,
    why: String,
}

/// A row that states an entry: its place among the rows, and whether its id was made of its reference.
#[derive(Clone, Copy)]
struct StatedEntry {
    at: usize,
    id_is_made: bool,
}

/// A row that the map leaves out by its number, or because it is one of the last.
struct PassedOver<'p> {
    row: ExportRow<'p>,
    is_last: bool,
}

/// A row that the map leaves out by the word in a cell: its place among the rows, and that of the cell.
struct LeftOutByWord<'p> {
    at: usize,
    cell: usize,
    row: ExportRow<'p>,
}

impl<'p> RowPlanner<'p> {
    fn new(reader: &'p MappedReader<'p>, books: &'p Books<'p>) -> Self {
        let (export, sheet) = (reader.export, reader.export.sheet);
        let last = sheet.rows.iter().enumerate().filter(|(at, _)| export.is_skipped_last(*at));
        let mut passed_over: BTreeSet<u64> = last.map(|(_, raw)| raw.line()).collect();
        passed_over.extend(&export.map.skip_rows);
        let faults: Vec<RowFault> =
            sheet.faults.iter().filter(|fault| !passed_over.contains(&fault.row.line)).cloned().collect();
        let broken = faults
            .iter()
            .filter(|fault| fault.code.severity() == Severity::Error)
            .map(|fault| (fault.row.line, Broken { start: fault.row, why: fault.message.clone() }))
            .collect();
        Self {
            reader,
            books,
            sums: sums::Cells::of(export),
            context: books.context(),
            rows: Vec::new(),
            faults,
            broken,
            stated: Vec::new(),
            passed_over: Vec::new(),
            left_out: Vec::new(),
            heading: None,
            other_table: None,
        }
    }

    /// Reads the rows, and sorts out those that the map leaves out, totals, and those that cannot be read.
    fn read_rows(&mut self) {
        let export = self.reader.export;
        for (at, raw) in export.sheet.rows.iter().enumerate() {
            let start = raw.start();
            let why = self.broken.get(&start.line).map(|broken| broken.why.clone());
            let planned = match (raw.cells(), why) {
                (cells, _) if export.is_passed_over(at, start.line) => {
                    if let Some(row) = cells {
                        self.pass_over(row, export.is_skipped_last(at));
                    }
                    Planned::skipped(start, "the map says so".to_owned())
                }
                (_, Some(why)) => Planned::refused(start, &why),
                (None, None) => Planned::skipped(start, "it is a row of totals".to_owned()),
                (Some(row), None) => self.read_row(row),
            };
            self.rows.push(planned);
        }
    }

    fn pass_over(&mut self, row: ExportRow<'p>, is_last: bool) {
        self.passed_over.push(PassedOver { row, is_last });
        if let Some(fault) = self.reader.other_table(row) {
            // Without its headings it is a table of other columns all the same.
            self.heading = self.heading.or(Some(row.start.line));
            self.other_table = Some(fault);
        }
    }

    fn read_row(&mut self, row: ExportRow<'p>) -> Planned {
        let start = row.start;
        let read = self.reader.row(row, &mut self.context);
        self.faults.extend(read.faults.iter().cloned());
        match read.outcome {
            Outcome::Entry(..) if let Some(line) = self.heading => {
                self.faults.extend(self.other_table.take());
                let why = format!("it is below row {line}, which may be the heading of another table or section");
                Planned { cells: read.cells, ..Planned::refused(start, &why) }
            }
            Outcome::Entry(entry, id_is_made) => {
                self.stated.push(StatedEntry { at: self.rows.len(), id_is_made });
                Planned { start, cells: read.cells, fate: RowFate::New, entry: Some(*entry) }
            }
            Outcome::Skipped(cell, why) => {
                self.left_out.push(LeftOutByWord { at: self.rows.len(), cell, row });
                Planned::skipped(start, why)
            }
            Outcome::Refused => {
                let first = read.faults.iter().find(|fault| has_errors(std::slice::from_ref(fault)));
                let why = first.map_or("it states no entry", |fault| fault.message.as_str());
                self.heading = self.heading.or(read.is_heading.then_some(start.line));
                Planned { cells: read.cells, ..Planned::refused(start, why) }
            }
        }
    }

    /// Refuses rows that are totals, of another unit, or marked as not counting.
    fn check_rows(&mut self, known: &KnownEntries) {
        let export = self.reader.export;
        let records = export.sheet.records();
        let (rows, faults) = (&mut self.rows, &mut self.faults);
        sums::check_rows(&self.sums, &export.sheet.header, &records, rows, faults);
        unit::check_rows(export, &records, rows, faults);
        marks::check_rows(export, &records, known, rows, faults);
        self.stated.retain(|stated| rows.get(stated.at).is_some_and(|row| row.fate == RowFate::New));
    }

    /// Makes the references of the remaining rows known, before any is matched.
    fn announce(&self, known: &mut KnownEntries) {
        for stated in &self.stated {
            if let Some(entry) = self.entry(*stated) {
                known.expect(entry, stated.id_is_made);
            }
        }
    }

    /// Warns of entries that the map leaves out by their numbers.
    fn report_passed_over(&mut self, known: &KnownEntries) {
        for passed in &self.passed_over {
            // A total that has all that makes an entry is one that the map is advised to leave out.
            if !self.sums.call_a_total(passed.row.record) {
                self.faults.extend(self.passed_entry(passed, known));
            }
        }
    }

    /// What to say of a row that the map leaves out by its number and that states an entry which nothing else has.
    fn passed_entry(&self, passed: &PassedOver<'_>, known: &KnownEntries) -> Option<RowFault> {
        let read = self.reader.row(passed.row, &mut self.books.context());
        let Outcome::Entry(entry, is_made) = read.outcome else { return None };
        if has_errors(&read.faults) || known.has_reference(&entry, is_made) {
            return None;
        }
        let (key, hint) = if passed.is_last {
            ("skip-last", "where it is an entry, write a lower `skip-last`: blank rows are not counted")
        } else {
            (
                "skip-rows",
                "where it is an entry, take its number out of `skip-rows`: the rows of each export have other numbers",
            )
        };
        let message = format!("the row has all that makes an entry, and `{key}` in the map leaves it out");
        let (row, hint) = (passed.row.start, Some(hint.to_owned()));
        Some(RowFault { row, cell: None, code: Code::EntryLeftOut, message, hint })
    }

    /// Leaves out or refuses the rows that the ledger or another row has, or may have; gives the others their ids.
    fn match_rows(&mut self, known: &mut KnownEntries) {
        let mut stated = std::mem::take(&mut self.stated);
        if self.reader.export.map.shared_references {
            stated.sort_by_key(|stated| self.rank(*stated));
        }
        // Rows that the ledger has to the letter come first, so that others cannot pass for them.
        stated.retain(|stated| !self.claim(*stated, known));
        for StatedEntry { at, id_is_made } in stated {
            if let Some(row) = self.rows.get_mut(at) {
                self.faults.extend(meet(known, self.reader, row, id_is_made));
            }
        }
    }

    /// The order in which rows that share references get their ids: a pledge has the id that is made of its reference, and what was
    /// paid on it the numbers after that; a payment on none has that id before what went back of it.
    fn rank(&self, stated: StatedEntry) -> (bool, bool) {
        let kind = self.entry(stated).map(|entry| &entry.kind);
        let is_promise = kind.is_some_and(|kind| kind.promise().is_some());
        (!is_promise, kind.is_some_and(|kind| kind.name() == EntryKindName::Refund))
    }

    /// Leaves out a row that the ledger has to the letter; says whether it does.
    fn claim(&mut self, StatedEntry { at, id_is_made }: StatedEntry, known: &mut KnownEntries) -> bool {
        let Some(row) = self.rows.get_mut(at) else { return false };
        let Some(entry) = &row.entry else { return false };
        let Some(why) = known.claim(entry, id_is_made, row.start.line, &row.cells) else { return false };
        row.leave_out(id_is_made, &why);
        true
    }

    /// Refuses the rows that a word leaves out while the ledger goes on counting them.
    fn report_left_out(&mut self, known: &KnownEntries) {
        for left_out in std::mem::take(&mut self.left_out) {
            let read = self.reader.left_out(left_out.row, &mut self.books.context());
            if let (Some(row), Some(read)) = (self.rows.get_mut(left_out.at), read) {
                let is_shared = self.reader.export.map.shared_references;
                self.faults.extend(still_counted(known, is_shared, row, left_out.cell, &read));
            }
        }
        self.faults.extend(self.reader.turned_days());
    }

    /// Warns of an export that says again, under numbers of its own, what the ledger has from another system.
    fn report_other_source(&mut self, known: &KnownEntries) {
        /// Fewer payments may be the same by chance, and so may a part of more.
        const FEWEST: usize = 3;
        const PER_CENT: usize = 80;
        let new = self.rows.iter().filter(|row| row.fate == RowFate::New);
        let new: Vec<_> = new
            .filter_map(|row| Some((row, row.entry.as_ref()?)))
            .filter(|(_, entry)| entry.kind.amount().is_some())
            .collect();
        let entries: Vec<&LedgerEntry> = new.iter().map(|(_, entry)| *entry).collect();
        let same = known.elsewhere(self.books.ledger, &entries);
        let count = same.iter().flatten().count();
        let first = new.iter().zip(&same).find_map(|((row, _), id)| Some((row.start, id.as_ref()?)));
        let Some((row, id)) = first.filter(|_| count >= FEWEST && count * 100 >= new.len() * PER_CENT) else { return };
        let message = format!(
            "{count} of {} new rows have the kind, day, amount and contributor of an entry that the ledger has under another number; of this \
             one, `{id}`",
            new.len()
        );
        let hint = "where they are the same payments, as another system has them, do not import them: the totals would count them twice";
        let cell = self.reader.place(ReadColumn::Reference).or_else(|| self.reader.place(ReadColumn::Id));
        self.faults.push(RowFault { row, cell, code: Code::RepeatedRow, message, hint: Some(hint.to_owned()) });
    }

    /// All rows in their order, with those whose cells could not be told apart: they are not among those that were read.
    fn finish(mut self) -> PlannedRows {
        let served: BTreeSet<u64> = self.reader.export.sheet.rows.iter().map(Raw::line).collect();
        let unread = self.broken.into_values().filter(|broken| !served.contains(&broken.start.line));
        self.rows.extend(unread.map(|broken| Planned::refused(broken.start, &broken.why)));
        self.rows.sort_by_key(|row| row.start.line);
        PlannedRows { rows: self.rows, faults: self.faults }
    }

    fn entry(&self, stated: StatedEntry) -> Option<&LedgerEntry> {
        self.rows.get(stated.at).and_then(|row| row.entry.as_ref())
    }
}

/// What to say of a row that a word leaves out while the ledger goes on counting what it was; it is refused.
fn still_counted(
    known: &KnownEntries,
    is_shared: bool,
    row: &mut Planned,
    cell: usize,
    LeftOutRow { key, entry, id_is_made }: &LeftOutRow,
) -> Option<RowFault> {
    let RowFate::Skipped(why) = &row.fate else { return None };
    let (id, kind) = known.counted(key, entry.as_ref(), is_shared)?;
    let name = if *id_is_made { "reference" } else { "id" };
    let message = format!("{why}, and the ledger has the {name} `{}` as `{id}` and goes on counting it", short(key));
    row.fate = RowFate::Refused(message.clone());
    let hint = format!(
        "where it no longer holds, {}; where the ledger is right, leave the row out with `skip-rows = [{}]` in the map",
        known::taking_out(id, kind),
        row.start.line
    );
    Some(RowFault { row: row.start, cell: Some(cell), code: Code::ChangedEntry, message, hint: Some(hint) })
}
