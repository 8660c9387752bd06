//! The items of a month along its days: one line each, with the item's days marked if there is space.

use briefing_document::{Calendar, CalendarEntry, CalendarMark};
use briefing_model::Colour;

use super::Room;
use crate::brick::{Break, Brick, Draw, Flow};
use crate::look::{Type, Voice};
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{calendar, pen, text};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, StyledText};
use crate::text::{Align, Figures, TextStyle, Weight};
use crate::weights;

/// Measures common to all lines.
struct Lines {
    kind: Type,
    /// The width of the column of dates, then that of the column of titles.
    date: f32,
    words: f32,
    days: Option<DayGrid>,
}

/// The days of the month, side by side.
struct DayGrid {
    x: f32,
    /// The width of a day.
    day: f32,
    count: u32,
    /// Saturdays and Sundays, as days counted from zero.
    weekends: Vec<u32>,
}

impl DayGrid {
    fn at(&self, day: u32) -> f32 {
        self.x + self.day * day as f32
    }
}

/// Sets the items of a month.
pub(super) fn calendar(setter: &mut Setter<'_>, of: &Calendar, frame: Room) -> Flow {
    let lines = lines(setter, of, frame);
    let mut flow = Flow::default();
    let kind = setter.look.voice(Voice::Small);
    // In a column that begins with the title of a group, the day numbers are repeated above it; within a group, its title is repeated
    // beside them.
    let mut numbered = Brick::new(kind.leading + calendar::BELOW_TITLE);
    numbered.draws = numbers(setter, &lines, &kind, 0.0);
    flow.headers.push(numbered);
    for group in &of.groups {
        let pieces = Setter::untagged(&group.title, &title_style(setter, &kind));
        let repeated = title(setter, &pieces, &lines, true, frame);
        flow.headers.push(repeated);
    }
    for (index, group) in of.groups.iter().enumerate() {
        let colour = colour(setter, index);
        let pieces = setter.words(&group.title, &title_style(setter, &kind));
        flow.push(Brick { header: (index > 0).then_some(0), ..title(setter, &pieces, &lines, index == 0, frame) });
        let count = group.entries.len();
        for (at, entry) in group.entries.iter().enumerate() {
            let early = at == 0 || (at + 1 == count && count > 2);
            let before = if early { Break::Never } else { Break::At(weights::BETWEEN_PARAGRAPHS) };
            flow.push(Brick { header: Some(index + 1), ..line(setter, entry, &lines, colour, frame).before(before) });
        }
    }
    // In a single column, the lead leaves too little space on the first page for all items.
    let entries = of.groups.iter().map(|group| group.entries.len()).sum::<usize>();
    if entries <= calendar::WHOLE && !setter.look.is_single {
        for brick in flow.bricks.iter_mut().skip(1) {
            if let Break::At(cost) = brick.before {
                brick.before = Break::At(cost + weights::WHOLE_SPLIT);
            }
        }
    }
    flow
}

/// The colour of a group. Titles tell groups apart; colours only help the eye along a line.
fn colour(setter: &Setter<'_>, group: usize) -> Colour {
    let palette = setter.look.palette;
    if group.is_multiple_of(2) { palette.mark } else { palette.ink }
}

fn lines(setter: &mut Setter<'_>, of: &Calendar, frame: Room) -> Lines {
    let kind = setter.look.voice(Voice::Compact);
    if !frame.wide {
        let room = frame.inner();
        let date = date_width(setter, of, &kind, (frame.inner(), room));
        return Lines { kind, date, words: room - date, days: None };
    }
    let count = of.days.max(1);
    let width = frame.inner() * calendar::DAYS;
    let weekend = |day: &u32| {
        let date = of.first.checked_add_days((*day).into());
        date.is_some_and(|date| date.weekday() >= calendar::SATURDAY)
    };
    let days = DayGrid {
        x: frame.inset + frame.inner() - width,
        day: width / count as f32,
        count,
        weekends: (0..count).filter(weekend).collect(),
    };
    let room = frame.inner() - width - calendar::BESIDE_WORDS;
    let date = date_width(setter, of, &kind, (frame.inner(), room));
    Lines { kind, date, words: room - date, days: Some(days) }
}

/// The width of the column of dates, including the white beside it: that of the longest date, unless a narrower column saves lines. A date
/// much longer than the others ("a day within 14–25 Apr") would make more titles wrap than the lines it takes when it wraps itself.
fn date_width(setter: &mut Setter<'_>, of: &Calendar, kind: &Type, (inner, room): (f32, f32)) -> f32 {
    let style = date_style(setter, kind);
    let mut entries = Vec::new();
    let (mut least, mut longest) = (0.0_f32, 0.0_f32);
    for entry in of.groups.iter().flat_map(|group| &group.entries) {
        let date = setter.extent(&Setter::untagged(&entry.date, &style));
        let words = setter.unmarked(&entry.text, &kind.style);
        (least, longest) = (least.max(date.least), longest.max(date.natural));
        entries.push((date.natural, setter.natural(&words)));
    }
    let most = inner * calendar::DATE_MOST;
    let longest = (longest + SAME_WIDTH).min(most);
    let lines = |length: f32, width: f32| {
        if length <= width { 1.0 } else { (length * calendar::FULLER / width.max(1.0)).ceil() }
    };
    let height = |date: f32| -> f32 {
        let words = room - date - calendar::BESIDE_DATE;
        entries.iter().map(|own| lines(own.0, date).max(lines(own.1, words))).sum()
    };
    // Candidate widths: those that fit one of the dates on one line or on two.
    let widths = entries.iter().flat_map(|own| [own.0, own.0 * calendar::FULLER / 2.0]);
    let narrower = widths.map(|width| width.max(least) + SAME_WIDTH).filter(|width| *width < longest);
    let (mut best, mut lowest) = (longest, height(longest));
    for width in narrower {
        let own = height(width);
        // Of equally good widths, the widest keeps the most dates on one line.
        if own < lowest || own == lowest && best < longest && width > best {
            (best, lowest) = (width, own);
        }
    }
    best + calendar::BESIDE_DATE
}

