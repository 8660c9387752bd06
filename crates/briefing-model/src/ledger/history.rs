//! How the figures came about: histories, movements, new pledges and new partners.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Ledger;
use super::figures::{Pool, Sums, Tally};
use super::line::{Line, LineValue};
use super::view::View;
use crate::{
    Allocation, Contributor, Earmark, EntryId, EntryKind, EntryKindName, LedgerEntry, LedgerError, Money, Month,
    PartyRef, Pledge, Schedule, Terms, When,
};

/// The totals on one day of a history.
///
/// ```
/// use briefing_model::HistoryPoint;
///
/// let point = HistoryPoint { on: "2022-03-31".parse()?, pledged: "USD 335800000".parse()?, received: "USD 0".parse()? };
/// assert!(point.received.is_zero());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryPoint {
    /// The day.
    pub on: NaiveDate,
    /// Pledged since the beginning.
    pub pledged: Money,
    /// Received since the beginning.
    pub received: Money,
}

/// How the figures of one day differ from those of an earlier one, both as known on the same day.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry]).map_err(|faults| faults[0].clone())?;
/// let april = ledger.movement("2025-03-31".parse()?, "2025-04-30".parse()?, "2025-05-05".parse()?)?;
/// assert_eq!(april.pledged.to_string(), "USD 50000.00");
/// assert_eq!(april.new_partners, ["UZB".parse()?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Movement {
    /// The earlier day.
    pub from: NaiveDate,
    /// The later day.
    pub to: NaiveDate,
    /// By how much the pledged total changed.
    pub pledged: Money,
    /// By how much the received total changed.
    pub received: Money,
    /// By how much the outstanding total changed.
    pub outstanding: Money,
    /// By how many the partners changed.
    pub partners: i64,
    /// Who became a partner, by code. One who had been counted by number only is not new.
    pub new_partners: Vec<PartyRef>,
    /// Who is a partner no longer, everything having been withdrawn.
    pub former_partners: Vec<PartyRef>,
}

/// A pledge, allocation or payment on no pledge that took effect in a month.
///
/// ```
/// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry]).map_err(|faults| faults[0].clone())?;
/// let pledges = ledger.pledges_in("2025-04".parse()?, "2025-05-05".parse()?);
/// assert_eq!(pledges[0].amount.to_string(), "USD 50000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPledge {
    /// The entry.
    pub entry: EntryId,
    /// Whether it is a pledge, an allocation, or a receipt.
    pub kind: EntryKindName,
    /// Who.
    pub contributor: Contributor,
    /// How much, over all years; of an open-ended pledge, for one year.
    pub amount: Money,
    /// What that is worth in the currency of the totals, if it is in another and this is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// How it is spread over time.
    pub schedule: Schedule,
    /// What it is for.
    pub earmark: Earmark,
    /// When, as precisely as is known.
    pub when: When,
}

impl Ledger {
    /// What was newly pledged in a month, in order of effect, recording and writing.
    ///
    /// What itemizes a remainder is not new: it had been counted without a name.
    #[must_use]
    pub fn pledges_in(&self, month: Month, known_at: NaiveDate) -> Vec<NewPledge> {
        let view = View::new(self, known_at);
        let mut pledges: Vec<_> = self
            .rows
            .iter()
            .filter_map(|&at| view.entry(at).map(|entry| (at, entry)))
            .filter(|(_, entry)| entry.counts_from().is_some_and(|day| month.contains(day)))
            .filter(|(_, entry)| entry.kind.itemizes().is_none())
            .filter_map(|(at, entry)| Some(((entry.counts_from(), entry.recorded, at), new_pledge(&view, entry)?)))
            .collect();
        pledges.sort_by_key(|(order, _)| *order);
        pledges.into_iter().map(|(_, pledge)| pledge).collect()
    }

