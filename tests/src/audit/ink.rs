//! Ink: that it is on the paper, and on no other ink.

use briefing_layout::{Contour, Mark, PagedDocument, Rect};

use super::{Ink, ink};

/// How far a mark may stick out or over, in points: less than anybody sees.
const TOLERANCE: f32 = 0.5;

/// Marks that leave the page.
#[must_use]
pub fn outside_page(paged: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    for run in ink(paged) {
        let area = Rect::new(run.left, run.top(), run.right - run.left, run.bottom() - run.top());
        if !on_page(paged, run.page, area) {
            faults.push(format!("page {}: `{}` leaves the page", run.page + 1, run.text));
        }
    }
    for (number, page) in paged.pages.iter().enumerate() {
        for item in &page.items {
            let (what, area) = match &item.mark {
                Mark::Glyphs { .. } => continue,
                Mark::Picture { area, .. } => ("a picture", *area),
                // What is clipped shows inside the clip only.
                Mark::Shape(shape) => ("a shape", shape.clip.unwrap_or_else(|| bounds(&shape.path))),
            };
            if !on_page(paged, number, area) {
                faults.push(format!("page {}: {what} leaves the page: {area:?}", number + 1));
            }
        }
    }
    faults
}

fn on_page(paged: &PagedDocument, page: usize, area: Rect) -> bool {
    paged.pages.get(page).is_some_and(|page| {
        area.x >= -TOLERANCE
            && area.y >= -TOLERANCE
            && area.right() <= page.width + TOLERANCE
            && area.bottom() <= page.height + TOLERANCE
    })
}

fn bounds(path: &Contour) -> Rect {
    match path {
        Contour::Rect(area, _) | Contour::Ellipse(area) => *area,
        Contour::Lines(points, _) => {
            let fold = |of: fn(&(f32, f32)) -> f32| {
                let least = points.iter().map(of).fold(f32::MAX, f32::min);
                (least, points.iter().map(of).fold(f32::MIN, f32::max))
            };
            let ((left, right), (top, bottom)) = (fold(|point| point.0), fold(|point| point.1));
            Rect::new(left, top, right - left, bottom - top)
        }
    }
}

/// Runs that stand on another run, and content that stands on a picture.
#[must_use]
pub fn overlaps(paged: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    let mut runs = ink(paged);
    runs.sort_by(|a, b| a.page.cmp(&b.page).then(a.top().total_cmp(&b.top())));
    for (index, run) in runs.iter().enumerate() {
        // Sorted by their tops: the first that begins below this one ends the search.
        let near = runs.iter().skip(index + 1).take_while(|other| other.page == run.page && other.top() < run.bottom());
        for other in near.filter(|other| overlap(run, other)) {
            faults.push(format!("page {}: `{}` and `{}` overlap", run.page + 1, run.text, other.text));
        }
        for area in pictures(paged, run.page) {
            let across = run.right.min(area.right()) - run.left.max(area.x);
            let down = run.bottom().min(area.bottom()) - run.top().max(area.y);
            if across > TOLERANCE && down > TOLERANCE {
                faults.push(format!("page {}: `{}` stands on a picture", run.page + 1, run.text));
            }
        }
    }
    faults
}

fn overlap(one: &Ink<'_>, other: &Ink<'_>) -> bool {
    let across = one.right.min(other.right) - one.left.max(other.left);
    let down = one.bottom().min(other.bottom()) - one.top().max(other.top());
    across > TOLERANCE && down > TOLERANCE
}

fn pictures(paged: &PagedDocument, page: usize) -> impl Iterator<Item = Rect> {
    let items = paged.pages.get(page).map(|page| page.items.as_slice()).unwrap_or_default();
    items.iter().filter_map(|item| match &item.mark {
        Mark::Picture { area, .. } => Some(*area),
        _ => None,
    })
}
