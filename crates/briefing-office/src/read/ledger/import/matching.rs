//! What becomes of a row that the ledger or another row of the export has, or may have.

use briefing_model::EntryId;

use super::RowFate;
use super::known::{KnownEntries, RowStanding};
use super::reader::MappedReader;
use super::rows::Planned;
use crate::diagnostic::{Code, Severity};
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::RowFault;

/// Matches a row's entry with those that are known: leaves it out if it is one of them, and gives it an id of its own otherwise.
pub(super) fn meet(
    known: &mut KnownEntries,
    reader: &MappedReader<'_>,
    row: &mut Planned,
    id_is_made: bool,
) -> Option<RowFault> {
    let standing = known.meet(row.entry.as_ref()?, id_is_made, row.start.line, &row.cells);
    let are_shared = reader.export.map.shared_references;
    let met = MetRow { name: row.name(id_is_made), line: row.start.line, id_is_made, are_shared };
    // Of two payments under one agreement, what is not read may say that they are two.
    let unread = match standing {
        RowStanding::Repeated(other) if are_shared => reader.export.differing_unread(other, row.start.line),
        _ => Vec::new(),
    };
    let said = match standing {
        RowStanding::Repeated(other) if !unread.is_empty() => Some(met.beside(other, &unread)),
        _ => standing.fault(&met),
    };
    let fault = said.map(|said| {
        let cell = reader.place(if id_is_made { ReadColumn::Reference } else { ReadColumn::Id });
        let StandingFault { code, message, hint } = said;
        RowFault { row: row.start, cell, code, message, hint: Some(hint) }
    });
    match (&standing, &fault) {
        (_, Some(fault)) if fault.code.severity() == Severity::Error => {
            row.fate = RowFate::Refused(fault.message.clone());
        }
        (RowStanding::Known(why), _) => row.leave_out(id_is_made, why),
        (RowStanding::Repeated(other), _) => {
            row.leave_out(id_is_made, &format!("row {other} of the export has it already"));
        }
        _ if id_is_made => set_free_id(known, row),
        _ => {}
    }
    fault
}

/// Gives a row an id that no other entry has.
fn set_free_id(known: &mut KnownEntries, row: &mut Planned) {
    let Some(entry) = &mut row.entry else { return };
    if let Some(id) = known.free_id(&entry.id) {
        entry.id = id;
    }
    if let Some((_, text)) = row.cells.iter_mut().find(|(column, _)| *column == ReadColumn::Id) {
        *text = entry.id.to_string();
    }
}

/// What has to be known of a row to say what its standing means.
struct MetRow {
    /// What it is known by, in words.
    name: String,
    line: u64,
    id_is_made: bool,
    /// Whether several entries may have one reference.
    are_shared: bool,
}

/// What to say of a row for its standing; an error refuses it.
struct StandingFault {
    code: Code,
    message: String,
    hint: String,
}

impl RowStanding {
    fn fault(&self, row: &MetRow) -> Option<StandingFault> {
        match self {
            Self::Repeated(other) => Some(StandingFault {
                code: Code::RepeatedRow,
                message: format!("this row is the same entry as row {other}, and is left out"),
                hint: "where they are two entries, give each a reference of its own".to_owned(),
            }),
            Self::BesideRow(other, columns) if row.id_is_made => Some(row.beside(*other, columns)),
            Self::Altered(entry, columns) => Some(row.altered(entry, columns)),
            Self::Changed(entry) if row.id_is_made && !row.are_shared => Some(row.changed(entry)),
            Self::NewBesideAnother | Self::Changed(_) if row.id_is_made => Some(row.sharing()),
            Self::Similar(other) => Some(row.similar(other)),
            Self::Known(_) | Self::New | Self::BesideRow(..) | Self::NewBesideAnother | Self::Changed(_) => None,
        }
    }
}

impl MetRow {
    /// As two entries of the ledger that share a reference, a day, an amount and a contributor.
    fn beside(&self, other: u64, columns: &[&str]) -> StandingFault {
        StandingFault {
            code: Code::DuplicateReference,
            message: format!(
                "the row has the {}, day, amount and contributor of row {other}, and differs in {}",
                self.name,
                marked(columns).join(" and ")
            ),
            hint: "where both are right, give each a reference of its own; where they are one, leave one out \
                   with `skip-rows` in the map"
                .to_owned(),
        }
    }

    fn altered(&self, entry: &EntryId, columns: &[&str]) -> StandingFault {
        StandingFault {
            code: Code::ChangedEntry,
            message: format!(
                "the ledger has the {} as `{entry}`, with another {}: it is not known whether that entry was changed or this is \
                 another one",
                self.name,
                marked(columns).join(" and another ")
            ),
            hint: format!(
                "where it was changed, enter a `correction` of `{entry}` in the ledger; where it is another, give it a reference of its \
                 own in the export"
            ),
        }
    }

    fn changed(&self, entry: &EntryId) -> StandingFault {
        StandingFault {
            code: Code::ChangedEntry,
            message: format!(
                "the ledger has the {} as `{entry}`, with another day, amount, currency or contributor: it is not known whether \
                 that entry was changed or this is another one",
                self.name
            ),
            hint: format!(
                "where it was changed, enter a `correction` of `{entry}` in the ledger; where entries share references, as payments \
                 under one agreement do, say `shared-references = true` in the map"
            ),
        }
    }

    fn sharing(&self) -> StandingFault {
        StandingFault {
            code: Code::SharedReference,
            message: format!(
                "the ledger has the {} with another day, amount, currency or contributor: this row joins it as an \
                 entry of its own",
                self.name
            ),
            hint: format!(
                "where it is one of the ledger's, changed since, enter a `correction` of that, and leave this row out with \
                 `skip-rows = [{}]` in the map before it is imported, or enter a `void` of its entry afterwards",
                self.line
            ),
        }
    }

    fn similar(&self, other: &str) -> StandingFault {
        StandingFault {
            code: Code::SimilarReference,
            message: format!(
                "the row has the kind, day, amount and contributor of the one with the reference {other}, which is spelled differently"
            ),
            hint: format!(
                "where they are one, leave it out with `skip-rows = [{}]` in the map: both would count; where they are two, give \
                 it a reference of its own in the export",
                self.line
            ),
        }
    }
}

/// The names of columns, marked as such.
fn marked(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| format!("`{column}`")).collect()
}
