//! Where lines end: the best choice for the paragraph as a whole.
//!
//! After Knuth and Plass, "Breaking Paragraphs into Lines" (1981): every way to end lines is weighed at once, by how
//! far each line stretches or shrinks, by divided words, and by how well neighbouring lines agree. Three attempts are
//! made, each with more freedom: undivided words; divided words; whatever it takes, cutting between any two letters of
//! what is wider than the measure.

use super::atoms::{Atom, Atoms, Cause, Gap, Kind, Source};
use super::font::FontBook;
use super::shape::ShapeCache;
use unicode_segmentation::UnicodeSegmentation;

/// What a line is filled up to, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) width: f64,
    pub(super) indent: f64,
    pub(super) justify: bool,
    pub(super) hyphenate: bool,
}

/// Natural width, stretch and shrink from the start of the paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sum {
    pub(super) width: f64,
    pub(super) stretch: f64,
    pub(super) shrink: f64,
}

/// Why a line ends at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Open,
    Mark,
    /// A word divided by its language: a hyphen is drawn.
    Hyphen,
    /// The same in a word that has a hyphen of its own elsewhere.
    HyphenInCompound,
    /// A word divided where the author said so: a hyphen is drawn.
    SoftHyphen,
    /// Between two letters of something wider than the measure: nothing is drawn.
    Cut,
    Must,
}

/// A place where a line may end and the next begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) at: u32,
    /// The atom that begins here, or has the place inside.
    pub(super) atom: u32,
    pub(super) end: End,
    /// How wide the hyphen drawn here is.
    hyphen: f64,
    /// The sums of a line that ends here, without what hangs over.
    until: Sum,
    /// The sums of a line that begins here.
    from: Sum,
}

/// Vectors kept from one paragraph to the next.
#[derive(Default)]
pub(super) struct FitScratch {
    sums: Vec<Sum>,
    places: Vec<Place>,
    active: Vec<u32>,
    nodes: Vec<Node>,
}

/// A line end that may be part of the best choice.
#[derive(Debug, Clone, Copy)]
struct Node {
    place: u32,
    /// The line end before.
    before: u32,
    demerits: f64,
    fitness: u8,
    /// How many lines up to here end in a hyphen, without a break.
    hyphens: u8,
}

/// How much freedom an attempt has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    Undivided,
    Divided,
    Desperate,
}

/// Appends the ends of all lines of the paragraph to `ends`.
pub(super) fn fit(
    book: &FontBook,
    cache: &mut ShapeCache,
    source: &Source<'_>,
    atoms: &Atoms,
    measure: Measure,
    scratch: &mut FitScratch,
    ends: &mut Vec<Place>,
) {
    sum_up(&atoms.atoms, &mut scratch.sums);
    let mut measure = measure;
    let (mut first, mut first_atom) = (0, 0);
    for (number, opportunity) in atoms.opportunities.iter().enumerate() {
        if opportunity.cause != Cause::Must {
            continue;
        }
        let mut stretch = Stretch {
            book,
            cache,
            source,
            atoms,
            measure,
            first_atom,
            range: (first, number + 1),
        };
        stretch.fit(scratch, ends);
        (first, first_atom) = (number + 1, opportunity.atom);
        measure.indent = 0.0;
    }
}

/// The widest stretch between mandatory ends, and the widest that cannot be parted.
pub(super) fn extent(
    book: &FontBook,
    cache: &mut ShapeCache,
    source: &Source<'_>,
    atoms: &Atoms,
    scratch: &mut FitScratch,
) -> (f64, f64) {
    sum_up(&atoms.atoms, &mut scratch.sums);
    let measure = Measure {
        width: f64::MAX,
        indent: 0.0,
        justify: false,
        hyphenate: false,
    };
    let range = (0, atoms.opportunities.len());
    let mut whole = Stretch {
        book,
        cache,
        source,
        atoms,
        measure,
        first_atom: 0,
        range,
    };
    whole.collect(Attempt::Undivided, scratch);
    let (mut natural, mut least) = (0f64, 0f64);
    let (mut from, mut line_from) = (Sum::default(), Sum::default());
    for place in &scratch.places {
        least = least.max(place.until.width - from.width + place.hyphen);
        if place.end == End::Must {
            natural = natural.max(place.until.width - line_from.width);
            line_from = place.from;
        }
        from = place.from;
    }
    (natural, least)
}

