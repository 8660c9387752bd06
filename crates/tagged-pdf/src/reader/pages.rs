//! Reading pages.

use std::collections::{BTreeMap, BTreeSet};

use super::PdfFile;
use super::content::{MarkedContent, read_content};
use super::error::ReadError;
use super::font::CharacterMap;
use super::inflate::Budget;
use super::object::{LocatedDictionary, Object, rectangle};
use super::paint::{Paint, Widths};
use super::text::TextBudget;
use crate::text::is_right_to_left;

/// A page with its content.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let page = &file.pages()?[0];
/// assert_eq!((page.number, page.width.round(), page.height.round()), (1, 595.0, 842.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PageView {
    /// Its number, counted from one.
    pub number: usize,
    /// The width, in points.
    pub width: f64,
    /// The height, in points.
    pub height: f64,
    /// The operators that draw it (ISO 32000-1), decompressed.
    pub content: Vec<u8>,
    /// Everything drawn, in drawing order, which is also the reading order.
    pub marks: Vec<MarkedContent>,
    /// The positions and colours of what is drawn, in drawing order.
    pub paint: Vec<Paint>,
    /// The areas of links.
    pub links: Vec<LinkView>,
}

/// The area of a link on a page.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let page = &file.pages()?[0];
/// assert_eq!(page.links[0].contents, "The register of lighthouses");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LinkView {
    /// The page it is on, counted from one.
    pub page: usize,
    /// Its description for readers who cannot see what is around it.
    pub contents: String,
    /// The left, bottom, right and top edges of the whole area, in points from the page's lower left corner.
    pub area: [f64; 4],
    /// The target of the link.
    pub destination: LinkDestination,
    /// Its key in the parent tree.
    pub(super) key: u32,
}

/// The target of a link.
///
/// ```
/// use tagged_pdf::reader::LinkDestination;
///
/// assert_ne!(LinkDestination::Uri("https://www.un.org".into()), LinkDestination::Page { number: 2, top: 700.0 });
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum LinkDestination {
    /// An address.
    Uri(String),
    /// A height on a page of the same file.
    Page {
        /// The page, counted from one.
        number: usize,
        /// The height in points from the page's bottom edge.
        top: f64,
    },
}

/// The state needed and used up by reading the pages of a file.
pub(super) struct PageReading<'f> {
    pub(super) maps: BTreeMap<&'f str, CharacterMap>,
    pub(super) widths: Widths<'f>,
    /// The names of all pictures.
    pub(super) images: BTreeSet<&'f str>,
    /// The objects of links found so far.
    links: BTreeSet<u32>,
    /// The end of the identifiers of marked-content sequences on the previous page.
    pub(super) contents: u32,
    pub(super) right_to_left: bool,
    pub(super) text: TextBudget,
    budget: Budget,
}

impl<'a> PdfFile<'a> {
    /// Returns the pages in order.
    ///
    /// # Errors
    ///
    /// Fails if something is drawn in a way that this crate never uses, and if a limit is exceeded.
    pub fn pages(&self) -> Result<Vec<PageView>, ReadError> {
        let language = self.catalog()?.need("Lang", Object::text)?;
        let mut reading = PageReading {
            maps: self.character_maps()?,
            widths: self.font_widths()?,
            images: self.image_numbers()?.into_iter().map(|(name, _)| name).collect(),
            links: BTreeSet::new(),
            contents: 0,
            right_to_left: is_right_to_left(&language),
            text: TextBudget::new(),
            budget: Budget::new(),
        };
        (0..self.pages.len()).map(|index| self.page(index, &mut reading)).collect()
    }

    fn page(&self, index: usize, reading: &mut PageReading<'_>) -> Result<PageView, ReadError> {
        let page = self.page_entries(index)?;
        let [left, lower, width, height] = page.rectangle("MediaBox")?;
        if (left, lower) != (0.0, 0.0) {
            return Err(page.fault("a page that does not start at its corner"));
        }
        let (stream, packed) = self.stream(page.need("Contents", Object::reference)?)?;
        stream.only(&["Filter", "Length"])?;
        stream.is("Filter", "FlateDecode")?;
        let content = reading.budget.inflate(packed, stream.at)?;
        let number = index + 1;
        let (marks, paint) = read_content(&content, number, reading)?;
        let has_key = page.may("StructParents", Object::integer)?;
        let expected = marks.iter().any(|mark| mark.content.is_some()).then(|| i64::try_from(index).unwrap_or(-1));
        if has_key != expected {
            return Err(page.fault("another key in the parent tree"));
        }
        let mut links = Vec::new();
        for link in page.may("Annots", Object::array)?.unwrap_or_default() {
            let link = link.reference().ok_or_else(|| page.fault("a link that is not an object"))?;
            if !reading.links.insert(link) {
                return Err(page.fault("a link that is there twice"));
            }
            links.push(self.link(link)?);
        }
        if links.iter().any(|link| link.page != number) {
            return Err(page.fault("a link of another page"));
        }
        Ok(PageView { number, width, height, content, marks, paint, links })
    }

