//! A text engine that turns text into lines of glyphs.
//!
//! [`break_paragraph`] takes spans of styled text and a measure, and returns lines of runs that a page can draw as they are: faces, glyphs,
//! positions, and the characters that each glyph draws. The engine knows nothing about pages.
//!
//! What always holds:
//! - Each character of the input is in the text of exactly one run, in reading order; only hyphens are added ([`LineEnd::Hyphen`]). A
//!   character that is in no face is drawn as U+FFFD and listed in [`Paragraph::missing`].
//! - Runs come in reading order; the glyphs of a run are ordered from left to right.
//! - The same input gives the same lines, whatever the [`ShapeCache`] contains.
//! - No input panics: lengths that are NaN or absurd are replaced with the nearest sensible value.
//!
//! ```
//! use briefing_layout::text::{Align, FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
//!
//! let (book, mut cache) = (FontBook::builtin(), ShapeCache::new());
//! let style = TextStyle { size: 9.5, ..TextStyle::default() };
//! let text = "The Office provides its capacity-building support to Member States through the Centre.";
//! let spans = [Span { text, style: &style, tag: 0 }];
//! let spec = ParagraphSpec { align: Align::Justify, hyphenate: true, ..ParagraphSpec::new(&spans) };
//!
//! let paragraph = break_paragraph(&book, &mut cache, &spec, 200.0);
//! let lines: Vec<String> = paragraph.lines.iter().map(|line| line.text_of(text).to_owned()).collect();
//! assert_eq!(lines, ["The Office provides its capacity-building support ", "to Member States through the Centre."]);
//! ```

mod atoms;
mod chars;
mod cuts;
mod face;
mod fit;
mod font;
mod hyphen;
mod line;
mod places;
mod runs;
mod shape;
mod source;
mod style;
mod weights;

use std::ops::Range;
use std::sync::Arc;

use briefing_model::{Colour, Direction};

pub use chars::blank_ends;
pub(crate) use chars::is_invisible;
pub use font::{ExtraFont, ExtraFontError, FaceFile, FaceId, FontBook, Metrics};
pub use shape::ShapeCache;
pub use style::{Align, Figures, LatinFamily, ParagraphSpec, Span, TextStyle, Weight};

/// Vectors reused from paragraph to paragraph.
#[derive(Default)]
struct Scratch {
    source: source::SourceScratch,
    atoms: Option<Arc<atoms::Atoms>>,
    fit: fit::FitScratch,
    ends: Vec<places::Breakpoint>,
    line: line::LineScratch,
}

/// A paragraph broken into lines.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, break_paragraph};
///
/// let nothing = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&[]), 100.0);
/// assert!(nothing.lines.is_empty());
/// assert_eq!(nothing.height(), 0.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The lines, from the top; empty for a text without characters.
    pub lines: Vec<Line>,
    /// The characters that are in no face, in reading order.
    pub missing: Vec<MissingGlyph>,
    /// The distance between baselines.
    pub line_height: f32,
    /// The distance from the top of a line to its baseline. The same for all lines, from the face of the first span's language.
    pub baseline: f32,
}

impl Paragraph {
    /// The total height of the lines.
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
    ///
    /// let style = TextStyle::default();
    /// let spans = [Span { text: "one\ntwo", style: &style, tag: 0 }];
    /// let two = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&spans), 100.0);
    /// assert_eq!(two.height(), 26.0);
    /// ```
    #[must_use]
    pub fn height(&self) -> f32 {
        self.line_height * self.lines.len() as f32
    }
}

/// A character that is in no face.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let style = TextStyle::default();
/// let spans = [Span { text: "a ► b", style: &style, tag: 3 }];
/// let paragraph = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&spans), 100.0);
/// let missing = &paragraph.missing[0];
/// assert_eq!((missing.character, missing.tag, missing.offset), ('►', 3, 2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The tag of the span that contains it.
    pub tag: u32,
    /// The index of the span that contains it.
    pub span: usize,
    /// Its byte offset in that span's text.
    pub offset: usize,
}

