//! Choosing line ends, optimally for the paragraph as a whole.
//!
//! After Knuth and Plass, "Breaking Paragraphs into Lines" (1981): all ways to end lines are weighed at once by how far each line stretches
//! or shrinks, by divided words, and by how well adjacent lines match. Three attempts are made with increasing freedom: without divided
//! words; with divided words; and with whatever is necessary, including cuts between any two letters of what is wider than the measure.

use super::atoms::{Atoms, Cause};
use super::font::FontBook;
use super::line::LOOSEST;
use super::places::{Attempt, Breakpoint, EndReason, LineMeasure, Stretch, Sum, TINY, sum_up};
use super::shape::ShapeCache;
use super::source::ParagraphText;
use super::weights;

/// Vectors reused from paragraph to paragraph.
#[derive(Default)]
pub(super) struct FitScratch {
    sums: Vec<Sum>,
    places: Vec<Breakpoint>,
    active: Vec<u32>,
    nodes: Vec<ActiveNode>,
}

/// A line end that may be part of the optimal choice.
#[derive(Debug, Clone, Copy)]
struct ActiveNode {
    place: u32,
    /// The previous line end.
    before: u32,
    demerits: f64,
    fitness: u8,
    /// The number of consecutive lines up to here that end in a hyphen.
    hyphens: u8,
}

/// Appends the ends of all lines of the paragraph to `ends`.
pub(super) fn fit(
    book: &FontBook,
    cache: &mut ShapeCache,
    source: &ParagraphText<'_>,
    atoms: &Atoms,
    measure: LineMeasure,
    scratch: &mut FitScratch,
    ends: &mut Vec<Breakpoint>,
) {
    sum_up(&atoms.atoms, &mut scratch.sums);
    let mut measure = measure;
    let (mut first, mut first_atom) = (0, 0);
    for (number, opportunity) in atoms.opportunities.iter().enumerate() {
        if opportunity.cause != Cause::Must {
            continue;
        }
        let mut stretch = Stretch { book, cache, source, atoms, measure, first_atom, range: (first, number + 1) };
        stretch.fit(scratch, ends);
        (first, first_atom) = (number + 1, opportunity.atom);
        measure.indent = 0.0;
    }
}

/// The widest stretch between mandatory ends, and the widest that cannot be broken.
pub(super) fn extent(
    book: &FontBook,
    cache: &mut ShapeCache,
    source: &ParagraphText<'_>,
    atoms: &Atoms,
    scratch: &mut FitScratch,
) -> (f64, f64) {
    sum_up(&atoms.atoms, &mut scratch.sums);
    let measure = LineMeasure { width: f64::MAX, indent: 0.0, justify: false, hyphenate: false };
    let range = (0, atoms.opportunities.len());
    let mut whole = Stretch { book, cache, source, atoms, measure, first_atom: 0, range };
    whole.collect(Attempt::Undivided, &scratch.sums, &mut scratch.places);
    let (mut natural, mut least) = (0f64, 0f64);
    let (mut from, mut line_from) = (Sum::default(), Sum::default());
    for place in &scratch.places {
        least = least.max(place.until.width - from.width + place.hyphen);
        if place.end == EndReason::Must {
            natural = natural.max(place.until.width - line_from.width);
            line_from = place.from;
        }
        from = place.from;
    }
    (natural, least)
}

impl Stretch<'_, '_> {
    fn fit(&mut self, scratch: &mut FitScratch, ends: &mut Vec<Breakpoint>) {
        let start = scratch.sums.get(self.first_atom as usize).copied().unwrap_or_default();
        self.collect(Attempt::Undivided, &scratch.sums, &mut scratch.places);
        // A stretch that fits on one line needs no weighing.
        if let Some(last) = scratch.places.last()
            && last.until.width - start.width + self.measure.indent <= self.measure.width
        {
            ends.push(*last);
            return;
        }
        if self.weigh(Attempt::Undivided, start, scratch, ends) {
            return;
        }
        self.collect(Attempt::Divided, &scratch.sums, &mut scratch.places);
        if self.weigh(Attempt::Divided, start, scratch, ends) {
            return;
        }
        self.collect(Attempt::Desperate, &scratch.sums, &mut scratch.places);
        self.weigh(Attempt::Desperate, start, scratch, ends);
    }

