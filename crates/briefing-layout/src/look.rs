//! The look of an issue: colours, type, and the measures that depend on the paper.

use briefing_document::Style;
use briefing_model::{Colour, Direction, Language, TextColumns, ThemeLook};

use crate::measures::colours::{self, READABLE, TOLD_APART};
use crate::measures::{figures, journal, page, poster, strip, title, type_sizes};
use crate::page::Rect;
use crate::text::{Align, Figures, LatinFamily, TextStyle, Weight};

/// All properties of the page that do not depend on its content.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) page: (f32, f32),
    pub(crate) margin: f32,
    /// Whether text is set in a single column.
    pub(crate) is_single: bool,
    pub(crate) gutter: f32,
    /// The top of the content on pages without the title band.
    pub(crate) top: f32,
    /// The lowest position of content on a page.
    pub(crate) bottom: f32,
    /// The foot of the title band.
    pub(crate) band: f32,
    pub(crate) palette: Palette,
    pub(crate) lang: Language,
    pub(crate) design: ThemeLook,
    /// The leading of running text as a share of the usual, the same on all pages of an issue.
    pub(crate) leading: f32,
    /// The share of its size that a picture may lose, the same on all pages.
    pub(crate) scalable: f32,
}

/// The colours of content in the closing band.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClosingColours {
    pub(crate) words: Colour,
    /// Small labels above other words.
    pub(crate) label: Colour,
    /// Rules between its parts.
    pub(crate) rule: Colour,
}

/// The colours, all derived from the two chosen by the office.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    /// Fills and rules.
    pub(crate) accent: Colour,
    /// Bars, days and meaningful lines: the accent, darkened until it can be distinguished from white.
    pub(crate) mark: Colour,
    /// Titles, and the band behind the title.
    pub(crate) ink: Colour,
    /// Small titles on white and on the tint: the ink, darkened if the tint requires it.
    pub(crate) title: Colour,
    /// Words on the accent: the first of ink, white and black that is readable on it.
    pub(crate) on_accent: Colour,
    /// Links and stamps: the accent, darkened until it is readable in small type on white and on the tint.
    pub(crate) strong: Colour,
    /// Running text.
    pub(crate) text: Colour,
    /// Captions, notes, running heads and feet.
    pub(crate) quiet: Colour,
    /// The background of boxes.
    pub(crate) tint: Colour,
    /// Thin rules.
    pub(crate) hairline: Colour,
    /// The lighter of two nested bars.
    pub(crate) pale: Colour,
}

impl Palette {
    fn new(style: &Style) -> Self {
        let white = Colour::WHITE;
        let tint = mix(style.accent, white, colours::TINT);
        let mut strong = style.accent;
        for _ in 0..40 {
            if strong.contrast(tint) >= colours::SURELY_READABLE {
                break;
            }
            strong = mix(strong, Colour::rgb(0, 0, 0), colours::STEP);
        }
        let candidates = [style.ink, white, Colour::rgb(0, 0, 0)];
        let on_accent = candidates.into_iter().find(|words| words.contrast(style.accent) >= READABLE);
        Self {
            accent: style.accent,
            mark: style.accent.with_contrast(white, TOLD_APART),
            ink: style.ink,
            title: style.ink.with_contrast(tint, READABLE),
            // Either white or black has a contrast of 4.58 to 1 with any colour.
            on_accent: on_accent.unwrap_or(style.ink),
            strong,
            text: mix(style.ink, Colour::rgb(24, 28, 34), colours::TEXT),
            quiet: Colour::rgb(75, 85, 99),
            tint,
            hairline: mix(style.accent, white, colours::HAIRLINE),
            pale: mix(style.accent, white, colours::PALE),
        }
    }
}

/// A tint of the accent for words on the ink: with `share` of white, or more if needed to be readable.
pub(crate) fn bright(palette: &Palette, share: f32) -> Colour {
    mix(palette.accent, Colour::WHITE, share).with_contrast(palette.ink, READABLE)
}

/// A mixture of two colours, with `share` of the second.
pub(crate) fn mix(first: Colour, second: Colour, share: f32) -> Colour {
    let part = |a: u8, b: u8| {
        let value = f32::from(a) * (1.0 - share) + f32::from(b) * share;
        // A mixture of two bytes is a byte.
        value.round().clamp(0.0, 255.0) as u8
    };
    Colour::rgb(part(first.red, second.red), part(first.green, second.green), part(first.blue, second.blue))
}

/// A style and its leading.
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
    /// The heading of an item.
    Item,
    /// Text in boxes and cells, a little smaller.
    Compact,
    /// Captions and notes.
    Small,
    /// Running heads and feet, and the smallest words of charts.
    Tiny,
}

impl Look {
    pub(crate) fn new(style: &Style, language: Language) -> Self {
        let page = page::size(style.paper);
        let is_single = style.columns == TextColumns::One;
        Self {
            page,
            margin: if is_single { (page.0 - page::SINGLE) / 2.0 } else { page::MARGIN },
            is_single,
            gutter: page::GUTTER,
            top: page::TOP,
            bottom: page.1 - page::BOTTOM,
            band: match style.look {
                ThemeLook::Band => title::BAND,
                ThemeLook::Journal => journal::BAND,
                ThemeLook::Poster => poster::BAND,
            },
            palette: Palette::new(style),
            lang: language,
            design: style.look,
            leading: 1.0,
            scalable: figures::SCALABLE,
        }
    }

    /// The same look with leading reduced to a share, and with pictures that may lose a share of their size.
    pub(crate) fn with_liberties(&self, (leading, scalable): (f32, f32)) -> Self {
        Self { leading, scalable, ..self.clone() }
    }

