//! The growth of the figures, and who became a partner.

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use super::Ledger;
use super::coverage::{Bases, KnownSums, Minor};
use super::figures::{Pool, Sums, Tally};
use super::knowledge::Knowledge;
use super::line::{LedgerLine, LineValue};
use super::standing::{Standing, standing};
use super::view::View;
use crate::textual::words;
use crate::{AsOf, DateSpan, Day, LedgerEntry, LedgerError, Money, PartyRef};

/// The totals on one day of a history.
///
/// ```
/// use briefing_model::{HistoryPoint, Knowledge};
///
/// let pledged = Knowledge::Known("USD 335800000".parse()?);
/// let point = HistoryPoint { on: "2022-03-31".parse()?, pledged, received: Knowledge::Unknown };
/// assert!(point.received.is_unknown());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HistoryPoint {
    /// The day.
    pub on: Day,
    /// Pledged since the beginning.
    pub pledged: Knowledge<Money>,
    /// Received since the beginning.
    pub received: Knowledge<Money>,
}

/// Whether a contributor that became a partner is new.
///
/// ```
/// assert_eq!(serde_json::to_string(&briefing_model::Newness::NotKnown)?, "\"not-known\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Newness {
    /// It is new: the ledger says so, or holds every partner that there ever was.
    New,
    /// It had already been counted without a name.
    AmongUnnamed,
    /// The ledger does not say.
    NotKnown,
}

words!(Newness, "an answer to whether a partner is new", New "new", AmongUnnamed "among-unnamed", NotKnown "not-known");

impl Ledger {
    /// The parties that became partners in a span of days, in the order of their codes, and whether each is new.
    ///
    /// A partner is new if none of its entries can have taken effect earlier, and either one of them says that it is
    /// new or the ledger is stated to be complete since the beginning. A partner with an opening balance is never known
    /// to be new.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Month, Newness, Pledge};
    ///
    /// let pledge = Pledge::new("UZB".parse()?, "USD 50000".parse()?);
    /// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let arrivals = ledger.arrivals("2025-04".parse::<Month>()?, "2025-05-05".parse()?)?;
    /// assert_eq!(arrivals, [("UZB".parse()?, Newness::NotKnown)], "it may have given before the ledger begins");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn arrivals(
        &self,
        period: impl Into<DateSpan>,
        known_at: Day,
    ) -> Result<Vec<(PartyRef, Newness)>, LedgerError> {
        let (view, period) = (View::new(self, known_at), period.into());
        let (first, last) = (period.first(), period.last());
        let eve = first.previous().unwrap_or(first);
        let (before, after) = (Tally::of(&view, eve)?, Tally::of(&view, last)?);
        let then = before.partners();
        let whole = self.settings.coverage.partners.is_said_to_be_whole();
        let arrived = after.partners().into_iter().filter(|(party, _)| !then.contains_key(*party));
        let arrived = arrived.map(|(party, presence)| {
            let newness = if presence.was_unnamed() {
                Newness::AmongUnnamed
            } else if presence.appeared_from(first) && (presence.new || whole) && !presence.had_balance {
                Newness::New
            } else {
                Newness::NotKnown
            };
            (party.clone(), newness)
        });
        Ok(arrived.collect())
    }

    /// The first entry by which a party ever promised or gave money or a gift, as it was written.
    #[must_use]
    pub fn first_contribution(&self, party: &PartyRef, known_at: Day) -> Option<&LedgerEntry> {
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

    /// The totals on each of the days, in order of time.
    ///
    /// ```
    /// use briefing_model::{Ledger, LedgerEntry, LedgerSettings, Receipt};
    ///
    /// let receipt = Receipt::unassigned("SAU".parse()?, "USD 10000000".parse()?);
    /// let entry = LedgerEntry::new("R-1".parse()?, "2011".parse()?, "2012-01-10".parse()?, receipt);
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    /// let history = ledger.history(&["2010-12-31".parse()?, "2011-12-31".parse()?], "2012-02-01".parse()?)?;
    /// assert_eq!(history[1].received.to_string(), "USD 10000000.00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn history(&self, days: &[Day], known_at: Day) -> Result<Vec<HistoryPoint>, LedgerError> {
        self.points(&View::new(self, known_at), days)
    }

    /// The pledged totals on the days for which an assertion states that total of the whole ledger, and on the day
    /// asked about.
    ///
    /// On those days the ledger is compared with what was published. On other days it may know less, for instance
    /// because it does not know when the parts of a remainder were pledged.
    ///
    /// ```
    /// use briefing_model::{AsOf, Assertion, EntryKind, Ledger, LedgerEntry, LedgerSettings, Pledge};
    ///
    /// let entry = |id: &str, day: &str, kind: EntryKind| {
    ///     Ok::<_, Box<dyn std::error::Error>>(LedgerEntry::new(id.parse()?, day.parse()?, day.parse()?, kind))
    /// };
    /// let stated = Assertion { pledged: Some("USD 100".parse()?), ..Assertion::default() };
    /// let ledger = Ledger::new(LedgerSettings::default(), vec![
    ///     entry("P-1", "2022-03-01", Pledge::new("SAU".parse()?, "USD 100".parse()?).into())?,
    ///     entry("S-1", "2022-03-31", stated.into())?,
    ///     entry("P-2", "2025-04-10", Pledge::new("DEU".parse()?, "USD 50".parse()?).into())?,
    /// ])?;
    /// let history = ledger.stated_history(AsOf::on("2025-04-30".parse()?))?;
    /// let points: Vec<_> = history.iter().map(|point| format!("{} {}", point.on, point.pledged)).collect();
    /// assert_eq!(points, ["2022-03-31 USD 100.00", "2025-04-30 USD 150.00"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Ledger::standing`].
    pub fn stated_history(&self, at: AsOf) -> Result<Vec<HistoryPoint>, LedgerError> {
        let AsOf { in_effect: as_of, known: known_at } = at;
        let view = View::new(self, known_at);
        self.points(&view, &stated_days(&view, as_of))
    }

    fn points(&self, view: &View<'_>, days: &[Day]) -> Result<Vec<HistoryPoint>, LedgerError> {
        let currency = self.settings.currency;
        let money: Minor<'_> = &|minor| Ok(Money::from_minor(minor, currency)?);
        let points = sweep(view, days)?.into_iter().map(|(on, sums)| {
            // A sum of zero does not show whether it leaves something out.
            if sums.pledged == 0 || sums.received == 0 {
                let Standing { pledged, received, .. } = standing(view, on, view.known_at())?;
                return Ok(HistoryPoint { on, pledged, received });
            }
            let KnownSums { pledged, received, .. } = Bases::of(view, on).totals(&sums, money)?;
            Ok(HistoryPoint { on, pledged, received })
        });
        points.collect()
    }
}

