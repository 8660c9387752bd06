//! The organization chart: boxes and connectors for the eye, a nested list for everyone.

use briefing_document::{
    Inlines, Organization, OrganizationBox, OrganizationChild, OrganizationGroup, OrganizationUnit,
};
use briefing_model::Colour;

mod tiers;

use self::tiers::Tiers;
use super::{Room, dashed};
use crate::brick::{Break, Brick, Draw, Flow};
use crate::look::{Type, Voice};
use crate::measures::text::{GROWS, GROWS_LITTLE};
use crate::measures::type_sizes::{SAME_WIDTH, SMALL};
use crate::measures::{organization, pen};
use crate::page::{Contour, Rect, Shape, Stroke};
use crate::setter::{Setter, StyledText, TextBox};
use crate::text::{Align, LatinFamily, TextStyle, Weight};
use crate::weights;

/// The colours of one box.
#[derive(Clone, Copy)]
struct BoxColours {
    mark: Colour,
    name: Colour,
    detail: Colour,
}

/// The texts of a box after setting, and its height.
#[derive(Clone)]
struct SetBox {
    /// The horizontal centre of its texts, from the left edge of the box.
    middle: f32,
    parts: Vec<TextBox>,
    height: f32,
}

/// A child after setting: its depth and its text.
#[derive(Clone)]
struct SetChild {
    depth: u16,
    /// How far each level stands in.
    step: f32,
    text: TextBox,
    /// The white above its box, and the padding above and below its text.
    gap: f32,
    pad: f32,
    /// Whether a stem continues below the child, at each depth up to its own: to its next sibling, or past it to a sibling of an ancestor.
    stems: Vec<bool>,
}

/// How the children of units are set.
#[derive(Clone, Copy)]
struct Hang {
    frame: Room,
    /// How far each level is indented from the one above.
    step: f32,
}

impl Hang {
    /// For a chart of these units: each level is indented less if there are so many that boxes would have no width left.
    fn below(units: &[OrganizationUnit], frame: Room) -> Self {
        fn levels(children: &[OrganizationChild]) -> u16 {
            let below = children.iter().map(|child| match child {
                OrganizationChild::Unit(unit) => levels(&unit.children),
                OrganizationChild::Programme(_) => 0,
            });
            below.max().map_or(0, |below| below.saturating_add(1))
        }
        let levels = units.iter().map(|unit| levels(&unit.children)).max().unwrap_or_default();
        let share = f32::from(organization::LEVELS) / f32::from(levels.max(organization::LEVELS));
        Self { frame, step: organization::INDENT * share }
    }
}

/// A unit after setting: its box and its children.
struct SetUnit {
    width: f32,
    unit: SetBox,
    children: Vec<SetChild>,
}

/// The type of the chart's words: a poster of a whole office is read at arm's length.
fn small(setter: &Setter<'_>) -> Type {
    sized(setter, organization::TEXT)
}

/// The type of details about the office and its units.
fn tiny(setter: &Setter<'_>) -> Type {
    sized(setter, organization::DETAIL)
}

/// Small type in a different size.
fn sized(setter: &Setter<'_>, (size, leading): (f32, f32)) -> Type {
    let small = setter.look.voice(Voice::Small);
    let style = TextStyle { size: small.style.size * size / SMALL.0, ..small.style };
    Type { style, leading: small.leading * leading / SMALL.1 }
}

/// The height of the line with an acronym.
fn mark_height(small: &Type) -> f32 {
    small.style.size * organization::MARK.0 * organization::MARK.1
}

/// Sets the chart.
pub(super) fn organization(setter: &mut Setter<'_>, chart: &Organization, frame: Room) -> Flow {
    let mut flow = Flow::default();

    let office = top(setter, chart, frame, &mut flow);
    if let Some(tiers) = frame.wide.then(|| Tiers::of(setter, chart, frame)).flatten() {
        tiers.set(setter, &chart.units, &office, frame, &mut flow);
    } else if !chart.units.is_empty() {
        unit_rows(setter, &chart.units, &office, frame, &mut flow);
    }
    for group in &chart.groups {
        chips(setter, group, frame, &mut flow);
    }
    flow
}

/// The office's box, from which lines descend.
struct Office {
    /// Its left edge and its width.
    place: (f32, f32),
    /// The position of the spine: the line down the side of a chart across the page, from which the units below the first row hang.
    spine: f32,
}

impl Office {
    fn middle(&self) -> f32 {
        self.place.0 + self.place.1 / 2.0
    }

