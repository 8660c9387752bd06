//! Parties: those who give, organize and take part.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::Serialize;

use crate::textual::serde_as_text;
use crate::{Day, FormerName, InvalidId, InvalidState, Name, PartyId, State};

/// A reference to a party: a State by its code, any other by its id.
///
/// In text, three capital letters are a State, which must exist; everything else is a [`PartyId`]. An id has no
/// capitals, so the two cannot be confused. The code of a State in lower case is neither.
///
/// ```
/// use briefing_model::PartyRef;
///
/// assert!(matches!("DEU".parse()?, PartyRef::State(_)));
/// assert!(matches!("undp".parse()?, PartyRef::Party(_)));
/// assert!("XYZ".parse::<PartyRef>().is_err());
/// assert!("deu".parse::<PartyRef>().is_err());
/// # Ok::<(), briefing_model::InvalidPartyRef>(())
/// ```
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
        // The ids of parties have no capitals, so the two cannot be confused.
        if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            return Ok(Self::State(text.parse()?));
        }
        // A code in lower case is meant as that of the State.
        match State::in_small_letters(text) {
            Some(state) => Err(InvalidPartyRef::SmallLetters(state)),
            None => Ok(Self::Party(text.parse()?)),
        }
    }
}

serde_as_text!(PartyRef, "a State's code such as DEU, or a party id such as undp");

/// Text that does not refer to a party.
///
/// ```
/// use briefing_model::{InvalidPartyRef, PartyRef};
///
/// assert!(matches!("GER".parse::<PartyRef>(), Err(InvalidPartyRef::State(_))));
/// assert!(matches!("Germany".parse::<PartyRef>(), Err(InvalidPartyRef::Party(_))));
/// let error = "deu".parse::<PartyRef>().unwrap_err();
/// assert_eq!(error.to_string(), "a State is written in capitals: write `DEU`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPartyRef {
    /// Three capital letters that are not the code of a State.
    #[error(transparent)]
    State(#[from] InvalidState),
    /// The code of a State in lower case.
    #[error("a State is written in capitals: write `{0}`")]
    SmallLetters(State),
    /// Neither three capital letters nor an id.
    #[error("{0}; a State is written by its three capital letters, as in DEU")]
    Party(#[from] InvalidId),
}

/// A party that is not a State: any other that gives, organizes or takes part.
///
/// ```
/// use briefing_model::{Name, Party, PartyKind};
///
/// let party = Party {
///     id: "eu".parse()?,
///     name: Name::new("European Union")?,
///     acronym: Some(Name::new("EU")?),
///     kind: PartyKind::IntergovernmentalOrganization,
///     formerly: Vec::new(),
/// };
/// assert_eq!(party.id.to_string(), "eu");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The id by which it is referred to.
    pub id: PartyId,
    /// Its present name.
    pub name: Name,
    /// Its acronym, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// Its kind.
    pub kind: PartyKind,
    /// Its former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
}

impl Party {
    /// The name on a day; see [`FormerName::on`].
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, PartialDate, Party, PartyKind};
    ///
    /// let party = Party {
    ///     id: "body".parse()?,
    ///     name: Name::new("Present Name")?,
    ///     acronym: None,
    ///     kind: PartyKind::UnEntity,
    ///     formerly: vec![FormerName { name: Name::new("Former Name")?, acronym: None, until: "2017-06".parse()? }],
    /// };
    /// let day = "2017-06-15".parse::<PartialDate>()?.first_day();
    /// assert_eq!(party.name_on(day).english(), "Former Name");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name_on(&self, day: Day) -> &Name {
        FormerName::on(day, &self.name, &self.formerly)
    }

    /// The acronym that went with the name on a day; see [`FormerName::acronym_on`].
    ///
    /// ```
    /// use briefing_model::{Name, Party, PartyKind};
    ///
    /// let union = Party {
    ///     id: "eu".parse()?,
    ///     name: Name::new("European Union")?,
    ///     acronym: Some(Name::new("EU")?),
    ///     kind: PartyKind::IntergovernmentalOrganization,
    ///     formerly: vec![],
    /// };
    /// assert_eq!(union.acronym_on("2025-04-30".parse()?).map(Name::english), Some("EU"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn acronym_on(&self, day: Day) -> Option<&Name> {
        FormerName::acronym_on(day, self.acronym.as_ref(), &self.formerly)
    }
}

/// The kind of a party that is not a State.
///
/// ```
/// use briefing_model::PartyKind;
///
/// let parliament = PartyKind::StateOrgan { state: "QAT".parse()? };
/// assert_eq!(serde_json::to_string(&parliament)?, r#"{"state-organ":{"state":"QAT"}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum PartyKind {
    /// An organization of States outside the United Nations, such as the European Union.
    IntergovernmentalOrganization,
    /// An entity of the United Nations system, such as UNDP.
    UnEntity,
    /// A fund into which several parties pay, such as a multi-partner trust fund.
    PooledFund,
    /// A foundation, private or non-governmental body.
    NonState,
    /// An organ of a State, such as its parliament.
    StateOrgan {
        /// The State whose organ it is.
        state: State,
    },
    /// A person, named for the office that the person holds.
    Person {
        /// The office the person holds.
        office: Name,
    },
}
