//! From office, ledger and month to the briefing: what is refused, what is worked out, what is left out.

mod chart;
mod codes;
mod contradictions;
mod events;
mod facts;
mod figures;
mod month;
pub(crate) mod office;

use crate::ledger::book;

use briefing_model::{Briefing, Fault, Ledger, MonthPlan, Office, OfficeData};

/// What the month of an office with a ledger of these rows amounts to.
fn compile(data: OfficeData, rows: &str, plan: &MonthPlan) -> Result<Briefing, Vec<Fault>> {
    let settings = data.ledger.clone();
    let office = Office::new(data).unwrap();
    let ledger = Ledger::new(settings, book::entries(rows)).unwrap();
    Briefing::compile(&office, &ledger, plan).map_err(|invalid| invalid.faults)
}

/// The briefing of the invented office.
fn briefing() -> Briefing {
    compile(office::data(), office::LEDGER, &office::plan()).unwrap()
}