    /// Who became a partner from the first day to the last, both included, by code.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn new_partners(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        known_at: NaiveDate,
    ) -> Result<Vec<PartyRef>, LedgerError> {
        let before = first.pred_opt().unwrap_or(first);
        Ok(self.movement(before, last, known_at)?.new_partners)
    }

    /// The first entry ever by which a party promised or gave money or a gift, as it was written.
    #[must_use]
    pub fn first_contribution(&self, party: &PartyRef, known_at: NaiveDate) -> Option<&LedgerEntry> {
        let view = View::new(self, known_at);
        let of_party = |entry: &LedgerEntry| {
            entry
                .kind
                .contributor()
                .and_then(|contributor| self.contributor_at(self.key_of(contributor)?))
                .is_some_and(|contributor| contributor.party == *party)
        };
        let positions = self.rows.iter().chain(&self.in_kind);
        let entries = positions.filter_map(|&at| view.entry(at).map(|entry| (at, entry)));
        let own = entries.filter(|(_, entry)| of_party(entry));
        own.min_by_key(|&(at, entry)| (entry.counts_from(), entry.recorded, at)).and_then(|(at, _)| self.entry_at(at))
    }

    /// How the figures moved from the end of one day to the end of another.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn movement(&self, from: NaiveDate, to: NaiveDate, known_at: NaiveDate) -> Result<Movement, LedgerError> {
        let view = View::new(self, known_at);
        let (before, after) = (Tally::of(&view, from)?, Tally::of(&view, to)?);
        let money = |minor| Money::from_minor(minor, self.settings.currency);
        let total = |tally: &Tally<'_>| {
            let (named, unnamed) = tally.count_partners();
            i64::from(named) + i64::from(unnamed)
        };
        let (then, now) = (before.partners(), after.partners());
        let new = now.iter().filter(|(party, presence)| !then.contains_key(*party) && !presence.was_unnamed());
        let gone = then.keys().filter(|party| !now.contains_key(*party));
        Ok(Movement {
            from,
            to,
            pledged: money(after.sums.pledged - before.sums.pledged)?,
            received: money(after.sums.received - before.sums.received)?,
            outstanding: money(after.sums.outstanding - before.sums.outstanding)?,
            partners: total(&after) - total(&before),
            new_partners: new.map(|(&party, _)| party.clone()).collect(),
            former_partners: gone.map(|&party| party.clone()).collect(),
        })
    }

    /// The totals on each of the days, which are put in order.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Receipt};
    ///
    /// let receipt = Receipt::unassigned("SAU".parse()?, "USD 10000000".parse()?);
    /// let entry = LedgerEntry::new("R-1".parse()?, "2011".parse()?, "2012-01-10".parse()?, receipt);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry]).map_err(|faults| faults[0].clone())?;
    /// let history = ledger.history(&["2010-12-31".parse()?, "2011-12-31".parse()?], "2012-02-01".parse()?)?;
    /// assert_eq!(history[1].received.to_string(), "USD 10000000.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn history(&self, days: &[NaiveDate], known_at: NaiveDate) -> Result<Vec<HistoryPoint>, LedgerError> {
        self.points(&View::new(self, known_at), days)
    }

    /// The totals at the end of every year since the first entry, and on the day itself.
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn yearly_history(&self, as_of: NaiveDate, known_at: NaiveDate) -> Result<Vec<HistoryPoint>, LedgerError> {
        let view = View::new(self, known_at);
        self.points(&view, &year_ends(&view, as_of))
    }

    /// The pledged totals on the days for which an assertion states that of the whole ledger, and on the day itself.
    ///
    /// On those days the ledger is held against what was published; on others it may know less, such as when the
    /// parts of a remainder were pledged.
    ///
    /// ```
    /// use briefing_model::{Assertion, EntryKind, Ledger, LedgerEntry, LedgerSettings, Pledge};
    ///
    /// let entry = |id: &str, day: &str, kind: EntryKind| {
    ///     Ok::<_, Box<dyn std::error::Error>>(LedgerEntry::new(id.parse()?, day.parse()?, day.parse()?, kind))
    /// };
    /// let stated = Assertion { pledged: Some("USD 100".parse()?), ..Assertion::default() };
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![
    ///     entry("P-1", "2022-03-01", Pledge::new("SAU".parse()?, "USD 100".parse()?).into())?,
    ///     entry("S-1", "2022-03-31", stated.into())?,
    ///     entry("P-2", "2025-04-10", Pledge::new("DEU".parse()?, "USD 50".parse()?).into())?,
    /// ]).map_err(|faults| faults[0].clone())?;
    /// let history = ledger.stated_history("2025-04-30".parse()?, "2025-04-30".parse()?)?;
    /// let points: Vec<_> = history.iter().map(|point| format!("{} {}", point.on, point.pledged)).collect();
    /// assert_eq!(points, ["2022-03-31 USD 100.00", "2025-04-30 USD 150.00"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn stated_history(&self, as_of: NaiveDate, known_at: NaiveDate) -> Result<Vec<HistoryPoint>, LedgerError> {
        let view = View::new(self, known_at);
        self.points(&view, &stated_days(&view, as_of))
    }

    fn points(&self, view: &View<'_>, days: &[NaiveDate]) -> Result<Vec<HistoryPoint>, LedgerError> {
        let money = |minor| Money::from_minor(minor, self.settings.currency);
        let points = sweep(view, days)?
            .into_iter()
            .map(|(on, sums)| Ok(HistoryPoint { on, pledged: money(sums.pledged)?, received: money(sums.received)? }));
        points.collect()
    }
}

