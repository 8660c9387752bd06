//! The map of an import: which of another system's columns is which of ours.

use std::collections::BTreeMap;

use super::super::columns::ReadColumn;
use super::dates::DateFormat;
use super::unit::Multiples;
use crate::diagnostic::Code;
use crate::sheet::{HeadingSearch, NumberFormat, TableOptions};
use crate::source::SourceFile;
use crate::tree::{Context, Log, Spans, TomlTable, TomlValue, list_of};

/// A map as it was read.
pub(super) struct Map {
    /// How the table of the export is read.
    pub(super) options: TableOptions,
    /// The encoding of a text, if it is not UTF-8.
    pub(super) encoding: Option<&'static encoding_rs::Encoding>,
    /// Rows that are not read, by the numbers that the export gives them.
    pub(super) skip_rows: Vec<u64>,
    /// How many rows at the end are not read.
    pub(super) skip_last: usize,
    /// How days are written that are texts.
    pub(super) dates: Option<DateFormat>,
    /// What amounts are counted in, if that is said.
    pub(super) amounts_in: Multiples,
    /// How ids begin that are made of references.
    pub(super) id_prefix: String,
    /// Whether several entries of one kind may have one reference.
    pub(super) shared_references: bool,
    /// Where each of our columns comes from.
    pub(super) sources: BTreeMap<ReadColumn, ColumnSource>,
    /// What their words mean, for columns whose words are translated.
    pub(super) values: BTreeMap<ReadColumn, BTreeMap<String, String>>,
    /// Rows that are left out: a column of theirs, and what it says then.
    pub(super) skip: Vec<(String, Vec<String>)>,
}

/// Where a column comes from.
pub(super) enum ColumnSource {
    /// A column of theirs, by its name.
    Theirs(String),
    /// The same words in each row.
    Constant(String),
}

/// The most rows that an export may have above its headings, and at its end below its entries.
const MOST_ROWS: std::ops::RangeInclusive<u16> = 1..=1000;

/// Reads a map; faults go to the log.
pub(super) fn read(source: &SourceFile, log: &Log) -> Option<Map> {
    let errors_before = log.errors();
    let spans = Spans::default();
    let root = crate::tree::parse(source, log)?;
    let root = TomlTable::root(Context { source, log, spans: &spans }, &root);
    let options = table_options(&root);
    let encoding = root.get("encoding").and_then(|value| value.word(&ENCODINGS));
    let skip_rows = root.get("skip-rows").and_then(|value| value.items());
    let skip_rows = skip_rows.map(|rows| rows.read(|row| row.number(1..=u16::MAX).map(u64::from))).unwrap_or_default();
    let skip_last = root.get("skip-last").and_then(|value| value.number(MOST_ROWS)).map_or(0, usize::from);
    let dates = root.get("date-format").and_then(|value| value.word(&DateFormat::words()));
    let id_prefix = root.get("id-prefix").and_then(|value| value.text().map(str::to_owned)).unwrap_or_default();
    let mut map = Map {
        options,
        encoding,
        skip_rows,
        skip_last,
        dates,
        amounts_in: Multiples::default(),
        id_prefix,
        shared_references: root.get("shared-references").and_then(|value| value.flag()).unwrap_or_default(),
        sources: BTreeMap::new(),
        values: BTreeMap::new(),
        skip: Vec::new(),
    };
    map.sources(&root);
    map.values(&root);
    if let Some(value) = root.get("amounts-in") {
        let is_theirs = |column: &ReadColumn| matches!(map.sources.get(column), Some(ColumnSource::Theirs(_)));
        map.amounts_in = Multiples::read(&value, is_theirs);
    }
    if let Some(skip) = root.get("skip").and_then(|value| value.table()) {
        for (column, words) in skip.pairs() {
            let words =
                words.items().map(|words| words.read(|word| word.text().map(str::to_owned))).unwrap_or_default();
            map.skip.push((column.to_owned(), words));
        }
    }
    root.finish();
    let theirs = map.sources.values().filter_map(|source| match source {
        ColumnSource::Theirs(name) => Some(name),
        ColumnSource::Constant(_) => None,
    });
    map.options.heading.names = theirs.chain(map.skip.iter().map(|(name, _)| name)).cloned().collect();
    (log.errors() == errors_before).then_some(map)
}

