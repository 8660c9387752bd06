//! A whole folder: which files it has, and the three ways to read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use briefing_model::{
    Briefing, Day, Fault, FieldPath, Item, Language, Ledger, Month, MonthPlan, Office, OfficeDraft, PreviousIssue,
    RichText, Subject,
};

use super::alike;
use super::carried;
use super::elsewhere::{self, Elsewhere, FoundMonths, KeptEvents};
use super::fonts::{self, OfficeFont};
use super::kept_pictures::KeptPictures;
use super::ledger;
use super::month::{self, MonthFile};
use super::months::{months, no_month};
use super::moved::{self, Issue};
use super::office::{self, OfficeFile};
use super::pictures::{Assets, PictureShelf, ReadAhead};
use super::results::{Drafts, MonthFolder, OfficeFolder, PartialEdition, Reading, WholeFolder};
use super::settings::LedgerFile;
use super::translation::{self, OfficeTranslations, UsableTexts};
use super::undated;
use crate::approvals;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileSpan, Severity};
use crate::files::{FileError, Files, FolderEntry, FolderPath};
use crate::picture::{Downsampling, Effort, PictureTarget};
use crate::published::{self, PrintedEdition};
use crate::side_by_side::side_by_side;
use crate::source::{SourceFile, foreign_kind};
use crate::style::{self, EarlierIssues, ItemPassages, MonthStyle, OfficeStyle};
use crate::tree::Log;

/// The largest TOML file, in bytes.
pub(crate) const LARGEST_TOML: u64 = 4 * 1024 * 1024;

pub(super) const OFFICE_FILE: &str = "office.toml";
pub(super) const MONTH_FILE: &str = "briefing.toml";

/// Reads an office and its ledger, and sees which months there are.
///
/// ```
/// use briefing_office::{Memory, read_office};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("2024-02/briefing.toml", "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n");
/// let (folder, faults) = read_office(&files).into_parts();
/// assert_eq!(faults.errors(), 0);
/// assert_eq!(folder.unwrap().months.len(), 1);
/// ```
pub fn read_office(files: &dyn Files) -> Reading<OfficeFolder> {
    office_folder(files, None)
}

pub(super) fn office_folder(files: &dyn Files, kept: Option<&Kept>) -> Reading<OfficeFolder> {
    read_office_and_ledger(files, kept).0
}

/// As [`read_office`], with the file that the ledger is in.
pub(super) fn read_office_and_ledger(
    files: &dyn Files,
    kept: Option<&Kept>,
) -> (Reading<OfficeFolder>, Option<LedgerFile>) {
    let log = Log::default();
    let base = Base::read(files, kept, &log);
    let file = base.office.ledger.file;
    let months = months(files, &log);
    let (fonts, assets) = (base.fonts, base.office.assets);
    let value = base.office.draft.and_then(OfficeDraft::into_office).zip(base.ledger);
    let elsewhere = base.elsewhere;
    let value = value.map(|(office, ledger)| {
        let events = elsewhere.purposes(files, office.data(), &ledger);
        OfficeFolder { office, ledger, months, fonts, assets, events }
    });
    (Reading::new(value, log), file)
}

/// Reads one month, its pictures included, and works out what it amounts to; its texts are as the office wrote them.
///
/// ```
/// use briefing_office::{Memory, read_month};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'phares'\nname = 'Lighthouses'\n")
///     .with("2024-02/briefing.toml", "[[item]]\nid = 'storm'\nsection = 'highlights'\nwhen = 2024-02-28\ntext = 'A storm.'\n");
/// let (month, _) = read_month(&files, "2024-02".parse()?).into_parts();
/// let month = month.unwrap();
/// assert_eq!((month.plan.events.len(), month.assets.len()), (1, 0));
/// # Ok::<(), briefing_model::InvalidMonth>(())
/// ```
pub fn read_month(files: &dyn Files, month: Month) -> Reading<MonthFolder> {
    read_edition(files, month, Language::En)
}

