//! The columns of an export: where those that the map names are, and what is taken from each.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Currency, EntryKindName};

use super::cells::{ENCODING, text_alone};
use super::export::{ExportRow, Headings, Raw, Sheet};
use super::map::{ColumnSource, Map};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{KeyColumns, LeftOut, Record, heading_name};
use crate::tree::{Log, list_of, short};

/// An export, its map, and where the columns of the map are in it.
#[derive(Clone, Copy)]
pub(super) struct MappedSheet<'e> {
    pub(super) sheet: &'e Sheet,
    pub(super) map: &'e Map,
    pub(super) places: &'e ColumnPlaces,
}

impl<'e> MappedSheet<'e> {
    /// The columns by whose words rows are skipped.
    pub(super) fn skip_columns(self) -> impl Iterator<Item = SkipColumn<'e>> {
        self.places.skip_columns(self.map)
    }

    /// Whether a row, by its place among the rows, is one of the last that the map leaves out.
    pub(super) fn is_skipped_last(self, at: usize) -> bool {
        at >= self.sheet.rows.len().saturating_sub(self.map.skip_last)
    }

    /// Whether the map leaves out a row, at a place among the rows, by its number or as one of the last.
    pub(super) fn is_passed_over(self, at: usize, line: u64) -> bool {
        self.is_skipped_last(at) || self.map.skip_rows.contains(&line)
    }

    /// Where those of our columns are in which people write what a row is; not those of names.
    pub(super) fn text_columns(self) -> impl Iterator<Item = usize> {
        [ReadColumn::Note, ReadColumn::Purposes, ReadColumn::What].iter().filter_map(|column| self.places.at(*column))
    }

    /// The columns that are skipped by an empty list: they were looked at, and all of their rows count.
    pub(super) fn looked_at(self) -> impl Iterator<Item = usize> {
        self.skip_columns().filter(|skip| skip.words.is_empty()).map(|skip| skip.at)
    }

    /// The names of the columns from which nothing is taken though they say something.
    pub(super) fn unread_columns(self) -> Vec<String> {
        let records: Vec<&Record> = self.sheet.records().into_values().collect();
        let says = |at: usize| records.iter().any(|record| !record.is_blank_at(at));
        let unread = self.sheet.header.iter().enumerate().filter(|(at, _)| !self.places.reads(*at) && says(*at));
        unread.map(|(_, name)| name.clone()).collect()
    }

    /// The names of the columns that are not read and in which two rows differ, by their lines.
    pub(super) fn differing_unread(self, one: u64, other: u64) -> Vec<&'e str> {
        let record = |line: u64| {
            let rows = self.sheet.rows.iter().filter(|raw| raw.line() == line);
            rows.filter_map(Raw::cells).map(|row| row.record).next()
        };
        let (Some(one), Some(other)) = (record(one), record(other)) else { return Vec::new() };
        let unread = self.sheet.header.iter().enumerate().filter(|(at, _)| !self.places.reads(*at));
        let differing = unread.filter(|(at, _)| one.text(*at).trim() != other.text(*at).trim());
        differing.map(|(_, name)| name.as_str()).collect()
    }

    /// Whether a row is of one of these kinds, by the words of the map.
    pub(super) fn is_of_kind(self, row: ExportRow<'_>, kinds: &[EntryKindName]) -> bool {
        let is_of = |kind: &str| kinds.iter().any(|wanted| wanted.as_str() == kind);
        match (self.map.sources.get(&ReadColumn::Kind), self.places.at(ReadColumn::Kind)) {
            (Some(ColumnSource::Constant(kind)), _) => is_of(kind),
            (_, Some(at)) => {
                let theirs = text_alone(row, at);
                let words = self.map.values.get(&ReadColumn::Kind);
                is_of(words.and_then(|words| words.get(&theirs)).unwrap_or(&theirs))
            }
            _ => false,
        }
    }
}

/// A column by whose words rows are skipped.
pub(super) struct SkipColumn<'m> {
    pub(super) at: usize,
    pub(super) name: &'m str,
    pub(super) words: &'m [String],
}

/// Where the columns of a map are in an export: those that become ours, and those whose words skip rows.
pub(super) struct ColumnPlaces {
    places: BTreeMap<ReadColumn, usize>,
    /// In the order of the map.
    skip: Vec<usize>,
}

