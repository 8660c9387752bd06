//! The purpose of money: the fund that receives it, and what it is for.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::Serialize;

use crate::textual::padded;
use crate::{EventId, FundId, InvalidId, InvalidName, Name, ProgrammeId, UnitId, nearest};

/// A fund that receives money.
///
/// ```
/// use briefing_model::{Fund, Name};
///
/// let fund = Fund {
///     id: "trust-fund".parse()?,
///     name: Name::new("United Nations Trust Fund for Counter-Terrorism")?,
///     short: Some(Name::new("Trust Fund")?),
///     acronym: None,
/// };
/// assert_eq!(fund.id.as_str(), "trust-fund");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// The fund's identifier, unique in its office.
    pub id: FundId,
    /// Its full name.
    pub name: Name,
    /// Its name where space is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
}

/// A single purpose of money.
///
/// The text form is `unit:uncct`, `programme:ct-travel`, `event:madrid-conference`, or any other words, for a purpose
/// that is not listed in the office's folder. Words cannot have the form of an id after another kind, such as
/// `fund:general`.
///
/// ```
/// use briefing_model::Purpose;
///
/// assert!(matches!("programme:ct-travel".parse()?, Purpose::Programme(_)));
/// assert!(matches!("Strategy project in Central Asia".parse()?, Purpose::Text(_)));
/// assert!(matches!("Travel: second phase".parse()?, Purpose::Text(_)));
/// assert!("program:ct-travel".parse::<Purpose>().is_err());
/// # Ok::<(), briefing_model::InvalidPurpose>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A unit, such as an office away from headquarters.
    Unit(UnitId),
    /// A programme.
    Programme(ProgrammeId),
    /// An event.
    Event(EventId),
    /// Anything else, in words.
    Text(Name),
}

impl FromStr for Purpose {
    type Err = InvalidPurpose;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.split_once(':') {
            Some(("unit", id)) => Self::Unit(id.parse()?),
            Some(("programme", id)) => Self::Programme(id.parse()?),
            Some(("event", id)) => Self::Event(id.parse()?),
            Some((kind, id)) if is_word(kind) && id.parse::<EventId>().is_ok() => {
                let remedy = match nearest(kind, KINDS) {
                    Some(kind) => format!("did you mean `{kind}:{id}`?"),
                    None => "begin with `unit:`, `programme:` or `event:`, or write a space after the colon".to_owned(),
                };
                return Err(InvalidPurpose::Kind { written: text.to_owned(), remedy });
            }
            _ => Self::Text(Name::new(text)?),
        })
    }
}

/// The prefixes of ids in purposes.
const KINDS: [&str; 3] = ["unit", "programme", "event"];

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The text from which it parses; for words, the English ones.
impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(id) => padded(f, format_args!("unit:{id}")),
            Self::Programme(id) => padded(f, format_args!("programme:{id}")),
            Self::Event(id) => padded(f, format_args!("event:{id}")),
            Self::Text(name) => f.pad(name.english()),
        }
    }
}

/// Text that is not a purpose.
///
/// ```
/// use briefing_model::{InvalidPurpose, Purpose};
///
/// assert!(matches!("unit:No Id".parse::<Purpose>(), Err(InvalidPurpose::Id(_))));
/// assert!(matches!(" ".parse::<Purpose>(), Err(InvalidPurpose::Words(_))));
/// let error = "program:travel".parse::<Purpose>().unwrap_err();
/// assert_eq!(error.to_string(), "`program:travel` is not a purpose: did you mean `programme:travel`?");
/// let error = "fund:general".parse::<Purpose>().unwrap_err();
/// assert!(error.to_string().ends_with("begin with `unit:`, `programme:` or `event:`, or write a space after the colon"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidPurpose {
    /// What follows the kind is not an id.
    #[error(transparent)]
    Id(#[from] InvalidId),
    /// An id after a kind that does not exist.
    #[error("`{written}` is not a purpose: {remedy}")]
    Kind {
        /// What was written.
        written: String,
        /// What to write instead.
        remedy: String,
    },
    /// The words are blank or cannot be printed.
    #[error(transparent)]
    Words(#[from] InvalidName),
}

/// The fund and the purposes of money; unearmarked by default.
///
/// Purposes are a set, in the order given; a purpose that occurs twice is reported when the ledger is checked.
///
/// ```
/// use briefing_model::Earmark;
///
/// let earmark = Earmark { fund: None, purposes: vec!["programme:ct-travel".parse()?] };
/// assert!(!earmark.is_unearmarked());
/// assert!(Earmark::default().is_unearmarked());
/// # Ok::<(), briefing_model::InvalidPurpose>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "an object with a fund and purposes", deny_unknown_fields)]
pub struct Earmark {
    /// The fund that receives the money, if it is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund: Option<FundId>,
    /// What the money is for; if empty, the office may choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
}

impl Earmark {
    /// Whether the office may use the money as it sees fit, within its fund.
    #[must_use]
    pub const fn is_unearmarked(&self) -> bool {
        self.purposes.is_empty()
    }

    /// Whether it is consistent with another earmark: any fund that it states is the other's, and any purposes are the
    /// other's, in any order. What it leaves out may be anything.
    ///
    /// ```
    /// use briefing_model::Earmark;
    ///
    /// let travel = Earmark { fund: None, purposes: vec!["programme:ct-travel".parse()?] };
    /// assert!(Earmark::default().agrees_with(&travel), "it says nothing");
    /// assert!(!travel.agrees_with(&Earmark::default()), "it says more");
    /// # Ok::<(), briefing_model::InvalidPurpose>(())
    /// ```
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        let same = |purposes: &[Purpose], others: &[Purpose]| purposes.iter().all(|purpose| others.contains(purpose));
        (self.fund.is_none() || self.fund == other.fund)
            && (self.purposes.is_empty()
                || same(&self.purposes, &other.purposes) && same(&other.purposes, &self.purposes))
    }

    /// The first purpose that occurs twice.
    pub(crate) fn repeated(&self) -> Option<&Purpose> {
        self.purposes
            .iter()
            .enumerate()
            .find(|(at, purpose)| self.purposes.iter().take(*at).any(|p| p == *purpose))
            .map(|(_, purpose)| purpose)
    }
}
