//! SVG drawings: every shape as a plain path, in the one form that is printed.
//!
//! What plain paths cannot show (text, pictures within, gradients, transparency, clipping) is refused by name rather than left out:
//! an emblem that lacks a part is another emblem. Metadata, comments and what editors keep for themselves are left out.

mod attributes;
mod rules;

use briefing_model::{Drawing, DrawnLine, DrawnPath, DrawnPoint, Media, Orientation, PathStep};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use svgtypes::{SimplePathSegment, SimplifyingPathParser, Transform};

use self::attributes::{Attributes, Paint};
use self::rules::StyleRules;
use super::{Normalized, PictureError, has_word, is_web_page, start_of};

/// The longer side of a drawing, in its units: with a hundredth of one as the finest step, finer than print at any size.
const LONG_SIDE: f64 = 1000.0;
/// The most steps in a drawing: more is a photograph that was traced.
const MOST_STEPS: usize = 200_000;
/// How deep groups may be nested.
const DEEPEST: usize = 256;

/// Whether bytes look like a drawing, and not like a web page that has one in it.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let start = start_of(bytes);
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    text.starts_with(b"<") && has_word(text, b"<svg") && !is_web_page(bytes)
}

/// What cannot be printed of a drawing, in words that end "which cannot be printed".
fn unprintable(what: &'static str) -> PictureError {
    PictureError::Drawing(what)
}

const DAMAGED: PictureError = PictureError::Damaged("the SVG drawing is not well-formed XML, or ends too early");

/// Brings a drawing into the form that is printed.
pub(super) fn normalize(bytes: &[u8]) -> Result<Normalized, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Damaged("the SVG drawing is not in UTF-8"))?;
    let drawing = read(text.trim_start_matches('\u{feff}'))?;
    let (width, height) = drawing.size();
    Ok(Normalized {
        media: Media::Svg,
        width,
        height,
        source_size: (u32::MAX, u32::MAX),
        orientation: Orientation::Upright,
        unreadable_profile: false,
        bytes: drawing.to_string().into_bytes(),
    })
}

