//! Programmes and the initiatives under them.

use briefing_derive::Record;
use serde::Serialize;

use crate::unit::{begun_by, maybe_by, not_over, surely_by};
use crate::{Day, FormerName, MandateFunction, Name, PartialDate, PartyRef, Pillar, ProgrammeId, UnitId};

/// A named effort within a programme, such as a further phase.
///
/// ```
/// use briefing_model::{Initiative, Name};
///
/// let initiative = Initiative { name: Name::new("CT TECH+")?, since: Some("2025".parse()?), until: None, chart: true };
/// assert!(!initiative.runs_on("2024-12-31".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Its name.
    pub name: Name,
    /// When it began to exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// When it ceased to exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Whether the organization chart names it beside its programme.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chart: bool,
}

impl Initiative {
    /// Whether it is certain to run on a day. A date that is not known does not exclude it.
    ///
    /// ```
    /// use briefing_model::{Initiative, Name};
    ///
    /// let (since, until) = (Some("2023".parse()?), Some("2024".parse()?));
    /// let phase = Initiative { name: Name::new("CT TECH")?, since, until, chart: false };
    /// assert!(phase.runs_on("2024-12-31".parse()?));
    /// assert!(!phase.runs_on("2025-01-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn runs_on(&self, day: Day) -> bool {
        begun_by(self.since, day) && not_over(self.until, day)
    }
}

/// A programme of the office.
///
/// It is run by any number of units: none (it belongs to the office as a whole), one, or several.
/// [`Office::new`](crate::Office::new) checks that they exist, and that the programme did not close before its launch.
///
/// ```
/// use briefing_model::{Name, Programme};
///
/// let mut programme = Programme::new("ct-travel".parse()?, Name::new("Countering Terrorist Travel Programme")?);
/// programme.units.push("spib".parse()?);
/// assert!(programme.closed.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// The programme's identifier, unique in its office.
    pub id: ProgrammeId,
    /// Its full name.
    pub name: Name,
    /// Its name where space is short, as in the organization chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// The units that run it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The parties that run it together with the office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartyRef>,
    /// Named efforts within it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Initiative>,
    /// When it was launched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launched: Option<PartialDate>,
    /// The date from which it is known to run, if its launch is not known; earlier issues leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_since: Option<PartialDate>,
    /// When it was closed; contributions may not be earmarked for it after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<PartialDate>,
    /// The mandate functions it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<MandateFunction>,
    /// The pillars of the Strategy it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pillars: Vec<Pillar>,
    /// Its former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
}

impl Programme {
    /// Creates a programme of which nothing but the name is known.
    ///
    /// ```
    /// use briefing_model::{Name, Programme};
    ///
    /// let programme = Programme::new("cyber".parse()?, Name::new("Cybersecurity and New Technologies")?);
    /// assert!(programme.units.is_empty(), "it belongs to the office as a whole");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(id: ProgrammeId, name: Name) -> Self {
        Self {
            id,
            name,
            short: None,
            acronym: None,
            units: Vec::new(),
            partners: Vec::new(),
            initiatives: Vec::new(),
            launched: None,
            known_since: None,
            closed: None,
            functions: Vec::new(),
            pillars: Vec::new(),
            formerly: Vec::new(),
        }
    }

    /// The name to print where space is short.
    ///
    /// ```
    /// use briefing_model::{Name, Programme};
    ///
    /// let programme = Programme::new("prr".parse()?, Name::new("Prosecution, Rehabilitation and Reintegration")?);
    /// assert_eq!(programme.short_name(), &programme.name);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn short_name(&self) -> &Name {
        self.short.as_ref().unwrap_or(&self.name)
    }
    /// The name on a day; see [`FormerName::on`].
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, Programme};
    ///
    /// let mut programme = Programme::new("sport".parse()?, Name::new("Global Programme on Sport")?);
    /// programme.formerly = vec![FormerName { name: Name::new("Sport Security")?, acronym: None, until: "2020".parse()? }];
    /// assert_eq!(programme.name_on("2020-12-31".parse()?).english(), "Sport Security");
    /// assert_eq!(programme.name_on("2021-01-01".parse()?), &programme.name);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name_on(&self, day: Day) -> &Name {
        FormerName::on(day, &self.name, &self.formerly)
    }

    /// The name to print on a day where space is short; only the present name has a short form.
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, Programme};
    ///
    /// let mut programme = Programme::new("sport".parse()?, Name::new("Global Programme on Sport")?);
    /// programme.short = Some(Name::new("Sport")?);
    /// programme.formerly = vec![FormerName { name: Name::new("Sport Security")?, acronym: None, until: "2020".parse()? }];
    /// assert_eq!(programme.short_name_on("2020-12-31".parse()?).english(), "Sport Security");
    /// assert_eq!(programme.short_name_on("2021-01-01".parse()?).english(), "Sport");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn short_name_on(&self, day: Day) -> &Name {
        let name = self.name_on(day);
        if *name == self.name { self.short_name() } else { name }
    }

    /// The date from which issues show it: its launch, otherwise the date from which it is known.
    ///
    /// ```
    /// use briefing_model::{Name, Programme};
    ///
    /// let mut programme = Programme::new("cyber".parse()?, Name::new("Cybersecurity")?);
    /// programme.known_since = Some("2022-01".parse()?);
    /// assert_eq!(programme.shown_from(), programme.known_since);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shown_from(&self) -> Option<PartialDate> {
        self.launched.or(self.known_since)
    }

    /// Whether it is certain to run on a day: one of the dates that say so has passed, and it has not closed. A date
    /// that is not known does not exclude it.
    ///
    /// ```
    /// use briefing_model::{Name, Programme};
    ///
    /// let mut programme = Programme::new("sport".parse()?, Name::new("Sport")?);
    /// programme.launched = Some("2020-02".parse()?);
    /// assert!(!programme.runs_on("2020-01-31".parse()?));
    /// assert!(!programme.runs_on("2020-02-28".parse()?), "known to the month, it is certain on the month's last day");
    /// assert!(programme.runs_on("2020-02-29".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn runs_on(&self, day: Day) -> bool {
        self.may_run_on(day) && surely_by(&[self.launched, self.known_since], day)
    }

    /// Whether nothing excludes that the programme runs on a day.
    pub(crate) fn may_run_on(&self, day: Day) -> bool {
        maybe_by(self.launched, day) && not_over(self.closed, day)
    }
}
