//! Points in time, as given by the caller: this crate never reads a clock.

use std::fmt;

/// A second of civil time in UTC, in the years 1 to 9999.
///
/// ```
/// use tagged_pdf::Timestamp;
///
/// let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
/// assert_eq!(issued.to_string(), "2025-04-30T00:00:00Z");
/// assert!(Timestamp::new(2025, 2, 29, 0, 0, 0).is_err());
/// # Ok::<(), tagged_pdf::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Timestamp {
    /// A second of the proleptic Gregorian calendar, without leap seconds.
    ///
    /// # Errors
    ///
    /// Fails if the day or the time of day does not exist.
    ///
    /// ```
    /// use tagged_pdf::Timestamp;
    ///
    /// assert!(Timestamp::new(2024, 2, 29, 12, 0, 0).is_ok());
    /// assert!(Timestamp::new(2025, 2, 29, 12, 0, 0).is_err());
    /// ```
    pub fn new(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Result<Self, InvalidTimestamp> {
        let timestamp = Self { year, month, day, hour, minute, second };
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        if valid { Ok(timestamp) } else { Err(InvalidTimestamp(timestamp)) }
    }

    /// The timestamp as PDF writes it: `D:20250430000000Z` (ISO 32000-1, 7.9.4).
    pub(crate) fn pdf(self) -> String {
        let Self { year, month, day, hour, minute, second } = self;
        format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Writes the timestamp as in ISO 8601 and XMP: `2025-04-30T00:00:00Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day, hour, minute, second } = self;
        f.pad(&format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }
}

/// The error for a date or time of day that does not exist.
///
/// ```
/// # use tagged_pdf::Timestamp;
/// let error = Timestamp::new(2025, 4, 31, 0, 0, 0).unwrap_err();
/// assert_eq!(error.to_string(), "2025-04-31T00:00:00Z is not a second of any day");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a second of any day")]
pub struct InvalidTimestamp(Timestamp);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_days_follow_the_gregorian_calendar() {
        for (year, leap) in [(2024, true), (2025, false), (1900, false), (2000, true)] {
            assert_eq!(Timestamp::new(year, 2, 29, 23, 59, 59).is_ok(), leap, "{year}");
        }
    }

    #[test]
    fn times_of_day_end() {
        assert!(Timestamp::new(2025, 1, 1, 24, 0, 0).is_err());
        assert!(Timestamp::new(2025, 1, 1, 0, 60, 0).is_err());
        assert!(Timestamp::new(2025, 1, 1, 0, 0, 60).is_err());
        assert!(Timestamp::new(0, 1, 1, 0, 0, 0).is_err());
        assert!(Timestamp::new(2025, 13, 1, 0, 0, 0).is_err());
    }

    #[test]
    fn pdf_dates_are_in_utc() {
        let timestamp = Timestamp::new(2025, 4, 30, 1, 2, 3).unwrap();
        assert_eq!(timestamp.pdf(), "D:20250430010203Z");
    }
}
