//! `figures.lock`: the figures of a month as they were published, and the entries behind each.
//!
//! Spreadsheets get rewritten. An issue that went out keeps the figures that it showed, and so does its folder:
//! [`record_figures`] writes them down when a month is published, [`check_figures`] tells later what no longer comes to
//! the same.

mod compare;
mod record;

use briefing_model::{Ledger, MonthPlan};

pub use record::{NotRecorded, record_figures};

use self::compare::Published;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::files::{FileError, Files, FolderPath};
use crate::source::SourceFile;
use crate::tree::Log;

/// The file beside a month's `briefing.toml`.
const LOCK_FILE: &str = "figures.lock";

/// The largest record, in bytes.
const LARGEST_LOCK: u64 = 64 * 1024 * 1024;

/// Compares what the ledger comes to now with what was published, where the month was.
///
/// The figures are worked out for the day and with the knowledge that the record names, so that entries recorded since
/// change nothing; what changes something is an entry that was altered, deleted or dated back.
///
/// ```
/// use briefing_office::{Memory, check_figures, read_office, record_figures};
///
/// let ledger = "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-12,DEU,92615\n";
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n").with("ledger.csv", ledger);
/// let office = read_office(&files).into_parts().0.unwrap();
/// let plan = briefing_model::MonthPlan::new("2025-04".parse().unwrap());
///
/// let files = files.with("2025-04/figures.lock", record_figures(&office.ledger, &plan)?);
/// assert!(check_figures(&files, &office.ledger, &plan).is_empty());
///
/// let files = files.with("ledger.csv", ledger.replace("92615", "92651"));
/// let rewritten = read_office(&files).into_parts().0.unwrap();
/// assert!(check_figures(&files, &rewritten.ledger, &plan).to_string().contains("F0701"));
/// # Ok::<(), briefing_office::NotRecorded>(())
/// ```
#[must_use]
pub fn check_figures(files: &dyn Files, ledger: &Ledger, plan: &MonthPlan) -> Diagnostics {
    let log = Log::default();
    check(files, ledger, plan, &log);
    log.into_diagnostics()
}

/// As [`check_figures`], into a log that holds other faults too.
pub(crate) fn check(files: &dyn Files, ledger: &Ledger, plan: &MonthPlan, log: &Log) {
    let name = format!("{}/{LOCK_FILE}", plan.month);
    let Some(source) = source(files, &name, log) else { return };
    if let Some(published) = Published::read(&source, plan.month, log) {
        published.compare(ledger, plan, log);
    }
}

/// The text of the record, if the month has one.
fn source(files: &dyn Files, name: &str, log: &Log) -> Option<SourceFile> {
    let path: FolderPath = name.parse().ok()?;
    let fault = match files.read(&path, LARGEST_LOCK) {
        Err(FileError::NotFound) => return None,
        Ok(bytes) => match SourceFile::decode(name, &bytes) {
            Ok(source) => return Some(source),
            Err(diagnostic) => *diagnostic,
        },
        Err(error @ FileError::Refused(_)) => Diagnostic::of_file(Code::Unreadable, name, format!("`{name}`: {error}")),
        Err(error) => Diagnostic::of_file(Code::LockUnreadable, name, format!("`{name}`: {error}")),
    };
    log.push(fault);
    None
}
