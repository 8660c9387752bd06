//! What is meant by a date in another form.

use chrono::{NaiveDate, Weekday};

use crate::day::YEARS;
use crate::month::{ENGLISH_MONTHS, MONTHS_IN_DATES};
use crate::{Day, Month, PartialDate};

/// The meaning of a date in another form, and how to write it.
///
/// ```
/// use briefing_model::date_advice;
///
/// assert_eq!(date_advice("28/04/2025").unwrap().write("").unwrap(), "2025-04-28");
/// assert_eq!(date_advice("06/05/2025").unwrap().write("").unwrap(), "2025-05-06 (6 May) or 2025-06-05 (5 June)");
/// assert_eq!(date_advice("2025-04-31").unwrap().reason(), ": April has 30 days");
/// assert_eq!(date_advice("soon"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateAdvice {
    readings: Vec<DateReading>,
    reason: Option<String>,
}

/// One reading of it: as a date is written here, and in words if there is another reading.
#[derive(Debug, Clone, PartialEq, Eq)]
struct DateReading {
    written: String,
    words: String,
}

impl DateAdvice {
    /// Why it is not a date, as the end of a message: with a colon before it, or empty.
    ///
    /// ```
    /// assert_eq!(briefing_model::date_advice("2025-13-06").unwrap().reason(), ": there is no month 13");
    /// ```
    #[must_use]
    pub fn reason(&self) -> String {
        self.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default()
    }

    /// What to write, with `mark` on both sides of each date; `None` if that is not known.
    ///
    /// ```
    /// assert_eq!(briefing_model::date_advice("28 April 2025").unwrap().write("`").unwrap(), "`2025-04-28`");
    /// ```
    #[must_use]
    pub fn write(&self, mark: &str) -> Option<String> {
        match self.readings.as_slice() {
            [] => None,
            [only] => Some(format!("{mark}{}{mark}", only.written)),
            several => {
                let each = several.iter().map(|reading| format!("{mark}{}{mark} ({})", reading.written, reading.words));
                Some(each.collect::<Vec<_>>().join(" or "))
            }
        }
    }
}

/// The end of an error message about an invalid date, after its first words.
pub(crate) fn said(text: &str, usual: &str) -> String {
    match date_advice(text) {
        Some(advice) => match advice.write("") {
            Some(write) => format!("{}: write {write}", advice.reason()),
            None => advice.reason(),
        },
        None => format!(": write {usual}"),
    }
}

/// The end of an error message about an invalid date where a period is not allowed.
pub(crate) fn said_of_date(text: &str) -> String {
    const USUAL: &str = "2025-04-30, or 2025-04 or 2025 if no more is known";
    let advice = date_advice(text);
    let Some((advice, [reading])) = advice.as_ref().map(|advice| (advice, advice.readings.as_slice())) else {
        return said(text, USUAL);
    };
    if reading.written.parse::<PartialDate>().is_ok() {
        return said(text, USUAL);
    }
    let reason = advice.reason();
    if let Some((first, last)) = reading.written.split_once('/') {
        let part = match first.len() {
            4 => "year",
            7 => "month",
            _ => "day",
        };
        let but = if reason.is_empty() { " but a period" } else { "" };
        return format!("{but}{reason}: write its first {part}, {first}, or its last, {last}");
    }
    format!("{reason}: write one of the days, such as {}", reading.written.split(',').next().unwrap_or_default())
}

