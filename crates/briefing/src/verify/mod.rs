//! Whether a finished file shows what its data say.
//!
//! [`verify`] reads the edition out of a file, makes the file again and compares the two byte by byte: every change is found. The
//! differences are then looked up part by part, so that they can be named.
//!
//! A file without differences is *consistent*. That does not make it authentic: anyone with this program can change the data and
//! make another consistent file from them. Who made a file is for signatures to prove.

mod compare;
mod difference;
mod outlines;
mod released;
mod seen;

pub use self::difference::{
    AttachmentChange, Difference, FilePart, Hiding, MetadataField, PageDifference, PartChange, TagDifference,
};
use self::released::Producer;
pub use self::released::RELEASED;
use crate::edition::{Edition, EditionError, Pictures, code_of};
use crate::finished::RenderError;
use briefing_model::{Code, Link};
use tagged_pdf::reader::{LinkDestination, PdfFile, ReadError, SignatureView};

/// The outcome of verifying a file.
///
/// ```
/// use briefing::verify::{Difference, PageDifference, Verdict};
///
/// let difference = Difference::Page { page: 2, difference: PageDifference::OtherWords };
/// let verdict = Verdict::Altered(vec![difference]);
/// assert!(!matches!(verdict, Verdict::Consistent));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Its data give the same bytes.
    Consistent,
    /// Its data give another file: the differences, part by part; at least one.
    Altered(Vec<Difference>),
    /// Another version of this program made it, or so it says, and this one makes other bytes. Whether it was altered is not
    /// known: only [`COMPARED`] was compared.
    OtherVersion {
        /// That version.
        producer: String,
        /// The differences in what was compared; empty if it agrees.
        differences: Vec<Difference>,
    },
}

/// What is compared in a file that another version made, because it does not depend on positions on its pages.
///
/// ```
/// use briefing::verify::{COMPARED, NOT_COMPARED};
///
/// println!("compared: {}; not compared: {}", COMPARED.join(", "), NOT_COMPARED.join(", "));
/// assert!(COMPARED.contains(&"links and where they lead"));
/// ```
pub const COMPARED: &[&str] = &[
    "words, tags and alternative texts",
    "links and where they lead",
    "bookmarks, metadata and attachments",
    "running heads and feet",
    "pictures, and the outlines of glyphs",
    "sizes of pages",
    "that no text is covered, clipped, off the page, too small, or in the colour behind it",
];

/// What is not compared in such a file.
///
/// ```
/// assert!(briefing::verify::NOT_COMPARED.contains(&"positions on the pages"));
/// ```
pub const NOT_COMPARED: &[&str] = &["positions on the pages", "colours, lines and shapes"];

/// A file that cannot be verified.
///
/// ```
/// use briefing::{VerifyError, verify};
///
/// let error = verify(b"%PDF-1.4 of another program").unwrap_err();
/// assert!(matches!(error, VerifyError::Pdf(_)));
/// assert_eq!(error.code().explain().code, error.code().as_str());
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// Another program wrote it, or it is too large.
    #[error(transparent)]
    Pdf(ReadError),
    /// Its edition cannot be read.
    #[error(transparent)]
    Edition(EditionError),
}

impl VerifyError {
    /// The code that explains it.
    ///
    /// ```
    /// use briefing::{Code, verify};
    ///
    /// assert_eq!(verify(b"not a PDF file").unwrap_err().code(), Code::ForeignFinishedFile);
    /// ```
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Pdf(error) => code_of(error),
            Self::Edition(error) => error.code(),
        }
    }
}

/// The result of verifying a file: the verdict, and the edition if there is one.
///
/// ```
/// use briefing::{Edition, Language, Pictures, verify};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// let found = verify(&edition.render(&Pictures::new())?.bytes)?;
/// assert_eq!(found.edition, Some(edition));
/// assert!(found.signatures.is_empty(), "nobody signed it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verification {
    /// The verdict.
    pub verdict: Verdict,
    /// The data in the file.
    pub edition: Option<Edition>,
    /// Signatures and attested times that were added to the file: they are listed here, and for other programs to judge.
    pub signatures: Vec<SignatureView>,
}

impl Verification {
    /// A verdict on a file without readable data or signatures: a starting point for tests of programs that show verdicts.
    ///
    /// ```
    /// use briefing::{Verdict, Verification};
    ///
    /// let found = Verification::new(Verdict::Consistent);
    /// assert!(found.edition.is_none() && found.signatures.is_empty());
    /// ```
    #[must_use]
    pub const fn new(verdict: Verdict) -> Self {
        Self { verdict, edition: None, signatures: Vec::new() }
    }
}

/// Verifies a file.
///
/// ```
/// use briefing::{Edition, Language, Pictures, Verdict, verify};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// let mut bytes = edition.render(&Pictures::new())?.bytes;
/// assert_eq!(verify(&bytes)?.verdict, Verdict::Consistent);
///
/// bytes.extend(b"something appended");
/// assert!(matches!(verify(&bytes)?.verdict, Verdict::Altered(_)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails if another program wrote the file, if its edition has a newer form, and if a font that it was made with is missing.
pub fn verify(bytes: &[u8]) -> Result<Verification, VerifyError> {
    verify_among(bytes, RELEASED)
}

