//! Briefings that use every field there is, for the tests of this crate and of the schemas.

use briefing_model::Briefing;
use serde_json::{Value, json};

/// Briefings in which every field says something: as the model's own tests keep one, with what it leaves out, and one whose
/// totals are those of an earlier day.
pub(crate) fn everything() -> [Briefing; 2] {
    let snapshot =
        include_str!("../../../briefing-model/tests/it/snapshots/it__wire_briefing__a_briefing_with_everything.snap");
    let json = snapshot.splitn(3, "---\n").nth(2).unwrap();
    let mut briefing: Value = serde_json::from_str(json).unwrap();
    let picture = &mut briefing["highlights"][0]["picture"];
    picture["alt_language"] = json!("en");
    picture["credit_language"] = json!("en");
    briefing["capacity_building"][0]["acronym"] = json!("D");
    briefing["structure"]["units"][0]["units"][0]["acronym"] = json!("D");
    let money = |amount: &str, currency: &str| json!({"amount": amount, "currency": currency});
    let line = briefing["movements"]["lines"][0].clone();
    let spread = |schedule: Value, yearly: bool| {
        let mut line = line.clone();
        if yearly {
            line["yearly"] = json!(true);
        }
        line["amount"] = money("1.10", "USD");
        line["original"] = money("1.00", "EUR");
        line["terms"] = json!({"amount": money("1.00", "EUR"), "schedule": schedule, "value": money("1.10", "USD")});
        line
    };
    briefing["movements"]["lines"] = json!([
        spread(json!({"yearly": {"from": "2025", "until": null}}), true),
        spread(json!({"over": {"from": "2025", "until": "2026-06"}}), false),
        spread(json!({"instalments": [{"due": "2025-06-30", "amount": money("1.00", "EUR")}]}), false),
    ]);
    briefing["movements"]["totals"] = json!([
        {"sum": "pledged", "amount": money("2.20", "USD")},
        {"sum": "pledged-yearly", "amount": money("1.10", "USD")},
    ]);
    briefing["leadership"][0]["text"] = json!("A meeting: {standing.share}, since {units.centre.since}.");
    briefing["facts"].as_object_mut().unwrap().remove("month.pledged");
    briefing["facts"]["standing.share"] = json!({"percent": 85});
    briefing["facts"]["units.centre.since"] = json!({"date": "2011-09"});
    let known = &mut briefing["contributions"];
    known["history"] = json!([
        {"as_of": "2024-12-31", "pledged": money("1.00", "USD")},
        {"as_of": "2025-04-30", "pledged": known["pledged"]["known"]},
    ]);

    let mut earlier = briefing.clone();
    briefing["contributions"].as_object_mut().unwrap().remove("unvalued");
    briefing["contributions"]["share"] = json!(85);
    earlier["about"] = json!(["It has {compact.entities} friends."]);
    earlier["leadership"][0]["text"] = json!("It met on {month.pledged}.");
    earlier["facts"] = json!({
        "compact.entities": {"count": 46},
        "month.pledged": {"exact": money("50000.00", "USD")},
        "units.centre.name": {"name": "Centre"},
    });
    earlier["movements"] = json!({"lines": [line], "totals": [{"sum": "pledged", "amount": money("50000.00", "USD")}]});
    let stated = |value: Value| json!({"stated": {"value": value, "on": "2025-03-31", "entry": "S-1"}});
    let contributions = &mut earlier["contributions"];
    contributions["pledged"] = stated(money("1.00", "USD"));
    contributions["received"] = json!({"documented": money("10000001.00", "USD")});
    contributions["partners"] = stated(json!(3));
    contributions["pledged_since"] = json!([{"sum": "pledged", "amount": money("50000.00", "USD")}]);
    contributions["others"] =
        json!({"pledged": {"documented": money("50000.00", "USD")}, "received": "unknown", "partners": 2});
    for contributor in contributions["contributors"].as_array_mut().unwrap() {
        contributor["pledged"] = json!({"documented": contributor["pledged"]["known"]});
    }
    let fields = contributions.as_object_mut().unwrap();
    fields.remove("history");
    let mut payments = earlier.clone();
    payments["contributions"]["received"] = stated(money("1.00", "USD"));
    payments["contributions"]["received_since"] = json!([{"sum": "received", "amount": money("1.00", "USD")}]);
    briefing["corrections"] = json!([{"on": "2025-06-03", "what": "A digit was wrong."}]);
    briefing["wordings"] = json!({"mandate.delivery": "**Deliver** more."});
    payments["mandate"] = json!({"before_body": true});
    payments["leadership"][0]["place"] = json!({"city": "Rabat"});
    payments["movements"]["late"] = json!([{"effective": "2025-03-30", "line": payments["movements"]["lines"][0]}]);
    let line = &payments["movements"]["lines"][0];
    let mut less = line.clone();
    less["contributor"] = json!({"id": "FRA", "name": "France"});
    payments["movements"]["corrected"] = json!([
        {"before": {"effective": "2025-03-10", "line": line}},
        {"before": {"effective": "2025-03-12", "line": line}, "after": {"effective": "2025-03-12", "line": less}},
    ]);
    let france = json!({"id": "FRA", "name": "France"});
    let balance = json!({"opening-balance": {"contributor": france, "on_behalf_of": {"id": "ITA", "name": "Italy"}}});
    let gift = json!({"in-kind": {"contributor": france, "what": "two boats"}});
    payments["movements"]["restated"] = json!([
        {
            "before": {"entry": "O-1", "effective": "2024-12-31", "of": balance, "pledged": {"amount": "50.00", "currency": "USD"}, "received": {"amount": "5.00", "currency": "USD"}},
            "after": {"entry": "O-1", "effective": "2024-12-30", "of": balance, "pledged": {"amount": "40.00", "currency": "USD"}, "received": {"amount": "4.00", "currency": "USD"}},
        },
        {"before": {"entry": "K-1", "effective": "2024", "of": gift, "value": {"amount": "7.00", "currency": "USD"}}},
        {"before": {"entry": "R-1", "effective": "2024", "of": "others", "pledged": {"amount": "6.00", "currency": "USD"}, "partners": 2}},
        {"after": {"entry": "O-2", "effective": "2024-12-31", "of": {"opening-balance": {"contributor": france}}, "pledged": {"amount": "30.00", "currency": "USD"}}},
        {"before": {"entry": "A-1", "effective": "2024", "of": "total", "received": {"amount": "600.00", "currency": "USD"}, "partners": 9}},
    ]);
    let late = payments["movements"]["late"][0]["line"].as_object_mut().unwrap();
    late.remove("purposes");
    late.insert("purpose_unknown".to_owned(), json!(true));
    [briefing, payments].map(|briefing| serde_json::from_value(briefing).unwrap())
}
