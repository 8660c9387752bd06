//! What a month has to know of the others: the issue before it, and the events that it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

use briefing_model::{
    Day, EventId, KnownEvent, Language, Ledger, Month, MonthPlan, Name, OfficeData, PreviousIssue, Purpose, SourceText,
    TextKey, UnreadTexts,
};

use super::folder;
use super::months::MonthFolders;
use super::{convert, translation};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::files::Files;
use crate::side_by_side::lock;
use crate::source::SourceFile;
use crate::tree::{Context, Log, Spans, TomlTable, TomlValue};

/// What the months of a folder say that others ask for; read when it is first asked for, and once.
#[derive(Default)]
pub(super) struct Elsewhere {
    found: FoundMonths,
    /// The events that money is given for.
    given_for: OnceLock<BTreeSet<EventId>>,
    kept: KeptEvents,
}

/// What was found in the folders of all months. Its clones share it: each of many editions that are made at once would look through
/// all folders otherwise.
#[derive(Debug, Clone, Default)]
pub(super) struct FoundMonths(Arc<Found>);

#[derive(Debug, Default)]
struct Found {
    folders: OnceLock<MonthFolders>,
    events: OnceLock<Events>,
}

/// The events of months that were read before, each with the bytes that its file had then: where each month of many asks for one of
/// another, all would be parsed for each. Its clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptEvents(Arc<Mutex<BTreeMap<Month, KeptMonth>>>);

#[derive(Debug)]
struct KeptMonth {
    file: Vec<u8>,
    /// None where the month cannot be read.
    events: Option<Vec<KnownEvent>>,
}

#[derive(Debug, Default)]
struct Events {
    /// Each with the month whose item it is.
    found: Vec<(Month, KnownEvent)>,
    /// The months that could not be read, and may have any.
    unread: Vec<Month>,
}

impl KeptEvents {
    /// The events of a month, which is parsed where its file has changed.
    fn of(&self, files: &dyn Files, month: Month) -> Option<Vec<KnownEvent>> {
        let name = file_of(month);
        let file = files.read(&name.parse().ok()?, folder::LARGEST_TOML).ok()?;
        if let Some(kept) = lock(&self.0).get(&month).filter(|kept| kept.file == file) {
            return kept.events.clone();
        }
        let log = Log::default();
        let events = folder::decoded(&name, &file, &log).and_then(|source| parsed(&source, &log, events));
        lock(&self.0).insert(month, KeptMonth { file, events: events.clone() });
        events
    }
}

impl Elsewhere {
    /// With the events that were read before, and what was found for other editions of the same call.
    pub(super) fn with(kept: KeptEvents, found: FoundMonths) -> Self {
        Self { found, kept, ..Self::default() }
    }

    fn folders(&self, files: &dyn Files) -> &MonthFolders {
        // What is wrong with the names of folders is said by whoever reads them all.
        self.found.0.folders.get_or_init(|| MonthFolders::read(files, &Log::default()))
    }

    /// The last issue before a month's, if there is one and its dates can be read. One that cannot be read, and that what the
    /// month prints is compared with, is reported to a log.
    pub(super) fn previous(&self, files: &dyn Files, month: Month, log: Option<&Log>) -> Option<PreviousIssue> {
        let folders = self.folders(files);
        let found = Log::default();
        let issue = folders.before(month).and_then(|before| issue(files, before, &found));
        if let Some(log) = log {
            let unread = match folders.stray_before(month) {
                Some(stray) => Some(stray.fault.clone()),
                None => found.into_diagnostics().first_error().cloned(),
            };
            if let Some(fault) = unread {
                Self::report_unread(month, fault, log);
            }
        }
        issue
    }

    fn report_unread(month: Month, fault: Diagnostic, log: &Log) {
        let message =
            format!("{month} says what changed without the issue before it, which cannot be read: {}", fault.message);
        let warning = Diagnostic { code: Code::EarlierUnread, severity: Severity::Warning, message, ..fault };
        log.push_once(warning);
    }

    /// The events of other months that a month refers to, with their titles in every language that has them; and the months
    /// that may have others, where not all are found.
    pub(super) fn events(
        &self,
        files: &dyn Files,
        office: &OfficeData,
        ledger: Option<&Ledger>,
        plan: &MonthPlan,
    ) -> (Vec<KnownEvent>, Vec<Month>) {
        let mut wanted: BTreeSet<&EventId> = self.given_for(ledger).iter().collect();
        wanted.extend(plan.events.iter().filter_map(|event| event.part_of.as_ref()));
        for known in plan.events.iter().map(|event| &event.id).chain(office.events.iter().map(|event| &event.id)) {
            wanted.remove(known);
        }
        self.find(files, &wanted, Some(plan.month))
    }

    /// The events that money is given for, as far as the office or an item of any month has them.
    pub(super) fn purposes(&self, files: &dyn Files, office: &OfficeData, ledger: &Ledger) -> Vec<KnownEvent> {
        let given_for = self.given_for(Some(ledger));
        let mut events: Vec<KnownEvent> =
            office.events.iter().filter(|event| given_for.contains(&event.id)).cloned().collect();
        let listed = |id: &EventId| office.events.iter().any(|event| event.id == *id);
        let wanted = given_for.iter().filter(|id| !listed(id)).collect();
        events.extend(self.find(files, &wanted, None).0);
        events
    }

    /// The ids of the events that money is given for, as far as the folder has them; `None` where a month that cannot be read may have
    /// others.
    pub(super) fn known_purposes(
        &self,
        files: &dyn Files,
        office: &OfficeData,
        ledger: &Ledger,
    ) -> Option<BTreeSet<EventId>> {
        let mut known: BTreeSet<EventId> = office.events.iter().map(|event| event.id.clone()).collect();
        let given_for = given_for(ledger);
        let (found, unread) = self.find(files, &given_for.difference(&known).collect(), None);
        known.extend(found.into_iter().map(|event| event.id));
        unread.is_empty().then_some(known)
    }

