//! The item that leads an issue: its picture wider than a column, its words beside it.

use briefing_document::{Block, EventItem, Section};

use super::{Room, figures};
use crate::brick::{Anchor, Break, Brick, Draw, Flow};
use crate::look::Voice;
use crate::measures::lead;
use crate::measures::{text, type_sizes};
use crate::setter::Setter;
use crate::text::{Align, LatinFamily, TextStyle, Weight};
use crate::weights;

/// The section of the lead as a single brick; `None` if it has no picture, or too long a text to be set beside one.
pub(super) fn lead(setter: &mut Setter<'_>, section: &Section, frame: Room) -> Option<Flow> {
    let (Block::Event(event), notes) = section.blocks.split_first()? else { return None };
    if !notes.iter().all(|block| matches!(block, Block::Notes(_))) {
        return None;
    }
    let figure = event.figure.as_ref()?;
    let ratio = figures::ratio(figure);
    let across = ratio < lead::PANORAMA && figures::widest(figure) >= frame.inner();
    let share = if frame.tight || is_strip(setter, event, ratio, frame) { lead::PICTURE.1 } else { lead::PICTURE.0 };
    // A tight setting makes a panorama narrower, which leaves more space for the glance.
    let whole = if frame.tight { lead::NARROWER } else { 1.0 };
    let room = if across { frame.inner() * whole } else { frame.inner() * share };
    let tallest = if ratio > 1.0 { tallest_upright(setter, section, event, frame) } else { lead::TALLEST };
    let picture_width = room.min(tallest / ratio).min(figures::widest(figure));
    let (start, width) = if across {
        (frame.inset, frame.inner() * if setter.look.is_single { 1.0 } else { text::ACROSS })
    } else {
        let start = frame.inset + picture_width + setter.look.gutter;
        (start, frame.inset + frame.inner() - start)
    };
    if tall(setter, event, width) {
        return None;
    }

    let (words, under) = words(setter, section, event, (start, width));
    let picture = figures::figure(setter, figure, Room { width: picture_width, wide: false, inset: 0.0, ..frame });
    let mut draws = Vec::new();
    let mut y = 0.0;
    for brick in picture.bricks {
        y += brick.gap;
        draws.extend(brick.draws.into_iter().map(|draw| draw.shifted(frame.inset, y)));
        y += brick.height;
    }
    let down = if across { y + lead::BELOW_PANORAMA } else { 0.0 };
    let mut brick = Brick::new(y.max(down + under));
    brick.draws = draws;
    brick.draws.extend(words.into_iter().map(|draw| draw.shifted(0.0, down)));
    brick.anchors.push(Anchor::Bookmark(section.heading.to_string(), 2));
    let mut flow = Flow::default();
    flow.push(brick);
    for block in notes {
        let mut set = super::blocks(setter, std::slice::from_ref(block), frame);
        set.bricks.iter_mut().for_each(|brick| brick.before = Break::Never);
        flow.append(set);
    }
    flow.lead(text::ABOVE_SECTION, 2.0 * setter.look.grid(), Break::At(weights::BETWEEN_SECTIONS));
    Some(flow)
}

/// Whether the line of a date that follows is set close to this one: the second name of a month after the slash, or the end of a range
/// after a closed-up dash.
fn joins(line: &str) -> bool {
    let range = line.trim_end().strip_suffix('–').is_some_and(|first| !first.ends_with(char::is_whitespace));
    range || line.ends_with('/')
}

/// Whether the words beside the larger picture would be a narrow strip: too narrow to read, or far taller than the picture.
fn is_strip(setter: &mut Setter<'_>, event: &EventItem, ratio: f32, frame: Room) -> bool {
    let picture = (frame.inner() * lead::PICTURE.0).min(lead::TALLEST / ratio);
    let width = frame.inner() - picture - setter.look.gutter;
    let kind = setter.look.voice(Voice::Body);
    let pieces = setter.unmarked(&event.text, &kind.style);
    let height = setter.natural(&pieces) / width * kind.leading;
    width < lead::LEAST_WORDS || height > picture * ratio * lead::TALLER
}

