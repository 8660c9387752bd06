//! Setting blocks: turns a section of the document into a flow of bricks, with its meaning in its own tag tree.

mod calendar;
mod chart;
mod event;
mod figures;
mod lead;
mod organization;
mod steps;
mod strip;
mod table;

use briefing_document::{Block, EventItem, Inlines, ItemMarks, List, Note, Section, SectionRole};
use briefing_model::{Colour, ThemeLook};

use crate::brick::{Anchor, Break, Brick, Draw, Flow, Panel};
use crate::look::{Look, Type, Voice};
use crate::measures::{chart as chart_measures, pen, poster, text};
use crate::page::{Contour, Rect, Shape, Stroke};
use crate::setter::{Setter, TextBox};
use crate::text::{Align, LatinFamily, TextStyle, Weight};
use crate::weights;

pub(crate) use figures::widest;

/// The width in which a section is set, and its surroundings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub(crate) width: f32,
    pub(crate) wide: bool,
    /// The distance from the edge of the frame to its text.
    pub(crate) inset: f32,
    /// Whether it is set tighter than preferred, with less white around charts and tables.
    pub(crate) tight: bool,
}

impl Room {
    /// The width inside the inset.
    pub(crate) fn inner(self) -> f32 {
        (self.width - 2.0 * self.inset).max(1.0)
    }

    /// The first of two values across the page, the second in a column.
    pub(crate) fn choose<T>(self, (wide, column): (T, T)) -> T {
        if self.wide { wide } else { column }
    }

    /// The white for a measure, reduced if the setting is tight.
    pub(crate) fn white(self, measure: f32) -> f32 {
        if self.tight { measure * text::TIGHT } else { measure }
    }
}

/// Whether a section belongs in the closing band. Consecutive sections that do share one band.
pub(crate) fn closes(section: &Section) -> bool {
    strip::suits(section)
}

/// The closing band made of sections, each with its number; set larger if it has a page to itself.
pub(crate) fn closing_band(setter: &mut Setter<'_>, sections: &[(usize, &Section)], alone: bool) -> Flow {
    let frame = Room { width: setter.look.measure(), wide: true, inset: 0.0, tight: false };
    strip::strip(setter, sections, frame, alone)
}

/// Sets a section in a column or across the page, at its preferred spacing or tighter.
pub(crate) fn section(setter: &mut Setter<'_>, section: &Section, wide: bool, tight: bool) -> Flow {
    setter.place.clone_from(&section.anchor);
    let width = if wide { setter.look.measure() } else { setter.look.column() };
    let inset = if section.role == SectionRole::Panel { text::PANEL_PAD.0 } else { 0.0 };
    let frame = Room { width, wide, inset, tight };
    let mut flow = match section.role {
        SectionRole::Lead => lead::lead(setter, section, frame).unwrap_or_else(|| plain(setter, section, frame)),
        SectionRole::Text | SectionRole::Panel | SectionRole::Exhibit | SectionRole::Strip => {
            plain(setter, section, frame)
        }
    };
    flow.is_exhibit = section.role == SectionRole::Exhibit;
    if !wide {
        flow.set_on_grid(setter.look.grid());
        flow.head_as_above_text(text::BELOW_HEADING);
    }
    flow
}

