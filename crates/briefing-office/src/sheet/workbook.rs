//! The parts of a workbook that a table needs (ECMA-376 part 1, SpreadsheetML): its sheets, texts, formats and cells.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Archive, InvalidArchive};
use super::value::Shown;

/// Excel has no longer text in a cell.
const LONGEST_TEXT: usize = 32_767;

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidWorkbook {
    #[error(transparent)]
    Archive(#[from] InvalidArchive),
    #[error("its part `{0}` is missing")]
    Missing(String),
    #[error("its part `{0}` is not XML that can be read")]
    NotXml(String),
    #[error("it has no sheet `{wanted}`: it has {there}")]
    NoSheet { wanted: String, there: String },
    #[error("it has no sheet")]
    Empty,
    #[error("it has a text that is longer than {LONGEST_TEXT} characters")]
    LongText,
}

/// A sheet of a workbook, as far as its cells say something.
pub(super) struct Cells {
    /// The name of the sheet.
    pub(super) sheet: String,
    pub(super) from_1904: bool,
    /// The rows that say something, each with its number from 1.
    pub(super) rows: Vec<(u32, Vec<Cell>)>,
    pub(super) texts: Vec<String>,
}

/// A cell that says something.
pub(super) struct Cell {
    /// From 0.
    pub(super) column: u32,
    pub(super) content: Content,
}

/// What is stored in a cell.
pub(super) enum Content {
    /// One of the workbook's texts.
    Shared(usize),
    Text(String),
    /// A number as it is stored, and how it is shown.
    Number(String, Shown),
    /// What a formula could not come to, such as `#REF!`.
    Error(String),
    /// A formula that was never worked out.
    Uncalculated,
}

/// Reads a sheet: the named one, or the first.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Cells, InvalidWorkbook> {
    let archive = Archive::open(bytes)?;
    let book = part(&archive, "xl/workbook.xml")?;
    let (sheets, from_1904) = sheets(&book)?;
    let (sheet, relation) = match wanted {
        None => sheets.first().ok_or(InvalidWorkbook::Empty)?,
        Some(wanted) => sheets.iter().find(|(name, _)| name == wanted).ok_or_else(|| InvalidWorkbook::NoSheet {
            wanted: wanted.to_owned(),
            there: sheets.iter().take(20).map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        })?,
    };
    let path = target(&part(&archive, "xl/_rels/workbook.xml.rels")?, relation)?;
    let shown = match archive.file("xl/styles.xml") {
        Some(bytes) => styles(&text("xl/styles.xml", bytes?)?)?,
        None => Vec::new(),
    };
    let texts = match archive.file("xl/sharedStrings.xml") {
        Some(bytes) => shared(&text("xl/sharedStrings.xml", bytes?)?)?,
        None => Vec::new(),
    };
    let rows = rows(&part(&archive, &path)?, &path, &shown)?;
    Ok(Cells { sheet: sheet.clone(), from_1904, rows, texts })
}

fn part(archive: &Archive<'_>, name: &str) -> Result<String, InvalidWorkbook> {
    let bytes = archive.file(name).ok_or_else(|| InvalidWorkbook::Missing(name.to_owned()))??;
    text(name, bytes)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, InvalidWorkbook> {
    let text = String::from_utf8(bytes).map_err(|_| InvalidWorkbook::NotXml(name.to_owned()))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Goes through a part, event by event, until `visit` has had enough.
fn walk<'x>(
    name: &str,
    xml: &'x str,
    mut visit: impl FnMut(Event<'x>) -> Result<(), InvalidWorkbook>,
) -> Result<(), InvalidWorkbook> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => visit(event)?,
            Err(_) => return Err(InvalidWorkbook::NotXml(name.to_owned())),
        }
    }
}

