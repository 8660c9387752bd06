//! Holding entries against each other and against what they come to.

use super::Ledger;
use super::fault::Faults;

/// Looks at each entry, alone and beside those it names.
pub(super) fn entries(_ledger: &Ledger, _faults: &mut Faults) {}

/// Looks at what the entries come to.
pub(super) fn figures(_ledger: &Ledger, _faults: &mut Faults) {}