impl ColumnPlaces {
    /// Finds the columns of a map; `None`, with the faults reported, when one is missing.
    pub(super) fn find(map: &Map, headings: &Headings<'_>, log: &Log) -> Option<Self> {
        let errors_before = log.errors();
        if let Some(fault) = headings.unusable(map) {
            log.push(fault);
            return None;
        }
        let mut missing = BTreeSet::new();
        let mut find = |theirs: &str| {
            let found = headings.names.iter().position(|column| is_same(column, theirs));
            let fault = match found {
                // Two of our columns may be made of one of theirs.
                None => missing.insert(heading_name(theirs)).then(|| headings.missing(theirs)),
                Some(_) => headings.repeated(theirs),
            };
            if let Some(fault) = fault {
                log.push(fault);
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

    /// Where a column of ours is in the export.
    pub(super) fn at(&self, column: ReadColumn) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// Our columns that are taken from the export, and where each is.
    pub(super) fn all(&self) -> impl Iterator<Item = (ReadColumn, usize)> {
        self.places.iter().map(|(column, at)| (*column, *at))
    }

    /// The columns of amounts.
    pub(super) fn amounts(&self) -> impl Iterator<Item = (ReadColumn, usize)> {
        ReadColumn::AMOUNTS.into_iter().filter_map(|column| Some((column, self.at(column)?)))
    }

    /// Whether anything is taken from a column of the export.
    pub(super) fn reads(&self, at: usize) -> bool {
        self.places.values().chain(&self.skip).any(|place| *place == at)
    }

    /// The columns by whose words rows are skipped.
    fn skip_columns<'m>(&self, map: &'m Map) -> impl Iterator<Item = SkipColumn<'m>> {
        let skip = self.skip.iter().zip(&map.skip);
        skip.map(|(at, (name, words))| SkipColumn { at: *at, name, words })
    }

    /// Where the columns are that say what a row is.
    pub(super) fn key_columns(&self, map: &Map, of_ledger: Currency) -> KeyColumns {
        let at = |columns: &[ReadColumn]| columns.iter().filter_map(|column| self.at(*column)).collect();
        let key = [ReadColumn::Reference, ReadColumn::Id].iter().find_map(|column| self.at(*column));
        // Words of their own for currencies are not those of formats.
        let is_translated = map.values.contains_key(&ReadColumn::Currency);
        let usual = match map.sources.get(&ReadColumn::Currency) {
            Some(ColumnSource::Constant(text)) => Some(text.clone()),
            Some(ColumnSource::Theirs(_)) | None => Some(of_ledger.to_string()).filter(|_| !is_translated),
        };
        let is_said = |column: ReadColumn| map.amounts_in.of(column).is_some();
        KeyColumns {
            kind: key,
            amounts: at(&ReadColumn::AMOUNTS),
            dates: at(&ReadColumn::DATES),
            currency: self.at(ReadColumn::Currency).filter(|_| !is_translated),
            usual_currency: usual,
            converted: self.at(ReadColumn::Value).map(|at| (at, of_ledger.to_string())),
            is_currency_said: matches!(map.sources.get(&ReadColumn::Currency), Some(ColumnSource::Constant(_))),
            currency_remedy: "say the currency in the map: a column under `[columns]`, or one for all rows under `[constants]`; or \
                              correct the cell's format",
            text_remedy: "its currency stands in a column of its own, or under `[constants]` in the map",
            read: Some(self.places.values().chain(&self.skip).copied().collect()),
            units_said: self.amounts().filter(|(column, _)| is_said(*column)).map(|(_, at)| at).collect(),
            number_format: map.options.number_format,
            left_out: Some(LeftOut {
                lines: map.skip_rows.clone(),
                words: self.skip_columns(map).map(|skip| (skip.at, skip.words.to_vec())).collect(),
            }),
        }
    }
}

impl Headings<'_> {
    /// What to say of headings of which none is known, or whose letters are lost.
    fn unusable(&self, map: &Map) -> Option<Diagnostic> {
        let wanted = &map.options.heading.names;
        if !wanted.iter().any(|theirs| self.has(theirs)) {
            if self.names.iter().any(|name| is_garbled(name)) {
                return Some(self.not_utf8("the names of the columns are not UTF-8"));
            }
            let fault = self.fault("the export has none of the columns that the map names".to_owned());
            return Some(match self.names {
                [_] => fault.with_hint("no known separator was found between its columns: see `delimiter` in the map"),
                names => fault.with_hint(its_columns(names)),
            });
        }
        let lacks_letters = |theirs: &String| !self.has(theirs) && !theirs.is_ascii();
        (self.names.iter().any(|name| is_garbled(name)) && wanted.iter().any(lacks_letters))
            .then(|| self.not_utf8("the names of some columns are not UTF-8"))
    }

    /// What to say of a column that the export does not have.
    fn missing(&self, theirs: &str) -> Diagnostic {
        let fault = self.fault(format!("the export has no column `{}`", short(theirs)));
        if (self.below)().iter().any(|cell| is_same(cell, theirs)) {
            return fault.with_hint(format!(
                "`{}` stands in the row below the other names: write the names of all columns into one row, and export again",
                short(theirs)
            ));
        }
        let names: Vec<&String> = self.names.iter().filter(|name| !is_garbled(name)).collect();
        match briefing_model::nearest(theirs, names.iter().map(|name| name.as_str())) {
            Some(meant) => fault.with_hint(format!("did you mean `{meant}`?")),
            None => fault.with_hint(its_columns(names)),
        }
    }

    /// What to say of a column that the export has more than once.
    fn repeated(&self, theirs: &str) -> Option<Diagnostic> {
        (self.names.iter().filter(|column| is_same(column, theirs)).count() > 1).then(|| {
            self.fault(format!("the export has the column `{}` more than once", short(theirs)))
                .with_hint("rename one of them in the export")
        })
    }

    fn has(&self, theirs: &str) -> bool {
        self.names.iter().any(|column| is_same(column, theirs))
    }

    fn fault(&self, message: String) -> Diagnostic {
        Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(self.export), message)
    }

    fn not_utf8(&self, message: &str) -> Diagnostic {
        Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(self.export), message.to_owned()).with_hint(ENCODING)
    }
}

/// Whether two names of columns are one.
fn is_same(column: &str, other: &str) -> bool {
    heading_name(column) == heading_name(other)
}

/// Whether some letters of a name were lost.
fn is_garbled(name: &str) -> bool {
    name.contains(char::REPLACEMENT_CHARACTER)
}

fn its_columns<'n>(names: impl IntoIterator<Item = &'n String>) -> String {
    format!("its columns are {}", list_of(&names.into_iter().map(String::as_str).collect::<Vec<_>>()))
}
