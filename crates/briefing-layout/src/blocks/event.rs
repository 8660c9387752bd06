//! Dated items: the date as a stamp at the start, with the text beside it.

use briefing_document::{CaptionedPicture, EventItem, Inlines, ItemHeading, Stamp};
use briefing_model::Language;

use super::{Room, figures};
use crate::brick::{Anchor, Break, Brick, Draw, Flow};
use crate::look::Voice;
use crate::measures::{event, pen, text, type_sizes};
use crate::page::{Rect, Shape};
use crate::setter::Setter;
use crate::text::{Align, LatinFamily, TextStyle, Weight};
use crate::weights;

/// A list of dated items.
pub(super) fn events(setter: &mut Setter<'_>, events: &[&EventItem], frame: Room) -> Flow {
    let mut flow = Flow::default();
    for event in events {
        setter.place.clone_from(&event.id);
        let mut item = item(setter, event, frame);
        let rule = Rect::new(frame.inset, -event::BETWEEN / 2.0 - pen::HAIR, frame.inner(), pen::HAIR);
        item.lead(event::BETWEEN, setter.look.grid(), Break::At(weights::BETWEEN_ITEMS));
        if let Some(first) = item.bricks.first_mut() {
            first.between.push(Draw::Shape(Shape::filled(rule, setter.look.palette.hairline)));
        }
        flow.append(item);
    }
    flow
}

fn item(setter: &mut Setter<'_>, event: &EventItem, frame: Room) -> Flow {
    let (stamp, stamp_height) = stamp(setter, &event.stamp, frame.inset);

    let kind = setter.look.voice(Voice::Body);
    // Lines across the whole page would be too long to read.
    let width = if frame.wide { frame.inner() * text::ACROSS } else { frame.inner() } - event::STAMP;
    let x = frame.inset + event::STAMP;
    let heading = event.heading.as_ref().map(|heading| self::heading(setter, heading, x, width));
    let text = setter.paragraph(&event.text, &kind, width, Align::Start);
    let mut flow = Flow { bricks: text.bricks(x), ..Flow::default() };
    if flow.bricks.is_empty() {
        flow.push(Brick::new(kind.leading));
    }
    let short = flow.bricks.len() < event::SHORT;
    if let Some(heading) = heading {
        let mut text = std::mem::replace(&mut flow, heading);
        text.lead(0.0, 0.0, Break::Never);
        flow.append(text);
    }
    if let Some(details) = &event.details {
        flow.append(quiet_line(setter, details, x, width));
    }
    again(setter, &event.stamp, &mut flow, frame.inset);
    let text_height: f32 = flow.bricks.iter().map(|brick| brick.gap + brick.height).sum();
    // The lines beside the stamp are kept together; an item shorter than its stamp is made as tall.
    let beside = (stamp_height / kind.leading).ceil();
    let mut depth = 0.0;
    for brick in flow.bricks.iter_mut().skip(1) {
        depth += 1.0;
        if depth < beside {
            brick.before = Break::Never;
        } else if let (true, Break::At(cost)) = (short, brick.before) {
            brick.before = Break::At(cost + weights::SHORT_ITEM_SPLIT);
        }
    }
    if let Some(last) = flow.bricks.last_mut() {
        last.height += (stamp_height - text_height).max(0.0);
    }
    if let Some(first) = flow.bricks.first_mut() {
        let text = std::mem::replace(&mut first.draws, stamp);
        first.draws.extend(text);
    }
    if let Some(figure) = &event.figure {
        // The end of the text is kept with the picture.
        let count = flow.bricks.len();
        for brick in flow.bricks.iter_mut().skip((count + 1).saturating_sub(event::WITH_PICTURE).max(1)) {
            if let Break::At(cost) = brick.before {
                brick.before = Break::At(cost + weights::PICTURE_SPLIT);
            }
        }
        flow.append(picture(setter, figure, frame));
    }
    flow
}

/// The heading of an item, kept with the first two lines of its text.
fn heading(setter: &mut Setter<'_>, heading: &ItemHeading, x: f32, width: f32) -> Flow {
    let kind = setter.look.voice(Voice::Item);
    let pieces = setter.pieces(&heading.text, &kind.style);
    let words: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let set = setter.balanced(&pieces, width, kind.leading);
    let mut flow = Flow { bricks: set.bricks(x), ..Flow::default() }.unbroken();
    if let Some(first) = flow.bricks.first_mut() {
        first.anchors.push(Anchor::Bookmark(words, heading.level));
    }
    flow
}

