//! One way in which a finished file differs from what its data give.

use std::fmt;

use briefing_model::Digest;

use crate::edition::{Edition, PRODUCER};

/// One way in which a finished file differs from the file that its data give. Its words are for people; they are partly those of
/// the file, which may come from anywhere.
///
/// Texts are cut after some sixty characters.
///
/// ```
/// use briefing::verify::Difference;
///
/// let difference = Difference::Words { page: 2, found: "USD 500".to_owned(), expected: "USD 50".to_owned() };
/// assert_eq!(difference.page(), Some(2));
/// assert_eq!(difference.to_string(), "page 2: `USD 500`, made again `USD 50`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The file is damaged, or something other than a signature was added to it.
    File {
        /// What is wrong with it.
        reason: String,
    },
    /// The file's own bookkeeping differs, and nothing that it shows.
    Bookkeeping {
        /// The first byte that differs.
        at: usize,
    },
    /// The edition in the file cannot be read, or no file can be made of it.
    Edition {
        /// What is wrong with it.
        reason: String,
    },
    /// The edition names typefaces that this version of the program does not have, though it names this version.
    Typefaces,
    /// The edition names a version of the program that does not exist.
    Producer {
        /// The version.
        producer: String,
    },
    /// The file made again cannot be read, so nothing was compared.
    MadeAgain,
    /// A part of either file cannot be read.
    Unread {
        /// The part.
        part: FilePart,
        /// Why not.
        reason: String,
    },
    /// The file has more or fewer pages.
    PageCount {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// Words of a page, in reading order.
    Words {
        /// The number of the page.
        page: usize,
        /// What it says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// Something else about a page.
    Page {
        /// The number of the page.
        page: usize,
        /// What differs.
        difference: PageDifference,
    },
    /// The file has more or fewer tags.
    TagCount {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// A tag.
    Tag {
        /// The page where it starts, if it has contents.
        page: Option<usize>,
        /// What differs.
        difference: TagDifference,
    },
    /// A link, wherever it is.
    Link {
        /// Its words, and where it leads.
        link: String,
        /// Whether it was added or is gone.
        change: PartChange,
    },
    /// A text in a running head or foot that the data do not give.
    RunningText {
        /// The text.
        text: String,
    },
    /// A picture.
    Picture {
        /// Its name in the file.
        name: String,
        /// The digest of the picture that the data give; none if there is no such picture, or it cannot be read.
        digest: Option<Digest>,
        /// What happened to it.
        change: PartChange,
    },
    /// A font.
    Font {
        /// Its name.
        name: String,
        /// What happened to it.
        change: PartChange,
    },
    /// A glyph that is drawn in another way.
    Glyph {
        /// The typeface.
        face: String,
        /// The text that the glyph stands for.
        text: String,
        /// Whether this version knows how the typeface draws it.
        known: bool,
    },
    /// The file has more or fewer bookmarks.
    BookmarkCount {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// The first bookmark that differs.
    Bookmark {
        /// Its title.
        found: String,
        /// The title that it should have.
        expected: String,
    },
    /// The titles or levels of the bookmarks.
    Bookmarks,
    /// A property of the document.
    Metadata {
        /// Which one.
        field: MetadataField,
        /// What it says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// The metadata in the form of XMP.
    Xmp,
    /// The metadata name a program that this one cannot be.
    MadeBy {
        /// The program.
        program: String,
    },
    /// An attachment.
    Attachment {
        /// Its name.
        name: String,
        /// What happened to it.
        change: AttachmentChange,
    },
}

/// A part of a file that is compared as a whole.
///
/// ```
/// assert_eq!(briefing::verify::FilePart::Outline.to_string(), "outline");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FilePart {
    /// The tags.
    Structure,
    /// The pictures.
    Pictures,
    /// The pages.
    Pages,
    /// The fonts.
    Fonts,
    /// The bookmarks.
    Outline,
    /// The metadata.
    Metadata,
    /// The attachments.
    Attachments,
}

/// What may differ about a page, besides its words.
///
/// ```
/// use briefing::verify::{Difference, PageDifference};
///
/// let difference = Difference::Page { page: 2, difference: PageDifference::OtherWords };
/// assert_eq!(difference.to_string(), "page 2: other words");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageDifference {
    /// Its size.
    Size,
    /// Its words, in the order in which they are painted.
    OtherWords,
    /// The same words are drawn in another way.
    Drawing,
    /// Its links.
    Links,
    /// A text that cannot be seen.
    Hidden {
        /// Why not.
        how: Hiding,
        /// The text.
        text: String,
    },
    /// A link to an address that no briefing links to.
    Address {
        /// The address.
        address: String,
    },
}

/// Why a text on a page cannot be seen.
///
/// ```
/// use briefing::verify::Hiding;
///
/// assert_eq!(Hiding::Clipped.to_string(), "clipped away:");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Hiding {
    /// Another text is painted over it.
    OtherText,
    /// It is clipped away.
    Clipped,
    /// It has the colour of what is behind it.
    Colour,
    /// It is off the page.
    OffPage,
    /// Something is painted over it.
    Covered,
    /// It is too small.
    Small,
}

/// What may differ about a tag.
///
/// ```
/// use briefing::verify::{Difference, TagDifference};
///
/// let difference = TagDifference::Role { found: "P".to_owned(), expected: "H1".to_owned() };
/// assert_eq!(Difference::Tag { page: None, difference }.to_string(), "the tag P, made again H1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TagDifference {
    /// What it is.
    Role {
        /// What it is.
        found: String,
        /// What it should be.
        expected: String,
    },
    /// Its alternative text.
    Alt {
        /// What it says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// Another property.
    Property {
        /// What the tag is.
        role: String,
    },
}

/// What happened to one of several things that have names.
///
/// ```
/// assert_eq!(briefing::verify::PartChange::Gone.to_string(), "is gone");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PartChange {
    /// The data do not give it.
    Added,
    /// The file does not have it.
    Gone,
    /// The file has another of that name.
    Other,
}

