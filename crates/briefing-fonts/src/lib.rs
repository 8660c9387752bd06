//! Typefaces for briefings, with their licences.
//!
//! The crate holds only bytes; what a face can do is read from the face. The files are static fonts, subset from public packages as its
//! README describes. `include_bytes!` keeps them in the binary, where the operating system loads a page when it is first accessed, so they
//! cost nothing when a program starts.
//!
//! | feature | faces |
//! |---|---|
//! | `latin` | Roboto and Roboto Condensed, the typeface of the United Nations for Latin and Cyrillic |
//! | `arabic` | Noto Naskh Arabic 2.004 |
//! | `chinese` | Noto Sans SC, the repertoire of GB 2312 |
//! | `extended` | Noto Sans: Latin with all its extensions, the phonetic alphabet, Vietnamese, Greek, and Cyrillic with its extensions |
//! | `hebrew`, `thai`, `devanagari` | Noto Sans for these scripts |
//!
//! Characters in none of these faces need a font supplied by the office: traditional Chinese forms, Korean, and the other scripts of Africa
//! and Asia.
//!
//! ```
//! use briefing_fonts::{Family, faces};
//!
//! let bold = faces().iter().find(|face| face.family == Family::Roboto && face.weight == 700 && !face.italic);
//! # #[cfg(feature = "latin")]
//! assert_eq!(bold.map(|face| face.name), Some("Roboto-Bold"));
//! ```

/// A typeface: several faces designed to be used together.
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
    /// Noto Sans: letters that Roboto does not have.
    NotoSans,
    /// Noto Sans Hebrew.
    NotoSansHebrew,
    /// Noto Sans Thai.
    NotoSansThai,
    /// Noto Sans Devanagari.
    NotoSansDevanagari,
}

impl Family {
    /// The name by which the family identifies itself.
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
            Self::NotoSans => "Noto Sans",
            Self::NotoSansHebrew => "Noto Sans Hebrew",
            Self::NotoSansThai => "Noto Sans Thai",
            Self::NotoSansDevanagari => "Noto Sans Devanagari",
        }
    }
}

/// One face of a family: a TrueType file and what is needed to choose it.
///
/// ```
/// for face in briefing_fonts::faces() {
///     assert!(face.data.starts_with(&[0, 1, 0, 0]), "{} is a TrueType file", face.name);
///     assert!(face.licence.text.contains("Open Font License"));
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// The PostScript name, without the tag of a subset: `Roboto-Bold`.
    pub name: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// The weight, as in OS/2 `usWeightClass`: 300 is light, 400 regular, 700 bold.
    pub weight: u16,
    /// Whether the face is italic.
    pub italic: bool,
    /// The bytes of the file.
    pub data: &'static [u8],
    /// The SHA-256 digest of the file in hexadecimal. A finished briefing uses it to name the faces it was set in.
    pub sha256: &'static str,
    /// The licence of the file.
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
    /// The text of the licence, as shipped in the package the face comes from.
    pub text: &'static str,
}

/// Every face of the enabled features, in a fixed order.
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
/// All Noto faces but Noto Sans SC come from one package.
#[cfg(any(feature = "arabic", feature = "extended", feature = "hebrew", feature = "thai", feature = "devanagari"))]
const NOTO: Licence = Licence { name: "OFL-1.1", text: include_str!("../licences/Noto-copyright.txt") };
#[cfg(feature = "chinese")]
const NOTO_SANS_SC: Licence = Licence { name: "OFL-1.1", text: include_str!("../licences/NotoSansSC-OFL.txt") };

#[allow(unused_macros, reason = "without any feature there is no face")]
macro_rules! face {
    ($name:literal, $family:ident, $weight:literal, $italic:literal, $licence:ident, $sha256:literal) => {
        Face {
            name: $name,
            family: Family::$family,
            weight: $weight,
            italic: $italic,
            data: include_bytes!(concat!("../fonts/", $name, ".ttf")),
            sha256: $sha256,
            licence: $licence,
        }
    };
}

