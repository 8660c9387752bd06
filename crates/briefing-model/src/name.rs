//! Names in the official languages.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::terms::Term;
use crate::textual::{Shown, Unprintable, one_line};
use crate::{Day, Language, Origin, PartialDate, State};

/// The greatest length of a name, in characters. Some names are printed on every page.
const LONGEST: usize = 500;

/// A name in English and in any other official languages in which it is known.
///
/// There is always an English name. No name is blank, has more than 500 characters or more than one line, or contains a
/// character that cannot be printed; spaces and line breaks are folded to single spaces. If a name is not known in a
/// language, it is printed in English and marked as English: nothing is transliterated or guessed.
///
/// In JSON it is a plain string if it is known in English only, otherwise a map from language to name.
///
/// ```
/// use briefing_model::{Language, Name};
///
/// let name = Name::new("Special Projects and Innovation Branch")?;
/// assert_eq!(name.resolve(Language::Fr), ("Special Projects and Innovation Branch", Language::En));
/// assert!(Name::new("  ").is_err());
/// # Ok::<(), briefing_model::InvalidName>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    english: Spelling,
    /// Never contains English.
    translations: BTreeMap<Language, Spelling>,
}

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Spelling {
    text: String,
    origin: Origin,
}

impl From<String> for Spelling {
    fn from(text: String) -> Self {
        Self { text, origin: Origin::default() }
    }
}

impl Name {
    /// Creates a name that is known in English only.
    ///
    /// # Errors
    ///
    /// Fails if it is blank, has more than 500 characters, or contains a character that cannot be printed.
    ///
    /// ```
    /// use briefing_model::Name;
    ///
    /// let name = Name::new("Programme Office\n in Nairobi")?;
    /// assert_eq!(name.english(), "Programme Office in Nairobi");
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    pub fn new(english: impl Into<String>) -> Result<Self, InvalidName> {
        Ok(Self { english: check(Language::En, &english.into())?.into(), translations: BTreeMap::new() })
    }

    /// Adds the name in one more language, or replaces it.
    ///
    /// # Errors
    ///
    /// Fails if it is blank, has more than 500 characters, or contains a character that cannot be printed.
    ///
    /// ```
    /// use briefing_model::{Language, Name};
    ///
    /// let name = Name::new("European Union")?.with(Language::Fr, "Union européenne")?;
    /// assert_eq!(name.get(Language::Fr), Some("Union européenne"));
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    pub fn with(mut self, language: Language, name: impl Into<String>) -> Result<Self, InvalidName> {
        let name = Spelling::from(check(language, &name.into())?);
        match language {
            Language::En => self.english = name,
            _ => {
                self.translations.insert(language, name);
            }
        }
        Ok(self)
    }

    /// The name in English.
    ///
    /// ```
    /// use briefing_model::{Language, Name};
    ///
    /// let name = Name::new("Doha")?.with(Language::Ar, "الدوحة")?;
    /// assert_eq!(name.english(), "Doha");
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub fn english(&self) -> &str {
        &self.english.text
    }

    /// The name in a language, if it is known in that language.
    ///
    /// ```
    /// use briefing_model::{Language, Name};
    ///
    /// assert_eq!(Name::new("Doha")?.get(Language::Ar), None);
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => Some(&self.english.text),
            _ => self.translations.get(&language).map(|name| name.text.as_str()),
        }
    }

    /// The name to print in a language, and the language that it is actually in: English if the name is not known in
    /// the other.
    ///
    /// ```
    /// use briefing_model::{Language, Name};
    ///
    /// let name = Name::new("Budapest")?.with(Language::Ru, "Будапешт")?;
    /// assert_eq!(name.resolve(Language::Ru), ("Будапешт", Language::Ru));
    /// assert_eq!(name.resolve(Language::Zh), ("Budapest", Language::En));
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub fn resolve(&self, language: Language) -> (&str, Language) {
        self.get(language).map_or((self.english(), Language::En), |name| (name, language))
    }

    /// The name in every language in which it is known, in the order of [`Language::ALL`].
    ///
    /// ```
    /// use briefing_model::{Language, Name};
    ///
    /// let name = Name::new("Madrid")?.with(Language::Ru, "Мадрид")?;
    /// let known: Vec<_> = name.iter().collect();
    /// assert_eq!(known, [(Language::En, "Madrid"), (Language::Ru, "Мадрид")]);
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.get(language)?)))
    }
}

impl Name {
    /// Sets where the name in a language was written. Nothing changes if the name is not known in that language.
    ///
    /// ```
    /// use briefing_model::{Language, Name, Origin};
    ///
    /// let name = Name::new("Madrid")?.with(Language::Ru, "Мадрид")?.with_origin(Language::Ru, Origin::new("office.ru.toml:9"));
    /// assert_eq!(name.origin(Language::Ru).get(), Some(&"office.ru.toml:9"));
    /// assert!(!name.origin(Language::En).is_known());
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub fn with_origin(mut self, language: Language, origin: Origin) -> Self {
        match language {
            Language::En => self.english.origin = origin,
            _ => {
                if let Some(name) = self.translations.get_mut(&language) {
                    name.origin = origin;
                }
            }
        }
        self
    }

    /// Where the name that [`resolve`](Self::resolve) returns was written.
    ///
    /// ```
    /// use briefing_model::{Language, Name, Origin};
    ///
    /// // It has no French form: what French prints was written in English.
    /// let name = Name::new("Madrid")?.with_origin(Language::En, Origin::new("office.toml:4"));
    /// assert_eq!(name.origin(Language::Fr).get(), Some(&"office.toml:4"));
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub fn origin(&self, language: Language) -> &Origin {
        &self.translations.get(&language).unwrap_or(&self.english).origin
    }
}

