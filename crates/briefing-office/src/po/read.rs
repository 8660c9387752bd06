//! PO files in: line by line, every fault with its place.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::tree::{Log, short};

/// What a file holds, its header apart.
#[derive(Debug, Default)]
pub(crate) struct Catalog {
    /// The language that the header names, and where.
    pub(crate) language: Option<(String, Range<usize>)>,
    pub(crate) entries: Vec<PoEntry>,
}

/// One text with its translation.
#[derive(Debug)]
pub(crate) struct PoEntry {
    pub(crate) context: Option<PoString>,
    pub(crate) id: PoString,
    pub(crate) text: PoString,
    /// The source that the text was made from, where a tool says that it was another.
    pub(crate) previous: Option<PoString>,
    /// Whether the translator has to look at it again.
    pub(crate) fuzzy: bool,
}

/// A string of one or several lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct PoString {
    pub(crate) text: String,
    /// From its keyword to its last line's end.
    pub(crate) span: Range<usize>,
    /// Where each line's part begins: in the text, and in the file within its quotation mark.
    pub(super) parts: Vec<(usize, usize)>,
}

impl PoString {
    /// Adds a part that stands there.
    pub(super) fn push(&mut self, text: &str, span: Range<usize>) {
        self.parts.push((self.text.len(), span.start));
        self.text.push_str(text);
        self.span.end = span.end;
    }

    /// Where a byte of the text stands in the file.
    pub(crate) fn place(&self, source: &SourceFile, at: usize) -> usize {
        let after = self.parts.partition_point(|(start, _)| *start <= at);
        let Some(&(start, mut place)) = after.checked_sub(1).and_then(|last| self.parts.get(last)) else {
            return self.span.start;
        };
        let mut text = start;
        let mut raw = source.text().get(place..).unwrap_or_default().chars();
        while text < at {
            let Some(c) = raw.next() else { break };
            place += c.len_utf8();
            text += if c == '\\' {
                place += raw.next().map_or(0, char::len_utf8);
                1
            } else {
                c.len_utf8()
            };
        }
        place
    }
}

/// Reads a file; every fault goes to the log.
pub(crate) fn read(source: &SourceFile, log: &Log) -> Catalog {
    let mut reader = PoReader { source, log, catalog: Catalog::default(), draft: EntryDraft::default() };
    let mut at = 0;
    for line in source.text().split_inclusive('\n') {
        let trimmed = line.trim_start_matches([' ', '\t']);
        let start = at + line.len() - trimmed.len();
        reader.line(trimmed.trim_end_matches([' ', '\t', '\r', '\n']), start);
        at += line.len();
    }
    reader.finish();
    reader.catalog
}

/// What a string belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PoField {
    Context,
    Id,
    Text,
    Previous,
    /// A part of an entry that nothing here uses, such as the previous context.
    Unused,
}

/// An entry as far as it was read.
#[derive(Debug, Default)]
struct EntryDraft {
    context: Option<PoString>,
    id: Option<PoString>,
    text: Option<PoString>,
    previous: Option<PoString>,
    fuzzy: bool,
    open: Option<PoField>,
}

struct PoReader<'a> {
    source: &'a SourceFile,
    log: &'a Log,
    catalog: Catalog,
    draft: EntryDraft,
}

