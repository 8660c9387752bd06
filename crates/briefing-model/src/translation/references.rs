//! What a translation must keep: links and facts.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::{FactName, Link, RichText};

/// A link or a fact that a text and its translation do not contain equally often.
///
/// Figures and the targets of links are those of the source, so that they cannot differ between languages; a
/// translation puts them where its own sentences need them.
///
/// ```
/// use briefing_model::{ReferenceFault, RichText};
///
/// let source: RichText = "Over {compact.entities} [entities](https://www.un.org/)".parse()?;
/// let text: RichText = "Plus de 46 [entités](https://www.un.org/fr)".parse()?;
/// let faults: Vec<String> = ReferenceFault::between(&source, &text).iter().map(ToString::to_string).collect();
/// assert_eq!(faults, [
///     "the link to `https://www.un.org/` is lost",
///     "the link to `https://www.un.org/fr` is not in the source",
///     "the fact `{compact.entities}` is lost",
/// ]);
/// # Ok::<(), briefing_model::InvalidRichText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum ReferenceFault {
    /// A link of the source is missing.
    #[error("the link to `{0}` is lost")]
    LostLink(Link),
    /// A link that the source does not contain, or contains less often.
    #[error("the link to `{0}` is not in the source")]
    AddedLink(Link),
    /// A fact of the source is missing.
    #[error("the fact `{{{0}}}` is lost")]
    LostFact(FactName),
    /// A fact that the source does not contain, or contains less often.
    #[error("the fact `{{{0}}}` is not in the source")]
    AddedFact(FactName),
}

impl ReferenceFault {
    /// The differences between the links and facts of a translation and those of its source, each once.
    #[must_use]
    pub fn between(source: &RichText, text: &RichText) -> Vec<Self> {
        let links = compare(source.links(), text.links(), Self::LostLink, Self::AddedLink);
        let names = |text: &RichText| text.facts().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let (before, after) = (names(source), names(text));
        links.into_iter().chain(compare(before.iter(), after.iter(), Self::LostFact, Self::AddedFact)).collect()
    }

    /// What was added, as it is written in a text; `None` if something was lost.
    ///
    /// ```
    /// use briefing_model::ReferenceFault;
    ///
    /// let added = ReferenceFault::AddedFact("standing.pledged".parse()?);
    /// assert_eq!(added.added().as_deref(), Some("{standing.pledged}"));
    /// # Ok::<(), briefing_model::InvalidFactName>(())
    /// ```
    #[must_use]
    pub fn added(&self) -> Option<String> {
        match self {
            Self::AddedLink(link) => Some(link.to_string()),
            Self::AddedFact(fact) => Some(format!("{{{fact}}}")),
            Self::LostLink(_) | Self::LostFact(_) => None,
        }
    }
}

fn compare<'a, T: Ord + Clone + Display + 'a, F>(
    source: impl Iterator<Item = &'a T>,
    text: impl Iterator<Item = &'a T>,
    lost: fn(T) -> F,
    added: fn(T) -> F,
) -> Vec<F> {
    let mut balance: BTreeMap<&T, i32> = BTreeMap::new();
    source.for_each(|one| *balance.entry(one).or_default() -= 1);
    text.for_each(|one| *balance.entry(one).or_default() += 1);
    let differing = balance.into_iter().filter(|(_, balance)| *balance != 0);
    differing.map(|(one, balance)| if balance < 0 { lost(one.clone()) } else { added(one.clone()) }).collect()
}
