//! Pages, with everything on them in its final position.
//!
//! Lengths are PDF points (1/72 inch); the origin is the top left corner of the page, and y grows downwards.

use std::sync::Arc;

use briefing_document::{DocumentInfo, NodeId, SlotId, TagTree};
use briefing_model::{Colour, Digest, Language, Media, Orientation, Origin};

use crate::text::{FontBook, Run};

/// A document after layout: the position and meaning of every piece.
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::compose;
/// use briefing_layout::{layout, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A [visit](https://www.un.org).'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let paged = layout(&document, &Arc::new(FontBook::builtin()));
/// assert_eq!(paged.pages.len(), 1);
/// assert!(paged.missing.is_empty(), "there is a glyph for every character");
/// assert!(paged.outline.iter().any(|bookmark| bookmark.title == "Leadership"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct PagedDocument {
    /// The language of the text.
    pub language: Language,
    /// The file's metadata, as shown by a viewer.
    pub info: DocumentInfo,
    /// The meaning of everything drawn, in reading order.
    pub tree: TagTree,
    /// The pages.
    pub pages: Vec<Page>,
    /// The bookmarks.
    pub outline: Vec<OutlineItem>,
    /// The targets of links within the document.
    pub destinations: Vec<Destination>,
    /// The fonts to which the runs refer.
    pub fonts: Arc<FontBook>,
    /// Characters that are in no font, each drawn as a box; listed once for each text that contains them.
    pub missing: Vec<Missing>,
}

/// A character that is in no font.
///
/// ```
/// use briefing_layout::Missing;
///
/// let missing = Missing { character: '\u{1F30D}', place: "votan".to_owned(), origin: Default::default() };
/// assert!(!missing.origin.is_known());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The id of the item that contains it, or the name of the section; `running` if it is in the running heads and feet.
    pub place: String,
    /// Where the text that contains it was written, as far as the document knows.
    pub origin: Origin,
}

/// A page.
///
/// ```
/// use briefing_layout::Page;
///
/// let blank = Page { width: 595.28, height: 841.89, ..Page::default() };
/// assert!(blank.items.is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// The items drawn on it, in painting order, with content in reading order.
    pub items: Vec<PageItem>,
    /// The areas of links.
    pub links: Vec<LinkArea>,
    /// The columns and full-width areas in which content was placed, for checks of how they are filled.
    pub frames: Vec<Frame>,
}

/// Something drawn on a page.
///
/// Everything on a page is either content, with its place in the document, or an artifact:
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::compose;
/// use briefing_layout::{PageItem, Role, layout, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A [visit](https://www.un.org).'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let paged = layout(&document, &Arc::new(FontBook::builtin()));
/// let words = document.words();
/// for PageItem { role, .. } in &paged.pages[0].items {
///     if let Role::Content(slot) = role {
///         assert!((slot.number() as usize) < words.len());
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct PageItem {
    /// The role for readers who cannot see the page.
    pub role: Role,
    /// The mark itself.
    pub mark: Mark,
}

/// The role of a drawn item for readers who cannot see the page.
///
/// ```
/// use briefing_layout::Role;
///
/// assert_ne!(Role::Decoration, Role::Running);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Content at this slot of the tag tree.
    Content(SlotId),
    /// Decoration: rules, fills, connectors.
    Decoration,
    /// An element that recurs from page to page: running heads, page numbers, repeated table headers.
    Running,
}

/// A mark on the page.
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::compose;
/// use briefing_layout::{Mark, layout, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A [visit](https://www.un.org).'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let paged = layout(&document, &Arc::new(FontBook::builtin()));
/// let pictures = paged.pages[0].items.iter().filter(|item| matches!(item.mark, Mark::Picture { .. }));
/// assert_eq!(pictures.count(), 0);
/// let lowest = paged.pages[0].items.iter().filter_map(|item| match &item.mark {
///     Mark::Glyphs { y, .. } => Some(*y),
///     Mark::Shape(_) | Mark::Picture { .. } => None,
/// });
/// assert!(lowest.fold(0.0, f32::max) < paged.pages[0].height);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub enum Mark {
    /// A run of glyphs whose origin (the left end of its baseline) is at `x`, `y`; the run's own `x` is ignored.
    Glyphs {
        /// The left end of the baseline.
        x: f32,
        /// The vertical position of the baseline.
        y: f32,
        /// The run.
        run: Run,
    },
    /// A shape.
    Shape(Shape),
    /// A picture that fills a rectangle after it is rotated upright.
    Picture {
        /// The rectangle.
        area: Rect,
        /// The digest of the picture's bytes.
        digest: Digest,
        /// The format of the bytes.
        media: Media,
        /// How to rotate the picture so that it is upright.
        orientation: Orientation,
    },
}

