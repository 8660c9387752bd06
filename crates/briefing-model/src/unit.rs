//! Organizational units.

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

use crate::textual::words;
use crate::{Day, FormerName, Link, Money, Name, PartialDate, PartyRef, Place, Resolution, UnitId};

/// The kind of an organizational unit.
///
/// ```
/// use briefing_model::UnitKind;
///
/// assert_eq!(serde_json::to_string(&UnitKind::ProgrammeOffice)?, "\"programme-office\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// An office within the office, such as that of its head.
    Office,
    /// A centre, such as the United Nations Counter-Terrorism Centre.
    Centre,
    /// A branch, such as the Special Projects and Innovation Branch.
    Branch,
    /// A section, such as the Human Rights and Gender Section.
    Section,
    /// An office away from headquarters that runs programmes where they are needed.
    ProgrammeOffice,
    /// A facility, such as one that holds joint funding.
    Facility,
}

words!(
    UnitKind, "a kind of unit",
    Office "office", Centre "centre", Branch "branch", Section "section", ProgrammeOffice "programme-office",
    Facility "facility",
);

/// The contribution that established a unit.
///
/// ```
/// use briefing_model::{FoundingContribution, Money, PartialDate};
///
/// let founding = FoundingContribution {
///     contributor: "SAU".parse()?,
///     amount: Some("USD 10000000".parse()?),
///     when: "2011".parse()?,
///     basis: None,
/// };
/// assert_eq!(founding.when.to_string(), "2011");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundingContribution {
    /// Who gave it.
    pub contributor: PartyRef,
    /// How much, if it is known; above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When, as precisely as is known.
    pub when: PartialDate,
    /// The instrument on which it is based, such as a contribution agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Name>,
}

/// A unit's advisory board: the number of Member States, and the guests.
///
/// The names of the members are optional, because offices publish the number more often than the list.
/// [`Office::new`](crate::Office::new) rejects more names than members, and a name that occurs twice.
///
/// ```
/// use briefing_model::AdvisoryBoard;
///
/// let board = AdvisoryBoard { members: 21, guests: vec!["eu".parse()?], since: None, chair: Some("SAU".parse()?), named_members: vec![] };
/// assert_eq!(board.guests.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdvisoryBoard {
    /// The number of members, not counting guests.
    pub members: u16,
    /// Guest members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<PartyRef>,
    /// When it began to exist; if absent, since the unit began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// The chair of the board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<PartyRef>,
    /// The members known by name; at most [`members`](Self::members).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_members: Vec<PartyRef>,
}

/// An organizational unit of the office.
///
/// It has four dates, because offices publish four: when it began to exist, when it ceased to, when it opened its
/// doors, and when it was inaugurated. [`Office::new`](crate::Office::new) rejects a unit that ended before it began.
///
/// ```
/// use briefing_model::{Name, Unit, UnitKind};
///
/// let centre = Unit::new("uncct".parse()?, Name::new("United Nations Counter-Terrorism Centre")?, UnitKind::Centre);
/// assert!(centre.parent.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The unit's identifier, unique in its office.
    pub id: UnitId,
    /// The unit's present name.
    pub name: Name,
    /// The acronym of that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// The kind of unit.
    pub kind: UnitKind,
    /// The unit to which it belongs; `None` for a unit directly under the head of the office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// When it began to exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// When it ceased to exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// The date from which it is known to have existed, if its beginning is not known; earlier issues leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_since: Option<PartialDate>,
    /// When it began to work, if that differs from its inauguration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<PartialDate>,
    /// When it was inaugurated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inaugurated: Option<PartialDate>,
    /// The contribution that established it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founding: Option<FoundingContribution>,
    /// Its advisory board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<AdvisoryBoard>,
    /// Where it is, if not at headquarters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Place>,
    /// The resolution on which it is based.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// Its web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Its former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerName>,
    /// Whether the organization chart shows it. The units under one that is not shown move up to the next unit that is.
    #[serde(default = "shown", skip_serializing_if = "is_shown")]
    pub chart: bool,
}

fn shown() -> bool {
    true
}

// By reference, because serde calls it so.
fn is_shown(chart: &bool) -> bool {
    *chart
}

/// Whether something is certain to have begun by a day: a beginning known to the year is certain on the year's last
/// day. Something without a date is taken to have existed always.
pub(crate) fn begun_by(began: Option<PartialDate>, day: Day) -> bool {
    surely_by(&[began], day)
}

/// Whether one of several dates, each of which says that something existed, has passed completely by a day, or there
/// are none.
pub(crate) fn surely_by(dates: &[Option<PartialDate>], day: Day) -> bool {
    let mut dates = dates.iter().flatten().peekable();
    dates.peek().is_none() || dates.any(|date| date.last_day() <= day)
}

/// Whether something may have begun by a day.
pub(crate) fn maybe_by(began: Option<PartialDate>, day: Day) -> bool {
    began.is_none_or(|began| began.first_day() <= day)
}

/// Whether something had not ended before a day; the last day, month or year is included.
pub(crate) fn not_over(ended: Option<PartialDate>, day: Day) -> bool {
    ended.is_none_or(|ended| ended.last_day() >= day)
}

