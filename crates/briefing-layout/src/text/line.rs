//! Setting one line: its pieces, their order from left to right, and the runs that draw them.

use super::atoms::{Atom, AtomKind, Atoms, Gap};
use super::font::{FaceId, FontBook};
use super::places::{Breakpoint, EndReason, LineMeasure};
use super::runs::{RunBuilder, UnitScale};
use super::shape::{ShapeCache, WordId};
use super::source::ParagraphText;
use super::style::Align;
use super::{Line, LineEnd, Run};

/// An atom on a line, or the part of an atom that is on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) style: u16,
    pub(super) face: FaceId,
    pub(super) level: u8,
    pub(super) draw: PieceContent,
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) give: Gap,
    pub(super) gap: Gap,
    /// The resulting gap after the piece.
    pub(super) after: f64,
    /// The factor applied to the advances of its glyphs: one, except on a line that is very slightly too long.
    pub(super) squeeze: f64,
}

/// The content of a piece.
#[derive(Debug, Clone, Copy)]
pub(super) enum PieceContent {
    Word(WordId),
    /// One glyph for the whole piece.
    Glyph(u16),
    /// One glyph that is not in the text: the hyphen of a divided word.
    Hyphen(u16),
    Nothing,
}

/// Vectors reused from line to line.
#[derive(Default)]
pub(super) struct LineScratch {
    pieces: Vec<Piece>,
    order: Vec<usize>,
}

/// Sets the lines of a paragraph.
pub(super) struct LineSetter<'a, 'b> {
    pub(super) book: &'a FontBook,
    pub(super) cache: &'a mut ShapeCache,
    pub(super) source: &'a ParagraphText<'b>,
    pub(super) atoms: &'a Atoms,
    pub(super) align: Align,
}

/// The start of a line: the byte, and the atom at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) at: u32,
    pub(super) atom: u32,
}

/// The largest ratio by which the white of a line may be stretched: spaces are then three times their natural width.
pub(super) const LOOSEST: f64 = 4.0;

impl LineSetter<'_, '_> {
    /// Sets the line from one place to the next.
    pub(super) fn set(
        &mut self,
        from: Start,
        to: &Breakpoint,
        measure: LineMeasure,
        scratch: &mut LineScratch,
    ) -> Line {
        let LineScratch { pieces, order } = scratch;
        self.collect(from, to, pieces);
        self.hang(pieces);
        let room = measure.width - measure.indent;
        let fills = self.align == Align::Justify && to.end != EndReason::Must;
        // The blank half of an opening mark is outside the line.
        let blank_of = |piece: &Piece| self.source.blank_at_start(piece.style, piece.level, piece.start..piece.end);
        let blank = pieces.first().map_or(0.0, blank_of);
        let natural: f64 = pieces.iter().map(|piece| piece.width + piece.after).sum::<f64>() - blank;
        let justified = self.adjust(pieces, room - natural, fills);
        let mut width = pieces.iter().map(|piece| piece.width + piece.after).sum::<f64>() - blank;
        if width > room && width <= room * A_HAIR {
            squeeze(pieces, room / width);
            width = room;
        }
        let x = self.start(room - width, measure.indent);
        visual_order(pieces, order);
        place(pieces, order, x - blank);
        self.hang_spaces(pieces, x, width);
        let (ascent, descent) = self.extent(pieces);
        Line {
            x: x as f32,
            width: width as f32,
            ascent,
            descent,
            justified,
            end: match to.end {
                EndReason::Must => LineEnd::Mandatory,
                EndReason::Hyphen | EndReason::HyphenInCompound | EndReason::HyphenInName => LineEnd::Hyphen,
                EndReason::SoftHyphen => LineEnd::SoftHyphen,
                EndReason::Open
                | EndReason::Mark
                | EndReason::Unit
                | EndReason::Address
                | EndReason::Bound
                | EndReason::Cut => LineEnd::Soft,
            },
            text: from.at as usize..to.at as usize,
            runs: self.runs(pieces),
        }
    }

