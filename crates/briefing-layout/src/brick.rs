//! Bricks: pieces of a flow that no column break divides.
//!
//! A block becomes a list of bricks, most of them a line of text each. Columns are built from bricks alone, so that
//! the rules about breaks are settled once, for every kind of block.

use std::rc::Rc;

use briefing_document::SlotId;
use briefing_model::{Digest, Media, Orientation};

use crate::measures::pages::GRID_TOLERANCE;
use crate::page::{Rect, Role, Shape};
use crate::text::Run;

/// Whether a column may end before a brick, and how much that is disliked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Break {
    /// Never: a heading keeps its text, a paragraph its first and last two lines.
    Never,
    /// At a cost from 0 (between sections) upwards.
    At(f32),
}

/// A piece of a flow.
#[derive(Debug, Clone)]
pub(crate) struct Brick {
    /// Its height.
    pub(crate) height: f32,
    /// Whether it is a line of running text, whose top stands on the grid of its flow.
    pub(crate) line: bool,
    /// How far below its top the next line of text stands that it keeps: a heading leaves the white above it.
    pub(crate) lead: Option<f32>,
    /// How far below the top of its column it stands, where it keeps no line of text: a heading above an exhibit stands beside one above
    /// a text.
    pub(crate) head: f32,
    /// How much lower it may be: a picture is scaled down where it or what follows would not fit otherwise.
    pub(crate) shrink: f32,
    /// White above it, left out at the top of a column.
    pub(crate) gap: f32,
    /// How much more that white may grow when columns are evened.
    pub(crate) stretch: f32,
    /// Whether a column may end before it.
    pub(crate) before: Break,
    /// What it draws, from its top left corner.
    pub(crate) draws: Vec<Draw>,
    /// What it draws only with something above it in the column: a rule in the gap.
    pub(crate) between: Vec<Draw>,
    /// The box it stands in, as an index into the flow's panels.
    pub(crate) panel: Option<usize>,
    /// The header repeated above it at the top of a column, as an index into the flow's headers.
    pub(crate) header: Option<usize>,
    /// Bookmarks and destinations that lead to its top.
    pub(crate) anchors: Vec<Anchor>,
}

/// Something that leads to a brick.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Anchor {
    /// A bookmark with its level.
    Bookmark(String, u8),
    /// A named place inside the document.
    Destination(String),
}

/// A box behind bricks.
#[derive(Debug, Clone)]
pub(crate) struct Panel {
    /// White between the box's edge and its bricks, above and below.
    pub(crate) padding: f32,
    /// How far down its words reach, where they stay at its top however tall it becomes.
    pub(crate) words: f32,
    /// The shapes behind it, for a fragment of a given size with its corner at the origin.
    pub(crate) paint: fn(&crate::look::Look, &Self, (f32, f32)) -> Vec<Shape>,
}

/// Something a brick draws. Positions are relative to the brick's top left corner, measured from the line's start:
/// in a right-to-left document the whole is mirrored when it is placed.
#[derive(Debug, Clone)]
pub(crate) enum Draw {
    /// Runs on a baseline, inside a box of a width (which is what mirroring moves).
    Runs {
        /// The left edge of the box.
        x: f32,
        /// The baseline.
        y: f32,
        /// The width of the box.
        width: f32,
        /// The runs, each at its own `x` from the edge of the box.
        runs: Rc<Vec<Run>>,
        /// What they are, if not what their tags say.
        role: Option<Role>,
    },
    /// A shape of decoration.
    Shape(Shape),
    /// A picture.
    Picture { area: Rect, digest: Digest, media: Media, orientation: Orientation, slot: SlotId },
}

impl Brick {
    pub(crate) fn new(height: f32) -> Self {
        Self {
            height,
            line: false,
            lead: None,
            head: 0.0,
            shrink: 0.0,
            gap: 0.0,
            stretch: 0.0,
            before: Break::At(0.0),
            draws: Vec::new(),
            between: Vec::new(),
            panel: None,
            header: None,
            anchors: Vec::new(),
        }
    }

    pub(crate) fn gap(mut self, gap: f32, stretch: f32) -> Self {
        self.gap = gap;
        self.stretch = stretch;
        self
    }

    pub(crate) fn before(mut self, before: Break) -> Self {
        self.before = before;
        self
    }

    pub(crate) fn draw(mut self, draw: Draw) -> Self {
        self.draws.push(draw);
        self
    }
}

