//! What goes in, comes back or is changed without a currency, where it is about money in another than that of the totals.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{
    Amount, AmountOrZero, Correction, CorrectionKind, Currency, EntryId, EntryKind, EntryKindName, Fault, FieldPath,
    LedgerEntry, Subject,
};

use super::columns::ReadColumn;
use super::row::Row;
use crate::diagnostic::Code;
use crate::sheet::{RowFault, RowStart};

/// A row that leaves the currency of its amount blank, and is about another entry.
pub(super) struct UnsaidCurrency {
    id: EntryId,
    row: RowStart,
    cell: usize,
    kind: EntryKindName,
    of: EntryId,
}

impl UnsaidCurrency {
    pub(super) fn of(row: &Row<'_>, entry: &LedgerEntry) -> Option<Self> {
        let of = match &entry.kind {
            EntryKind::Receipt(receipt) => receipt.pledge.as_ref()?,
            EntryKind::Refund(refund) => &refund.of,
            EntryKind::Withdrawal(withdrawal) if withdrawal.amount.is_some() => &withdrawal.pledge,
            EntryKind::Revision(revision) => &revision.pledge,
            EntryKind::Correction(Correction { of, change: CorrectionKind::Amend(amendment) }) => {
                amendment.amount.map(|_| of)?
            }
            _ => return None,
        };
        let cell = row.place(ReadColumn::Currency).filter(|_| row.cell(ReadColumn::Currency).is_none())?;
        Some(Self { id: entry.id.clone(), row: row.start(), cell, kind: entry.kind.name(), of: of.clone() })
    }
}

/// What is wrong with such rows, and the entries of which the ledger need not say the same.
#[derive(Default)]
pub(super) struct UnsaidCurrencies {
    pub(super) faults: Vec<RowFault>,
    told: BTreeSet<EntryId>,
}

impl UnsaidCurrencies {
    /// Leaves out of what the ledger says what was told at a cell.
    pub(super) fn without_told(&self, faults: Vec<Fault>) -> Vec<Fault> {
        let is_told = |fault: &Fault| match fault.place.as_ref().map(FieldPath::subject) {
            Some(Subject::Entry(id)) => {
                matches!(fault.code, Code::CurrencyMismatch | Code::CurrencyCorrected)
                    && self.told.contains(id.as_str())
            }
            _ => false,
        };
        faults.into_iter().filter(|fault| !is_told(fault)).collect()
    }
}

/// The rows that may be in either currency: that of the totals, which a blank cell stands for, or that of what they are about.
pub(super) fn currencies(unsaid: &[UnsaidCurrency], entries: &[LedgerEntry], totals: Currency) -> UnsaidCurrencies {
    if unsaid.is_empty() {
        return UnsaidCurrencies::default();
    }
    let currency = |amount: Option<Amount>| amount.map(Amount::currency);
    let mut foreign: BTreeMap<&EntryId, Currency> = BTreeMap::new();
    for entry in entries {
        if let EntryKind::Correction(Correction { of, change: CorrectionKind::Amend(amendment) }) = &entry.kind {
            // It may have been the currency that was wrong.
            let is_said = || unsaid.iter().all(|unsaid| unsaid.id != entry.id);
            if amendment.amount.map(AmountOrZero::currency) == Some(totals) && is_said() {
                foreign.remove(of);
            }
        } else if let Some(other) = currency(entry.kind.amount()).filter(|currency| *currency != totals) {
            foreign.insert(&entry.id, other);
        }
    }
    let mut found = UnsaidCurrencies::default();
    for one in unsaid {
        let Some(other) = foreign.get(&one.of) else { continue };
        let kind = one.kind.as_str();
        let message = format!("this {kind} is in {totals}, for it names no currency, and `{}` is in {other}", one.of);
        found.told.insert(one.id.clone());
        let hint = match one.kind {
            // How much of a pledge there is, is said in the pledge's currency alone.
            EntryKindName::Withdrawal | EntryKindName::Revision => {
                format!("write `{other}` in `currency`, with the amount in {other}")
            }
            _ => format!("write the currency that it is in: `{other}`, or `{totals}` if it came so"),
        };
        let code = Code::CurrencyMismatch;
        found.faults.push(RowFault { row: one.row, cell: Some(one.cell), code, message, hint: Some(hint) });
    }
    found
}