/// An attribute by its name without a prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// The sheets by name and relation, and whether days are counted from 1904.
fn sheets(xml: &str) -> Result<(Vec<(String, String)>, bool), InvalidWorkbook> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    walk("xl/workbook.xml", xml, |event| {
        if let Event::Start(tag) = event {
            match tag.local_name().as_ref() {
                "sheet" => sheets.extend(attribute(&tag, "name").zip(attribute(&tag, "id"))),
                "workbookPr" => {
                    from_1904 = attribute(&tag, "date1904").is_some_and(|value| value == "1" || value == "true");
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok((sheets, from_1904))
}

/// The part that a relation leads to.
fn target(xml: &str, relation: &str) -> Result<String, InvalidWorkbook> {
    let mut path = None;
    walk("xl/_rels/workbook.xml.rels", xml, |event| {
        if let Event::Start(tag) = event
            && tag.local_name().as_ref() == "Relationship"
            && attribute(&tag, "Id").as_deref() == Some(relation)
        {
            path = attribute(&tag, "Target");
        }
        Ok(())
    })?;
    let path = path.ok_or_else(|| InvalidWorkbook::Missing(relation.to_owned()))?;
    Ok(match path.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{path}"),
    })
}

/// How each style shows a number.
fn styles(xml: &str) -> Result<Vec<Shown>, InvalidWorkbook> {
    let (mut codes, mut shown, mut in_cells) = (Vec::new(), Vec::new(), false);
    walk("xl/styles.xml", xml, |event| {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" => codes.extend(attribute(&tag, "numFmtId").zip(attribute(&tag, "formatCode"))),
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    let code = codes.iter().find(|(known, _)| *known == id);
                    let builtin = || Shown::of_builtin(id.parse().unwrap_or_default());
                    shown.push(code.map_or_else(builtin, |(_, code)| Shown::of_code(code)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(shown)
}

/// Characters of a text as they come, without those that only say how a word is pronounced.
#[derive(Default)]
struct Letters {
    inside: bool,
    phonetic: bool,
    text: String,
}

impl Letters {
    fn take(&mut self, event: &Event<'_>) -> Result<(), InvalidWorkbook> {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => self.inside = !self.phonetic,
                "rPh" => self.phonetic = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => self.inside = false,
                "rPh" => self.phonetic = false,
                _ => {}
            },
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if self.inside => self.push(event),
            _ => {}
        }
        if self.text.len() > 4 * LONGEST_TEXT { Err(InvalidWorkbook::LongText) } else { Ok(()) }
    }

    fn push(&mut self, event: &Event<'_>) {
        push(&mut self.text, event);
    }
}

/// Adds the characters that an event stands for.
fn push(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(c)) => text.push(c),
            _ => text.push_str(quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).unwrap_or_default()),
        },
        _ => {}
    }
}

/// The workbook's texts.
fn shared(xml: &str) -> Result<Vec<String>, InvalidWorkbook> {
    let (mut texts, mut letters) = (Vec::new(), Letters::default());
    walk("xl/sharedStrings.xml", xml, |event| {
        letters.take(&event)?;
        if let Event::End(tag) = &event
            && tag.local_name().as_ref() == "si"
        {
            texts.push(std::mem::take(&mut letters.text));
        }
        Ok(())
    })?;
    Ok(texts)
}

/// A cell on its way.
#[derive(Default)]
struct Draft {
    column: u32,
    kind: String,
    style: usize,
    formula: bool,
    in_value: bool,
    value: String,
    letters: Letters,
}

/// The rows of a sheet that say something.
fn rows(xml: &str, name: &str, shown: &[Shown]) -> Result<Vec<(u32, Vec<Cell>)>, InvalidWorkbook> {
    let mut rows: Vec<(u32, Vec<Cell>)> = Vec::new();
    let (mut row, mut next_column) = (0_u32, 0_u32);
    let mut draft = Draft::default();
    walk(name, xml, |event| {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    let stated = attribute(tag, "r").and_then(|text| text.parse().ok());
                    row = stated.unwrap_or_else(|| row.saturating_add(1));
                    next_column = 0;
                    rows.push((row, Vec::new()));
                }
                "c" => {
                    let column = attribute(tag, "r").and_then(|name| column(&name)).unwrap_or(next_column);
                    next_column = column.saturating_add(1);
                    let style = attribute(tag, "s").and_then(|text| text.parse().ok()).unwrap_or_default();
                    draft = Draft { column, kind: attribute(tag, "t").unwrap_or_default(), style, ..Draft::default() };
                }
                "f" => draft.formula = true,
                "v" => draft.in_value = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" => draft.in_value = false,
                "row" if rows.last().is_some_and(|(_, cells)| cells.is_empty()) => _ = rows.pop(),
                "c" => {
                    let column = draft.column;
                    let content = std::mem::take(&mut draft).content(shown);
                    if let (Some(content), Some((_, cells))) = (content, rows.last_mut()) {
                        cells.push(Cell { column, content });
                    }
                }
                _ => {}
            },
            event if draft.in_value => push(&mut draft.value, event),
            _ => {}
        }
        draft.letters.take(&event)
    })?;
    Ok(rows)
}

impl Draft {
    fn content(self, shown: &[Shown]) -> Option<Content> {
        let Self { kind, value, letters, formula, style, .. } = self;
        let filled = |text: String| (!text.trim().is_empty()).then_some(Content::Text(text));
        match kind.as_str() {
            "s" => value.trim().parse().ok().map(Content::Shared),
            "inlineStr" => filled(letters.text),
            "str" => filled(value),
            "e" => Some(Content::Error(value)),
            "b" => Some(Content::Text(if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned())),
            // A day, perhaps with a time.
            "d" => filled(value.split('T').next().unwrap_or_default().to_owned()),
            _ if value.trim().is_empty() => formula.then_some(Content::Uncalculated),
            _ => Some(Content::Number(value, shown.get(style).copied().unwrap_or(Shown::Number))),
        }
    }
}

/// The column of a cell's name, `C` of `C7`, from 0.
fn column(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let number =
        letters.fold(0_u32, |number, letter| number.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1));
    number.checked_sub(1)
}

/// The name of a cell, `C7`.
pub(super) fn cell_name(column: usize, row: u64) -> String {
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
