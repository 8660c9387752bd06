//! Dates as stamps: a few short lines for a narrow column.

use briefing_model::{DateSpan, Language, PartialDate, When, WhenShape};
use chrono::{Datelike, NaiveDate};

use super::{Days, Format, in_full};
use crate::{Stamp, StampLine};

/// A date set as a stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampedDate {
    /// The stamp, of one to three lines.
    pub stamp: Stamp,
    /// Whether the stamp says less than the whole date, because a column of stamps cannot hold it: of sessions too
    /// many to list, it gives the first and the last day; of a span between other years than the issue's, the months.
    /// The text beside it then has to give the date.
    pub abridged: bool,
}

/// The most that a large line holds, in half-widths: "29–30".
const LARGE: usize = 6;
/// The most that a small line holds, in half-widths: "14 Sept.–".
const SMALL: usize = 12;

/// A date as a stamp: the days large, over the month; the year where it is not the year of the issue.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let lines = |when: &str, language| -> Result<Vec<String>, briefing_model::InvalidWhen> {
///     let stamped = dates::stamp(&when.parse()?, 2025, language);
///     Ok(stamped.stamp.lines.into_iter().map(|line| line.text).collect())
/// };
/// assert_eq!(lines("2025-04-29/2025-04-30", Language::En)?, ["29–30", "Apr"]);
/// assert_eq!(lines("2025-04-14/2025-05-09", Language::En)?, ["14\u{a0}Apr–", "9\u{a0}May"]);
/// # Ok::<(), briefing_model::InvalidWhen>(())
/// ```
#[must_use]
pub fn stamp(when: &When, year: i32, language: Language) -> StampedDate {
    let format = Format::compact(language, year);
    let (lines, abridged) = match when.shape() {
        WhenShape::At(date) => (format.at(*date), false),
        WhenShape::Span(first, last) => format.stamped_span(*first, *last),
        WhenShape::Sessions(sessions) => format.stamped_sessions(sessions),
        WhenShape::Since(date) => (format.open(*date, true), false),
        WhenShape::Until(date) => (format.open(*date, false), false),
    };
    StampedDate { stamp: Stamp { lines, spoken: in_full(when, language) }, abridged }
}

fn large(text: impl Into<String>) -> StampLine {
    StampLine { text: text.into(), large: true }
}

fn small(text: impl Into<String>) -> StampLine {
    StampLine { text: text.into(), large: false }
}

impl Format {
    /// A month as a small line below a day, with the year unless it is understood.
    fn below(self, month: u32, year: i32) -> StampLine {
        small(self.with_short_year(self.calendar.in_date(month), year))
    }

    /// A month with the bare year, unless that is understood.
    fn with_short_year(self, month: &str, year: i32) -> String {
        match self.language {
            _ if self.understood == Some(year) => month.to_owned(),
            Language::Zh => format!("{year}年{month}"),
            _ => format!("{month}\u{a0}{year}"),
        }
    }

    fn at(self, date: PartialDate) -> Vec<StampLine> {
        match date {
            PartialDate::Day(day) => self.days_over_month((day.day(), day.day()), day),
            PartialDate::Month(month) => self.month_lines(month.number(), month.year()),
            PartialDate::Year(year) => vec![small(self.year(year.number()))],
        }
    }

    /// A month by itself, its year on a line of its own.
    fn month_lines(self, month: u32, year: i32) -> Vec<StampLine> {
        let month = small(self.calendar.alone(month));
        if self.understood == Some(year) {
            vec![month]
        } else if self.language == Language::Zh {
            vec![small(self.year(year)), month]
        } else {
            vec![month, small(year.to_string())]
        }
    }

    fn days_over_month(self, days: Days, day: NaiveDate) -> Vec<StampLine> {
        vec![large(self.bare_days(days)), self.below(day.month(), day.year())]
    }

    /// Days as figures: in a stamp, Chinese goes without the word for day.
    fn bare_days(self, days: Days) -> String {
        match self.language {
            Language::Zh if days.0 == days.1 => days.0.to_string(),
            Language::Zh => format!("{}–{}", days.0, days.1),
            _ => self.run_of_days(days),
        }
    }

