//! The results of rendering: a file, or the reason why there is none.

use std::sync::Arc;

use briefing_document::ComposeError;
use briefing_model::{BriefingLimit, Ledger, MonthPlan};
use briefing_office::{Diagnostics, NotRecorded};
use briefing_pdf::WriteError;
use tagged_pdf::reader::ReadError;

use crate::edition::{Edition, EditionError};
use crate::preview::{LaidOut, Preview};

/// A finished file.
///
/// Always holds: it contains the edition that it was made from, its pages say what its document says, and
/// [`verify`](crate::verify()) calls it consistent.
///
/// ```
/// use briefing::{Folder, Language, Memory};
///
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Office for Lighthouses'\n")
///         .with("2024-02/briefing.toml", "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n"),
/// );
/// let file = folder.render("2024-02".parse()?, Language::Fr)?;
/// assert_eq!(file.name, "phares-2024-02-fr.pdf");
/// assert!(file.bytes.starts_with(b"%PDF-1.7"));
/// // The text is in English, and the document in French says so.
/// assert!(file.warnings.to_string().contains("the text of `storm` is printed in `en`"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FinishedFile {
    /// Its name among the files of its office: `unoct-2025-04-en.pdf`.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
    /// The number of its pages.
    pub pages: usize,
    /// Warnings found while rendering; never errors.
    pub warnings: Diagnostics,
    /// The data that it was made from, and contains.
    pub edition: Edition,
    /// Where its figures come from, if it was rendered from an office folder.
    pub(crate) source: Option<Box<(Arc<Ledger>, MonthPlan)>>,
}

/// The pages of a file that is not written yet.
///
/// Always holds: its pages say what its document says.
///
/// ```
/// use briefing::{Folder, Language, Memory};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n";
/// let folder = Folder::new(
///     Memory::new()
///         .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///         .with("2024-02/briefing.toml", item),
/// );
/// let proof = folder.proof("2024-02".parse()?, Language::En)?;
/// assert_eq!(proof.preview().pages.len(), 1);
/// assert!(proof.finish()?.bytes == folder.render("2024-02".parse()?, Language::En)?.bytes);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Proof {
    /// Warnings found while rendering; never errors.
    pub warnings: Diagnostics,
    /// The data that the pages were made from.
    pub edition: Edition,
    pub(crate) source: Option<Box<(Arc<Ledger>, MonthPlan)>>,
    pub(crate) laid_out: LaidOut,
    /// The file and its number of pages, if it was already published.
    pub(crate) went_out: Option<(Vec<u8>, usize)>,
}

impl Proof {
    /// The pages for a screen, with the meaning of each place on them.
    #[must_use]
    pub fn preview(&self) -> Preview {
        self.laid_out.preview()
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Fails if the file would break a rule of its format, or would be too large for this program to read.
    pub fn finish(self) -> Result<FinishedFile, RenderError> {
        let Self { warnings, edition, source, laid_out: LaidOut { pages, pictures, .. }, went_out } = self;
        let name = edition.file_name();
        let (bytes, pages) = match went_out {
            Some(went_out) => went_out,
            None => (edition.write_checked(&pages, &pictures)?, pages.pages.len()),
        };
        Ok(FinishedFile { name, bytes, pages, warnings, edition, source })
    }
}

/// Why no file was made.
///
/// ```
/// use briefing::{Code, Folder, Language, Memory, RenderError};
///
/// let folder = Folder::new(Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n"));
/// match folder.render("2024-02".parse()?, Language::En) {
///     Err(RenderError::Faults(faults)) => assert_eq!(faults.iter().next().unwrap().code, Code::NoMonth),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The month, its office or its ledger has faults, or the pages do not say what the document says: at least one error,
    /// each with its code.
    #[error("{}", .0.to_string().trim_end())]
    Faults(Diagnostics),
    /// The briefing cannot be put into words.
    #[error(transparent)]
    Compose(#[from] ComposeError),
    /// A font of the office is missing or cannot be used, or a picture is missing or does not match the briefing.
    #[error(transparent)]
    Edition(#[from] EditionError),
    /// There is more of something than a briefing may hold.
    #[error(transparent)]
    Limit(#[from] BriefingLimit),
    /// The pages cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The finished file would be too large for this program to read.
    #[error("the file would be too large for this program to read: {0}")]
    Unread(ReadError),
    /// What the month prints cannot be recorded.
    #[error(transparent)]
    Record(#[from] NotRecorded),
}