/// How tall an upright picture may be: beside few words, a taller one would leave a hole below them.
fn tallest_upright(setter: &mut Setter<'_>, section: &Section, event: &EventItem, frame: Room) -> f32 {
    let width = frame.inner() * (1.0 - lead::PICTURE.1);
    let kind = setter.look.voice(Voice::Body);
    let title = TextStyle { size: lead::TITLE.0, ..setter.look.voice(Voice::Section).style };
    let heading = Setter::untagged(&section.heading, &title);
    let lines = |natural: f32| (natural / width).ceil();
    let mut height = lines(setter.natural(&heading)) * lead::TITLE.1 + kind.leading + 2.0 * lead::AROUND_DATE;
    for text in std::iter::once(&event.text).chain(&event.details) {
        let pieces = setter.unmarked(text, &kind.style);
        height += lines(setter.natural(&pieces)) * kind.leading;
    }
    (height * lead::TALLER_UPRIGHT).clamp(lead::LEAST_TALLEST, lead::TALLEST)
}

/// Whether the text would extend far below its picture.
fn tall(setter: &mut Setter<'_>, event: &EventItem, width: f32) -> bool {
    let kind = setter.look.voice(Voice::Body);
    let pieces = setter.unmarked(&event.text, &kind.style);
    setter.natural(&pieces) / width * kind.leading > lead::LONGEST
}

/// Title, date, text and details, one below the other in reading order, and how far down they reach.
fn words(setter: &mut Setter<'_>, section: &Section, event: &EventItem, (x, width): (f32, f32)) -> (Vec<Draw>, f32) {
    let kind = setter.look.voice(Voice::Section);
    let scale = kind.style.size / type_sizes::SECTION.0;
    let style = TextStyle { size: lead::TITLE.0 * scale, ..kind.style };
    let pieces = setter.words(&section.heading, &style);
    let title = setter.balanced(&pieces, width, lead::TITLE.1 * scale);
    let mut y = title.height();
    let mut draws = title.draws(x, 0.0);

    setter.place.clone_from(&event.id);
    let kind = setter.look.voice(Voice::Body);
    let date = TextStyle {
        family: LatinFamily::Condensed,
        weight: Weight::Bold,
        size: kind.leading * lead::DATE.0,
        colour: setter.look.palette.strong,
        ..kind.style.clone()
    };
    y += lead::AROUND_DATE;
    let mut along = 0.0;
    for line in &event.stamp.lines {
        let pieces = setter.words(line.text.trim_end(), &date);
        let natural = (setter.natural(&pieces) + type_sizes::SAME_WIDTH).min(width);
        if along > 0.0 && along + natural > width {
            (along, y) = (0.0, y + kind.leading);
        }
        let set = setter.set(&pieces, natural, kind.leading * lead::DATE.1, Align::Start);
        draws.extend(set.draws(x + along, y));
        along += natural + if joins(&line.text) { 0.0 } else { lead::BETWEEN_WORDS };
    }
    y += kind.leading * lead::DATE.1 + lead::AROUND_DATE;

    let set = setter.paragraph(&event.text, &kind, width, Align::Start);
    let under = y + set.height();
    draws.extend(set.draws(x, y));
    y = under;
    if let Some(details) = &event.details {
        let kind = setter.look.voice(Voice::Small);
        let set = setter.paragraph(details, &kind, width, Align::Start);
        y += lead::AROUND_DATE;
        let under = y + set.height();
        draws.extend(set.draws(x, y));
        y = under;
    }
    (draws, y)
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn a_range_over_two_months_has_white_around_its_dash_or_none() {
        assert!(joins("28 Feb–") && joins("شباط/"));
        assert!(!joins("28\u{a0}февр.\u{a0}–") && !joins("29") && !joins("since"));
    }
}
