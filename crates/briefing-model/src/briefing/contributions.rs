//! What one issue prints about money: the month's movements, and contributions since the beginning.

use briefing_derive::Record;
use serde::Serialize;

use super::{Named, Restatement};
use crate::ledger::newly_promised;
use crate::{
    Currency, Day, EntryId, EventId, FundId, Knowledge, LedgerError, Money, MovementKind, MovementTotal, MultiYear,
    Name, PartialDate, PartyRef, ProgrammeId, Terms, UnitId, When,
};

/// The purpose of money, as it is printed.
///
/// ```
/// use briefing_model::PrintedPurpose;
///
/// let travel: PrintedPurpose = serde_json::from_str(r#"{"programme":{"id":"ct-travel","name":"Travel Programme"}}"#)?;
/// assert_eq!(travel.name().english(), "Travel Programme");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PrintedPurpose {
    /// A programme.
    Programme(Named<ProgrammeId>),
    /// A unit.
    Unit(Named<UnitId>),
    /// An event, under its title.
    Event(Named<EventId>),
    /// The fund that receives it, if no purpose is given.
    Fund(Named<FundId>),
    /// Anything else, in words.
    Text(Name),
}

impl PrintedPurpose {
    /// The name that is printed.
    ///
    /// ```
    /// use briefing_model::{Name, PrintedPurpose};
    ///
    /// assert_eq!(PrintedPurpose::Text(Name::new("Two projects")?).name().english(), "Two projects");
    /// # Ok::<(), briefing_model::InvalidName>(())
    /// ```
    #[must_use]
    pub const fn name(&self) -> &Name {
        match self {
            Self::Programme(Named { name, .. })
            | Self::Unit(Named { name, .. })
            | Self::Event(Named { name, .. })
            | Self::Fund(Named { name, .. })
            | Self::Text(name) => name,
        }
    }
}

/// One movement of the month.
///
/// ```
/// use briefing_model::{MovementKind, MovementLine, Name, Named, PrintedPurpose};
///
/// let programme = Named { id: "ct-travel".parse()?, name: Name::new("Countering Terrorist Travel Programme")? };
/// let germany = MovementLine {
///     entry: "P-1".parse()?,
///     contributor: Named::from("DEU".parse::<briefing_model::State>()?),
///     on_behalf_of: None,
///     purposes: vec![PrintedPurpose::Programme(programme)],
///     purpose_unknown: false,
///     kind: MovementKind::Pledge,
///     amount: Some("USD 92615".parse()?),
///     yearly: false,
///     original: None,
///     terms: None,
/// };
/// assert_eq!(germany.contributor.name.english(), "Germany");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementLine {
    /// The ledger entry of the movement.
    pub entry: EntryId,
    /// Who gives the money.
    pub contributor: Named<PartyRef>,
    /// Whose money it is, if the contributor passes it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Named<PartyRef>>,
    /// What the money is for, most specific first; empty if it is unearmarked or its purpose is unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<PrintedPurpose>,
    /// Whether there are no purposes because the purpose is unknown, and not because the money is unearmarked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub purpose_unknown: bool,
    /// The kind of movement.
    pub kind: MovementKind,
    /// By how much, in the currency of the totals if its worth in that is known; negative if less is promised or money
    /// went back. `None` if the terms before and after cannot be compared, or if it is not known how much of the
    /// promise stood or stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether the amount is that of one year of a pledge without an end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
    /// The amount in its own currency, if it was converted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Money>,
    /// How it is spread over time, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// What moved in the month, and its totals, each kind by itself.
///
/// ```
/// let none = briefing_model::MonthMovements::default();
/// assert!(none.lines.is_empty() && none.totals.is_empty() && none.late.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MonthMovements {
    /// The movements, in the order in which they took effect.
    pub lines: Vec<MovementLine>,
    /// One total for each sum and currency.
    pub totals: Vec<MovementTotal>,
    /// What counts since the previous issue and did not begin in the month; not part of the totals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<DatedMovement>,
    /// What earlier issues counted and the ledger has corrected since; not part of the totals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<CorrectedMovement>,
    /// What counts without being a movement, and was corrected or recorded since the previous issue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restated: Vec<Restatement>,
}

