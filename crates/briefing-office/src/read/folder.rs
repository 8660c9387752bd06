//! A whole folder: which files it has, and the three ways to read it.

use std::collections::BTreeSet;
use std::sync::Arc;

use briefing_model::{Briefing, Language, Ledger, Month, MonthPlan, Office};

use super::compile::{self, Spans};
use super::fonts::{self, OfficeFont};
use super::ledger;
use super::month;
use super::office::{self, OfficeFile};
use super::pictures::Assets;
use super::translation::{self, OfficeTranslations};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::published::{self, PrintedEdition};
use crate::source::SourceFile;
use crate::tree::Log;

/// The largest TOML file, in bytes.
const LARGEST_TOML: u64 = 4 * 1024 * 1024;

const OFFICE_FILE: &str = "office.toml";
const MONTH_FILE: &str = "briefing.toml";

/// What came of reading: a value if nothing is wrong, and everything that was found.
///
/// There is a value exactly when there is no error; warnings stand beside it.
///
/// ```
/// use briefing_office::{Memory, read_office};
///
/// let reading = read_office(&Memory::new());
/// assert!(reading.value().is_none());
/// assert_eq!(reading.diagnostics().errors(), 1);
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Reading<T> {
    value: Option<T>,
    diagnostics: Diagnostics,
}

impl<T> Reading<T> {
    pub(super) fn new(value: Option<T>, log: Log) -> Self {
        Self::of(value, log.into_diagnostics())
    }

    pub(super) fn of(value: Option<T>, diagnostics: Diagnostics) -> Self {
        Self { value: value.filter(|_| diagnostics.errors() == 0), diagnostics }
    }

    /// The value, if there is no error.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Everything that was found wrong, warnings included.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Both.
    #[must_use]
    pub fn into_parts(self) -> (Option<T>, Diagnostics) {
        (self.value, self.diagnostics)
    }
}

/// An office and its ledger, and which months it has.
///
/// ```
/// use briefing_office::{Memory, read_office};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office of Counter-Terrorism'\n");
/// let (folder, _) = read_office(&files).into_parts();
/// assert_eq!(folder.unwrap().office.data().name.english(), "Office of Counter-Terrorism");
/// ```
#[derive(Debug, Clone)]
pub struct OfficeFolder {
    /// The office.
    pub office: Office,
    /// Its ledger; without entries where the office has none.
    pub ledger: Arc<Ledger>,
    /// The months that have a `briefing.toml`, earliest first.
    pub months: Vec<Month>,
    /// The fonts it brings along.
    pub fonts: Vec<OfficeFont>,
}

/// One month, with all that a rendering of it needs.
///
/// What it amounts to is worked out on reading, because only then it shows whether the facts that texts use exist and whether the
/// pledges add up, and because those faults too have their places in the files.
///
/// ```
/// use briefing_office::{Memory, read_month};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n");
/// let (month, _) = read_month(&files, "2025-04".parse().unwrap()).into_parts();
/// assert_eq!(month.unwrap().briefing.leadership[0].text.plain(), "A visit.");
/// ```
#[derive(Debug, Clone)]
pub struct MonthFolder {
    /// The office.
    pub office: Office,
    /// Its ledger.
    pub ledger: Arc<Ledger>,
    /// What the office says of the month.
    pub plan: MonthPlan,
    /// What the month amounts to, its texts in the language asked for.
    pub briefing: Briefing,
    /// That language.
    pub language: Language,
    /// The bytes of its pictures.
    pub assets: Assets,
    /// The fonts that the office brings along.
    pub fonts: Vec<OfficeFont>,
}

/// Everything a folder holds.
///
/// ```
/// use briefing_office::{Memory, check_folder};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n");
/// let (folder, _) = check_folder(&files).into_parts();
/// assert!(folder.unwrap().months.is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct WholeFolder {
    /// The office.
    pub office: Office,
    /// Its ledger.
    pub ledger: Arc<Ledger>,
    /// What the office says of each month, earliest first, and what it amounts to.
    pub months: Vec<(MonthPlan, Briefing)>,
    /// The months as they are in other languages: each in those that it has a file of translations for.
    pub editions: Vec<(Language, Briefing)>,
    /// The bytes of all pictures.
    pub assets: Assets,
    /// The fonts that the office brings along.
    pub fonts: Vec<OfficeFont>,
}

/// Reads an office and its ledger, and sees which months there are.
///
/// ```no_run
/// use briefing_office::{Disk, read_office};
///
/// let disk = Disk::open("examples/unoct".as_ref())?;
/// match read_office(&disk).into_parts() {
///     (Some(folder), _) => println!("{} months", folder.months.len()),
///     (None, faults) => println!("{faults}"),
/// }
/// # Ok::<(), briefing_office::FileError>(())
/// ```
pub fn read_office(files: &dyn Files) -> Reading<OfficeFolder> {
    office_folder(files, None)
}