fn read(text: &str) -> Result<Drawing, PictureError> {
    let rules = StyleRules::of(text)?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut canvas = Canvas { rules: &rules, frame: None, open: Vec::new(), paths: Vec::new(), steps: 0 };
    loop {
        match reader.read_event().map_err(|_| DAMAGED)? {
            Event::Start(start) => {
                if !canvas.begin(&start)? {
                    reader.read_to_end(start.to_end().name()).map_err(|_| DAMAGED)?;
                } else if canvas.open.len() > DEEPEST {
                    return Err(unprintable("groups within groups without end"));
                }
            }
            Event::Empty(start) if !canvas.begin(&start)? => {}
            Event::Empty(_) | Event::End(_) => {
                canvas.open.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    canvas.finish()
}

/// What is drawn so far.
struct Canvas<'r> {
    rules: &'r StyleRules,
    frame: Option<ViewFrame>,
    /// How the shapes are painted in the groups that are open.
    open: Vec<Attributes>,
    paths: Vec<DrawnPath>,
    steps: usize,
}

/// The part of the plane that the drawing shows.
#[derive(Clone, Copy)]
struct ViewFrame {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    scale: f64,
}

impl ViewFrame {
    fn of(x: f64, y: f64, width: f64, height: f64) -> Result<Self, PictureError> {
        let long = width.max(height);
        if !(long.is_finite() && width > 0.0 && height > 0.0 && x.is_finite() && y.is_finite()) {
            return Err(PictureError::Damaged(
                "the SVG drawing says no size: neither `viewBox` nor `width` and `height`",
            ));
        }
        Ok(Self { x, y, width, height, scale: LONG_SIDE / long })
    }

    fn size(self) -> (u32, u32) {
        let side = |length: f64| ((length * self.scale).round() as u32).max(1);
        (side(self.width), side(self.height))
    }
}

/// The name of an element of SVG; none for those of other vocabularies.
fn name_of<'n>(start: &'n BytesStart<'_>) -> Option<&'n str> {
    let name = start.name().into_inner();
    match name.split_once(':') {
        None => Some(name),
        Some(("svg", name)) => Some(name),
        Some(_) => None,
    }
}

impl Canvas<'_> {
    /// Takes an element; says whether what is within it is drawn.
    fn begin(&mut self, start: &BytesStart<'_>) -> Result<bool, PictureError> {
        let Some(name) = name_of(start) else { return Ok(false) };
        let own = attributes::of(start)?;
        let get = |key: &str| own.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        let Some(frame) = self.frame else {
            if name != "svg" {
                return Err(PictureError::Damaged("the file does not begin with an SVG drawing"));
            }
            let frame = root(&get)?;
            self.frame = Some(frame);
            let shift =
                Transform::new(frame.scale, 0.0, 0.0, frame.scale, -frame.x * frame.scale, -frame.y * frame.scale);
            let base = Attributes { transform: shift, ..Attributes::default() };
            self.open.push(base.within("svg", &own, self.rules)?);
            return Ok(true);
        };
        let unknown = match name {
            "title" | "desc" | "metadata" | "style" | "defs" | "symbol" => return Ok(false),
            "linearGradient" | "radialGradient" | "pattern" | "clipPath" | "mask" | "filter" | "marker" => {
                return Ok(false);
            }
            // What is for other programs only, beside what is for all.
            "foreignObject" if get("requiredExtensions").is_some() => return Ok(false),
            "g" | "a" | "switch" | "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon" => None,
            "text" | "tspan" | "textPath" => Some("text"),
            "image" => Some("a picture within it"),
            "use" => Some("repeated parts (`use`)"),
            "foreignObject" => Some("a part in another language than SVG"),
            "animate" | "animateTransform" | "animateMotion" | "set" => Some("animation"),
            "script" => Some("a script"),
            "svg" => Some("another drawing within it"),
            _ => Some("an element that is not known"),
        };
        let outer = self.open.last().cloned().unwrap_or_default();
        let here = outer.within(name, &own, self.rules)?;
        if here.hidden {
            return Ok(false);
        }
        if let Some(what) = unknown {
            return Err(unprintable(what));
        }
        let length = |key: &str, of: f64| attributes::length(get(key), of);
        let (across, down) = (frame.width, frame.height);
        let shape = match name {
            "path" => get("d").unwrap_or_default().to_owned(),
            "rect" => {
                let (x, y, w, h) =
                    (length("x", across)?, length("y", down)?, length("width", across)?, length("height", down)?);
                let (rx, ry) = (get("rx").map(|_| length("rx", across)), get("ry").map(|_| length("ry", down)));
                let (rx, ry) = (rx.transpose()?, ry.transpose()?);
                let (rx, ry) = (rx.or(ry).unwrap_or(0.0).min(w / 2.0), ry.or(rx).unwrap_or(0.0).min(h / 2.0));
                rectangle(x, y, w, h, (rx, ry))
            }
            "circle" => {
                let r = length("r", across.hypot(down) / std::f64::consts::SQRT_2)?;
                ellipse(length("cx", across)?, length("cy", down)?, r, r)
            }
            "ellipse" => {
                ellipse(length("cx", across)?, length("cy", down)?, length("rx", across)?, length("ry", down)?)
            }
            "line" => {
                let (x1, y1, x2, y2) =
                    (length("x1", across)?, length("y1", down)?, length("x2", across)?, length("y2", down)?);
                format!("M{x1} {y1}L{x2} {y2}")
            }
            "polyline" => polygon(get("points"), false),
            "polygon" => polygon(get("points"), true),
            _ => String::new(),
        };
        self.draw(&shape, &here)?;
        self.open.push(here);
        Ok(true)
    }

    fn draw(&mut self, path: &str, here: &Attributes) -> Result<(), PictureError> {
        let line = here.line.colour().filter(|_| here.line_width > 0.0);
        if here.fill == Paint::None && line.is_none() || path.is_empty() {
            return Ok(());
        }
        let steps = steps(path, &here.transform)?;
        self.steps += steps.len();
        if self.steps > MOST_STEPS {
            return Err(unprintable("more lines than a drawing has: it seems to be a photograph that was traced"));
        }
        let line = match line {
            Some(colour) => {
                if here.dashed {
                    return Err(unprintable("dashed lines"));
                }
                let scale = attributes::scale(&here.transform)
                    .ok_or_else(|| unprintable("lines that are stretched in one direction"))?;
                let mut line = DrawnLine::new(colour, here.line_width * scale);
                (line.end, line.corner) = (here.end, here.corner);
                Some(line)
            }
            None => None,
        };
        // A single point paints nothing.
        if steps.len() > 1 {
            self.paths.push(DrawnPath { fill: here.fill.colour(), even_odd: here.even_odd, line, steps });
        }
        Ok(())
    }

    fn finish(self) -> Result<Drawing, PictureError> {
        let frame = self.frame.ok_or(DAMAGED)?;
        if !self.open.is_empty() {
            return Err(DAMAGED);
        }
        if self.paths.is_empty() {
            return Err(PictureError::Damaged("the SVG drawing shows nothing"));
        }
        Drawing::new(frame.size(), self.paths).map_err(|_| DAMAGED)
    }
}

/// The part of the plane that the outermost element shows.
fn root<'v>(get: &impl Fn(&str) -> Option<&'v str>) -> Result<ViewFrame, PictureError> {
    if let Some(view) = get("viewBox") {
        let view: svgtypes::ViewBox = view
            .parse()
            .map_err(|_| PictureError::Damaged("the `viewBox` of the SVG drawing is not four numbers with a size"))?;
        return ViewFrame::of(view.x, view.y, view.w, view.h);
    }
    let side =
        |key: &str| get(key).filter(|value| !value.contains('%')).map(|value| attributes::length(Some(value), 0.0));
    let (width, height) = (side("width").transpose()?, side("height").transpose()?);
    ViewFrame::of(0.0, 0.0, width.unwrap_or(0.0), height.unwrap_or(0.0))
}

