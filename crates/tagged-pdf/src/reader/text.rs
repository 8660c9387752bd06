//! Converting text from visual order to reading order.
//!
//! The writer of this crate paints runs of a single direction, and states the text of each from left to right. Runs in a right-to-left
//! script are reversed; the file does not say which runs these are, but their characters do.

use unicode_bidi::{BidiClass, bidi_class};

use super::error::ReadError;

/// The largest number of bytes of text that one call may read; a glyph of two bytes may stand for hundreds.
const MOST_TEXT: u64 = 64 << 20;

/// The number of bytes of text that may still be read.
#[derive(Debug)]
pub(super) struct TextBudget(u64);

impl TextBudget {
    pub(super) const fn new() -> Self {
        Self(MOST_TEXT)
    }

    pub(super) fn take(&mut self, bytes: usize) -> Result<(), ReadError> {
        match self.0.checked_sub(bytes as u64) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err(ReadError::TooLarge { what: "bytes of text", limit: MOST_TEXT }),
        }
    }
}

/// Glyphs painted from one position, with their text from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PaintedRun {
    /// The index of the mark to which it belongs.
    pub(super) mark: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) text: String,
}

/// Reverses the runs that are read from right to left.
pub(super) fn into_reading_order(runs: &mut [PaintedRun], base: bool) {
    let directions: Vec<bool> =
        (0..runs.len()).map(|at| runs.get(at).is_some_and(|run| is_reversed(run, at, runs, base))).collect();
    for (run, _) in runs.iter_mut().zip(directions).filter(|(_, reversed)| *reversed) {
        run.text = run.text.chars().rev().collect();
    }
}

fn is_reversed(run: &PaintedRun, at: usize, runs: &[PaintedRun], base: bool) -> bool {
    let mut only = run.text.chars();
    if only.next().is_none() || only.next().is_none() {
        return false;
    }
    own_direction(&run.text).unwrap_or_else(|| direction_of_line(run, at, runs).unwrap_or(base))
}

/// Whether a run's own characters make it right-to-left; `None` if they do not determine its direction. Numbers are left-to-right as well
/// (UAX 9, rules I1 and I2).
fn own_direction(text: &str) -> Option<bool> {
    text.chars().find_map(|character| match bidi_class(character) {
        BidiClass::R | BidiClass::AL => Some(true),
        BidiClass::L | BidiClass::EN | BidiClass::AN => Some(false),
        _ => None,
    })
}

/// The direction of marks such as a parenthesis and a full stop: runs are painted in reading order, so a run to the left of the previous
/// one, on the same line, is read from right to left.
fn direction_of_line(run: &PaintedRun, at: usize, runs: &[PaintedRun]) -> Option<bool> {
    let on_line = |other: &&PaintedRun| other.y == run.y && other.x != run.x;
    let before = at.checked_sub(1).and_then(|at| runs.get(at)).filter(on_line);
    let after = runs.get(at + 1).filter(on_line);
    let distance = |other: &PaintedRun| (other.x - run.x).abs();
    match (before, after) {
        (Some(before), Some(after)) if distance(after) < distance(before) => Some(after.x < run.x),
        (Some(before), _) => Some(run.x < before.x),
        (None, Some(after)) => Some(after.x < run.x),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(runs: &[(f64, &str)], base: bool) -> Vec<String> {
        let run = |(x, text): &(f64, &str)| PaintedRun { mark: 0, x: *x, y: 100.0, text: (*text).to_owned() };
        let mut runs: Vec<PaintedRun> = runs.iter().map(run).collect();
        into_reading_order(&mut runs, base);
        runs.into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn letters_decide_and_numbers_are_from_left_to_right() {
        assert_eq!(read(&[(0.0, "مالس"), (9.0, "UN"), (20.0, "2025")], true), ["سلام", "UN", "2025"]);
    }

    #[test]
    fn marks_follow_their_line() {
        // In a line that runs to the left, and in one that runs to the right.
        assert_eq!(read(&[(90.0, "UN"), (80.0, ".)"), (40.0, "مالس")], true), ["UN", ").", "سلام"]);
        assert_eq!(read(&[(10.0, "UN"), (30.0, ").")], true), ["UN", ")."]);
    }

    #[test]
    fn marks_alone_follow_the_document() {
        assert_eq!(read(&[(0.0, ".)")], true), [")."]);
        assert_eq!(read(&[(0.0, ".)")], false), [".)"]);
    }
}
