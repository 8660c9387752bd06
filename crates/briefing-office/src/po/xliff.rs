//! XLIFF 2.1 (OASIS), as translators' tools exchange texts beside PO: out, and in.
//!
//! A `file` is a file of the office, a `unit` one of its texts, named by its key. What is out of date has a note with the source
//! that it was made from, and its segment is in the state `initial`; a translator who has seen to it sets another.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::read::{Catalog, PoEntry, PoString};
use super::write::{Message, PoHeader};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;
use crate::tree::{Log, short};

/// The category of the note that tells the source of a text that is out of date.
const MADE_FROM: &str = "made-from";

/// Whether a file that came back is XML and not PO.
pub(crate) fn is_one(source: &SourceFile) -> bool {
    source.text().trim_start().starts_with('<')
}

/// The file. It holds no date, so that the same texts give the same bytes.
pub(crate) fn write<'a>(header: &PoHeader<'_>, messages: impl Iterator<Item = Message<'a>>) -> String {
    let mut xliff = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" trgLang=\"{}\">\n",
        header.language
    );
    let mut open: Option<&str> = None;
    for (number, message) in messages.enumerate() {
        if open != Some(message.file) {
            if open.is_some() {
                xliff.push_str("  </file>\n");
            }
            let file = escape(message.file);
            xliff.push_str(&format!("  <file id=\"{}\" original=\"{file}\">\n", id(message.file)));
            open = Some(message.file);
        }
        unit(&message, number + 1, &mut xliff);
    }
    if open.is_some() {
        xliff.push_str("  </file>\n");
    }
    xliff.push_str("</xliff>\n");
    xliff
}

/// A name token from a path.
fn id(file: &str) -> String {
    file.chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

fn unit(message: &Message<'_>, number: usize, xliff: &mut String) {
    let key = message.context.split_once(' ').map_or(message.context, |(_, key)| key);
    let state = if message.text.is_empty() || message.previous.is_some() { "initial" } else { "translated" };
    let made_from = message.previous.map(|previous| note(MADE_FROM, previous)).unwrap_or_default();
    xliff.push_str(&format!(
        "    <unit id=\"u{number}\" name=\"{}\">\n      <notes>\n{}{made_from}      </notes>\n      \
         <segment state=\"{state}\">\n        <source xml:space=\"preserve\">{}</source>\n",
        escape(key),
        note("description", message.comment),
        escape(message.source),
    ));
    if !message.text.is_empty() {
        xliff.push_str(&format!("        <target xml:space=\"preserve\">{}</target>\n", escape(message.text)));
    }
    xliff.push_str("      </segment>\n    </unit>\n");
}

fn note(category: &str, text: &str) -> String {
    format!("        <note category=\"{category}\">{}</note>\n", escape(text))
}

/// A translation memory of the texts that are translated (TMX 1.4b), for tools that begin with one.
pub(crate) fn write_memory<'a>(header: &PoHeader<'_>, messages: impl Iterator<Item = Message<'a>>) -> String {
    let mut memory = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header creationtool=\"briefing\" \
         creationtoolversion=\"{}\" segtype=\"paragraph\" o-tmf=\"briefing\" adminlang=\"en\" srclang=\"en\" \
         datatype=\"plaintext\"/>\n  <body>\n",
        env!("CARGO_PKG_VERSION")
    );
    for message in messages.filter(|message| !message.text.is_empty()) {
        let variant = |language: &str, text: &str| {
            format!("      <tuv xml:lang=\"{language}\"><seg>{}</seg></tuv>\n", escape(text))
        };
        memory.push_str(&format!(
            "    <tu tuid=\"{}\">\n{}{}    </tu>\n",
            escape(message.context),
            variant("en", message.previous.unwrap_or(message.source)),
            variant(header.language.code(), message.text),
        ));
    }
    memory.push_str("  </body>\n</tmx>\n");
    memory
}

/// Reads a file; every fault goes to the log.
pub(crate) fn read(source: &SourceFile, log: &Log) -> Catalog {
    let mut walk = XliffWalk {
        source,
        log,
        catalog: Catalog::default(),
        file: String::new(),
        unit: None,
        depth: 0,
        foreign: None,
        prefix: None,
        is_xliff: false,
    };
    let mut reader = Reader::from_str(source.text());
    let position = |reader: &Reader<&[u8]>| usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
    loop {
        let start = position(&reader);
        match reader.read_event() {
            Ok(Event::Eof) => {
                if walk.depth > 0 {
                    walk.fault(start..start, "the file breaks off: its last elements are not closed".to_owned());
                } else if !walk.is_xliff {
                    walk.fault(0..0, "the file is neither PO nor XLIFF".to_owned());
                }
                break;
            }
            Ok(event) => walk.event(&event, start..position(&reader)),
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(0);
                walk.fault(at..at + 1, format!("the file is not XML: {error}"));
                break;
            }
        }
    }
    walk.catalog
}

/// What a piece of text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum XliffField {
    Source,
    Target,
    MadeFrom,
    None,
}

