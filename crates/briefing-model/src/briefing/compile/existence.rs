//! Whether what an item names existed when the item took place.

use crate::{Code, Day, Fault, FieldPath, Month, PartialDate, Programme, Unit, When};

/// The days of a month on which something may have taken place: the first and the last.
pub(super) fn days_in(month: Month, when: &When) -> (Day, Day) {
    let (first, last) = (month.first_day(), month.last_day());
    // A date outside the month has a fault of its own.
    if !when.overlaps(month) {
        return (first, last);
    }
    (when.first_day().map_or(first, |day| day.max(first)), when.last_day().map_or(last, |day| day.min(last)))
}

/// The dates of something that an item names, with the keys under which they are written.
pub(super) struct Lifetime {
    /// What it is called in messages: "the unit `uncct`".
    what: String,
    /// "unit" or "programme".
    kind: &'static str,
    code: Code,
    began: Option<(&'static str, PartialDate)>,
    ended: Option<(&'static str, PartialDate)>,
}

impl Lifetime {
    /// The keys of dates that say when something existed.
    pub(super) const KEYS: [&str; 7] = ["since", "opened", "inaugurated", "known-since", "until", "launched", "closed"];

    /// The date from which a unit is known to exist says nothing about the time before, so it is not a beginning.
    pub(super) fn of_unit(unit: &Unit) -> Self {
        Self {
            what: format!("the unit `{}`", unit.id),
            kind: "unit",
            code: Code::UnitNotThere,
            began: unit.beginning(),
            ended: unit.until.map(|until| ("until", until)),
        }
    }

    pub(super) fn of_programme(programme: &Programme) -> Self {
        Self {
            what: format!("the programme `{}`", programme.id),
            kind: "programme",
            code: Code::ProgrammeNotThere,
            began: programme.launched.map(|launched| ("launched", launched)),
            ended: programme.closed.map(|closed| ("closed", closed)),
        }
    }

    /// A fault if it cannot have existed on any of the given days. Its dates count from the first to the last day that
    /// they can mean.
    ///
    /// `path` is where the item names it, `key` the key under which it does, and `dates` the place of its dates.
    pub(super) fn missed(
        &self,
        (first, last): (Day, Day),
        (path, key): (FieldPath, &str),
        dates: &FieldPath,
    ) -> Option<Fault> {
        let Self { what, kind, code, began, ended } = self;
        let (message, date) = if let Some((date, began)) = began.filter(|(_, began)| began.first_day() > last) {
            (format!("{what} did not exist before {began}"), date)
        } else if let Some((date, ended)) = ended.filter(|(_, ended)| ended.last_day() < first) {
            (format!("{what} existed until {ended}"), date)
        } else {
            return None;
        };
        let hint = format!("correct `{key}` or `when` of the item, or `{date}` of the {kind}");
        let fault = Fault::new(*code, path, message).with_hint(hint);
        Some(fault.with_related(format!("the {kind}'s dates"), dates.key(date)))
    }
}
