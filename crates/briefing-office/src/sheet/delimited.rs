//! Rows of text whose cells are separated by a character, quoted as RFC 4180 has it.
//!
//! What RFC 4180 does not have is a fault at its cell: a quotation mark that is not closed, and text after one that is.
//! Such a row ends with its line, so that the next rows are read all the same.

use std::io::Read;

use memchr::{memchr, memchr2, memchr3};

use super::record::Record;
use super::{ReadStep, RowFault, RowStart};
use crate::diagnostic::{Code, MOST_PER_CODE};

/// The most bytes of one row; a longer one has a quotation mark that is not closed.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// How much is read at once.
const CHUNK: usize = 128 * 1024;

/// A text being read.
pub(super) struct Delimited<'f> {
    file: Box<dyn Read + 'f>,
    pub(super) delimiter: u8,
    /// The most bytes that the file may have.
    limit: u64,
    buffer: Vec<u8>,
    /// Where in the buffer the next row begins, and up to where it was filled.
    at: usize,
    filled: usize,
    is_over: bool,
    next: RowStart,
    faults: Vec<RowFault>,
    quote_faults: usize,
    /// How many cells a row has; a line within a quoted cell that has as many may be a row.
    width: Option<usize>,
}

/// Where a row ends, or why that is not known.
enum RowEnd {
    /// Behind its last line end, so many bytes and lines later.
    At { bytes: usize, lines: u64 },
    /// It goes on behind what was read.
    Unread,
    /// A quotation mark is not right.
    Fault(QuoteFault),
}

struct QuoteFault {
    cell: usize,
    /// Where the cell begins that is not right.
    at: usize,
    what: Wrong,
}

enum Wrong {
    /// No mark closes the cell.
    Unclosed,
    /// So many lines later, a mark closes the cell and has text after it.
    ClosedFarAway(u64),
    /// A mark closes the cell and has text after it.
    TextBehind,
    /// The cell goes over lines that look like rows.
    HoldsRows(u64),
}

impl<'f> Delimited<'f> {
    /// Reads rows from the next byte of the file on, which is that one.
    pub(super) fn new(file: Box<dyn Read + 'f>, first: RowStart, delimiter: u8, limit: u64) -> Self {
        Self {
            file,
            delimiter,
            limit,
            buffer: Vec::new(),
            at: 0,
            filled: 0,
            is_over: false,
            next: first,
            faults: Vec::new(),
            quote_faults: 0,
            width: None,
        }
    }

    pub(super) fn set_width(&mut self, width: usize) {
        self.width = Some(width);
    }

    /// The faults of quotation marks since they were last asked for.
    pub(super) fn take_faults(&mut self) -> Vec<RowFault> {
        std::mem::take(&mut self.faults)
    }

    /// Reads the next row that has any characters into `record`.
    pub(super) fn step(&mut self, record: &mut Record) -> ReadStep {
        loop {
            record.clear();
            let start = self.next;
            let rest = self.buffer.get(self.at..self.filled).unwrap_or_default();
            if rest.is_empty() && self.is_over {
                return ReadStep::End;
            }
            let end = row(rest, self.delimiter, self.is_over, self.width, record);
            match end {
                RowEnd::At { bytes, lines } => {
                    self.advance(bytes, lines);
                    if record.len() > 1 || !record.get(0).unwrap_or_default().is_empty() {
                        return ReadStep::Row(start);
                    }
                }
                RowEnd::Unread if rest.len() > LONGEST_ROW => match open_mark(rest, self.delimiter) {
                    Some(fault) => self.report(start, &fault),
                    None => {
                        let message = format!("a row that begins here has more than {} MB", LONGEST_ROW >> 20);
                        return ReadStep::Broken(RowFault {
                            row: start,
                            cell: None,
                            code: Code::TooLarge,
                            message,
                            hint: None,
                        });
                    }
                },
                RowEnd::Fault(fault) if self.is_over || has_line_end(rest, fault.at) || rest.len() > LONGEST_ROW => {
                    self.report(start, &fault);
                }
                RowEnd::Unread | RowEnd::Fault(_) => {
                    if let Err(fault) = self.fill(start) {
                        return ReadStep::Broken(fault);
                    }
                }
            }
            if self.quote_faults > MOST_PER_CODE {
                // Each may have been looked for through a row of the greatest length.
                return ReadStep::End;
            }
        }
    }

    fn advance(&mut self, bytes: usize, lines: u64) {
        self.at += bytes;
        self.next.byte += bytes as u64;
        self.next.line += lines;
    }

