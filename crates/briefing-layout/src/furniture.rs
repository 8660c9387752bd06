//! The furniture of pages: the title band, and running heads and feet.

use briefing_document::{CaptionedPicture, Document, Running, SlotId, Title};
use briefing_model::{Colour, Direction, ThemeLook};

use crate::brick::Draw;
use crate::globe::globe;
use crate::look::{Voice, bright};
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{emblem, journal, pen, poster, running, title};
use crate::page::{Rect, Role, Shape};
use crate::setter::{Setter, StyledText, TextBox};
use crate::text::{Align, LatinFamily, TextStyle, Weight};

/// The head of the first page: one heading in three lines, the office, the name of the briefing, and the month.
pub(crate) fn title_band(setter: &mut Setter<'_>, title: &Title) -> Vec<Draw> {
    setter.place = "title".to_owned();
    match setter.look.design {
        ThemeLook::Band => band(setter, title),
        ThemeLook::Journal => journal(setter, title),
        ThemeLook::Poster => poster(setter, title),
    }
}

/// A dark band with a globe; the month on an accent-coloured label.
fn band(setter: &mut Setter<'_>, title: &Title) -> Vec<Draw> {
    let look = setter.look;
    let (width, height, margin) = (look.page.0, look.band, look.margin);
    let mut draws = vec![Draw::Shape(Shape::filled(Rect::new(0.0, 0.0, width, height), look.palette.ink))];
    draws.push(Draw::Shape(Shape::filled(Rect::new(0.0, height, width, title::STRIPE), look.palette.accent)));

    let (sign, beside) = sign(setter, title, emblem::MIDDLE.0);
    draws.extend(sign);
    let white = condensed(setter, title::NAME.0, Weight::Bold, Colour::WHITE);
    let kicker = condensed(setter, title::KICKER.0, Weight::Regular, bright(&look.palette, title::KICKER_BRIGHT));
    let room = look.measure();

    let pieces = setter.words(&format!("{} ", title.kicker), &kicker);
    let area = (room - beside, title::KICKER_FOOT - title::KICKER_TOP);
    let set = filled(setter, pieces, area, title::KICKER.1, title::KICKER_LEAST);
    // A long name takes more lines, growing upwards.
    let y = (title::KICKER_FOOT - set.height()).max(title::KICKER_TOP);
    let mut ends = vec![(margin + beside + set.longest(), y + set.height())];
    draws.extend(set.draws(margin + beside, y));
    let pieces = setter.words(&format!("{} ", title.text), &white);
    let wide = room * title::NAME_WIDTH - beside;
    let area = (wide, height - title::LABEL.1 - title::NAME_TOP);
    let set = filled(setter, pieces, area, title::NAME.1, title::NAME_LEAST);
    ends.push((margin + beside + set.longest(), title::NAME_TOP + set.height()));
    draws.extend(set.draws(margin + beside, title::NAME_TOP));
    if let Some(centre) = clear_of(&ends, (width, height)) {
        let globe = globe(look, Rect::new(0.0, 0.0, width, height), centre, title::GLOBE_RADIUS);
        // Behind everything but the ground.
        draws.splice(1..1, globe.into_iter().map(Draw::Shape));
    }

    let style = TextStyle { size: title::MONTH.0, colour: look.palette.on_accent, ..white };
    let period = period(setter, title, &style);
    let natural = setter.natural(&period).min(room);
    let pad = title::LABEL_PAD;
    let left = width - margin - natural - 2.0 * pad.0;
    let chip = Rect::new(left, height - title::LABEL.1, natural + 2.0 * pad.0, title::LABEL.0);
    draws.push(Draw::Shape(Shape::filled(chip, look.palette.accent)));
    let set = setter.set(&period, natural + SAME_WIDTH, title::MONTH.1, Align::Start);
    draws.extend(set.draws(chip.x + pad.0, chip.y + pad.1));
    draws
}

