//! Days of a workbook of which a spreadsheet of another country may have taken the months for days when it opened a text.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::sheet::{RowFault, RowStart};
use crate::tree::short;

/// What was seen of the days of each column, by its place.
#[derive(Default)]
pub(super) struct SeenDays(RefCell<BTreeMap<usize, DaysOfColumn>>);

/// What shows whether months and days were exchanged in a column.
#[derive(Default)]
struct DaysOfColumn {
    /// How many are stored as days, up to the 12th and after it.
    early: usize,
    late: usize,
    /// The first that is a text, after the 12th.
    text: Option<(RowStart, String)>,
    /// The row seen last: two of our columns may come from one of theirs.
    last: Option<RowStart>,
}

impl SeenDays {
    /// Takes note of a day that is stored as a day, in the form of our own files.
    pub(super) fn stored(&self, row: RowStart, at: usize, ours: &str) {
        self.see(row, at, |seen| {
            if is_late(ours) {
                seen.late += 1;
            } else {
                seen.early += 1;
            }
        });
    }

    /// Takes note of a day that is stored as a text.
    pub(super) fn written(&self, row: RowStart, at: usize, ours: &str, text: &str) {
        self.see(row, at, |seen| {
            if is_late(ours) {
                seen.text.get_or_insert_with(|| (row, text.to_owned()));
            }
        });
    }

    fn see(&self, row: RowStart, at: usize, note: impl FnOnce(&mut DaysOfColumn)) {
        let mut days = self.0.borrow_mut();
        let seen = days.entry(at).or_default();
        if seen.last.replace(row) != Some(row) {
            note(seen);
        }
    }

    /// What to say of the columns whose days look as if some of them had been turned.
    pub(super) fn faults(&self) -> Vec<RowFault> {
        /// Fewer days that are all before the 13th may be so by chance.
        const FEWEST: usize = 2;
        let seen = self.0.borrow();
        let turned = seen.iter().filter(|(_, seen)| seen.late == 0 && seen.early >= FEWEST);
        let faults = turned.filter_map(|(&at, seen)| {
            let (row, text) = seen.text.as_ref()?;
            let message = format!(
                "`{}` is a text, and the days of its column that are stored as days are all before the 13th: a spreadsheet may have \
                 taken their months for days",
                short(text)
            );
            let hint = Some("export again, and import that file without opening it in a spreadsheet".to_owned());
            Some(RowFault { row: *row, cell: Some(at), code: Code::DaysTurned, message, hint })
        });
        faults.collect()
    }
}

/// Whether a day is after the 12th, so that it cannot be a month.
fn is_late(ours: &str) -> bool {
    ours.get(8..10).and_then(|day| day.parse::<u32>().ok()).is_some_and(|day| day > 12)
}
