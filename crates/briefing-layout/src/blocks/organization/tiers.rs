//! Placing units of which some have many descendants and others few: what hangs below a unit runs through several columns, and units
//! without children are stacked beside it. The placement is decided on estimates, and the result is set once.

use briefing_document::{Organization, OrganizationChild, OrganizationUnit};

use super::{
    Hang, Office, RowPlace, SetBox, SetChild, balanced_rows, beside_spine, box_widths, connector, draw_child,
    draw_unit, fits_page, set_box, set_child, set_children, small, tiny, unit_colours, with_stems, words_of,
};
use crate::blocks::Room;
use crate::brick::{Break, Brick, Draw, Flow};
use crate::measures::organization;
use crate::measures::organization::{BETWEEN, BUS, CHILD_SIDE, FULLER, INDENT, INSIDE, STACKED};
use crate::setter::Setter;
use crate::weights;

/// A child with its descendants, and the width of its words on one line.
struct Branch {
    words: f32,
    below: Vec<Branch>,
}

/// The measures of a unit from which its size is estimated.
struct Estimated {
    mark: f32,
    name: f32,
    details: Vec<f32>,
    below: Vec<Branch>,
}

/// A group of consecutive children of one box.
#[derive(Debug)]
enum Group {
    /// Set in columns, with this many in each.
    Columns(Vec<usize>),
    /// A single child across all columns, because it has most of the descendants.
    Band(Vec<Group>),
}

/// Units in adjacent columns of a tier.
#[derive(Debug)]
struct Stand {
    units: Vec<usize>,
    columns: usize,
    below: Below,
}

#[derive(Debug)]
enum Below {
    /// A single unit above its children.
    Hanging(Vec<Group>),
    /// Units without children, with this many in each column.
    Stacked(Vec<usize>),
}

/// Units side by side.
#[derive(Debug)]
struct Tier {
    stands: Vec<Stand>,
    columns: usize,
    height: f32,
}

/// The tiers of a chart across the page.
pub(super) struct Tiers(Vec<Tier>);

impl Tiers {
    /// The lowest arrangement in tiers; `None` unless it saves enough height over units in rows, each with its children in one column.
    pub(super) fn of(setter: &mut Setter<'_>, chart: &Organization, frame: Room) -> Option<Self> {
        let estimate = Estimate::of(setter, chart, frame);
        let per_row = balanced_rows(chart.units.len(), organization::MOST_IN_ROW);
        let usual: f32 = chart
            .units
            .chunks(per_row)
            .enumerate()
            .map(|(row, units)| {
                let widths = box_widths(units, per_row, frame);
                let units = (row * per_row..).zip(widths);
                estimate.row(units) + if row > 0 { organization::DROP } else { 0.0 }
            })
            .sum();
        let all: Vec<usize> = (0..chart.units.len()).collect();
        let rows = |units: &[usize]| -> Vec<Tier> {
            let per_row = balanced_rows(units.len(), organization::MOST_IN_ROW);
            units.chunks(per_row).map(|row| estimate.lowest(row)).collect()
        };
        let mut choices = vec![rows(&all)];
        choices.extend(estimate.tier(&all).map(|tier| vec![tier]));
        // Two or three tiers of consecutive units, which stay in the order of the document.
        let together = |units: &[usize]| estimate.tier(units).map_or_else(|| rows(units), |tier| vec![tier]);
        let splits = |from: usize, most: usize| if all.len() <= most { from + 1..all.len() } else { 0..0 };
        for first in splits(0, organization::FEW.0) {
            let (before, after) = all.split_at_checked(first).unwrap_or_default();
            choices.push(together(before).into_iter().chain(together(after)).collect());
            for second in splits(first, organization::FEW.1) {
                let (between, after) = after.split_at_checked(second - first).unwrap_or_default();
                choices.push([before, between, after].into_iter().flat_map(together).collect());
            }
        }
        let height = |tiers: &[Tier]| {
            let between = organization::DROP * tiers.len().saturating_sub(1) as f32;
            between + tiers.iter().map(|tier| tier.height).sum::<f32>()
        };
        // If rows would take more than a page, a chart that fits on one page is better kept whole, and its tiers may be taller.
        let large = usual > organization::MORE_THAN_A_PAGE;
        let fits = |tiers: &Vec<Tier>| {
            let whole = large && height(tiers) < organization::TALLEST_WHOLE;
            let is_low = tiers.iter().all(|tier| tier.height < organization::TALLEST_TIER);
            whole || is_low && (tiers.len() == 1 || height(tiers) < organization::TALLEST_TIERS)
        };
        // In a single tier, all units have connectors and begin at the same height, so further tiers must save height to be chosen.
        let rank = |tiers: &[Tier]| height(tiers) + organization::ANOTHER_TIER * tiers.len() as f32;
        let best = choices.into_iter().filter(fits).min_by(|a, b| rank(a).total_cmp(&rank(b)))?;
        let saved = usual - height(&best);
        (saved > organization::WORTH_TIERS.0.max(usual * organization::WORTH_TIERS.1)).then_some(Self(best))
    }

