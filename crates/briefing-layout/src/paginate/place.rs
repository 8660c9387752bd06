//! Placing the contents of a page once they are decided: bricks, the boxes behind them, and white to be spread.

use super::columns::{ColumnHeight, cluster_end, cost_of_break, padding};
use super::measured::{MeasuredFlow, Settled};
use super::{BrickRef, FlowRun, Pager, PanelFragment, Placed};
use crate::measures::pages::{
    BETWEEN_FLOWS, FEW_LINES, GRID_TOLERANCE, MOST_ABOVE_STRIP, MOST_AT_FOOT, MOST_BETWEEN, MOST_GROWN,
    MOST_OF_ONLY_PAGE, MOST_ON_FIRST, REMNANT, SPREAD, SPREAD_FURTHER, TOLERANCE,
};
use crate::measures::running;
use crate::page::{Frame, Rect};
use crate::weights;

impl Pager<'_> {
    /// The cost of white at the foot of a column that is followed by more content: little for a line or two, ever more for a hole.
    pub(super) fn cost_of_white(&self, white: f32) -> f32 {
        let hole = white / self.body().height.max(1.0);
        let (line, square) = weights::WHITE_FOOT;
        hole * line + hole * hole * square + weights::hole(hole)
    }

    /// Ends a page that is followed by more content; the rest of it is a hole.
    pub(super) fn end_page(&mut self) {
        self.spread_to_foot();
        // The foot of a page is as wide as two columns.
        self.plan.cost += weights::PAGE_FOOT * self.cost_of_white(self.room());
        self.plan.flaws += usize::from(self.room() > self.body().height * weights::MOST_WHITE);
        self.count_foot(self.room() + self.short);
        self.new_page();
    }

    /// Counts the foot of a column as a fault if it looks forgotten.
    fn count_foot(&mut self, white: f32) {
        if white > self.most_at_foot() + TOLERANCE {
            self.plan.faults += 1;
            self.plan.cost += if self.is_strict { weights::FAULT } else { 0.0 };
        }
    }

    /// The largest white allowed at the foot of a column of this page.
    fn most_at_foot(&self) -> f32 {
        (self.whole_page() * MOST_AT_FOOT).min(self.body().height * MOST_ON_FIRST)
    }

    /// Places the columns of one page, evened to a height.
    pub(super) fn place_columns(
        &mut self,
        chunk: usize,
        flow: &MeasuredFlow,
        start: usize,
        ends: &[usize],
        to: (f32, bool),
    ) {
        let (height, last) = to;
        let top = self.y;
        if self.bands > 0 {
            self.widest = self.widest.max(top - self.foot + self.short);
        }
        self.bands += 1;
        let width = if ends.len() > 1 { self.look.column() } else { self.look.measure() };
        let mut from = start;
        let (mut deepest, mut highest) = (0.0_f32, f32::MAX);
        let page = self.plan.pages - 1;
        for (index, end) in ends.iter().copied().enumerate() {
            // In a single column, the second ends where the first does.
            if index > 0 && self.look.is_single {
                break;
            }
            let x = self.look.margin + index as f32 * (width + self.look.gutter);
            let filled = self.place_column((chunk, flow), (from, end), (x, top, width), height);
            (deepest, highest) = (deepest.max(filled), highest.min(filled));
            let white = (height - filled).max(0.0);
            let hole = white / self.body().height.max(1.0);
            let uneven = hole * hole * weights::UNEVEN + weights::hole(hole);
            self.plan.cost += if last { uneven } else { self.cost_of_white(white) };
            // The place where a column ends matters as much as how full it is.
            let parting = cost_of_break(flow, end);
            self.plan.cost += parting;
            let parts = usize::from(parting >= weights::KEPT_WHOLE);
            self.plan.flaws += usize::from(hole > weights::MOST_WHITE) + parts;
            self.plan.faults += parts;
            if !last && ends.len() > 1 {
                self.count_foot(white);
            }
            if self.draws {
                let next = flow.bricks.get(end).map_or(0.0, |_| flow.height(end, cluster_end(flow, end)));
                let area = Rect::new(x, top, width, height);
                self.plan.frames.push((chunk, page, Frame { area, filled: top + filled, next, last }));
            }
            from = end;
        }
        // A few lines left over from the previous page look lost above what follows, even below an exhibit moved to the top of the page.
        if last && start > 0 && self.began == Some(start) && ends.len() > 1 && deepest < REMNANT {
            self.plan.cost += weights::REMNANT;
        }
        self.y = top + deepest;
        // Above an empty column, the page is white from its top.
        let above = if self.bands == 1 && self.plan.pages > 1 && highest <= 0.0 { top - running::BAR } else { 0.0 };
        (self.foot, self.short) = (self.y, deepest - highest + above);
        self.fresh = false;
    }

    /// Places one column and returns its resulting height.
    fn place_column(
        &mut self,
        (chunk, flow): (usize, &MeasuredFlow),
        (from, end): (usize, usize),
        (x, top, width): (f32, f32, f32),
        height: f32,
    ) -> f32 {
        let page = self.plan.pages - 1;
        if !self.draws {
            let settled = flow.settled((from, end), height);
            self.plan.cost += settled.scaled * weights::SCALED;
            return settled.height;
        }
        let bricks = flow.bricks.get(from..end).unwrap_or_default();
        let mut liberties = Liberties::of(flow, (from, end), height - flow.height(from, end));
        self.plan.cost += liberties.scaled * weights::SCALED;
        let mut column = ColumnHeight::default();
        let mut open: Option<(usize, f32)> = None;
        for (offset, brick) in bricks.iter().enumerate() {
            let before = column;
            let shrunk = liberties.shrunk(brick.shrink);
            let entry = column.enter(flow, brick, liberties.above(from + offset), shrunk);
            let header = entry.header.map(|header| Placed {
                chunk,
                brick: BrickRef::Header(header),
                page,
                x,
                y: top,
                shrunk: 0.0,
                follows: false,
            });
            self.plan.placed.extend(header);
            // A box ends and another begins within the white between two bricks.
            if before.panel != brick.panel {
                if let Some((panel, since)) = open.take() {
                    let area = Rect::new(x, since, width, top + entry.closed - since);
                    self.plan.panels.push(PanelFragment { chunk, panel, page, area });
                }
                open = brick.panel.map(|panel| (panel, top + entry.opened));
            }
            let own = BrickRef::Own(from + offset);
            self.plan.placed.push(Placed {
                chunk,
                brick: own,
                page,
                x,
                y: top + entry.top,
                shrunk,
                follows: offset > 0,
            });
        }
        if let Some((panel, since)) = open {
            let area = Rect::new(x, since, width, top + column.height + padding(flow, panel) - since);
            self.plan.panels.push(PanelFragment { chunk, panel, page, area });
        }
        column.closed(flow)
    }

    /// Places the closing band at the foot of the page.
    pub(super) fn strip(&mut self, chunk: usize, flow: &MeasuredFlow) {
        let height = flow.whole();
        let gap = if self.fresh { 0.0 } else { BETWEEN_FLOWS };
        // If more content follows, it closes nothing: it is a band as tall as its words, and the text continues below it.
        if self.chunks.iter().skip(chunk + 1).any(|next| next.run != FlowRun::Float) {
            self.flow(chunk, flow);
            return;
        }
        if height + gap > self.room() {
            // If taller than a page, it runs like any other flow.
            if self.fresh || height > self.look.bottom - self.look.top {
                self.flow(chunk, flow);
                return;
            }
            self.end_page();
        }
        self.plan.cost += if self.fresh { weights::STRIP_ALONE } else { 0.0 };
        self.plan.is_back = self.fresh && self.plan.pages > 1 && chunk + 1 == self.chunks.len();
        self.spread((self.room() - height - gap).max(0.0));
        let may: f32 = flow.bricks.iter().skip(1).map(|brick| brick.stretch).sum();
        let over = (self.room() - height - gap).max(0.0);
        let growth = over.min(may).min(MOST_GROWN);
        let free = (over - growth) / self.body().height.max(1.0);
        self.plan.cost += free * weights::WHITE_ABOVE_STRIP.0 + free * free * weights::WHITE_ABOVE_STRIP.1;
        // With more white above it, the band would look lost at the foot, so it directly follows the content. At the end of several pages
        // it becomes the back of the issue and takes the rest of the last page; on a document's only page, it does so only if it is not
        // larger than the content it closes.
        let lost = free > MOST_ABOVE_STRIP;
        let to_foot = height + over.min(may);
        let ends = lost && (self.plan.pages > 1 || to_foot < self.look.page.1 * MOST_OF_ONLY_PAGE);
        // Filling that white with the band does not reduce its cost.
        self.plan.cost += if ends { self.cost_of_end(free) } else { 0.0 };
        let height = height + if ends { over.min(may) } else { growth };
        self.y = if lost { self.y + gap } else { self.look.bottom - height };
        self.place_columns(chunk, flow, 0, &[flow.bricks.len()], (height, true));
    }

    /// Spreads the white below an exhibit whose flow continues on the next page; white at its foot was already counted.
    pub(super) fn spread_foot(&mut self) {
        let before = self.cost_of_white(self.room());
        self.spread_to_foot();
        self.plan.cost += self.cost_of_white(self.room()) - before;
        self.count_foot(self.room());
    }

    /// If columns that end a page would leave a hole, spreads its white between the contents of the page, or below the title. Returns how
    /// much is inserted above the columns.
    pub(super) fn open_above(&mut self, flow: &MeasuredFlow, [first, end]: [usize; 2], height: f32) -> f32 {
        if self.bands == 0 && self.plan.pages > 1 {
            return 0.0;
        }
        let stretches =
            [(self.at.start, first), if self.look.is_single { (self.at.start, first) } else { (first, end) }];
        let [left, right] = stretches.map(|(from, end)| height - flow.settled((from, end), height).height);
        let bands = self.bands.max(1) as f32;
        let mut each = 0.0_f32;
        if left.min(right) > self.body().height * weights::MOST_WHITE {
            // The columns are one more band.
            each = (left.min(right) / (bands + 1.0)).min(SPREAD);
        }
        let needed = (left.max(right) - self.most_at_foot()) / bands;
        if needed > each {
            // Other ways to make the pages may not need this.
            self.plan.flaws += 1;
            // The deeper column gives up the white to be added between its items, and its pictures are reduced.
            let [left, right] = stretches.map(|(from, end)| {
                let column = flow.column(from, end);
                height - column.closed(flow) + column.shrink
            });
            each = each.max(needed.min(left.min(right) / bands).min(SPREAD_FURTHER));
        }
        let each = each.min(self.may_open());
        self.open_gaps(each);
        each
    }

    /// Spreads the white at the foot of a page. Gaps grow beyond their limit only as long as the foot would look forgotten otherwise.
    fn spread_to_foot(&mut self) {
        self.spread(self.room());
        let over = self.room() - self.body().height * weights::MOST_WHITE;
        if over > 0.0 {
            let gaps = self.bands.saturating_sub(1).max(1) as f32;
            self.open_gaps((over / gaps).min(SPREAD_FURTHER - SPREAD).min(self.may_open()));
        }
    }

    /// Spreads leftover white over the gaps between the flows of the page and its foot, up to a limit for each.
    fn spread(&mut self, over: f32) {
        self.open_gaps((over / self.bands.max(1) as f32).min(SPREAD).min(self.may_open()));
    }

    /// How much gaps may grow before one of them is a hole.
    fn may_open(&self) -> f32 {
        (self.whole_page() * MOST_BETWEEN - self.widest.max(BETWEEN_FLOWS + self.short)).max(0.0)
    }

    /// Widens each gap between the flows of the page.
    fn open_gaps(&mut self, each: f32) {
        let page = self.plan.pages - 1;
        let gaps = self.bands.saturating_sub(1) as f32;
        if self.draws {
            let on_page = self.plan.frames.partition_point(|(_, on, _)| *on < page);
            let mut tops: Vec<f32> = Vec::new();
            for (_, _, frame) in self.plan.frames.iter().skip(on_page) {
                if tops.iter().all(|top| (top - frame.area.y).abs() > TOLERANCE) {
                    tops.push(frame.area.y);
                }
            }
            let shift =
                |y: f32| each * tops.iter().filter(|top| **top <= y + TOLERANCE).count().saturating_sub(1) as f32;
            // The placements of this page are at the end of the list.
            for placed in self.plan.placed.iter_mut().rev().take_while(|placed| placed.page == page) {
                placed.y += shift(placed.y);
            }
            for panel in self.plan.panels.iter_mut().rev().take_while(|panel| panel.page == page) {
                panel.area.y += shift(panel.area.y);
            }
            for (_, _, frame) in self.plan.frames.iter_mut().skip(on_page) {
                let by = shift(frame.area.y);
                frame.area.y += by;
                frame.area.height = frame.area.height.min(self.look.bottom - frame.area.y);
                frame.filled += by;
            }
        }
        self.y += each * gaps;
        self.foot += each * gaps;
        self.widest += if gaps > 0.0 { each } else { 0.0 };
    }
}

