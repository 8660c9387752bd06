//! An office's own names for its issues and their sections.

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::Serialize;

use crate::{Name, SectionKind};

/// An office's own names for its issues and their sections, if it does not use the program's.
///
/// No title is longer than [`LONGEST`](Self::LONGEST) characters.
///
/// ```
/// use briefing_model::{Name, SectionKind, Titles};
///
/// let mut titles = Titles::default();
/// assert!(titles.is_empty(), "every issue is then a “Monthly Briefing”");
/// titles.briefing = Some(Name::new("Harbour Letter")?);
/// titles.sections.insert(SectionKind::Leadership, Name::new("From the Harbour Master")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// The title of each issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub briefing: Option<Name>,
    /// The headings of sections.
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<SectionKind, Name>,
}

impl Titles {
    /// The greatest length of a title in characters: a line of a column has no room for more.
    ///
    /// ```
    /// assert_eq!(briefing_model::Titles::LONGEST, 60);
    /// ```
    pub const LONGEST: usize = 60;

    /// Whether the program's own titles are used throughout.
    ///
    /// ```
    /// assert!(briefing_model::Titles::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.briefing.is_none() && self.sections.is_empty()
    }

    /// All titles, each by its key: `briefing`, then the words for sections.
    ///
    /// ```
    /// use briefing_model::{Name, Titles};
    ///
    /// let titles = Titles { briefing: Some(Name::new("Harbour Letter")?), ..Titles::default() };
    /// assert_eq!(titles.iter().map(|(key, _)| key).collect::<Vec<_>>(), ["briefing"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Name)> {
        let sections = self.sections.iter().map(|(kind, name)| (kind.as_str(), name));
        self.briefing.iter().map(|name| ("briefing", name)).chain(sections)
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Name)> {
        let sections = self.sections.iter_mut().map(|(kind, name)| (kind.as_str(), name));
        self.briefing.iter_mut().map(|name| ("briefing", name)).chain(sections)
    }
}
