//! `briefing schema`: the forms of an office's files and of everything that is written as JSON, for editors and other programs.

use briefing::Comparison;
use briefing::forms::{Approvals, Faults, TagTree, Totals, TracedFigure, Translations, VerificationReport};
use briefing::model::schema::{to_read, to_write};
use briefing::model::{Briefing, Ledger, Standing, Versioned};
use briefing::office::keys::{month_schema, office_schema, translation_schema};
use clap::ValueEnum;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// The form of what.
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

/// Writes a JSON Schema.
pub(crate) fn schema(of: SchemaOf, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let schema = match of {
        SchemaOf::Office => office_schema(),
        SchemaOf::Month => month_schema(),
        SchemaOf::Translation => translation_schema(),
        SchemaOf::Edition => briefing::edition::schema(),
        SchemaOf::Briefing => to_read::<Versioned<Briefing>>(),
        SchemaOf::Ledger => to_read::<Ledger>(),
        SchemaOf::Standing => to_read::<Versioned<Standing>>(),
        SchemaOf::Totals => to_write::<Totals>(),
        SchemaOf::Trace => to_write::<TracedFigure>(),
        SchemaOf::Faults => to_write::<Faults>(),
        SchemaOf::Translations => to_write::<Translations>(),
        SchemaOf::Tags => to_write::<TagTree>(),
        SchemaOf::Verification => to_write::<VerificationReport>(),
        SchemaOf::Diff => to_write::<Comparison>(),
        SchemaOf::Approvals => to_write::<Approvals>(),
    };
    writeln!(streams.out, "{schema:#}")?;
    Ok(Status::Done)
}
