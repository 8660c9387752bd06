//! What an office was promised and what it received, on any day, as it was known on any other.
//!
//! A ledger only grows. A pledge that changes gets a revision; nothing is overwritten. So every figure answers two
//! questions: what had taken effect by one day, and what had been recorded by another.
//!
//! ```sh
//! cargo run -p briefing-examples --example totals
//! ```

#![expect(clippy::print_stdout, reason = "a program that shows something prints it")]

use std::error::Error;

use briefing_model::{AsOf, Coverage, Ledger, LedgerEntry, LedgerSettings, Pledge, Reach, Receipt, Revision, Standing};

fn main() -> Result<(), Box<dyn Error>> {
    let ledger = ledger()?;
    for (as_of, known_at) in [("2025-01-31", "2025-01-31"), ("2025-03-31", "2025-03-31"), ("2025-01-31", "2025-03-31")]
    {
        let standing = ledger.standing(AsOf { in_effect: as_of.parse()?, known: known_at.parse()? })?;
        println!("on {as_of}, as known on {known_at}: {}", in_words(&standing));
    }
    Ok(())
}

/// Two partners: one raises its pledge and pays part of it, the other's pledge is recorded late.
fn ledger() -> Result<Ledger, Box<dyn Error>> {
    // An entry has an id, a time it takes effect, a day it was recorded, and what it says.
    let entries = vec![
        LedgerEntry::new(
            "deu".parse()?,
            "2025-01-10".parse()?,
            "2025-01-13".parse()?,
            Pledge::new("DEU".parse()?, "USD 100000".parse()?),
        ),
        LedgerEntry::new(
            "deu-first-payment".parse()?,
            "2025-02-03".parse()?,
            "2025-02-03".parse()?,
            Receipt::on("deu".parse()?, "USD 40000".parse()?),
        ),
        // A revision states the new total, not the difference.
        LedgerEntry::new(
            "deu-more".parse()?,
            "2025-03".parse()?,
            "2025-03-31".parse()?,
            Revision { pledge: "deu".parse()?, terms: "USD 150000".parse::<briefing_model::Amount>()?.into() },
        ),
        // It took effect in January and was recorded in March.
        LedgerEntry::new(
            "uzb".parse()?,
            "2025-01-20".parse()?,
            "2025-03-02".parse()?,
            Pledge::new("UZB".parse()?, "USD 50000".parse()?),
        ),
    ];
    // A ledger that contradicts itself cannot be built: all its faults come back at once.
    // This office keeps its own books, so that what is not recorded has not happened.
    let settings =
        LedgerSettings { coverage: Coverage::of(Reach::Complete { since: None }), ..LedgerSettings::default() };
    Ok(Ledger::new(settings, entries)?)
}

fn in_words(standing: &Standing) -> String {
    let Standing { pledged, received, outstanding, partners, .. } = standing;
    format!("{pledged} pledged, {received} received, {outstanding} outstanding; partners: {partners}")
}

#[test]
fn a_pledge_recorded_late_counts_only_once_it_is_known() {
    let ledger = ledger().unwrap();
    let on = |as_of: &str, known_at: &str| {
        in_words(
            &ledger.standing(AsOf { in_effect: as_of.parse().unwrap(), known: known_at.parse().unwrap() }).unwrap(),
        )
    };
    assert_eq!(
        on("2025-01-31", "2025-01-31"),
        "USD 100000.00 pledged, USD 0.00 received, USD 100000.00 outstanding; partners: 1"
    );
    assert_eq!(
        on("2025-01-31", "2025-03-31"),
        "USD 150000.00 pledged, USD 0.00 received, USD 150000.00 outstanding; partners: 2"
    );
    assert_eq!(
        on("2025-03-31", "2025-03-31"),
        "USD 200000.00 pledged, USD 40000.00 received, USD 160000.00 outstanding; partners: 2"
    );
}