/// How the table of the export is read, but for the names of its columns.
fn table_options(root: &TomlTable<'_>) -> TableOptions {
    let formats = [("english", NumberFormat::English), ("european", NumberFormat::European)];
    let row = root.get("header-row").and_then(|value| value.number(MOST_ROWS)).map(u64::from);
    TableOptions {
        sheet: root.get("sheet").and_then(|value| value.text().map(str::to_owned)),
        number_format: root.get("number-format").and_then(|value| value.word(&formats)),
        delimiter: root.get("delimiter").and_then(|value| delimiter(&value)),
        heading: HeadingSearch { row, names: Vec::new() },
    }
}

/// The encodings in which the systems of offices write.
const ENCODINGS: [(&str, &encoding_rs::Encoding); 16] = [
    ("utf-8", encoding_rs::UTF_8),
    ("utf-16le", encoding_rs::UTF_16LE),
    ("utf-16be", encoding_rs::UTF_16BE),
    ("windows-1252", encoding_rs::WINDOWS_1252),
    ("windows-1251", encoding_rs::WINDOWS_1251),
    ("windows-1256", encoding_rs::WINDOWS_1256),
    ("gb18030", encoding_rs::GB18030),
    ("windows-1250", encoding_rs::WINDOWS_1250),
    ("windows-1253", encoding_rs::WINDOWS_1253),
    ("windows-1254", encoding_rs::WINDOWS_1254),
    ("windows-1255", encoding_rs::WINDOWS_1255),
    ("windows-1257", encoding_rs::WINDOWS_1257),
    ("macintosh", encoding_rs::MACINTOSH),
    ("big5", encoding_rs::BIG5),
    ("shift_jis", encoding_rs::SHIFT_JIS),
    ("euc-kr", encoding_rs::EUC_KR),
];

/// What separates columns: a word for it, or the character itself.
fn delimiter(value: &TomlValue<'_>) -> Option<u8> {
    const WORDS: [(&str, u8); 4] = [("comma", b','), ("semicolon", b';'), ("tab", b'\t'), ("pipe", b'|')];
    let text = value.text()?;
    let known = WORDS.iter().find(|(word, mark)| *word == text || text.as_bytes() == [*mark]);
    if known.is_none() {
        let words = list_of(&WORDS.map(|(word, _)| word));
        value.fault(Code::UnknownWord, format!("`{text}` does not separate columns: write one of {words}"));
    }
    known.map(|(_, mark)| *mark)
}

impl Map {
    /// Whether ids are made of references: the export has none of its own.
    pub(super) fn makes_ids(&self) -> bool {
        !self.sources.contains_key(&ReadColumn::Id)
    }

    fn sources(&mut self, root: &TomlTable<'_>) {
        let columns = root.need("columns").and_then(|value| value.table());
        let constants = root.get("constants").and_then(|value| value.table());
        for &column in ReadColumn::ALL {
            let theirs = columns.as_ref().and_then(|table| table.get(column.name()));
            let constant = constants.as_ref().and_then(|table| table.get(column.name()));
            if let (Some(_), Some(constant)) = (&theirs, &constant) {
                constant.fault(Code::ListedTwice, format!("`{}` is mapped to a column already", column.name()));
            }
            let source = match (theirs, constant) {
                (Some(value), _) => value.text().map(|text| ColumnSource::Theirs(text.to_owned())),
                (None, Some(value)) => value.text().map(|text| ColumnSource::Constant(text.to_owned())),
                (None, None) => None,
            };
            self.sources.extend(source.map(|source| (column, source)));
        }
        columns.iter().chain(&constants).for_each(TomlTable::finish);
        for column in [ReadColumn::Kind, ReadColumn::Effective, ReadColumn::Recorded] {
            if !self.sources.contains_key(&column) {
                root.fault(Code::MissingKey, format!("no column and no constant is mapped to `{}`", column.name()));
            }
        }
        if ![ReadColumn::Id, ReadColumn::Reference].iter().any(|column| self.sources.contains_key(column)) {
            let names = list_of(&[ReadColumn::Id.name(), ReadColumn::Reference.name()]);
            root.fault(Code::MissingKey, format!("rows cannot be told apart: map a column to one of {names}"));
        }
    }

    fn values(&mut self, root: &TomlTable<'_>) {
        let Some(values) = root.get("values").and_then(|value| value.table()) else { return };
        for &column in ReadColumn::ALL {
            let Some(table) = values.get(column.name()).and_then(|value| value.table()) else { continue };
            let words = table.pairs().into_iter();
            let words = words.filter_map(|(theirs, ours)| Some((theirs.to_owned(), ours.text()?.to_owned())));
            self.values.insert(column, words.collect());
        }
        values.finish();
    }
}
