//! From a row and a cell to a line, a column and an excerpt, by going through the file once more.

use std::io::{BufRead, BufReader, Read};

use super::{LONGEST_ROW, RowFault, RowStart};
use crate::diagnostic::{Diagnostic, Location, Position};
use crate::files::{Files, FolderPath};
use crate::source::cut_excerpt;

/// Gives each fault its place.
///
/// A file that cannot be read a second time leaves the lines, without excerpts.
pub(crate) fn locate(
    files: &dyn Files,
    path: &FolderPath,
    delimiter: u8,
    mut faults: Vec<RowFault>,
) -> Vec<Diagnostic> {
    faults.sort_by_key(|fault| fault.row);
    let mut rows = Rows::new(files, path);
    let diagnose = |fault: RowFault| {
        let (first_line, raw) = rows.raw(fault.row);
        let location = location(path, raw, first_line, fault.cell, delimiter);
        let mut diagnostic = Diagnostic::new(fault.code, location, fault.message);
        diagnostic.hint = fault.hint;
        diagnostic
    };
    faults.into_iter().map(diagnose).collect()
}

/// Whether the row that begins there ends with a quotation mark still open.
pub(crate) fn ends_in_quotes(files: &dyn Files, path: &FolderPath, delimiter: u8, row: RowStart) -> bool {
    let mut rows = Rows::new(files, path);
    cells(rows.raw(row).1, delimiter).open
}

/// The file on its second reading.
struct Rows<'f> {
    files: &'f dyn Files,
    path: &'f FolderPath,
    file: Option<BufReader<Box<dyn Read + 'f>>>,
    /// How many bytes were read.
    at: u64,
    /// The row that `raw` holds.
    row: Option<RowStart>,
    raw: Vec<u8>,
    /// Line ends before the row, which the table's reader counts to the row.
    blank_lines: u64,
}

impl<'f> Rows<'f> {
    fn new(files: &'f dyn Files, path: &'f FolderPath) -> Self {
        Self { files, path, file: None, at: 0, row: None, raw: Vec::new(), blank_lines: 0 }
    }

    /// The line a row begins on, and its bytes: as many lines as its quotation marks hold together.
    fn raw(&mut self, row: RowStart) -> (u64, &[u8]) {
        if self.row != Some(row) {
            self.row = Some(row);
            self.raw.clear();
            self.blank_lines = 0;
            // Without its bytes a fault still has its line.
            let _ = self.advance(row);
        }
        (row.line + self.blank_lines, &self.raw)
    }

    fn advance(&mut self, row: RowStart) -> Option<()> {
        // The row before may have been read too far, after a stray quotation mark.
        if self.file.is_none() || self.at > row.byte {
            self.file = Some(BufReader::new(self.files.open(self.path).ok()?));
            self.at = 0;
        }
        let file = self.file.as_mut()?;
        self.at += std::io::copy(&mut file.take(row.byte - self.at), &mut std::io::sink()).ok()?;
        while let Some(end @ (b'\n' | b'\r')) = file.fill_buf().ok()?.first().copied() {
            file.consume(1);
            self.at += 1;
            self.blank_lines += u64::from(end == b'\n');
        }
        let mut quotes = 0;
        loop {
            let before = self.raw.len();
            let room = LONGEST_ROW.saturating_sub(before as u64);
            let read = file.take(room).read_until(b'\n', &mut self.raw).ok()?;
            self.at += read as u64;
            quotes += self.raw.iter().skip(before).filter(|&&byte| byte == b'"').count();
            if read == 0 || quotes % 2 == 0 {
                return Some(());
            }
        }
    }
}

/// Where the cells of a row begin and end, and whether the last one is still open.
struct Cells {
    spans: Vec<std::ops::Range<usize>>,
    open: bool,
}

