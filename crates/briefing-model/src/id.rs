//! Identifiers: a small type for each kind of thing, so that they cannot be confused.

mod text;

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use self::text::IdText;
use crate::textual::{excerpt, serde_as_text, with_article};
use crate::{State, is_invisible};

/// The greatest length of an identifier, in characters.
const LONGEST: usize = 64;

macro_rules! identifiers {
    ($($(#[$meta:meta])* $name:ident, $what:literal, $example:literal, $check:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(IdText);

        impl $name {
            /// The identifier as it is written.
            ///
            /// ```
            #[doc = concat!("let id: briefing_model::", stringify!($name), " = \"", $example, "\".parse()?;")]
            #[doc = concat!("assert_eq!(id.as_str(), \"", $example, "\");")]
            /// # Ok::<(), briefing_model::InvalidId>(())
            /// ```
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0.as_str())
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match $check(text) {
                    Ok(()) => Ok(Self(text.into())),
                    Err(fault) => Err(InvalidId { what: $what, text: excerpt(text), fault }),
                }
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.0.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.0.as_str()
            }
        }

        serde_as_text!($name, &with_article($what));
    )+};
}

identifiers! {
    /// An office, by its identifier, such as `unoct`; file names begin with it.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::OfficeId;
    ///
    /// let id: OfficeId = "unoct".parse()?;
    /// assert_eq!(id.as_str(), "unoct");
    /// assert!("Not an id".parse::<OfficeId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    OfficeId, "office id", "unoct", check_slug;
    /// A unit of the office, by its identifier, such as `uncct`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters. The two
    /// words of [`Placement`](crate::Placement) that do not name a unit are not allowed.
    ///
    /// ```
    /// use briefing_model::UnitId;
    ///
    /// let id: UnitId = "uncct".parse()?;
    /// assert_eq!(id.as_str(), "uncct");
    /// assert!("leadership".parse::<UnitId>().is_err(), "that is a section, where an item is placed");
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    UnitId, "unit id", "uncct", check_unit;
    /// A programme, by its identifier, such as `ct-travel`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::ProgrammeId;
    ///
    /// let id: ProgrammeId = "ct-travel".parse()?;
    /// assert_eq!(id.as_str(), "ct-travel");
    /// assert!("Not an id".parse::<ProgrammeId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    ProgrammeId, "programme id", "ct-travel", check_slug;
    /// A coordination body, by its identifier, such as `compact`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::BodyId;
    ///
    /// let id: BodyId = "compact".parse()?;
    /// assert_eq!(id.as_str(), "compact");
    /// assert!("Not an id".parse::<BodyId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    BodyId, "body id", "compact", check_slug;
    /// A party that is not a State, by its identifier, such as `undp`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters. The code of
    /// a State in lower case is not allowed.
    ///
    /// ```
    /// use briefing_model::PartyId;
    ///
    /// let id: PartyId = "undp".parse()?;
    /// assert_eq!(id.as_str(), "undp");
    /// assert!("deu".parse::<PartyId>().is_err(), "that is a State");
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    PartyId, "party id", "undp", check_party;
    /// A fund that receives contributions, by its identifier, such as `trust-fund`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::FundId;
    ///
    /// let id: FundId = "trust-fund".parse()?;
    /// assert_eq!(id.as_str(), "trust-fund");
    /// assert!("Not an id".parse::<FundId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    FundId, "fund id", "trust-fund", check_slug;
    /// A wording of the ledger, by its identifier, such as `training-rooms`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::WordingId;
    ///
    /// let id: WordingId = "training-rooms".parse()?;
    /// assert_eq!(id.as_str(), "training-rooms");
    /// assert!("Not an id".parse::<WordingId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    WordingId, "wording id", "training-rooms", check_slug;
    /// An event of a month, by its identifier, such as `votan-launch`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::EventId;
    ///
    /// let id: EventId = "votan-launch".parse()?;
    /// assert_eq!(id.as_str(), "votan-launch");
    /// assert!("Not an id".parse::<EventId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    EventId, "event id", "votan-launch", check_slug;
    /// A picture, by its identifier, such as `votan-launch-1`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::PictureId;
    ///
    /// let id: PictureId = "votan-launch-1".parse()?;
    /// assert_eq!(id.as_str(), "votan-launch-1");
    /// assert!("Not an id".parse::<PictureId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    PictureId, "picture id", "votan-launch-1", check_slug;
    /// A source of figures, by its identifier, such as `briefing-2025-04`.
    ///
    /// It consists of lower-case letters and digits, with single hyphens between them: 1 to 64 characters.
    ///
    /// ```
    /// use briefing_model::SourceId;
    ///
    /// let id: SourceId = "briefing-2025-04".parse()?;
    /// assert_eq!(id.as_str(), "briefing-2025-04");
    /// assert!("Not an id".parse::<SourceId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    SourceId, "source id", "briefing-2025-04", check_slug;
    /// A ledger entry, by its identifier, such as `OCT/2025-017`.
    ///
    /// It consists of letters, digits and `-` `.` `/` `_` `:`, with a letter or digit at either end: 1 to 64
    /// characters. Offices write their references in many ways, so it allows more than other ids.
    ///
    /// ```
    /// use briefing_model::EntryId;
    ///
    /// let id: EntryId = "OCT/2025-017".parse()?;
    /// assert_eq!(id.as_str(), "OCT/2025-017");
    /// assert!("no spaces".parse::<EntryId>().is_err());
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    EntryId, "entry id", "OCT/2025-017", check_reference;
}

