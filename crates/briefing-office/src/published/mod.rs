//! `figures.lock`: the figures of a month as they were published, and the entries behind each.
//!
//! Spreadsheets get rewritten. An issue that went out keeps what it printed, and so does its folder: [`record_issue`] writes
//! it down when a month is published, [`check_issue`] tells later what would be printed differently and what no longer comes to the
//! same.

mod compare;
mod printed;
mod record;

use briefing_model::{Ledger, Month, MonthPlan};

pub(crate) use printed::digest;
pub use printed::{PrintedEdition, PrintedItem};
pub use record::{NotRecorded, record_issue};

pub(crate) use self::compare::Published;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan};
use crate::files::{FileError, Files, FolderPath};
use crate::source::SourceFile;
use crate::tree::Log;

/// The file beside a month's `briefing.toml`.
const LOCK_FILE: &str = "figures.lock";

/// The largest record, in bytes.
pub const LARGEST_RECORD: u64 = 64 * 1024 * 1024;

/// Compares what a month's editions print now, and what the ledger comes to, with what was published, where the month was.
///
/// The figures are worked out for the day and with the knowledge that the record names, so that entries recorded since
/// change nothing; what changes something is an entry that was altered, deleted or dated back. Of the editions, those are compared
/// that were published in their language.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, PrintedEdition, check_issue, read_month, record_issue};
///
/// let ledger = "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-12,DEU,92615\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", ledger)
///     .with("2025-04/briefing.toml", "");
/// let month = read_month(&files, "2025-04".parse().unwrap()).into_parts().0.unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
///
/// let files = files.with("2025-04/figures.lock", record_issue(&month.ledger, &month.plan, &[edition], None)?);
/// assert!(check_issue(&files, &month.ledger, &month.plan, &[edition]).is_empty());
///
/// let files = files.with("ledger.csv", ledger.replace("92615", "92651"));
/// let month = read_month(&files, "2025-04".parse().unwrap()).into_parts().0.unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
/// let found = check_issue(&files, &month.ledger, &month.plan, &[edition]).to_string();
/// assert!(found.contains("was printed as `USD 92615.00`, and would now be printed as `USD 92651.00`"), "{found}");
/// # Ok::<(), briefing_office::NotRecorded>(())
/// ```
#[must_use]
pub fn check_issue(
    files: &dyn Files,
    ledger: &Ledger,
    plan: &MonthPlan,
    editions: &[PrintedEdition<'_>],
) -> Diagnostics {
    let log = Log::default();
    if let Some(published) = read(files, plan.month, &log) {
        published.compare(ledger, plan, editions, &log);
    }
    log.into_diagnostics()
}

/// What is on record of a month that went out.
///
/// ```
/// use briefing_office::{Memory, published_issue};
///
/// assert!(published_issue(&Memory::new(), "2025-04".parse()?).is_none());
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedIssue {
    /// The languages it went out in.
    pub languages: Vec<briefing_model::Language>,
    /// How many corrections it had.
    pub corrections: usize,
}

/// What is on record of a month, if it went out and the record can be read; [`check_issue`] says why it cannot.
#[must_use]
pub fn published_issue(files: &dyn Files, month: Month) -> Option<PublishedIssue> {
    let published = read(files, month, &Log::default())?;
    Some(PublishedIssue { languages: published.languages().collect(), corrections: published.corrections() })
}

/// Whether a month has a record.
pub(crate) fn exists(files: &dyn Files, month: Month) -> bool {
    let path = format!("{month}/{LOCK_FILE}").parse();
    path.is_ok_and(|path: FolderPath| !matches!(files.open(&path), Err(FileError::NotFound)))
}

/// The record of a month, if there is one and it can be read.
pub(crate) fn read(files: &dyn Files, month: Month, log: &Log) -> Option<Published> {
    let source = source(files, &format!("{month}/{LOCK_FILE}"), log)?;
    Published::read(&source, month, log)
}

/// The text of the record, if the month has one.
fn source(files: &dyn Files, name: &str, log: &Log) -> Option<SourceFile> {
    let path: FolderPath = name.parse().ok()?;
    let fault = match files.read(&path, LARGEST_RECORD) {
        Err(FileError::NotFound) => return None,
        Ok(bytes) => match SourceFile::decode(name, &bytes) {
            Ok(source) => return Some(source),
            Err(diagnostic) => *diagnostic,
        },
        Err(error @ FileError::Refused(_)) => {
            Diagnostic::new(Code::Unreadable, FileSpan::whole_file(name), format!("`{name}`: {error}"))
        }
        Err(error) => Diagnostic::new(Code::LockUnreadable, FileSpan::whole_file(name), format!("`{name}`: {error}")),
    };
    log.push(fault);
    None
}
