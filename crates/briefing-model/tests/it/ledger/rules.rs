//! What counts, and how.

use briefing_model::{
    AsOf, BreakdownBy, Code, Contributor, Day, Knowledge, Ledger, LedgerError, LedgerSettings, Money, Month,
    MovementKind, MovementSum, MovementTotal, MultiYear, Newness, OrgansCount, Part, PartKey, PartyRef, PreviousIssue,
    Reach, Share, Standing, StandingNote,
};

use crate::ledger::book::{complete, day, ledger, ledger_with, minor, reaching, span, standing, try_ledger, usd};

/// Pledged, received, outstanding, surplus in dollars, and partners; a question mark for what is not known, and behind
/// what is only documented.
fn figures(standing: &Standing) -> String {
    let whole = |figure: &Knowledge<Money>| match figure {
        Knowledge::Known(money) => money.amount().normalize().to_string(),
        Knowledge::Documented(money) => format!("{}?", money.amount().normalize()),
        Knowledge::Stated { value, on, .. } => format!("{} on {on}", value.amount().normalize()),
        Knowledge::Unknown => "?".to_owned(),
    };
    let Standing { pledged, received, outstanding, surplus, partners, .. } = standing;
    let [pledged, received, outstanding, surplus] = [pledged, received, outstanding, surplus].map(whole);
    format!("{pledged} {received} {outstanding} {surplus} by {partners}")
}

fn at(ledger: &Ledger, as_of: &str) -> String {
    figures(&standing(ledger, as_of))
}

#[test]
fn a_revision_states_the_new_total() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-01-20,2025-01-20,,P-1,30
        V-1,revision,2025-02-10,2025-02-10,,P-1,150
        V-2,revision,2025-03-10,2025-03-10,,P-1,80",
    );
    assert_eq!(at(&ledger, "2025-01-31"), "100 30 70 0 by 1");
    assert_eq!(at(&ledger, "2025-02-28"), "150 30 120 0 by 1");
    assert_eq!(at(&ledger, "2025-03-31"), "80 30 50 0 by 1");
}

#[test]
fn a_withdrawal_goes_down_to_what_was_received() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-01-20,2025-01-20,,P-1,30
        W-1,withdrawal,2025-02-10,2025-02-10,,P-1,
        P-2,pledge,2025-01-10,2025-01-10,UZB,,40
        W-2,withdrawal,2025-02-10,2025-02-10,,P-2,10
        W-3,withdrawal,2025-03-10,2025-03-10,,P-2,",
    );
    assert_eq!(at(&ledger, "2025-01-31"), "140 30 110 0 by 2");
    assert_eq!(at(&ledger, "2025-02-28"), "60 30 30 0 by 2");
    // Nothing was received from the second, so it is a partner no longer.
    assert_eq!(at(&ledger, "2025-03-31"), "30 30 0 0 by 1");
    let moved = ledger.movements(span("2025-02-01/2025-03-31"), Day::MAX).unwrap();
    let moved: Vec<_> = moved.iter().map(|one| format!("{} {}", one.contributor, one.amount.unwrap())).collect();
    assert_eq!(moved, ["DEU USD -70.00", "UZB USD -10.00", "UZB USD -30.00"]);
    assert_eq!(ledger.entry(&"P-2".parse().unwrap()).unwrap().effective.to_string(), "2025-01-10", "kept");
}

#[test]
fn a_revision_after_a_withdrawal_starts_afresh() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        W-1,withdrawal,2025-02-10,2025-02-10,,P-1,
        V-1,revision,2025-03-10,2025-03-10,,P-1,60",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "0 0 0 0 by 0");
    assert_eq!(at(&ledger, "2025-03-31"), "60 0 60 0 by 1");
}

#[test]
fn a_receipt_assigned_later_counts_once() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,pledge
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100,
        R-1,receipt,2025-02-10,2025-02-10,DEU,,40,
        C-1,correction,2025-02-10,2025-03-10,,R-1,,P-1",
    );
    let known = |known_at: &str| {
        figures(&ledger.standing(AsOf { in_effect: day("2025-02-28"), known: day(known_at) }).unwrap())
    };
    assert_eq!(known("2025-02-28"), "140 40 100 0 by 1", "as pledged and received of its own");
    assert_eq!(known("2025-03-10"), "100 40 60 0 by 1");
}

#[test]
fn a_payment_beside_an_open_pledge_says_that_it_is_a_gift() {
    let book = |rows: &str| {
        let rows = format!("id,kind,effective,recorded,contributor,ref,amount,currency,schedule,gift,pledge\n{rows}");
        crate::ledger::book::try_ledger(LedgerSettings::default(), &rows)
    };
    let refused = |rows: &str| {
        let faults = book(rows).map_or_else(|invalid| invalid.faults, |_| Vec::new());
        faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>().join("\n")
    };
    let pledge = "P-1,pledge,2025-05,2025-05-07,DEU,,100,,,,\n";
    insta::assert_snapshot!(
        refused(&format!("{pledge}R-1,receipt,2025-05-20,2025-06-01,DEU,,100,,,,")),
        @"L0211 `R-1`: names no pledge, but its contributor has one that is not yet paid, `P-1`"
    );
    let sound = [
        // It says so, or on which.
        "R-1,receipt,2025-05-20,2025-06-01,DEU,,100,,,yes,",
        "R-1,receipt,2025-05-20,2025-06-01,,P-1,100,,,,",
        // A correction says so, or on which.
        "R-1,receipt,2025-05-20,2025-06-01,DEU,,100,,,,\nC-1,correction,2025-05-20,2025-06-02,,R-1,,,,yes,",
        "R-1,receipt,2025-05-20,2025-06-01,DEU,,100,,,,\nC-1,correction,2025-05-20,2025-06-02,,R-1,,,,,P-1",
        // Nothing is open: it came before, from another, or after all was paid or withdrawn.
        "R-1,receipt,2025-04-20,2025-06-01,DEU,,100,,,,",
        "R-1,receipt,2025-05-20,2025-06-01,UZB,,100,,,,",
        "R-1,receipt,2025-05-31,2025-06-01,,P-1,100,,,,\nR-2,receipt,2025-06-20,2025-07-01,DEU,,5,,,,",
        "W-1,withdrawal,2025-05-31,2025-06-01,,P-1,,,,,\nR-2,receipt,2025-06-20,2025-07-01,DEU,,5,,,,",
    ];
    for rows in sound {
        assert_eq!(refused(&format!("{pledge}{rows}")), "", "{rows}");
    }
    // Part of it is open; one without an end always is; one in euros is as long as euros are missing.
    for (pledge, rest) in [
        (pledge, "R-1,receipt,2025-05-31,2025-06-01,,P-1,99,,,,\nR-2,receipt,2025-06-20,2025-07-01,DEU,,5,,,,"),
        ("P-1,pledge,2025-05,2025-05-07,DEU,,100,,yearly 2025/..,,\n", "R-2,receipt,2025-06-20,2025-07-01,DEU,,5,,,,"),
        ("P-1,pledge,2025-05,2025-05-07,DEU,,100,EUR,,,\n", "R-2,receipt,2025-06-20,2025-07-01,DEU,,5,,,,"),
    ] {
        assert!(refused(&format!("{pledge}{rest}")).starts_with("L0211 `R-2`"), "{rest}");
    }
}

#[test]
fn a_receipt_before_its_pledge_stands_for_itself() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-03-10,2025-03-10,DEU,,100
        R-1,receipt,2025-02-10,2025-03-10,,P-1,40",
    );
    assert_eq!(ledger.warnings()[0].code, Code::ReceiptBeforePledge);
    assert_eq!(at(&ledger, "2025-02-28"), "40 40 0 0 by 1");
    assert_eq!(at(&ledger, "2025-03-31"), "100 40 60 0 by 1");
    let kinds = ledger.breakdown(BreakdownBy::Kind, AsOf { in_effect: day("2025-02-28"), known: Day::MAX }).unwrap();
    assert_eq!(kinds.parts[0].key.to_string(), "receipt");
}

#[test]
fn what_was_paid_without_a_pledge_counts_as_pledged_and_is_noted() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        G-1,receipt,2025-02-10,2025-02-10,NOR,,40
        R-1,receipt,2025-03-10,2025-03-20,DEU,P-1,30
        P-1,pledge,2025-04-10,2025-03-15,DEU,,100";
    let noted = |ledger: &Ledger, as_of| standing(ledger, as_of).notes.contains(&StandingNote::Unpledged);
    let gifts = ledger(rows);
    assert_eq!(at(&gifts, "2025-04-30"), "140 70 70 0 by 2");
    assert!(noted(&gifts, "2025-04-30") && !noted(&gifts, "2025-01-31"));
    let returned = ledger(&format!("{rows}\n        F-1,refund,2025-04-15,2025-04-15,,G-1,40"));
    assert!(noted(&returned, "2025-03-31") && !noted(&returned, "2025-04-30"), "nothing of it is left");
    // A total that a source states is the source's; what came since is added by us.
    let stated = |day: &str| {
        ledger_with(reaching(Reach::Documented), &format!("{rows}\n        T-1,assertion,{day},{day},,,1000"))
    };
    assert!(noted(&stated("2025-01-31"), "2025-03-31") && !noted(&stated("2025-03-31"), "2025-03-31"));
}

#[test]
fn surplus_is_listed_apart_and_pays_for_no_other_pledge() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,120
        P-2,pledge,2025-01-10,2025-01-10,DEU,,50",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "150 120 50 20 by 1");
    assert!(standing(&ledger, "2025-02-28").notes.contains(&StandingNote::Surplus));
}

#[test]
fn a_refund_is_not_expected_again() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,100
        F-1,refund,2025-03-10,2025-03-10,,R-1,20
        R-2,receipt,2025-02-10,2025-02-10,UZB,,10
        F-2,refund,2025-03-10,2025-03-10,,R-2,10
        V-1,revision,2025-04-10,2025-04-10,,P-1,150",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "110 110 0 0 by 2");
    assert_eq!(at(&ledger, "2025-03-31"), "80 80 0 0 by 1");
    assert_eq!(at(&ledger, "2025-04-30"), "150 80 70 0 by 1");
}

const ITEMIZED: &str = "id,kind,effective,recorded,contributor,ref,amount,received,partners,itemizes,new
    P-0,pledge,2024-01-10,2024-01-10,SAU,,1000,,,,
    O-1,remainder,2024-12-31,2024-12-31,,,500,200,3,,
    P-1,pledge,2023-05,2025-02-10,DEU,,120,,,O-1,
    R-1,receipt,2023-06,2025-02-10,UZB,,80,,,O-1,
    P-2,pledge,2024-03-10,2025-03-10,SAU,,100,,,O-1,";

