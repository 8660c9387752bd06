//! Movements in a span of time: pledges made, raised, lowered and withdrawn, money allotted, paid and returned.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::Ledger;
use super::knowledge::{Knowledge, Reach};
use super::line::{LedgerLine, Remaining};
use super::view::View;
use crate::textual::words;
use crate::{
    Contributor, Currency, DateSpan, Day, Earmark, EntryId, EntryKind, LedgerEntry, LedgerError, Money, MoneyError,
    Month, PreviousIssue, Receipt, Refund, Schedule, Terms, When,
};

/// The kind of a movement.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::MovementKind::NewTerms)?, "\"new-terms\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MovementKind {
    /// A new pledge.
    Pledge,
    /// Money given apart from any pledge.
    Gift,
    /// A new allocation.
    Allocation,
    /// A pledge that was increased.
    Increase,
    /// A pledge that was reduced.
    Reduction,
    /// A pledge whose terms changed without a change that could be added up: the amount is spread differently, or the
    /// terms cannot be compared.
    NewTerms,
    /// The withdrawal of a pledge or of part of it.
    Withdrawal,
    /// A payment on a pledge.
    Payment,
    /// What a payment adds to what is pledged. A pledge of unknown worth or amount counts for as much as was paid, and
    /// one without an end also for what was paid before it fell due. The pledge itself is in the totals of its month,
    /// so this movement is in none.
    CountedAsPaid,
    /// Money that went back and is no longer pledged.
    Refund,
    /// Money that went back whose worth differs from what is no longer pledged, or for which it is not known how much
    /// that is; the reduction of the pledge is then a movement of its own.
    PaidBack,
    /// Money that went back after having been paid beyond a pledge, which stands as it was.
    SurplusRefund,
}

words!(MovementKind, "a kind of movement", Pledge "pledge", Gift "gift", Allocation "allocation", Increase "increase", Reduction "reduction", NewTerms "new-terms", Withdrawal "withdrawal", Payment "payment", CountedAsPaid "counted-as-paid", Refund "refund", PaidBack "paid-back", SurplusRefund "surplus-refund");

impl MovementKind {
    /// Whether a promise changed by an amount that is not known, so that no sum of promises says what changed.
    pub(crate) fn is_beyond_comparison(self, amount: Option<Money>) -> bool {
        amount.is_none() && matches!(self, Self::NewTerms | Self::Reduction | Self::Withdrawal)
    }

    /// Whether it is new, rather than a change to or a payment on an earlier promise.
    ///
    /// ```
    /// use briefing_model::MovementKind;
    ///
    /// assert!(MovementKind::Gift.is_new());
    /// assert!(!MovementKind::Increase.is_new());
    /// ```
    #[must_use]
    pub const fn is_new(self) -> bool {
        match self {
            Self::Pledge | Self::Gift | Self::Allocation => true,
            Self::Increase
            | Self::Reduction
            | Self::NewTerms
            | Self::Withdrawal
            | Self::Payment
            | Self::CountedAsPaid
            | Self::Refund
            | Self::PaidBack
            | Self::SurplusRefund => false,
        }
    }

    /// Whether money came in or went back.
    ///
    /// ```
    /// use briefing_model::MovementKind;
    ///
    /// assert!(MovementKind::Gift.is_paid(), "it is promised and paid at once");
    /// assert!(!MovementKind::Pledge.is_paid());
    /// ```
    #[must_use]
    pub const fn is_paid(self) -> bool {
        match self {
            Self::Payment | Self::Gift | Self::Refund | Self::PaidBack | Self::SurplusRefund => true,
            Self::Pledge
            | Self::Allocation
            | Self::Increase
            | Self::Reduction
            | Self::NewTerms
            | Self::Withdrawal
            | Self::CountedAsPaid => false,
        }
    }

