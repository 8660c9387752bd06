//! The design and the colours of an office's issues.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::textual::{padded, words};

/// A colour in sRGB (IEC 61966-2-1), written `#009EDB`.
///
/// ```
/// use briefing_model::Colour;
///
/// let blue: Colour = "#009edb".parse()?;
/// assert_eq!(blue.to_string(), "#009EDB");
/// assert!(blue.contrast(Colour::WHITE) < 4.5);
/// # Ok::<(), briefing_model::InvalidColour>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

/// Text that is not a colour.
///
/// ```
/// let error = "blue".parse::<briefing_model::Colour>().unwrap_err();
/// assert_eq!(error.to_string(), "`blue` is not a colour: write `#` and six hexadecimal digits, as in `#009EDB`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a colour: write `#` and six hexadecimal digits, as in `#009EDB`")]
pub struct InvalidColour(String);

impl Colour {
    /// White paper.
    ///
    /// ```
    /// assert_eq!(briefing_model::Colour::WHITE.to_string(), "#FFFFFF");
    /// ```
    pub const WHITE: Self = Self::rgb(255, 255, 255);

    /// Creates a colour from its three channels.
    ///
    /// ```
    /// assert_eq!(briefing_model::Colour::rgb(0, 158, 219).to_string(), "#009EDB");
    /// ```
    #[must_use]
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// The relative luminance, from 0 (black) to 1 (white), as defined by WCAG 2.2.
    ///
    /// ```
    /// use briefing_model::Colour;
    ///
    /// assert!((Colour::WHITE.luminance() - 1.0).abs() < 1e-9);
    /// assert!(Colour::rgb(0, 0, 0).luminance().abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast ratio with another colour, from 1 to 21 (WCAG 2.2, success criterion 1.4.3).
    ///
    /// ```
    /// use briefing_model::Colour;
    ///
    /// assert!((Colour::rgb(0, 0, 0).contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl Colour {
    /// Returns the colour itself if its contrast with a background is sufficient, otherwise the nearest darker or
    /// lighter shade with sufficient contrast; black or white if there is none.
    ///
    /// ```
    /// use briefing_model::Colour;
    ///
    /// let pale: Colour = "#FFCC00".parse()?;
    /// let seen = pale.with_contrast(Colour::WHITE, 3.0);
    /// assert!(seen.contrast(Colour::WHITE) >= 3.0 && seen.red > seen.green);
    /// # Ok::<(), briefing_model::InvalidColour>(())
    /// ```
    #[must_use]
    pub fn with_contrast(self, ground: Self, least: f64) -> Self {
        let black = Self::rgb(0, 0, 0);
        let end = if ground.contrast(black) >= ground.contrast(Self::WHITE) { black } else { Self::WHITE };
        // In hundredths of the way: finer steps would not be visible.
        let step = |share: u16| {
            let part = |from: u8, to: u8| {
                let mixed = (u16::from(from) * (100 - share) + u16::from(to) * share + 50) / 100;
                u8::try_from(mixed).unwrap_or(u8::MAX)
            };
            Self::rgb(part(self.red, end.red), part(self.green, end.green), part(self.blue, end.blue))
        };
        (0..=100).map(step).find(|shade| shade.contrast(ground) >= least).unwrap_or(end)
    }
}

impl FromStr for Colour {
    type Err = InvalidColour;

    fn from_str(text: &str) -> Result<Self, InvalidColour> {
        let invalid = || InvalidColour(text.to_owned());
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or_else(invalid)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(invalid());
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).map_err(|_| invalid())?.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl TryFrom<String> for Colour {
    type Error = InvalidColour;

    fn try_from(text: String) -> Result<Self, InvalidColour> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue))
    }
}

/// The format of the paper.
///
/// ```
/// assert_eq!(briefing_model::Paper::default(), briefing_model::Paper::A4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 210 by 297 millimetres (ISO 216).
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

words!(Paper, "a paper", A4 "a4", Letter "letter");

