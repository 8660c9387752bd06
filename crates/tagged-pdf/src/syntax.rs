//! How PDF spells objects (ISO 32000-1, 7.3).

use std::io::Write as _;

use lopdf::Object;

use crate::text::is_blank;

/// A reference to an object of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ref(pub(crate) u32);

/// Writes objects into a buffer, one after the other.
///
/// Nothing here can fail: a buffer has no end.
#[derive(Debug, Default)]
pub(crate) struct ObjectWriter {
    pub(crate) bytes: Vec<u8>,
}

impl ObjectWriter {
    /// Writes operators and delimiters as they are.
    pub(crate) fn raw(&mut self, text: &str) -> &mut Self {
        self.bytes.extend_from_slice(text.as_bytes());
        self
    }

    pub(crate) fn reference(&mut self, id: Ref) -> &mut Self {
        self.integer(i64::from(id.0)).raw(" 0 R")
    }

    pub(crate) fn integer(&mut self, number: i64) -> &mut Self {
        self.separate();
        let _ = write!(self.bytes, "{number}");
        self
    }

    /// A number with at most three decimals.
    pub(crate) fn number(&mut self, number: f64) -> &mut Self {
        self.separate();
        let rounded = (number * 1000.0).round() / 1000.0;
        let _ = write!(self.bytes, "{}", if rounded == 0.0 { 0.0 } else { rounded });
        self
    }

    pub(crate) fn name(&mut self, name: &[u8]) -> &mut Self {
        self.bytes.push(b'/');
        for byte in name {
            if byte.is_ascii_alphanumeric() || b"-_.+*,:;@!$&'=?^`|~\"\\".contains(byte) {
                self.bytes.push(*byte);
            } else {
                let _ = write!(self.bytes, "#{byte:02X}");
            }
        }
        self
    }

    /// A string of bytes, as text in parentheses where that is shorter.
    pub(crate) fn string(&mut self, bytes: &[u8]) -> &mut Self {
        let printable = bytes.iter().filter(|b| matches!(b, b' '..=b'~')).count();
        if printable * 2 < bytes.len() {
            return self.hexadecimal(bytes);
        }
        self.bytes.push(b'(');
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', *byte]),
                b' '..=b'~' => self.bytes.push(*byte),
                _ => {
                    let _ = write!(self.bytes, "\\{byte:03o}");
                }
            }
        }
        self.bytes.push(b')');
        self
    }

    pub(crate) fn hexadecimal(&mut self, bytes: &[u8]) -> &mut Self {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        self.bytes.push(b'<');
        for byte in bytes {
            let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 15)).copied().unwrap_or(b'0');
            self.bytes.extend_from_slice(&[digit(byte >> 4), digit(*byte)]);
        }
        self.bytes.push(b'>');
        self
    }

    /// A text for people (ISO 32000-1, 7.9.2.2): ASCII as it is, all else in UTF-16.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        if is_plain(text) { self.string(text.as_bytes()) } else { self.hexadecimal(&utf16(text)) }
    }

    /// A key and a text, unless the text says nothing.
    pub(crate) fn text_entry(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text.filter(|text| !is_blank(text)) {
            self.raw(key).text(text);
        }
        self
    }

    /// A rectangle, from its corners in PDF's own coordinates.
    pub(crate) fn rectangle(&mut self, corners: [f32; 4]) -> &mut Self {
        self.raw("[");
        for number in corners {
            self.number(f64::from(number));
        }
        self.raw("]")
    }

    /// An object that printpdf made.
    pub(crate) fn object(&mut self, object: &Object) -> &mut Self {
        match object {
            Object::Null => self.separated("null"),
            Object::Boolean(value) => self.separated(if *value { "true" } else { "false" }),
            Object::Integer(number) => self.integer(*number),
            Object::Real(number) => self.number(f64::from(*number)),
            Object::Name(name) => self.name(name),
            Object::String(bytes, _) => self.string(bytes),
            Object::Array(items) => {
                self.raw("[");
                for item in items {
                    self.object(item);
                }
                self.raw("]")
            }
            Object::Dictionary(dictionary) => self.raw("<<").entries(dictionary).raw(">>"),
            // A stream stands by itself; see `Body::stream`.
            Object::Stream(stream) => self.raw("<<").entries(&stream.dict).raw(">>"),
            Object::Reference((id, _)) => self.reference(Ref(*id)),
        }
    }

    /// The keys and values of a dictionary, without its brackets.
    pub(crate) fn entries(&mut self, dictionary: &lopdf::Dictionary) -> &mut Self {
        for (key, value) in dictionary {
            self.name(key).object(value);
        }
        self
    }

    fn separated(&mut self, word: &str) -> &mut Self {
        self.separate();
        self.raw(word)
    }

    /// A space where two words would become one.
    fn separate(&mut self) {
        if !matches!(self.bytes.last(), None | Some(b'[' | b'>' | b']' | b')' | b' ' | b'\n' | b'<' | b'(')) {
            self.bytes.push(b' ');
        }
    }
}

/// True of a text that one string of a file can hold (ISO 19005-3, 6.1.13).
pub(crate) fn fits(text: &str) -> bool {
    let length = if is_plain(text) { text.len() } else { 2 + 2 * text.encode_utf16().count() };
    length <= 32_767
}

/// True of a text that stands in a file as it is.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t' | b'\r'))
}

/// UTF-16 in big-endian order, after a byte order mark.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut ObjectWriter)) -> String {
        let mut syntax = ObjectWriter::default();
        write(&mut syntax);
        String::from_utf8(syntax.bytes).unwrap()
    }

    #[test]
    fn words_do_not_run_together() {
        let written = written(|s| {
            s.raw("[").integer(1).number(2.5).reference(Ref(3)).raw("]").raw("/K").integer(4);
        });
        assert_eq!(written, "[1 2.5 3 0 R]/K 4");
    }

    #[test]
    fn names_and_strings_are_escaped() {
        assert_eq!(
            written(|s| {
                s.name(b"application/json #1");
            }),
            "/application#2Fjson#20#231"
        );
        assert_eq!(
            written(|s| {
                s.string(b"a(b)\\\n");
            }),
            "(a\\(b\\)\\\\\\012)"
        );
        assert_eq!(
            written(|s| {
                s.text("né");
            }),
            "<FEFF006E00E9>"
        );
    }

    #[test]
    fn numbers_have_three_decimals_and_no_exponent() {
        assert_eq!(
            written(|s| {
                s.number(1e-9).number(123_456.789_6).number(-0.000_4);
            }),
            "0 123456.79 0"
        );
    }
}
