//! The rows of an export as it has them, and where each is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::map::Map;
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FolderPath, Memory};
use crate::read::ledger::LARGEST_FILE;
use crate::read::ledger::columns::MOST_IN_TITLE;
use crate::sheet::{KeyColumns, ReadStep, Record, RowFault, RowStart, Rows, TableOptions, is_workbook};
use crate::tree::Log;

/// An export, read.
pub(super) struct Sheet {
    file: ExportFile,
    pub(super) is_workbook: bool,
    /// What separates the columns, in a text.
    pub(super) delimiter: u8,
    /// The name of each column as the export has it.
    pub(super) header: Vec<String>,
    /// The cells above the headings, and the name of the sheet if the map gives it.
    pub(super) titles: Vec<String>,
    /// What the rows above the headings say as a label and its value, in two cells or on either side of a colon.
    pub(super) parameters: Vec<(String, String)>,
    pub(super) rows: Vec<Raw>,
    /// Faults of cells and quotation marks.
    pub(super) faults: Vec<RowFault>,
}

/// A row of an export.
pub(super) enum Raw {
    Cells(RowStart, Record),
    /// A row of totals, by its number.
    Total(u64),
}

/// A row of cells of an export, and where it is.
#[derive(Clone, Copy)]
pub(super) struct ExportRow<'e> {
    pub(super) start: RowStart,
    pub(super) record: &'e Record,
}

/// The names of the columns of an export, before it is known which of them the map means.
pub(super) struct Headings<'e> {
    /// The name of the export.
    pub(super) export: &'e str,
    pub(super) names: &'e [String],
    /// The cells of the row below the names.
    pub(super) below: &'e dyn Fn() -> Vec<String>,
}

impl Raw {
    /// Where it is.
    pub(super) fn start(&self) -> RowStart {
        match self {
            Self::Cells(start, _) => *start,
            Self::Total(line) => RowStart { byte: *line, line: *line },
        }
    }

    /// Its cells; `None` of a row of totals.
    pub(super) fn cells(&self) -> Option<ExportRow<'_>> {
        match self {
            Self::Cells(start, record) => Some(ExportRow { start: *start, record }),
            Self::Total(_) => None,
        }
    }

    /// Its line in a text, its row in a workbook.
    pub(super) fn line(&self) -> u64 {
        self.start().line
    }
}

/// Reads an export as its map says; `keys` tells where the columns are once the headings are known.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    map: &Map,
    log: &Log,
    keys: impl FnOnce(&Headings<'_>) -> Option<KeyColumns>,
) -> Option<Sheet> {
    let file = ExportFile::of(name, bytes, map, log)?;
    let mut table = match Rows::open(&file.files, &file.path, LARGEST_FILE, &map.options) {
        Ok(table) => table,
        Err(fault) => {
            log.push(file.named(*fault));
            return None;
        }
    };
    let record = read_headings(&file, &mut table, map, log)?;
    let header: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    // The name of a sheet says of its rows what a title would: `EUR`, `USD thousand`.
    let titles = map.options.sheet.iter().cloned();
    let titles = titles.chain(table.above().iter().flat_map(|above| above.texts.clone())).collect();
    let parameters = table.above().iter().flat_map(|above| parameters(&above.texts)).collect();
    let wanted = map.options.heading.score(&record);
    if let Some(other) = table.sheet_with(&file.files, &file.path, (wanted + 1).max(2), false) {
        let message = format!("the sheet `{other}` has more of the columns that the map names than the first sheet");
        let hint = format!("say in the map which is meant: `sheet = \"{other}\"`");
        log.push(Diagnostic::new(Code::ExportColumn, FileSpan::whole_file(name), message).with_hint(hint));
        return None;
    }
    let below = || file.below_headings(&map.options);
    table.set_columns(keys(&Headings { export: name, names: &header, below: &below })?);
    if let Some(other) = table.sheet_with(&file.files, &file.path, wanted.max(2), false) {
        let message = format!("the first sheet is read, and the sheet `{other}` has the same columns and is not");
        let hint = format!("name a sheet in the map, `sheet = \"{other}\"`, and import each of them on its own");
        log.push(Diagnostic::new(Code::TwoLedgers, FileSpan::whole_file(name), message).with_hint(hint));
    }
    let (rows, faults) = read_rows(&mut table);
    let delimiter = table.delimiter();
    drop(table);
    let is_workbook = file.is_workbook;
    Some(Sheet { file, is_workbook, delimiter, header, titles, parameters, rows, faults })
}

