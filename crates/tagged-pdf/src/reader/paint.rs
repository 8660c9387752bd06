//! The positions and colours of a page's marks: enough to tell whether its text is visible.

use std::collections::BTreeMap;

use super::object::Object;

/// A rectangle: the left, bottom, right and top edges, in points from the page's lower left corner.
///
/// ```
/// use tagged_pdf::reader::Area;
///
/// let [left, lower, right, upper]: Area = [72.0, 700.0, 172.0, 712.0];
/// assert_eq!((right - left, upper - lower), (100.0, 12.0));
/// ```
pub type Area = [f64; 4];

/// Something painted on a page.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// use tagged_pdf::reader::Paint;
///
/// let smallest = file.pages()?[0].paint.iter().filter_map(|paint| match paint {
///     Paint::Text { size, .. } => Some(*size),
///     Paint::Area { .. } => None,
/// }).reduce(f64::min);
/// assert_eq!(smallest, Some(11.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Paint {
    /// A line of text, or a piece of one.
    Text {
        /// The index of the page's mark to which it belongs.
        mark: usize,
        /// The text for which its glyphs stand.
        text: String,
        /// The area from the first glyph to the last, and from the baseline up to the x-height.
        area: Area,
        /// The size of its font on the page, in points.
        size: f64,
        /// The red, green and blue values, from 0 to 1.
        color: [f64; 3],
        /// The area to which it is clipped; `None` for the whole page.
        clip: Option<Area>,
    },
    /// The bounding rectangle of a shape, or a picture.
    Area {
        /// The index of the page's mark to which it belongs.
        mark: usize,
        /// The part of the area that is not clipped.
        area: Area,
        /// The red, green and blue values, from 0 to 1; `None` for a picture.
        color: Option<[f64; 3]>,
    },
}

#[derive(Debug, Clone, Copy)]
struct PaintState {
    matrix: [f64; 6],
    fill: [f64; 3],
    stroke: [f64; 3],
    line: f64,
    size: f64,
    clip: Option<Area>,
}

/// Interprets the operators of a page.
#[derive(Debug)]
pub(super) struct Painter {
    state: PaintState,
    saved: Vec<PaintState>,
    path: Option<Area>,
    /// Whether the path becomes a clip when it is painted or ended.
    clipping: bool,
    /// The position of the next glyph.
    place: [f64; 2],
    pub(super) painted: Vec<Paint>,
}

impl Painter {
    pub(super) const fn new() -> Self {
        let state = PaintState {
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            fill: [0.0; 3],
            stroke: [0.0; 3],
            line: 1.0,
            size: 0.0,
            clip: None,
        };
        Self { state, saved: Vec::new(), path: None, clipping: false, place: [0.0; 2], painted: Vec::new() }
    }

    /// Interprets an operator that does not show text.
    pub(super) fn operation(&mut self, operator: &str, operands: &[Object], mark: usize) {
        let numbers: Vec<f64> = operands.iter().filter_map(Object::number).collect();
        match (operator, numbers.as_slice()) {
            ("q", _) => self.saved.push(self.state),
            ("Q", _) => self.state = self.saved.pop().unwrap_or(self.state),
            ("cm", [a, b, c, d, e, f]) => self.state.matrix = product([*a, *b, *c, *d, *e, *f], self.state.matrix),
            ("rg", [r, g, b]) => self.state.fill = [*r, *g, *b],
            ("RG", [r, g, b]) => self.state.stroke = [*r, *g, *b],
            ("w", [width]) => self.state.line = *width,
            ("Tf", [size]) => self.state.size = *size,
            ("Tm", [.., x, y]) => self.place = [*x, *y],
            ("m" | "l", [x, y]) => self.reach(&[[*x, *y]]),
            ("c", [a, b, c, d, e, f]) => self.reach(&[[*a, *b], [*c, *d], [*e, *f]]),
            ("v" | "y", [a, b, c, d]) => self.reach(&[[*a, *b], [*c, *d]]),
            ("re", [x, y, width, height]) => self.reach(&[[*x, *y], [*x + *width, *y + *height]]),
            ("W" | "W*", _) => self.clipping = true,
            ("n", _) => self.end_path(),
            ("f" | "f*" | "F", _) => self.paint(Some(self.state.fill), 0.0, mark),
            ("S" | "s", _) => self.paint(Some(self.state.stroke), self.state.line, mark),
            ("B" | "B*" | "b" | "b*", _) => self.paint(Some(self.state.fill), self.state.line, mark),
            ("Do", _) => {
                self.path = None;
                self.reach(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]);
                self.paint(None, 0.0, mark);
            }
            _ => {}
        }
    }

    /// Shows glyphs: each item is the advance of one, or a step back, both in thousandths of the font size.
    pub(super) fn show(&mut self, text: String, steps: &[f64], mark: usize) {
        // The x-height as a share of the font size; covering it hides a text.
        const SMALL_LETTERS: f64 = 0.5;
        let width: f64 = steps.iter().sum::<f64>() / 1_000.0 * self.state.size;
        let [x, y] = self.place;
        let matrix = self.state.matrix;
        let area = around(&[apply(matrix, [x, y]), apply(matrix, [x + width, y + SMALL_LETTERS * self.state.size])]);
        let scale = (matrix[0] * matrix[3] - matrix[1] * matrix[2]).abs().sqrt();
        let PaintState { fill: color, clip, size, .. } = self.state;
        self.place = [x + width, y];
        self.painted.push(Paint::Text { mark, text, area, size: size.abs() * scale, color, clip });
    }

    fn reach(&mut self, points: &[[f64; 2]]) {
        let matrix = self.state.matrix;
        let reached = points.iter().map(|point| apply(matrix, *point));
        let known = self.path.into_iter().flat_map(|[left, lower, right, upper]| [[left, lower], [right, upper]]);
        self.path = Some(around(&known.chain(reached).collect::<Vec<_>>()));
    }

    fn paint(&mut self, color: Option<[f64; 3]>, line: f64, mark: usize) {
        if let Some([left, lower, right, upper]) = self.path {
            let half = line / 2.0;
            let area = [left - half, lower - half, right + half, upper + half];
            let area = self.state.clip.map_or(Some(area), |clip| common(area, clip));
            self.painted.extend(area.map(|area| Paint::Area { mark, area, color }));
        }
        self.end_path();
    }

    fn end_path(&mut self) {
        if std::mem::take(&mut self.clipping) {
            // A page clipped to an empty area shows nothing.
            let path = self.path.unwrap_or_default();
            let clip = self.state.clip.map_or(Some(path), |clip| common(clip, path));
            self.state.clip = Some(clip.unwrap_or_default());
        }
        self.path = None;
    }
}

