//! Link annotations, which printpdf writes without most of what PDF/UA-1 requires.

use std::io::Write as _;

use super::body::ObjectBody;
use super::drawn::{Drawn, PageHeights};
use super::paint::{PageSetup, Painted};
use crate::geometry::{Rect, round};
use crate::page::{LinkData, Target};
use crate::syntax::{ObjectWriter, Ref};
use crate::tree::{ElementId, StructureTree};

/// An annotation, and the element to which it belongs.
#[derive(Clone, Copy)]
pub(crate) struct PageLink {
    pub(crate) id: Ref,
    pub(crate) element: ElementId,
    pub(crate) page: usize,
    /// Its key in the parent tree.
    pub(crate) parent_key: usize,
}

/// All annotations, page by page.
pub(crate) struct Links {
    all: Vec<PageLink>,
    /// Indices into `all`, sorted by element.
    by_element: Vec<usize>,
}

impl Links {
    pub(crate) fn on_page(&self, page: usize) -> &[PageLink] {
        let start = self.all.partition_point(|link| link.page < page);
        let end = self.all.partition_point(|link| link.page <= page);
        self.all.get(start..end).unwrap_or_default()
    }

    /// The annotations of an element, in the order of their creation.
    pub(crate) fn of(&self, element: ElementId) -> impl Iterator<Item = &PageLink> {
        let of = |i: &usize| self.all.get(*i).map(|link| link.element);
        let start = self.by_element.partition_point(|i| of(i) < Some(element));
        let rest = self.by_element.iter().skip(start).filter_map(|i| self.all.get(*i));
        rest.take_while(move |link| link.element == element)
    }

    pub(crate) fn all(&self) -> &[PageLink] {
        &self.all
    }
}

/// Writes an annotation for each area of a link: viewers that ignore `/QuadPoints` (Evince, Chrome) would make the rectangle around all
/// areas active.
pub(crate) fn write(
    frames: &[PageSetup],
    painted: &Painted,
    tree: &StructureTree,
    drawn: &Drawn,
    body: &mut ObjectBody,
) -> Links {
    let places = PageHeights { tree, drawn, painted, frames };
    let mut all = Vec::new();
    for (page, frame) in frames.iter().enumerate() {
        for (data, area) in frame.links.iter().flat_map(|data| data.areas.iter().map(move |area| (data, *area))) {
            // The keys of pages come before those of annotations.
            let parent_key = frames.len() + all.len();
            let id = body.add(|s| annotation(data, area, page, parent_key, &places, s));
            all.push(PageLink { id, element: data.element, page, parent_key });
        }
    }
    let mut by_element: Vec<usize> = (0..all.len()).collect();
    by_element.sort_by_key(|i| all.get(*i).map(|link: &PageLink| link.element));
    Links { all, by_element }
}

fn annotation(
    data: &LinkData,
    area: Rect,
    page: usize,
    parent_key: usize,
    places: &PageHeights<'_>,
    s: &mut ObjectWriter,
) {
    let height = places.frames.get(page).map_or(0.0, |frame| frame.size.height);
    s.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P").reference(places.painted.page(page));
    s.raw("/Rect").rectangle(corners(area, height));
    s.raw("/Contents").text(data.contents.as_str());
    s.raw("/StructParent").integer(i64::try_from(parent_key).unwrap_or_default());
    match &data.target {
        Target::Uri(uri) => {
            s.raw("/A<</S/URI/URI").string(&percent_encoded(uri)).raw(">>");
        }
        Target::Destination(destination) => {
            s.raw("/Dest");
            places.destination(*destination, s);
        }
    }
    s.raw(">>");
}

/// The lower left and upper right corners in PDF's coordinates, whatever the signs of the rectangle's sides.
pub(super) fn corners(rect: Rect, height: f32) -> [f32; 4] {
    let (left, right) = (rect.x.min(rect.right()), rect.x.max(rect.right()));
    let (upper, lower) = (rect.y.min(rect.bottom()), rect.y.max(rect.bottom()));
    [left, height - lower, right, height - upper].map(round)
}

/// An address in ASCII, with characters that RFC 3986 does not allow percent-encoded.
fn percent_encoded(uri: &str) -> Vec<u8> {
    let mut encoded = Vec::with_capacity(uri.len());
    for byte in uri.trim().bytes() {
        if matches!(byte, b'!'..=b'~') && !b"\"<>\\^`{|}".contains(&byte) {
            encoded.push(byte);
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii_and_keep_what_is_encoded() {
        let encoded = |uri| String::from_utf8(percent_encoded(uri)).unwrap();
        assert_eq!(encoded(" https://un.org/a b?x=é|%20#ö "), "https://un.org/a%20b?x=%C3%A9%7C%20#%C3%B6");
    }

    #[test]
    fn a_rectangle_given_from_below_is_turned() {
        assert_eq!(corners(Rect::new(10.0, 20.0, -5.0, -10.0), 100.0), [5.0, 80.0, 10.0, 90.0]);
    }
}
