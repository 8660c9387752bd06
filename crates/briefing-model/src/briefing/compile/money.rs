//! What the month brought in, and the totals since the beginning.

use std::collections::{BTreeMap, BTreeSet};

use super::BriefingSources;
use super::restated::{is_restated, late_figures, restated};
use crate::briefing::{
    Compared, Contributions, ContributorFigures, CorrectedMovement, DatedMovement, InKindGift, MonthMovements,
    MovementLine, Named, NewPartners, OtherContributors, PledgedToDate, PrintedPurpose, SinceLastIssue, Unvalued,
};
use crate::ledger::{SinceIssue, newly_promised, together};
use crate::{
    AsOf, Code, Contributor, Currency, DateSpan, Day, Earmark, EntryId, EventId, Fault, FieldPath, HistoryPoint,
    Knowledge, Ledger, LedgerError, Money, MoneyError, Month, MonthPlan, Movement, MovementCorrection, MovementSum,
    MovementTotal, Newness, Office, PartialDate, PartyRef, Purpose, Share, Standing, StandingNote,
};

/// The month's money, as far as it could be worked out.
pub(super) struct MonthMoney {
    /// The standing of the ledger; `None` if it cannot be computed, which is a fault.
    pub(super) standing: Option<Standing>,
    pub(super) movements: MonthMovements,
    /// What was pledged in the month; `None` if it cannot be computed.
    pub(super) pledged: Option<Knowledge<Money>>,
    pub(super) contributions: Option<Contributions>,
}

impl MonthMoney {
    /// The value if nothing is known, because the ledger could not be read.
    pub(super) fn unknown() -> Self {
        Self { standing: None, movements: MonthMovements::default(), pledged: None, contributions: None }
    }
}

pub(super) fn money(sources: &BriefingSources<'_>, faults: &mut Vec<Fault>) -> MonthMoney {
    let BriefingSources { office, plan, .. } = *sources;
    let Some(ledger) = sources.known_ledger() else { return MonthMoney::unknown() };
    one_statement(office, ledger, faults);
    let (last_day, cutoff) = (plan.month.last_day(), plan.cutoff());
    let moved = ledger.movements(plan.month, cutoff);
    let moved = moved.map_err(|error| figures(faults, "the month's movements cannot be computed", error));
    let mut moved = moved.unwrap_or_default();
    let since = plan.previous.map(|issue| ledger.since_issue(issue, plan.month, cutoff)).transpose();
    let since = since.map_err(|error| figures(faults, "what changed since the issue before cannot be computed", error));
    let since = since.ok().flatten();
    let mut late = since.as_ref().map(|since| since.late(ledger)).unwrap_or_default();
    let corrected = since.as_ref().map(SinceIssue::corrected).unwrap_or_default();
    if !office.data().list_receipts {
        let is_listed = |movement: &Movement| movement.sum() != Some(MovementSum::Received);
        moved.retain(is_listed);
        // A correction of which only a part is listed is reported with its other parts.
        let is_corrected = |movement: &Movement| corrected.iter().any(|one| one.before.entry == movement.entry);
        late.retain(|movement| is_listed(movement) || is_corrected(movement));
    }
    let standing = ledger.standing(AsOf { in_effect: last_day, known: cutoff });
    let standing = standing.map_err(|error| figures(faults, "the figures cannot be computed", error)).ok();

    let mut entries =
        plan.previous.map(|issue| ledger.corrected_entries(issue, plan.month, cutoff)).unwrap_or_default();
    entries.retain(|one| is_restated(&one.before.kind));
    let known_since = plan.previous.map(|issue| ledger.late_entries(issue, plan.month, cutoff)).unwrap_or_default();

    // A bar, a line or a note would be lost for anybody without a name.
    let both = corrected.iter().flat_map(|one| std::iter::once(&one.before).chain(&one.after));
    let of_entries = entries.iter().flat_map(|one| std::iter::once(&one.before).chain(&one.after)).chain(&known_since);
    let of_entries = of_entries.filter_map(|entry| Some((&**entry.kind.contributor()?, &entry.id)));
    let named = || moved.iter().chain(&late).chain(both.clone()).map(Movement::whose).chain(of_entries.clone());
    for (party, entry) in unnamed(sources, ledger, standing.as_ref(), named()) {
        let message = format!("the ledger names `{party}`, which the office does not list");
        faults.push(Fault::new(Code::UnknownPrintedParty, FieldPath::entry(entry), message));
    }

    faults.extend(standing.iter().flat_map(|standing| namesakes(sources, ledger, standing, named())));

    let mut movements = movements(sources, &moved, &late, &corrected, faults);
    movements.restated = restated(office, plan, &entries);
    movements.restated.extend(late_figures(office, plan, &known_since));
    // A cut-off within the month has a fault of its own, and does not lead to another.
    if cutoff >= last_day {
        stated_total(sources, &moved, faults);
    }
    let contributions = standing.as_ref().and_then(|standing| {
        let contributions = contributions(sources, ledger, standing, faults);
        contributions.map_err(|error| figures(faults, "the contributors' figures cannot be computed", error)).ok()?
    });
    let pledged = ledger.pledged_in(plan.month, cutoff).ok();
    MonthMoney { standing, movements, pledged, contributions }
}

