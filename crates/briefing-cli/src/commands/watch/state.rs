//! What the browser is shown: the last good pages, and what is wrong now.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use briefing::{Diagnostics, Disk, Folder, Language, Month, RenderError, RenderOptions, compare_in_words};
use serde::Serialize;

use super::pages::GoodPages;
use crate::folder;

/// One state of the month.
pub(super) struct ShownMonth {
    /// The files that could be rendered.
    pages: BTreeMap<Language, GoodPages>,
    view: WatchView,
}

/// What is shown beside the pages.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct WatchView {
    /// Counts the states.
    version: u64,
    month: String,
    languages: Vec<String>,
    /// In the order of the languages, whether the pages are of this state or older.
    current: Vec<bool>,
    summary: String,
    faults: Vec<ShownFault>,
    /// What differs from the previous month.
    changes: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ShownFault {
    severity: String,
    code: String,
    message: String,
    place: String,
    excerpt: String,
    help: Option<String>,
}

impl ShownMonth {
    /// Reads the folder again and renders the month in each language.
    pub(super) fn render(office: &Path, month: Month, languages: &[Language]) -> Self {
        let mut view = WatchView {
            month: month.to_string(),
            languages: languages.iter().map(ToString::to_string).collect(),
            ..WatchView::default()
        };
        let mut pages = BTreeMap::new();
        let folder = match Disk::open(office) {
            Ok(disk) => Folder::new(disk),
            Err(error) => {
                view.summary = format!("`{}` cannot be read: {error}", office.display());
                view.current = vec![false; languages.len()];
                return Self { pages, view };
            }
        };
        let mut found = Diagnostics::new();
        let mut other = None;
        let editions: Vec<_> = languages.iter().map(|language| (month, RenderOptions::from(*language))).collect();
        // The browser is shown pages; the file is written when somebody asks for it.
        let Ok(()) = folder.proof_each(
            &editions,
            |proof| GoodPages::of(proof, office),
            |_, made| {
                match made {
                    Ok(good) => {
                        found.merge(good.warnings().clone());
                        pages.insert(good.language(), good);
                    }
                    Err(RenderError::Faults(faults)) => found.merge(faults),
                    Err(error) => other = Some(folder::unmade(&error)),
                }
                Ok::<(), Infallible>(())
            },
        );
        view.current = languages.iter().map(|language| pages.contains_key(language)).collect();
        view.take_faults(&found, office);
        if let Some(other) = other {
            view.summary = other;
        }
        Self { pages, view }
    }

    /// What takes longer than the pages: what only `check` finds, such as house style, in the month and in what all months share;
    /// and what differs from the previous month.
    pub(super) fn check(office: &Path, month: Month, language: Option<Language>) -> Option<(Diagnostics, Vec<String>)> {
        let folder = Folder::new(Disk::open(office).ok()?);
        let found = folder.check_months(&[month], |_, _| {});
        let changes = language.map(|language| changes(&folder, month, language)).unwrap_or_default();
        Some((found, changes))
    }

    /// A line for the terminal.
    pub(super) fn summary(&self) -> String {
        let made = self.view.current.iter().filter(|current| **current).count();
        format!("{}: {}; {made} of {} rendered", self.view.month, self.view.summary, self.view.current.len())
    }
}

impl WatchView {
    fn take_faults(&mut self, found: &Diagnostics, office: &Path) {
        let shown = found.iter().map(|fault| ShownFault {
            severity: fault.severity.to_string(),
            code: fault.code.to_string(),
            message: fault.message.clone(),
            place: fault
                .place
                .as_ref()
                .map(|place| office.join(place.to_string()).display().to_string())
                .unwrap_or_default(),
            excerpt: fault.place.as_ref().map(|place| place.excerpt.clone()).unwrap_or_default(),
            help: fault.hint.clone(),
        });
        self.faults = shown.collect();
        self.summary = if found.is_empty() { "no faults".to_owned() } else { found.summary() };
    }
}

/// What differs from the previous month, one line each.
fn changes(folder: &Folder, month: Month, language: Language) -> Vec<String> {
    let Some(before) = folder.months().iter().rfind(|earlier| **earlier < month) else { return Vec::new() };
    let read = |month| folder.month(month, language).into_parts().0.map(|read| read.briefing);
    let (Some(before), Some(after)) = (read(*before), read(month)) else { return Vec::new() };
    compare_in_words(&before, &after, language).iter().map(crate::commands::diff::plain_line).collect()
}

/// The newest state, for the threads that serve it.
#[derive(Default)]
pub(super) struct SharedMonth {
    now: Mutex<Now>,
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    view: WatchView,
    pages: BTreeMap<Language, Arc<GoodPages>>,
}

impl SharedMonth {
    /// Replaces the last state; pages that could not be rendered again stay.
    pub(super) fn show(&self, shown: ShownMonth) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let version = now.view.version + 1;
        let changes = std::mem::take(&mut now.view.changes);
        now.view = WatchView { version, changes, ..shown.view };
        for (language, mut pages) in shown.pages {
            pages.number(version, now.pages.get(&language).map(AsRef::as_ref));
            now.pages.insert(language, Arc::new(pages));
        }
        self.changed.notify_all();
    }

    /// Adds what was found since about the newest state, and its changes; the pages stay the same.
    pub(super) fn show_checked(&self, found: &Diagnostics, changes: Vec<String>, office: &Path) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.view.version += 1;
        now.view.take_faults(found, office);
        now.view.changes = changes;
        self.changed.notify_all();
    }

    /// The state, as soon as it is newer than a version, or after a while.
    pub(super) fn after(&self, version: u64, longest: Duration) -> WatchView {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(now, longest, |now| now.view.version == version);
        waited.map_or_else(|poisoned| poisoned.into_inner().0.view.clone(), |(now, _)| now.view.clone())
    }

    /// The last good pages in a language.
    pub(super) fn pages(&self, language: Language) -> Option<Arc<GoodPages>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).pages.get(&language).cloned()
    }
}
