//! The office: everything that holds from month to month.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    BodyId, CoordinationBody, Fund, FundId, LedgerSettings, Link, Name, OfficeId, Party, PartyKind, PartyRef,
    Programme, ProgrammeId, Resolution, ResolutionSymbol, RichText, SourceId, State, Theme, UnitId, Units,
};

/// How the office came into being.
///
/// ```
/// use briefing_model::{Establishment, Resolution};
///
/// let established = Establishment {
///     on: "2017-06-15".parse()?,
///     resolution: Resolution { symbol: "A/RES/71/291".parse()?, adopted: None, distributed: None },
///     report: Some("A/71/858".parse()?),
/// };
/// assert_eq!(established.resolution.symbol.to_string(), "A/RES/71/291");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Establishment {
    /// The day.
    pub on: NaiveDate,
    /// The resolution that established it.
    pub resolution: Resolution,
    /// The report that the resolution rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ResolutionSymbol>,
}

/// What the office says of its mandate; the five functions themselves are [`MandateFunction`](crate::MandateFunction).
///
/// ```
/// let mandate = briefing_model::Mandate { intro: None, coordination: Some("compact".parse()?) };
/// assert!(mandate.intro.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The sentence before the functions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<RichText>,
    /// The body whose count of entities the second function states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordination: Option<BodyId>,
}

/// A section of the briefing.
///
/// ```
/// use briefing_model::SectionKind;
///
/// assert_eq!("recent-pledges".parse::<SectionKind>()?, SectionKind::RecentPledges);
/// assert_eq!(SectionKind::ALL.len(), 9);
/// # Ok::<(), briefing_model::InvalidSection>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// What the office is.
    About,
    /// Its five functions.
    Mandate,
    /// What its head led.
    Leadership,
    /// What stood out.
    Highlights,
    /// Capacity-building, by unit.
    CapacityBuilding,
    /// The organization chart.
    Structure,
    /// The month's pledges.
    RecentPledges,
    /// Totals and contributors since the beginning.
    Contributors,
    /// The four pillars.
    Strategy,
}

/// A text that names no section.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no section of a briefing")]
pub struct InvalidSection(String);

impl SectionKind {
    /// All sections, in the order they are printed in unless the office says otherwise.
    pub const ALL: [Self; 9] = [
        Self::About,
        Self::Mandate,
        Self::Leadership,
        Self::Highlights,
        Self::CapacityBuilding,
        Self::Structure,
        Self::RecentPledges,
        Self::Contributors,
        Self::Strategy,
    ];

    /// The section's name in an office's files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Mandate => "mandate",
            Self::Leadership => "leadership",
            Self::Highlights => "highlights",
            Self::CapacityBuilding => "capacity-building",
            Self::Structure => "structure",
            Self::RecentPledges => "recent-pledges",
            Self::Contributors => "contributors",
            Self::Strategy => "strategy",
        }
    }
}

impl std::str::FromStr for SectionKind {
    type Err = InvalidSection;

    fn from_str(text: &str) -> Result<Self, InvalidSection> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| InvalidSection(text.to_owned()))
    }
}

impl std::fmt::Display for SectionKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a ledger entry was read.
///
/// ```
/// use briefing_model::{Name, Source};
///
/// let source = Source { id: "briefing-2025-04".parse()?, title: Name::new("Monthly Briefing, April 2025")?, link: None };
/// assert_eq!(source.id.to_string(), "briefing-2025-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The source's identifier, which ledger entries name.
    pub id: SourceId,
    /// What it is called.
    pub title: Name,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// How the contributors' chart is made.
///
/// ```
/// assert_eq!(briefing_model::ChartSettings::default().show, 10);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartSettings {
    /// Its heading, where the usual one would claim too much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// How many contributors it shows at the most.
    pub show: u16,
}

impl Default for ChartSettings {
    fn default() -> Self {
        Self { title: None, show: 10 }
    }
}

