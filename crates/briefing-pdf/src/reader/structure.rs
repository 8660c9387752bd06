//! The structure tree (ISO 32000-1, 14.7): what the document says, in the order in which it is read.

use std::collections::{BTreeMap, BTreeSet};

use super::PdfFile;
use super::error::{Place, ReadError};
use super::object::{Dictionary, Entries, Object};
use super::pages::{LinkView, PageView};

/// How deep elements may be in each other.
const DEEPEST: usize = 512;

/// Every kind of element that ours have.
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

/// Elements that are part of a line.
const INLINE: [&str; 8] = ["Link", "Reference", "Span", "Em", "Strong", "Quote", "Code", "Lbl"];

/// What a file says, as a tree of elements in reading order.
///
/// ```no_run
/// # fn example(file: &briefing_pdf::reader::PdfFile<'_>) -> Result<(), briefing_pdf::reader::ReadError> {
/// let structure = file.structure()?;
/// let tables = structure.elements().filter(|element| element.role == "Table").count();
/// println!("{tables} tables\n{}", structure.text());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    /// The element that all others are in: `Document`.
    pub root: Element,
    /// The text of the artifacts of each page: running heads and feet, a table's header printed again.
    pub artifacts: Vec<Vec<String>>,
}

/// An element: a heading, a table, a cell, a link.
///
/// ```no_run
/// # fn example(element: &briefing_pdf::reader::Element) {
/// if element.role == "Figure" {
///     println!("a picture of {}", element.alt.as_deref().unwrap_or_default());
/// }
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Element {
    /// What it is, as ISO 32000-1, 14.8.4 names it (`H1`, `Table`, `TH`), or `Em` or `Strong`.
    pub role: String,
    /// The page on which it starts, counted from one; `None` when nothing of it is drawn.
    pub page: Option<usize>,
    /// An identifier that no other element has.
    pub id: Option<String>,
    /// A name for people who look at the tree.
    pub title: Option<String>,
    /// Its language, where that is another one than of the element around it, as a tag of BCP 47.
    pub language: Option<String>,
    /// What a figure shows.
    pub alt: Option<String>,
    /// What is to be read in place of what is drawn.
    pub actual_text: Option<String>,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// What a table holds.
    pub summary: Option<String>,
    /// What a header cell is the header of: `Row`, `Column` or `Both`.
    pub scope: Option<String>,
    /// How the items of a list are numbered, such as `Decimal`.
    pub numbering: Option<String>,
    /// How many columns a cell takes; of other elements 1.
    pub columns: u32,
    /// How many rows a cell takes; of other elements 1.
    pub rows: u32,
    /// The identifiers of the header cells of a cell.
    pub headers: Vec<String>,
    /// What is in it, in reading order.
    pub children: Vec<Child>,
}

/// What is in an element.
///
/// ```no_run
/// # fn example(element: &briefing_pdf::reader::Element) {
/// use briefing_pdf::reader::Child;
///
/// let elements = element.children.iter().filter(|child| matches!(child, Child::Element(_)));
/// # let _ = elements;
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    /// An element.
    Element(Box<Element>),
    /// Something that is drawn.
    Content(Content),
    /// An area that leads elsewhere.
    Link(LinkView),
}

/// Something that is drawn: part of a line, or a picture.
///
/// ```no_run
/// # fn example(content: &briefing_pdf::reader::Content) {
/// println!("page {}: {}", content.page, content.text);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The page, counted from one.
    pub page: usize,
    /// Its text, in reading order, exactly as it was set: a soft hyphen where a word is divided at a line's end.
    pub text: String,
    /// The names of the pictures in it.
    pub images: Vec<String>,
}

impl Structure {
    /// All elements, each before those in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.root.elements()
    }

    /// The words of the document in reading order, a line for each piece.
    ///
    /// It is what is drawn, without artifacts and without what only assistive technology reads; lines are put together
    /// again, and soft hyphens left out.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut open = vec![(&self.root, self.root.children.iter())];
        while let Some((element, children)) = open.last_mut() {
            match children.next() {
                Some(Child::Element(inner)) => {
                    end_line(&mut text, inner);
                    open.push((inner, inner.children.iter()));
                }
                Some(Child::Content(content)) => {
                    text.extend(content.text.chars().filter(|c| *c != '\u{AD}'));
                    // What is read as something else was set in pieces, such as the day above the month.
                    if element.actual_text.is_some() {
                        text.push(' ');
                    }
                }
                Some(Child::Link(_)) => {}
                None => {
                    end_line(&mut text, element);
                    open.pop();
                }
            }
        }
        text
    }
}

fn end_line(text: &mut String, element: &Element) {
    if !element.is_inline() && !text.is_empty() && !text.ends_with('\n') {
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
}

impl Element {
    /// This element and all in it, each before those in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let element = open.pop()?;
            open.extend(element.children.iter().rev().filter_map(|child| match child {
                Child::Element(element) => Some(&**element),
                Child::Content(_) | Child::Link(_) => None,
            }));
            Some(element)
        })
    }

    /// Whether it is part of a line, such as a link, and not a piece of its own.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        INLINE.contains(&self.role.as_str())
    }

    /// What is drawn of it and of all in it, in reading order.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        let mut open = vec![self.children.iter()];
        std::iter::from_fn(move || {
            loop {
                match open.last_mut()?.next() {
                    Some(Child::Element(element)) => open.push(element.children.iter()),
                    Some(Child::Content(content)) => return Some(content),
                    Some(Child::Link(_)) => {}
                    None => {
                        open.pop();
                    }
                }
            }
        })
    }

    /// The text of its contents, as it was set.
    #[must_use]
    pub fn text(&self) -> String {
        self.contents().map(|content| content.text.as_str()).collect()
    }
}

