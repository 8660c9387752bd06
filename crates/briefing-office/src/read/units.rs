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

/// Reports each circle of units once, at the first of them. Each unit is passed once, however long the chain it hangs on.
fn report_cycles(tables: &[Table<'_>], units: &[Unit]) {
    let parents: BTreeMap<&str, &str> =
        units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_ref()?.as_str()))).collect();
    // The walk, counted by where it began, in which a unit was first passed.
    let mut walks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut circles: BTreeMap<&str, String> = BTreeMap::new();
    for (walk, unit) in units.iter().enumerate() {
        let mut path = Vec::new();
        let mut next = Some(unit.id.as_str());
        while let Some(id) = next.filter(|id| !walks.contains_key(id)) {
            walks.insert(id, walk);
            path.push(id);
            next = parents.get(id).copied();
        }
        // A walk that ends where it has been itself went round.
        if let Some(back) = next.filter(|back| walks.get(back) == Some(&walk)) {
            let round: Vec<&str> = path.into_iter().skip_while(|id| *id != back).collect();
            circles.insert(back, described(&round));
        }
    }
    for table in tables {
        let Some((id, _)) = table.peek_id().filter(|_| !circles.is_empty()) else { continue };
        if let Some(path) = circles.remove(id)
            && let Some(parent) = table.get("parent")
        {
            parent.fault(Code::UnitCycle, format!("a unit cannot belong to itself: {path}"));
        }
    }
}

/// A circle of units from one back to it, the middle of a long one left out.
fn described(round: &[&str]) -> String {
    const MOST: usize = 10;
    let mut steps: Vec<String> = round.iter().take(MOST).map(|id| format!("`{id}`")).collect();
    if round.len() > MOST {
        steps.push(format!("{} more", round.len() - MOST));
    }
    steps.extend(round.first().map(|id| format!("`{id}`")));
    steps.join(" → ")
}