fn sum_up(atoms: &[Atom], sums: &mut Vec<Sum>) {
    sums.clear();
    let mut sum = Sum::default();
    sums.push(sum);
    for atom in atoms {
        let give = atom.give();
        sum.width += atom.width;
        sum.stretch += give.stretch + atom.gap.stretch;
        sum.shrink += give.shrink + atom.gap.shrink;
        sums.push(sum);
    }
}

/// The paragraph from one mandatory end to the next.
struct Stretch<'a, 'b> {
    book: &'a FontBook,
    cache: &'a mut ShapeCache,
    source: &'a Source<'b>,
    atoms: &'a Atoms,
    measure: Measure,
    first_atom: u32,
    /// Its opportunities.
    range: (usize, usize),
}

impl Stretch<'_, '_> {
    fn fit(&mut self, scratch: &mut FitScratch, ends: &mut Vec<Place>) {
        let start = scratch
            .sums
            .get(self.first_atom as usize)
            .copied()
            .unwrap_or_default();
        self.collect(Attempt::Undivided, scratch);
        // What fits on one line needs no weighing.
        if let Some(last) = scratch.places.last()
            && last.until.width - start.width + self.measure.indent <= self.measure.width
        {
            ends.push(*last);
            return;
        }
        if self.weigh(Attempt::Undivided, start, scratch, ends) {
            return;
        }
        if self.measure.hyphenate {
            self.collect(Attempt::Divided, scratch);
            if self.weigh(Attempt::Divided, start, scratch, ends) {
                return;
            }
        }
        self.collect(Attempt::Desperate, scratch);
        self.weigh(Attempt::Desperate, start, scratch, ends);
    }

    /// Fills the scratch with every place where a line may end in an attempt.
    fn collect(&mut self, attempt: Attempt, scratch: &mut FitScratch) {
        let FitScratch { places, sums, .. } = scratch;
        places.clear();
        let opportunities = self
            .atoms
            .opportunities
            .get(self.range.0..self.range.1)
            .unwrap_or_default();
        for opportunity in opportunities {
            let end = match opportunity.cause {
                Cause::Open => End::Open,
                Cause::Mark => End::Mark,
                Cause::SoftHyphen => End::SoftHyphen,
                Cause::Must => End::Must,
            };
            let (at, atom) = (opportunity.at, opportunity.atom);
            places.push(if opportunity.inside {
                self.inside(at, atom, end, sums)
            } else {
                self.between(at, atom, end, sums)
            });
        }
        if attempt != Attempt::Undivided && self.measure.hyphenate {
            self.divide_words(places, sums);
            places.sort_by_key(|place| place.at);
        }
        if attempt == Attempt::Desperate {
            self.cut_up(places, sums);
        }
    }

    /// A place between two atoms: what hangs before it does not count.
    fn between(&self, at: u32, atom: u32, end: End, sums: &[Sum]) -> Place {
        let atoms = &self.atoms.atoms;
        let mut last = atom as usize;
        while last > self.first_atom as usize && atoms.get(last - 1).is_some_and(Atom::hangs) {
            last -= 1;
        }
        let mut until = sums.get(last).copied().unwrap_or_default();
        let before = last.checked_sub(1).and_then(|before| atoms.get(before));
        let gap = before.map_or_else(Gap::default, |atom| atom.gap);
        until.stretch -= gap.stretch;
        until.shrink -= gap.shrink;
        let from = sums.get(atom as usize).copied().unwrap_or_default();
        let hyphen = if end == End::SoftHyphen {
            before.map_or(0.0, |atom| self.hyphen(atom))
        } else {
            0.0
        };
        Place {
            at,
            atom,
            end,
            hyphen,
            until,
            from,
        }
    }

