//! `briefing approve`: who approved which item.

use std::path::Path;

use briefing::forms::Approvals;
use briefing::model::{Day, EventId};
use briefing::office::{ApprovalState, ItemApproval, NotApproved, PrintedEdition, approvals};
use briefing::{Folder, Language, Month};

use crate::arguments::ApproveArguments;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, faults, folder};

/// Approves items, or shows who approved which.
pub(crate) fn approve(arguments: &ApproveArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let disk = folder::open(office)?;
    folder::require_months(office, &disk, &[arguments.month])?;
    let folder = Folder::new(disk);
    match &arguments.by {
        Some(_) if arguments.items.is_empty() && !arguments.all => {
            Err(Failure::Call("name the items to approve, or `--all`".to_owned()))
        }
        Some(by) => record(arguments, &folder, (by, today), streams),
        None => show(arguments, &folder, streams),
    }
}

fn record(
    arguments: &ApproveArguments,
    folder: &Folder,
    (by, today): (&str, Day),
    streams: &mut Streams<'_>,
) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let _held = folder::hold(office, folder.files())?;
    for language in &arguments.lang {
        let read = folder::month(folder, office, arguments.month, *language, streams)?;
        let items = if arguments.all {
            read.briefing.items().map(|item| item.id.clone()).collect()
        } else {
            let parse = |item: &String| item.parse::<EventId>().map_err(|error| Failure::Call(error.to_string()));
            arguments.items.iter().map(parse).collect::<Result<Vec<_>, _>>()?
        };
        let edition = PrintedEdition { language: *language, briefing: &read.briefing };
        let record = match briefing::office::approve(folder.files(), &edition, &items, by, today) {
            Ok(record) => record,
            Err(NotApproved::Faults(found)) => return Err(folder::reported(&found, office, streams)),
            Err(error) => return Err(Failure::Call(error.to_string())),
        };
        folder::exchange(office, folder.files(), &record.path, record.before.as_deref(), record.after.as_bytes())?;
        for item in &items {
            streams.report(format_args!("approved `{item}` ({language}) by {} on {}", clean::word(by), today))?;
        }
    }
    Ok(Status::Done)
}

fn show(arguments: &ApproveArguments, folder: &Folder, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let mut all = Vec::new();
    for language in &arguments.lang {
        all.extend(of_language(folder, office, arguments.month, *language, streams)?);
    }
    if arguments.format.is_json() {
        let statement = Approvals::new(arguments.month, &all);
        streams.write_json(&statement)?;
        return Ok(Status::Done);
    }
    let width = all.iter().map(|one| one.item.as_str().len()).max().unwrap_or_default();
    for one in &all {
        let (item, language) = (one.item.as_str(), one.language);
        let said = match &one.state {
            ApprovalState::Missing => "not approved".to_owned(),
            ApprovalState::Approved { by, on } => format!("approved by {} on {on}", clean::word(by)),
            ApprovalState::Lifted { by, on } => {
                format!("not approved: changed since {} approved it on {on}", clean::word(by))
            }
        };
        writeln!(streams.out, "{language}  {item:<width$}  {said}")?;
    }
    Ok(Status::Done)
}

/// What is on record of a month's items in a language.
pub(crate) fn of_language(
    folder: &Folder,
    office: &Path,
    month: Month,
    language: Language,
    streams: &mut Streams<'_>,
) -> Result<Vec<ItemApproval>, Failure> {
    let read = folder::month(folder, office, month, language, streams)?;
    let (states, found) =
        approvals(folder.files(), &PrintedEdition { language, briefing: &read.briefing }).into_parts();
    let states = states.ok_or_else(|| folder::reported(&found, office, streams))?;
    faults::tell(&found, Some(office), streams);
    Ok(states)
}