#[test]
fn itemizing_moves_amount_and_count_and_changes_no_total() {
    let ledger = ledger(ITEMIZED);
    let known = |known_at: &str| ledger.standing(AsOf { in_effect: day("2024-12-31"), known: day(known_at) }).unwrap();
    for known_at in ["2024-12-31", "2025-02-10", "2025-03-10"] {
        assert_eq!(figures(&known(known_at)), "1500 200 1300 0 by 4", "known on {known_at}");
    }
    let others = |known_at: &str| {
        let others = known(known_at).remainder.unwrap();
        (others.pledged, others.received, others.partners)
    };
    let known =
        |pledged, received, partners| (Knowledge::Known(usd(pledged)), Knowledge::Known(usd(received)), partners);
    assert_eq!(others("2024-12-31"), known("500", "200", 3));
    assert_eq!(others("2025-02-10"), known("300", "120", 1));
    // A partner known before by another pledge leaves the number of the unnamed alone.
    assert_eq!(others("2025-03-10"), known("200", "120", 1));
}

#[test]
fn one_among_the_unnamed_is_counted_once_and_is_not_new() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount,partners,new
        O-1,remainder,2024-12-31,2024-12-31,,500,3,
        P-1,pledge,2025-04,2025-04-30,DEU,100,,among-unnamed
        P-2,pledge,2025-04,2025-04-30,IRQ,100,,new
        P-3,pledge,2025-05,2025-05-31,DEU,100,,",
    );
    assert_eq!(at(&ledger, "2025-03-31"), "500 ? ? ? by 3");
    assert_eq!(at(&ledger, "2025-04-30"), "700 ? ? ? by 4");
    assert_eq!(at(&ledger, "2025-05-31"), "800 ? ? ? by 4");
    let arrivals = ledger.arrivals(span("2025-01-01/2025-12-31"), Day::MAX).unwrap();
    let arrivals: Vec<_> = arrivals.iter().map(|(party, newness)| format!("{party} {newness:?}")).collect();
    assert_eq!(arrivals, ["DEU AmongUnnamed", "IRQ New"]);
}

#[test]
fn gifts_in_kind_stand_outside_and_allocations_are_no_partners() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        G-1,in-kind,2025-01-10,2025-01-10,NLD,,11500000
        A-1,allocation,2025-01-10,2025-01-10,un-pdtf,,873120
        R-1,receipt,2025-02-10,2025-02-10,,A-1,800000",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "873120 800000 73120 0 by 0");
    let standing = standing(&ledger, "2025-02-28");
    assert_eq!(standing.contributors.len(), 1);
    assert_eq!(standing.contributors[0].allocated, Knowledge::Known(usd("873120")));
    assert_eq!(standing.in_kind[0].value, Some(usd("11500000")));
}

#[test]
fn an_organ_counts_apart_or_with_its_state() {
    let rows = "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-01-10,2025-01-10,QAT,100
        P-2,pledge,2025-01-10,2025-01-10,shura-council,50";
    let organs = |organs| LedgerSettings {
        organs,
        organ_states: [("shura-council".parse().unwrap(), "QAT".parse().unwrap())].into(),
        ..complete()
    };
    let apart = standing(&ledger_with(organs(OrgansCount::Apart), rows), "2025-01-31");
    assert_eq!((apart.partners, apart.contributors.len()), (Knowledge::Known(2), 2));
    let with_state = standing(&ledger_with(organs(OrgansCount::WithState), rows), "2025-01-31");
    assert_eq!((with_state.partners, with_state.contributors.len()), (Knowledge::Known(1), 1));
    assert_eq!(with_state.contributors[0].pledged, Knowledge::Known(usd("150")));
    assert_eq!(apart.pledged, with_state.pledged);
}

#[test]
fn passing_on_for_others_makes_one_partner() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,on_behalf_of,amount
        P-1,pledge,2025-01-10,2025-01-10,undp,,100
        P-2,pledge,2025-01-10,2025-01-10,undp,eu,50",
    );
    let standing = standing(&ledger, "2025-01-31");
    assert_eq!((standing.partners, standing.contributors.len()), (Knowledge::Known(1), 2));
    let eu: PartyRef = "eu".parse().unwrap();
    let undp = "undp".parse().unwrap();
    assert_eq!(standing.contributors[1].contributor, Contributor { party: undp, on_behalf_of: Some(eu) });
}

const YEARS: &str = "id,kind,effective,recorded,contributor,ref,amount,schedule
    P-1,pledge,2022-03,2022-03-31,QAT,,15,yearly 2024/2026
    P-2,pledge,2018-01-19,2018-01-19,RUS,,5,yearly 2019/..
    P-3,pledge,2022-01-01,2022-01-01,DEU,,30,2023-06-30 10; 2024-06-30 20
    P-4,pledge,2022-01-01,2022-01-01,UZB,,12,over 2022/2023-06
    R-1,receipt,2022-02-01,2022-02-01,,P-3,4,";

#[test]
fn multi_year_pledges_count_whole() {
    let ledger = ledger(YEARS);
    assert_eq!(at(&ledger, "2018-12-31"), "0 0 0 0 by 1", "promised, and not due");
    assert_eq!(at(&ledger, "2019-12-30"), "0 0 0 0 by 1");
    assert_eq!(at(&ledger, "2019-12-31"), "5 0 5 0 by 1");
    // Three years of two more, all at once, and the third year of the open-ended one.
    assert_eq!(at(&ledger, "2022-03-31"), "102 4 98 0 by 4");
    let notes = standing(&ledger, "2022-03-31").notes;
    assert_eq!(notes, [StandingNote::MultiYear(MultiYear::Whole), StandingNote::OpenEnded]);
}

#[test]
fn multi_year_pledges_count_as_they_fall_due() {
    let settings = LedgerSettings { multi_year: MultiYear::AsDue, ..complete() };
    let ledger = ledger_with(settings, YEARS);
    // What was received early counts as due.
    assert_eq!(at(&ledger, "2022-03-31"), "19 4 15 0 by 4");
    assert_eq!(at(&ledger, "2023-06-30"), "42 4 38 0 by 4");
    assert_eq!(at(&ledger, "2024-12-31"), "87 4 83 0 by 4");
    assert_eq!(at(&ledger, "2026-12-31"), "127 4 123 0 by 4");
}

#[test]
fn unknown_worth_is_listed_and_left_out() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,currency,settles
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,
        R-1,receipt,2025-02-10,2025-02-10,,P-1,400,EUR,
        R-2,receipt,2025-03-10,2025-03-10,,P-1,330,USD,EUR 300",
    );
    let listed = |as_of: &str| {
        let standing = standing(&ledger, as_of);
        let [unvalued] = standing.unvalued.as_slice() else { panic!("{standing:?}") };
        format!("{} | {} {} {}", figures(&standing), unvalued.promised, unvalued.received, unvalued.remaining)
    };
    assert_eq!(listed("2025-01-31"), "? 0 ? 0 by 1 | EUR 1000.00 EUR 0.00 EUR 1000.00");
    assert_eq!(listed("2025-02-28"), "? ? ? 0 by 1 | EUR 1000.00 EUR 400.00 EUR 600.00");
    // Dollars received count as pledged and received.
    assert_eq!(listed("2025-03-31"), "330 330 ? 0 by 1 | EUR 1000.00 EUR 700.00 EUR 300.00");
}

#[test]
fn a_stated_value_counts_and_serves_its_payments() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,currency,value
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,333.33,EUR,
        R-2,receipt,2025-03-10,2025-03-10,,P-1,500,EUR,540",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "1100 366.66 733.34 0 by 1");
    assert_eq!(at(&ledger, "2025-03-31"), "1100 906.66 183.34 0 by 1", "EUR 166.67 are left");
    assert!(standing(&ledger, "2025-03-31").unvalued.is_empty());
}

/// A pledge of 1,000 euros at 1.10, with what came on it and went back.
fn pledge_of_euros(rows: &str) -> String {
    let pledge = "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100,
        ";
    at(&ledger(&format!("{pledge}{rows}")), "2025-12-31")
}

#[test]
fn a_promise_is_settled_in_its_own_currency() {
    let cases = [
        // Paid in full, when the euro was worth less, and more.
        ("R-1,receipt,2025-02-10,2025-02-10,,P-1,1000,EUR,1080,", "1100 1080 0 0 by 1"),
        ("R-1,receipt,2025-02-10,2025-02-10,,P-1,1000,EUR,1120,", "1100 1120 0 0 by 1"),
        // In dollars that say what they settle.
        ("R-1,receipt,2025-02-10,2025-02-10,,P-1,535,USD,,500 EUR", "1100 535 550 0 by 1"),
        // Dollars that do not say it can only be set against the promise's worth.
        ("R-1,receipt,2025-02-10,2025-02-10,,P-1,535,USD,,", "1100 535 565 0 by 1"),
        // More than was promised.
        ("R-1,receipt,2025-02-10,2025-02-10,,P-1,1250,EUR,1350,", "1100 1350 0 270 by 1"),
        // What goes back is worth what it was when it came.
        (
            "R-1,receipt,2025-02-10,2025-02-10,,P-1,1000,EUR,1080,
             F-1,refund,2025-03-10,2025-03-10,,P-1,1000,EUR,,",
            "0 0 0 0 by 0",
        ),
        (
            "R-1,receipt,2025-02-10,2025-02-10,,P-1,500,EUR,540,
             W-1,withdrawal,2025-03-10,2025-03-10,,P-1,,,,",
            "550 540 0 0 by 1",
        ),
        // What came beyond the promise goes back first.
        (
            "R-1,receipt,2025-02-10,2025-02-10,,P-1,1200,EUR,1320,
             F-1,refund,2025-03-10,2025-03-10,,P-1,200,EUR,,",
            "1100 1100 0 0 by 1",
        ),
        (
            "R-1,receipt,2025-02-10,2025-02-10,,P-1,1200,EUR,1320,
             F-1,refund,2025-03-10,2025-03-10,,P-1,1200,EUR,,",
            "0 0 0 0 by 0",
        ),
        // Thirds come to the whole.
        (
            "R-1,receipt,2025-02-10,2025-02-10,,P-1,333.33,EUR,,
             R-2,receipt,2025-03-10,2025-03-10,,P-1,333.33,EUR,,
             R-3,receipt,2025-04-10,2025-04-10,,P-1,333.34,EUR,,",
            "1100 1100 0 0 by 1",
        ),
    ];
    for (rows, expected) in cases {
        assert_eq!(pledge_of_euros(rows), expected, "{rows}");
    }
}

#[test]
fn a_listed_payment_says_what_the_totals_count() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,1000,EUR,1080
        F-1,refund,2025-02-20,2025-02-20,,P-1,250,EUR,";
    let moved = ledger(rows).movements("2025-02".parse::<briefing_model::Month>().unwrap(), day("2025-03-05")).unwrap();
    let worth: Vec<_> = moved.iter().map(|movement| movement.worth().unwrap().to_string()).collect();
    // What goes back lowers the pledge by what that part of it was worth when it was pledged, which is a change beside it.
    assert_eq!(worth, ["USD 1080.00", "USD -270.00", "USD -275.00"]);
}

