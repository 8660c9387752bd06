//! The content stream of a page (ISO 32000-1, 7.8.2), serialized into its buffer while the page is drawn.
//!
//! printpdf would keep each operator as a value, convert it to one of lopdf's and serialize that, which took most of the time of writing a
//! page with much text. It is therefore given pages without marks, whose content is replaced with what is written here.

use crate::syntax::ObjectWriter;

/// Operators, each after its operands, on lines of their own.
#[derive(Debug, Default)]
pub(crate) struct ContentStream {
    writer: ObjectWriter,
}

impl ContentStream {
    /// An empty stream with the capacity for as much as another contains.
    pub(crate) fn like(other: &Self) -> Self {
        Self { writer: ObjectWriter { bytes: Vec::with_capacity(other.writer.bytes.len()) } }
    }

    /// Writes an operator with numbers as operands.
    pub(crate) fn operator<const N: usize>(&mut self, operands: [f32; N], operator: &str) {
        for operand in operands {
            self.writer.number(f64::from(operand)).raw(" ");
        }
        self.end(operator);
    }

    /// Writes an operator with a numbered resource as its first operand: `/T0 9 Tf`.
    pub(crate) fn resource<const N: usize>(&mut self, (kind, number): (&str, u32), operands: [f32; N], operator: &str) {
        self.writer.raw("/").raw(kind).digits(number.into()).raw(" ");
        self.operator(operands, operator);
    }

    /// Writes an operator with other kinds of operands, each of which must end in a space.
    pub(crate) fn with(&mut self, operands: impl FnOnce(&mut ObjectWriter), operator: &str) {
        operands(&mut self.writer);
        self.end(operator);
    }

    /// Begins marked content with properties.
    pub(crate) fn begin(&mut self, tag: &str, properties: impl FnOnce(&mut ObjectWriter)) {
        self.writer.raw("/").raw(tag).raw(" <<");
        properties(&mut self.writer);
        self.writer.raw(">> ");
        self.end("BDC");
    }

    /// Begins or continues an array of strings and movements.
    pub(super) fn array(&mut self, begun: &mut bool) -> &mut ObjectWriter {
        if !std::mem::replace(begun, true) {
            self.writer.raw("[");
        }
        &mut self.writer
    }

    fn end(&mut self, operator: &str) {
        self.writer.raw(operator).raw("\n");
    }

    /// Returns the whole stream.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut bytes = self.writer.bytes;
        // The line break after the last operator.
        bytes.pop();
        bytes
    }
}
