//! Dates known to the day, the month or the year, and spans of days.

mod advice;

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, padded, serde_as_text, words};
use crate::{Day, Month, Year};

pub use self::advice::{DateAdvice, date_advice};
pub(crate) use self::advice::{said, said_of_date, said_of_day};

/// How precisely a date is known. A coarser precision is greater.
///
/// ```
/// use briefing_model::{PartialDate, Precision};
///
/// assert_eq!("2021-01".parse::<PartialDate>()?.precision(), Precision::Month);
/// assert!(Precision::Day < Precision::Year);
/// # Ok::<(), briefing_model::InvalidPartialDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

words!(Precision, "a precision", Day "day", Month "month", Year "year");

/// A date known to the day, to the month only, or to the year only.
///
/// If only the month or the year is known, that is kept as it is: nothing is filled in. Partial dates are not ordered,
/// because April 2025 is neither before nor after 15 April 2025; compare [`first_day`](Self::first_day) or
/// [`last_day`](Self::last_day), whichever the question is about. The text form is `2025-04-30`, `2025-04` or `2025`.
///
/// ```
/// use briefing_model::PartialDate;
///
/// let opened: PartialDate = "2021-01".parse()?;
/// assert_eq!(opened.first_day().to_string(), "2021-01-01");
/// assert_eq!(opened.last_day().to_string(), "2021-01-31");
/// assert!("2021-02-30".parse::<PartialDate>().is_err());
/// # Ok::<(), briefing_model::InvalidPartialDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A day.
    Day(Day),
    /// Some day of a month.
    Month(Month),
    /// Some day of a year.
    Year(Year),
}

impl PartialDate {
    /// The earliest day that it can mean.
    ///
    /// ```
    /// use briefing_model::PartialDate;
    ///
    /// assert_eq!("2011".parse::<PartialDate>()?.first_day().to_string(), "2011-01-01");
    /// # Ok::<(), briefing_model::InvalidPartialDate>(())
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(month) => month.first_day(),
            Self::Year(year) => year.first_day(),
        }
    }

    /// The latest day that it can mean. The date counts from this day on.
    ///
    /// ```
    /// use briefing_model::PartialDate;
    ///
    /// assert_eq!("2024-02".parse::<PartialDate>()?.last_day().to_string(), "2024-02-29");
    /// # Ok::<(), briefing_model::InvalidPartialDate>(())
    /// ```
    #[must_use]
    pub const fn last_day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Month(month) => month.last_day(),
            Self::Year(year) => year.last_day(),
        }
    }

    /// How precisely it is known.
    ///
    /// ```
    /// use briefing_model::{PartialDate, Precision};
    ///
    /// assert_eq!("2025-04-30".parse::<PartialDate>()?.precision(), Precision::Day);
    /// # Ok::<(), briefing_model::InvalidPartialDate>(())
    /// ```
    #[must_use]
    pub const fn precision(self) -> Precision {
        match self {
            Self::Day(_) => Precision::Day,
            Self::Month(_) => Precision::Month,
            Self::Year(_) => Precision::Year,
        }
    }
}

impl From<Day> for PartialDate {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Month> for PartialDate {
    fn from(month: Month) -> Self {
        Self::Month(month)
    }
}

impl From<Year> for PartialDate {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(month) => month.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}

impl FromStr for PartialDate {
    type Err = InvalidPartialDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = || crate::day::parse(text).map(Self::Day);
        let month = || text.parse().map(Self::Month).ok();
        let year = || text.parse().map(Self::Year).ok();
        day().or_else(month).or_else(year).ok_or_else(|| InvalidPartialDate(excerpt(text)))
    }
}

serde_as_text!(PartialDate, "a date such as \"2025-04-30\", \"2025-04\" or \"2025\"");

/// Text that is not a date.
///
/// ```
/// let error = "30 April".parse::<briefing_model::PartialDate>().unwrap_err();
/// assert!(error.to_string().starts_with("`30 April` is not a date: write 2025-04-30"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date{advice}", advice = said_of_date(.0))]
pub struct InvalidPartialDate(String);

/// A period of consecutive days; the first is not after the last.
///
/// Spans are ordered by their first days, then by their last. The text form of a single day is that day.
///
/// ```
/// use briefing_model::DateSpan;
///
/// let training: DateSpan = "2025-04-14/2025-05-09".parse()?;
/// assert!(training.overlaps("2025-05".parse()?));
/// assert!("2025-05-09/2025-04-14".parse::<DateSpan>().is_err());
/// assert_eq!("2025-04-24/2025-04-24".parse::<DateSpan>()?.to_string(), "2025-04-24");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateSpan {
    first: Day,
    last: Day,
}