#[test]
fn what_goes_back_and_what_is_no_longer_pledged_are_two_sums() {
    let moved = |refund: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles
            P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100,
            R-1,receipt,2025-02-10,2025-02-10,,P-1,600,USD,,500 EUR
            R-2,receipt,2025-02-10,2025-02-10,,P-1,100,EUR,110,
            F-1,refund,2025-03-20,2025-03-20,,{refund},"
        );
        let ledger = ledger(&rows);
        let at = |on: &str| {
            let standing = ledger.standing(AsOf::on(day(on))).unwrap();
            (minor(&standing.pledged), minor(&standing.received))
        };
        let (before, after) = (at("2025-02-28"), at("2025-03-31"));
        let moved = ledger.movements("2025-03".parse::<Month>().unwrap(), Day::MAX).unwrap();
        let of = |sum: MovementSum| {
            let totals = Ledger::movement_totals(&moved).unwrap();
            totals.iter().filter(|total| total.sum == sum).map(|total| total.amount.minor()).sum::<i128>()
        };
        let is_single = moved.iter().all(|one| one.kind == MovementKind::Refund);
        assert_eq!(of(MovementSum::Pledged), after.0 - before.0, "{refund}");
        assert!(is_single || of(MovementSum::Received) == after.1 - before.1, "{refund}");
        moved.iter().map(|one| format!("{} {}", one.kind, one.worth().unwrap())).collect::<Vec<_>>()
    };
    // Of 600 dollars that settle 500 euros, which were pledged at 550.
    assert_eq!(moved("R-1,300,USD,"), ["paid-back USD -300.00", "reduction USD -275.00"]);
    // What its source says of it.
    assert_eq!(moved("R-2,50,EUR,70"), ["paid-back USD -70.00", "reduction USD -55.00"]);
    assert_eq!(moved("R-2,50,EUR,"), ["refund USD -55.00"]);
}

#[test]
fn what_goes_back_lowers_pledges_and_payments_each_by_its_own_rate() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value,received
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100,
        R-1,receipt,2025-01-20,2025-01-20,,P-1,1000,EUR,1080,
        A-1,assertion,2025-01-31,2025-01-31,,,5000,USD,,4000
        F-1,refund,2025-02-20,2025-02-20,,P-1,250,EUR,,";
    let ledger = ledger_with(reaching(Reach::Documented), rows);
    let february = standing(&ledger, "2025-02-28");
    let sums = |totals: &[MovementTotal]| totals.iter().map(|total| total.amount.to_string()).collect::<Vec<_>>();
    assert_eq!(sums(&february.pledged_since), ["USD -275.00"]);
    assert_eq!(sums(&february.received_since), ["USD -270.00"]);
}

#[test]
fn a_pledge_changes_by_the_difference_of_the_totals() {
    let month: briefing_model::Month = "2024-02".parse().unwrap();
    // The new terms, and how they are told.
    let told = |was: &str, terms: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value,schedule
            P-1,pledge,2024-01-01,2024-01-01,DEU,,500000,EUR,{was},
            V-1,revision,2024-02-05,2024-02-06,,P-1,{terms},"
        );
        let ledger = ledger(&rows);
        let moved = ledger.movements(month, day("2024-03-05")).unwrap();
        let pledged = |on: &str| standing(&ledger, on).pledged.figure().map_or(0, |money| money.minor());
        let sum: i128 =
            moved.iter().filter_map(briefing_model::Movement::worth).map(briefing_model::Money::minor).sum();
        assert_eq!(sum, pledged("2024-02-29") - pledged("2024-01-31"), "{terms}");
        let one = &moved[0];
        format!("{} {} {}", one.kind, one.amount.unwrap(), one.value.map_or(String::new(), |value| value.to_string()))
    };
    assert_eq!(told("480000", "600000,EUR,570000"), "increase EUR 100000.00 USD 90000.00");
    assert_eq!(told("480000", "400000,EUR,384000"), "reduction EUR -100000.00 USD -96000.00");
    // More in its own currency, and worth less.
    assert_eq!(told("480000", "510000,EUR,470000"), "reduction USD -10000.00 ");
    // The same, only valued anew; and valued for the first time.
    assert_eq!(told("480000", "500000,EUR,485000"), "increase USD 5000.00 ");
    assert_eq!(told("", "600000,EUR,570000"), "increase USD 570000.00 ");
}

#[test]
fn what_goes_back_of_a_surplus_and_of_a_pledge_is_one_change_of_payments() {
    let month: briefing_model::Month = "2024-02".parse().unwrap();
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2024-01-01,2024-01-01,DEU,,1000
        R-1,receipt,2024-01-10,2024-01-11,,P-1,1200
        F-1,refund,2024-02-10,2024-02-11,,R-1,300";
    let totals = |rows: &str| {
        let ledger = ledger(rows);
        let totals = Ledger::movement_totals(&ledger.movements(month, day("2024-03-05")).unwrap()).unwrap();
        totals.iter().map(|total| format!("{} {}", total.sum, total.amount)).collect::<Vec<_>>()
    };
    assert_eq!(totals(rows), ["pledged USD -100.00", "received USD -300.00"]);
    let gift = format!("{rows}\nG-1,receipt,2024-02-11,2024-02-11,FRA,,50");
    assert_eq!(totals(&gift), ["pledged USD -50.00", "received USD -250.00"]);
    // Where no surplus goes back, payments on pledges are added up alone.
    let paid = gift.replace("R-1,300", "R-1,300\nR-2,receipt,2024-02-09,2024-02-09,,P-1,60").replace("1200", "900");
    assert_eq!(totals(&paid), ["pledged USD -250.00", "received USD 60.00"]);
}

#[test]
fn what_turns_out_to_be_of_an_earlier_month_is_in_no_issue_so_far() {
    let late = |rows: &str, month: &str, cutoff: &str| {
        let ledger = ledger(rows);
        let january = PreviousIssue { month: "2024-01".parse().unwrap(), cutoff: day("2024-02-02") };
        let month = month.parse().unwrap();
        let late = ledger.late_movements(january, month, day(cutoff)).unwrap();
        assert!(ledger.corrected_movements(january, month, day(cutoff)).unwrap().is_empty());
        let late = late.iter().map(|one| format!("{} {} {}", one.entry, one.kind, one.amount.unwrap()));
        late.collect::<Vec<_>>()
    };
    let rows = "id,kind,effective,recorded,contributor,ref,amount,true_effective
        P-1,pledge,2024,2024-01-05,ITA,,700,
        C-1,correction,2024,2024-02-05,,P-1,,DATE";
    let told = ["P-1 pledge USD 700.00"];
    assert_eq!(late(&rows.replace("DATE", "2024-01-10"), "2024-02", "2024-03-05"), told);
    // Of whatever month it turns out to be.
    assert_eq!(late(&rows.replace("DATE", "2021-01-10"), "2024-02", "2024-03-05"), told);
    let within = "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2024-01/2024-02,2024-01-05,ITA,700
        P-2,pledge,2024-01-10,2024-01-12,ESP,60";
    assert_eq!(late(within, "2024-03", "2024-04-05"), ["P-1 pledge USD 700.00"]);
}

#[test]
fn what_goes_back_takes_off_the_pledge_what_it_had_settled() {
    // A tenth of a payment in another currency goes back, with or without saying what it is worth.
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles
        P-1,pledge,2024-01-10,2024-01-12,ESP,,54000,EUR,50000,
        R-1,receipt,2024-01-20,2024-01-22,,P-1,50000,CHF,47000,54000 EUR
        F-1,refund,2024-02-07,2024-02-07,,R-1,5000,CHF,BACK,";
    for back in ["", "4700"] {
        let ledger = ledger(&rows.replace("BACK", back));
        assert_eq!(at(&ledger, "2024-01-31"), "50000 47000 0 0 by 1");
        assert_eq!(at(&ledger, "2024-02-29"), "45000 42300 0 0 by 1");
    }
    // So it does where it goes back in the currency of the totals.
    let worth = ledger(&rows.replace("R-1,5000,CHF,BACK", "R-1,4700,USD,"));
    assert_eq!(at(&worth, "2024-02-29"), "45000 42300 0 0 by 1");
    // Of two payments, the one that is named goes back first, and its whole is what it settled.
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles
        P-1,pledge,2024-01-10,2024-01-12,ESP,,1000,USD,,
        R-1,receipt,2024-01-20,2024-01-22,,P-1,300,CHF,,300 USD
        R-2,receipt,2024-01-21,2024-01-22,,P-1,300,CHF,,330 USD
        F-1,refund,2024-02-07,2024-02-07,,R-2,100,CHF,,
        F-2,refund,2024-02-08,2024-02-08,,R-2,200,CHF,,
        F-3,refund,2024-02-09,2024-02-09,,P-1,100,CHF,,";
    let ledger = ledger(rows);
    assert_eq!(at(&ledger, "2024-02-07"), "890 520 370 0 by 1");
    assert_eq!(at(&ledger, "2024-02-08"), "670 300 370 0 by 1");
    assert_eq!(at(&ledger, "2024-02-29"), "570 200 370 0 by 1");
}

#[test]
fn what_goes_back_is_worth_what_the_payment_was() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,currency,value\n";
    let whole = |rows: &str| at(&ledger(&format!("{head}{rows}")), "2025-12-31");
    // Of the payment that is named, in whichever order they came.
    let rows = "P-1,pledge,2025-01-10,2025-01-10,FRA,,200,EUR,300
        R-1,receipt,2025-02-10,2025-02-10,,P-1,100,EUR,100
        R-2,receipt,2025-02-11,2025-02-11,,P-1,100,EUR,200
        F-1,refund,2025-03-11,2025-03-11,,R-1,100,EUR,";
    assert_eq!(whole(rows), "150 200 0 0 by 1");
    assert_eq!(
        whole(&rows.replace("F-1,refund,2025-03-11,2025-03-11,,R-1", "F-1,refund,2025-03-11,2025-03-11,,R-2")),
        "150 100 0 0 by 1"
    );
    // Where none is named, of all in proportion.
    assert_eq!(
        whole(&rows.replace("F-1,refund,2025-03-11,2025-03-11,,R-1", "F-1,refund,2025-03-11,2025-03-11,,P-1")),
        "150 150 0 0 by 1"
    );
    // Paid and paid back, twice, and at two rates: nothing is left, and never less than nothing.
    for (first, second) in [(100, 120), (120, 100)] {
        for of in [["R-1", "R-2"], ["P-1", "P-1"]] {
            let [one, other] = of;
            let rows = format!(
                "P-1,pledge,2025-01-10,2025-01-11,FRA,,200,EUR,220
                R-1,receipt,2025-01-12,2025-01-13,,P-1,100,EUR,{first}
                F-1,refund,2025-01-20,2025-01-20,,{one},100,EUR,
                R-2,receipt,2025-02-11,2025-02-12,,P-1,100,EUR,{second}
                F-2,refund,2025-03-11,2025-03-12,,{other},100,EUR,"
            );
            assert_eq!(whole(&rows), "0 0 0 0 by 0", "{rows}");
        }
    }
    // A gift, whatever the rate is when it goes back.
    for rate in ["1.1", "1.3"] {
        let rows = format!(
            "X-1,rate,2025-02,2025-02-01,,,1.2,EUR,
            X-2,rate,2025-03,2025-03-01,,,{rate},EUR,
            R-1,receipt,2025-02-05,2025-02-06,FRA,,250,EUR,
            F-1,refund,2025-03-05,2025-03-06,,R-1,BACK,EUR,"
        );
        assert_eq!(whole(&rows.replace("BACK", "250")), "0 0 0 0 by 0");
        assert_eq!(whole(&rows.replace("BACK", "50")), "240 240 0 0 by 1");
    }
    let stated = "R-1,receipt,2025-02-05,2025-02-06,FRA,,250,EUR,300
        F-1,refund,2025-03-05,2025-03-06,,R-1,25,EUR,";
    assert_eq!(whole(stated), "270 270 0 0 by 1");
    // Of a payment whose worth is not known, what goes back is not known either, even where its own rate is.
    let unknown = "R-1,receipt,2025-02-05,2025-02-06,FRA,,250,EUR,
        X-2,rate,2025-03,2025-03-01,,,1.1,EUR,
        F-1,refund,2025-03-05,2025-03-06,,R-1,100,EUR,";
    assert_eq!(whole(unknown), "? ? ? 0 by 1");
    // Once that is back, nothing unknown is left.
    assert_eq!(whole(&unknown.replace("R-1,100", "R-1,250")), "0 0 0 0 by 0");
    let some = format!(
        "{head}P-1,pledge,2025-01-10,2025-01-11,FRA,,200,EUR,
        R-1,receipt,2025-01-12,2025-01-13,,P-1,100,EUR,120
        R-2,receipt,2025-01-14,2025-01-14,,P-1,100,EUR,
        F-1,refund,2025-01-20,2025-01-20,,OF,100,EUR,"
    );
    let left_out = |of: &str| {
        let standing = standing(&ledger(&some.replace("OF", of)), "2025-12-31");
        standing.unvalued.iter().map(|one| one.left_out.to_string()).collect::<Vec<_>>()
    };
    assert_eq!([left_out("R-1"), left_out("R-2")], [["EUR 100.00"], ["EUR 0.00"]]);
}

