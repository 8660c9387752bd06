//! `briefing verify`: whether a finished file shows what its data say.

use std::io::{self, Write};
use std::path::Path;

use briefing::edition::PRODUCER;
use briefing::tagged_pdf::reader::{SignatureKind, SignatureView};
use briefing::verify::{COMPARED, NOT_COMPARED};
use briefing::{Edition, Folder, Verdict, VerifyError};
use schemars::JsonSchema;
use serde::Serialize;

use crate::arguments::VerifyArguments;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, faults, folder, pdf};

/// What was found.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Verification")]
pub(crate) struct Report {
    /// What tells this form from other JSON.
    #[schemars(extend("const" = "briefing-verification"))]
    format: &'static str,
    /// The version of this form. Keys are added without a new one, never removed or given another meaning.
    #[schemars(extend("const" = 1))]
    version: u32,
    /// `consistent`, `altered` or `other-version`.
    verdict: &'static str,
    /// The version of the program that made the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    producer: Option<String>,
    /// What differs between the file and what its data give.
    differences: Vec<String>,
    /// What was compared of a file of another version, and what was not.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    compared: &'static [&'static str],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    not_compared: &'static [&'static str],
    /// The signatures after the file, which are not judged here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<Signature>,
    /// What differs between its data and the office folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<Vec<String>>,
}

/// A signature, or an attested time.
#[derive(Serialize, JsonSchema)]
struct Signature {
    /// The name of its field.
    field: String,
    /// `signature` or `time-stamp`.
    kind: &'static str,
    /// The two stretches of bytes that it signs: start and length of each.
    range: [usize; 4],
    /// How many bytes the file has up to the signature's own end.
    covers: usize,
}

impl Signature {
    fn of(view: &SignatureView) -> Self {
        let kind = match view.kind {
            SignatureKind::Signature => "signature",
            SignatureKind::TimeStamp => "time-stamp",
        };
        Self { field: clean::word(&view.field), kind, range: view.range, covers: view.covers() }
    }
}

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
    let producer = found.edition.as_ref().map(|edition| clean::word(edition.producer()));
    let (verdict, status, differences) = match found.verdict {
        Verdict::Consistent => (CONSISTENT, Status::Done, Vec::new()),
        Verdict::Altered(differences) => (ALTERED, Status::Input, differences),
        Verdict::OtherVersion { differences, .. } => (OTHER_VERSION, Status::Version, differences),
        other => return Err(Failure::Input(format!("{other:?}"))),
    };
    let signatures = found.signatures.iter().map(Signature::of).collect();
    let cleaned = |lines: Vec<String>| lines.iter().map(|line| clean::line(line)).collect::<Vec<_>>();
    let (differences, against) = (cleaned(differences), against.map(cleaned));
    let drifted = against.as_ref().is_some_and(|against| !against.is_empty());
    let (compared, not_compared) = if verdict == OTHER_VERSION { (COMPARED, NOT_COMPARED) } else { Default::default() };
    let format = "briefing-verification";
    let report =
        Report { format, version: 1, verdict, producer, differences, compared, not_compared, signatures, against };
    if arguments.format.is_json() {
        serde_json::to_writer_pretty(&mut *streams.out, &report).map_err(io::Error::from)?;
        writeln!(streams.out)?;
    } else {
        tell(&report, arguments, streams.out)?;
    }
    Ok(if drifted && status == Status::Done { Status::Input } else { status })
}

/// What differs between the data of a file and an office folder.
fn compare(edition: &Edition, office: &Path, streams: &mut Streams<'_>) -> Result<Vec<String>, Failure> {
    let disk = folder::open(office)?;
    folder::require_months(office, &disk, &[edition.briefing().month])?;
    Folder::new(disk).differences(edition).map_err(|found| {
        faults::tell(&found, Some(office), streams);
        Failure::Input(format!("`{}` has faults: there is nothing to compare with", office.display()))
    })
}

const CONSISTENT: &str = "consistent";
const ALTERED: &str = "altered";
const OTHER_VERSION: &str = "other-version";

/// The verdict stands alone on the first line; whatever the file brings stands indented below, and cannot pass for one.
fn tell(report: &Report, arguments: &VerifyArguments, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.verdict)?;
    match report.verdict {
        CONSISTENT => writeln!(out, "  its pages show its data; who made it is for signatures to say")?,
        ALTERED => report.differences.iter().try_for_each(|difference| writeln!(out, "  altered: {difference}"))?,
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
    for Signature { field, kind, range: [start, length, then, rest], covers } in &report.signatures {
        let (kind, end, last) = (kind.replace('-', " "), start + length, then + rest);
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
