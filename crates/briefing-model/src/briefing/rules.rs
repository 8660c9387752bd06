//! The rules for a month that is compiled and for a briefing that is read.

use std::collections::BTreeMap;

use crate::{Code, Day, EventId, EventMode, Fault, FieldPath, IssueCorrection, Month, PreviousIssue, RichText, When};

/// The month is over before it is reported on.
pub(super) fn early(date: Day, month: Month, path: FieldPath) -> Option<Fault> {
    let last = month.last_day();
    let message = || format!("{date} is before the month is over, on {last}");
    let hint = format!("write {last} or a later day");
    (date < last).then(|| Fault::new(Code::Dates, path, message()).with_hint(hint))
}

/// The cut-off is not after the day on which the issue was printed, or printed again with a correction.
pub(super) fn known_late(cutoff: Day, issued: Day, corrections: &[IssueCorrection], path: FieldPath) -> Option<Fault> {
    let printed = corrections.iter().map(|correction| correction.on).fold(issued, Day::max);
    let message = || format!("what is known on {cutoff} cannot be printed on {printed}");
    let hint = format!("write {printed} or an earlier day, or correct the day of issue");
    (cutoff > printed).then(|| Fault::new(Code::Dates, path, message()).with_hint(hint))
}

/// The previous issue is of an earlier month, and that month was over.
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

/// The lead is one of the issue's items, and has a title and a picture. `item` says whether it has each.
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

/// At least one day of an item lies in the month.
pub(super) fn outside(when: &When, month: Month, path: FieldPath) -> Option<Fault> {
    let message = || format!("no day of `{when}` lies in {month}");
    (!when.overlaps(month)).then(|| Fault::new(Code::OutsideMonth, path, message()))
}

/// The text of an item is not blank.
pub(super) fn blank(text: &RichText, path: FieldPath) -> Option<Fault> {
    text.is_blank().then(|| Fault::new(Code::BlankText, path, "the item has no text"))
}

/// An event that is online only has no place.
pub(super) fn online_place(mode: Option<EventMode>, has_place: bool, path: FieldPath) -> Option<Fault> {
    let message = "what is online only has no place";
    (mode == Some(EventMode::Online) && has_place).then(|| Fault::new(Code::OnlinePlace, path, message))
}

/// No event is part of itself, directly or indirectly: `above` holds the event that each item of the month is part of.
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

/// Corrections are in order, and not before the day of issue; each comes with its place and its day.
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
