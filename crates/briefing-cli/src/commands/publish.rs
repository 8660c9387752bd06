//! `briefing publish`: publishes a month in each of its languages, and records what it prints.

use std::path::Path;

use briefing::model::Day;
use briefing::office::{ApprovalState, Files, PublishedIssue};
use briefing::{
    Code, FinishedFile, Folder, KeptFile, Month, Publication, PublishError, PublishOptions, RenderError, RenderOptions,
};

use super::render::measures;
use crate::arguments::{Months, PublishArguments};
use crate::output::{self, OutputKind};
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{clean, faults, folder};

/// Renders every language, publishes nothing unless all of them can be, records what is printed, and writes the files.
pub(crate) fn publish(arguments: &PublishArguments, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let office = arguments.office.as_path();
    let disk = folder::open(office)?;
    let wanted: Vec<Months> = arguments.month.map(Months::One).into_iter().collect();
    let months = Months::settle(&wanted, office, &disk)?;
    let Some(&month) = months.first() else { return Ok(Status::Done) };
    if wanted.is_empty() {
        refuse_strays(office, &disk, month, streams)?;
    }
    let folder = Folder::new(disk);
    let options = PublishOptions::default()
        .in_languages(arguments.languages().iter().copied())
        .allowing_no_items(arguments.without_items);
    let plan = folder.plan_publication(month, &options, today).map_err(|error| refused(error, office, streams))?;
    let languages = plan.languages;
    let mut found = plan.warnings;
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
    // Reported in one line below.
    found.take_warnings(Code::AsPublished);
    faults::tell(&found, Some(office), streams);
    let status = faults::status(&found, arguments.strict);
    if status != Status::Done {
        streams.say(format_args!("nothing was published"));
        return Ok(status);
    }
    let publication = approve(&folder, office, files, (&options, today), streams)?;
    if let Some(out_dir) = &arguments.out_dir {
        output::make_folder(out_dir)?;
    }
    let recorded = record(&folder, office, &publication, streams)?;
    streams.report(format_args!("{recorded}"))?;
    for file in publication.files() {
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

/// Fails if no month was named and a later one than the latest may be meant.
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

/// The file of a month that is being published, without the warning that its correction is unpublished.
pub(crate) fn settled(mut file: FinishedFile) -> FinishedFile {
    file.warnings.take_warnings(Code::CorrectionUnpublished);
    file
}

/// Checks that files may be published together; notes if their issue is dated later than today.
pub(crate) fn approve(
    folder: &Folder,
    office: &Path,
    files: Vec<FinishedFile>,
    (options, today): (&PublishOptions, Day),
    streams: &mut Streams<'_>,
) -> Result<Publication, Failure> {
    let publication = folder.publication_of(files, options, today).map_err(|error| refused(error, office, streams))?;
    faults::tell(publication.warnings(), Some(office), streams);
    let issued = publication.files().first().map(|file| file.edition.briefing().issued);
    if let Some(issued) = issued.filter(|issued| *issued > today) {
        streams.say(format_args!("note: the issue is dated {issued}, and today is {today}"));
    }
    Ok(publication)
}

/// Records what is printed before any file is written elsewhere; gives a line that says where.
pub(crate) fn record(
    folder: &Folder,
    office: &Path,
    publication: &Publication,
    streams: &mut Streams<'_>,
) -> Result<String, Failure> {
    let record = folder.publish(publication).map_err(|error| refused(error, office, streams))?;
    let shown = |kept: &KeptFile| office.join(&kept.name).display().to_string();
    let Some((lock, issues)) = record.files.split_last() else { return Ok(String::new()) };
    let own = issues.iter().filter_map(|kept| kept.name.rsplit_once('/'));
    let beside: String = own.map(|(_, own)| format!(", {own}")).collect();
    let earlier =
        record.earlier.last().map_or_else(String::new, |kept| format!("; the earlier issue's is {}", shown(kept)));
    Ok(format!("wrote {}{beside}{earlier}", shown(lock)))
}

/// Reports why nothing was published.
pub(crate) fn refused(error: PublishError, office: &Path, streams: &mut Streams<'_>) -> Failure {
    match &error {
        PublishError::Faults { faults, .. }
        | PublishError::ApprovalsUnread { faults, .. }
        | PublishError::EarlierChanged { faults, .. } => {
            faults::tell(faults, Some(office), streams);
        }
        PublishError::UnreadTranslation { warnings, .. } => faults::tell(warnings, Some(office), streams),
        PublishError::NotApproved { items, warnings, .. } => {
            faults::tell(warnings, Some(office), streams);
            for one in items {
                let why = match &one.state {
                    ApprovalState::Lifted { by, on } => {
                        format!(": changed since {} approved it on {on}", clean::word(by))
                    }
                    ApprovalState::Missing | ApprovalState::Approved { .. } => String::new(),
                };
                streams.say(format_args!("not approved: `{}` ({}){why}", one.item, one.language));
            }
        }
        _ => {}
    }
    match error {
        PublishError::Held => folder::held(office),
        PublishError::File { what, file, error } if file == "." => folder::failure(what, office, error),
        PublishError::File { what, file, error } => folder::failure(what, &office.join(file), error),
        PublishError::OtherIssue { file } => {
            let file = office.join(file).display().to_string();
            Failure::Input(PublishError::OtherIssue { file }.to_string())
        }
        // A command in the message can be copied.
        error => Failure::Input(error.to_string().replace(" OFFICE ", &format!(" {} ", faults::quoted(office)))),
    }
}
