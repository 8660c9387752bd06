//! When something happened, as precisely as is known.

use std::fmt;
use std::str::FromStr;

use crate::date::said;
use crate::textual::{excerpt, padded, serde_as_text};
use crate::{DateSpan, Day, InvalidDateSpan, Month, PartialDate, Precision, Sitting};

/// When something happens: on a date, in a period, on some day within a period, in several sessions, or in a period
/// open at one end.
///
/// It counts from its last day: money pledged "in 2011" counts from 31 December 2011, and not before. It is not
/// ordered, because an open end has no day to compare; compare [`first_day`](Self::first_day) or
/// [`last_day`](Self::last_day).
///
/// | text | meaning |
/// |---|---|
/// | `2025-04-30`, `2025-04`, `2025` | a day, or some day of a month or year |
/// | `2025-04-29/2025-04-30`, `2021-01/2022-06` | from one date to another |
/// | `[2025-04-14..2025-04-25]` | some day within a period, in the notation of ISO 8601-2 for one of a set |
/// | `2025-04-02, 2025-04-09/2025-04-10, 2025-05` | sessions, in order, none sharing a day |
/// | `2019-01/..` | from a date on, with no end known |
/// | `../2022-06` | up to a date, with no beginning known |
///
/// ```
/// use briefing_model::When;
///
/// let roundtable: When = "2025-04-29/2025-04-30".parse()?;
/// assert!(roundtable.overlaps("2025-04".parse()?));
/// assert_eq!(roundtable.last_day().map(|day| day.to_string()).as_deref(), Some("2025-04-30"));
/// assert!("2025-04-30/2025-04-29".parse::<When>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct When(WhenShape);

/// The shapes that a [`When`] can have.
///
/// ```
/// use briefing_model::{When, WhenShape};
///
/// let annual: When = "2019/..".parse()?;
/// assert!(matches!(annual.shape(), WhenShape::Since(_)));
/// # Ok::<(), briefing_model::InvalidWhen>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WhenShape {
    /// One date.
    At(PartialDate),
    /// From one date to another.
    Span(PartialDate, PartialDate),
    /// Some day between two dates; it is not known which.
    Within(PartialDate, PartialDate),
    /// Two or more sessions, in order, that share no day.
    Sessions(Vec<Sitting>),
    /// From a date on, with no known end.
    Since(PartialDate),
    /// Up to a date, with no known beginning.
    Until(PartialDate),
}

