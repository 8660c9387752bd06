//! What is wrong with a ledger.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Code, EntryId, MoneyError, Severity};

/// How many faults of one code are told before the rest is only counted.
const TOLD_PER_CODE: usize = 50;

/// One thing wrong with a ledger: what, in which entries, and what to do.
///
/// ```
/// use briefing_model::{EntryKind, Ledger, Code, LedgerEntry, LedgerSettings, Receipt};
///
/// let receipt = Receipt::on("P-9".parse()?, "USD 1000".parse()?);
/// let entry = LedgerEntry::new("R-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, receipt);
/// let faults = Ledger::new(LedgerSettings::default(), vec![entry]).err().ok_or("accepted")?;
/// assert_eq!(faults[0].code, Code::UnknownEntry);
/// assert_eq!(faults[0].entries, ["R-1".parse()?]);
/// assert_eq!(faults[0].to_string(), "error[L0102] R-1: names entry `P-9`, which is not in the ledger");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFault {
    /// What kind of fault.
    pub code: Code,
    /// The entries at fault, the one to look at first; none only where faults are merely counted.
    pub entries: Vec<EntryId>,
    /// What is wrong, in a clause without a full stop.
    pub message: String,
    /// What to do, where more can be said than the code's explanation does.
    pub hint: Option<String>,
}

impl LedgerFault {
    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for LedgerFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.severity(), self.code)?;
        if let Some(entry) = self.entries.first() {
            write!(f, " {entry}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for LedgerFault {}

/// Why a ledger gave no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// A sum or a conversion left the range of money.
    #[error("the ledger comes to more than 10²⁴ minor units: look for an amount with too many digits")]
    Overflow,
}

impl From<MoneyError> for LedgerError {
    fn from(_: MoneyError) -> Self {
        // Currencies are sorted out before anything is added.
        Self::Overflow
    }
}

/// Collects faults, telling the first of each code and counting the rest.
#[derive(Debug, Default)]
pub(super) struct Faults {
    told: Vec<LedgerFault>,
    counts: BTreeMap<Code, usize>,
    errors: bool,
}

impl Faults {
    pub(super) fn add(&mut self, code: Code, entries: &[&EntryId], message: String) {
        self.add_with_hint(code, entries, message, None);
    }

    pub(super) fn add_with_hint(&mut self, code: Code, entries: &[&EntryId], message: String, hint: Option<String>) {
        self.errors |= code.severity() == Severity::Error;
        let count = self.counts.entry(code).or_insert(0);
        *count += 1;
        if *count <= TOLD_PER_CODE {
            let entries = entries.iter().map(|&id| id.clone()).collect();
            self.told.push(LedgerFault { code, entries, message, hint });
        }
    }

    pub(super) const fn has_errors(&self) -> bool {
        self.errors
    }

    /// The faults told, by code, and a line for each code that has more.
    pub(super) fn finish(self) -> Vec<LedgerFault> {
        let mut faults = self.told;
        for (code, count) in self.counts {
            if let Some(more) = count.checked_sub(TOLD_PER_CODE).filter(|&more| more > 0) {
                let message = format!("{more} more of the same kind");
                faults.push(LedgerFault { code, entries: Vec::new(), message, hint: None });
            }
        }
        // Stable, so that faults of one code stay in the order of the entries.
        faults.sort_by_key(|fault| fault.code);
        faults
    }
}