/// The centre of a globe that does not touch words, given the ends of their lines at the bottom; `None` if the band has no space for it.
fn clear_of(ends: &[(f32, f32)], (width, height): (f32, f32)) -> Option<(f32, f32)> {
    let y = height + title::GLOBE.1;
    let far = title::GLOBE_RADIUS + title::GLOBE_CLEAR;
    let beside = |&(end, bottom): &(f32, f32)| end + (far * far - (y - bottom) * (y - bottom)).max(0.0).sqrt();
    let x = ends.iter().map(beside).fold(width - title::GLOBE.0, f32::max);
    (x <= width + title::GLOBE_RADIUS * title::GLOBE_BEYOND).then_some((x, y))
}

/// A title between rules on white paper, with the month at the end of its line.
fn journal(setter: &mut Setter<'_>, title: &Title) -> Vec<Draw> {
    let look = setter.look;
    let (margin, room, palette) = (look.margin, look.measure(), look.palette);
    let (above, below, apart) = journal::RULES;
    let rule = |y, height, colour| Draw::Shape(Shape::filled(Rect::new(margin, y, room, height), colour));
    let mut draws = vec![
        rule(above, pen::HEAVY, palette.ink),
        rule(below, pen::RULE, palette.ink),
        rule(below + apart, pen::RULE, palette.ink),
    ];
    let (sign, beside) = sign(setter, title, emblem::MIDDLE.1);
    draws.extend(sign);
    let (margin, room) = (margin + beside, room - beside);
    let name =
        TextStyle { family: LatinFamily::Text, ..condensed(setter, journal::NAME.0, Weight::Bold, palette.title) };
    let kicker = TextStyle { size: journal::KICKER.0, weight: Weight::Regular, colour: palette.strong, ..name.clone() };
    let month = TextStyle { size: journal::MONTH.0, weight: Weight::Regular, ..name.clone() };

    let pieces = setter.words(&format!("{} ", title.kicker), &kicker);
    let area = (room, journal::KICKER_TOP + journal::KICKER.1 - above - pen::HEAVY);
    let set = filled(setter, pieces, area, journal::KICKER.1, title::KICKER_LEAST);
    // A long name takes more lines, growing upwards.
    let top = (journal::KICKER_TOP + journal::KICKER.1 - set.height()).clamp(above + pen::HEAVY, journal::KICKER_TOP);
    let below = (top + set.height()).max(journal::KICKER_TOP + journal::KICKER.1);
    draws.extend(set.draws(margin, top));
    let words = setter.words(&format!("{} ", title.text), &name);
    let period = period(setter, title, &month);
    let natural = (setter.natural(&period) + SAME_WIDTH).min(room / 2.0);
    let area = (room - natural - journal::APART, journal::NAME_FOOT - below);
    let set = filled(setter, words, area, journal::NAME.1, title::NAME_LEAST);
    let top = (journal::NAME_FOOT - set.height()).max(below);
    draws.extend(set.draws(margin, top));
    let set = fitted(setter, period, natural, journal::MONTH.1, title::NAME_LEAST, Align::End);
    let top = (journal::NAME_FOOT - set.height()).max(below);
    draws.extend(set.draws(margin + room - natural, top));
    draws
}