/// Reads the last day whose knowledge a month's issue rests on, whatever is wrong with the month otherwise.
///
/// ```
/// use briefing_office::{Memory, read_cutoff};
///
/// let files = Memory::new().with("2025-04/briefing.toml", "issued = 2025-05-06\n[[item]]\n");
/// let (cutoff, _) = read_cutoff(&files, "2025-04".parse()?).into_parts();
/// assert_eq!(cutoff, Some("2025-05-06".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_cutoff(files: &dyn Files, month: Month) -> Reading<Day> {
    let log = Log::default();
    let cutoff = elsewhere::cutoff(files, month, &log);
    Reading::new(cutoff, log)
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
    base.pictures = kept.and_then(|kept| kept.pictures.for_edition()).cloned();
    let of_office = base.office.draft.as_ref().map(|draft| OfficeTranslations::read(files, draft, &log, [language]));
    if let (Some(draft), Some(of_office)) = (base.office.draft.take(), &of_office) {
        base.office.draft = Some(of_office.name(draft));
    }
    let mut assets = base.office.assets.clone();
    let read = base.month(files, (month, Share::All), Effort::Convert, &mut assets, &log);
    let value = (|| {
        let mut read = read?;
        // Nothing is printed while another month may have the title of an event that this one needs.
        read.unread.iter().for_each(|month| elsewhere::report(files, *month, &log));
        let UsableTexts { translation, outdated, behind } = of_office?.of_month(files, &read, language, &log);
        let draft = base.office.draft?;
        let named = read.file.plan.clone().with_names(&translation);
        if named != read.file.plan {
            // Compiled anew, because the names are others; what is wrong with the month has been said.
            (read.briefing, _) = draft.month(base.ledger.as_deref(), &named, &read.file.gaps);
            read.file.plan = named;
        }
        let briefing = read.briefing.translated(&translation);
        let office = draft.into_office()?;
        let (ledger, plan, fonts) = (base.ledger?, read.file.plan, base.fonts);
        let requires_approval = base.office.requires_approval;
        Some(MonthFolder {
            office,
            ledger,
            plan,
            briefing,
            language,
            assets,
            fonts,
            requires_approval,
            outdated,
            behind,
        })
    })();
    Reading::new(value, log)
}

/// Reads everything: the office, its ledger, and every month with its pictures.
///
/// ```
/// use briefing_office::{Memory, check_folder};
///
/// let files = Memory::new().with("office.toml", "[office]\nid = 'phares'\n");
/// let reading = check_folder(&files);
/// assert_eq!(reading.diagnostics().to_string().lines().next(), Some("error[T0204]: `name` is missing"));
/// ```
pub fn check_folder(files: &dyn Files) -> Reading<WholeFolder> {
    whole_folder(files, None)
}

pub(super) fn whole_folder(files: &dyn Files, kept: Option<&Kept>) -> Reading<WholeFolder> {
    let log = Log::default();
    let Everything { office, ledger, plans, drafts } = everything(files, kept, &|_| true, &mut |_, _| (), &log);
    let Drafts { editions, fonts, style } = drafts;
    let (english, translated): (Vec<_>, Vec<_>) =
        editions.into_iter().map(Arc::unwrap_or_clone).partition(|draft| draft.language == Language::En);
    let months = plans.into_iter().zip(english.into_iter().map(|draft| draft.briefing)).collect();
    let editions = translated.into_iter().map(|draft| (draft.language, draft.briefing)).collect();
    let value = office.zip(ledger);
    Reading::new(value.map(|(office, ledger)| WholeFolder { office, ledger, months, editions, fonts, style }), log)
}

pub(super) fn drafts(
    files: &dyn Files,
    kept: Option<&Kept>,
    wanted: Option<&[Month]>,
    hand_on: HandOn<'_>,
) -> (Drafts, Diagnostics) {
    let log = Log::default();
    let is_wanted = |month: Month| wanted.is_none_or(|wanted| wanted.contains(&month));
    let Everything { mut drafts, .. } = everything(files, kept, &is_wanted, hand_on, &log);
    drafts.editions.retain(|draft| is_wanted(draft.briefing.month));
    (drafts, log.into_diagnostics())
}

/// What each edition is handed to, with its place, once nothing of it changes any more.
type HandOn<'h> = &'h mut dyn FnMut(usize, &Arc<PartialEdition>);

/// A folder as far as it could be read; the English drafts are those of the plans, in order.
struct Everything {
    office: Option<Office>,
    ledger: Option<Arc<Ledger>>,
    plans: Vec<MonthPlan>,
    drafts: Drafts,
}