/// Brings a column to a height without drawing it.
pub(super) fn settle(flow: &MeasuredFlow, (from, end): (usize, usize), height: f32) -> Settled {
    let natural = flow.height(from, end);
    let mut liberties = Liberties::of(flow, (from, end), height - natural);
    let scaled = liberties.scaled;
    if liberties.none() {
        return Settled { height: natural, scaled };
    }
    // Down to the first brick that is adjusted, the column is as it was measured.
    let white = liberties.white.iter().find(|(at, white)| *at > from && *white > 0.0).map(|(at, _)| *at);
    let picture = flow.pictures(from, end).first().copied();
    let first = white.into_iter().chain(picture).min().unwrap_or(end);
    let mut column = flow.column(from, first);
    for (at, brick) in flow.bricks.iter().enumerate().take(end).skip(first) {
        let shrunk = liberties.shrunk(brick.shrink);
        column.enter(flow, brick, liberties.above(at), shrunk);
    }
    Settled { height: column.closed(flow), scaled }
}

/// How a column is brought to a height: white added to gaps, height taken from pictures. If its lines are on a grid, both change by whole
/// lines.
struct Liberties {
    /// The first brick, above which no white is added.
    from: usize,
    /// The bricks above which white may be added, in order, with the amount for each.
    white: Vec<(usize, f32)>,
    /// The reduction of pictures: as a share of what each may lose, or as the height still to be removed in whole lines.
    scale: Scale,
    /// The share of the total possible reduction of pictures.
    scaled: f32,
}

