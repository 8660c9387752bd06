//! What is said of entries that contradict each other, and what to do about it.

use briefing_model::{Coverage, LedgerSettings, OrgansCount, PartyRef, PreviousIssue, Reach};

use crate::ledger::book::{complete, day, ledger_with, standing, try_ledger};

/// What is said of rows, each message with what to do.
fn told(rows: &str) -> Vec<String> {
    let faults = match try_ledger(complete(), rows) {
        Ok(ledger) => ledger.warnings().to_vec(),
        Err(invalid) => invalid.faults,
    };
    let told = faults.into_iter();
    told.map(|fault| format!("{} {} | {}", fault.code, fault.message, fault.hint.unwrap_or_default())).collect()
}

/// The one thing that is said.
#[track_caller]
fn one(rows: &str) -> String {
    let told = told(rows);
    assert_eq!(told.len(), 1, "{told:?}");
    told.concat()
}

#[test]
fn what_a_remainder_may_hold_is_told() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes,note
        m,remainder,2024-12-31,2025-01-05,,,5000,2000,5,,,
        i,pledge,2024-05-10,2025-03-02,NLD,,1000,,,among-unnamed,m,";
    let of = |row: &str| told(&format!("{head}\n{row}"));
    insta::assert_snapshot!(
        one(&format!("{head}\nr,receipt,2024-07-10,2025-03-02,,i,300,,,,,Letter of 1 June")),
        @"L0112 `r`: took effect by 2024-12-31, the day of the remainder `m`, of which `i` is a part, and counts beside it | write `m` under `itemizes`; if it is not part of what was known in sum, write `beside m` in `note`"
    );
    insta::assert_snapshot!(
        one(&format!("{head}\nw,withdrawal,2024-10-10,2025-03-02,,i,200,,,,,")),
        @"L0112 `w`: took effect by 2024-12-31, the day of the remainder `m`, of which `i` is a part, and counts beside it | strike it out in a row of kind `void`, and let `i` say what was left of the pledge by then; if it is not part of what was known in sum, write `beside m` in `note`"
    );
    for row in [
        "r,receipt,2024-07-10,2025-03-02,,i,300,,,,m,",
        "r,receipt,2024-07-10,2025-03-02,,i,300,,,,,beside m",
        "r,receipt,2025-03-10,2025-03-11,,i,300,,,,,",
        "w,withdrawal,2025-03-10,2025-03-11,,i,300,,,,,",
    ] {
        assert_eq!(of(row), [""; 0], "{row}");
    }
    // Where nothing is stated to have been received, no payment is in it.
    let unpaid = head.replace(",5000,2000,", ",5000,,");
    assert_eq!(told(&format!("{unpaid}\nr,receipt,2024-07-10,2025-03-02,,i,300,,,,,")), [""; 0]);
}

#[test]
fn what_is_about_a_pledge_that_does_not_count_is_told() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,certainty
        a,pledge,2025-01-01,2025-01-02,NLD,,1000,";
    let void = "v,void,2025-02-05,2025-02-05,,a,,";
    let of = |rows: [&str; 2]| told(&format!("{head}\n{}", rows.join("\n")));
    for row in ["x,revision,2025-02-07,2025-02-07,,a,500,", "x,withdrawal,2025-02-06,2025-02-06,,a,100,"] {
        let found = of([void, row]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            found[0],
            "L0110 `x`: names entry `a`, which is struck out: it counts in nothing | strike `x` out too, in a row of kind `void`; or enter \
             the pledge anew as it stands now"
        );
        // It went with the pledge.
        assert_eq!(of([&row.replace("2025-02-0", "2025-01-0"), void]), [""; 0], "{row}");
        assert_eq!(of([void, &format!("{row}unverified")]), [""; 0], "{row}");
        let unverified = format!("{head}unverified\n{row}");
        assert!(one(&unverified).contains("which is not verified: it counts in nothing | once `a` is confirmed"));
    }
    let payment = "r,receipt,2025-01-20,2025-01-21,,a,100,";
    assert!(of([payment, void])[0].starts_with("L0110 `r`: names entry `a`, which is struck out: it counts as given"));
    let unverified = one(&format!("{head}unverified\n{payment}"));
    assert!(unverified.contains("which is not verified: it counts as given beside any pledge"), "{unverified}");
}