    fn page_entries(&self, index: usize) -> Result<LocatedDictionary<'_>, ReadError> {
        let number = self.pages.get(index).copied().unwrap_or_default();
        let page = self.dictionary(number)?;
        page.is("Type", "Page")?;
        page.is("Tabs", "S")?;
        page.only(&[
            "Type",
            "Parent",
            "MediaBox",
            "Resources",
            "Contents",
            "Tabs",
            "StructParents",
            "Group",
            "Annots",
        ])?;
        Ok(page)
    }

    /// Fonts and pictures, which all pages share; `None` if there are no pages.
    pub(super) fn resources(&self) -> Result<Option<LocatedDictionary<'_>>, ReadError> {
        let mut shared = None;
        for index in 0..self.pages.len() {
            let page = self.page_entries(index)?;
            let resources = page.need("Resources", Object::reference)?;
            if *shared.get_or_insert(resources) != resources {
                return Err(page.fault("fonts and pictures of its own"));
            }
        }
        let Some(shared) = shared else { return Ok(None) };
        let resources = self.dictionary(shared)?;
        resources.only(&["Font", "XObject"])?;
        Ok(Some(resources))
    }

    /// The objects that pages refer to by name, such as their fonts; no object has two names.
    pub(super) fn named(&self, kind: &str) -> Result<Vec<(&str, u32)>, ReadError> {
        let Some(resources) = self.resources()? else { return Ok(Vec::new()) };
        let Some(named) = resources.may_inner(kind)? else { return Ok(Vec::new()) };
        let mut seen = BTreeSet::new();
        let mut numbers = Vec::new();
        for (name, value) in named.of.entries() {
            let number = value.reference().filter(|number| seen.insert(*number));
            numbers.push((name, number.ok_or_else(|| named.fault("a name for no object, or a second one"))?));
        }
        Ok(numbers)
    }

    pub(super) fn link(&self, number: u32) -> Result<LinkView, ReadError> {
        let link = self.dictionary(number)?;
        link.is("Type", "Annot")?;
        link.is("Subtype", "Link")?;
        link.only(&["Type", "Subtype", "F", "Border", "P", "Rect", "Contents", "StructParent", "A", "Dest"])?;
        let page = link.need("P", |value| self.page_number(value))?;
        let uri = match link.may_inner("A")? {
            Some(action) => {
                action.is("S", "URI")?;
                action.only(&["S", "URI"])?;
                Some(action.need("URI", Object::text)?)
            }
            None => None,
        };
        let destination = match (uri, link.may("Dest", Object::array)?) {
            (Some(uri), None) => LinkDestination::Uri(uri),
            (None, Some(place)) => {
                let (number, top) = self.destination(place).ok_or_else(|| link.fault("a link that leads nowhere"))?;
                LinkDestination::Page { number, top }
            }
            _ => return Err(link.fault("a link that leads nowhere, or to two places")),
        };
        Ok(LinkView {
            page,
            contents: link.need("Contents", Object::text)?,
            area: link.need("Rect", rectangle)?,
            destination,
            key: link.count("StructParent")?,
        })
    }

    /// The number of a page, counted from one, given a reference to it.
    pub(super) fn page_number(&self, value: &Object) -> Option<usize> {
        let number = value.reference()?;
        self.page_numbers.get(&number).copied()
    }

    /// The page and height of an explicit destination (ISO 32000-1, 12.3.2.2).
    pub(super) fn destination(&self, parts: &[Object]) -> Option<(usize, f64)> {
        match parts {
            [page, kind, Object::Null, top, Object::Null] if kind.name() == Some("XYZ") => {
                Some((self.page_number(page)?, top.number()?))
            }
            _ => None,
        }
    }
}
