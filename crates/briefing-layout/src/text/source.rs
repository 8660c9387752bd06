//! The concatenated text of a paragraph, its styles, and the face of each character.

use std::borrow::Cow;
use std::ops::Range;

use briefing_model::{Colour, Direction, Language};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_bidi::{BidiInfo, Level};

use super::chars::{self, Space};
use super::font::{FaceId, FontBook, Stack};
use super::shape::{Advance, ShapeKey};
use super::style::{Figures, ParagraphSpec, TextStyle};

/// The concatenated text of a paragraph, and the style of each part.
pub(super) struct ParagraphText<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) spans: Vec<SourceSpan>,
    pub(super) styles: Vec<FaceStyle>,
    /// The level of the base direction: 0 or 1.
    pub(super) base: u8,
}

/// Vectors reused from paragraph to paragraph.
#[derive(Default)]
pub(super) struct SourceScratch {
    spans: Vec<SourceSpan>,
    styles: Vec<FaceStyle>,
}

/// One span of the paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct SourceSpan {
    pub(super) start: usize,
    pub(super) style: usize,
    pub(super) colour: Colour,
    pub(super) tag: u32,
}

/// A style without its colour, with the faces it resolves to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FaceStyle {
    pub(super) size: f64,
    pub(super) tracking: f64,
    pub(super) raise: f32,
    figures: Figures,
    pub(super) lang: Language,
    /// The language that determines its direction.
    passage: Language,
    pub(super) stack: Stack,
    /// Whether printable ASCII can be taken from the Latin face without a look-up.
    ascii: bool,
}

impl<'a> ParagraphText<'a> {
    /// The text of a paragraph, reusing the vectors of an earlier one.
    pub(super) fn new(book: &FontBook, spec: &ParagraphSpec<'a>, scratch: SourceScratch) -> Self {
        let SourceScratch { mut spans, mut styles } = scratch;
        spans.clear();
        styles.clear();
        let base = u8::from(spec.direction == Direction::RightToLeft);
        // The usual case of cells and labels.
        if let [only] = spec.spans {
            spans.push(SourceSpan { start: 0, style: 0, colour: only.style.colour, tag: only.tag });
            styles.push(FaceStyle::new(book, only.style));
            return Self { text: Cow::Borrowed(only.text), spans, styles, base };
        }
        let text = Cow::Owned(spec.spans.iter().map(|span| span.text).collect());
        let mut seen: Vec<&TextStyle> = Vec::new();
        let mut start = 0;
        for span in spec.spans {
            let known = seen.iter().position(|style| alike(style, span.style));
            let style = known.unwrap_or_else(|| {
                seen.push(span.style);
                styles.push(FaceStyle::new(book, span.style));
                styles.len() - 1
            });
            spans.push(SourceSpan { start, style, colour: span.style.colour, tag: span.tag });
            start += span.text.len();
        }
        Self { text, spans, styles, base }
    }

    /// Returns the vectors for the next paragraph.
    pub(super) fn into_scratch(self) -> SourceScratch {
        SourceScratch { spans: self.spans, styles: self.styles }
    }

    pub(super) fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The width of the blank half of an opening mark at the start of Chinese text, which a line leaves outside.
    pub(super) fn blank_at_start(&self, style: u16, level: u8, range: Range<u32>) -> f64 {
        let first = self.slice(range.start, range.end).chars().next();
        self.half(style, level, first.is_some_and(chars::is_wide_opening))
    }

    /// The width of the blank half of a closing mark at the end of Chinese text.
    pub(super) fn blank_at_end(&self, style: u16, level: u8, range: Range<u32>) -> f64 {
        let last = self.slice(range.start, range.end).chars().next_back();
        self.half(style, level, last.is_some_and(chars::is_wide_closing))
    }

    fn half(&self, style: u16, level: u8, is_mark: bool) -> f64 {
        // In reversed text, or text within it, the mark may be anywhere in the line.
        let has_half = is_mark && level == 0;
        let style = self.styles.get(usize::from(style)).filter(|style| has_half && style.lang == Language::Zh);
        style.map_or(0.0, |style| style.size / 2.0)
    }

