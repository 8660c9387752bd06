//! The metadata of a file.

use super::PdfFile;
use super::error::ReadError;
use super::object::Object;

/// Who wrote what, when, in which language and with which program.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let metadata = file.metadata()?;
/// assert_eq!((metadata.title.as_str(), metadata.language.as_str()), ("Lighthouses", "en"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMetadata {
    /// The title.
    pub title: String,
    /// The language of everything without a language of its own, as a BCP 47 tag.
    pub language: String,
    /// The author.
    pub author: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// Keywords for searching, separated by commas.
    pub keywords: Option<String>,
    /// The program in which the document was written, with its version: `typesetter 2.1`.
    pub creator: Option<String>,
    /// The libraries that wrote the file.
    pub producer: String,
    /// The time of creation stated in the file, as a PDF date: `D:20250506000000Z`.
    pub created: String,
    /// The time of the last modification stated in the file.
    pub modified: String,
    /// The same metadata as XML (ISO 16684-1), with the standards to which the file conforms.
    pub xmp: String,
}

impl PdfFile<'_> {
    /// Returns the metadata of the file.
    ///
    /// # Errors
    ///
    /// Fails if the metadata is not written as by this crate.
    pub fn metadata(&self) -> Result<FileMetadata, ReadError> {
        let catalog = self.catalog()?;
        let language = catalog.need("Lang", Object::text)?;
        let (stream, xmp) = self.stream(catalog.need("Metadata", Object::reference)?)?;
        stream.is("Type", "Metadata")?;
        stream.only(&["Type", "Subtype", "Length"])?;
        let xmp = str::from_utf8(xmp).map_err(|_| stream.fault("metadata that are not text"))?.to_owned();
        let information = self.dictionary(self.information)?;
        information.only(&[
            "Title",
            "Author",
            "Subject",
            "Keywords",
            "Creator",
            "Producer",
            "CreationDate",
            "ModDate",
        ])?;
        let may = |key| information.may(key, Object::text);
        let need = |key| information.need(key, Object::text);
        Ok(FileMetadata {
            title: need("Title")?,
            language,
            author: may("Author")?,
            subject: may("Subject")?,
            keywords: may("Keywords")?,
            creator: may("Creator")?,
            producer: need("Producer")?,
            created: need("CreationDate")?,
            modified: need("ModDate")?,
            xmp,
        })
    }
}
