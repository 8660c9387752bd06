//! The moves that may come next on a page.

use super::columns::{cost_of_break, fill_column, fill_columns};
use super::measured::{EvenColumns, MeasuredFlow};
use super::{Chunk, Float, FlowRun, Pager, SearchReach};
use crate::measures::pages::{BETWEEN_FLOWS, LEAST_ROOM, MOST_WAITED, TOLERANCE};
use crate::weights;

/// A step on the way from the first page to the last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Move {
    /// Ends this page.
    EndPage,
    /// Continues the text in two columns of this height that end before these bricks; in a single column, both end at the same brick.
    Columns { ends: [usize; 2], height: f32, then: Then },
    /// Places the next exhibit of the text across the page.
    Float,
    /// Places a flow across the page, or at its foot.
    Across,
}

/// What follows below two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// Something else: the columns are evened.
    Else,
    /// The next exhibit, at the foot of the page.
    Exhibit,
    /// The foot of the page: the text continues on the next.
    Foot,
}

impl Pager<'_> {
    /// Whether everything is placed.
    pub(super) fn done(&self) -> bool {
        self.at.chunk >= self.chunks.len()
    }

    /// Makes a move.
    pub(super) fn make(&mut self, step: Move) {
        let index = self.at.chunk;
        let Some(chunk) = self.chunks.get(index) else { return };
        match step {
            Move::EndPage => self.end_page(),
            Move::Columns { ends, height, then } => {
                let grown = if then == Then::Foot { self.open_above(&chunk.flow, ends, height) } else { 0.0 };
                self.y += self.gap() + grown;
                let height = (height - grown).min(self.room());
                self.place_columns(index, &chunk.flow, self.at.start, &ends, (height, then == Then::Else));
                let [_, end] = ends;
                let start = self.at.start;
                self.at.start = end;
                // Letting text run on past the position of its exhibit is a liberty.
                let passed = self.next_float().is_some_and(|float| float.at < end);
                self.plan.cost += if passed { weights::FLOATED } else { 0.0 };
                let exchanged =
                    self.next_float().and_then(|float| float.until).is_some_and(|until| (start..end).contains(&until));
                self.plan.cost += if exchanged { weights::EXCHANGED } else { 0.0 };
                self.owes = then == Then::Exhibit;
                if then == Then::Foot && !self.is_placed(chunk) {
                    self.new_page();
                }
            }
            Move::Float => {
                if let Some(float) = self.next_float()
                    && let Some(exhibit) = self.chunks.get(float.chunk)
                {
                    self.flow(float.chunk, &exhibit.flow);
                    let within = cost_of_break(&chunk.flow, self.at.start) >= weights::WITHIN_PARAGRAPH;
                    self.plan.cost += if within && self.at.start > 0 { weights::AROUND_EXHIBIT } else { 0.0 };
                }
                self.at.floats += 1;
                self.owes = false;
            }
            Move::Across => {
                match chunk.run {
                    FlowRun::Strip => self.strip(index, &chunk.flow),
                    FlowRun::Wide => self.flow(index, &chunk.flow),
                    FlowRun::Columns | FlowRun::Float => {}
                }
                self.at.start = chunk.flow.bricks.len();
            }
        }
        self.go_on();
    }

    /// Whether all of a flow is placed.
    fn is_placed(&self, chunk: &Chunk) -> bool {
        self.at.start >= chunk.flow.bricks.len() && self.at.floats >= chunk.floats.len()
    }

    /// Advances to the next flow once the present one is placed. Exhibits are placed with the text they belong to.
    pub(super) fn go_on(&mut self) {
        while let Some(chunk) = self.chunks.get(self.at.chunk)
            && (chunk.run == FlowRun::Float || self.is_placed(chunk))
        {
            self.at.chunk += 1;
            (self.at.start, self.at.floats) = (0, 0);
            self.began = None;
        }
    }

    fn next_float(&self) -> Option<Float> {
        self.chunks.get(self.at.chunk)?.floats.get(self.at.floats).copied()
    }

    /// The possible next moves, those that look best from here first, limited to about `reach.choices`.
    pub(super) fn moves(&self, reach: SearchReach) -> Vec<Move> {
        match self.chunks.get(self.at.chunk) {
            Some(chunk) if chunk.run == FlowRun::Columns => self.moves_of_text(&chunk.flow, reach),
            Some(_) => vec![Move::Across],
            None => Vec::new(),
        }
    }

    /// The ways in which a text continues, or in which the exhibit due here is placed: at its position, if it fits; otherwise at the foot
    /// of the same page or the top of the next, while the text runs on.
    fn moves_of_text(&self, flow: &MeasuredFlow, reach: SearchReach) -> Vec<Move> {
        let choices = reach.choices;
        let (start, count) = (self.at.start, flow.bricks.len());
        let float = self.next_float();
        // The text normally runs on no further than this while the exhibit waits, unless a rule would be broken.
        let until = float.and_then(|float| float.until).filter(|_| !reach.distinct);
        let stop = until.map_or(count, |until| until.clamp(start, count));
        let mut moves = Vec::new();
        let due = float.filter(|float| float.at <= start);
        if let Some(due) = due
            && (start >= count || self.has_room(due))
        {
            moves.push(Move::Float);
            if start >= count && choices > 1 && !self.fresh && self.strands_strip(due) {
                moves.push(Move::EndPage);
            }
            if start >= stop || choices == 1 || self.owes {
                return moves;
            }
        }
        let room = self.room() - self.gap();
        if !self.fresh && room < LEAST_ROOM {
            moves.push(Move::EndPage);
            return moves;
        }
        let foot = |height: f32, least: usize| {
            let found = if height > LEAST_ROOM { self.filled(flow, start, height, reach, false) } else { Vec::new() };
            let found = found.into_iter().filter(move |[_, end]| (least..=stop).contains(end));
            found.map(move |ends| Move::Columns { ends, height, then: Then::Exhibit })
        };
        let above = float.map_or(0.0, |float| room - BETWEEN_FLOWS - self.height_of(float));
        let place = float.filter(|_| due.is_none());
        if let Some(float) = place {
            if let Some((ends, height)) = self.evened(flow, (start, float.at), room) {
                let below = above - height;
                let good = below >= LEAST_ROOM + BETWEEN_FLOWS || (0.0..BETWEEN_FLOWS).contains(&below);
                if good || (choices > 1 && below >= 0.0) {
                    moves.push(Move::Columns { ends, height, then: Then::Else });
                }
                if good && choices == 1 {
                    return moves;
                }
                // The space left below the exhibit would be too small for anything, so the text fills it above.
                if below > 0.0 {
                    moves.extend(foot(above, float.at));
                    if choices == 1 && !moves.is_empty() {
                        return moves;
                    }
                }
            }
        } else if due.is_some() {
            moves.extend(foot(above, start + 1));
            // An exhibit waits no longer than until the next page.
            if !moves.is_empty() && self.began.is_some_and(|began| float.is_some_and(|float| float.at <= began)) {
                return moves;
            }
        }
        if let Some((ends, height)) = self.evened(flow, (start, stop), room).filter(|_| start < stop || stop == count) {
            moves.push(Move::Columns { ends, height, then: Then::Else });
            // Text that fits may still be better split over two pages.
            if choices == 1 {
                return moves;
            }
        }
        let filled = self.filled(flow, start, room, reach, self.fresh);
        // Text that would fit here continues on the next page only if it fills this one.
        let fills = |[first, end]: &[usize; 2]| {
            let tallest = flow.height(start, *first).max(flow.height(*first, *end));
            *end < stop && room - tallest < self.body().height * weights::MOST_WHITE
        };
        let filled = filled.into_iter().filter(|ends| ends[1] <= stop && (moves.is_empty() || fills(ends)));
        let filled = filled.collect::<Vec<_>>();
        moves.extend(filled.into_iter().map(|ends| Move::Columns { ends, height: room, then: Then::Foot }));
        // A text that would begin low on the page may wait for the next.
        let may_wait = reach.distinct && start == 0 && !self.fresh && room < self.whole_page() * MOST_WAITED;
        if moves.is_empty() || may_wait {
            moves.push(Move::EndPage);
        }
        moves
    }

    /// The columns for a range of a text, as even as its breaks allow, with their height.
    fn evened(&self, flow: &MeasuredFlow, (start, stop): (usize, usize), room: f32) -> Option<EvenColumns> {
        if !self.look.is_single {
            return flow.evened((start, stop), room);
        }
        let column = flow.fitting(start, stop, room + TOLERANCE)?;
        Some(([stop, stop], column.closed(flow).min(room)))
    }

    /// The ends of columns filled to a height, for a text that continues after them: the best first, up to the number of choices.
    fn filled(
        &self,
        flow: &MeasuredFlow,
        start: usize,
        height: f32,
        reach: SearchReach,
        fresh: bool,
    ) -> Vec<[usize; 2]> {
        if !self.look.is_single {
            return fill_columns(flow, (start, height), reach, fresh);
        }
        let ends: Vec<usize> = flow.ends(start, height, reach.choices).iter().map(|(_, end)| *end).collect();
        let forced = fill_column(flow, start, height, fresh).filter(|_| ends.is_empty());
        ends.into_iter().chain(forced).map(|end| [end, end]).collect()
    }

    fn height_of(&self, float: Float) -> f32 {
        self.chunks.get(float.chunk).map_or(0.0, |chunk| chunk.flow.whole())
    }

    /// Whether placing the last exhibit here would leave the closing band alone on the next page.
    fn strands_strip(&self, float: Float) -> bool {
        let own = self.chunks.get(self.at.chunk).map_or(0, |chunk| chunk.floats.len());
        let next = self.chunks.iter().skip(self.at.chunk + 1).find(|chunk| chunk.run != FlowRun::Float);
        let strip = next.filter(|next| next.run == FlowRun::Strip && self.at.floats + 1 == own);
        strip.is_some_and(|strip| self.height_of(float) + strip.flow.whole() + 2.0 * BETWEEN_FLOWS > self.room())
    }

    /// Whether an exhibit may be placed here: all of it or, on an empty page, as much as fits.
    fn has_room(&self, float: Float) -> bool {
        self.fresh || self.height_of(float) + BETWEEN_FLOWS <= self.room() + TOLERANCE
    }

    /// Whether a flow that could be split here is better begun on the next page, which has space for all of its remainder.
    fn waits(&self, flow: &MeasuredFlow, (start, end): (usize, usize), room: f32) -> bool {
        let fits = flow.fits(start, flow.bricks.len(), self.look.body(false).height);
        let rest = self.cost_of_white((room - flow.height(start, end)).max(0.0));
        !self.fresh && fits && weights::PAGE_FOOT * self.cost_of_white(room) < cost_of_break(flow, end) + rest
    }

    /// Runs a flow across pages until all of it is placed.
    pub(super) fn flow(&mut self, chunk: usize, flow: &MeasuredFlow) {
        let count = flow.bricks.len();
        let mut start = 0;
        while start < count {
            let room = self.room() - self.gap();
            // The space left for an exhibit is as much as it needs, however little that is.
            if !self.fresh && !self.owes && room < LEAST_ROOM {
                self.end_page();
                continue;
            }
            if let Some(rest) = flow.fitting(start, count, room + TOLERANCE) {
                self.y += self.gap();
                self.place_columns(chunk, flow, start, &[count], (rest.closed(flow).min(room), true));
                start = count;
            } else if let Some(end) = fill_column(flow, start, room, self.fresh)
                && !self.waits(flow, (start, end), room)
            {
                self.y += self.gap();
                self.place_columns(chunk, flow, start, &[end], (room, false));
                start = end;
                if start < count {
                    self.spread_foot();
                    self.new_page();
                }
            } else {
                self.end_page();
            }
        }
    }
}
