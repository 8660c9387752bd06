//! A paragraph cut into the smallest things a line is made of, and the places where a line may end.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::MissingGlyph;
use super::chars::{self, Space};
use super::font::{FaceId, FontBook, Stack};
use super::shape::{Advance, ShapeCache, ShapeKey, WordId};
use super::style::{Align, Color, Direction, Figures, Lang, ParagraphSpec, TextStyle};

/// The text of a paragraph in one piece, and which style each part of it has.
pub(super) struct Source<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) spans: Vec<SourceSpan>,
    pub(super) styles: Vec<Style>,
    /// The level of the base direction: 0 or 1.
    pub(super) base: u8,
}

/// One span of the paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct SourceSpan {
    pub(super) start: usize,
    pub(super) style: usize,
    pub(super) color: Color,
    pub(super) tag: u32,
}

/// A style without its colour, with the faces it leads to.
pub(super) struct Style {
    pub(super) size: f64,
    pub(super) tracking: f64,
    pub(super) raise: f32,
    figures: Figures,
    lang: Lang,
    stack: Stack,
    /// Whether printable ASCII can be taken from the Latin face unseen.
    ascii: bool,
}

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A word, or the part of one that is in one face.
    Word(WordId),
    /// One white space, drawn with a glyph.
    Space { glyph: u16, space: Space },
    /// One character that no face has.
    Missing { glyph: Option<u16> },
    /// Characters that draw nothing.
    Blank,
}

/// The smallest thing a line is made of. Widths are points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) style: u16,
    pub(super) face: FaceId,
    pub(super) level: u8,
    pub(super) kind: Kind,
    pub(super) width: f64,
    /// Between Chinese characters a line can stretch a little after this atom, and shrink where a mark is half blank.
    pub(super) gap: Gap,
}

/// How much the space after an atom may grow and shrink, beyond what the atom itself does.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Gap {
    pub(super) stretch: f64,
    pub(super) shrink: f64,
}

impl Atom {
    /// How much a justified line may widen and narrow the atom.
    pub(super) fn give(&self) -> Gap {
        match self.kind {
            Kind::Space { space, .. } if space.stretches() => Gap {
                stretch: self.width / 2.0,
                shrink: self.width / 3.0,
            },
            _ => Gap::default(),
        }
    }

    /// Whether the atom hangs over the end of a line.
    pub(super) fn hangs(&self) -> bool {
        match self.kind {
            Kind::Space { space, .. } => space.hangs(),
            Kind::Blank => true,
            _ => false,
        }
    }
}

/// A place where a line may or must end, by the rules of Unicode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Opportunity {
    pub(super) at: u32,
    /// The atom that begins here, or that has this place inside.
    pub(super) atom: u32,
    pub(super) inside: bool,
    pub(super) cause: Cause,
}

/// Why a line may end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// White space, or two characters that may part.
    Open,
    /// After a hyphen, a dash or a slash that the text has.
    Mark,
    /// After a soft hyphen that the text has.
    SoftHyphen,
    /// The text says so, or ends.
    Must,
}

impl<'a> Source<'a> {
    pub(super) fn new(book: &FontBook, spec: &ParagraphSpec<'a>) -> Self {
        let text = match spec.spans {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(only.text),
            spans => Cow::Owned(spans.iter().map(|span| span.text).collect()),
        };
        let mut seen: Vec<&TextStyle> = Vec::new();
        let mut styles = Vec::new();
        let mut start = 0;
        let mut spans = Vec::with_capacity(spec.spans.len());
        for span in spec.spans {
            let known = seen.iter().position(|style| alike(style, span.style));
            let style = known.unwrap_or_else(|| {
                seen.push(span.style);
                styles.push(Style::new(book, span.style));
                styles.len() - 1
            });
            spans.push(SourceSpan {
                start,
                style,
                color: span.style.color,
                tag: span.tag,
            });
            start += span.text.len();
        }
        Self {
            text,
            spans,
            styles,
            base: u8::from(spec.direction == Direction::Rtl),
        }
    }

