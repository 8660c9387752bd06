//! `briefing schema`: the form of editions, for other programs.

use briefing::edition::SCHEMA;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Writes the JSON Schema of editions.
pub(crate) fn schema(streams: &mut Streams<'_>) -> Result<Status, Failure> {
    streams.out.write_all(SCHEMA.as_bytes())?;
    Ok(Status::Done)
}
