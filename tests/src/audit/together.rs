//! What belongs together: an item and its picture, a chart and its notes, a box.

use std::collections::BTreeMap;

use briefing_document::{Block, Child, Document, NodeId, Section, SectionRole, SlotId, Tag, TagTree};
use briefing_layout::{Mark, PagedDocument, Role};

use super::white::fill_of_last;

/// An item of fewer lines stands in one column.
const SHORT_ITEM: usize = 8;
/// So many lines of an item stand with its picture.
const WITH_PICTURE: usize = 4;
/// A table of no more rows is whole.
pub(super) const SHORT_TABLE: usize = 14;

/// The part of a page that a band fills with words which has it to itself.
const BACK: f32 = 0.5;

/// A line of words or a picture, and the column it stands in.
#[derive(Debug, Clone, Copy)]
struct Piece {
    slot: SlotId,
    place: Place,
    top: f32,
    bottom: f32,
}

/// A page, and the frame on it.
type Place = (usize, usize);

/// Things that are whole by rule and stand in pieces, though each would have fitted on a page.
#[must_use]
pub fn split(document: &Document, paged: &PagedDocument) -> Vec<String> {
    let pieces = pieces(paged);
    let page = paged.pages.iter().flat_map(|page| &page.frames).map(|frame| frame.area.height).fold(0.0, f32::max);
    let mut faults = Vec::new();
    for (what, nodes) in wholes(document, paged) {
        let own: Vec<Piece> = nodes.iter().flat_map(|node| within(paged, *node, &pieces)).collect();
        faults.extend(fault(&what, &own, page));
    }
    faults
}

/// A last page that holds the closing band alone, the words about the Strategy and how readers reach the office, without
/// being filled by it.
#[must_use]
pub fn lone_band(document: &Document, paged: &PagedDocument) -> Vec<String> {
    let filled = fill_of_last(paged);
    let lost = is_band_alone(document, paged) && filled < BACK;
    lost.then(|| format!("the closing band stands alone, and fills {:.0} % of the last page", filled * 100.0))
        .into_iter()
        .collect()
}

/// Whether the closing band has the last of several pages to itself.
#[must_use]
pub fn is_band_alone(document: &Document, paged: &PagedDocument) -> bool {
    let last = paged.pages.len().saturating_sub(1);
    let pieces: Vec<Piece> = pieces(paged).into_iter().filter(|piece| piece.place.0 == last).collect();
    let sections = document.sections.iter().zip(children(paged, TagTree::ROOT).into_iter().skip(1));
    let mut others = sections.filter(|(section, _)| section.role != SectionRole::Strip);
    last > 0 && !others.any(|(_, node)| !within(paged, node, &pieces).is_empty())
}

/// What of a document is one thing, with its nodes.
fn wholes(document: &Document, paged: &PagedDocument) -> Vec<(String, Vec<NodeId>)> {
    let mut wholes = Vec::new();
    for (section, node) in document.sections.iter().zip(children(paged, TagTree::ROOT).into_iter().skip(1)) {
        let nodes = children(paged, node);
        if section.role == SectionRole::Panel {
            wholes.push((format!("the box `{}`", section.heading), nodes.clone()));
        }
        let blocks = blocks(section, &nodes);
        for (index, (block, nodes)) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1);
            let with = |wanted: fn(&Block) -> bool| {
                let more = next.filter(|(next, _)| wanted(next)).map(|(_, nodes)| nodes.clone()).unwrap_or_default();
                nodes.iter().copied().chain(more).collect::<Vec<_>>()
            };
            match block {
                Block::Chart(chart) => {
                    wholes.push((format!("the chart `{}`", chart.title), with(|next| matches!(next, Block::Notes(_)))));
                }
                Block::KeyFigures(_) => {
                    wholes.push(("the key figures".to_owned(), with(|next| matches!(next, Block::Paragraph(_)))));
                }
                Block::Organization(_) => wholes.push(("the organization chart".to_owned(), nodes.clone())),
                Block::Table(table) if table.rows.len() <= SHORT_TABLE => {
                    wholes.push((format!("the table `{}`", table.summary), nodes.clone()));
                }
                _ => {}
            }
        }
    }
    wholes
}

/// The blocks of a section with the nodes they became.
fn blocks<'a>(section: &'a Section, nodes: &[NodeId]) -> Vec<(&'a Block, Vec<NodeId>)> {
    let mut nodes = nodes.iter().copied().skip(1);
    let mut found = Vec::new();
    for block in &section.blocks {
        let count = match block {
            Block::KeyFigures(figures) => figures.figures.len() + usize::from(figures.share.is_some()),
            Block::Chart(_) => 2,
            Block::Calendar(calendar) => 2 * calendar.groups.len(),
            Block::Organization(chart) => 1 + 2 * chart.groups.len(),
            Block::Notes(notes) => notes.len(),
            _ => 1,
        };
        found.push((block, nodes.by_ref().take(count).collect()));
    }
    found
}

