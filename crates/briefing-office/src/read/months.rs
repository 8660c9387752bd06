//! Which months an office folder has.

use std::collections::BTreeSet;

use briefing_model::{Month, date_advice};

use super::copies;
use super::folder::{MONTH_FILE, OFFICE_FILE};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::tree::Log;

/// A folder, or a file in one, that may be a month and is not read.
///
/// ```
/// use briefing_office::{Memory, stray_months};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "").with("2025-5/briefing.toml", "");
/// let [stray] = &stray_months(&files)[..] else { panic!("one stray") };
/// assert_eq!(stray.month, Some("2025-05".parse()?));
/// assert!(stray.has_briefing);
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StrayMonth {
    /// The month that it may be, as far as its name tells.
    pub month: Option<Month>,
    /// Whether something in it may be what the month prints, or nobody can see that nothing is.
    pub has_briefing: bool,
    /// Why it is not read, and what to do.
    pub fault: Diagnostic,
}

/// The months that have a file, earliest first, and what may be others.
#[derive(Debug, Default)]
pub(super) struct MonthFolders {
    pub(super) months: Vec<Month>,
    pub(super) strays: Vec<StrayMonth>,
}

/// What may be months of a folder and is not read: folders that are named otherwise, and those in which a file is.
///
/// ```
/// use briefing_office::{Memory, stray_months};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "");
/// assert!(stray_months(&files).is_empty());
/// ```
#[must_use]
pub fn stray_months(files: &dyn Files) -> Vec<StrayMonth> {
    MonthFolders::read(files, &Log::default()).strays
}

/// The months that have a file, earliest first.
pub(crate) fn months_of(files: &dyn Files) -> Vec<Month> {
    months(files, &Log::default())
}

/// The months that have a file; folders that nearly do are reported, and so is what cannot be looked into.
pub(super) fn months(files: &dyn Files, log: &Log) -> Vec<Month> {
    let MonthFolders { months, strays } = MonthFolders::read(files, log);
    strays.into_iter().for_each(|stray| log.push(stray.fault));
    months
}

impl MonthFolders {
    /// Looks into each folder of an office; that there are none to be seen goes to the log.
    pub(super) fn read(files: &dyn Files, log: &Log) -> Self {
        let entries = match files.list(None) {
            Ok(entries) => entries,
            Err(error) => {
                let office = OFFICE_FILE.parse().map(|path: FolderPath| files.open(&path).is_ok());
                // Otherwise `office.toml` is refused too, for the same reason.
                if office.unwrap_or_default() {
                    let message = format!("the office folder cannot be listed: {error}");
                    log.push(Diagnostic::new(Code::Unreadable, FileSpan::whole_file("."), message));
                }
                return Self::default();
            }
        };
        let mut found = Self::default();
        let in_office = entries.iter().any(|entry| !entry.is_folder && entry.name == MONTH_FILE);
        let taken: BTreeSet<Month> = entries.iter().filter_map(|entry| entry.name.parse().ok()).collect();
        let files_of_months = entries.iter().filter(|entry| !entry.is_folder && !copies::is_companion(&entry.name));
        found.strays.extend(files_of_months.filter_map(|entry| as_file(&entry.name, &taken)));
        for entry in entries.into_iter().filter(|entry| entry.is_folder && !copies::is_companion(&entry.name)) {
            let Ok(folder) = entry.name.parse::<FolderPath>() else { continue };
            let inside = files.list(Some(&folder));
            let has = |inside: &[FolderEntry], name: &str| inside.iter().any(|inner| inner.name == name);
            match (entry.name.parse::<Month>(), inside) {
                (Ok(month), Ok(inside)) if has(&inside, MONTH_FILE) => {
                    found.months.push(month);
                    // A folder that was dropped into the wrong one.
                    found.strays.extend(nested(files, &entry.name, &inside, &taken));
                }
                (Ok(month), Ok(inside)) => {
                    let has_briefing = inside.iter().any(|inner| may_be_briefing(&inner.name));
                    let fault = misnamed(&entry.name, &inside, in_office);
                    found.strays.push(StrayMonth { month: Some(month), has_briefing, fault });
                }
                (Ok(month), Err(error)) => {
                    let fault = unlisted(&entry.name, &error);
                    found.strays.push(StrayMonth { month: Some(month), has_briefing: true, fault });
                }
                (Err(_), Ok(inside)) if has(&inside, MONTH_FILE) => {
                    found.strays.push(nearly(&entry.name, &taken));
                }
                // An office of its own has months of its own.
                (Err(_), Ok(inside)) if has(&inside, OFFICE_FILE) => {}
                // A folder for a year, with months in it.
                (Err(_), Ok(inside)) => found.strays.extend(nested(files, &entry.name, &inside, &taken)),
                // What is not a month may be anything, also something that cannot be read.
                (Err(_), Err(_)) => {}
            }
        }
        found.months.sort();
        found
    }

