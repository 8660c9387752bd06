//! Why an edition cannot be read or rendered.

use briefing_model::{Code, Digest, InvalidBriefing};

use super::{Edition, PRODUCER};
use tagged_pdf::reader::ReadError;

/// An edition that cannot be read.
///
/// ```
/// use briefing::edition::{Edition, EditionError};
///
/// let error = Edition::from_json(br#"{"format":"briefing-edition","version":9,"producer":"4.0.0"}"#).unwrap_err();
/// assert!(matches!(error, EditionError::OtherVersion { version: 9, .. }));
/// assert!(error.to_string().starts_with("made by another version: 4.0.0"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditionError {
    /// The file cannot be read.
    #[error(transparent)]
    Pdf(#[from] ReadError),
    /// The file has no edition.
    #[error(
        "the file has no `{}`: it was not made by `briefing render`, or the attachment was taken out",
        Edition::FILE_NAME
    )]
    Missing,
    /// It is not JSON, or not that of an edition.
    #[error("it is not an edition: {0}")]
    Malformed(String),
    /// Its briefing contradicts itself.
    #[error("it contradicts itself: {0}")]
    Contradiction(#[from] InvalidBriefing),
    /// Its form is newer than this program reads.
    #[error(
        "made by another version: {producer}, whose editions have version {version}; this is {PRODUCER}, which reads version {}",
        Edition::VERSION
    )]
    OtherVersion {
        /// The version of the program that made it.
        producer: String,
        /// The version of its form.
        version: u32,
    },
    /// It is longer than this program reads.
    #[error("the edition has more than {limit} bytes: this is the most that is read")]
    TooLong {
        /// The limit.
        limit: usize,
    },
    /// It has more values than this program reads.
    #[error("the edition has more than {limit} values: this is the most that is read")]
    TooManyValues {
        /// The limit.
        limit: usize,
    },
    /// A font of the office is missing, or cannot be used.
    #[error("the font `{name}` {what}")]
    Font {
        /// The file that it was read from.
        name: String,
        /// What is wrong with it.
        what: String,
    },
    /// A picture is missing, or does not match its digest.
    #[error("the picture `{file}` ({digest}) {what}")]
    Picture {
        /// The file that it was read from.
        file: String,
        /// Its digest.
        digest: Digest,
        /// What is wrong with it.
        what: String,
    },
}

impl EditionError {
    /// The code that explains it.
    ///
    /// ```
    /// use briefing::{Code, Edition};
    ///
    /// assert_eq!(Edition::read(b"{}").unwrap_err().code(), Code::NotAnEdition);
    /// ```
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Pdf(error) => code_of(error),
            Self::Missing => Code::NoEdition,
            Self::Malformed(_) => Code::NotAnEdition,
            Self::Contradiction(error) => match error.faults.as_slice().first() {
                Some(fault) => fault.code,
                None => Code::NotAnEdition,
            },
            Self::OtherVersion { .. } => Code::EditionOfLaterVersion,
            Self::TooLong { .. } | Self::TooManyValues { .. } => Code::EditionTooLarge,
            Self::Font { .. } => Code::EditionFont,
            Self::Picture { .. } => Code::EditionPicture,
        }
    }
}

/// The code that explains why a finished file cannot be read.
pub(crate) const fn code_of(error: &ReadError) -> Code {
    match error {
        ReadError::Damaged { .. } => Code::DamagedFinishedFile,
        ReadError::Appended { .. } => Code::BytesAfterFile,
        ReadError::Later { .. } => Code::LaterRevision,
        ReadError::TooLarge { .. } => Code::FinishedFileTooLarge,
        // This program wrote no file of any other kind.
        _ => Code::ForeignFinishedFile,
    }
}
