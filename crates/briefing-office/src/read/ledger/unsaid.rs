//! What goes in, comes back or is corrected without a currency, where it is about money in another than that of the totals.

use std::collections::BTreeMap;

use briefing_model::{Amount, Correction, CorrectionKind, Currency, EntryId, EntryKind, Fault, LedgerEntry};

use super::columns::ReadColumn;
use super::row::Row;
use crate::diagnostic::Code;
use crate::sheet::{RowFault, RowStart};

/// A payment, a refund or a correction of an amount whose row leaves its currency blank.
pub(super) struct UnsaidCurrency {
    row: RowStart,
    cell: usize,
    kind: &'static str,
    id: EntryId,
    of: EntryId,
}

impl UnsaidCurrency {
    pub(super) fn of(row: &Row<'_>, entry: &LedgerEntry) -> Option<Self> {
        let of = match &entry.kind {
            EntryKind::Receipt(receipt) => receipt.pledge.as_ref()?,
            EntryKind::Refund(refund) => &refund.of,
            EntryKind::Correction(Correction { of, change: CorrectionKind::Amend(amendment) }) => {
                amendment.amount.map(|_| of)?
            }
            _ => return None,
        };
        let cell = row.place(ReadColumn::Currency).filter(|_| row.cell(ReadColumn::Currency).is_none())?;
        Some(Self { row: row.start(), cell, kind: entry.kind.name().as_str(), id: entry.id.clone(), of: of.clone() })
    }
}

/// Whether what is wrong with an entry may come of a currency that its row leaves blank.
pub(super) fn are_about(unsaid: &[UnsaidCurrency], fault: &Fault) -> bool {
    fault.entries().next().is_some_and(|entry| unsaid.iter().any(|one| one.id == *entry))
}

/// The rows that may be in either currency: that of the totals, which a blank cell stands for, or that of what they are about.
pub(super) fn currencies(unsaid: &[UnsaidCurrency], entries: &[LedgerEntry], totals: Currency) -> Vec<RowFault> {
    if unsaid.is_empty() {
        return Vec::new();
    }
    let currency = |amount: Option<Amount>| amount.map(Amount::currency);
    let mut foreign: BTreeMap<&EntryId, Currency> = BTreeMap::new();
    for entry in entries {
        if let EntryKind::Correction(Correction { of, change: CorrectionKind::Amend(amendment) }) = &entry.kind {
            // It may have been the currency that was wrong.
            let is_said = || unsaid.iter().all(|unsaid| unsaid.id != entry.id);
            if currency(amendment.amount) == Some(totals) && is_said() {
                foreign.remove(of);
            }
        } else if let Some(other) = currency(entry.kind.amount()).filter(|currency| *currency != totals) {
            foreign.insert(&entry.id, other);
        }
    }
    let fault = |one: &UnsaidCurrency| {
        let other = foreign.get(&one.of)?;
        let message =
            format!("this {} is in {totals}, for it names no currency, and `{}` is in {other}", one.kind, one.of);
        let hint = Some(format!("write the currency that it is in: `{other}`, or `{totals}` if it came so"));
        Some(RowFault { row: one.row, cell: Some(one.cell), code: Code::CurrencyMismatch, message, hint })
    };
    unsaid.iter().filter_map(fault).collect()
}
