//! `briefing diff`: what differs between two issues.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use briefing::model::WordChange;
use briefing::{Briefing, Change, ChangeKind, Edition, Folder, Language, Month, compare, compare_in_words};

use crate::arguments::{DiffArguments, Months};
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, folder, pdf};

/// One of the two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DiffSide {
    /// A month of the office.
    Month(Month),
    /// A finished file, or an edition.
    File(PathBuf),
}

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For a message or an issue tracker.
    Markdown,
}

/// What was read of one side.
struct Issue {
    shown: String,
    briefing: Briefing,
    language: Language,
}

/// Compares two issues and reports what differs.
pub(crate) fn diff(arguments: &DiffArguments, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let (first, second) = arguments.sides();
    let disk = folder::open(&arguments.office)?;
    let months = folder::months(&disk);
    let office = Folder::new(disk);
    let read = |side: &DiffSide, language, streams: &mut Streams<'_>| match side {
        DiffSide::Month(month) => read_month(&office, &arguments.office, *month, language, streams),
        DiffSide::File(path) => read_file(path),
    };
    // A file is compared in its own language; a file alone, with its own month.
    let file = match first {
        Some(side @ DiffSide::File(_)) => Some(read(side, arguments.lang, streams)?),
        _ => None,
    };
    let language = file.as_ref().map_or(arguments.lang, |file| file.language);
    let after = match (second, &file) {
        (Some(side), _) => side.clone(),
        (None, Some(file)) => DiffSide::Month(file.briefing.month),
        (None, None) => {
            DiffSide::Month(*Months::settle(&[], &arguments.office, office.files())?.first().ok_or_else(nothing)?)
        }
    };
    let after = read(&after, language, streams)?;
    let before = match (file, first) {
        (Some(file), _) => file,
        (None, Some(side)) => read(side, after.language, streams)?,
        (None, None) => {
            let month = after.briefing.month;
            let earlier = months.iter().rfind(|earlier| **earlier < month).ok_or_else(|| {
                Failure::Call(format!(
                    "`{}` has no month before {month}: name what to compare",
                    arguments.office.display()
                ))
            })?;
            read(&DiffSide::Month(*earlier), after.language, streams)?
        }
    };
    if before.language != after.language {
        let message = format!(
            "`{}` is in {}, and `{}` in {}: two languages are not compared",
            before.shown, before.language, after.shown, after.language
        );
        return Err(Failure::Call(message));
    }
    let in_words = || compare_in_words(&before.briefing, &after.briefing, after.language);
    match arguments.format {
        DiffFormat::Text => text(&before, &after, &in_words(), streams.out)?,
        DiffFormat::Markdown => markdown(&before, &after, &in_words(), streams.out)?,
        DiffFormat::Json => {
            streams.write_json(&compare(&before.briefing, &after.briefing, after.language))?;
        }
    }
    Ok(Status::Done)
}

fn nothing() -> Failure {
    Failure::Call("name two months, or a month and a file".to_owned())
}

fn read_month(
    folder: &Folder,
    office: &Path,
    month: Month,
    language: Language,
    streams: &mut Streams<'_>,
) -> Result<Issue, Failure> {
    folder::require_months(office, folder.files(), &[month])?;
    let read = folder::month(folder, office, month, language, streams)?;
    Ok(Issue { shown: month.to_string(), briefing: read.briefing, language })
}

fn read_file(path: &Path) -> Result<Issue, Failure> {
    let bytes = pdf::read(path)?;
    let (edition, _) = Edition::read(&bytes).map_err(|error| pdf::no_edition(path, &error))?;
    let language = edition.language();
    Ok(Issue { shown: path.display().to_string(), briefing: edition.briefing().clone(), language })
}

fn heading(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Item => "items",
        ChangeKind::Text => "texts",
        ChangeKind::Date => "dates",
        ChangeKind::Picture => "pictures",
        ChangeKind::Figure => "figures",
        ChangeKind::Name => "names",
        _ => "order",
    }
}

