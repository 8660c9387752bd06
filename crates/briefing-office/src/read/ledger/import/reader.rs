//! From a row of an export to an entry, by the map and the ledger's own rules.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Currency, Day, EntryId, EntryKindName, Ledger, LedgerEntry, PartialDate, State};

use super::super::within;
use super::dates::DateFormat;
use super::export::{Raw, Sheet};
use super::known::id_of;
use super::map::{ColumnSource, Map};
use super::unit::unit_of_row;
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::look_alike;
use crate::read::ledger::amounts::in_place_of_amount;
use crate::read::ledger::columns::{Columns, ReadColumn, cell_beside, cut_amount, uneven_row};
use crate::read::ledger::entry::EntryContext;
use crate::read::ledger::row::{Row, RowFaults, RowNumbers, ditto};
use crate::sheet::{
    KeyColumns, LeftOut, NumberFormat, Record, RowFault, RowStart, heading_name, is_digits, magnitude, without_currency,
};
use crate::source::misread_word;
use crate::tree::{Log, list_of, short};

/// Reads rows by a map.
pub(super) struct MappedReader<'m> {
    map: &'m Map,
    /// A character of a text that cannot be printed.
    unprintable: &'m dyn Fn(&str) -> Option<char>,
    is_workbook: bool,
    /// What separates the columns.
    delimiter: u8,
    /// The names of the columns.
    header: Vec<String>,
    /// Our columns and where theirs stand.
    places: BTreeMap<ReadColumn, usize>,
    skip: Vec<(usize, &'m str, &'m [String])>,
    /// The references of the export, if ids are made of them and rows name others: how many different rows have each.
    references: BTreeMap<String, SharedBy>,
    /// The entries of the ledger by their references, if rows name others.
    called: BTreeMap<String, Vec<(EntryId, EntryKindName)>>,
    ledger: &'m Ledger,
    /// What was seen of the days of each column of a workbook.
    days: RefCell<BTreeMap<usize, DaysSeen>>,
}

/// What tells whether a spreadsheet turned days and months round when it opened a text.
#[derive(Default)]
struct DaysSeen {
    /// How many are stored as days, up to the 12th and after it.
    early: usize,
    late: usize,
    /// The first that is a text, after the 12th.
    text: Option<(RowStart, String)>,
    /// The row seen last: two of our columns may come from one of theirs.
    last: Option<RowStart>,
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

/// Where our columns and those of words to skip stand; `None`, with the faults reported, when one is not there.
pub(super) struct ColumnPlaces {
    places: BTreeMap<ReadColumn, usize>,
    skip: Vec<usize>,
}

impl ColumnPlaces {
    /// Whether rows of the export may name others.
    fn names_others(&self) -> bool {
        NAMING.iter().any(|column| self.at(*column).is_some())
    }

