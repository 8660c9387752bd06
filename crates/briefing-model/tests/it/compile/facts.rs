//! The facts that texts may use.

use std::collections::BTreeMap;

use briefing_model::{Briefing, Coverage, FactKind, FactName, FactValue, Fault, Reach};
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
fn the_list_has_the_facts_that_there_are() {
    let told = |name: &str| {
        let mut data = data();
        data.about = vec![read(&format!("{{{name}}}"))];
        let said = compile(data, LEDGER, &plan());
        said.err().is_none_or(|faults| !faults.iter().any(|fault| fault.message.contains("there is no fact")))
    };
    for fact in FactKind::ALL {
        let name = fact.name.replace("UNIT", "centre").replace("BODY", "compact");
        assert!(told(&name), "{name}");
        assert_eq!(FactKind::of(&name), Some(fact));
        // Whoever writes it wrong is told it.
        let mut data = data();
        data.about = vec![read(&format!("{{{name}-x}}"))];
        let faults = compile(data, LEDGER, &plan()).unwrap_err();
        let hint = faults.iter().find_map(|fault| fault.hint.clone()).unwrap();
        let shown = fact.name.replace("UNIT", "ID").replace("BODY", "compact");
        assert!(hint.contains(&shown), "{hint}");
    }
}

#[test]
fn of_the_standing() {
    let names = ["standing.pledged", "standing.received", "standing.outstanding", "standing.partners"];
    assert_snapshot!(values(&names), @r#"
    standing.pledged {"headline":{"amount":"16565735.00","currency":"USD"}}
    standing.received {"headline":{"amount":"14000000.00","currency":"USD"}}
    standing.outstanding {"headline":{"amount":"2565735.00","currency":"USD"}}
    standing.partners {"count":12}
    "#);
}

#[test]
fn what_is_new_is_told_beside_what_was_changed() {
    let mut data = data();
    data.about = vec![read("{month.pledges} {month.pledged}")];
    data.ledger.coverage = Coverage::of(Reach::Complete { since: None });
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    let rows = "id,kind,effective,recorded,contributor,ref,amount,schedule
        P-1,pledge,2025-01-05,2025-01-05,DEU,,5000,
        V-1,revision,2025-04-13,2025-04-13,,P-1,5000,yearly 2025/..
        P-2,pledge,2025-04-11,2025-04-11,FRA,,300000,";
    let told = |rows: &str| {
        let briefing = compile(data.clone(), rows, &plan).unwrap();
        let fact = |name: &str| serde_json::to_string(&briefing.facts[&read::<FactName>(name)]).unwrap();
        (fact("month.pledges"), fact("month.pledged"))
    };
    // By how much the first was changed, nobody can say.
    let new = (r#"{"count":1}"#.to_owned(), r#"{"exact":{"amount":"300000.00","currency":"USD"}}"#.to_owned());
    assert_eq!(told(rows), new);
    let less = "id,kind,effective,recorded,contributor,ref,amount,schedule
        P-1,pledge,2025-01-05,2025-01-05,DEU,,500000,
        W-1,withdrawal,2025-04-13,2025-04-13,,P-1,400000,
        P-2,pledge,2025-04-11,2025-04-11,FRA,,300000,";
    assert_eq!(told(less), new);
    // So is what somebody stated.
    plan.stated_total = Some("USD 300000".parse().unwrap());
    assert!(compile(data.clone(), less, &plan).is_ok());
    plan.stated_total = Some("USD -100000".parse().unwrap());
    assert!(compile(data.clone(), less, &plan).is_err());
}

#[test]
fn the_share_is_of_all_that_was_pledged() {
    let mut data = data();
    data.about = vec![read("{standing.share}")];
    let told = |rows: &str| compile(data.clone(), rows, &plan());
    let faults = told(LEDGER).unwrap_err();
    assert_snapshot!(faults[0].message, @"the fact `standing.share` is not known for 2025-04-30: money whose worth in USD is not known is left out");
    let dollars: String = LEDGER.lines().filter(|row| !row.contains("EUR")).map(|row| format!("{row}\n")).collect();
    assert_eq!(told(&dollars).unwrap().facts[&read::<FactName>("standing.share")], FactValue::Percent(85));
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
fn no_date_is_told_before_it_came() {
    let told = |month: &str| {
        let (mut data, mut plan) = (data(), plan());
        plan = briefing_model::MonthPlan { month: read(month), issued: None, cutoff: None, stated_total: None, ..plan };
        plan.events.clear();
        data.about = vec![read(
            "{compact.launched} {units.centre.since} {units.centre.founding.when} {units.centre.founding.amount}",
        )];
        let faults = compile(data, LEDGER, &plan).map(|_| Vec::new()).unwrap_or_else(|faults| faults);
        faults.iter().map(|fault| fault.message.clone()).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(told("2018-12"), "");
    assert_snapshot!(told("2018-11"), @"the fact `compact.launched` has no value in 2018-11: its date had not come by then");
    let all = told("2010-12");
    assert_eq!(all.lines().count(), 4, "{all}");
}

#[test]
fn what_was_not_there_yet_has_no_facts() {
    let (mut data, mut plan) = (data(), plan());
    data.bodies[0].since = Some(read("2018-02"));
    plan = briefing_model::MonthPlan { month: read("2010-12"), issued: None, cutoff: None, stated_total: None, ..plan };
    plan.events.clear();
    let facts =
        ["units.centre.name", "units.centre.acronym", "units.centre.board.members", "compact.name", "compact.entities"];
    data.about = facts.iter().map(|fact| read(&format!("{{{fact}}}"))).collect();
    let faults = compile(data, LEDGER, &plan).unwrap_err();
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(messages.len(), facts.len(), "{messages:?}");
    assert!(messages.iter().all(|message| message.ends_with("was not there yet")), "{messages:?}");
}

/// The faults of texts that use the facts, in an office with a ledger of these rows.
fn refused(reach: Reach, facts: &str, rows: &str) -> Vec<Fault> {
    let (mut data, mut plan) = (data(), plan());
    data.ledger.coverage = Coverage::of(reach);
    data.about = vec![read(facts)];
    plan.stated_total = None;
    plan.events.clear();
    compile(data, rows, &plan).err().unwrap_or_default()
}

fn told(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let hint = fault.hint.as_deref().unwrap_or_default();
        let place = fault.place.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {place} {}\n  {hint}", fault.code.as_str(), fault.message)
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

const NOTHING: &str = "id,kind,effective,recorded,contributor,amount";

#[test]
fn an_empty_ledger_knows_nothing_and_says_so() {
    let faults =
        refused(Reach::Unsaid, "{standing.pledged} from {standing.partners}, {month.pledged} {month.pledges}", NOTHING);
    assert_snapshot!(told(&faults), @r"
    M0113 office.about[0] the fact `standing.pledged` is not known for 2025-04-30: nothing of it is on record
      say in `[ledger] coverage` how far the ledger reaches, or leave the figure out
    M0113 office.about[0] the fact `standing.partners` is not known for 2025-04-30: nothing of it is on record
      say in `[ledger] coverage` how far the ledger reaches, or leave the figure out
    M0113 office.about[0] the fact `month.pledged` is not known for 2025-04-30: nothing of it is on record
      state the month's total, say in `[ledger] coverage` how far the ledger reaches, or leave it out
    M0113 office.about[0] the fact `month.pledges` is not known for 2025-04-30: nothing of it is on record
      state the month's total, say in `[ledger] coverage` how far the ledger reaches, or leave it out
    ");
    let said_to_be_whole = refused(Reach::Complete { since: None }, "{standing.pledged} {standing.partners}", NOTHING);
    assert!(said_to_be_whole.is_empty(), "nothing at all is known to have been pledged: {said_to_be_whole:?}");
}

#[test]
fn a_figure_that_is_not_known_is_refused_with_what_is_known() {
    let rows = "id,kind,effective,recorded,contributor,amount,received,partners
        P-1,pledge,2024-03-10,2024-03-10,DEU,100,,
        S-1,assertion,2024-03-31,2024-03-31,,500,,42
        P-2,pledge,2025-04-10,2025-04-10,UZB,50,,";
    let facts = "{standing.pledged} {standing.partners} {standing.received} {standing.outstanding} {standing.share} {month.pledged}";
    assert_snapshot!(told(&refused(Reach::Documented, facts, rows)), @r"
    M0113 office.about[0] the fact `standing.pledged` is not known for 2025-04-30: the last that a source states is USD 500.00 for 2024-03-31
      write `{stated.pledged}` with its day, `{stated.pledged-on}`
    M0113 office.about[0] the fact `standing.partners` is not known for 2025-04-30: the last that a source states is 42 for 2024-03-31
      write `{stated.partners}` with its day, `{stated.partners-on}`
    M0113 office.about[0] the fact `standing.received` is not known for 2025-04-30: nothing of it is on record
      leave the figure out
    M0113 office.about[0] the fact `standing.outstanding` is not known for 2025-04-30: nothing of it is on record
      leave the figure out
    M0113 office.about[0] the fact `standing.share` is not known for 2025-04-30: the last that a source states is USD 500.00 for 2024-03-31
      write `{stated.pledged}` with its day, `{stated.pledged-on}`
    M0113 office.about[0] the fact `month.pledged` is not known for 2025-04-30: USD 50.00 documented, and there may be more
      state the month's total, or leave the figure out
    ");
    let known = "{stated.pledged} {stated.pledged-on} {stated.partners} {stated.partners-on} {documented.pledged}";
    assert!(refused(Reach::Documented, known, rows).is_empty());
    assert_snapshot!(told(&refused(Reach::Documented, "{stated.received} {stated.surplus} {documented.pledged-on}", rows)), @r"
    M0104 office.about[0] the fact `stated.received` has no value in 2025-04: no source states it, or all of it is on record
      
    M0104 office.about[0] there is no fact `stated.surplus`
      facts of this kind are stated.pledged, stated.pledged-on, stated.received, stated.received-on, stated.partners, stated.partners-on
    ");
}

#[test]
fn a_share_that_is_no_whole_per_cent_says_why() {
    let of = |received: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount
            P-1,pledge,2025-04-03,2025-04-04,FRA,,1000
            {received}"
        );
        told(&refused(Reach::Complete { since: None }, "{standing.share}", &rows))
    };
    let receipt = |amount: &str| of(&format!("R-1,receipt,2025-04-05,2025-04-06,,P-1,{amount}"));
    assert!(
        receipt("4")
            .contains("it is less than half of one per cent, which is no whole number: write `less than 1 per cent`")
    );
    assert_eq!((receipt("5"), receipt("1000"), of("")), (String::new(), String::new(), String::new()));
    assert!(of("W-1,withdrawal,2025-04-05,2025-04-06,,P-1,1000").contains("nothing is pledged that it is a share of"));
    let stated = "id,kind,effective,recorded,contributor,amount,received,rounded_to
        S-1,assertion,2025-04-30,2025-04-30,,100,60,100";
    let said = told(&refused(Reach::Documented, "{standing.share}", stated));
    assert!(said.contains("what sources state is rounded, and the share may be one number or another"), "{said}");
}

#[test]
fn a_month_of_which_more_is_stated_than_is_documented_contradicts_nothing() {
    let rows = "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-04-03,2025-04-04,FRA,1000
        P-2,pledge,2025-04-04,2025-04-04,DEU,3000";
    let of = |reach: Reach, stated: &str| {
        let (mut data, mut plan) = (data(), plan());
        data.ledger.coverage = Coverage::of(reach);
        data.about = vec![read("{month.pledged} {month.pledges}")];
        plan.stated_total = (!stated.is_empty()).then(|| read(stated));
        plan.events.clear();
        told(&compile(data, rows, &plan).err().unwrap_or_default())
    };
    assert_snapshot!(of(Reach::Documented, "USD 5000"), @r"
    M0113 office.about[0] the fact `month.pledged` is not known for 2025-04-30: USD 4000.00 documented, and the month states USD 5000.00 in all
      enter the pledges that are missing, or leave the figure out
    M0113 office.about[0] the fact `month.pledges` is not known for 2025-04-30: 2 documented, and the month states USD 5000.00 in all
      enter the pledges that are missing, or leave the figure out
    ");
    assert_snapshot!(of(Reach::Documented, ""), @r"
    M0113 office.about[0] the fact `month.pledged` is not known for 2025-04-30: USD 4000.00 documented, and there may be more
      state the month's total, or leave the figure out
    M0113 office.about[0] the fact `month.pledges` is not known for 2025-04-30: 2 documented, and there may be more
      state the month's total, or leave the figure out
    ");
    assert!(of(Reach::Documented, "USD 3000").starts_with("M0105"), "less than what is on record contradicts it");
    assert_eq!(of(Reach::Documented, "USD 4000"), "");
    for whole in [Reach::Unsaid, Reach::Complete { since: None }, Reach::Complete { since: Some(read("2025-04-01")) }] {
        assert!(of(whole, "USD 5000").starts_with("M0105"), "{whole:?}");
    }
    assert!(of(Reach::Complete { since: Some(read("2025-04-02")) }, "USD 5000").contains("states USD 5000.00 in all"));
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
    assert_eq!(faults[0].message, "the fact `compact.entities` has no value in 2014-12: the body was not there yet");
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
    let message = "the fact `month.pledged` has no value in 2025-04: what was pledged is not of one kind: amounts in \
                   several currencies, by the year, or allotted by a fund";
    assert_eq!(messages, BTreeMap::from([("M0104", message)]));
}