/// The end of an error message about an invalid day where neither a month nor a period is allowed.
pub(crate) fn said_of_day(text: &str) -> String {
    const USUAL: &str = "year, month and day as in 2025-04-30";
    // Such a year comes only from a day made of numbers.
    let mut parts = text.rsplitn(3, '-');
    if let (Some(day), Some(month), Some(year)) = (parts.next(), parts.next(), parts.next())
        && (day.len(), month.len()) == (2, 2)
        && year.parse::<i64>().is_ok_and(|year| !(0..=9999).contains(&year))
    {
        return String::from(": days are those of the years 1900 to 2199");
    }
    if let Some((week, advice)) = Week::of(text).and_then(|week| Some((week, week.advice()?)))
        && week.day.is_none()
    {
        let first = week.date(Weekday::Mon).map(|day| day.to_string()).unwrap_or_default();
        return format!("{}: write one of its days, such as {first}", advice.reason());
    }
    match date_advice(text) {
        Some(advice) if advice.readings.iter().all(|reading| reading.written.parse::<Day>().is_ok()) => {
            said(text, USUAL)
        }
        _ => format!(": write {USUAL}"),
    }
}

/// The meaning of a text that is intended as a date, a month or a period but not written as one; `None` if it is not
/// recognized.
///
/// ```
/// use briefing_model::date_advice;
///
/// assert_eq!(date_advice("29-30 April 2025").unwrap().write("").unwrap(), "2025-04-29/2025-04-30");
/// ```
#[must_use]
pub fn date_advice(text: &str) -> Option<DateAdvice> {
    let text = in_digits(text.trim());
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let week = || Week::of(text).and_then(Week::advice);
    one(text).or_else(week).or_else(|| quarter(text)).or_else(|| period(text)).or_else(|| several(text))
}

/// The text with the digits of all scripts as ASCII digits, and Chinese date characters as hyphens.
fn in_digits(text: &str) -> String {
    let shown = text.chars().filter_map(|c| match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '年' | '月' => Some('-'),
        '日' | '号' => None,
        c => Some(c),
    });
    shown.collect::<String>().trim_end_matches('-').to_owned()
}

/// Two days that are not a period: `2025-04-02 and 2025-04-09`.
fn several(text: &str) -> Option<DateAdvice> {
    let (first, second) = [" and ", " & ", " + ", ";"].iter().find_map(|mark| text.split_once(mark))?;
    let day = |text: &str| match one(text.trim())?.readings.as_slice() {
        [only] => only.written.parse::<Day>().ok(),
        _ => None,
    };
    let (first, second) = (day(first)?, day(second)?);
    let reading = DateReading { written: format!("{first}, {second}"), words: String::new() };
    (first < second).then(|| DateAdvice { readings: vec![reading], reason: None })
}

/// A week by its number (ISO 8601), and optionally a day of it.
#[derive(Debug, Clone, Copy)]
struct Week {
    year: i32,
    number: u32,
    day: Option<Weekday>,
}

impl Week {
    /// `2025-W14`, `2025W14`, `2025-W14-3`, `W14 2025`, `KW 14/2025`, `week 14 of 2025`.
    fn of(text: &str) -> Option<Self> {
        const WORDS: [&str; 9] = ["w", "wk", "kw", "cw", "week", "semaine", "semana", "неделя", "周"];
        if text.len() > LONGEST {
            return None;
        }
        let lower = text.to_lowercase();
        // A letter beside a digit begins a word of its own.
        let mut words: Vec<String> = Vec::new();
        let mut before = ' ';
        for c in lower.chars() {
            if c.is_alphanumeric() {
                let is_new = !before.is_alphanumeric() || before.is_ascii_digit() != c.is_ascii_digit();
                match words.last_mut().filter(|_| !is_new) {
                    Some(word) => word.push(c),
                    None => words.push(c.to_string()),
                }
            }
            before = c;
        }
        words.retain(|word| !matches!(word.as_str(), "of" | "de" | "the"));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (year, number, day) = match words.as_slice() {
            [year, word, number] if WORDS.contains(word) => (*year, *number, None),
            [word, number, year] if WORDS.contains(word) => (*year, *number, None),
            [year, "w", number, day] => (*year, *number, Some(*day)),
            _ => return None,
        };
        let day = match day {
            Some(day) => Some(Weekday::try_from(day.parse::<u8>().ok()?.checked_sub(1)?).ok()?),
            None => None,
        };
        let year = year.parse().ok().filter(|known| year.len() == 4 && YEARS.contains(known))?;
        Some(Self { year, number: number.parse().ok().filter(|_| number.len() <= 2)?, day })
    }

