//! The ledger: every pledge, payment and gift, and their totals.
//!
//! Entries are only ever added. Each has two times: when it took effect and when it was recorded. A question to the
//! ledger names a day (`as_of`: what had taken effect?) and a state of knowledge (`known_at`: what had been recorded?),
//! so that an old briefing always shows its old figures.
//!
//! Entries form *lines*. A pledge, allocation or opening balance opens a line; the revisions, withdrawals, receipts and
//! refunds that name it belong to it. A receipt that names no pledge is a line of its own. All remainders together are
//! one more line. The value of a line is a function of its own entries ([`line`]), and every figure is a sum over
//! lines, so that the parts of any breakdown add up to the whole and every figure can be traced to its entries.

#![deny(clippy::wildcard_enum_match_arm)]

mod access;
mod amend;
mod as_of;
// First of the blocks of `impl Ledger`: rustdoc shows them in this order, and `Ledger::new` should come first.
mod books;
mod breakdown;
mod check;
mod contributions;
mod corrected;
mod coverage;
mod entry;
mod fault;
mod figures;
mod history;
mod index;
mod knowledge;
mod line;
mod link;
mod movement;
mod references;
mod settings;
mod standing;
mod statements;
mod terms;
mod trace;
mod unread;
mod view;
mod wire;

use std::collections::BTreeMap;

use self::index::IdIndex;
use self::link::EntryLink;
use crate::{Contributor, Fault, Shared};

pub use self::access::Promise;
pub use self::as_of::AsOf;
pub use self::breakdown::{Breakdown, BreakdownBy, Part, PartKey};
pub use self::check::note_says_unknown;
pub use self::contributions::{
    Allocation, InKind, Introduction, OpeningBalance, Pledge, Receipt, ReceiptMore, Refund, Remainder, Revision,
    Withdrawal,
};
pub(crate) use self::corrected::SinceIssue;
pub use self::corrected::{EntryCorrection, MovementCorrection};
pub use self::entry::{EntryKind, EntryKindName, LedgerEntry};
pub use self::fault::{InvalidLedger, LedgerError};
pub use self::history::{HistoryPoint, Newness};
pub(crate) use self::knowledge::together;
pub use self::knowledge::{Coverage, Knowledge, Reach};
pub(crate) use self::movement::also_received;
pub(crate) use self::movement::newly_promised;
pub use self::movement::{Movement, MovementKind, MovementSum, MovementTotal};
pub use self::references::LedgerReferences;
pub use self::settings::{Certainty, LedgerSettings, MultiYear, OrgansCount};
pub use self::standing::{
    ContributorStanding, InKindStanding, RemainderStanding, Standing, StandingNote, UnvaluedStanding,
};
pub use self::statements::{Amendment, Assertion, Correction, CorrectionKind, Rate};
pub use self::terms::{Instalment, InvalidSchedule, InvalidTerms, Schedule, Terms};
pub use self::trace::{Figure, InvalidFigure, Measure, Trace, TraceAmount, TraceLine};
pub use self::unread::UnreadEntries;

/// No position: the entry belongs to no line, or has no contributor.
const NONE: u32 = u32::MAX;

/// All entries of an office's ledger, checked against each other.
///
/// In a `Ledger`, every reference leads to an entry, every currency fits and no figure is below zero. The order of the
/// entries matters only among those with the same dates.
///
/// ```
/// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge, Receipt, Revision};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 100".parse()?);
/// let revision = Revision { pledge: "P-1".parse()?, terms: "USD 150".parse::<briefing_model::Amount>()?.into() };
/// let receipt = Receipt::on("P-1".parse()?, "USD 40".parse()?);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![
///     LedgerEntry::new("P-1".parse()?, "2025-01-10".parse()?, "2025-01-12".parse()?, pledge),
///     LedgerEntry::new("V-1".parse()?, "2025-03-01".parse()?, "2025-03-04".parse()?, revision),
///     LedgerEntry::new("R-1".parse()?, "2025-04".parse()?, "2025-05-02".parse()?, receipt),
/// ])?;
///
/// let standing = ledger.standing(AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? })?;
/// assert_eq!(standing.pledged.to_string(), "USD 150.00", "never 250");
/// assert_eq!(standing.outstanding.to_string(), "USD 110.00");
/// assert_eq!(standing.partners.to_string(), "1");
/// // Two days earlier the office did not know of the payment.
/// let earlier = ledger.standing(AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-01".parse()? })?;
/// assert!(earlier.received.is_unknown(), "and no payment on record is not the same as none");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What moved in a month, what a contributor gave first, and the entries behind a figure:
///
/// ```
/// use briefing_model::{AsOf, BreakdownBy, Ledger, LedgerEntry, LedgerReferences, LedgerSettings, Month, Pledge};
///
/// let pledge = |from: &str, sum: &str| -> Result<Pledge, Box<dyn std::error::Error>> {
///     Ok(Pledge::new(from.parse()?, sum.parse()?))
/// };
/// let ledger = Ledger::new(LedgerSettings::default(), vec![
///     LedgerEntry::new("P-1".parse()?, "2025-03-10".parse()?, "2025-03-12".parse()?, pledge("DEU", "USD 100")?),
///     LedgerEntry::new("P-2".parse()?, "2025-04-02".parse()?, "2025-04-03".parse()?, pledge("DEU", "USD 50")?),
///     LedgerEntry::new("P-3".parse()?, "2025-04-09".parse()?, "2025-04-11".parse()?, pledge("ESP", "USD 70")?),
/// ])?;
/// let end = AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-05".parse()? };
///
/// let april = ledger.movements("2025-04".parse::<Month>()?, end.known)?;
/// assert_eq!(Ledger::movement_totals(&april)?[0].amount.to_string(), "USD 120.00");
/// let first = ledger.first_contribution(&"DEU".parse()?, end.known).ok_or("it gave")?;
/// assert_eq!(Some(first), ledger.entry(&"P-1".parse()?));
/// let trace = ledger.trace(&"contributors.DEU.pledged".parse()?, end)?;
/// assert_eq!(trace.lines.len(), 2);
/// let by_contributor = ledger.breakdown(BreakdownBy::Contributor, end)?;
/// assert_eq!(by_contributor.parts.len(), 2);
/// assert!(ledger.check_references(&LedgerReferences::default()).is_empty(), "States are known to every office");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Ledger {
    settings: LedgerSettings,
    entries: Vec<LedgerEntry>,
    index: IdIndex,
    /// What each entry belongs to, by position.
    links: Vec<EntryLink>,
    /// The contributors for which the keys in the links stand, with organs already combined with their States if the
    /// office wants that.
    contributors: Vec<Shared<Contributor>>,
    keys: BTreeMap<Shared<Contributor>, u32>,
    /// Positions of the entries that make up the lines: by line, then in order of effect.
    rows: Vec<u32>,
    /// Positions of the other entries: corrections in order of recording, all others in order of effect.
    remainders: Vec<u32>,
    in_kind: Vec<u32>,
    rates: Vec<u32>,
    assertions: Vec<u32>,
    corrections: Vec<u32>,
    warnings: Vec<Fault>,
}