    pub(super) fn slice(&self, start: u32, end: u32) -> &str {
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Which span a byte of the text belongs to; of empty spans at one place, the last.
    pub(super) fn span_at(&self, at: usize) -> usize {
        self.spans
            .partition_point(|span| span.start <= at)
            .saturating_sub(1)
    }

    fn span_range(&self, span: usize) -> Range<usize> {
        let start = |span: usize| {
            self.spans
                .get(span)
                .map_or(self.text.len(), |span| span.start)
        };
        start(span)..start(span + 1)
    }

    /// How wide a shaped word or part is in its atom's style.
    pub(super) fn width(&self, book: &FontBook, style: u16, face: FaceId, advance: Advance) -> f64 {
        let Some(style) = self.styles.get(usize::from(style)) else {
            return 0.0;
        };
        let upm = book
            .open(face)
            .map_or(1000, |open| open.metrics.units_per_em)
            .max(1);
        f64::from(advance.units) * style.size / f64::from(upm)
            + f64::from(advance.letters) * style.tracking_on(face)
    }

    /// What settles the shape of a word or part of one. Arabic letters take the form that joins them to those around,
    /// even where a style or, in an emergency, a line ends between them.
    pub(super) fn shape_key(
        &self,
        style: u16,
        face: FaceId,
        level: u8,
        range: Range<u32>,
    ) -> Option<ShapeKey> {
        let style = self.styles.get(usize::from(style))?;
        let arabic = style.is_arabic(face);
        let joins = |c: &char| arabic && chars::is_arabic(*c) && c.is_alphabetic();
        let before = || self.text.get(..range.start as usize)?.chars().next_back();
        let after = || self.text.get(range.end as usize..)?.chars().next();
        Some(ShapeKey {
            face,
            figures: style.figures,
            lang: style.lang,
            ligatures: style.tracking == 0.0 || arabic,
            rtl: level % 2 == 1,
            before: before().filter(joins),
            after: after().filter(joins),
        })
    }
}

/// Whether two styles are set alike, up to colour.
fn alike(a: &TextStyle, b: &TextStyle) -> bool {
    std::ptr::eq(a, b)
        || TextStyle {
            color: b.color,
            ..a.clone()
        } == *b
}

/// A length that arithmetic can rely on: finite, and not beyond what a page could ever have.
pub(super) fn sane(length: f32, least: f64, most: f64) -> f64 {
    let length = f64::from(length);
    if length.is_nan() {
        least.max(0.0).min(most)
    } else {
        length.clamp(least, most)
    }
}

impl Style {
    fn new(book: &FontBook, style: &TextStyle) -> Self {
        let stack = book.stack(style);
        Self {
            size: sane(style.size, 0.0, 10_000.0),
            tracking: sane(style.tracking, -1000.0, 1000.0),
            raise: sane(style.raise, -10_000.0, 10_000.0) as f32,
            figures: style.figures,
            lang: style.lang,
            stack,
            ascii: stack
                .latin
                .and_then(|face| book.open(face))
                .is_some_and(|open| open.ascii),
        }
    }

    fn is_arabic(&self, face: FaceId) -> bool {
        self.stack.arabic == Some(face)
    }

    /// The tracking letters of a face get: Arabic letters join, so none.
    pub(super) fn tracking_on(&self, face: FaceId) -> f64 {
        if self.is_arabic(face) {
            0.0
        } else {
            self.tracking
        }
    }

