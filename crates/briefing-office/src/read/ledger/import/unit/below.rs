//! Rows below the headings that are no entries and may say what the amounts around them are: a second row of headings, a footnote.

use std::borrow::Cow;

use super::super::columns::MappedSheet;
use super::super::export::{ExportRow, Raw};
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::is_figure;

/// A row that has neither an amount nor a day.
pub(super) struct Remark<'e> {
    row: ExportRow<'e>,
    /// Whether the map leaves it out.
    is_left_out: bool,
}

/// The rows that have neither an amount nor a day.
pub(super) fn remarks(export: MappedSheet<'_>) -> Vec<Remark<'_>> {
    let MappedSheet { sheet, places, .. } = export;
    let has = move |row: ExportRow<'_>, columns: &[ReadColumn], is_meant: fn(&str) -> bool| {
        columns.iter().filter_map(|column| places.at(*column)).any(|at| is_meant(&row.record.text(at)))
    };
    let is_day = |text: &str| text.contains(|c: char| c.is_numeric());
    let cells = sheet.rows.iter().enumerate().filter_map(|(at, raw)| Some((at, raw.cells()?)));
    let remarks = cells
        .filter(move |(_, row)| !has(*row, &ReadColumn::AMOUNTS, is_figure) && !has(*row, &ReadColumn::DATES, is_day));
    remarks.map(move |(at, row)| Remark { row, is_left_out: export.is_passed_over(at, row.start.line) }).collect()
}

/// What the first row has in a column of amounts, if it is not a number: it may be the second of two rows of headings.
pub(super) fn first_below(export: MappedSheet<'_>, at: usize) -> Option<String> {
    let first = export.sheet.rows.first().and_then(Raw::cells);
    let first = first.map(|row| row.record.text(at)).filter(|text| {
        let is_long = text.chars().filter(char::is_ascii_digit).count() > 3;
        text.trim().parse::<f64>().is_err() && (!is_long || !is_figure(text))
    });
    first.map(Cow::into_owned).filter(|text| !text.trim().is_empty())
}

/// What remarks have in a column of amounts.
pub(super) fn below_heading(remarks: &[Remark<'_>], at: usize) -> impl Iterator<Item = String> {
    let texts = remarks.iter().map(move |remark| remark.row.record.text(at).into_owned());
    texts.filter(|text| !text.trim().is_empty())
}

/// The texts of remarks that are titles of other rows or footnotes: those that the map leaves out, or all of them.
pub(super) fn footnotes(export: MappedSheet<'_>, remarks: &[Remark<'_>], only_left_out: bool) -> Vec<String> {
    /// A row with more cells is not a text.
    const MOST: usize = 2;
    let is_amount = |at: usize| export.places.amounts().any(|(_, place)| place == at);
    let mut texts = Vec::new();
    for Remark { row, is_left_out } in remarks {
        let cells: Vec<_> = (0..row.record.len()).filter(|at| !row.record.is_blank_at(*at)).collect();
        if (*is_left_out || !only_left_out) && cells.len() <= MOST {
            let others = cells.iter().filter(|at| !is_amount(**at));
            texts.extend(others.map(|at| row.record.text(*at).trim().to_owned()));
        }
    }
    texts
}
