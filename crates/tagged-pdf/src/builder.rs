//! The document that is being made.

use crate::attachment::Attachment;
use crate::error::{DrawError, Error};
use crate::font::{Font, FontData, FontError, FontId};
use crate::geometry::Size;
use crate::image::{Image, ImageId, StoredImage};
use crate::metadata::Metadata;
use crate::page::{Destination, PageBuilder, PageData, Sequence, first_identifier};
use crate::tree::{StructureTree, index};

/// A bookmark of one document.
///
/// ```no_run
/// # fn example(pdf: &mut tagged_pdf::PdfBuilder, heading: tagged_pdf::ElementId) {
/// let part: tagged_pdf::BookmarkId = pdf.bookmark(None, "Highlights", heading);
/// pdf.bookmark(Some(part), "First of them", heading);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookmarkId(pub(crate) u32);

#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    pub(crate) parent: Option<BookmarkId>,
    pub(crate) title: String,
    pub(crate) target: Destination,
}

/// How pages are numbered from some page on.
///
/// ```
/// use tagged_pdf::{NumberStyle, PageLabel};
///
/// let preface = PageLabel { style: Some(NumberStyle::LowerRoman), prefix: String::new(), start: 1 };
/// # let _ = preface;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLabel {
    /// How numbers are written; without one, pages have the prefix only.
    pub style: Option<NumberStyle>,
    /// What stands before the number.
    pub prefix: String,
    /// The number of the first page of them; 0 counts as 1.
    pub start: u32,
}

/// How the number of a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// 1, 2, 3.
    Decimal,
    /// I, II, III.
    UpperRoman,
    /// i, ii, iii.
    LowerRoman,
    /// A, B, C.
    UpperAlpha,
    /// a, b, c.
    LowerAlpha,
}

/// A document that is being made: its structure, fonts, pictures and pages, and then its bytes.
///
/// The same calls give the same bytes, in any process, at any time.
///
/// ```
/// use tagged_pdf::{
///     ArtifactKind, Color, LanguageTag, Metadata, PdfBuilder, Rect, Size, StructureTree, Timestamp,
/// };
///
/// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// let metadata = Metadata::new("A rule", LanguageTag::new("en")?, issued)?;
/// let mut pdf = PdfBuilder::new(metadata, StructureTree::new());
/// let mut page = pdf.page(Size::A4)?;
/// page.artifact(ArtifactKind::Layout, |canvas| {
///     canvas.fill_rect(Rect::new(72.0, 72.0, 100.0, 1.0), Color::BLACK);
/// })?;
/// # let mut tree = StructureTree::new();
/// let bytes = pdf.finish()?;
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PdfBuilder {
    pub(crate) metadata: Metadata,
    pub(crate) tree: StructureTree,
    pub(crate) fonts: Vec<Font>,
    pub(crate) images: Vec<StoredImage>,
    pub(crate) pages: Vec<PageData>,
    pub(crate) sequences: Vec<Sequence>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) labels: Vec<(usize, PageLabel)>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) fault: Option<DrawError>,
}

impl PdfBuilder {
    /// A document that says what `tree` says, without a page yet.
    #[must_use]
    pub const fn new(metadata: Metadata, tree: StructureTree) -> Self {
        Self {
            metadata,
            tree,
            fonts: Vec::new(),
            images: Vec::new(),
            pages: Vec::new(),
            sequences: Vec::new(),
            bookmarks: Vec::new(),
            labels: Vec::new(),
            attachments: Vec::new(),
            fault: None,
        }
    }

    /// Makes a face available; `index` is its place in a collection, else 0.
    ///
    /// A face that is there already is found again, and only the glyphs that are drawn are embedded.
    ///
    /// # Errors
    ///
    /// Fails when the bytes are not a font with TrueType outlines, or when the font forbids
    /// embedding.
    pub fn add_font(&mut self, data: impl Into<FontData>, index: u32) -> Result<FontId, FontError> {
        let data = data.into();
        if let Some(known) = self.fonts.iter().position(|f| f.index == index && f.data == data) {
            return Ok(FontId(crate::tree::index(known)));
        }
        let font = Font::new(data, index)?;
        let id = FontId(crate::tree::index(self.fonts.len()));
        self.fonts.push(font);
        Ok(id)
    }

    /// Makes a picture available; one that is there already is found again.
    pub fn add_image(&mut self, image: Image) -> ImageId {
        let known = self.images.iter().position(|stored| stored.image == image);
        let id = ImageId(index(known.unwrap_or(self.images.len())));
        if known.is_none() {
            self.images.push(StoredImage { image, used: false });
        }
        id
    }

    /// Starts a page after those that there are.
    ///
    /// # Errors
    ///
    /// Fails when a side is not from 3 to 14,400 points.
    pub fn page(&mut self, size: Size) -> Result<PageBuilder<'_>, Error> {
        let possible = 3.0..=14_400.0;
        if !possible.contains(&size.width) || !possible.contains(&size.height) {
            return Err(Error::PageSize { width: size.width, height: size.height });
        }
        let first = self.pages.last().map_or(0, |page| first_identifier(page.sequences.end));
        self.pages.push(PageData::new(size, first));
        let last = self.pages.len() - 1;
        Ok(PageBuilder::new(self, last))
    }

    /// Adds a bookmark after those below `parent`, or after the topmost ones.
    pub fn bookmark(
        &mut self,
        parent: Option<BookmarkId>,
        title: impl Into<String>,
        target: impl Into<Destination>,
    ) -> BookmarkId {
        let id = BookmarkId(index(self.bookmarks.len()));
        // A bookmark of another document is not one of this document.
        let parent = parent.filter(|parent| parent.0 < id.0);
        self.bookmarks.push(Bookmark { parent, title: title.into(), target: target.into() });
        id
    }

    /// Numbers the pages from page `first` (counted from one) on.
    pub fn page_labels(&mut self, first: usize, label: PageLabel) {
        self.labels.push((first, label));
    }

    /// Adds a file that travels inside the document.
    pub fn attach(&mut self, attachment: Attachment) {
        self.attachments.push(attachment);
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Fails when something could not be drawn, when the structure breaks a rule of PDF/UA-1 (all
    /// that do are listed), or when a slot of the structure is not drawn.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        crate::finish::finish(self)
    }
}
