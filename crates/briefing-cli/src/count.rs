//! Counts in words.

/// `1 page`, `2 pages`.
pub(crate) fn count(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
