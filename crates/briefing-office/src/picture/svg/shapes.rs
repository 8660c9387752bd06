//! Shapes as paths, and paths as plain steps.

use briefing_model::{DrawnPoint, PathStep};
use svgtypes::{SimplePathSegment, SimplifyingPathParser, Transform};

use super::attributes::{Cascade, length};
use crate::picture::PictureError;

/// The path of a shape, empty where it shows nothing; none if the element is no shape.
pub(super) fn path_of(
    name: &str,
    own: &Cascade<'_>,
    (across, down): (f64, f64),
) -> Result<Option<String>, PictureError> {
    let given = |key: &str| own.get(key).map(AsRef::as_ref).filter(|value| *value != "auto");
    let along = |key: &str, of: f64| length(given(key), of);
    let path = match name {
        "path" => given("d").unwrap_or_default().to_owned(),
        "rect" => {
            let (x, y) = (along("x", across)?, along("y", down)?);
            let (w, h) = (along("width", across)?, along("height", down)?);
            let rx = given("rx").map(|_| along("rx", across)).transpose()?;
            let ry = given("ry").map(|_| along("ry", down)).transpose()?;
            let (rx, ry) = (rx.or(ry).unwrap_or(0.0).min(w / 2.0), ry.or(rx).unwrap_or(0.0).min(h / 2.0));
            rectangle(x, y, w, h, (rx, ry))
        }
        "circle" => {
            let r = along("r", diagonal((across, down)))?;
            ellipse(along("cx", across)?, along("cy", down)?, r, r)
        }
        "ellipse" => {
            let rx = given("rx").or_else(|| given("ry")).map(|value| length(Some(value), across)).transpose()?;
            let ry = given("ry").or_else(|| given("rx")).map(|value| length(Some(value), down)).transpose()?;
            ellipse(along("cx", across)?, along("cy", down)?, rx.unwrap_or(0.0), ry.unwrap_or(0.0))
        }
        "line" => {
            let (x1, y1) = (along("x1", across)?, along("y1", down)?);
            let (x2, y2) = (along("x2", across)?, along("y2", down)?);
            format!("M{x1} {y1}L{x2} {y2}")
        }
        "polyline" => polygon(given("points"), false),
        "polygon" => polygon(given("points"), true),
        _ => return Ok(None),
    };
    Ok(Some(path))
}

/// What a share of a length that is neither across nor down is a share of.
pub(super) fn diagonal((across, down): (f64, f64)) -> f64 {
    across.hypot(down) / std::f64::consts::SQRT_2
}

pub(super) fn rectangle(x: f64, y: f64, w: f64, h: f64, (rx, ry): (f64, f64)) -> String {
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
pub(super) fn steps(path: &str, transform: &Transform) -> Result<Vec<PathStep>, PictureError> {
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
