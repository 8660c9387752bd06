//! Dates, ranges and periods as the United Nations writes them in each official language.
//!
//! CLDR's patterns are not the United Nations': Chinese ranges come out as 2025/4/29 – 2025/4/30 there, Arabic months
//! under one name instead of two. So the words and their order stand here, from the project's house style: day, month
//! in full, year, no comma; a closed-up en dash within a range; the month and the year once where they are shared.

mod calendar;
mod stamp;

use briefing_model::{DateSpan, Language, Month, PartialDate, When, WhenShape};
use chrono::{Datelike, NaiveDate};

use self::calendar::Calendar;
use crate::lists;
use crate::numbers::NO_BREAK;

pub use self::stamp::{StampedDate, stamp};

/// A day in full: "28 April 2025".
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let day = chrono::NaiveDate::from_ymd_opt(2025, 5, 1).unwrap_or_default();
/// assert_eq!(dates::day(day, Language::Fr), "1er\u{a0}mai 2025");
/// assert_eq!(dates::day(day, Language::Ru), "1\u{a0}мая 2025\u{a0}года");
/// ```
#[must_use]
pub fn day(day: NaiveDate, language: Language) -> String {
    Format::full(language).day(day)
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
    Format::full(language).month(month)
}

/// The name of a month, as it stands alone: "April".
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
    calendar::of(language).alone(month.number())
}

/// A date in full, as precisely as it is known: "28 April 2025", "April 2025", "2025".
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
    Format::full(language).date(date)
}

/// Any shape of "when" in full, as it stands in a sentence.
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
    Format::full(language).when(when)
}

/// The compact form of events: months shortened, and no year where it is the year of the issue.
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
    Format::compact(language, year).when(when)
}

/// How dates are to be written.
#[derive(Debug, Clone, Copy)]
struct Format {
    language: Language,
    calendar: &'static Calendar,
    /// The year that goes without saying.
    understood: Option<i32>,
}

/// Days of one month, from the first to the last.
type Days = (u32, u32);

impl Format {
    fn full(language: Language) -> Self {
        Self { language, calendar: calendar::of(language), understood: None }
    }

    fn compact(language: Language, year: i32) -> Self {
        Self { language, calendar: calendar::short(language), understood: Some(year) }
    }

    fn when(self, when: &When) -> String {
        match when.shape() {
            WhenShape::At(date) => self.date(*date),
            WhenShape::Span(first, last) => self.span(*first, *last),
            WhenShape::Sessions(sessions) => self.sessions(sessions),
            WhenShape::Since(date) => self.since(*date),
            WhenShape::Until(date) => self.until(*date),
        }
    }

