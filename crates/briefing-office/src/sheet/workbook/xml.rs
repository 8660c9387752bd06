//! The XML of a part of a workbook: elements by namespace and place, every character accounted for.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use super::InvalidWorkbook;
use crate::sheet::archive::Archive;

/// Elements within elements; a workbook's own parts go down a dozen steps.
const DEEPEST: usize = 64;

/// The names of SpreadsheetML and of relations, as Excel writes them and as strict OOXML has them.
const NAMESPACES: [&str; 3] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
];

macro_rules! tags {
    ($($tag:ident $name:literal,)*) => {
        /// An element that tables are made of; all others are `Other`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Tag { $($tag,)* Other }

        impl Tag {
            fn of(name: &str) -> Self {
                match name { $($name => Self::$tag,)* _ => Self::Other }
            }
        }
    };
}

tags! {
    Cell "c",
    Value "v",
    Text "t",
    Run "r",
    RunStyle "rPr",
    Row "row",
    Formula "f",
    Inline "is",
    Pronounced "rPh",
    Shared "si",
    SharedTable "sst",
    SheetData "sheetData",
    Worksheet "worksheet",
    MergeCells "mergeCells",
    MergeCell "mergeCell",
    Workbook "workbook",
    WorkbookPr "workbookPr",
    Sheets "sheets",
    Sheet "sheet",
    Relationships "Relationships",
    Relationship "Relationship",
    StyleSheet "styleSheet",
    NumFmts "numFmts",
    NumFmt "numFmt",
    Fonts "fonts",
    Font "font",
    Strike "strike",
    CellXfs "cellXfs",
    Xf "xf",
}

/// What comes next in a part.
pub(super) enum XmlPiece<'e> {
    /// An element begins.
    Open(Tag, &'e BytesStart<'e>),
    /// An element ends.
    Close(Tag),
    /// Characters, with what they stand for in place of references.
    Letters(&'e str),
}

/// A part of a workbook as text.
pub(super) struct XmlPart {
    pub(super) name: String,
    xml: String,
}

impl XmlPart {
    /// The part of that name, which must be there.
    pub(super) fn open(archive: &Archive<'_>, name: &str) -> Result<Self, InvalidWorkbook> {
        let bytes = archive.file(name).ok_or_else(|| InvalidWorkbook::Missing(name.to_owned()))??;
        let (encoding, mark) = encoding_rs::Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_8, 0));
        let text = if encoding == encoding_rs::UTF_8 && mark == 0 {
            String::from_utf8(bytes).ok()
        } else {
            let bytes = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
        };
        let xml = text.ok_or_else(|| InvalidWorkbook::NotXml(name.to_owned()))?;
        Ok(Self { name: name.to_owned(), xml })
    }

    /// Goes through the part; `visit` is given what comes next and the elements that it is in, outermost first.
    pub(super) fn walk(
        &self,
        mut visit: impl FnMut(&[Tag], XmlPiece<'_>) -> Result<(), InvalidWorkbook>,
    ) -> Result<(), InvalidWorkbook> {
        let not_xml = || InvalidWorkbook::NotXml(self.name.clone());
        let mut reader = NsReader::from_str(&self.xml);
        reader.config_mut().expand_empty_elements = true;
        let mut path: Vec<Tag> = Vec::new();
        let mut is_empty = true;
        loop {
            let (namespace, event) = reader.read_resolved_event().map_err(|_| not_xml())?;
            match event {
                Event::Start(tag) => {
                    let ours = match namespace {
                        ResolveResult::Bound(Namespace(name)) => NAMESPACES.contains(&name),
                        // A few writers declare no namespace at all.
                        ResolveResult::Unbound => true,
                        ResolveResult::Unknown(_) => false,
                    };
                    let known = if ours { Tag::of(tag.local_name().as_ref()) } else { Tag::Other };
                    visit(&path, XmlPiece::Open(known, &tag))?;
                    path.push(known);
                    is_empty = false;
                    if path.len() > DEEPEST {
                        return Err(not_xml());
                    }
                }
                Event::End(_) => {
                    let known = path.pop().ok_or_else(not_xml)?;
                    visit(&path, XmlPiece::Close(known))?;
                }
                Event::Text(text) => visit(&path, XmlPiece::Letters(&text.xml10_content()))?,
                Event::CData(text) => visit(&path, XmlPiece::Letters(&text.xml10_content()))?,
                Event::GeneralRef(name) => {
                    let text = reference(&name).ok_or_else(|| InvalidWorkbook::Reference {
                        part: self.name.clone(),
                        name: name.xml10_content().chars().take(40).collect(),
                    })?;
                    visit(&path, XmlPiece::Letters(&text))?;
                }
                // Workbooks have no document type, and what one would declare is not read.
                Event::DocType(_) => return Err(not_xml()),
                // A part that breaks off would lose what comes after.
                Event::Eof if is_empty || !path.is_empty() => return Err(not_xml()),
                Event::Eof => return Ok(()),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }
}

/// What `&amp;` or `&#233;` stands for; `None` when XML does not say.
fn reference(name: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Some(c.to_string()),
        Ok(None) => quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).map(str::to_owned),
        Err(_) => None,
    }
}

/// An attribute by its name; those with a prefix are found by what follows it.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, InvalidWorkbook> {
    for one in tag.attributes().with_checks(false) {
        let one = one.map_err(|_| InvalidWorkbook::Attribute(name.to_owned()))?;
        if one.key.local_name().as_ref() == name {
            let text = quick_xml::escape::unescape(&one.value);
            return text.map(|text| Some(text.into_owned())).map_err(|_| InvalidWorkbook::Attribute(name.to_owned()));
        }
    }
    Ok(None)
}

/// Whether an element that switches something on does so: by `val`, or by being there.
pub(super) fn is_on(tag: &BytesStart<'_>) -> Result<bool, InvalidWorkbook> {
    Ok(!attribute(tag, "val")?.is_some_and(|value| matches!(&*value, "0" | "false")))
}
