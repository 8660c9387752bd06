//! Texts with guarantees: alternative texts that are not blank, well-formed language tags.

use std::fmt;
use std::str::FromStr;

/// A text that represents a picture or describes a link; never blank.
///
/// PDF/UA-1 7.3 requires alternative text for every figure, and 7.18.5 a description of every link. A blank one satisfies machines but
/// helps nobody, so it cannot be constructed.
///
/// ```
/// use tagged_pdf::AltText;
///
/// let alt = AltText::new("Bar chart: pledges by year")?;
/// assert_eq!(alt.as_str(), "Bar chart: pledges by year");
/// assert!(AltText::new("  ").is_err());
/// # Ok::<(), tagged_pdf::BlankText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AltText(String);

impl AltText {
    /// Accepts a text that contains at least one visible character.
    ///
    /// # Errors
    ///
    /// Fails if the text does not contain anything visible.
    ///
    /// ```
    /// use tagged_pdf::LanguageTag;
    ///
    /// assert!(LanguageTag::new("pt-BR").is_ok() && LanguageTag::new("Portuguese!").is_err());
    /// ```
    pub fn new(text: impl Into<String>) -> Result<Self, BlankText> {
        let text = text.into();
        if is_blank(&text) {
            return Err(BlankText);
        }
        Ok(Self(text))
    }

    /// The text.
    ///
    /// ```
    /// # use tagged_pdf::AltText;
    /// assert_eq!(AltText::new("a lighthouse")?.as_str(), "a lighthouse");
    /// # Ok::<(), tagged_pdf::BlankText>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AltText {
    type Err = BlankText;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for AltText {
    type Error = BlankText;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

/// Whether a text contains nothing for a reader.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
}

/// The error for a text that must not be blank.
///
/// ```
/// # use tagged_pdf::AltText;
/// let error = AltText::new("").unwrap_err();
/// assert_eq!(error.to_string(), "the text is blank, and must say what is shown");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is blank, and must say what is shown")]
pub struct BlankText;

/// A natural language, as a BCP 47 tag: `en`, `fr-CA`, `zh-Hans`.
///
/// Well-formed according to RFC 5646: subtags of one to eight ASCII letters and digits, joined by hyphens, of which the first has two to
/// eight letters. Whether the tag is registered is not checked.
///
/// ```
/// use tagged_pdf::LanguageTag;
///
/// let language: LanguageTag = "zh-Hans".parse()?;
/// assert_eq!(language.as_str(), "zh-Hans");
/// assert!("english please".parse::<LanguageTag>().is_err());
/// # Ok::<(), tagged_pdf::InvalidLanguageTag>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Accepts a well-formed language tag.
    ///
    /// # Errors
    ///
    /// Fails if the tag is not well-formed.
    ///
    /// ```
    /// # use tagged_pdf::LanguageTag;
    /// assert!(LanguageTag::new("ar").is_ok());
    /// ```
    pub fn new(tag: impl Into<String>) -> Result<Self, InvalidLanguageTag> {
        let tag = tag.into();
        if !is_well_formed(&tag) {
            return Err(InvalidLanguageTag { tag });
        }
        Ok(Self(tag))
    }

    /// The tag as given.
    ///
    /// ```
    /// # use tagged_pdf::LanguageTag;
    /// assert_eq!(LanguageTag::new("fr")?.as_str(), "fr");
    /// # Ok::<(), tagged_pdf::InvalidLanguageTag>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is written from right to left.
    pub(crate) fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.0)
    }
}

/// Whether the language of a tag is written from right to left.
pub(crate) fn is_right_to_left(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    ["ar", "fa", "he", "ur"].iter().any(|known| known.eq_ignore_ascii_case(primary))
}

fn is_well_formed(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
}

impl FromStr for LanguageTag {
    type Err = InvalidLanguageTag;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::new(tag)
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The error for a language tag that is not well-formed.
///
/// ```
/// # use tagged_pdf::LanguageTag;
/// let error = LanguageTag::new("e").unwrap_err();
/// assert_eq!(error.to_string(), "`e` is not a language tag of BCP 47, such as `en` or `zh-Hans`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{tag}` is not a language tag of BCP 47, such as `en` or `zh-Hans`")]
pub struct InvalidLanguageTag {
    tag: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_text_is_blank() {
        for blank in ["", " \t\n", "\u{A0}\u{2003}", "\u{0}\u{7}", "\u{200B}\u{FEFF}\u{200E}"] {
            assert_eq!(AltText::new(blank), Err(BlankText), "{blank:?}");
        }
        assert!(AltText::new(" x ").is_ok());
    }

    #[test]
    fn language_tags_are_checked() {
        for good in ["en", "zh-Hans", "es-419", "sl-rozaj-biske-1994", "de-CH-x-phonebk", "ARA"] {
            assert!(LanguageTag::new(good).is_ok(), "{good}");
        }
        for bad in ["", "e", "en_GB", "en-", "-en", "1a", "toolonglang", "en-toolongsub", "en GB", "é"] {
            assert!(LanguageTag::new(bad).is_err(), "{bad}");
        }
    }
}
