//! The office folder that a command was given.

use std::io;
use std::path::{Path, PathBuf};

use briefing::edition::PRODUCER;
use briefing::model::Day;
use briefing::office::{
    Disk, FileError, Files, FolderPath, Held, MonthFolder, Replaced, StrayMonth, check_begun, check_recorded,
    read_office, stray_months,
};
use briefing::{Code, Diagnostic, Diagnostics, EditionError, Folder, Language, Month, RenderError};

use crate::faults;
use crate::status::Failure;
use crate::streams::Streams;

/// Opens an office folder.
pub(crate) fn open(path: &Path) -> Result<Disk, Failure> {
    let shown = path.display();
    Disk::open(path).map_err(|error| match error {
        FileError::NotFound => Failure::Call(format!("there is no folder `{shown}`")),
        FileError::NotAFolder => {
            Failure::Call(format!("`{shown}` is not a folder: name the folder that holds `office.toml`"))
        }
        error => failure("read", path, error),
    })
}

/// The failure when the system, or the folder's own rules, refuse a file.
pub(crate) fn failure(what: &'static str, path: &Path, error: FileError) -> Failure {
    let path = path.display().to_string();
    match error {
        FileError::Refused(error) => Failure::File { what, path, error },
        error => Failure::File { what, path, error: io::Error::other(error) },
    }
}

/// Locks an office while its files are changed.
pub(crate) fn hold(path: &Path, disk: &Disk) -> Result<Held, Failure> {
    match disk.hold() {
        Ok(Some(held)) => Ok(held),
        Ok(None) => Err(held(path)),
        Err(error) => Err(failure("write into", path, error)),
    }
}

/// The failure when another command has locked an office.
pub(crate) fn held(path: &Path) -> Failure {
    Failure::Input(format!("another command is changing files of `{}`: wait until it is done", path.display()))
}

/// A month of an office in a language; its faults are reported if there is none.
pub(crate) fn month(
    folder: &Folder,
    office: &Path,
    month: Month,
    language: Language,
    streams: &mut Streams<'_>,
) -> Result<MonthFolder, Failure> {
    let (read, found) = folder.month(month, language).into_parts();
    read.ok_or_else(|| reported(&found, office, streams))
}

/// What a folder dates in the future: the libraries have no clock.
pub(crate) fn check_dates(folder: &Folder, months: &[Month], today: Day) -> Diagnostics {
    let mut found = check_begun(months, today);
    if let Some(office) = folder.office().value() {
        found.merge(check_recorded(folder.files(), &office.ledger, today));
    }
    found
}

/// Adds what `briefing check` reports about months beyond the faults found by rendering them. What concerns only other languages
/// is left out, and so is what each file reports about its own language, and, when publishing, that a correction is unpublished.
pub(crate) fn add_beyond(
    found: &mut Diagnostics,
    folder: &Folder,
    (months, languages): (&[Month], &[Language]),
    publishes: bool,
    today: Day,
) {
    let mut all = folder.check_months(months, |_, _| {});
    all.merge(check_dates(folder, months, today));
    let is_elsewhere =
        |fault: &Diagnostic| faults::language_of(fault).is_some_and(|language| !languages.contains(&language));
    let is_mended = |code: Code| publishes && code == Code::CorrectionUnpublished;
    let kept = all
        .iter()
        .filter(|fault| !faults::is_of_translation(fault.code) && !is_mended(fault.code) && !is_elsewhere(fault));
    kept.for_each(|fault| found.push_different(fault.clone()));
}

/// The failure when no file was made of a month without faults.
pub(crate) fn not_made(month: Month, error: &RenderError) -> Failure {
    Failure::Input(format!("{month}: {}", unmade(error)))
}

/// Why no file was made of a folder without faults.
pub(crate) fn unmade(error: &RenderError) -> String {
    match error {
        RenderError::Edition(EditionError::Contradiction(invalid)) => format!(
            "{invalid}. This is a fault of the program, and nothing in the folder is wrong: report it with this message, \
             `briefing {PRODUCER}` and, if you may pass it on, the folder"
        ),
        error => error.to_string(),
    }
}

/// Reports faults that end a command.
pub(crate) fn reported(found: &Diagnostics, office: &Path, streams: &mut Streams<'_>) -> Failure {
    faults::tell(found, Some(office), streams);
    Failure::Reported(faults::status(found, false))
}

/// Replaces a file of an office if it still is what it was `before`; gives its path.
pub(crate) fn exchange(
    office: &Path,
    disk: &Disk,
    file: &FolderPath,
    before: Option<&[u8]>,
    after: &[u8],
) -> Result<PathBuf, Failure> {
    let path = office.join(file.as_str());
    match disk.exchange(file, before, after) {
        Ok(true) => Ok(path),
        Ok(false) => Err(changed(&path, "try again")),
        Err(error) => Err(failure("write", &path, error)),
    }
}

fn changed(path: &Path, advice: &str) -> Failure {
    Failure::Input(format!("`{}` was changed meanwhile, and is left as it is: {advice}", path.display()))
}

/// Replaces a file of an office if it still is what it was `before`, and keeps a copy beside it; gives the path of the copy.
pub(crate) fn replace(
    office: &Path,
    disk: &Disk,
    file: &FolderPath,
    before: Option<&[u8]>,
    after: &[u8],
) -> Result<Option<PathBuf>, Failure> {
    let path = office.join(file.as_str());
    match disk.replace(file, before, after) {
        Ok(Replaced::Done { backup }) => Ok(backup.map(|backup| office.join(backup.as_str()))),
        Ok(Replaced::Changed) => Err(changed(&path, "import again")),
        Err(error) => Err(failure("write", &path, error)),
    }
}

