//! Coordination bodies, such as the Compact.

use briefing_derive::Record;
use serde::Serialize;

use crate::unit::{begun_by, maybe_by, surely_by};
use crate::{BodyId, Day, Name, PartialDate, PartyRef, terms};

/// The number of entities that a coordination body brings together from a date on.
///
/// ```
/// use briefing_model::EntityCount;
///
/// let count = EntityCount { on: "2023-05-24".parse()?, count: 46 };
/// assert_eq!(count.count, 46);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntityCount {
    /// The date from which the count holds.
    pub on: PartialDate,
    /// The number of entities.
    pub count: u16,
}

/// A dated step in the life of a coordination body.
///
/// ```
/// use briefing_model::{Milestone, Name};
///
/// let signed = Milestone { what: Name::new("Signed")?, on: "2018-02-23".parse()? };
/// assert_eq!(signed.on.to_string(), "2018-02-23");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What happened.
    pub what: Name,
    /// When it happened.
    pub on: PartialDate,
}

/// The committee that steers a coordination body.
///
/// ```
/// use briefing_model::{Committee, Name};
///
/// let committee = Committee { name: Name::new("Coordination Committee")?, since: None, chair: None };
/// assert!(committee.chair.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Committee {
    /// Its name.
    pub name: Name,
    /// When it began to steer the body; if absent, since the body began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// The title of its chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Name>,
}

/// The working groups of a coordination body: their number, and the names that are known.
///
/// ```
/// use briefing_model::WorkingGroups;
///
/// let groups = WorkingGroups { count: 8, since: None, revitalized: Some("2019-04".parse()?), named: vec![] };
/// assert!(groups.exist_on("2019-04-30".parse()?));
/// assert!(!groups.exist_on("2018-06-30".parse()?), "the count is that of the present groups");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkingGroups {
    /// How many there are.
    pub count: u16,
    /// When the present number was reached; if absent, when the groups were last given new terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// When they were last given new terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revitalized: Option<PartialDate>,
    /// The known names; at most [`count`](Self::count).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<Name>,
}

impl WorkingGroups {
    /// Whether the groups, in the stated number, are certain to have existed on a day. A date that is not known does
    /// not exclude them.
    ///
    /// ```
    /// use briefing_model::WorkingGroups;
    ///
    /// let mut groups = WorkingGroups { count: 8, since: None, revitalized: None, named: vec![] };
    /// assert!(groups.exist_on("2018-06-30".parse()?));
    /// groups.since = Some("2019".parse()?);
    /// assert!(!groups.exist_on("2018-06-30".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exist_on(&self, day: Day) -> bool {
        begun_by(self.since.or(self.revitalized), day)
    }
}

/// A body that brings entities together without being a unit of the office,
/// such as the United Nations Global Counter-Terrorism Coordination Compact.
///
/// Counts of entities are in order of their dates, and no more entities or working groups are named than counted:
/// [`Office::new`](crate::Office::new) checks both.
///
/// ```
/// use briefing_model::{CoordinationBody, EntityCount, Name};
///
/// let mut compact = CoordinationBody::new("compact".parse()?, Name::new("Coordination Compact")?);
/// compact.entities.push(EntityCount { on: "2018-02-23".parse()?, count: 38 });
/// compact.entities.push(EntityCount { on: "2023-05-24".parse()?, count: 46 });
/// assert_eq!(compact.entities_on("2019-01-01".parse()?), Some(38));
/// assert_eq!(compact.entities_on("2025-04-30".parse()?), Some(46));
/// assert_eq!(compact.entities_on("2017-01-01".parse()?), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoordinationBody {
    /// The body's identifier, unique in its office.
    pub id: BodyId,
    /// Its full name.
    pub name: Name,
    /// Its name where space is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// When it began to exist, if before its launch: for instance when it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// When it was launched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launched: Option<PartialDate>,
    /// The date from which it is known to exist, if neither of the other two is known; earlier issues leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_since: Option<PartialDate>,
    /// Dated steps in its life: agreed, signed, committee inaugurated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// The numbers of entities that it brings together, each from its date on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<EntityCount>,
    /// The entities that are known by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_entities: Vec<PartyRef>,
    /// The committee that steers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<Committee>,
    /// Its working groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_groups: Option<WorkingGroups>,
    /// Who pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funder: Option<PartyRef>,
}