impl PoReader<'_> {
    fn line(&mut self, line: &str, start: usize) {
        let comment = line.starts_with('#');
        if (comment || line.is_empty()) && self.draft.text.is_some() {
            self.finish();
        }
        if line.starts_with("#~") {
            // An entry that is no longer used: what was said of it ends with it.
            self.draft = EntryDraft::default();
        } else if let Some(flags) = line.strip_prefix("#,") {
            self.draft.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if let Some(previous) = line.strip_prefix("#|") {
            let statement = previous.trim_start_matches([' ', '\t']);
            self.statement(statement, start + line.len() - statement.len(), true);
        } else if !comment && !line.is_empty() {
            self.statement(line, start, false);
        }
    }

    /// A keyword with a string, or a string that goes on.
    fn statement(&mut self, line: &str, start: usize, previous: bool) {
        let end = start + line.len();
        let Some(quote) = line.find('"') else {
            return self.fault(start..end, format!("`{}` is not a line of a PO file", short(line)));
        };
        let (keyword, string) = line.split_at(quote);
        let keyword = keyword.trim_end_matches([' ', '\t']);
        let field = match (keyword, previous) {
            ("", _) => self.draft.open,
            ("msgctxt", false) => Some(PoField::Context),
            ("msgid", false) => Some(PoField::Id),
            ("msgstr", false) => Some(PoField::Text),
            ("msgid", true) => Some(PoField::Previous),
            ("msgctxt", true) => Some(PoField::Unused),
            ("msgid_plural" | "msgstr[0]", _) => {
                return self.fault(start..end, "no text here has a plural of its own".to_owned());
            }
            _ => None,
        };
        let Some(field) = field else {
            return self.fault(start..end, format!("`{}` is not a word of a PO file here", short(keyword)));
        };
        if !keyword.is_empty() {
            self.open(field, start);
        }
        match unquoted(string) {
            Ok(text) => self.add(field, &text, start + quote + 1, end),
            Err((at, message)) => self.fault(start + quote + at..end, message.to_owned()),
        }
    }

    /// Begins a string, and an entry where the last one is complete.
    fn open(&mut self, field: PoField, start: usize) {
        let complete = self.draft.text.is_some();
        if complete && field != PoField::Text {
            self.finish();
        }
        self.draft.open = Some(field);
        if self.words(field).is_some_and(|words| !words.parts.is_empty()) {
            self.fault(start..start + 1, "this is given twice in one entry".to_owned());
        }
        if let Some(words) = self.words(field) {
            *words = PoString { span: start..start, ..PoString::default() };
        }
    }

    fn words(&mut self, field: PoField) -> Option<&mut PoString> {
        let words = match field {
            PoField::Context => &mut self.draft.context,
            PoField::Id => &mut self.draft.id,
            PoField::Text => &mut self.draft.text,
            PoField::Previous => &mut self.draft.previous,
            PoField::Unused => return None,
        };
        Some(words.get_or_insert_default())
    }

    fn add(&mut self, field: PoField, text: &str, place: usize, end: usize) {
        if let Some(words) = self.words(field) {
            words.parts.push((words.text.len(), place));
            words.text.push_str(text);
            words.span.end = end;
        }
    }

    fn finish(&mut self) {
        let EntryDraft { context, id, text, previous, fuzzy, .. } = std::mem::take(&mut self.draft);
        match (id, text) {
            (Some(id), Some(text)) if id.text.is_empty() && context.is_none() => self.header(&text),
            (Some(id), Some(text)) => self.catalog.entries.push(PoEntry { context, id, text, previous, fuzzy }),
            (Some(id), None) => self.fault(id.span, "this entry has no `msgstr`".to_owned()),
            (None, Some(text)) => self.fault(text.span, "this entry has no `msgid`".to_owned()),
            (None, None) => {
                if let Some(context) = context {
                    self.fault(context.span, "this entry has no `msgid`".to_owned());
                }
            }
        }
    }

    fn header(&mut self, text: &PoString) {
        let field = |name: &str| text.text.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if let Some(language) = field("Language:").filter(|language| !language.is_empty()) {
            self.catalog.language = Some((language.to_owned(), text.span.clone()));
        }
        let charset = field("Content-Type:").and_then(|kind| kind.split("charset=").nth(1));
        if let Some(charset) = charset.filter(|charset| !charset.eq_ignore_ascii_case("UTF-8")) {
            self.fault(text.span.clone(), format!("the file says that it is `{}`, and must be UTF-8", short(charset)));
        }
    }

    fn fault(&self, span: Range<usize>, message: String) {
        if self.log.is_full(Code::NotPo) {
            self.log.count(Code::NotPo, 1);
        } else {
            self.log.push(Diagnostic::new(Code::NotPo, self.source.location(span), message));
        }
    }
}

/// What a string in quotation marks says; or where it is wrong, and how.
fn unquoted(string: &str) -> Result<String, (usize, &'static str)> {
    let mut text = String::with_capacity(string.len());
    let mut chars = string.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if at + 1 == string.len() => return Ok(text),
            '"' => {
                return Err((at, "something follows the closing quotation mark: write `\\\"` for one within the text"));
            }
            '\\' => text.push(match chars.next() {
                Some((_, 'n')) => '\n',
                Some((_, 't')) => '\t',
                Some((_, 'r')) => '\r',
                Some((_, escaped @ ('"' | '\\'))) => escaped,
                _ => return Err((at, "this escape is not known: write \\\\ for a backslash")),
            }),
            _ => text.push(c),
        }
    }
    Err((0, "this quotation mark is never closed"))
}
