//! One line: its pieces, their order from left to right, and the runs that draw them.

use super::atoms::{Atom, Atoms, Gap, Kind, Source};
use super::fit::{End, Measure, Place};
use super::font::{FaceId, FontBook};
use super::shape::{ShapeCache, ShapedGlyph, WordId};
use super::style::{Align, Direction};
use super::{Glyph, Line, LineEnd, Run};

/// An atom on a line, or the part of one that is.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u32,
    end: u32,
    style: u16,
    face: FaceId,
    level: u8,
    draw: Draw,
    x: f64,
    width: f64,
    give: Gap,
    gap: Gap,
    /// The gap as it came out.
    after: f64,
    /// What the advances of its glyphs are multiplied by: one, but for a line that is a hair too long.
    squeeze: f64,
}

/// What a piece draws.
#[derive(Debug, Clone, Copy)]
enum Draw {
    Word(WordId),
    /// One glyph that stands for the whole piece.
    Glyph(u16),
    /// One glyph that the text does not have: the hyphen of a divided word.
    Hyphen(u16),
    Nothing,
}

/// Vectors kept from one line to the next.
#[derive(Default)]
pub(super) struct LineScratch {
    pieces: Vec<Piece>,
    order: Vec<usize>,
}

/// Sets lines of one paragraph.
pub(super) struct Setter<'a, 'b> {
    pub(super) book: &'a FontBook,
    pub(super) cache: &'a mut ShapeCache,
    pub(super) source: &'a Source<'b>,
    pub(super) atoms: &'a Atoms,
    pub(super) align: Align,
}

/// The start of a line: the byte, and the atom there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) at: u32,
    pub(super) atom: u32,
}

impl Setter<'_, '_> {
    /// Sets the line from one place to the next.
    pub(super) fn set(
        &mut self,
        from: Start,
        to: &Place,
        measure: Measure,
        scratch: &mut LineScratch,
    ) -> Line {
        let LineScratch { pieces, order } = scratch;
        self.collect(from, to, pieces);
        self.hang(pieces);
        let room = measure.width - measure.indent;
        let fills = self.align == Align::Justify && to.end != End::Must;
        let natural: f64 = pieces.iter().map(|piece| piece.width).sum();
        let justified = self.adjust(pieces, room - natural, fills);
        let mut width: f64 = pieces.iter().map(|piece| piece.width + piece.after).sum();
        if width > room && width <= room * A_HAIR {
            squeeze(pieces, room / width);
            width = room;
        }
        let x = self.start(room - width, measure.indent);
        visual_order(pieces, order);
        place(pieces, order, x);
        self.hang_spaces(pieces, x, width);
        let (ascent, descent) = self.extent(pieces);
        Line {
            x: x as f32,
            width: width as f32,
            ascent,
            descent,
            justified,
            end: match to.end {
                End::Must => LineEnd::Mandatory,
                End::Hyphen | End::HyphenInCompound => LineEnd::Hyphen,
                End::SoftHyphen => LineEnd::SoftHyphen,
                End::Open | End::Mark | End::Cut => LineEnd::Soft,
            },
            text: from.at as usize..to.at as usize,
            runs: self.runs(pieces),
        }
    }

    /// The pieces of the line in reading order.
    fn collect(&mut self, from: Start, to: &Place, pieces: &mut Vec<Piece>) {
        pieces.clear();
        let (atoms, source) = (self.atoms, self.source);
        for atom in atoms.atoms.get(from.atom as usize..).unwrap_or_default() {
            if atom.start >= to.at {
                break;
            }
            let (start, mut end) = (atom.start.max(from.at), atom.end.min(to.at));
            // The author's soft hyphen is drawn by itself.
            let soft = to.end == End::SoftHyphen
                && end == to.at
                && source.slice(start, end).ends_with('\u{AD}');
            if soft {
                end -= 2;
            }
            if start < end {
                pieces.push(self.piece(atom, start, end));
            }
            if soft {
                let hyphen = self.hyphen(atom, end, to.at, Draw::Glyph);
                pieces.push(hyphen);
            }
        }
        if matches!(to.end, End::Hyphen | End::HyphenInCompound)
            && let Some(atom) = atoms.atoms.get(to.atom as usize)
        {
            let hyphen = self.hyphen(atom, to.at, to.at, Draw::Hyphen);
            pieces.push(hyphen);
        }
        // What would stretch between the line and the next stays out.
        if let Some(last) = pieces.iter_mut().rev().find(|piece| !piece.hangs(source)) {
            last.gap = Gap::default();
        }
    }

