//! `approvals.toml`: who approved which item in which language, and what it was.
//!
//! An approval holds a digest of all that the item prints: its text, date and section, its picture and the facts it names. A later
//! change of any of these makes another digest, and the approval no longer stands. Nor does that of a translation whose source has
//! changed: what the item says is not what was approved, though its words are.

mod file;

use std::collections::BTreeMap;

use briefing_model::{Day, EventId, Language, Month, shows_nothing};

use self::file::ApprovalEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan};
use crate::files::{FileError, Files, FolderPath};
use crate::published::{PrintedEdition, PrintedItem, digest, of_language};
use crate::read::{LARGEST_TOML, MonthFolder, is_in_language};
use crate::tree::Log;

/// The file beside a month's `briefing.toml`.
const FILE: &str = "approvals.toml";

/// An item in a language, and whether it is approved.
///
/// ```
/// use briefing_office::{ApprovalState, ItemApproval};
///
/// let item = ItemApproval::new("storm".parse()?, briefing_model::Language::En, ApprovalState::Missing);
/// assert!(!item.is_approved());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemApproval {
    /// The item.
    pub item: EventId,
    /// The language.
    pub language: Language,
    /// What is on record.
    pub state: ApprovalState,
}

impl ItemApproval {
    /// What is on record of an item in a language.
    ///
    /// ```
    /// use briefing_office::{ApprovalState, ItemApproval};
    ///
    /// let storm = ItemApproval::new("storm".parse()?, "fr".parse()?, ApprovalState::Missing);
    /// assert!(!storm.is_approved());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(item: EventId, language: Language, state: ApprovalState) -> Self {
        Self { item, language, state }
    }

    /// Whether it is approved as it is now.
    #[must_use]
    pub const fn is_approved(&self) -> bool {
        matches!(self.state, ApprovalState::Approved { .. })
    }
}

/// What is on record of an item in a language.
///
/// ```
/// use briefing_office::ApprovalState;
///
/// let state = ApprovalState::Lifted { by: "Chief, SPIB".to_owned(), on: "2025-05-20".parse()? };
/// assert_ne!(state, ApprovalState::Missing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApprovalState {
    /// Nobody has approved it.
    Missing,
    /// Somebody has, as it is now.
    Approved {
        /// Who.
        by: String,
        /// When.
        on: Day,
    },
    /// Somebody has, and it or the text that it translates was changed since.
    Lifted {
        /// Who.
        by: String,
        /// When.
        on: Day,
    },
}

/// What is on record of every item of a month in its language, in the order in which they are printed.
///
/// ```
/// use briefing_office::{Memory, approvals, approve, read_month};
///
/// let item = "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2025-04-28\ntext = 'A storm.'\n";
/// let files = Memory::new().with("office.toml", "[office]\nid = 'o'\nname = 'O'\n").with("2025-04/briefing.toml", item);
/// let month = read_month(&files, "2025-04".parse()?).into_result().unwrap();
/// let record = approve(&files, &month, &["storm".parse()?], "Chief, SPIB", "2025-05-02".parse()?)?.after;
///
/// let files = files.with("2025-04/approvals.toml", record);
/// let found = approvals(&files, &month).into_result().unwrap();
/// assert!(found[0].is_approved());
///
/// let files = files.with("2025-04/briefing.toml", item.replace("A storm", "Two storms"));
/// let month = read_month(&files, "2025-04".parse()?).into_result().unwrap();
/// let found = approvals(&files, &month);
/// assert!(!found.value().unwrap()[0].is_approved());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn approvals(files: &dyn Files, month: &MonthFolder) -> crate::read::Reading<Vec<ItemApproval>> {
    let log = Log::default();
    let entries = read(files, month.plan.month, &log).unwrap_or_default();
    let states = items(&printed(month)).into_iter().map(|(item, digest)| {
        let entry = entries.iter().find(|entry| entry.item == item && entry.language == month.language);
        let state = match entry.cloned() {
            None => ApprovalState::Missing,
            Some(ApprovalEntry { by, on, digest: approved, .. })
                if approved == digest && !month.is_behind(&item) && month.has_text_of(&item) =>
            {
                ApprovalState::Approved { by, on }
            }
            Some(ApprovalEntry { by, on, .. }) => ApprovalState::Lifted { by, on },
        };
        ItemApproval { item, language: month.language, state }
    });
    let states = states.collect();
    crate::read::Reading::new(Some(states), log)
}

/// A month's approvals with some more; see [`approve`].
///
/// ```
/// let record = briefing_office::ApprovalRecord { path: "2025-05/approvals.toml".parse()?, before: None, after: String::new() };
/// assert!(record.before.is_none());
/// # Ok::<(), briefing_office::InvalidFolderPath>(())
/// ```
#[derive(Debug, Clone)]
pub struct ApprovalRecord {
    /// The file.
    pub path: FolderPath,
    /// What it was, if there was one.
    pub before: Option<Vec<u8>>,
    /// What it is with the new approvals.
    pub after: String,
}