/// A filled or stroked shape.
///
/// ```
/// use briefing_layout::{Contour, Rect, Shape};
///
/// let rule = Shape {
///     path: Contour::Rect(Rect::new(45.0, 60.0, 505.0, 0.6), 0.0),
///     fill: Some("#009EDB".parse()?),
///     stroke: None,
///     clip: None,
/// };
/// assert!(rule.stroke.is_none());
/// # Ok::<(), briefing_model::InvalidColour>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its outline.
    pub path: Contour,
    /// The fill colour.
    pub fill: Option<Colour>,
    /// The stroke.
    pub stroke: Option<Stroke>,
    /// The rectangle to which the shape is clipped.
    pub clip: Option<Rect>,
}

impl Shape {
    /// A rectangle in one colour.
    pub(crate) fn filled(area: Rect, colour: Colour) -> Self {
        Self { path: Contour::Rect(area, 0.0), fill: Some(colour), stroke: None, clip: None }
    }

    /// A rectangle with rounded corners in one colour.
    pub(crate) fn rounded(area: Rect, radius: f32, colour: Colour) -> Self {
        Self { path: Contour::Rect(area, radius), fill: Some(colour), stroke: None, clip: None }
    }

    /// A line through points.
    pub(crate) fn line(points: Vec<(f32, f32)>, colour: Colour, width: f32) -> Self {
        let stroke = Stroke { colour, width, dash: None };
        Self { path: Contour::Lines(points, false), fill: None, stroke: Some(stroke), clip: None }
    }

    pub(crate) fn shifted(mut self, dx: f32, dy: f32) -> Self {
        self.path = match self.path {
            Contour::Rect(area, radius) => Contour::Rect(area.shifted(dx, dy), radius),
            Contour::Ellipse(area) => Contour::Ellipse(area.shifted(dx, dy)),
            Contour::Lines(points, closed) => {
                Contour::Lines(points.into_iter().map(|(x, y)| (x + dx, y + dy)).collect(), closed)
            }
        };
        self.clip = self.clip.map(|clip| clip.shifted(dx, dy));
        self
    }

    pub(crate) fn mirrored(mut self, page_width: f32) -> Self {
        self.path = match self.path {
            Contour::Rect(area, radius) => Contour::Rect(area.mirrored(page_width), radius),
            Contour::Ellipse(area) => Contour::Ellipse(area.mirrored(page_width)),
            Contour::Lines(points, closed) => {
                Contour::Lines(points.into_iter().map(|(x, y)| (page_width - x, y)).collect(), closed)
            }
        };
        self.clip = self.clip.map(|clip| clip.mirrored(page_width));
        self
    }
}

/// How a line is stroked.
///
/// ```
/// use briefing_layout::Stroke;
///
/// let dashed = Stroke { colour: "#009EDB".parse()?, width: 0.8, dash: Some((2.4, 2.0)) };
/// assert!(dashed.dash.is_some());
/// # Ok::<(), briefing_model::InvalidColour>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width in points.
    pub width: f32,
    /// The lengths of dashes and gaps, if the line is dashed.
    pub dash: Option<(f32, f32)>,
}

/// An outline.
///
/// ```
/// use briefing_layout::{Contour, Rect};
///
/// let globe = Contour::Ellipse(Rect::new(0.0, 0.0, 100.0, 100.0));
/// assert_ne!(globe, Contour::Lines(vec![(0.0, 0.0), (100.0, 100.0)], false));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Contour {
    /// A rectangle, and the radius of its corners.
    Rect(Rect, f32),
    /// Straight lines from point to point, and whether they are closed.
    Lines(Vec<(f32, f32)>, bool),
    /// An ellipse inscribed in a rectangle.
    Ellipse(Rect),
}

