//! Reading what a page draws (ISO 32000-1, 7.8.2): marked-content sequences, and the text in them.

use super::error::{FilePlace, ReadError};
use super::lexer::{ByteOrigin, Lexer, Values};
use super::object::{Dictionary, LocatedDictionary, Object, shortened};
use super::pages::PageReading;
use super::paint::{Paint, Painter};
use super::text::{PaintedRun, into_reading_order};
use crate::canvas::SOFT_HYPHEN;
use crate::page::first_identifier;

/// The largest number of operands per operator, including arrays and their elements.
const MOST_OPERANDS: u64 = 100_000;

/// The greatest depth of saved graphics states; the writer nests at most 24 clips.
const DEEPEST_STATE: usize = 32;

/// A marked-content sequence: marks that are content at one place of the structure, or an artifact.
///
/// ```
/// # let bytes: Vec<u8> = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/lighthouses.rs"));
/// # let file = tagged_pdf::reader::PdfFile::open(&bytes)?;
/// let page = &file.pages()?[0];
/// let decoration = page.marks.iter().filter(|mark| mark.content.is_none());
/// assert_eq!(decoration.count(), 1, "the rule under the heading");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkedContent {
    /// Its identifier on the page; `None` for an artifact.
    pub content: Option<u32>,
    /// The type of the element whose content it is, or `Artifact`.
    pub tag: String,
    /// The text in reading order. In artifacts with several pieces of text, each is on a line of its own.
    ///
    /// The text of content is exact; in artifacts, a no-break space may be read as a space.
    pub text: String,
    /// The names of the pictures it draws.
    pub images: Vec<String>,
}

/// Reads what a page draws, in drawing order.
pub(super) fn read_content(
    content: &[u8],
    page: usize,
    reading: &mut PageReading<'_>,
) -> Result<(Vec<MarkedContent>, Vec<Paint>), ReadError> {
    let mut lexer = Lexer::new(content, 0, ByteOrigin::Content(page));
    let mut reader = ContentReader::new(page, reading);
    loop {
        lexer.space();
        if lexer.peek().is_none() {
            break;
        }
        let mut values = Values::new(MOST_OPERANDS);
        let mut operands = Vec::new();
        while lexer.peek().is_some_and(|byte| matches!(byte, b'/' | b'(' | b'<' | b'[' | b'-' | b'0'..=b'9')) {
            operands.push(lexer.object(&mut values)?);
            lexer.space();
        }
        let operator = lexer.operator();
        if operator.is_empty() {
            return Err(lexer.fault("something that is not an operator"));
        }
        reader.operation(operator, &operands)?;
    }
    reader.finish()
}

/// The state while reading a page.
struct ContentReader<'r, 'f> {
    page: usize,
    reading: &'r mut PageReading<'f>,
    marks: Vec<MarkedContent>,
    runs: Vec<PaintedRun>,
    /// The identifier of the next sequence with content.
    contents: u32,
    open: OpenContent,
    /// Whether text is being shown.
    in_text: bool,
    font: Option<&'f str>,
    saved: Vec<Option<&'f str>>,
    painter: Painter,
}

/// The open marked-content sequences: those of the page contain only spans of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OpenContent {
    Nothing,
    Mark,
    /// A span within a mark whose text was stated, or the hyphen of a divided word.
    Span,
}

impl<'r, 'f> ContentReader<'r, 'f> {
    const fn new(page: usize, reading: &'r mut PageReading<'f>) -> Self {
        let contents = first_identifier(reading.contents);
        Self {
            page,
            reading,
            marks: Vec::new(),
            runs: Vec::new(),
            contents,
            open: OpenContent::Nothing,
            in_text: false,
            font: None,
            saved: Vec::new(),
            painter: Painter::new(),
        }
    }

    fn fault(&self, what: impl Into<String>) -> ReadError {
        ReadError::not_ours(what, FilePlace::Page(self.page))
    }

