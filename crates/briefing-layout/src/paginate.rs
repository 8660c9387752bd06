//! Pagination: which brick stands where.
//!
//! Flows come one after another; each runs through two columns or across the page. A flow that ends on a page is
//! balanced over its columns, one that goes on fills them. The top function tells the order of events; [`Column`]
//! knows how tall a stretch of bricks is, [`fill`] where to end a column.

use crate::brick::{Break, Brick, Flow};
use crate::look::Look;
use crate::page::{Frame, Rect};

/// A flow and how it runs.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) flow: Flow,
    pub(crate) run: Run,
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
}

/// A brick in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) chunk: usize,
    pub(crate) brick: BrickRef,
    pub(crate) page: usize,
    pub(crate) x: f32,
    pub(crate) y: f32,
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

/// The share of a column that may stay white before filling it counts for more than how it ends.
const MOST_WHITE: f32 = 0.13;
/// Room too small to begin a flow in.
const LEAST_ROOM: f32 = 60.0;
/// White between flows, and how much it may grow.
const BETWEEN: f32 = 22.0;

/// Places all chunks, the first page's body beginning below the title band; gives up, with what is placed by then, once
/// the cost is above a bound.
pub(crate) fn paginate(chunks: &[Chunk], look: &Look, bound: f32) -> Plan {
    let mut pager = Pager { look, plan: Plan { pages: 1, ..Plan::default() }, y: look.body(true).y, fresh: true };
    for (index, chunk) in chunks.iter().enumerate() {
        if pager.plan.cost > bound {
            break;
        }
        match chunk.run {
            Run::Columns => pager.flow(index, &chunk.flow, 2),
            Run::Wide => pager.flow(index, &chunk.flow, 1),
            Run::Strip => pager.strip(index, &chunk.flow),
        }
    }
    pager.finish()
}

