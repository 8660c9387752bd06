//! A chart of bars that is its own table: the bars are decoration, the labels and values are the cells.

use briefing_document::{BarChart, BarRow};
use briefing_model::Colour;

use super::Room;
use crate::brick::{Anchor, Break, Brick, Draw, Flow};
use crate::look::{Type, Voice};
use crate::measures::type_sizes::SAME_WIDTH;
use crate::measures::{chart, pen};
use crate::page::{Rect, Shape};
use crate::setter::{Setter, TextBox};
use crate::text::{Align, Figures, TextStyle, Weight};
use crate::weights;

/// The measures all rows share.
struct ChartGrid {
    /// The thickness of a bar, the distance from one to the next, and the white between rows.
    bar: f32,
    pitch: f32,
    between: f32,
    label: f32,
    bars: f32,
    value: f32,
    longest: f64,
}

/// A chart of bars with its title and the headers of its columns.
pub(super) fn bar_chart(setter: &mut Setter<'_>, chart: &BarChart, frame: Room) -> Flow {
    let mut flow = Flow::default();
    let title = setter.look.voice(Voice::Unit);
    let pieces = setter.words(&chart.title, &title.style);
    let set = setter.set(&pieces, frame.inner(), title.leading, Align::Start);
    let mut brick =
        Brick::new(set.height()).gap(chart::TITLE.0, chart::TITLE.1).before(Break::At(weights::BETWEEN_LIST_ITEMS));
    brick.draws = set.draws(frame.inset, 0.0);
    brick.anchors.push(Anchor::Bookmark(chart.title.to_string(), 3));
    flow.push(brick);

    let kind = setter.look.voice(Voice::Small);
    let colours = series_colours(setter, chart.series.len());
    let grid = grid(setter, chart, &kind, frame);
    let legend = legend(setter, chart, &kind, &colours, frame);
    flow.headers.push(legend.clone());
    flow.push(legend.gap(chart::LEGEND, 0.0).before(Break::Never));
    for (index, row) in chart.rows.iter().enumerate() {
        let mut brick = bar_row(setter, row, &kind, &colours, &grid, frame).gap(grid.between, chart::ROW_GROWS);
        // A chart is one picture: it is split only when it is longer than most columns.
        let part =
            Break::At(if chart.rows.len() > chart::LONG { weights::WITHIN_LONG_CHART } else { weights::WHOLE_SPLIT });
        brick.before = if index == 0 || index + 1 == chart.rows.len() { Break::Never } else { part };
        brick.header = Some(0);
        flow.push(brick);
    }
    flow
}

fn series_colours(setter: &Setter<'_>, count: usize) -> Vec<Colour> {
    let palette = setter.look.palette;
    if count <= 1 {
        return vec![palette.accent];
    }
    // Two dark colours would be one.
    let apart = palette.accent.contrast(palette.ink) >= chart::COLOURS_APART;
    let mut colours = vec![palette.accent, if apart { palette.ink } else { palette.pale }];
    while colours.len() < count {
        colours.push(palette.pale);
    }
    colours
}

fn grid(setter: &mut Setter<'_>, chart: &BarChart, kind: &Type, frame: Room) -> ChartGrid {
    let mut label = 0.0_f32;
    let mut value = 0.0_f32;
    let mut longest = 0.0_f64;
    let value_style = value_style(setter, kind);
    for row in &chart.rows {
        let pieces = setter.unmarked(&row.label, &kind.style);
        label = label.max(setter.natural(&pieces) + 1.0);
        for bar in &row.values {
            let pieces = Setter::untagged(&bar.text, &value_style);
            value = value.max(setter.natural(&pieces) + 1.0);
            if bar.length.is_finite() {
                longest = longest.max(bar.length);
            }
        }
    }
    let label = label.min(frame.inner() * chart::LABEL_MOST) + chart::BESIDE_LABEL;
    // A value stays on one line: the bars are short before a figure is split.
    let value = value.min(frame.inner() - label - chart::LEAST_BARS) + chart::BESIDE_VALUE;
    let (bar, pitch, between) = chart::bars(frame.wide, frame.tight);
    ChartGrid { bar, pitch, between, label, value, bars: frame.inner() - label - value, longest }
}

fn value_style(setter: &Setter<'_>, kind: &Type) -> TextStyle {
    TextStyle { figures: Figures::Tabular, colour: setter.look.palette.text, ..kind.style.clone() }
}