impl Name {
    /// Creates a name from the tables of this crate, which a test has checked.
    fn known(english: &str, name_in: impl Fn(Language) -> Option<&'static str>) -> Self {
        let others = Language::ALL.into_iter().filter(|&language| language != Language::En);
        let translations = others.filter_map(|language| Some((language, name_in(language)?.to_owned().into())));
        Self { english: english.to_owned().into(), translations: translations.collect() }
    }
}

fn check(language: Language, name: &str) -> Result<String, InvalidName> {
    let name = one_line(name).map_err(|c| InvalidName { language, fault: NameFault::Unprintable(c) })?;
    if crate::shows_nothing(&name) {
        return Err(InvalidName { language, fault: NameFault::Blank });
    }
    if name.chars().count() > LONGEST {
        return Err(InvalidName { language, fault: NameFault::TooLong });
    }
    Ok(name)
}

impl From<&Term> for Name {
    /// The official name in every language in which it is known.
    fn from(term: &Term) -> Self {
        Self::known(term.english(), |language| term.get(language))
    }
}

impl From<State> for Name {
    /// The short name of the State in all six languages.
    fn from(state: State) -> Self {
        Self::known(state.short_name(Language::En), |language| Some(state.short_name(language)))
    }
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
            return serializer.serialize_str(self.english());
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
                return Err(A::Error::custom(format_args!("the name is given twice in `{language}`")));
            }
        }
        let english = names.remove(&Language::En).ok_or_else(|| A::Error::missing_field("en"))?;
        let name = Name::new(english).map_err(A::Error::custom)?;
        names.into_iter().try_fold(name, |name, (language, text)| name.with(language, text)).map_err(A::Error::custom)
    }
}

/// Text that is not a name.
///
/// ```
/// let error = briefing_model::Name::new("").unwrap_err();
/// assert_eq!(error.to_string(), "the name in `en` is blank: write it, or leave the language out");
/// ```
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
    #[error("has more than {LONGEST} characters: no name is that long")]
    TooLong,
    #[error("contains {what}, which {why}", what = Shown(*.0), why = Unprintable(*.0))]
    Unprintable(char),
}

/// A former name, and the date until which it was used.
///
/// ```
/// use briefing_model::{FormerName, Name};
///
/// let former = FormerName { name: Name::new("Special Projects Section")?, acronym: None, until: "2022".parse()? };
/// assert_eq!(former.until.to_string(), "2022");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The former name.
    pub name: Name,
    /// The acronym that went with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// When it was last used, as precisely as is known.
    pub until: PartialDate,
}

impl FormerName {
    /// The name on a day, given the present name and the former ones in any order.
    ///
    /// A former name holds until the last day of its `until`.
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, PartialDate};
    ///
    /// let present = Name::new("Special Projects and Innovation Branch")?;
    /// let former = [FormerName { name: Name::new("Special Projects Section")?, acronym: None, until: "2022".parse()? }];
    ///
    /// let day = "2022-12-31".parse::<PartialDate>()?.last_day();
    /// assert_eq!(FormerName::on(day, &present, &former).english(), "Special Projects Section");
    /// let day = "2023-01-01".parse::<PartialDate>()?.last_day();
    /// assert_eq!(FormerName::on(day, &present, &former), &present);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on<'a>(day: Day, present: &'a Name, former: &'a [Self]) -> &'a Name {
        Self::in_force(day, former).map_or(present, |former| &former.name)
    }

    /// The acronym that went with the name on a day; `None` if that name had none.
    ///
    /// ```
    /// use briefing_model::{FormerName, Name};
    ///
    /// let present = Name::new("WCO")?;
    /// let former = Name::new("Customs Co-operation Council")?;
    /// let former = [FormerName { name: former, acronym: Some(Name::new("CCC")?), until: "1994".parse()? }];
    /// let on = |day| FormerName::acronym_on(day, Some(&present), &former).map(Name::english);
    ///
    /// assert_eq!(on("1990-05-01".parse()?), Some("CCC"));
    /// assert_eq!(on("2025-04-30".parse()?), Some("WCO"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn acronym_on<'a>(day: Day, present: Option<&'a Name>, former: &'a [Self]) -> Option<&'a Name> {
        Self::in_force(day, former).map_or(present, |former| former.acronym.as_ref())
    }

    /// The former name that was still in force on a day.
    fn in_force(day: Day, former: &[Self]) -> Option<&Self> {
        let held = former.iter().filter(|former| day <= former.until.last_day());
        held.min_by_key(|former| former.until.last_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms;

    #[test]
    fn every_name_in_the_tables_passes_the_check() {
        let terms = [terms::OFFICE, terms::OFFICE_ACRONYM, terms::CENTRE, terms::COMPACT, terms::STRATEGY];
        let names = terms.iter().chain([&terms::TRUST_FUND]).map(Name::from).chain(State::all().map(Name::from));
        for name in names {
            for (language, text) in name.iter() {
                assert_eq!(check(language, text).as_deref(), Ok(text));
            }
        }
    }

    #[test]
    fn a_name_given_twice_in_a_language_is_refused() {
        let error = serde_json::from_str::<Name>(r#"{"en":"a","fr":"b","fr":"c"}"#).unwrap_err();
        assert!(error.to_string().starts_with("the name is given twice in `fr`"), "{error}");
        let error = serde_json::from_str::<Name>(r#"{"fr":"b"}"#).unwrap_err();
        assert!(error.to_string().starts_with("missing field `en`"), "{error}");
    }

    #[test]
    fn overrides_of_direction_are_refused_in_names() {
        assert!(Name::new("abc\u{202E}def").is_err());
        assert!(Name::new("right-to-left mark\u{200F}").is_ok());
    }
}
