//! The office: everything that stays the same from month to month.

pub(crate) mod check;
mod directory;
mod draft;
mod item_line;
mod section;
mod standing;

use std::collections::BTreeMap;

use briefing_derive::Record;
use serde::{Deserialize, Serialize};

pub use self::check::InvalidOffice;
pub use self::directory::{Directory, Ids, NoSuchParty, state_named};
pub use self::draft::OfficeDraft;
pub use self::item_line::ItemDetail;
pub use self::section::SectionKind;
pub use self::standing::StandingText;
use crate::{
    Acronym, BodyId, Colophon, CoordinationBody, Day, Fault, Fund, FundId, Gaps, KnownEvent, Language, LedgerSettings,
    Link, Name, OfficeId, Party, PartyId, PartyRef, Picture, Programme, ProgrammeId, Resolution, ResolutionSymbol,
    SourceId, Theme, Titles, Units, WordingId,
};

/// How the office was established.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Establishment {
    /// The day.
    pub on: Day,
    /// The resolution that established it.
    pub resolution: Resolution,
    /// The report on which the resolution is based.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ResolutionSymbol>,
}

/// What the office says about its mandate. The five functions themselves are
/// [`MandateFunction`](crate::MandateFunction).
///
/// ```
/// let mandate = briefing_model::Mandate { intro: Vec::new(), coordination: Some("compact".parse()?) };
/// assert!(mandate.intro.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The sentence before the functions; if there are several, an issue prints the first in force in its month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intro: Vec<StandingText>,
    /// The body whose count of entities the second function states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordination: Option<BodyId>,
}

/// A source of ledger entries.
///
/// ```
/// use briefing_model::{Name, Source};
///
/// let source = Source { id: "briefing-2025-04".parse()?, title: Name::new("Monthly Briefing, April 2025")?, link: None };
/// assert_eq!(source.id.to_string(), "briefing-2025-04");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The source's identifier, which ledger entries name.
    pub id: SourceId,
    /// Its title.
    pub title: Name,
    /// Where it can be read on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// Words in a ledger, for a purpose or a gift in kind, as they are printed in other languages.
///
/// ```
/// use briefing_model::{Language, LedgerWording, Name};
///
/// let name = Name::new("training rooms")?.with(Language::Fr, "salles de formation")?;
/// let wording = LedgerWording { id: "training-rooms".parse()?, name };
/// assert_eq!(wording.name.get(Language::Fr), Some("salles de formation"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerWording {
    /// The name by which translations refer to it.
    pub id: WordingId,
    /// The words; in English as in the ledger's entries.
    pub name: Name,
}

/// How the chart of contributors is drawn.
///
/// ```
/// assert_eq!(briefing_model::ChartSettings::default().show, 10);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartSettings {
    /// Its heading, if the usual one would claim too much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Name>,
    /// The greatest number of contributors that it shows.
    pub show: u16,
}

impl Default for ChartSettings {
    fn default() -> Self {
        Self { title: None, show: 10 }
    }
}

