//! What sources state, and what entries leave open.

use super::figures::Sums;
use super::knowledge::{Basis, Knowledge, StatedFigure, part};
use super::line::{LedgerLine, UnvaluedLine};
use super::view::View;
use crate::{
    Amount, Assertion, Day, EntryKindName, LedgerEntry, LedgerError, Money, PartialDate, Reach, Remainder, When,
    WhenShape,
};

/// How far each figure of a day is known.
#[derive(Debug, Clone)]
pub(super) struct Bases {
    pub(super) pledged: Basis<Money>,
    pub(super) received: Basis<Money>,
    pub(super) partners: Basis<u32>,
    /// Payments known only as a sum may have been made on any pledge.
    spread_receipts: bool,
}

impl Bases {
    pub(super) fn of(view: &View<'_>, as_of: Day) -> Self {
        let coverage = view.ledger.settings.coverage;
        let pledged = stated(view, as_of, |assertion| Some((assertion.pledged?, unit_of(assertion))));
        let received = stated(view, as_of, |assertion| Some((assertion.received?, unit_of(assertion))));
        let partners = stated(view, as_of, |assertion| Some((assertion.partners?, None)));
        let remainders: Vec<_> = view
            .ledger
            .remainders
            .iter()
            .filter_map(|&at| view.active(at, as_of))
            .filter_map(|entry| Some((entry.counts_from()?, entry.kind.as_remainder()?)))
            .collect();
        // A remainder that states only payments states what was received on earlier ones, if these state what was
        // pledged.
        let covered = remainders.iter().filter(|(_, one)| one.is_of_payments()).map(|&(day, _)| day).max();
        let open_receipts = remainders.iter().filter(|(_, one)| one.received.is_none()).map(|&(day, _)| day).max();
        let open_receipts = open_receipts.filter(|&day| covered.is_none_or(|covered| covered < day));
        let pledges = remainders.iter().filter(|(_, one)| one.pledged.is_some_and(|pledged| !pledged.is_zero()));
        let stated_from = pledges.map(|&(day, _)| day).min();
        let last_open = |is_open: fn(&Remainder, bool) -> bool| {
            let is_stated = |day: Day| stated_from.is_some_and(|stated| stated <= day);
            remainders.iter().filter(|&&(day, one)| is_open(one, is_stated(day))).map(|&(day, _)| day).max()
        };
        let open_pledges = last_open(Remainder::leaves_pledges_open).max(balances_without_pledge(view, as_of));
        let open_partners = last_open(Remainder::leaves_partners_open);
        let balances = view.lines().filter_map(|(at, _)| view.active(at, as_of));
        let balances = balances.filter(|entry| view.leaves_receipts_open(entry, as_of));
        let balances = balances.filter_map(LedgerEntry::counts_from).max();
        let (withdrawn, gone) = unpaid_withdrawals(view, as_of);
        // This matters only if the office does not say how far its ledger reaches.
        let is_unsaid = [coverage.pledges, coverage.receipts, coverage.partners].contains(&Reach::Unsaid);
        let kept =
            if is_unsaid { Kept::of(view, as_of, remainders.iter().map(|&(_, one)| one)) } else { Kept::default() };
        Self {
            pledged: Basis::new(coverage.pledges, pledged, open_pledges.max(withdrawn), kept.pledges)
                .overstated(!remainders.is_empty() && is_less_by_unknown(view, as_of)),
            received: Basis::new(coverage.receipts, received, open_receipts.max(balances), kept.receipts),
            partners: Basis::new(coverage.partners, partners, open_partners.max(gone), kept.partners),
            spread_receipts: !remainders.is_empty(),
        }
    }

    /// Whether what is on record as pledged on one line or by one contributor is all of it.
    pub(super) fn pledges_are_whole(&self) -> bool {
        self.pledged.is_whole()
    }

    /// Whether what is on record as received on one line or from one contributor is all of it.
    pub(super) fn receipts_are_whole(&self) -> bool {
        self.received.is_whole() && !self.spread_receipts
    }

    /// The totals of the day.
    pub(super) fn totals(&self, sums: &Sums, money: Minor<'_>) -> Result<KnownSums, LedgerError> {
        let pledged = self.pledged.figure(money(sums.pledged)?, sums.pledged != 0);
        let received = self.received.figure(money(sums.received)?, sums.received != 0);
        let outstanding = match (&pledged, &received) {
            (Knowledge::Known(_), Knowledge::Known(_)) => Knowledge::Known(money(sums.outstanding)?),
            // If somebody paid more than was promised, the difference between the totals is not what is still to come.
            _ => Knowledge::Unknown,
        };
        let known = [&pledged, &received].map(|figure| matches!(figure, Knowledge::Known(_)));
        Ok(KnownSums { pledged, received, outstanding, surplus: surplus(known, money(sums.surplus)?) })
    }