/// Reads everything; what is wrong with months that are not wanted goes nowhere.
fn everything(
    files: &dyn Files,
    kept: Option<&Kept>,
    is_wanted: &dyn Fn(Month) -> bool,
    hand_on: HandOn<'_>,
    log: &Log,
) -> Everything {
    let base = Base { reads_all: true, ..Base::read(files, kept, log) };
    let translations = base.office.draft.as_ref().map(|draft| {
        translation::strays(files, None, "office", log);
        OfficeTranslations::read(files, draft, log, translation::languages())
    });
    let named = Named::default();
    let (mut plans, mut drift) = (Vec::new(), published::Drift::default());
    let mut editions: Vec<Arc<PartialEdition>> = Vec::new();
    // Among those that are wanted, the place of the next.
    let mut place = 0;
    // Events belong to months, so only when all are read is it known which there are.
    let mut events = Some(BTreeSet::new());
    let elsewhere = Log::default();
    let all = months(files, log);
    let latest = all.last().copied();
    let mut passages: Vec<ItemPassages> = Vec::new();
    let gather = |month: &Month| {
        // The last of them is read when there is nothing else left to read, and it is most often the longest.
        let share = if latest == Some(*month) { Share::All } else { Share::One };
        (*month, base.gather(files, (*month, share), translations.as_ref(), &named))
    };
    side_by_side(&all, gather, |(month, GatheredMonth { read, published, translated, found })| {
        let main = log;
        let log = if is_wanted(month) { log } else { &elsewhere };
        log.absorb(found);
        let Some(read) = read else {
            events = None;
            return;
        };
        let mut ids = BTreeSet::new();
        let apart = read.file.plan.events.iter().all(|event| ids.insert(&event.id));
        events.take_if(|_| !apart || read.file.gaps.hide_ids("item"));
        if let Some(events) = &mut events {
            events.extend(read.file.plan.events.iter().map(|event| event.id.clone()));
        }
        if let Some(previous) = plans.last().filter(|_| published.is_none()) {
            carried::report(previous, &read.file, log);
        }
        // Of what went out, nothing is to be written anew.
        let earlier = plans.last().filter(|_| published.is_none()).map(|previous: &MonthPlan| {
            let sound = |draft: &&Arc<PartialEdition>| draft.language == Language::En && draft.sound;
            let briefings = editions.iter().rev().filter(sound).map(|draft| &draft.briefing).collect();
            EarlierIssues { month: previous.month, items: &passages, briefings, is_latest: latest == Some(month) }
        });
        base.hold_to_figures(&read, earlier.as_ref(), plans.last(), files, log);
        base.hold_to_style(&read, earlier, log);
        let ReadMonth { file: MonthFile { plan, passages: of_items, .. }, briefing, sound, complete, .. } = read;
        passages = of_items;
        // What a month with faults would print says nothing of what it printed.
        let english = PrintedEdition { language: Language::En, briefing: &briefing };
        let others = translated
            .iter()
            .map(|PartialEdition { language, briefing, .. }| PrintedEdition { language: *language, briefing });
        let printed: Vec<_> = std::iter::once(english).chain(others).filter(|_| sound).collect();
        let wanted = base.office.requires_approval && published.is_none();
        approvals::check(files, month, &printed, wanted, log);
        if published.is_none() {
            published::report_uncorrectable(files, &plan, log);
        }
        published.iter().for_each(|published| published.check_files(files, month, log));
        // What a month that is wanted says has changed is counted from the figures of the issue before it.
        let next = all.get(all.partition_point(|other| *other <= month));
        if !is_wanted(month)
            && next.is_some_and(|next| is_wanted(*next))
            && let (Some(published), Some(ledger)) = (&published, &base.ledger)
        {
            published.report_figures(ledger, &plan, main);
        }
        if let (Some(published), Some(ledger)) = (published, &base.ledger)
            && published.compare(ledger, (&plan, plans.last()), &printed, &mut drift, log)
        {
            // The total agreed with the entries when the month went out.
            for code in [Code::StatedTotal, Code::StatedAboveRecord] {
                log.withdraw(code, &format!("{month}/briefing.toml"));
            }
        }
        let (outdated, behind) = (Vec::new(), Vec::new());
        let english = PartialEdition { language: Language::En, briefing, sound, complete, outdated, behind };
        for edition in std::iter::once(english).chain(translated).map(Arc::new) {
            if is_wanted(month) {
                if edition.sound {
                    hand_on(place, &edition);
                }
                place += 1;
            }
            editions.push(edition);
        }
        plans.push(plan);
    });
    drift.report(log);
    if let (Some(draft), Some(ledger), Some(file)) = (&base.office.draft, &base.ledger, &base.office.ledger.file) {
        if let Some(events) = &mut events {
            events.extend(draft.data().events.iter().map(|event| event.id.clone()));
        }
        let events = events.filter(|_| !draft.gaps().hide_ids("event"));
        ledger::check_references(files, file, draft, ledger, events, log);
    }
    for fault in base.office.draft.iter().flat_map(alike::parties) {
        log.push_found(fault, |path| base.office.location(&path));
    }
    if let (Some(draft), Some(ledger)) = (&base.office.draft, &base.ledger) {
        let english = editions.iter().filter(|draft| draft.language == Language::En);
        let months: Vec<_> = plans.iter().zip(english.map(|draft| &draft.briefing)).collect();
        let undated = undated::check(draft, ledger, &months).into_iter().chain(undated::known_too_late(draft, &months));
        for fault in undated.chain(undated::stranded(draft, &months)) {
            log.push_found(fault, |path| base.office.location(&path));
        }
    }
    for (place, draft) in editions.iter_mut().filter(|draft| is_wanted(draft.briefing.month)).enumerate() {
        if !draft.sound {
            Arc::make_mut(draft).fill_in_facts();
            hand_on(place, draft);
        }
    }
    let drafts = Drafts { editions, fonts: base.fonts, style: base.office.style };
    Everything { office: base.office.draft.and_then(OfficeDraft::into_office), ledger: base.ledger, plans, drafts }
}

