//! Reading objects from bytes, accepting only the spelling of the writer of this crate.

use super::error::{FilePlace, ReadError};
use super::object::{Dictionary, Object};

/// The greatest nesting of arrays and dictionaries; the writer nests at most five deep.
pub(super) const DEEPEST: u8 = 16;

/// A limit on reading objects: the number of values that may still be read.
#[derive(Debug)]
pub(super) struct Values {
    left: u64,
    limit: u64,
}

impl Values {
    pub(super) const fn new(limit: u64) -> Self {
        Self { left: limit, limit }
    }

    fn take(&mut self) -> Result<(), ReadError> {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(ReadError::TooLarge { what: "values", limit: self.limit }),
        }
    }
}

/// Reads consecutive objects from bytes.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    origin: ByteOrigin,
}

/// The origin of a lexer's bytes.
#[derive(Debug, Clone, Copy)]
pub(super) enum ByteOrigin {
    /// The file itself.
    File,
    /// The contents of an object stream.
    Objects(u32),
    /// The content of a page, in which there are no references to objects.
    Content(usize),
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(bytes: &'a [u8], at: usize, origin: ByteOrigin) -> Self {
        Self { bytes, at, origin }
    }

    /// The offset of the next byte.
    pub(super) const fn position(&self) -> usize {
        self.at
    }

