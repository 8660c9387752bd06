//! Sizes, rectangles, colours and paths, in points from the top left corner, with y downwards.

/// The size of a page, in points (1/72 inch).
///
/// ```
/// use tagged_pdf::Size;
///
/// assert_eq!(Size::A4, Size { width: 595.276, height: 841.89 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

impl Size {
    /// ISO 216 A4, portrait: 210 mm by 297 mm.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Size::A4.width, 595.276);
    /// ```
    pub const A4: Self = Self { width: 595.276, height: 841.89 };
    /// North American Letter, portrait: 8½ in by 11 in.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Size::LETTER.height, 792.0);
    /// ```
    pub const LETTER: Self = Self { width: 612.0, height: 792.0 };
}

/// A point on a page, relative to its top left corner.
///
/// ```
/// use tagged_pdf::Point;
///
/// assert_eq!(Point::new(72.0, 36.0), Point { x: 72.0, y: 36.0 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// The distance to the right, in points.
    pub x: f32,
    /// The distance downwards, in points.
    pub y: f32,
}

impl Point {
    /// Creates a point `x` to the right and `y` down.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Point::new(72.0, 36.0), (72.0, 36.0).into());
    /// ```
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl From<(f32, f32)> for Point {
    fn from((x, y): (f32, f32)) -> Self {
        Self { x, y }
    }
}

/// An axis-parallel rectangle on a page, relative to the page's top left corner.
///
/// ```
/// use tagged_pdf::Rect;
///
/// let rect = Rect::new(10.0, 20.0, 30.0, 40.0);
/// assert_eq!((rect.right(), rect.bottom()), (40.0, 60.0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge, in points.
    pub x: f32,
    /// The top edge, in points.
    pub y: f32,
    /// The width, in points.
    pub width: f32,
    /// The height, in points.
    pub height: f32,
}

impl Rect {
    /// Creates a rectangle with its top left corner at `x`, `y`.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Rect::new(10.0, 20.0, 30.0, 40.0).width, 30.0);
    /// ```
    #[must_use]
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge, in points from the left edge of the page.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Rect::new(10.0, 20.0, 30.0, 40.0).right(), 40.0);
    /// ```
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// The bottom edge, in points from the top edge of the page.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Rect::new(10.0, 20.0, 30.0, 40.0).bottom(), 60.0);
    /// ```
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.x.is_finite() && self.y.is_finite() && self.width.is_finite() && self.height.is_finite()
    }

    /// The smallest rectangle that covers both.
    pub(crate) fn union(self, other: Self) -> Self {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        Self { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }

    /// The intersection, unless it is empty.
    pub(crate) fn intersection(self, other: Self) -> Option<Self> {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let width = self.right().min(other.right()) - x;
        let height = self.bottom().min(other.bottom()) - y;
        (width >= 0.0 && height >= 0.0).then_some(Self { x, y, width, height })
    }
}

/// A colour in the sRGB colour space.
///
/// ```
/// use tagged_pdf::Color;
///
/// assert_eq!(Color::rgb(0x00, 0x9E, 0xDB), Color { red: 0, green: 158, blue: 219 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Color {
    /// Black.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Color::BLACK, tagged_pdf::Color::rgb(0, 0, 0));
    /// ```
    pub const BLACK: Self = Self::rgb(0, 0, 0);
    /// White.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Color::WHITE, tagged_pdf::Color::rgb(255, 255, 255));
    /// ```
    pub const WHITE: Self = Self::rgb(255, 255, 255);

    /// Creates a colour from its components, each from 0 to 255.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Color::rgb(0x00, 0x9E, 0xDB).green, 158);
    /// ```
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
}

/// A segment of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Segment {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Close,
}

/// Lines and curves to be filled, stroked or used for clipping.
///
/// A line or curve that is not preceded by [`move_to`](Path::move_to) starts at its own end point.
///
/// ```
/// use tagged_pdf::{Path, Point, Rect};
///
/// let mut path = Path::new();
/// path.move_to(0.0, 0.0).line_to(10.0, 0.0).line_to(5.0, 8.0).close();
///
/// let frame = Path::rounded_rect(Rect::new(0.0, 0.0, 100.0, 50.0), 4.0);
/// let dot = Path::circle(Point::new(50.0, 25.0), 2.0);
/// # assert_ne!(frame, dot);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    pub(crate) segments: Vec<Segment>,
}

/// The distance of control points from end points for a Bézier curve that draws a quarter of a circle, relative to the radius.
const QUARTER: f32 = 0.552_285;

