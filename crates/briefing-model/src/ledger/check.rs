//! Checks entries against each other, and against their sums.

mod arrived;
mod entries;
mod figures;
mod notes;
mod partners;
mod payments;
mod rivals;

pub(super) use self::arrived::issue;
pub(super) use self::entries::entries;
pub use self::notes::note_says_unknown;

use super::Ledger;
use super::fault::Faults;
use super::view::View;
use crate::Day;

/// Checks the sums of the entries, in a ledger whose entries are consistent with each other.
pub(super) fn figures(ledger: &Ledger, faults: &mut Faults) {
    let view = View::new(ledger, Day::MAX);
    // An entry that a correction dates later counts then.
    let known = (0_u32..).zip(&ledger.entries).map(|(at, entry)| view.entry(at).unwrap_or(entry));
    let Some(last) = known.filter_map(crate::LedgerEntry::counts_from).max() else {
        return;
    };
    partners::check(&view, faults);
    payments::check(&view, last, faults);
    rivals::check(&view, faults);
    let mut left_out = figures::lines(&view, last, faults);
    figures::assertions(ledger, faults);
    figures::rates(&view, &mut left_out, faults);
    figures::worths(&view, left_out, faults);
    figures::proportions(&view, faults);
}
