//! `briefing approve`: who approved which item.

use std::collections::BTreeMap;
use std::path::Path;

use briefing::forms::Approvals;
use briefing::model::{Day, EventId};
use briefing::office::{ApprovalState, ItemApproval, MonthFolder, NotApproved, approvals};
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
    if let Some(character) = folder.without_glyph(by).first() {
        return Err(Failure::Call(format!(
            "drafts print who approved an item, and no font has `{}` (U+{:04X}): write the name in other letters",
            clean::word(&character.to_string()),
            u32::from(*character)
        )));
    }
    let _held = folder::hold(office, folder.files())?;
    let mut status = Status::Done;
    for language in &arguments.lang {
        let read = folder::month(folder, office, arguments.month, *language, streams)?;
        let items: Vec<EventId> = if arguments.all {
            read.briefing.items().map(|item| item.id.clone()).collect()
        } else {
            let parse = |item: &String| item.parse::<EventId>().map_err(|error| Failure::Call(error.to_string()));
            arguments.items.iter().map(parse).collect::<Result<Vec<_>, _>>()?
        };
        let standing = standing(folder, &read);
        let is_translated = read.briefing.items().any(|item| read.has_text_of(&item.id));
        // An item that is approved as it is stays approved by the same person; only naming the item itself replaces the name.
        let mut wanted = Vec::with_capacity(items.len());
        for item in items {
            match standing.get(&item).filter(|_| arguments.all) {
                Some((by, on)) => streams
                    .report(format_args!("`{item}` ({language}) stays approved by {} on {on}", clean::word(by)))?,
                None if arguments.all && read.is_behind(&item) => {
                    let behind = NotApproved::Behind { item, language: *language };
                    streams.say(format_args!("not approved: {behind}"));
                    status = Status::Input;
                }
                // A month may be partly translated.
                None if arguments.all && is_translated && !read.has_text_of(&item) => {
                    streams.report(format_args!("`{item}` is printed in English: there is no `{language}` text"))?;
                }
                None => wanted.push(item),
            }
        }
        let items = wanted;
        if items.is_empty() {
            continue;
        }
        let record = match briefing::office::approve(folder.files(), &read, &items, by, today) {
            Ok(record) => record,
            Err(NotApproved::Faults(found)) => return Err(folder::reported(&found, office, streams)),
            Err(error @ (NotApproved::Behind { .. } | NotApproved::NoText { .. })) => {
                return Err(Failure::Input(error.to_string()));
            }
            Err(error) => return Err(Failure::Call(error.to_string())),
        };
        folder::exchange(office, folder.files(), &record.path, record.before.as_deref(), record.after.as_bytes())?;
        for item in &items {
            let instead = match standing.get(item).filter(|(earlier, _)| earlier != by) {
                Some((earlier, on)) => format!(", in place of {} on {on}", clean::word(earlier)),
                None => String::new(),
            };
            streams
                .report(format_args!("approved `{item}` ({language}) by {} on {today}{instead}", clean::word(by)))?;
        }
    }
    Ok(status)
}

/// The items that are approved as they are, with who approved them and when.
fn standing(folder: &Folder, month: &MonthFolder) -> BTreeMap<EventId, (String, Day)> {
    let states = approvals(folder.files(), month).into_parts().0.unwrap_or_default();
    let approved = states.into_iter().filter_map(|one| match one.state {
        ApprovalState::Approved { by, on } => Some((one.item, (by, on))),
        _ => None,
    });
    approved.collect()
}

fn show(arguments: &ApproveArguments, folder: &Folder, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let (mut all, mut without) = (Vec::new(), Vec::new());
    for language in &arguments.lang {
        let (read, states) = of_language(folder, office, arguments.month, *language, streams)?;
        without.extend(states.iter().map(|one| !read.has_text_of(&one.item)));
        all.extend(states);
    }
    if arguments.format.is_json() {
        let statement = Approvals::new(arguments.month, &all);
        streams.write_json(&statement)?;
        return Ok(Status::Done);
    }
    let width = all.iter().map(|one| one.item.as_str().len()).max().unwrap_or_default();
    for (one, without) in all.iter().zip(without) {
        let (item, language) = (one.item.as_str(), one.language);
        let said = match &one.state {
            _ if without => format!("printed in English: there is no `{language}` text"),
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

/// The recorded approvals of a month's items in a language.
fn of_language(
    folder: &Folder,
    office: &Path,
    month: Month,
    language: Language,
    streams: &mut Streams<'_>,
) -> Result<(MonthFolder, Vec<ItemApproval>), Failure> {
    let read = folder::month(folder, office, month, language, streams)?;
    let (states, found) = approvals(folder.files(), &read).into_parts();
    let states = states.ok_or_else(|| folder::reported(&found, office, streams))?;
    faults::tell(&found, Some(office), streams);
    Ok((read, states))
}
