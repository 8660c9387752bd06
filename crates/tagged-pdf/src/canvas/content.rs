//! The content stream of a page (ISO 32000-1, 7.8.2), spelled into its buffer while the page is drawn.
//!
//! printpdf would keep each operator as a value, make one of lopdf's of it, and spell that: most of what a page with much text
//! cost to write. So it gets pages without marks, and what stands here takes the place of their content.

use crate::syntax::ObjectWriter;

/// Operators, each with its operands before it, on lines of their own.
#[derive(Debug, Default)]
pub(crate) struct ContentStream {
    writer: ObjectWriter,
}

impl ContentStream {
    /// An empty stream that will probably be as long as another.
    pub(crate) fn like(other: &Self) -> Self {
        Self { writer: ObjectWriter { bytes: Vec::with_capacity(other.writer.bytes.len()) } }
    }

    /// An operator with numbers for operands.
    pub(crate) fn operator<const N: usize>(&mut self, operands: [f32; N], operator: &str) {
        for operand in operands {
            self.writer.number(f64::from(operand)).raw(" ");
        }
        self.end(operator);
    }

    /// An operator with a numbered resource for its first operand: `/T0 9 Tf`.
    pub(crate) fn resource<const N: usize>(&mut self, (kind, number): (&str, u32), operands: [f32; N], operator: &str) {
        self.writer.raw("/").raw(kind).digits(number.into()).raw(" ");
        self.operator(operands, operator);
    }

    /// An operator with operands of other kinds, each of which ends in a space.
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

    /// Begins or goes on with an array of strings and movements.
    pub(super) fn array(&mut self, begun: &mut bool) -> &mut ObjectWriter {
        if !std::mem::replace(begun, true) {
            self.writer.raw("[");
        }
        &mut self.writer
    }

    fn end(&mut self, operator: &str) {
        self.writer.raw(operator).raw("\n");
    }

    /// The whole stream.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut bytes = self.writer.bytes;
        // The line break behind the last operator.
        bytes.pop();
        bytes
    }
}