impl Path {
    /// Creates an empty path.
    ///
    /// ```
    /// assert_eq!(tagged_pdf::Path::new(), tagged_pdf::Path::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { segments: Vec::new() }
    }

    /// Starts a new subpath at a point.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// let mut line = Path::new();
    /// line.move_to(0.0, 0.0).line_to(10.0, 0.0);
    /// assert_eq!(line, Path::line((0.0, 0.0), (10.0, 0.0)));
    /// ```
    pub fn move_to(&mut self, x: f32, y: f32) -> &mut Self {
        self.segments.push(Segment::Move(Point { x, y }));
        self
    }

    /// Draws a straight line to a point.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// let mut corner = Path::new();
    /// corner.move_to(0.0, 10.0).line_to(0.0, 0.0).line_to(10.0, 0.0);
    /// assert_ne!(corner, Path::new());
    /// ```
    pub fn line_to(&mut self, x: f32, y: f32) -> &mut Self {
        self.segments.push(Segment::Line(Point { x, y }));
        self
    }

    /// Draws a cubic Bézier curve to `end` with two control points.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// let mut wave = Path::new();
    /// wave.move_to(0.0, 0.0).curve_to((5.0, -10.0), (15.0, 10.0), (20.0, 0.0));
    /// assert_ne!(wave, Path::line((0.0, 0.0), (20.0, 0.0)));
    /// ```
    pub fn curve_to(&mut self, first: impl Into<Point>, second: impl Into<Point>, end: impl Into<Point>) -> &mut Self {
        self.segments.push(Segment::Curve(first.into(), second.into(), end.into()));
        self
    }

    /// Draws a straight line back to the start of the subpath, and ends it.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// let mut triangle = Path::new();
    /// triangle.move_to(0.0, 0.0).line_to(10.0, 0.0).line_to(5.0, 8.0).close();
    /// assert_ne!(triangle, Path::new());
    /// ```
    pub fn close(&mut self) -> &mut Self {
        self.segments.push(Segment::Close);
        self
    }

    /// A straight line from one point to another.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// assert_ne!(Path::line((0.0, 0.0), (10.0, 0.0)), Path::line((0.0, 0.0), (0.0, 10.0)));
    /// ```
    #[must_use]
    pub fn line(from: impl Into<Point>, to: impl Into<Point>) -> Self {
        Self { segments: vec![Segment::Move(from.into()), Segment::Line(to.into())] }
    }

    /// The outline of a rectangle.
    ///
    /// ```
    /// use tagged_pdf::{Path, Rect};
    ///
    /// assert_ne!(Path::rect(Rect::new(0.0, 0.0, 10.0, 5.0)), Path::new());
    /// ```
    #[must_use]
    pub fn rect(rect: Rect) -> Self {
        let mut path = Self { segments: Vec::with_capacity(5) };
        path.move_to(rect.x, rect.y)
            .line_to(rect.right(), rect.y)
            .line_to(rect.right(), rect.bottom())
            .line_to(rect.x, rect.bottom())
            .close();
        path
    }

    /// The outline of a rectangle with rounded corners; the radius is limited to half the shorter side.
    ///
    /// ```
    /// use tagged_pdf::{Path, Rect};
    ///
    /// let area = Rect::new(0.0, 0.0, 10.0, 5.0);
    /// assert_ne!(Path::rounded_rect(area, 2.0), Path::rect(area));
    /// ```
    #[must_use]
    pub fn rounded_rect(rect: Rect, radius: f32) -> Self {
        let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        let k = radius * (1.0 - QUARTER);
        let mut path = Self::new();
        path.move_to(left + radius, top)
            .line_to(right - radius, top)
            .curve_to((right - k, top), (right, top + k), (right, top + radius))
            .line_to(right, bottom - radius)
            .curve_to((right, bottom - k), (right - k, bottom), (right - radius, bottom))
            .line_to(left + radius, bottom)
            .curve_to((left + k, bottom), (left, bottom - k), (left, bottom - radius))
            .line_to(left, top + radius)
            .curve_to((left, top + k), (left + k, top), (left + radius, top))
            .close();
        path
    }

    /// The outline of a circle.
    ///
    /// ```
    /// use tagged_pdf::Path;
    ///
    /// assert_ne!(Path::circle((10.0, 10.0).into(), 5.0), Path::circle((10.0, 10.0).into(), 6.0));
    /// ```
    #[must_use]
    pub fn circle(center: Point, radius: f32) -> Self {
        let rect = Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0);
        Self::rounded_rect(rect, radius)
    }

    /// Whether all coordinates are finite.
    pub(crate) fn is_finite(&self) -> bool {
        self.points().all(|p| p.x.is_finite() && p.y.is_finite())
    }

    /// The rectangle around all points, including control points.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        self.points().map(|p| Rect::new(p.x, p.y, 0.0, 0.0)).reduce(Rect::union)
    }

    fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.segments.iter().flat_map(|segment| {
            match *segment {
                Segment::Move(p) | Segment::Line(p) => [Some(p), None, None],
                Segment::Curve(a, b, c) => [Some(a), Some(b), Some(c)],
                Segment::Close => [None; 3],
            }
            .into_iter()
            .flatten()
        })
    }
}