/// A line of a paragraph. Lengths are in points; `x` is relative to the left edge of the measure.
///
/// ```
/// use briefing_layout::text::{Align, FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let style = TextStyle::default();
/// let spans = [Span { text: "to the right", style: &style, tag: 0 }];
/// let spec = ParagraphSpec { align: Align::End, ..ParagraphSpec::new(&spans) };
/// let paragraph = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &spec, 100.0);
/// let line = &paragraph.lines[0];
/// assert!((line.x + line.width - 100.0).abs() < 0.001);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The left end of the line.
    pub x: f32,
    /// The width of the line, without white space that hangs past its end.
    pub width: f32,
    /// How far its faces extend above the baseline.
    pub ascent: f32,
    /// How far its faces extend below the baseline.
    pub descent: f32,
    /// Whether it was stretched or shrunk to fill the measure.
    pub justified: bool,
    /// The reason why it ends.
    pub end: LineEnd,
    /// Its characters, as a range of bytes in the concatenated text of all spans.
    pub text: Range<usize>,
    /// The runs that draw it, in reading order.
    pub runs: Vec<Run>,
}

impl Line {
    /// The line's part of the paragraph's text; empty if `text` is a different text.
    ///
    /// ```
    /// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
    ///
    /// let style = TextStyle::default();
    /// let spans = [Span { text: "one\ntwo", style: &style, tag: 0 }];
    /// let two = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&spans), 100.0);
    /// assert_eq!(two.lines[1].text_of("one\ntwo"), "two");
    /// ```
    #[must_use]
    pub fn text_of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.text.clone()).unwrap_or_default()
    }
}

/// The reason why a line ends.
///
/// ```
/// use briefing_layout::text::{FontBook, LineEnd, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let style = TextStyle::default();
/// let spans = [Span { text: "organization", style: &style, tag: 0 }];
/// let spec = ParagraphSpec { hyphenate: true, ..ParagraphSpec::new(&spans) };
/// let paragraph = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &spec, 40.0);
/// assert_eq!(paragraph.lines[0].end, LineEnd::Hyphen);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// Between two words, after a hyphen or dash, or anywhere within something wider than the measure.
    Soft,
    /// Within a word: its last run ends in a hyphen that is not in the text, with U+00AD as its text.
    Hyphen,
    /// Within a word, at a U+00AD in the text, which is drawn as a hyphen.
    SoftHyphen,
    /// The text requires it, or ends.
    Mandatory,
}

/// Adjacent glyphs on a line with the same face, size, colour, tag and direction.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let style = TextStyle::default();
/// let spans = [Span { text: "46 entities", style: &style, tag: 7 }];
/// let paragraph = break_paragraph(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&spans), 100.0);
/// let run = &paragraph.lines[0].runs[0];
/// assert_eq!((run.text.as_str(), run.tag), ("46 entities", 7));
/// assert_eq!(run.glyphs[0].text, 0..1);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// The size of the em.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// The tag of the span it belongs to.
    pub tag: u32,
    /// Its left end, relative to the left edge of the measure.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// The direction in which its text is read.
    pub direction: Direction,
    /// Its characters in reading order. Some draw nothing and are in no glyph's range: controls, joiners, U+00AD within a line.
    pub text: String,
    /// Its glyphs, from left to right; empty if it draws nothing.
    pub glyphs: Vec<Glyph>,
}

/// A glyph and its position.
///
/// ```
/// let glyph = briefing_layout::text::Glyph { id: 36, x: 0.0, y: 0.0, text: 0..1 };
/// assert_eq!(glyph.text.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face; never 0, the glyph for missing characters.
    pub id: u16,
    /// The position of its origin to the right of the run's `x`.
    pub x: f32,
    /// The height of its origin above the baseline.
    pub y: f32,
    /// The bytes of the run's text that it draws; empty if it completes another glyph that has them, as a separate dot completes its
    /// letter.
    pub text: Range<usize>,
}