impl When {
    /// Creates a `When` of a shape. A span that begins and ends on the same date becomes that date.
    ///
    /// # Errors
    ///
    /// Fails if it ends before it begins, or if sessions are fewer than two, are out of order or share a day.
    ///
    /// ```
    /// use briefing_model::{When, WhenShape};
    ///
    /// let when = When::new(WhenShape::Span("2021-01".parse()?, "2022-06".parse()?))?;
    /// assert_eq!(when.to_string(), "2021-01/2022-06");
    /// assert!(When::new(WhenShape::Sessions(Vec::new())).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(shape: WhenShape) -> Result<Self, InvalidWhen> {
        match shape {
            WhenShape::Span(first, last) | WhenShape::Within(first, last) if first == last => {
                Ok(Self(WhenShape::At(first)))
            }
            WhenShape::Span(first, last) | WhenShape::Within(first, last) if first.first_day() > last.last_day() => {
                Err(InvalidWhen::Backwards { first, last })
            }
            WhenShape::Sessions(sessions) => Self::sessions(sessions),
            shape => Ok(Self(shape)),
        }
    }

    fn sessions(sessions: Vec<Sitting>) -> Result<Self, InvalidWhen> {
        if sessions.len() < 2 {
            return Err(InvalidWhen::TooFewSessions);
        }
        for pair in sessions.windows(2) {
            if let &[earlier, later] = pair
                && earlier.last_day() >= later.first_day()
            {
                return Err(InvalidWhen::SessionsOutOfOrder { earlier, later });
            }
        }
        Ok(Self(WhenShape::Sessions(sessions)))
    }

    /// Its shape.
    ///
    /// ```
    /// use briefing_model::{When, WhenShape};
    ///
    /// let sessions: When = "2025-04-02, 2025-04-09".parse()?;
    /// assert!(matches!(sessions.shape(), WhenShape::Sessions(sessions) if sessions.len() == 2));
    /// # Ok::<(), briefing_model::InvalidWhen>(())
    /// ```
    #[must_use]
    pub const fn shape(&self) -> &WhenShape {
        &self.0
    }

    /// The earliest day that it may include; `None` if the beginning is open.
    ///
    /// ```
    /// use briefing_model::When;
    ///
    /// assert_eq!("2025-04".parse::<When>()?.first_day().map(|day| day.to_string()).as_deref(), Some("2025-04-01"));
    /// assert_eq!("../2022-06".parse::<When>()?.first_day(), None);
    /// # Ok::<(), briefing_model::InvalidWhen>(())
    /// ```
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        match &self.0 {
            WhenShape::At(date) | WhenShape::Span(date, _) | WhenShape::Within(date, _) | WhenShape::Since(date) => {
                Some(date.first_day())
            }
            WhenShape::Sessions(sessions) => sessions.first().map(|session| session.first_day()),
            WhenShape::Until(_) => None,
        }
    }

    /// The latest day that it may include, from which it counts; `None` if the end is open.
    ///
    /// ```
    /// use briefing_model::When;
    ///
    /// assert_eq!("2025-04".parse::<When>()?.last_day().map(|day| day.to_string()).as_deref(), Some("2025-04-30"));
    /// assert_eq!("2019/..".parse::<When>()?.last_day(), None);
    /// # Ok::<(), briefing_model::InvalidWhen>(())
    /// ```
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        match &self.0 {
            WhenShape::At(date) | WhenShape::Span(_, date) | WhenShape::Within(_, date) | WhenShape::Until(date) => {
                Some(date.last_day())
            }
            WhenShape::Sessions(sessions) => sessions.last().map(|session| session.last_day()),
            WhenShape::Since(_) => None,
        }
    }

    /// Whether it may include a day of a month, whose briefing can then report it.
    ///
    /// ```
    /// use briefing_model::When;
    ///
    /// let sessions: When = "2025-03-28, 2025-05-02".parse()?;
    /// assert!(sessions.overlaps("2025-05".parse()?));
    /// assert!(!sessions.overlaps("2025-04".parse()?), "what lies between two sessions is not part of them");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overlaps(&self, month: Month) -> bool {
        if let WhenShape::Sessions(sessions) = &self.0 {
            return sessions.iter().any(|session| session.overlaps(month));
        }
        self.first_day().is_none_or(|first| first <= month.last_day())
            && self.last_day().is_none_or(|last| month.first_day() <= last)
    }

    /// How precisely it is known: the coarser precision of its ends.
    ///
    /// ```
    /// use briefing_model::{Precision, When};
    ///
    /// assert_eq!("2025-04-14/2025-05".parse::<When>()?.precision(), Precision::Month);
    /// # Ok::<(), briefing_model::InvalidWhen>(())
    /// ```
    #[must_use]
    pub fn precision(&self) -> Precision {
        match &self.0 {
            WhenShape::At(date) | WhenShape::Since(date) | WhenShape::Until(date) => date.precision(),
            WhenShape::Span(first, last) | WhenShape::Within(first, last) => first.precision().max(last.precision()),
            WhenShape::Sessions(sessions) => {
                let known = |session: &Sitting| matches!(session, Sitting::Days(_));
                if sessions.iter().all(known) { Precision::Day } else { Precision::Month }
            }
        }
    }
}

impl When {
    /// Whether two times cannot be those of one event: they share no day, or both are exact and differ.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let before =
            |one: &Self, other: &Self| one.last_day().zip(other.first_day()).is_some_and(|(end, begin)| end < begin);
        let exact = |when: &Self| {
            when.precision() == Precision::Day
                && matches!(when.0, WhenShape::At(_) | WhenShape::Span(..) | WhenShape::Sessions(_))
        };
        before(self, other) || before(other, self) || exact(self) && exact(other) && self != other
    }
}

