//! Checking the ledger against the rest of the office's folder.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use super::fault::Faults;
use crate::{
    AsOf, Code, Contributor, Earmark, EventId, Fault, FundId, Gaps, LedgerEntry, PartialDate, PartyId, PartyRef,
    ProgrammeId, Purpose, SourceId, UnitId,
};

/// What the office's folder has that entries may name.
///
/// ```
/// use briefing_model::{Ledger, Code, LedgerEntry, LedgerReferences, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("undpp".parse()?, "USD 1000".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let faults = ledger.check_references(&LedgerReferences::default());
/// assert_eq!(faults[0].code, Code::UnknownContributor);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerReferences {
    /// Parties that are not States.
    pub parties: BTreeSet<PartyId>,
    /// Funds.
    pub funds: BTreeSet<FundId>,
    /// Programmes, and when they closed.
    pub programmes: BTreeMap<ProgrammeId, Option<PartialDate>>,
    /// Units.
    pub units: BTreeSet<UnitId>,
    /// Events; none where they are not known, as events belong to months.
    pub events: Option<BTreeSet<EventId>>,
    /// Sources.
    pub sources: BTreeSet<SourceId>,
    /// What of the office could not be read: a list with an item whose id is not known may have any id.
    pub gaps: Gaps,
}

impl Ledger {
    /// Everything that entries name and the office's folder does not have, and what is earmarked for a programme that
    /// had closed.
    #[must_use]
    pub fn check_references(&self, references: &LedgerReferences) -> Vec<Fault> {
        let hidden = ["party", "fund", "unit", "programme", "source"];
        let hidden = hidden.into_iter().filter(|list| references.gaps.hide_ids(list)).collect();
        let mut check = ReferenceCheck { references, hidden, faults: Faults::default() };
        for entry in &self.entries {
            if let Some(contributor) = entry.kind.contributor() {
                check.contributor(entry, contributor);
            }
            if let Some(earmark) = entry.kind.earmark() {
                check.earmark(entry, earmark);
            }
            check.source(entry);
        }
        check.faults.finish()
    }

    /// Entries that were recorded in time for an issue and are dated after its last day.
    ///
    /// ```
    /// use briefing_model::{AsOf, Ledger, Code, LedgerEntry, LedgerSettings, Pledge};
    ///
    /// let pledge = Pledge::new("DEU".parse()?, "USD 1000".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2052-04".parse()?, "2025-05-05".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let faults = ledger.check_issue(AsOf { in_effect: "2025-04-30".parse()?, known: "2025-05-06".parse()? });
    /// assert_eq!(faults[0].code, Code::AfterIssue);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_issue(&self, at: AsOf) -> Vec<Fault> {
        let AsOf { in_effect: as_of, known: known_at } = at;
        let mut faults = Faults::default();
        for entry in self.entries.iter().filter(|entry| entry.recorded <= known_at) {
            // What takes effect between the month's end and the cutoff belongs to the next issue, as it should.
            let first = entry.effective.first_day();
            if let Some(first) = first.filter(|&first| first > as_of.max(known_at)) {
                let message = format!("is dated {first}, after the issue, which counts until {as_of}");
                faults.add(Code::AfterIssue, &[&entry.id], message);
            }
        }
        faults.finish()
    }
}

struct ReferenceCheck<'a> {
    references: &'a LedgerReferences,
    /// The lists that may have any id.
    hidden: Vec<&'static str>,
    faults: Faults,
}

impl ReferenceCheck<'_> {
    fn hidden(&self, list: &str) -> bool {
        self.hidden.contains(&list)
    }

    fn contributor(&mut self, entry: &LedgerEntry, contributor: &Contributor) {
        for party in [Some(&contributor.party), contributor.on_behalf_of.as_ref()].into_iter().flatten() {
            if let PartyRef::Party(id) = party
                && !self.references.parties.contains(id)
                && !self.hidden("party")
            {
                let message = format!("names party `{id}`, which the office does not list");
                self.faults.add(Code::UnknownContributor, &[&entry.id], message);
            }
        }
    }

    fn earmark(&mut self, entry: &LedgerEntry, earmark: &Earmark) {
        let fund = earmark.fund.as_ref().filter(|fund| !self.references.funds.contains(*fund));
        if let Some(fund) = fund.filter(|_| !self.hidden("fund")) {
            let message = format!("names fund `{fund}`, which the office does not list");
            self.faults.add(Code::UnknownFund, &[&entry.id], message);
        }
        for purpose in &earmark.purposes {
            self.purpose(entry, purpose);
        }
    }

    fn purpose(&mut self, entry: &LedgerEntry, purpose: &Purpose) {
        let known = match purpose {
            Purpose::Unit(id) => self.references.units.contains(id) || self.hidden("unit"),
            Purpose::Event(id) => self.references.events.as_ref().is_none_or(|events| events.contains(id)),
            Purpose::Text(_) => true,
            Purpose::Programme(id) => match self.references.programmes.get(id) {
                None => self.hidden("programme"),
                Some(closed) => {
                    self.closed(entry, id, *closed);
                    true
                }
            },
        };
        if !known {
            let message = format!("is earmarked for `{purpose}`, which the office does not list");
            self.faults.add(Code::UnknownPurpose, &[&entry.id], message);
        }
    }

    fn closed(&mut self, entry: &LedgerEntry, programme: &ProgrammeId, closed: Option<PartialDate>) {
        if let (Some(closed), Some(first)) = (closed, entry.effective.first_day())
            && first > closed.last_day()
        {
            let message = format!("is earmarked for programme `{programme}`, which closed in {closed}");
            self.faults.add(Code::ClosedProgramme, &[&entry.id], message);
        }
    }

    fn source(&mut self, entry: &LedgerEntry) {
        let source = entry.source.as_ref().filter(|source| !self.references.sources.contains(&***source));
        if let Some(source) = source.filter(|_| !self.hidden("source")) {
            let message = format!("names source `{source}`, which the office does not list");
            self.faults.add(Code::UnknownSource, &[&entry.id], message);
        }
    }
}
