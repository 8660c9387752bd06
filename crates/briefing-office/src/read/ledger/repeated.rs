//! What a row says again of the entry that it is about: spreadsheets fill the contributor and the purpose into every row.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{Contributor, Correction, CorrectionKind, Earmark, EntryId, EntryKind, LedgerEntry, Shared};

use super::columns::ReadColumn;
use super::row::Row;
use crate::diagnostic::Code;
use crate::sheet::{RowFault, RowStart};

/// The longest way from an entry to what it is about: from a refund to its receipt, and on to the pledge.
const STEPS: usize = 2;

/// The contributor and the purpose that a row repeats: no part of its entry, and right or a fault.
pub(super) struct Repeated {
    row: RowStart,
    contributor: Option<(Shared<Contributor>, Option<usize>)>,
    earmark: Option<(Shared<Earmark>, Option<usize>)>,
    kind: &'static str,
    of: EntryId,
}

impl Repeated {
    pub(super) fn new(
        row: &Row<'_>,
        kind: &'static str,
        of: &EntryId,
        contributor: Option<Shared<Contributor>>,
        earmark: Option<Shared<Earmark>>,
    ) -> Option<Self> {
        if contributor.is_none() && earmark.is_none() {
            return None;
        }
        let purpose = [ReadColumn::Purposes, ReadColumn::Fund].into_iter().find(|column| row.cell(*column).is_some());
        Some(Self {
            row: row.start(),
            contributor: contributor.map(|contributor| (contributor, row.place(ReadColumn::Contributor))),
            earmark: earmark.map(|earmark| (earmark, purpose.and_then(|column| row.place(column)))),
            kind,
            of: of.clone(),
        })
    }

    /// What it says that is otherwise. Nothing can be said of what is not there, which has a fault of its own.
    fn faults(&self, known: &Known<'_>) -> Vec<RowFault> {
        let Self { row, kind, of, .. } = self;
        let mut faults = Vec::new();
        let mut fault = |cell: &Option<usize>, code, message, hint: &str| {
            faults.push(RowFault { row: *row, cell: *cell, code, message, hint: Some(hint.to_owned()) });
        };
        if let Some((said, cell)) = &self.contributor {
            let who = known.of(of, EntryKind::contributor);
            let agrees = |who: &&Shared<Contributor>| {
                who.party == said.party && (said.on_behalf_of.is_none() || who.on_behalf_of == said.on_behalf_of)
            };
            if let Some(first) = who.first().filter(|_| !who.iter().any(agrees)) {
                let message = format!("this {kind} says {}, and `{of}` is of {}", &**said, &***first);
                let hint = "correct the contributor, or `ref`; a correction of the other entry changes whose it is";
                fault(cell, Code::ContributorMismatch, message, hint);
            }
        }
        if let Some((said, cell)) = &self.earmark {
            let purposes = known.of(of, EntryKind::earmark);
            if !purposes.is_empty() && !purposes.iter().any(|purpose| said.agrees_with(purpose)) {
                let message = format!("this {kind} says what the money is for, and `{of}` says otherwise");
                let hint = "empty the cell; a correction of the other entry changes what its money is for";
                fault(cell, Code::NeedlessCell, message, hint);
            }
        }
        faults
    }
}

/// What rows say otherwise than the entries that they are about.
pub(super) fn contradictions(repeated: &[Repeated], entries: &[LedgerEntry]) -> Vec<RowFault> {
    if repeated.is_empty() {
        return Vec::new();
    }
    let known = Known::new(repeated.iter().map(|repeated| &repeated.of).collect(), entries);
    repeated.iter().flat_map(|repeated| repeated.faults(&known)).collect()
}

/// The entries that rows are about, by id, and their corrections.
struct Known<'e> {
    entries: BTreeMap<&'e EntryId, &'e LedgerEntry>,
    corrections: BTreeMap<&'e EntryId, Vec<&'e EntryKind>>,
}

impl<'e> Known<'e> {
    fn new(mut wanted: BTreeSet<&'e EntryId>, all: &'e [LedgerEntry]) -> Self {
        let mut known = Self { entries: BTreeMap::new(), corrections: BTreeMap::new() };
        for _ in 0..=STEPS {
            for entry in all.iter().filter(|entry| wanted.contains(&entry.id)) {
                known.entries.insert(&entry.id, entry);
            }
            wanted = known.entries.values().filter_map(|entry| entry.kind.about()).collect();
            wanted.retain(|id| !known.entries.contains_key(id));
            if wanted.is_empty() {
                break;
            }
        }
        for entry in all {
            if let EntryKind::Correction(Correction { of, change: CorrectionKind::Amend(_) }) = &entry.kind
                && known.entries.contains_key(of)
            {
                known.corrections.entry(of).or_default().push(&entry.kind);
            }
        }
        known
    }

    /// What an entry says, or else what it is about; and what corrections say instead.
    fn of<T>(&self, id: &EntryId, what: impl Fn(&'e EntryKind) -> Option<&'e T>) -> Vec<&'e T> {
        let mut found = Vec::new();
        let mut next = self.entries.get(id);
        for _ in 0..=STEPS {
            let Some(entry) = next else { break };
            found.extend(what(&entry.kind));
            found.extend(self.corrections.get(&entry.id).into_iter().flatten().filter_map(|kind| what(kind)));
            next = entry.kind.about().and_then(|about| self.entries.get(about));
        }
        found
    }
}
