//! Briefings that were altered after they were compiled: held to every rule of a folder, by the same codes.

use briefing_model::{Briefing, Office, UncheckedBriefing};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::compile::briefing;
use crate::compile::office::{data, read};

/// A party as the invented office calls it.
fn party(id: &str) -> Value {
    let office = Office::new(data()).unwrap();
    json!({"id": id, "name": office.party_name_on(&read(id), read("2025-04-30"))})
}

/// The codes and places of what is wrong after a value was put in place of another, or beside the others of an object.
fn altered(pointer: &str, to: Value) -> String {
    let mut whole = serde_json::to_value(briefing()).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match whole.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} is not there")) {
        Value::Object(fields) => _ = fields.insert(key.to_owned(), to),
        Value::Array(values) => values.insert(key.parse().unwrap(), to),
        other => panic!("{other}"),
    }
    let read: Result<UncheckedBriefing, _> = serde_json::from_value(whole);
    let faults = match read {
        Ok(read) => read.checked().map(|_: Briefing| Vec::new()).unwrap_or_else(|invalid| invalid.faults),
        Err(error) => return format!("{pointer}: {error}"),
    };
    let fault =
        |fault: &briefing_model::Fault| format!("{} {}: {}", fault.code, fault.place.as_ref().unwrap(), fault.message);
    let faults: Vec<String> = faults.iter().map(fault).collect();
    if faults.is_empty() { format!("{pointer}: nothing") } else { faults.join("\n") }
}

