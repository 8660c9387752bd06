//! Which rows the ledger has already, and the ids of those that it does not have.

use std::collections::{BTreeMap, BTreeSet};

use briefing_model::{EntryId, LedgerEntry};

/// What two entries must share to be one payment that was exported twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct PaymentKey {
    kind: &'static str,
    effective: String,
    amount: String,
    contributor: Option<String>,
}

impl PaymentKey {
    fn of(entry: &LedgerEntry) -> Self {
        let contributor = entry.kind.contributor().map(ToString::to_string);
        Self {
            kind: entry.kind.name().as_str(),
            effective: entry.effective.to_string(),
            // Of kinds without one, everything they say has to agree.
            amount: entry.kind.amount().map_or_else(|| format!("{:?}", entry.kind), |amount| amount.to_string()),
            contributor: contributor.or_else(|| entry.kind.about().map(ToString::to_string)),
        }
    }
}

/// What is known of ids and references.
pub(super) struct KnownEntries {
    ids: BTreeSet<String>,
    /// The number that comes next for an id that was not free.
    numbers: BTreeMap<String, u32>,
    /// By reference, or by id where a row has one of its own: the payments, and what to say of each.
    payments: BTreeMap<String, BTreeMap<PaymentKey, String>>,
    /// The references that the ledger had before the import.
    of_ledger: BTreeSet<String>,
}

/// What a row is beside what is known.
pub(super) enum RowStanding {
    /// It is there already, as the text says.
    Known(String),
    New,
    /// The ledger has its reference with another payment.
    NewBesideAnother,
}

impl KnownEntries {
    pub(super) fn new(entries: &[LedgerEntry]) -> Self {
        let mut known = Self {
            ids: BTreeSet::new(),
            numbers: BTreeMap::new(),
            payments: BTreeMap::new(),
            of_ledger: BTreeSet::new(),
        };
        for entry in entries {
            known.ids.insert(entry.id.to_string());
            for key in keys(entry) {
                let why = match &entry.reference {
                    Some(reference) if **reference == key => format!("the ledger has it already, as `{}`", entry.id),
                    _ => "the ledger has it already".to_owned(),
                };
                known.of_ledger.insert(key.clone());
                known.payments.entry(key).or_default().entry(PaymentKey::of(entry)).or_insert(why);
            }
        }
        known
    }

    /// Whether a row's entry is known; from now on it is.
    pub(super) fn meet(&mut self, entry: &LedgerEntry, id_is_made: bool, row: u64) -> RowStanding {
        let payment = PaymentKey::of(entry);
        let reference = entry.reference.as_deref();
        let key = if id_is_made { reference.unwrap_or(entry.id.as_str()) } else { entry.id.as_str() }.to_owned();
        let there = self.payments.entry(key.clone()).or_default();
        if let Some(why) = there.get(&payment) {
            return RowStanding::Known(why.clone());
        }
        there.insert(payment, format!("row {row} of the export has it already"));
        if self.of_ledger.contains(&key) { RowStanding::NewBesideAnother } else { RowStanding::New }
    }

    /// The id, with a number behind it where another entry has the same.
    pub(super) fn free_id(&mut self, id: &EntryId) -> Option<EntryId> {
        let mut free = id.to_string();
        if self.ids.contains(&free) {
            let number = self.numbers.entry(id.to_string()).or_insert(2);
            while self.ids.contains(&free) {
                free = format!("{id}-{number}");
                *number += 1;
            }
        }
        let parsed = free.parse().ok()?;
        self.ids.insert(free);
        Some(parsed)
    }
}

fn keys(entry: &LedgerEntry) -> impl Iterator<Item = String> {
    let id = entry.id.to_string();
    let reference = entry.reference.as_ref().map(ToString::to_string).filter(|reference| *reference != id);
    std::iter::once(id).chain(reference)
}

/// An id out of a reference: what no id has becomes a hyphen; `None` when nothing is left.
pub(super) fn id_of(prefix: &str, reference: &str) -> Option<String> {
    if !reference.chars().any(char::is_alphanumeric) {
        return None;
    }
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '_' | ':');
    let id: String = format!("{prefix}{reference}").chars().map(|c| if allowed(c) { c } else { '-' }).collect();
    Some(id.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_letters_of_every_script() {
        let id = |reference| id_of("fin-", reference);
        assert_eq!(id("V 7").as_deref(), Some("fin-V-7"));
        assert_eq!(id("Счёт № 17").as_deref(), Some("fin-Счёт---17"));
        assert_eq!(id("凭证12").as_deref(), Some("fin-凭证12"));
        assert_eq!(id("قيد/9 ").as_deref(), Some("fin-قيد/9"));
        assert_eq!(id(" - "), None);
        assert_eq!(id_of("", "(A)").as_deref(), Some("A"));
    }
}