/// What happened to an attachment.
///
/// ```
/// assert_eq!(briefing::verify::AttachmentChange::Added.to_string(), "was added");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AttachmentChange {
    /// The data do not give it.
    Added,
    /// The file does not have it.
    Gone,
    /// It has other contents.
    Contents,
    /// Its check sum is not that of its contents.
    CheckSum,
    /// It has another description, date or type.
    Description,
}

/// A property of a document.
///
/// ```
/// assert_eq!(briefing::verify::MetadataField::Created.to_string(), "creation date");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetadataField {
    /// The title.
    Title,
    /// The language.
    Language,
    /// Who wrote it.
    Author,
    /// What it is about.
    Subject,
    /// Words to find it by.
    Keywords,
    /// The program that made the document.
    Creator,
    /// The program that wrote the file.
    Producer,
    /// When it was made.
    Created,
    /// When it was last changed.
    Modified,
}

impl Difference {
    /// The page that it is on, if it is on one.
    #[must_use]
    pub const fn page(&self) -> Option<usize> {
        match self {
            Self::Words { page, .. } | Self::Page { page, .. } => Some(*page),
            Self::Tag { page, .. } => *page,
            _ => None,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { reason } => f.write_str(reason),
            Self::Bookkeeping { at } => write!(f, "the file's own bookkeeping differs from byte {at} on"),
            Self::Edition { reason } => write!(f, "{}: {reason}", Edition::FILE_NAME),
            Self::Typefaces => {
                write!(f, "{}: it names typefaces that {PRODUCER} does not have", Edition::FILE_NAME)
            }
            Self::Producer { producer } => {
                write!(f, "{}: no version of this program is called `{producer}`", Edition::FILE_NAME)
            }
            Self::MadeAgain => f.write_str("the file made again cannot be read"),
            Self::Unread { part, reason } => write!(f, "{part}: {reason}"),
            Self::PageCount { found, expected } => write!(f, "pages: {found}, made again {expected}"),
            Self::Words { page, found, expected } => write!(f, "page {page}: `{found}`, made again `{expected}`"),
            Self::Page { page, difference } => write!(f, "page {page}: {difference}"),
            Self::TagCount { found, expected } => write!(f, "tags: {found} elements, made again {expected}"),
            Self::Tag { page: Some(page), difference } => write!(f, "page {page}: {difference}"),
            Self::Tag { page: None, difference } => difference.fmt(f),
            Self::Link { link, change: PartChange::Added } => {
                write!(f, "links: {link} is not among those of the data")
            }
            Self::Link { link, change } => write!(f, "links: {link} {change}"),
            Self::RunningText { text } => {
                write!(f, "running heads and feet: `{text}` is not among those of the data")
            }
            Self::Picture { name, digest: Some(digest), change } => write!(f, "pictures: {name} ({digest}) {change}"),
            Self::Picture { name, digest: None, change } => write!(f, "pictures: {name} {change}"),
            Self::Font { name, change } => write!(f, "fonts: {name} {change}"),
            Self::Glyph { face, text, known } => {
                let doubt = if *known { "drawn as something else" } else { "not known here" };
                write!(f, "fonts: `{text}` of {face} is {doubt}")
            }
            Self::BookmarkCount { found, expected } => {
                write!(f, "outline: {found} bookmarks, made again {expected}")
            }
            Self::Bookmark { found, expected } => write!(f, "outline: `{found}`, made again `{expected}`"),
            Self::Bookmarks => f.write_str("outline: other bookmarks"),
            Self::Metadata { field, found, expected } => {
                write!(f, "metadata: {field} `{found}`, made again `{expected}`")
            }
            Self::Xmp => f.write_str("metadata: other XMP"),
            Self::MadeBy { program } => write!(f, "metadata: made by `{program}`"),
            Self::Attachment { name, change } => write!(f, "attachment `{name}` {change}"),
        }
    }
}

