//! A chart that doubles as its own table: bars and steps are decoration, labels and values are the cells.

use briefing_document::{Chart, ChartForm, ChartRow, TimeAxis};
use briefing_model::Colour;

use super::{Room, steps};
use crate::brick::{Anchor, Break, Brick, Draw, Flow};
use crate::look::{Type, Voice};
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{chart, pen, steps as steps_measures};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, StyledText, TextBox};
use crate::text::{Align, Figures, TextStyle, Weight};
use crate::weights;

/// Measures common to all rows.
struct ChartGrid {
    label: f32,
    /// Whether labels are set above their values, for lack of space beside them.
    stacked: bool,
    /// The width of each column of values at the end of the line.
    values: Vec<f32>,
    bars: Option<Bars>,
    between: f32,
}

/// The placement of a chart's bars.
struct Bars {
    colours: Vec<Colour>,
    /// The distance from the start of the line.
    x: f32,
    width: f32,
    /// The thickness of a bar.
    thick: f32,
    /// Whether bars are drawn below the words of their row, for lack of space beside them.
    below: bool,
    longest: f64,
}

/// Sets a chart with its title and column headers.
pub(super) fn chart(setter: &mut Setter<'_>, of: &Chart, frame: Room) -> Flow {
    let mut flow = Flow::default();
    let title = setter.look.voice(Voice::Unit);
    let pieces = setter.words(&of.title, &title.style);
    let set = setter.set(&pieces, frame.inner(), title.leading, Align::Start);
    let mut brick =
        Brick::new(set.height()).gap(chart::TITLE.0, chart::TITLE.1).before(Break::At(weights::BETWEEN_LIST_ITEMS));
    brick.draws = set.draws(frame.inset, 0.0);
    brick.anchors.push(Anchor::Bookmark(of.title.to_string(), 3));
    flow.push(brick);

    let kind = setter.look.voice(Voice::Small);
    let axis = match &of.form {
        ChartForm::Steps(axis) if axis.days.len() > 1 => Some(axis),
        ChartForm::Steps(_) | ChartForm::Bars => None,
    };
    if let Some(axis) = axis {
        if frame.wide && of.rows.len() <= steps_measures::FEW {
            flow.push(steps_beside_rows(setter, of, axis, &kind, frame));
            return flow;
        }
        let steps = steps::steps(setter, of, axis, frame);
        flow.push(steps.gap(chart::LEGEND, 0.0).before(Break::Never));
    }
    let grid = grid(setter, of, &kind, axis, frame);
    let header = header(setter, of, &kind, &grid, frame);
    // At the top of a column, the row below the header has no white above it.
    let again = super::heading_again(setter, &of.title, &title, frame);
    let down = again.height() + chart::LEGEND;
    let mut repeated = Brick::new(down + header.height + grid.between);
    repeated.draws = again.draws(frame.inset, 0.0);
    repeated.draws.extend(header.draws.iter().cloned().map(|draw| draw.shifted(0.0, down)));
    flow.headers.push(repeated);
    flow.push(header.gap(chart::LEGEND, 0.0).before(Break::Never));
    for (index, row) in of.rows.iter().enumerate() {
        let mut brick = row_of(setter, row, &kind, &grid, frame).gap(grid.between, chart::ROW_GROWS);
        // A chart is one picture and is split only if it is longer than most columns.
        let part =
            Break::At(if of.rows.len() > chart::LONG { weights::WITHIN_LONG_CHART } else { weights::WHOLE_SPLIT });
        brick.before = if index == 0 || index + 1 == of.rows.len() { Break::Never } else { part };
        brick.header = Some(0);
        flow.push(brick);
    }
    flow
}