/// Reads up to the names of the columns; `None`, with the faults reported, when the table cannot be read.
fn read_headings(file: &ExportFile, table: &mut Rows<'_>, map: &Map, log: &Log) -> Option<Record> {
    let mut record = Record::default();
    let step = table.step(&mut record);
    if let ReadStep::Row(start) = step
        && map.options.heading.row.is_none()
    {
        for above in table.above().iter().filter(|above| above.texts.len() > MOST_IN_TITLE) {
            let message =
                format!("this row is above the names of the columns, in row {}, and would not be read", start.line);
            let hint = format!("where that is right, say `header-row = {}` in the map", start.line);
            let fault = RowFault { row: above.row, cell: None, code: Code::RowAbove, message, hint: Some(hint) };
            file.report(table, vec![fault], log);
        }
    }
    let mut faults = table.take_faults();
    let has_row = matches!(step, ReadStep::Row(_));
    if let ReadStep::Broken(fault) = step {
        faults.push(fault);
    }
    if !faults.is_empty() {
        file.report(table, faults, log);
        return None;
    }
    // Of a table without a row, nothing is a name.
    if !has_row {
        record.clear();
    }
    Some(record)
}

/// The labels of a row above the headings, each with its value.
fn parameters(texts: &[String]) -> Vec<(String, String)> {
    const COLONS: [char; 2] = [':', '：'];
    let pair = |(label, value): (&str, &str)| (label.trim().to_owned(), value.trim().to_owned());
    let within = texts.iter().filter_map(|text| text.split_once(COLONS));
    let beside =
        texts.iter().zip(texts.iter().skip(1)).map(|(label, value)| (label.trim_end_matches(COLONS), value.as_str()));
    within.chain(beside).map(pair).filter(|(_, value)| !value.is_empty()).collect()
}

/// The rows below the names of the columns, and the faults of their cells.
fn read_rows(table: &mut Rows<'_>) -> (Vec<Raw>, Vec<RowFault>) {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut record = Record::default();
    loop {
        let step = table.step(&mut record);
        faults.append(&mut table.take_faults());
        rows.extend(table.take_totals().into_iter().map(Raw::Total));
        match step {
            ReadStep::Row(start) => rows.push(Raw::Cells(start, std::mem::take(&mut record))),
            ReadStep::End => break,
            ReadStep::Broken(fault) => {
                faults.push(fault);
                break;
            }
        }
    }
    (rows, faults)
}

impl Sheet {
    /// The name of the export.
    pub(super) fn name(&self) -> &str {
        &self.file.name
    }

    /// The rows of cells, by the line on which each begins.
    pub(super) fn records(&self) -> BTreeMap<u64, &Record> {
        self.rows.iter().filter_map(Raw::cells).map(|row| (row.start.line, row.record)).collect()
    }

    /// Gives faults their places in the export.
    pub(super) fn locate(&self, map: &Map, faults: Vec<RowFault>) -> Vec<Diagnostic> {
        let file = &self.file;
        let Ok(table) = Rows::open(&file.files, &file.path, LARGEST_FILE, &map.options) else { return Vec::new() };
        table.locate(&file.files, &file.path, faults).into_iter().map(|fault| file.named(fault)).collect()
    }
}

/// The file of an export: its bytes, under a name that says what they are.
struct ExportFile {
    path: FolderPath,
    files: Memory,
    /// The name that the export has.
    name: String,
    is_workbook: bool,
}

impl ExportFile {
    /// `None`, with the fault reported, when the bytes are not a table.
    fn of(name: &str, bytes: &[u8], map: &Map, log: &Log) -> Option<Self> {
        let is_workbook = name.parse().is_ok_and(|path| is_workbook(&path)) || looks_like_workbook(bytes);
        if !is_workbook && let Some(fault) = no_table(name, bytes) {
            log.push(fault);
            return None;
        }
        let text = if is_workbook { Cow::Borrowed(bytes) } else { decoded(name, bytes, map.encoding, log)? };
        let path: FolderPath = if is_workbook { "export.xlsx" } else { "export.csv" }.parse().ok()?;
        let files = Memory::new().with(path.as_str(), &text);
        Some(Self { path, files, name: name.to_owned(), is_workbook })
    }

    /// The cells of the row below the headings.
    fn below_headings(&self, options: &TableOptions) -> Vec<String> {
        let Ok(mut table) = Rows::open(&self.files, &self.path, LARGEST_FILE, options) else { return Vec::new() };
        let mut record = Record::default();
        let has_row = (0..2).all(|_| matches!(table.step(&mut record), ReadStep::Row(_)));
        record.iter().filter(|_| has_row).map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    }

    /// Reports faults at their places in the export.
    fn report(&self, table: &Rows<'_>, faults: Vec<RowFault>, log: &Log) {
        for fault in table.locate(&self.files, &self.path, faults) {
            log.push(self.named(fault));
        }
    }