    /// The sum to which a movement of this kind is added; `None` if it adds nothing.
    pub(crate) fn sum(self, yearly: bool) -> Option<MovementSum> {
        let whole = |sum, yearly_sum| Some(if yearly { yearly_sum } else { sum });
        match self {
            Self::Pledge | Self::Gift | Self::Increase | Self::Reduction | Self::Withdrawal | Self::Refund => {
                whole(MovementSum::Pledged, MovementSum::PledgedYearly)
            }
            Self::Allocation => whole(MovementSum::Allocated, MovementSum::AllocatedYearly),
            Self::Payment | Self::PaidBack | Self::SurplusRefund => Some(MovementSum::Received),
            Self::NewTerms | Self::CountedAsPaid => None,
        }
    }
}

/// The sum to which movements of a kind are added in addition to [`MovementKind::sum`]. If payments went back, all
/// refunds are set against everything that was paid, including gifts.
pub(crate) fn also_received(kinds: impl Iterator<Item = MovementKind>) -> impl Fn(MovementKind) -> Option<MovementSum> {
    let goes_back = kinds.into_iter().any(|kind| matches!(kind, MovementKind::PaidBack | MovementKind::SurplusRefund));
    move |kind| {
        let is_both = matches!(kind, MovementKind::Gift | MovementKind::Refund);
        (goes_back && is_both).then_some(MovementSum::Received)
    }
}

/// A movement of money or promises in a span of time.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Month, Pledge, Withdrawal};
///
/// let pledge = Pledge::new("USA".parse()?, "USD 2000000".parse()?);
/// let withdrawal = Withdrawal { pledge: "P-1".parse()?, amount: None };
/// let ledger = Ledger::new(LedgerSettings::default(), vec![
///     // When it was made is not known, so it is new in no month.
///     LedgerEntry::new("P-1".parse()?, "../2018-06-27".parse()?, "2018-06-27".parse()?, pledge),
///     LedgerEntry::new("W-1".parse()?, "2018-06-27".parse()?, "2018-06-27".parse()?, withdrawal),
/// ])?;
/// let june = ledger.movements("2018-06".parse::<Month>()?, "2018-07-05".parse()?)?;
/// assert_eq!(june.len(), 1);
/// assert_eq!(june[0].amount.ok_or("no amount")?.to_string(), "USD -2000000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// The entry.
    pub entry: EntryId,
    /// The kind of movement.
    pub kind: MovementKind,
    /// Whose money it is.
    #[serde(flatten)]
    pub contributor: Contributor,
    /// By how much, over all years; for a promise without an end, by how much per year. Negative if less is promised or
    /// money went back; zero if only the schedule changed. `None` if the terms before and after cannot be compared, or
    /// if it is not known how much of the promise stood or stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Its worth in the currency of the totals, if it is in another currency and its worth is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// Whether the amount is that of one year of a pledge without an end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// The terms that the entry states, if they spread the amount over time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// What it is for.
    pub earmark: Earmark,
    /// When it took effect, as precisely as is known.
    pub when: When,
}

impl Movement {
    /// The amount in the currency of the totals if its worth in that is known, otherwise in its own.
    ///
    /// ```
    /// use briefing_model::{Amount, Ledger, LedgerEntry, LedgerSettings, Month, Pledge, Schedule, Terms};
    ///
    /// let mut pledge = Pledge::new("NLD".parse()?, "EUR 1000".parse()?);
    /// pledge.terms = Terms::new("EUR 1000".parse::<Amount>()?, Schedule::Whole, Some("USD 1100".parse()?))?;
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04-10".parse()?, "2025-04-12".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let moved = &ledger.movements("2025-04".parse::<Month>()?, "2025-05-05".parse()?)?[0];
    /// assert_eq!(moved.amount.map(|amount| amount.to_string()).as_deref(), Some("EUR 1000.00"));
    /// assert_eq!(moved.worth().map(|amount| amount.to_string()).as_deref(), Some("USD 1100.00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn worth(&self) -> Option<Money> {
        self.value.or(self.amount)
    }

    /// Whose money it is, and the entry that says so.
    pub(crate) const fn whose(&self) -> (&Contributor, &EntryId) {
        (&self.contributor, &self.entry)
    }

    pub(crate) fn sum(&self) -> Option<MovementSum> {
        self.kind.sum(self.yearly)
    }

    fn changed_beyond_comparison(&self) -> bool {
        self.kind.is_beyond_comparison(self.amount)
    }
}

