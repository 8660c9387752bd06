//! The heights of ranges of bricks in one column, and the ends of columns.

use std::rc::Rc;

use super::SearchReach;
use super::measured::{ColumnEnd, EvenColumns, MeasuredFlow};
use crate::brick::{Break, Brick, Flow};
use crate::measures::pages::{TOLERANCE, TWO_COLUMNS};
use crate::weights;

/// The height of a range of bricks in one column, added up brick by brick.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct ColumnHeight {
    pub(super) height: f32,
    /// By how much the pictures in it may be reduced in total.
    pub(super) shrink: f32,
    pub(super) panel: Option<usize>,
    pub(super) begun: bool,
}

/// The position of a brick in a column, measured from the top of the column.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedBrick {
    /// The header to repeat at the top of the column.
    pub(super) header: Option<usize>,
    /// Where the open box ends, and where that of the brick begins.
    pub(super) closed: f32,
    pub(super) opened: f32,
    /// The top of the brick itself.
    pub(super) top: f32,
}

impl ColumnHeight {
    /// The height including the padding of the box that is open at the end.
    pub(super) fn closed(&self, flow: &Flow) -> f32 {
        self.height + self.panel.map_or(0.0, |panel| padding(flow, panel))
    }

    /// The position of a further brick, with `more` white above it than its own gap.
    pub(super) fn entry(&self, flow: &Flow, brick: &Brick, more: f32) -> PlacedBrick {
        let header = self.repeated_header(flow, brick);
        let mut y =
            self.height + header.and_then(|header| flow.headers.get(header)).map_or(0.0, |header| header.height);
        let leaves = self.panel != brick.panel;
        if leaves {
            y += self.panel.map_or(0.0, |panel| padding(flow, panel));
        }
        let closed = y;
        y += if self.begun { brick.gap + more } else { brick.head };
        let inside = if leaves { brick.panel.map_or(0.0, |panel| padding(flow, panel)) } else { 0.0 };
        let top = flow.on_grid(brick, y + inside);
        PlacedBrick { header, closed, opened: top - inside, top }
    }

    pub(super) fn add(&mut self, flow: &Flow, brick: &Brick) {
        self.enter(flow, brick, 0.0, 0.0);
    }

    /// Adds a brick with `more` white above it than its own gap, its height reduced by `shrunk`.
    pub(super) fn enter(&mut self, flow: &Flow, brick: &Brick, more: f32, shrunk: f32) -> PlacedBrick {
        let entry = self.entry(flow, brick, more);
        self.shrink += brick.shrink;
        self.height = entry.top + brick.height - shrunk;
        self.panel = brick.panel;
        self.begun = true;
        entry
    }

    /// The header to repeat before a brick, if the column begins here in the middle of a table.
    fn repeated_header(self, flow: &Flow, brick: &Brick) -> Option<usize> {
        brick.header.filter(|header| !self.begun && flow.headers.get(*header).is_some())
    }

    pub(super) fn of(flow: &Flow, from: usize, end: usize) -> Self {
        let mut column = Self::default();
        for brick in flow.bricks.get(from..end).unwrap_or_default() {
            column.add(flow, brick);
        }
        column
    }
}

pub(super) fn padding(flow: &Flow, panel: usize) -> f32 {
    flow.panels.get(panel).map_or(0.0, |panel| panel.padding)
}

/// The end of the bricks that are kept together with the one at `start`.
pub(super) fn cluster_end(flow: &Flow, start: usize) -> usize {
    let may_break = |brick: &Brick| matches!(brick.before, Break::At(cost) if cost < weights::KEPT_WHOLE);
    let after = flow.bricks.iter().enumerate().skip(start + 1);
    after.filter(|(_, brick)| may_break(brick)).map(|(index, _)| index).next().unwrap_or(flow.bricks.len())
}

/// The cost of ending a column before a brick; zero at the end of the flow.
pub(super) fn cost_of_break(flow: &Flow, end: usize) -> f32 {
    match flow.bricks.get(end).map(|brick| brick.before) {
        Some(Break::At(cost)) => weights::made(cost),
        Some(Break::Never) => weights::WHOLE_SPLIT,
        None => 0.0,
    }
}

/// The cost of ending a column after a brick; `None` if that is not allowed.
fn cost_after(flow: &Flow, start: usize, index: usize) -> Option<f32> {
    let Some(next) = flow.bricks.get(index + 1) else { return Some(0.0) };
    // A single line of a paragraph in a column is as lost as one at its foot.
    let alone =
        index == start && next.line && next.gap == 0.0 && flow.bricks.get(index).is_some_and(|brick| brick.line);
    match next.before {
        Break::At(cost) if !alone => Some(cost),
        _ => None,
    }
}

