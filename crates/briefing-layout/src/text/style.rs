//! What a caller says about text: styles, spans, paragraphs.

use briefing_model::{Colour, Direction, Language};

/// Which of the two Latin families a text is set in; other scripts have one family each.
///
/// ```
/// use briefing_layout::text::LatinFamily;
///
/// assert_ne!(LatinFamily::Text, LatinFamily::Condensed);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LatinFamily {
    /// Roboto, for running text.
    Text,
    /// Roboto Condensed, for headings, stamps and tables.
    Condensed,
}

/// The weight asked for; the nearest one a family has is taken.
///
/// ```
/// use briefing_layout::text::Weight;
///
/// assert!(Weight::Light.class() < Weight::Bold.class());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 300.
    Light,
    /// 400.
    Regular,
    /// 700.
    Bold,
}

impl Weight {
    /// The number OpenType gives this weight (`OS/2`, `usWeightClass`).
    ///
    /// ```
    /// assert_eq!(briefing_layout::text::Weight::Bold.class(), 700);
    /// ```
    #[must_use]
    pub const fn class(self) -> u16 {
        match self {
            Self::Light => 300,
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }
}

/// How wide digits are. Both kinds stand on the line.
///
/// ```
/// use briefing_layout::text::Figures;
///
/// assert_ne!(Figures::Tabular, Figures::Proportional);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// All equally wide, for columns of numbers.
    Tabular,
    /// Each as wide as it is drawn, for running text.
    Proportional,
}

/// How a stretch of text is set. Lengths are points.
///
/// ```
/// use briefing_layout::text::{TextStyle, Weight};
///
/// let strong = TextStyle { weight: Weight::Bold, ..TextStyle::default() };
/// assert_eq!(strong.size, 10.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TextStyle {
    /// The Latin family.
    pub family: LatinFamily,
    /// The weight.
    pub weight: Weight,
    /// Whether the face slants; a family without a slanted face stays upright.
    pub italic: bool,
    /// The size of the em.
    pub size: f32,
    /// The colour of the glyphs.
    pub colour: Colour,
    /// Space added after each letter; other than zero it forbids ligatures. Arabic takes none.
    pub tracking: f32,
    /// The kind of digits.
    pub figures: Figures,
    /// The language.
    pub lang: Language,
    /// The language of the passage that it stands in, where that is another: a name in Arabic in a sentence of English does not turn the sentence
    /// round.
    pub within: Option<Language>,
    /// How far the baseline is raised (negative: lowered).
    pub raise: f32,
}

impl Default for TextStyle {
    /// Ten points of black regular English.
    fn default() -> Self {
        Self {
            family: LatinFamily::Text,
            weight: Weight::Regular,
            italic: false,
            size: 10.0,
            colour: Colour::rgb(0, 0, 0),
            tracking: 0.0,
            figures: Figures::Proportional,
            lang: Language::En,
            within: None,
            raise: 0.0,
        }
    }
}

/// A stretch of text in one style.
///
/// ```
/// use briefing_layout::text::{Span, TextStyle};
///
/// let style = TextStyle::default();
/// let span = Span { text: "46 entities", style: &style, tag: 7 };
/// assert_eq!(span.tag, 7);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span<'a> {
    /// The characters.
    pub text: &'a str,
    /// How they are set.
    pub style: &'a TextStyle,
    /// Whatever the caller wants to find again on the runs that draw this span.
    pub tag: u32,
}

/// How lines stand in the measure.
///
/// ```
/// use briefing_layout::text::Align;
///
/// assert_ne!(Align::Start, Align::Justify);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the side where reading starts.
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
    /// Filled from side to side; a last line stands at the start.
    Justify,
}

/// A paragraph to be broken into lines. Lengths are points.
///
/// ```
/// use briefing_layout::text::{Align, ParagraphSpec, Span, TextStyle};
///
/// let style = TextStyle::default();
/// let spans = [Span { text: "In April", style: &style, tag: 0 }];
/// let spec = ParagraphSpec { align: Align::Justify, hyphenate: true, ..ParagraphSpec::new(&spans) };
/// assert_eq!(spec.indent, 0.0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParagraphSpec<'a> {
    /// The text, in reading order.
    pub spans: &'a [Span<'a>],
    /// How lines stand in the measure.
    pub align: Align,
    /// The base direction.
    pub direction: Direction,
    /// Whether words may be divided where their language divides them. U+00AD counts either way.
    pub hyphenate: bool,
    /// The distance from one baseline to the next.
    pub line_height: f32,
    /// How far the first line is set in, at the side where reading starts.
    pub indent: f32,
}

impl<'a> ParagraphSpec<'a> {
    /// A paragraph at the start side, left to right, undivided words, lines 1.3 times the first span's size apart.
    ///
    /// ```
    /// use briefing_layout::text::{ParagraphSpec, Span, TextStyle};
    ///
    /// let style = TextStyle::default();
    /// let spans = [Span { text: "In April", style: &style, tag: 0 }];
    /// assert_eq!(ParagraphSpec::new(&spans).line_height, 13.0);
    /// ```
    #[must_use]
    pub fn new(spans: &'a [Span<'a>]) -> Self {
        let size = spans.first().map_or(10.0, |span| span.style.size);
        Self {
            spans,
            align: Align::Start,
            direction: Direction::LeftToRight,
            hyphenate: false,
            line_height: size * 1.3,
            indent: 0.0,
        }
    }
}