fn new_pledge(view: &View<'_>, entry: &LedgerEntry) -> Option<NewPledge> {
    let headline = view.ledger.settings.currency;
    let rate = |money: Money| view.rate(money.currency(), entry.counts_from()?)?.convert(money, headline).ok();
    let worth = |money: Money, stated: Option<Money>| {
        if money.currency() == headline { None } else { stated.or_else(|| rate(money)) }
    };
    let (amount, value, schedule) = match &entry.kind {
        EntryKind::Pledge(Pledge { terms, .. }) | EntryKind::Allocation(Allocation { terms, .. }) => promised(terms),
        EntryKind::Receipt(receipt) if receipt.pledge.is_none() => {
            (receipt.amount.money(), receipt.value().map(Money::from), &Schedule::Whole)
        }
        EntryKind::Receipt(_)
        | EntryKind::Revision(_)
        | EntryKind::Withdrawal(_)
        | EntryKind::Refund(_)
        | EntryKind::InKind(_)
        | EntryKind::OpeningBalance(_)
        | EntryKind::Remainder(_)
        | EntryKind::Rate(_)
        | EntryKind::Assertion(_)
        | EntryKind::Correction(_) => return None,
    };
    Some(NewPledge {
        entry: entry.id.clone(),
        kind: entry.kind.name(),
        contributor: (**entry.kind.contributor()?).clone(),
        amount,
        value: worth(amount, value),
        schedule: schedule.clone(),
        earmark: entry.kind.earmark().cloned().unwrap_or_default(),
        when: entry.effective.clone(),
    })
}

/// The whole of a promise, or one year of an open-ended one; what that is said to be worth; and how it is spread.
fn promised(terms: &Terms) -> (Money, Option<Money>, &Schedule) {
    let amount = terms.total().ok().flatten().unwrap_or_else(|| terms.amount().money());
    // The worth is stated of the amount; over several years it is as many times as much.
    let years = amount.minor().checked_div(terms.amount().minor()).unwrap_or(1);
    let value =
        terms.value().and_then(|value| Money::from_minor(value.minor().checked_mul(years)?, value.currency()).ok());
    (amount, value, terms.schedule())
}

