//! Drawing runs of glyphs.

use std::ops::Range;

use super::{Canvas, ContentStream};
use crate::error::DrawErrorKind;
use crate::font::{FontId, is_right_to_left, meaningless, visual};
use crate::geometry::{Color, Point, Rect, nearest, round};
use crate::syntax::utf16;

/// The longest text of a cluster in bytes of UTF-8, whose UTF-16 is well below the limit of 32,767 bytes for a string.
const LONGEST_CLUSTER: usize = 10_000;

/// The longest string in bytes, below the same limit.
const LONGEST_STRING: usize = 32_000;

/// The marked-content tag for the hyphen of a divided word.
pub(crate) const SOFT_HYPHEN: &str = "SoftHyphen";

/// One glyph of a run, with its position and the text it stands for.
///
/// ```
/// use tagged_pdf::Glyph;
///
/// // The fi of `finance` as a ligature: one glyph for two bytes.
/// let ligature = Glyph { id: 444, x: 0.0, y: 0.0, text: 0..2 };
/// # let _ = ligature;
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// The position of the pen, in points to the right of the run's origin.
    pub x: f32,
    /// The position of the pen, in points below the run's origin; negative for raised marks.
    pub y: f32,
    /// The bytes of the run's text that it stands for. Adjacent glyphs with equal ranges stand for that text together; with an empty range,
    /// a glyph stands for nothing that is read.
    pub text: Range<usize>,
}

/// Glyphs of one font, size and colour on one baseline.
///
/// Pen positions are absolute, so kerned, justified and right-to-left lines need no special treatment: glyphs are given in visual order,
/// from left to right, and each states the bytes of `text` (in logical order) that it stands for. Everything drawn can be read back as
/// exactly that text, including soft hyphens at line ends, no-break spaces and ligatures. A run has a single direction; it counts as
/// right-to-left if its first glyph stands for later text than its last.
///
/// ```
/// use tagged_pdf::{Canvas, Color, FontId, Glyph, GlyphRun, Point};
///
/// fn ok(canvas: &mut Canvas<'_>, font: FontId) {
///     canvas.glyphs(&GlyphRun {
///         font,
///         size: 10.0,
///         color: Color::BLACK,
///         origin: Point::new(72.0, 100.0),
///         glyphs: &[
///             Glyph { id: 51, x: 0.0, y: 0.0, text: 0..1 },
///             Glyph { id: 47, x: 6.7, y: 0.0, text: 1..2 },
///         ],
///         text: "OK",
///     });
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GlyphRun<'a> {
    /// The font.
    pub font: FontId,
    /// The size of the em, in points.
    pub size: f32,
    /// The colour.
    pub color: Color,
    /// The start of the baseline.
    pub origin: Point,
    /// The glyphs, in visual order.
    pub glyphs: &'a [Glyph],
    /// The text they stand for, in logical order.
    pub text: &'a str,
}