    /// Notes a fault, and goes on behind the line in which its cell begins.
    fn report(&mut self, row: RowStart, fault: &QuoteFault) {
        let rest = self.buffer.get(self.at..self.filled).unwrap_or_default();
        let line_end = rest.get(fault.at..).and_then(|line| memchr2(b'\n', b'\r', line)).map(|end| fault.at + end);
        let bytes = line_end.map_or(rest.len(), |end| end + line_end_length(rest, end));
        let lines = count_lines(rest.get(..bytes).unwrap_or_default());
        let (message, hint) = match fault.what {
            Wrong::Unclosed => ("the quotation mark that begins this cell is not closed".to_owned(), CLOSE),
            Wrong::ClosedFarAway(lines) => {
                let line = row.line + count_lines(rest.get(..fault.at).unwrap_or_default()) + lines;
                (
                    format!(
                        "the quotation mark that begins this cell is not closed: the next one, in line {line}, has text \
                         after it"
                    ),
                    CLOSE,
                )
            }
            Wrong::TextBehind => (
                "the quotation mark that closes this cell has text after it".to_owned(),
                "write each quotation mark within a cell twice: `\"the \"\"big\"\" conference\"`",
            ),
            Wrong::HoldsRows(lines) => (
                format!(
                    "the quotation mark that begins this cell seems not to be closed: the cell holds what looks like {}",
                    if lines == 1 { "another row".to_owned() } else { format!("{lines} more rows") }
                ),
                "close it in its line; where the lines do belong to the cell, write them as one",
            ),
        };
        let hint = Some(hint.to_owned());
        self.faults.push(RowFault { row, cell: Some(fault.cell), code: Code::OpenQuote, message, hint });
        self.quote_faults += 1;
        self.advance(bytes, lines);
    }

    fn fill(&mut self, row: RowStart) -> Result<(), RowFault> {
        let fault = |code, message| RowFault { row, cell: None, code, message, hint: None };
        if self.at > 0 {
            self.buffer.copy_within(self.at..self.filled, 0);
            self.filled -= self.at;
            self.at = 0;
        }
        if self.buffer.len() < self.filled + CHUNK {
            self.buffer.resize(self.filled + CHUNK, 0);
        }
        let room = self.buffer.get_mut(self.filled..).unwrap_or_default();
        let count = loop {
            match self.file.read(room) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(fault(Code::Unreadable, format!("cannot be read further: {error}"))),
                Ok(count) => break count,
            }
        };
        self.filled += count;
        self.is_over = count == 0;
        if self.next.byte + self.filled as u64 > self.limit {
            return Err(fault(Code::TooLarge, format!("the file is larger than {} MB", self.limit >> 20)));
        }
        Ok(())
    }
}

const CLOSE: &str = "close it, or remove it; a quotation mark within such a cell is written twice";

/// Reads one row from the beginning of `bytes`, which are all there is if `is_over`.
fn row(bytes: &[u8], delimiter: u8, is_over: bool, width: Option<usize>, record: &mut Record) -> RowEnd {
    match memchr3(b'\n', b'\r', b'"', bytes) {
        None if is_over => split(bytes, delimiter, record),
        None => return RowEnd::Unread,
        Some(end) if bytes.get(end) != Some(&b'"') => {
            // Whether a line feed follows is not known yet.
            if end + 1 == bytes.len() && !is_over && bytes.get(end) == Some(&b'\r') {
                return RowEnd::Unread;
            }
            split(bytes.get(..end).unwrap_or_default(), delimiter, record);
            return RowEnd::At { bytes: end + line_end_length(bytes, end), lines: 1 };
        }
        Some(_) => return quoted_row(bytes, delimiter, is_over, width, record),
    }
    RowEnd::At { bytes: bytes.len(), lines: 0 }
}

/// Splits a row without quotation marks.
fn split(line: &[u8], delimiter: u8, record: &mut Record) {
    // Most cells are shorter than what a search by blocks is worth.
    for cell in line.split(|byte| *byte == delimiter) {
        record.push_bytes(cell);
        record.end_cell();
    }
}

