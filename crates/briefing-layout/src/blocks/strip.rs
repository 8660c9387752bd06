//! The closing band: short statements side by side on a dark ground that extends to the edges of the paper.

use briefing_document::{Block, Contact, Inlines, PillarItem, Section, SectionRole};
use briefing_model::ThemeLook;

use super::Room;
use crate::brick::{Anchor, Break, Brick, Draw, Flow, Panel};
use crate::code::code;
use crate::globe::globe;
use crate::look::{ClosingColours, Look, Type, Voice};
use crate::measures::{globe as globe_measures, pen, strip};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, TextBox};
use crate::text::{Align, LatinFamily, TextStyle, Weight};

/// Whether a section consists only of what the band can show; anything else would be lost on its dark ground.
pub(super) fn suits(section: &Section) -> bool {
    section.role == SectionRole::Strip
        && section.blocks.iter().all(|block| matches!(block, Block::Pillars(_) | Block::Contact(_)))
}

/// The size of the band's words, and the number of statements per row.
#[derive(Debug, Clone, Copy)]
struct Scale {
    words: f32,
    per_row: usize,
}

impl Scale {
    /// On a page with other content.
    fn beside(frame: Room) -> Self {
        Self { words: 1.0, per_row: frame.choose(strip::PER_ROW) }
    }

    /// On the last page alone, as the back of the issue.
    const ALONE: Self = Self { words: strip::ALONE, per_row: strip::PER_ROW_ALONE };

    fn voice(self, look: &Look, voice: Voice) -> Type {
        let Type { style, leading } = look.voice(voice);
        Type { style: TextStyle { size: style.size * self.words, ..style }, leading: leading * self.words }
    }
}

/// Consecutive sections as one band across the page, each with its number; set larger if they have the page to themselves.
pub(super) fn strip(setter: &mut Setter<'_>, sections: &[(usize, &Section)], frame: Room, alone: bool) -> Flow {
    let scale = if alone { Scale::ALONE } else { Scale::beside(frame) };
    let mut flow = Flow::default();
    flow.push(Brick::new(strip::PAD * scale.words));
    for (at, (number, section)) in sections.iter().enumerate() {
        setter.begin_section(*number);
        setter.place.clone_from(&section.anchor);
        if let [Block::Contact(contact)] = section.blocks.as_slice() {
            flow.push(self::contact(setter, section, contact, at == 0, (frame, scale)));
            continue;
        }
        flow.push(heading(setter, section, (frame, scale)));
        for block in &section.blocks {
            if let Block::Pillars(pillars) = block {
                let colours = setter.look.closing();
                flow.append(self::pillars(setter, pillars, (frame, scale), colours));
            }
        }
    }
    let words = flow.bricks.iter().map(|brick| brick.gap + brick.stretch + brick.height).sum();
    flow.push(Brick::new(strip::PAD).gap(0.0, strip::GROWS).before(Break::Never));
    flow.panels.push(Panel { padding: 0.0, words, paint: ground });
    for brick in &mut flow.bricks {
        brick.panel = Some(flow.panels.len() - 1);
    }
    flow.unbroken()
}

fn heading(setter: &mut Setter<'_>, section: &Section, (frame, scale): (Room, Scale)) -> Brick {
    let kind = scale.voice(setter.look, Voice::Section);
    let style = TextStyle { colour: setter.look.closing().words, ..kind.style.clone() };
    let pieces = setter.words(&section.heading, &style);
    let set = setter.set(&pieces, frame.inner(), kind.leading, Align::Start);
    let mut heading = Brick::new(set.height()).gap(0.0, strip::ROW_GROWS);
    heading.draws = set.draws(frame.inset, 0.0);
    heading.anchors.push(Anchor::Bookmark(section.heading.to_string(), 2));
    heading
}