    /// The foot of the office's box, repeated at the top of a page on which the chart continues, with the line from it to the spine.
    fn again(&self, setter: &Setter<'_>) -> Brick {
        let palette = setter.look.palette;
        let mut brick = Brick::new(organization::STUB + organization::DROP / 2.0);
        ground(&mut brick, Rect::new(self.place.0, 0.0, self.place.1, organization::STUB), palette.ink);
        let foot = brick.height;
        brick.draws.push(connector(vec![(self.middle(), organization::STUB), (self.middle(), foot)], palette.mark));
        brick.draws.push(connector(vec![(self.spine, foot), (self.middle(), foot)], palette.mark));
        brick
    }
}

/// A row of units with its connectors.
struct RowPlace<'a> {
    office: &'a Office,
    first: bool,
    /// Whether a further row hangs from the spine below this one.
    more: bool,
    /// Whether the chart is kept whole, because it fits on a page.
    is_whole: bool,
}

impl RowPlace<'_> {
    /// The position of the spine, if it continues past the row.
    fn past(&self) -> Option<f32> {
        self.more.then_some(self.office.spine)
    }

    /// Draws the lines to a row of units, whose connectors are `drop` tall and begin at the top of the brick: the bus, from the middle of
    /// the office or from the spine, and the spine past the row.
    fn bus(&self, setter: &Setter<'_>, brick: &mut Brick, drop: f32, stems: impl IntoIterator<Item = f32>) {
        let mark = setter.look.palette.mark;
        let (spine, y) = (self.office.spine, drop / 2.0);
        let from = if self.first { self.office.middle() } else { spine };
        brick.draws.push(connector(vec![(from, 0.0), (from, y)], mark));
        let ends = stems.into_iter().chain(self.past()).fold((from, from), |(a, b), x| (a.min(x), b.max(x)));
        brick.draws.push(connector(vec![(ends.0, y), (ends.1, y)], mark));
        if self.more {
            brick.draws.push(connector(vec![(spine, y), (spine, brick.height)], mark));
        }
    }
}

/// The room beside the spine.
fn beside_spine(frame: Room) -> Room {
    Room { width: frame.width + organization::SPINE, inset: frame.inset + organization::SPINE, ..frame }
}

/// The number of boxes per row that makes the rows about equally long.
fn balanced_rows(count: usize, most: usize) -> usize {
    let rows = count.div_ceil(most).max(1);
    count.div_ceil(rows).max(1)
}

/// The widths of the boxes in a row: equal or, if the setting is tight, greater for units with children. A single box is as wide as the
/// office's.
fn box_widths(row: &[OrganizationUnit], per_row: usize, frame: Room) -> Vec<f32> {
    let with_children = |unit: &OrganizationUnit| frame.tight && frame.wide && !unit.children.is_empty();
    if frame.wide && per_row == 1 {
        return row.iter().map(|_| organization::HEAD.min(frame.inner())).collect();
    }
    let shares: Vec<f32> = row.iter().map(|unit| if with_children(unit) { organization::WIDER } else { 1.0 }).collect();
    let (count, missing) = (per_row.max(1) as f32, per_row.saturating_sub(row.len()) as f32);
    let room = frame.inner() - organization::BETWEEN * (count - 1.0);
    let whole = shares.iter().sum::<f32>() + missing;
    shares.into_iter().map(|share| room * share / whole).collect()
}

