//! Laws that hold of any history, against a second, slower way of counting.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{
    AsOf, BreakdownBy, CorrectionKind, Currency, DateSpan, Day, EntryKind, Figure, Knowledge, Ledger, LedgerEntry,
    Measure, Money, Month, MovementKind, MovementSum, MovementTotal, Part, PartKey, PreviousIssue, Reach, Severity,
    Standing, TraceAmount,
};
use proptest::prelude::*;

use crate::ledger::book::{complete, day, entries, minor, reaching};

/// One random step, made to fit what came before.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) kind: u8,
    target: prop::sample::Index,
    contributor: u8,
    amount: u32,
    /// How long after the step before it was recorded, and how long before that it took effect.
    pause: u8,
    pub(super) delay: u8,
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..20_u8, any::<prop::sample::Index>(), 0..6_u8, 1..100_000_u32, 0..40_u8, 0..90_u8).prop_map(
        |(kind, target, contributor, amount, pause, delay)| Step { kind, target, contributor, amount, pause, delay },
    );
    prop::collection::vec(step, 1..40)
}

pub(super) const PARTIES: [&str; 6] = ["DEU", "UZB", "IRQ", "QAT", "undp", "shura-council"];
const COLUMNS: &str = "id,kind,effective,recorded,contributor,ref,amount,received,partners,itemizes,new,schedule,fund,purposes,currency,pledge,gift";

/// The rows of a history without faults.
fn rows(steps: &[Step]) -> Vec<String> {
    let mut recorded = day("2020-01-01");
    // What may be named: pledges, and payments on no pledge that are not yet paid back, with their days.
    let mut pledges: Vec<(String, Day, u8)> = Vec::new();
    let mut loose: Vec<(String, Day, u8)> = Vec::new();
    // Pledges with a payment of which something may go back.
    let mut paid: Vec<(String, Day, u32)> = Vec::new();
    let mut rows = vec![format!("{COLUMNS}\nO-0,remainder,2019-12-31,2019-12-31,,,100000000,50000000,100,,,,,,,")];
    for (n, step) in steps.iter().enumerate() {
        recorded = recorded.checked_add_days(i64::from(step.pause) + 1).unwrap();
        let effective = recorded.checked_add_days(-i64::from(step.delay)).unwrap();
        let (id, party, amount) = (format!("E-{n}"), PARTIES[usize::from(step.contributor)], step.amount);
        let pick = |list: &[(String, Day, u8)]| (!list.is_empty()).then(|| step.target.get(list).clone());
        let purpose = ["", "programme:a", "programme:a; unit:b", "some project"][usize::from(step.contributor) % 4];
        let fund = if step.contributor % 2 == 0 { "trust-fund" } else { "" };
        let of = format!("{fund},{purpose}");
        let target = pick(&pledges);
        let row = match (step.kind, target) {
            (0..=3, _) => {
                pledges.push((id.clone(), effective, step.contributor));
                format!("{id},pledge,{effective},{recorded},{party},,{amount},,,,new,,{of},,")
            }
            (4, _) => {
                pledges.push((id.clone(), effective, step.contributor));
                format!("{id},pledge,{effective},{recorded},{party},,{amount},,,,new,yearly 2020/..,{of},,")
            }
            (5, _) => {
                pledges.push((id.clone(), effective, step.contributor));
                format!("{id},pledge,{effective},{recorded},{party},,{amount},,,O-0,new,,{of},,")
            }
            (6 | 7, _) => {
                loose.push((id.clone(), effective, step.contributor));
                format!("{id},receipt,{effective},{recorded},{party},,{amount},,,,new,,{of},,,yes")
            }
            (8, _) => format!("{id},remainder,{effective},{recorded},,,{amount},{},2,,,,,,,", amount / 2 + 1),
            (9, _) => format!("{id},allocation,{effective},{recorded},un-pdtf,,{amount},,,,,,{of},,"),
            (10, _) => format!("{id},in-kind,{effective},{recorded},{party},,{amount},,,,,,,,,"),
            (11, _) => format!("{id},pledge,{effective},{recorded},{party},,{amount},,,,new,,{of},EUR,"),
            (12 | 13, Some((pledge, since, _))) => {
                format!("{id},revision,{},{recorded},,{pledge},{amount},,,,,,,,,", effective.max(since))
            }
            (14, Some((pledge, since, _))) => {
                let amount = if amount % 2 == 0 { amount.to_string() } else { String::new() };
                format!("{id},withdrawal,{},{recorded},,{pledge},{amount},,,,,,,,,", effective.max(since))
            }
            (15 | 16, Some((pledge, since, _))) => {
                paid.push((pledge.clone(), effective.max(since), amount));
                format!("{id},receipt,{effective},{recorded},,{pledge},{amount},,,,,,,,,")
            }
            (17, _) if !paid.is_empty() && step.delay % 2 == 0 => {
                let (pledge, since, all) = paid.remove(step.target.index(paid.len()));
                format!("{id},refund,{},{recorded},,{pledge},{},,,,,,,,,", effective.max(since), amount.min(all))
            }
            (17, _) if !loose.is_empty() => {
                let at = step.target.index(loose.len());
                let (receipt, since, _) = loose.remove(at);
                format!("{id},refund,{},{recorded},,{receipt},1,,,,,,,,,", effective.max(since))
            }
            (18, Some((pledge, since, contributor))) => match loose.iter().position(|one| one.2 == contributor) {
                // Assign a payment to a pledge of the same contributor.
                Some(at) => {
                    let (receipt, ..) = loose.remove(at);
                    format!("{id},correction,{since},{recorded},,{receipt},,,,,,,,,,{pledge},")
                }
                None => continue,
            },
            (19, _) if !loose.is_empty() => {
                let (receipt, since, _) = loose.remove(step.target.index(loose.len()));
                format!("{id},void,{since},{recorded},,{receipt},,,,,,,,,,")
            }
            _ => continue,
        };
        rows.push(row);
    }
    rows
}

