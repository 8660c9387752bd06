//! `[[unit]]`: the parts of the office and the tree they form.

use briefing_model::{AdvisoryBoard, Directory, FoundingContribution, Unit, UnitKind, Units};

use super::{convert, stand_in};
use crate::diagnostic::Code;
use crate::tree::{TomlTable, TomlValue};

/// All units.
pub(super) fn read(root: &TomlTable<'_>, known: &Directory) -> Units {
    Units::new(root.each("unit", |table| unit(table, known)))
}

fn unit(table: &TomlTable<'_>, known: &Directory) -> Option<Unit> {
    let id = table.must("id", convert::id, || stand_in::id(table));
    let name = table.must("name", convert::name, stand_in::name);
    let kind = table.must("kind", |value| value.one_of(UnitKind::ALL, UnitKind::as_str), || Some(UnitKind::Section));
    let parent = table.part("parent", |value| convert::reference(value, &known.units, Code::UnknownUnit, "unit"));
    let acronym = table.part("acronym", convert::name);
    let (since, until) = (convert::date(table, "since"), convert::date(table, "until"));
    let known_since = convert::date(table, "known-since");
    let (opened, inaugurated) = (convert::date(table, "opened"), convert::date(table, "inaugurated"));
    let founding = table.part("founding", |value| founding(&value.table()?, known));
    let board = table.part("board", |value| board(&value.table()?, known));
    let host = table.part("host", convert::place);
    let resolution = table.part("resolution", convert::resolution);
    let link = convert::link(table, "link");
    let formerly = convert::formerly(table);
    let chart = table.part("chart", TomlValue::flag);
    table.finish();

    let mut unit = Unit::new(id?, name?, kind?);
    (unit.parent, unit.acronym) = (parent, acronym);
    (unit.since, unit.until, unit.opened, unit.inaugurated) = (since, until, opened, inaugurated);
    unit.known_since = known_since;
    (unit.founding, unit.board, unit.host) = (founding, board, host);
    (unit.resolution, unit.link, unit.formerly) = (resolution, link, formerly);
    unit.chart = chart.unwrap_or(true);
    Some(unit)
}

fn founding(table: &TomlTable<'_>, known: &Directory) -> Option<FoundingContribution> {
    let contributor =
        table.must("contributor", |value| convert::party(value, known, Code::UnknownParty), || "QAT".parse().ok());
    let amount = table.part("amount", convert::money);
    let when = table.must("when", TomlValue::date, stand_in::date);
    let basis = table.part("basis", convert::name);
    table.finish();
    Some(FoundingContribution { contributor: contributor?, amount, when: when?, basis })
}

fn board(table: &TomlTable<'_>, known: &Directory) -> Option<AdvisoryBoard> {
    // As many as there can be, so that nobody seems to be one too many.
    let members = table.must("members", |value| value.number(1..=u16::MAX), || Some(u16::MAX));
    let guests = convert::parties(table, "guests", known, Code::UnknownParty);
    let since = convert::date(table, "since");
    let chair = table.part("chair", |value| convert::party(value, known, Code::UnknownParty));
    let named_members = convert::parties(table, "named-members", known, Code::UnknownParty);
    table.finish();
    Some(AdvisoryBoard { members: members?, guests, since, chair, named_members })
}
