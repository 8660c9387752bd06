//! From an edition to its file.

use std::sync::Arc;

use briefing_document::{ComposeError, Composer, Composition};
use briefing_layout::PagedDocument;
use briefing_layout::text::FontBook;
use briefing_model::{Briefing, BriefingLimit};
use tagged_pdf::reader::PdfFile;
use tagged_pdf::{Attachment, Relationship};

use super::{Edition, Pictures, RenderError, fonts, pictures};
use briefing_pdf::{WriteError, moment, write_with};

/// Files up to these sizes are not read again before they are handed over.
const SMALL_PAGES: usize = 50;
const SMALL_FILE: usize = 4 << 20;

/// Whether there are no more pages than a briefing has.
///
/// # Errors
///
/// Fails when there are more.
///
/// ```
/// # let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
/// #     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// use std::sync::Arc;
///
/// use briefing::edition::{Edition, check_pages};
/// use briefing_layout::text::FontBook;
/// use briefing_model::Language;
///
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En, Language::En);
/// let pages = briefing_layout::layout(&edition.compose()?.document, &Arc::new(FontBook::builtin()));
/// assert!(check_pages(&pages).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_pages(pages: &PagedDocument) -> Result<(), BriefingLimit> {
    let limit = Briefing::MOST_PAGES;
    if pages.pages.len() > limit { Err(BriefingLimit::TooMany { what: "pages", limit }) } else { Ok(()) }
}

impl Edition {
    /// The document in words.
    ///
    /// # Errors
    ///
    /// Fails when a text uses a fact that the briefing does not hold.
    pub fn compose(&self) -> Result<Composition, ComposeError> {
        Composer::new(self.language).texts_in(self.texts).compose(&self.briefing)
    }

    /// Writes the pages of this edition as a file with the edition attached: one that can be read and verified again.
    ///
    /// # Errors
    ///
    /// As [`briefing_pdf::write()`], and when there is more of something than a briefing holds or is read again.
    pub fn write(&self, pages: &PagedDocument, bytes: &Pictures) -> Result<Vec<u8>, RenderError> {
        self.briefing.check_limits()?;
        check_pages(pages)?;
        let file = self.write_unread(pages, bytes)?;
        // Reading takes as long as laying out. A small file holds too little of anything to be refused.
        if pages.pages.len() > SMALL_PAGES || file.len() > SMALL_FILE {
            self.read_again(&file)?;
        }
        Ok(file)
    }

    /// Reads everything that verifying reads.
    fn read_again(&self, file: &[u8]) -> Result<(), RenderError> {
        let file = PdfFile::open(file).map_err(RenderError::Unread)?;
        file.pages().map_err(RenderError::Unread)?;
        file.structure().map_err(RenderError::Unread)?;
        Self::from_pdf(&file)?;
        Ok(())
    }

    fn write_unread(&self, pages: &PagedDocument, bytes: &Pictures) -> Result<Vec<u8>, WriteError> {
        let modified = moment(self.briefing.issued)?;
        let edition = Attachment {
            name: Self::FILE_NAME.to_owned(),
            description: "The data from which this document was made".to_owned(),
            mime: "application/json".to_owned(),
            relationship: Relationship::Source,
            modified,
            bytes: self.to_json().map_err(|_| WriteError::Metadata("edition"))?,
        };
        let mut attachments = vec![edition];
        attachments.extend(pictures::supplements(&self.pictures, bytes, modified));
        attachments.extend(fonts::supplements(&self.office_fonts, bytes, modified));
        write_with(pages, bytes, attachments)
    }

    /// The file: the same bytes as the one that the edition came from, where this program made that.
    ///
    /// ```
    /// # let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    /// #     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// use std::sync::Arc;
    ///
    /// use briefing_layout::text::FontBook;
    /// use briefing_model::Language;
    /// use briefing::edition::{Edition, Pictures};
    /// use tagged_pdf::reader::PdfFile;
    ///
    /// let fonts = Arc::new(FontBook::builtin());
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En, Language::En);
    /// let bytes = edition.render(&Pictures::new(), &fonts)?;
    /// let (again, pictures) = Edition::from_pdf(&PdfFile::open(&bytes)?)?;
    /// assert!(again.render(&pictures, &fonts)? == bytes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when the briefing cannot be put into words or the pages cannot be written.
    pub fn render(&self, bytes: &Pictures, fonts: &Arc<FontBook>) -> Result<Vec<u8>, RenderError> {
        let composition = self.compose()?;
        let fonts = self.font_book(bytes, fonts)?;
        let pages = briefing_layout::layout(&composition.document, &fonts);
        self.write(&pages, bytes)
    }
}
