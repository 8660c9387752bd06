//! What an office has, by id: gathered before anything is read in full, so that an invalid id can be answered with a suggestion.

use briefing_model::{Directory, Ids};

use crate::tree::TomlTable;

/// The ids and names in the lists of an office's file.
pub(super) fn gather(root: &TomlTable<'_>) -> Directory {
    let ids = |list| {
        let mut ids = Ids::default();
        for table in root.peek_tables(list) {
            let Some(id) = table.peek_id() else { continue };
            ids.insert(id, ["name", "short", "acronym", "title"].into_iter().filter_map(|key| table.peek_name(key)));
        }
        ids
    };
    let mut known = Directory::default();
    (known.units, known.programmes, known.bodies) = (ids("unit"), ids("programme"), ids("body"));
    (known.parties, known.funds, known.sources) = (ids("party"), ids("fund"), ids("source"));
    known.events = ids("event");
    known
}

/// What is known of an office whose file cannot be read: nothing is held to be missing.
pub(super) fn anything() -> Directory {
    let mut known = Directory::default();
    (known.units, known.programmes, known.bodies) = (Ids::any(), Ids::any(), Ids::any());
    (known.parties, known.funds, known.sources) = (Ids::any(), Ids::any(), Ids::any());
    known.events = Ids::any();
    known
}
