//! `[[body]]`: the coordination bodies the office serves.

use briefing_model::{Committee, CoordinationBody, Directory, EntityCount, Milestone, WorkingGroups};

use super::{convert, stand_in};
use crate::diagnostic::Code;
use crate::tree::{TomlTable, TomlValue};

/// All coordination bodies.
pub(super) fn read(root: &TomlTable<'_>, known: &Directory) -> Vec<CoordinationBody> {
    root.each("body", |table| body(table, known))
}

fn body(table: &TomlTable<'_>, known: &Directory) -> Option<CoordinationBody> {
    let id = table.must("id", convert::id, || stand_in::id(table));
    let name = table.must("name", convert::name, stand_in::name);
    let short = table.part("short", convert::name);
    let acronym = table.part("acronym", convert::name);
    let (since, launched) = (convert::date(table, "since"), convert::date(table, "launched"));
    let known_since = convert::date(table, "known-since");
    let milestones = table.each("milestones", milestone);
    let entities = table.each("entities", entities);
    let named_entities = convert::parties(table, "named-entities", known, Code::UnknownParty);
    let committee = table.part("committee", |value| committee(&value.table()?));
    let working_groups = table.part("working-groups", |value| working_groups(&value.table()?));
    let funder = table.part("funder", |value| convert::party(value, known, Code::UnknownParty));
    table.finish();

    let mut body = CoordinationBody::new(id?, name?);
    (body.short, body.acronym) = (short, acronym);
    (body.since, body.launched, body.known_since) = (since, launched, known_since);
    (body.milestones, body.entities, body.named_entities) = (milestones, entities, named_entities);
    (body.committee, body.working_groups, body.funder) = (committee, working_groups, funder);
    Some(body)
}

fn milestone(table: &TomlTable<'_>) -> Option<Milestone> {
    let what = table.must("what", convert::name, stand_in::name);
    let on = table.must("on", TomlValue::date, stand_in::date);
    table.finish();
    Some(Milestone { what: what?, on: on? })
}

/// A count without one of its halves is left out, so that nothing is compared with it.
fn entities(table: &TomlTable<'_>) -> Option<EntityCount> {
    let on = table.must("on", TomlValue::date, || None);
    let count = table.must("count", |value| value.number(1..=u16::MAX), || None);
    table.finish();
    Some(EntityCount { on: on?, count: count? })
}

fn committee(table: &TomlTable<'_>) -> Option<Committee> {
    let name = table.must("name", convert::name, stand_in::name);
    let since = convert::date(table, "since");
    let chair = table.part("chair", convert::name);
    table.finish();
    Some(Committee { name: name?, since, chair })
}

fn working_groups(table: &TomlTable<'_>) -> Option<WorkingGroups> {
    // As many as there can be, so that none seems to be one too many.
    let count = table.must("count", |value| value.number(1..=u16::MAX), || Some(u16::MAX));
    let since = convert::date(table, "since");
    let revitalized = convert::date(table, "revitalized");
    let named = table.list("named", convert::name);
    table.finish();
    Some(WorkingGroups { count: count?, since, revitalized, named })
}
