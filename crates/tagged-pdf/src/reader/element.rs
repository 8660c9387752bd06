//! The content of a document, in reading order.

use super::pages::LinkView;

/// The types of elements that are part of a line.
const INLINE: [&str; 8] = ["Link", "Reference", "Span", "Em", "Strong", "Quote", "Code", "Lbl"];

/// The content of a file, as a tree of elements in reading order.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let structure = file.structure()?;
/// assert_eq!(structure.elements().filter(|element| element.role == "Figure").count(), 1);
/// assert!(structure.text().starts_with("Lighthouses"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    /// The root element: `Document`.
    pub root: Element,
    /// The text of the artifacts on each page: running heads and feet, repeated table headers.
    pub artifacts: Vec<Vec<String>>,
}

/// An element: a heading, a table, a cell, a link.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let structure = file.structure()?;
/// let figure = structure.elements().find(|element| element.role == "Figure").unwrap();
/// assert_eq!(figure.alt.as_deref(), Some("A lamp"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```
/// use tagged_pdf::reader::{Child, Content, Element};
///
/// let words = |text: &str| Child::Content(Content { page: 1, text: text.to_owned(), images: Vec::new() });
/// let strong = Element { role: "Strong".to_owned(), children: vec![words("46 entities")], ..Element::default() };
/// let paragraph = Element {
///     role: "P".to_owned(),
///     children: vec![words("It has "), Child::Element(Box::new(strong)), words(".")],
///     ..Element::default()
/// };
/// assert_eq!(paragraph.text(), "It has 46 entities.");
/// assert_eq!(paragraph.contents().count(), 3);
/// // The paragraph itself comes first; what it holds is part of its line.
/// let inline: Vec<bool> = paragraph.elements().map(Element::is_inline).collect();
/// assert_eq!(inline, [false, true]);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Element {
    /// The structure type, as in ISO 32000-1, 14.8.4 (`H1`, `Table`, `TH`), or `Em` or `Strong`.
    pub role: String,
    /// The page on which it begins, counted from one; `None` if none of it is drawn.
    pub page: Option<usize>,
    /// An identifier, unique in the document.
    pub id: Option<String>,
    /// A name for people who inspect the tree.
    pub title: Option<String>,
    /// Its language as a BCP 47 tag, if it differs from that of the parent.
    pub language: Option<String>,
    /// The alternative text of a figure.
    pub alt: Option<String>,
    /// The text to be read instead of what is drawn.
    pub actual_text: Option<String>,
    /// The expansion of an abbreviation.
    pub expansion: Option<String>,
    /// The summary of a table.
    pub summary: Option<String>,
    /// The scope of a header cell: `Row`, `Column` or `Both`.
    pub scope: Option<String>,
    /// The numbering of a list, such as `Decimal`.
    pub numbering: Option<String>,
    /// The number of columns that a cell spans; 1 for other elements.
    pub columns: u32,
    /// The number of rows that a cell spans; 1 for other elements.
    pub rows: u32,
    /// The identifiers of a cell's header cells.
    pub headers: Vec<String>,
    /// Its children, in reading order.
    pub children: Vec<Child>,
}

/// A child of an element.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// use tagged_pdf::reader::Child;
///
/// let structure = file.structure()?;
/// let link = structure.elements().find(|element| element.role == "Link").unwrap();
/// assert!(link.children.iter().any(|child| matches!(child, Child::Content(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    /// An element.
    Element(Box<Element>),
    /// Drawn content.
    Content(Content),
    /// The area of a link.
    Link(LinkView),
}

/// Drawn content: part of a line, or a picture.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// use tagged_pdf::reader::Child;
///
/// let structure = file.structure()?;
/// let heading = structure.elements().find(|element| element.role == "H1").unwrap();
/// let Child::Content(content) = &heading.children[0] else { panic!("a heading has text") };
/// assert_eq!((content.page, content.text.as_str()), (1, "Lighthouses"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The page, counted from one.
    pub page: usize,
    /// The text in reading order, exactly as it was set, with a soft hyphen where a word is divided at a line's end.
    pub text: String,
    /// The names of the pictures it contains.
    pub images: Vec<String>,
}

impl Structure {
    /// Returns all elements, each before its descendants.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.root.elements()
    }

    /// Returns the words of the document in reading order, one piece per line.
    ///
    /// These are the words that are drawn, without artifacts and without what only assistive technology reads; lines are joined and soft
    /// hyphens removed.
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
                    // Text read as something else was set in pieces, such as a day above its month.
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
    /// Returns this element and its descendants, each before its own descendants.
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

    /// Whether it is part of a line, such as a link, rather than a piece of its own.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        INLINE.contains(&self.role.as_str())
    }

    /// Returns the drawn content of the element and its descendants, in reading order.
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

    /// Returns the text of its contents as it was set.
    #[must_use]
    pub fn text(&self) -> String {
        self.contents().map(|content| content.text.as_str()).collect()
    }
}
