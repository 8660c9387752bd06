//! The places where elements are drawn.

use super::paint::{PageSetup, Painted};
use crate::geometry::Rect;
use crate::page::{Destination, Sequence};
use crate::syntax::ObjectWriter;
use crate::tree::{ContentId, ElementId, StructureTree, TreeChild};

/// All marked-content sequences, by slot.
pub(crate) struct Drawn {
    /// Sorted by slot; those of a slot are in drawing order.
    sequences: Vec<Sequence>,
    /// The index of each slot's first sequence, with one more at the end.
    starts: Vec<usize>,
}

impl Drawn {
    pub(crate) fn new(tree: &StructureTree, mut sequences: Vec<Sequence>) -> Self {
        sequences.sort_by_key(|sequence| sequence.slot);
        let mut starts = Vec::with_capacity(tree.slots.len() + 1);
        let mut at = 0;
        for slot in 0..=tree.slots.len() {
            while sequences.get(at).is_some_and(|s| (s.slot.0 as usize) < slot) {
                at += 1;
            }
            starts.push(at);
        }
        Self { sequences, starts }
    }

    /// The sequences of a slot, in drawing order.
    pub(crate) fn of(&self, slot: ContentId) -> &[Sequence] {
        let at = slot.0 as usize;
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        bounds.and_then(|(start, end)| self.sequences.get(*start..*end)).unwrap_or_default()
    }

    pub(crate) fn all(&self) -> &[Sequence] {
        &self.sequences
    }

    /// The first sequence of an element or its descendants, in reading order.
    pub(crate) fn first(&self, tree: &StructureTree, id: ElementId) -> Option<Sequence> {
        slots(tree, id).find_map(|slot| self.of(slot).first().copied())
    }

    /// The page on which an element begins, and the rectangle around what it draws there.
    pub(crate) fn bounds(&self, tree: &StructureTree, id: ElementId) -> Option<(u32, Rect)> {
        let page = self.first(tree, id)?.page;
        slots(tree, id)
            .flat_map(|slot| self.of(slot))
            .filter(|sequence| sequence.page == page)
            .filter_map(|sequence| sequence.ink)
            .reduce(Rect::union)
            .map(|bounds| (page, bounds))
    }
}

/// The slots of an element and its descendants, in reading order.
fn slots(tree: &StructureTree, id: ElementId) -> impl Iterator<Item = ContentId> + '_ {
    let mut stack = vec![TreeChild::Element(id)];
    std::iter::from_fn(move || {
        loop {
            match stack.pop()? {
                TreeChild::Content(slot) => return Some(slot),
                TreeChild::Element(id) => {
                    let children = tree.node(id).map(|node| node.children.as_slice()).unwrap_or_default();
                    stack.extend(children.iter().rev());
                }
            }
        }
    })
}

/// What is needed to locate a destination.
pub(crate) struct PageHeights<'a> {
    pub(crate) tree: &'a StructureTree,
    pub(crate) drawn: &'a Drawn,
    pub(crate) painted: &'a Painted,
    pub(crate) frames: &'a [PageSetup],
}

impl PageHeights<'_> {
    /// Writes an explicit destination (ISO 32000-1, 12.3.2.2), whose existence was checked before.
    pub(crate) fn destination(&self, destination: Destination, syntax: &mut ObjectWriter) {
        let (page, top) = match destination {
            Destination::Page { number, top } => (number.saturating_sub(1), top),
            Destination::Element(id) => match self.drawn.first(self.tree, id) {
                Some(sequence) => (sequence.page as usize, sequence.ink.map_or(0.0, |ink| ink.y)),
                None => (0, 0.0),
            },
        };
        let height = self.frames.get(page).map_or(0.0, |frame| frame.size.height);
        syntax
            .raw("[")
            .reference(self.painted.page(page))
            .raw("/XYZ null")
            .number(f64::from(height - top))
            .raw(" null]");
    }
}