    /// The span that contains a byte of the text; of empty spans at one place, the last.
    pub(super) fn span_at(&self, at: usize) -> usize {
        self.spans.partition_point(|span| span.start <= at).saturating_sub(1)
    }

    pub(super) fn span_range(&self, span: usize) -> Range<usize> {
        let start = |span: usize| self.spans.get(span).map_or(self.text.len(), |span| span.start);
        start(span)..start(span + 1)
    }

    /// The width of a shaped word or part in its atom's style.
    pub(super) fn width(&self, book: &FontBook, style: u16, face: FaceId, advance: Advance) -> f64 {
        let Some(style) = self.styles.get(usize::from(style)) else {
            return 0.0;
        };
        let upm = book.open(face).map_or(1000, |open| open.metrics.units_per_em).max(1);
        f64::from(advance.units) * style.size / f64::from(upm) + f64::from(advance.letters) * style.tracking_on(face)
    }

    /// What determines the shape of a word or part of one. Arabic letters take the form that joins them to those around, even if a style
    /// or, in an emergency, a line ends between them.
    pub(super) fn shape_key(&self, style: u16, face: FaceId, level: u8, range: Range<u32>) -> Option<ShapeKey> {
        let style = self.styles.get(usize::from(style))?;
        let arabic = style.is_arabic(face);
        let joins = |c: &char| arabic && chars::is_arabic(*c) && c.is_alphabetic();
        let before = || self.text.get(..range.start as usize)?.chars().next_back();
        let after = || self.text.get(range.end as usize..)?.chars().next();
        Some(ShapeKey {
            face,
            figures: style.figures,
            lang: style.lang,
            ligatures: style.tracking == 0.0 || arabic,
            rtl: level % 2 == 1,
            before: before().filter(joins),
            after: after().filter(joins),
        })
    }
}

/// Whether two styles are the same except for colour.
fn alike(a: &TextStyle, b: &TextStyle) -> bool {
    std::ptr::eq(a, b) || TextStyle { colour: b.colour, ..a.clone() } == *b
}

/// A length that is safe for arithmetic: finite, and within what a page could ever have.
pub(super) fn sane(length: f32, least: f64, most: f64) -> f64 {
    let length = f64::from(length);
    if length.is_nan() { least.max(0.0).min(most) } else { length.clamp(least, most) }
}

impl FaceStyle {
    fn new(book: &FontBook, style: &TextStyle) -> Self {
        let stack = book.stack(style);
        Self {
            size: sane(style.size, 0.0, 10_000.0),
            tracking: sane(style.tracking, -1000.0, 1000.0),
            raise: sane(style.raise, -10_000.0, 10_000.0) as f32,
            figures: style.figures,
            lang: style.lang,
            passage: style.within.unwrap_or(style.lang),
            stack,
            ascii: stack.latin.and_then(|face| book.open(face)).is_some_and(|open| open.ascii),
        }
    }

    fn is_arabic(&self, face: FaceId) -> bool {
        self.stack.arabic == Some(face)
    }

    /// The tracking of letters in a face: zero for Arabic, whose letters join.
    pub(super) fn tracking_on(&self, face: FaceId) -> f64 {
        if self.is_arabic(face) { 0.0 } else { self.tracking }
    }

    /// The face of a character, given that of the previous character.
    pub(super) fn face(&self, book: &FontBook, c: char, previous: Option<FaceId>) -> Option<FaceId> {
        let Stack { latin, arabic, chinese, .. } = self.stack;
        if c.is_ascii() && self.ascii && (c.is_ascii_alphanumeric() || previous.is_none() || previous == latin) {
            return latin;
        }
        let covers = |face: &FaceId| book.covers(*face, c);
        let draws_nothing = chars::is_invisible(c) || Space::of(c).is_some();
        if let Some(face) = previous
            && (chars::is_invisible(c) || (draws_nothing || chars::is_mark(c)) && book.covers(face, c))
        {
            return previous;
        }
        let wanted = if chars::is_arabic(c) {
            arabic
        } else if chars::is_wide(c) || self.lang == Language::Zh && chars::is_wide_in_chinese(c) {
            chinese
        } else if self.lang == Language::Ar && !c.is_alphanumeric() && (previous.is_none() || previous == arabic) {
            // Marks used in both scripts take the face of the Arabic around them.
            arabic.filter(covers).or(latin)
        } else {
            latin
        };
        wanted.filter(covers).or_else(|| if draws_nothing { previous.or(latin) } else { book.find(&self.stack, c) })
    }
}

