//! A finished file as the crate's own reader has it, and beside it its objects as another library has them, for what the
//! reader has no view of.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use tagged_pdf::reader::{Child, Element, PdfFile, Structure};

/// A page's index and a marked-content identifier on it.
pub(crate) type Mark = (usize, i64);

pub(crate) struct File {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    /// The tags with their text. Reading them holds marks, links and elements against each other.
    pub structure: Structure,
    /// The text of each marked-content sequence that has an identifier.
    pub texts: BTreeMap<Mark, String>,
}

impl File {
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let file = PdfFile::open(bytes).unwrap();
        let mut texts = BTreeMap::new();
        for (page, view) in file.pages().unwrap().into_iter().enumerate() {
            let contents = view.marks.into_iter().filter_map(|mark| Some((i64::from(mark.content?), mark.text)));
            texts.extend(contents.map(|(mcid, text)| ((page, mcid), text)));
        }
        Self { document, pages, structure: file.structure().unwrap(), texts }
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    pub(crate) fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    pub(crate) fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.follow(object))
    }

    pub(crate) fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Dictionary {
        match self.get(dictionary, key) {
            Some(Object::Dictionary(dictionary)) => dictionary,
            Some(Object::Stream(stream)) => &stream.dict,
            other => panic!("/{key} is {other:?}"),
        }
    }

    pub(crate) fn page(&self, index: usize) -> &Dictionary {
        self.document.get_dictionary(self.pages[index]).unwrap()
    }

    /// The marks of a page, as operators.
    pub(crate) fn content(&self, page: usize) -> Content {
        Content::decode(&self.document.get_page_content(self.pages[page])).unwrap()
    }

    /// The fonts of the document by the name that pages use.
    pub(crate) fn fonts(&self) -> BTreeMap<String, &Dictionary> {
        let resources = self.dictionary(self.page(0), "Resources");
        let Some(fonts) = self.get(resources, "Font") else { return BTreeMap::new() };
        fonts
            .as_dict()
            .unwrap()
            .iter()
            .map(|(name, font)| (String::from_utf8(name.clone()).unwrap(), self.follow(font).as_dict().unwrap()))
            .collect()
    }

    /// An element of that kind, as an object.
    pub(crate) fn element(&self, kind: &str) -> &Dictionary {
        let dictionaries = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let has_kind = |element: &&Dictionary| element.get(b"S").is_ok_and(|found| name_of(found) == kind);
        dictionaries.into_iter().find(has_kind).unwrap()
    }

    /// The structure tree, an element a line, with what it says and what it shows.
    pub(crate) fn tags(&self) -> String {
        let mut lines = String::new();
        tag(&self.structure.root, 0, &mut lines);
        lines
    }
}

fn tag(element: &Element, depth: usize, lines: &mut String) {
    write!(lines, "{}- {}", "  ".repeat(depth), element.role).unwrap();
    let texts = [
        ("ID", &element.id),
        ("T", &element.title),
        ("Lang", &element.language),
        ("Alt", &element.alt),
        ("ActualText", &element.actual_text),
        ("E", &element.expansion),
    ];
    for (key, value) in texts.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        write!(lines, " {key}={value:?}").unwrap();
    }
    element.summary.iter().for_each(|summary| write!(lines, " Summary={summary:?}").unwrap());
    for (key, value) in [("ListNumbering", &element.numbering), ("Scope", &element.scope)] {
        value.iter().for_each(|value| write!(lines, " {key}={value}").unwrap());
    }
    for (key, count) in [("RowSpan", element.rows), ("ColSpan", element.columns)] {
        if count != 1 {
            write!(lines, " {key}={count}").unwrap();
        }
    }
    if !element.headers.is_empty() {
        write!(lines, " Headers={:?}", element.headers).unwrap();
    }
    // Text alone stands in the element's line; text between elements has lines of its own.
    if element.children.iter().all(|child| matches!(child, Child::Content(_))) {
        let all = element.text();
        writeln!(lines, "{}{all}", if all.is_empty() { "" } else { ": " }).unwrap();
        return;
    }
    lines.push('\n');
    let indent = "  ".repeat(depth + 1);
    for child in &element.children {
        match child {
            Child::Element(element) => tag(element, depth + 1, lines),
            Child::Link(link) => writeln!(lines, "{indent}- annotation: {}", link.contents).unwrap(),
            Child::Content(content) => writeln!(lines, "{indent}- {:?}", content.text).unwrap(),
        }
    }
}

pub(crate) fn name_of(object: &Object) -> &str {
    std::str::from_utf8(object.as_name().unwrap()).unwrap()
}

/// A text string, whichever way it is encoded.
pub(crate) fn text_string(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(utf16) => {
            let units: Vec<u16> = utf16.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}