/// Checks that the ledger counts money by the office's rules.
fn one_statement(office: &Office, ledger: &Ledger, faults: &mut Vec<Fault>) {
    if !ledger.settings().count_alike(&office.ledger_settings()) {
        let message = "the ledger counts by other rules than the office's".to_owned();
        faults.push(Fault::new(Code::OtherRules, FieldPath::entry(None), message));
    }
}

fn figures(faults: &mut Vec<Fault>, what: &str, error: impl std::fmt::Display) {
    faults.push(Fault::new(Code::Figures, FieldPath::entry(None), format!("{what}: {error}")));
}

/// The parties that would be printed and have no name, each with an entry that names it.
fn unnamed<'m>(
    sources: &BriefingSources<'_>,
    ledger: &Ledger,
    standing: Option<&Standing>,
    moved: impl Iterator<Item = (&'m Contributor, &'m EntryId)>,
) -> BTreeMap<PartyRef, Option<EntryId>> {
    let mut unnamed = BTreeMap::new();
    let has_party = |party: &PartyRef| sources.directory.has_party(party);
    for (contributor, entry) in moved.filter(|(contributor, _)| !has_party(&contributor.party)) {
        unnamed.entry(contributor.party.clone()).or_insert_with(|| Some(entry.clone()));
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

/// Faults for parties that had the name of another on the day. Two parties of the office never share a present name,
/// but a former name of one may be the name of another, or of a State.
fn namesakes<'m>(
    sources: &BriefingSources<'_>,
    ledger: &Ledger,
    standing: &'m Standing,
    moved: impl Iterator<Item = (&'m Contributor, &'m EntryId)>,
) -> Vec<Fault> {
    let mut parties: BTreeSet<&PartyRef> = standing.contributors.iter().map(|one| &one.contributor.party).collect();
    parties.extend(standing.in_kind.iter().map(|gift| &gift.contributor.party));
    parties.extend(standing.unvalued.iter().map(|one| &one.contributor.party));
    parties.extend(moved.flat_map(|(one, _)| std::iter::once(&one.party).chain(&one.on_behalf_of)));
    let mut names: BTreeMap<String, &PartyRef> = BTreeMap::new();
    let mut faults = Vec::new();
    for party in parties {
        let Some(name) = sources.office.party_name_on(party, standing.as_of) else { continue };
        if let Some(other) = names.insert(name.english().to_owned(), party) {
            let first = ledger.first_contribution(party, sources.plan.cutoff()).map(|entry| entry.id.clone());
            let message = format!("`{party}` and `{other}` have one name on {}, {}", standing.as_of, name.english());
            let hint = "if they are one, write one of the ids in all rows; if not, correct the former names of the two";
            faults.push(Fault::new(Code::SharedName, FieldPath::entry(first), message).with_hint(hint));
        }
    }
    faults
}

fn movements(
    sources: &BriefingSources<'_>,
    moved: &[Movement],
    late: &[Movement],
    corrected: &[MovementCorrection],
    faults: &mut Vec<Fault>,
) -> MonthMovements {
    let lines = moved.iter().filter_map(|movement| movement_line(sources, movement, faults)).collect();
    let mut dated = |movement: &Movement| {
        let line = movement_line(sources, movement, faults)?;
        Some(DatedMovement { effective: movement.when.clone(), line })
    };
    let late = late.iter().filter_map(&mut dated).collect();
    let corrected = corrected.iter().filter_map(|correction| {
        let &MovementCorrection { ref before, ref after, reassigned } = correction;
        let (before, after) = (dated(before)?, after.as_ref().and_then(&mut dated));
        // A payment that has not changed except that it is on another pledge is reported for that.
        (reassigned || after.as_ref() != Some(&before)).then_some(CorrectedMovement { before, after, reassigned })
    });
    let corrected = corrected.collect();
    let totals = Ledger::movement_totals(moved);
    let totals = totals.map_err(|error| figures(faults, "the month's movements do not add up", error));
    MonthMovements { lines, totals: totals.unwrap_or_default(), late, corrected, restated: Vec::new() }
}

/// A movement as it is printed; `None` if somebody's name is not known, which has a fault of its own.
fn movement_line(sources: &BriefingSources<'_>, movement: &Movement, faults: &mut Vec<Fault>) -> Option<MovementLine> {
    let day = sources.plan.month.last_day();
    let purposes = purposes_of(sources, &movement.entry, &movement.earmark, faults);
    let name = |party: &PartyRef| named(sources.office, party, day);
    Some(MovementLine {
        entry: movement.entry.clone(),
        contributor: name(&movement.contributor.party)?,
        on_behalf_of: movement.contributor.on_behalf_of.as_ref().and_then(name),
        purposes,
        purpose_unknown: purpose_unknown(sources.office, movement),
        kind: movement.kind,
        amount: movement.worth(),
        yearly: movement.yearly,
        original: movement.amount.filter(|_| movement.value.is_some()),
        terms: movement.terms.clone(),
    })
}

/// What an entry is for, as it is printed; what cannot be printed is a fault.
fn purposes_of(
    sources: &BriefingSources<'_>,
    entry: &EntryId,
    earmark: &Earmark,
    faults: &mut Vec<Fault>,
) -> Vec<PrintedPurpose> {
    purposes(sources, earmark, sources.plan.month.last_day()).unwrap_or_else(|problem| {
        let path = FieldPath::entry(Some(entry.clone()));
        faults.push(match problem {
            Purposeless::Unknown(what) => {
                let message = format!("entry `{entry}` is for {what}, which the office does not have");
                Fault::new(Code::UnknownPrintedPurpose, path, message)
            }
            Purposeless::Untitled(event) => {
                let message = format!("entry `{entry}` is for the event `{event}`, which has no title to print");
                let hint =
                    format!("write a `title` in the item `{event}`, or list the event in office.toml as `[[event]]`");
                Fault::new(Code::UntitledEvent, path, message).with_hint(hint)
            }
        });
        Vec::new()
    })
}

/// A party with the name it had on a day.
pub(super) fn named(office: &Office, party: &PartyRef, day: Day) -> Option<Named<PartyRef>> {
    Some(Named { id: party.clone(), name: office.party_name_on(party, day)? })
}

/// Whether it is unknown what money is for. In books that hold everything, silence means that the money is not
/// earmarked; in books that hold only what is documented, it means that the documents do not say.
fn purpose_unknown(office: &Office, movement: &Movement) -> bool {
    let earmark = &movement.earmark;
    let reach = office.ledger_settings().coverage.pledges;
    let day = movement.when.last_day().unwrap_or(Day::MIN);
    earmark.is_unearmarked() && earmark.fund.is_none() && !reach.covers_from(day)
}

/// Why the purpose of money cannot be printed.
enum Purposeless {
    /// The office does not list it: a description in words.
    Unknown(String),
    /// It is an event without a title.
    Untitled(EventId),
}

/// The total that the month states, if the ledger holds only what is documented and comes to less: more was pledged
/// than is on record.
pub(super) fn stated_above_record(sources: &BriefingSources<'_>, totals: &[MovementTotal]) -> Option<Money> {
    let BriefingSources { office, plan, .. } = *sources;
    let stated = plan.stated_total?;
    let found = pledged_in(totals, stated.currency()).unwrap_or_else(|| Money::zero(stated.currency()));
    let is_whole = office.ledger_settings().coverage.pledges.covers_from(plan.month.first_day());
    (!is_whole && stated.minor() > found.minor()).then_some(stated)
}

/// What was pledged in a month in one currency.
fn pledged_in(totals: &[MovementTotal], currency: Currency) -> Option<Money> {
    let mut pledged = totals.iter().filter(|total| total.sum == MovementSum::Pledged).map(|total| total.amount);
    pledged.find(|total| total.currency() == currency)
}

fn stated_total(sources: &BriefingSources<'_>, moved: &[Movement], faults: &mut Vec<Fault>) {
    let plan = sources.plan;
    let totals = newly_promised(moved.iter().map(|one| (one.kind, one.yearly, one.worth())));
    let (Some(stated), Ok(totals)) = (plan.stated_total, totals) else { return };
    let found = pledged_in(&totals, stated.currency());
    if found.unwrap_or_else(|| Money::zero(stated.currency())) == stated {
        return;
    }
    let above_record = stated_above_record(sources, &totals).is_some();
    let others = totals.iter().filter(|total| total.sum == MovementSum::Pledged).map(|total| total.amount.to_string());
    let others = others.collect::<Vec<_>>().join(" and ");
    let hint = match found {
        None if !others.is_empty() => {
            "state the total in the currency of the entries, or correct theirs in the column `currency`".to_owned()
        }
        _ if above_record => {
            "enter the pledges that are missing, or correct the stated total if it is wrong".to_owned()
        }
        _ => "correct the stated total, or the entries of the ledger that take effect in this month".to_owned(),
    };
    let found = match found {
        Some(found) => found.to_string(),
        None if others.is_empty() => "nothing".to_owned(),
        // The totals in other currencies.
        None => others,
    };
    let message = format!("the month states {stated} in new pledges, and the ledger's lines add up to {found}");
    let path = FieldPath::month(plan.month).key("stated-total");
    let code = if above_record { Code::StatedAboveRecord } else { Code::StatedTotal };
    faults.push(Fault::new(code, path, message).with_hint(hint));
}

/// What money is for, in the order of the entry; otherwise the fund that receives it.
fn purposes(sources: &BriefingSources<'_>, earmark: &Earmark, day: Day) -> Result<Vec<PrintedPurpose>, Purposeless> {
    let BriefingSources { office, directory, plan, .. } = *sources;
    if earmark.is_unearmarked() {
        let fund = earmark.fund.iter().filter(|id| office.fund(id).is_some() || !directory.funds.has(id.as_str()));
        let unknown = |id| Purposeless::Unknown(format!("the fund `{id}`"));
        let named = |id| {
            let name = office.fund(id)?.name.clone();
            Some(PrintedPurpose::Fund(Named { id: id.clone(), name }))
        };
        return fund.map(|id| named(id).ok_or_else(|| unknown(id))).collect();
    }
    let unknown = Purposeless::Unknown;
    let printed = earmark.purposes.iter().filter_map(|purpose| {
        let (printed, what) = match purpose {
            Purpose::Programme(id) => {
                let name = office.programme(id).map(|programme| programme.name_on(day).clone());
                let printed = name.map(|name| PrintedPurpose::Programme(Named { id: id.clone(), name }));
                (printed, (!directory.programmes.has(id.as_str())).then(|| unknown(format!("the programme `{id}`"))))
            }
            Purpose::Unit(id) => {
                let name = office.data().units.get(id).map(|unit| unit.name_on(day).clone());
                let printed = name.map(|name| PrintedPurpose::Unit(Named { id: id.clone(), name }));
                (printed, (!directory.units.has(id.as_str())).then(|| unknown(format!("the unit `{id}`"))))
            }
            Purpose::Event(id) => {
                let missing = match plan.knows(id, office) {
                    true => Some(Purposeless::Untitled(id.clone())),
                    false => (!sources.hides_event(id)).then(|| unknown(format!("the event `{id}`"))),
                };
                let title = plan.title_of(id, office).cloned();
                (title.map(|name| PrintedPurpose::Event(Named { id: id.clone(), name })), missing)
            }
            Purpose::Text(words) => (Some(PrintedPurpose::Text(office.worded(words).clone())), None),
        };
        // What the office may list but could not be read is not reported as missing.
        printed.map(Ok).or_else(|| what.map(Err))
    });
    printed.collect()
}

/// What one party gave, whether its own money or others' that it passed on: one bar, as it is one partner.
struct Giver<'a> {
    party: &'a PartyRef,
    pledged: Knowledge<Money>,
    received: Knowledge<Money>,
    allocated: bool,
    in_kind: bool,
    partner: bool,
}

