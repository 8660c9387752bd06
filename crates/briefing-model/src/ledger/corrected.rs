//! What corrections have changed of what an issue counted.

use std::collections::BTreeSet;

use briefing_derive::Record;
use serde::Serialize;

use super::Ledger;
use super::movement::{Movement, moved};
use super::view::View;
use crate::{Day, EntryId, LedgerEntry, LedgerError, Month, PreviousIssue};

/// A movement that an issue counted, and what it is now.
///
/// ```
/// use briefing_model::{Correction, CorrectionKind, Ledger, LedgerEntry, LedgerSettings, Pledge, PreviousIssue};
///
/// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
/// let struck = Correction { of: "P-1".parse()?, change: CorrectionKind::Void };
/// let entries = vec![
///     LedgerEntry::new("P-1".parse()?, "2025-03-10".parse()?, "2025-03-12".parse()?, pledge),
///     LedgerEntry::new("C-1".parse()?, "2025-04-20".parse()?, "2025-04-20".parse()?, struck),
/// ];
/// let ledger = Ledger::new(LedgerSettings::default(), entries)?;
/// let march = PreviousIssue { month: "2025-03".parse()?, cutoff: "2025-04-02".parse()? };
/// let corrected = ledger.corrected_movements(march, "2025-04".parse()?, "2025-05-02".parse()?)?;
/// assert_eq!((corrected[0].before.entry.as_str(), &corrected[0].after), ("P-1", &None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementCorrection {
    /// As the issue counted it.
    pub before: Movement,
    /// As it is known now; none where it was struck out, or did not take effect yet.
    pub after: Option<Movement>,
}

/// An entry that counted in an issue, and what it says now.
///
/// See [`Ledger::corrected_entries`].
///
/// ```
/// use briefing_model::{EntryCorrection, LedgerEntry, Remainder};
///
/// let others = Remainder { pledged: Some("USD 6100000".parse()?), partners: 2, ..Remainder::default() };
/// let before = LedgerEntry::new("R-1".parse()?, "2024".parse()?, "2025-01-10".parse()?, others);
/// let struck = EntryCorrection { before, after: None };
/// assert!(struck.after.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryCorrection {
    /// As it counted in the issue.
    pub before: LedgerEntry,
    /// As it is known now; none where it was struck out, or did not take effect yet.
    pub after: Option<LedgerEntry>,
}

/// From a refund to its receipt, and on to the pledge.
const LONGEST_CHAIN: usize = 3;

