//! `briefing totals`: the totals of the ledger on a day.

mod csv;
pub(crate) mod text;

use std::path::Path;

use briefing::document::dates;
use briefing::forms::Totals;
use briefing::model::{AsOf, Day, Language, Month};
use briefing::office::{Disk, OfficeFolder, read_cutoff, read_office};

use self::text::plain;

use crate::arguments::TotalsArguments;
use crate::faults;
use crate::folder;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// The output format of totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum TotalsFormat {
    /// A table for people.
    Text,
    /// Rows for a spreadsheet.
    Csv,
    /// An object for a program.
    Json,
}

/// Computes the totals and writes them.
pub(crate) fn totals(arguments: &TotalsArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    let (folder, found) = read_office(&disk).into_parts();
    faults::tell(&found, Some(&arguments.office), streams);
    let Some(folder) = folder else { return Ok(faults::status(&found, false)) };

    let Some(known) = arguments.known_at.or_else(|| known_at(&disk, &folder, (arguments, today), streams)) else {
        return Ok(Status::Input);
    };
    let at = AsOf { in_effect: arguments.as_of, known };
    // What is dated in the future may still be corrected, withdrawn or paid by then.
    if arguments.as_of > today {
        let day = plain(&dates::day(arguments.as_of, Language::En));
        streams.say(format_args!("note: {day} is still to come: the totals are of what is on record so far"));
    }
    let totals = Totals::new(&folder, arguments.by, at).map_err(|error| Failure::Input(error.to_string()))?;
    match arguments.format {
        TotalsFormat::Text => text::write(&totals, &folder.office, streams.out)?,
        TotalsFormat::Csv => csv::write(&totals, streams.out)?,
        TotalsFormat::Json => {
            streams.write_json(&totals)?;
        }
    }
    Ok(Status::Done)
}

/// The cut-off of the issue of that day's month, or today if there is none; `None` if it cannot be read, which is reported.
fn known_at(
    disk: &Disk,
    folder: &OfficeFolder,
    (arguments, today): (&TotalsArguments, Day),
    streams: &mut Streams<'_>,
) -> Option<Day> {
    match folder.months.iter().find(|month| month.contains(arguments.as_of)) {
        Some(month) => cutoff(disk, &arguments.office, *month, streams),
        None => Some(today),
    }
}

/// The cut-off of a month's issue; `None` if its dates cannot be read, which is reported. Other faults of the month do not affect
/// figures.
pub(crate) fn cutoff(disk: &Disk, office: &Path, month: Month, streams: &mut Streams<'_>) -> Option<Day> {
    let (cutoff, found) = read_cutoff(disk, month).into_parts();
    if cutoff.is_none() {
        faults::tell(&found, Some(office), streams);
    }
    cutoff
}