#[test]
fn what_a_struck_out_pledge_takes_along_is_told() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2024-01-05,2024-01-05,DEU,,5
        V-1,revision,2024-01-08,2024-01-08,,P-1,5000
        R-1,receipt,2024-01-09,2024-01-09,,P-1,250
        C-1,void,2024-02-10,2024-02-10,,P-1,";
    let ledger = ledger(rows);
    let january = PreviousIssue { month: "2024-01".parse().unwrap(), cutoff: day("2024-02-02") };
    let corrected = ledger.corrected_movements(january, "2024-02".parse().unwrap(), day("2024-03-05")).unwrap();
    let told = |one: &briefing_model::Movement| format!("{} {} {}", one.entry, one.kind, one.amount.unwrap());
    let told = corrected.iter().map(|one| (told(&one.before), one.after.as_ref().map(told)));
    let pledged = |text: &str| (text.to_owned(), None);
    // Of the money that came, all is there; it is a gift now.
    let paid = ("R-1 payment USD 250.00".to_owned(), Some("R-1 gift USD 250.00".to_owned()));
    assert_eq!(told.collect::<Vec<_>>(), [pledged("P-1 pledge USD 5.00"), pledged("V-1 increase USD 4995.00"), paid]);
    assert_eq!(at(&ledger, "2024-01-31"), "250 250 0 0 by 1");
}

#[test]
fn an_amount_is_corrected_with_what_it_is_worth() {
    let rows = |value: &str, currency: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value
            P-1,pledge,2025-01-10,2025-01-10,FRA,,100000,EUR,108000
            R-1,receipt,2025-01-12,2025-01-12,DEU,,100000,EUR,108000
            C-1,correction,2025-01-10,2025-02-03,,P-1,10000,{currency},{value}
            C-2,correction,2025-01-12,2025-02-03,,R-1,10000,{currency},{value}"
        )
    };
    assert_eq!(at(&ledger(&rows("10800", "EUR")), "2025-02-28"), "21600 10800 10800 0 by 2");
    // It was the currency that was wrong.
    assert_eq!(at(&ledger(&rows("", "USD")), "2025-02-28"), "20000 10000 10000 0 by 2");
}

#[test]
fn a_rate_that_came_too_late_corrects_what_an_issue_counted() {
    let told = |rows: &str| {
        let january = PreviousIssue { month: "2024-01".parse().unwrap(), cutoff: day("2024-02-02") };
        let corrected =
            ledger(rows).corrected_movements(january, "2024-02".parse().unwrap(), day("2024-03-05")).unwrap();
        let worth = |one: &briefing_model::Movement| one.worth().unwrap().to_string();
        let pairs = corrected.iter().map(|one| (worth(&one.before), worth(one.after.as_ref().unwrap())));
        pairs.collect::<Vec<_>>()
    };
    let of = |was: &str, is: &str| vec![(was.to_owned(), is.to_owned())];
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency
        P-1,pledge,2024-01-05,2024-01-05,DEU,,1000,EUR
        P-2,pledge,2024-01-05,2024-01-05,ITA,,50,CHF";
    let late = format!("{rows}\nX-2,rate,2024-01,2024-02-03,,,0.96,EUR");
    assert_eq!(told(&late), of("EUR 1000.00", "USD 960.00"));
    // One of a day takes the place of that of the month, and one of February changes nothing.
    let better = format!("{rows}\nX-1,rate,2024-01,2024-01-02,,,0.95,EUR\nX-2,rate,2024-01-05,2024-02-03,,,0.96,EUR");
    assert_eq!(told(&better), of("USD 950.00", "USD 960.00"));
    assert_eq!(told(&better.replace("2024-01-05,2024-02-03", "2024-02-01/..,2024-02-03")), []);
    // One that was struck out, with the one in its place.
    let struck = format!(
        "{rows}\nX-1,rate,2024-01,2024-01-02,,,9.6,EUR\nX-2,rate,2024-01,2024-02-03,,,0.96,EUR\nX-3,void,2024-01,2024-02-03,,X-1,,"
    );
    assert_eq!(told(&struck), of("USD 9600.00", "USD 960.00"));
}

#[test]
fn a_rate_serves_its_own_time_only() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount,currency
        X-1,rate,2025-01,2025-01-02,,1.10,EUR
        X-2,rate,2025-03-15/..,2025-03-15,,1.25,EUR
        P-1,pledge,2025-01-10,2025-01-10,NLD,100,EUR
        P-2,pledge,2025-02-10,2025-02-10,ESP,100,EUR
        P-3,pledge,2025-04-10,2025-04-10,ITA,100,EUR",
    );
    assert_eq!(at(&ledger, "2025-04-30"), "235 0 235 0 by 3");
    let standing = standing(&ledger, "2025-04-30");
    assert_eq!(standing.unvalued.len(), 1);
    assert!(standing.notes.contains(&StandingNote::Converted));
}

#[test]
fn which_rate_serves_does_not_depend_on_the_order_of_rows() {
    let said = |one: &str, other: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,amount,currency
            {one},EUR
            {other},EUR
            P-1,pledge,2025-04-10,2025-04-10,NLD,1000,EUR"
        );
        match try_ledger(complete(), &rows) {
            Ok(ledger) => at(&ledger, "2025-04-30"),
            Err(error) => error.faults.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>().join(" "),
        }
    };
    // The second of each pair begins later, or on the same day and ends before the first.
    let rank = [
        ("2025", "2025-04"),
        ("2025/..", "2025-04"),
        ("2025-04", "2025-04-10"),
        ("2025-04-10/2025-05", "2025-04-10"),
        ("2025-01/2025-04", "2025-04/2025-12"),
        ("2025-03/..", "2025-04/.."),
        ("../2025-12", "../2025-06"),
    ];
    let rivals = [("2025-04", "2025-04-01/.."), ("2025-04-10", "2025-04-10/.."), ("2025-04", "2025-04-01/2025-04-30")];
    let served = rank.map(|pair| (pair, "1200 0 1200 0 by 1")).into_iter();
    for ((one, other), expected) in served.chain(rivals.map(|pair| (pair, "L0312"))) {
        for (early, late) in [("2025-04-20", "2025-04-21"), ("2025-04-21", "2025-04-20"), ("2025-04-20", "2025-04-20")]
        {
            let (one, other) = (format!("X-1,rate,{one},{early},,1.1"), format!("X-2,rate,{other},{late},,1.2"));
            assert_eq!((said(&one, &other), said(&other, &one)), (expected.into(), expected.into()), "{one} | {other}");
            let same = other.replace("1.2", "1.1");
            assert_eq!(said(&one, &same), "1100 0 1100 0 by 1", "{one} | {same}");
        }
    }
}

#[test]
fn an_opening_balance_behaves_as_a_pledge_already_paid() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,received
        B-1,opening-balance,../2024-12-31,2025-01-01,DEU,,100,60
        R-1,receipt,2025-02-10,2025-02-10,,B-1,10,",
    );
    assert_eq!(at(&ledger, "2024-12-31"), "100 60 40 0 by 1");
    assert_eq!(at(&ledger, "2025-02-28"), "100 70 30 0 by 1");
}

#[test]
fn all_of_a_currency_can_go_back_whatever_it_is_worth_since() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,value
        P-1,pledge,2025-01-10,2025-01-10,NLD,,1000,EUR,1100
        R-1,receipt,2025-01-11,2025-01-11,,P-1,400,EUR,440
        R-2,receipt,2025-01-12,2025-01-12,,P-1,400,EUR,480
        F-1,refund,2025-02-10,2025-02-10,,R-1,400,EUR,
        F-2,refund,2025-02-11,2025-02-11,,R-2,400,EUR,500";
    let told = |rows: &str| {
        let faults = match try_ledger(complete(), rows) {
            Ok(ledger) => ledger.warnings().to_vec(),
            Err(invalid) => invalid.faults,
        };
        faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>()
    };
    assert_eq!(told(rows), ["L0314 `F-2`: is worth USD 20.00 more than all that was there to go back"]);
    assert_eq!(at(&ledger(rows), "2025-02-28"), "220 0 220 0 by 1");
    // More of the currency than arrived is no matter of what it is worth.
    assert_eq!(
        told(&rows.replace("R-2,400,EUR,500", "R-2,401,EUR,500")),
        ["L0302 `F-2`: pays back more than had arrived"]
    );
}

