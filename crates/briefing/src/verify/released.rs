//! The versions of this program that were released.
//!
//! A file names the version that made it: a released one, this one, or a newer one; any other is a lie. Each released version has
//! one file in `tests/released`, which must stay readable.

use crate::edition::{Edition, PRODUCER};

/// Every version that was released before this one. A release adds its own number, and a file to `tests/released`.
///
/// ```
/// use briefing::{edition::PRODUCER, verify::RELEASED};
///
/// assert!(!RELEASED.contains(&PRODUCER), "this version is not among those before it");
/// ```
pub const RELEASED: &[&str] = &[];

/// What the version named by a file can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Producer {
    /// This very version.
    Ours,
    /// A released version, or one that may have been released since.
    Other,
    /// A version that does not exist.
    Unknown,
}

/// What the version named by an edition is.
pub(super) fn standing(edition: &Edition, released: &[&str]) -> Producer {
    let producer = edition.producer();
    if producer == PRODUCER {
        return Producer::Ours;
    }
    let newer = number(producer).zip(number(PRODUCER)).is_some_and(|(theirs, ours)| theirs > ours);
    if newer || released.contains(&producer) { Producer::Other } else { Producer::Unknown }
}

/// The three numbers of a version, written as we write them.
fn number(version: &str) -> Option<[u32; 3]> {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().ok().filter(|number| number.to_string() == part));
    let number = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_three_plain_numbers() {
        assert_eq!(number("1.20.3"), Some([1, 20, 3]));
        for wrong in ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.+3", "1.2.x", "9.9.9\nconsistent"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