    /// Sets the units in the order of the document, each in its place.
    pub(super) fn set(
        self,
        setter: &mut Setter<'_>,
        units: &[OrganizationUnit],
        office: &Office,
        frame: Room,
        flow: &mut Flow,
    ) {
        let frame = if self.0.len() > 1 { beside_spine(frame) } else { frame };
        let below = Hang::below(units, frame);
        let mut places = vec![None; units.len()];
        for (number, tier) in self.0.iter().enumerate() {
            for place in tier.places(frame) {
                if let Some(unit) = places.get_mut(place.unit) {
                    *unit = Some((number, place));
                }
            }
        }
        let mut tiers: Vec<Vec<SetStand>> = self.0.iter().map(|_| Vec::new()).collect();
        for (unit, (number, place)) in units.iter().zip(places.into_iter().flatten()) {
            let paint = unit_colours(setter);
            let white = frame.white(organization::BOX_PAD);
            let set = set_box(setter, &unit.unit, (place.width, white), paint);
            let mut hanging = Brick::new(0.0);
            if let Some((groups, columns)) = self.0.get(number).and_then(|tier| tier.groups(place.unit)) {
                let area = (place.left, place.width);
                hanging.height =
                    hang(setter, (&unit.children, groups), (area, columns, below), 0.0, &mut hanging.draws);
            }
            if let Some(tier) = tiers.get_mut(number) {
                tier.push(SetStand { place, set, hanging });
            }
        }
        let last = tiers.len().saturating_sub(1);
        let tiers = tiers.into_iter().enumerate();
        let mut bricks: Vec<Brick> = tiers
            .map(|(number, stands)| {
                let row = RowPlace { office, first: number == 0, more: number < last, is_whole: false };
                tier_brick(setter, stands, &row, frame)
            })
            .collect();
        let is_whole = fits_page(setter, flow.bricks.iter().chain(&bricks));
        for brick in bricks.iter_mut().skip(1) {
            brick.header = Some(flow.headers.len());
        }
        flow.headers.push(office.again(setter));
        if is_whole {
            bricks.iter_mut().for_each(|brick| brick.before = Break::Never);
        }
        flow.bricks.extend(bricks);
    }
}

/// The place of a unit.
#[derive(Debug, Clone, Copy)]
struct Place {
    unit: usize,
    left: f32,
    width: f32,
    /// The left edge of its column in a stack, if that column holds several units.
    stack: Option<f32>,
}

/// A unit after setting, and what hangs below it, from the foot of its box down.
struct SetStand {
    place: Place,
    set: SetBox,
    hanging: Brick,
}

