//! Cutting a paragraph into atoms, the smallest units of a line, and finding the places where lines may end.

use briefing_model::Language;
use unicode_bidi::Level;
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::MissingGlyph;
use super::chars::{self, Space};
use super::font::{FaceId, FontBook};
use super::shape::{ShapeCache, WordId};
use super::source::{ParagraphText, analysed, levels};
use super::style::Align;

/// The kind of an atom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum AtomKind {
    /// A word, or a part of one in a single face.
    Word(WordId),
    /// A single white space, drawn with a glyph.
    Space { glyph: u16, space: Space },
    /// A single character that is in no face.
    Missing { glyph: Option<u16> },
    /// Characters that draw nothing.
    Blank,
}

/// The smallest unit of a line. Widths are in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) style: u16,
    pub(super) face: FaceId,
    pub(super) level: u8,
    pub(super) kind: AtomKind,
    pub(super) width: f64,
    /// Space after this atom that may stretch a little between Chinese characters, and shrink if a mark is half blank.
    pub(super) gap: Gap,
}

/// The space after an atom, and how much it may stretch and shrink in addition to the atom itself.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Gap {
    /// Negative if a mark gives up its blank half because of an adjacent mark.
    pub(super) natural: f64,
    pub(super) stretch: f64,
    pub(super) shrink: f64,
}

impl Atom {
    /// How much a justified line may stretch and shrink the atom.
    pub(super) fn give(&self) -> Gap {
        match self.kind {
            AtomKind::Space { space, .. } if space.stretches() => {
                Gap { natural: 0.0, stretch: self.width / 2.0, shrink: self.width / 3.0 }
            }
            _ => Gap::default(),
        }
    }

    /// Whether the atom is a space at which a line must not end.
    pub(super) fn binds(&self) -> bool {
        matches!(self.kind, AtomKind::Space { .. }) && !self.hangs()
    }

    /// Whether the atom is a no-break space of the ordinary width.
    pub(super) fn is_fixed_space(&self) -> bool {
        matches!(self.kind, AtomKind::Space { space: Space::Word { binds: true }, .. })
    }

    /// Whether the atom hangs past the end of a line.
    pub(super) fn hangs(&self) -> bool {
        match self.kind {
            AtomKind::Space { space, .. } => space.hangs(),
            AtomKind::Blank => true,
            _ => false,
        }
    }
}

/// A place where a line may or must end, according to Unicode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Opportunity {
    pub(super) at: u32,
    /// The atom that begins here or, if `inside`, the one that contains this place.
    pub(super) atom: u32,
    pub(super) inside: bool,
    pub(super) cause: Cause,
}

/// The reason why a line may end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// White space, or two characters that may be separated.
    Open,
    /// After a hyphen, dash or slash in the text.
    Mark,
    /// After a soft hyphen in the text.
    SoftHyphen,
    /// Between the multiple of a figure and its currency, if there is no other place.
    Unit,
    /// The text requires it, or ends.
    Must,
}

/// The atoms of a paragraph and the places where its lines may end.
#[derive(Debug, Clone, Default)]
pub(super) struct Atoms {
    pub(super) atoms: Vec<Atom>,
    pub(super) opportunities: Vec<Opportunity>,
    pub(super) missing: Vec<MissingGlyph>,
}

/// The state of the pass over a paragraph's characters.
struct Cutter<'a, 'b> {
    book: &'a FontBook,
    cache: &'a mut ShapeCache,
    source: &'a ParagraphText<'b>,
    justify: bool,
    out: &'a mut Atoms,
    word: Option<OpenWord>,
    /// The style of the previous character.
    style_before: usize,
}

/// A word whose end has not been reached.
#[derive(Clone, Copy, PartialEq)]
struct OpenWord {
    start: usize,
    style: usize,
    face: FaceId,
    level: u8,
}

