//! A month that was begun as a copy of the one before.

use std::collections::BTreeMap;

use briefing_model::{Day, ENGLISH_MONTHS, Event, FieldPath, Month, MonthPlan, Name, RichText};

use super::month::MonthFile;
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::new::PLACEHOLDER;
use crate::tree::Log;

/// A few words may well be said again, below the same title.
const SAID_AGAIN: usize = 4;
/// Below another title, a sentence.
const SENTENCE: usize = 12;

/// Whether two items say the same, where that is no turn of phrase. What a fact says is another thing in each month.
fn is_repeated(event: &Event, other: &Event) -> bool {
    let most = if event.title == other.title { SAID_AGAIN } else { SENTENCE };
    event.text == other.text && event.text.plain().split_whitespace().count() > most
}

/// Reports the items of a month whose texts the previous month has as well, at the first of them.
pub(super) fn report(previous: &MonthPlan, file: &MonthFile, log: &Log) {
    let plan = &file.plan;
    let is_old = |text: &RichText| previous.events.iter().any(|event| event.text == *text && !event.text.is_blank());
    let old = plan.events.iter().enumerate().filter(|(_, event)| is_old(&event.text));
    for (index, event) in old.clone().filter(|(_, event)| event.when.overlaps(previous.month)) {
        // Moved there, it would be there twice.
        let hint = format!(
            "{} has the item already: take it out here, or write what happened in {}",
            previous.month, plan.month
        );
        log.advise(Code::OutsideMonth, &file.tree.location(&path_of(plan, index, event).key("when")), &hint);
    }
    let is_news = |event: &Event| {
        event.text.facts().next().is_none() && previous.events.iter().any(|other| is_repeated(event, other))
    };
    let old: Vec<(usize, &Event)> = old.collect();
    let ((index, first), count) = match old.as_slice() {
        [] => return,
        [one] if plan.events.len() > 1 && !is_news(one.1) => return,
        [one, ..] => (*one, old.len()),
    };
    let place = file.tree.location(&path_of(plan, index, first).key("text"));
    // Several items may have one text, here as there.
    let has_text = |event: &&Event| old.iter().any(|(_, other)| other.text == event.text);
    let before: Vec<&Event> = previous.events.iter().filter(has_text).collect();
    let month = previous.month;
    let message = match (before.as_slice(), count) {
        ([other, ..], 1) => format!("the text of `{}` is that of `{}` of {month}", first.id, other.id),
        ([other], _) => format!("{count} items have the text of `{}` of {month}", other.id),
        (others, _) if others.len() == count => {
            format!("{count} items are those of {month}: their texts are the same")
        }
        (others, _) => format!("{count} items have the texts of {} items of {month}", others.len()),
    };
    let them = if count == 1 { "it" } else { "them" };
    let hint = format!("replace {them} with what happened in {}, or take {them} out", plan.month);
    log.push(Diagnostic::new(Code::ItemsRepeated, place, message).with_hint(hint));
}

/// Reports the items that say what another of the same month says.
pub(super) fn twice(file: &MonthFile, log: &Log) {
    // Of each text the first two items whose ids differ: one of them is another than any third.
    let mut said: BTreeMap<(String, Option<&Name>), Vec<&Event>> = BTreeMap::new();
    for (index, event) in file.plan.events.iter().enumerate() {
        let words = event.text.plain().split_whitespace().count();
        if words <= SAID_AGAIN {
            continue;
        }
        let title = event.title.as_ref().filter(|_| words <= SENTENCE);
        let firsts = said.entry((event.text.to_string(), title)).or_default();
        let before = firsts.iter().find(|other| other.id != event.id).copied();
        if firsts.len() < 2 && firsts.iter().all(|other| other.id != event.id) {
            firsts.push(event);
        }
        let Some(before) = before else { continue };
        let message = format!("the text of `{}` is that of `{}` in the same month", event.id, before.id);
        let place = file.tree.location(&path_of(&file.plan, index, event).key("text"));
        let hint = "take one of the two items out, or write what happened in this one";
        log.push(Diagnostic::new(Code::ItemsRepeated, place, message).with_hint(hint));
    }
}

/// Reports the items that nobody has written yet.
pub(super) fn placeholders(file: &MonthFile, log: &Log) {
    for (index, event) in file.plan.events.iter().enumerate() {
        if event.text.plain() == PLACEHOLDER {
            let message = format!("the text of `{}` is the one that `briefing new item` wrote", event.id);
            let place = file.tree.location(&path_of(&file.plan, index, event).key("text"));
            log.push(Diagnostic::new(Code::NotWritten, place, message).with_hint("say what happened"));
        }
    }
}

