//! Pages, on which content slots and artifacts become marked-content sequences.

use std::ops::Range;

use crate::builder::PdfBuilder;
use crate::canvas::{Canvas, ContentStream, GraphicsState};
use crate::error::{DrawError, DrawErrorKind};
use crate::geometry::{Rect, Size};
use crate::syntax::ObjectWriter;
use crate::text::{AltText, is_blank};
use crate::tree::{ContentId, ElementId, Tag, index};

/// The reason why marks are not content (ISO 32000-1, 14.8.2.2).
///
/// ```
/// use tagged_pdf::ArtifactKind;
///
/// assert_ne!(ArtifactKind::Header, ArtifactKind::Layout);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArtifactKind {
    /// A running head, repeated from page to page.
    Header,
    /// A running foot, with the page number.
    Footer,
    /// Other effects of pagination, such as a repeated table header.
    Pagination,
    /// Rules, bars and frames.
    Layout,
    /// Anything behind everything else.
    Background,
}

impl ArtifactKind {
    fn write(self, properties: &mut ObjectWriter) {
        let (kind, subtype) = match self {
            Self::Header => ("Pagination", Some("Header")),
            Self::Footer => ("Pagination", Some("Footer")),
            Self::Pagination => ("Pagination", None),
            Self::Layout => ("Layout", None),
            Self::Background => ("Background", None),
        };
        if let Some(subtype) = subtype {
            properties.raw("/Subtype/").raw(subtype);
        }
        properties.raw("/Type/").raw(kind);
    }
}

/// A place in the document.
///
/// ```
/// use tagged_pdf::Destination;
///
/// let second_page = Destination::Page { number: 2, top: 0.0 };
/// # let _ = second_page;
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Destination {
    /// The beginning of an element, wherever it is drawn.
    Element(ElementId),
    /// A height on a page.
    Page {
        /// The page, counted from one.
        number: usize,
        /// The distance from the top of the page, in points.
        top: f32,
    },
}

/// The target of a link.
///
/// ```
/// use tagged_pdf::Target;
///
/// let target = Target::Uri("https://www.un.org/counterterrorism/".into());
/// # let _ = target;
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A web or email address. Characters not allowed in an address are percent-encoded; existing percent-encoding is kept.
    Uri(String),
    /// A place in this document.
    Destination(Destination),
}

impl From<Destination> for Target {
    fn from(destination: Destination) -> Self {
        Self::Destination(destination)
    }
}

impl From<ElementId> for Target {
    fn from(element: ElementId) -> Self {
        Self::Destination(Destination::Element(element))
    }
}

impl From<ElementId> for Destination {
    fn from(element: ElementId) -> Self {
        Self::Element(element)
    }
}

/// The first identifier of a page's marked-content sequences, given the end of those of the previous page.
///
/// Identifiers need only be unique within their page, but some programs look them up in the whole document. They are unique there up to a
/// limit: the parent tree has an entry for each lower number on each page, and in a long document such entries would make up most of the
/// file.
pub(crate) const fn first_identifier(after: u32) -> u32 {
    const UNIQUE_BELOW: u32 = 4096;
    if after < UNIQUE_BELOW { after } else { 0 }
}

/// A page as stored by the builder.
#[derive(Debug)]
pub(crate) struct PageData {
    pub(crate) size: Size,
    pub(crate) content: ContentStream,
    state: GraphicsState,
    /// The identifiers of its marked-content sequences.
    pub(crate) sequences: Range<u32>,
    pub(crate) links: Vec<LinkData>,
    pub(crate) translucent: bool,
}

impl PageData {
    /// Creates a page after another, if there is one.
    pub(crate) fn new(size: Size, before: Option<&Self>) -> Self {
        let first = before.map_or(0, |page| first_identifier(page.sequences.end));
        Self {
            size,
            content: before.map(|page| ContentStream::like(&page.content)).unwrap_or_default(),
            state: GraphicsState::default(),
            sequences: first..first,
            links: Vec::new(),
            translucent: false,
        }
    }
}