/// A rectangle.
///
/// ```
/// use briefing_layout::Rect;
///
/// let column = Rect { x: 36.0, y: 66.0, width: 252.0, height: 700.0 };
/// assert_eq!(column, Rect::new(36.0, 66.0, 252.0, 700.0));
/// assert_eq!((column.right(), column.bottom()), (288.0, 766.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its left edge.
    pub x: f32,
    /// Its top edge.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

impl Rect {
    /// Creates a rectangle from its top left corner and its size.
    ///
    /// ```
    /// use briefing_layout::Rect;
    ///
    /// assert_eq!(Rect::new(10.0, 20.0, 30.0, 40.0).right(), 40.0);
    /// ```
    #[must_use]
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Its right edge.
    ///
    /// ```
    /// assert_eq!(briefing_layout::Rect::new(45.0, 0.0, 100.0, 9.0).right(), 145.0);
    /// ```
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Its bottom edge.
    ///
    /// ```
    /// assert_eq!(briefing_layout::Rect::new(45.0, 60.0, 100.0, 9.0).bottom(), 69.0);
    /// ```
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub(crate) fn shifted(self, dx: f32, dy: f32) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// The smallest rectangle that contains both.
    ///
    /// ```
    /// use briefing_layout::Rect;
    ///
    /// let both = Rect::new(0.0, 0.0, 10.0, 5.0).around(&Rect::new(20.0, 1.0, 10.0, 6.0));
    /// assert_eq!(both, Rect::new(0.0, 0.0, 30.0, 7.0));
    /// ```
    #[must_use]
    pub fn around(self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self::new(x, y, right - x, bottom - y)
    }

    /// The rectangle mirrored at the vertical centre line of the page.
    pub(crate) fn mirrored(self, page_width: f32) -> Self {
        Self { x: page_width - self.x - self.width, ..self }
    }
}

/// The area of a link.
///
/// ```
/// use std::sync::Arc;
///
/// use briefing_document::{LinkTarget, Tag, compose};
/// use briefing_layout::{layout, text::FontBook};
/// use briefing_model::Language;
///
/// # let item = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A [visit](https://www.un.org).'\n";
/// # let files = briefing_office::Memory::new()
/// #     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
/// #     .with("2025-04/briefing.toml", item);
/// # let month = briefing_office::read_month(&files, "2025-04".parse()?).into_result()?;
/// let document = compose(&month.briefing, Language::En)?.document;
/// let paged = layout(&document, &Arc::new(FontBook::builtin()));
/// let link = &paged.pages[0].links[0];
/// let node = paged.tree.get(link.node).ok_or("it is in the tree")?;
/// assert_eq!(node.tag, Tag::Link(LinkTarget::Address("https://www.un.org".to_owned())));
/// assert!(link.area.width > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LinkArea {
    /// The link or reference in the tag tree.
    pub node: NodeId,
    /// The area.
    pub area: Rect,
}

/// A bookmark.
///
/// ```
/// use briefing_layout::OutlineItem;
///
/// let bookmark = OutlineItem { title: "Highlights".to_owned(), level: 2, page: 0, y: 66.0 };
/// assert_eq!(bookmark.level, 2);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineItem {
    /// The words of the bookmark.
    pub title: String,
    /// The level, counted from 1.
    pub level: u8,
    /// The target page, counted from zero.
    pub page: usize,
    /// The distance of the target from the top of that page, in points.
    pub y: f32,
}

/// A target of links within the document.
///
/// ```
/// use briefing_layout::Destination;
///
/// let note = Destination { name: "note-1".to_owned(), page: 3, y: 500.0 };
/// assert_eq!(note.page, 3);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// The name: the id of a note.
    pub name: String,
    /// The page, counted from zero.
    pub page: usize,
    /// The distance from the top of that page, in points.
    pub y: f32,
}

/// A column or full-width area in which content was placed.
///
/// ```
/// use briefing_layout::{Frame, Rect};
///
/// let frame = Frame { area: Rect::new(45.0, 66.0, 241.0, 720.0), filled: 770.0, next: 40.0, last: false };
/// assert!(frame.filled < frame.area.bottom());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The area, down to the lowest place content could have reached.
    pub area: Rect,
    /// The vertical position down to which content reached.
    pub filled: f32,
    /// The height of the following piece, which did not fit or was kept whole for the next column; zero at the end of a flow.
    pub next: f32,
    /// Whether the flow ends here, so that the frame was balanced with its neighbour rather than filled.
    pub last: bool,
}
