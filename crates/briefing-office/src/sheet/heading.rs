//! Which row has the names of the columns, and what separates them.

use std::io::Cursor;

use super::delimited::Delimited;
use super::record::Record;
use super::{ReadStep, RowStart};

/// No title and no preamble has more rows.
pub(crate) const MOST_ROWS: usize = 20;

/// What separates columns, where nobody says so; first the one that a tie is decided for.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How the row with the names of the columns is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct HeadingSearch {
    /// Its line in a text, its number in a workbook, where that is said.
    pub(crate) row: Option<u64>,
    /// Names that are expected in it.
    pub(crate) names: Vec<String>,
}

/// A row that was passed over on the way to the headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Above {
    pub(crate) row: RowStart,
    /// Its cells that say something.
    pub(crate) texts: Vec<String>,
}

impl Above {
    fn new(row: RowStart, record: &Record) -> Self {
        let texts = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
        Self { row, texts: texts.filter(|text| !text.is_empty()).collect() }
    }
}

impl HeadingSearch {
    /// How many of the expected names a row has.
    pub(crate) fn score(&self, record: &Record) -> usize {
        self.expected().score(record)
    }

    fn expected(&self) -> Expected {
        Expected(self.names.iter().map(|wanted| name(wanted)).collect())
    }
}

/// Expected names, in the form in which names are compared.
struct Expected(Vec<String>);

impl Expected {
    /// How many of them a row has.
    fn score(&self, record: &Record) -> usize {
        let cells: Vec<String> = record.iter().map(|cell| name(&String::from_utf8_lossy(cell))).collect();
        self.0.iter().filter(|wanted| cells.contains(wanted)).count()
    }
}

/// A name of a column in the form in which names are compared: in a spreadsheet it may be broken over lines.
pub(crate) fn name(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase().replace('-', "_")
}

/// How a text is separated and where its headings are.
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// The row with the headings, from the beginning of what was looked at.
    pub(super) start: RowStart,
    pub(super) above: Vec<Above>,
    /// Whether the row that was asked for is there.
    pub(super) found: bool,
}

/// Looks through the beginning of a text, whose first byte is that one.
pub(super) fn layout(text: &[u8], first: RowStart, delimiter: Option<u8>, heading: &HeadingSearch) -> Layout {
    let (separator, first, text) = match separator_line(text) {
        Some((separator, length)) => {
            let first = RowStart { byte: first.byte + length as u64, line: first.line + 1 };
            (Some(separator), first, text.get(length..).unwrap_or_default())
        }
        None => (None, first, text),
    };
    let candidates: Vec<u8> = match delimiter.or(separator) {
        Some(delimiter) => vec![delimiter],
        None => DELIMITERS.to_vec(),
    };
    let expected = heading.expected();
    let mut best: Option<(usize, usize, Layout)> = None;
    for delimiter in candidates {
        let mut above = Vec::new();
        let rows = rows(text, first, delimiter, heading.row);
        for (row, record) in &rows {
            let row = *row;
            let (score, cells) = (expected.score(record), record.len());
            let is_first = above.is_empty();
            let eligible = heading.row.map_or(is_first || score > 1, |wanted| wanted == row.line);
            // Of rows that are as good, the first one; a tie between delimiters goes to the one that separates more.
            let better = best.as_ref().is_none_or(|(most, width, layout)| {
                score > *most || (score == *most && layout.delimiter != delimiter && cells > *width && is_first)
            });
            if eligible && better {
                let layout = Layout { delimiter, start: row, above: above.clone(), found: true };
                best = Some((score, cells, layout));
            }
            above.push(Above::new(row, record));
        }
    }
    let delimiter = delimiter.or(separator).unwrap_or(b',');
    let found = heading.row.is_none();
    best.map_or(Layout { delimiter, start: first, above: Vec::new(), found }, |(_, _, layout)| layout)
}

/// The first rows of a text, up to the wanted line where there is one.
fn rows(text: &[u8], first: RowStart, delimiter: u8, wanted: Option<u64>) -> Vec<(RowStart, Record)> {
    let mut reader = Delimited::new(Box::new(Cursor::new(text)), first, delimiter, u64::MAX);
    let mut rows = Vec::new();
    let mut record = Record::default();
    while let ReadStep::Row(row) = reader.step(&mut record) {
        if wanted.is_some_and(|wanted| row.line > wanted) || (wanted.is_none() && rows.len() >= MOST_ROWS) {
            break;
        }
        rows.push((row, record.clone()));
    }
    rows
}

/// What a first line `sep=;` says, as programs write it for Excel, and how long it is.
fn separator_line(text: &[u8]) -> Option<(u8, usize)> {
    let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    let line = text.get(..end)?.trim_ascii_end();
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let length = end + if text.get(end..end + 2) == Some(b"\r\n") { 2 } else { 1 };
    match line.split_at_checked(4)? {
        (word, [separator]) if word.eq_ignore_ascii_case(b"sep=") => Some((*separator, length)),
        // The trimmed line of a tab.
        (word, []) if word.eq_ignore_ascii_case(b"sep=") => Some((b'\t', length)),
        _ => None,
    }
}

/// The place of the headings among the first rows of a sheet, and the rows above them.
pub(super) fn of_rows(rows: &[(u64, Record)], heading: &HeadingSearch) -> (u64, Vec<Above>, bool) {
    if let Some(wanted) = heading.row {
        return (wanted, Vec::new(), rows.iter().any(|(number, _)| *number == wanted) || rows.len() >= MOST_ROWS);
    }
    let expected = heading.expected();
    let mut best: Option<(usize, usize)> = None;
    for (at, (_, record)) in rows.iter().enumerate() {
        let score = expected.score(record);
        if best.is_none_or(|(_, most)| score > most) && (at == 0 || score > 1) {
            best = Some((at, score));
        }
    }
    let at = best.map_or(0, |(at, _)| at);
    let above = rows.iter().take(at);
    let above = above.map(|(number, record)| Above::new(RowStart { byte: *number, line: *number }, record));
    (rows.get(at).map_or(1, |(number, _)| *number), above.collect(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, names: &[&str], row: Option<u64>) -> (char, u64, usize) {
        let heading = HeadingSearch { row, names: names.iter().map(|&name| name.to_owned()).collect() };
        let layout = layout(text.as_bytes(), RowStart { byte: 0, line: 1 }, None, &heading);
        (char::from(layout.delimiter), layout.start.line, layout.above.len())
    }

    #[test]
    fn headings_and_separators_are_found_by_names() {
        let names = &["id", "kind", "Amount, in US$"];
        assert_eq!(found("id,kind\n", names, None), (',', 1, 0));
        assert_eq!(found("id;kind;\"Amount, in US$\"\n", names, None), (';', 1, 0));
        assert_eq!(found("id;kind;Amount, in US$\n", names, None), (';', 1, 0));
        assert_eq!(found("id\tkind\n", names, None), ('\t', 1, 0));
        assert_eq!(found("Ledger, 2025, of the Office\n\nid;kind\n", names, None), (';', 3, 1));
        assert_eq!(found("sep=;\r\nid;kind\r\n", names, None), (';', 2, 0));
        assert_eq!(found("\"sep=|\"\nid|kind\n", names, None), ('|', 2, 0));
        assert_eq!(found("a;b;c\n1,5;2;3\n", names, None), (';', 1, 0));
        assert_eq!(found("a,b\n", names, None), (',', 1, 0));
        assert_eq!(found("", names, None), (',', 1, 0));
        assert_eq!(found("x;y\nid;kind\nid;kind;amount\n", names, Some(3)), (';', 3, 2));
    }
}
