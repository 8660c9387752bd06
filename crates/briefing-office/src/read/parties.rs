//! `[[party]]`, `[[fund]]` and `[[source]]`: what the ledger and the items refer to.

use briefing_model::{Fund, FundId, Party, PartyId, PartyKind, Source, SourceId};

use super::convert;
use crate::tree::Table;

/// The kinds of parties, before the organ's State and the person's office are known.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Plain(fn() -> PartyKind),
    StateOrgan,
    Person,
}

const KINDS: [(&str, Kind); 6] = [
    ("intergovernmental-organization", Kind::Plain(|| PartyKind::IntergovernmentalOrganization)),
    ("un-entity", Kind::Plain(|| PartyKind::UnEntity)),
    ("pooled-fund", Kind::Plain(|| PartyKind::PooledFund)),
    ("non-state", Kind::Plain(|| PartyKind::NonState)),
    ("state-organ", Kind::StateOrgan),
    ("person", Kind::Person),
];

/// All parties that are not States.
pub(super) fn parties(tables: &[Table<'_>]) -> Vec<Party> {
    tables.iter().filter_map(party).collect()
}

fn party(table: &Table<'_>) -> Option<Party> {
    let id = table.need("id").and_then(|value| convert::id::<PartyId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    let kind = table.need("kind").and_then(|value| value.word(&KINDS));
    let kind = kind.and_then(|kind| self::kind(table, kind));
    let formerly = convert::formerly(table);
    table.finish();
    Some(Party { id: id?, name: name?, acronym, kind: kind?, formerly })
}

fn kind(table: &Table<'_>, kind: Kind) -> Option<PartyKind> {
    match kind {
        Kind::Plain(kind) => Some(kind()),
        Kind::StateOrgan => {
            let state = table.need("state").and_then(|value| convert::state(&value))?;
            Some(PartyKind::StateOrgan { state })
        }
        Kind::Person => {
            let office = table.need("office").and_then(|value| convert::name(&value))?;
            Some(PartyKind::Person { office })
        }
    }
}

/// All funds.
pub(super) fn funds(tables: &[Table<'_>]) -> Vec<Fund> {
    tables.iter().filter_map(fund).collect()
}

fn fund(table: &Table<'_>) -> Option<Fund> {
    let id = table.need("id").and_then(|value| convert::id::<FundId>(&value));
    let name = table.need("name").and_then(|value| convert::name(&value));
    let short = table.get("short").and_then(|value| convert::name(&value));
    let acronym = table.get("acronym").and_then(|value| convert::name(&value));
    table.finish();
    Some(Fund { id: id?, name: name?, short, acronym })
}

/// All sources.
pub(super) fn sources(tables: &[Table<'_>]) -> Vec<Source> {
    tables.iter().filter_map(source).collect()
}

fn source(table: &Table<'_>) -> Option<Source> {
    let id = table.need("id").and_then(|value| convert::id::<SourceId>(&value));
    let title = table.need("title").and_then(|value| convert::name(&value));
    let link = convert::link(table, "link");
    table.finish();
    Some(Source { id: id?, title: title?, link })
}
