//! The names of the texts that can be translated.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text};

/// The greatest length of a key, in bytes.
const LONGEST: usize = 256;

/// The name of a text that can be translated, as a path of words joined by dots: `votan.text`, `unit.spib.name`.
///
/// Words consist of letters, digits, hyphens and underscores; paragraphs of a list are numbered from 1.
/// [`Office::texts`](crate::Office::texts) and [`MonthPlan::texts`](crate::MonthPlan::texts) list the texts of an
/// office and of a month.
///
/// ```
/// use briefing_model::TextKey;
///
/// let key: TextKey = "office.about.1".parse()?;
/// assert_eq!(key.segments().collect::<Vec<_>>(), ["office", "about", "1"]);
/// assert!("office about".parse::<TextKey>().is_err());
/// # Ok::<(), briefing_model::InvalidTextKey>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextKey(Box<str>);

impl TextKey {
    /// Creates a key from words that are ids or our own.
    pub(crate) fn of(words: &[&dyn fmt::Display]) -> Self {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Self(words.join(".").into())
    }

    /// The key as it is written.
    ///
    /// ```
    /// let key: briefing_model::TextKey = "votan.alt".parse()?;
    /// assert_eq!(key.as_str(), "votan.alt");
    /// # Ok::<(), briefing_model::InvalidTextKey>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words of the path, from the first.
    ///
    /// ```
    /// let key: briefing_model::TextKey = "votan.alt".parse()?;
    /// assert_eq!(key.segments().last(), Some("alt"));
    /// # Ok::<(), briefing_model::InvalidTextKey>(())
    /// ```
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// A description of the text in English, for translators.
    ///
    /// ```
    /// use briefing_model::TextKey;
    ///
    /// assert_eq!("votan.alt".parse::<TextKey>()?.describe(), "what the picture of `votan` shows, for those who do not see it");
    /// assert_eq!("unit.spib.name".parse::<TextKey>()?.describe(), "the name of the unit `spib`");
    /// assert_eq!("office.about.2".parse::<TextKey>()?.describe(), "paragraph 2 about the office");
    /// # Ok::<(), briefing_model::InvalidTextKey>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> String {
        match self.segments().collect::<Vec<_>>().as_slice() {
            ["office", "name"] => "the name of the office".to_owned(),
            ["office", "acronym"] => "the acronym of the office".to_owned(),
            ["office", "head"] => "the title of the head of the office".to_owned(),
            ["office", "disclaimer"] => "the line at the foot of every page".to_owned(),
            ["office", "about", number] => format!("paragraph {number} about the office"),
            ["office", "disclaimer", number] => format!("line {number} at the foot of every page"),
            ["mandate", "intro"] => "the sentence before the five functions".to_owned(),
            ["mandate", "intro", number] => format!("sentence {number} before the five functions"),
            ["mandate", "coordination-before"] => {
                "the function `coordination` of the mandate before there was the body it names".to_owned()
            }
            ["mandate", function] => format!("the function `{function}` of the mandate"),
            ["strategy", pillar] => format!("the title of pillar {pillar} of the Strategy"),
            ["titles", "briefing"] => "what an issue is called".to_owned(),
            ["titles", section] => format!("the heading of the section `{section}`"),
            ["emblem", "alt"] => "what the emblem shows, for those who do not see it".to_owned(),
            ["colophon", "contact"] => "where to write to".to_owned(),
            ["ledger", "chart", "title"] => "the title of the chart of contributors".to_owned(),
            ["correction", number, "what"] => format!("what correction {number} says"),
            ["acronyms", acronym, "name"] => format!("what the acronym `{acronym}` stands for"),
            ["acronyms", acronym, "acronym"] => format!("the acronym `{acronym}`"),
            [kind, id, part] => format!("{} of the {kind} `{id}`", describe_part(part)),
            [kind, id, part, number] => format!("{} {number} of the {kind} `{id}`", describe_part(part)),
            [item, "title"] => format!("the title of `{item}`"),
            [item, "city"] => format!("the city of `{item}`"),
            [item, "text"] => format!("the text of `{item}`"),
            [item, "alt"] => format!("what the picture of `{item}` shows, for those who do not see it"),
            [item, "caption"] => format!("the caption of the picture of `{item}`"),
            [item, "credit"] => format!("who made the picture of `{item}`"),
            _ => format!("`{self}`"),
        }
    }
}

/// A part of something that has an id.
fn describe_part(part: &str) -> &str {
    match part {
        "name" => "the name",
        "short" => "the short name",
        "acronym" => "the acronym",
        "city" => "the city",
        "basis" => "the ground of the founding contribution",
        "title" => "the title",
        "committee" => "the committee",
        "chair" => "the title of the committee's chair",
        "office" => "the office held",
        "initiative" => "initiative",
        "group" => "working group",
        "milestone" => "milestone",
        "formerly" => "former name",
        other => other,
    }
}

impl fmt::Display for TextKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for TextKey {
    type Err = InvalidTextKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if text.len() <= LONGEST && text.split('.').all(is_word) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidTextKey(excerpt(text)))
        }
    }
}

serde_as_text!(TextKey, "the key of a text such as \"votan.text\"");

/// Text that is not the key of a text.
///
/// ```
/// let error = "votan text".parse::<briefing_model::TextKey>().unwrap_err();
/// assert!(error.to_string().starts_with("`votan text` is not the key of a text"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the key of a text: write words joined by dots, as in votan.text")]
pub struct InvalidTextKey(String);