    /// The figures of a part of the totals, such as those of a contributor.
    pub(super) fn parts(&self, of: &Sums, money: Minor<'_>) -> Result<KnownSums, LedgerError> {
        Ok(self.no_more_than_known(Self::on_record(of, (self.pledges_are_whole(), self.receipts_are_whole()), money)?))
    }

    /// The figures of what is known only as a sum. It does not matter here on whose pledges these payments were made.
    pub(super) fn remainder(&self, of: &Sums, money: Minor<'_>) -> Result<KnownSums, LedgerError> {
        Ok(self.no_more_than_known(Self::on_record(of, (self.pledges_are_whole(), self.received.is_whole()), money)?))
    }

    /// The same figures, without what was pledged if the sums on record may be too high.
    fn no_more_than_known(&self, sums: KnownSums) -> KnownSums {
        if self.pledged.is_overstated() { KnownSums { pledged: Knowledge::Unknown, ..sums } } else { sums }
    }

    fn on_record(of: &Sums, (pledges, receipts): (bool, bool), money: Minor<'_>) -> Result<KnownSums, LedgerError> {
        Ok(KnownSums {
            pledged: part(pledges, money(of.pledged)?),
            received: part(receipts, money(of.received)?),
            outstanding: if pledges && receipts {
                Knowledge::Known(money(of.outstanding)?)
            } else {
                Knowledge::Unknown
            },
            surplus: surplus([pledges, receipts], money(of.surplus)?),
        })
    }
}

/// What came beyond what was pledged, if the latter is known; payments that are not on record came beyond it as well.
fn surplus([pledges, receipts]: [bool; 2], sum: Money) -> Knowledge<Money> {
    if pledges { part(receipts, sum) } else { Knowledge::Unknown }
}

/// Turns minor units of the currency of the totals into money.
pub(super) type Minor<'a> = &'a dyn Fn(i128) -> Result<Money, LedgerError>;

/// The four sums of money, each as far as it is known.
pub(super) struct KnownSums {
    pub(super) pledged: Knowledge<Money>,
    pub(super) received: Knowledge<Money>,
    pub(super) outstanding: Knowledge<Money>,
    pub(super) surplus: Knowledge<Money>,
}

impl KnownSums {
    /// The same sums beside money of unknown worth: a sum of zero then does not mean that nothing was given.
    pub(super) fn beside(mut self, left_out: LeftOut) -> Self {
        let no_sum = |figure: &Knowledge<Money>| matches!(figure, Knowledge::Known(sum) if sum.is_zero());
        if no_sum(&self.pledged) && left_out.pledged {
            (self.pledged, self.outstanding) = (Knowledge::Unknown, Knowledge::Unknown);
        }
        if no_sum(&self.received) && left_out.received {
            (self.received, self.outstanding) = (Knowledge::Unknown, Knowledge::Unknown);
        }
        if no_sum(&self.outstanding) && left_out.outstanding {
            self.outstanding = Knowledge::Unknown;
        }
        self
    }
}

/// The sums that leave out money of unknown worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LeftOut {
    pub(super) pledged: bool,
    pub(super) received: bool,
    pub(super) outstanding: bool,
}

impl LeftOut {
    pub(super) fn of<'l>(unvalued: impl Iterator<Item = &'l UnvaluedLine>) -> Self {
        let mut all = Self::default();
        for line in unvalued {
            all.add(Self {
                pledged: line.left_out > 0,
                received: line.left_out > line.remaining,
                outstanding: line.remaining > 0,
            });
        }
        all
    }

    pub(super) fn add(&mut self, other: Self) {
        self.pledged |= other.pledged;
        self.received |= other.received;
        self.outstanding |= other.outstanding;
    }
}

/// Whether some promise now stands for less than was itemized, while all of it is still counted because the difference
/// is not known.
fn is_less_by_unknown(view: &View<'_>, as_of: Day) -> bool {
    let is_less = |(at, rows): (u32, &[u32])| {
        let root = view.active(at, as_of).filter(|root| view.itemized(root, as_of).is_some());
        let line = root.and_then(|_| LedgerLine::evaluate(view, at, rows, as_of).ok());
        line.is_some_and(|line| line.is_less_by_unknown().unwrap_or_default())
    };
    view.lines().any(is_less)
}

/// For each figure, whether there are entries about it.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    /// Promises. Gifts count as pledged, but do not say what else was pledged.
    pledges: bool,
    receipts: bool,
    partners: bool,
}

