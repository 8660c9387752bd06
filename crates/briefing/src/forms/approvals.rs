//! Who approved what of a month.

use std::fmt;

use briefing_derive::Record;
use briefing_model::{Day, EventId, FormName, FormVersion, Language, Month};
use briefing_office::{ApprovalState, ItemApproval};
use serde::{Deserialize, Serialize};

/// Who approved which item of a month in which language.
///
/// ```
/// use briefing::forms::{ApprovalStatus, Approvals};
/// use briefing::office::{ApprovalState, ItemApproval};
///
/// let state = ApprovalState::Approved { by: "Chief, SPIB".to_owned(), on: "2025-05-02".parse()? };
/// let item = ItemApproval::new("storm".parse()?, briefing::Language::En, state);
/// let approvals = Approvals::new("2025-04".parse()?, &[item]);
/// assert_eq!(approvals.items[0].state, ApprovalStatus::Approved);
///
/// let json = serde_json::to_string(&approvals)?;
/// assert!(json.starts_with(r#"{"format":"briefing-approvals","version":1,"month":"2025-04","items":[{"item":"storm""#));
/// assert_eq!(serde_json::from_str::<Approvals>(&json)?, approvals);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct Approvals {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// The month.
    pub month: Month,
    /// Each item in each language.
    pub items: Vec<Approval>,
}

super::form!(Approvals, "briefing-approvals", 1);

/// An item in a language.
///
/// ```
/// use briefing::forms::Approval;
///
/// let json = r#"{"item":"storm","language":"en","state":"lifted","by":"Chief, SPIB","on":"2025-05-02"}"#;
/// let approval: Approval = serde_json::from_str(json)?;
/// assert_eq!(approval.by.as_deref(), Some("Chief, SPIB"), "it was changed since");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Approval {
    /// The item.
    pub item: EventId,
    /// The language.
    pub language: Language,
    /// Whether it is approved; `lifted` if it was, and has been changed since.
    pub state: ApprovalStatus,
    /// Who approved it.
    pub by: Option<String>,
    /// The day of the approval.
    pub on: Option<Day>,
}

/// Whether an item is approved.
///
/// ```
/// use briefing::forms::ApprovalStatus;
///
/// assert_eq!(serde_json::to_string(&ApprovalStatus::Missing)?, r#""missing""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ApprovalStatus {
    /// It is, in its present form.
    Approved,
    /// It was, and has been changed since.
    Lifted,
    /// Nobody has approved it.
    Missing,
}

impl ApprovalStatus {
    /// All of them.
    ///
    /// ```
    /// assert_eq!(briefing::forms::ApprovalStatus::ALL.len(), 3);
    /// ```
    pub const ALL: [Self; 3] = [Self::Approved, Self::Lifted, Self::Missing];

    /// The word that JSON has for it.
    ///
    /// ```
    /// assert_eq!(briefing::forms::ApprovalStatus::Lifted.as_str(), "lifted");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Lifted => "lifted",
            Self::Missing => "missing",
        }
    }
}

impl fmt::Display for ApprovalStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Approvals {
    /// What is on record of a month's items, as [`approvals`](briefing_office::approvals) finds it in each language.
    ///
    /// ```
    /// let none = briefing::forms::Approvals::new("2025-04".parse()?, &[]);
    /// assert!(none.items.is_empty());
    /// # Ok::<(), briefing::model::InvalidMonth>(())
    /// ```
    #[must_use]
    pub fn new(month: Month, items: &[ItemApproval]) -> Self {
        let items = items.iter().map(Approval::from).collect();
        Self { format: FormName::new(), version: FormVersion::new(), month, items }
    }
}

impl From<&ItemApproval> for Approval {
    fn from(approval: &ItemApproval) -> Self {
        let (state, by, on) = match &approval.state {
            ApprovalState::Missing => (ApprovalStatus::Missing, None, None),
            ApprovalState::Approved { by, on } => (ApprovalStatus::Approved, Some(by.clone()), Some(*on)),
            ApprovalState::Lifted { by, on } => (ApprovalStatus::Lifted, Some(by.clone()), Some(*on)),
        };
        Self { item: approval.item.clone(), language: approval.language, state, by, on }
    }
}
