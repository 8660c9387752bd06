//! Identifiers: one small type for each kind of thing, so that none is taken for another.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text};

/// The longest identifier, in characters.
const LONGEST: usize = 64;

macro_rules! identifiers {
    ($($(#[$meta:meta])* $name:ident, $what:literal, $check:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The identifier as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
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

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        serde_as_text!($name, $what);
    )+};
}

identifiers! {
    /// Names a [`Unit`](crate::Unit) of the office, such as `uncct`.
    UnitId, "unit id", check_slug;
    /// Names a programme, such as `ct-travel`.
    ProgrammeId, "programme id", check_slug;
    /// Names a coordination body, such as `compact`.
    BodyId, "body id", check_slug;
    /// Names a party that is not a State, such as `undp`.
    PartyId, "party id", check_slug;
    /// Names a fund, such as `trust-fund`.
    FundId, "fund id", check_slug;
    /// Names an event of a month, such as `votan-launch`.
    EventId, "event id", check_slug;
    /// Names a picture.
    PictureId, "picture id", check_slug;
    /// Names a source of figures, such as `briefing-2025-04`.
    SourceId, "source id", check_slug;
    /// Names a ledger entry, as the office writes its references: `2025-DEU-01`, `OCT/2025/17`.
    EntryId, "entry id", check_reference;
}

fn check_slug(text: &str) -> Result<(), IdFault> {
    check_length(text)?;
    if let Some(c) = text
        .chars()
        .find(|&c| !matches!(c, 'a'..='z' | '0'..='9' | '-'))
    {
        return Err(IdFault::Character(
            c,
            "lower-case letters a to z, digits and hyphens",
        ));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err(IdFault::Hyphen);
    }
    Ok(())
}

fn check_reference(text: &str) -> Result<(), IdFault> {
    check_length(text)?;
    if let Some(c) = text
        .chars()
        .find(|&c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '_' | ':')))
    {
        return Err(IdFault::Character(
            c,
            "letters a to z and A to Z, digits and - . / _ :",
        ));
    }
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
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

/// A text that cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a {what}: {fault}")]
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
    #[error("it contains {0:?}, use only {1}")]
    Character(char, &'static str),
    #[error("put single hyphens between letters or digits only")]
    Hyphen,
    #[error("begin and end it with a letter or a digit")]
    Edge,
}