/// Reports the items that say the same in two languages, where nothing is `told` of what these are in.
fn alike_in_two(translated: &[PartialEdition], told: &[Language], log: &Log) {
    fn texts(item: &Item) -> [Option<&RichText>; 2] {
        [Some(&item.text), item.picture.as_ref().and_then(|picture| picture.caption.as_ref())]
    }
    let untold = translated.iter().filter(|edition| !told.contains(&edition.language));
    let texts: Vec<_> =
        untold.map(|edition| (edition.language, edition.briefing.items().flat_map(texts).collect())).collect();
    translation::report_alike(&texts, log);
}

/// Where the ledger first has each of some words, or characters, in what is printed: in a purpose, or in what was given in kind. What it does
/// not have is left out.
///
/// Entries do not keep their places, and few are ever asked for.
///
/// ```
/// use briefing_office::{Memory, locate_in_ledger};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount,purposes\np-1,pledge,2025-04-01,2025-04-01,DEU,5,Aid 🚀\n");
/// let found = locate_in_ledger(&files, &["🚀", "x"]);
/// assert_eq!(found["🚀"].to_string(), "ledger.csv:2:40");
/// assert_eq!(found.len(), 1);
/// ```
#[must_use]
pub fn locate_in_ledger(files: &dyn Files, words: &[&str]) -> BTreeMap<String, FileSpan> {
    let office = Base::office(files, None, &Log::default());
    office.ledger.file.as_ref().map(|file| ledger::locate_words(files, file, words)).unwrap_or_default()
}

/// Warnings for entries of the ledger that were recorded after `today`, which the caller's clock says.
///
/// ```
/// use briefing_office::{Memory, check_recorded, read_office};
///
/// let files = Memory::new()
///     .with("office.toml", "[office]\nid = 'unoct'\nname = 'Office'\n")
///     .with("ledger.csv", "id,kind,effective,recorded,contributor,amount\np-1,pledge,2025-04-01,2052-04-01,DEU,5\n");
/// let ledger = read_office(&files).into_result().unwrap().ledger;
/// let found = check_recorded(&files, &ledger, "2025-05-06".parse().unwrap());
/// assert!(found.to_string().starts_with("warning[C0520]: `p-1`: recorded on 2052-04-01"));
/// ```
#[must_use]
pub fn check_recorded(files: &dyn Files, ledger: &Ledger, today: Day) -> Diagnostics {
    let log = Log::default();
    if ledger.entries().iter().any(|entry| entry.recorded > today) {
        // What else is wrong with the office was found when its ledger was read.
        let office = Base::office(files, None, &Log::default());
        if let Some(file) = &office.ledger.file {
            ledger::check_recorded(files, file, ledger, today, &log);
        }
    }
    log.into_diagnostics()
}

/// Reports months that have not begun: nobody knows yet what is to be said of them. The caller says which day it is, as of
/// [`check_recorded`].
///
/// ```
/// use briefing_office::check_begun;
///
/// let months = ["2025-05".parse()?, "2052-05".parse()?];
/// let found = check_begun(&months, "2025-05-01".parse()?);
/// assert_eq!(found.iter().next().unwrap().message, "2052-05 has not begun, and has a briefing");
/// assert_eq!(found.warnings(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check_begun(months: &[Month], today: Day) -> Diagnostics {
    let mut found = Diagnostics::new();
    for month in months.iter().filter(|month| month.first_day() > today) {
        let message = format!("{month} has not begun, and has a briefing");
        let place = FileSpan::whole_file(&format!("{month}/{MONTH_FILE}"));
        found.push(Diagnostic::new(Code::MonthAhead, place, message));
    }
    found
}