impl Tier {
    fn places(&self, frame: Room) -> Vec<Place> {
        let column = column(frame, self.columns);
        let mut left = frame.inset;
        let mut places = Vec::new();
        for stand in &self.stands {
            let width = across(column, stand.columns);
            match &stand.below {
                Below::Hanging(_) => {
                    places.extend(stand.units.iter().map(|unit| Place { unit: *unit, left, width, stack: None }));
                }
                Below::Stacked(counts) => {
                    let mut units = stand.units.iter();
                    for (number, count) in counts.iter().enumerate() {
                        let edge = left + (column + BETWEEN) * number as f32;
                        let inside = if *count > 1 { INDENT } else { 0.0 };
                        let stack = (*count > 1).then_some(edge);
                        places.extend(units.by_ref().take(*count).map(|unit| Place {
                            unit: *unit,
                            left: edge + inside,
                            width: column - inside,
                            stack,
                        }));
                    }
                }
            }
            left += width + BETWEEN;
        }
        places
    }

    /// The groups in which a unit's children are set, and the number of columns.
    fn groups(&self, unit: usize) -> Option<(&[Group], usize)> {
        let stand = self.stands.iter().find(|stand| stand.units.contains(&unit))?;
        match &stand.below {
            Below::Hanging(groups) => Some((groups, stand.columns)),
            Below::Stacked(_) => None,
        }
    }
}

fn column(frame: Room, columns: usize) -> f32 {
    let count = columns.max(1) as f32;
    (frame.inner() - BETWEEN * (count - 1.0)) / count
}

/// The width of adjacent columns.
fn across(column: f32, columns: usize) -> f32 {
    column * columns as f32 + BETWEEN * columns.saturating_sub(1) as f32
}

/// The brick of a tier, with its connectors.
fn tier_brick(setter: &Setter<'_>, stands: Vec<SetStand>, row: &RowPlace<'_>, frame: Room) -> Brick {
    let drop = frame.white(organization::DROP);
    let alone = stands.iter().filter(|stand| stand.place.stack.is_none());
    let tallest = alone.map(|stand| stand.set.height).fold(0.0, f32::max);
    let mut brick = Brick::new(drop);
    brick.before = if row.first { Break::Never } else { Break::At(weights::WHOLE_SPLIT) };
    let mark = setter.look.palette.mark;
    let line = |from, to| connector(vec![from, to], mark);
    let mut ends = Vec::new();
    // The position of the next box in each stack: units are set in the order of the document, whichever stack they are in.
    let mut feet: Vec<(f32, f32)> = Vec::new();
    for SetStand { place, set, hanging } in stands {
        let above = feet.iter().rfind(|(edge, _)| place.stack == Some(*edge)).map(|(_, foot)| *foot);
        let y = above.unwrap_or(drop);
        let height = if place.stack.is_some() { set.height } else { tallest };
        let stem = place.stack.map_or(place.left + place.width / 2.0, |edge| edge + INDENT / 2.0 - 1.0);
        ends.push(stem);
        // To the top of a box that has a column to itself; past the boxes of a stack, to the side of each.
        let foot = if place.stack.is_some() { y + height / 2.0 } else { drop };
        brick.draws.push(line((stem, drop / 2.0), (stem, foot)));
        if place.stack.is_some() {
            brick.draws.push(line((stem, foot), (place.left, foot)));
        }
        draw_unit(setter, &mut brick, set, (place.left, place.width), (y, height));
        let foot = y + height;
        feet.extend(place.stack.map(|edge| (edge, foot + STACKED)));
        brick.height = brick.height.max(foot + hanging.height);
        brick.draws.extend(hanging.draws.into_iter().map(|draw| draw.shifted(0.0, foot)));
    }
    row.bus(setter, &mut brick, drop, ends);
    brick
}