/// What a total of movements adds up. Only amounts of the same kind are added.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::MovementSum::PledgedYearly)?, "\"pledged-yearly\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MovementSum {
    /// Pledges and gifts, with increases, and less what was reduced, withdrawn or paid back.
    Pledged,
    /// The same for pledges without an end, for one year.
    PledgedYearly,
    /// Allocations.
    Allocated,
    /// Allocations without an end, for one year.
    AllocatedYearly,
    /// Payments on pledges. If among the movements is a refund of a surplus, or one whose worth differs from what is no
    /// longer pledged: everything that came, including gifts, less everything that went back.
    Received,
}

words!(MovementSum, "a sum of movements", Pledged "pledged", PledgedYearly "pledged-yearly", Allocated "allocated", AllocatedYearly "allocated-yearly", Received "received");

/// A total of movements.
///
/// ```
/// use briefing_model::{MovementSum, MovementTotal};
///
/// let total = MovementTotal { sum: MovementSum::Pledged, amount: "USD 2242615".parse()?, net: false };
/// assert!(total.is_of_pledges());
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementTotal {
    /// What it adds up.
    pub sum: MovementSum,
    /// The total, in one currency.
    pub amount: Money,
    /// In what is documented since the day of a total: whether something was taken off, so that the amount is a net
    /// change. Always false where the movements are listed beside their total, because they show it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub net: bool,
}

impl MovementTotal {
    /// Whether it adds up promises rather than payments on them.
    ///
    /// ```
    /// use briefing_model::{MovementSum, MovementTotal};
    ///
    /// let paid = MovementTotal { sum: MovementSum::Received, amount: "USD 5".parse()?, net: false };
    /// assert!(!paid.is_of_pledges());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn is_of_pledges(&self) -> bool {
        match self.sum {
            MovementSum::Pledged
            | MovementSum::PledgedYearly
            | MovementSum::Allocated
            | MovementSum::AllocatedYearly => true,
            MovementSum::Received => false,
        }
    }

    /// Whether the amount is a net change: something was taken off, or more was taken off than added.
    ///
    /// ```
    /// use briefing_model::{MovementSum, MovementTotal};
    ///
    /// let paid = MovementTotal { sum: MovementSum::Received, amount: "USD -5".parse()?, net: false };
    /// assert!(paid.is_net());
    /// # Ok::<(), briefing_model::InvalidMoney>(())
    /// ```
    #[must_use]
    pub const fn is_net(&self) -> bool {
        self.net || self.amount.is_negative()
    }
}

