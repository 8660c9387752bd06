//! The text of an identifier, stored inline if it is short.
//!
//! A ledger may hold a million ids, few of them longer than fourteen bytes: on the heap, each would take three times
//! its length in memory, and every comparison would have to fetch it from there.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The greatest length of a text stored inline, in bytes: what the two words of a text on the heap leave.
const MOST_IN_PLACE: usize = 14;

#[derive(Clone)]
pub(super) enum IdText {
    Short { length: u8, bytes: [u8; MOST_IN_PLACE] },
    Long(Box<LongText>),
}

/// A text with its length, behind a single pointer.
#[derive(Clone)]
pub(super) struct LongText(Box<str>);

impl IdText {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Short { .. } => std::str::from_utf8(self.as_bytes()).unwrap_or_default(),
            Self::Long(text) => &text.0,
        }
    }

    fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Short { length, bytes } => bytes.get(..usize::from(*length)).unwrap_or_default(),
            Self::Long(text) => text.0.as_bytes(),
        }
    }
}

impl From<&str> for IdText {
    fn from(text: &str) -> Self {
        let mut bytes = [0; MOST_IN_PLACE];
        match (u8::try_from(text.len()), bytes.get_mut(..text.len())) {
            (Ok(length), Some(place)) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short { length, bytes }
            }
            _ => Self::Long(Box::new(LongText(text.into()))),
        }
    }
}

impl fmt::Debug for IdText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for IdText {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for IdText {}

impl PartialOrd for IdText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for IdText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl Hash for IdText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_stay_themselves() {
        let texts = ["", "p", "p-99999999999", "p-999999999999", "p-9999999999999", "q", "é-ü-ß-ñ-ç", "é-ü-ß-ñ-ç-ø"];
        for one in texts {
            assert_eq!(IdText::from(one).as_str(), one);
            assert_eq!(format!("{:?}", IdText::from(one)), format!("{one:?}"));
            for other in texts {
                assert_eq!(IdText::from(one).cmp(&IdText::from(other)), one.cmp(other));
                assert_eq!(IdText::from(one) == IdText::from(other), one == other);
            }
        }
        assert_eq!(size_of::<Option<IdText>>(), size_of::<Box<str>>());
    }
}