pub(super) fn history(steps: &[Step]) -> Vec<LedgerEntry> {
    entries(&rows(steps).join("\n"))
}

fn book(entries: Vec<LedgerEntry>) -> Ledger {
    Ledger::new(complete(), entries).unwrap()
}

/// A pledge with what was paid on it, or a payment on its own, as a clerk with a card for each would keep it.
#[derive(Default)]
struct Card {
    promised: Option<i128>,
    yearly: bool,
    withdrawn: i128,
    all_withdrawn: bool,
    /// What had been paid when something was last withdrawn.
    kept: i128,
    paid: i128,
    returned: i128,
    returned_of_promise: i128,
    returned_before_revision: i128,
}

impl Card {
    /// What stands of the promise before anything went back, so many years of one by the year being due.
    fn stands(&self, years: i128) -> i128 {
        let Some(amount) = self.promised else { return self.paid };
        let due = if self.yearly { amount * years } else { amount + self.returned_before_revision };
        let left = if self.all_withdrawn { 0 } else { due - self.withdrawn };
        left.max(self.paid.min(self.most())).max(0)
    }

    /// The most that may be paid on the promise; what is paid after it was withdrawn comes beyond it.
    fn most(&self) -> i128 {
        let whole = match self.promised {
            Some(_) if self.yearly => i128::MAX,
            None => i128::MAX,
            Some(amount) => amount + self.returned_before_revision,
        };
        match (self.all_withdrawn, self.yearly) {
            (true, _) => self.kept.min(whole),
            (false, true) => whole,
            (false, false) => self.kept.max(whole - self.withdrawn).min(whole),
        }
    }
}

