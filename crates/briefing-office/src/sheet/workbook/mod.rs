//! The parts of a workbook that a table needs (ECMA-376 part 1, SpreadsheetML): its sheets, texts, formats and cells.
//!
//! Parts are found by their relations and elements by namespace and place, never by usual names, so that workbooks of
//! every writer are read alike.

mod cells;
mod foreign;
mod relations;
mod strings;
mod styles;
mod xml;

use std::collections::BTreeMap;

use self::relations::{Leads, relations};
use self::xml::{Tag, XmlPart, XmlPiece, attribute};
use super::archive::{Archive, InvalidArchive};

pub(super) use self::cells::{Cells, Content, Merge, cell_name};
pub(super) use self::foreign::Foreign;

/// Excel has no longer text in a cell.
const LONGEST_TEXT: usize = 32_767;

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum InvalidWorkbook {
    #[error(transparent)]
    Archive(#[from] InvalidArchive),
    #[error("it is {0}")]
    Foreign(Foreign),
    #[error("its part `{0}` is missing")]
    Missing(String),
    #[error("its part `{0}` is damaged: it is not XML")]
    NotXml(String),
    #[error("its part `{part}` uses `&{name};`, which it does not define")]
    Reference { part: String, name: String },
    #[error("an attribute `{0}` in it cannot be read")]
    Attribute(String),
    #[error("it has no sheet `{wanted}`; its sheets are {there}")]
    NoSheet { wanted: String, there: String },
    #[error("it has no visible sheet with cells")]
    Empty,
    #[error("it has a text that is longer than {LONGEST_TEXT} characters")]
    LongText,
    #[error("it has more styles than Excel allows")]
    TooManyStyles,
    #[error("it has the cell {0} twice")]
    Twice(String),
    #[error("its row {0} is there twice, or comes after a later one")]
    Order(u32),
}

/// A workbook, its sheets known.
pub(super) struct Workbook<'b> {
    archive: Archive<'b>,
    from_1904: bool,
    /// The sheets with cells, in the order of their tabs.
    sheets: Vec<SheetPart>,
    styles: Option<String>,
    texts: Option<String>,
}

struct SheetPart {
    name: String,
    hidden: bool,
    part: String,
}

impl<'b> Workbook<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, InvalidWorkbook> {
        if let Some(foreign) = Foreign::of_bytes(bytes) {
            return Err(InvalidWorkbook::Foreign(foreign));
        }
        let archive = Archive::open(bytes)?;
        if let Some(foreign) = Foreign::of_archive(&archive) {
            return Err(InvalidWorkbook::Foreign(foreign));
        }
        let package = relations(&archive, "")?;
        let book = package.into_iter().find(|relation| relation.leads == Leads::Workbook);
        let book = book.ok_or_else(|| InvalidWorkbook::Missing("workbook".to_owned()))?.part;
        let relations = relations(&archive, &book)?;
        let worksheets: BTreeMap<&str, &str> = relations
            .iter()
            .filter(|relation| relation.leads == Leads::Worksheet)
            .map(|relation| (relation.id.as_str(), relation.part.as_str()))
            .collect();
        let part =
            |leads| relations.iter().find(|relation| relation.leads == leads).map(|relation| relation.part.clone());
        let (styles, texts) = (part(Leads::Styles), part(Leads::SharedStrings));
        let (mut sheets, mut from_1904) = (Vec::new(), false);
        XmlPart::open(&archive, &book)?.walk(|path, piece| {
            match (piece, path) {
                (XmlPiece::Open(Tag::WorkbookPr, tag), [Tag::Workbook]) => {
                    from_1904 = attribute(tag, "date1904")?.is_some_and(|value| value == "1" || value == "true");
                }
                (XmlPiece::Open(Tag::Sheet, tag), [Tag::Workbook, Tag::Sheets]) => {
                    let hidden = attribute(tag, "state")?.is_some_and(|state| state != "visible");
                    let (name, id) = (attribute(tag, "name")?, attribute(tag, "id")?);
                    // Sheets of charts and macros have relations of other types.
                    let part = id.and_then(|id| worksheets.get(id.as_str()).map(|&part| part.to_owned()));
                    sheets.extend(name.zip(part).map(|(name, part)| SheetPart { name, hidden, part }));
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self { archive, from_1904, sheets, styles, texts })
    }

    /// The cells of a sheet: of the named one, or of the first that people see.
    pub(super) fn cells(&self, wanted: Option<&str>) -> Result<Cells, InvalidWorkbook> {
        let sheet = match wanted {
            None => self.sheets.iter().find(|sheet| !sheet.hidden).ok_or(InvalidWorkbook::Empty)?,
            Some(wanted) => self.named(wanted).ok_or_else(|| InvalidWorkbook::NoSheet {
                wanted: wanted.to_owned(),
                there: self.sheets.iter().take(20).map(|one| format!("`{}`", one.name)).collect::<Vec<_>>().join(", "),
            })?,
        };
        let formats = match &self.styles {
            Some(part) => styles::read(&XmlPart::open(&self.archive, part)?)?,
            None => styles::Styles::default(),
        };
        let texts = match &self.texts {
            Some(part) => strings::read(&XmlPart::open(&self.archive, part)?)?,
            None => strings::SharedStrings::default(),
        };
        cells::read(&XmlPart::open(&self.archive, &sheet.part)?, &sheet.name, self.from_1904, formats, texts)
    }

    /// The sheet of that name, which Excel finds in capital and small letters alike.
    fn named(&self, wanted: &str) -> Option<&SheetPart> {
        let exact = self.sheets.iter().find(|sheet| sheet.name == wanted);
        exact.or_else(|| {
            self.sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == wanted.trim().to_lowercase())
        })
    }

    /// The names of the sheets that people see, but for the first; then those of the hidden ones, if they are asked for.
    pub(super) fn other_sheets(&self, hidden: bool) -> impl Iterator<Item = &str> {
        let seen = self.sheets.iter().filter(|sheet| !sheet.hidden).skip(1);
        let unseen = self.sheets.iter().filter(move |sheet| hidden && sheet.hidden);
        seen.chain(unseen).map(|sheet| sheet.name.as_str())
    }
}
