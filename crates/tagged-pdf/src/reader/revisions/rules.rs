//! Rules for revisions, which may only sign, and keep what signatures need.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::ReadError;
use super::super::object::{Dictionary, Object, text};
use super::syntax::Added;
use super::{Revisions, SignatureKind, SignatureView};

/// The entries that a revision may add to the catalogue.
const CATALOG: &[&str] = &["AcroForm", "DSS", "Extensions", "Version", "Perms"];
/// The entries of a form that exists only for signatures.
const FORM: &[&str] = &["Fields", "SigFlags", "DA", "DR"];
/// The entries of a signature field.
const FIELD: &[&str] = &[
    "FT",
    "T",
    "TU",
    "TM",
    "Type",
    "Subtype",
    "F",
    "Ff",
    "Rect",
    "P",
    "V",
    "SV",
    "Lock",
    "AP",
    "AS",
    "DA",
    "DR",
    "Parent",
    "M",
    "NM",
    "StructParent",
];
/// The entries that keep signatures verifiable (ETSI EN 319 142-1, 5.4.2).
const STORE: &[&str] = &["Type", "Certs", "OCSPs", "CRLs", "VRI", "Cert", "OCSP", "CRL", "TU", "TS"];
/// The entries of a signature.
const SIGNATURE: &[&str] = &[
    "Type",
    "Filter",
    "SubFilter",
    "Contents",
    "ByteRange",
    "M",
    "Name",
    "Reason",
    "Location",
    "ContactInfo",
    "Reference",
    "Prop_Build",
    "Prop_AuthTime",
    "Prop_AuthType",
    "Cert",
    "R",
    "V",
    "Changes",
];

impl Revisions<'_, '_> {
    /// Checks the objects of a revision, and keeps them.
    pub(super) fn judge(&mut self, objects: &BTreeMap<u32, Added<'_>>, trailer: &Object) -> Result<(), ReadError> {
        let root = trailer.dictionary().and_then(|trailer| trailer.get("Root")).and_then(Object::reference);
        if root != Some(self.file.catalog) {
            return Err(self.fault("has another catalogue"));
        }
        if trailer.dictionary().is_some_and(|trailer| trailer.get("Encrypt").is_some()) {
            return Err(self.fault("encrypts the file"));
        }
        let metadata = self.earlier(self.file.catalog);
        let metadata = metadata.as_ref().and_then(Object::dictionary).and_then(|catalog| catalog.get("Metadata"));
        let metadata = metadata.and_then(Object::reference);
        let fields = self.fields(objects);
        for (number, added) in objects {
            let own = self.file.body.objects.contains_key(number) || self.file.body.streams.contains_key(number);
            let old = self.earlier(*number);
            match old {
                Some(old) if *number == self.file.catalog => self.catalog(&old, &added.value)?,
                Some(old) if *number == self.file.information => self.information(&old, &added.value)?,
                Some(old) if self.file.page_numbers.contains_key(number) => self.page(&old, &added.value, &fields)?,
                Some(_) if Some(*number) == metadata && added.data.is_some() => self.metadata(added)?,
                Some(_) if own => {
                    return Err(self.fault(format!("replaces object {number}, which is not part of a signature")));
                }
                _ => self.added(*number, added)?,
            }
        }
        self.sign(objects)?;
        self.later.extend(objects.iter().map(|(number, added)| (*number, added.value.clone())));
        Ok(())
    }

    /// The fields that a revision adds or fills in.
    fn fields(&self, objects: &BTreeMap<u32, Added<'_>>) -> BTreeSet<u32> {
        let is_field = |value: &Object| {
            value.dictionary().is_some_and(|value| value.get("Subtype").and_then(Object::name) == Some("Widget"))
        };
        let later = self.later.iter().filter(|(_, value)| is_field(value)).map(|(number, _)| *number);
        later.chain(objects.iter().filter(|(_, added)| is_field(&added.value)).map(|(number, _)| *number)).collect()
    }

    /// Rejects changes to any entry other than those in `but`.
    fn unchanged(&self, what: &str, old: &Object, new: &Object, but: &[&str]) -> Result<(), ReadError> {
        let (Some(old), Some(new)) = (old.dictionary(), new.dictionary()) else {
            return Err(self.fault(format!("makes {what} something else")));
        };
        let keys: BTreeSet<&str> = old.entries().chain(new.entries()).map(|(key, _)| key).collect();
        let differs = |key: &&str| match (old.get(key), new.get(key)) {
            (Some(old), Some(new)) => !same(old, new),
            _ => true,
        };
        match keys.into_iter().filter(|key| !but.contains(key)).find(differs) {
            Some(key) => Err(self.fault(format!("changes /{key} of {what}"))),
            None => Ok(()),
        }
    }

