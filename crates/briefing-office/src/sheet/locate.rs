//! From a row and a cell to a line, a column and an excerpt, by going through the file once more.

use std::io::{BufRead, BufReader, Read};

use memchr::memchr2;

use super::delimited::{LONGEST_ROW, count_lines};
use super::{RowFault, RowStart};
use crate::diagnostic::{Diagnostic, FileSpan, Position};
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
    let mut rows = RowLocator::new(files, path);
    let diagnose = |fault: RowFault| {
        let location = location(path, rows.raw(fault.row), fault.row.line, fault.cell, delimiter);
        fault.at(location)
    };
    faults.into_iter().map(diagnose).collect()
}

/// The file on its second reading.
struct RowLocator<'f> {
    files: &'f dyn Files,
    path: &'f FolderPath,
    file: Option<BufReader<Box<dyn Read + 'f>>>,
    /// How many bytes were read.
    at: u64,
    /// The row that `raw` holds.
    row: Option<RowStart>,
    raw: Vec<u8>,
}

impl<'f> RowLocator<'f> {
    fn new(files: &'f dyn Files, path: &'f FolderPath) -> Self {
        Self { files, path, file: None, at: 0, row: None, raw: Vec::new() }
    }

    /// The bytes of a row: as many lines as its quotation marks hold together.
    fn raw(&mut self, row: RowStart) -> &[u8] {
        if self.row != Some(row) {
            self.row = Some(row);
            self.raw.clear();
            // Without its bytes a fault still has its line.
            let _ = self.advance(row);
        }
        &self.raw
    }

    fn advance(&mut self, row: RowStart) -> Option<()> {
        // The row before may have been read too far, after a stray quotation mark.
        if self.file.is_none() || self.at > row.byte {
            self.file = Some(BufReader::new(self.files.open(self.path).ok()?));
            self.at = 0;
        }
        let file = self.file.as_mut()?;
        self.at += std::io::copy(&mut file.take(row.byte - self.at), &mut std::io::sink()).ok()?;
        let mut quotes = 0;
        while self.raw.len() < LONGEST_ROW {
            let buffer = file.fill_buf().ok()?;
            let end = memchr2(b'\n', b'\r', buffer).map(|end| end + 1);
            let read = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            quotes += read.iter().filter(|&&byte| byte == b'"').count();
            self.raw.extend_from_slice(read);
            let count = read.len();
            file.consume(count);
            self.at += count as u64;
            if count == 0 || (end.is_some() && quotes % 2 == 0) {
                break;
            }
        }
        Some(())
    }
}

/// Where the cells of a row begin and end; one whose quotation mark is not right ends with its line and is the last.
fn cells(raw: &[u8], delimiter: u8) -> Vec<std::ops::Range<usize>> {
    let (mut spans, mut at) = (Vec::new(), 0);
    let line_end =
        |from: usize| raw.get(from..).and_then(|rest| memchr2(b'\n', b'\r', rest)).map_or(raw.len(), |end| from + end);
    loop {
        let start = at;
        let spaces = raw.get(at..).unwrap_or_default().iter().take_while(|&&byte| byte == b' ').count();
        if raw.get(at + spaces) == Some(&b'"') {
            at += spaces + 1;
            loop {
                match (raw.get(at), raw.get(at + 1)) {
                    (Some(b'"'), Some(b'"')) => at += 2,
                    (Some(b'"'), _) => {
                        at += 1;
                        break;
                    }
                    (Some(_), _) => at += 1,
                    (None, _) => {
                        spans.push(start..line_end(start));
                        return spans;
                    }
                }
            }
        }
        let rest = raw.get(at..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
        let end = at + end.unwrap_or(rest.len());
        let is_closed = at == start || raw.get(at..end).is_none_or(|behind| behind.trim_ascii().is_empty());
        spans.push(start..if is_closed { end } else { line_end(start) });
        if !is_closed || raw.get(end) != Some(&delimiter) {
            return spans;
        }
        at = end + 1;
    }
}

fn location(path: &FolderPath, raw: &[u8], first_line: u64, cell: Option<usize>, delimiter: u8) -> FileSpan {
    let cells = cells(raw, delimiter);
    let whole = 0..cells.last().map_or(0, |last| last.end);
    let span = cell.and_then(|cell| cells.get(cell).cloned()).unwrap_or(whole);
    let start = position(raw, span.start, first_line);
    let end = position(raw, span.end, first_line);
    let line_start = line_start(raw, span.start);
    let line = raw.get(line_start..).unwrap_or_default();
    let line = line.get(..memchr2(b'\n', b'\r', line).unwrap_or(line.len())).unwrap_or_default();
    let before = span.start - line_start;
    let byte = String::from_utf8_lossy(line.get(..before).unwrap_or(line)).len();
    let (excerpt, caret) = cut_excerpt(&String::from_utf8_lossy(line), byte);
    FileSpan { file: path.to_string(), line: start.line, column: start.column, end, excerpt, caret, cell: None }
}

/// Where the line begins that a byte is in.
fn line_start(raw: &[u8], byte: usize) -> usize {
    let before = raw.get(..byte).unwrap_or(raw);
    before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1)
}

fn position(raw: &[u8], byte: usize, first_line: u64) -> Position {
    let before = raw.get(..byte).unwrap_or(raw);
    let line = first_line.saturating_add(count_lines(before));
    let column = String::from_utf8_lossy(before.get(line_start(raw, byte)..).unwrap_or_default()).chars().count() + 1;
    Position { line: usize::try_from(line).unwrap_or(usize::MAX), column }
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
        locate(&files, &path, b',', wanted.iter().map(fault).collect())
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
    fn lines_may_end_in_a_carriage_return_alone() {
        let text = "id,note\ra,x\rb,\"y\rz\",w\r";
        assert_eq!(places(text, &[(12, 3, Some(1)), (12, 3, Some(2))]), ["3:3-4:3 b,\"y", "4:4-4:5 z\",w"]);
    }

    #[test]
    fn a_cell_that_is_not_closed_ends_with_its_line() {
        let text = "id,note\na,\"open\nb,\"c\" d\n";
        assert_eq!(places(text, &[(8, 2, Some(1)), (16, 3, Some(1))]), ["2:3-2:8 a,\"open", "3:3-3:8 b,\"c\" d"]);
    }
}
