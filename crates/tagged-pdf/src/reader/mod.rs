//! Reads the files that this crate writes, and no others.
//!
//! [`PdfFile`] accepts bytes from anywhere. It accepts a file that is spelled exactly as by [`PdfBuilder`](crate::PdfBuilder), down to the
//! order of its objects, and rejects everything else as written or changed by another program; this is what makes it small, exact and safe.
//! Reading never follows an offset or length without checking it against what is there; nesting, decompression and the number of objects
//! are bounded; nothing panics.
//!
//! The content of a file is then available in views: [`PdfFile::structure`] (the tags, each with its text), [`PdfFile::pages`],
//! [`PdfFile::images`], [`PdfFile::attachments`], [`PdfFile::metadata`], [`PdfFile::outline`].
//!
//! ```
//! use tagged_pdf::reader::PdfFile;
//!
//! # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
//! let file = PdfFile::open(&bytes)?;
//! assert_eq!((file.metadata()?.title.as_str(), file.page_count()), ("Lighthouses", 1));
//! assert_eq!(file.attachments()?[0].name, "register.csv");
//! assert!(file.structure()?.text().starts_with("Lighthouses"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attachments;
mod content;
mod element;
mod error;
mod file;
mod font;
mod images;
mod inflate;
mod lexer;
mod metadata;
mod object;
mod outline;
mod pages;
mod paint;
mod revisions;
mod structure;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

pub use attachments::AttachedFile;
pub use content::MarkedContent;
pub use element::{Child, Content, Element, Structure};
pub use error::{FilePlace, ReadError};
pub use font::FontView;
pub use images::{ColorSpace, ImageEncoding, ImageView, MaskView};
pub use metadata::FileMetadata;
pub use outline::OutlineEntry;
pub use pages::{LinkDestination, LinkView, PageView};
pub use paint::{Area, Paint};
pub use revisions::{SignatureKind, SignatureView};

use file::{FileObjects, Stream};
use object::{LocatedDictionary, Object};

/// An open file written by this crate: all objects have been read and are where the file says, and the pages are known.
///
/// The views are read when they are requested, and may still be rejected then.
///
/// ```
/// use tagged_pdf::reader::PdfFile;
///
/// assert!(PdfFile::open(b"not a PDF file").is_err());
/// ```
///
/// ```
/// # use tagged_pdf::{
/// #     Color, Glyph, GlyphRun, HeadingLevel, LanguageTag, Metadata, PdfBuilder, Point, Size, StructureTree, Tag, Timestamp,
/// # };
/// use tagged_pdf::reader::PdfFile;
///
/// # let mut tree = StructureTree::new();
/// # let heading = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
/// # let words = tree.content(heading);
/// # let metadata = Metadata::new("Figures", LanguageTag::new("en")?, Timestamp::new(2025, 4, 30, 0, 0, 0)?)?;
/// # let mut pdf = PdfBuilder::new(metadata, tree);
/// # pdf.bookmark(None, "Figures", heading);
/// # let font = pdf.add_font(briefing_fonts::faces()[0].data, 0)?;
/// # let glyphs = [Glyph { id: 40, x: 0.0, y: 0.0, text: 0.."Figures".len() }];
/// # let origin = Point::new(72.0, 90.0);
/// # let run = GlyphRun { font, size: 20.0, color: Color::BLACK, origin, glyphs: &glyphs, text: "Figures" };
/// # pdf.page(Size::A4)?.content(words, |canvas| canvas.glyphs(&run))?;
/// # let bytes = pdf.finish()?;
/// assert!(bytes.len() as u64 <= PdfFile::LONGEST);
/// let file = PdfFile::open(&bytes)?;
/// assert!(file.identifier_holds(), "no byte was changed");
/// assert_eq!(file.metadata()?.title, "Figures");
/// assert_eq!(file.structure()?.text(), "Figures\n");
/// assert_eq!(file.outline()?[0].page, file.page_count());
/// assert_eq!(file.pages()?[0].marks.len(), 1);
///
/// let fonts = file.fonts()?;
/// assert_eq!(*fonts[0].texts, ["Figures".into()], "only the glyphs in use are embedded");
/// assert!(PdfFile::font_program(&fonts[0])?.len() > fonts[0].program.len(), "the program is stored compressed");
/// assert!(file.images()?.is_empty() && file.attachments()?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PdfFile<'a> {
    body: FileObjects<'a>,
    catalog: u32,
    information: u32,
    identifier: [u8; 16],
    /// The object number of each page.
    pages: Vec<u32>,
    /// The pages, counted from one, by their object numbers.
    page_numbers: BTreeMap<u32, usize>,
}