/// Cuts the paragraph, replacing the contents of `out`.
pub(super) fn cut(book: &FontBook, cache: &mut ShapeCache, source: &ParagraphText<'_>, align: Align, out: &mut Atoms) {
    out.atoms.clear();
    out.opportunities.clear();
    out.missing.clear();
    let levels = levels(source);
    let level_at = |at: usize| levels.get(at).map_or(0, Level::number);

    let analysed = analysed(source);
    let mut breaks = linebreaks(&analysed).peekable();
    let mut cutter = Cutter { book, cache, source, justify: align == Align::Justify, out, word: None, style_before: 0 };
    let mut previous = '\n';
    let mut face = None;
    // The end of the marks that share the face of the letter before them.
    let mut cluster_end = 0;
    for (number, span) in source.spans.iter().enumerate() {
        let Some(style) = source.styles.get(span.style) else {
            continue;
        };
        let range = source.span_range(number);
        for (offset, c) in source.text.get(range.clone()).unwrap_or_default().char_indices() {
            let at = range.start + offset;
            let may_break = breaks.next_if(|&(place, _)| place == at).map(|(_, kind)| kind);
            if at >= cluster_end {
                face = style.face(book, c, face);
                let tail = source.text.get(at..range.end).unwrap_or_default();
                if let Some(cluster) = marked(tail)
                    && let Some(whole) = style.cluster_face(book, cluster, face)
                {
                    face = Some(whole);
                    cluster_end = at + cluster.len();
                }
            }
            let place = OpenWord { start: at, style: span.style, face: face.unwrap_or(FaceId(0)), level: level_at(at) };
            let next = cutter.kind(c, face);
            cutter.before(at, previous, c, place, next, may_break);
            cutter.style_before = span.style;
            match next {
                Some(kind) => cutter.single(at, c, place, kind, (number, offset)),
                None => _ = cutter.word.get_or_insert(place),
            }
            if next.is_some_and(|kind| matches!(kind, AtomKind::Missing { .. })) {
                face = None;
            }
            previous = c;
        }
    }
    let end = source.text.len();
    cutter.flush(end);
    if end > 0 {
        let atom = cutter.out.atoms.len() as u32;
        cutter.out.opportunities.push(Opportunity { at: end as u32, atom, inside: false, cause: Cause::Must });
    }
}

/// The letter at the beginning of a text with the marks on it, if it has any.
fn marked(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    // Most letters have no marks.
    if chars.next().is_none_or(|next| next.is_ascii() || !chars::is_mark(next)) {
        return None;
    }
    if chars::is_mark(first) || !first.is_alphanumeric() {
        return None;
    }
    let marks = text.get(first.len_utf8()..)?;
    let is_part = |c: &char| chars::is_mark(*c) || chars::is_variation_selector(*c);
    let length: usize = marks.chars().take_while(is_part).map(char::len_utf8).sum();
    text.get(..first.len_utf8() + length)
}

impl Cutter<'_, '_> {
    /// The kind of a character by itself; `None` if it is part of a word.
    fn kind(&self, c: char, face: Option<FaceId>) -> Option<AtomKind> {
        if c.is_ascii_graphic() && face.is_some() {
            return None;
        }
        if let Some(space) = Space::of(c) {
            return Some(AtomKind::Space { glyph: 0, space });
        }
        if chars::is_control(c) || chars::is_invisible(c) && (self.word.is_none() || c == '\u{AD}') {
            // A soft hyphen is a place rather than a part of the word: it is drawn if a line ends there.
            return (c != '\u{AD}' || self.word.is_none()).then_some(AtomKind::Blank);
        }
        match face {
            Some(_) => None,
            None => Some(AtomKind::Missing { glyph: None }),
        }
    }