pub(super) fn office_folder(files: &dyn Files, kept: Option<&Kept>) -> Reading<OfficeFolder> {
    read_office_and_ledger_file(files, kept).0
}

/// As [`read_office`], with the file that the ledger is in.
pub(super) fn read_office_and_ledger_file(
    files: &dyn Files,
    kept: Option<&Kept>,
) -> (Reading<OfficeFolder>, Option<FolderPath>) {
    let log = Log::default();
    let base = Base::read(files, kept, &log);
    let file = base.office.ledger.file.as_ref().map(|file| file.path.clone());
    let months = months(files, &log);
    let fonts = base.fonts;
    let value = base.office.office.zip(base.ledger);
    let value = value.map(|(office, ledger)| OfficeFolder { office, ledger, months, fonts });
    (Reading::new(value, log), file)
}

/// Reads one month, its pictures included, and works out what it amounts to; its texts are as the office wrote them.
///
/// ```no_run
/// use briefing_office::{Disk, read_month};
///
/// let disk = Disk::open("examples/unoct".as_ref())?;
/// let (month, faults) = read_month(&disk, "2025-04".parse().unwrap()).into_parts();
/// if let Some(month) = month {
///     println!("{} items, {} pictures", month.plan.events.len(), month.assets.len());
/// }
/// # Ok::<(), briefing_office::FileError>(())
/// ```
pub fn read_month(files: &dyn Files, month: Month) -> Reading<MonthFolder> {
    read_edition(files, month, Language::En)
}

/// As [`read_month`], with the texts and names that files of translations have in a language.
///
/// A text that is not translated stays in English and is marked as such, unless the office requires the language.
///
/// ```
/// use briefing_model::Language;
/// use briefing_office::{Memory, read_edition};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("2025-04/briefing.toml", "[[item]]\nid = 'visit'\nsection = 'leadership'\nwhen = 2025-04-28\ntext = 'A visit.'\n")
///     .with("2025-04/briefing.fr.toml", "[visit.text]\nsource = 'A visit.'\ntext = 'Une visite.'\n");
/// let (month, _) = read_edition(&files, "2025-04".parse().unwrap(), Language::Fr).into_parts();
/// assert_eq!(month.unwrap().briefing.leadership[0].text.plain(), "Une visite.");
/// ```
pub fn read_edition(files: &dyn Files, month: Month, language: Language) -> Reading<MonthFolder> {
    edition(files, None, month, language)
}

pub(super) fn edition(
    files: &dyn Files,
    kept: Option<&Kept>,
    month: Month,
    language: Language,
) -> Reading<MonthFolder> {
    let log = Log::default();
    let mut base = Base::read(files, kept, &log);
    let of_office = base.office.office.as_ref().map(|office| OfficeTranslations::read(files, office, &log, [language]));
    if let (Some(office), Some(of_office)) = (&mut base.office.office, &of_office) {
        *office = of_office.name(office.clone());
    }
    let mut assets = Assets::default();
    let read = base.month(files, month, &mut assets, &log);
    let value = (|| {
        let (plan, briefing) = read?;
        let office = base.office.office?;
        let translation = of_office?.of_month(files, &plan, briefing.as_ref(), language, &log);
        let briefing = briefing?.translated(&translation);
        Some(MonthFolder { office, ledger: base.ledger?, plan, briefing, language, assets, fonts: base.fonts })
    })();
    Reading::new(value, log)
}

/// Reads everything: the office, its ledger, and every month with its pictures.
///
/// ```no_run
/// use briefing_office::{Disk, check_folder};
///
/// let disk = Disk::open("examples/unoct".as_ref())?;
/// print!("{}", check_folder(&disk).diagnostics());
/// # Ok::<(), briefing_office::FileError>(())
/// ```
pub fn check_folder(files: &dyn Files) -> Reading<WholeFolder> {
    whole_folder(files, None)
}

