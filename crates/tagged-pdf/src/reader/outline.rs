//! Bookmarks (ISO 32000-1, 12.3.3).

use std::collections::BTreeSet;

use super::PdfFile;
use super::error::ReadError;
use super::object::Object;

/// The greatest depth of bookmarks.
const DEEPEST: usize = 64;

/// A bookmark.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let outline = file.outline()?;
/// assert_eq!((outline[0].title.as_str(), outline[0].depth, outline[0].page), ("Lighthouses", 0, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineEntry {
    /// The number of bookmarks above it in the hierarchy.
    pub depth: usize,
    /// The words of the bookmark.
    pub title: String,
    /// The target page, counted from one.
    pub page: usize,
    /// The height on that page, in points from its bottom edge.
    pub top: f64,
}

impl PdfFile<'_> {
    /// Returns the bookmarks, each before those below it.
    ///
    /// # Errors
    ///
    /// Fails if they are not linked as by this crate.
    pub fn outline(&self) -> Result<Vec<OutlineEntry>, ReadError> {
        let Some(root) = self.catalog()?.may("Outlines", Object::reference)? else { return Ok(Vec::new()) };
        let root = self.dictionary(root)?;
        root.is("Type", "Outlines")?;
        let mut entries = Vec::new();
        let mut seen = BTreeSet::new();
        // The next bookmark at each depth.
        let mut open = vec![root.may("First", Object::reference)?];
        while let Some(next) = open.last_mut() {
            let Some(number) = next.take() else {
                open.pop();
                continue;
            };
            let item = self.dictionary(number)?;
            item.only(&["Title", "Parent", "Prev", "Next", "First", "Last", "Count", "Dest"])?;
            if !seen.insert(number) {
                return Err(item.fault("a bookmark that is there twice"));
            }
            *next = item.may("Next", Object::reference)?;
            let depth = open.len() - 1;
            let destination = item.need("Dest", Object::array)?;
            let (page, top) =
                self.destination(destination).ok_or_else(|| item.fault("a bookmark that leads nowhere"))?;
            entries.push(OutlineEntry { depth, title: item.need("Title", Object::text)?, page, top });
            open.push(item.may("First", Object::reference)?);
            if open.len() > DEEPEST {
                return Err(ReadError::TooLarge { what: "bookmarks below each other", limit: DEEPEST as u64 });
            }
        }
        Ok(entries)
    }
}
