//! Why a month does not make a briefing.

use std::fmt;

use crate::fault::reasons;
use crate::{Fault, Subject};

/// The reasons why a month does not make a briefing, or why a briefing contradicts itself; at least one.
///
/// ```
/// use briefing_model::{Briefing, Code, Event, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, Placement};
///
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
/// let mut plan = MonthPlan::new("2025-04".parse()?);
/// plan.events = vec![Event::new("votan".parse()?, Placement::Highlights, "2025-05-06".parse()?, "It met.".parse()?)];
/// let error = Briefing::compile(&office, &ledger, &plan).unwrap_err();
/// assert_eq!(error.faults[0].code, Code::OutsideMonth);
/// assert_eq!(error.faults[0].place.as_ref().map(ToString::to_string).as_deref(), Some("2025-04: item[votan].when"));
/// assert_eq!(error.to_string(), "the month does not make a briefing: M0103 at `2025-04: item[votan].when`: no day of `2025-05-06` lies in 2025-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct InvalidBriefing {
    /// Each reason, with its place.
    pub faults: Vec<Fault>,
}

impl fmt::Display for InvalidBriefing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_briefing = |fault: &Fault| fault.place.as_ref().is_some_and(|path| *path.subject() == Subject::Briefing);
        // Whatever reads a briefing has already said what it reads.
        if !self.faults.iter().any(is_briefing) {
            f.write_str("the month does not make a briefing: ")?;
        }
        f.write_str(&reasons(&self.faults))
    }
}
