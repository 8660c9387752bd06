//! Reads back what a finished file says: tags, texts, fonts. For files of our own only: it trusts
//! what it reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A page's index and a marked-content identifier on it.
pub(crate) type Mark = (usize, i64);

pub(crate) struct File {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    /// The text of each marked-content sequence that has an identifier.
    pub texts: BTreeMap<Mark, String>,
    /// The text of artifacts, page by page.
    pub artifacts: Vec<String>,
}

impl File {
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let mut file = Self { document, pages, texts: BTreeMap::new(), artifacts: Vec::new() };
        for page in 0..file.pages.len() {
            file.read_page(page);
        }
        file
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
        let fonts = fonts.as_dict().unwrap().iter();
        fonts
            .map(|(name, font)| (String::from_utf8(name.clone()).unwrap(), self.follow(font).as_dict().unwrap()))
            .collect()
    }

    /// `/ToUnicode` of a font.
    pub(crate) fn character_map(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let stream = self.get(font, "ToUnicode").unwrap().as_stream().unwrap();
        let map = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
        map.lines()
            .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("><"))
            .filter(|(glyph, text)| glyph.len() == 4 && !(*glyph == "0000" && *text == "FFFF"))
            .map(|(glyph, text)| {
                let units: Vec<u16> = text
                    .as_bytes()
                    .chunks(4)
                    .map(|digits| u16::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap())
                    .collect();
                (u16::from_str_radix(glyph, 16).unwrap(), String::from_utf16(&units).unwrap())
            })
            .collect()
    }

    fn read_page(&mut self, page: usize) {
        let maps: BTreeMap<String, _> =
            self.fonts().into_iter().map(|(name, font)| (name, self.character_map(font))).collect();
        let mut font = None;
        let mut marks: Vec<Marked> = Vec::new();
        let mut texts: Vec<(Option<i64>, String)> = Vec::new();
        for operation in self.content(page).operations {
            match operation.operator.as_str() {
                "BDC" => marks.push(Marked::new(&operation.operands)),
                "EMC" => {
                    if let Some(Marked { actual_text: Some(text), .. }) = marks.pop() {
                        add(&mut texts, &marks, &text);
                    }
                }
                "Tf" => font = maps.get(name_of(&operation.operands[0])),
                "TJ" if marks.iter().all(|mark| mark.actual_text.is_none()) => {
                    for item in operation.operands[0].as_array().unwrap() {
                        let Object::String(bytes, _) = item else { continue };
                        for code in bytes.chunks(2) {
                            let glyph = u16::from_be_bytes([code[0], code[1]]);
                            add(&mut texts, &marks, &font.unwrap()[&glyph]);
                        }
                    }
                }
                "TJ" | "f" | "S" | "Do" => add(&mut texts, &marks, ""),
                _ => {}
            }
        }
        assert!(marks.is_empty(), "marked content does not end");
        let mut artifacts = String::new();
        for (mcid, text) in texts {
            match mcid {
                Some(mcid) => self.texts.entry((page, mcid)).or_default().push_str(&text),
                None => artifacts.push_str(&text),
            }
        }
        self.artifacts.push(artifacts);
    }

    /// The structure tree, an element a line, with what it says and what it shows.
    pub(crate) fn tags(&self) -> String {
        let root = self.dictionary(self.catalog(), "StructTreeRoot");
        let mut lines = String::new();
        self.tag(self.dictionary(root, "K"), 0, &mut lines);
        lines
    }

    fn tag(&self, element: &Dictionary, depth: usize, lines: &mut String) {
        let name = name_of(self.get(element, "S").unwrap());
        write!(lines, "{}- {name}", "  ".repeat(depth)).unwrap();
        for key in ["ID", "T", "Lang", "Alt", "ActualText", "E"] {
            if let Some(value) = self.get(element, key) {
                write!(lines, " {key}={:?}", text_string(value)).unwrap();
            }
        }
        if let Some(Object::Dictionary(attributes)) = self.get(element, "A") {
            for (key, value) in attributes.iter().filter(|(key, _)| *key != b"O") {
                let key = String::from_utf8_lossy(key).into_owned();
                write!(lines, " {key}={}", shown(value)).unwrap();
            }
        }
        let kids = self.kids(element);
        let text = |kid: &Kid<'_>| match kid {
            Kid::Mark(mark) => Some(self.texts[mark].as_str()),
            _ => None,
        };
        // Text alone stands in the element's line; text between elements has lines of its own.
        if let Some(all) = kids.iter().map(text).collect::<Option<Vec<_>>>() {
            let all = all.concat();
            writeln!(lines, "{}{all}", if all.is_empty() { "" } else { ": " }).unwrap();
            return;
        }
        lines.push('\n');
        let indent = "  ".repeat(depth + 1);
        for kid in kids {
            match kid {
                Kid::Element(element) => self.tag(element, depth + 1, lines),
                Kid::Annotation(annotation) => {
                    let contents = text_string(self.get(annotation, "Contents").unwrap());
                    writeln!(lines, "{indent}- annotation: {contents}").unwrap();
                }
                Kid::Mark(mark) => writeln!(lines, "{indent}- {:?}", self.texts[&mark]).unwrap(),
            }
        }
    }

    pub(crate) fn kids<'a>(&'a self, element: &'a Dictionary) -> Vec<Kid<'a>> {
        let page = element.get(b"Pg").ok().and_then(|page| page.as_reference().ok());
        let index = |id| self.pages.iter().position(|page| *page == id).unwrap();
        let kid = |kid: &'a Object| match self.follow(kid) {
            Object::Integer(mcid) => Kid::Mark((index(page.unwrap()), *mcid)),
            Object::Dictionary(kid) => match self.get(kid, "Type").map(name_of) {
                Some("MCR") => {
                    let page = index(kid.get(b"Pg").unwrap().as_reference().unwrap());
                    Kid::Mark((page, self.get(kid, "MCID").unwrap().as_i64().unwrap()))
                }
                Some("OBJR") => Kid::Annotation(self.dictionary(kid, "Obj")),
                _ => Kid::Element(kid),
            },
            other => panic!("/K holds {other:?}"),
        };
        match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.iter().map(kid).collect(),
            Ok(one) => vec![kid(one)],
            Err(_) => Vec::new(),
        }
    }

    /// All elements of the tree by number, the root's child first.
    pub(crate) fn elements(&self) -> Vec<(ObjectId, &Dictionary)> {
        let root = self.dictionary(self.catalog(), "StructTreeRoot");
        let mut found = Vec::new();
        let mut stack = vec![root.get(b"K").unwrap()];
        while let Some(object) = stack.pop() {
            let Ok(id) = object.as_reference() else { continue };
            let element = self.document.get_dictionary(id).unwrap();
            found.push((id, element));
            match element.get(b"K") {
                Ok(Object::Array(kids)) => stack.extend(kids.iter().rev()),
                Ok(one) => stack.push(one),
                Err(_) => {}
            }
        }
        found
    }

    /// Checks that marks and annotations lead to the elements that hold them, and back, and that
    /// no page has marks outside marked content.
    pub(crate) fn check_parents(&self) {
        let root = self.dictionary(self.catalog(), "StructTreeRoot");
        let tree = self.dictionary(root, "ParentTree");
        let numbers = self.get(tree, "Nums").unwrap().as_array().unwrap();
        let parents: BTreeMap<i64, &Object> =
            numbers.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), self.follow(&pair[1]))).collect();
        let id_at =
            |key: i64| numbers.chunks(2).find(|pair| pair[0].as_i64().unwrap() == key).unwrap()[1].as_reference();
        let mut marks: BTreeMap<Mark, ObjectId> = BTreeMap::new();
        let mut annotations = 0;
        for (id, element) in self.elements() {
            for kid in self.kids(element) {
                match kid {
                    Kid::Mark(mark) => assert!(marks.insert(mark, id).is_none(), "{mark:?} has two elements"),
                    Kid::Annotation(annotation) => {
                        let key = self.get(annotation, "StructParent").unwrap().as_i64().unwrap();
                        assert_eq!(id_at(key).unwrap(), id);
                        annotations += 1;
                    }
                    Kid::Element(child) => assert_eq!(child.get(b"P").unwrap().as_reference().unwrap(), id),
                }
            }
        }
        for (page, id) in self.pages.iter().enumerate() {
            let dictionary = self.document.get_dictionary(*id).unwrap();
            let of_page = marks.iter().filter(|((on, _), _)| *on == page);
            let expected: Vec<ObjectId> = of_page.map(|(_, element)| *element).collect();
            let Some(key) = self.get(dictionary, "StructParents") else {
                assert!(expected.is_empty());
                continue;
            };
            let found = parents[&key.as_i64().unwrap()].as_array().unwrap();
            let found: Vec<ObjectId> = found.iter().map(|parent| parent.as_reference().unwrap()).collect();
            assert_eq!(found, expected, "page {page}");
            annotations -= self.get(dictionary, "Annots").map_or(0, |list| list.as_array().unwrap().len());
        }
        assert_eq!(annotations, 0, "an annotation is not in the structure tree");
        assert_eq!(marks.keys().collect::<Vec<_>>(), self.texts.keys().collect::<Vec<_>>());
    }
}

pub(crate) enum Kid<'a> {
    Element(&'a Dictionary),
    Mark(Mark),
    Annotation(&'a Dictionary),
}

struct Marked {
    mcid: Option<i64>,
    actual_text: Option<String>,
}

impl Marked {
    fn new(operands: &[Object]) -> Self {
        let properties = operands[1].as_dict().unwrap();
        Self {
            mcid: properties.get(b"MCID").ok().map(|mcid| mcid.as_i64().unwrap()),
            actual_text: properties.get(b"ActualText").ok().map(text_string),
        }
    }
}

/// Adds text to what is marked innermost; there must be something.
fn add(texts: &mut Vec<(Option<i64>, String)>, marks: &[Marked], text: &str) {
    assert!(!marks.is_empty(), "a mark is outside marked content");
    let mcid = marks.iter().rev().find_map(|mark| mark.mcid);
    match texts.last_mut() {
        Some((last, so_far)) if *last == mcid => so_far.push_str(text),
        _ => texts.push((mcid, text.into())),
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

/// A value of an attribute.
fn shown(value: &Object) -> String {
    match value {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::Array(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(" ")),
        Object::String(..) => format!("{:?}", text_string(value)),
        Object::Real(number) => number.to_string(),
        Object::Integer(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}