/// Everything known about an office, not yet checked as a whole.
///
/// Any field may be set to anything; [`Office::new`] checks that the whole is consistent.
///
/// ```
/// use briefing_model::{Name, OfficeData, Office};
///
/// let data = OfficeData::new("unoct".parse()?, Name::new("United Nations Office of Counter-Terrorism")?);
/// let office = Office::new(data)?;
/// assert_eq!(office.data().id.to_string(), "unoct");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Link>,
    /// The web page that describes its structure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub structure_link: Option<Link>,
    /// A line printed on every page, such as "not a United Nations publication"; if there are several, an issue prints
    /// the first in force in its month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disclaimer: Vec<StandingText>,
    /// The paragraphs about the office; an issue prints those in force in its month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<StandingText>,
    /// Its mandate, if it works under General Assembly resolution 71/291; without it, none of the five functions is
    /// printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Whether it works under the United Nations Global Counter-Terrorism Strategy (A/RES/60/288); if not, the pillars
    /// of the Strategy are not printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strategy: bool,
    /// The sections that it prints, in order; each at most once.
    pub sections: Vec<SectionKind>,
    /// The details on the quiet line under an item, in order; each at most once.
    #[serde(default = "ItemDetail::usual", skip_serializing_if = "ItemDetail::are_usual")]
    pub item_line: Vec<ItemDetail>,
    /// Its colours.
    #[serde(default)]
    pub theme: Theme,
    /// How readers reach it; printed at the end of every issue.
    #[serde(default, skip_serializing_if = "Colophon::is_empty")]
    pub colophon: Colophon,
    /// Its own names for its issues and their sections.
    #[serde(default, skip_serializing_if = "Titles::is_empty")]
    pub titles: Titles,
    /// Its emblem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emblem: Option<Picture>,
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
    /// The funds through which it receives money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funds: Vec<Fund>,
    /// The sources of its ledger's entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Events that it knows, whichever month reports them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<KnownEvent>,
    /// Words in its ledger, in other languages; no two are the same in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<LedgerWording>,
    /// The full forms of acronyms in its texts, besides those of its units, programmes and parties; no two have the
    /// same [`key`](Acronym::key).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acronyms: Vec<Acronym>,
    /// The settings of its ledger.
    #[serde(default)]
    pub ledger: LedgerSettings,
    /// How its contributors are shown.
    #[serde(default)]
    pub chart: ChartSettings,
    /// Whether the month's movements list payments on pledges.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list_receipts: bool,
    /// The languages in which no text may be missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub required_languages: Vec<Language>,
}

impl OfficeData {
    /// Creates an office of which nothing but the name is known. It prints every section that has content.
    ///
    /// ```
    /// use briefing_model::{Name, OfficeData, SectionKind};
    ///
    /// let data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// assert_eq!(data.sections, SectionKind::ALL);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
            disclaimer: Vec::new(),
            about: Vec::new(),
            mandate: None,
            strategy: false,
            sections: SectionKind::ALL.to_vec(),
            item_line: ItemDetail::usual(),
            theme: Theme::default(),
            colophon: Colophon::default(),
            titles: Titles::default(),
            emblem: None,
            units: Units::default(),
            programmes: Vec::new(),
            bodies: Vec::new(),
            parties: Vec::new(),
            funds: Vec::new(),
            sources: Vec::new(),
            events: Vec::new(),
            wordings: Vec::new(),
            acronyms: Vec::new(),
            ledger: LedgerSettings::default(),
            chart: ChartSettings::default(),
            list_receipts: false,
            required_languages: Vec::new(),
        }
    }

    /// The ids in each list of things that have ids.
    pub(crate) fn ids(&self) -> [(&'static str, Vec<&str>); 8] {
        [
            ("unit", self.units.iter().map(|unit| unit.id.as_str()).collect()),
            ("programme", self.programmes.iter().map(|programme| programme.id.as_str()).collect()),
            ("body", self.bodies.iter().map(|body| body.id.as_str()).collect()),
            ("party", self.parties.iter().map(|party| party.id.as_str()).collect()),
            ("fund", self.funds.iter().map(|fund| fund.id.as_str()).collect()),
            ("source", self.sources.iter().map(|source| source.id.as_str()).collect()),
            ("event", self.events.iter().map(|event| event.id.as_str()).collect()),
            ("wording", self.wordings.iter().map(|wording| wording.id.as_str()).collect()),
        ]
    }

    /// Returns everything that prevents the data from being an [`Office`], except what depends on something that could
    /// not be read.
    ///
    /// ```
    /// use briefing_model::{Gaps, Mandate, Name, OfficeData, FieldPath};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.mandate = Some(Mandate { coordination: Some("compact".parse()?), ..Mandate::default() });
    /// assert_eq!(data.faults(&Gaps::default()).len(), 1);
    /// let mut gaps = Gaps::default();
    /// gaps.add(FieldPath::office().key("body").item(0, Some("compact")));
    /// assert!(data.faults(&gaps).is_empty(), "there is such a body, whatever is wrong with it");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn faults(&self, gaps: &Gaps) -> Vec<Fault> {
        check::faults(self, gaps)
    }
}