#[test]
fn a_refund_of_what_is_known_in_sum_is_advised_to_name_its_payment() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
        m,remainder,2024-12-31,2025-01-05,,,5000,2000,5,,
        p,pledge,2024-05-10,2025-03-02,NLD,,1000,,,among-unnamed,m
        b,refund,2025-03-10,2025-03-11,,p,100,,,,";
    insta::assert_snapshot!(one(rows), @"L0302 `b`: pays back more than had arrived | if what goes back is part of `m`, enter the payment with `m` under `itemizes`; otherwise correct the refund");
    assert_eq!(told(&format!("{rows}\nq,receipt,2024-06-10,2025-03-02,,p,400,,,,m")), [""; 0]);
}

#[test]
fn what_came_to_nothing_is_corrected_or_struck_out() {
    let of = |row: &str| {
        told(&format!(
            "id,kind,effective,recorded,contributor,ref,amount,received,partners
            o,opening-balance,2024-12-31,2025-01-05,DEU,,500,300,
            m,remainder,2024-12-31,2025-01-05,,,500,300,0
            p,pledge,2025-01-10,2025-01-11,NLD,,1000,,
            q,receipt,2025-01-12,2025-01-13,,p,100,,
            c,correction,2025-02-10,2025-02-10,,{row}"
        ))
    };
    for row in ["o,,0,", "m,,0,"] {
        assert_eq!(of(row), [""; 0], "{row}");
    }
    for id in ["p", "q"] {
        assert_eq!(
            of(&format!("{id},0,,")),
            [format!(
                "L0210 `c`: does not fit entry `{id}`: as corrected, it would be of nothing | if there was none, make this row one of kind \
                 `void`, which strikes `{id}` out; leave the amount blank there"
            )]
        );
    }
    assert_eq!(
        of("o,0,0,"),
        [
            "L0205 `o`: is an opening-balance that states nothing, as it was corrected | if there was nothing, strike `o` out in a row of kind `void` instead"
        ]
    );
    // Nothing was pledged by then, and something was received of it.
    assert_eq!(of("o,0,,").len(), 1);
    assert!(of("o,0,,")[0].starts_with("L0301 `o`"), "{:?}", of("o,0,,"));
}

#[test]
fn only_an_entry_that_can_be_meant_is_proposed() {
    let of = |rows: &str| one(&format!("id,kind,effective,recorded,contributor,ref,amount,reference\n{rows}"));
    let pledges = "B-1,pledge,2025-01-10,2025-01-10,FRA,,1000,\naut-1,pledge,2025-01-10,2025-01-10,AUT,,1000,\n\
                   V-1,receipt,2025-01-10,2025-01-10,DEU,,50,";
    for row in [
        "V-2,receipt,2025-01-20,2025-01-20,DEU,A-1,100,",
        "V-2,receipt,2025-01-20,2025-01-20,,A-1,100,",
        "V-2,refund,2025-01-20,2025-01-20,,A-1,100,",
        "V-2,receipt,2025-01-20,2025-01-20,AUS,aus-1,100,",
        "V-2,revision,2025-01-20,2025-01-20,,aus-1,100,",
        "V-2,correction,2025-01-20,2025-01-20,,aus-1,100,",
    ] {
        let found = of(&format!("{pledges}\n{row}"));
        assert!(found.starts_with("L0102") && !found.contains("did you mean"), "{row}: {found}");
    }
    for (row, meant) in [
        ("V-2,receipt,2025-01-20,2025-01-20,FRA,A-1,100,", "did you mean `B-1`?"),
        ("V-2,receipt,2025-01-20,2025-01-20,AUT,atu-1,100,", "did you mean `aut-1`?"),
        ("V-2,revision,2025-01-20,2025-01-20,,AUT1,100,", "did you mean `aut-1`?"),
        ("V-2,revision,2025-01-20,2025-01-20,,aut-l,100,", "did you mean `aut-1`?"),
    ] {
        assert!(of(&format!("{pledges}\n{row}")).ends_with(meant), "{row}: {}", of(&format!("{pledges}\n{row}")));
    }
    let known = pledges.replace("AUT,,1000,", "AUT,,1000,A-1");
    for contributor in ["", "AUT"] {
        let found = of(&format!("{known}\nV-2,receipt,2025-01-20,2025-01-20,{contributor},A-1,100,"));
        assert!(found.ends_with("write `aut-1`, whose reference is `A-1`"), "{found}");
    }
    let of_another = of(&format!("{known}\nV-2,receipt,2025-01-20,2025-01-20,DEU,A-1,100,"));
    assert!(!of_another.contains("aut-1"), "{of_another}");
}

