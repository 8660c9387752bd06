//! The costs of a paragraph's lines, all in one place.
//!
//! Badness and penalties are on the scale of Knuth and Plass ("Breaking paragraphs into lines", 1981): 100 is a line whose spaces are
//! stretched as far as they should be. Their squares add up to demerits, and the paragraph with the fewest demerits is chosen.
//! `text/tests/lines.rs` and `rules.rs` pin the resulting lines in six languages: `lines_end_where_they_did` in every width.

use super::places::EndReason;

/// The worst line accepted without hyphens, before hyphens are tried.
pub(super) const UNDIVIDED: f64 = 120.0;
/// The worst line accepted with hyphens, before any line is accepted.
pub(super) const DIVIDED: f64 = 800.0;
/// The share of its width that a ragged line may leave blank, before any line is accepted.
pub(super) const MOST_BLANK: f64 = 0.4;
/// The badness of a line whose spaces are nearly three times as wide as they should be; beyond that, all look alike.
pub(super) const UNFORGIVEN: f64 = 4_000.0;
/// The additional badness of still wider lines, per unit of stretch: enough to prefer the lesser evil.
pub(super) const BEYOND: f64 = 50.0;
/// The ratio of a line that cannot stretch and ends early, per share of its width that is blank: unnoticed if it is little.
pub(super) const ENDS_EARLY: f64 = 20.0;
/// The cost of a line that ends early because its spaces would be gaps, times the square of its blank share: half a line costs about as
/// much as eight hopeless lines, because in the middle of a paragraph it reads as its end.
pub(super) const SHORT_LINE: f64 = 5e8;
/// The cost if such a line ends in a hyphen, for which there is no reason: more than any other line.
pub(super) const SHORT_DIVIDED: f64 = 1e9;
/// Added to the badness of each line, so that of two good paragraphs the one with fewer lines is chosen.
pub(super) const LINE: f64 = 10.0;
/// The cost of a line of ragged text: more than any unevenness, since having the fewest lines comes first.
pub(super) const RAGGED_LINE: f64 = 1e9;
/// The cost of unevenness in ragged text, per unit of badness.
pub(super) const RAGGED: f64 = 100.0;
/// The cost of a second consecutive hyphen: the beginning of a ladder.
pub(super) const SECOND_HYPHEN: f64 = 8_000.0;
/// The cost of a third consecutive hyphen: about six hopeless lines.
pub(super) const THIRD_HYPHEN: f64 = 1e8;
/// The cost of a loose line next to a tight one.
pub(super) const UNEVEN: f64 = 4_000.0;
/// The cost of a hyphen before the last line: more than a loose line.
pub(super) const HYPHEN_BEFORE_LAST: f64 = 200_000.0;
/// Added if the last line is only the end of that word: any line whose spaces are less than three times as wide as they should be is
/// better.
pub(super) const PIECE_LAST: f64 = 1e7;
/// The cost of a name divided before the last line: as much as a line that is nearly blank.
pub(super) const NAME_BEFORE_LAST: f64 = 1e8;
/// The share of the width that is blank if the last line is a syllable or two, which looks like a mistake.
pub(super) const LAST_BLANK: f64 = 0.85;
/// The cost of such a last line that consists of whole words: a single word, or a Chinese character with its punctuation.
pub(super) const SHORT_LAST: f64 = 200_000.0;
/// Added for a single letter or Chinese character, with or without punctuation: moving another word down is better, however loose that
/// makes the line before.
pub(super) const SINGLE_LAST: f64 = 2e6;
/// The cost of such a last line that is the end of a divided word.
pub(super) const DIVIDED_LAST: f64 = 1e6;

/// The penalty of a line end, and whether it looks like a hyphen.
pub(super) const fn of_end(end: EndReason) -> (f64, bool) {
    match end {
        EndReason::Open | EndReason::Must => (0.0, false),
        // A hyphen or dash in the text costs less than one that is added.
        EndReason::Mark => (30.0, true),
        EndReason::SoftHyphen => (40.0, true),
        EndReason::Hyphen => (60.0, true),
        EndReason::HyphenInCompound => (150.0, true),
        // Better than a line that ends early, or whose spaces are more than twice as wide as they should be.
        EndReason::HyphenInName => (2000.0, true),
        EndReason::Address => (100.0, false),
        // Within text too wide for a line, before words are cut.
        EndReason::Bound => (700.0, false),
        // If there is no other place in a figure and its currency.
        EndReason::Unit => (5000.0, false),
        // Within a word that has no other place.
        EndReason::Cut => (1000.0, false),
    }
}
