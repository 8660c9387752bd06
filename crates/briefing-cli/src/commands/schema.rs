//! `briefing schema`: JSON Schemas of an office's files and of everything that is written as JSON, for editors and other
//! programs.

use std::borrow::Cow;

use briefing::office::keys::{month_schema, office_schema, translation_schema};
use clap::ValueEnum;
use serde_json::Value;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// The form to describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// `office.toml`
    Office,
    /// A month's `briefing.toml`
    Month,
    /// `office.fr.toml`, `briefing.fr.toml` and their like
    Translation,
    /// The data in a finished file, as `extract` writes them
    Edition,
    /// What one issue prints, on its own: the library's `Versioned<Briefing>`
    Briefing,
    /// A ledger, as `ledger export --format json` writes it
    Ledger,
    /// What had been pledged and received on a day: the library's `Versioned<Standing>`
    Standing,
    /// What `totals --format json` writes
    Totals,
    /// What `trace --format json` writes
    Trace,
    /// What `check --format json` writes
    Faults,
    /// What `translations --format json` writes
    Translations,
    /// What `tags --format json` writes
    Tags,
    /// What `verify --format json` writes
    Verification,
    /// What `diff --format json` writes
    Diff,
    /// What `approve --format json` writes
    Approvals,
}

/// A schema generated from the libraries' types: generating it here would add a twentieth to the program's size.
macro_rules! of_types {
    ($form:literal) => {
        Cow::Borrowed(include_str!(concat!("../../schemas/", $form, ".json")))
    };
}

/// Writes a JSON Schema.
pub(crate) fn schema(of: SchemaOf, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let schema: Cow<'static, str> = match of {
        SchemaOf::Office => of_keys(&office_schema()),
        SchemaOf::Month => of_keys(&month_schema()),
        SchemaOf::Translation => of_keys(&translation_schema()),
        SchemaOf::Edition => of_types!("edition"),
        SchemaOf::Briefing => of_types!("briefing"),
        SchemaOf::Ledger => of_types!("ledger"),
        SchemaOf::Standing => of_types!("standing"),
        SchemaOf::Totals => of_types!("totals"),
        SchemaOf::Trace => of_types!("trace"),
        SchemaOf::Faults => of_types!("faults"),
        SchemaOf::Translations => of_types!("translations"),
        SchemaOf::Tags => of_types!("tags"),
        SchemaOf::Verification => of_types!("verification"),
        SchemaOf::Diff => of_types!("diff"),
        SchemaOf::Approvals => of_types!("approvals"),
    };
    streams.out.write_all(schema.as_bytes())?;
    Ok(Status::Done)
}

/// A schema of the keys read from an office's files.
fn of_keys(schema: &Value) -> Cow<'static, str> {
    format!("{schema:#}\n").into()
}