fn fault(what: &str, pieces: &[Piece], page: f32) -> Option<String> {
    let mut places: BTreeMap<Place, (f32, f32)> = BTreeMap::new();
    for piece in pieces {
        let (top, bottom) = places.entry(piece.place).or_insert((f32::MAX, 0.0));
        *top = top.min(piece.top);
        *bottom = bottom.max(piece.bottom);
    }
    let height: f32 = places.values().map(|(top, bottom)| bottom - top).sum();
    let first = places.keys().next()?.0 + 1;
    (places.len() > 1 && height < page * 0.9).then(|| format!("page {first}: {what} stands in {} pieces", places.len()))
}

/// Items of the month that are split though short, and pictures away from the end of their item.
#[must_use]
pub fn split_items(paged: &PagedDocument) -> Vec<String> {
    let all = pieces(paged);
    let mut faults = Vec::new();
    for (id, _) in paged.tree.nodes().filter(|(_, node)| node.tag == Tag::Article) {
        let nodes = children(paged, id);
        let tag = |node: &NodeId| paged.tree.get(*node).map(|node| &node.tag);
        // The text, and below it when and where that was, in a line of small type.
        let mut paragraphs = nodes.iter().skip(1).filter(|node| tag(node) == Some(&Tag::Paragraph));
        let Some(text) = paragraphs.next() else { continue };
        let figures = nodes.iter().filter(|node| matches!(tag(node), Some(Tag::Figure { .. })));
        let lines = lines_of(within(paged, *text, &all));
        let details = lines_of(paragraphs.flat_map(|details| within(paged, *details, &all)).collect());
        let Some((place, _)) = lines.first() else { continue };
        let page = place.0 + 1;
        if lines.len() < SHORT_ITEM && lines.iter().any(|(other, _)| other != place) {
            faults.push(format!("page {page}: an item of {} lines ({}) is split", lines.len(), id.number()));
        }
        for figure in figures {
            let picture = within(paged, *figure, &all);
            let Some(place) = picture.first().map(|piece| piece.place) else { continue };
            let last = details.iter().rev().chain(lines.iter().rev()).take(WITH_PICTURE).map(|(place, _)| *place);
            if picture.iter().map(|piece| piece.place).chain(last).any(|other| other != place) {
                faults.push(format!("page {page}: a picture stands away from the end of its item ({})", id.number()));
            }
        }
    }
    faults
}

/// The lines that pieces stand on, each with the place and the top of its first piece.
fn lines_of(pieces: Vec<Piece>) -> Vec<(Place, f32)> {
    let mut lines: Vec<(Place, f32)> = Vec::new();
    for piece in pieces {
        if lines.iter().all(|(place, top)| *place != piece.place || (top - piece.top).abs() > 3.0) {
            lines.push((piece.place, piece.top));
        }
    }
    lines
}

fn children(paged: &PagedDocument, node: NodeId) -> Vec<NodeId> {
    let children = paged.tree.get(node).map(|node| node.children.as_slice()).unwrap_or_default();
    children.iter().filter_map(|child| if let Child::Node(node) = child { Some(*node) } else { None }).collect()
}

/// The pieces of a node, in the order of their slots.
fn within(paged: &PagedDocument, node: NodeId, pieces: &[Piece]) -> Vec<Piece> {
    let belongs = |slot: SlotId| {
        let mut at = paged.tree.owner(slot);
        while let Some(id) = at {
            if id == node {
                return true;
            }
            at = paged.tree.get(id).and_then(|node| node.parent);
        }
        false
    };
    let mut own: Vec<Piece> = pieces.iter().copied().filter(|piece| belongs(piece.slot)).collect();
    own.sort_by_key(|piece| (piece.slot, piece.place));
    own
}

fn pieces(paged: &PagedDocument) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (number, page) in paged.pages.iter().enumerate() {
        for item in &page.items {
            let Role::Content(slot) = item.role else { continue };
            let (x, top, bottom) = match &item.mark {
                Mark::Glyphs { x, y, run } => (*x, y - run.size * 0.72, y + run.size * 0.21),
                Mark::Picture { area, .. } => (area.x, area.y, area.bottom()),
                Mark::Shape(_) => continue,
            };
            let frame = page.frames.iter().position(|frame| {
                x >= frame.area.x - 1.0
                    && x <= frame.area.right()
                    && bottom >= frame.area.y
                    && top <= frame.filled + 1.0
            });
            if let Some(frame) = frame {
                pieces.push(Piece { slot, place: (number, frame), top, bottom });
            }
        }
    }
    pieces
}
