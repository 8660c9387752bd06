//! The input of the text engine: styles, spans, paragraphs.

use briefing_model::{Colour, Direction, Language};

/// The Latin family in which a text is set; other scripts have one family each.
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

/// A requested weight. The nearest weight that the family has is used.
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
    /// The OpenType number of this weight (`OS/2`, `usWeightClass`).
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

/// The width of digits. Both kinds are lining figures.
///
/// ```
/// use briefing_layout::text::Figures;
///
/// assert_ne!(Figures::Tabular, Figures::Proportional);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// All of equal width, for columns of numbers.
    Tabular,
    /// Each with its natural width, for running text.
    Proportional,
}

/// How a piece of text is set. Lengths are in points.
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
    /// Whether the face is italic. A family without an italic face stays upright.
    pub italic: bool,
    /// The size of the em.
    pub size: f32,
    /// The colour of the glyphs.
    pub colour: Colour,
    /// The space added after each letter. Unless zero, it disables ligatures. Arabic has no tracking.
    pub tracking: f32,
    /// The kind of digits.
    pub figures: Figures,
    /// The language.
    pub lang: Language,
    /// The language of the surrounding passage, if it differs: a name in Arabic within an English sentence does not reverse the sentence.
    pub within: Option<Language>,
    /// How far the baseline is raised; negative to lower it.
    pub raise: f32,
}

impl Default for TextStyle {
    /// Black regular English text at ten points.
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

/// A piece of text in one style.
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
    /// The style in which they are set.
    pub style: &'a TextStyle,
    /// A value of the caller's choice, repeated on the runs that draw this span.
    pub tag: u32,
}

/// The alignment of lines in the measure.
///
/// ```
/// use briefing_layout::text::Align;
///
/// assert_ne!(Align::Start, Align::Justify);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// On the side where reading begins.
    Start,
    /// Centred.
    Center,
    /// On the side where reading ends.
    End,
    /// Filled from side to side, with the last line at the start.
    Justify,
}

/// A paragraph to be broken into lines. Lengths are in points.
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
    /// The alignment of lines in the measure.
    pub align: Align,
    /// The base direction.
    pub direction: Direction,
    /// Whether words may be divided by the rules of their language. U+00AD is respected either way.
    pub hyphenate: bool,
    /// The distance between baselines.
    pub line_height: f32,
    /// The indent of the first line, on the side where reading begins.
    pub indent: f32,
}

impl<'a> ParagraphSpec<'a> {
    /// A paragraph aligned at the start, left to right, without hyphenation, and with a leading of 1.3 times the first span's size.
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
