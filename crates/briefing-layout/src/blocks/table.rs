//! Tables: measured columns; rows broken between and, when tall, within; repeated headers.

use briefing_document::{ColumnAlign, Inlines, Table};

use super::Room;
use crate::brick::{Break, Brick, Draw, Flow};
use crate::look::{Type, Voice};
use crate::measures::text::GROWS;
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{pen, table};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, StyledText, TextBox};
use crate::text::{Align, Figures, TextStyle, Weight};
use crate::weights;

/// A table with its header, rows and totals.
pub(super) fn table(setter: &mut Setter<'_>, table: &Table, frame: Room) -> Flow {
    let kinds = Kinds::new(setter);
    let (widths, is_cramped) = widths(setter, table, &kinds, frame.inner());

    let mut flow = Flow { is_cramped, ..Flow::default() };
    let header = header_row(setter, table, &widths, &kinds, frame);
    flow.headers.push(header.clone());
    // The words before a table introduce it.
    flow.push(header.gap(table::ABOVE_TABLE, GROWS).before(Break::At(weights::SHORT_TABLE_SPLIT)));

    // A short table is better kept whole, and one with only a few rows is a unit; a long one must break somewhere.
    let parting = match table.rows.len() {
        count if count <= table::FEW => weights::WHOLE_SPLIT,
        count if count <= table::SHORT => weights::SHORT_TABLE_SPLIT,
        _ => weights::BETWEEN_PARAGRAPHS,
    };
    for (index, cells) in table.rows.iter().enumerate() {
        let set = cells_of(setter, table, cells, &widths, &kinds);
        // A name in many short lines does not read as one.
        let names = table.columns.iter().zip(&set).filter(|(column, _)| column.row_header);
        let tallest = names.map(|(_, (name, _))| name.lines.len()).max().unwrap_or_default();
        flow.is_cramped |= !frame.wide && tallest > table::NAME_LINES && table.rows.len() >= table::FEW;
        let mut row = row_bricks(setter, &set, kinds.cell.leading, frame);
        // A single row is not carried over with the total, nor left behind with the header if that can be helped.
        let before = match index {
            0 => Break::Never,
            _ if index + 1 == table.rows.len() && table.rows.len() > 2 => Break::Never,
            1 => Break::At(parting.max(weights::ROW_LEFT_BEHIND)),
            _ => Break::At(parting),
        };
        row.lead(0.0, 0.0, before);
        flow.append(row);
    }
    if !table.totals.is_empty() {
        for total in &table.totals {
            let row = total_row(setter, total, widths.last().copied().unwrap_or_default(), &kinds, frame);
            flow.push(row);
        }
    }
    for brick in flow.bricks.iter_mut().skip(1) {
        brick.header = Some(0);
    }
    flow
}

/// The styles of a table.
struct Kinds {
    head: Type,
    cell: Type,
    strong: Type,
}

impl Kinds {
    fn new(setter: &Setter<'_>) -> Self {
        let cell = setter.look.voice(Voice::Compact);
        let small = setter.look.voice(Voice::Small);
        let ink = setter.look.palette.title;
        let bold = |kind: &Type| Type {
            style: TextStyle { weight: Weight::Bold, colour: ink, ..kind.style.clone() },
            ..*kind
        };
        Self { head: bold(&small), strong: bold(&cell), cell }
    }
}

fn figures(style: &TextStyle, align: ColumnAlign) -> TextStyle {
    match align {
        ColumnAlign::Start => style.clone(),
        ColumnAlign::End => TextStyle { figures: Figures::Tabular, ..style.clone() },
    }
}

fn side(setter: &Setter<'_>, align: ColumnAlign) -> Align {
    match align {
        ColumnAlign::Start => Align::Start,
        ColumnAlign::End => setter.look.figures(),
    }
}

