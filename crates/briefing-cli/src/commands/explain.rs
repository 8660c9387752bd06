//! `briefing explain`: what a code means.

use briefing_office::{Code, Explanation, nearest};

use crate::faults::PageCode;
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
        for explanation in all() {
            writeln!(streams.out, "{}  {}", explanation.code, explanation.title)?;
        }
        return Ok(Status::Done);
    };
    let wanted = wanted.trim();
    let Some(explanation) = all().find(|known| known.code.eq_ignore_ascii_case(wanted)) else {
        return Err(Failure::Call(unknown(wanted)));
    };
    write!(streams.out, "{explanation}")?;
    Ok(Status::Done)
}

/// Every code there is: of files, months and the ledger, then of finished pages.
fn all() -> impl Iterator<Item = Explanation> {
    Code::all().map(Code::explain).chain(PageCode::ALL.into_iter().map(PageCode::explain))
}

fn unknown(wanted: &str) -> String {
    let near = nearest(wanted, all().map(|explanation| explanation.code));
    match near {
        Some(near) => format!("there is no code `{wanted}`: did you mean {near}?"),
        None => format!("there is no code `{wanted}`: `briefing explain` lists all"),
    }
}
