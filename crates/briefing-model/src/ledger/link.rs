//! Finds the entry that each entry is about.

use std::collections::BTreeMap;

use super::access::Shelf;
use super::amend::amend;
use super::fault::Faults;
use super::index::IdIndex;
use super::{Ledger, NONE};
use crate::{
    Certainty, Code, Contributor, Correction, CorrectionKind, Day, EntryId, EntryKind, LedgerEntry, LedgerSettings,
    OrgansCount, PartyRef, Shared,
};

/// The line and the contributor of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EntryLink {
    /// The position of the entry that opens its line, or [`NONE`].
    pub(super) line: u32,
    /// The key of its contributor, or [`NONE`].
    pub(super) contributor: u32,
}

impl Ledger {
    /// Creates the ledger with every entry in its line, and reports references that lead nowhere.
    pub(super) fn linked(settings: LedgerSettings, entries: Vec<LedgerEntry>, faults: &mut Faults) -> Self {
        let index = IdIndex::new(&entries);
        for (first, second) in index.duplicates(&entries) {
            if let (Some(first), Some(second)) = (entries.get(first as usize), entries.get(second as usize)) {
                let dates = format!("the id is taken by the entry of {}", first.effective);
                faults.add(Code::DuplicateEntry, &[&second.id], dates);
            }
        }
        let mut ledger = Self {
            settings,
            entries,
            index,
            links: Vec::new(),
            contributors: Vec::new(),
            keys: BTreeMap::new(),
            rows: Vec::new(),
            remainders: Vec::new(),
            in_kind: Vec::new(),
            rates: Vec::new(),
            assertions: Vec::new(),
            corrections: Vec::new(),
            warnings: Vec::new(),
        };
        ledger.name_contributors();
        ledger.draw_lines();
        ledger.put_in_order();
        ledger.name_corrected();
        ledger
    }

    /// Gives every contributor a key, including those that only a correction names.
    fn name_contributors(&mut self) {
        let mut links = Vec::with_capacity(self.entries.len());
        // Consecutive entries are often from the same contributor.
        let mut last: Option<(Shared<Contributor>, u32)> = None;
        for at in 0..self.entries.len() {
            let named = self.entries.get(at).and_then(|entry| entry.kind.contributor()).cloned();
            let contributor = match (&last, named) {
                (_, None) => NONE,
                (Some((before, key)), Some(contributor)) if *before == contributor => *key,
                (_, Some(contributor)) => {
                    let key = self.key_or_new(&contributor);
                    last = Some((contributor, key));
                    key
                }
            };
            links.push(EntryLink { line: NONE, contributor });
        }
        self.links = links;
    }

    /// Gives keys to the contributors of entries as they are after each of their corrections.
    fn name_corrected(&mut self) {
        let mut corrected: BTreeMap<u32, LedgerEntry> = BTreeMap::new();
        let mut found = Vec::new();
        for at in &self.corrections {
            let Some(entry) = self.entry_at(*at).filter(|entry| entry.certainty != Certainty::Unverified) else {
                continue;
            };
            let Some(Correction { of, change: CorrectionKind::Amend(amendment) }) = entry.kind.as_correction() else {
                continue;
            };
            let Some(target) = self.find(of) else { continue };
            let Some(before) = corrected.get(&target).or_else(|| self.entry_at(target)) else { continue };
            if let Ok(after) = amend(before, amendment) {
                found.extend(after.kind.contributor().filter(|_| amendment.contributor.is_some()).cloned());
                corrected.insert(target, after);
            }
        }
        for contributor in &found {
            self.key_or_new(contributor);
        }
    }

    fn key_or_new(&mut self, contributor: &Shared<Contributor>) -> u32 {
        let counted = self.counted_as(contributor);
        if let Some(&key) = self.keys.get(&counted) {
            return key;
        }
        let key = u32::try_from(self.contributors.len()).unwrap_or(NONE);
        self.contributors.push(counted.clone());
        self.keys.insert(counted, key);
        key
    }