/// An accent-coloured band with the month in it, larger than anything else.
fn poster(setter: &mut Setter<'_>, title: &Title) -> Vec<Draw> {
    let look = setter.look;
    let (width, margin, room, palette) = (look.page.0, look.margin, look.measure(), look.palette);
    let band = Rect::new(0.0, 0.0, width, look.band);
    let stripe = Rect::new(0.0, look.band - poster::STRIPE, width, poster::STRIPE);
    let mut draws =
        vec![Draw::Shape(Shape::filled(band, palette.accent)), Draw::Shape(Shape::filled(stripe, palette.ink))];
    let (sign, beside) = sign(setter, title, emblem::MIDDLE.2);
    draws.extend(sign);
    let (margin, room) = (margin + beside, room - beside);
    let large = condensed(setter, poster::MONTH.0, Weight::Bold, palette.on_accent);
    let mut line = |text: &str, (size, leading), weight, height| {
        let pieces = setter.words(&format!("{text} "), &TextStyle { size, weight, ..large.clone() });
        filled(setter, pieces, (room, height), leading, title::KICKER_LEAST)
    };
    let tall = poster::TOPS.0 + poster::KICKER.1 - poster::TOP_LEAST;
    let kicker = line(&title.kicker, poster::KICKER, Weight::Regular, tall);
    let name = line(&title.text, poster::NAME, Weight::Bold, poster::NAME.1 * 1.5);
    // A long name takes more lines, growing upwards, and pushes down what follows if there is not enough space.
    let height = kicker.height();
    let top = (poster::TOPS.0 + poster::KICKER.1 - height).clamp(poster::TOP_LEAST, poster::TOPS.0);
    draws.extend(kicker.draws(margin, top));
    let below = (top + height + poster::APART).max(poster::TOPS.1);
    draws.extend(name.draws(margin, below));
    let period = period(setter, title, &large);
    let set = fitted(setter, period, room, poster::MONTH.1, poster::MONTH_LEAST, Align::Start);
    let foot = match look.lang.direction() {
        Direction::LeftToRight => poster::MONTH_FOOT.0,
        Direction::RightToLeft => poster::MONTH_FOOT.1,
    };
    let y = foot - set.height();
    draws.extend(set.draws(margin, y));
    draws
}

/// The office's emblem around a given height, on white if the ground is dark, and how far it moves the words beside it.
fn sign(setter: &mut Setter<'_>, title: &Title, middle: f32) -> (Vec<Draw>, f32) {
    let Some(picture) = &title.emblem else { return (Vec::new(), 0.0) };
    let (columns, rows) = picture.upright_size();
    // Precise enough for a ratio.
    let (width, height) = (columns.max(1) as f32, rows.max(1) as f32);
    let scale = (emblem::ROOM.0 / width).min(emblem::ROOM.1 / height);
    let (width, height) = (width * scale, height * scale);
    let pad = if setter.look.design == ThemeLook::Journal { 0.0 } else { emblem::PAD };
    let plate = Rect::new(setter.look.margin, middle - height / 2.0 - pad, width + 2.0 * pad, height + 2.0 * pad);
    let ground = (pad > 0.0).then(|| Draw::Shape(Shape::filled(plate, Colour::WHITE)));
    let CaptionedPicture { digest, media, orientation, .. } = *picture;
    let area = Rect::new(plate.x + pad, plate.y + pad, width, height);
    let drawn = Draw::Picture { area, digest, media, orientation, slot: SlotId::from_number(setter.slot()) };
    (ground.into_iter().chain([drawn]).collect(), plate.width + emblem::BESIDE)
}

fn condensed(setter: &Setter<'_>, size: f32, weight: Weight, colour: Colour) -> TextStyle {
    TextStyle { family: LatinFamily::Condensed, weight, size, colour, ..setter.look.voice(Voice::Body).style }
}

/// The month's name and the year, one of them bold.
fn period(setter: &mut Setter<'_>, title: &Title, style: &TextStyle) -> Vec<StyledText> {
    let last = title.period.len().saturating_sub(1);
    let mut pieces = Vec::new();
    for (index, part) in title.period.iter().enumerate() {
        let weight = if part.strong { Weight::Bold } else { Weight::Regular };
        let space = if index < last { " " } else { "" };
        pieces.extend(setter.words(&format!("{}{space}", part.text), &TextStyle { weight, ..style.clone() }));
    }
    pieces
}

/// Pieces on one line, set smaller if they are too long, but no smaller than a share of their size; beyond that they take more lines.
fn fitted(
    setter: &mut Setter<'_>,
    pieces: Vec<StyledText>,
    room: f32,
    leading: f32,
    least: f32,
    align: Align,
) -> TextBox {
    let natural = setter.natural(&pieces);
    let scale = if natural > room { (room / natural * title::SHRUNK).max(least) } else { 1.0 };
    let pieces: Vec<StyledText> = pieces
        .into_iter()
        .map(|piece| StyledText { style: TextStyle { size: piece.style.size * scale, ..piece.style }, ..piece })
        .collect();
    setter.set(&pieces, room, leading * scale.max(title::LEADING_LEAST), align)
}