/// What is known of an office, not yet checked as a whole.
///
/// [`Office::new`] checks that everything it refers to exists.
///
/// ```
/// use briefing_model::{Name, OfficeData, Office};
///
/// let data = OfficeData::new("unoct".parse()?, Name::new("United Nations Office of Counter-Terrorism")?);
/// let office = Office::new(data)?;
/// assert_eq!(office.data().id.to_string(), "unoct");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeData {
    /// The office's identifier; file names begin with it.
    pub id: OfficeId,
    /// Its name.
    pub name: Name,
    /// Its acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<Name>,
    /// The title of its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Name>,
    /// How it came into being.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub established: Option<Establishment>,
    /// Its place on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Link>,
    /// Where its structure is described on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub structure_link: Option<Link>,
    /// A line printed on every page, such as "not a United Nations publication".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclaimer: Option<RichText>,
    /// The paragraphs that say what the office is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RichText>,
    /// What it says of its mandate.
    #[serde(default)]
    pub mandate: Mandate,
    /// The sections it prints, in order; each at most once.
    pub sections: Vec<SectionKind>,
    /// Its colours.
    #[serde(default)]
    pub theme: Theme,
    /// Its units.
    #[serde(default)]
    pub units: Units,
    /// Its programmes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// The coordination bodies it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<CoordinationBody>,
    /// Parties that are not States.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// The funds it receives money in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funds: Vec<Fund>,
    /// Where its ledger was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// How its ledger counts.
    #[serde(default)]
    pub ledger: LedgerSettings,
    /// How its contributors are shown.
    #[serde(default)]
    pub chart: ChartSettings,
}

impl OfficeData {
    /// An office of which nothing but its name is known; it prints every section that has something to say.
    #[must_use]
    pub fn new(id: OfficeId, name: Name) -> Self {
        Self {
            id,
            name,
            acronym: None,
            head: None,
            established: None,
            website: None,
            structure_link: None,
            disclaimer: None,
            about: Vec::new(),
            mandate: Mandate::default(),
            sections: SectionKind::ALL.to_vec(),
            theme: Theme::default(),
            units: Units::default(),
            programmes: Vec::new(),
            bodies: Vec::new(),
            parties: Vec::new(),
            funds: Vec::new(),
            sources: Vec::new(),
            ledger: LedgerSettings::default(),
            chart: ChartSettings::default(),
        }
    }
}

/// An office in which everything that is referred to exists, and ids are unique.
///
/// ```
/// use briefing_model::{Name, Office, OfficeData, Programme};
///
/// let mut data = OfficeData::new("office".parse()?, Name::new("Office")?);
/// let mut programme = Programme::new("travel".parse()?, Name::new("Travel")?);
/// programme.units.push("no-such-unit".parse()?);
/// data.programmes.push(programme);
/// let faults = Office::new(data).unwrap_err().faults;
/// assert_eq!(faults[0].to_string(), "programme `travel` names the unit `no-such-unit`, which does not exist");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "OfficeData", into = "OfficeData")]
pub struct Office(OfficeData);

/// What an office refers to and does not have, or has twice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfficeFault {
    /// Something refers to something that does not exist.
    #[error("{subject} names the {kind} `{target}`, which does not exist")]
    Dangling {
        /// What refers, as `programme `travel``.
        subject: String,
        /// The kind of thing referred to: unit, programme, body, party, fund, source.
        kind: &'static str,
        /// The name referred to.
        target: String,
    },
    /// Two things of one kind share an id.
    #[error("two {kind}s are called `{id}`")]
    Duplicate {
        /// The kind of thing.
        kind: &'static str,
        /// The shared id.
        id: String,
    },
}

/// An office that refers to something it does not have: every such place, at least one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the office does not hold together: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidOffice {
    /// Each reason.
    pub faults: Vec<OfficeFault>,
}

impl Office {
    /// An office, once everything it refers to is found.
    ///
    /// # Errors
    ///
    /// All dangling references and duplicate ids.
    pub fn new(data: OfficeData) -> Result<Self, InvalidOffice> {
        let mut faults = Vec::new();
        check_unique(&data, &mut faults);
        check_references(&data, &mut faults);
        if faults.is_empty() { Ok(Self(data)) } else { Err(InvalidOffice { faults }) }
    }

    /// Everything that is known of the office.
    #[must_use]
    pub fn data(&self) -> &OfficeData {
        &self.0
    }

    /// The data again, for a changed office.
    #[must_use]
    pub fn into_data(self) -> OfficeData {
        self.0
    }

    /// The programme with an id.
    #[must_use]
    pub fn programme(&self, id: &ProgrammeId) -> Option<&Programme> {
        self.0.programmes.iter().find(|programme| programme.id == *id)
    }

