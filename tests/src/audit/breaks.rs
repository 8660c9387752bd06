//! Where columns and pages end.

use std::collections::BTreeMap;

use briefing_document::{NodeId, Tag};
use briefing_layout::{Frame, Mark, PagedDocument};

use super::together::SHORT_TABLE;
use super::{Ink, block_of, ink};

/// The part of a column that may stay unfilled at its foot.
const UNFILLED: f32 = 0.15;
/// White that stands above a section, stretched as far as it goes, in points: a piece must fit with it.
const WHITE: f32 = 32.0;
/// Three lines of text, in points: how uneven columns may end.
const THREE_LINES: f32 = 3.0 * 13.5;
/// Eight lines of text below the heads of a section and an item, in points: what may stand in one column with nothing beside it.
const SHORT: f32 = 11.0 * 13.5;

/// A line of content in a frame.
struct Line {
    /// The page, and the frame on it.
    place: (usize, usize),
    baseline: f32,
    block: NodeId,
}

/// The lines of every block, in reading order of the blocks' first lines; outside every frame stands the title only.
fn lines(paged: &PagedDocument) -> Vec<Line> {
    let mut runs: Vec<Ink<'_>> = ink(paged).into_iter().filter(|run| run.slot.is_some()).collect();
    runs.sort_by_key(|run| run.slot);
    let line = |run: &Ink<'_>| {
        let block = block_of(paged, run.slot?)?;
        Some(Line { place: (run.page, frame_of(paged, run)?), baseline: run.baseline, block })
    };
    runs.iter().filter_map(line).collect()
}

fn frame_of(paged: &PagedDocument, run: &Ink<'_>) -> Option<usize> {
    paged.pages.get(run.page)?.frames.iter().position(|frame| {
        let across = run.left >= frame.area.x - 1.0 && run.left <= frame.area.right();
        across && run.baseline >= frame.area.y && run.baseline <= frame.filled + 1.0
    })
}

fn is_heading(paged: &PagedDocument, block: NodeId) -> bool {
    paged.tree.get(block).is_some_and(|node| matches!(node.tag, Tag::Heading(_)))
}

/// Headings whose text begins in another column or on another page.
#[must_use]
pub fn lone_headings(paged: &PagedDocument) -> Vec<String> {
    let lines = lines(paged);
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| is_heading(paged, line.block)) {
        let after = lines.iter().skip(index + 1).find(|after| !is_heading(paged, after.block));
        if after.is_some_and(|after| after.place != line.place) {
            faults.push(format!("page {}: the heading at {} stands alone", line.place.0 + 1, line.baseline));
        }
    }
    faults
}

/// A cell of more lines may break between them.
const TALL_CELL: usize = 16;

/// Lines of a paragraph that stand alone in a column, and cells that are split though they are not tall.
#[must_use]
pub fn stray_lines(paged: &PagedDocument) -> Vec<String> {
    let mut blocks: BTreeMap<NodeId, Vec<Line>> = BTreeMap::new();
    for line in lines(paged) {
        blocks.entry(line.block).or_default().push(line);
    }
    let mut faults = Vec::new();
    for (block, lines) in blocks {
        let parts = parts(&lines);
        let tag = paged.tree.get(block).map(|node| &node.tag);
        let place = |line: Option<&Line>| line.map_or(0, |line| line.place.0 + 1);
        let cell = matches!(tag, Some(Tag::Cell { .. } | Tag::HeaderCell { .. }));
        let whole = matches!(tag, Some(Tag::Heading(_))) || (cell && lines.len() <= TALL_CELL);
        if parts.len() > 1 && whole {
            faults.push(format!("page {}: a {tag:?} is split", place(lines.first())));
        }
        if parts.len() > 1 && parts.contains(&1) {
            faults.push(format!("page {}: a line of a {tag:?} stands alone: {parts:?}", place(lines.first())));
        }
    }
    faults
}

/// How many lines stand in each of the frames that a block is in.
fn parts(lines: &[Line]) -> Vec<usize> {
    let mut parts: Vec<((usize, usize), Vec<f32>)> = Vec::new();
    for line in lines {
        match parts.last_mut() {
            Some((place, baselines)) if *place == line.place => {
                if baselines.iter().all(|known| (known - line.baseline).abs() > 2.0) {
                    baselines.push(line.baseline);
                }
            }
            _ => parts.push((line.place, vec![line.baseline])),
        }
    }
    parts.into_iter().map(|(_, baselines)| baselines.len()).collect()
}