    pub(super) fn find(
        map: &Map,
        header: &[String],
        below: &dyn Fn() -> Vec<String>,
        name: &str,
        log: &Log,
    ) -> Option<Self> {
        let errors_before = log.errors();
        let known = |theirs: &String| header.iter().any(|column| heading_name(column) == heading_name(theirs));
        if !map.options.heading.names.iter().any(known) {
            let names: Vec<&str> = header.iter().map(String::as_str).collect();
            if names.iter().any(|name| name.contains(char::REPLACEMENT_CHARACTER)) {
                let message = "the names of the columns are not UTF-8".to_owned();
                log.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(name), message).with_hint(ENCODING));
                return None;
            }
            let fault = Diagnostic::new(
                Code::ExportColumn,
                FileSpan::whole_file(name),
                "the export has none of the columns that the map names".to_owned(),
            );
            let one = "nothing separates its columns that is known: see `delimiter` in the map";
            log.push(match names.as_slice() {
                [_] => fault.with_hint(one),
                _ => fault.with_hint(format!("its columns are {}", list_of(&names))),
            });
            return None;
        }
        let is_garbled = |column: &str| column.contains(char::REPLACEMENT_CHARACTER);
        let lacks_letters = |theirs: &String| !known(theirs) && !theirs.is_ascii();
        if header.iter().any(|column| is_garbled(column)) && map.options.heading.names.iter().any(lacks_letters) {
            let message = "the names of some columns are not UTF-8".to_owned();
            log.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(name), message).with_hint(ENCODING));
            return None;
        }
        let mut missing = BTreeSet::new();
        let mut find = |theirs: &str| {
            let same = |column: &&String| heading_name(column) == heading_name(theirs);
            let found = header.iter().position(|column| same(&column));
            if found.is_none() {
                // Two of our columns may be made of one of theirs.
                if !missing.insert(heading_name(theirs)) {
                    return None;
                }
                let names: Vec<&str> = header.iter().map(String::as_str).filter(|column| !is_garbled(column)).collect();
                let message = format!("the export has no column `{}`", short(theirs));
                let fault = Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(name), message);
                let in_second_row = below().iter().any(|cell| heading_name(cell) == heading_name(theirs));
                log.push(match briefing_model::nearest(theirs, names.iter().copied()) {
                    _ if in_second_row => fault.with_hint(format!(
                        "`{}` stands in the row below the other names: write the names of all columns into one row, and export again",
                        short(theirs)
                    )),
                    Some(meant) => fault.with_hint(format!("did you mean `{meant}`?")),
                    None => fault.with_hint(format!("its columns are {}", list_of(&names))),
                });
            } else if header.iter().filter(same).count() > 1 {
                let message = format!("the export has the column `{}` more than once", short(theirs));
                log.push(
                    Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(name), message)
                        .with_hint("rename one of them in the export"),
                );
            }
            found
        };
        let mut places = BTreeMap::new();
        for (column, source) in &map.sources {
            if let ColumnSource::Theirs(theirs) = source {
                places.extend(find(theirs).map(|at| (*column, at)));
            }
        }
        let skip = map.skip.iter().filter_map(|(column, _)| find(column)).collect();
        (log.errors() == errors_before).then_some(Self { places, skip })
    }

    /// Where a column of ours stands in the export.
    pub(super) fn at(&self, column: ReadColumn) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// The columns of amounts.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (ReadColumn, usize)> {
        ReadColumn::AMOUNTS.into_iter().filter_map(|column| Some((column, self.at(column)?)))
    }

    /// Whether anything is taken from a column of the export.
    pub(super) fn reads(&self, at: usize) -> bool {
        self.places.values().chain(&self.skip).any(|place| *place == at)
    }

    /// The columns by whose words rows are skipped: where each stands, its name and the words.
    pub(super) fn skipped<'m>(&self, map: &'m Map) -> impl Iterator<Item = (usize, &'m str, &'m [String])> {
        let skip = self.skip.iter().zip(&map.skip);
        skip.map(|(at, (column, words))| (*at, column.as_str(), words.as_slice()))
    }

    /// Where the columns stand that say what a row is.
    pub(super) fn key_columns(&self, map: &Map, of_ledger: Currency) -> KeyColumns {
        let at =
            |columns: &[ReadColumn]| columns.iter().filter_map(|column| self.places.get(column).copied()).collect();
        let key = [ReadColumn::Reference, ReadColumn::Id].iter().find_map(|column| self.places.get(column).copied());
        // Words of their own for currencies are not those of formats.
        let is_translated = map.values.contains_key(&ReadColumn::Currency);
        let usual = match map.sources.get(&ReadColumn::Currency) {
            Some(ColumnSource::Constant(text)) => Some(text.clone()),
            Some(ColumnSource::Theirs(_)) | None => Some(of_ledger.to_string()).filter(|_| !is_translated),
        };
        KeyColumns {
            kind: key,
            amounts: at(&ReadColumn::AMOUNTS),
            dates: at(&ReadColumn::DATES),
            currency: self.places.get(&ReadColumn::Currency).copied().filter(|_| !is_translated),
            usual_currency: usual,
            converted: self.at(ReadColumn::Value).map(|at| (at, of_ledger.to_string())),
            is_currency_said: matches!(map.sources.get(&ReadColumn::Currency), Some(ColumnSource::Constant(_))),
            currency_remedy: "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`; or \
                              correct the cell's format",
            text_remedy: "its currency stands in a column of its own, or under `[constants]` in the map",
            read: Some(self.places.values().chain(&self.skip).copied().collect()),
            units_said: self
                .amounts()
                .filter(|(column, _)| map.amounts_in.of(*column).is_some())
                .map(|(_, at)| at)
                .collect(),
            number_format: map.options.number_format,
            left_out: Some(LeftOut {
                lines: map.skip_rows.clone(),
                words: self.skipped(map).map(|(at, _, words)| (at, words.to_vec())).collect(),
            }),
        }
    }
}

impl<'m> MappedReader<'m> {
    pub(super) fn new(
        map: &'m Map,
        places: &ColumnPlaces,
        sheet: &Sheet,
        ledger: &'m Ledger,
        unprintable: &'m dyn Fn(&str) -> Option<char>,
    ) -> Self {
        let skip = places.skipped(map).collect();
        Self {
            map,
            unprintable,
            is_workbook: sheet.is_workbook,
            delimiter: sheet.delimiter,
            header: sheet.header.clone(),
            places: places.places.clone(),
            skip,
            references: references(map, places, sheet),
            called: called(places, ledger),
            ledger,
            days: RefCell::default(),
        }
    }

    /// Columns of a workbook whose days look as if a spreadsheet of another country had turned some of them round.
    pub(super) fn turned_days(&self) -> Vec<RowFault> {
        /// Fewer days that are all before the 13th may be so by chance.
        const FEWEST: usize = 2;
        let seen = self.days.borrow();
        let turned = seen.iter().filter(|(_, seen)| seen.late == 0 && seen.early >= FEWEST);
        let faults = turned.filter_map(|(&at, seen)| {
            let (row, text) = seen.text.as_ref()?;
            let message = format!(
                "`{}` is a text, and the days of its column that are stored as days are all before the 13th: a spreadsheet may have \
                 taken their months for days",
                short(text)
            );
            let hint = Some("export again, and import that file without opening it in a spreadsheet".to_owned());
            Some(RowFault { row: *row, cell: Some(at), code: Code::DaysTurned, message, hint })
        });
        faults.collect()
    }