#[test]
fn a_remainder_of_which_somebody_was_named_can_be_struck_out() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
        m,remainder,2024-12-31,2025-01-02,,,5000,2000,5,,
        a,pledge,2024-01-01,2025-01-02,NLD,,1000,,,among-unnamed,m
        b,pledge,2024-01-01,2025-01-02,FRA,,500,,,among-unnamed,";
    let void = "z,void,2025-02-20,2025-02-20,,m,,,,,";
    assert_eq!(told(&format!("{head}\n{void}")), [""; 0]);
    let ledger = try_ledger(complete(), &format!("{head}\n{void}")).unwrap();
    let partners = |known: &str| {
        let as_of = briefing_model::AsOf { in_effect: day("2025-01-31"), known: day(known) };
        ledger.standing(as_of).unwrap().partners.to_string()
    };
    assert_eq!((partners("2025-01-31"), partners("2025-02-28")), ("5".to_owned(), "2".to_owned()));
    // Of the remainder that is entered instead, nobody is named too often.
    let anew = format!("{head}\n{void}\nn,remainder,2024-12-31,2025-02-20,,,4000,2000,1,,");
    assert_eq!(told(&anew), [""; 0]);
    let two = one(&format!("{anew}\nc,pledge,2024-01-01,2025-02-21,ITA,,500,,,among-unnamed,n"));
    assert!(two.starts_with("L0209"), "{two}");
}

#[test]
fn a_payment_recorded_before_its_pledge_is_assigned_by_a_correction() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,pledge,gift
        r,receipt,2025-01-20,2025-01-21,NLD,,100,,
        a,pledge,2025-01-10,2025-02-20,NLD,,1000,,";
    let found = one(head);
    assert!(found.starts_with("L0211 `r`"), "{found}");
    assert!(
        found.contains(
            "in a row of kind `correction` recorded on 2025-02-20 or later, with `r` in `ref` and `a` in `pledge`"
        ),
        "{found}"
    );
    assert_eq!(told(&format!("{head}\nc,correction,2025-02-20,2025-02-20,,r,,a,")), [""; 0]);
    assert_eq!(told(&head.replace("NLD,,100,,", "NLD,,100,,yes")), [""; 0]);
}