impl Canvas<'_> {
    /// Draws a run of glyphs.
    pub fn glyphs(&mut self, run: &GlyphRun<'_>) {
        let finite = run.size.is_finite()
            && run.origin.x.is_finite()
            && run.origin.y.is_finite()
            && run.glyphs.iter().all(|g| g.x.is_finite() && g.y.is_finite());
        if !self.require(finite, || DrawErrorKind::NotFinite("the size or a position of a glyph")) {
            return;
        }
        let too_small = || DrawErrorKind::TooSmall { what: "the size of a font", value: run.size };
        if !self.require(run.size > 0.0, too_small) || run.glyphs.is_empty() {
            return;
        }
        if let Err(fault) = self.show_run(run) {
            self.fail(fault);
        }
    }

    fn show_run(&mut self, run: &GlyphRun<'_>) -> Result<(), DrawErrorKind> {
        let mut clusters = std::mem::take(&mut self.scratch.clusters);
        let read = self.read_clusters(run, &mut clusters);
        if read.is_ok() {
            self.show_clusters(run, &clusters);
        }
        self.scratch.clusters = clusters;
        read
    }

    /// Shows a run after it was divided into clusters.
    fn show_clusters(&mut self, run: &GlyphRun<'_>, clusters: &Clusters) {
        self.set_fill(run.color);
        self.content.operator([], "BT");
        if self.state.font != Some((run.font, run.size)) {
            self.state.font = Some((run.font, run.size));
            self.content.resource(("T", run.font.0), [round(run.size)], "Tf");
        }
        let [x, y] = [round(run.origin.x), round(self.page_height - run.origin.y)];
        self.content.with(|s| _ = s.raw("1 0 0 1 ").number(x.into()).raw(" ").number(y.into()).raw(" "), "Tm");
        let end = self.show_text(run, clusters);
        self.content.operator([], "ET");
        self.mark_run(run, end);
    }

    /// Divides a run into clusters, and records what each glyph stands for.
    fn read_clusters(&mut self, run: &GlyphRun<'_>, clusters: &mut Clusters) -> Result<(), DrawErrorKind> {
        let font = self.fonts.get_mut(run.font.0 as usize).ok_or(DrawErrorKind::Unknown("font"))?;
        let descending = match run.glyphs {
            [first, .., last] if first.text.start != last.text.start => Some(first.text.start > last.text.start),
            _ => None,
        };
        clusters.numbers.clear();
        clusters.all.clear();
        for glyphs in run.glyphs.chunk_by(|a, b| a.text == b.text) {
            let Some(Range { start, end }) = glyphs.first().map(|glyph| glyph.text.clone()) else {
                continue;
            };
            let fault = DrawErrorKind::TextRange { start, end };
            let text = run.text.get(start..end).ok_or(fault)?;
            if text.len() > LONGEST_CLUSTER {
                return Err(DrawErrorKind::LongCluster(text.len()));
            }
            if let Some(fault) = meaningless(text) {
                return Err(fault);
            }
            let first = clusters.numbers.len();
            for glyph in glyphs {
                if glyph.id == 0 {
                    let (font, text) = (font.name.clone(), text.into());
                    return Err(DrawErrorKind::MissingGlyph { font, text });
                }
                clusters.numbers.push(font.glyph(glyph.id)?);
            }
            let numbers = clusters.numbers.get(first..).unwrap_or_default();
            let reversed = descending.unwrap_or_else(|| is_right_to_left(text));
            let soft = text == "\u{AD}" && font.read_cluster(numbers, "-");
            let plain = soft || font.read_cluster(numbers, &visual(text, reversed)) || self.is_artifact;
            clusters.all.push(Cluster { glyphs: glyphs.len(), plain, soft, reversed });
        }
        Ok(())
    }

    /// Shows the glyphs of the clusters, and returns the resulting position of the pen, in points from the origin.
    fn show_text(&mut self, run: &GlyphRun<'_>, clusters: &Clusters) -> f32 {
        let mut pen = Pen::new(run.size, std::mem::take(&mut self.scratch.codes));
        let mut rest = (run.glyphs, clusters.numbers.as_slice());
        for cluster in &clusters.all {
            let (Some((glyphs, more)), Some((numbers, more_numbers))) =
                (rest.0.split_at_checked(cluster.glyphs), rest.1.split_at_checked(cluster.glyphs))
            else {
                break;
            };
            rest = (more, more_numbers);
            if cluster.soft {
                // Search functions only join a word divided by U+002D: poppler and pdf.js know no other hyphen, and poppler honours an
                // `/ActualText`. The mark is therefore what distinguishes it from a hyphen in the text (ISO 32000-1, 14.8.2.2.3).
                pen.flush(self.content);
                self.content.with(|s| _ = s.raw("/").raw(SOFT_HYPHEN).raw(" "), "BMC");
                self.show_glyphs(run.font, glyphs, numbers, &mut pen);
                pen.flush(self.content);
                self.content.operator([], "EMC");
                continue;
            }
            if cluster.plain {
                self.show_glyphs(run.font, glyphs, numbers, &mut pen);
                continue;
            }
            let range = glyphs.first().map(|glyph| glyph.text.clone());
            let text = range.and_then(|range| run.text.get(range)).unwrap_or_default();
            pen.flush(self.content);
            let text = utf16(&visual(text, cluster.reversed));
            self.content.begin("Span", |s| _ = s.raw("/ActualText").hexadecimal(&text));
            self.show_glyphs(run.font, glyphs, numbers, &mut pen);
            pen.flush(self.content);
            self.content.operator([], "EMC");
        }
        pen.flush(self.content);
        self.set_rise(0.0);
        let end = (pen.at / pen.scale) as f32;
        self.scratch.codes = pen.codes;
        end
    }

    fn show_glyphs(&mut self, font: FontId, glyphs: &[Glyph], numbers: &[u16], pen: &mut Pen) {
        for (glyph, number) in glyphs.iter().zip(numbers) {
            let rise = round(-glyph.y);
            if rise != self.state.rise {
                pen.flush(self.content);
                self.set_rise(rise);
            }
            let width = self.fonts.get(font.0 as usize).map_or(0.0, |font| font.width(*number));
            pen.set_down(f64::from(glyph.x), width, *number, self.content);
        }
    }

    fn set_rise(&mut self, rise: f32) {
        if rise != self.state.rise {
            self.state.rise = rise;
            self.content.operator([rise], "Ts");
        }
    }

    fn mark_run(&mut self, run: &GlyphRun<'_>, end: f32) {
        let Some(font) = self.fonts.get(run.font.0 as usize) else {
            return;
        };
        let em = run.size / 1000.0;
        let (above, below) = (font.metrics.ascent * em, font.metrics.descent * em);
        let lowest = run.glyphs.iter().map(|g| g.x).fold(0.0, f32::min);
        let highest = run.glyphs.iter().map(|g| g.x).fold(end, f32::max);
        self.mark(Rect::new(run.origin.x + lowest, run.origin.y - above, highest - lowest, above - below));
    }
}