    /// The pieces of the line in reading order.
    fn collect(&mut self, from: Start, to: &Breakpoint, pieces: &mut Vec<Piece>) {
        pieces.clear();
        let (atoms, source) = (self.atoms, self.source);
        for atom in atoms.atoms.get(from.atom as usize..).unwrap_or_default() {
            if atom.start >= to.at {
                break;
            }
            let (start, mut end) = (atom.start.max(from.at), atom.end.min(to.at));
            // A soft hyphen in the text is drawn separately.
            let soft = to.end == EndReason::SoftHyphen && end == to.at && source.slice(start, end).ends_with('\u{AD}');
            if soft {
                end -= 2;
            }
            if start < end {
                pieces.push(self.piece(atom, start, end));
            }
            if soft {
                let hyphen = self.hyphen(atom, end, to.at, PieceContent::Glyph);
                pieces.push(hyphen);
            }
        }
        if matches!(to.end, EndReason::Hyphen | EndReason::HyphenInCompound | EndReason::HyphenInName)
            && let Some(atom) = atoms.atoms.get(to.atom as usize)
        {
            let hyphen = self.hyphen(atom, to.at, to.at, PieceContent::Hyphen);
            pieces.push(hyphen);
        }
        // The gap between this line and the next is not part of it.
        if let Some(last) = pieces.iter_mut().rev().find(|piece| !piece.hangs(source)) {
            last.gap = Gap::default();
            last.after = 0.0;
            // A mark at either end of the line has no blank half there, so that the text is flush.
            if to.end != EndReason::Must && matches!(last.draw, PieceContent::Word(_)) {
                last.width -= source.blank_at_end(last.style, last.level, last.start..last.end);
            }
        }
    }

    fn piece(&mut self, atom: &Atom, start: u32, end: u32) -> Piece {
        let mut piece = Piece {
            start,
            end,
            style: atom.style,
            face: atom.face,
            level: atom.level,
            draw: PieceContent::Nothing,
            x: 0.0,
            width: atom.width,
            give: atom.give(),
            gap: atom.gap,
            after: atom.gap.natural,
            squeeze: 1.0,
        };
        piece.draw = match atom.kind {
            AtomKind::Word(word) if (start, end) == (atom.start, atom.end) => PieceContent::Word(word),
            AtomKind::Word(_) => {
                let Some(key) = self.source.shape_key(atom.style, atom.face, atom.level, start..end) else {
                    return piece;
                };
                let word = self.cache.word(self.book, key, self.source.slice(start, end));
                piece.width = self.source.width(self.book, atom.style, atom.face, self.cache.advance(word));
                if end < atom.end {
                    piece.gap = Gap::default();
                    piece.after = 0.0;
                }
                PieceContent::Word(word)
            }
            AtomKind::Space { glyph, .. } => PieceContent::Glyph(glyph),
            AtomKind::Missing { glyph: Some(glyph) } => PieceContent::Glyph(glyph),
            AtomKind::Missing { glyph: None } | AtomKind::Blank => PieceContent::Nothing,
        };
        piece
    }

    /// The hyphen after a divided word; draws nothing if the face has none.
    fn hyphen(&self, atom: &Atom, start: u32, end: u32, draw: fn(u16) -> PieceContent) -> Piece {
        let size = self.source.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
        let glyph = self.book.open(atom.face).and_then(|open| open.hyphen);
        Piece {
            start,
            end,
            style: atom.style,
            face: atom.face,
            level: atom.level,
            draw: glyph.map_or(PieceContent::Nothing, |(glyph, _)| draw(glyph)),
            x: 0.0,
            width: glyph.map_or(0.0, |(_, em)| em * size),
            give: Gap::default(),
            gap: Gap::default(),
            after: 0.0,
            squeeze: 1.0,
        }
    }

    /// Removes the width of white space at the end of the line, which is kept for text extraction, and gives it the direction of the
    /// paragraph (rule L1 of the bidirectional algorithm).
    fn hang(&self, pieces: &mut [Piece]) {
        for piece in pieces.iter_mut().rev().take_while(|piece| piece.hangs(self.source)) {
            piece.width = 0.0;
            piece.give = Gap::default();
            piece.gap = Gap::default();
            piece.after = 0.0;
            piece.level = self.source.base;
        }
    }

