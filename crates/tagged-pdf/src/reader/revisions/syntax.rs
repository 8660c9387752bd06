//! Reading objects as spelled by any program (ISO 32000-1, 7.2 and 7.3), for what others append to a file written by this crate.

use std::collections::BTreeMap;

use super::super::error::{FilePlace, ReadError};
use super::super::inflate::Budget;
use super::super::object::{Dictionary, Object};

/// The largest number of values in everything appended.
const MOST_VALUES: usize = 200_000;

/// The greatest nesting of arrays and dictionaries.
const DEEPEST: usize = 32;

/// An object of a revision.
#[derive(Debug, Clone)]
pub(super) struct Added<'a> {
    pub(super) value: Object,
    /// The data of a stream.
    pub(super) data: Option<&'a [u8]>,
    /// The range of bytes that it occupies.
    pub(super) span: (usize, usize),
}

/// Reads objects from a place in a file on.
pub(super) struct ObjectReader<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
    values: usize,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> ObjectReader<'a> {
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, values: 0 }
    }

    pub(super) fn fault(&self, what: &str) -> ReadError {
        ReadError::not_ours(format!("in a later revision, {what}"), FilePlace::Byte(self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Skips white space and comments, but not the mark of a file's end.
    pub(super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if is_space(byte) {
                self.at += 1;
            } else if byte == b'%' && !self.rest().starts_with(b"%%EOF") {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else {
                return;
            }
        }
    }

    /// Reads a word if it comes next, and returns whether it did.
    pub(super) fn word(&mut self, word: &str) -> bool {
        self.space();
        let there = self.rest().starts_with(word.as_bytes());
        if there {
            self.at += word.len();
        }
        there
    }

    pub(super) fn expect(&mut self, word: &str) -> Result<(), ReadError> {
        if self.word(word) { Ok(()) } else { Err(self.fault(&format!("`{word}` is missing"))) }
    }

    pub(super) fn unsigned(&mut self) -> Option<usize> {
        self.space();
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(self.rest().get(..digits)?).ok()?.parse().ok()?;
        self.at += digits;
        Some(number)
    }

    /// Reads an object with its number, up to `endobj`.
    pub(super) fn numbered(&mut self) -> Result<(u32, Added<'a>), ReadError> {
        self.space();
        let start = self.at;
        let number = self.unsigned().and_then(|number| u32::try_from(number).ok());
        let number = number.ok_or_else(|| self.fault("there is something that is not an object"))?;
        if self.unsigned() != Some(0) {
            return Err(self.fault("an object has a generation"));
        }
        self.expect("obj")?;
        let value = self.object(0)?;
        let mut data = None;
        if self.word("stream") {
            data = Some(self.data(&value)?);
        }
        self.expect("endobj")?;
        Ok((number, Added { value, data, span: (start, self.at) }))
    }

    /// Reads the data of a stream, whose length must be stated directly in its dictionary.
    fn data(&mut self, value: &Object) -> Result<&'a [u8], ReadError> {
        self.at += usize::from(self.peek() == Some(b'\r'));
        if self.peek() != Some(b'\n') {
            return Err(self.fault("a stream does not begin on a line of its own"));
        }
        self.at += 1;
        let length = value.dictionary().and_then(|dictionary| dictionary.get("Length")).and_then(Object::integer);
        let length = length.and_then(|length| usize::try_from(length).ok());
        let end = length.and_then(|length| self.at.checked_add(length));
        let data = end.and_then(|end| self.bytes.get(self.at..end));
        let (Some(data), Some(end)) = (data, end) else {
            return Err(self.fault("a stream has no length that fits"));
        };
        self.at = end;
        self.expect("endstream")?;
        Ok(data)
    }

    pub(super) fn object(&mut self, depth: usize) -> Result<Object, ReadError> {
        self.values += 1;
        if self.values > MOST_VALUES || depth > DEEPEST {
            return Err(ReadError::TooLarge { what: "values in later revisions", limit: MOST_VALUES as u64 });
        }
        self.space();
        match (self.peek(), self.bytes.get(self.at + 1)) {
            (Some(b'/'), _) => self.name().map(|name| Object::Name(name.into())),
            (Some(b'('), _) => self.literal(),
            (Some(b'<'), Some(b'<')) => self.dictionary(depth),
            (Some(b'<'), _) => self.hexadecimal(),
            (Some(b'['), _) => {
                self.at += 1;
                let mut items = Vec::new();
                while !self.word("]") {
                    items.push(self.object(depth + 1)?);
                }
                Ok(Object::Array(items))
            }
            (Some(b'+' | b'-' | b'.' | b'0'..=b'9'), _) => self.number(),
            _ if self.word("true") => Ok(Object::Boolean(true)),
            _ if self.word("false") => Ok(Object::Boolean(false)),
            _ if self.word("null") => Ok(Object::Null),
            _ => Err(self.fault("there is something that is not an object")),
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Object, ReadError> {
        self.at += 2;
        let mut entries: Vec<(Box<str>, Object)> = Vec::new();
        while !self.word(">>") {
            let key = self.name()?;
            entries.push((key.into(), self.object(depth + 1)?));
        }
        Dictionary::new(entries).map(Object::Dictionary).ok_or_else(|| self.fault("a key is there twice"))
    }

    fn name(&mut self) -> Result<String, ReadError> {
        self.space();
        if self.peek() != Some(b'/') {
            return Err(self.fault("a name is missing"));
        }
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_space(*byte) && !is_delimiter(*byte)) {
            self.at += 1;
            let digits = self.rest().get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
            match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| byte == b'#') {
                Some(escaped) => {
                    self.at += 2;
                    name.push(escaped);
                }
                None => name.push(byte),
            }
        }
        String::from_utf8(name).map_err(|_| self.fault("a name is not a text"))
    }

    fn number(&mut self) -> Result<Object, ReadError> {
        let length = self.rest().iter().take_while(|byte| matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9')).count();
        let text = std::str::from_utf8(self.rest().get(..length).unwrap_or_default()).unwrap_or_default();
        self.at += length;
        let Ok(integer) = text.parse::<i64>() else {
            return text.parse().map(Object::Real).map_err(|_| self.fault("an invalid number"));
        };
        // It may be a reference: two numbers and an R.
        let back = self.at;
        if let Ok(number) = u32::try_from(integer)
            && self.unsigned() == Some(0)
            && self.word("R")
            && self.peek().is_none_or(|byte| is_space(byte) || is_delimiter(byte))
        {
            return Ok(Object::Reference(number));
        }
        self.at = back;
        Ok(Object::Integer(integer))
    }

    fn hexadecimal(&mut self) -> Result<Object, ReadError> {
        self.at += 1;
        let length =
            self.rest().iter().position(|byte| *byte == b'>').ok_or_else(|| self.fault("a text has no end"))?;
        let digits: Vec<u8> = self.rest().iter().take(length).copied().filter(|byte| !is_space(*byte)).collect();
        self.at += length + 1;
        let value = |digit: u8| char::from(digit).to_digit(16);
        let byte = |pair: &[u8]| {
            let (high, low) = (value(*pair.first()?)?, pair.get(1).map_or(Some(0), |low| value(*low))?);
            u8::try_from(high * 16 + low).ok()
        };
        let bytes: Option<Vec<u8>> = digits.chunks(2).map(byte).collect();
        bytes.map(|bytes| Object::String(bytes.into())).ok_or_else(|| self.fault("an invalid text string"))
    }

    fn literal(&mut self) -> Result<Object, ReadError> {
        self.at += 1;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        loop {
            let byte = self.peek().ok_or_else(|| self.fault("a text has no end"))?;
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut bytes),
                b'(' => {
                    open += 1;
                    bytes.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(bytes.into()));
                    }
                    bytes.push(byte);
                }
                _ => bytes.push(byte),
            }
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|digit| matches!(digit, b'0'..=b'7')) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                bytes.push(u8::try_from(value & 0xFF).unwrap_or_default());
            }
            _ => bytes.push(byte),
        }
    }
}

