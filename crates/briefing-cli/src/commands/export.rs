//! `briefing ledger export`: the whole ledger, for other programs.

use briefing::office::{ledger_csv, ledger_ndjson, read_office};
use clap::ValueEnum;

use crate::arguments::LedgerExportArguments;
use crate::faults;
use crate::folder;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// How the ledger is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerFormat {
    /// A table with a row for each entry
    Csv,
    /// An object for a program
    Json,
    /// A line of JSON for each entry
    Ndjson,
}

/// Writes every entry of the ledger.
pub(crate) fn export(arguments: &LedgerExportArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&arguments.office)?;
    let (folder, found) = read_office(&disk).into_parts();
    faults::tell(&found, Some(&arguments.office), streams);
    let Some(folder) = folder else { return Ok(faults::status(&found, false)) };
    let text = match arguments.format {
        LedgerFormat::Csv => ledger_csv(&folder.ledger)
            .map_err(|error| Failure::Input(format!("{error}; `--format json` or `--format ndjson` can say it")))?,
        LedgerFormat::Json => {
            let json = serde_json::to_string_pretty(&*folder.ledger);
            json.map_err(|error| Failure::Input(error.to_string()))? + "\n"
        }
        LedgerFormat::Ndjson => ledger_ndjson(&folder.ledger).map_err(|error| Failure::Input(error.to_string()))?,
    };
    streams.out.write_all(text.as_bytes())?;
    Ok(Status::Done)
}
