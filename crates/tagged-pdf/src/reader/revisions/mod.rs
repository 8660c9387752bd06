//! What others may append to a file written by this crate: only signatures.
//!
//! A signed file is the original file, byte for byte, followed by revisions (ISO 32000-1, 7.5.6): a signature, what is needed to verify it
//! years later, a time stamp. A revision may also replace anything in the file, so each is examined: whatever is neither a signature nor
//! part of one is rejected and named. Signatures are listed, not verified.

mod rules;
mod syntax;

use std::collections::BTreeMap;

use super::PdfFile;
use super::error::ReadError;
use super::inflate::Budget;
use super::object::Object;
use syntax::{Added, ObjectReader, Stated};

/// The largest number of revisions examined.
const MOST_REVISIONS: usize = 100;

/// A signature or time stamp after the end of a file written by this crate. It is not verified here: that is for signature software.
///
/// ```
/// use tagged_pdf::reader::{SignatureKind, SignatureView};
///
/// let signature = SignatureView { field: "Signature1".into(), kind: SignatureKind::Signature, range: [0, 900, 1_800, 200] };
/// assert_eq!(signature.covers(), 2_000);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureView {
    /// The name of its field.
    pub field: String,
    /// Whether somebody signed, or only a time is attested.
    pub kind: SignatureKind,
    /// The two byte ranges that it signs, each as a start and a length: the whole file up to the end of its revision, except the signature
    /// itself.
    pub range: [usize; 4],
}

/// The kind of a signature.
///
/// ```
/// assert_ne!(tagged_pdf::reader::SignatureKind::Signature, tagged_pdf::reader::SignatureKind::TimeStamp);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureKind {
    /// Somebody signed.
    Signature,
    /// A time is attested.
    TimeStamp,
}

impl SignatureView {
    /// The number of bytes it covers, from the start of the file and including the signature itself.
    ///
    /// ```
    /// use tagged_pdf::reader::{SignatureKind, SignatureView};
    ///
    /// let stamp = SignatureView { field: "T".into(), kind: SignatureKind::TimeStamp, range: [0, 10, 30, 5] };
    /// assert_eq!(stamp.covers(), 35);
    /// ```
    #[must_use]
    pub const fn covers(&self) -> usize {
        let [_, _, start, length] = self.range;
        start.saturating_add(length)
    }
}

impl<'a> PdfFile<'a> {
    /// Opens a file that may have been signed. Returns the file as written, its bytes, and the signatures after it.
    ///
    /// ```
    /// use tagged_pdf::reader::PdfFile;
    ///
    /// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
    /// let (file, own, signatures) = PdfFile::open_signed(&bytes)?;
    /// assert_eq!(file.metadata()?.title, "Lighthouses");
    /// assert!(own.len() == bytes.len() && signatures.is_empty(), "nobody has signed it");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`PdfFile::open`], and if anything but signatures follows the file, which [`ReadError::Later`] names.
    pub fn open_signed(bytes: &'a [u8]) -> Result<(Self, &'a [u8], Vec<SignatureView>), ReadError> {
        let at = match Self::open(bytes) {
            Ok(file) => return Ok((file, bytes, Vec::new())),
            Err(ReadError::Appended { at, .. }) => at,
            Err(error) => return Err(error),
        };
        let own = bytes.get(..at).unwrap_or_default();
        let file = Self::open(own)?;
        let signatures = Revisions::new(&file, bytes, at).read()?;
        Ok((file, own, signatures))
    }
}

/// The revisions of a file, examined one by one.
struct Revisions<'f, 'a> {
    file: &'f PdfFile<'a>,
    bytes: &'a [u8],
    at: usize,
    /// The number of the revision being read, counted from one.
    revision: usize,
    /// The offset of the previous revision's cross-references.
    before: usize,
    /// All objects added or replaced by revisions, in their latest form.
    later: BTreeMap<u32, Object>,
    signatures: Vec<SignatureView>,
    budget: Budget,
}

impl<'f, 'a> Revisions<'f, 'a> {
    fn new(file: &'f PdfFile<'a>, bytes: &'a [u8], at: usize) -> Self {
        let before = file.body.identified.len();
        let (later, signatures) = (BTreeMap::new(), Vec::new());
        Self { file, bytes, at, revision: 0, before, later, signatures, budget: Budget::new() }
    }

    fn fault(&self, what: impl Into<String>) -> ReadError {
        ReadError::Later { revision: self.revision, what: what.into() }
    }