/// The months that have a briefing, earliest first; also those whose briefing cannot be read, which the reader reports.
pub(crate) fn months(files: &dyn Files) -> Vec<Month> {
    let folders = files.list(None).unwrap_or_default().into_iter().filter(|entry| entry.is_folder);
    let mut months: Vec<Month> = folders.filter_map(|entry| entry.name.parse().ok()).collect();
    months.retain(|month| {
        let inside = month.to_string().parse::<FolderPath>().ok().and_then(|folder| files.list(Some(&folder)).ok());
        inside.unwrap_or_default().iter().any(|entry| entry.name == "briefing.toml")
    });
    months.sort_unstable();
    months
}

/// What may be a month later than the latest one read: any of these can be meant if no month is named.
pub(crate) fn later_strays(files: &dyn Files) -> Diagnostics {
    let latest = months(files).last().copied();
    strays(files, |month| month.is_none_or(|month| Some(month) > latest))
}

/// What may be this month, and is not read.
pub(crate) fn strays_of(files: &dyn Files, month: Month) -> Diagnostics {
    let is_there = months(files).contains(&month);
    strays(files, |stray| !is_there && stray == Some(month))
}

fn strays(files: &dyn Files, is_meant: impl Fn(Option<Month>) -> bool) -> Diagnostics {
    let mut found = Diagnostics::new();
    for stray in stray_months(files).into_iter().filter(|stray| stray.has_briefing && is_meant(stray.month)) {
        found.push(stray.fault);
    }
    found
}

/// Fails if an office folder lacks one of the months.
pub(crate) fn require_months(path: &Path, files: &dyn Files, wanted: &[Month]) -> Result<(), Failure> {
    // The reader reports, with its place, that a folder is not an office.
    if !holds(files, None, "office.toml") {
        return Ok(());
    }
    // The reader reports, with the reason, what cannot be opened.
    let is_missing = |month: &&Month| {
        let path = format!("{month}/briefing.toml").parse::<FolderPath>();
        path.is_ok_and(|path| matches!(files.open(&path), Err(FileError::NotFound)))
    };
    let Some(missing) = wanted.iter().find(is_missing) else { return Ok(()) };
    if let Some(StrayMonth { fault, .. }) =
        stray_months(files).into_iter().find(|stray| stray.has_briefing && stray.month == Some(*missing))
    {
        return Err(coded(&fault, &format!("`{}` has no month {missing}", path.display())));
    }
    let there = months(files);
    let folder = path.display();
    Err(Failure::Call(if there.is_empty() {
        format!(
            "`{folder}` has no month {missing}, nor any other: a month is a folder such as `{missing}` with a `briefing.toml`"
        )
    } else {
        format!("`{folder}` has no month {missing}: it has {}", list(&there))
    }))
}

/// Fails if a folder is not an office, and says which one may be meant.
pub(crate) fn require_office(path: &Path, files: &dyn Files) -> Result<(), Failure> {
    if holds(files, None, "office.toml") {
        return Ok(());
    }
    let found = read_office(files).into_parts().1;
    let Some(fault) = found.iter().find(|fault| fault.code == Code::NoOffice) else { return Ok(()) };
    Err(coded(fault, &format!("`{}`", path.display())))
}

/// Why a command cannot use its folder, on one line: what was asked for, why it is not there, and what to do.
fn coded(fault: &Diagnostic, what: &str) -> Failure {
    let hint = fault.hint.as_ref().map_or_else(String::new, |hint| format!("; {hint}"));
    Failure::Coded(fault.code, format!("{what}: {}{hint}", fault.message))
}

/// A path as it is typed in a command: in quotation marks if a shell would split it.
pub(crate) fn typed(path: &Path) -> String {
    let shown = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.,:_-+@%".contains(c);
    if !shown.is_empty() && shown.chars().all(is_plain) && (cfg!(windows) || !shown.contains('\\')) {
        shown
    } else if cfg!(windows) {
        format!("\"{shown}\"")
    } else if shown.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", shown.replace('\'', "'\\''"))
    } else {
        format!("\"{shown}\"")
    }
}

/// A list of months in words; of many, the first and last few.
pub(crate) fn list(months: &[Month]) -> String {
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn paths_are_typed_as_a_shell_reads_them() {
        for (path, wanted) in [
            ("my-office", "my-office"),
            ("Büro/7", "Büro/7"),
            ("Büro 7", "\"Büro 7\""),
            ("the chief's", "\"the chief's\""),
            ("$HOME's", r"'$HOME'\''s'"),
            ("a&b", "\"a&b\""),
            ("~", "\"~\""),
        ] {
            assert_eq!(typed(Path::new(path)), wanted);
        }
    }

    #[test]
    fn a_briefing_that_contradicts_itself_is_no_fault_of_its_folder() {
        let files =
            briefing::Memory::new().with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n").with(
                "2024-02/briefing.toml",
                "[[item]]\nid = 'lamp'\nsection = 'highlights'\nwhen = 2024-02-03\ntext = 'A lamp.'\n",
            );
        let month = "2024-02".parse().unwrap();
        let read = Folder::new(files).month(month, Language::En).into_result().unwrap();
        let mut briefing = read.briefing;
        briefing.sections.push(briefing.sections[0]);
        let invalid = briefing.check().unwrap_err();
        let Failure::Input(said) = not_made(month, &RenderError::Edition(invalid.into())) else { panic!() };
        assert!(said.starts_with("2024-02: M0126 at `briefing.sections"), "{said}");
        assert!(said.contains("fault of the program, and nothing in the folder is wrong: report it"), "{said}");
    }
}