/// Pledged and received, counted entry by entry, in order of effect.
fn count_by_hand(entries: &[LedgerEntry], as_of: Day, known_at: Day) -> (i128, i128) {
    let known: Vec<&LedgerEntry> = entries.iter().filter(|entry| entry.recorded <= known_at).collect();
    let mut void = BTreeSet::new();
    let mut assigned = BTreeMap::new();
    for entry in &known {
        if let EntryKind::Correction(correction) = &entry.kind {
            match &correction.change {
                CorrectionKind::Void => void.insert(&correction.of),
                CorrectionKind::Amend(amendment) => {
                    assigned.insert(&correction.of, amendment.pledge.clone().unwrap());
                    true
                }
            };
        }
    }
    let mut active: Vec<&LedgerEntry> =
        known.into_iter().filter(|entry| !void.contains(&entry.id) && entry.counts_from().unwrap() <= as_of).collect();
    active.sort_by_key(|entry| (entry.counts_from(), entry.recorded));

    let years = i128::from((as_of.year() - 2020).max(0))
        + i128::from(as_of >= day("2020-12-31") && (as_of.month().number(), as_of.number()) == (12, 31));
    let mut cards: BTreeMap<String, Card> = BTreeMap::new();
    let (mut others_pledged, mut others_received) = (0, 0);
    // Cards are opened first, because a payment may come before its pledge.
    for entry in &active {
        let (terms, itemizes) = match &entry.kind {
            EntryKind::Pledge(pledge) => (&pledge.terms, pledge.itemizes.is_some()),
            EntryKind::Allocation(allocation) => (&allocation.terms, false),
            _ => continue,
        };
        if terms.amount().currency() == briefing_model::Currency::EUR {
            continue;
        }
        // Before the remainder's own day there is nothing to come out of.
        if itemizes && as_of >= day("2019-12-31") {
            others_pledged -= terms.amount().minor();
        }
        let card = cards.entry(entry.id.to_string()).or_default();
        card.promised = Some(terms.amount().minor());
        card.yearly = terms.total().unwrap().is_none();
    }
    for entry in &active {
        match &entry.kind {
            EntryKind::Revision(revision) => {
                let card = cards.get_mut(revision.pledge.as_str()).unwrap();
                card.promised = Some(revision.terms.amount().minor());
                (card.yearly, card.withdrawn, card.all_withdrawn) = (false, 0, false);
                (card.returned_before_revision, card.returned_of_promise) = (card.returned, card.returned);
            }
            EntryKind::Withdrawal(withdrawal) => {
                let card = cards.get_mut(withdrawal.pledge.as_str()).unwrap();
                card.kept = card.paid.min(card.most());
                card.withdrawn += withdrawal.amount.map_or(0, briefing_model::Amount::minor);
                card.all_withdrawn |= withdrawal.amount.is_none();
            }
            EntryKind::Receipt(receipt) => {
                let pledge = assigned.get(&entry.id).or(receipt.pledge.as_ref());
                let card = cards.entry(pledge.unwrap_or(&entry.id).to_string()).or_default();
                card.paid += receipt.amount.minor();
            }
            EntryKind::Refund(refund) => {
                let card = cards.entry(refund.of.to_string()).or_default();
                let amount = refund.amount.minor();
                // What came beyond the promise goes back first.
                let beyond = card.paid - card.stands(years) - (card.returned - card.returned_of_promise);
                card.returned_of_promise += amount - amount.min(beyond.max(0));
                card.returned += amount;
            }
            EntryKind::Remainder(remainder) => {
                others_pledged += remainder.pledged.map_or(0, briefing_model::AmountOrZero::minor);
                others_received += remainder.received.map_or(0, briefing_model::AmountOrZero::minor);
            }
            _ => {}
        }
    }
    let (mut pledged, mut received) = (others_pledged, others_received);
    for card in cards.values() {
        received += card.paid - card.returned;
        pledged += card.stands(years) - card.returned_of_promise;
    }
    (pledged, received)
}

/// Days worth asking about.
fn days(steps: &[Step]) -> Vec<Day> {
    let mut days: Vec<_> = history(steps).iter().flat_map(|e| [e.counts_from().unwrap(), e.recorded]).collect();
    days.extend([day("2019-12-31"), day("2021-12-31"), day("2030-06-30")]);
    days
}

fn sum<'a>(parts: impl IntoIterator<Item = &'a Knowledge<Money>>) -> i128 {
    parts.into_iter().map(minor).sum()
}