/// Pieces as large as an area allows: on one line if that keeps them near their size, otherwise on several, with leading in proportion.
fn filled(
    setter: &mut Setter<'_>,
    pieces: Vec<StyledText>,
    (room, height): (f32, f32),
    leading: f32,
    least: f32,
) -> TextBox {
    let natural = setter.natural(&pieces);
    let on_one = if natural > room { room / natural * title::SHRUNK } else { 1.0 };
    if on_one >= title::ONE_LINE {
        return fitted(setter, pieces, room, leading, least, Align::Start);
    }
    let mut best: Option<(f32, TextBox)> = None;
    for lines in 1..=title::MOST_LINES {
        let mut scale = (height / (leading * lines as f32)).min(1.0);
        while scale >= least && best.as_ref().is_none_or(|(best, _)| scale > *best) {
            let smaller = |piece: &StyledText| {
                let style = TextStyle { size: piece.style.size * scale, ..piece.style.clone() };
                StyledText { style, ..piece.clone() }
            };
            let pieces: Vec<StyledText> = pieces.iter().map(smaller).collect();
            let set = setter.set(&pieces, room, leading * scale, Align::Start);
            // A word longer than the line would be cut.
            if set.lines.len() <= lines && setter.extent(&pieces).least <= room {
                best = Some((scale, set));
                break;
            }
            scale *= title::STEP;
        }
    }
    best.map_or_else(|| fitted(setter, pieces, room, leading, least, Align::Start), |(_, set)| set)
}

/// The running head and foot of a page, counted from one.
pub(crate) fn heads_and_feet(setter: &mut Setter<'_>, document: &Document, page: usize, pages: usize) -> Vec<Draw> {
    let mut draws = Vec::new();
    if page > 1 {
        draws.extend(head(setter, &document.running));
    }
    draws.extend(foot(setter, &document.running, page, pages));
    draws
}

fn head(setter: &mut Setter<'_>, running: &Running) -> Vec<Draw> {
    let look = setter.look;
    let colour = match look.design {
        ThemeLook::Band => Some(look.palette.ink),
        ThemeLook::Poster => Some(look.palette.accent),
        ThemeLook::Journal => None,
    };
    let bar = |colour| Draw::Shape(Shape::filled(Rect::new(0.0, 0.0, look.page.0, running::BAR), colour));
    let mut draws: Vec<Draw> = colour.into_iter().map(bar).collect();
    let style = tiny(setter, Weight::Regular);
    let start = Setter::untagged(&running.head_start, &style);
    let strong = TextStyle { colour: setter.look.palette.strong, ..tiny(setter, Weight::Bold) };
    let end = Setter::untagged(&running.head_end, &strong);
    let (words, below) = pair(setter, start, end, 0.0);
    // Lines are added upwards, so that the text below keeps its distance.
    let y = (running::HEAD_FOOT - below).max(running::HEAD_TOP);
    if look.design == ThemeLook::Journal {
        let rule = Rect::new(look.margin, y + below + running::BELOW_RULE / 2.0, look.measure(), pen::RULE);
        draws.push(Draw::Shape(Shape::filled(rule, look.palette.ink)));
    }
    draws.extend(words.into_iter().map(|draw| draw.shifted(0.0, y)));
    draws
}

/// How far the foot of all pages moves up to keep its last line clear of the edge of the paper.
pub(crate) fn foot_rise(setter: &mut Setter<'_>, running: &Running) -> f32 {
    let Some(disclaimer) = &running.disclaimer else { return 0.0 };
    let (_, below) = foot_line(setter, running, (MOST_PAGES, MOST_PAGES), running::BELOW_RULE);
    let height = below + self::disclaimer(setter, running, disclaimer).height();
    (height + running::EDGE - running::FOOT).clamp(0.0, setter.look.page.1 * running::MOST_RISE)
}

