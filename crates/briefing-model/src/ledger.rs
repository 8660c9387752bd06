//! The ledger: every pledge, payment and gift, and what they come to.
//!
//! Entries are only ever added. Each has two times: when it took effect and when it was recorded. A question about the
//! ledger names a day (`as_of`: what had taken effect?) and a state of knowledge (`known_at`: what had been recorded?),
//! so that an old briefing shows its old figures for ever.
//!
//! Entries fall into *lines*. A pledge, allocation or opening balance opens a line; revisions, withdrawals, receipts and
//! refunds that name it belong to it. A receipt on no pledge is a line of its own. Remainders together are one more.
//! What a line comes to is a function of its own entries ([`line`]), and every figure is a sum over lines, so that the
//! parts of any breakdown add up to the whole and every figure can be traced to its entries.

#![deny(clippy::wildcard_enum_match_arm)]

mod access;
mod amend;
mod as_of;
mod breakdown;
mod check;
mod contributions;
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

use self::fault::Faults;
use self::index::IdIndex;
use self::link::EntryLink;
use self::view::View;
use crate::{Contributor, EntryId, Fault, Shared};

pub use self::access::Promise;
pub use self::as_of::AsOf;
pub use self::breakdown::{Breakdown, BreakdownBy, Part, PartKey};
pub use self::contributions::{
    Allocation, InKind, Introduction, NothingStated, OpeningBalance, Pledge, Receipt, ReceiptMore, Refund, Remainder,
    Revision, Withdrawal,
};
pub use self::entry::{EntryKind, EntryKindName, LedgerEntry};
pub use self::fault::{InvalidLedger, LedgerError};
pub use self::history::{HistoryPoint, Newness};
pub(crate) use self::knowledge::together;
pub use self::knowledge::{Coverage, Knowledge, Reach};
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

/// Every entry of an office's ledger, checked against each other.
///
/// In a ledger in hand every reference leads somewhere, every currency fits and no figure is below zero. The order of
/// the entries only matters among those with the same dates.
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
/// What moved in a month, who gave first, and where a figure comes from:
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
    /// Whom the keys in the links stand for, organs already with their States where the office wants that.
    contributors: Vec<Shared<Contributor>>,
    keys: BTreeMap<Shared<Contributor>, u32>,
    /// Positions of the entries that make up the lines: by line, then in order of effect.
    rows: Vec<u32>,
    /// Positions of the others, in order of recording for corrections and of effect for the rest.
    remainders: Vec<u32>,
    in_kind: Vec<u32>,
    rates: Vec<u32>,
    assertions: Vec<u32>,
    corrections: Vec<u32>,
    warnings: Vec<Fault>,
}

impl Ledger {
    /// The ledger of these entries, in the order in which they were written down.
    ///
    /// # Errors
    ///
    /// Fails with everything that is wrong, warnings included, if any of it is an error; the entries come back with it.
    /// The first fifty faults of a code are reported, and how many more there are.
    pub fn new(settings: LedgerSettings, entries: Vec<LedgerEntry>) -> Result<Self, InvalidLedger> {
        let (mut ledger, faults) = Self::examined(settings, entries);
        let failed = faults.has_errors();
        let faults = faults.finish();
        if failed {
            return Err(InvalidLedger { faults, entries: ledger.entries });
        }
        ledger.warnings = faults;
        Ok(ledger)
    }

    fn examined(settings: LedgerSettings, entries: Vec<LedgerEntry>) -> (Self, Faults) {
        let mut faults = Faults::default();

        // Find what each entry is about.
        let ledger = Self::linked(settings, entries, &mut faults);

        // Look at each entry, alone and beside those it names.
        check::entries(&ledger, &mut faults);

        // Only then do sums mean anything.
        if !faults.has_errors() {
            check::figures(&ledger, &mut faults);
        }
        (ledger, faults)
    }

    /// What is wrong with the entries of a ledger that could not all be read, as far as that does not depend on the others.
    ///
    /// Sums depend on every entry, so nothing is said of them; and nothing is said of an entry that one of the others may be
    /// about, or that may be about one of them.
    ///
    /// ```
    /// use briefing_model::{Code, Ledger, LedgerEntry, LedgerSettings, Receipt, UnreadEntries};
    ///
    /// let receipt = |id: &str, pledge: &str| {
    ///     let receipt = Receipt::on(pledge.parse()?, "USD 1000".parse()?);
    ///     Ok::<_, Box<dyn std::error::Error>>(LedgerEntry::new(
    ///         id.parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, receipt,
    ///     ))
    /// };
    /// let entries = vec![receipt("R-1", "P-8")?, receipt("R-2", "P-9")?];
    /// let mut unread = UnreadEntries::default();
    /// unread.mention("P-9");
    /// let faults = Ledger::faults_beside(LedgerSettings::default(), entries, &unread);
    /// assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::UnknownEntry]);
    /// assert_eq!(faults[0].entries().next().map(|id| id.as_str()), Some("R-1"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn faults_beside(settings: LedgerSettings, entries: Vec<LedgerEntry>, unread: &UnreadEntries) -> Vec<Fault> {
        let mut faults = Faults::default();
        let ledger = Self::linked(settings, entries, &mut faults);
        check::entries(&ledger, &mut faults);
        let mut faults = faults.finish();
        faults.retain(|fault| {
            let mut entries = fault.entries().filter_map(|id| ledger.entry(id));
            fault.entries().next().is_none() || !entries.any(|entry| unread.may_concern(entry))
        });
        faults
    }

    /// What the office decided about its ledger.
    #[must_use]
    pub const fn settings(&self) -> &LedgerSettings {
        &self.settings
    }

    /// Every entry, in the order given.
    #[must_use]
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }

    /// The entry of an id, as it was written; corrections of it are entries of their own.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&LedgerEntry> {
        self.find(id).and_then(|at| self.entry_at(at))
    }

    /// What is worth a look without being wrong for certain.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }

    /// What had been pledged, received and given in kind on a day, as far as the office knew on another.
    ///
    /// # Errors
    ///
    /// Fails when a sum leaves the range of money, which a ledger as a whole does not, but a part of its history may.
    pub fn standing(&self, at: AsOf) -> Result<Standing, LedgerError> {
        standing::standing(&View::new(self, at.known), at.in_effect, at.known)
    }

    fn find(&self, id: &EntryId) -> Option<u32> {
        self.index.find(&self.entries, id)
    }

    fn entry_at(&self, at: u32) -> Option<&LedgerEntry> {
        self.entries.get(at as usize)
    }

    fn line_at(&self, at: u32) -> u32 {
        self.links.get(at as usize).map_or(NONE, |link| link.line)
    }

    fn contributor_at(&self, key: u32) -> Option<&Contributor> {
        self.contributors.get(key as usize).map(AsRef::as_ref)
    }
}