    /// A place inside a word.
    fn inside(&mut self, at: u32, number: u32, end: End, sums: &[Sum]) -> Place {
        let before = sums.get(number as usize).copied().unwrap_or_default();
        let mut place = Place {
            at,
            atom: number,
            end,
            hyphen: 0.0,
            until: before,
            from: before,
        };
        let Some(atom) = self.atoms.atoms.get(number as usize) else {
            return place;
        };
        let Kind::Word(word) = atom.kind else {
            return place;
        };
        let offset = at.saturating_sub(atom.start);
        let (left, right) = if end == End::Cut {
            let left = self.width(atom, self.cache.rough_cut(word, offset));
            (left, atom.width - left)
        } else {
            let (left, right) = self.cache.cut(self.book, word, offset);
            (self.width(atom, left), self.width(atom, right))
        };
        place.until.width += left;
        place.from.width += atom.width - right;
        if end == End::SoftHyphen {
            place.hyphen = self.hyphen(atom);
        }
        place
    }

    fn width(&self, atom: &Atom, advance: super::shape::Advance) -> f64 {
        self.source.width(self.book, atom.style, atom.face, advance)
    }

    fn hyphen(&self, atom: &Atom) -> f64 {
        let size = self
            .source
            .styles
            .get(usize::from(atom.style))
            .map_or(0.0, |style| style.size);
        let hyphen = self.book.open(atom.face).and_then(|open| open.hyphen);
        hyphen.map_or(0.0, |(_, em)| em * size)
    }

    /// Adds the places where words may be divided.
    fn divide_words(&mut self, places: &mut Vec<Place>, sums: &[Sum]) {
        let last = places.last().map_or(0, |place| place.atom) as usize;
        let atoms = self.atoms;
        let is_word = |number: Option<usize>| {
            number
                .and_then(|number| atoms.atoms.get(number))
                .is_some_and(|atom| matches!(atom.kind, Kind::Word(_)))
        };
        for number in self.first_atom as usize..last {
            let Some(atom) = atoms.atoms.get(number) else {
                continue;
            };
            let Kind::Word(word) = atom.kind else {
                continue;
            };
            // A word of several atoms is one that no language knows as it stands here.
            if is_word(number.checked_sub(1)) && number > self.first_atom as usize
                || is_word(Some(number + 1))
            {
                continue;
            }
            let Some(_) = self.book.open(atom.face).and_then(|open| open.hyphen) else {
                continue;
            };
            let hyphen = self.hyphen(atom);
            let before = sums.get(number).copied().unwrap_or_default();
            let (source, book) = (self.source, self.book);
            for division in self.cache.divisions(book, word) {
                let left = source.width(book, atom.style, atom.face, division.before);
                let right = source.width(book, atom.style, atom.face, division.after);
                let (mut until, mut from) = (before, before);
                until.width += left;
                from.width += atom.width - right;
                let at = atom.start + division.at;
                let end = if division.compound {
                    End::HyphenInCompound
                } else {
                    End::Hyphen
                };
                places.push(Place {
                    at,
                    atom: number as u32,
                    end,
                    hyphen,
                    until,
                    from,
                });
            }
        }
    }

    /// Adds a place before every letter of what is wider than the measure between two places.
    fn cut_up(&mut self, places: &mut Vec<Place>, sums: &[Sum]) {
        let mut from = sums
            .get(self.first_atom as usize)
            .copied()
            .unwrap_or_default();
        let mut from_at = self
            .atoms
            .atoms
            .get(self.first_atom as usize)
            .map_or(0, |atom| atom.start);
        let mut atom = self.first_atom;
        let mut cuts = Vec::new();
        for place in places.iter() {
            if place.until.width - from.width + place.hyphen > self.measure.width + TINY {
                self.cut_between((from_at, atom), place, &mut cuts, sums);
            }
            (from, from_at, atom) = (place.from, place.at, place.atom);
        }
        if !cuts.is_empty() {
            places.append(&mut cuts);
            // Stable: a place that draws a hyphen stays before a cut at the same letter.
            places.sort_by_key(|place| place.at);
        }
    }

    fn cut_between(
        &mut self,
        (at, first): (u32, u32),
        to: &Place,
        cuts: &mut Vec<Place>,
        sums: &[Sum],
    ) {
        let (atoms, source) = (self.atoms, self.source);
        let mut number = first;
        while let Some(atom) = atoms
            .atoms
            .get(number as usize)
            .filter(|atom| atom.start < to.at)
        {
            if atom.start > at && !atom.hangs() {
                cuts.push(self.between(atom.start, number, End::Cut, sums));
            }
            if let Kind::Word(_) = atom.kind {
                for (offset, _) in source
                    .slice(atom.start, atom.end)
                    .grapheme_indices(true)
                    .skip(1)
                {
                    let place = atom.start + offset as u32;
                    if at < place && (place < to.at || place == to.at && to.hyphen > 0.0) {
                        cuts.push(self.inside(place, number, End::Cut, sums));
                    }
                }
            }
            number += 1;
        }
    }