/// Steps at the start of the line, with their few rows at its end.
fn steps_beside_rows(setter: &mut Setter<'_>, chart: &Chart, axis: &TimeAxis, kind: &Type, frame: Room) -> Brick {
    let room = frame.inner() - setter.look.gutter;
    let natural = grid(setter, chart, kind, Some(axis), Room { inset: 0.0, ..frame });
    let labels = chart.rows.iter().map(|row| setter.unmarked(&row.label, &kind.style)).collect::<Vec<_>>();
    let label = labels.iter().map(|label| setter.natural(label) + SAME_WIDTH).fold(0.0, f32::max);
    let (least, most) = steps_measures::ROWS;
    let words = Room { width: (label + taken(&natural.values)).clamp(room * least, room * most), inset: 0.0, ..frame };
    let drawing = Room { width: room - words.width, inset: 0.0, ..frame };
    let mut brick = steps::steps(setter, chart, axis, drawing);
    brick.draws = brick.draws.into_iter().map(|draw| draw.shifted(frame.inset, 0.0)).collect();
    let grid = grid(setter, chart, kind, Some(axis), words);
    let mut below = 0.0;
    let mut add = |own: Brick, gap: f32| {
        let x = frame.inset + frame.inner() - words.width;
        brick.draws.extend(own.draws.into_iter().map(|draw| draw.shifted(x, below + gap)));
        below += gap + own.height;
    };
    add(header(setter, chart, kind, &grid, words), 0.0);
    for row in &chart.rows {
        add(row_of(setter, row, kind, &grid, words), grid.between);
    }
    brick.height = brick.height.max(below);
    brick.gap(chart::LEGEND, 0.0).before(Break::Never)
}

/// The colours of nested bars, the outermost first. The amount received is always a bar inside that of the amount pledged.
pub(super) fn series_colours(setter: &Setter<'_>, count: usize) -> Vec<Colour> {
    let palette = setter.look.palette;
    if count <= 1 {
        return vec![palette.mark];
    }
    // Two dark colours could not be told apart.
    let apart = palette.mark.contrast(palette.ink) >= chart::COLOURS_APART;
    let outer = if apart { palette.mark } else { palette.pale };
    std::iter::once(outer).chain(std::iter::repeat_n(palette.ink, count - 1)).collect()
}

fn grid(setter: &mut Setter<'_>, chart: &Chart, kind: &Type, axis: Option<&TimeAxis>, frame: Room) -> ChartGrid {
    let key = if axis.is_none() { chart::KEY_INDENT } else { 0.0 };
    let bold = header_style(setter, kind);
    let header = setter.extent(&Setter::untagged(&chart.label_header, &bold));
    let (mut label, mut least) = (header.natural, header.least);
    for row in &chart.rows {
        let pieces = setter.unmarked(&row.label, &kind.style);
        let extent = setter.extent(&pieces);
        label = label.max(extent.natural + SAME_WIDTH);
        least = least.max(extent.least + SAME_WIDTH);
    }
    let (thick, between) = chart::bars(frame.wide, frame.tight);
    // Headers take one line or two, with the bars beside the figures or else below them; more lines only if there is no other way.
    let ways = value_widths(setter, chart, kind, key);
    let beside = label.min(frame.inner() * chart::LABEL_MOST) + chart::BESIDE_LABEL;
    let fits = |values: &[f32]| frame.inner() - taken(values) - beside >= chart::LEAST_BARS;
    let leaves = |values: &[f32]| frame.inner() - taken(values) >= label.min(frame.inner() * chart::LABEL_LEAST);
    let beside_bars = ways.iter().take(2).find(|values| fits(values)).filter(|_| axis.is_none());
    let values = beside_bars.or_else(|| ways.iter().find(|values| leaves(values))).or(ways.last());
    let values = values.cloned().unwrap_or_default();
    let room = frame.inner() - taken(&values);
    // Labels whose words would have to be split are set above the values.
    let stacked = room < least;
    let room = if stacked { frame.inner() } else { room };
    if axis.is_some() {
        return ChartGrid { label: room, stacked, values, bars: None, between: between * chart::STEP_ROWS };
    }
    let lengths = chart.rows.iter().flat_map(|row| &row.values).map(|value| value.length);
    let longest = lengths.filter(|length| length.is_finite()).fold(0.0, f64::max);
    let colours = series_colours(setter, chart.series.len());
    let bars = if fits(&values) && !stacked {
        Bars { colours, x: beside, width: room - beside, thick, below: false, longest }
    } else {
        Bars { colours, x: 0.0, width: frame.inner(), thick: thick * chart::BELOW, below: true, longest }
    };
    let label = if bars.below { room } else { beside - chart::BESIDE_LABEL };
    ChartGrid { label, stacked, values, bars: Some(bars), between }
}

