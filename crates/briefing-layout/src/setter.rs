//! Setting text: turns words into lines, with each piece marked with its place in the tag tree.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use briefing_document::{Document, Inline, SlotId, TagTree};
use briefing_model::{Language, LanguageTag, Origin};

use crate::brick::{Break, Brick, Draw};
use crate::look::{Look, Type};
use crate::measures::text::{BALANCED, CAPITALS, DESCENDERS, MOST_BALANCED};
use crate::page::{Missing, Role};
use crate::text::{self, Align, FontBook, ParagraphSpec, Run, ShapeCache, Span, TextStyle, Weight};
use crate::weights;

/// The tag of runs without meaning: running heads and the like.
pub(crate) const UNTAGGED: u32 = u32::MAX;

/// Text with its style and its place in the tag tree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StyledText {
    pub(crate) text: String,
    pub(crate) style: TextStyle,
    pub(crate) tag: u32,
}

impl StyledText {
    fn untagged(text: &str, style: &TextStyle) -> Self {
        Self { text: text.to_owned(), style: style.clone(), tag: UNTAGGED }
    }

    fn span(&self) -> Span<'_> {
        Span { text: &self.text, style: &self.style, tag: self.tag }
    }
}

/// Lines of text in a box.
#[derive(Debug, Clone)]
pub(crate) struct TextBox {
    pub(crate) width: f32,
    pub(crate) leading: f32,
    /// The distance from the top of a line to its baseline.
    pub(crate) rise: f32,
    /// The leading of running text. Lines with this leading are lines of running text.
    pub(crate) grid: f32,
    pub(crate) lines: Vec<SetLine>,
}

/// One line of a [`TextBox`].
#[derive(Debug, Clone)]
pub(crate) struct SetLine {
    /// Shared by the different settings of a section.
    pub(crate) runs: Rc<Vec<Run>>,
}

impl TextBox {
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().fold(0.0, |height, _| height + self.leading)
    }

    /// The width of its longest line.
    pub(crate) fn longest(&self) -> f32 {
        let longest = |line: &SetLine| {
            let start = line.runs.iter().map(|run| run.x).fold(f32::INFINITY, f32::min);
            let end = line.runs.iter().map(|run| run.x + run.width).fold(f32::NEG_INFINITY, f32::max);
            (end - start).max(0.0)
        };
        self.lines.iter().map(longest).fold(0.0, f32::max)
    }

    /// The drawing of one of its lines, with its top left corner at the origin.
    pub(crate) fn line(&self, number: usize) -> Option<Draw> {
        let runs = Rc::clone(&self.lines.get(number)?.runs);
        Some(Draw::Runs { x: 0.0, y: self.rise, width: self.width, runs, role: None })
    }

    /// The drawing of the box, with its top left corner at a point.
    pub(crate) fn draws(self, x: f32, y: f32) -> Vec<Draw> {
        let (width, leading, rise) = (self.width, self.leading, self.rise);
        let mut top = y;
        self.lines
            .into_iter()
            .map(|line| {
                let baseline = top + rise;
                top += leading;
                Draw::Runs { x, y: baseline, width, runs: line.runs, role: None }
            })
            .collect()
    }

    /// One brick per line, with the first two and the last two kept together.
    pub(crate) fn bricks(self, x: f32) -> Vec<Brick> {
        let running = self.grid == self.leading;
        let (width, leading, rise, count) = (self.width, self.leading, self.rise, self.lines.len());
        let bricks = self.lines.into_iter().enumerate().map(|(index, line)| {
            let before =
                if index == 1 || index + 1 == count { Break::Never } else { Break::At(weights::WITHIN_PARAGRAPH) };
            let runs = Draw::Runs { x, y: rise, width, runs: line.runs, role: None };
            Brick { line: running, ..Brick::new(leading).before(before).draw(runs) }
        });
        bricks.collect()
    }
}

