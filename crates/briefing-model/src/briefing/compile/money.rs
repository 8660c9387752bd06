//! What the month brought in, and what there is since the beginning.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::Sources;
use crate::briefing::{
    Contributions, ContributorFigures, InKindGift, NewPartners, OtherContributors, PledgeLine, PledgedToDate,
    RecentPledges, Unvalued,
};
use crate::{
    Code, Earmark, EntryId, Fault, Ledger, LedgerError, Money, MoneyError, MonthPlan, Name, NewPledge, Office,
    PartyRef, Path, Purpose, Schedule, Standing,
};

/// The month's money, as far as it could be worked out.
pub(super) struct MonthMoney {
    /// Whether there is a ledger to know it from.
    pub(super) known: bool,
    /// What the ledger comes to; none if it cannot be computed, which is a fault.
    pub(super) standing: Option<Standing>,
    pub(super) recent: RecentPledges,
    pub(super) contributions: Option<Contributions>,
}

impl MonthMoney {
    /// Nothing is known.
    pub(super) fn unknown() -> Self {
        Self { known: false, standing: None, recent: RecentPledges::default(), contributions: None }
    }
}

pub(super) fn money(sources: &Sources<'_>, faults: &mut Vec<Fault>) -> MonthMoney {
    let Sources { office, plan, .. } = *sources;
    let Some(ledger) = sources.known_ledger() else { return MonthMoney::unknown() };
    let (last_day, cutoff) = (plan.month.last_day(), plan.cutoff());
    let new = ledger.pledges_in(plan.month, cutoff);
    let standing = ledger.standing(last_day, cutoff);
    let standing = standing.map_err(|error| figures(faults, "the figures cannot be computed", error)).ok();

    // Whoever has no name would be a bar, a line or a note lost.
    for (party, entry) in unnamed(sources, ledger, standing.as_ref(), &new) {
        let message = format!("the ledger names `{party}`, which the office does not list");
        faults.push(Fault::new(Code::UnknownPrintedParty, Path::entry(entry), message));
    }

    let recent = recent_pledges(sources, &new, faults);
    // A cutoff within the month has a fault of its own, and is no reason for another.
    if cutoff >= last_day {
        stated_total(plan, &recent.totals, faults);
    }
    let contributions = standing.as_ref().and_then(|standing| {
        let contributions = contributions(office, ledger, plan, standing);
        contributions.map_err(|error| figures(faults, "the contributors' figures cannot be computed", error)).ok()?
    });
    MonthMoney { known: true, standing, recent, contributions }
}

fn figures(faults: &mut Vec<Fault>, what: &str, error: impl std::fmt::Display) {
    faults.push(Fault::new(Code::Figures, Path::entry(None), format!("{what}: {error}")));
}

/// The parties that would be printed and have no name, each with an entry that names it.
fn unnamed(
    sources: &Sources<'_>,
    ledger: &Ledger,
    standing: Option<&Standing>,
    new: &[NewPledge],
) -> BTreeMap<PartyRef, Option<EntryId>> {
    let mut unnamed = BTreeMap::new();
    let has_party = |party: &PartyRef| sources.directory.has_party(party);
    for pledge in new.iter().filter(|pledge| !has_party(&pledge.contributor.party)) {
        unnamed.entry(pledge.contributor.party.clone()).or_insert_with(|| Some(pledge.entry.clone()));
    }
    let with_figures = standing.into_iter().flat_map(|standing| &standing.contributors).map(|entry| &entry.contributor);
    let in_kind = standing.into_iter().flat_map(|standing| &standing.in_kind).map(|gift| &gift.contributor);
    for contributor in with_figures.chain(in_kind).filter(|contributor| !has_party(&contributor.party)) {
        unnamed.entry(contributor.party.clone()).or_insert_with(|| {
            let first = ledger.first_contribution(&contributor.party, sources.plan.cutoff());
            first.map(|entry| entry.id.clone())
        });
    }
    unnamed
}

fn recent_pledges(sources: &Sources<'_>, new: &[NewPledge], faults: &mut Vec<Fault>) -> RecentPledges {
    let (office, day) = (sources.office, sources.plan.month.last_day());
    let mut lines = Vec::new();
    for pledge in new {
        let purposes = purposes(sources, &pledge.earmark, day).unwrap_or_else(|what| {
            let message = format!("entry `{}` is for {what}, which the office does not have", pledge.entry);
            let path = Path::entry(Some(pledge.entry.clone()));
            faults.push(Fault::new(Code::UnknownPrintedPurpose, path, message));
            Vec::new()
        });
        if let Some(contributor) = office.party_name_on(&pledge.contributor.party, day) {
            lines.push(PledgeLine { contributor, purposes, amount: worth(pledge), yearly: is_open(pledge) });
        }
    }
    let totals = totals(new);
    let totals = totals.map_err(|error| figures(faults, "the month's new pledges do not add up", error));
    RecentPledges { lines, totals: totals.unwrap_or_default() }
}

