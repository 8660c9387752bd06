//! The pages of a file for a screen: what is drawn, and what each place on them means.

mod svg;

use briefing_document::{CaptionedPicture, Document, Element, NodeId, Tag, TagTree, Visitor, Words};
use briefing_layout::{Mark, Page, PagedDocument, Rect, Role};
use briefing_model::Origin;
use briefing_office::{FileSpan, locate};

use crate::edition::Pictures;

/// How far letters reach above and below their line, in ems: the height of a line's area.
const ABOVE_BELOW: (f32, f32) = (0.8, 0.25);

/// The layout of a file; its pages can be shown without reading the file again.
#[derive(Debug, Clone)]
pub(crate) struct LaidOut {
    pub(crate) document: Document,
    pub(crate) pages: PagedDocument,
    pub(crate) pictures: Pictures,
}

/// The pages of a file for a screen.
///
/// Always holds: the pages show what those of the file show, with the same outlines at the same places; the pieces are in reading
/// order, like the file's tags.
///
/// ```
/// use briefing::{Folder, Language, Memory};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A **great** storm.'\n";
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///         .with("2024-02/briefing.toml", item),
/// );
/// let preview = folder.proof("2024-02".parse()?, Language::En)?.preview();
/// assert!(preview.pages[0].svg.starts_with("<svg "));
/// let storm = preview.pieces.iter().find(|piece| piece.item.as_deref() == Some("storm") && piece.text.contains("great"));
/// let storm = storm.unwrap();
/// assert_eq!(storm.text, "A great storm.");
/// assert_eq!(storm.tags.last(), Some(&"P"));
/// assert_eq!(storm.place.as_ref().unwrap().to_string(), "2024-02/briefing.toml:5:8");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Preview {
    /// The pages.
    pub pages: Vec<PreviewPage>,
    /// What is read aloud, in reading order.
    pub pieces: Vec<PreviewPiece>,
}

/// A page for a screen.
///
/// ```
/// use briefing::{Folder, Language, Memory};
///
/// # let item = "[[item]]\nid = 'a'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// # let folder = Folder::new(
/// #     Memory::new()
/// #         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
/// #         .with("2024-02/briefing.toml", item),
/// # );
/// let preview = folder.proof("2024-02".parse()?, Language::En)?.preview();
/// let page = &preview.pages[0];
/// assert!(page.areas.iter().all(|area| area.area.bottom() <= page.height && area.piece < preview.pieces.len()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PreviewPage {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// The page as a self-contained SVG image: letters are outlines, and pictures are embedded.
    pub svg: String,
    /// The areas of its pieces.
    pub areas: Vec<PreviewArea>,
}

/// The area of a line of a piece, or of a picture.
///
/// ```
/// use briefing::preview::PreviewArea;
///
/// let area = PreviewArea { piece: 3, area: briefing::layout::Rect::new(36.0, 66.0, 252.0, 12.0) };
/// assert_eq!(area.area.bottom(), 78.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PreviewArea {
    /// The piece, by its number in [`Preview::pieces`].
    pub piece: usize,
    /// Its position and size on the page, in points from the top left corner.
    pub area: Rect,
}

/// A paragraph, a heading, a cell, a picture: the smallest thing with a tag that is not part of a line.
///
/// What is read aloud, with its level:
///
/// ```
/// use briefing::preview::PreviewPiece;
///
/// let mut piece = PreviewPiece::default();
/// piece.tags = vec!["Sect", "H2"];
/// piece.text = "Highlights".to_owned();
/// let level = piece.tags.last().and_then(|tag| tag.strip_prefix('H'));
/// assert_eq!(level, Some("2"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct PreviewPiece {
    /// Its tag and those around it, as PDF names them, from the outermost below the document inwards.
    pub tags: Vec<&'static str>,
    /// Its text; for a picture, its alternative text.
    pub text: String,
    /// Its language, if it is not the document's.
    pub language: Option<String>,
    /// The item that it belongs to.
    pub item: Option<String>,
    /// Where its text was written, if that is known.
    pub place: Option<FileSpan>,
    /// Whether what is read differs from what is drawn, such as a day above its month.
    spoken: bool,
}