/// The addresses of the office, side by side, next to the QR code.
fn contact(
    setter: &mut Setter<'_>,
    section: &Section,
    contact: &Contact,
    first: bool,
    (frame, scale): (Room, Scale),
) -> Brick {
    let colours = setter.look.closing();
    let side = strip::CODE * scale.words;
    let code = contact.code.as_ref().and_then(|address| code(setter.look, address, side));
    let start = frame.inset + if code.is_some() { side + strip::BESIDE_CODE } else { 0.0 };
    let room = frame.inset + frame.inner() - start;

    let kind = scale.voice(setter.look, Voice::Unit);
    let pieces = setter.words(&section.heading, &TextStyle { colour: colours.words, ..kind.style.clone() });
    let heading = setter.set(&pieces, room, kind.leading, Align::Start);
    let below = heading.height() + strip::BELOW_CONTACT;
    let mut draws = heading.draws(start, 0.0);
    let kind = scale.voice(setter.look, Voice::Compact);
    let small = TextStyle { family: LatinFamily::Condensed, colour: colours.label, ..kind.style.clone() };
    let words = TextStyle { colour: colours.words, ..kind.style.clone() };
    let mut height = below;
    for row in rows(setter, contact, &words, room) {
        let top = if height > below { height + strip::BELOW_CONTACT } else { height };
        let mut x = start;
        for ((label, text), width) in row {
            let pieces = setter.words(&format!("{label} "), &small);
            let label = setter.set(&pieces, width, kind.leading, Align::Start);
            let mut pieces = setter.pieces(text, &words);
            // The colour of links is made for white paper.
            pieces.iter_mut().for_each(|piece| piece.style.colour = colours.words);
            let text = setter.set(&pieces, width, kind.leading, Align::Start);
            let under = top + label.height();
            height = height.max(under + text.height());
            draws.extend(label.draws(x, top));
            draws.extend(text.draws(x, under));
            x += width + strip::BETWEEN;
        }
    }
    if let Some(code) = code {
        height = height.max(side);
        draws.extend(code.into_iter().map(|shape| Draw::Shape(shape.shifted(frame.inset, 0.0))));
    }
    let above = strip::ABOVE_CONTACT * scale.words;
    let gap = if first { 0.0 } else { above };
    let mut brick = Brick::new(height).gap(gap, 0.0).before(Break::Never);
    if !first {
        let rule = Rect::new(frame.inset, -above / 2.0, frame.inner(), pen::RULE);
        brick.draws.push(Draw::Shape(Shape::filled(rule, colours.rule)));
    }
    brick.draws.extend(draws);
    brick.anchors.push(Anchor::Bookmark(section.heading.to_string(), 2));
    brick
}

/// The label and text of an address, and its width.
type Address<'a> = (&'a (String, Inlines), f32);

/// Addresses side by side with their widths, in two rows if more than one would otherwise wrap.
fn rows<'a>(setter: &mut Setter<'_>, contact: &'a Contact, style: &TextStyle, room: f32) -> Vec<Vec<Address<'a>>> {
    let wants = contact.entries.iter().map(|(label, text)| {
        let label = Setter::untagged(label, style);
        let text = setter.unmarked(text, style);
        setter.natural(&label).max(setter.natural(&text)) + strip::END
    });
    let wants: Vec<f32> = wants.collect();
    let per_row = per_row(&wants, room);
    let rows = contact.entries.chunks(per_row).zip(wants.chunks(per_row));
    rows.map(|(entries, wants)| entries.iter().zip(side_by_side(wants, room)).collect()).collect()
}

/// The number of addresses per row, from the widths they need.
fn per_row(wants: &[f32], room: f32) -> usize {
    let parted = side_by_side(wants, room).iter().zip(wants).filter(|(width, want)| width < want).count();
    let count = wants.len().max(1);
    if parted > 1 && count > 2 { count.div_ceil(2) } else { count }
}

fn side_by_side(wants: &[f32], room: f32) -> Vec<f32> {
    share(wants, room - strip::BETWEEN * wants.len().saturating_sub(1) as f32)
}

/// The widths of items side by side: equal if all fit their share; otherwise short items leave what they do not need to long ones.
fn share(wants: &[f32], room: f32) -> Vec<f32> {
    let even = room / wants.len().max(1) as f32;
    if wants.iter().all(|want| *want <= even) {
        return vec![even; wants.len()];
    }
    let mut widths: Vec<(usize, f32)> = wants.iter().copied().enumerate().collect();
    widths.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (mut left, mut others) = (room, wants.len());
    for (_, width) in &mut widths {
        let share = left / others as f32;
        // The longest item gets what is left.
        *width = if others == 1 { share } else { width.min(share) };
        left -= *width;
        others -= 1;
    }
    widths.sort_by_key(|(number, _)| *number);
    widths.into_iter().map(|(_, width)| width).collect()
}

/// The addresses within running text, a paragraph each.
pub(super) fn contact_as_text(setter: &mut Setter<'_>, contact: &Contact, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Body);
    let bold = TextStyle { weight: Weight::Bold, ..kind.style.clone() };
    let mut flow = Flow::default();
    for (label, text) in &contact.entries {
        let mut pieces = setter.words(&format!("{label} "), &bold);
        pieces.extend(setter.pieces(text, &kind.style));
        let set = setter.set(&pieces, frame.inner(), kind.leading, Align::Start);
        flow.append(Flow { bricks: set.bricks(frame.inset), ..Flow::default() });
    }
    flow
}

/// The dark ground, extending to the edges of the paper; if it is tall, a globe rises in it.
fn ground(look: &Look, panel: &Panel, (width, height): (f32, f32)) -> Vec<Shape> {
    let area = Rect::new(-look.margin, 0.0, look.page.0, height);
    if look.design == ThemeLook::Journal {
        return vec![Shape::filled(Rect::new(0.0, 0.0, look.measure(), pen::HEAVY), look.palette.ink)];
    }
    let mut shapes = vec![Shape::filled(area, look.palette.ink)];
    let (aside, down) = strip::GLOBE;
    let (least, largest) = strip::GLOBE_RADIUS;
    let radius = ((height - panel.words - strip::CLEAR) / (1.0 - down)).min(largest);
    if radius >= least {
        // Viewers that round the edge of a clip to whole pixels would let the globe's lines out of the band.
        let within = Rect { height: height - globe_measures::WITHIN, ..area };
        shapes.extend(globe(look, within, (width - aside, height + radius * down), radius));
    }
    shapes
}

