//! The briefing: everything one issue prints, and nothing that it does not.

mod code;
mod compile;
mod fault;
mod structure;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::code::BriefingCode;
pub use self::fault::{CompileFault, InvalidBriefing, Subject};
pub use self::structure::{BoardSummary, BodySummary, OrganizationChart, OrganizationNode, ProgrammeOffice};

use crate::{
    EventId, FactName, FactValue, Link, Money, Month, MultiYear, Name, OfficeId, Picture, Pillar, RichText,
    SectionKind, Theme, UnitId, When,
};

/// What one issue says of its office.
///
/// ```
/// let masthead: briefing_model::Masthead = serde_json::from_str(r#"{"id":"unoct","name":"Office"}"#)?;
/// assert!(masthead.disclaimer.is_none());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Masthead {
    /// The office's identifier; file names begin with it.
    pub id: OfficeId,
    /// Its name.
    pub name: Name,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// Its place on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Link>,
    /// A line printed on every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclaimer: Option<RichText>,
}

/// An item as it is printed.
///
/// ```
/// let item: briefing_model::Item =
///     serde_json::from_str(r#"{"id":"votan","when":"2025-04-02, 2025-04-09","text":"A **launch**."}"#)?;
/// assert_eq!(item.text.plain(), "A launch.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The event it reports.
    pub id: EventId,
    /// When that took place.
    pub when: When,
    /// What is said of it.
    pub text: RichText,
    /// The picture printed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// The items of one unit.
///
/// ```
/// let json = r#"{"unit":"uncct","name":"Centre","items":[{"id":"votan","when":"2025-04","text":"A launch."}]}"#;
/// let unit: briefing_model::UnitItems = serde_json::from_str(json)?;
/// assert_eq!(unit.items.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitItems {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: Name,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// Its items; at least one.
    pub items: Vec<Item>,
}

/// The mandate as one issue prints it.
///
/// ```
/// let mandate = briefing_model::MandateText { intro: None, entities: Some(46) };
/// assert_eq!(serde_json::to_string(&mandate)?, r#"{"entities":46}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateText {
    /// The sentence before the five functions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<RichText>,
    /// The count of entities that the second function states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entities: Option<u16>,
}

/// One new pledge of the month.
///
/// ```
/// use briefing_model::{Name, PledgeLine};
///
/// let germany = PledgeLine {
///     contributor: Name::from("DEU".parse::<briefing_model::State>()?),
///     purposes: vec![Name::new("Countering Terrorist Travel Programme")?],
///     amount: "USD 92615".parse()?,
/// };
/// assert_eq!(germany.contributor.english(), "Germany");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgeLine {
    /// Who pledged.
    pub contributor: Name,
    /// What for, most specific first; empty when unearmarked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Name>,
    /// How much.
    pub amount: Money,
}

/// The new pledges of the month, and what they add up to in each currency.
///
/// ```
/// let none = briefing_model::RecentPledges::default();
/// assert!(none.lines.is_empty() && none.totals.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecentPledges {
    /// The pledges, in the order in which they took effect.
    pub lines: Vec<PledgeLine>,
    /// One total for each currency, in alphabetical order of currency.
    pub totals: Vec<Money>,
}

/// What one contributor has pledged and paid since the beginning.
///
/// ```
/// use briefing_model::{ContributorFigures, Name};
///
/// let fund = ContributorFigures {
///     name: Name::new("Peace and Development Trust Fund")?,
///     pledged: "USD 873120".parse()?,
///     received: "USD 0".parse()?,
///     allocation: true,
///     in_kind: false,
/// };
/// assert!(fund.allocation, "its bar has a note");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributorFigures {
    /// Who.
    pub name: Name,
    /// Pledged, allocations included.
    pub pledged: Money,
    /// Received.
    pub received: Money,
    /// Whether money reached the office as an allocation, which makes nobody a partner.
    pub allocation: bool,
    /// Whether it also gave in kind.
    pub in_kind: bool,
}

/// A contribution in kind, which stands outside every total of money.
///
/// ```
/// use briefing_model::{InKindGift, Name};
///
/// let premises = InKindGift {
///     contributor: Name::from("HUN".parse::<briefing_model::State>()?),
///     value: Some("USD 2000000".parse()?),
///     when: "2021/2024".parse()?,
/// };
/// assert_eq!(premises.contributor.english(), "Hungary");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InKindGift {
    /// Who gave it.
    pub contributor: Name,
    /// What it was valued at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// When it was given.
    pub when: When,
}

/// Money whose worth in the currency of the totals is not known, and which they therefore leave out.
///
/// ```
/// use briefing_model::{Name, Unvalued};
///
/// let pledge = Unvalued { contributor: Name::new("A State")?, amount: "EUR 2500000".parse()? };
/// assert_eq!(pledge.amount.to_string(), "EUR 2500000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unvalued {
    /// Who promised or gave it.
    pub contributor: Name,
    /// How much the totals leave out, in its own currency.
    pub amount: Money,
}

