//! `[[programme]]`: what the units run.

use briefing_model::{Initiative, Programme, ProgrammeId};

use super::convert;
use super::known::Known;
use crate::diagnostic::Code;
use crate::tree::Table;

/// All programmes.
pub(super) fn read(tables: &[Table<'_>], known: &Known) -> Vec<Programme> {
    tables.iter().filter_map(|table| programme(table, known)).collect()
}

fn programme(table: &Table<'_>, known: &Known) -> Option<Programme> {
    let id = table.need("id").and_then(|value| convert::id::<ProgrammeId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let short = table.get("short").and_then(|value| convert::name(&value));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    let units =
        convert::list(table.get("units"), |value| convert::reference(value, &known.units, Code::UnknownUnit, "unit"));
    let partners = convert::parties(table, "partners", known, Code::UnknownParty);
    let initiatives = table.tables("initiatives").iter().filter_map(initiative).collect();
    let (launched, closed) = convert::in_order(table, "launched", "closed");
    let (functions, pillars) = (convert::functions(table), convert::pillars(table));
    let formerly = convert::formerly(table);
    table.finish();

    let mut programme = Programme::new(id?, name?);
    (programme.short, programme.acronym) = (short, acronym);
    (programme.units, programme.partners, programme.initiatives) = (units, partners, initiatives);
    (programme.launched, programme.closed) = (launched, closed);
    (programme.functions, programme.pillars, programme.formerly) = (functions, pillars, formerly);
    Some(programme)
}

fn initiative(table: &Table<'_>) -> Option<Initiative> {
    let name = table.need("name").and_then(|value| convert::name(&value));
    let since = convert::date(table, "since");
    table.finish();
    Some(Initiative { name: name?, since })
}