impl<'a> PdfFile<'a> {
    /// The longest file that is accepted, in bytes.
    pub const LONGEST: u64 = file::LONGEST;

    /// Opens a file.
    ///
    /// # Errors
    ///
    /// Fails if the file is not spelled as by this crate, is truncated, continues after its end, or exceeds a limit.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let body = file::read(bytes)?;
        let trailer = LocatedDictionary::new(&body.trailer, body.trailer_at);
        let catalog = trailer.need("Root", Object::reference)?;
        let information = trailer.need("Info", Object::reference)?;
        let identifier = trailer.need("ID", identifier)?;
        let mut file =
            Self { body, catalog, information, identifier, pages: Vec::new(), page_numbers: BTreeMap::new() };
        file.pages = file.find_pages()?;
        file.page_numbers = file.pages.iter().copied().zip(1..).collect();
        Ok(file)
    }

    /// The number of pages.
    #[must_use]
    pub const fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The identifier stated in the file, which was derived from its bytes.
    #[must_use]
    pub const fn identifier(&self) -> [u8; 16] {
        self.identifier
    }

    /// Whether the identifier still matches the bytes: no byte before the cross-reference stream was changed without recomputing the
    /// identifier, which can only happen deliberately.
    #[must_use]
    pub fn identifier_holds(&self) -> bool {
        Sha256::digest(self.body.identified).starts_with(&self.identifier)
    }

    /// The catalogue, which must not contain anything that this crate does not write: no scripts, no forms.
    fn catalog(&self) -> Result<LocatedDictionary<'_>, ReadError> {
        let catalog = self.dictionary(self.catalog)?;
        catalog.is("Type", "Catalog")?;
        catalog.only(&[
            "Type",
            "Pages",
            "Lang",
            "MarkInfo",
            "ViewerPreferences",
            "StructTreeRoot",
            "Metadata",
            "OutputIntents",
            "PageMode",
            "Outlines",
            "AF",
            "Names",
            "PageLabels",
        ])?;
        Ok(catalog)
    }

    fn find_pages(&self) -> Result<Vec<u32>, ReadError> {
        let tree = self.dictionary(self.catalog()?.need("Pages", Object::reference)?)?;
        tree.is("Type", "Pages")?;
        tree.only(&["Type", "Count", "Kids"])?;
        let kids = tree.need("Kids", Object::array)?;
        let mut pages = Vec::with_capacity(kids.len());
        for kid in kids {
            pages.push(kid.reference().ok_or_else(|| tree.fault("a page that is not an object"))?);
        }
        let different: BTreeSet<u32> = pages.iter().copied().collect();
        if different.len() != pages.len() || tree.count("Count")? as usize != pages.len() {
            return Err(tree.fault("another number of pages than it says"));
        }
        Ok(pages)
    }

    fn object(&self, number: u32) -> Result<&Object, ReadError> {
        let place = FilePlace::Object(number);
        self.body.objects.get(&number).ok_or_else(|| ReadError::not_ours("there is no such object", place))
    }

    fn dictionary(&self, number: u32) -> Result<LocatedDictionary<'_>, ReadError> {
        let place = FilePlace::Object(number);
        match self.object(number)? {
            Object::Dictionary(dictionary) => Ok(LocatedDictionary::new(dictionary, place)),
            _ => Err(ReadError::not_ours("an object of another kind", place)),
        }
    }

    fn stream(&self, number: u32) -> Result<(LocatedDictionary<'_>, &'a [u8]), ReadError> {
        let place = FilePlace::Object(number);
        let Stream { dictionary, data, .. } =
            self.body.streams.get(&number).ok_or_else(|| ReadError::not_ours("there is no such stream", place))?;
        Ok((LocatedDictionary::new(dictionary, place), data))
    }
}

/// The identifier of a file, which is stated twice.
fn identifier(value: &Object) -> Option<[u8; 16]> {
    match value.array()? {
        [Object::String(first), Object::String(second)] if first == second => <[u8; 16]>::try_from(&**first).ok(),
        _ => None,
    }
}
