//! Pagination: which brick stands where.
//!
//! Flows come one after another; each runs through two columns or across the page. A flow that ends on a page is
//! balanced over its columns, one that goes on fills them. An exhibit across the page stands where its place in the text
//! is, if it fits there; otherwise the text runs on, and the exhibit stands at the foot of the page or the head of the
//! next. The top function tells the order of events; [`Column`] knows how tall a stretch of bricks is, [`columns`] where to
//! end a column.

use crate::brick::{Break, Flow};
use crate::look::Look;
use crate::page::{Frame, Rect};
use crate::weights;

mod columns;

use columns::{Column, balance, cluster_end, fill_columns, padding, suffix_heights};

/// A flow and how it runs.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) flow: Flow,
    pub(crate) run: Run,
    /// The exhibits whose places are in this flow, in order.
    pub(crate) floats: Vec<Float>,
}

impl Chunk {
    pub(crate) const fn new(flow: Flow, run: Run) -> Self {
        Self { flow, run, floats: Vec::new() }
    }
}

/// An exhibit in a text that may run on while the exhibit waits for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Float {
    /// The brick of the text before which its place is.
    pub(crate) at: usize,
    /// The flow of the exhibit.
    pub(crate) chunk: usize,
}

/// How a flow runs over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
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
pub(crate) struct Plan {
    pub(crate) pages: usize,
    pub(crate) placed: Vec<Placed>,
    pub(crate) panels: Vec<PanelFragment>,
    /// Each with the flow and the page it is of.
    pub(crate) frames: Vec<(usize, usize, Frame)>,
    /// Lower is better: holes, uneven columns, pages.
    pub(crate) cost: f32,
}

/// Room too small to begin a flow in.
const LEAST_ROOM: f32 = 60.0;
/// The share of a page that may stay white above the closing band.
const MOST_ABOVE_STRIP: f32 = 0.15;
/// White that is left to itself below an exhibit, in points: a line or two.
const NO_ROOM: f32 = 20.0;
/// White between flows, and how much it may grow.
const BETWEEN: f32 = 22.0;

/// Places all chunks, the first page's body beginning below the title band; gives up, with what is placed by then, once
/// the cost is above a bound.
pub(crate) fn paginate(chunks: &[Chunk], look: &Look, bound: f32) -> Plan {
    let plan = Plan { pages: 1, ..Plan::default() };
    let mut pager = Pager { look, chunks, plan, y: look.body(true).y, fresh: true, bands: Vec::new() };
    for (index, chunk) in chunks.iter().enumerate() {
        if pager.plan.cost > bound {
            break;
        }
        match chunk.run {
            Run::Columns => pager.text(index, chunk),
            Run::Wide => pager.flow(index, &chunk.flow, 1),
            // It is placed with the text that it has its place in.
            Run::Float => {}
            Run::Strip => pager.strip(index, &chunk.flow),
        }
    }
    pager.finish()
}

struct Pager<'a> {
    look: &'a Look,
    chunks: &'a [Chunk],
    plan: Plan,
    y: f32,
    /// Whether nothing stands on the page yet.
    fresh: bool,
    /// The tops of what stands one below the other on the page: texts in columns, exhibits.
    bands: Vec<f32>,
}

