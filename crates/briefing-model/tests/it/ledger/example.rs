//! The example office's ledger comes to the figures that the office has published.

use briefing_model::{Figure, Ledger, MultiYear, StandingNote, TraceAmount};

use crate::ledger::book::{day, ledger, standing, usd};

fn unoct() -> Ledger {
    ledger(include_str!("../../../../../examples/unoct/ledger.csv"))
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
        assert_eq!((standing.pledged, standing.partners), (usd(pledged), partners), "on {on}");
    }
    assert_eq!(standing(&ledger, "2025-04-30").received, usd("354000000"));
}

#[test]
fn what_was_published_then_is_known_then() {
    let ledger = unoct();
    // Asked with the knowledge of a fortnight later, and of a year later.
    for known_at in ["2024-04-15", "2025-04-15"] {
        let standing = ledger.standing(day("2024-03-31"), day(known_at)).unwrap();
        assert_eq!((standing.pledged, standing.partners), (usd("379500000"), 42));
    }
}

#[test]
fn the_ledger_has_nothing_to_warn_of() {
    assert_eq!(unoct().warnings(), []);
}

#[test]
fn four_pledges_are_new_in_april_and_no_partner_is() {
    let ledger = unoct();
    let lines = ledger.pledges_in("2025-04".parse().unwrap(), day("2025-05-06"));
    let lines: Vec<_> = lines.iter().map(|line| format!("{}: {}", line.contributor, line.amount)).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    DEU: USD 92615.00
    UZB: USD 50000.00
    IRQ: USD 100000.00
    IRQ: USD 2000000.00
    ");
    let trace = ledger.trace(&Figure::MonthPledged, day("2025-04-30"), day("2025-05-06")).unwrap();
    assert_eq!(trace.total, TraceAmount::Money(usd("2242615")));
    let movement = ledger.movement(day("2025-03-31"), day("2025-04-30"), day("2025-05-06")).unwrap();
    assert!(movement.new_partners.is_empty());
    assert_eq!(movement.partners, 3, "the three that the published number grew by since August");
}

#[test]
fn contributors_notes_and_what_is_left_out() {
    let standing = standing(&unoct(), "2025-04-30");
    let contributors: Vec<_> = standing
        .contributors
        .iter()
        .map(|one| {
            let allocated = if one.allocated.is_zero() { "" } else { "*" };
            let in_kind = if one.in_kind { "**" } else { "" };
            format!("{}{allocated}{in_kind}: {} of {}", one.contributor, one.received, one.pledged)
        })
        .collect();
    insta::assert_snapshot!(contributors.join("\n"), @r"
    QAT: USD 0.00 of USD 120000000.00
    SAU: USD 110000000.00 of USD 110000000.00
    shura-council-qatar: USD 0.00 of USD 12500000.00
    RUS: USD 0.00 of USD 5000000.00
    IRQ: USD 0.00 of USD 2100000.00
    IND: USD 1550000.00 of USD 2050000.00
    un-pdtf*: USD 0.00 of USD 873120.00
    KAZ: USD 0.00 of USD 300000.00
    DEU: USD 0.00 of USD 92615.00
    UZB: USD 0.00 of USD 50000.00
    ESP: USD 0.00 of USD 0.00
    NLD**: USD 0.00 of USD 0.00
    USA: USD 0.00 of USD 0.00
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
        .map(|one| format!("{}: {} of {}", one.contributor, one.remaining, one.promised))
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
    assert_eq!(standing.outstanding, usd("48000000"));
    assert!(standing.surplus.is_zero());
}

#[test]
fn the_first_contribution_ever_is_the_centres_foundation() {
    let ledger = unoct();
    let first = ledger.first_contribution(&"SAU".parse().unwrap(), day("2025-05-06")).unwrap();
    assert_eq!(first.id.as_str(), "sau-2011");
}

#[test]
fn history_of_cumulative_pledges() {
    let history = unoct().yearly_history(day("2025-04-30"), day("2025-05-06")).unwrap();
    let history: Vec<_> = history.iter().map(|point| format!("{} {}", point.on, point.pledged)).collect();
    insta::assert_snapshot!(history.join("\n"), @r"
    2011-12-31 USD 10000000.00
    2012-12-31 USD 10000000.00
    2013-12-31 USD 10000000.00
    2014-12-31 USD 110000000.00
    2015-12-31 USD 110000000.00
    2016-12-31 USD 110000000.00
    2017-12-31 USD 110300000.00
    2018-12-31 USD 112300000.00
    2019-12-31 USD 127800000.00
    2020-12-31 USD 155800000.00
    2021-12-31 USD 173223120.00
    2022-12-31 USD 336800000.00
    2023-12-31 USD 337300000.00
    2024-12-31 USD 386600000.00
    2025-04-30 USD 402000000.00
    ");
}
