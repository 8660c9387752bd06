//! Dates as stamps: a few short lines for a narrow column.

use briefing_model::{DateSpan, Day, Language, PartialDate, Sitting, When, WhenShape};

use super::{DateStyle, in_full};
use crate::{Stamp, StampLine};

/// A date set as a stamp.
///
/// ```
/// use briefing_document::dates;
/// use briefing_model::Language;
///
/// let sessions = "2025-04-01, 2025-04-03, 2025-04-07/2025-04-09, 2025-04-14/2025-04-16, 2025-04-22, 2025-04-29";
/// let stamped = dates::stamp(&sessions.parse()?, 2025, Language::En);
/// assert_eq!(stamped.stamp.lines[0].text, "1–29");
/// assert!(stamped.abridged, "there are too many sessions to list");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampedDate {
    /// The stamp, of one to seven lines: in Arabic, a month takes two.
    pub stamp: Stamp,
    /// Whether the stamp says less than the date because a column of stamps cannot hold it: if there are too many sessions to list, it
    /// gives the first and the last day. The text beside it must then give the date.
    pub abridged: bool,
}

/// The width of a large line, in half-widths: "29–30".
const LARGE: usize = 6;
/// The width of a small line, in half-widths: "14 Sept.–".
const SMALL: usize = 12;

/// Sets a date as a stamp: the days large, above the month; the year only if it is not the year of the issue, and both years for a span
/// across the turn of a year.
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
    let format = DateStyle::stamped(language, year);
    let (lines, abridged) = format.stamp_lines(when);
    let (again, _) = DateStyle { is_small: true, ..format }.stamp_lines(when);
    let continued = continued(again, format.usage.phrases().continued);
    StampedDate { stamp: Stamp { lines: with_two_names(lines), continued, spoken: in_full(when, language) }, abridged }
}

/// Sets a date as a stamp whose lines are placed in a row. In languages that write the month before the day, the opposite of a stamp's
/// order, the two form one line.
pub(crate) fn stamp_in_a_row(when: &When, year: i32, language: Language) -> StampedDate {
    let format = DateStyle::stamped(language, year);
    let stamped = stamp(when, year, language);
    if !format.usage.year_comes_first() {
        return stamped;
    }
    let (lines, abridged) = DateStyle { is_small: true, ..format }.stamp_lines(when);
    StampedDate { stamp: Stamp { lines: with_two_names(lines), ..stamped.stamp }, abridged }
}

/// The date again, above the word for its continuation: "28 Apr," and "continued".
fn continued(date: Vec<StampLine>, (mark, word): (&str, &str)) -> Vec<String> {
    let mut lines: Vec<String> = with_two_names(date).into_iter().map(|line| line.text).collect();
    if let Some(last) = lines.last_mut() {
        last.push_str(mark);
    }
    lines.push(word.to_owned());
    lines
}

/// Puts the two names that Arabic has for a month on a line each, since together they are wider than a stamp. A year is placed after the
/// second.
fn with_two_names(lines: Vec<StampLine>) -> Vec<StampLine> {
    let mut set: Vec<StampLine> = Vec::new();
    let mut named = false;
    for line in lines {
        let Some((first, second)) = line.text.split_once('/') else {
            let year = named && line.text.trim_end_matches(['-', '\u{a0}']).chars().all(|c| c.is_ascii_digit());
            match set.last_mut().filter(|_| year) {
                Some(name) => name.text = format!("{}\u{a0}{}", name.text, line.text),
                None => set.push(line),
            }
            named = false;
            continue;
        };
        let fixed = |name: &str| name.replace(' ', "\u{a0}");
        set.push(StampLine { text: format!("{}/", fixed(first)), large: line.large });
        // A name that ends with the range mark has its year already, or has none.
        named = !second.ends_with('-');
        set.push(StampLine { text: fixed(second), large: line.large });
    }
    set
}

impl StampLine {
    fn large(text: impl Into<String>) -> Self {
        Self { text: text.into(), large: true }
    }

    pub(crate) fn small(text: impl Into<String>) -> Self {
        Self { text: text.into(), large: false }
    }
}

impl DateStyle {
    /// The lines of a stamp, with both names of a month on one line, and whether they say less than the whole date.
    fn stamp_lines(self, when: &When) -> (Vec<StampLine>, bool) {
        match when.shape() {
            WhenShape::At(date) => (self.at(*date), false),
            WhenShape::Span(first, last) => (self.stamped_span(*first, *last), false),
            WhenShape::Within(first, last) => {
                (crate::languages::under(self.usage.phrases().stamp_within, self.stamped_span(*first, *last)), false)
            }
            WhenShape::Sessions(sessions) => self.stamped_sessions(sessions),
            WhenShape::Since(date) => (self.usage.stamp_since(*date, self), false),
            WhenShape::Until(date) => (self.usage.stamp_until(*date, self), false),
        }
    }

