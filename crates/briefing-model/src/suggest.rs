//! "Did you mean": the most similar of the words that would have been right.

/// Returns the candidate most similar to what was written, if it is similar enough to be meant.
///
/// The optimal string alignment distance (one for each insertion, deletion, substitution or swap of neighbours,
/// ignoring letter case) must be at most a third of the length, or one in a shorter word.
///
/// ```
/// assert_eq!(briefing_model::nearest("ct-travl", ["ct-travel", "cyber"]), Some("ct-travel"));
/// assert_eq!(briefing_model::nearest("sport", ["ct-travel", "cyber"]), None);
/// ```
#[must_use]
pub fn nearest<'c>(written: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let written: Vec<char> = fold(written);
    let allowed = (written.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    let mut work = 0;
    for candidate in candidates {
        if work > MOST_WORK {
            break;
        }
        let folded = fold(candidate);
        if folded.len().abs_diff(written.len()) > allowed {
            continue;
        }
        work += written.len() * folded.len();
        let distance = distance(&written, &folded);
        // One letter in place of another proves nothing: some part of the word must be right.
        let kept = distance < written.len().max(folded.len());
        if kept && distance <= allowed && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The distance between two words, if it is at most `allowed`.
pub(crate) fn distance_within(written: &str, candidate: &str, allowed: usize) -> Option<usize> {
    let (written, candidate) = (fold(written), fold(candidate));
    if written.len().abs_diff(candidate.len()) > allowed {
        return None;
    }
    Some(distance(&written, &candidate)).filter(|&distance| distance <= allowed)
}

/// No name in an office folder is longer, but what is written may be.
const LONGEST: usize = 64;

/// The greatest number of pairs of letters to compare: those of ten thousand candidates of twenty letters. Anyone with
/// more can find the word without help.
const MOST_WORK: usize = 4_000_000;

fn fold(text: &str) -> Vec<char> {
    text.chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

fn distance(from: &[char], to: &[char]) -> usize {
    // Three rows of the table: the two previous ones and the present one. A swap of neighbours needs the row before the
    // previous one.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
    for (i, &a) in from.iter().enumerate() {
        let mut now = vec![i + 1];
        for (j, &b) in to.iter().enumerate() {
            let mut cost = (at(&last, j) + usize::from(a != b)).min(at(&last, j + 1) + 1).min(at(&now, j) + 1);
            let swapped = i > 0 && j > 0 && from.get(i - 1) == Some(&b) && to.get(j - 1) == Some(&a);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            now.push(cost);
        }
        before = std::mem::replace(&mut last, now);
    }
    at(&last, to.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let units = ["uncct", "spib", "ct-travel", "hrgs"];
        assert_eq!(nearest("ct-travl", units), Some("ct-travel"));
        assert_eq!(nearest("UNCTC", units), Some("uncct"));
        assert_eq!(nearest("ucnct", units), Some("uncct"), "a swap of neighbours is one step");
        assert_eq!(nearest("xyzzy", units), None);
        assert_eq!(nearest("", units), None);
        assert_eq!(nearest("a", ["b"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), units), None);
    }

    #[test]
    fn distance_agrees_with_known_values() {
        let d = |a: &str, b: &str| distance(&fold(a), &fold(b));
        assert_eq!(d("kitten", "sitting"), 3);
        assert_eq!(d("ca", "abc"), 3);
        assert_eq!(d("", "abc"), 3);
        assert_eq!(d("same", "SAME"), 0);
    }

    proptest::proptest! {
        #[test]
        fn distance_is_symmetric_and_bounded(a in "[a-d]{0,8}", b in "[a-d]{0,8}") {
            let (a, b) = (fold(&a), fold(&b));
            proptest::prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            proptest::prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
            proptest::prop_assert_eq!(distance(&a, &b) == 0, a == b);
        }
    }
}