/// The widths of the columns: what their text needs, shared out if there is too little space; and whether a column of words is too narrow
/// for even a few letters.
fn widths(setter: &mut Setter<'_>, table: &Table, kinds: &Kinds, room: f32) -> (Vec<f32>, bool) {
    let mut headers: Vec<WantedWidth> = Vec::new();
    let mut cells: Vec<WantedWidth> = Vec::new();
    let mut rows: Vec<Vec<f32>> = vec![Vec::new(); table.rows.len().min(table::MEASURED)];
    for (index, column) in table.columns.iter().enumerate() {
        headers.push(want(setter, &column.header, &kinds.head.style));
        let mut want = WantedWidth::default();
        // The first rows are enough to judge by; a table of ten thousand rows is not measured twice.
        for (cells, lengths) in table.rows.iter().zip(&mut rows) {
            let Some(cell) = cells.get(index) else { continue };
            let style = if column.row_header { &kinds.strong.style } else { &kinds.cell.style };
            let own = self::want(setter, cell, &figures(style, column.align));
            lengths.push(own.natural);
            want = want.or(own);
        }
        if index + 1 == table.columns.len() {
            for (_, value) in &table.totals {
                want = want.or(self::want(setter, value, &figures(&kinds.strong.style, column.align)));
            }
        }
        cells.push(want);
    }
    let aligns: Vec<ColumnAlign> = table.columns.iter().map(|column| column.align).collect();
    let wants = |header: fn(WantedWidth) -> WantedWidth| -> Vec<WantedWidth> {
        cells.iter().zip(&headers).map(|(cell, own)| cell.or(header(*own)).with_sides()).collect()
    };
    let easy = wants(|header| header);
    if easy.iter().map(|want| want.natural).sum::<f32>() <= room {
        return (share_out(&easy, &aligns, room), false);
    }
    // If space is short, the headers of figures are broken before the words beside them are.
    let short = wants(|header| WantedWidth { natural: header.least, ..header });
    let own: Vec<f32> = headers.iter().map(|header| header.natural).collect();
    let [(in_one_line, widths), (in_more, narrow)] =
        [&easy, &short].map(|wants| fewest_lines(&rows, &own, wants, &aligns, share_out(wants, &aligns, room)));
    let is_torn = easy.iter().zip(&widths).any(|(want, width)| width + SAME_WIDTH < want.least.min(want.natural));
    let widths = if in_one_line < in_more && !is_torn { widths } else { narrow };
    let too_narrow = |(want, width): (&WantedWidth, &f32)| width + SAME_WIDTH < want.legible.min(want.natural);
    let is_cramped = short.iter().zip(&widths).any(too_narrow);
    (widths, is_cramped)
}

/// Adjusts the columns of words to make the table as low as possible, moving width from one to another if that saves lines. Returns the
/// lines of all rows and the widths.
fn fewest_lines(
    rows: &[Vec<f32>],
    headers: &[f32],
    wants: &[WantedWidth],
    aligns: &[ColumnAlign],
    mut widths: Vec<f32>,
) -> (f32, Vec<f32>) {
    let tallest = |lengths: &[f32], widths: &[f32]| {
        let lines = lengths.iter().zip(widths).map(|(length, width)| {
            let room = (width - 2.0 * table::SIDE).max(1.0);
            if *length <= room { 1.0 } else { (length * table::FULLER / room).ceil() }
        });
        lines.fold(1.0, f32::max)
    };
    let lines = |widths: &[f32]| rows.iter().map(|row| tallest(row, widths)).sum::<f32>() + tallest(headers, widths);
    let least = |column: usize| wants.get(column).map_or(0.0, |want| want.least.max(want.legible).min(want.natural));
    let words: Vec<usize> =
        (0..widths.len()).filter(|column| aligns.get(*column) == Some(&ColumnAlign::Start)).collect();
    let (mut best, fewest) = (lines(&widths), rows.len() as f32 + 1.0);
    for _ in 0..table::EXCHANGES {
        // One line per row is the minimum.
        if best <= fewest {
            break;
        }
        let mut better: Option<(f32, Vec<f32>)> = None;
        for (from, to) in words.iter().flat_map(|from| words.iter().map(move |to| (*from, *to))) {
            let slack = widths.get(from).map_or(0.0, |width| width - least(from));
            let steps = if from == to { 0.0 } else { (slack / table::EXCHANGE).floor().max(0.0) };
            // The smallest sufficient exchange is found first.
            for step in 1..=steps as usize {
                let by = step as f32 * table::EXCHANGE;
                let exchanged = |(column, width): (usize, &f32)| match column {
                    column if column == from => width - by,
                    column if column == to => width + by,
                    _ => *width,
                };
                let tried: Vec<f32> = widths.iter().enumerate().map(exchanged).collect();
                let own = lines(&tried);
                if own < better.as_ref().map_or(best, |(lines, _)| *lines) {
                    better = Some((own, tried));
                }
            }
        }
        let Some((lines, exchanged)) = better else { break };
        (best, widths) = (lines, exchanged);
    }
    (best, widths)
}

