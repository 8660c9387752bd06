//! Rules of setting, compared with laid-out pages. Each rule gives what breaks it, in words that say where.

mod breaks;
mod grid;
mod ink;
mod reading;
mod together;
mod white;

pub use breaks::{lone_headings, stray_lines, uneven_columns, unfilled_columns};
pub use grid::shared_baselines;
pub use ink::{outside_page, overlaps};
pub use reading::{text, torn_words, undrawn_slots};
pub use together::{is_band_alone, lone_band, split, split_items};
pub use white::{Whiteness, empty_last_page, white_between, white_feet, whiteness};

use briefing_document::{Child, NodeId, SlotId, Tag, TagTree};
use briefing_layout::{Mark, PagedDocument, Role};

/// A run of text on a page, as far as it leaves ink.
struct Ink<'a> {
    page: usize,
    slot: Option<SlotId>,
    left: f32,
    right: f32,
    baseline: f32,
    size: f32,
    text: &'a str,
}

impl Ink<'_> {
    /// The tops of capitals.
    fn top(&self) -> f32 {
        self.baseline - self.size * 0.72
    }

    /// The ends of descenders.
    fn bottom(&self) -> f32 {
        self.baseline + self.size * 0.21
    }
}

/// Every run that leaves ink, in the order it is painted.
fn ink(paged: &PagedDocument) -> Vec<Ink<'_>> {
    let mut all = Vec::new();
    for (page, items) in paged.pages.iter().map(|page| &page.items).enumerate() {
        for item in items {
            let Mark::Glyphs { x, y, run } = &item.mark else { continue };
            // White space at either end leaves none.
            let inked = |glyph: &&briefing_layout::text::Glyph| {
                run.text.get(glyph.text.clone()).is_none_or(|text| !text.trim().is_empty())
            };
            let Some(first) = run.glyphs.iter().find(inked) else { continue };
            let after = run.glyphs.iter().rposition(|glyph| inked(&glyph)).and_then(|last| run.glyphs.get(last + 1));
            let slot = match item.role {
                Role::Content(slot) => Some(slot),
                Role::Decoration | Role::Running => None,
            };
            let blank = briefing_layout::text::blank_ends(&run.text);
            all.push(Ink {
                page,
                slot,
                left: x + first.x + blank.0 * run.size,
                right: x + after.map_or(run.width, |glyph| glyph.x) - blank.1 * run.size,
                baseline: *y,
                size: run.size,
                text: run.text.trim(),
            });
        }
    }
    all
}

/// The slots in reading order.
fn slots(paged: &PagedDocument) -> Vec<SlotId> {
    fn collect(paged: &PagedDocument, node: NodeId, slots: &mut Vec<SlotId>) {
        for child in paged.tree.get(node).map(|node| node.children.as_slice()).unwrap_or_default() {
            match child {
                Child::Node(node) => collect(paged, *node, slots),
                Child::Slot(slot) => slots.push(*slot),
            }
        }
    }
    let mut slots = Vec::new();
    collect(paged, TagTree::ROOT, &mut slots);
    slots
}

/// The paragraph, heading, cell or the like that a slot belongs to.
fn block_of(paged: &PagedDocument, slot: SlotId) -> Option<NodeId> {
    let mut id = paged.tree.owner(slot)?;
    loop {
        let node = paged.tree.get(id)?;
        match node.tag {
            Tag::Heading(_)
            | Tag::Paragraph
            | Tag::Label
            | Tag::ListBody
            | Tag::HeaderCell { .. }
            | Tag::Cell { .. }
            | Tag::Caption
            | Tag::Note { .. } => return Some(id),
            _ => id = node.parent?,
        }
    }
}
