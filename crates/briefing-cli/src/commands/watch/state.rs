//! What the browser is shown: the last good pages, and what is wrong now.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use briefing::{Diagnostics, Disk, Folder, Language, Month, RenderError, compare};
use serde::Serialize;

/// One state of the month.
pub(super) struct ShownMonth {
    /// The files that could be made.
    files: BTreeMap<Language, Arc<[u8]>>,
    view: WatchView,
}

/// What stands beside the pages.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct WatchView {
    /// Counts the states.
    version: u64,
    month: String,
    languages: Vec<String>,
    /// In the order of the languages, whether the pages are those of this state; if not, they are older.
    current: Vec<bool>,
    summary: String,
    faults: Vec<ShownFault>,
    /// What differs from the month before.
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
    /// Reads the folder anew and renders the month in each language.
    pub(super) fn render(office: &Path, month: Month, languages: &[Language]) -> Self {
        let mut view = WatchView {
            month: month.to_string(),
            languages: languages.iter().map(ToString::to_string).collect(),
            ..WatchView::default()
        };
        let mut files = BTreeMap::new();
        let disk = match Disk::open(office) {
            Ok(disk) => disk,
            Err(error) => {
                view.summary = format!("`{}` cannot be read: {error}", office.display());
                view.current = vec![false; languages.len()];
                return Self { files, view };
            }
        };
        let folder = Folder::new(disk);
        let mut found = Diagnostics::new();
        let mut other = None;
        for language in languages {
            match folder.render(month, *language) {
                Ok(file) => {
                    found.merge(file.warnings);
                    files.insert(*language, file.bytes.into());
                }
                Err(RenderError::Faults(faults)) => found.merge(faults),
                Err(error) => other = Some(error.to_string()),
            }
        }
        view.current = languages.iter().map(|language| files.contains_key(language)).collect();
        view.faults = found
            .iter()
            .map(|fault| ShownFault {
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
            })
            .collect();
        view.summary = other.unwrap_or_else(|| if found.is_empty() { "no faults".to_owned() } else { found.summary() });
        view.changes = languages.first().map(|language| changes(&folder, month, *language)).unwrap_or_default();
        Self { files, view }
    }

    /// A line for the terminal.
    pub(super) fn summary(&self) -> String {
        let made = self.view.current.iter().filter(|current| **current).count();
        format!("{}: {}; {made} of {} rendered", self.view.month, self.view.summary, self.view.current.len())
    }
}

/// What differs from the month before, a line each.
fn changes(folder: &Folder, month: Month, language: Language) -> Vec<String> {
    let Some(before) = folder.months().iter().rfind(|earlier| **earlier < month) else { return Vec::new() };
    let read = |month| folder.month(month, language).into_parts().0.map(|read| read.briefing);
    let (Some(before), Some(after)) = (read(*before), read(month)) else { return Vec::new() };
    let comparison = compare(&before, &after, language);
    comparison.changes.iter().map(crate::commands::diff::plain_line).collect()
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
    files: BTreeMap<Language, Arc<[u8]>>,
}

impl SharedMonth {
    /// Puts a new state in the place of the last one; pages that could not be made anew stay.
    pub(super) fn show(&self, shown: ShownMonth) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let version = now.view.version + 1;
        now.view = WatchView { version, ..shown.view };
        now.files.extend(shown.files);
        self.changed.notify_all();
    }

    /// The state, as soon as it is not the one of a version, or after a while.
    pub(super) fn after(&self, version: u64, longest: Duration) -> WatchView {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(now, longest, |now| now.view.version == version);
        waited.map_or_else(|poisoned| poisoned.into_inner().0.view.clone(), |(now, _)| now.view.clone())
    }

    /// The last good file in a language.
    pub(super) fn file(&self, language: Language) -> Option<Arc<[u8]>> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).files.get(&language).cloned()
    }
}
