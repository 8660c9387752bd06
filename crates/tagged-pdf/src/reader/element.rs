//! What a document says, in the order in which it is read.

use super::pages::LinkView;

/// Elements that are part of a line.
const INLINE: [&str; 8] = ["Link", "Reference", "Span", "Em", "Strong", "Quote", "Code", "Lbl"];

/// What a file says, as a tree of elements in reading order.
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
    /// The element that all others are in: `Document`.
    pub root: Element,
    /// The text of the artifacts of each page: running heads and feet, a table's header printed again.
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
    /// Something that is drawn.
    Content(Content),
    /// An area that leads elsewhere.
    Link(LinkView),
}

/// Something that is drawn: part of a line, or a picture.
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