/// The intersection of two rectangles, unless it is empty.
fn common(one: Area, other: Area) -> Option<Area> {
    let [left, lower] = [one[0].max(other[0]), one[1].max(other[1])];
    let [right, upper] = [one[2].min(other[2]), one[3].min(other[3])];
    (left < right && lower < upper).then_some([left, lower, right, upper])
}

fn around(points: &[[f64; 2]]) -> Area {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    points.iter().fold(start, |area, [x, y]| [area[0].min(*x), area[1].min(*y), area[2].max(*x), area[3].max(*y)])
}

const fn apply([a, b, c, d, e, f]: [f64; 6], [x, y]: [f64; 2]) -> [f64; 2] {
    [a * x + c * y + e, b * x + d * y + f]
}

/// The composition of two transformations (ISO 32000-1, 8.3.4).
const fn product(first: [f64; 6], then: [f64; 6]) -> [f64; 6] {
    let [a, b, c, d, e, f] = first;
    let origin = apply(then, [e, f]);
    [
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        origin[0],
        origin[1],
    ]
}

/// The advances of a font's glyphs, from glyph 1, in thousandths of its size.
pub(super) type Widths<'f> = BTreeMap<&'f str, Vec<f64>>;

/// The advances as listed by the writer of this crate (ISO 32000-1, 9.7.4.3): all of them, from glyph 1.
pub(super) fn widths(value: &Object) -> Option<Vec<f64>> {
    match value.array()? {
        [Object::Integer(1), Object::Array(widths)] => widths.iter().map(Object::number).collect(),
        [] => Some(Vec::new()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(all: &[i64]) -> Vec<Object> {
        all.iter().map(|number| Object::Integer(*number)).collect()
    }

    #[test]
    fn areas_follow_transformations_and_clips() {
        let mut painter = Painter::new();
        painter.operation("q", &[], 0);
        painter.operation("re", &numbers(&[0, 0, 50, 50]), 0);
        painter.operation("W", &[], 0);
        painter.operation("n", &[], 0);
        painter.operation("cm", &numbers(&[2, 0, 0, 2, 10, 10]), 0);
        painter.operation("re", &numbers(&[0, 0, 10, 100]), 0);
        painter.operation("f", &[], 0);
        painter.operation("Tf", &numbers(&[10]), 0);
        painter.operation("Tm", &numbers(&[1, 0, 0, 1, 5, 5]), 0);
        painter.show("ab".to_owned(), &[500.0, 500.0], 0);
        painter.operation("Q", &[], 0);
        let [Paint::Area { area, .. }, Paint::Text { area: text, size, clip, .. }] = painter.painted.as_slice() else {
            panic!("{:?}", painter.painted)
        };
        assert_eq!(*area, [10.0, 10.0, 30.0, 50.0]);
        assert_eq!((*text, *size), ([20.0, 20.0, 40.0, 30.0], 20.0));
        assert_eq!(*clip, Some([0.0, 0.0, 50.0, 50.0]));
        assert_eq!(painter.state.clip, None);
    }
}
