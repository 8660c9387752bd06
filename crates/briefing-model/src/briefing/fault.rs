//! What keeps a month from being a briefing.

use crate::{Code, EntryId, EventId};

/// What a fault is about, so that a reader of files can point at it.
///
/// ```
/// use briefing_model::Subject;
///
/// let subject = Subject::Item { index: 0, id: "votan".parse()?, part: "when" };
/// assert!(matches!(subject, Subject::Item { part: "when", .. }));
/// # Ok::<(), briefing_model::InvalidId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The month as a whole.
    Month,
    /// The total the month states.
    StatedTotal,
    /// The month's cutoff or date of issue.
    Dates,
    /// A part of an item, by the item's position among the month's items, counted from zero.
    Item {
        /// The position.
        index: usize,
        /// The item.
        id: EventId,
        /// Which part of it, by its name in the office's files.
        part: &'static str,
    },
    /// One of the paragraphs about the office, counted from zero.
    About(usize),
    /// The sentence before the mandate's functions.
    MandateIntro,
    /// The line printed on every page.
    Disclaimer,
    /// The ledger as a whole, or one of its entries.
    Ledger(Option<EntryId>),
}

/// One reason why a month does not make a briefing.
///
/// ```
/// use briefing_model::{Briefing, Code, Event, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, Placement};
///
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let ledger = Ledger::new(LedgerSettings::default(), vec![]).map_err(|faults| faults[0].clone())?;
/// let mut plan = MonthPlan::new("2025-04".parse()?);
/// plan.events = vec![Event::new("votan".parse()?, Placement::Highlights, "2025-05-06".parse()?, "It met.".parse()?)];
/// let fault = Briefing::compile(&office, &ledger, &plan).unwrap_err().faults.remove(0);
/// assert_eq!(fault.code, Code::OutsideMonth);
/// assert_eq!(fault.to_string(), "item `votan` took place on 2025-05-06, outside 2025-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct CompileFault {
    /// Its stable code.
    pub code: Code,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong, in a clause without a full stop.
    pub message: String,
    /// Where in the subject's text, in bytes.
    pub offset: Option<usize>,
    /// What to do about it, where more can be said than the code's explanation does.
    pub hint: Option<String>,
}

impl CompileFault {
    pub(super) fn new(code: Code, subject: Subject, message: impl Into<String>) -> Self {
        Self { code, subject, message: message.into(), offset: None, hint: None }
    }
}

/// A month that does not make a briefing: every reason, at least one.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData};
///
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let ledger = Ledger::new(LedgerSettings::default(), vec![]).map_err(|faults| faults[0].clone())?;
/// let mut plan = MonthPlan::new("2025-04".parse()?);
/// plan.issued = Some("2025-04-06".parse()?);
/// let error = Briefing::compile(&office, &ledger, &plan).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the month does not make a briefing: the day of issue, 2025-04-06, lies before the end of 2025-04"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the month does not make a briefing: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidBriefing {
    /// Each reason, with what it is about.
    pub faults: Vec<CompileFault>,
}
