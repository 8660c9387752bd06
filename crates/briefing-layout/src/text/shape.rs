//! Shaping words into glyphs, each word only once.
//!
//! Words are shaped in font units and cached by text, face and features, so that a repeated word costs one look-up at any size. The cache
//! affects only speed.

use std::ops::Range;

use briefing_model::Language;
use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, Language as ShaperLanguage, Script, ShapeOptions, ShapePlan,
    ShaperFont, Tag,
};

use super::chars::{is_arabic, is_invisible, is_joiner};
use super::font::{FaceId, FontBook};
use super::hyphen::Division;
use super::style::Figures;

/// What determines, together with its text, how a word is shaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShapeKey {
    pub(super) face: FaceId,
    pub(super) figures: Figures,
    pub(super) lang: Language,
    pub(super) ligatures: bool,
    pub(super) rtl: bool,
    /// The letters before and after the word to which an Arabic letter may join.
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

/// A glyph of a shaped word, in font units.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShapedGlyph {
    pub(super) id: u16,
    /// The start of its cluster in the word.
    pub(super) cluster: u32,
    /// The characters it draws; empty if another glyph of its cluster has them.
    pub(super) text: (u32, u32),
    pub(super) advance: i32,
    pub(super) dx: i32,
    pub(super) dy: i32,
    /// Whether the word can be cut before this cluster without reshaping the parts.
    pub(super) cuts: bool,
}

/// A word in the cache. Valid until the cache is emptied, which happens only between paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordId(u32);

/// The width of a word or a part of one: in font units, with the number of letters that take tracking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Advance {
    pub(super) units: i32,
    pub(super) letters: u32,
}

/// A place where a word can be divided, and the widths of the two parts when shaped separately.
#[derive(Debug, Clone, Copy)]
pub(super) struct Divided {
    pub(super) at: u32,
    pub(super) kind: Division,
    pub(super) before: Advance,
    pub(super) after: Advance,
}

struct ShapedWord {
    hash: u64,
    key: ShapeKey,
    text: Range<usize>,
    glyphs: Range<usize>,
    advance: Advance,
    /// The places where the word's language divides it; `None` until requested.
    divisions: Option<Range<usize>>,
}

/// Shaped words, kept from paragraph to paragraph.
///
/// Each thread that lays out documents has its own. It grows to a few megabytes, then starts afresh.
///
/// ```
/// use briefing_layout::text::{FontBook, ParagraphSpec, ShapeCache, Span, TextStyle, break_paragraph};
///
/// let (book, mut cache) = (FontBook::builtin(), ShapeCache::new());
/// let style = TextStyle::default();
/// let spans = [Span { text: "again and again", style: &style, tag: 0 }];
/// let first = break_paragraph(&book, &mut cache, &ParagraphSpec::new(&spans), 200.0);
/// let second = break_paragraph(&book, &mut cache, &ParagraphSpec::new(&spans), 200.0);
/// assert_eq!(first, second);
/// ```
#[derive(Default)]
pub struct ShapeCache {
    /// The book with which the words were shaped; another book empties the cache.
    book: usize,
    slots: Vec<u32>,
    entries: Vec<ShapedWord>,
    texts: String,
    glyphs: Vec<ShapedGlyph>,
    divisions: Vec<Divided>,
    plans: Vec<(ShapeKey, Option<Script>, Vec<Feature>, ShapePlan)>,
    buffer: Buffer,
    pub(super) cuts: super::cuts::CutCache,
    pub(super) scratch: super::Scratch,
}

impl std::fmt::Debug for ShapeCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ShapeCache({} words)", self.entries.len())
    }
}

/// The number of glyphs after which the cache is emptied: about six megabytes.
const MOST_GLYPHS: usize = 150_000;

impl ShapeCache {
    /// Creates an empty cache.
    ///
    /// ```
    /// use briefing_layout::text::ShapeCache;
    ///
    /// assert_eq!(format!("{:?}", ShapeCache::new()), "ShapeCache(0 words)");
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Prepares for a paragraph: drops the words if they are from another book, or too many.
    pub(super) fn begin(&mut self, book: &FontBook) {
        let identity = book.identity();
        if self.book != identity || self.glyphs.len() > MOST_GLYPHS {
            self.book = identity;
            self.slots.clear();
            self.entries.clear();
            self.texts.clear();
            self.glyphs.clear();
            self.divisions.clear();
            self.plans.clear();
            self.cuts.clear();
        }
    }

    /// The word's glyphs, from left to right.
    pub(super) fn glyphs(&self, word: WordId) -> &[ShapedGlyph] {
        let range = self.entries.get(word.0 as usize).map_or(0..0, |entry| entry.glyphs.clone());
        self.glyphs.get(range).unwrap_or_default()
    }