fn plain(setter: &mut Setter<'_>, section: &Section, frame: Room) -> Flow {
    let mut flow = heading(setter, section, frame);
    // The heading is kept with at least the beginning of its content.
    let mut after_heading = true;
    let (mut after_text, mut after_figures, mut about_figures) = (false, false, false);
    for group in section.groups() {
        let mut set = blocks(setter, group, frame);
        let kept_with_figures = kept_with_figures(setter.look, group, [&flow, &set]);
        if let Some(split) = kept_with_figures.filter(|_| after_figures || about_figures)
            && let Some(first) = set.bricks.first_mut()
        {
            first.before = Break::At(split);
        }
        if matches!(group.first(), Some(Block::Calendar(_))) {
            repeat_heading(setter, &section.heading, &mut set, frame);
        }
        // The sentence that introduces a table is kept with at least its beginning.
        if after_text
            && matches!(group.first(), Some(Block::Table(_)))
            && !(kept_with_figures.is_some() && about_figures)
            && let Some(first) = set.bricks.first_mut()
        {
            first.before = Break::Never;
        }
        // A sentence about the figures above it is kept with them.
        if after_figures && matches!(group.first(), Some(Block::Paragraph(_))) && set.bricks.len() <= text::FEW_LINES {
            for brick in &mut set.bricks {
                if let Break::At(cost) = brick.before {
                    brick.before = Break::At(cost + weights::WHOLE_SPLIT);
                }
            }
        }
        after_text = matches!(group.first(), Some(Block::Paragraph(_)));
        about_figures = after_figures && after_text && set.bricks.len() <= text::FEW_LINES;
        after_figures = matches!(group.first(), Some(Block::KeyFigures(_)));
        if after_heading && let Some(first) = set.bricks.first_mut() {
            first.before = Break::Never;
            first.between.clear();
            first.gap = first.gap.min(text::BELOW_HEADING);
            first.stretch = text::GROWS_LITTLE;
        }
        after_heading = matches!(group.first(), Some(Block::Heading(_)));
        flow.append(set);
    }
    if section.role == SectionRole::Panel {
        flow.panels.push(Panel { padding: text::PANEL_PAD.1, words: 0.0, paint: paint_panel });
        let panel = flow.panels.len() - 1;
        for brick in &mut flow.bricks {
            brick.panel = Some(panel);
            // A box is a unit: splitting it is a last resort.
            if let Break::At(cost) = brick.before {
                brick.before = Break::At(cost + weights::WHOLE_SPLIT);
            }
        }
    }
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    if section.role == SectionRole::Text
        && section.blocks.iter().all(is_paragraph)
        && flow.bricks.len() <= 1 + text::SHORT_SECTION
    {
        for brick in &mut flow.bricks {
            if let Break::At(cost) = brick.before {
                brick.before = Break::At(cost + weights::SHORT_ITEM_SPLIT);
            }
        }
    }
    // To fill a column, white is added between sections before it is added between items.
    flow.lead(text::ABOVE_SECTION, 2.0 * setter.look.grid(), Break::At(weights::BETWEEN_SECTIONS));
    flow
}

fn blocks(setter: &mut Setter<'_>, group: &[Block], frame: Room) -> Flow {
    let events: Vec<&EventItem> =
        group.iter().filter_map(|block| if let Block::Event(event) = block { Some(event) } else { None }).collect();
    if !events.is_empty() {
        return event::events(setter, &events, frame);
    }
    match group.first() {
        Some(Block::Heading(text)) => unit_heading(setter, text, frame),
        Some(Block::Paragraph(text)) => paragraph(setter, text, frame),
        Some(Block::List(list)) => list_of(setter, list, frame),
        Some(Block::Calendar(calendar)) => calendar::calendar(setter, calendar, frame),
        Some(Block::Figure(figure)) => figures::figure(setter, figure, frame),
        Some(Block::Table(table)) => table::table(setter, table, frame),
        Some(Block::KeyFigures(figures)) => figures::key_figures(setter, figures, frame),
        Some(Block::Chart(chart)) => chart::chart(setter, chart, frame),
        Some(Block::Organization(organization)) => organization::organization(setter, organization, frame),
        Some(Block::Pillars(pillars)) => strip::pillars_as_text(setter, pillars, frame),
        Some(Block::Notes(notes)) => notes_of(setter, notes, frame),
        Some(Block::Pointer(text)) => pointer(setter, text, frame),
        Some(Block::Contact(contact)) => strip::contact_as_text(setter, contact, frame),
        Some(Block::Event(_)) | None => Flow::default(),
    }
}

/// A heading of level 2: a rule with a bold beginning, and the words below it.
fn heading(setter: &mut Setter<'_>, section: &Section, frame: Room) -> Flow {
    let palette = setter.look.palette;
    let kind = setter.look.voice(Voice::Section);
    let pieces = setter.words(&section.heading, &kind.style);
    let text = setter.balanced(&pieces, frame.inner(), kind.leading);
    let ruled = section.role != SectionRole::Panel;
    let above = if ruled { text::RULE_TO_HEADING } else { 0.0 };
    let mut brick = Brick::new(above + text.height());
    let filled = |x, y, width, height, colour| Draw::Shape(Shape::filled(Rect::new(x, y, width, height), colour));
    match setter.look.design {
        ThemeLook::Band if ruled => {
            brick.draws.push(filled(0.0, text::RULE_DOWN, frame.width, pen::RULE, palette.hairline));
            brick.draws.push(filled(0.0, 0.0, text::RULE_START.0, text::RULE_START.1, palette.accent));
        }
        ThemeLook::Journal if ruled => {
            brick.draws.push(filled(0.0, 0.0, frame.width, pen::STRONG, palette.ink));
        }
        ThemeLook::Poster if ruled => {
            brick.draws.push(filled(0.0, 0.0, frame.width, poster::RULE, palette.accent));
        }
        ThemeLook::Band | ThemeLook::Journal | ThemeLook::Poster => {}
    }
    brick.draws.extend(text.draws(frame.inset, above));
    brick.anchors.push(Anchor::Bookmark(section.heading.to_string(), 2));
    let mut flow = Flow::default();
    flow.push(brick);
    flow
}

