//! Pages chosen together.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Chunk, FlowPosition, FlowRun, Move, PagePlan, Pager};
use crate::look::Look;
use crate::weights;

/// The cheapest way that was found to make all pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    /// Lower is better: holes, uneven columns, pages.
    pub(crate) cost: f32,
    /// How many pages these are.
    pub(crate) pages: usize,
    /// How many columns end in a hole or part what belongs together.
    pub(crate) flaws: usize,
    /// How often a rule is broken that all pages are held to.
    pub(crate) faults: usize,
    last: Option<Rc<MoveChain>>,
}

/// A move, and those before it.
#[derive(Debug)]
struct MoveChain {
    made: Move,
    before: Option<Rc<MoveChain>>,
}

impl Found {
    /// Worse than anything that can be found.
    pub(crate) const fn none() -> Self {
        Self { cost: f32::MAX, pages: 0, flaws: 0, faults: 0, last: None }
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
    /// How many ways to make the pages so far are followed to the next page.
    pub(crate) ways: usize,
    /// How many choices there are at each step.
    pub(crate) choices: usize,
    /// Whether each of them ends at another place: what follows one place is the same, however it was come to.
    pub(crate) distinct: bool,
}

impl SearchReach {
    /// What looks best from where it stands, page by page.
    pub(crate) const NEAR: Self = Self { ways: 1, choices: 1, distinct: false };
    /// Wide enough that more changes nothing in any office of the repository.
    pub(crate) const FAR: Self = Self { ways: 16, choices: 6, distinct: false };
    /// As far as still mends pages that nobody would want. It takes several times as long.
    pub(crate) const FURTHEST: Self = Self { ways: 256, choices: 24, distinct: true };
}

/// A way to make the pages so far.
#[derive(Clone)]
struct PartialPlan<'a> {
    pager: Pager<'a>,
    last: Option<Rc<MoveChain>>,
}

/// The cheapest way to make all pages; gives up, with what it costs by then, once every way is above a bound.
pub(crate) fn search(chunks: &[Chunk], look: &Look, bound: f32, reach: SearchReach) -> Found {
    let rest = RemainingPages::of(chunks, look);
    let mut first = PartialPlan { pager: Pager::new(chunks, look), last: None };
    first.pager.is_strict = reach.distinct;
    first.pager.go_on();
    // Of many ways the best are followed, and the one that looks best at each step may be given up on the way.
    let near = (reach.ways > 1).then(|| follow(first.clone(), &rest, bound, SearchReach::NEAR, Found::none()));
    let best = near.filter(|near| near.last.is_some()).unwrap_or_else(Found::none);
    follow(first, &rest, bound, reach, best)
}

/// The cheapest of the best so far and what the ways on from a place lead to.
fn follow(first: PartialPlan<'_>, rest: &RemainingPages, bound: f32, reach: SearchReach, mut best: Found) -> Found {
    let mut ways = vec![first];
    while !ways.is_empty() {
        let mut reached: BTreeMap<(FlowPosition, bool), PartialPlan<'_>> = BTreeMap::new();
        let limit = best.cost.min(bound);
        // One way alone is followed to its end, which says how promising the choice is.
        let is_worth = |pager: &Pager<'_>| {
            let cost = pager.plan.cost;
            cost < limit && (reach.ways == 1 || cost + rest.least_pages(pager) * weights::PAGE < limit)
        };
        for way in ways {
            page(&way, reach, &is_worth, &mut |way| {
                if way.pager.done() {
                    let mut pager = way.pager;
                    pager.finish();
                    if pager.plan.cost < best.cost {
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
            && best.last.is_none()
            && *cost > bound
        {
            return Found { cost: *cost, ..Found::none() };
        }
        ways = next.into_iter().take(reach.ways).map(|(_, way)| way).filter(|way| is_worth(&way.pager)).collect();
    }
    best
}

/// Makes one page in every way there is, and hands on each.
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
        // What is hopeless in the middle of a page is no better at its end: a cost never falls.
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

/// What is left to be placed, as an estimate of the pages that it takes: ways that came less far are no cheaper for it.
struct RemainingPages {
    flows: Vec<RemainingHeights>,
    page: f32,
}

/// Heights of what is left from a place in a flow on, each as a share of the page's width.
struct RemainingHeights {
    /// From each brick on, and from each exhibit on.
    bricks: Vec<f32>,
    floats: Vec<f32>,
    /// Of all flows behind it.
    behind: f32,
    /// What the exhibits from each on, and all flows behind it, take up at least.
    least_floats: Vec<f32>,
    least_behind: f32,
}

/// The sum of measures from each on.
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
            // Exhibits are counted with the text that they have their place in.
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

    /// How many pages there will be at least.
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

/// Columns may be a little taller than the page, as far as no eye sees it.
const SURE: f32 = 0.99;

/// How many columns a flow runs through.
fn columns(chunk: &Chunk) -> f32 {
    if chunk.run == FlowRun::Columns { 2.0 } else { 1.0 }
}