impl Ledger {
    /// Returns the movements in a span of days, in order of effect, then of recording, then of entry.
    ///
    /// Only what certainly took effect in that time is included: a pledge that is known to the year is new in none of
    /// its months. An entry that itemizes a remainder is not new either, because it had been counted without a name.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn movements(&self, period: impl Into<DateSpan>, known_at: Day) -> Result<Vec<Movement>, LedgerError> {
        let period = period.into();
        movements(&View::new(self, known_at), period.first()..=period.last())
    }

    /// Returns what took effect before a month, or may have, and is not in the issue before it: what was recorded too
    /// late for that issue, everything from the months since, and what the issue took to be of a later time. Includes
    /// what an entry that the issue counted moves in addition to what it moved then; see
    /// [`Ledger::corrected_movements`].
    ///
    /// If the books were begun after that issue, only what belongs to its month or the eleven before it is late: an
    /// office that enters many years at once has not been late with all of them.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge, PreviousIssue};
    ///
    /// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-03".parse()?, "2025-04-20".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let march = PreviousIssue { month: "2025-03".parse()?, cutoff: "2025-04-02".parse()? };
    /// assert_eq!(ledger.late_movements(march, "2025-04".parse()?, "2025-05-02".parse()?)?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn late_movements(
        &self,
        issue: PreviousIssue,
        month: Month,
        known_at: Day,
    ) -> Result<Vec<Movement>, LedgerError> {
        Ok(self.since_issue(issue, month, known_at)?.late(self))
    }

    /// Returns the balances and remainders that the issue before a month did not count, and the gifts in kind that
    /// began before that month, or may have, and were recorded too late for it. They are in the order of the ledger;
    /// entries that only itemize a remainder are left out. [`Ledger::late_movements`] returns the movements.
    ///
    /// No issue counted anything before the first entry was on record, so the balances with which books are opened are
    /// not late.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, OpeningBalance, Pledge, PreviousIssue};
    ///
    /// let pledge = Pledge::new("NLD".parse()?, "USD 100000".parse()?);
    /// let mut balance = OpeningBalance::new("DEU".parse()?);
    /// balance.pledged = Some("USD 500000".parse()?);
    /// let entries = vec![
    ///     LedgerEntry::new("P-1".parse()?, "2025-01-10".parse()?, "2025-01-12".parse()?, pledge),
    ///     LedgerEntry::new("O-1".parse()?, "2024-12-31".parse()?, "2025-02-05".parse()?, balance),
    /// ];
    /// let ledger = Ledger::new(LedgerSettings::default(), entries)?;
    /// let january = PreviousIssue { month: "2025-01".parse()?, cutoff: "2025-02-02".parse()? };
    /// let late = ledger.late_entries(january, "2025-02".parse()?, "2025-03-02".parse()?);
    /// assert_eq!(late.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["O-1"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn late_entries(&self, issue: PreviousIssue, month: Month, known_at: Day) -> Vec<LedgerEntry> {
        let begin = month.first_day();
        let (was, is) = (View::new(self, issue.cutoff.min(known_at)), View::new(self, known_at));
        let positions = || (0_u32..).zip(&self.entries);
        if !positions().any(|(at, _)| was.entry(at).is_some()) {
            return Vec::new();
        }
        let late = |at: u32| {
            let entry = is.active(at, month.last_day())?;
            // No list of a month's movements includes balances and remainders, whatever their day.
            let is_balance = matches!(entry.kind, EntryKind::OpeningBalance(_) | EntryKind::Remainder(_));
            let is_earlier = || entry.effective.first_day().is_none_or(|began| began < begin);
            let counts = is_balance || entry.kind.as_in_kind().is_some() && is_earlier();
            let is_late = counts && entry.kind.itemizes().is_none() && was.active(at, issue.month.last_day()).is_none();
            is_late.then(|| entry.clone())
        };
        positions().filter_map(|(at, _)| late(at)).collect()
    }

    /// Adds up movements, each kind by itself: one total for each sum and currency.
    ///
    /// # Errors
    ///
    /// Fails if a sum is outside the range of money.
    pub fn movement_totals(movements: &[Movement]) -> Result<Vec<MovementTotal>, LedgerError> {
        totals(movements)
    }

    /// Whether everything that moved from a day on is known, and not only what is documented.
    pub(super) fn month_is_whole(&self, first: Day) -> bool {
        self.settings.coverage.pledges.covers_from(first)
    }

    /// Returns the new pledges and gifts of a span of days in the currency of the totals, without pledges that have no
    /// end. Changes, withdrawals and refunds are not included.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Month, Pledge};
    ///
    /// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let pledged = ledger.pledged_in("2025-04".parse::<Month>()?, "2025-05-05".parse()?)?;
    /// assert_eq!(pledged.to_string(), "USD 50000.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn pledged_in(&self, period: impl Into<DateSpan>, known_at: Day) -> Result<Knowledge<Money>, LedgerError> {
        let (currency, period) = (self.settings.currency, period.into());
        let first = period.first();
        let movements = self.movements(period, known_at)?;
        let totals = newly_promised(movements.iter().map(|one| (one.kind, one.yearly, one.worth())))?;
        let found =
            totals.iter().find(|total| total.sum == MovementSum::Pledged && total.amount.currency() == currency);
        // A ledger without any pledge does not mean that nothing was pledged, unless the office says that it holds
        // everything.
        let said = self.settings.coverage.pledges != Reach::Unsaid;
        let is_promise = |entry: &LedgerEntry| {
            let sum = entry.kind.as_remainder().and_then(|remainder| remainder.pledged);
            entry.recorded <= known_at && (sum.is_some() || entry.kind.promise().is_some())
        };
        let is_whole = self.month_is_whole(first) && (said || self.entries.iter().any(is_promise));
        Ok(match found {
            Some(total) if is_whole => Knowledge::Known(total.amount),
            Some(total) => Knowledge::Documented(total.amount),
            None if is_whole => Knowledge::Known(Money::zero(currency)),
            None => Knowledge::Unknown,
        })
    }
}