/// Sets what hangs below a box from a given height down, and returns the height of its foot.
fn hang(
    setter: &mut Setter<'_>,
    (children, groups): (&[OrganizationChild], &[Group]),
    ((left, width), columns, hung): ((f32, f32), usize, Hang),
    mut y: f32,
    draws: &mut Vec<Draw>,
) -> f32 {
    let mark = setter.look.palette.mark;
    let Hang { step, .. } = hung;
    let stem = |left: f32| left + step / 2.0 - 1.0;
    let line = |draws: &mut Vec<Draw>, from, to| draws.push(connector(vec![from, to], mark));
    let mut rest = children.iter();
    for (number, group) in groups.iter().enumerate() {
        let (top, more) = (y, number + 1 < groups.len());
        match group {
            Group::Columns(counts) => {
                let column = (width - BETWEEN * columns.saturating_sub(1) as f32) / columns.max(1) as f32;
                let edge = |number: usize| left + (column + BETWEEN) * number as f32;
                let last = counts.iter().rposition(|count| *count > 0).unwrap_or_default();
                // Below a band, the columns hang from a line; otherwise, from the box above them.
                if number > 0 && last > 0 {
                    line(draws, (stem(left), y), (stem(left), y + BUS));
                    line(draws, (stem(left), y + BUS), (stem(edge(last)), y + BUS));
                    y += BUS;
                }
                let mut foot = y;
                for (number, count) in counts.iter().enumerate() {
                    let mut set: Vec<SetChild> = Vec::new();
                    for child in rest.by_ref().take(*count) {
                        set_children(setter, std::slice::from_ref(child), (column, hung), 0, &mut set);
                    }
                    let mut down = y;
                    for child in with_stems(set) {
                        let pitch = child.pitch();
                        draw_child(setter, draws, child, (edge(number), column), (down, pitch));
                        down += pitch;
                    }
                    foot = foot.max(down);
                }
                y = foot;
            }
            Group::Band(below) => {
                let Some(child) = rest.next() else { continue };
                let set = set_child(setter, child, (width, hung), 0);
                let pitch = set.pitch();
                draw_child(setter, draws, SetChild { stems: vec![more], ..set }, (left, width), (y, pitch));
                if let OrganizationChild::Unit(unit) = child {
                    let area = ((left + step, width - step), columns, hung);
                    y = hang(setter, (&unit.children, below), area, y + pitch, draws);
                }
            }
        }
        if more {
            line(draws, (stem(left), top), (stem(left), y));
        }
    }
    y
}

/// Estimates of the space that a chart's units take, from the lengths of their words.
struct Estimate {
    units: Vec<Estimated>,
    frame: Room,
    /// How far each level stands in.
    step: f32,
    small: f32,
    tiny: f32,
}

impl Estimate {
    fn of(setter: &mut Setter<'_>, chart: &Organization, frame: Room) -> Self {
        let (small, tiny) = (small(setter), tiny(setter));
        let units = chart.units.iter().map(|unit| {
            let mut natural = |inlines: &briefing_document::Inlines| {
                let pieces = setter.unmarked(inlines, &small.style);
                setter.natural(&pieces)
            };
            let mark = if unit.unit.mark.is_some() { super::mark_height(&small) } else { 0.0 };
            let name = natural(&unit.unit.name) * organization::NAME;
            let details = unit.unit.details.iter().map(natural).collect();
            Estimated { mark, name, details, below: branches(setter, &unit.children) }
        });
        let Hang { step, .. } = Hang::below(&chart.units, frame);
        Self { units: units.collect(), frame, step, small: small.leading, tiny: tiny.leading }
    }

    fn lines(words: f32, width: f32) -> f32 {
        (words * FULLER / width.max(1.0)).ceil().max(1.0)
    }

    fn unit_box(&self, unit: usize, width: f32) -> f32 {
        let Some(unit) = self.units.get(unit) else { return 0.0 };
        let inner = width - 2.0 * INSIDE;
        let details: f32 = unit.details.iter().map(|words| Self::lines(*words, inner) * self.tiny).sum();
        let name = Self::lines(unit.name, inner) * self.small;
        unit.mark + name + details + 2.0 * self.frame.white(organization::BOX_PAD)
    }

    fn below(&self, unit: usize) -> &[Branch] {
        self.units.get(unit).map(|unit| unit.below.as_slice()).unwrap_or_default()
    }

    /// The height of all that hangs below a unit, in one column of the given width.
    fn hanging(&self, unit: usize, width: f32) -> f32 {
        self.below(unit).iter().map(|branch| self.whole(branch, width, 0)).sum()
    }

