//! Building a document.

use crate::attachment::Attachment;
use crate::canvas::TextScratch;
use crate::error::{DrawError, Error};
use crate::font::{Font, FontData, FontError, FontId};
use crate::geometry::Size;
use crate::image::{Image, ImageId, StoredImage};
use crate::metadata::Metadata;
use crate::page::{Destination, PageBuilder, PageData, Sequence};
use crate::tree::{StructureTree, index};

/// A bookmark of a document.
///
/// ```
/// use tagged_pdf::{BookmarkId, HeadingLevel, Tag};
///
/// # use tagged_pdf::{LanguageTag, Metadata, PdfBuilder, StructureTree, Timestamp};
/// # let metadata = Metadata::new("Lighthouses", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// # let mut tree = StructureTree::new();
/// let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
/// # let mut pdf = PdfBuilder::new(metadata, tree);
/// let part: BookmarkId = pdf.bookmark(None, "Highlights", heading);
/// let within = pdf.bookmark(Some(part), "First of them", heading);
/// assert_ne!(part, within);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookmarkId(pub(crate) u32);

#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    pub(crate) parent: Option<BookmarkId>,
    pub(crate) title: String,
    pub(crate) target: Destination,
}

/// How pages are numbered from a given page on.
///
/// ```
/// use tagged_pdf::{NumberStyle, PageLabel};
///
/// let preface = PageLabel { style: Some(NumberStyle::LowerRoman), prefix: String::new(), start: 1 };
/// # let _ = preface;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLabel {
    /// The style of the numbers; without one, pages are labelled with the prefix only.
    pub style: Option<NumberStyle>,
    /// The text before the number.
    pub prefix: String,
    /// The number of the first such page; 0 counts as 1.
    pub start: u32,
}

/// The style of page numbers.
///
/// ```
/// use tagged_pdf::{NumberStyle, PageLabel};
///
/// // A-1, A-2, A-3: an annex.
/// let annex = PageLabel { style: Some(NumberStyle::Decimal), prefix: "A-".to_owned(), start: 1 };
/// assert_ne!(annex.style, Some(NumberStyle::UpperAlpha));
/// ```
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

/// Builds a document from its structure, fonts, pictures and pages, and writes its bytes.
///
/// The same calls give the same bytes, in any process and at any time.
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
///
/// With a bookmark, page labels and an attached file:
///
/// ```
/// use tagged_pdf::{
///     Attachment, Color, Glyph, GlyphRun, HeadingLevel, LanguageTag, Metadata, NumberStyle, PageLabel, PdfBuilder, Point,
///     Relationship, Size, StructureTree, Tag, Timestamp, reader::PdfFile,
/// };
///
/// let mut tree = StructureTree::new();
/// let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
/// let words = tree.content(heading);
/// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// let mut pdf = PdfBuilder::new(Metadata::new("Figures", LanguageTag::new("en")?, issued)?, tree);
///
/// pdf.bookmark(None, "Figures", heading);
/// pdf.page_labels(1, PageLabel { style: Some(NumberStyle::UpperRoman), prefix: String::new(), start: 1 });
/// pdf.attach(Attachment {
///     name: "figures.csv".into(),
///     description: "The figures as a table".into(),
///     mime: "text/csv".into(),
///     relationship: Relationship::Data,
///     modified: issued,
///     bytes: b"year,count\n2025,46\n".to_vec(),
/// });
/// let font = pdf.add_font(briefing_fonts::faces()[0].data, 0)?;
/// // One glyph may stand for several characters, as a ligature does.
/// let glyphs = [Glyph { id: 40, x: 0.0, y: 0.0, text: 0.."Figures".len() }];
/// let origin = Point::new(72.0, 90.0);
/// let run = GlyphRun { font, size: 20.0, color: Color::BLACK, origin, glyphs: &glyphs, text: "Figures" };
/// pdf.page(Size::A4)?.content(words, |canvas| canvas.glyphs(&run))?;
///
/// let bytes = pdf.finish()?;
/// let file = PdfFile::open(&bytes)?;
/// assert_eq!(file.attachments()?[0].name, "figures.csv");
/// assert_eq!(file.outline()?[0].title, "Figures");
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
    pub(crate) scratch: TextScratch,
}

impl PdfBuilder {
    /// Creates a document with the structure `tree` and no pages yet.
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
            scratch: TextScratch::new(),
        }
    }

    /// Adds a face; `index` is its position in a collection, or 0 for any other file.
    ///
    /// Adding a face again returns the same id. Only glyphs that are drawn are embedded.
    ///
    /// # Errors
    ///
    /// Fails if the bytes are not a font with TrueType outlines, or if the font forbids embedding.
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

    /// Adds a picture; adding it again returns the same id.
    ///
    /// ```
    /// use tagged_pdf::Image;
    ///
    /// # let issued = tagged_pdf::Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    /// # let metadata = tagged_pdf::Metadata::new("Grey", tagged_pdf::LanguageTag::new("en")?, issued)?;
    /// # let mut pdf = tagged_pdf::PdfBuilder::new(metadata, tagged_pdf::StructureTree::new());
    /// # let png = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\x0aIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";
    /// let logo = pdf.add_image(Image::png(png)?);
    /// let again = pdf.add_image(Image::png(png)?);
    /// assert_eq!(logo, again, "it is embedded once");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_image(&mut self, image: Image) -> ImageId {
        let known = self.images.iter().position(|stored| stored.image == image);
        let id = ImageId(index(known.unwrap_or(self.images.len())));
        if known.is_none() {
            self.images.push(StoredImage { image, used: false });
        }
        id
    }

    /// Begins a page after the existing ones.
    ///
    /// # Errors
    ///
    /// Fails unless both sides are from 3 to 14,400 points.
    pub fn page(&mut self, size: Size) -> Result<PageBuilder<'_>, Error> {
        let possible = 3.0..=14_400.0;
        if !possible.contains(&size.width) || !possible.contains(&size.height) {
            return Err(Error::PageSize { width: size.width, height: size.height });
        }
        self.pages.push(PageData::new(size, self.pages.last()));
        let last = self.pages.len() - 1;
        Ok(PageBuilder::new(self, last))
    }

    /// Adds a bookmark after the existing children of `parent` or, without one, at the top level.
    pub fn bookmark(
        &mut self,
        parent: Option<BookmarkId>,
        title: impl Into<String>,
        target: impl Into<Destination>,
    ) -> BookmarkId {
        let id = BookmarkId(index(self.bookmarks.len()));
        // A bookmark of another document is not a parent in this one.
        let parent = parent.filter(|parent| parent.0 < id.0);
        self.bookmarks.push(Bookmark { parent, title: title.into(), target: target.into() });
        id
    }

    /// Numbers the pages from page `first` on, counted from one.
    pub fn page_labels(&mut self, first: usize, label: PageLabel) {
        self.labels.push((first, label));
    }

    /// Attaches a file to the document.
    pub fn attach(&mut self, attachment: Attachment) {
        self.attachments.push(attachment);
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Fails if something could not be drawn, if the structure breaks rules of PDF/UA-1 (all violations are listed), or if a slot of the
    /// structure is not drawn.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        crate::finish::finish(self)
    }
}
