//! What keeps a month from being a briefing.

use crate::Fault;

/// A month that does not make a briefing: every reason, at least one.
///
/// ```
/// use briefing_model::{Briefing, Code, Event, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, Placement};
///
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let ledger = Ledger::new(LedgerSettings::default(), vec![]).map_err(|faults| faults[0].clone())?;
/// let mut plan = MonthPlan::new("2025-04".parse()?);
/// plan.events = vec![Event::new("votan".parse()?, Placement::Highlights, "2025-05-06".parse()?, "It met.".parse()?)];
/// let error = Briefing::compile(&office, &ledger, &plan).unwrap_err();
/// assert_eq!(error.faults[0].code, Code::OutsideMonth);
/// assert_eq!(error.faults[0].place.as_ref().map(ToString::to_string).as_deref(), Some("2025-04: item[votan].when"));
/// assert_eq!(error.to_string(), "the month does not make a briefing: no day of `2025-05-06` lies in 2025-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the month does not make a briefing: {}", crate::fault::messages(.faults))]
pub struct InvalidBriefing {
    /// Each reason, with its place.
    pub faults: Vec<Fault>,
}
