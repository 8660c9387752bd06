//! Drawing within a marked-content sequence.

mod content;
mod text;

use crate::error::DrawErrorKind;
use crate::font::{Font, FontId};
use crate::geometry::{Cap, Color, FillRule, Join, Path, Point, Rect, Segment, Stroke, round};
use crate::image::{ImageId, Orientation, StoredImage};
use crate::syntax::ObjectWriter;

pub(crate) use content::ContentStream;
pub use text::{Glyph, GlyphRun};
pub(crate) use text::{SOFT_HYPHEN, TextScratch};

/// The surface on which the marks of one content slot or one artifact are drawn.
///
/// It exists only within [`PageBuilder::content`](crate::PageBuilder::content) and [`PageBuilder::artifact`](crate::PageBuilder::artifact),
/// so every mark belongs to one or the other. Coordinates are points from the top left corner of the page, with y downwards.
///
/// Drawing does not fail immediately: the first error is kept, and returned when the closure ends.
///
/// ```
/// use tagged_pdf::{ArtifactKind, Canvas, Color, Path, Rect, Stroke};
///
/// fn frame(canvas: &mut Canvas<'_>) {
///     let area = Rect::new(36.0, 36.0, 200.0, 100.0);
///     canvas.fill_rect(area, Color::rgb(0xE8, 0xF4, 0xFA));
///     canvas.stroke(&Path::rect(area), &Stroke::new(Color::BLACK, 0.5));
/// }
/// ```
///
/// A framed picture with its name:
///
/// ```
/// use tagged_pdf::{Canvas, Color, FillRule, GlyphRun, ImageId, Orientation, Path, Rect};
///
/// fn portrait(canvas: &mut Canvas<'_>, image: ImageId, name: &GlyphRun<'_>) {
///     let area = Rect::new(36.0, 36.0, 80.0, 100.0);
///     canvas.fill(&Path::rect(area), Color::BLACK);
///     // Only what falls inside the inner rectangle is drawn.
///     canvas.clip(&Path::rect(Rect::new(38.0, 38.0, 76.0, 96.0)), FillRule::NonZero, |canvas| {
///         canvas.image(image, area, Orientation::Upright);
///     });
///     canvas.glyphs(name);
/// }
/// ```
#[derive(Debug)]
pub struct Canvas<'a> {
    pub(crate) fonts: &'a mut [Font],
    pub(crate) images: &'a mut [StoredImage],
    pub(crate) content: &'a mut ContentStream,
    pub(crate) state: &'a mut GraphicsState,
    pub(crate) scratch: &'a mut TextScratch,
    pub(crate) page_height: f32,
    /// Whether an artifact is being drawn; the marks of artifacts are not read, so they need no text.
    pub(crate) is_artifact: bool,
    pub(crate) clip: Option<Rect>,
    /// The number of enclosing clips.
    pub(crate) depth: u8,
    /// The rectangle around all marks so far.
    pub(crate) ink: Option<Rect>,
    pub(crate) translucent: bool,
    pub(crate) fault: Option<DrawErrorKind>,
}

const DEEPEST_CLIP: u8 = 24;

/// The present graphics state of the page; `None` for what has not been set.
#[derive(Debug, Clone, Default)]
pub(crate) struct GraphicsState {
    fill: Option<Color>,
    stroke: Option<Stroke>,
    font: Option<(FontId, f32)>,
    rise: f32,
}