    pub(super) fn advance(&self, word: WordId) -> Advance {
        self.entries.get(word.0 as usize).map_or_else(Advance::default, |entry| entry.advance)
    }

    /// Finds a word, or shapes it.
    pub(super) fn word(&mut self, book: &FontBook, key: ShapeKey, text: &str) -> WordId {
        let hash = hash(&key, text);
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = hash as usize & mask;
        loop {
            let slot = self.slots.get(place).copied().unwrap_or(EMPTY);
            if slot == EMPTY {
                break;
            }
            if let Some(entry) = self.entries.get(slot as usize)
                && entry.hash == hash
                && entry.key == key
                && self.texts.get(entry.text.clone()) == Some(text)
            {
                return WordId(slot);
            }
            place = (place + 1) & mask;
        }
        let id = self.entries.len() as u32;
        let entry = self.shape(book, hash, key, text);
        self.entries.push(entry);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = id;
        }
        WordId(id)
    }

    /// The width of the first part of a word if it were cut at a byte without reshaping.
    pub(super) fn rough_cut(&self, word: WordId, at: u32) -> Advance {
        let mut before = Advance::default();
        for glyph in self.glyphs(word).iter().filter(|glyph| glyph.cluster < at) {
            before.units += glyph.advance;
            before.letters += u32::from(glyph.text.0 != glyph.text.1);
        }
        before
    }

    /// The widths of the parts of a word when it is cut at a byte and each part is shaped separately.
    pub(super) fn cut(&mut self, book: &FontBook, word: WordId, at: u32) -> (Advance, Advance) {
        let whole = self.advance(word);
        let before = self.rough_cut(word, at);
        let rest = Advance { units: whole.units - before.units, letters: whole.letters.saturating_sub(before.letters) };
        if self.glyphs(word).iter().any(|glyph| glyph.cluster == at && glyph.cuts) {
            return (before, rest);
        }
        let Some((key, text)) = self.entries.get(word.0 as usize).map(|entry| (entry.key, entry.text.clone())) else {
            return (before, rest);
        };
        // An owned copy, because shaping the parts adds to the texts.
        let Some(text) = self.texts.get(text).map(str::to_owned) else {
            return (before, rest);
        };
        let Some((left, right)) = text.split_at_checked(at as usize) else {
            return (before, rest);
        };
        // Arabic letters join across the cut.
        let joins = |c: &char| key.rtl && is_arabic(*c) && c.is_alphabetic();
        let (before_right, after_left) = (left.chars().next_back().filter(joins), right.chars().next().filter(joins));
        let left = self.word(book, ShapeKey { after: after_left, ..key }, left);
        let right = self.word(book, ShapeKey { before: before_right, ..key }, right);
        (self.advance(left), self.advance(right))
    }

    /// The places where the word's language divides it.
    pub(super) fn divisions(&mut self, book: &FontBook, word: WordId) -> &[Divided] {
        let Some(entry) = self.entries.get(word.0 as usize) else {
            return &[];
        };
        let range = if let Some(range) = &entry.divisions {
            range.clone()
        } else {
            let (text, lang) = (entry.text.clone(), entry.key.lang);
            let text = self.texts.get(text).unwrap_or_default().to_owned();
            let mut found = Vec::new();
            super::hyphen::divide(&text, lang, |at, kind| {
                found.push((at as u32, kind));
            });
            let start = self.divisions.len();
            for (at, kind) in found {
                let (before, after) = self.cut(book, word, at);
                self.divisions.push(Divided { at, kind, before, after });
            }
            let range = start..self.divisions.len();
            if let Some(entry) = self.entries.get_mut(word.0 as usize) {
                entry.divisions = Some(range.clone());
            }
            range
        };
        self.divisions.get(range).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots.clear();
        self.slots.resize(size, EMPTY);
        for (id, entry) in self.entries.iter().enumerate() {
            let mut place = entry.hash as usize & (size - 1);
            while self.slots.get(place).is_some_and(|&slot| slot != EMPTY) {
                place = (place + 1) & (size - 1);
            }
            if let Some(slot) = self.slots.get_mut(place) {
                *slot = id as u32;
            }
        }
    }

    fn shape(&mut self, book: &FontBook, hash: u64, key: ShapeKey, text: &str) -> ShapedWord {
        let start = self.glyphs.len();
        let advance = self.fill_glyphs(book, &key, text);
        let text_start = self.texts.len();
        self.texts.push_str(text);
        ShapedWord {
            hash,
            key,
            text: text_start..self.texts.len(),
            glyphs: start..self.glyphs.len(),
            advance,
            divisions: None,
        }
    }

    /// Shapes a text and appends its glyphs; appends nothing if the face cannot be opened.
    fn fill_glyphs(&mut self, book: &FontBook, key: &ShapeKey, text: &str) -> Advance {
        let Some(face) = book.open(key.face) else {
            return Advance::default();
        };
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        buffer.push_str(text);
        if let Some(before) = key.before {
            buffer.set_pre_context(before.encode_utf8(&mut [0; 4]));
        }
        if let Some(after) = key.after {
            buffer.set_post_context(after.encode_utf8(&mut [0; 4]));
        }
        buffer.set_direction(if key.rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.set_language(ShaperLanguage::new(key.lang.code()));
        buffer.guess_segment_properties();
        let script = buffer.script();

        // Plans do not depend on the surrounding text.
        let plan_key = ShapeKey { before: None, after: None, ..*key };
        let known = self.plans.iter().position(|(key, of, ..)| *key == plan_key && *of == script);
        let known = known.unwrap_or_else(|| {
            let features = features(key);
            let plan = ShapePlan::new(&face.font, buffer.direction(), script, buffer.language(), &features);
            self.plans.push((plan_key, script, features, plan));
            self.plans.len() - 1
        });
        let Some((.., features, plan)) = self.plans.get(known) else { return Advance::default() };
        let font = ShaperFont::new(&face.font);
        if harfrust::shape(&font, buffer, ShapeOptions::new().plan(Some(plan)).features(features)).is_err() {
            return Advance::default();
        }
        self.take_glyphs(text, key.rtl)
    }

    /// Copies the shaped glyphs from the buffer, and assigns to each the characters it draws.
    fn take_glyphs(&mut self, text: &str, rtl: bool) -> Advance {
        let start = self.glyphs.len();
        let mut advance = Advance::default();
        for (info, position) in self.buffer.glyph_infos().iter().zip(self.buffer.glyph_positions()) {
            advance.units += position.x_advance;
            self.glyphs.push(ShapedGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                cluster: info.cluster,
                text: (info.cluster, info.cluster),
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                cuts: !info.unsafe_to_break(),
            });
        }
        // From the end of the text to its start: a cluster extends to the next one. Of a cluster's glyphs, the first in reading order gets
        // the characters.
        let glyphs = self.glyphs.get_mut(start..).unwrap_or_default();
        let mut end = text.len() as u32;
        let mut next_cluster = end;
        let mut give = |glyph: &mut ShapedGlyph, first: bool| {
            if glyph.cluster != next_cluster {
                end = next_cluster;
                next_cluster = glyph.cluster;
            }
            if first {
                let drawn = text.get(glyph.cluster as usize..end as usize).unwrap_or_default();
                // Joiners are part of the spelling of a word, and stay with the letter to which shaping assigned them.
                let dropped = |c| is_invisible(c) && !is_joiner(c);
                let visible = drawn.trim_start_matches(dropped);
                let first = glyph.cluster + (drawn.len() - visible.len()) as u32;
                let length = visible.trim_end_matches(dropped).len() as u32;
                glyph.text = (first, first + length);
                advance.letters += u32::from(length > 0);
            }
        };
        let count = glyphs.len();
        for step in 0..count {
            let (place, earlier) =
                if rtl { (step, step + 1) } else { (count - 1 - step, (count - 1 - step).wrapping_sub(1)) };
            let earlier = glyphs.get(earlier).map(|glyph| glyph.cluster);
            if let Some(glyph) = glyphs.get_mut(place) {
                give(glyph, earlier != Some(glyph.cluster));
            }
        }
        advance
    }
}