/// The office at the top with the bodies beside it or, in a column, below it.
fn top(setter: &mut Setter<'_>, chart: &Organization, frame: Room, flow: &mut Flow) -> Office {
    let palette = setter.look.palette;
    let width = if frame.wide { organization::HEAD.min(frame.inner()) } else { frame.inner() };
    let paint = BoxColours {
        mark: Colour::WHITE,
        name: Colour::WHITE,
        detail: crate::look::bright(&palette, organization::HEAD_BRIGHT),
    };
    let white = frame.white(organization::BOX_PAD);
    let head = set_box(setter, &chart.head, (width, white), paint);
    let beside_width =
        if frame.wide { ((frame.inner() - width) / 2.0 - organization::BESIDE).max(1.0) } else { frame.inner() };
    let paint = unit_colours(setter);
    let mut beside = Vec::new();
    for other in &chart.beside {
        beside.push(set_box(setter, other, (beside_width, white), paint));
    }
    let x = if frame.wide { frame.inset + (frame.inner() - width) / 2.0 } else { frame.inset };
    let office = Office { place: (x, width), spine: frame.inset + pen::CONNECTOR };
    if !frame.wide {
        let height = head.height;
        let mut brick =
            Brick::new(height).gap(organization::ABOVE.1, GROWS).before(Break::At(weights::WITHIN_PARAGRAPH));
        ground(&mut brick, Rect::new(x, 0.0, width, height), palette.ink);
        brick.draws.extend(head.draws(x, 0.0, height));
        flow.push(brick);
        for other in beside {
            let height = other.height;
            let mut brick = Brick::new(height).gap(organization::ABOVE_BODY, GROWS_LITTLE).before(Break::Never);
            brick.draws.push(Draw::Shape(dashed(Rect::new(x, 0.0, width, height), palette.mark)));
            brick.draws.extend(other.draws(x, 0.0, height));
            flow.push(brick);
        }
        return office;
    }
    let stack: f32 = beside.iter().map(|other| other.height + organization::BODIES).sum::<f32>()
        - if beside.is_empty() { 0.0 } else { organization::BODIES };
    let height = head.height.max(stack);
    let mut brick = Brick::new(height).gap(organization::ABOVE.0, GROWS).before(Break::At(weights::WITHIN_PARAGRAPH));
    let head_y = (height - head.height) / 2.0;
    let area = Rect::new(x, head_y, width, head.height);
    ground(&mut brick, area, palette.ink);
    // The stem runs from the top of the row to its foot, where the connectors of the units begin.
    if !chart.units.is_empty() && head_y > 0.0 {
        let middle = area.x + area.width / 2.0;
        brick.draws.push(connector(vec![(middle, area.bottom()), (middle, height)], palette.mark));
    }
    brick.draws.extend(head.draws(x, head_y, area.height));
    let beside_x = frame.inset + frame.inner() - beside_width;
    let mut y = (height - stack) / 2.0;
    for other in beside {
        let box_height = other.height;
        let middle = y + box_height / 2.0;
        let pen = super::dashes(palette.mark);
        let line = Contour::Lines(
            vec![
                (area.right(), middle.clamp(area.y + organization::CORNER, area.bottom() - organization::CORNER)),
                (beside_x, middle),
            ],
            false,
        );
        brick.draws.push(Draw::Shape(Shape { path: line, fill: None, stroke: Some(pen), clip: None }));
        brick.draws.push(Draw::Shape(dashed(Rect::new(beside_x, y, beside_width, box_height), palette.mark)));
        brick.draws.extend(other.draws(beside_x, y, box_height));
        y += box_height + organization::BODIES;
    }
    flow.push(brick);
    office
}

fn ground(brick: &mut Brick, area: Rect, colour: Colour) {
    brick.draws.push(Draw::Shape(Shape::rounded(area, pen::CORNER, colour)));
}

fn connector(points: Vec<(f32, f32)>, colour: Colour) -> Draw {
    Draw::Shape(Shape::line(points, colour, pen::CONNECTOR))
}

impl SetBox {
    /// The texts, centred in a box of the given height.
    fn draws(self, x: f32, y: f32, height: f32) -> Vec<Draw> {
        let texts: f32 = self.parts.iter().map(TextBox::height).sum();
        let mut top = y + (height - texts) / 2.0;
        let mut draws = Vec::new();
        for part in self.parts {
            let part_height = part.height();
            let start = x + self.middle - part.width / 2.0;
            draws.extend(part.draws(start, top));
            top += part_height;
        }
        draws
    }
}

fn set_box(
    setter: &mut Setter<'_>,
    content: &OrganizationBox,
    (width, white): (f32, f32),
    paint: BoxColours,
) -> SetBox {
    let (small, tiny) = (small(setter), tiny(setter));
    let inner = (width - 2.0 * organization::INSIDE).max(1.0);
    let mut parts = Vec::new();
    if let Some(mark) = &content.mark {
        let (size, height) = (small.style.size * organization::MARK.0, mark_height(&small));
        let style = TextStyle {
            family: LatinFamily::Condensed,
            weight: Weight::Bold,
            size,
            colour: paint.mark,
            ..small.style.clone()
        };
        let pieces = setter.words(&format!("{mark} "), &style);
        parts.push(setter.set(&pieces, inner, height, Align::Center));
    }
    let name = TextStyle {
        weight: Weight::Bold,
        colour: paint.name,
        size: small.style.size * organization::NAME,
        ..small.style.clone()
    };
    let mut pieces = setter.pieces(&content.name, &name);
    if !content.details.is_empty() {
        pieces.extend(setter.words(" ", &name));
    }
    let (pieces, name_width) = undivided(setter, pieces, inner, organization::INSIDE);
    parts.push(setter.set(&pieces, name_width, small.leading, Align::Center));
    let detail = TextStyle { colour: paint.detail, ..tiny.style.clone() };
    let last = content.details.len().saturating_sub(1);
    for (index, line) in content.details.iter().enumerate() {
        let mut pieces = setter.pieces(line, &detail);
        if index < last {
            pieces.extend(setter.words(" ", &detail));
        }
        let (pieces, width) = undivided(setter, pieces, inner, organization::INSIDE);
        parts.push(setter.set(&pieces, width, tiny.leading, Align::Center));
    }
    let height = parts.iter().map(TextBox::height).sum::<f32>() + 2.0 * white;
    SetBox { middle: organization::INSIDE + inner / 2.0, parts, height }
}