#[test]
fn what_a_balance_leaves_blank_is_not_known() {
    let known = |rows: &str| {
        let head = "id,kind,effective,recorded,contributor,ref,amount,received,partners\n";
        let rows = format!("{head}P-0,pledge,2024-01-10,2024-01-10,FRA,,1000,,\n{rows}");
        let ledger = try_ledger(reaching(Reach::Unsaid), &rows).unwrap();
        let standing = standing(&ledger, "2025-02-28");
        format!("{}; {}; {}; {:?}", standing.pledged, standing.received, standing.partners, standing.share().is_some())
    };
    let balance = |cells: &str| known(&format!("O-1,opening-balance,2024-12-31,2025-01-01,DEU,,{cells}"));
    assert_eq!(balance("400,400,"), "USD 1400.00; USD 400.00; 2; true");
    assert_eq!(balance(",400,"), "USD 1400.00 documented; USD 400.00; 2; false");
    assert_eq!(balance("400,,"), "USD 1400.00; not known; 2; false");
    assert_eq!(balance("400,0,"), "USD 1400.00; USD 0.00; 2; true", "known to be nothing");
    // A payment may be of what was pledged and not stated, and so may a withdrawal; a revision says what stands.
    let more = "\nR-1,receipt,2025-02-01,2025-02-01,,O-1,50,,\nV-1,withdrawal,2025-02-02,2025-02-02,,O-1,300,,";
    assert_eq!(balance(&format!(",400,{more}")), "USD 1450.00 documented; USD 450.00; 2; false");
    let revised = ",400,\nV-1,revision,2025-02-02,2025-02-02,,O-1,600,,";
    assert_eq!(balance(revised), "USD 1600.00; USD 400.00; 2; true");
    let withdrawn = ",400,\nV-1,withdrawal,2025-02-02,2025-02-02,,O-1,,,";
    assert_eq!(balance(withdrawn), "USD 1400.00; USD 400.00; 2; true");

    let remainder = |cells: &str| known(&format!("O-1,remainder,2024-12-31,2025-01-01,,,{cells}"));
    assert_eq!(remainder("500,500,5"), "USD 1500.00; USD 500.00; 6; true");
    assert_eq!(remainder(",500,5"), "USD 1000.00 documented; USD 500.00; 6; false");
    assert_eq!(remainder(",500,"), "USD 1000.00 documented; USD 500.00; 1 documented; false");
    assert_eq!(remainder("500,500,"), "USD 1500.00; USD 500.00; 1 documented; true");
    assert_eq!(remainder("500,500,0"), "USD 1500.00; USD 500.00; 1; true");
    assert_eq!(remainder("0,500,"), "USD 1000.00; USD 500.00; 1; true", "paid on a pledge that is named");
    // One of payments alone is of what another states, unless it is of more partners.
    let two = |cells: &str| remainder(&format!("500,0,5\nO-2,remainder,2025-01-31,2025-02-01,,,{cells}"));
    assert_eq!(two(",300,"), "USD 1500.00; USD 300.00; 6; true");
    assert_eq!(two(",300,2"), "USD 1500.00 documented; USD 300.00; 8; false");
}

#[test]
fn gifts_alone_do_not_say_what_was_pledged() {
    let rows = "id,kind,effective,recorded,contributor,amount,currency
        G-1,receipt,2025-02-10,2025-02-10,PER,70,";
    let known = |ledger: &Ledger| {
        let standing = standing(ledger, "2025-02-28");
        let month = ledger.pledged_in("2025-02".parse::<Month>().unwrap(), day("2025-02-28")).unwrap();
        format!("{}; {}; {:?}; {month}", standing.pledged, standing.received, standing.share().is_some())
    };
    let unsaid = |rows: &str| try_ledger(reaching(Reach::Unsaid), rows).unwrap();
    assert_eq!(known(&unsaid(rows)), "USD 70.00 documented; USD 70.00; false; USD 70.00 documented");
    assert_eq!(known(&try_ledger(complete(), rows).unwrap()), "USD 70.00; USD 70.00; true; USD 70.00");
    let pledge = unsaid(&format!("{rows}\nP-1,pledge,2025-01-10,2025-01-10,DEU,30,"));
    assert_eq!(known(&pledge), "USD 100.00; USD 70.00; true; USD 70.00");
}

#[test]
fn corrections_mend_the_record_from_the_day_they_are_known() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,true_effective
        P-1,pledge,2025-01-10,2025-01-10,DEU,,1000,
        P-2,pledge,2025-01-10,2025-01-10,UZB,,50,
        C-1,correction,2025-01-10,2025-02-01,,P-1,100,
        C-2,void,2025-01-10,2025-03-01,,P-2,,
        C-3,correction,2025-01-10,2025-04-01,AUT,P-1,,2025-01-20",
    );
    let known =
        |as_of: &str, known_at: &str| ledger.standing(AsOf { in_effect: day(as_of), known: day(known_at) }).unwrap();
    assert_eq!(figures(&known("2025-01-15", "2025-01-31")), "1050 0 1050 0 by 2");
    assert_eq!(figures(&known("2025-01-15", "2025-02-01")), "150 0 150 0 by 2");
    assert_eq!(figures(&known("2025-01-15", "2025-03-01")), "100 0 100 0 by 1");
    assert_eq!(figures(&known("2025-01-15", "2025-04-01")), "0 0 0 0 by 0");
    assert_eq!(known("2025-01-20", "2025-04-01").contributors[0].contributor.party, "AUT".parse().unwrap());
    assert_eq!(ledger.entry(&"P-2".parse().unwrap()).unwrap().id.as_str(), "P-2", "both are kept");
}

#[test]
fn a_corrected_entry_must_make_sense_too() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,pledge,schedule
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100,,2025-06-30 40; 2026-06-30 60
        R-1,receipt,2025-02-10,2025-02-10,UZB,,40,,
        C-1,correction,2025-02-10,2025-03-10,,R-1,,P-1,
        C-2,correction,2025-02-10,2025-03-10,,P-1,90,,";
    let faults = try_ledger(LedgerSettings::default(), rows).unwrap_err().faults;
    let codes: Vec<_> = faults.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::ContributorMismatch, Code::InapplicableCorrection]);
}

/// What is said of three entries on one pledge, with a fourth row, and what helps.
fn told(rows: &str) -> Vec<String> {
    let head = "id,kind,effective,recorded,contributor,ref,amount
        a,pledge,2025-02-01,2025-02-02,FRA,,1000
        b,receipt,2025-02-05,2025-02-06,,a,600";
    let faults = try_ledger(complete(), &format!("{head}\n{rows}")).err().map(|error| error.faults).unwrap_or_default();
    let line = |fault: &briefing_model::Fault| {
        format!("{} {}; {}", fault.code, fault.message, fault.hint.as_deref().unwrap_or("-"))
    };
    faults.iter().map(line).collect()
}

#[test]
fn undoing_a_correction_takes_another() {
    let of = |row: &str| told(&format!("bc,correction,2025-02-05,2025-03-02,,b,60\n{row}"));
    let void = of("x,void,2025-02-05,2025-03-05,,bc,");
    assert_eq!(void.len(), 1, "{void:?}");
    assert!(void[0].ends_with(
        "enter another `correction` of `b` with what it should say; a `void` of `b` would strike all of it out"
    ));
    let again = of("x,correction,2025-02-05,2025-03-05,,bc,600");
    assert_eq!(again.len(), 1, "one slip: {again:?}");
    assert!(again[0].ends_with("name `b`, which `bc` corrects: an entry may be corrected more than once"), "{again:?}");
    assert!(of("x,correction,2025-02-05,2025-03-05,,b,600").is_empty());

    let of = |row: &str| told(&format!("bv,void,2025-02-05,2025-03-02,,b,\n{row}"));
    let advice = "if `b` is to count again, enter it anew in a row of its own, with another id";
    for row in [
        "x,void,2025-02-05,2025-03-05,,bv,",
        "x,void,2025-02-05,2025-03-05,,b,",
        "x,correction,2025-02-05,2025-03-05,,b,5",
    ] {
        let said = of(row);
        assert!(said.len() == 1 && said[0].ends_with(advice), "{row}: {said:?}");
    }
    assert!(of("b2,receipt,2025-02-05,2025-03-05,,a,600").is_empty());
}

#[test]
fn a_refund_of_a_payment_that_was_struck_out_names_what_did_it() {
    let refund = "r,refund,2025-03-01,2025-03-02,,b,100\nbv,void,2025-02-05,2025-03-12,,b,";
    let said = told(refund);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("L0302 `r`: pays back more than had arrived: `bv` struck payment `b` out"), "{said:?}");
    assert!(told(&format!("{refund}\nrv,void,2025-03-01,2025-03-12,,r,")).is_empty());
    let of_pledge = told(&refund.replace("2025-03-02,,b", "2025-03-02,,a"));
    assert!(of_pledge[0].contains("`bv` struck payment `b` out"), "{of_pledge:?}");
    assert_eq!(told("r,refund,2025-03-01,2025-03-02,,b,700").len(), 1);
    assert!(!told("r,refund,2025-03-01,2025-03-02,,b,700")[0].contains("struck"));
}

#[test]
fn a_refund_that_a_correction_dates_last_of_all_is_looked_at() {
    let refund = "f,refund,2025-02-17,2025-02-18,,b,700\nc,correction,2025-03-03,2025-03-03,,f,,2025-04-21";
    let head = "id,kind,effective,recorded,contributor,ref,amount,true_effective
        a,pledge,2025-01-12,2025-01-13,NLD,,1000,
        b,receipt,2025-02-05,2025-02-06,,a,600,";
    let faults = try_ledger(complete(), &format!("{head}\n{refund}")).unwrap_err().faults;
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [Code::NegativeStanding]);
}

#[test]
fn nothing_is_dated_after_what_changes_it() {
    let said = |rows: &str| -> Vec<String> {
        let head = "id,kind,effective,recorded,contributor,ref,amount,true_effective
            p,pledge,2025-01-07,2025-01-27,DEU,,1000,
            w,withdrawal,2025-01-14,2025-01-27,,p,100,";
        let faults = try_ledger(complete(), &format!("{head}\n{rows}")).err().map(|error| error.faults);
        faults.into_iter().flatten().map(|fault| format!("{} {}", fault.code, fault.message)).collect()
    };
    let later = "c,correction,2025-03-03,2025-03-03,,p,,2025-02-11";
    assert_eq!(
        said(later),
        ["L0106 `w`: counts from 2025-01-14, but entry `p`, as it was corrected, only from 2025-02-11"]
    );
    let both = format!("{later}\nd,correction,2025-03-03,2025-03-03,,w,,2025-02-14");
    assert_eq!(said(&both), [""; 0]);
    assert_eq!(said(&format!("{later}\nd,void,2025-03-03,2025-03-03,,w,,")), [""; 0]);
    assert_eq!(said(&later.replace("2025-02-11", "2025-01-10")), [""; 0]);
}

