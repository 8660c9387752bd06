//! The document's pages as pages of the PDF file.

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_document::{LinkTarget, NodeId, Tag};
use briefing_layout::text::{FaceFile, FaceId, Run};
use briefing_layout::{Contour, Mark, Page, PagedDocument, Role, Shape};
use briefing_model::{Colour, Digest, Drawing, DrawnPoint, LineCorner, LineEnd, Media, PathStep};
use tagged_pdf::{
    AltText, ArtifactKind, Canvas, Cap, Color, FillRule, FontData, FontId, Glyph, GlyphRun, Image, ImageError, ImageId,
    Join, Orientation, PdfBuilder, Point, Rect, Stroke, Target,
};

use crate::WriteError;
use crate::structure::TreePlaces;

/// The file's fonts, by face of the document.
pub(crate) type Fonts = BTreeMap<FaceId, FontId>;
/// The file's pictures, by digest.
pub(crate) type Images = BTreeMap<Digest, PrintedPicture>;

/// What is painted for a picture.
pub(crate) enum PrintedPicture {
    /// Pixels, stored in the file once.
    Image(ImageId),
    /// Paths, painted wherever the picture is shown.
    Drawing(Drawing),
}

/// How a PNG file is decoded: with or without validation.
pub(crate) type ReadPng = fn(&[u8]) -> Result<Image, ImageError>;

/// The text of each link.
pub(crate) type LinkWords = BTreeMap<NodeId, String>;

/// Embeds the faces that the pages use.
pub(crate) fn fonts(pdf: &mut PdfBuilder, document: &PagedDocument) -> Result<Fonts, WriteError> {
    let mut fonts = Fonts::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        if let Mark::Glyphs { run, .. } = &item.mark
            && !fonts.contains_key(&run.face)
        {
            let data = match document.fonts.face_file(run.face) {
                Some(FaceFile::Static(bytes)) => FontData::from(bytes),
                Some(FaceFile::Shared(bytes)) => FontData::from(bytes.to_vec()),
                None => continue,
            };
            fonts.insert(run.face, pdf.add_font(data, 0)?);
        }
    }
    Ok(fonts)
}

/// Prepares the pictures that the pages show.
pub(crate) fn images(
    pdf: &mut PdfBuilder,
    document: &PagedDocument,
    pictures: &BTreeMap<Digest, Arc<[u8]>>,
    read_png: ReadPng,
) -> Result<Images, WriteError> {
    let mut images = Images::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        if let Mark::Picture { digest, media, .. } = &item.mark
            && !images.contains_key(digest)
        {
            let bytes = pictures.get(digest).ok_or(WriteError::NoPicture(*digest))?;
            let image = match media {
                Media::Jpeg => Image::jpeg(bytes.to_vec()),
                Media::Png => read_png(bytes),
                Media::Svg => {
                    let drawing = Drawing::from_bytes(bytes);
                    let drawing = drawing.map_err(|source| WriteError::Drawing { digest: *digest, source })?;
                    images.insert(*digest, PrintedPicture::Drawing(drawing));
                    continue;
                }
            };
            let image = image.map_err(|source| WriteError::Picture { digest: *digest, source })?;
            images.insert(*digest, PrintedPicture::Image(pdf.add_image(image)));
        }
    }
    Ok(images)
}

/// Paints one page.
pub(crate) fn page(
    sheet: &mut tagged_pdf::PageBuilder<'_>,
    page: &Page,
    document: &PagedDocument,
    places: &TreePlaces,
    fonts: &Fonts,
    images: &Images,
    words: &LinkWords,
) -> Result<(), WriteError> {
    let mut glyphs = Vec::new();
    // Neighbours with the same role form one marked-content sequence, unless each is a line of its own to a reader.
    for group in page.items.chunk_by(|a, b| a.role == b.role) {
        let Some(first) = group.first() else { continue };
        let draw = |canvas: &mut Canvas<'_>| {
            for item in group {
                mark(canvas, &item.mark, fonts, images, &mut glyphs);
            }
        };
        match first.role {
            Role::Content(slot) => {
                if let Some(content) = places.content(slot) {
                    for item in group {
                        sheet.content(content, |canvas| mark(canvas, &item.mark, fonts, images, &mut glyphs))?;
                    }
                }
            }
            Role::Decoration => sheet.artifact(ArtifactKind::Layout, draw)?,
            Role::Running => sheet.artifact(ArtifactKind::Pagination, draw)?,
        }
    }
    links(sheet, page, document, places, words)
}

