//! Whether the glyphs of a file's fonts are drawn like those of the typefaces: a figure that looks like another is a forgery.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use tagged_pdf::reader::{PdfFile, ReadError};

use super::difference::Difference;

/// The ways in which a face draws a text.
type DrawnWays = BTreeMap<(String, String), BTreeSet<String>>;

/// The glyphs that are drawn neither as in the file made again nor as in the face itself.
pub(super) fn compare(file: &PdfFile<'_>, expected: &PdfFile<'_>) -> Result<Vec<Difference>, ReadError> {
    let (is, was) = (drawn(file)?, drawn(expected)?);
    let mut found = Vec::new();
    for ((face, text), outlines) in &is {
        let ours = was.get(&(face.clone(), text.clone()));
        let is_known = |outline: &String| {
            ours.is_some_and(|ours| ours.contains(outline)) || nominal(face, text).as_ref() == Some(outline)
        };
        if !outlines.iter().all(is_known) {
            // Another version may shape letters differently; but it must not change a glyph that this one set too, or that the
            // face has.
            let known = ours.is_some() || nominal(face, text).is_some();
            found.push(Difference::Glyph { face: face.clone(), text: super::compare::short(text), known });
        }
    }
    Ok(found)
}

fn drawn(file: &PdfFile<'_>) -> Result<DrawnWays, ReadError> {
    let mut drawn = DrawnWays::new();
    for font in file.fonts()? {
        let program = PdfFile::font_program(&font)?;
        let face = font.base_name.split_once('+').map_or(font.base_name.as_str(), |(_, face)| face).to_owned();
        for (glyph, text) in (1_u32..).zip(&font.texts) {
            let outline = FontRef::new(&program).ok().and_then(|font| outline(&font, GlyphId::new(glyph)));
            drawn.entry((face.clone(), text.to_string())).or_default().insert(outline.unwrap_or_default());
        }
    }
    Ok(drawn)
}

/// How a face of the program draws a single character.
fn nominal(face: &str, text: &str) -> Option<String> {
    let mut characters = text.chars();
    let (character, None) = (characters.next()?, characters.next()) else { return None };
    let face = briefing_fonts::faces().iter().find(|known| known.name == face)?;
    let font = FontRef::new(face.data).ok()?;
    outline(&font, font.charmap().map(character)?)
}

/// The outline of a glyph and its width, in the font's own units.
fn outline(font: &FontRef<'_>, glyph: GlyphId) -> Option<String> {
    let mut pen = OutlineWriter(String::new());
    font.outline_glyphs()
        .get(glyph)?
        .draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen)
        .ok()?;
    let width = font.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(glyph)?;
    pen.0.push_str(&format!("w{width}"));
    Some(pen.0)
}

/// Writes an outline as text.
struct OutlineWriter(String);

impl OutlineWriter {
    fn step(&mut self, kind: char, points: &[f32]) {
        self.0.push(kind);
        points.iter().for_each(|point| self.0.push_str(&format!("{point} ")));
    }
}

impl OutlinePen for OutlineWriter {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', &[x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', &[x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.step('q', &[cx, cy, x, y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step('c', &[ax, ay, bx, by, x, y]);
    }

    fn close(&mut self) {
        self.0.push('z');
    }
}