/// Further details of the event, in small type and kept with the end of the text.
fn quiet_line(setter: &mut Setter<'_>, details: &Inlines, x: f32, width: f32) -> Flow {
    let kind = setter.look.voice(Voice::Small);
    let set = setter.paragraph(details, &kind, width, Align::Start);
    let mut flow = Flow { bricks: set.bricks(x), ..Flow::default() }.unbroken();
    flow.lead(event::DETAILS, 0.0, Break::Never);
    flow
}

/// The picture of an item, across the column.
fn picture(setter: &mut Setter<'_>, figure: &CaptionedPicture, frame: Room) -> Flow {
    let mut picture = figures::figure(setter, figure, frame);
    picture.lead(event::PICTURE, text::GROWS, Break::At(weights::PICTURE_SPLIT));
    picture
}

/// The content of a stamp, and its height.
fn stamp(setter: &mut Setter<'_>, stamp: &Stamp, x: f32) -> (Vec<Draw>, f32) {
    let mut draws = Vec::new();
    let mut y = 0.0;
    let lines = |large| stamp.lines.iter().filter(move |line| line.large == large).map(|line| line.text.as_str());
    let (large, other) = (stamp_style(setter, event::LARGE), stamp_style(setter, event::OTHER));
    let (large, other) = (fitted(setter, lines(true), large), fitted(setter, lines(false), other));
    for (index, line) in stamp.lines.iter().enumerate() {
        let (style, leading) = if line.large { &large } else { &other };
        let pieces = setter.words(line.text.trim_end(), style);
        let set = setter.set(&pieces, event::STAMP, *leading, Align::Start);
        let height = set.height();
        let down = if line.large && index == 0 { event::LARGE_DOWN } else { event::OTHER_DOWN };
        draws.extend(set.draws(x, y + down));
        y += height;
    }
    (draws, y + event::BELOW)
}

/// Repeats the date beside text that continues in another column. It is visible only: read aloud, the item is one.
fn again(setter: &mut Setter<'_>, stamp: &Stamp, flow: &mut Flow, x: f32) {
    let (date, (word_style, leading)) = (stamp_style(setter, event::OTHER), stamp_style(setter, event::CONTINUED));
    let (word, dates) = stamp.continued.split_last().map_or(("", &[][..]), |(word, dates)| (word.as_str(), dates));
    let date = fitted(setter, dates.iter().map(String::as_str), date);
    let small = (TextStyle { weight: Weight::Regular, ..word_style }, leading);
    let small = fitted(setter, std::iter::once(word), small);
    let mut margin = Brick::new(0.0);
    let mut height = event::OTHER_DOWN;
    for (index, line) in stamp.continued.iter().enumerate() {
        let (style, leading) = if index < dates.len() { &date } else { &small };
        let pieces = Setter::untagged(line.trim_end(), style);
        let set = setter.set(&pieces, event::STAMP, *leading, Align::Start);
        let top = height;
        height += set.height();
        margin.draws.extend(set.draws(x, top));
    }
    // The continued text has at least as many lines as the date beside it is tall.
    let mut rest = 0.0;
    for brick in flow.bricks.iter_mut().skip(1).rev() {
        rest += brick.height;
        brick.header = Some(0);
        brick.before = if rest < height { Break::Never } else { brick.before };
        rest += brick.gap;
    }
    flow.headers.push(margin);
}

/// The style and leading of a stamp's lines of a given size.
fn stamp_style(setter: &Setter<'_>, (size, leading): (f32, f32)) -> (TextStyle, f32) {
    let base = setter.look.voice(Voice::Body);
    let (share, more) = event::TALL_SCRIPT;
    let tall = matches!(base.style.lang, Language::Ar | Language::Zh);
    let style = TextStyle {
        family: LatinFamily::Condensed,
        weight: Weight::Bold,
        size: size * base.style.size / type_sizes::BODY.0,
        colour: setter.look.palette.strong,
        ..base.style
    };
    (style, if tall { leading * share + more } else { leading })
}

/// The style and leading of a stamp's lines, which are never broken: if one is too wide, all are set smaller.
fn fitted<'t>(
    setter: &mut Setter<'_>,
    lines: impl Iterator<Item = &'t str>,
    (style, leading): (TextStyle, f32),
) -> (TextStyle, f32) {
    let widest = lines.map(|line| setter.natural(&Setter::untagged(line.trim_end(), &style))).fold(0.0, f32::max);
    let room = event::STAMP - event::BESIDE_STAMP;
    let size = if widest <= room { style.size } else { (style.size * room / widest).max(type_sizes::TINY.0) };
    (TextStyle { size, ..style }, leading)
}