/// The header row, which is the key to the colours as well.
fn legend(setter: &mut Setter<'_>, chart: &BarChart, kind: &Type, colours: &[Colour], frame: Room) -> Brick {
    let bold = TextStyle { weight: Weight::Bold, colour: setter.look.palette.title, ..kind.style.clone() };
    let pieces = setter.words(&chart.label_header, &bold);
    let width = (setter.natural(&pieces) + SAME_WIDTH).min(frame.inner() * chart::HEADER_MOST);
    let header = setter.set(&pieces, width, kind.leading, Align::Start);
    let keys = keys(setter, chart, colours, (&bold, kind.leading), frame.inner() - width - chart::KEYS_APART);

    let mut height = header.height();
    let mut draws = header.draws(frame.inset, 0.0);
    // The keys stand at the end of the line.
    let widths: f32 = keys.iter().map(|(key, _)| key.width + chart::KEY_INDENT + chart::KEYS_APART).sum();
    let mut x = frame.inset + frame.inner() + chart::KEYS_APART - widths;
    for (key, colour) in keys {
        height = height.max(key.height());
        let square = Rect::new(x, (kind.leading - chart::KEY) / 2.0, chart::KEY, chart::KEY);
        draws.push(Draw::Shape(Shape::filled(square, colour)));
        let width = key.width;
        draws.extend(key.draws(x + chart::KEY_INDENT, 0.0));
        x += width + chart::KEY_INDENT + chart::KEYS_APART;
    }
    let rule = Rect::new(frame.inset, height + (chart::BELOW_HEADER - pen::RULE), frame.inner(), pen::RULE);
    let mut brick = Brick::new(height + chart::BELOW_HEADER);
    brick.draws = draws;
    brick.draws.push(Draw::Shape(Shape::filled(rule, setter.look.palette.hairline)));
    brick
}

/// The names of the series with their colours, each on one line if all have room so.
fn keys(
    setter: &mut Setter<'_>,
    chart: &BarChart,
    colours: &[Colour],
    (style, leading): (&TextStyle, f32),
    room: f32,
) -> Vec<(TextBox, Colour)> {
    let named = chart.series.iter().zip(colours).map(|(name, colour)| {
        let pieces = setter.words(name, style);
        let natural = setter.natural(&pieces) + SAME_WIDTH;
        (pieces, natural, *colour)
    });
    let named: Vec<_> = named.collect();
    let count = named.len().max(1) as f32;
    let words = room - count * chart::KEY_INDENT - (count - 1.0) * chart::KEYS_APART;
    let crowded = named.iter().map(|(_, natural, _)| natural).sum::<f32>() > words;
    let most = if crowded { (words / count).max(chart::KEY_LEAST) } else { words };
    let set = named
        .into_iter()
        .map(|(pieces, natural, colour)| (setter.set(&pieces, natural.min(most), leading, Align::Start), colour));
    set.collect()
}

fn bar_row(
    setter: &mut Setter<'_>,
    row: &BarRow,
    kind: &Type,
    colours: &[Colour],
    grid: &ChartGrid,
    frame: Room,
) -> Brick {
    let label_style = TextStyle { colour: setter.look.palette.text, ..kind.style.clone() };
    let pieces = setter.pieces(&row.label, &label_style);
    let label = setter.set(&pieces, grid.label - chart::BESIDE_LABEL, kind.leading, Align::Start);
    let style = value_style(setter, kind);
    let mut values = Vec::new();
    for value in &row.values {
        let pieces = setter.words(&value.text, &style);
        values.push(setter.set(&pieces, grid.value, grid.pitch, Align::Start));
    }
    let bars_height = values.iter().map(|value| value.height().max(grid.pitch)).sum::<f32>().max(grid.pitch);
    let height = label.height().max(bars_height);
    let mut brick = Brick::new(height);
    let label_y = (height - label.height()) / 2.0;
    brick.draws = label.draws(frame.inset, label_y);
    let mut y = (height - bars_height) / 2.0;
    for ((value, set), colour) in row.values.iter().zip(values).zip(colours) {
        let share = if grid.longest > 0.0 && value.length.is_finite() {
            (value.length / grid.longest).clamp(0.0, 1.0)
        } else {
            0.0
        };
        // A share between 0 and 1.
        let mut length = grid.bars * share as f32;
        if share > 0.0 {
            length = length.max(chart::SHORTEST);
            let bar = Rect::new(frame.inset + grid.label, y + (grid.pitch - grid.bar) / 2.0, length, grid.bar);
            brick.draws.push(Draw::Shape(Shape::filled(bar, *colour)));
        }
        let set_height = set.height().max(grid.pitch);
        let x = frame.inset + grid.label + length + if length > 0.0 { chart::BAR_TO_VALUE } else { 0.0 };
        brick.draws.extend(set.draws(x, y));
        y += set_height;
    }
    brick
}