    /// The first half of a range over two lines, with its mark.
    fn opening(self, text: &str) -> StampLine {
        small(match self.language {
            Language::Zh => format!("{text}至"),
            Language::Ar => format!("{text}\u{a0}-"),
            Language::Ru => format!("{text}\u{a0}–"),
            Language::En | Language::Fr | Language::Es => format!("{text}–"),
        })
    }

    /// A day as a small line: Spanish, too, goes without the word between day and month.
    fn small_day(self, day: NaiveDate) -> String {
        match self.language {
            Language::Es => format!("{}\u{a0}{}", day.day(), self.calendar.in_date(day.month())),
            _ => self.day_of_month(day),
        }
    }

    /// Month and year on one small line.
    fn small_month(self, month: u32, year: i32) -> String {
        self.with_short_year(self.calendar.alone(month), year)
    }

    fn stamped_span(self, first: PartialDate, last: PartialDate) -> (Vec<StampLine>, bool) {
        match (first, last) {
            (PartialDate::Day(first), PartialDate::Day(last)) => self.stamped_days(first, last),
            (PartialDate::Year(first), PartialDate::Year(last)) => {
                let lines = match self.language {
                    Language::Zh => vec![small(format!("{}至", first.number())), small(self.year(last.number()))],
                    Language::Ar => vec![small(format!("{first}-{last}"))],
                    _ => vec![small(format!("{first}–{last}"))],
                };
                (lines, false)
            }
            (first, last) => {
                let is_cut = |date| matches!(date, PartialDate::Day(day) if self.understood != Some(day.year()));
                let lines = vec![self.opening(&self.small_date(first)), small(self.small_date(last))];
                (lines, is_cut(first) || is_cut(last))
            }
        }
    }