    fn piece(&mut self, atom: &Atom, start: u32, end: u32) -> Piece {
        let mut piece = Piece {
            start,
            end,
            style: atom.style,
            face: atom.face,
            level: atom.level,
            draw: Draw::Nothing,
            x: 0.0,
            width: atom.width,
            give: atom.give(),
            gap: atom.gap,
            after: 0.0,
            squeeze: 1.0,
        };
        piece.draw = match atom.kind {
            Kind::Word(word) if (start, end) == (atom.start, atom.end) => Draw::Word(word),
            Kind::Word(_) => {
                let Some(key) =
                    self.source
                        .shape_key(atom.style, atom.face, atom.level, start..end)
                else {
                    return piece;
                };
                let word = self
                    .cache
                    .word(self.book, key, self.source.slice(start, end));
                piece.width =
                    self.source
                        .width(self.book, atom.style, atom.face, self.cache.advance(word));
                if end < atom.end {
                    piece.gap = Gap::default();
                }
                Draw::Word(word)
            }
            Kind::Space { glyph, .. } => Draw::Glyph(glyph),
            Kind::Missing { glyph: Some(glyph) } => Draw::Glyph(glyph),
            Kind::Missing { glyph: None } | Kind::Blank => Draw::Nothing,
        };
        piece
    }

    /// The hyphen after a divided word; it draws nothing where the face has none.
    fn hyphen(&self, atom: &Atom, start: u32, end: u32, draw: fn(u16) -> Draw) -> Piece {
        let size = self
            .source
            .styles
            .get(usize::from(atom.style))
            .map_or(0.0, |style| style.size);
        let glyph = self.book.open(atom.face).and_then(|open| open.hyphen);
        Piece {
            start,
            end,
            style: atom.style,
            face: atom.face,
            level: atom.level,
            draw: glyph.map_or(Draw::Nothing, |(glyph, _)| draw(glyph)),
            x: 0.0,
            width: glyph.map_or(0.0, |(_, em)| em * size),
            give: Gap::default(),
            gap: Gap::default(),
            after: 0.0,
            squeeze: 1.0,
        }
    }

    /// Takes the width from the white space at the end of the line, which stays there for those who read the text,
    /// and gives it the direction of the paragraph (rule L1 of the bidirectional algorithm).
    fn hang(&self, pieces: &mut [Piece]) {
        for piece in pieces
            .iter_mut()
            .rev()
            .take_while(|piece| piece.hangs(self.source))
        {
            piece.width = 0.0;
            piece.give = Gap::default();
            piece.gap = Gap::default();
            piece.level = self.source.base;
        }
    }

    /// Widens or narrows the pieces so that they fill the line; tells whether they do.
    fn adjust(&self, pieces: &mut [Piece], slack: f64, fills: bool) -> bool {
        if self.align != Align::Justify || (!fills && slack >= 0.0) {
            return false;
        }
        let part = |gap: Gap| if slack < 0.0 { gap.shrink } else { gap.stretch };
        let whole: f64 = pieces
            .iter()
            .map(|piece| part(piece.give) + part(piece.gap))
            .sum();
        if whole <= 1e-9 {
            return false;
        }
        // Shrinks no further than it may: what is too long then is one thing that cannot be cut.
        let ratio = (slack / whole).max(-1.0);
        for piece in pieces.iter_mut() {
            piece.width += ratio * part(piece.give);
            piece.after = ratio * part(piece.gap);
        }
        fills && ratio > -1.0 + 1e-9
    }

    /// Where the line begins at the left.
    fn start(&self, slack: f64, indent: f64) -> f64 {
        let rtl = self.source.base == 1;
        let left = if rtl { 0.0 } else { indent };
        match self.align {
            Align::Center => left + slack / 2.0,
            Align::Start | Align::Justify if rtl => left + slack,
            Align::End if !rtl => left + slack,
            _ => left,
        }
    }