    /// Chooses the line ends of an attempt and appends them; `false` if none is good enough.
    fn weigh(&self, attempt: Attempt, start: Sum, scratch: &mut FitScratch, ends: &mut Vec<Breakpoint>) -> bool {
        let FitScratch { places, active, nodes, .. } = scratch;
        let first_at = self.atoms.atoms.get(self.first_atom as usize).map_or(0, |atom| atom.start);
        let first = Breakpoint {
            at: first_at,
            atom: self.first_atom,
            end: EndReason::Must,
            hyphen: 0.0,
            until: start,
            from: start,
        };
        nodes.clear();
        active.clear();
        nodes.push(ActiveNode { place: FIRST, before: 0, demerits: 0.0, fitness: DECENT, hyphens: 0 });
        active.push(0);
        let place_of = |node: &ActiveNode| places.get(node.place as usize).unwrap_or(&first);
        for (number, place) in places.iter().enumerate() {
            let last = number + 1 == places.len();
            let mut best = [[None::<ActiveNode>; 4]; 3];
            let mut dropped: Option<u32> = None;
            active.retain(|&id| {
                let Some(node) = nodes.get(id as usize) else {
                    return false;
                };
                let from = place_of(node);
                if from.at >= place.at && node.place != FIRST {
                    return true;
                }
                let line = self.line(node, from, place);
                if let Some((badness, fitness)) = self.badness(&line, last, attempt) {
                    let (mut demerits, hyphens) = self.demerits(node, place, badness, fitness, last, &line);
                    if last {
                        demerits += self.demerits_of_last(from, place, &line);
                    }
                    let slot =
                        best.get_mut(usize::from(hyphens.min(2))).and_then(|row| row.get_mut(usize::from(fitness)));
                    if let Some(slot) = slot
                        && slot.is_none_or(|known| demerits < known.demerits)
                    {
                        *slot = Some(ActiveNode { place: number as u32, before: id, demerits, fitness, hyphens });
                    }
                }
                // A line that continues does not have the hyphen, so its width must not rule it out.
                let stays = line.slack + place.hyphen + line.shrink >= -TINY && place.end != EndReason::Must;
                if !stays {
                    dropped = dropped.max(Some(id));
                }
                stays
            });
            let mut least = f64::INFINITY;
            for row in &best {
                // Fewer consecutive hyphens never hurt later, and a better match with the next line gains at most the cost of a mismatch.
                let nodes_of_row = row.iter().flatten();
                least = nodes_of_row.clone().map(|node| node.demerits).fold(least, f64::min);
                for node in nodes_of_row.filter(|node| node.demerits <= least + weights::UNEVEN) {
                    active.push(nodes.len() as u32);
                    nodes.push(*node);
                }
            }
            if active.is_empty() {
                // Nothing fits: take the shortest line that is too long, if this attempt allows it.
                let (Attempt::Desperate, Some(before)) = (attempt, dropped) else {
                    return false;
                };
                let demerits = nodes.get(before as usize).map_or(0.0, |node| node.demerits) + 1e12;
                active.push(nodes.len() as u32);
                nodes.push(ActiveNode { place: number as u32, before, demerits, fitness: DECENT, hyphens: 0 });
            }
            if active.len() > MOST_ACTIVE {
                active.drain(..active.len() - MOST_ACTIVE);
            }
        }
        let least = |a: &&u32, b: &&u32| {
            let demerits = |id: u32| nodes.get(id as usize).map_or(f64::INFINITY, |node| node.demerits);
            demerits(**a).total_cmp(&demerits(**b))
        };
        let final_ones = active
            .iter()
            .filter(|&&id| nodes.get(id as usize).is_some_and(|node| node.place as usize + 1 == places.len()));
        let Some(&last) = final_ones.min_by(least) else {
            return false;
        };
        let demerits = nodes.get(last as usize).map_or(0.0, |node| node.demerits);
        let too_bad = match attempt {
            Attempt::Undivided => weights::SINGLE_LAST,
            Attempt::Divided => weights::PIECE_LAST,
            Attempt::Desperate => f64::INFINITY,
        };
        if self.measure.justify && demerits >= too_bad {
            return false;
        }
        let chosen = ends.len();
        let mut id = last;
        while let Some(node) = nodes.get(id as usize).filter(|node| node.place != FIRST) {
            ends.push(*place_of(node));
            id = node.before;
        }
        ends.get_mut(chosen..).unwrap_or_default().reverse();
        true
    }

    fn line(&self, node: &ActiveNode, from: &Breakpoint, to: &Breakpoint) -> WeighedLine {
        let indent = if node.place == FIRST { self.measure.indent } else { 0.0 };
        let width = (to.until.width - from.from.width).max(0.0) + to.hyphen + indent;
        WeighedLine {
            begins: from.end,
            slack: self.measure.width - width,
            stretch: (to.until.stretch - from.from.stretch).max(0.0),
            shrink: if self.measure.justify { (to.until.shrink - from.from.shrink).max(0.0) } else { 0.0 },
        }
    }

