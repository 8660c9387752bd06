//! Attached files (ISO 32000-1, 7.11.4).

use crate::Relationship;
use md5::{Digest as _, Md5};

use super::PdfFile;
use super::error::ReadError;
use super::inflate::Budget;
use super::object::{LocatedDictionary, Object};

/// An attached file.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let attached = &file.attachments()?[0];
/// assert_eq!((attached.name.as_str(), &attached.bytes[..8]), ("register.csv", &b"name,lit"[..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// The name, unique in the document.
    pub name: String,
    /// A description for people; may be empty.
    pub description: String,
    /// Its media type, such as `application/json`.
    pub mime: String,
    /// Its relationship to the document.
    pub relationship: Relationship,
    /// When it was last modified, as a PDF date: `D:20250430000000Z`.
    pub modified: String,
    /// The content, decompressed.
    pub bytes: Vec<u8>,
    /// Whether the content has the size and checksum stated in the file.
    pub intact: bool,
}

impl PdfFile<'_> {
    /// Returns the attached files, sorted by name.
    ///
    /// # Errors
    ///
    /// Fails if a file is not attached as by this crate or cannot be decompressed, and if the files have more than 256 MB in total.
    pub fn attachments(&self) -> Result<Vec<AttachedFile>, ReadError> {
        let catalog = self.catalog()?;
        let listed = catalog.may("AF", references)?.unwrap_or_default();
        let named = match catalog.may_inner("Names")? {
            Some(names) => {
                names.only(&["Dests", "EmbeddedFiles"])?;
                match names.may_inner("EmbeddedFiles")? {
                    Some(files) => files.need("Names", name_tree)?,
                    None => Vec::new(),
                }
            }
            None => Vec::new(),
        };
        if !named.iter().map(|(_, file)| *file).eq(listed.iter().copied()) {
            return Err(catalog.fault("attachments under other names than those of the document"));
        }
        let mut budget = Budget::new();
        let mut attachments: Vec<AttachedFile> = Vec::with_capacity(named.len());
        for (key, number) in named {
            let attached = self.attachment(number, &mut budget)?;
            if super::object::text(key).as_deref() != Some(&attached.name) {
                return Err(catalog.fault("an attachment under another name"));
            }
            attachments.push(attached);
        }
        let mut names: Vec<&str> = attachments.iter().map(|attached| attached.name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
            return Err(catalog.fault("two attachments of one name"));
        }
        Ok(attachments)
    }

    fn attachment(&self, number: u32, budget: &mut Budget) -> Result<AttachedFile, ReadError> {
        let specification = self.dictionary(number)?;
        specification.is("Type", "Filespec")?;
        specification.only(&["Type", "F", "UF", "Desc", "AFRelationship", "EF"])?;
        let name = specification.need("UF", Object::text)?;
        if specification.need("F", Object::text)? != name {
            return Err(specification.fault("an attachment with two names"));
        }
        let relationship = specification.need("AFRelationship", relationship)?;
        let description = specification.may("Desc", Object::text)?.unwrap_or_default();
        let embedded = specification.inner("EF")?;
        embedded.only(&["F", "UF"])?;
        let stream = embedded.need("F", Object::reference)?;
        if embedded.need("UF", Object::reference)? != stream {
            return Err(specification.fault("an attachment with two contents"));
        }

        let (stream, packed) = self.stream(stream)?;
        stream.is("Type", "EmbeddedFile")?;
        stream.is("Filter", "FlateDecode")?;
        stream.only(&["Type", "Subtype", "Params", "Filter", "Length"])?;
        let mime = stream.need("Subtype", Object::name)?.to_owned();
        let bytes = budget.inflate(packed, stream.at)?;
        let parameters = stream.inner("Params")?;
        parameters.only(&["Size", "CreationDate", "ModDate", "CheckSum"])?;
        let modified = parameters.need("ModDate", Object::text)?;
        let intact = is_intact(&parameters, &bytes)?;
        Ok(AttachedFile { name, description, mime, relationship, modified, bytes, intact })
    }
}

fn is_intact(parameters: &LocatedDictionary<'_>, bytes: &[u8]) -> Result<bool, ReadError> {
    let size = parameters.need("Size", Object::integer)?;
    let sum = parameters.need("CheckSum", |value| match value {
        Object::String(sum) => Some(sum),
        _ => None,
    })?;
    Ok(usize::try_from(size) == Ok(bytes.len()) && **sum == *Md5::digest(bytes).as_slice())
}

fn references(value: &Object) -> Option<Vec<u32>> {
    value.array()?.iter().map(Object::reference).collect()
}

/// The keys and references of a name tree that is a single array.
fn name_tree(value: &Object) -> Option<Vec<(&[u8], u32)>> {
    let (pairs, rest) = value.array()?.as_chunks::<2>();
    let mut entries = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let [Object::String(key), Object::Reference(number)] = pair else { return None };
        entries.push((&**key, *number));
    }
    rest.is_empty().then_some(entries)
}

fn relationship(value: &Object) -> Option<Relationship> {
    Some(match value.name()? {
        "Source" => Relationship::Source,
        "Data" => Relationship::Data,
        "Alternative" => Relationship::Alternative,
        "Supplement" => Relationship::Supplement,
        "Unspecified" => Relationship::Unspecified,
        _ => return None,
    })
}