    fn see_day(&self, at: usize, row: RowStart, ours: &str, text: Option<&str>) {
        let mut days = self.days.borrow_mut();
        let seen = days.entry(at).or_default();
        if seen.last.replace(row) == Some(row) {
            return;
        }
        let is_late = ours.get(8..10).and_then(|day| day.parse::<u32>().ok()).is_some_and(|day| day > 12);
        match (text, is_late) {
            (None, false) => seen.early += 1,
            (None, true) => seen.late += 1,
            (Some(text), true) => _ = seen.text.get_or_insert_with(|| (row, text.to_owned())),
            (Some(_), false) => {}
        }
    }

    /// Where one of our columns stands in the export.
    pub(super) fn place(&self, column: ReadColumn) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// Reads a row.
    pub(super) fn row(&self, record: &Record, start: RowStart, desk: &mut EntryContext<'_>) -> ReadRow {
        self.read(record, start, desk, &self.skip)
    }

    /// What a row that is left out by a word would be: what it is known by, its entry if it states one, and whether its id was made.
    pub(super) fn left_out(
        &self,
        record: &Record,
        start: RowStart,
        desk: &mut EntryContext<'_>,
    ) -> Option<(String, Option<LedgerEntry>, bool)> {
        let ReadRow { cells, outcome, .. } = self.read(record, start, desk, &[]);
        let is_made = !self.map.sources.contains_key(&ReadColumn::Id);
        let wanted = if is_made { ReadColumn::Reference } else { ReadColumn::Id };
        let (_, key) = cells.into_iter().find(|(column, _)| *column == wanted)?;
        let entry = if let Outcome::Entry(entry, _) = outcome { Some(*entry) } else { None };
        Some((key, entry, is_made))
    }