struct Pager<'a> {
    look: &'a Look,
    plan: Plan,
    y: f32,
    /// Whether nothing stands on the page yet.
    fresh: bool,
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
    }

    /// What white at the foot of a column costs that more content follows: little for a line or two, ever more for a hole.
    fn cost_of_white(&self, white: f32) -> f32 {
        let hole = white / self.body().height.max(1.0);
        hole * 40.0 + hole * hole * 300.0
    }

    /// Ends a page that more content follows; what is left of it is a hole.
    fn end_page(&mut self) {
        self.spread(self.room(), 10.0);
        // It is as wide as the page, where that of a column is half as wide.
        self.plan.cost += 2.0 * self.cost_of_white(self.room());
        self.new_page();
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
            if let Some((ends, height)) = if fits { balance(flow, start, room, columns) } else { None } {
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
        let width = if ends.len() > 1 { self.look.column() } else { self.look.measure() };
        let mut from = start;
        let mut deepest = 0.0_f32;
        let mut shallowest = f32::MAX;
        let page = self.plan.pages - 1;
        for (index, end) in ends.iter().copied().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a column's number")]
            let x = self.look.margin + index as f32 * (width + self.look.gutter);
            let natural = Column::measure(flow, from, end);
            let slack = (height - natural).max(0.0);
            let filled = self.place_column(chunk, flow, from, end, (x, top, width), slack);
            deepest = deepest.max(filled);
            shallowest = shallowest.min(filled);
            let white = (room - filled).max(0.0);
            let hole = white / self.body().height.max(1.0);
            self.plan.cost += if last { hole * hole * 40.0 } else { self.cost_of_white(white) };
            // Where the column ends matters as much as how full it is.
            self.plan.cost += match flow.bricks.get(end).map(|brick| brick.before) {
                Some(Break::At(cost)) if cost >= KEPT_WHOLE => cost * 1.8,
                Some(Break::At(cost)) => cost,
                Some(Break::Never) => 100.0,
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
        let stretch = if give > 0.0 { (slack / give).min(1.0) } else { 0.0 };
        let mut y = top;
        let mut column = Column::default();
        let mut open: Option<(usize, f32)> = None;
        for (offset, brick) in bricks.iter().enumerate() {
            let follows = offset > 0;
            if let Some(header) = column.repeated_header(flow, brick) {
                self.plan.placed.push(Placed { chunk, brick: BrickRef::Header(header), page, x, y, follows: false });
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
            self.plan.placed.push(Placed { chunk, brick: BrickRef::Own(from + offset), page, x, y, follows });
            y += flow.height_of(brick);
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
        let over = (self.room() - height - gap).max(0.0);
        self.spread(over, 20.0);
        let free = over / self.body().height.max(1.0);
        self.plan.cost += free * free * 200.0;
        self.y = self.look.bottom - height;
        let count = flow.bricks.len();
        self.place_columns(chunk, flow, 0, &[count], height, height, true);
    }

    /// Shares white that is left over among the gaps between the flows of the page, up to a measure for each.
    fn spread(&mut self, over: f32, most: f32) {
        let page = self.plan.pages - 1;
        let on_page = |placed: &&Placed| placed.page == page;
        let mut chunks: Vec<usize> = self.plan.placed.iter().filter(on_page).map(|placed| placed.chunk).collect();
        chunks.dedup();
        #[expect(clippy::cast_precision_loss, reason = "a handful of flows on a page")]
        let each = (over / chunks.len().max(1) as f32).min(most);
        let Some(first) = chunks.first().copied() else { return };
        #[expect(clippy::cast_precision_loss, reason = "a handful of flows on a page")]
        let shift = |chunk: usize| each * chunk.saturating_sub(first) as f32;
        for placed in self.plan.placed.iter_mut().filter(|placed| placed.page == page) {
            placed.y += shift(placed.chunk);
        }
        for panel in self.plan.panels.iter_mut().filter(|panel| panel.page == page) {
            panel.area.y += shift(panel.chunk);
        }
        for (chunk, _, frame) in self.plan.frames.iter_mut().filter(|(_, on, _)| *on == page) {
            frame.area.y += shift(*chunk);
            frame.filled += shift(*chunk);
        }
        self.y += shift(chunks.last().copied().unwrap_or(first));
    }

    fn finish(mut self) -> Plan {
        let free = self.room() / self.body().height.max(1.0);
        #[expect(clippy::cast_precision_loss, reason = "a number of pages")]
        let pages = self.plan.pages as f32;
        self.plan.cost += free * free * 20.0 + pages * 30.0;
        self.plan
    }
}

/// The height of a stretch of bricks in one column, added up brick by brick.
#[derive(Debug, Default, Clone, Copy)]
struct Column {
    height: f32,
    panel: Option<usize>,
    begun: bool,
}

impl Column {
    /// The height once the box that is open at the end is closed.
    fn closed(&self, flow: &Flow) -> f32 {
        self.height + self.panel.map_or(0.0, |panel| padding(flow, panel))
    }

    fn add(&mut self, flow: &Flow, brick: &Brick) {
        if let Some(header) = self.repeated_header(flow, brick) {
            self.height += flow.headers.get(header).map_or(0.0, |header| header.height);
        }
        if self.panel != brick.panel {
            self.height += self.panel.map_or(0.0, |panel| padding(flow, panel));
            self.height += brick.panel.map_or(0.0, |panel| padding(flow, panel));
        }
        self.height += flow.height_of(brick) + if self.begun { flow.gap_of(brick) } else { 0.0 };
        self.panel = brick.panel;
        self.begun = true;
    }

    /// The header to repeat before a brick: the column begins here, in the middle of a table.
    fn repeated_header(self, flow: &Flow, brick: &Brick) -> Option<usize> {
        brick.header.filter(|header| !self.begun && flow.headers.get(*header).is_some())
    }

    fn measure(flow: &Flow, from: usize, end: usize) -> f32 {
        let mut column = Self::default();
        for brick in flow.bricks.get(from..end).unwrap_or_default() {
            column.add(flow, brick);
        }
        column.closed(flow)
    }
}

fn padding(flow: &Flow, panel: usize) -> f32 {
    flow.panels.get(panel).map_or(0.0, |panel| panel.padding)
}

/// The height of everything from each brick on, as an estimate of what is left.
fn suffix_heights(flow: &Flow) -> Vec<f32> {
    let mut heights = vec![0.0; flow.bricks.len()];
    let mut sum = 0.0;
    for (height, brick) in heights.iter_mut().zip(&flow.bricks).rev() {
        sum += flow.height_of(brick) + flow.gap_of(brick);
        *height = sum - flow.gap_of(brick);
    }
    heights
}

/// A break as disliked as this parts something that is kept whole wherever it fits: a box, a chart, a short table.
const KEPT_WHOLE: f32 = 20.0;

/// The end of the bricks that are kept together with a brick.
fn cluster_end(flow: &Flow, start: usize) -> usize {
    let parted = |brick: &Brick| matches!(brick.before, Break::At(cost) if cost < KEPT_WHOLE);
    let after = flow.bricks.iter().enumerate().skip(start + 1);
    after.filter(|(_, brick)| parted(brick)).map(|(index, _)| index).next().unwrap_or(flow.bricks.len())
}

/// The cost of ending a column after a brick; none where that is not done.
fn cost_after(flow: &Flow, start: usize, index: usize) -> Option<f32> {
    let Some(next) = flow.bricks.get(index + 1) else { return Some(0.0) };
    // One line of a paragraph alone in a column is as lost as one at its foot.
    let alone =
        index == start && next.line && next.gap == 0.0 && flow.bricks.get(index).is_some_and(|brick| brick.line);
    match next.before {
        Break::At(cost) if !alone => Some(cost),
        _ => None,
    }
}

/// Where a column of a height that begins at a brick ends: the break that leaves least white at least cost.
fn fill(flow: &Flow, start: usize, height: f32) -> Option<usize> {
    let mut column = Column::default();
    let mut best: Option<(f32, usize)> = None;
    for (index, brick) in flow.bricks.iter().enumerate().skip(start) {
        column.add(flow, brick);
        let closed = column.closed(flow);
        if closed > height + 0.01 {
            break;
        }
        let Some(cost) = cost_after(flow, start, index) else { continue };
        let white = (height - closed) / height.max(1.0);
        let cost = white * white * 400.0 + (white - MOST_WHITE).max(0.0) * 400.0 + cost;
        if best.is_none_or(|(least, _)| cost <= least) {
            best = Some((cost, index + 1));
        }
    }
    best.map(|(_, end)| end)
}

/// The ends of columns filled to a height, for a flow that goes on after them.
///
/// On a fresh page something must be placed, or the flow would never end: then a break is forced where none is legal,
/// and a brick taller than the page stands alone on it.
fn fill_columns(flow: &Flow, start: usize, height: f32, columns: usize, fresh: bool) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut from = start;
    for _ in 0..columns {
        let end = match fill(flow, from, height) {
            Some(end) => end,
            None if fresh && from < flow.bricks.len() => forced(flow, from, height),
            None if ends.is_empty() => return None,
            None => from,
        };
        ends.push(end);
        from = end;
    }
    (from > start).then_some(ends)
}

/// The largest stretch that fits, legal or not; at least one brick.
fn forced(flow: &Flow, start: usize, height: f32) -> usize {
    let mut column = Column::default();
    for (index, brick) in flow.bricks.iter().enumerate().skip(start) {
        column.add(flow, brick);
        if column.closed(flow) > height {
            return index.max(start + 1);
        }
    }
    flow.bricks.len()
}

/// The ends of columns that hold all the rest of a flow, as even as its breaks allow, with the height of the tallest.
fn balance(flow: &Flow, start: usize, room: f32, columns: usize) -> Option<(Vec<usize>, f32)> {
    let count = flow.bricks.len();
    if columns == 1 {
        let height = Column::measure(flow, start, count);
        return (height <= room + 0.01).then(|| (vec![count], height));
    }
    let whole = Column::measure(flow, start, count);
    let mut first = Column::default();
    let mut best: Option<(f32, usize, f32)> = None;
    for (index, brick) in flow.bricks.iter().enumerate().skip(start) {
        first.add(flow, brick);
        let left = first.closed(flow);
        if left > room + 0.01 {
            break;
        }
        let Some(cost) = cost_after(flow, start, index) else { continue };
        // Far from the middle nothing can be even; near it, what is right of the break is measured exactly.
        if best.is_some() && (whole - 2.0 * left).abs() > whole * 0.8 {
            continue;
        }
        let right = Column::measure(flow, index + 1, count);
        if right > room + 0.01 {
            continue;
        }
        let dislike = left.max(right) + 0.5 * (left - right).abs() + 1.2 * cost;
        if best.is_none_or(|(least, _, _)| dislike < least) {
            best = Some((dislike, index + 1, left.max(right)));
        }
    }
    best.map(|(_, end, height)| (vec![end, count], height))
}

#[cfg(test)]
mod tests;
