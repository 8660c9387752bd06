//! Whether every contributor says clearly enough whether it was already a partner.

use std::collections::BTreeMap;

use crate::ledger::fault::Faults;
use crate::ledger::view::View;
use crate::{Certainty, Code, Day, Introduction, LedgerEntry, PartyRef};

/// What the entries of one partner say.
#[derive(Default)]
struct Said<'a> {
    new: Option<&'a LedgerEntry>,
    among_unnamed: Option<&'a LedgerEntry>,
    /// The entry recorded first, by day and position.
    recorded_first: Option<(Day, u32, &'a LedgerEntry)>,
    /// The entry that takes effect first, by day and position.
    effective_first: Option<(Day, u32, &'a LedgerEntry)>,
}

impl<'a> Said<'a> {
    fn hear(&mut self, at: u32, entry: &'a LedgerEntry, introduction: Introduction) {
        match introduction {
            Introduction::Unsaid => {}
            Introduction::New => self.new = self.new.or(Some(entry)),
            Introduction::AmongUnnamed => self.among_unnamed = self.among_unnamed.or(Some(entry)),
        }
        let day = entry.counts_from().unwrap_or(Day::MAX);
        keep_earlier(&mut self.recorded_first, (entry.recorded, at, entry));
        keep_earlier(&mut self.effective_first, (day, at, entry));
    }

    fn join(&mut self, other: &Self) {
        self.new = self.new.or(other.new);
        self.among_unnamed = self.among_unnamed.or(other.among_unnamed);
        for (place, candidate) in
            [(&mut self.recorded_first, other.recorded_first), (&mut self.effective_first, other.effective_first)]
        {
            if let Some(candidate) = candidate {
                keep_earlier(place, candidate);
            }
        }
    }

    fn was_unnamed(&self) -> bool {
        let itemizes = |(.., entry): &(Day, u32, &LedgerEntry)| entry.kind.itemizes().is_some();
        self.new.is_none() && (self.among_unnamed.is_some() || self.recorded_first.as_ref().is_some_and(itemizes))
    }
}

fn keep_earlier<'a>(place: &mut Option<(Day, u32, &'a LedgerEntry)>, candidate: (Day, u32, &'a LedgerEntry)) {
    if place.is_none_or(|(day, at, _)| (candidate.0, candidate.1) < (day, at)) {
        *place = Some(candidate);
    }
}

/// Checks the partners, in entries as corrected.
pub(super) fn check(view: &View<'_>, faults: &mut Faults) {
    let contributors = &view.ledger.contributors;
    let mut said: Vec<Said<'_>> = contributors.iter().map(|_| Said::default()).collect();
    for &at in &view.ledger.rows {
        let Some(entry) = view.entry(at) else { continue };
        let Some(introduction) = entry.kind.introduction() else { continue };
        if let Some(said) = said.get_mut(view.contributor(at) as usize) {
            said.hear(at, entry, introduction);
        }
    }
    // Several contributors may be one partner that passes on the money of several others.
    let mut partners: BTreeMap<&PartyRef, Said<'_>> = BTreeMap::new();
    for (contributor, said) in contributors.iter().zip(said) {
        partners.entry(&contributor.party).or_default().join(&said);
    }
    contradictions(&partners, faults);
    silences(view, &partners, faults);
}

fn contradictions(partners: &BTreeMap<&PartyRef, Said<'_>>, faults: &mut Faults) {
    for (party, said) in partners {
        if let (Some(new), Some(among)) = (said.new, said.among_unnamed) {
            let message = format!("says that {party} was among the unnamed, but entry `{}` that it is new", new.id);
            faults.add(Code::IntroductionContradiction, &[&among.id, &new.id], message);
        }
    }
}

/// Goes through time: remainders add unnamed partners, and names take them away.
fn silences(view: &View<'_>, partners: &BTreeMap<&PartyRef, Said<'_>>, faults: &mut Faults) {
    let remainders = view.ledger.remainders.iter().filter_map(|&at| view.entry(at));
    let is_open = remainders.clone().filter_map(|entry| entry.kind.as_remainder()).any(|one| one.partners.is_none());
    let mut remainders: Vec<_> = remainders
        .filter_map(|entry| {
            let partners = entry.kind.as_remainder()?.partners.unwrap_or_default();
            Some((entry.counts_from()?, entry.recorded, partners))
        })
        .filter(|&(.., partners)| partners > 0)
        .collect();
    remainders.sort_unstable();
    let mut appearances: Vec<_> = partners
        .iter()
        .filter_map(|(party, said)| said.effective_first.map(|first| (first.0, first.1, party, said)))
        .collect();
    appearances.sort_unstable_by_key(|&(day, at, ..)| (day, at));

    let all: u64 = remainders.iter().map(|&(.., partners)| u64::from(partners)).sum();
    let struck: Vec<&LedgerEntry> = view
        .ledger
        .remainders
        .iter()
        .filter_map(|&at| view.ledger.entry_at(at))
        .filter(|entry| entry.certainty != Certainty::Unverified && !view.entry_is_there(entry))
        .collect();
    // A partner that was itemized from a remainder that has since been struck out is no longer one of a number.
    let was_of_struck = |entry: &LedgerEntry| match entry.kind.itemizes() {
        Some(id) => struck.iter().any(|remainder| remainder.id == *id),
        None => all == 0 && !struck.is_empty(),
    };
    let mut named = 0_u64;
    for (day, _, party, said) in appearances {
        let Some((.., first)) = said.effective_first else {
            continue;
        };
        if said.was_unnamed() && was_of_struck(first) {
            continue;
        } else if said.was_unnamed() {
            named += 1;
            if named > all && !is_open {
                let message = format!("takes {party} out of the unnamed partners, of whom there are {all} in all");
                faults.add(Code::NoUnnamedLeft, &[&first.id], message);
            }
        } else if said.new.is_none() {
            let known = remainders.iter().filter(|&&(from, recorded, _)| from <= day && recorded <= first.recorded);
            let unnamed = known.map(|&(.., partners)| u64::from(partners)).sum::<u64>();
            if unnamed > named {
                let unnamed = unnamed - named;
                let partners = if unnamed == 1 { "one partner is" } else { &format!("{unnamed} partners are") };
                let message = format!("names {party} for the first time while {partners} known by number only");
                let hint = "write `new` or `among-unnamed` in the column `new`".to_owned();
                faults.add_with_hint(Code::IntroductionUnsaid, &[&first.id], message, Some(hint));
            }
        }
    }
}