/// The words of a box, and the width at which they are set. A word too wide for the box takes some of the white at its sides or, failing
/// that, is set in the condensed cut of the family; it is divided only if neither helps.
fn undivided(setter: &mut Setter<'_>, pieces: Vec<StyledText>, inner: f32, white: f32) -> (Vec<StyledText>, f32) {
    let mut fitting = |pieces: &[StyledText]| {
        let least = setter.extent(pieces).least + SAME_WIDTH;
        (least <= inner + white).then(|| least.max(inner))
    };
    if let Some(width) = fitting(&pieces) {
        return (pieces, width);
    }
    let condensed = |piece: &StyledText| {
        let style = TextStyle { family: LatinFamily::Condensed, ..piece.style.clone() };
        StyledText { style, ..piece.clone() }
    };
    let condensed: Vec<StyledText> = pieces.iter().map(condensed).collect();
    match fitting(&condensed) {
        Some(width) => (condensed, width),
        None => (pieces, inner),
    }
}

fn unit_box(setter: &mut Setter<'_>, unit: &OrganizationUnit, width: f32, hang: Hang) -> SetUnit {
    let paint = unit_colours(setter);
    let set = set_box(setter, &unit.unit, (width, hang.frame.white(organization::BOX_PAD)), paint);
    let mut children = Vec::new();
    set_children(setter, &unit.children, (width, hang), 0, &mut children);
    SetUnit { width, unit: set, children: with_stems(children) }
}

fn unit_colours(setter: &Setter<'_>) -> BoxColours {
    let palette = setter.look.palette;
    BoxColours { mark: palette.strong, name: palette.title, detail: palette.quiet }
}

/// The children with their stems computed.
fn with_stems(mut children: Vec<SetChild>) -> Vec<SetChild> {
    let depths: Vec<u16> = children.iter().map(|child| child.depth).collect();
    for (child, stems) in children.iter_mut().zip(stems(&depths)) {
        child.stems = stems;
    }
    children
}

/// The depths at which a stem continues below each child, for children given in order by their depths.
fn stems(depths: &[u16]) -> Vec<Vec<bool>> {
    let deepest = depths.iter().copied().max().map_or(0, usize::from);
    // Whether another child follows at each depth before one at a lesser depth.
    let mut follows = vec![false; deepest + 1];
    let mut all: Vec<Vec<bool>> = Vec::with_capacity(depths.len());
    for depth in depths.iter().rev().copied().map(usize::from) {
        all.push(follows.iter().take(depth + 1).copied().collect());
        follows.iter_mut().skip(depth).for_each(|follows| *follows = false);
        if let Some(follows) = follows.get_mut(depth) {
            *follows = true;
        }
    }
    all.reverse();
    all
}

/// Sets children in order, each followed by all its descendants.
fn set_children(
    setter: &mut Setter<'_>,
    children: &[OrganizationChild],
    (width, hang): (f32, Hang),
    depth: u16,
    set: &mut Vec<SetChild>,
) {
    for child in children {
        set.push(set_child(setter, child, (width, hang), depth));
        if let OrganizationChild::Unit(below) = child {
            set_children(setter, &below.children, (width, hang), depth.saturating_add(1), set);
        }
    }
}

/// A child by itself, without its stems.
fn set_child(setter: &mut Setter<'_>, child: &OrganizationChild, (width, hang): (f32, Hang), depth: u16) -> SetChild {
    let Hang { frame, step } = hang;
    let leading = small(setter).leading;
    let inner = (width - step * (f32::from(depth) + 1.0) - 2.0 * organization::CHILD_SIDE).max(1.0);
    let mut pieces = words_of(setter, child);
    pieces.iter_mut().for_each(|piece| piece.tag = setter.slot());
    let (pieces, inner) = undivided(setter, pieces, inner, organization::CHILD_SIDE / 2.0);
    let text = setter.set(&pieces, inner, leading, Align::Start);
    let (gap, pad) = (frame.white(organization::CHILD_GAP), frame.white(organization::CHILD_PAD));
    SetChild { depth, step, text, gap, pad, stems: Vec::new() }
}

