//! `briefing schema`: the form of an office's files and of editions, for editors and other programs.

use briefing::edition::SCHEMA;
use briefing::office::keys::{month_schema, office_schema, translation_schema};
use clap::ValueEnum;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Which file's form.
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
}

/// Writes a JSON Schema.
pub(crate) fn schema(of: SchemaOf, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let schema = match of {
        SchemaOf::Office => office_schema(),
        SchemaOf::Month => month_schema(),
        SchemaOf::Translation => translation_schema(),
        SchemaOf::Edition => {
            streams.out.write_all(SCHEMA.as_bytes())?;
            return Ok(Status::Done);
        }
    };
    writeln!(streams.out, "{schema:#}")?;
    Ok(Status::Done)
}
