//! The types alone: no file, no font, no page, and fifteen packages in all.

use std::error::Error;

use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Money, Month, Pledge, State, When};

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", report()?);
    Ok(())
}

/// Types refuse what makes no sense where it is written, and every error goes through `?`.
fn report() -> Result<String, Box<dyn Error>> {
    let donor = State::from_name("Côte d’Ivoire").ok_or("no State goes by that name")?;
    let april: Month = "2025-04".parse()?;
    let when: When = "2025-04-10/2025-04-12".parse()?;
    let sum: Money = "EUR 1250.50".parse()?;
    let pledge = Pledge::new(donor.into(), "USD 5000".parse()?);
    let entry = LedgerEntry::new("P-1".parse()?, when.clone(), "2025-04-30".parse()?, pledge);
    let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
    let standing = ledger.standing(AsOf::on(april.last_day()))?;
    Ok(format!("{donor:<5}|{april:>9}|{sum:>14}|{:>14}|{}", standing.pledged.to_string(), when.overlaps(april)))
}

#[test]
fn forms_take_a_width_and_nonsense_is_refused() {
    assert_eq!(report().unwrap_or_default(), "CIV  |  2025-04|   EUR 1250.50|   USD 5000.00|true");
    assert!("2025-13".parse::<Month>().is_err());
    assert!("EUR 1.005".parse::<Money>().is_err());
    assert!("2025-04-12/2025-04-10".parse::<When>().is_err());
}
