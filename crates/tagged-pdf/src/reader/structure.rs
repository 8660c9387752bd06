//! Reading the structure tree (ISO 32000-1, 14.7), and assigning drawn content to its elements.

use std::collections::{BTreeMap, BTreeSet};

use super::PdfFile;
use super::element::{Child, Content, Element, Structure};
use super::error::{FilePlace, ReadError};
use super::object::{Dictionary, LocatedDictionary, Object};
use super::pages::PageView;

/// The greatest nesting of elements.
const DEEPEST: usize = 512;

/// All types of elements that this crate writes.
const ROLES: [&str; 34] = [
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "P",
    "BlockQuote",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TFoot",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Caption",
    "Note",
    "Link",
    "Reference",
    "Span",
    "Em",
    "Strong",
    "Quote",
    "Code",
];

impl PdfFile<'_> {
    /// Returns the structure tree, each element with its drawn content.
    ///
    /// # Errors
    ///
    /// Fails if an element is not written as by this crate, if drawn content is in no element or in two, and if a limit is exceeded.
    pub fn structure(&self) -> Result<Structure, ReadError> {
        let pages = self.pages()?;
        let root = self.dictionary(self.catalog()?.need("StructTreeRoot", Object::reference)?)?;
        root.is("Type", "StructTreeRoot")?;
        root.only(&["Type", "K", "ParentTree", "ParentTreeNextKey", "RoleMap", "IDTree"])?;
        let roles = root.inner("RoleMap")?;
        roles.only(&["Em", "Strong"])?;
        roles.is("Em", "Span")?;
        roles.is("Strong", "Span")?;
        let mut walk = StructureWalk {
            file: self,
            owners: self.owners(&root)?,
            unread: unread(&pages),
            seen: BTreeSet::new(),
            links: BTreeSet::new(),
        };
        let tree = walk.tree(root.need("K", Object::reference)?, root.at)?;
        if let Some((page, _)) = walk.unread.keys().next() {
            return Err(ReadError::not_ours("something drawn that is in no element", FilePlace::Page(*page)));
        }
        let stray = |page: &&PageView| page.links.iter().any(|link| !walk.links.contains(&link.key));
        if let Some(page) = pages.iter().find(stray) {
            return Err(ReadError::not_ours("a link that is in no element", FilePlace::Page(page.number)));
        }
        let artifacts = |page: PageView| {
            let artifacts = page.marks.into_iter().filter(|mark| mark.content.is_none() && !mark.text.is_empty());
            artifacts.map(|mark| mark.text).collect()
        };
        Ok(Structure { root: tree, artifacts: pages.into_iter().map(artifacts).collect() })
    }

    /// The parent tree (ISO 32000-1, 14.7.4.4): maps the key of a page or link to its elements.
    fn owners(&self, root: &LocatedDictionary<'_>) -> Result<BTreeMap<i64, &Object>, ReadError> {
        let tree = self.dictionary(root.need("ParentTree", Object::reference)?)?;
        tree.only(&["Nums"])?;
        let (pairs, rest) = tree.need("Nums", Object::array)?.as_chunks::<2>();
        let mut owners = BTreeMap::new();
        for [key, value] in pairs {
            let new = key.integer().is_some_and(|key| owners.insert(key, value).is_none());
            if !new {
                return Err(tree.fault("an invalid or repeated key"));
            }
        }
        if rest.is_empty() { Ok(owners) } else { Err(tree.fault("a key without a value")) }
    }
}

/// The content of pages not yet assigned to an element, by page (counted from one) and identifier.
type Unread = BTreeMap<(usize, u32), Content>;

fn unread(pages: &[PageView]) -> Unread {
    let mut unread = Unread::new();
    for page in pages {
        for mark in &page.marks {
            if let Some(content) = mark.content {
                let drawn = Content { page: page.number, text: mark.text.clone(), images: mark.images.clone() };
                unread.insert((page.number, content), drawn);
            }
        }
    }
    unread
}

struct StructureWalk<'f, 'a> {
    file: &'f PdfFile<'a>,
    owners: BTreeMap<i64, &'f Object>,
    unread: Unread,
    /// The elements and links found so far.
    seen: BTreeSet<u32>,
    /// The keys of the links found so far.
    links: BTreeSet<u32>,
}

/// An element being read.
struct OpenElement<'f> {
    number: u32,
    element: Element,
    /// The page of its content, unless stated otherwise.
    page: Option<usize>,
    kids: std::slice::Iter<'f, Object>,
}

