//! Steps along time: the growth of an amount, on an axis to scale.

use briefing_document::{Chart, TimeAxis};
use briefing_model::{Colour, Day, Year};

use super::Room;
use crate::brick::{Brick, Draw};
use crate::look::Voice;
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{pen, steps};
use crate::page::{Rect, Shape};
use crate::setter::Setter;
use crate::text::{Align, Figures, TextStyle, Weight};

/// The drawing of the steps. All of it is decoration, for the rows below it contain the days and values.
pub(super) fn steps(setter: &mut Setter<'_>, chart: &Chart, axis: &TimeAxis, frame: Room) -> Brick {
    let kind = setter.look.voice(Voice::Small);
    let palette = setter.look.palette;
    let bold = TextStyle { weight: Weight::Bold, colour: palette.title, ..kind.style.clone() };
    let [begin, end] = [&axis.start, &axis.end].map(|words| Setter::untagged(words, &bold));
    let [begin_width, end_width] =
        [&begin, &end].map(|words| (setter.natural(words) + SAME_WIDTH).min(frame.inner() / 2.0));

    let (top, height) = (kind.leading + steps::BELOW_END, frame.choose(steps::HEIGHT));
    let floor = top + height;
    let scale = Scale::of(chart.rows.iter().map(|row| row.values.first().map_or(0.0, |value| value.length)));
    let levels: Vec<f32> = chart
        .rows
        .iter()
        .map(|row| floor - height * scale.share(row.values.first().map_or(0.0, |value| value.length)))
        .collect();
    let Some((first, last)) = axis.days.first().zip(axis.days.last()) else { return Brick::new(0.0) };
    let days = last.days_since(*first).max(1) as f32;
    // The last step has no end of its own, so it is as long as its label.
    let run = (frame.inner() - end_width).max(1.0);
    let x = |day: Day| frame.inset + run * day.days_since(*first) as f32 / days;
    let ends = axis.days.iter().skip(1).map(|day| x(*day)).chain([frame.inset + frame.inner()]);

    let mut brick = Brick::new(floor + steps::BELOW_AXIS + kind.leading);
    let mut fill = |area: Rect, colour| brick.draws.push(Draw::Shape(Shape::filled(area, colour)));
    // The amount before the first known day is not known, so no line leads up to it.
    let mut before: Option<f32> = None;
    let mut under_words = f32::MIN;
    for ((day, end), level) in axis.days.iter().zip(ends).zip(&levels) {
        let (start, level) = (x(*day), *level);
        // A filled area stands for the whole amount, so it is drawn only if the scale begins at zero.
        if scale.base <= 0.0 {
            fill(Rect::new(start, level, end - start, floor - level), palette.tint);
        }
        fill(Rect::new(start, level, end - start, steps::PEN), palette.mark);
        if let Some(before) = before {
            fill(Rect::new(start, level.min(before), steps::PEN, (before - level).abs() + steps::PEN), palette.mark);
        }
        if start < frame.inset + begin_width {
            under_words = under_words.max(level);
        }
        before = Some(level);
    }
    let from = if scale.base > 0.0 { frame.inset + steps::BREAK.0 * 2.0 } else { frame.inset };
    fill(Rect::new(from, floor, frame.inset + frame.inner() - from, pen::RULE), palette.hairline);
    if scale.base > 0.0 {
        brick.draws.extend(axis_break((frame.inset, floor), palette.quiet));
    }
    let last_level = before.unwrap_or(floor);
    let set = setter.set(&end, end_width, kind.leading, Align::End);
    let end_x = frame.inset + frame.inner() - end_width;
    brick.draws.extend(set.draws(end_x, last_level - kind.leading - steps::BELOW_END));
    // The first amount is placed below its step, where later steps do not cross it.
    let below = under_words + steps::PEN + steps::BELOW_END;
    if below + kind.leading <= floor && axis.days.len() > 1 {
        let set = setter.set(&begin, begin_width, kind.leading, Align::Start);
        brick.draws.extend(set.draws(frame.inset + steps::BESIDE_TICK, below));
    }
    years(setter, (*first, *last), (from, &x), floor, &mut brick);
    brick
}