/// As [`verify`], with other versions taken as released.
fn verify_among(bytes: &[u8], released: &[&str]) -> Result<Verification, VerifyError> {
    let mut differences = Vec::new();
    let OpenedFile { file, whole, signatures } = match open(bytes, &mut differences)? {
        Some(opened) => opened,
        None => {
            let signatures = Vec::new();
            return Ok(Verification { verdict: Verdict::Altered(differences), edition: None, signatures });
        }
    };
    let (edition, pictures) = match Edition::from_pdf(&file) {
        Ok(read) => read,
        Err(error @ EditionError::OtherVersion { .. }) => return Err(VerifyError::Edition(error)),
        Err(error) => {
            let reason = error.to_string();
            differences.push(match error {
                EditionError::Picture { .. } => Difference::Unread { part: FilePart::Pictures, reason },
                _ => Difference::Edition { reason },
            });
            return Ok(Verification { verdict: Verdict::Altered(differences), edition: None, signatures });
        }
    };
    let verdict = match made_again(&edition, &pictures) {
        Ok(again) => compared(whole, &file, &edition, &again, differences, released),
        // A font that may not be embedded is not a sign of a change; without it there is nothing to compare with.
        Err(RenderError::Edition(error @ EditionError::Font { .. })) => return Err(VerifyError::Edition(error)),
        Err(error) => {
            let why = match error {
                RenderError::Faults(faults) => {
                    faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ")
                }
                error => error.to_string(),
            };
            differences.push(Difference::Edition { reason: format!("no file can be made of it: {why}") });
            Verdict::Altered(differences)
        }
    };
    Ok(Verification { verdict, edition: Some(edition), signatures })
}

/// A file as it was written, its bytes, and the signatures added since.
struct OpenedFile<'a> {
    file: PdfFile<'a>,
    whole: &'a [u8],
    signatures: Vec<SignatureView>,
}

/// Opens a file of ours, even if something other than a signature was appended to it; none if it is damaged beyond reading.
fn open<'a>(bytes: &'a [u8], differences: &mut Vec<Difference>) -> Result<Option<OpenedFile<'a>>, VerifyError> {
    let opened = |(file, whole, signatures)| Ok(Some(OpenedFile { file, whole, signatures }));
    let later = match PdfFile::open_signed(bytes) {
        Ok(signed) => return opened(signed),
        Err(error) => error,
    };
    // What a later revision does is reported, and the file itself is compared all the same.
    let at = match PdfFile::open(bytes) {
        Err(ReadError::Appended { at, .. }) => Some(at),
        _ => None,
    };
    match (later, at) {
        (error, Some(at)) => {
            differences.push(Difference::File { reason: error.to_string() });
            let whole = bytes.get(..at).unwrap_or_default();
            opened((PdfFile::open(whole).map_err(VerifyError::Pdf)?, whole, Vec::new()))
        }
        (error @ ReadError::Damaged { .. }, None) => {
            differences.push(Difference::File { reason: error.to_string() });
            Ok(None)
        }
        (error, None) => Err(VerifyError::Pdf(error)),
    }
}

fn made_again(edition: &Edition, pictures: &Pictures) -> Result<Vec<u8>, RenderError> {
    let file = if edition.is_ours() {
        edition.render_allowing_missing(pictures)
    } else {
        edition.remade().render_allowing_missing(pictures)
    };
    file.map(|file| file.bytes)
}

fn compared(
    bytes: &[u8],
    file: &PdfFile<'_>,
    edition: &Edition,
    again: &[u8],
    mut differences: Vec<Difference>,
    released: &[&str],
) -> Verdict {
    if edition.is_ours() && bytes == again {
        return if differences.is_empty() { Verdict::Consistent } else { Verdict::Altered(differences) };
    }
    let producer = edition.producer().to_owned();
    let Ok(expected) = PdfFile::open(again) else {
        // The file was just written; its reader's own tests ensure that it can be read.
        differences.push(Difference::MadeAgain);
        return Verdict::Altered(differences);
    };
    if edition.is_ours() {
        let parts = compare::parts(file, &expected);
        if parts.is_empty() {
            let at = bytes.iter().zip(again).take_while(|(is, was)| is == was).count();
            differences.push(Difference::Bookkeeping { at });
        }
        differences.extend(parts);
        return Verdict::Altered(differences);
    }
    match released::standing(edition, released) {
        Producer::Ours => differences.push(Difference::Typefaces),
        Producer::Unknown => differences.push(Difference::Producer { producer: producer.clone() }),
        Producer::Other => {}
    }
    // What no version does cannot be explained by versions.
    differences.extend(never(file, &expected));
    let apart = compare::apart_from_layout(file, &expected);
    if differences.is_empty() {
        return Verdict::OtherVersion { producer, differences: apart };
    }
    differences.extend(apart);
    Verdict::Altered(differences)
}

/// What no version of this program does to a page, whatever its layout.
fn never(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    match file.pages() {
        Ok(pages) => {
            found.extend(pages.iter().flat_map(seen::hidden));
            for link in pages.iter().flat_map(|page| &page.links) {
                if let LinkDestination::Uri(uri) = &link.destination
                    && uri.parse::<Link>().is_err()
                {
                    let difference = PageDifference::Address { address: compare::short(uri) };
                    found.push(Difference::Page { page: link.page, difference });
                }
            }
        }
        Err(error) => found.push(Difference::Unread { part: FilePart::Pages, reason: error.to_string() }),
    }
    match outlines::compare(file, expected) {
        Ok(outlines) => found.extend(outlines),
        Err(error) => found.push(Difference::Unread { part: FilePart::Fonts, reason: error.to_string() }),
    }
    found
}