/// Why items cannot be approved.
///
/// ```
/// fn is_error<E: std::error::Error>() {}
/// is_error::<briefing_office::NotApproved>();
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotApproved {
    /// The month does not print an item of this id.
    #[error("the month prints no item `{item}`{}", .near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?")))]
    NoItem {
        /// The id.
        item: String,
        /// An id that is like it.
        near: Option<String>,
    },
    /// Its translation was made from an earlier text.
    #[error("the `{language}` of `{item}` translates an earlier text: bring it up to date, and approve it then")]
    Behind {
        /// The item.
        item: EventId,
        /// The language.
        language: Language,
    },
    /// It is printed in English, for want of a translation.
    #[error("there is no `{language}` text of `{item}`: translate it, and approve it then")]
    NoText {
        /// The item.
        item: EventId,
        /// The language.
        language: Language,
    },
    /// Nobody is named.
    #[error("say who approves: a name or a function")]
    Nobody,
    /// What is on record cannot be read.
    #[error("{}", .0.to_string().trim_end())]
    Faults(Diagnostics),
}

/// Records that somebody approved items of a month as they are printed in its language. An earlier approval of the same item in the same language
/// is replaced.
///
/// # Errors
///
/// When the month prints no such item, a translation of an earlier text of it, or its English text in another language, nobody is named, and when the approvals on record cannot be read.
///
/// # Example
///
/// ```
/// use briefing_office::{Memory, approve, read_month};
///
/// let month = "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n";
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", month);
/// let read = read_month(&files, "2025-04".parse()?).into_result()?;
///
/// let record = approve(&files, &read, &["visit".parse()?], "Chief, SPIB", "2025-05-02".parse()?)?;
/// assert_eq!(record.path.as_str(), "2025-04/approvals.toml");
/// assert!(approve(&files, &read, &["visits".parse()?], "Chief, SPIB", "2025-05-02".parse()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn approve(
    files: &dyn Files,
    month: &MonthFolder,
    approved: &[EventId],
    by: &str,
    on: Day,
) -> Result<ApprovalRecord, NotApproved> {
    let by = by.split_whitespace().collect::<Vec<_>>().join(" ");
    if shows_nothing(&by) {
        return Err(NotApproved::Nobody);
    }
    let MonthFolder { language, ref plan, .. } = *month;
    let log = Log::default();
    let mut entries = read(files, plan.month, &log).unwrap_or_default();
    if log.errors() > 0 {
        return Err(NotApproved::Faults(log.into_diagnostics()));
    }
    let printed: BTreeMap<EventId, String> = items(&printed(month)).into_iter().collect();
    for item in approved {
        let Some(digest) = printed.get(item) else {
            let near = briefing_model::nearest(item.as_str(), printed.keys().map(EventId::as_str)).map(str::to_owned);
            return Err(NotApproved::NoItem { item: item.to_string(), near });
        };
        if month.is_behind(item) {
            return Err(NotApproved::Behind { item: item.clone(), language });
        }
        if !month.has_text_of(item) {
            return Err(NotApproved::NoText { item: item.clone(), language });
        }
        entries.retain(|entry| !(entry.item == *item && entry.language == language));
        entries.push(ApprovalEntry {
            item: item.clone(),
            language,
            by: by.clone(),
            on,
            digest: digest.clone(),
            at: FileSpan::whole_file(FILE),
        });
    }
    let path = path(plan.month).ok_or(NotApproved::Nobody)?;
    let before = files.read(&path, LARGEST_TOML).ok();
    Ok(ApprovalRecord { path, before, after: file::write(plan.month, &entries) })
}