impl MonthMovements {
    /// The totals of the month's new pledges, gifts and allocations.
    pub(crate) fn newly_promised(&self) -> Result<Vec<MovementTotal>, LedgerError> {
        newly_promised(self.lines.iter().map(|line| (line.kind, line.yearly, line.amount)))
    }
}

impl MonthMovements {
    /// Whether there is nothing to say.
    ///
    /// ```
    /// assert!(briefing_model::MonthMovements::default().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.late.is_empty() && self.corrected.is_empty() && self.restated.is_empty()
    }
}

/// A movement of an earlier month, with the time at which it took effect.
///
/// ```
/// let line = r#"{"entry":"P-1","contributor":{"id":"DEU","name":"Germany"},"kind":"pledge"}"#;
/// let json = format!(r#"{{"effective":"2025-03-20","line":{line}}}"#);
/// let late: briefing_model::DatedMovement = serde_json::from_str(&json)?;
/// assert_eq!(late.effective.to_string(), "2025-03-20");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedMovement {
    /// When it took effect.
    pub effective: When,
    /// What moved.
    pub line: MovementLine,
}

/// A movement that earlier issues counted, and that the ledger has corrected since.
///
/// ```
/// let line = r#"{"entry":"P-1","contributor":{"id":"DEU","name":"Germany"},"kind":"pledge"}"#;
/// let json = format!(r#"{{"before":{{"effective":"2025-03-20","line":{line}}}}}"#);
/// let struck: briefing_model::CorrectedMovement = serde_json::from_str(&json)?;
/// assert_eq!(struck.after, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectedMovement {
    /// As earlier issues counted it.
    pub before: DatedMovement,
    /// As it is known now; `None` if it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<DatedMovement>,
    /// Whether it is a payment that now belongs to another pledge; the movements may then be equal otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reassigned: bool,
}

impl CorrectedMovement {
    /// The movement before the correction, and after it if it still counts.
    ///
    /// ```
    /// let line = r#"{"entry":"P-1","contributor":{"id":"DEU","name":"Germany"},"kind":"pledge"}"#;
    /// let json = format!(r#"{{"before":{{"effective":"2025-03-20","line":{line}}}}}"#);
    /// let struck: briefing_model::CorrectedMovement = serde_json::from_str(&json)?;
    /// assert_eq!(struck.both().count(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn both(&self) -> impl Iterator<Item = &DatedMovement> {
        std::iter::once(&self.before).chain(&self.after)
    }
}

/// What one contributor has pledged and paid since the beginning.
///
/// ```
/// use briefing_model::{ContributorFigures, Knowledge, Name, Named};
///
/// let fund = ContributorFigures {
///     contributor: Named { id: "peace-fund".parse()?, name: Name::new("Peace and Development Trust Fund")? },
///     pledged: Knowledge::Documented("USD 873120".parse()?),
///     received: Knowledge::Unknown,
///     allocation: true,
///     in_kind: false,
/// };
/// assert!(fund.allocation, "its bar has a note");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContributorFigures {
    /// The contributor.
    pub contributor: Named<PartyRef>,
    /// What it pledged, including allocations.
    pub pledged: Knowledge<Money>,
    /// What was received from it.
    pub received: Knowledge<Money>,
    /// Whether it gave by allocation, which does not make it a partner.
    pub allocation: bool,
    /// Whether it also gave in kind.
    pub in_kind: bool,
}

/// A contribution in kind, which no total of money includes.
///
/// ```
/// use briefing_model::{InKindGift, Name, Named};
///
/// let premises = InKindGift {
///     entry: "hun-in-kind".parse()?,
///     contributor: Named::from("HUN".parse::<briefing_model::State>()?),
///     on_behalf_of: None,
///     what: Some(Name::new("training rooms")?),
///     purposes: Vec::new(),
///     value: Some("USD 2000000".parse()?),
///     when: "2021/2024".parse()?,
/// };
/// assert_eq!(premises.contributor.name.english(), "Hungary");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InKindGift {
    /// The ledger entry of the gift.
    pub entry: EntryId,
    /// Who gave it.
    pub contributor: Named<PartyRef>,
    /// Whose gift it is, if the contributor passed it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Named<PartyRef>>,
    /// What was given, if the ledger says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Name>,
    /// What it is for, if the ledger says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<PrintedPurpose>,
    /// The value put on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// When it was given.
    pub when: When,
}

