//! Sums of lines.

use std::collections::BTreeMap;

use super::line::{LedgerLine, LineValue, UnvaluedLine};
use super::view::View;
use crate::{Day, EntryKindName, Introduction, LedgerEntry, LedgerError, PartyRef};

/// Sums in minor units of the currency of the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sums {
    pub(super) pledged: i128,
    pub(super) received: i128,
    pub(super) outstanding: i128,
    pub(super) surplus: i128,
}

impl Sums {
    pub(super) fn add(&mut self, other: Self) -> Result<(), LedgerError> {
        let pairs = [
            (&mut self.pledged, other.pledged),
            (&mut self.received, other.received),
            (&mut self.outstanding, other.outstanding),
            (&mut self.surplus, other.surplus),
        ];
        for (sum, part) in pairs {
            *sum = sum.checked_add(part).ok_or(LedgerError::Overflow)?;
        }
        Ok(())
    }
}

impl From<LineValue> for Sums {
    fn from(value: LineValue) -> Self {
        Self {
            pledged: value.pledged,
            received: value.received,
            outstanding: value.outstanding,
            surplus: value.surplus,
        }
    }
}

/// What is known only as a sum, less what was itemized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pool {
    pub(super) pledged: i128,
    pub(super) received: i128,
    pub(super) partners: u32,
    pub(super) moved_pledged: i128,
    pub(super) moved_received: i128,
}

impl Pool {
    /// The remainders that count on a day, before anything is itemized.
    pub(super) fn new(view: &View<'_>, as_of: Day) -> Self {
        let mut pool = Self::default();
        for &at in &view.ledger.remainders {
            if let Some(remainder) = view.active(at, as_of).and_then(|entry| entry.kind.as_remainder()) {
                // At most 2³² amounts of 10²⁴.
                pool.pledged += remainder.pledged.map_or(0, crate::AmountOrZero::minor);
                pool.received += remainder.received.map_or(0, crate::AmountOrZero::minor);
                pool.partners = pool.partners.saturating_add(remainder.partners.unwrap_or_default());
            }
        }
        pool
    }

    pub(super) fn take(&mut self, value: &LineValue) {
        self.moved_pledged += value.moved_pledged;
        self.moved_received += value.moved_received;
    }

    /// What is left, as one more line beside the others, whose sums are `lines`.
    ///
    /// If a remainder stated only what was pledged, a payment itemized from it takes nothing from what was received.
    /// Payments known only as a sum may have been made on any pledge: the amount by which they exceed the unnamed
    /// pledges is taken off what is outstanding on the named ones, and only what then remains is a surplus.
    pub(super) fn sums(&self, lines: &Sums) -> Sums {
        let pledged = (self.pledged - self.moved_pledged).max(0);
        let received = (self.received - self.moved_received).max(0);
        let excess = (received - pledged).max(0);
        let on_named = excess.min(lines.outstanding);
        Sums { pledged, received, outstanding: (pledged - received).max(0) - on_named, surplus: excess - on_named }
    }

    pub(super) fn unnamed(&self, moved: u32) -> u32 {
        self.partners.saturating_sub(moved)
    }
}

/// The sums of one contributor's lines.
#[derive(Debug, Clone, Default)]
pub(super) struct ContributorTally {
    pub(super) sums: Sums,
    pub(super) allocated: i128,
    pub(super) counts: bool,
    /// The day on which the first of its entries took effect.
    pub(super) since: Option<Day>,
    pub(super) presence: Presence,
}

/// What a partner's entries say about whether it is new.
#[derive(Debug, Clone, Default)]
pub(super) struct Presence {
    pub(super) new: bool,
    pub(super) among_unnamed: bool,
    /// Whether an opening balance reports money from before the beginning of the ledger.
    pub(super) had_balance: bool,
    /// The entry that was recorded first, and whether it itemizes a remainder.
    first: Option<(Day, u32, bool)>,
    /// The earliest day on which any of its entries may have taken effect; [`Day::MIN`] if that is not known.
    earliest: Option<Day>,
}

impl Presence {
    fn see(&mut self, at: u32, entry: &LedgerEntry, itemizes: bool) {
        let introduction = entry.kind.introduction().unwrap_or_default();
        self.new |= introduction == Introduction::New;
        self.among_unnamed |= introduction == Introduction::AmongUnnamed;
        self.had_balance |= matches!(entry.kind.promise(), Some(crate::Promise::Balance(_)));
        let earliest = entry.effective.first_day().unwrap_or(Day::MIN);
        self.earliest = Some(self.earliest.map_or(earliest, |before| before.min(earliest)));
        let seen = (entry.recorded, at, itemizes);
        self.first = Some(self.first.map_or(seen, |first| first.min(seen)));
    }

