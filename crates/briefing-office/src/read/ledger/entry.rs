//! From a row to an entry.

use std::collections::BTreeSet;

use briefing_model::{
    Certainty, Contributor, Currency, Directory, Earmark, EntryId, EntryKind, EntryKindName, InvalidWord, LedgerEntry,
    Shared, SourceId, When, nearest,
};

use super::columns::ReadColumn;
use super::intern::Interned;
use super::kinds::RowKind;
use super::repeated::Repeated;
use super::row::Row;
use super::unsaid::UnsaidCurrency;
use crate::diagnostic::Code;
use crate::tree::short;

/// What rows are read with: what the office has, and what was read before.
pub(super) struct EntryContext<'d> {
    pub(super) known: &'d Directory,
    /// The currency of the totals, which an amount without one is in.
    pub(super) currency: Currency,
    pub(super) contributors: Interned<Shared<Contributor>>,
    /// What money is for when nothing is said.
    pub(super) unearmarked: Shared<Earmark>,
    pub(super) earmarks: Interned<Shared<Earmark>>,
    pub(super) sources: Interned<Shared<SourceId>>,
    pub(super) itemized: Interned<Shared<EntryId>>,
    pub(super) currencies: Interned<Currency>,
    /// What the rows so far say again of other entries.
    pub(super) repeated: Vec<Repeated>,
    /// Those that leave a currency blank which may be another's.
    pub(super) unsaid: Vec<UnsaidCurrency>,
    /// Whether a remainder states what was pledged, so that a later one may be of payments on it alone.
    pub(super) has_remainder: bool,
    /// The rates so far, of which nothing is an amount.
    pub(super) rates: BTreeSet<EntryId>,
}

impl<'d> EntryContext<'d> {
    pub(super) fn new(known: &'d Directory, currency: Currency) -> Self {
        Self {
            known,
            currency,
            contributors: Interned::default(),
            unearmarked: Shared::default(),
            earmarks: Interned::default(),
            sources: Interned::default(),
            itemized: Interned::default(),
            currencies: Interned::default(),
            repeated: Vec::new(),
            unsaid: Vec::new(),
            has_remainder: false,
            rates: BTreeSet::new(),
        }
    }

    /// The entry a row states; `None`, with the faults reported, when it is invalid.
    pub(super) fn entry(&mut self, row: &Row<'_>) -> Option<LedgerEntry> {
        let errors_before = row.errors();
        let name = row.need(ReadColumn::Kind, "row");
        let name: Option<RowKind> = name.and_then(|text| kind(row, text));
        let word = name.map_or("row", RowKind::as_str);
        let id: Option<EntryId> =
            row.need(ReadColumn::Id, word).and_then(|text| row.accept(ReadColumn::Id, text.parse()));
        let effective = row.need(ReadColumn::Effective, word);
        let effective = effective.and_then(|text| row.accept(ReadColumn::Effective, text.parse()));
        let effective = effective.and_then(|when: When| coarsened(row, when));
        let recorded = row.need(ReadColumn::Recorded, word);
        let recorded = recorded.and_then(|text| row.accept(ReadColumn::Recorded, text.parse()));
        let source = self.source(row);
        let reference = row.cell(ReadColumn::Reference).map(Box::from);
        let certainty = row.read(ReadColumn::Certainty, certainty);
        let note = row.cell(ReadColumn::Note).map(Box::from);
        let kind = name.and_then(|name| self.kind(name, row));
        if let (Some(id), Some(EntryKind::Rate(_))) = (&id, &kind) {
            self.rates.insert(id.clone());
        }
        if name.is_some() {
            row.finish(word);
        }
        if row.errors() > errors_before {
            return None;
        }
        Some(LedgerEntry {
            id: id?,
            effective: effective?,
            recorded: recorded?,
            source,
            reference,
            certainty: certainty.unwrap_or_default(),
            note,
            kind: kind?,
        })
    }

    /// Where the entry was read; that the office does not describe it is no more than a warning.
    fn source(&mut self, row: &Row<'_>) -> Option<Shared<SourceId>> {
        let text = row.cell(ReadColumn::Source)?;
        let read = |text: &str| row.id(ReadColumn::Source, text, &self.known.sources).map(SourceId::into);
        let source: Shared<SourceId> = self.sources.get(text, |text| read(text).ok_or(())).ok()?;
        row.report(self.known.missing_source(&source, || ReadColumn::Source));
        Some(source)
    }
}

/// What people call a kind of entry.
fn usual_kind(text: &str) -> Option<&'static str> {
    Some(match text.to_lowercase().as_str() {
        "payment" | "paid" | "received" | "deposit" | "instalment" | "installment" | "transfer" | "income"
        | "versement" | "paiement" | "pago" | "ingreso" | "zahlung" | "eingang" | "платеж" | "платёж" | "收款"
        | "付款" | "دفعة" => "receipt",
        "commitment"
        | "promise"
        | "pledged"
        | "contribution"
        | "grant"
        | "agreement"
        | "promesse"
        | "zusage"
        | "engagement"
        | "promesa"
        | "compromiso"
        | "обязательство"
        | "взнос"
        | "认捐"
        | "تعهد" => "pledge",
        "change" | "increase" | "decrease" | "amendment" | "raised" => "revision",
        "cancellation" | "cancelled" | "cancel" | "reduction" | "write-off" | "written off" => "withdrawal",
        "repayment" | "reimbursement" | "returned" | "remboursement" | "reembolso" | "возврат" | "退款" => {
            "refund"
        }
        "earmark" | "distribution" => "allocation",
        "in kind" | "in_kind" | "inkind" | "goods" | "services" => "in-kind",
        "opening" | "balance" | "opening balance" | "carried forward" => "opening-balance",
        "exchange rate" | "exchange-rate" => "rate",
        "statement" | "stated" | "total" => "assertion",
        "deleted" | "delete" | "annulled" => "void",
        _ => return None,
    })
}

fn kind(row: &Row<'_>, text: &str) -> Option<RowKind> {
    let report = |_: InvalidWord| {
        let words = || EntryKindName::ALL.iter().map(|name| name.as_str());
        let meant = usual_kind(text).or_else(|| nearest(text, words().chain(["void"])));
        let hint = meant.map(|meant| format!("did you mean `{meant}`?"));
        let words = words().collect::<Vec<_>>().join(", ");
        let message = format!("`{}` is not a kind of entry: write {words} or void", short(text));
        row.fault(ReadColumn::Kind, Code::BadCell, message, hint);
    };
    text.parse().map_err(report).ok()
}

/// The time as precise as the row says it is known: a spreadsheet may have made a day of a month.
fn coarsened(row: &Row<'_>, when: When) -> Option<When> {
    let Some(precision) = row.cell(ReadColumn::Precision) else { return Some(when) };
    let letters = match precision {
        "day" => 10,
        "month" => 7,
        "year" => 4,
        _ => {
            let message = format!("`{}` is not a precision: write day, month or year", short(precision));
            row.fault(ReadColumn::Precision, Code::BadCell, message, None);
            return None;
        }
    };
    let text = when.to_string();
    let coarse = text.get(..letters).filter(|_| text.len() <= 10);
    let Some(coarse) = coarse else {
        let message = format!("`{}` is not known to the {precision}", short(&text));
        row.fault(ReadColumn::Effective, Code::BadCell, message, None);
        return None;
    };
    row.accept(ReadColumn::Effective, coarse.parse())
}

fn certainty(text: &str) -> Result<Certainty, String> {
    let message = || format!("`{}` is not a degree of certainty: write stated, press or unverified", short(text));
    text.parse().map_err(|_| message())
}
