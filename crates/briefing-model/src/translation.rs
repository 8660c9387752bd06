//! Texts in languages other than English, in which an office writes first.

mod apply;
mod key;
mod references;
mod texts;
mod unread;
mod wordings;

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::Serialize;

pub use self::key::{InvalidTextKey, TextKey};
pub use self::references::ReferenceFault;
pub use self::texts::SourceText;
pub use self::unread::UnreadTexts;
use crate::{Language, RichText};

/// The known translations of an office's and a month's texts into one language, by key.
///
/// No text in it is blank. Figures, dates and links are not translated: a text that does not keep the links and facts
/// of its source is not applied; see [`ReferenceFault`].
///
/// ```
/// use briefing_model::{Language, Translation};
///
/// let mut french = Translation::new(Language::Fr);
/// french.insert("votan.text".parse()?, "Un **lancement**.".parse()?);
/// assert_eq!(french.get(&"votan.text".parse()?).map(|text| text.plain()), Some("Un lancement.".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The language.
    pub language: Language,
    #[serde(deserialize_with = "crate::object::unique_keys")]
    texts: BTreeMap<TextKey, RichText>,
}

impl Translation {
    /// Creates a translation without texts.
    ///
    /// ```
    /// use briefing_model::{Language, Translation};
    ///
    /// assert_eq!(Translation::new(Language::Ru).iter().count(), 0);
    /// ```
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, texts: BTreeMap::new() }
    }

    /// Adds a text; a blank one is ignored.
    ///
    /// ```
    /// use briefing_model::{Language, Translation};
    ///
    /// let mut spanish = Translation::new(Language::Es);
    /// spanish.insert("office.about.1".parse()?, " ".parse()?);
    /// assert_eq!(spanish.iter().count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn insert(&mut self, key: TextKey, text: RichText) {
        if !text.is_blank() {
            self.texts.insert(key, text);
        }
    }

    /// The text with a key.
    #[must_use]
    pub fn get(&self, key: &TextKey) -> Option<&RichText> {
        self.texts.get(key).filter(|text| !text.is_blank())
    }

    /// Every text with its key, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&TextKey, &RichText)> {
        self.texts.iter()
    }

    /// Adds all texts of another translation into the same language.
    ///
    /// ```
    /// use briefing_model::{Language, Translation};
    ///
    /// let mut month = Translation::new(Language::Fr);
    /// month.insert("votan.text".parse()?, "Un lancement.".parse()?);
    /// let mut all = Translation::new(Language::Fr);
    /// all.extend(month);
    /// assert_eq!(all.iter().count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extend(&mut self, other: Self) {
        if self.language == other.language {
            self.texts.extend(other.texts);
        }
    }
}