    /// Chooses the line ends of an attempt and appends them; `false` if none is good enough.
    fn weigh(
        &self,
        attempt: Attempt,
        start: Sum,
        scratch: &mut FitScratch,
        ends: &mut Vec<Place>,
    ) -> bool {
        let FitScratch {
            places,
            active,
            nodes,
            ..
        } = scratch;
        let first_at = self
            .atoms
            .atoms
            .get(self.first_atom as usize)
            .map_or(0, |atom| atom.start);
        let first = Place {
            at: first_at,
            atom: self.first_atom,
            end: End::Must,
            hyphen: 0.0,
            until: start,
            from: start,
        };
        nodes.clear();
        active.clear();
        nodes.push(Node {
            place: FIRST,
            before: 0,
            demerits: 0.0,
            fitness: DECENT,
            hyphens: 0,
        });
        active.push(0);
        let place_of = |node: &Node| places.get(node.place as usize).copied().unwrap_or(first);
        for (number, place) in places.iter().enumerate() {
            let last = number + 1 == places.len();
            let mut best = [[None::<Node>; 4]; 3];
            let mut dropped: Option<u32> = None;
            active.retain(|&id| {
                let Some(node) = nodes.get(id as usize) else {
                    return false;
                };
                let from = place_of(node);
                if from.at >= place.at && node.place != FIRST {
                    return true;
                }
                let line = self.line(node, &from, place);
                if let Some((badness, fitness)) = self.badness(&line, last, attempt) {
                    let (demerits, hyphens) =
                        self.demerits(node, place, badness, fitness, last, &line);
                    let slot = best
                        .get_mut(usize::from(hyphens.min(2)))
                        .and_then(|row| row.get_mut(usize::from(fitness)));
                    if let Some(slot) = slot
                        && slot.is_none_or(|known| demerits < known.demerits)
                    {
                        *slot = Some(Node {
                            place: number as u32,
                            before: id,
                            demerits,
                            fitness,
                            hyphens,
                        });
                    }
                }
                // The hyphen is not there on a line that goes on, so it is no reason to give up.
                let stays =
                    line.slack + place.hyphen + line.shrink >= -TINY && place.end != End::Must;
                if !stays {
                    dropped = dropped.max(Some(id));
                }
                stays
            });
            let mut least = f64::INFINITY;
            for row in best {
                // Fewer hyphens in a row never hurt later; a better neighbour earns at most what fitness costs.
                let nodes_of_row = row.into_iter().flatten();
                least = nodes_of_row
                    .clone()
                    .map(|node| node.demerits)
                    .fold(least, f64::min);
                for node in nodes_of_row.filter(|node| node.demerits <= least + UNEVEN) {
                    active.push(nodes.len() as u32);
                    nodes.push(node);
                }
            }
            if active.is_empty() {
                // Nothing fits: the shortest line that is too long, if this attempt may.
                let (Attempt::Desperate, Some(before)) = (attempt, dropped) else {
                    return false;
                };
                let demerits = nodes.get(before as usize).map_or(0.0, |node| node.demerits) + 1e12;
                active.push(nodes.len() as u32);
                nodes.push(Node {
                    place: number as u32,
                    before,
                    demerits,
                    fitness: DECENT,
                    hyphens: 0,
                });
            }
            if active.len() > MOST_ACTIVE {
                active.drain(..active.len() - MOST_ACTIVE);
            }
        }
        let least = |a: &&u32, b: &&u32| {
            let demerits = |id: u32| {
                nodes
                    .get(id as usize)
                    .map_or(f64::INFINITY, |node| node.demerits)
            };
            demerits(**a).total_cmp(&demerits(**b))
        };
        let final_ones = active.iter().filter(|&&id| {
            nodes
                .get(id as usize)
                .is_some_and(|node| node.place as usize + 1 == places.len())
        });
        let Some(&last) = final_ones.min_by(least) else {
            return false;
        };
        let chosen = ends.len();
        let mut id = last;
        while let Some(node) = nodes.get(id as usize).filter(|node| node.place != FIRST) {
            ends.push(place_of(node));
            id = node.before;
        }
        ends.get_mut(chosen..).unwrap_or_default().reverse();
        true
    }