    fn operation(&mut self, operator: &str, operands: &[Object]) -> Result<(), ReadError> {
        self.follow(operator, operands)?;
        self.painter.operation(operator, operands, self.marks.len().saturating_sub(1));
        Ok(())
    }

    fn follow(&mut self, operator: &str, operands: &[Object]) -> Result<(), ReadError> {
        match (operator, operands) {
            ("BDC", [Object::Name(tag), Object::Dictionary(properties)]) => self.begin(tag, properties),
            ("BMC", [Object::Name(tag)]) if **tag == *SOFT_HYPHEN && self.open == OpenContent::Mark && self.in_text => {
                self.open = OpenContent::Span;
                self.add("\u{AD}")
            }
            ("EMC", []) => self.end(),
            ("BT", []) if !self.in_text && self.open != OpenContent::Nothing => {
                self.in_text = true;
                Ok(())
            }
            ("ET", []) if self.in_text => {
                self.in_text = false;
                Ok(())
            }
            ("Tf", [Object::Name(font), size]) if size.number().is_some() => self.set_font(font),
            ("Tm", matrix) if self.in_text => self.start_run(matrix),
            ("TJ", [Object::Array(shown)]) if self.in_text => self.show(shown),
            ("Do", [Object::Name(image)]) => self.draw_image(image),
            ("q", []) if self.saved.len() < DEEPEST_STATE => {
                self.saved.push(self.font);
                Ok(())
            }
            ("Q", []) => {
                self.font = self.saved.pop().ok_or_else(|| self.fault("a graphics state that was not saved"))?;
                Ok(())
            }
            // Only content or an artifact may be painted.
            ("f" | "f*" | "F" | "S" | "s" | "B" | "B*" | "b" | "b*", []) if self.open != OpenContent::Nothing => Ok(()),
            ("m" | "l" | "c" | "v" | "y" | "h" | "re" | "n" | "W" | "W*", _) => Ok(()),
            ("cm" | "rg" | "RG" | "w" | "d" | "J" | "j" | "M" | "Ts", _) => Ok(()),
            _ => Err(self.fault(format!("an operator `{}` that is not used so", shortened(operator)))),
        }
    }

