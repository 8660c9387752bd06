//! The briefing: everything that one issue prints, and nothing else.

mod check;
mod compile;
mod contributions;
mod existing;
mod fault;
mod items;
mod limits;
mod names;
mod restated;
mod rules;
mod structure;

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

pub use self::contributions::{
    Compared, Contributions, ContributorFigures, CorrectedMovement, DatedMovement, InKindGift, MonthMovements,
    MovementLine, NewPartners, OtherContributors, PledgedToDate, PrintedPurpose, SinceLastIssue, Unvalued,
};
pub use self::fault::InvalidBriefing;
pub use self::items::{Item, ItemPlace, Named, PartOf};
pub use self::limits::BriefingLimit;
pub use self::restated::{RestatedFigures, RestatedOf, Restatement};
pub use self::structure::{
    BoardSummary, BodySummary, ChartedProgramme, OrganizationChart, OrganizationNode, ProgrammeOffice,
};

use crate::{
    Colophon, Day, EventId, FactName, FactValue, IssueCorrection, ItemDetail, Link, Month, Name, OfficeId, Picture,
    Pillar, RichText, SectionKind, TextKey, Theme, Titles, UnitId, whole_word,
};

/// What one issue says about its office.
///
/// ```
/// let masthead: briefing_model::Masthead = serde_json::from_str(r#"{"id":"unoct","name":"Office"}"#)?;
/// assert!(masthead.disclaimer.is_none());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Masthead {
    /// The office's identifier; file names begin with it.
    pub id: OfficeId,
    /// Its name.
    pub name: Name,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Link>,
    /// A line printed on every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclaimer: Option<RichText>,
}

/// An acronym and its full form.
///
/// ```
/// let acronym: briefing_model::Acronym = serde_json::from_str(r#"{"acronym":"EU","name":"European Union"}"#)?;
/// assert!(acronym.is_used_in("invited by the EU."));
/// assert!(!acronym.is_used_in("EUROPOL"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acronym {
    /// The acronym, in each language that has one.
    pub acronym: Name,
    /// Its full form.
    pub name: Name,
}

impl Acronym {
    /// The name by which translations refer to it: letters, digits, hyphens and underscores, with a hyphen for any
    /// other character.
    ///
    /// ```
    /// let acronym: briefing_model::Acronym = serde_json::from_str(r#"{"acronym":"R&D","name":"research and development"}"#)?;
    /// assert_eq!(acronym.key(), "R-D");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        self.acronym.english().chars().map(|letter| if plain(letter) { letter } else { '-' }).collect()
    }

    /// Whether a text contains it in some language, as a word of its own, whatever spaces it is written with.
    #[must_use]
    pub fn is_used_in(&self, text: &str) -> bool {
        let is_there = |word: &str| whole_word(text, word).is_some();
        self.acronym
            .iter()
            .any(|(_, word)| is_there(word) || (word.contains(' ') && is_there(&word.replace(' ', "\u{a0}"))))
    }
}

/// The items of one unit.
///
/// ```
/// let json = r#"{"unit":"uncct","name":"Centre","items":[{"id":"votan","when":"2025-04","text":"A launch."}]}"#;
/// let unit: briefing_model::UnitItems = serde_json::from_str(json)?;
/// assert_eq!(unit.items.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
/// let mandate = briefing_model::MandateText { entities: Some(46), ..Default::default() };
/// assert_eq!(serde_json::to_string(&mandate)?, r#"{"entities":46}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateText {
    /// The sentence before the five functions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<RichText>,
    /// The count of entities that the second function states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entities: Option<u16>,
    /// Whether the body whose entities the second function names did not yet exist in the month; the function then
    /// reads as the General Assembly worded it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_body: bool,
}

/// One issue of the monthly briefing, self-contained; made by [`Briefing::compile`].
///
/// Names and figures are resolved: nothing refers back to the office or its ledger. Texts keep their facts by name,
/// with the values in [`facts`](Self::facts), because how a figure is written depends on the language.
///
/// ```
/// use briefing_model::{Briefing, Ledger, LedgerSettings, MonthPlan, Name, Office, OfficeData};
///
/// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
/// data.about = vec!["Known as {office.name}.".parse()?];
/// let ledger = Ledger::new(LedgerSettings::default(), vec![])?;
/// let briefing = Briefing::compile(&Office::new(data)?, &ledger, &MonthPlan::new("2025-04".parse()?))?;
/// assert_eq!(briefing.facts.len(), 1, "the texts name their facts, and here are the values");
/// assert_eq!(serde_json::from_str::<Briefing>(&serde_json::to_string(&briefing)?)?, briefing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[record(read_unchecked)]
pub struct Briefing {
    /// The office that publishes it.
    pub office: Masthead,
    /// The month.
    pub month: Month,
    /// The date it bears.
    pub issued: Day,
    /// The last day whose ledger rows its figures take into account.
    pub cutoff: Day,
    /// The item that leads the issue, which has a title and a picture. It is printed before the sections, and not in
    /// its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<EventId>,
    /// Its colours and paper.
    pub theme: Theme,
    /// How readers reach the office.
    #[serde(default, skip_serializing_if = "Colophon::is_empty")]
    pub colophon: Colophon,
    /// The office's names for the issue and for the sections that it prints.
    #[serde(default, skip_serializing_if = "Titles::is_empty")]
    pub titles: Titles,
    /// The office's emblem, without caption or credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emblem: Option<Picture>,
    /// The day on which the next issue is to go out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_issue: Option<Day>,
    /// The sections that it prints, in order: those that have content.
    pub sections: Vec<SectionKind>,
    /// What the office is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RichText>,
    /// The mandate.
    #[serde(default)]
    pub mandate: MandateText,
    /// What the line under each item says, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_line: Vec<ItemDetail>,
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
    /// What moved in the month.
    #[serde(default)]
    pub movements: MonthMovements,
    /// Pledges and contributions since the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Contributions>,
    /// The pillars of the Strategy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<Pillar>,
    /// Corrections made to it since it first went out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<IssueCorrection>,
    /// The office's own wordings of functions and pillars, for languages of its texts in which there is no official
    /// one; see [`wording_of`](Self::wording_of).
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub wordings: BTreeMap<TextKey, RichText>,
    /// The key under which a text of the office is translated, if the issue does not print the first text of its kind:
    /// when it prints only the second of three paragraphs about the office, that is `office.about.1` here and
    /// `office.about.2` in the office's file.
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub source_keys: BTreeMap<TextKey, TextKey>,
    /// The full forms of the acronyms that its texts and names use, for those who listen to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<Acronym>,
    /// The values of the facts that its texts use.
    #[serde(default, deserialize_with = "crate::object::unique_keys", skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<FactName, FactValue>,
}