/// Whether a pledge goes on until further notice, so that its amount is that of one year.
fn is_open(pledge: &NewPledge) -> bool {
    matches!(pledge.schedule, Schedule::Yearly { until: None, .. })
}

/// In the currency of the totals where that is known, else in its own.
fn worth(pledge: &NewPledge) -> Money {
    pledge.value.unwrap_or(pledge.amount)
}

/// What the new pledges come to, one sum for each currency.
fn totals(new: &[NewPledge]) -> Result<Vec<Money>, MoneyError> {
    let mut totals: BTreeMap<&str, Money> = BTreeMap::new();
    for amount in new.iter().map(worth) {
        let currency = amount.currency();
        let total = totals.entry(currency.code()).or_insert_with(|| Money::zero(currency));
        *total = total.checked_add(amount)?;
    }
    Ok(totals.into_values().collect())
}

fn stated_total(plan: &MonthPlan, totals: &[Money], faults: &mut Vec<Fault>) {
    let Some(stated) = plan.stated_total else { return };
    let found = totals.iter().find(|total| total.currency() == stated.currency()).copied();
    if found.unwrap_or_else(|| Money::zero(stated.currency())) == stated {
        return;
    }
    let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
    let message = format!("the month states {stated} in new pledges, and the ledger's lines add up to {found}");
    let hint = "mend the stated total, or the entries of the ledger that take effect in this month".to_owned();
    let path = Path::month(plan.month).key("stated-total");
    faults.push(Fault::new(Code::StatedTotal, path, message).with_hint(hint));
}

/// What money is for, in the order in which the entry says it; else the fund it goes to.
fn purposes(sources: &Sources<'_>, earmark: &Earmark, day: NaiveDate) -> Result<Vec<Name>, String> {
    let Sources { office, directory, .. } = *sources;
    if earmark.is_unearmarked() {
        let fund = earmark.fund.iter().filter(|id| office.fund(id).is_some() || !directory.funds.has(id.as_str()));
        let name = |id| office.fund(id).map(|fund| fund.name.clone()).ok_or_else(|| format!("the fund `{id}`"));
        return fund.map(name).collect();
    }
    let names = earmark.purposes.iter().filter_map(|purpose| {
        let (name, what) = match purpose {
            Purpose::Programme(id) => {
                let name = office.programme(id).map(|programme| programme.name_on(day).clone());
                (name, (!directory.programmes.has(id.as_str())).then(|| format!("the programme `{id}`")))
            }
            Purpose::Unit(id) => {
                let name = office.data().units.get(id).map(|unit| unit.name_on(day).clone());
                (name, (!directory.units.has(id.as_str())).then(|| format!("the unit `{id}`")))
            }
            // An event has no title: it is known by the words of its id, whichever month reports it.
            Purpose::Event(id) => (Name::new(id.as_str().replace('-', " ")).ok(), Some(format!("the event `{id}`"))),
            Purpose::Text(name) => (Some(name.clone()), None),
        };
        // What the office may have, and could not be read, is not said to be missing.
        name.map(Ok).or_else(|| what.map(Err))
    });
    names.collect()
}

/// What one party gave, whether for itself or passing on what others gave: one bar, as it is one partner.
struct Giver<'a> {
    party: &'a PartyRef,
    pledged: Money,
    received: Money,
    allocated: bool,
    in_kind: bool,
    partner: bool,
}

/// Who gave money, the largest pledge first, then the largest payment, then by code.
fn givers(standing: &Standing) -> Result<Vec<Giver<'_>>, MoneyError> {
    let nothing = Money::zero(standing.pledged.currency());
    let mut givers: BTreeMap<&PartyRef, Giver<'_>> = BTreeMap::new();
    for entry in &standing.contributors {
        let party = &entry.contributor.party;
        let giver = givers.entry(party).or_insert(Giver {
            party,
            pledged: nothing,
            received: nothing,
            allocated: false,
            in_kind: false,
            partner: false,
        });
        giver.pledged = giver.pledged.checked_add(entry.pledged)?;
        giver.received = giver.received.checked_add(entry.received)?;
        giver.allocated |= !entry.allocated.is_zero();
        giver.partner |= entry.counts_as_partner;
    }
    for gift in &standing.in_kind {
        if let Some(giver) = givers.get_mut(&gift.contributor.party) {
            giver.in_kind = true;
        }
    }
    let mut givers: Vec<_> = givers.into_values().collect();
    givers.sort_by_key(|giver| std::cmp::Reverse((giver.pledged.minor(), giver.received.minor())));
    Ok(givers)
}