    /// The lines of a date.
    pub(crate) fn at(self, date: PartialDate) -> Vec<StampLine> {
        match date {
            PartialDate::Day(day) => self.days_over_month(day, day),
            PartialDate::Month(month) => self.month_lines(self.calendar.alone(month.number()), month.year()),
            PartialDate::Year(year) => vec![StampLine::small(self.usage.year(year.number()))],
        }
    }

    /// A month on its own, with its year on a separate line.
    pub(crate) fn month_lines(self, month: &str, year: i32) -> Vec<StampLine> {
        self.beside_year(month.to_owned(), year).into_iter().map(StampLine::small).collect()
    }

    /// Words and, unless it is understood, their year, each as a line, in the order of the language.
    fn beside_year(self, words: String, year: i32) -> Vec<String> {
        if self.understood == Some(year) {
            vec![words]
        } else if self.usage.year_comes_first() {
            vec![self.usage.stamp_year(year), words]
        } else {
            vec![words, self.usage.stamp_year(year)]
        }
    }

    /// Days of one month as a large line, above the month and, unless it is understood, the year; in small stamps, beside the month.
    fn days_over_month(self, first: Day, last: Day) -> Vec<StampLine> {
        let days = self.usage.stamp_days(first.number(), last.number());
        if self.is_small {
            let month = self.calendar.in_date(first.month().number());
            let days = self.usage.stamp_session(&days, month);
            return self.beside_year(days, first.year()).into_iter().map(StampLine::small).collect();
        }
        vec![StampLine::large(days), self.below(first)]
    }

    /// The month of a day as a small line.
    fn below(self, day: Day) -> StampLine {
        let month = self.calendar.in_date(day.month().number());
        StampLine::small(if self.understood == Some(day.year()) {
            month.to_owned()
        } else {
            self.usage.stamp_month(month, day.year())
        })
    }

    fn small_day(self, day: Day) -> String {
        self.usage.stamp_day(day.number(), self.calendar.in_date(day.month().number()))
    }

    fn stamped_span(self, first: PartialDate, last: PartialDate) -> Vec<StampLine> {
        match (first, last) {
            (PartialDate::Day(first), PartialDate::Day(last)) => self.stamped_days(first, last),
            (PartialDate::Year(first), PartialDate::Year(last)) => {
                let lines = self.usage.stamp_years(first.number(), last.number());
                lines.into_iter().map(StampLine::small).collect()
            }
            (
                PartialDate::Day(_) | PartialDate::Month(_) | PartialDate::Year(_),
                PartialDate::Day(_) | PartialDate::Month(_) | PartialDate::Year(_),
            ) => {
                let within = year_of(first) == year_of(last);
                let format = if within { self } else { self.with_all_years() };
                self.span_lines(format.end_of_span(first), format.end_of_span(last))
            }
        }
    }

    /// Days within one month or in two. The year is given once if it is shared, and on both sides otherwise.
    fn stamped_days(self, first: Day, last: Day) -> Vec<StampLine> {
        if first.month() == last.month() {
            return self.days_over_month(first, last);
        }
        if first.year() != last.year() {
            let end = |day| self.with_all_years().end_of_span(PartialDate::Day(day));
            return self.span_lines(end(first), end(last));
        }
        let span = self.span_lines(vec![self.small_day(first)], vec![self.small_day(last)]);
        let year =
            (self.understood != Some(first.year())).then(|| StampLine::small(self.usage.stamp_year(first.year())));
        if self.usage.year_comes_first() {
            year.into_iter().chain(span).collect()
        } else {
            span.into_iter().chain(year).collect()
        }
    }

    /// One end of a span: a day with its year below or above it, a month with its year, or a year.
    fn end_of_span(self, date: PartialDate) -> Vec<String> {
        match date {
            PartialDate::Day(day) => self.beside_year(self.small_day(day), day.year()),
            PartialDate::Month(month) if self.understood == Some(month.year()) => {
                vec![self.calendar.alone(month.number()).to_owned()]
            }
            PartialDate::Month(month) => {
                vec![self.usage.stamp_month(self.calendar.alone(month.number()), month.year())]
            }
            PartialDate::Year(year) => vec![self.usage.year(year.number())],
        }
    }

    /// The lines of both ends of a span, with the range mark after the first.
    fn span_lines(self, mut first: Vec<String>, last: Vec<String>) -> Vec<StampLine> {
        if let Some(line) = first.last_mut() {
            *line = self.usage.opening(line);
        }
        first.into_iter().chain(last).map(StampLine::small).collect()
    }

