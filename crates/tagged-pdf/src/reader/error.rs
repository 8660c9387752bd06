//! Errors in files that cannot be read.

use std::fmt;

/// The reason why a file cannot be read.
///
/// ```
/// use tagged_pdf::reader::{PdfFile, ReadError};
///
/// let error = PdfFile::open(b"%PDF-1.4\n").unwrap_err();
/// assert!(matches!(error, ReadError::NotOurs { .. }));
/// assert_eq!(error.to_string(), "written or changed by another program: it does not begin as its files do (at byte 0)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file was written or changed by another program: it contains something that this crate never writes.
    #[error("written or changed by another program: {what} ({at})")]
    NotOurs {
        /// The difference from what this crate writes.
        what: String,
        /// Where it is.
        at: FilePlace,
    },
    /// The file begins like one written by this crate but is truncated, or its compressed data cannot be decompressed.
    #[error("the file is damaged: {what} ({at})")]
    Damaged {
        /// What is wrong with it.
        what: String,
        /// Where it is.
        at: FilePlace,
    },
    /// A complete file is followed by something, such as an update appended by another program.
    #[error("{bytes} bytes follow the end of the file (at byte {at})")]
    Appended {
        /// The end of the file.
        at: usize,
        /// The number of bytes that follow.
        bytes: usize,
    },
    /// A revision after the end of the file does something other than sign.
    #[error("later revision {revision} {what}")]
    Later {
        /// The number of the revision, counted from one.
        revision: usize,
        /// What it does.
        what: String,
    },
    /// The file exceeds a limit.
    #[error("the file has more than {limit} {what}: this is the most that is read")]
    TooLarge {
        /// What there is too much of, in the plural.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
}

impl ReadError {
    pub(super) fn not_ours(what: impl Into<String>, at: FilePlace) -> Self {
        Self::NotOurs { what: what.into(), at }
    }

    pub(super) fn damaged(what: impl Into<String>, at: FilePlace) -> Self {
        Self::Damaged { what: what.into(), at }
    }
}

/// A place in a file.
///
/// ```
/// use tagged_pdf::reader::FilePlace;
///
/// assert_eq!(FilePlace::Object(12).to_string(), "in object 12");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FilePlace {
    /// At an offset, in bytes from the start of the file.
    Byte(usize),
    /// In the object with this number.
    Object(u32),
    /// In the content of a page, counted from one.
    Page(usize),
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Byte(offset) => write!(f, "at byte {offset}"),
            Self::Object(number) => write!(f, "in object {number}"),
            Self::Page(number) => write!(f, "on page {number}"),
        }
    }
}
