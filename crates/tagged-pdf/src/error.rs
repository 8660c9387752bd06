//! Errors, and where they occur.

use std::fmt;

use crate::font::FontError;
use crate::tree::Location;

/// The reason why a file cannot be written.
///
/// ```
/// use tagged_pdf::{Error, LanguageTag, Metadata, PdfBuilder, StructureTree, Timestamp};
///
/// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// let metadata = Metadata::new("Empty", LanguageTag::new("en")?, issued)?;
/// let error = PdfBuilder::new(metadata, StructureTree::new()).finish().unwrap_err();
/// assert!(matches!(error, Error::NoPages));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The structure tree breaks rules of the standards.
    #[error(transparent)]
    Structure(#[from] Violations),
    /// Something could not be drawn.
    #[error(transparent)]
    Drawing(#[from] DrawError),
    /// A font cannot be embedded.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The document has no pages.
    #[error("the document has no page, and a file needs one")]
    NoPages,
    /// The size of a page is not between 3 and 14,400 points (ISO 32000-1, annex C.2).
    #[error("a page of {width} by {height} points: both must be from 3 to 14400")]
    PageSize {
        /// The width, in points.
        width: f32,
        /// The height, in points.
        height: f32,
    },
    /// Two attachments have the same name.
    #[error("two attachments are named `{name}`: give each its own name")]
    DuplicateAttachment {
        /// The name.
        name: String,
    },
    /// An attachment has no name or an invalid media type (RFC 6838, 4.2).
    #[error("the attachment `{name}` {fault}")]
    Attachment {
        /// The name.
        name: String,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// A text has more than 32,767 bytes (ISO 19005-3, 6.1.13), about 16,000 characters.
    #[error("{what} is longer than 32767 bytes, and no text in a file may be")]
    TooLong {
        /// The text concerned.
        what: &'static str,
    },
    /// A bookmark, a link or a page label points past the end of the document.
    #[error("{what} points to page {page}, and the document has {pages}")]
    NoSuchPage {
        /// The kind of thing that points there.
        what: &'static str,
        /// The page, counted from one.
        page: usize,
        /// The number of pages.
        pages: usize,
    },
    /// A bookmark points to an element that is not drawn.
    #[error("the bookmark `{title}` points to an element that is not drawn on any page")]
    BookmarkTarget {
        /// The title of the bookmark.
        title: String,
    },
    /// printpdf reported an error.
    #[error("printpdf could not write the pages: {0}")]
    Printpdf(String),
}

/// All rules that a structure tree breaks; at least one.
///
/// ```
/// use tagged_pdf::{Location, StructureTree, Element, Tag};
///
/// let mut tree = StructureTree::new();
/// tree.element(tree.root(), Element::new(Tag::ListItem).location(Location(7)).may_be_empty());
/// let violations = tree.check().unwrap_err();
/// assert_eq!(violations.to_string(), "LI (location 7) is in Document, and belongs in L");
/// assert_eq!(violations.iter().next().and_then(|v| v.location), Some(Location(7)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// The violations, in the reading order of their elements.
    pub fn iter(&self) -> impl Iterator<Item = &Violation> {
        self.0.iter()
    }

    /// `Ok` if there are no violations.
    pub(crate) fn result(violations: Vec<Violation>) -> Result<(), Self> {
        if violations.is_empty() { Ok(()) } else { Err(Self(violations)) }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 20;
        for (i, violation) in self.0.iter().take(SHOWN).enumerate() {
            let separator = if i == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl std::error::Error for Violations {}

/// A rule broken by one element.
///
/// ```
/// use tagged_pdf::{Error, LanguageTag, Location, Metadata, PdfBuilder, Size, StructureTree, Tag, Timestamp, ViolationKind};
///
/// let mut tree = StructureTree::new();
/// tree.element(tree.root(), tagged_pdf::Element::new(Tag::Paragraph).location(Location(7)));
/// let metadata = Metadata::new("Blank", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// let mut pdf = PdfBuilder::new(metadata, tree);
/// pdf.page(Size::A4)?;
/// let Err(Error::Structure(violations)) = pdf.finish() else { panic!("the paragraph is empty") };
/// let violation = violations.iter().next().ok_or("there is one")?;
/// assert_eq!((violation.location, &violation.kind), (Some(Location(7)), &ViolationKind::Empty));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The structure type of the element, such as `TH`.
    pub element: &'static str,
    /// The caller's location of the element, or of its nearest ancestor that has one.
    pub location: Option<Location>,
    /// The rule.
    pub kind: ViolationKind,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.location {
            Some(Location(number)) => {
                write!(f, "{} (location {number}) {}", self.element, self.kind)
            }
            None => write!(f, "{} {}", self.element, self.kind),
        }
    }
}

/// The rules that an element can break.
///
/// ```
/// use tagged_pdf::ViolationKind;
///
/// let kind = ViolationKind::SkippedLevel { previous: "H1" };
/// assert_eq!(kind.to_string(), "follows H1: no level of headings may be skipped");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ViolationKind {
    /// An element has a parent that its type may not have (ISO 32000-1, 14.8.4; PDF/UA-1 7.5, 7.6).
    #[error("is in {parent}, and belongs in {allowed}")]
    Parent {
        /// The structure type of the parent.
        parent: &'static str,
        /// The types allowed as parents.
        allowed: String,
    },
    /// An element has a parent that holds only other types (ISO 32000-1, 14.8.4; PDF/UA-1 7.5, 7.6).
    #[error("is in {parent}, which holds only {allowed}")]
    Child {
        /// The structure type of the parent.
        parent: &'static str,
        /// The types that the parent may hold.
        allowed: String,
    },
    /// A block is within a line of text.
    #[error("is a block in {parent}, which holds text")]
    BlockInLine {
        /// The element that holds the text.
        parent: &'static str,
    },
    /// A part of a line of text is in an element that only groups others.
    #[error("is part of a line of text, and {parent} only groups other elements")]
    LineInGroup {
        /// The grouping element.
        parent: &'static str,
    },
    /// Text is drawn directly in an element that only groups others.
    #[error("has content of its own, and may only group other elements")]
    ContentInGroup,
    /// The first heading is not an `H1`, or a later one is (PDF/UA-1 7.4.2).
    #[error("is not the title: the first heading, and only it, is H1")]
    Title,
    /// A heading level is skipped (PDF/UA-1 7.4.2).
    #[error("follows {previous}: no level of headings may be skipped")]
    SkippedLevel {
        /// The previous heading.
        previous: &'static str,
    },
    /// A content slot is not drawn on any page.
    #[error("has content that is not drawn on any page")]
    NotDrawn,
    /// An element is empty without being marked as intentionally empty.
    #[error("is empty: draw something in it, leave it out, or mark it as meant to be empty")]
    Empty,
    /// A link has no annotation (PDF/UA-1 7.18.5).
    #[error("is a link that leads nowhere: no page gives it an area and a target")]
    NoAnnotation,
    /// A link leads to an element that is not drawn.
    #[error("leads to an element that is not drawn on any page")]
    TargetNotDrawn,
    /// A row is not as wide as the first one (PDF/UA-1 7.5).
    #[error("has a row {row} of {columns} columns, and the first has {expected}")]
    Irregular {
        /// The row, counted from one.
        row: usize,
        /// The number of columns covered by its cells.
        columns: usize,
        /// The number of columns covered by the first row.
        expected: usize,
    },
    /// A cell covers no column or no row, or rows that the table does not have, or a place that another cell covers.
    #[error("has a cell in row {row} that covers no place, one outside the table, or another cell's")]
    CellSpan {
        /// The row, counted from one.
        row: usize,
    },
    /// An attribute has more than 32,767 bytes (ISO 19005-3, 6.1.13), about 16,000 characters.
    #[error("has {what} of more than 32767 bytes, and no text in a file may be so long")]
    TooLong {
        /// The attribute concerned.
        what: &'static str,
    },
    /// `/Headers` names an element that is not a header cell of the same table.
    #[error("names a header that is not a header cell of its table")]
    Headers,
    /// There is more than one caption, or one that is neither the first nor the last child (in a list: not the first).
    #[error("has more than one caption, or one that is neither first nor last (in a list, not first)")]
    Caption,
    /// A table has a header or footer but no body.
    #[error("has a header or a footer, and no TBody")]
    NoBody,
    /// A table has more than one header or footer.
    #[error("has more than one {part}")]
    Repeated {
        /// `THead` or `TFoot`.
        part: &'static str,
    },
    /// Items of a list have labels although its numbering says they have none (ISO 32000-1, table 347).
    #[error("has labels, and its numbering says that there are none")]
    LabelsWithoutNumbering,
}

/// Something that cannot be drawn, and where.
///
/// ```
/// use tagged_pdf::{ArtifactKind, Color, Error, LanguageTag, Metadata, PdfBuilder, Rect, Size, StructureTree, Timestamp};
///
/// let metadata = Metadata::new("A rule", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
/// let mut page = pdf.page(Size::A4)?;
/// let drawn = page.artifact(ArtifactKind::Layout, |canvas| {
///     canvas.fill_rect(Rect::new(f32::NAN, 72.0, 100.0, 1.0), Color::BLACK);
/// });
/// let Err(Error::Drawing(error)) = drawn else { panic!("that is no place") };
/// assert_eq!(error.page, 1);
/// assert!(pdf.finish().is_err(), "a file with a hole in it is never finished");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct DrawError {
    /// The page, counted from one.
    pub page: usize,
    /// The caller's location of the element that was being drawn, if any.
    pub location: Option<Location>,
    /// What is wrong.
    pub kind: DrawErrorKind,
}

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page {}: ", self.page)?;
        if let Some(Location(number)) = self.location {
            write!(f, "location {number}: ")?;
        }
        self.kind.fmt(f)
    }
}