    /// Sessions in full if they fit on three lines, otherwise as a span from the first day to the last.
    fn stamped_sessions(self, sessions: &[Sitting]) -> (Vec<StampLine>, bool) {
        if let Some(lines) = self.sessions_of_a_month(sessions).or_else(|| self.sessions_in_small(sessions)) {
            return (lines, false);
        }
        match (sessions.first(), sessions.last()) {
            (Some(first), Some(last)) => {
                let end = |session: &Sitting, day| match session {
                    Sitting::Days(_) => PartialDate::Day(day),
                    Sitting::Month(month) => PartialDate::Month(*month),
                };
                (self.stamped_span(end(first, first.first_day()), end(last, last.last_day())), true)
            }
            // There are always at least two sessions.
            _ => (Vec::new(), true),
        }
    }

    /// Sessions within one month: their days on up to two large lines, above the month.
    fn sessions_of_a_month(self, sessions: &[Sitting]) -> Option<Vec<StampLine>> {
        // A session of which only the month is known has no days to set.
        let sessions: Vec<DateSpan> = sessions
            .iter()
            .map(|session| match session {
                Sitting::Days(days) => Some(*days),
                Sitting::Month(_) => None,
            })
            .collect::<Option<_>>()?;
        let first = sessions.first()?.first();
        let within = |day: Day| day.month() == first.month();
        if !sessions.iter().all(|session| within(session.first()) && within(session.last())) {
            return None;
        }
        let days =
            sessions.iter().map(|session| self.usage.stamp_days(session.first().number(), session.last().number()));
        let width = if self.is_small { SMALL } else { LARGE };
        let lines = pack(days, self.usage.phrases().comma, width).filter(|lines| lines.len() <= 2)?;
        // In languages that write the month before the day, both are on one line: `12月11、19日`.
        if self.is_small && self.usage.year_comes_first() {
            let days = self.usage.stamp_session(&lines.concat(), self.calendar.in_date(first.month().number()));
            return Some(self.beside_year(days, first.year()).into_iter().map(StampLine::small).collect());
        }
        let mut lines: Vec<StampLine> =
            lines.into_iter().map(|text| StampLine { text, large: !self.is_small }).collect();
        lines.push(self.below(first));
        Some(lines)
    }

    /// Sessions in the year of the issue, in more than one month, on up to three small lines.
    fn sessions_in_small(self, sessions: &[Sitting]) -> Option<Vec<StampLine>> {
        if sessions.iter().any(|session| {
            [session.first_day(), session.last_day()].iter().any(|day| Some(day.year()) != self.understood)
        }) {
            return None;
        }
        let spans = sessions.iter().map(|session| self.small_session(*session));
        let lines = pack(spans, self.usage.phrases().comma, SMALL).filter(|lines| lines.len() <= 3)?;
        Some(lines.into_iter().map(StampLine::small).collect())
    }

    fn small_session(self, session: Sitting) -> String {
        let (first, last) = match session {
            Sitting::Days(days) => (days.first(), days.last()),
            Sitting::Month(month) => return self.calendar.alone(month.number()).to_owned(),
        };
        if first.month() == last.month() {
            let days = self.usage.stamp_days(first.number(), last.number());
            self.usage.stamp_session(&days, self.calendar.in_date(first.month().number()))
        } else {
            format!("{}{}", self.usage.opening(&self.small_day(first)), self.small_day(last))
        }
    }
}

/// The year of a date.
fn year_of(date: PartialDate) -> i32 {
    match date {
        PartialDate::Day(day) => day.year(),
        PartialDate::Month(month) => month.year(),
        PartialDate::Year(year) => year.number(),
    }
}

/// Words packed into lines of a given width, with a comma after each but the last; `None` if a single word is too wide.
fn pack(words: impl Iterator<Item = String>, comma: &str, width: usize) -> Option<Vec<String>> {
    let mut words = words.peekable();
    // A full-width comma includes its own space, which it loses at the end of a line.
    let (space, white) = if half_widths(comma) > 1 { ("", 1) } else { ("\u{a0}", 0) };
    let mut lines: Vec<String> = Vec::new();
    while let Some(mut word) = words.next() {
        let goes_on = words.peek().is_some();
        if goes_on {
            word.push_str(comma);
        }
        let width = width + if goes_on { white } else { 0 };
        // A month's two names are each set on a line of their own.
        if word.split('/').any(|name| half_widths(name) > width) {
            return None;
        }
        match lines.last_mut() {
            Some(line) if half_widths(line) + half_widths(space) + half_widths(&word) <= width => {
                line.push_str(space);
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    Some(lines)
}

/// The width of a text in half-widths: full-width characters count two.
fn half_widths(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 }).sum()
}