    /// The last of the months before one.
    pub(super) fn before(&self, month: Month) -> Option<Month> {
        self.months.iter().copied().filter(|other| *other < month).max()
    }

    /// What may be an issue before a month's, later than any that is read.
    pub(super) fn stray_before(&self, month: Month) -> Option<&StrayMonth> {
        let before = self.before(month);
        let is_between = |stray: &&StrayMonth| stray.month.is_some_and(|stray| Some(stray) > before && stray < month);
        self.strays.iter().filter(|stray| stray.has_briefing).find(is_between)
    }
}

/// The last month whose folder lies in another; `taken` are the months that have a folder where it should be.
fn nested(files: &dyn Files, outer: &str, inside: &[FolderEntry], taken: &BTreeSet<Month>) -> Option<StrayMonth> {
    let months = inside.iter().filter(|inner| inner.is_folder).filter_map(|inner| {
        let month = within(outer, &inner.name)?;
        let file = format!("{outer}/{}/{MONTH_FILE}", inner.name).parse::<FolderPath>().ok()?;
        files.open(&file).is_ok().then_some((month, &inner.name))
    });
    let (month, folder) = months.max()?;
    let file = format!("{outer}/{folder}/{MONTH_FILE}");
    let message = format!("`{file}` is not read: a month's folder lies in that of the office");
    let hint = match taken.contains(&month) {
        true => copies::beside(&month.to_string()),
        false if *folder == month.to_string() => format!("move `{month}` out of `{outer}`"),
        false => format!("move `{folder}` out of `{outer}`, and name it `{month}`"),
    };
    let fault = Diagnostic::new(Code::NearlyAMonth, FileSpan::whole_file(&file), message).with_hint(hint);
    Some(StrayMonth { month: Some(month), has_briefing: true, fault })
}

/// A folder with a month's file and a name that is no month; `taken` are the months that have a folder.
fn nearly(folder: &str, taken: &BTreeSet<Month>) -> StrayMonth {
    let file = format!("{folder}/{MONTH_FILE}");
    let message = format!("`{file}` is not read: its folder's name is not a month");
    let month = meant(folder);
    let hint = match month {
        Some(month) if taken.contains(&month) => copies::beside(&month.to_string()),
        Some(month) => format!("name it `{month}`"),
        None => "name it by its month, the year first, as in `2025-04`".to_owned(),
    };
    let fault = Diagnostic::new(Code::NearlyAMonth, FileSpan::whole_file(&file), message).with_hint(hint);
    StrayMonth { month, has_briefing: true, fault }
}

/// A month that was written as a file beside `office.toml`.
fn as_file(name: &str, taken: &BTreeSet<Month>) -> Option<StrayMonth> {
    let lower = name.to_lowercase();
    let ending = [".toml.txt", ".toml"].into_iter().find(|ending| lower.ends_with(ending))?;
    let month = meant(name.get(..name.len().checked_sub(ending.len())?)?)?;
    let message = format!("`{name}` is not read: a month is a folder, and its file is the `{MONTH_FILE}` in it");
    let hint = match taken.contains(&month) {
        true => copies::beside(&month.to_string()),
        false => format!("make a folder `{month}`, move the file into it, and name it `{MONTH_FILE}`"),
    };
    let fault = Diagnostic::new(Code::NearlyAMonth, FileSpan::whole_file(name), message).with_hint(hint);
    Some(StrayMonth { month: Some(month), has_briefing: true, fault })
}