/// The words of a child.
fn words_of(setter: &Setter<'_>, child: &OrganizationChild) -> Vec<StyledText> {
    let style = TextStyle { colour: setter.look.palette.text, ..small(setter).style };
    match child {
        OrganizationChild::Programme(name) => setter.unmarked(name, &style),
        OrganizationChild::Unit(below) => {
            let strong = TextStyle { weight: Weight::Bold, colour: setter.look.palette.title, ..style.clone() };
            let mark = below.unit.mark.iter().flat_map(|mark| Setter::untagged(&format!("{mark} "), &strong));
            let mut pieces: Vec<StyledText> = mark.collect();
            pieces.extend(setter.unmarked(&below.unit.name, &strong));
            for detail in &below.unit.details {
                pieces.extend(Setter::untagged(" ", &style));
                pieces.extend(setter.unmarked(detail, &style));
            }
            pieces
        }
    }
}

/// Sets units in rows.
fn unit_rows(setter: &mut Setter<'_>, units: &[OrganizationUnit], office: &Office, frame: Room, flow: &mut Flow) {
    let per_row = if frame.wide { balanced_rows(units.len(), organization::MOST_IN_ROW) } else { 1 };
    let frame = if frame.wide && units.len() > per_row { beside_spine(frame) } else { frame };
    let hang = Hang::below(units, frame);
    let mut rows: Vec<Vec<SetUnit>> = Vec::new();
    for row in units.chunks(per_row) {
        let widths = box_widths(row, per_row, frame);
        rows.push(row.iter().zip(widths).map(|(unit, width)| unit_box(setter, unit, width, hang)).collect());
    }
    let above = if frame.wide { organization::DROP } else { organization::ABOVE_ROW };
    let heights: Vec<Brick> = rows.iter().map(|row| Brick::new(above + row_height(row))).collect();
    let is_whole = fits_page(setter, flow.bricks.iter().chain(&heights));
    let last = rows.len().saturating_sub(1);
    for (index, row) in rows.into_iter().enumerate() {
        let place = RowPlace { office, first: index == 0, more: frame.wide && index < last, is_whole };
        unit_row(setter, row, &place, frame, flow);
    }
}

/// Whether a chart and its heading fit on a page. If so, it is kept whole, however much white that leaves before it.
fn fits_page<'a>(setter: &Setter<'_>, bricks: impl Iterator<Item = &'a Brick>) -> bool {
    let height: f32 = bricks.map(|brick| brick.gap + brick.height).sum();
    height + organization::DROP + organization::HEADING <= setter.look.bottom - setter.look.top
}

/// The height of a row including the children below it.
fn row_height(row: &[SetUnit]) -> f32 {
    let boxes = row.iter().map(|unit| unit.unit.height).fold(0.0, f32::max);
    boxes + row.iter().map(|unit| height_of(&unit.children)).fold(0.0, f32::max)
}

/// A row of units: their boxes, and the children below them.
fn unit_row(setter: &Setter<'_>, units: Vec<SetUnit>, row: &RowPlace<'_>, frame: Room, flow: &mut Flow) {
    let palette = setter.look.palette;
    let drop = if frame.wide { frame.white(organization::DROP) } else { 0.0 };
    let tallest = units.iter().map(|unit| unit.unit.height).fold(0.0, f32::max);
    let mut brick = Brick::new(drop + tallest);
    // The office's box alone at the foot of a column would be an empty chart.
    brick.before = if row.first || row.is_whole { Break::Never } else { Break::At(weights::BETWEEN_LIST_ITEMS) };
    // Lines connect the rows across the page, so the space between them does not grow.
    brick.gap = if frame.wide { 0.0 } else { organization::ABOVE_ROW };
    brick.stretch = if frame.wide { 0.0 } else { GROWS };
    if frame.wide && !row.first {
        brick.header = Some(flow.headers.len());
        flow.headers.push(row.office.again(setter));
    }
    // A single unit is centred below the office.
    let start = match units.as_slice() {
        [only] => frame.inset + (frame.inner() - only.width) / 2.0,
        _ => frame.inset,
    };
    let lefts: Vec<f32> = units
        .iter()
        .scan(start, |x, unit| {
            let left = *x;
            *x += unit.width + organization::BETWEEN;
            Some(left)
        })
        .collect();
    if frame.wide {
        let centres: Vec<f32> = lefts.iter().zip(&units).map(|(left, unit)| left + unit.width / 2.0).collect();
        row.bus(setter, &mut brick, drop, centres.iter().copied());
        for centre in centres {
            brick.draws.push(connector(vec![(centre, drop / 2.0), (centre, drop)], palette.mark));
        }
    }
    let mut hanging = Vec::new();
    for (SetUnit { width, unit, children }, left) in units.into_iter().zip(lefts) {
        let place = (left, width);
        draw_unit(setter, &mut brick, unit.clone(), place, (drop, tallest));
        hanging.push(Hanging { place, unit, children });
    }
    flow.push(brick);
    hang(setter, hanging, row, flow);
}