/// Vectors reused from run to run.
#[derive(Debug)]
pub(crate) struct TextScratch {
    clusters: Clusters,
    codes: Vec<u8>,
}

impl TextScratch {
    pub(crate) const fn new() -> Self {
        Self { clusters: Clusters { numbers: Vec::new(), all: Vec::new() }, codes: Vec::new() }
    }
}

/// A run divided into clusters.
#[derive(Debug, Default)]
struct Clusters {
    /// The glyphs' numbers in the subset.
    numbers: Vec<u16>,
    all: Vec<Cluster>,
}

/// Adjacent glyphs that stand for one text.
#[derive(Debug, Clone, Copy)]
struct Cluster {
    glyphs: usize,
    /// Whether `/ToUnicode` already says what they stand for.
    plain: bool,
    /// Whether they are the hyphen of a divided word.
    soft: bool,
    /// Whether they are read from right to left.
    reversed: bool,
}

/// The position of the pen in a run, and what has not been shown yet.
struct Pen {
    /// In thousandths of an em from the origin.
    at: f64,
    /// The number of thousandths of an em per point.
    scale: f64,
    /// The glyphs of the unfinished string.
    codes: Vec<u8>,
    /// Whether an array of strings and movements has been begun.
    array: bool,
}

impl Pen {
    /// A pen at the origin, with an empty vector for codes.
    fn new(size: f32, codes: Vec<u8>) -> Self {
        Self { at: 0.0, scale: 1000.0 / f64::from(size), codes, array: false }
    }

    /// Writes a glyph at a position in points, first moving the pen there if necessary.
    ///
    /// Movements are whole thousandths of an em, each from the true position of the pen, so that rounding errors do not add up along a
    /// line.
    fn set_down(&mut self, x: f64, width: f64, number: u16, content: &mut ContentStream) {
        let back = nearest(self.at - x * self.scale);
        if back != 0 {
            self.end_string(content);
            let begun = self.array;
            let array = content.array(&mut self.array);
            if begun {
                array.raw(" ");
            }
            array.integer(back);
            self.at -= back as f64;
        }
        if self.codes.len() >= LONGEST_STRING {
            self.end_string(content);
        }
        self.codes.extend(number.to_be_bytes());
        self.at += width;
    }

    fn end_string(&mut self, content: &mut ContentStream) {
        if !self.codes.is_empty() {
            content.array(&mut self.array).codes(&self.codes);
            self.codes.clear();
        }
    }

    /// Shows what has not been shown yet.
    fn flush(&mut self, content: &mut ContentStream) {
        self.end_string(content);
        if std::mem::take(&mut self.array) {
            content.with(|s| _ = s.raw("] "), "TJ");
        }
    }
}