    fn date(self, day: Weekday) -> Option<Day> {
        NaiveDate::from_isoywd_opt(self.year, self.number, day)?.try_into().ok()
    }

    /// The day that is named, or all days of the week; otherwise why there are none.
    fn advice(self) -> Option<DateAdvice> {
        if NaiveDate::from_isoywd_opt(self.year, self.number, Weekday::Mon).is_none() {
            let reason = Some(format!("{} has no week {}", self.year, self.number));
            return Some(DateAdvice { readings: Vec::new(), reason });
        }
        if let Some(day) = self.day {
            let reading = DateReading { written: self.date(day)?.to_string(), words: String::new() };
            return Some(DateAdvice { readings: vec![reading], reason: None });
        }
        let (first, last) = (self.date(Weekday::Mon)?, self.date(Weekday::Sun)?);
        let reading = DateReading { written: format!("{first}/{last}"), words: String::new() };
        let said = |day: Day| format!("{} {} {}", day.number(), month_name(day.month().number()), day.month().year());
        let reason = format!("week {} of {} is {} to {}", self.number, self.year, said(first), said(last));
        Some(DateAdvice { readings: vec![reading], reason: Some(reason) })
    }
}

/// A quarter of a year in the languages of the United Nations, with the Chinese `年` as a hyphen: `Q2 2025`, `3e
/// trimestre 2024`.
fn quarter(text: &str) -> Option<DateAdvice> {
    const NAMES: [&str; 8] = ["q", "t", "quarter", "trimestre", "quartal", "квартал", "кв", "季度"];
    const ORDINALS: [[&str; 3]; 4] = [["1", "i", "一"], ["2", "ii", "二"], ["3", "iii", "三"], ["4", "iv", "四"]];
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (years, rest): (Vec<&str>, Vec<&str>) = words
        .filter(|word| !matches!(*word, "of" | "de" | "del" | "the" | "г" | "года"))
        .partition(|word| word.len() == 4 && word.parse::<i32>().is_ok());
    let &[year] = years.as_slice() else { return None };
    let year: i32 = year.parse().ok().filter(|year| YEARS.contains(year))?;
    let rest = rest.concat();
    let name =
        NAMES.iter().filter(|name| rest.starts_with(**name) || rest.ends_with(**name)).max_by_key(|name| name.len())?;
    let number = rest.strip_prefix(name).or_else(|| rest.strip_suffix(name))?.trim_start_matches('第');
    let is_meant = |forms: &[&str; 3]| {
        forms.contains(&number)
            || forms.first().is_some_and(|digit| {
                let ending = number.strip_prefix(digit);
                ending.is_some_and(|ending| ["st", "nd", "rd", "th", "er", "e", "ème", "º", "й"].contains(&ending))
            })
    };
    let at = u32::try_from(ORDINALS.iter().position(is_meant)?).ok()?;
    let written = format!("{year}-{:02}/{year}-{:02}", 3 * at + 1, 3 * at + 3);
    let reading = DateReading { written, words: String::new() };
    let reason = Some(format!("the quarter is {} to {}", month_name(3 * at + 1), month_name(3 * at + 3)));
    Some(DateAdvice { readings: vec![reading], reason })
}

/// The greatest length of a date in any form, in bytes.
const LONGEST: usize = 64;

/// Day, month and year, as far as they are given, numbers in the order of the text.
#[derive(Debug, Default)]
struct DateParts {
    numbers: Vec<(u32, usize)>,
    month: Option<u32>,
    foreign: bool,
}