impl Canvas<'_> {
    /// Fills a path.
    pub fn fill(&mut self, path: &Path, color: Color) {
        self.fill_with(path, color, FillRule::NonZero);
    }

    /// Fills a path by the given rule.
    ///
    /// ```
    /// use tagged_pdf::{ArtifactKind, Color, FillRule, Path, Rect};
    ///
    /// # let issued = tagged_pdf::Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// # let metadata = tagged_pdf::Metadata::new("A frame", tagged_pdf::LanguageTag::new("en")?, issued)?;
    /// # let mut pdf = tagged_pdf::PdfBuilder::new(metadata, tagged_pdf::StructureTree::new());
    /// # let mut page = pdf.page(tagged_pdf::Size::A4)?;
    /// // A square in a square, as one path: the inner one stays open.
    /// let mut frame = Path::rect(Rect::new(72.0, 72.0, 100.0, 100.0));
    /// frame.move_to(82.0, 82.0).line_to(162.0, 82.0).line_to(162.0, 162.0).line_to(82.0, 162.0).close();
    /// page.artifact(ArtifactKind::Layout, |canvas| canvas.fill_with(&frame, Color::BLACK, FillRule::EvenOdd))?;
    /// # pdf.finish()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fill_with(&mut self, path: &Path, color: Color, rule: FillRule) {
        if !self.accept_path(path, 0.0) {
            return;
        }
        self.set_fill(color);
        let operator = match rule {
            FillRule::NonZero => "f",
            FillRule::EvenOdd => "f*",
        };
        if self.trace(path, |_, _| ()) {
            self.content.operator([], "h");
            self.content.operator([], operator);
        }
    }

    /// Fills a rectangle.
    pub fn fill_rect(&mut self, rect: Rect, color: Color) {
        if !self.accept_rect(rect) {
            return;
        }
        self.set_fill(color);
        let corner = [round(rect.x), round(self.page_height - rect.bottom())];
        let sides = [round(rect.width), round(rect.height)];
        self.content.operator([corner[0], corner[1], sides[0], sides[1]], "re");
        self.content.operator([], "f");
    }

    /// Strokes a path.
    pub fn stroke(&mut self, path: &Path, stroke: &Stroke) {
        let finite =
            stroke.width.is_finite() && stroke.miter_limit.is_finite() && stroke.dash.iter().all(|d| d.is_finite());
        if !self.require(finite, || DrawErrorKind::NotFinite("a width or a dash of a line")) {
            return;
        }
        let shortest = stroke.dash.iter().copied().fold(stroke.width, f32::min);
        let too_small = || DrawErrorKind::TooSmall { what: "a width or a dash of a line", value: shortest };
        if !self.require(shortest >= 0.0, too_small) || !self.accept_path(path, stroke.width / 2.0) {
            return;
        }
        self.set_stroke(stroke);
        self.trace(path, |content, is_closed| {
            if is_closed {
                content.operator([], "h");
            }
            content.operator([], "S");
        });
    }

    /// Draws a picture so that it fills a rectangle.
    pub fn image(&mut self, image: ImageId, rect: Rect, orientation: Orientation) {
        let translucent = match self.images.get_mut(image.0 as usize) {
            Some(stored) => {
                stored.used = true;
                stored.image.is_translucent()
            }
            None => return self.fail(DrawErrorKind::Unknown("image")),
        };
        if !self.accept_rect(rect) {
            return;
        }
        self.translucent |= translucent;
        let matrix = orientation.matrix(rect.x, self.page_height - rect.bottom(), rect.width, rect.height);
        let matrix = matrix.map(round);
        let is_upright = matrix[1] == 0.0 && matrix[2] == 0.0;
        self.content.operator([], "q");
        self.content.operator(matrix, "cm");
        if !is_upright {
            self.content.operator([], "q");
            self.content.operator([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], "cm");
        }
        self.content.resource(("I", image.0), [], "Do");
        if !is_upright {
            self.content.operator([], "Q");
        }
        self.content.operator([], "Q");
    }

    /// Draws with everything clipped to the inside of a path.
    pub fn clip(&mut self, path: &Path, rule: FillRule, draw: impl FnOnce(&mut Canvas<'_>)) {
        if !self.require(path.is_finite(), || DrawErrorKind::NotFinite("a coordinate of a path")) {
            return;
        }
        if !self.require(self.depth < DEEPEST_CLIP, || DrawErrorKind::DeepClip) {
            return;
        }
        let bounds = path.bounds().unwrap_or(Rect::new(0.0, 0.0, 0.0, 0.0));
        let outer = self.clip;
        // Clips that do not intersect leave an empty area, whose position does not matter.
        let nowhere = Rect::new(bounds.x, bounds.y, 0.0, 0.0);
        self.clip = Some(outer.map_or(bounds, |o| o.intersection(bounds).unwrap_or(nowhere)));
        let state = self.state.clone();
        self.content.operator([], "q");
        let operator = match rule {
            FillRule::NonZero => "W",
            FillRule::EvenOdd => "W*",
        };
        if self.trace(path, |_, _| ()) {
            self.content.operator([], "h");
            self.content.operator([], operator);
            self.content.operator([], "n");
        }
        self.depth += 1;
        draw(&mut *self);
        self.depth -= 1;
        self.content.operator([], "Q");
        *self.state = state;
        self.clip = outer;
    }

    /// Writes the parts of a path that have more than one point, each followed by what `end` writes. Returns whether there are any.
    fn trace(&mut self, path: &Path, mut end: impl FnMut(&mut ContentStream, bool)) -> bool {
        let height = self.page_height;
        let place = |point: Point| [round(point.x), round(height - point.y)];
        let mut start = None;
        let (mut is_open, mut any) = (false, false);
        let content = &mut *self.content;
        let begin = |content: &mut ContentStream, is_open: &mut bool, start| {
            if !std::mem::replace(is_open, true) {
                content.operator(place(start), "m");
            }
        };
        for segment in &path.segments {
            match *segment {
                Segment::Move(point) => {
                    if std::mem::take(&mut is_open) {
                        end(content, false);
                    }
                    start = Some(point);
                }
                Segment::Line(point) => {
                    begin(content, &mut is_open, *start.get_or_insert(point));
                    content.operator(place(point), "l");
                }
                Segment::Curve(first, second, point) => {
                    begin(content, &mut is_open, *start.get_or_insert(point));
                    let ([x1, y1], [x2, y2], [x3, y3]) = (place(first), place(second), place(point));
                    content.operator([x1, y1, x2, y2, x3, y3], "c");
                }
                Segment::Close => {
                    if std::mem::take(&mut is_open) {
                        end(content, true);
                    }
                }
            }
            any |= is_open;
        }
        if is_open {
            end(content, false);
        }
        any
    }

    fn set_fill(&mut self, color: Color) {
        if self.state.fill != Some(color) {
            self.state.fill = Some(color);
            self.content.operator(levels(color), "rg");
        }
    }

    fn set_stroke(&mut self, stroke: &Stroke) {
        let old = self.state.stroke.replace(stroke.clone());
        let changed = |same: fn(&Stroke, &Stroke) -> bool| !old.as_ref().is_some_and(|old| same(old, stroke));
        if changed(|a, b| a.color == b.color) {
            self.content.operator(levels(stroke.color), "RG");
        }
        if changed(|a, b| a.width == b.width) {
            self.content.operator([round(stroke.width)], "w");
        }
        if changed(|a, b| a.dash == b.dash) {
            // A pattern of zeros only is not allowed (ISO 32000-1, 8.4.3.6).
            let is_solid = stroke.dash.iter().all(|length| round(*length) == 0.0);
            let lengths = if is_solid { &[][..] } else { &stroke.dash };
            let pattern = |s: &mut ObjectWriter| {
                s.raw("[");
                for length in lengths {
                    s.number(f64::from(round(*length)));
                }
                s.raw("] 0 ");
            };
            self.content.with(pattern, "d");
        }
        if changed(|a, b| a.cap == b.cap) {
            let cap = match stroke.cap {
                Cap::Butt => 0.0,
                Cap::Round => 1.0,
                Cap::Square => 2.0,
            };
            self.content.operator([cap], "J");
        }
        if changed(|a, b| a.join == b.join) {
            let join = match stroke.join {
                Join::Miter => 0.0,
                Join::Round => 1.0,
                Join::Bevel => 2.0,
            };
            self.content.operator([join], "j");
        }
        // A limit below 1 is not allowed (8.4.3.5).
        let limit = |stroke: &Stroke| round(stroke.miter_limit.max(1.0));
        if old.as_ref().map_or(Stroke::MITER_LIMIT, limit) != limit(stroke) {
            self.content.operator([limit(stroke)], "M");
        }
    }

    fn accept_path(&mut self, path: &Path, margin: f32) -> bool {
        let accepted = self.require(path.is_finite(), || DrawErrorKind::NotFinite("a coordinate of a path"));
        if let Some(bounds) = path.bounds().filter(|_| accepted) {
            self.mark(Rect::new(
                bounds.x - margin,
                bounds.y - margin,
                bounds.width + 2.0 * margin,
                bounds.height + 2.0 * margin,
            ));
        }
        accepted
    }

    fn accept_rect(&mut self, rect: Rect) -> bool {
        let smallest = rect.width.min(rect.height);
        let too_small = || DrawErrorKind::TooSmall { what: "a side of a rectangle", value: smallest };
        let accepted = self.require(rect.is_finite(), || DrawErrorKind::NotFinite("a side of a rectangle"))
            && self.require(smallest >= 0.0, too_small);
        if accepted {
            self.mark(rect);
        }
        accepted
    }

    /// Extends the rectangle around all marks.
    fn mark(&mut self, area: Rect) {
        let visible = match self.clip {
            Some(clip) => clip.intersection(area),
            None => Some(area),
        };
        if let Some(visible) = visible {
            self.ink = Some(self.ink.map_or(visible, |ink| ink.union(visible)));
        }
    }

    fn require(&mut self, holds: bool, fault: impl FnOnce() -> DrawErrorKind) -> bool {
        if !holds {
            self.fail(fault());
        }
        holds
    }

    fn fail(&mut self, fault: DrawErrorKind) {
        self.fault.get_or_insert(fault);
    }
}

/// The components of a colour as operands.
fn levels(color: Color) -> [f32; 3] {
    // Three decimals distinguish all 256 levels.
    [color.red, color.green, color.blue].map(|byte| round(f32::from(byte) / 255.0))
}
