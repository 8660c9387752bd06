//! The cells of an export: their texts, and what these say in our words, numbers and days.

use std::collections::BTreeMap;

use briefing_model::{PartialDate, State};

use super::amounts;
use super::dates::DateFormat;
use super::export::ExportRow;
use super::map::Map;
use super::turned_days::SeenDays;
use crate::diagnostic::Code;
use crate::look_alike;
use crate::read::ledger::columns::ReadColumn;
use crate::read::ledger::row::ditto;
use crate::read::ledger::within;
use crate::sheet::{RowFault, RowStart, is_digits};
use crate::source::misread_word;
use crate::tree::short;

/// What to do about letters that are not UTF-8.
pub(super) const ENCODING: &str = "say the export's encoding in the map, `encoding = \"windows-1252\"` for Western Europe, `windows-1251` for Cyrillic, \
     `windows-1256` for Arabic or `gb18030` for Chinese, and look at the names with `--dry-run`";

/// The text of a cell on one line; blank, with a fault, when it cannot be read.
pub(super) fn text(row: ExportRow<'_>, at: usize, faults: &mut Vec<RowFault>) -> String {
    let mut fault = |message: &str, hint: &str| {
        let (message, hint) = (message.to_owned(), Some(hint.to_owned()));
        faults.push(RowFault { row: row.start, cell: Some(at), code: Code::NotUtf8, message, hint });
        String::new()
    };
    let Ok(text) = std::str::from_utf8(row.record.get(at).unwrap_or_default()) else {
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

/// As [`text`], of a cell whose faults are reported elsewhere.
pub(super) fn text_alone(row: ExportRow<'_>, at: usize) -> String {
    text(row, at, &mut Vec::new())
}

/// What a cell says that is written as a formula so that spreadsheets keep its zeros: `="000123"`.
fn as_formula(text: &str) -> &str {
    let inside = text.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(text)
}

/// A cell of the export that one of our columns is made of.
pub(super) struct Cell<'c> {
    /// Our column.
    pub(super) column: ReadColumn,
    /// What the export says there.
    pub(super) text: &'c str,
    pub(super) row: RowStart,
    /// Where it is in its row.
    pub(super) at: usize,
}

impl Cell<'_> {
    pub(super) fn fault(&self, code: Code, message: String, hint: Option<String>) -> RowFault {
        RowFault { row: self.row, cell: Some(self.at), code, message, hint }
    }
}

/// Puts the words, numbers and days of an export into ours.
pub(super) struct CellReader<'m> {
    map: &'m Map,
    is_workbook: bool,
    /// The days of a workbook.
    pub(super) days: SeenDays,
}

impl<'m> CellReader<'m> {
    pub(super) fn new(map: &'m Map, is_workbook: bool) -> Self {
        Self { map, is_workbook, days: SeenDays::default() }
    }

    /// What a cell says in our words; `faults` takes what is wrong although it can be read.
    pub(super) fn translate(&self, cell: &Cell<'_>, faults: &mut Vec<RowFault>) -> Result<String, RowFault> {
        let (column, theirs) = (cell.column, cell.text);
        let words = self.map.values.get(&column);
        let is_mapped = || words.is_some_and(|words| words.contains_key(theirs));
        if let Some((message, hint)) = ditto(column, theirs).filter(|_| !is_mapped()) {
            return Err(cell.fault(Code::BadCell, message, Some(hint)));
        }
        if let Some(words) = words {
            return word(cell, words);
        }
        let is_name = matches!(column, ReadColumn::Id | ReadColumn::Reference | ReadColumn::Ref);
        if is_name && !self.is_workbook && is_shortened(theirs) {
            let message =
                format!("`{}` is a number that a spreadsheet shortened: its last digits are lost", short(theirs));
            let hint = "show its column as text or as whole numbers in the spreadsheet, and export again".to_owned();
            return Err(cell.fault(Code::BadCell, message, Some(hint)));
        }
        if let Some(format) = self.map.options.number_format {
            if matches!(column, ReadColumn::Settles | ReadColumn::Schedule) {
                let ours = |amount: &str| format.plain(amount).unwrap_or_else(|| amount.to_owned());
                return Ok(within::rewritten(column, theirs, ours));
            }
            // A workbook has read its own numbers.
            if ReadColumn::AMOUNTS.contains(&column) && !self.is_workbook {
                return amounts::plain(cell, format);
            }
        }
        if ReadColumn::DATES.contains(&column) && column != ReadColumn::Period {
            return self.day(cell, faults);
        }
        Ok(theirs.to_owned())
    }