/// The design of the pages: their head, their rules and their typefaces.
///
/// ```
/// assert_eq!(briefing_model::ThemeLook::default().as_str(), "band");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ThemeLook {
    /// A dark band with a globe, condensed headings, a dark closing band.
    #[default]
    Band,
    /// A title between rules on white paper, wide headings, a light closing band.
    Journal,
    /// A band of the accent with a large month, headings on bars.
    Poster,
}

words!(ThemeLook, "a look", Band "band", Journal "journal", Poster "poster");

impl ThemeLook {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// The number of columns of text.
///
/// ```
/// use briefing_model::TextColumns;
///
/// assert_eq!(serde_json::to_string(&TextColumns::One)?, "1");
/// assert_eq!(TextColumns::try_from(2), Ok(TextColumns::Two));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum TextColumns {
    /// One column with wide margins, as in a letter.
    One,
    /// Two columns.
    #[default]
    Two,
}

/// A number of columns that pages cannot have.
///
/// ```
/// use briefing_model::TextColumns;
///
/// assert_eq!(TextColumns::try_from(3).unwrap_err().to_string(), "text runs in 1 or 2 columns, not in 3");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("text runs in 1 or 2 columns, not in {0}")]
pub struct InvalidTextColumns(u8);

impl TextColumns {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl TryFrom<u8> for TextColumns {
    type Error = InvalidTextColumns;

    fn try_from(number: u8) -> Result<Self, InvalidTextColumns> {
        match number {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            other => Err(InvalidTextColumns(other)),
        }
    }
}

impl From<TextColumns> for u8 {
    fn from(columns: TextColumns) -> Self {
        match columns {
            TextColumns::One => 1,
            TextColumns::Two => 2,
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TextColumns {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TextColumns".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "enum": [1, 2] })
    }
}

/// The appearance that an office chooses: a design, two colours, the paper and the columns.
///
/// The accent fills bands and bars and draws rules; the ink is its dark companion for titles, links and small type, for
/// which it has enough contrast with white.
///
/// ```
/// use briefing_model::Theme;
///
/// let theme = Theme::default();
/// assert_eq!(theme.accent().to_string(), "#009EDB");
/// assert!(Theme::new("#009EDB".parse()?, "#FFCC00".parse()?, Default::default()).is_err());
/// # Ok::<(), briefing_model::InvalidColour>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "ThemeWire", into = "ThemeWire")]
pub struct Theme {
    accent: Colour,
    ink: Colour,
    paper: Paper,
    look: ThemeLook,
    columns: TextColumns,
}

/// A theme as it is written in JSON, with its contrast not yet checked.
#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ThemeWire {
    accent: Colour,
    ink: Colour,
    #[serde(default)]
    paper: Paper,
    #[serde(default, skip_serializing_if = "ThemeLook::is_usual")]
    look: ThemeLook,
    /// The number of columns of text.
    #[serde(default, skip_serializing_if = "TextColumns::is_usual")]
    columns: TextColumns,
}

/// An ink that cannot be read on white paper.
///
/// ```
/// use briefing_model::{Colour, Paper, Theme};
///
/// let error = Theme::new(Colour::WHITE, Colour::WHITE, Paper::A4).unwrap_err();
/// assert!(error.to_string().starts_with("the ink #FFFFFF is too light for small type on white"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the ink {0} is too light for small type on white: its contrast is {contrast:.1} to 1, and WCAG asks for 4.5; {nearest} has it",
    contrast = floor(.0.contrast(Colour::WHITE)),
    nearest = .0.with_contrast(Colour::WHITE, 4.5)
)]
pub struct PaleInk(Colour);

/// A contrast rounded down to one decimal, so that an insufficient one does not look sufficient.
fn floor(contrast: f64) -> f64 {
    (contrast * 10.0).floor() / 10.0
}

impl Theme {
    /// Creates a theme, if its ink can be read on white.
    ///
    /// ```
    /// use briefing_model::{Colour, Paper, Theme};
    ///
    /// assert!(Theme::new(Colour::rgb(255, 204, 0), Colour::rgb(64, 32, 0), Paper::Letter).is_ok());
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the ink's contrast with white is below 4.5 to 1 (WCAG 2.2, level AA).
    pub fn new(accent: Colour, ink: Colour, paper: Paper) -> Result<Self, PaleInk> {
        if ink.contrast(Colour::WHITE) < 4.5 {
            return Err(PaleInk(ink));
        }
        Ok(Self { accent, ink, paper, look: ThemeLook::default(), columns: TextColumns::default() })
    }

