//! Who gives, organizes and takes part.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::textual::serde_as_text;
use crate::{FormerName, InvalidId, InvalidState, Name, PartyId, State};

/// A reference to a party: a State by its code, any other by its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyRef {
    /// A Member or observer State.
    State(State),
    /// A party that the office lists.
    Party(PartyId),
}

impl From<State> for PartyRef {
    fn from(state: State) -> Self {
        Self::State(state)
    }
}

impl From<PartyId> for PartyRef {
    fn from(party: PartyId) -> Self {
        Self::Party(party)
    }
}

impl fmt::Display for PartyRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::State(state) => state.fmt(f),
            Self::Party(party) => party.fmt(f),
        }
    }
}

impl FromStr for PartyRef {
    type Err = InvalidPartyRef;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Party ids have no capitals, so the two never meet.
        if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            Ok(Self::State(text.parse()?))
        } else {
            Ok(Self::Party(text.parse()?))
        }
    }
}

serde_as_text!(
    PartyRef,
    "a State's code such as DEU, or a party id such as undp"
);

/// A text that refers to no party.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPartyRef {
    /// Three capitals that are no State's code.
    #[error(transparent)]
    State(#[from] InvalidState),
    /// Neither three capitals nor an id.
    #[error("{0}; a State is written by its three capital letters, as in DEU")]
    Party(#[from] InvalidId),
}

/// A party that is not a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What it is referred to by.
    pub id: PartyId,
    /// Its name today.
    pub name: Name,
    /// Its acronym, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// What kind of party it is.
    pub kind: PartyKind,
    /// Names it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
}

/// What kind of party one is that is not a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum PartyKind {
    /// An organization of States outside the United Nations, such as the European Union.
    IntergovernmentalOrganization,
    /// An entity of the United Nations system, such as UNDP.
    UnEntity,
    /// A fund into which several pay, such as a multi-partner trust fund.
    PooledFund,
    /// A foundation, private or non-governmental body.
    NonState,
    /// An organ of a State, such as its parliament.
    StateOrgan {
        /// The State whose organ it is.
        state: State,
    },
    /// A person, named for an office held.
    Person {
        /// The office the person holds.
        office: Name,
    },
}