impl Ledger {
    /// The entries as they were known on a day: with what corrections say of them, without those that were struck out and without
    /// those that are not verified.
    ///
    /// ```
    /// use briefing_model::{Amendment, Correction, CorrectionKind, Day, Ledger, LedgerEntry, LedgerSettings, Pledge};
    ///
    /// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
    /// let amendment = Amendment { amount: Some("USD 5000".parse()?), ..Amendment::default() };
    /// let correction = Correction { of: "P-1".parse()?, change: CorrectionKind::Amend(Box::new(amendment)) };
    /// let entries = vec![
    ///     LedgerEntry::new("P-1".parse()?, "2025-03-10".parse()?, "2025-03-12".parse()?, pledge),
    ///     LedgerEntry::new("C-1".parse()?, "2025-04-20".parse()?, "2025-04-20".parse()?, correction),
    /// ];
    /// let ledger = Ledger::new(LedgerSettings::default(), entries)?;
    /// let amounts = |known_at| ledger.entries_as_known(known_at).iter().filter_map(|it| it.kind.amount()).collect::<Vec<_>>();
    /// assert_eq!(amounts("2025-04-19".parse()?), ["USD 50000".parse()?]);
    /// assert_eq!(amounts(Day::MAX), ["USD 5000".parse()?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn entries_as_known(&self, known_at: Day) -> Vec<LedgerEntry> {
        let view = View::new(self, known_at);
        (0_u32..).zip(&self.entries).filter_map(|(at, _)| view.entry(at).cloned()).collect()
    }

    /// What the issue before a month counted, and corrections or rates that were recorded since have changed or struck out.
    ///
    /// ```
    /// use briefing_model::{
    ///     Amendment, Correction, CorrectionKind, Ledger, LedgerEntry, LedgerSettings, Pledge, PreviousIssue,
    /// };
    ///
    /// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
    /// let amendment = Amendment { amount: Some("USD 5000".parse()?), ..Amendment::default() };
    /// let correction = Correction { of: "P-1".parse()?, change: CorrectionKind::Amend(Box::new(amendment)) };
    /// let entries = vec![
    ///     LedgerEntry::new("P-1".parse()?, "2025-03-10".parse()?, "2025-03-12".parse()?, pledge),
    ///     LedgerEntry::new("C-1".parse()?, "2025-04-20".parse()?, "2025-04-20".parse()?, correction),
    /// ];
    /// let ledger = Ledger::new(LedgerSettings::default(), entries)?;
    /// let march = PreviousIssue { month: "2025-03".parse()?, cutoff: "2025-04-02".parse()? };
    /// let corrected = ledger.corrected_movements(march, "2025-04".parse()?, "2025-05-02".parse()?)?;
    /// let amounts = corrected[0].after.as_ref().map(|after| (corrected[0].before.worth(), after.worth()));
    /// assert_eq!(amounts, Some((Some("USD 50000".parse()?), Some("USD 5000".parse()?))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn corrected_movements(
        &self,
        issue: PreviousIssue,
        month: Month,
        known_at: Day,
    ) -> Result<Vec<MovementCorrection>, LedgerError> {
        let corrected = self.corrected_since(issue.cutoff, known_at);
        // Another rate changes what all amounts of its currency are worth, and so does one that was recorded too late.
        let later = self.rates.iter().filter_map(|&at| self.entry_at(at));
        let later = later.filter(|entry| issue.cutoff < entry.recorded && entry.recorded <= known_at);
        let later = later.filter(|entry| entry.effective.first_day() <= Some(issue.month.last_day()));
        let rates = corrected.iter().filter_map(|id| self.entry(id)).chain(later);
        let rates = rates.filter_map(|entry| entry.kind.as_rate());
        let rates: BTreeSet<&str> = rates.map(|rate| rate.from.code()).collect();
        // Nearly always: and everything since the beginning is looked through otherwise, twice.
        if corrected.is_empty() && rates.is_empty() {
            return Ok(Vec::new());
        }
        // What changes a pledge, or was paid on it, may be another change once the pledge is corrected.
        let is_corrected = |entry: &LedgerEntry| {
            let about = std::iter::successors(Some(entry), |entry| self.entry(entry.kind.about()?));
            about.take(LONGEST_CHAIN).any(|entry| corrected.contains(&entry.id))
        };
        let seen = |known_at, last| {
            let moved = moved(&View::new(self, known_at), last, &|entry| !rates.is_empty() || is_corrected(entry))?;
            let of_rate = |movement: &Movement| movement.amount.is_some_and(|it| rates.contains(it.currency().code()));
            let is_told = |it: &Movement| of_rate(it) || self.entry(&it.entry).is_some_and(is_corrected);
            Ok::<_, LedgerError>(moved.into_iter().filter(is_told).collect::<Vec<_>>())
        };
        let before = seen(issue.cutoff, issue.month.last_day())?;
        let mut after = seen(known_at, month.last_day())?;
        let pairs = before.into_iter().map(|before| {
            let of_entry = |like: bool| {
                let is_it = |one: &Movement| one.entry == before.entry && (one.kind == before.kind || !like);
                after.iter().position(is_it)
            };
            let after = of_entry(true).or_else(|| of_entry(false)).map(|at| after.remove(at));
            MovementCorrection { before, after }
        });
        Ok(pairs.filter(|pair| pair.after.as_ref() != Some(&pair.before)).collect())
    }

    /// The entries that counted in the issue before a month, and that corrections recorded since have changed or struck out, in the order of
    /// the ledger: movements, and what is none, such as balances.
    ///
    /// ```
    /// use briefing_model::{
    ///     Amendment, Correction, CorrectionKind, Ledger, LedgerEntry, LedgerSettings, OpeningBalance, PreviousIssue,
    /// };
    ///
    /// let mut balance = OpeningBalance::new("IND".parse()?);
    /// balance.pledged = Some("USD 550000".parse()?);
    /// let amendment = Amendment { amount: Some("USD 500000".parse()?), ..Amendment::default() };
    /// let correction = Correction { of: "O-1".parse()?, change: CorrectionKind::Amend(Box::new(amendment)) };
    /// let entries = vec![
    ///     LedgerEntry::new("O-1".parse()?, "2024-12-31".parse()?, "2025-01-10".parse()?, balance),
    ///     LedgerEntry::new("C-1".parse()?, "2025-04-20".parse()?, "2025-04-20".parse()?, correction),
    /// ];
    /// let ledger = Ledger::new(LedgerSettings::default(), entries)?;
    /// let march = PreviousIssue { month: "2025-03".parse()?, cutoff: "2025-04-02".parse()? };
    /// let corrected = ledger.corrected_entries(march, "2025-04".parse()?, "2025-05-02".parse()?);
    /// let pledged = |entry: &LedgerEntry| match &entry.kind {
    ///     briefing_model::EntryKind::OpeningBalance(balance) => balance.pledged.map(|amount| amount.to_string()),
    ///     _ => None,
    /// };
    /// assert_eq!(pledged(&corrected[0].before).as_deref(), Some("USD 550000.00"));
    /// assert_eq!(corrected[0].after.as_ref().and_then(pledged).as_deref(), Some("USD 500000.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn corrected_entries(&self, issue: PreviousIssue, month: Month, known_at: Day) -> Vec<EntryCorrection> {
        let corrected = self.corrected_since(issue.cutoff, known_at);
        if corrected.is_empty() {
            return Vec::new();
        }
        let mut places: Vec<u32> = corrected.into_iter().filter_map(|id| self.find(id)).collect();
        places.sort_unstable();
        let (was, is) = (View::new(self, issue.cutoff), View::new(self, known_at));
        let corrections = places.into_iter().filter_map(|at| {
            let before = was.active(at, issue.month.last_day())?.clone();
            let after = is.active(at, month.last_day()).cloned();
            (after.as_ref() != Some(&before)).then_some(EntryCorrection { before, after })
        });
        corrections.collect()
    }

    /// What is corrected by entries that were recorded after one day, and by another.
    pub(super) fn corrected_since(&self, after: Day, by: Day) -> BTreeSet<&EntryId> {
        let since = self.corrections.iter().filter_map(|&at| self.entry_at(at));
        let since = since.filter(|correction| after < correction.recorded && correction.recorded <= by);
        since.filter_map(|correction| Some(&correction.kind.as_correction()?.of)).collect()
    }
}
