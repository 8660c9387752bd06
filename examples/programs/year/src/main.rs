//! A year of an office in figures: what its months report, and what was pledged in each.
//!
//! ```sh
//! cargo run --manifest-path examples/programs/Cargo.toml -p year -- examples/unoct 2025
//! ```
//!
//! A month that cannot be read is said so, and does not take the year away.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;

use briefing_model::{PartyRef, Pillar, Year};
use briefing_office::{Disk, read_month, read_office};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [office, year] = arguments.as_slice() else { return Err("usage: year OFFICE YEAR".into()) };
    print!("{}", report(office, year.parse()?)?);
    Ok(())
}

/// What the months of a year come to, each as it was known when its issue went out.
fn report(office: &str, year: Year) -> Result<String, Box<dyn Error>> {
    let disk = Disk::open(office.as_ref())?;
    let (folder, found) = read_office(&disk).into_parts();
    let folder = folder.ok_or_else(|| found.to_string())?;
    let mut report = String::new();
    let (mut items, mut partners) = (0, BTreeSet::<PartyRef>::new());
    let mut pillars = BTreeMap::<Pillar, usize>::new();
    for &month in folder.months.iter().filter(|month| month.year() == year.number()) {
        let (read, found) = read_month(&disk, month).into_parts();
        let Some(read) = read else {
            writeln!(report, "{month}  not read: {}", found.errors())?;
            continue;
        };
        let events = &read.plan.events;
        items += events.len();
        partners.extend(events.iter().flat_map(|event| event.partners.iter().cloned()));
        for pillar in events.iter().flat_map(|event| &event.pillars) {
            *pillars.entry(*pillar).or_default() += 1;
        }
        let pledged = folder.ledger.pledged_in(month, read.plan.cutoff())?;
        writeln!(report, "{month}  {:>3} items  pledged {pledged}", events.len())?;
    }
    writeln!(report, "{year}     {items:>3} items with {} partners", partners.len())?;
    for (pillar, count) in pillars {
        writeln!(report, "pillar {pillar:<4}{count:>4}")?;
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_office_has_a_year() -> Result<(), Box<dyn Error>> {
        let office = concat!(env!("CARGO_MANIFEST_DIR"), "/../../unoct");
        let report = report(office, "2025".parse()?)?;
        let first = report.lines().next().unwrap_or_default();
        assert!(first.starts_with("2025-04 ") && first.contains("items  pledged USD "), "{report}");
        assert!(report.contains("pillar "), "{report}");
        assert!(!report.contains("not read"), "{report}");
        Ok(())
    }
}
