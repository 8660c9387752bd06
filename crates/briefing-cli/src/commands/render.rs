//! `briefing render`: months of an office folder as PDF files.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use briefing::edition::{Edition, PRODUCER};
use briefing_layout::text::FontBook;
use briefing_model::{Language, Ledger, Month, MonthPlan};
use briefing_office::{Disk, Files, PrintedEdition, check_issue, read_edition, record_issue};
use briefing_pdf::reader::PdfFile;

use crate::faults::Faults;
use crate::interrupt::Interrupt;
use crate::output::{self, Kind};
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{folder, pages, pdf};

/// The largest record of what was published, in bytes.
const LARGEST_RECORD: u64 = 64 * 1024 * 1024;

/// What to render, and where to.
pub(crate) struct Settings {
    pub(crate) source: Source,
    /// Each once, in the order they were asked for; at least one, of an office.
    pub(crate) months: Vec<Month>,
    /// Each once, in the order in which they are made; at least one.
    pub(crate) languages: Vec<Language>,
    pub(crate) target: Target,
    /// Whether the figures are recorded beside the month.
    pub(crate) publish: bool,
    /// Whether a warning is a failure.
    pub(crate) strict: bool,
}

/// What is rendered.
pub(crate) enum Source {
    /// Months of an office folder.
    Office(PathBuf),
    /// An edition: JSON, or a finished file that holds one.
    Edition(PathBuf),
}

/// Where PDF files go.
pub(crate) enum Target {
    /// Into a folder, or the current one, each under its own name.
    Folder(Option<PathBuf>),
    /// To this file.
    File(PathBuf),
    /// To standard output.
    Stdout,
}

/// Renders the months that have no fault, and says where they are.
pub(crate) fn render(settings: &Settings, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let mut faults = Faults::default();
    let ended = match &settings.source {
        Source::Office(office) => render_office(office, settings, &mut faults, streams),
        Source::Edition(file) => render_again(file, settings, &mut faults, streams),
    };
    // What was found on the way is said even when the way ended early.
    if !faults.is_empty() {
        streams.say(format_args!("{}", faults.to_string().trim_end()));
    }
    ended.map(|()| faults.status(settings.strict))
}

fn render_office(
    office: &Path,
    settings: &Settings,
    faults: &mut Faults,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let disk = folder::open(office)?;
    folder::require_months(office, &disk, &settings.months)?;
    make_target(&settings.target)?;
    render_editions(&disk, settings, faults, streams)
}

/// Makes the file of an edition again.
fn render_again(
    file: &Path,
    settings: &Settings,
    faults: &mut Faults,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let bytes = pdf::read(file)?;
    let read = if bytes.starts_with(b"%PDF") {
        let opened = PdfFile::open(&bytes).map_err(|error| pdf::refused(file, &error))?;
        Edition::from_pdf(&opened)
    } else {
        Edition::from_json(&bytes)
    };
    let (mut edition, pictures) = read.map_err(|error| pdf::no_edition(file, &error))?;
    if !edition.is_ours() {
        let made = edition.producer();
        streams.say(format_args!(
            "note: made by another version: {made}; this is {PRODUCER}, and pages may look different"
        ));
        edition = edition.remade();
    }
    make_target(&settings.target)?;
    let month = edition.briefing().month;
    let fonts = edition.font_book(&pictures, &Arc::new(FontBook::builtin()));
    let fonts = fonts.map_err(|error| pdf::no_edition(file, &error))?;
    let Some(paged) = pages::lay_out(&edition, &fonts, None, faults)? else { return Ok(()) };
    let pdf = edition.write(&paged, &pictures).map_err(|error| Failure::Input(format!("{month}: {error}")))?;
    deliver(&Issue { month, name: edition.file_name(), pdf, edition, record: None }, settings, streams)
}

fn make_target(target: &Target) -> Result<(), Failure> {
    match target {
        Target::Folder(Some(folder)) => output::make_folder(folder),
        _ => Ok(()),
    }
}

/// Renders the months in each language side by side, as many as there are processors, and puts them where they belong in
/// their order.
fn render_editions(
    disk: &Disk,
    settings: &Settings,
    faults: &mut Faults,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let fonts = Arc::new(FontBook::builtin());
    let make = |(month, language): &(Month, Language)| {
        let mut faults = Faults::default();
        let issue = render_edition(disk, *month, *language, settings, &fonts, &mut faults);
        (faults, issue)
    };
    let editions: Vec<(Month, Language)> = settings
        .months
        .iter()
        .flat_map(|month| settings.languages.iter().map(|language| (*month, *language)))
        .collect();
    let interrupt = Interrupt::listen();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    // What is published goes out when every language of the month is there and its figures are recorded.
    let at_once = if settings.publish { settings.languages.len() } else { processors };
    let mut written = 0;
    for batch in editions.chunks(at_once) {
        let mut issues = Vec::new();
        for some in batch.chunks(processors) {
            if interrupt.asked() {
                return Err(interrupted(written, editions.len()));
            }
            for (found, issue) in side_by_side(some, make) {
                faults.append(found);
                issues.extend(issue?);
            }
        }
        if settings.publish {
            if issues.len() < batch.len() {
                continue;
            }
            publish(disk, &issues, settings, streams)?;
        }
        for issue in &issues {
            deliver(issue, settings, streams)?;
            written += 1;
            if interrupt.asked() && written < editions.len() {
                return Err(interrupted(written, editions.len()));
            }
        }
    }
    Ok(())
}

