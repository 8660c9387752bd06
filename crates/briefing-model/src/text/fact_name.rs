//! Names of facts in texts.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text};

/// The greatest length of the name of a fact, in bytes.
const LONGEST: usize = 128;

/// The name of a fact in a text, as a path of words joined by dots: `standing.pledged`.
///
/// Words consist of lower-case letters, digits, hyphens and underscores, and begin with a letter or digit.
///
/// ```
/// use briefing_model::FactName;
///
/// let name: FactName = "compact.entities".parse()?;
/// assert_eq!(name.segments().collect::<Vec<_>>(), ["compact", "entities"]);
/// assert!("compact entities".parse::<FactName>().is_err());
/// # Ok::<(), briefing_model::InvalidFactName>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactName(Box<str>);

impl FactName {
    /// The name as it is written.
    ///
    /// ```
    /// let name: briefing_model::FactName = "standing.partners".parse()?;
    /// assert_eq!(name.as_str(), "standing.partners");
    /// # Ok::<(), briefing_model::InvalidFactName>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words of the path, from the first.
    ///
    /// ```
    /// let name: briefing_model::FactName = "standing.partners".parse()?;
    /// assert_eq!(name.segments().next(), Some("standing"));
    /// # Ok::<(), briefing_model::InvalidFactName>(())
    /// ```
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }
}

impl AsRef<str> for FactName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for FactName {
    type Err = InvalidFactName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_segment = |segment: &str| {
            segment.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
                && segment.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        };
        if text.len() <= LONGEST && text.split('.').all(is_segment) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidFactName(excerpt(text)))
        }
    }
}

serde_as_text!(FactName, "the name of a fact such as \"standing.pledged\"");

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the name of a fact: write lower-case words joined by dots, as in standing.pledged")]
/// Text that is not the name of a fact.
///
/// ```
/// let error = "Pledged".parse::<briefing_model::FactName>().unwrap_err();
/// assert!(error.to_string().starts_with("`Pledged` is not the name of a fact"));
/// ```
pub struct InvalidFactName(String);
