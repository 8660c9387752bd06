//! How corrections have changed what an issue counted.

use std::collections::{BTreeMap, BTreeSet};

use briefing_derive::Record;
use serde::Serialize;

use super::Ledger;
use super::movement::{Movement, MovementKind, moved};
use super::view::View;
use crate::{Day, EntryId, LedgerEntry, LedgerError, Month, PreviousIssue};

/// A movement that an issue counted, and the same movement as it is known now.
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
    /// As it is known now; `None` if it was struck out, or does not take effect yet.
    pub after: Option<Movement>,
    /// Whether it is a payment that now belongs to another pledge; the movements may then be equal otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reassigned: bool,
}

/// An entry that counted in an issue, and the same entry as it is known now.
///
/// See [`Ledger::corrected_entries`].
///
/// ```
/// use briefing_model::{EntryCorrection, LedgerEntry, Remainder};
///
/// let others = Remainder { pledged: Some("USD 6100000".parse()?), partners: Some(2), ..Remainder::default() };
/// let before = LedgerEntry::new("R-1".parse()?, "2024".parse()?, "2025-01-10".parse()?, others);
/// let struck = EntryCorrection { before, after: None };
/// assert!(struck.after.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryCorrection {
    /// As it counted in the issue.
    pub before: LedgerEntry,
    /// As it is known now; `None` if it was struck out, or does not take effect yet.
    pub after: Option<LedgerEntry>,
}

/// The movements on the lines that may count differently from an issue.
pub(crate) struct SinceIssue {
    /// The movements by the end of the issue's month, as the issue knew them.
    before: Vec<Movement>,
    /// The movements by the end of a later month, as known now.
    after: Vec<Movement>,
    /// For each movement that the issue counted, the position of the same movement now.
    now: Vec<Option<usize>>,
    /// Entries that itemized a remainder which has been struck out since, and that now count on their own.
    freed: BTreeSet<EntryId>,
    /// Entries that name a remainder that does not count, and that therefore count on their own.
    alone: BTreeSet<EntryId>,
    /// Payments that a correction assigned to another pledge.
    reassigned: BTreeSet<EntryId>,
    /// The first day of the later month.
    begin: Day,
    /// The first day on which something counted as late may have taken effect.
    first: Day,
}

impl SinceIssue {
    /// What took effect before the later month, or may have, and the issue did not count; also additional movements of
    /// entries that it counted.
    pub(crate) fn late(&self, ledger: &Ledger) -> Vec<Movement> {
        let counted: BTreeSet<&EntryId> = self.before.iter().map(|movement| &movement.entry).collect();
        let told: BTreeSet<usize> = self.now.iter().flatten().copied().collect();
        let is_late = |(place, movement): &(usize, &Movement)| {
            // What began in the month is one of its own movements, which cannot be said of what is dated `../DAY`. What
            // itemizes a remainder was counted before, without a name.
            let is_earlier = movement.when.first_day().is_none_or(|began| began < self.begin);
            if self.freed.contains(&movement.entry) {
                return self.before.contains(movement);
            }
            if counted.contains(&movement.entry) {
                return is_earlier && !told.contains(place);
            }
            let is_new = is_earlier && movement.when.last_day() >= Some(self.first);
            let comes_out = |entry: &LedgerEntry| entry.kind.itemizes().is_some() && !self.alone.contains(&entry.id);
            is_new && ledger.entry(&movement.entry).is_some_and(|entry| !comes_out(entry))
        };
        self.after.iter().enumerate().filter(is_late).map(|(_, movement)| movement.clone()).collect()
    }

    /// What the issue counted and is known differently now.
    pub(crate) fn corrected(&self) -> Vec<MovementCorrection> {
        let pairs = self.before.iter().zip(&self.now).map(|(before, now)| {
            let after = now.and_then(|place| self.after.get(place));
            let is_payment = |movement: &Movement| movement.kind == MovementKind::Payment;
            let reassigned = self.reassigned.contains(&before.entry);
            let reassigned = reassigned && is_payment(before) && after.is_some_and(is_payment);
            MovementCorrection { before: before.clone(), after: after.cloned(), reassigned }
        });
        pairs.filter(|pair| pair.after.as_ref() != Some(&pair.before) || pair.reassigned).collect()
    }
}

/// For each movement of `before`, the position in `after` of the same movement now.
///
/// An entry may be divided into other movements than before: a refund, for instance, into what had come beyond the
/// pledge and what is no longer pledged. Movements of the same kind are paired first, and those that remain afterwards.
fn places_now(before: &[Movement], after: &[Movement]) -> Vec<Option<usize>> {
    let mut left: BTreeMap<&EntryId, Vec<(usize, &Movement)>> = BTreeMap::new();
    for (place, movement) in after.iter().enumerate() {
        left.entry(&movement.entry).or_default().push((place, movement));
    }
    let mut take = |before: &Movement, like: bool| {
        let left = left.get_mut(&before.entry)?;
        let at = left.iter().position(|(_, after)| !like || after.kind == before.kind)?;
        Some(left.remove(at).0)
    };
    let alike: Vec<Option<usize>> = before.iter().map(|before| take(before, true)).collect();
    before.iter().zip(alike).map(|(before, alike)| alike.or_else(|| take(before, false))).collect()
}