/// The widths that a cell or column wants: for all its words on one line, for a few letters per line, and for its widest word.
#[derive(Debug, Clone, Copy, Default)]
struct WantedWidth {
    natural: f32,
    legible: f32,
    least: f32,
}

impl WantedWidth {
    fn or(self, other: Self) -> Self {
        Self {
            natural: self.natural.max(other.natural),
            legible: self.legible.max(other.legible),
            least: self.least.max(other.least),
        }
    }

    fn with_sides(self) -> Self {
        let sides = 2.0 * table::SIDE + SAME_WIDTH;
        Self { natural: self.natural + sides, legible: self.legible + sides, least: self.least + sides }
    }
}

fn want(setter: &mut Setter<'_>, text: &Inlines, style: &TextStyle) -> WantedWidth {
    let pieces = setter.unmarked(text, style);
    let extent = setter.extent(&pieces);
    let legible = extent.natural.min(table::LEGIBLE * style.size);
    WantedWidth { natural: extent.natural, legible, least: extent.least }
}

/// Figures keep their natural width. Words share the rest: each column gets its widest word if there is space, then a few letters, then a
/// share in proportion to what it still lacks.
fn share_out(wants: &[WantedWidth], aligns: &[ColumnAlign], room: f32) -> Vec<f32> {
    let least = |want: &WantedWidth, align: &ColumnAlign| match align {
        ColumnAlign::End => want.natural,
        ColumnAlign::Start => want.least.min(want.natural),
    };
    let mut widths: Vec<f32> = wants.iter().zip(aligns).map(|(want, align)| least(want, align)).collect();
    if widths.iter().sum::<f32>() > room {
        give_way(wants, aligns, room, &mut widths);
    }
    let mut over = (room - widths.iter().sum::<f32>()).max(0.0);
    // The widest word of a script without spaces is one character, and a column that narrow would read downwards.
    let wanted: [fn(&WantedWidth) -> f32; 2] = [|want| want.legible, |want| want.natural];
    for wanted in wanted {
        let lacking: Vec<f32> =
            wants.iter().zip(&widths).map(|(want, width)| (wanted(want) - width).max(0.0)).collect();
        let lack: f32 = lacking.iter().sum();
        let share = if lack > over { over / lack } else { 1.0 };
        widths.iter_mut().zip(&lacking).for_each(|(width, lacking)| *width += lacking * share);
        over -= lack * share;
    }
    // Any remaining width goes to the widest column of words.
    let widest = wants.iter().zip(aligns).enumerate().filter(|(_, (_, align))| **align == ColumnAlign::Start);
    let widest = widest
        .max_by(|a, b| a.1.0.natural.total_cmp(&b.1.0.natural))
        .map_or(wants.len().saturating_sub(1), |(index, _)| index);
    if let Some(width) = widths.get_mut(widest) {
        *width += over.max(0.0);
    }
    widths
}