enum Scale {
    Share(f32),
    Lines(f32),
}

impl Liberties {
    fn of(flow: &MeasuredFlow, (from, end): (usize, usize), slack: f32) -> Self {
        let brick = |at: &usize| flow.bricks.get(*at);
        let scalable: f32 = flow.pictures(from, end).iter().filter_map(brick).map(|brick| brick.shrink).sum();
        let gaps = || flow.gaps(from + 1, end).iter().filter_map(|at| Some((*at, flow.bricks.get(*at)?.stretch)));
        let on_grid =
            flow.grid > 0.0 && flow.bricks.get(from..end).is_some_and(|bricks| bricks.iter().any(|brick| brick.line));
        let share = |part: f32, of: f32| if of > 0.0 { (part.max(0.0) / of).min(1.0) } else { 0.0 };
        if on_grid {
            let lines = ((-slack).max(0.0).min(scalable) / flow.grid - GRID_TOLERANCE).ceil().max(0.0) * flow.grid;
            let white = lines_of_white(gaps(), slack, flow.grid);
            return Self { from, white, scale: Scale::Lines(lines), scaled: share(lines, scalable) };
        }
        let give: f32 = gaps().map(|(_, stretch)| stretch).sum();
        let (white, scaled) = (share(slack, give), share(-slack, scalable));
        let white = if white > 0.0 { gaps().map(|(at, stretch)| (at, stretch * white)).collect() } else { Vec::new() };
        Self { from, white, scale: Scale::Share(scaled), scaled }
    }

