//! `briefing explain`: what a code means.

use briefing_model::Code;
use briefing_office::nearest;

use crate::status::{Failure, Status};
use crate::streams::Streams;

/// What to explain.
pub(crate) struct Settings {
    /// The code; without one, all are listed.
    pub(crate) code: Option<String>,
}

/// Explains a code, or lists them all.
pub(crate) fn explain(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let Some(wanted) = &settings.code else {
        for code in Code::ALL {
            writeln!(streams.out, "{code}  {}", code.explain().title)?;
        }
        return Ok(Status::Done);
    };
    let wanted = wanted.trim();
    let code: Code = wanted.parse().map_err(|_| Failure::Call(unknown(wanted)))?;
    write!(streams.out, "{}", code.explain())?;
    Ok(Status::Done)
}

fn unknown(wanted: &str) -> String {
    let near = nearest(wanted, Code::ALL.iter().map(|code| code.as_str()));
    match near {
        Some(near) => format!("there is no code `{wanted}`: did you mean {near}?"),
        None => format!("there is no code `{wanted}`: `briefing explain` lists all"),
    }
}
