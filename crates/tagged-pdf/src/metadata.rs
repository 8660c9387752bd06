//! The metadata of a file.

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
    /// The producer named in every file.
    ///
    /// ```
    /// assert!(tagged_pdf::Metadata::PRODUCER.starts_with("tagged-pdf "));
    /// ```
    pub const PRODUCER: &'static str = concat!("tagged-pdf ", env!("CARGO_PKG_VERSION"), " (printpdf 0.12.8)");

    /// Creates metadata with what no file may lack: a title to be shown by window bars (PDF/UA-1 7.1), a language (PDF/UA-1 7.2), and the
    /// time to be stated as that of creation.
    ///
    /// # Errors
    ///
    /// Fails if the title is blank.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// assert!(Metadata::new(" ", LanguageTag::new("en")?, issued).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(title: impl Into<String>, language: LanguageTag, created: Timestamp) -> Result<Self, BlankText> {
        let title = title.into();
        if is_blank(&title) {
            return Err(BlankText);
        }
        Ok(Self { title, language, created, author: None, subject: None, keywords: Vec::new(), creator: None })
    }

    /// Sets the author.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// let plain = Metadata::new("April", LanguageTag::new("en")?, issued)?;
    /// assert_ne!(plain.clone().author("Office of Examples"), plain);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }

    /// Sets the subject, in a sentence.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// let plain = Metadata::new("April", LanguageTag::new("en")?, issued)?;
    /// assert_ne!(plain.clone().subject("What the office did in April 2025"), plain);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Adds a keyword for searching.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// let plain = Metadata::new("April", LanguageTag::new("en")?, issued)?;
    /// assert_ne!(plain.clone().keyword("counter-terrorism"), plain);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn keyword(mut self, keyword: impl Into<String>) -> Self {
        self.keywords.push(keyword.into());
        self
    }

    /// Sets the program in which the document was written.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// let plain = Metadata::new("April", LanguageTag::new("en")?, issued)?;
    /// assert_ne!(plain.clone().creator("briefing"), plain);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn creator(mut self, creator: impl Into<String>) -> Self {
        self.creator = Some(creator.into());
        self
    }

    /// The title.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// assert_eq!(Metadata::new("April", LanguageTag::new("en")?, issued)?.title(), "April");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of everything without a language of its own.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// assert_eq!(Metadata::new("Avril", LanguageTag::new("fr")?, issued)?.language(), &LanguageTag::new("fr")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// The time of creation stated in the file.
    ///
    /// ```
    /// use tagged_pdf::{LanguageTag, Metadata, Timestamp};
    ///
    /// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// assert_eq!(Metadata::new("April", LanguageTag::new("en")?, issued)?.created(), issued);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn created(&self) -> Timestamp {
        self.created
    }
}
