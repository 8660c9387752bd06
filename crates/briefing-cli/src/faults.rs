//! What is wrong with an office folder, as a command reports it.

use briefing::office::Diagnostics;

use crate::status::Status;
use crate::streams::Streams;

/// Reports to people what was found, if anything was.
pub(crate) fn tell(faults: &Diagnostics, streams: &mut Streams<'_>) {
    if !faults.is_empty() {
        let all = faults.to_string();
        streams.say(format_args!("{}; `briefing explain CODE` says what a code means", all.trim_end()));
    }
}

/// How a command ends that found this.
pub(crate) fn status(faults: &Diagnostics, strict: bool) -> Status {
    if faults.system_refused() {
        Status::System
    } else if faults.errors() > 0 || (strict && faults.warnings() > 0) {
        Status::Input
    } else {
        Status::Done
    }
}