impl Giver<'_> {
    /// What is on record, in minor units.
    fn size(&self) -> (i128, i128) {
        (self.pledged.minor_on_record(), self.received.minor_on_record())
    }
}

/// The parties that gave money: the largest pledge first, then the largest payment, then by code.
fn givers(standing: &Standing) -> Result<Vec<Giver<'_>>, MoneyError> {
    let mut parties: BTreeMap<&PartyRef, Vec<&crate::ContributorStanding>> = BTreeMap::new();
    for one in &standing.contributors {
        parties.entry(&one.contributor.party).or_default().push(one);
    }
    let in_kind: BTreeSet<&PartyRef> = standing.in_kind.iter().map(|gift| &gift.contributor.party).collect();
    let mut givers = Vec::new();
    for (party, ones) in parties {
        let partner = ones.iter().any(|one| one.counts_as_partner);
        let pledged = together(ones.iter().map(|one| &one.pledged))?;
        let received = together(ones.iter().map(|one| &one.received))?;
        // Whoever gave something and is not a partner gave it on an allocation, withdrawn or not.
        let gave = [&pledged, &received].into_iter().any(|figure| figure.minor_on_record() != 0);
        givers.push(Giver {
            party,
            pledged,
            received,
            // A fund that has also made a pledge is a partner.
            allocated: gave && !partner,
            in_kind: in_kind.contains(party),
            partner,
        });
    }
    givers.sort_by_key(|giver| std::cmp::Reverse(giver.size()));
    Ok(givers)
}

