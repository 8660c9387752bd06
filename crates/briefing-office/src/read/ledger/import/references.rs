//! Rows that name others by their references: the ids of the entries that are meant.
//!
//! Ids are made of references unless the export has its own, so that a row which names another by its reference has to
//! get the id that the other one gets, or has in the ledger.

use std::collections::BTreeMap;

use briefing_model::{Day, EntryId, EntryKindName, Ledger, LedgerEntry};

use super::cells::{Cell, text_alone};
use super::columns::MappedSheet;
use super::export::{ExportRow, Raw};
use super::known::id_of;
use crate::diagnostic::Code;
use crate::read::ledger::columns::ReadColumn;
use crate::sheet::RowFault;
use crate::tree::short;

/// The columns in which a row names another.
const NAMING: [ReadColumn; 3] = [ReadColumn::Ref, ReadColumn::Pledge, ReadColumn::Itemizes];

/// What payments are made on.
const PROMISES: [EntryKindName; 3] = [EntryKindName::Pledge, EntryKindName::Allocation, EntryKindName::OpeningBalance];

/// What goes back is of these.
const PAYMENTS: [EntryKindName; 1] = [EntryKindName::Receipt];

/// The references of an export and of the ledger, if rows name others by them.
pub(super) struct References<'m> {
    export: MappedSheet<'m>,
    ledger: &'m Ledger,
    /// How many different rows of the export have each.
    of_export: BTreeMap<String, SharedBy>,
    /// The entries of the ledger that have each.
    of_ledger: BTreeMap<String, Vec<(EntryId, EntryKindName)>>,
}

/// How many different rows of the export have a reference, and how many of them are promises, and payments.
#[derive(Default)]
struct SharedBy {
    rows: usize,
    promises: usize,
    payments: usize,
}

/// A reference by which a row names another, and the id that is made of it.
#[derive(Clone, Copy)]
struct Named<'n> {
    reference: &'n str,
    id: &'n str,
}

/// Why it is not known which entry is meant, and what to do.
struct Unresolved {
    message: String,
    hint: String,
}

impl<'m> References<'m> {
    pub(super) fn new(export: MappedSheet<'m>, ledger: &'m Ledger) -> Self {
        if !NAMING.iter().any(|column| export.places.at(*column).is_some()) {
            return Self { export, ledger, of_export: BTreeMap::new(), of_ledger: BTreeMap::new() };
        }
        Self { export, ledger, of_export: of_export(export), of_ledger: of_ledger(ledger) }
    }

    /// What a cell says, which is `ours` in our words: of a cell that names another row by its reference, the id of that.
    pub(super) fn resolve(&self, cell: &Cell<'_>, ours: String, is_refund: bool) -> Result<String, RowFault> {
        let (column, map) = (cell.column, self.export.map);
        let is_made = map.makes_ids() && !map.values.contains_key(&column);
        let made = id_of(&map.id_prefix, &ours).filter(|_| is_made && NAMING.contains(&column));
        let Some(made) = made else { return Ok(ours) };
        let named = Named { reference: &ours, id: &made };
        let is_on_pledge = matches!(column, ReadColumn::Ref | ReadColumn::Pledge);
        let found = match self.of_export.get(&ours) {
            Some(shared) if map.shared_references && is_on_pledge => {
                let pledge = self.entry_of_ledger(named, &PROMISES);
                match pledge {
                    Some(id) => Ok(id),
                    // What goes back under the number of a voucher goes back of what was paid under it.
                    None if is_refund && shared.promises == 0 => self.payment(named, shared),
                    None => {
                        let is_another =
                            shared.rows == 1 && self.export.places.at(ReadColumn::Reference) != Some(cell.at);
                        promise(named, shared, is_another)
                    }
                }
            }
            Some(shared) => only_row(named, shared),
            None => Ok(self.beside_export(named)),
        };
        found.map_err(|Unresolved { message, hint }| cell.fault(Code::UnknownEntry, message, Some(hint)))
    }

    /// The payment that a refund names.
    fn payment(&self, named: Named<'_>, shared: &SharedBy) -> Result<String, Unresolved> {
        if let Some(id) = self.entry_of_ledger(named, &PAYMENTS) {
            return Ok(id);
        }
        let reference = short(named.reference);
        match shared.payments {
            1 => Ok(named.id.to_owned()),
            0 => Err(Unresolved {
                message: format!("no payment has the reference `{reference}`, neither in the export nor in the ledger"),
                hint: "enter the payment in the ledger first".to_owned(),
            }),
            payments => Err(Unresolved {
                message: format!("{payments} different payments of the export have the reference `{reference}`"),
                hint: "give each of them a reference of its own in the export".to_owned(),
            }),
        }
    }

    /// The id of an entry that no row of the export is.
    fn beside_export(&self, named: Named<'_>) -> String {
        if self.by_id(named.reference).is_some() {
            return named.reference.to_owned();
        }
        if self.by_id(named.id).is_some() {
            return named.id.to_owned();
        }
        let called = self.by_reference(named.reference, &EntryKindName::ALL);
        called.map_or_else(|| named.reference.to_owned(), ToString::to_string)
    }

