//! Drawings: pictures made of paths, as the bytes of [`Media::Svg`](crate::Media::Svg) contain them.

use std::fmt;
use std::str::FromStr;

use crate::Colour;

/// A picture made of paths, in the one form in which it is passed on: an SVG file of plain paths.
///
/// A drawing has exactly one text, so that its digest identifies it: this type reads only what it writes. Any other SVG
/// file is converted to this form when it is read from an office's folder.
///
/// ```
/// use briefing_model::Drawing;
///
/// let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 500\">\n\
///             <path fill=\"#0A2342\" d=\"M0 0L1000 0L500 433.5Z\"/>\n\
///             </svg>\n";
/// let drawing: Drawing = text.parse()?;
/// assert_eq!(drawing.size(), (1000, 500));
/// assert_eq!(drawing.paths().len(), 1);
/// assert_eq!(drawing.to_string(), text);
/// # Ok::<(), briefing_model::InvalidDrawing>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    size: (u32, u32),
    paths: Vec<DrawnPath>,
}

/// A path of a drawing, and how it is painted: filled first, then stroked.
///
/// ```
/// use briefing_model::{Colour, DrawnPath, DrawnPoint, PathStep};
///
/// let line = DrawnPath {
///     fill: None,
///     even_odd: false,
///     line: Some(briefing_model::DrawnLine::new(Colour::rgb(0, 0, 0), 2.0)),
///     steps: vec![PathStep::Move(DrawnPoint::new(0.0, 0.0)), PathStep::Line(DrawnPoint::new(10.0, 10.0))],
/// };
/// assert_eq!(line.steps.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPath {
    /// The colour of its interior.
    pub fill: Option<Colour>,
    /// Whether the interior is given by the even-odd rule; otherwise it is given by the non-zero winding rule.
    pub even_odd: bool,
    /// The line along the path.
    pub line: Option<DrawnLine>,
    /// The path itself; it begins with a move.
    pub steps: Vec<PathStep>,
}

/// A line along a path.
///
/// ```
/// use briefing_model::{Colour, DrawnLine, LineEnd};
///
/// let line = DrawnLine::new(Colour::rgb(0, 0, 0), 2.0);
/// assert_eq!((line.width(), line.end), (2.0, LineEnd::Butt));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawnLine {
    /// Its colour.
    pub colour: Colour,
    width: i32,
    /// The shape of its ends.
    pub end: LineEnd,
    /// The shape of its corners.
    pub corner: LineCorner,
    miter_limit: i32,
}

/// The shape of a line's ends.
///
/// ```
/// assert_eq!(briefing_model::LineEnd::default(), briefing_model::LineEnd::Butt);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineEnd {
    /// Cut off at the end point.
    #[default]
    Butt,
    /// A semicircle around the end point.
    Round,
    /// Cut off half a line width past the end point.
    Square,
}

/// The shape of a line's corners.
///
/// ```
/// assert_eq!(briefing_model::LineCorner::default(), briefing_model::LineCorner::Miter);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineCorner {
    /// Sharp.
    #[default]
    Miter,
    /// Round.
    Round,
    /// Cut off.
    Bevel,
}

/// A step along a path.
///
/// ```
/// use briefing_model::{DrawnPoint, PathStep};
///
/// assert_ne!(PathStep::Move(DrawnPoint::new(0.0, 0.0)), PathStep::Close);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathStep {
    /// Begins at a point.
    Move(DrawnPoint),
    /// A straight line to a point.
    Line(DrawnPoint),
    /// A Bézier curve with two control points to a point.
    Curve(DrawnPoint, DrawnPoint, DrawnPoint),
    /// A straight line back to the beginning.
    Close,
}

/// A point, measured from the top left corner, to a hundredth of the drawing's unit.
///
/// ```
/// let point = briefing_model::DrawnPoint::new(1.004, -2.5);
/// assert_eq!((point.x(), point.y()), (1.0, -2.5));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawnPoint {
    x: i32,
    y: i32,
}

impl DrawnPoint {
    /// The nearest such point. Coordinates beyond ten million units are clamped to that.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x: hundredths(x), y: hundredths(y) }
    }

    /// The distance from the left.
    #[must_use]
    pub fn x(self) -> f64 {
        f64::from(self.x) / HUNDRED
    }

    /// The distance from the top.
    #[must_use]
    pub fn y(self) -> f64 {
        f64::from(self.y) / HUNDRED
    }
}

