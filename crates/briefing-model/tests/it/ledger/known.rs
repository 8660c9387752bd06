//! No figure rests on what is not known: laws that hold of any history, however far its ledger reaches.

use briefing_model::*;
use proptest::prelude::*;

use super::laws::{PARTIES, Step, history, steps};
use crate::compile::office::{name, read};
use crate::ledger::book::{day, entries, ledger};

/// How far a ledger may be said to reach.
fn reach() -> impl Strategy<Value = Reach> {
    prop_oneof![
        Just(Reach::Unsaid),
        Just(Reach::Complete { since: None }),
        // Before, within and after the month for which a total is stated.
        prop::sample::select(vec!["2020-01-01", "2020-06-15", "2020-07-01"])
            .prop_map(|since| Reach::Complete { since: Some(day(since)) }),
        Just(Reach::Documented),
    ]
}

fn coverage() -> impl Strategy<Value = Coverage> {
    (reach(), reach(), reach()).prop_map(|(pledges, receipts, partners)| Coverage { pledges, receipts, partners })
}

fn settings(coverage: Coverage) -> LedgerSettings {
    LedgerSettings { coverage, ..LedgerSettings::default() }
}

/// An office that names whoever the histories name, and quotes every figure where it is known.
fn office(coverage: Coverage, about: &[&str]) -> Office {
    let mut data = OfficeData::new(read("bureau"), name("Bureau"));
    data.ledger = settings(coverage);
    data.list_receipts = true;
    data.chart.show = 3;
    data.about = about.iter().map(|text| read(text)).collect();
    let parties = PARTIES.iter().filter(|party| party.parse::<State>().is_err()).chain(&["un-pdtf"]);
    data.parties = parties
        .map(|party| Party {
            id: read(party),
            name: name(party),
            acronym: None,
            kind: PartyKind::UnEntity,
            formerly: Vec::new(),
        })
        .collect();
    data.units = Units::new(vec![Unit::new(read("b"), name("B"), UnitKind::Section)]);
    data.programmes = vec![Programme::new(read("a"), name("A"))];
    data.funds = vec![Fund { id: read("trust-fund"), name: name("Fund"), short: None, acronym: None }];
    Office::new(data).unwrap()
}

const FACTS: [&str; 7] = [
    "{standing.pledged}",
    "{standing.received}",
    "{standing.outstanding}",
    "{standing.partners}",
    "{standing.share}",
    "{month.pledged}",
    "{month.pledges}",
];

/// The briefing of a month, quoting those of the facts that are known.
fn briefing(coverage: Coverage, entries: Vec<LedgerEntry>, plan: &MonthPlan) -> Option<Briefing> {
    let ledger = Ledger::new(settings(coverage), entries).ok()?;
    let compile = |about: &[&str]| Briefing::compile(&office(coverage, about), &ledger, plan);
    let known: Vec<&str> = FACTS.into_iter().filter(|fact| compile(&[fact]).is_ok()).collect();
    Some(compile(&known).unwrap())
}

fn plan(steps: &[Step], at: prop::sample::Index) -> MonthPlan {
    let days: Vec<Day> = history(steps).iter().map(|entry| entry.recorded).collect();
    let mut plan = MonthPlan::new(at.get(&days).month());
    plan.events = vec![Event::new(
        read("meeting"),
        Placement::Highlights,
        plan.month.first_day().to_string().parse().unwrap(),
        read("It met."),
    )];
    plan.issued = Some(day("2031-01-01"));
    plan
}

/// A figure that a remainder or an opening balance may leave blank.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Blank {
    Pledged,
    Received,
    Partners,
}

fn blank() -> impl Strategy<Value = Blank> {
    prop::sample::select(vec![Blank::Pledged, Blank::Received, Blank::Partners])
}

/// A history in which remainders say that so much was received, and leave one figure blank.
fn with_remainders(steps: &[Step], blank: Option<Blank>, received: i128) -> Vec<LedgerEntry> {
    let mut entries = history(steps);
    let received = AmountOrZero::new(Money::from_minor(received, Currency::USD).unwrap()).unwrap();
    for entry in &mut entries {
        if let EntryKind::Remainder(remainder) = &mut entry.kind {
            remainder.received = Some(received);
            match blank {
                Some(Blank::Pledged) => remainder.pledged = None,
                Some(Blank::Received) => remainder.received = None,
                Some(Blank::Partners) => remainder.partners = None,
                None => {}
            }
        }
    }
    entries
}