/// If not even the widest words fit side by side, the widest are divided, in as few columns as possible: figures stay whole, and so do
/// words no wider than their share. If there is no space for a few letters beside the figures, all columns are reduced in proportion.
fn give_way(wants: &[WantedWidth], aligns: &[ColumnAlign], room: f32, widths: &mut [f32]) {
    let words = |align: &ColumnAlign| *align == ColumnAlign::Start;
    let columns = || wants.iter().zip(aligns);
    let figures: f32 = columns().filter(|(_, align)| !words(align)).map(|(want, _)| want.natural).sum();
    let legible: f32 = columns().filter(|(_, align)| words(align)).map(|(want, _)| want.legible).sum();
    if figures + legible > room {
        let taken: f32 = widths.iter().sum();
        widths.iter_mut().for_each(|width| *width *= room / taken);
        return;
    }
    let count = aligns.iter().filter(|align| words(align)).count().max(1);
    let share = (room - figures) / count as f32;
    widths.iter_mut().zip(aligns).filter(|(_, align)| words(align)).for_each(|(width, _)| *width = width.min(share));
}

fn header_row(setter: &mut Setter<'_>, table: &Table, widths: &[f32], kinds: &Kinds, frame: Room) -> Brick {
    let mut cells = Vec::new();
    for (column, width) in table.columns.iter().zip(widths) {
        let pieces = setter.pieces(&column.header, &kinds.head.style);
        cells.push((
            setter.set(&pieces, (width - 2.0 * table::SIDE).max(1.0), kinds.head.leading, side(setter, column.align)),
            *width,
        ));
    }
    let above = frame.white(table::ABOVE);
    let text = cells.iter().map(|(cell, _)| cell.height()).fold(0.0, f32::max);
    let height = text + 2.0 * above;
    let mut brick = Brick::new(height);
    let rule = Rect::new(frame.inset, height - pen::STRONG, frame.inner(), pen::STRONG);
    brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.ink)));
    let mut x = frame.inset;
    for (cell, width) in cells {
        // Headers are aligned to the rule below them, however many lines their neighbours take.
        let y = above + text - cell.height();
        brick.draws.extend(cell.draws(x + table::SIDE, y));
        x += width;
    }
    brick
}

/// The cells of a row, each set in its width.
fn cells_of(
    setter: &mut Setter<'_>,
    table: &Table,
    cells: &[Inlines],
    widths: &[f32],
    kinds: &Kinds,
) -> Vec<(TextBox, f32)> {
    let mut set = Vec::with_capacity(cells.len());
    for ((column, width), cell) in table.columns.iter().zip(widths).zip(cells) {
        let kind = if column.row_header { &kinds.strong } else { &kinds.cell };
        let pieces: Vec<StyledText> = setter.pieces(cell, &figures(&kind.style, column.align));
        set.push((
            setter.set(&pieces, (width - 2.0 * table::SIDE).max(1.0), kind.leading, side(setter, column.align)),
            *width,
        ));
    }
    set
}

/// A row: one brick, or one for each line if it is tall.
fn row_bricks(setter: &Setter<'_>, set: &[(TextBox, f32)], leading: f32, frame: Room) -> Flow {
    let lines = set.iter().map(|(cell, _)| cell.lines.len()).max().unwrap_or(0).max(1);
    let above = frame.white(table::ABOVE);
    let rule_colour = setter.look.palette.hairline;
    let mut bricks: Vec<Brick> = Vec::with_capacity(lines);
    for index in 0..lines {
        let top = if index == 0 { above } else { 0.0 };
        let mut brick = Brick::new(top + leading);
        brick.before = if lines <= table::TALL || index < 2 || index + 2 > lines {
            Break::Never
        } else {
            Break::At(weights::TALL_ROW_SPLIT)
        };
        brick.draws.reserve_exact(set.len() + 1);
        if index + 1 == lines {
            brick.height += above;
            let rule = Rect::new(frame.inset, brick.height - pen::HAIR, frame.inner(), pen::HAIR);
            brick.draws.push(Draw::Shape(Shape::filled(rule, rule_colour)));
        }
        let mut x = frame.inset;
        for (cell, width) in set {
            brick.draws.extend(cell.line(index).map(|line| line.shifted(x + table::SIDE, top)));
            x += *width;
        }
        bricks.push(brick);
    }
    Flow { bricks, ..Flow::default() }
}