/// Pledges and contributions since the beginning, if anything is known of them.
fn contributions(
    sources: &BriefingSources<'_>,
    ledger: &Ledger,
    standing: &Standing,
    faults: &mut Vec<Fault>,
) -> Result<Option<Contributions>, LedgerError> {
    let BriefingSources { office, plan, .. } = *sources;
    let data = office.data();
    let totals_unknown =
        standing.pledged.is_unknown() && standing.received.is_unknown() && standing.partners.is_unknown();
    let givers = givers(standing)?;
    // A contributor whose money has no known value has no bar, and the notes list it; one whose promise is not due yet
    // has an empty bar.
    let valueless: BTreeSet<&PartyRef> = standing.unvalued.iter().map(|one| &one.contributor.party).collect();
    let is_due_later = |giver: &&Giver<'_>| giver.partner && !valueless.contains(giver.party);
    let with_figures = givers.iter().filter(|giver| giver.size() != (0, 0) || is_due_later(giver));
    let shown: Vec<&Giver<'_>> = with_figures.take(usize::from(data.chart.show)).collect();
    // It was checked above that every party has a name.
    let name = |party: &PartyRef| named(office, party, standing.as_of);
    let unvalued = unvalued(ledger, standing, name);
    if totals_unknown && shown.is_empty() && standing.in_kind.is_empty() && unvalued.is_empty() {
        return Ok(None);
    }
    let allocated = givers.iter().filter(|giver| giver.allocated);
    Ok(Some(Contributions {
        as_of: standing.as_of,
        currency: standing.currency,
        pledged: standing.pledged.clone().without_record(),
        received: standing.received.clone().without_record(),
        partners: standing.partners.clone().without_record(),
        pledged_since: standing.pledged_since.clone(),
        received_since: standing.received_since.clone(),
        share: whole_per_cent(standing),
        converted: standing.notes.contains(&StandingNote::Converted),
        unpledged: standing.notes.contains(&StandingNote::Unpledged),
        exchange: standing.exchange().filter(|exchange| !exchange.is_zero()),
        surplus: match standing.surplus {
            Knowledge::Known(surplus) if !surplus.is_zero() => Some(surplus),
            Knowledge::Known(_) | Knowledge::Stated { .. } | Knowledge::Documented(_) | Knowledge::Unknown => None,
        },
        new_partners: new_partners(office, ledger, plan)?,
        history: history(ledger, standing)?,
        multi_year: ledger.settings().multi_year,
        since_last_issue: since_last_issue(ledger, plan, standing)?,
        title: data.chart.title.clone(),
        others: others(standing, &givers, &shown)?,
        contributors: shown.iter().filter_map(|giver| Some(bar(giver, name(giver.party)?))).collect(),
        allocations: allocated.filter_map(|giver| name(giver.party)).collect(),
        in_kind: in_kind(sources, standing, name, faults),
        unvalued,
    }))
}