    /// A day as our own files write it; that it has a time is reported.
    fn day(&self, cell: &Cell<'_>, faults: &mut Vec<RowFault>) -> Result<String, RowFault> {
        let (day, time) = day_and_time(cell.text);
        let ours = match self.map.dates {
            // Workbooks store days as days, which are read already.
            Some(_) if self.is_workbook && is_ours(day) => {
                self.days.stored(cell.row, cell.at, day);
                day.to_owned()
            }
            Some(format) => {
                let ours = format.plain(day).ok_or_else(|| no_day(cell, day, format))?;
                if self.is_workbook && format.is_turnable() {
                    self.days.written(cell.row, cell.at, &ours, day);
                }
                ours
            }
            None => {
                if day.parse::<PartialDate>().is_err()
                    && let Some(advice) = DateFormat::advice(day)
                {
                    let message = format!("`{}` is not a day as the ledger writes it", short(cell.text));
                    return Err(cell.fault(Code::BadCell, message, Some(advice)));
                }
                day.to_owned()
            }
        };
        if let Some(time) = time {
            faults.push(RowFault::of_time(cell.row, cell.at, &ours, time));
        }
        Ok(ours)
    }
}

/// Our word for theirs.
fn word(cell: &Cell<'_>, words: &BTreeMap<String, String>) -> Result<String, RowFault> {
    let (name, theirs) = (cell.column.name(), cell.text);
    words.get(theirs).cloned().ok_or_else(|| {
        let message = format!("the map has no `{name}` for `{}`", short(theirs));
        let is_party = matches!(cell.column, ReadColumn::Contributor | ReadColumn::OnBehalfOf);
        let state = State::from_name(theirs).or_else(|| theirs.parse().ok()).filter(|_| is_party);
        let line = state.map(|state| format!(": `\"{theirs}\" = \"{state}\"`")).unwrap_or_default();
        let hint = look_alike::advice(theirs).unwrap_or_else(|| {
            format!("add it under `[values.{name}]`{line}; or, if the row is not an entry, name it under `[skip]`")
        });
        cell.fault(Code::UnmappedWord, message, Some(hint))
    })
}

/// What to say of a day that is not of the form which the map declares.
fn no_day(cell: &Cell<'_>, day: &str, format: DateFormat) -> RowFault {
    let remedy = format.remedy(day);
    let message = match format.no_such_day(day).filter(|_| remedy.is_none()) {
        Some(reason) => format!("`{}` is not a day{reason}", short(cell.text)),
        None => format!("`{}` is not a day of the form `{}`", short(cell.text), format.as_str()),
    };
    cell.fault(Code::BadCell, message, remedy)
}

/// Whether a number is written with a power of ten, as spreadsheets show long ones: `1.23457E+15`.
fn is_shortened(text: &str) -> bool {
    text.split_once("E+").or_else(|| text.split_once("e+")).is_some_and(|(digits, power)| {
        let fraction = digits.split_once(['.', ',']);
        is_digits(power) && fraction.is_some_and(|(whole, fraction)| is_digits(whole) && is_digits(fraction))
    })
}

/// A day, and the time after it unless that is its beginning.
fn day_and_time(text: &str) -> (&str, Option<&str>) {
    let after_day = text.find(':').and_then(|colon| text.get(..colon)?.rfind([' ', 'T']));
    let Some((day, time)) =
        after_day.and_then(|at| Some((text.get(..at)?.trim_end_matches([' ', ',']), text.get(at + 1..)?)))
    else {
        return (text, None);
    };
    // On a clock of twelve hours, the day begins at twelve.
    let morning = time.strip_suffix("AM").or_else(|| time.strip_suffix("am"));
    let of_midnight = morning.and_then(|clock| clock.trim_end().strip_prefix("12")).unwrap_or(time);
    let is_midnight = of_midnight.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    (day, (!is_midnight).then_some(time))
}

/// Whether a text is a day, a month or a year as our own files write it.
fn is_ours(text: &str) -> bool {
    text.len() <= 10 && text.as_bytes().get(4).is_none_or(|&byte| byte == b'-')
}