/// Money whose worth in the currency of the totals is not known, and which the totals therefore leave out.
///
/// ```
/// use briefing_model::{Named, State, Unvalued};
///
/// let (entry, contributor) = ("nld-2018".parse()?, Named::from("NLD".parse::<State>()?));
/// let amount = "EUR 2500000".parse()?;
/// let pledge = Unvalued { entry, contributor, on_behalf_of: None, amount, since_total: false };
/// assert_eq!(pledge.amount.to_string(), "EUR 2500000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unvalued {
    /// The ledger entry of the pledge, allocation or payment.
    pub entry: EntryId,
    /// Who promised or gave it.
    pub contributor: Named<PartyRef>,
    /// Whose money it is, if the contributor passes it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Named<PartyRef>>,
    /// The amount that the totals leave out, in its own currency.
    pub amount: Money,
    /// Whether it came after the day of a stated total, which therefore cannot include it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub since_total: bool,
}

/// Who recently became a funding partner, in the order of their codes.
///
/// A partner that had already been counted without a name is not new.
///
/// ```
/// use briefing_model::{Named, NewPartners};
///
/// let germany = Named::from("DEU".parse::<briefing_model::State>()?);
/// let new = NewPartners { month: vec![germany.clone()], year: vec![germany] };
/// assert_ne!(new, NewPartners::default());
/// # Ok::<(), briefing_model::InvalidState>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPartners {
    /// In the month of the issue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub month: Vec<Named<PartyRef>>,
    /// From the beginning of its year to the end of its month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub year: Vec<Named<PartyRef>>,
}

impl NewPartners {
    /// Whether nobody is new.
    ///
    /// ```
    /// assert!(briefing_model::NewPartners::default().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.month.is_empty() && self.year.is_empty()
    }
}

/// What had been pledged by the end of a day, since the beginning.
///
/// ```
/// use briefing_model::PledgedToDate;
///
/// let point = PledgedToDate { as_of: "2024-08-31".parse()?, period: None, pledged: "USD 386100000".parse()? };
/// assert_eq!(point.pledged.to_string(), "USD 386100000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PledgedToDate {
    /// The day; the last one if a month or a year was stated.
    pub as_of: Day,
    /// The month or year, if one was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<PartialDate>,
    /// What had been pledged by the end of that day.
    pub pledged: Money,
}

/// Pledges and contributions since the beginning.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerEntry, LedgerSettings, MonthPlan, Name, Office, OfficeData, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry])?;
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let briefing = Briefing::compile(&office, &ledger, &MonthPlan::new("2025-04".parse()?))?;
/// let contributions = briefing.contributions.ok_or("nothing pledged")?;
/// assert_eq!(contributions.partners.to_string(), "1");
/// assert!(contributions.received.is_unknown(), "no payment is on record");
/// assert_eq!(contributions.share, None, "no share of what is not known");
/// assert!(contributions.others.is_none(), "everybody is shown");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contributions {
    /// The day for which the figures hold.
    pub as_of: Day,
    /// The currency of the figures, even if none is known.
    pub currency: Currency,
    /// Pledged since the beginning.
    pub pledged: Knowledge<Money>,
    /// Received since the beginning.
    pub received: Knowledge<Money>,
    /// The number of funding partners.
    pub partners: Knowledge<u32>,
    /// The pledges documented since the day for which their total was stated, if that day is an earlier one. Empty if
    /// there are none. A total of zero means that pledges changed, but without an increase that can be stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pledged_since: Vec<MovementTotal>,
    /// The payments documented since then, gifts among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received_since: Vec<MovementTotal>,
    /// What was received as a share of what was pledged, without what came beyond pledges, in whole per cent. `None`
    /// unless both hold for the day of the figures, something was pledged, and a whole number expresses the share
    /// correctly; see [`Share::whole_per_cent`](crate::Share).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u16>,
    /// What was received on some pledges beyond their amounts, if that is known and not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus: Option<Money>,
    /// By how much payments in other currencies were worth more than the promises that they settle, negative if they
    /// were worth less; `None` unless that is known and not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Money>,
    /// Whether the figures include amounts in other currencies.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub converted: bool,
    /// Whether the pledged figure includes payments for which no pledge is on record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unpledged: bool,
    /// Who recently became a funding partner.
    #[serde(default, skip_serializing_if = "NewPartners::is_empty")]
    pub new_partners: NewPartners,
    /// How the pledges grew: the days for which the ledger holds a published total, and the day of the figures,
    /// earliest first. Three to eight points, or none if there are fewer.
    ///
    /// Other days are left out, because a ledger may not know when amounts that it holds only as a sum were pledged;
    /// the totals of those days could be too low.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<PledgedToDate>,
    /// How the figures compare with those of the previous issue, if the month at a glance shows this.
    #[serde(default, skip_serializing_if = "SinceLastIssue::is_empty")]
    pub since_last_issue: SinceLastIssue,
    /// How pledges over several years are counted.
    pub multi_year: MultiYear,
    /// The heading of the chart, if the office chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// The contributors shown, largest pledge first.
    pub contributors: Vec<ContributorFigures>,
    /// What the totals include beyond the contributors shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<OtherContributors>,
    /// Those who gave by allocation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allocations: Vec<Named<PartyRef>>,
    /// Contributions in kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_kind: Vec<InKindGift>,
    /// What the totals leave out because its worth is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unvalued: Vec<Unvalued>,
}