/// A marked-content sequence of a content slot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sequence {
    pub(crate) slot: ContentId,
    /// The page, counted from zero.
    pub(crate) page: u32,
    /// Its identifier on that page.
    pub(crate) mcid: u32,
    /// The rectangle around its marks.
    pub(crate) ink: Option<Rect>,
}

#[derive(Debug, Clone)]
pub(crate) struct LinkData {
    pub(crate) element: ElementId,
    pub(crate) areas: Vec<Rect>,
    pub(crate) target: Target,
    pub(crate) contents: AltText,
}

/// A page being drawn, after those before it.
///
/// ```
/// use tagged_pdf::{ArtifactKind, Color, Error, PageBuilder, Rect};
///
/// fn rule(page: &mut PageBuilder<'_>) -> Result<(), Error> {
///     page.artifact(ArtifactKind::Layout, |canvas| {
///         canvas.fill_rect(Rect::new(36.0, 60.0, 523.0, 0.75), Color::BLACK);
///     })
/// }
/// ```
///
/// A heading that links to something:
///
/// ```
/// # use tagged_pdf::{HeadingLevel, LanguageTag, Metadata, PdfBuilder, Size, StructureTree, Tag, Timestamp};
/// # use tagged_pdf::{Color, Glyph, GlyphRun, Point};
/// use tagged_pdf::{AltText, Rect, Target};
///
/// # let mut tree = StructureTree::new();
/// # let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
/// # let link = tree.element(heading, Tag::Link);
/// # let words = tree.content(link);
/// # let metadata = Metadata::new("Figures", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// # let mut pdf = PdfBuilder::new(metadata, tree);
/// # let font = pdf.add_font(briefing_fonts::faces()[0].data, 0)?;
/// # let glyphs = [Glyph { id: 40, x: 0.0, y: 0.0, text: 0.."Figures".len() }];
/// # let origin = Point::new(72.0, 90.0);
/// # let run = GlyphRun { font, size: 20.0, color: Color::BLACK, origin, glyphs: &glyphs, text: "Figures" };
/// let mut page = pdf.page(Size::A4)?;
/// assert_eq!(page.number(), 1);
/// page.content(words, |canvas| canvas.glyphs(&run))?;
/// let target = Target::Uri("https://example.org/figures".into());
/// page.link(link, &[Rect::new(72.0, 70.0, 80.0, 24.0)], target, &AltText::new("All figures")?)?;
/// # pdf.finish()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PageBuilder<'a> {
    builder: &'a mut PdfBuilder,
    index: usize,
}

impl<'a> PageBuilder<'a> {
    pub(crate) const fn new(builder: &'a mut PdfBuilder, index: usize) -> Self {
        Self { builder, index }
    }