#[test]
fn what_came_of_unknown_worth_goes_back_so() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,currency,value
        p,pledge,2025-01-10,2025-01-12,NLD,,1000,CHF,
        r,receipt,2025-01-20,2025-01-20,,p,500,CHF,
        x,rate,2025-02,2025-02-01,,,1.08,CHF,";
    let moved = |rows: &str| -> Vec<String> {
        let ledger = ledger(&format!("{head}\n{rows}"));
        let moved = ledger.movements("2025-02".parse::<Month>().unwrap(), Day::MAX).unwrap();
        let value = |value: Option<Money>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        moved.iter().map(|one| format!("{:?} {} {}", one.kind, value(one.amount), value(one.value))).collect()
    };
    // The rate is of the refund's month, and not of the payment's: no total knows of either.
    let refund = "f,refund,2025-02-10,2025-02-12,,r,50,CHF,";
    assert_eq!(moved(refund), ["Refund CHF -50.00 -"]);
    assert_eq!(moved(&format!("{refund}54")), ["Refund CHF -50.00 -"]);
    assert_eq!(moved("w,withdrawal,2025-02-10,2025-02-12,,p,200,CHF,"), ["Withdrawal CHF -200.00 -"]);
    // Of two payments, of which the worth of one is known, a part of each.
    let both = "q,receipt,2025-01-21,2025-01-21,,p,500,CHF,600\nf,refund,2025-02-10,2025-02-12,,p,50,CHF,";
    assert_eq!(moved(both), ["Refund CHF -25.00 USD -30.00", "Refund CHF -25.00 -"]);
    // A revision says later what the pledge is worth: that much is no longer pledged.
    let valued = format!("v,revision,2025-02-05,2025-02-06,,p,1000,CHF,1100\n{refund}");
    assert_eq!(moved(&valued)[1..], ["PaidBack CHF -50.00 -", "Reduction CHF -50.00 USD -55.00"]);
}

#[test]
fn payments_on_a_pledge_that_is_struck_out_stand_for_themselves() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,40
        C-1,void,2025-01-10,2025-03-10,,P-1,",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "40 40 0 0 by 1");
}

#[test]
fn what_is_not_verified_is_listed_and_never_counted() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,certainty
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100,unverified
        R-1,receipt,2025-02-10,2025-02-10,,P-1,40,
        P-2,pledge,2025-01-10,2025-01-10,UZB,,10,press",
    );
    assert_eq!(at(&ledger, "2025-02-28"), "50 40 10 0 by 2");
    assert!(standing(&ledger, "2025-02-28").notes.contains(&StandingNote::Unverified(1)));
    assert_eq!(ledger.movements(span("2025-01-01/2025-01-31"), Day::MAX).unwrap().len(), 1);
}

#[test]
fn a_month_counts_from_its_last_day_and_an_open_end_from_its_first() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-04,2025-05-05,DEU,1
        P-2,pledge,2024,2025-05-05,UZB,10
        P-3,pledge,2025-04-10/..,2025-05-05,IRQ,100",
    );
    assert_eq!(at(&ledger, "2024-12-30"), "0 0 0 0 by 0");
    assert_eq!(at(&ledger, "2025-04-29"), "110 0 110 0 by 2");
    assert_eq!(at(&ledger, "2025-04-30"), "111 0 111 0 by 3");
}

#[test]
fn payments_known_only_in_sum_were_made_on_somebodys_pledge() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount,received,partners
        P-1,pledge,2024-01-10,2024-01-10,SAU,100,,
        O-1,remainder,2024-12-31,2024-12-31,,20,90,1
        O-2,remainder,2025-12-31,2025-12-31,,,60,",
    );
    assert_eq!(at(&ledger, "2024-12-31"), "120 90 30 0 by 2");
    assert_eq!(at(&ledger, "2025-12-31"), "120 150 0 30 by 2");
}

#[test]
fn sums_are_exact_to_the_cent_and_overflow_is_an_error() {
    let exact = ledger(
        "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-04-01,2025-05-05,DEU,9999999999999999999999.99
        P-2,pledge,2025-04-02,2025-05-05,UZB,0.01",
    );
    assert_eq!(minor(&standing(&exact, "2025-04-30").pledged), 10_i128.pow(24));
    let rows = "id,kind,effective,recorded,contributor,amount
        P-1,pledge,2025-04-01,2025-05-05,DEU,9999999999999999999999.99
        P-2,pledge,2025-04-02,2025-05-05,UZB,0.02";
    let faults = try_ledger(LedgerSettings::default(), rows).unwrap_err().faults;
    assert_eq!(faults[0].code, Code::TotalTooLarge);
    // A withdrawal makes the end fit; the time before it still does not.
    let rows = format!("{rows}\n P-3,pledge,2025-04-03,2025-05-05,AUT,1").replace(",amount\n", ",amount,ref\n");
    let rows =
        format!("{rows}\n W-1,withdrawal,2025-04-04,2025-05-05,,,P-2\n W-2,withdrawal,2025-04-04,2025-05-05,,,P-3");
    let late = ledger(&rows);
    assert_eq!(
        late.standing(AsOf { in_effect: day("2025-04-03"), known: day("2025-05-05") }),
        Err(LedgerError::Overflow)
    );
    assert!(late.standing(AsOf { in_effect: day("2025-04-04"), known: day("2025-05-05") }).is_ok());
}

#[test]
fn a_part_does_not_say_that_nothing_came_where_its_worth_is_not_known() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount,currency,purposes
        P-1,pledge,2024-01-10,2024-01-10,IRQ,100,USD,programme:a
        R-1,receipt,2025-02-10,2025-02-10,FRA,500,EUR,programme:a
        P-2,pledge,2025-02-10,2025-02-10,JPN,9000,JPY,programme:b",
    );
    let parts = |by| {
        let parts = ledger.breakdown(by, AsOf::on(day("2025-12-31"))).unwrap().parts;
        let shown = |part: &Part| format!("{}: {}, {}, {}", part.key, part.pledged, part.received, part.outstanding);
        parts.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(
        parts(BreakdownBy::Programme),
        ["a: USD 100.00, not known, not known", "b: not known, USD 0.00, not known"]
    );
    assert_eq!(
        parts(BreakdownBy::Year),
        ["2024: USD 100.00, USD 0.00, USD 100.00", "2025: not known, not known, not known"]
    );
}

#[test]
fn what_one_balance_leaves_blank_no_other_states() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,received,partners\n";
    let received = |rows: &str| standing(&ledger(&format!("{head}{rows}")), "2025-02-28").received;
    let blank = "N-1,remainder,2024-12-31,2025-02-05,,,3000,,2\n";
    // What came of other pledges is of those.
    let both = format!("{blank}M-1,remainder,2024-12-31,2025-01-05,,,5000,2000,5\n");
    assert_eq!(received(&both), Knowledge::Documented("USD 2000".parse().unwrap()));
    // Payments alone are of what is pledged by then.
    let payments = format!("{blank}M-1,remainder,2024-12-31,2025-02-05,,,,2000,\n");
    assert_eq!(received(&payments), Knowledge::Known("USD 2000".parse().unwrap()));
    // Of what was withdrawn, as much stands as had been paid, which nobody says.
    let rows = "O-1,opening-balance,2024-12-31,2025-01-05,DEU,,1000,,\nW-1,withdrawal,2025-02-12,2025-02-12,,O-1,,,\n";
    let withdrawn = standing(&ledger(&format!("{head}{rows}")), "2025-02-28");
    assert!(!matches!(withdrawn.pledged, Knowledge::Known(_)), "{}", withdrawn.pledged);
}

#[test]
fn what_is_left_blank_is_written_where_a_total_says_it() {
    let hint = |note: &str, amount: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,amount,received,note
            O-1,opening-balance,2024-12-31,2025-01-05,DEU,{amount},400,{note}
            P-1,pledge,2025-01-10,2025-01-12,FRA,500,,
            A-1,assertion,2025-01-31,2025-02-01,,5000,400,"
        );
        let invalid = try_ledger(complete(), &rows).unwrap_err();
        assert_eq!(invalid.faults[0].code, Code::AssertionFailed);
        invalid.faults[0].hint.clone().unwrap()
    };
    // A remainder of the difference would count what the balance has as well.
    assert!(hint("amount unknown", "").ends_with("write what of it an entry leaves blank into that entry"));
    assert!(hint("", "400").ends_with("known in sum only is a `remainder`"));
}

#[test]
fn an_issue_knows_of_no_change_before_its_pledge() {
    // What was struck out later came before the pledge, as it had been corrected.
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,true_effective
        P-1,pledge,2025-01-05,2025-01-06,DEU,,1000,
        V-1,revision,2025-01-10,2025-01-13,,P-1,500,
        C-1,correction,2025-01-14,2025-01-14,,P-1,,2025-01-19
        X-1,void,2025-02-03,2025-02-03,,V-1,,",
    );
    let found = |known| ledger.check_issue(AsOf { in_effect: day("2025-01-31"), known: day(known) });
    assert_eq!(found("2025-02-02")[0].code, Code::EffectiveBeforeTarget);
    assert!(found("2025-02-03").is_empty() && found("2025-01-13").is_empty());
}

#[test]
fn what_names_a_remainder_that_is_struck_out_is_told() {
    for (effective, is_late) in [("2024-08-04", true), ("2025-02-04", false)] {
        let rows = |void: &str| {
            format!(
                "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
                M-1,remainder,2024-12-31,2025-01-05,,,9000,2000,5,,
                {void}
                A-1,pledge,{effective},2025-02-21,NLD,,1000,,,among-unnamed,M-1"
            )
        };
        let (held, struck) = (ledger(&rows("")), ledger(&rows("X-1,void,2025-01-08,2025-01-08,,M-1,,,,,")));
        let (month, known): (Month, Day) = ("2025-02".parse().unwrap(), day("2025-02-28"));
        let january = PreviousIssue { month: "2025-01".parse().unwrap(), cutoff: day("2025-02-02") };
        let told = |ledger: &Ledger| {
            let late = ledger.late_movements(january, month, known).unwrap().len();
            (late, ledger.movements(month, known).unwrap().len())
        };
        assert_eq!(told(&held), (0, 0), "it was counted without a name");
        assert_eq!(told(&struck), if is_late { (1, 0) } else { (0, 1) });
    }
}

#[test]
fn purposes_that_nobody_split_stand_together() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,amount,purposes
        P-1,pledge,2025-01-10,2025-01-10,DEU,10,programme:a; programme:b
        P-2,pledge,2025-01-10,2025-01-10,UZB,20,programme:b; programme:a
        P-3,pledge,2025-01-10,2025-01-10,IRQ,40,programme:a
        P-4,pledge,2025-01-10,2025-01-10,ITA,80,",
    );
    let parts =
        ledger.breakdown(BreakdownBy::Programme, AsOf { in_effect: day("2025-01-31"), known: Day::MAX }).unwrap().parts;
    let parts: Vec<_> = parts.iter().map(|part| format!("{}: {}", part.key, part.pledged)).collect();
    assert_eq!(
        parts,
        ["a: USD 40.00", "programme:a; programme:b: USD 30.00", &format!("{}: USD 80.00", PartKey::Unearmarked)]
    );
}

#[test]
fn what_was_withdrawn_is_not_left_out() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency
        P-1,pledge,2025-04-02,2025-04-03,ESP,,5000,EUR
        P-2,pledge,2025-04-02,2025-04-03,FRA,,9000,EUR
        W-1,withdrawal,2025-04-10,2025-04-10,,P-1,,";
    let left_out = |as_of| {
        let notes = standing(&ledger(rows), as_of).notes;
        notes.into_iter().find(|note| matches!(note, StandingNote::Unvalued(_)))
    };
    assert_eq!(left_out("2025-04-09"), Some(StandingNote::Unvalued(2)));
    assert_eq!(left_out("2025-04-10"), Some(StandingNote::Unvalued(1)));
}