/// What a figure that is the whole comes to.
fn known<T: Clone>(figure: &Knowledge<T>) -> Option<T> {
    match figure {
        Knowledge::Known(value) => Some(value.clone()),
        Knowledge::Stated { .. } | Knowledge::Documented(_) | Knowledge::Unknown => None,
    }
}

/// Every number that a standing gives as the whole, by name.
fn numbers(standing: &Standing) -> Vec<(String, String)> {
    let mut numbers = Vec::new();
    let mut money = |name: String, figure: &Knowledge<Money>| {
        numbers.extend(known(figure).map(|value| (name, value.to_string())));
    };
    money("pledged".to_owned(), &standing.pledged);
    money("received".to_owned(), &standing.received);
    money("outstanding".to_owned(), &standing.outstanding);
    money("surplus".to_owned(), &standing.surplus);
    for one in &standing.contributors {
        let who = one.contributor.party.to_string();
        money(format!("{who} pledged"), &one.pledged);
        money(format!("{who} received"), &one.received);
        money(format!("{who} outstanding"), &one.outstanding);
        money(format!("{who} surplus"), &one.surplus);
        money(format!("{who} allocated"), &one.allocated);
    }
    for one in &standing.unvalued {
        let what = one.entry.to_string();
        money(format!("{what} received"), &one.received);
        money(format!("{what} remaining"), &one.remaining);
    }
    numbers.extend(known(&standing.partners).map(|count| ("partners".to_owned(), count.to_string())));
    numbers.extend(standing.share().map(|share| ("share".to_owned(), share.per_cent(0).to_string())));
    numbers
}

/// The numbers of one standing that another gives otherwise.
fn contradicted(told: &Standing, truth: &Standing) -> Vec<String> {
    let truth: std::collections::BTreeMap<String, String> = numbers(truth).into_iter().collect();
    let other = |name: &str, value: &str| truth.get(name).is_some_and(|truth| truth != value);
    let told = numbers(told).into_iter().filter(|(name, value)| other(name, value));
    told.map(|(name, value)| format!("{name}: {value}")).collect()
}

