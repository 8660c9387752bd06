//! Figures that count without being movements, and were corrected or recorded late.

use super::money::named;
use crate::briefing::{RestatedFigures, RestatedOf, Restatement};
use crate::{Amount, AmountOrZero, Contributor, Day, EntryCorrection, EntryKind, LedgerEntry, MonthPlan, Office};

/// Whether an entry of this kind counts without being a movement, and does not merely serve to check the figures.
pub(super) fn is_restated(kind: &EntryKind) -> bool {
    match kind {
        EntryKind::OpeningBalance(_) | EntryKind::InKind(_) | EntryKind::Remainder(_) => true,
        EntryKind::Assertion(assertion) => assertion.about.is_none(),
        EntryKind::Pledge(_)
        | EntryKind::Revision(_)
        | EntryKind::Withdrawal(_)
        | EntryKind::Receipt(_)
        | EntryKind::Refund(_)
        | EntryKind::Allocation(_)
        | EntryKind::Rate(_)
        | EntryKind::Correction(_) => false,
    }
}

/// The printed form of corrected entries that are not movements.
pub(super) fn restated(office: &Office, plan: &MonthPlan, corrected: &[EntryCorrection]) -> Vec<Restatement> {
    let figures = |entry: &LedgerEntry| restated_figures(office, plan.month.last_day(), entry);
    let restated = corrected.iter().filter_map(|EntryCorrection { before, after }| {
        let (before, after) = (figures(before)?, after.as_ref().and_then(figures));
        (after.as_ref() != Some(&before)).then_some(Restatement { before: Some(before), after })
    });
    restated.collect()
}

/// The printed form of entries that are not movements and that earlier issues did not know.
pub(super) fn late_figures(office: &Office, plan: &MonthPlan, late: &[LedgerEntry]) -> Vec<Restatement> {
    let figures = late.iter().filter_map(|entry| restated_figures(office, plan.month.last_day(), entry));
    figures.map(|figures| Restatement { before: None, after: Some(figures) }).collect()
}

/// An entry that is not a movement, as it is printed; `None` if somebody's name is not known, which has a fault of its
/// own.
fn restated_figures(office: &Office, day: Day, entry: &LedgerEntry) -> Option<RestatedFigures> {
    let party = |contributor: &Contributor| {
        let on_behalf_of = contributor.on_behalf_of.as_ref().and_then(|party| named(office, party, day));
        Some((named(office, &contributor.party, day)?, on_behalf_of))
    };
    let money = |sum: Option<AmountOrZero>| sum.map(AmountOrZero::money);
    let figures = |of| RestatedFigures {
        entry: entry.id.clone(),
        effective: entry.effective.clone(),
        of,
        pledged: None,
        received: None,
        partners: None,
        value: None,
    };
    Some(match &entry.kind {
        EntryKind::OpeningBalance(balance) => {
            let (contributor, on_behalf_of) = party(&balance.contributor)?;
            let of = RestatedOf::OpeningBalance { contributor, on_behalf_of };
            RestatedFigures { pledged: money(balance.pledged), received: money(balance.received), ..figures(of) }
        }
        EntryKind::InKind(gift) => {
            let (contributor, on_behalf_of) = party(&gift.contributor)?;
            let what = gift.what.as_ref().map(|what| office.worded(what).clone());
            RestatedFigures {
                value: gift.value.map(Amount::money),
                ..figures(RestatedOf::InKind { contributor, on_behalf_of, what })
            }
        }
        EntryKind::Remainder(remainder) => RestatedFigures {
            pledged: money(remainder.pledged),
            received: money(remainder.received),
            partners: remainder.partners,
            ..figures(RestatedOf::Others)
        },
        EntryKind::Assertion(stated) => RestatedFigures {
            pledged: stated.pledged,
            received: stated.received,
            partners: stated.partners,
            ..figures(RestatedOf::Total)
        },
        // See `is_restated`.
        _ => return None,
    })
}