    /// A fault with the export's own name.
    fn named(&self, mut fault: Diagnostic) -> Diagnostic {
        fault.message = fault.message.replace(self.path.as_str(), &self.name);
        if let Some(place) = &mut fault.place {
            self.name.clone_into(&mut place.file);
        }
        let remedy = match fault.code {
            Code::BadWorkbook if fault.message.contains("has no sheet `") => Some("correct `sheet` in the map"),
            _ => None,
        };
        fault.hint = remedy.map(str::to_owned).or(fault.hint);
        fault
    }
}

/// What to say of a file that is not a table, whatever its name.
fn no_table(name: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let text = bytes.trim_ascii();
    let fault = |code, message: String| Some(Diagnostic::new(code, FileSpan::whole_file(name), message));
    if text.is_empty() {
        return fault(Code::EmptyLedger, "the export is empty".to_owned());
    }
    let kind = crate::source::foreign_kind(text).or_else(|| match text {
        [b'{' | b'[', rest @ ..]
            if rest.trim_ascii_start().starts_with(b"\"") || rest.trim_ascii_start().starts_with(b"{") =>
        {
            Some("a JSON file")
        }
        _ => None,
    })?;
    let hint = "export a table: an Excel workbook (.xlsx), or `CSV UTF-8`";
    fault(Code::ForeignFile, format!("the export is {kind}")).map(|fault| fault.with_hint(hint))
}

/// Whether bytes are those of a workbook, whatever the name says.
fn looks_like_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// A text as UTF-8; if it is not, and the map does not say what it is, cells that are not UTF-8 are reported later.
fn decoded<'b>(name: &str, bytes: &'b [u8], declared: Option<&'static Encoding>, log: &Log) -> Option<Cow<'b, [u8]>> {
    // A byte order mark is better evidence than a map of what a file is.
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked.or(declared).unwrap_or(encoding_rs::UTF_8);
    if encoding == encoding_rs::UTF_8 {
        // MS-DOS and the programs that follow it end a text with this byte.
        return Some(Cow::Borrowed(bytes.strip_suffix(b"\x1a").unwrap_or(bytes)));
    }
    let fault = |message: String, hint: &str| {
        log.push(Diagnostic::new(Code::NotUtf8, FileSpan::whole_file(name), message).with_hint(hint));
        None
    };
    // UTF-8 is valid by accident in no text of some length, and read in another encoding garbles every name.
    let is_utf8 = std::str::from_utf8(bytes).is_ok_and(|text| text.chars().filter(|c| !c.is_ascii()).count() > 1);
    if is_utf8 && marked.is_none() && encoding != encoding_rs::UTF_16LE && encoding != encoding_rs::UTF_16BE {
        let message = format!("the export is UTF-8, and the map says that it is {}", encoding.name().to_lowercase());
        return fault(message, "remove `encoding` from the map");
    }
    let text = encoding.decode_with_bom_removal(bytes);
    let lost = text.1 || text.0.chars().any(|c| matches!(c, '\u{80}'..='\u{9f}'));
    if lost {
        let message =
            format!("the export is not {}: it has bytes that mean nothing there", encoding.name().to_lowercase());
        return fault(message, "say the export's `encoding` in the map, or export it as UTF-8");
    }
    if let Some(word) = misread(&text.0, encoding) {
        let message = format!("the export does not read as {}: it has `{word}`", encoding.name().to_lowercase());
        return fault(
            message,
            "say the export's own `encoding` in the map, such as `windows-1251` for Cyrillic or `macintosh` for an old Mac, or export it as UTF-8",
        );
    }
    let mut text = text.0.into_owned();
    if text.ends_with('\u{1a}') {
        text.pop();
    }
    Some(Cow::Owned(text.into_bytes()))
}

/// A word that no language of Western Europe has: the bytes of another encoding, read as Windows-1252.
fn misread(text: &str, encoding: &'static Encoding) -> Option<String> {
    /// Letters of MS-DOS and of the Macintosh have these places; within a word they are nothing else.
    const NOT_IN_WORDS: [char; 9] = ['‚', 'ƒ', '„', '†', '‡', 'ˆ', '‰', '‹', '•'];
    const CAPITALS: [char; 4] = ['Š', 'Œ', 'Ž', 'Ÿ'];
    /// No word of these languages has as many letters with marks and none without.
    const MARKED: usize = 5;
    if encoding != encoding_rs::WINDOWS_1252 {
        return None;
    }
    let is_of_word = |c: char| c.is_alphabetic() || NOT_IN_WORDS.contains(&c);
    let is_misread = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let within = letters.windows(3).any(|three| match *three {
            [before, c, after] => {
                after.is_lowercase()
                    && (NOT_IN_WORDS.contains(&c) && before.is_alphabetic()
                        || CAPITALS.contains(&c) && before.is_lowercase())
            }
            _ => false,
        });
        within || (letters.len() >= MARKED && letters.iter().all(|c| matches!(c, 'À'..='ÿ')))
    };
    text.split(|c: char| !is_of_word(c)).find(|word| is_misread(word)).map(crate::tree::short)
}
