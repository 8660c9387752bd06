//! New pledges, contributors, and what is left for the others.

use briefing_model::{
    Briefing, Compared, Contributions, Event, Knowledge, Language, LedgerWording, MonthMovements, MovementLine, Name,
    Named, PartyRef, Placement, PreviousIssue, Reach, SectionKind,
};
use insta::assert_snapshot;
use proptest::prelude::*;

use crate::compile::office::{LEDGER, data, plan, read};
use crate::compile::{briefing, compile};
use crate::ledger::book::{minor, reaching};

/// The invented office's briefing with another ledger, and no stated total.
fn with(rows: &str) -> Briefing {
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    let data = briefing_model::OfficeData { about: Vec::new(), ..data() };
    compile(data, rows, &plan).unwrap()
}

fn movements(movements: &MonthMovements) -> String {
    let line = |line: &MovementLine| {
        let purposes: Vec<&str> = line.purposes.iter().map(|purpose| purpose.name().english()).collect();
        let amount = line.amount.map_or_else(|| "–".to_owned(), |amount| amount.to_string());
        let yearly = if line.yearly { " a year" } else { "" };
        let original = line.original.map(|amount| format!(" ({amount})")).unwrap_or_default();
        let kind = serde_json::to_string(&line.kind).unwrap().replace('"', "");
        format!("{} | {} | {kind} {amount}{yearly}{original}", line.contributor.name.english(), purposes.join(", "))
    };
    let total = |total: &briefing_model::MovementTotal| format!("total {:?} {}", total.sum, total.amount);
    let totals = movements.totals.iter().map(total);
    movements.lines.iter().map(line).chain(totals).collect::<Vec<_>>().join("\n")
}