    /// The bytes not yet read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn place(&self) -> FilePlace {
        match self.origin {
            ByteOrigin::File => FilePlace::Byte(self.at),
            ByteOrigin::Objects(number) => FilePlace::Object(number),
            ByteOrigin::Content(page) => FilePlace::Page(page),
        }
    }

    pub(super) fn fault(&self, what: impl Into<String>) -> ReadError {
        ReadError::not_ours(what, self.place())
    }

    fn damaged(&self) -> ReadError {
        ReadError::damaged("it is cut short", self.place())
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Reads the given bytes, which must come next.
    pub(super) fn expect(&mut self, what: &str) -> Result<(), ReadError> {
        if self.rest().starts_with(what.as_bytes()) {
            self.at += what.len();
            return Ok(());
        }
        if what.as_bytes().starts_with(self.rest()) {
            return Err(self.damaged());
        }
        Err(self.fault(format!("something else than `{}`", what.trim())))
    }

    /// Reads a number of arbitrary bytes.
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], ReadError> {
        let taken = self.rest().get(..length).ok_or_else(|| self.damaged())?;
        self.at += length;
        Ok(taken)
    }

    /// Skips spaces and line ends.
    pub(super) fn space(&mut self) {
        self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\n')).count();
    }

    /// Reads a non-negative integer, written without leading zeros.
    pub(super) fn unsigned(&mut self) -> Result<u64, ReadError> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = self.rest().get(..digits).and_then(|digits| str::from_utf8(digits).ok()).unwrap_or_default();
        let number = text.parse().map_err(|_| match self.peek() {
            None => self.damaged(),
            Some(_) => self.fault("no number where there should be one"),
        })?;
        if digits > 1 && text.starts_with('0') {
            return Err(self.fault("a number with a zero before it"));
        }
        self.at += digits;
        Ok(number)
    }

    /// Reads an operator of a page's content.
    pub(super) fn operator(&mut self) -> &'a str {
        let length = self.rest().iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'*').count();
        let word = self.rest().get(..length).unwrap_or_default();
        self.at += length;
        str::from_utf8(word).unwrap_or_default()
    }

    /// Reads the next object, with everything in it.
    pub(super) fn object(&mut self, values: &mut Values) -> Result<Object, ReadError> {
        self.nested(values, DEEPEST)
    }

    fn nested(&mut self, values: &mut Values, depth: u8) -> Result<Object, ReadError> {
        values.take()?;
        self.space();
        match self.peek() {
            Some(b'/') => Ok(Object::Name(self.name()?)),
            Some(b'(') => self.literal(),
            Some(b'<') if self.rest().starts_with(b"<<") => {
                let depth = depth.checked_sub(1).ok_or_else(|| self.fault("objects deep in each other"))?;
                self.dictionary(values, depth).map(Object::Dictionary)
            }
            Some(b'<') => self.hexadecimal(),
            Some(b'[') => {
                let depth = depth.checked_sub(1).ok_or_else(|| self.fault("objects deep in each other"))?;
                self.array(values, depth)
            }
            Some(b'0'..=b'9' | b'-') => self.number(),
            Some(_) => self.word(),
            None => Err(self.damaged()),
        }
    }

    fn array(&mut self, values: &mut Values, depth: u8) -> Result<Object, ReadError> {
        self.expect("[")?;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Object::Array(items));
            }
            items.push(self.nested(values, depth)?);
        }
    }

    fn dictionary(&mut self, values: &mut Values, depth: u8) -> Result<Dictionary, ReadError> {
        self.expect("<<")?;
        let mut entries = Vec::new();
        while self.peek() == Some(b'/') {
            let key = self.name()?;
            entries.push((key, self.nested(values, depth)?));
            // lopdf does not put a space between entries, nor does our writer.
            if self.peek() == Some(b' ') {
                self.at += 1;
            }
        }
        self.expect(">>")?;
        Dictionary::new(entries).ok_or_else(|| self.fault("an entry that is there twice"))
    }

    fn name(&mut self) -> Result<Box<str>, ReadError> {
        self.expect("/")?;
        let length = self.rest().iter().take_while(|byte| is_regular(**byte)).count();
        let mut written = self.take(length)?;
        let mut name = Vec::with_capacity(length);
        while let Some((byte, after)) = written.split_first() {
            written = after;
            if *byte != b'#' {
                name.push(*byte);
                continue;
            }
            let (digits, after) = after.split_first_chunk::<2>().ok_or_else(|| self.fault("a name cut short"))?;
            name.push(pair(*digits).ok_or_else(|| self.fault("a name with a wrong escape"))?);
            written = after;
        }
        String::from_utf8(name).map(Into::into).map_err(|_| self.fault("a name that is not text"))
    }

    /// Reads a string in parentheses.
    fn literal(&mut self) -> Result<Object, ReadError> {
        self.expect("(")?;
        let mut bytes = Vec::new();
        let mut open = 1_u32;
        loop {
            let byte = self.peek().ok_or_else(|| self.damaged())?;
            self.at += 1;
            match byte {
                b'\\' => bytes.push(self.escape()?),
                b'\r' => return Err(self.fault("a line's end in a string")),
                b'(' => {
                    open += 1;
                    bytes.push(byte);
                }
                b')' if open == 1 => return Ok(Object::String(bytes.into())),
                b')' => {
                    open -= 1;
                    bytes.push(byte);
                }
                _ => bytes.push(byte),
            }
        }
    }

    fn escape(&mut self) -> Result<u8, ReadError> {
        let byte = self.peek().ok_or_else(|| self.damaged())?;
        if matches!(byte, b'0'..=b'3') {
            let [a, b, c] = *self.take(3)?.first_chunk().ok_or_else(|| self.damaged())?;
            let digit = |d: u8| matches!(d, b'0'..=b'7').then(|| d - b'0');
            return match (digit(a), digit(b), digit(c)) {
                (Some(a), Some(b), Some(c)) => Ok(a << 6 | b << 3 | c),
                _ => Err(self.fault("a string with a wrong escape")),
            };
        }
        self.at += 1;
        match byte {
            b'(' | b')' | b'\\' => Ok(byte),
            b'r' => Ok(b'\r'),
            _ => Err(self.fault("a string with a wrong escape")),
        }
    }

    fn hexadecimal(&mut self) -> Result<Object, ReadError> {
        self.expect("<")?;
        let length = self.rest().iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        let (digits, odd) = self.take(length)?.as_chunks::<2>();
        let bytes: Option<Vec<u8>> = digits.iter().map(|digits| pair(*digits)).collect();
        self.expect(">")?;
        match bytes {
            Some(bytes) if odd.is_empty() => Ok(Object::String(bytes.into())),
            _ => Err(self.fault("a string with a wrong digit")),
        }
    }

    fn number(&mut self) -> Result<Object, ReadError> {
        let length = self.rest().iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.')).count();
        let text = str::from_utf8(self.take(length)?).unwrap_or_default();
        if self.peek().is_some_and(is_regular) {
            return Err(self.fault("a number that runs into a word"));
        }
        if text.contains('.') {
            let number = text.parse().ok().filter(|number: &f64| number.is_finite());
            return number.map(Object::Real).ok_or_else(|| self.fault("an invalid number"));
        }
        let number: i64 = text.parse().map_err(|_| self.fault("an invalid or far too large number"))?;
        if matches!(self.origin, ByteOrigin::Content(_)) || !self.rest().starts_with(b" 0 R") {
            return Ok(Object::Integer(number));
        }
        if self.rest().get(4).copied().is_some_and(is_regular) {
            return Ok(Object::Integer(number));
        }
        self.at += 4;
        u32::try_from(number).map(Object::Reference).map_err(|_| self.fault("a reference to no object"))
    }

    fn word(&mut self) -> Result<Object, ReadError> {
        for (word, object) in
            [("true", Object::Boolean(true)), ("false", Object::Boolean(false)), ("null", Object::Null)]
        {
            if self.rest().starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(object);
            }
        }
        Err(self.fault("something that is not an object"))
    }
}

/// Whether a byte may be part of a name or word: printable, and neither white space nor a delimiter.
fn is_regular(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"()<>[]{}/%".contains(&byte)
}

/// The byte with two hexadecimal digits, which the writer capitalizes.
fn pair([high, low]: [u8; 2]) -> Option<u8> {
    Some(digit(high)? << 4 | digit(low)?)
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