struct XliffUnit {
    name: String,
    span: Range<usize>,
    source: PoString,
    target: PoString,
    made_from: Option<PoString>,
    /// Whether a segment is said to be still where translation begins.
    initial: bool,
    field: XliffField,
    /// What its inline codes stand for, by their ids.
    codes: BTreeMap<String, String>,
    part: UnitPart,
    /// How many segments have a translation, and how many have none.
    translated: usize,
    untranslated: usize,
    /// What is to be written where paired codes end.
    closings: Vec<String>,
}

/// A segment of a unit, or what stands between two.
#[derive(Debug, Default)]
struct UnitPart {
    source: String,
    has_target: bool,
    has_words: bool,
    is_open: bool,
    /// The id of the code whose text is being read.
    code: Option<String>,
}

struct XliffWalk<'a> {
    source: &'a SourceFile,
    log: &'a Log,
    catalog: Catalog,
    file: String,
    unit: Option<XliffUnit>,
    /// How many elements are open.
    depth: usize,
    /// From which depth on everything belongs to a module or another vocabulary, and is passed over.
    foreign: Option<usize>,
    /// The prefix of the root, which all elements of the file's own vocabulary have.
    prefix: Option<Option<String>>,
    /// Whether the file is what it is taken for, or of a kind that was named.
    is_xliff: bool,
}