    fn catalog(&self, old: &Object, new: &Object) -> Result<(), ReadError> {
        self.unchanged("the catalogue", old, new, CATALOG)?;
        let new = new.dictionary();
        for (key, allowed) in [("AcroForm", FORM), ("DSS", STORE)] {
            if let Some(value) = new.and_then(|new| new.get(key)).and_then(Object::dictionary) {
                self.only(key, value, allowed)?;
            }
        }
        Ok(())
    }

    /// Signing software may state its name and the time.
    fn information(&self, old: &Object, new: &Object) -> Result<(), ReadError> {
        self.unchanged("the file's information", old, new, &["Producer", "ModDate"])
    }

    fn metadata(&self, added: &Added<'_>) -> Result<(), ReadError> {
        // The metadata shown to people must not change; how it is written is up to the other program.
        let said = self.file.metadata()?;
        let text = std::str::from_utf8(added.data.unwrap_or_default()).unwrap_or_default();
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let must = [Some(&said.title), said.author.as_ref(), said.subject.as_ref()];
        if must.into_iter().flatten().all(|said| text.contains(&escaped(said))) {
            return Ok(());
        }
        Err(self.fault("changes the metadata"))
    }

    /// A page may gain invisible signature fields.
    fn page(&self, old: &Object, new: &Object, fields: &BTreeSet<u32>) -> Result<(), ReadError> {
        self.unchanged("a page", old, new, &["Annots"])?;
        let list = |page: &Object| -> Vec<Object> {
            let list = page.dictionary().and_then(|page| page.get("Annots")).and_then(Object::array);
            list.unwrap_or_default().to_vec()
        };
        let (old, new) = (list(old), list(new));
        let kept = old.len() <= new.len() && old.iter().zip(&new).all(|(old, new)| same(old, new));
        let fields_only =
            new.iter().skip(old.len()).all(|added| added.reference().is_some_and(|number| fields.contains(&number)));
        if kept && fields_only { Ok(()) } else { Err(self.fault("changes the annotations of a page")) }
    }

    fn only(&self, what: &str, dictionary: &Dictionary, keys: &[&str]) -> Result<(), ReadError> {
        match dictionary.entries().find(|(key, _)| !keys.contains(key)) {
            Some((key, _)) => Err(self.fault(format!("has /{key} in {what}"))),
            None => Ok(()),
        }
    }

    /// Checks an object that is new, or was added by an earlier revision.
    fn added(&self, number: u32, added: &Added<'_>) -> Result<(), ReadError> {
        let unknown = || self.fault(format!("adds object {number}, which is not part of a signature"));
        let dictionary = match &added.value {
            Object::Null => return Ok(()),
            Object::Array(items) => {
                let plain = items
                    .iter()
                    .all(|item| matches!(item, Object::Reference(_) | Object::Integer(_) | Object::Name(_)));
                return if plain { Ok(()) } else { Err(unknown()) };
            }
            Object::Dictionary(dictionary) => dictionary,
            _ => return Err(unknown()),
        };
        let name = |key: &str| dictionary.get(key).and_then(Object::name);
        if added.data.is_some() {
            // Certificates and the like are data without a type; a form is the appearance of a field, which must be invisible.
            let known = match (name("Type"), name("Subtype")) {
                (None, None) => dictionary.entries().all(|(key, _)| ["Length", "Filter", "DecodeParms"].contains(&key)),
                (Some("XObject") | None, Some("Form")) => true,
                _ => false,
            };
            return if known { Ok(()) } else { Err(unknown()) };
        }
        match (name("Type"), name("Subtype"), name("FT")) {
            (Some("Sig" | "DocTimeStamp"), _, _) => self.only("a signature", dictionary, SIGNATURE),
            (Some("SigFieldLock" | "SigRef" | "TransformParams" | "SV"), _, _) => Ok(()),
            (_, Some("Widget"), _) | (_, _, Some("Sig")) => self.field(dictionary),
            _ if dictionary.get("Fields").is_some() => self.only("the form", dictionary, FORM),
            _ if dictionary.entries().all(|(key, _)| STORE.contains(&key)) => Ok(()),
            // The verification data of each signature, by its digest.
            _ if dictionary.entries().all(|(key, value)| is_digest(key) && is_store(value)) => Ok(()),
            _ => Err(unknown()),
        }
    }

