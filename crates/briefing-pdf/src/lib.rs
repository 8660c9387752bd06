//! A laid-out briefing as a tagged PDF file.
//!
//! [`write()`] writes a [`PagedDocument`] as PDF 1.7 that conforms to PDF/UA-1 and PDF/A-3a. Nothing is decided here: the document's tag
//! tree says what things mean and its pages say where they go; this crate passes both on to [`tagged_pdf`].

mod paint;

mod structure;

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_layout::PagedDocument;
use briefing_model::{Day, Digest, InvalidDrawing};
use tagged_pdf::{
    BookmarkId, Destination, Image, ImageError, LanguageTag, Metadata, NumberStyle, PageLabel, PdfBuilder, Size,
    Timestamp,
};

use self::paint::ReadPng;

pub use tagged_pdf::{Attachment, Relationship, reader};

/// The reason why a briefing cannot be written as a PDF file.
///
/// ```
/// let error = briefing_pdf::WriteError::Metadata("date");
/// assert_eq!(error.to_string(), "the document's date cannot be written to the file");
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The document shows a picture whose bytes were not given.
    #[error("no bytes were given for the picture with the digest {0}")]
    NoPicture(Digest),
    /// A picture's bytes cannot be embedded.
    #[error("the picture with the digest {digest} cannot be embedded: {source}")]
    Picture {
        /// The picture.
        digest: Digest,
        /// Why its bytes cannot be embedded.
        source: ImageError,
    },
    /// The bytes of a drawing are invalid.
    #[error("the drawing with the digest {digest} cannot be drawn: {source}")]
    Drawing {
        /// The drawing.
        digest: Digest,
        /// Why its bytes are invalid.
        source: InvalidDrawing,
    },
    /// The document's title, language or date cannot be represented in the file.
    #[error("the document's {0} cannot be written to the file")]
    Metadata(&'static str),
    /// A text that must not be blank is blank.
    #[error("{0}")]
    Blank(#[from] tagged_pdf::BlankText),
    /// A font cannot be embedded.
    #[error("a font cannot be embedded: {0}")]
    Font(#[from] tagged_pdf::FontError),
    /// The file breaks a rule of its format.
    #[error(transparent)]
    Pdf(#[from] tagged_pdf::Error),
}

/// Writes a laid-out document as a PDF file.
///
/// `pictures` holds the bytes of each picture by its digest. The same input always gives the same bytes.
///
/// ```
/// use std::collections::BTreeMap;
///
/// # fn example(paged: &briefing_layout::PagedDocument) -> Result<(), briefing_pdf::WriteError> {
/// // `paged` comes from `briefing_layout::layout`; this one shows no pictures.
/// let bytes = briefing_pdf::write(paged, &BTreeMap::new())?;
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Fails if a picture is missing or cannot be embedded, or if the file would break a rule of PDF/UA-1.
pub fn write(document: &PagedDocument, pictures: &BTreeMap<Digest, Arc<[u8]>>) -> Result<Vec<u8>, WriteError> {
    write_with(document, pictures, Vec::new())
}

/// Writes a laid-out document as [`write()`] does, and attaches files to it.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use briefing_pdf::{Attachment, Relationship};
///
/// # fn example(paged: &briefing_layout::PagedDocument) -> Result<(), Box<dyn std::error::Error>> {
/// let ledger = Attachment {
///     name: "ledger.csv".to_owned(),
///     description: "The ledger".to_owned(),
///     mime: "text/csv".to_owned(),
///     relationship: Relationship::Data,
///     modified: briefing_pdf::moment(paged.info.issued)?,
///     bytes: b"id,kind\n".to_vec(),
/// };
/// let bytes = briefing_pdf::write_with(paged, &BTreeMap::new(), vec![ledger])?;
/// # let _ = bytes;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// As for [`write()`].
pub fn write_with(
    document: &PagedDocument,
    pictures: &BTreeMap<Digest, Arc<[u8]>>,
    attachments: Vec<Attachment>,
) -> Result<Vec<u8>, WriteError> {
    write_taking(document, pictures, attachments, Image::png)
}

/// Writes a laid-out document as [`write_with`] does, without decompressing PNG files to validate them.
///
/// For pictures that are already validated, as by the reader of an office folder. The output is byte-identical to that of [`write_with`].
///
/// ```
/// use std::collections::BTreeMap;
///
/// # fn example(paged: &briefing_layout::PagedDocument) -> Result<(), briefing_pdf::WriteError> {
/// let none = BTreeMap::new();
/// assert_eq!(briefing_pdf::write_proven(paged, &none, Vec::new())?, briefing_pdf::write(paged, &none)?);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// As for [`write()`], except that damage within the data of a PNG file is not noticed: the picture is embedded as it is.
pub fn write_proven(
    document: &PagedDocument,
    pictures: &BTreeMap<Digest, Arc<[u8]>>,
    attachments: Vec<Attachment>,
) -> Result<Vec<u8>, WriteError> {
    write_taking(document, pictures, attachments, Image::proven_png)
}

fn write_taking(
    document: &PagedDocument,
    pictures: &BTreeMap<Digest, Arc<[u8]>>,
    attachments: Vec<Attachment>,
    read_png: ReadPng,
) -> Result<Vec<u8>, WriteError> {
    let structure = structure::structure(document)?;
    let mut pdf = PdfBuilder::new(metadata(document)?, structure.tree);
    let fonts = paint::fonts(&mut pdf, document)?;
    let images = paint::images(&mut pdf, document, pictures, read_png)?;
    let words = paint::link_words(document);
    let places = structure.places;
    for page in &document.pages {
        let mut sheet = pdf.page(Size { width: page.width, height: page.height })?;
        paint::page(&mut sheet, page, document, &places, &fonts, &images, &words)?;
    }
    bookmarks(&mut pdf, document);
    pdf.page_labels(1, PageLabel { style: Some(NumberStyle::Decimal), prefix: String::new(), start: 1 });
    for attachment in attachments {
        pdf.attach(attachment);
    }
    Ok(pdf.finish()?)
}

/// The timestamp used for every date in the file: the day of issue, 00:00 UTC.
///
/// ```
/// assert_eq!(briefing_pdf::moment("2025-05-06".parse()?)?.to_string(), "2025-05-06T00:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails if a PDF file cannot represent the day, which does not happen for any valid [`Day`].
pub fn moment(day: Day) -> Result<Timestamp, WriteError> {
    let part = |number: u32| u8::try_from(number).map_err(|_| WriteError::Metadata("date"));
    let year = u16::try_from(day.year()).map_err(|_| WriteError::Metadata("date"))?;
    Timestamp::new(year, part(day.month().number())?, part(day.number())?, 0, 0, 0)
        .map_err(|_| WriteError::Metadata("date"))
}

fn metadata(document: &PagedDocument) -> Result<Metadata, WriteError> {
    let info = &document.info;
    let language = LanguageTag::new(document.language.code()).map_err(|_| WriteError::Metadata("language"))?;
    let metadata = Metadata::new(info.title.clone(), language, moment(info.issued)?)?;
    let creator = concat!("briefing ", env!("CARGO_PKG_VERSION"));
    Ok(metadata.author(info.author.clone()).subject(info.subject.clone()).creator(creator))
}

/// How far above its target a bookmark leads, in points, so that the target is not at the very edge of the window.
const ABOVE_BOOKMARK: f32 = 8.0;

/// Adds the bookmarks of the document's outline, nested by level.
fn bookmarks(pdf: &mut PdfBuilder, document: &PagedDocument) {
    let mut open: Vec<(u8, BookmarkId)> = Vec::new();
    for item in &document.outline {
        open.retain(|(level, _)| *level < item.level);
        let parent = open.last().map(|(_, id)| *id);
        let target = Destination::Page { number: item.page + 1, top: (item.y - ABOVE_BOOKMARK).max(0.0) };
        let id = pdf.bookmark(parent, item.title.clone(), target);
        open.push((item.level, id));
    }
}
