//! Building the runs of a line: adjacent glyphs of the same look.

use briefing_model::{Colour, Direction};

use super::font::FaceId;
use super::line::{Piece, PieceContent};
use super::shape::ShapedGlyph;
use super::source::ParagraphText;
use super::{Glyph, Run};

/// Conversion from font units to points.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitScale {
    pub(super) em: f64,
    pub(super) tracking: f64,
    pub(super) squeeze: f64,
}

/// Collects glyphs into runs of the same look.
pub(super) struct RunBuilder<'a, 'b> {
    source: &'a ParagraphText<'b>,
    runs: Vec<Run>,
    open: Option<OpenRun>,
    /// Text that draws nothing, before the first run.
    pending: String,
    /// The numbers of glyphs and bytes of text still to come, by which runs are allocated.
    to_come: (usize, usize),
}

/// A run to which glyphs may still be added.
struct OpenRun {
    look: RunLook,
    level: u8,
    text: String,
    glyphs: Vec<Glyph>,
    /// The start of each piece's glyphs in a right-to-left run, whose pieces are reversed when it ends.
    groups: Vec<usize>,
    left: f64,
    right: f64,
}

/// What all glyphs of a run have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
struct RunLook {
    face: FaceId,
    style: usize,
    colour: Colour,
    tag: u32,
}

impl<'a, 'b> RunBuilder<'a, 'b> {
    pub(super) fn new(source: &'a ParagraphText<'b>, to_come: (usize, usize)) -> Self {
        Self { source, runs: Vec::new(), open: None, pending: String::new(), to_come }
    }

    /// The run for a piece of a span, opened if necessary.
    fn run(&mut self, face: FaceId, level: u8, span: usize) -> Option<&mut OpenRun> {
        let span = self.source.spans.get(span)?;
        let look = RunLook { face, style: span.style, colour: span.colour, tag: span.tag };
        if self.open.as_ref().is_none_or(|open| open.look != look || open.level != level) {
            self.close();
            let mut text = std::mem::take(&mut self.pending);
            let (glyphs, bytes) = self.to_come;
            text.reserve_exact(bytes);
            let glyphs = Vec::with_capacity(glyphs);
            let (left, right) = (f64::INFINITY, f64::NEG_INFINITY);
            self.open = Some(OpenRun { look, level, text, glyphs, groups: Vec::new(), left, right });
        }
        self.open.as_mut()
    }

    /// Adds text that draws nothing to the previous run.
    pub(super) fn silent(&mut self, text: &str) {
        match &mut self.open {
            Some(open) => open.text.push_str(text),
            None => self.pending.push_str(text),
        }
        self.came(0, text);
    }

    fn came(&mut self, glyphs: usize, text: &str) {
        let (glyphs_to_come, bytes_to_come) = self.to_come;
        self.to_come = (glyphs_to_come.saturating_sub(glyphs), bytes_to_come.saturating_sub(text.len()));
    }

    /// Adds a piece with a single glyph.
    pub(super) fn glyph(&mut self, piece: &Piece) {
        let (id, text) = match piece.draw {
            PieceContent::Glyph(id) => (id, self.source.slice(piece.start, piece.end)),
            PieceContent::Hyphen(id) => (id, "\u{AD}"),
            PieceContent::Word(_) | PieceContent::Nothing => return,
        };
        // A hyphen at the start of a span belongs to the word before it.
        let at = if piece.start == piece.end { piece.start.saturating_sub(1) } else { piece.start };
        let raise = self.source.styles.get(usize::from(piece.style)).map_or(0.0, |style| style.raise);
        let span = self.source.span_at(at as usize);
        let Some(run) = self.run(piece.face, piece.level, span) else {
            return;
        };
        let start = run.text.len();
        run.text.push_str(text);
        run.begin_group();
        run.glyphs.push(Glyph { id, x: piece.x as f32, y: raise, text: start..run.text.len() });
        // White space that hangs past the end of the line does not extend the run.
        if piece.width > 0.0 || run.right < run.left {
            run.reach(piece.x, piece.width);
        }
        self.came(1, text);
    }