/// Pledges and contributions since the beginning.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerEntry, LedgerSettings, MonthPlan, Name, Office, OfficeData, Pledge};
///
/// let pledge = Pledge::new("DEU".parse()?, "USD 92615".parse()?);
/// let entry = LedgerEntry::new("P-1".parse()?, "2025-04".parse()?, "2025-04-30".parse()?, pledge);
/// let ledger = Ledger::new(LedgerSettings::default(), vec![entry]).map_err(|faults| faults[0].clone())?;
/// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
/// let briefing = Briefing::compile(&office, &ledger, &MonthPlan::new("2025-04".parse()?))?;
/// let contributions = briefing.contributions.ok_or("nothing pledged")?;
/// assert_eq!((contributions.partners, contributions.share), (1, Some(0)));
/// assert!(contributions.others.is_none(), "everybody is shown");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contributions {
    /// The day the figures hold for.
    pub as_of: NaiveDate,
    /// Pledged since the beginning.
    pub pledged: Money,
    /// Received since the beginning.
    pub received: Money,
    /// The number of funding partners.
    pub partners: u32,
    /// Received as a share of pledged in whole per cent, halves up; none while nothing is pledged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u16>,
    /// How pledges over several years are counted.
    pub multi_year: MultiYear,
    /// The heading of the chart, where the office chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// The contributors shown, largest pledge first.
    pub contributors: Vec<ContributorFigures>,
    /// What the totals hold beyond the contributors shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<OtherContributors>,
    /// Those whose money reached the office as an allocation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allocations: Vec<Name>,
    /// Contributions in kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_kind: Vec<InKindGift>,
    /// What the totals leave out because its value is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unvalued: Vec<Unvalued>,
}

/// What the totals hold beyond the contributors that are shown.
///
/// ```
/// use briefing_model::OtherContributors;
///
/// let others = OtherContributors { pledged: "USD 1000".parse()?, received: "USD 700".parse()?, partners: 3 };
/// assert_eq!(others.partners, 3);
/// # Ok::<(), briefing_model::InvalidMoney>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherContributors {
    /// Pledged.
    pub pledged: Money,
    /// Received.
    pub received: Money,
    /// The number of partners among them.
    pub partners: u32,
}

/// One issue of the monthly briefing, self-contained: [`Briefing::compile`] makes it.
///
/// Names and figures stand resolved; nothing refers back to the office or its ledger. Texts keep their facts by name,
/// with the values in [`facts`](Self::facts), because how a figure is written depends on the language.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData};
///
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.about = vec!["Known to {standing.partners} partners.".parse()?];
/// let ledger = Ledger::new(LedgerSettings::default(), vec![]).map_err(|faults| faults[0].clone())?;
/// let briefing = Briefing::compile(&Office::new(data)?, &ledger, &MonthPlan::new("2025-04".parse()?))?;
/// assert_eq!(briefing.facts.len(), 1, "the texts name their facts, and here are the values");
/// assert_eq!(serde_json::from_str::<Briefing>(&serde_json::to_string(&briefing)?)?, briefing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Briefing {
    /// The office it comes from.
    pub office: Masthead,
    /// The month.
    pub month: Month,
    /// The day it is dated.
    pub issued: NaiveDate,
    /// The last day whose knowledge its figures rest on.
    pub cutoff: NaiveDate,
    /// Its colours and paper.
    pub theme: Theme,
    /// The sections it prints, in order: those that have something to say.
    pub sections: Vec<SectionKind>,
    /// What the office is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RichText>,
    /// The mandate.
    #[serde(default)]
    pub mandate: MandateText,
    /// What the head of the office led.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leadership: Vec<Item>,
    /// What stood out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<Item>,
    /// Capacity-building by unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capacity_building: Vec<UnitItems>,
    /// The organization chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub structure: Option<OrganizationChart>,
    /// The month's new pledges.
    #[serde(default)]
    pub recent_pledges: RecentPledges,
    /// Pledges and contributions since the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Contributions>,
    /// The pillars of the Strategy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<Pillar>,
    /// The values of the facts its texts use.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<FactName, FactValue>,
}

impl Briefing {
    /// All items, in the order they print within their sections.
    ///
    /// ```
    /// # let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    /// #     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
    /// #     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."}]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.items().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["votan"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.leadership.iter().chain(&self.highlights).chain(self.capacity_building.iter().flat_map(|unit| &unit.items))
    }

    /// Every text it prints that somebody wrote, facts still by name.
    ///
    /// ```
    /// # let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    /// #     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["about"],"about":["An **office**."]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.texts().map(|text| text.plain()).collect::<Vec<_>>(), ["An office."]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn texts(&self) -> impl Iterator<Item = &RichText> {
        let captions = self.pictures().filter_map(|picture| picture.caption.as_ref());
        let items = self.items().map(|item| &item.text);
        let office = self.office.disclaimer.iter().chain(&self.about).chain(&self.mandate.intro);
        office.chain(items).chain(captions)
    }

    /// Every picture it prints.
    ///
    /// ```
    /// # let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    /// #     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
    /// #     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."}]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.pictures().count(), 0);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.items().filter_map(|item| item.picture.as_ref())
    }
}
