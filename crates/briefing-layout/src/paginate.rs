//! Pagination: the assignment of bricks to places on pages.
//!
//! Flows follow each other; each runs through two columns or across the page. A flow that ends on a page is balanced over its columns; one
//! that goes on fills them. An exhibit across the page is placed at its position in the text; or the text runs on, and the exhibit is
//! placed at the foot of the same page or at the top of the next.
//!
//! A page can be made in several ways, and what is good for one page may be bad for the next, so pages are chosen together: [`search`]
//! follows the most promising ways from page to page and, of all that reach the same position, keeps the cheapest. [`moves`] determines
//! what may come next, [`columns`] where columns may end and how tall they are, and [`place`] puts bricks on the page.

use std::rc::Rc;

use crate::brick::Flow;
use crate::look::Look;
use crate::measures::pages;
use crate::page::{Frame, Rect};
use crate::weights;

mod columns;
mod measured;
mod moves;
mod place;
mod search;

pub(crate) use measured::MeasuredFlow;
pub(crate) use search::{Found, SearchBound, SearchReach, search};

use moves::Move;

/// A flow and the way it runs.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) flow: Rc<MeasuredFlow>,
    pub(crate) run: FlowRun,
    /// The exhibits whose positions are in this flow, in order.
    pub(crate) floats: Vec<Float>,
}

impl Chunk {
    pub(crate) fn new(flow: Flow, run: FlowRun) -> Self {
        Self { flow: Rc::new(MeasuredFlow::new(flow)), run, floats: Vec::new() }
    }

    /// Takes out the flow, once everything is placed.
    pub(crate) fn into_flow(self) -> Flow {
        Rc::try_unwrap(self.flow).map_or_else(|shared| (*shared).clone(), MeasuredFlow::into_flow)
    }
}

/// An exhibit within a text, which may run on while the exhibit waits for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Float {
    /// The brick of the text before which the exhibit belongs.
    pub(crate) at: usize,
    /// The index of the exhibit's flow.
    pub(crate) chunk: usize,
    /// The brick before which the text waits for the exhibit, because the next exhibit begins there.
    pub(crate) until: Option<usize>,
}

/// How a flow runs over pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FlowRun {
    /// Through two columns.
    Columns,
    /// Across the page.
    Wide,
    /// Across the page, at its foot.
    Strip,
    /// Across the page, near its position in a flow that runs through columns.
    Float,
}

/// A brick in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) chunk: usize,
    pub(crate) brick: BrickRef,
    pub(crate) page: usize,
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// How much its height is reduced.
    pub(crate) shrunk: f32,
    /// Whether anything is above it in its column.
    pub(crate) follows: bool,
}

/// A brick of a flow, or a header repeated above one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BrickRef {
    Own(usize),
    Header(usize),
}

/// A box behind the bricks of one column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PanelFragment {
    pub(crate) chunk: usize,
    pub(crate) panel: usize,
    pub(crate) page: usize,
    pub(crate) area: Rect,
}

/// The placement of everything, and its quality.
#[derive(Debug, Clone, Default)]
pub(crate) struct PagePlan {
    pub(crate) pages: usize,
    pub(crate) placed: Vec<Placed>,
    pub(crate) panels: Vec<PanelFragment>,
    /// The frames, each with the indices of its flow and page.
    pub(crate) frames: Vec<(usize, usize, Frame)>,
    /// The cost of holes, uneven columns and pages; lower is better.
    pub(crate) cost: f32,
    /// The number of columns that end in a hole or separate what belongs together.
    pub(crate) flaws: usize,
    /// The number of violations of rules that hold for all pages: a unit is split, or there is too much white at the foot of a column,
    /// between two elements, or on the last page.
    pub(crate) faults: usize,
    /// Whether the closing band is alone on the last of several pages, as the back of the issue.
    pub(crate) is_back: bool,
}

/// Replaces the last closing band with one set for a page of its own, unless that does not fit on a page. Returns whether it did.
pub(crate) fn set_back(chunks: &mut [Chunk], look: &Look, band: Flow) -> bool {
    let flow = MeasuredFlow::new(band);
    let fits = flow.whole() <= look.bottom - look.top;
    if let Some(chunk) = chunks.iter_mut().rfind(|chunk| chunk.run == FlowRun::Strip).filter(|_| fits) {
        chunk.flow = Rc::new(flow);
        return true;
    }
    false
}

