//! What is read: all of it, once, in order.

use std::collections::BTreeMap;

use briefing_document::{ListMarks, NodeId, SlotId, Tag};
use briefing_layout::{Mark, PagedDocument, Role};

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

/// The longest word, in characters, that every measure should hold whole.
const WHOLE: usize = 24;

/// Words of Latin letters that are torn at a line's end without a hyphen, though no longer than other words.
#[must_use]
pub fn torn_words(paged: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    let mut before: Option<(SlotId, f32, &str)> = None;
    for (number, item) in
        paged.pages.iter().enumerate().flat_map(|(n, page)| page.items.iter().map(move |item| (n, item)))
    {
        let (Role::Content(slot), Mark::Glyphs { y, run, .. }) = (item.role, &item.mark) else { continue };
        let text = run.text.as_str();
        if let Some((of, baseline, head)) = before.replace((slot, *y, text)) {
            let next_line = of == slot && (baseline - y).abs() > 2.0;
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c < '\u{250}');
            if next_line && latin(head.chars().next_back()) && latin(text.chars().next()) {
                let word = [head.split_whitespace().next_back(), text.split_whitespace().next()];
                let word: Vec<&str> = word.into_iter().flatten().collect();
                if word.concat().chars().count() <= WHOLE {
                    faults.push(format!("page {}: `{}` is torn", number + 1, word.join("|")));
                }
            }
        }
    }
    faults
}