fn bars(contributions: &Contributions) -> String {
    let bar = |bar: &briefing_model::ContributorFigures| {
        let marks = [(bar.allocation, " allocation"), (bar.in_kind, " in-kind")];
        let marks: String = marks.into_iter().filter_map(|(applies, mark)| applies.then_some(mark)).collect();
        format!("{} | {} | {}{marks}", bar.contributor.name.english(), bar.pledged, bar.received)
    };
    let others = contributions.others.iter();
    let others = others.map(|others| format!("{} others | {} | {}", others.partners, others.pledged, others.received));
    let Contributions { pledged, received, partners, share, .. } = contributions;
    let whole = format!("{partners} partners | {pledged} | {received} | {share:?} %");
    contributions.contributors.iter().map(bar).chain(others).chain([whole]).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_month_has_new_pledges() {
    assert_snapshot!(movements(&briefing().movements), @r"
    Uzbekistan | Trust Fund | pledge USD 50000.00
    Germany | Programme on Travel | pledge USD 92615.00
    total Pledged USD 142615.00
    ");
}

#[test]
fn allocations_and_payments_on_no_pledge_are_new_as_well() {
    let briefing = with(
        "id,kind,effective,recorded,contributor,ref,amount,currency,value,itemizes,received,partners,purposes,new
        O-1,remainder,2020,2021-01-10,,,9000,,,,,3,
        A-1,allocation,2025-04,2025-05-05,peace-fund,,1000,,,,,,unit:centre;A word
        R-1,receipt,2025-04-02,2025-05-05,DEU,,200,,,,,,event:forum,new
        P-1,pledge,2025-04-03,2025-05-05,NLD,,100,EUR,110,,,,,new
        P-2,pledge,2025-04-04,2025-05-05,FRA,,70,EUR,,,,,,new
        P-3,pledge,2025-04-05,2025-05-05,UZB,,40,,,O-1,,,,
        R-2,receipt,2025-04-06,2025-05-06,,P-1,50,EUR,,,,,
        P-4,pledge,2025-03,2025-04-05,ESP,,30,,,,,,,new
        P-5,pledge,2025-04,2025-05-07,ITA,,20,,,,,,,new",
    );
    assert_snapshot!(movements(&briefing.movements), @r"
    Germany | Global Forum | gift USD 200.00
    Netherlands (Kingdom of the) |  | pledge USD 110.00 (EUR 100.00)
    France |  | pledge EUR 70.00
    Peace Fund | Centre, A word | allocation USD 1000.00
    total Pledged EUR 70.00
    total Pledged USD 310.00
    total Allocated USD 1000.00
    ");
}

/// Who pledged and was allotted money as well is a partner: nothing says that it is none, and the month is no contradiction.
#[test]
fn a_partner_can_have_an_allocation() {
    let briefing = with(
        "id,kind,effective,recorded,contributor,amount,new
        P-1,pledge,2025-02-03,2025-02-05,peace-fund,500,new
        A-1,allocation,2025-04-05,2025-05-05,peace-fund,1000,
        A-2,allocation,2025-04-06,2025-05-05,undp,70,",
    );
    assert_snapshot!(movements(&briefing.movements), @r"
    Peace Fund |  | allocation USD 1000.00
    Development Programme |  | allocation USD 70.00
    total Allocated USD 1070.00
    ");
    let contributions = briefing.contributions.unwrap();
    assert_eq!(
        contributions.allocations.iter().map(|one| one.name.english()).collect::<Vec<_>>(),
        ["Development Programme"]
    );
}

#[test]
fn a_fund_that_withdrew_what_it_allotted_is_no_partner_for_what_it_paid() {
    let withdrawn = "W-1,withdrawal,2025-04-20,2025-04-20,,A-1,,";
    let paid = "R-1,receipt,2025-04-25,2025-04-25,,A-1,300,";
    let most = "W-1,withdrawal,2025-04-20,2025-04-20,,A-1,700,\nC-1,correction,2025-04-05,2025-04-28,,A-1,650,";
    let cases = [
        (format!("{withdrawn}\n{paid}"), "USD 0.00 | USD 300.00"),
        (format!("{withdrawn}\n{}", paid.replace("2025-04-25,2", "2025-04-15,2")), "USD 300.00 | USD 300.00"),
        (format!("{most}\n{paid}"), "USD 0.00 | USD 300.00"),
    ];
    for (rows, figures) in cases {
        let mut data = briefing_model::OfficeData { about: Vec::new(), ..data() };
        data.ledger = reaching(Reach::Complete { since: None }).with_organs_of(&data.parties);
        let mut plan = plan();
        (plan.stated_total, plan.events) = (None, Vec::new());
        let rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount,new
            A-1,allocation,2025-04-05,2025-04-05,peace-fund,,1000,
            {rows}"
        );
        let briefing = compile(data, &rows, &plan).unwrap();
        briefing.check().unwrap();
        let contributions = briefing.contributions.unwrap();
        assert_eq!(bars(&contributions).lines().next(), Some(&*format!("Peace Fund | {figures} allocation")), "{rows}");
        assert_eq!(contributions.partners, Knowledge::Known(0), "{rows}");
    }
}

#[test]
fn a_party_is_one_bar_whosever_money_it_passes_on() {
    assert_snapshot!(bars(briefing().contributions.as_ref().unwrap()), @r"
    Saudi Arabia | USD 10000000.00 | USD 10000000.00 documented in-kind
    Peace Fund | USD 873120.00 | not known allocation
    Development Programme | USD 550000.00 | not known
    9 others | USD 5142615.00 | USD 4000000.00
    12 partners | USD 16565735.00 | USD 14000000.00 | None %
    ");
}

#[test]
fn gifts_and_allocations_are_named() {
    let contributions = briefing().contributions.unwrap();
    assert_eq!(contributions.allocations.iter().map(|one| one.name.english()).collect::<Vec<_>>(), ["Peace Fund"]);
    let gift = &contributions.in_kind[0];
    assert_eq!((gift.contributor.name.english(), gift.when.to_string().as_str()), ("Saudi Arabia", "2021/2024"));
    assert_eq!(contributions.unvalued[0].amount, read("EUR 2500000"));
    assert_eq!(contributions.unvalued[0].contributor.name.english(), "Netherlands (Kingdom of the)");
}

#[test]
fn words_of_the_ledger_are_printed_in_the_office_s_languages() {
    let rows = "id,kind,effective,recorded,contributor,amount,purposes,what
        P-1,pledge,2025-04,2025-05-02,NLD,100,help for victims
        P-2,pledge,2025-04,2025-05-02,ESP,100,other help
        K-1,in-kind,2025-04,2025-05-02,HUN,,,training rooms";
    let wording = |id: &str, english: &str, french: &str| {
        let name = Name::new(english).unwrap().with(Language::Fr, french).unwrap();
        LedgerWording { id: id.parse().unwrap(), name }
    };
    let wordings = vec![
        wording("victims", "help for victims", "aide aux victimes"),
        wording("rooms", "training rooms", "salles de formation"),
    ];
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    let office = briefing_model::OfficeData { about: Vec::new(), wordings, ..data() };
    let briefing = compile(office, rows, &plan).unwrap();
    let purposes =
        briefing.movements.lines.iter().flat_map(|line| &line.purposes).map(briefing_model::PrintedPurpose::name);
    let contributions = briefing.contributions.as_ref().unwrap();
    let french = purposes.chain(&contributions.in_kind[0].what).map(|name| name.get(Language::Fr)).collect::<Vec<_>>();
    assert_eq!(french, [Some("aide aux victimes"), None, Some("salles de formation")]);
}

#[test]
fn what_has_no_known_worth_is_listed_as_far_as_it_is_not_counted() {
    let briefing = with(
        "id,kind,effective,recorded,contributor,ref,amount,currency,settles
        P-1,pledge,2024-01,2024-02-01,NLD,,100,EUR
        R-1,receipt,2024-03-01,2024-03-02,,P-1,30,EUR
        P-2,pledge,2024-01,2024-02-01,FRA,,100,EUR
        R-2,receipt,2024-03-01,2024-03-02,,P-2,100,EUR
        P-3,pledge,2024-01,2024-02-01,ESP,,100,EUR
        R-3,receipt,2024-03-01,2024-03-02,,P-3,110,USD,EUR 100
        P-4,pledge,2024-01,2024-02-01,ITA,,100,EUR
        R-4,receipt,2024-03-01,2024-03-02,,P-4,44,USD,EUR 40
        R-5,receipt,2024-03-01,2024-03-02,DEU,,70,EUR",
    );
    let contributions = briefing.contributions.unwrap();
    let line = |one: &briefing_model::Unvalued| format!("{} {}", one.contributor.name.english(), one.amount);
    let lines: Vec<String> = contributions.unvalued.iter().map(line).collect();
    assert_snapshot!(lines.join("\n"), @r"
    Netherlands (Kingdom of the) EUR 100.00
    France EUR 100.00
    Italy EUR 60.00
    Germany EUR 70.00
    ");
    assert_eq!(contributions.received, Knowledge::Known(read("USD 154")), "Spain's 110 and Italy's 44");
}

/// The invented office's briefing with a ledger in another currency, of which it is said how far it reaches.
fn reckoned(reach: Reach, currency: &str, rows: &str) -> Briefing {
    let (mut data, mut plan) = (data(), plan());
    (data.ledger, data.about) = (reaching(reach), Vec::new());
    data.ledger.currency = read(currency);
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    compile(data, rows, &plan).unwrap()
}

#[test]
fn the_currency_is_that_of_the_ledger_also_where_no_figure_is_known() {
    let rows = "id,kind,effective,recorded,contributor,amount,currency\nP-1,pledge,2025-04-02,2025-04-03,DEU,100,USD";
    let contributions = reckoned(Reach::Unsaid, "CHF", rows).contributions.unwrap();
    assert!(contributions.pledged.is_unknown() && contributions.contributors.is_empty());
    assert_eq!(contributions.currency, read("CHF"));
}

#[test]
fn money_of_unknown_worth_leaves_no_sum_of_nothing_and_no_share() {
    let complete = Reach::Complete { since: None };
    let rows = "
        id,kind,effective,recorded,contributor,ref,amount,currency
        P-1,pledge,2025-04-02,2025-04-03,DEU,,100,EUR
        R-1,receipt,2025-04-04,2025-04-05,,P-1,40,EUR";
    let alone = reckoned(complete, "USD", rows).contributions.unwrap();
    assert_eq!((&alone.pledged, &alone.received), (&Knowledge::Unknown, &Knowledge::Unknown));
    assert_eq!(alone.partners, Knowledge::Known(1));
    let unpaid = rows.lines().take(3).collect::<Vec<_>>().join("\n");
    let unpaid = reckoned(complete, "USD", &unpaid).contributions.unwrap();
    assert_eq!(unpaid.received, Knowledge::Known(read("USD 0")), "no payment is on record, in any currency");

    let beside =
        format!("{rows}\nP-2,pledge,2025-04-02,2025-04-03,FRA,,200,USD\nR-2,receipt,2025-04-04,2025-04-05,,P-2,50,USD");
    let beside = reckoned(complete, "USD", &beside).contributions.unwrap();
    assert_eq!(beside.pledged, Knowledge::Known(read("USD 200")));
    assert_eq!(beside.share, None, "a quarter of what is counted is not a quarter of what was pledged");
}

#[test]
fn what_was_paid_since_a_stated_total_includes_gifts() {
    let rows = "
        id,kind,effective,recorded,contributor,ref,amount,received
        S-1,assertion,2025-03-31,2025-04-01,,,1000,900
        P-1,pledge,2025-04-02,2025-04-03,DEU,,100,
        R-1,receipt,2025-04-04,2025-04-05,,P-1,60,
        R-2,receipt,2025-04-06,2025-04-07,FRA,,50,
        X-1,refund,2025-04-08,2025-04-09,,R-1,10,";
    let shown = reckoned(Reach::Documented, "USD", rows).contributions.unwrap();
    let since = |totals: &[briefing_model::MovementTotal]| {
        let net = |total: &briefing_model::MovementTotal| if total.net { " net" } else { "" };
        totals.iter().map(|total| format!("{:?} {}{}", total.sum, total.amount, net(total))).collect::<Vec<_>>()
    };
    assert_eq!(since(&shown.pledged_since), ["Pledged USD 140.00 net"]);
    assert_eq!(since(&shown.received_since), ["Received USD 100.00 net"]);
    let kept = rows.replace("        X-1,refund,2025-04-08,2025-04-09,,R-1,10,", "");
    let kept = reckoned(Reach::Documented, "USD", &kept).contributions.unwrap();
    assert_eq!(since(&kept.pledged_since), ["Pledged USD 150.00"]);
    assert_eq!(since(&kept.received_since), ["Received USD 110.00"]);
    let gone = format!(
        "{rows}\n        P-2,pledge,2025-04-10,2025-04-10,ITA,,30,\n        W-1,withdrawal,2025-04-11,2025-04-11,,P-1,,\n        W-2,withdrawal,2025-04-11,2025-04-11,,P-2,,"
    );
    let gone = gone
        .replace("R-1,receipt,2025-04-04,2025-04-05,,P-1,60,\n", "")
        .replace("X-1,refund,2025-04-08,2025-04-09,,R-1,10", "X-1,refund,2025-04-08,2025-04-09,,R-2,50");
    let shown = reckoned(Reach::Documented, "USD", &gone).contributions.unwrap();
    assert_eq!(since(&shown.pledged_since), ["Pledged USD 0.00 net"], "what came and went is not the same as nothing");
    assert!(shown.received_since.is_empty());
}

#[test]
fn a_month_in_which_payments_went_back_adds_up() {
    let rows = "
        id,kind,effective,recorded,contributor,ref,amount,currency,value
        P-1,pledge,2025-03-01,2025-03-01,DEU,,1000,USD,
        R-1,receipt,2025-03-10,2025-03-11,,P-1,1200,USD,
        F-1,refund,2025-04-10,2025-04-11,,R-1,300,USD,
        R-2,receipt,2025-04-12,2025-04-12,FRA,,50,USD,
        P-3,pledge,2025-03-01,2025-03-01,NLD,,100,EUR,110
        R-3,receipt,2025-03-10,2025-03-11,,P-3,120,EUR,125";
    let compiled = |rows: &str| {
        let mut plan = plan();
        plan.stated_total = None;
        plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
        let mut office = briefing_model::OfficeData { about: Vec::new(), list_receipts: true, ..data() };
        office.ledger = reaching(Reach::Complete { since: None });
        let briefing = compile(office, rows, &plan).unwrap();
        assert_eq!(briefing.check(), Ok(()), "{rows}");
        briefing.movements.totals.iter().map(|total| format!("{} {}", total.sum, total.amount)).collect::<Vec<_>>()
    };
    assert_eq!(compiled(rows), ["pledged USD -50.00", "received USD -250.00"]);
    // What goes back of another currency is worth what was paid, and takes off the pledge what that was worth then.
    let euros = format!("{rows}\n        F-3,refund,2025-04-10,2025-04-11,,R-3,40,EUR,");
    assert_eq!(compiled(&euros), ["pledged USD -72.00", "received USD -291.67"]);
}

#[test]
fn what_cannot_be_added_up_is_not_taken_for_nothing() {
    let rows = "
        id,kind,effective,recorded,contributor,ref,amount,received,rounded_to,schedule
        P-1,pledge,2025-01-05,2025-01-05,DEU,,5000,,,
        A-1,assertion,2025-03-31,2025-03-31,,,2000000,1500000,100000,
        V-1,revision,2025-04-13,2025-04-13,,P-1,5000,,,yearly 2025/..";
    let since = |rows: &str| {
        let mut briefing = reckoned(Reach::Documented, "USD", rows);
        assert_eq!(briefing.check(), Ok(()));
        let shown = briefing.contributions.as_mut().unwrap();
        let since = shown.pledged_since.iter().map(|total| format!("{:?} {}", total.sum, total.amount)).collect();
        shown.pledged_since.clear();
        let refused = briefing.check().unwrap_err().to_string();
        assert!(refused.contains("contributions.pledged_since"), "{refused}");
        since
    };
    let told: Vec<String> = since(rows);
    assert_eq!(told, ["Pledged USD 0.00"]);
    let pledged = format!("{rows}\n        P-2,pledge,2025-04-11,2025-04-11,FRA,,300000,,,");
    let told: Vec<String> = since(&pledged);
    assert_eq!(told, ["Pledged USD 300000.00"]);
    let cut = format!("{pledged}\n        W-2,withdrawal,2025-04-12,2025-04-12,,P-2,,,,");
    let told: Vec<String> = since(&cut);
    assert_eq!(told, ["Pledged USD 0.00"]);
}

#[test]
fn silence_about_a_purpose_means_something_in_complete_books_only() {
    let rows = "
        id,kind,effective,recorded,contributor,amount,purposes,fund
        P-1,pledge,2025-04-02,2025-04-03,DEU,100,,
        P-2,pledge,2025-04-03,2025-04-03,FRA,100,Chairs,
        P-3,pledge,2025-04-04,2025-04-05,ITA,100,,trust-fund";
    let unknown = |reach| {
        let lines = reckoned(reach, "USD", rows).movements.lines;
        lines.iter().map(|line| line.purpose_unknown).collect::<Vec<_>>()
    };
    assert_eq!(unknown(Reach::Documented), [true, false, false]);
    assert_eq!(unknown(Reach::Complete { since: Some(read("2025-04-03")) }), [true, false, false]);
    assert_eq!(unknown(Reach::Complete { since: None }), [false, false, false]);
    assert_eq!(unknown(Reach::Unsaid), [false, false, false]);
}

#[test]
fn a_gift_alone_is_worth_a_section() {
    let briefing =
        with("id,kind,effective,recorded,contributor,amount,what\nK-1,in-kind,2024,2025-01-05,HUN,2000,Premises");
    let contributions = briefing.contributions.as_ref().unwrap();
    assert!(contributions.contributors.is_empty() && contributions.others.is_none() && contributions.share.is_none());
    assert_eq!(contributions.in_kind.len(), 1);
}

#[test]
fn what_nobody_is_known_to_have_said_is_never_printed() {
    let unverified = "
        id,kind,effective,recorded,contributor,ref,amount,what,certainty
        P-1,pledge,2025-04,2025-05-05,DEU,,100,,
        P-2,pledge,2025-04,2025-05-05,FRA,,7777,,unverified
        R-1,receipt,2025-04-30,2025-05-05,,P-1,77,,unverified
        R-2,receipt,2025-04-30,2025-05-05,ITA,,777,,unverified
        A-1,allocation,2025-04,2025-05-05,peace-fund,,7777,,unverified
        K-1,in-kind,2025-04,2025-05-05,ESP,,777,Chairs,unverified";
    let verified: String =
        unverified.lines().filter(|row| !row.ends_with("unverified")).map(|row| format!("{row}\n")).collect();
    assert_eq!(with(unverified), with(&verified));
    assert!(!serde_json::to_string(&with(unverified)).unwrap().contains("777"));
}

#[test]
fn what_is_known_later_changes_nothing() {
    let mut later = LEDGER.to_owned();
    later.push_str("P-8,pledge,2025-04,2025-05-07,new,ESP,,,100\nX-1,void,2025-04,2025-05-07,,,,P-5\n");
    assert_eq!(with(&later), with(LEDGER));
}

#[test]
fn a_month_without_an_issue_is_told_in_the_next() {
    let rows = "id,kind,effective,recorded,contributor,amount,new
        P-1,pledge,2025-01-10,2025-01-11,DEU,100,new
        P-2,pledge,2025-01-20,2025-02-20,FRA,200,new
        P-3,pledge,2025-02-10,2025-02-11,ITA,300,new
        P-6,pledge,2025-02-01,2025-02-03,MLT,600,new
        P-7,pledge,2025-02/2025-03,2025-03-31,FIN,700,new
        P-8,pledge,2025-01/2025-02,2025-02-28,LVA,800,new
        P-4,pledge,2025-03-10,2025-04-20,ESP,400,new
        P-5,pledge,2025-04-10,2025-04-11,PRT,500,new";
    let mut plan = plan();
    plan.stated_total = None;
    plan.previous = Some(PreviousIssue { month: read("2025-01"), cutoff: read("2025-02-05") });
    let movements = compile(data(), rows, &plan).unwrap().movements;
    let names = |name: &briefing_model::Name| name.english().to_owned();
    let late: Vec<String> = movements.late.iter().map(|late| names(&late.line.contributor.name)).collect();
    let told = ["France", "Malta", "Italy", "Latvia", "Spain", "Finland"];
    assert_eq!(late, told, "January's came in time for its issue");
    let own: Vec<String> = movements.lines.iter().map(|line| names(&line.contributor.name)).collect();
    assert_eq!(own, ["Portugal"]);
}

#[test]
fn an_amount_of_one_year_says_so() {
    let briefing = with(
        "id,kind,effective,recorded,contributor,amount,schedule,new
        P-1,pledge,2025-04-01,2025-05-05,DEU,100,yearly 2025/..,new
        P-2,pledge,2025-04-02,2025-05-05,FRA,100,yearly 2025/2027,new
        P-3,pledge,2025-04-03,2025-05-05,ITA,100,,new",
    );
    assert_snapshot!(movements(&briefing.movements), @r"
    Germany |  | pledge USD 100.00 a year
    France |  | pledge USD 300.00
    Italy |  | pledge USD 100.00
    total Pledged USD 400.00
    total PledgedYearly USD 100.00
    ");
    let terms =
        briefing.movements.lines.iter().map(|line| line.terms.as_ref().map(|terms| terms.schedule().to_string()));
    assert_eq!(terms.flatten().collect::<Vec<_>>(), ["yearly 2025/..", "yearly 2025/2027"]);
}

#[test]
fn new_partners_are_those_whom_nobody_had_counted() {
    let briefing = with(
        "id,kind,effective,recorded,contributor,ref,amount,partners,new
        P-1,pledge,2024-12-31,2025-01-02,DEU,,100,,new
        O-1,remainder,2025-01-31,2025-01-31,,,900,3,
        P-2,pledge,2025-02-10,2025-02-10,UZB,,100,,new
        P-3,pledge,2025-04-10,2025-04-10,DEU,,100,,
        P-4,pledge,2025-04-11,2025-04-11,FRA,,100,,among-unnamed
        P-5,pledge,2025-04-12,2025-04-12,ITA,,100,,new
        A-1,allocation,2025-04-13,2025-04-13,peace-fund,,100,,
        P-6,pledge,2025-04-14,2025-05-07,ESP,,100,,new",
    );
    let new = briefing.contributions.unwrap().new_partners;
    let names =
        |parties: &[Named<PartyRef>]| parties.iter().map(|one| one.name.english().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&new.month), ["Italy"], "Spain was not known by the cutoff");
    assert_eq!(names(&new.year), ["Italy", "Uzbekistan"]);
}

/// How the pledges of the invented office grew.
fn grown(rows: &str) -> String {
    let contributions = with(rows).contributions.unwrap();
    let points = contributions.history.iter().map(|point| format!("{} {}", point.as_of, point.pledged));
    points.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_history_has_the_days_of_published_totals_alone() {
    let rows = "
        id,kind,effective,recorded,contributor,amount,received,partners,new,certainty
        P-1,pledge,2022-03-10,2022-03-10,DEU,100,,,new,
        S-1,assertion,2022-03-31,2022-03-31,,100,,,,
        S-2,assertion,2022-06-30,2022-06-30,DEU,100,,,,
        S-3,assertion,2022-09-30,2022-09-30,,,,1,,
        S-4,assertion,2022-12-31,2022-12-31,,100,,,,unverified
        P-2,pledge,2024-08-01,2024-08-01,FRA,50,,,new,
        S-5,assertion,2024-08-31,2024-08-31,,150,,,,
        P-3,pledge,2025-04-02,2025-04-02,ITA,25,,,new,";
    assert_snapshot!(grown(rows), @r"
    2022-03-31 USD 100.00
    2024-08-31 USD 150.00
    2025-04-30 USD 175.00
    ");
    let later =
        format!("{rows}\nS-6,assertion,2023-12-31,2025-05-07,,100,,,,\nS-7,assertion,2025-05-01,2025-05-01,,175,,,,");
    assert_eq!(grown(&later), grown(rows), "neither known by the cutoff nor past the month");
    let stated = format!("{rows}\nS-8,assertion,2025-04-30,2025-05-01,,175,,,,");
    assert_eq!(grown(&stated), grown(rows), "the month's own total is one point");
}

#[test]
fn the_history_is_short_and_never_of_two_points() {
    let pledge = "id,kind,effective,recorded,contributor,amount,new\nP-1,pledge,2010,2011-01-01,DEU,100,new";
    assert_eq!(grown(pledge), "");
    assert_eq!(grown(&format!("{pledge}\nS-1,assertion,2023-12-31,2023-12-31,,100,")), "", "a comparison");
    let stated = (2011..2025).map(|year| format!("\nS-{year},assertion,{year}-12-31,{year}-12-31,,100,"));
    let rows: String = std::iter::once(pledge.to_owned()).chain(stated).collect();
    let points = grown(&rows);
    assert_eq!(points.lines().count(), 8);
    assert!(points.starts_with("2018-12-31 ") && points.ends_with("2025-04-30 USD 100.00"), "{points}");
}

/// Dollars paid or promised by some of the parties.
fn rows() -> impl Strategy<Value = String> {
    let party = prop::sample::select(vec!["SAU,", "DEU,", "undp,", "undp,eu", "shura-council,", "QAT,", "NLD,"]);
    let kind = prop::sample::select(vec!["pledge", "receipt", "allocation"]);
    let row = (kind, party, 1..1_000_000_u32, prop::bool::weighted(0.2));
    (prop::collection::vec(row, 0..30), 0..3_u8).prop_map(|(rows, remainder)| {
        let mut text =
            "id,kind,effective,recorded,contributor,on_behalf_of,amount,received,partners,currency,new,gift\n"
                .to_owned();
        for n in 1..=remainder {
            text.push_str(&format!(
                "O-{n},remainder,2024,2025-01-05,,,{},{},{n},,\n",
                u32::from(n) * 1000,
                u32::from(n) * 700
            ));
        }
        for (n, (kind, party, amount, foreign)) in rows.into_iter().enumerate() {
            let new = if kind == "allocation" { "" } else { "new" };
            let gift = if kind == "receipt" { "yes" } else { "" };
            let currency = if foreign { "EUR" } else { "USD" };
            text.push_str(&format!("E-{n},{kind},2025-03-05,2025-03-06,{party},{amount},,,{currency},{new},{gift}\n"));
        }
        text
    })
}

proptest! {
    #[test]
    fn those_shown_and_the_others_come_to_the_totals(rows in rows(), show in 0..9_u16, with_state in any::<bool>()) {
        let (mut data, mut plan) = (data(), plan());
        data.ledger = reaching(Reach::Complete { since: None }).with_organs_of(&data.parties);
        (data.chart.show, plan.stated_total) = (show, None);
        if with_state {
            data.ledger.organs = briefing_model::OrgansCount::WithState;
        }
        // Nothing of what is received necessary known: a text says nothing of it.
        data.about.clear();
        plan.events.clear();
        let briefing = compile(data, &rows, &plan).unwrap();
        let contributions = briefing.contributions.expect("complete books have totals");
        let bars = &contributions.contributors;
        prop_assert!(bars.len() <= usize::from(show));
        prop_assert!(bars.iter().all(|bar| minor(&bar.pledged) > 0), "nobody has a bar of nothing");
        prop_assert!(bars.is_sorted_by_key(|bar| std::cmp::Reverse(minor(&bar.pledged))));
        let mut names: Vec<&str> = bars.iter().map(|bar| bar.contributor.name.english()).collect();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), bars.len(), "one bar each");

        let others = contributions.others.as_ref();
        let pledged = bars.iter().map(|bar| &bar.pledged).chain(others.map(|others| &others.pledged));
        let received = bars.iter().map(|bar| &bar.received).chain(others.map(|others| &others.received));
        prop_assert_eq!(pledged.map(minor).sum::<i128>(), minor(&contributions.pledged));
        prop_assert_eq!(received.map(minor).sum::<i128>(), minor(&contributions.received));
        let partners = others.map_or(0, |others| others.partners);
        let all = *contributions.partners.on_record().unwrap();
        prop_assert!(partners <= all);
        prop_assert!(all - partners <= bars.len() as u32 + contributions.unvalued.len() as u32, "the others are named");
    }
}

#[test]
fn books_that_begin_after_the_month_do_not_say_what_it_was_for() {
    let data = briefing_model::OfficeData { about: Vec::new(), ..data() };
    let mut plan = plan();
    (plan.stated_total, plan.events) = (None, vec![plan.events.remove(0)]);
    plan.events[0].text = read("Something happened.");
    for since in ["2025-04-15", "2025-05-01"] {
        let mut data = data.clone();
        data.ledger.coverage = reaching(Reach::Complete { since: Some(read(since)) }).coverage;
        let stated = if since == "2025-05-01" { "2025-04-30" } else { "2025-04-14" };
        let rows = format!(
            "id,kind,effective,recorded,contributor,amount,partners,new
            O-1,remainder,2024-12-31,2025-01-05,,9000,3,
            P-1,pledge,2025-04-10,2025-04-11,DEU,100,,new
            A-1,assertion,{stated},2025-05-01,,9100,4,"
        );
        let briefing = compile(data, &rows, &plan).unwrap();
        assert!(briefing.movements.lines[0].purpose_unknown, "{since}");
        assert_eq!(briefing.check().map_err(|error| error.to_string()), Ok(()), "{since}");
    }
}

#[test]
fn a_stated_total_does_not_include_what_came_after_its_day() {
    let rows = "id,kind,effective,recorded,contributor,amount,currency,rounded_to
        T-1,assertion,2024-12-31,2025-01-10,,5000000,USD,100000
        P-1,pledge,2024-06-10,2024-06-12,NLD,100,EUR
        P-2,pledge,2024-12/2025-01,2025-02-12,ESP,100,EUR
        P-3,pledge,2025-02-10,2025-02-12,FRA,100,EUR";
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    let mut office = briefing_model::OfficeData { about: Vec::new(), ..data() };
    office.ledger = reaching(Reach::Documented);
    let contributions = compile(office, rows, &plan).unwrap().contributions.unwrap();
    let since: Vec<bool> = contributions.unvalued.iter().map(|unvalued| unvalued.since_total).collect();
    assert_eq!(since, [false, false, true]);
}

#[test]
fn a_surplus_paid_back_that_is_not_listed_contradicts_nothing() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,rounded_to,gift
        P-1,pledge,2025-01-10,2025-01-12,ESP,,100
        R-1,receipt,2025-02-10,2025-02-12,,P-1,150
        T-1,assertion,2025-03-31,2025-04-01,,,5000000,4000000,100000
        F-1,refund,2025-04-10,2025-04-12,,R-1,50
        G-1,receipt,2025-04-11,2025-04-12,FRA,,10,,,yes";
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    let mut office = briefing_model::OfficeData { about: Vec::new(), ..data() };
    office.ledger = reaching(Reach::Documented);
    let briefing = compile(office, rows, &plan).unwrap();
    let since = &briefing.contributions.as_ref().unwrap().received_since;
    assert_eq!(since.iter().map(|total| total.amount).collect::<Vec<_>>(), [read("USD -40")]);
    assert_eq!(movements(&briefing.movements), "France |  | gift USD 10.00\ntotal Pledged USD 10.00");
    assert_eq!(briefing.check(), Ok(()));
}

#[test]
fn what_is_outstanding_agrees_with_totals_whatever_payments_were_worth() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value
        P-1,pledge,2025-01-05,2025-01-05,DEU,,800000,EUR,768000
        R-1,receipt,2025-01-20,2025-01-22,,P-1,400000,EUR,WORTH
        P-2,pledge,2025-01-06,2025-01-06,FRA,,1000,USD,
        R-2,receipt,2025-01-20,2025-01-22,,P-2,1500,USD,";
    let mut plan = plan();
    plan.stated_total = None;
    plan.events.iter_mut().for_each(|event| event.text = read("Something happened."));
    // What the euro was worth on the day of the payment changes nothing of what is to come, and a surplus is nobody else's.
    for worth in ["380000", "384000", "390000"] {
        let mut office = briefing_model::OfficeData { about: vec![read("{standing.outstanding}")], ..data() };
        office.ledger = reaching(Reach::Complete { since: None });
        let mut briefing = compile(office, &rows.replace("WORTH", worth), &plan).unwrap();
        let name: briefing_model::FactName = read("standing.outstanding");
        assert_eq!(briefing.facts[&name], briefing_model::FactValue::Headline(read("USD 384000")), "{worth}");
        assert_eq!(briefing.check(), Ok(()), "{worth}");
        briefing.facts.insert(name, briefing_model::FactValue::Headline(read("USD 383999")));
        assert!(briefing.check().unwrap_err().to_string().contains("`standing.outstanding`"), "{worth}");
    }
}

#[test]
fn what_is_given_in_kind_later_is_listed_when_it_is_promised() {
    let rows = "id,kind,effective,recorded,contributor,amount,what,period
        P-1,pledge,2025-04-02,2025-04-03,DEU,500,,
        K-1,in-kind,2025-04-05,2025-04-06,ITA,,rooms,2025-06/2025-12";
    let briefing = reckoned(Reach::Complete { since: None }, "USD", rows);
    assert_eq!(briefing.contributions.as_ref().unwrap().in_kind[0].when, read("2025-06/2025-12"));
    assert_eq!(briefing.check(), Ok(()));
}

/// How the figures of April compare with those of an earlier issue: pledged, received, partners.
fn compared_with(month: &str, cutoff: &str, reach: Reach, rows: &str) -> String {
    let mut plan = plan();
    plan.stated_total = None;
    plan.previous = Some(PreviousIssue { month: read(month), cutoff: read(cutoff) });
    let event = plan.events[0].clone();
    plan.events = ["a", "b", "c", "d"]
        .map(|id| Event { id: read(id), placement: Placement::Leadership, text: read("It met."), ..event.clone() })
        .into();
    let (ledger, mut data) = (reaching(reach), data());
    data.about = Vec::new();
    data.ledger = ledger;
    data.sections =
        vec![SectionKind::Glance, SectionKind::Leadership, SectionKind::Highlights, SectionKind::Contributors];
    let briefing = compile(data, rows, &plan).unwrap();
    briefing.check().unwrap();
    briefing.check().unwrap();
    let since = briefing.contributions.unwrap().since_last_issue;
    let money = [since.pledged, since.received].map(|then| then.map(|then| then.map(|money| money.to_string())));
    let [pledged, received] = money;
    let words = |then: Option<Compared<String>>| match then {
        Some(Compared::Changed { by, since }) => format!("{by} since {since}"),
        Some(Compared::Was { value, on }) => format!("was {value} in {on}"),
        None => "–".to_owned(),
    };
    [pledged, received, since.partners.map(|then| then.map(|count| count.to_string()))].map(words).join(" | ")
}

#[test]
fn figures_are_compared_with_those_that_the_last_issue_knew() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,new
        P-1,pledge,2025-01-10,2025-01-11,DEU,,100,new
        R-1,receipt,2025-01-20,2025-01-22,,P-1,40,
        P-2,pledge,2025-03-20,2025-04-20,FRA,,200,new
        P-3,pledge,2025-04-10,2025-04-11,ITA,,300,new";
    let complete = Reach::Complete { since: None };
    let of = |month, cutoff, reach| compared_with(month, cutoff, reach, rows);
    // What was recorded after March's issue is new to its readers.
    assert_eq!(
        of("2025-03", "2025-04-05", complete),
        "USD 500.00 since 2025-03 | USD 0.00 since 2025-03 | 2 since 2025-03"
    );
    assert_eq!(
        of("2025-03", "2025-04-25", complete),
        "USD 300.00 since 2025-03 | USD 0.00 since 2025-03 | 1 since 2025-03"
    );
    assert_eq!(
        of("2025-03", "2025-04-05", Reach::Documented),
        "USD 500.00 since 2025-03 | USD 0.00 since 2025-03 | 2 since 2025-03"
    );
    assert_eq!(of("2024-12", "2025-01-05", Reach::Documented), "– | – | –", "nothing was known then");
}

#[test]
fn an_earlier_issue_that_knows_more_is_compared_as_both_were_known() {
    let rows = "
        id,kind,effective,recorded,contributor,ref,amount,new
        P-1,pledge,2025-03-05,2025-03-06,DEU,,5000,new
        R-1,receipt,2025-03-20,2025-03-20,,P-1,1000,
        P-2,pledge,2025-04-05,2025-04-05,FRA,,700,new
        C-1,correction,2025-03-20,2026-01-09,,R-1,100,
        P-3,pledge,2025-03-07,2025-03-08,ITA,,40,new
        C-2,void,2025-03-07,2026-01-09,,P-3,,";
    // March was published again after April: what it corrects is no news of April.
    let told = compared_with("2025-03", "2026-01-09", Reach::Complete { since: None }, rows);
    assert_eq!(told, "USD 700.00 since 2025-03 | USD 0.00 since 2025-03 | 1 since 2025-03");
    let march = PreviousIssue { month: read("2025-03"), cutoff: read("2026-01-09") };
    let ledger = crate::ledger::book::ledger(rows);
    assert_eq!(ledger.late_movements(march, read("2025-04"), read("2025-05-05")), Ok(Vec::new()));
}

#[test]
fn what_cannot_be_compared_is_not() {
    let head = "id,kind,effective,recorded,contributor,amount,currency,received,partners,rounded_to,new\n";
    let of = |reach, rows: &str| compared_with("2025-03", "2025-04-05", reach, &format!("{head}{rows}"));
    let complete = Reach::Complete { since: None };
    // The total leaves out what it did not leave out before.
    let euros = "P-1,pledge,2025-01-10,2025-01-11,DEU,100,,,,,new\nP-2,pledge,2025-04-10,2025-04-11,FRA,50,EUR,,,,new";
    assert_eq!(of(complete, euros), "– | – | 1 since 2025-03");
    // Two rounded totals: the difference of a million might be nearly nothing, or nearly two.
    let rounded = "A-1,assertion,2025-03-31,2025-04-02,,401000000,,354000000,46,1000000,\n\
                   A-2,assertion,2025-04-30,2025-05-02,,402000000,,354000000,47,1000000,";
    assert_eq!(
        of(Reach::Documented, rounded),
        "was USD 401000000.00 in 2025-03 | was USD 354000000.00 in 2025-03 | 1 since 2025-03"
    );
    // The same statement again, for want of a later one.
    let once = "A-1,assertion,2025-03-31,2025-04-02,,401000000,,354000000,46,,";
    assert_eq!(of(Reach::Documented, once), "– | – | –");
    // Stated now, and documented then.
    let later = "P-1,pledge,2025-01-10,2025-01-11,DEU,100,,,,,new\nA-2,assertion,2025-04-30,2025-05-02,,400,,100,7,,";
    assert_eq!(of(Reach::Documented, later), "– | – | –");
    // Stated for an earlier day than that of the last issue.
    let earlier =
        "A-1,assertion,2024-12-31,2025-01-02,,300,,100,5,,\nA-2,assertion,2025-04-30,2025-05-02,,400,,100,7,,";
    assert_eq!(of(Reach::Documented, earlier), "USD 100.00 since 2024-12 | USD 0.00 since 2024-12 | 2 since 2024-12");
}