fn date_style(setter: &Setter<'_>, kind: &Type) -> TextStyle {
    TextStyle {
        weight: Weight::Bold,
        figures: Figures::Tabular,
        colour: setter.look.palette.strong,
        ..kind.style.clone()
    }
}

/// The background of a line: its weekends.
fn ground(setter: &Setter<'_>, lines: &Lines, height: f32) -> Vec<Draw> {
    let Some(days) = &lines.days else { return Vec::new() };
    let area = |day: &u32| Rect::new(days.at(*day), 0.0, days.day, height);
    days.weekends.iter().map(|day| Draw::Shape(Shape::filled(area(day), setter.look.palette.tint))).collect()
}

/// The style of a group's title.
fn title_style(setter: &Setter<'_>, kind: &Type) -> TextStyle {
    TextStyle { weight: Weight::Bold, colour: setter.look.palette.title, ..kind.style.clone() }
}

/// The title of a group; above the first, the days are numbered.
fn title(setter: &mut Setter<'_>, pieces: &[StyledText], lines: &Lines, first: bool, frame: Room) -> Brick {
    let kind = setter.look.voice(Voice::Small);
    let set = setter.set(pieces, lines.date + lines.words, kind.leading, Align::Start);
    let above = frame.white(if first { calendar::TITLE.0 } else { calendar::TITLE.1 });
    let height = above + set.height() + calendar::BELOW_TITLE;
    let mut brick = Brick::new(height).before(Break::At(weights::BETWEEN_LIST_ITEMS));
    if !first {
        brick.draws = ground(setter, lines, height);
    }
    let foot = above + set.height() - kind.leading;
    brick.draws.extend(set.draws(frame.inset, above));
    let rule = Rect::new(frame.inset, height - pen::HAIR, frame.inner(), pen::HAIR);
    brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.hairline)));
    if first {
        brick.draws.extend(numbers(setter, lines, &kind, foot));
    }
    let (gap, grows) = if first { (frame.white(calendar::ABOVE), text::GROWS) } else { (0.0, 0.0) };
    brick.gap(gap, grows)
}

/// The numbers of the days, if there is space for them.
fn numbers(setter: &mut Setter<'_>, lines: &Lines, kind: &Type, y: f32) -> Vec<Draw> {
    let Some(days) = &lines.days else { return Vec::new() };
    let mut draws = Vec::new();
    for day in (0..days.count).filter(|day| *day == 0 || (*day + 1).is_multiple_of(calendar::NUMBERED)) {
        let pieces = Setter::untagged(&(day + 1).to_string(), &kind.style);
        let width = setter.natural(&pieces) + SAME_WIDTH;
        let set = setter.set(&pieces, width, kind.leading, Align::Start);
        draws.extend(set.draws(days.at(day) + (days.day - width) / 2.0, y));
    }
    draws
}

/// The line of an item: date, title and days.
fn line(setter: &mut Setter<'_>, entry: &CalendarEntry, lines: &Lines, colour: Colour, frame: Room) -> Brick {
    let kind = &lines.kind;
    let style = date_style(setter, kind);
    let date: Vec<StyledText> = setter.words(&format!("{} ", entry.date), &style);
    let date = setter.set(&date, lines.date - calendar::BESIDE_DATE + SAME_WIDTH, kind.leading, Align::Start);
    let words = setter.paragraph(&entry.text, kind, lines.words, Align::Start);
    let height = date.height().max(words.height()) + 2.0 * calendar::AROUND;
    let mut brick = Brick::new(height);
    brick.draws = ground(setter, lines, height);
    brick.draws.extend(date.draws(frame.inset, calendar::AROUND));
    brick.draws.extend(words.draws(frame.inset + lines.date, calendar::AROUND));
    if let Some(days) = &lines.days {
        let middle = calendar::AROUND + kind.leading / 2.0;
        brick.draws.extend(entry.marks.iter().map(|mark| Draw::Shape(marked(setter, *mark, days, middle, colour))));
    }
    let rule = Rect::new(frame.inset, height - pen::HAIR, frame.inner(), pen::HAIR);
    brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.hairline)));
    brick
}

/// The mark of an item's days: filled if the days are known, a dashed outline if the item falls on some day within them.
fn marked(setter: &Setter<'_>, mark: CalendarMark, days: &DayGrid, middle: f32, colour: Colour) -> Shape {
    let (first, last) = (days.at(mark.first.saturating_sub(1)), days.at(mark.last));
    // The mark of a day narrower than the mark is high is round as well.
    let width = (last - first).max(calendar::LEAST_MARK);
    let height = calendar::MARK.min(width);
    let area = Rect::new(first.midpoint(last) - width / 2.0, middle - height / 2.0, width, height);
    if mark.certain {
        Shape::rounded(area, height / 2.0, colour)
    } else {
        super::dashed(area, setter.look.palette.quiet)
    }
}
