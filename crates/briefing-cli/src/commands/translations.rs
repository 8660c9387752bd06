//! `briefing translations`: the state of a month's translations, and its texts for translation tools.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use briefing::forms::Translations;
use briefing::model::{Language, Month};
use briefing::office::{Disk, MonthTexts, Po, TextImport, TranslatableText, plan_text_import, read_texts};

use crate::arguments::Months;
use crate::faults;
use crate::folder;
use crate::output::{self, OutputKind};
use crate::status::{Failure, Status};
use crate::streams::Streams;

/// Which texts, and what to do with them.
pub(crate) struct TranslationsJob {
    pub(crate) office: PathBuf,
    /// Without it, the latest.
    pub(crate) month: Option<Month>,
    /// Never English.
    pub(crate) language: Option<Language>,
    pub(crate) task: Task,
}

/// What to do.
pub(crate) enum Task {
    /// Report the state; as JSON if asked to.
    Tell { json: bool },
    /// Write a PO file; `-` is standard output.
    Export(PathBuf),
    /// Take over a PO file.
    Import { file: PathBuf, dry_run: bool },
}

/// The largest PO file, in bytes.
const LARGEST_PO: u64 = 16 * 1024 * 1024;

/// Does what was asked for.
pub(crate) fn translations(job: &TranslationsJob, streams: &mut Streams<'_>) -> Result<Status, Failure> {
    let disk = folder::open(&job.office)?;
    let wanted: Vec<Months> = job.month.map(Months::One).into_iter().collect();
    let months = Months::settle(&wanted, &job.office, &disk)?;
    let Some(&month) = months.first() else { return Ok(Status::Done) };
    match &job.task {
        Task::Tell { json } => tell(&disk, job, month, *json, streams),
        Task::Export(file) => export(&disk, job, month, file, streams),
        Task::Import { file, dry_run } => import(&disk, job, month, file, *dry_run, streams),
    }
}

// --- State ---

fn tell(
    disk: &Disk,
    job: &TranslationsJob,
    month: Month,
    json: bool,
    streams: &mut Streams<'_>,
) -> Result<Status, Failure> {
    let languages: Vec<Language> = match job.language {
        Some(language) => vec![language],
        None => Language::ALL.into_iter().filter(|language| *language != Language::En).collect(),
    };
    let (texts, status) = read(disk, job, month, &languages, streams);
    let Some(texts) = texts else { return Ok(status) };
    if json {
        streams.write_json(&Translations::new(month, &texts))?;
    } else if job.language.is_some() {
        texts.iter().try_for_each(|texts| list(texts, streams.out))?;
    } else {
        table(&texts, streams.out)?;
    }
    Ok(Status::Done)
}

/// Reads the texts and reports what is wrong.
fn read(
    disk: &Disk,
    job: &TranslationsJob,
    month: Month,
    languages: &[Language],
    streams: &mut Streams<'_>,
) -> (Option<Vec<MonthTexts>>, Status) {
    let (texts, found) = read_texts(disk, month, languages).into_parts();
    // This command itself reports what is out of date.
    if found.errors() > 0 {
        faults::tell(&found, Some(&job.office), streams);
    }
    (texts, faults::status(&found, false))
}

/// The progress of each language.
fn table(texts: &[MonthTexts], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "language     done  missing  out of date")?;
    for language in texts {
        let (done, missing, old) = counts(language);
        let required = if language.required { "  required" } else { "" };
        writeln!(out, "{:<10} {done:>6} {missing:>8} {old:>12}{required}", language.language.code())?;
    }
    Ok(())
}

fn counts(texts: &MonthTexts) -> (usize, usize, usize) {
    (texts.done(), texts.missing().count(), texts.out_of_date().count())
}

