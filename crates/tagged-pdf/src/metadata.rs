//! What the file says of itself.

use crate::date::Timestamp;
use crate::text::{BlankText, LanguageTag, is_blank};

/// Who wrote what, when, and in which language.
///
/// ```
/// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
///
/// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// let metadata = Metadata::new("Monthly briefing, April 2025", LanguageTag::new("en")?, issued)?
///     .author("Office of Examples")
///     .subject("What the office did in April 2025");
/// assert_eq!(metadata.title(), "Monthly briefing, April 2025");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    title: String,
    language: LanguageTag,
    created: Timestamp,
    pub(crate) author: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) keywords: Vec<String>,
    pub(crate) creator: Option<String>,
}

impl Metadata {
    /// The producer that every file names.
    pub const PRODUCER: &'static str = concat!("tagged-pdf ", env!("CARGO_PKG_VERSION"), " (printpdf 0.12.8)");

    /// What no file may lack: a title that window bars show (PDF/UA-1 7.1), a language
    /// (PDF/UA-1 7.2), and the time that is given as that of its making.
    ///
    /// # Errors
    ///
    /// Fails when the title is blank.
    pub fn new(title: impl Into<String>, language: LanguageTag, created: Timestamp) -> Result<Self, BlankText> {
        let title = title.into();
        if is_blank(&title) {
            return Err(BlankText);
        }
        Ok(Self { title, language, created, author: None, subject: None, keywords: Vec::new(), creator: None })
    }

    /// Says who wrote it.
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Says what it is about, in a sentence.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Adds a word by which it may be looked for.
    #[must_use]
    pub fn keyword(mut self, keyword: impl Into<String>) -> Self {
        self.keywords.push(keyword.into());
        self
    }

    /// Says in which program it was written.
    #[must_use]
    pub fn creator(mut self, creator: impl Into<String>) -> Self {
        self.creator = Some(creator.into());
        self
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of everything that does not say otherwise.
    #[must_use]
    pub const fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// When the file says that it was made.
    #[must_use]
    pub const fn created(&self) -> Timestamp {
        self.created
    }
}