/// The month that a folder within another is of: `2025-05` in any, and `05` in `2025`.
fn within(outer: &str, inner: &str) -> Option<Month> {
    let number =
        || (outer.len() == 4 && inner.len() <= 2).then(|| Month::new(outer.parse().ok()?, inner.parse().ok()?).ok())?;
    inner.parse().ok().or_else(number)
}

/// The month that the name of a folder may mean.
fn meant(name: &str) -> Option<Month> {
    let advised = |text: &str| date_advice(text).and_then(|advice| advice.write("")?.parse::<Month>().ok());
    let is_copy_of = |name: &str| name.parse().ok().or_else(|| advised(name)).or_else(|| without_hyphen(name));
    is_copy_of(name).or_else(|| is_copy_of(copies::original(name)?))
}

/// `202504` and `2025_4`.
fn without_hyphen(name: &str) -> Option<Month> {
    let (year, rest) = name.split_at_checked(4)?;
    let month = rest.trim_start_matches(['_', '.', ' ', '-']);
    let are_digits = [year, month].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    // Four digits with one more may be anything.
    let is_month = are_digits && (1..=2).contains(&month.len()) && (rest != month || month.len() == 2);
    is_month.then(|| Month::new(year.parse().ok()?, month.parse().ok()?).ok()).flatten()
}

/// Whether a file in a month's folder may be what the month prints, or says that it went out.
fn may_be_briefing(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("briefing") || name.ends_with(".toml") || name == "figures.lock" || name.starts_with("published-")
}

/// A month without its file, and the file that may be meant.
fn misnamed(folder: &str, inside: &[FolderEntry], in_office: bool) -> Diagnostic {
    let near = copies::probable(inside, folder).or_else(|| {
        inside.iter().find(|inner| {
            let name = inner.name.to_lowercase();
            name.starts_with(MONTH_FILE) || name.starts_with("briefing.txt") || name == "briefing" || is_document(&name)
        })
    });
    let location = |name: &str| FileSpan::whole_file(&format!("{folder}/{name}"));
    match near {
        Some(near) => {
            let message = format!("`{folder}/{}` is not read: a month's file is named `{MONTH_FILE}`", near.name);
            Diagnostic::new(Code::MisnamedMonthFile, location(&near.name), message).with_hint(
                match is_document(&near.name.to_lowercase()) {
                    true => format!("save its text as plain text (UTF-8) under the name `{MONTH_FILE}`"),
                    false => format!("rename it to `{MONTH_FILE}`"),
                },
            )
        }
        None => {
            let message = format!("the month `{folder}` has no `{MONTH_FILE}`, so nothing of it is read");
            let hint = if in_office {
                format!("move `{MONTH_FILE}` from the office's folder into it, if that is the month's")
            } else {
                format!("add `{folder}/{MONTH_FILE}`, or name the folder otherwise")
            };
            Diagnostic::new(Code::MisnamedMonthFile, FileSpan::whole_file(folder), message).with_hint(hint)
        }
    }
}

/// A month that was saved as a word processor does.
fn is_document(name: &str) -> bool {
    name.strip_prefix("briefing.").is_some_and(|ending| ["docx", "doc", "odt", "rtf"].contains(&ending))
}

fn unlisted(folder: &str, error: &FileError) -> Diagnostic {
    let code = if matches!(error, FileError::Outside) { Code::OutsideFolder } else { Code::Unreadable };
    let why = if matches!(error, FileError::NotFound) {
        "it is a link that leads nowhere".to_owned()
    } else {
        error.to_string()
    };
    Diagnostic::new(code, FileSpan::whole_file(folder), format!("the month `{folder}` cannot be looked into: {why}"))
}

/// What to say of a month that is not there: which ones are.
pub(super) fn no_month(files: &dyn Files, name: &str) -> Diagnostic {
    let months = months(files, &Log::default());
    let fault = Diagnostic::new(Code::NoMonth, FileSpan::whole_file(name), format!("there is no `{name}`"));
    match (months.first(), months.last()) {
        (Some(first), Some(last)) if first == last => fault.with_hint(format!("the one month here is {first}")),
        (Some(first), Some(last)) => fault.with_hint(format!("there are {} months, {first} to {last}", months.len())),
        _ => fault.with_hint("a month is a folder named like `2025-04` with a `briefing.toml` in it"),
    }
}