#[test]
fn a_payment_before_its_pledge_is_told_however_early_that_was_recorded() {
    let rows = |pledge: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount\na,pledge,{pledge},NLD,,1000\nr,receipt,2025-01-20,2025-01-30,,a,300"
        )
    };
    let of = |pledge: &str| -> Vec<String> {
        told(&rows(pledge)).into_iter().map(|told| told.split(" | ").next().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(
        of("2025-02-01,2025-01-30"),
        [
            "L0107 `r`: counts from 2025-01-20, but entry `a` only from 2025-02-01: until then, it counts as a contribution without a pledge",
            "L0108 `a`: took effect on 2025-02-01, but was recorded on 2025-01-30 already",
        ]
    );
    // A mistyped year is one slip.
    assert_eq!(of("2052-01-10,2025-01-15").len(), 1);
}

#[test]
fn a_correction_of_who_gave_leaves_for_whom() {
    let head = "id,kind,effective,recorded,contributor,on_behalf_of,ref,amount
        a,pledge,2025-01-01,2025-01-02,NLD,SWE,,100";
    let given_by = |rows: &str| {
        let ledger = try_ledger(complete(), &format!("{head}\n{rows}")).unwrap();
        let standing = standing(&ledger, "2025-02-28");
        let counted = standing.contributors.iter().filter(|part| !part.pledged.to_string().contains(" 0.00"));
        counted.map(|part| part.contributor.to_string()).collect::<Vec<_>>().join(", ")
    };
    for (rows, giver) in [
        ("c,correction,2025-02-05,2025-02-05,FRA,,a,", "FRA on behalf of SWE"),
        ("c,correction,2025-02-05,2025-02-05,FRA,ITA,a,", "FRA on behalf of ITA"),
        ("c,correction,2025-02-05,2025-02-05,FRA,FRA,a,", "FRA"),
        ("c,correction,2025-02-05,2025-02-05,NLD,NLD,a,", "NLD"),
        ("c,correction,2025-02-05,2025-02-05,SWE,,a,", "SWE"),
        ("c,correction,2025-02-05,2025-02-05,,,a,50", "NLD on behalf of SWE"),
        (
            "c,correction,2025-02-05,2025-02-05,FRA,,a,\nd,correction,2025-02-06,2025-02-06,ITA,,a,",
            "ITA on behalf of SWE",
        ),
        ("c,correction,2025-02-05,2025-02-05,NLD,NLD,a,\nd,correction,2025-02-06,2025-02-06,ITA,,a,", "ITA"),
    ] {
        assert_eq!(given_by(rows), giver, "{rows}");
    }
}

#[test]
fn what_an_organ_gives_for_its_state_the_state_gives() {
    let rows = "id,kind,effective,recorded,contributor,on_behalf_of,amount
        a,pledge,2025-01-01,2025-01-02,qfd,QAT,50
        b,pledge,2025-01-01,2025-01-02,QAT,,30
        c,pledge,2025-01-01,2025-01-02,qfd,SWE,20";
    let organ_states = [("qfd".parse().unwrap(), "QAT".parse().unwrap())].into();
    let settings = LedgerSettings { organs: OrgansCount::WithState, organ_states, ..complete() };
    let standing = standing(&ledger_with(settings, rows), "2025-01-31");
    let parts = standing.contributors.iter();
    let parts: Vec<String> = parts.map(|part| format!("{} {}", part.contributor, part.pledged)).collect();
    assert_eq!(parts, ["QAT USD 80.00", "QAT on behalf of SWE USD 20.00"]);
    assert!(matches!(standing.contributors[0].contributor.party, PartyRef::State(_)));
}

#[test]
fn who_withdraws_a_part_is_a_partner_whatever_was_paid() {
    let head = "id,kind,effective,recorded,contributor,ref,amount
        a,pledge,2025-01-01,2025-01-02,NLD,,1000
        b,pledge,2025-01-01,2025-01-02,FRA,,500";
    let settings = || {
        let coverage = Coverage { receipts: Reach::Documented, ..Coverage::of(Reach::Complete { since: None }) };
        LedgerSettings { coverage, ..LedgerSettings::default() }
    };
    let partners = |row: &str| {
        let ledger = ledger_with(settings(), &format!("{head}\n{row}"));
        standing(&ledger, "2025-01-31").partners.to_string()
    };
    assert_eq!(partners("w,withdrawal,2025-01-10,2025-01-11,,a,100"), "2");
    assert_eq!(partners("w,withdrawal,2025-01-10,2025-01-11,,a,1000"), "1 documented");
    assert_eq!(partners("w,withdrawal,2025-01-10,2025-01-11,,a,"), "1 documented");
    assert_eq!(
        partners("r,receipt,2025-01-05,2025-01-05,,a,50\nw,withdrawal,2025-01-10,2025-01-11,,a,"),
        "2",
        "what is on record as paid stands"
    );
}

#[test]
fn a_remainder_that_received_more_than_was_pledged_is_told() {
    let head = "id,kind,effective,recorded,contributor,ref,amount,received,partners,what";
    let sum = "m,remainder,2024-12-31,2025-01-05,,,100000,200000,5,";
    let found = one(&format!("{head}\n{sum}"));
    assert!(found.starts_with("L0301 `m`: USD 100000.00 more was received than pledged"), "{found}");
    // What was paid in sum may have been paid on a pledge of somebody who is named.
    assert_eq!(told(&format!("{head}\n{sum}\na,pledge,2024-01-10,2025-01-05,NLD,,100000,,,")), [""; 0]);
    assert_eq!(told(&format!("{head}\n{}", sum.replace("200000", "90000"))), [""; 0]);
}

#[test]
fn a_gift_in_kind_says_what_was_given() {
    let head = "id,kind,effective,recorded,contributor,amount,what\nk,in-kind,2025-03-20,2025-03-21,FRA";
    let found = one(&format!("{head},,"));
    assert!(found.starts_with("L0205 `k`: is a gift in kind that does not say what was given | write it"), "{found}");
    for stated in [",500,", ",,Two vehicles"] {
        assert_eq!(told(&format!("{head}{stated}")), [""; 0], "{stated}");
    }
}

#[test]
fn what_comes_out_of_a_remainder_is_held_against_what_was_received_of_it() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,currency,received,partners,new,itemizes
        m,remainder,2024-12-31,2025-01-05,,,5000,,2000,5,,
        a,pledge,2024-05-01,2025-01-06,NLD,,3000,,,,among-unnamed,m
        r,receipt,2024-06-10,2025-02-05,,a,2500,,,,,m";
    let invalid = try_ledger(complete(), rows).unwrap_err();
    let [fault] = invalid.faults.as_slice() else { panic!("{invalid:?}") };
    assert_eq!(
        format!("{} {}", fault.code, fault.message),
        "L0303 `r`: itemizes what was received of remainder `m`, which is USD 2000.00, and in all USD 2500.00 are itemized"
    );
    assert!(try_ledger(complete(), &rows.replace(",2500,", ",2000,")).is_ok());
    // What the remainder holds is not left out of the totals, whatever it is worth.
    let euros = rows.replace("NLD,,3000,,", "NLD,,1000,EUR,").lines().take(3).collect::<Vec<_>>().join("\n");
    let ledger = try_ledger(complete(), &euros).unwrap();
    assert!(ledger.warnings().is_empty(), "{:?}", ledger.warnings());
    assert!(!standing(&ledger, "2025-02-28").leaves_out());
    let paid = format!("{euros}\n        r,receipt,2025-02-01,2025-02-05,,a,200,USD,,,,");
    let figures = standing(&try_ledger(complete(), &paid).unwrap(), "2025-02-28");
    assert_eq!(
        (figures.pledged.to_string(), figures.received.to_string()),
        ("USD 5000.00".into(), "USD 2200.00".into())
    );
}

