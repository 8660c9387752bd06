//! Pictures, and large figures in boxes.

use briefing_document::{CaptionedPicture, KeyFigure, KeyFigures, SlotId};

use super::{Room, chart};
use crate::brick::{Break, Brick, Draw, Flow};
use crate::look::Voice;
use crate::measures::text::GROWS;
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{figures, pen};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, StyledText};
use crate::text::{Align, LatinFamily, TextStyle, Weight};
use crate::weights;
use briefing_model::Media;

/// The ratio of a picture's height to its width when upright.
pub(super) fn ratio(figure: &CaptionedPicture) -> f32 {
    let (columns, rows) = figure.upright_size();
    rows.max(1) as f32 / columns.max(1) as f32
}

/// The largest width at which a picture is shown. It is limited by the height available on pages and by the size of pixels, which would
/// show as squares: a picture with fewer pixels than a column is wide, in points, is a logo or a stamp.
pub(crate) fn widest(figure: &CaptionedPicture) -> f32 {
    let tallest = figures::TALLEST / ratio(figure);
    let (columns, _) = figure.upright_size();
    if figure.media == Media::Svg { tallest } else { tallest.min(columns.max(1) as f32 * figures::LARGEST_PIXEL) }
}

/// A picture with its caption and credit.
pub(super) fn figure(setter: &mut Setter<'_>, figure: &CaptionedPicture, frame: Room) -> Flow {
    let slot = SlotId::from_number(setter.slot());
    let ratio = ratio(figure);
    let width = frame.inner().min(widest(figure));
    let height = width * ratio;
    let area = Rect::new(frame.inset, 0.0, width, height);
    let (digest, media, orientation) = (figure.digest, figure.media, figure.orientation);
    let picture = Brick { shrink: height * setter.look.scalable, ..Brick::new(height) }.draw(Draw::Picture {
        area,
        digest,
        media,
        orientation,
        slot,
    });
    let mut flow = Flow::default();
    flow.push(picture);
    if figure.caption.is_some() || figure.credit.is_some() {
        flow.append(caption(setter, figure, frame));
    }
    flow.unbroken()
}

fn caption(setter: &mut Setter<'_>, figure: &CaptionedPicture, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Small);
    let mut pieces = Vec::new();
    if let Some(caption) = &figure.caption {
        let ink = TextStyle { colour: setter.look.palette.text, ..kind.style.clone() };
        pieces.extend(setter.pieces(caption, &ink));
    }
    if let Some(credit) = figure.credit_line() {
        let style = TextStyle { italic: setter.slants(), ..kind.style.clone() };
        pieces.extend(setter.pieces(&credit, &style));
    }
    let set = setter.set(&pieces, frame.inner(), kind.leading, Align::Start);
    let mut flow = Flow { bricks: set.bricks(frame.inset), ..Flow::default() };
    flow.lead(figures::CAPTION, 0.0, Break::Never);
    flow
}

/// Large figures side by side, and a share as a bar.
pub(super) fn key_figures(setter: &mut Setter<'_>, figures: &KeyFigures, frame: Room) -> Flow {
    let mut flow = Flow::default();
    let per_row = frame.choose(figures::PER_ROW);
    let mut bricks = Vec::new();
    for row in figures.figures.chunks(per_row) {
        let (size, fitting) = value_size(setter, row, frame);
        if !frame.wide && fitting < size * figures::LEAST_SHARE {
            // Side by side they would have to be small, so each is set on a line of its own.
            bricks.extend(row.iter().map(|figure| key_line(setter, figure, size, frame)));
        } else {
            bricks.push(key_row(setter, row, fitting, frame));
        }
    }
    for (index, brick) in bricks.into_iter().enumerate() {
        let (gap, before) = if index == 0 {
            (frame.white(figures::ROWS.0), Break::At(weights::WITHIN_PARAGRAPH))
        } else {
            (figures::ROWS.1, Break::Never)
        };
        flow.push(brick.gap(gap, figures::GROWS).before(before));
    }
    if let Some((share, words)) = &figures.share {
        flow.push(share_bar(setter, *share, words, frame));
    }
    flow
}

/// The width of a box in a row of `count`, the white between boxes, and the width inside a box.
fn key_widths(count: usize, frame: Room) -> (f32, f32, f32) {
    let between = frame.choose(figures::BETWEEN);
    let inside = frame.choose(figures::INSIDE);
    let count = count.max(1) as f32;
    ((frame.inner() - between * (count - 1.0)) / count, between, inside)
}

fn value_style(setter: &Setter<'_>, size: f32) -> TextStyle {
    TextStyle {
        family: LatinFamily::Condensed,
        weight: Weight::Bold,
        size,
        colour: setter.look.palette.title,
        ..setter.look.voice(Voice::Small).style
    }
}

/// The preferred size of the values of a row, and the size at which the longest of them fits its box.
fn value_size(setter: &mut Setter<'_>, row: &[KeyFigure], frame: Room) -> (f32, f32) {
    let size = frame.choose(figures::VALUE);
    let (width, _, inside) = key_widths(row.len(), frame);
    let style = value_style(setter, size);
    let natural = |figure: &KeyFigure| setter.natural(&Setter::untagged(&figure.value, &style));
    let longest = row.iter().map(natural).fold(0.0, f32::max);
    let room = width - 2.0 * inside;
    (size, if longest > room { size * room / longest } else { size })
}

