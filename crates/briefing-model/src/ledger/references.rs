//! Checks the ledger against the rest of the office's folder.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::Faults;
use super::{Ledger, check};
use crate::{
    AsOf, Code, Contributor, Directory, Earmark, EventId, Fault, FieldPath, FundId, Gaps, LedgerEntry, OfficeData,
    PartialDate, PartyRef, ProgrammeId, Purpose, SourceId,
};

/// What an office lists that entries may name.
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
#[derive(Debug, Clone, Default)]
pub struct LedgerReferences {
    /// Parties, funds, units, programmes and sources, as far as the office could be read.
    pub directory: Directory,
    /// The date on which each closed programme closed.
    pub closed: BTreeMap<ProgrammeId, PartialDate>,
    /// Events; `None` if they are not known, because events belong to months.
    pub events: Option<BTreeSet<EventId>>,
}

impl LedgerReferences {
    /// What an office lists, without what could not be read.
    ///
    /// ```
    /// use briefing_model::{Gaps, LedgerReferences, Name, OfficeData};
    ///
    /// let data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// assert!(LedgerReferences::of(&data, &Gaps::default(), None).closed.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(office: &OfficeData, gaps: &Gaps, events: Option<BTreeSet<EventId>>) -> Self {
        let closed = office.programmes.iter().filter_map(|programme| Some((programme.id.clone(), programme.closed?)));
        Self { directory: Directory::of(office, gaps), closed: closed.collect(), events }
    }
}

/// Faults for what a part of an entry names and the office does not list, at the place of that part.
impl Directory {
    /// The fault for a contributor, or for a party on whose behalf it gives, that the office does not list.
    ///
    /// ```
    /// use briefing_model::Directory;
    ///
    /// let office = Directory::default();
    /// assert_eq!(office.missing_contributor(&"DEU".parse()?, || "contributor"), None, "States are known");
    /// let fault = office.missing_contributor(&"undp".parse()?, || "contributor").ok_or("it is there")?;
    /// assert_eq!(fault.message, "there is no party `undp`");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn missing_contributor<P>(&self, party: &PartyRef, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        self.missing_party(party, Code::UnknownContributor, place)
    }

    /// The fault for a fund that the office does not list.
    ///
    /// ```
    /// use briefing_model::Directory;
    ///
    /// let mut office = Directory::default();
    /// office.funds.insert("trust-fund", ["Trust Fund"]);
    /// let fault = office.missing_fund(&"trustfund".parse()?, || "fund").ok_or("it is there")?;
    /// assert_eq!(fault.hint.as_deref(), Some("did you mean `trust-fund`?"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn missing_fund<P>(&self, fund: &FundId, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        self.funds.missing(fund.as_str(), Code::UnknownFund, "fund", place)
    }

    /// The fault for a purpose that the office does not list. Events are not checked, because they belong to months.
    ///
    /// ```
    /// use briefing_model::Directory;
    ///
    /// let mut office = Directory::default();
    /// office.programmes.insert("ct-travel", []);
    /// assert_eq!(office.missing_purpose(&"programme:ct-travel".parse()?, || "purposes"), None);
    /// assert!(office.missing_purpose(&"unit:ct-travel".parse()?, || "purposes").is_some());
    /// # Ok::<(), briefing_model::InvalidPurpose>(())
    /// ```
    pub fn missing_purpose<P>(&self, purpose: &Purpose, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        match purpose {
            Purpose::Unit(id) => self.units.missing(id.as_str(), Code::UnknownPurpose, "unit", place),
            Purpose::Programme(id) => self.programmes.missing(id.as_str(), Code::UnknownPurpose, "programme", place),
            Purpose::Event(_) | Purpose::Text(_) => None,
        }
    }

    /// The fault, a warning, for a source that the office does not list.
    ///
    /// ```
    /// use briefing_model::Directory;
    ///
    /// let mut office = Directory::default();
    /// office.sources.insert("letters", []);
    /// assert_eq!(office.missing_source(&"letters".parse()?, || "source"), None);
    /// # Ok::<(), briefing_model::InvalidId>(())
    /// ```
    pub fn missing_source<P>(&self, source: &SourceId, place: impl FnOnce() -> P) -> Option<Fault<P>> {
        self.sources.missing(source.as_str(), Code::UnknownSource, "source", place)
    }
}

