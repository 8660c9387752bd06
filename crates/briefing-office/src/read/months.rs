//! Which months an office folder has.

use briefing_model::{Month, date_advice};

use super::copies;
use super::folder::{MONTH_FILE, OFFICE_FILE};
use crate::diagnostic::{Code, Diagnostic, FileSpan};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::tree::Log;

/// The months that have a file, earliest first.
pub(crate) fn months_of(files: &dyn Files) -> Vec<Month> {
    months(files, &Log::default())
}

/// The months that have a file; folders that nearly do are reported, and so is what cannot be looked into.
pub(super) fn months(files: &dyn Files, log: &Log) -> Vec<Month> {
    let entries = match files.list(None) {
        Ok(entries) => entries,
        Err(error) => {
            let office = OFFICE_FILE.parse().map(|path: FolderPath| files.open(&path).is_ok());
            // Otherwise `office.toml` is refused too, for the same reason.
            if office.unwrap_or_default() {
                let message = format!("the office folder cannot be listed: {error}");
                log.push(Diagnostic::new(Code::Unreadable, FileSpan::whole_file("."), message));
            }
            return Vec::new();
        }
    };
    let mut months = Vec::new();
    let in_office = entries.iter().any(|entry| !entry.is_folder && entry.name == MONTH_FILE);
    let taken = |month: &Month| entries.iter().any(|entry| entry.name == month.to_string());
    for entry in entries.iter().filter(|entry| entry.is_folder && !copies::is_companion(&entry.name)) {
        let Ok(folder) = entry.name.parse::<FolderPath>() else { continue };
        let inside = files.list(Some(&folder));
        let has_file = |inside: &[FolderEntry]| inside.iter().any(|inner| inner.name == MONTH_FILE);
        match (entry.name.parse::<Month>(), inside) {
            (Ok(month), Ok(inside)) if has_file(&inside) => months.push(month),
            (Ok(_), Ok(inside)) => log.push(misnamed(&entry.name, &inside, in_office)),
            (Ok(_), Err(error)) => log.push(unlisted(&entry.name, &error)),
            (Err(_), Ok(inside)) if has_file(&inside) => {
                let file = format!("{}/{MONTH_FILE}", entry.name);
                let message = format!("`{file}` is not read: its folder's name is not a month");
                let hint = match meant(&entry.name) {
                    Some(month) if taken(&month) => copies::beside(&month.to_string()),
                    Some(month) => format!("name it `{month}`"),
                    None => "name it by its month, the year first, as in `2025-04`".to_owned(),
                };
                log.push(Diagnostic::new(Code::NearlyAMonth, FileSpan::whole_file(&file), message).with_hint(hint));
            }
            // A folder for a year, with months in it.
            (Err(_), Ok(inside)) => {
                let is_month = |inner: &&FolderEntry| {
                    let file = format!("{}/{}/{MONTH_FILE}", entry.name, inner.name).parse::<FolderPath>();
                    let is_named = inner.is_folder && inner.name.parse::<Month>().is_ok();
                    is_named && file.is_ok_and(|file| files.open(&file).is_ok())
                };
                if let Some(inner) = inside.iter().find(is_month) {
                    let file = format!("{}/{}/{MONTH_FILE}", entry.name, inner.name);
                    let message = format!("`{file}` is not read: a month's folder lies in that of the office");
                    let hint = format!("move `{}` out of `{}`", inner.name, entry.name);
                    log.push(Diagnostic::new(Code::NearlyAMonth, FileSpan::whole_file(&file), message).with_hint(hint));
                }
            }
            // What is not a month may be anything, also something that cannot be read.
            (Err(_), Err(_)) => {}
        }
    }
    months.sort();
    months
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
