//! The rules that a month is held to when it is compiled and a briefing when it is read.

use chrono::NaiveDate;

use crate::{Code, Fault, FieldPath, Month, RichText, When};

/// A month is over before it is reported on.
pub(super) fn early(date: NaiveDate, month: Month, path: FieldPath) -> Option<Fault> {
    let last = month.last_day();
    let message = || format!("{date} is before the month is over, on {last}");
    (date < last).then(|| Fault::new(Code::Dates, path, message()))
}

/// Nothing is known later than it is printed.
pub(super) fn known_late(cutoff: NaiveDate, issued: NaiveDate, path: FieldPath) -> Option<Fault> {
    let message = || format!("what is known on {cutoff} cannot be printed on {issued}");
    (cutoff > issued).then(|| Fault::new(Code::Dates, path, message()))
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