/// Reads a row with quotation marks.
fn quoted_row(bytes: &[u8], delimiter: u8, is_over: bool, width: Option<usize>, record: &mut Record) -> RowEnd {
    let (mut at, mut lines) = (0, 0);
    loop {
        let start = at;
        let cell = record.len();
        let blank = |byte: &&u8| matches!(byte, b' ' | b'\t') && **byte != delimiter;
        let spaces = bytes.get(at..).unwrap_or_default().iter().take_while(blank).count();
        if bytes.get(at + spaces) == Some(&b'"') {
            let (end, wrong) = match quoted_cell(bytes, at + spaces + 1, delimiter, is_over, record) {
                Quoted::Closed(end) => (end, None),
                Quoted::Unread => return RowEnd::Unread,
                Quoted::Unclosed => (bytes.len(), Some(Wrong::Unclosed)),
                Quoted::TextBehind(end) => {
                    let lines = count_lines(bytes.get(start..end).unwrap_or_default());
                    (end, Some(if lines == 0 { Wrong::TextBehind } else { Wrong::ClosedFarAway(lines) }))
                }
            };
            let inside = bytes.get(start..end).unwrap_or_default();
            let rows = if wrong.is_none() { rows_inside(inside, delimiter, width) } else { 0 };
            let wrong = wrong.or((rows > 0).then_some(Wrong::HoldsRows(rows)));
            if let Some(what) = wrong {
                return RowEnd::Fault(QuoteFault { cell, at: start, what });
            }
            lines += count_lines(inside);
            at = end;
        } else {
            let rest = bytes.get(at..).unwrap_or_default();
            let end = match memchr3(delimiter, b'\n', b'\r', rest) {
                Some(end) => end,
                None if is_over => rest.len(),
                None => return RowEnd::Unread,
            };
            // A quotation mark within a cell that does not begin with one, as in `12" pipe`, stands for itself.
            record.push_bytes(rest.get(..end).unwrap_or_default());
            at += end;
        }
        record.end_cell();
        match bytes.get(at) {
            Some(&byte) if byte == delimiter => at += 1,
            Some(b'\r') if at + 1 == bytes.len() && !is_over => return RowEnd::Unread,
            Some(_) => return RowEnd::At { bytes: at + line_end_length(bytes, at), lines: lines + 1 },
            None => return RowEnd::At { bytes: at, lines },
        }
    }
}

enum Quoted {
    /// The next delimiter or line end is there.
    Closed(usize),
    Unread,
    Unclosed,
    /// It is closed there, and what comes next is neither.
    TextBehind(usize),
}

/// Reads a quoted cell from behind its first mark on.
fn quoted_cell(bytes: &[u8], mut at: usize, delimiter: u8, is_over: bool, record: &mut Record) -> Quoted {
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(end) = memchr(b'"', rest) else { return if is_over { Quoted::Unclosed } else { Quoted::Unread } };
        record.push_bytes(rest.get(..end).unwrap_or_default());
        at += end + 1;
        match bytes.get(at) {
            Some(b'"') => {
                record.push_bytes(b"\"");
                at += 1;
            }
            None if !is_over => return Quoted::Unread,
            _ => break,
        }
    }
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t') && **byte != delimiter;
    let end = at + bytes.get(at..).unwrap_or_default().iter().take_while(blank).count();
    match bytes.get(end) {
        None if !is_over => Quoted::Unread,
        None | Some(b'\n' | b'\r') => Quoted::Closed(end),
        Some(&byte) if byte == delimiter => Quoted::Closed(end),
        Some(_) => Quoted::TextBehind(at),
    }
}

/// How many lines within a quoted cell look like rows: they have as many cells, among them a number or a day.
///
/// Two marks that are not closed, one behind the other, are a cell by the letter of RFC 4180.
fn rows_inside(cell: &[u8], delimiter: u8, width: Option<usize>) -> u64 {
    let Some(width) = width.filter(|&width| width > 2) else { return 0 };
    if memchr2(b'\n', b'\r', cell).is_none() {
        return 0;
    }
    let is_figure = |cell: &[u8]| {
        let cell = cell.trim_ascii();
        cell.first().is_some_and(u8::is_ascii_digit)
            && cell.iter().all(|byte| byte.is_ascii_digit() || b"-./:' ".contains(byte))
    };
    let looks_like_row = |line: &&[u8]| {
        // The last line ends where a cell does, and may be the beginning of a row.
        let cells: Vec<&[u8]> = line.split(|&byte| byte == delimiter).collect();
        cells.len() + 1 >= width && cells.iter().any(|cell| is_figure(cell))
    };
    cell.split(|byte| matches!(byte, b'\n' | b'\r')).skip(1).filter(looks_like_row).count() as u64
}

/// The cell that has an open quotation mark, in a row that is too long.
fn open_mark(bytes: &[u8], delimiter: u8) -> Option<QuoteFault> {
    match row(bytes, delimiter, true, None, &mut Record::default()) {
        RowEnd::Fault(fault) => Some(fault),
        RowEnd::At { .. } | RowEnd::Unread => None,
    }
}

/// Whether the line in which that byte is ends within what was read.
fn has_line_end(bytes: &[u8], at: usize) -> bool {
    let end = bytes.get(at..).and_then(|line| memchr2(b'\n', b'\r', line)).map(|end| at + end);
    // Whether a line feed follows a carriage return is not known at the end of what was read.
    end.is_some_and(|end| end + 1 < bytes.len() || bytes.get(end) == Some(&b'\n'))
}

/// How long the line end is that begins there.
fn line_end_length(bytes: &[u8], at: usize) -> usize {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (Some(_), _) => 1,
        (None, _) => 0,
    }
}

