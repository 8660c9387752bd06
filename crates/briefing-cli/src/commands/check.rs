//! `briefing check`: every fault of every month, all at once.

use std::path::PathBuf;

use briefing::office::check_recorded;
use briefing::{Diagnostics, Folder};
use chrono::NaiveDate;

use crate::count::count;
use crate::status::{Failure, Status};
use crate::streams::{Streams, Work};
use crate::{faults, folder};

/// What to check.
pub(crate) struct Settings {
    pub(crate) office: PathBuf,
    /// Whether the faults are written for a program.
    pub(crate) json: bool,
    /// Whether many faults are told one by one.
    pub(crate) full: bool,
    /// Whether a warning is a failure.
    pub(crate) strict: bool,
    /// The day after which nothing was recorded.
    pub(crate) today: NaiveDate,
}

/// Reads everything, lays every month out and reports what is wrong.
pub(crate) fn check(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let folder = Folder::new(folder::open(&settings.office)?);
    let work = Work::begin("editions");
    let mut found = folder.check_with(|done, all| streams.progress(&work, done, all));
    streams.end_progress(&work);
    // Only here is there a clock.
    if let Some(office) = folder.office().value() {
        found.merge(check_recorded(folder.files(), &office.ledger, settings.today));
    }
    tell(&found, folder.months().len(), settings, streams)?;
    Ok(faults::status(&found, settings.strict))
}

fn tell(found: &Diagnostics, months: usize, settings: &Settings, streams: &mut Streams<'_>) -> Result<(), Failure> {
    if settings.json {
        writeln!(streams.out, "{}", found.to_json())?;
        return Ok(());
    }
    let months = count(months, "month", "months");
    let office = Some(settings.office.as_path());
    if settings.full {
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
