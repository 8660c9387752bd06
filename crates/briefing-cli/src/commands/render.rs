//! `briefing render`: months of an office folder as PDF files.

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use briefing::edition::PRODUCER;
use briefing::model::Day;
use briefing::office::check_begun;
use briefing::{
    Code, Diagnostic, Diagnostics, Edition, FinishedFile, Folder, Language, Month, Publication, PublishOptions,
    RenderError, RenderOptions,
};

use crate::arguments::Months;
use crate::commands::publish;
use crate::count::count;
use crate::interrupt::Interrupt;
use crate::open::open;
use crate::output::{self, OutputKind};
use crate::status::{Failure, Status};
use crate::streams::{Streams, Work};
use crate::{clean, faults, folder, pdf};

/// What to render, and where to.
pub(crate) struct RenderJob {
    pub(crate) source: RenderSource,
    /// The months asked for; if there are none, the latest.
    pub(crate) months: Vec<Months>,
    /// Each once, in the order in which they are made; at least one.
    pub(crate) languages: Vec<Language>,
    pub(crate) target: RenderTarget,
    /// Whether the months are published.
    pub(crate) publish: bool,
    /// Whether the files are drafts.
    pub(crate) draft: bool,
    /// Whether to open the files; turned off once one could not be opened.
    pub(crate) open: Cell<bool>,
    /// Whether warnings are a failure.
    pub(crate) strict: bool,
    /// Whether a character that no font has is printed as a box.
    pub(crate) allow_missing: bool,
}

/// What is rendered.
pub(crate) enum RenderSource {
    /// Months of an office folder.
    Office(PathBuf),
    /// An edition: JSON, or a finished file that holds one.
    Edition(PathBuf),
}

/// Where PDF files go.
pub(crate) enum RenderTarget {
    /// Into a folder, or the current one, each under its own name.
    Folder(Option<PathBuf>),
    /// To this file.
    File(PathBuf),
    /// To standard output.
    Stdout,
}

/// Renders the months without errors, and reports where the files are.
pub(crate) fn render(job: &RenderJob, today: Day, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    if job.open.get() && matches!(job.target, RenderTarget::Stdout) {
        return Err(Failure::Call("standard output cannot be opened: leave out `--open` or `-o -`".to_owned()));
    }
    let mut found = Diagnostics::new();
    let ended = match &job.source {
        RenderSource::Office(office) => render_office(office, (job, today), &mut found, streams),
        RenderSource::Edition(file) => render_again(file, job, &mut found, streams),
    };
    // Reports what was found even after an early end.
    let office = match &job.source {
        RenderSource::Office(office) => Some(office.as_path()),
        RenderSource::Edition(_) => None,
    };
    faults::tell(&found, office, streams);
    ended.map(|()| faults::status(&found, job.strict))
}

fn render_office(
    office: &Path,
    (job, today): (&RenderJob, Day),
    found: &mut Diagnostics,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let disk = folder::open(office)?;
    let months = Months::settle(&job.months, office, &disk)?;
    if months.len() > 1 && !matches!(job.target, RenderTarget::Folder(_)) {
        return Err(Failure::Call("one file cannot hold several months: use `--out-dir`".to_owned()));
    }
    if let ([], Some(latest)) = (job.months.as_slice(), months.first()) {
        if job.publish {
            publish::refuse_strays(office, &disk, *latest, streams)?;
        }
        found.merge(folder::later_strays(&disk));
        // If something cannot be looked into, no earlier month takes its place.
        if found.errors() > 0 {
            return Ok(());
        }
    }
    make_target(&job.target)?;
    // The process ends once the files are written: nobody should wait until all that was read is freed.
    let folder = ManuallyDrop::new(Folder::new(disk));
    render_editions((&folder, office), &months, (job, today), found, streams)
}

/// Renders an edition again.
fn render_again(
    file: &Path,
    job: &RenderJob,
    found: &mut Diagnostics,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let bytes = pdf::read(file)?;
    let (mut edition, pictures) = Edition::read(&bytes).map_err(|error| pdf::no_edition(file, &error))?;
    if !edition.is_ours() {
        let made = clean::word(edition.producer());
        streams.say(format_args!(
            "note: made by another version: {made}; this is {PRODUCER}, and pages may look different"
        ));
        edition = edition.remade();
    }
    make_target(&job.target)?;
    let again = if job.allow_missing { edition.render_allowing_missing(&pictures) } else { edition.render(&pictures) };
    match again {
        Err(RenderError::Edition(error)) => Err(pdf::no_edition(file, &error)),
        made => match finished(edition.briefing().month, made, false, found)? {
            Some(made) => deliver(&made, job, streams),
            None => Ok(()),
        },
    }
}

fn make_target(target: &RenderTarget) -> Result<(), Failure> {
    match target {
        RenderTarget::Folder(Some(folder)) => output::make_folder(folder),
        _ => Ok(()),
    }
}