fn measure(standing: &Standing, measure: Measure) -> &Knowledge<Money> {
    match measure {
        Measure::Pledged => &standing.pledged,
        Measure::Received => &standing.received,
        Measure::Outstanding => &standing.outstanding,
        Measure::Surplus => &standing.surplus,
    }
}

/// What an issue tells of a month comes to how the figures changed since the issue before it.
fn told_is_changed(
    ledger: &Ledger,
    issue: PreviousIssue,
    (month, known): (Month, Day),
    rows: &str,
) -> Result<(), TestCaseError> {
    let (late, own) = (ledger.late_movements(issue, month, known).unwrap(), ledger.movements(month, known).unwrap());
    let corrected = ledger.corrected_movements(issue, month, known).unwrap();
    // What is dated into the month is one of its own movements, and told once.
    let listed: BTreeSet<_> = own.iter().map(|one| &one.entry).collect();
    let after = corrected.iter().filter_map(|one| one.after.as_ref()).filter(|after| !listed.contains(&after.entry));
    let now = late.iter().chain(&own).chain(after).map(|one| (1, one));
    let (mut pledged, mut received) = (0, 0);
    for (sign, movement) in now.chain(corrected.iter().map(|one| (-1, &one.before))) {
        // What is of unknown worth is in no total.
        let worth = movement.worth().filter(|worth| worth.currency() == Currency::USD);
        let minor = sign * worth.map_or(0, Money::minor);
        let is_promise =
            !matches!(movement.kind, MovementKind::Payment | MovementKind::PaidBack | MovementKind::SurplusRefund);
        pledged += if is_promise { minor } else { 0 };
        received += if movement.kind.is_paid() { minor } else { 0 };
    }
    let at = |in_effect, known| ledger.standing(AsOf { in_effect, known }).unwrap();
    let (was, is) = (at(issue.month.last_day(), issue.cutoff), at(month.last_day(), known));
    prop_assert_eq!(received, minor(&is.received) - minor(&was.received), "{} {}\n{}", month, known, rows);
    prop_assert_eq!(pledged, minor(&is.pledged) - minor(&was.pledged), "{} {}\n{}", month, known, rows);
    Ok(())
}

/// What happens to one pledge, with corrections of it: the kind of each, two numbers, its day and how much later it was recorded.
type DenseStep = (u8, u32, prop::sample::Index, i64, i64);

fn dense_steps() -> impl Strategy<Value = (bool, Vec<DenseStep>)> {
    let lag = prop::sample::select(vec![0, 1, 3, 20, 40, 60]);
    let step = (0..14_u8, 1..9_u32, any::<prop::sample::Index>(), 0..100_i64, lag);
    (any::<bool>(), prop::collection::vec(step, 2..9))
}

