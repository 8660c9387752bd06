//! Dates, ranges and periods as the United Nations writes them in each official language.
//!
//! CLDR's patterns differ from United Nations usage: they give Chinese ranges as 2025/4/29 – 2025/4/30, and Arabic months one name instead
//! of two. Words and their order are therefore defined in this crate, language by language, from the project's house style: day, month in
//! full, year, no comma; a closed-up en dash within a range; the month and the year only once if they are shared. A span across the turn of
//! a year gives both years.

mod stamp;

use briefing_model::{Day, Language, Month, PartialDate, Sitting, When, WhenShape};

use crate::languages::{self, Calendar, SinceThen, Usage};
use crate::lists;

pub(crate) use self::stamp::stamp_in_a_row;
pub use self::stamp::{StampedDate, stamp};

/// A day in full: "28 April 2025".
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let day = "2025-05-01".parse()?;
/// assert_eq!(dates::day(day, Language::Fr), "1er\u{a0}mai 2025");
/// assert_eq!(dates::day(day, Language::Ru), "1\u{a0}мая 2025\u{a0}года");
/// # Ok::<(), briefing_model::InvalidDay>(())
/// ```
#[must_use]
pub fn day(day: Day, language: Language) -> String {
    DateStyle::full(language).day(day)
}

/// A month in full: "April 2025".
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let april = "2025-04".parse()?;
/// assert_eq!(dates::month(april, Language::Es), "abril de 2025");
/// assert_eq!(dates::month(april, Language::Ar), "نيسان/أبريل 2025");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[must_use]
pub fn month(month: Month, language: Language) -> String {
    DateStyle::full(language).month(month)
}

/// The name of a month on its own: "April".
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// assert_eq!(dates::month_name("2025-04".parse()?, Language::Ru), "апрель");
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[must_use]
pub fn month_name(month: Month, language: Language) -> &'static str {
    languages::of(language).months().alone(month.number())
}

/// A date in full, to the precision with which it is known: "28 April 2025", "April 2025", "2025".
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// assert_eq!(dates::date("2025".parse()?, Language::Ru), "2025\u{a0}год");
/// # Ok::<(), briefing_model::InvalidPartialDate>(())
/// ```
#[must_use]
pub fn date(date: PartialDate, language: Language) -> String {
    DateStyle::full(language).date(date)
}

/// Any form of [`When`] in full, as written in a sentence.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let course = "2025-04-14/2025-05-09".parse()?;
/// assert_eq!(dates::in_full(&course, Language::En), "14\u{a0}April–9\u{a0}May 2025");
/// assert_eq!(dates::in_full(&course, Language::Zh), "2025年4月14日至5月9日");
/// # Ok::<(), briefing_model::InvalidWhen>(())
/// ```
#[must_use]
pub fn in_full(when: &When, language: Language) -> String {
    DateStyle::full(language).when(when)
}

/// The compact form used for events: short month names, and no year if it is the year of the issue.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let course = "2025-04-14/2025-05-09".parse()?;
/// assert_eq!(dates::compact(&course, 2025, Language::En), "14\u{a0}Apr–9\u{a0}May");
/// assert_eq!(dates::compact(&course, 2026, Language::En), "14\u{a0}Apr–9\u{a0}May 2025");
/// # Ok::<(), briefing_model::InvalidWhen>(())
/// ```
#[must_use]
pub fn compact(when: &When, year: i32, language: Language) -> String {
    DateStyle::compact(language, year).when(when)
}

/// The compact form within a text, in which Arabic gives both names of a month.
pub(crate) fn aside(when: &When, year: i32, language: Language) -> String {
    DateStyle::stamped(language, year).when(when)
}

/// A figure's change since a date, in words.
pub(crate) fn since_last_issue(change: SinceThen<'_>, then: PartialDate, language: Language) -> String {
    languages::of(language).since_last_issue(change, then, DateStyle::full(language))
}

/// How dates are written.
#[derive(Clone, Copy)]
pub(crate) struct DateStyle {
    language: Language,
    usage: &'static dyn Usage,
    /// The names of the months.
    pub(crate) calendar: &'static Calendar,
    /// The year that is left out.
    understood: Option<i32>,
    /// Whether a stamp sets days in small type on the line of their month, rather than large above it.
    is_small: bool,
}

impl DateStyle {
    pub(crate) fn full(language: Language) -> Self {
        let usage = languages::of(language);
        Self { language, usage, calendar: usage.months(), understood: None, is_small: false }
    }

    fn compact(language: Language, year: i32) -> Self {
        let usage = languages::of(language);
        Self { language, usage, calendar: usage.short_months(), understood: Some(year), is_small: false }
    }

    /// The style of stamps.
    fn stamped(language: Language, year: i32) -> Self {
        let compact = Self::compact(language, year);
        Self { calendar: compact.usage.stamp_months(), ..compact }
    }

    /// The same style with every year written.
    fn with_all_years(self) -> Self {
        Self { understood: None, ..self }
    }