/// The movements in a span of days, seen through a view.
pub(super) fn movements(view: &View<'_>, days: RangeInclusive<Day>) -> Result<Vec<Movement>, LedgerError> {
    moved(view, *days.end(), &|_, entry| is_new_in(view, entry, &days))
}

/// The movements of those entries that are wanted and count by a day, in order.
pub(super) fn moved(
    view: &View<'_>,
    last: Day,
    is_wanted: &dyn Fn(u32, &LedgerEntry) -> bool,
) -> Result<Vec<Movement>, LedgerError> {
    let mut found = Vec::new();
    for (at, rows) in view.lines() {
        if !rows.iter().any(|&row| view.entry(row).is_some_and(|entry| is_wanted(row, entry))) {
            continue;
        }
        let mut line = LedgerLine::new(view, last);
        line.open(at)?;
        for &row in rows {
            let wanted = view.active(row, last).filter(|entry| is_wanted(row, entry));
            let before = wanted.map(|entry| Ok::<_, LedgerError>((entry, Before::of(&line, entry)?))).transpose()?;
            line.apply(row)?;
            let Some((entry, before)) = before else { continue };
            let moved = movement(view, &line, at, entry, before)?;
            found.extend(moved.into_iter().map(|movement| ((entry.counts_from(), entry.recorded, row), movement)));
        }
    }
    found.sort_by_key(|(order, _)| *order);
    Ok(found.into_iter().map(|(_, movement)| movement).collect())
}

/// Whether an entry certainly took effect on one of these days, and had not been counted without a name.
fn is_new_in(view: &View<'_>, entry: &LedgerEntry, days: &RangeInclusive<Day>) -> bool {
    let from = entry.effective.first_day().is_some_and(|day| *days.start() <= day);
    from && view.itemized(entry, *days.end()).is_none() && entry.counts_from().is_some_and(|day| day <= *days.end())
}

/// The movements of an entry, given the line after it was applied; empty if nothing is new.
fn movement(
    view: &View<'_>,
    line: &LedgerLine<'_>,
    at: u32,
    entry: &LedgerEntry,
    before: Before,
) -> Result<Vec<Movement>, LedgerError> {
    let Some(contributor) = view.ledger.contributor_at(view.contributor(at)) else { return Ok(Vec::new()) };
    // A change to a pledge is for the same purpose as the pledge.
    let own = entry.kind.earmark().filter(|_| entry.kind.about().is_none());
    let root = view.entry(at).and_then(|root| root.kind.earmark());
    // If the pledge is struck out, or has not taken effect by the last day, payments on it count on their own.
    let is_on_pledge = line.root.is_some() || view.active(at, line.as_of()).is_some();
    let changes = changes(line, entry, before, is_on_pledge)?.into_iter().map(|change| {
        let is_converted = change.amount.is_some_and(|amount| amount.currency() != view.ledger.settings.currency);
        let value = match (change.value, change.amount) {
            (None, Some(amount)) if !change.kind.is_paid() => line.worth_of_part(amount)?,
            (value, _) => value,
        };
        Ok(Movement {
            entry: entry.id.clone(),
            kind: change.kind,
            contributor: contributor.clone(),
            amount: change.amount,
            value: value.filter(|_| is_converted),
            yearly: change.yearly,
            terms: entry.kind.terms().filter(|terms| *terms.schedule() != Schedule::Whole).cloned(),
            earmark: own.or(root).cloned().unwrap_or_default(),
            when: entry.effective.clone(),
        })
    });
    changes.collect()
}

struct MovementChange {
    kind: MovementKind,
    amount: Option<Money>,
    /// Its worth as the source states it, or as the ledger counts it.
    value: Option<Money>,
    yearly: bool,
}

