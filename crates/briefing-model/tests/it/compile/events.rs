//! Events as things: titles, places, what they are part of; money that is given for them.

use briefing_model::{EventMode, KnownEvent, MonthPlan, Name, OfficeData, PreviousIssue, StandingText};
use insta::assert_snapshot;

use crate::compile::office::{LEDGER, data, name, plan, read};
use crate::compile::{briefing, compile};

/// The faults of the invented month after a change.
fn after(change: impl FnOnce(&mut OfficeData, &mut MonthPlan)) -> String {
    let (mut data, mut plan) = (data(), plan());
    change(&mut data, &mut plan);
    let line = |fault: briefing_model::Fault| {
        let hint = fault.hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
        format!("{} {}: {}{hint}", fault.code, fault.place.unwrap(), fault.message)
    };
    match compile(data, LEDGER, &plan) {
        Ok(_) => "none".to_owned(),
        Err(faults) => faults.into_iter().map(line).collect::<Vec<_>>().join("\n"),
    }
}

/// The month's movements with a pledge for an event.
const FOR_EVENT: &str = "id,kind,effective,recorded,contributor,amount,purposes
    P-1,pledge,2025-04,2025-05-05,DEU,142615,event:victims-2025";

fn purposes(data: OfficeData, plan: &MonthPlan) -> Result<Vec<String>, String> {
    let briefing = compile(data, FOR_EVENT, plan).map_err(|faults| faults[0].to_string())?;
    Ok(briefing.movements.lines[0].purposes.iter().map(|purpose| purpose.name().english().to_owned()).collect())
}

/// The invented office and month without texts on money.
fn silent() -> (OfficeData, MonthPlan) {
    let mut plan = plan();
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    (OfficeData { about: Vec::new(), ..data() }, plan)
}