    /// The contributor to which the money is counted: for an organ, its State if the office wants that.
    fn counted_as(&self, contributor: &Shared<Contributor>) -> Shared<Contributor> {
        let PartyRef::Party(id) = &contributor.party else { return contributor.clone() };
        match (self.settings.organs, self.settings.organ_states.get(id)) {
            (OrgansCount::WithState, Some(&state)) => {
                let party = PartyRef::State(state);
                // What an organ gives on behalf of its State, the State gives.
                let on_behalf_of = contributor.on_behalf_of.clone().filter(|source| *source != party);
                Contributor { party, on_behalf_of }.into()
            }
            _ => contributor.clone(),
        }
    }

    /// The key of the contributor that an entry names.
    pub(super) fn contributor_key(&self, kind: &EntryKind) -> Option<u32> {
        self.key_of(kind.contributor()?)
    }

    /// The key of a contributor of this ledger.
    pub(super) fn key_of(&self, contributor: &Shared<Contributor>) -> Option<u32> {
        self.keys.get(&self.counted_as(contributor)).copied()
    }

    fn draw_lines(&mut self) {
        let kind = |at: u32| self.entry_at(at).map(|entry| &entry.kind);
        let positions = (0_u32..).zip(&self.entries);
        let lines: Vec<u32> = positions.map(|(at, entry)| self.line_of(at, &entry.kind, kind)).collect();
        for (link, &line) in self.links.iter_mut().zip(&lines) {
            link.line = line;
        }
    }

    /// The line of an entry of a kind; `kind_at` returns the kinds of other entries.
    pub(super) fn line_of<'a>(
        &'a self,
        at: u32,
        kind: &EntryKind,
        kind_at: impl Fn(u32) -> Option<&'a EntryKind>,
    ) -> u32 {
        let target = |id: &EntryId| self.find(id);
        match kind {
            EntryKind::Pledge(_) | EntryKind::Allocation(_) | EntryKind::OpeningBalance(_) => at,
            EntryKind::Receipt(receipt) => receipt.pledge.as_ref().and_then(target).unwrap_or(at),
            EntryKind::Revision(revision) => target(&revision.pledge).unwrap_or(NONE),
            EntryKind::Withdrawal(withdrawal) => target(&withdrawal.pledge).unwrap_or(NONE),
            EntryKind::Refund(refund) => match target(&refund.of) {
                None => NONE,
                Some(of) => {
                    let pledge =
                        kind_at(of).and_then(EntryKind::as_receipt).and_then(|receipt| receipt.pledge.as_ref());
                    pledge.and_then(target).unwrap_or(of)
                }
            },
            EntryKind::InKind(_)
            | EntryKind::Remainder(_)
            | EntryKind::Rate(_)
            | EntryKind::Assertion(_)
            | EntryKind::Correction(_) => NONE,
        }
    }

    /// Sorts positions into the lists of the ledger, and each list in its order.
    fn put_in_order(&mut self) {
        let entries = &self.entries;
        let order = |at: u32| entries.get(at as usize).map(|entry| (in_effect(entry), at));
        for (at, entry) in (0_u32..).zip(entries) {
            let shelf = match entry.kind.name().shelf() {
                Shelf::Lines => &mut self.rows,
                Shelf::InKind => &mut self.in_kind,
                Shelf::Remainders => &mut self.remainders,
                Shelf::Rates => &mut self.rates,
                Shelf::Assertions => &mut self.assertions,
                Shelf::Corrections => &mut self.corrections,
            };
            shelf.push(at);
        }
        // By line first, as integers, because that sorts a million rows quickly; then within each line, which is short.
        let links = &self.links;
        let line = |at: u32| links.get(at as usize).map_or(NONE, |link| link.line);
        self.rows.sort_unstable_by_key(|&at| (line(at), at));
        for rows in self.rows.chunk_by_mut(|&a, &b| line(a) == line(b)) {
            rows.sort_by_key(|&at| order(at));
        }
        for positions in [&mut self.in_kind, &mut self.remainders, &mut self.assertions] {
            positions.sort_by_key(|&at| order(at));
        }
        self.corrections.sort_by_key(|&at| (entries.get(at as usize).map(|entry| entry.recorded), at));
    }
}

/// The key by which the entries of a line are ordered. Of those that took effect and were recorded on the same days,
/// receipts come before withdrawals and refunds.
pub(super) fn in_effect(entry: &LedgerEntry) -> (Option<Day>, Day, bool) {
    (entry.counts_from(), entry.recorded, entry.kind.as_receipt().is_none())
}