impl DateSpan {
    /// Creates the span from the first day to the last, both included.
    ///
    /// # Errors
    ///
    /// Fails if the last comes before the first.
    ///
    /// ```
    /// use briefing_model::{DateSpan, Month};
    ///
    /// let april: Month = "2025-04".parse()?;
    /// let span = DateSpan::new(april.first_day(), april.last_day())?;
    /// assert_eq!(span, DateSpan::from(april));
    /// assert!(DateSpan::new(april.last_day(), april.first_day()).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(first: Day, last: Day) -> Result<Self, InvalidDateSpan> {
        if first > last {
            return Err(InvalidDateSpan::Backwards { first, last });
        }
        Ok(Self { first, last })
    }

    /// The first day.
    ///
    /// ```
    /// use briefing_model::DateSpan;
    ///
    /// assert_eq!("2025-04-02/2025-04-04".parse::<DateSpan>()?.first().to_string(), "2025-04-02");
    /// # Ok::<(), briefing_model::InvalidDateSpan>(())
    /// ```
    #[must_use]
    pub const fn first(self) -> Day {
        self.first
    }

    /// The last day; the same as the first if the span is a single day.
    ///
    /// ```
    /// use briefing_model::DateSpan;
    ///
    /// assert_eq!("2025-04-02/2025-04-04".parse::<DateSpan>()?.last().to_string(), "2025-04-04");
    /// # Ok::<(), briefing_model::InvalidDateSpan>(())
    /// ```
    #[must_use]
    pub const fn last(self) -> Day {
        self.last
    }

    /// Whether a day falls within it.
    ///
    /// ```
    /// use briefing_model::DateSpan;
    ///
    /// let span: DateSpan = "2025-04-02/2025-04-04".parse()?;
    /// assert!(span.contains(span.last()));
    /// # Ok::<(), briefing_model::InvalidDateSpan>(())
    /// ```
    #[must_use]
    pub fn contains(self, date: Day) -> bool {
        self.first <= date && date <= self.last
    }

    /// Whether at least one of its days falls in the month.
    ///
    /// ```
    /// use briefing_model::DateSpan;
    ///
    /// let span: DateSpan = "2025-04-14/2025-05-09".parse()?;
    /// assert!(span.overlaps("2025-04".parse()?));
    /// assert!(!span.overlaps("2025-06".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overlaps(self, month: Month) -> bool {
        self.first <= month.last_day() && month.first_day() <= self.last
    }
}

impl From<Month> for DateSpan {
    fn from(month: Month) -> Self {
        Self { first: month.first_day(), last: month.last_day() }
    }
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = self;
        if first == last { first.fmt(f) } else { padded(f, format_args!("{first}/{last}")) }
    }
}

impl FromStr for DateSpan {
    type Err = InvalidDateSpan;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let read = |day: &str| day.parse().map_err(|_| InvalidDateSpan::Unreadable(excerpt(text)));
        Self::new(read(first)?, read(last)?)
    }
}

serde_as_text!(DateSpan, "a run of days such as \"2025-04-29/2025-04-30\", or one day");

/// One of several sessions: a span of days, or a month if no more is known.
///
/// ```
/// use briefing_model::Sitting;
///
/// let session: Sitting = "2025-04".parse()?;
/// assert_eq!(session.last_day().to_string(), "2025-04-30");
/// assert_eq!("2025-04-29/2025-04-30".parse::<Sitting>()?.first_day().to_string(), "2025-04-29");
/// # Ok::<(), briefing_model::InvalidDateSpan>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sitting {
    /// Known to the day.
    Days(DateSpan),
    /// Some day or days of a month.
    Month(Month),
}

impl Sitting {
    /// The first day on which it may take place.
    ///
    /// ```
    /// assert_eq!("2025-04".parse::<briefing_model::Sitting>()?.first_day().to_string(), "2025-04-01");
    /// # Ok::<(), briefing_model::InvalidDateSpan>(())
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Day {
        match self {
            Self::Days(days) => days.first(),
            Self::Month(month) => month.first_day(),
        }
    }

    /// The last day on which it may take place.
    ///
    /// ```
    /// assert_eq!("2025-04-02".parse::<briefing_model::Sitting>()?.last_day().to_string(), "2025-04-02");
    /// # Ok::<(), briefing_model::InvalidDateSpan>(())
    /// ```
    #[must_use]
    pub const fn last_day(self) -> Day {
        match self {
            Self::Days(days) => days.last(),
            Self::Month(month) => month.last_day(),
        }
    }

    /// Whether it may take place on a day of the month.
    ///
    /// ```
    /// let session: briefing_model::Sitting = "2025-04-29/2025-05-02".parse()?;
    /// assert!(session.overlaps("2025-05".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overlaps(self, month: Month) -> bool {
        self.first_day() <= month.last_day() && month.first_day() <= self.last_day()
    }
}

impl From<DateSpan> for Sitting {
    fn from(days: DateSpan) -> Self {
        Self::Days(days)
    }
}

impl From<Month> for Sitting {
    fn from(month: Month) -> Self {
        Self::Month(month)
    }
}

impl fmt::Display for Sitting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) => days.fmt(f),
            Self::Month(month) => month.fmt(f),
        }
    }
}

impl FromStr for Sitting {
    type Err = InvalidDateSpan;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::Month).or_else(|_| text.parse().map(Self::Days))
    }
}

/// Text or days that are not a span.
///
/// ```
/// use briefing_model::{DateSpan, InvalidDateSpan};
///
/// let error = "2025-04-30/2025-04-29".parse::<DateSpan>().unwrap_err();
/// assert!(matches!(error, InvalidDateSpan::Backwards { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidDateSpan {
    /// Neither a day nor two days with a slash between them.
    #[error("`{0}` is not a run of days{advice}", advice = said(.0, "2025-04-29/2025-04-30, one day, or for a session its month"))]
    Unreadable(String),
    /// The last day comes before the first.
    #[error("the last day {last} comes before the first day {first}: exchange them, or correct one")]
    Backwards {
        /// The day given as the first.
        first: Day,
        /// The day given as the last.
        last: Day,
    },
}
