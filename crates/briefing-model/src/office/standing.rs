//! Texts that stay the same from month to month, and the time during which they are in force.

use std::fmt;
use std::str::FromStr;

use briefing_derive::Record;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::{maybe_by, not_over};
use crate::{Day, InvalidRichText, PartialDate, RichText};

/// A text of the office that every issue prints, or every issue in a certain period, so that an old issue made again
/// says the same.
///
/// In JSON it is only the text, or an object with its dates.
///
/// ```
/// use briefing_model::StandingText;
///
/// let always: StandingText = "An **office**.".parse()?;
/// assert!(always.holds_on("1999-12-31".parse()?));
/// let mut since_launch = always.clone();
/// since_launch.from = Some("2018-02-23".parse()?);
/// assert!(!since_launch.holds_on("2018-02-22".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Wire", into = "Wire")]
pub struct StandingText {
    /// The text.
    pub text: RichText,
    /// The date from which it is in force.
    pub from: Option<PartialDate>,
    /// The date until which it is in force, that day, month or year included.
    pub until: Option<PartialDate>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(untagged)]
enum Wire {
    Text(RichText),
    Dated(Dated),
}

/// By hand, because serde would only report that it is neither, and would accept a list.
impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Wire;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or an object with a text and its dates")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Wire, E> {
                text.parse().map(Wire::Text).map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Wire, A::Error> {
                Dated::deserialize(MapAccessDeserializer::new(map)).map(Wire::Dated)
            }
        }

        deserializer.deserialize_any(Either)
    }
}

#[derive(Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(deny_unknown_fields)]
struct Dated {
    /// The text.
    text: RichText,
    /// The date from which it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    /// The date until which it is in force, that day, month or year included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

impl From<Wire> for StandingText {
    fn from(wire: Wire) -> Self {
        match wire {
            Wire::Text(text) => text.into(),
            Wire::Dated(Dated { text, from, until }) => Self { text, from, until },
        }
    }
}

impl From<StandingText> for Wire {
    fn from(standing: StandingText) -> Self {
        let StandingText { text, from, until } = standing;
        if from.is_none() && until.is_none() { Self::Text(text) } else { Self::Dated(Dated { text, from, until }) }
    }
}

impl From<RichText> for StandingText {
    fn from(text: RichText) -> Self {
        Self { text, from: None, until: None }
    }
}

/// Parses a text that is always in force.
impl FromStr for StandingText {
    type Err = InvalidRichText;

    fn from_str(text: &str) -> Result<Self, InvalidRichText> {
        text.parse::<RichText>().map(Self::from)
    }
}

impl StandingText {
    /// Whether an issue about a day prints it. Dates known to the month or the year count from their first day and
    /// until their last.
    ///
    /// ```
    /// let mut text: briefing_model::StandingText = "Five offices.".parse()?;
    /// text.until = Some("2020".parse()?);
    /// assert!(text.holds_on("2020-12-31".parse()?));
    /// assert!(!text.holds_on("2021-01-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        maybe_by(self.from, day) && not_over(self.until, day)
    }

    /// Whether it is in force only at certain times.
    ///
    /// ```
    /// assert!(!"Always.".parse::<briefing_model::StandingText>()?.is_dated());
    /// # Ok::<(), briefing_model::InvalidRichText>(())
    /// ```
    #[must_use]
    pub const fn is_dated(&self) -> bool {
        self.from.is_some() || self.until.is_some()
    }
}
