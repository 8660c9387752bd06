//! What is read: all of it, once, in order.

use std::collections::BTreeMap;

use briefing_layout::{ListMarks, Mark, NodeId, PagedDocument, Role, SlotId, Tag};

use super::slots;

/// The words on the pages as assistive technology comes to them, without the marks of list items; a line for each
/// place in the tree.
///
/// White space and soft hyphens are as the pages have them.
#[must_use]
pub fn text(paged: &PagedDocument) -> String {
    let drawn = drawn(paged);
    let read = slots(paged).into_iter().filter(|slot| !is_list_mark(paged, *slot));
    let lines: Vec<&str> = read.filter_map(|slot| drawn.get(&slot)).map(String::as_str).collect();
    lines.join("\n")
}

/// The words of each slot, in the order they are painted.
fn drawn(paged: &PagedDocument) -> BTreeMap<SlotId, String> {
    let mut drawn: BTreeMap<SlotId, String> = BTreeMap::new();
    for item in paged.pages.iter().flat_map(|page| &page.items) {
        let Role::Content(slot) = item.role else { continue };
        let words = drawn.entry(slot).or_default();
        if let Mark::Glyphs { run, .. } = &item.mark {
            words.push_str(&run.text);
        }
    }
    drawn
}

/// Whether a slot is a number or a disc that setting adds; the numeral of a pillar is text.
fn is_list_mark(paged: &PagedDocument, slot: SlotId) -> bool {
    let up = |node: NodeId| paged.tree.get(node).and_then(|node| node.parent);
    let tag = |node: NodeId| paged.tree.get(node).map(|node| &node.tag);
    let Some(label) = paged.tree.owner(slot).filter(|owner| tag(*owner) == Some(&Tag::Label)) else { return false };
    let list = up(label).and_then(up).and_then(tag);
    matches!(list, Some(Tag::List(ListMarks::Numbers | ListMarks::Discs)))
}

/// Places of the tree at which nothing is drawn.
#[must_use]
pub fn undrawn_slots(paged: &PagedDocument) -> Vec<String> {
    let drawn = drawn(paged);
    let all = slots(paged);
    let mut faults: Vec<String> = Vec::new();
    if all.len() != paged.tree.slot_count() {
        faults.push(format!("{} of {} slots are in the tree", all.len(), paged.tree.slot_count()));
    }
    for slot in all.into_iter().filter(|slot| !drawn.contains_key(slot)) {
        let tag = paged.tree.owner(slot).and_then(|owner| paged.tree.get(owner)).map(|node| &node.tag);
        faults.push(format!("slot {} ({tag:?}) is not drawn", slot.number()));
    }
    faults
}