    fn appended(&self) -> ReadError {
        let at = self.file.length();
        ReadError::Appended { at, bytes: self.bytes.len() - at }
    }

    fn read(mut self) -> Result<Vec<SignatureView>, ReadError> {
        loop {
            let mut syntax = ObjectReader::new(self.bytes, self.at);
            syntax.space();
            if syntax.is_done() {
                break;
            }
            self.revision += 1;
            if self.revision > MOST_REVISIONS {
                return Err(ReadError::TooLarge { what: "later revisions", limit: MOST_REVISIONS as u64 });
            }
            match self.one(syntax) {
                Ok(()) => {}
                // Anything that is not a revision is simply something appended.
                Err(ReadError::NotOurs { .. }) if self.revision == 1 => return Err(self.appended()),
                Err(error) => return Err(error),
            }
        }
        if self.signatures.is_empty() {
            return Err(self.appended());
        }
        Ok(self.signatures)
    }

    /// Reads one revision: its objects, its cross-references, and its end.
    fn one(&mut self, mut syntax: ObjectReader<'a>) -> Result<(), ReadError> {
        let mut objects: BTreeMap<u32, Added<'a>> = BTreeMap::new();
        let mut packs = BTreeMap::new();
        let (stated, trailer, start) = loop {
            syntax.space();
            let start = syntax.at;
            if syntax.word("xref") {
                let (stated, trailer) = self.classic(&mut syntax)?;
                break (stated, trailer, start);
            }
            let (number, added) = syntax.numbered()?;
            let kind = added.value.dictionary().and_then(|dictionary| dictionary.get("Type")).and_then(Object::name);
            match kind {
                Some("XRef") if added.data.is_some() => {
                    let stated = syntax::table(&added, &mut self.budget);
                    let mut stated = stated.ok_or_else(|| self.fault("has cross-references of another form"))?;
                    // The cross-reference stream may list itself.
                    if stated.remove(&number).is_some_and(|place| place != Stated::At(start)) {
                        return Err(self.fault("has cross-references that lead elsewhere"));
                    }
                    break (stated, added.value, start);
                }
                Some("ObjStm") if added.data.is_some() => {
                    for (inner, value) in self.packed(&added)? {
                        let added = Added { value, data: None, span: added.span };
                        packs.insert(inner, number);
                        if objects.insert(inner, added).is_some() {
                            return Err(self.fault(format!("has object {inner} twice")));
                        }
                    }
                    packs.insert(number, number);
                    if objects.insert(number, Added { value: Object::Null, ..added }).is_some() {
                        return Err(self.fault(format!("has object {number} twice")));
                    }
                }
                _ => {
                    if objects.insert(number, added).is_some() {
                        return Err(self.fault(format!("has object {number} twice")));
                    }
                }
            }
        };
        let stated = self.without_free(stated)?;
        self.agrees(&objects, &packs, &stated)?;
        self.complete(&stated, &trailer)?;
        self.end(&mut syntax, &trailer, start)?;
        self.judge(&objects, &trailer)
    }

    /// The entries that lead to an object. Existing objects are never removed, and object 0 never exists.
    fn without_free(&self, mut stated: BTreeMap<u32, Stated>) -> Result<BTreeMap<u32, Stated>, ReadError> {
        let taken = |(number, place): (&u32, &Stated)| {
            (*place == Stated::Free && *number != 0 && self.earlier(*number).is_some()).then_some(*number)
        };
        if let Some(number) = stated.iter().find_map(taken) {
            return Err(self.fault(format!("takes object {number} away")));
        }
        stated.retain(|_, place| *place != Stated::Free);
        Ok(stated)
    }

    /// Rejects a trailer that leads to other cross-references than these, or that hides objects beyond its size.
    fn complete(&self, stated: &BTreeMap<u32, Stated>, trailer: &Object) -> Result<(), ReadError> {
        let trailer = trailer.dictionary();
        if trailer.is_some_and(|trailer| trailer.get("XRefStm").is_some()) {
            return Err(self.fault("has cross-references in a second place (XRefStm)"));
        }
        let body = &self.file.body;
        let numbers = body.objects.keys().chain(body.streams.keys()).chain(self.later.keys()).chain(stated.keys());
        let size = trailer.and_then(|trailer| trailer.get("Size")).and_then(Object::integer);
        let highest = numbers.max().copied().map_or(0, i64::from);
        if size.is_none_or(|size| size <= highest) {
            return Err(self.fault("has a size that leaves objects out"));
        }
        Ok(())
    }

