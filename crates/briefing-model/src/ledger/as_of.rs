//! The two days that every question to the ledger names.

use briefing_derive::Record;
use serde::Serialize;

use crate::Day;

/// The two days that every question to the ledger names, as named fields so that they cannot be confused.
///
/// ```
/// use briefing_model::{AsOf, Ledger, LedgerEntry, LedgerSettings, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04-10".parse()?, "2025-05-05".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
///
/// // At the end of April nobody had written the pledge down; in May it was known to have been made in April.
/// let end_of_april = "2025-04-30".parse()?;
/// assert_eq!(ledger.standing(AsOf::on(end_of_april))?.pledged.to_string(), "not known");
/// let seen_in_may = AsOf { in_effect: end_of_april, known: "2025-05-06".parse()? };
/// assert_eq!(ledger.standing(seen_in_may)?.pledged.to_string(), "USD 92615.00");
/// assert_eq!(serde_json::to_string(&seen_in_may)?, r#"{"in_effect":"2025-04-30","known":"2025-05-06"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day for which the figures hold: what had taken effect by then counts.
    pub in_effect: Day,
    /// The day on which the figures were known: what had been recorded by then counts.
    pub known: Day,
}

impl AsOf {
    /// The figures of a day, as they were known on that very day.
    ///
    /// ```
    /// let day = "2025-04-30".parse()?;
    /// assert_eq!(briefing_model::AsOf::on(day), briefing_model::AsOf { in_effect: day, known: day });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn on(day: Day) -> Self {
        Self { in_effect: day, known: day }
    }
}