#[test]
fn what_is_known_of_an_event_is_there_with_its_codes() {
    let item = &briefing().leadership[0];
    assert_snapshot!(serde_json::to_string(item).unwrap(), @r#"{"id":"meeting","title":"Meeting of Heads","when":"2025-04-29/2025-04-30","mode":"hybrid","place":{"state":{"id":"UZB","name":{"ar":"أوزبكستان","zh":"乌兹别克斯坦","en":"Uzbekistan","fr":"Ouzbékistan","ru":"Узбекистан","es":"Uzbekistán"}}},"part_of":{"id":"forum","title":"Global Forum"},"text":"A **meeting** on {month.pledged}.","units":[{"id":"desk","name":"Desk"},{"id":"centre","name":"Centre"}],"organizers":[{"id":"UZB","name":{"ar":"أوزبكستان","zh":"乌兹别克斯坦","en":"Uzbekistan","fr":"Ouzbékistan","ru":"Узбекистан","es":"Uzbekistán"}}],"partners":[{"id":"undp","name":"Development Programme"}],"programmes":[{"id":"travel","name":"Programme on Travel"}],"functions":["leadership"],"pillars":["I"]}"#);
}

#[test]
fn an_event_is_part_of_one_that_is_known() {
    assert_snapshot!(after(|_, plan| plan.events[0].part_of = Some(read("forun"))), @"M0162 2025-04: item[course].part-of: there is no event `forun` (did you mean `forum`?)");
    assert_snapshot!(after(|_, plan| plan.events[0].part_of = Some(read("course"))), @"M0162 2025-04: item[course].part-of: `course` cannot be part of itself");
    assert_snapshot!(
        after(|_, plan| {
            plan.events[0].part_of = Some(read("launch"));
            plan.events[2].part_of = Some(read("course"));
        }),
        @r"
    M0162 2025-04: item[course].part-of: `course` cannot be part of itself
    M0162 2025-04: item[launch].part-of: `launch` cannot be part of itself
    "
    );
    let elsewhere = |plan: &mut MonthPlan| {
        plan.events[0].part_of = Some(read("week"));
        plan.elsewhere = vec![KnownEvent::new(read("week"), None)];
    };
    assert_snapshot!(after(|_, plan| elsewhere(plan)), @"none");
}

#[test]
fn what_is_online_has_no_place() {
    assert_snapshot!(after(|_, plan| plan.events[1].mode = Some(EventMode::Online)), @r#"M0163 2025-04: item[meeting].mode: what is online only has no place (write `mode = "hybrid"` if people met there as well, or leave out `place`)"#);
    assert_snapshot!(after(|_, plan| plan.events[0].mode = Some(EventMode::Online)), @"none");
}

#[test]
fn a_title_is_short_in_every_language() {
    let long = "Réunion ".repeat(9);
    let title = name("Meeting").with(briefing_model::Language::Fr, long.trim()).unwrap();
    assert_snapshot!(after(|_, plan| plan.events[0].title = Some(title)), @"M0161 2025-04: item[course].title: the title has 71 characters in `fr`, and an item has room for 70 (shorten the title, and say the rest in the text)");
    assert_snapshot!(
        briefing_model::Office::new(OfficeData {
            events: vec![KnownEvent::new(read("forum"), Some(name("Forum ".repeat(12).trim())))],
            ..data()
        })
        .unwrap_err(),
        @r"
    the office is invalid: M0161 at `event[forum].title`: the title has 71 characters in `en`, and an item has room for 70
    "
    );
}

#[test]
fn money_is_for_the_title_of_an_event_and_never_for_its_id() {
    let (office, month) = silent();
    assert_snapshot!(purposes(office.clone(), &month).unwrap_err(), @r"
    error[M0110]: entry `P-1` is for the event `victims-2025`, which the office does not have
     --> entry[P-1]
    ");

    let mut planned = office.clone();
    planned.events = vec![KnownEvent::new(read("victims-2025"), Some(name("Conference on Victims")))];
    planned.events.extend(office.events.clone());
    assert_eq!(purposes(planned.clone(), &month), Ok(vec!["Conference on Victims".to_owned()]));

    let mut elsewhere = month.clone();
    elsewhere.elsewhere = vec![KnownEvent::new(read("victims-2025"), None)];
    assert_snapshot!(purposes(office.clone(), &elsewhere).unwrap_err(), @r"
    error[M0160]: entry `P-1` is for the event `victims-2025`, which has no title to print
     --> entry[P-1]
      = help: write a `title` in the item `victims-2025`, or list the event in office.toml as `[[event]]`
    ");
    elsewhere.elsewhere[0].title = Name::new("Victims").ok();
    assert_eq!(purposes(office, &elsewhere), Ok(vec!["Victims".to_owned()]));
    assert_eq!(purposes(planned.clone(), &elsewhere), Ok(vec!["Conference on Victims".to_owned()]));

    // The month's own item comes first.
    let mut own = month;
    (own.events[0].id, own.events[0].title) = (read("victims-2025"), Name::new("The Conference").ok());
    assert_eq!(purposes(planned, &own), Ok(vec!["The Conference".to_owned()]));
}

#[test]
fn the_texts_of_the_office_are_those_of_the_month() {
    let (mut data, mut month) = silent();
    let dated = |text: &str, from: Option<&str>, until: Option<&str>| StandingText {
        from: from.map(read),
        until: until.map(read),
        ..read(text)
    };
    data.about = vec![dated("Before.", None, Some("2018-02-22")), read(" "), dated("Since.", Some("2018-02-23"), None)];
    data.about.push(read("Always."));
    data.disclaimer = vec![dated("Old.", None, Some("2019")), read("New.")];
    let said = |data: &OfficeData, month: &MonthPlan| {
        let briefing = compile(data.clone(), "id,kind,effective,recorded", month).unwrap();
        let about: Vec<String> = briefing.about.iter().map(briefing_model::RichText::plain).collect();
        let keys: Vec<String> = briefing.text_keys().iter().take(1 + about.len()).map(ToString::to_string).collect();
        (about.join(" "), briefing.office.disclaimer.unwrap().plain(), keys.join(" "), briefing.mandate)
    };
    month.stated_total = None;
    let (about, disclaimer, keys, mandate) = said(&data, &month);
    assert_eq!((about.as_str(), disclaimer.as_str()), ("Since. Always.", "New."));
    assert_eq!(keys, "office.disclaimer.2 office.about.2 office.about.3");
    assert_eq!((mandate.entities, mandate.before_body), (Some(46), false));

    let early = MonthPlan::new(read("2018-01"));
    let (about, disclaimer, keys, mandate) = said(&data, &early);
    assert_eq!((about.as_str(), disclaimer.as_str()), ("Before. Always.", "Old."));
    assert_eq!(keys, "office.disclaimer office.about.1 office.about.3");
    assert_eq!((mandate.entities, mandate.before_body), (None, true), "the Compact was signed on 23 February 2018");
    assert_eq!(said(&data, &MonthPlan::new(read("2018-02"))).3.entities, Some(38));
}

#[test]
fn what_came_too_late_for_its_issue_is_in_the_next() {
    let (data, mut month) = silent();
    month.stated_total = None;
    month.previous = Some(PreviousIssue { month: read("2025-03"), cutoff: read("2025-04-02") });
    let late = |rows: &str| {
        let briefing = compile(data.clone(), rows, &month).unwrap();
        let late = briefing.movements.late.iter();
        let late: Vec<String> =
            late.map(|late| format!("{} {}", late.line.contributor.name.english(), late.effective)).collect();
        (late.join(", "), briefing.movements.lines.len(), briefing.movements.totals.len())
    };
    let rows = "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-03-20,2025-04-02,DEU,1
        P-2,pledge,2025-03-21,2025-04-03,FRA,2
        P-3,pledge,2024-04,2025-05-06,ITA,3
        P-4,pledge,2024-03,2025-05-06,ESP,4
        P-5,pledge,2024,2025-05-06,NLD,5
        P-6,pledge,2025-03,2025-05-07,JPN,6
        P-7,pledge,2025-04-04,2025-04-04,UZB,7";
    assert_eq!(
        late(rows),
        ("Spain 2024-03, Italy 2024-04, Netherlands (Kingdom of the) 2024, France 2025-03-21".to_owned(), 1, 1)
    );
    // With the books, everything of many years is entered at once.
    let begun = rows.replace("2025-03-20,2025-04-02", "2025-03-20,2025-04-03");
    assert_eq!(
        late(&begun).0,
        "Italy 2024-04, Netherlands (Kingdom of the) 2024, Germany 2025-03-20, France 2025-03-21"
    );
}
