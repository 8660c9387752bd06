//! "Did you mean …?"

/// The candidate that differs least from what was written, if it differs by at most two characters.
pub(crate) fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_ascii_uppercase();
    let near = candidates.map(|candidate| (distance(&written, &candidate.to_ascii_uppercase()), candidate));
    near.filter(|(distance, _)| *distance <= 2).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// How many characters must be added, taken away or replaced to turn one text into the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (line, character) in from.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((other, above), pair) in to.chars().zip(row.iter().skip(1)).zip(row.iter()) {
            let left = next.last().copied().unwrap_or_default();
            let replaced = pair + usize::from(character != other);
            next.push(replaced.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_suggested_and_nothing_far_off() {
        let codes = || ["M0103", "M0104", "L0101"].into_iter();
        assert_eq!(nearest("m103", codes()), Some("M0103"));
        assert_eq!(nearest("L0110", codes()), Some("L0101"));
        assert_eq!(nearest("event", codes()), None);
        assert_eq!(nearest("", codes()), None);
    }

    #[test]
    fn distances_are_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
    }
}
