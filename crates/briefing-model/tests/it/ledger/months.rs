//! What a month tells of money, and what its figures are.

use briefing_model::{
    AsOf, Code, Coverage, Knowledge, Ledger, LedgerSettings, Money, Month, Movement, MovementTotal, PreviousIssue,
    Reach, StandingNote, TraceAmount,
};

use crate::ledger::book::{complete, ledger_with, reaching, try_ledger};

/// An amount without its cents, in dollars without their name.
fn short(money: Money) -> String {
    let text = money.to_string();
    text.strip_suffix(".00").unwrap_or(&text).trim_start_matches("USD ").to_owned()
}

fn figure(figure: &Knowledge<Money>) -> String {
    match figure {
        Knowledge::Known(money) => short(*money),
        Knowledge::Documented(money) => format!("{}?", short(*money)),
        Knowledge::Stated { value, .. } => format!("{} stated", short(*value)),
        Knowledge::Unknown => "?".to_owned(),
    }
}

fn movement(moved: &Movement) -> String {
    let amount = moved.amount.map_or("?".to_owned(), short);
    let value = moved.value.map(|value| format!(" = {}", short(value))).unwrap_or_default();
    format!("{} {amount}{value}{}", moved.kind, if moved.yearly { " a year" } else { "" })
}

/// What a month tells, what that comes to, and what was pledged and received by its end; and that each figure is the sum of its entries.
#[track_caller]
fn month_of(settings: LedgerSettings, rows: &str, month: &str) -> String {
    let ledger = ledger_with(settings, rows);
    let month: Month = month.parse().unwrap();
    let at = AsOf { in_effect: month.last_day(), known: month.last_day() };
    let standing = ledger.standing(at).unwrap();
    for figure in ["standing.pledged", "standing.received", "standing.outstanding", "others.pledged", "others.received"]
    {
        let trace = ledger.trace(&figure.parse().unwrap(), at).unwrap();
        let minor = |amount: &TraceAmount| match amount {
            TraceAmount::Money(money) => money.minor(),
            TraceAmount::Partners(partners) => i128::from(*partners),
        };
        let parts: i128 = trace.lines.iter().map(|line| minor(&line.amount)).sum();
        assert_eq!(parts, minor(&trace.total), "{figure}");
        assert!(trace.known.on_record().is_none_or(|amount| *amount == trace.total), "{figure}");
    }
    for sum in [&standing.pledged, &standing.received] {
        assert!(sum.on_record().is_none_or(|money| !money.is_negative()), "{sum}");
    }
    let moved = ledger.movements(month, at.known).unwrap();
    let totals = Ledger::movement_totals(&moved).unwrap();
    let told: Vec<String> = moved.iter().map(movement).collect();
    let totals: Vec<String> = totals.iter().map(|total| format!("{} {}", total.sum, short(total.amount))).collect();
    format!(
        "{}; {}; {} of {}",
        told.join(", "),
        if totals.is_empty() { "no total".to_owned() } else { totals.join(", ") },
        figure(&standing.received),
        figure(&standing.pledged)
    )
}

/// The same of a complete ledger, in February 2025.
#[track_caller]
fn february(rows: &str) -> String {
    month_of(complete(), rows, "2025-02")
}

#[test]
fn what_came_out_of_a_remainder_keeps_its_worth() {
    let rows = |worth: &str, revised: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,value,received,partners,new,itemizes
            r,rate,2024-01-01/2024-12-31,2024-01-05,,,1.1,CHF,,,,,
            s,rate,2025-01-01/..,2025-01-05,,,1.2,CHF,,,,,
            m,remainder,2024-12-31,2025-01-05,,,5000,,,2000,5,,
            p,pledge,2024-05-10,2025-01-20,NLD,,1000,{worth},,,among-unnamed,m
            v,revision,2025-02-10,2025-02-11,,p,1500,{revised},,,,"
        )
    };
    for (worth, revised) in [("EUR,1100", "EUR,1800"), ("CHF,", "CHF,")] {
        let rows = rows(worth, revised);
        assert!(february(&rows).ends_with("pledged 700; 2000 of 5700"), "{}", february(&rows));
        assert!(month_of(complete(), &rows, "2025-01").ends_with("2000 of 5000"));
    }
    // Of what was worth nobody knew how much, as much came out as the revision says that it is worth.
    assert_eq!(february(&rows("EUR,", "EUR,1800")), "increase 600; pledged 600; 2000 of 5600");
    let corrected = format!("{}\nc,void,2025-02-20,2025-02-20,,r,,,,,,,", rows("CHF,", "CHF,"));
    let corrected = format!("{corrected}\nt,rate,2024-01-01/2024-12-31,2025-02-20,,,1.3,CHF,,,,,");
    assert!(february(&corrected).ends_with("pledged 500; 2000 of 5500"), "{}", february(&corrected));
}