/// The box of a unit.
fn draw_unit(setter: &Setter<'_>, brick: &mut Brick, unit: SetBox, (left, width): (f32, f32), (y, height): (f32, f32)) {
    let palette = setter.look.palette;
    let area = Rect::new(left, y, width, height);
    brick.draws.push(Draw::Shape(Shape::filled(area, palette.tint)));
    brick.draws.push(Draw::Shape(Shape::filled(Rect { height: pen::EDGE, ..area }, palette.accent)));
    brick.draws.extend(unit.draws(left, y + 1.0, height - 1.0));
}

/// The children that hang below a unit, in its column.
struct Hanging {
    /// The left edge of the column, and its width.
    place: (f32, f32),
    unit: SetBox,
    children: Vec<SetChild>,
}

/// The children below the units of a row, each column by itself: one brick, unless it is so tall that a page must end within it.
fn hang(setter: &Setter<'_>, hanging: Vec<Hanging>, row: &RowPlace<'_>, flow: &mut Flow) {
    let tallest = hanging.iter().map(|column| height_of(&column.children)).fold(0.0, f32::max);
    if tallest <= 0.0 {
        return;
    }
    if !row.is_whole && tallest > organization::TALLEST_HANGING {
        return hang_in_pieces(setter, &hanging, row, flow);
    }
    let mut brick = Brick::new(tallest).before(Break::Never);
    brick.draws.extend(row.past().map(|x| connector(vec![(x, 0.0), (x, tallest)], setter.look.palette.mark)));
    for Hanging { place, children, .. } in hanging {
        draw_children(setter, &mut brick.draws, children, place, 0.0);
    }
    flow.push(brick);
}

fn height_of(children: &[SetChild]) -> f32 {
    children.iter().map(SetChild::pitch).sum()
}

/// Draws children one below the other from height `y` down, and returns the height of their foot.
fn draw_children(
    setter: &Setter<'_>,
    draws: &mut Vec<Draw>,
    children: impl IntoIterator<Item = SetChild>,
    place: (f32, f32),
    mut y: f32,
) -> f32 {
    for child in children {
        let pitch = child.pitch();
        draw_child(setter, draws, child, place, (y, pitch));
        y += pitch;
    }
    y
}

/// Splits the children into pieces between which a page may end. In each piece, the columns begin at the same height, and continuing lines
/// reach its foot. At the top of a page, the boxes from which the columns hang are repeated.
fn hang_in_pieces(setter: &Setter<'_>, hanging: &[Hanging], row: &RowPlace<'_>, flow: &mut Flow) {
    let palette = setter.look.palette;
    // The ends of a single column are always even.
    let tallest = if hanging.len() > 1 { organization::PIECE } else { 0.0 };
    let mut rests: Vec<usize> = hanging.iter().map(|_| 0).collect();
    loop {
        let counts = hanging.iter().zip(&rests).map(|(column, from)| piece(column.children_from(*from), tallest));
        let ends: Vec<usize> = counts.zip(&rests).map(|(count, from)| from + count).collect();
        let own = |(column, (from, end)): (&Hanging, (&usize, &usize))| height_of(column.children_in(*from..*end));
        let height = hanging.iter().zip(rests.iter().zip(&ends)).map(own).fold(0.0, f32::max);
        if height <= 0.0 {
            return;
        }
        let begins = rests.iter().all(|from| *from == 0);
        let mut brick =
            Brick::new(height).before(if begins { Break::Never } else { Break::At(weights::WITHIN_LONG_CHART) });
        if !begins {
            brick.header = Some(flow.headers.len());
            flow.headers.push(where_from(setter, hanging, &rests, row));
        }
        for (column, (from, end)) in hanging.iter().zip(rests.iter().zip(&ends)) {
            let children = column.children_in(*from..*end);
            let foot = draw_children(setter, &mut brick.draws, children.iter().cloned(), column.place, 0.0);
            for x in children.last().map(|last| last.going_on(column.place.0)).unwrap_or_default() {
                brick.draws.push(connector(vec![(x, foot), (x, height)], palette.mark));
            }
        }
        brick.draws.extend(row.past().map(|x| connector(vec![(x, 0.0), (x, height)], palette.mark)));
        flow.push(brick);
        rests = ends;
    }
}

/// The largest number of children that fit in a piece of height `tallest`, but at least one. A box is not separated from its first child.
fn piece(children: &[SetChild], tallest: f32) -> usize {
    let mut height = 0.0;
    let mut count = 0;
    for (number, child) in children.iter().enumerate() {
        height += child.pitch();
        if count > 0 && height > tallest {
            break;
        }
        if children.get(number + 1).is_none_or(|next| next.depth <= child.depth) {
            count = number + 1;
        }
    }
    count
}