/// The figures compared with those of the previous issue, as its readers had them. A previous issue that was published
/// again may know more than this one; then both are as known to this one.
fn since_last_issue(ledger: &Ledger, plan: &MonthPlan, standing: &Standing) -> Result<SinceLastIssue, LedgerError> {
    let Some(previous) = plan.previous else { return Ok(SinceLastIssue::default()) };
    let known = previous.cutoff.min(plan.cutoff());
    let before = ledger.standing(AsOf { in_effect: previous.month.last_day(), known })?;
    let month = previous.month;
    // If two sums leave out different amounts, their difference is not the change.
    let alike = standing.unvalued == before.unvalued;
    let minus = |now: Money, before: Money| now.checked_sub(before).ok();
    let money = |now: &Knowledge<Money>, before: &Knowledge<Money>| {
        let is_stated = |figure: &Knowledge<Money>| matches!(figure, Knowledge::Stated { .. });
        let comparable = alike || (is_stated(now) && is_stated(before));
        comparable.then(|| compared((now, standing.as_of), (before, month), minus)).flatten()
    };
    let count = |figure: &Knowledge<u32>| figure.clone().map(i64::from);
    let (partners, partners_before) = (count(&standing.partners), count(&before.partners));
    Ok(SinceLastIssue {
        pledged: money(&standing.pledged, &before.pledged),
        received: money(&standing.received, &before.received),
        partners: compared((&partners, standing.as_of), (&partners_before, month), i64::checked_sub),
    })
}