fn parts(text: &str) -> DateParts {
    let mut parts = DateParts::default();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let ordinal = ["", "st", "nd", "rd", "th", "er"].contains(&word.get(digits.len()..).unwrap_or_default());
        match (digits.parse(), month_named(word)) {
            (Ok(number), _) if ordinal => parts.numbers.push((number, digits.len())),
            (_, Some(month)) if parts.month.is_none() => parts.month = Some(month),
            // "28 de abril de 2025", "28 of April", "28 апреля 2025 г."
            _ if ["de", "del", "of", "the", "le", "г", "года"].contains(&word) || is_weekday(word) => {}
            _ => parts.foreign = true,
        }
    }
    parts
}

fn one(text: &str) -> Option<DateAdvice> {
    // A day with a time, as programs write it.
    let text = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && day.parse::<Day>().is_ok() => day,
        _ => text,
    };
    let parts = parts(text);
    if parts.foreign {
        return None;
    }
    let is_far = |&(number, digits): &(u32, usize)| {
        digits == 4 && !i32::try_from(number).is_ok_and(|year| YEARS.contains(&year))
    };
    // A four-digit number alone, or before the number of a month, is meant as a year too.
    let is_short = text.split('-').map(str::len).eq([4]) || text.split('-').map(str::len).eq([4, 2]);
    let is_whole = parts.numbers.len() + usize::from(parts.month.is_some()) == 3;
    if (is_whole || is_short) && parts.numbers.iter().any(is_far) {
        return Some(DateAdvice {
            readings: Vec::new(),
            reason: Some("the year is not between 1900 and 2199".to_owned()),
        });
    }
    let year = |(number, digits): (u32, usize)| match digits {
        4 => Some(i32::try_from(number).ok()?).filter(|year| YEARS.contains(year)),
        _ => None,
    };
    let short_year =
        |part: (u32, usize)| year(part).or_else(|| (part.1 == 2).then(|| i32::try_from(part.0 + 2000).ok()).flatten());
    match (parts.numbers.as_slice(), parts.month) {
        (&[(number, 8)], None) => {
            let first = i32::try_from(number / 10_000).ok().filter(|year| YEARS.contains(year))?;
            Some(advice(&[(first, number / 100 % 100, number % 100)]))
        }
        // The day numbers of spreadsheets, which count from 1900, for this century.
        (&[(number @ 36_526..=73_050, 5)], None) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(number.into()))?;
            let reading = DateReading { written: Day::try_from(day).ok()?.to_string(), words: String::new() };
            Some(DateAdvice { readings: vec![reading], reason: Some("it is how a spreadsheet counts days".to_owned()) })
        }
        (&[first, second, third], None) => match year(first) {
            Some(year) => Some(advice(&[(year, second.0, third.0)])),
            None => {
                let year = short_year(third)?;
                let usual = [(year, second.0, first.0), (year, first.0, second.0)];
                // If the year is as short as the day, it may also come first.
                let turned = short_year(first).filter(|_| third.1 == 2 && text.contains('-'));
                let turned = turned.map(|year| (year, second.0, third.0));
                Some(advice(&usual.into_iter().chain(turned).collect::<Vec<_>>()))
            }
        },
        (&[first, second], None) => {
            if let (Some(first), Some(last)) = (year(first), year(second)) {
                let reading = DateReading { written: format!("{first}/{last}"), words: String::new() };
                return (first < last).then(|| DateAdvice { readings: vec![reading], reason: None });
            }
            let (year, month) = year(first).map(|it| (it, second.0)).or_else(|| Some((year(second)?, first.0)))?;
            Some(of_month(year, month))
        }
        (&[only], Some(month)) => Some(of_month(year(only)?, month)),
        (&[first, second], Some(month)) => {
            let (year, day) = year(second).map(|it| (it, first.0)).or_else(|| Some((year(first)?, second.0)))?;
            Some(advice(&[(year, month, day)]))
        }
        _ => None,
    }
}