    /// Stretches or shrinks the pieces to fill the line, and returns whether they do. A line that would need gaps between its words ends
    /// early instead.
    fn adjust(&self, pieces: &mut [Piece], slack: f64, fills: bool) -> bool {
        if self.align != Align::Justify || (!fills && slack >= 0.0) {
            return false;
        }
        let part = |gap: Gap| if slack < 0.0 { gap.shrink } else { gap.stretch };
        let whole: f64 = pieces.iter().map(|piece| part(piece.give) + part(piece.gap)).sum();
        if whole <= 1e-9 {
            return false;
        }
        // Shrinks no further than allowed: if that is not enough, the line is one thing that cannot be cut.
        let ratio = (slack / whole).max(-1.0);
        if ratio > LOOSEST {
            return false;
        }
        for piece in pieces.iter_mut() {
            piece.width += ratio * part(piece.give);
            piece.after = piece.gap.natural + ratio * part(piece.gap);
        }
        fills && ratio > -1.0 + 1e-9
    }

    /// The left end of the line.
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

    /// Places hanging white space just outside the line, on the side where reading ends.
    fn hang_spaces(&self, pieces: &mut [Piece], x: f64, width: f64) {
        for piece in pieces.iter_mut().rev().take_while(|piece| piece.hangs(self.source)) {
            let size = self.source.styles.get(usize::from(piece.style)).map_or(0.0, |style| style.size);
            let em = self.book.open(piece.face).map_or(0.0, |open| open.space.1);
            piece.x = if self.source.base == 1 { x - em * size } else { x + width };
        }
    }

    /// The ascent and descent of the faces on the line.
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
        let glyphs = pieces.iter().map(|piece| match piece.draw {
            PieceContent::Word(word) => self.cache.glyphs(word).len(),
            PieceContent::Glyph(_) | PieceContent::Hyphen(_) => 1,
            PieceContent::Nothing => 0,
        });
        let bytes = pieces.iter().map(|piece| (piece.end - piece.start) as usize).sum::<usize>() + "\u{AD}".len();
        let mut runs = RunBuilder::new(self.source, (glyphs.sum(), bytes));
        for piece in pieces {
            let Some(style) = self.source.styles.get(usize::from(piece.style)) else {
                continue;
            };
            match piece.draw {
                PieceContent::Nothing => runs.silent(self.source.slice(piece.start, piece.end)),
                PieceContent::Glyph(_) | PieceContent::Hyphen(_) => runs.glyph(piece),
                PieceContent::Word(word) => {
                    let glyphs = self.cache.glyphs(word);
                    let upm = self.book.open(piece.face).map_or(1000, |open| open.metrics.units_per_em).max(1);
                    let scale = UnitScale {
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
    /// Whether the piece hangs past the end of a line.
    fn hangs(&self, source: &ParagraphText<'_>) -> bool {
        match self.draw {
            PieceContent::Nothing => true,
            PieceContent::Glyph(_) => matches!(source.slice(self.start, self.end), " " | "\t" | "\u{A0}"),
            PieceContent::Word(_) | PieceContent::Hyphen(_) => false,
        }
    }
}

/// Moves all glyphs of a line closer together. If a word is cut between kerned or joined letters, its parts can be wider than in the whole
/// word.
fn squeeze(pieces: &mut [Piece], factor: f64) {
    for piece in pieces {
        piece.width *= factor;
        piece.after *= factor;
        piece.squeeze = factor;
    }
}

/// How much too long a line may be and still be squeezed; if it is longer, it is one thing that cannot be cut.
const A_HAIR: f64 = 1.05;

/// The order of pieces from left to right (rule L2).
fn visual_order(pieces: &[Piece], order: &mut Vec<usize>) {
    order.clear();
    order.extend(0..pieces.len());
    let level = |&place: &usize| pieces.get(place).map_or(0, |piece| piece.level);
    let highest = order.iter().map(level).max().unwrap_or(0);
    let lowest_odd = order.iter().map(level).filter(|level| level % 2 == 1).min().unwrap_or(u8::MAX);
    for turn in (lowest_odd..=highest).rev() {
        for group in order.chunk_by_mut(|a, b| (level(a) >= turn) == (level(b) >= turn)) {
            if group.first().is_some_and(|place| level(place) >= turn) {
                group.reverse();
            }
        }
    }
}

/// Positions the pieces from left to right.
fn place(pieces: &mut [Piece], order: &[usize], mut x: f64) {
    for &number in order {
        let Some(piece) = pieces.get_mut(number) else {
            continue;
        };
        // The gap is on the side on which the text continues.
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