    /// Ends the open word if the next character is not part of it, and records the place if a line may end there.
    fn before(
        &mut self,
        at: usize,
        previous: char,
        c: char,
        place: OpenWord,
        next: Option<AtomKind>,
        may_break: Option<BreakOpportunity>,
    ) {
        let may_break = may_break.filter(|&kind| kind == BreakOpportunity::Mandatory || self.parts(at, previous, c));
        let wide = may_break.is_some() && (is_wide_text(previous) || is_wide_text(c));
        let chinese = |style: usize| self.source.styles.get(style).filter(|style| style.lang == Language::Zh);
        let style = chinese(place.style);
        // A name in another language has the gap on both sides.
        let natural = style.or(chinese(self.style_before)).map_or(0.0, |style| style.size * chinese_space(previous, c));
        if let Some(word) = self.word
            && (next.is_some()
                || wide
                || natural != 0.0
                || OpenWord { start: word.start, ..place } != word
                || at - word.start >= MOST_WORD && !chars::is_mark(c) && !chars::is_invisible(c))
        {
            self.flush(at);
        }
        if natural != 0.0
            && let Some(atom) = self.out.atoms.last_mut()
        {
            atom.gap.natural = natural;
        }
        let Some(kind) = may_break else { return };
        let atom = self.out.atoms.len() as u32;
        let cause = match (kind, previous) {
            (BreakOpportunity::Mandatory, _) => Cause::Must,
            (_, '\u{AD}') if self.ends_in_word(at) => Cause::SoftHyphen,
            (_, '-' | '/' | '\u{2010}' | '\u{2012}'..='\u{2014}') if !wide => Cause::Mark,
            _ => Cause::Open,
        };
        if wide && cause == Cause::Open && self.justify {
            self.widen(previous, c);
        }
        // A line may stretch between a figure and its unit, but does not end there.
        if cause == Cause::Open && style.is_some() && self.is_figure_with_unit(at, c) {
            return;
        }
        // A line that ended in a minus sign would leave an amount that reads as positive.
        if cause == Cause::Open && previous == '\u{2212}' && !c.is_whitespace() {
            return;
        }
        let currency = cause == Cause::Open && style.is_some() && self.is_currency_of_multiple(at);
        let cause = if currency { Cause::Unit } else { cause };
        let inside = self.word.is_some();
        self.out.opportunities.push(Opportunity { at: at as u32, atom, inside, cause });
    }

    /// Whether a soft hyphen before a place divides a word. After a space, there is nothing to divide.
    fn ends_in_word(&self, at: usize) -> bool {
        let before = self.source.text.get(..at).unwrap_or_default();
        before.chars().rev().find(|c| !chars::is_invisible(*c)).is_some_and(|c| !c.is_whitespace())
    }

    /// Whether a break that the Unicode annex allows is also acceptable to readers.
    fn parts(&self, at: usize, previous: char, c: char) -> bool {
        match previous {
            // A range of numbers is kept together.
            '\u{2013}' => !c.is_numeric(),
            // So are symbols such as A/RES/71/291, up to their words, and abbreviations such as w/o.
            '/' => {
                let before = self.source.text.get(..at - 1).unwrap_or_default();
                before.chars().rev().take_while(|c| c.is_alphanumeric() && !chars::is_han(*c)).count() >= 3
            }
            // So are abbreviations and words of one letter: É.-U., J.-P. Dupont, д-р, e-mail.
            '-' | '\u{2010}' => !self.is_hyphen_of_abbreviation(at, previous),
            _ => true,
        }
    }

    /// Whether the hyphen before a place has a single letter on either side, with or without a full stop.
    fn is_hyphen_of_abbreviation(&self, at: usize, hyphen: char) -> bool {
        let (before, after) = self.source.text.split_at_checked(at).unwrap_or_default();
        let before = before.strip_suffix(hyphen).unwrap_or(before);
        let is_letter = |c: &char| c.is_alphabetic() || chars::is_mark(*c);
        let letters = |text: &mut dyn Iterator<Item = char>| {
            text.take_while(is_letter).filter(|c| !chars::is_mark(*c)).take(2).count()
        };
        let stop_before = before.ends_with('.');
        let left = letters(&mut before.strip_suffix('.').unwrap_or(before).chars().rev());
        let right = letters(&mut after.chars());
        left == 1 || right == 1 || stop_before && left > 0
    }

