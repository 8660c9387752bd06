//! `briefing verify`: whether a finished file shows what its data say.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use briefing::edition::PRODUCER;
use briefing::{Edition, Folder, Verdict, VerifyError};
use serde::Serialize;

use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{faults, folder, pdf};

/// Which file, and how.
pub(crate) struct Settings {
    pub(crate) file: PathBuf,
    /// The office folder that it is compared with.
    pub(crate) against: Option<PathBuf>,
    /// Whether it is told to a program.
    pub(crate) json: bool,
}

/// What was found.
#[derive(Serialize)]
struct Report {
    version: u32,
    /// `consistent`, `altered` or `other-version`.
    verdict: &'static str,
    /// The version of the program that made the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    producer: Option<String>,
    /// What differs between the file and what its data give.
    differences: Vec<String>,
    /// What differs between its data and the office folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<Vec<String>>,
}

/// Verifies a file, and tells what was found.
pub(crate) fn verify(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let bytes = pdf::read(&settings.file)?;
    let found = briefing::verify(&bytes).map_err(|error| match error {
        VerifyError::Pdf(error) => pdf::refused(&settings.file, &error),
        VerifyError::Edition(error) => pdf::no_edition(&settings.file, &error),
        error => Failure::Input(error.to_string()),
    })?;
    let against = match (&settings.against, &found.edition) {
        (Some(office), Some(edition)) => Some(compare(edition, office, streams)?),
        _ => None,
    };
    let producer = found.edition.as_ref().map(Edition::producer).map(str::to_owned);
    let (verdict, status, differences) = match found.verdict {
        Verdict::Consistent => ("consistent", Status::Done, Vec::new()),
        Verdict::Altered(differences) => ("altered", Status::Input, differences),
        Verdict::OtherVersion { differences, .. } => ("other-version", Status::Version, differences),
        other => return Err(Failure::Input(format!("{other:?}"))),
    };
    let drifted = against.as_ref().is_some_and(|against| !against.is_empty());
    let report = Report { version: 1, verdict, producer, differences, against };
    if settings.json {
        serde_json::to_writer_pretty(&mut *streams.out, &report).map_err(io::Error::from)?;
        writeln!(streams.out)?;
    } else {
        tell(&report, settings, streams.out)?;
    }
    Ok(if drifted && status == Status::Done { Status::Input } else { status })
}

/// What differs between the data of a file and an office folder.
fn compare(edition: &Edition, office: &Path, streams: &mut Streams<'_>) -> Result<Vec<String>, Failure> {
    let disk = folder::open(office)?;
    folder::require_months(office, &disk, &[edition.briefing().month])?;
    Folder::new(disk).differences(edition).map_err(|found| {
        faults::tell(&found, streams);
        Failure::Input(format!("`{}` has faults: there is nothing to compare with", office.display()))
    })
}

fn tell(report: &Report, settings: &Settings, out: &mut dyn Write) -> io::Result<()> {
    match report.verdict {
        "altered" => {
            for difference in &report.differences {
                writeln!(out, "altered: {difference}")?;
            }
        }
        "other-version" => {
            let producer = report.producer.as_deref().unwrap_or("unknown");
            let ours =
                if producer == PRODUCER { format!("{PRODUCER} with other typefaces") } else { PRODUCER.to_owned() };
            writeln!(out, "made by another version: {producer}; this is {ours}")?;
            if report.differences.is_empty() {
                writeln!(out, "its words, figures and pictures are those that its data give here")?;
            }
            for difference in &report.differences {
                writeln!(out, "differs: {difference}")?;
            }
        }
        verdict => writeln!(out, "{verdict}")?,
    }
    let (Some(against), Some(office)) = (&report.against, &settings.against) else { return Ok(()) };
    if against.is_empty() {
        writeln!(out, "its data are those of `{}`", office.display())?;
    }
    for difference in against {
        writeln!(out, "`{}` differs: {difference}", office.display())?;
    }
    Ok(())
}
