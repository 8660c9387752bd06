//! Facts that texts may use: `{standing.pledged}`, `{compact.entities}`.

use serde::{Deserialize, Serialize};

use crate::{Money, Name, PartialDate};

/// The value of a fact, before any language writes it down.
///
/// ```
/// use briefing_model::FactValue;
///
/// let fact = FactValue::Count(46);
/// assert_eq!(serde_json::to_string(&fact)?, r#"{"count":46}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FactValue {
    /// A number of things.
    Count(u64),
    /// An amount, printed as headline figures are.
    Headline(Money),
    /// An amount, printed to the last unit.
    Exact(Money),
    /// Whole per cent.
    Percent(u16),
    /// A name.
    Name(Name),
    /// A date, as precisely as it is known.
    Date(PartialDate),
}