#[test]
fn an_item_is_held_to_the_rules_of_a_folder() {
    let uzbekistan = serde_json::to_value(briefing()).unwrap()["leadership"][0]["place"]["state"].clone();
    let all = [
        altered(
            "/leadership/0/title",
            json!("A title that goes on and on until no item of any month has room for it on a page"),
        ),
        altered("/leadership/0/mode", json!("online")),
        altered("/leadership/0/place", json!({})),
        altered("/leadership/0/place/state", json!({"id": "UZB", "name": "France"})),
        altered("/leadership/0/organizers", json!([uzbekistan, uzbekistan])),
        altered(
            "/leadership/0/partners",
            json!([{"id": "undp", "name": "Programme"}, {"id": "undp", "name": "Another"}]),
        ),
        altered("/leadership/0/functions/0", json!("leadership")),
        altered("/leadership/0/pillars/0", json!("I")),
        altered("/leadership/0/part_of", json!({"id": "meeting"})),
        altered("/highlights/0/part_of", json!({"id": "meeting", "title": "Meeting of Feet"})),
        altered("/capacity_building/0/items/0/units", json!([])),
        altered("/capacity_building/0/name", json!("Another Desk")),
        altered("/item_line/0", json!("partners")),
        altered("/corrections", json!([{"on": "2025-05-01", "what": "A digit."}])),
        altered(
            "/corrections",
            json!([{"on": "2025-06-02", "what": "A digit."}, {"on": "2025-06-01", "what": "Two."}]),
        ),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0161 briefing.leadership[meeting].title: the title has 80 characters in `en`, and an item has room for 70
    M0163 briefing.leadership[meeting].mode: what is online only has no place
    M0131 briefing.leadership[meeting].place: a place names a State, a city, or both
    M0131 briefing.leadership[meeting].place.state.name: `UZB` is not the State `FRA`, whose name it has
    M0131 briefing.leadership[meeting].organizers[0].name: the party `UZB` has another name elsewhere: France
    T0215 briefing.leadership[meeting].organizers[1]: listed twice: delete one of the two
    T0215 briefing.leadership[meeting].partners[1]: listed twice: delete one of the two
    M0131 briefing.leadership[meeting].partners[1].name: the party `undp` has another name elsewhere: Programme
    T0215 briefing.leadership[meeting].functions[1]: listed twice: delete one of the two
    T0215 briefing.leadership[meeting].pillars[1]: listed twice: delete one of the two
    M0162 briefing.leadership[meeting].part_of.id: `meeting` cannot be part of itself
    M0131 briefing.leadership[meeting].part_of.title: the event `meeting` has another title: Meeting of Heads
    M0131 briefing.highlights[launch].part_of.title: the event `meeting` has another title: Meeting of Heads
    M0131 briefing.capacity_building[desk].items[course].units: the item is printed under the unit `desk`, which it does not name first
    M0131 briefing.capacity_building[desk].items[course].units: the item is printed under the unit `desk`, which it does not name first
    T0215 briefing.item_line[4]: listed twice: delete one of the two
    O0119 briefing.corrections[0].on: a correction on 2025-05-01 comes before the day of issue, 2025-05-07
    O0119 briefing.corrections[1].on: a correction on 2025-06-01 comes before the correction above it, 2025-06-02
    ");
}

#[test]
fn a_late_movement_is_one_of_an_earlier_month() {
    let line = json!({"entry": "P-9", "contributor": party("DEU"), "kind": "pledge", "amount": {"amount": "5.00", "currency": "USD"}});
    let mut back = line.clone();
    back["amount"]["amount"] = json!("-5.00");
    let late =
        |effective: &str, line: &Value| altered("/movements/late", json!([{"effective": effective, "line": line}]));
    assert_eq!(late("2025-03", &line), "/movements/late: nothing");
    let all = [late("2025-04-01", &line), late("2025-03/..", &line), late("2025-03-02", &back)];
    assert_snapshot!(all.join("\n"), @r"
    M0123 briefing.movements.late[0].effective: 2025-04-01 does not begin in an earlier month
    M0123 briefing.movements.late[0].effective: 2025-03/.. does not begin in an earlier month
    M0127 briefing.movements.late[0].line.amount: a movement of this kind is of more than nothing: its amount is USD -5.00
    ");
}

#[test]
fn a_corrected_movement_is_another_than_it_was() {
    let line = |entry: &str, amount: &str| json!({"entry": entry, "contributor": party("DEU"), "kind": "pledge", "amount": {"amount": amount, "currency": "USD"}});
    let dated = |effective: &str, line: Value| json!({"effective": effective, "line": line});
    let corrected =
        |before: Value, after: Value| altered("/movements/corrected", json!([{"before": before, "after": after}]));
    let before = dated("2025-03-02", line("P-9", "5.00"));
    assert_eq!(corrected(before.clone(), Value::Null), "/movements/corrected: nothing");
    assert_eq!(corrected(before.clone(), dated("2025-03-02", line("P-9", "6.00"))), "/movements/corrected: nothing");
    let all = [
        corrected(before.clone(), before.clone()),
        corrected(before.clone(), dated("2025-03-02", line("P-8", "6.00"))),
        corrected(before, dated("2025-03-02", line("P-9", "-6.00"))),
        corrected(dated("2025-04-02", line("P-9", "5.00")), Value::Null),
        corrected(dated("2025-03-02", line("P-9", "-5.00")), Value::Null),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0127 briefing.movements.corrected[0].after: what is corrected is another movement of the same entry
    M0127 briefing.movements.corrected[0].after: what is corrected is another movement of the same entry
    M0127 briefing.movements.corrected[0].after.line.amount: a movement of this kind is of more than nothing: its amount is USD -6.00
    M0123 briefing.movements.corrected[0].before.effective: 2025-04-02 does not end before the month
    M0127 briefing.movements.corrected[0].before.line.amount: a movement of this kind is of more than nothing: its amount is USD -5.00
    ");
}

#[test]
fn what_is_restated_is_another_figure_of_one_entry() {
    let figures = |entry: &str, of: Value, more: Value| {
        let mut figures = json!({"entry": entry, "effective": "2025-03-02", "of": of});
        figures.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        figures
    };
    let restated =
        |before: &Value, after: &Value| altered("/movements/restated", json!([{"before": before, "after": after}]));
    let pledged = json!({"pledged": {"amount": "5.00", "currency": "USD"}});
    let balance = json!({"opening-balance": {"contributor": party("DEU")}});
    let before = figures("O-9", balance.clone(), pledged.clone());
    assert_eq!(restated(&before, &Value::Null), "/movements/restated: nothing");
    let mut late = before.clone();
    late["effective"] = json!("2025-04-02");
    let gift = json!({"in-kind": {"contributor": party("DEU")}});
    let all = [
        restated(&before, &before),
        restated(&before, &figures("O-8", balance.clone(), json!({}))),
        restated(&late, &Value::Null),
        restated(&figures("O-9", balance, json!({"partners": 2})), &Value::Null),
        restated(&figures("O-9", gift, pledged), &Value::Null),
        restated(
            &figures("O-9", json!("others"), json!({"value": {"amount": "5.00", "currency": "USD"}})),
            &Value::Null,
        ),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0127 briefing.movements.restated[0].after: what is restated is another figure of the same entry
    M0127 briefing.movements.restated[0].after: what is restated is another figure of the same entry
    M0123 briefing.movements.restated[0].before.effective: 2025-04-02 does not end before the month
    M0127 briefing.movements.restated[0].before: an entry of this kind states no such figure
    M0127 briefing.movements.restated[0].before: an entry of this kind states no such figure
    M0127 briefing.movements.restated[0].before: an entry of this kind states no such figure
    ");
}

#[test]
fn the_figures_of_contributors_are_told_once_and_agree() {
    let first = serde_json::to_value(briefing()).unwrap()["contributions"]["contributors"][0]["contributor"].clone();
    let gift =
        |when: &str| altered("/contributions/in_kind", json!([{"entry": "G-1", "contributor": first, "when": when}]));
    let all = [
        altered("/contributions/new_partners", json!({"year": [first, first]})),
        // One that is promised for later is given later.
        gift("2025-05-01/.."),
        altered("/contributions/allocations/0", first.clone()),
        altered("/contributions/allocations/1", first.clone()),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0126 briefing.contributions.new_partners.year[1]: the new partner `SAU` is there twice
    /contributions/in_kind: nothing
    M0131 briefing.contributions.allocations: these are not the contributors that are marked as having allocations, in their order
    M0131 briefing.contributions.contributors[0].allocation: the notes name an allocation, and the contributor has no mark
    ");
}

#[test]
fn what_money_is_for_is_not_forgotten_again() {
    let line = json!({"entry": "P-5", "contributor": party("DEU"), "kind": "gift", "amount": {"amount": "71307.50", "currency": "USD"}});
    let mut unknown = line.clone();
    unknown["purpose_unknown"] = json!(true);
    let mut purpose = unknown.clone();
    purpose["purposes"] = json!([{"text": "Travel"}]);
    let total = json!([{"sum": "pledged", "amount": {"amount": "142615.00", "currency": "USD"}}]);
    let movements = |lines: [&Value; 2]| altered("/movements", json!({"lines": lines, "totals": total}));
    let all = [
        movements([&unknown, &line]),
        movements([&unknown, &unknown]),
        movements([&line, &unknown]),
        movements([&purpose, &line]),
    ];
    assert_snapshot!(all.join("\n"), @r"
    /movements: nothing
    /movements: nothing
    M0127 briefing.movements.lines[1].purpose_unknown: of earlier money it is known that it has no purpose, and of this it is not
    M0127 briefing.movements.lines[0].purpose_unknown: what it is for is said, and said not to be known
    ");
}

#[test]
fn a_chart_has_each_box_once_and_under_one_name() {
    let chart = serde_json::to_value(briefing()).unwrap()["structure"].clone();
    let (centre, desk) = (&chart["units"][0], &chart["units"][0]["units"][0]);
    let (travel, body) = (&centre["programmes"][0], &chart["bodies"][0]);
    let mut other = travel.clone();
    other["initiatives"] = json!([]);
    let mut bodies = [body.clone(), body.clone()];
    bodies[1]["entities"] = json!(12);
    let all = [
        altered("/structure/units/4", centre.clone()),
        altered("/structure/units/1", desk.clone()),
        altered("/structure/units/0/units/0/units", json!([{"id": "centre", "name": "Centre"}])),
        altered("/structure/units/0/programmes/1", travel.clone()),
        altered("/structure/units/1/programmes", json!([other])),
        altered("/structure/units/1/programmes", json!([travel])),
        altered("/structure/programmes/0", travel.clone()),
        altered("/structure/programmes/0", chart["programmes"][1].clone()),
        altered("/structure/bodies", json!(bodies)),
        altered("/structure/units/0/units/0/name", json!("Bureau")),
        altered("/structure/units/0/units/0/acronym", json!("DSK")),
        altered("/capacity_building/0/acronym", json!("DSK")),
        altered("/mandate/before_body", json!(true)),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0126 briefing.structure.units[centre]: the unit `centre` is there twice
    M0126 briefing.structure.units[centre].units[desk]: the unit `desk` is there twice
    M0126 briefing.structure.units[desk]: the unit `desk` is there twice
    M0126 briefing.structure.units[centre].units[desk].units[centre]: the unit `centre` is there twice
    M0126 briefing.structure.units[centre].programmes[travel]: the programme `travel` is there twice
    M0131 briefing.structure.units[below].programmes[travel]: the programme `travel` is another under another unit
    /structure/units/1/programmes: nothing
    M0131 briefing.structure.programmes[travel]: the programme `travel` is that of no unit, and a unit has it
    M0126 briefing.structure.programmes[places]: the programme `places` is there twice
    M0126 briefing.structure.bodies[compact]: the body `compact` is there twice
    M0131 briefing.structure.units[centre].units[desk].name: the unit `desk` has another name elsewhere: Desk
    M0131 briefing.capacity_building[desk].acronym: the unit `desk` has another acronym in the chart
    M0131 briefing.capacity_building[desk].acronym: the unit `desk` has another acronym in the chart
    M0131 briefing.mandate.before_body: the mandate counts the entities of a body that it says was not there yet
    ");
}

#[test]
fn no_state_has_the_name_of_another_in_any_language() {
    let called = |name: Value| altered("/highlights/0/place", json!({"state": {"id": "FRA", "name": name}}));
    let all = [
        called(json!({"en": "France", "fr": "Espagne"})),
        called(json!("Espagne")),
        called(json!({"en": "France (Republic)", "fr": "France"})),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0131 briefing.highlights[launch].place.state.name: `FRA` is not the State `ESP`, whose name it has
    M0131 briefing.highlights[launch].place.state.name: `FRA` is not the State `ESP`, whose name it has
    /highlights/0/place: nothing
    ");
}

#[test]
fn a_code_has_one_name_and_a_name_one_code() {
    let whole = serde_json::to_value(briefing()).unwrap();
    let renamed = |pointer: &str, name: &str| {
        assert!(whole.pointer(pointer).is_some(), "{pointer}");
        altered(pointer, json!(name))
    };
    let purpose = |purpose: Value| altered("/movements/lines/0/purposes", json!([purpose]));
    let all = [
        renamed("/movements/lines/0/contributor/name", "Federal Republic"),
        renamed("/contributions/contributors/0/contributor/name", "Development Programme"),
        altered("/contributions/allocations/0/id", json!("another-fund")),
        purpose(json!({"programme": {"id": "travel", "name": "Voyage"}})),
        purpose(json!({"unit": {"id": "desk", "name": "Bureau"}})),
        purpose(json!({"unit": {"id": "desk", "name": "Desk"}})),
        purpose(json!({"event": {"id": "meeting", "name": "Meeting of Feet"}})),
        purpose(json!({"text": "Bureau"})),
        renamed("/structure/units/0/board/guests/0/name", "E.U."),
        altered("/structure/programme_offices/0", whole["structure"]["programme_offices"][0].clone()),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0131 briefing.movements.lines[0].contributor.name: the party `UZB` has another name elsewhere: Uzbekistan
    M0115 briefing.contributions.contributors[2].contributor.name: `undp` and `SAU` have one name, Development Programme
    M0131 briefing.contributions.in_kind[0].contributor.name: the party `SAU` has another name elsewhere: Development Programme
    M0131 briefing.contributions.allocations: these are not the contributors that are marked as having allocations, in their order
    M0115 briefing.contributions.contributors[1].contributor.name: `peace-fund` and `another-fund` have one name, Peace Fund
    M0131 briefing.movements.lines[0].purposes[0].name: the programme `travel` has another name elsewhere: Programme on Travel
    M0131 briefing.movements.lines[0].purposes[0].name: the unit `desk` has another name elsewhere: Desk
    /movements/lines/0/purposes: nothing
    M0131 briefing.movements.lines[0].purposes[0].name: the event `meeting` has another name elsewhere: Meeting of Heads
    /movements/lines/0/purposes: nothing
    /structure/units/0/board/guests/0/name: nothing
    M0126 briefing.structure.programme_offices[rabat]: the unit `rabat` is there twice
    ");
}

#[test]
fn what_items_are_part_of_has_one_title() {
    let part = |whole: Value| altered("/highlights/0/part_of", whole);
    let all = [
        part(json!({"id": "forum", "title": "Forum of Spirits"})),
        part(json!({"id": "forum"})),
        part(json!({"id": "forum", "title": "Global Forum"})),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0131 briefing.highlights[launch].part_of.title: the event `forum` has another title elsewhere
    M0131 briefing.highlights[launch].part_of.title: the event `forum` has another title elsewhere
    /highlights/0/part_of: nothing
    ");
}

#[test]
fn nobody_moves_more_in_a_month_than_since_the_beginning() {
    let usd = |amount: &str| json!({"amount": amount, "currency": "USD"});
    let line = |who: &str, kind: &str, amount: &str| json!({"entry": "P-9", "contributor": party(who), "kind": kind, "amount": usd(amount)});
    // The fact of what was pledged in the month differs, too.
    let month = |lines: &[Value], sum: &str, total: &str| {
        let totals = json!([{"sum": sum, "amount": usd(total)}]);
        let found = altered("/movements", json!({"lines": lines, "totals": totals}));
        let found: Vec<&str> = found.lines().filter(|line| !line.contains("briefing.facts")).collect();
        let found = if found.is_empty() { "nothing".to_owned() } else { found.join("; ") };
        let line = [&lines[0]["contributor"]["id"], &lines[0]["kind"], &lines[0]["amount"]["amount"]];
        format!("{}: {found}", line.map(|value| value.as_str().unwrap()).join(" "))
    };
    let one = |who: &str, kind: &str, amount: &str, sum: &str| month(&[line(who, kind, amount)], sum, amount);
    let (programme, fund) = ("undp", "peace-fund");
    let withdrawn = [line(programme, "pledge", "550000.01"), line(programme, "withdrawal", "-1.00")];
    let all = [
        one(programme, "pledge", "550000.00", "pledged"),
        one(programme, "pledge", "550000.01", "pledged"),
        one(programme, "increase", "550000.01", "pledged"),
        month(&withdrawn, "pledged", "549999.01"),
        // It was paid, and may have been paid in another currency.
        one("SAU", "pledge", "10000000.01", "pledged"),
        one("SAU", "gift", "10000000.01", "pledged"),
        one("SAU", "payment", "10000000.01", "received"),
        one(programme, "payment", "0.01", "received"),
        one("NLD", "gift", "550000.00", "pledged"),
        one("NLD", "gift", "550000.01", "pledged"),
        one("NLD", "payment", "4000000.01", "received"),
        one(fund, "allocation", "873120.00", "allocated"),
        one(programme, "allocation", "550000.00", "allocated"),
    ];
    assert_snapshot!(all.join("\n"), @r"
    undp pledge 550000.00: nothing
    undp pledge 550000.01: M0121 briefing.contributions.contributors[2].pledged: `undp` pledged more in the month than since the beginning: USD 550000.00
    undp increase 550000.01: M0121 briefing.contributions.contributors[2].pledged: `undp` pledged more in the month than since the beginning: USD 550000.00
    undp pledge 550000.01: nothing
    SAU pledge 10000000.01: nothing
    SAU gift 10000000.01: M0121 briefing.contributions.contributors[0].pledged: `SAU` pledged more in the month than since the beginning: USD 10000000.00; M0121 briefing.contributions.contributors[0].received: `SAU` paid more in the month than since the beginning: USD 10000000.00 documented
    SAU payment 10000000.01: M0121 briefing.contributions.contributors[0].received: `SAU` paid more in the month than since the beginning: USD 10000000.00 documented
    undp payment 0.01: M0121 briefing.contributions.contributors[2].received: `undp` paid more in the month than since the beginning: not known
    NLD gift 550000.00: nothing
    NLD gift 550000.01: M0131 briefing.contributions.contributors: `NLD` pledged more in the month than the last of them, and is not there
    NLD payment 4000000.01: M0121 briefing.contributions.others.received: those that are not shown paid more in the month than since the beginning: USD 4000000.00
    peace-fund allocation 873120.00: nothing
    undp allocation 550000.00: nothing
    ");
}

#[test]
fn what_is_documented_since_a_day_is_what_the_month_lists() {
    let usd = |amount: &str| json!({"amount": amount, "currency": "USD"});
    let since = |on: &str, since: Value| {
        let mut shown = serde_json::to_value(briefing()).unwrap()["contributions"].clone();
        shown["pledged"] = json!({"stated": {"value": usd("17000000.00"), "on": on, "entry": "A-1"}});
        shown["pledged_since"] = since;
        let found = altered("/contributions", shown);
        let found = found.lines().find(|line| line.contains("pledged_since")).unwrap_or("nothing").to_owned();
        format!("{on}: {found}")
    };
    let pledged = |amount: &str| json!([{"sum": "pledged", "amount": usd(amount)}]);
    let all = [
        since("2025-03-31", pledged("142615.00")),
        since("2025-03-31", pledged("142616.00")),
        since("2025-03-31", json!([])),
        since("2025-04-10", pledged("142615.00")),
        since("2025-04-10", pledged("142616.00")),
        since("2025-04-10", json!([])),
        since("2025-04-10", json!([{"sum": "allocated", "amount": usd("5.00")}])),
        // What came before the month is not listed in it.
        since("2025-02-28", pledged("999999.00")),
    ];
    assert_snapshot!(all.join("\n"), @r"
    2025-03-31: nothing
    2025-03-31: M0121 briefing.contributions.pledged_since[0]: USD 142616.00 is documented since 2025-03-31, and the month lists something else
    2025-03-31: M0121 briefing.contributions.pledged_since: what the month lists in USD is missing
    2025-04-10: nothing
    2025-04-10: M0121 briefing.contributions.pledged_since[0]: USD 142616.00 is documented since 2025-04-10, and the month lists something else
    2025-04-10: nothing
    2025-04-10: M0121 briefing.contributions.pledged_since[0]: USD 5.00 is documented since 2025-04-10, and the month lists nothing of it
    2025-02-28: nothing
    ");
}

#[test]
fn what_a_figure_was_agrees_with_what_it_is() {
    let then = |value: Value| altered("/contributions/since_last_issue", json!({ "pledged": value }));
    let all = [
        then(json!({"changed": {"by": {"amount": "1.00", "currency": "USD"}, "since": "2025-03"}})),
        then(json!({"changed": {"by": {"amount": "1.00", "currency": "EUR"}, "since": "2025-03"}})),
        then(json!({"changed": {"by": {"amount": "1.00", "currency": "USD"}, "since": "2025-04"}})),
        then(json!({"changed": {"by": {"amount": "99999999999.00", "currency": "USD"}, "since": "2025-03"}})),
        then(json!({"was": {"value": {"amount": "-1.00", "currency": "USD"}, "on": "2025-03"}})),
    ];
    assert_snapshot!(all.join("\n"), @r"
    M0125 briefing.contributions.since_last_issue: this is not printed: `glance` is not among the sections
    M0125 briefing.contributions.since_last_issue: this is not printed: `glance` is not among the sections
    M0128 briefing.contributions.since_last_issue.pledged: EUR 1.00 is among figures in USD
    M0125 briefing.contributions.since_last_issue: this is not printed: `glance` is not among the sections
    M0123 briefing.contributions.since_last_issue.pledged: 2025-04 is not before the month
    M0125 briefing.contributions.since_last_issue: this is not printed: `glance` is not among the sections
    M0121 briefing.contributions.since_last_issue.pledged: what it was is less than nothing
    M0125 briefing.contributions.since_last_issue: this is not printed: `glance` is not among the sections
    M0121 briefing.contributions.since_last_issue.pledged: what it was is less than nothing
    ");
}
