//! `briefing totals`: what the ledger comes to on a day.

pub(crate) mod rows;
pub(crate) mod text;
pub(crate) mod wire;

use briefing::model::{AsOf, BreakdownBy, Day, Ledger, LedgerError, Standing};
use briefing::office::{Disk, OfficeFolder, read_month, read_office};

use self::rows::TotalsRow;
use crate::arguments::TotalsArguments;
use crate::faults;
use crate::folder;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// How totals are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum TotalsFormat {
    /// A table for people.
    Text,
    /// Rows for a spreadsheet.
    Csv,
    /// An object for a program.
    Json,
}

/// The totals of a day with their parts.
struct DayTotals<'a> {
    folder: &'a OfficeFolder,
    standing: Standing,
    by: BreakdownBy,
    /// The parts, which add up to the totals.
    rows: Vec<TotalsRow>,
}

/// Works the totals out and writes them.
pub(crate) fn totals(arguments: &TotalsArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    let (folder, found) = read_office(&disk).into_parts();
    faults::tell(&found, Some(&arguments.office), streams);
    let Some(folder) = folder else { return Ok(faults::status(&found, false)) };

    let Some(known_at) = arguments.known_at.or_else(|| cutoff(&disk, &folder, (arguments, today), streams)) else {
        return Ok(Status::Input);
    };
    let totals = work_out(&folder, arguments, known_at).map_err(|error| Failure::Input(error.to_string()))?;
    match arguments.format {
        TotalsFormat::Text => text::write(&totals, streams.out)?,
        TotalsFormat::Csv => wire::csv(&totals, streams.out)?,
        TotalsFormat::Json => wire::json(&totals, streams.out)?,
    }
    Ok(Status::Done)
}

/// The cut-off of the month's issue, or today where there is none; none if the month has faults, which are reported.
fn cutoff(
    disk: &Disk,
    folder: &OfficeFolder,
    (arguments, today): (&TotalsArguments, Day),
    streams: &mut Streams<'_>,
) -> Option<Day> {
    let month = folder.months.iter().find(|month| month.contains(arguments.as_of));
    let Some(month) = month else { return Some(today) };
    let (month, found) = read_month(disk, *month).into_parts();
    if month.is_none() {
        faults::tell(&found, Some(&arguments.office), streams);
    }
    month.map(|month| month.plan.cutoff())
}

fn work_out<'a>(
    folder: &'a OfficeFolder,
    arguments: &TotalsArguments,
    known_at: Day,
) -> Result<DayTotals<'a>, LedgerError> {
    let TotalsArguments { as_of, by, .. } = *arguments;
    let ledger: &Ledger = &folder.ledger;
    let standing = ledger.standing(AsOf { in_effect: as_of, known: known_at })?;
    let rows = match by {
        // The standing has them in order of size.
        BreakdownBy::Contributor => rows::contributors(&standing, &folder.office),
        by => rows::parts(&ledger.breakdown(by, AsOf { in_effect: as_of, known: known_at })?, folder),
    };
    Ok(DayTotals { folder, standing, by, rows })
}
