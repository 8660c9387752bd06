//! `[[unit]]`: the parts of the office and the tree they form.

use std::collections::BTreeMap;

use briefing_model::{AdvisoryBoard, FoundingContribution, PartyRef, Unit, UnitId, UnitKind, Units};

use super::convert;
use super::known::Known;
use crate::diagnostic::Code;
use crate::tree::Table;

const KINDS: [(&str, UnitKind); 6] = [
    ("office", UnitKind::Office),
    ("centre", UnitKind::Centre),
    ("branch", UnitKind::Branch),
    ("section", UnitKind::Section),
    ("programme-office", UnitKind::ProgrammeOffice),
    ("facility", UnitKind::Facility),
];

/// All units; `None` when they do not form a tree.
pub(super) fn read(tables: &[Table<'_>], known: &Known) -> Option<Units> {
    let units: Vec<Unit> = tables.iter().filter_map(|table| unit(table, known)).collect();
    report_cycles(tables, &units);
    // What is refused here was reported above or when ids were gathered.
    Units::new(units).ok()
}

fn unit(table: &Table<'_>, known: &Known) -> Option<Unit> {
    let id = table.need("id").and_then(|value| convert::id::<UnitId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let kind = table.need("kind").and_then(|value| value.word(&KINDS));
    let parent =
        table.get("parent").and_then(|value| convert::reference(&value, &known.units, Code::UnknownUnit, "unit"));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    let (since, until) = convert::in_order(table, "since", "until");
    let (opened, inaugurated) = (convert::date(table, "opened"), convert::date(table, "inaugurated"));
    let founding = table.get("founding").and_then(|value| founding(&value.table()?, known));
    let board = table.get("board").and_then(|value| board(&value.table()?, known));
    let host = table.get("host").and_then(|value| convert::place(&value));
    let resolution = table.get("resolution").and_then(|value| convert::resolution(&value));
    let link = convert::link(table, "link");
    let formerly = convert::formerly(table);
    let chart = table.get("chart").and_then(|value| value.flag());
    table.finish();

    let mut unit = Unit::new(id?, name?, kind?);
    (unit.parent, unit.acronym) = (parent, acronym);
    (unit.since, unit.until, unit.opened, unit.inaugurated) = (since, until, opened, inaugurated);
    (unit.founding, unit.board, unit.host) = (founding, board, host);
    (unit.resolution, unit.link, unit.formerly) = (resolution, link, formerly);
    unit.chart = chart.unwrap_or(true);
    Some(unit)
}

fn founding(table: &Table<'_>, known: &Known) -> Option<FoundingContribution> {
    let contributor = table.need("contributor").and_then(|value| convert::party(&value, known, Code::UnknownParty));
    let amount = table.get("amount").and_then(|value| convert::money(&value));
    let when = table.need("when").and_then(|value| value.date());
    let basis = table.get("basis").and_then(|value| convert::name(&value));
    table.finish();
    Some(FoundingContribution { contributor: contributor?, amount, when: when?, basis })
}

fn board(table: &Table<'_>, known: &Known) -> Option<AdvisoryBoard> {
    let members = table.need("members").and_then(|value| value.number(1..=u16::MAX));
    let guests = convert::parties(table, "guests", known, Code::UnknownParty);
    let chair: Option<PartyRef> =
        table.get("chair").and_then(|value| convert::party(&value, known, Code::UnknownParty));
    let named_members = convert::parties(table, "named-members", known, Code::UnknownParty);
    table.finish();
    Some(AdvisoryBoard { members: members?, guests, chair, named_members })
}

/// Reports each circle of units once, at the first of them.
fn report_cycles(tables: &[Table<'_>], units: &[Unit]) {
    let parents: BTreeMap<&str, &str> =
        units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_ref()?.as_str()))).collect();
    let mut reported: Vec<&str> = Vec::new();
    for unit in units {
        let start = unit.id.as_str();
        let mut round = vec![start];
        while let Some(&parent) = round.last().and_then(|last| parents.get(last)) {
            if parent == start {
                break;
            }
            if round.contains(&parent) {
                // A circle further up, which has its own report.
                round.clear();
                break;
            }
            round.push(parent);
        }
        let closed = round.last().and_then(|last| parents.get(last)) == Some(&start);
        if !closed || reported.contains(&start) {
            continue;
        }
        reported.extend(&round);
        round.push(start);
        let path = round.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(" → ");
        let table = tables.iter().find(|table| table.peek_id().is_some_and(|(id, _)| id == start));
        if let Some(parent) = table.and_then(|table| table.get("parent")) {
            parent.fault(Code::UnitCycle, format!("a unit cannot belong to itself: {path}"));
        }
    }
}
