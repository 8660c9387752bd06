//! Bookmarks (ISO 32000-1, 12.3.3) and named destinations (12.3.2.3).

use std::collections::BTreeMap;

use super::body::ObjectBody;
use super::drawn::PageHeights;
use crate::builder::Bookmark;
use crate::page::Destination;
use crate::syntax::{ObjectWriter, Ref};

#[derive(Default, Clone)]
struct Relatives {
    children: Vec<usize>,
    /// The number of bookmarks below it, at any depth.
    descendants: usize,
    previous: Option<usize>,
    next: Option<usize>,
}

/// Writes the bookmarks, if there are any, and returns the outline.
pub(crate) fn write(bookmarks: &[Bookmark], places: &PageHeights<'_>, body: &mut ObjectBody) -> Option<Ref> {
    if bookmarks.is_empty() {
        return None;
    }
    let (relatives, top) = relatives(bookmarks);
    let root = body.reserve();
    let first = body.reserve_many(crate::tree::index(bookmarks.len()));
    let reference = |i: usize| Ref(first.0 + crate::tree::index(i));
    body.object(root, |s| {
        s.raw("<</Type/Outlines");
        family(&top, bookmarks.len(), &reference, s);
        s.raw(">>");
    });
    for (i, (bookmark, relatives)) in bookmarks.iter().zip(&relatives).enumerate() {
        body.object(reference(i), |s| {
            s.raw("<</Title").text(&bookmark.title).raw("/Parent");
            s.reference(bookmark.parent.map_or(root, |parent| reference(parent.0 as usize)));
            for (key, sibling) in [("/Prev", relatives.previous), ("/Next", relatives.next)] {
                if let Some(sibling) = sibling {
                    s.raw(key).reference(reference(sibling));
                }
            }
            family(&relatives.children, relatives.descendants, &reference, s);
            s.raw("/Dest");
            places.destination(bookmark.target, s);
            s.raw(">>");
        });
    }
    Some(root)
}

/// Writes the first and last child, and the number of bookmarks visible below when all are open.
fn family(children: &[usize], descendants: usize, reference: &impl Fn(usize) -> Ref, s: &mut ObjectWriter) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        s.raw("/First").reference(reference(*first)).raw("/Last").reference(reference(*last));
        s.raw("/Count").integer(i64::try_from(descendants).unwrap_or_default());
    }
}

fn relatives(bookmarks: &[Bookmark]) -> (Vec<Relatives>, Vec<usize>) {
    let mut relatives = vec![Relatives::default(); bookmarks.len()];
    let mut top = Vec::new();
    for (i, bookmark) in bookmarks.iter().enumerate() {
        let siblings = match bookmark.parent.and_then(|parent| relatives.get_mut(parent.0 as usize)) {
            Some(parent) => &mut parent.children,
            None => &mut top,
        };
        let previous = siblings.last().copied();
        siblings.push(i);
        if let Some(place) = relatives.get_mut(i) {
            place.previous = previous;
        }
        if let Some(place) = previous.and_then(|previous| relatives.get_mut(previous)) {
            place.next = Some(i);
        }
    }
    // Parents come before their children, so counts are complete when made from the end.
    for (i, bookmark) in bookmarks.iter().enumerate().rev() {
        let below = relatives.get(i).map_or(0, |own| own.descendants) + 1;
        if let Some(parent) = bookmark.parent.and_then(|parent| relatives.get_mut(parent.0 as usize)) {
            parent.descendants += below;
        }
    }
    (relatives, top)
}

/// Writes the named destinations, if any element has a name.
pub(crate) fn write_anchors(places: &PageHeights<'_>, body: &mut ObjectBody) -> Option<Ref> {
    let mut anchors = BTreeMap::new();
    for (id, node) in places.tree.elements() {
        let name = node.element.attributes.as_ref().and_then(|attributes| attributes.anchor.as_ref());
        if let Some(name) = name.filter(|_| places.drawn.first(places.tree, id).is_some()) {
            anchors.entry(name.as_bytes()).or_insert(id);
        }
    }
    if anchors.is_empty() {
        return None;
    }
    Some(body.add(|s| {
        s.raw("<</Names[");
        for (name, id) in anchors {
            s.string(name);
            places.destination(Destination::Element(id), s);
        }
        s.raw("]>>");
    }))
}