/// The boxes above the remainder of each column, and the office if its line to another row passes them.
fn where_from(setter: &Setter<'_>, hanging: &[Hanging], rests: &[usize], row: &RowPlace<'_>) -> Brick {
    let palette = setter.look.palette;
    let left: Vec<(&Hanging, usize)> =
        hanging.iter().zip(rests.iter().copied()).filter(|(column, from)| *from < column.children.len()).collect();
    let tallest = left.iter().map(|(column, _)| column.unit.height).fold(0.0, f32::max);
    let below = left.iter().map(|(column, from)| column.above(*from).map(SetChild::pitch).sum::<f32>());
    let below = below.fold(0.0, f32::max);
    let office = row.more.then(|| row.office.again(setter));
    let (top, drop) = office.as_ref().map_or((0.0, 0.0), |office| (office.height, organization::DROP / 2.0));
    let boxes = top + drop;
    let mut brick = Brick::new(boxes + tallest + below);
    brick.draws = office.map(|office| office.draws).unwrap_or_default();
    let line = |from, to| connector(vec![from, to], palette.mark);
    brick.draws.extend(row.past().map(|x| line((x, top), (x, brick.height))));
    let middles: Vec<f32> = left.iter().map(|(column, _)| column.place.0 + column.place.1 / 2.0).collect();
    if let (true, Some(end)) = (row.more, middles.iter().copied().reduce(f32::max)) {
        brick.draws.push(line((row.office.spine, top), (end, top)));
        brick.draws.extend(middles.iter().map(|x| line((*x, top), (*x, boxes))));
    }
    for (column, from) in left {
        draw_unit(setter, &mut brick, column.unit.clone(), column.place, (boxes, tallest));
        let head = boxes + tallest;
        let foot = draw_children(setter, &mut brick.draws, column.above(from).cloned(), column.place, head);
        let last = column.above(from).last();
        let next = column.children_from(from).first().map(|next| next.stem(column.place.0));
        let on = last.map(|last| last.going_on(column.place.0)).unwrap_or_default().into_iter().chain(next);
        for x in on {
            brick.draws.push(line((x, foot), (x, brick.height)));
        }
    }
    brick
}

impl Hanging {
    fn children_from(&self, from: usize) -> &[SetChild] {
        self.children.get(from..).unwrap_or_default()
    }

    fn children_in(&self, range: std::ops::Range<usize>) -> &[SetChild] {
        self.children.get(range).unwrap_or_default()
    }

    /// The ancestors of a child, from the unit down.
    fn above(&self, child: usize) -> impl Iterator<Item = &SetChild> {
        let before = self.children.get(..child).unwrap_or_default();
        let depth = self.children.get(child).map_or(0, |child| child.depth);
        (0..depth).filter_map(|depth| before.iter().rfind(|above| above.depth == depth))
    }
}

impl SetChild {
    /// Its height, including the white above it.
    fn pitch(&self) -> f32 {
        self.text.height() + 2.0 * self.pad + self.gap
    }

    /// How far its box is indented.
    fn indent(&self) -> f32 {
        self.step * (f32::from(self.depth) + 1.0)
    }

    /// The left edge of its box, in a column with the given left edge.
    fn edge(&self, left: f32) -> f32 {
        left + self.indent()
    }

    /// The position of the line from which it hangs.
    fn stem(&self, left: f32) -> f32 {
        self.edge(left) - self.step / 2.0 - 1.0
    }

    /// The positions of the lines that continue below it.
    fn going_on(&self, left: f32) -> Vec<f32> {
        let stems = self.stems.iter().rev().enumerate().filter(|(_, goes_on)| **goes_on);
        stems.map(|(up, _)| self.stem(left) - self.step * up as f32).collect()
    }
}

/// A child's box with its connector: down from the box above, across, and on to the next child if there is one.
fn draw_child(
    setter: &Setter<'_>,
    draws: &mut Vec<Draw>,
    child: SetChild,
    (left, width): (f32, f32),
    (y, pitch): (f32, f32),
) {
    let palette = setter.look.palette;
    let (x, stem) = (child.edge(left), child.stem(left));
    // The stems of its ancestors pass it on the way to what follows.
    let above = child.stems.iter().rev().skip(1);
    for (up, _) in above.enumerate().filter(|(_, goes_on)| **goes_on) {
        let past = stem - child.step * (up + 1) as f32;
        draws.push(connector(vec![(past, y), (past, y + pitch)], palette.mark));
    }
    let more = child.stems.last().copied().unwrap_or_default();
    let own = child.text.height() + 2.0 * child.pad;
    let middle = y + child.gap + own / 2.0;
    let foot = if more { y + pitch } else { middle };
    draws.push(connector(vec![(stem, y), (stem, foot)], palette.mark));
    draws.push(connector(vec![(stem, middle), (x, middle)], palette.mark));
    let area = Rect::new(x, y + child.gap, width - child.indent(), own);
    draws.push(Draw::Shape(outlined(area, palette.hairline)));
    draws.extend(child.text.draws(x + organization::CHILD_SIDE, y + child.gap + child.pad));
}