/// The widths of the columns of values, with headers on one line, on two, and on as many as they have words, but few in scripts without
/// spaces.
fn value_widths(setter: &mut Setter<'_>, chart: &Chart, kind: &Type, key: f32) -> [Vec<f32>; 3] {
    let (style, bold) = (value_style(setter, kind), header_style(setter, kind));
    let mut widths = [Vec::new(), Vec::new(), Vec::new()];
    for (series, name) in chart.series.iter().enumerate() {
        let header = setter.extent(&Setter::untagged(name, &bold));
        let mut figures = 0.0_f32;
        for value in chart.rows.iter().filter_map(|row| row.values.get(series)) {
            figures = figures.max(setter.natural(&Setter::untagged(&value.text, &style)));
        }
        let halved = header.least.max(header.natural * chart::HALVED);
        let least = header.least.max(header.natural * chart::HEADER_LEAST);
        for (column, header) in widths.iter_mut().zip([header.natural, halved, least]) {
            column.push(figures.max(key + header) + SAME_WIDTH);
        }
    }
    widths
}

fn value_style(setter: &Setter<'_>, kind: &Type) -> TextStyle {
    TextStyle { figures: Figures::Tabular, colour: setter.look.palette.text, ..kind.style.clone() }
}

fn header_style(setter: &Setter<'_>, kind: &Type) -> TextStyle {
    TextStyle { weight: Weight::Bold, colour: setter.look.palette.title, ..kind.style.clone() }
}

/// The width taken by columns of values, including the white before each.
fn taken(values: &[f32]) -> f32 {
    values.iter().map(|width| width + chart::BESIDE_VALUE).sum()
}

/// A cell set in its column at the end of the line.
struct ValueCell {
    text: TextBox,
    /// The left edge of its text.
    x: f32,
}

/// The cells of a row at the end of the line, each indented in its column.
fn at_end(
    setter: &mut Setter<'_>,
    cells: Vec<Vec<StyledText>>,
    indent: f32,
    widths: &[f32],
    leading: f32,
    frame: Room,
) -> Vec<ValueCell> {
    let mut x = frame.inset + frame.inner() - taken(widths);
    let mut set = Vec::new();
    for (pieces, width) in cells.into_iter().zip(widths) {
        x += chart::BESIDE_VALUE;
        let text = setter.set(&pieces, width - indent, leading, setter.look.figures());
        set.push(ValueCell { text, x: x + indent });
        x += width;
    }
    set
}

/// The height of the tallest cell, or `least` if that is greater.
fn tallest(cells: &[ValueCell], least: f32) -> f32 {
    cells.iter().map(|cell| cell.text.height()).fold(least, f32::max)
}