    /// Puts the white space that hangs just outside the line, at the side where reading ends.
    fn hang_spaces(&self, pieces: &mut [Piece], x: f64, width: f64) {
        for piece in pieces
            .iter_mut()
            .rev()
            .take_while(|piece| piece.hangs(self.source))
        {
            let size = self
                .source
                .styles
                .get(usize::from(piece.style))
                .map_or(0.0, |style| style.size);
            let em = self.book.open(piece.face).map_or(0.0, |open| open.space.1);
            piece.x = if self.source.base == 1 {
                x - em * size
            } else {
                x + width
            };
        }
    }

    /// How far the faces on the line reach up and down.
    fn extent(&self, pieces: &[Piece]) -> (f32, f32) {
        let mut extent = (0f32, 0f32);
        let mut last = None;
        for piece in pieces {
            if last == Some((piece.face, piece.style)) {
                continue;
            }
            last = Some((piece.face, piece.style));
            let Some(style) = self.source.styles.get(usize::from(piece.style)) else {
                continue;
            };
            let metrics = self.book.metrics(piece.face);
            let size = style.size as f32;
            extent.0 = extent.0.max(metrics.ascent * size + style.raise);
            extent.1 = extent.1.max(metrics.descent * size - style.raise);
        }
        extent
    }

    /// The runs of the line in reading order.
    fn runs(&self, pieces: &[Piece]) -> Vec<Run> {
        let mut runs = RunBuilder {
            source: self.source,
            runs: Vec::new(),
            open: None,
            pending: String::new(),
        };
        for piece in pieces {
            let Some(style) = self.source.styles.get(usize::from(piece.style)) else {
                continue;
            };
            match piece.draw {
                Draw::Nothing => runs.silent(self.source.slice(piece.start, piece.end)),
                Draw::Glyph(_) | Draw::Hyphen(_) => runs.glyph(piece),
                Draw::Word(word) => {
                    let glyphs = self.cache.glyphs(word);
                    let upm = self
                        .book
                        .open(piece.face)
                        .map_or(1000, |open| open.metrics.units_per_em)
                        .max(1);
                    let scale = Scale {
                        em: style.size / f64::from(upm),
                        tracking: style.tracking_on(piece.face),
                        squeeze: piece.squeeze,
                    };
                    runs.word(piece, glyphs, scale);
                }
            }
        }
        runs.finish()
    }
}

impl Piece {
    /// Whether the piece hangs over the end of a line.
    fn hangs(&self, source: &Source<'_>) -> bool {
        match self.draw {
            Draw::Nothing => true,
            Draw::Glyph(_) => matches!(source.slice(self.start, self.end), " " | "\t"),
            Draw::Word(_) | Draw::Hyphen(_) => false,
        }
    }
}

/// Moves all glyphs of a line together. Where a word is cut between letters that are kerned or joined, its parts can
/// come out wider than they were in the whole.
fn squeeze(pieces: &mut [Piece], factor: f64) {
    for piece in pieces {
        piece.width *= factor;
        piece.after *= factor;
        piece.squeeze = factor;
    }
}

/// How much too long a line may be and still be squeezed; more than that is one thing that cannot be cut.
const A_HAIR: f64 = 1.05;

/// The order of pieces from left to right (rule L2).
fn visual_order(pieces: &[Piece], order: &mut Vec<usize>) {
    order.clear();
    order.extend(0..pieces.len());
    let level = |&place: &usize| pieces.get(place).map_or(0, |piece| piece.level);
    let highest = order.iter().map(level).max().unwrap_or(0);
    let lowest_odd = order
        .iter()
        .map(level)
        .filter(|level| level % 2 == 1)
        .min()
        .unwrap_or(u8::MAX);
    for turn in (lowest_odd..=highest).rev() {
        for group in order.chunk_by_mut(|a, b| (level(a) >= turn) == (level(b) >= turn)) {
            if group.first().is_some_and(|place| level(place) >= turn) {
                group.reverse();
            }
        }
    }
}