    /// A date on one small line; of a day, the month is enough where the year has to be said.
    fn small_date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) if self.understood == Some(day.year()) => self.small_day(day),
            PartialDate::Day(day) => self.small_month(day.month(), day.year()),
            PartialDate::Month(month) => self.small_month(month.number(), month.year()),
            PartialDate::Year(year) => self.year(year.number()),
        }
    }

    /// Days of two months; of two years neither of which is understood, the months alone, and then abridged.
    fn stamped_days(self, first: NaiveDate, last: NaiveDate) -> (Vec<StampLine>, bool) {
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return (self.days_over_month((first.day(), last.day()), first), false);
        }
        let is_understood = |day: NaiveDate| self.understood == Some(day.year());
        let year = |day: NaiveDate| self.year_of_stamp(day.year());
        let (from, to) = (self.small_day(first), self.small_day(last));
        // Chinese names the year before the day, the others after it.
        let year_first = self.language == Language::Zh;
        let lines = match (is_understood(first), is_understood(last)) {
            (true, true) => vec![self.opening(&from), small(to)],
            (false, true) if year_first => vec![small(year(first)), self.opening(&from), small(to)],
            (false, true) => vec![small(from), self.opening(&year(first)), small(to)],
            (true, false) if year_first => vec![self.opening(&from), small(year(last)), small(to)],
            (false, false) if first.year() == last.year() && year_first => {
                vec![small(year(first)), self.opening(&from), small(to)]
            }
            (false, false) if first.year() != last.year() => {
                let month = |day: NaiveDate| self.small_month(day.month(), day.year());
                return (vec![self.opening(&month(first)), small(month(last))], true);
            }
            (true | false, false) => vec![self.opening(&from), small(to), small(year(last))],
        };
        (lines, false)
    }

    fn year_of_stamp(self, year: i32) -> String {
        match self.language {
            Language::Zh => self.year(year),
            _ => year.to_string(),
        }
    }

    /// An open span: the word, and the date under it.
    fn open(self, date: PartialDate, since: bool) -> Vec<StampLine> {
        let word = match (self.language, since, date) {
            (Language::En, true, _) => "since",
            (Language::En, false, _) => "until",
            (Language::Fr, true, _) => "depuis",
            (Language::Fr, false, PartialDate::Day(_)) => "jusqu’au",
            (Language::Fr, false, _) => "jusqu’en",
            (Language::Es, true, _) => "desde",
            (Language::Es, false, _) => "hasta",
            (Language::Ru, true, _) => "с",
            (Language::Ru, false, _) => "до",
            (Language::Ar, true, _) => "منذ",
            (Language::Ar, false, _) => "حتى",
            (Language::Zh, true, _) => "起",
            (Language::Zh, false, _) => "止",
        };
        let mut lines = match (self.language, date) {
            (Language::Ru, PartialDate::Month(month)) => {
                let name = self.calendar.in_date(month.number());
                let year = (self.understood != Some(month.year())).then(|| small(month.year().to_string()));
                [small(name)].into_iter().chain(year).collect()
            }
            (Language::Ru, PartialDate::Year(year)) => vec![small(format!("{}\u{a0}года", year.number()))],
            _ => self.at(date),
        };
        if self.language == Language::Zh {
            // The Chinese word follows the date.
            if let Some(last) = lines.last_mut() {
                last.text.push_str(word);
            }
        } else {
            lines.insert(0, small(word));
        }
        lines
    }

    /// Sessions in full where three lines hold them, else from the first day to the last.
    fn stamped_sessions(self, sessions: &[DateSpan]) -> (Vec<StampLine>, bool) {
        if let Some(lines) = self.sessions_of_a_month(sessions).or_else(|| self.sessions_in_small(sessions)) {
            return (lines, false);
        }
        match (sessions.first(), sessions.last()) {
            (Some(first), Some(last)) => (self.stamped_days(first.first(), last.last()).0, true),
            // Sessions are two or more.
            _ => (Vec::new(), true),
        }
    }

    /// Sessions within one month: their days on up to two large lines, over the month.
    fn sessions_of_a_month(self, sessions: &[DateSpan]) -> Option<Vec<StampLine>> {
        let first = sessions.first()?.first();
        let within = |day: NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
        if !sessions.iter().all(|session| within(session.first()) && within(session.last())) {
            return None;
        }
        let days = sessions.iter().map(|session| self.bare_days((session.first().day(), session.last().day())));
        let mut lines = pack(days, self.comma(), LARGE)
            .filter(|lines| lines.len() <= 2)?
            .into_iter()
            .map(large)
            .collect::<Vec<_>>();
        lines.push(self.below(first.month(), first.year()));
        Some(lines)
    }

    /// Sessions of several months of the year of the issue, on up to three small lines.
    fn sessions_in_small(self, sessions: &[DateSpan]) -> Option<Vec<StampLine>> {
        if sessions
            .iter()
            .any(|session| [session.first(), session.last()].iter().any(|day| Some(day.year()) != self.understood))
        {
            return None;
        }
        let spans = sessions.iter().map(|session| self.small_session(*session));
        let lines = pack(spans, self.comma(), SMALL).filter(|lines| lines.len() <= 3)?;
        Some(lines.into_iter().map(small).collect())
    }

    fn small_session(self, session: DateSpan) -> String {
        let (first, last) = (session.first(), session.last());
        if first.month() == last.month() {
            let days = self.bare_days((first.day(), last.day()));
            match self.language {
                Language::Zh => format!("{}{days}日", self.calendar.in_date(first.month())),
                _ => format!("{days}\u{a0}{}", self.calendar.in_date(first.month())),
            }
        } else {
            format!("{}{}", self.opening(&self.small_day(first)).text, self.small_day(last))
        }
    }

    const fn comma(self) -> &'static str {
        match self.language {
            Language::Zh => "、",
            Language::Ar => "،",
            Language::En | Language::Fr | Language::Ru | Language::Es => ",",
        }
    }
}

/// Words packed into lines of a width, a comma after each but the last; none where a word alone is too wide.
fn pack(words: impl Iterator<Item = String>, comma: &str, width: usize) -> Option<Vec<String>> {
    let mut words = words.peekable();
    let mut lines: Vec<String> = Vec::new();
    while let Some(mut word) = words.next() {
        if words.peek().is_some() {
            word.push_str(comma);
        }
        if half_widths(&word) > width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if half_widths(line) + 1 + half_widths(&word) <= width => {
                line.push('\u{a0}');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    Some(lines)
}

/// The width of a text in half-widths: two for what fills a square.
fn half_widths(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 }).sum()
}