/// Pledges of a thousand dollars or euros on which much happens at nearly the same time: what is paid beyond them, and goes back, is another
/// sum whenever something else is known.
fn dense(pledges: &[(bool, Vec<DenseStep>)]) -> String {
    let mut rows =
        "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles,true_effective\n".to_owned();
    for (n, (foreign, steps)) in pledges.iter().enumerate() {
        let (party, pledge) = (PARTIES[n], format!("P-{n}"));
        // Of a third of the foreign ones, nobody knows the worth.
        let is_valued = steps.len() % 3 != 0;
        let (currency, value) = if *foreign { ("EUR", if is_valued { "1430" } else { "" }) } else { ("USD", "") };
        rows += &format!("{pledge},pledge,2025-01-05,2025-01-06,{party},,1000,{currency},{value},,\n");
        // Payments, and everything that may be corrected, with the days of each.
        let mut payments: Vec<(String, &str, Day, Day)> = Vec::new();
        let mut others = vec![(pledge.clone(), currency, day("2025-01-05"), day("2025-01-06"))];
        for (m, (kind, number, target, day_of, lag)) in steps.iter().enumerate() {
            let id = format!("E-{n}-{m}");
            let mut effective = day("2025-01-05").checked_add_days(*day_of).unwrap();
            let recorded = |effective: Day, least: Day| effective.checked_add_days(*lag).unwrap().max(least);
            let hundreds = number * 100;
            match kind {
                0..=4 => {
                    let dollars = *foreign && number % 3 == 0;
                    let settles = if dollars { format!("{} EUR", number * 70) } else { String::new() };
                    let of = if dollars { "USD" } else { currency };
                    let value = if *foreign && number % 3 == 1 { (number * 110).to_string() } else { String::new() };
                    let recorded = recorded(effective, day("2025-01-06"));
                    rows +=
                        &format!("{id},receipt,{effective},{recorded},,{pledge},{hundreds},{of},{value},{settles},\n");
                    payments.push((id, of, effective, recorded));
                }
                5..=8 if !payments.is_empty() => {
                    let (payment, of, since, known) = target.get(&payments).clone();
                    effective = effective.max(since);
                    let recorded = recorded(effective, known);
                    let of_pledge = if number % 2 == 0 { &pledge } else { &payment };
                    rows += &format!("{id},refund,{effective},{recorded},,{of_pledge},{},{of},,,\n", number * 25);
                    others.push((id, of, effective, recorded));
                }
                9 => {
                    let recorded = recorded(effective, day("2025-01-06"));
                    let part = if number % 3 == 0 { String::new() } else { hundreds.to_string() };
                    rows += &format!("{id},withdrawal,{effective},{recorded},,{pledge},{part},{currency},,,\n");
                    others.push((id, currency, effective, recorded));
                }
                10 => {
                    let recorded = recorded(effective, day("2025-01-06"));
                    let (amount, value) =
                        (hundreds + 400, if *foreign { (number * 210).to_string() } else { String::new() });
                    rows += &format!("{id},revision,{effective},{recorded},,{pledge},{amount},{currency},{value},,\n");
                    others.push((id, currency, effective, recorded));
                }
                11.. => {
                    let all: Vec<_> = payments.iter().chain(&others).collect();
                    let (of, currency, since, known) = target.get(&all);
                    let recorded = recorded(*known, *known).checked_add_days(*day_of / 4).unwrap();
                    rows += &match kind {
                        11 => format!("{id},void,{recorded},{recorded},,{of},,,,,\n"),
                        12 => format!("{id},correction,{recorded},{recorded},,{of},{},{currency},,,\n", number * 75),
                        _ => {
                            let moved = since.checked_add_days(i64::from(*number) * 9 - 40).unwrap();
                            format!("{id},correction,{recorded},{recorded},,{of},,,,,{moved}\n")
                        }
                    };
                }
                _ => {}
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn at_once_is_what_a_clerk_accumulates(steps in steps(), at in any::<prop::sample::Index>(), known in any::<prop::sample::Index>()) {
        let entries = history(&steps);
        let (as_of, known_at) = (*at.get(&days(&steps)), *known.get(&days(&steps)));
        let by_hand = count_by_hand(&entries, as_of, known_at);
        let standing = book(entries).standing(AsOf { in_effect: as_of, known: known_at }).unwrap();
        prop_assert_eq!((minor(&standing.pledged), minor(&standing.received)), by_hand);
    }

    #[test]
    fn what_is_recorded_later_changes_nothing_known_before(steps in steps(), at in any::<prop::sample::Index>(), known in any::<prop::sample::Index>()) {
        let entries = history(&steps);
        let (as_of, known_at) = (*at.get(&days(&steps)), *known.get(&days(&steps)));
        let then: Vec<_> = entries.iter().filter(|entry| entry.recorded <= known_at).cloned().collect();
        let (then, now) = (book(then), book(entries));
        prop_assert_eq!(now.standing(AsOf { in_effect: as_of, known: known_at }), then.standing(AsOf { in_effect: as_of, known: known_at }));
        for by in BreakdownBy::ALL {
            prop_assert_eq!(now.breakdown(by, AsOf { in_effect: as_of, known: known_at }), then.breakdown(by, AsOf { in_effect: as_of, known: known_at }));
        }
    }

    #[test]
    fn parts_of_every_breakdown_sum_to_the_whole(steps in steps(), at in any::<prop::sample::Index>()) {
        let ledger = book(history(&steps));
        let as_of = *at.get(&days(&steps));
        let standing = ledger.standing(AsOf { in_effect: as_of, known: Day::MAX }).unwrap();
        for by in BreakdownBy::ALL {
            let parts = ledger.breakdown(by, AsOf { in_effect: as_of, known: Day::MAX }).unwrap().parts;
            prop_assert_eq!(sum(parts.iter().map(|part| &part.pledged)), minor(&standing.pledged), "{}", by);
            prop_assert_eq!(sum(parts.iter().map(|part| &part.received)), minor(&standing.received), "{}", by);
            // Payments known only in sum may have been made on any pledge.
            let unknown = parts.iter().any(|part| part.outstanding.is_unknown());
            let outstanding = sum(parts.iter().map(|part| &part.outstanding));
            prop_assert!(unknown || outstanding == minor(&standing.outstanding), "{}", by);
            // No part says more than the whole.
            for (whole, of) in [(&standing.pledged, 0), (&standing.received, 1), (&standing.outstanding, 2)] {
                let of = |part: &Part| [&part.pledged, &part.received, &part.outstanding][of].is_unknown();
                prop_assert!(!whole.is_unknown() || parts.is_empty() || parts.iter().any(of), "{}", by);
            }
        }
        // A contributor, and what is known in sum, is the same however it is asked about.
        let at = AsOf { in_effect: as_of, known: Day::MAX };
        for part in ledger.breakdown(BreakdownBy::Contributor, at).unwrap().parts {
            let same = match &part.key {
                PartKey::Contributor(contributor) => {
                    let one = standing.contributors.iter().find(|one| one.contributor == *contributor).unwrap();
                    [&one.pledged, &one.received, &one.outstanding, &one.surplus].map(Clone::clone)
                }
                _ => {
                    let one = standing.remainder.as_ref().unwrap();
                    [&one.pledged, &one.received, &one.outstanding, &one.surplus].map(Clone::clone)
                }
            };
            prop_assert_eq!([part.pledged, part.received, part.outstanding, part.surplus], same, "{}", part.key);
        }
        let others = standing.remainder.as_ref().map_or(0, |others| minor(&others.pledged));
        prop_assert_eq!(sum(standing.contributors.iter().map(|one| &one.pledged)) + others, minor(&standing.pledged));
    }

    #[test]
    fn every_figure_is_the_sum_of_its_entries(steps in steps(), at in any::<prop::sample::Index>()) {
        let ledger = book(history(&steps));
        let as_of = *at.get(&days(&steps));
        let standing = ledger.standing(AsOf { in_effect: as_of, known: Day::MAX }).unwrap();
        let trace = |figure: Figure| {
            let trace = ledger.trace(&figure, AsOf { in_effect: as_of, known: Day::MAX }).unwrap();
            let parts: i128 = trace.lines.iter().map(|line| match line.amount {
                TraceAmount::Money(money) => money.minor(),
                TraceAmount::Partners(partners) => partners.into(),
            }).sum();
            let total = match trace.total {
                TraceAmount::Money(money) => money.minor(),
                TraceAmount::Partners(partners) => partners.into(),
            };
            assert_eq!(parts, total, "{figure}");
            total
        };
        for one in Measure::ALL {
            prop_assert_eq!(trace(Figure::Standing(one)), minor(measure(&standing, one)), "{:?}", one);
        }
        prop_assert_eq!(trace(Figure::Partners), standing.partners.on_record().map_or(0, |partners| i128::from(*partners)));
        for one in &standing.contributors {
            let figure = Figure::Contributor(one.contributor.party.clone(), Measure::Pledged);
            prop_assert_eq!(trace(figure), minor(&one.pledged));
        }
        let others = standing.remainder.as_ref();
        prop_assert_eq!(trace(Figure::Others(Measure::Outstanding)), others.map_or(0, |others| minor(&others.outstanding)));
    }

    #[test]
    fn rows_count_alike_in_any_order(steps in steps(), order in any::<u64>(), at in any::<prop::sample::Index>()) {
        let entries = history(&steps);
        let as_of = *at.get(&days(&steps));
        let mut shuffled = entries.clone();
        // Every entry of such a history has a day of recording of its own.
        shuffled.sort_by_key(|entry| entry.recorded.days_since(Day::MIN).unsigned_abs().wrapping_mul(order | 1) >> 7);
        prop_assert_eq!(
            book(shuffled).standing(AsOf { in_effect: as_of, known: Day::MAX }),
            book(entries).standing(AsOf { in_effect: as_of, known: Day::MAX })
        );
    }

    #[test]
    fn what_is_missing_is_the_difference(steps in steps(), at in any::<prop::sample::Index>(), known in any::<prop::sample::Index>()) {
        let ledger = book(history(&steps));
        let standing = ledger.standing(AsOf { in_effect: *at.get(&days(&steps)), known: *known.get(&days(&steps)) }).unwrap();
        let Standing { pledged, received, outstanding, surplus, .. } = &standing;
        prop_assert_eq!(minor(pledged) - minor(received), minor(outstanding) - minor(surplus));
        prop_assert!([outstanding, surplus, received].iter().all(|figure| minor(figure) >= 0));
        let json = serde_json::to_string(&standing).unwrap();
        prop_assert_eq!(serde_json::from_str::<Standing>(&json).unwrap(), standing);
    }

    #[test]
    fn what_moved_is_how_the_figures_changed(steps in steps()) {
        // Neither by the year, nor out of a remainder or without a known worth, nor corrected.
        let steps: Vec<Step> = steps.into_iter().filter(|step| !matches!(step.kind, 4 | 5 | 8 | 10 | 11 | 18 | 19)).collect();
        let ledger = book(history(&steps));
        // A payment may come before its pledge, which then stands in the figures alone.
        let until = days(&steps).into_iter().max().unwrap();
        let moved = ledger.movements(DateSpan::new(day("2019-01-01"), until).unwrap(), Day::MAX).unwrap();
        let total = |wanted: &[MovementSum]| {
            let totals = Ledger::movement_totals(&moved).unwrap();
            totals.iter().filter(|total| wanted.contains(&total.sum)).map(|total| total.amount.minor()).sum::<i128>()
        };
        let standing = ledger.standing(AsOf { in_effect: until, known: Day::MAX }).unwrap();
        let pledged = total(&[MovementSum::Pledged, MovementSum::Allocated]);
        prop_assert_eq!(pledged + 10_000_000_000, minor(&standing.pledged));
        let given = |kinds: &[MovementKind]| {
            moved.iter().filter(|one| kinds.contains(&one.kind)).filter_map(|one| one.amount).map(Money::minor).sum::<i128>()
        };
        // Payments that went back are set against all that was paid.
        let goes_back = moved.iter().any(|one| one.kind == MovementKind::SurplusRefund);
        let beside = if goes_back { 0 } else { given(&[MovementKind::Gift, MovementKind::Refund]) };
        let received = total(&[MovementSum::Received]) + beside;
        prop_assert_eq!(received + 5_000_000_000, minor(&standing.received));
    }

    #[test]
    fn what_an_issue_tells_is_how_the_figures_changed_since_the_one_before(
        steps in steps(),
        between in 0..900_i64,
        later in 1..4_u32,
        lags in (0..40_i64, 0..40_i64),
    ) {
        // Neither by the year, nor out of a remainder or without a known worth.
        let steps: Vec<Step> = steps.into_iter().filter(|step| !matches!(step.kind, 4 | 5 | 8 | 10 | 11)).collect();
        let ledger = book(history(&steps));
        let before = day("2020-01-01").checked_add_days(between).unwrap().month();
        let month = (0..later).fold(before, |month, _| month.next().unwrap());
        let cutoff = |month: Month, lag: i64| month.last_day().checked_add_days(lag).unwrap();
        let issue = PreviousIssue { month: before, cutoff: cutoff(before, lags.0) };
        let known = cutoff(month, lags.1).max(issue.cutoff);
        told_is_changed(&ledger, issue, (month, known), &rows(&steps).join("\n"))?;
    }

    #[test]
    fn what_moved_in_another_currency_is_how_the_figures_changed(
        pledged in 1_000..9_000_u32,
        worth in 1_000..12_000_u32,
        payments in prop::collection::vec((1..2_000_u32, 1..3_000_u32, 1..2_000_u32), 1..6),
        withdrawn in prop::option::of(1..900_u32),
        revised in prop::option::of((1_000..9_000_u32, 1_000..12_000_u32)),
    ) {
        let mut rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value,received\n\
             A-0,assertion,2024-12-31,2024-12-31,,,1000000,USD,,1000000\n\
             P-1,pledge,2025-01-01,2025-01-01,NLD,,{pledged},EUR,{worth},\n"
        );
        for (n, (paid, value, back)) in payments.iter().enumerate() {
            // Paid at any rate, and some of it paid back.
            let month = n + 2;
            rows += &format!("R-{n},receipt,2025-{month:02}-01,2025-{month:02}-01,,P-1,{paid},EUR,{value},\n");
            rows += &format!("F-{n},refund,2025-{month:02}-09,2025-{month:02}-09,,P-1,{},EUR,,\n", back.min(paid));
        }
        if let Some((pledged, worth)) = revised {
            rows += &format!("V-1,revision,2025-04-05,2025-04-05,,P-1,{pledged},EUR,{worth},\n");
        }
        if let Some(withdrawn) = withdrawn {
            rows += &format!("W-1,withdrawal,2025-12-01,2025-12-01,,P-1,{withdrawn},EUR,,\n");
        }
        let entries = entries(&rows);
        // The same books, once complete and once behind a total that was stated.
        let whole: Vec<_> = entries.iter().filter(|entry| entry.id.as_str() != "A-0").cloned().collect();
        let (Ok(whole), Ok(documented)) = (Ledger::new(complete(), whole), Ledger::new(reaching(Reach::Documented), entries)) else {
            return Err(TestCaseError::reject("more is withdrawn than stands"));
        };
        let at = |ledger: &Ledger| ledger.standing(AsOf { in_effect: day("2025-12-31"), known: Day::MAX }).unwrap();
        let (standing, since) = (at(&whole), at(&documented));
        let sum = |totals: &[MovementTotal]| totals.iter().map(|total| total.amount.minor()).sum::<i128>();
        prop_assert_eq!(sum(&since.pledged_since), minor(&standing.pledged));
        prop_assert_eq!(sum(&since.received_since), minor(&standing.received));
    }

    #[test]
    fn a_history_passes_through_every_standing(steps in steps()) {
        let ledger = book(history(&steps));
        let days = days(&steps);
        for point in ledger.history(&days, Day::MAX).unwrap() {
            let standing = ledger.standing(AsOf { in_effect: point.on, known: Day::MAX }).unwrap();
            prop_assert_eq!((point.pledged, point.received), (standing.pledged, standing.received), "{}", point.on);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn what_an_issue_tells_of_a_corrected_pledge_is_how_the_figures_changed(
        pledges in prop::collection::vec(dense_steps(), 1..3),
        lags in (0..30_i64, 0..30_i64),
    ) {
        let rows = dense(&pledges);
        let Ok(ledger) = Ledger::new(complete(), entries(&rows)) else {
            return Err(TestCaseError::reject("no ledger"));
        };
        for month in ["2025-01", "2025-02", "2025-03"] {
            let before: Month = month.parse().unwrap();
            let month = before.next().unwrap();
            let cutoff = |month: Month, lag: i64| month.last_day().checked_add_days(lag).unwrap();
            let (issue, known) = (PreviousIssue { month: before, cutoff: cutoff(before, lags.0) }, cutoff(month, lags.1));
            let known = known.max(issue.cutoff);
            let ends = [(before, issue.cutoff), (month, known)];
            let mut found = ends.into_iter().flat_map(|(month, known)| ledger.check_issue(AsOf { in_effect: month.last_day(), known }));
            // It does not know of a payment that a refund pays back.
            if found.all(|fault| fault.severity != Severity::Error) {
                told_is_changed(&ledger, issue, (month, known), &rows)?;
            }
        }
    }
}
