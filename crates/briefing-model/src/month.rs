//! Calendar years and months.

use std::fmt;
use std::str::FromStr;

use crate::Day;
use crate::textual::{excerpt, padded, serde_as_text};

/// The English names of the months, January first.
///
/// ```
/// assert_eq!(briefing_model::ENGLISH_MONTHS[3], "April");
/// ```
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The names of the months in French and Spanish, and in Russian as they are written after a day.
///
/// ```
/// assert_eq!(briefing_model::MONTHS_IN_DATES[7], ["août", "agosto", "августа"]);
/// ```
pub const MONTHS_IN_DATES: [[&str; 3]; 12] = [
    ["janvier", "enero", "января"],
    ["février", "febrero", "февраля"],
    ["mars", "marzo", "марта"],
    ["avril", "abril", "апреля"],
    ["mai", "mayo", "мая"],
    ["juin", "junio", "июня"],
    ["juillet", "julio", "июля"],
    ["août", "agosto", "августа"],
    ["septembre", "septiembre", "сентября"],
    ["octobre", "octubre", "октября"],
    ["novembre", "noviembre", "ноября"],
    ["décembre", "diciembre", "декабря"],
];

/// A calendar year between 1900 and 2199, written with four digits.
///
/// ```
/// use briefing_model::Year;
///
/// let year: Year = "2011".parse()?;
/// assert_eq!(year.first_day().to_string(), "2011-01-01");
/// assert_eq!(year.last_day().to_string(), "2011-12-31");
/// assert!("11".parse::<Year>().is_err());
/// # Ok::<(), briefing_model::InvalidYear>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year {
    // Both ends are computed once, when the year is checked; they also give the order.
    first: Day,
    last: Day,
}

impl Year {
    /// Creates the year with a number.
    ///
    /// # Errors
    ///
    /// Fails outside the years 1900 to 2199.
    ///
    /// ```
    /// use briefing_model::Year;
    ///
    /// assert_eq!(Year::new(2025)?.to_string(), "2025");
    /// assert!(Year::new(20_250).is_err());
    /// # Ok::<(), briefing_model::InvalidYear>(())
    /// ```
    pub fn new(year: i32) -> Result<Self, InvalidYear> {
        Day::at(year, 1, 1)
            .zip(Day::at(year, 12, 31))
            .map(|(first, last)| Self { first, last })
            .ok_or_else(|| InvalidYear(year.to_string()))
    }

    /// The number of the year.
    ///
    /// ```
    /// assert_eq!("2011".parse::<briefing_model::Year>()?.number(), 2011);
    /// # Ok::<(), briefing_model::InvalidYear>(())
    /// ```
    #[must_use]
    pub fn number(self) -> i32 {
        self.first.year()
    }

    /// 1 January.
    ///
    /// ```
    /// assert_eq!("2011".parse::<briefing_model::Year>()?.first_day().to_string(), "2011-01-01");
    /// # Ok::<(), briefing_model::InvalidYear>(())
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Day {
        self.first
    }

    /// 31 December.
    ///
    /// ```
    /// assert_eq!("2011".parse::<briefing_model::Year>()?.last_day().to_string(), "2011-12-31");
    /// # Ok::<(), briefing_model::InvalidYear>(())
    /// ```
    #[must_use]
    pub const fn last_day(self) -> Day {
        self.last
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("{:04}", self.number()))
    }
}

impl FromStr for Year {
    type Err = InvalidYear;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        digits(text, 4)
            .and_then(|year| Self::new(i32::try_from(year).ok()?).ok())
            .ok_or_else(|| InvalidYear(excerpt(text)))
    }
}

serde_as_text!(Year, "a year such as \"2025\"");

/// Text or a number that is not a year from 1900 to 2199.
///
/// ```
/// let error = briefing_model::Year::new(1815).unwrap_err();
/// assert_eq!(error.to_string(), "`1815` is not a year: write four digits between 1900 and 2199");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a year: write four digits between 1900 and 2199")]
pub struct InvalidYear(String);

