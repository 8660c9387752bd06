//! What only the month as a whole shows: facts that do not exist, pledges that do not add up. The model finds it; here it gets
//! its place.

use std::ops::Range;

use briefing_model::{Briefing, CompileFault, EntryId, Ledger, MonthPlan, Office, Placement, Subject};

use super::ledger;
use super::month::MonthSpans;
use super::office::OfficeTexts;
use super::settings::LedgerFile;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::files::Files;
use crate::source::SourceFile;
use crate::tree::{Log, within};

/// Where things stand in the files that a month is made of.
pub(super) struct Spans<'s> {
    pub(super) office_source: &'s SourceFile,
    pub(super) office: &'s OfficeTexts,
    pub(super) month_source: &'s SourceFile,
    pub(super) month: &'s MonthSpans,
    pub(super) ledger: Option<&'s LedgerFile>,
}

/// What the month amounts to, if it holds together.
pub(super) fn compile(
    office: &Office,
    ledger: &Ledger,
    plan: &MonthPlan,
    spans: &Spans<'_>,
    files: &dyn Files,
    log: &Log,
) -> Option<Briefing> {
    warn_of_absent_units(office, plan, spans, log);
    if let Some(file) = spans.ledger {
        ledger::check_issue(files, file, ledger, plan, log);
    }
    let faults = match Briefing::compile(office, ledger, plan) {
        Ok(briefing) => return Some(briefing),
        Err(invalid) => invalid.faults,
    };
    for fault in faults {
        // The reader has seen these, and said more of them.
        if matches!(fault.code, Code::OutsideMonth | Code::Dates | Code::DuplicateItem) {
            continue;
        }
        let mut diagnostic = Diagnostic::new(fault.code, spans.location(&fault, files), fault.message);
        diagnostic.hint = fault.hint;
        // A text of the office may be at fault in each of its months.
        log.push_once(diagnostic);
    }
    None
}

impl Spans<'_> {
    fn location(&self, fault: &CompileFault, files: &dyn Files) -> Location {
        let top = |keys: &[&str]| keys.iter().find_map(|key| self.month.top.get(key)).cloned();
        let month = |span: Option<Range<usize>>| self.place(self.month_source, span, fault.offset);
        let office = |span: Option<Range<usize>>| self.place(self.office_source, span, fault.offset);
        match &fault.subject {
            Subject::Month => Location::whole_file(self.month_source.file()),
            Subject::StatedTotal => month(top(&["stated-total"])),
            Subject::Dates => month(top(&["cutoff", "issued"])),
            Subject::Item { index, part, .. } => {
                let item = self.month.items.get(*index);
                month(item.map(|item| item.parts.get(part).unwrap_or(&item.heading).clone()))
            }
            Subject::About(index) => office(self.office.about.get(*index).cloned()),
            Subject::MandateIntro => office(self.office.intro.clone()),
            Subject::Disclaimer => office(self.office.disclaimer.clone()),
            Subject::Ledger(entry) => self.ledger(entry.as_ref(), files),
        }
    }

    /// A stretch of a source, or the place in it that a text's offset points at.
    fn place(&self, source: &SourceFile, span: Option<Range<usize>>, offset: Option<usize>) -> Location {
        let Some(span) = span else { return Location::whole_file(source.file()) };
        match offset {
            Some(offset) => source.location(within(source, &span, offset..offset + 1)),
            None => source.location(span),
        }
    }

    fn ledger(&self, entry: Option<&EntryId>, files: &dyn Files) -> Location {
        let Some(file) = self.ledger else { return Location::whole_file(self.office_source.file()) };
        let found = entry.and_then(|entry| ledger::locate_entry(files, file, entry));
        found.unwrap_or_else(|| Location::whole_file(file.path.as_str()))
    }
}

/// Items under units that their own dates say were not there.
fn warn_of_absent_units(office: &Office, plan: &MonthPlan, spans: &Spans<'_>, log: &Log) {
    let (first, last) = (plan.month.first_day(), plan.month.last_day());
    for (event, item) in plan.events.iter().zip(&spans.month.items) {
        let Placement::Unit(id) = &event.placement else { continue };
        let Some(unit) = office.data().units.get(id) else { continue };
        let span = item.parts.get("section").unwrap_or(&item.heading).clone();
        let message = if let Some(since) = unit.since.filter(|since| since.first_day() > last) {
            format!("the unit `{id}` exists since {since} only")
        } else if let Some(until) = unit.until.filter(|until| until.last_day() < first) {
            format!("the unit `{id}` existed until {until}")
        } else {
            continue;
        };
        log.push(Diagnostic::new(Code::UnitNotThere, spans.month_source.location(span), message));
    }
}