impl LaidOut {
    pub(crate) fn preview(&self) -> Preview {
        let tree = &self.pages.tree;
        let mut origins = Origins::default();
        self.document.visit(&mut origins);
        // The piece of each slot; slots are in reading order.
        let mut pieces: Vec<(NodeId, PreviewPiece)> = Vec::new();
        let mut of_slot = Vec::new();
        for (slot, origin) in (0..).zip(&origins.0) {
            let owner = tree.owner(briefing_document::SlotId::from_number(slot)).unwrap_or(TagTree::ROOT);
            let block = block(tree, owner);
            let number = pieces.iter().rposition(|(node, _)| *node == block).unwrap_or_else(|| {
                pieces.push((block, piece(tree, block)));
                pieces.len() - 1
            });
            if let Some((_, piece)) = pieces.get_mut(number) {
                piece.place = piece.place.take().or_else(|| locate(origin, None));
                of_slot.push(number);
            }
        }
        let mut outlines = svg::Outlines::new(&self.pages);
        let mut pages = Vec::new();
        for page in &self.pages.pages {
            let mut areas = Vec::new();
            for item in &page.items {
                let Role::Content(slot) = item.role else { continue };
                let Some(&number) = of_slot.get(slot.number() as usize) else { continue };
                let Some((_, piece)) = pieces.get_mut(number) else { continue };
                if let Mark::Glyphs { run, .. } = &item.mark
                    && !piece.spoken
                {
                    piece.text.extend(run.text.chars().filter(|c| *c != '\u{ad}'));
                }
                if let Some(area) = area(&item.mark) {
                    add(&mut areas, number, area);
                }
            }
            pages.push((page, areas));
        }
        let pages = pages.into_iter().map(|(page, areas)| self.page(page, areas, &mut outlines)).collect();
        let mut pieces: Vec<PreviewPiece> = pieces.into_iter().map(|(_, piece)| piece).collect();
        for piece in &mut pieces {
            piece.text = piece.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Preview { pages, pieces }
    }

    fn page(&self, page: &Page, areas: Vec<PreviewArea>, outlines: &mut svg::Outlines<'_>) -> PreviewPage {
        let svg = svg::draw(page, outlines, &self.pictures);
        PreviewPage { width: page.width, height: page.height, svg, areas }
    }
}

/// The nearest node around another that is not part of a line.
fn block(tree: &TagTree, mut node: NodeId) -> NodeId {
    while let Some(known) = tree.get(node)
        && matches!(known.tag, Tag::Strong | Tag::Emphasis | Tag::Span | Tag::Link(_) | Tag::Reference)
        && let Some(parent) = known.parent
    {
        node = parent;
    }
    node
}

/// A piece for a node and those around it, still without words.
fn piece(tree: &TagTree, node: NodeId) -> PreviewPiece {
    let mut piece = PreviewPiece::default();
    let mut next = Some(node);
    while let Some(known) = next.and_then(|node| tree.get(node)) {
        if known.tag != Tag::Document {
            piece.tags.push(name(&known.tag));
        }
        piece.item = piece.item.or_else(|| known.item.clone());
        piece.language = piece.language.or_else(|| known.language.as_ref().map(ToString::to_string));
        next = known.parent;
    }
    if let Some(known) = tree.get(node) {
        if let Tag::Figure { alt } = &known.tag {
            piece.text.push_str(alt);
        }
        if let Some(spoken) = &known.actual_text {
            piece.text.push_str(spoken);
            piece.spoken = true;
        }
    }
    piece.tags.reverse();
    piece
}

/// A tag as PDF names it.
const fn name(tag: &Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Section => "Sect",
        Tag::Article => "Art",
        Tag::Heading(1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(_) => "H6",
        Tag::Paragraph => "P",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table { .. } => "Table",
        Tag::TableHead => "THead",
        Tag::TableBody => "TBody",
        Tag::TableFoot => "TFoot",
        Tag::Row => "TR",
        Tag::HeaderCell { .. } => "TH",
        Tag::Cell { .. } => "TD",
        Tag::Figure { .. } => "Figure",
        Tag::Caption => "Caption",
        Tag::Link(_) => "Link",
        Tag::Reference => "Reference",
        Tag::Note { .. } => "Note",
        Tag::Strong => "Strong",
        Tag::Emphasis => "Em",
        Tag::Span => "Span",
    }
}

/// The area of a mark; none for a mark that is only drawn around others.
fn area(mark: &Mark) -> Option<Rect> {
    match mark {
        Mark::Glyphs { x, y, run } => {
            let (above, below) = (ABOVE_BELOW.0 * run.size, ABOVE_BELOW.1 * run.size);
            (run.width > 0.0).then(|| Rect::new(*x, y - above, run.width, above + below))
        }
        Mark::Picture { area, .. } => Some(*area),
        Mark::Shape(_) => None,
    }
}

/// Adds an area; merges it with the previous one if both are on one line of a piece.
fn add(areas: &mut Vec<PreviewArea>, piece: usize, area: Rect) {
    // Runs on one line share a baseline, but not always a size; there may be a justified space between words.
    if let Some(last) = areas.last_mut()
        && last.piece == piece
        && (last.area.bottom() - area.bottom()).abs() < 0.25 * area.height
        && area.x < last.area.right() + area.height
        && last.area.x < area.right() + area.height
    {
        last.area = last.area.around(&area);
    } else {
        areas.push(PreviewArea { piece, area });
    }
}

/// Where the text of each slot was written.
#[derive(Default)]
struct Origins(Vec<Origin>);

impl Visitor for Origins {
    fn open(&mut self, _: Element) {}

    fn text(&mut self, words: &Words) {
        let mut written = words.char_indices().map(|(at, _)| words.origin_at(at));
        self.0.push(written.find(Origin::is_known).unwrap_or_default());
    }

    fn picture(&mut self, _: &CaptionedPicture) {
        self.0.push(Origin::default());
    }

    fn close(&mut self) {}
}