/// The cost of separating figures from what illustrates them below: the month at a glance, or a chart or table with few rows, if both
/// together take no more than about a third of a page. `None` if they may be separated freely.
fn kept_with_figures(look: &Look, group: &[Block], both: [&Flow; 2]) -> Option<f32> {
    let rows = match group.first()? {
        // In a single column, the lead leaves too little space on the first page for the whole glance.
        Block::Calendar(_) => return (!look.is_single).then_some(weights::WHOLE_SPLIT),
        Block::Chart(chart) => chart.rows.len(),
        Block::Table(table) => table.rows.len(),
        _ => return None,
    };
    let height = |flow: &Flow| flow.bricks.iter().map(|brick| brick.height + brick.gap).sum::<f32>();
    let height: f32 = both.into_iter().map(height).sum();
    let is_small = rows <= chart_measures::SHORT && height < (look.bottom - look.top) * text::KEPT_FIGURES;
    is_small.then_some(weights::FIGURES_SPLIT)
}

/// Adds a heading above the header bricks that are repeated where a flow continues.
fn repeat_heading(setter: &mut Setter<'_>, heading: &str, flow: &mut Flow, frame: Room) {
    let kind = setter.look.voice(Voice::Section);
    let set = heading_again(setter, heading, &kind, frame);
    let above = set.height() + text::BELOW_HEADING;
    let draws = set.draws(frame.inset, 0.0);
    for header in &mut flow.headers {
        header.height += above;
        header.draws = std::mem::take(&mut header.draws).into_iter().map(|draw| draw.shifted(0.0, above)).collect();
        header.draws.extend(draws.iter().cloned());
    }
}

/// A heading as repeated where its content continues in another column or on another page.
fn heading_again(setter: &mut Setter<'_>, heading: &str, kind: &Type, frame: Room) -> TextBox {
    let small = setter.look.voice(Voice::Small).style;
    let mut pieces = Setter::untagged(heading, &kind.style);
    let word = setter.continued();
    pieces.extend(Setter::untagged(&format!("\u{2002}{word}"), &small));
    setter.set(&pieces, frame.inner(), kind.leading, Align::Start)
}

/// A heading of level 3.
fn unit_heading(setter: &mut Setter<'_>, text: &Inlines, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Unit);
    let pieces = setter.pieces(text, &kind.style);
    let words: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let set = setter.balanced(&pieces, frame.inner(), kind.leading);
    let mut brick =
        Brick::new(set.height()).gap(text::ABOVE_UNIT, setter.look.grid()).before(Break::At(weights::BEFORE_UNIT));
    brick.draws = set.draws(frame.inset, 0.0);
    brick.anchors.push(Anchor::Bookmark(words, 3));
    let mut flow = Flow::default();
    flow.push(brick);
    flow
}

fn paragraph(setter: &mut Setter<'_>, text: &Inlines, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Body);
    let (width, align) = if frame.wide && frame.inset == 0.0 {
        (frame.inner() * text::ACROSS, Align::Start)
    } else if frame.inset > 0.0 {
        (frame.inner(), Align::Start)
    } else {
        (frame.inner(), Align::Justify)
    };
    let set = setter.paragraph(text, &kind, width, align);
    let mut flow = Flow { bricks: set.bricks(frame.inset), ..Flow::default() };
    flow.lead(text::PARAGRAPH, text::GROWS, Break::At(weights::BETWEEN_PARAGRAPHS));
    flow
}

/// A line that links elsewhere.
fn pointer(setter: &mut Setter<'_>, text: &Inlines, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Small);
    let set = setter.paragraph(text, &kind, frame.inner(), if frame.wide { Align::End } else { Align::Start });
    let mut flow = Flow { bricks: set.bricks(frame.inset), ..Flow::default() }.unbroken();
    flow.lead(text::POINTER, text::GROWS, Break::Never);
    flow
}

fn list_of(setter: &mut Setter<'_>, list: &List, frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Compact);
    if frame.wide && (2..=text::MOST_IN_HALVES).contains(&list.items.len()) {
        return list_side_by_side(setter, list, &kind, frame);
    }
    let mut flow = Flow::default();
    for (index, item) in list.items.iter().enumerate() {
        let mut set = list_item(setter, item, &kind, (index, list.marks), frame);
        set.lead(text::ITEM, text::GROWS, Break::At(weights::BETWEEN_LIST_ITEMS));
        flow.append(set);
    }
    flow
}

