//! The places where a line may end, and the width of a line from one place to another.

use unicode_segmentation::UnicodeSegmentation;

use super::atoms::{Atom, AtomKind, Atoms, Cause, Gap};
use super::chars;
use super::font::FontBook;
use super::hyphen::Division;
use super::shape::{Advance, ShapeCache};
use super::source::ParagraphText;

/// Smaller than what a page can show.
pub(super) const TINY: f64 = 1e-4;

/// The measure to which lines are filled, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineMeasure {
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

/// The reason why a line ends at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndReason {
    Open,
    Mark,
    /// A word divided by the rules of its language: a hyphen is drawn.
    Hyphen,
    /// A word divided by the rules of its language that also contains a hyphen.
    HyphenInCompound,
    /// A word divided by the rules of its language that begins with a capital, and so is most often a name.
    HyphenInName,
    /// A word divided at a soft hyphen in the text: a hyphen is drawn.
    SoftHyphen,
    /// Between a figure and its currency.
    Unit,
    /// Within an address, before punctuation: nothing is drawn.
    Address,
    /// After a no-break space, if what it binds is wider than the measure.
    Bound,
    /// Between two letters of something wider than the measure: nothing is drawn.
    Cut,
    Must,
}

/// A place where a line may end and the next begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Breakpoint {
    pub(super) at: u32,
    /// The atom that begins here, or the one that contains this place.
    pub(super) atom: u32,
    pub(super) end: EndReason,
    /// The width of the hyphen drawn here.
    pub(super) hyphen: f64,
    /// The sums for a line that ends here, without what hangs past it.
    pub(super) until: Sum,
    /// The sums for a line that begins here.
    pub(super) from: Sum,
}

/// The freedom of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attempt {
    Undivided,
    Divided,
    Desperate,
}

pub(super) fn sum_up(atoms: &[Atom], sums: &mut Vec<Sum>) {
    sums.clear();
    let mut sum = Sum::default();
    sums.push(sum);
    for atom in atoms {
        let give = atom.give();
        sum.width += atom.width + atom.gap.natural;
        sum.stretch += give.stretch + atom.gap.stretch;
        sum.shrink += give.shrink + atom.gap.shrink;
        sums.push(sum);
    }
}

/// The text of a paragraph from one mandatory end to the next.
pub(super) struct Stretch<'a, 'b> {
    pub(super) book: &'a FontBook,
    pub(super) cache: &'a mut ShapeCache,
    pub(super) source: &'a ParagraphText<'b>,
    pub(super) atoms: &'a Atoms,
    pub(super) measure: LineMeasure,
    pub(super) first_atom: u32,
    /// The range of its opportunities.
    pub(super) range: (usize, usize),
}

impl Stretch<'_, '_> {
    /// Fills `places` with every place where a line may end in an attempt.
    pub(super) fn collect(&mut self, attempt: Attempt, sums: &[Sum], places: &mut Vec<Breakpoint>) {
        places.clear();
        let opportunities = self.atoms.opportunities.get(self.range.0..self.range.1).unwrap_or_default();
        for opportunity in opportunities {
            let end = match opportunity.cause {
                Cause::Open => EndReason::Open,
                Cause::Mark => EndReason::Mark,
                Cause::SoftHyphen => EndReason::SoftHyphen,
                Cause::Must => EndReason::Must,
                // Only if the two together are wider than the measure.
                Cause::Unit if attempt == Attempt::Desperate => EndReason::Unit,
                Cause::Unit => continue,
            };
            let (at, atom) = (opportunity.at, opportunity.atom);
            places.push(if opportunity.inside {
                self.inside(at, atom, end, sums)
            } else {
                self.between(at, atom, end, sums)
            });
        }
        if attempt != Attempt::Undivided {
            self.divide_words(places, sums);
            places.sort_by_key(|place| place.at);
        }
        if attempt == Attempt::Desperate {
            self.divide_names(places, sums);
            self.unbind(places, sums);
            self.cut_up(places, sums);
        }
    }

    /// A place between two atoms. What hangs before it does not count.
    fn between(&self, at: u32, atom: u32, end: EndReason, sums: &[Sum]) -> Breakpoint {
        let atoms = &self.atoms.atoms;
        let mut last = atom as usize;
        let hangs = |atom: &Atom| atom.hangs() || end == EndReason::Bound && atom.is_fixed_space();
        while last > self.first_atom as usize && atoms.get(last - 1).is_some_and(hangs) {
            last -= 1;
        }
        let mut until = sums.get(last).copied().unwrap_or_default();
        let before = last.checked_sub(1).and_then(|before| atoms.get(before));
        let gap = before.map_or_else(Gap::default, |atom| atom.gap);
        until.width -= gap.natural;
        until.stretch -= gap.stretch;
        until.shrink -= gap.shrink;
        let mut from = sums.get(atom as usize).copied().unwrap_or_default();
        if end != EndReason::Must {
            until.width -=
                before.map_or(0.0, |atom| self.source.blank_at_end(atom.style, atom.level, atom.start..atom.end));
        }
        from.width += atoms
            .get(atom as usize)
            .map_or(0.0, |atom| self.source.blank_at_start(atom.style, atom.level, atom.start..atom.end));
        let hyphen = if end == EndReason::SoftHyphen { before.map_or(0.0, |atom| self.hyphen(atom)) } else { 0.0 };
        Breakpoint { at, atom, end, hyphen, until, from }
    }