    fn none(&self) -> bool {
        self.white.is_empty() && self.scaled <= 0.0
    }

    /// The white added above a brick of the column.
    fn above(&self, at: usize) -> f32 {
        let known = self.white.binary_search_by_key(&at, |(at, _)| *at).ok().filter(|_| at > self.from);
        known.and_then(|index| self.white.get(index)).map_or(0.0, |(_, white)| *white)
    }

    /// The height that a picture loses, if it may lose up to `shrink`.
    fn shrunk(&mut self, shrink: f32) -> f32 {
        match &mut self.scale {
            Scale::Share(share) => shrink * *share,
            Scale::Lines(left) => {
                let taken = shrink.min(*left);
                *left -= taken;
                taken
            }
        }
    }
}

/// Distributes white in whole lines over the gaps that may grow by a line or more: first to those that may grow most, and one line to each
/// before any gets a second; if there are fewer lines than gaps, they are spread over the whole column. One or two lines of white stay at
/// the foot rather than between two items. A gap is given as the index of its brick and how much it may grow.
fn lines_of_white(gaps: impl Iterator<Item = (usize, f32)>, slack: f32, grid: f32) -> Vec<(usize, f32)> {
    let mut left = (slack / grid + GRID_TOLERANCE).floor();
    if left < 1.0 {
        return Vec::new();
    }
    let lines = gaps.map(|(at, stretch)| (at, (stretch / grid + TOLERANCE).floor()));
    let (lines, mut white): (Vec<f32>, Vec<(usize, f32)>) =
        lines.filter(|(_, lines)| *lines >= 1.0).map(|(at, lines)| (lines, (at, 0.0))).unzip();
    for least in [2.0, 1.0] {
        for round in [1.0, 2.0] {
            let may = |(white, lines): (f32, f32)| {
                lines >= least && lines * grid >= white + grid - TOLERANCE && white < round * grid - TOLERANCE
            };
            let kept = if least > 1.0 { 0.0 } else { FEW_LINES - 1.0 };
            if left <= kept {
                continue;
            }
            let gaps = white.iter().zip(&lines).filter(|((_, white), lines)| may((*white, **lines))).count() as f32;
            let given = (left - kept).clamp(0.0, gaps);
            let mut met = 0.0;
            for ((_, white), lines) in white.iter_mut().zip(&lines) {
                if may((*white, *lines)) {
                    // The gap at which the next line is due.
                    let due = |met: f32| (met * given / gaps + TOLERANCE).floor();
                    *white += (due(met + 1.0) - due(met)) * grid;
                    met += 1.0;
                }
            }
            left -= given;
        }
    }
    white
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The indices of items above which white is added, if each may have one more line above it.
    fn among(items: usize, lines: f32) -> Vec<usize> {
        let white = lines_of_white((1..items).map(|at| (at, 13.0)), lines * 13.0, 13.0);
        white.iter().filter(|(_, white)| *white > 0.0).map(|(at, _)| *at).collect()
    }

    #[test]
    fn lines_of_white_go_to_gaps_all_down_the_column() {
        assert_eq!(among(9, 5.0), [3, 6, 8]);
        assert_eq!(among(9, 10.0), [1, 2, 3, 4, 5, 6, 7, 8]);
        // One or two lines stay at the foot.
        assert!(among(9, 2.0).is_empty());
        assert_eq!(among(2, 5.0), [1]);
    }
}