/// A calendar month in the years 1900 to 2199, written `2025-04`. Every briefing is about one month.
///
/// Months are ordered by time.
///
/// ```
/// use briefing_model::Month;
///
/// let april: Month = "2025-04".parse()?;
/// assert_eq!(april.last_day().to_string(), "2025-04-30");
/// assert!(april < "2025-12".parse()?);
/// assert!("2025-4".parse::<Month>().is_err());
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    // Both ends are computed once, when the month is checked; they also give the order.
    first: Day,
    last: Day,
}

impl Month {
    /// Creates the month with a number from 1 to 12 in a year.
    ///
    /// # Errors
    ///
    /// Fails outside the years 1900 to 2199, or if the month does not exist.
    ///
    /// ```
    /// use briefing_model::Month;
    ///
    /// assert_eq!(Month::new(2025, 4)?.to_string(), "2025-04");
    /// assert!(Month::new(2025, 13).is_err());
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    pub fn new(year: i32, month: u32) -> Result<Self, InvalidMonth> {
        Day::at(year, month, 1).map(Self::from).ok_or_else(|| InvalidMonth(format!("{year:04}-{month:02}")))
    }

    /// The year.
    ///
    /// ```
    /// assert_eq!("2025-04".parse::<briefing_model::Month>()?.year(), 2025);
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Its number in the year: 1 for January, 12 for December.
    ///
    /// ```
    /// assert_eq!("2025-04".parse::<briefing_model::Month>()?.number(), 4);
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn number(self) -> u32 {
        self.first.month_number()
    }

    /// The first day.
    ///
    /// ```
    /// assert_eq!("2025-04".parse::<briefing_model::Month>()?.first_day().to_string(), "2025-04-01");
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub const fn first_day(self) -> Day {
        self.first
    }

    /// The last day: the 28th, 29th, 30th or 31st.
    ///
    /// ```
    /// assert_eq!("2024-02".parse::<briefing_model::Month>()?.last_day().to_string(), "2024-02-29");
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub const fn last_day(self) -> Day {
        self.last
    }

    /// Whether a day falls within it.
    ///
    /// ```
    /// use briefing_model::Month;
    ///
    /// let april: Month = "2025-04".parse()?;
    /// assert!(april.contains(april.last_day()));
    /// assert!(!april.contains("2025-05".parse::<Month>()?.first_day()));
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn contains(self, date: Day) -> bool {
        self.first <= date && date <= self.last
    }

    /// The next month; `None` after December 2199.
    ///
    /// ```
    /// use briefing_model::Month;
    ///
    /// assert_eq!("2025-12".parse::<Month>()?.next(), Some("2026-01".parse()?));
    /// assert_eq!("2199-12".parse::<Month>()?.next(), None);
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.last.next().map(Self::from)
    }

    /// The previous month; `None` before January 1900.
    ///
    /// ```
    /// use briefing_model::Month;
    ///
    /// assert_eq!("2025-01".parse::<Month>()?.previous(), Some("2024-12".parse()?));
    /// assert_eq!("1900-01".parse::<Month>()?.previous(), None);
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.first.previous().map(Self::from)
    }
}

impl From<Day> for Month {
    fn from(day: Day) -> Self {
        let (first, last) = day.month_ends();
        Self { first, last }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, format_args!("{:04}-{:02}", self.year(), self.number()))
    }
}

impl FromStr for Month {
    type Err = InvalidMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_month(text).ok_or_else(|| InvalidMonth(excerpt(text)))
    }
}

fn parse_month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    Month::new(i32::try_from(digits(year, 4)?).ok()?, digits(month, 2)?).ok()
}

serde_as_text!(Month, "a month such as \"2025-04\"");

/// Text that is not a month from 1900-01 to 2199-12.
///
/// ```
/// let error = "April 2025".parse::<briefing_model::Month>().unwrap_err();
/// assert!(error.to_string().starts_with("`April 2025` is not a month: write year and month as in 2025-04"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a month: write year and month as in 2025-04, between 1900-01 and 2199-12")]
pub struct InvalidMonth(String);

/// The number that is written with exactly `count` ASCII digits.
pub(crate) fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