    /// A place within a word.
    fn inside(&mut self, at: u32, number: u32, end: EndReason, sums: &[Sum]) -> Breakpoint {
        let before = sums.get(number as usize).copied().unwrap_or_default();
        let mut place = Breakpoint { at, atom: number, end, hyphen: 0.0, until: before, from: before };
        let Some(atom) = self.atoms.atoms.get(number as usize) else {
            return place;
        };
        let AtomKind::Word(word) = atom.kind else {
            return place;
        };
        let offset = at.saturating_sub(atom.start);
        let (left, right) = if end == EndReason::Cut {
            let left = self.width(atom, self.cache.rough_cut(word, offset));
            (left, atom.width - left)
        } else {
            let (left, right) = self.cache.cut(self.book, word, offset);
            (self.width(atom, left), self.width(atom, right))
        };
        place.until.width += left;
        place.from.width += atom.width - right;
        if end == EndReason::SoftHyphen {
            place.hyphen = self.hyphen(atom);
        }
        place
    }

    fn width(&self, atom: &Atom, advance: Advance) -> f64 {
        self.source.width(self.book, atom.style, atom.face, advance)
    }

    fn hyphen(&self, atom: &Atom) -> f64 {
        let size = self.source.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
        let hyphen = self.book.open(atom.face).and_then(|open| open.hyphen);
        hyphen.map_or(0.0, |(_, em)| em * size)
    }

    /// Adds the places at which words and addresses may be divided.
    fn divide_words(&mut self, places: &mut Vec<Breakpoint>, sums: &[Sum]) {
        let last = places.last().map_or(0, |place| place.atom) as usize;
        let (atoms, source, book) = (&self.atoms.atoms, self.source, self.book);
        for number in self.first_atom as usize..last {
            let Some(atom) = atoms.get(number) else {
                continue;
            };
            let AtomKind::Word(word) = atom.kind else {
                continue;
            };
            if !self.is_one_atom(number) {
                continue;
            }
            let hyphenates = self.measure.hyphenate
                && book.open(atom.face).is_some_and(|open| open.hyphen.is_some())
                && !self.is_bound_to_figure(number);
            let hyphen = hyphenates.then(|| self.hyphen(atom));
            let before = sums.get(number).copied().unwrap_or_default();
            for division in self.cache.divisions(book, word) {
                let (end, hyphen) = match (division.kind, hyphen) {
                    (Division::Address, _) => (EndReason::Address, 0.0),
                    (Division::Syllable, Some(hyphen)) => (EndReason::Hyphen, hyphen),
                    (Division::InCompound, Some(hyphen)) => (EndReason::HyphenInCompound, hyphen),
                    (_, None) => continue,
                };
                let (mut until, mut from) = (before, before);
                until.width += source.width(book, atom.style, atom.face, division.before);
                from.width += atom.width - source.width(book, atom.style, atom.face, division.after);
                let at = atom.start + division.at;
                places.push(Breakpoint { at, atom: number as u32, end, hyphen, until, from });
            }
        }
    }

    /// Adds the places at which words with a capital may be divided, for lines that would otherwise end early; and those of words wider
    /// than the measure, whether or not the paragraph hyphenates.
    fn divide_names(&mut self, places: &mut Vec<Breakpoint>, sums: &[Sum]) {
        let last = places.last().map_or(0, |place| place.atom);
        let known = places.len();
        for number in self.first_atom..last {
            let Some(atom) = self.atoms.atoms.get(number as usize) else {
                continue;
            };
            let is_wider = atom.width > self.measure.width;
            let divides = self.measure.justify && self.measure.hyphenate;
            if !(is_wider || divides && self.is_whole(number as usize)) {
                continue;
            }
            let end = if is_wider { EndReason::Hyphen } else { EndReason::HyphenInName };
            let AtomKind::Word(_) = atom.kind else { continue };
            if self.book.open(atom.face).is_none_or(|open| open.hyphen.is_none()) {
                continue;
            }
            let lang = self.source.styles.get(usize::from(atom.style)).map(|style| style.lang);
            let mut found = Vec::new();
            let word = self.source.slice(atom.start, atom.end);
            if let Some(lang) = lang.filter(|lang| is_wider || super::hyphen::is_of(word, *lang)) {
                super::hyphen::divide_name(word, lang, |at, division| {
                    // A compound is better broken at its own hyphen.
                    if is_wider || division == Division::Syllable {
                        found.push(atom.start + at as u32);
                    }
                });
            }
            for at in found {
                if places.get(..known).is_some_and(|places| places.iter().any(|place| place.at == at)) {
                    continue;
                }
                let hyphen = self.hyphen(atom);
                places.push(Breakpoint { hyphen, ..self.inside(at, number, end, sums) });
            }
        }
        places.sort_by_key(|place| place.at);
    }

