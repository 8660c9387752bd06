//! `briefing explain`: what a code or a key means.

use briefing::model::Code;
use briefing::office::keys::explain_key;
use briefing::office::nearest;

use crate::arguments::ExplainArguments;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Explains a code or a key, or lists all codes.
pub(crate) fn explain(arguments: &ExplainArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let Some(wanted) = &arguments.wanted else {
        for code in Code::ALL {
            writeln!(streams.out, "{code}  {}", code.explain().title)?;
        }
        return Ok(Status::Done);
    };
    let wanted = wanted.trim();
    if let Some(key) = explain_key(wanted) {
        write!(streams.out, "{key}")?;
        return Ok(Status::Done);
    }
    let code: Code = wanted.parse().map_err(|_| Failure::Call(unknown(wanted)))?;
    write!(streams.out, "{}", code.explain())?;
    Ok(Status::Done)
}

fn unknown(wanted: &str) -> String {
    let near = nearest(wanted, Code::ALL.iter().map(|code| code.as_str()));
    match near {
        Some(near) => format!("there is no code `{wanted}`; did you mean {near}?"),
        None => format!("`{wanted}` is neither a code nor a key; `briefing explain` lists the codes"),
    }
}
