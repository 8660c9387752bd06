//! `briefing new`: an office, a month, an item.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use briefing::Month;
use briefing::model::Day;
use briefing::office::{Disk, FolderPath, NewFile, NotBegun, new_item, new_month, published_issue};

use crate::arguments::{NewCommand, NewItemArguments, NewMonthArguments};
use crate::count::count;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{faults, folder, output};

/// A new office, and where to create its folder.
pub(crate) struct OfficeBeginning {
    pub(crate) folder: PathBuf,
    pub(crate) office: briefing::office::NewOffice,
}

/// Creates it, and reports which files were made.
pub(crate) fn new(command: NewCommand, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    match command {
        NewCommand::Office(arguments) => begin_office(&arguments.settle(today)?, streams),
        NewCommand::Month(arguments) => begin_month(&arguments, streams),
        NewCommand::Item(arguments) => add_item(&arguments, streams),
    }
}

fn begin_office(
    OfficeBeginning { folder: path, office }: &OfficeBeginning,
    streams: &mut Streams<'_>,
) -> Result<Status, Failure> {
    if path.file_name().is_none() && path.as_os_str() != "." {
        return Err(Failure::Call(format!("`{}` does not name a folder to make", path.display())));
    }
    refuse_filled(path)?;
    output::make_folder(path)?;
    let disk = folder::open(path)?;
    let _held = folder::hold(path, &disk)?;
    for file in office.files() {
        make(path, &disk, &file, streams)?;
    }
    streams.say(format_args!(
        "next: `briefing render {0}` makes its first issue, and `briefing check {0}` finds what is wrong",
        folder::typed(path)
    ));
    Ok(Status::Done)
}

/// An office is created in a folder of its own.
fn refuse_filled(path: &Path) -> Result<(), Failure> {
    match fs::read_dir(path) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => {
                let message = format!("`{}` is not empty: name a new folder", path.display());
                Err(Failure::Call(message))
            }
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(Failure::Call(format!("`{}` is a file: name a new folder", path.display())))
        }
        Err(error) => Err(Failure::File { what: "read", path: path.display().to_string(), error }),
    }
}

fn begin_month(arguments: &NewMonthArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let NewMonthArguments { office, month, from } = arguments;
    let disk = folder::open(office)?;
    let _held = folder::hold(office, &disk)?;
    folder::require_office(office, &disk)?;
    let months = folder::months(&disk);
    let strays = match month {
        None => folder::later_strays(&disk),
        Some(month) => folder::strays_of(&disk, *month),
    };
    if !strays.is_empty() {
        faults::tell(&strays, Some(office), streams);
        let message = match month {
            None => "which month is next is not clear: nothing was made. Mend the name, or name the month to make"
                .to_owned(),
            Some(month) => format!("this may be {month} already: nothing was made"),
        };
        return Err(Failure::Input(message));
    }
    let month = month.or_else(|| months.last().and_then(|last| last.next())).ok_or_else(|| {
        let message = format!("`{}` has no month yet: name the first one", office.display());
        Failure::Call(message)
    })?;
    let begun = match new_month(&disk, month, *from) {
        Ok(begun) => begun,
        Err(NotBegun::Faults(found)) => return Err(folder::reported(&found, office, streams)),
        Err(NotBegun::File { path, error }) => return Err(folder::failure("read", &office.join(path), error)),
        Err(error) => return Err(Failure::Call(error.to_string())),
    };
    make(office, &disk, &begun.file, streams)?;
    let number = |month: Month| month.year() * 12 + i32::try_from(month.number()).unwrap_or_default();
    if let Some(last) = months.last().filter(|last| !(1..=12).contains(&(number(month) - number(**last)))) {
        streams.say(format_args!(
            "note: the last month was {last}; if another month than {month} is meant, rename its folder"
        ));
    }
    if let Some(from) = begun.from.filter(|_| begun.items > 0) {
        let items = count(begun.items, "item", "items");
        let were = if begun.items == 1 { "was" } else { "were" };
        streams.say(format_args!("note: {items} of {from} {were} copied as comments"));
    }
    Ok(Status::Done)
}

/// Creates a file that does not exist yet.
fn make(office: &Path, disk: &Disk, file: &NewFile, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let path = office.join(&file.path);
    let name: FolderPath = file.path.parse().map_err(|error| Failure::Input(format!("`{}`: {error}", file.path)))?;
    match disk.create(&name, file.text.as_bytes()) {
        Ok(true) => Ok(streams.report(format_args!("wrote {}", path.display()))?),
        Ok(false) => Err(Failure::Call(format!("`{}` exists already, and is left as it is", path.display()))),
        Err(error) => Err(folder::failure("write", &path, error)),
    }
}

fn add_item(arguments: &NewItemArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let NewItemArguments { office, month, id, section, when, text } = arguments;
    let disk = folder::open(office)?;
    let _held = folder::hold(office, &disk)?;
    folder::require_months(office, &disk, &[*month])?;
    let item = briefing::office::NewItem { month: *month, id, section, when, text: text.as_deref() };
    let (added, found) = new_item(&disk, &item).into_parts();
    let Some(added) = added else {
        let failure = folder::reported(&found, office, streams);
        streams.say(format_args!("nothing was added"));
        return Err(failure);
    };
    faults::tell(&found, Some(office), streams);
    let path = folder::exchange(office, &disk, &added.path, Some(&added.before), added.after.as_bytes())?;
    streams.report(format_args!("added `{id}` to {}:{}", path.display(), added.line))?;
    if published_issue(&disk, *month).is_some() {
        streams.say(format_args!(
            "note: {month} went out already, and stays as it went out: for a corrected issue, say under `[[correction]]` in \
             {month}/briefing.toml that the item was added, and publish the month again"
        ));
    }
    Ok(Status::Done)
}