/// Pledges and contributions since the beginning, if there are any.
fn contributions(
    office: &Office,
    ledger: &Ledger,
    plan: &MonthPlan,
    standing: &Standing,
) -> Result<Option<Contributions>, LedgerError> {
    if standing.contributors.is_empty() && standing.remainder.is_none() && standing.in_kind.is_empty() {
        return Ok(None);
    }
    let data = office.data();
    let givers = givers(standing)?;
    // Somebody whose money has no known value has no bar: the notes list it.
    let with_figures = givers.iter().filter(|giver| !giver.pledged.is_zero() || !giver.received.is_zero());
    let shown: Vec<&Giver<'_>> = with_figures.take(usize::from(data.chart.show)).collect();
    // That every party has a name was checked before.
    let name = |party: &PartyRef| office.party_name_on(party, standing.as_of);
    let allocated = givers.iter().filter(|giver| giver.allocated);
    Ok(Some(Contributions {
        as_of: standing.as_of,
        pledged: standing.pledged,
        received: standing.received,
        partners: standing.partners,
        share: whole_per_cent(standing),
        new_partners: new_partners(office, ledger, plan)?,
        history: history(ledger, standing)?,
        multi_year: data.ledger.multi_year,
        title: data.chart.title.clone(),
        others: others(standing, &shown)?,
        contributors: shown.iter().filter_map(|giver| bar(giver, name(giver.party)?)).collect(),
        allocations: allocated.filter_map(|giver| name(giver.party)).collect(),
        in_kind: in_kind(standing, name),
        unvalued: unvalued(standing, name),
    }))
}

/// Who is new this month, and this year so far.
fn new_partners(office: &Office, ledger: &Ledger, plan: &MonthPlan) -> Result<NewPartners, LedgerError> {
    let (first, last, cutoff) = (plan.month.first_day(), plan.month.last_day(), plan.cutoff());
    let since = |day: NaiveDate| -> Result<Vec<Name>, LedgerError> {
        let new = ledger.new_partners(day, last, cutoff)?;
        Ok(new.iter().filter_map(|party| office.party_name_on(party, last)).collect())
    };
    let new_year = first.with_ordinal(1).unwrap_or(first);
    Ok(NewPartners { month: since(first)?, year: since(new_year)? })
}

/// How many points of the history are printed at the most.
const MOST_POINTS: usize = 8;

/// How the pledges grew, by the days whose totals are certain.
fn history(ledger: &Ledger, standing: &Standing) -> Result<Vec<PledgedToDate>, LedgerError> {
    let points = ledger.stated_history(standing.as_of, standing.known_at)?;
    // One point is no history.
    if points.len() < 2 {
        return Ok(Vec::new());
    }
    let recent = points.iter().skip(points.len().saturating_sub(MOST_POINTS));
    Ok(recent.map(|point| PledgedToDate { as_of: point.on, pledged: point.pledged }).collect())
}

fn bar(giver: &Giver<'_>, name: Name) -> Option<ContributorFigures> {
    let Giver { pledged, received, allocated, in_kind, .. } = *giver;
    Some(ContributorFigures { name, pledged, received, allocation: allocated, in_kind })
}

fn in_kind(standing: &Standing, name: impl Fn(&PartyRef) -> Option<Name>) -> Vec<InKindGift> {
    let gifts = standing.in_kind.iter().filter_map(|gift| {
        let contributor = name(&gift.contributor.party)?;
        Some(InKindGift { contributor, value: gift.value, when: gift.when.clone() })
    });
    gifts.collect()
}

fn unvalued(standing: &Standing, name: impl Fn(&PartyRef) -> Option<Name>) -> Vec<Unvalued> {
    // What was paid in full in the currency of the totals is counted, whatever it was promised in.
    let left_out = standing.unvalued.iter().filter(|unvalued| !unvalued.left_out.is_zero());
    let amounts = left_out.filter_map(|unvalued| {
        let contributor = name(&unvalued.contributor.party)?;
        Some(Unvalued { contributor, amount: unvalued.left_out })
    });
    amounts.collect()
}

/// Received as a share of pledged, in whole per cent, where both that and the number exist.
pub(super) fn whole_per_cent(standing: &Standing) -> Option<u16> {
    standing.share().and_then(|share| u16::try_from(share.per_cent(0)).ok())
}

/// What the totals hold beyond those shown: the totals less what is shown, whatever the reason.
fn others(standing: &Standing, shown: &[&Giver<'_>]) -> Result<Option<OtherContributors>, MoneyError> {
    let currency = standing.pledged.currency();
    let shown_pledged = Money::checked_sum(shown.iter().map(|giver| giver.pledged), currency)?;
    let shown_received = Money::checked_sum(shown.iter().map(|giver| giver.received), currency)?;
    let pledged = standing.pledged.checked_sub(shown_pledged)?;
    let received = standing.received.checked_sub(shown_received)?;
    let shown_partners = shown.iter().filter(|giver| giver.partner).count();
    let partners = standing.partners.saturating_sub(u32::try_from(shown_partners).unwrap_or(u32::MAX));
    let any = partners > 0 || !pledged.is_zero() || !received.is_zero();
    Ok(any.then_some(OtherContributors { pledged, received, partners }))
}
