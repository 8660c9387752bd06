//! What of a month is printed, and in which order.

use briefing_model::{Briefing, Event, Mandate, MonthPlan, OfficeData, SectionKind};

use crate::compile::office::{LEDGER, data, name, plan, read};
use crate::compile::{briefing, compile};

#[test]
fn items_stand_under_their_headings_in_the_order_of_the_plan() {
    let briefing = briefing();
    let ids = |items: &[briefing_model::Item]| items.iter().map(|item| item.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&briefing.leadership), ["meeting"]);
    assert_eq!(ids(&briefing.highlights), ["launch"]);
    assert_eq!(briefing.capacity_building.len(), 1);
    assert_eq!(briefing.capacity_building[0].name, name("Desk"));
    assert_eq!(ids(&briefing.capacity_building[0].items), ["course"]);
    assert_eq!(briefing.items().count(), 3);
    assert_eq!(briefing.pictures().count(), 1);
    assert_eq!(
        (briefing.issued.to_string().as_str(), briefing.cutoff.to_string().as_str()),
        ("2025-05-07", "2025-05-06")
    );
}

#[test]
fn units_print_in_the_order_of_the_office() {
    let mut plan = plan();
    for (event, unit) in plan.events.iter_mut().zip(["facility", "centre", "facility"]) {
        event.placement = read(unit);
    }
    let briefing = compile(data(), LEDGER, &plan).unwrap();
    let units: Vec<_> = briefing.capacity_building.iter().map(|unit| (unit.unit.as_str(), unit.items.len())).collect();
    assert_eq!(units, [("centre", 1), ("facility", 2)]);
    assert!(briefing.leadership.is_empty());
    assert!(!briefing.sections.contains(&SectionKind::Leadership));
}

#[test]
fn sections_follow_the_office_and_leave_out_what_says_nothing() {
    let mut sections = data().sections;
    sections.retain(|kind| *kind != SectionKind::Glance);
    assert_eq!(briefing().sections, sections);
    let empty = OfficeData::new(read("bureau"), name("Bureau"));
    let plan = MonthPlan::new(read("2025-04"));
    let briefing = compile(empty.clone(), "id,kind,effective,recorded", &plan).unwrap();
    // What the Assembly settled for one office is nothing that another says of itself.
    assert!(briefing.sections.is_empty() && briefing.strategy.is_empty());
    let under_both = OfficeData { mandate: Some(Mandate::default()), strategy: true, ..empty };
    let briefing = compile(under_both, "id,kind,effective,recorded", &plan).unwrap();
    assert_eq!(briefing.sections, [SectionKind::Mandate, SectionKind::Strategy]);
    assert_eq!((briefing.issued, briefing.cutoff), (plan.month.last_day(), plan.month.last_day()));
}

#[test]
fn some_items_are_shown_at_a_glance_and_many_are_not() {
    let printed = |items: usize| {
        let mut plan = plan();
        let first = plan.events.first().unwrap().clone();
        plan.events = (0..items).map(|at| Event { id: read(&format!("item-{at}")), ..first.clone() }).collect();
        compile(data(), LEDGER, &plan).unwrap().sections.contains(&SectionKind::Glance)
    };
    let (fewest, most) = Briefing::AT_A_GLANCE.into_inner();
    assert!(printed(fewest) && !printed(fewest - 1) && printed(most) && !printed(most + 1));
}

#[test]
fn what_the_office_does_not_print_is_not_there() {
    let whole = serde_json::to_value(briefing()).unwrap();
    // What the month is at a glance says again what the others say.
    for hidden in SectionKind::ALL.into_iter().filter(|kind| *kind != SectionKind::Glance) {
        let mut data = data();
        data.sections.retain(|kind| *kind != hidden);
        let part = serde_json::to_value(compile(data, LEDGER, &plan()).unwrap()).unwrap();
        assert!(part.to_string().len() < whole.to_string().len(), "{hidden}");
        assert_ne!(part[field(hidden)], whole[field(hidden)], "{hidden}");
    }
}

/// Where the JSON of a briefing keeps what a section says.
fn field(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Glance => "sections",
        SectionKind::About => "about",
        SectionKind::Mandate => "mandate",
        SectionKind::Leadership => "leadership",
        SectionKind::Highlights => "highlights",
        SectionKind::CapacityBuilding => "capacity_building",
        SectionKind::Structure => "structure",
        SectionKind::RecentPledges => "movements",
        SectionKind::Contributors => "contributions",
        SectionKind::Strategy => "strategy",
    }
}

#[test]
fn the_second_function_counts_the_entities_of_the_month() {
    assert_eq!(briefing().mandate.entities, Some(46));
    let mut plan = plan();
    plan.month = read("2019-01");
    (plan.issued, plan.cutoff, plan.stated_total) = (None, None, None);
    plan.events.clear();
    let data = briefing_model::OfficeData { about: Vec::new(), ..data() };
    assert_eq!(compile(data, LEDGER, &plan).unwrap().mandate.entities, Some(38));
}

#[test]
fn blank_texts_of_the_office_print_nothing() {
    let mut data = data();
    data.about = vec![read(" "), read("One."), read("")];
    data.mandate.get_or_insert_default().intro = vec![read(" ")];
    data.disclaimer = vec![read("")];
    let briefing = compile(data, LEDGER, &plan()).unwrap();
    assert_eq!(briefing.about, [read("One.")]);
    assert_eq!((briefing.mandate.intro, briefing.office.disclaimer), (None, None));
}