/// Gives every piece its place, from left to right.
fn place(pieces: &mut [Piece], order: &[usize], mut x: f64) {
    for &number in order {
        let Some(piece) = pieces.get_mut(number) else {
            continue;
        };
        // The gap is where the text goes on.
        if piece.level % 2 == 1 {
            x += piece.after;
        }
        piece.x = x;
        x += piece.width;
        if piece.level.is_multiple_of(2) {
            x += piece.after;
        }
    }
}

/// From font units to points.
#[derive(Debug, Clone, Copy)]
struct Scale {
    em: f64,
    tracking: f64,
    squeeze: f64,
}

/// Collects glyphs into runs of one look.
struct RunBuilder<'a, 'b> {
    source: &'a Source<'b>,
    runs: Vec<Run>,
    open: Option<OpenRun>,
    /// Text that draws nothing, before the first run.
    pending: String,
}

/// A run that may go on.
struct OpenRun {
    look: Look,
    level: u8,
    text: String,
    glyphs: Vec<Glyph>,
    /// Where the glyphs of each piece begin; turned round at the end of a run from right to left.
    groups: Vec<usize>,
    left: f64,
    right: f64,
}

/// What all glyphs of a run share.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    face: FaceId,
    style: usize,
    color: super::Color,
    tag: u32,
}

impl RunBuilder<'_, '_> {
    /// The run for a piece of a span, opened if need be.
    fn run(&mut self, face: FaceId, level: u8, span: usize) -> Option<&mut OpenRun> {
        let span = self.source.spans.get(span)?;
        let look = Look {
            face,
            style: span.style,
            color: span.color,
            tag: span.tag,
        };
        if self
            .open
            .as_ref()
            .is_none_or(|open| open.look != look || open.level != level)
        {
            self.close();
            let text = std::mem::take(&mut self.pending);
            let (left, right) = (f64::INFINITY, f64::NEG_INFINITY);
            self.open = Some(OpenRun {
                look,
                level,
                text,
                glyphs: Vec::new(),
                groups: Vec::new(),
                left,
                right,
            });
        }
        self.open.as_mut()
    }

    /// Text that draws nothing stays with the run before it.
    fn silent(&mut self, text: &str) {
        match &mut self.open {
            Some(open) => open.text.push_str(text),
            None => self.pending.push_str(text),
        }
    }

    /// A piece of one glyph.
    fn glyph(&mut self, piece: &Piece) {
        let (id, text) = match piece.draw {
            Draw::Glyph(id) => (id, self.source.slice(piece.start, piece.end)),
            Draw::Hyphen(id) => (id, "\u{AD}"),
            Draw::Word(_) | Draw::Nothing => return,
        };
        // A hyphen at the start of a span belongs to the word before it.
        let at = if piece.start == piece.end {
            piece.start.saturating_sub(1)
        } else {
            piece.start
        };
        let raise = self
            .source
            .styles
            .get(usize::from(piece.style))
            .map_or(0.0, |style| style.raise);
        let span = self.source.span_at(at as usize);
        let Some(run) = self.run(piece.face, piece.level, span) else {
            return;
        };
        let start = run.text.len();
        run.text.push_str(text);
        run.groups.push(run.glyphs.len());
        run.glyphs.push(Glyph {
            id,
            x: piece.x as f32,
            y: raise,
            text: start..run.text.len(),
        });
        run.reach(piece.x, piece.width);
    }