/// The ends of a column of the given height that begins at a brick: the breaks with the least white at the least cost, the best first, up
/// to `choices` of them.
pub(super) fn fill(flow: &MeasuredFlow, start: usize, height: f32, choices: usize) -> Vec<ColumnEnd> {
    let mut best: Vec<ColumnEnd> = Vec::with_capacity(choices + 1);
    for (index, column) in (start..).zip(flow.from(start)) {
        let closed = column.closed(flow);
        if closed - column.shrink > height + TOLERANCE {
            break;
        }
        let Some(cost) = cost_after(flow, start, index) else { continue };
        let white = ((height - closed) / height.max(1.0)).max(0.0);
        let scaled =
            if closed > height { (closed - height) / column.shrink.max(TOLERANCE) * weights::SCALED } else { 0.0 };
        let cost = scaled
            + white * white * weights::COLUMN_WHITE
            + (white - weights::FORGIVEN_WHITE).max(0.0) * weights::COLUMN_WHITE
            + weights::made(cost);
        // Of two equally good ends, the later fills the column better.
        let at = best.iter().position(|(other, _)| cost <= *other).unwrap_or(best.len());
        if at < choices {
            best.insert(at, (cost, index + 1));
            best.truncate(choices);
        }
    }
    best
}

/// The ends of two columns filled to a height, for a flow that continues after them: the best first, up to the number of choices.
///
/// On a fresh page something must be placed, or the flow would never end: if there is no legal break, one is forced, and a brick taller
/// than the page is alone on it.
pub(super) fn fill_columns(
    flow: &MeasuredFlow,
    (start, height): (usize, f32),
    reach: SearchReach,
    fresh: bool,
) -> Vec<[usize; 2]> {
    let choices = reach.choices;
    let mut found: Vec<(f32, [usize; 2])> = Vec::new();
    // The index of each end in `found`, if only the best of those with the same end is kept.
    let mut places: Vec<Option<usize>> = if reach.distinct { vec![None; flow.bricks.len() + 1] } else { Vec::new() };
    let mut firsts = flow.ends(start, height, choices);
    if firsts.is_empty() && fresh && start < flow.bricks.len() {
        firsts = Rc::new([(weights::WHOLE_SPLIT, forced(flow, start, height))]);
    }
    for (cost, first) in firsts.iter().copied() {
        // Nothing that begins with this first column or a later one is better than the ends already found.
        if found.iter().filter(|(both, _)| *both <= cost).count() >= choices {
            break;
        }
        let mut seconds = flow.ends(first, height, choices);
        if seconds.is_empty() {
            let end = if fresh && first < flow.bricks.len() { forced(flow, first, height) } else { first };
            seconds = Rc::new([(weights::WHOLE_SPLIT, end)]);
        }
        for (more, second) in seconds.iter().copied() {
            let both = (cost + more, [first, second]);
            let mut place = places.get_mut(second);
            match place.as_ref().and_then(|place| found.get_mut((**place)?)) {
                Some(known) if known.0 <= both.0 => {}
                Some(known) => *known = both,
                None => {
                    if let Some(place) = &mut place {
                        **place = Some(found.len());
                    }
                    found.push(both);
                }
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.truncate(choices);
    found.into_iter().map(|(_, ends)| ends).collect()
}

/// The end of one column filled to a height, for a flow that continues after it.
pub(super) fn fill_column(flow: &MeasuredFlow, start: usize, height: f32, fresh: bool) -> Option<usize> {
    let end = flow.ends(start, height, 1).first().map(|(_, end)| *end);
    end.or_else(|| (fresh && start < flow.bricks.len()).then(|| forced(flow, start, height)))
}

/// The end of the longest range that fits, whether or not a break is legal there; at least one brick.
fn forced(flow: &MeasuredFlow, start: usize, height: f32) -> usize {
    let fits = |column: &ColumnHeight| column.closed(flow) <= height;
    start + flow.from(start).take_while(fits).count().max(1)
}

/// The ends of two columns for a range of a flow, as even as its breaks allow, with the height of the taller.
pub(super) fn balance(flow: &MeasuredFlow, (start, stop): (usize, usize), room: f32) -> Option<EvenColumns> {
    let whole = flow.fitting(start, stop, TWO_COLUMNS * room)?.closed(flow);
    let mut best: Option<(f32, usize, f32)> = None;
    for (index, first) in (start..stop).zip(flow.from(start)) {
        let left = first.closed(flow);
        if left - first.shrink > room + TOLERANCE {
            break;
        }
        let Some(cost) = cost_after(flow, start, index) else { continue };
        // Columns broken far from the middle cannot be even; near it, the second column is measured exactly.
        if best.is_some() && (whole - 2.0 * left).abs() > whole * weights::FAR_FROM_EVEN {
            continue;
        }
        // A lower bound on its height rules out most breaks before anything is measured.
        let least = flow.least(index + 1, stop).max(left - first.shrink);
        let parting = if cost >= weights::KEPT_WHOLE { cost * weights::KEPT_WHOLE_EVENED } else { cost };
        if least > room + TOLERANCE || best.is_some_and(|(dislike, _, _)| least + parting >= dislike) {
            continue;
        }
        let second = flow.column(index + 1, stop);
        let right = second.closed(flow);
        // Pictures in the taller column are scaled down as far as that makes the two more even.
        let height = left.min(right).max(left - first.shrink).max(right - second.shrink);
        if height > room + TOLERANCE {
            continue;
        }
        let scaled = left.max(right) - height;
        let apart = (left.min(height) - right.min(height)).abs();
        let dislike = height + weights::APART * apart + weights::SMALLER * scaled + parting;
        if best.is_none_or(|(least, _, _)| dislike < least) {
            best = Some((dislike, index + 1, height));
        }
    }
    best.map(|(_, end, height)| ([end, stop], height))
}