    fn date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(month) => self.month(month),
            PartialDate::Year(year) => self.year(year.number()),
        }
    }

    fn day(self, day: NaiveDate) -> String {
        self.in_year(self.day_of_month(day), day.year())
    }

    fn month(self, month: Month) -> String {
        self.in_year(self.calendar.alone(month.number()).to_owned(), month.year())
    }

    fn year(self, year: i32) -> String {
        match self.language {
            Language::Ru => format!("{year}{NO_BREAK}год"),
            Language::Zh => format!("{year}年"),
            Language::Ar | Language::En | Language::Fr | Language::Es => year.to_string(),
        }
    }

    /// A day and its month: "28 April".
    fn day_of_month(self, day: NaiveDate) -> String {
        self.days_of_month(&[(day.day(), day.day())], day.month())
    }

    /// Days and their month: "7–8 and 14 April".
    fn days_of_month(self, days: &[Days], month: u32) -> String {
        let runs: Vec<String> = days.iter().map(|&days| self.run_of_days(days)).collect();
        let days = lists::and_words(&runs, self.language);
        let month = self.calendar.in_date(month);
        match self.language {
            Language::Zh => format!("{month}{days}"),
            Language::Es => format!("{days}{NO_BREAK}de {month}"),
            Language::Ar | Language::En | Language::Fr | Language::Ru => format!("{days}{NO_BREAK}{month}"),
        }
    }

    fn run_of_days(self, (first, last): Days) -> String {
        let day = |day: u32| match self.language {
            Language::Zh => format!("{day}日"),
            Language::Fr if day == 1 => "1er".to_owned(),
            _ => day.to_string(),
        };
        match (first == last, self.language) {
            (true, _) => day(first),
            (false, Language::Zh) => format!("{}至{}", day(first), day(last)),
            (false, Language::Ar) => format!("{}-{}", day(first), day(last)),
            (false, _) => format!("{}–{}", day(first), day(last)),
        }
    }

    /// A date without its year, and the year: "28 April" and 2025.
    fn in_year(self, date: String, year: i32) -> String {
        if self.understood == Some(year) {
            return date;
        }
        match self.language {
            Language::Zh => format!("{year}年{date}"),
            Language::Es => format!("{date} de {year}"),
            Language::Ru => format!("{date} {year}{NO_BREAK}года"),
            Language::Ar | Language::En | Language::Fr => format!("{date} {year}"),
        }
    }

    /// Two dates with the mark of a range between them, each of which may be of several words.
    fn range(self, first: &str, last: &str) -> String {
        match self.language {
            Language::Zh => format!("{first}至{last}"),
            Language::Ar => format!("{first}{NO_BREAK}- {last}"),
            // Russian sets the dash apart wherever words stand beside it.
            Language::Ru => format!("{first}{NO_BREAK}– {last}"),
            Language::En | Language::Fr | Language::Es => format!("{first}–{last}"),
        }
    }

    fn span(self, first: PartialDate, last: PartialDate) -> String {
        match (first, last) {
            (PartialDate::Day(first), PartialDate::Day(last)) => self.span_of_days(first, last),
            (PartialDate::Month(first), PartialDate::Month(last)) if first.year() == last.year() => {
                let months = self.range(self.calendar.alone(first.number()), self.calendar.alone(last.number()));
                self.in_year(months, first.year())
            }
            (PartialDate::Month(first), PartialDate::Month(last)) => {
                let all = Self { understood: None, ..self };
                all.range(&all.month(first), &all.month(last))
            }
            (PartialDate::Year(first), PartialDate::Year(last)) => self.span_of_years(first.number(), last.number()),
            (first, last) => self.mixed_span(first, last),
        }
    }

    fn span_of_days(self, first: NaiveDate, last: NaiveDate) -> String {
        if first.year() != last.year() {
            let all = Self { understood: None, ..self };
            return all.range(&all.day(first), &all.day(last));
        }
        let days = if first.month() == last.month() {
            self.days_of_month(&[(first.day(), last.day())], first.month())
        } else {
            self.range(&self.day_of_month(first), &self.day_of_month(last))
        };
        self.in_year(days, first.year())
    }

    fn span_of_years(self, first: i32, last: i32) -> String {
        match self.language {
            Language::Zh => format!("{first}年至{last}年"),
            Language::Ar => format!("{first}-{last}"),
            Language::Ru => format!("{first}–{last}{NO_BREAK}годы"),
            Language::En | Language::Fr | Language::Es => format!("{first}–{last}"),
        }
    }

    /// A range whose ends are not known to the same precision, where a dash would mislead: "2011 to 13 August 2014".
    fn mixed_span(self, first: PartialDate, last: PartialDate) -> String {
        let all = Self { understood: None, ..self };
        let (from, to) = (all.date(first), all.date(last));
        match self.language {
            Language::En => format!("{from} to {to}"),
            Language::Fr => format!("{} {}", french_from(first, &from), french_to(last, &to)),
            Language::Es | Language::Ru => format!("{} {}", all.since(first), all.until(last)),
            Language::Zh => format!("{from}至{to}"),
            Language::Ar => match first {
                PartialDate::Year(_) => format!("من عام {from} إلى {to}"),
                PartialDate::Day(_) | PartialDate::Month(_) => format!("من {from} إلى {to}"),
            },
        }
    }

    fn since(self, date: PartialDate) -> String {
        let words = self.date(date);
        match (self.language, date) {
            (Language::En, _) => format!("since {words}"),
            (Language::Fr, PartialDate::Day(_)) => format!("depuis le {words}"),
            (Language::Fr, _) => format!("depuis {words}"),
            (Language::Es, PartialDate::Day(_)) => format!("desde el {words}"),
            (Language::Es, _) => format!("desde {words}"),
            (Language::Ru, _) => format!("с {}", self.genitive(date)),
            (Language::Zh, _) => format!("自{words}起"),
            (Language::Ar, PartialDate::Year(_)) => format!("منذ عام {words}"),
            (Language::Ar, _) => format!("منذ {words}"),
        }
    }

    fn until(self, date: PartialDate) -> String {
        let words = self.date(date);
        match (self.language, date) {
            (Language::En, _) => format!("until {words}"),
            (Language::Fr, PartialDate::Day(_)) => format!("jusqu’au {words}"),
            (Language::Fr, _) => format!("jusqu’en {words}"),
            (Language::Es, PartialDate::Day(_)) => format!("hasta el {words}"),
            (Language::Es, _) => format!("hasta {words}"),
            (Language::Ru, _) => format!("до {}", self.genitive(date)),
            (Language::Zh, _) => format!("至{words}"),
            (Language::Ar, PartialDate::Year(_)) => format!("حتى عام {words}"),
            (Language::Ar, _) => format!("حتى {words}"),
        }
    }

    /// A Russian date as it stands after "с" and "до".
    fn genitive(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(month) => self.in_year(self.calendar.in_date(month.number()).to_owned(), month.year()),
            PartialDate::Year(year) => format!("{}{NO_BREAK}года", year.number()),
        }
    }

    /// Several sessions: "7–8 and 14 April 2025", "29–30 April and 6–7 May 2025".
    fn sessions(self, sessions: &[DateSpan]) -> String {
        let years = group(sessions, |session| (session.first().year(), session.last().year()));
        let years = years.into_iter().map(|((first, last), sessions)| {
            // A session over the turn of the year names both years itself.
            if first != last {
                let spans = sessions.iter().map(|session| self.span_of_days(session.first(), session.last()));
                return lists::and_words(&spans.collect::<Vec<_>>(), self.language);
            }
            let months = group(&sessions, |session| (session.first().month(), session.last().month()));
            let months = months.into_iter().flat_map(|((first, last), sessions)| {
                if first == last {
                    let days = sessions.iter().map(|session| (session.first().day(), session.last().day()));
                    return vec![self.days_of_month(&days.collect::<Vec<_>>(), first)];
                }
                let ends = |session: &DateSpan| (self.day_of_month(session.first()), self.day_of_month(session.last()));
                sessions.iter().map(ends).map(|(first, last)| self.range(&first, &last)).collect()
            });
            self.in_year(lists::and_words(&months.collect::<Vec<_>>(), self.language), first)
        });
        lists::and_words(&years.collect::<Vec<_>>(), self.language)
    }
}

/// Runs of neighbours that agree in something, with what they agree in.
fn group<K: PartialEq + Copy>(sessions: &[DateSpan], key: impl Fn(&DateSpan) -> K) -> Vec<(K, Vec<DateSpan>)> {
    let mut groups: Vec<(K, Vec<DateSpan>)> = Vec::new();
    for session in sessions {
        match groups.last_mut() {
            Some((last, group)) if *last == key(session) => group.push(*session),
            _ => groups.push((key(session), vec![*session])),
        }
    }
    groups
}

fn french_from(date: PartialDate, words: &str) -> String {
    match date {
        PartialDate::Day(_) => format!("du {words}"),
        PartialDate::Month(_) if words.starts_with(['a', 'o']) => format!("d’{words}"),
        PartialDate::Month(_) | PartialDate::Year(_) => format!("de {words}"),
    }
}

fn french_to(date: PartialDate, words: &str) -> String {
    match date {
        PartialDate::Day(_) => format!("au {words}"),
        PartialDate::Month(_) | PartialDate::Year(_) => format!("à {words}"),
    }
}