/// How many lines end within bytes: with a line feed, with a carriage return, or with both.
pub(super) fn count_lines(bytes: &[u8]) -> u64 {
    let (mut lines, mut at) = (0, 0);
    while let Some(end) = bytes.get(at..).and_then(|rest| memchr2(b'\n', b'\r', rest)) {
        at += end + line_end_length(bytes, at + end);
        lines += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text and its faults, read in chunks of any size.
    fn read(text: &str, chunk: usize) -> String {
        struct Slow<'t>(&'t [u8], usize);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let count = self.1.min(self.0.len()).min(buffer.len());
                buffer[..count].copy_from_slice(&self.0[..count]);
                self.0 = &self.0[count..];
                Ok(count)
            }
        }
        let start = RowStart { byte: 0, line: 1 };
        let mut rows = Delimited::new(Box::new(Slow(text.as_bytes(), chunk)), start, b',', 1 << 30);
        let (mut record, mut out) = (Record::default(), String::new());
        loop {
            let step = rows.step(&mut record);
            for fault in rows.take_faults() {
                out += &format!("{}: cell {}: {}\n", fault.row.line, fault.cell.unwrap(), fault.message);
            }
            match step {
                ReadStep::Row(start) => {
                    rows.set_width(3);
                    let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
                    out += &format!("{}@{}: {}\n", start.line, start.byte, cells.join("|").escape_debug());
                }
                ReadStep::End => return out,
                ReadStep::Broken(fault) => panic!("{fault:?}"),
            }
        }
    }

    fn same(text: &str) -> String {
        let whole = read(text, usize::MAX);
        for chunk in 1..4 {
            assert_eq!(read(text, chunk), whole, "in chunks of {chunk}");
        }
        whole
    }

    #[test]
    fn cells_and_lines_of_every_kind() {
        insta::assert_snapshot!(same("a,b,c\r\n\"x, y\",\"two\nlines\",\"\"\"q\"\"\"\n\n1,, \"z\" \r2,12\" pipe,\r\"\""), @r#"
        1@0: a|b|c
        2@7: x, y|two\nlines|\"q\"
        5@35: 1||z
        6@44: 2|12\" pipe|
        "#);
    }

    #[test]
    fn marks_that_are_not_right_lose_no_row() {
        insta::assert_snapshot!(same("a,b,c\n1,2,\"as agreed\n2,3,\"signed\n3,4,ok\n"), @r#"
        1@0: a|b|c
        2: cell 2: the quotation mark that begins this cell is not closed: the next one, in line 3, has text after it
        3: cell 2: the quotation mark that begins this cell is not closed
        4@33: 3|4|ok
        "#);
        insta::assert_snapshot!(same("a,b,c\n1,2,\"open\n2,3,4\n3,4,\"ok\" said\n"), @r#"
        1@0: a|b|c
        2: cell 2: the quotation mark that begins this cell is not closed: the next one, in line 4, has text after it
        3@16: 2|3|4
        4: cell 2: the quotation mark that closes this cell has text after it
        "#);
        insta::assert_snapshot!(same("a,b,c\n1,2,\"open\n2,3,pipe of 12\"\n3,4,x\n"), @r#"
        1@0: a|b|c
        2: cell 2: the quotation mark that begins this cell seems not to be closed: the cell holds what looks like another row
        3@16: 2|3|pipe of 12\"
        4@32: 3|4|x
        "#);
        insta::assert_snapshot!(same("a,b,c\n1,\"The \"big\" one\",x\n1,\"\\\"big\\\"\",x\n"), @r#"
        1@0: a|b|c
        2: cell 1: the quotation mark that closes this cell has text after it
        3: cell 1: the quotation mark that closes this cell has text after it
        "#);
    }

    proptest::proptest! {
        /// Rows that were written by the rules come back as they were.
        #[test]
        fn what_is_quoted_is_read_again(rows in proptest::collection::vec(proptest::collection::vec("[a-z,\"\r\n ]{0,6}", 3), 1..6), chunk in 1_usize..9) {
            let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: String = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",") + "\r\n").collect();
            let shown: Vec<String> = rows.iter().map(|row| row.join("|").escape_debug().to_string()).collect();
            let read = read(&text, chunk);
            let cells: Vec<&str> = read.lines().map(|line| line.split_once(": ").unwrap().1).collect();
            proptest::prop_assert_eq!(cells, shown);
        }

        /// Of any bytes, chunks change nothing, and no line is in two rows.
        #[test]
        fn any_text_is_read_alike(text in "[ab,\"\r\n ]{0,40}", chunk in 1_usize..9) {
            proptest::prop_assert_eq!(read(&text, chunk), read(&text, usize::MAX));
        }
    }
}