/// A few rows of one year, in the currency of the totals and in another that has a rate, a stated worth, or neither.
fn rows() -> impl Strategy<Value = String> {
    let row = (0..9_usize, 0..3_usize, any::<bool>(), any::<bool>(), 1..9_u32, 0..6_u32, any::<prop::sample::Index>());
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let mut text = "id,kind,effective,recorded,contributor,ref,amount,currency,value,gift\n".to_owned();
        let (mut pledges, mut paid) = (Vec::new(), Vec::new());
        for (n, (kind, party, foreign, valued, hundreds, month, of)) in rows.into_iter().enumerate() {
            let (party, currency) = (["DEU", "FRA", "ESP"][party], if foreign { "EUR" } else { "USD" });
            let value = if foreign && valued { (hundreds * 110).to_string() } else { String::new() };
            let day = format!("2026-{:02}-1{}", month + 1, n);
            let amount = hundreds * 100;
            let mut add = |kind: &str, who: &str, of: &str, amount: &str, currency: &str, value: &str, gift: &str| {
                text += &format!("e-{n},{kind},{day},{day},{who},{of},{amount},{currency},{value},{gift}\n");
            };
            let some = |all: &Vec<(usize, &'static str, String)>| (!all.is_empty()).then(|| of.get(all).clone());
            match (kind, some(&pledges), some(&paid)) {
                (0..=1, ..) => {
                    add("pledge", party, "", &amount.to_string(), currency, &value, "");
                    pledges.push((n, currency, amount.to_string()));
                }
                (2..=3, Some((at, currency, whole)), _) => {
                    add(
                        "receipt",
                        "",
                        &format!("e-{at}"),
                        &whole,
                        currency,
                        if currency == "EUR" { &value } else { "" },
                        "",
                    );
                    paid.push((n, currency, whole));
                }
                (4, ..) => {
                    add("receipt", party, "", &amount.to_string(), currency, &value, "yes");
                    paid.push((n, currency, amount.to_string()));
                }
                (5, _, Some((at, currency, whole))) => add("refund", "", &format!("e-{at}"), &whole, currency, "", ""),
                (6, Some((at, ..)), _) => add("withdrawal", "", &format!("e-{at}"), "", "", "", ""),
                (7, ..) => {
                    text += &format!("e-{n},rate,2026-{:02},{day},,,1.1,EUR,,\n", month + 1);
                }
                (8, Some((at, ..)), _) => add("void", "", &format!("e-{at}"), "", "", "", ""),
                _ => {}
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_not_valued_holds_together(rows in rows(), coverage in coverage(), month in 1..7_u32) {
        let mut plan = MonthPlan::new(format!("2026-{month:02}").parse().unwrap());
        let meeting = Event::new(read("meeting"), Placement::Highlights, plan.month.first_day().to_string().parse().unwrap(), read("It met."));
        plan.events = vec![meeting];
        plan.issued = Some(day("2026-12-31"));
        if let Some(briefing) = briefing(coverage, entries(&rows), &plan) {
            prop_assert_eq!(briefing.check().map_err(|error| error.to_string()), Ok(()), "{}", rows);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_compiled_holds_together(steps in steps(), coverage in coverage(), at in any::<prop::sample::Index>(), stated in any::<bool>(), blank in prop::option::of(blank())) {
        let mut history = if let Some(blank) = blank { with_remainders(&steps, Some(blank), 5_000) } else { history(&steps) };
        if stated {
            let row = "id,kind,effective,recorded,amount,received,partners\nS-1,assertion,2020-06-30,2020-07-01,90000000000,80000000000,900";
            history.extend(entries(row));
        }
        // A total that contradicts complete books is refused.
        if let Some(briefing) = briefing(coverage, history, &plan(&steps, at)) {
            prop_assert_eq!(briefing.check().map_err(|error| error.to_string()), Ok(()), "{:?}", briefing.contributions);
        }
    }

    #[test]
    fn no_number_rests_on_payments_that_are_not_stated(steps in steps(), coverage in coverage(), first in 0..200_000_000_i128, second in 1..200_000_000_i128, at in any::<prop::sample::Index>()) {
        let plan = plan(&steps, at);
        let standing = |blank, received| {
            let ledger = Ledger::new(settings(coverage), with_remainders(&steps, blank, received)).unwrap();
            ledger.standing(AsOf { in_effect: plan.month.last_day(), known: plan.cutoff() }).unwrap()
        };
        for truth in [first, second] {
            prop_assert_eq!(contradicted(&standing(Some(Blank::Received), 0), &standing(None, truth)), Vec::<String>::new());
        }
    }

    #[test]
    fn no_number_rests_on_payments_that_are_not_on_record(mut steps in steps(), missing in any::<u64>(), partners in reach(), at in any::<prop::sample::Index>()) {
        // What was paid ahead of its year, or of its pledge, counts as promised once it is on record.
        steps.retain(|step| step.kind != 4);
        steps.iter_mut().filter(|step| matches!(step.kind, 15 | 16)).for_each(|step| step.delay = 0);
        let plan = plan(&steps, at);
        let whole = Coverage { pledges: Reach::Complete { since: None }, receipts: Reach::Complete { since: None }, partners };
        let part = Coverage { receipts: Reach::Documented, ..whole };
        let of = |entry: &LedgerEntry| matches!(&entry.kind, EntryKind::Receipt(receipt) if receipt.pledge.is_some());
        let all: Vec<_> = history(&steps).into_iter().filter(|entry| !matches!(entry.kind, EntryKind::Refund(_))).collect();
        let mut at = 0_u32;
        let documented: Vec<_> = all.iter().filter(|entry| {
            at += 1;
            !of(entry) || missing.rotate_left(at) & 1 == 0
        }).cloned().collect();
        let standing = |coverage, entries| {
            let ledger = Ledger::new(settings(coverage), entries).unwrap();
            ledger.standing(AsOf { in_effect: plan.month.last_day(), known: plan.cutoff() }).unwrap()
        };
        let (told, truth) = (standing(part, documented), standing(whole, all));
        prop_assert_eq!(contradicted(&told, &truth), Vec::<String>::new());
    }

    #[test]
    fn no_number_rests_on_pledges_that_are_not_on_record(steps in steps(), missing in any::<u64>(), at in any::<prop::sample::Index>()) {
        let plan = plan(&steps, at);
        let whole = Coverage::of(Reach::Complete { since: None });
        let part = Coverage { pledges: Reach::Documented, receipts: whole.receipts, partners: Reach::Documented };
        let all = history(&steps);
        let named = |entry: &LedgerEntry| {
            let id = format!("\"{}\"", entry.id);
            all.iter().any(|other| other.id != entry.id && serde_json::to_string(other).unwrap().contains(&id))
        };
        let mut at = 0_u32;
        let documented: Vec<_> = all.iter().filter(|entry| {
            at += 1;
            !matches!(entry.kind, EntryKind::Pledge(_)) || named(entry) || missing.rotate_left(at) & 1 == 0
        }).cloned().collect();
        let standing = |coverage, entries| {
            let ledger = Ledger::new(settings(coverage), entries).unwrap();
            ledger.standing(AsOf { in_effect: plan.month.last_day(), known: plan.cutoff() }).unwrap()
        };
        let (told, truth) = (standing(part, documented), standing(whole, all.clone()));
        prop_assert_eq!(contradicted(&told, &truth), Vec::<String>::new());
    }

    #[test]
    fn a_blank_cell_raises_no_figure(steps in steps(), coverage in coverage(), at in any::<prop::sample::Index>(), opening in any::<bool>(), blank in blank()) {
        let plan = plan(&steps, at);
        let with = |hidden: bool| {
            let blank = hidden.then_some(blank);
            let mut entries = with_remainders(&steps, blank, 5_000);
            if opening {
                let rows = "id,kind,effective,recorded,contributor,amount,received\nOB,opening-balance,2019-12-31,2019-12-31,FRA,";
                let figures = match blank {
                    Some(Blank::Pledged) => ",400",
                    Some(Blank::Received) => "500,",
                    Some(Blank::Partners) | None => "500,400",
                };
                entries.extend(super::book::entries(&format!("{rows}{figures}")));
            }
            entries
        };
        let (Some(shown), Some(hidden)) = (briefing(coverage, with(false), &plan), briefing(coverage, with(true), &plan))
        else {
            return Err(TestCaseError::reject("no month"));
        };
        let printed = |briefing: &Briefing| {
            let mut printed: std::collections::BTreeMap<String, i128> = std::collections::BTreeMap::new();
            if let Some(shown) = &briefing.contributions {
                let value = |figure: &Knowledge<Money>| figure.figure().map(|money| money.minor());
                printed.extend(value(&shown.pledged).map(|minor| ("pledged".to_owned(), minor)));
                printed.extend(value(&shown.received).map(|minor| ("received".to_owned(), minor)));
                printed.extend(shown.share.map(|share| ("share".to_owned(), share.into())));
                for one in &shown.contributors {
                    printed.extend(value(&one.pledged).map(|minor| (format!("{} pledged", one.contributor.name.english()), minor)));
                    printed.extend(value(&one.received).map(|minor| (format!("{} received", one.contributor.name.english()), minor)));
                }
            }
            for (name, value) in &briefing.facts {
                let number = match value {
                    FactValue::Count(count) => i128::from(*count),
                    FactValue::Headline(money) | FactValue::Exact(money) => money.minor(),
                    FactValue::Percent(share) => i128::from(*share),
                    FactValue::Name(_) | FactValue::Date(_) => continue,
                };
                printed.insert(name.to_string(), number);
            }
            printed
        };
        let before = printed(&shown);
        for (name, number) in printed(&hidden) {
            prop_assert!(before.get(&name).is_none_or(|before| number <= *before), "{}: {} from {:?}", name, number, before.get(&name));
        }
    }

    #[test]
    fn a_withdrawal_never_raises_the_month(steps in steps(), at in any::<prop::sample::Index>(), target in any::<prop::sample::Index>(), part in prop::option::of(1..100_000_u32), coverage in coverage()) {
        let plan = plan(&steps, at);
        let all = history(&steps);
        let pledges: Vec<&LedgerEntry> = all.iter().filter(|entry| matches!(entry.kind, EntryKind::Pledge(_)) && entry.counts_from().is_some_and(|day| day <= plan.month.last_day())).collect();
        prop_assume!(!pledges.is_empty());
        let pledge = *target.get(&pledges);
        // After whatever else the month has of it.
        let day = plan.month.last_day();
        let kind = Withdrawal { pledge: pledge.id.clone(), amount: None };
        let currency = pledge.kind.terms().unwrap().amount().currency();
        let amount = part.map(|part| Amount::new(Money::from_minor(part.into(), currency).unwrap()).unwrap());
        let withdrawal = LedgerEntry::new(read("W-X"), day.to_string().parse().unwrap(), Day::new(2030, 12, 31).unwrap(), Withdrawal { amount, ..kind });
        let mut with = all.clone();
        with.push(withdrawal);
        let month = |entries: Vec<LedgerEntry>| {
            let ledger = Ledger::new(settings(coverage), entries).ok()?;
            let moved = ledger.movements(plan.month, plan.cutoff()).unwrap();
            let standing = ledger.standing(AsOf { in_effect: plan.month.last_day(), known: plan.cutoff() }).unwrap();
            Some((Ledger::movement_totals(&moved).unwrap(), standing))
        };
        let (Some((before, stood)), Some((after, stands))) = (month(all.clone()), month(with)) else {
            return Err(TestCaseError::reject("no ledger"));
        };
        for total in &after {
            let was = before.iter().find(|was| was.sum == total.sum && was.amount.currency() == total.amount.currency());
            prop_assert!(was.map_or(0, |was| was.amount.minor()) >= total.amount.minor(), "{:?} from {:?}", total, was);
        }
        let (was, is) = (stood.pledged.on_record().copied(), stands.pledged.on_record().copied());
        prop_assert!(was.map_or(0, briefing_model::Money::minor) >= is.map_or(0, briefing_model::Money::minor));
    }
}

#[test]
fn an_issue_knows_of_what_goes_back_that_it_had_arrived() {
    let told = |rows: &str, known: &str| -> Vec<String> {
        let head = "id,kind,effective,recorded,contributor,ref,amount,currency,settles
            a,pledge,2025-01-11,2025-01-12,NLD,,1000,,";
        let faults = ledger(&format!("{head}\n{rows}"));
        let faults = faults.check_issue(AsOf { in_effect: day("2025-01-31"), known: day(known) });
        faults
            .iter()
            .map(|fault| format!("{} {}; {}", fault.code, fault.message, fault.hint.as_deref().unwrap()))
            .collect()
    };
    let late = "f,refund,2025-01-18,2025-01-21,,a,100,,\np,receipt,2025-01-11,2025-02-12,,a,300,,";
    assert_eq!(
        told(late, "2025-02-03"),
        [
            "L0302 `f`: pays back more than had arrived, as known on 2025-02-03: `p` was recorded on 2025-02-12; if `p` was known by \
          2025-02-03, correct its day in the column `recorded`; otherwise correct that of `f`, which is then 2025-02-12 or later"
        ]
    );
    for known in ["2025-01-20", "2025-02-12"] {
        assert!(told(late, known).is_empty(), "{known}");
    }
    let advised = [late.replace("2025-02-12", "2025-02-03"), late.replace("2025-01-21", "2025-02-12")];
    assert!(advised.iter().all(|rows| told(rows, "2025-02-03").is_empty()));

    let enlarged = "p,receipt,2025-01-11,2025-01-12,,a,300,,\nf,refund,2025-01-18,2025-01-21,,p,200,,\n\
        g,refund,2025-01-19,2025-01-21,,p,200,,\nc,correction,2025-02-11,2025-02-12,,p,500,,";
    let found = told(enlarged, "2025-02-03");
    assert!(
        found.len() == 1 && found[0].contains("`g`: pays back") && found[0].contains("`c` was recorded on"),
        "{found:?}"
    );

    let in_parts = "f,refund,2025-01-18,2025-01-21,,a,100,,\np,receipt,2025-01-11,2025-02-05,,a,60,,\n\
        q,receipt,2025-01-12,2025-02-09,,a,60,,\ns,receipt,2025-01-13,2025-03-09,,a,60,,";
    let found = told(in_parts, "2025-02-03");
    assert!(
        found.len() == 1 && found[0].contains("`p` and `q` were recorded later, the last on 2025-02-09"),
        "{found:?}"
    );

    // Francs were worth nothing that was known until the rate was.
    let valued = "p,receipt,2025-01-11,2025-01-12,IND,,300,CHF,\nf,refund,2025-01-18,2025-01-21,,p,100,USD,\n\
        x,rate,2025-01,2025-02-12,,,1.1,CHF,";
    let found = told(valued, "2025-02-03");
    assert!(found.len() == 1 && found[0].contains("`x` was recorded on 2025-02-12"), "{found:?}");
    // What went back is known to have been a slip.
    let struck = "p,receipt,2025-01-11,2025-01-12,,a,50,,\nf,refund,2025-01-18,2025-01-21,,a,100,,\nv,void,2025-01-18,2025-02-12,,f,,,";
    assert!(told(struck, "2025-02-03")[0].contains("`v` was recorded on 2025-02-12"));
    // What came later was not what went back.
    let later = late.to_owned() + "\nq,receipt,2025-01-25,2025-01-26,,a,100,,";
    assert_eq!(told(&later, "2025-02-03"), told(late, "2025-02-03"));
}