impl FaceStyle {
    /// A face that has a letter and all marks on it, if there is one: separately or composed (NFC), which is how shaping then draws them.
    /// If taken from two faces, a mark would be next to its letter.
    pub(super) fn cluster_face(&self, book: &FontBook, cluster: &str, of_letter: Option<FaceId>) -> Option<FaceId> {
        let mut wanted = ComposingNormalizerBorrowed::new_nfc().normalize(cluster).into_owned();
        // A letter with a variation selector is shaped as written.
        if cluster.chars().any(chars::is_variation_selector) {
            wanted.push_str(cluster);
        }
        // A mark that decomposes into others (U+0344) is only decomposed if those have glyphs of their own, whatever NFC composes of them
        // and the letter.
        let mut buffer = [0; 4];
        for mark in cluster.chars().filter(|c| chars::is_mark(*c)) {
            let mark = mark.encode_utf8(&mut buffer);
            let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(mark);
            if *parts != *mark {
                wanted.push_str(&parts);
            }
        }
        let has_all = |face: FaceId| wanted.chars().all(|c| chars::is_invisible(c) || book.covers(face, c));
        let own = [of_letter, self.stack.latin, self.stack.arabic, self.stack.chinese];
        own.into_iter().flatten().find(|face| has_all(*face)).or_else(|| book.find_all(&self.stack, &wanted))
    }
}

/// The bidirectional level of every byte; empty if all text runs from left to right.
pub(super) fn levels(source: &ParagraphText<'_>) -> Vec<Level> {
    if source.base == 0 && (source.text.is_ascii() || !source.text.chars().any(chars::is_directional)) {
        return Vec::new();
    }
    let base = if source.base == 1 { Level::rtl() } else { Level::ltr() };
    // Computes the levels with characters inserted that isolate passages and attach signs to their words, then removes the levels of those
    // characters.
    let open = if source.base == 1 { LEFT_TO_RIGHT_ISOLATE } else { RIGHT_TO_LEFT_ISOLATE };
    let mut marks: Vec<(usize, u8, char)> =
        signs_of_words(&source.text).map(|at| (at, 0, LEFT_TO_RIGHT_MARK)).collect();
    let mut isolated = turned_passages(source);
    for Range { start, end } in &isolated {
        marks.extend([(*start, 2, open), (*end, 1, END_OF_ISOLATE)]);
    }
    for figures in signed_figures(&source.text) {
        marks.extend([(figures.start, 3, LEFT_TO_RIGHT_ISOLATE), (figures.end, 1, END_OF_ISOLATE)]);
        isolated.push(figures);
    }
    if source.base == 1 {
        for joined in joined_figures(&source.text) {
            let (Joined::Range(place) | Joined::Code(place)) = &joined;
            if isolated.iter().any(|other| place.start < other.end && other.start < place.end) {
                continue;
            }
            match joined {
                Joined::Range(Range { start, end }) => {
                    marks.extend([start, end].map(|at| (at, 0, RIGHT_TO_LEFT_MARK)));
                }
                Joined::Code(Range { start, end }) => {
                    marks.extend([(start, 3, LEFT_TO_RIGHT_ISOLATE), (end, 1, END_OF_ISOLATE)]);
                }
            }
        }
    }
    if marks.is_empty() {
        return BidiInfo::new(&source.text, Some(base)).levels;
    }
    marks.sort_unstable();
    let mut marked = String::with_capacity(source.text.len() + marks.len() * 3);
    let mut own = Vec::new();
    let mut from = 0;
    let end = (source.text.len(), 0, None);
    for (at, _, mark) in marks.into_iter().map(|(at, rank, mark)| (at, rank, Some(mark))).chain([end]) {
        let start = marked.len();
        marked.push_str(source.text.get(from..at).unwrap_or_default());
        own.push(start..marked.len());
        marked.extend(mark);
        from = at;
    }
    let levels = BidiInfo::new(&marked, Some(base)).levels;
    own.into_iter().flat_map(|part| levels.get(part).unwrap_or_default()).copied().collect()
}