/// Reports the days of the previous month that texts of this one name, where the item was not on such a day and the text does not
/// look back.
pub(super) fn dates(file: &MonthFile, log: &Log) {
    let Some(previous) = file.plan.month.previous() else { return };
    for (index, event) in file.plan.events.iter().enumerate() {
        if event.when.overlaps(previous) {
            continue;
        }
        let captions = event.picture.iter().filter_map(|picture| picture.caption.as_ref());
        let path = path_of(&file.plan, index, event);
        let caption = path.key("picture").key("caption");
        let texts =
            std::iter::once((path.key("text"), &event.text)).chain(captions.map(|text| (caption.clone(), text)));
        for (path, text) in texts {
            let plain = text.plain();
            let Some(day) = day_of(&plain, previous) else { continue };
            let message = format!("`{}` speaks of {day}, and {} is the month before", event.id, previous);
            let hint = "correct the date; if the text looks back, say so, as in “since” or “after”";
            log.push(Diagnostic::new(Code::LastMonthsDate, place(file, &path, day), message).with_hint(hint));
        }
    }
}

/// Reports days of issue whose year was probably mistyped.
pub(super) fn years(file: &MonthFile, log: &Log) {
    let MonthPlan { month, issued, next_issue, .. } = file.plan;
    let (last, this) = (month.last_day(), issued.unwrap_or(month.last_day()));
    let top = FieldPath::month(month);
    // Where the next issue comes first, both days are named already.
    let issued = issued.filter(|day| next_issue.is_none_or(|next| next > *day));
    let mut days = vec![
        (top.key("issued"), issued, last, "the month is over"),
        (top.key("next-issue"), next_issue, this, "this issue goes out"),
    ];
    let mut before = this;
    for (index, correction) in file.plan.corrections.iter().enumerate() {
        let what = if index == 0 { "this issue goes out" } else { "the correction before it" };
        days.push((top.key("correction").item(index, None::<&str>).key("on"), Some(correction.on), before, what));
        before = correction.on.max(before);
    }
    for (at, (path, day, before, what)) in days.into_iter().enumerate() {
        let Some(day) = day else { continue };
        // A leap year later is the same day of the next year, as of an office with one issue a year.
        let days = day.days_since(before);
        // A mistake may be found late.
        let most = if at < 2 { 366 } else { 731 };
        if days <= most {
            continue;
        }
        let years = days / 365;
        let after = if years == 1 { "a year".to_owned() } else { format!("{years} years") };
        let message = format!("{day} is {after} after {what}, on {before}");
        let fault = Diagnostic::new(Code::YearSlip, file.tree.location(&path), message);
        let meant = [before.year(), before.year() + 1].into_iter().find_map(|year| {
            let meant = Day::new(year, day.month().number(), day.number()).ok()?;
            (meant > before).then_some(meant)
        });
        log.push(match meant {
            Some(meant) => fault.with_hint(format!("write {meant} if that is the day")),
            None => fault,
        });
    }
}

fn path_of(plan: &MonthPlan, index: usize, event: &Event) -> FieldPath {
    FieldPath::month(plan.month).key("item").item(index, Some(&event.id))
}

/// Where words stand in the text at the end of a way; where a line breaks within them, the whole text.
fn place(file: &MonthFile, path: &FieldPath, words: &str) -> FileSpan {
    let span = file.tree.spans.span(path);
    let at = file.tree.source.text().get(span.clone()).and_then(|written| written.find(words));
    match at {
        Some(at) => file.tree.source.location(span.start + at..span.start + at + words.len()),
        None => file.tree.location(path),
    }
}

/// Words before a day that make it one of the past, or of a name.
const LOOKING_BACK: [&str; 12] =
    ["since", "after", "following", "from", "until", "before", "of", "the", "last", "dated", "adopted", "by"];

/// A day of a month as an English text names it, such as `28 April` or `28–30 April`, if the text says it as its own.
fn day_of(text: &str, month: Month) -> Option<&str> {
    let name = usize::try_from(month.number()).ok().and_then(|number| ENGLISH_MONTHS.get(number.checked_sub(1)?))?;
    text.match_indices(name).find_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let after = text.get(at + name.len()..)?;
        // Another year is another month, and `Mayor` none.
        let mut words = after.split_whitespace();
        let next = words.next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_punctuation());
        let other_year = next.parse::<i32>().is_ok_and(|year| year > 31 && year != month.year());
        if after.starts_with(char::is_alphanumeric) || other_year {
            return None;
        }
        let start = before
            .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '–' | '/')))
            .map_or(0, |last| last + before.get(last..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let day = before.get(start..)?;
        if !day.starts_with(|c: char| c.is_ascii_digit()) || day.len() > "28–30".len() {
            return None;
        }
        let word = before.get(..start)?.split_whitespace().next_back().unwrap_or_default();
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if LOOKING_BACK.contains(&word.as_str()) { None } else { text.get(start..at + name.len()) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_month_before_is_found_unless_the_text_looks_back() {
        let april: Month = "2025-04".parse().unwrap();
        let found = |text| day_of(text, april);
        assert_eq!(found("Experts met on 28 April in Rabat."), Some("28 April"));
        assert_eq!(found("Experts met on 28–30 April 2025."), Some("28–30 April"));
        for text in [
            "Experts met on 28 May.",
            "Since 28 April experts have met.",
            "Its report of 3 April was discussed.",
            "On 28 April 2024 it began.",
            "April is over; 28 members came.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(day_of("He met 3 Mayors.", "2025-05".parse().unwrap()), None);
    }
}
