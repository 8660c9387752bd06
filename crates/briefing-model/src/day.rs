//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::Month;
use crate::date::said_of_day;
use crate::textual::{excerpt, serde_as_text};

/// The years that a briefing can name.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A day in the years 1900 to 2199, written `2025-04-30` and in no other way.
///
/// Days are ordered by time.
///
/// ```
/// use briefing_model::Day;
///
/// let day: Day = "2025-04-30".parse()?;
/// assert_eq!(day, Day::new(2025, 4, 30)?);
/// assert!(day < "2025-05-01".parse()?);
/// assert!("2025-4-30".parse::<Day>().is_err());
/// # Ok::<(), briefing_model::InvalidDay>(())
/// ```
///
/// Programs that use chrono convert from and to its dates:
///
/// ```
/// use briefing_model::Day;
/// use chrono::NaiveDate;
///
/// let day: Day = NaiveDate::from_ymd_opt(2025, 4, 30).unwrap().try_into()?;
/// assert_eq!(NaiveDate::from(day).to_string(), "2025-04-30");
/// # Ok::<(), briefing_model::InvalidDay>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// 1 January 1900.
    ///
    /// ```
    /// assert_eq!(briefing_model::Day::MIN.to_string(), "1900-01-01");
    /// ```
    pub const MIN: Self = Self::constant(1900, 1, 1);

    /// 31 December 2199.
    ///
    /// ```
    /// assert_eq!(briefing_model::Day::MAX.to_string(), "2199-12-31");
    /// ```
    pub const MAX: Self = Self::constant(2199, 12, 31);

    /// Both dates are in the calendar, so the fallback is never used.
    const fn constant(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Self(date),
            None => Self(NaiveDate::MIN),
        }
    }

    /// Creates the day with a year, a month and a number.
    ///
    /// # Errors
    ///
    /// Fails outside the years 1900 to 2199, or if the day does not exist.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!(Day::new(2024, 2, 29)?.to_string(), "2024-02-29");
    /// assert_eq!(Day::new(2025, 2, 29).unwrap_err().to_string(), "`2025-02-29` is not a day: February 2025 has 28 days");
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, InvalidDay> {
        Self::at(year, month, day).ok_or_else(|| InvalidDay(format!("{year:04}-{month:02}-{day:02}")))
    }

    pub(crate) fn at(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::of)
    }

    fn of(date: NaiveDate) -> Option<Self> {
        YEARS.contains(&date.year()).then_some(Self(date))
    }

    /// The year.
    ///
    /// ```
    /// assert_eq!("2025-04-30".parse::<briefing_model::Day>()?.year(), 2025);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month in which it falls.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!("2024-02-29".parse::<Day>()?.month(), "2024-02".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn month(self) -> Month {
        self.into()
    }

    pub(crate) fn month_number(self) -> u32 {
        self.0.month()
    }

    /// The first and the last day of its month.
    pub(crate) fn month_ends(self) -> (Self, Self) {
        let at = |number: u8| self.0.with_day(number.into()).map_or(self, Self);
        (at(1), at(self.0.num_days_in_month()))
    }

    /// Its number in the month, from 1.
    ///
    /// ```
    /// assert_eq!("2025-04-30".parse::<briefing_model::Day>()?.number(), 30);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.day()
    }

    /// Its number in the week, from 1 for Monday to 7 for Sunday.
    ///
    /// ```
    /// assert_eq!("2025-04-30".parse::<briefing_model::Day>()?.weekday(), 3);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// The next day; `None` after 31 December 2199.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!("2024-02-28".parse::<Day>()?.next(), Some("2024-02-29".parse()?));
    /// assert_eq!(Day::MAX.next(), None);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.succ_opt().and_then(Self::of)
    }

    /// The previous day; `None` before 1 January 1900.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!("2025-01-01".parse::<Day>()?.previous(), Some("2024-12-31".parse()?));
    /// assert_eq!(Day::MIN.previous(), None);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.0.pred_opt().and_then(Self::of)
    }

    /// The day that is a number of days later, or earlier if the number is negative; `None` outside the years 1900 to
    /// 2199.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!("2025-04-30".parse::<Day>()?.checked_add_days(31), Some("2025-05-31".parse()?));
    /// assert_eq!(Day::MIN.checked_add_days(-1), None);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn checked_add_days(self, days: i64) -> Option<Self> {
        self.0.checked_add_signed(TimeDelta::try_days(days)?).and_then(Self::of)
    }

    /// The number of days since another day; negative if that day is later.
    ///
    /// ```
    /// use briefing_model::Day;
    ///
    /// assert_eq!("2025-05-01".parse::<Day>()?.days_since("2025-04-01".parse()?), 30);
    /// # Ok::<(), briefing_model::InvalidDay>(())
    /// ```
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = InvalidDay;

    fn try_from(date: NaiveDate) -> Result<Self, Self::Error> {
        Self::of(date).ok_or_else(|| InvalidDay(date.to_string()))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // chrono's dates ignore a width.
        if f.width().is_none() && f.precision().is_none() { self.0.fmt(f) } else { f.pad(&self.0.to_string()) }
    }
}

impl FromStr for Day {
    type Err = InvalidDay;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| InvalidDay(excerpt(text)))
    }
}

/// Parses a day written with ten characters, such as `2025-04-30`. The other types of dates try this first, because it
/// makes no error.
pub(crate) fn parse(text: &str) -> Option<Day> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        digits.iter().try_fold(0, |number, byte| Some(number * 10 + digit(*byte)?))
    };
    Day::at(i32::try_from(number(&[a, b, c, d])?).ok()?, number(&[e, f])?, number(&[g, h])?)
}

serde_as_text!(Day, "a day such as \"2025-04-30\"");

/// Text or a date that is not a day in the years 1900 to 2199.
///
/// ```
/// use briefing_model::Day;
///
/// let error = "30/04/2025".parse::<Day>().unwrap_err();
/// assert_eq!(error.to_string(), "`30/04/2025` is not a day: write 2025-04-30");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day{advice}", advice = said_of_day(.0))]
pub struct InvalidDay(String);