pub(super) fn whole_folder(files: &dyn Files, kept: Option<&Kept>) -> Reading<WholeFolder> {
    let log = Log::default();
    let base = Base::read(files, kept, &log);
    let translations = base.office.office.as_ref().map(|office| {
        translation::strays(files, None, "office", &log);
        OfficeTranslations::read(files, office, &log, translation::languages())
    });
    let mut assets = Assets::default();
    let (mut months, mut editions) = (Vec::new(), Vec::new());
    for month in self::months(files, &log) {
        let Some((plan, briefing)) = base.month(files, month, &mut assets, &log) else { continue };
        translation::strays(files, month.to_string().parse().ok().as_ref(), "briefing", &log);
        let published = published::read(files, month, &log);
        let mut translated = Vec::new();
        if let Some(translations) = &translations {
            let languages = published.iter().flat_map(published::Published::languages).collect();
            translated = base.editions(files, translations, &plan, briefing.as_ref(), &languages, &log);
        }
        if let (Some(published), Some(ledger)) = (published, &base.ledger) {
            let printed = briefing.iter().map(|briefing| PrintedEdition { language: Language::En, briefing });
            let others = translated.iter().map(|(language, briefing)| PrintedEdition { language: *language, briefing });
            published.compare(ledger, &plan, &printed.chain(others).collect::<Vec<_>>(), &log);
        }
        editions.extend(translated);
        months.extend(briefing.map(|briefing| (plan, briefing)));
    }
    // Events belong to months, so only now is it known which there are; and only if every month could be read.
    if let (Some(office), Some(ledger), 0) = (&base.office.office, &base.ledger, log.errors()) {
        let events = months.iter().flat_map(|(plan, _)| plan.events.iter().map(|event| event.id.clone())).collect();
        let path = base.office.ledger.file.as_ref();
        path.inspect(|path| ledger::check_references(files, path, office, ledger, events, &log));
    }
    let fonts = base.fonts;
    let value = base.office.office.zip(base.ledger);
    Reading::new(value.map(|(office, ledger)| WholeFolder { office, ledger, months, editions, assets, fonts }), log)
}

/// What every reading begins with.
pub(super) struct Base {
    pub(super) office: OfficeFile,
    /// The text of `office.toml`, for faults found later.
    source: Option<SourceFile>,
    ledger: Option<Arc<Ledger>>,
    fonts: Vec<OfficeFont>,
}

/// What is read once for all months of an office, because it may be large, with the faults of that.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    ledger: Option<Arc<Ledger>>,
    fonts: Vec<OfficeFont>,
    found: Diagnostics,
}

impl Kept {
    /// Reads the ledger and the fonts that `office.toml` names.
    pub(super) fn read(files: &dyn Files) -> Self {
        // What is wrong with the office itself is found with each month.
        let office = Base::office(files, &Log::default()).1;
        let log = Log::default();
        let (ledger, fonts) = (ledger::read(files, &office, &log), fonts::read(files, &office.fonts, &log));
        Self { ledger: ledger.map(Arc::new), fonts, found: log.into_diagnostics() }
    }
}

impl Base {
    /// Reads the office, and takes from it what was kept.
    pub(super) fn read(files: &dyn Files, kept: Option<&Kept>, log: &Log) -> Self {
        let (source, office) = Self::office(files, log);
        if let Some(Kept { ledger, fonts, found }) = kept {
            log.append(found.clone());
            return Self { office, source, ledger: ledger.clone(), fonts: fonts.clone() };
        }
        let ledger = ledger::read(files, &office, log).map(Arc::new);
        let fonts = fonts::read(files, &office.fonts, log);
        Self { office, source, ledger, fonts }
    }

    fn office(files: &dyn Files, log: &Log) -> (Option<SourceFile>, OfficeFile) {
        let source = text(files, OFFICE_FILE, log);
        let office = source.as_ref().map_or_else(OfficeFile::unreadable, |source| office::read(source, log));
        (source, office)
    }

    /// A month as far as it can be read, and what it amounts to if it can be worked out.
    pub(super) fn month(
        &self,
        files: &dyn Files,
        month: Month,
        assets: &mut Assets,
        log: &Log,
    ) -> Option<(MonthPlan, Option<Briefing>)> {
        let name = format!("{month}/{MONTH_FILE}");
        let path: FolderPath = name.parse().ok()?;
        if matches!(files.open(&path), Err(FileError::NotFound)) {
            log.push(no_month(files, &name));
            return None;
        }
        let source = text(files, &name, log)?;
        let read = month::read(&source, month, &self.office.known, files, assets, log)?;
        let office = self.office.office.as_ref().zip(self.source.as_ref());
        let briefing = office.zip(self.ledger.as_ref()).and_then(|((office, office_source), ledger)| {
            let spans = Spans {
                office_source,
                office: &self.office.texts,
                month_source: &source,
                month: &read.spans,
                ledger: self.office.ledger.file.as_ref(),
            };
            compile::compile(office, ledger, &read.plan, &spans, files, log)
        });
        Some((read.plan, briefing))
    }
}

