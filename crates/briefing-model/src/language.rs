//! The six official languages, and tags for passages in other languages.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text, words};

/// One of the six official languages of the United Nations.
///
/// Languages are ordered as the United Nations lists them, which is also the order of [`Language::ALL`]. The text form
/// is the ISO 639-1 code in lower case.
///
/// ```
/// use briefing_model::{Direction, Language};
///
/// let language: Language = "ar".parse()?;
/// assert_eq!(language, Language::Ar);
/// assert_eq!(language.direction(), Direction::RightToLeft);
/// assert!("de".parse::<Language>().is_err(), "German is not an official language");
/// # Ok::<(), briefing_model::InvalidLanguage>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Arabic, written from right to left.
    Ar,
    /// Chinese, in simplified characters.
    Zh,
    /// English, in which every name is known.
    En,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Spanish.
    Es,
}

impl Language {
    /// All six, in the order in which the United Nations lists them: alphabetically by their English names.
    ///
    /// ```
    /// use briefing_model::Language;
    ///
    /// let codes = Language::ALL.map(Language::code);
    /// assert_eq!(codes, ["ar", "zh", "en", "fr", "ru", "es"]);
    /// ```
    pub const ALL: [Self; 6] = [Self::Ar, Self::Zh, Self::En, Self::Fr, Self::Ru, Self::Es];

    /// The ISO 639-1 code, in lower case.
    ///
    /// ```
    /// assert_eq!(briefing_model::Language::Zh.code(), "zh");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Zh => "zh",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Es => "es",
        }
    }

    /// The direction of its lines.
    ///
    /// ```
    /// use briefing_model::{Direction, Language};
    ///
    /// assert_eq!(Language::Ru.direction(), Direction::LeftToRight);
    /// ```
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::RightToLeft,
            Self::Zh | Self::En | Self::Fr | Self::Ru | Self::Es => Direction::LeftToRight,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Language {
    type Err = InvalidLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or_else(|| InvalidLanguage(excerpt(text)))
    }
}

serde_as_text!(Language, "an official language: ar, zh, en, fr, ru or es");

/// Text that does not name one of the six official languages.
///
/// ```
/// let error = "English".parse::<briefing_model::Language>().unwrap_err();
/// assert_eq!(error.to_string(), "`English` is not an official language: write ar, zh, en, fr, ru or es");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an official language: write ar, zh, en, fr, ru or es")]
pub struct InvalidLanguage(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
/// The direction of lines of text.
///
/// ```
/// use briefing_model::{Direction, Language};
///
/// let mirrored = Language::ALL.into_iter().filter(|language| language.direction() == Direction::RightToLeft);
/// assert_eq!(mirrored.count(), 1);
/// ```
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic; the whole page is mirrored.
    RightToLeft,
}

words!(Direction, "a direction", LeftToRight "left-to-right", RightToLeft "right-to-left");

/// A language tag for a passage: language, then script and region where they matter (`fr`, `pt-BR`, `zh-Hant-TW`).
///
/// It is a subset of BCP 47 (RFC 5646): a language of two or three letters, optionally a script of four letters, and
/// optionally a region of two letters or three digits. Letter case is normalized to the form that the standard
/// recommends. The form of the subtags is checked, but they are not looked up in the registry.
///
/// ```
/// use briefing_model::LanguageTag;
///
/// let tag: LanguageTag = "PT-br".parse()?;
/// assert_eq!(tag.to_string(), "pt-BR");
/// assert!("português".parse::<LanguageTag>().is_err());
/// # Ok::<(), briefing_model::InvalidLanguageTag>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

impl LanguageTag {
    /// The tag in its canonical letter case.
    ///
    /// ```
    /// let tag: briefing_model::LanguageTag = "ZH-hant".parse()?;
    /// assert_eq!(tag.as_str(), "zh-Hant");
    /// # Ok::<(), briefing_model::InvalidLanguageTag>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The official language that it is a form of, if it is one of the six.
    ///
    /// ```
    /// use briefing_model::{Language, LanguageTag};
    ///
    /// assert_eq!("fr-CA".parse::<LanguageTag>()?.official(), Some(Language::Fr));
    /// assert_eq!("pt".parse::<LanguageTag>()?.official(), None);
    /// # Ok::<(), briefing_model::InvalidLanguageTag>(())
    /// ```
    #[must_use]
    pub fn official(&self) -> Option<Language> {
        self.subtags().next()?.parse().ok()
    }

    /// The direction of its lines: by its script if it names one, otherwise by its language.
    ///
    /// ```
    /// use briefing_model::{Direction, LanguageTag};
    ///
    /// assert_eq!("fa".parse::<LanguageTag>()?.direction(), Direction::RightToLeft);
    /// assert_eq!("uz-Arab".parse::<LanguageTag>()?.direction(), Direction::RightToLeft);
    /// assert_eq!("uz".parse::<LanguageTag>()?.direction(), Direction::LeftToRight);
    /// # Ok::<(), briefing_model::InvalidLanguageTag>(())
    /// ```
    #[must_use]
    pub fn direction(&self) -> Direction {
        let script = self.subtags().skip(1).find(|subtag| subtag.len() == 4);
        let right_to_left = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => self.subtags().next().is_some_and(|language| RIGHT_TO_LEFT_LANGUAGES.contains(&language)),
        };
        if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    fn subtags(&self) -> impl Iterator<Item = &str> {
        self.0.split('-')
    }
}

/// ISO 15924 codes of the scripts in present use that run from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Syrc", "Thaa"];

/// Languages that are written from right to left if no script is named (CLDR, likely subtags).
const RIGHT_TO_LEFT_LANGUAGES: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "prs", "ps", "sd", "syr", "ug", "ur"];

impl From<Language> for LanguageTag {
    fn from(language: Language) -> Self {
        Self(language.code().into())
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for LanguageTag {
    type Err = InvalidLanguageTag;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || InvalidLanguageTag(excerpt(text));
        let mut subtags = text.split('-').peekable();

        let language = subtags.next().filter(|s| matches!(s.len(), 2 | 3) && is_alphabetic(s)).ok_or_else(refuse)?;
        let mut tag = language.to_ascii_lowercase();
        if let Some(script) = subtags.next_if(|s| s.len() == 4 && is_alphabetic(s)) {
            tag.push('-');
            tag.extend(script.chars().take(1).map(|c| c.to_ascii_uppercase()));
            tag.extend(script.chars().skip(1).map(|c| c.to_ascii_lowercase()));
        }
        let is_region =
            |s: &&str| (s.len() == 2 && is_alphabetic(s)) || (s.len() == 3 && s.bytes().all(|b| b.is_ascii_digit()));
        if let Some(region) = subtags.next_if(is_region) {
            tag.push('-');
            tag.push_str(&region.to_ascii_uppercase());
        }
        match subtags.next() {
            None => Ok(Self(tag.into())),
            Some(_) => Err(refuse()),
        }
    }
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

serde_as_text!(LanguageTag, "a language tag such as fr or pt-BR");

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag: write a language, then script and region if needed, as in fr, pt-BR or zh-Hant")]
/// Text that is not a language tag of the accepted form.
///
/// ```
/// let error = "french".parse::<briefing_model::LanguageTag>().unwrap_err();
/// assert!(error.to_string().starts_with("`french` is not a language tag"));
/// ```
pub struct InvalidLanguageTag(String);
