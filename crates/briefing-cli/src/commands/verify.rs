//! `briefing verify`: whether a finished file shows what its data say.

use std::io::{self, Write};
use std::path::Path;

use briefing::edition::PRODUCER;
use briefing::forms::{ReportedSignature, ReportedVerdict, VerificationReport};
use briefing::tagged_pdf::reader::SignatureKind;
use briefing::{Edition, Folder, VerifyError};

use crate::arguments::VerifyArguments;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, faults, folder, pdf};

/// Verifies a file and reports what was found.
pub(crate) fn verify(arguments: &VerifyArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let bytes = pdf::read(&arguments.file)?;
    let found = briefing::verify(&bytes).map_err(|error| match error {
        VerifyError::Pdf(error) => pdf::refused(&arguments.file, error),
        VerifyError::Edition(error) => pdf::no_edition(&arguments.file, &error),
        error => Failure::Input(error.to_string()),
    })?;
    let against = match (&arguments.against, &found.edition) {
        (Some(office), Some(edition)) => Some(compare(edition, office, streams)?),
        _ => None,
    };
    let mut report = VerificationReport::new(&found);
    if let Some(against) = against {
        report = report.against(against);
    }
    let report = fit_for_a_terminal(report);
    let drifted = report.against.as_ref().is_some_and(|against| !against.is_empty());
    let status = match report.verdict {
        ReportedVerdict::Consistent => Status::Done,
        ReportedVerdict::OtherVersion => Status::Version,
        _ => Status::Input,
    };
    if arguments.format.is_json() {
        streams.write_json(&report)?;
    } else {
        tell(&report, arguments, streams.out)?;
    }
    Ok(if drifted && status == Status::Done { Status::Input } else { status })
}

/// The differences between the data of a file and an office folder.
fn compare(edition: &Edition, office: &Path, streams: &mut Streams<'_>) -> Result<Vec<String>, Failure> {
    let disk = folder::open(office)?;
    folder::require_months(office, &disk, &[edition.briefing().month])?;
    Folder::new(disk).differences(edition).map_err(|found| {
        faults::tell(&found, Some(office), streams);
        Failure::Input(format!("`{}` has faults: there is nothing to compare with", office.display()))
    })
}

/// Text from a file may come from anywhere, and either format may be shown on a terminal.
fn fit_for_a_terminal(mut report: VerificationReport) -> VerificationReport {
    report.producer = report.producer.as_deref().map(clean::word);
    for lines in [Some(&mut report.differences), report.against.as_mut()].into_iter().flatten() {
        lines.iter_mut().for_each(|line| *line = clean::line(line));
    }
    report.signatures.iter_mut().for_each(|signature| signature.field = clean::word(&signature.field));
    report
}

/// The verdict stands alone on the first line; text from the file is indented below it, and cannot pass for a verdict.
fn tell(report: &VerificationReport, arguments: &VerifyArguments, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.verdict)?;
    match report.verdict {
        ReportedVerdict::Consistent => {
            writeln!(out, "  its pages show its data; who made it is for signatures to say")?;
        }
        ReportedVerdict::Altered => {
            report.differences.iter().try_for_each(|difference| writeln!(out, "  altered: {difference}"))?;
        }
        _ => {
            let producer = report.producer.as_deref().unwrap_or("unknown");
            writeln!(
                out,
                "  it says that {producer} made it; this is {PRODUCER}, whose pages of the same data differ"
            )?;
            let agree = if report.differences.is_empty() { "agrees with its data" } else { "differs from its data" };
            writeln!(out, "  what was compared {agree}: {}", report.compared.join("; "))?;
            for difference in &report.differences {
                writeln!(out, "  differs: {difference}")?;
            }
            writeln!(out, "  not compared: {}", report.not_compared.join("; "))?;
            writeln!(out, "  whether it was altered is for {producer} to say")?;
        }
    }
    for ReportedSignature { field, kind, range: [start, length, then, rest], covers, .. } in &report.signatures {
        let kind = match kind {
            SignatureKind::Signature => "signature",
            SignatureKind::TimeStamp => "time stamp",
        };
        let (end, last) = (start + length, then + rest);
        writeln!(
            out,
            "  {kind} `{field}`: of bytes {start} to {end} and {then} to {last}, the whole of the first {covers}; not judged here"
        )?;
    }
    let (Some(against), Some(office)) = (&report.against, &arguments.against) else { return Ok(()) };
    let office = clean::word(&office.display().to_string());
    if against.is_empty() {
        writeln!(out, "  its data are those of `{office}`")?;
    }
    against.iter().try_for_each(|difference| writeln!(out, "  `{office}` differs: {difference}"))
}