/// The shares that are stated of two totals of one day, as their source rounds them.
fn share_of(pledged: &str, received: &str, rounded_to: &str) -> Option<u16> {
    let rows = format!(
        "id,kind,effective,recorded,amount,received,rounded_to
        T-1,assertion,2025-03-31,2025-04-01,{pledged},{received},{rounded_to}"
    );
    let ledger = ledger_with(reaching(Reach::Documented), &rows);
    standing(&ledger, "2025-03-31").share().and_then(Share::whole_per_cent)
}

#[test]
fn a_share_is_said_only_where_it_is_certain() {
    assert_eq!(share_of("402000000", "354000000", "1000000"), Some(88));
    assert_eq!(share_of("1000000", "1000000", "1000000"), None, "a third is as likely");
    assert_eq!(share_of("3000", "2000", ""), Some(67));
    assert_eq!(share_of("100000", "99600", ""), Some(99), "not all of it");
    assert_eq!(share_of("1000000", "4000", ""), None, "more than nothing");
    assert_eq!(share_of("1000", "1100", ""), None, "what came beyond is not known");
}

#[test]
fn what_came_beyond_a_pledge_is_no_share_of_the_others() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,ESP,,100
        P-2,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,150",
    );
    assert_eq!(standing(&ledger, "2025-02-28").share().and_then(Share::whole_per_cent), Some(50));
}

#[test]
fn a_total_of_a_month_is_of_no_day() {
    let rows = "id,kind,effective,recorded,amount
        T-1,assertion,2025-03,2025-04-01,1000";
    let ledger = ledger_with(reaching(Reach::Documented), rows);
    let pledged = standing(&ledger, "2025-05-31").pledged.to_string();
    assert_eq!(pledged, "USD 1000.00, stated for 2025-03 by `T-1`");
}

#[test]
fn promises_beyond_comparison_have_no_sum() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,schedule
        P-1,pledge,2025-01-10,2025-01-10,QAT,,15,yearly 2025/..
        V-1,revision,2025-02-10,2025-02-10,,P-1,15,yearly 2025/2029
        P-2,pledge,2025-02-11,2025-02-11,DEU,,10,";
    let book = ledger(rows);
    let month: briefing_model::Month = "2025-02".parse().unwrap();
    let moved = book.movements(month, day("2025-03-05")).unwrap();
    assert_eq!(moved.len(), 2);
    assert!(Ledger::movement_totals(&moved).unwrap().is_empty());
    assert_eq!(book.pledged_in(month, day("2025-03-05")).unwrap().to_string(), "USD 10.00");
    // The same, spread otherwise, moves nothing.
    let book = ledger(&rows.replace("15,yearly 2025/..", "75,whole").replace("15,yearly 2025/2029", "75,2026 75"));
    assert_eq!(book.pledged_in(month, day("2025-03-05")).unwrap().to_string(), "USD 10.00");
}

#[test]
fn a_balance_makes_nobody_new() {
    let ledger = ledger_with(
        complete(),
        "id,kind,effective,recorded,contributor,amount,partners,new
        O-1,remainder,2024-12-31,2025-01-05,,5000,3,
        B-1,opening-balance,2025-02-10,2025-02-10,ESP,100,,new",
    );
    let month: briefing_model::Month = "2025-02".parse().unwrap();
    let arrivals = ledger.arrivals(month, day("2025-03-05")).unwrap();
    assert!(arrivals.iter().all(|(_, newness)| *newness == Newness::NotKnown), "{arrivals:?}");
}

#[test]
fn a_payment_is_worth_what_its_own_rate_says() {
    let ledger = ledger(
        "id,kind,effective,recorded,contributor,ref,amount,currency
        X-1,rate,2025-05,2025-05-01,,,1.20,EUR
        X-2,rate,2025-06,2025-06-01,,,1.30,EUR
        P-1,pledge,2025-05-10,2025-05-10,ESP,,100,EUR
        R-1,receipt,2025-06-20,2025-06-20,,P-1,50,EUR",
    );
    assert_eq!(at(&ledger, "2025-05-31"), "120 0 120 0 by 1");
    assert_eq!(at(&ledger, "2025-06-30"), "120 65 60 0 by 1");
}

#[test]
fn more_than_is_left_cannot_be_withdrawn() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,DEU,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,80
        W-1,withdrawal,2025-03-10,2025-03-10,,P-1,40";
    let codes = |rows: &str| ledger(rows).warnings().iter().map(|fault| fault.code.to_string()).collect::<Vec<_>>();
    assert_eq!(codes(rows), ["L0308"]);
    assert!(
        codes(
            &rows.replace(
                "W-1,withdrawal,2025-03-10,2025-03-10,,P-1,40",
                "W-1,withdrawal,2025-03-10,2025-03-10,,P-1,20"
            )
        )
        .is_empty()
    );
}

#[test]
fn what_was_paid_beyond_a_pledge_goes_back_first() {
    let rows = |refund: u32| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount
            P-1,pledge,2025-01-10,2025-01-10,ESP,,100
            R-1,receipt,2025-02-10,2025-02-10,,P-1,120
            F-1,refund,2025-03-10,2025-03-10,,R-1,{refund}"
        )
    };
    assert_eq!(at(&ledger(&rows(20)), "2025-03-31"), "100 100 0 0 by 1");
    assert_eq!(at(&ledger(&rows(50)), "2025-03-31"), "70 70 0 0 by 1");
    assert_eq!(at(&ledger(&rows(120)), "2025-03-31"), "0 0 0 0 by 0");
}

#[test]
fn what_is_paid_back_of_a_surplus_changes_no_pledge() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        P-1,pledge,2025-01-10,2025-01-10,ESP,,100
        R-1,receipt,2025-02-10,2025-02-10,,P-1,120
        F-1,refund,2025-03-10,2025-03-10,,R-1,50";
    let ledger = ledger(rows);
    let march = ledger.movements("2025-03".parse::<Month>().unwrap(), Day::MAX).unwrap();
    let moved: Vec<_> = march.iter().map(|one| (one.kind, one.amount.unwrap())).collect();
    assert_eq!(moved, [(MovementKind::SurplusRefund, usd("-20")), (MovementKind::Refund, usd("-30"))]);
    let pledged = ledger.pledged_in("2025-03".parse::<Month>().unwrap(), Day::MAX).unwrap();
    assert_eq!(pledged, Knowledge::Known(usd("0")), "nothing new");
}

#[test]
fn what_is_paid_after_a_withdrawal_came_beyond_the_pledge() {
    let rows = |withdrawn: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount
            P-1,pledge,2025-01-10,2025-01-10,ESP,,100
            R-1,receipt,2025-02-10,2025-02-10,,P-1,20
            W-1,withdrawal,2025-03-10,2025-03-10,,P-1,{withdrawn}
            R-2,receipt,2025-04-10,2025-04-10,,P-1,50"
        )
    };
    let codes = |ledger: &Ledger| ledger.warnings().iter().map(|fault| fault.code.to_string()).collect::<Vec<_>>();
    for (withdrawn, april) in [("", "20 70 0 50 by 1"), ("80", "20 70 0 50 by 1"), ("60", "40 70 0 30 by 1")] {
        let ledger = ledger(&rows(withdrawn));
        assert_eq!(at(&ledger, "2025-04-30"), april, "{withdrawn}");
        assert_eq!(codes(&ledger), ["L0301"], "{withdrawn}");
    }
    // What was paid before stands, and what had not been withdrawn may still be paid.
    assert_eq!(at(&ledger(&rows("30")), "2025-04-30"), "70 70 0 0 by 1");
}

/// The faults of some rows on a pledge that is for something, and was corrected to be for something else.
fn paid_for(rows: &str) -> Vec<String> {
    let head = "id,kind,effective,recorded,contributor,ref,amount,currency,value,settles,gift,fund,purposes,pledge
        a,pledge,2025-02-01,2025-02-02,FRA,,1000,,,,,fa,programme:pa; programme:pb,
        b,pledge,2025-02-01,2025-02-02,FRA,,1000,,,,,,,
        ac,correction,2025-02-01,2025-02-10,,a,,,,,,fb,,";
    let faults = try_ledger(complete(), &format!("{head}\n{rows}")).err().map(|error| error.faults).unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_payment_is_for_what_its_pledge_is_for() {
    let agree = [
        ",a,5,,,,,,,",
        ",a,5,,,,,fa,,",
        ",a,5,,,,,fb,programme:pb; programme:pa,",
        "FRA,a,5,,,,,,programme:pa; programme:pb,",
    ];
    for row in agree {
        assert_eq!(paid_for(&format!("r,receipt,2025-03-01,2025-03-02,{row}")), [""; 0], "{row}");
    }
    let differ = [",a,5,,,,,fc,,", ",a,5,,,,,,programme:pa,", ",b,5,,,,,fa,,", ",b,5,,,,,,programme:pa,"];
    for row in differ {
        let said = paid_for(&format!("r,receipt,2025-03-01,2025-03-02,{row}"));
        assert!(said.len() == 1 && said[0].contains("[L0214]"), "{row}: {said:?}");
    }
    let corrected = "r,receipt,2025-03-01,2025-03-02,,a,5,,,,,,,\nrc,correction,2025-03-01,2025-03-05,,r,,,,,,fc,,";
    assert_eq!(paid_for(corrected).len(), 1, "the correction would be lost");
    let other_part = corrected.replace(",,r,,,,,,fc,,", ",,r,6,,,,,,,");
    assert_eq!(paid_for(&other_part), [""; 0]);
    let twice = "r,receipt,2025-03-01,2025-03-02,,a,5,,,,,fc,,\nrc,correction,2025-03-01,2025-03-05,,r,6,,,,,,,";
    assert_eq!(paid_for(twice).len(), 1, "once, however often it is corrected");
}

#[test]
fn a_payment_is_on_a_pledge_or_on_none() {
    let of = |row: &str| paid_for(&format!("r,receipt,2025-03-01,2025-03-02,{row}"));
    for row in ["FRA,a,5,,,,yes,,,", "FRA,,5,EUR,,5 USD,yes,,,"] {
        let said = of(row);
        assert!(said.len() == 1 && said[0].contains("[L0215]"), "{row}: {said:?}");
    }

    let rows = |correction: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,gift,pledge
            P-1,pledge,2025-01-10,2025-01-10,DEU,,500,,
            R-1,receipt,2025-01-20,2025-01-20,,P-1,300,,
            {correction}"
        )
    };
    let gift = "C-1,correction,2025-01-20,2025-02-20,DEU,R-1,,yes,";
    let ledger = ledger(&rows(gift));
    let known = |known_at: &str| AsOf { in_effect: day("2025-01-31"), known: day(known_at) };
    let figures = |known_at| figures(&ledger.standing(known(known_at)).unwrap());
    assert_eq!([figures("2025-01-31"), figures("2025-02-28")], ["500 300 200 0 by 1", "800 300 500 0 by 1"]);
    let again = format!("{gift}\nC-2,correction,2025-01-20,2025-03-20,,R-1,,,P-1");
    assert_eq!(at(&super::book::ledger(&rows(&again)), "2025-01-31"), "500 300 200 0 by 1", "assigned after all");

    for (correction, says) in [
        ("C-1,correction,2025-01-20,2025-02-20,,R-1,,yes,", "does not say who gave it"),
        ("C-1,correction,2025-01-20,2025-02-20,DEU,R-1,,yes,P-1", "the correction says both"),
    ] {
        let invalid = try_ledger(complete(), &rows(correction)).unwrap_err();
        assert!(invalid.faults.len() == 1 && invalid.faults[0].message.contains(says), "{:?}", invalid.faults);
    }
}