impl From<Month> for When {
    fn from(month: Month) -> Self {
        Self(WhenShape::At(month.into()))
    }
}

impl From<DateSpan> for When {
    fn from(span: DateSpan) -> Self {
        let (first, last) = (PartialDate::Day(span.first()), PartialDate::Day(span.last()));
        Self(if first == last { WhenShape::At(first) } else { WhenShape::Span(first, last) })
    }
}

impl From<PartialDate> for When {
    fn from(date: PartialDate) -> Self {
        Self(WhenShape::At(date))
    }
}

impl From<Day> for When {
    fn from(day: Day) -> Self {
        Self(WhenShape::At(day.into()))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("{}", self.0))
    }
}

impl fmt::Display for WhenShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhenShape::At(date) => write!(f, "{date}"),
            WhenShape::Span(first, last) => write!(f, "{first}/{last}"),
            WhenShape::Within(first, last) => write!(f, "[{first}..{last}]"),
            WhenShape::Since(date) => write!(f, "{date}/.."),
            WhenShape::Until(date) => write!(f, "../{date}"),
            WhenShape::Sessions(sessions) => {
                for (index, session) in sessions.iter().enumerate() {
                    let separator = if index == 0 { "" } else { ", " };
                    write!(f, "{separator}{session}")?;
                }
                Ok(())
            }
        }
    }
}

impl FromStr for When {
    type Err = InvalidWhen;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // In tables of thousands of rows, most are days.
        if let Some(day) = crate::day::parse(text) {
            return Ok(day.into());
        }
        if text.contains(',') {
            let sessions = text.split(',').map(|session| session.trim_matches(' ').parse::<Sitting>());
            return Self::sessions(sessions.collect::<Result<_, _>>()?);
        }
        let read = |date: &str| date.parse::<PartialDate>().map_err(|_| InvalidWhen::Unreadable(excerpt(text)));
        if let Some(within) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            let (first, last) = within.split_once("..").ok_or_else(|| InvalidWhen::Unreadable(excerpt(text)))?;
            return Self::new(WhenShape::Within(read(first)?, read(last)?));
        }
        Self::new(match text.split_once('/') {
            None => WhenShape::At(read(text)?),
            Some(("..", last)) => WhenShape::Until(read(last)?),
            Some((first, "..")) => WhenShape::Since(read(first)?),
            Some((first, last)) => WhenShape::Span(read(first)?, read(last)?),
        })
    }
}

serde_as_text!(
    When,
    "a date, a span, some day within one, sessions or an open span, such as \"2025-04-29/2025-04-30\""
);

/// Text or dates that are not a [`When`].
///
/// ```
/// use briefing_model::{InvalidWhen, When};
///
/// let error = "2025-04-02, 2025-04-01".parse::<When>().unwrap_err();
/// assert!(matches!(error, InvalidWhen::SessionsOutOfOrder { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidWhen {
    /// It has none of the accepted forms.
    #[error(
        "`{0}` is not a date or period{advice}",
        advice = said(.0, "a day as 2025-04-30, a month as 2025-04, a period as 2025-04-29/2025-04-30")
    )]
    Unreadable(String),
    /// It ends before it begins.
    #[error("it ends in {last}, before it begins in {first}: exchange them, or correct one")]
    Backwards {
        /// The date given as the first.
        first: PartialDate,
        /// The date given as the last.
        last: PartialDate,
    },
    /// One of the sessions is not a span of days.
    #[error(transparent)]
    Session(#[from] InvalidDateSpan),
    /// Fewer than two sessions.
    #[error("sessions are two or more: write a single one as a date or span")]
    TooFewSessions,
    /// Sessions that share a day or are out of order.
    #[error("session {later} does not come after session {earlier}: put them in order, without a shared day")]
    SessionsOutOfOrder {
        /// The session written first.
        earlier: Sitting,
        /// The session written after it.
        later: Sitting,
    },
}
