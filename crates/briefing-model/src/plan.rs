//! What an office says about one month.

use briefing_derive::Record;
use serde::Serialize;

use crate::{Day, Event, EventId, KnownEvent, Money, Month, Name, Office, RichText};

/// The issue before another one.
///
/// ```
/// use briefing_model::PreviousIssue;
///
/// let march = PreviousIssue { month: "2025-03".parse()?, cutoff: "2025-04-02".parse()? };
/// assert!(march.cutoff > march.month.last_day());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PreviousIssue {
    /// Its month.
    pub month: Month,
    /// The last day whose ledger rows it takes into account.
    pub cutoff: Day,
}

/// One month as the office plans it: its items, in the order in which they print, and its dates.
///
/// ```
/// use briefing_model::MonthPlan;
///
/// let plan = MonthPlan::new("2025-04".parse()?);
/// assert_eq!(plan.issued().to_string(), "2025-04-30");
/// assert_eq!(plan.cutoff(), plan.issued());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MonthPlan {
    /// The month.
    pub month: Month,
    /// The date of the briefing, if not the last day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Day>,
    /// The last day whose ledger rows the figures take into account, if not the day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<Day>,
    /// The day on which the next issue is to go out, if that is settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_issue: Option<Day>,
    /// The item that leads the issue, which has a title and a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<EventId>,
    /// The total of the month's new pledges as the office states it; the lines of the ledger must add up to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_total: Option<Money>,
    /// The month's items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Events of other months that items or ledger rows refer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<KnownEvent>,
    /// The previous issue, if there was one: what was recorded after its cut-off came too late for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousIssue>,
    /// Corrections made to it since it first went out, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<IssueCorrection>,
}

/// A correction to an issue that had gone out; printed on its first page.
///
/// ```
/// use briefing_model::IssueCorrection;
///
/// let correction = IssueCorrection { on: "2025-06-03".parse()?, what: "Germany pledged 92,615 dollars.".parse()? };
/// assert_eq!(correction.on.to_string(), "2025-06-03");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IssueCorrection {
    /// The day on which the corrected issue went out.
    pub on: Day,
    /// What differs in it.
    pub what: RichText,
}

impl MonthPlan {
    /// Creates a month without items.
    ///
    /// ```
    /// let plan = briefing_model::MonthPlan::new("2025-04".parse()?);
    /// assert!(plan.events.is_empty());
    /// # Ok::<(), briefing_model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn new(month: Month) -> Self {
        Self {
            month,
            issued: None,
            cutoff: None,
            next_issue: None,
            lead: None,
            stated_total: None,
            events: Vec::new(),
            elsewhere: Vec::new(),
            previous: None,
            corrections: Vec::new(),
        }
    }

    /// The date of the briefing, from which every date in the file is taken.
    ///
    /// ```
    /// let mut plan = briefing_model::MonthPlan::new("2025-04".parse()?);
    /// assert_eq!(plan.issued().to_string(), "2025-04-30", "the month's last day");
    /// plan.issued = Some("2025-05-07".parse()?);
    /// assert_eq!(plan.issued().to_string(), "2025-05-07");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn issued(&self) -> Day {
        self.issued.unwrap_or_else(|| self.month.last_day())
    }

    /// The last day whose ledger rows the figures take into account.
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
    pub fn cutoff(&self) -> Day {
        self.cutoff.unwrap_or_else(|| self.issued())
    }

    /// The title of an event: that of the month's item, otherwise that in the office's list, otherwise that of another
    /// month's item.
    ///
    /// ```
    /// use briefing_model::{KnownEvent, MonthPlan, Name, Office, OfficeData};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.events = vec![KnownEvent::new("forum".parse()?, Some(Name::new("Global Forum")?))];
    /// let plan = MonthPlan::new("2025-04".parse()?);
    /// let title = plan.title_of(&"forum".parse()?, &Office::new(data)?).map(Name::english).map(str::to_owned);
    /// assert_eq!(title.as_deref(), Some("Global Forum"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn title_of<'a>(&'a self, id: &EventId, office: &'a Office) -> Option<&'a Name> {
        let own = self.events.iter().find(|event| event.id == *id).and_then(|event| event.title.as_ref());
        let known = office.data().events.iter().chain(&self.elsewhere).filter(|event| event.id == *id);
        let known = known.filter_map(|event| event.title.as_ref()).next();
        match (own, known) {
            // The same title, which the office has in more languages.
            (Some(own), Some(known))
                if own.english() == known.english() && own.iter().count() < known.iter().count() =>
            {
                Some(known)
            }
            (own, known) => own.or(known),
        }
    }

    /// Whether an event is known: as an item of the month, in the office's list, or as an item of another month.
    ///
    /// ```
    /// use briefing_model::{MonthPlan, Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// assert!(!MonthPlan::new("2025-04".parse()?).knows(&"forum".parse()?, &office));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn knows(&self, id: &EventId, office: &Office) -> bool {
        let known = office.data().events.iter().chain(&self.elsewhere).map(|event| &event.id);
        self.events.iter().map(|event| &event.id).chain(known).any(|known| known == id)
    }
}