const LEFT_TO_RIGHT_MARK: char = '\u{200E}';
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const END_OF_ISOLATE: char = '\u{2069}';

/// The places at which a sign belongs to the end or the beginning of a word in Latin letters: the plus sign of `CT TECH+`, the at sign of
/// `@UN`. By Unicode's rules, a sign between Arabic and Latin letters goes with the Arabic, and would be at the other end of the word.
fn signs_of_words(text: &str) -> impl Iterator<Item = usize> {
    let is_latin = |c: char| (c.is_ascii() || matches!(c, '\u{C0}'..='\u{24F}')) && c.is_alphabetic();
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let (rest, previous) = (text.get(at + c.len_utf8()..).unwrap_or_default(), before);
        // Of several equal signs, all belong to the word if the first does.
        let follows = is_latin(previous) && matches!(c, '+' | '#' | '™' | '®');
        if !follows {
            before = c;
        }
        let next = rest.chars().next();
        let leads = matches!(c, '@' | '#') && !is_latin(previous) && next.is_some_and(is_latin);
        let ends = follows && next != Some(c);
        (ends || leads).then_some(if ends { at + c.len_utf8() } else { at })
    })
}

/// Figures with a sign before them and the groups of figures bound to them: `+5`, `−1.5`, `+41 22 917 12 34`. By Unicode's rules, a sign
/// before a figure is on the side where reading begins.
fn signed_figures(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_figure = |c: char| c.is_ascii_digit();
    text.match_indices(['+', '\u{2212}']).filter_map(move |(start, sign)| {
        let (before, after) = (text.get(..start)?, text.get(start + sign.len()..)?);
        let apart = !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        if !apart || !after.starts_with(is_figure) {
            return None;
        }
        let belongs = |c: char| is_figure(c) || matches!(c, '\u{A0}' | '\u{202F}' | '.' | ',' | '-' | '/' | '(' | ')');
        let reach = after.find(|c| !belongs(c)).unwrap_or(after.len());
        let end = after.get(..reach)?.rfind(is_figure)? + 1;
        Some(start..start + sign.len() + end)
    })
}

/// Figures joined to something, in right-to-left text.
#[derive(Debug)]
enum Joined {
    /// The mark between the two numbers of a range, `27-29`, which are read from right to left like the words around them.
    Range(Range<usize>),
    /// A version, a telephone number, or a date in figures: `1.3.2-beta`, `212-963-1234`, `2025-04-28`.
    Code(Range<usize>),
}

/// Figures joined by hyphens to other figures or to Latin letters. By Unicode's rules, the order of a range depends on what precedes it:
/// right to left after an Arabic letter, left to right without one; and the letters of a version move to its front.
fn joined_figures(text: &str) -> Vec<Joined> {
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || is_range_mark(c) || matches!(c, '.' | ',' | ':' | '/' | '_' | '%');
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(is_part)).map(|at| from + at) {
        let rest = text.get(start..).unwrap_or_default();
        let token = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len())).unwrap_or_default();
        from = start + token.len().max(1);
        let token = token.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '%');
        let before = text.get(..start).unwrap_or_default();
        if !token.starts_with(|c: char| c.is_ascii_digit())
            || before.ends_with(char::is_alphabetic) && is_latin_before(before)
        {
            continue;
        }
        if token.contains(|c: char| c.is_ascii_alphabetic()) {
            if token.contains(|c: char| !c.is_ascii_alphanumeric()) {
                found.push(Joined::Code(start..start + token.len()));
            }
            continue;
        }
        let mut marks = token.match_indices(is_range_mark);
        let (Some((at, mark)), next) = (marks.next(), marks.next()) else { continue };
        let is_long_with_nought =
            token.starts_with('0') && token.get(1..2).is_some_and(|c| c != "," && c != "." && c != mark);
        if next.is_some() || is_long_with_nought && !token.contains(':') {
            found.push(Joined::Code(start..start + token.len()));
        } else if !is_latin_before(before) {
            found.push(Joined::Range(start + at..start + at + mark.len()));
        }
    }
    found
}