impl MovementChange {
    const fn new(kind: MovementKind, amount: Option<Money>, value: Option<Money>, yearly: bool) -> Self {
        Self { kind, amount, value, yearly }
    }
}

/// The changes that an entry makes: usually one, several for a refund or a payment, and none if nothing that counts
/// changes.
fn changes(
    line: &LedgerLine<'_>,
    entry: &LedgerEntry,
    before: Before,
    is_on_pledge: bool,
) -> Result<Vec<MovementChange>, LedgerError> {
    let promised = |kind, terms: &Terms| {
        let amount = terms.total().ok().flatten().unwrap_or_else(|| terms.amount().money());
        // The stated worth is that of the amount; over several years it is multiplied accordingly.
        let years = amount.minor().checked_div(terms.amount().minor()).unwrap_or(1);
        let value =
            terms.value().and_then(|value| Money::from_minor(value.minor().checked_mul(years)?, value.currency()).ok());
        MovementChange::new(kind, Some(amount), value, terms.total_minor().is_none())
    };
    let change = match &entry.kind {
        EntryKind::Pledge(pledge) => Some(promised(MovementKind::Pledge, &pledge.terms)),
        EntryKind::Allocation(allocation) => Some(promised(MovementKind::Allocation, &allocation.terms)),
        EntryKind::Receipt(Receipt { pledge, amount, .. }) => {
            let is_payment = pledge.is_some() && is_on_pledge;
            let kind = if is_payment { MovementKind::Payment } else { MovementKind::Gift };
            let worth = line.last_worth()?;
            let paid = MovementChange::new(kind, Some(amount.money()), worth, false);
            let ahead = line.counted_as_open(entry)?.checked_sub(before.as_open)?;
            let counted = if line.counts_as_paid() { worth } else { Some(ahead).filter(|ahead| !ahead.is_zero()) };
            let counted = counted
                .filter(|_| is_payment)
                .map(|worth| MovementChange::new(MovementKind::CountedAsPaid, Some(worth), None, false));
            return Ok(std::iter::once(paid).chain(counted).collect());
        }
        EntryKind::Refund(refund) => return refunded(line, refund),
        // A change of something that does not count is not a movement.
        EntryKind::Revision(_) | EntryKind::Withdrawal(_) if line.root.is_none() => None,
        EntryKind::Withdrawal(_) if before.is_withdrawn => None,
        EntryKind::Revision(_) => match difference(before, line)? {
            Some(Difference { amount, worth, yearly }) if !amount.is_zero() => {
                let kind = if amount.is_negative() { MovementKind::Reduction } else { MovementKind::Increase };
                Some(MovementChange::new(kind, Some(amount), worth, yearly))
            }
            unchanged => {
                let amount = unchanged.map(|unchanged| unchanged.amount);
                Some(MovementChange::new(MovementKind::NewTerms, amount, None, false))
            }
        },
        EntryKind::Withdrawal(withdrawal) => match (difference(before, line)?, withdrawal.amount) {
            (Some(Difference { amount, worth, yearly }), _) if !amount.is_zero() => {
                Some(MovementChange::new(MovementKind::Withdrawal, Some(amount), worth, yearly))
            }
            (Some(_), _) => None,
            // A part of a promise without an end is not part of one year; and if the amount of a promise is not known,
            // neither is the amount of its rest.
            (None, part) => {
                let amount = part.map(|part| negative(part.money())).transpose()?;
                Some(MovementChange::new(MovementKind::Withdrawal, amount, None, false))
            }
        },
        EntryKind::OpeningBalance(_)
        | EntryKind::InKind(_)
        | EntryKind::Remainder(_)
        | EntryKind::Rate(_)
        | EntryKind::Assertion(_)
        | EntryKind::Correction(_) => None,
    };
    Ok(change.into_iter().collect())
}

