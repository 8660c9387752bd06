//! Guarantees of the text engine, tested on real paragraphs and on arbitrary text.

mod lines;
mod properties;
mod rules;
mod runs;

use briefing_model::{Colour, Direction, Language};

use super::*;

/// A book and a cache, as needed by every test.
pub(super) struct Bench {
    pub(super) book: FontBook,
    pub(super) cache: ShapeCache,
}

impl Bench {
    pub(super) fn new() -> Self {
        Self { book: FontBook::builtin(), cache: ShapeCache::new() }
    }

    pub(super) fn set(&mut self, spec: &ParagraphSpec<'_>, width: f32) -> Paragraph {
        break_paragraph(&self.book, &mut self.cache, spec, width)
    }
}

/// The lines according to their runs, with added hyphens shown as "-".
pub(super) fn shown(paragraph: &Paragraph) -> String {
    let mut out = String::new();
    for line in &paragraph.lines {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let text = text.trim_end_matches(['\n', ' ']);
        let text = if line.end == LineEnd::Hyphen { text.replace('\u{AD}', "-") } else { text.to_owned() };
        out.push_str(&format!("{text}\n"));
    }
    out
}

/// The text of all runs, in order.
pub(super) fn spoken(paragraph: &Paragraph) -> String {
    let mut all = String::new();
    for line in &paragraph.lines {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        match line.end {
            LineEnd::Hyphen => all.push_str(text.strip_suffix('\u{AD}').expect("an added hyphen ends its line")),
            _ => all.push_str(&text),
        }
    }
    all
}