    /// Compares where the objects are with where the revision says they are.
    fn agrees(
        &self,
        objects: &BTreeMap<u32, Added<'a>>,
        packs: &BTreeMap<u32, u32>,
        stated: &BTreeMap<u32, Stated>,
    ) -> Result<(), ReadError> {
        let met = |number: &u32, added: &Added<'a>| match packs.get(number) {
            Some(pack) if pack != number => Stated::In(*pack),
            _ => Stated::At(added.span.0),
        };
        let same = objects.len() == stated.len()
            && objects.iter().all(|(number, added)| stated.get(number) == Some(&met(number, added)));
        if same { Ok(()) } else { Err(self.fault("has cross-references that do not lead to its objects")) }
    }

    /// Reads a cross-reference table and its trailer (ISO 32000-1, 7.5.4).
    fn classic(&self, syntax: &mut ObjectReader<'a>) -> Result<(BTreeMap<u32, Stated>, Object), ReadError> {
        let mut stated = BTreeMap::new();
        while !syntax.word("trailer") {
            let wrong = || self.fault("has cross-references of another form");
            let first = syntax.unsigned().ok_or_else(wrong)?;
            let count = syntax.unsigned().ok_or_else(wrong)?;
            for number in first..first.saturating_add(count) {
                let offset = syntax.unsigned().ok_or_else(wrong)?;
                syntax.unsigned().ok_or_else(wrong)?;
                let number = u32::try_from(number).map_err(|_| wrong())?;
                let place = if syntax.word("n") {
                    Stated::At(offset)
                } else if syntax.word("f") {
                    Stated::Free
                } else {
                    return Err(wrong());
                };
                if stated.insert(number, place).is_some() {
                    return Err(wrong());
                }
            }
        }
        Ok((stated, syntax.object(0)?))
    }

    /// Reads the objects of an object stream (ISO 32000-1, 7.5.7).
    fn packed(&mut self, stream: &Added<'_>) -> Result<Vec<(u32, Object)>, ReadError> {
        let wrong = self.fault("has an object stream of another form");
        let number = |key: &str| {
            let value = stream.value.dictionary()?.get(key)?.integer()?;
            usize::try_from(value).ok()
        };
        let (Some(count), Some(first)) = (number("N"), number("First")) else { return Err(wrong) };
        let Some(data) = syntax::unpacked(stream, 1, &mut self.budget) else { return Err(wrong) };
        let mut index = ObjectReader::new(data.get(..first).unwrap_or_default(), 0);
        let mut objects = Vec::new();
        for _ in 0..count {
            let (Some(number), Some(offset)) = (index.unsigned(), index.unsigned()) else { return Err(wrong) };
            let mut content = ObjectReader::new(&data, first.saturating_add(offset));
            let number = u32::try_from(number).map_err(|_| wrong.clone())?;
            objects.push((number, content.object(0)?));
        }
        Ok(objects)
    }

    /// Reads the end of a revision, which states the offsets of its cross-references and of the previous ones.
    fn end(&mut self, syntax: &mut ObjectReader<'a>, trailer: &Object, start: usize) -> Result<(), ReadError> {
        let before = trailer.dictionary().and_then(|trailer| trailer.get("Prev")).and_then(Object::integer);
        let before = before.and_then(|before| usize::try_from(before).ok());
        syntax.expect("startxref")?;
        let named = syntax.unsigned();
        syntax.expect("%%EOF")?;
        if before != Some(self.before) || named != Some(start) {
            return Err(self.fault("does not follow the one before it"));
        }
        self.before = start;
        // A line end after it belongs to the revision.
        let rest = self.bytes.get(syntax.at..).unwrap_or_default();
        let line = if rest.starts_with(b"\r\n") {
            2
        } else {
            usize::from(rest.first().is_some_and(|byte| matches!(byte, b'\r' | b'\n')))
        };
        self.at = syntax.at + line;
        Ok(())
    }

    /// An object as it was before this revision.
    fn earlier(&self, number: u32) -> Option<Object> {
        let stream = || self.file.body.streams.get(&number).map(|stream| Object::Dictionary(stream.dictionary.clone()));
        self.later.get(&number).or_else(|| self.file.body.objects.get(&number)).cloned().or_else(stream)
    }
}

impl PdfFile<'_> {
    /// The length of the file in bytes.
    fn length(&self) -> usize {
        self.body.length
    }
}