/// Splits a row as RFC 4180 does; a mark inside a bare cell is part of it.
fn cells(raw: &[u8], delimiter: u8) -> Cells {
    let (mut spans, mut start, mut quoted) = (Vec::new(), 0, false);
    let mut bytes = raw.iter().copied().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.next_if(|(_, next)| *next == b'"').is_some() => {}
            b'"' if quoted => quoted = false,
            b'"' if at == start => quoted = true,
            _ if quoted => {}
            b'\n' | b'\r' => {
                spans.push(start..at);
                return Cells { spans, open: false };
            }
            _ if byte == delimiter => {
                spans.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    spans.push(start..raw.len());
    Cells { spans, open: quoted }
}

fn location(path: &FolderPath, raw: &[u8], first_line: u64, cell: Option<usize>, delimiter: u8) -> Location {
    let cells = cells(raw, delimiter).spans;
    let whole = 0..cells.last().map_or(0, |last| last.end);
    let span = cell.and_then(|cell| cells.get(cell).cloned()).unwrap_or(whole);
    let start = position(raw, span.start, first_line);
    let end = position(raw, span.end, first_line);
    let line = usize::try_from(first_line).map_or(0, |first| start.line.saturating_sub(first));
    let text = raw.split(|&byte| byte == b'\n').nth(line).unwrap_or_default();
    let line_start = raw.get(..span.start).and_then(|before| before.iter().rposition(|&byte| byte == b'\n'));
    let before = span.start - line_start.map_or(0, |at| at + 1);
    let byte = String::from_utf8_lossy(text.get(..before).unwrap_or(text)).len();
    let (excerpt, caret) = cut_excerpt(&String::from_utf8_lossy(text), byte);
    Location { file: path.to_string(), line: start.line, column: start.column, end, excerpt, caret, cell: None }
}

fn position(raw: &[u8], byte: usize, first_line: u64) -> Position {
    let before = raw.get(..byte).unwrap_or(raw);
    let lines = before.iter().filter(|&&byte| byte == b'\n').count();
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(before.get(line_start..).unwrap_or_default()).chars().count() + 1;
    Position { line: usize::try_from(first_line).unwrap_or(usize::MAX - lines) + lines, column }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::files::Memory;

    fn places(text: &str, wanted: &[(u64, u64, Option<usize>)]) -> Vec<String> {
        let path = "l.csv".parse().unwrap();
        let files = Memory::new().with("l.csv", text);
        let fault = |&(byte, line, cell): &(u64, u64, Option<usize>)| RowFault {
            row: RowStart { byte, line },
            cell,
            code: Code::BadCell,
            message: String::new(),
            hint: None,
        };
        let diagnostics = locate(&files, &path, b',', wanted.iter().map(fault).collect());
        diagnostics
            .into_iter()
            .map(|diagnostic| diagnostic.place.unwrap())
            .map(|place| {
                format!("{}:{}-{}:{} {}", place.line, place.column, place.end.line, place.end.column, place.excerpt)
            })
            .collect()
    }

    #[test]
    fn cells_are_found_also_over_lines() {
        let text = "id,note\na,é x\nb,\"two\nlines\",c\nd,e\n";
        let second = text.find("b,").unwrap() as u64;
        let third = text.rfind("d,").unwrap() as u64;
        let found = places(
            text,
            &[
                (third, 5, Some(1)),
                (8, 2, Some(1)),
                (8, 2, None),
                (second, 3, Some(1)),
                (second, 3, Some(2)),
                (second, 3, Some(9)),
            ],
        );
        assert_eq!(
            found,
            [
                "2:3-2:6 a,é x",
                "2:1-2:6 a,é x",
                "3:3-4:7 b,\"two",
                "4:8-4:9 lines\",c",
                "3:1-4:9 b,\"two",
                "5:3-5:4 d,e",
            ]
        );
    }

    #[test]
    fn open_quotes_are_told_from_stray_ones() {
        let open = |raw: &str| cells(raw.as_bytes(), b',').open;
        assert!(open("a,\"b\n"));
        assert!(!open("a,12\" b\n"));
        assert!(!open("a,\"b \"\" c\"\n"));
        assert!(open("a,\"b \"\""));
    }
}
