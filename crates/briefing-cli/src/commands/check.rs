//! `briefing check`: every fault of every month, all at once.

use std::mem::ManuallyDrop;

use briefing::forms::Faults;
use briefing::model::Day;
use briefing::{Diagnostics, Folder};

use crate::arguments::{CheckArguments, Months};
use crate::count::count;
use crate::status::{Failure, Status};
use crate::streams::{Streams, Work};
use crate::{faults, folder};

/// Reads everything, lays out the months asked for and reports what is wrong.
pub(crate) fn check(arguments: &CheckArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    // The process ends after the report: nobody should wait until all that was read is freed.
    let folder = ManuallyDrop::new(Folder::new(folder::open(&arguments.office)?));
    // No month means all months here, unlike in `render`.
    let months = match arguments.months.as_slice() {
        [] => None,
        wanted => Some(Months::settle(wanted, &arguments.office, folder.files())?),
    };
    let work = Work::begin("editions");
    let mut found = match &months {
        None => folder.check_with(|done, all| streams.progress(&work, done, all)),
        Some(months) => folder.check_months(months, |done, all| streams.progress(&work, done, all)),
    };
    streams.end_progress(&work);
    found.merge(folder::check_dates(&folder, months.as_deref().unwrap_or(folder.months()), today));
    tell(&found, months.as_deref().unwrap_or(folder.months()).len(), arguments, streams)?;
    Ok(faults::status(&found, arguments.strict))
}

fn tell(
    found: &Diagnostics,
    months: usize,
    arguments: &CheckArguments,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    if arguments.format.is_json() {
        streams.write_json(&Faults::new(found))?;
        return Ok(());
    }
    let months = count(months, "month", "months");
    let office = Some(arguments.office.as_path());
    if arguments.full {
        faults::tell_in_full(found, office, streams);
    } else {
        faults::tell(found, office, streams);
    }
    if found.errors() == 0 {
        let found = if found.is_empty() { "no faults".to_owned() } else { found.summary() };
        writeln!(streams.out, "{found} in {months}")?;
    }
    Ok(())
}