/// The pillars within running text, in its colours.
pub(super) fn pillars_as_text(setter: &mut Setter<'_>, pillars: &[PillarItem], frame: Room) -> Flow {
    let colours = setter.look.open();
    self::pillars(setter, pillars, (frame, Scale::beside(frame)), colours)
}

/// Sets the statements in rows.
fn pillars(
    setter: &mut Setter<'_>,
    pillars: &[PillarItem],
    (frame, scale): (Room, Scale),
    colours: ClosingColours,
) -> Flow {
    let mut flow = Flow::default();
    let above = strip::ABOVE_ROW * scale.words;
    for row in pillars.chunks(scale.per_row) {
        let mut columns = Vec::new();
        let count = row.len() as f32;
        let width = (frame.inner() - strip::BETWEEN * (count - 1.0)) / count;
        for pillar in row {
            columns.push(column(setter, pillar, (width, scale), colours));
        }
        let height =
            columns.iter().map(|(label, text)| label.height() + strip::LABEL + text.height()).fold(0.0, f32::max);
        let mut brick = Brick::new(height).gap(above, strip::ROW_GROWS).before(Break::Never);
        let mut x = frame.inset;
        for (label, text) in columns {
            let rule = Rect::new(x, 0.0, pen::STRONG, height);
            brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.accent)));
            let below = label.height() + strip::LABEL;
            brick.draws.extend(label.draws(x + strip::INDENT, 0.0));
            brick.draws.extend(text.draws(x + strip::INDENT, below));
            x += width + strip::BETWEEN;
        }
        flow.push(brick);
    }
    flow
}

fn column(
    setter: &mut Setter<'_>,
    pillar: &PillarItem,
    (width, scale): (f32, Scale),
    colours: ClosingColours,
) -> (TextBox, TextBox) {
    let kind = scale.voice(setter.look, Voice::Compact);
    let small = TextStyle {
        family: LatinFamily::Condensed,
        colour: colours.label,
        size: kind.style.size * strip::LABEL_SIZE.0,
        ..kind.style.clone()
    };
    let large = TextStyle { weight: Weight::Bold, size: kind.style.size * strip::LABEL_SIZE.1, ..small.clone() };
    let mut pieces = setter.words(&pillar.lead(), &small);
    pieces.extend(setter.words(&pillar.numeral, &large));
    let label = setter.set(&pieces, width - strip::INDENT, large.size * strip::LABEL_LEADING, Align::Start);
    let words = TextStyle { colour: colours.words, ..kind.style.clone() };
    let pieces = setter.pieces(&pillar.text, &words);
    let text = setter.set(&pieces, width - strip::INDENT - strip::END, kind.leading, Align::Start);
    (label, text)
}

#[cfg(test)]
mod tests {
    use briefing_document::Style;
    use briefing_model::{Language, Theme};

    use super::*;

    #[test]
    fn an_address_has_the_room_that_others_leave() {
        assert_eq!(share(&[50.0, 60.0, 40.0], 300.0), [100.0, 100.0, 100.0]);
        assert_eq!(share(&[50.0, 260.0, 40.0], 300.0), [50.0, 210.0, 40.0]);
        assert_eq!(share(&[110.0, 260.0, 40.0], 300.0), [110.0, 150.0, 40.0]);
        assert_eq!(share(&[200.0, 260.0], 300.0), [150.0, 150.0]);
    }

    #[test]
    fn addresses_stand_in_two_rows_rather_than_be_parted() {
        assert_eq!(per_row(&[90.0, 90.0, 90.0, 60.0], 500.0), 4);
        assert_eq!(per_row(&[290.0, 90.0, 90.0, 60.0], 500.0), 4, "one long address takes two lines");
        assert_eq!(per_row(&[150.0, 110.0, 110.0, 60.0], 330.0), 2);
        assert_eq!(per_row(&[200.0, 200.0], 330.0), 2);
        assert_eq!(per_row(&[], 330.0), 1);
    }

    #[test]
    fn a_globe_rises_only_where_a_band_has_room_for_it() {
        let look = Look::new(&Style::from(&Theme::default()), Language::En);
        let panel = Panel { padding: 0.0, words: 100.0, paint: ground };
        let has_globe = |height: f32| ground(&look, &panel, (look.measure(), height)).len() > 1;
        assert!(!has_globe(176.0), "so small a globe is a smudge");
        assert!(has_globe(184.0));
    }
}