/// A figure of a day compared with that of the end of a month; `None` unless both are known, and known in the same way.
fn compared<T: Copy>(
    (now, as_of): (&Knowledge<T>, Day),
    (before, month): (&Knowledge<T>, Month),
    minus: impl Fn(T, T) -> Option<T>,
) -> Option<Compared<T>> {
    // The value, whether it is exact, and the day for which it holds.
    let whole = |figure: &Knowledge<T>, day: Day| match figure {
        Knowledge::Known(value) => Some((*value, true, day)),
        Knowledge::Stated { value, rounded_to, on, .. } => Some((*value, rounded_to.is_none(), *on)),
        Knowledge::Documented(_) | Knowledge::Unknown => None,
    };
    if let (Knowledge::Documented(now), Knowledge::Documented(before)) = (now, before) {
        return Some(Compared::Changed { by: minus(*now, *before)?, since: PartialDate::Month(month) });
    }
    let (value, is_exact, day) = whole(now, as_of)?;
    let (earlier, was_exact, on) = whole(before, month.last_day())?;
    // The same statement, printed again, is not news.
    if day <= on {
        return None;
    }
    let date = match before.stated_for() {
        Some(PartialDate::Day(day)) if day != Month::from(day).last_day() => PartialDate::Day(day),
        Some(period @ PartialDate::Year(_)) => period,
        Some(PartialDate::Day(_) | PartialDate::Month(_)) | None => PartialDate::Month(Month::from(on)),
    };
    if is_exact && was_exact {
        Some(Compared::Changed { by: minus(value, earlier)?, since: date })
    } else {
        Some(Compared::Was { value: earlier, on: date })
    }
}

