//! What the lines of a paragraph cost, all in one place.
//!
//! Badness and penalties have the scale of Knuth and Plass ("Breaking paragraphs into lines", 1981): 100 is a line whose
//! spaces are stretched as far as they like. Their squares add up to demerits, and the paragraph with the fewest is
//! taken. `text/tests/lines.rs` and `rules.rs` hold which lines come out in six languages: `lines_end_where_they_did` in every
//! width.

use super::places::EndReason;

/// The worst line without a hyphen that is taken, before hyphens are tried.
pub(super) const UNDIVIDED: f64 = 120.0;
/// The worst line with hyphens that is taken, before any line is.
pub(super) const DIVIDED: f64 = 800.0;
/// The share of its width that a ragged line may leave blank, before any line is taken.
pub(super) const MOST_BLANK: f64 = 0.4;
/// The badness of a line whose spaces are nearly three times as wide as they should be: beyond, all look alike.
pub(super) const UNFORGIVEN: f64 = 4_000.0;
/// What a still wider line costs more, for each time that its spaces are stretched: enough to prefer the lesser evil.
pub(super) const BEYOND: f64 = 50.0;
/// The ratio of a line that cannot stretch and ends early, for each share of its width: not seen if by a little.
pub(super) const ENDS_EARLY: f64 = 20.0;
/// A line that ends early, because its spaces would be holes, for the square of the share of it that is blank: half a line costs
/// about what two hopeless lines do.
pub(super) const SHORT_LINE: f64 = 1.2e8;
/// Such a line that ends in a hyphen, for which there is no reason: as much as no other line costs.
pub(super) const SHORT_DIVIDED: f64 = 1e9;
/// Added to the badness of each line, so that of two good paragraphs the one of fewer lines is taken.
pub(super) const LINE: f64 = 10.0;
/// What a line of ragged text costs: more than any unevenness, since the fewest lines come first.
pub(super) const RAGGED_LINE: f64 = 1e9;
/// Unevenness of ragged text, for each unit of badness.
pub(super) const RAGGED: f64 = 100.0;
/// A second hyphen in a row: a ladder begins.
pub(super) const SECOND_HYPHEN: f64 = 8_000.0;
/// A third hyphen in a row: about what six hopeless lines cost.
pub(super) const THIRD_HYPHEN: f64 = 1e8;
/// A loose line beside a tight one.
pub(super) const UNEVEN: f64 = 4_000.0;
/// A hyphen before the last line: more than what a loose line costs.
pub(super) const HYPHEN_BEFORE_LAST: f64 = 200_000.0;
/// Added where the last line is nothing but the end of that word: better any line whose spaces are less than three times as wide as they should be.
pub(super) const PIECE_LAST: f64 = 1e7;
/// A name divided before the last line: as much as a line that is nearly blank.
pub(super) const NAME_BEFORE_LAST: f64 = 1e8;
/// The share of the width that is blank where a last line is a syllable or two, which looks like a mistake.
pub(super) const LAST_BLANK: f64 = 0.85;
/// Such a last line of whole words: one word alone, or one Chinese character with its mark.
pub(super) const SHORT_LAST: f64 = 200_000.0;
/// Added for a single letter or Chinese character, whatever marks stand beside it: one word more is better than that, however loose the line before.
pub(super) const SINGLE_LAST: f64 = 2e6;
/// Such a last line that is the end of a divided word.
pub(super) const DIVIDED_LAST: f64 = 1e6;

/// The penalty of a line end, and whether the eye counts it as a hyphen.
pub(super) const fn of_end(end: EndReason) -> (f64, bool) {
    match end {
        EndReason::Open | EndReason::Must => (0.0, false),
        // A hyphen or dash that somebody wrote costs less than one that is added.
        EndReason::Mark => (30.0, true),
        EndReason::SoftHyphen => (40.0, true),
        EndReason::Hyphen => (60.0, true),
        EndReason::HyphenInCompound => (150.0, true),
        // Better than a line that ends early, or whose spaces are more than twice as wide as they should be.
        EndReason::HyphenInName => (2000.0, true),
        EndReason::Address => (100.0, false),
        // Within what is too wide for a line, before words are cut.
        EndReason::Bound => (700.0, false),
        // Where a figure and its currency have no other place.
        EndReason::Unit => (5000.0, false),
        // Within a word that has no place to end: anything else is better.
        EndReason::Cut => (1000.0, false),
    }
}
