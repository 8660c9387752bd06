//! `briefing render`: months of an office folder as PDF files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use briefing_layout::text::FontBook;
use briefing_model::{Language, Month};
use briefing_office::{Disk, check_figures, read_month, record_figures};

use crate::faults::Faults;
use crate::status::{Failure, Status};
use crate::streams::Streams;
use crate::{folder, output, pages};

/// What to render, and where to.
pub(crate) struct Settings {
    pub(crate) office: PathBuf,
    /// Each once, in the order they were asked for; at least one.
    pub(crate) months: Vec<Month>,
    pub(crate) language: Language,
    pub(crate) target: Target,
    /// Whether the figures are recorded beside the month.
    pub(crate) publish: bool,
    /// Whether a warning is a failure.
    pub(crate) strict: bool,
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
    let disk = folder::open(&settings.office)?;
    folder::require_months(&settings.office, &disk, &settings.months)?;
    if let Target::Folder(Some(folder)) = &settings.target {
        output::make_folder(folder)?;
    }

    let fonts = Arc::new(FontBook::builtin());
    let mut faults = Faults::default();
    let mut ended = Ok(());
    for month in &settings.months {
        ended = render_month(&disk, *month, settings, &fonts, &mut faults, streams);
        if ended.is_err() {
            break;
        }
    }

    // What was found on the way is said even when the way ended early.
    if !faults.is_empty() {
        streams.say(format_args!("{}", faults.to_string().trim_end()));
    }
    ended.map(|()| faults.status(settings.strict))
}

fn render_month(
    disk: &Disk,
    month: Month,
    settings: &Settings,
    fonts: &Arc<FontBook>,
    faults: &mut Faults,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let (folder, found) = read_month(disk, month).into_parts();
    faults.add_reading(found);
    let Some(folder) = folder else { return Ok(()) };
    // An issue that went out keeps the figures that it showed.
    let drift = check_figures(disk, &folder.ledger, &folder.plan);
    let drifted = drift.errors() > 0;
    faults.add_reading(drift);
    if drifted {
        return Ok(());
    }
    let figures = settings.publish.then(|| record_figures(&folder.ledger, &folder.plan)).transpose();
    let figures = figures.map_err(|error| Failure::Input(error.to_string()))?;

    let paged = pages::lay_out(&folder.briefing, settings.language, fonts, disk, faults)?;
    let pdf = briefing_pdf::write(&paged, &folder.assets.into_map())
        .map_err(|error| Failure::Input(format!("{month}: {error}")))?;

    let name = format!("{}-{month}-{}.pdf", folder.office.data().id, settings.language);
    put(&settings.target, &name, &pdf, streams)?;
    match figures {
        Some(figures) => publish(&settings.office, month, &figures, &settings.target, streams),
        None => Ok(()),
    }
}

/// Records the figures of a month that was written.
fn publish(
    office: &Path,
    month: Month,
    figures: &str,
    target: &Target,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let path = office.join(month.to_string()).join("figures.lock");
    output::write_file(&path, figures.as_bytes())?;
    // A PDF on standard output is not followed by words.
    if matches!(target, Target::Stdout) {
        streams.say(format_args!("wrote {}", path.display()));
    } else {
        writeln!(streams.out, "wrote {}", path.display())?;
    }
    Ok(())
}

/// Puts a finished file where it belongs, and says so.
fn put(target: &Target, name: &str, pdf: &[u8], streams: &mut Streams<'_>) -> Result<(), Failure> {
    let written = |path: &Path, streams: &mut Streams<'_>| -> Result<(), Failure> {
        output::write_file(path, pdf)?;
        writeln!(streams.out, "wrote {}", path.display())?;
        // A file that is there is reported at once, whatever comes after it.
        Ok(streams.out.flush()?)
    };
    match target {
        Target::Folder(folder) => written(&output::in_folder(folder.as_deref(), name), streams),
        Target::File(path) => written(path, streams),
        Target::Stdout => {
            streams.out.write_all(pdf)?;
            Ok(streams.out.flush()?)
        }
    }
}