/// Paints a mark. `glyphs` is a buffer, refilled for each mark with text.
fn mark(canvas: &mut Canvas<'_>, mark: &Mark, fonts: &Fonts, images: &Images, glyphs: &mut Vec<Glyph>) {
    match mark {
        Mark::Glyphs { x, y, run } => paint_run(canvas, (*x, *y), run, fonts, glyphs),
        Mark::Shape(shape) => paint_shape(canvas, shape),
        Mark::Picture { area, digest, orientation, .. } => match images.get(digest) {
            Some(PrintedPicture::Image(image)) => canvas.image(*image, rect(*area), turned(*orientation)),
            Some(PrintedPicture::Drawing(drawing)) => paint_drawing(canvas, rect(*area), drawing),
            None => {}
        },
    }
}

fn paint_run(canvas: &mut Canvas<'_>, (x, y): (f32, f32), run: &Run, fonts: &Fonts, glyphs: &mut Vec<Glyph>) {
    let Some(font) = fonts.get(&run.face) else {
        return;
    };
    // Heights increase upwards in the text engine, downwards on the canvas.
    let turned = |glyph: &briefing_layout::text::Glyph| Glyph {
        id: glyph.id,
        x: glyph.x,
        y: -glyph.y,
        text: glyph.text.clone(),
    };
    glyphs.clear();
    glyphs.extend(run.glyphs.iter().map(turned));
    let color = color(run.colour);
    let origin = Point::new(x, y);
    canvas.glyphs(&GlyphRun { font: *font, size: run.size, color, origin, glyphs, text: &run.text });
}

fn paint_shape(canvas: &mut Canvas<'_>, shape: &Shape) {
    let path = outline(&shape.path);
    let paint = |canvas: &mut Canvas<'_>| {
        if let Some(fill) = shape.fill {
            canvas.fill(&path, color(fill));
        }
        if let Some(pen) = shape.stroke {
            let dash = pen.dash.map(|(on, off)| vec![on, off]).unwrap_or_default();
            canvas.stroke(&path, &Stroke { dash, ..Stroke::new(color(pen.colour), pen.width) });
        }
    };
    match shape.clip {
        Some(clip) => canvas.clip(&tagged_pdf::Path::rect(rect(clip)), FillRule::NonZero, paint),
        None => paint(canvas),
    }
}

/// Paints the paths of a drawing into an area, clipped to it.
fn paint_drawing(canvas: &mut Canvas<'_>, area: Rect, drawing: &Drawing) {
    let (width, height) = drawing.size();
    let (across, down) = (f64::from(area.width) / f64::from(width), f64::from(area.height) / f64::from(height));
    let at = |point: DrawnPoint| Point::new(area.x + (point.x() * across) as f32, area.y + (point.y() * down) as f32);
    canvas.clip(&tagged_pdf::Path::rect(area), FillRule::NonZero, |canvas| {
        for drawn in drawing.paths() {
            let mut path = tagged_pdf::Path::new();
            for step in &drawn.steps {
                match *step {
                    PathStep::Move(to) => path.move_to(at(to).x, at(to).y),
                    PathStep::Line(to) => path.line_to(at(to).x, at(to).y),
                    PathStep::Curve(first, second, to) => path.curve_to(at(first), at(second), at(to)),
                    PathStep::Close => path.close(),
                };
            }
            if let Some(fill) = drawn.fill {
                canvas.fill_with(
                    &path,
                    color(fill),
                    if drawn.even_odd { FillRule::EvenOdd } else { FillRule::NonZero },
                );
            }
            if let Some(line) = drawn.line {
                let width = (line.width() * across) as f32;
                let miter_limit = line.miter_limit() as f32;
                let (cap, join) = (cap(line.end), join(line.corner));
                canvas.stroke(&path, &Stroke { cap, join, miter_limit, ..Stroke::new(color(line.colour), width) });
            }
        }
    });
}

const fn cap(end: LineEnd) -> Cap {
    match end {
        LineEnd::Butt => Cap::Butt,
        LineEnd::Round => Cap::Round,
        LineEnd::Square => Cap::Square,
    }
}

const fn join(corner: LineCorner) -> Join {
    match corner {
        LineCorner::Miter => Join::Miter,
        LineCorner::Round => Join::Round,
        LineCorner::Bevel => Join::Bevel,
    }
}

