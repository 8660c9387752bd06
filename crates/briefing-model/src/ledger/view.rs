//! The ledger as it was known on a day: with corrections applied, and without later entries.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::amend::amend;
use super::link::in_effect;
use super::{Ledger, NONE};
use crate::{Certainty, CorrectionKind, Currency, Day, EntryId, LedgerEntry, Rate, RateValue};

/// What the office knew on a day.
pub(super) struct View<'a> {
    pub(super) ledger: &'a Ledger,
    known_at: Day,
    /// Entries that were corrected; `None` for those that were struck out.
    amended: BTreeMap<u32, Option<LedgerEntry>>,
    /// The lines of entries that corrections moved.
    moved: BTreeMap<u32, u32>,
    /// Positions of the entries that make up the figures: by line, then in order of effect.
    rows: Cow<'a, [u32]>,
    rates: Vec<DatedRate>,
}

/// A rate and the days to which it applies.
struct DatedRate {
    from: Currency,
    first: Day,
    last: Option<Day>,
    recorded: Day,
    rate: RateValue,
}

impl<'a> View<'a> {
    pub(super) fn new(ledger: &'a Ledger, known_at: Day) -> Self {
        let rows = Cow::Borrowed(ledger.rows.as_slice());
        let (amended, moved) = (BTreeMap::new(), BTreeMap::new());
        let mut view = Self { ledger, known_at, amended, moved, rows, rates: Vec::new() };
        view.correct();
        view.find_rates();
        view
    }

    pub(super) const fn known_at(&self) -> Day {
        self.known_at
    }

    /// The entry at a position as it was known; `None` if it was not known, or had been struck out.
    pub(super) fn entry(&self, at: u32) -> Option<&LedgerEntry> {
        let entry = match self.amended.get(&at) {
            Some(amended) => amended.as_ref()?,
            None => self.ledger.entry_at(at)?,
        };
        (entry.recorded <= self.known_at && entry.certainty != Certainty::Unverified).then_some(entry)
    }

    /// The entry at a position, if it was known and counts on the day.
    pub(super) fn active(&self, at: u32, as_of: Day) -> Option<&LedgerEntry> {
        self.entry(at).filter(|entry| entry.counts_from().is_some_and(|day| day <= as_of))
    }

    /// Whether an entry was known, and has not been struck out.
    pub(super) fn entry_is_there(&self, entry: &LedgerEntry) -> bool {
        self.ledger.find(&entry.id).is_some_and(|at| self.entry(at).is_some())
    }