/// Who is known to be new this month, and this year so far.
fn new_partners(office: &Office, ledger: &Ledger, plan: &MonthPlan) -> Result<NewPartners, LedgerError> {
    let (first, last, cutoff) = (plan.month.first_day(), plan.month.last_day(), plan.cutoff());
    let within = |period: DateSpan| -> Result<Vec<Named<PartyRef>>, LedgerError> {
        let arrivals = ledger.arrivals(period, cutoff)?;
        let new = arrivals.iter().filter(|(_, newness)| *newness == Newness::New);
        Ok(new.filter_map(|(party, _)| named(office, party, last)).collect())
    };
    let month = DateSpan::from(plan.month);
    let new_year = Day::at(plan.month.year(), 1, 1).unwrap_or(first);
    let year = DateSpan::new(new_year, last).unwrap_or(month);
    Ok(NewPartners { month: within(month)?, year: within(year)? })
}

/// The fewest days that show how pledges grew.
const LEAST_POINTS: usize = 3;

/// How the pledges grew, by the days whose totals are certain.
fn history(ledger: &Ledger, standing: &Standing) -> Result<Vec<PledgedToDate>, LedgerError> {
    let points = ledger.stated_history(AsOf { in_effect: standing.as_of, known: standing.known_at })?;
    // A total of an earlier day is a point on that day only.
    let stated = |point: &HistoryPoint| match point.pledged {
        Knowledge::Stated { period, .. } => period,
        Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => None,
    };
    let points = points.iter().filter_map(|point| {
        let pledged = *point.pledged.holds_on(point.on)?;
        Some(PledgedToDate { as_of: point.on, period: stated(point), pledged })
    });
    let points: Vec<_> = points.collect();
    // Two points are a comparison: a chart of them would show one step, and nothing of when it was taken.
    if points.len() < LEAST_POINTS {
        return Ok(Vec::new());
    }
    Ok(points.iter().skip(points.len().saturating_sub(Contributions::MOST_POINTS)).copied().collect())
}

fn bar(giver: &Giver<'_>, contributor: Named<PartyRef>) -> ContributorFigures {
    ContributorFigures {
        contributor,
        pledged: giver.pledged.clone(),
        received: giver.received.clone(),
        allocation: giver.allocated,
        in_kind: giver.in_kind,
    }
}

