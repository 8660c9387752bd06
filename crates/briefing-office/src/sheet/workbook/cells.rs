//! The cells of a sheet, kept in few bytes each.

use super::strings::{SharedStrings, Strikes, push, unescape_into};
use super::styles::Styles;
use super::xml::{Tag, XmlPart, XmlPiece, attribute};
use super::{InvalidWorkbook, LONGEST_TEXT};
use crate::sheet::format::CellFormat;

/// A sheet of a workbook, as far as its cells say something.
pub(in crate::sheet) struct Cells {
    /// The name of the sheet.
    pub(in crate::sheet) sheet: String,
    pub(in crate::sheet) from_1904: bool,
    /// Ranges of cells that are shown as one, by their first row.
    pub(in crate::sheet) merges: Vec<Merge>,
    /// The numbers of the rows that say something and are not shown.
    pub(in crate::sheet) hidden: Vec<u32>,
    /// The rows that say something: the number of each from 1, and where its cells end.
    rows: Vec<(u32, u32)>,
    cells: Vec<Cell>,
    /// What is stored in the cells, one after the other.
    stored: String,
    texts: SharedStrings,
    /// Where texts begin in what is stored of which something is struck out, in order.
    struck_texts: Vec<u32>,
    styles: Styles,
}

/// A cell that says something.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// From 0.
    column: u16,
    kind: CellKind,
    style: u32,
    /// Where what it stores begins, or the number of a shared text.
    at: u32,
    length: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Shared,
    Text,
    Number,
    Day,
    Error,
    Uncalculated,
    Unknown,
}

/// What is stored in a cell.
#[derive(Debug, Clone, Copy)]
pub(in crate::sheet) enum Content<'c> {
    Text(&'c str),
    /// A number as it is stored, and how it is shown.
    Number(&'c str, Option<&'c CellFormat>),
    /// A day, perhaps with a time, as ISO 8601 has it.
    Day(&'c str),
    /// What a formula could not come to, such as `#REF!`.
    Error(&'c str),
    /// A formula that was never worked out.
    Uncalculated,
    /// A text that the workbook does not have, or a kind of cell that there is not.
    Unknown,
}

/// Cells that are shown as one: rows from 1 and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::sheet) struct Merge {
    pub(in crate::sheet) first_row: u32,
    pub(in crate::sheet) first_column: u32,
    pub(in crate::sheet) last_row: u32,
    pub(in crate::sheet) last_column: u32,
}

impl Cells {
    /// How many rows say something.
    pub(in crate::sheet) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The number of a row, by its place among those that say something.
    pub(in crate::sheet) fn row_number(&self, row: usize) -> Option<u32> {
        self.rows.get(row).map(|(number, _)| *number)
    }

    /// The place of the row with that number.
    pub(in crate::sheet) fn find(&self, number: u64) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |(number, _)| u64::from(*number)).ok()
    }

    /// The cells of a row, by its place: the column of each from 0, and what it holds.
    pub(in crate::sheet) fn row(&self, row: usize) -> impl Iterator<Item = (usize, Content<'_>)> {
        self.cells_of(row).iter().map(|cell| (usize::from(cell.column), self.content(cell)))
    }

    /// The columns of a row, by its place, in which what stands there is struck out, and whether by a part only.
    pub(in crate::sheet) fn struck_out(&self, row: usize) -> impl Iterator<Item = (usize, bool)> {
        let is_struck = |cell: &Cell| match cell.kind {
            _ if self.styles.is_struck(cell.style) => Some(false),
            CellKind::Shared => self.texts.is_struck(cell.at).then_some(true),
            CellKind::Text => self.struck_texts.binary_search(&cell.at).is_ok().then_some(true),
            CellKind::Number | CellKind::Day | CellKind::Error | CellKind::Uncalculated | CellKind::Unknown => None,
        };
        self.cells_of(row).iter().filter_map(move |cell| Some((usize::from(cell.column), is_struck(cell)?)))
    }

    fn cells_of(&self, row: usize) -> &[Cell] {
        let end = self.rows.get(row).map_or(0, |(_, end)| *end as usize);
        let start = row.checked_sub(1).and_then(|before| self.rows.get(before)).map_or(0, |(_, end)| *end as usize);
        self.cells.get(start..end).unwrap_or_default()
    }

    fn content(&self, cell: &Cell) -> Content<'_> {
        let (at, length) = (cell.at as usize, cell.length as usize);
        let stored = self.stored.get(at..at + length).unwrap_or_default();
        match cell.kind {
            CellKind::Shared => self.texts.get(at).map_or(Content::Unknown, Content::Text),
            CellKind::Text => Content::Text(stored),
            CellKind::Number => Content::Number(stored, self.styles.format(cell.style)),
            CellKind::Day => Content::Day(stored),
            CellKind::Error => Content::Error(stored),
            CellKind::Uncalculated => Content::Uncalculated,
            CellKind::Unknown => Content::Unknown,
        }
    }
}