    /// The face a character is taken from, given that of the character before it.
    fn face(&self, book: &FontBook, c: char, previous: Option<FaceId>) -> Option<FaceId> {
        let Stack {
            latin,
            arabic,
            chinese,
            ..
        } = self.stack;
        if c.is_ascii()
            && self.ascii
            && (c.is_ascii_alphanumeric() || previous.is_none() || previous == latin)
        {
            return latin;
        }
        let covers = |face: &FaceId| book.covers(*face, c);
        let draws_nothing = chars::is_invisible(c) || Space::of(c).is_some();
        if let Some(face) = previous
            && (chars::is_invisible(c)
                || (draws_nothing || chars::is_mark(c)) && book.covers(face, c))
        {
            return previous;
        }
        let wanted = if chars::is_arabic(c) {
            arabic
        } else if chars::is_wide(c) || self.lang == Lang::Zh && chars::is_wide_in_chinese(c) {
            chinese
        } else if self.lang == Lang::Ar
            && !c.is_alphanumeric()
            && (previous.is_none() || previous == arabic)
        {
            // Marks that both scripts use stay with the Arabic around them.
            arabic.filter(covers).or(latin)
        } else {
            latin
        };
        wanted.filter(covers).or_else(|| {
            if draws_nothing {
                previous.or(latin)
            } else {
                book.find(&self.stack, c)
            }
        })
    }
}

/// The atoms of a paragraph and the places where its lines may end.
#[derive(Default)]
pub(super) struct Atoms {
    pub(super) atoms: Vec<Atom>,
    pub(super) opportunities: Vec<Opportunity>,
    pub(super) missing: Vec<MissingGlyph>,
}

/// The walk over a paragraph's characters.
struct Cutter<'a, 'b> {
    book: &'a FontBook,
    cache: &'a mut ShapeCache,
    source: &'a Source<'b>,
    justify: bool,
    out: &'a mut Atoms,
    word: Option<OpenWord>,
}

/// A word of which the end has not come yet.
#[derive(Clone, Copy, PartialEq)]
struct OpenWord {
    start: usize,
    style: usize,
    face: FaceId,
    level: u8,
}

/// Cuts the paragraph, replacing what `out` holds.
pub(super) fn cut(
    book: &FontBook,
    cache: &mut ShapeCache,
    source: &Source<'_>,
    align: Align,
    out: &mut Atoms,
) {
    out.atoms.clear();
    out.opportunities.clear();
    out.missing.clear();
    let levels = levels(source);
    let level_at = |at: usize| levels.get(at).map_or(0, Level::number);

    let analysed = analysed(source);
    let mut breaks = linebreaks(&analysed).peekable();
    let mut cutter = Cutter {
        book,
        cache,
        source,
        justify: align == Align::Justify,
        out,
        word: None,
    };
    let mut previous = '\n';
    let mut face = None;
    for (number, span) in source.spans.iter().enumerate() {
        let Some(style) = source.styles.get(span.style) else {
            continue;
        };
        let range = source.span_range(number);
        for (offset, c) in source
            .text
            .get(range.clone())
            .unwrap_or_default()
            .char_indices()
        {
            let at = range.start + offset;
            let may_break = breaks
                .next_if(|&(place, _)| place == at)
                .map(|(_, kind)| kind);
            face = style.face(book, c, face);
            let place = OpenWord {
                start: at,
                style: span.style,
                face: face.unwrap_or(FaceId(0)),
                level: level_at(at),
            };
            let next = cutter.kind(c, face);
            cutter.before(at, previous, c, place, next, may_break);
            match next {
                Some(kind) => cutter.single(at, c, place, kind, (number, offset)),
                None => _ = cutter.word.get_or_insert(place),
            }
            if next.is_some_and(|kind| matches!(kind, Kind::Missing { .. })) {
                face = None;
            }
            previous = c;
        }
    }
    let end = source.text.len();
    cutter.flush(end);
    if end > 0 {
        let atom = cutter.out.atoms.len() as u32;
        cutter.out.opportunities.push(Opportunity {
            at: end as u32,
            atom,
            inside: false,
            cause: Cause::Must,
        });
    }
}

/// The direction of every byte; empty where all runs from left to right.
fn levels(source: &Source<'_>) -> Vec<Level> {
    if source.base == 0
        && (source.text.is_ascii() || !source.text.chars().any(chars::is_directional))
    {
        return Vec::new();
    }
    let base = if source.base == 1 {
        Level::rtl()
    } else {
        Level::ltr()
    };
    BidiInfo::new(&source.text, Some(base)).levels
}

/// The text as the line breaker sees it. Chinese quotation marks open and close; the annex knows them only as marks
/// that never part from what is around them, which would glue whole sentences together.
fn analysed<'a>(source: &'a Source<'_>) -> Cow<'a, str> {
    let is_quote = |c| matches!(c, '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}');
    if !source.styles.iter().any(|style| style.lang == Lang::Zh) || !source.text.contains(is_quote)
    {
        return Cow::Borrowed(&source.text);
    }
    let mut text = String::with_capacity(source.text.len());
    for (number, span) in source.spans.iter().enumerate() {
        let chinese = source
            .styles
            .get(span.style)
            .is_some_and(|style| style.lang == Lang::Zh);
        let part = source
            .text
            .get(source.span_range(number))
            .unwrap_or_default();
        text.extend(part.chars().map(|c| match c {
            // Marks of the same length in bytes, so that places stay places.
            '\u{2018}' | '\u{201C}' if chinese => '「',
            '\u{2019}' | '\u{201D}' if chinese => '」',
            c => c,
        }));
    }
    Cow::Owned(text)
}

impl Cutter<'_, '_> {
    /// What a character is on its own; `None` for one that belongs to a word.
    fn kind(&self, c: char, face: Option<FaceId>) -> Option<Kind> {
        if c.is_ascii_graphic() && face.is_some() {
            return None;
        }
        if let Some(space) = Space::of(c) {
            return Some(Kind::Space { glyph: 0, space });
        }
        if chars::is_control(c) || chars::is_invisible(c) && (self.word.is_none() || c == '\u{AD}')
        {
            // A soft hyphen is a place, not a part of the word: it is drawn where a line ends there.
            return (c != '\u{AD}' || self.word.is_none()).then_some(Kind::Blank);
        }
        match face {
            Some(_) => None,
            None => Some(Kind::Missing { glyph: None }),
        }
    }

