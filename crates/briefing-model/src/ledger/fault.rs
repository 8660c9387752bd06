//! Faults of a ledger.

use std::collections::BTreeMap;

use crate::{Code, Currency, EntryId, Fault, FieldPath, LedgerEntry, MoneyError, Severity};

/// The number of faults of one code that are reported; any further ones are only counted.
const KEPT_PER_CODE: usize = 50;

/// Why a ledger could not compute a figure.
///
/// ```
/// use briefing_model::{LedgerError, MoneyError};
///
/// /// What a program says when no figure can be given.
/// fn report(error: LedgerError) -> String {
///     format!("no totals: {error}")
/// }
/// assert!(report(LedgerError::from(MoneyError::Overflow)).contains("look for an amount with too many digits"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// A sum or a conversion is outside the range of money.
    #[error("the ledger comes to more than 10²⁴ minor units: look for an amount with too many digits")]
    Overflow,
    /// Amounts in two currencies cannot be added.
    #[error("{left} and {right} do not mix: convert one of them first")]
    MixedCurrencies {
        /// The currency of the first.
        left: Currency,
        /// The currency of the second.
        right: Currency,
    },
}

impl From<MoneyError> for LedgerError {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::MixedCurrencies { left, right } => Self::MixedCurrencies { left, right },
            MoneyError::Overflow => Self::Overflow,
        }
    }
}

/// Entries that do not make a ledger: every fault, and the entries as they were given.
///
/// ```
/// use briefing_model::{Code, Ledger, LedgerEntry, LedgerSettings, Pledge, Receipt};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let receipt = Receipt::on("P-9".parse()?, "USD 1000".parse()?);
/// let invalid = Ledger::new(LedgerSettings::default(), vec![
///     LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-05-05".parse()?, pledge),
///     LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, receipt),
/// ]).unwrap_err();
/// let [fault] = invalid.faults.as_slice() else { return Err("one fault".into()) };
/// assert_eq!(fault.code, Code::UnknownEntry);
/// assert_eq!(invalid.positions(fault).collect::<Vec<_>>(), [1], "the second entry");
/// assert_eq!(invalid.to_string(), "the entries do not make a ledger: L0102 at `entry[R-1]`: `R-1`: names entry `P-9`, which is not in the ledger");
///
/// // What is sound can be kept, and the rest asked for again.
/// let mut entries = invalid.entries;
/// entries.pop();
/// assert!(Ledger::new(LedgerSettings::default(), entries).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the entries do not make a ledger: {}", crate::fault::reasons(.faults))]
#[non_exhaustive]
pub struct InvalidLedger {
    /// Every fault, warnings included, with the ids of the entries that it concerns. The first fifty faults of a code
    /// are kept; one more, about no entry, says how many others there are.
    pub faults: Vec<Fault>,
    /// The entries, in the order in which they were given.
    pub entries: Vec<LedgerEntry>,
}

impl InvalidLedger {
    /// The positions of the entries with the ids that a fault names.
    ///
    /// A fault refers to entries by id. If several entries have the same id, which is a fault of its own, these are the
    /// positions of all of them, not only of the one that is wrong. The fault that counts further faults has no
    /// positions.
    pub fn positions(&self, fault: &Fault) -> impl Iterator<Item = usize> {
        let ids: Vec<&EntryId> = fault.entries().collect();
        let found = self.entries.iter().enumerate().filter(move |(_, entry)| ids.contains(&&entry.id));
        found.map(|(position, _)| position)
    }
}

/// Collects faults: the first of each code, and the number of the others.
#[derive(Debug, Default)]
pub(super) struct Faults {
    kept: Vec<Fault>,
    counts: BTreeMap<Code, usize>,
    errors: bool,
}

impl Faults {
    pub(super) fn add(&mut self, code: Code, entries: &[&EntryId], message: String) {
        self.add_with_hint(code, entries, message, None);
    }

    pub(super) fn add_with_hint(&mut self, code: Code, entries: &[&EntryId], message: String, hint: Option<String>) {
        self.push(code, || {
            let fault = of_entries(code, entries, message);
            Fault { hint: hint.or_else(|| fault.hint.clone()), ..fault }
        });
    }

    /// Adds a fault of a part of an entry, at its place.
    pub(super) fn add_part(&mut self, entry: &EntryId, fault: Fault) {
        self.push(fault.code, || Fault { message: format!("`{entry}`: {}", fault.message), ..fault });
    }

    fn push(&mut self, code: Code, fault: impl FnOnce() -> Fault) {
        self.errors |= code.severity() == Severity::Error;
        let count = self.counts.entry(code).or_insert(0);
        *count += 1;
        if *count <= KEPT_PER_CODE {
            self.kept.push(fault());
        }
    }

    pub(super) const fn has_errors(&self) -> bool {
        self.errors
    }

    /// The reported faults by code, with one more fault for each code that has others.
    pub(super) fn finish(self) -> Vec<Fault> {
        let mut faults = self.kept;
        for (code, count) in self.counts {
            if let Some(more) = count.checked_sub(KEPT_PER_CODE).filter(|&more| more > 0) {
                let message = format!("{more} more of the same kind");
                faults.push(Fault { hint: None, ..Fault::new(code, FieldPath::entry(None), message) });
            }
        }
        // A stable sort, so that faults of one code stay in the order of the entries.
        faults.sort_by_key(|fault| fault.code);
        faults
    }
}

/// A fault of entries, of which the first is the one to look at.
fn of_entries(code: Code, entries: &[&EntryId], mut message: String) -> Fault {
    let [first, others @ ..] = entries else { return Fault::new(code, FieldPath::entry(None), message) };
    message.insert_str(0, &format!("`{first}`: "));
    let fault = Fault::new(code, FieldPath::entry(Some((*first).clone())), message);
    others
        .iter()
        .fold(fault, |fault, id| fault.with_related(format!("entry `{id}`"), FieldPath::entry(Some((*id).clone()))))
}