/// Reports approvals that no longer stand, and those of items that are not there; and, where all are `wanted` and some are given,
/// those that are missing.
pub(crate) fn check(files: &dyn Files, month: Month, editions: &[PrintedEdition<'_>], wanted: bool, log: &Log) {
    let Some(entries) = read(files, month, log) else { return };
    let mut missing = Vec::new();
    let english = editions.iter().find(|edition| edition.language == Language::En);
    let source = |id: &EventId| english?.briefing.items().find(|item| item.id == *id);
    for edition in editions {
        let has_text = |id: &EventId| {
            let printed = edition.briefing.items().find(|item| item.id == *id);
            printed
                .zip(source(id))
                .is_none_or(|(printed, source)| is_in_language(&printed.text, &source.text, edition.language))
        };
        for (item, _) in items(edition) {
            // What is printed in English is approved in English.
            if has_text(&item) && !entries.iter().any(|entry| entry.item == item && entry.language == edition.language)
            {
                missing.push(format!("`{item}`{}", of_language(edition.language)));
            }
        }
    }
    for entry in &entries {
        let Some(edition) = editions.iter().find(|edition| edition.language == entry.language) else { continue };
        let ApprovalEntry { item, by, on, language, .. } = entry;
        let of = of_language(*language);
        match items(edition).into_iter().find(|(printed, _)| printed == item) {
            None => {
                let message = format!("`{item}`{of} was approved by {by} on {on}, and the month does not print it");
                let hint = "delete the approval, or put the item back";
                log.push(Diagnostic::new(Code::ApprovalOfNothing, entry.at.clone(), message).with_hint(hint));
            }
            Some((_, digest)) if digest != entry.digest => {
                let message = format!("`{item}`{of} was changed since {by} approved it on {on}");
                let in_language = if *language == Language::En { String::new() } else { format!(" --lang {language}") };
                let hint =
                    format!("have it approved again: `briefing approve OFFICE {month} {item}{in_language} --by …`");
                log.push(Diagnostic::new(Code::ApprovalLifted, entry.at.clone(), message).with_hint(hint));
            }
            Some(_) => {}
        }
    }
    // Before the first approval, a month is still being written.
    if wanted && !entries.is_empty() && !missing.is_empty() {
        let (is, them) = if missing.len() == 1 { ("is", "it") } else { ("are", "them") };
        let more = missing.len().saturating_sub(MOST_NAMED);
        missing.truncate(MOST_NAMED);
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!("{}{rest} {is} not approved yet, which the office requires", missing.join(", "));
        let hint = format!(
            "have {them} approved before {month} is published: `briefing approve OFFICE {month} ITEM --lang CODE --by …`"
        );
        let place = FileSpan::whole_file(&format!("{month}/{FILE}"));
        log.push(Diagnostic::new(Code::ApprovalMissing, place, message).with_hint(hint));
    }
}

/// How many items without an approval a message names.
const MOST_NAMED: usize = 6;

/// Whether a month has approvals, so that pictures are to be read as they are printed.
pub(crate) fn exists(files: &dyn Files, month: Month) -> bool {
    path(month).is_some_and(|path| !matches!(files.open(&path), Err(FileError::NotFound)))
}

fn path(month: Month) -> Option<FolderPath> {
    format!("{month}/{FILE}").parse().ok()
}

fn read(files: &dyn Files, month: Month, log: &Log) -> Option<Vec<ApprovalEntry>> {
    if !exists(files, month) {
        return None;
    }
    let source = crate::read::text(files, path(month)?.as_str(), log)?;
    if let Some(other) = file::month_of(&source).filter(|other| *other != month) {
        let message = format!("these are the approvals of {other}, and not of {month}");
        let hint =
            format!("move `{FILE}` out of `{month}`; if it came with a copy of that month's folder, nothing is lost");
        log.push(
            Diagnostic::new(Code::ApprovalOfNothing, FileSpan::whole_file(source.file()), message).with_hint(hint),
        );
        return Some(Vec::new());
    }
    // Nobody writes it by hand: whatever is wrong with it, there is one thing to do.
    let own = Log::default();
    let entries = file::read(&source, &own);
    let found = own.into_diagnostics();
    if let Some(first) = found.first_error() {
        let message = format!("the record of approvals is damaged: {}", first.message);
        let hint = format!(
            "put `{FILE}` back from a copy; if there is none, move it out of the folder, and have the items approved again"
        );
        log.push(Diagnostic::new(first.code, FileSpan::whole_file(source.file()), message).with_hint(hint));
        return None;
    }
    found.iter().for_each(|fault| log.push(fault.clone()));
    entries
}

/// The edition that a month is in its language.
const fn printed(month: &MonthFolder) -> PrintedEdition<'_> {
    PrintedEdition { language: month.language, briefing: &month.briefing }
}

/// Each item that an edition prints, with a digest of all that it prints of it.
fn items(edition: &PrintedEdition<'_>) -> Vec<(EventId, String)> {
    let pieces = edition.pieces();
    let all = edition.items().into_iter().map(|PrintedItem { place, item, .. }| {
        let start = format!("{place}.");
        let captions = item.picture.iter().filter_map(|picture| picture.caption.as_ref());
        let facts: Vec<String> = std::iter::once(&item.text)
            .chain(captions)
            .flat_map(|text| text.facts().map(|(name, _)| format!("facts.{name}")).collect::<Vec<_>>())
            .collect();
        let is_its = |place: &str| {
            place.starts_with(&start)
                || facts.iter().any(|fact| {
                    place == fact || place.strip_prefix(fact.as_str()).is_some_and(|rest| rest.starts_with('.'))
                })
        };
        let own = pieces.iter().filter(|(place, _)| is_its(place));
        (item.id.clone(), digest(own.map(|(place, value)| (place.as_str(), value.as_str()))))
    });
    all.collect()
}