/// Columns with more white at their foot than they may have, where what comes next would have fitted.
///
/// The last page may end anywhere, and a column that was evened with its neighbour is [`uneven_columns`]' business.
#[must_use]
pub fn unfilled_columns(paged: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    let bottom = paged.pages.iter().flat_map(|page| &page.frames).map(|frame| frame.area.bottom()).fold(0.0, f32::max);
    let all_but_last = paged.pages.len().saturating_sub(1);
    for (number, page) in paged.pages.iter().enumerate().take(all_but_last) {
        let top = page.frames.iter().map(|frame| frame.area.y).fold(f32::MAX, f32::min);
        let allowed = (bottom - top) * UNFILLED;
        for frame in page.frames.iter().filter(|frame| !frame.last) {
            let white = frame.area.bottom() - frame.filled;
            if white > allowed && frame.next + WHITE <= white {
                faults.push(format!(
                    "page {}: a column ends with {white:.0} points of white (allowed {allowed:.0}), and {:.0} would have fitted",
                    number + 1,
                    frame.next
                ));
            }
        }
        // Below what was evened, the page goes on with the next flow, or the next flow did not fit.
        let deepest = page.frames.iter().map(|frame| frame.filled.max(if frame.last { 0.0 } else { bottom }));
        let white = bottom - deepest.fold(0.0, f32::max);
        let next = paged.pages.get(number + 1).and_then(|page| page.frames.first());
        if white > allowed && next.is_some_and(|next| least(next) + WHITE <= white) {
            faults.push(format!("page {}: ends with {white:.0} points of white (allowed {allowed:.0})", number + 1));
        }
    }
    faults
}

/// The least height in which the flow that begins with a frame could have begun: all of it where it is whole.
fn least(frame: &Frame) -> f32 {
    if frame.last { frame.filled - frame.area.y } else { 0.0 }
}

/// Columns that end side by side further apart than three lines and than the piece that could have been moved.
#[must_use]
pub fn uneven_columns(paged: &PagedDocument) -> Vec<String> {
    let lines = lines(paged);
    let mut faults = Vec::new();
    for (number, page) in paged.pages.iter().enumerate() {
        for (index, (left, right)) in page.frames.iter().zip(page.frames.iter().skip(1)).enumerate() {
            let beside =
                left.last && right.last && left.area.x < right.area.x && (left.area.y - right.area.y).abs() < 0.1;
            let apart = (left.filled - right.filled).abs();
            // A heading with a few lines is not torn in two for evenness.
            let short = right.filled - right.area.y < 1.0 && left.filled - left.area.y < SHORT;
            // What follows the shorter column, or what ends the longer one.
            let shorter = left.filled < right.filled;
            let piece = if shorter {
                left.next + WHITE
            } else {
                last_piece(paged, &lines, (number, index)) + white_above(paged, &lines, (number, index + 1))
            };
            if beside && !short && apart > THREE_LINES && apart > piece {
                faults.push(format!(
                    "page {}: columns end {apart:.0} points apart, and {piece:.0} could have been moved",
                    number + 1
                ));
            }
        }
    }
    faults
}

/// The white that what begins a frame gets where something else comes to stand above it.
fn white_above(paged: &PagedDocument, lines: &[Line], place: (usize, usize)) -> f32 {
    let first = lines.iter().find(|line| line.place == place).and_then(|line| paged.tree.get(line.block));
    match first.map(|node| &node.tag) {
        Some(Tag::Heading(2)) => 22.0,
        Some(Tag::Heading(3)) => 17.0,
        Some(Tag::Heading(_)) => 13.0,
        _ => 0.0,
    }
}

