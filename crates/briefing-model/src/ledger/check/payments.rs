//! Whether every payment says on which pledge it was made.

use std::collections::BTreeMap;

use crate::ledger::fault::Faults;
use crate::ledger::line::LedgerLine;
use crate::ledger::view::View;
use crate::{Code, Day, LedgerEntry, LedgerError};

/// A promise, and the days on which payments on it may come.
struct OpenPromise<'a> {
    entry: &'a LedgerEntry,
    /// Whether something is still to come from the day of each step on; in order.
    steps: Vec<(Day, bool)>,
}

impl OpenPromise<'_> {
    fn on(&self, day: Day) -> bool {
        let begun = self.steps.partition_point(|&(from, _)| from <= day);
        begun.checked_sub(1).and_then(|last| self.steps.get(last)).is_some_and(|&(_, open)| open)
    }
}

/// Checks the payments that name no pledge, in entries as corrected.
pub(super) fn check(view: &View<'_>, last: Day, faults: &mut Faults) {
    let loose: Vec<(u32, &LedgerEntry)> = view
        .lines()
        .flat_map(|(_, rows)| rows)
        .filter_map(|&at| view.entry(at).map(|entry| (at, entry)))
        .filter(|(_, entry)| {
            let receipt = entry.kind.as_receipt();
            receipt.is_some_and(|receipt| receipt.pledge.is_none() && !receipt.gift && receipt.itemizes().is_none())
        })
        .collect();
    if loose.is_empty() {
        return;
    }
    // A sum that is too large has been reported already.
    let promises = promises(view, last).unwrap_or_default();
    for (at, entry) in loose {
        let open = promises.get(&view.contributor(at)).into_iter().flatten();
        let day = entry.counts_from().unwrap_or(Day::MAX);
        if let Some(OpenPromise { entry: pledge, .. }) = open.into_iter().find(|promise| promise.on(day)) {
            let message = format!("names no pledge, but its contributor has one that is not yet paid, `{}`", pledge.id);
            let hint = if pledge.recorded > entry.recorded {
                format!(
                    "if it was paid on that, which was recorded later, assign it in a row of kind `correction` recorded on {} or later, with \
                     `{}` in `ref` and `{}` in `pledge`; else write `yes` in the column `gift`",
                    pledge.recorded, entry.id, pledge.id
                )
            } else {
                format!("write `{}` in `ref` if it was paid on that, else `yes` in the column `gift`", pledge.id)
            };
            faults.add_with_hint(Code::GiftUnsaid, &[&entry.id, &pledge.id], message, Some(hint));
        }
    }
}

/// The promises of each contributor.
fn promises<'a>(view: &'a View<'a>, last: Day) -> Result<BTreeMap<u32, Vec<OpenPromise<'a>>>, LedgerError> {
    let mut promises: BTreeMap<u32, Vec<OpenPromise<'_>>> = BTreeMap::new();
    for (at, rows) in view.lines() {
        let Some(entry) = view.entry(at).filter(|entry| entry.kind.promise().is_some()) else { continue };
        // A pledge of April may have been made before a payment of 10 April, although it counts from 30 April.
        let Some(first) = entry.effective.first_day().or_else(|| entry.counts_from()) else { continue };
        let mut line = LedgerLine::new(view, last);
        line.open(at)?;
        let mut steps = vec![(first, line.is_open())];
        for &row in rows {
            line.apply(row)?;
            if let Some(day) = view.entry(row).and_then(LedgerEntry::counts_from) {
                steps.push((day.max(first), line.is_open()));
            }
        }
        promises.entry(view.contributor(at)).or_default().push(OpenPromise { entry, steps });
    }
    Ok(promises)
}
