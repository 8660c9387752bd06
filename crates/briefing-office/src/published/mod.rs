//! `figures.lock`: the figures of a month as they were published, and the entries behind each; and the files that went out.
//!
//! Spreadsheets get rewritten. An issue that went out keeps what it printed, and so does its folder: [`record_issue`] writes
//! it down when a month is published, [`check_issue`] tells later what would be printed differently and what no longer comes to the
//! same. The files stand beside the record, which knows them by their digests, so that what went out is at hand whatever the folder
//! says since.

mod changes;
mod compare;
mod drift;
mod places;
mod printed;
mod record;

use std::collections::BTreeMap;
use std::sync::Arc;

use briefing_model::{Digest, Language, Ledger, Month, MonthPlan};
use sha2::{Digest as _, Sha256};

pub use changes::{PlaceChange, changes_in_words};
pub use places::{place_in_words, value_in_words};
pub use printed::{IssuedEdition, PrintedEdition, PrintedItem, all_pieces};
pub(crate) use printed::{digest, of_language};
pub use record::{NotRecorded, record_issue};

pub(crate) use self::compare::Published;
pub(crate) use self::drift::Drift;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::source::SourceFile;
use crate::tree::Log;

/// The file beside a month's `briefing.toml`.
const LOCK_FILE: &str = "figures.lock";

/// The largest record, in bytes.
///
/// ```
/// use briefing_office::{Files, LARGEST_RECORD, Memory};
///
/// let files = Memory::new().with("2025-04/figures.lock", "");
/// let record = files.read(&"2025-04/figures.lock".parse()?, LARGEST_RECORD)?;
/// assert!(record.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const LARGEST_RECORD: u64 = 64 * 1024 * 1024;

/// The largest published file, in bytes.
///
/// ```
/// use briefing_office::{Files, LARGEST_ISSUE, Memory, PublishedIssue};
///
/// let name = PublishedIssue::file_name("2025-04".parse()?, briefing_model::Language::En);
/// let files = Memory::new().with(&name, "the finished file");
/// assert_eq!(files.read(&name.parse()?, LARGEST_ISSUE)?, b"the finished file");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const LARGEST_ISSUE: u64 = 512 * 1024 * 1024;

/// Compares what a month's editions print now, and what the ledger comes to, with what was published, where the month was.
///
/// The figures are worked out for the day and with the knowledge that the record names, so that entries recorded since
/// change nothing; what changes something is an entry that was altered, deleted or dated back. Of the editions, those are compared
/// that were published in their language.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{IssuedEdition, Memory, PrintedEdition, check_issue, read_month, record_issue};
///
/// let ledger = "id,kind,effective,recorded,contributor,amount\ndeu-1,pledge,2025-04-10,2025-04-12,DEU,92615\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", ledger)
///     .with("2025-04/briefing.toml", "");
/// let month = read_month(&files, "2025-04".parse().unwrap()).into_result().unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
///
/// let issued = IssuedEdition::new(edition, b"the finished file");
/// let files = files.with("2025-04/figures.lock", record_issue(&month.ledger, &month.plan, &[issued], None)?);
/// assert!(check_issue(&files, &month.ledger, &month.plan, &[edition]).is_empty());
///
/// let files = files.with("ledger.csv", ledger.replace("92615", "92651"));
/// let month = read_month(&files, "2025-04".parse().unwrap()).into_result().unwrap();
/// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
/// let found = check_issue(&files, &month.ledger, &month.plan, &[edition]).to_string();
/// assert!(found.contains("`standing.pledged` was published as USD 92615.00, and now comes to USD 92651.00"), "{found}");
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
        let mut drift = Drift::default();
        published.compare(ledger, (plan, None), editions, &mut drift, &log);
        drift.report(&log);
    } else {
        report_uncorrectable(files, plan, &log);
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
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PublishedIssue {
    /// The month.
    pub month: Month,
    /// The languages it went out in, each with the digest of its file.
    pub editions: BTreeMap<Language, Digest>,
    /// How many corrections it had.
    pub corrections: usize,
    /// All of it, as it was read: records of large ledgers take a while.
    record: Arc<Published>,
}

/// What is on record of a month, if it went out and the record can be read; [`check_issue`] says why it cannot.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{IssuedEdition, Memory, PrintedEdition, published_issue, read_month, record_issue};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", "");
/// let april = "2025-04".parse()?;
/// let month = read_month(&files, april).into_result()?;
/// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
/// let record = record_issue(&month.ledger, &month.plan, &[IssuedEdition::new(edition, b"the file")], None)?;
///
/// let files = files.with("2025-04/figures.lock", record);
/// let issue = published_issue(&files, april).ok_or("it went out")?;
/// assert!(issue.editions.contains_key(&Language::En));
/// assert_eq!(issue.corrections, 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn published_issue(files: &dyn Files, month: Month) -> Option<PublishedIssue> {
    let published = read(files, month, &Log::default())?;
    let (editions, corrections) = (published.files().collect(), published.corrections());
    Some(PublishedIssue { month, editions, corrections, record: Arc::new(published) })
}