    fn field(&self, field: &Dictionary) -> Result<(), ReadError> {
        self.only("a field", field, FIELD)?;
        if field.get("FT").and_then(Object::name).is_some_and(|kind| kind != "Sig") {
            return Err(self.fault("adds a field that is for no signature"));
        }
        let area: Option<Vec<f64>> =
            field.get("Rect").and_then(Object::array).map(|area| area.iter().filter_map(Object::number).collect());
        let is_seen = match area.as_deref() {
            Some([left, lower, right, upper]) => left != right && lower != upper,
            Some(_) => true,
            None => false,
        };
        if is_seen { Err(self.fault("adds a signature that paints on a page")) } else { Ok(()) }
    }

    /// Collects the signatures of a revision, each with its field.
    fn sign(&mut self, objects: &BTreeMap<u32, Added<'_>>) -> Result<(), ReadError> {
        for (number, added) in objects {
            let Some(signature) = added.value.dictionary() else { continue };
            let kind = match signature.get("Type").and_then(Object::name) {
                Some("Sig") => SignatureKind::Signature,
                Some("DocTimeStamp") => SignatureKind::TimeStamp,
                _ => continue,
            };
            let range: Option<Vec<usize>> = signature
                .get("ByteRange")
                .and_then(Object::array)
                .and_then(|range| range.iter().map(|item| usize::try_from(item.integer()?).ok()).collect());
            let range = range
                .and_then(|range| <[usize; 4]>::try_from(range).ok())
                .filter(|range| self.is_whole(*range, added.span));
            let range =
                range.ok_or_else(|| self.fault("has a signature that does not sign the whole file up to its end"))?;
            let is_of = |value: &Object| {
                let field = value.dictionary()?;
                (field.get("V").and_then(Object::reference) == Some(*number))
                    .then(|| field.get("T").and_then(name_of))?
            };
            let later = self.later.values().find_map(is_of);
            let field = objects.values().find_map(|added| is_of(&added.value)).or(later);
            let field = field.ok_or_else(|| self.fault("has a signature without a field"))?;
            if self.signatures.iter().any(|known| known.field == field) {
                return Err(self.fault("signs one field twice"));
            }
            self.signatures.push(SignatureView { field, kind, range });
        }
        Ok(())
    }

    /// Whether a signature covers the whole file up to the end of its revision, except the text of the signature, which lies within its
    /// object.
    fn is_whole(&self, [start, length, then, rest]: [usize; 4], (from, to): (usize, usize)) -> bool {
        let end = then.checked_add(rest);
        let gap = self.bytes.get(length..then).unwrap_or_default();
        let is_text = gap.len() > 2
            && gap.first() == Some(&b'<')
            && gap.last() == Some(&b'>')
            && gap.get(1..gap.len() - 1).is_some_and(|text| text.iter().all(u8::is_ascii_hexdigit));
        // Some programs leave out the end of the last line.
        let whole = end.is_some_and(|end| end <= self.at && self.at - end <= 2);
        start == 0 && from < length && then < to && is_text && whole
    }
}

fn is_digest(key: &str) -> bool {
    key.len() >= 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_store(value: &Object) -> bool {
    match value {
        Object::Reference(_) => true,
        Object::Dictionary(store) => store.entries().all(|(key, _)| STORE.contains(&key)),
        _ => false,
    }
}

/// The name of a field, as far as it can be decoded.
fn name_of(value: &Object) -> Option<String> {
    match value {
        Object::String(bytes) => Some(any_text(bytes)),
        _ => None,
    }
}

/// Whether two objects have the same meaning, however they are spelled.
fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::String(one), Object::String(other)) => one == other || any_text(one) == any_text(other),
        (Object::Array(one), Object::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Object::Dictionary(one), Object::Dictionary(other)) => {
            let together = || one.entries().zip(other.entries());
            one.entries().count() == other.entries().count()
                && together().all(|((key, one), (other_key, other))| key == other_key && same(one, other))
        }
        _ => one == other || one.number().is_some_and(|number| other.number() == Some(number)),
    }
}

/// Decodes a text in UTF-16 or PDFDocEncoding (ISO 32000-1, Annex D).
fn any_text(bytes: &[u8]) -> String {
    const FROM_18: &str = "\u{2d8}\u{2c7}\u{2c6}\u{2d9}\u{2dd}\u{2db}\u{2da}\u{2dc}";
    const FROM_80: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€";
    let character = |byte: &u8| match byte {
        0x18..=0x1F => FROM_18.chars().nth(usize::from(byte - 0x18)).unwrap_or(char::REPLACEMENT_CHARACTER),
        0x80..=0xA0 => FROM_80.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(*byte),
    };
    text(bytes).unwrap_or_else(|| bytes.iter().map(character).collect())
}
