//! `[[party]]`, `[[fund]]`, `[[source]]` and `[[event]]`: what the ledger and the items refer to.

use briefing_model::{Fund, KnownEvent, LedgerWording, Party, PartyKind, Source};

use super::{convert, stand_in};
use crate::tree::{TomlTable, TomlValue};

/// The kinds of parties, before the organ's State and the person's office are known.
#[derive(Debug, Clone, Copy)]
enum UnresolvedParty {
    Plain(fn() -> PartyKind),
    StateOrgan,
    Person,
}

const KINDS: [(&str, UnresolvedParty); 6] = [
    ("intergovernmental-organization", UnresolvedParty::Plain(|| PartyKind::IntergovernmentalOrganization)),
    ("un-entity", UnresolvedParty::Plain(|| PartyKind::UnEntity)),
    ("pooled-fund", UnresolvedParty::Plain(|| PartyKind::PooledFund)),
    ("non-state", UnresolvedParty::Plain(|| PartyKind::NonState)),
    ("state-organ", UnresolvedParty::StateOrgan),
    ("person", UnresolvedParty::Person),
];

/// All parties that are not States.
pub(super) fn parties(root: &TomlTable<'_>) -> Vec<Party> {
    root.each("party", party)
}

fn party(table: &TomlTable<'_>) -> Option<Party> {
    let id = table.must("id", convert::id, || stand_in::id(table));
    let name = table.must("name", convert::name, stand_in::name);
    let acronym = table.part("acronym", convert::name);
    let kind = table.must(
        "kind",
        |value| kind(table, value.word(&KINDS)?),
        || {
            // Which of these there may be depends on the kind.
            let _ = (table.get("state"), table.get("office"));
            Some(PartyKind::NonState)
        },
    );
    let formerly = convert::formerly(table);
    table.finish();
    Some(Party { id: id?, name: name?, acronym, kind: kind?, formerly })
}

fn kind(table: &TomlTable<'_>, kind: UnresolvedParty) -> Option<PartyKind> {
    match kind {
        UnresolvedParty::Plain(kind) => Some(kind()),
        UnresolvedParty::StateOrgan => {
            let state = table.must("state", convert::state, || None)?;
            Some(PartyKind::StateOrgan { state })
        }
        UnresolvedParty::Person => {
            let office = table.must("office", convert::name, stand_in::name)?;
            Some(PartyKind::Person { office })
        }
    }
}

/// All funds.
pub(super) fn funds(root: &TomlTable<'_>) -> Vec<Fund> {
    root.each("fund", |table| {
        let id = table.must("id", convert::id, || stand_in::id(table));
        let name = table.must("name", convert::name, stand_in::name);
        let short = table.part("short", convert::name);
        let acronym = table.part("acronym", convert::name);
        table.finish();
        Some(Fund { id: id?, name: name?, short, acronym })
    })
}

/// All sources.
pub(super) fn sources(root: &TomlTable<'_>) -> Vec<Source> {
    root.each("source", |table| {
        let id = table.must("id", convert::id, || stand_in::id(table));
        let title = table.must("title", convert::name, stand_in::name);
        let link = convert::link(table, "link");
        table.finish();
        Some(Source { id: id?, title: title?, link })
    })
}

/// What the ledger says in words, in other languages.
pub(super) fn wordings(root: &TomlTable<'_>) -> Vec<LedgerWording> {
    root.each("wording", |table| {
        let id = table.must("id", convert::id, || stand_in::id(table));
        let name = table.must("name", convert::name, stand_in::name);
        table.finish();
        Some(LedgerWording { id: id?, name: name? })
    })
}

/// All events that the office knows of, whichever month reports them.
pub(super) fn events(root: &TomlTable<'_>) -> Vec<KnownEvent> {
    root.each("event", |table| {
        let id = table.must("id", convert::id, || stand_in::id(table));
        let title = table.must("title", convert::name, stand_in::name);
        let when = table.part("when", TomlValue::date);
        let place = table.part("place", convert::place);
        table.finish();
        Some(KnownEvent { id: id?, title: Some(title?), when, place })
    })
}
