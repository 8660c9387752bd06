//! Just enough typesetting for examples and tests: one glyph for each character, lines broken at
//! spaces. A real program brings a shaper.

use skrifa::instance::{LocationRef, Size as FontSize};
use skrifa::{FontRef, MetadataProvider};
use tagged_pdf::{Canvas, Color, FontId, Glyph, GlyphRun, Point};

/// A font and where it is in the document.
#[derive(Clone, Copy)]
pub(crate) struct Typeface {
    pub(crate) id: FontId,
    pub(crate) data: &'static [u8],
}

/// A line of text with the positions of its glyphs.
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) width: f32,
}

impl Typeface {
    /// Sets a text on one line, from left to right.
    pub(crate) fn line(&self, text: &str, size: f32) -> Line {
        let Ok(face) = FontRef::new(self.data) else {
            return Line { text: String::new(), glyphs: Vec::new(), width: 0.0 };
        };
        let (charmap, metrics) = (face.charmap(), face.glyph_metrics(FontSize::new(size), LocationRef::default()));
        let mut x = 0.0;
        let mut glyphs = Vec::new();
        for (start, character) in text.char_indices() {
            // A soft hyphen is drawn at the end of a line as a hyphen.
            let drawn = if character == '\u{AD}' { '-' } else { character };
            let glyph = charmap.map(drawn).unwrap_or_default();
            let id = u16::try_from(glyph.to_u32()).unwrap_or_default();
            glyphs.push(Glyph { id, x, y: 0.0, text: start..start + character.len_utf8() });
            x += metrics.advance_width(glyph).unwrap_or_default();
        }
        Line { text: text.into(), glyphs, width: x }
    }

    /// Breaks a text into lines of at most that width; each keeps the space at its end.
    pub(crate) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut current = String::new();
        for word in text.split_inclusive(' ') {
            if !current.is_empty() && self.line(&format!("{current}{word}"), size).width > width {
                lines.push(self.line(&current, size));
                current.clear();
            }
            current.push_str(word);
        }
        lines.push(self.line(&current, size));
        lines
    }

    /// Draws a line.
    pub(crate) fn draw(&self, canvas: &mut Canvas<'_>, line: &Line, size: f32, x: f32, y: f32) {
        self.draw_in(canvas, line, size, x, y, Color::BLACK);
    }

    /// Draws a line in a colour.
    pub(crate) fn draw_in(&self, canvas: &mut Canvas<'_>, line: &Line, size: f32, x: f32, y: f32, color: Color) {
        let (glyphs, text) = (line.glyphs.as_slice(), line.text.as_str());
        canvas.glyphs(&GlyphRun { font: self.id, size, color, origin: Point::new(x, y), glyphs, text });
    }
}