/// The state of the layout: the fonts, the shaped words, and the progress through the document.
pub(crate) struct Setter<'a> {
    pub(crate) look: &'a Look,
    pub(crate) tree: &'a TagTree,
    /// Characters without a glyph, each with the tag of its text and the name of the place.
    missing: BTreeSet<(u32, char, String)>,
    /// The place of the text being set, for messages.
    pub(crate) place: String,
    fonts: &'a FontBook,
    cache: ShapeCache,
    language: Language,
    /// "continued", added after a repeated heading.
    continued: &'a str,
    memory: LineMemory,
    /// The slot of the next text or picture.
    next: u32,
}

/// Remembered line breaks. A section is set several times, at different spacings or leadings, and most of its texts have the same width
/// each time.
#[derive(Default)]
struct LineMemory {
    /// The texts, by the tag with which they begin and the width.
    texts: BTreeMap<(u32, u32), Vec<Remembered>>,
    /// Whether lines are being remembered.
    is_filling: bool,
}

/// The lines of a text, and the pieces they were broken from.
struct Remembered {
    pieces: Vec<StyledText>,
    align: Align,
    lines: Vec<SetLine>,
}

impl LineMemory {
    fn key(pieces: &[StyledText], width: f32) -> (u32, u32) {
        (pieces.first().map_or(UNTAGGED, |piece| piece.tag), width.to_bits())
    }

    fn find(&self, pieces: &[StyledText], width: f32, align: Align) -> Option<&[SetLine]> {
        let known = self.texts.get(&Self::key(pieces, width))?;
        let known = known.iter().find(|known| known.align == align && known.pieces == pieces)?;
        Some(&known.lines)
    }

    fn keep(&mut self, pieces: &[StyledText], width: f32, align: Align, lines: &[SetLine]) {
        if self.is_filling {
            let text = Remembered { pieces: pieces.to_vec(), align, lines: lines.to_vec() };
            self.texts.entry(Self::key(pieces, width)).or_default().push(text);
        }
    }
}

impl<'a> Setter<'a> {
    pub(crate) fn new(
        look: &'a Look,
        fonts: &'a FontBook,
        document: &'a Document,
        tree: &'a TagTree,
        cache: ShapeCache,
    ) -> Self {
        Self {
            look,
            tree,
            missing: BTreeSet::new(),
            place: String::new(),
            fonts,
            cache,
            language: document.language,
            continued: &document.running.continued,
            memory: LineMemory::default(),
            next: 0,
        }
    }

