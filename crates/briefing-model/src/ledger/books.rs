//! The ledger itself: how it is made from entries, and how it is asked for them and for the standing on a day.

use super::fault::Faults;
use super::view::View;
use super::{AsOf, InvalidLedger, Ledger, LedgerError, LedgerSettings, NONE, Standing, UnreadEntries, check, standing};
use crate::{Contributor, EntryId, Fault, LedgerEntry};

impl Ledger {
    /// Creates a ledger from its entries, in the order in which they were written down.
    ///
    /// # Errors
    ///
    /// If any fault is an error, returns all faults, warnings included, together with the entries. For each code, the
    /// first fifty faults are reported, with the number of the others.
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

        // Find the entry that each entry is about.
        let ledger = Self::linked(settings, entries, &mut faults);

        // Check each entry by itself and with those it names.
        check::entries(&ledger, &mut faults);

        // Sums are meaningful only after that.
        if !faults.has_errors() {
            check::figures(&ledger, &mut faults);
        }
        (ledger, faults)
    }

    /// Faults in the entries of a ledger that could not be read completely, as far as they do not depend on the unread
    /// entries.
    ///
    /// Sums depend on every entry, so no sum is checked. Nor is an entry that an unread entry may be about, or that may
    /// be about an unread entry.
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

    /// The office's settings for its ledger.
    #[must_use]
    pub const fn settings(&self) -> &LedgerSettings {
        &self.settings
    }

    /// All entries, in the order given.
    #[must_use]
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }

    /// The entry with an id, as it was written; its corrections are entries of their own.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&LedgerEntry> {
        self.find(id).and_then(|at| self.entry_at(at))
    }

    /// The warnings: what deserves a look, but may be right.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }

    /// What had been pledged, received and given in kind by a day, as far as the office knew on another day.
    ///
    /// # Errors
    ///
    /// Fails if a sum is outside the range of money. The sums of the ledger as a whole never are, but those of a part
    /// of its history may be.
    pub fn standing(&self, at: AsOf) -> Result<Standing, LedgerError> {
        standing::standing(&View::new(self, at.known), at.in_effect, at.known)
    }

    pub(super) fn find(&self, id: &EntryId) -> Option<u32> {
        self.index.find(&self.entries, id)
    }

    pub(super) fn entry_at(&self, at: u32) -> Option<&LedgerEntry> {
        self.entries.get(at as usize)
    }

    pub(super) fn line_at(&self, at: u32) -> u32 {
        self.links.get(at as usize).map_or(NONE, |link| link.line)
    }

    pub(super) fn contributor_at(&self, key: u32) -> Option<&Contributor> {
        self.contributors.get(key as usize).map(AsRef::as_ref)
    }
}