/// How a refund divides into what had come beyond a pledge and what is pledged.
fn refunded(line: &LedgerLine<'_>, refund: &Refund) -> Result<Vec<MovementChange>, LedgerError> {
    let split = |whole: Money| -> Result<(Money, Money), LedgerError> {
        let beyond = line.last_beyond(whole)?;
        Ok((beyond, whole.checked_sub(beyond)?))
    };
    let whole = refund.amount.money();
    let unvalued = line.last_unvalued(whole.currency())?;
    // If as much counts as pledged as was paid, everything that goes back is no longer pledged.
    let split_valued = |whole: Money| match line.counts_as_paid() {
        true => Ok((Money::zero(whole.currency()), whole)),
        false => split(whole),
    };
    let (beyond, pledged) = split_valued(whole.checked_sub(unvalued)?)?;
    let (beyond_worth, pledged_worth) = line.last_worth()?.map(split_valued).transpose()?.unzip();
    // What came with unknown worth goes back with unknown worth, whatever it is worth on that day.
    let (unvalued_beyond, unvalued_pledged) = split(unvalued)?;
    // A pledge in another currency is lowered by what that part was worth when it was pledged, whatever was paid for
    // it.
    let is_same = |off: &Money| unvalued_pledged.is_zero() && pledged_worth == Some(*off);
    let off_promise = line.last_off_promise()?.filter(|off| !is_same(off));
    let lowered = pledged.checked_add(unvalued_pledged)?;
    // If it is not known what stands of the pledge, it is also not known how much of the refund had come beyond it.
    let is_vague = line.is_vague() && !lowered.is_zero();
    let kind = if off_promise.is_some() || is_vague { MovementKind::PaidBack } else { MovementKind::Refund };
    let reduction =
        off_promise.filter(|_| !is_vague).map(|off| match line.promise_currency() == Some(lowered.currency()) {
            true => (MovementKind::Reduction, lowered, Some(off)),
            false => (MovementKind::Reduction, off, None),
        });
    let vague = is_vague.then(|| MovementChange::new(MovementKind::Reduction, None, None, false));
    let parts = [
        (MovementKind::SurplusRefund, beyond, beyond_worth),
        (kind, pledged, pledged_worth),
        (MovementKind::SurplusRefund, unvalued_beyond, None),
        (kind, unvalued_pledged, None),
    ];
    let changes = parts.into_iter().chain(reduction).filter(|(_, amount, _)| !amount.is_zero());
    let changes = changes.map(|(kind, amount, worth)| {
        let value = worth.map(negative).transpose()?;
        Ok(MovementChange::new(kind, Some(negative(amount)?), value, false))
    });
    changes.chain(vague.map(Ok)).collect()
}

/// The amount as what goes back or is taken back.
fn negative(money: Money) -> Result<Money, MoneyError> {
    Money::zero(money.currency()).checked_sub(money)
}

/// What stood of a promise, and what it counted for in the currency of the totals.
#[derive(Clone, Copy)]
struct Before {
    left: Option<Remaining>,
    worth: Option<Money>,
    /// What was received, which is all that counts if the worth is not known.
    received: Money,
    /// What it takes out of a remainder.
    taken_out: Money,
    /// Whether all of it had been withdrawn.
    is_withdrawn: bool,
    /// What counted, on the day of the next entry, of a promise that payments can raise.
    as_open: Money,
}

impl Before {
    fn of(line: &LedgerLine<'_>, next: &LedgerEntry) -> Result<Self, LedgerError> {
        Ok(Self {
            left: line.left(),
            worth: line.worth_left()?,
            received: line.received()?,
            taken_out: line.taken_out()?,
            is_withdrawn: line.is_withdrawn(),
            as_open: line.counted_as_open(next)?,
        })
    }
}

/// The change in what stands of a promise, its worth, and whether it is for one year.
struct Difference {
    amount: Money,
    worth: Option<Money>,
    yearly: bool,
}