const EMPTY: u32 = u32::MAX;

fn features(key: &ShapeKey) -> Vec<Feature> {
    let on = |tag: &[u8; 4], value| Feature::new(Tag::new(tag), value, ..);
    let mut features = vec![on(b"lnum", 1)];
    features.push(match key.figures {
        Figures::Tabular => on(b"tnum", 1),
        Figures::Proportional => on(b"pnum", 1),
    });
    if !key.ligatures {
        features.extend([on(b"liga", 0), on(b"clig", 0)]);
    }
    features
}

/// A fast hash. No ordering depends on it.
fn hash(key: &ShapeKey, text: &str) -> u64 {
    let flags = u64::from(key.rtl) | u64::from(key.ligatures) << 1 | (key.figures as u64) << 2 | (key.lang as u64) << 3;
    let hash = mix(0, u64::from(key.face.0) << 8 | flags);
    mix_text(
        mix(hash, u64::from(key.before.map_or(0, u32::from)) << 32 | u64::from(key.after.map_or(0, u32::from))),
        text,
    )
}

/// The hash of a text, combined with what precedes it.
pub(super) fn mix_text(mut hash: u64, text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for word in words {
        hash = mix(hash, u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    hash = mix(mix(hash, u64::from_le_bytes(last)), text.len() as u64);
    hash ^ hash >> 29
}

const fn mix(hash: u64, word: u64) -> u64 {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    (hash.rotate_left(5) ^ word).wrapping_mul(SEED)
}
