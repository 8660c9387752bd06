//! Searching for the best sequence of pages.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Chunk, FlowPosition, FlowRun, Move, PagePlan, Pager};
use crate::look::Look;
use crate::weights;

/// The cheapest way found to make all pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    /// The cost of holes, uneven columns and pages; lower is better.
    pub(crate) cost: f32,
    /// The number of pages.
    pub(crate) pages: usize,
    /// The number of columns that end in a hole or separate what belongs together.
    pub(crate) flaws: usize,
    /// The number of violations of rules that hold for all pages.
    pub(crate) faults: usize,
    last: Option<Rc<MoveChain>>,
}

/// A move and those before it.
#[derive(Debug)]
struct MoveChain {
    made: Move,
    before: Option<Rc<MoveChain>>,
}

impl Found {
    /// A result worse than anything that can be found.
    pub(crate) const fn none() -> Self {
        Self::nothing_below(f32::MAX)
    }

    /// Nothing found yet, with the cost below which it is looked for.
    pub(crate) const fn nothing_below(cost: f32) -> Self {
        Self { cost, pages: 0, flaws: 0, faults: 0, last: None }
    }

    /// Whether it is a way to make all pages, and not only what they would cost.
    pub(crate) const fn is_whole(&self) -> bool {
        self.last.is_some()
    }

    pub(super) fn moves(&self) -> Vec<Move> {
        let mut moves: Vec<Move> =
            std::iter::successors(self.last.as_ref(), |step| step.before.as_ref()).map(|step| step.made).collect();
        moves.reverse();
        moves
    }
}

/// How far the search looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchReach {
    /// The number of ways to make the pages so far that are followed to the next page.
    pub(crate) ways: usize,
    /// The number of choices at each step.
    pub(crate) choices: usize,
    /// Whether all choices of a step end at different places: what follows a place is the same, however it was reached.
    pub(crate) distinct: bool,
}

impl SearchReach {
    /// Only the choice that looks best at each point, page by page.
    pub(crate) const NEAR: Self = Self { ways: 1, choices: 1, distinct: false };
    /// Far enough that more makes no difference for any office of the repository.
    pub(crate) const FAR: Self = Self { ways: 16, choices: 6, distinct: false };
    /// As far as it still improves unacceptable pages. It takes several times as long.
    pub(crate) const FURTHEST: Self = Self { ways: 256, choices: 24, distinct: true };
}

/// What a way must stay below to be followed: neither its cost nor its faults ever decrease.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SearchBound {
    pub(crate) cost: f32,
    /// The number of violations of rules that are too many.
    pub(crate) faults: usize,
}

/// A way to make the pages so far.
#[derive(Clone)]
struct PartialPlan<'a> {
    pager: Pager<'a>,
    last: Option<Rc<MoveChain>>,
}

/// Finds the cheapest way to make all pages. Gives up once every way reaches `bound`, and then reports the lowest cost reached.
pub(crate) fn search(chunks: &[Chunk], look: &Look, bound: SearchBound, reach: SearchReach) -> Found {
    let rest = RemainingPages::of(chunks, look);
    let mut first = PartialPlan { pager: Pager::new(chunks, look), last: None };
    first.pager.is_strict = reach.distinct;
    first.pager.go_on();
    // Only the best of many ways are followed, and the one that looks best at each step may be abandoned, so it is followed first.
    let near = (reach.ways > 1).then(|| follow(first.clone(), &rest, bound, SearchReach::NEAR, Found::none()));
    let best = near.filter(Found::is_whole).unwrap_or_else(Found::none);
    follow(first, &rest, bound, reach, best)
}

/// The cheapest of `best` and all ways that continue from `first`.
fn follow(
    first: PartialPlan<'_>,
    rest: &RemainingPages,
    bound: SearchBound,
    reach: SearchReach,
    mut best: Found,
) -> Found {
    let mut ways = vec![first];
    while !ways.is_empty() {
        let mut reached: BTreeMap<(FlowPosition, bool), PartialPlan<'_>> = BTreeMap::new();
        let limit = best.cost.min(bound.cost);
        // A single way is followed to its end, to show how promising the choice is.
        let is_worth = |pager: &Pager<'_>| {
            let PagePlan { cost, faults, .. } = pager.plan;
            faults < bound.faults
                && cost < limit
                && (reach.ways == 1 || cost + rest.least_pages(pager) * weights::PAGE < limit)
        };
        for way in ways {
            page(&way, reach, &is_worth, &mut |way| {
                if way.pager.done() {
                    let mut pager = way.pager;
                    pager.finish();
                    if pager.plan.cost < best.cost && pager.plan.faults < bound.faults {
                        let PagePlan { cost, pages, flaws, faults, .. } = pager.plan;
                        best = Found { cost, pages, flaws, faults, last: way.last };
                    }
                    return;
                }
                let key = (way.pager.at, way.pager.fresh);
                let known = reached.get(&key).is_some_and(|known| known.pager.plan.cost <= way.pager.plan.cost);
                if !known {
                    reached.insert(key, way);
                }
            });
        }
        let mut next: Vec<(f32, PartialPlan<'_>)> =
            reached.into_values().map(|way| (way.pager.plan.cost + rest.cost(way.pager.at), way)).collect();
        next.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((cost, _)) = next.first()
            && !best.is_whole()
            && *cost > bound.cost
        {
            return Found::nothing_below(*cost);
        }
        ways = next.into_iter().take(reach.ways).map(|(_, way)| way).filter(|way| is_worth(&way.pager)).collect();
    }
    best
}