/// The location that a revision states for an object.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Stated {
    At(usize),
    In(u32),
    /// Nowhere: the object does not exist.
    Free,
}

/// The entries of a cross-reference stream (ISO 32000-1, 7.5.8).
pub(super) fn table(stream: &Added<'_>, budget: &mut Budget) -> Option<BTreeMap<u32, Stated>> {
    let dictionary = stream.value.dictionary()?;
    let numbers = |key: &str| -> Option<Vec<usize>> {
        dictionary.get(key)?.array()?.iter().map(|item| usize::try_from(item.integer()?).ok()).collect()
    };
    let widths = numbers("W")?;
    let [kind, field, index] = <[usize; 3]>::try_from(widths).ok()?;
    let width = kind.checked_add(field)?.checked_add(index)?;
    if kind > 1 || field > 8 || index > 8 || width == 0 {
        return None;
    }
    let data = unpacked(stream, width, budget)?;
    let size = usize::try_from(dictionary.get("Size")?.integer()?).ok()?;
    let sections = if dictionary.get("Index").is_some() { numbers("Index")? } else { vec![0, size] };
    let mut rows = data.chunks_exact(width);
    let mut stated = BTreeMap::new();
    for section in sections.chunks(2) {
        let [first, count] = section else { return None };
        for number in *first..first.checked_add(*count)? {
            let row = rows.next()?;
            let value = |from: usize, length: usize| {
                row.get(from..from + length)
                    .unwrap_or_default()
                    .iter()
                    .fold(0_usize, |value, byte| value << 8 | usize::from(*byte))
            };
            let entry = match if kind == 0 { 1 } else { value(0, kind) } {
                0 => Stated::Free,
                1 => Stated::At(value(kind, field)),
                2 => Stated::In(u32::try_from(value(kind, field)).ok()?),
                _ => return None,
            };
            stated.insert(u32::try_from(number).ok()?, entry).is_none().then_some(())?;
        }
    }
    rows.next().is_none().then_some(stated)
}

/// The data of a stream, decompressed, undoing the one predictor that such streams have.
pub(super) fn unpacked(stream: &Added<'_>, width: usize, budget: &mut Budget) -> Option<Vec<u8>> {
    let dictionary = stream.value.dictionary()?;
    let data = stream.data?;
    let data = match dictionary.get("Filter") {
        None => data.to_vec(),
        Some(Object::Name(name)) if &**name == "FlateDecode" => {
            budget.inflate(data, FilePlace::Byte(stream.span.0)).ok()?
        }
        Some(_) => return None,
    };
    let Some(parameters) = dictionary.get("DecodeParms").and_then(Object::dictionary) else { return Some(data) };
    let number = |key: &str| parameters.get(key).and_then(Object::integer);
    match number("Predictor") {
        None | Some(1) => return Some(data),
        Some(10..=15) if number("Columns") == i64::try_from(width).ok() => {}
        Some(_) => return None,
    }
    let mut above = vec![0_u8; width];
    let mut rows = Vec::new();
    for row in data.chunks(width + 1) {
        let (kind, row) = row.split_first()?;
        let row: Vec<u8> = match kind {
            0 => row.to_vec(),
            2 => row.iter().zip(&above).map(|(byte, above)| byte.wrapping_add(*above)).collect(),
            _ => return None,
        };
        rows.extend_from_slice(&row);
        above = row;
    }
    Some(rows)
}
