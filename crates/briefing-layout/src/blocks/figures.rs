//! Pictures, and large figures in boxes.

use briefing_document::{Figure, Inline, KeyFigure, KeyFigures};

use super::Frame;
use crate::brick::{Break, Brick, Draw, Flow};
use crate::look::{Voice, color};
use crate::page::{Rect, Shape};
use crate::setter::Setter;
use crate::tags::{NodeId, Tag, TagTree};
use crate::text::{Align, Family, TextStyle, Weight};

/// The tallest a picture is shown.
const TALLEST: f32 = 230.0;

/// A picture with its caption and credit.
pub(super) fn figure(setter: &mut Setter<'_>, figure: &Figure, parent: NodeId, frame: Frame) -> Flow {
    let node = setter.tree.node(parent, Tag::Figure { alt: figure.alt.to_string() });
    if let (Some(language), Some(node)) = (figure.alt_language, setter.tree.node_mut(node)) {
        node.language = Some(language.into());
    }
    let slot = setter.tree.slot(node);
    let (columns, rows) = if figure.orientation.swaps_sides() { (figure.size.1, figure.size.0) } else { figure.size };
    #[expect(clippy::cast_precision_loss, reason = "pixels of a picture, for a ratio")]
    let ratio = rows.max(1) as f32 / columns.max(1) as f32;
    let width = frame.inner().min(TALLEST / ratio);
    let height = width * ratio;
    let area = Rect::new(frame.inset, 0.0, width, height);
    let (digest, media, orientation) = (figure.digest, figure.media, figure.orientation);
    let picture = Brick::new(height).draw(Draw::Picture { area, digest, media, orientation, slot });
    let mut flow = Flow::default();
    flow.push(picture);
    if figure.caption.is_some() || figure.credit.is_some() {
        flow.append(caption(setter, figure, node, frame));
    }
    flow.unbroken()
}

fn caption(setter: &mut Setter<'_>, figure: &Figure, node: NodeId, frame: Frame) -> Flow {
    let kind = setter.look.voice(Voice::Small);
    let node = setter.tree.node(node, Tag::Caption);
    // The alternative text may be in another language; what is printed is in the document's.
    let language = setter.language();
    if let (Some(_), Some(node)) = (figure.alt_language, setter.tree.node_mut(node)) {
        node.language = Some(language.into());
    }
    let mut pieces = Vec::new();
    if let Some(caption) = &figure.caption {
        let ink = TextStyle { color: color(setter.look.palette.text), ..kind.style.clone() };
        pieces.extend(setter.pieces(caption, node, &ink));
    }
    if let Some(credit) = &figure.credit {
        let style = TextStyle { italic: true, ..kind.style.clone() };
        let mut credit = credit.clone();
        match credit.first_mut() {
            _ if pieces.is_empty() => {}
            Some(Inline::Text(first)) => first.insert(0, ' '),
            _ => credit.insert(0, Inline::Text(" ".to_owned())),
        }
        pieces.extend(setter.pieces(&credit, node, &style));
    }
    let set = setter.set(&pieces, frame.inner(), kind.leading, Align::Start);
    let mut flow = Flow { bricks: set.bricks(frame.inset), ..Flow::default() };
    flow.lead(3.5, 0.0, Break::Never);
    flow
}

/// Large figures side by side, and a share as a bar.
pub(super) fn key_figures(setter: &mut Setter<'_>, figures: &KeyFigures, frame: Frame) -> Flow {
    let mut flow = Flow::default();
    let per_row = if frame.wide { 4 } else { 3 };
    for row in figures.figures.chunks(per_row) {
        let mut brick = key_row(setter, row, frame).gap(9.0, 3.0).before(Break::Never);
        if flow.bricks.is_empty() {
            brick.before = Break::At(1.0);
        }
        flow.push(brick);
    }
    if let Some((share, words)) = &figures.share {
        flow.push(share_bar(setter, *share, words, frame));
    }
    flow
}