impl CoordinationBody {
    /// Creates a body of which nothing but the name is known.
    ///
    /// ```
    /// use briefing_model::{CoordinationBody, Name};
    ///
    /// let body = CoordinationBody::new("compact".parse()?, Name::new("Coordination Compact")?);
    /// assert!(body.entities.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(id: BodyId, name: Name) -> Self {
        Self {
            id,
            name,
            short: None,
            acronym: None,
            since: None,
            launched: None,
            known_since: None,
            milestones: Vec::new(),
            entities: Vec::new(),
            named_entities: Vec::new(),
            committee: None,
            working_groups: None,
            funder: None,
        }
    }

    /// How many entities the body brings together on a day: the last count that had begun by then. `None` if it is not
    /// certain that the last one had, because its date is known only to the month or the year.
    ///
    /// ```
    /// use briefing_model::{CoordinationBody, EntityCount, Name};
    ///
    /// let mut compact = CoordinationBody::new("compact".parse()?, Name::new("Coordination Compact")?);
    /// compact.entities.push(EntityCount { on: "2023".parse()?, count: 46 });
    /// assert_eq!(compact.entities_on("2023-11-30".parse()?), None, "it may have become so later in the year");
    /// assert_eq!(compact.entities_on("2023-12-31".parse()?), Some(46));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn entities_on(&self, day: Day) -> Option<u16> {
        self.entities
            .iter()
            .filter(|count| count.on.first_day() <= day)
            .max_by_key(|count| count.on.first_day())
            .filter(|count| count.on.last_day() <= day)
            .map(|count| count.count)
    }

    /// Whether it is the Compact that the official wording of the second function names: whether its full English name
    /// ends in "Compact" and has only words of the official name. The short name is not considered: any body may be
    /// called "Compact".
    pub(crate) fn is_compact(&self) -> bool {
        let official = |word: &str| terms::COMPACT.english().split(' ').any(|known| known == word) || word == "UN";
        let words = || self.name.english().split(' ');
        words().next_back() == Some("Compact") && words().all(official)
    }

    /// The date from which issues show it: when it began to exist, otherwise its launch, otherwise the date from which
    /// it is known.
    ///
    /// ```
    /// use briefing_model::{CoordinationBody, Name};
    ///
    /// let mut compact = CoordinationBody::new("compact".parse()?, Name::new("Coordination Compact")?);
    /// compact.launched = Some("2018-12-06".parse()?);
    /// compact.since = Some("2018-02-23".parse()?);
    /// assert_eq!(compact.shown_from(), compact.since);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shown_from(&self) -> Option<PartialDate> {
        self.since.or(self.launched).or(self.known_since)
    }

    /// Whether the body is certain to have existed on a day. A date that is not known does not exclude it.
    ///
    /// ```
    /// use briefing_model::{CoordinationBody, Name};
    ///
    /// let mut compact = CoordinationBody::new("compact".parse()?, Name::new("Coordination Compact")?);
    /// compact.launched = Some("2018-12-06".parse()?);
    /// assert!(!compact.exists_on("2018-11-30".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exists_on(&self, day: Day) -> bool {
        self.may_exist_on(day) && surely_by(&[self.since, self.launched, self.known_since], day)
    }

    /// Whether nothing excludes the body's existence on a day.
    pub(crate) fn may_exist_on(&self, day: Day) -> bool {
        maybe_by(self.since.or(self.launched), day)
    }
}