/// Makes one page in every possible way, and hands on each.
fn page<'a>(
    way: &PartialPlan<'a>,
    reach: SearchReach,
    is_worth: &dyn Fn(&Pager<'a>) -> bool,
    hand_on: &mut dyn FnMut(PartialPlan<'a>),
) {
    let on = way.pager.plan.pages;
    for made in way.pager.moves(reach) {
        let mut next = way.clone();
        next.pager.make(made);
        // A way that is hopeless in the middle of a page is hopeless at its end: costs never decrease.
        if reach.distinct && !is_worth(&next.pager) {
            continue;
        }
        next.last = Some(Rc::new(MoveChain { made, before: way.last.clone() }));
        if next.pager.done() || next.pager.plan.pages > on {
            hand_on(next);
        } else {
            page(&next, reach, is_worth, hand_on);
        }
    }
}

/// An estimate of the pages needed for what remains, so that ways that have placed less do not appear cheaper.
struct RemainingPages {
    flows: Vec<RemainingHeights>,
    page: f32,
}

/// The heights of what remains from each point of a flow, as if set across the full width of the page.
struct RemainingHeights {
    /// From each brick on, and from each exhibit on.
    bricks: Vec<f32>,
    floats: Vec<f32>,
    /// The total of all following flows.
    behind: f32,
    /// Lower bounds for the exhibits from each one on, and for all following flows.
    least_floats: Vec<f32>,
    least_behind: f32,
}

/// The sums of the measures from each element on.
fn from_each(measures: impl DoubleEndedIterator<Item = f32>) -> Vec<f32> {
    let mut sums: Vec<f32> = measures
        .rev()
        .scan(0.0, |sum, measure| {
            *sum += measure;
            Some(*sum)
        })
        .collect();
    sums.reverse();
    sums
}

impl RemainingPages {
    fn of(chunks: &[Chunk], look: &Look) -> Self {
        let (mut behind, mut least_behind) = (0.0, 0.0);
        let least = |chunk: &Chunk| chunk.flow.least(0, chunk.flow.bricks.len()) / columns(chunk);
        let mut flows: Vec<RemainingHeights> = Vec::new();
        for chunk in chunks.iter().rev() {
            let columns = columns(chunk);
            let bricks = from_each(chunk.flow.bricks.iter().map(|brick| (brick.height + brick.gap) / columns));
            let least_floats = from_each(chunk.floats.iter().map(|float| chunks.get(float.chunk).map_or(0.0, least)));
            let least_own = least(chunk) + least_floats.first().unwrap_or(&0.0);
            let floats = from_each(
                chunk.floats.iter().map(|float| chunks.get(float.chunk).map_or(0.0, |chunk| chunk.flow.whole())),
            );
            let own = bricks.first().unwrap_or(&0.0) + floats.first().unwrap_or(&0.0);
            flows.push(RemainingHeights { bricks, floats, behind, least_floats, least_behind });
            // Exhibits are counted with the text to which they belong.
            if chunk.run != FlowRun::Float {
                behind += own;
                least_behind += least_own;
            }
        }
        flows.reverse();
        Self { flows, page: look.body(false).height }
    }

    fn cost(&self, at: FlowPosition) -> f32 {
        let Some(flow) = self.flows.get(at.chunk) else { return 0.0 };
        let of = |left: &[f32], from: usize| left.get(from).copied().unwrap_or_default();
        let left = of(&flow.bricks, at.start) + of(&flow.floats, at.floats) + flow.behind;
        left / self.page * weights::PAGE
    }

    /// A lower bound on the number of pages.
    fn least_pages(&self, pager: &Pager<'_>) -> f32 {
        let pages = pager.plan.pages as f32;
        let (Some(flow), Some(chunk)) = (self.flows.get(pager.at.chunk), pager.chunks.get(pager.at.chunk)) else {
            return pages;
        };
        let own = chunk.flow.least(pager.at.start, chunk.flow.bricks.len()) / columns(chunk);
        let floats = flow.least_floats.get(pager.at.floats).copied().unwrap_or_default();
        let beyond = (own + floats + flow.least_behind) * SURE - pager.room();
        pages + (beyond / self.page).ceil().max(0.0)
    }
}

/// A safety factor: columns may be imperceptibly taller than the page.
const SURE: f32 = 0.99;

/// The number of columns through which a flow runs.
fn columns(chunk: &Chunk) -> f32 {
    if chunk.run == FlowRun::Columns { 2.0 } else { 1.0 }
}
