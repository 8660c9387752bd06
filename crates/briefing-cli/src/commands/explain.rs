//! `briefing explain`: the meaning of a code, a key or a fact.

use briefing::model::{Code, FactKind};
use briefing::office::keys::explain_key;
use briefing::office::nearest;

use crate::arguments::ExplainArguments;
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Explains a code, a key or a fact, or lists all codes.
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
    let known = Code::ALL.iter().map(|code| code.as_str()).chain(FactKind::ALL.iter().map(|fact| fact.name));
    match nearest(wanted, known) {
        Some(near) => format!("there is no `{wanted}`; did you mean {near}?"),
        None => format!(
            "`{wanted}` is neither a code, a key nor a fact; `briefing explain` lists the codes, and `briefing explain facts` the facts"
        ),
    }
}
