//! The facts that texts may use.

use std::collections::BTreeMap;

use briefing_model::{Briefing, FactName, FactValue};
use insta::assert_snapshot;

use crate::compile::office::{LEDGER, data, name, plan, read};
use crate::compile::{briefing, compile};

/// The values of facts in the invented month.
fn values(names: &[&str]) -> String {
    let mut data = data();
    data.about = names.iter().map(|name| read(&format!("{{{name}}}"))).collect();
    let briefing = compile(data, LEDGER, &plan()).unwrap();
    let value = |name: &&str| {
        let value = &briefing.facts[&read::<FactName>(name)];
        format!("{name} {}", serde_json::to_string(value).unwrap())
    };
    names.iter().map(value).collect::<Vec<_>>().join("\n")
}

#[test]
fn of_the_standing() {
    let names =
        ["standing.pledged", "standing.received", "standing.outstanding", "standing.partners", "standing.share"];
    assert_snapshot!(values(&names), @r#"
    standing.pledged {"headline":{"amount":"16565735.00","currency":"USD"}}
    standing.received {"headline":{"amount":"14000000.00","currency":"USD"}}
    standing.outstanding {"headline":{"amount":"2565735.00","currency":"USD"}}
    standing.partners {"count":12}
    standing.share {"percent":85}
    "#);
}

#[test]
fn of_the_month_and_the_office() {
    assert_snapshot!(values(&["month.pledged", "month.pledges", "office.name", "office.acronym"]), @r#"
    month.pledged {"exact":{"amount":"142615.00","currency":"USD"}}
    month.pledges {"count":2}
    office.name {"name":"Bureau of Counter-Terrorism"}
    office.acronym {"name":"BCT"}
    "#);
}

#[test]
fn of_units() {
    assert_snapshot!(values(&[
        "units.centre.name",
        "units.centre.acronym",
        "units.centre.since",
        "units.centre.board.members",
        "units.centre.founding.amount",
        "units.centre.founding.when",
    ]), @r#"
    units.centre.name {"name":"Centre"}
    units.centre.acronym {"name":"CTR"}
    units.centre.since {"date":"2011-09"}
    units.centre.board.members {"count":21}
    units.centre.founding.amount {"headline":{"amount":"10000000.00","currency":"USD"}}
    units.centre.founding.when {"date":"2011"}
    "#);
}

#[test]
fn of_bodies() {
    let names = ["compact.name", "compact.entities", "compact.working-groups", "compact.launched"];
    assert_snapshot!(values(&names), @r#"
    compact.name {"name":"Coordination Compact"}
    compact.entities {"count":46}
    compact.working-groups {"count":8}
    compact.launched {"date":"2018-12-06"}
    "#);
}

#[test]
fn an_empty_ledger_comes_to_nothing_and_says_so() {
    let mut data = data();
    data.about = vec![read("{standing.pledged}, {standing.partners}, {month.pledged}, {month.pledges}")];
    let mut plan = plan();
    plan.stated_total = None;
    let briefing = compile(data, "id,kind,effective,recorded,contributor,amount", &plan).unwrap();
    let zero: briefing_model::Money = read("USD 0");
    let fact = |name: &str| briefing.facts[&read::<FactName>(name)].clone();
    assert_eq!(fact("standing.pledged"), FactValue::Headline(zero));
    assert_eq!(fact("standing.partners"), FactValue::Count(0));
    assert_eq!(fact("month.pledged"), FactValue::Exact(zero));
    assert_eq!(fact("month.pledges"), FactValue::Count(0));
    assert!(briefing.contributions.is_none());
}

#[test]
fn names_and_counts_are_those_of_the_month() {
    let mut data = data();
    data.about = vec![read("{units.centre.name} {compact.entities}")];
    let mut plan = plan();
    plan.month = read("2014-12");
    (plan.issued, plan.cutoff, plan.stated_total) = (None, None, None);
    plan.events.clear();
    let faults = compile(data.clone(), LEDGER, &plan).unwrap_err();
    assert_eq!(
        faults[0].message,
        "the fact `compact.entities` has no value in 2014-12: no count of its entities had begun by then"
    );
    data.about = vec![read("{units.centre.name}")];
    let briefing = compile(data, LEDGER, &plan).unwrap();
    assert_eq!(briefing.facts[&read::<FactName>("units.centre.name")], FactValue::Name(name("Task Force")));
}

#[test]
fn only_what_is_printed_keeps_its_facts() {
    let used = |briefing: &Briefing| -> Vec<String> { briefing.facts.keys().map(ToString::to_string).collect() };
    assert_eq!(used(&briefing()), ["compact.entities", "month.pledged", "standing.pledged", "units.centre.name"]);
    let mut data = data();
    data.sections.retain(|kind| *kind != briefing_model::SectionKind::About);
    let briefing = compile(data, LEDGER, &plan()).unwrap();
    assert_eq!(used(&briefing), ["month.pledged", "units.centre.name"]);
    assert!(briefing.about.is_empty());
}

#[test]
fn money_of_several_currencies_is_no_one_fact() {
    let mut plan = plan();
    plan.stated_total = None;
    let rows = LEDGER.replace("UZB,,,50000,,", "UZB,,,50000,EUR,");
    let faults = compile(data(), &rows, &plan).unwrap_err();
    let messages: BTreeMap<_, _> = faults.iter().map(|fault| (fault.code.as_str(), fault.message.as_str())).collect();
    let message = "the fact `month.pledged` has no value in 2025-04: its pledges are in more than one currency";
    assert_eq!(messages, BTreeMap::from([("M0104", message)]));
}