    fn own(&self, branch: &Branch, width: f32, depth: u16) -> f32 {
        let inner = width - self.step * (f32::from(depth) + 1.0) - 2.0 * CHILD_SIDE;
        let white = self.frame.white(organization::CHILD_GAP) + 2.0 * self.frame.white(organization::CHILD_PAD);
        Self::lines(branch.words, inner) * self.small + white
    }

    fn whole(&self, branch: &Branch, width: f32, depth: u16) -> f32 {
        let below = branch.below.iter().map(|branch| self.whole(branch, width, depth.saturating_add(1)));
        self.own(branch, width, depth) + below.sum::<f32>()
    }

    /// The height of units in a row, each with its width, with its children in one column.
    fn row(&self, units: impl Iterator<Item = (usize, f32)> + Clone) -> f32 {
        let boxes = units.clone().map(|(unit, width)| self.unit_box(unit, width)).fold(0.0, f32::max);
        boxes + units.map(|(unit, width)| self.hanging(unit, width)).fold(0.0, f32::max)
    }

    /// The lowest arrangement of units that would otherwise form a row.
    fn lowest(&self, units: &[usize]) -> Tier {
        let stands = units.iter().map(|unit| {
            let count = self.below(*unit).len();
            let below =
                if count > 0 { Below::Hanging(vec![Group::Columns(vec![count])]) } else { Below::Stacked(vec![1]) };
            Stand { units: vec![*unit], columns: 1, below }
        });
        let columns = units.len().max(1);
        let width = column(self.frame, columns);
        let height = self.row(units.iter().map(|unit| (*unit, width)));
        let row = Tier { stands: stands.collect(), columns, height };
        self.tier(units).filter(|tier| tier.height < row.height).unwrap_or(row)
    }

    /// The lowest arrangement of units side by side, with those without children stacked; `None` if there are too many others.
    fn tier(&self, units: &[usize]) -> Option<Tier> {
        let leaves: Vec<usize> = units.iter().copied().filter(|unit| self.below(*unit).is_empty()).collect();
        let trees = units.iter().copied().filter(|unit| !self.below(*unit).is_empty());
        let mut stands: Vec<Vec<usize>> = trees.map(|unit| vec![unit]).collect();
        if !leaves.is_empty() {
            stands.push(leaves);
        }
        stands.sort();
        let tiers = [organization::MOST_IN_ROW - 1, organization::MOST_IN_ROW].into_iter().flat_map(|columns| {
            let shares = shares(columns, stands.len());
            shares.into_iter().map(move |shares| (columns, shares)).collect::<Vec<_>>()
        });
        let tiers = tiers.map(|(columns, shares)| {
            let mut tier = Tier { stands: Vec::new(), columns, height: 0.0 };
            for (units, share) in stands.iter().zip(shares) {
                let (stand, height) = self.stand(units, share, column(self.frame, columns));
                tier.height = tier.height.max(height);
                tier.stands.push(stand);
            }
            tier
        });
        tiers.min_by(|a, b| a.height.total_cmp(&b.height))
    }

    fn stand(&self, units: &[usize], columns: usize, column: f32) -> (Stand, f32) {
        if let [unit] = units
            && !self.below(*unit).is_empty()
        {
            let width = across(column, columns);
            let (groups, below) = self.groups(self.below(*unit), columns, width);
            let stand = Stand { units: units.to_vec(), columns, below: Below::Hanging(groups) };
            return (stand, self.unit_box(*unit, width) + below);
        }
        let heights: Vec<f32> = units.iter().map(|unit| self.unit_box(*unit, column - INDENT) + STACKED).collect();
        let (counts, height) = even(&heights, columns);
        (Stand { units: units.to_vec(), columns, below: Below::Stacked(counts) }, height - STACKED)
    }