    /// Ends the open word if the next character is not part of it, and notes a place where a line may end.
    fn before(
        &mut self,
        at: usize,
        previous: char,
        c: char,
        place: OpenWord,
        next: Option<Kind>,
        may_break: Option<BreakOpportunity>,
    ) {
        let may_break = may_break
            .filter(|&kind| kind == BreakOpportunity::Mandatory || self.parts(at, previous, c));
        let wide = may_break.is_some() && (is_wide_text(previous) || is_wide_text(c));
        if let Some(word) = self.word
            && (next.is_some()
                || wide
                || OpenWord {
                    start: word.start,
                    ..place
                } != word)
        {
            self.flush(at);
        }
        let Some(kind) = may_break else { return };
        let atom = self.out.atoms.len() as u32;
        let cause = match (kind, previous) {
            (BreakOpportunity::Mandatory, _) => Cause::Must,
            (_, '\u{AD}') => Cause::SoftHyphen,
            (_, '-' | '/' | '\u{2010}' | '\u{2012}'..='\u{2014}') if !wide => Cause::Mark,
            _ => Cause::Open,
        };
        if wide && cause == Cause::Open && self.justify {
            self.widen(previous, c);
        }
        let inside = self.word.is_some();
        self.out.opportunities.push(Opportunity {
            at: at as u32,
            atom,
            inside,
            cause,
        });
    }

    /// Whether a place the annex allows is one that a reader would accept, too.
    fn parts(&self, at: usize, previous: char, c: char) -> bool {
        match previous {
            // A range of numbers holds together.
            '\u{2013}' => !c.is_numeric(),
            // So do symbols such as A/RES/71/291 up to their words, and abbreviations such as w/o.
            '/' => {
                let before = self.source.text.get(..at - 1).unwrap_or_default();
                before
                    .chars()
                    .rev()
                    .take_while(|c| c.is_alphanumeric())
                    .count()
                    >= 3
            }
            _ => true,
        }
    }