    fn line(&self, node: &Node, from: &Place, to: &Place) -> Line {
        let indent = if node.place == FIRST {
            self.measure.indent
        } else {
            0.0
        };
        let width = (to.until.width - from.from.width).max(0.0) + to.hyphen + indent;
        Line {
            slack: self.measure.width - width,
            stretch: (to.until.stretch - from.from.stretch).max(0.0),
            shrink: if self.measure.justify {
                (to.until.shrink - from.from.shrink).max(0.0)
            } else {
                0.0
            },
        }
    }

    /// How bad a line is, and whether it is tight (3), decent (2), loose (1) or very loose (0); nothing if the attempt
    /// will not have it.
    fn badness(&self, line: &Line, last: bool, attempt: Attempt) -> Option<(f64, u8)> {
        let Line {
            slack,
            stretch,
            shrink,
        } = *line;
        if slack + shrink < -TINY {
            return None;
        }
        if !self.measure.justify {
            let share = (slack / self.measure.width.max(TINY)).clamp(0.0, 1.0);
            let most = if attempt == Attempt::Desperate {
                1.0
            } else {
                0.4
            };
            return (last || share <= most).then_some((100.0 * share * share, DECENT));
        }
        let ratio = if slack < 0.0 {
            slack / shrink.max(TINY)
        } else if last {
            0.0
        } else if stretch > TINY {
            slack / stretch
        } else {
            // Nothing can stretch: as bad as its blank is wide.
            slack.min(1.0) * (5.0 + 20.0 * slack / self.measure.width.max(TINY))
        };
        let badness = 100.0 * ratio.abs().powi(3);
        let most = match attempt {
            Attempt::Undivided => 120.0,
            Attempt::Divided => 800.0,
            Attempt::Desperate => f64::INFINITY,
        };
        let fitness = match ratio {
            ratio if ratio < -0.5 => 3,
            ratio if ratio <= 0.5 => DECENT,
            ratio if ratio <= 1.0 => 1,
            _ => 0,
        };
        (badness <= most).then_some((badness.min(1e6), fitness))
    }

    /// The demerits of the whole choice up to a line end, and how many hyphens in a row it makes.
    fn demerits(
        &self,
        node: &Node,
        place: &Place,
        badness: f64,
        fitness: u8,
        last: bool,
        line: &Line,
    ) -> (f64, u8) {
        let (penalty, hyphen) = match place.end {
            End::Open | End::Must => (0.0, false),
            End::Mark => (30.0, true),
            End::SoftHyphen => (40.0, true),
            End::Hyphen => (60.0, true),
            End::HyphenInCompound => (150.0, true),
            End::Cut => (1000.0, false),
        };
        let mut demerits = if self.measure.justify {
            (10.0 + badness) * (10.0 + badness) + penalty * penalty
        } else {
            // The fewest lines first; among those, the most even.
            1e8 + if last { 0.0 } else { badness * 100.0 } + penalty * penalty
        };
        let hyphens = if hyphen {
            node.hyphens.saturating_add(1)
        } else {
            0
        };
        demerits += match hyphens {
            0 | 1 => 0.0,
            2 => 8_000.0,
            _ => 1e14,
        };
        if self.measure.justify && fitness.abs_diff(node.fitness) > 1 {
            demerits += UNEVEN;
        }
        if last && node.hyphens > 0 {
            demerits += 5_000.0;
        }
        // A last line of a syllable or two looks like a mistake.
        if last && line.slack > self.measure.width * 0.85 {
            demerits += if node.hyphens > 0 { 1e6 } else { 3_000.0 };
        }
        (node.demerits + demerits, hyphens)
    }
}

/// A line as the weighing sees it.
struct Line {
    slack: f64,
    stretch: f64,
    shrink: f64,
}

/// The node before the first line.
const FIRST: u32 = u32::MAX;
const DECENT: u8 = 2;
/// Below what a page can show.
const TINY: f64 = 1e-4;
/// What a loose line beside a tight one costs.
const UNEVEN: f64 = 4_000.0;
/// Line ends weighed at once, so that a text without width stays linear.
const MOST_ACTIVE: usize = 300;