impl<'de> Deserialize<'de> for Briefing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        UncheckedBriefing::deserialize(deserializer)?.checked().map_err(D::Error::custom)
    }
}

/// A briefing as it was read, not yet checked for consistency.
///
/// ```
/// use briefing_model::UncheckedBriefing;
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["about"]}"##;
/// let read: UncheckedBriefing = serde_json::from_str(json)?;
/// let error = read.checked().unwrap_err();
/// assert_eq!(error.to_string(), "M0125 at `briefing.sections[0]`: the section `about` is printed and has nothing to say");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct UncheckedBriefing(Briefing);

impl<'de> Deserialize<'de> for UncheckedBriefing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_unchecked(deserializer).map(Self)
    }
}

impl UncheckedBriefing {
    /// Returns the briefing, if it is consistent.
    ///
    /// # Errors
    ///
    /// As for [`Briefing::check`].
    pub fn checked(self) -> Result<Briefing, InvalidBriefing> {
        self.0.check()?;
        Ok(self.0)
    }
}

impl Briefing {
    /// All items, in the order in which they print within their sections.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
    ///     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."}]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.items().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["votan"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.leadership.iter().chain(&self.highlights).chain(self.capacity_building.iter().flat_map(|unit| &unit.items))
    }

    /// How many items [`SectionKind::Glance`] shows side by side. Three or fewer are seen at a glance without it; more
    /// than a page of them are not, even with it.
    ///
    /// ```
    /// use briefing_model::Briefing;
    ///
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let briefing: Briefing = serde_json::from_str(json)?;
    /// assert!(!Briefing::AT_A_GLANCE.contains(&briefing.items().count()), "too few for a calendar");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const AT_A_GLANCE: std::ops::RangeInclusive<usize> = 4..=36;

    /// Every written text that it prints, with facts still by name.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["about"],"about":["An **office**."]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.texts().map(|text| text.plain()).collect::<Vec<_>>(), ["An office."]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn texts(&self) -> impl Iterator<Item = &RichText> {
        let captions = self.pictures().filter_map(|picture| picture.caption.as_ref());
        let items = self.items().map(|item| &item.text);
        let office = self.office.disclaimer.iter().chain(&self.about).chain(&self.mandate.intro);
        let corrections = self.corrections.iter().map(|correction| &correction.what);
        office.chain(self.wordings.values()).chain(corrections).chain(items).chain(captions)
    }

    /// The same texts, mutably.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["about"],"about":["An **office**."]}"##;
    /// let mut briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// briefing.texts_mut().for_each(|text| *text = Default::default());
    /// assert!(briefing.about[0].is_blank());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut RichText> {
        let Self { office, about, mandate, wordings, corrections, leadership, highlights, capacity_building, .. } =
            self;
        fn of_item(Item { text, picture, .. }: &mut Item) -> impl Iterator<Item = &mut RichText> {
            std::iter::once(text).chain(picture.iter_mut().filter_map(|picture| picture.caption.as_mut()))
        }
        let units = capacity_building.iter_mut().flat_map(|unit| &mut unit.items);
        let items = leadership.iter_mut().chain(highlights).chain(units).flat_map(of_item);
        let corrections = corrections.iter_mut().map(|correction| &mut correction.what);
        let office = office.disclaimer.iter_mut().chain(about).chain(&mut mandate.intro);
        office.chain(wordings.values_mut()).chain(corrections).chain(items)
    }

    /// Every name that it prints, in the order of its fields, those of facts last; then the full forms that are read
    /// aloud in place of acronyms.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.names().iter().map(|name| name.english()).collect::<Vec<_>>(), ["Office"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn names(&self) -> Vec<&Name> {
        names::of(self)
    }

    /// Every picture it prints.
    ///
    /// ```
    /// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
    ///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["highlights"],
    ///     "highlights":[{"id":"votan","when":"2025-04","text":"A launch."}]}"##;
    /// let briefing: briefing_model::Briefing = serde_json::from_str(json)?;
    /// assert_eq!(briefing.pictures().count(), 0);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.emblem.iter().chain(self.items().filter_map(|item| item.picture.as_ref()))
    }
}