    /// The number of the page, counted from one.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.index + 1
    }

    /// Draws the marks of a content slot as one marked-content sequence.
    ///
    /// A slot may be drawn more than once, on one page or several: a paragraph line by line, a line run by run. Its sequences are read in
    /// the order of these calls, wherever they are placed.
    ///
    /// # Errors
    ///
    /// Returns the first thing that could not be drawn. The file can then not be finished either.
    pub fn content(&mut self, slot: ContentId, draw: impl FnOnce(&mut Canvas<'_>)) -> Result<(), crate::Error> {
        let Some(owner) = self.builder.tree.owner(slot) else {
            return self.fault(None, DrawErrorKind::Unknown("content slot"));
        };
        let Some(page) = self.builder.pages.get_mut(self.index) else {
            return Ok(());
        };
        let mcid = page.sequences.end;
        page.sequences.end += 1;
        page.content.begin(self.builder.tree.tag(owner).name(), |s| _ = s.raw("/MCID").integer(mcid.into()));
        let (ink, fault) = self.sequence(false, draw);
        self.builder.sequences.push(Sequence { slot, page: index(self.index), mcid, ink });
        match fault {
            Some(fault) => self.fault(Some(owner), fault),
            None => Ok(()),
        }
    }

    /// Draws marks that are not part of the document's content.
    ///
    /// # Errors
    ///
    /// Returns the first thing that could not be drawn. The file can then not be finished either.
    pub fn artifact(&mut self, kind: ArtifactKind, draw: impl FnOnce(&mut Canvas<'_>)) -> Result<(), crate::Error> {
        if let Some(page) = self.builder.pages.get_mut(self.index) {
            page.content.begin("Artifact", |s| kind.write(s));
        }
        match self.sequence(true, draw).1 {
            Some(fault) => self.fault(None, fault),
            None => Ok(()),
        }
    }

    fn sequence(
        &mut self,
        is_artifact: bool,
        draw: impl FnOnce(&mut Canvas<'_>),
    ) -> (Option<Rect>, Option<DrawErrorKind>) {
        let Some(page) = self.builder.pages.get_mut(self.index) else {
            return (None, None);
        };
        let mut canvas = Canvas {
            fonts: &mut self.builder.fonts,
            images: &mut self.builder.images,
            content: &mut page.content,
            state: &mut page.state,
            scratch: &mut self.builder.scratch,
            page_height: page.size.height,
            is_artifact,
            clip: None,
            depth: 0,
            ink: None,
            translucent: false,
            fault: None,
        };
        draw(&mut canvas);
        let (ink, fault, translucent) = (canvas.ink, canvas.fault, canvas.translucent);
        page.translucent |= translucent;
        page.content.operator([], "EMC");
        (ink, fault)
    }

    /// Makes areas of the page active as part of a link element.
    ///
    /// A link broken over several lines has an area for each, and each area becomes an annotation; areas on different columns or pages may
    /// be given in several calls. `contents` describes the target of the link for readers who cannot see what is around it (PDF/UA-1
    /// 7.18.5).
    ///
    /// # Errors
    ///
    /// Fails if the element is not a link, if there is no area or one that is not finite, or if an address is blank. The file can then not
    /// be finished either.
    pub fn link(
        &mut self,
        link: ElementId,
        areas: &[Rect],
        target: impl Into<Target>,
        contents: &AltText,
    ) -> Result<(), crate::Error> {
        let target = target.into();
        if let Some(fault) = self.link_fault(link, areas, &target) {
            return self.fault(Some(link), fault);
        }
        if let Some(page) = self.builder.pages.get_mut(self.index) {
            let data = LinkData { element: link, areas: areas.to_vec(), target, contents: contents.clone() };
            page.links.push(data);
        }
        Ok(())
    }

    fn link_fault(&self, link: ElementId, areas: &[Rect], target: &Target) -> Option<DrawErrorKind> {
        let tree = &self.builder.tree;
        match tree.node(link).map(|node| &node.element.tag) {
            Some(Tag::Link) => {}
            Some(other) => return Some(DrawErrorKind::NotALink(other.name())),
            None => return Some(DrawErrorKind::Unknown("element")),
        }
        if areas.is_empty() {
            return Some(DrawErrorKind::NoArea);
        }
        if !areas.iter().all(Rect::is_finite) {
            return Some(DrawErrorKind::NotFinite("a side of a link's area"));
        }
        match target {
            Target::Uri(uri) if is_blank(uri) => Some(DrawErrorKind::BlankAddress),
            Target::Destination(Destination::Element(id)) if tree.node(*id).is_none() => {
                Some(DrawErrorKind::Unknown("element"))
            }
            Target::Destination(Destination::Page { top, .. }) if !top.is_finite() => {
                Some(DrawErrorKind::NotFinite("the height of a link's target"))
            }
            _ => None,
        }
    }

    /// Returns an error with its location, and keeps it: an incomplete file is never finished.
    fn fault(&mut self, element: Option<ElementId>, kind: DrawErrorKind) -> Result<(), crate::Error> {
        let location = element.and_then(|id| self.builder.tree.location(id));
        let error = DrawError { page: self.index + 1, location, kind };
        self.builder.fault.get_or_insert_with(|| error.clone());
        Err(error.into())
    }
}