/// The changes, grouped by kind.
fn by_kind(changes: &[Change]) -> impl Iterator<Item = (ChangeKind, Vec<&Change>)> {
    let of_kind = |kind| changes.iter().filter(|change| change.kind == kind).collect();
    ChangeKind::ALL
        .into_iter()
        .map(move |kind| (kind, of_kind(kind)))
        .filter(|(_, changes): &(_, Vec<_>)| !changes.is_empty())
}

fn text(before: &Issue, after: &Issue, changes: &[Change], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} → {} ({})", clean::word(&before.shown), clean::word(&after.shown), after.language)?;
    if changes.is_empty() {
        return writeln!(out, "nothing differs");
    }
    for (kind, changes) in by_kind(changes) {
        writeln!(out, "\n{}", heading(kind))?;
        for change in changes {
            writeln!(out, "  {}", plain_line(change))?;
        }
    }
    Ok(())
}

/// A change on one line, as the text format has it.
pub(crate) fn plain_line(change: &Change) -> String {
    clean::lines(&line(change, marked)).replace('\n', " ")
}

/// A change on one line; `words` shows those of a text.
fn line(change: &Change, words: fn(&[WordChange]) -> String) -> String {
    let place = &change.place;
    match (&change.before, &change.after) {
        _ if !change.words.is_empty() => format!("~ {place}: {}", words(&change.words)),
        (Some(before), Some(after)) => format!("~ {place}: {before} → {after}"),
        (Some(before), None) => format!("- {place}: {before}"),
        (None, Some(after)) => format!("+ {place}: {after}"),
        (None, None) => place.clone(),
    }
}

/// Words with removed ones as `[-so-]` and added ones as `{+so+}`; long unchanged passages are cut in the middle.
fn marked(words: &[WordChange]) -> String {
    let shown = words.iter().enumerate().map(|(at, change)| match change {
        WordChange::Same(text) => context(text, at == 0, at + 1 == words.len()),
        WordChange::Removed(text) => format!("[-{text}-]"),
        WordChange::Added(text) => format!("{{+{text}+}}"),
    });
    shown.collect::<Vec<_>>().join(" ")
}

fn struck(words: &[WordChange]) -> String {
    let shown = words.iter().enumerate().map(|(at, change)| match change {
        WordChange::Same(text) => escaped(&context(text, at == 0, at + 1 == words.len())),
        WordChange::Removed(text) => format!("~~{}~~", escaped(text)),
        WordChange::Added(text) => format!("**{}**", escaped(text)),
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// Words kept around a change: enough to find the place.
fn context(text: &str, first: bool, last: bool) -> String {
    const AROUND: usize = 6;
    let words: Vec<&str> = text.split(' ').collect();
    let (head, tail) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
    if words.len() <= head + tail + 1 {
        return text.to_owned();
    }
    let start = words.iter().take(head).copied();
    let end = words.iter().skip(words.len() - tail).copied();
    start.chain(["…"]).chain(end).collect::<Vec<_>>().join(" ")
}

fn markdown(before: &Issue, after: &Issue, changes: &[Change], out: &mut dyn Write) -> io::Result<()> {
    let (first, second) = (clean::word(&before.shown), clean::word(&after.shown));
    writeln!(out, "# {} → {} ({})", escaped(&first), escaped(&second), after.language)?;
    if changes.is_empty() {
        return writeln!(out, "\nNothing differs.");
    }
    for (kind, changes) in by_kind(changes) {
        writeln!(out, "\n## {}\n", heading(kind))?;
        for change in changes {
            let place = clean::line(&change.place);
            let shown = match (&change.before, &change.after) {
                _ if !change.words.is_empty() => struck(&change.words),
                (Some(before), Some(after)) => format!("~~{}~~ **{}**", escaped(before), escaped(after)),
                (Some(before), None) => format!("~~{}~~", escaped(before)),
                (None, Some(after)) => format!("**{}**", escaped(after)),
                (None, None) => String::new(),
            };
            writeln!(out, "- {}: {}", escaped_place(&place), clean::lines(&shown).replace('\n', " "))?;
        }
    }
    Ok(())
}

/// A place in words, with ids formatted as code.
fn escaped_place(place: &str) -> String {
    let parts = place.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { escaped(part) } else { format!("`{part}`") });
    parts.collect()
}

/// Text escaped so that Markdown shows it literally.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '|' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
