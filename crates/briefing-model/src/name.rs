//! Names in the official languages.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::textual::one_line;
use crate::{Language, PartialDate};

/// A name in English and in whichever other official languages it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    english: String,
    /// Never holds English.
    translations: BTreeMap<Language, String>,
}

impl Name {
    /// A name known in English only.
    pub fn new(english: impl Into<String>) -> Result<Self, InvalidName> {
        Ok(Self {
            english: check(Language::En, &english.into())?,
            translations: BTreeMap::new(),
        })
    }

    /// The same name, known in one more language. A name already known there is replaced.
    pub fn with(
        mut self,
        language: Language,
        name: impl Into<String>,
    ) -> Result<Self, InvalidName> {
        let name = check(language, &name.into())?;
        match language {
            Language::En => self.english = name,
            _ => {
                self.translations.insert(language, name);
            }
        }
        Ok(self)
    }

    /// The name in English.
    #[must_use]
    pub fn english(&self) -> &str {
        &self.english
    }

    /// The name in a language, if it is known there.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => Some(&self.english),
            _ => self.translations.get(&language).map(String::as_str),
        }
    }

    /// The name to print in a language, and the language it really is in: English where the language has none.
    #[must_use]
    pub fn resolve(&self, language: Language) -> (&str, Language) {
        self.get(language)
            .map_or((&self.english, Language::En), |name| (name, language))
    }

    /// The name in every language it is known in, in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL
            .into_iter()
            .filter_map(|language| Some((language, self.get(language)?)))
    }
}

fn check(language: Language, name: &str) -> Result<String, InvalidName> {
    let name = one_line(name).map_err(|c| InvalidName {
        language,
        fault: NameFault::Unprintable(c),
    })?;
    if name.trim().is_empty() {
        return Err(InvalidName {
            language,
            fault: NameFault::Blank,
        });
    }
    Ok(name)
}

impl FromStr for Name {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.translations.is_empty() {
            return serializer.serialize_str(&self.english);
        }
        let mut map = serializer.serialize_map(Some(self.translations.len() + 1))?;
        for (language, name) in self.iter() {
            map.serialize_entry(&language, name)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name in English, or a map from language to name with `en` among them")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Name, E> {
        Name::new(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Name, A::Error> {
        use serde::de::Error as _;

        let mut names = BTreeMap::new();
        while let Some((language, name)) = map.next_entry::<Language, String>()? {
            if names.insert(language, name).is_some() {
                return Err(A::Error::custom(format_args!(
                    "the name is given twice in `{language}`"
                )));
            }
        }
        let english = names
            .remove(&Language::En)
            .ok_or_else(|| A::Error::missing_field("en"))?;
        let name = Name::new(english).map_err(A::Error::custom)?;
        names
            .into_iter()
            .try_fold(name, |name, (language, text)| name.with(language, text))
            .map_err(A::Error::custom)
    }
}

/// A text that cannot be a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the name in `{language}` {fault}")]
pub struct InvalidName {
    language: Language,
    fault: NameFault,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum NameFault {
    #[error("is blank: write it, or leave the language out")]
    Blank,
    #[error("contains {0:?}, which cannot be printed: remove it")]
    Unprintable(char),
}

/// A name that something used to have, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name it had.
    pub name: Name,
    /// When it last had it, as precisely as is known.
    pub until: PartialDate,
}