/// What every reading begins with.
pub(super) struct Base {
    pub(super) office: OfficeFile,
    ledger: Option<Arc<Ledger>>,
    fonts: Vec<OfficeFont>,
    elsewhere: Elsewhere,
    /// Those that other editions show as well.
    pictures: Option<KeptPictures>,
    /// The official names, which the house style leaves as they are.
    names: OnceLock<Vec<String>>,
    /// Whether all months are read, and the ledger is compared with them.
    reads_all: bool,
}

/// A month as far as it could be read, and what it amounts to as far as that is known.
pub(super) struct ReadMonth {
    pub(super) file: MonthFile,
    pub(super) briefing: Briefing,
    /// Whether that is all that it amounts to.
    pub(super) sound: bool,
    /// Whether all that it is made of could be read.
    pub(super) complete: bool,
    /// The months that may have an event that this one refers to, and cannot be read.
    unread: Vec<Month>,
}

/// What of a month, and of its translations, does not depend on the months before it.
struct GatheredMonth {
    /// None where it cannot be read at all.
    read: Option<ReadMonth>,
    published: Option<published::Published>,
    translated: Vec<PartialEdition>,
    found: Diagnostics,
}

/// What a month gets of the processors, while it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Others read other months.
    One,
    /// Its pictures are read side by side, and its translations.
    All,
}

/// What the office is called in each language, which all months have in common.
#[derive(Default)]
struct Named([OnceLock<OfficeDraft>; Language::ALL.len()]);

/// What is read once for all months of an office, because it may be large, with the faults of that.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    office: KeptOffice,
    ledger: Option<Arc<Ledger>>,
    pub(super) fonts: Vec<OfficeFont>,
    pictures: KeptPictures,
    events: KeptEvents,
    /// What is found in the other months, for editions that are made at once.
    at_once: Option<FoundMonths>,
    found: Diagnostics,
}

/// The office as `office.toml` had it when the folder was opened, with the faults of that.
#[derive(Debug, Clone)]
struct KeptOffice {
    /// None where the file could not be read.
    source: Option<SourceFile>,
    file: OfficeFile,
    found: Diagnostics,
}

impl KeptOffice {
    fn read(files: &dyn Files) -> Self {
        let log = Log::default();
        let source = text(files, OFFICE_FILE, &log);
        let file = source.clone().map_or_else(OfficeFile::unreadable, |source| office::read(source, files, None, &log));
        Self { source, file, found: log.into_diagnostics() }
    }

    /// The office as the file has it now, which is read again only where it has changed; the emblem stays what it was.
    fn now(&self, files: &dyn Files, log: &Log) -> OfficeFile {
        match text(files, OFFICE_FILE, log) {
            None => OfficeFile::unreadable(),
            Some(now) if self.source.as_ref() == Some(&now) => {
                log.append(self.found.clone());
                self.file.clone()
            }
            Some(now) => office::read(now, files, self.file.emblem.as_ref(), log),
        }
    }
}

impl Kept {
    /// Reads the office, and the ledger, the fonts and the emblem that `office.toml` names.
    pub(super) fn read(files: &dyn Files) -> Self {
        let office = KeptOffice::read(files);
        let mut file = office.file.clone();
        // What is wrong with the office itself is said with each month.
        ledger::find(files, &mut file.ledger, &Log::default());
        let log = Log::default();
        let (ledger, fonts) = (ledger::read(files, &file, &log), fonts::read(files, &file.fonts, &log));
        Self {
            office,
            ledger: ledger.map(Arc::new),
            fonts,
            pictures: KeptPictures::default(),
            events: KeptEvents::default(),
            at_once: None,
            found: log.into_diagnostics(),
        }
    }

    /// For editions that are made at once: what the first finds in other months counts for all.
    pub(super) fn at_once(&self) -> Self {
        Self { at_once: Some(FoundMonths::default()), ..self.clone() }
    }
}