fn outline(path: &Contour) -> tagged_pdf::Path {
    match path {
        Contour::Rect(area, radius) if *radius > 0.0 => tagged_pdf::Path::rounded_rect(rect(*area), *radius),
        Contour::Rect(area, _) => tagged_pdf::Path::rect(rect(*area)),
        Contour::Lines(points, closed) => {
            let mut path = tagged_pdf::Path::new();
            for (index, (x, y)) in points.iter().enumerate() {
                if index == 0 {
                    path.move_to(*x, *y);
                } else {
                    path.line_to(*x, *y);
                }
            }
            if *closed {
                path.close();
            }
            path
        }
        Contour::Ellipse(area) => ellipse(*area),
    }
}

/// An ellipse as four Bézier curves, exact to within 0.03 %.
fn ellipse(area: briefing_layout::Rect) -> tagged_pdf::Path {
    const HANDLE: f32 = 0.552_285;
    let (rx, ry) = (area.width / 2.0, area.height / 2.0);
    let (cx, cy) = (area.x + rx, area.y + ry);
    let (hx, hy) = (rx * HANDLE, ry * HANDLE);
    let mut path = tagged_pdf::Path::new();
    path.move_to(cx + rx, cy);
    let point = |x: f32, y: f32| Point::new(x, y);
    path.curve_to(point(cx + rx, cy + hy), point(cx + hx, cy + ry), point(cx, cy + ry));
    path.curve_to(point(cx - hx, cy + ry), point(cx - rx, cy + hy), point(cx - rx, cy));
    path.curve_to(point(cx - rx, cy - hy), point(cx - hx, cy - ry), point(cx, cy - ry));
    path.curve_to(point(cx + hx, cy - ry), point(cx + rx, cy - hy), point(cx + rx, cy));
    path.close();
    path
}

/// Adds the areas of links. Each is described by the link's own text.
fn links(
    sheet: &mut tagged_pdf::PageBuilder<'_>,
    page: &Page,
    document: &PagedDocument,
    places: &TreePlaces,
    words: &LinkWords,
) -> Result<(), WriteError> {
    for areas in page.links.chunk_by(|a, b| a.node == b.node) {
        let Some(node) = areas.first().map(|area| area.node) else {
            continue;
        };
        let (Some(element), Some(Tag::Link(target))) =
            (places.element(node), document.tree.get(node).map(|node| &node.tag))
        else {
            continue;
        };
        let target = match target {
            LinkTarget::Address(address) => Target::Uri(address.clone()),
            LinkTarget::Note(_) | LinkTarget::Item(_) => match places.inside(target) {
                Some(element) => Target::from(element),
                None => continue,
            },
        };
        let words = words.get(&node).map_or("", String::as_str);
        let contents = AltText::new(words.trim().to_owned()).or_else(|_| AltText::new(describe(&target)))?;
        let rects: Vec<Rect> = areas.iter().map(|area| rect(area.area)).collect();
        sheet.link(element, &rects, target, &contents)?;
    }
    Ok(())
}

fn describe(target: &Target) -> String {
    match target {
        Target::Uri(address) => address.clone(),
        Target::Destination(_) => "↓".to_owned(),
    }
}

/// The text drawn for each link, across all pages.
pub(crate) fn link_words(document: &PagedDocument) -> LinkWords {
    let mut words = LinkWords::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        if let (Role::Content(slot), Mark::Glyphs { run, .. }) = (item.role, &item.mark)
            && let Some(link) = document.tree.link_of(slot)
        {
            words.entry(link).or_default().push_str(&run.text.replace('\u{ad}', ""));
        }
    }
    words
}

fn color(colour: Colour) -> Color {
    Color::rgb(colour.red, colour.green, colour.blue)
}

fn rect(area: briefing_layout::Rect) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

fn turned(orientation: briefing_model::Orientation) -> Orientation {
    use briefing_model::Orientation as Model;
    match orientation {
        Model::Upright => Orientation::Upright,
        Model::Mirror => Orientation::MirrorHorizontal,
        Model::Rotate180 => Orientation::UpsideDown,
        Model::Flip => Orientation::MirrorVertical,
        Model::Transpose => Orientation::Transpose,
        Model::Rotate90 => Orientation::RotateRight,
        Model::Transverse => Orientation::Transverse,
        Model::Rotate270 => Orientation::RotateLeft,
    }
}