impl PdfFile<'_> {
    /// The structure tree, each element with what is drawn of it.
    ///
    /// # Errors
    ///
    /// Fails when an element is not written as ours are, when something that is drawn is in no element or in two, and
    /// when there is too much of it.
    pub fn structure(&self) -> Result<Structure, ReadError> {
        let pages = self.pages()?;
        let root = self.dictionary(self.catalog()?.need("StructTreeRoot", Object::reference)?)?;
        root.is("Type", "StructTreeRoot")?;
        root.only(&["Type", "K", "ParentTree", "ParentTreeNextKey", "RoleMap", "IDTree"])?;
        let roles = root.inner("RoleMap")?;
        roles.only(&["Em", "Strong"])?;
        roles.is("Em", "Span")?;
        roles.is("Strong", "Span")?;
        let mut walk = Walk { file: self, owners: self.owners(&root)?, unread: unread(&pages), seen: BTreeSet::new() };
        let tree = walk.tree(root.need("K", Object::reference)?, root.at)?;
        if let Some((page, _)) = walk.unread.keys().next() {
            return Err(ReadError::not_ours("something drawn that is in no element", Place::Page(*page)));
        }
        let artifacts = |page: PageView| {
            let artifacts = page.marks.into_iter().filter(|mark| mark.content.is_none() && !mark.text.is_empty());
            artifacts.map(|mark| mark.text).collect()
        };
        Ok(Structure { root: tree, artifacts: pages.into_iter().map(artifacts).collect() })
    }

    /// The parent tree (ISO 32000-1, 14.7.4.4): from the key of a page or a link to its elements.
    fn owners(&self, root: &Entries<'_>) -> Result<BTreeMap<i64, &Object>, ReadError> {
        let tree = self.dictionary(root.need("ParentTree", Object::reference)?)?;
        tree.only(&["Nums"])?;
        let (pairs, rest) = tree.need("Nums", Object::array)?.as_chunks::<2>();
        let mut owners = BTreeMap::new();
        for [key, value] in pairs {
            let new = key.integer().is_some_and(|key| owners.insert(key, value).is_none());
            if !new {
                return Err(tree.fault("a key that is none, or there twice"));
            }
        }
        if rest.is_empty() { Ok(owners) } else { Err(tree.fault("a key without a value")) }
    }
}

/// What is drawn on a page, by page (counted from one) and identifier.
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

struct Walk<'f, 'a> {
    file: &'f PdfFile<'a>,
    owners: BTreeMap<i64, &'f Object>,
    unread: Unread,
    /// Elements and links that were met.
    seen: BTreeSet<u32>,
}

/// An element that is being read.
struct Opened<'f> {
    number: u32,
    element: Element,
    /// The page on which its content is, where nothing else is said.
    page: Option<usize>,
    kids: std::slice::Iter<'f, Object>,
}

impl<'f> Walk<'f, '_> {
    fn tree(&mut self, root: u32, parent: Place) -> Result<Element, ReadError> {
        let Place::Object(parent) = parent else { return Err(ReadError::not_ours("no root", parent)) };
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
            let Some(Opened { mut element, .. }) = open.pop() else { break };
            element.page = element.children.iter().find_map(page_of);
            match open.last_mut() {
                Some(around) => around.element.children.push(Child::Element(Box::new(element))),
                None => return Ok(element),
            }
        }
        Err(ReadError::not_ours("no element", Place::Object(root)))
    }

    fn open(&mut self, number: u32, parent: u32) -> Result<Opened<'f>, ReadError> {
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
        Ok(Opened { number, element: element(&entries)?, page, kids: kids.iter() })
    }

    /// A marked-content sequence or an annotation.
    fn drawn(&mut self, owner: u32, page: Option<usize>, kid: &Object) -> Result<Child, ReadError> {
        let fault = |what: &str| ReadError::not_ours(what, Place::Object(owner));
        let (page, content) = match kid {
            Object::Integer(content) => (page, *content),
            Object::Dictionary(kid) => {
                let kid = Entries::new(kid, Place::Object(owner));
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

    fn link(&mut self, owner: u32, kid: &Entries<'_>) -> Result<Child, ReadError> {
        kid.only(&["Type", "Obj", "Pg"])?;
        let number = kid.need("Obj", Object::reference)?;
        let link = self.file.link(number)?;
        let stated = self.owners.get(&i64::from(link.key)).and_then(|of| of.reference());
        if !self.seen.insert(number) || link.page != self.page_of(kid)? || stated != Some(owner) {
            return Err(kid.fault("a link that is in two elements"));
        }
        Ok(Child::Link(link))
    }

    fn page_of(&self, kid: &Entries<'_>) -> Result<usize, ReadError> {
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

fn element(entries: &Entries<'_>) -> Result<Element, ReadError> {
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

/// Attributes that belong to a kind of element (ISO 32000-1, 14.8.5).
fn add_attributes(element: &mut Element, attributes: &Entries<'_>) -> Result<(), ReadError> {
    let name = |key| Ok::<_, ReadError>(attributes.may(key, Object::name)?.map(str::to_owned));
    let count = |key| Ok::<_, ReadError>(if has(attributes.of, key) { attributes.count(key)? } else { 1 });
    match attributes.need("O", Object::name)? {
        "List" => attributes.only(&["O", "ListNumbering"])?,
        "Layout" => attributes.only(&["O", "BBox"])?,
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
