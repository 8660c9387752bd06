//! Paragraphs that were cut, kept for the next time that they are set: measured first, in another width, in another month.
//!
//! Cutting is most of what setting a text costs, and does not depend on the width. Nothing but speed depends on what is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::atoms::{self, Atoms};
use super::chars;
use super::font::FontBook;
use super::shape::{ShapeCache, mix_text};
use super::source::{FaceStyle, ParagraphText};
use super::style::Align;

/// Atoms kept at most before all start anew: about three megabytes, the paragraphs of some months.
const MOST_ATOMS: usize = 40_000;

/// Texts of so many bytes are cut again sooner than found, if they run one way: words in a table, names and figures.
const SOON_CUT: usize = 16;

/// Paragraphs by the hash of their text; of two with one hash, the later.
#[derive(Default)]
pub(super) struct CutCache {
    cuts: BTreeMap<u64, Cut>,
    atoms: usize,
}

/// A paragraph as it was cut, and all that this depends on.
struct Cut {
    text: String,
    /// Where each span begins, and its style.
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

/// Cuts a paragraph, unless that was done. The tags of its missing characters are those of the first time.
pub(super) fn cut(book: &FontBook, cache: &mut ShapeCache, source: &ParagraphText<'_>, align: Align) -> Arc<Atoms> {
    if source.text.len() <= SOON_CUT && source.base == 0 {
        return cut_now(book, cache, source, align);
    }
    // Only Chinese lines stretch between their letters.
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

/// Cuts a paragraph into the vectors of the one before, unless those are still in use.
fn cut_now(book: &FontBook, cache: &mut ShapeCache, source: &ParagraphText<'_>, align: Align) -> Arc<Atoms> {
    let mut atoms = cache.scratch.atoms.take().unwrap_or_default();
    atoms::cut(book, cache, source, align, Arc::make_mut(&mut atoms));
    cache.scratch.atoms = Some(Arc::clone(&atoms));
    atoms
}