    /// The coordination body with an id.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&CoordinationBody> {
        self.0.bodies.iter().find(|body| body.id == *id)
    }

    /// The fund with an id.
    #[must_use]
    pub fn fund(&self, id: &FundId) -> Option<&Fund> {
        self.0.funds.iter().find(|fund| fund.id == *id)
    }

    /// The party a reference stands for, unless it is a State.
    #[must_use]
    pub fn party(&self, reference: &PartyRef) -> Option<&Party> {
        match reference {
            PartyRef::State(_) => None,
            PartyRef::Party(id) => self.0.parties.iter().find(|party| party.id == *id),
        }
    }

    /// The State behind a party: itself, or the one it is an organ of.
    #[must_use]
    pub fn state_of(&self, reference: &PartyRef) -> Option<State> {
        match reference {
            PartyRef::State(state) => Some(*state),
            PartyRef::Party(_) => match self.party(reference)?.kind {
                PartyKind::StateOrgan { state } => Some(state),
                _ => None,
            },
        }
    }

    /// The name of a party, in every language it is known in.
    #[must_use]
    pub fn party_name(&self, reference: &PartyRef) -> Option<Name> {
        match reference {
            PartyRef::State(state) => Some(Name::from(*state)),
            PartyRef::Party(_) => self.party(reference).map(|party| party.name.clone()),
        }
    }
}

impl TryFrom<OfficeData> for Office {
    type Error = InvalidOffice;

    fn try_from(data: OfficeData) -> Result<Self, InvalidOffice> {
        Self::new(data)
    }
}

impl From<Office> for OfficeData {
    fn from(office: Office) -> Self {
        office.0
    }
}

fn check_unique(data: &OfficeData, faults: &mut Vec<OfficeFault>) {
    let mut check = |kind: &'static str, ids: Vec<String>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.clone()) {
                faults.push(OfficeFault::Duplicate { kind, id });
            }
        }
    };
    check("programme", data.programmes.iter().map(|programme| programme.id.to_string()).collect());
    check("coordination body", data.bodies.iter().map(|body| body.id.to_string()).collect());
    check("party", data.parties.iter().map(|party| party.id.to_string()).collect());
    check("fund", data.funds.iter().map(|fund| fund.id.to_string()).collect());
    check("source", data.sources.iter().map(|source| source.id.to_string()).collect());
    check("section", data.sections.iter().map(ToString::to_string).collect());
}

/// Collects the references that lead nowhere.
struct References<'a> {
    units: BTreeSet<&'a UnitId>,
    parties: BTreeSet<String>,
    faults: &'a mut Vec<OfficeFault>,
}

impl References<'_> {
    fn unit(&mut self, subject: &str, unit: &UnitId) {
        if !self.units.contains(unit) {
            self.dangling(subject, "unit", unit.to_string());
        }
    }

    fn parties<'p>(&mut self, subject: &str, parties: impl IntoIterator<Item = &'p PartyRef>) {
        for party in parties {
            if let PartyRef::Party(id) = party
                && !self.parties.contains(&id.to_string())
            {
                self.dangling(subject, "party", id.to_string());
            }
        }
    }

    fn dangling(&mut self, subject: &str, kind: &'static str, target: String) {
        self.faults.push(OfficeFault::Dangling { subject: subject.to_owned(), kind, target });
    }
}

fn check_references(data: &OfficeData, faults: &mut Vec<OfficeFault>) {
    let mut references = References {
        units: data.units.iter().map(|unit| &unit.id).collect(),
        parties: data.parties.iter().map(|party| party.id.to_string()).collect(),
        faults,
    };
    for unit in data.units.iter() {
        let subject = format!("unit `{}`", unit.id);
        references.parties(&subject, unit.founding.iter().map(|founding| &founding.contributor));
        if let Some(board) = &unit.board {
            references.parties(&subject, board.guests.iter().chain(&board.chair).chain(&board.named_members));
        }
    }
    for programme in &data.programmes {
        let subject = format!("programme `{}`", programme.id);
        for unit in &programme.units {
            references.unit(&subject, unit);
        }
        references.parties(&subject, &programme.partners);
    }
    for body in &data.bodies {
        let subject = format!("coordination body `{}`", body.id);
        references.parties(&subject, body.named_entities.iter().chain(&body.funder));
    }
    if let Some(body) = &data.mandate.coordination
        && !data.bodies.iter().any(|known| known.id == *body)
    {
        references.dangling("the mandate", "coordination body", body.to_string());
    }
}
