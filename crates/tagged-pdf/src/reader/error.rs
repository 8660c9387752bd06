//! What is wrong with a file that cannot be read.

use std::fmt;

/// Why a file cannot be read.
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
    /// Another program wrote or rewrote it: something in it is never written so.
    #[error("written or changed by another program: {what} ({at})")]
    NotOurs {
        /// What is not as this crate writes it.
        what: String,
        /// Where.
        at: FilePlace,
    },
    /// It begins as a file of ours and is cut short, or its compressed data do not unpack.
    #[error("the file is damaged: {what} ({at})")]
    Damaged {
        /// What is wrong with it.
        what: String,
        /// Where.
        at: FilePlace,
    },
    /// A whole file of ours with something after it, such as an update that another program appended.
    #[error("{bytes} bytes follow the end of the file (at byte {at})")]
    Appended {
        /// Where the file ends.
        at: usize,
        /// How many bytes follow.
        bytes: usize,
    },
    /// A revision after the end of a file of ours does something else than sign.
    #[error("later revision {revision} {what}")]
    Later {
        /// Which, counted from one.
        revision: usize,
        /// What it does.
        what: String,
    },
    /// More of something than is read.
    #[error("the file has more than {limit} {what}: this is the most that is read")]
    TooLarge {
        /// What there is too much of, in the plural.
        what: &'static str,
        /// The most that is read.
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

/// Where in a file.
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
    /// In the object of that number.
    Object(u32),
    /// In what is drawn on a page, counted from one.
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
