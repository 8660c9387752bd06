//! The parts of the totals, each with its name.

use briefing::model::{
    Breakdown, Contributor, ContributorStanding, Knowledge, Money, Office, Part, PartKey, PartyRef, Purpose,
    RemainderStanding, Standing,
};
use briefing::office::OfficeFolder;
use schemars::JsonSchema;
use serde::Serialize;

/// A part of the totals.
pub(super) struct TotalsRow {
    /// What it is of, as the office's files have it.
    pub(super) key: String,
    /// What it is of, in words.
    pub(super) name: String,
    pub(super) pledged: Knowledge<Money>,
    pub(super) received: Knowledge<Money>,
    pub(super) outstanding: Knowledge<Money>,
    pub(super) surplus: Knowledge<Money>,
}

/// The contributors, the largest pledge first, and what is known only in sum.
pub(super) fn contributors(standing: &Standing, office: &Office) -> Vec<TotalsRow> {
    let mut rows: Vec<TotalsRow> = standing.contributors.iter().map(|one| contributor(one, office)).collect();
    rows.extend(standing.remainder.as_ref().map(remainder));
    rows
}

fn contributor(standing: &ContributorStanding, office: &Office) -> TotalsRow {
    TotalsRow {
        key: standing.contributor.to_string(),
        name: contributor_name(&standing.contributor, office),
        pledged: standing.pledged.clone(),
        received: standing.received.clone(),
        outstanding: standing.outstanding.clone(),
        surplus: standing.surplus.clone(),
    }
}

fn remainder(standing: &RemainderStanding) -> TotalsRow {
    let key = PartKey::Remainder.to_string();
    let RemainderStanding { pledged, received, outstanding, surplus, .. } = standing.clone();
    TotalsRow { name: "Others, known only in sum".to_owned(), key, pledged, received, outstanding, surplus }
}

/// The parts of a breakdown.
pub(super) fn parts(breakdown: &Breakdown, folder: &OfficeFolder) -> Vec<TotalsRow> {
    let row = |part: &Part| TotalsRow {
        key: part.key.to_string(),
        name: part_name(&part.key, folder),
        pledged: part.pledged.clone(),
        received: part.received.clone(),
        outstanding: part.outstanding.clone(),
        surplus: part.surplus.clone(),
    };
    breakdown.parts.iter().map(row).collect()
}

fn part_name(key: &PartKey, folder: &OfficeFolder) -> String {
    let office = &folder.office;
    match key {
        PartKey::Programme(id) => purpose_name(&Purpose::Programme(id.clone()), folder),
        PartKey::Unit(id) => purpose_name(&Purpose::Unit(id.clone()), folder),
        PartKey::Several(purposes) => {
            let names: Vec<String> = purposes.iter().map(|purpose| purpose_name(purpose, folder)).collect();
            names.join("; ")
        }
        PartKey::Contributor(contributor) => contributor_name(contributor, office),
        PartKey::Fund(id) => office.fund(id).map_or_else(|| id.to_string(), |fund| fund.name.english().to_owned()),
        PartKey::Unearmarked => "Unearmarked".to_owned(),
        PartKey::NoFund => "No fund named".to_owned(),
        PartKey::Remainder => "Others, known only in sum".to_owned(),
        PartKey::Event(id) => purpose_name(&Purpose::Event(id.clone()), folder),
        PartKey::Text(_) | PartKey::Year(_) | PartKey::Kind(_) => key.to_string(),
    }
}

fn purpose_name(purpose: &Purpose, folder: &OfficeFolder) -> String {
    let office = &folder.office;
    let name = match purpose {
        Purpose::Programme(id) => office.programme(id).map(|programme| &programme.name),
        Purpose::Unit(id) => office.data().units.get(id).map(|unit| &unit.name),
        Purpose::Event(id) => {
            let event = folder.events.iter().find(|event| event.id == *id);
            event.and_then(|event| event.title.as_ref())
        }
        Purpose::Text(name) => Some(name),
    };
    name.map_or_else(|| purpose.to_string(), |name| name.english().to_owned())
}

/// A party under its name in English.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct PartyJson {
    /// Its code, such as `DEU`, or its id.
    id: PartyRef,
    /// Its name in English.
    pub(crate) name: String,
}

impl PartyJson {
    pub(crate) fn of(party: &PartyRef, office: &Office) -> Self {
        let name = office.party_name(party).map_or_else(|| party.to_string(), |name| name.english().to_owned());
        Self { id: party.clone(), name }
    }
}

/// A contributor's name, and whose money it passes on.
pub(super) fn contributor_name(contributor: &Contributor, office: &Office) -> String {
    let name = |party| PartyJson::of(party, office).name;
    passed_on(&name(&contributor.party), contributor.on_behalf_of.as_ref().map(name).as_deref())
}

pub(crate) fn passed_on(contributor: &str, on_behalf_of: Option<&str>) -> String {
    match on_behalf_of {
        Some(source) => format!("{contributor} for {source}"),
        None => contributor.to_owned(),
    }
}
