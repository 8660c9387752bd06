//! `briefing publish`: a month goes out in each of its languages, and what it prints is recorded.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use briefing::model::Day;
use briefing::office::{
    ApprovalState, Disk, FileError, Files, FolderPath, LARGEST_ISSUE, LARGEST_RECORD, PrintedEdition, PublishedIssue,
    published_issue, stray_translations,
};
use briefing::{Code, Diagnostics, FinishedFile, Folder, Language, Month, RenderError, RenderOptions};

use super::approve;
use super::render::measures;
use crate::arguments::{Months, PublishArguments};
use crate::count::count;
use crate::output::{self, OutputKind};
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, faults, folder};

/// Renders every language, has nothing go out unless all of it can, records what is printed, and writes the files.
pub(crate) fn publish(arguments: &PublishArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let disk = folder::open(office)?;
    let wanted: Vec<Months> = arguments.month.map(Months::One).into_iter().collect();
    let months = Months::settle(&wanted, office, &disk)?;
    let Some(&month) = months.first() else { return Ok(Status::Done) };
    refuse_future(month, today)?;
    if wanted.is_empty() {
        refuse_strays(office, &disk, month, streams)?;
    }
    let folder = Folder::new(disk);
    let languages = languages(folder.files(), month, arguments.languages());
    let mut found = Diagnostics::new();
    let mut is_lacking = false;
    for stray in stray_translations(folder.files(), month) {
        // Where languages are named, nobody expects others.
        is_lacking |=
            arguments.languages().is_empty() && stray.language.is_some_and(|language| !languages.contains(&language));
        found.push(stray.fault);
    }
    if is_lacking {
        faults::tell(&found, Some(office), streams);
        return Err(Failure::Input(format!(
            "a translation of {month} is not read: nothing was published. Rename it, or name the languages to publish with `--lang`"
        )));
    }
    let editions: Vec<_> = languages.iter().map(|language| (month, RenderOptions::new(*language))).collect();
    let mut files = Vec::new();
    folder.render_each(&editions, |month, made| {
        match made {
            Ok(file) => {
                let file = settled(file);
                found.merge(file.warnings.clone());
                files.push(file);
            }
            Err(RenderError::Faults(faults)) => found.merge(faults),
            Err(error) => return Err(folder::not_made(month, &error)),
        }
        Ok(())
    })?;
    if arguments.strict {
        folder::add_beyond(&mut found, &folder, (&[month], &languages), true, today);
    }
    // Said in one line below.
    found.take_warnings(Code::AsPublished);
    faults::tell(&found, Some(office), streams);
    let status = faults::status(&found, arguments.strict);
    if status != Status::Done {
        streams.say(format_args!("nothing was published"));
        return Ok(status);
    }
    refuse_faults(&folder, office, month, &files, streams)?;
    refuse_unfit(month, &files, arguments.without_items)?;
    refuse_corrections(&folder, month, &files)?;
    require_approval(&folder, office, month, &languages, streams)?;
    files.iter().take(1).for_each(|file| tell_future(file.edition.briefing().issued, today, streams));
    if let Some(out_dir) = &arguments.out_dir {
        output::make_folder(out_dir)?;
    }
    if let Some(recorded) = record(&folder, office, month, &files)? {
        streams.report(format_args!("{recorded}"))?;
    }
    for file in &files {
        let path = output::in_folder(arguments.out_dir.as_deref(), &file.name);
        if let Err(failure) = output::write_file(&path, &file.bytes, OutputKind::Pdf) {
            let kept = office.join(PublishedIssue::file_name(month, file.edition.language()));
            streams.say(format_args!(
                "{month} is published, and its file is {}; only the copy of it was not written",
                kept.display()
            ));
            return Err(failure);
        }
        streams.report(format_args!("wrote {} ({})", path.display(), measures(file)))?;
    }
    Ok(Status::Done)
}

/// Fails where a month has not begun: its year was mistyped, and what is printed of it would be of no day that anybody knows.
pub(crate) fn refuse_future(month: Month, today: Day) -> Result<(), Failure> {
    if month.first_day() <= today {
        return Ok(());
    }
    Err(Failure::Input(format!(
        "{month} has not begun, today is {today}: nothing was published. Name the month's folder by the month that it is of"
    )))
}

