//! Serializing PDF objects (ISO 32000-1, 7.3).

use std::io::Write as _;

use lopdf::Object;

use crate::geometry::nearest;
use crate::text::is_blank;

/// A reference to an object in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ref(pub(crate) u32);

/// Writes consecutive objects into a buffer.
///
/// Writing never fails, because the buffer is unlimited.
#[derive(Debug, Default)]
pub(crate) struct ObjectWriter {
    pub(crate) bytes: Vec<u8>,
}

impl ObjectWriter {
    /// Writes operators and delimiters unchanged.
    pub(crate) fn raw(&mut self, text: &str) -> &mut Self {
        self.bytes.extend_from_slice(text.as_bytes());
        self
    }

    pub(crate) fn reference(&mut self, id: Ref) -> &mut Self {
        self.integer(i64::from(id.0)).raw(" 0 R")
    }

    pub(crate) fn integer(&mut self, number: i64) -> &mut Self {
        self.separate();
        if number < 0 {
            self.bytes.push(b'-');
        }
        self.digits(number.unsigned_abs())
    }

    /// Writes the digits of an integer. A file has so many of them that `write!` would cost more than the digits.
    pub(crate) fn digits(&mut self, mut number: u64) -> &mut Self {
        // The longest number has twenty digits.
        let mut digits = [0_u8; 20];
        let mut start = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
            start -= 1;
            if number == 0 {
                break;
            }
        }
        self.bytes.extend_from_slice(digits.get(start..).unwrap_or_default());
        self
    }

    /// Writes a number with at most three decimals.
    pub(crate) fn number(&mut self, number: f64) -> &mut Self {
        self.separate();
        // In thousandths, which stay within the range of this type for any page or file.
        let thousandths = nearest(number * 1000.0);
        if thousandths < 0 {
            self.bytes.push(b'-');
        }
        let thousandths = thousandths.unsigned_abs();
        self.digits(thousandths / 1000);
        let decimals = thousandths % 1000;
        if decimals > 0 {
            let decimals = [decimals / 100, decimals / 10 % 10, decimals % 10].map(|digit| b'0' + digit as u8);
            let length = decimals.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
            self.bytes.push(b'.');
            self.bytes.extend_from_slice(decimals.get(..length).unwrap_or_default());
        }
        self
    }

    /// Writes glyph codes as a string, escaping only what could end it; balanced parentheses cannot.
    pub(crate) fn codes(&mut self, codes: &[u8]) -> &mut Self {
        let mut open = Vec::new();
        let mut escaped = Vec::new();
        for (index, byte) in codes.iter().enumerate() {
            match byte {
                b'(' => open.push(index),
                b')' if open.pop().is_none() => escaped.push(index),
                b'\\' | b'\r' => escaped.push(index),
                _ => {}
            }
        }
        escaped.append(&mut open);
        escaped.sort_unstable();
        self.bytes.push(b'(');
        let mut start = 0;
        for index in escaped {
            self.bytes.extend_from_slice(codes.get(start..index).unwrap_or_default());
            self.bytes.push(b'\\');
            // An unescaped carriage return would be read as a line feed.
            self.bytes.push(codes.get(index).map_or(0, |byte| if *byte == b'\r' { b'r' } else { *byte }));
            start = index + 1;
        }
        self.bytes.extend_from_slice(codes.get(start..).unwrap_or_default());
        self.bytes.push(b')');
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

    /// Writes a string of bytes, as text in parentheses if that is shorter.
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

    /// Writes a text string (ISO 32000-1, 7.9.2.2): ASCII unchanged, everything else in UTF-16.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        if is_plain(text) { self.string(text.as_bytes()) } else { self.hexadecimal(&utf16(text)) }
    }

    /// Writes a key and a text, unless the text is blank.
    pub(crate) fn text_entry(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text.filter(|text| !is_blank(text)) {
            self.raw(key).text(text);
        }
        self
    }

    /// Writes a rectangle, given by its corners in PDF's coordinates.
    pub(crate) fn rectangle(&mut self, corners: [f32; 4]) -> &mut Self {
        self.raw("[");
        for number in corners {
            self.number(f64::from(number));
        }
        self.raw("]")
    }

    /// Writes an object made by printpdf.
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
            // A stream is a separate object; see `ObjectBody::stream`.
            Object::Stream(stream) => self.raw("<<").entries(&stream.dict).raw(">>"),
            Object::Reference((id, _)) => self.reference(Ref(*id)),
        }
    }

    /// Writes the keys and values of a dictionary, without its brackets.
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

    /// Writes a space if two words would otherwise run together.
    fn separate(&mut self) {
        if !matches!(self.bytes.last(), None | Some(b'[' | b'>' | b']' | b')' | b' ' | b'\n' | b'<' | b'(')) {
            self.bytes.push(b' ');
        }
    }
}

/// Whether a text fits in one string of a PDF file (ISO 19005-3, 6.1.13).
pub(crate) fn fits(text: &str) -> bool {
    let length = if is_plain(text) { text.len() } else { 2 + 2 * text.encode_utf16().count() };
    length <= 32_767
}

/// Whether a text is written to the file unchanged.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n' | b'\t' | b'\r'))
}

/// Big-endian UTF-16, after a byte order mark.
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
    fn codes_are_escaped_where_they_would_end_their_string() {
        let codes = |codes: &[u8]| {
            written(|s| {
                s.codes(codes);
            })
        };
        assert_eq!(codes(b"a(b)c"), "(a(b)c)");
        assert_eq!(codes(b")(()\\\r"), "(\\)\\(()\\\\\\r)");
        assert_eq!(codes(b""), "()");
    }

    #[test]
    fn numbers_have_three_decimals_and_no_exponent() {
        let numbers = [1e-9, 123_456.789_6, -0.000_4, -1.05, 0.002, -0.5, 10.0, 14_400.125];
        let written = written(|s| {
            numbers.iter().for_each(|number| _ = s.number(*number));
        });
        assert_eq!(written, "0 123456.79 0 -1.05 0.002 -0.5 10 14400.125");
    }

    #[test]
    fn numbers_are_those_that_the_standard_library_writes() {
        for thousandths in -20_000..20_000_i32 {
            let number = f64::from(thousandths) / 1000.0;
            assert_eq!(
                written(|s| {
                    s.number(number);
                }),
                number.to_string()
            );
        }
        let integers = [0, -7, 1000, i64::MAX, i64::MIN];
        let written = written(|s| integers.iter().for_each(|number| _ = s.integer(*number)));
        assert_eq!(written, integers.map(|number| number.to_string()).join(" "));
    }
}
