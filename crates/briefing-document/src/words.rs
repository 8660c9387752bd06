//! Words of a document, with where they were written.

use std::fmt;
use std::ops::{Deref, Range};

use briefing_model::Origin;

/// Words in one language, already formatted, which record where somebody wrote which parts of them.
///
/// Words are equal if they read the same, whatever their origins.
///
/// ```
/// use briefing_document::Words;
/// use briefing_model::Origin;
///
/// let mut words = Words::from("From ");
/// words.push(&Words::written("Doha", &Origin::new("line 3")));
/// assert_eq!(words, "From Doha");
/// assert_eq!(words.origin_of('D').get(), Some(&"line 3"));
/// assert!(!words.origin_of('F').is_known());
/// ```
#[derive(Clone, Default)]
pub struct Words {
    text: String,
    origins: Vec<OriginStretch>,
}

/// A range of bytes, and where they were written.
#[derive(Clone)]
struct OriginStretch {
    bytes: Range<usize>,
    origin: Origin,
}

impl Words {
    /// Words with a single origin.
    #[must_use]
    pub fn written(text: impl Into<String>, origin: &Origin) -> Self {
        let text = text.into();
        let stretch = origin.is_known().then(|| OriginStretch { bytes: 0..text.len(), origin: origin.clone() });
        Self { text, origins: stretch.into_iter().collect() }
    }

    /// The words as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Appends more words.
    pub fn push(&mut self, more: &Self) {
        let start = self.text.len();
        self.text.push_str(&more.text);
        let moved = |OriginStretch { bytes, origin }: &OriginStretch| OriginStretch {
            bytes: bytes.start + start..bytes.end + start,
            origin: origin.clone(),
        };
        self.origins.extend(more.origins.iter().map(moved));
    }

    /// Returns the words with more words appended.
    ///
    /// ```
    /// let words = briefing_document::Words::from("Notes: ").and("in kind").and(".");
    /// assert_eq!(words, "Notes: in kind.");
    /// ```
    #[must_use]
    pub fn and(mut self, more: impl Into<Self>) -> Self {
        self.push(&more.into());
        self
    }

    /// Where the byte at an offset was written.
    ///
    /// ```
    /// use briefing_document::Words;
    /// use briefing_model::Origin;
    ///
    /// let words = Words::from("From ").and(&Words::written("Doha", &Origin::new(3)));
    /// assert_eq!(words.origin_at(5).get(), Some(&3));
    /// assert!(!words.origin_at(4).is_known(), "nobody wrote the words before it");
    /// ```
    #[must_use]
    pub fn origin_at(&self, byte: usize) -> Origin {
        let found = self.origins.iter().find(|stretch| stretch.bytes.contains(&byte));
        found.map(|stretch| stretch.origin.clone()).unwrap_or_default()
    }

    /// The origin of the first occurrence of a character that somebody wrote.
    #[must_use]
    pub fn origin_of(&self, character: char) -> Origin {
        let mut origins = self.text.match_indices(character).map(|(at, _)| self.origin_at(at));
        origins.find(Origin::is_known).unwrap_or_default()
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self { text, origins: Vec::new() }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&Self> for Words {
    fn from(words: &Self) -> Self {
        words.clone()
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Words {}

impl PartialEq<str> for Words {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