/// Places all chunks in the way found best. The body of the first page begins below the title band.
pub(crate) fn place(chunks: &[Chunk], look: &Look, found: &Found) -> PagePlan {
    let mut pager = Pager::new(chunks, look);
    pager.draws = true;
    for step in found.moves() {
        pager.make(step);
    }
    pager.finish();
    pager.plan
}

/// The pages made so far.
#[derive(Clone)]
struct Pager<'a> {
    look: &'a Look,
    chunks: &'a [Chunk],
    plan: PagePlan,
    /// Whether placements are recorded, rather than only their cost.
    draws: bool,
    /// Whether violations of rules cost extra, once the search reaches far enough to find a way out.
    is_strict: bool,
    at: FlowPosition,
    /// The brick at which the text began on this page, if it began on an earlier page.
    began: Option<usize>,
    /// Whether space was left on the page for the next exhibit.
    owes: bool,
    y: f32,
    /// Whether the page is still empty.
    fresh: bool,
    /// The number of texts in columns and exhibits on the page, one below the other.
    bands: usize,
    /// The foot of the last of them, and how much higher the shorter of its columns ends.
    foot: f32,
    short: f32,
    /// The largest white between any two of them in one column.
    widest: f32,
}

/// How far into the document everything is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct FlowPosition {
    chunk: usize,
    /// The next brick of the flow, and the number of its exhibits already placed.
    start: usize,
    floats: usize,
}

impl<'a> Pager<'a> {
    fn new(chunks: &'a [Chunk], look: &'a Look) -> Self {
        let plan = PagePlan { pages: 1, ..PagePlan::default() };
        let at = FlowPosition::default();
        Self {
            look,
            chunks,
            plan,
            draws: false,
            is_strict: false,
            at,
            began: None,
            owes: false,
            y: look.body(true).y,
            fresh: true,
            bands: 0,
            foot: 0.0,
            short: 0.0,
            widest: 0.0,
        }
    }

    fn body(&self) -> Rect {
        self.look.body(self.plan.pages == 1)
    }

    fn room(&self) -> f32 {
        (self.look.bottom - self.y).max(0.0)
    }

    fn new_page(&mut self) {
        self.count_widest();
        self.plan.pages += 1;
        self.y = self.look.top;
        self.fresh = true;
        self.bands = 0;
        self.short = 0.0;
        self.widest = 0.0;
        self.began = Some(self.at.start);
        self.owes = false;
    }

    /// The height of a page without the title band, of which white is measured as a share.
    fn whole_page(&self) -> f32 {
        (self.look.bottom - self.look.top).max(1.0)
    }

    /// Counts white between two elements as a fault if it is too large.
    fn count_widest(&mut self) {
        self.plan.faults += usize::from(self.widest > self.whole_page() * pages::MOST_BETWEEN);
    }

    /// The white between the content of the page and what is placed below it.
    fn gap(&self) -> f32 {
        if self.fresh { 0.0 } else { pages::BETWEEN_FLOWS }
    }

    /// Adds the cost of the end of the document: the white on its last page, and the number of pages.
    fn finish(&mut self) {
        self.count_widest();
        let free = self.room() / self.body().height.max(1.0);
        self.plan.faults += usize::from(self.plan.pages > 1 && free > pages::LAST_PAGE_WHITE);
        self.plan.cost += self.cost_of_end(free) + self.plan.pages as f32 * weights::PAGE;
    }

    /// The cost of a share of white at the end of the last page.
    fn cost_of_end(&self, free: f32) -> f32 {
        let (step, beyond) = weights::LAST_PAGE_EMPTY;
        let beyond = (free - pages::LAST_PAGE_WHITE) * beyond;
        let nearly_empty = if self.plan.pages > 1 && beyond > 0.0 { step + beyond } else { 0.0 };
        free * free * weights::WHITE_AT_END + nearly_empty
    }
}

#[cfg(test)]
mod tests;
