//! The example office's ledger comes to the figures that the office has published.

use briefing_model::{AsOf, Figure, Knowledge, Ledger, MultiYear, Newness, Reach, StandingNote, TraceAmount};

use crate::ledger::book::{day, ledger_with, reaching, span, standing, usd};

fn unoct() -> Ledger {
    let rows = include_str!("../../../../../examples/unoct/ledger.csv");
    ledger_with(reaching(Reach::Documented), rows)
}

/// What a source states of a figure for a day.
fn stated<T>(figure: &Knowledge<T>) -> Option<(&T, String)> {
    match figure {
        Knowledge::Stated { value, on, .. } => Some((value, on.to_string())),
        Knowledge::Known(_) | Knowledge::Documented(_) | Knowledge::Unknown => None,
    }
}

#[test]
fn published_totals_are_reproduced() {
    let ledger = unoct();
    let published = [
        ("2022-03-31", "335800000", 35),
        ("2024-03-31", "379500000", 42),
        ("2024-08-31", "386100000", 44),
        ("2025-04-30", "402000000", 47),
    ];
    for (on, pledged, partners) in published {
        let standing = standing(&ledger, on);
        assert_eq!(stated(&standing.pledged), Some((&usd(pledged), on.to_owned())));
        assert_eq!(stated(&standing.partners), Some((&partners, on.to_owned())));
        // The entries come to what was published.
        assert_eq!(standing.pledged.on_record(), Some(&usd(pledged)), "on {on}");
        assert_eq!(standing.partners.on_record(), Some(&partners), "on {on}");
    }
    let april = standing(&ledger, "2025-04-30");
    assert_eq!(stated(&april.received), Some((&usd("354000000"), "2025-04-30".to_owned())));
    assert_eq!(april.received.on_record(), Some(&usd("354000000")));
    assert_eq!(standing(&ledger, "2024-08-31").received, Knowledge::Documented(usd("111550000")), "nobody stated it");
}

#[test]
fn what_was_published_then_is_known_then() {
    let ledger = unoct();
    // Asked with the knowledge of a fortnight later, and of a year later.
    for known_at in ["2024-04-15", "2025-04-15"] {
        let standing = ledger.standing(AsOf { in_effect: day("2024-03-31"), known: day(known_at) }).unwrap();
        assert_eq!(standing.pledged.holds_on(standing.as_of), Some(&usd("379500000")));
        assert_eq!(standing.partners.holds_on(standing.as_of), Some(&42));
    }
}

#[test]
fn the_ledger_has_nothing_to_warn_of() {
    assert_eq!(unoct().warnings(), []);
}

#[test]
fn four_pledges_are_new_in_april_and_no_partner_is() {
    let ledger = unoct();
    let lines = ledger.movements(span("2025-04-01/2025-04-30"), day("2025-05-06")).unwrap();
    let lines: Vec<_> = lines.iter().map(|line| format!("{}: {}", line.contributor, line.amount.unwrap())).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    DEU: USD 92615.00
    UZB: USD 50000.00
    IRQ: USD 100000.00
    IRQ: USD 2000000.00
    ");
    let trace =
        ledger.trace(&Figure::MonthPledged, AsOf { in_effect: day("2025-04-30"), known: day("2025-05-06") }).unwrap();
    assert_eq!(trace.total, TraceAmount::Money(usd("2242615")));
    assert_eq!(trace.known, Knowledge::Documented(trace.total));
    let arrivals = ledger.arrivals(span("2025-04-01/2025-04-30"), day("2025-05-06")).unwrap();
    assert!(!arrivals.is_empty() && arrivals.iter().all(|(_, newness)| *newness == Newness::AmongUnnamed));
}

