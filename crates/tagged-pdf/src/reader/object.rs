//! The objects of a file (ISO 32000-1, 7.3).

use super::error::{FilePlace, ReadError};

/// An object as read. It is never nested deeper than [`DEEPEST`](super::lexer::DEEPEST).
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    Real(f64),
    Name(Box<str>),
    String(Box<[u8]>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Reference(u32),
}

/// Keys and values, sorted by key; all keys are different.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Dictionary(Vec<(Box<str>, Object)>);

impl Dictionary {
    /// Sorts the entries; `None` if a key occurs twice.
    pub(super) fn new(mut entries: Vec<(Box<str>, Object)>) -> Option<Self> {
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let twice = entries.windows(2).any(|pair| matches!(pair, [a, b] if a.0 == b.0));
        (!twice).then_some(Self(entries))
    }

    pub(super) fn get(&self, key: &str) -> Option<&Object> {
        let at = self.0.binary_search_by(|(known, _)| (**known).cmp(key)).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Object)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }
}

impl Object {
    pub(super) fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            // No number written by this crate is so large that this loses anything.
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn array(&self) -> Option<&[Object]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        }
    }

    pub(super) fn reference(&self) -> Option<u32> {
        match self {
            Self::Reference(number) => Some(*number),
            _ => None,
        }
    }

    /// A text string (ISO 32000-1, 7.9.2.2): ASCII, or UTF-16 after a byte order mark.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::String(bytes) => text(bytes),
            _ => None,
        }
    }
}

/// Decodes a text string; `None` if our writer would not have written it.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(utf16) => utf16_text(utf16),
        None if bytes.is_ascii() => String::from_utf8(bytes.to_vec()).ok(),
        None => None,
    }
}

/// Decodes big-endian UTF-16 without a byte order mark.
pub(super) fn utf16_text(bytes: &[u8]) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    char::decode_utf16(pairs.iter().map(|pair| u16::from_be_bytes(*pair))).collect::<Result<_, _>>().ok()
}

/// A dictionary with its location, for error messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct LocatedDictionary<'a> {
    pub(super) of: &'a Dictionary,
    pub(super) at: FilePlace,
}

impl<'a> LocatedDictionary<'a> {
    pub(super) const fn new(of: &'a Dictionary, at: FilePlace) -> Self {
        Self { of, at }
    }

    pub(super) fn fault(&self, what: impl Into<String>) -> ReadError {
        ReadError::not_ours(what, self.at)
    }

    /// Rejects keys that are never written here.
    pub(super) fn only(&self, keys: &[&str]) -> Result<(), ReadError> {
        match self.of.entries().find(|(key, _)| !keys.contains(key)) {
            Some((key, _)) => Err(self.fault(format!("an entry /{}", shortened(key)))),
            None => Ok(()),
        }
    }

    /// A required entry of the kind that `read` accepts.
    pub(super) fn need<T>(&self, key: &str, read: impl FnOnce(&'a Object) -> Option<T>) -> Result<T, ReadError> {
        self.of.get(key).and_then(read).ok_or_else(|| self.fault(format!("/{key} is missing or of another kind")))
    }

    /// An optional entry of the kind that `read` accepts.
    pub(super) fn may<T>(&self, key: &str, read: impl FnOnce(&'a Object) -> Option<T>) -> Result<Option<T>, ReadError> {
        match self.of.get(key) {
            None => Ok(None),
            Some(value) => read(value).map(Some).ok_or_else(|| self.fault(format!("/{key} is of another kind"))),
        }
    }

    /// A required entry whose value must be the given name.
    pub(super) fn is(&self, key: &str, name: &str) -> Result<(), ReadError> {
        self.need(key, |value| (value.name() == Some(name)).then_some(()))
    }

    /// The dictionary that is the value of a required entry.
    pub(super) fn inner(&self, key: &str) -> Result<LocatedDictionary<'a>, ReadError> {
        self.need(key, Object::dictionary).map(|of| LocatedDictionary::new(of, self.at))
    }

    /// The dictionary that is the value of an optional entry.
    pub(super) fn may_inner(&self, key: &str) -> Result<Option<LocatedDictionary<'a>>, ReadError> {
        Ok(self.may(key, Object::dictionary)?.map(|of| LocatedDictionary::new(of, self.at)))
    }

    /// A required non-negative integer.
    pub(super) fn count(&self, key: &str) -> Result<u32, ReadError> {
        self.need(key, |value| value.integer().and_then(|number| u32::try_from(number).ok()))
    }

    /// The four numbers of a rectangle.
    pub(super) fn rectangle(&self, key: &str) -> Result<[f64; 4], ReadError> {
        self.need(key, rectangle)
    }
}

pub(super) fn rectangle(value: &Object) -> Option<[f64; 4]> {
    match value.array()? {
        [a, b, c, d] => Some([a.number()?, b.number()?, c.number()?, d.number()?]),
        _ => None,
    }
}

/// As much of a foreign word as fits in a message.
pub(super) fn shortened(word: &str) -> String {
    word.chars().take(40).collect()
}