fn check_slug(text: &str) -> Result<(), IdFault> {
    check_length(text)?;
    if let Some(c) = text.chars().find(|&c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(IdFault::Character(c, "lower-case letters a to z, digits and hyphens"));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err(IdFault::Hyphen);
    }
    Ok(())
}

fn check_unit(text: &str) -> Result<(), IdFault> {
    check_slug(text)?;
    if matches!(text, "leadership" | "highlights") { Err(IdFault::Section) } else { Ok(()) }
}

fn check_party(text: &str) -> Result<(), IdFault> {
    check_slug(text)?;
    State::in_small_letters(text).map_or(Ok(()), |state| Err(IdFault::State(state)))
}

fn check_reference(text: &str) -> Result<(), IdFault> {
    check_length(text)?;
    if let Some(c) = text.chars().find(|&c| !(c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '_' | ':'))) {
        return Err(IdFault::Character(c, "letters of any script, digits and - . / _ :"));
    }
    let edge = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if !edge(text.chars().next()) || !edge(text.chars().next_back()) {
        return Err(IdFault::Edge);
    }
    Ok(())
}

fn check_length(text: &str) -> Result<(), IdFault> {
    match text.chars().take(LONGEST + 1).count() {
        0 => Err(IdFault::Empty),
        1..=LONGEST => Ok(()),
        _ => Err(IdFault::TooLong),
    }
}

/// Text that is not an identifier.
///
/// ```
/// let error = "CT Travel".parse::<briefing_model::ProgrammeId>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`CT Travel` is not a programme id: it contains 'C', use only lower-case letters a to z, digits and hyphens"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .fault.of(.text, .what))]
pub struct InvalidId {
    what: &'static str,
    text: String,
    fault: IdFault,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum IdFault {
    #[error("it is empty")]
    Empty,
    #[error("it is longer than {LONGEST} characters")]
    TooLong,
    #[error("it contains {shown}, use only {1}", shown = named(*.0))]
    Character(char, &'static str),
    #[error("put single hyphens between letters or digits only")]
    Hyphen,
    #[error("begin and end it with a letter or a digit")]
    Edge,
    #[error("that is a section, for the items of a month: choose another id")]
    Section,
    #[error("that is {0}, the code of a State, in small letters: choose another id")]
    State(State),
}

/// A character in quotation marks, or its code if it cannot be seen there or would combine with the mark before it.
fn named(c: char) -> String {
    let (shown, code) = (format!("{c:?}"), u32::from(c));
    match shown.starts_with("'\\u") {
        true if is_invisible(c) || c.is_control() => format!("a character that cannot be seen (U+{code:04X})"),
        true => format!("a mark that is written on another character (U+{code:04X})"),
        false => shown,
    }
}

impl IdFault {
    /// The whole message: what was written, and what was expected.
    fn of(&self, text: &str, what: &str) -> String {
        let what = with_article(what);
        match self {
            Self::Empty => format!("there is nothing where {what} belongs"),
            _ => format!("`{text}` is not {what}: {self}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

    use super::*;

    #[test]
    fn maps_are_looked_up_by_the_text_of_an_id() {
        let long = "a-reference-that-is-not-kept-in-place";
        let ids = ["p-1", long].map(|id| id.parse::<EntryId>().unwrap());
        let hash = BuildHasherDefault::<DefaultHasher>::default();
        assert!(ids.iter().all(|id| hash.hash_one(id) == hash.hash_one(id.as_str())));
        let places: BTreeMap<EntryId, i32> = ids.into_iter().zip(0..).collect();
        assert_eq!((places.get("p-1"), places.get(long)), (Some(&0), Some(&1)));
    }
}