    /// Whether a character of Chinese text is, or is part of, the unit of the figure before it, as in 4.02亿, 30日 and 第3次.
    fn is_figure_with_unit(&self, at: usize, c: char) -> bool {
        let before = self.source.text.get(..at).unwrap_or_default().trim_end_matches('\u{A0}');
        let number = before.trim_end_matches(chars::is_multiple);
        let figure = number.chars().next_back().filter(|c| c.is_ascii_digit() || *c == '%');
        let alone = number.len() == before.len();
        match figure {
            // The measure word of a count is a single character, and the year of a resolution is in brackets.
            Some(_) if alone => chars::is_han(c) || self.is_year_in_brackets(at),
            Some(_) => chars::is_multiple(c),
            None => {
                let numeral = before.chars().next_back().is_some_and(chars::is_numeral);
                numeral && (chars::is_numeral(c) || matches!(c, '年' | '月' | '日' | '世'))
                    || before.ends_with(['第', '图', '表']) && c.is_ascii_digit()
                    || self.is_in_unit(at)
                    || self.is_in_ordinal(at)
                    || before.ends_with([')', '）']) && c == '号'
            }
        }
    }

    /// Whether a place is within a unit of several characters after a figure: 3公里, 5±2毫米, 150万欧元.
    fn is_in_unit(&self, at: usize) -> bool {
        let text = &self.source.text;
        let before = text.get(..at).unwrap_or_default();
        // The unit begins a few characters back, after a figure, so few places in a text need a look-up.
        before.char_indices().rev().take(chars::LONGEST_UNIT - 1).any(|(start, _)| {
            let (number, rest) = text.split_at_checked(start).unwrap_or_default();
            let number = number.trim_end_matches([' ', '\u{A0}']);
            number.ends_with(|c: char| c.is_ascii_digit() || chars::is_numeral(c))
                && chars::UNITS.iter().any(|unit| at < start + unit.len() && rest.starts_with(unit))
        })
    }

    /// Whether a place is between an ordinal and the part of a text it numbers: 第七章, 第十二条.
    fn is_in_ordinal(&self, at: usize) -> bool {
        let (before, after) = self.source.text.split_at_checked(at).unwrap_or_default();
        let number = before.trim_end_matches(chars::is_numeral);
        number.ends_with('第')
            && after.starts_with(chars::is_han)
            && (number.len() < before.len() || after.starts_with(chars::is_numeral))
    }

    /// Whether a year in brackets begins at a place: 第2396(2017)号决议.
    fn is_year_in_brackets(&self, at: usize) -> bool {
        let after = self.source.text.get(at..).unwrap_or_default();
        let year = after.strip_prefix(['(', '（']).unwrap_or_default();
        let rest = year.trim_start_matches(|c: char| c.is_ascii_digit());
        year.len() == rest.len() + 4 && rest.starts_with([')', '）'])
    }

    /// Whether a currency begins here that is the unit of a figure with a multiple, as in 4.02亿美元. Together they can be too long for a
    /// narrow cell.
    fn is_currency_of_multiple(&self, at: usize) -> bool {
        let (before, after) = self.source.text.split_at_checked(at).unwrap_or_default();
        let number = before.trim_end_matches('\u{A0}').trim_end_matches(chars::is_multiple);
        number.len() < before.len()
            && number.ends_with(|c: char| c.is_ascii_digit() || chars::is_numeral(c))
            && ["元", "美元", "欧元", "日元"].iter().any(|currency| after.starts_with(currency))
    }

    /// Allows a justified line to stretch after the last atom, and to shrink if a full-width mark is half blank.
    fn widen(&mut self, previous: char, c: char) {
        let Some(atom) = self.out.atoms.last_mut() else {
            return;
        };
        let size = self.source.styles.get(usize::from(atom.style)).map_or(0.0, |style| style.size);
        let halves = f64::from(u8::from(chars::is_wide_closing(previous)) + u8::from(chars::is_wide_opening(c)));
        if matches!(atom.kind, AtomKind::Word(_) | AtomKind::Missing { .. }) {
            // A blank half can be given up only once.
            let halves = if atom.gap.natural < 0.0 { 0.0 } else { halves };
            atom.gap = Gap { stretch: size * 0.1, shrink: size * 0.2 * halves, ..atom.gap };
        }
    }