/// The page count with which the foot is measured: the most digits to allow for.
const MOST_PAGES: usize = 99;

fn foot(setter: &mut Setter<'_>, running: &Running, page: usize, pages: usize) -> Vec<Draw> {
    let y = setter.look.page.1 - running::FOOT - foot_rise(setter, running);
    let look = setter.look;
    let rule = Rect::new(look.margin, y, look.measure(), pen::RULE);
    let mut draws = vec![Draw::Shape(Shape::filled(rule, look.palette.hairline))];
    let (words, below) = foot_line(setter, running, (page, pages), y + running::BELOW_RULE);
    draws.extend(words);
    if let Some(disclaimer) = &running.disclaimer {
        let set = self::disclaimer(setter, running, disclaimer);
        draws.extend(artifacts(set.draws(setter.look.margin, below)));
    }
    draws
}

/// The words of the foot: the office and the issue, and the page.
fn foot_line(setter: &mut Setter<'_>, running: &Running, (page, pages): (usize, usize), y: f32) -> (Vec<Draw>, f32) {
    let style = tiny(setter, Weight::Regular);
    let strong = TextStyle { colour: setter.look.palette.title, ..tiny(setter, Weight::Bold) };
    let mut start = Setter::untagged(&running.foot_mark, &strong);
    if !running.foot_start.is_empty() {
        let space = if running.foot_mark.is_empty() { "" } else { "\u{2002}" };
        start.extend(Setter::untagged(&format!("{space}{}", running.foot_start), &style));
    }
    let end = Setter::untagged(&running.page_line(page, pages), &style);
    pair(setter, start, end, y)
}

fn disclaimer(setter: &mut Setter<'_>, running: &Running, words: &str) -> TextBox {
    let style = TextStyle { lang: running.disclaimer_language, ..tiny(setter, Weight::Regular) };
    let pieces = Setter::untagged(words, &style);
    fitted(setter, pieces, setter.look.measure(), running::DISCLAIMER, running::LEAST.0, Align::Start)
}

fn tiny(setter: &Setter<'_>, weight: Weight) -> TextStyle {
    TextStyle { weight, ..setter.look.voice(Voice::Tiny).style }
}

/// Words at both ends of a line, of which the longer wraps, and how far down they reach.
fn pair(setter: &mut Setter<'_>, start: Vec<StyledText>, end: Vec<StyledText>, y: f32) -> (Vec<Draw>, f32) {
    let measure = setter.look.measure();
    let end_width = setter.natural(&end).min(measure * running::END_MOST) + SAME_WIDTH;
    let start =
        fitted(setter, start, measure - end_width - running::APART, running::LEADING, running::LEAST.0, Align::Start);
    let end = fitted(setter, end, end_width, running::LEADING, running::LEAST.1, Align::End);
    let margin = setter.look.margin;
    let below = y + start.height().max(end.height());
    let mut draws = artifacts(start.draws(margin, y));
    draws.extend(artifacts(end.draws(margin + measure - end_width, y)));
    (draws, below)
}

fn artifacts(draws: Vec<Draw>) -> Vec<Draw> {
    draws
        .into_iter()
        .map(|draw| match draw {
            Draw::Runs { x, y, width, runs, .. } => Draw::Runs { x, y, width, runs, role: Some(Role::Running) },
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_globe_stays_clear_of_the_words_of_the_title() {
        let band = (595.0, 142.0);
        let far = title::GLOBE_RADIUS + title::GLOBE_CLEAR;
        assert_eq!(clear_of(&[(150.0, 50.0), (200.0, 100.0)], band).map(|(x, _)| x), Some(band.0 - title::GLOBE.0));
        for end in [300.0, 350.0, 400.0, 500.0] {
            let (x, y) = clear_of(&[(200.0, 50.0), (end, 100.0)], band).unwrap();
            assert!((x - end).hypot(y - 100.0) >= far - 0.01, "{end}: {x}");
        }
        // So much of it would be off the paper that it would not look like a globe.
        assert_eq!(clear_of(&[(570.0, 100.0)], band), None);
    }
}
