//! Typefaces for briefings, with their licences.
//!
//! Bytes and nothing else: what a face can do is asked of the face itself. The files are static, subset from
//! public packages as the README of this crate tells, and read at the start of no program: `include_bytes!` leaves
//! them in the binary, where the system loads a page when it is first touched.
//!
//! | feature | faces |
//! |---|---|
//! | `latin` | Roboto and Roboto Condensed, the typeface of the United Nations for Latin and Cyrillic |
//! | `arabic` | Noto Naskh Arabic 2.004 |
//! | `chinese` | Noto Sans SC, the repertoire of GB 2312 |
//!
//! ```
//! use briefing_fonts::{Family, faces};
//!
//! let bold = faces().iter().find(|face| face.family == Family::Roboto && face.weight == 700 && !face.italic);
//! # #[cfg(feature = "latin")]
//! assert_eq!(bold.map(|face| face.name), Some("Roboto-Bold"));
//! ```

/// A typeface: several faces drawn to go together.
///
/// ```
/// assert_eq!(briefing_fonts::Family::NotoNaskhArabic.name(), "Noto Naskh Arabic");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Roboto: Latin and Cyrillic text.
    Roboto,
    /// Roboto Condensed: Latin and Cyrillic headings, tables and stamps.
    RobotoCondensed,
    /// Noto Naskh Arabic.
    NotoNaskhArabic,
    /// Noto Sans SC: simplified Chinese, with kana and full-width forms.
    NotoSansSc,
}

impl Family {
    /// The name the family calls itself by.
    ///
    /// ```
    /// assert_eq!(briefing_fonts::Family::Roboto.name(), "Roboto");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Roboto => "Roboto",
            Self::RobotoCondensed => "Roboto Condensed",
            Self::NotoNaskhArabic => "Noto Naskh Arabic",
            Self::NotoSansSc => "Noto Sans SC",
        }
    }
}

/// One face of a family: a TrueType file and what one must know to choose it.
///
/// ```
/// for face in briefing_fonts::faces() {
///     assert!(face.data.starts_with(&[0, 1, 0, 0]), "{} is a TrueType file", face.name);
///     assert!(face.licence.text.contains("Open Font License"));
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// The PostScript name, without a subset's tag: `Roboto-Bold`.
    pub name: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// The weight as OS/2 `usWeightClass` has it: 300 light, 400 regular, 700 bold.
    pub weight: u16,
    /// Whether the face slants.
    pub italic: bool,
    /// The file, byte for byte.
    pub data: &'static [u8],
    /// What one may do with it.
    pub licence: Licence,
}

/// The licence of a face.
///
/// ```
/// let mut names: Vec<_> = briefing_fonts::faces().iter().map(|face| face.licence.name).collect();
/// names.dedup();
/// assert_eq!(names, ["OFL-1.1"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Licence {
    /// The SPDX identifier.
    pub name: &'static str,
    /// The text, as the package the face came from ships it.
    pub text: &'static str,
}

/// Every face that the chosen features bring, in an order that does not change.
///
/// ```
/// assert!(!briefing_fonts::faces().is_empty());
/// ```
#[must_use]
pub const fn faces() -> &'static [Face] {
    FACES
}

#[cfg(feature = "latin")]
const ROBOTO: Licence = Licence { name: "OFL-1.1", text: include_str!("../licences/Roboto-OFL.txt") };
#[cfg(feature = "latin")]
const ROBOTO_CONDENSED: Licence =
    Licence { name: "OFL-1.1", text: include_str!("../licences/RobotoCondensed-OFL.txt") };
#[cfg(feature = "arabic")]
const NOTO_NASKH: Licence =
    Licence { name: "OFL-1.1", text: include_str!("../licences/NotoNaskhArabic-copyright.txt") };
#[cfg(feature = "chinese")]
const NOTO_SANS_SC: Licence = Licence { name: "OFL-1.1", text: include_str!("../licences/NotoSansSC-OFL.txt") };

macro_rules! face {
    ($name:literal, $family:ident, $weight:literal, $italic:literal, $licence:ident) => {
        Face {
            name: $name,
            family: Family::$family,
            weight: $weight,
            italic: $italic,
            data: include_bytes!(concat!("../fonts/", $name, ".ttf")),
            licence: $licence,
        }
    };
}

const FACES: &[Face] = &[
    #[cfg(feature = "latin")]
    face!("Roboto-Regular", Roboto, 400, false, ROBOTO),
    #[cfg(feature = "latin")]
    face!("Roboto-Italic", Roboto, 400, true, ROBOTO),
    #[cfg(feature = "latin")]
    face!("Roboto-Bold", Roboto, 700, false, ROBOTO),
    #[cfg(feature = "latin")]
    face!("Roboto-BoldItalic", Roboto, 700, true, ROBOTO),
    #[cfg(feature = "latin")]
    face!("RobotoCondensed-Light", RobotoCondensed, 300, false, ROBOTO_CONDENSED),
    #[cfg(feature = "latin")]
    face!("RobotoCondensed-Regular", RobotoCondensed, 400, false, ROBOTO_CONDENSED),
    #[cfg(feature = "latin")]
    face!("RobotoCondensed-Bold", RobotoCondensed, 700, false, ROBOTO_CONDENSED),
    #[cfg(feature = "arabic")]
    face!("NotoNaskhArabic-Regular", NotoNaskhArabic, 400, false, NOTO_NASKH),
    #[cfg(feature = "arabic")]
    face!("NotoNaskhArabic-Bold", NotoNaskhArabic, 700, false, NOTO_NASKH),
    #[cfg(feature = "chinese")]
    face!("NotoSansSC-Regular", NotoSansSc, 400, false, NOTO_SANS_SC),
    #[cfg(feature = "chinese")]
    face!("NotoSansSC-Bold", NotoSansSc, 700, false, NOTO_SANS_SC),
];