    /// The word added after a repeated heading.
    pub(crate) const fn continued(&self) -> &'a str {
        self.continued
    }

    /// Takes out the shaped words.
    pub(crate) fn into_shaped(self) -> ShapeCache {
        self.cache
    }

    /// Begins a section: the next text is its heading.
    pub(crate) fn begin_section(&mut self, number: usize) {
        self.next = self.tree.section(number).map_or(UNTAGGED, SlotId::number);
    }

    /// Takes the slot of the next text or picture. The tree numbers slots in reading order, which is also the order in which each section
    /// must be set; a piece out of order is a bug, which [`audit`](crate::audit) detects before a file is written.
    pub(crate) fn slot(&mut self) -> u32 {
        let slot = self.next;
        self.next = self.next.saturating_add(1);
        slot
    }

    /// Sets whether lines are remembered from now on, because they may be needed again.
    pub(crate) const fn remember(&mut self, is_filling: bool) {
        self.memory.is_filling = is_filling;
    }

    /// The pieces of a line of the document, for the pages: takes the next slot.
    pub(crate) fn pieces(&mut self, inlines: &[Inline], style: &TextStyle) -> Vec<StyledText> {
        let mut pieces = self.unmarked(inlines, style);
        for piece in &mut pieces {
            piece.tag = self.slot();
        }
        pieces
    }

    /// The pieces of a line of the document, only for measuring.
    pub(crate) fn unmarked(&self, inlines: &[Inline], style: &TextStyle) -> Vec<StyledText> {
        let mut pieces = Vec::with_capacity(inlines.len());
        self.collect(inlines, style, &mut pieces);
        pieces
    }

    fn collect(&self, inlines: &[Inline], style: &TextStyle, pieces: &mut Vec<StyledText>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Abbreviation { text, .. } if text.is_empty() => {}
                Inline::Text(text) | Inline::Abbreviation { text, .. } => {
                    pieces.push(StyledText::untagged(text, style));
                }
                Inline::NoteReference { mark, .. } => pieces.push(StyledText::untagged(mark, style)),
                Inline::Strong(content) => {
                    self.collect(content, &TextStyle { weight: Weight::Bold, ..style.clone() }, pieces);
                }
                Inline::Emphasis(content) => {
                    self.collect(content, &TextStyle { italic: self.slants(), ..style.clone() }, pieces);
                }
                Inline::Link { content, .. } => {
                    let link = TextStyle { colour: self.look.palette.strong, ..style.clone() };
                    self.collect(content, &link, pieces);
                }
                Inline::Foreign { language, content } => {
                    let lang = foreign_lang(language, style.lang);
                    // An acronym is a word of the sentence around it, whatever language it is explained in: it may be half of a word, as in
                    // COVID-19.
                    let is_word = matches!(content.as_slice(), [Inline::Abbreviation { .. }]);
                    let own = if is_word { style.lang } else { lang };
                    let foreign = TextStyle { lang, within: style.within.or(Some(own)), ..style.clone() };
                    self.collect(content, &foreign, pieces);
                }
            }
        }
    }

    /// Plain words of the document, for the pages: takes the next slot.
    pub(crate) fn words(&mut self, text: &str, style: &TextStyle) -> Vec<StyledText> {
        if text.is_empty() {
            return Vec::new();
        }
        vec![StyledText { text: text.to_owned(), style: style.clone(), tag: self.slot() }]
    }

    /// Words without meaning in the tag tree: running heads and feet.
    pub(crate) fn untagged(text: &str, style: &TextStyle) -> Vec<StyledText> {
        vec![StyledText::untagged(text, style)]
    }

    /// Breaks pieces into lines of a width.
    pub(crate) fn set(&mut self, pieces: &[StyledText], width: f32, leading: f32, align: Align) -> TextBox {
        let lines = match self.memory.find(pieces, width, align) {
            Some(known) => known.to_vec(),
            None => self.lines(pieces, width, leading, align),
        };
        let size = pieces.iter().map(|piece| piece.style.size).fold(0.0_f32, f32::max);
        TextBox { width, leading, rise: self.rise(size, leading), grid: self.look.grid(), lines }
    }

    fn lines(&mut self, pieces: &[StyledText], width: f32, leading: f32, align: Align) -> Vec<SetLine> {
        let paragraph = with_spans(pieces, |spans| {
            let spec = ParagraphSpec {
                align,
                direction: self.language.direction(),
                hyphenate: align == Align::Justify,
                line_height: leading,
                ..ParagraphSpec::new(spans)
            };
            text::break_paragraph(self.fonts, &mut self.cache, &spec, width)
        });
        for missing in paragraph.missing {
            self.missing.insert((missing.tag, missing.character, self.place.clone()));
        }
        let lines: Vec<_> = paragraph.lines.into_iter().map(|line| SetLine { runs: Rc::new(line.runs) }).collect();
        self.memory.keep(pieces, width, align, &lines);
        lines
    }

    /// Breaks the words of a heading into lines of about equal length: as few as the width allows, and no longer than necessary.
    pub(crate) fn balanced(&mut self, pieces: &[StyledText], width: f32, leading: f32) -> TextBox {
        let mut best = self.set(pieces, width, leading, Align::Start);
        let lines = best.lines.len();
        if !(2..=MOST_BALANCED).contains(&lines) {
            return best;
        }
        let extent = self.extent(pieces);
        let mut most = best.longest();
        let mut least = (extent.natural / lines as f32).max(extent.least).min(most);
        while most - least > BALANCED {
            let middle = f32::midpoint(least, most);
            let tried = self.set(pieces, middle, leading, Align::Start);
            if tried.lines.len() > lines {
                least = middle;
            } else {
                (best, most) = (tried, middle);
            }
        }
        best
    }

    /// The characters that are in no font, and where the document says they were written.
    pub(crate) fn missing(&self, document: &Document) -> Vec<Missing> {
        if self.missing.is_empty() {
            return Vec::new();
        }
        let (words, running) = (document.words(), &document.running);
        let heads = [Some(&running.head_start), Some(&running.foot_mark), running.disclaimer.as_ref()];
        let missing = self.missing.iter().map(|(tag, character, place)| match role_of(*tag) {
            Role::Content(slot) => {
                let origin = words.get(slot.number() as usize).map(|words| words.origin_of(*character));
                Missing { character: *character, place: place.clone(), origin: origin.unwrap_or_default() }
            }
            Role::Decoration | Role::Running => {
                let mut origins = heads.iter().flatten().map(|words| words.origin_of(*character));
                let origin = origins.find(Origin::is_known).unwrap_or_default();
                Missing { character: *character, place: "running".to_owned(), origin }
            }
        });
        missing.collect()
    }

    /// The position of the baseline in a line, which centres capitals in the leading.
    fn rise(&self, size: f32, leading: f32) -> f32 {
        (leading - size * CAPITALS) / 2.0 + size * CAPITALS + size * DESCENDERS
    }

    /// Breaks a line of the document into lines of a width.
    pub(crate) fn paragraph(&mut self, inlines: &[Inline], kind: &Type, width: f32, align: Align) -> TextBox {
        let pieces = self.pieces(inlines, &kind.style);
        let align = match (self.language, align) {
            // Chinese is justified; other languages would get gaps between their words.
            (Language::Zh, Align::Start) => Align::Justify,
            // Arabic does not divide words, so justified columns have gaps: in 16 of the 17 paragraphs of the examples, a space was more
            // than one and a half times its width. Text that begins in another language, because it is untranslated, is set as in that
            // language.
            (Language::Ar, Align::Justify)
                if pieces
                    .first()
                    .is_some_and(|piece| piece.style.within.unwrap_or(piece.style.lang) == Language::Ar) =>
            {
                Align::Start
            }
            (_, align) => align,
        };
        self.set(&pieces, width, kind.leading, align)
    }

    /// Whether emphasis is set in italics: not if most of the text has no italic form, so that only its Latin words would slant.
    pub(crate) fn slants(&self) -> bool {
        !matches!(self.language, Language::Ar | Language::Zh)
    }

    /// The natural width of pieces on one line.
    pub(crate) fn natural(&mut self, pieces: &[StyledText]) -> f32 {
        self.extent(pieces).natural
    }

    /// The widths that pieces need: on one line, and for their widest word.
    pub(crate) fn extent(&mut self, pieces: &[StyledText]) -> text::Extent {
        with_spans(pieces, |spans| {
            let spec = ParagraphSpec { direction: self.language.direction(), ..ParagraphSpec::new(spans) };
            text::measure(self.fonts, &mut self.cache, &spec)
        })
    }
}

/// Passes pieces to the text engine. Most cells and labels are a single piece, for which nothing is allocated.
fn with_spans<T>(pieces: &[StyledText], with: impl FnOnce(&[Span<'_>]) -> T) -> T {
    match pieces {
        [only] => with(&[only.span()]),
        _ => with(&pieces.iter().map(StyledText::span).collect::<Vec<_>>()),
    }
}

/// The role of a run, from its tag.
pub(crate) fn role_of(tag: u32) -> Role {
    if tag == UNTAGGED { Role::Running } else { Role::Content(SlotId::from_number(tag)) }
}

fn foreign_lang(tag: &LanguageTag, fallback: Language) -> Language {
    tag.to_string().split('-').next().and_then(|code| code.parse().ok()).unwrap_or(fallback)
}
