//! What an office says of one month.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Event, Money, Month};

/// One month as the office plans it: its items in the order they print, and its dates.
///
/// ```
/// use briefing_model::MonthPlan;
///
/// let plan = MonthPlan::new("2025-04".parse()?);
/// assert_eq!(plan.issued().to_string(), "2025-04-30");
/// assert_eq!(plan.cutoff(), plan.issued());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthPlan {
    /// The month.
    pub month: Month,
    /// The day the briefing is dated, if not the month's last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    /// The last day whose knowledge the figures rest on, if not the day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<NaiveDate>,
    /// The total of the month's new pledges as the office states it; the ledger's lines must add up to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_total: Option<Money>,
    /// The month's items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
}

impl MonthPlan {
    /// A month without items.
    ///
    /// ```
    /// let plan = briefing_model::MonthPlan::new("2025-04".parse()?);
    /// assert!(plan.events.is_empty());
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn new(month: Month) -> Self {
        Self { month, issued: None, cutoff: None, stated_total: None, events: Vec::new() }
    }

    /// The day the briefing is dated: every date in the file comes from it.
    ///
    /// ```
    /// let mut plan = briefing_model::MonthPlan::new("2025-04".parse()?);
    /// assert_eq!(plan.issued().to_string(), "2025-04-30", "the month's last day");
    /// plan.issued = Some("2025-05-07".parse()?);
    /// assert_eq!(plan.issued().to_string(), "2025-05-07");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn issued(&self) -> NaiveDate {
        self.issued.unwrap_or_else(|| self.month.last_day())
    }

    /// The last day whose knowledge the figures rest on.
    ///
    /// ```
    /// let mut plan = briefing_model::MonthPlan::new("2025-04".parse()?);
    /// plan.issued = Some("2025-05-07".parse()?);
    /// assert_eq!(plan.cutoff(), plan.issued());
    /// plan.cutoff = Some("2025-05-05".parse()?);
    /// assert_eq!(plan.cutoff().to_string(), "2025-05-05");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cutoff(&self) -> NaiveDate {
        self.cutoff.unwrap_or_else(|| self.issued())
    }
}