/// A box across the frame, with the label beside the value.
fn key_line(setter: &mut Setter<'_>, figure: &KeyFigure, size: f32, frame: Room) -> Brick {
    let (width, _, inside) = key_widths(1, frame);
    let room = width - 2.0 * inside;
    let mut style = value_style(setter, size);
    let natural = setter.natural(&Setter::untagged(&format!("{} ", figure.value), &style)) + 1.0;
    style.size *= (room / natural).min(1.0);
    let value = setter.words(&format!("{} ", figure.value), &style);
    let value = setter.set(&value, natural.min(room), style.size * figures::VALUE_LEADING, Align::Start);
    let kind = setter.look.voice(Voice::Small);
    let label = label_words(setter, figure).concat();
    // Beside the value if there is space for a few words, otherwise below it.
    let beside = room - value.width - figures::BESIDE;
    let (x, label_width) =
        if beside > figures::LABEL_LEAST { (value.width + figures::BESIDE, beside) } else { (0.0, room) };
    let label = setter.set(&label, label_width, kind.leading, Align::Start);
    let height = if x > 0.0 { value.height().max(label.height()) } else { value.height() + label.height() };
    let mut brick = Brick::new(height + 2.0 * figures::LINE_PAD);
    let ground = Rect::new(frame.inset, 0.0, width, brick.height);
    brick.draws.push(Draw::Shape(Shape::filled(ground, setter.look.palette.tint)));
    brick.draws.push(Draw::Shape(Shape::filled(Rect { width: pen::EDGE, ..ground }, setter.look.palette.accent)));
    let label_y =
        if x > 0.0 { figures::LINE_PAD + (height - label.height()) / 2.0 } else { figures::LINE_PAD + value.height() };
    let value_y = if x > 0.0 { figures::LINE_PAD + (height - value.height()) / 2.0 } else { figures::LINE_PAD };
    brick.draws.extend(value.draws(frame.inset + inside, value_y));
    brick.draws.extend(label.draws(frame.inset + inside + x, label_y));
    brick
}

/// The label of a figure and its change, which is in the colour of the text.
fn label_words(setter: &mut Setter<'_>, figure: &KeyFigure) -> [Vec<StyledText>; 2] {
    let style = setter.look.voice(Voice::Small).style.clone();
    let ink = TextStyle { colour: setter.look.palette.text, ..style.clone() };
    let label = setter.words(&figure.label, &style);
    [label, figure.change.iter().flat_map(|change| setter.words(change, &ink)).collect()]
}

fn key_row(setter: &mut Setter<'_>, row: &[KeyFigure], size: f32, frame: Room) -> Brick {
    let (width, between, inside) = key_widths(row.len(), frame);
    let label_kind = setter.look.voice(Voice::Small);
    let value_style = value_style(setter, size);
    let mut boxes = Vec::new();
    let mut tallest = 0.0_f32;
    for figure in row {
        let value = setter.words(&format!("{} ", figure.value), &value_style);
        let value = setter.set(&value, width - inside, value_style.size * figures::VALUE_LEADING, Align::Start);
        let [label, change] = label_words(setter, figure);
        let [label, change] =
            [label, change].map(|words| setter.set(&words, width - 2.0 * inside, label_kind.leading, Align::Start));
        tallest = tallest.max(value.height() + label.height() + change.height());
        boxes.push((value, label, change));
    }
    let pad = frame.white(frame.choose(figures::PAD));
    let mut brick = Brick::new(tallest + 2.0 * pad + pen::EDGE);
    let mut x = frame.inset;
    for (value, label, change) in boxes {
        let ground = Rect::new(x, 0.0, width, brick.height);
        brick.draws.push(Draw::Shape(Shape::filled(ground, setter.look.palette.tint)));
        brick.draws.push(Draw::Shape(Shape::filled(Rect { height: pen::EDGE, ..ground }, setter.look.palette.accent)));
        let below = pad + pen::EDGE + value.height();
        let under = below + label.height();
        brick.draws.extend(value.draws(x + inside, pad + pen::EDGE));
        brick.draws.extend(label.draws(x + inside, below));
        brick.draws.extend(change.draws(x + inside, under));
        x += width + between;
    }
    brick
}

/// A bar filled to a share, and the sentence that states it: the amount received out of that pledged, in the colours of the chart.
fn share_bar(setter: &mut Setter<'_>, share: u16, words: &briefing_document::Inlines, frame: Room) -> Brick {
    let kind = setter.look.voice(Voice::Small);
    let pieces = setter.pieces(words, &kind.style);
    let natural = setter.natural(&pieces).min(frame.inner());
    let beside = frame.inner() - natural - figures::SHARE_BESIDE;
    let part = f32::from(share.min(100)) / 100.0;
    let thick = figures::SHARE_BAR;
    let colours = chart::series_colours(setter, 2);
    // Beside the words if that leaves a bar worth looking at, otherwise above them.
    let (bar, text_x, text_y, text_width, height) = if beside > figures::SHARE_LEAST {
        (
            Rect::new(frame.inset, figures::SHARE_DOWN, beside, thick),
            frame.inset + beside + figures::SHARE_BESIDE,
            0.0,
            natural + SAME_WIDTH,
            kind.leading,
        )
    } else {
        (Rect::new(frame.inset, 0.0, frame.inner(), thick), frame.inset, figures::SHARE_ABOVE, frame.inner(), 0.0)
    };
    let set = setter.set(&pieces, text_width, kind.leading, Align::Start);
    let height = if height > 0.0 { height } else { figures::SHARE_ABOVE + set.height() };
    let mut brick = Brick::new(height).gap(figures::ABOVE_SHARE, GROWS).before(Break::Never);
    let filled = (part > 0.0).then(|| Rect { width: (bar.width * part).max(thick), ..bar });
    for (area, colour) in [Some(bar), filled].into_iter().zip(colours) {
        brick.draws.extend(area.map(|area| Draw::Shape(Shape::rounded(area, thick / 2.0, colour))));
    }
    brick.draws.extend(set.draws(text_x, text_y));
    brick
}