/// The height of the piece that ends a frame and cannot be split: two lines of a longer paragraph; all of a shorter
/// one, with what stands beside it and the headings above it; of a table what [`last_rows`] says.
fn last_piece(paged: &PagedDocument, lines: &[Line], place: (usize, usize)) -> f32 {
    let here: Vec<&Line> = lines.iter().filter(|line| line.place == place).collect();
    let Some((last, frame)) = here.last().zip(paged.pages.get(place.0).and_then(|page| page.frames.get(place.1)))
    else {
        return 0.0;
    };
    if let Some(rows) = last_rows(paged, lines, place) {
        return frame.filled - rows + THREE_LINES / 3.0;
    }
    let mut baselines: Vec<f32> =
        here.iter().filter(|line| line.block == last.block).map(|line| line.baseline).collect();
    baselines.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    let is_prose = paged.tree.get(last.block).is_some_and(|node| matches!(node.tag, Tag::Paragraph | Tag::Note { .. }));
    let split = lines.iter().any(|line| line.block == last.block && line.place != place);
    if let (true, [_, _, _, _, _, _, .., two, _]) = (is_prose && (split || baselines.len() >= 8), baselines.as_slice())
    {
        return frame.filled - two + THREE_LINES / 3.0;
    }
    let mut top = baselines.first().copied().unwrap_or(frame.filled);
    // A caption stands below its picture.
    let mut pictures =
        paged.pages.get(place.0).into_iter().flat_map(|page| &page.items).filter_map(|item| match item.mark {
            Mark::Picture { area, .. } => Some(area),
            _ => None,
        });
    if let Some(picture) = pictures.find(|area| area.x < frame.area.right() && (top - area.bottom()).abs() < 30.0) {
        return frame.filled - picture.y;
    }
    let mut headed = false;
    for line in here.iter().rev().skip_while(|line| line.block == last.block) {
        let is_heading = is_heading(paged, line.block);
        if (line.baseline - top).abs() > THREE_LINES || (headed && !is_heading) {
            break;
        }
        headed |= is_heading;
        top = top.min(line.baseline);
    }
    frame.filled - top + THREE_LINES / if headed { 2.0 } else { 3.0 }
}

/// The top of what moves when the last row of a table does that ends a frame: the row before it where it is a total, which
/// never stands by itself; the head, which is repeated above it; all of the table where it is too short to be split.
fn last_rows(paged: &PagedDocument, lines: &[Line], place: (usize, usize)) -> Option<f32> {
    let within = |line: &Line, wanted: fn(&Tag) -> bool| {
        let mut at = Some(line.block);
        std::iter::from_fn(|| {
            let id = at?;
            at = paged.tree.get(id)?.parent;
            Some(id)
        })
        .find(|id| paged.tree.get(*id).is_some_and(|node| wanted(&node.tag)))
    };
    let is_table = |tag: &Tag| matches!(tag, Tag::Table { .. });
    let here = || lines.iter().filter(|line| line.place == place);
    let table = within(here().next_back()?, is_table)?;
    let own = |line: &&Line| within(line, is_table) == Some(table);
    let top = |lines: &mut dyn Iterator<Item = &Line>| lines.map(|line| line.baseline).fold(f32::MAX, f32::min);
    let mut rows: Vec<NodeId> =
        lines.iter().filter(own).filter_map(|line| within(line, |tag| *tag == Tag::Row)).collect();
    rows.dedup();
    if rows.len() <= SHORT_TABLE + 2 {
        return Some(top(&mut here().filter(own)));
    }
    let in_foot = |row: &NodeId| {
        let parent = paged.tree.get(*row).and_then(|node| node.parent).and_then(|parent| paged.tree.get(parent));
        parent.is_some_and(|node| node.tag == Tag::TableFoot)
    };
    let own_row = |line: &Line| within(line, |tag| *tag == Tag::Row);
    let last = here().filter(own).filter_map(own_row).rfind(|row| !in_foot(row))?;
    let moved =
        top(&mut here().filter(own).filter(|line| own_row(line).is_some_and(|row| row == last || in_foot(&row))));
    let head = lines.iter().filter(own).filter(|line| within(line, |tag| *tag == Tag::TableHead).is_some());
    let heads: Vec<f32> = head.map(|line| line.baseline).collect();
    let tall = heads.iter().copied().fold(0.0, f32::max) - heads.iter().copied().fold(f32::MAX, f32::min);
    Some(moved - if heads.is_empty() { 0.0 } else { tall + 2.0 * THREE_LINES / 3.0 })
}
