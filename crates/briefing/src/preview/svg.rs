//! A page as an SVG image: the marks of the layout one by one, letters as outlines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use briefing_layout::text::{FaceFile, FaceId, Run};
use briefing_layout::{Contour, Mark, Page, PagedDocument, Rect, Shape};
use briefing_model::{Colour, Media, Orientation};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::edition::Pictures;

/// The outlines of a document's letters, each read from its font once.
pub(super) struct Outlines<'d> {
    document: &'d PagedDocument,
    files: BTreeMap<FaceId, Option<FaceFile>>,
    glyphs: BTreeMap<(FaceId, u16), Outline>,
}

/// The path of a letter relative to its position on the line: SVG commands with relative coordinates, in units of the font (a
/// thousandth of the em or less), y upwards. Written once for each letter, so that a line only has to be put together.
#[derive(Default)]
struct Outline {
    path: String,
    /// The position of the pen, and the start of the contour.
    at: [i32; 2],
    start: [i32; 2],
}

impl<'d> Outlines<'d> {
    pub(super) const fn new(document: &'d PagedDocument) -> Self {
        Self { document, files: BTreeMap::new(), glyphs: BTreeMap::new() }
    }

    /// Writes the outlines of a run as one path, and returns the size of the em in the font's units.
    fn path(&mut self, run: &Run, path: &mut String) -> Option<f32> {
        let file = self.files.entry(run.face).or_insert_with(|| self.document.fonts.face_file(run.face));
        let font = FontRef::new(file.as_ref()?.bytes()).ok()?;
        let em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        for glyph in &run.glyphs {
            let outline = self.glyphs.entry((run.face, glyph.id)).or_insert_with(|| {
                let mut outline = Outline::default();
                if let Some(drawn) = font.outline_glyphs().get(GlyphId::new(u32::from(glyph.id))) {
                    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                    // What cannot be drawn is left out, as in programs that show the file.
                    let _ = drawn.draw(settings, &mut outline);
                }
                outline
            });
            let unit = em / run.size;
            let [x, y] = units(glyph.x * unit, glyph.y * unit);
            // Writing to a text does not fail.
            let _ = write!(path, "M{x} {y}{}", outline.path);
        }
        Some(em)
    }
}

impl Outline {
    /// Writes a command with its points, of which the last becomes the position of the pen.
    fn command<const N: usize>(&mut self, name: char, points: [(f32, f32); N]) {
        self.path.push(name);
        let from = self.at;
        for (number, (x, y)) in points.into_iter().enumerate() {
            self.at = units(x, y);
            let between = if number == 0 { "" } else { " " };
            let _ = write!(self.path, "{between}{} {}", self.at[0] - from[0], self.at[1] - from[1]);
        }
    }
}

fn units(x: f32, y: f32) -> [i32; 2] {
    // Fonts are below 16,384 units to the em, pages a few thousand points wide: far within an i32.
    [x.round() as i32, y.round() as i32]
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.command('m', [(x, y)]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.command('l', [(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.command('q', [(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.command('c', [(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }
}

/// Draws a page.
pub(super) fn draw(page: &Page, outlines: &mut Outlines<'_>, pictures: &Pictures) -> String {
    let (width, height) = (page.width, page.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    for (number, item) in page.items.iter().enumerate() {
        match &item.mark {
            Mark::Glyphs { x, y, run } => glyphs(&mut svg, (*x, *y), run, outlines),
            Mark::Shape(shape) => paint(&mut svg, shape, number),
            Mark::Picture { area, digest, media, orientation } => {
                if let Some(bytes) = pictures.get(digest) {
                    picture(&mut svg, *area, *media, *orientation, bytes);
                }
            }
        }
    }
    svg.push_str("</svg>");
    svg
}

fn glyphs(svg: &mut String, (x, y): (f32, f32), run: &Run, outlines: &mut Outlines<'_>) {
    let mut path = String::new();
    let Some(em) = outlines.path(run, &mut path) else { return };
    if !path.is_empty() {
        let scale = run.size / em;
        svg.push_str(&format!(
            "<path fill=\"{}\" transform=\"matrix({scale} 0 0 -{scale} {x} {y})\" d=\"{path}\"/>",
            colour(run.colour)
        ));
    }
}

fn paint(svg: &mut String, shape: &Shape, number: usize) {
    let clipped = shape.clip.map(|clip| {
        let Rect { x, y, width, height } = clip;
        svg.push_str(&format!(
            "<clipPath id=\"c{number}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>\
             <g clip-path=\"url(#c{number})\">"
        ));
    });
    match &shape.path {
        Contour::Rect(Rect { x, y, width, height }, radius) => {
            svg.push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\""));
        }
        Contour::Ellipse(area) => {
            let (rx, ry) = (area.width / 2.0, area.height / 2.0);
            svg.push_str(&format!("<ellipse cx=\"{}\" cy=\"{}\" rx=\"{rx}\" ry=\"{ry}\"", area.x + rx, area.y + ry));
        }
        Contour::Lines(points, closed) => {
            svg.push_str("<path d=\"");
            for (at, (x, y)) in points.iter().enumerate() {
                svg.push_str(&format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' }));
            }
            svg.push_str(if *closed { "Z\"" } else { "\"" });
        }
    }
    match shape.fill {
        Some(fill) => svg.push_str(&format!(" fill=\"{}\"", colour(fill))),
        None => svg.push_str(" fill=\"none\""),
    }
    if let Some(pen) = shape.stroke {
        svg.push_str(&format!(" stroke=\"{}\" stroke-width=\"{}\"", colour(pen.colour), pen.width));
        if let Some((on, off)) = pen.dash {
            svg.push_str(&format!(" stroke-dasharray=\"{on} {off}\""));
        }
    }
    svg.push_str("/>");
    if clipped.is_some() {
        svg.push_str("</g>");
    }
}

fn picture(svg: &mut String, area: Rect, media: Media, orientation: Orientation, bytes: &[u8]) {
    let Rect { x, y, width: w, height: h } = area;
    let (right, bottom) = (x + w, y + h);
    // The stored picture's directions to the right and down, and its top left corner.
    let [a, b, c, d, e, f] = match orientation {
        Orientation::Upright => [w, 0.0, 0.0, h, x, y],
        Orientation::Mirror => [-w, 0.0, 0.0, h, right, y],
        Orientation::Rotate180 => [-w, 0.0, 0.0, -h, right, bottom],
        Orientation::Flip => [w, 0.0, 0.0, -h, x, bottom],
        Orientation::Transpose => [0.0, h, w, 0.0, x, y],
        Orientation::Rotate90 => [0.0, h, -w, 0.0, right, y],
        Orientation::Transverse => [0.0, -h, -w, 0.0, right, bottom],
        Orientation::Rotate270 => [0.0, -h, w, 0.0, x, bottom],
    };
    let kind = match media {
        Media::Jpeg => "jpeg",
        Media::Png => "png",
        Media::Svg => "svg+xml",
    };
    // The browser would apply the orientation stored in the picture once more.
    svg.push_str(&format!(
        "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" style=\"image-orientation:none\" \
         transform=\"matrix({a} {b} {c} {d} {e} {f})\" href=\"data:image/{kind};base64,"
    ));
    STANDARD.encode_string(bytes, svg);
    svg.push_str("\"/>");
}

fn colour(colour: Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}