impl DrawnLine {
    /// Creates a line with butt ends and mitred corners. Its width is rounded to a hundredth of a unit.
    #[must_use]
    pub fn new(colour: Colour, width: f64) -> Self {
        Self {
            colour,
            width: hundredths(width.max(0.0)),
            end: LineEnd::default(),
            corner: LineCorner::default(),
            miter_limit: MITER_LIMIT,
        }
    }

    /// Sets how many times as long as the line's width a mitred corner may be, at least once; longer ones are cut off.
    ///
    /// ```
    /// use briefing_model::{Colour, DrawnLine};
    ///
    /// let line = DrawnLine::new(Colour::rgb(0, 0, 0), 2.0);
    /// assert_eq!((line.miter_limit(), line.with_miter_limit(10.0).miter_limit()), (4.0, 10.0));
    /// ```
    #[must_use]
    pub fn with_miter_limit(self, limit: f64) -> Self {
        Self { miter_limit: hundredths(limit.max(1.0)), ..self }
    }

    /// How many times as long as the line's width a mitred corner may be; 4 by default.
    ///
    /// ```
    /// let line = briefing_model::DrawnLine::new(briefing_model::Colour::rgb(0, 0, 0), 2.0);
    /// assert_eq!(line.with_miter_limit(0.0).miter_limit(), 1.0);
    /// ```
    #[must_use]
    pub fn miter_limit(&self) -> f64 {
        f64::from(self.miter_limit) / HUNDRED
    }

    /// The width.
    #[must_use]
    pub fn width(&self) -> f64 {
        f64::from(self.width) / HUNDRED
    }
}

const HUNDRED: f64 = 100.0;
/// The default of SVG, in hundredths.
const MITER_LIMIT: i32 = 400;
const FARTHEST: f64 = 1e9;

// Whole numbers, within the range of the type.
fn hundredths(value: f64) -> i32 {
    (value * HUNDRED).round().clamp(-FARTHEST, FARTHEST) as i32
}

/// Text that is not a drawing in this form.
///
/// ```
/// let error = "<svg/>".parse::<briefing_model::Drawing>().unwrap_err();
/// assert_eq!(error.to_string(), "the drawing is not an SVG file of plain paths");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the drawing is not an SVG file of plain paths")]
pub struct InvalidDrawing;

impl Drawing {
    /// Creates a drawing from its width and height and its paths.
    ///
    /// ```
    /// assert!(briefing_model::Drawing::new((0, 10), Vec::new()).is_err(), "it has no size");
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the width or the height is zero, or if a path does not begin with a move.
    pub fn new(size: (u32, u32), paths: Vec<DrawnPath>) -> Result<Self, InvalidDrawing> {
        let begins = |path: &DrawnPath| matches!(path.steps.first(), Some(PathStep::Move(_)));
        if size.0 == 0 || size.1 == 0 || !paths.iter().all(begins) {
            return Err(InvalidDrawing);
        }
        Ok(Self { size, paths })
    }

    /// Reads a drawing from its bytes.
    ///
    /// ```
    /// assert!(briefing_model::Drawing::from_bytes(&[0xff]).is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if they are not exactly the bytes as which the drawing is written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InvalidDrawing> {
        std::str::from_utf8(bytes).map_err(|_| InvalidDrawing)?.parse()
    }

    /// Its width and height, in its own units.
    #[must_use]
    pub const fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Its paths, from the bottom to the top.
    #[must_use]
    pub fn paths(&self) -> &[DrawnPath] {
        &self.paths
    }
}

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
const FOOT: &str = "</svg>\n";

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.size;
        writeln!(f, "{HEAD}{width} {height}\">")?;
        self.paths.iter().try_for_each(|path| write!(f, "{path}"))?;
        f.write_str(FOOT)
    }
}

