//! The state of a month's translations.

use std::fmt;

use briefing_derive::Record;
use briefing_model::{FormName, FormVersion, Language, Month, OfficeId, TextKey};
use briefing_office::{MonthTexts, TextState, TranslatableText};
use serde::{Deserialize, Serialize};

/// The texts of a month, with the state of each in other languages.
///
/// ```
/// use briefing::forms::{Translations, TranslationsState};
/// use briefing::office::read_texts;
/// use briefing::{Language, Memory};
///
/// let office = "[office]\nid = 'phares'\nname = { en = 'Lighthouses', fr = 'Phares' }\n";
/// let month = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// let files = Memory::new().with("office.toml", office).with("2025-04/briefing.toml", month);
/// let april = "2025-04".parse()?;
/// let texts = read_texts(&files, april, &[Language::Fr]).into_result()?;
///
/// let translations = Translations::new(april, &texts);
/// let visit = translations.languages[0].texts.iter().find(|text| text.key.as_str() == "visit.text").unwrap();
/// assert_eq!(visit.state, TranslationsState::Missing);
///
/// let json = serde_json::to_string(&translations)?;
/// assert!(json.starts_with(r#"{"format":"briefing-translations","version":1,"office":"phares","month":"2025-04""#));
/// assert_eq!(serde_json::from_str::<Translations>(&json)?, translations);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct Translations {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The id of the office; none if there are no languages.
    pub office: Option<OfficeId>,
    /// The month whose texts they are.
    pub month: Month,
    /// The languages other than English.
    pub languages: Vec<TranslationsLanguage>,
}

super::form!(Translations, "briefing-translations", 1);

/// The texts of one language.
///
/// ```
/// use briefing::forms::TranslationsLanguage;
///
/// let json = r#"{"language":"fr","required":true,"done":0,"missing":0,"out_of_date":0,"texts":[]}"#;
/// let french: TranslationsLanguage = serde_json::from_str(json)?;
/// assert!(french.required && french.texts.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranslationsLanguage {
    /// The language.
    pub language: Language,
    /// Whether the office requires it.
    pub required: bool,
    /// How many texts are translated from their present source.
    pub done: usize,
    /// How many are not translated, of those that the language needs.
    pub missing: usize,
    /// How many are translated from another source.
    pub out_of_date: usize,
    /// The texts, in the order in which the files have their sources.
    pub texts: Vec<TranslationsText>,
}

/// A text that is translated, or is to be.
///
/// ```
/// use briefing::forms::{TranslationsState, TranslationsText};
///
/// let json = r#"{"key":"visit.text","file":"2025-04/briefing.toml","state":"out-of-date","printed":true,"optional":false,
///     "source":"Two visits.","text":"Une visite.","made_from":"A visit."}"#;
/// let text: TranslationsText = serde_json::from_str(json)?;
/// assert_eq!((text.state, text.made_from.as_deref()), (TranslationsState::OutOfDate, Some("A visit.")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TranslationsText {
    /// Its key, such as `votan.text`.
    pub key: TextKey,
    /// The file that its source is in, relative to the office folder.
    pub file: String,
    /// The state of its translation.
    pub state: TranslationsState,
    /// Whether the month prints it.
    pub printed: bool,
    /// Whether the language may do without.
    pub optional: bool,
    /// The source, as it is written in the file.
    pub source: String,
    /// The translation, in the same way of writing.
    pub text: Option<String>,
    /// The source that the translation was made from, if that is another.
    pub made_from: Option<String>,
}

/// The state of a text's translation.
///
/// ```
/// use briefing::forms::TranslationsState;
///
/// assert_eq!(serde_json::to_string(&TranslationsState::OutOfDate)?, r#""out-of-date""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TranslationsState {
    /// Nothing.
    Missing,
    /// A translation of the present source.
    Done,
    /// A translation of an earlier source.
    OutOfDate,
}

impl TranslationsState {
    /// All of them.
    ///
    /// ```
    /// assert_eq!(briefing::forms::TranslationsState::ALL.len(), 3);
    /// ```
    pub const ALL: [Self; 3] = [Self::Missing, Self::Done, Self::OutOfDate];

    /// The word that JSON has for it.
    ///
    /// ```
    /// assert_eq!(briefing::forms::TranslationsState::OutOfDate.as_str(), "out-of-date");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Done => "done",
            Self::OutOfDate => "out-of-date",
        }
    }
}

impl fmt::Display for TranslationsState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl From<&TextState> for TranslationsState {
    fn from(state: &TextState) -> Self {
        match state {
            TextState::Missing => Self::Missing,
            TextState::Done(_) => Self::Done,
            TextState::OutOfDate { .. } => Self::OutOfDate,
        }
    }
}

impl Translations {
    /// The texts of a month, as [`read_texts`](briefing_office::read_texts) finds them in each language.
    ///
    /// ```
    /// let none = briefing::forms::Translations::new("2025-04".parse()?, &[]);
    /// assert!(none.languages.is_empty());
    /// # Ok::<(), briefing::model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn new(month: Month, texts: &[MonthTexts]) -> Self {
        let office = texts.first().map(|texts| texts.office.clone());
        let languages = texts.iter().map(TranslationsLanguage::from).collect();
        Self { format: FormName::new(), version: FormVersion::new(), office, month, languages }
    }
}

impl From<&MonthTexts> for TranslationsLanguage {
    fn from(texts: &MonthTexts) -> Self {
        Self {
            language: texts.language,
            required: texts.required,
            done: texts.done(),
            missing: texts.missing().count(),
            out_of_date: texts.out_of_date().count(),
            texts: texts.texts.iter().map(TranslationsText::from).collect(),
        }
    }
}

impl From<&TranslatableText> for TranslationsText {
    fn from(text: &TranslatableText) -> Self {
        let made_from = match &text.state {
            TextState::OutOfDate { source, .. } => Some(source.clone()),
            TextState::Missing | TextState::Done(_) => None,
        };
        Self {
            key: text.key.clone(),
            file: text.file.clone(),
            state: TranslationsState::from(&text.state),
            printed: text.printed,
            optional: text.optional,
            source: text.source.written(),
            text: text.state.text().map(|words| text.source.write(words)),
            made_from,
        }
    }
}