    /// The cost of a last line with very little text.
    fn demerits_of_last(&self, from: &Breakpoint, to: &Breakpoint, line: &WeighedLine) -> f64 {
        let words = self.source.slice(from.at, to.at).trim_end();
        let divides = matches!(
            line.begins,
            EndReason::Hyphen | EndReason::HyphenInCompound | EndReason::HyphenInName | EndReason::SoftHyphen
        );
        if divides && !words.contains(char::is_whitespace) {
            return weights::PIECE_LAST;
        }
        let is_short = line.slack > self.measure.width * weights::LAST_BLANK;
        let is_single = || words.chars().filter(|c| c.is_alphanumeric()).take(2).count() == 1;
        if is_short && is_single() { weights::SINGLE_LAST } else { 0.0 }
    }

    /// The badness of a line, and whether it is tight (3), decent (2), loose (1) or very loose (0); `None` if the attempt does not accept
    /// it.
    fn badness(&self, line: &WeighedLine, last: bool, attempt: Attempt) -> Option<(f64, u8)> {
        let WeighedLine { slack, stretch, shrink, .. } = *line;
        if slack + shrink < -TINY {
            return None;
        }
        if !self.measure.justify {
            let share = (slack / self.measure.width.max(TINY)).clamp(0.0, 1.0);
            let most = if attempt == Attempt::Desperate { 1.0 } else { weights::MOST_BLANK };
            return (last || share <= most).then_some((100.0 * share * share, DECENT));
        }
        let ratio = if slack < 0.0 {
            slack / shrink.max(TINY)
        } else if last {
            0.0
        } else if stretch > TINY {
            slack / stretch
        } else {
            // Nothing can stretch, so the line ends early, which goes unnoticed if it is by a little.
            weights::ENDS_EARLY * slack / self.measure.width.max(TINY)
        };
        // Beyond what any eye forgives, more blank is hardly worse: one such line is better than a paragraph that is loose throughout.
        let badness =
            (100.0 * ratio.abs().powi(3)).min(weights::UNFORGIVEN + weights::BEYOND * ratio.abs().min(LOOSEST));
        let most = match attempt {
            Attempt::Undivided => weights::UNDIVIDED,
            Attempt::Divided => weights::DIVIDED,
            Attempt::Desperate => f64::INFINITY,
        };
        let fitness = match ratio {
            ratio if ratio < -0.5 => 3,
            ratio if ratio <= 0.5 => DECENT,
            ratio if ratio <= 1.0 => 1,
            _ => 0,
        };
        (badness <= most).then_some((badness, fitness))
    }

    /// The demerits of the whole choice up to a line end, and its number of consecutive hyphens.
    fn demerits(
        &self,
        node: &ActiveNode,
        place: &Breakpoint,
        badness: f64,
        fitness: u8,
        last: bool,
        line: &WeighedLine,
    ) -> (f64, u8) {
        let (penalty, hyphen) = weights::of_end(place.end);
        let mut demerits = if self.measure.justify {
            (weights::LINE + badness) * (weights::LINE + badness) + penalty * penalty
        } else {
            // As few lines as possible; with equally many, as even as possible.
            weights::RAGGED_LINE + if last { 0.0 } else { badness * weights::RAGGED } + penalty * penalty
        };
        if self.measure.justify && !last && line.slack > LOOSEST * line.stretch.max(TINY) {
            let blank = (line.slack / self.measure.width.max(TINY)).clamp(0.0, 1.0);
            demerits += if hyphen { weights::SHORT_DIVIDED } else { weights::SHORT_LINE * blank * blank };
        }
        let hyphens = if hyphen { node.hyphens.saturating_add(1) } else { 0 };
        demerits += match hyphens {
            0 | 1 => 0.0,
            2 => weights::SECOND_HYPHEN,
            _ => weights::THIRD_HYPHEN,
        };
        if self.measure.justify && fitness.abs_diff(node.fitness) > 1 {
            demerits += weights::UNEVEN;
        }
        if last && node.hyphens > 0 {
            demerits += weights::HYPHEN_BEFORE_LAST;
        }
        if last && line.begins == EndReason::HyphenInName {
            demerits += weights::NAME_BEFORE_LAST;
        }
        if last && line.slack > self.measure.width * weights::LAST_BLANK {
            demerits += if node.hyphens > 0 { weights::DIVIDED_LAST } else { weights::SHORT_LAST };
        }
        (node.demerits + demerits, hyphens)
    }
}

/// A line as it is weighed.
struct WeighedLine {
    /// The reason why the previous line ends.
    begins: EndReason,
    slack: f64,
    stretch: f64,
    shrink: f64,
}

/// The node before the first line.
const FIRST: u32 = u32::MAX;
/// The fitness of a line whose spacing goes unnoticed, on a scale from 3 (tight) to 0 (very loose).
const DECENT: u8 = 2;
/// The largest number of line ends weighed at once, so that text without width takes linear time.
const MOST_ACTIVE: usize = 300;