/// An office in which everything that is referred to exists, ids are unique, and nothing is contradictory.
///
/// It can be created only by [`Office::new`], which also checks JSON.
///
/// ```
/// use briefing_model::{Code, Name, Office, OfficeData, Programme};
///
/// let mut data = OfficeData::new("office".parse()?, Name::new("Office")?);
/// let mut programme = Programme::new("travel".parse()?, Name::new("Travel")?);
/// programme.units.push("no-such-unit".parse()?);
/// data.programmes.push(programme);
/// let faults = Office::new(data).unwrap_err().faults;
/// assert_eq!((faults[0].code, faults[0].message.as_str()), (Code::UnknownUnit, "there is no unit `no-such-unit`"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "OfficeData", into = "OfficeData")]
pub struct Office {
    data: OfficeData,
    /// Positions by id, so that looking something up in a list of thousands is as quick as in a list of ten.
    parties: BTreeMap<PartyId, usize>,
    programmes: BTreeMap<ProgrammeId, usize>,
}

impl PartialEq for Office {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
    }
}

impl Eq for Office {}

impl Office {
    /// Creates an office, if everything that it refers to exists.
    ///
    /// ```
    /// use briefing_model::{Mandate, Name, Office, OfficeData};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.mandate = Some(Mandate { coordination: Some("compact".parse()?), ..Mandate::default() });
    /// let error = Office::new(data).unwrap_err();
    /// assert_eq!(error.faults[0].code, briefing_model::Code::UnknownBody);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault in the data; at least one.
    pub fn new(data: OfficeData) -> Result<Self, InvalidOffice> {
        let faults = data.faults(&Gaps::default());
        if faults.is_empty() { Ok(Self::unchecked(data)) } else { Err(InvalidOffice { faults }) }
    }

    /// Creates an office that may be inconsistent: to look for further faults, never to print.
    pub(crate) fn unchecked(data: OfficeData) -> Self {
        let parties = data.parties.iter().enumerate().map(|(at, party)| (party.id.clone(), at)).collect();
        let programmes = data.programmes.iter().enumerate().map(|(at, programme)| (programme.id.clone(), at)).collect();
        Self { data, parties, programmes }
    }