    /// Whether a word is a single atom: one of several belongs to a longer word that is in no language's dictionary. A Chinese character
    /// ends a word.
    fn is_one_atom(&self, number: usize) -> bool {
        let atoms = &self.atoms.atoms;
        let text = |number: usize| {
            let word = atoms.get(number).filter(|atom| matches!(atom.kind, AtomKind::Word(_)))?;
            Some(self.source.slice(word.start, word.end))
        };
        let before = number.checked_sub(1).filter(|before| *before >= self.first_atom as usize).and_then(text);
        !(before.is_some_and(|text| !text.ends_with(chars::is_wide))
            || text(number + 1).is_some_and(|text| !text.starts_with(chars::is_wide)))
    }

    /// Whether a word is on its own: a single atom that is not bound to a figure.
    fn is_whole(&self, number: usize) -> bool {
        self.is_one_atom(number) && !self.is_bound_to_figure(number)
    }

    /// Whether a word is bound to a figure, such as the unit of an amount or the month of a date.
    fn is_bound_to_figure(&self, number: usize) -> bool {
        let atoms = &self.atoms.atoms;
        let binds = |number: usize| atoms.get(number).is_some_and(Atom::binds);
        let text = |number: usize| atoms.get(number).map_or("", |atom| self.source.slice(atom.start, atom.end));
        let before = number >= 2 && binds(number - 1) && text(number - 2).ends_with(char::is_numeric);
        before || binds(number + 1) && text(number + 2).starts_with(char::is_numeric)
    }

    /// Adds a place after every no-break space within text that is wider than the measure, except within numbers.
    fn unbind(&mut self, places: &mut Vec<Breakpoint>, sums: &[Sum]) {
        self.add_within_wide(places, sums, |stretch, (at, first), to, found| {
            let is_figure = |atom: Option<&Atom>, of: fn(&str) -> Option<char>| {
                let text = atom.map_or("", |atom| stretch.source.slice(atom.start, atom.end));
                of(text).is_some_and(|c| c.is_ascii_digit())
            };
            for number in first..to.atom {
                let atom = |number: u32| stretch.atoms.atoms.get(number as usize);
                let within =
                    atom(number).filter(|space| space.start > at && space.end < to.at && space.is_fixed_space());
                let Some(space) = within else { continue };
                let is_number = is_figure(number.checked_sub(1).and_then(atom), |text| text.chars().next_back())
                    && is_figure(atom(number + 1), |text| text.chars().next());
                if !is_number {
                    found.push(stretch.between(space.end, number + 1, EndReason::Bound, sums));
                }
            }
        });
    }

    /// Adds a place before every letter within text that is wider than the measure.
    fn cut_up(&mut self, places: &mut Vec<Breakpoint>, sums: &[Sum]) {
        self.add_within_wide(places, sums, |stretch, from, to, cuts| stretch.cut_between(from, to, cuts, sums));
    }

    /// Adds the places found within text that is wider than the measure between two places.
    fn add_within_wide(
        &mut self,
        places: &mut Vec<Breakpoint>,
        sums: &[Sum],
        mut find: impl FnMut(&mut Self, (u32, u32), &Breakpoint, &mut Vec<Breakpoint>),
    ) {
        let mut from = sums.get(self.first_atom as usize).copied().unwrap_or_default();
        let mut from_at = self.atoms.atoms.get(self.first_atom as usize).map_or(0, |atom| atom.start);
        let mut atom = self.first_atom;
        let mut cuts = Vec::new();
        for place in places.iter() {
            if place.until.width - from.width + place.hyphen > self.measure.width + TINY {
                find(self, (from_at, atom), place, &mut cuts);
            }
            (from, from_at, atom) = (place.from, place.at, place.atom);
        }
        if !cuts.is_empty() {
            places.append(&mut cuts);
            // The sort is stable, so a place that draws a hyphen stays before a cut at the same letter.
            places.sort_by_key(|place| place.at);
        }
    }

    fn cut_between(&mut self, (at, first): (u32, u32), to: &Breakpoint, cuts: &mut Vec<Breakpoint>, sums: &[Sum]) {
        let (atoms, source) = (self.atoms, self.source);
        let mut number = first;
        while let Some(atom) = atoms.atoms.get(number as usize).filter(|atom| atom.start < to.at) {
            if atom.start > at && !atom.hangs() {
                cuts.push(self.between(atom.start, number, EndReason::Cut, sums));
            }
            if let AtomKind::Word(word) = atom.kind {
                for (offset, _) in source.slice(atom.start, atom.end).grapheme_indices(true).skip(1) {
                    let place = atom.start + offset as u32;
                    // A ligature is kept whole: its letters have no widths of their own.
                    let parts = self.cache.glyphs(word).iter().any(|glyph| glyph.cluster as usize == offset);
                    if parts && at < place && (place < to.at || place == to.at && to.hyphen > 0.0) {
                        cuts.push(self.inside(place, number, EndReason::Cut, sums));
                    }
                }
            }
            number += 1;
        }
    }
}