/// Advice with the readings that are dates; otherwise why the first reading is not one.
fn advice(readings: &[(i32, u32, u32)]) -> DateAdvice {
    let mut advice = DateAdvice { readings: Vec::new(), reason: None };
    for &(year, month, day) in readings {
        if let Ok(date) = Day::new(year, month, day) {
            let apart = readings.iter().any(|(other, ..)| *other != year);
            let in_year = if apart { format!(" {year}") } else { String::new() };
            let words = format!("{day} {}{in_year}", month_name(month));
            let reading = DateReading { written: date.to_string(), words };
            if !advice.readings.contains(&reading) {
                advice.readings.push(reading);
            }
        }
    }
    if let (true, Some(&(year, month, day))) = (advice.readings.is_empty(), readings.first()) {
        advice.reason = Some(why_not(year, month, day));
    }
    advice
}

fn of_month(year: i32, month: u32) -> DateAdvice {
    if (1..=12).contains(&month) {
        let reading = DateReading { written: format!("{year}-{month:02}"), words: month_name(month).to_owned() };
        return DateAdvice { readings: vec![reading], reason: None };
    }
    DateAdvice { readings: Vec::new(), reason: Some(why_not(year, month, 1)) }
}

fn why_not(year: i32, month: u32, day: u32) -> String {
    if !(1..=12).contains(&month) {
        return format!("there is no month {month}");
    }
    let days = Month::new(year, month).map_or(31, |month| month.last_day().number());
    let name = month_name(month);
    match day {
        0 => format!("{name} begins with day 1"),
        _ if month == 2 => format!("{name} {year} has {days} days"),
        _ => format!("{name} has {days} days"),
    }
}

/// Two dates with a separator, the first of which may leave out what the second says.
fn period(text: &str) -> Option<DateAdvice> {
    // The end of a period is at least as exact as its beginning: `2025-04-29/30`.
    if let Some((first, last)) = text.split_once('/')
        && let (Ok(first), Ok(day)) = (first.trim().parse::<Day>(), last.trim().parse::<u32>())
        && let Ok(end) = Day::new(first.month().year(), first.month().number(), day)
    {
        let reading = DateReading { written: format!("{first}/{end}"), words: String::new() };
        return (first < end).then(|| DateAdvice { readings: vec![reading], reason: None });
    }
    let between = [" to ", " until ", " - ", " – ", "–", "—", "/", "-"];
    between.iter().find_map(|mark| {
        let (first, last) = text.split_once(mark)?;
        let last = one(last)?;
        let end = last.readings.first();
        let end = match (end, &last.reason) {
            (Some(end), _) => end.written.clone(),
            // In a period, the invalid day is reported.
            (None, Some(_)) => return (first.parse::<Day>().is_ok()).then(|| last.clone()),
            (None, None) => return None,
        };
        let begin = one(first).or_else(|| {
            let completed = parts(first);
            let (year, month) = (end.get(..4)?.parse().ok()?, end.get(5..7)?.parse().ok()?);
            match (completed.numbers.as_slice(), completed.month, completed.foreign) {
                (&[(day, 1 | 2)], named, false) => Some(advice(&[(year, named.unwrap_or(month), day)])),
                _ => None,
            }
        })?;
        let Some(start) = begin.readings.first() else { return Some(begin) };
        let reading = DateReading { written: format!("{}/{end}", start.written), words: String::new() };
        (start.written < end).then(|| DateAdvice { readings: vec![reading], reason: None })
    })
}

/// Whether it is a day of the week, in a language whose dates begin with one.
fn is_weekday(word: &str) -> bool {
    const WEEKDAYS: [[&str; 7]; 4] = [
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    ];
    let word = word.to_lowercase();
    let is_short = |english: &&str| word.len() >= 3 && english.starts_with(&word);
    WEEKDAYS.iter().flatten().any(|name| *name == word) || WEEKDAYS.iter().take(1).flatten().any(is_short)
}

fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let is_named = |(english, others): (&str, &[&str; 3])| {
        let english = english.to_lowercase();
        let shortened = (word == "sept" || word.len() == 3) && english.starts_with(&word);
        english == word || others.contains(&word.as_str()) || shortened
    };
    let at = ENGLISH_MONTHS.into_iter().zip(&MONTHS_IN_DATES).position(is_named)?;
    u32::try_from(at + 1).ok()
}

fn month_name(month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|month| ENGLISH_MONTHS.get(month.checked_sub(1)?)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        date_advice(text).map_or_else(
            || "-".to_owned(),
            |advice| format!("{}{}", advice.write("").unwrap_or_default(), advice.reason()),
        )
    }

    #[test]
    fn dates_are_read_in_the_forms_that_people_write() {
        for (text, wanted) in [
            ("28/04/2025", "2025-04-28"),
            ("04/28/2025", "2025-04-28"),
            ("06/05/2025", "2025-05-06 (6 May) or 2025-06-05 (5 June)"),
            ("05/05/2025", "2025-05-05"),
            ("28.04.25", "2025-04-28"),
            ("45775", "2025-04-28: it is how a spreadsheet counts days"),
            ("25-04-28", "2028-04-25 (25 April 2028) or 2025-04-28 (28 April 2025)"),
            ("2025年4月28日", "2025-04-28"),
            ("2025年4月", "2025-04"),
            ("٢٠٢٥-٠٤-٢٨", "2025-04-28"),
            ("Monday, 28 April 2025", "2025-04-28"),
            ("lundi 28 avril 2025", "2025-04-28"),
            ("2025-04-29/30", "2025-04-29/2025-04-30"),
            ("2025-04-02 and 2025-04-09", "2025-04-02, 2025-04-09"),
            ("28 April 2025", "2025-04-28"),
            ("April 28th, 2025", "2025-04-28"),
            ("28 Apr 2025", "2025-04-28"),
            ("1er mai 2025", "2025-05-01"),
            ("28 de abril de 2025", "2025-04-28"),
            ("2025/4/8", "2025-04-08"),
            ("20250428", "2025-04-28"),
            ("2025-04-28T10:00:00Z", "2025-04-28"),
            ("2025-04-28 10:00", "2025-04-28"),
            ("April 2025", "2025-04"),
            ("04/2025", "2025-04"),
            ("2025-4", "2025-04"),
            ("2019-2021", "2019/2021"),
            ("2025-04-29 - 2025-04-30", "2025-04-29/2025-04-30"),
            ("29–30 April 2025", "2025-04-29/2025-04-30"),
            ("14 April to 9 May 2025", "2025-04-14/2025-05-09"),
            ("2025-04-31", ": April has 30 days"),
            ("2025-02-29", ": February 2025 has 28 days"),
            ("2025-13-06", ": there is no month 13"),
            ("2025-04-29/2025-04-31", ": April has 30 days"),
            ("31/04/2025", ": April has 30 days"),
            ("2025-W14-3", "2025-04-02"),
            ("2025-W14", "2025-03-31/2025-04-06: week 14 of 2025 is 31 March 2025 to 6 April 2025"),
            ("KW 1/2026", "2025-12-29/2026-01-04: week 1 of 2026 is 29 December 2025 to 4 January 2026"),
            ("week 53 of 2025", ": 2025 has no week 53"),
            ("2025W99", ": 2025 has no week 99"),
            ("2025-W14-8", "-"),
            ("W14", "-"),
            ("TBC", "-"),
            ("", "-"),
            ("1", "-"),
            ("12 parliamentarians in 2025", "-"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_advised_is_a_date(text in "[0-9/.\\- aprilmy]{0,24}") {
            if let Some(write) = date_advice(&text).and_then(|advice| advice.write("")) {
                let first = write.split(" (").next().unwrap_or_default();
                proptest::prop_assert!(first.parse::<crate::When>().is_ok(), "{first}");
            }
        }
    }
}