impl Base {
    /// Reads the office, and takes from it what was kept.
    pub(super) fn read(files: &dyn Files, kept: Option<&Kept>, log: &Log) -> Self {
        let office = Self::office(files, kept.map(|kept| &kept.office), log);
        let (ledger, fonts, elsewhere) = match kept {
            Some(Kept { ledger, fonts, events, found, at_once, .. }) => {
                log.append(found.clone());
                (ledger.clone(), fonts.clone(), Elsewhere::with(events.clone(), at_once.clone().unwrap_or_default()))
            }
            None => {
                let ledger = ledger::read(files, &office, log).map(Arc::new);
                (ledger, fonts::read(files, &office.fonts, log), Elsewhere::default())
            }
        };
        Self { office, ledger, fonts, elsewhere, pictures: None, names: OnceLock::new(), reads_all: false }
    }

    fn office(files: &dyn Files, kept: Option<&KeptOffice>, log: &Log) -> OfficeFile {
        let mut office = match kept {
            Some(kept) => kept.now(files, log),
            None => {
                let read = KeptOffice::read(files);
                log.append(read.found);
                read.file
            }
        };
        ledger::find(files, &mut office.ledger, log);
        office
    }

    /// A month, whatever is wrong with it; every fault of it goes to the log.
    pub(super) fn month(
        &self,
        files: &dyn Files,
        (month, share): (Month, Share),
        effort: Effort,
        assets: &mut Assets,
        log: &Log,
    ) -> Option<ReadMonth> {
        let name = format!("{month}/{MONTH_FILE}");
        let path: FolderPath = name.parse().ok()?;
        if matches!(files.open(&path), Err(FileError::NotFound)) {
            log.push(no_month(files, &name));
            return None;
        }
        let resolution = if self.office.keep_pixels { Downsampling::Original } else { Downsampling::Print };
        let mut shelf = PictureShelf {
            target: PictureTarget { resolution, effort },
            assets,
            kept: self.pictures.as_ref(),
            // What was read before is not read again.
            ahead: (share == Share::All && self.pictures.is_none()).then(ReadAhead::default),
        };
        let mut file = month::read(text(files, &name, log)?, month, &self.office.known, files, &mut shelf, log)?;
        let draft = self.office.draft.as_ref()?;
        // Whoever reads all months says of the month itself that it cannot be read.
        file.plan.previous = self.elsewhere.previous(files, month, (!self.reads_all).then_some(log));
        let (events, unread) = self.elsewhere.events(files, draft.data(), self.ledger.as_deref(), &file.plan);
        file.plan.elsewhere = events;
        if !unread.is_empty() {
            file.gaps.add(FieldPath::month(month).key("elsewhere"));
        }
        let (briefing, mut faults) = draft.month(self.ledger.as_deref(), &file.plan, &file.gaps);
        faults.extend(knows_less(&file.plan).filter(|_| !published::exists(files, month)));
        // Of two things with one id, it is not known which is named.
        let apart = !draft.faults().iter().any(|fault| fault.code == Code::DuplicateId);
        let complete = self.ledger.is_some() && file.gaps.is_empty() && draft.gaps().is_empty() && apart;
        let errors = |faults: &[Fault]| faults.iter().any(|fault| fault.severity == Severity::Error);
        let knows_payments = match (&self.ledger, &self.office.ledger.file) {
            (Some(ledger), Some(of)) => ledger::check_issue(files, of, ledger, &file.plan, self.reads_all, log),
            (None, _) | (_, None) => true,
        };
        let sound = complete && knows_payments && !errors(draft.faults()) && !errors(&faults);
        // Whoever reads all months says it of the ledger, for entries that no month prints as well.
        let said_once = |fault: &Fault| self.reads_all && fault.code == Code::UnknownPrintedPurpose;
        for fault in faults.into_iter().filter(|fault| !said_once(fault)) {
            // A text of the office may be wrong in each of its months.
            log.push_found(fault, |path| self.location(&path, &file, files));
        }
        carried::placeholders(&file, log);
        carried::twice(&file, log);
        carried::dates(&file, log);
        carried::years(&file, log);
        Some(ReadMonth { file, briefing, sound, complete, unread })
    }