    /// The entry of the ledger of these kinds that is named: the only one with that reference, or the one of that id.
    fn entry_of_ledger(&self, named: Named<'_>, kinds: &[EntryKindName]) -> Option<String> {
        let is_of = |id: &&str| self.by_id(id).is_some_and(|entry| kinds.contains(&entry.kind.name()));
        let called = self.by_reference(named.reference, kinds).map(ToString::to_string);
        called.or_else(|| [named.reference, named.id].into_iter().find(is_of).map(str::to_owned))
    }

    fn by_id(&self, id: &str) -> Option<&LedgerEntry> {
        id.parse().ok().and_then(|id: EntryId| self.ledger.entry(&id))
    }

    /// The one entry of the ledger of these kinds that has a reference.
    fn by_reference(&self, reference: &str, kinds: &[EntryKindName]) -> Option<&EntryId> {
        let mut called = self.of_ledger.get(reference)?.iter().filter(|(_, kind)| kinds.contains(kind));
        called.next().filter(|_| called.next().is_none()).map(|(id, _)| id)
    }
}

/// The promise of the export that is named: of entries that share the number of an agreement, the pledge is the one that others are
/// about. `is_another` is whether the one row that has the reference has it as its own.
fn promise(named: Named<'_>, shared: &SharedBy, is_another: bool) -> Result<String, Unresolved> {
    let reference = short(named.reference);
    match shared.promises {
        1 => Ok(named.id.to_owned()),
        0 if is_another => Ok(named.id.to_owned()),
        0 => Err(Unresolved {
            message: format!("no pledge has the reference `{reference}`, neither in the export nor in the ledger"),
            hint: "enter the pledge in the ledger first; where these were paid on none, take the column out of the map"
                .to_owned(),
        }),
        promises => Err(Unresolved {
            message: format!("{promises} different pledges of the export have the reference `{reference}`"),
            hint: "give each of them a reference of its own in the export".to_owned(),
        }),
    }
}

/// The row of the export that is named, if each has a reference of its own.
fn only_row(named: Named<'_>, shared: &SharedBy) -> Result<String, Unresolved> {
    let rows = shared.rows;
    if rows == 1 {
        return Ok(named.id.to_owned());
    }
    let agreement = match shared.promises {
        0 | 1 => {
            "; where it is the number of an agreement under which they were paid, say `shared-references = true` in the map"
        }
        _ => "",
    };
    Err(Unresolved {
        message: format!("{rows} different rows of the export have the reference `{}`", short(named.reference)),
        hint: format!("give each of them a reference of its own in the export{agreement}"),
    })
}

/// How many different rows of the export have each reference.
fn of_export(export: MappedSheet<'_>) -> BTreeMap<String, SharedBy> {
    let mut found: BTreeMap<String, BTreeMap<Vec<String>, (bool, bool)>> = BTreeMap::new();
    let Some(at) = export.places.at(ReadColumn::Reference) else { return BTreeMap::new() };
    for row in export.sheet.rows.iter().filter_map(Raw::cells) {
        let is_skipped = export.skip_columns().any(|skip| skip.words.contains(&text_alone(row, skip.at)));
        if is_skipped || export.map.skip_rows.contains(&row.start.line) {
            continue;
        }
        let cells = (0..row.record.len()).map(|at| row.record.text(at).into_owned()).collect();
        let is_of = |kinds: &[EntryKindName]| export.is_of_kind(row, kinds);
        found.entry(text_alone(row, at)).or_default().insert(cells, (is_of(&PROMISES), is_of(&PAYMENTS)));
    }
    let shared = |rows: BTreeMap<Vec<String>, (bool, bool)>| SharedBy {
        rows: rows.len(),
        promises: rows.values().filter(|(is_promise, _)| *is_promise).count(),
        payments: rows.values().filter(|(_, is_payment)| *is_payment).count(),
    };
    found.into_iter().map(|(reference, rows)| (reference, shared(rows))).collect()
}

/// The entries of the ledger by their references, with their kinds.
fn of_ledger(ledger: &Ledger) -> BTreeMap<String, Vec<(EntryId, EntryKindName)>> {
    let mut called: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for entry in ledger.entries_as_known(Day::MAX) {
        if let Some(reference) = &entry.reference {
            called.entry(reference.to_string()).or_default().push((entry.id.clone(), entry.kind.name()));
        }
    }
    called
}

/// Whether the number under which a row was paid is its own: the number of an agreement is a pledge's own, and names it in the rows of
/// what was paid under it.
pub(super) fn is_own_number(export: MappedSheet<'_>, row: ExportRow<'_>, cell: &Cell<'_>) -> bool {
    cell.column == ReadColumn::Ref
        && export.map.shared_references
        && export.places.at(ReadColumn::Reference).is_some_and(|own| text_alone(row, own) == cell.text)
        && export.is_of_kind(row, &PROMISES)
}