impl fmt::Display for DrawnPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fill {
            Some(colour) => write!(f, "<path fill=\"{colour}\"")?,
            None => f.write_str("<path fill=\"none\"")?,
        }
        if self.even_odd {
            f.write_str(" fill-rule=\"evenodd\"")?;
        }
        if let Some(line) = self.line {
            write!(f, " stroke=\"{}\" stroke-width=\"{}\"", line.colour, line.width())?;
            match line.end {
                LineEnd::Butt => {}
                LineEnd::Round => f.write_str(" stroke-linecap=\"round\"")?,
                LineEnd::Square => f.write_str(" stroke-linecap=\"square\"")?,
            }
            match line.corner {
                LineCorner::Miter if line.miter_limit != MITER_LIMIT => {
                    write!(f, " stroke-miterlimit=\"{}\"", line.miter_limit())?;
                }
                LineCorner::Miter => {}
                LineCorner::Round => f.write_str(" stroke-linejoin=\"round\"")?,
                LineCorner::Bevel => f.write_str(" stroke-linejoin=\"bevel\"")?,
            }
        }
        f.write_str(" d=\"")?;
        for step in &self.steps {
            match step {
                PathStep::Move(to) => write!(f, "M{to}")?,
                PathStep::Line(to) => write!(f, "L{to}")?,
                PathStep::Curve(first, second, to) => write!(f, "C{first} {second} {to}")?,
                PathStep::Close => f.write_str("Z")?,
            }
        }
        f.write_str("\"/>\n")
    }
}

impl fmt::Display for DrawnPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.x(), self.y())
    }
}

impl FromStr for Drawing {
    type Err = InvalidDrawing;

    fn from_str(text: &str) -> Result<Self, InvalidDrawing> {
        let read = parse(text).ok_or(InvalidDrawing)?;
        // A drawing has exactly one text.
        if read.to_string() == text { Ok(read) } else { Err(InvalidDrawing) }
    }
}

fn parse(text: &str) -> Option<Drawing> {
    let (size, body) = text.strip_prefix(HEAD)?.split_once("\">\n")?;
    let (width, height) = size.split_once(' ')?;
    let paths = body.strip_suffix(FOOT)?.lines().map(path).collect::<Option<Vec<_>>>()?;
    Drawing::new((width.parse().ok()?, height.parse().ok()?), paths).ok()
}

fn path(line: &str) -> Option<DrawnPath> {
    let mut rest = line.strip_prefix("<path")?.strip_suffix("/>")?;
    let mut attribute = |name: &str| {
        let (value, after) = rest.strip_prefix(' ')?.strip_prefix(name)?.strip_prefix("=\"")?.split_once('"')?;
        rest = after;
        Some(value)
    };
    let fill = match attribute("fill")? {
        "none" => None,
        colour => Some(colour.parse().ok()?),
    };
    let even_odd = attribute("fill-rule").is_some();
    let mut line = None;
    if let Some(colour) = attribute("stroke") {
        let mut drawn = DrawnLine::new(colour.parse().ok()?, attribute("stroke-width")?.parse().ok()?);
        drawn.end = match attribute("stroke-linecap") {
            None => LineEnd::Butt,
            Some("round") => LineEnd::Round,
            Some(_) => LineEnd::Square,
        };
        drawn.corner = match attribute("stroke-linejoin") {
            None => LineCorner::Miter,
            Some("round") => LineCorner::Round,
            Some(_) => LineCorner::Bevel,
        };
        if let Some(limit) = attribute("stroke-miterlimit") {
            drawn = drawn.with_miter_limit(limit.parse().ok()?);
        }
        line = Some(drawn);
    }
    Some(DrawnPath { fill, even_odd, line, steps: steps(attribute("d")?)? })
}

fn steps(mut rest: &str) -> Option<Vec<PathStep>> {
    let mut steps = Vec::new();
    while let Some(letter) = rest.chars().next() {
        let after = rest.strip_prefix(letter)?;
        let end = after.find(|c: char| c.is_ascii_uppercase()).unwrap_or(after.len());
        let (numbers, next) = after.split_at_checked(end)?;
        rest = next;
        let mut numbers = numbers.split(' ').filter(|number| !number.is_empty()).map(str::parse::<f64>);
        let mut point = || Some(DrawnPoint::new(numbers.next()?.ok()?, numbers.next()?.ok()?));
        steps.push(match letter {
            'M' => PathStep::Move(point()?),
            'L' => PathStep::Line(point()?),
            'C' => PathStep::Curve(point()?, point()?, point()?),
            'Z' => PathStep::Close,
            _ => return None,
        });
    }
    Some(steps)
}