    /// Adds a shaped word, which may extend over several spans of one style.
    pub(super) fn word(&mut self, piece: &Piece, glyphs: &[ShapedGlyph], scale: UnitScale) {
        let source = self.source;
        let text = source.slice(piece.start, piece.end);
        if glyphs.is_empty() {
            self.silent(text);
            return;
        }
        let rtl = piece.level % 2 == 1;
        let (first, last) =
            (source.span_at(piece.start as usize), source.span_at(piece.end.saturating_sub(1) as usize));
        if first == last {
            self.part(piece, text, 0, glyphs, scale, piece.x, first);
            return;
        }
        // In reading order, one part per span; a ligature across two spans belongs to the first.
        let span_of = |glyph: &ShapedGlyph| source.span_at((piece.start + glyph.text.0) as usize);
        let mut groups: Vec<&[ShapedGlyph]> = glyphs.chunk_by(|a, b| span_of(a) == span_of(b)).collect();
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
            let next = groups.get(number + 1).and_then(|next| next.iter().map(|glyph| glyph.cluster).min());
            let end = next.map_or(text.len(), |next| next as usize).max(start);
            let span = group.first().map_or(first, span_of);
            let part = text.get(start..end).unwrap_or_default();
            self.part(piece, part, start as u32, group, scale, x, span);
            start = end;
        }
    }

    /// Adds the glyphs of one span of a word, whose text begins at `offset` in the word.
    #[expect(clippy::too_many_arguments, reason = "a part is a word's piece narrowed by each of these")]
    fn part(
        &mut self,
        piece: &Piece,
        text: &str,
        offset: u32,
        glyphs: &[ShapedGlyph],
        scale: UnitScale,
        x: f64,
        span: usize,
    ) {
        let raise = self.source.styles.get(usize::from(piece.style)).map_or(0.0, |style| style.raise);
        let Some(run) = self.run(piece.face, piece.level, span) else {
            return;
        };
        let start = run.text.len();
        run.text.push_str(text);
        run.begin_group();
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
        self.came(glyphs.len(), text);
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let Some(style) = self.source.styles.get(open.look.style) else {
            return;
        };
        // Most lines have a single run.
        if self.runs.is_empty() {
            self.runs.reserve_exact(1);
        }
        self.runs.push(open.finish(style.size as f32));
    }

    pub(super) fn finish(mut self) -> Vec<Run> {
        if self.open.is_none() && !self.pending.is_empty() {
            // A line that draws nothing still keeps its text.
            _ = self.run(FaceId(0), self.source.base, 0);
        }
        self.close();
        self.runs
    }
}

impl UnitScale {
    fn advance(self, glyph: &ShapedGlyph) -> f64 {
        let tracking = if glyph.text.0 == glyph.text.1 { 0.0 } else { self.tracking };
        (f64::from(glyph.advance) * self.em + tracking) * self.squeeze
    }

    fn width(self, glyphs: &[ShapedGlyph]) -> f64 {
        glyphs.iter().map(|glyph| self.advance(glyph)).sum()
    }
}

impl OpenRun {
    fn begin_group(&mut self) {
        if self.level % 2 == 1 {
            self.groups.push(self.glyphs.len());
        }
    }

    fn reach(&mut self, x: f64, width: f64) {
        self.left = self.left.min(x);
        self.right = self.right.max(x + width);
    }

    fn finish(mut self, size: f32) -> Run {
        let rtl = self.level % 2 == 1;
        if self.groups.len() > 1 {
            let mut glyphs = Vec::with_capacity(self.glyphs.len());
            for &start in self.groups.iter().rev() {
                glyphs.extend(self.glyphs.drain(start..));
            }
            self.glyphs = glyphs;
        }
        let (left, right) = if self.left <= self.right { (self.left, self.right) } else { (0.0, 0.0) };
        for glyph in &mut self.glyphs {
            glyph.x = (f64::from(glyph.x) - left) as f32;
        }
        Run {
            face: self.look.face,
            size,
            colour: self.look.colour,
            tag: self.look.tag,
            x: left as f32,
            width: (right - left) as f32,
            direction: if rtl { Direction::RightToLeft } else { Direction::LeftToRight },
            text: self.text,
            glyphs: self.glyphs,
        }
    }
}