impl Pager<'_> {
    fn body(&self) -> Rect {
        self.look.body(self.plan.pages == 1)
    }

    fn room(&self) -> f32 {
        (self.look.bottom - self.y).max(0.0)
    }

    fn new_page(&mut self) {
        self.plan.pages += 1;
        self.y = self.look.top;
        self.fresh = true;
        self.bands.clear();
    }

    /// What white at the foot of a column costs that more content follows: little for a line or two, ever more for a hole.
    fn cost_of_white(&self, white: f32) -> f32 {
        let hole = white / self.body().height.max(1.0);
        let (line, square) = weights::WHITE_FOOT;
        hole * line + hole * hole * square
    }

    /// Ends a page that more content follows; what is left of it is a hole.
    fn end_page(&mut self) {
        self.spread(self.room(), 10.0);
        // It is as wide as the page, where that of a column is half as wide.
        self.plan.cost += weights::PAGE_FOOT * self.cost_of_white(self.room());
        self.new_page();
    }

    /// Runs a text through two columns, and places its exhibits: where they belong, if they fit there, or at the foot of
    /// that page or the head of the next, while the text runs on.
    fn text(&mut self, index: usize, chunk: &Chunk) {
        let flow = &chunk.flow;
        let count = flow.bricks.len();
        let mut floats = chunk.floats.iter().copied().peekable();
        let mut start = 0;
        loop {
            while let Some(float) =
                floats.next_if(|float| float.at <= start && (start == count || self.has_room(*float)))
            {
                self.float(float);
            }
            if start == count {
                return;
            }
            let waits = floats.peek().is_some_and(|float| float.at <= start);
            let place = floats.clone().find(|float| float.at > start).filter(|_| !waits);
            let stop = place.map_or(count, |float| float.at);
            let gap = if self.fresh { 0.0 } else { BETWEEN };
            let room = self.room() - gap;
            if !self.fresh && room < LEAST_ROOM {
                self.end_page();
                continue;
            }
            let evened = balance(flow, (start, stop), room, 2);
            if let (Some((ends, height)), Some(float)) = (&evened, place) {
                let below = room - height - BETWEEN - self.height_of(float);
                if below >= LEAST_ROOM + BETWEEN || (0.0..NO_ROOM).contains(&below) {
                    self.columns(index, flow, start, ends, (gap, *height, true));
                    start = stop;
                    continue;
                }
                // Too little room would stay below the exhibit for anything to stand in: the text takes it, above.
                let above = room - BETWEEN - self.height_of(float);
                if below > 0.0
                    && let Some(ends) = fill_columns(flow, start, above, 2, false)
                    && ends.last().is_some_and(|end| *end >= stop)
                {
                    self.columns(index, flow, start, &ends, (gap, above, false));
                    start = ends.last().copied().unwrap_or(count);
                    continue;
                }
                self.plan.cost += weights::FLOATED;
            }
            let all = if stop == count { evened } else { balance(flow, (start, count), room, 2) };
            if let Some((ends, height)) = all {
                self.columns(index, flow, start, &ends, (gap, height, true));
                start = count;
            } else if let Some(ends) = fill_columns(flow, start, room, 2, self.fresh) {
                self.columns(index, flow, start, &ends, (gap, room, false));
                start = ends.last().copied().unwrap_or(count);
                if start < count {
                    self.new_page();
                }
            } else {
                self.end_page();
            }
        }
    }

    fn columns(
        &mut self,
        chunk: usize,
        flow: &Flow,
        start: usize,
        ends: &[usize],
        (gap, height, last): (f32, f32, bool),
    ) {
        self.y += gap;
        self.place_columns(chunk, flow, start, ends, height, height, last);
    }

    fn height_of(&self, float: Float) -> f32 {
        self.chunks.get(float.chunk).map_or(0.0, |chunk| Column::measure(&chunk.flow, 0, chunk.flow.bricks.len()))
    }

    /// Whether an exhibit can stand here: all of it, or as much as a whole page holds.
    fn has_room(&self, float: Float) -> bool {
        self.fresh || self.height_of(float) + BETWEEN <= self.room() + 0.01
    }

    fn float(&mut self, float: Float) {
        if let Some(chunk) = self.chunks.get(float.chunk) {
            self.flow(float.chunk, &chunk.flow, 1);
        }
    }

    /// Runs a flow through columns until all of it is placed.
    fn flow(&mut self, chunk: usize, flow: &Flow, columns: usize) {
        let count = flow.bricks.len();
        let rest = suffix_heights(flow);
        let mut start = 0;
        while start < count {
            let gap = if self.fresh { 0.0 } else { BETWEEN };
            let room = self.room() - gap;
            if !self.fresh && room < LEAST_ROOM {
                self.end_page();
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "two columns")]
            let capacity = room * columns as f32;
            let fits = rest.get(start).is_some_and(|rest| *rest <= capacity);
            if let Some((ends, height)) = if fits { balance(flow, (start, count), room, columns) } else { None } {
                self.y += gap;
                self.place_columns(chunk, flow, start, &ends, height, height, true);
                start = count;
            } else if let Some(ends) = fill_columns(flow, start, room, columns, self.fresh) {
                self.y += gap;
                self.place_columns(chunk, flow, start, &ends, room, room, false);
                start = ends.last().copied().unwrap_or(count);
                if start < count {
                    self.new_page();
                }
            } else {
                self.end_page();
            }
        }
    }

    /// Places the columns of one page, evened to a height.
    #[expect(clippy::too_many_arguments, reason = "private, called twice")]
    fn place_columns(
        &mut self,
        chunk: usize,
        flow: &Flow,
        start: usize,
        ends: &[usize],
        height: f32,
        room: f32,
        last: bool,
    ) {
        let top = self.y;
        self.bands.push(top);
        let width = if ends.len() > 1 { self.look.column() } else { self.look.measure() };
        let mut from = start;
        let mut deepest = 0.0_f32;
        let mut shallowest = f32::MAX;
        let page = self.plan.pages - 1;
        for (index, end) in ends.iter().copied().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a column's number")]
            let x = self.look.margin + index as f32 * (width + self.look.gutter);
            let natural = Column::measure(flow, from, end);
            let slack = height - natural;
            let filled = self.place_column(chunk, flow, from, end, (x, top, width), slack);
            deepest = deepest.max(filled);
            shallowest = shallowest.min(filled);
            let white = (room - filled).max(0.0);
            let hole = white / self.body().height.max(1.0);
            self.plan.cost += if last { hole * hole * weights::UNEVEN } else { self.cost_of_white(white) };
            // Where the column ends matters as much as how full it is.
            self.plan.cost += match flow.bricks.get(end).map(|brick| brick.before) {
                Some(Break::At(cost)) if cost >= weights::KEPT_WHOLE => cost * weights::KEPT_WHOLE_MADE,
                Some(Break::At(cost)) => cost,
                Some(Break::Never) => weights::FORCED,
                None => 0.0,
            };
            let next = flow.bricks.get(end).map_or(0.0, |_| Column::measure(flow, end, cluster_end(flow, end)));
            let area = Rect::new(x, top, width, room);
            self.plan.frames.push((chunk, page, Frame { area, filled: top + filled, next, last }));
            from = end;
        }
        self.y = top + deepest;
        self.fresh = false;
    }

    /// Places one column; returns how tall it became.
    fn place_column(
        &mut self,
        chunk: usize,
        flow: &Flow,
        from: usize,
        end: usize,
        (x, top, width): (f32, f32, f32),
        slack: f32,
    ) -> f32 {
        let page = self.plan.pages - 1;
        let bricks = flow.bricks.get(from..end).unwrap_or_default();
        let give: f32 = bricks.iter().skip(1).map(|brick| brick.stretch).sum();
        let stretch = if give > 0.0 { (slack.max(0.0) / give).min(1.0) } else { 0.0 };
        let scalable: f32 = bricks.iter().map(|brick| brick.shrink).sum();
        let scaled = if scalable > 0.0 { ((-slack).max(0.0) / scalable).min(1.0) } else { 0.0 };
        self.plan.cost += scaled * weights::SCALED;
        let mut y = top;
        let mut column = Column::default();
        let mut open: Option<(usize, f32)> = None;
        for (offset, brick) in bricks.iter().enumerate() {
            let follows = offset > 0;
            if let Some(header) = column.repeated_header(flow, brick) {
                self.plan.placed.push(Placed {
                    chunk,
                    brick: BrickRef::Header(header),
                    page,
                    x,
                    y,
                    shrunk: 0.0,
                    follows: false,
                });
                y += flow.headers.get(header).map_or(0.0, |header| header.height);
            }
            // Leaving a box and entering another happen in the white between two bricks.
            if column.panel != brick.panel
                && let Some((panel, since)) = open.take()
            {
                y += padding(flow, panel);
                let area = Rect::new(x, since, width, y - since);
                self.plan.panels.push(PanelFragment { chunk, panel, page, area });
            }
            if follows {
                y += flow.gap_of(brick) + brick.stretch * stretch;
            }
            if column.panel != brick.panel
                && let Some(panel) = brick.panel
            {
                open = Some((panel, y));
                y += padding(flow, panel);
            }
            let (own, shrunk) = (BrickRef::Own(from + offset), brick.shrink * scaled);
            self.plan.placed.push(Placed { chunk, brick: own, page, x, y, shrunk, follows });
            y += flow.height_of(brick) - shrunk;
            column.panel = brick.panel;
            column.begun = true;
        }
        if let Some((panel, since)) = open {
            y += padding(flow, panel);
            self.plan.panels.push(PanelFragment { chunk, panel, page, area: Rect::new(x, since, width, y - since) });
        }
        y - top
    }

    /// Puts a flow at the foot of the page.
    fn strip(&mut self, chunk: usize, flow: &Flow) {
        let height = Column::measure(flow, 0, flow.bricks.len());
        let gap = if self.fresh { 0.0 } else { BETWEEN };
        if height + gap > self.room() {
            // Taller than a page, it runs like any other flow.
            if self.fresh || height > self.look.bottom - self.look.top {
                self.flow(chunk, flow, 1);
                return;
            }
            self.end_page();
        }
        self.spread((self.room() - height - gap).max(0.0), 20.0);
        let growth: f32 = flow.bricks.iter().skip(1).map(|brick| brick.stretch).sum();
        let over = (self.room() - height - gap).max(0.0);
        let height = height + over.min(growth);
        let over = over - over.min(growth);
        let free = over / self.body().height.max(1.0);
        self.plan.cost += free * weights::WHITE_ABOVE_STRIP.0 + free * free * weights::WHITE_ABOVE_STRIP.1;
        // With more white than this above it, the band would look lost at the foot: it closes what stands there.
        self.y = if free > MOST_ABOVE_STRIP { self.y + gap } else { self.look.bottom - height };
        let count = flow.bricks.len();
        self.place_columns(chunk, flow, 0, &[count], height, height, true);
    }

    /// Shares white that is left over among the gaps between the flows of the page, up to a measure for each.
    fn spread(&mut self, over: f32, most: f32) {
        let page = self.plan.pages - 1;
        #[expect(clippy::cast_precision_loss, reason = "a handful of bands on a page")]
        let each = (over / self.bands.len().max(1) as f32).min(most);
        let bands = &self.bands;
        #[expect(clippy::cast_precision_loss, reason = "a handful of bands on a page")]
        let shift = |y: f32| each * bands.iter().filter(|top| **top <= y + 0.01).count().saturating_sub(1) as f32;
        for placed in self.plan.placed.iter_mut().filter(|placed| placed.page == page) {
            placed.y += shift(placed.y);
        }
        for panel in self.plan.panels.iter_mut().filter(|panel| panel.page == page) {
            panel.area.y += shift(panel.area.y);
        }
        for (_, _, frame) in self.plan.frames.iter_mut().filter(|(_, on, _)| *on == page) {
            let by = shift(frame.area.y);
            frame.area.y += by;
            frame.filled += by;
        }
        self.y += shift(f32::MAX);
    }

    fn finish(mut self) -> Plan {
        let free = self.room() / self.body().height.max(1.0);
        #[expect(clippy::cast_precision_loss, reason = "a number of pages")]
        let pages = self.plan.pages as f32;
        let nearly_empty = if self.plan.pages > 1 { (free - 0.67).max(0.0) * weights::LAST_PAGE_EMPTY } else { 0.0 };
        self.plan.cost += free * free * weights::WHITE_AT_END + nearly_empty + pages * weights::PAGE;
        self.plan
    }
}

#[cfg(test)]
mod tests;