const BALANCE: &str = "id,kind,effective,recorded,contributor,ref,amount,received
    o,opening-balance,2024-12-31,2025-01-05,NLD,,";

#[test]
fn what_stood_of_a_blank_is_not_told() {
    let of = |blank: &str, row: &str| february(&format!("{BALANCE}{blank}\nx,{row},"));
    let (pledged, received) = ("1000,", ",300");
    assert_eq!(of(pledged, "withdrawal,2025-02-10,2025-02-11,,o,"), "withdrawal ?; no total; ? of ?");
    assert_eq!(of(pledged, "withdrawal,2025-02-10,2025-02-11,,o,100"), "withdrawal -100; pledged -100; ? of 900?");
    // What the pledge comes to is the same, whatever was received.
    assert_eq!(of(pledged, "revision,2025-02-10,2025-02-11,,o,600"), "reduction -400; pledged -400; ? of 600");
    assert_eq!(of(received, "withdrawal,2025-02-10,2025-02-11,,o,"), "withdrawal ?; no total; 300 of 300");
    assert_eq!(of(received, "withdrawal,2025-02-10,2025-02-11,,o,100"), "withdrawal -100; pledged -100; 300 of 300?");
    assert_eq!(of(received, "revision,2025-02-10,2025-02-11,,o,600"), "new-terms ?; no total; 300 of 600");
    // Some of it may have come beyond the pledge.
    let refund = "refund,2025-02-10,2025-02-11,,o,100";
    assert_eq!(of(pledged, refund), "paid-back -100, reduction ?; received -100; ? of 900?");
    assert_eq!(of(received, refund), "paid-back -100, reduction ?; received -100; 200 of 200?");
    // What goes back after the rest was withdrawn was received before, and stood.
    let gone = of(pledged, "withdrawal,2025-02-03,2025-02-03,,o,,\ny,refund,2025-02-10,2025-02-11,,o,50");
    assert_eq!(gone, "withdrawal ?, paid-back -50, reduction ?; received -50; ? of ?");
    // More goes back than the pledge was lowered to.
    let lowered = of(pledged, "revision,2025-02-03,2025-02-03,,o,40,\ny,refund,2025-02-10,2025-02-11,,o,50");
    assert_eq!(lowered, "reduction -960, surplus-refund -10, paid-back -40, reduction ?; received -50; ? of ?");
    // As much was pledged as was paid.
    assert_eq!(
        of(received, "receipt,2025-02-10,2025-02-11,,o,100"),
        "payment 100, counted-as-paid 100; received 100; 400 of 400?"
    );
    // The same where nobody says what was received of pledges that are known in sum.
    let remainder = |row: &str| {
        february(&format!(
            "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
            m,remainder,2024-12-31,2025-01-05,,,5000,,5,,
            p,pledge,2024-05-10,2025-01-20,NLD,,1000,,,among-unnamed,m
            x,{row},,,,"
        ))
    };
    assert_eq!(remainder("withdrawal,2025-02-10,2025-02-11,,p,"), "withdrawal ?; no total; ? of 4000?");
    assert_eq!(
        remainder("refund,2025-02-10,2025-02-11,,p,100"),
        "paid-back -100, reduction ?; received -100; ? of 4900?"
    );
}

