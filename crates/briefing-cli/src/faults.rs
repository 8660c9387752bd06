//! What is wrong with an office folder, as a command tells it: what the reader found, and what the pages showed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use briefing_office::{Code, Diagnostics, Location, MOST_PER_CODE, Severity};
use serde::Serialize;

use crate::status::Status;

/// Something that only a finished page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct PageFault {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    #[serde(flatten)]
    pub(crate) place: Option<Location>,
    pub(crate) hint: Option<String>,
    pub(crate) related: [(); 0],
}

impl PageFault {
    pub(crate) fn new(code: Code, place: Option<Location>, message: String) -> Self {
        Self { code, severity: code.severity(), message, place, hint: None, related: [] }
    }
}

/// In the form in which the reader's faults are shown.
impl fmt::Display for PageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity, self.code, self.message)?;
        let Some(place) = &self.place else { return Ok(()) };
        writeln!(f, " --> {place}")?;
        if place.line == 0 {
            return Ok(());
        }
        let gutter = place.line.to_string().len();
        writeln!(f, " {:gutter$} |", "")?;
        writeln!(f, " {:gutter$} | {}", place.line, place.excerpt)?;
        writeln!(f, " {:gutter$} | {:>caret$}", "", "^", caret = place.caret)
    }
}

/// All that was found.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    read: Diagnostics,
    /// The first of each code, up to [`MOST_PER_CODE`].
    pages: Vec<PageFault>,
    /// All, told apart by what they say.
    seen: BTreeSet<(Code, String)>,
}

impl Faults {
    /// Takes up what a reading found, leaving out what another has found already.
    pub(crate) fn add_reading(&mut self, found: Diagnostics) {
        if self.read.is_empty() {
            self.read = found;
            return;
        }
        for diagnostic in &found {
            if !self.read.iter().any(|known| known == diagnostic) {
                self.read.push(diagnostic.clone());
            }
        }
    }

    /// Takes up all that was found elsewhere, each once.
    pub(crate) fn append(&mut self, other: Self) {
        self.add_reading(other.read);
        // Those that are shown first, in their order, and then those that are only counted.
        for PageFault { code, message, place, .. } in other.pages {
            self.add_page(code, message, || place);
        }
        for (code, message) in other.seen {
            self.add_page(code, message, || None);
        }
    }

    /// Takes up what a page showed, once. Its place is looked for only if it will be shown.
    pub(crate) fn add_page(&mut self, code: Code, message: String, place: impl FnOnce() -> Option<Location>) {
        if !self.seen.insert((code, message.clone())) {
            return;
        }
        if self.pages.iter().filter(|fault| fault.code == code).count() < MOST_PER_CODE {
            self.pages.push(PageFault::new(code, place(), message));
        }
    }

    /// Leaves out what a page showed that nobody who keeps an office folder can mend.
    pub(crate) fn leave_to_the_tables(&mut self) {
        self.pages.retain(|fault| fault.code != Code::WordingInEnglish);
        self.seen.retain(|(code, _)| *code != Code::WordingInEnglish);
    }

    pub(crate) fn errors(&self) -> usize {
        self.read.errors() + self.page_errors()
    }

    fn page_errors(&self) -> usize {
        self.seen.iter().filter(|(code, _)| code.severity() == Severity::Error).count()
    }

    pub(crate) fn warnings(&self) -> usize {
        self.read.warnings() + self.seen.len() - self.page_errors()
    }

    /// The codes with more faults than are kept, and how many more.
    fn more(&self) -> Vec<(Code, usize)> {
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        self.seen.iter().for_each(|(code, _)| *counts.entry(*code).or_default() += 1);
        let kept = |code| self.pages.iter().filter(|fault| fault.code == code).count();
        let pages = counts.into_iter().map(|(code, count)| (code, count - kept(code)));
        self.read.more().chain(pages.filter(|(_, more)| *more > 0)).collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors() + self.warnings() == 0
    }

    /// How a command ends that found this.
    pub(crate) fn status(&self, strict: bool) -> Status {
        if self.read.system_refused() {
            Status::System
        } else if self.errors() > 0 || (strict && self.warnings() > 0) {
            Status::Input
        } else {
            Status::Done
        }
    }

    /// How many there are, in words; nothing if there are none.
    pub(crate) fn count(&self) -> String {
        let word = |count: usize, word: &str| match count {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{count} {word}s")),
        };
        let words = [word(self.errors(), "error"), word(self.warnings(), "warning")];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// All of it for a program, in the form of [`Diagnostics::to_json`].
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        let mut all = serde_json::to_value(&self.read)?;
        if let Some(all) = all.as_object_mut() {
            all.insert("errors".to_owned(), self.errors().into());
            all.insert("warnings".to_owned(), self.warnings().into());
            let more: serde_json::Map<_, _> =
                self.more().into_iter().map(|(code, more)| (code.to_string(), more.into())).collect();
            all.insert("more".to_owned(), more.into());
            if let Some(list) = all.get_mut("diagnostics").and_then(serde_json::Value::as_array_mut) {
                for fault in &self.pages {
                    list.push(serde_json::to_value(fault)?);
                }
            }
        }
        serde_json::to_string_pretty(&all)
    }
}

/// For people; ends with how many there are.
impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.read {
            writeln!(f, "{diagnostic}")?;
        }
        for fault in &self.pages {
            writeln!(f, "{fault}")?;
        }
        for (code, more) in self.more() {
            writeln!(f, "and {more} more of {code}\n")?;
        }
        if !self.is_empty() {
            writeln!(f, "{}; `briefing explain CODE` tells what a code means", self.count())?;
        }
        Ok(())
    }
}