/// A short list across the page in two halves side by side.
fn list_side_by_side(setter: &mut Setter<'_>, list: &List, kind: &Type, frame: Room) -> Flow {
    let between = text::LIST_HALVES;
    let half = Room { width: (frame.inner() - between) / 2.0, inset: 0.0, wide: false, ..frame };
    let mut items = Vec::new();
    for (index, item) in list.items.iter().enumerate() {
        items.push(list_item(setter, item, kind, (index, list.marks), half));
    }
    let heights: Vec<f32> =
        items.iter().map(|item| item.bricks.iter().map(|brick| brick.height).sum::<f32>() + text::ITEM).collect();
    let whole: f32 = heights.iter().sum();
    // The split that makes the columns most nearly equal, with the first the taller.
    let mut split = 0;
    let mut first = 0.0;
    for height in &heights {
        if first >= whole / 2.0 {
            break;
        }
        first += height;
        split += 1;
    }
    let mut brick = Brick::new(first.max(whole - first) - text::ITEM)
        .gap(text::ABOVE_LIST, text::GROWS)
        .before(Break::At(weights::WITHIN_PARAGRAPH));
    let (mut x, mut y) = (frame.inset, 0.0);
    for (index, item) in items.into_iter().enumerate() {
        if index == split {
            (x, y) = (frame.inset + half.width + between, 0.0);
        }
        for line in item.bricks {
            brick.draws.extend(line.draws.into_iter().map(|draw| draw.shifted(x, y)));
            y += line.height;
        }
        y += text::ITEM;
    }
    let mut flow = Flow::default();
    flow.push(brick);
    flow
}

fn list_item(
    setter: &mut Setter<'_>,
    item: &Inlines,
    kind: &Type,
    (index, marks): (usize, ItemMarks),
    frame: Room,
) -> Flow {
    let indent = text::ITEM_INDENT;
    let mark_style = TextStyle {
        family: LatinFamily::Condensed,
        weight: Weight::Bold,
        size: text::ITEM_MARK,
        colour: setter.look.palette.strong,
        ..kind.style.clone()
    };
    let pieces = setter.words(&marks.mark(index), &mark_style);
    let mark = setter.set(&pieces, indent, kind.leading, Align::Start);
    let set = setter.paragraph(item, kind, frame.inner() - indent, Align::Start);
    let mut bricks = set.bricks(frame.inset + indent);
    if let Some(first) = bricks.first_mut() {
        let text = std::mem::replace(&mut first.draws, mark.draws(frame.inset, text::ITEM_MARK_DOWN));
        first.draws.extend(text);
    }
    Flow { bricks, ..Flow::default() }.unbroken()
}

fn notes_of(setter: &mut Setter<'_>, notes: &[Note], frame: Room) -> Flow {
    let kind = setter.look.voice(Voice::Small);
    let mut flow = Flow::default();
    let width = if frame.wide { frame.inner() * text::NOTES_ACROSS } else { frame.inner() };
    // A few notes are kept with what they annotate; many form a text of their own.
    let parting = if notes.len() <= text::FEW_NOTES { weights::WHOLE_SPLIT } else { weights::WITHIN_PARAGRAPH };
    for (index, note) in notes.iter().enumerate() {
        let mut pieces = Vec::new();
        if !note.mark.is_empty() {
            let bold = TextStyle { weight: Weight::Bold, ..kind.style.clone() };
            pieces.extend(setter.words(&format!("{}\u{a0}", note.mark), &bold));
        }
        pieces.extend(setter.pieces(&note.text, &kind.style));
        let set = setter.set(&pieces, width, kind.leading, Align::Start);
        let mut bricks = Flow { bricks: set.bricks(frame.inset), ..Flow::default() }.unbroken();
        bricks.lead(
            if index == 0 { text::NOTES.0 } else { text::NOTES.1 },
            text::GROWS_LITTLE,
            if index == 0 { Break::Never } else { Break::At(parting) },
        );
        if let Some(first) = bricks.bricks.first_mut() {
            first.anchors.push(Anchor::Destination(note.id.clone()));
            if index == 0 {
                let rule = Rect::new(frame.inset, -text::NOTES_RULE.0, text::NOTES_RULE.1, pen::RULE);
                first.between.push(Draw::Shape(Shape::filled(rule, setter.look.palette.accent)));
            }
        }
        flow.append(bricks);
    }
    flow
}

/// A tinted box with an accent-coloured bar at its start.
fn paint_panel(look: &Look, _: &Panel, (width, height): (f32, f32)) -> Vec<Shape> {
    vec![
        Shape::filled(Rect::new(0.0, 0.0, width, height), look.palette.tint),
        Shape::filled(Rect::new(0.0, 0.0, text::PANEL_BAR, height), look.palette.accent),
    ]
}

/// A dashed outline.
pub(crate) fn dashed(area: Rect, colour: Colour) -> Shape {
    Shape { path: Contour::Rect(area, pen::CORNER), fill: None, stroke: Some(dashes(colour)), clip: None }
}

/// The pen of a dashed line.
fn dashes(colour: Colour) -> Stroke {
    Stroke { colour, width: pen::DASHED.0, dash: Some(pen::DASHED.1) }
}
