//! A cache of cut paragraphs, which are cut again when they are measured, set in another width, or used in another month.
//!
//! Cutting takes most of the time of setting a text, and does not depend on the width. The cache affects only speed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::atoms::{self, Atoms};
use super::chars;
use super::font::FontBook;
use super::shape::{ShapeCache, mix_text};
use super::source::{FaceStyle, ParagraphText};
use super::style::Align;

/// The number of atoms after which the cache is emptied: about three megabytes, the paragraphs of several months.
const MOST_ATOMS: usize = 40_000;

/// Left-to-right texts of up to this many bytes are faster to cut than to look up: words in a table, names and figures.
const SOON_CUT: usize = 16;

/// Paragraphs by the hash of their text; of two with the same hash, the later.
#[derive(Default)]
pub(super) struct CutCache {
    cuts: BTreeMap<u64, Cut>,
    atoms: usize,
}

/// A cut paragraph, with everything the cut depends on.
struct Cut {
    text: String,
    /// The start of each span, and its style.
    spans: Vec<(usize, usize)>,
    styles: Vec<FaceStyle>,
    base: u8,
    justify: bool,
    atoms: Arc<Atoms>,
}

impl Cut {
    fn is_of(&self, source: &ParagraphText<'_>, justify: bool) -> bool {
        self.text == *source.text
            && (self.base, self.justify) == (source.base, justify)
            && self.styles == source.styles
            && self.spans.iter().copied().eq(source.spans.iter().map(|span| (span.start, span.style)))
    }
}

impl CutCache {
    pub(super) fn clear(&mut self) {
        self.cuts.clear();
        self.atoms = 0;
    }
}

/// Cuts a paragraph, unless it is in the cache. The tags of its missing characters are those of the first time.
pub(super) fn cut(book: &FontBook, cache: &mut ShapeCache, source: &ParagraphText<'_>, align: Align) -> Arc<Atoms> {
    if source.text.len() <= SOON_CUT && source.base == 0 {
        return cut_now(book, cache, source, align);
    }
    // Only Chinese lines stretch between letters.
    let justify = align == Align::Justify && source.text.chars().any(chars::is_wide);
    let hash = mix_text(u64::from(source.base) << 1 | u64::from(justify), &source.text);
    if let Some(known) = cache.cuts.cuts.get(&hash).filter(|known| known.is_of(source, justify)) {
        return Arc::clone(&known.atoms);
    }
    let atoms = Arc::new(Atoms::clone(&cut_now(book, cache, source, align)));
    if cache.cuts.atoms > MOST_ATOMS {
        cache.cuts.clear();
    }
    cache.cuts.atoms += atoms.atoms.len();
    let spans = source.spans.iter().map(|span| (span.start, span.style)).collect();
    let (text, styles) = (source.text.clone().into_owned(), source.styles.clone());
    let cut = Cut { text, spans, styles, base: source.base, justify, atoms: Arc::clone(&atoms) };
    if let Some(earlier) = cache.cuts.cuts.insert(hash, cut) {
        cache.cuts.atoms -= earlier.atoms.atoms.len();
    }
    atoms
}

/// Cuts a paragraph, reusing the vectors of the previous one unless they are still in use.
fn cut_now(book: &FontBook, cache: &mut ShapeCache, source: &ParagraphText<'_>, align: Align) -> Arc<Atoms> {
    let mut atoms = cache.scratch.atoms.take().unwrap_or_default();
    atoms::cut(book, cache, source, align, Arc::make_mut(&mut atoms));
    cache.scratch.atoms = Some(Arc::clone(&atoms));
    atoms
}