impl Ledger {
    /// Returns a fault for everything that entries name and the office's folder does not have, and for everything
    /// earmarked for a programme that had already closed.
    #[must_use]
    pub fn check_references(&self, references: &LedgerReferences) -> Vec<Fault> {
        let mut check = ReferenceCheck { references, faults: Faults::default() };
        for entry in &self.entries {
            if let Some(contributor) = entry.kind.contributor() {
                check.contributor(entry, contributor);
            }
            if let Some(earmark) = entry.kind.earmark() {
                check.earmark(entry, earmark);
            }
            if let Some(source) = &entry.source {
                check.has(entry, references.directory.missing_source(source, || part(entry, "source")));
            }
        }
        check.faults.finish()
    }

    /// Returns the faults of the ledger as an issue knows it.
    ///
    /// They are:
    ///
    /// - a warning for each entry that was recorded in time for the issue and is dated after both its last day and the
    ///   day of its knowledge;
    /// - an error for refunds of payments that were recorded too late for the issue, because figures would be negative;
    /// - an error for entries that count before what they change, and for more being itemized from a remainder than it
    ///   holds, if that was corrected too late for the issue.
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
            // What takes effect between the end of the month and the cut-off rightly belongs to the next issue.
            let first = entry.effective.first_day();
            if let Some(first) = first.filter(|&first| first > as_of.max(known_at)) {
                let message = format!("is dated {first}, after the issue, which counts until {as_of}");
                faults.add(Code::AfterIssue, &[&entry.id], message);
            }
        }
        check::issue(self, at, &mut faults);
        faults.finish()
    }
}

/// The place of a part of an entry, by the name of its column.
fn part(entry: &LedgerEntry, column: &'static str) -> FieldPath {
    FieldPath::entry(Some(entry.id.clone())).key(column)
}

struct ReferenceCheck<'a> {
    references: &'a LedgerReferences,
    faults: Faults,
}

impl ReferenceCheck<'_> {
    fn has(&mut self, entry: &LedgerEntry, missing: Option<Fault>) {
        missing.into_iter().for_each(|fault| self.faults.add_part(&entry.id, fault));
    }

    fn contributor(&mut self, entry: &LedgerEntry, contributor: &Contributor) {
        let directory = &self.references.directory;
        self.has(entry, directory.missing_contributor(&contributor.party, || part(entry, "contributor")));
        if let Some(behind) = &contributor.on_behalf_of {
            self.has(entry, directory.missing_contributor(behind, || part(entry, "on_behalf_of")));
        }
    }

    fn earmark(&mut self, entry: &LedgerEntry, earmark: &Earmark) {
        let directory = &self.references.directory;
        if let Some(fund) = &earmark.fund {
            self.has(entry, directory.missing_fund(fund, || part(entry, "fund")));
        }
        for purpose in &earmark.purposes {
            self.has(entry, directory.missing_purpose(purpose, || part(entry, "purposes")));
            match purpose {
                Purpose::Programme(id) => self.closed(entry, id),
                Purpose::Event(id) if self.references.events.as_ref().is_some_and(|events| !events.contains(id)) => {
                    let message = format!("there is no event `{id}`");
                    self.has(entry, Some(Fault::new(Code::UnknownPurpose, part(entry, "purposes"), message)));
                }
                Purpose::Event(_) | Purpose::Unit(_) | Purpose::Text(_) => {}
            }
        }
    }

    fn closed(&mut self, entry: &LedgerEntry, programme: &ProgrammeId) {
        if let (Some(closed), Some(first)) = (self.references.closed.get(programme), entry.effective.first_day())
            && first > closed.last_day()
        {
            let message = format!("is earmarked for programme `{programme}`, which closed in {closed}");
            self.faults.add(Code::ClosedProgramme, &[&entry.id], message);
        }
    }
}