#[test]
fn what_an_amount_is_worth_is_in_another_currency() {
    let of = |row: &str| paid_for(&format!("r,receipt,2025-03-01,2025-03-02,,b,500,,,,,,,\n{row}"));
    for row in [
        "x,receipt,2025-03-01,2025-03-02,,b,50,,54,,,,,",
        "x,refund,2025-03-01,2025-03-02,,r,50,,54,,,,,",
        "x,correction,2025-03-01,2025-03-02,,r,,,54,,,,,",
    ] {
        let said = of(row);
        assert!(said.len() == 1 && said[0].contains("is in USD already"), "{row}: {said:?}");
    }
}

#[test]
fn balances_that_came_too_late_are_found_and_those_that_open_the_books_are_not() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,partners,itemizes,what
        O-1,opening-balance,2024-12-31,2025-01-05,NLD,,70,60,,,
        O-2,opening-balance,2024-12-31,2025-02-05,DEU,,500,450,,,
        O-3,remainder,2024-12-31,2025-02-06,,,1000,400,3,,
        O-4,opening-balance,2024-12-31,2025-02-07,FRA,,100,,,O-3,
        O-5,opening-balance,2023-12-31,2025-02-07,AUT,,100,,,,
        K-1,in-kind,2025-01-10,2025-02-07,FRA,,20,,,,boats
        K-2,in-kind,2025-02-10,2025-02-11,FRA,,20,,,,boats";
    let ledger = ledger(rows);
    let late = |month: &str, cutoff: &str, known: &str| {
        let month: briefing_model::Month = month.parse().unwrap();
        let issue = PreviousIssue { month: month.previous().unwrap(), cutoff: day(cutoff) };
        let late = ledger.late_entries(issue, month, day(known));
        late.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(late("2025-01", "2025-01-03", "2025-02-03"), "", "the books begin");
    assert_eq!(late("2025-02", "2025-02-03", "2025-03-03"), "O-2 O-3 O-5 K-1");
    assert_eq!(late("2025-03", "2025-03-03", "2025-04-03"), "");
}

/// What the issue of January counted, of one pledge with its changes, and how the next one tells what it knows better.
#[test]
fn what_a_late_entry_does_to_others_is_told_too() {
    let told = |rows: &str| {
        let rows = format!("id,kind,effective,recorded,contributor,ref,amount\n{rows}");
        let ledger = ledger(&rows);
        let january = PreviousIssue { month: "2025-01".parse().unwrap(), cutoff: day("2025-02-03") };
        let (february, cutoff) = ("2025-02".parse().unwrap(), day("2025-03-03"));
        let one = |movement: &briefing_model::Movement| {
            format!("{} {}", movement.kind, movement.amount.unwrap().minor() / 100)
        };
        let late = ledger.late_movements(january, february, cutoff).unwrap();
        let corrected = ledger.corrected_movements(january, february, cutoff).unwrap();
        let corrected = corrected.iter().map(|pair| {
            format!(
                "{} instead of {}",
                pair.after.as_ref().map_or_else(|| "nothing".to_owned(), one),
                one(&pair.before)
            )
        });
        late.iter().map(one).chain(corrected).collect::<Vec<_>>().join(", ")
    };
    let pledge = "a,pledge,2025-01-05,2025-01-06,NLD,,1000\n";
    // Of all that was left, less was withdrawn.
    let all = format!("{pledge}w,withdrawal,2025-01-20,2025-01-21,,a,\n");
    assert_eq!(
        told(&format!("{all}r,receipt,2025-01-15,2025-02-10,,a,300")),
        "payment 300, withdrawal -700 instead of withdrawal -1000"
    );
    // What was withdrawn before a revision counts for nothing, and so the revision is worth another step.
    let revised = format!("{pledge}v,revision,2025-01-20,2025-01-21,,a,800\n");
    assert_eq!(
        told(&format!("{revised}w,withdrawal,2025-01-10,2025-02-10,,a,300")),
        "withdrawal -300, increase 100 instead of reduction -200"
    );
    // What went back had come beyond the pledge.
    let back = format!("{pledge}r,receipt,2025-01-10,2025-01-11,,a,900\nf,refund,2025-01-20,2025-01-21,,r,300\n");
    assert_eq!(
        told(&format!("{back}s,receipt,2025-01-15,2025-02-10,,a,400")),
        "payment 400, surplus-refund -300 instead of refund -300"
    );
    // Once the first payment is struck out, all that went back was pledged.
    let both = format!("{back}s,receipt,2025-01-15,2025-01-16,,a,300\n");
    assert_eq!(
        told(&format!("{both}c,void,2025-02-20,2025-02-20,,s,")),
        "nothing instead of payment 300, nothing instead of surplus-refund -200, refund -300 instead of refund -100"
    );
    // It counted for January, and counts for February now: it is no late one.
    assert_eq!(
        told(&format!("{pledge}c,correction,2025-02-20,2025-02-20,,a,700")),
        "pledge 700 instead of pledge 1000"
    );
    // However old it is.
    assert_eq!(told(&format!("{pledge}b,pledge,2011-05-06,2025-02-10,FRA,,70")), "pledge 70");
}

/// The codes of what is said of rows.
fn codes_of(rows: &str) -> Vec<&'static str> {
    let faults = match try_ledger(complete(), rows) {
        Ok(ledger) => ledger.warnings().to_vec(),
        Err(invalid) => invalid.faults,
    };
    faults.iter().map(|fault| fault.code.as_str()).collect()
}

#[test]
fn the_order_of_rows_decides_nothing() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,pledge,gift
        a,pledge,2025-01-10,2025-01-10,DEU,,1000,,
        r,receipt,2025-01-12,2025-01-12,,a,400,,";
    let both = |one: &str, other: &str| {
        let of = |rows: [&str; 2]| codes_of(&format!("{head}\n{}", rows.join("\n")));
        assert_eq!(of([one, other]), of([other, one]), "{one}; {other}");
        of([one, other])
    };
    let (day, later) = ("2025-01-15,2025-01-16", "2025-01-15,2025-01-17");
    let revision = format!("v,revision,{day},,a,500,,");
    for other in [
        format!("w,revision,{day},,a,6000,,"),
        format!("w,withdrawal,{day},,a,100,,"),
        format!("w,refund,{day},,a,100,,"),
    ] {
        assert_eq!(both(&revision, &other), ["L0313"], "{other}");
        assert_eq!(both(&revision, &other.replace(day, later)), [""; 0], "{other}");
    }
    assert_eq!(both(&revision, &revision.replace("v,", "w,")), [""; 0], "they say the same");
    let correction = format!("v,correction,{day},,a,500,,");
    assert_eq!(both(&correction, &format!("w,correction,{day},,a,6000,,")), ["L0313"]);
    assert_eq!(both(&correction, &format!("w,correction,{day},AUT,a,,,")), [""; 0], "of another part");
    assert_eq!(both(&correction, &format!("w,correction,{later},,a,6000,,")), [""; 0]);

    let (withdrawn, paid) = ("w,withdrawal,2025-01-15,2025-01-16,,a,,,", "p,receipt,2025-01-15,2025-01-16,,a,100,,");
    let of = |rows: [&str; 2]| at(&ledger(&format!("{head}\n{}", rows.join("\n"))), "2025-01-31");
    assert_eq!(of([withdrawn, paid]), "500 500 0 0 by 1", "what arrives is not withdrawn");
    assert_eq!(of([paid, withdrawn]), of([withdrawn, paid]));
}

#[test]
fn what_an_opening_balance_may_hold_is_told() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,received,purposes,note
        o,opening-balance,2024-12-31,2025-01-05,DEU,,1000,500,,";
    let of = |row: &str| codes_of(&format!("{head}\n{row}"));
    for row in [
        "p,opening-balance,2024-12-31,2025-01-05,DEU,,2000,700,,",
        "p,pledge,2024-06-10,2025-01-06,DEU,,1000,,,",
        "p,receipt,2024-06-10,2025-01-06,DEU,,1000,,,",
    ] {
        assert!(of(row).contains(&"L0112"), "{row}");
        for note in ["beside o", "Letter of 1 June; Beside `o`."] {
            assert!(!of(&format!("{row}{note}")).contains(&"L0112"), "{row}{note}");
        }
        for note in ["Letter of 1 June", "beside it", "beside o-1", "o", "beside"] {
            assert!(of(&format!("{row}{note}")).contains(&"L0112"), "{row}{note}");
        }
        assert!(!of(&row.replace("DEU", "AUT")).contains(&"L0112"), "{row}");
    }
    assert_eq!(of("p,opening-balance,2024-12-31,2025-01-05,DEU,,2000,700,Sport,"), [""; 0], "for something else");
    assert_eq!(of("p,pledge,2025-01-10,2025-01-12,DEU,,1000,,,"), [""; 0], "after its day");
}

#[test]
fn what_was_given_can_be_corrected() {
    let rows = |correction: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,what,period
            k,in-kind,2025-01-10,2025-01-10,PER,,7,cars,
            p,pledge,2025-01-10,2025-01-10,PER,,7,,
            {correction}"
        )
    };
    let ledger = ledger(&rows("c,correction,2025-01-10,2025-02-10,,k,,trucks,2025"));
    let [gift] = &standing(&ledger, "2025-02-28").in_kind[..] else { panic!("one gift") };
    assert_eq!(
        (gift.what.as_ref().map(briefing_model::Name::english), gift.when.to_string().as_str()),
        (Some("trucks"), "2025")
    );
    assert_eq!(codes_of(&rows("c,correction,2025-01-10,2025-02-10,,p,,trucks,")), ["L0210"]);
}

#[test]
fn of_whom_complete_books_say_nothing_they_say_that_it_is_nothing() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount
        a,pledge,2025-01-10,2025-01-10,DEU,,1000";
    let known = |settings: LedgerSettings, figure: &str| {
        let at = AsOf { in_effect: day("2025-01-31"), known: Day::MAX };
        ledger_with(settings, rows).trace(&figure.parse().unwrap(), at).unwrap().known
    };
    for figure in ["contributors.AUT.pledged", "others.received"] {
        assert!(matches!(known(complete(), figure), Knowledge::Known(_)), "{figure}");
        assert!(matches!(known(reaching(Reach::Documented), figure), Knowledge::Unknown), "{figure}");
    }
}
