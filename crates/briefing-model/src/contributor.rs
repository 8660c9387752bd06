//! Contributors: the role of a party that gives.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::PartyRef;
use crate::textual::one_piece;

/// Who gives, and whose money it is where one passes on another's.
///
/// A United Nations entity that passes on money of the European Union is the funding partner; the Union is the
/// ultimate source.
///
/// ```
/// use briefing_model::Contributor;
///
/// let contributor = Contributor { party: "undp".parse()?, on_behalf_of: Some("eu".parse()?) };
/// assert_eq!(contributor.to_string(), "undp on behalf of eu");
/// # Ok::<(), briefing_model::InvalidPartyRef>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with the party that gives", deny_unknown_fields)]
pub struct Contributor {
    /// The party the money comes from, which is the one that counts as a partner.
    pub party: PartyRef,
    /// The ultimate source, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PartyRef>,
}

impl From<PartyRef> for Contributor {
    fn from(party: PartyRef) -> Self {
        Self { party, on_behalf_of: None }
    }
}

/// For diagnostics: ids, not names.
impl fmt::Display for Contributor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_some() {
            return one_piece(f, self);
        }
        match &self.on_behalf_of {
            None => self.party.fmt(f),
            Some(source) => write!(f, "{} on behalf of {source}", self.party),
        }
    }
}
