//! White on the page, measured on ink: at the feet of columns, between what stands in them, on the last page.

use briefing_layout::{Contour, Mark, Page, PagedDocument, Role};

/// The part of a page that may stay white at the foot of a column.
const FOOT: f32 = 0.12;
/// The part of a page that may stay white above the closing band, or between any two things in a column. The layout avoids more than
/// 15 % unless that takes another page.
const BETWEEN: f32 = 1.0 / 6.0;
/// The part of the last page that is filled at least.
const LAST: f32 = 1.0 / 3.0;

/// The height that pages have for content, and where it ends.
fn body(paged: &PagedDocument) -> (f32, f32) {
    let frames = || paged.pages.iter().flat_map(|page| &page.frames);
    let bottom = frames().map(|frame| frame.area.bottom()).fold(0.0, f32::max);
    let top = frames().map(|frame| frame.area.y).fold(f32::MAX, f32::min);
    (bottom - top, bottom)
}

/// The two halves of a page, each with its name and the tops and feet of what is inked in it, from the top down. What
/// stands across the page is in both.
fn halves(page: &Page, bottom: f32) -> [(&'static str, Vec<(f32, f32)>); 2] {
    [("left", 0.0, page.width / 2.0), ("right", page.width / 2.0, page.width)].map(|(side, from, to)| {
        let across: Vec<(f32, f32)> = page
            .frames
            .iter()
            .filter(|frame| frame.area.width > page.width / 2.0)
            .map(|frame| (frame.area.y, frame.filled))
            .collect();
        let within = |left: f32, right: f32, top: f32, foot: f32| {
            let across = across.iter().any(|(from, to)| top > from - 1.0 && foot < to + 1.0);
            (across || (left < to - 2.0 && right > from + 2.0)).then_some((top, foot))
        };
        // What is repeated where a table or chart goes on is ink as any other; heads and feet of the page stand in no frame.
        let in_frame = |mark: &Mark| {
            let y = match mark {
                Mark::Glyphs { y, .. } => *y,
                Mark::Picture { area, .. } => area.y,
                Mark::Shape(shape) => match shape.path {
                    Contour::Rect(area, _) | Contour::Ellipse(area) => area.y,
                    Contour::Lines(..) => return false,
                },
            };
            page.frames.iter().any(|frame| y > frame.area.y - 1.0 && y < frame.filled)
        };
        let marks = page.items.iter().filter(|item| item.role != Role::Running || in_frame(&item.mark));
        let inked = marks.filter_map(|item| match &item.mark {
            Mark::Glyphs { x, y, run } => within(*x, x + run.width, y - run.size * 0.72, y + run.size * 0.21),
            Mark::Picture { area, .. } => within(area.x, area.right(), area.y, area.bottom()),
            Mark::Shape(shape) => match shape.path {
                Contour::Rect(area, _) => within(area.x, area.right(), area.y, area.bottom()),
                Contour::Lines(..) | Contour::Ellipse(_) => None,
            },
        });
        // Heads and feet of the page are not content.
        let mut inked: Vec<(f32, f32)> =
            inked.filter(|(_, foot)| *foot < bottom + 20.0 && *foot < page.height - 43.0).collect();
        inked.sort_by(|a, b| a.0.total_cmp(&b.0));
        (side, inked)
    })
}

fn foot(inked: &[(f32, f32)]) -> f32 {
    inked.iter().map(|(_, foot)| *foot).fold(0.0, f32::max)
}

/// How white the pages of an edition are, in shares of a page's height.
#[derive(Debug, Clone, Copy, Default)]
pub struct Whiteness {
    /// The most that is white at the foot of a column while anything follows on another page.
    pub foot: f32,
    /// The most that is white between two things in a column.
    pub between: f32,
    /// How far down the words and pictures of the last page reach.
    pub last: f32,
}

/// Measures an edition.
#[must_use]
pub fn whiteness(paged: &PagedDocument) -> Whiteness {
    let most = |all: Vec<(usize, &str, f32)>| all.into_iter().map(|(.., white)| white).fold(0.0, f32::max);
    Whiteness { foot: most(feet(paged)), between: most(gaps(paged)), last: fill_of_last(paged) }
}

/// What is white at the foot of each column, by page and side, on all pages but the last.
fn feet(paged: &PagedDocument) -> Vec<(usize, &'static str, f32)> {
    let (height, bottom) = body(paged);
    let pages = paged.pages.iter().enumerate().take(paged.pages.len().saturating_sub(1));
    let halves = pages.flat_map(|(number, page)| halves(page, bottom).map(|half| (number, half)));
    halves.map(|(number, (side, inked))| (number, side, (bottom - foot(&inked)) / height)).collect()
}

/// The white between any two things in a column, by page and side.
fn gaps(paged: &PagedDocument) -> Vec<(usize, &'static str, f32)> {
    let (height, bottom) = body(paged);
    let mut gaps = Vec::new();
    for (number, page) in paged.pages.iter().enumerate() {
        for (side, inked) in halves(page, bottom) {
            let mut down = inked.first().map_or(0.0, |(_, foot)| *foot);
            for (top, foot) in inked {
                gaps.push((number, side, (top - down) / height));
                down = down.max(foot);
            }
        }
    }
    gaps
}

/// How far down the last page words and pictures reach: a ground that grows to the foot of the page fills nothing.
pub(super) fn fill_of_last(paged: &PagedDocument) -> f32 {
    let (height, bottom) = body(paged);
    let marks = paged.pages.last().into_iter().flat_map(|page| &page.items).filter(|item| item.role != Role::Running);
    let feet = marks.map(|item| match &item.mark {
        Mark::Glyphs { y, .. } => *y,
        Mark::Picture { area, .. } => area.bottom(),
        Mark::Shape(_) => 0.0,
    });
    1.0 - (bottom - feet.fold(0.0, f32::max)) / height
}

/// Columns that end with more white than a share of the page while anything follows on another, whatever that is.
#[must_use]
pub fn white_feet(paged: &PagedDocument) -> Vec<String> {
    let white = feet(paged).into_iter().filter(|(.., white)| *white > FOOT);
    white
        .map(|(page, side, white)| format!("page {}: {:.0} % of the {side} column are white", page + 1, white * 100.0))
        .collect()
}

/// White between two things in a column, or above what stands across the page, that is more than a share of it.
#[must_use]
pub fn white_between(paged: &PagedDocument) -> Vec<String> {
    let white = gaps(paged).into_iter().filter(|(.., white)| *white > BETWEEN);
    white
        .map(|(page, side, white)| {
            format!("page {}: {:.0} % within the {side} column are white", page + 1, white * 100.0)
        })
        .collect()
}

/// A last page that is less full than a third, whatever stands on it.
#[must_use]
pub fn empty_last_page(paged: &PagedDocument) -> Vec<String> {
    let full = fill_of_last(paged);
    let empty = paged.pages.len() > 1 && full < LAST;
    empty.then(|| format!("the last page is {:.0} % full", full * 100.0)).into_iter().collect()
}