impl<'f> StructureWalk<'f, '_> {
    fn tree(&mut self, root: u32, parent: FilePlace) -> Result<Element, ReadError> {
        let FilePlace::Object(parent) = parent else { return Err(ReadError::not_ours("no root", parent)) };
        let mut open = vec![self.open(root, parent)?];
        while let Some(opened) = open.last_mut() {
            if let Some(kid) = opened.kids.next() {
                match kid {
                    Object::Reference(number) => {
                        let parent = opened.number;
                        open.push(self.open(*number, parent)?);
                        if open.len() > DEEPEST {
                            return Err(ReadError::TooLarge { what: "elements in each other", limit: DEEPEST as u64 });
                        }
                    }
                    drawn => {
                        let child = self.drawn(opened.number, opened.page, drawn)?;
                        opened.element.children.push(child);
                    }
                }
                continue;
            }
            let Some(OpenElement { mut element, .. }) = open.pop() else { break };
            element.page = element.children.iter().find_map(page_of);
            match open.last_mut() {
                Some(around) => around.element.children.push(Child::Element(Box::new(element))),
                None => return Ok(element),
            }
        }
        Err(ReadError::not_ours("no element", FilePlace::Object(root)))
    }

    fn open(&mut self, number: u32, parent: u32) -> Result<OpenElement<'f>, ReadError> {
        let entries = self.file.dictionary(number)?;
        if !self.seen.insert(number) || entries.need("P", Object::reference)? != parent {
            return Err(entries.fault("an element that is in two others"));
        }
        entries.only(&["S", "P", "ID", "T", "Lang", "E", "ActualText", "Alt", "A", "Pg", "K"])?;
        let page = entries.may("Pg", |page| self.file.page_number(page))?;
        let kids = match entries.of.get("K") {
            Some(Object::Array(kids)) => kids.as_slice(),
            Some(kid) => std::slice::from_ref(kid),
            None => &[],
        };
        Ok(OpenElement { number, element: element(&entries)?, page, kids: kids.iter() })
    }

    /// Reads a marked-content sequence or an annotation.
    fn drawn(&mut self, owner: u32, page: Option<usize>, kid: &Object) -> Result<Child, ReadError> {
        let fault = |what: &str| ReadError::not_ours(what, FilePlace::Object(owner));
        let (page, content) = match kid {
            Object::Integer(content) => (page, *content),
            Object::Dictionary(kid) => {
                let kid = LocatedDictionary::new(kid, FilePlace::Object(owner));
                match kid.need("Type", Object::name)? {
                    "MCR" => {
                        kid.only(&["Type", "Pg", "MCID"])?;
                        (Some(self.page_of(&kid)?), i64::from(kid.count("MCID")?))
                    }
                    "OBJR" => return self.link(owner, &kid),
                    _ => return Err(fault("something that is neither drawn nor an element")),
                }
            }
            _ => return Err(fault("something that is neither drawn nor an element")),
        };
        let place = page.zip(u32::try_from(content).ok());
        let (page, content) = place.ok_or_else(|| fault("something drawn nowhere"))?;
        let drawn =
            self.unread.remove(&(page, content)).ok_or_else(|| fault("what is not drawn, or in two elements"))?;
        let owners = i64::try_from(page - 1).ok().and_then(|key| self.owners.get(&key)).and_then(|of| of.array());
        let stated = owners.and_then(|owners| owners.get(content as usize)).and_then(Object::reference);
        if stated != Some(owner) {
            return Err(fault("content that the parent tree has elsewhere"));
        }
        Ok(Child::Content(drawn))
    }

    fn link(&mut self, owner: u32, kid: &LocatedDictionary<'_>) -> Result<Child, ReadError> {
        kid.only(&["Type", "Obj", "Pg"])?;
        let number = kid.need("Obj", Object::reference)?;
        let link = self.file.link(number)?;
        let stated = self.owners.get(&i64::from(link.key)).and_then(|of| of.reference());
        if !self.seen.insert(number) || link.page != self.page_of(kid)? || stated != Some(owner) {
            return Err(kid.fault("a link that is in two elements"));
        }
        self.links.insert(link.key);
        Ok(Child::Link(link))
    }

    fn page_of(&self, kid: &LocatedDictionary<'_>) -> Result<usize, ReadError> {
        kid.need("Pg", |page| self.file.page_number(page))
    }
}

fn page_of(child: &Child) -> Option<usize> {
    match child {
        Child::Element(element) => element.page,
        Child::Content(content) => Some(content.page),
        Child::Link(link) => Some(link.page),
    }
}

fn element(entries: &LocatedDictionary<'_>) -> Result<Element, ReadError> {
    let role = entries.need("S", Object::name)?;
    if !ROLES.contains(&role) {
        return Err(entries.fault("an element of another kind than ours"));
    }
    let text = |key| entries.may(key, Object::text);
    let mut element = Element {
        role: role.to_owned(),
        id: text("ID")?,
        title: text("T")?,
        language: text("Lang")?,
        alt: text("Alt")?,
        actual_text: text("ActualText")?,
        expansion: text("E")?,
        columns: 1,
        rows: 1,
        ..Element::default()
    };
    if let Some(attributes) = entries.may_inner("A")? {
        add_attributes(&mut element, &attributes)?;
    }
    Ok(element)
}

/// Reads attributes specific to a type of element (ISO 32000-1, 14.8.5).
fn add_attributes(element: &mut Element, attributes: &LocatedDictionary<'_>) -> Result<(), ReadError> {
    let name = |key| Ok::<_, ReadError>(attributes.may(key, Object::name)?.map(str::to_owned));
    let count = |key| Ok::<_, ReadError>(if has(attributes.of, key) { attributes.count(key)? } else { 1 });
    match attributes.need("O", Object::name)? {
        "List" => attributes.only(&["O", "ListNumbering"])?,
        "Layout" => attributes.only(&["O", "BBox", "WritingMode"])?,
        "Table" => attributes.only(&["O", "Summary", "Scope", "ColSpan", "RowSpan", "Headers"])?,
        _ => return Err(attributes.fault("attributes of another kind than ours")),
    }
    element.numbering = name("ListNumbering")?;
    element.scope = name("Scope")?;
    element.summary = attributes.may("Summary", Object::text)?;
    element.columns = count("ColSpan")?;
    element.rows = count("RowSpan")?;
    element.headers = attributes
        .may("Headers", |value| value.array()?.iter().map(Object::text).collect::<Option<Vec<_>>>())?
        .unwrap_or_default();
    Ok(())
}

fn has(dictionary: &Dictionary, key: &str) -> bool {
    dictionary.get(key).is_some()
}