    /// A shaped word, which may reach over several spans of one style.
    fn word(&mut self, piece: &Piece, glyphs: &[ShapedGlyph], scale: Scale) {
        let source = self.source;
        let text = source.slice(piece.start, piece.end);
        if glyphs.is_empty() {
            self.silent(text);
            return;
        }
        let rtl = piece.level % 2 == 1;
        let (first, last) = (
            source.span_at(piece.start as usize),
            source.span_at(piece.end.saturating_sub(1) as usize),
        );
        if first == last {
            self.part(piece, text, 0, glyphs, scale, piece.x, first);
            return;
        }
        // In reading order, a part for each span; a ligature over two spans goes with the first.
        let span_of = |glyph: &ShapedGlyph| source.span_at((piece.start + glyph.text.0) as usize);
        let mut groups: Vec<&[ShapedGlyph]> =
            glyphs.chunk_by(|a, b| span_of(a) == span_of(b)).collect();
        let mut x = piece.x;
        let mut starts: Vec<f64> = Vec::new();
        for group in &groups {
            starts.push(x);
            x += scale.width(group);
        }
        if rtl {
            groups.reverse();
            starts.reverse();
        }
        let mut start = 0;
        for (number, (group, x)) in groups.iter().zip(starts).enumerate() {
            let next = groups
                .get(number + 1)
                .and_then(|next| next.iter().map(|glyph| glyph.cluster).min());
            let end = next.map_or(text.len(), |next| next as usize).max(start);
            let span = group.first().map_or(first, span_of);
            let part = text.get(start..end).unwrap_or_default();
            self.part(piece, part, start as u32, group, scale, x, span);
            start = end;
        }
    }

    /// The glyphs of one span of a word; `offset` is where its text begins in the word.
    #[expect(
        clippy::too_many_arguments,
        reason = "a part is a word's piece narrowed by each of these"
    )]
    fn part(
        &mut self,
        piece: &Piece,
        text: &str,
        offset: u32,
        glyphs: &[ShapedGlyph],
        scale: Scale,
        x: f64,
        span: usize,
    ) {
        let raise = self
            .source
            .styles
            .get(usize::from(piece.style))
            .map_or(0.0, |style| style.raise);
        let Some(run) = self.run(piece.face, piece.level, span) else {
            return;
        };
        let start = run.text.len();
        run.text.push_str(text);
        run.groups.push(run.glyphs.len());
        let limit = run.text.len();
        let mut pen = x;
        for glyph in glyphs {
            let place = |at: u32| (start + at.saturating_sub(offset) as usize).min(limit);
            run.glyphs.push(Glyph {
                id: glyph.id,
                x: (pen + f64::from(glyph.dx) * scale.em) as f32,
                y: raise + (f64::from(glyph.dy) * scale.em) as f32,
                text: place(glyph.text.0)..place(glyph.text.1),
            });
            pen += scale.advance(glyph);
        }
        run.reach(x, pen - x);
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let Some(style) = self.source.styles.get(open.look.style) else {
            return;
        };
        self.runs.push(open.finish(style.size as f32));
    }

    fn finish(mut self) -> Vec<Run> {
        if self.open.is_none() && !self.pending.is_empty() {
            // A line without anything to draw: its text is kept all the same.
            _ = self.run(FaceId(0), self.source.base, 0);
        }
        self.close();
        self.runs
    }
}

impl Scale {
    fn advance(self, glyph: &ShapedGlyph) -> f64 {
        let tracking = if glyph.text.0 == glyph.text.1 {
            0.0
        } else {
            self.tracking
        };
        (f64::from(glyph.advance) * self.em + tracking) * self.squeeze
    }

    fn width(self, glyphs: &[ShapedGlyph]) -> f64 {
        glyphs.iter().map(|glyph| self.advance(glyph)).sum()
    }
}

impl OpenRun {
    fn reach(&mut self, x: f64, width: f64) {
        self.left = self.left.min(x);
        self.right = self.right.max(x + width);
    }

    fn finish(mut self, size: f32) -> Run {
        let rtl = self.level % 2 == 1;
        if rtl && self.groups.len() > 1 {
            let mut glyphs = Vec::with_capacity(self.glyphs.len());
            for &start in self.groups.iter().rev() {
                glyphs.extend(self.glyphs.drain(start..));
            }
            self.glyphs = glyphs;
        }
        let (left, right) = if self.left <= self.right {
            (self.left, self.right)
        } else {
            (0.0, 0.0)
        };
        for glyph in &mut self.glyphs {
            glyph.x = (f64::from(glyph.x) - left) as f32;
        }
        Run {
            face: self.look.face,
            size,
            color: self.look.color,
            tag: self.look.tag,
            x: left as f32,
            width: (right - left) as f32,
            direction: if rtl { Direction::Rtl } else { Direction::Ltr },
            text: self.text,
            glyphs: self.glyphs,
        }
    }
}