/// The change in what stands of a promise; `None` if it is not known.
///
/// Its worth is the change in the totals. A promise may grow while its worth falls, or may only be valued anew: then
/// the change is that of its worth alone.
fn difference(before: Before, line: &LedgerLine<'_>) -> Result<Option<Difference>, LedgerError> {
    let (Some(was), Some(is)) = (before.left, line.left()) else { return Ok(None) };
    // Nothing is left from which a part could have been withdrawn.
    let is_less_parts = is.minor != 0 && was.less_parts != is.less_parts;
    if was.yearly != is.yearly || was.currency != is.currency || is_less_parts {
        return Ok(None);
    }
    let minor = is.minor.checked_sub(was.minor).ok_or(LedgerError::Overflow)?;
    let amount = Money::from_minor(minor, is.currency)?;
    let worth = match (before.worth, line.worth_left()?) {
        (Some(was), Some(is)) => Some(is.checked_sub(was)?),
        // The difference between what it takes out of a remainder now and what it took out while its worth was not
        // known.
        (None, Some(is)) => {
            let more = line.taken_out()?.checked_sub(before.taken_out)?;
            Some(is.checked_sub(before.received)?.checked_sub(more)?)
        }
        (_, None) => None,
    };
    let is_alone =
        |worth: &Money| before.worth.is_none() || (!worth.is_zero() && worth.minor().signum() != minor.signum());
    Ok(Some(match worth.filter(is_alone) {
        Some(worth) => Difference { amount: worth, worth: None, yearly: is.yearly },
        None => Difference { amount, worth, yearly: is.yearly },
    }))
}

/// The totals of movements, each kind by itself; those of promises only if each change is known.
pub(super) fn totals(movements: &[Movement]) -> Result<Vec<MovementTotal>, LedgerError> {
    let also = also_received(movements.iter().map(|movement| movement.kind));
    let sums = movements.iter().flat_map(|movement| {
        let sums = movement.sum().into_iter().chain(also(movement.kind));
        sums.filter_map(|sum| Some((sum, movement.worth()?)))
    });
    let mut totals = added_up(sums)?;
    if movements.iter().any(Movement::changed_beyond_comparison) {
        totals.retain(|total| !total.is_of_pledges());
    }
    totals.iter_mut().for_each(|total| total.net = false);
    Ok(totals)
}

/// The totals of promises alone. If some of them changed beyond comparison, the totals of the others are kept unless
/// they are negative; a total of zero says that there were movements.
pub(super) fn promised_since(movements: &[Movement], currency: Currency) -> Result<Vec<MovementTotal>, LedgerError> {
    let mut totals = added_up(movements.iter().filter_map(|movement| movement.sum().zip(movement.worth())))?;
    totals.retain(MovementTotal::is_of_pledges);
    if movements.iter().any(Movement::changed_beyond_comparison) {
        // A reduction of one pledge may be an increase together with the other.
        totals.retain(|total| !total.amount.is_negative());
        if totals.is_empty() {
            totals.push(MovementTotal { sum: MovementSum::Pledged, amount: Money::zero(currency), net: false });
        }
    }
    Ok(totals)
}

/// The totals of new promises, from the kind of each movement, whether it is for one year, and its worth.
pub(crate) fn newly_promised(
    movements: impl Iterator<Item = (MovementKind, bool, Option<Money>)>,
) -> Result<Vec<MovementTotal>, LedgerError> {
    let new = movements.filter(|(kind, ..)| kind.is_new());
    added_up(new.filter_map(|(kind, yearly, worth)| kind.sum(yearly).zip(worth)))
}

/// What came in on some days, in each currency: payments on pledges, and gifts, which are promised and paid at once,
/// less what was paid back.
pub(super) fn brought_in(view: &View<'_>, days: RangeInclusive<Day>) -> Result<Vec<MovementTotal>, LedgerError> {
    let moved = moved(view, *days.end(), &|_, entry| is_new_in(view, entry, &days))?;
    let paid = moved.iter().filter(|movement| movement.kind.is_paid());
    added_up(paid.filter_map(|movement| Some((MovementSum::Received, movement.worth()?))))
}

fn added_up(amounts: impl Iterator<Item = (MovementSum, Money)>) -> Result<Vec<MovementTotal>, LedgerError> {
    let mut totals: BTreeMap<(MovementSum, &str), MovementTotal> = BTreeMap::new();
    for (sum, amount) in amounts {
        let currency = amount.currency();
        let nothing = || MovementTotal { sum, amount: Money::zero(currency), net: false };
        let total = totals.entry((sum, currency.code())).or_insert_with(nothing);
        total.amount = total.amount.checked_add(amount)?;
        total.net |= amount.is_negative();
    }
    Ok(totals.into_values().collect())
}