fn outlined(area: Rect, colour: Colour) -> Shape {
    let stroke = Stroke { colour, width: pen::OUTLINE, dash: None };
    Shape { path: Contour::Rect(area, pen::SMALL_CORNER), fill: None, stroke: Some(stroke), clip: None }
}

/// A group's title, followed by its names in small boxes that wrap like words.
fn chips(setter: &mut Setter<'_>, group: &OrganizationGroup, frame: Room, flow: &mut Flow) {
    let small = small(setter);
    let palette = setter.look.palette;
    let bold = TextStyle { weight: Weight::Bold, colour: palette.title, ..small.style.clone() };
    let pieces = setter.words(&group.title, &bold);
    let width = (setter.natural(&pieces) + SAME_WIDTH).min(frame.inner() * organization::CHIP_TITLE);
    let title = setter.set(&pieces, width, small.leading, Align::Start);
    let style = TextStyle { colour: palette.text, ..small.style.clone() };

    // In a column, the title is above its names; across the page, before them.
    let begin = if frame.wide { width + organization::CHIPS.1 } else { 0.0 };
    let mut rows: Vec<Vec<(f32, TextBox)>> = vec![Vec::new()];
    let mut x = begin;
    for name in &group.names {
        let chip = chip(setter, name, &style, small.leading, frame.inner() - begin);
        let taken = chip.width + organization::CHIP_SIDE * 2.0;
        if x > begin && x + taken > frame.inner() {
            rows.push(Vec::new());
            x = begin;
        }
        if let Some(row) = rows.last_mut() {
            row.push((x, chip));
        }
        x += taken + organization::CHIPS.0;
    }
    let mut title = Some(title);
    if !frame.wide
        && let Some(title) = title.take()
    {
        let mut brick = Brick::new(title.height())
            .gap(organization::CHIP_ROWS.0, GROWS_LITTLE)
            .before(Break::At(weights::WHOLE_SPLIT));
        brick.draws = title.draws(frame.inset, 0.0);
        flow.push(brick);
    }
    for row in rows {
        let brick = chip_row(setter, row, title.take(), frame);
        flow.push(brick);
    }
}

fn chip(setter: &mut Setter<'_>, name: &Inlines, style: &TextStyle, leading: f32, room: f32) -> TextBox {
    let pieces = setter.pieces(name, style);
    let width = (setter.natural(&pieces) + SAME_WIDTH).min(room - 2.0 * organization::CHIP_SIDE);
    setter.set(&pieces, width, leading, Align::Start)
}

fn chip_row(setter: &Setter<'_>, row: Vec<(f32, TextBox)>, title: Option<TextBox>, frame: Room) -> Brick {
    let tallest = row.iter().map(|(_, chip)| chip.height()).chain(title.iter().map(TextBox::height));
    let height = tallest.fold(0.0, f32::max) + 2.0 * organization::CHIP_ABOVE;
    let gap = frame.white(if title.is_some() { organization::CHIP_ROWS.0 } else { organization::CHIP_ROWS.1 });
    let mut brick = Brick::new(height).gap(gap, GROWS_LITTLE).before(Break::At(weights::WHOLE_SPLIT));
    if let Some(title) = title {
        brick.draws = title.draws(frame.inset, organization::CHIP_ABOVE);
    }
    for (x, chip) in row {
        let area = Rect::new(
            frame.inset + x,
            0.0,
            chip.width + 2.0 * organization::CHIP_SIDE,
            chip.height() + 2.0 * organization::CHIP_ABOVE,
        );
        brick.draws.push(Draw::Shape(Shape::rounded(area, pen::CORNER, setter.look.palette.tint)));
        brick.draws.extend(chip.draws(frame.inset + x + organization::CHIP_SIDE, organization::CHIP_ABOVE));
    }
    brick
}

#[cfg(test)]
mod tests {
    use super::stems;

    #[test]
    fn stems_go_on_to_the_next_sibling_and_no_further() {
        // A section with two teams, and another with one.
        assert_eq!(
            stems(&[0, 1, 1, 0, 1]),
            [vec![true], vec![true, true], vec![true, false], vec![false], vec![false, false]]
        );
        assert_eq!(
            stems(&[0, 1, 2, 1]),
            [vec![false], vec![false, true], vec![false, true, false], vec![false, false]]
        );
        assert!(stems(&[]).is_empty());
    }
}