/// Says that an issue is dated later than it goes out.
pub(crate) fn tell_future(issued: Day, today: Day, streams: &mut Streams<'_>) {
    if issued > today {
        streams.say(format_args!("note: the issue is dated {issued}, and today is {today}"));
    }
}

/// Fails where the latest month was not named, and a later one may be meant.
pub(crate) fn refuse_strays(
    office: &Path,
    files: &dyn Files,
    latest: Month,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let strays = folder::later_strays(files);
    if strays.is_empty() {
        return Ok(());
    }
    faults::tell(&strays, Some(office), streams);
    Err(Failure::Input(format!(
        "a later month than {latest} may be meant: nothing was published. Mend its name; or name the month: `briefing publish {} {latest}`",
        folder::typed(office)
    )))
}

/// The languages in which a month goes out: those that are wanted, or English and those it is translated into; and those in which it
/// went out before, so that no two languages differ by a correction.
fn languages(files: &dyn Files, month: Month, wanted: &[Language]) -> Vec<Language> {
    let inside = month.to_string().parse::<FolderPath>().ok().and_then(|path| files.list(Some(&path)).ok());
    let inside = inside.unwrap_or_default();
    let is_translated =
        |language: Language| inside.iter().any(|entry| entry.name == format!("briefing.{language}.toml"));
    let before = published_issue(files, month).map(|issue| issue.editions).unwrap_or_default();
    let is_wanted = |language: Language| match wanted {
        [] => language == Language::En || is_translated(language),
        wanted => wanted.contains(&language),
    };
    Language::ALL.into_iter().filter(|language| is_wanted(*language) || before.contains_key(language)).collect()
}

/// The file of a month that is being published, without the warning that its correction was not.
pub(crate) fn settled(mut file: FinishedFile) -> FinishedFile {
    file.warnings.take_warnings(Code::CorrectionUnpublished);
    file
}

/// Fails where a month that went out has errors now: of these, and not of its differences, is to be spoken.
pub(crate) fn refuse_faults(
    folder: &Folder,
    office: &Path,
    month: Month,
    files: &[FinishedFile],
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let is_as_it_went_out = |file: &FinishedFile| file.warnings.iter().any(|fault| fault.code == Code::AsPublished);
    for file in files.iter().filter(|file| is_as_it_went_out(file)) {
        let found = folder.month(month, file.edition.language()).into_parts().1;
        if found.errors() > 0 {
            faults::tell(&found, Some(office), streams);
            return Err(Failure::Input(format!("{month} has errors: nothing was published")));
        }
    }
    Ok(())
}

/// Fails where a month has no items and is not to go out without, where it has a text that nobody has written, and where it went out
/// before and would now print something else without saying that it is corrected.
pub(crate) fn refuse_unfit(month: Month, files: &[FinishedFile], without_items: bool) -> Result<(), Failure> {
    let has = |code| files.iter().any(|file| file.warnings.iter().any(|fault| fault.code == code));
    if has(Code::EmptyMonth) && !without_items {
        return Err(Failure::Input(format!(
            "{month} has no items: nothing was published. If its figures are to go out alone, use `briefing publish` with `--without-items`"
        )));
    }
    if has(Code::NotWritten) {
        return Err(Failure::Input(format!("{month} has a text that nobody has written yet: nothing was published")));
    }
    if has(Code::EarlierUnread) {
        return Err(Failure::Input(format!(
            "{month} says what changed since an issue that cannot be read: nothing was published. Mend that month first"
        )));
    }
    if !has(Code::AsPublished) {
        return Ok(());
    }
    Err(Failure::Input(format!(
        "{month} went out, and would now be printed differently: nothing was published. Put back what `briefing check` reports; or, if the \
         issue was wrong, say in {month}/briefing.toml what is corrected, under `[[correction]]`, and publish it again"
    )))
}

