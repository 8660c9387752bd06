//! From an edition to its file.

use briefing_document::{ComposeError, Composition};
use briefing_layout::PagedDocument;
use briefing_model::{Briefing, BriefingLimit};
use briefing_office::{Diagnostic, Diagnostics, FileSpan};
use briefing_pdf::{WriteError, moment, write_proven};
use tagged_pdf::reader::PdfFile;
use tagged_pdf::{Attachment, Relationship};

use super::{Edition, EditionError, Pictures, fonts, pictures};
use crate::finished::{FinishedFile, Proof, RenderError};
use crate::pages::{self, FaultSource, Manuscript};
use crate::preview::LaidOut;

/// Files up to these sizes are not read again before they are returned.
const SMALL_PAGES: usize = 50;
const SMALL_FILE: usize = 4 << 20;

/// Checks that there are no more pages than a briefing may have.
///
/// # Errors
///
/// Fails if there are more.
///
/// ```
/// use briefing::{Edition, Language, Pictures, edition::check_pages};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// let fonts = edition.font_book(&Pictures::new())?;
/// let pages = briefing::layout::layout(&edition.compose()?.document, &fonts);
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
    /// Fails if a text uses a fact that the briefing does not hold.
    pub fn compose(&self) -> Result<Composition, ComposeError> {
        self.manuscript().compose()
    }

    /// Writes the pages of this edition as a file with the edition attached, which can be read and verified again.
    ///
    /// # Errors
    ///
    /// As [`briefing_pdf::write()`]; and if a picture's bytes do not match its digest, format or size, and if there is more of
    /// something than a briefing may hold or this program reads.
    pub fn write(&self, pages: &PagedDocument, bytes: &Pictures) -> Result<Vec<u8>, RenderError> {
        self.check_brought(bytes)?;
        self.write_checked(pages, bytes)
    }

    /// As [`Edition::write`], for pictures that are known to be the edition's: they were read from an office folder or a finished
    /// file for it.
    pub(crate) fn write_checked(&self, pages: &PagedDocument, bytes: &Pictures) -> Result<Vec<u8>, RenderError> {
        self.briefing.check_limits()?;
        check_pages(pages)?;
        self.briefing.check().map_err(EditionError::from)?;
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
        // Whoever supplied the pictures has decompressed them: a folder's reader, or the check of an edition.
        write_proven(pages, bytes, attachments)
    }

    /// Renders the file: the same bytes as the file that the edition came from, if this version of the program made that. An
    /// edition that another version made, or that names other typefaces, is [`remade`](Edition::remade) first.
    ///
    /// ```
    /// use briefing::{Edition, Language, Pictures};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
    /// let file = edition.render(&Pictures::new())?;
    /// let (again, pictures) = Edition::read(&file.bytes)?;
    /// assert!(again.render(&pictures)?.bytes == file.bytes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the briefing cannot be put into words, if a font of the office is missing, if no font has one of its characters,
    /// if the pages do not say what the document says, and if they cannot be written; and if a picture is missing or its bytes do
    /// not match the digest, format and size that the briefing states.
    pub fn render(&self, bytes: &Pictures) -> Result<FinishedFile, RenderError> {
        self.check_brought(bytes)?;
        self.ours().proof(bytes.clone(), Diagnostics::new(), &[], false)?.finish()
    }

    /// Reproduces a file that was rendered with missing glyphs: each is printed as a box, with a warning.
    ///
    /// # Errors
    ///
    /// As [`Edition::render`], except for missing glyphs.
    ///
    /// # Example
    ///
    /// ```
    /// use briefing::{Code, Edition, Language, Pictures, RenderError};
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office 🌩"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// // The office's name ends in a character that no font has.
    /// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
    /// assert!(edition.render(&Pictures::new()).is_err());
    ///
    /// let file = edition.render_allowing_missing(&Pictures::new())?;
    /// assert!(file.warnings.iter().any(|warning| warning.code == Code::NoGlyph));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn render_allowing_missing(&self, bytes: &Pictures) -> Result<FinishedFile, RenderError> {
        self.check_brought(bytes)?;
        self.ours().proof(bytes.clone(), Diagnostics::new(), &[], true)?.finish()
    }

    /// Itself, or its remade form: a file whose edition does not name what it was made with is not consistent.
    fn ours(&self) -> Self {
        if self.is_ours() { self.clone() } else { self.remade() }
    }

    /// Lays out the pages, and adds to the faults found before; those at `outdated` places are already known.
    pub(crate) fn proof(
        self,
        pictures: Pictures,
        faults: Diagnostics,
        outdated: &[FileSpan],
        allow_missing: bool,
    ) -> Result<Proof, RenderError> {
        let (laid_out, warnings) = self.laid_out(pictures, faults, outdated, allow_missing)?;
        Ok(Proof { edition: self, warnings, source: None, laid_out, went_out: None })
    }

    /// The pages of a file that was published.
    pub(crate) fn proof_of(file: Vec<u8>) -> Result<Proof, RenderError> {
        let (edition, pictures) = Self::read(&file)?;
        let remade = (!edition.is_ours()).then(|| edition.remade());
        let (laid_out, _) = remade.as_ref().unwrap_or(&edition).laid_out(pictures, Diagnostics::new(), &[], true)?;
        // Another version may have laid it out on more or fewer pages.
        let pages = match remade {
            None => laid_out.pages.pages.len(),
            Some(_) => {
                PdfFile::open_signed(&file).and_then(|(file, ..)| file.pages()).map_err(RenderError::Unread)?.len()
            }
        };
        Ok(Proof { edition, warnings: Diagnostics::new(), source: None, laid_out, went_out: Some((file, pages)) })
    }

    fn laid_out(
        &self,
        pictures: Pictures,
        mut faults: Diagnostics,
        outdated: &[FileSpan],
        allow_missing: bool,
    ) -> Result<(LaidOut, Diagnostics), RenderError> {
        let fonts = self.font_book(&pictures)?;
        let mut report = |fault: Diagnostic, _: FaultSource<'_>| {
            if !pages::is_outdated(&fault, outdated) {
                faults.push_different(fault);
            }
        };
        match pages::lay_out(self.manuscript(), &fonts, allow_missing, &mut report)? {
            Some((document, pages)) => Ok((LaidOut { document, pages, pictures }, faults)),
            None => Err(RenderError::Faults(faults)),
        }
    }

    pub(crate) const fn manuscript(&self) -> Manuscript<'_> {
        Manuscript { briefing: &self.briefing, language: self.language, texts: self.texts, draft: self.draft.as_ref() }
    }
}