impl Ledger {
    /// Returns the entries as they were known on a day: as corrected by then, without those that were struck out and
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

    /// Returns what the issue before a month counted, and corrections or rates recorded since have changed or struck
    /// out. If an entry now moves more than it did, such as a refund of which a part had come beyond the pledge, the
    /// rest is among [`Ledger::late_movements`].
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
        Ok(self.since_issue(issue, month, known_at)?.corrected())
    }

    /// Returns the entries that counted in the issue before a month, and that corrections recorded since have changed
    /// or struck out, in the order of the ledger. They include entries that are not movements, such as balances.
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

    /// What moved on all lines that may count differently from the issue before a month. Whole lines are compared,
    /// because an entry changes the effect of those after it: a withdrawal of all that is left withdraws less once an
    /// earlier payment is known.
    pub(crate) fn since_issue(
        &self,
        issue: PreviousIssue,
        month: Month,
        known_at: Day,
    ) -> Result<SinceIssue, LedgerError> {
        // An issue that was published again may know more than this one.
        let cutoff = issue.cutoff.min(known_at);
        let (was, is) = (View::new(self, cutoff), View::new(self, known_at));
        let (reported, last) = (issue.month.last_day(), month.last_day());
        let corrected = self.corrected_since(cutoff, known_at);
        let is_later = |entry: &LedgerEntry| cutoff < entry.recorded && entry.recorded <= known_at;
        // Another rate changes the worth of all amounts in its currency.
        let is_rate = |entry: &LedgerEntry| entry.kind.as_rate().is_some();
        let has_other_rates = corrected.iter().filter_map(|id| self.entry(id)).any(is_rate)
            || self
                .rates
                .iter()
                .filter_map(|&at| self.entry_at(at))
                .any(|rate| is_later(rate) && rate.effective.first_day() <= Some(reported));
        let holds = |view: &View<'_>, id: &EntryId, day| {
            let entry = self.find(id).and_then(|at| view.active(at, day));
            entry.is_some_and(|entry| view.itemized(entry, day).is_some())
        };
        let itemizing = self.entries.iter().filter(|entry| entry.kind.itemizes().is_some());
        let alone: BTreeSet<EntryId> =
            itemizing.filter(|entry| !holds(&is, &entry.id, last)).map(|entry| entry.id.clone()).collect();
        let freed: BTreeSet<EntryId> = alone.iter().filter(|id| holds(&was, id, reported)).cloned().collect();
        let may_count_otherwise = |view: &View<'_>, at: u32| {
            let known = self
                .entry_at(at)
                .is_some_and(|entry| is_later(entry) || corrected.contains(&entry.id) || freed.contains(&entry.id));
            let begins =
                || view.entry(at).and_then(LedgerEntry::counts_from).is_some_and(|day| reported < day && day <= last);
            known || begins()
        };
        let mut rows: BTreeSet<u32> = BTreeSet::new();
        for view in [&was, &is] {
            let lines = view
                .lines()
                .filter(|(_, line)| has_other_rates || line.iter().any(|&at| may_count_otherwise(view, at)));
            rows.extend(lines.flat_map(|(_, line)| line));
        }
        let is_wanted = |at: u32, _: &LedgerEntry| rows.contains(&at);
        // An office that enters the books of many years at once has not been late with all of them.
        let had_begun = (0_u32..).zip(&self.entries).any(|(at, _)| was.entry(at).is_some());
        let first = if had_begun { Day::MIN } else { a_year_before(issue.month).first_day() };
        let (before, after) = (moved(&was, reported, &is_wanted)?, moved(&is, last, &is_wanted)?);
        let now = places_now(&before, &after);
        let pledge = |view: &View<'_>, id: &EntryId| {
            let entry = self.find(id).and_then(|at| view.entry(at));
            entry.and_then(|entry| entry.kind.as_receipt()?.pledge.clone())
        };
        let is_reassigned = |id: &&EntryId| pledge(&was, id).zip(pledge(&is, id)).is_some_and(|(was, is)| was != is);
        let reassigned = corrected.into_iter().filter(is_reassigned).cloned().collect();
        Ok(SinceIssue { before, after, now, freed, alone, reassigned, begin: month.first_day(), first })
    }

    /// The entries whose corrections were recorded after one day and by another.
    pub(super) fn corrected_since(&self, after: Day, by: Day) -> BTreeSet<&EntryId> {
        let since = self.corrections.iter().filter_map(|&at| self.entry_at(at));
        let since = since.filter(|correction| after < correction.recorded && correction.recorded <= by);
        since.filter_map(|correction| Some(&correction.kind.as_correction()?.of)).collect()
    }
}

/// The first of the twelve months that end with this one.
fn a_year_before(month: Month) -> Month {
    (0..11).try_fold(month, |month, _| month.previous()).unwrap_or(month)
}