/// Bricks that flow through columns of one width.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flow {
    pub(crate) bricks: Vec<Brick>,
    pub(crate) panels: Vec<Panel>,
    /// Bricks that are repeated at the top of a column, as artifacts.
    pub(crate) headers: Vec<Brick>,
    /// The distance between the lines of a grid on which running text stands, so that the lines of two columns share
    /// their baselines; zero where there is none.
    pub(crate) grid: f32,
    /// Whether it is an exhibit, before which no earlier one may come to stand.
    pub(crate) is_exhibit: bool,
    /// Whether it has a table with a column of words too narrow for a few letters.
    pub(crate) is_cramped: bool,
}

impl Flow {
    /// Puts the flow on a grid. What is kept with a line of text moves with it, and pictures lose height by whole lines.
    pub(crate) fn set_on_grid(&mut self, grid: f32) {
        self.grid = grid;
        let mut below: Option<(f32, Break, f32)> = None;
        for brick in self.bricks.iter_mut().rev() {
            brick.lead = match below {
                _ if brick.line => Some(0.0),
                Some((lead, Break::Never, gap)) if brick.shrink <= 0.0 => Some(brick.height + gap + lead),
                _ => None,
            };
            brick.shrink = (brick.shrink / grid).floor() * grid;
            below = brick.lead.map(|lead| (lead, brick.before, brick.gap));
        }
    }

    /// Puts a heading at the beginning of the flow as low at the head of a column as it would be with a line of text that far below it. One
    /// with a line of text further below, under a second heading, stands whole lines of the grid above that.
    pub(crate) fn head_as_above_text(&mut self, gap: f32) {
        let grid = self.grid;
        let [first, rest @ ..] = self.bricks.as_mut_slice() else { return };
        let near = first.height + gap;
        let Some(lead) = first.lead else {
            if first.panel.is_some() {
                return;
            }
            first.head = ceil(near / grid - GRID_TOLERANCE) * grid - near;
            return;
        };
        let further = lead - near;
        let more = ceil(further / grid - GRID_TOLERANCE) * grid - further;
        if let Some(second) = rest.first_mut().filter(|_| more > GRID_TOLERANCE * grid) {
            second.gap += more;
            first.lead = Some(lead + more);
        }
    }

    /// Where a brick stands that would stand at a distance from the top of its column, or lower.
    pub(crate) fn on_grid(&self, brick: &Brick, y: f32) -> f32 {
        match brick.lead {
            Some(lead) if self.grid > 0.0 => ceil((y + lead) / self.grid - GRID_TOLERANCE) * self.grid - lead,
            _ => y,
        }
    }

    pub(crate) fn push(&mut self, brick: Brick) {
        self.bricks.push(brick);
    }

    /// Appends another flow, its panels and headers renumbered.
    pub(crate) fn append(&mut self, other: Self) {
        let (panels, headers) = (self.panels.len(), self.headers.len());
        self.bricks.extend(other.bricks.into_iter().map(|mut brick| {
            brick.panel = brick.panel.map(|panel| panel + panels);
            brick.header = brick.header.map(|header| header + headers);
            brick
        }));
        self.panels.extend(other.panels);
        self.headers.extend(other.headers);
        self.is_cramped |= other.is_cramped;
    }

    /// White above the first brick, and whether a break is welcome there.
    pub(crate) fn lead(&mut self, gap: f32, stretch: f32, before: Break) {
        if let Some(first) = self.bricks.first_mut() {
            first.gap = gap;
            first.stretch = stretch;
            first.before = before;
        }
    }

    /// Forbids all breaks inside.
    pub(crate) fn unbroken(mut self) -> Self {
        for brick in self.bricks.iter_mut().skip(1) {
            brick.before = Break::Never;
        }
        self
    }
}

impl Draw {
    /// A picture lower by a measure, its sides in proportion; anything else as it is.
    pub(crate) fn shrunk(self, by: f32) -> Self {
        match self {
            Self::Picture { area, digest, media, orientation, slot } if by > 0.0 && by < area.height => {
                let height = area.height - by;
                let area = Rect { width: area.width * height / area.height, height, ..area };
                Self::Picture { area, digest, media, orientation, slot }
            }
            other => other,
        }
    }

    pub(crate) fn shifted(self, dx: f32, dy: f32) -> Self {
        match self {
            Self::Runs { x, y, width, runs, role } => Self::Runs { x: x + dx, y: y + dy, width, runs, role },
            Self::Shape(shape) => Self::Shape(shape.shifted(dx, dy)),
            Self::Picture { area, digest, media, orientation, slot } => {
                Self::Picture { area: area.shifted(dx, dy), digest, media, orientation, slot }
            }
        }
    }
}

/// As [`f32::ceil`], for heights in lines. That is a call on processors of which no more is known than that they have 64 bits, and
/// a page asks a hundred thousand times.
fn ceil(lines: f32) -> f32 {
    // Saturates, far beyond any page.
    let whole = lines as i32 as f32;
    if whole < lines { whole + 1.0 } else { whole }
}