fn key_row(setter: &mut Setter<'_>, row: &[KeyFigure], frame: Frame) -> Brick {
    let between = if frame.wide { 14.0 } else { 7.0 };
    let inside = if frame.wide { 12.0 } else { 7.0 };
    #[expect(clippy::cast_precision_loss, reason = "a handful of boxes")]
    let count = row.len().max(1) as f32;
    let width = (frame.inner() - between * (count - 1.0)) / count;
    let label_kind = setter.look.voice(Voice::Small);
    let mut value_style = TextStyle {
        family: Family::Condensed,
        weight: Weight::Bold,
        size: if frame.wide { 27.0 } else { 17.0 },
        color: color(setter.look.palette.ink),
        ..label_kind.style.clone()
    };
    // All values of a row share one size: that of the longest that fits.
    for figure in row {
        let pieces = Setter::untagged(&figure.value, &value_style);
        let natural = setter.natural(&pieces);
        if natural > width - 2.0 * inside {
            value_style.size *= (width - 2.0 * inside) / natural;
        }
    }
    let mut boxes = Vec::new();
    let mut tallest = 0.0_f32;
    for figure in row {
        let node = setter.tree.node(TagTree::ROOT, Tag::Paragraph);
        let value = setter.words(&format!("{} ", figure.value), node, &value_style);
        let value = setter.set(&value, width - inside, value_style.size * 1.12, Align::Start);
        let label = setter.words(&figure.label, node, &label_kind.style);
        let label = setter.set(&label, width - 2.0 * inside, label_kind.leading, Align::Start);
        tallest = tallest.max(value.height() + label.height());
        boxes.push((value, label));
    }
    let pad = if frame.wide { 9.0 } else { 7.0 };
    let mut brick = Brick::new(tallest + 2.0 * pad + 2.0);
    let mut x = frame.inset;
    for (value, label) in boxes {
        let ground = Rect::new(x, 0.0, width, brick.height);
        brick.draws.push(Draw::Shape(Shape::filled(ground, setter.look.palette.tint)));
        brick.draws.push(Draw::Shape(Shape::filled(Rect { height: 2.0, ..ground }, setter.look.palette.accent)));
        let below = pad + 2.0 + value.height();
        brick.draws.extend(value.draws(x + inside, pad + 2.0));
        brick.draws.extend(label.draws(x + inside, below));
        x += width + between;
    }
    brick
}

/// A bar filled to a share, and the sentence that states it.
fn share_bar(setter: &mut Setter<'_>, share: u16, words: &briefing_document::Inlines, frame: Frame) -> Brick {
    let kind = setter.look.voice(Voice::Small);
    let node = setter.tree.node(TagTree::ROOT, Tag::Paragraph);
    let pieces = setter.pieces(words, node, &kind.style);
    let natural = setter.natural(&pieces).min(frame.inner());
    let beside = frame.inner() - natural - 10.0;
    let part = f32::from(share.min(100)) / 100.0;
    let palette = setter.look.palette;
    // Beside the words where that leaves a bar worth looking at, above them otherwise.
    let (bar, text_x, text_y, text_width, height) = if beside > 110.0 {
        (Rect::new(frame.inset, 2.6, beside, 5.2), frame.inset + beside + 10.0, 0.0, natural + 0.5, kind.leading)
    } else {
        (Rect::new(frame.inset, 0.0, frame.inner(), 5.2), frame.inset, 8.5, frame.inner(), 0.0)
    };
    let set = setter.set(&pieces, text_width, kind.leading, Align::Start);
    let height = if height > 0.0 { height } else { 8.5 + set.height() };
    let mut brick = Brick::new(height).gap(8.0, 2.0).before(Break::Never);
    brick.draws.push(Draw::Shape(Shape::rounded(bar, 2.6, palette.pale)));
    if part > 0.0 {
        let filled = Rect { width: (bar.width * part).max(5.2), ..bar };
        brick.draws.push(Draw::Shape(Shape::rounded(filled, 2.6, palette.accent)));
    }
    brick.draws.extend(set.draws(text_x, text_y));
    brick
}