fn in_kind(
    sources: &BriefingSources<'_>,
    standing: &Standing,
    name: impl Fn(&PartyRef) -> Option<Named<PartyRef>>,
    faults: &mut Vec<Fault>,
) -> Vec<InKindGift> {
    let gifts = standing.in_kind.iter().filter_map(|gift| {
        Some(InKindGift {
            entry: gift.entry.clone(),
            contributor: name(&gift.contributor.party)?,
            on_behalf_of: gift.contributor.on_behalf_of.as_ref().and_then(&name),
            what: gift.what.as_ref().map(|what| sources.office.worded(what).clone()),
            purposes: purposes_of(sources, &gift.entry, &gift.earmark, faults),
            value: gift.value,
            when: gift.when.clone(),
        })
    });
    gifts.collect()
}

fn unvalued(
    ledger: &Ledger,
    standing: &Standing,
    name: impl Fn(&PartyRef) -> Option<Named<PartyRef>>,
) -> Vec<Unvalued> {
    // What was paid in full in the currency of the totals counts, whatever currency it was promised in.
    let left_out = standing.unvalued.iter().filter(|unvalued| !unvalued.left_out.is_zero());
    let stated_on = match standing.pledged {
        Knowledge::Stated { on, .. } => Some(on),
        Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => None,
    };
    let amounts = left_out.filter_map(|unvalued| {
        let contributor = name(&unvalued.contributor.party)?;
        let began = ledger.entry(&unvalued.entry).and_then(|entry| entry.effective.first_day());
        let since_total = began.zip(stated_on).is_some_and(|(began, on)| on < began);
        let on_behalf_of = unvalued.contributor.on_behalf_of.as_ref().and_then(&name);
        let (entry, amount) = (unvalued.entry.clone(), unvalued.left_out);
        Some(Unvalued { entry, contributor, on_behalf_of, amount, since_total })
    });
    amounts.collect()
}

/// Received as a share of pledged, in whole per cent, if there is a share and a whole number expresses it.
pub(super) fn whole_per_cent(standing: &Standing) -> Option<u16> {
    standing.share().and_then(Share::whole_per_cent)
}

/// What there is beyond those shown: of the totals, if they hold for the day; otherwise of what is documented by name.
fn others(
    standing: &Standing,
    givers: &[Giver<'_>],
    shown: &[&Giver<'_>],
) -> Result<Option<OtherContributors>, MoneyError> {
    let rest = |total: &Knowledge<Money>, of: fn(&Giver<'_>) -> Option<Money>| {
        let whole = total.holds_on(standing.as_of);
        let sum = |givers: &mut dyn Iterator<Item = Money>| Money::checked_sum(givers, standing.currency);
        let shown = sum(&mut shown.iter().filter_map(|giver| of(giver)))?;
        let rest = match whole {
            Some(whole) => whole.checked_sub(shown)?,
            None => sum(&mut givers.iter().filter_map(of))?.checked_sub(shown)?,
        };
        Ok(match whole {
            // A total that a source rounded may be less than what is on record.
            _ if rest.minor() <= 0 => Knowledge::Unknown,
            Some(_) => Knowledge::Known(rest),
            None => Knowledge::Documented(rest),
        })
    };
    let pledged = rest(&standing.pledged, |giver| giver.pledged.on_record().copied())?;
    let received = rest(&standing.received, |giver| giver.received.on_record().copied())?;
    let left_out = standing.unvalued.iter().filter(|unvalued| !unvalued.left_out.is_zero());
    let mut named: BTreeSet<&PartyRef> = left_out.map(|unvalued| &unvalued.contributor.party).collect();
    named.extend(shown.iter().map(|giver| giver.party));
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let counted = givers.iter().filter(|giver| giver.partner);
    let (named, unshown): (Vec<_>, Vec<_>) = counted.partition(|giver| named.contains(giver.party));
    let partners = match standing.partners.holds_on(standing.as_of) {
        Some(partners) => partners.saturating_sub(count(named.len())),
        None => count(unshown.len()),
    };
    let any = partners > 0 || !pledged.is_unknown() || !received.is_unknown();
    Ok(any.then_some(OtherContributors { pledged, received, partners }))
}