impl fmt::Display for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Structure => "structure",
            Self::Pictures => "pictures",
            Self::Pages => "pages",
            Self::Fonts => "fonts",
            Self::Outline => "outline",
            Self::Metadata => "metadata",
            Self::Attachments => "attachments",
        })
    }
}

impl fmt::Display for PageDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size => f.write_str("another size"),
            Self::OtherWords => f.write_str("other words"),
            Self::Drawing => f.write_str("drawn in another way"),
            Self::Links => f.write_str("other links"),
            Self::Hidden { how, text } => write!(f, "{how} `{text}`"),
            Self::Address { address } => write!(f, "a link to `{address}`"),
        }
    }
}

impl fmt::Display for Hiding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::OtherText => "another text is painted over",
            Self::Clipped => "clipped away:",
            Self::Colour => "in the colour of what is behind it:",
            Self::OffPage => "off the page:",
            Self::Covered => "something is painted over",
            Self::Small => "too small to be read:",
        })
    }
}

impl fmt::Display for TagDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role { found, expected } => write!(f, "the tag {found}, made again {expected}"),
            Self::Alt { found, expected } => {
                write!(f, "the alternative text `{found}`, made again `{expected}`")
            }
            Self::Property { role } => write!(f, "the tag {role} says something else of itself"),
        }
    }
}

impl fmt::Display for PartChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Added => "was added",
            Self::Gone => "is gone",
            Self::Other => "is another",
        })
    }
}

impl fmt::Display for AttachmentChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Added => "was added",
            Self::Gone => "is gone",
            Self::Contents => "is another",
            Self::CheckSum => "was changed: its check sum is that of something else",
            Self::Description => "is described in another way",
        })
    }
}

impl fmt::Display for MetadataField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Title => "title",
            Self::Language => "language",
            Self::Author => "author",
            Self::Subject => "subject",
            Self::Keywords => "keywords",
            Self::Creator => "creator",
            Self::Producer => "producer",
            Self::Created => "creation date",
            Self::Modified => "date of change",
        })
    }
}