    fn given_for(&self, ledger: Option<&Ledger>) -> &BTreeSet<EventId> {
        self.given_for.get_or_init(|| ledger.map(given_for).unwrap_or_default())
    }

    fn all_events(&self, files: &dyn Files) -> Events {
        let mut all = Events::default();
        for &month in &self.folders(files).months {
            match self.kept.of(files, month) {
                Some(events) => all.found.extend(events.into_iter().map(|event| (month, event))),
                None => all.unread.push(month),
            }
        }
        all
    }

    fn find(
        &self,
        files: &dyn Files,
        wanted: &BTreeSet<&EventId>,
        except: Option<Month>,
    ) -> (Vec<KnownEvent>, Vec<Month>) {
        if wanted.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let all = self.found.0.events.get_or_init(|| self.all_events(files));
        let mut found: Vec<KnownEvent> = Vec::new();
        let others = all.found.iter().filter(|(month, event)| Some(*month) != except && wanted.contains(&event.id));
        for (month, event) in others {
            // Of two items with one id, the one with a title.
            match found.iter_mut().find(|known| known.id == event.id) {
                Some(known) if known.title.is_some() || event.title.is_none() => {}
                Some(known) => known.title = titled(files, *month, event),
                None => found.push(KnownEvent { title: titled(files, *month, event), ..event.clone() }),
            }
        }
        let missing = wanted.iter().any(|id| !found.iter().any(|event| event.id == **id));
        (found, if missing { all.unread.clone() } else { Vec::new() })
    }
}

/// A month's issue, as another knows it; what is wrong with its dates goes to the log.
fn issue(files: &dyn Files, month: Month, log: &Log) -> Option<PreviousIssue> {
    let cutoff = read_dates(files, month, log, &|value| value.date())?.cutoff();
    Some(PreviousIssue { month, cutoff })
}

/// The last day whose knowledge a month's issue rests on; what is wrong with its dates goes to the log.
pub(super) fn cutoff(files: &dyn Files, month: Month, log: &Log) -> Option<Day> {
    let read_day = |value: &TomlValue<'_>| {
        let (day, last): (Day, Day) = (value.date()?, month.last_day());
        if day < last {
            let message = format!("{day} is before the month is over, on {last}");
            value.fault_with_hint(Code::Dates, message, format!("write {last} or a later day"));
        }
        Some(day)
    };
    Some(read_dates(files, month, log, &read_day)?.cutoff())
}

/// A month with nothing but the dates of its issue.
fn read_dates(
    files: &dyn Files,
    month: Month,
    log: &Log,
    read_day: &dyn Fn(&TomlValue<'_>) -> Option<Day>,
) -> Option<MonthPlan> {
    read(files, month, log, |table| {
        let day = |key| table.part(key, read_day);
        MonthPlan { issued: day("issued"), cutoff: day("cutoff"), ..MonthPlan::new(month) }
    })
}

/// Reports why a month cannot be read.
pub(super) fn report(files: &dyn Files, month: Month, log: &Log) {
    let _ = read(files, month, log, |_| ());
}

fn given_for(ledger: &Ledger) -> BTreeSet<EventId> {
    let earmarks = ledger.entries().iter().filter_map(|entry| entry.kind.earmark());
    let purposes = earmarks.flat_map(|earmark| &earmark.purposes);
    purposes
        .filter_map(|purpose| match purpose {
            Purpose::Event(id) => Some(id.clone()),
            Purpose::Unit(_) | Purpose::Programme(_) | Purpose::Text(_) => None,
        })
        .collect()
}

fn read<T>(files: &dyn Files, month: Month, log: &Log, with: impl FnOnce(&TomlTable<'_>) -> T) -> Option<T> {
    parsed(&folder::text(files, &file_of(month), log)?, log, with)
}

fn file_of(month: Month) -> String {
    format!("{month}/{}", folder::MONTH_FILE)
}

fn parsed<T>(source: &SourceFile, log: &Log, with: impl FnOnce(&TomlTable<'_>) -> T) -> Option<T> {
    let root = crate::tree::parse(source, log)?;
    let spans = Spans::default();
    Some(with(&TomlTable::root(Context { source, log, spans: &spans }, &root)))
}

fn events(root: &TomlTable<'_>) -> Vec<KnownEvent> {
    let event = |table: &TomlTable<'_>| {
        let id = table.peek_id()?.parse().ok()?;
        Some(KnownEvent::new(id, table.part("title", convert::name)))
    };
    root.peek_tables("item").iter().filter_map(event).collect()
}

/// The title of an event with what the files of translations beside its month have for it.
fn titled(files: &dyn Files, month: Month, event: &KnownEvent) -> Option<Name> {
    let mut title = event.title.clone()?;
    let Ok(key) = format!("{}.title", event.id).parse::<TextKey>() else { return Some(title) };
    for language in translation::languages()
        .filter(|language| event.title.as_ref().is_some_and(|name| name.get(*language).is_none()))
    {
        title = translated(files, month, language, &key, &title).unwrap_or(title);
    }
    Some(title)
}

fn translated(files: &dyn Files, month: Month, language: Language, key: &TextKey, title: &Name) -> Option<Name> {
    let file = translation::month_file(month, language);
    let sources = [(key.clone(), SourceText::Name(title.clone()))];
    // The file's other texts are no business of this month's.
    let texts = translation::read(files, &file, language, &sources, &UnreadTexts::default(), &Log::default());
    let text = texts.usable(language, &sources).translation.get(key)?.plain();
    title.clone().with(language, text).ok()
}
