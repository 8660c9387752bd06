//! `[[body]]`: the coordination bodies the office serves.

use briefing_model::{BodyId, Committee, CoordinationBody, EntityCount, Milestone, WorkingGroups};

use super::convert;
use super::known::Known;
use crate::diagnostic::Code;
use crate::tree::Table;

/// All coordination bodies.
pub(super) fn read(tables: &[Table<'_>], known: &Known) -> Vec<CoordinationBody> {
    tables.iter().filter_map(|table| body(table, known)).collect()
}

fn body(table: &Table<'_>, known: &Known) -> Option<CoordinationBody> {
    let id = table.need("id").and_then(|value| convert::id::<BodyId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let short = table.get("short").and_then(|value| convert::name(&value));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    let launched = convert::date(table, "launched");
    let milestones = table.tables("milestones").iter().filter_map(milestone).collect();
    let entities = table.tables("entities").iter().filter_map(entities).collect();
    let named_entities = convert::parties(table, "named-entities", known, Code::UnknownParty);
    let committee = table.get("committee").and_then(|value| committee(&value.table()?));
    let working_groups = table.get("working-groups").and_then(|value| working_groups(&value.table()?));
    let funder = table.get("funder").and_then(|value| convert::party(&value, known, Code::UnknownParty));
    table.finish();

    let mut body = CoordinationBody::new(id?, name?);
    (body.short, body.acronym, body.launched) = (short, acronym, launched);
    (body.milestones, body.entities, body.named_entities) = (milestones, entities, named_entities);
    (body.committee, body.working_groups, body.funder) = (committee, working_groups, funder);
    Some(body)
}

fn milestone(table: &Table<'_>) -> Option<Milestone> {
    let what = table.need("what").and_then(|value| convert::name(&value));
    let on = table.need("on").and_then(|value| value.date());
    table.finish();
    Some(Milestone { what: what?, on: on? })
}

fn entities(table: &Table<'_>) -> Option<EntityCount> {
    let on = table.need("on").and_then(|value| value.date());
    let count = table.need("count").and_then(|value| value.number(1..=u16::MAX));
    table.finish();
    Some(EntityCount { on: on?, count: count? })
}

fn committee(table: &Table<'_>) -> Option<Committee> {
    let name = table.need("name").and_then(|value| convert::name(&value));
    let chair = table.get("chair").and_then(|value| convert::name(&value));
    table.finish();
    Some(Committee { name: name?, chair })
}

fn working_groups(table: &Table<'_>) -> Option<WorkingGroups> {
    let count = table.need("count").and_then(|value| value.number(1..=u16::MAX));
    let revitalized = convert::date(table, "revitalized");
    let named = convert::list(table.get("named"), convert::name);
    table.finish();
    Some(WorkingGroups { count: count?, revitalized, named })
}