    /// Adds a character that is an atom by itself.
    fn single(&mut self, at: usize, c: char, place: OpenWord, kind: AtomKind, (span, offset): (usize, usize)) {
        let Some(style) = self.source.styles.get(place.style) else {
            return;
        };
        let (mut face, mut level) = (place.face, place.level);
        let (kind, em) = match kind {
            AtomKind::Space { space, .. } => {
                let (glyph, em) = self.space(face, c, space);
                if c == '\t' {
                    level = self.source.base;
                }
                (AtomKind::Space { glyph, space }, em)
            }
            AtomKind::Missing { .. } => {
                let tag = self.source.spans.get(span).map_or(0, |span| span.tag);
                self.out.missing.push(MissingGlyph { character: c, tag, span, offset });
                let stand_in = self.book.find(&style.stack, '\u{FFFD}');
                let glyph = stand_in.and_then(|face| self.book.open(face)).and_then(|open| open.replacement);
                face = stand_in.or(style.stack.latin).unwrap_or(face);
                (AtomKind::Missing { glyph: glyph.map(|(glyph, _)| glyph) }, glyph.map_or(0.0, |(_, em)| em))
            }
            other => (other, 0.0),
        };
        let tracking = if em > 0.0 { style.tracking_on(face) } else { 0.0 };
        self.out.atoms.push(Atom {
            start: at as u32,
            end: (at + c.len_utf8()) as u32,
            style: place.style as u16,
            face,
            level,
            kind,
            width: (em * style.size + tracking).max(0.0),
            gap: Gap::default(),
        });
    }

    /// The glyph of a white space, and its width in ems.
    fn space(&self, face: FaceId, c: char, space: Space) -> (u16, f64) {
        let Some(open) = self.book.open(face) else {
            return (0, 0.25);
        };
        let (glyph, em) = open.space;
        let own = || self.book.plain_glyph(face, c);
        match space {
            Space::Word { binds: false } => (glyph, em),
            Space::Word { binds: true } => own().unwrap_or((glyph, em)),
            Space::Em(part) => own().unwrap_or((glyph, part)),
            Space::Narrow(part) => own().unwrap_or((glyph, em * part)),
            Space::Figure => own().unwrap_or((glyph, open.digit)),
            Space::Point => own().unwrap_or((glyph, open.point)),
        }
    }

    /// Ends the open word and shapes it.
    fn flush(&mut self, end: usize) {
        let Some(word) = self.word.take() else { return };
        let (source, style) = (self.source, word.style as u16);
        let range = word.start as u32..end as u32;
        let text = source.slice(range.start, range.end);
        let Some(key) = source.shape_key(style, word.face, word.level, range) else {
            return;
        };
        let shaped = self.cache.word(self.book, key, text);
        let width = source.width(self.book, style, word.face, self.cache.advance(shaped));
        self.out.atoms.push(Atom {
            start: word.start as u32,
            end: end as u32,
            style,
            face: word.face,
            level: word.level,
            kind: AtomKind::Word(shaped),
            width,
            gap: Gap::default(),
        });
    }
}

/// The space between two characters of Chinese text, in ems (CLREQ 3.1.6 and 3.2.2): of two adjacent marks, one gives up its blank half;
/// between Chinese characters and Western letters or figures there is a quarter of an em.
fn chinese_space(before: char, after: char) -> f64 {
    let western = |c: char| c.is_ascii_graphic() && !c.is_ascii_punctuation() || matches!(c, '+' | '%' | '$');
    if matches!(
        (before, after),
        ('\u{2018}', '\u{201C}') | ('\u{201C}', '\u{2018}') | ('\u{2019}', '\u{201D}') | ('\u{201D}', '\u{2019}')
    ) {
        // A single quotation mark fills only half of its half.
        -0.7
    } else if chars::is_wide_closing(before) && (chars::is_wide_closing(after) || chars::is_wide_opening(after))
        || chars::is_wide_opening(before) && chars::is_wide_opening(after)
    {
        -0.5
    } else if chars::is_han(before) && western(after) || western(before) && chars::is_han(after) {
        0.25
    } else {
        0.0
    }
}

/// Whether a line may stretch next to a character: Chinese characters, except the full-width space.
fn is_wide_text(c: char) -> bool {
    c >= '\u{2E80}' && chars::is_wide(c) && c != '\u{3000}'
}

/// The largest length in bytes of a word shaped in one piece. Anything longer is not a word, and cutting it must not take forever.
const MOST_WORD: usize = 1000;