    fn join(&mut self, other: &Self) {
        self.new |= other.new;
        self.among_unnamed |= other.among_unnamed;
        self.had_balance |= other.had_balance;
        self.first = [self.first, other.first].into_iter().flatten().min();
        self.earliest = [self.earliest, other.earliest].into_iter().flatten().min();
    }

    /// Whether none of its entries can have taken effect before the day.
    pub(super) fn appeared_from(&self, day: Day) -> bool {
        self.earliest.is_some_and(|earliest| day <= earliest)
    }

    /// Whether the partner had been counted by number before it was named.
    pub(super) fn was_unnamed(&self) -> bool {
        !self.new && (self.among_unnamed || self.first.is_some_and(|(.., itemizes)| itemizes))
    }

    /// The entry that was recorded first.
    pub(super) fn introduced_by(&self) -> Option<u32> {
        self.first.map(|(_, at, _)| at)
    }
}

/// All lines on a day, added up by contributor.
pub(super) struct Tally<'a> {
    view: &'a View<'a>,
    pub(super) as_of: Day,
    /// The sums by contributor, in the order of their keys.
    pub(super) contributors: Vec<ContributorTally>,
    pub(super) sums: Sums,
    pub(super) pool: Pool,
    /// The sums of the pool beside the lines.
    pub(super) others: Sums,
    /// The position of the line, the key of its contributor, and what has no known worth.
    pub(super) unvalued: Vec<(u32, u32, UnvaluedLine)>,
    pub(super) any_spread: bool,
    pub(super) any_open_ended: bool,
    pub(super) any_converted: bool,
    /// The last day of a payment that counts as pledged because no pledge is on record.
    pub(super) last_unpledged: Option<Day>,
}

impl<'a> Tally<'a> {
    pub(super) fn of(view: &'a View<'a>, as_of: Day) -> Result<Self, LedgerError> {
        let mut tally = Self {
            view,
            as_of,
            contributors: vec![ContributorTally::default(); view.ledger.contributors.len()],
            sums: Sums::default(),
            pool: Pool::new(view, as_of),
            others: Sums::default(),
            unvalued: Vec::new(),
            any_spread: false,
            any_open_ended: false,
            any_converted: false,
            last_unpledged: None,
        };
        for (at, rows) in view.lines() {
            let line = LedgerLine::evaluate(view, at, rows, as_of)?;
            if let Some((by, entry)) = line.introducing {
                tally.add(at, &line, (by, entry))?;
            }
        }
        tally.others = tally.pool.sums(&tally.sums);
        tally.sums.add(tally.others)?;
        Ok(tally)
    }

    fn add(&mut self, at: u32, line: &LedgerLine<'a>, introducing: (u32, &LedgerEntry)) -> Result<(), LedgerError> {
        let value = line.value()?;
        let unvalued = line.unvalued()?;
        let key = self.view.contributor(at);
        self.sums.add(value.into())?;
        self.pool.take(&value);
        let (spread, open_ended) = line.is_spread();
        self.any_spread |= spread && !open_ended;
        self.any_open_ended |= open_ended;
        self.any_converted |= line.is_converted();
        if line.is_unpledged() && value.pledged > 0 {
            self.last_unpledged = self.last_unpledged.max(introducing.1.counts_from());
        }
        if let Some(contributor) = self.contributors.get_mut(key as usize) {
            let (by, entry) = introducing;
            contributor.sums.add(value.into())?;
            if line.kind == EntryKindName::Allocation {
                contributor.allocated += value.pledged;
            } else {
                contributor.presence.see(by, entry, self.view.itemized(entry, self.as_of).is_some());
            }
            contributor.counts |= line.makes_partner(&value, &unvalued);
            contributor.since = [contributor.since, entry.counts_from()].into_iter().flatten().min();
        }
        self.unvalued.extend(unvalued.into_iter().map(|unvalued| (at, key, unvalued)));
        Ok(())
    }

    /// The partners known by name, and what their entries say about whether they are new.
    pub(super) fn partners(&self) -> BTreeMap<&'a PartyRef, Presence> {
        let ledger = self.view.ledger;
        let mut partners: BTreeMap<&PartyRef, (bool, Presence)> = BTreeMap::new();
        for (contributor, tally) in ledger.contributors.iter().zip(&self.contributors) {
            let (counts, presence) = partners.entry(&contributor.party).or_default();
            *counts |= tally.counts;
            presence.join(&tally.presence);
        }
        let counting = partners.into_iter().filter(|(_, (counts, _))| *counts);
        counting.map(|(party, (_, presence))| (party, presence)).collect()
    }

    /// The number of partners: those known by name, and those known by number only.
    pub(super) fn count_partners(&self) -> (u32, u32) {
        let partners = self.partners();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let moved = partners.values().filter(|presence| presence.was_unnamed()).count();
        (count(partners.len()), self.pool.unnamed(count(moved)))
    }
}