/// The header row, which doubles as the legend.
fn header(setter: &mut Setter<'_>, chart: &Chart, kind: &Type, grid: &ChartGrid, frame: Room) -> Brick {
    let bold = header_style(setter, kind);
    let pieces = setter.words(&chart.label_header, &bold);
    let label = setter.set(&pieces, grid.label, kind.leading, Align::Start);
    let indent = if grid.bars.is_some() { chart::KEY_INDENT } else { 0.0 };
    let mut cells = Vec::new();
    for name in &chart.series {
        cells.push(setter.words(name, &bold));
    }
    let set = at_end(setter, cells, indent, &grid.values, kind.leading, frame);
    let above = if grid.stacked { label.height() } else { 0.0 };
    let height = above + tallest(&set, label.height() - above);
    let mut brick = Brick::new(height + chart::BELOW_HEADER);
    // Headers are aligned to the rule below them, however many lines their neighbours take.
    let down = if grid.stacked { 0.0 } else { height - label.height() };
    brick.draws = label.draws(frame.inset, down);
    let colours = grid.bars.iter().flat_map(|bars| &bars.colours);
    let mut colours = colours.map(Some).chain(std::iter::repeat(None));
    for ValueCell { text, x } in set {
        let top = height - text.height();
        if let Some(Some(colour)) = colours.next() {
            // The legend's square is placed before the first word.
            let first = text.lines.first().filter(|_| setter.look.figures() == Align::End);
            let runs = first.into_iter().flat_map(|line| &*line.runs);
            let before = runs.map(|run| run.x).reduce(f32::min).unwrap_or_default();
            let left = x - indent + before.max(0.0);
            let square = Rect::new(left, top + (kind.leading - chart::KEY) / 2.0, chart::KEY, chart::KEY);
            brick.draws.push(Draw::Shape(Shape::filled(square, *colour)));
        }
        brick.draws.extend(text.draws(x, top));
    }
    let rule = Rect::new(frame.inset, height + (chart::BELOW_HEADER - pen::RULE), frame.inner(), pen::RULE);
    brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.hairline)));
    brick
}

/// A row: its label, its values at the end of the line, and its bars between or below them.
fn row_of(setter: &mut Setter<'_>, row: &ChartRow, kind: &Type, grid: &ChartGrid, frame: Room) -> Brick {
    let label_style = TextStyle { colour: setter.look.palette.text, ..kind.style.clone() };
    let pieces = setter.pieces(&row.label, &label_style);
    let label = setter.set(&pieces, grid.label, kind.leading, Align::Start);
    let style = value_style(setter, kind);
    let mut cells = Vec::new();
    for value in &row.values {
        cells.push(setter.words(&value.text, &style));
    }
    let set = at_end(setter, cells, 0.0, &grid.values, kind.leading, frame);
    let above = if grid.stacked { label.height() } else { 0.0 };
    let words = above + tallest(&set, (label.height() - above).max(kind.leading));
    let mut brick = Brick::new(words);
    brick.draws = label.draws(frame.inset, 0.0);
    brick.draws.extend(set.into_iter().flat_map(|cell| cell.text.draws(cell.x, above)));
    if let Some(bars) = &grid.bars {
        let middle = if bars.below {
            brick.height += chart::ABOVE_BAR + bars.thick;
            words + chart::ABOVE_BAR + bars.thick / 2.0
        } else {
            kind.leading / 2.0
        };
        for (bar, colour) in bars.of(row, frame.inset, middle).into_iter().zip(&bars.colours) {
            brick.draws.extend(bar.map(|bar| Draw::Shape(Shape::filled(bar, *colour))));
        }
    }
    brick
}

impl Bars {
    /// The bars of a row, one inside the other; `None` for a value of zero.
    fn of(&self, row: &ChartRow, inset: f32, middle: f32) -> Vec<Option<Rect>> {
        let bar = |(depth, length): (usize, f64)| {
            if !(length.is_finite() && length > 0.0 && self.longest > 0.0) {
                return None;
            }
            // A share from 0 to 1.
            let share = (length / self.longest).clamp(0.0, 1.0) as f32;
            let thick = if depth == 0 { self.thick } else { self.thick * chart::INNER };
            let width = (self.width * share).max(chart::SHORTEST);
            Some(Rect::new(inset + self.x, middle - thick / 2.0, width, thick))
        };
        row.values.iter().map(|value| value.length).enumerate().map(bar).collect()
    }
}