/// The last days of the years from the first entry on, and the day itself.
pub(super) fn year_ends(view: &View<'_>, as_of: Day) -> Vec<Day> {
    let positions = view.ledger.rows.iter().chain(&view.ledger.remainders);
    let first = positions.filter_map(|&at| view.active(at, as_of)?.counts_from()).min();
    let years = first.map_or(as_of.year(), Day::year)..as_of.year();
    years.filter_map(|year| Day::at(year, 12, 31)).chain([as_of]).collect()
}

/// The days for which a source states the pledges of the whole ledger, and the day itself.
fn stated_days(view: &View<'_>, as_of: Day) -> Vec<Day> {
    let entries = view.ledger.assertions.iter().filter_map(|&at| view.active(at, as_of));
    let of_the_whole = entries.filter(|entry| {
        entry.kind.as_assertion().is_some_and(|stated| stated.about.is_none() && stated.pledged.is_some())
    });
    of_the_whole.filter_map(LedgerEntry::counts_from).chain([as_of]).collect()
}

/// The sums on each of the days, in order. Each line is looked at only on days on which it may change.
pub(super) fn sweep(view: &View<'_>, days: &[Day]) -> Result<Vec<(Day, Sums)>, LedgerError> {
    sweep_lines(view, days, &mut |_, _, _| Ok(()))
}

/// A function that is called with a line's position, a day and the line.
pub(super) type Look<'l> = &'l mut dyn FnMut(u32, Day, &LedgerLine<'_>) -> Result<(), LedgerError>;

/// As [`sweep`], with a call for each line on each day on which it may change.
pub(super) fn sweep_lines(view: &View<'_>, days: &[Day], look: Look<'_>) -> Result<Vec<(Day, Sums)>, LedgerError> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let mut points: Vec<(Sums, Pool)> = days.iter().map(|&day| (Sums::default(), Pool::new(view, day))).collect();
    for (at, rows) in view.lines() {
        let mut before = LineValue::default();
        for point in changes(view, rows, &days) {
            let Some(&day) = days.get(point) else { continue };
            let line = LedgerLine::evaluate(view, at, rows, day)?;
            look(at, day, &line)?;
            let value = line.value()?;
            if let Some((sums, pool)) = points.get_mut(point) {
                sums.add(difference(value, before).into())?;
                pool.take(&difference(value, before));
            }
            before = value;
        }
    }
    add_up(&days, points)
}

/// The days, by position, on which the value of a line may differ from that on the day before in the list.
fn changes(view: &View<'_>, rows: &[u32], days: &[Day]) -> Vec<usize> {
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

/// Whether an entry may change the value of its line on days other than its own.
fn depends_on_time(view: &View<'_>, entry: &LedgerEntry) -> bool {
    // An entry itemizes a remainder from the remainder's day on.
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

/// Turns changes into sums, and adds what is known only as a sum.
fn add_up(days: &[Day], points: Vec<(Sums, Pool)>) -> Result<Vec<(Day, Sums)>, LedgerError> {
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
