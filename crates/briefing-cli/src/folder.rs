//! The office folder that a command was given.

use std::io;
use std::path::Path;

use briefing_model::Month;
use briefing_office::{Disk, FileError, Files, FolderPath};

use crate::status::Failure;

/// Opens an office folder.
pub(crate) fn open(path: &Path) -> Result<Disk, Failure> {
    let shown = path.display();
    Disk::open(path).map_err(|error| match error {
        FileError::NotFound => Failure::Call(format!("there is no folder `{shown}`")),
        FileError::NotAFolder => {
            Failure::Call(format!("`{shown}` is no folder: name the folder that holds `office.toml`"))
        }
        FileError::Refused(error) => Failure::File { what: "read", path: shown.to_string(), error },
        other => Failure::File { what: "read", path: shown.to_string(), error: io::Error::other(other) },
    })
}

/// The months that have a briefing, earliest first.
pub(crate) fn months(files: &dyn Files) -> Vec<Month> {
    let folders = files.list(None).unwrap_or_default().into_iter().filter(|entry| entry.is_folder);
    let mut months: Vec<Month> = folders.filter_map(|entry| entry.name.parse().ok()).collect();
    months.retain(|month| holds(files, Some(&month.to_string()), "briefing.toml"));
    months.sort_unstable();
    months
}

/// Fails when a folder that is an office's lacks one of the months.
pub(crate) fn require_months(path: &Path, files: &dyn Files, wanted: &[Month]) -> Result<(), Failure> {
    // What is no office at all is said with its place, by the reader.
    if !holds(files, None, "office.toml") {
        return Ok(());
    }
    let there = months(files);
    let Some(missing) = wanted.iter().find(|month| !there.contains(month)) else { return Ok(()) };
    let folder = path.display();
    Err(Failure::Call(if there.is_empty() {
        format!(
            "`{folder}` has no month {missing}, nor any other: a month is a folder such as `{missing}` with a `briefing.toml`"
        )
    } else {
        format!("`{folder}` has no month {missing}: it has {}", list(&there))
    }))
}

/// The months in words, the first and last few of many.
fn list(months: &[Month]) -> String {
    let all: Vec<String> = months.iter().map(ToString::to_string).collect();
    match all.as_slice() {
        [first, second, .., last] if all.len() > 12 => format!("{first}, {second} … {last} ({} in all)", all.len()),
        all => all.join(", "),
    }
}

/// Whether a folder holds a file of that name.
fn holds(files: &dyn Files, folder: Option<&str>, name: &str) -> bool {
    let folder: Option<FolderPath> = match folder.map(str::parse) {
        None => None,
        Some(Ok(folder)) => Some(folder),
        Some(Err(_)) => return false,
    };
    files.list(folder.as_ref()).unwrap_or_default().iter().any(|entry| entry.name == name && !entry.is_folder)
}
