//! Rows of an export that are not entries: headings, footers, notes, units.

use std::collections::BTreeSet;

use super::columns::MappedSheet;
use super::export::ExportRow;
use super::unit::unit_of_row;
use crate::diagnostic::Code;
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::{RowFault, heading_name};
use crate::tree::{list_of, short};

/// A row that has the names of the columns.
pub(super) struct HeadingsAgain {
    /// What to say about it.
    pub(super) fault: RowFault,
    /// Whether it has all that are mapped; otherwise another table begins there.
    pub(super) is_whole: bool,
}

/// Whether a row has the names of the columns again.
pub(super) fn headings_again(export: MappedSheet<'_>, row: ExportRow<'_>) -> Option<HeadingsAgain> {
    let is_name = |at: usize| {
        let cell = row.record.text(at);
        export.sheet.header.get(at).is_some_and(|name| !name.is_empty() && heading_name(name) == heading_name(&cell))
    };
    let mapped: BTreeSet<usize> = export.places.all().map(|(_, at)| at).collect();
    let named = mapped.iter().filter(|at| is_name(**at)).count();
    if named < 2 {
        return None;
    }
    let is_whole = named == mapped.len();
    let (message, hint) = if is_whole {
        let line = row.start.line;
        (
            "the row has the names of the columns again",
            format!("leave it out with `skip-rows = [{line}]` in the map, if the rows below it are entries too"),
        )
    } else {
        (
            "another table begins here, with other columns",
            "export each table on its own: the rows below would be read by the columns of the first".to_owned(),
        )
    };
    Some(HeadingsAgain { fault: fault_of_row(row, Code::ExportColumn, message.to_owned(), hint), is_whole })
}

/// Whether a row that is not an entry may be the heading of those below it: a few words, and no amount.
pub(super) fn may_head(export: MappedSheet<'_>, row: ExportRow<'_>) -> bool {
    const MOST: usize = 2;
    let is_blank = |column: &ReadColumn| export.places.at(*column).is_none_or(|at| row.record.is_blank_at(at));
    let filled = (0..row.record.len()).filter(|&at| !row.record.is_blank_at(at)).count();
    ReadColumn::AMOUNTS.iter().all(is_blank) && filled <= MOST
}

/// What to say of a row without most of what makes an entry, instead of one fault for each cell: a footer, a note, a total in
/// words that are not known; or a part of what the row above says.
pub(super) fn no_entry(export: MappedSheet<'_>, row: ExportRow<'_>, faults: &[RowFault]) -> Option<RowFault> {
    let lacking: Vec<&RowFault> = faults.iter().filter(|fault| fault.code == Code::MissingCell).collect();
    if lacking.len() < 2 || lacking.len() < faults.len() {
        return None;
    }
    let has_amount = export.places.amounts().any(|(_, at)| !row.record.is_blank_at(at));
    let blank: BTreeSet<usize> = lacking.iter().filter_map(|fault| fault.cell).collect();
    let blank: Vec<&str> = blank.into_iter().filter_map(|at| export.sheet.header.get(at).map(String::as_str)).collect();
    let (message, hint) = if has_amount && !blank.is_empty() {
        let hint = format!(
            "where it goes on with the row above, write again what that says; where it is not an entry, leave it out with \
             `skip-rows = [{}]` in the map",
            row.start.line
        );
        (format!("the row has an amount, and nothing under {}", list_of(&blank)), hint)
    } else {
        (
            format!("the row is missing {} of the cells that an entry needs", lacking.len()),
            hint_without_amount(export, row),
        )
    };
    Some(fault_of_row(row, Code::MissingCell, message, hint))
}

/// What to do with a row that may say the unit of the rows around it, or be their heading.
fn hint_without_amount(export: MappedSheet<'_>, row: ExportRow<'_>) -> String {
    // What its own columns say of money is about this row.
    let is_own = |at: usize| {
        let mut columns = ReadColumn::AMOUNTS.iter().chain([&ReadColumn::Currency]);
        columns.any(|column| export.places.at(*column) == Some(at))
    };
    let line = row.start.line;
    let mut cells = row.record.iter().enumerate().filter(|(at, _)| !is_own(*at));
    match cells.find_map(|(_, cell)| unit_of_row(&String::from_utf8_lossy(cell))) {
        Some(unit) => format!(
            "it says `{}`: where that is of the rows around it, say so of them, in a column of the export or in the map; then \
             leave it out with `skip-rows = [{line}]`",
            short(&unit)
        ),
        None => format!(
            "where it is not an entry, leave it out with `skip-rows = [{line}]` in the map, or `skip-last`; where it is the heading \
             of the rows below it, those are what it says, and would count as the ones above: leave them out with it"
        ),
    }
}

fn fault_of_row(row: ExportRow<'_>, code: Code, message: String, hint: String) -> RowFault {
    RowFault { row: row.start, cell: None, code, message, hint: Some(hint) }
}
