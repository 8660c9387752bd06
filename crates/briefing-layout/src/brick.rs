//! Bricks: pieces of a flow that are never divided.
//!
//! A block becomes a list of bricks, most of them a single line of text. Columns are built only from bricks, so that the rules about breaks
//! are implemented once, for every kind of block.

use std::rc::Rc;

use briefing_document::SlotId;
use briefing_model::{Digest, Media, Orientation};

use crate::measures::pages::GRID_TOLERANCE;
use crate::page::{Rect, Role, Shape};
use crate::text::Run;

/// Whether a column may end before a brick, and how undesirable that is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Break {
    /// Never: a heading is kept with its text, and the first and last two lines of a paragraph are kept together.
    Never,
    /// At a cost, from 0 (between sections) upwards.
    At(f32),
}

/// A piece of a flow.
#[derive(Debug, Clone)]
pub(crate) struct Brick {
    /// Its height.
    pub(crate) height: f32,
    /// Whether it is a line of running text, whose top is aligned to the grid of its flow.
    pub(crate) line: bool,
    /// The distance from its top to the next line of text with which it is kept, so that white for the grid goes above a heading.
    pub(crate) lead: Option<f32>,
    /// Its distance from the top of the column if it is not kept with a line of text, so that a heading above an exhibit aligns with one
    /// above text.
    pub(crate) head: f32,
    /// How much its height may be reduced: a picture is scaled down if it or what follows would not fit otherwise.
    pub(crate) shrink: f32,
    /// The white above it, omitted at the top of a column.
    pub(crate) gap: f32,
    /// How much that white may grow when columns are evened.
    pub(crate) stretch: f32,
    /// Whether a column may end before it.
    pub(crate) before: Break,
    /// What it draws, relative to its top left corner.
    pub(crate) draws: Vec<Draw>,
    /// What it draws only if something is above it in the column: a rule in the gap.
    pub(crate) between: Vec<Draw>,
    /// The box it is in, as an index into the flow's panels.
    pub(crate) panel: Option<usize>,
    /// The header repeated above it at the top of a column, as an index into the flow's headers.
    pub(crate) header: Option<usize>,
    /// Bookmarks and destinations that lead to its top.
    pub(crate) anchors: Vec<Anchor>,
}

/// A target within the document that leads to a brick.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Anchor {
    /// A bookmark with its level.
    Bookmark(String, u8),
    /// A named place inside the document.
    Destination(String),
}

/// A box drawn behind bricks.
#[derive(Debug, Clone)]
pub(crate) struct Panel {
    /// White between the box's edge and its bricks, above and below.
    pub(crate) padding: f32,
    /// How far down its words reach, if they stay at its top however tall it becomes.
    pub(crate) words: f32,
    /// The shapes drawn behind it, for a fragment of the given size with its corner at the origin.
    pub(crate) paint: fn(&crate::look::Look, &Self, (f32, f32)) -> Vec<Shape>,
}

/// Something a brick draws. Positions are relative to the brick's top left corner, measured from the start of the line: in a right-to-left
/// document, everything is mirrored when it is placed.
#[derive(Debug, Clone)]
pub(crate) enum Draw {
    /// Runs on a baseline, within a box of the given width, which is what mirroring moves.
    Runs {
        /// The left edge of the box.
        x: f32,
        /// The baseline.
        y: f32,
        /// The width of the box.
        width: f32,
        /// The runs, each with an `x` relative to the edge of the box.
        runs: Rc<Vec<Run>>,
        /// Their role, if it is not the one given by their tags.
        role: Option<Role>,
    },
    /// A decorative shape.
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
    /// Bricks repeated at the top of a column, as artifacts.
    pub(crate) headers: Vec<Brick>,
    /// The line spacing of the grid on which running text is set, so that lines in two columns share their baselines; zero if there is no
    /// grid.
    pub(crate) grid: f32,
    /// Whether it is an exhibit, which keeps its order among exhibits.
    pub(crate) is_exhibit: bool,
    /// Whether it has a table with a column of words too narrow for even a few letters.
    pub(crate) is_cramped: bool,
}

impl Flow {
    /// Aligns the flow to a grid. Bricks kept with a line of text move with it, and pictures lose height by whole lines.
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

    /// Places a heading at the beginning of the flow as low at the top of a column as if a line of text followed after `gap`. If its line
    /// of text is further below, under a second heading, the heading is whole grid lines above that line.
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

    /// The position of a brick at a distance of `y` or more from the top of its column.
    pub(crate) fn on_grid(&self, brick: &Brick, y: f32) -> f32 {
        match brick.lead {
            Some(lead) if self.grid > 0.0 => ceil((y + lead) / self.grid - GRID_TOLERANCE) * self.grid - lead,
            _ => y,
        }
    }

    pub(crate) fn push(&mut self, brick: Brick) {
        self.bricks.push(brick);
    }

    /// Appends another flow, renumbering its panels and headers.
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

    /// Sets the white above the first brick, and whether a break is welcome there.
    pub(crate) fn lead(&mut self, gap: f32, stretch: f32, before: Break) {
        if let Some(first) = self.bricks.first_mut() {
            first.gap = gap;
            first.stretch = stretch;
            first.before = before;
        }
    }

    /// Forbids all breaks within the flow.
    pub(crate) fn unbroken(mut self) -> Self {
        for brick in self.bricks.iter_mut().skip(1) {
            brick.before = Break::Never;
        }
        self
    }
}

impl Draw {
    /// Reduces a picture's height by `by`, keeping its proportions; anything else is unchanged.
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

/// [`f32::ceil`] for heights in lines. On baseline 64-bit processors that is a function call, and a page needs a hundred thousand of them.
fn ceil(lines: f32) -> f32 {
    // The cast saturates far beyond any page.
    let whole = lines as i32 as f32;
    if whole < lines { whole + 1.0 } else { whole }
}