fn total_row(
    setter: &mut Setter<'_>,
    (label, value): &(Inlines, Inlines),
    column: f32,
    kinds: &Kinds,
    frame: Room,
) -> Brick {
    let kind = &kinds.strong;
    let label = setter.pieces(label, &kind.style);
    let value = setter.pieces(value, &figures(&kind.style, ColumnAlign::End));
    // As wide as the column above it, or wider.
    let natural = (setter.natural(&value) + SAME_WIDTH).min(frame.inner() * table::TOTAL_MOST);
    let value_width = natural.max(column - 2.0 * table::SIDE);
    let value = setter.set(&value, value_width, kind.leading, setter.look.figures());
    let label =
        setter.set(&label, (frame.inner() - value_width - 3.0 * table::SIDE).max(1.0), kind.leading, Align::Start);
    let above = frame.white(table::ABOVE);
    let height = label.height().max(value.height()) + 2.0 * above + 2.0 * pen::HAIR;
    let mut brick = Brick::new(height).before(Break::Never);
    let ground = Rect::new(frame.inset, 0.0, frame.inner(), height);
    brick.draws.push(Draw::Shape(Shape::filled(ground, setter.look.palette.tint)));
    brick.draws.extend(label.draws(frame.inset + table::SIDE, above + pen::HAIR));
    brick.draws.extend(value.draws(frame.inset + frame.inner() - table::SIDE - value_width, above + pen::HAIR));
    brick
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_word_gives_way_and_not_figures_or_other_words() {
        let name = WantedWidth { natural: 600.0, legible: 45.0, least: 330.0 };
        let purpose = WantedWidth { natural: 300.0, legible: 45.0, least: 56.0 };
        let amount = WantedWidth { natural: 60.0, legible: 45.0, least: 60.0 };
        let aligns = [ColumnAlign::Start, ColumnAlign::Start, ColumnAlign::End];
        let widths = share_out(&[name, purpose, amount], &aligns, 240.0);
        assert!(widths[0] > 90.0 && widths[1] >= 56.0 && widths[2] == 60.0, "{widths:?}");
        let narrow = share_out(&[name, purpose, amount], &aligns, 120.0);
        assert!((narrow.iter().sum::<f32>() - 120.0).abs() < 0.01, "{narrow:?}");
    }

    #[test]
    fn a_column_with_slack_gives_room_to_one_whose_words_wrap() {
        let column = |natural: f32| WantedWidth { natural, legible: 45.0, least: 50.0 };
        let (wants, aligns) = ([column(260.0), column(170.0)], [ColumnAlign::Start; 2]);
        // One long name, in two lines either way; the purposes fit on one line in slightly more than their share.
        let rows: Vec<Vec<f32>> = (0..9).map(|row| vec![if row == 0 { 250.0 } else { 60.0 }, 155.0]).collect();
        let shared = share_out(&wants, &aligns, 340.0);
        let (lines, widths) = fewest_lines(&rows, &[40.0, 40.0], &wants, &aligns, shared.clone());
        assert!(shared[1] < 167.0 && widths[1] >= 167.0, "{shared:?} {widths:?}");
        assert!((lines, widths.iter().sum::<f32>()) == (11.0, 340.0), "{lines} {widths:?}");
    }

    #[test]
    fn names_in_chinese_do_not_read_downwards_beside_a_long_purpose() {
        let name = WantedWidth { natural: 63.0, legible: 45.0, least: 9.0 };
        let purpose = WantedWidth { natural: 900.0, legible: 45.0, least: 50.0 };
        let amount = WantedWidth { natural: 55.0, legible: 45.0, least: 55.0 };
        let aligns = [ColumnAlign::Start, ColumnAlign::Start, ColumnAlign::End];
        let widths = share_out(&[name, purpose, amount], &aligns, 240.0);
        assert!((45.0..=63.0).contains(&widths[0]), "{widths:?}");
        assert!((widths.iter().sum::<f32>() - 240.0).abs() < 0.01, "{widths:?}");
    }
}