/// No total of a month's pledges depends on what is left blank: whatever is written there, it is the same.
#[test]
fn totals_beside_a_blank_are_those_of_any_sum() {
    let steps = [
        "withdrawal,DAY,DAY,,o,,",
        "withdrawal,DAY,DAY,,o,100,",
        "revision,DAY,DAY,,o,900,",
        "refund,DAY,DAY,,o,100,",
        "receipt,DAY,DAY,,o,200,",
    ];
    let totals = |rows: &str| -> Option<[Vec<MovementTotal>; 2]> {
        let ledger = try_ledger(complete(), rows).ok().filter(|ledger| ledger.warnings().is_empty())?;
        Some(["2025-02", "2025-03"].map(|month| {
            let month: Month = month.parse().unwrap();
            Ledger::movement_totals(&ledger.movements(month, month.last_day()).unwrap()).unwrap()
        }))
    };
    let mut compared = 0;
    for first in steps {
        for (second, third) in steps.into_iter().flat_map(|second| steps.map(|third| (second, third))) {
            let rows = |balance: &str| {
                let days = ["2025-02-03", "2025-02-20", "2025-03-10"];
                let events = [first, second, third].into_iter().zip(days).enumerate();
                let events = events.map(|(n, (row, day))| format!("\nx-{n},{}", row.replace("DAY", day)));
                format!("{BALANCE}{balance}{}", events.collect::<String>())
            };
            for (blank, sums) in [
                ("1000,", ["1000,0", "1000,100", "1000,300", "1000,1000", "1000,1200"]),
                (",300", ["1000,300", "2000,300", "5000,300", "400,300", "250,300"]),
            ] {
                let Some(of_blank) = totals(&rows(blank)) else { continue };
                // Where all that was left is withdrawn, something was.
                let most = if [first, second, third].contains(&steps[0]) { 3 } else { sums.len() };
                for (sum, of_sum) in sums.iter().take(most).filter_map(|sum| Some((sum, totals(&rows(sum))?))) {
                    for (given, same) in of_blank.iter().zip(&of_sum) {
                        for total in given.iter().filter(|total| total.is_of_pledges()) {
                            let of_kind = |other: &&MovementTotal| other.sum == total.sum;
                            let other = same.iter().find(of_kind).map(|other| other.amount);
                            assert_eq!(Some(total.amount), other, "{sum}: {}", rows(blank));
                            compared += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn what_came_and_went_again_is_known_to_be_nothing() {
    let unsaid = |rows: &str, month: &str| {
        let rows = format!(
            "id,kind,effective,recorded,contributor,ref,amount,gift
            p,pledge,2025-01-10,2025-01-11,NLD,,100,
            q,receipt,2025-01-20,2025-01-21,{rows}"
        );
        month_of(LedgerSettings::default(), &rows, month)
    };
    let paid = ",p,100,\nb,refund,2025-02-10,2025-02-11,,q,100,";
    assert_eq!(unsaid(paid, "2025-01"), "pledge 100, payment 100; pledged 100, received 100; 100 of 100");
    assert_eq!(unsaid(paid, "2025-02"), "refund -100; pledged -100; 0 of 0");
    let given = "DEU,,40,yes\nb,refund,2025-02-10,2025-02-11,,q,40,\nw,withdrawal,2025-02-10,2025-02-11,,p,,";
    assert!(unsaid(given, "2025-02").ends_with("; 0 of 0"), "{}", unsaid(given, "2025-02"));
    // That there is no payment on record says nothing.
    let ledger = "id,kind,effective,recorded,contributor,ref,amount
        p,pledge,2025-01-10,2025-01-11,NLD,,100
        w,withdrawal,2025-02-10,2025-02-11,,p,";
    assert_eq!(month_of(LedgerSettings::default(), ledger, "2025-02"), "withdrawal -100; pledged -100; ? of 0");
}

#[test]
fn what_counts_as_pledged_when_it_is_paid_is_told_and_in_no_total() {
    let yearly = "id,kind,effective,recorded,contributor,ref,amount,schedule
        p,pledge,2025-01-10,2025-01-11,NLD,,100,yearly 2025/..
        q,receipt,2025-02-10,2025-02-11,,p,60,
        r,receipt,2025-12-10,2025-12-11,,p,70,
        s,receipt,2025-12-31,2025-12-31,,p,30,
        t,receipt,2026-02-10,2026-02-11,,p,5,";
    let of = |month: &str| month_of(complete(), yearly, month);
    assert_eq!(of("2025-01"), "pledge 100 a year; pledged-yearly 100; 0 of 0");
    assert_eq!(of("2025-02"), "payment 60, counted-as-paid 60; received 60; 60 of 60");
    // Sixty and seventy are paid ahead of the first year, and thirty ahead of the next.
    assert_eq!(
        of("2025-12"),
        "payment 70, counted-as-paid 70, payment 30, counted-as-paid 30; received 100; 160 of 160"
    );
    let begun = yearly.replace("yearly 2025", "yearly 2023").replace(",2025-01-10,", ",2022-01-10,");
    assert_eq!(month_of(complete(), &begun, "2025-02"), "payment 60; received 60; 60 of 200");
    // What falls due later is no correction of what was told.
    let ledger = ledger_with(complete(), yearly);
    let issue = PreviousIssue { month: "2025-11".parse().unwrap(), cutoff: "2025-12-01".parse().unwrap() };
    let december: Month = "2025-12".parse().unwrap();
    assert_eq!(ledger.corrected_movements(issue, december, december.last_day()).unwrap(), []);

    // The pledge is in the total of its month, in its own currency.
    let euros = |stated: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,currency,settles,received,note
            {stated}
            p,pledge,2025-02-03,2025-02-04,NLD,,1000,EUR,,,worth unknown
            q,receipt,2025-02-10,2025-02-11,,p,330,USD,EUR 300,,"
        )
    };
    assert_eq!(
        february(&euros("")),
        "pledge EUR 1000, payment 330, counted-as-paid 330; pledged EUR 1000, received 330; 330 of 330"
    );
    let since = |on: &str| {
        let stated = format!("s,assertion,{on},{on},,,5000,USD,,3000,");
        let ledger = ledger_with(reaching(Reach::Documented), &euros(&stated));
        let standing = ledger.standing(AsOf::on("2025-02-28".parse().unwrap())).unwrap();
        let totals = [standing.pledged_since, standing.received_since].concat();
        totals.iter().map(|total| format!("{} {}", total.sum, short(total.amount))).collect::<Vec<_>>()
    };
    assert_eq!(since("2025-01-31"), ["pledged EUR 1000", "received 330"]);
    assert_eq!(since("2025-02-05"), ["received 330"]);
}

#[test]
fn nothing_came_beyond_pledges_that_are_not_known() {
    let pledge = "id,kind,effective,recorded,contributor,ref,amount,received,partners
        p,pledge,2025-01-10,2025-01-11,NLD,,100,,
        q,receipt,2025-02-10,2025-02-11,,p,160,,";
    let remainder = format!("{pledge}\nm,remainder,2024-12-31,2025-01-01,,,,2000,5");
    let surplus = |settings: LedgerSettings, rows: &str| {
        let ledger = ledger_with(settings, &rows.replace("p,pledge", "p,allocation"));
        let standing = ledger.standing(AsOf::on("2025-02-28".parse().unwrap())).unwrap();
        (figure(&standing.surplus), standing.notes.contains(&StandingNote::Surplus))
    };
    assert_eq!(surplus(complete(), pledge), ("60".to_owned(), true));
    assert_eq!(surplus(reaching(Reach::Documented), pledge), ("?".to_owned(), false));
    assert_eq!(surplus(complete(), &remainder), ("?".to_owned(), false));
    // More may have come, and came beyond it as well.
    let pledges = Coverage { receipts: Reach::Documented, ..Coverage::of(Reach::Complete { since: None }) };
    assert_eq!(
        surplus(LedgerSettings { coverage: pledges, ..LedgerSettings::default() }, pledge),
        ("60?".to_owned(), true)
    );
}

#[test]
fn an_issue_that_knows_more_out_of_a_remainder_than_it_holds_is_refused() {
    let rows = "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
        m,remainder,2024-12-31,2025-01-05,,,500,200,5,,
        o,pledge,2024-04-10,2025-01-20,DEU,,50,,,among-unnamed,m
        p,pledge,2024-05-10,2025-01-20,NLD,,1000,,,among-unnamed,m
        c,correction,2025-02-10,2025-02-10,,p,100,,,,";
    let ledger = ledger_with(complete(), rows);
    let said = |known: &str| {
        let faults =
            ledger.check_issue(AsOf { in_effect: "2025-01-31".parse().unwrap(), known: known.parse().unwrap() });
        faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>()
    };
    assert_eq!(said("2025-01-19"), [""; 0]);
    assert_eq!(
        said("2025-02-05"),
        [
            "L0303 `p`: itemizes remainder `m`, which holds USD 500.00, and in all USD 1050.00 are itemized, as known on 2025-02-05"
        ]
    );
    assert_eq!(said("2025-02-10"), [""; 0]);
}

#[test]
fn what_is_taken_back_of_an_unknown_worth_is_not_counted_with_the_others() {
    let rows = |rows: &[&str]| {
        let head = "id,kind,effective,recorded,contributor,ref,amount,currency,settles,received,partners,new,itemizes
            m,remainder,2024-12-31,2025-01-05,,,9100,,,2000,5,,
            p,pledge,2024-05-10,2025-01-20,NLD,,1000,EUR,,,,among-unnamed,m";
        std::iter::once(&head).chain(rows).copied().collect::<Vec<_>>().join("\n")
    };
    let of = |more: &[&str]| february(&rows(more));
    assert!(of(&[]).ends_with("; 2000 of 9100"));
    // As much as was paid came out of the remainder, and goes back.
    let paid = "q,receipt,2025-01-25,2025-01-25,,p,50,USD,EUR 45,,,,";
    assert_eq!(of(&[paid, "b,refund,2025-02-10,2025-02-10,,q,50,USD,,,,,"]), "refund -50; pledged -50; 2000 of 9050");
    let (withdrawn, part) =
        ("b,withdrawal,2025-02-10,2025-02-10,,p,,EUR", "b,withdrawal,2025-02-10,2025-02-10,,p,200,EUR");
    let (less, more) = ("b,revision,2025-02-10,2025-02-10,,p,600,EUR", "b,revision,2025-02-10,2025-02-10,,p,1600,EUR");
    assert_eq!(of(&[withdrawn]), "withdrawal EUR -1000; pledged EUR -1000; 2000 of ?");
    assert_eq!(of(&[part]), "withdrawal EUR -200; pledged EUR -200; 2000 of ?");
    assert_eq!(of(&[less]), "reduction EUR -400; pledged EUR -400; 2000 of ?");
    let ledger = ledger_with(complete(), &rows(&[withdrawn]));
    assert!(ledger.warnings().iter().any(|fault| fault.code == Code::WorthUnknown), "{:?}", ledger.warnings());
    // What is added is left out of the total.
    assert_eq!(of(&[more]), "increase EUR 600; pledged EUR 600; 2000 of 9100");
    let at = AsOf::on("2025-02-28".parse().unwrap());
    let [unvalued] = &ledger_with(complete(), &rows(&[more])).standing(at).unwrap().unvalued[..] else { panic!() };
    assert_eq!(unvalued.left_out.to_string(), "EUR 600.00");
    // A payment out of the remainder on a pledge that is struck out has nothing but itself to come out of it.
    let itemized = "q,receipt,2024-06-20,2025-01-25,,p,50,USD,EUR 45,,,,m";
    assert!(of(&[itemized, "b,void,2025-02-10,2025-02-10,,p"]).ends_with("; 2000 of 9100"));
}

#[test]
fn what_stood_of_a_blank_among_others_is_in_no_known_total() {
    let rows = |row: &str| {
        format!(
            "id,kind,effective,recorded,contributor,ref,amount,received,partners,new,itemizes
            m,remainder,2024-12-31,2025-01-05,,,5000,2000,5,,
            o,opening-balance,2024-12-31,2025-01-20,NLD,,,300,,among-unnamed,m
            x,{row},,,,"
        )
    };
    // As much as is paid on it comes out of the remainder.
    assert_eq!(february(&rows("receipt,2025-02-10,2025-02-11,,o,100")), "payment 100; received 100; 2100 of 5000?");
    assert_eq!(february(&rows("withdrawal,2025-02-10,2025-02-11,,o,")), "withdrawal ?; no total; 2000 of ?");
    assert_eq!(february(&rows("revision,2025-02-10,2025-02-11,,o,700")), "new-terms ?; no total; 2000 of ?");
}