/// Reads the part of a sheet.
pub(super) fn read(
    part: &XmlPart,
    sheet: &str,
    from_1904: bool,
    styles: Styles,
    texts: SharedStrings,
) -> Result<Cells, InvalidWorkbook> {
    let cells = Cells {
        sheet: sheet.to_owned(),
        from_1904,
        merges: Vec::new(),
        hidden: Vec::new(),
        rows: Vec::new(),
        cells: Vec::new(),
        stored: String::new(),
        texts,
        struck_texts: Vec::new(),
        styles,
    };
    let mut reader = CellReader { cells, row: 0, hidden: false, next_column: 0, draft: CellDraft::default() };
    part.walk(|path, piece| reader.piece(path, piece))?;
    reader.finish()
}

/// A cell on its way.
#[derive(Default)]
struct CellDraft {
    column: u32,
    kind: String,
    style: u32,
    formula: bool,
    value: String,
    inline: String,
    strikes: Strikes,
}

struct CellReader {
    cells: Cells,
    row: u32,
    hidden: bool,
    next_column: u32,
    draft: CellDraft,
}

impl CellReader {
    fn piece(&mut self, path: &[Tag], piece: XmlPiece<'_>) -> Result<(), InvalidWorkbook> {
        const DATA: &[Tag] = &[Tag::Worksheet, Tag::SheetData];
        let inside = path.strip_prefix(DATA);
        if let Some([Tag::Row, Tag::Cell, Tag::Inline, within @ ..]) = inside {
            self.draft.strikes.piece(within, &piece)?;
        }
        match (piece, inside) {
            (XmlPiece::Letters(letters), Some([Tag::Row, Tag::Cell, Tag::Value])) => {
                push(&mut self.draft.value, letters)?;
            }
            (
                XmlPiece::Letters(letters),
                Some(
                    [Tag::Row, Tag::Cell, Tag::Inline, Tag::Text]
                    | [Tag::Row, Tag::Cell, Tag::Inline, Tag::Run, Tag::Text],
                ),
            ) => push(&mut self.draft.inline, letters)?,
            (XmlPiece::Open(Tag::Row, tag), Some([])) => {
                let stated = attribute(tag, "r")?.and_then(|text| text.trim().parse().ok());
                self.row = stated.unwrap_or_else(|| self.row.saturating_add(1));
                self.hidden = attribute(tag, "hidden")?.is_some_and(|value| value == "1" || value == "true");
                self.next_column = 0;
            }
            (XmlPiece::Open(Tag::Cell, tag), Some([Tag::Row])) => {
                let column = attribute(tag, "r")?.and_then(|name| place(&name)).map_or(self.next_column, |(at, _)| at);
                self.next_column = column.saturating_add(1);
                let style = attribute(tag, "s")?.and_then(|text| text.parse().ok()).unwrap_or_default();
                let kind = attribute(tag, "t")?.unwrap_or_default();
                self.draft = CellDraft { column, kind, style, ..CellDraft::default() };
            }
            (XmlPiece::Open(Tag::Formula, _), Some([Tag::Row, Tag::Cell])) => self.draft.formula = true,
            (XmlPiece::Close(Tag::Cell), Some([Tag::Row])) => self.end_cell()?,
            (XmlPiece::Close(Tag::Row), Some([])) => self.end_row()?,
            (XmlPiece::Open(Tag::MergeCell, tag), _) if path == [Tag::Worksheet, Tag::MergeCells] => {
                let range = attribute(tag, "ref")?.unwrap_or_default();
                self.cells.merges.extend(merge(&range));
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), InvalidWorkbook> {
        let CellDraft { column, kind, style, formula, value, inline, strikes } = std::mem::take(&mut self.draft);
        let filled = |text: &str| !text.trim().is_empty();
        let stored = &mut self.cells.stored;
        let start = stored.len();
        let mut at = None;
        let kind = match kind.as_str() {
            "s" if !filled(&value) => return Ok(()),
            "s" => match value.trim().parse::<u32>() {
                Ok(number) => {
                    at = Some(number);
                    CellKind::Shared
                }
                Err(_) => CellKind::Unknown,
            },
            // LibreOffice and a few others put the text of an `inlineStr` or `str` in either place.
            "inlineStr" | "str" => {
                let text = if inline.is_empty() { &value } else { &inline };
                if !filled(text) {
                    return Ok(());
                }
                unescape_into(text, stored);
                CellKind::Text
            }
            "e" => {
                stored.push_str(value.trim());
                CellKind::Error
            }
            "b" if !filled(&value) => return Ok(()),
            "b" => {
                stored.push_str(if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" });
                CellKind::Text
            }
            "d" | "n" | "" if !filled(&value) && formula => CellKind::Uncalculated,
            "d" | "n" | "" if !filled(&value) => return Ok(()),
            "d" => {
                stored.push_str(value.trim());
                CellKind::Day
            }
            "n" | "" => {
                stored.push_str(value.trim());
                CellKind::Number
            }
            _ => CellKind::Unknown,
        };
        let length = stored.len() - start;
        // No text is longer, and no sheet is larger than what an archive may unpack to.
        let narrow = |number: usize| u32::try_from(number).map_err(|_| InvalidWorkbook::LongText);
        if length > 4 * LONGEST_TEXT {
            return Err(InvalidWorkbook::LongText);
        }
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let at = match at {
            Some(number) => number,
            None => narrow(start)?,
        };
        if kind == CellKind::Text && strikes.some {
            self.cells.struck_texts.push(at);
        }
        self.cells.cells.push(Cell { column, kind, style, at, length: narrow(length)? });
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), InvalidWorkbook> {
        let start = self.cells.rows.last().map_or(0, |(_, end)| *end as usize);
        let Some(cells) = self.cells.cells.get_mut(start..).filter(|cells| !cells.is_empty()) else { return Ok(()) };
        cells.sort_by_key(|cell| cell.column);
        let twice = cells.windows(2).find_map(|pair| match pair {
            [one, other] if one.column == other.column => Some(one.column),
            _ => None,
        });
        if let Some(column) = twice {
            return Err(InvalidWorkbook::Twice(cell_name(usize::from(column), u64::from(self.row))));
        }
        if self.cells.rows.last().is_some_and(|(number, _)| *number >= self.row) {
            return Err(InvalidWorkbook::Order(self.row));
        }
        let end = u32::try_from(self.cells.cells.len()).map_err(|_| InvalidWorkbook::LongText)?;
        self.cells.rows.push((self.row, end));
        self.cells.hidden.extend(self.hidden.then_some(self.row));
        Ok(())
    }

    fn finish(mut self) -> Result<Cells, InvalidWorkbook> {
        self.cells.merges.sort();
        Ok(self.cells)
    }
}

/// The range that a merge covers, if it is more than one cell.
fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let ((first_column, first_row), (last_column, last_row)) = (place(first)?, place(last)?);
    (first != last).then_some(Merge { first_row, first_column, last_row, last_column })
}

/// The column from 0 and the row from 1 of a cell's name, `C7` or `$C$7`.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "").to_ascii_uppercase();
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(digits)?;
    if letters.is_empty() || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let number = letters
        .bytes()
        .fold(0_u32, |number, letter| number.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1));
    Some((number.checked_sub(1)?, digits.parse().ok()?))
}

/// The name of a cell, `C7`.
pub(in crate::sheet) fn cell_name(column: usize, row: u64) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{row}")
}
