//! Contributors: parties that give.

use std::fmt;

use briefing_derive::Record;
use serde::Serialize;

use crate::textual::one_piece;
use crate::{PartyRef, Shared};

/// Who gives, and whose money it is if it is passed on.
///
/// A United Nations entity that passes on money of the European Union is the funding partner; the Union is the
/// ultimate source.
///
/// ```
/// use briefing_model::Contributor;
///
/// let contributor = Contributor { party: "undp".parse()?, on_behalf_of: Some("eu".parse()?) };
/// assert_eq!(contributor.to_string(), "undp on behalf of eu");
/// // In JSON as in tables, one beside the other, and beside the rest of what names them.
/// assert_eq!(serde_json::to_string(&contributor)?, r#"{"contributor":"undp","on_behalf_of":"eu"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with the party that gives", deny_unknown_fields)]
pub struct Contributor {
    /// The party from which the money comes, and which counts as a partner.
    #[serde(rename = "contributor")]
    pub party: PartyRef,
    /// The ultimate source, if it is another party.
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

/// Serde's `with` module for a contributor in a record that need not name one: `#[serde(flatten, with = "…")]`. Serde's
/// own handling of an option there drops a contributor that cannot be read.
pub(crate) mod perhaps {
    use briefing_derive::Record;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Contributor, PartyRef, Shared};

    /// The keys of a contributor in a record that may have them.
    #[derive(Record)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    pub(crate) struct Perhaps {
        /// The party from which the money comes, and which counts as a partner.
        contributor: Option<PartyRef>,
        /// The ultimate source, if it is another party.
        on_behalf_of: Option<PartyRef>,
    }

    pub(crate) fn serialize<S: Serializer>(
        contributor: &Option<Shared<Contributor>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match contributor {
            Some(contributor) => contributor.serialize(serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Shared<Contributor>>, D::Error> {
        match Perhaps::deserialize(deserializer)? {
            Perhaps { contributor: Some(party), on_behalf_of } => Ok(Some(Contributor { party, on_behalf_of }.into())),
            Perhaps { contributor: None, on_behalf_of: None } => Ok(None),
            Perhaps { on_behalf_of: Some(source), .. } => {
                Err(D::Error::custom(format_args!("`on_behalf_of` is `{source}`, and no `contributor` gives")))
            }
        }
    }
}
