//! A briefing without any file: an office, its ledger and a month in code, compiled and kept as JSON.
//!
//! A [`Briefing`] is a value of its own: it holds everything one issue prints and refers back to nothing, so another
//! program can take its JSON and go on from there.
//!
//! ```sh
//! cargo run -p briefing-examples --example build_a_briefing
//! ```

#![expect(clippy::print_stdout, reason = "a program that shows something prints it")]

use std::error::Error;

use briefing_model::{
    Briefing, Event, FoundingContribution, Language, Ledger, LedgerEntry, LedgerSettings, MonthPlan, Name, Office,
    OfficeData, Placement, Pledge, Unit, UnitKind, Units, Versioned,
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", serde_json::to_string_pretty(&Versioned::new(briefing()?))?);
    Ok(())
}

fn briefing() -> Result<Briefing, Box<dyn Error>> {
    let ledger = Ledger::new(LedgerSettings::default(), entries()?)?;
    Ok(Briefing::compile(&office()?, &ledger, &plan()?)?)
}

/// What holds from month to month.
fn office() -> Result<Office, Box<dyn Error>> {
    let name = Name::new("Office for Lighthouses")?.with(Language::Fr, "Bureau des phares")?;
    let mut data = OfficeData::new("phares".parse()?, name);
    data.acronym = Some(Name::new("OFL")?);

    let mut centre = Unit::new("centre".parse()?, Name::new("Centre for Lenses")?, UnitKind::Centre);
    centre.founding = Some(FoundingContribution {
        contributor: "FRA".parse()?,
        amount: Some("USD 1000000".parse()?),
        when: "2011".parse()?,
        basis: None,
    });
    let mut coast = Unit::new("dakar".parse()?, Name::new("Dakar")?, UnitKind::ProgrammeOffice);
    coast.parent = Some("centre".parse()?);
    // Units form a tree: one that is its own ancestor cannot be built.
    data.units = Units::new(vec![centre, coast]);

    // A figure in braces is filled in from the ledger, so that text and figures cannot contradict each other.
    data.about = vec!["The **Office** has {standing.partners} partners, who pledged {standing.pledged}.".parse()?];
    // Everything the office refers to exists, or this says what is missing.
    Ok(Office::new(data)?)
}

/// What it was promised.
fn entries() -> Result<Vec<LedgerEntry>, Box<dyn Error>> {
    let france = Pledge::new("FRA".parse()?, "USD 1000000".parse()?);
    let senegal = Pledge::new("SEN".parse()?, "USD 25000".parse()?);
    Ok(vec![
        LedgerEntry::new("fra-2011".parse()?, "2011".parse()?, "2011-12-31".parse()?, france),
        LedgerEntry::new("sen-2024".parse()?, "2024-02-12".parse()?, "2024-02-12".parse()?, senegal),
    ])
}

/// What February brought.
fn plan() -> Result<MonthPlan, Box<dyn Error>> {
    let mut plan = MonthPlan::new("2024-02".parse()?);
    plan.events = vec![
        Event::new(
            "storm".parse()?,
            Placement::Leadership,
            "2024-02-28/2024-03-01".parse()?,
            "Keepers of twelve coasts met on *light in storms*.".parse()?,
        ),
        Event::new(
            "lenses".parse()?,
            Placement::Unit("dakar".parse()?),
            "2024-02-07".parse()?,
            "A **workshop** on grinding lenses, with [notes](https://example.org/lenses).".parse()?,
        ),
    ];
    Ok(plan)
}

#[test]
fn what_is_written_as_json_reads_back() {
    let briefing = Versioned::new(briefing().unwrap());
    let json = serde_json::to_string(&briefing).unwrap();
    assert_eq!(serde_json::from_str::<Versioned<Briefing>>(&json).unwrap(), briefing);
}

#[test]
fn an_event_stands_under_its_unit_and_a_pledge_in_its_month() {
    let briefing = briefing().unwrap();
    assert_eq!(briefing.capacity_building[0].name.english(), "Dakar");
    assert_eq!(briefing.movements.totals[0].amount.to_string(), "USD 25000.00");
    assert_eq!(briefing.contributions.unwrap().pledged.to_string(), "USD 1025000.00");
}
