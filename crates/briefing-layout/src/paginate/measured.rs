//! Flows with cached measurements: many ways to make pages ask for the same columns.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use super::columns::{ColumnHeight, balance, fill};
use super::place::settle;
use crate::brick::{Brick, Flow};
use crate::measures::pages::GRID_TOLERANCE;

/// A flow that no longer changes, with the heights of its columns.
#[derive(Debug)]
pub(crate) struct MeasuredFlow {
    flow: Flow,
    /// For each brick, the columns that begin at it, with one brick, two and so on, as far as they were requested.
    from: Vec<RefCell<Vec<StoredColumn>>>,
    /// Prefix sums of the least height of the bricks.
    least: Box<[f64]>,
    /// The bricks above which white may be added, and those that may lose height: few, but looked up for each column.
    gaps: Box<[usize]>,
    pictures: Box<[usize]>,
    whole: OnceCell<ColumnHeight>,
    ends: Answers<(usize, u32, usize), Rc<[ColumnEnd]>>,
    evened: Answers<(usize, usize, u32), Option<EvenColumns>>,
    settled: Answers<(usize, usize, u32), Settled>,
}

/// A column brought to a height: its resulting height, and the share of the possible reduction applied to its pictures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settled {
    pub(super) height: f32,
    pub(super) scaled: f32,
}

/// A column of at least one brick, stored compactly: there are some ten thousand of them.
#[derive(Debug, Clone, Copy)]
struct StoredColumn {
    height: f32,
    shrink: f32,
    /// One more than the index of the box that is open at its end; 0 if none is.
    panel: u32,
}

impl StoredColumn {
    fn new(column: ColumnHeight) -> Self {
        let panel = column.panel.and_then(|panel| u32::try_from(panel + 1).ok()).unwrap_or_default();
        Self { height: column.height, shrink: column.shrink, panel }
    }

    fn column(self) -> ColumnHeight {
        let panel = self.panel.checked_sub(1).map(|panel| panel as usize);
        ColumnHeight { height: self.height, shrink: self.shrink, panel, begun: true }
    }
}

/// The cost of ending a column before a brick, and the index of that brick.
pub(super) type ColumnEnd = (f32, usize);

/// Where two columns end, and the height of the taller.
pub(super) type EvenColumns = ([usize; 2], f32);

/// The greatest height of interest, in points: more than two columns on any paper, and text evened over two is shorter.
const TALLEST: f32 = 2200.0;

/// The number of bricks measured beyond those requested.
const AHEAD: usize = 8;

/// The most that a brick counts towards the least height of a flow: one that is taller than its page takes up the page, and no page is
/// lower.
const MOST_COUNTED: f32 = 400.0;

/// More than the difference between sums of heights added in different orders, in points.
const ROUNDING: f32 = 1.0;

impl Deref for MeasuredFlow {
    type Target = Flow;

    fn deref(&self) -> &Flow {
        &self.flow
    }
}

impl MeasuredFlow {
    pub(crate) fn new(flow: Flow) -> Self {
        let from = flow.bricks.iter().map(|_| RefCell::default()).collect();
        let sums = flow.bricks.iter().scan(0.0, |sum, brick| {
            *sum += f64::from((brick.height - brick.shrink).clamp(0.0, MOST_COUNTED));
            Some(*sum)
        });
        let least = std::iter::once(0.0).chain(sums).collect();
        let those = |is: fn(&Brick) -> bool| {
            flow.bricks.iter().enumerate().filter(|(_, brick)| is(brick)).map(|(at, _)| at).collect()
        };
        let (gaps, pictures) = (those(|brick| brick.stretch > 0.0), those(|brick| brick.shrink > 0.0));
        Self {
            flow,
            from,
            least,
            gaps,
            pictures,
            whole: OnceCell::new(),
            ends: Answers::default(),
            evened: Answers::default(),
            settled: Answers::default(),
        }
    }

    pub(super) fn into_flow(self) -> Flow {
        self.flow
    }

    /// All columns that begin at a brick. The last is taller than any that is looked for, or ends with the flow.
    pub(super) fn from(&self, start: usize) -> impl Iterator<Item = ColumnHeight> {
        (0..).map_while(move |last| self.measured(start, last))
    }