/// Fails where a month corrects what never went out, where it says the same correction twice, and where a language would say what was
/// corrected as it was before.
pub(crate) fn refuse_corrections(folder: &Folder, month: Month, made: &[FinishedFile]) -> Result<(), Failure> {
    let Some(first) = made.first() else { return Ok(()) };
    let corrections = &first.edition.briefing().corrections;
    let issue = published_issue(folder.files(), month);
    if !corrections.is_empty() && issue.is_none() {
        return Err(Failure::Input(format!(
            "{month} has not gone out, and {month}/briefing.toml has a `[[correction]]`: nothing was published. Remove it; or, if the month \
             did go out, put back its figures.lock and published files"
        )));
    }
    let is_twice = |(at, one)| corrections.iter().take(at).any(|earlier| earlier == one);
    if corrections.iter().enumerate().any(is_twice) {
        return Err(Failure::Input(format!(
            "{month}/briefing.toml says a `[[correction]]` twice: nothing was published. Remove one of the two"
        )));
    }
    let printed =
        made.iter().map(|file| PrintedEdition { language: file.edition.language(), briefing: file.edition.briefing() });
    let editions: Vec<PrintedEdition<'_>> = printed.collect();
    let is_new = |issue: &PublishedIssue| issue.corrections < corrections.len();
    refuse_behind(folder, month, made, issue.as_ref().is_some_and(is_new))?;
    // A correction of the ledger that the issue does not count is reported, and is no mistake of the month's file.
    let is_counted = !first.warnings.iter().any(|fault| fault.code == Code::CorrectionUncounted);
    if is_counted && issue.filter(is_new).is_some_and(|issue| issue.is_printed_alike(&editions)) {
        return Err(Failure::Input(format!(
            "{month}/briefing.toml has a `[[correction]]`, and prints nothing else than what went out: nothing was published. Make the \
             change that it speaks of, or take it out"
        )));
    }
    Ok(())
}

/// Fails where a language has a translation of an earlier text, and the office requires the language, or the issue is a corrected one: the
/// text may be the one that was wrong.
fn refuse_behind(folder: &Folder, month: Month, made: &[FinishedFile], is_corrected: bool) -> Result<(), Failure> {
    let office = folder.office().into_parts().0;
    let required = office.as_ref().map(|read| read.office.data().required_languages.as_slice()).unwrap_or_default();
    let languages = made.iter().map(|file| file.edition.language());
    for language in languages.filter(|language| is_corrected || required.contains(language)) {
        let behind = folder.month(month, language).into_parts().0.map(|read| read.behind).unwrap_or_default();
        if let [first, more @ ..] = behind.as_slice() {
            let (and, are) = match more.len() {
                0 => (String::new(), "is"),
                more => (format!(" and {}", count(more, "other text", "other texts")), "are"),
            };
            let why = match is_corrected {
                true => "which the correction may be about".to_owned(),
                false => format!("and the office requires `{language}`"),
            };
            return Err(Failure::Input(format!(
                "`{first}`{and} {are} translated into `{language}` from an earlier text, {why}: nothing was published. Bring {month}/briefing.{language}.toml up to date; what says the same nevertheless needs only its new `source`"
            )));
        }
    }
    Ok(())
}