    /// The settings with which the office's ledger is made.
    ///
    /// ```
    /// use briefing_model::{Ledger, Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// let ledger = Ledger::new(office.ledger_settings(), vec![])?;
    /// assert!(ledger.settings().count_alike(&office.ledger_settings()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn ledger_settings(&self) -> LedgerSettings {
        self.data.ledger.clone().with_organs_of(&self.data.parties)
    }

    /// Everything known about the office.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// assert!(office.data().units.iter().next().is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn data(&self) -> &OfficeData {
        &self.data
    }

    /// Returns the data, to make a changed office from them.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let mut data = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?.into_data();
    /// data.acronym = Some(Name::new("UNOCT")?);
    /// assert!(Office::new(data).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn into_data(self) -> OfficeData {
        self.data
    }

    /// Changes names, on which nothing that was checked depends.
    pub(crate) fn change_names(&mut self, change: impl FnOnce(&mut OfficeData)) {
        change(&mut self.data);
    }

    /// The programme with an id.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData, Programme};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.programmes.push(Programme::new("ct-travel".parse()?, Name::new("Travel")?));
    /// let office = Office::new(data)?;
    /// assert!(office.programme(&"ct-travel".parse()?).is_some());
    /// assert!(office.programme(&"sport".parse()?).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn programme(&self, id: &ProgrammeId) -> Option<&Programme> {
        self.programmes.get(id).and_then(|&at| self.data.programmes.get(at))
    }

    /// The coordination body with an id.
    ///
    /// ```
    /// use briefing_model::{CoordinationBody, Name, Office, OfficeData};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.bodies.push(CoordinationBody::new("compact".parse()?, Name::new("Compact")?));
    /// assert!(Office::new(data)?.body(&"compact".parse()?).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&CoordinationBody> {
        self.data.bodies.iter().find(|body| body.id == *id)
    }

    /// The fund with an id.
    ///
    /// ```
    /// use briefing_model::{Fund, Name, Office, OfficeData};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.funds.push(Fund { id: "trust-fund".parse()?, name: Name::new("Trust Fund")?, short: None, acronym: None });
    /// assert!(Office::new(data)?.fund(&"trust-fund".parse()?).is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fund(&self, id: &FundId) -> Option<&Fund> {
        self.data.funds.iter().find(|fund| fund.id == *id)
    }

    /// Words of the ledger, in as many languages as the office has them.
    ///
    /// ```
    /// use briefing_model::{Language, LedgerWording, Name, Office, OfficeData};
    ///
    /// let name = Name::new("training rooms")?.with(Language::Es, "salas de formación")?;
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.wordings.push(LedgerWording { id: "training-rooms".parse()?, name });
    /// let words = Name::new("training rooms")?;
    /// assert_eq!(Office::new(data)?.worded(&words).get(Language::Es), Some("salas de formación"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn worded<'a>(&'a self, words: &'a Name) -> &'a Name {
        let mut wordings = self.data.wordings.iter().map(|wording| &wording.name);
        wordings.find(|name| name.english() == words.english()).unwrap_or(words)
    }

    /// The party to which a reference refers, unless that is a State.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// assert!(office.party(&"DEU".parse()?).is_none(), "a State is not an entry of the list");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn party(&self, reference: &PartyRef) -> Option<&Party> {
        match reference {
            PartyRef::State(_) => None,
            PartyRef::Party(id) => self.parties.get(id).and_then(|&at| self.data.parties.get(at)),
        }
    }

    /// Whether a reference refers to something: to any State, or to a party that the office lists.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// assert!(office.has_party(&"DEU".parse()?));
    /// assert!(!office.has_party(&"undp".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn has_party(&self, reference: &PartyRef) -> bool {
        matches!(reference, PartyRef::State(_)) || self.party(reference).is_some()
    }

    /// The present name of a party, in every language in which it is known; for a State, the name that the United
    /// Nations uses.
    ///
    /// ```
    /// use briefing_model::{Name, Office, OfficeData};
    ///
    /// let office = Office::new(OfficeData::new("unoct".parse()?, Name::new("Office")?))?;
    /// assert_eq!(office.party_name(&"KAZ".parse()?).map(|name| name.english().to_owned()).as_deref(), Some("Kazakhstan"));
    /// assert!(office.party_name(&"undp".parse()?).is_none(), "not in this office's list");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn party_name(&self, reference: &PartyRef) -> Option<Name> {
        match reference {
            PartyRef::State(state) => Some(Name::from(*state)),
            PartyRef::Party(_) => self.party(reference).map(|party| party.name.clone()),
        }
    }

    /// The name of a party on a day.
    ///
    /// ```
    /// use briefing_model::{FormerName, Name, Office, OfficeData, Party, PartyKind};
    ///
    /// let mut data = OfficeData::new("unoct".parse()?, Name::new("Office")?);
    /// data.parties.push(Party {
    ///     id: "fund".parse()?,
    ///     name: Name::new("Present Name")?,
    ///     acronym: None,
    ///     kind: PartyKind::PooledFund,
    ///     formerly: vec![FormerName { name: Name::new("Former Name")?, acronym: None, until: "2019".parse()? }],
    /// });
    /// let office = Office::new(data)?;
    /// let name = office.party_name_on(&"fund".parse()?, "2019-04-30".parse()?);
    /// assert_eq!(name, Some(Name::new("Former Name")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn party_name_on(&self, reference: &PartyRef, day: Day) -> Option<Name> {
        match reference {
            PartyRef::State(state) => Some(Name::from(*state)),
            PartyRef::Party(_) => self.party(reference).map(|party| party.name_on(day).clone()),
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
        office.data
    }
}