    /// Reads a month, what its record says, and its translations.
    fn gather(
        &self,
        files: &dyn Files,
        (month, share): (Month, Share),
        translations: Option<&OfficeTranslations>,
        named: &Named,
    ) -> GatheredMonth {
        let log = Log::default();
        // A record of what was printed has the digests of pictures as they were printed.
        let effort = if published::exists(files, month) || approvals::exists(files, month) {
            Effort::Convert
        } else {
            Effort::Prove
        };
        let read = self.month(files, (month, share), effort, &mut Assets::default(), &log);
        let (mut published, mut translated) = (None, Vec::new());
        if let Some(read) = &read {
            translation::strays(files, month.to_string().parse().ok().as_ref(), "briefing", &log);
            published = published::read(files, month, &log);
            if let Some(translations) = translations {
                let languages: BTreeSet<Language> =
                    published.iter().flat_map(published::Published::languages).collect();
                let translated_in = |language: &Language| {
                    self.translated(files, translations, named, read, (*language, languages.contains(language)))
                };
                let mut told = Vec::new();
                let mut keep = |(edition, found): (Option<PartialEdition>, Diagnostics)| {
                    let is_told = found.iter().any(|fault| fault.code == Code::OtherLanguage);
                    told.extend(edition.iter().map(|edition| edition.language).filter(|_| is_told));
                    translated.extend(edition);
                    log.append(found);
                };
                let all: Vec<Language> = translation::languages().collect();
                match share {
                    Share::All => side_by_side(&all, translated_in, keep),
                    Share::One => all.iter().map(translated_in).for_each(&mut keep),
                }
                alike_in_two(&translated, &told, &log);
            }
        }
        GatheredMonth { read, published, translated, found: log.into_diagnostics() }
    }

    /// Reports totals that moved from the previous issue as they should not.
    fn hold_to_figures(
        &self,
        read: &ReadMonth,
        earlier: Option<&EarlierIssues<'_>>,
        previous: Option<&MonthPlan>,
        files: &dyn Files,
        log: &Log,
    ) {
        let issue = earlier.and_then(|earlier| earlier.briefings.first());
        let (Some(ledger), Some(file), Some(plan)) = (&self.ledger, &self.office.ledger.file, previous) else { return };
        let Some(briefing) = issue.filter(|issue| issue.month == plan.month && read.sound) else { return };
        let now = Issue { plan: &read.file.plan, briefing: &read.briefing };
        let faults = moved::check(Issue { plan, briefing }, now, ledger, self.office.ledger.largest_change);
        ledger::report_ledger(files, file, faults, log);
    }

    /// Reports what the texts of a month have otherwise than the house style.
    fn hold_to_style(&self, read: &ReadMonth, earlier: Option<EarlierIssues<'_>>, log: &Log) {
        let (Some(draft), Some(tree)) = (&self.office.draft, &self.office.tree) else { return };
        let office = OfficeStyle {
            style: &self.office.style,
            source: &tree.source,
            passages: &self.office.passages,
            names: self.names.get_or_init(|| style::names(draft.data())),
            data: draft.data(),
        };
        let month = MonthStyle {
            source: &read.file.tree.source,
            items: &read.file.passages,
            briefing: read.sound.then_some(&read.briefing),
            sections: &draft.data().sections,
            earlier,
        };
        style::check(&office, &month, log);
    }

    /// Where something stands in the files.
    fn location(&self, path: &FieldPath, month: &MonthFile, files: &dyn Files) -> FileSpan {
        let entry = match path.subject() {
            Subject::Month(_) => return month.tree.location(path),
            Subject::Office => return self.office.location(path),
            Subject::Entry(entry) => Some(entry),
            // No file says what a month amounts to.
            Subject::Ledger | Subject::Briefing => None,
        };
        let Some(file) = &self.office.ledger.file else { return FileSpan::whole_file(OFFICE_FILE) };
        let found = entry.and_then(|entry| ledger::locate_entry(files, file, entry));
        found.unwrap_or_else(|| FileSpan::whole_file(file.path.as_str()))
    }

    /// A month in a language that it has a file of translations for or was published in, with what is missing in it, and in others that are
    /// required. What the office is called in each is kept from month to month.
    fn translated(
        &self,
        files: &dyn Files,
        translations: &OfficeTranslations,
        named: &Named,
        read: &ReadMonth,
        (language, is_published): (Language, bool),
    ) -> (Option<PartialEdition>, Diagnostics) {
        let log = Log::default();
        let MonthFile { plan, gaps, .. } = &read.file;
        let UsableTexts { translation, outdated, behind } = translations.of_month(files, read, language, &log);
        let complete = log.errors() == 0 && translations.are_complete(read, language);
        let edition = || {
            let draft = self.office.draft.as_ref()?;
            let named = named.0.get(language as usize)?.get_or_init(|| translations.name_in(language, draft));
            // Compiled anew, because the names are others; what is wrong with the month has been said.
            let plan = plan.clone().with_names(&translation);
            let (briefing, _) = named.month(self.ledger.as_deref(), &plan, gaps);
            Some(PartialEdition {
                language,
                briefing: briefing.translated(&translation),
                sound: read.sound && complete,
                complete: read.complete && complete,
                outdated,
                behind,
            })
        };
        let is_wanted = is_published || translation::exists(files, plan.month, language);
        (is_wanted.then(edition).flatten(), log.into_diagnostics())
    }
}