impl XliffWalk<'_> {
    fn event(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.foreign.is_none() && self.is_foreign(tag) {
                    self.foreign = Some(self.depth);
                }
                if self.foreign.is_none() {
                    self.start(tag, span);
                }
            }
            Event::Empty(tag) if self.foreign.is_none() && !self.is_foreign(tag) => {
                self.start(tag, span.clone());
                self.end(tag.local_name().as_ref(), span);
            }
            Event::End(tag) => {
                if self.foreign.is_none() {
                    self.end(tag.local_name().as_ref(), span);
                } else if self.foreign == Some(self.depth) {
                    self.foreign = None;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ if self.foreign.is_some() => {}
            Event::Text(text) => self.add(&text.xml10_content(), span),
            Event::CData(text) => self.add(&text.xml10_content(), span),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).map(str::to_owned);
                match character.or_else(named) {
                    Some(text) => self.add(&text, span),
                    None => {
                        let message = format!("`&{};` is not a character that XML knows", short(&name.xml10_content()));
                        self.fault(span, message);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether an element is of another vocabulary than the file's own: it has another prefix, or a namespace of its own.
    fn is_foreign(&mut self, tag: &BytesStart<'_>) -> bool {
        const CORE: &str = "urn:oasis:names:tc:xliff:document:";
        let prefix = tag.name().prefix().map(|prefix| prefix.as_ref().to_owned());
        let Some(own) = &self.prefix else {
            self.prefix = Some(prefix);
            return false;
        };
        let declared = tag.try_get_attribute("xmlns").ok().flatten();
        *own != prefix || declared.is_some_and(|name| !name.value.starts_with(CORE))
    }

    fn start(&mut self, tag: &BytesStart<'_>, span: Range<usize>) {
        let value = |name: &str| {
            let found = tag.try_get_attribute(name).ok().flatten()?;
            quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
        };
        match tag.local_name().as_ref() {
            "xliff" => {
                self.is_xliff = true;
                let version = value("version").unwrap_or_default();
                if !version.starts_with("2.") {
                    let message = format!("the file is XLIFF `{}`, and must be 2.0 or 2.1", short(&version));
                    self.fault(span.clone(), message);
                }
                self.catalog.language = value("trgLang").map(|language| (language, span));
            }
            "tmx" => {
                self.is_xliff = true;
                self.fault(span, "the file is a translation memory (TMX): give the XLIFF or PO file".to_owned());
            }
            "file" => self.file = value("original").unwrap_or_default(),
            "unit" => {
                let name = value("name").unwrap_or_default();
                if name.is_empty() {
                    self.fault(
                        span.clone(),
                        "this unit has no `name`, so that it is not known which text it translates".to_owned(),
                    );
                }
                let words = PoString { span: span.clone(), ..PoString::default() };
                self.unit = Some(XliffUnit {
                    name,
                    span,
                    source: words.clone(),
                    target: words,
                    made_from: None,
                    initial: false,
                    field: XliffField::None,
                    codes: BTreeMap::new(),
                    part: UnitPart::default(),
                    translated: 0,
                    untranslated: 0,
                    closings: Vec::new(),
                });
            }
            "data" => {
                if let Some(unit) = &mut self.unit {
                    unit.part.code = value("id");
                }
            }
            "segment" | "ignorable" => {
                if let Some(unit) = &mut self.unit {
                    unit.part = UnitPart { is_open: true, ..UnitPart::default() };
                    let is_segment = tag.local_name().as_ref() == "segment";
                    unit.initial |= is_segment && value("state").is_none_or(|state| state == "initial");
                }
            }
            "source" | "target" => self.enter(tag.local_name().as_ref() == "source", span),
            "note" if value("category").as_deref() == Some(MADE_FROM) => {
                if let Some(unit) = &mut self.unit {
                    unit.made_from = Some(PoString { span, ..PoString::default() });
                    unit.field = XliffField::MadeFrom;
                }
            }
            // What a tool keeps out of a translator's reach stands for itself.
            "ph" | "sc" | "ec" => {
                let text = self.code(value("dataRef"), value("equiv"), value("disp"));
                self.add_code(text, span);
            }
            "pc" => {
                let end = self.code(value("dataRefEnd"), value("equivEnd"), value("dispEnd"));
                if let Some(unit) = &mut self.unit {
                    unit.closings.push(end.unwrap_or_default());
                }
                let start = self.code(value("dataRefStart"), value("equivStart"), value("dispStart"));
                self.add_code(start, span);
            }
            "cp" => {
                let code = value("hex").and_then(|hex| u32::from_str_radix(&hex, 16).ok()).and_then(char::from_u32);
                self.add(&code.map(String::from).unwrap_or_default(), span);
            }
            _ => {}
        }
    }

    fn enter(&mut self, is_source: bool, span: Range<usize>) {
        let Some(unit) = &mut self.unit else { return };
        if !is_source && unit.part.has_target {
            self.fault(span, "this segment has a second translation: keep the one that is right".to_owned());
            return;
        }
        unit.part.has_target |= !is_source;
        unit.field = if is_source { XliffField::Source } else { XliffField::Target };
        let words = if is_source { &mut unit.source } else { &mut unit.target };
        // Of several segments the first says where.
        if words.text.is_empty() {
            words.span = span.end..span.end;
        }
    }

    /// The text that an inline code stands for.
    fn code(&self, reference: Option<String>, equivalent: Option<String>, shown: Option<String>) -> Option<String> {
        let codes = self.unit.as_ref().map(|unit| &unit.codes);
        let original = reference.and_then(|id| codes?.get(&id).cloned());
        original.or(equivalent).or(shown)
    }

    fn add_code(&mut self, text: Option<String>, span: Range<usize>) {
        let is_in_text =
            self.unit.as_ref().is_some_and(|unit| matches!(unit.field, XliffField::Source | XliffField::Target));
        match text {
            Some(text) => self.add(&text, span),
            None if is_in_text => {
                self.fault(span, "this code does not say what it stands for: it needs `dataRef` or `equiv`".to_owned());
            }
            None => {}
        }
    }

    fn end(&mut self, name: &str, span: Range<usize>) {
        match name {
            "data" => {
                if let Some(unit) = &mut self.unit {
                    unit.part.code = None;
                }
            }
            "pc" => {
                if let Some(text) = self.unit.as_mut().and_then(|unit| unit.closings.pop()) {
                    self.add(&text, span);
                }
            }
            "segment" | "ignorable" => {
                let Some(unit) = &mut self.unit else { return };
                let part = std::mem::take(&mut unit.part);
                if name == "segment" {
                    *(if part.has_words { &mut unit.translated } else { &mut unit.untranslated }) += 1;
                } else if !part.has_target {
                    // What stands between two segments stands between their translations too.
                    unit.target.push(&part.source, span);
                }
            }
            "source" | "target" | "note" => {
                if let Some(unit) = &mut self.unit {
                    unit.field = XliffField::None;
                }
            }
            "unit" => {
                let Some(mut unit) = self.unit.take() else { return };
                if unit.translated == 0 && unit.untranslated > 0 {
                    unit.target = PoString { span: unit.target.span, ..PoString::default() };
                } else if unit.untranslated > 0 {
                    let message = "a part of this text is translated and another is not: translate both, or neither";
                    self.fault(unit.span.clone(), message.to_owned());
                }
                let context =
                    PoString { text: format!("{} {}", self.file, unit.name), span: unit.span, ..PoString::default() };
                self.catalog.entries.push(PoEntry {
                    context: Some(context),
                    id: unit.source,
                    text: unit.target,
                    fuzzy: unit.initial && unit.made_from.is_some(),
                    previous: unit.made_from,
                });
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str, span: Range<usize>) {
        let Some(unit) = &mut self.unit else { return };
        if let Some(id) = &unit.part.code {
            unit.codes.entry(id.clone()).or_default().push_str(text);
            return;
        }
        let words = match unit.field {
            XliffField::Source => {
                if unit.part.is_open {
                    unit.part.source.push_str(text);
                }
                &mut unit.source
            }
            XliffField::Target => {
                unit.part.has_words |= !text.trim().is_empty();
                &mut unit.target
            }
            XliffField::MadeFrom => match &mut unit.made_from {
                Some(words) => words,
                None => return,
            },
            XliffField::None => return,
        };
        words.push(text, span);
    }

    fn fault(&self, span: Range<usize>, message: String) {
        if self.log.is_full(Code::NotPo) {
            self.log.count(Code::NotPo, 1);
        } else {
            self.log.push(Diagnostic::new(Code::NotPo, self.source.location(span), message));
        }
    }
}