/// The last days of the years from the first entry on, and the day itself.
pub(super) fn year_ends(view: &View<'_>, as_of: NaiveDate) -> Vec<NaiveDate> {
    let positions = view.ledger.rows.iter().chain(&view.ledger.remainders);
    let first = positions.filter_map(|&at| view.active(at, as_of)?.counts_from()).min();
    let years = first.map_or(as_of.year(), |first| first.year())..as_of.year();
    years.filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31)).chain([as_of]).collect()
}

/// The days for which somebody stated what the whole ledger's pledges come to, and the day itself.
fn stated_days(view: &View<'_>, as_of: NaiveDate) -> Vec<NaiveDate> {
    let entries = view.ledger.assertions.iter().filter_map(|&at| view.active(at, as_of));
    let of_the_whole = entries.filter(|entry| {
        entry.kind.as_assertion().is_some_and(|stated| stated.about.is_none() && stated.pledged.is_some())
    });
    of_the_whole.filter_map(LedgerEntry::counts_from).chain([as_of]).collect()
}

/// The sums on each of the days, in order, each line being looked at only where it may change.
pub(super) fn sweep(view: &View<'_>, days: &[NaiveDate]) -> Result<Vec<(NaiveDate, Sums)>, LedgerError> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let mut points: Vec<(Sums, Pool)> = days.iter().map(|&day| (Sums::default(), Pool::new(view, day))).collect();
    for (at, rows) in view.lines() {
        let mut before = LineValue::default();
        for point in changes(view, rows, &days) {
            let Some(&day) = days.get(point) else { continue };
            let value = Line::evaluate(view, at, rows, day)?.value()?;
            if let Some((sums, pool)) = points.get_mut(point) {
                sums.add(difference(value, before).into())?;
                pool.take(&difference(value, before));
            }
            before = value;
        }
    }
    add_up(&days, points)
}

/// The days, by position, on which a line may come to something else than on the one before.
fn changes(view: &View<'_>, rows: &[u32], days: &[NaiveDate]) -> Vec<usize> {
    let entries = || rows.iter().filter_map(|&row| view.entry(row));
    if entries().any(|entry| depends_on_time(view, entry)) {
        return (0..days.len()).collect();
    }
    let mut points: Vec<usize> =
        entries().map(|entry| days.partition_point(|day| Some(*day) < entry.counts_from())).collect();
    points.sort_unstable();
    points.dedup();
    points
}

/// Whether an entry may change what its line comes to on another day than its own.
fn depends_on_time(view: &View<'_>, entry: &LedgerEntry) -> bool {
    // What comes out of a remainder does so from the remainder's day on.
    entry.kind.itemizes().is_some()
        || entry.kind.terms().is_some_and(|terms| terms.depends_on_time(view.ledger.settings.multi_year))
}

fn difference(value: LineValue, before: LineValue) -> LineValue {
    LineValue {
        pledged: value.pledged - before.pledged,
        received: value.received - before.received,
        outstanding: value.outstanding - before.outstanding,
        surplus: value.surplus - before.surplus,
        moved_pledged: value.moved_pledged - before.moved_pledged,
        moved_received: value.moved_received - before.moved_received,
    }
}

/// Turns changes into sums, and adds what is known in sum only.
fn add_up(days: &[NaiveDate], points: Vec<(Sums, Pool)>) -> Result<Vec<(NaiveDate, Sums)>, LedgerError> {
    let mut lines = Sums::default();
    let (mut moved_pledged, mut moved_received) = (0, 0);
    let mut sums = Vec::with_capacity(points.len());
    for (&day, (change, pool)) in days.iter().zip(points) {
        lines.add(change)?;
        moved_pledged += pool.moved_pledged;
        moved_received += pool.moved_received;
        let mut sum = lines;
        sum.add(Pool { moved_pledged, moved_received, ..pool }.sums(&lines))?;
        sums.push((day, sum));
    }
    Ok(sums)
}
