//! Files attached to the document.

use crate::date::Timestamp;

/// A file attached to the document (PDF/A-3, ISO 19005-3 6.8).
///
/// ```
/// use tagged_pdf::{Attachment, Relationship, Timestamp};
///
/// let data = Attachment {
///     name: "data.json".into(),
///     description: "The figures of this briefing".into(),
///     mime: "application/json".into(),
///     relationship: Relationship::Source,
///     modified: Timestamp::new(2025, 4, 30, 0, 0, 0)?,
///     bytes: b"{}".to_vec(),
/// };
/// # let _ = data;
/// # Ok::<(), tagged_pdf::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name of the file, with its extension; unique in the document.
    pub name: String,
    /// A description for people.
    pub description: String,
    /// Its media type, such as `application/json`.
    pub mime: String,
    /// Its relationship to the document.
    pub relationship: Relationship,
    /// When it was last modified.
    pub modified: Timestamp,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The relationship of an attachment to its document (ISO 19005-3, annex E).
///
/// ```
/// use tagged_pdf::Relationship;
///
/// assert_ne!(Relationship::Source, Relationship::Data);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// The source from which the document was made.
    Source,
    /// Data shown in the document.
    Data,
    /// The content of the document in another form.
    Alternative,
    /// A supplement to the document.
    Supplement,
    /// None of these.
    Unspecified,
}

impl Relationship {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Data => "Data",
            Self::Alternative => "Alternative",
            Self::Supplement => "Supplement",
            Self::Unspecified => "Unspecified",
        }
    }
}