    fn when(self, when: &When) -> String {
        match when.shape() {
            WhenShape::At(date) => self.date(*date),
            WhenShape::Span(first, last) => self.span(*first, *last),
            WhenShape::Within(first, last) => self.usage.within(&self.span(*first, *last)),
            WhenShape::Sessions(sessions) => {
                let first = sessions.first().map(|session| session.first_day().year());
                let last = sessions.last().map(|session| session.last_day().year());
                let format = if first == last { self } else { self.with_all_years() };
                format.sessions(sessions)
            }
            WhenShape::Since(date) => self.usage.since(*date, self),
            WhenShape::Until(date) => self.usage.until(*date, self),
        }
    }

    /// A date, to the precision with which it is known.
    pub(crate) fn date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(month) => self.month(month),
            PartialDate::Year(year) => self.usage.year(year.number()),
        }
    }

    fn day(self, day: Day) -> String {
        self.in_year(&self.day_of_month(day), day.year())
    }

    fn month(self, month: Month) -> String {
        self.in_year(self.calendar.alone(month.number()), month.year())
    }

    /// A day and its month: "28 April".
    fn day_of_month(self, day: Day) -> String {
        self.days_of_month(&[(day.number(), day.number())], day.month().number())
    }

    /// Runs of days, each from the first to the last, and their month: "7–8 and 14 April".
    fn days_of_month(self, days: &[(u32, u32)], month: u32) -> String {
        let runs: Vec<String> = days.iter().map(|&(first, last)| self.usage.days(first, last)).collect();
        let days = lists::and_words(&runs, self.language);
        self.usage.days_of_month(&days, self.calendar.in_date(month))
    }

    /// A date without its year, followed by the year unless that is understood: "28 April" and 2025.
    pub(crate) fn in_year(self, date: &str, year: i32) -> String {
        if self.understood == Some(year) { date.to_owned() } else { self.usage.in_year(date, year) }
    }

    fn span(self, first: PartialDate, last: PartialDate) -> String {
        match (first, last) {
            (PartialDate::Day(first), PartialDate::Day(last)) => self.span_of_days(first, last),
            (PartialDate::Month(first), PartialDate::Month(last)) if first.year() == last.year() => {
                let (from, to) = (self.calendar.alone(first.number()), self.calendar.alone(last.number()));
                self.in_year(&self.usage.range(from, to), first.year())
            }
            (PartialDate::Month(first), PartialDate::Month(last)) => {
                let all = self.with_all_years();
                self.usage.range(&all.month(first), &all.month(last))
            }
            (PartialDate::Year(first), PartialDate::Year(last)) => {
                self.usage.span_of_years(first.number(), last.number())
            }
            (
                PartialDate::Day(_) | PartialDate::Month(_) | PartialDate::Year(_),
                PartialDate::Day(_) | PartialDate::Month(_) | PartialDate::Year(_),
            ) => self.usage.mixed_span(first, last, self.with_all_years()),
        }
    }

    fn span_of_days(self, first: Day, last: Day) -> String {
        if first.year() != last.year() {
            let all = self.with_all_years();
            return self.usage.range(&all.day(first), &all.day(last));
        }
        let days = if first.month() == last.month() {
            self.days_of_month(&[(first.number(), last.number())], first.month().number())
        } else {
            self.usage.range(&self.day_of_month(first), &self.day_of_month(last))
        };
        self.in_year(&days, first.year())
    }

    /// Two or more sessions: "7–8 and 14 April 2025", "29–30 April, 6–7 May and July 2025".
    fn sessions(self, sessions: &[Sitting]) -> String {
        let years = group(sessions, |session| (session.first_day().year(), session.last_day().year()));
        let years = years.into_iter().map(|((first, last), sessions)| {
            // A session across the turn of the year names both years itself.
            if first != last {
                let spans = sessions.iter().map(|session| self.span_of_days(session.first_day(), session.last_day()));
                return lists::and_words(&spans.collect::<Vec<_>>(), self.language);
            }
            let months = group(&sessions, session_months);
            let months = months.into_iter().flat_map(|(key, sessions)| match key {
                (first, last, true) if first == last => {
                    let days =
                        sessions.iter().map(|session| (session.first_day().number(), session.last_day().number()));
                    vec![self.days_of_month(&days.collect::<Vec<_>>(), first)]
                }
                (_, _, true) => {
                    let ends = |session: &Sitting| {
                        (self.day_of_month(session.first_day()), self.day_of_month(session.last_day()))
                    };
                    sessions.iter().map(ends).map(|(first, last)| self.usage.range(&first, &last)).collect()
                }
                (month, _, false) => vec![self.calendar.alone(month).to_owned()],
            });
            self.in_year(&lists::and_words(&months.collect::<Vec<_>>(), self.language), first)
        });
        lists::and_words(&years.collect::<Vec<_>>(), self.language)
    }
}

/// The months of a session's first and last day, and whether its days are known.
fn session_months(session: &Sitting) -> (u32, u32, bool) {
    let known = matches!(session, Sitting::Days(_));
    (session.first_day().month().number(), session.last_day().month().number(), known)
}

/// Runs of consecutive sessions with the same key, each with its key.
fn group<K: PartialEq + Copy>(sessions: &[Sitting], key: impl Fn(&Sitting) -> K) -> Vec<(K, Vec<Sitting>)> {
    let mut groups: Vec<(K, Vec<Sitting>)> = Vec::new();
    for session in sessions {
        match groups.last_mut() {
            Some((last, group)) if *last == key(session) => group.push(*session),
            _ => groups.push((key(session), vec![*session])),
        }
    }
    groups
}