#[test]
fn contributors_notes_and_what_is_left_out() {
    let standing = standing(&unoct(), "2025-04-30");
    let contributors: Vec<_> = standing
        .contributors
        .iter()
        .map(|one| {
            let allocated = if one.allocated.is_unknown() { "" } else { "*" };
            let in_kind = if one.in_kind { "**" } else { "" };
            format!("{}{allocated}{in_kind}: {} of {}", one.contributor, one.received, one.pledged)
        })
        .collect();
    insta::assert_snapshot!(contributors.join("\n"), @r"
    QAT: not known of USD 120000000.00 documented
    SAU: USD 110000000.00 documented of USD 110000000.00 documented
    shura-council-qatar: not known of USD 12500000.00 documented
    RUS: not known of USD 5000000.00 documented
    IRQ: not known of USD 2100000.00 documented
    IND: USD 1550000.00 documented of USD 2050000.00 documented
    un-pdtf*: not known of USD 873120.00 documented
    KAZ: not known of USD 300000.00 documented
    DEU: not known of USD 92615.00 documented
    UZB: not known of USD 50000.00 documented
    ESP: not known of not known
    NLD**: not known of not known
    USA: not known of not known
    ");
    let in_kind: Vec<_> = standing
        .in_kind
        .iter()
        .map(|gift| format!("{} {:?} {}", gift.contributor, gift.value.map(|v| v.to_string()), gift.when))
        .collect();
    insta::assert_snapshot!(in_kind.join("\n"), @r#"
    NLD Some("USD 11500000.00") 2018-09-26
    HUN Some("USD 2000000.00") 2021/2024
    "#);
    let unvalued: Vec<_> = standing
        .unvalued
        .iter()
        .map(|one| format!("{}: {} of {}", one.contributor, one.left_out, one.promised))
        .collect();
    insta::assert_snapshot!(unvalued.join("\n"), @r"
    NLD: EUR 2500000.00 of EUR 2500000.00
    ESP: EUR 250000.00 of EUR 250000.00
    ");
    assert_eq!(
        standing.notes,
        [
            StandingNote::MultiYear(MultiYear::Whole),
            StandingNote::OpenEnded,
            StandingNote::Remainder,
            StandingNote::Unvalued(2),
        ]
    );
    assert_eq!(standing.share().unwrap().per_cent(0).to_string(), "88");
    // What is known only in sum was paid on anybody's pledges.
    assert!(standing.outstanding.is_unknown());
    assert!(standing.surplus.is_unknown());
}

#[test]
fn the_first_contribution_ever_is_the_centres_foundation() {
    let ledger = unoct();
    let first = ledger.first_contribution(&"SAU".parse().unwrap(), day("2025-05-06")).unwrap();
    assert_eq!(first.id.as_str(), "sau-2011");
}

#[test]
fn history_of_cumulative_pledges() {
    let days: Vec<_> = (2011..2025).map(|year| day(&format!("{year}-12-31"))).chain([day("2025-04-30")]).collect();
    let history = unoct().history(&days, day("2025-05-06")).unwrap();
    let history: Vec<_> = history.iter().map(|point| format!("{} {}", point.on, point.pledged)).collect();
    insta::assert_snapshot!(history.join("\n"), @r"
    2011-12-31 USD 10000000.00 documented
    2012-12-31 USD 10000000.00 documented
    2013-12-31 USD 10000000.00 documented
    2014-12-31 USD 110000000.00 documented
    2015-12-31 USD 110000000.00 documented
    2016-12-31 USD 110000000.00 documented
    2017-12-31 USD 110300000.00 documented
    2018-12-31 USD 112300000.00 documented
    2019-12-31 USD 236000000.00, stated for 2019-12 by `total-2019-12`
    2020-12-31 USD 236000000.00, stated for 2019-12 by `total-2019-12`
    2021-12-31 USD 236000000.00, stated for 2019-12 by `total-2019-12`
    2022-12-31 USD 335800000.00, stated for 2022-03-31 by `total-2022-03`
    2023-12-31 USD 335800000.00, stated for 2022-03-31 by `total-2022-03`
    2024-12-31 USD 386100000.00, stated for 2024-08-31 by `total-2024-08`
    2025-04-30 USD 402000000.00, stated for 2025-04-30 by `total-2025-04`
    ");
}
