//! The look: paper, measures, colours and type, all in one place.

use briefing_document::Style;
use briefing_model::{Colour, Language, Paper};

use crate::page::Rect;
use crate::text::{Figures, LatinFamily, TextStyle, Weight};

/// Everything about the page that does not depend on what is said.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) page: (f32, f32),
    pub(crate) margin: f32,
    pub(crate) gutter: f32,
    /// Where content begins on a page without the title band.
    pub(crate) top: f32,
    /// Where content ends at the latest.
    pub(crate) bottom: f32,
    /// How far down the title band reaches.
    pub(crate) band: f32,
    pub(crate) palette: Palette,
    pub(crate) lang: Language,
}

/// The colours, all derived from the two that the office chose.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    /// Fills, bars and rules.
    pub(crate) accent: Colour,
    /// Titles, and the band behind the title.
    pub(crate) ink: Colour,
    /// Small titles, on white and on the tint: the ink, darkened where the tint asks for it.
    pub(crate) title: Colour,
    /// The words on the accent: ink, white or black, the first that can be read on it.
    pub(crate) on_accent: Colour,
    /// Links and stamps: the accent, darkened until small type in it can be read on white and on the tint.
    pub(crate) strong: Colour,
    /// Running text.
    pub(crate) text: Colour,
    /// Captions, notes, heads and feet.
    pub(crate) quiet: Colour,
    /// The ground of boxes.
    pub(crate) tint: Colour,
    /// Thin rules between things.
    pub(crate) hairline: Colour,
    /// The lighter of two bars.
    pub(crate) pale: Colour,
}

impl Palette {
    fn new(style: &Style) -> Self {
        let white = Colour::WHITE;
        let tint = mix(style.accent, white, 0.90);
        let mut strong = style.accent;
        // WCAG 2.2 asks for 4.5 to 1; a little more keeps it true after rounding.
        for _ in 0..40 {
            if strong.contrast(tint) >= 4.7 {
                break;
            }
            strong = mix(strong, Colour::rgb(0, 0, 0), 0.06);
        }
        let candidates = [style.ink, white, Colour::rgb(0, 0, 0)];
        let on_accent = candidates.into_iter().find(|words| words.contrast(style.accent) >= READABLE);
        Self {
            accent: style.accent,
            ink: style.ink,
            title: style.ink.with_contrast(tint, READABLE),
            // One of white and black has 4.58 to 1 with any colour.
            on_accent: on_accent.unwrap_or(style.ink),
            strong,
            text: mix(style.ink, Colour::rgb(24, 28, 34), 0.72),
            quiet: Colour::rgb(75, 85, 99),
            tint,
            hairline: mix(style.accent, white, 0.66),
            pale: mix(style.accent, white, 0.58),
        }
    }
}

/// The contrast of small type (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;

/// A tint of the accent for words on the ink: with `share` of white, or more where they could not be read.
pub(crate) fn bright(palette: &Palette, share: f32) -> Colour {
    mix(palette.accent, Colour::WHITE, share).with_contrast(palette.ink, READABLE)
}

/// A colour between two: `share` of the second.
pub(crate) fn mix(first: Colour, second: Colour, share: f32) -> Colour {
    let part = |a: u8, b: u8| {
        let value = f32::from(a) * (1.0 - share) + f32::from(b) * share;
        // A share of two bytes is a byte.
        value.round().clamp(0.0, 255.0) as u8
    };
    Colour::rgb(part(first.red, second.red), part(first.green, second.green), part(first.blue, second.blue))
}

/// A style and the distance between its baselines.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    pub(crate) style: TextStyle,
    pub(crate) leading: f32,
}

/// The kinds of text on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Running text.
    Body,
    /// A heading of level 2.
    Section,
    /// A heading of level 3.
    Unit,
    /// Text in boxes and cells, a little smaller.
    Compact,
    /// Captions and notes.
    Small,
    /// Heads, feet, and the smallest words of charts.
    Tiny,
}

/// The most that the baselines of a text may be apart, as a share of its size. Poppler, and with it Evince, Okular and
/// `pdftotext`, joins lines into a text up to one and a half times their size; beyond, it reads two columns across the
/// white between them.
const FURTHEST_APART: f32 = 1.45;

impl Look {
    pub(crate) fn new(style: &Style, language: Language) -> Self {
        let page = match style.paper {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        };
        Self {
            page,
            margin: 45.0,
            gutter: 23.0,
            top: 66.0,
            bottom: page.1 - 56.0,
            band: 138.0,
            palette: Palette::new(style),
            lang: language,
        }
    }

    /// The width between the margins.
    pub(crate) fn measure(&self) -> f32 {
        self.page.0 - 2.0 * self.margin
    }

    /// The width of one of two columns.
    pub(crate) fn column(&self) -> f32 {
        (self.measure() - self.gutter) / 2.0
    }

    /// The area content may take on a page.
    pub(crate) fn body(&self, first: bool) -> Rect {
        let top = if first { self.band + 30.0 } else { self.top };
        Rect::new(self.margin, top, self.measure(), self.bottom - top)
    }

    /// The distance between the lines of running text, and of all that stands beside it.
    pub(crate) fn grid(&self) -> f32 {
        self.voice(Voice::Body).leading
    }

    /// The style of a kind of text.
    pub(crate) fn voice(&self, voice: Voice) -> Type {
        let (family, weight, size, leading, colour) = match voice {
            Voice::Body => (LatinFamily::Text, Weight::Regular, 9.0, 13.0, self.palette.text),
            Voice::Section => (LatinFamily::Condensed, Weight::Bold, 16.0, 18.0, self.palette.title),
            Voice::Unit => (LatinFamily::Condensed, Weight::Bold, 11.0, 13.6, self.palette.strong),
            Voice::Compact => (LatinFamily::Text, Weight::Regular, 8.6, 12.2, self.palette.text),
            Voice::Small => (LatinFamily::Text, Weight::Regular, 7.6, 10.4, self.palette.quiet),
            Voice::Tiny => (LatinFamily::Text, Weight::Regular, 7.0, 9.2, self.palette.quiet),
        };
        // Naskh and Song faces are drawn smaller on the em, and need more air between lines.
        let (scale, air) = match self.lang {
            Language::Ar => (1.18, 1.28),
            Language::Zh => (1.02, 1.14),
            _ => (1.0, 1.0),
        };
        let size: f32 = size * scale;
        let style = TextStyle {
            family,
            weight,
            size,
            colour,
            lang: self.lang,
            figures: Figures::Proportional,
            ..TextStyle::default()
        };
        Type { style, leading: f32::min(leading * air, size * FURTHEST_APART) }
    }
}