impl std::error::Error for DrawError {}

/// The reason why something cannot be drawn.
///
/// ```
/// use tagged_pdf::DrawErrorKind;
///
/// let kind = DrawErrorKind::TooSmall { what: "the font size", value: 0.0 };
/// assert_eq!(kind.to_string(), "the font size is 0, which is too small");
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DrawErrorKind {
    /// A number is infinite or NaN.
    #[error("{0} is not a finite number")]
    NotFinite(&'static str),
    /// A length is negative or, for a font size, zero.
    #[error("{what} is {value}, which is too small")]
    TooSmall {
        /// The length concerned.
        what: &'static str,
        /// Its value.
        value: f32,
    },
    /// The font has no glyph for a text: it was given glyph 0 (PDF/UA-1 7.21.8).
    #[error("the font {font} has no glyph for `{text}`")]
    MissingGlyph {
        /// The font's name.
        font: String,
        /// The text that has no glyph.
        text: String,
    },
    /// The font does not have the glyph.
    #[error("the font {font} has no glyph {glyph}")]
    NoSuchGlyph {
        /// The font's name.
        font: String,
        /// The number of the glyph.
        glyph: u16,
    },
    /// The range of a glyph does not consist of whole characters of its text.
    #[error("a glyph stands for bytes {start} to {end}, which are not whole characters of its text")]
    TextRange {
        /// The start of the range, in bytes.
        start: usize,
        /// The end of the range, in bytes.
        end: usize,
    },
    /// Glyphs together stand for more text than readers accept.
    #[error("glyphs together stand for {0} bytes of text, and may for 10000 at most: give each its own range")]
    LongCluster(usize),
    /// Clips are nested too deeply: files may save the graphics state 28 times (ISO 19005-3, 6.1.13), of which pictures need two.
    #[error("clips are nested more than 24 deep")]
    DeepClip,
    /// A character has no meaning outside the document: it is for private use, or not a character (PDF/UA-1 7.21.7, ISO 19005-3 6.2.11.7).
    #[error("U+{0:04X} means nothing outside this document: give the glyph a public text")]
    NoMeaning(u32),
    /// A font, picture or slot belongs to another document.
    #[error("this document has no such {0}")]
    Unknown(&'static str),
    /// An annotation was requested for an element that is not a link.
    #[error("{0} is not a link, and only a link can have an area that leads somewhere")]
    NotALink(&'static str),
    /// A link has no area.
    #[error("the link has no area on the page")]
    NoArea,
    /// A web address is blank.
    #[error("the address of the link is blank")]
    BlankAddress,
}