// A `static` is in the binary once; as a `const`, this was there four times, once for each codegen unit that used it.
static FACES: &[Face] = &[
    #[cfg(feature = "latin")]
    face!(
        "Roboto-Regular",
        Roboto,
        400,
        false,
        ROBOTO,
        "b9578d46b9c98c6c45a7069194b94b6ac72c59a1fa09f1094128b9c5fd6db4dd"
    ),
    #[cfg(feature = "latin")]
    face!(
        "Roboto-Italic",
        Roboto,
        400,
        true,
        ROBOTO,
        "f45e9613841cd109199d62c3dc716eee4fd6e58e16f940ab0a9eccb151db7a69"
    ),
    #[cfg(feature = "latin")]
    face!(
        "Roboto-Bold",
        Roboto,
        700,
        false,
        ROBOTO,
        "c5642a8c1c640841f4cc5e7685556eb426242fd5411f1d39aecb03e8d97e3252"
    ),
    #[cfg(feature = "latin")]
    face!(
        "Roboto-BoldItalic",
        Roboto,
        700,
        true,
        ROBOTO,
        "45cc3db851b1933c79693a33c3eeae31d3e6f1a6b0271aa00f4ccc92536a6d3f"
    ),
    #[cfg(feature = "latin")]
    face!(
        "RobotoCondensed-Light",
        RobotoCondensed,
        300,
        false,
        ROBOTO_CONDENSED,
        "a5da0dcccadc6da9281653f8156b3428fe79725ebd1973ff04e231a4bafad94d"
    ),
    #[cfg(feature = "latin")]
    face!(
        "RobotoCondensed-Regular",
        RobotoCondensed,
        400,
        false,
        ROBOTO_CONDENSED,
        "16a15efa146b041eaad7924ec9657eb89ae3538c30eedfbbbc2530f8c14bfea5"
    ),
    #[cfg(feature = "latin")]
    face!(
        "RobotoCondensed-Bold",
        RobotoCondensed,
        700,
        false,
        ROBOTO_CONDENSED,
        "20c05c71c88fa86066bba7bf4c2c8565bec5c428a6bcb7e0d5c7896466b7ba4a"
    ),
    #[cfg(feature = "arabic")]
    face!(
        "NotoNaskhArabic-Regular",
        NotoNaskhArabic,
        400,
        false,
        NOTO,
        "8a07df59db3d992078d57757d32da6dc68412bbe71efc1b8f36125c89cab9ace"
    ),
    #[cfg(feature = "arabic")]
    face!(
        "NotoNaskhArabic-Bold",
        NotoNaskhArabic,
        700,
        false,
        NOTO,
        "60693bff44331ed48d955013482f19f2422d36bc0101547c4d252ea1605e302b"
    ),
    #[cfg(feature = "chinese")]
    face!(
        "NotoSansSC-Regular",
        NotoSansSc,
        400,
        false,
        NOTO_SANS_SC,
        "64e8fefdaaf95700bda1dd44f18d7f19d7107b412ffaba6b38fc8613da1312c9"
    ),
    #[cfg(feature = "chinese")]
    face!(
        "NotoSansSC-Bold",
        NotoSansSc,
        700,
        false,
        NOTO_SANS_SC,
        "6de80a1638227a05a97f9aef09e2277f71e701575b39f16a68329c22a0613932"
    ),
    #[cfg(feature = "extended")]
    face!(
        "NotoSans-Regular",
        NotoSans,
        400,
        false,
        NOTO,
        "f0da714fc91b7217956a4537a8cf830027083b8120d9fce00234cd6e97a9164f"
    ),
    #[cfg(feature = "extended")]
    face!(
        "NotoSans-Italic",
        NotoSans,
        400,
        true,
        NOTO,
        "108ce0890ff0113c12cd8a167ccf981ddd79675d56e93c6bfa73fa3b79348627"
    ),
    #[cfg(feature = "extended")]
    face!(
        "NotoSans-Bold",
        NotoSans,
        700,
        false,
        NOTO,
        "b143f8aa6009d1f3e81af6a73aea1a8733613f7c712ab25d09446c0c1e61dafd"
    ),
    #[cfg(feature = "hebrew")]
    face!(
        "NotoSansHebrew-Regular",
        NotoSansHebrew,
        400,
        false,
        NOTO,
        "d8262e092350209eb47da263f7d90c2a09c60ed51207a4dcebb58a6c37622f02"
    ),
    #[cfg(feature = "hebrew")]
    face!(
        "NotoSansHebrew-Bold",
        NotoSansHebrew,
        700,
        false,
        NOTO,
        "7b9a24d5d97a66628ed88c24bf0079cb8eb35667764b63792cfceb114d259ee4"
    ),
    #[cfg(feature = "thai")]
    face!(
        "NotoSansThai-Regular",
        NotoSansThai,
        400,
        false,
        NOTO,
        "e52c2cb33c8f6e7fb045901a4b7998b6823addbfcd8e89f30a5c950f469af9ec"
    ),
    #[cfg(feature = "thai")]
    face!(
        "NotoSansThai-Bold",
        NotoSansThai,
        700,
        false,
        NOTO,
        "ded17cdd4468b2faf726ed9c4ba8e8c610cae0d4b1d9f4ab17257431911f82fd"
    ),
    #[cfg(feature = "devanagari")]
    face!(
        "NotoSansDevanagari-Regular",
        NotoSansDevanagari,
        400,
        false,
        NOTO,
        "2886fee94c8bdecdbbe0adae2588968468e76f216e325665cbde5dde41dd0f0d"
    ),
    #[cfg(feature = "devanagari")]
    face!(
        "NotoSansDevanagari-Bold",
        NotoSansDevanagari,
        700,
        false,
        NOTO,
        "5ed4d64cfc43e5fecb676760e5550bb35115dcd6606f8476ffdbe8229ae1e983"
    ),
];
