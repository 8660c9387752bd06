//! `[[programme]]`: what the units run.

use briefing_model::{Directory, Initiative, Programme};

use super::{convert, stand_in};
use crate::diagnostic::Code;
use crate::tree::{TomlTable, TomlValue};

/// All programmes.
pub(super) fn read(root: &TomlTable<'_>, known: &Directory) -> Vec<Programme> {
    root.each("programme", |table| programme(table, known))
}

fn programme(table: &TomlTable<'_>, known: &Directory) -> Option<Programme> {
    let id = table.must("id", convert::id, || stand_in::id(table));
    let name = table.must("name", convert::name, stand_in::name);
    let short = table.part("short", convert::name);
    let acronym = table.part("acronym", convert::name);
    let units = table.list("units", |value| convert::reference(value, &known.units, Code::UnknownUnit, "unit"));
    let partners = convert::parties(table, "partners", known, Code::UnknownParty);
    let initiatives = table.each("initiatives", initiative);
    let (launched, closed) = (convert::date(table, "launched"), convert::date(table, "closed"));
    let known_since = convert::date(table, "known-since");
    let (functions, pillars) = (convert::functions(table), convert::pillars(table));
    let formerly = convert::formerly(table);
    table.finish();

    let mut programme = Programme::new(id?, name?);
    (programme.short, programme.acronym) = (short, acronym);
    (programme.units, programme.partners, programme.initiatives) = (units, partners, initiatives);
    (programme.launched, programme.known_since, programme.closed) = (launched, known_since, closed);
    (programme.functions, programme.pillars, programme.formerly) = (functions, pillars, formerly);
    Some(programme)
}

fn initiative(table: &TomlTable<'_>) -> Option<Initiative> {
    let name = table.must("name", convert::name, stand_in::name);
    let (since, until) = (convert::date(table, "since"), convert::date(table, "until"));
    let chart = table.part("chart", TomlValue::flag).unwrap_or_default();
    table.finish();
    Some(Initiative { name: name?, since, until, chart })
}