    fn begin(&mut self, tag: &str, properties: &Dictionary) -> Result<(), ReadError> {
        let entries = LocatedDictionary::new(properties, FilePlace::Page(self.page));
        match self.open {
            OpenContent::Nothing => {
                let content = entries.may("MCID", Object::integer)?;
                let expected = (tag != "Artifact").then_some(i64::from(self.contents));
                if content != expected {
                    return Err(self.fault("a sequence that is neither the next content nor an artifact"));
                }
                entries.only(if content.is_some() { &["MCID"] } else { &["Type", "Subtype"] })?;
                let content = content.is_some().then_some(self.contents);
                self.contents += u32::from(content.is_some());
                self.reading.text.take(tag.len())?;
                self.marks.push(MarkedContent { content, tag: tag.to_owned(), ..MarkedContent::default() });
                self.open = OpenContent::Mark;
            }
            OpenContent::Mark if tag == "Span" && self.in_text => {
                entries.only(&["ActualText"])?;
                let text = entries.need("ActualText", Object::text)?;
                self.add(&text)?;
                self.open = OpenContent::Span;
            }
            OpenContent::Mark | OpenContent::Span => return Err(self.fault("a sequence in another one")),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), ReadError> {
        self.open = match self.open {
            OpenContent::Span if self.in_text => OpenContent::Mark,
            OpenContent::Mark if !self.in_text => OpenContent::Nothing,
            _ => return Err(self.fault("a sequence that ends in another one")),
        };
        Ok(())
    }

    fn set_font(&mut self, name: &str) -> Result<(), ReadError> {
        let known = self.reading.maps.get_key_value(name);
        self.font = Some(*known.ok_or_else(|| self.fault("a font that is not in the file"))?.0);
        Ok(())
    }

    fn start_run(&mut self, matrix: &[Object]) -> Result<(), ReadError> {
        let numbers: Option<Vec<f64>> = matrix.iter().map(Object::number).collect();
        match numbers.as_deref() {
            Some([1.0, 0.0, 0.0, 1.0, x, y]) => {
                let mark = self.marks.len().saturating_sub(1);
                self.runs.push(PaintedRun { mark, x: *x, y: *y, text: String::new() });
                Ok(())
            }
            _ => Err(self.fault("text that is turned or has no place")),
        }
    }

    fn show(&mut self, shown: &[Object]) -> Result<(), ReadError> {
        let font = self.font.ok_or_else(|| self.fault("text without a font"))?;
        let (mut shown_text, mut steps) = (String::new(), Vec::new());
        for item in shown {
            let Object::String(codes) = item else {
                let back = item.number().ok_or_else(|| self.fault("invalid text"))?;
                steps.push(-back);
                continue;
            };
            let (codes, odd) = codes.as_chunks::<2>();
            if !odd.is_empty() {
                return Err(self.fault("half a glyph"));
            }
            let widths = self.reading.widths.get(font);
            let width = |code: &[u8; 2]| {
                let at = usize::from(u16::from_be_bytes(*code)).checked_sub(1)?;
                widths.and_then(|widths| widths.get(at)).copied()
            };
            steps.extend(codes.iter().map(|code| width(code).unwrap_or_default()));
            // The text of the span was already stated.
            if self.open == OpenContent::Span {
                continue;
            }
            let mut text = String::new();
            for code in codes {
                let map = self.reading.maps.get(font);
                let known = map.and_then(|map| map.text(u16::from_be_bytes(*code)));
                let known = known.ok_or_else(|| self.fault("a glyph without a text"))?;
                self.reading.text.take(known.len())?;
                text.push_str(known);
            }
            self.last_run()?.push_str(&text);
            shown_text.push_str(&text);
        }
        self.painter.show(shown_text, &steps, self.marks.len().saturating_sub(1));
        Ok(())
    }

    fn add(&mut self, text: &str) -> Result<(), ReadError> {
        self.reading.text.take(text.len())?;
        self.last_run()?.push_str(text);
        Ok(())
    }

    /// The text of the run being shown.
    fn last_run(&mut self) -> Result<&mut String, ReadError> {
        let mark = self.marks.len().saturating_sub(1);
        let page = FilePlace::Page(self.page);
        match self.runs.last_mut() {
            Some(run) if run.mark == mark => Ok(&mut run.text),
            _ => Err(ReadError::not_ours("text without a place", page)),
        }
    }

    fn draw_image(&mut self, name: &str) -> Result<(), ReadError> {
        if !self.reading.images.contains(name) {
            return Err(self.fault("a picture that is not in the file"));
        }
        self.reading.text.take(name.len())?;
        match self.marks.last_mut() {
            Some(mark) if self.open == OpenContent::Mark => {
                mark.images.push(name.to_owned());
                Ok(())
            }
            _ => Err(self.fault("a picture that is neither content nor an artifact")),
        }
    }

    fn finish(self) -> Result<(Vec<MarkedContent>, Vec<Paint>), ReadError> {
        if self.open != OpenContent::Nothing || self.in_text || !self.saved.is_empty() {
            return Err(self.fault("something that does not end"));
        }
        let Self { mut marks, mut runs, reading, painter, contents, .. } = self;
        reading.contents = contents;
        into_reading_order(&mut runs, reading.right_to_left);
        for run in runs {
            let Some(mark) = marks.get_mut(run.mark) else { continue };
            if mark.content.is_none() && !mark.text.is_empty() {
                mark.text.push('\n');
            }
            mark.text.push_str(&run.text);
        }
        Ok((marks, painter.painted))
    }
}