    /// The column from one brick to another.
    fn measured(&self, start: usize, last: usize) -> Option<ColumnHeight> {
        let mut columns = self.from.get(start)?.borrow_mut();
        if let Some(known) = columns.get(last) {
            return Some(known.column());
        }
        let mut column = columns.last().map_or_else(ColumnHeight::default, |column| column.column());
        if columns.is_empty() || column.closed(self) - column.shrink <= TALLEST {
            let wanted = self.bricks.get(start + columns.len()..).unwrap_or_default();
            let wanted = wanted.get(..last + AHEAD - columns.len()).unwrap_or(wanted);
            columns.reserve(wanted.len());
            for brick in wanted {
                column.add(self, brick);
                columns.push(StoredColumn::new(column));
                if column.closed(self) - column.shrink > TALLEST {
                    break;
                }
            }
        }
        columns.get(last).map(|column| column.column())
    }

    /// A lower bound on the height of a range of bricks in any column, with its pictures as small as they may be.
    pub(super) fn least(&self, from: usize, end: usize) -> f32 {
        let before = |at: usize| self.least.get(at).or(self.least.last()).copied().unwrap_or_default();
        let bricks = end.saturating_sub(from) as f32;
        // Each brick may be slightly higher than its grid position.
        (before(end) - before(from)) as f32 - bricks * self.grid * GRID_TOLERANCE - ROUNDING
    }

    /// The bricks of a range above which white may be added.
    pub(super) fn gaps(&self, from: usize, end: usize) -> &[usize] {
        between(&self.gaps, from, end)
    }

    /// The bricks of a range that may lose height.
    pub(super) fn pictures(&self, from: usize, end: usize) -> &[usize] {
        between(&self.pictures, from, end)
    }

    /// The column of a range of bricks.
    pub(super) fn column(&self, from: usize, end: usize) -> ColumnHeight {
        if (from, end) == (0, self.bricks.len()) {
            return *self.whole.get_or_init(|| ColumnHeight::of(self, from, end));
        }
        match end.checked_sub(from + 1) {
            Some(last) => self.measured(from, last).unwrap_or_else(|| ColumnHeight::of(self, from, end)),
            None => ColumnHeight::default(),
        }
    }

    /// The column of a range of bricks, if it can be brought to a height.
    pub(super) fn fitting(&self, from: usize, end: usize, height: f32) -> Option<ColumnHeight> {
        let last = end.checked_sub(from + 1)?;
        if self.least(from, end) > height {
            return None;
        }
        // Columns that are not measured are taller than any limit.
        let column = self.measured(from, last)?;
        (column.closed(self) - column.shrink <= height).then_some(column)
    }

    /// Whether a range of bricks is no taller than a height.
    pub(super) fn fits(&self, from: usize, end: usize, height: f32) -> bool {
        self.least(from, end) <= height && self.height(from, end) <= height
    }

    /// The height of a range of bricks.
    pub(super) fn height(&self, from: usize, end: usize) -> f32 {
        self.column(from, end).closed(self)
    }

    /// The height of the flow in one column.
    pub(super) fn whole(&self) -> f32 {
        self.height(0, self.bricks.len())
    }

    /// The ends of a column, as found by [`fill`].
    pub(super) fn ends(&self, start: usize, height: f32, choices: usize) -> Rc<[ColumnEnd]> {
        self.ends.get((start, height.to_bits(), choices), || fill(self, start, height, choices).into())
    }

    /// Two even columns, as found by [`balance`].
    pub(super) fn evened(&self, (start, stop): (usize, usize), room: f32) -> Option<EvenColumns> {
        self.evened.get((start, stop, room.to_bits()), || balance(self, (start, stop), room))
    }

    /// A column brought to a height by [`settle`].
    pub(super) fn settled(&self, (from, end): (usize, usize), height: f32) -> Settled {
        self.settled.get((from, end, height.to_bits()), || settle(self, (from, end), height))
    }
}

/// The numbers in a range, of an ascending list.
fn between(numbers: &[usize], from: usize, end: usize) -> &[usize] {
    let before = |than: usize| numbers.partition_point(|number| *number < than);
    numbers.get(before(from)..before(end)).unwrap_or_default()
}

/// A cache of answers by their questions.
#[derive(Debug)]
struct Answers<Q, A>(RefCell<BTreeMap<Q, A>>);

impl<Q, A> Default for Answers<Q, A> {
    fn default() -> Self {
        Self(RefCell::new(BTreeMap::new()))
    }
}

impl<Q: Ord, A: Clone> Answers<Q, A> {
    fn get(&self, question: Q, find: impl FnOnce() -> A) -> A {
        let known = self.0.borrow().get(&question).cloned();
        known.unwrap_or_else(|| {
            let answer = find();
            self.0.borrow_mut().insert(question, answer.clone());
            answer
        })
    }
}