/// Fails where the office wants every item approved, and one is not.
pub(crate) fn require_approval(
    folder: &Folder,
    office: &Path,
    month: Month,
    languages: &[Language],
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let read = folder.month(month, Language::En).into_parts().0;
    if !read.is_some_and(|read| read.requires_approval) {
        return Ok(());
    }
    let mut missing = Vec::new();
    let of_language = |language: Language, streams: &mut Streams<'_>| {
        let states = approve::of_language(folder, office, month, language, streams);
        states.map_err(|failure| match failure {
            Failure::Reported(_) => Failure::Input("the approvals cannot be read: nothing was published".to_owned()),
            failure => failure,
        })
    };
    for language in languages {
        let (read, mut states) = of_language(*language, streams)?;
        // What is printed in English for want of a translation is approved in English.
        let (own, without): (Vec<_>, Vec<_>) = states.into_iter().partition(|one| read.has_text_of(&one.item));
        states = own;
        if !without.is_empty() {
            let (_, english) = of_language(Language::En, streams)?;
            states.extend(english.into_iter().filter(|one| without.iter().any(|other| other.item == one.item)));
        }
        for one in states.iter().filter(|one| !one.is_approved()) {
            let id = (one.item.clone(), one.language);
            if missing.contains(&id) {
                continue;
            }
            missing.push(id);
            let why = match &one.state {
                ApprovalState::Lifted { by, on } => format!(": changed since {} approved it on {on}", clean::word(by)),
                ApprovalState::Missing | ApprovalState::Approved { .. } => String::new(),
            };
            streams.say(format_args!("not approved: `{}` ({}){why}", one.item, one.language));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let items = count(missing.len(), "item is", "items are");
    let languages: BTreeSet<Language> = missing.into_iter().map(|(_, language)| language).collect();
    let languages = languages.into_iter().map(Language::code).collect::<Vec<_>>().join(",");
    let office = faults::quoted(office);
    Err(Failure::Input(format!(
        "{items} not approved, which `[publish]` in office.toml requires: nothing was published; `briefing approve {office} {month} --all --lang {languages} --by …` approves all of them"
    )))
}

/// Records what is printed before any file goes out, and says where. The record of an issue that is corrected is kept beside the new
/// one.
pub(crate) fn record(
    folder: &Folder,
    office: &Path,
    month: Month,
    files: &[FinishedFile],
) -> Result<Option<String>, Failure> {
    let disk = folder.files();
    // Under the hold, so that what another command recorded in other languages stays.
    let _held = folder::hold(office, disk)?;
    let name = format!("{month}/figures.lock");
    let path = office.join(&name);
    let before = published_issue(disk, month);
    let corrections = files.first().map_or(0, |file| file.edition.briefing().corrections.len());
    // Before anything is kept or written: it may be refused.
    let recorded = folder.record(files).map_err(|error| Failure::Input(error.to_string()))?;
    let kept = match before {
        Some(before) if before.corrections < corrections => Some(keep(disk, office, &before)?),
        _ => None,
    };
    let mut beside = String::new();
    for file in recorded {
        // What went out is there as well, to be left where it is.
        if let Some((_, own)) = file.name.rsplit_once('/').filter(|_| file.name != name) {
            beside.push_str(", ");
            beside.push_str(own);
        }
        let refused = |error| folder::failure("write", &office.join(&file.name), error);
        let to: FolderPath = file.name.parse().map_err(|error| Failure::Input(format!("`{}`: {error}", file.name)))?;
        disk.write(&to, &file.bytes).map_err(refused)?;
    }
    let kept = kept.map_or_else(String::new, |kept| format!("; the earlier issue's is {}", kept.display()));
    Ok(Some(format!("wrote {}{beside}{kept}", path.display())))
}

/// Keeps an issue that is corrected, its record and its files, under names of their own.
fn keep(disk: &Disk, office: &Path, issue: &PublishedIssue) -> Result<PathBuf, Failure> {
    let (month, number) = (issue.month, issue.corrections + 1);
    for language in issue.editions.keys() {
        // A file that is lost, or was replaced when this was tried before, keeps nobody from correcting it.
        if let Ok(Some(bytes)) = issue.file(disk, *language) {
            keep_as(disk, office, &format!("{month}/published-{number}-{language}.pdf"), &bytes)?;
        }
    }
    let name = format!("{month}/figures.lock");
    let path: FolderPath = name.parse().map_err(|error| Failure::Input(format!("`{name}`: {error}")))?;
    let bytes =
        disk.read(&path, LARGEST_RECORD).map_err(|error| folder::failure("read", &office.join(&name), error))?;
    keep_as(disk, office, &format!("{month}/figures-{number}.lock"), &bytes)
}

fn keep_as(disk: &Disk, office: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let path = office.join(name);
    let refused = |error: FileError| folder::failure("write", &path, error);
    let kept: FolderPath = name.parse().map_err(|error| Failure::Input(format!("`{name}`: {error}")))?;
    let is_new = disk.create(&kept, bytes).map_err(refused)?;
    if !is_new && disk.read(&kept, LARGEST_ISSUE).map_err(refused)? != bytes {
        return Err(Failure::Input(format!("`{}` is of another issue: move it away", path.display())));
    }
    Ok(path)
}