impl Unit {
    /// Creates a unit of which nothing but the name and kind is known, and which the chart shows.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let section = Unit::new("hrgs".parse()?, Name::new("Human Rights and Gender Section")?, UnitKind::Section);
    /// assert!(section.chart && section.since.is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(id: UnitId, name: Name, kind: UnitKind) -> Self {
        Self {
            id,
            name,
            acronym: None,
            kind,
            parent: None,
            since: None,
            until: None,
            known_since: None,
            opened: None,
            inaugurated: None,
            founding: None,
            board: None,
            host: None,
            resolution: None,
            link: None,
            formerly: Vec::new(),
            chart: true,
        }
    }

    /// When the unit began: when it began to exist, otherwise when it opened, otherwise when it was inaugurated.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let mut rabat = Unit::new("rabat".parse()?, Name::new("Programme Office in Rabat")?, UnitKind::ProgrammeOffice);
    /// rabat.inaugurated = Some("2021-06-24".parse()?);
    /// assert_eq!(rabat.began(), rabat.inaugurated);
    /// rabat.opened = Some("2020-10-06".parse()?);
    /// assert_eq!(rabat.began(), rabat.opened);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn began(&self) -> Option<PartialDate> {
        self.beginning().map(|(_, began)| began)
    }

    /// When the unit began, and the key that says so.
    pub(crate) fn beginning(&self) -> Option<(&'static str, PartialDate)> {
        let dates = [("since", self.since), ("opened", self.opened), ("inaugurated", self.inaugurated)];
        dates.into_iter().find_map(|(key, date)| Some((key, date?)))
    }

    /// The date from which issues show it: when it [began](Self::began), otherwise the date from which it is known.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let mut unit = Unit::new("hrgs".parse()?, Name::new("Human Rights and Gender Section")?, UnitKind::Section);
    /// assert_eq!(unit.shown_from(), None, "in every issue");
    /// unit.known_since = Some("2022".parse()?);
    /// assert_eq!((unit.began(), unit.shown_from()), (None, unit.known_since));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shown_from(&self) -> Option<PartialDate> {
        self.began().or(self.known_since)
    }

    /// Its advisory board, if it certainly had one on a day.
    ///
    /// ```
    /// use briefing_model::{AdvisoryBoard, Name, Unit, UnitKind};
    ///
    /// let mut centre = Unit::new("ctr".parse()?, Name::new("Centre")?, UnitKind::Centre);
    /// let since = Some("2012-04".parse()?);
    /// centre.board = Some(AdvisoryBoard { members: 21, guests: vec![], since, chair: None, named_members: vec![] });
    /// assert!(centre.board_on("2012-04-29".parse()?).is_none(), "it is not certain before the month is over");
    /// assert!(centre.board_on("2012-04-30".parse()?).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn board_on(&self, day: Day) -> Option<&AdvisoryBoard> {
        self.board.as_ref().filter(|board| begun_by(board.since, day))
    }

    /// Whether the unit is certain to exist on a day: one of the dates that say so has passed, and it has not ended. A
    /// beginning known to the year is certain on the year's last day; a date that is not known does not exclude it.
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let mut unit = Unit::new("gttf".parse()?, Name::new("Global Terrorism Threats Facility")?, UnitKind::Facility);
    /// unit.since = Some("2022-04".parse()?);
    /// assert!(!unit.exists_on("2022-03-31".parse()?));
    /// assert!(unit.exists_on("2022-04-30".parse()?));
    /// unit.since = Some("2022".parse()?);
    /// assert!(!unit.exists_on("2022-11-30".parse()?));
    /// unit.opened = Some("2022-10-06".parse()?);
    /// assert!(unit.exists_on("2022-11-30".parse()?), "it was open then");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn exists_on(&self, day: Day) -> bool {
        let dates = [self.since, self.opened, self.inaugurated, self.known_since];
        self.may_exist_on(day) && surely_by(&dates, day)
    }

    /// Whether nothing excludes the unit's existence on a day.
    pub(crate) fn may_exist_on(&self, day: Day) -> bool {
        maybe_by(self.began(), day) && not_over(self.until, day)
    }

    /// The name on a day; see [`FormerName::on`].
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, Unit, UnitKind};
    ///
    /// let name = Name::new("Special Projects and Innovation Branch")?;
    /// let mut unit = Unit::new("spib".parse()?, name, UnitKind::Branch);
    /// unit.acronym = Some(Name::new("SPIB")?);
    /// unit.formerly = vec![FormerName { name: Name::new("Special Projects Section")?, acronym: None, until: "2022".parse()? }];
    /// assert_eq!(unit.name_on("2021-06-30".parse()?).english(), "Special Projects Section");
    /// assert!(unit.acronym_on("2021-06-30".parse()?).is_none(), "the acronym is that of today's name");
    /// assert!(unit.acronym_on("2025-04-30".parse()?).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn name_on(&self, day: Day) -> &Name {
        FormerName::on(day, &self.name, &self.formerly)
    }

    /// The acronym that went with the name on a day; see [`FormerName::acronym_on`].
    ///
    /// ```
    /// use briefing_model::{Name, Unit, UnitKind};
    ///
    /// let mut unit = Unit::new("spib".parse()?, Name::new("Special Projects and Innovation Branch")?, UnitKind::Branch);
    /// unit.acronym = Some(Name::new("SPIB")?);
    /// assert_eq!(unit.acronym_on("2025-04-30".parse()?), unit.acronym.as_ref());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn acronym_on(&self, day: Day) -> Option<&Name> {
        FormerName::acronym_on(day, self.acronym.as_ref(), &self.formerly)
    }
}