impl Base {
    /// A month in the languages that it has a file of translations for or was published in; what is missing in others is
    /// reported.
    fn editions(
        &self,
        files: &dyn Files,
        translations: &OfficeTranslations,
        plan: &MonthPlan,
        briefing: Option<&Briefing>,
        published: &BTreeSet<Language>,
        log: &Log,
    ) -> Vec<(Language, Briefing)> {
        let mut editions = Vec::new();
        for language in translation::languages() {
            let translation = translations.of_month(files, plan, briefing, language, log);
            let (Some(office), Some(ledger), Some(_)) = (&self.office.office, &self.ledger, briefing) else { continue };
            if published.contains(&language) || translation::exists(files, plan.month, language) {
                // Compiled anew, because the names are others; what is wrong with the month has been said.
                let briefing = Briefing::compile(&office.clone().with_names(&translation), ledger, plan).ok();
                editions.extend(briefing.map(|briefing| (language, briefing.translated(&translation))));
            }
        }
        editions
    }
}

/// The months that have a file; folders that nearly do are reported, and so is what cannot be looked into.
pub(super) fn months(files: &dyn Files, log: &Log) -> Vec<Month> {
    let entries = match files.list(None) {
        Ok(entries) => entries,
        Err(error) => {
            log.push(Diagnostic::of_file(
                Code::Unreadable,
                ".",
                format!("the office folder cannot be listed: {error}"),
            ));
            return Vec::new();
        }
    };
    let mut months = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.is_folder) {
        let Ok(folder) = entry.name.parse::<FolderPath>() else { continue };
        let inside = files.list(Some(&folder));
        let has_file = |inside: &[FolderEntry]| inside.iter().any(|inner| inner.name == MONTH_FILE);
        match (entry.name.parse::<Month>(), inside) {
            (Ok(month), Ok(inside)) if has_file(&inside) => months.push(month),
            (Ok(_), Err(error)) => log.push(unlisted(&entry.name, &error)),
            (Err(_), Ok(inside)) if has_file(&inside) => {
                let file = format!("{}/{MONTH_FILE}", entry.name);
                let message = format!("`{file}` is not read: its folder's name is no month");
                log.push(Diagnostic::of_file(Code::NearlyAMonth, &file, message).with_hint("name it like `2025-04`"));
            }
            // What is no month may be anything, also something that is closed to us.
            (Ok(_) | Err(_), _) => {}
        }
    }
    months.sort();
    months
}

fn unlisted(folder: &str, error: &FileError) -> Diagnostic {
    let code = if matches!(error, FileError::Outside) { Code::OutsideFolder } else { Code::Unreadable };
    let why = if matches!(error, FileError::NotFound) {
        "it is a link that leads nowhere".to_owned()
    } else {
        error.to_string()
    };
    Diagnostic::of_file(code, folder, format!("the month `{folder}` cannot be looked into: {why}"))
}

/// What to say of a month that is not there: which ones are.
fn no_month(files: &dyn Files, name: &str) -> Diagnostic {
    let months = months(files, &Log::default());
    let fault = Diagnostic::of_file(Code::NoMonth, name, format!("there is no `{name}`"));
    match (months.first(), months.last()) {
        (Some(first), Some(last)) if first == last => fault.with_hint(format!("the one month here is {first}")),
        (Some(first), Some(last)) => fault.with_hint(format!("there are {} months, {first} to {last}", months.len())),
        _ => fault.with_hint("a month is a folder named like `2025-04` with a `briefing.toml` in it"),
    }
}

/// A text file of the folder.
pub(super) fn text(files: &dyn Files, name: &str, log: &Log) -> Option<SourceFile> {
    let path: FolderPath = name.parse().ok()?;
    let fault = match files.read(&path, LARGEST_TOML) {
        Ok(bytes) => match SourceFile::decode(name, &bytes) {
            Ok(source) => return Some(source),
            Err(diagnostic) => *diagnostic,
        },
        Err(error) => unread(name, &error),
    };
    log.push(fault);
    None
}

fn unread(name: &str, error: &FileError) -> Diagnostic {
    let location = Location::whole_file(name);
    match error {
        FileError::NotFound if name == OFFICE_FILE => {
            Diagnostic::new(Code::NoOffice, location, "there is no `office.toml`: this is not an office folder")
        }
        FileError::NotFound => Diagnostic::new(Code::Unreadable, location, format!("`{name}` has just gone")),
        FileError::TooLarge { limit } => {
            Diagnostic::new(Code::TooLarge, location, format!("`{name}` is larger than {} MB", limit >> 20))
        }
        FileError::Outside => Diagnostic::new(Code::OutsideFolder, location, format!("`{name}` is {error}")),
        FileError::NotAFile | FileError::NotAFolder => {
            Diagnostic::new(Code::NotAFile, location, format!("`{name}` is {error}"))
        }
        FileError::Refused(_) => Diagnostic::new(Code::Unreadable, location, format!("`{name}`: {error}")),
    }
}