impl PublishedIssue {
    /// Where the file that went out in a language stands in the office's folder: `2025-04/published-en.pdf`.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::PublishedIssue;
    ///
    /// assert_eq!(PublishedIssue::file_name("2025-04".parse()?, Language::Fr), "2025-04/published-fr.pdf");
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn file_name(month: Month, language: Language) -> String {
        format!("{month}/published-{language}.pdf")
    }

    /// The file that went out in a language; none where the month did not go out in it.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{IssuedEdition, Memory, PrintedEdition, published_issue, read_month, record_issue};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
    ///     .with("2025-04/briefing.toml", "");
    /// let month = read_month(&files, "2025-04".parse().unwrap()).into_result().unwrap();
    /// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
    /// let issued = IssuedEdition::new(edition, b"the finished file");
    /// let files = files
    ///     .with("2025-04/figures.lock", record_issue(&month.ledger, &month.plan, &[issued], None)?)
    ///     .with("2025-04/published-en.pdf", "the finished file");
    ///
    /// let issue = published_issue(&files, month.plan.month).unwrap();
    /// assert_eq!(issue.file(&files, Language::En).unwrap().unwrap(), b"the finished file");
    /// assert!(issue.file(&files, Language::Fr).unwrap().is_none());
    /// # Ok::<(), briefing_office::NotRecorded>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails when the file is not in the folder, cannot be read, or is not the one that went out.
    pub fn file(&self, files: &dyn Files, language: Language) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        let Some(digest) = self.editions.get(&language) else { return Ok(None) };
        published_file(files, self.month, language, *digest).map(Some)
    }

    /// Whether editions in all the languages that went out print what went out, but for corrections: a corrected issue would then
    /// correct nothing.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{IssuedEdition, Memory, PrintedEdition, published_issue, read_month, record_issue};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
    ///     .with("2025-04/briefing.toml", "");
    /// let month = read_month(&files, "2025-04".parse().unwrap()).into_parts().0.unwrap();
    /// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
    /// let issued = IssuedEdition::new(edition, b"the file");
    /// let files = files.with("2025-04/figures.lock", record_issue(&month.ledger, &month.plan, &[issued], None)?);
    ///
    /// let issue = published_issue(&files, month.plan.month).unwrap();
    /// assert!(issue.is_printed_alike(&[edition]));
    /// assert!(!issue.is_printed_alike(&[]), "of the language that went out, nothing is known");
    /// # Ok::<(), briefing_office::NotRecorded>(())
    /// ```
    #[must_use]
    pub fn is_printed_alike(&self, editions: &[PrintedEdition<'_>]) -> bool {
        self.record.is_printed_alike(editions)
    }

    /// What would be printed differently, and what no longer comes to the same: as [`check_issue`], of the record that was read.
    ///
    /// ```
    /// use briefing_model::Language;
    /// use briefing_office::{IssuedEdition, Memory, PrintedEdition, published_issue, read_month, record_issue};
    ///
    /// let files = Memory::new()
    ///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
    ///     .with("2025-04/briefing.toml", "");
    /// let month = read_month(&files, "2025-04".parse().unwrap()).into_result().unwrap();
    /// let edition = PrintedEdition { language: Language::En, briefing: &month.briefing };
    /// let issued = IssuedEdition::new(edition, b"the file");
    /// let files = files.with("2025-04/figures.lock", record_issue(&month.ledger, &month.plan, &[issued], None)?);
    ///
    /// let issue = published_issue(&files, month.plan.month).unwrap();
    /// assert!(issue.check(&month.ledger, &month.plan, &[edition]).is_empty());
    /// # Ok::<(), briefing_office::NotRecorded>(())
    /// ```
    #[must_use]
    pub fn check(&self, ledger: &Ledger, plan: &MonthPlan, editions: &[PrintedEdition<'_>]) -> Diagnostics {
        let log = Log::default();
        let mut drift = Drift::default();
        self.record.compare(ledger, (plan, None), editions, &mut drift, &log);
        drift.report(&log);
        log.into_diagnostics()
    }
}

/// The digest of a file, as records have it.
pub(crate) fn file_digest(bytes: &[u8]) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

/// The file that went out, which has this digest.
fn published_file(
    files: &dyn Files,
    month: Month,
    language: Language,
    digest: Digest,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let name = PublishedIssue::file_name(month, language);
    let place = FileSpan::whole_file(&name);
    let fault = |message: String| {
        let hint = "put the file that went out back under this name; if nobody has it any more, move figures.lock and every \
                    `published-….pdf` of the month elsewhere, and publish the month again";
        Box::new(Diagnostic::new(Code::PublishedFileChanged, place.clone(), message).with_hint(hint))
    };
    let path: FolderPath = name.parse().map_err(|error| fault(format!("`{name}`: {error}")))?;
    match files.read(&path, LARGEST_ISSUE) {
        Ok(bytes) if file_digest(&bytes) == digest => Ok(bytes),
        Ok(_) => Err(fault("this is not the file that was published: it was changed or replaced since".to_owned())),
        Err(FileError::NotFound) => Err(fault("the file that was published is not in the folder".to_owned())),
        Err(error) => Err(fault(format!("the file that was published cannot be read: {error}"))),
    }
}

/// The record of an earlier issue of a month that was corrected, if it is there.
fn earlier_record(files: &dyn Files, month: Month, number: usize) -> Option<Vec<u8>> {
    let path: FolderPath = format!("{month}/figures-{number}.lock").parse().ok()?;
    files.read(&path, LARGEST_RECORD).ok()
}

/// Reports what is kept of an earlier issue and is not in the folder any more: its record, where there must be one, and its files.
fn check_earlier(files: &dyn Files, month: Month, number: usize, must_be: bool, log: &Log) {
    let fault = |name: &str, what: &str| {
        let message = format!("the {what} of the issue as it went out before it was corrected is not in the folder");
        let hint = "put it back from a copy of the folder; the corrected issue is as it was";
        log.push(Diagnostic::new(Code::PublishedFileChanged, FileSpan::whole_file(name), message).with_hint(hint));
    };
    let Some(record) = earlier_record(files, month, number) else {
        if must_be {
            fault(&format!("{month}/figures-{number}.lock"), "record");
        }
        return;
    };
    for language in compare::kept_editions(&record).keys() {
        let name = format!("{month}/published-{number}-{language}.pdf");
        let is_gone = |path: FolderPath| matches!(files.open(&path), Err(FileError::NotFound));
        if name.parse().is_ok_and(is_gone) {
            fault(&name, "file");
        }
    }
}

/// Whether a month has a record.
pub(crate) fn exists(files: &dyn Files, month: Month) -> bool {
    let path = format!("{month}/{LOCK_FILE}").parse();
    path.is_ok_and(|path: FolderPath| !matches!(files.open(&path), Err(FileError::NotFound)))
}

/// The record of a month, if there is one and it can be read.
pub(crate) fn read(files: &dyn Files, month: Month, log: &Log) -> Option<Published> {
    let Some(source) = source(files, &format!("{month}/{LOCK_FILE}"), log) else {
        report_lost(files, month, log);
        return None;
    };
    Published::read(&source, month, log)
}

/// Reports that a month which never went out says what was corrected in it.
pub(crate) fn report_uncorrectable(files: &dyn Files, plan: &MonthPlan, log: &Log) {
    let month = plan.month;
    let inside = month.to_string().parse().ok().and_then(|path: FolderPath| files.list(Some(&path)).ok());
    // What went out and has lost its record is reported as such.
    let is_trace = |entry: &FolderEntry| entry.name.starts_with("published-") || entry.name == LOCK_FILE;
    if plan.corrections.is_empty() || inside.unwrap_or_default().iter().any(is_trace) {
        return;
    }
    let message = format!("the issue of {month} says what was corrected in it, and nothing says that it went out");
    let place = FileSpan::whole_file(&format!("{month}/briefing.toml"));
    let fault = Diagnostic::new(Code::CorrectionUnpublished, place, message);
    let hint = "take `[[correction]]` out if it is the first issue; if one went out without `briefing publish`, nothing needs doing";
    log.push(fault.with_hint(hint));
}

/// Reports a file that went out and has no record: publishing the month again would write over it.
fn report_lost(files: &dyn Files, month: Month, log: &Log) {
    if exists(files, month) {
        return;
    }
    let inside = month.to_string().parse().ok().and_then(|path: FolderPath| files.list(Some(&path)).ok());
    let went_out = |entry: &FolderEntry| entry.name.starts_with("published-") && entry.name.ends_with(".pdf");
    if let Some(file) = inside.unwrap_or_default().into_iter().find(went_out) {
        let message = format!("`{}` went out, and its record is not in the folder", file.name);
        let place = FileSpan::whole_file(&format!("{month}/{LOCK_FILE}"));
        log.push(Diagnostic::new(Code::LockUnreadable, place, message));
    }
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