/// What a language lacks, text by text.
fn list(texts: &MonthTexts, out: &mut dyn Write) -> io::Result<()> {
    let (done, missing, old) = counts(texts);
    writeln!(out, "{}: {done} done, {missing} missing, {old} out of date", texts.language)?;
    let line = |text: &TranslatableText, out: &mut dyn Write| {
        writeln!(out, "{:<12} {} {}: {}", text.state.as_str(), text.file, text.key, beginning(&text.source.written()))
    };
    texts.missing().try_for_each(|text| line(text, out))?;
    texts.out_of_date().try_for_each(|text| line(text, out))
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

// --- To and from translation tools ---

fn export(
    disk: &Disk,
    job: &TranslationsJob,
    month: Month,
    file: &Path,
    streams: &mut Streams<'_>,
) -> Result<Status, Failure> {
    let language = job.language.or_else(|| named_by(file)).ok_or_else(|| {
        let message = "into which language? name the file after it, as in `fr.po`, or add `--lang`";
        Failure::Call(message.to_owned())
    })?;
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    if !["po", "pot", "xlf", "xliff", "tmx", ""].contains(&ending.as_str()) {
        return Err(Failure::Call(format!(
            "`{}` would not be what its name says: texts are exported as `.po`, `.xlf` or `.tmx`",
            file.display()
        )));
    }
    let (texts, status) = read(disk, job, month, &[language], streams);
    let Some(texts) = texts.as_deref().and_then(<[MonthTexts]>::first) else { return Ok(status) };
    let po = match ending.as_str() {
        "xlf" | "xliff" => texts.to_xliff(),
        "tmx" => texts.to_tmx(),
        _ => texts.to_po(),
    };
    if file == Path::new("-") {
        streams.out.write_all(po.as_bytes())?;
    } else {
        let kept = output::write_file(file, po.as_bytes(), OutputKind::Po)?;
        let kept = kept.map_or_else(String::new, |kept| format!("; what it was is in {}", kept.display()));
        streams.report(format_args!("wrote {}{kept}", file.display()))?;
    }
    Ok(Status::Done)
}

/// The language that a file is named after: `fr.po`, `april-fr.po`, `april.fr.po`.
fn named_by(file: &Path) -> Option<Language> {
    let stem = file.file_stem()?.to_str()?;
    let code = stem.rsplit(['.', '-', '_']).next()?;
    code.parse().ok().filter(|language| *language != Language::En)
}

fn import(
    disk: &Disk,
    job: &TranslationsJob,
    month: Month,
    file: &Path,
    dry_run: bool,
    streams: &mut Streams<'_>,
) -> Result<Status, Failure> {
    let bytes = read_po(file)?;
    let _held = if dry_run { None } else { Some(folder::hold(&job.office, disk)?) };
    let name = file.display().to_string();
    let language = job.language.or_else(|| named_by(file));
    let po = Po { name: &name, bytes: &bytes, language };
    let (import, found) = plan_text_import(disk, month, &po).into_parts();
    // Some places are in the file of texts, whose path is shown as it was given.
    faults::tell(&found, None, streams);
    let Some(import) = import else { return Ok(faults::status(&found, false)) };
    summarize(&import, streams.out)?;
    for (file, text) in &import.files {
        let path = job.office.join(file.as_str());
        if dry_run {
            writeln!(streams.out, "would write {}", path.display())?;
            continue;
        }
        let before = import.before.get(file).map(Vec::as_slice);
        let backup = folder::replace(&job.office, disk, file, before, text.as_bytes())?;
        let kept = backup.map_or_else(String::new, |backup| format!("; what it was is in {}", backup.display()));
        streams.report(format_args!("wrote {}{kept}", path.display()))?;
    }
    Ok(Status::Done)
}

fn read_po(file: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |error| Failure::File { what: "read", path: file.display().to_string(), error };
    let known = fs::metadata(file).map_err(refused)?;
    if !known.is_file() {
        return Err(Failure::Call(format!("`{}` is not an ordinary file", file.display())));
    }
    if known.len() > LARGEST_PO {
        return Err(Failure::Input(format!("`{}` is larger than {} MB", file.display(), LARGEST_PO >> 20)));
    }
    fs::read(file).map_err(refused)
}

fn summarize(import: &TextImport, out: &mut dyn Write) -> io::Result<()> {
    let TextImport { language, changed, out_of_date, blank, uncertain, .. } = import;
    let texts = if *changed == 1 { "text" } else { "texts" };
    writeln!(out, "{language}: {changed} {texts} new or changed, {out_of_date} out of date, {blank} blank")?;
    if *uncertain > 0 {
        writeln!(out, "{uncertain} left out: marked as fuzzy, without the source they were made from")?;
    }
    Ok(())
}
