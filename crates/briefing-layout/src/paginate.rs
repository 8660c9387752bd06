//! Pagination: which brick stands where.
//!
//! Flows come one after another; each runs through two columns or across the page. A flow that ends on a page is
//! balanced over its columns, one that goes on fills them. An exhibit across the page stands where its place in the text
//! is, or the text runs on, and the exhibit stands at the foot of that page or the head of the next.
//!
//! A page can be made in several ways, and what is good for one may be bad for the next. So pages are chosen together:
//! [`search`] follows the most promising ways from page to page and keeps, of all that come to the same place, the
//! cheapest. [`moves`] says what may come next, [`columns`] where columns may end and how tall they are, [`place`] puts
//! bricks on the page.

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
pub(crate) use search::{Found, SearchReach, search};

use moves::Move;

/// A flow and how it runs.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) flow: Rc<MeasuredFlow>,
    pub(crate) run: FlowRun,
    /// The exhibits whose places are in this flow, in order.
    pub(crate) floats: Vec<Float>,
}

impl Chunk {
    pub(crate) fn new(flow: Flow, run: FlowRun) -> Self {
        Self { flow: Rc::new(MeasuredFlow::new(flow)), run, floats: Vec::new() }
    }

    /// The flow, when all is placed.
    pub(crate) fn into_flow(self) -> Flow {
        Rc::try_unwrap(self.flow).map_or_else(|shared| (*shared).clone(), MeasuredFlow::into_flow)
    }
}

/// An exhibit in a text that may run on while the exhibit waits for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Float {
    /// The brick of the text before which its place is.
    pub(crate) at: usize,
    /// The flow of the exhibit.
    pub(crate) chunk: usize,
    /// The brick before which the text waits for the exhibit, where the next exhibit begins.
    pub(crate) until: Option<usize>,
}

/// How a flow runs over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FlowRun {
    /// Through two columns.
    Columns,
    /// Across the page.
    Wide,
    /// Across the page, at its foot.
    Strip,
    /// Across the page, near its place in a flow that runs through columns.
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
    /// How much lower it is than its brick says.
    pub(crate) shrunk: f32,
    /// Whether something stands above it in its column.
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

/// Where everything goes, and how good that is.
#[derive(Debug, Clone, Default)]
pub(crate) struct PagePlan {
    pub(crate) pages: usize,
    pub(crate) placed: Vec<Placed>,
    pub(crate) panels: Vec<PanelFragment>,
    /// Each with the flow and the page it is of.
    pub(crate) frames: Vec<(usize, usize, Frame)>,
    /// Lower is better: holes, uneven columns, pages.
    pub(crate) cost: f32,
    /// How many columns end in a hole of their page or part what belongs together.
    pub(crate) flaws: usize,
    /// How often a rule is broken that all pages are held to: parted what is one thing, or left more white than may be at the
    /// foot of a column, between two things, or on the last page.
    pub(crate) faults: usize,
    /// Whether the last of several pages holds the closing band alone, as the back of the issue.
    pub(crate) is_back: bool,
}

/// Puts another closing band in the place of the last, for a page of its own, unless no page holds it.
pub(crate) fn set_back(chunks: &mut [Chunk], look: &Look, band: Flow) -> bool {
    let flow = MeasuredFlow::new(band);
    let fits = flow.whole() <= look.bottom - look.top;
    if let Some(chunk) = chunks.iter_mut().rfind(|chunk| chunk.run == FlowRun::Strip).filter(|_| fits) {
        chunk.flow = Rc::new(flow);
        return true;
    }
    false
}

/// Places all chunks, the first page's body beginning below the title band, as was found best.
pub(crate) fn place(chunks: &[Chunk], look: &Look, found: &Found) -> PagePlan {
    let mut pager = Pager::new(chunks, look);
    pager.draws = true;
    for step in found.moves() {
        pager.make(step);
    }
    pager.finish();
    pager.plan
}

/// Pages as far as they are made.
#[derive(Clone)]
struct Pager<'a> {
    look: &'a Look,
    chunks: &'a [Chunk],
    plan: PagePlan,
    /// Whether what is placed is kept, or its cost alone.
    draws: bool,
    /// Whether what breaks a rule costs more for it: not before the search looks far enough for a way out.
    is_strict: bool,
    at: FlowPosition,
    /// Where its text began on this page, if it is not the page on which it begins.
    began: Option<usize>,
    /// Whether the page was left room for the next exhibit.
    owes: bool,
    y: f32,
    /// Whether nothing stands on the page yet.
    fresh: bool,
    /// How many texts in columns and exhibits stand one below the other on the page.
    bands: usize,
    /// The foot of the last of them, and how much higher the shorter of its columns ends.
    foot: f32,
    short: f32,
    /// The most that is white between any two of them, in one column.
    widest: f32,
}

/// How far the document is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct FlowPosition {
    chunk: usize,
    /// The brick of the flow that comes next, and how many of its exhibits are placed.
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

    /// The height of a page without the title band, of which white is a share.
    fn whole_page(&self) -> f32 {
        (self.look.bottom - self.look.top).max(1.0)
    }

    /// Counts white between two things that nobody would leave there.
    fn count_widest(&mut self) {
        self.plan.faults += usize::from(self.widest > self.whole_page() * pages::MOST_BETWEEN);
    }

    /// The white between what stands on the page and what comes below it.
    fn gap(&self) -> f32 {
        if self.fresh { 0.0 } else { pages::BETWEEN_FLOWS }
    }

    /// Counts what the end of the document costs: white on its last page, and pages.
    fn finish(&mut self) {
        self.count_widest();
        let free = self.room() / self.body().height.max(1.0);
        self.plan.faults += usize::from(self.plan.pages > 1 && free > pages::LAST_PAGE_WHITE);
        self.plan.cost += self.cost_of_end(free) + self.plan.pages as f32 * weights::PAGE;
    }

    /// What a share of white at the end of the last page costs.
    fn cost_of_end(&self, free: f32) -> f32 {
        let (step, beyond) = weights::LAST_PAGE_EMPTY;
        let beyond = (free - pages::LAST_PAGE_WHITE) * beyond;
        let nearly_empty = if self.plan.pages > 1 && beyond > 0.0 { step + beyond } else { 0.0 };
        free * free * weights::WHITE_AT_END + nearly_empty
    }
}

#[cfg(test)]
mod tests;