    /// The colours of the closing band.
    pub(crate) fn closing(&self) -> ClosingColours {
        let palette = &self.palette;
        match self.design {
            ThemeLook::Band | ThemeLook::Poster => ClosingColours {
                words: Colour::WHITE,
                label: bright(palette, strip::LABEL_BRIGHT),
                rule: mix(palette.accent, palette.ink, colours::RULE_ON_INK),
            },
            ThemeLook::Journal => self.open(),
        }
    }

    /// The colours of the same content on white paper or on the tint of a box.
    pub(crate) const fn open(&self) -> ClosingColours {
        let palette = &self.palette;
        ClosingColours { words: palette.text, label: palette.strong, rule: palette.hairline }
    }

    /// The width between the margins.
    pub(crate) fn measure(&self) -> f32 {
        self.page.0 - 2.0 * self.margin
    }

    /// The width of a column.
    pub(crate) fn column(&self) -> f32 {
        if self.is_single { self.measure() } else { (self.measure() - self.gutter) / 2.0 }
    }

    /// The area available to content on a page.
    pub(crate) fn body(&self, first: bool) -> Rect {
        let top = if first { self.band + page::BELOW_BAND } else { self.top };
        Rect::new(self.margin, top, self.measure(), self.bottom - top)
    }

    /// The alignment of figures in a column: units below units, and therefore at the right in every language, because figures run from left
    /// to right in all of them.
    pub(crate) const fn figures(&self) -> Align {
        match self.lang.direction() {
            Direction::LeftToRight => Align::End,
            Direction::RightToLeft => Align::Start,
        }
    }

    /// The leading of running text, and the grid for everything beside it.
    pub(crate) fn grid(&self) -> f32 {
        self.voice(Voice::Body).leading
    }

    /// The style and leading of a kind of text.
    pub(crate) fn voice(&self, voice: Voice) -> Type {
        let journal = self.design == ThemeLook::Journal;
        let (family, weight, (size, leading), colour) = match voice {
            Voice::Section if journal => (LatinFamily::Text, Weight::Bold, journal::SECTION, self.palette.title),
            Voice::Unit if journal => (LatinFamily::Text, Weight::Bold, journal::UNIT, self.palette.strong),
            Voice::Item if journal => (LatinFamily::Text, Weight::Bold, journal::ITEM, self.palette.title),
            Voice::Body => (LatinFamily::Text, Weight::Regular, type_sizes::BODY, self.palette.text),
            Voice::Section => (LatinFamily::Condensed, Weight::Bold, type_sizes::SECTION, self.palette.title),
            Voice::Unit => (LatinFamily::Condensed, Weight::Bold, type_sizes::UNIT, self.palette.strong),
            Voice::Item => (LatinFamily::Condensed, Weight::Bold, type_sizes::ITEM, self.palette.title),
            Voice::Compact => (LatinFamily::Text, Weight::Regular, type_sizes::COMPACT, self.palette.text),
            Voice::Small => (LatinFamily::Text, Weight::Regular, type_sizes::SMALL, self.palette.quiet),
            Voice::Tiny => (LatinFamily::Text, Weight::Regular, type_sizes::TINY, self.palette.quiet),
        };
        let (scale, air) = match self.lang {
            Language::Ar => type_sizes::ARABIC,
            Language::Zh => type_sizes::CHINESE,
            Language::En | Language::Es | Language::Fr | Language::Ru => (1.0, 1.0),
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
        let share = match voice {
            Voice::Body | Voice::Item | Voice::Compact | Voice::Small => self.leading,
            Voice::Section | Voice::Unit | Voice::Tiny => 1.0,
        };
        Type { style, leading: f32::min(leading * air, size * type_sizes::FURTHEST_APART) * share }
    }
}

#[cfg(test)]
mod tests {
    use briefing_model::Theme;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_end_of_an_issue_can_be_read_in_every_look(accent: [u8; 3], ink: [u8; 3]) {
            let colour = |[red, green, blue]: [u8; 3]| Colour::rgb(red, green, blue);
            // The ink of an office is readable on white.
            let ink = colour(ink).with_contrast(Colour::WHITE, READABLE);
            for design in ThemeLook::ALL {
                let style = Style { accent: colour(accent), ink, look: design, ..Style::from(&Theme::default()) };
                let look = Look::new(&style, Language::En);
                let ground = if design == ThemeLook::Journal { Colour::WHITE } else { look.palette.ink };
                let closing = look.closing();
                for (what, words) in [("words", closing.words), ("labels", closing.label)] {
                    prop_assert!(words.contrast(ground) >= READABLE, "{what} of {design:?}: {words} on {ground}");
                }
            }
        }

        #[test]
        fn words_can_be_read_whatever_the_colours(accent: [u8; 3], ink: [u8; 3]) {
            let colour = |[red, green, blue]: [u8; 3]| Colour::rgb(red, green, blue);
            let palette = Palette::new(&Style { accent: colour(accent), ink: colour(ink), ..Style::from(&Theme::default()) });
            let white = Colour::WHITE;
            let pairs = [
                ("small titles on the tint", palette.title, palette.tint),
                ("links on the tint", palette.strong, palette.tint),
                ("links on white", palette.strong, white),
                ("text on the tint", palette.text, palette.tint),
                ("captions on the tint", palette.quiet, palette.tint),
                ("the month on the accent", palette.on_accent, palette.accent),
            ];
            for (what, words, ground) in pairs {
                prop_assert!(words.contrast(ground) >= READABLE, "{what}: {words} on {ground}");
            }
            prop_assert!(palette.mark.contrast(white) >= TOLD_APART, "bars on white: {}", palette.mark);
        }
    }
}