/// Breaks a paragraph into lines of a measure, in points.
///
/// A measure that is NaN or negative counts as zero: each line then holds one letter.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let (book, mut cache) = (FontBook::builtin(), ShapeCache::new());
/// let style = TextStyle::default();
/// let spans = [Span { text: "UNOCT", style: &style, tag: 0 }];
/// assert_eq!(break_paragraph(&book, &mut cache, &ParagraphSpec::new(&spans), 100.0).lines.len(), 1);
/// assert_eq!(break_paragraph(&book, &mut cache, &ParagraphSpec::new(&spans), f32::NAN).lines.len(), 5);
/// ```
#[must_use]
pub fn break_paragraph(book: &FontBook, cache: &mut ShapeCache, spec: &ParagraphSpec<'_>, width: f32) -> Paragraph {
    cache.begin(book);

    // Cut the text into shaped words and spaces, and find the places where a line may end.
    let source = source::ParagraphText::new(book, spec, std::mem::take(&mut cache.scratch.source));
    let atoms = cuts::cut(book, cache, &source, spec.align);
    let mut scratch = std::mem::take(&mut cache.scratch);

    // Choose the ends of lines.
    let width = source::sane(width, 0.0, MOST_WIDTH);
    let mut measure = places::LineMeasure {
        width,
        indent: source::sane(spec.indent, -width, width),
        justify: spec.align == Align::Justify,
        hyphenate: spec.hyphenate,
    };
    scratch.ends.clear();
    fit::fit(book, cache, &source, &atoms, measure, &mut scratch.fit, &mut scratch.ends);

    // Set each line.
    let mut lines = Vec::with_capacity(scratch.ends.len());
    let mut setter = line::LineSetter { book, cache, source: &source, atoms: &atoms, align: spec.align };
    let mut from = line::Start { at: 0, atom: 0 };
    for end in &scratch.ends {
        lines.push(setter.set(from, end, measure, &mut scratch.line));
        from = line::Start { at: end.at, atom: end.atom };
        measure.indent = 0.0;
    }

    let tag = |span: usize| source.spans.get(span).map_or(0, |span| span.tag);
    let missing = atoms.missing.iter().map(|missing| MissingGlyph { tag: tag(missing.span), ..*missing }).collect();
    scratch.source = source.into_scratch();
    cache.scratch = scratch;
    let line_height = source::sane(spec.line_height, 0.0, MOST_WIDTH) as f32;
    Paragraph { lines, missing, line_height, baseline: baseline(book, spec, line_height) }
}

/// The widths that a text needs, in points.
///
/// ```
/// use briefing_layout::text::{Extent, FontBook, ParagraphSpec, ShapeCache, measure};
///
/// let nothing = measure(&FontBook::builtin(), &mut ShapeCache::new(), &ParagraphSpec::new(&[]));
/// assert_eq!(nothing, Extent { natural: 0.0, least: 0.0 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The widest line, if lines end only where they must.
    pub natural: f32,
    /// The widest part within which a line cannot end, ignoring hyphenation: the smallest measure in which no word has to be divided.
    pub least: f32,
}

/// Measures a text without breaking it into lines. Its indent does not count.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, measure};
///
/// let (book, mut cache) = (FontBook::builtin(), ShapeCache::new());
/// let style = TextStyle::default();
/// let spans = [Span { text: "Member States", style: &style, tag: 0 }];
/// let extent = measure(&book, &mut cache, &ParagraphSpec::new(&spans));
/// assert!(extent.least < extent.natural);
/// ```
#[must_use]
pub fn measure(book: &FontBook, cache: &mut ShapeCache, spec: &ParagraphSpec<'_>) -> Extent {
    cache.begin(book);
    let source = source::ParagraphText::new(book, spec, std::mem::take(&mut cache.scratch.source));
    let atoms = cuts::cut(book, cache, &source, spec.align);
    let mut scratch = std::mem::take(&mut cache.scratch);
    let (natural, least) = fit::extent(book, cache, &source, &atoms, &mut scratch.fit);
    scratch.source = source.into_scratch();
    cache.scratch = scratch;
    Extent { natural: natural as f32, least: least as f32 }
}

/// The baseline that centres the face of the first span's language in the line.
fn baseline(book: &FontBook, spec: &ParagraphSpec<'_>, line_height: f32) -> f32 {
    let Some(first) = spec.spans.first() else {
        return line_height;
    };
    let metrics = book.style_metrics(first.style);
    let size = source::sane(first.style.size, 0.0, 10_000.0) as f32;
    (line_height + (metrics.ascent - metrics.descent) * size) / 2.0
}

/// Wider than any page; keeps sums exact.
const MOST_WIDTH: f64 = 1e6;

#[cfg(test)]
mod tests;