impl Kept {
    fn of<'v>(view: &View<'_>, as_of: Day, remainders: impl Iterator<Item = &'v Remainder>) -> Self {
        let mut kept = Self::default();
        for (at, rows) in view.lines() {
            let root = view.active(at, as_of);
            let mut entries = rows.iter().filter_map(|&row| view.active(row, as_of));
            let is_paid = entries.any(|entry| entry.kind.as_receipt().is_some());
            kept.receipts |= is_paid;
            // A fund that allots money is not a partner.
            let is_allotted = view.entry(at).is_some_and(|root| root.kind.name() == EntryKindName::Allocation);
            match root.and_then(|root| root.kind.promise()) {
                Some(promise) => {
                    kept.pledges = true;
                    kept.partners |= !is_allotted;
                    if let crate::Promise::Balance(balance) = promise {
                        kept.receipts |= balance.received.is_some();
                    }
                }
                None => kept.partners |= is_paid && !is_allotted,
            }
        }
        for remainder in remainders {
            kept.pledges |= remainder.pledged.is_some();
            kept.receipts |= remainder.received.is_some();
            kept.partners |= remainder.partners.is_some();
        }
        kept
    }
}

/// The last day on which something happened to an opening balance that does not say what was pledged, if no later entry
/// says what stands.
fn balances_without_pledge(view: &View<'_>, as_of: Day) -> Option<Day> {
    let of_line = |at: u32, rows: &[u32]| {
        let entry = view.active(at, as_of)?;
        let Some(crate::Promise::Balance(balance)) = entry.kind.promise() else { return None };
        let is_said = |row: &u32| {
            view.active(*row, as_of).is_some_and(|entry| {
                let withdrawal = entry.kind.as_withdrawal();
                entry.kind.as_revision().is_some() || withdrawal.is_some_and(|part| part.amount.is_none())
            })
        };
        let days = || rows.iter().filter_map(|&row| view.active(row, as_of)?.counts_from()).chain(entry.counts_from());
        if balance.pledged.is_some() || rows.iter().any(is_said) { None } else { days().max() }
    };
    view.lines().filter_map(|(at, rows)| of_line(at, rows)).max()
}

/// The last day on which a promise was withdrawn or paid back although it is not known what had been paid: as much of
/// the promise stands as was paid, and what came beyond it goes back first. And the last day from which nothing is left
/// of one, so that it is not known whether its contributor is still a partner.
fn unpaid_withdrawals(view: &View<'_>, as_of: Day) -> (Option<Day>, Option<Day>) {
    let receipts = view.ledger.settings.coverage.receipts;
    let of_line = |at: u32, rows: &[u32]| {
        let root = view.active(at, as_of)?;
        let is_open = view.leaves_receipts_open(root, as_of);
        if receipts.covers_from(root.counts_from()?) && !is_open {
            return None;
        }
        let mut withdrawn = None;
        for entry in rows.iter().filter_map(|&row| view.active(row, as_of)) {
            if entry.kind.as_withdrawal().is_some() || is_open && entry.kind.name() == EntryKindName::Refund {
                withdrawn = entry.counts_from();
            } else if entry.kind.as_revision().is_some() {
                // A revision states anew what stands.
                withdrawn = None;
            }
        }
        withdrawn
    };
    let (mut last, mut last_gone) = (None, None);
    for (at, rows) in view.lines() {
        let withdrawn = of_line(at, rows);
        last = last.max(withdrawn);
        // More payments leave more of it, and never less.
        let is_left = || {
            let line = LedgerLine::evaluate(view, at, rows, as_of).and_then(|line| line.value());
            line.is_ok_and(|value| value.pledged > 0)
        };
        last_gone = last_gone.max(withdrawn.filter(|_| !is_left()));
    }
    (last, last_gone)
}

/// The unit to which an assertion rounds, unless it is exact.
fn unit_of(assertion: &Assertion) -> Option<Money> {
    assertion.rounded_to.map(Amount::money)
}

/// The month or year of a time that is no more precise.
pub(super) fn month_or_year(when: &When) -> Option<PartialDate> {
    match *when.shape() {
        WhenShape::At(date @ (PartialDate::Month(_) | PartialDate::Year(_))) => Some(date),
        WhenShape::At(PartialDate::Day(_))
        | WhenShape::Span(..)
        | WhenShape::Within(..)
        | WhenShape::Sessions(_)
        | WhenShape::Since(_)
        | WhenShape::Until(_) => None,
    }
}

/// The last figure stated of the whole ledger by a day.
fn stated<T>(
    view: &View<'_>,
    as_of: Day,
    of: impl Fn(&Assertion) -> Option<(T, Option<T>)>,
) -> Option<StatedFigure<T>> {
    let found = view.ledger.assertions.iter().filter_map(|&at| {
        let entry = view.active(at, as_of)?;
        let assertion = entry.kind.as_assertion().filter(|assertion| assertion.about.is_none())?;
        let (value, rounded_to) = of(assertion)?;
        let period = month_or_year(&entry.effective);
        Some(StatedFigure { value, on: entry.counts_from()?, period, rounded_to, entry: entry.id.clone() })
    });
    // They are in order of effect; of two for one day, the one recorded later.
    found.last()
}