    /// Lets a justified line stretch after the last atom, and shrink where a full-width mark is half blank.
    fn widen(&mut self, previous: char, c: char) {
        let Some(atom) = self.out.atoms.last_mut() else {
            return;
        };
        let size = self
            .source
            .styles
            .get(usize::from(atom.style))
            .map_or(0.0, |style| style.size);
        let halves = f64::from(
            u8::from(chars::is_wide_closing(previous)) + u8::from(chars::is_wide_opening(c)),
        );
        if matches!(atom.kind, Kind::Word(_) | Kind::Missing { .. }) {
            atom.gap = Gap {
                stretch: size * 0.1,
                shrink: size * 0.2 * halves,
            };
        }
    }

    /// Adds a character that is an atom of its own.
    fn single(
        &mut self,
        at: usize,
        c: char,
        place: OpenWord,
        kind: Kind,
        (span, offset): (usize, usize),
    ) {
        let Some(style) = self.source.styles.get(place.style) else {
            return;
        };
        let (mut face, mut level) = (place.face, place.level);
        let (kind, em) = match kind {
            Kind::Space { space, .. } => {
                let (glyph, em) = self.space(face, c, space);
                if c == '\t' {
                    level = self.source.base;
                }
                (Kind::Space { glyph, space }, em)
            }
            Kind::Missing { .. } => {
                let tag = self.source.spans.get(span).map_or(0, |span| span.tag);
                self.out.missing.push(MissingGlyph {
                    character: c,
                    tag,
                    span,
                    offset,
                });
                let stand_in = self.book.find(&style.stack, '\u{FFFD}');
                let glyph = stand_in
                    .and_then(|face| self.book.open(face))
                    .and_then(|open| open.replacement);
                face = stand_in.or(style.stack.latin).unwrap_or(face);
                (
                    Kind::Missing {
                        glyph: glyph.map(|(glyph, _)| glyph),
                    },
                    glyph.map_or(0.0, |(_, em)| em),
                )
            }
            other => (other, 0.0),
        };
        let tracking = if em > 0.0 {
            style.tracking_on(face)
        } else {
            0.0
        };
        self.out.atoms.push(Atom {
            start: at as u32,
            end: (at + c.len_utf8()) as u32,
            style: place.style as u16,
            face,
            level,
            kind,
            width: (em * style.size + tracking).max(0.0),
            gap: Gap::default(),
        });
    }

    /// The glyph and the width in parts of the em of a white space.
    fn space(&self, face: FaceId, c: char, space: Space) -> (u16, f64) {
        let Some(open) = self.book.open(face) else {
            return (0, 0.25);
        };
        let (glyph, em) = open.space;
        let own = || self.book.plain_glyph(face, c);
        match space {
            Space::Word { binds: false } => (glyph, em),
            Space::Word { binds: true } => own().unwrap_or((glyph, em)),
            Space::Em(part) => own().unwrap_or((glyph, part)),
            Space::Narrow(part) => own().unwrap_or((glyph, em * part)),
            Space::Figure => own().unwrap_or((glyph, open.digit)),
            Space::Point => own().unwrap_or((glyph, open.point)),
        }
    }

    /// Ends the open word and shapes it.
    fn flush(&mut self, end: usize) {
        let Some(word) = self.word.take() else { return };
        let (source, style) = (self.source, word.style as u16);
        let range = word.start as u32..end as u32;
        let text = source.slice(range.start, range.end);
        let Some(key) = source.shape_key(style, word.face, word.level, range) else {
            return;
        };
        let shaped = self.cache.word(self.book, key, text);
        let width = source.width(self.book, style, word.face, self.cache.advance(shaped));
        self.out.atoms.push(Atom {
            start: word.start as u32,
            end: end as u32,
            style,
            face: word.face,
            level: word.level,
            kind: Kind::Word(shaped),
            width,
            gap: Gap::default(),
        });
    }
}

/// Whether a line may stretch beside a character: Chinese, not its space.
fn is_wide_text(c: char) -> bool {
    c >= '\u{2E80}' && chars::is_wide(c) && c != '\u{3000}'
}