/// What is said after Ctrl-C; each file that was finished has been named.
fn interrupted(written: usize, all: usize) -> Failure {
    Failure::Interrupted(match written {
        0 => "nothing was written".to_owned(),
        written => format!("{written} of {all} files are written, and those are whole"),
    })
}

/// What a function makes of each, worked out in threads of their own, in the order of what it is made of. Where the system has
/// no thread to give, the work is done in this one.
fn side_by_side<T: Sync, U: Send>(all: &[T], make: impl Fn(&T) -> U + Sync) -> Vec<U> {
    if let [one] = all {
        return vec![make(one)];
    }
    thread::scope(|scope| {
        let make = &make;
        let threads: Vec<_> =
            all.iter().map(|one| (one, thread::Builder::new().spawn_scoped(scope, move || make(one)).ok())).collect();
        let made = threads.into_iter().map(|(one, thread)| match thread {
            Some(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            None => make(one),
        });
        made.collect()
    })
}

/// A month as it goes out.
struct Issue {
    month: Month,
    /// The file's own name.
    name: String,
    pdf: Vec<u8>,
    edition: Edition,
    /// What is recorded beside a month that is published.
    record: Option<Box<(Arc<Ledger>, MonthPlan)>>,
}

/// Makes the file of a month in a language, unless the month is at fault.
fn render_edition(
    disk: &Disk,
    month: Month,
    language: Language,
    settings: &Settings,
    fonts: &Arc<FontBook>,
    faults: &mut Faults,
) -> Result<Option<Issue>, Failure> {
    let (folder, found) = read_edition(disk, month, language).into_parts();
    faults.add_reading(found);
    let Some(folder) = folder else { return Ok(None) };
    // An issue that went out keeps what it printed.
    let printed = PrintedEdition { language, briefing: &folder.briefing };
    let drift = check_issue(disk, &folder.ledger, &folder.plan, &[printed]);
    let drifted = drift.errors() > 0;
    faults.add_reading(drift);
    if drifted {
        return Ok(None);
    }
    let mut bytes = folder.assets.into_map();
    let brought = folder.fonts.iter().map(|font| (font.file.as_str(), font.bytes.as_slice()));
    let edition = Edition::new(folder.briefing, language, language).with_fonts(brought, &mut bytes);
    let failed = |error: &dyn std::fmt::Display| Failure::Input(format!("{month}: {error}"));
    let fonts = edition.font_book(&bytes, fonts).map_err(|error| failed(&error))?;
    let Some(paged) = pages::lay_out(&edition, &fonts, Some(disk), faults)? else { return Ok(None) };
    let pdf = edition.write(&paged, &bytes).map_err(|error| failed(&error))?;
    let record = settings.publish.then(|| Box::new((folder.ledger, folder.plan)));
    Ok(Some(Issue { month, name: edition.file_name(), pdf, edition, record }))
}

/// Puts a finished month where it belongs, and says where that is.
fn deliver(issue: &Issue, settings: &Settings, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let path = match &settings.target {
        Target::Folder(folder) => &output::in_folder(folder.as_deref(), &issue.name),
        Target::File(path) => path,
        Target::Stdout => {
            streams.out.write_all(&issue.pdf)?;
            streams.out.flush()?;
            return Ok(());
        }
    };
    output::write_file(path, &issue.pdf, Kind::Pdf)?;
    streams.report(format_args!("wrote {}", path.display()))?;
    Ok(())
}

/// Records what a month prints in each language, before any of its files goes out.
fn publish(disk: &Disk, issues: &[Issue], settings: &Settings, streams: &mut Streams<'_>) -> Result<(), Failure> {
    let Some(Issue { month, record: Some(record), .. }) = issues.first() else { return Ok(()) };
    let Source::Office(office) = &settings.source else { return Ok(()) };
    let (ledger, plan) = &**record;
    let _held = folder::hold(office, disk)?;
    let name = format!("{month}/figures.lock");
    let path = office.join(&name);
    let file = name.parse().map_err(|error| Failure::Input(format!("`{name}`: {error}")))?;
    let editions: Vec<_> = issues
        .iter()
        .map(|issue| PrintedEdition { language: issue.edition.language(), briefing: issue.edition.briefing() })
        .collect();
    // What was published before in other languages stays.
    let earlier = disk.read(&file, LARGEST_RECORD).ok();
    let text = record_issue(ledger, plan, &editions, earlier.as_deref());
    let text = text.map_err(|error| Failure::Input(error.to_string()))?;
    disk.write(&file, text.as_bytes()).map_err(|error| folder::failure("write", &path, error))?;
    let said = format_args!("wrote {}", path.display());
    // A PDF on standard output stands alone.
    if matches!(settings.target, Target::Stdout) {
        streams.say(said);
        Ok(())
    } else {
        Ok(streams.report(said)?)
    }
}
