//! Steps along time: how something grew, on an axis as long as the time it took.

use briefing_document::{Chart, TimeAxis};
use briefing_model::{Day, Year};

use super::Room;
use crate::brick::{Brick, Draw};
use crate::look::Voice;
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{pen, steps};
use crate::page::{Rect, Shape};
use crate::setter::Setter;
use crate::text::{Align, Figures, TextStyle, Weight};

/// The drawing. All of it is decoration, for the rows below it have the days and the values.
pub(super) fn steps(setter: &mut Setter<'_>, chart: &Chart, axis: &TimeAxis, frame: Room) -> Brick {
    let kind = setter.look.voice(Voice::Small);
    let palette = setter.look.palette;
    let bold = TextStyle { weight: Weight::Bold, colour: palette.title, ..kind.style.clone() };
    let end = Setter::untagged(&axis.end, &bold);
    let end_width = (setter.natural(&end) + SAME_WIDTH).min(frame.inner() / 2.0);

    let (top, height) = (kind.leading + steps::BELOW_END, frame.choose(steps::HEIGHT));
    let floor = top + height;
    let lengths: Vec<f32> =
        chart.rows.iter().map(|row| row.values.first().map_or(0.0, |value| value.length) as f32).collect();
    let highest =
        lengths.iter().copied().filter(|length| length.is_finite()).fold(0.0, f32::max).max(f32::MIN_POSITIVE);
    let Some((first, last)) = axis.days.first().zip(axis.days.last()) else { return Brick::new(0.0) };
    let days = last.days_since(*first).max(1) as f32;
    // The last step has no end of its own: it is as long as its words.
    let run = (frame.inner() - end_width).max(1.0);
    let x = |day: Day| frame.inset + run * day.days_since(*first) as f32 / days;
    let ends = axis.days.iter().skip(1).map(|day| x(*day)).chain([frame.inset + frame.inner()]);

    let mut brick = Brick::new(floor + steps::BELOW_AXIS + kind.leading);
    let mut fill = |area: Rect, colour| brick.draws.push(Draw::Shape(Shape::filled(area, colour)));
    let mut before = floor;
    for ((day, end), length) in axis.days.iter().zip(ends).zip(&lengths) {
        let (start, level) = (x(*day), floor - height * (length / highest).clamp(0.0, 1.0));
        fill(Rect::new(start, level, end - start, floor - level), palette.tint);
        fill(Rect::new(start, level, end - start, steps::PEN), palette.mark);
        fill(Rect::new(start, level.min(before), steps::PEN, (before - level).abs() + steps::PEN), palette.mark);
        before = level;
    }
    fill(Rect::new(frame.inset, floor, frame.inner(), pen::RULE), palette.hairline);
    let set = setter.set(&end, end_width, kind.leading, Align::End);
    brick.draws.extend(set.draws(frame.inset + frame.inner() - end_width, before - kind.leading - steps::BELOW_END));
    years(setter, (*first, *last), x, floor, &mut brick);
    brick
}

/// The years along the foot, each where it begins, as far as there is room for them.
fn years(setter: &mut Setter<'_>, (first, last): (Day, Day), x: impl Fn(Day) -> f32, floor: f32, brick: &mut Brick) {
    let kind = setter.look.voice(Voice::Small);
    let style = TextStyle { figures: Figures::Tabular, ..kind.style };
    let mut free = f32::MIN;
    for year in first.year() + 1..=last.year() {
        let Ok(year) = Year::new(year) else { continue };
        let at = x(year.first_day());
        let pieces = Setter::untagged(&year.to_string(), &style);
        let width = setter.natural(&pieces) + SAME_WIDTH;
        if at < free {
            continue;
        }
        free = at + width + steps::YEARS_APART;
        brick
            .draws
            .push(Draw::Shape(Shape::filled(Rect::new(at, floor, pen::RULE, steps::TICK), setter.look.palette.quiet)));
        let set = setter.set(&pieces, width, kind.leading, Align::Start);
        brick.draws.extend(set.draws(at + steps::BESIDE_TICK, floor + steps::BELOW_AXIS));
    }
}