/// How a path is stroked.
///
/// ```
/// use tagged_pdf::{Cap, Color, Stroke};
///
/// let dotted = Stroke { dash: vec![0.0, 3.0], cap: Cap::Round, ..Stroke::new(Color::BLACK, 1.0) };
/// assert_eq!(dotted.width, 1.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// The colour of the line.
    pub color: Color,
    /// The width of the line, in points; 0 is the thinnest line of the device.
    pub width: f32,
    /// The alternating lengths of dashes and gaps, in points; empty for a solid line.
    pub dash: Vec<f32>,
    /// The shape of the line's ends.
    pub cap: Cap,
    /// The shape of the line's corners.
    pub join: Join,
    /// The length up to which sharp corners are drawn, as a multiple of the line's width, at least 1; longer ones are cut off.
    pub miter_limit: f32,
}

impl Stroke {
    /// The initial value on a page (ISO 32000-1, table 52).
    pub(crate) const MITER_LIMIT: f32 = 10.0;

    /// A solid line with flat ends and sharp corners.
    ///
    /// ```
    /// use tagged_pdf::{Cap, Color, Stroke};
    ///
    /// assert_eq!(Stroke::new(Color::BLACK, 0.5).cap, Cap::default());
    /// ```
    #[must_use]
    pub const fn new(color: Color, width: f32) -> Self {
        Self { color, width, dash: Vec::new(), cap: Cap::Butt, join: Join::Miter, miter_limit: Self::MITER_LIMIT }
    }
}

/// The shape of a line's ends.
///
/// A row of dots:
///
/// ```
/// use tagged_pdf::{Cap, Color, Stroke};
///
/// let dots = Stroke { dash: vec![0.0, 3.0], cap: Cap::Round, ..Stroke::new(Color::BLACK, 1.0) };
/// assert_ne!(dots.cap, Cap::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cap {
    /// Cut off at the end point.
    #[default]
    Butt,
    /// A semicircle around the end point.
    Round,
    /// Cut off half the line's width beyond the end point.
    Square,
}

/// The shape of a line's corners.
///
/// ```
/// use tagged_pdf::{Color, Join, Stroke};
///
/// let soft = Stroke { join: Join::Round, ..Stroke::new(Color::BLACK, 4.0) };
/// assert_ne!(soft.join, Join::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Join {
    /// A sharp corner.
    #[default]
    Miter,
    /// A rounded corner.
    Round,
    /// A corner that is cut off.
    Bevel,
}

/// The rule that determines the inside of a path that crosses itself.
///
/// ```
/// use tagged_pdf::{Canvas, Color, FillRule, Path};
///
/// /// Fills a star's points and leaves its middle open.
/// fn star(canvas: &mut Canvas<'_>, outline: &Path) {
///     canvas.fill_with(outline, Color::BLACK, FillRule::EvenOdd);
/// }
/// # assert_eq!(FillRule::default(), FillRule::NonZero);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FillRule {
    /// Points around which the path winds are inside.
    #[default]
    NonZero,
    /// Points separated from the outside by an odd number of crossings are inside.
    EvenOdd,
}

/// The nearest integer, rounding halves away from zero, for all numbers that a file can contain. Equal to [`f64::round`], which is a
/// function call on baseline 64-bit processors.
pub(crate) fn nearest(number: f64) -> i64 {
    let whole = number as i64;
    let rest = number - whole as f64;
    whole.saturating_add(i64::from(rest >= 0.5)).saturating_sub(i64::from(rest <= -0.5))
}

/// Rounds to three decimals: 0.35 micrometres, below the resolution of any device, and the same digits everywhere.
pub(crate) fn round(value: f32) -> f32 {
    if value == 0.0 {
        return 0.0;
    }
    let rounded = (nearest(f64::from(value) * 1000.0) as f64 / 1000.0) as f32;
    // A file does not need negative zeros.
    if rounded == 0.0 { 0.0 } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_whole_number_is_that_of_the_standard_library() {
        let halves = (-9..9).map(|half| f64::from(half) / 2.0);
        let edges = [0.499_999_999_999_999_94, -0.499_999_999_999_999_94, 4_503_599_627_370_495.5, -1e15 - 0.5, 1e17];
        for number in halves.chain(edges) {
            assert_eq!(nearest(number), number.round() as i64, "{number}");
        }
        assert_eq!([f64::NAN, f64::INFINITY, f64::MIN].map(nearest), [0, i64::MAX, i64::MIN]);
    }

    #[test]
    fn round_corners_stay_inside_the_rectangle() {
        let rect = Rect::new(10.0, 10.0, 20.0, 8.0);
        assert_eq!(Path::rounded_rect(rect, 100.0).bounds(), Some(rect));
        assert_eq!(Path::rounded_rect(rect, 0.0).bounds(), Some(rect));
    }

    #[test]
    fn rounding_keeps_three_decimals_and_no_negative_zero() {
        assert_eq!(round(1.23456).to_string(), "1.235");
        assert_eq!(round(-0.0001).to_string(), "0");
        assert_eq!(round(841.89).to_string(), "841.89");
    }

    #[test]
    fn a_number_that_is_none_is_noticed() {
        let mut path = Path::rect(Rect::new(0.0, 0.0, 1.0, 1.0));
        assert!(path.is_finite());
        path.curve_to((0.0, 0.0), (f32::NAN, 0.0), (1.0, 1.0));
        assert!(!path.is_finite());
    }
}