    /// The grouping of a box's children in columns across a width, and its height.
    fn groups(&self, branches: &[Branch], columns: usize, width: f32) -> (Vec<Group>, f32) {
        let column = (width - BETWEEN * columns.saturating_sub(1) as f32) / columns.max(1) as f32;
        let heights: Vec<f32> = branches.iter().map(|branch| self.whole(branch, column, 0)).collect();
        let (counts, height) = even(&heights, columns);
        let plain = (vec![Group::Columns(counts)], height);
        let largest = heights.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let Some((at, branch)) = largest.and_then(|(at, _)| Some((at, branches.get(at)?))) else { return plain };
        if columns < 2 || branch.below.len() < 2 || width < organization::HEAD {
            return plain;
        }
        let (below, deep) = self.groups(&branch.below, columns, width - self.step);
        let mut groups = Vec::new();
        let mut tall = self.own(branch, width, 0) + deep;
        let (before, after) = (heights.get(..at).unwrap_or_default(), heights.get(at + 1..).unwrap_or_default());
        for (heights, is_before) in [(before, true), (after, false)] {
            if !heights.is_empty() {
                let (counts, height) = even(heights, columns);
                groups.push(Group::Columns(counts));
                tall += height + if is_before { 0.0 } else { BUS };
            }
        }
        groups.insert(usize::from(!before.is_empty()), Group::Band(below));
        if tall < plain.1 * organization::WORTH_BAND { (groups, tall) } else { plain }
    }
}

fn branches(setter: &mut Setter<'_>, children: &[OrganizationChild]) -> Vec<Branch> {
    let branch = |child: &OrganizationChild| {
        let pieces = words_of(setter, child);
        let words = setter.natural(&pieces);
        let below = match child {
            OrganizationChild::Unit(unit) => branches(setter, &unit.children),
            OrganizationChild::Programme(_) => Vec::new(),
        };
        Branch { words, below }
    };
    children.iter().map(branch).collect()
}

/// Distributes heights in order over columns as evenly as possible: the number in each, and the height of the tallest column.
fn even(heights: &[f32], columns: usize) -> (Vec<usize>, f32) {
    let (whole, least) = (heights.iter().sum::<f32>(), heights.iter().copied().fold(0.0, f32::max));
    let mut limit = (whole / columns.max(1) as f32).max(least);
    loop {
        let mut counts = vec![0];
        let (mut height, mut tallest) = (0.0_f32, 0.0_f32);
        for own in heights {
            if height > 0.0 && height + own > limit + organization::EVEN {
                counts.push(0);
                height = 0.0;
            }
            height += own;
            tallest = tallest.max(height);
            if let Some(last) = counts.last_mut() {
                *last += 1;
            }
        }
        if counts.len() <= columns.max(1) || limit > whole {
            return (counts, tallest);
        }
        limit += organization::EVEN;
    }
}

/// All ways to distribute columns among a number of stands, each getting at least one.
fn shares(columns: usize, among: usize) -> Vec<Vec<usize>> {
    match among {
        0 => Vec::new(),
        1 if columns > 0 => vec![vec![columns]],
        1 => Vec::new(),
        _ => {
            let firsts = 1..columns.max(1);
            firsts
                .flat_map(|first| {
                    shares(columns - first, among - 1).into_iter().map(move |mut rest| {
                        rest.insert(0, first);
                        rest
                    })
                })
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{even, shares};

    #[test]
    fn columns_are_shared_in_every_way() {
        assert_eq!(shares(4, 2), [[1, 3], [2, 2], [3, 1]]);
        assert_eq!(shares(3, 1), [[3]]);
        assert!(shares(2, 3).is_empty() && shares(3, 0).is_empty());
    }

    #[test]
    fn heights_are_shared_evenly_and_stay_in_order() {
        assert_eq!(even(&[10.0; 9], 3), (vec![3, 3, 3], 30.0));
        assert_eq!(even(&[90.0, 10.0, 10.0, 10.0], 2), (vec![1, 3], 90.0));
        assert_eq!(even(&[10.0, 10.0], 4), (vec![1, 1], 10.0));
        assert_eq!(even(&[], 2), (vec![0], 0.0));
    }
}
