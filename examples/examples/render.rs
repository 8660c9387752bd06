//! The four steps from a briefing to a file: compile, compose, lay out, write. Each takes one value and gives one.
//!
//! ```sh
//! cargo run -p briefing-examples --example render -- lighthouses.pdf
//! ```

#![expect(clippy::print_stdout, reason = "a program that shows something prints it")]

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use briefing_document::compose;
use briefing_layout::{layout, text::FontBook};
use briefing_model::{
    Briefing, Event, Language, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData, Placement,
};
use briefing_pdf::write;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the file to write: render FILE")?;
    std::fs::write(&path, pdf(&briefing()?, Language::En)?)?;
    println!("wrote {path}");
    Ok(())
}

/// A month with one item, of an office of which nothing but the name is known.
fn briefing() -> Result<Briefing, Box<dyn Error>> {
    let office = Office::new(OfficeData::new("phares".parse()?, Name::new("Office for Lighthouses")?))?;
    let ledger = Ledger::new(LedgerSettings::default(), Vec::new())
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    let mut plan = MonthPlan::new("2024-02".parse()?);
    plan.events.push(Event::new(
        "storm".parse()?,
        Placement::Highlights,
        "2024-02-28/2024-02-29".parse()?,
        "Keepers of twelve coasts met on **light in storms**.".parse()?,
    ));
    Ok(Briefing::compile(&office, &ledger, &plan)?)
}

/// The file of a briefing.
fn pdf(briefing: &Briefing, language: Language) -> Result<Vec<u8>, Box<dyn Error>> {
    // Every word chosen, reading order settled; what had to stay in another language is among the warnings.
    let composition = compose(briefing, language)?;

    // Everything in its place. The fonts are part of the program.
    let fonts = Arc::new(FontBook::builtin());
    let pages = layout(&composition.document, &fonts);

    // Pictures would be given here, by the digest under which the briefing names them.
    let pictures = BTreeMap::new();
    Ok(write(&pages, &pictures)?)
}

#[test]
fn the_same_briefing_gives_the_same_bytes() {
    let briefing = briefing().unwrap();
    let once = pdf(&briefing, Language::En).unwrap();
    assert!(once.starts_with(b"%PDF-1.7"));
    assert_eq!(once, pdf(&briefing, Language::En).unwrap());
    assert_ne!(
        once,
        pdf(&briefing, Language::Ru).unwrap(),
        "what the program says itself is in the language asked for"
    );
}