    /// Every line of the figures, with the positions of its entries in order of effect.
    ///
    /// The first position of each pair is that of the entry that opens the line, which need not be among the others.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u32, &[u32])> {
        let line = |at: &u32| self.line(*at);
        self.rows
            .chunk_by(move |a, b| line(a) == line(b))
            .filter_map(move |rows| rows.first().map(|at| (self.line(*at), rows)))
    }

    /// The line to which an entry belongs.
    fn line(&self, at: u32) -> u32 {
        // The map is empty in nearly every ledger, and lines are looked up for every pair of rows.
        if self.moved.is_empty() {
            return self.ledger.line_at(at);
        }
        self.moved.get(&at).copied().unwrap_or_else(|| self.ledger.line_at(at))
    }

    /// The key of the contributor that an entry names; for an entry that opens a line, that of the line.
    pub(super) fn contributor(&self, at: u32) -> u32 {
        match self.amended.get(&at) {
            Some(Some(entry)) => self.ledger.contributor_key(&entry.kind).unwrap_or(NONE),
            _ => self.ledger.links.get(at as usize).map_or(NONE, |link| link.contributor),
        }
    }

    /// The key of the contributor of an entry's line.
    pub(super) fn contributor_of_line(&self, at: u32) -> u32 {
        self.contributor(self.line(at))
    }

    /// The known corrections, by the entry that they correct.
    pub(super) fn corrections(&self) -> BTreeMap<&'a EntryId, Vec<EntryId>> {
        let mut corrections: BTreeMap<_, Vec<EntryId>> = BTreeMap::new();
        for correction in self.ledger.corrections.iter().filter_map(|&at| self.ledger.entry_at(at)) {
            let of = correction.kind.as_correction().map(|correction| &correction.of);
            if let Some(of) = of.filter(|_| self.entry_is_there(correction)) {
                corrections.entry(of).or_default().push(correction.id.clone());
            }
        }
        corrections
    }

    /// The remainder that an entry itemizes, if the remainder counts on the day.
    pub(super) fn itemized(&self, entry: &LedgerEntry, as_of: Day) -> Option<u32> {
        let id = entry.kind.itemizes()?;
        self.ledger.find(id).filter(|&at| self.active(at, as_of).is_some())
    }

    /// Whether a promise was made before the books began, and the entry that opens them does not say what had been
    /// received on it: its own balance, or the remainder that it itemizes.
    pub(super) fn leaves_receipts_open(&self, root: &LedgerEntry, as_of: Day) -> bool {
        let Some(promise) = root.kind.promise() else { return false };
        let is_open = |at| {
            let remainder = self.active(at, as_of).and_then(|entry| entry.kind.as_remainder());
            remainder.is_some_and(|remainder| remainder.received.is_none())
        };
        match promise {
            crate::Promise::Balance(balance) => balance.received.is_none(),
            crate::Promise::Terms(_) => self.itemized(root, as_of).is_some_and(is_open),
        }
    }

    /// The worth of a unit of the currency in that of the totals on a day; [`Rate`] says which of several rates
    /// applies.
    pub(super) fn rate(&self, from: Currency, on: Day) -> Option<RateValue> {
        let begun = self.rates.partition_point(|rate| (rate.from, rate.first) <= (from, on));
        let begun = self.rates.iter().take(begun).rev().take_while(|rate| rate.from == from);
        begun.filter(|rate| rate.last.is_none_or(|last| on <= last)).map(|rate| rate.rate).next()
    }

    /// Applies the corrections recorded by then.
    fn correct(&mut self) {
        let ledger = self.ledger;
        for &at in &ledger.corrections {
            let Some(correction) = self.entry(at).and_then(|entry| entry.kind.as_correction()).cloned() else {
                continue;
            };
            let Some(target) = ledger.find(&correction.of) else {
                continue;
            };
            let current = match self.amended.get(&target) {
                None => ledger.entry_at(target).cloned(),
                Some(amended) => amended.clone(),
            };
            let corrected = match (&correction.change, current) {
                (_, None) | (CorrectionKind::Void, _) => None,
                // A correction that does not fit was reported when the ledger was made, and changes nothing.
                (CorrectionKind::Amend(amendment), Some(entry)) => Some(amend(&entry, amendment).unwrap_or(entry)),
            };
            self.amended.insert(target, corrected);
        }
        if !self.amended.is_empty() {
            self.regroup();
        }
    }

    /// Puts entries that corrections moved into their new lines.
    fn regroup(&mut self) {
        let ledger = self.ledger;
        // A refund is on the line of the receipt that it names, so all rows are looked at, not only those that were
        // corrected.
        for &at in &ledger.rows {
            let entry = self.amended.get(&at).map_or_else(|| ledger.entry_at(at), Option::as_ref);
            let Some(entry) = entry else { continue };
            let line = ledger.line_of(at, &entry.kind, |target| match self.amended.get(&target) {
                Some(amended) => amended.as_ref().map(|entry| &entry.kind),
                None => ledger.entry_at(target).map(|entry| &entry.kind),
            });
            if line != ledger.line_at(at) {
                self.moved.insert(at, line);
            }
        }
        let mut rows = ledger.rows.clone();
        rows.sort_by_cached_key(|&at| {
            let entry = self.amended.get(&at).and_then(Option::as_ref).or_else(|| ledger.entry_at(at));
            (self.line(at), entry.map(in_effect), at)
        });
        self.rows = Cow::Owned(rows);
    }

    fn find_rates(&mut self) {
        let wanted = self.ledger.settings.currency;
        for &at in &self.ledger.rates {
            let Some(entry) = self.entry(at) else {
                continue;
            };
            if let Some(&Rate { from, to, rate }) = entry.kind.as_rate()
                && to == wanted
            {
                let first = entry.effective.first_day().unwrap_or(Day::MIN);
                let (last, recorded) = (entry.effective.last_day(), entry.recorded);
                self.rates.push(DatedRate { from, first, last, recorded, rate });
            }
        }
        // The last rate that covers a day applies. Those that are equal in this order have the same rate, or are
        // reported as L0312.
        self.rates.sort_by_key(|rate| (rate.from, rate.first, Reverse(rate.last.unwrap_or(Day::MAX)), rate.recorded));
    }
}