/// Renders the months in each language side by side, and writes them in order.
fn render_editions(
    (folder, office): (&Folder, &Path),
    months: &[Month],
    (job, today): (&RenderJob, Day),
    found: &mut Diagnostics,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let options = |language: &Language| {
        let options = RenderOptions::new(*language).allowing_missing(job.allow_missing);
        if job.draft { options.as_draft() } else { options }
    };
    let editions: Vec<(Month, RenderOptions)> =
        months.iter().flat_map(|month| job.languages.iter().map(|language| (*month, options(language)))).collect();
    let publishing = PublishOptions::default().in_languages(job.languages.iter().copied());
    if job.publish {
        for month in months {
            let plan = folder.plan_publication(*month, &publishing, today);
            plan.map_err(|error| publish::refused(error, office, streams))?;
        }
    }
    found.merge(check_begun(months, today));
    if job.strict {
        folder::add_beyond(found, folder, (months, &job.languages), job.publish, today);
    }
    let interrupt = Interrupt::listen();
    // Publishing waits until every language of the month is rendered and its figures are recorded.
    let at_once = if job.publish { job.languages.len() } else { editions.len().max(1) };
    let work = Work::begin("files");
    let (mut made, mut written) = (0, 0);
    for batch in editions.chunks(at_once) {
        let mut files = Vec::new();
        folder.render_each(batch, |month, file| {
            if interrupt.asked() {
                return Err(interrupted(written, editions.len()));
            }
            let file = if job.publish { file.map(publish::settled) } else { file };
            let file = finished(month, file, job.languages.len() > 1, found)?;
            made += 1;
            if job.publish {
                files.extend(file);
            } else if let Some(file) = file {
                streams.end_progress(&work);
                deliver(&file, job, streams)?;
                written += 1;
            }
            // Below the last file named, until the next one is.
            streams.progress(&work, made, editions.len());
            Ok(())
        })?;
        streams.end_progress(&work);
        if !job.publish || files.len() < batch.len() {
            continue;
        }
        if faults::status(found, job.strict) != Status::Done {
            streams.say(format_args!("nothing was published"));
            return Ok(());
        }
        let publication = publish((folder, office), files, job, (&publishing, today), streams)?;
        for file in publication.files() {
            deliver(file, job, streams)?;
            written += 1;
            if interrupt.asked() && written < editions.len() {
                return Err(interrupted(written, editions.len()));
            }
        }
    }
    Ok(())
}

/// The message after Ctrl-C; each finished file has been named.
fn interrupted(written: usize, all: usize) -> Failure {
    Failure::Interrupted(match written {
        0 => "nothing was written".to_owned(),
        written => format!("{written} of {all} files are written, and those are whole"),
    })
}

/// Replaces the warnings about untranslated texts of a file with one: with six languages, a line for each text would hide
/// everything else.
fn untranslated(file: &mut FinishedFile, month: Month) {
    let language = file.edition.language();
    let texts = file.warnings.take_warnings(Code::TextUntranslated);
    let names = file.warnings.take_warnings(Code::NameInEnglish);
    let parts = [(texts, "text", "texts"), (names, "name", "names")].into_iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, one, more)| count(number, one, more)).collect();
    if parts.is_empty() {
        return;
    }
    let code = if texts > 0 { Code::TextUntranslated } else { Code::NameInEnglish };
    let message = format!("{month}, `{language}`: {} without a translation", parts.join(" and "));
    let hint = if names > 0 {
        format!("`briefing render OFFICE {month} --lang {language}`, of that language alone, names each")
    } else {
        format!("`briefing translations OFFICE {month} --lang {language}` lists what is not translated")
    };
    file.warnings.push(Diagnostic::new(code, None, message).with_hint(hint));
}

/// Takes down the warnings of a file that was made; none if the month has errors.
fn finished(
    month: Month,
    made: Result<FinishedFile, RenderError>,
    several_languages: bool,
    found: &mut Diagnostics,
) -> Result<Option<FinishedFile>, Failure> {
    match made {
        Ok(mut file) => {
            if several_languages {
                untranslated(&mut file, month);
            }
            // The line that names the file says how many there were.
            found.merge(file.warnings.clone());
            Ok(Some(file))
        }
        Err(RenderError::Faults(faults)) => {
            found.merge(faults);
            Ok(None)
        }
        Err(error @ RenderError::Record(_)) => Err(Failure::Input(error.to_string())),
        Err(error) => Err(folder::not_made(month, &error)),
    }
}

/// Writes a finished file to its target, and reports where.
fn deliver(file: &FinishedFile, job: &RenderJob, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let path = match &job.target {
        RenderTarget::Folder(folder) => &output::in_folder(folder.as_deref(), &file.name),
        RenderTarget::File(path) => path,
        RenderTarget::Stdout => {
            streams.out.write_all(&file.bytes)?;
            streams.out.flush()?;
            return Ok(());
        }
    };
    output::write_file(path, &file.bytes, OutputKind::Pdf)?;
    streams.report(format_args!("wrote {} ({})", path.display(), measures(file)))?;
    if job.open.get()
        && let Err(reason) = open(path.as_os_str())
    {
        job.open.set(false);
        streams.say(format_args!("note: `{}` cannot be opened from here: {reason}", path.display()));
    }
    Ok(())
}

/// The length and size of a file, and its number of warnings: `4 pages, 329 kB, 2 warnings`.
pub(crate) fn measures(file: &FinishedFile) -> String {
    let mut said = format!("{}, {}", count(file.pages, "page", "pages"), size(file.bytes.len()));
    if file.warnings.warnings() > 0 {
        said.push_str(&format!(", {}", count(file.warnings.warnings(), "warning", "warnings")));
    }
    said
}

/// A size as file managers show it.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", (bytes + 500) / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// Records what a month prints in each language, before any of its files is written elsewhere.
fn publish(
    (folder, office): (&Folder, &Path),
    files: Vec<FinishedFile>,
    job: &RenderJob,
    (options, today): (&PublishOptions, Day),
    streams: &mut Streams<'_>,
) -> Result<Publication, Failure> {
    let publication = publish::approve(folder, office, files, (options, today), streams)?;
    let recorded = publish::record(folder, office, &publication, streams)?;
    // A PDF on standard output must be alone there.
    if matches!(job.target, RenderTarget::Stdout) {
        streams.say(format_args!("{recorded}"));
    } else {
        streams.report(format_args!("{recorded}"))?;
    }
    Ok(publication)
}
