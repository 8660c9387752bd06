//! The closing band: short statements side by side on a dark ground that reaches the edges of the paper.

use briefing_document::{Block, PillarItem, Section};
use briefing_model::Colour;

use super::Room;
use crate::brick::{Anchor, Break, Brick, Draw, Flow, Panel};
use crate::globe::globe;
use crate::look::{Look, Voice, bright};
use crate::measures::{pen, strip};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, TextBox};
use crate::text::{Align, LatinFamily, TextStyle, Weight};

/// Whether a section is made of what the band shows; anything else would be lost on its dark ground.
pub(super) fn suits(section: &Section) -> bool {
    section.blocks.iter().all(|block| matches!(block, Block::Pillars(_)))
}

/// A section as a band across the page.
pub(super) fn strip(setter: &mut Setter<'_>, section: &Section, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Section);
    let style = TextStyle { colour: Colour::WHITE, ..kind.style.clone() };
    let pieces = setter.words(&section.heading, &style);
    let set = setter.set(&pieces, frame.inner(), kind.leading, Align::Start);
    let mut flow = Flow::default();
    flow.push(Brick::new(strip::PAD));
    let mut heading = Brick::new(set.height()).gap(0.0, strip::ROW_GROWS);
    heading.draws = set.draws(frame.inset, 0.0);
    heading.anchors.push(Anchor::Bookmark(section.heading.to_string(), 2));
    flow.push(heading);
    for block in &section.blocks {
        if let Block::Pillars(pillars) = block {
            flow.append(self::pillars(setter, pillars, frame));
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

/// The dark ground, out to the edges of the paper; where it is tall, a globe rises in it.
fn ground(look: &Look, panel: &Panel, (width, height): (f32, f32)) -> Vec<Shape> {
    let area = Rect::new(-look.margin, 0.0, look.page.0, height);
    let mut shapes = vec![Shape::filled(area, look.palette.ink)];
    let (aside, down) = strip::GLOBE;
    let (least, largest) = strip::GLOBE_RADIUS;
    let radius = ((height - panel.words - strip::CLEAR) / (1.0 - down)).min(largest);
    if radius >= least {
        shapes.extend(globe(look, area, (width - aside, height + radius * down), radius));
    }
    shapes
}

/// The statements, four in a row.
pub(super) fn pillars(setter: &mut Setter<'_>, pillars: &[PillarItem], frame: Room) -> Flow {
    let mut flow = Flow::default();
    let per_row = frame.choose(strip::PER_ROW);
    for row in pillars.chunks(per_row) {
        let mut columns = Vec::new();
        let count = row.len() as f32;
        let width = (frame.inner() - strip::BETWEEN * (count - 1.0)) / count;
        for pillar in row {
            columns.push(column(setter, pillar, width));
        }
        let height =
            columns.iter().map(|(label, text)| label.height() + strip::LABEL + text.height()).fold(0.0, f32::max);
        let mut brick = Brick::new(height).gap(strip::ABOVE_ROW, strip::ROW_GROWS).before(Break::Never);
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

fn column(setter: &mut Setter<'_>, pillar: &PillarItem, width: f32) -> (TextBox, TextBox) {
    let kind = setter.look.voice(Voice::Compact);
    let bright = bright(&setter.look.palette, strip::LABEL_BRIGHT);
    let small = TextStyle {
        family: LatinFamily::Condensed,
        colour: bright,
        size: kind.style.size * strip::LABEL_SIZE.0,
        ..kind.style.clone()
    };
    let large = TextStyle { weight: Weight::Bold, size: kind.style.size * strip::LABEL_SIZE.1, ..small.clone() };
    let mut pieces = setter.words(&pillar.lead(), &small);
    pieces.extend(setter.words(&pillar.numeral, &large));
    let label = setter.set(&pieces, width - strip::INDENT, large.size * strip::LABEL_LEADING, Align::Start);
    let white = TextStyle { colour: Colour::WHITE, ..kind.style.clone() };
    let pieces = setter.pieces(&pillar.text, &white);
    let text = setter.set(&pieces, width - strip::INDENT - strip::END, kind.leading, Align::Start);
    (label, text)
}