    fn read(
        &self,
        record: &Record,
        start: RowStart,
        desk: &mut EntryContext<'_>,
        skip: &[(usize, &str, &[String])],
    ) -> ReadRow {
        let refused = |faults| ReadRow { cells: Vec::new(), outcome: Outcome::Refused, faults, is_heading: false };
        let width = self.header.len();
        if record.len() != width && self.is_workbook {
            // No mark splits the cells of a workbook: what stands there is a cell of its own.
            let hint = "name its column in the row of headings, also where a merged heading stands above several columns; or delete it";
            return refused(vec![RowFault { hint: Some(hint.to_owned()), ..cell_beside(record, width, start) }]);
        }
        if record.len() != width {
            return refused(vec![uneven_row(record, width, self.delimiter, start)]);
        }
        if let Some((fault, _)) = self.headings_again(record, start) {
            return ReadRow { is_heading: true, ..refused(vec![fault]) };
        }
        let column = |at: usize| self.places.iter().find(|(_, place)| **place == at).map(|(column, _)| *column);
        let has_comma = self.map.options.number_format == Some(NumberFormat::European);
        let cut = || cut_amount(record, &column, has_comma, start);
        let cut = (!self.is_workbook && self.delimiter == b',').then(cut).flatten();
        let mut faults: Vec<RowFault> = Vec::new();
        for (at, column, words) in skip {
            let said = text(record, *at, start, &mut faults);
            if words.contains(&said) {
                let outcome = Outcome::Skipped(*at, format!("`{column}` is `{}`", short(&said)));
                return ReadRow { outcome, ..refused(Vec::new()) };
            }
        }
        if let Some(fault) = cut {
            return refused(vec![fault]);
        }
        let mut cells = Vec::new();
        for (&column, source) in &self.map.sources {
            let ours = match source {
                ColumnSource::Constant(constant) => constant.clone(),
                ColumnSource::Theirs(_) => {
                    let Some(at) = self.place(column) else { continue };
                    let theirs = text(record, at, start, &mut faults);
                    // The number of an agreement is a pledge's own, and names it in the rows of what was paid under it.
                    let is_own = || {
                        column == ReadColumn::Ref
                            && self.map.shared_references
                            && self
                                .place(ReadColumn::Reference)
                                .is_some_and(|own| text(record, own, start, &mut Vec::new()) == theirs)
                            && is_of(&PROMISES, self.map, self.place(ReadColumn::Kind), record, start)
                    };
                    if theirs.is_empty() || is_own() {
                        continue;
                    }
                    let ours = self.translate(column, &theirs, start, at, &mut faults);
                    let kind = self.place(ReadColumn::Kind);
                    let is_refund = is_of(&[EntryKindName::Refund], self.map, kind, record, start);
                    let ours = match self.named(column, &ours, is_refund) {
                        Ok(ours) => ours,
                        Err((message, hint)) => {
                            let hint = Some(hint);
                            faults.push(RowFault {
                                row: start,
                                cell: Some(at),
                                code: Code::UnknownEntry,
                                message,
                                hint,
                            });
                            String::new()
                        }
                    };
                    let multiple = self.map.amounts_in.of(column).filter(|_| ReadColumn::AMOUNTS.contains(&column));
                    multiple.and_then(|multiple| multiple.whole(&ours)).unwrap_or(ours)
                }
            };
            if !ours.is_empty() {
                cells.push((column, ours));
            }
        }
        let cell =
            |wanted: ReadColumn| cells.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.clone());
        let is_made = cell(ReadColumn::Id).is_none();
        if is_made {
            let at = self.place(ReadColumn::Reference);
            match cell(ReadColumn::Reference).and_then(|reference| id_of(&self.map.id_prefix, &reference)) {
                Some(id) => cells.insert(0, (ReadColumn::Id, id)),
                // What is wrong with the reference is reported.
                None if at.is_some() && faults.iter().any(|fault| fault.cell == at) => {}
                None => {
                    let message = "the row has no reference from which an id could be made".to_owned();
                    let (cell, hint) =
                        (self.place(ReadColumn::Reference), Some("fill the cell in the export".to_owned()));
                    faults.push(RowFault { row: start, cell, code: Code::MissingCell, message, hint });
                }
            }
        }
        // A column of theirs that two of ours are made of is reported once.
        faults.dedup_by(|one, other| (one.cell, &one.message) == (other.cell, &other.message));
        if has_errors(&faults) {
            // What else is wrong is said too, but not what is lacking where there was something to read.
            let mut others = Vec::new();
            self.entry(&cells, start, desk, &mut others);
            others.retain(|other| other.cell.is_some() && !faults.iter().any(|fault| fault.cell == other.cell));
            faults.extend(others);
            let is_heading = self.may_head(record);
            return ReadRow { cells, outcome: Outcome::Refused, faults, is_heading };
        }
        for (column, text) in &cells {
            let is_printed = matches!(column, ReadColumn::Purposes | ReadColumn::What);
            if let Some(c) = (self.unprintable)(text).filter(|_| is_printed) {
                let message = format!("no font has the character `{c}` (U+{:04X})", u32::from(c));
                let hint = Some("write it in words, or bring a font that has it".to_owned());
                faults.push(RowFault { row: start, cell: self.place(*column), code: Code::NoGlyph, message, hint });
            }
        }
        let entry = self.entry(&cells, start, desk, &mut faults).filter(|_| !has_errors(&faults));
        if let Some(fault) = no_entry(&faults, record, start, &self.header, &self.places) {
            faults = vec![fault];
        }
        let is_heading = entry.is_none() && self.may_head(record);
        let outcome = entry.map_or(Outcome::Refused, |entry| Outcome::Entry(Box::new(entry), is_made));
        ReadRow { cells, outcome, faults, is_heading }
    }

    /// The id of the entry that a row names by its reference in the export: ids are made of references. Otherwise what is wrong, and what
    /// to do.
    fn named(&self, column: ReadColumn, ours: &str, is_refund: bool) -> Result<String, (String, String)> {
        let is_made = !self.map.sources.contains_key(&ReadColumn::Id) && !self.map.values.contains_key(&column);
        let made = id_of(&self.map.id_prefix, ours).filter(|_| is_made && NAMING.contains(&column));
        let Some(made) = made else { return Ok(ours.to_owned()) };
        let of_ledger = |id: &str| id.parse::<EntryId>().ok().and_then(|id| self.ledger.entry(&id));
        let is_on_pledge = matches!(column, ReadColumn::Ref | ReadColumn::Pledge);
        let shared = self.references.get(ours);
        if let Some(SharedBy { rows, promises, payments }) =
            shared.filter(|_| self.map.shared_references && is_on_pledge)
        {
            // Of entries that share the number of an agreement, the pledge is the one that others are about.
            let is_promise = |id: &str| of_ledger(id).is_some_and(|entry| entry.kind.promise().is_some());
            let ours_of_ledger = [ours, &made].into_iter().find(|id| is_promise(id));
            let is_another = *rows == 1 && self.place(column) != self.place(ReadColumn::Reference);
            let pledge = self.called(ours, &PROMISES);
            if is_refund && (pledge, ours_of_ledger, *promises) == (None, None, 0) {
                // What goes back under the number of a voucher goes back of what was paid under it.
                let is_payment =
                    |id: &str| of_ledger(id).is_some_and(|entry| entry.kind.name() == EntryKindName::Receipt);
                let payment = self.called(ours, &[EntryKindName::Receipt]).map(ToString::to_string);
                let payment =
                    payment.or_else(|| [ours, &made].into_iter().find(|id| is_payment(id)).map(str::to_owned));
                return match (payment, payments) {
                    (Some(id), _) => Ok(id),
                    (None, 1) => Ok(made),
                    (None, 0) => Err((
                        format!(
                            "no payment has the reference `{}`, neither in the export nor in the ledger",
                            short(ours)
                        ),
                        "enter the payment in the ledger first".to_owned(),
                    )),
                    (None, payments) => Err((
                        format!("{payments} different payments of the export have the reference `{}`", short(ours)),
                        "give each of them a reference of its own in the export".to_owned(),
                    )),
                };
            }
            return match (pledge, ours_of_ledger, promises) {
                (Some(id), ..) => Ok(id.to_string()),
                (None, Some(id), _) => Ok(id.to_owned()),
                (None, None, 1) => Ok(made),
                (None, None, 0) if is_another => Ok(made),
                (None, None, 0) => Err((
                    format!("no pledge has the reference `{}`, neither in the export nor in the ledger", short(ours)),
                    "enter the pledge in the ledger first; where these were paid on none, take the column out of the map".to_owned(),
                )),
                (None, None, promises) => Err((
                    format!("{promises} different pledges of the export have the reference `{}`", short(ours)),
                    "give each of them a reference of its own in the export".to_owned(),
                )),
            };
        }
        match shared {
            Some(SharedBy { rows: 1, .. }) => Ok(made),
            Some(SharedBy { rows, promises, .. }) => {
                let agreement = match promises {
                    0 | 1 => {
                        "; where it is the number of an agreement under which they were paid, say `shared-references = true` in the map"
                    }
                    _ => "",
                };
                Err((
                    format!("{rows} different rows of the export have the reference `{}`", short(ours)),
                    format!("give each of them a reference of its own in the export{agreement}"),
                ))
            }
            None if of_ledger(ours).is_none() && of_ledger(&made).is_some() => Ok(made),
            None if of_ledger(ours).is_none() => {
                Ok(self.called(ours, &EntryKindName::ALL).map_or_else(|| ours.to_owned(), ToString::to_string))
            }
            None => Ok(ours.to_owned()),
        }
    }

    /// The one entry of the ledger of these kinds that has a reference.
    fn called(&self, reference: &str, kinds: &[EntryKindName]) -> Option<&EntryId> {
        let mut called = self.called.get(reference)?.iter().filter(|(_, kind)| kinds.contains(kind));
        called.next().filter(|_| called.next().is_none()).map(|(id, _)| id)
    }

    /// Whether a row that is no entry may be the heading of those below it: a few words, and no amount.
    fn may_head(&self, record: &Record) -> bool {
        const MOST: usize = 2;
        let is_blank = |column: &ReadColumn| self.place(*column).is_none_or(|at| record.is_blank_at(at));
        let filled = (0..record.len()).filter(|&at| !record.is_blank_at(at)).count();
        ReadColumn::AMOUNTS.iter().all(is_blank) && filled <= MOST
    }

    /// What to say of a row with which a table of other columns begins.
    pub(super) fn other_table(&self, record: &Record, row: RowStart) -> Option<RowFault> {
        self.headings_again(record, row).filter(|(_, is_whole)| !is_whole).map(|(fault, _)| fault)
    }

    /// What to say of a row that has the names of the columns again, which is whole, or of others: another table begins there.
    fn headings_again(&self, record: &Record, row: RowStart) -> Option<(RowFault, bool)> {
        let is_name = |at: usize| {
            let cell = record.text(at);
            self.header.get(at).is_some_and(|name| !name.is_empty() && heading_name(name) == heading_name(&cell))
        };
        let mapped: BTreeSet<usize> = self.places.values().copied().collect();
        let named = mapped.iter().filter(|at| is_name(**at)).count();
        if named < 2 {
            return None;
        }
        let whole = named == mapped.len();
        let message = if whole {
            "the row has the names of the columns again".to_owned()
        } else {
            "another table begins here, with other columns".to_owned()
        };
        let hint = if whole {
            format!("leave it out with `skip-rows = [{}]` in the map, if the rows below it are entries too", row.line)
        } else {
            "export each table on its own: the rows below would be read by the columns of the first".to_owned()
        };
        Some((RowFault { row, cell: None, code: Code::ExportColumn, message, hint: Some(hint) }, whole))
    }

    /// The entry that our cells state, read as a row of the ledger is.
    fn entry(
        &self,
        cells: &[(ReadColumn, String)],
        start: RowStart,
        desk: &mut EntryContext<'_>,
        faults: &mut Vec<RowFault>,
    ) -> Option<LedgerEntry> {
        // Blank cells are there as well, so that a fault of one has its place.
        let blank = self.places.keys().filter(|column| !cells.iter().any(|(filled, _)| filled == *column));
        let columns: Vec<ReadColumn> = cells.iter().map(|(column, _)| column).chain(blank).copied().collect();
        let mut record = Record::default();
        let texts = cells.iter().map(|(_, text)| text.as_str()).chain(std::iter::repeat(""));
        texts.take(columns.len()).for_each(|text| record.push(text));
        let row = Columns::at(columns.iter().enumerate().map(|(at, column)| (*column, at)), columns.len());
        let found = RefCell::new(RowFaults::default());
        let numbers = self.map.options.number_format.map(RowNumbers::Read);
        let entry = desk.entry(&Row::new(&record, &row, start, &found).with_numbers(numbers));
        for mut fault in found.into_inner().kept {
            if fault.code == Code::BadAmount && self.map.options.number_format.is_none() {
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

    /// Their words in ours; blank, with a fault, when there are none.
    fn translate(
        &self,
        column: ReadColumn,
        theirs: &str,
        row: RowStart,
        at: usize,
        faults: &mut Vec<RowFault>,
    ) -> String {
        let mut fault = |code, message, hint: Option<String>| {
            faults.push(RowFault { row, cell: Some(at), code, message, hint });
            String::new()
        };
        let is_mapped = || self.map.values.get(&column).is_some_and(|words| words.contains_key(theirs));
        if let Some((message, hint)) = ditto(column, theirs).filter(|_| !is_mapped()) {
            return fault(Code::BadCell, message, Some(hint));
        }
        if let Some(words) = self.map.values.get(&column) {
            return words.get(theirs).cloned().unwrap_or_else(|| {
                let message = format!("the map has no `{}` for `{}`", column.name(), short(theirs));
                let is_party = matches!(column, ReadColumn::Contributor | ReadColumn::OnBehalfOf);
                let state = State::from_name(theirs).or_else(|| theirs.parse().ok()).filter(|_| is_party);
                let line = state.map(|state| format!(": `\"{theirs}\" = \"{state}\"`")).unwrap_or_default();
                let hint = look_alike::advice(theirs).unwrap_or_else(|| {
                    format!(
                        "add it under `[values.{}]`{line}; or, where the row is no entry, name it under `[skip]`",
                        column.name()
                    )
                });
                fault(Code::UnmappedWord, message, Some(hint))
            });
        }
        let is_name = matches!(column, ReadColumn::Id | ReadColumn::Reference | ReadColumn::Ref);
        if is_name && !self.is_workbook && is_shortened(theirs) {
            let message =
                format!("`{}` is a number that a spreadsheet shortened: its last digits are lost", short(theirs));
            let hint = "show its column as text or as whole numbers in the spreadsheet, and export again".to_owned();
            return fault(Code::BadCell, message, Some(hint));
        }
        if let Some(format) = self.map.options.number_format {
            let ours = |amount: &str| format.plain(amount).unwrap_or_else(|| amount.to_owned());
            if matches!(column, ReadColumn::Settles | ReadColumn::Schedule) {
                return within::rewritten(column, theirs, ours);
            }
        }
        // A workbook has read its own numbers.
        if let (true, false, Some(format)) =
            (ReadColumn::AMOUNTS.contains(&column), self.is_workbook, self.map.options.number_format)
        {
            return format.plain(theirs).unwrap_or_else(|| {
                if let Some((what, hint)) = in_place_of_amount(theirs).filter(|_| theirs.parse::<f64>().is_err()) {
                    let message = format!("`{}` is {what}, and not an amount", short(theirs));
                    return fault(Code::BadAmount, message, Some(hint.to_owned()));
                }
                let name = format.as_str();
                let message =
                    format!("`{}` is not a number of the form that `number-format = \"{name}\"` says", short(theirs));
                fault(Code::BadAmount, message, amount_remedy(format, theirs))
            });
        }
        if ReadColumn::DATES.contains(&column) && column != ReadColumn::Period {
            let (day, time) = day_and_time(theirs);
            let ours = match self.map.dates {
                // Workbooks store days as days, which are read already.
                Some(_) if self.is_workbook && is_ours(day) => {
                    self.see_day(at, row, day, None);
                    day.to_owned()
                }
                Some((format, written)) => match format.plain(day) {
                    Some(ours) => {
                        if self.is_workbook && format.is_turnable() {
                            self.see_day(at, row, &ours, Some(day));
                        }
                        ours
                    }
                    None => {
                        let remedy = format.remedy(written, day);
                        let message = match format.no_such_day(day).filter(|_| remedy.is_none()) {
                            Some(reason) => format!("`{}` is not a day{reason}", short(theirs)),
                            None => format!("`{}` is not a day of the form `{written}`", short(theirs)),
                        };
                        return fault(Code::BadCell, message, remedy);
                    }
                },
                None => {
                    if let Some(advice) = DateFormat::advice(day).filter(|_| day.parse::<PartialDate>().is_err()) {
                        let message = format!("`{}` is not a day as the ledger writes it", short(theirs));
                        return fault(Code::BadCell, message, Some(advice));
                    }
                    day.to_owned()
                }
            };
            if let Some(time) = time {
                faults.push(RowFault::of_time(row, at, &ours, time));
            }
            return ours;
        }
        theirs.to_owned()
    }
}

/// The columns in which a row names another.
const NAMING: [ReadColumn; 3] = [ReadColumn::Ref, ReadColumn::Pledge, ReadColumn::Itemizes];

/// How many different rows of the export have a reference, and how many of them are promises, and payments.
#[derive(Default)]
struct SharedBy {
    rows: usize,
    promises: usize,
    payments: usize,
}

/// How many different rows of the export have each reference, where rows may name each other by them.
fn references(map: &Map, places: &ColumnPlaces, sheet: &Sheet) -> BTreeMap<String, SharedBy> {
    let mut found: BTreeMap<String, BTreeMap<Vec<String>, (bool, bool)>> = BTreeMap::new();
    let Some(at) = places.at(ReadColumn::Reference).filter(|_| places.names_others()) else { return BTreeMap::new() };
    for row in &sheet.rows {
        let Raw::Cells(start, record) = row else { continue };
        let is_skipped =
            |(at, _, words): (usize, &str, &[String])| words.contains(&text(record, at, *start, &mut Vec::new()));
        if map.skip_rows.contains(&start.line) || places.skipped(map).any(is_skipped) {
            continue;
        }
        let reference = text(record, at, *start, &mut Vec::new());
        let cells = (0..record.len()).map(|at| record.text(at).into_owned()).collect();
        let is_of = |kinds: &[EntryKindName]| is_of(kinds, map, places.at(ReadColumn::Kind), record, *start);
        found.entry(reference).or_default().insert(cells, (is_of(&PROMISES), is_of(&[EntryKindName::Receipt])));
    }
    let shared = |rows: BTreeMap<Vec<String>, (bool, bool)>| SharedBy {
        rows: rows.len(),
        promises: rows.values().filter(|(is_promise, _)| *is_promise).count(),
        payments: rows.values().filter(|(_, is_payment)| *is_payment).count(),
    };
    found.into_iter().map(|(reference, rows)| (reference, shared(rows))).collect()
}

/// What payments are made on.
const PROMISES: [EntryKindName; 3] = [EntryKindName::Pledge, EntryKindName::Allocation, EntryKindName::OpeningBalance];

/// Whether a row of the export is of one of these kinds, as the map has its own.
fn is_of(kinds: &[EntryKindName], map: &Map, kind: Option<usize>, record: &Record, row: RowStart) -> bool {
    let is_of = |kind: &str| kinds.iter().any(|wanted| wanted.as_str() == kind);
    match (map.sources.get(&ReadColumn::Kind), kind) {
        (Some(ColumnSource::Constant(kind)), _) => is_of(kind),
        (_, Some(at)) => {
            let theirs = text(record, at, row, &mut Vec::new());
            let words = map.values.get(&ReadColumn::Kind);
            is_of(words.and_then(|words| words.get(&theirs)).unwrap_or(&theirs))
        }
        _ => false,
    }
}

/// The entries of the ledger by their references, with their kinds; none where no row names another.
fn called(places: &ColumnPlaces, ledger: &Ledger) -> BTreeMap<String, Vec<(EntryId, EntryKindName)>> {
    let mut called: BTreeMap<String, Vec<_>> = BTreeMap::new();
    let entries = if places.names_others() { ledger.entries_as_known(Day::MAX) } else { Vec::new() };
    for entry in entries {
        if let Some(reference) = &entry.reference {
            called.entry(reference.to_string()).or_default().push((entry.id.clone(), entry.kind.name()));
        }
    }
    called
}

const ENCODING: &str = "say the export's encoding in the map, `encoding = \"windows-1252\"` for Western Europe, `windows-1251` for Cyrillic, \
                        `windows-1256` for Arabic or `gb18030` for Chinese, and look at the names with `--dry-run`";

/// The text of a cell on one line; blank, with a fault, when it cannot be read.
fn text(record: &Record, at: usize, row: RowStart, faults: &mut Vec<RowFault>) -> String {
    let mut fault = |message: &str, hint: &str| {
        let (message, hint) = (message.to_owned(), Some(hint.to_owned()));
        faults.push(RowFault { row, cell: Some(at), code: Code::NotUtf8, message, hint });
        String::new()
    };
    let Ok(text) = std::str::from_utf8(record.get(at).unwrap_or_default()) else {
        return fault("the cell is not UTF-8", ENCODING);
    };
    if let Some((_, what)) = misread_word(text) {
        return fault(
            &format!("the cell {what}"),
            "export again, as UTF-8; the file was once opened and saved in the wrong encoding",
        );
    }
    // Each entry keeps to a line of its own, and nothing steers a terminal.
    let words = as_formula(text).split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// What to say of a row without most of what makes an entry, in place of one fault for each cell: a footer, a note, a total in
/// words that are not known; or a part of what the row above says.
fn no_entry(
    faults: &[RowFault],
    record: &Record,
    row: RowStart,
    header: &[String],
    places: &BTreeMap<ReadColumn, usize>,
) -> Option<RowFault> {
    let lacking: Vec<&RowFault> = faults.iter().filter(|fault| fault.code == Code::MissingCell).collect();
    if lacking.len() < 2 || lacking.len() < faults.len() {
        return None;
    }
    let fault = |message, hint| Some(RowFault { row, cell: None, code: Code::MissingCell, message, hint: Some(hint) });
    let has_amount =
        ReadColumn::AMOUNTS.iter().filter_map(|column| places.get(column)).any(|&at| !record.is_blank_at(at));
    let blank: BTreeSet<usize> = lacking.iter().filter_map(|fault| fault.cell).collect();
    let blank: Vec<&str> = blank.into_iter().filter_map(|at| header.get(at).map(String::as_str)).collect();
    if has_amount && !blank.is_empty() {
        let hint = format!(
            "where it goes on with the row above, write again what that says; where it is not an entry, leave it out with \
             `skip-rows = [{}]` in the map",
            row.line
        );
        return fault(format!("the row has an amount, and nothing under {}", list_of(&blank)), hint);
    }
    // What its own columns say of money is of this row.
    let is_own = |at: usize| {
        ReadColumn::AMOUNTS.iter().chain([&ReadColumn::Currency]).any(|column| places.get(column) == Some(&at))
    };
    let mut cells = record.iter().enumerate().filter(|(at, _)| !is_own(*at));
    let unit = cells.find_map(|(_, cell)| unit_of_row(&String::from_utf8_lossy(cell)));
    let hint = match unit {
        Some(unit) => format!(
            "it says `{}`: where that is of the rows around it, say so of them, in a column of the export or in the map; then \
             leave it out with `skip-rows = [{}]`",
            short(&unit),
            row.line
        ),
        None => {
            format!(
                "where it is not an entry, leave it out with `skip-rows = [{}]` in the map, or `skip-last`; where it is the heading \
                 of the rows below it, those are what it says, and would count as the ones above: leave them out with it",
                row.line
            )
        }
    };
    fault(format!("the row is missing {} of the cells that an entry needs", lacking.len()), hint)
}

/// Whether an amount is a number in any form: of one with three decimals only, it matters what its point is.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    decimals.len() != 3 && [whole, decimals].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What to do about an amount that is of a form which the map does not declare.
fn format_remedy(text: &str) -> Option<String> {
    let formats = [NumberFormat::English, NumberFormat::European].into_iter();
    let fitting: Vec<&str> = formats.filter(|format| format.plain(text).is_some()).map(NumberFormat::as_str).collect();
    let said = match fitting.as_slice() {
        [one] => format!("`number-format = \"{one}\"`"),
        [one, other] => format!("`number-format = \"{one}\"` or `\"{other}\"`"),
        _ => return None,
    };
    Some(format!("say in the map how the export writes its numbers: {said}"))
}

/// What to do about an amount that is not of the declared form.
fn amount_remedy(format: NumberFormat, text: &str) -> Option<String> {
    let other = match format {
        NumberFormat::English => NumberFormat::European,
        NumberFormat::European => NumberFormat::English,
    };
    if other.plain(text).is_some() {
        return Some(format!(
            "where the whole export is written so, say `number-format = \"{}\"` in the map",
            other.as_str()
        ));
    }
    let is_short = text.contains(['e', 'E']) && text.parse::<f64>().is_ok();
    if is_short {
        return Some("a spreadsheet shortened the number: show its column as numbers, and export again".to_owned());
    }
    if text.contains('%') {
        return Some("write the amount itself: a share of something is not an amount".to_owned());
    }
    if magnitude(text).is_some() {
        return Some("write the whole amount".to_owned());
    }
    if let Some(side) = text.split_whitespace().last().filter(|word| is_side(word)) {
        return Some(format!(
            "`{side}` says on which side of an account the figure stands: export debits and credits in columns of their own, and map the one that \
             is meant"
        ));
    }
    // Groups of other lengths than three: `12,34,567.00`.
    let is_mark = |c: char| c.is_ascii_punctuation() || c.is_whitespace() || c.is_numeric();
    if text.chars().all(is_mark) && text.chars().any(char::is_numeric) {
        let example = if format == NumberFormat::English { "1234567.50" } else { "1234567,50" };
        return Some(format!("write the amount without marks between its thousands, as `{example}`"));
    }
    format.plain(without_currency(text)).is_some().then(|| {
        "leave the currency out of the cell: it has a column of its own, `currency`, or one of `[constants]`".to_owned()
    })
}

/// Whether a word behind an amount is that of a debit or a credit, as accounting programs print it.
fn is_side(word: &str) -> bool {
    ["dr", "cr", "db"].contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// Whether a number is written with a power of ten, as spreadsheets show long ones: `1.23457E+15`.
fn is_shortened(text: &str) -> bool {
    text.split_once("E+").or_else(|| text.split_once("e+")).is_some_and(|(digits, power)| {
        let fraction = digits.split_once(['.', ',']);
        is_digits(power) && fraction.is_some_and(|(whole, fraction)| is_digits(whole) && is_digits(fraction))
    })
}

/// What a cell says that is written as a formula so that spreadsheets keep its zeros: `="000123"`.
fn as_formula(text: &str) -> &str {
    let inside = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(text)
}

/// A day, and the time behind it where that is not its beginning.
fn day_and_time(text: &str) -> (&str, Option<&str>) {
    let behind_day = text.find(':').and_then(|colon| text.get(..colon)?.rfind([' ', 'T']));
    let Some((day, time)) = behind_day.and_then(|at| Some((text.get(..at)?.trim_end(), text.get(at + 1..)?))) else {
        return (text, None);
    };
    let is_midnight = |c: char| matches!(c, '0' | ':' | '.' | 'Z');
    (day, (!time.chars().all(is_midnight)).then_some(time))
}

/// Whether a text is a day, a month or a year as our own files write it.
fn is_ours(text: &str) -> bool {
    text.len() <= 10 && text.as_bytes().get(4).is_none_or(|&byte| byte == b'-')
}

pub(super) fn has_errors(faults: &[RowFault]) -> bool {
    faults.iter().any(|fault| fault.code.severity() == crate::diagnostic::Severity::Error)
}