    /// Sets the design.
    ///
    /// ```
    /// use briefing_model::{Theme, ThemeLook};
    ///
    /// assert_eq!(Theme::default().with_look(ThemeLook::Journal).look(), ThemeLook::Journal);
    /// ```
    #[must_use]
    pub const fn with_look(self, look: ThemeLook) -> Self {
        Self { look, ..self }
    }

    /// Sets the number of columns.
    ///
    /// ```
    /// use briefing_model::{TextColumns, Theme};
    ///
    /// assert_eq!(Theme::default().with_columns(TextColumns::One).columns(), TextColumns::One);
    /// ```
    #[must_use]
    pub const fn with_columns(self, columns: TextColumns) -> Self {
        Self { columns, ..self }
    }

    /// The number of columns of text.
    ///
    /// ```
    /// assert_eq!(briefing_model::Theme::default().columns(), briefing_model::TextColumns::Two);
    /// ```
    #[must_use]
    pub const fn columns(&self) -> TextColumns {
        self.columns
    }

    /// The design of the pages.
    ///
    /// ```
    /// assert_eq!(briefing_model::Theme::default().look(), briefing_model::ThemeLook::Band);
    /// ```
    #[must_use]
    pub const fn look(&self) -> ThemeLook {
        self.look
    }

    /// A darker shade of the accent, if bars and rules in the accent would hardly be visible on white: below a contrast
    /// of 3 to 1 (WCAG 2.2, 1.4.11).
    ///
    /// ```
    /// use briefing_model::{Colour, Paper, Theme};
    ///
    /// assert_eq!(Theme::default().stronger_accent(), None);
    /// let pale = Theme::new(Colour::rgb(255, 204, 0), Colour::rgb(64, 32, 0), Paper::A4)?;
    /// assert!(pale.stronger_accent().is_some());
    /// # Ok::<(), briefing_model::PaleInk>(())
    /// ```
    #[must_use]
    pub fn stronger_accent(&self) -> Option<Colour> {
        let shade = self.accent.with_contrast(Colour::WHITE, 3.0);
        (shade != self.accent).then_some(shade)
    }

    /// The colour of bands, bars and rules.
    ///
    /// ```
    /// assert_eq!(briefing_model::Theme::default().accent().to_string(), "#009EDB");
    /// ```
    #[must_use]
    pub const fn accent(&self) -> Colour {
        self.accent
    }

    /// The dark colour of titles and small type.
    ///
    /// ```
    /// assert_eq!(briefing_model::Theme::default().ink().to_string(), "#0B2545");
    /// ```
    #[must_use]
    pub const fn ink(&self) -> Colour {
        self.ink
    }

    /// The paper.
    ///
    /// ```
    /// assert_eq!(briefing_model::Theme::default().paper(), briefing_model::Paper::A4);
    /// ```
    #[must_use]
    pub const fn paper(&self) -> Paper {
        self.paper
    }
}

impl Default for Theme {
    /// United Nations blue with a navy ink, on A4.
    fn default() -> Self {
        Self {
            accent: Colour::rgb(0x00, 0x9E, 0xDB),
            ink: Colour::rgb(0x0B, 0x25, 0x45),
            paper: Paper::A4,
            look: ThemeLook::Band,
            columns: TextColumns::Two,
        }
    }
}

impl TryFrom<ThemeWire> for Theme {
    type Error = PaleInk;

    fn try_from(wire: ThemeWire) -> Result<Self, PaleInk> {
        Ok(Self::new(wire.accent, wire.ink, wire.paper)?.with_look(wire.look).with_columns(wire.columns))
    }
}

impl From<Theme> for ThemeWire {
    fn from(theme: Theme) -> Self {
        let Theme { accent, ink, paper, look, columns } = theme;
        Self { accent, ink, paper, look, columns }
    }
}