/// The figures compared with those of the previous issue, as that issue knew them. A figure is compared only if it was
/// known then and is known now. A whole is not compared with a sum of what is documented, nor are sums that leave out
/// different amounts.
///
/// ```
/// assert!(briefing_model::SinceLastIssue::default().is_empty(), "there is nothing to compare in a first issue");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SinceLastIssue {
    /// Pledged since the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pledged: Option<Compared<Money>>,
    /// Received since the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Compared<Money>>,
    /// The number of funding partners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<Compared<i64>>,
}

impl SinceLastIssue {
    /// Whether no figure is compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A figure compared with an earlier one.
///
/// ```
/// use briefing_model::Compared;
///
/// let more: Compared<i64> = Compared::Changed { by: 5, since: "2025-03".parse()? };
/// assert_eq!(serde_json::to_string(&more)?, r#"{"changed":{"by":5,"since":"2025-03"}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Compared_of_{T}"))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Compared<T> {
    /// The exact change is known.
    Changed {
        /// By how much: negative for a decrease.
        by: T,
        /// The end of the month, or the day, for which the earlier figure holds.
        since: PartialDate,
    },
    /// One of the two figures is rounded, so that their difference is not known; the earlier figure is given instead.
    Was {
        /// The earlier figure.
        value: T,
        /// The month or the day for which it holds.
        on: PartialDate,
    },
}

impl<T> Compared<T> {
    /// Converts the value, and keeps the date.
    ///
    /// ```
    /// use briefing_model::Compared;
    ///
    /// let changed = Compared::Changed { by: 5, since: "2024-03".parse()? };
    /// assert_eq!(changed.map(|by| format!("{by:+}")), Compared::Changed { by: "+5".to_owned(), since: "2024-03".parse()? });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Compared<U> {
        match self {
            Self::Changed { by, since } => Compared::Changed { by: of(by), since },
            Self::Was { value, on } => Compared::Was { value: of(value), on },
        }
    }

    /// The month or the day for which the earlier figure holds.
    ///
    /// ```
    /// use briefing_model::Compared;
    ///
    /// let was = Compared::Was { value: 42, on: "2024-03".parse()? };
    /// assert_eq!(was.date().to_string(), "2024-03");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn date(&self) -> PartialDate {
        match self {
            Self::Changed { since: date, .. } | Self::Was { on: date, .. } => *date,
        }
    }
}

impl Contributions {
    /// The greatest number of points in a history.
    ///
    /// ```
    /// assert_eq!(briefing_model::Contributions::MOST_POINTS, 8);
    /// ```
    pub const MOST_POINTS: usize = 8;
}

/// What there is beyond the contributors shown: of the totals, if they hold for the day of the figures; otherwise of
/// what is documented by name.
///
/// ```
/// use briefing_model::{Knowledge, OtherContributors};
///
/// let others =
///     OtherContributors { pledged: Knowledge::Known("USD 1000".parse()?), received: Knowledge::Unknown, partners: 3 };
/// assert_eq!(others.partners, 3);
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherContributors {
    /// What they pledged: known or documented, unless there is nothing.
    pub pledged: Knowledge<Money>,
    /// What was received from them: known or documented, unless there is nothing.
    pub received: Knowledge<Money>,
    /// The number of partners among them that nothing in the section names.
    pub partners: u32,
}
