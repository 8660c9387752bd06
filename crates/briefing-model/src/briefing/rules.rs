//! The rules that a month is held to when it is compiled and a briefing when it is read.

use std::collections::BTreeMap;

use crate::{Code, Day, EventId, EventMode, Fault, FieldPath, IssueCorrection, Month, PreviousIssue, RichText, When};

/// A month is over before it is reported on.
pub(super) fn early(date: Day, month: Month, path: FieldPath) -> Option<Fault> {
    let last = month.last_day();
    let message = || format!("{date} is before the month is over, on {last}");
    let hint = format!("write {last} or a later day");
    (date < last).then(|| Fault::new(Code::Dates, path, message()).with_hint(hint))
}

/// Nothing is known later than it is printed, or printed again with a correction.
pub(super) fn known_late(cutoff: Day, issued: Day, corrections: &[IssueCorrection], path: FieldPath) -> Option<Fault> {
    let printed = corrections.iter().map(|correction| correction.on).fold(issued, Day::max);
    let message = || format!("what is known on {cutoff} cannot be printed on {printed}");
    let hint = format!("write {printed} or an earlier day, or correct the day of issue");
    (cutoff > printed).then(|| Fault::new(Code::Dates, path, message()).with_hint(hint))
}

/// The issue before is of an earlier month, which was over.
pub(super) fn later_previous(previous: PreviousIssue, month: Month, path: &FieldPath) -> Option<Fault> {
    let message = || format!("the issue before that of {month} cannot be that of {}", previous.month);
    let later = (previous.month >= month).then(|| Fault::new(Code::Dates, path.key("month"), message()));
    later.or_else(|| early(previous.cutoff, previous.month, path.key("cutoff")))
}

/// The next issue goes out after this one.
pub(super) fn next_early(next: Day, issued: Day, path: FieldPath) -> Option<Fault> {
    let message = || format!("the next issue cannot go out on {next}: this one goes out on {issued}");
    (next <= issued).then(|| Fault::new(Code::NextIssueEarly, path, message()))
}

/// The item that leads an issue is one of its items, and has a title and a picture: given whether it has each.
pub(super) fn unfit_lead(id: &EventId, item: Option<(bool, bool)>, path: FieldPath) -> Option<Fault> {
    let message = match item {
        None => format!("there is no item `{id}` to lead the issue"),
        Some((false, true)) => format!("the item `{id}` leads the issue and has no title"),
        Some((true, false)) => format!("the item `{id}` leads the issue and has no picture"),
        Some((false, false)) => format!("the item `{id}` leads the issue and has neither a title nor a picture"),
        Some((true, true)) => return None,
    };
    Some(Fault::new(Code::UnfitLead, path, message))
}

/// Some day of an item lies in the month.
pub(super) fn outside(when: &When, month: Month, path: FieldPath) -> Option<Fault> {
    let message = || format!("no day of `{when}` lies in {month}");
    (!when.overlaps(month)).then(|| Fault::new(Code::OutsideMonth, path, message()))
}

/// An item has something to say.
pub(super) fn blank(text: &RichText, path: FieldPath) -> Option<Fault> {
    text.is_blank().then(|| Fault::new(Code::BlankText, path, "the item has no text"))
}

/// Nobody meets where something is online only.
pub(super) fn online_place(mode: Option<EventMode>, has_place: bool, path: FieldPath) -> Option<Fault> {
    let message = "what is online only has no place";
    (mode == Some(EventMode::Online) && has_place).then(|| Fault::new(Code::OnlinePlace, path, message))
}

/// No event is, however far up, part of itself: `above` says of what each item of the month is part.
pub(super) fn part_of_itself(
    id: &EventId,
    whole: &EventId,
    above: &BTreeMap<&EventId, &EventId>,
    path: FieldPath,
) -> Option<Fault> {
    let mut up = std::iter::successors(Some(whole), |id| above.get(id).copied()).take(above.len() + 1);
    let message = || format!("`{id}` cannot be part of itself");
    up.any(|up| up == id).then(|| Fault::new(Code::UnknownEvent, path, message()))
}

/// What was corrected was corrected in turn, after the issue went out: each place with its day, from the day of issue on.
pub(super) fn corrections(
    issued: Day,
    corrections: impl IntoIterator<Item = (Day, FieldPath)>,
) -> impl Iterator<Item = Fault> {
    let mut last = (issued, "the day of issue");
    corrections.into_iter().filter_map(move |(on, path)| {
        let (day, what) = std::mem::replace(&mut last, (on, "the correction above it"));
        let message = || format!("a correction on {on} comes before {what}, {day}");
        (on < day).then(|| Fault::new(Code::CorrectionTooEarly, path, message()))
    })
}