fn rectangle(x: f64, y: f64, w: f64, h: f64, (rx, ry): (f64, f64)) -> String {
    let (right, bottom) = (x + w, y + h);
    if w <= 0.0 || h <= 0.0 {
        return String::new();
    }
    if rx <= 0.0 || ry <= 0.0 {
        return format!("M{x} {y}L{right} {y}L{right} {bottom}L{x} {bottom}Z");
    }
    let arc = format!("A{rx} {ry} 0 0 1");
    format!(
        "M{} {y}L{} {y}{arc} {right} {}L{right} {}{arc} {} {bottom}L{} {bottom}{arc} {x} {}L{x} {}{arc} {} {y}Z",
        x + rx,
        right - rx,
        y + ry,
        bottom - ry,
        right - rx,
        x + rx,
        bottom - ry,
        y + ry,
        x + rx
    )
}

fn ellipse(cx: f64, cy: f64, rx: f64, ry: f64) -> String {
    if rx <= 0.0 || ry <= 0.0 {
        return String::new();
    }
    let (left, right) = (cx - rx, cx + rx);
    format!("M{right} {cy}A{rx} {ry} 0 0 1 {left} {cy}A{rx} {ry} 0 0 1 {right} {cy}Z")
}

fn polygon(points: Option<&str>, closed: bool) -> String {
    let mut path = String::new();
    for (x, y) in svgtypes::PointsParser::from(points.unwrap_or_default()) {
        path.push_str(&format!("{}{x} {y}", if path.is_empty() { "M" } else { "L" }));
    }
    if closed && !path.is_empty() {
        path.push('Z');
    }
    path
}

/// A path as plain steps in the drawing's units.
fn steps(path: &str, transform: &Transform) -> Result<Vec<PathStep>, PictureError> {
    let at = |x: f64, y: f64| {
        let Transform { a, b, c, d, e, f } = *transform;
        DrawnPoint::new(a * x + c * y + e, b * x + d * y + f)
    };
    let mut steps = Vec::new();
    let mut current = (0.0, 0.0);
    let mut start = current;
    // A step after the end of a closed part goes on from where that part began.
    let mut closed = false;
    for segment in SimplifyingPathParser::from(path) {
        let segment = segment.map_err(|_| PictureError::Damaged("a path of the SVG drawing cannot be read"))?;
        if closed && !matches!(segment, SimplePathSegment::MoveTo { .. } | SimplePathSegment::ClosePath) {
            steps.push(PathStep::Move(at(start.0, start.1)));
        }
        closed = false;
        match segment {
            SimplePathSegment::MoveTo { x, y } => {
                steps.push(PathStep::Move(at(x, y)));
                (current, start) = ((x, y), (x, y));
            }
            SimplePathSegment::LineTo { x, y } => {
                steps.push(PathStep::Line(at(x, y)));
                current = (x, y);
            }
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                steps.push(PathStep::Curve(at(x1, y1), at(x2, y2), at(x, y)));
                current = (x, y);
            }
            SimplePathSegment::Quadratic { x1, y1, x, y } => {
                let handle = |(px, py): (f64, f64)| at(px + (x1 - px) * TWO_THIRDS, py + (y1 - py) * TWO_THIRDS);
                steps.push(PathStep::Curve(handle(current), handle((x, y)), at(x, y)));
                current = (x, y);
            }
            SimplePathSegment::ClosePath => {
                steps.push(PathStep::Close);
                (current, closed) = (start, true);
            }
        }
    }
    Ok(steps)
}

/// A quadratic curve is a cubic one whose handles are two thirds of the way to its own.
const TWO_THIRDS: f64 = 2.0 / 3.0;

#[cfg(test)]
mod tests;