const fn is_range_mark(c: char) -> bool {
    matches!(c, '-' | '\u{2011}' | '\u{2013}')
}

/// Whether the last letter of a text is Latin, so that the figures after it go with it: `SDG 14-15`.
fn is_latin_before(text: &str) -> bool {
    let last = text.chars().rev().find(|c| c.is_alphabetic() || matches!(c, '،' | '؛' | '.' | ':' | '('));
    last.is_some_and(|c| c.is_alphabetic() && !chars::is_directional(c))
}

/// Passages in a language that runs against the paragraph, with the figures or Latin letters joined to them: `CC-09` if `CC` is the
/// passage. Signs at their ends belong to them: the plus sign of `CT TECH+` does not change sides.
fn turned_passages(source: &ParagraphText<'_>) -> Vec<Range<usize>> {
    let mut passages: Vec<Range<usize>> = Vec::new();
    for (number, span) in source.spans.iter().enumerate() {
        let rtl = source.styles.get(span.style).is_some_and(|style| style.passage == Language::Ar);
        let range = source.span_range(number);
        if rtl == (source.base == 1) || range.is_empty() {
            continue;
        }
        match passages.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => passages.push(range),
        }
    }
    // In a left-to-right paragraph, Latin letters after an Arabic word belong to the paragraph.
    if source.base == 0 {
        return passages;
    }
    for passage in &mut passages {
        let (before, after) = (source.text.get(..passage.start), source.text.get(passage.end..));
        passage.start -= joined(before.unwrap_or_default().chars().rev());
        passage.end += joined(after.unwrap_or_default().chars());
    }
    // If nothing is in the language of the paragraph, as in an untranslated caption and its credit, everything is one passage.
    let words = |text: Option<&str>| text.is_some_and(|text| text.contains(|c: char| !c.is_whitespace()));
    let mut outside = 0;
    let mut is_foreign = true;
    for passage in &passages {
        is_foreign &= !words(source.text.get(outside..passage.start));
        outside = passage.end.max(outside);
    }
    let is_foreign = is_foreign && !words(source.text.get(outside..));
    passages.dedup_by(|next, last| {
        // A name and its qualification, joined by a colon, are read in one direction.
        let between = source.text.get(last.end..next.start);
        let meets =
            is_foreign || between.is_none_or(|between| matches!(between.trim(), "" | ":") && !between.starts_with(' '));
        if meets {
            last.end = last.end.max(next.end);
        }
        meets
    });
    passages
}

/// The number of bytes joined to a passage directly or by hyphens, slashes or points.
fn joined(chars: impl Iterator<Item = char>) -> usize {
    let (mut reach, mut length) = (0, 0);
    for c in chars.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '\u{2011}' | '/' | '.')) {
        length += c.len_utf8();
        if c.is_ascii_alphanumeric() {
            reach = length;
        }
    }
    reach
}

/// The text as passed to the line breaker. The quotation marks of Chinese open and close, but the Unicode annex treats them as marks that
/// never separate from their neighbours, which would glue whole sentences together.
pub(super) fn analysed<'a>(source: &'a ParagraphText<'_>) -> Cow<'a, str> {
    let is_quote = |c| matches!(c, '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}');
    if !source.styles.iter().any(|style| style.lang == Language::Zh) || !source.text.contains(is_quote) {
        return Cow::Borrowed(&source.text);
    }
    let mut text = String::with_capacity(source.text.len());
    for (number, span) in source.spans.iter().enumerate() {
        let chinese = source.styles.get(span.style).is_some_and(|style| style.lang == Language::Zh);
        let part = source.text.get(source.span_range(number)).unwrap_or_default();
        text.extend(part.chars().map(|c| match c {
            // The replacements have the same length in bytes, so that positions are preserved.
            '\u{2018}' | '\u{201C}' if chinese => '「',
            '\u{2019}' | '\u{201D}' if chinese => '」',
            c => c,
        }));
    }
    Cow::Owned(text)
}