/// The range of amounts over which the steps are drawn.
#[derive(Debug, Clone, Copy)]
struct Scale {
    base: f64,
    highest: f64,
}

impl Scale {
    /// From zero, or from a higher amount if all steps would otherwise form one flat line.
    fn of(lengths: impl Iterator<Item = f64>) -> Self {
        let (lowest, highest) = lengths
            .filter(|length| length.is_finite())
            .fold((f64::INFINITY, 0.0_f64), |(low, high), length| (low.min(length), high.max(length)));
        let rise = highest - lowest;
        let is_flat = lowest > highest * steps::FLAT && rise > highest * steps::SAME;
        let base = if is_flat { lowest - rise * steps::BELOW_LOWEST } else { 0.0 };
        Self { base, highest }
    }

    /// The height of an amount, as a share of the drawing.
    fn share(self, length: f64) -> f32 {
        let whole = (self.highest - self.base).max(f64::MIN_POSITIVE);
        // A share from 0 to 1.
        ((length - self.base) / whole).clamp(0.0, 1.0) as f32
    }
}

/// Two slanting strokes across the beginning of the foot, to show that the axis does not begin at zero.
fn axis_break((x, floor): (f32, f32), colour: Colour) -> [Draw; 2] {
    let (width, height) = steps::BREAK;
    [0.0, width].map(|along| {
        let points = vec![(x + along, floor + height), (x + along + width, floor - height)];
        Draw::Shape(Shape::line(points, colour, pen::CONNECTOR))
    })
}

/// The years along the axis, each at its beginning, as far as there is space for them.
fn years(
    setter: &mut Setter<'_>,
    (first, last): (Day, Day),
    (from, x): (f32, &dyn Fn(Day) -> f32),
    floor: f32,
    brick: &mut Brick,
) {
    let kind = setter.look.voice(Voice::Small);
    let style = TextStyle { figures: Figures::Tabular, ..kind.style };
    let mut free = f32::MIN;
    for number in first.year()..=last.year() {
        let Ok(year) = Year::new(number) else { continue };
        let begins = number == first.year();
        let at = if begins { from } else { x(year.first_day()) };
        let pieces = Setter::untagged(&year.to_string(), &style);
        let width = setter.natural(&pieces) + SAME_WIDTH;
        let end = at + width + steps::YEARS_APART;
        // The year in which the axis begins has no mark, and is shown only if the next year leaves space for it.
        let next = Year::new(number + 1).map_or(f32::MAX, |next| x(next.first_day()));
        let fits = if begins { number < last.year() && end + steps::BESIDE_TICK <= next } else { at >= free };
        if !fits {
            continue;
        }
        if !begins {
            free = end;
            let mark = Shape::filled(Rect::new(at, floor, pen::RULE, steps::TICK), setter.look.palette.quiet);
            brick.draws.push(Draw::Shape(mark));
        }
        let set = setter.set(&pieces, width, kind.leading, Align::Start);
        brick.draws.extend(set.draws(at + steps::BESIDE_TICK, floor + steps::BELOW_AXIS));
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn steps_begin_at_nothing_unless_they_would_be_flat() {
        let scale = |lengths: &[f64]| Scale::of(lengths.iter().copied());
        assert_eq!(scale(&[236.0, 336.0, 402.0]).base, 0.0);
        assert_eq!(scale(&[400.0, 400.0]).base, 0.0, "nothing rises");
        assert_eq!(scale(&[]).share(1.0), 1.0);
        let flat = scale(&[383.3, 391.5, 402.0]);
        assert!(flat.base > 0.0 && flat.base < 383.3);
        assert!(flat.share(383.3) > 0.2 && flat.share(402.0) == 1.0);
    }
}