#[test]
fn what_a_struck_remainder_held_counts_on_its_own() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
        m,remainder,2024-12-31,2025-01-05,,,5000,2000,5,,
        a,pledge,2024-05-01,2025-01-06,NLD,,1000,,,among-unnamed,m
        x,void,2025-02-10,2025-02-11,,m,,,,,";
    let january = PreviousIssue { month: "2025-01".parse().unwrap(), cutoff: day("2025-02-03") };
    let ledger = try_ledger(complete(), rows).unwrap();
    let late = ledger.late_movements(january, "2025-02".parse().unwrap(), day("2025-03-03")).unwrap();
    let told: Vec<_> = late.iter().map(|one| format!("{} {}", one.entry, one.worth().unwrap())).collect();
    assert_eq!(told, ["a USD 1000.00"]);
}

#[test]
fn a_payment_on_a_balance_by_its_day_may_be_in_it() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,note
        o,opening-balance,2024-12-31,2025-01-05,DEU,,1000,400,
        r,receipt,2024-11-10,2025-02-05,,o,100,,";
    let told = |rows: &str| {
        let ledger = try_ledger(complete(), rows).unwrap();
        ledger.warnings().iter().map(|fault| fault.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(told(rows), ["L0112"]);
    assert!(told(&format!("{rows}beside o")).is_empty());
}