/// A text file of the folder.
pub(crate) fn text(files: &dyn Files, name: &str, log: &Log) -> Option<SourceFile> {
    let path: FolderPath = name.parse().ok()?;
    let fault = match files.read(&path, LARGEST_TOML) {
        Ok(bytes) => return decoded(name, &bytes, log),
        Err(FileError::NotFound) if name == OFFICE_FILE => no_office(files),
        Err(error) => unread(name, &error),
    };
    log.push(fault);
    None
}

/// The text that a file's bytes are; what is wrong with them goes to the log.
pub(super) fn decoded(name: &str, bytes: &[u8], log: &Log) -> Option<SourceFile> {
    let fault = match (foreign_kind(bytes), SourceFile::decode(name, bytes)) {
        (Some(kind), _) => {
            let message = format!("the file is {kind}, and not plain text");
            Diagnostic::new(Code::ForeignFile, FileSpan::whole_file(name), message)
                .with_hint("copy its words into a plain text file, or save it as `Plain text`, encoding UTF-8")
        }
        (None, Ok(source)) => return Some(source),
        (None, Err(diagnostic)) => *diagnostic,
    };
    log.push(fault);
    None
}

/// What to say of a folder that is not an office's: which one may be meant.
fn no_office(files: &dyn Files) -> Diagnostic {
    let fault = Diagnostic::new(
        Code::NoOffice,
        FileSpan::whole_file(OFFICE_FILE),
        "there is no `office.toml`: this is not an office folder",
    );
    let entries = files.list(None).unwrap_or_default();
    let is_office = |entry: &&FolderEntry| {
        let path = format!("{}/{OFFICE_FILE}", entry.name).parse::<FolderPath>();
        entry.is_folder && path.is_ok_and(|path| files.open(&path).is_ok())
    };
    let offices: Vec<String> =
        entries.iter().filter(is_office).take(4).map(|entry| format!("`{}`", entry.name)).collect();
    let near = entries.iter().find(|entry| {
        let name = entry.name.to_lowercase();
        let misnamed = name.starts_with(OFFICE_FILE) || name == "office";
        !entry.is_folder && (misnamed || (name.starts_with("office.") && !name.ends_with(".toml")))
    });
    match (offices.as_slice(), near) {
        (_, Some(near)) => fault.with_hint(format!("rename `{}` to `{OFFICE_FILE}`", near.name)),
        ([only], _) => fault.with_hint(format!("the office is {only}: name that folder")),
        ([_, ..], _) => fault.with_hint(format!("name one of the offices in it: {}", offices.join(", "))),
        _ if entries.iter().any(|entry| entry.name == MONTH_FILE) => {
            fault.with_hint("this is the folder of a month: name the one that it is in")
        }
        _ => fault.with_hint("name the folder that holds `office.toml`, or begin an office with `briefing new office`"),
    }
}

fn unread(name: &str, error: &FileError) -> Diagnostic {
    let location = FileSpan::whole_file(name);
    match error {
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

/// What to say of a month that would print less than the issue before it did: what was recorded between the two days would be gone again.
///
/// Of an issue that went out, what it printed says so.
fn knows_less(plan: &MonthPlan) -> Option<Fault> {
    let PreviousIssue { month, cutoff } = plan.previous.filter(|previous| plan.cutoff() < previous.cutoff)?;
    // Whose cut-off is within the month has a message of its own.
    if plan.cutoff() < plan.month.last_day() {
        return None;
    }
    let message = format!(
        "rests on what was known on {}, and the issue of {month} before it on what was known on {cutoff}",
        plan.cutoff()
    );
    let (key, hint) = match plan.cutoff {
        Some(_) => ("cutoff", format!("write {cutoff} or a later day, or correct the cut-off of {month}")),
        None => ("issued", format!("correct the day of issue, or the cut-off of {month}")),
    };
    Some(Fault::new(Code::Dates, FieldPath::month(plan.month).key(key), message).with_hint(hint))
}
